/**
 * arena.ts - one engine: one wasm instance over one linear memory.
 *
 * The only file that knows the border. It copies pages into and out of the window, calls the exports (names in
 * snake_case), renews its views when memory has grown, and turns a trap into an error. It checks no argument:
 * its callers have.
 *
 * Cost of a store or load beside the engine's own: one copy of the page and one call.
 */
import * as abi from "./abi.js";
import { SpillwayError, SpillwayRangeError, show } from "./errors.js";
import { copyInto, fillWith, lengthOf, viewOf } from "./foreign.js";
import { start } from "./module.js";

/** What the module exports besides the numbers of abi.ts. A test compares the names with the module's. */
export interface EngineExports {
  memory: WebAssembly.Memory;
  room(levels: number): void;
  init(pageBytes: number, limitWasmPages: number, flags: number, seedLow: number, seedHigh: number): number;
  set_flags(flags: number): void;
  set_limits(limitWasmPages: number, acceptBytes: number): void;
  set_nursery(pages: number): void;
  settle(count: number): number;
  is_full(): number;
  live_bytes(): number;
  open_client(number: number, weight: number): number;
  set_client(client: number, weight: number, capLow: number, capHigh: number): void;
  close_client(client: number): void;
  client_stats(client: number, split: number): void;
  reset_client_peaks(client: number): void;
  client_lost(): number;
  ask_keys(client: number): number;
  take_keys(): number;
  evict(bytes: number): number;
  evict_of(client: number, bytes: number): number;
  open_area(area: number, client: number, scope: number): number;
  store_page(area: number, offset: number, bytes: number, kind: number): number;
  load_page(area: number, offset: number, room: number, exclusive: number): number;
  store_many(area: number, from: number, count: number, kind: number): number;
  load_many(area: number, count: number, exclusive: number): void;
  put_page(
    fs: number,
    inodeLow: number,
    inodeHigh: number,
    index: number,
    bytes: number,
    kind: number,
  ): number;
  get_page(
    fs: number,
    inodeLow: number,
    inodeHigh: number,
    index: number,
    room: number,
    exclusive: number,
  ): number;
  invalidate_inode_page(fs: number, inodeLow: number, inodeHigh: number, index: number): number;
  supersede_inode_page(fs: number, inodeLow: number, inodeHigh: number, index: number): number;
  invalidate_inode(fs: number, inodeLow: number, inodeHigh: number): number;
  page_length(area: number, offset: number): number;
  invalidate_page(area: number, offset: number): number;
  supersede_page(area: number, offset: number): number;
  invalidate_area(area: number): number;
  curr_pages(area: number): number;
  find_page(area: number, from: number): number;
  hash_page(scope: number, bytes: number): number;
  measure_page(bytes: number, kind: number): number;
  kept_bytes(area: number, offset: number): number;
  kept_inode_bytes(fs: number, inodeLow: number, inodeHigh: number, index: number): number;
  used_bytes(): number;
  compact(steps: number, records: number): number;
  trim(): number;
  parcels_bucket(from: number): number;
  parcels_pack(from: number): number;
  parcels_unpack(bytes: number): number;
  parcels_drop(bytes: number): void;
  reset_peaks(): void;
  image_buckets(): number;
  image_pack(from: number, skip: number, buckets: number, area: number): number;
  image_page(area: number, offset: number, from: number, buckets: number): number;
  image_unpack(bytes: number, seedLow: number, seedHigh: number): number;
  image_check(bytes: number, kind: number, seedLow: number, seedHigh: number): void;
  dictionary_add(version: number, scope: number, bytes: number): number;
  dictionary_copy(version: number): number;
  dictionary_next(after: number): number;
  dictionary_forget(version: number): number;
  rested_mark(from: number, count: number): number;
  rested_next(from: number, skip: number, idle: number, scope: number): number;
  rested_keep(bytes: number): number;
  workshop_wasm_pages(pageBytes: number, sample: number): number;
  workshop_open(pageBytes: number, sample: number): number;
  workshop_sample(bytes: number): number;
  workshop_train(version: number): void;
  workshop_step(): number;
  workshop_use(bytes: number): number;
  workshop_begin(bytes: number): void;
  workshop_encode(limit: number): number;
  stats_refresh(): void;
  self_check(): number;
  key_at(bucket: number, index: number): number;
}

/** An export as JavaScript calls it: parameters that it has not are passed over. */
type Export = (a: number, b: number, c: number, d: number, e: number, f: number) => number;

/** Number of an area, the same in every arena of a pool. 0 is no area: stores to it are refused, loads miss. */
export type AreaHandle = number & { readonly brand: "AreaHandle" };
export const NO_AREA = 0 as AreaHandle;
/** Numbers of areas are below this (AREA_NUMBER_MAX of the engine). */
export const AREA_HANDLE_MAX = 2 ** 20;

/** Number of an inode of a file system, in two halves of 32 bits. */
export interface Inode {
  low: number;
  high: number;
}

/** The key of a page that was evicted. */
export interface EvictedPage {
  /** That of its file system. */
  area: AreaHandle;
  index: number;
  inode: Inode;
}

/** 64 bits in two halves, the low one first: a seed, or the check of a frame of an image. */
export type Wide = readonly [number, number];

/** What a client has in an arena. */
export interface ClientCounters {
  pages: number;
  /** Bytes of its bodies; where clients share bodies, those of every page of it. */
  counted: number;
  /** Its part of the bodies: of each, the bytes over the sharers. */
  part: number;
  evictedPages: number;
  evictedBytes: number;
  /** The most pages that it had here, and the most bytes that counted. */
  peakPages: number;
  peakCounted: number;
}

/** A dictionary that an arena has. */
export interface DictionaryRow {
  version: number;
  scope: number;
  /** Bodies that are read by it. */
  bodies: number;
}

/** What is the same for all arenas of a pool. */
export interface ArenaSettings {
  pageSize: number;
  /** Settings as bits: FLAG_ of abi.ts. */
  flags: number;
  /** Pages that may wait in the nursery, 0 for none. */
  nurseryPages: number;
  /** Two words from which the secret of the page hash is drawn. */
  seed: Wide;
}

const { Status } = abi;
const ROW_WORDS = abi.ROW_BYTES / 4;
const ROW_OFFSET = abi.ROW_OFFSET_AT / 4;
const ROW_ROOM = abi.ROW_BYTES_AT / 4;
const ROW_STATUS = abi.ROW_STATUS_AT / 4;

/**
 * How deep the call stack is tried before a call, in levels of 560 bytes (assembly/depth.ts). A page is stored or loaded
 * within 2 KiB. Beside other calls the host may compile what runs for the first time, which takes it some 10 KiB.
 */
const ROOM_FOR_PAGES = 8;
const ROOM_FOR_ANY = 60;
/** Numbers that client_stats writes into the first rows. */
const CLIENT_FIGURES = 7;

/** The engine does not run; a page comes or goes, and FAULT_ENTERED_AT tells whether that was begun; any other call. */
const OUTSIDE = 0;
const WITH_A_PAGE = 1;
const IN_A_CALL = 2;
type Inside = typeof OUTSIDE | typeof WITH_A_PAGE | typeof IN_A_CALL;

/** Dictionaries for which an arena may grow beyond its share. */
const DICTIONARIES_MOST = 16;

/** Wasm pages that a dictionary takes at most: a block of sixteen pages and its header, wherever it begins. */
export function dictionaryWasmPages(pageSize: number): number {
  return Math.ceil((17 * pageSize) / abi.WASM_PAGE_BYTES);
}

export class Arena {
  readonly pageSize: number;
  /** Wasm pages beyond which it can never be allowed to grow. */
  readonly shareWasmPages: number;
  /** Pages that fit the window: the most that storeMany and loadMany take at once. */
  readonly batch: number;
  /** True while its pages move out: it takes no new ones. */
  draining = false;
  readonly #engine: EngineExports;
  readonly #calls: EngineExports;
  readonly #zeroize: boolean;
  #fault: SpillwayError | undefined;
  /** What the engine is at. A host that ends a call, for a time limit of node:vm or at the end of the stack, leaves it so. */
  #inside: Inside = OUTSIDE;
  /** Pages and the slack behind them. */
  #window: Uint8Array;
  /** The first page of the window. Its length is 0 once memory has grown: time to renew the views. */
  #page: Uint8Array;
  #rows: Int32Array;
  /** Counters and gauges that the engine keeps up to date, two words each, the lower first. */
  #stats: Uint32Array;
  /** No bucket of the directory below this has an entry, while the arena is draining. */
  #bucket = 0;
  /** What clients are called here, by their numbers. */
  readonly #clients = new Map<number, number>();
  /** What client_stats writes. */
  #figures: Float64Array;

  /**
   * An arena that may in time grow to `shareWasmPages`. Throws ERR_SPILLWAY_OUT_OF_MEMORY when the host has no memory for
   * its first block.
   */
  constructor(module: WebAssembly.Module, settings: ArenaSettings, shareWasmPages: number) {
    this.pageSize = settings.pageSize;
    this.shareWasmPages = shareWasmPages;
    this.batch = abi.WINDOW_BYTES / settings.pageSize;
    this.#zeroize = (settings.flags & abi.FLAG_ZEROIZE) !== 0;
    this.#engine = start(module) as unknown as EngineExports;
    this.#calls = this.#guarded();
    const [low, high] = settings.seed;
    // Beyond its share it may grow for dictionaries, when that is asked for.
    const most = shareWasmPages + DICTIONARIES_MOST * dictionaryWasmPages(settings.pageSize);
    const limit = Math.min(most, abi.MEMORY_WASM_PAGES_MAX);
    if (!this.#engine.init(settings.pageSize, limit, settings.flags, low, high)) {
      throw new SpillwayError(
        "ERR_SPILLWAY_OUT_OF_MEMORY",
        `the host gave no memory for the first block of an arena of ${shareWasmPages * abi.WASM_PAGE_BYTES} bytes`,
      );
    }
    this.#engine.set_nursery(settings.nurseryPages);
    this.#window = this.#page = new Uint8Array();
    this.#rows = new Int32Array();
    this.#figures = new Float64Array();
    this.#stats = new Uint32Array();
    this.#renew();
  }

  /** The engine itself, for tests and microbenchmarks. */
  get engine(): EngineExports {
    return this.#engine;
  }

  /** Linear memory that it has taken from the system, in wasm pages. */
  get wasmPages(): number {
    return this.#engine.memory.buffer.byteLength / abi.WASM_PAGE_BYTES;
  }

  setFlags(flags: number): void {
    this.#enter();
    this.#calls.set_flags(flags);
  }

  /** Bounds growth to `limitWasmPages`; `acceptBytes` must be free before it accepts again once it was full. */
  setLimits(limitWasmPages: number, acceptBytes: number): void {
    this.#enter();
    this.#calls.set_limits(limitWasmPages, acceptBytes);
  }

  /** Whether it refuses bodies, having found no room for one. */
  get full(): boolean {
    this.#enter();
    return this.#calls.is_full() === 1;
  }

  /** Bytes in use: what is occupied, less what is free inside slabs. */
  get liveBytes(): number {
    this.#enter();
    return this.#calls.live_bytes() >>> 0;
  }

  /** Pages kept here. */
  get pages(): number {
    return this.#statLow(abi.STAT_STORED_PAGES);
  }

  /** Pages evicted here so far, modulo 2^32. */
  get evictedLow(): number {
    return this.#statLow(abi.STAT_EVICTED);
  }

  /** The lower half of a statistic that the engine keeps up to date. Also of an arena that has trapped. */
  #statLow(stat: number): number {
    if (this.#stats.length === 0) this.#renew();
    return this.#stats[stat / 4] as number;
  }

  /**
   * Opens a client's account; `weight` 0 stands for pages that persist, `asks` for keys of its pages that are
   * evicted (takeKeys). False when there is no memory for it.
   */
  openClient(client: number, weight: number, asks = false): boolean {
    this.#enter();
    const account = this.#calls.open_client(client, weight) >>> 0;
    if (account === 0) return false;
    if (asks && this.#calls.ask_keys(account) === 0) {
      this.#calls.close_client(account);
      return false;
    }
    this.#clients.set(client, account);
    return true;
  }

  /** Sets a client's weight, and the bytes that it may count here, bodies, entries and records: Infinity for no bound. */
  setClient(client: number, weight: number, capBytes: number): void {
    const account = this.#clients.get(client);
    if (account === undefined) return;
    this.#enter();
    const cap = Math.max(0, Math.min(Math.floor(capBytes), 2 ** 53));
    this.#calls.set_client(account, weight, cap % 2 ** 32, Math.floor(cap / 2 ** 32));
  }

  /** Forgets a client whose areas are closed. */
  closeClient(client: number): void {
    const account = this.#clients.get(client);
    if (account === undefined) return;
    this.#enter();
    this.#calls.close_client(account);
    this.#clients.delete(client);
  }

  /** Adds what a client has here to a sum: pages, and the bytes that count against its cap. */
  addClient(client: number, sum: { pages: number; bytes: number }): void {
    const figures = this.#clientFigures(client, false);
    sum.pages += figures?.[0] ?? 0;
    sum.bytes += figures?.[1] ?? 0;
  }

  /** `split` asks for its part of bodies that clients share, which takes a look at each of its pages. */
  clientCounters(client: number, split: boolean): ClientCounters {
    // By index: all clients are asked when an arena comes or goes, and taking the list apart would take as long again.
    const figures = this.#clientFigures(client, split);
    return {
      pages: figures?.[0] ?? 0,
      counted: figures?.[1] ?? 0,
      peakPages: figures?.[2] ?? 0,
      peakCounted: figures?.[3] ?? 0,
      evictedPages: figures?.[4] ?? 0,
      evictedBytes: figures?.[5] ?? 0,
      part: figures?.[6] ?? 0,
    };
  }

  /** Good until the next call. Undefined for a client that has no account here. */
  #clientFigures(client: number, split: boolean): Float64Array | undefined {
    const account = this.#clients.get(client);
    if (account === undefined) return undefined;
    this.#enter();
    this.#calls.client_stats(account, split ? 1 : 0);
    return this.#figures;
  }

  /** What a client has here is the most that it had. */
  resetClientPeaks(client: number): void {
    const account = this.#clients.get(client);
    if (account === undefined) return;
    this.#enter();
    this.#calls.reset_client_peaks(account);
  }

  /** Adds to `lost` the clients that have lost pages here since this was last asked. */
  takeLost(lost: Set<number>): void {
    this.#enter();
    for (;;) {
      const client = this.#calls.client_lost() >>> 0;
      if (client === 0) return;
      lost.add(client);
    }
  }

  /** What is here now is the most that there was. */
  resetPeaks(): void {
    this.#enter();
    this.#calls.reset_peaks();
  }

  /**
   * Hands over the keys of evicted pages, of clients that ask, the oldest first. True when as many waited as
   * may: then nothing more was evicted, and what came to FULL, CAPPED or too few bytes for that is to be
   * tried again.
   */
  takeKeys(take: (key: EvictedPage) => void): boolean {
    this.#enter();
    const count = this.#calls.take_keys();
    if (count === 0) return false;
    const words = Uint32Array.from(
      new Uint32Array(this.#engine.memory.buffer, abi.WINDOW_PTR, (count * abi.EVICTED_KEY_BYTES) / 4),
    );
    this.wipeWindow(count * abi.EVICTED_KEY_BYTES);
    for (let at = 0; at < words.length; at += abi.EVICTED_KEY_BYTES / 4) {
      const word = (offset: number) => words[at + offset / 4] as number;
      take({
        area: word(abi.EVICTED_FS_AT) as AreaHandle,
        index: word(abi.EVICTED_INDEX_AT),
        inode: { low: word(abi.EVICTED_INODE_AT), high: word(abi.EVICTED_INODE_AT + 4) },
      });
    }
    return count === abi.EVICTED_KEYS_MAX;
  }

  /**
   * Lets ephemeral pages go until `bytes` more are free, none is left, or keys wait (takeKeys). Answers how
   * many bytes that made.
   */
  evict(bytes: number): number {
    this.#enter();
    return this.#calls.evict(Math.min(bytes, 2 ** 32 - 1)) >>> 0;
  }

  /**
   * Lets a client's ephemeral pages go until it counts `bytes` less, has none left, or keys wait (takeKeys).
   * Answers how much less it counts.
   */
  evictOf(client: number, bytes: number): number {
    const account = this.#clients.get(client);
    if (account === undefined) return 0;
    this.#enter();
    return this.#calls.evict_of(account, bytes) >>> 0;
  }

  /**
   * Opens an area under a number that is free, of a client, whose account is opened if need be, or, for 0, of none. False when
   * there is no memory for its record.
   */
  openArea(area: AreaHandle, client: number, scope: number): boolean {
    if (client !== 0 && !this.#clients.has(client) && !this.openClient(client, 0)) return false;
    this.#enter();
    return this.#calls.open_area(area, this.#clients.get(client) ?? 0, scope) === 1;
  }

  /** Stores a page of 1 to pageSize bytes, a PageKind; with an inode, one of that file system. Answers a Status. */
  store(area: AreaHandle, offset: number, page: Uint8Array, kind: number, inode?: Inode): number {
    this.#ready();
    const bytes = lengthOf(page);
    copyInto(this.#page, page);
    this.#inside = WITH_A_PAGE;
    let status: number;
    try {
      status =
        inode === undefined
          ? this.#engine.store_page(area, offset, bytes, kind)
          : this.#engine.put_page(area, inode.low, inode.high, offset, bytes, kind);
    } catch (cause) {
      throw this.#thrown(cause);
    }
    this.#inside = OUTSIDE;
    if (this.#zeroize) this.#wipe(bytes);
    return status;
  }

  /** Fills the first bytes of the target with the page and answers its length; or a Status below 1. */
  load(area: AreaHandle, offset: number, target: Uint8Array, exclusive: boolean, inode?: Inode): number {
    this.#ready();
    const room = lengthOf(target);
    const alone = exclusive ? 1 : 0;
    this.#inside = WITH_A_PAGE;
    let bytes: number;
    try {
      bytes =
        inode === undefined
          ? this.#engine.load_page(area, offset, room, alone)
          : this.#engine.get_page(area, inode.low, inode.high, offset, room, alone);
    } catch (cause) {
      throw this.#thrown(cause);
    }
    this.#inside = OUTSIDE;
    if (bytes === this.pageSize) copyInto(target, this.#page);
    else if (bytes > 0) copyInto(target, this.#part(0, bytes));
    if (this.#zeroize) this.#wipe(this.pageSize);
    return bytes;
  }

  /**
   * Stores pages `from` to `to` - 1, at most `batch`, all of one PageKind. `statuses[i]` becomes the Status of page i. Ends behind a page that
   * found no room; answers the index of the first page that was not offered.
   */
  storeBatch(
    area: AreaHandle,
    offsets: readonly number[],
    pages: readonly Uint8Array[],
    from: number,
    to: number,
    kind: number,
    statuses: number[],
  ): number {
    this.#enter();
    for (let i = 0; i < to - from; i++) {
      const page = pages[from + i] as Uint8Array;
      copyInto(this.#window, page, i * this.pageSize);
      this.#row(i, offsets[from + i] as number, lengthOf(page));
    }
    const done = this.#calls.store_many(area, 0, to - from, kind);
    this.#refresh();
    for (let i = 0; i < done; i++) statuses[from + i] = this.#status(i);
    if (this.#zeroize) this.#wipe(abi.WINDOW_BYTES);
    return from + done;
  }

  /** Loads `count` pages, at most `batch`. `statuses[from + i]` is the length of the page or a Status below 1. */
  loadBatch(
    area: AreaHandle,
    offsets: readonly number[],
    targets: readonly Uint8Array[],
    from: number,
    count: number,
    exclusive: boolean,
    statuses: number[],
  ): void {
    this.#enter();
    for (let i = 0; i < count; i++)
      this.#row(i, offsets[from + i] as number, lengthOf(targets[from + i] as Uint8Array));
    this.#calls.load_many(area, count, exclusive ? 1 : 0);
    for (let i = 0; i < count; i++) {
      const bytes = this.#status(i);
      statuses[from + i] = bytes;
      if (bytes > 0) copyInto(targets[from + i] as Uint8Array, this.#part(i * this.pageSize, bytes));
    }
    if (this.#zeroize) this.#wipe(abi.WINDOW_BYTES);
  }

  /** Length of a page, or 0 if it is not here. */
  pageLength(area: AreaHandle, offset: number): number {
    this.#enter(ROOM_FOR_PAGES);
    return this.#calls.page_length(area, offset);
  }

  invalidatePage(area: AreaHandle, offset: number, inode?: Inode): boolean {
    this.#enter(ROOM_FOR_PAGES);
    return (
      (inode === undefined
        ? this.#calls.invalidate_page(area, offset)
        : this.#calls.invalidate_inode_page(area, inode.low, inode.high, offset)) === 1
    );
  }

  /** Drops the pages of an inode of a file system. Answers how many there were. */
  invalidateInode(fs: AreaHandle, { low, high }: Inode): number {
    this.#enter();
    return this.#calls.invalidate_inode(fs, low, high) >>> 0;
  }

  /** Removes the page of a key that is about to be stored in another arena. */
  supersede(area: AreaHandle, offset: number, inode?: Inode): void {
    this.#enter(ROOM_FOR_PAGES);
    this.#inside = IN_A_CALL;
    try {
      if (inode === undefined) this.#engine.supersede_page(area, offset);
      else this.#engine.supersede_inode_page(area, inode.low, inode.high, offset);
    } catch (cause) {
      throw this.#poison(cause);
    }
    this.#inside = OUTSIDE;
  }

  /** Drops the pages of an area and closes it; the number is void. Answers how many there were. */
  invalidateArea(area: AreaHandle): number {
    this.#enter();
    return this.#calls.invalidate_area(area) >>> 0;
  }

  currPages(area: AreaHandle): number {
    this.#enter();
    return this.#calls.curr_pages(area) >>> 0;
  }

  /**
   * A page of an area in bucket `from` of the directory or behind it: its offset, and the bucket from which to look on.
   * Undefined when there is none.
   */
  findPage(area: AreaHandle, from: number): { offset: number; next: number } | undefined {
    this.#enter();
    const next = this.#calls.find_page(area, from);
    return next === 0 ? undefined : { offset: (this.#rows[ROW_OFFSET] as number) >>> 0, next };
  }

  /** Bytes occupied: fixed regions, records, tables, slabs. */
  get usedBytes(): number {
    this.#enter();
    return this.#calls.used_bytes() >>> 0;
  }

  /** Bytes of the pages kept, less those occupied: below 0 in an arena that keeps next to nothing. */
  get savedBytes(): number {
    const used = this.usedBytes;
    const raw = new Uint32Array(this.#engine.memory.buffer, abi.STATS_PTR + abi.STAT_RAW_BYTES, 2);
    return (raw[1] as number) * 2 ** 32 + (raw[0] as number) - used;
  }

  /**
   * Takes a page into the window and tells its hash, two words, as a store to an area of this scope would take it, and whether it
   * is same-filled. Keeps nothing else of it.
   */
  hashPage(page: Uint8Array, scope: number): { high: number; low: number; filled: boolean } {
    this.#enter(ROOM_FOR_PAGES);
    copyInto(this.#page, page);
    const filled = this.#calls.hash_page(scope, lengthOf(page)) === 1;
    return { high: this.#rows[1] as number, low: this.#rows[0] as number, filled };
  }

  /** Bytes of the body that a store would keep for the page in the window, of a PageKind; negative when it is poor. */
  measurePage(bytes: number, kind: number): number {
    this.#enter(ROOM_FOR_PAGES);
    return this.#calls.measure_page(bytes, kind);
  }

  /** Asked for zeroize, overwrites the first `bytes` bytes of the window. */
  wipeWindow(bytes = abi.WINDOW_BYTES): void {
    if (this.#zeroize) this.#wipe(bytes);
  }

  /** Bytes kept for a page alone, 0 when it needs none of its own; -1 when it is not here. */
  keptBytes(area: AreaHandle, offset: number, inode?: Inode): number {
    this.#enter(ROOM_FOR_PAGES);
    return inode === undefined
      ? this.#calls.kept_bytes(area, offset)
      : this.#calls.kept_inode_bytes(area, inode.low, inode.high, offset);
  }

  /** Up to `steps` steps of compaction, a block of bytes each, or only of records. Answers how many there was a use for. */
  compact(steps: number, records = false): number {
    this.#enter();
    return this.#calls.compact(steps, records ? 1 : 0);
  }

  /** Records moved so far, modulo 2^32: when that changes, what imagePack said of shared bodies is void. */
  get movedRecords(): number {
    return this.#statLow(abi.STAT_MOVED_RECORDS);
  }

  /**
   * Where the host has `Memory.prototype.discard` (WebAssembly's memory control proposal): gives the system what lies
   * unused at the end of this memory, which keeps its size.
   */
  discard(): void {
    this.#enter();
    const memory = this.#engine.memory as WebAssembly.Memory & { discard?(at: number, bytes: number): void };
    if (typeof memory.discard !== "function") return;
    const unused = this.#calls.trim() >>> 0;
    const from = Math.ceil(unused / abi.WASM_PAGE_BYTES) * abi.WASM_PAGE_BYTES;
    const bytes = memory.buffer.byteLength - from;
    if (bytes > 0) memory.discard(from, bytes);
  }

  /** Encodes up to `count` pages that wait in the nursery. Answers how many. */
  settle(count: number): number {
    this.#enter();
    return this.#calls.settle(count);
  }

  /** Packs some pages into the window, for another arena. Answers the bytes, 0 when there are no pages left. */
  pack(): number {
    this.#enter();
    if (!this.draining) throw new Error("only a draining arena is packed");
    this.#bucket = this.#calls.parcels_bucket(this.#bucket);
    return this.#calls.parcels_pack(this.#bucket);
  }

  /** Takes over what `source` has packed. Answers how many of the bytes there was room for; `source` must drop those. */
  unpack(source: Arena, bytes: number): number {
    this.#enter();
    copyInto(this.#window, source.#part(0, bytes));
    const taken = this.#calls.parcels_unpack(bytes);
    this.#refresh();
    if (this.#zeroize) this.#wipe(abi.WINDOW_BYTES);
    return taken;
  }

  /** Forgets the pages in the first `bytes` bytes of the window: another arena has them now. */
  drop(bytes: number): void {
    this.#enter();
    this.#calls.parcels_drop(bytes);
    if (this.#zeroize) this.#wipe(abi.WINDOW_BYTES);
  }

  /** The dictionaries that it has. */
  dictionaries(): DictionaryRow[] {
    this.#enter();
    const rows: DictionaryRow[] = [];
    for (let version = 0; ; ) {
      version = this.#calls.dictionary_next(version);
      if (version === 0) return rows;
      const [scope, bodies] = [this.#rows[0] as number, this.#rows[1] as number];
      rows.push({ version, scope: scope >>> 0, bodies: bodies >>> 0 });
    }
  }

  /** A copy of a dictionary, or undefined. */
  dictionary(version: number): Uint8Array | undefined {
    this.#enter();
    const bytes = this.#calls.dictionary_copy(version);
    if (bytes === 0) return undefined;
    const copy = new Uint8Array(bytes);
    copyInto(copy, this.#part(0, bytes));
    return copy;
  }

  /** Takes in a dictionary. False when there is no memory for it, or its version is taken. */
  addDictionary(version: number, scope: number, dictionary: Uint8Array): boolean {
    this.#enter();
    copyInto(this.#window, dictionary);
    return this.#calls.dictionary_add(version, scope, dictionary.length) === 1;
  }

  /** False when there is none, or bodies are read by it. */
  forgetDictionary(version: number): boolean {
    this.#enter();
    return this.#calls.dictionary_forget(version) === 1;
  }

  /** Marks bodies as idle, those of `count` buckets of the directory from bucket `from` on. Answers where to go on, or 0 at the end. */
  markIdle(from: number, count: number): number {
    this.#enter();
    return this.#calls.rested_mark(from, count) >>> 0;
  }

  /**
   * Looks for a page of a scope that could be denser, from bucket `from` of the directory on, for a moment; the first `skip` of
   * that bucket are passed over. `next` is the bucket
   * from which to look on, undefined at the end. `page`, to be read before the next call, is one that was found: to be answered
   * by keepDense, if not at once, or left alone.
   */
  findRested(
    from: number,
    idle: boolean,
    scope: number,
    skip = 0,
  ): { next: number | undefined; page: Uint8Array | undefined; limit: number } {
    this.#enter();
    const next = this.#calls.rested_next(from, skip, idle ? 1 : 0, scope);
    this.#refresh();
    const bytes = this.#rows[ROW_ROOM] as number;
    return {
      next: next === 0 ? undefined : next - 1,
      page: bytes === 0 ? undefined : this.#part(0, bytes),
      limit: this.#status(0),
    };
  }

  /**
   * Keeps the page that was found last as this dense block, or for good as it is if that is empty; one that has changed since is
   * let be. Answers the bytes saved.
   */
  keepDense(block: Uint8Array): number {
    this.#enter();
    copyInto(this.#window, block);
    return this.#calls.rested_keep(block.length);
  }

  /** Begins, or gives up, moving its pages out. */
  drain(draining: boolean): void {
    this.draining = draining;
    this.#bucket = 0;
  }

  /** Buckets of the directory: a walk for an image is over those that there are when it begins. */
  imageBuckets(): number {
    this.#enter();
    return this.#calls.image_buckets();
  }

  /**
   * Packs persistent pages into the window, for an image: those of bucket `from` of `buckets` and behind, but for the first
   * `skip` of them; only those of one area, if one is given. Answers the bytes and where to go on.
   */
  imagePack(
    from: number,
    skip: number,
    buckets: number,
    area: AreaHandle = NO_AREA,
  ): { bytes: number; from: number; skip: number } {
    this.#enter();
    const bytes = this.#calls.image_pack(from, skip, buckets, area);
    this.#refresh();
    return { bytes, from: this.#rows[ROW_OFFSET] as number, skip: this.#rows[ROW_ROOM] as number };
  }

  /** Packs one page, if it is here, persists, and stands in bucket `from` of `buckets` or behind. Answers the bytes or 0. */
  imagePage(area: AreaHandle, offset: number, from = 0, buckets = 1): number {
    this.#enter();
    return this.#calls.image_page(area, offset, from, buckets);
  }

  /**
   * Takes over pages of an image that was made under `seed`. Answers the bytes of those it took, and STORED when that is all or
   * why it did not take the next one: FULL; MISS, it has the body of a page that is not here; DAMAGED.
   */
  imageUnpack(pages: Uint8Array, [low, high]: Wide): { bytes: number; status: number } {
    this.#enter();
    copyInto(this.#window, pages);
    const bytes = this.#calls.image_unpack(pages.length, low, high);
    this.#refresh();
    const status = this.#status(0);
    this.wipeWindow();
    return { bytes, status };
  }

  /** The check of a frame of an image whose first `bytes` bytes stand in the window, behind a frame with the check `before`. */
  imageCheck(bytes: number, kind: number, [low, high]: Wide): Wide {
    this.#enter();
    this.#calls.image_check(bytes, kind, low, high);
    return [(this.#rows[0] as number) >>> 0, (this.#rows[1] as number) >>> 0];
  }

  /** Pages and the slack behind them, for who packs an image. Good until the next call. */
  get window(): Uint8Array {
    this.#enter();
    return this.#window;
  }

  /** Counters and gauges as the engine keeps them: the word at byte offset STAT_X is at index STAT_X / 8. */
  counters(): Float64Array {
    this.#enter();
    this.#calls.stats_refresh();
    const words = new BigUint64Array(this.#engine.memory.buffer, abi.STATS_PTR, abi.STATS_BYTES / 8);
    return Float64Array.from(words, Number);
  }

  /** Reachable only through the engine: tells when the host has collected the memory of an arena that was dropped. */
  watch(): WeakRef<ArrayBuffer> {
    return new WeakRef(this.#engine.memory.buffer);
  }

  /** Entry `index` of a bucket of the directory: the key of its page. Undefined when there is none. */
  keyAt(
    bucket: number,
    index: number,
  ): { area: AreaHandle; offset: number; inode: Inode | undefined } | undefined {
    this.#enter();
    const found = this.#calls.key_at(bucket, index);
    if (found === 0) return undefined;
    const word = (at: number) => (this.#rows[at] as number) >>> 0;
    const inode = found === 2 ? { low: word(ROW_WORDS), high: word(ROW_WORDS + 1) } : undefined;
    return { area: word(ROW_ROOM) as AreaHandle, offset: word(ROW_OFFSET), inode };
  }

  /** 0 when everything adds up, else the number of the first finding (assembly/audit.ts). */
  selfCheck(): number {
    this.#enter();
    return this.#calls.self_check();
  }

  /**
   * Before the engine is called. Throws if the arena has trapped, or if the call stack has no room for the engine: a call that
   * is ended by the host half way would leave the structures half changed. Renews the views if memory has grown.
   */
  #enter(levels = ROOM_FOR_ANY): void {
    this.#ready();
    try {
      this.#engine.room(levels);
    } catch (cause) {
      throw stackError(cause);
    }
  }

  /** The same for exports that look at the stack themselves: those by which pages come and go. */
  #ready(): void {
    if (this.#fault !== undefined) throw this.#fault;
    if (this.#inside !== OUTSIDE) this.#unfinished();
    this.#refresh();
  }

  /** Renews the views if memory has grown. */
  #refresh(): void {
    if (lengthOf(this.#page) === 0) this.#renew();
  }

  /** A part of the window. */
  #part(at: number, bytes: number): Uint8Array {
    return viewOf(this.#engine.memory.buffer, abi.WINDOW_PTR + at, bytes);
  }

  #renew(): void {
    const { buffer } = this.#engine.memory;
    this.#window = viewOf(buffer, abi.WINDOW_PTR, abi.PARCELS_ROOM);
    this.#page = viewOf(buffer, abi.WINDOW_PTR, this.pageSize);
    const rows = abi.WINDOW_PTR + abi.WINDOW_ROWS_AT;
    this.#rows = new Int32Array(buffer, rows, abi.ROW_COUNT_MAX * ROW_WORDS);
    this.#figures = new Float64Array(buffer, rows, CLIENT_FIGURES);
    this.#stats = new Uint32Array(buffer, abi.STATS_PTR, abi.STATS_BYTES / 4);
  }

  /** Overwrites all of its memory, also that of an arena that has trapped. It can do nothing afterwards. */
  wipeAll(): void {
    new Uint8Array(this.#engine.memory.buffer).fill(0);
  }

  /** Overwrites the first `bytes` bytes of the window and the slack behind them. */
  #wipe(bytes: number): void {
    this.#enter();
    fillWith(this.#window, 0, 0, bytes + abi.SLACK_BYTES);
  }

  #row(i: number, offset: number, bytes: number): void {
    this.#rows[i * ROW_WORDS + ROW_OFFSET] = offset;
    this.#rows[i * ROW_WORDS + ROW_ROOM] = bytes;
  }

  #status(i: number): number {
    return this.#rows[i * ROW_WORDS + ROW_STATUS] as number;
  }

  /** The exports, each so that what it throws poisons the arena. Pages come and go by the exports themselves. */
  #guarded(): EngineExports {
    const calls: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(this.#engine))
      calls[name] = typeof value === "function" ? this.#guard(value as Export) : value;
    return calls as unknown as EngineExports;
  }

  /** Nothing but the call itself stands between the two marks: what throws there has left the engine half way. */
  #guard(call: Export): Export {
    return (a, b, c, d, e, f) => {
      this.#inside = IN_A_CALL;
      let answer: number;
      try {
        answer = call(a, b, c, d, e, f);
      } catch (cause) {
        throw this.#poison(cause);
      }
      this.#inside = OUTSIDE;
      return answer;
    };
  }

  /** What a page's way through the engine threw: harmless where that had not begun. */
  #thrown(cause: unknown): SpillwayError {
    return this.#entered ? this.#poison(cause) : stackError(cause);
  }

  /** The last call did not come back, or there was no room on the stack to look at why. */
  #unfinished(): void {
    if (this.#inside === IN_A_CALL || this.#entered)
      throw this.#poison(new Error("the host ended a call half way"));
    this.#inside = OUTSIDE;
  }

  /** Whether a page was on its way through the engine when that was left. */
  get #entered(): boolean {
    const [entered] = new Uint32Array(this.#engine.memory.buffer, abi.FAULT_PTR + abi.FAULT_ENTERED_AT, 1);
    return entered !== 0;
  }

  /**
   * Whatever leaves the engine by a throw, a trap or the end of the call stack, leaves the structures in an unknown state:
   * nothing is served from here any more.
   */
  #poison(cause: unknown): SpillwayError {
    const message = cause instanceof Error ? cause.message : show(cause);
    this.#fault = new SpillwayError(
      "ERR_SPILLWAY_ENGINE_FAULT",
      `the engine failed${faultPlace(this.#engine.memory.buffer)}: ${message}`,
      { cause },
    );
    return this.#fault;
  }
}

function stackError(cause: unknown): SpillwayError {
  return new SpillwayError("ERR_SPILLWAY_STACK", "the call stack is full; nothing was changed", { cause });
}

/** " at assembly/slab.ts:120:5" if an assertion left its place in the fault block, else "". */
function faultPlace(buffer: ArrayBuffer): string {
  const view = new DataView(buffer);
  const line = view.getUint32(abi.FAULT_PTR, true);
  if (line === 0) return "";
  const column = view.getUint32(abi.FAULT_PTR + 4, true);
  const at = view.getUint32(abi.FAULT_PTR + 8, true);
  const bytes = view.getUint32(abi.FAULT_PTR + 12, true);
  let file = "";
  // Not by a TextDecoder: a host without one would lose the fault, and the arena would go on.
  for (let i = 0; i < bytes; i += 2) file += String.fromCharCode(view.getUint16(at + i, true));
  return ` at ${file}:${line}:${column}`;
}

/** Throws what a load's status below 1 stands for, if it stands for trouble. */
export function throwTrouble(status: number, type: number, offset: number, room: number): void {
  if (status === Status.DAMAGED) {
    throw new SpillwayError(
      "ERR_SPILLWAY_DAMAGED",
      `the page at type ${type}, offset ${offset} is damaged; nothing of it was delivered`,
      { type, offsets: [offset] },
    );
  }
  if (status === Status.SMALL) {
    throw new SpillwayRangeError(
      `target must have room for the page at type ${type}, offset ${offset}, got ${room} bytes`,
      room,
    );
  }
}
