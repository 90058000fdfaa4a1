/**
 * memory.ts - the linear memory of a pool: which arenas there are, how they are set, and how far each may grow.
 *
 * Why more than one arena: linear memory never shrinks and ends at 4 GiB. Memory is given back by moving pages out of an
 * arena and letting go of all of it, and a pool that has filled up can do that only if the pages find room elsewhere. So the
 * first arena may take half of the pool, the next half of the rest, and so on: a pool that stays below half of its
 * limit has one arena and pays nothing for the others, and one that is full has four or five.
 *
 * Owns:   the list of arenas, which of them takes new pages, the settings they are made with, the limit; counters of arenas
 *         that are gone; the peaks of all together.
 * Keeps:  the memories of all arenas and workshops together stay within the limit: only one arena may grow at a time (grant).
 * Called: arenas.ts and all that looks after arenas.
 */

import * as abi from "./abi.js";
import { Arena, type ArenaSettings } from "./arena.js";
import { drawSeed } from "./host.js";
import type { CheckedOptions } from "./options.js";
import { Peak } from "./peaks.js";
import { sumCounters } from "./stats.js";

/**
 * No arena is planned smaller than this, 16 MiB, for fixed regions would weigh too much, nor smaller than a sixteenth of the
 * pool, for every arena is asked by a look-up that misses. So pools below 32 MiB have one.
 */
const SHARE_WASM_PAGES_MIN = 256;
const SHARE_PART_MIN = 1 / 16;
/** What a new arena must be able to grow to: fixed regions, a block of records, some slabs. */
const FRESH_WASM_PAGES_MIN = 16;
/**
 * An arena that was full accepts again when this part of it is free, if there are others that might have room: a store
 * that fails has encoded its page in vain. The ends of slabs alone come to a 230th under random overwriting: with a 256th
 * every store to a full pool asked all arenas, 78 us instead of 24 in one of 192 MiB, and no more was kept.
 */
const RETRY_PART = 128;
/** A host that had no memory for an arena is not asked again for so many times: being asked, it collects all its garbage first. */
const DENIED_STORES = 1000;
/**
 * The most that one store can add to what is live, in pages: a block of sixteen for a body and another for records, with what
 * belongs to them, rounded up generously.
 */
const STORE_PAGES_MAX = 64;

export class Memory {
  /** Bound of all linear memory, in bytes and in wasm pages. */
  readonly maxBytes: number;
  readonly maxWasmPages: number;
  /** What is the same for all arenas. */
  readonly settings: ArenaSettings;
  readonly module: WebAssembly.Module;
  /**
   * The arenas, in no order that means anything. Others only read it. One that goes leaves a new list behind: whoever walks over
   * the old one meets all that were in it.
   */
  list: Arena[];
  /** Where new pages go, and the only arena that may grow. */
  current: Arena;
  /** True from a store for which no arena had room until so little is live that stores are accepted again. */
  full = false;
  /**
   * Whether ephemeral pages go when room is wanted: once no arena had room. Each key then has an arena of its own, so that the
   * arena that remembers a page is the one to which it returns.
   */
  evicting = false;
  /** Highest numbers of pages and of live bytes. An arena knows its own; what several have together is seen after stores. */
  readonly peak: Peak;
  /** Peaks that need not look before the next doubt, the pool's and those of its clients. */
  readonly quietPeaks = new Set<Peak>();
  /** Counters of arenas that are gone, and the bytes that they had. */
  readonly retired = new Float64Array(abi.STATS_BYTES / 8);
  returnedBytes = 0;
  /** Wasm pages lent to workshops. */
  lentWasmPages = 0;
  /** Opens in a new arena what is open in the others. Throws when there is no room for that. */
  readonly #furnish: (arena: Arena) => void;
  readonly #acceptThreshold: number;
  readonly #leastShare: number;
  /** At most this much linear memory, in wasm pages: maxWasmPages, or less on request. */
  #limitWasmPages: number;
  /** Wasm pages of which arenas leave so many free for workshops. */
  #keptWasmPages = 0;
  /** The arena that was made to move pages into, while they move. */
  #target: Arena | undefined;
  /** Live bytes at which a pool that was full accepts again. */
  #acceptBytes = 0;
  /** How many more times no arena is asked for. */
  #denied = 0;
  /** Highest linear memory, which falls only where that is noted (takeBack, remove). */
  #peakReservedBytes = 0;

  /** Throws ERR_SPILLWAY_OUT_OF_MEMORY when the host has none for the first arena. `leastShare` in wasm pages, for tests. */
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
    this.list = [this.current];
    this.grant();
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

  /** Lets ephemeral pages go when room is wanted, or keeps them. */
  setEvicting(evicting: boolean): void {
    if (this.evicting === evicting) return;
    this.evicting = evicting;
    this.#setFlag(abi.FLAG_EVICT, evicting);
  }

  #setFlag(flag: number, on: boolean): void {
    const { flags } = this.settings;
    this.settings.flags = on ? flags | flag : flags & ~flag;
    for (const arena of this.list) arena.setFlags(this.settings.flags);
  }

  /** Bound of linear memory in bytes: at most maxBytes. A lower one stops growth at once and takes nothing away. */
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
    let sum = 0;
    for (const arena of this.list) sum += arena.pages;
    return sum;
  }

  /** Bytes in use in all arenas: what is occupied, less what is free inside slabs. */
  get liveBytes(): number {
    let sum = 0;
    for (const arena of this.list) sum += arena.liveBytes;
    return sum;
  }

  /** Bytes of the pages kept, less those used. */
  get savedBytes(): number {
    let sum = 0;
    for (const arena of this.list) sum += arena.savedBytes;
    return sum;
  }

  /** Pages evicted so far, modulo 2^32. */
  get evictedLow(): number {
    let sum = this.retired[abi.STAT_EVICTED / 8] as number;
    for (const arena of this.list) sum += arena.evictedLow;
    return sum >>> 0;
  }

  /** Linear memory of all arenas and workshops, in wasm pages. */
  get wasmPages(): number {
    let sum = this.lentWasmPages;
    for (const arena of this.list) sum += arena.wasmPages;
    return sum;
  }

  /** Linear memory of all arenas and workshops, in bytes. */
  get reservedBytes(): number {
    return this.wasmPages * abi.WASM_PAGE_BYTES;
  }

  /** The most that it has been. */
  get peakReservedBytes(): number {
    return Math.max(this.#peakReservedBytes, this.reservedBytes);
  }

  /** Takes what is kept now into the peaks. To be called after a store where `peak` says so. */
  seePeak(): void {
    this.peak.see(this.pages, this.liveBytes);
  }

  /** Takes in what an arena knows of its own peaks, of its counters. */
  takePeaks(counters: Float64Array): void {
    this.peak.raise(
      counters[abi.STAT_PEAK_PAGES / 8] as number,
      counters[abi.STAT_PEAK_LIVE_BYTES / 8] as number,
    );
  }

  /** These are the peaks now. */
  resetPeaks(): void {
    for (const arena of this.list) arena.resetPeaks();
    this.peak.reset(this.pages, this.liveBytes);
    this.#peakReservedBytes = this.reservedBytes;
  }

  // ── growth ───────────────────────────────────────────────────────────────────────────────────────────

  /** Wasm pages by which arenas may still grow. */
  get #spare(): number {
    return this.#limitWasmPages - this.wasmPages - Math.max(0, this.#keptWasmPages - this.lentWasmPages);
  }

  /** Makes another arena the current one that is not in `full`: one with room, one that may grow, or a new one. */
  advance(full: ReadonlySet<Arena>): boolean {
    const others = this.list.filter((arena) => !full.has(arena) && !arena.draining);
    const spare = this.#spare;
    const next =
      others.find((arena) => !arena.full) ??
      others.find((arena) => spare > 0 && arena.wasmPages < arena.shareWasmPages) ??
      this.#tryAdd();
    if (next === undefined) return false;
    this.grant(next);
    return true;
  }

  /** How large an arena may become that begins with `spare` wasm pages to take: half of them, or all of the last few. */
  #shareFor(spare: number): number {
    const share = spare < 2 * this.#leastShare ? spare : Math.ceil(spare / 2);
    return Math.min(share, abi.MEMORY_WASM_PAGES_MAX);
  }

  /** Whether an arena could grow by so many wasm pages if it were the current one. */
  mayGrow(arena: Arena, wasmPages: number): boolean {
    const spare = Math.min(this.#spare, arena.shareWasmPages - arena.wasmPages);
    return !arena.draining && wasmPages <= spare;
  }

  /** A new arena for new pages, if the limit and the host have room for one. */
  #tryAdd(): Arena | undefined {
    const spare = this.#spare;
    const least = Math.max(
      FRESH_WASM_PAGES_MIN,
      Math.ceil((64 * this.settings.pageSize) / abi.WASM_PAGE_BYTES),
    );
    return spare < least ? undefined : this.#addIfThere(this.#shareFor(spare));
  }

  /**
   * A new arena that can grow to `wasmPages`, to move another one's pages into. May go beyond a lowered limit, for the sake of
   * what is given back then, but not beyond maxBytes.
   */
  tryAddTarget(wasmPages: number): Arena | undefined {
    if (wasmPages > Math.min(this.maxWasmPages - this.wasmPages, abi.MEMORY_WASM_PAGES_MAX)) return undefined;
    this.#target = this.#addIfThere(wasmPages);
    return this.#target;
  }

  /** Nothing moves any more into the arena that was made for that: it is one like the others. */
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
      this.list.push(arena);
      return arena;
    } catch {
      // The host has no memory for another: the pool is full, which is a refusal and no error.
      this.#denied = DENIED_STORES;
      return undefined;
    }
  }

  /** Lets go of an arena that has no pages. Answers the bytes of its memory. */
  remove(source: Arena): number {
    const counters = source.counters();
    if (counters[abi.STAT_STORED_PAGES / 8] !== 0) throw new Error("the arena is not empty");
    const bytes = source.wasmPages * abi.WASM_PAGE_BYTES;
    this.setEvicting(false);
    this.#notePeakReserved();
    sumCounters(this.retired, counters);
    this.list = this.list.filter((arena) => arena !== source);
    this.returnedBytes += bytes;
    this.full = false;
    this.forgetTarget();
    return bytes;
  }

  /** Before linear memory is let go of: at all other times it only grows. */
  #notePeakReserved(): void {
    this.#peakReservedBytes = this.peakReservedBytes;
  }

  /** Makes `arena` the current one and lets it alone grow, by what the others leave of the limit. */
  grant(arena = this.current): void {
    this.current = arena;
    let others =
      arena === this.#target ? this.lentWasmPages : Math.max(this.lentWasmPages, this.#keptWasmPages);
    for (const other of this.list) {
      if (other === arena) continue;
      others += other.wasmPages;
      other.setLimits(other.wasmPages, this.#acceptOf(other.wasmPages));
    }
    const bound = arena === this.#target ? this.maxWasmPages : this.#limitWasmPages;
    const limit = Math.min(arena.shareWasmPages, Math.max(arena.wasmPages, bound - others));
    arena.setLimits(limit, this.#acceptOf(limit));
  }

  /** Bytes that must be free in an arena of that size before it accepts again; never so many while the pool is full. */
  #acceptOf(wasmPages: number): number {
    if (this.full) return 2 ** 32 - 1;
    return this.list.length > 1 ? Math.floor((wasmPages * abi.WASM_PAGE_BYTES) / RETRY_PART) : 0;
  }

  // ── a full pool ──────────────────────────────────────────────────────────────────────────────────────

  /** No arena had room. With an acceptThreshold below 1 stores are refused until enough has been freed. */
  becomeFull(): void {
    if (this.#acceptThreshold >= 1) return;
    this.full = true;
    this.#acceptBytes = this.#accepting();
    this.grant();
  }

  /** Whether a full pool accepts stores again; it then is full no more. */
  acceptsAgain(): boolean {
    if (this.liveBytes > this.#acceptBytes) return false;
    this.full = false;
    this.grant();
    return true;
  }

  /**
   * How much may be live when a pool that was full accepts again: acceptThreshold of the room that bodies can have beside the
   * records of now, for these go only with their pages.
   */
  #accepting(): number {
    let fixed = 0;
    for (const arena of this.list) {
      const counters = arena.counters();
      fixed += (counters[abi.STAT_USED_BYTES / 8] as number) - (counters[abi.STAT_SLAB_BYTES / 8] as number);
    }
    return fixed + this.#acceptThreshold * Math.max(0, this.limitBytes - fixed);
  }

  // ── beside the arenas ────────────────────────────────────────────────────────────────────────────────

  /** Arenas leave so many wasm pages free for workshops from now on. */
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

  /** A workshop is let go of that had so many. */
  takeBack(wasmPages: number): void {
    this.#notePeakReserved();
    this.lentWasmPages -= wasmPages;
    this.grant();
  }

  /** Lets an arena grow by so many wasm pages whether or not it is the current one, until the next grant. False without room. */
  lift(arena: Arena, wasmPages: number): boolean {
    if (!this.hasRoom(wasmPages)) return false;
    arena.setLimits(arena.wasmPages + wasmPages, this.#acceptOf(arena.wasmPages));
    return true;
  }
}
