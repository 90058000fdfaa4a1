/**
 * remote_buffer.ts - a paged buffer of a pool on the other side of a port.
 */
import { typeError } from "../../base/errors.js";
import {
  arrayBufferOf,
  arrayOffset,
  bytesOf,
  lengthOf,
  viewOf,
  writableBytesOf,
} from "../../base/foreign.js";
import type { PagedBufferStats } from "../../faces/paged_buffer.js";
import type { CallOptions, RemoteBuffer } from "../parts/port_types.js";
import type { Caller } from "./caller.js";
import { Face, signalOf } from "./remote_face.js";
import { all } from "./remote_frontswap.js";
import { asNumber, into, nothing } from "./results.js";
import { BUFFER_BYTES } from "./wire.js";

export class BufferFace extends Face implements RemoteBuffer {
  readonly byteLength: number;

  constructor(caller: Caller, number: number, name: string, byteLength: number) {
    super(caller, number, name);
    this.byteLength = byteLength;
  }

  async read(offset: number, target: ArrayBufferView, options?: CallOptions): Promise<void> {
    const signal = signalOf(options);
    const parts = partsOfRange(offset, writableBytesOf("target", target));
    await all(
      parts.map(([at, part]) => {
        const length = lengthOf(part);
        return this.ask({ verb: "read", args: [at, length], cost: length, signal, decode: into(part) });
      }),
    );
  }

  async write(offset: number, source: ArrayBufferView, options?: CallOptions): Promise<void> {
    const signal = signalOf(options);
    const parts = partsOfRange(offset, bytesOf("source", source));
    await all(
      parts.map(([at, bytes]) => this.ask({ verb: "write", args: [at], bytes, signal, decode: nothing })),
    );
  }

  async discard(offset: number, length: number): Promise<void> {
    await this.verb("discard", [offset, length], nothing);
  }

  async flush(): Promise<number> {
    return this.verb("flush", [], asNumber);
  }

  async stats(): Promise<PagedBufferStats> {
    return this.figures();
  }
}

/** Views of an array, each of what one call may have, and their offsets; one view for an empty array. */
function partsOfRange(offset: number, bytes: Uint8Array): [number, Uint8Array][] {
  if (typeof offset !== "number") throw typeError("offset", "an integer", offset);
  const length = lengthOf(bytes);
  const parts: [number, Uint8Array][] = [];
  for (let at = 0; at === 0 || at < length; at += BUFFER_BYTES) {
    const view = viewOf(arrayBufferOf(bytes), arrayOffset(bytes) + at, Math.min(BUFFER_BYTES, length - at));
    parts.push([offset + at, view]);
  }
  return parts;
}
