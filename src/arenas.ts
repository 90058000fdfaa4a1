/**
 * arenas.ts - the arenas of a pool, as one.
 *
 * A page lives in exactly one arena, with everything that belongs to it; any page may live in any arena. New pages go to
 * one of them, the current one, until it is full; a look-up asks the arenas in turn, first the one that answered last.
 * No structure here grows with the pages.
 *
 * What stands beside the way of a page is owned by others, who are had through the fields here: memory.ts says which arenas there
 * are and how far they grow, accounts.ts what they know of clients and areas, dictionaries.ts what recompression has in them,
 * images.ts who reads them, evictions.ts what went.
 *
 * Owns:   whether stores are accepted at all (frozen, shadow mode, autoOff), the clocks, counters of what no arena has seen or
 *         several have.
 * Called: frontswap.ts and cleancache.ts for pages; keeper.ts to move them; pool.ts.
 */

import * as abi from "./abi.js";
import { Accounts } from "./accounts.js";
import { type AreaHandle, type Arena, type Inode, NO_AREA } from "./arena.js";
import { type CloseMessage, Diagnostics, tell } from "./diagnostics.js";
import { Dictionaries } from "./dictionaries.js";
import { closedError } from "./errors.js";
import { Evictions } from "./evictions.js";
import { copyOf, lengthOf } from "./foreign.js";
import { Latency } from "./histogram.js";
import { drawSeed } from "./host.js";
import { Images } from "./images.js";
import { Memory } from "./memory.js";
import { Rent, readClock } from "./meter.js";
import type { CheckedOptions } from "./options.js";
import { Payoff } from "./payoff.js";
import { Shadow } from "./shadow.js";
import { type ArenaStats, type PoolStats, readStats } from "./stats.js";

const { PageKind, Status } = abi;

/** What a client at its cap loses in each of the other arenas when it needs room in one: this many pages. */
const CAPPED_PAGES = 4;

/** Outcomes of stores that come to no engine, beside those of Status: the pool does not pay at present; it keeps nothing. */
export const REFUSED_OFF = -101;
export const REFUSED_SHADOW = -102;

/** Finding of selfCheck that no single arena can have: a key that has a page in two of them. */
export const TWO_ARENAS = 100;

export class Arenas {
  readonly pageSize: number;
  /** Pages of one crossing. */
  readonly batch: number;
  readonly memory: Memory;
  readonly accounts: Accounts;
  readonly dictionaries: Dictionaries;
  readonly images: Images;
  readonly diagnostics: Diagnostics;
  readonly evictions: Evictions;
  /** What the pool takes and saves over time. */
  readonly rent: Rent;
  /** While true stores are refused. Everything else goes on, moving and giving back as well. */
  frozen = false;
  /** Which arena answered the last look-up. */
  #recent: Arena;
  /** Stores that one arena had no room for and another was then asked to keep; misses that were not the last word. */
  #retried = 0;
  #missed = 0;
  #retriedCapped = 0;
  /** Stores refused because the pool was frozen, or off: no arena has seen them. */
  #refusedFrozen = 0;
  #refusedOff = 0;
  /** Distributions of what stores and loads took, while they are wanted. */
  #latency: Latency | undefined;
  /** In shadow mode: who looks at the pages instead of the arenas. */
  readonly #shadow: Shadow | undefined;
  /** With autoOff: who says whether the pool accepts. */
  readonly #payoff: Payoff | undefined;

  /** `leastShare` in wasm pages: tests have several arenas in less memory. */
  constructor(module: WebAssembly.Module, options: CheckedOptions, leastShare?: number) {
    this.pageSize = options.pageSize;
    this.batch = abi.WINDOW_BYTES / options.pageSize;
    this.memory = new Memory(module, options, (arena) => this.accounts.enter(arena), leastShare);
    this.accounts = new Accounts(this.memory);
    this.dictionaries = new Dictionaries(this.memory);
    if (options.recompress !== undefined) this.dictionaries.keepRoom();
    this.images = new Images(this.memory, this.accounts, options.dedupe);
    this.diagnostics = new Diagnostics(options.name);
    this.evictions = new Evictions(this.memory, this.accounts, this.diagnostics);
    this.rent = new Rent(() => this.memory.savedBytes);
    this.#recent = this.memory.current;
    if (options.autoOff) this.#payoff = new Payoff();
    if (options.shadow) {
      this.#shadow = new Shadow(() => this.memory.current, options, this.memory.maxBytes, drawSeed());
    }
  }

  /** The pool ends. Asked for zeroize, no byte of a page waits in memory for the collector. Told last, when nothing is left to do. */
  close(): void {
    const { pool, close } = this.diagnostics;
    const { pages, reservedBytes: bytes } = this.memory;
    this.images.fail(closedError());
    if (this.memory.zeroize) for (const arena of this.memory.list) arena.wipeAll();
    if (close.hasSubscribers) tell(close, { pool, client: undefined, pages, bytes } satisfies CloseMessage);
  }

  // ── areas ────────────────────────────────────────────────────────────────────────────────────────────

  /** Drops the pages of an area and closes it; the number is void. Answers how many there were. */
  invalidateArea(area: AreaHandle): number {
    this.#shadow?.forgetArea(area);
    if (this.images.snapshots.size > 0) this.images.changingArea(area);
    this.evictions.forgetArea(area);
    return this.accounts.closeArea(area);
  }

  currPages(area: AreaHandle): number {
    let pages = 0;
    for (const arena of this.memory.list) pages += arena.currPages(area);
    return pages;
  }

  // ── pages ────────────────────────────────────────────────────────────────────────────────────────────

  /** Stores a page of 1 to pageSize bytes. True when it is kept. */
  store(area: AreaHandle, offset: number, page: Uint8Array): boolean {
    return this.storeStatus(area, offset, page, PageKind.PLAIN) === Status.STORED;
  }

  /**
   * As store, a page of any PageKind, and answers the Status, or REFUSED_OFF or REFUSED_SHADOW. With an inode: a page of that file
   * system, which is ephemeral.
   */
  storeStatus(area: AreaHandle, offset: number, page: Uint8Array, kind: number, inode?: Inode): number {
    if (this.frozen && area !== NO_AREA) return this.#refuseFrozen(area, offset, inode);
    const watched = this.accounts.ephemeral && this.evictions.watch();
    const clock = this.#latency?.store.due() ? this.#latency.store : undefined;
    const metered = this.rent.due();
    const began = metered || clock !== undefined ? readClock() : 0;
    const status = this.#offer(area, offset, page, kind, inode);
    if (status === Status.STORED) {
      clock?.record(readClock() - began);
      if (this.memory.peak.due()) this.memory.seePeak();
    }
    if (metered) this.rent.measured(began);
    if (watched) this.evictions.tell("store");
    return status;
  }

  /** No page comes in, and yet none is left under its key (law 5). */
  #refuseFrozen(area: AreaHandle, offset: number, inode?: Inode): number {
    if (this.images.snapshots.size > 0 && inode === undefined) this.images.changing(area, offset);
    for (const arena of this.memory.list) arena.supersede(area, offset, inode);
    this.#refusedFrozen += 1;
    return Status.FROZEN;
  }

  /** Stores the page, if the pool is one that does at present. A store to no area is the engine's to refuse. */
  #offer(area: AreaHandle, offset: number, page: Uint8Array, kind: number, inode?: Inode): number {
    if (area === NO_AREA) return this.#store(area, offset, page, kind, inode);
    if (this.#shadow !== undefined) {
      this.#shadow.offer(area, this.accounts.areas.get(area)?.scope ?? 0, offset, page, kind, inode);
      return REFUSED_SHADOW;
    }
    if (this.#payoff === undefined) return this.#store(area, offset, page, kind, inode);
    if (this.#payoff.refuses()) {
      this.#refusedOff += 1;
      if (this.images.snapshots.size > 0 && inode === undefined) this.images.changing(area, offset);
      for (const arena of this.memory.list) arena.supersede(area, offset, inode);
      return REFUSED_OFF;
    }
    const status = this.#store(area, offset, page, kind, inode);
    this.#settleUp(this.#payoff, area, offset, lengthOf(page), status, inode);
    return status;
  }

  /** Lets `payoff`, if it asks for that, know what the page just stored keeps. */
  #settleUp(
    payoff: Payoff,
    area: AreaHandle,
    offset: number,
    bytes: number,
    status: number,
    inode?: Inode,
  ): void {
    if (!payoff.due()) return;
    // The page may be gone again: a batch stores one key twice, and a later page of it finds no room.
    const kept = status === Status.STORED ? this.#keptBytes(area, offset, inode) : -1;
    if (status === Status.POOR) payoff.judge(bytes, bytes);
    else if (kept < 0) payoff.skip();
    else payoff.judge(bytes, kept);
  }

  #keptBytes(area: AreaHandle, offset: number, inode?: Inode): number {
    for (const arena of this.memory.list) {
      const kept = arena.keptBytes(area, offset, inode);
      if (kept >= 0) return kept;
    }
    return -1;
  }

  #store(area: AreaHandle, offset: number, page: Uint8Array, kind: number, inode?: Inode): number {
    if (this.images.snapshots.size > 0 && inode === undefined) this.images.changing(area, offset);
    let arena = this.memory.current;
    if (this.memory.list.length > 1) {
      if (inode !== undefined && this.memory.evicting) arena = this.#homeOf(area, offset, inode);
      for (const other of this.memory.list) if (other !== arena) other.supersede(area, offset, inode);
    }
    const status = this.#storeIn(arena, area, offset, page, kind, inode);
    return status === Status.FULL ? this.#storeElsewhere(area, offset, page, kind, inode) : status;
  }

  #storeIn(
    arena: Arena,
    area: AreaHandle,
    offset: number,
    page: Uint8Array,
    kind: number,
    inode?: Inode,
  ): number {
    if (!this.accounts.capped || this.memory.list.length === 1)
      return this.#storeTo(arena, area, offset, page, kind, inode);
    const client = this.accounts.areas.get(area)?.client ?? 0;
    this.accounts.allow(client, arena);
    const status = this.#storeTo(arena, area, offset, page, kind, inode);
    if (status !== Status.CAPPED || inode === undefined) return status;
    // The client has its pages elsewhere: some of those go.
    for (const other of this.memory.list)
      if (other !== arena) this.evictions.evictOf(other, client, CAPPED_PAGES * this.pageSize);
    this.accounts.allow(client, arena);
    this.#retriedCapped += 1;
    return this.#storeTo(arena, area, offset, page, kind, inode);
  }

  /**
   * Stores in one arena; again when it could evict no more because keys were waiting. Each time, some 256
   * pages have gone.
   */
  #storeTo(
    arena: Arena,
    area: AreaHandle,
    offset: number,
    page: Uint8Array,
    kind: number,
    inode?: Inode,
  ): number {
    let status = arena.store(area, offset, page, kind, inode);
    while ((status === Status.FULL || status === Status.CAPPED) && this.evictions.gather(arena)) {
      if (status === Status.FULL) this.#retried += 1;
      else this.#retriedCapped += 1;
      status = arena.store(area, offset, page, kind, inode);
    }
    return status;
  }

  /** The arena in which a key belongs while pages are evicted: each by its size. */
  #homeOf(area: AreaHandle, offset: number, { low, high }: Inode): Arena {
    let hash = Math.imul(area ^ Math.imul(high, 0x27d4eb2f), 0x9e3779b1);
    hash = Math.imul(offset ^ (hash >>> 15) ^ Math.imul(low, 0x165667b1), 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
    let at = (((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32) * (this.memory.wasmPages - this.memory.lentWasmPages);
    for (const arena of this.memory.list) {
      at -= arena.wasmPages;
      if (at < 0 && !arena.draining) return arena;
    }
    return this.memory.current;
  }

  /**
   * An arena had no room: asks the others, and makes them the current one, until the page is kept or all are full. Then, if
   * there are pages that may go, they go.
   */
  #storeElsewhere(area: AreaHandle, offset: number, page: Uint8Array, kind: number, inode?: Inode): number {
    const full = new Set<Arena>();
    if (!this.memory.full) full.add(this.memory.current);
    else if (!this.memory.acceptsAgain()) return Status.FULL;
    while (this.memory.advance(full)) {
      this.#retried += 1;
      const status = this.#storeIn(this.memory.current, area, offset, page, kind, inode);
      if (status !== Status.FULL) return status;
      full.add(this.memory.current);
    }
    if (this.accounts.ephemeral && !this.memory.evicting) {
      this.memory.setEvicting(true);
      const first = inode === undefined ? this.memory.current : this.#homeOf(area, offset, inode);
      for (const arena of [first, ...this.memory.list.filter((other) => other !== first)]) {
        if (arena.draining) continue;
        this.#retried += 1;
        const status = this.#storeIn(arena, area, offset, page, kind, inode);
        if (status !== Status.FULL) return status;
      }
    }
    this.memory.becomeFull();
    return Status.FULL;
  }

  /** Removes the page of a key about to be stored in `target` from all other arenas; `target` does so itself. */
  #supersede(area: AreaHandle, offset: number, target: Arena): void {
    for (const arena of this.memory.list) if (arena !== target) arena.supersede(area, offset);
  }

  /** Fills the first bytes of the target with the page and answers its length; or a Status below 1. */
  load(area: AreaHandle, offset: number, target: Uint8Array, exclusive: boolean, inode?: Inode): number {
    if (exclusive && this.images.snapshots.size > 0 && inode === undefined)
      this.images.changing(area, offset);
    const clock = this.#latency?.load.due() ? this.#latency.load : undefined;
    const metered = this.rent.due();
    const began = metered || clock !== undefined ? readClock() : 0;
    this.#shadow?.load(area, offset, exclusive, inode);
    let bytes = this.#recent.load(area, offset, target, exclusive, inode);
    if (bytes === Status.MISS && this.memory.list.length > 1) {
      bytes = this.#loadElsewhere(area, offset, target, exclusive, inode);
    }
    if (clock !== undefined && bytes > 0) clock.record(readClock() - began);
    if (metered) this.rent.measured(began);
    return bytes;
  }

  /** Asks all arenas but the one that answered last. */
  #loadElsewhere(
    area: AreaHandle,
    offset: number,
    target: Uint8Array,
    exclusive: boolean,
    inode?: Inode,
  ): number {
    for (const arena of this.memory.list) {
      if (arena === this.#recent) continue;
      this.#missed += 1;
      const found = arena.load(area, offset, target, exclusive, inode);
      if (found === Status.MISS) continue;
      this.#recent = arena;
      return found;
    }
    return Status.MISS;
  }

  /** Stores many pages, all of one PageKind. `statuses[i]` becomes what storeStatus would have answered for page i. */
  storeMany(
    area: AreaHandle,
    offsets: readonly number[],
    pages: readonly Uint8Array[],
    kind: number,
    statuses: number[],
  ): void {
    if (this.frozen && area !== NO_AREA) {
      for (let i = 0; i < pages.length; i++) statuses[i] = this.#refuseFrozen(area, offsets[i] as number);
      return;
    }
    const watched = this.accounts.ephemeral && this.evictions.watch();
    const metered = this.rent.due();
    const began = metered ? readClock() : 0;
    if (this.#shadow === undefined && this.#payoff?.accepting !== false) {
      this.#storeBatches(area, offsets, pages, kind, statuses);
    } else {
      for (const [i, page] of pages.entries())
        statuses[i] = this.#offer(area, offsets[i] as number, page, kind);
    }
    if (metered) this.rent.measured(began);
    if (watched) this.evictions.tell("store");
  }

  #storeBatches(
    area: AreaHandle,
    offsets: readonly number[],
    pages: readonly Uint8Array[],
    kind: number,
    statuses: number[],
  ): void {
    for (let from = 0; from < pages.length; ) {
      const to = Math.min(from + this.batch, pages.length);
      if (this.images.snapshots.size > 0)
        for (let i = from; i < to; i++) this.images.changing(area, offsets[i] as number);
      if (this.memory.list.length > 1) {
        for (let i = from; i < to; i++) this.#supersede(area, offsets[i] as number, this.memory.current);
        if (this.accounts.capped)
          this.accounts.allow(this.accounts.areas.get(area)?.client ?? 0, this.memory.current);
      }
      const next = this.memory.current.storeBatch(area, offsets, pages, from, to, kind, statuses);
      // A batch ends behind a page that found no room, so pages reach every arena in the order in which they came.
      const last = next - 1;
      if (statuses[last] === Status.FULL) {
        statuses[last] = this.#storeLast(area, offsets[last] as number, pages[last] as Uint8Array, kind);
      }
      if (this.#storedIsDue(statuses, from, next)) this.memory.seePeak();
      if (this.#payoff !== undefined) {
        for (let i = from; i < next; i++)
          this.#settleUp(
            this.#payoff,
            area,
            offsets[i] as number,
            lengthOf(pages[i] as Uint8Array),
            statuses[i] as number,
          );
      }
      from = next;
    }
  }

  /** Counts what was stored of a batch. Whether that may have made a peak. */
  #storedIsDue(statuses: readonly number[], from: number, to: number): boolean {
    let due = false;
    for (let i = from; i < to; i++) if (statuses[i] === Status.STORED && this.memory.peak.due()) due = true;
    return due;
  }

  /** Loads many pages. `statuses[i]` becomes the length of page i or a Status below 1. */
  loadMany(
    area: AreaHandle,
    offsets: readonly number[],
    targets: readonly Uint8Array[],
    exclusive: boolean,
    statuses: number[],
  ): void {
    const began = this.rent.due() ? readClock() : undefined;
    if (this.#shadow !== undefined) {
      for (let i = 0; i < targets.length; i++) this.#shadow.load(area, offsets[i] as number, exclusive);
    }
    this.#loadBatches(area, offsets, targets, exclusive, statuses);
    if (began !== undefined) this.rent.measured(began);
  }

  #loadBatches(
    area: AreaHandle,
    offsets: readonly number[],
    targets: readonly Uint8Array[],
    exclusive: boolean,
    statuses: number[],
  ): void {
    let wanted = Array.from(targets.keys());
    if (exclusive && this.images.snapshots.size > 0)
      for (const i of wanted) this.images.changing(area, offsets[i] as number);
    for (const arena of this.memory.list) {
      const some = wanted.map((i) => offsets[i] as number);
      const into = wanted.map((i) => targets[i] as Uint8Array);
      const found: number[] = [];
      for (let from = 0; from < some.length; from += this.batch) {
        arena.loadBatch(area, some, into, from, Math.min(this.batch, some.length - from), exclusive, found);
      }
      for (const [i, index] of wanted.entries()) statuses[index] = found[i] as number;
      wanted = wanted.filter((_, i) => found[i] === Status.MISS);
      if (wanted.length === 0) return;
      if (arena !== this.memory.list.at(-1)) this.#missed += wanted.length;
    }
  }

  /**
   * Stores the page of a batch for which the current arena had no room: there, if only keys were in the way,
   * or elsewhere.
   */
  #storeLast(area: AreaHandle, offset: number, page: Uint8Array, kind: number): number {
    if (!this.evictions.gather(this.memory.current)) return this.#storeElsewhere(area, offset, page, kind);
    this.#retried += 1;
    return this.#store(area, offset, page, kind);
  }

  /** Whether a page of a file system is here. Counts nothing. */
  has(fs: AreaHandle, index: number, inode: Inode): boolean {
    return this.#keptBytes(fs, index, inode) >= 0;
  }

  /** Length of a page, or 0 if it is not here. */
  pageLength(area: AreaHandle, offset: number): number {
    for (const arena of this.memory.list) {
      const bytes = arena.pageLength(area, offset);
      if (bytes > 0) return bytes;
    }
    return 0;
  }

  invalidatePage(area: AreaHandle, offset: number, inode?: Inode): boolean {
    this.#shadow?.forget(area, offset, inode);
    if (this.images.snapshots.size > 0 && inode === undefined) this.images.changing(area, offset);
    return this.memory.list.some((arena) => arena.invalidatePage(area, offset, inode));
  }

  /** Drops the pages of an inode of a file system. Answers how many there were. */
  invalidateInode(fs: AreaHandle, inode: Inode): number {
    this.#shadow?.forgetInode(fs, inode);
    let pages = 0;
    for (const arena of this.memory.list) pages += arena.invalidateInode(fs, inode);
    return pages;
  }

  /**
   * Takes up to `count` pages of an area out of the pool, in no order: each is handed to `take` and gone. A damaged page
   * stays, and so may those of its bucket of the directory. Answers how many there were.
   */
  takePages(area: AreaHandle, count: number, take: (offset: number, page: Uint8Array) => void): number {
    const page = new Uint8Array(this.pageSize);
    let taken = 0;
    for (const arena of this.memory.list) {
      // A directory becomes smaller as pages leave, and some of them come to stand where this has been: once more, then.
      for (let before = -1; taken < count && taken !== before; ) {
        before = taken;
        for (let from = 0; taken < count; ) {
          const found = arena.findPage(area, from);
          if (found === undefined) break;
          if (this.images.snapshots.size > 0) this.images.changing(area, found.offset);
          const bytes = arena.load(area, found.offset, page, true);
          if (bytes > 0) {
            take(found.offset, copyOf(page, bytes));
            taken += 1;
          }
          // The same bucket again, for the page has left it; behind it, when the page could not be taken.
          from = bytes > 0 ? found.next - 1 : found.next;
        }
      }
    }
    return taken;
  }

  // ── moving ───────────────────────────────────────────────────────────────────────────────────────────

  /** A new arena that can grow to `wasmPages`, to move another one's pages into. None while an image is read. */
  tryAddTarget(wasmPages: number): Arena | undefined {
    return this.images.reading().length > 0 ? undefined : this.memory.tryAddTarget(wasmPages);
  }

  /** Begins to empty `source`: first into `target`, which also takes new pages now, then into the others. */
  drain(source: Arena, target: Arena): void {
    source.drain(true);
    this.memory.grant(target);
    if (this.#recent === source) this.#recent = target;
  }

  /** Pages of `source` stay where they are, and it takes new ones again. */
  undrain(source: Arena): void {
    source.drain(false);
    this.memory.forgetTarget();
  }

  /** Moves one window of pages out of a draining arena; not while an image is read, whose walk would miss them. */
  move(source: Arena): "moved" | "empty" | "stuck" {
    if (this.images.reading().length > 0) return "stuck";
    const { current, list } = this.memory;
    const others = [current, ...list.filter((arena) => arena !== current)];
    const targets = others.filter((arena) => !arena.draining);
    // Before anything is packed: dictionaries travel through the same window.
    for (const target of targets) this.dictionaries.share(source, target);
    const bytes = source.pack();
    if (bytes === 0) return "empty";
    // Equal pages that part come to have a body each.
    this.accounts.doubtPeaks();
    for (const target of targets) {
      let taken = 0;
      do taken = target.unpack(source, bytes);
      while (taken === 0 && this.evictions.gather(target));
      if (taken === 0) continue;
      source.drop(taken);
      return "moved";
    }
    source.drop(0);
    return "stuck";
  }

  /** Lets go of a draining arena that is empty. Answers the bytes of its memory, and a reference that dies with it. */
  remove(source: Arena): { bytes: number; gone: WeakRef<ArrayBuffer> } {
    this.evictions.gather(source);
    const bytes = this.memory.remove(source);
    this.accounts.leave(source);
    this.#recent = this.memory.current;
    return { bytes, gone: source.watch() };
  }

  // ── statistics ───────────────────────────────────────────────────────────────────────────────────────

  /** Whether stores and loads are timed. Turned on anew, or told to start afresh, it begins with no sample. */
  get histograms(): boolean {
    return this.#latency !== undefined;
  }

  setHistograms(on: boolean, afresh: boolean): void {
    if (!on) this.#latency = undefined;
    else if (afresh || this.#latency === undefined) this.#latency = new Latency();
  }

  stats(): PoolStats {
    this.memory.peak.raise(this.memory.pages, this.memory.liveBytes);
    const sum = Float64Array.from(this.memory.retired);
    const arenas: ArenaStats[] = [];
    for (const arena of this.memory.list) {
      const counters = arena.counters();
      this.memory.takePeaks(counters);
      for (const [i, value] of counters.entries()) sum[i] = (sum[i] as number) + value;
      const get = (stat: number) => counters[stat / 8] as number;
      arenas.push({
        pages: get(abi.STAT_STORED_PAGES),
        reserved: get(abi.STAT_RESERVED_BYTES),
        used: get(abi.STAT_USED_BYTES),
        live: get(abi.STAT_LIVE_BYTES),
        draining: arena.draining,
      });
    }
    const workshops = this.memory.lentWasmPages * abi.WASM_PAGE_BYTES;
    for (const stat of [abi.STAT_RESERVED_BYTES, abi.STAT_USED_BYTES, abi.STAT_LIVE_BYTES])
      sum[stat / 8] = (sum[stat / 8] as number) + workshops;
    // An area has a record in every arena.
    sum[abi.STAT_AREAS / 8] = this.accounts.areas.size;
    const less = (stat: number, by: number) => {
      sum[stat / 8] = (sum[stat / 8] as number) - by;
    };
    less(abi.STAT_STORES, this.#retried + this.#retriedCapped - this.#refusedFrozen);
    less(abi.STAT_REFUSED_FULL, this.#retried);
    less(abi.STAT_REFUSED_CAPPED, this.#retriedCapped);
    less(abi.STAT_MISSES, this.#missed);
    return readStats((stat) => sum[stat / 8] as number, {
      limitBytes: this.memory.limitBytes,
      pageSize: this.pageSize,
      maxBytes: this.memory.maxBytes,
      returnedBytes: this.memory.returnedBytes,
      frozen: this.frozen,
      refusedFrozen: this.#refusedFrozen,
      peaks: {
        storedPages: this.memory.peak.pages,
        bytes: {
          live: this.memory.peak.bytes,
          reserved: this.memory.peakReservedBytes,
        },
      },
      latency: this.#latency?.stats(),
      arenas,
      refusedOff: this.#refusedOff,
      refusedShadow: this.#shadow?.offeredPages ?? 0,
      accepting: this.#shadow === undefined && this.#payoff?.accepting !== false,
      rent: this.rent.stats(),
      shadow: this.#shadow?.stats(),
    });
  }

  /**
   * 0 when everything adds up in every arena, else the number of the first finding (assembly/audit.ts), or TWO_ARENAS. Takes one
   * look-up in each other arena for each page.
   */
  selfCheck(): number {
    for (const arena of this.memory.list) {
      const finding = arena.selfCheck();
      if (finding !== 0) return finding;
    }
    return this.memory.list.some((arena, i) => this.#sharesKey(arena, this.memory.list.slice(i + 1)))
      ? TWO_ARENAS
      : 0;
  }

  /** Whether one of these arenas has a page under a key of this one. */
  #sharesKey(arena: Arena, others: readonly Arena[]): boolean {
    if (others.length === 0) return false;
    const buckets = arena.imageBuckets();
    for (let bucket = 0; bucket < buckets; bucket++) {
      for (let i = 0; ; i++) {
        const key = arena.keyAt(bucket, i);
        if (key === undefined) break;
        const { area, offset, inode } = key;
        if (others.some((other) => other.keptBytes(area, offset, inode) >= 0)) return true;
      }
    }
    return false;
  }
}
