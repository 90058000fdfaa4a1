/**
 * arena.ts - one engine: one wasm instance over one linear memory.
 *
 * The only file that knows the border. It copies pages into and out of the window, calls the exports (names in
 * snake_case), renews its views when memory has grown, and turns a trap into an error. It checks no argument:
 * its callers have.
 *
 * Cost of a store or load beside the engine's own: one copy of the page and one call.
 */
import { instantiateSync } from "@assemblyscript/loader";
import * as abi from "./abi.js";
import { engineBytes } from "./engine_bytes.js";
import { SpillwayError, SpillwayRangeError } from "./errors.js";
import type { WasmSource } from "./options.js";

/** What the module exports besides the numbers of abi.ts. A test compares the names with the module's. */
export interface EngineExports {
  memory: WebAssembly.Memory;
  init(pageBytes: number, limitWasmPages: number, flags: number, seedLow: number, seedHigh: number): number;
  set_flags(flags: number): void;
  set_limits(limitWasmPages: number, acceptBytes: number): void;
  set_nursery(pages: number): void;
  settle(count: number): number;
  is_full(): number;
  live_bytes(): number;
  open_client(client: number, weight: number): number;
  set_client(client: number, weight: number, capBytes: number): void;
  close_client(client: number): void;
  client_stats(client: number, split: number): void;
  reset_client_peaks(client: number): void;
  evict(bytes: number): number;
  evict_of(client: number, bytes: number): void;
  open_area(area: number, client: number, type: number, scope: number): number;
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
  workshop_sample(index: number): void;
  workshop_train(version: number, pages: number): void;
  workshop_step(steps: number): number;
  workshop_use(bytes: number): number;
  workshop_encode(bytes: number, limit: number): number;
  stats_refresh(): void;
  self_check(): number;
}

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

/** Dictionaries for which an arena may grow beyond its share. */
const DICTIONARIES_MOST = 16;

/** Wasm pages that a dictionary takes at most: a block of sixteen pages and its header, wherever it begins. */
export function dictionaryWasmPages(pageSize: number): number {
  return Math.ceil((17 * pageSize) / abi.WASM_PAGE_BYTES);
}

let inlined: WebAssembly.Module | undefined;

/** The module of a source; the package's own is compiled once, when it is first asked for. */
export function compileSync(source: WasmSource | undefined): WebAssembly.Module {
  if (source instanceof WebAssembly.Module) return source;
  try {
    if (source !== undefined) return new WebAssembly.Module(source);
    inlined ??= new WebAssembly.Module(engineBytes());
    return inlined;
  } catch (cause) {
    throw blocked(cause);
  }
}

/** As compileSync, off the calling thread; browsers allow no other way for larger modules. */
export async function compile(source: WasmSource | undefined): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  try {
    if (source !== undefined) return await WebAssembly.compile(source);
    inlined ??= await WebAssembly.compile(engineBytes());
    return inlined;
  } catch (cause) {
    throw blocked(cause);
  }
}

function blocked(cause: unknown): SpillwayError {
  return new SpillwayError(
    "ERR_SPILLWAY_WASM_BLOCKED",
    "the engine could not be compiled. Under a Content-Security-Policy add 'wasm-unsafe-eval' to script-src: " +
      (cause instanceof Error ? cause.message : String(cause)),
    { cause },
  );
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
  readonly #zeroize: boolean;
  #fault: SpillwayError | undefined;
  /** Pages and the slack behind them. */
  #window: Uint8Array;
  /** The first page of the window. Its length is 0 once memory has grown: time to renew the views. */
  #page: Uint8Array;
  #rows: Int32Array;
  /** Counters and gauges that the engine keeps up to date, two words each, the lower first. */
  #stats: Uint32Array;
  /** No bucket of the directory below this has an entry, while the arena is draining. */
  #bucket = 0;

  /**
   * An arena that may in time grow to `shareWasmPages`. Throws ERR_SPILLWAY_OUT_OF_MEMORY when the host has no memory for
   * its first block.
   */
  constructor(module: WebAssembly.Module, settings: ArenaSettings, shareWasmPages: number) {
    this.pageSize = settings.pageSize;
    this.shareWasmPages = shareWasmPages;
    this.batch = abi.WINDOW_BYTES / settings.pageSize;
    this.#zeroize = (settings.flags & abi.FLAG_ZEROIZE) !== 0;
    this.#engine = start(module);
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
    this.#ready();
    this.#call(() => this.#engine.set_flags(flags));
  }

  /** Bounds growth to `limitWasmPages`; `acceptBytes` must be free before it accepts again once it was full. */
  setLimits(limitWasmPages: number, acceptBytes: number): void {
    this.#ready();
    this.#call(() => this.#engine.set_limits(limitWasmPages, acceptBytes));
  }

  /** Whether it refuses bodies, having found no room for one. */
  get full(): boolean {
    this.#ready();
    return this.#call(() => this.#engine.is_full()) === 1;
  }

  /** Bytes in use: what is occupied, less what is free inside slabs. */
  get liveBytes(): number {
    this.#ready();
    return this.#call(() => this.#engine.live_bytes()) >>> 0;
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

  /** Opens a client's account; `weight` 0 stands for pages that persist. False when there is no memory for it. */
  openClient(client: number, weight: number): boolean {
    this.#ready();
    return this.#call(() => this.#engine.open_client(client, weight)) === 1;
  }

  /** Sets a client's weight, and the bytes that it may count here: bodies, entries and records. */
  setClient(client: number, weight: number, capBytes: number): void {
    this.#ready();
    const cap = Math.max(0, Math.min(capBytes, 2 ** 32 - 1));
    this.#call(() => this.#engine.set_client(client, weight, cap));
  }

  /** Forgets a client whose areas are closed. */
  closeClient(client: number): void {
    this.#ready();
    this.#call(() => this.#engine.close_client(client));
  }

  /** Adds what a client has here to a sum: pages, and the bytes that count against its cap. */
  addClient(client: number, sum: { pages: number; bytes: number }): void {
    this.#ready();
    this.#call(() => this.#engine.client_stats(client, 0));
    this.#ready();
    sum.pages += (this.#rows[0] as number) >>> 0;
    sum.bytes += (this.#rows[1] as number) >>> 0;
  }

  /** `split` asks for its part of bodies that clients share, which takes a walk over all pages. */
  clientCounters(client: number, split: boolean): ClientCounters {
    this.#ready();
    this.#call(() => this.#engine.client_stats(client, split ? 1 : 0));
    this.#ready();
    const view = new DataView(this.#rows.buffer, this.#rows.byteOffset);
    return {
      pages: view.getUint32(0, true),
      counted: view.getUint32(4, true),
      part: view.getFloat64(24, true),
      evictedPages: Number(view.getBigUint64(8, true)),
      evictedBytes: Number(view.getBigUint64(16, true)),
      peakPages: view.getUint32(32, true),
      peakCounted: view.getUint32(36, true),
    };
  }

  /** What a client has here is the most that it had. */
  resetClientPeaks(client: number): void {
    this.#ready();
    this.#call(() => this.#engine.reset_client_peaks(client));
  }

  /** What is here now is the most that there was. */
  resetPeaks(): void {
    this.#ready();
    this.#call(() => this.#engine.reset_peaks());
  }

  /** Lets ephemeral pages go until `bytes` more are free, or none is left. Answers how many bytes that made. */
  evict(bytes: number): number {
    this.#ready();
    return this.#call(() => this.#engine.evict(Math.min(bytes, 2 ** 32 - 1))) >>> 0;
  }

  /** Lets a client's ephemeral pages go until it counts `bytes` less, or has none left. */
  evictOf(client: number, bytes: number): void {
    this.#ready();
    this.#call(() => this.#engine.evict_of(client, bytes));
  }

  /** Opens an area under a number that is free. False when there is no memory for its record. */
  openArea(area: AreaHandle, client: number, type: number, scope: number): boolean {
    this.#ready();
    return this.#call(() => this.#engine.open_area(area, client, type, scope)) === 1;
  }

  /** Stores a page of 1 to pageSize bytes, a PageKind; with an inode, one of that file system. Answers a Status. */
  store(area: AreaHandle, offset: number, page: Uint8Array, kind: number, inode?: Inode): number {
    this.#ready();
    this.#page.set(page);
    let status: number;
    try {
      status =
        inode === undefined
          ? this.#engine.store_page(area, offset, page.length, kind)
          : this.#engine.put_page(area, inode.low, inode.high, offset, page.length, kind);
    } catch (cause) {
      throw this.#poison(cause);
    }
    if (this.#zeroize) this.#wipe(page.length);
    return status;
  }

  /** Fills the first bytes of the target with the page and answers its length; or a Status below 1. */
  load(area: AreaHandle, offset: number, target: Uint8Array, exclusive: boolean, inode?: Inode): number {
    this.#ready();
    let bytes: number;
    const alone = exclusive ? 1 : 0;
    try {
      bytes =
        inode === undefined
          ? this.#engine.load_page(area, offset, target.length, alone)
          : this.#engine.get_page(area, inode.low, inode.high, offset, target.length, alone);
    } catch (cause) {
      throw this.#poison(cause);
    }
    if (bytes === this.pageSize) target.set(this.#page);
    else if (bytes > 0) target.set(this.#page.subarray(0, bytes));
    if (this.#zeroize) this.#wipe(this.pageSize);
    return bytes;
  }

  /**
   * Stores pages `from` to `to` - 1, at most `batch`, all of one PageKind. `statuses[i]` becomes the Status of page i. Ends behind a page that
   * found no room; answers the index of the first page that was not offered.
   */
  storeBatch(
    area: AreaHandle,
    offsets: ArrayLike<number>,
    pages: readonly Uint8Array[],
    from: number,
    to: number,
    kind: number,
    statuses: number[],
  ): number {
    this.#ready();
    for (let i = 0; i < to - from; i++) {
      const page = pages[from + i] as Uint8Array;
      this.#window.set(page, i * this.pageSize);
      this.#row(i, offsets[from + i] as number, page.length);
    }
    const done = this.#call(() => this.#engine.store_many(area, 0, to - from, kind));
    this.#ready();
    for (let i = 0; i < done; i++) statuses[from + i] = this.#status(i);
    if (this.#zeroize) this.#wipe(abi.WINDOW_BYTES);
    return from + done;
  }

  /** Loads `count` pages, at most `batch`. `statuses[from + i]` is the length of the page or a Status below 1. */
  loadBatch(
    area: AreaHandle,
    offsets: ArrayLike<number>,
    targets: readonly Uint8Array[],
    from: number,
    count: number,
    exclusive: boolean,
    statuses: number[],
  ): void {
    this.#ready();
    for (let i = 0; i < count; i++)
      this.#row(i, offsets[from + i] as number, (targets[from + i] as Uint8Array).length);
    this.#call(() => this.#engine.load_many(area, count, exclusive ? 1 : 0));
    for (let i = 0; i < count; i++) {
      const bytes = this.#status(i);
      statuses[from + i] = bytes;
      const at = i * this.pageSize;
      if (bytes > 0) (targets[from + i] as Uint8Array).set(this.#window.subarray(at, at + bytes));
    }
    if (this.#zeroize) this.#wipe(abi.WINDOW_BYTES);
  }

  /** Length of a page, or 0 if it is not here. */
  pageLength(area: AreaHandle, offset: number): number {
    this.#ready();
    return this.#call(() => this.#engine.page_length(area, offset));
  }

  invalidatePage(area: AreaHandle, offset: number, inode?: Inode): boolean {
    this.#ready();
    return (
      this.#call(() =>
        inode === undefined
          ? this.#engine.invalidate_page(area, offset)
          : this.#engine.invalidate_inode_page(area, inode.low, inode.high, offset),
      ) === 1
    );
  }

  /** Drops the pages of an inode of a file system. Answers how many there were. */
  invalidateInode(fs: AreaHandle, { low, high }: Inode): number {
    this.#ready();
    return this.#call(() => this.#engine.invalidate_inode(fs, low, high)) >>> 0;
  }

  /** Removes the page of a key that is about to be stored in another arena. */
  supersede(area: AreaHandle, offset: number, inode?: Inode): void {
    this.#ready();
    try {
      if (inode === undefined) this.#engine.supersede_page(area, offset);
      else this.#engine.supersede_inode_page(area, inode.low, inode.high, offset);
    } catch (cause) {
      throw this.#poison(cause);
    }
  }

  /** Drops the pages of an area and closes it; the number is void. Answers how many there were. */
  invalidateArea(area: AreaHandle): number {
    this.#ready();
    return this.#call(() => this.#engine.invalidate_area(area)) >>> 0;
  }

  currPages(area: AreaHandle): number {
    this.#ready();
    return this.#call(() => this.#engine.curr_pages(area)) >>> 0;
  }

  /**
   * A page of an area in bucket `from` of the directory or behind it: its offset, and the bucket from which to look on.
   * Undefined when there is none.
   */
  findPage(area: AreaHandle, from: number): { offset: number; next: number } | undefined {
    this.#ready();
    const next = this.#call(() => this.#engine.find_page(area, from));
    return next === 0 ? undefined : { offset: (this.#rows[ROW_OFFSET] as number) >>> 0, next };
  }

  /** Bytes occupied: fixed regions, records, tables, slabs. */
  get usedBytes(): number {
    this.#ready();
    return this.#call(() => this.#engine.used_bytes()) >>> 0;
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
    this.#ready();
    this.#page.set(page);
    const filled = this.#call(() => this.#engine.hash_page(scope, page.length)) === 1;
    return { high: this.#rows[1] as number, low: this.#rows[0] as number, filled };
  }

  /** Bytes of the body that a store would keep for the page in the window, of a PageKind; negative when it is poor. */
  measurePage(bytes: number, kind: number): number {
    return this.#call(() => this.#engine.measure_page(bytes, kind));
  }

  /** Asked for zeroize, overwrites the first `bytes` bytes of the window. */
  wipeWindow(bytes = abi.WINDOW_BYTES): void {
    if (this.#zeroize) this.#wipe(bytes);
  }

  /** Bytes kept for a page alone, 0 when it needs none of its own; -1 when it is not here. */
  keptBytes(area: AreaHandle, offset: number, inode?: Inode): number {
    this.#ready();
    return this.#call(() =>
      inode === undefined
        ? this.#engine.kept_bytes(area, offset)
        : this.#engine.kept_inode_bytes(area, inode.low, inode.high, offset),
    );
  }

  /** Up to `steps` steps of compaction, a block of bytes each, or only of records. Answers how many there was a use for. */
  compact(steps: number, records = false): number {
    this.#ready();
    return this.#call(() => this.#engine.compact(steps, records ? 1 : 0));
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
    this.#ready();
    const memory = this.#engine.memory as WebAssembly.Memory & { discard?(at: number, bytes: number): void };
    if (typeof memory.discard !== "function") return;
    const unused = this.#call(() => this.#engine.trim()) >>> 0;
    const from = Math.ceil(unused / abi.WASM_PAGE_BYTES) * abi.WASM_PAGE_BYTES;
    const bytes = memory.buffer.byteLength - from;
    if (bytes > 0) memory.discard(from, bytes);
  }

  /** Encodes up to `count` pages that wait in the nursery. Answers how many. */
  settle(count: number): number {
    this.#ready();
    return this.#call(() => this.#engine.settle(count));
  }

  /** Packs some pages into the window, for another arena. Answers the bytes, 0 when there are no pages left. */
  pack(): number {
    this.#ready();
    if (!this.draining) throw new Error("only a draining arena is packed");
    this.#bucket = this.#call(() => this.#engine.parcels_bucket(this.#bucket));
    return this.#call(() => this.#engine.parcels_pack(this.#bucket));
  }

  /** Takes over what `source` has packed. Answers how many of the bytes there was room for; `source` must drop those. */
  unpack(source: Arena, bytes: number): number {
    this.#ready();
    this.#window.set(source.#window.subarray(0, bytes));
    const taken = this.#call(() => this.#engine.parcels_unpack(bytes));
    this.#ready();
    if (this.#zeroize) this.#wipe(abi.WINDOW_BYTES);
    return taken;
  }

  /** Forgets the pages in the first `bytes` bytes of the window: another arena has them now. */
  drop(bytes: number): void {
    this.#call(() => this.#engine.parcels_drop(bytes));
    if (this.#zeroize) this.#wipe(abi.WINDOW_BYTES);
  }

  /** The dictionaries that it has. */
  dictionaries(): DictionaryRow[] {
    this.#ready();
    const rows: DictionaryRow[] = [];
    for (let version = 0; ; ) {
      version = this.#call(() => this.#engine.dictionary_next(version));
      if (version === 0) return rows;
      const [scope = 0, bodies = 0] = this.#rows.subarray(0, 2);
      rows.push({ version, scope: scope >>> 0, bodies: bodies >>> 0 });
    }
  }

  /** A copy of a dictionary, or undefined. */
  dictionary(version: number): Uint8Array | undefined {
    this.#ready();
    const bytes = this.#call(() => this.#engine.dictionary_copy(version));
    return bytes === 0 ? undefined : this.#window.slice(0, bytes);
  }

  /** Takes in a dictionary. False when there is no memory for it, or its version is taken. */
  addDictionary(version: number, scope: number, dictionary: Uint8Array): boolean {
    this.#ready();
    this.#window.set(dictionary);
    return this.#call(() => this.#engine.dictionary_add(version, scope, dictionary.length)) === 1;
  }

  /** False when there is none, or bodies are read by it. */
  forgetDictionary(version: number): boolean {
    this.#ready();
    return this.#call(() => this.#engine.dictionary_forget(version)) === 1;
  }

  /** Marks bodies as idle, those of `count` buckets of the directory from bucket `from` on. Answers where to go on, or 0 at the end. */
  markIdle(from: number, count: number): number {
    this.#ready();
    return this.#call(() => this.#engine.rested_mark(from, count)) >>> 0;
  }

  /**
   * Looks for a page of a scope that could be denser, from bucket `from` of the directory on, for a moment; the first `skip` of
   * that bucket are passed over. `next` is the bucket
   * from which to look on, undefined at the end. `page`, to be read before the next call, is one that was found: to be answered
   * by keepDense or left alone.
   */
  findRested(
    from: number,
    idle: boolean,
    scope: number,
    skip = 0,
  ): { next: number | undefined; page: Uint8Array | undefined; limit: number } {
    this.#ready();
    const next = this.#call(() => this.#engine.rested_next(from, skip, idle ? 1 : 0, scope));
    this.#ready();
    const bytes = this.#rows[ROW_ROOM] as number;
    return {
      next: next === 0 ? undefined : next - 1,
      page: bytes === 0 ? undefined : this.#window.subarray(0, bytes),
      limit: this.#status(0),
    };
  }

  /** Keeps the page that was found last as this dense block, or for good as it is if there is none. Answers the bytes saved. */
  keepDense(block: Uint8Array | undefined): number {
    this.#ready();
    if (block !== undefined) this.#window.set(block);
    return this.#call(() => this.#engine.rested_keep(block?.length ?? 0));
  }

  /** Begins, or gives up, moving its pages out. */
  drain(draining: boolean): void {
    this.draining = draining;
    this.#bucket = 0;
  }

  /** Buckets of the directory: a walk for an image is over those that there are when it begins. */
  imageBuckets(): number {
    this.#ready();
    return this.#call(() => this.#engine.image_buckets());
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
    this.#ready();
    const bytes = this.#call(() => this.#engine.image_pack(from, skip, buckets, area));
    this.#ready();
    return { bytes, from: this.#rows[ROW_OFFSET] as number, skip: this.#rows[ROW_ROOM] as number };
  }

  /** Packs one page, if it is here, persists, and stands in bucket `from` of `buckets` or behind. Answers the bytes or 0. */
  imagePage(area: AreaHandle, offset: number, from = 0, buckets = 1): number {
    this.#ready();
    return this.#call(() => this.#engine.image_page(area, offset, from, buckets));
  }

  /**
   * Takes over pages of an image that was made under `seed`. Answers the bytes of those it took, and STORED when that is all or
   * why it did not take the next one: FULL; MISS, it has the body of a page that is not here; DAMAGED.
   */
  imageUnpack(pages: Uint8Array, [low, high]: Wide): { bytes: number; status: number } {
    this.#ready();
    this.#window.set(pages);
    const bytes = this.#call(() => this.#engine.image_unpack(pages.length, low, high));
    this.#ready();
    const status = this.#status(0);
    this.wipeWindow();
    return { bytes, status };
  }

  /** The check of a frame of an image whose first `bytes` bytes stand in the window, behind a frame with the check `before`. */
  imageCheck(bytes: number, kind: number, [low, high]: Wide): Wide {
    this.#ready();
    this.#call(() => this.#engine.image_check(bytes, kind, low, high));
    return [(this.#rows[0] as number) >>> 0, (this.#rows[1] as number) >>> 0];
  }

  /** Pages and the slack behind them, for who packs an image. Good until the next call. */
  get window(): Uint8Array {
    this.#ready();
    return this.#window;
  }

  /** Counters and gauges as the engine keeps them: the word at byte offset STAT_X is at index STAT_X / 8. */
  counters(): Float64Array {
    this.#ready();
    this.#call(() => this.#engine.stats_refresh());
    const words = new BigUint64Array(this.#engine.memory.buffer, abi.STATS_PTR, abi.STATS_BYTES / 8);
    return Float64Array.from(words, Number);
  }

  /** Reachable only through the engine: tells when the host has collected the memory of an arena that was dropped. */
  watch(): WeakRef<ArrayBuffer> {
    return new WeakRef(this.#engine.memory.buffer);
  }

  /** 0 when everything adds up, else the number of the first finding (assembly/audit.ts). */
  selfCheck(): number {
    this.#ready();
    return this.#call(() => this.#engine.self_check());
  }

  /** Throws if the arena has trapped; renews the views if memory has grown. */
  #ready(): void {
    if (this.#fault !== undefined) throw this.#fault;
    if (this.#page.length === 0) this.#renew();
  }

  #renew(): void {
    const { buffer } = this.#engine.memory;
    this.#window = new Uint8Array(buffer, abi.WINDOW_PTR, abi.PARCELS_ROOM);
    this.#page = this.#window.subarray(0, this.pageSize);
    const rows = abi.WINDOW_PTR + abi.WINDOW_ROWS_AT;
    this.#rows = new Int32Array(buffer, rows, abi.ROW_COUNT_MAX * ROW_WORDS);
    this.#stats = new Uint32Array(buffer, abi.STATS_PTR, abi.STATS_BYTES / 4);
  }

  /** Overwrites all of its memory, also that of an arena that has trapped. It can do nothing afterwards. */
  wipeAll(): void {
    new Uint8Array(this.#engine.memory.buffer).fill(0);
  }

  /** Overwrites the first `bytes` bytes of the window and the slack behind them. */
  #wipe(bytes: number): void {
    this.#ready();
    this.#window.fill(0, 0, bytes + abi.SLACK_BYTES);
  }

  #row(i: number, offset: number, bytes: number): void {
    this.#rows[i * ROW_WORDS + ROW_OFFSET] = offset;
    this.#rows[i * ROW_WORDS + ROW_ROOM] = bytes;
  }

  #status(i: number): number {
    return this.#rows[i * ROW_WORDS + ROW_STATUS] as number;
  }

  #call<T>(operation: () => T): T {
    try {
      return operation();
    } catch (cause) {
      throw this.#poison(cause);
    }
  }

  /** A trap leaves the structures in an unknown state: nothing is served from here any more. */
  #poison(cause: unknown): unknown {
    if (!(cause instanceof WebAssembly.RuntimeError)) return cause;
    this.#fault = new SpillwayError(
      "ERR_SPILLWAY_ENGINE_FAULT",
      `the engine failed${faultPlace(this.#engine.memory.buffer)}: ${cause.message}`,
      { cause },
    );
    return this.#fault;
  }
}

/** Instantiates a module after comparing its layout with the one this facade was built for. */
export function start(module: WebAssembly.Module): EngineExports {
  let instance: WebAssembly.Instance;
  try {
    // Not the loader's wrapped exports: they pass their arguments through an array on every call.
    instance = instantiateSync(module).instance;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw mismatch(cause);
    throw new SpillwayError(
      "ERR_SPILLWAY_OUT_OF_MEMORY",
      `the host gave no linear memory: ${cause.message}`,
      {
        cause,
      },
    );
  }
  const { exports } = instance;
  for (const [name, wanted] of Object.entries(abi.LAYOUT)) {
    const found = exports[name];
    if (!(found instanceof WebAssembly.Global) || found.value !== wanted) throw mismatch(name);
  }
  return exports as unknown as EngineExports;
}

function mismatch(cause: unknown): SpillwayError {
  const what = typeof cause === "string" ? cause : "its imports or exports";
  return new SpillwayError(
    "ERR_SPILLWAY_LAYOUT_MISMATCH",
    `the wasm module does not belong to this version of spillway: ${what} differs`,
    { cause },
  );
}

/** " at assembly/slab.ts:120:5" if an assertion left its place in the fault block, else "". */
function faultPlace(buffer: ArrayBuffer): string {
  const view = new DataView(buffer);
  const line = view.getUint32(abi.FAULT_PTR, true);
  if (line === 0) return "";
  const column = view.getUint32(abi.FAULT_PTR + 4, true);
  const file = new Uint8Array(
    buffer,
    view.getUint32(abi.FAULT_PTR + 8, true),
    view.getUint32(abi.FAULT_PTR + 12, true),
  );
  return ` at ${new TextDecoder("utf-16le").decode(file)}:${line}:${column}`;
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
