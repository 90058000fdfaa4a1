/**
 * arena_set.ts - the linear memory of a pool: which arenas there are, how they are set, and how far each may
 * grow.
 *
 * Linear memory never shrinks and ends at 4 GiB. So memory is given back by moving all pages out of an arena
 * and letting go of it, and a pool that is full can do that only if the pages find room elsewhere. Therefore
 * the first arena may take half of the pool, the next one half of the rest, and so on. A pool that stays
 * below half of its limit has one arena and pays nothing for the others; a full one has four or five.
 *
 * Owns:   the list of arenas, which of them takes new pages, the settings they are made with, the limit; the
 *         counters of arenas that are gone; the peaks of all together.
 * Keeps:  the memories of all arenas and workshops together stay within the limit: one arena may grow at a
 *         time (grant).
 */

import * as abi from "../abi.js";
import { drawSeed } from "../base/host.js";
import type { CheckedOptions } from "../base/options/pool.js";
import { Arena, type ArenaSettings } from "../engine/arena.js";
import type { AreaHandle, Inode } from "../engine/keys.js";
import { Peak } from "../telemetry/peaks.js";
import { Counters } from "../telemetry/stats_read.js";

/**
 * No arena is planned smaller than 16 MiB, or its fixed regions would weigh too much, nor smaller than a
 * sixteenth of the pool, because a look-up that misses asks every arena. So pools below 32 MiB have one.
 */
const SHARE_WASM_PAGES_MIN = 256;
const SHARE_PART_MIN = 1 / 16;
/** What a new arena must be able to grow to: fixed regions, a block of records, some slabs. */
const FRESH_WASM_PAGES_MIN = 16;
const FRESH_PAGES_MIN = 64;
/**
 * An arena that was full accepts again when this part of it is free, if other arenas might have room: a store
 * that fails has encoded its page in vain. Under random overwriting the ends of slabs alone come to a 230th.
 * With a 256th every store to a full pool of 192 MiB asked all arenas, 78 us instead of 24, and no more pages
 * were kept.
 */
const RETRY_PART = 128;
/**
 * A host that had no memory for an arena is asked again only after so many stores: it collects all its
 * garbage before it answers.
 */
const DENIED_STORES = 1000;
/**
 * The most that one store can add to the live bytes, in pages: a block of sixteen for a body and another one
 * for records, with what belongs to them, rounded up generously.
 */
const STORE_PAGES_MAX = 64;

export class ArenaSet {
  /** Bound of all linear memory, in bytes and in wasm pages. */
  readonly maxBytes: number;
  readonly maxWasmPages: number;
  /** What is the same for all arenas. */
  readonly settings: ArenaSettings;
  readonly module: WebAssembly.Module;
  /** In no order that means anything. An arena that is removed leaves a new list behind. */
  #list: Arena[];
  /** Where new pages go, and the only arena that may grow. */
  current: Arena;
  /**
   * True from a store for which no arena had room until so few bytes are live that stores are accepted again.
   */
  full = false;
  /**
   * Whether ephemeral pages are evicted when room is wanted: from the first store for which no arena had
   * room. Each key then belongs to one arena (homeOf), so a page returns to the arena that remembers its
   * eviction.
   */
  evicting = false;
  /**
   * Highest numbers of pages and live bytes. An arena knows its own; the sums of several are looked at after
   * stores.
   */
  readonly peak: Peak;
  /** Peaks, the pool's and its clients', that need no look before the next doubt. */
  readonly quietPeaks = new Set<Peak>();
  /** Counters of arenas that are gone, and the bytes of their memory. */
  readonly retired = new Counters();
  returnedBytes = 0;
  /** Wasm pages lent to workshops. */
  lentWasmPages = 0;
  /**
   * The most bytes that must be free in an arena that was full: what one spill frees, if there are devices.
   */
  acceptMost = Number.POSITIVE_INFINITY;
  /** Opens in a new arena what is open in the others. Throws when there is no room for that. */
  readonly #furnish: (arena: Arena) => void;
  readonly #acceptThreshold: number;
  readonly #leastShare: number;
  /** Bound of linear memory at present, in wasm pages: maxWasmPages, or less on request. */
  #limitWasmPages: number;
  /** So many wasm pages arenas leave free for workshops. */
  #keptWasmPages = 0;
  /** The arena that was made to move pages into, while they move. */
  #target: Arena | undefined;
  /** Live bytes at which a pool that was full accepts again. */
  #acceptBytes = 0;
  /** Stores that ask the host for no arena, from now on. */
  #denied = 0;
  /** Highest linear memory so far, noted before it falls (takeBack, remove). */
  #peakReservedBytes = 0;

  /**
   * `furnish` opens in a new arena what is open in the others. `leastShare`, in wasm pages, is for tests.
   * Throws ERR_SPILLWAY_OUT_OF_MEMORY when the host has no memory for the first arena.
   */
  constructor(
    module: WebAssembly.Module,
    options: CheckedOptions,
    furnish: (arena: Arena) => void,
    leastShare = SHARE_WASM_PAGES_MIN,
  ) {
    this.module = module;
    this.settings = {
      pageSize: options.pageSize,
      flags:
        (options.dedupe === false ? 0 : abi.FLAG_DEDUPE) |
        (options.verify ? abi.FLAG_VERIFY : 0) |
        (options.refusePoor ? abi.FLAG_REFUSE_POOR : 0) |
        (options.compress ? abi.FLAG_COMPRESS : 0) |
        (options.zeroize ? abi.FLAG_ZEROIZE : 0),
      nurseryPages: Math.floor(options.nurseryBytes / options.pageSize),
      seed: options.seed ?? drawSeed(),
    };
    this.#furnish = furnish;
    this.maxWasmPages = this.#limitWasmPages = options.maxWasmPages;
    this.maxBytes = options.maxWasmPages * abi.WASM_PAGE_BYTES;
    this.#acceptThreshold = options.acceptThreshold;
    this.#leastShare = Math.max(leastShare, Math.ceil(SHARE_PART_MIN * options.maxWasmPages));
    this.peak = new Peak(STORE_PAGES_MAX * options.pageSize, this.quietPeaks);
    this.current = new Arena(module, this.settings, this.#shareFor(this.maxWasmPages));
    this.#list = [this.current];
    this.grant();
  }

  // ── the arenas ───────────────────────────────────────────────────────────────────────────────────────

  /**
   * The arenas as they are now, to walk over. An arena that is removed meanwhile stays in the list handed
   * out.
   */
  each(): readonly Arena[] {
    return this.#list;
  }

  get count(): number {
    return this.#list.length;
  }

  has(arena: Arena): boolean {
    return this.#list.includes(arena);
  }

  /** All arenas but one. */
  others(than: Arena): Arena[] {
    return this.#list.filter((arena) => arena !== than);
  }

  /** What `of` says of each arena, added up. */
  sum(of: (arena: Arena) => number): number {
    let sum = 0;
    for (const arena of this.#list) sum += of(arena);
    return sum;
  }

  /**
   * The arena in which a page of a file system belongs while pages are evicted: each arena has keys by its
   * size.
   */
  homeOf(area: AreaHandle, offset: number, { low, high }: Inode): Arena {
    let hash = Math.imul(area ^ Math.imul(high, 0x27d4eb2f), 0x9e3779b1);
    hash = Math.imul(offset ^ (hash >>> 15) ^ Math.imul(low, 0x165667b1), 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
    let at = (((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32) * (this.wasmPages - this.lentWasmPages);
    for (const arena of this.#list) {
      at -= arena.wasmPages;
      if (at < 0 && !arena.draining) return arena;
    }
    return this.current;
  }

  // ── settings ─────────────────────────────────────────────────────────────────────────────────────────

  /** Whether stores compress. */
  get compress(): boolean {
    return (this.settings.flags & abi.FLAG_COMPRESS) !== 0;
  }

  set compress(compress: boolean) {
    this.#setFlag(abi.FLAG_COMPRESS, compress);
  }

  /** Whether freed bytes are overwritten. */
  get zeroize(): boolean {
    return (this.settings.flags & abi.FLAG_ZEROIZE) !== 0;
  }

  /** Whether ephemeral pages are to be evicted when room is wanted. */
  setEvicting(evicting: boolean): void {
    if (this.evicting === evicting) return;
    this.evicting = evicting;
    this.#setFlag(abi.FLAG_EVICT, evicting);
  }

  #setFlag(flag: number, on: boolean): void {
    const { flags } = this.settings;
    this.settings.flags = on ? flags | flag : flags & ~flag;
    for (const arena of this.#list) arena.setFlags(this.settings.flags);
  }

  /**
   * Bound of linear memory in bytes: at most maxBytes. A lower one stops growth at once and takes nothing
   * away.
   */
  get limitBytes(): number {
    return this.#limitWasmPages * abi.WASM_PAGE_BYTES;
  }

  set limitBytes(bytes: number) {
    this.#limitWasmPages = Math.min(this.maxWasmPages, Math.floor(bytes / abi.WASM_PAGE_BYTES));
    this.full = false;
    this.setEvicting(false);
    this.grant();
  }

  // ── gauges ───────────────────────────────────────────────────────────────────────────────────────────

  /** Pages kept in all arenas. */
  get pages(): number {
    return this.sum((arena) => arena.pages);
  }

  /** Bytes in use in all arenas: what is occupied, less what is free inside slabs. */
  get liveBytes(): number {
    return this.sum((arena) => arena.liveBytes);
  }

  /** Bytes of the pages kept, less those used. */
  get savedBytes(): number {
    return this.sum((arena) => arena.savedBytes);
  }

  /** Pages evicted so far, modulo 2^32. */
  get evictedLow(): number {
    return (this.retired.get(abi.STAT_EVICTED) + this.sum((arena) => arena.evictedLow)) >>> 0;
  }

  /** Linear memory of all arenas and workshops, in wasm pages. */
  get wasmPages(): number {
    return this.lentWasmPages + this.sum((arena) => arena.wasmPages);
  }

  /** Linear memory of all arenas and workshops, in bytes. */
  get reservedBytes(): number {
    return this.wasmPages * abi.WASM_PAGE_BYTES;
  }

  /** The most that reservedBytes has been. */
  get peakReservedBytes(): number {
    return Math.max(this.#peakReservedBytes, this.reservedBytes);
  }

  /** Takes what is kept now into the peaks. To be called after a store if `peak.due()` says so. */
  seePeak(): void {
    this.peak.see(this.pages, this.liveBytes);
  }

  /** Takes in an arena's own peaks, out of its counters. */
  takePeaks(counters: Counters): void {
    this.peak.raise(counters.get(abi.STAT_PEAK_PAGES), counters.get(abi.STAT_PEAK_LIVE_BYTES));
  }

  /** Lets the peaks begin anew with what is kept now. */
  resetPeaks(): void {
    for (const arena of this.#list) arena.resetPeaks();
    this.peak.reset(this.pages, this.liveBytes);
    this.#peakReservedBytes = this.reservedBytes;
  }

  // ── growth ───────────────────────────────────────────────────────────────────────────────────────────

  /** Wasm pages by which arenas may still grow. */
  get #spare(): number {
    return this.#limitWasmPages - this.wasmPages - Math.max(0, this.#keptWasmPages - this.lentWasmPages);
  }

  /**
   * Makes another arena the current one that is not in `full`: one with room, one that may grow, or a new
   * one.
   */
  advance(full: ReadonlySet<Arena>): boolean {
    const others = this.#list.filter((arena) => !full.has(arena) && !arena.draining);
    const spare = this.#spare;
    const next =
      others.find((arena) => !arena.full) ??
      others.find((arena) => spare > 0 && arena.wasmPages < arena.shareWasmPages) ??
      this.#tryAdd();
    if (next === undefined) return false;
    this.grant(next);
    return true;
  }

  /**
   * How far a new arena may grow when `spare` wasm pages are left: by half of them, or by all of the last
   * few.
   */
  #shareFor(spare: number): number {
    const share = spare < 2 * this.#leastShare ? spare : Math.ceil(spare / 2);
    return Math.min(share, abi.MEMORY_WASM_PAGES_MAX);
  }

  /** Whether an arena, once it is the current one, could grow by so many wasm pages. */
  mayGrow(arena: Arena, wasmPages: number): boolean {
    const spare = Math.min(this.#spare, arena.shareWasmPages - arena.wasmPages);
    return !arena.draining && wasmPages <= spare;
  }

  /** A new arena for new pages, if the limit and the host have room for one. */
  #tryAdd(): Arena | undefined {
    const spare = this.#spare;
    const least = Math.max(
      FRESH_WASM_PAGES_MIN,
      Math.ceil((FRESH_PAGES_MIN * this.settings.pageSize) / abi.WASM_PAGE_BYTES),
    );
    return spare < least ? undefined : this.#addIfThere(this.#shareFor(spare));
  }

  /**
   * A new arena that can grow to `wasmPages`, to move another one's pages into. It may exceed a lowered
   * limit, because more is given back afterwards, but never maxBytes.
   */
  tryAddTarget(wasmPages: number): Arena | undefined {
    if (wasmPages > Math.min(this.maxWasmPages - this.wasmPages, abi.MEMORY_WASM_PAGES_MAX)) return undefined;
    this.#target = this.#addIfThere(wasmPages);
    return this.#target;
  }

  /**
   * The arena made as a target is full or no longer needed as one: from now on it is an arena like the
   * others.
   */
  forgetTarget(): void {
    this.#target = undefined;
    this.grant();
  }

  #addIfThere(share: number): Arena | undefined {
    if (this.#denied > 0) {
      this.#denied -= 1;
      return undefined;
    }
    try {
      const arena = new Arena(this.module, this.settings, share);
      this.#furnish(arena);
      this.#list.push(arena);
      return arena;
    } catch {
      // The host has no memory for another: the pool is full, which is a refusal and no error.
      this.#denied = DENIED_STORES;
      return undefined;
    }
  }

  /** Lets go of an arena without pages. Answers the bytes of its memory. */
  remove(source: Arena): number {
    const counters = source.counters();
    if (counters.get(abi.STAT_STORED_PAGES) !== 0) throw new Error("the arena is not empty");
    const bytes = source.wasmPages * abi.WASM_PAGE_BYTES;
    this.setEvicting(false);
    this.#notePeakReserved();
    this.retired.addGone(counters);
    this.#list = this.others(source);
    this.returnedBytes += bytes;
    this.full = false;
    this.forgetTarget();
    return bytes;
  }

  /** To be called before linear memory is let go of: at all other times it only grows. */
  #notePeakReserved(): void {
    this.#peakReservedBytes = this.peakReservedBytes;
  }

  /** Makes `arena` the current one. It alone may grow, by what the others leave of the limit. */
  grant(arena = this.current): void {
    this.current = arena;
    let others =
      arena === this.#target ? this.lentWasmPages : Math.max(this.lentWasmPages, this.#keptWasmPages);
    for (const other of this.#list) {
      if (other === arena) continue;
      others += other.wasmPages;
      other.setLimits(other.wasmPages, this.#acceptOf(other.wasmPages));
    }
    const bound = arena === this.#target ? this.maxWasmPages : this.#limitWasmPages;
    const limit = Math.min(arena.shareWasmPages, Math.max(arena.wasmPages, bound - others));
    arena.setLimits(limit, this.#acceptOf(limit));
  }

  /**
   * Bytes that must be free in an arena of this size before it accepts again; out of reach while the pool is
   * full.
   */
  #acceptOf(wasmPages: number): number {
    if (this.full) return 2 ** 32 - 1;
    if (this.#list.length === 1) return 0;
    return Math.min(this.acceptMost, Math.floor((wasmPages * abi.WASM_PAGE_BYTES) / RETRY_PART));
  }

  // ── a full pool ──────────────────────────────────────────────────────────────────────────────────────

  /** No arena had room. With an acceptThreshold below 1 stores are refused until enough has been freed. */
  becomeFull(): void {
    if (this.#acceptThreshold >= 1) return;
    this.full = true;
    this.#acceptBytes = this.#accepting();
    this.grant();
  }

  /** Whether a full pool accepts stores again. If so, it is no longer full. */
  acceptsAgain(): boolean {
    if (this.liveBytes > this.#acceptBytes) return false;
    this.full = false;
    this.grant();
    return true;
  }

  /**
   * How many bytes may be live when a pool that was full accepts again: the records of now, which go only
   * with their pages, and acceptThreshold of the room that is left for bodies beside them.
   */
  #accepting(): number {
    const fixed = this.sum((arena) => {
      const counters = arena.counters();
      return counters.get(abi.STAT_USED_BYTES) - counters.get(abi.STAT_SLAB_BYTES);
    });
    return fixed + this.#acceptThreshold * Math.max(0, this.limitBytes - fixed);
  }

  // ── workshops and dictionaries ──────────────────────────────────────────────────────────────────────────

  /** From now on arenas leave so many wasm pages free for workshops. */
  keep(wasmPages: number): void {
    this.#keptWasmPages = wasmPages;
    this.grant();
  }

  /** Whether the limit has room for so many wasm pages beside the arenas. */
  hasRoom(wasmPages: number): boolean {
    return wasmPages <= this.#limitWasmPages - this.wasmPages;
  }

  /** A workshop has taken so many wasm pages. */
  lend(wasmPages: number): void {
    this.lentWasmPages += wasmPages;
    this.grant();
  }

  /** A workshop of so many wasm pages is gone. */
  takeBack(wasmPages: number): void {
    this.#notePeakReserved();
    this.lentWasmPages -= wasmPages;
    this.grant();
  }

  /**
   * Lets an arena, the current one or not, grow by so many wasm pages until the next grant. False when the
   * limit has no room for that.
   */
  lift(arena: Arena, wasmPages: number): boolean {
    if (!this.hasRoom(wasmPages)) return false;
    arena.setLimits(arena.wasmPages + wasmPages, this.#acceptOf(arena.wasmPages));
    return true;
  }
}
