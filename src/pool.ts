/**
 * pool.ts - a pool: what the host opens.
 *
 * Nothing of wasm is compiled or allocated before the first pool is opened.
 */
import { orAborted } from "./abort.js";
import { NO_AREA } from "./arena.js";
import { Arenas } from "./arenas.js";
import { checkUuid } from "./arguments.js";
import { Cleancache, checkClients, type SharedFs } from "./cleancache.js";
import { closedError, SpillwayError } from "./errors.js";
import { Frontswap } from "./frontswap.js";
import { FIGURES, figures, Handle } from "./handle.js";
import { type HostPart, needHost } from "./host.js";
import { PREAMBLE_BYTES, readPreamble } from "./image.js";
import { Keeper } from "./keeper.js";
import { compile, compileSync } from "./module.js";
import {
  type CheckedOptions,
  type CleancacheOptions,
  checkCleancacheOptions,
  checkCodec,
  checkFrontswapOptions,
  checkImageOptions,
  checkOpenOptions,
  checkRecompressOptions,
  checkRestoreOptions,
  checkSnapshotOptions,
  checkSwitch,
  checkTarget,
  checkWorkOptions,
  type FrontswapOptions,
  type ImageSource,
  type OpenOptions,
  type RecompressOptions,
  type RestoreOptions,
  type SnapshotOptions,
  type SpillwayOptions,
  splitOpenOptions,
  type WorkOptions,
} from "./options.js";
import { PressureController } from "./pressure.js";
import { Feed, restoreImage } from "./restore.js";
import type { PoolStats } from "./stats.js";
import { Timers } from "./timers.js";
import type { HostAsyncDisposable } from "./types.js";

// Hosts without the symbol get the one that compilers' helpers look for.
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

/** What work in slices needs: pauses, and a clock. */
const SLICES: readonly HostPart[] = ["setTimeout", "performance.now", "WeakRef"];

/** Throws ERR_SPILLWAY_UNSUPPORTED where the host lacks what a pool with these options needs, before anything is begun. */
function checkHost({ autoShrink, nurseryBytes, recompress, pressure, wasm }: CheckedOptions): void {
  const works = autoShrink || nurseryBytes > 0 || recompress !== undefined || pressure !== undefined;
  needHost("a pool", [
    "WebAssembly",
    "crypto.getRandomValues",
    "performance.now",
    "WeakRef",
    ...(wasm === undefined ? (["atob"] as const) : []),
    ...(works ? (["setTimeout", "setInterval"] as const) : []),
  ]);
}

/** A pool. Not made inside the class: bundlers rename a class that names itself, and consoles would show that name. */
function opened(arenas: Arenas, options: CheckedOptions): Spillway {
  return Reflect.construct(Spillway, [arenas, options]) as Spillway;
}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the class has the method of the interface.
export class Spillway extends Handle {
  /** Bytes of a page. */
  readonly pageSize: number;
  #arenas: Arenas | undefined;
  #clients = 0;
  /** Clients out of an image that nobody has claimed yet, in the order in which they were opened; and the same by name. */
  #unclaimed = new Set<Frontswap>();
  readonly #unclaimedNamed = new Map<string, Set<Frontswap>>();
  readonly #sharesAcrossClients: boolean;
  readonly #sharedFs = new Map<string, SharedFs>();
  readonly #timers = new Timers();
  readonly #keeper: Keeper;
  readonly #pressure: PressureController | undefined;

  private constructor(arenas: Arenas, options: CheckedOptions) {
    super("Spillway", arenas instanceof Arenas, "Spillway.openSync(options) or await Spillway.open(options)");
    this.#arenas = arenas;
    this.pageSize = options.pageSize;
    this.#sharesAcrossClients = options.dedupe === "pool";
    this.#keeper = new Keeper(() => this.#arenas, this.#timers);
    if (options.pressure !== undefined) {
      this.#pressure = new PressureController(this.#keeper, () => this.#arenas, options.pressure);
      this.#pressure.watch(this.#timers);
    }
    const { autoShrink, nurseryBytes, recompress } = options;
    if (autoShrink || nurseryBytes > 0 || recompress !== undefined)
      this.#keeper.watch({ shrink: autoShrink, recompress });
  }

  /**
   * Opens a pool. Throws TypeError or RangeError for a wrong option, ERR_SPILLWAY_WASM_BLOCKED where a policy forbids
   * WebAssembly, ERR_SPILLWAY_UNSUPPORTED where the host lacks what a pool needs, ERR_SPILLWAY_LAYOUT_MISMATCH for a module of
   * another version or kind, ERR_SPILLWAY_OUT_OF_MEMORY where the host has no memory for the first block.
   */
  static openSync(options: SpillwayOptions): Spillway {
    const checked = checkOpenOptions(options);
    checkHost(checked);
    return opened(new Arenas(compileSync(checked.wasm), checked), checked);
  }

  /**
   * As openSync, with a page hash that is no secret: the same operations give the same evictions. For measurements that can
   * be repeated; whoever knows the seed can make pages whose hashes collide.
   * @internal
   */
  static openSeeded(options: SpillwayOptions, seed: readonly [number, number]): Spillway {
    const checked = { ...checkOpenOptions(options), seed };
    checkHost(checked);
    return opened(new Arenas(compileSync(checked.wasm), checked), checked);
  }

  /** As openSync, with the module compiled off the calling thread. Works everywhere. Rejects with the reason of the `signal`. */
  static async open(options: OpenOptions): Promise<Spillway> {
    const { open, signal } = splitOpenOptions("Spillway.open options", options);
    const checked = checkOpenOptions(open);
    checkHost(checked);
    return opened(new Arenas(await orAborted(compile(checked.wasm), signal), checked), checked);
  }

  /**
   * A pool with the clients and pages of an image (`pool.snapshot()`), read from a stream, an async iterable of its bytes, a Blob, a
   * Response, or the bytes themselves (an ArrayBuffer or a view of one), at the pace of the restoring. `pool.frontswap({ name })` then answers the client of that name; `pageSize`
   * and `dedupe` are the image's, all other options as for `open`.
   *
   * All or nothing: rejects with ERR_SPILLWAY_IMAGE_FOREIGN, ERR_SPILLWAY_IMAGE_VERSION or ERR_SPILLWAY_IMAGE_DAMAGED when the
   * source is no whole image, with RangeError when its pages do not fit `maxBytes`, with the reason of the `signal`, or with
   * what the source threw. The source is cancelled then. The image's checks find damage; they do not tell who wrote it.
   */
  static async restore(source: ImageSource, options: RestoreOptions): Promise<Spillway> {
    const { open, signal } = checkRestoreOptions(options);
    needHost("restore", SLICES);
    const feed = new Feed(source, signal);
    let arenas: Arenas | undefined;
    try {
      const preamble = readPreamble(await feed.take(PREAMBLE_BYTES));
      const checked = checkImageOptions(open, preamble);
      checkHost(checked);
      const made = new Arenas(await orAborted(compile(checked.wasm), signal), checked);
      arenas = made;
      // Clients hold this as long as they live, and must not hold the memory of a pool that was closed.
      const arenasOf = () => (pool === undefined ? (arenas as Arenas) : pool.#open());
      let pool: Spillway | undefined;
      const clients: Frontswap[] = [];
      await restoreImage(feed, made, preamble, ({ name, maxBytes }, areas) => {
        const client = clients.length + 1;
        const scope = checked.dedupe === "pool" ? 0 : client;
        clients.push(new Frontswap(arenasOf, client, scope, name, maxBytes, areas));
        return { client, scope };
      });
      pool = opened(made, checked);
      pool.#clients = clients.length;
      pool.#unclaimed = new Set(clients);
      for (const client of clients) {
        const named = pool.#unclaimedNamed.get(client.name);
        if (named === undefined) pool.#unclaimedNamed.set(client.name, new Set([client]));
        else named.add(client);
      }
      arenas = undefined;
      return pool;
    } catch (error) {
      arenas?.close();
      feed.cancel(error);
      throw error;
    }
  }

  /**
   * A new client with persistent pages; in a pool that was restored, the client of this name. Its areas are its own: two clients
   * never see each other's pages. A client out of an image is handed out once, to whoever holds the pool and asks first; of
   * several with one name the one that was opened first comes first.
   */
  frontswap(options: FrontswapOptions = {}): Frontswap {
    const { name, maxBytes } = checkFrontswapOptions(options);
    this.#open();
    const claimed = name === undefined ? undefined : this.#claim(name);
    if (claimed !== undefined) {
      if (maxBytes !== undefined) claimed.bound(maxBytes);
      return claimed;
    }
    const client = ++this.#clients;
    const called = name ?? `frontswap-${client}`;
    return new Frontswap(() => this.#open(), client, this.#scope(client), called, maxBytes);
  }

  /**
   * A new client with ephemeral pages: copies of what can be had again. They make room for persistent pages, never the reverse;
   * among themselves clients get room by their weights. Its file systems are its own, or shared with clients that the holder of
   * the pool names (shareFs).
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
   * Lets these clients open the shared file system of this UUID (cleancache.initSharedFs), beside those that may already. Its
   * pages are seen by all of them.
   */
  shareFs(uuid: string, clients: readonly Cleancache[]): void {
    const key = checkUuid(uuid);
    const list = checkClients(clients);
    const { clientsMax } = this.#open().accounts;
    if (!this.#sharedFs.has(key) && this.#sharedFs.size >= clientsMax)
      throw new SpillwayError(
        "ERR_SPILLWAY_OUT_OF_MEMORY",
        `a pool of this size shares at most ${clientsMax} file systems`,
      );
    const shared = this.#sharedFs.get(key) ?? { members: [], allowed: new WeakSet(), area: NO_AREA };
    for (const client of list) shared.allowed.add(client);
    this.#sharedFs.set(key, shared);
  }

  /** Of the clients out of an image with this name the one that was opened first, if nobody has claimed it. */
  #claim(name: string): Frontswap | undefined {
    const named = this.#unclaimedNamed.get(name);
    const claimed = named?.values().next().value;
    if (named === undefined || claimed === undefined) return undefined;
    named.delete(claimed);
    if (named.size === 0) this.#unclaimedNamed.delete(name);
    this.#unclaimed.delete(claimed);
    return claimed;
  }

  /** Names of the clients out of an image that nobody has claimed. Their pages stay until someone does, and closes them. */
  get unclaimed(): string[] {
    this.#open();
    return Array.from(this.#unclaimed, ({ name }) => name);
  }

  #scope(client: number): number {
    return this.#sharesAcrossClients ? 0 : client;
  }

  /** The codec of stores to come; set it at any time: pages that are here stay readable, whatever they were stored with. */
  get codec(): "lz4" | "none" {
    return this.#open().memory.compress ? "lz4" : "none";
  }

  set codec(codec: "lz4" | "none") {
    this.#open().memory.compress = checkCodec(codec) === "lz4";
  }

  /**
   * Brings the bodies of sparse slabs together, in steps of well below a millisecond between which the host runs. Resolves
   * with the bytes that are no longer used: they serve the pool's other pages; `shrink` gives them back to the system.
   * `budgetMs` bounds the time spent, `signal` ends it with the signal's reason.
   */
  async compact(options: WorkOptions = {}): Promise<number> {
    const checked = checkWorkOptions("compact options", options);
    this.#open();
    needHost("compact", SLICES);
    return this.#keeper.compact(checked);
  }

  /**
   * Makes pages that rest denser, in steps of a tenth of a millisecond a page: those not used for `minIdle` milliseconds, as far
   * back as the pool has looked (the first call with `minIdle` looks, and waits for so long); without, all pages. A page that is
   * stored comes as quickly as ever; a dense one takes some four microseconds more to load. Resolves with the bytes saved, 0 where
   * there is too little to learn from, or no room within maxBytes to work in (see the option `recompress`).
   */
  async recompress(options: RecompressOptions = {}): Promise<number> {
    const checked = checkRecompressOptions(options);
    this.#open();
    needHost("recompress", SLICES);
    return this.#keeper.recompress(checked);
  }

  /**
   * Gives linear memory back to the system until at most `targetBytes` (a number or "64MiB"; default 0) are reserved, or as
   * near to it as what is kept allows. Pages move, in steps as those of `compact`; loads and stores go on meanwhile. Every
   * page of a frontswap stays; those of a cleancache may go. Resolves with the bytes given back.
   */
  async shrink(targetBytes: number | string = 0, options: WorkOptions = {}): Promise<number> {
    const target = checkTarget(targetBytes);
    const checked = checkWorkOptions("shrink options", options);
    this.#open();
    needHost("shrink", SLICES);
    return this.#keeper.shrink(target, checked);
  }

  /**
   * Stores are refused from now on (tmem's freeze), and a refused store still removes the older page under its key. Loads,
   * gets and invalidations go on; so do compaction and giving back, for which pages that persist move and ephemeral ones may
   * go. Clients and areas may come and end. Freezing a frozen pool changes nothing.
   */
  freeze(): void {
    this.#open().frozen = true;
  }

  /** Stores are accepted again. */
  thaw(): void {
    this.#open().frozen = false;
  }

  /**
   * How many bytes of linear memory the pool could give up without losing a page that persists: those that are not in use
   * (`bytes.reserved` less `bytes.live`) or only recompression's, and the bodies of ephemeral pages. Freeze, ask, `shrink` by as much as is wanted of
   * it, use the memory, thaw: so it stays true in between. `shrink` comes near to it and rarely up to it: the pages that are
   * left take a twelfth more room and half a MiB. With `dedupe: "pool"` a body that several pages have may be left out.
   */
  freeableBytes(): number {
    return this.#open().accounts.freeableBytes;
  }

  /**
   * Whether stores and loads are timed, one in sixteen of them, into `stats().latency` (default false; costs below 3 % while it
   * is on and nothing while it is off). Set it at any time; off, what was measured is forgotten. Times are as fine as the
   * host's clock: nanoseconds in Node and Deno, 5 to 100 us in browsers, where most calls then take 0 or one tick and only the
   * mean says much. What is timed is the call into the pool, with one reading of the clock.
   */
  get histograms(): boolean {
    return this.#open().histograms;
  }

  set histograms(on: boolean) {
    this.#open().setHistograms(checkSwitch("histograms", on), false);
  }

  /** Lets `stats().latency` begin anew, if histograms are on. */
  resetHistograms(): void {
    const arenas = this.#open();
    arenas.setHistograms(arenas.histograms, true);
  }

  /** Lets `stats().peaks` begin anew with what is kept now. */
  resetPeaks(): void {
    this.#open().memory.resetPeaks();
  }

  /**
   * An image of the clients and pages that persist, as they are at this moment: a stream of bytes that `Spillway.restore` reads in
   * any host. Stores, loads and invalidations go on while it is read; a page that changes before its turn is held as it was, up
   * to `maxHeldBytes`. Nothing is packed that is not asked for; a reader may bring its own buffer (`getReader({ mode: "byob" })`),
   * which spares an allocation for each chunk; not in WebKit, which has no streams of bytes. Until the stream has been read, cancelled or forgotten, no memory
   * is given back by moving pages.
   *
   * Four are read at a time: a fifth ends the one whose reader has not asked for longest. The stream fails with
   * ERR_SPILLWAY_SNAPSHOT_OVERRUN then and when more changes than may be held, and with ERR_SPILLWAY_CLOSED when the
   * pool is closed. An image holds all pages and the seed of the pool's page hash: it is as secret as they are.
   */
  snapshot(options: SnapshotOptions = {}): ReadableStream<Uint8Array> {
    const maxHeldBytes = checkSnapshotOptions(options);
    const arenas = this.#open();
    needHost("a snapshot", ["ReadableStream"]);
    return arenas.images.snapshot(maxHeldBytes ?? arenas.memory.maxBytes / 8);
  }

  /** Counters and gauges, as a plain object of numbers. */
  stats(): PoolStats {
    return this.#open().stats();
  }

  /**
   * Walks every structure of the engine and recounts everything: 0 when all of it adds up, else the number of the first
   * finding (assembly/audit.ts). For tests and bug reports: takes time proportional to what is kept.
   */
  selfCheck(): number {
    return this.#open().selfCheck();
  }

  /**
   * Lets go of all memory, with `zeroize` after overwriting it. Later calls, of the clients as well, throw
   * ERR_SPILLWAY_CLOSED. Verbs that are under way end at once: they resolve with what they have achieved. No timer is left.
   * Closing twice is fine, and so is closing a pool whose engine has failed.
   */
  close(): void {
    const arenas = this.#arenas;
    if (arenas === undefined) return;
    // First, for who is told of it may close again.
    this.#arenas = undefined;
    this.#timers.close();
    this.#keeper.close();
    arenas.close();
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

  #open(): Arenas {
    if (this.#arenas === undefined) throw closedError();
    return this.#arenas;
  }
}

// Its end, under a symbol that the user's types may not know.
export interface Spillway extends HostAsyncDisposable {}
