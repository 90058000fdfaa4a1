/**
 * window.ts - the parts of an engine's memory that the facade reads and writes: pages, rows, statistics.
 *
 * Views end when memory grows: their length is 0 from then on. `refresh` looks at one of them and renews all,
 * so call it before a view is used and after each call that may have grown memory.
 */
import * as abi from "../abi.js";
import { fillWith, lengthOf, viewOf } from "../base/foreign.js";
import { Counters } from "../telemetry/stats_read.js";

const ROW_WORDS = abi.ROW_BYTES / 4;
/** Where a row keeps these, in words. The engine answers with other numbers in the same places. */
export const ROW_OFFSET = abi.ROW_OFFSET_AT / 4;
export const ROW_ROOM = abi.ROW_BYTES_AT / 4;
export const ROW_STATUS = abi.ROW_STATUS_AT / 4;

export class Window {
  readonly #memory: WebAssembly.Memory;
  readonly #pageSize: number;
  /** All pages of the window, and the slack behind them. */
  pages = new Uint8Array();
  /** The first page of the window. */
  page = new Uint8Array();
  #rows = new Int32Array();
  #figures = new Float64Array();
  #stats = new Uint32Array();

  constructor(memory: WebAssembly.Memory, pageSize: number) {
    this.#memory = memory;
    this.#pageSize = pageSize;
  }

  /** Renews the views if memory has grown. */
  refresh(): void {
    if (lengthOf(this.page) === 0) this.#renew();
  }

  #renew(): void {
    const { buffer } = this.#memory;
    this.pages = viewOf(buffer, abi.WINDOW_PTR, abi.PARCELS_ROOM);
    this.page = viewOf(buffer, abi.WINDOW_PTR, this.#pageSize);
    const rows = abi.WINDOW_PTR + abi.WINDOW_ROWS_AT;
    this.#rows = new Int32Array(buffer, rows, abi.ROW_COUNT_MAX * ROW_WORDS);
    this.#figures = new Float64Array(buffer, rows, abi.FIGURES_BYTES / 8);
    this.#stats = new Uint32Array(buffer, abi.STATS_PTR, abi.STATS_BYTES / 4);
  }

  /** A view of the `bytes` bytes from byte `at` of the window on. */
  part(at: number, bytes: number): Uint8Array {
    return viewOf(this.#memory.buffer, abi.WINDOW_PTR + at, bytes);
  }

  /** The first `count` words of the window, copied. */
  words(count: number): Uint32Array {
    return Uint32Array.from(new Uint32Array(this.#memory.buffer, abi.WINDOW_PTR, count));
  }

  /** A view of `count` words from byte `at` of the window on. */
  wordsAt(at: number, count: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, abi.WINDOW_PTR + at, count);
  }

  /** Overwrites the first `bytes` bytes of the window and the slack behind them with zeros. */
  wipe(bytes: number): void {
    fillWith(this.pages, 0, 0, bytes + abi.SLACK_BYTES);
  }

  /**
   * Says which page belongs to a place of a batch: its offset, and its length or the room for it in bytes.
   */
  setRow(place: number, offset: number, bytes: number): void {
    this.#rows[place * ROW_WORDS + ROW_OFFSET] = offset;
    this.#rows[place * ROW_WORDS + ROW_ROOM] = bytes;
  }

  /** What became of the page at a place of a batch: its length or a Status. */
  status(place: number): number {
    return this.#rows[place * ROW_WORDS + ROW_STATUS] as number;
  }

  /** A word of a row, unsigned. */
  word(at: number, place = 0): number {
    return (this.#rows[place * ROW_WORDS + at] as number) >>> 0;
  }

  /** A number of those that client_stats writes into the first rows, by its FIGURE_ of abi.ts. */
  figure(at: number): number {
    return this.#figures[at / 8] as number;
  }

  /**
   * The lower half of a statistic that the engine keeps up to date, by its STAT_ of abi.ts: the value modulo
   * 2^32.
   */
  statLow(stat: number): number {
    return this.#stats[stat / 4] as number;
  }

  /** Such a statistic as a whole; exact below 2^53. */
  stat(stat: number): number {
    return (this.#stats[stat / 4 + 1] as number) * 2 ** 32 + this.statLow(stat);
  }

  /** A copy of all statistics. */
  stats(): Counters {
    const counters = new Counters();
    for (let stat = 0; stat < abi.STATS_BYTES; stat += 8) counters.set(stat, this.stat(stat));
    return counters;
  }
}
