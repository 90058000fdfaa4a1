/**
 * packed.ts - a value as bytes, in which form values travel to the processes that keep them.
 *
 * Bytes stay what they are, and JSON stays its text: what JSON.parse makes of it is what a user has. An array
 * that node:v8 has read would be serialised with more bytes than the one it was made of. Everything else is
 * serialised by node:v8, as a SpillMap does.
 */
import { isDeepStrictEqual } from "node:util";
import { deserialize, serialize } from "node:v8";

export const KINDS = ["bytes", "json", "clone"] as const;

export interface Packed {
  kind: (typeof KINDS)[number];
  data: Uint8Array;
}

/** Bytes or a clone. */
export function pack(value: unknown): Packed {
  return value instanceof Uint8Array
    ? { kind: "bytes", data: value }
    : { kind: "clone", data: serialize(value) };
}

/** The value, which does not share `data`: arrays in what node:v8 reads are views of what it is given. */
export function unpack({ kind, data }: Packed): unknown {
  if (kind === "json") return JSON.parse(Buffer.from(data.buffer, data.byteOffset, data.length).toString());
  const own = new Uint8Array(data);
  return kind === "bytes" ? own : deserialize(own);
}

/** Whether a value equals the packed one in every part. */
export function isSame(value: unknown, packed: Packed): boolean {
  if (packed.kind === "bytes") return value instanceof Uint8Array && Buffer.compare(value, packed.data) === 0;
  return isDeepStrictEqual(value, unpack(packed));
}
