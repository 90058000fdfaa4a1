/**
 * own_pages.ts - values that have pages of their own: as many as they need, all of them or none.
 *
 * Owns:   how many there are. Where they are is said by a numbering: one for pages that persist, another one
 *         for pages that may be evicted (cache_pages.ts).
 */
import { SpillwayError } from "../base/errors.js";
import { lengthOf } from "../base/foreign.js";
import { type MapPages, type PagesAt, SHARED_AREA } from "./map_pages.js";

const OFFSETS = 2 ** 32;
/** How often a value is stored anew because pages of it were evicted meanwhile. */
const TRIES = 3;
/** The most bytes of a value. */
export const VALUE_BYTES_MAX = 2 ** 32 - 1;

/** The pages of a value that comes in parts. Its number is its own until it ends. */
export interface Run {
  readonly high: number;
  readonly where: number;
  stored: number;
  /** A page is being stored: foreign code may run. */
  busy: boolean;
  ended: boolean;
}

/** Numbers of values that have pages of their own: 48 bits, `where` the lower 32. */
export interface Numbering {
  /** Sets `high` and `where` for a value of so many pages, whose key has this hash. */
  take(hash: number, count: number): void;
  /** Of the `count` pages of the value that was taken there, those after the first `used` ones never came. */
  giveBack(high: number, where: number, count: number, used: number): void;
  high: number;
  where: number;
  /** Whether pages of a value that is being stored are gone already. */
  isTorn(area: number): boolean;
  /** The value was stored, or not. False: it was torn. */
  came(area: number): boolean;
  /** The area of a value's pages, and the offset of the first one; the others follow it. */
  area(high: number, where: number): number;
  offset(where: number): number;
}

/**
 * The pages of all values follow one another. An offset that had a page is never used again before 2^48 of
 * them were used, so a refused value cannot harm an older one.
 */
export class InTurn implements Numbering {
  high: number;
  where: number;
  /** The area that offsets are handed out of, and the next of them. */
  #last: number;
  #next: number;
  /** Offsets that were given back while others had been handed out after them. */
  #spare = { high: 0, where: 0, count: 0 };

  /** Numbers are handed out from these on. */
  constructor(high = SHARED_AREA + 1, where = 0) {
    this.high = high;
    this.where = where;
    this.#last = high;
    this.#next = where;
  }

  take(_hash: number, count: number): void {
    const spare = this.#spare;
    if (spare.count >= count) {
      this.#spare = { high: spare.high, where: spare.where + count, count: spare.count - count };
      this.high = spare.high;
      this.where = spare.where;
      return;
    }
    this.high = this.#last;
    if (this.#next + count > OFFSETS) {
      if (this.high === 0xffff)
        throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", "a map stores at most 2^48 pages in its life");
      this.high = this.#last += 1;
      this.#next = 0;
    }
    this.where = this.#next;
    this.#next += count;
  }

  giveBack(high: number, where: number, count: number, used: number): void {
    const left = count - used;
    if (high === this.#last && where + count === this.#next) this.#next = where + used;
    else if (left > this.#spare.count) this.#spare = { high, where: where + used, count: left };
  }

  isTorn(): boolean {
    return false;
  }

  came(): boolean {
    return true;
  }

  area(high: number): number {
    return high;
  }

  offset(where: number): number {
    return where;
  }
}

export class OwnPages {
  /** Number of the value that was stored last. */
  high = 0;
  where = 0;
  /** Pages here now. */
  pages = 0;
  readonly #pages: MapPages;
  readonly #numbering: Numbering;

  constructor(pages: MapPages, numbering: Numbering = new InTurn()) {
    this.#pages = pages;
    this.#numbering = numbering;
  }

  /**
   * Stores a value at (high, where) of this object. False: refused, and nothing is left of it. `makeRoom` is
   * asked when a page was refused, once for each page of the value; true: try again.
   */
  store(hash: number, bytes: Uint8Array, makeRoom: () => boolean): boolean {
    for (let tries = TRIES; tries > 1; tries--) {
      const done = this.#store(hash, bytes, makeRoom, tries < TRIES);
      if (done !== undefined) return done;
    }
    return this.#store(hash, bytes, makeRoom, true) ?? false;
  }

  /** Undefined: some of its pages were evicted before it was whole. `used`: they count as used at once. */
  #store(hash: number, bytes: Uint8Array, makeRoom: () => boolean, used: boolean): boolean | undefined {
    const { pageSize } = this.#pages;
    const numbering = this.#numbering;
    const count = this.countOf(lengthOf(bytes));
    numbering.take(hash, count);
    // Kept here: a subscriber may have the map store another value meanwhile.
    const { high, where } = numbering;
    const area = numbering.area(high, where);
    const offset = numbering.offset(where);
    let stored = 0;
    let whole = false;
    try {
      let tries = count;
      while (stored < count) {
        const page = bytes.subarray(stored * pageSize, (stored + 1) * pageSize);
        if (this.#pages.store(area, offset + stored, page)) {
          if (used) this.#pages.touch(area, offset + stored);
          stored += 1;
        } else if (numbering.isTorn(area) || tries-- <= 0 || !makeRoom()) break;
      }
    } finally {
      this.pages += stored;
      whole = numbering.came(area);
      if (!whole || stored < count) this.#undo(area, offset, stored);
    }
    this.high = high;
    this.where = where;
    return whole ? stored === count : undefined;
  }

  // ── values that come in parts ────────────────────────────────────────────────────────────────────────

  /** Begins a value of whatever length. One of `keep` and `abandon` ends it. */
  begin(hash: number): Run {
    const numbering = this.#numbering;
    numbering.take(hash, this.countOf(VALUE_BYTES_MAX));
    return { high: numbering.high, where: numbering.where, stored: 0, busy: false, ended: false };
  }

  /**
   * Stores the next page of a value: a whole one, but for the last. False: refused, or a subscriber had the
   * value abandoned meanwhile. `makeRoom` is asked once; true: try again.
   */
  push(run: Run, page: Uint8Array, makeRoom: () => boolean): boolean {
    const area = this.#numbering.area(run.high, run.where);
    const offset = this.#numbering.offset(run.where) + run.stored;
    // In a cache the pages of a value that comes bit by bit would be the first to go.
    const store = () => {
      if (run.ended || !this.#pages.store(area, offset, page)) return false;
      this.#pages.touch(area, offset);
      return true;
    };
    let kept = false;
    run.busy = true;
    try {
      kept = store() || (makeRoom() && store());
    } finally {
      run.busy = false;
      if (kept) {
        run.stored += 1;
        this.pages += 1;
      }
      if (run.ended) this.#abandon(run);
    }
    return kept && !run.ended;
  }

  /** The value is whole. False: some of its pages are gone already, and nothing is left of it. */
  keep(run: Run): boolean {
    const whole = this.#end(run);
    if (!whole) this.#dropRun(run);
    return whole;
  }

  /** Drops what there is of a value. */
  abandon(run: Run): void {
    if (run.ended) return;
    run.ended = true;
    if (!run.busy) this.#abandon(run);
  }

  #abandon(run: Run): void {
    this.#dropRun(run);
    this.#end(run);
  }

  #dropRun({ high, where, stored }: Run): void {
    this.#undo(this.#numbering.area(high, where), this.#numbering.offset(where), stored);
  }

  #end(run: Run): boolean {
    run.ended = true;
    const numbering = this.#numbering;
    numbering.giveBack(run.high, run.where, this.countOf(VALUE_BYTES_MAX), run.stored);
    return numbering.came(numbering.area(run.high, run.where));
  }

  // ── whole values ─────────────────────────────────────────────────────────────────────────────────────

  /** Writes a value into the start of `target`. Its last page may be longer than what is left there. */
  load(high: number, where: number, bytes: number, target: Uint8Array): void {
    const { pageSize } = this.#pages;
    const area = this.#numbering.area(high, where);
    const offset = this.#numbering.offset(where);
    for (let at = 0; at < bytes; at += pageSize) {
      const length = Math.min(pageSize, bytes - at);
      this.#pages.load(area, offset + at / pageSize, target.subarray(at, at + length), length);
    }
  }

  /**
   * Writes the bytes of a value from `at` on into all of `target`. `page` is used for pages that are not
   * wanted as a whole.
   */
  loadPart(
    high: number,
    where: number,
    bytes: number,
    at: number,
    target: Uint8Array,
    page: Uint8Array,
  ): void {
    const { pageSize } = this.#pages;
    const area = this.#numbering.area(high, where);
    const offset = this.#numbering.offset(where);
    const end = at + target.length;
    for (let from = at; from < end; ) {
      const index = Math.floor(from / pageSize);
      const begin = index * pageSize;
      const length = Math.min(pageSize, bytes - begin);
      const to = Math.min(end, begin + length);
      const place = target.subarray(from - at, to - at);
      const whole = to - from === length;
      this.#pages.load(area, offset + index, whole ? place : page, length);
      if (!whole) place.set(page.subarray(from - begin, to - begin));
      from = to;
    }
  }

  /** The pages that have bytes `at` to `to` - 1 of a value. */
  pagesOf(high: number, where: number, at: number, to: number): PagesAt {
    const { pageSize } = this.#pages;
    const first = this.#numbering.offset(where) + Math.floor(at / pageSize);
    const length = Math.ceil(to / pageSize) - Math.floor(at / pageSize);
    return {
      area: this.#numbering.area(high, where),
      offsets: Array.from({ length }, (_, i) => first + i),
    };
  }

  /** Drops a value of so many bytes. */
  drop(high: number, where: number, bytes: number): void {
    this.#drop(this.#numbering.area(high, where), this.#numbering.offset(where), this.countOf(bytes));
  }

  /** Whether all pages of a value are here. */
  isWhole(high: number, where: number, bytes: number): boolean {
    const area = this.#numbering.area(high, where);
    const offset = this.#numbering.offset(where);
    for (let i = this.countOf(bytes) - 1; i >= 0; i--) if (!this.#pages.has(area, offset + i)) return false;
    return true;
  }

  /** A value is used without its bytes. */
  touch(high: number, where: number, bytes: number): void {
    const area = this.#numbering.area(high, where);
    const offset = this.#numbering.offset(where);
    for (let i = this.countOf(bytes) - 1; i >= 0; i--) this.#pages.touch(area, offset + i);
  }

  countOf(bytes: number): number {
    return Math.ceil(bytes / this.#pages.pageSize);
  }

  /** Drops what was stored of a value, and a page that came in when others of it had gone already. */
  #undo(area: number, offset: number, stored: number): void {
    this.#drop(area, offset, stored);
    this.#pages.drop(area, offset + stored);
  }

  #drop(area: number, offset: number, count: number): void {
    this.pages -= count;
    for (let i = 0; i < count; i++) this.#pages.drop(area, offset + i);
  }
}
