/**
 * packing.ts - the bytes of many calls or results in one array, one behind the other.
 *
 * One array for a message is copied or transferred once; an array for each page costs a port as much as the
 * page's compression does.
 */
import { copyInto, copyOf, lengthOf, viewOf } from "../../base/foreign.js";
import { breach, integer } from "./wire.js";

const FIRST_BYTES = 8192;

export class PackWriter {
  #buffer = new Uint8Array(0);
  #used = 0;

  get bytes(): number {
    return this.#used;
  }

  /** Copies an array of ours to the end. */
  add(bytes: Uint8Array): number {
    copyInto(this.room(lengthOf(bytes)), bytes);
    return lengthOf(bytes);
  }

  /** The next `bytes` bytes, to be written at once. */
  room(bytes: number): Uint8Array {
    const at = this.#used;
    if (at + bytes > this.#buffer.length) this.#grow(at + bytes);
    this.#used += bytes;
    return viewOf(this.#buffer.buffer, at, bytes);
  }

  /** Takes the last bytes back. */
  cut(bytes: number): void {
    this.#used -= bytes;
  }

  #grow(needed: number): void {
    const grown = new Uint8Array(Math.max(needed, 2 * this.#buffer.length, FIRST_BYTES));
    copyInto(grown, viewOf(this.#buffer.buffer, 0, this.#used));
    this.#buffer = grown;
  }

  /**
   * All bytes, as an array that may be transferred or cloned; undefined for none. A clone is of the whole
   * buffer, so that it must have nothing beside them.
   */
  take(transfer: boolean): Uint8Array | undefined {
    if (this.#used === 0) return undefined;
    const whole = transfer || this.#used === this.#buffer.length;
    return whole ? viewOf(this.#buffer.buffer, 0, this.#used) : copyOf(this.#buffer, this.#used);
  }

  /** A copy of some of the bytes. */
  copy(at: number, bytes: number): Uint8Array {
    return viewOf(this.#buffer.buffer, at, bytes).slice();
  }
}

export class PackReader {
  readonly #bytes: Uint8Array;
  readonly #length: number;
  #at = 0;

  /** @throws a breach unless it is undefined or an Uint8Array */
  constructor(bytes: unknown) {
    if (bytes !== undefined && !(bytes instanceof Uint8Array)) throw breach("its bytes are no Uint8Array");
    this.#bytes = bytes ?? new Uint8Array(0);
    this.#length = lengthOf(this.#bytes);
  }

  get length(): number {
    return this.#length;
  }

  /** The next bytes: a view. @throws a breach when there are fewer */
  next(count: unknown): Uint8Array {
    const bytes = integer("a number of bytes", count, 0, this.#length - this.#at);
    const at = this.#bytes.byteOffset + this.#at;
    this.#at += bytes;
    return viewOf(this.#bytes.buffer, at, bytes);
  }

  /** The next bytes, alone in their buffer. */
  own(count: unknown): Uint8Array<ArrayBuffer> {
    const bytes = this.next(count);
    return bytes.length === bytes.buffer.byteLength
      ? (bytes as Uint8Array<ArrayBuffer>)
      : copyOf(bytes, bytes.length);
  }

  /** @throws a breach when bytes are left over */
  end(): void {
    if (this.#at !== this.#length) throw breach("it has more bytes than its calls");
  }
}

/** What makes the value of a call of its result and of the bytes behind it. */
export type Decode<T> = (result: unknown, reader: PackReader) => T;
