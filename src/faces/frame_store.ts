/**
 * frame_store.ts - frames of a buffer as pages of a frontswap client.
 *
 * A frame is one page, or several where it is larger than the pool's. Its pages lie side by side: page n of
 * the buffer is at type n / 2^32, offset n % 2^32. A frame of several pages is stored as a whole or not at
 * all: the first page that is refused takes back those before it.
 *
 * Owns:   the client's areas, each opened when the first frame of it is stored.
 * Cost:   that of its pages. They are stored and loaded one by one: sixteen of 4 KiB load in 19 us so, and in
 *         24 us by loadMany, whose lists and results cost more than the crossings it saves.
 */
import type { AbortSignalLike } from "../base/abort.js";
import { SpillwayError } from "../base/errors.js";
import { arrayBufferOf, arrayOffset, viewOf } from "../base/foreign.js";
import type { StoreOptions } from "../base/options/client.js";
import type { Frontswap } from "../clients/frontswap.js";

const AREA_PAGES = 2 ** 32;

export class FrameStore {
  /** Pages of a frame. */
  readonly pages: number;
  /** Frames that are in the pool. */
  count = 0;
  /** Frames that were stored, and that were refused. */
  stores = 0;
  refused = 0;
  readonly #swap: Frontswap;
  readonly #frameBytes: number;
  readonly #pageBytes: number;
  readonly #options: StoreOptions | undefined;
  readonly #areas = new Set<number>();

  constructor(swap: Frontswap, pageSize: number, frameBytes: number, options: StoreOptions | undefined) {
    this.#swap = swap;
    this.#frameBytes = frameBytes;
    this.#options = options;
    this.pages = Math.max(1, frameBytes / pageSize);
    this.#pageBytes = frameBytes / this.pages;
  }

  /** Stores all bytes of a frame. True when the pool keeps them; else it keeps none of them. */
  store(frame: number, bytes: Uint8Array): boolean {
    const type = this.#typeOf(frame);
    const kept = this.#opens(type) && this.#store(type, frame, bytes);
    if (kept) {
      this.count += 1;
      this.stores += 1;
    } else this.refused += 1;
    return kept;
  }

  #store(type: number, frame: number, bytes: Uint8Array): boolean {
    const offset = this.#offsetOf(frame);
    if (this.pages === 1) return this.#swap.store(type, offset, bytes, this.#options);
    let stored = 0;
    try {
      while (stored < this.pages) {
        if (!this.#swap.store(type, offset + stored, this.#page(bytes, stored), this.#options)) break;
        stored += 1;
      }
    } finally {
      if (stored < this.pages) this.#invalidate(frame, stored);
    }
    return stored === this.pages;
  }

  /**
   * Fills `bytes` with a frame that is in the pool. Throws ERR_SPILLWAY_DAMAGED where a body is damaged or
   * missing; other frames are unaffected.
   */
  load(frame: number, bytes: Uint8Array): void {
    let cause: unknown;
    try {
      if (this.#load(frame, bytes)) return;
    } catch (error) {
      if ((error as SpillwayError).code !== "ERR_SPILLWAY_DAMAGED") throw error;
      cause = error;
    }
    const from = frame * this.#frameBytes;
    const range = `bytes ${from} to ${from + this.#frameBytes - 1} of the buffer`;
    const message = `${range} are damaged or missing in the pool; none of them was delivered`;
    throw new SpillwayError("ERR_SPILLWAY_DAMAGED", message, { cause });
  }

  /**
   * Has frames read that lie on devices that answer later, and then calls `verb` at once. Frames of one area
   * at a time: those behind them are left out.
   */
  whenRead<T>(frames: readonly number[], signal: AbortSignalLike | undefined, verb: () => T): Promise<T> {
    const type = this.#typeOf(frames[0] ?? 0);
    const offsets = frames
      .filter((frame) => this.#typeOf(frame) === type)
      .flatMap((frame) => Array.from({ length: this.pages }, (_, i) => this.#offsetOf(frame) + i));
    return this.#swap.whenRead(type, offsets, signal, verb);
  }

  #load(frame: number, bytes: Uint8Array): boolean {
    const type = this.#typeOf(frame);
    const offset = this.#offsetOf(frame);
    if (this.pages === 1) return this.#swap.load(type, offset, bytes);
    for (let i = 0; i < this.pages; i++)
      if (!this.#swap.load(type, offset + i, this.#page(bytes, i))) return false;
    return true;
  }

  #page(bytes: Uint8Array, i: number): Uint8Array {
    return viewOf(arrayBufferOf(bytes), arrayOffset(bytes) + i * this.#pageBytes, this.#pageBytes);
  }

  /** Drops a frame that is in the pool. */
  drop(frame: number): void {
    this.count -= 1;
    this.#invalidate(frame, this.pages);
  }

  /** Drops the first pages of a frame. */
  #invalidate(frame: number, pages: number): void {
    const type = this.#typeOf(frame);
    const offset = this.#offsetOf(frame);
    for (let i = 0; i < pages; i++) this.#swap.invalidatePage(type, offset + i);
  }

  /** Whether the area is open, or can be: the pool may have no room for its record. */
  #opens(type: number): boolean {
    if (this.#areas.has(type)) return true;
    try {
      this.#swap.init(type);
    } catch (error) {
      if ((error as SpillwayError).code === "ERR_SPILLWAY_OUT_OF_MEMORY") return false;
      throw error;
    }
    this.#areas.add(type);
    return true;
  }

  #typeOf(frame: number): number {
    return Math.floor((frame * this.pages) / AREA_PAGES);
  }

  /** The offset of the frame's first page. */
  #offsetOf(frame: number): number {
    return (frame * this.pages) % AREA_PAGES;
  }
}
