/**
 * buffer.ts - length and options of a PagedBuffer: their types, their defaults, their checks.
 */
import { rangeError } from "../errors.js";
import { checkKind, type StoreOptions } from "./client.js";
import { bytesOr, nameOr, numberOr, parseBytes, type Reader, readTable } from "./parse.js";

/** Options of pool.buffer. */
export interface PagedBufferOptions {
  /**
   * Bytes of the frames that are kept in memory as they are: a number, or a string such as "64MiB". At least
   * two frames, at most 64 GiB; rounded down to whole frames. They are beside the pool's `maxBytes`.
   * Required.
   */
  residentBytes: number | string;
  /**
   * Bytes of a frame, the unit in which the buffer moves its bytes: 4096, 8192, 16384 (default), 32768 or
   * 65536. Small frames suit access at random, large ones access in order. It may be larger or smaller than
   * the pool's `pageSize`.
   */
  frame?: number;
  /** A name of 1 to 255 characters, for messages. Default: "buffer-" and a number. */
  name?: string;
  /** Bound of the bytes that the buffer's bodies take on the pool's devices: as of a frontswap. */
  maxDeviceBytes?: number | string;
  /** What the bytes hold, as for the `store` of a frontswap. Default: none. */
  kind?: StoreOptions["kind"];
}

/** PagedBufferOptions with defaults filled in and values checked. */
export interface CheckedBufferOptions {
  name: string | undefined;
  byteLength: number;
  frame: number;
  /** Frames that are resident at most: those of residentBytes, and no more than the buffer has. */
  slots: number;
  maxDeviceBytes: number;
  store: StoreOptions | undefined;
}

const FRAMES = [4096, 8192, 16384, 32768, 65536];
const FRAME_DEFAULT = 16384;
const RESIDENT_BYTES_MAX = 2 ** 36;

const BUFFER = {
  residentBytes: parseBytes,
  frame: numberOr(FRAME_DEFAULT, `one of ${FRAMES.join(", ")} bytes`, (bytes) => FRAMES.includes(bytes)),
  name: nameOr(undefined),
  maxDeviceBytes: bytesOr(Number.POSITIVE_INFINITY),
  kind: storeOptions,
} satisfies Record<keyof PagedBufferOptions, Reader<unknown>>;

function storeOptions(_what: string, kind: unknown): StoreOptions | undefined {
  if (kind === undefined) return undefined;
  const options = { kind } as StoreOptions;
  checkKind(options);
  return options;
}

/** Length and options of a buffer. */
export function checkBufferOptions(length: unknown, value: unknown): CheckedBufferOptions {
  const { values, given } = readTable("buffer options", value, BUFFER);
  const { residentBytes, frame, name, maxDeviceBytes, kind: store } = values;
  const byteLength = parseBytes("byteLength", length);
  if (byteLength === 0) throw rangeError("byteLength", "from 1 to 2^53 - 1 bytes", length);
  if (residentBytes < 2 * frame || residentBytes > RESIDENT_BYTES_MAX) {
    const wanted = `from two frames (${2 * frame} bytes) to ${RESIDENT_BYTES_MAX} bytes`;
    throw rangeError("residentBytes", wanted, given.residentBytes);
  }
  const slots = Math.min(Math.floor(residentBytes / frame), Math.ceil(byteLength / frame));
  return { name, byteLength, frame, slots, maxDeviceBytes, store };
}
