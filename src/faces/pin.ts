/**
 * pin.ts - a range of a buffer that is held in memory until it is let go of.
 */
import { rangeError, SpillwayTypeError, typeError } from "../base/errors.js";
import { arrayBufferOf, arrayOffset, lengthOf, readForeign, viewOf } from "../base/foreign.js";
import type { HostDisposable } from "../base/types.js";

/** A typed array's class, or DataView. */
export interface ViewType<T> {
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T;
  /** Missing on DataView, which counts bytes. */
  readonly BYTES_PER_ELEMENT?: number;
}

// Hosts without the symbol get the one that compilers' helpers look for.
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the class has the method of the interface.
export class PagedBufferPin {
  /** Where in the buffer the range begins, and its length, in bytes. */
  readonly offset: number;
  readonly length: number;
  /**
   * Whether `bytes` is a copy, which is written back by `close`. It is where the range lies in more than one
   * frame.
   */
  readonly copied: boolean;
  #bytes: Uint8Array<ArrayBuffer> | undefined;
  readonly #end: (bytes: Uint8Array) => void;

  /** `end` is called once, with `bytes`. @internal */
  constructor(
    offset: number,
    bytes: Uint8Array<ArrayBuffer>,
    copied: boolean,
    end: (bytes: Uint8Array) => void,
  ) {
    this.offset = offset;
    this.length = lengthOf(bytes);
    this.copied = copied;
    this.#bytes = bytes;
    this.#end = end;
  }

  /**
   * The bytes of the range, to read and to write, until `close`. Throws ERR_SPILLWAY_CLOSED afterwards. An
   * array that was kept must not be used then: where it is no copy, its memory may be another frame's.
   */
  get bytes(): Uint8Array {
    return this.#open();
  }

  /**
   * The same bytes as elements of another type, in the byte order of the host: `pin.view(Float64Array)`.
   * Throws RangeError unless offset and length of the range are multiples of the element's size.
   */
  view<T>(type: ViewType<T>): T {
    const bytes = this.#open();
    if (typeof type !== "function") throw typeError("type", "a typed array's class or DataView", type);
    const size: unknown = readForeign("type", () => type.BYTES_PER_ELEMENT) ?? 1;
    if (typeof size !== "number" || !(size >= 1))
      throw typeError("type", "a typed array's class or DataView", type);
    if (this.offset % size !== 0) throw rangeError("offset of the pin", `a multiple of ${size}`, this.offset);
    if (this.length % size !== 0) throw rangeError("length of the pin", `a multiple of ${size}`, this.length);
    const buffer = arrayBufferOf(bytes);
    return readForeign("type", () => new type(buffer, arrayOffset(bytes), this.length / size));
  }

  /**
   * Lets go of the range, and writes a copy back: to frames that were pinned, so nothing can refuse it.
   * Closing twice is fine, and so is closing after the buffer. Also `Symbol.dispose`.
   */
  close(): void {
    const bytes = this.#bytes;
    if (bytes === undefined) return;
    this.#bytes = undefined;
    this.#end(bytes);
  }

  /** @internal */
  [dispose](): void {
    this.close();
  }

  #open(): Uint8Array<ArrayBuffer> {
    if (this.#bytes === undefined) throw new SpillwayTypeError("ERR_SPILLWAY_CLOSED", "the pin is closed");
    return this.#bytes;
  }
}

// Its end, under a symbol that the user's types may not know.
export interface PagedBufferPin extends HostDisposable {}

/** Part of a copy, to be written back. */
export function partOf(bytes: Uint8Array, from: number, length: number): Uint8Array {
  return viewOf(arrayBufferOf(bytes), from, length);
}
