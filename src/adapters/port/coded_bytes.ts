/**
 * coded_bytes.ts - values of which the server has only the bytes: the client has made them, and reads them.
 */
import { SpillwayTypeError, show } from "../../base/errors.js";
import { copyBytes } from "../../base/foreign.js";

export class CodedBytes {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** The codec of a map at the server whose client has one: bytes go through. */
export const PASSING = {
  encode: (value: unknown): Uint8Array => (value as CodedBytes).bytes,
  decode: (bytes: Uint8Array): CodedBytes => new CodedBytes(bytes),
};

/** How a client makes bytes of values. */
export interface ClientCodec {
  encode(value: unknown): ArrayBufferView;
  decode(bytes: Uint8Array): unknown;
}

interface Host {
  process?: { getBuiltinModule?(name: string): unknown };
  Buffer?: { from(buffer: ArrayBufferLike, at: number, bytes: number): Uint8Array };
}

interface V8 {
  serialize(value: unknown): Uint8Array;
  deserialize(bytes: Uint8Array): unknown;
}

/**
 * The serialiser of Node, Deno and Bun, which makes bytes of a value at once: the value may be changed as
 * soon as a call returns, and the server need not read it. Undefined in other hosts: values are cloned there.
 */
export function hostCodec(): ClientCodec | undefined {
  const { process, Buffer } = globalThis as Host;
  const v8 = process?.getBuiltinModule?.("node:v8") as V8 | undefined;
  if (v8 === undefined || Buffer === undefined) return undefined;
  return {
    encode(value) {
      try {
        return v8.serialize(value);
      } catch (cause) {
        const message = `value cannot be kept: ${show(cause)}`;
        throw new SpillwayTypeError("ERR_SPILLWAY_ARG_TYPE", message, value, { cause });
      }
    },
    // What comes back may hold views of the bytes that are given: they must be its own.
    decode: (bytes) => v8.deserialize(copyBytes(bytes) as Uint8Array),
  };
}
