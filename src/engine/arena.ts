/**
 * arena.ts - one engine that keeps pages: one instance of the module over one linear memory.
 *
 * It copies pages into and out of the window and calls the engine. Clients, images, and what makes pages
 * denser have files of their own beside this one. Arguments are not checked here: the callers have done that.
 *
 * Cost of a store or load beside the engine's own: one copy of the page and one call.
 */
import * as abi from "../abi.js";
import { SpillwayError } from "../base/errors.js";
import { copyInto, lengthOf } from "../base/foreign.js";
import type { Counters } from "../telemetry/stats_read.js";
import { Address, type Batch } from "./address.js";
import { ArenaClients } from "./arena_clients.js";
import { ArenaDense } from "./arena_dense.js";
import { ArenaImages } from "./arena_images.js";
import { ArenaSpill } from "./arena_spill.js";
import { blockWasmPages } from "./blocks.js";
import { Border, ROOM_FOR_PAGES } from "./border.js";
import type { EngineExports } from "./exports.js";
import type { AreaHandle, Inode, Wide } from "./keys.js";
import { ROW_OFFSET, ROW_ROOM } from "./window.js";

/** What is the same for all arenas of a pool. */
export interface ArenaSettings {
  /** Bytes of a page: a power of two from PAGE_BYTES_MIN to PAGE_BYTES_MAX. */
  pageSize: number;
  /** Settings as bits: FLAG_ of abi.ts. */
  flags: number;
  /** Pages that may wait in the nursery, 0 for none. */
  nurseryPages: number;
  /** Two words from which the secret of the page hash is drawn. */
  seed: Wide;
}

/** Dictionaries for which an arena may grow beyond its share. */
const DICTIONARIES_MOST = 16;

export class Arena {
  readonly pageSize: number;
  /** Wasm pages beyond which it can never be allowed to grow. */
  readonly shareWasmPages: number;
  /** Pages that fit the window: the most that storeBatch and loadBatch take at once. */
  readonly batch: number;
  /** True while its pages move out: it takes no new ones. */
  draining = false;
  /** Its part of clients' accounts. */
  readonly clients: ArenaClients;
  /** Its dictionaries, and pages that could be denser. */
  readonly dense: ArenaDense;
  /** Its pages on their way into images and out of them. */
  readonly images: ArenaImages;
  /** Its bodies on their way to devices, on them, and back. */
  readonly spill: ArenaSpill;
  readonly #border: Border;
  readonly #calls: EngineExports;
  readonly #zeroize: boolean;
  /** No bucket of the directory below this has an entry, while the arena is draining. */
  #bucket = 0;

  /**
   * An empty arena that may in time grow to `shareWasmPages`.
   *
   * @throws ERR_SPILLWAY_OUT_OF_MEMORY when the host has no memory for its first block; and what Border
   * throws
   */
  constructor(module: WebAssembly.Module, settings: ArenaSettings, shareWasmPages: number) {
    const { pageSize, flags, nurseryPages, seed } = settings;
    this.pageSize = pageSize;
    this.shareWasmPages = shareWasmPages;
    this.batch = abi.WINDOW_BYTES / pageSize;
    this.#zeroize = (flags & abi.FLAG_ZEROIZE) !== 0;
    this.#border = new Border(module, pageSize);
    this.#calls = this.#border.calls;
    this.clients = new ArenaClients(this.#border, this.#zeroize);
    this.dense = new ArenaDense(this.#border);
    this.images = new ArenaImages(this.#border, () => this.wipeWindow());
    this.spill = new ArenaSpill(
      this.#border,
      () => this.wipeWindow(),
      (client) => this.clients.account(client),
    );
    // Beyond its share it may grow for dictionaries, when that is asked for.
    const most = shareWasmPages + DICTIONARIES_MOST * blockWasmPages(pageSize);
    const limit = Math.min(most, abi.MEMORY_WASM_PAGES_MAX);
    this.#border.enter();
    if (!this.#calls.init(pageSize, limit, flags, seed[0], seed[1])) {
      throw new SpillwayError(
        "ERR_SPILLWAY_OUT_OF_MEMORY",
        `the host gave no memory for the first block of an arena of ${shareWasmPages * abi.WASM_PAGE_BYTES} bytes`,
      );
    }
    this.#calls.set_nursery(nurseryPages);
  }

  // ── settings and figures ─────────────────────────────────────────────────────────────────────────────

  /** The engine itself, for tests and microbenchmarks: nothing guards its exports. */
  get engine(): EngineExports {
    return this.#border.exports;
  }

  /** Linear memory that it has taken from the system, in wasm pages. */
  get wasmPages(): number {
    return this.#border.wasmPages;
  }

  setFlags(flags: number): void {
    this.#border.enter();
    this.#calls.set_flags(flags);
  }

  /**
   * Bounds growth to `limitWasmPages`; `acceptBytes` must be free before it accepts again once it was full.
   */
  setLimits(limitWasmPages: number, acceptBytes: number): void {
    this.#border.enter();
    this.#calls.set_limits(limitWasmPages, acceptBytes);
  }

  /** Whether it refuses bodies, having found no room for one. */
  get full(): boolean {
    this.#border.enter();
    return this.#calls.is_full() === 1;
  }

  /** Bytes in use: what is occupied, less what is free inside slabs. */
  get liveBytes(): number {
    this.#border.enter();
    return this.#calls.live_bytes() >>> 0;
  }

  /** Bytes occupied: fixed regions, records, tables, slabs. */
  get usedBytes(): number {
    this.#border.enter();
    return this.#calls.used_bytes() >>> 0;
  }

  /** Bytes of the pages kept, less those occupied: below 0 in an arena that keeps next to nothing. */
  get savedBytes(): number {
    const used = this.usedBytes;
    return this.#border.window.stat(abi.STAT_RAW_BYTES) - used;
  }

  /** Pages kept here. */
  get pages(): number {
    return this.#statLow(abi.STAT_STORED_PAGES);
  }

  /** Pages evicted here so far, modulo 2^32. */
  get evictedLow(): number {
    return this.#statLow(abi.STAT_EVICTED);
  }

  /** Records moved so far, modulo 2^32: when that changes, what images.pack said of shared bodies is void. */
  get movedRecords(): number {
    return this.#statLow(abi.STAT_MOVED_RECORDS);
  }

  /** Also of an arena that has trapped. */
  #statLow(stat: number): number {
    this.#border.window.refresh();
    return this.#border.window.statLow(stat);
  }

  /** A copy of the engine's counters and gauges. */
  counters(): Counters {
    this.#border.enter();
    this.#calls.stats_refresh();
    return this.#border.window.stats();
  }

  /** Forgets peaks: what is here now is the most that there was. */
  resetPeaks(): void {
    this.#border.enter();
    this.#calls.reset_peaks();
  }

  /** Tells when the host has collected the memory of an arena that was dropped. */
  watch(): WeakRef<ArrayBuffer> {
    return this.#border.watch();
  }

  /** 0 when everything adds up, else the number of the first finding (assembly/audit/audit.ts). */
  selfCheck(): number {
    this.#border.enter();
    return this.#calls.self_check();
  }

  // ── pages ────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Stores a page of 1 to pageSize bytes, of a PageKind; under an address with an inode, one of a file
   * system. Answers a Status.
   */
  store({ area, offset, inode }: Address, page: Uint8Array, kind: number): number {
    this.#border.ready();
    const bytes = lengthOf(page);
    copyInto(this.#border.window.page, page);
    const status =
      inode === undefined
        ? this.#calls.store_page(area, offset, bytes, kind)
        : this.#calls.put_page(area, inode.low, inode.high, offset, bytes, kind);
    if (this.#zeroize) this.#wipe(bytes);
    return status;
  }

  /** Fills the first bytes of the target with the page and answers its length; or a Status below 1. */
  load({ area, offset, inode }: Address, target: Uint8Array, exclusive: boolean): number {
    this.#border.ready();
    const room = lengthOf(target);
    const alone = exclusive ? 1 : 0;
    const bytes =
      inode === undefined
        ? this.#calls.load_page(area, offset, room, alone)
        : this.#calls.get_page(area, inode.low, inode.high, offset, room, alone);
    if (bytes === this.pageSize) copyInto(target, this.#border.window.page);
    else if (bytes > 0) copyInto(target, this.#border.window.part(0, bytes));
    if (this.#zeroize) this.#wipe(this.pageSize);
    return bytes;
  }

  /**
   * Stores pages `from` to `to` - 1, at most `batch`, all of one PageKind. `statuses[i]` becomes the Status
   * of page i. Ends behind a page that found no room. Answers the index of the first page that was not
   * offered.
   */
  storeBatch({ area, offsets, pages, statuses }: Batch, from: number, to: number, kind: number): number {
    const { window } = this.#border;
    this.#border.enter();
    for (let i = 0; i < to - from; i++) {
      const page = pages[from + i] as Uint8Array;
      copyInto(window.pages, page, i * this.pageSize);
      window.setRow(i, offsets[from + i] as number, lengthOf(page));
    }
    const done = this.#calls.store_many(area, 0, to - from, kind);
    window.refresh();
    for (let i = 0; i < done; i++) statuses[from + i] = window.status(i);
    this.wipeWindow();
    return from + done;
  }

  /**
   * Loads pages `from` to `to` - 1, at most `batch`. `statuses[i]` becomes the length of page i or a Status
   * below 1.
   */
  loadBatch(
    { area, offsets, pages: targets, statuses }: Batch,
    from: number,
    to: number,
    exclusive: boolean,
  ): void {
    const { window } = this.#border;
    const count = to - from;
    this.#border.enter();
    for (let i = 0; i < count; i++)
      window.setRow(i, offsets[from + i] as number, lengthOf(targets[from + i] as Uint8Array));
    this.#calls.load_many(area, count, exclusive ? 1 : 0);
    for (let i = 0; i < count; i++) {
      const bytes = window.status(i);
      statuses[from + i] = bytes;
      if (bytes > 0) copyInto(targets[from + i] as Uint8Array, window.part(i * this.pageSize, bytes));
    }
    this.wipeWindow();
  }

  /** Length of a page in bytes, or 0 if it is not here. */
  pageLength({ area, offset }: Address): number {
    this.#border.enter(ROOM_FOR_PAGES);
    return this.#calls.page_length(area, offset);
  }

  /** Bytes kept for a page alone, 0 when it needs none of its own; -1 when it is not here. */
  keptBytes({ area, offset, inode }: Address): number {
    this.#border.enter(ROOM_FOR_PAGES);
    return inode === undefined
      ? this.#calls.kept_bytes(area, offset)
      : this.#calls.kept_inode_bytes(area, inode.low, inode.high, offset);
  }

  /** Uses a page as a load does, without its bytes, and counts nothing. False if it is not here. */
  touch({ area, offset, inode }: Address): boolean {
    this.#border.enter(ROOM_FOR_PAGES);
    const here =
      inode === undefined
        ? this.#calls.touch_page(area, offset)
        : this.#calls.touch_inode_page(area, inode.low, inode.high, offset);
    return here === 1;
  }

  /** Drops a page. False if it is not here. */
  invalidatePage({ area, offset, inode }: Address): boolean {
    this.#border.enter(ROOM_FOR_PAGES);
    const dropped =
      inode === undefined
        ? this.#calls.invalidate_page(area, offset)
        : this.#calls.invalidate_inode_page(area, inode.low, inode.high, offset);
    return dropped === 1;
  }

  /** Removes the page of a key that is about to be stored in another arena. */
  supersede({ area, offset, inode }: Address): void {
    this.#border.enter(ROOM_FOR_PAGES);
    if (inode === undefined) this.#calls.supersede_page(area, offset);
    else this.#calls.supersede_inode_page(area, inode.low, inode.high, offset);
  }

  /**
   * Takes a page into the window and tells its hash, two words, as a store to an area of this scope would
   * take it, and whether it is same-filled. Keeps nothing else of it.
   */
  hashPage(page: Uint8Array, scope: number): { high: number; low: number; filled: boolean } {
    const { window } = this.#border;
    this.#border.enter(ROOM_FOR_PAGES);
    copyInto(window.page, page);
    const filled = this.#calls.hash_page(scope, lengthOf(page)) === 1;
    return { high: window.word(1), low: window.word(0), filled };
  }

  /**
   * Bytes of the body that a store would keep for the page in the window, of a PageKind; negative when it is
   * poor.
   */
  measurePage(bytes: number, kind: number): number {
    this.#border.enter(ROOM_FOR_PAGES);
    return this.#calls.measure_page(bytes, kind);
  }

  // ── areas ────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Opens an area under a number that is free, of a client, or for 0 of none. A client without an account
   * here gets one, for pages that persist. False when there is no memory for its record.
   */
  openArea(area: AreaHandle, client: number, scope: number): boolean {
    const { clients } = this;
    if (client !== 0 && clients.account(client) === undefined && !clients.open(client, 0)) return false;
    this.#border.enter();
    return this.#calls.open_area(area, clients.account(client) ?? 0, scope) === 1;
  }

  /** Drops the pages of an area and closes it; the number is void. Answers how many pages there were. */
  invalidateArea(area: AreaHandle): number {
    this.#border.enter();
    return this.#calls.invalidate_area(area) >>> 0;
  }

  /** Drops the pages of an inode of a file system. Answers how many there were. */
  invalidateInode(fs: AreaHandle, { low, high }: Inode): number {
    this.#border.enter();
    return this.#calls.invalidate_inode(fs, low, high) >>> 0;
  }

  /** Pages of an area that are here. */
  currPages(area: AreaHandle): number {
    this.#border.enter();
    return this.#calls.curr_pages(area) >>> 0;
  }

  /**
   * A page of an area in bucket `from` of the directory or behind it: its offset, and the bucket from which
   * to look on. Undefined when there is none.
   */
  findPage(area: AreaHandle, from: number): { offset: number; next: number } | undefined {
    this.#border.enter();
    const next = this.#calls.find_page(area, from);
    return next === 0 ? undefined : { offset: this.#border.window.word(ROW_OFFSET), next };
  }

  /** Entry `index` of a bucket of the directory: the address of its page. Undefined when there is none. */
  keyAt(bucket: number, index: number): Address | undefined {
    const { window } = this.#border;
    this.#border.enter();
    const found = this.#calls.key_at(bucket, index);
    if (found === 0) return undefined;
    const inode = found === 2 ? { low: window.word(0, 1), high: window.word(1, 1) } : undefined;
    return new Address(inode).at(window.word(ROW_ROOM) as AreaHandle, window.word(ROW_OFFSET));
  }

  // ── room ─────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Evicts ephemeral pages until `bytes` more are free, none is left, or keys wait (clients.takeKeys).
   * Answers how many bytes that made.
   */
  evict(bytes: number): number {
    this.#border.enter();
    return this.#calls.evict(Math.min(bytes, 2 ** 32 - 1)) >>> 0;
  }

  /** Encodes up to `count` pages that wait in the nursery. Answers how many. */
  settle(count: number): number {
    this.#border.enter();
    return this.#calls.settle(count);
  }

  /**
   * Up to `steps` steps of compaction, each of at most a block of bytes, or with `records` only of records.
   * Answers how many there was a use for.
   */
  compact(steps: number, records = false): number {
    this.#border.enter();
    return this.#calls.compact(steps, records ? 1 : 0);
  }

  /**
   * Where the host has `Memory.prototype.discard` (WebAssembly's memory control proposal): gives the system
   * what lies unused at the end of this memory, which keeps its size.
   */
  discard(): void {
    this.#border.enter();
    const memory = this.engine.memory as WebAssembly.Memory & { discard?(at: number, bytes: number): void };
    if (typeof memory.discard !== "function") return;
    const unused = this.#calls.trim() >>> 0;
    const from = Math.ceil(unused / abi.WASM_PAGE_BYTES) * abi.WASM_PAGE_BYTES;
    const bytes = memory.buffer.byteLength - from;
    if (bytes > 0) memory.discard(from, bytes);
  }

  // ── pages on their way to another arena ──────────────────────────────────────────────────────────────

  /** Begins, or gives up, moving its pages out. */
  drain(draining: boolean): void {
    this.draining = draining;
    this.#bucket = 0;
  }

  /**
   * Packs some pages into the window, for another arena. Answers the bytes, 0 when there are no pages left.
   */
  pack(): number {
    this.#border.enter();
    if (!this.draining) throw new Error("only a draining arena is packed");
    this.#bucket = this.#calls.parcels_bucket(this.#bucket);
    return this.#calls.parcels_pack(this.#bucket);
  }

  /**
   * Takes over what `source` has packed. Answers how many of the bytes there was room for; `source` must drop
   * those.
   */
  unpack(source: Arena, bytes: number): number {
    const { window } = this.#border;
    this.#border.enter();
    copyInto(window.pages, source.#border.window.part(0, bytes));
    const taken = this.#calls.parcels_unpack(bytes);
    this.wipeWindow();
    return taken;
  }

  /** Forgets the pages in the first `bytes` bytes of the window: another arena has them now. */
  drop(bytes: number): void {
    this.#border.enter();
    this.#calls.parcels_drop(bytes);
    this.wipeWindow();
  }

  // ── the window ───────────────────────────────────────────────────────────────────────────────────────

  /** Pages and the slack behind them, for whatever packs an image. Good until the next call. */
  get window(): Uint8Array {
    this.#border.ready();
    return this.#border.window.pages;
  }

  /** Asked for zeroize, overwrites the first `bytes` bytes of the window. */
  wipeWindow(bytes = abi.WINDOW_BYTES): void {
    if (this.#zeroize) this.#wipe(bytes);
  }

  #wipe(bytes: number): void {
    this.#border.ready();
    this.#border.window.wipe(bytes);
  }

  /** Overwrites all of its memory, also that of an arena that has trapped. It can do nothing afterwards. */
  wipeAll(): void {
    new Uint8Array(this.engine.memory.buffer).fill(0);
  }
}
