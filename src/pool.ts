/**
 * pool.ts - the pool that a host opens: how it is opened, its clients, its settings and its end.
 *
 * The library compiles and allocates nothing of wasm before the first pool is opened.
 */
import { orAborted, throwIfAborted } from "./base/abort.js";
import { closedError, SpillwayError } from "./base/errors.js";
import { FIGURES, figures, Handle } from "./base/handle.js";
import { drawSeed, type HostPart, needHost } from "./base/host.js";
import { checkBufferOptions, type PagedBufferOptions } from "./base/options/buffer.js";
import {
  type CleancacheOptions,
  checkCleancacheOptions,
  checkFrontswapOptions,
  type FrontswapOptions,
} from "./base/options/client.js";
import {
  checkImageOptions,
  checkRestoreOptions,
  checkSnapshotOptions,
  type ImageSource,
  type RestoreOptions,
  type SnapshotOptions,
} from "./base/options/image.js";
import {
  checkCacheOptions,
  checkMapOptions,
  type SpillCacheOptions,
  type SpillMapOptions,
} from "./base/options/map.js";
import { checkSwitch } from "./base/options/parse.js";
import {
  type CheckedOptions,
  checkCodec,
  checkOpenOptions,
  type OpenOptions,
  readOpenOptions,
  type SpillwayOptions,
  settingsOf,
} from "./base/options/pool.js";
import { checkWaitOptions, type WaitOptions } from "./base/options/wait.js";
import {
  checkRecompressOptions,
  checkTarget,
  checkWorkOptions,
  type RecompressOptions,
  type WorkOptions,
} from "./base/options/work.js";
import { now, Timers } from "./base/timers.js";
import type { HostAsyncDisposable } from "./base/types.js";
import { checkUuid } from "./clients/arguments.js";
import { Cleancache, checkClients, type SharedFs } from "./clients/cleancache.js";
import { stateOf } from "./clients/client.js";
import { Frontswap } from "./clients/frontswap.js";
import { UnclaimedClients } from "./clients/unclaimed.js";
import { Router } from "./core/router.js";
import { NO_AREA } from "./engine/keys.js";
import { compile, compileSync } from "./engine/module.js";
import { CacheClient } from "./faces/cache_pages.js";
import { type MapClient, SwapClient } from "./faces/map_pages.js";
import type { MapParts } from "./faces/map_state.js";
import { PagedBuffer } from "./faces/paged_buffer.js";
import { valueHost } from "./faces/serial.js";
import { SpillCache } from "./faces/spill_cache.js";
import { mapStateOf, SpillMap } from "./faces/spill_map.js";
import { Keeper } from "./housekeeping/keeper.js";
import { PressureController } from "./housekeeping/pressure.js";
import { PREAMBLE_BYTES, readPreamble } from "./image/format.js";
import { Feed, restoreImage } from "./image/restore.js";
import type { PoolStats } from "./telemetry/stats_types.js";

// Hosts without the symbol get the one that compilers' helpers look for.
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

/** Whether a pool with these options has work to do beside the host's. */
function worksUnasked({ autoShrink, nurseryBytes, recompress, spill }: CheckedOptions): boolean {
  return autoShrink || nurseryBytes > 0 || recompress !== undefined || spill !== undefined;
}

/** What work in slices needs of the host: pauses and a clock. */
const SLICES: readonly HostPart[] = ["setTimeout", "performance.now", "WeakRef"];

/**
 * Throws ERR_SPILLWAY_UNSUPPORTED where the host lacks something that a pool with these options needs. To be
 * called before anything is begun.
 */
function checkHost(options: CheckedOptions): void {
  const works = worksUnasked(options) || options.pressure !== undefined;
  needHost("a pool", [
    "WebAssembly",
    "crypto.getRandomValues",
    "performance.now",
    "WeakRef",
    ...(works ? (["setTimeout", "setInterval"] as const) : []),
  ]);
}

/**
 * A pool over this router. Made outside of the class: bundlers rename a class that names itself, and consoles
 * would show that name.
 */
function opened(router: Router, options: CheckedOptions): Spillway {
  return Reflect.construct(Spillway, [router, options]) as Spillway;
}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the class has the method of the interface.
export class Spillway extends Handle {
  /** Bytes of a page. */
  readonly pageSize: number;
  #router: Router | undefined;
  /** Clients opened so far: the number of the last. */
  #clients = 0;
  /** Clients out of an image that nobody has claimed yet. */
  #unclaimed = new UnclaimedClients([]);
  readonly #sharesAcrossClients: boolean;
  readonly #sharedFs = new Map<string, SharedFs>();
  readonly #timers = new Timers();
  readonly #keeper: Keeper;
  readonly #pressure: PressureController | undefined;

  private constructor(router: Router, options: CheckedOptions) {
    super("Spillway", router instanceof Router, "Spillway.openSync(options) or await Spillway.open(options)");
    this.#router = router;
    this.pageSize = options.pageSize;
    this.#sharesAcrossClients = options.dedupe === "pool";
    this.#keeper = new Keeper(() => this.#router, this.#timers);
    if (options.pressure !== undefined) {
      this.#pressure = new PressureController(this.#keeper, () => this.#router, options.pressure);
      this.#pressure.watch(this.#timers);
    }
    if (worksUnasked(options))
      this.#keeper.watch({ shrink: options.autoShrink, recompress: options.recompress });
  }

  /**
   * Opens a pool. Throws TypeError or RangeError for a wrong option, ERR_SPILLWAY_WASM_BLOCKED where a policy
   * forbids WebAssembly, ERR_SPILLWAY_UNSUPPORTED where the host lacks what a pool needs,
   * ERR_SPILLWAY_LAYOUT_MISMATCH for a module of another version or kind, ERR_SPILLWAY_OUT_OF_MEMORY where
   * the host has no memory for the first block.
   */
  static openSync(options: SpillwayOptions): Spillway {
    const checked = checkOpenOptions(options);
    checkHost(checked);
    return opened(new Router(compileSync(checked.wasm), checked), checked);
  }

  /**
   * As openSync, with a page hash that is no secret: the same operations give the same evictions. For
   * measurements that can be repeated. Pages whose hashes collide can be made by anyone who knows the seed.
   *
   * @internal
   */
  static openSeeded(options: SpillwayOptions, seed: readonly [number, number]): Spillway {
    const checked = { ...checkOpenOptions(options), seed };
    checkHost(checked);
    return opened(new Router(compileSync(checked.wasm), checked), checked);
  }

  /**
   * As openSync, and compiles the module off the calling thread, as every host allows. Rejects with the
   * reason of the `signal`.
   */
  static async open(options: OpenOptions): Promise<Spillway> {
    const { read, signal } = readOpenOptions("Spillway.open options", options);
    const checked = settingsOf(read);
    checkHost(checked);
    return opened(new Router(await orAborted(compile(checked.wasm), signal), checked), checked);
  }

  /**
   * A pool with the clients and pages of an image (`pool.snapshot()`). The source is a stream, an async
   * iterable of the image's bytes, a Blob, a Response, or the bytes themselves (an ArrayBuffer or a view of
   * one). It is read as fast as its pages are restored. `pool.frontswap({ name })` then answers the client of
   * that name. `pageSize` and `dedupe` are the image's; all other options are as for `open`.
   *
   * All or nothing: rejects with ERR_SPILLWAY_IMAGE_FOREIGN, ERR_SPILLWAY_IMAGE_VERSION or
   * ERR_SPILLWAY_IMAGE_DAMAGED when the source is no whole image, with RangeError when its pages fit neither
   * `maxBytes` nor the devices, with the reason of the `signal`, or with what the source threw. The source is
   * then cancelled. The image's checks find damage; they do not tell who wrote it.
   */
  static async restore(source: ImageSource, options: RestoreOptions): Promise<Spillway> {
    const { read, signal } = checkRestoreOptions(options);
    needHost("restore", SLICES);
    const feed = new Feed(source, signal);
    let made: Router | undefined;
    try {
      const preamble = readPreamble(await feed.take(PREAMBLE_BYTES));
      const checked = checkImageOptions(read, preamble);
      checkHost(checked);
      const router = new Router(await orAborted(compile(checked.wasm), signal), checked);
      made = router;
      // Clients hold this function as long as they live. It must not hold the memory of a pool that was
      // closed.
      const routerOf = () => (pool === undefined ? (made as Router) : pool.#open());
      let pool: Spillway | undefined;
      const clients: Frontswap[] = [];
      await restoreImage(feed, router, preamble, ({ name, maxBytes }, areas) => {
        const client = clients.length + 1;
        const scope = checked.dedupe === "pool" ? 0 : client;
        clients.push(new Frontswap(routerOf, client, scope, name, maxBytes, areas));
        return { client, scope };
      });
      pool = opened(router, checked);
      pool.#clients = clients.length;
      pool.#unclaimed = new UnclaimedClients(clients);
      made = undefined;
      return pool;
    } catch (error) {
      made?.close();
      feed.cancel(error);
      throw error;
    }
  }

  /**
   * A new client with persistent pages; in a pool that was restored, the client of this name. Its areas are
   * its own: two clients never see each other's pages. A client out of an image is handed out once, to the
   * holder of the pool that asks first. Of several clients with one name, the one that was opened first comes
   * first.
   */
  frontswap(options: FrontswapOptions = {}): Frontswap {
    const { name, maxBytes, maxDeviceBytes } = checkFrontswapOptions(options);
    this.#open();
    const claimed = name === undefined ? undefined : this.#unclaimed.claim(name);
    if (claimed !== undefined) {
      if (maxBytes !== undefined) stateOf(claimed).bound(maxBytes);
      if (maxDeviceBytes !== undefined) stateOf(claimed).boundOnDevices(maxDeviceBytes);
      return claimed;
    }
    const client = ++this.#clients;
    const called = name ?? `frontswap-${client}`;
    return this.#swap(client, called, maxBytes, maxDeviceBytes);
  }

  /**
   * A new client with ephemeral pages: copies of pages that can be had again. They make room for persistent
   * pages, never the reverse. Among themselves clients get room by their weights. Its file systems are its
   * own, or shared with clients that the holder of the pool names (shareFs).
   */
  cleancache(options: CleancacheOptions = {}): Cleancache {
    const { name, weight, maxBytes, exclusiveGets, evictedKeys } = checkCleancacheOptions(options);
    this.#open();
    const client = ++this.#clients;
    const settings = { name: name ?? `cleancache-${client}`, weight, maxBytes, evictedKeys };
    const sharedFs = (uuid: string) => this.#sharedFs.get(uuid);
    return new Cleancache(() => this.#open(), client, this.#scope(client), settings, sharedFs, exclusiveGets);
  }

  /**
   * A buffer of `byteLength` bytes (a whole number, or a string such as "64GiB"), all zeros at first. At most
   * `residentBytes` of them are in memory as they are, the others are pages of this pool. The length is
   * address space: what was never written takes nothing. The buffer has a client of its own, whose pages
   * persist. Throws ERR_SPILLWAY_OUT_OF_MEMORY when the host has no memory for the resident frames, or the
   * pool no room for one more client.
   */
  buffer(byteLength: number | string, options: PagedBufferOptions): PagedBuffer {
    const checked = checkBufferOptions(byteLength, options);
    this.#open();
    const client = ++this.#clients;
    const name = checked.name ?? `buffer-${client}`;
    const makeSwap = () => this.#swap(client, name, undefined, checked.maxDeviceBytes);
    return new PagedBuffer(checked, this.pageSize, () => void this.#open(), makeSwap);
  }

  /**
   * A new Map of string keys to values, which lie compressed in the pool: bytes, strings, and all that the
   * structured clone algorithm takes. Its pages persist, as those of a frontswap.
   */
  map<V = unknown>(options: SpillMapOptions<V> = {}): SpillMap<V> {
    const checked = checkMapOptions(options);
    this.#open();
    const number = ++this.#clients;
    const name = checked.name ?? `map-${number}`;
    const swap = this.#swap(number, name, checked.maxBytes, checked.maxDeviceBytes);
    return new SpillMap<V>(this.#mapParts(new SwapClient(swap)), checked);
  }

  /**
   * A new cache: a map of values that can be had again. Its pages are ephemeral, as those of a cleancache:
   * when room is wanted whole values go, in the pool's order.
   */
  cache<V = unknown>(options: SpillCacheOptions<V> = {}): SpillCache<V> {
    const { weight, ...checked } = checkCacheOptions(options);
    const { evictions } = this.#open();
    const number = ++this.#clients;
    const { maxBytes } = checked;
    const settings = { name: checked.name ?? `cache-${number}`, weight, maxBytes, evictedKeys: true };
    const noFs = () => undefined;
    const pages = new Cleancache(() => this.#open(), number, this.#scope(number), settings, noFs, false);
    // A cache must not hold the memory of a pool that was closed, nor the pool a cache that was forgotten.
    const count = () => this.#router?.memory.evictedLow ?? 0;
    const cache = new SpillCache<V>({ ...this.#mapParts(new CacheClient(pages)), evictions: count }, checked);
    const state = new WeakRef(mapStateOf(cache));
    evictions.listen(number, () => state.deref()?.hear());
    return cache;
  }

  #mapParts(client: MapClient): MapParts {
    const { pool: poolName, dispose: channel } = this.#open().diagnostics;
    return {
      client,
      pageSize: this.pageSize,
      seed: drawSeed(),
      host: valueHost(),
      clock: now,
      isFrozen: () => this.#open().admission.frozen,
      poolName,
      channel,
    };
  }

  /**
   * Lets these clients open the shared file system of this UUID (cleancache.initSharedFs), beside those that
   * may already. All of them see its pages.
   */
  shareFs(uuid: string, clients: readonly Cleancache[]): void {
    const key = checkUuid(uuid);
    const list = checkClients(clients);
    const { clientsMax } = this.#open().registry;
    if (!this.#sharedFs.has(key) && this.#sharedFs.size >= clientsMax)
      throw new SpillwayError(
        "ERR_SPILLWAY_OUT_OF_MEMORY",
        `a pool of this size shares at most ${clientsMax} file systems`,
      );
    const shared = this.#sharedFs.get(key) ?? { members: [], allowed: new WeakSet(), area: NO_AREA };
    for (const client of list) shared.allowed.add(client);
    this.#sharedFs.set(key, shared);
  }

  /**
   * Names of the clients out of an image that nobody has claimed. Their pages stay until someone claims and
   * closes them.
   */
  get unclaimed(): string[] {
    this.#open();
    return this.#unclaimed.names;
  }

  /** A new client with persistent pages. */
  #swap(client: number, name: string, maxBytes?: number, maxDeviceBytes?: number): Frontswap {
    const router = () => this.#open();
    return new Frontswap(router, client, this.#scope(client), name, maxBytes, undefined, maxDeviceBytes);
  }

  #scope(client: number): number {
    return this.#sharesAcrossClients ? 0 : client;
  }

  /**
   * The codec of stores to come. Set it at any time: pages that are here stay readable, whatever codec they
   * have.
   */
  get codec(): "lz4" | "none" {
    return this.#open().memory.compress ? "lz4" : "none";
  }

  set codec(codec: "lz4" | "none") {
    this.#open().memory.compress = checkCodec(codec) === "lz4";
  }

  /**
   * Brings the bodies of sparse slabs together, in steps of well below a millisecond between which the host
   * runs. Resolves with the bytes that are no longer used. They serve other pages of the pool; `shrink` gives
   * them back to the system. `budgetMs` bounds the time spent; `signal` ends the work with its reason.
   */
  async compact(options: WorkOptions = {}): Promise<number> {
    const checked = checkWorkOptions("compact options", options);
    this.#open();
    needHost("compact", SLICES);
    return this.#keeper.compact(checked);
  }

  /**
   * Makes resting pages denser, in steps of a tenth of a millisecond for each page: pages that were not used
   * for `minIdle` milliseconds or, without it, all pages. The first call with `minIdle` marks all pages and
   * then waits for so long. Stores take as long as ever; a dense page takes some four microseconds more to
   * load. Resolves with the bytes saved: 0 where there is too little to learn from, or no room within
   * maxBytes to work in (see the option `recompress`).
   */
  async recompress(options: RecompressOptions = {}): Promise<number> {
    const checked = checkRecompressOptions(options);
    this.#open();
    needHost("recompress", SLICES);
    return this.#keeper.recompress(checked);
  }

  /**
   * Gives linear memory back to the system until at most `targetBytes` (a number or "64MiB"; default 0) are
   * reserved, or as few as the kept pages allow. Pages move, in steps like those of `compact`; the pool
   * serves loads and stores meanwhile. Every page of a frontswap stays; pages of a cleancache may be evicted.
   * Resolves with the bytes given back.
   */
  async shrink(targetBytes: number | string = 0, options: WorkOptions = {}): Promise<number> {
    const target = checkTarget(targetBytes);
    const checked = checkWorkOptions("shrink options", options);
    this.#open();
    needHost("shrink", SLICES);
    return this.#keeper.shrink(target, checked);
  }

  /**
   * Lets a segment of cold bodies leave for a device. Resolves with whether any has left: then a store that
   * was refused as full may be tried again. A device that answers later is waited for. Without devices, or if
   * none takes bodies, resolves with false. The `signal` ends the waiting.
   */
  async makeRoom(options: WaitOptions = {}): Promise<boolean> {
    const signal = checkWaitOptions("makeRoom options", options);
    throwIfAborted(signal);
    const { spilled } = this.#open();
    return spilled === undefined ? false : spilled.makeRoomLater(signal);
  }

  /**
   * Refuses stores from now on (tmem's freeze). A refused store still removes the older page under its key.
   * Loads, gets and invalidations work as ever. So do compaction and giving back, for which persistent pages
   * move and ephemeral ones may be evicted. Clients and areas may be opened and closed. Freezing a frozen
   * pool changes nothing.
   */
  freeze(): void {
    this.#open().admission.frozen = true;
  }

  /** Accepts stores again. */
  thaw(): void {
    this.#open().admission.frozen = false;
  }

  /**
   * How many bytes of linear memory the pool could give up without losing a page that persists: bytes that
   * are not in use (`bytes.reserved` less `bytes.live`) or that only recompression uses, and the bodies of
   * ephemeral pages. To use that memory: freeze, ask, `shrink` by as much as is wanted, use it, thaw.
   * `shrink` comes near to this number and rarely reaches it: the pages that are left take a twelfth more
   * room and half a MiB. With `dedupe: "pool"` a body of several pages may be left out.
   */
  freeableBytes(): number {
    return this.#open().registry.freeableBytes;
  }

  /**
   * Whether stores and loads are timed, one in sixteen of them, into `stats().latency` (default false). Costs
   * below 3 % while it is on and nothing while it is off. Set it at any time; turned off, it forgets what was
   * measured. Times are as fine as the host's clock: nanoseconds in Node and Deno; 5 to 100 us in browsers,
   * where most calls take 0 or one tick and only the mean says much. They are those of the call into the
   * pool, with one reading of the clock.
   */
  get histograms(): boolean {
    return this.#open().latency !== undefined;
  }

  set histograms(on: boolean) {
    this.#open().setHistograms(checkSwitch("histograms", on), false);
  }

  /** Lets `stats().latency` begin anew, if histograms are on. */
  resetHistograms(): void {
    const router = this.#open();
    router.setHistograms(router.latency !== undefined, true);
  }

  /** Lets `stats().peaks` begin anew with what is kept now. */
  resetPeaks(): void {
    this.#open().memory.resetPeaks();
  }

  /**
   * An image of the clients and pages that persist, as they are at this moment: a stream of bytes that
   * `Spillway.restore` reads in any host. Stores, loads and invalidations work as ever while it is read. A
   * page that changes before its turn is held as it was, up to `maxHeldBytes`. Nothing is packed before the
   * reader asks for it. A reader may bring its own buffer (`getReader({ mode: "byob" })`), which spares an
   * allocation for each chunk; not in WebKit, which has no streams of bytes. Until the stream has been read,
   * cancelled or forgotten, no memory is given back by moving pages.
   *
   * Four images are read at a time: a fifth ends the one whose reader has not asked for the longest time. The
   * stream fails with ERR_SPILLWAY_SNAPSHOT_OVERRUN then, and when more changes than may be held; with
   * ERR_SPILLWAY_CLOSED when the pool is closed. An image holds all pages and the seed of the pool's page
   * hash: it is as secret as they.
   */
  snapshot(options: SnapshotOptions = {}): ReadableStream<Uint8Array> {
    const maxHeldBytes = checkSnapshotOptions(options);
    const { images, memory } = this.#open();
    needHost("a snapshot", ["ReadableStream"]);
    return images.snapshot(maxHeldBytes ?? memory.maxBytes / 8);
  }

  /** Counters and gauges, as a plain object of numbers. */
  stats(): PoolStats {
    return this.#open().stats();
  }

  /**
   * Walks every structure of the engine and recounts everything: 0 when all of it adds up, else the number of
   * the first finding (assembly/audit/audit.ts). For tests and bug reports: takes time in proportion to the
   * pages kept.
   */
  selfCheck(): number {
    return this.#open().selfCheck();
  }

  /**
   * Lets go of all memory, with `zeroize` after overwriting it. Later calls, of the clients as well, throw
   * ERR_SPILLWAY_CLOSED. Verbs under way end at once and resolve with what they have achieved. No timer is
   * left. Closing twice is fine, and so is closing a pool whose engine has failed.
   */
  close(): void {
    const router = this.#router;
    if (router === undefined) return;
    // First, because a subscriber that is told of the end may close again.
    this.#router = undefined;
    this.#timers.close();
    this.#keeper.close();
    router.close();
  }

  /** @internal */
  async [asyncDispose](): Promise<void> {
    this.close();
  }

  /** @internal */
  [FIGURES](): string {
    const { diagnostics, memory } = this.#open();
    return figures(diagnostics.pool, memory.pages, memory.reservedBytes, memory.maxBytes);
  }

  #open(): Router {
    if (this.#router === undefined) throw closedError();
    return this.#router;
  }
}

// The method above, under a symbol that the user's types may not know.
export interface Spillway extends HostAsyncDisposable {}
