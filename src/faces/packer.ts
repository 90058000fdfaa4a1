/**
 * packer.ts - small values, several to a page.
 *
 * A shared page is a run of entries, drawn with the lowest byte first:
 *
 *   hash of the key (4) | length (2) | value                             then the next one
 *   hash of the key (4) | length (2) | 0 (2) | value, to a multiple of 8   typed bytes: elements stay aligned
 *
 * Values are appended to the open page, in memory. A full one is sealed and stored in the pool; one that the
 * pool refuses waits in memory, so values that were accepted are never lost. Whether an entry is alive is
 * asked of the index: a key of this hash has its value at this place, or it is dead.
 *
 * Owns:   numbers of shared pages, what is alive in each, and the pages in memory: at most HELD_MAX.
 * Keeps:  two fifths of a stored page are dead at most, but for those whose turn has not come.
 * Cost:   a page is moved when 2/5 of it are dead, so each dead byte moves 1.5 live ones. `maintain` moves
 *         one page at most: it reads one, appends what lives, and stores one at most.
 */
import { SpillwayError } from "../base/errors.js";
import { copyInto, lengthOf } from "../base/foreign.js";
import { type MapPages, SHARED_AREA } from "./map_pages.js";
import { Numbers } from "./numbers.js";

/** What is asked of the index: which key has its value at a place, and that it has moved. */
export interface Residents {
  /** A page is about to be used: no step after this needs memory for it. */
  reserve(page: number): void;
  findAt(hash: number, page: number, at: number): number;
  setPlace(slot: number, page: number, at: number): void;
}

const NONE = -1;
const HEADER_BYTES = 6;
const ALIGNED_BYTES = 8;
/** Part of a page that may be dead before what lives there is moved. */
const DEAD_PART = 2 / 5;
/** Part of the open page that must be dead before it is closed up in place. */
const SQUEEZE_PART = 1 / 4;
/** When the pool is full, a page is moved for this part of it. */
const WORTH_PART = 1 / 8;
/** Pages that are looked at for one that is worth it. */
const LOOKS = 64;
/** Pages in memory: the open one, and sealed ones that the pool has refused. */
const HELD_MAX = 4;

/** Flags of a page. */
const STORED = 1;
/** Is being stored or moved: it keeps its number even when nothing in it lives. */
const PINNED = 2;
/** Is in the list of pages to be moved. */
const SPARSE = 4;
/** Could not be read. */
const DAMAGED = 8;
/** What ends the repacking of a page for now. */
const LATER = new Set(["ERR_SPILLWAY_STACK", "ERR_SPILLWAY_DEVICE"]);

export class Packer {
  /** Where the last value was put. */
  page = 0;
  at = 0;
  /** Pages that were moved because of what was dead in them. */
  repackedPages = 0;

  readonly #pages: MapPages;
  readonly #pageSize: number;
  readonly #aligned: boolean;
  readonly #residents: Residents;
  /** Bytes of entries in memory may not be more: a bound below a page. */
  readonly #maxBytes: number;

  /** By page: bytes of entries, bytes of live entries, flags. */
  readonly #used = new Numbers();
  readonly #live = new Numbers();
  readonly #flags = new Numbers();
  #count = 0;
  readonly #free: number[] = [];
  #usedBytes = 0;
  #liveBytes = 0;

  readonly #held = new Map<number, Uint8Array>();
  #open = NONE;
  #sealed: number[] = [];
  /** A page's array that nobody needs at present. */
  #spare: Uint8Array | undefined;

  readonly #sparse: number[] = [];
  /** Where the look for a page that is worth moving goes on. */
  #look = 0;
  #moving = false;
  /** A page is read that is to be moved, from a device that answers later. */
  #reading = false;
  /** What is moved from. */
  #source: Uint8Array | undefined;

  /** The page that was read last. */
  readonly #scratch: Uint8Array;
  #loaded = NONE;

  constructor(pages: MapPages, residents: Residents, aligned: boolean, maxBytes: number) {
    this.#pages = pages;
    this.#pageSize = pages.pageSize;
    this.#residents = residents;
    this.#aligned = aligned;
    this.#maxBytes = maxBytes;
    this.#scratch = new Uint8Array(pages.pageSize);
  }

  /** Whether a value of so many bytes shares a page: its entry takes half of one at most. */
  takes(bytes: number): boolean {
    return this.entryBytes(bytes) <= this.#pageSize / 2;
  }

  /** Bytes of the entry of a value. */
  entryBytes(bytes: number): number {
    return this.#aligned ? ALIGNED_BYTES + Math.ceil(bytes / 8) * 8 : HEADER_BYTES + bytes;
  }

  /** Shared pages with something alive in them. */
  get pageCount(): number {
    return this.#count - this.#free.length;
  }

  /** Bytes of entries that are dead and not reclaimed. */
  get deadBytes(): number {
    return this.#usedBytes - this.#liveBytes;
  }

  /** Bytes of pages in memory. */
  get openBytes(): number {
    return this.#held.size * this.#pageSize;
  }

  /** Bytes of what is known of pages. */
  get reservedBytes(): number {
    const arrays = 1 + (this.#spare === undefined ? 0 : 1) + (this.#source === undefined ? 0 : 1);
    const lists = 8 * (this.#free.length + this.#sparse.length);
    const columns = this.#used.byteLength + this.#live.byteLength + this.#flags.byteLength;
    return arrays * this.#pageSize + columns + lists;
  }

  // ── values ───────────────────────────────────────────────────────────────────────────────────────────

  /** Puts a value at (page, at) of this object. False: refused, and nothing has changed for any value. */
  put(hash: number, bytes: Uint8Array): boolean {
    const size = this.entryBytes(lengthOf(bytes));
    if (!this.#room(size)) return false;
    this.#append(hash, bytes, size);
    return true;
  }

  /**
   * The bytes of a value: a view that is good until the next call. Throws ERR_SPILLWAY_DAMAGED when the page
   * or the entry is not what was stored.
   */
  read(page: number, at: number, length: number): Uint8Array {
    const bytes = this.#bytesOf(page);
    const begin = at + (this.#aligned ? ALIGNED_BYTES : HEADER_BYTES);
    if (lengthAt(bytes, at) !== length || begin + length > bytes.length)
      throw new SpillwayError("ERR_SPILLWAY_DAMAGED", `shared page ${page} has no such value at ${at}`);
    return bytes.subarray(begin, begin + length);
  }

  /** Whether a page is in memory or in the pool. */
  isHere(page: number): boolean {
    return this.#held.has(page) || this.#pages.has(SHARED_AREA, page);
  }

  /** A value is used without its bytes. */
  touch(page: number): void {
    if (!this.#held.has(page)) this.#pages.touch(SHARED_AREA, page);
  }

  /** A value that was put at a place is no longer wanted. */
  drop(page: number, at: number, bytes: number): void {
    const size = this.entryBytes(bytes);
    this.#live.set(page, this.#live.at(page) - size);
    this.#liveBytes -= size;
    if (page === this.#open && at + size === this.#used.at(page)) {
      // The last one of the open page: its room is free again.
      this.#setUsed(page, at);
    }
    this.#settle(page);
  }

  // ── the open page ────────────────────────────────────────────────────────────────────────────────────

  #append(hash: number, bytes: Uint8Array, size: number): void {
    const page = this.#open;
    const at = this.#used.at(page);
    const target = this.#held.get(page) as Uint8Array;
    const length = lengthOf(bytes);
    for (let i = 0; i < 4; i++) target[at + i] = hash >>> (8 * i);
    target[at + 4] = length;
    target[at + 5] = length >>> 8;
    copyInto(target, bytes, at + (this.#aligned ? ALIGNED_BYTES : HEADER_BYTES));
    this.#setUsed(page, at + size);
    this.#live.set(page, this.#live.at(page) + size);
    this.#liveBytes += size;
    this.page = page;
    this.at = at;
  }

  /** Sees to it that the open page has room for an entry. Ends after HELD_MAX rounds. */
  #room(size: number): boolean {
    if (size > this.#maxBytes) return false;
    if (this.#open === NONE && this.#sealed.length === 0) this.#begin();
    while (!this.#fits(size)) {
      this.#seal();
      if (this.#storeSealed()) {
        // A subscriber that was told of an eviction may have begun one.
        if (this.#open === NONE) this.#begin();
      } else if (!this.#reclaim(size)) {
        this.#reopen();
        return false;
      }
    }
    return true;
  }

  #fits(size: number): boolean {
    const page = this.#open;
    if (page === NONE) return false;
    if (this.#used.at(page) + size <= Math.min(this.#pageSize, this.#maxBytes)) return true;
    const live = this.#live.at(page);
    if (this.#used.at(page) - live < this.#pageSize * SQUEEZE_PART || live + size > this.#pageSize)
      return false;
    this.#squeeze(page);
    return this.#used.at(page) + size <= Math.min(this.#pageSize, this.#maxBytes);
  }

  /** Closes up what lives in a page in memory. */
  #squeeze(page: number): void {
    const bytes = this.#held.get(page) as Uint8Array;
    const used = this.#used.at(page);
    let to = 0;
    for (let from = 0; from < used; ) {
      const size = this.entryBytes(lengthAt(bytes, from));
      const slot = this.#residents.findAt(hashAt(bytes, from), page, from);
      if (slot >= 0) {
        bytes.copyWithin(to, from, from + size);
        this.#residents.setPlace(slot, page, to);
        to += size;
      }
      from += size;
    }
    this.#setUsed(page, to);
  }

  /** What needs memory comes first: a host that has none throws, and nothing has changed. */
  #begin(): void {
    const page = this.#free.at(-1) ?? this.#count;
    const bytes = this.#spare ?? new Uint8Array(this.#pageSize);
    for (const column of [this.#used, this.#live, this.#flags, this.#residents]) column.reserve(page);
    if (this.#free.pop() === undefined) this.#count += 1;
    this.#spare = undefined;
    this.#held.set(page, bytes);
    this.#open = page;
  }

  #seal(): void {
    if (this.#open === NONE) return;
    this.#sealed.push(this.#open);
    this.#open = NONE;
  }

  /** The sealed page with most room is the open one again. */
  #reopen(): void {
    if (this.#open !== NONE || this.#sealed.length === 0) return;
    const open = this.#sealed.reduce((best, page) =>
      this.#used.at(page) < this.#used.at(best) ? page : best,
    );
    this.#sealed = this.#sealed.filter((page) => page !== open);
    this.#open = open;
  }

  /** Stores pages that are sealed. True: none is left. */
  #storeSealed(): boolean {
    for (let page = this.#sealed.pop(); page !== undefined; page = this.#sealed.pop()) {
      if (this.#live.at(page) === 0) this.#settle(page);
      else if (!this.#storePage(page)) return this.#sealed.length === 0;
    }
    return true;
  }

  /** Stores a page that is in memory and in no list. If it is refused, it is sealed as before. */
  #storePage(page: number): boolean {
    let stored = false;
    this.#flag(page, PINNED);
    try {
      const bytes = this.#held.get(page) as Uint8Array;
      stored = this.#pages.store(SHARED_AREA, page, bytes.subarray(0, this.#used.at(page)));
    } finally {
      this.#unflag(page, PINNED);
      if (stored) this.#letGo(page);
      else this.#sealed.push(page);
      this.#settle(page);
    }
    return stored;
  }

  /** A page is in the pool now. */
  #letGo(page: number): void {
    this.#flag(page, STORED);
    this.#spare = this.#held.get(page);
    this.#held.delete(page);
  }

  // ── dead room ────────────────────────────────────────────────────────────────────────────────────────

  /** Moves what lives in one page that is sparse, if there is any. Fails for no page's sake. */
  maintain(): void {
    if (this.#moving) return;
    const page = this.#nextSparse(0);
    if (page !== NONE) this.#move(page);
  }

  /** The pool is full: makes room in it by moving one page. False: there is none worth it, or no memory. */
  makeRoom(): boolean {
    this.#seal();
    const made = this.#reclaim(0);
    this.#reopen();
    return made;
  }

  /**
   * The pool has refused a sealed page. Moves another one into a new open page, which leaves room for so many
   * bytes there, and in the pool for sealed ones.
   */
  #reclaim(size: number): boolean {
    if (this.#moving || this.#held.size >= HELD_MAX) return false;
    let page = this.#nextSparse(size);
    if (page === NONE) page = this.#findSparse(size);
    if (page === NONE) return false;
    this.#begin();
    this.#move(page);
    this.#storeSealed();
    return true;
  }

  /** A page from the list of sparse ones that still is, and leaves so much room when it is moved. */
  #nextSparse(size: number): number {
    for (let page = this.#sparse.pop(); page !== undefined; page = this.#sparse.pop()) {
      const listed = (this.#flags.at(page) & SPARSE) !== 0;
      this.#unflag(page, SPARSE);
      if (listed && this.#isSparse(page, DEAD_PART) && this.#live.at(page) + size <= this.#pageSize)
        return page;
    }
    return NONE;
  }

  /** The page with most dead of the next LOOKS ones, if it is worth it. */
  #findSparse(size: number): number {
    let best = NONE;
    for (let looks = Math.min(LOOKS, this.#count); looks > 0; looks--) {
      this.#look = this.#look + 1 < this.#count ? this.#look + 1 : 0;
      const page = this.#look;
      if (!this.#isSparse(page, WORTH_PART) || this.#live.at(page) + size > this.#pageSize) continue;
      if (best === NONE || this.#dead(page) > this.#dead(best)) best = page;
    }
    return best;
  }

  #dead(page: number): number {
    return this.#used.at(page) - this.#live.at(page);
  }

  #isSparse(page: number, part: number): boolean {
    const movable = (this.#flags.at(page) & (STORED | PINNED | DAMAGED)) === STORED;
    return movable && this.#dead(page) >= this.#used.at(page) * part && this.#dead(page) > 0;
  }

  /** Moves what lives in a stored page to the open one. What finds no room stays. */
  #move(page: number): void {
    this.#moving = true;
    this.#flag(page, PINNED);
    try {
      this.#source ??= new Uint8Array(this.#pageSize);
      this.#pages.load(SHARED_AREA, page, this.#source, this.#used.at(page));
      this.repackedPages += 1;
      this.#moveFrom(page, this.#source);
    } catch (error) {
      const { code } = error as SpillwayError;
      if (code === "ERR_SPILLWAY_DAMAGED") this.#flag(page, DAMAGED);
      else if (code === "ERR_SPILLWAY_WOULD_BLOCK") this.#moveLater(page);
      // No stack or no memory for it now, or its device does not answer: another time.
      else if (!LATER.has(code) && !(error instanceof RangeError)) throw error;
    } finally {
      this.#moving = false;
      this.#unflag(page, PINNED);
      this.#settle(page);
    }
  }

  /**
   * Has a page read and moves it then, if that is still worth it. One at a time: the others wait for theirs.
   */
  #moveLater(page: number): void {
    if (this.#reading) return;
    this.#reading = true;
    const move = () => {
      if (!this.#pages.ended && !this.#moving && this.#isSparse(page, DEAD_PART)) this.#move(page);
    };
    const end = () => {
      this.#reading = false;
    };
    this.#pages.whenRead({ area: SHARED_AREA, offsets: [page] }, undefined, move).then(end, end);
  }

  #moveFrom(page: number, bytes: Uint8Array): void {
    const used = this.#used.at(page);
    for (let at = 0; at < used; ) {
      const length = lengthAt(bytes, at);
      const size = this.entryBytes(length);
      const hash = hashAt(bytes, at);
      if (this.#residents.findAt(hash, page, at) >= 0) {
        if (!this.#room(size)) return;
        // Asked again: a subscriber may have been told of something meanwhile, and have deleted it.
        const slot = this.#residents.findAt(hash, page, at);
        if (slot >= 0) {
          const begin = at + (this.#aligned ? ALIGNED_BYTES : HEADER_BYTES);
          this.#append(hash, bytes.subarray(begin, begin + length), size);
          this.#residents.setPlace(slot, this.page, this.at);
          this.#live.set(page, this.#live.at(page) - size);
          this.#liveBytes -= size;
        }
      }
      at += size;
    }
  }

  // ── pages ────────────────────────────────────────────────────────────────────────────────────────────

  #bytesOf(page: number): Uint8Array {
    const held = this.#held.get(page);
    if (held !== undefined) return held;
    if (this.#loaded !== page) {
      this.#loaded = NONE;
      this.#pages.load(SHARED_AREA, page, this.#scratch, this.#used.at(page));
      this.#loaded = page;
    }
    return this.#scratch;
  }

  /** After something in a page has died: lets go of an empty one, lists a sparse one. */
  #settle(page: number): void {
    const flags = this.#flags.at(page);
    if ((flags & PINNED) !== 0) return;
    if (this.#live.at(page) === 0) {
      if (page === this.#open) this.#setUsed(page, 0);
      else this.#release(page);
    } else if ((flags & SPARSE) === 0 && this.#isSparse(page, DEAD_PART)) {
      this.#flag(page, SPARSE);
      this.#sparse.push(page);
    }
  }

  #release(page: number): void {
    if (this.#used.at(page) === 0 && !this.#held.has(page)) return;
    const stored = (this.#flags.at(page) & STORED) !== 0;
    this.#flags.set(page, 0);
    this.#setUsed(page, 0);
    if (this.#loaded === page) this.#loaded = NONE;
    this.#spare ??= this.#held.get(page);
    if (this.#held.delete(page)) this.#sealed = this.#sealed.filter((one) => one !== page);
    this.#free.push(page);
    if (stored) this.#pages.drop(SHARED_AREA, page);
  }

  #setUsed(page: number, bytes: number): void {
    this.#usedBytes += bytes - this.#used.at(page);
    this.#used.set(page, bytes);
  }

  #flag(page: number, flag: number): void {
    this.#flags.set(page, this.#flags.at(page) | flag);
  }

  #unflag(page: number, flag: number): void {
    this.#flags.set(page, this.#flags.at(page) & ~flag);
  }
}

function lengthAt(page: Uint8Array, at: number): number {
  return (page[at + 4] as number) | ((page[at + 5] as number) << 8);
}

function hashAt(page: Uint8Array, at: number): number {
  let hash = 0;
  for (let i = 3; i >= 0; i--) hash = hash * 256 + (page[at + i] as number);
  return hash;
}
