/**
 * router.ts - the arenas of a pool, as one: what clients ask of a pool, and which part does it.
 *
 * A page lives in exactly one arena with everything that belongs to it, and any page may live in any arena.
 * No structure here grows with the pages. The steps of a store:
 *
 *   admission.ts       may pages come in at all? image_sessions.ts  an image that is being read is told
 *   before the page under the key changes store.ts           which arena has room?     (batch.ts: many pages
 *   at a time) evictions.ts       subscribers are told which pages had to go, last
 *
 * load.ts finds pages, moving.ts empties arenas, statistics.ts adds up. arena_set.ts says which arenas there
 * are, registry.ts what they know of clients and areas, dictionaries.ts what recompression keeps in them.
 *
 * Owns:   the clocks around stores and loads.
 */

import * as abi from "../abi.js";
import { closedError } from "../base/errors.js";
import type { CheckedOptions } from "../base/options/pool.js";
import type { DeviceChange } from "../devices/attached.js";
import { Address, type Batch } from "../engine/address.js";
import type { Arena } from "../engine/arena.js";
import { type AreaHandle, type Inode, NO_AREA } from "../engine/keys.js";
import { Channels, type CloseMessage, type DeviceMessage, tell } from "../telemetry/channels.js";
import { Latency } from "../telemetry/latency.js";
import { Rent, readClock } from "../telemetry/rent.js";
import type { PoolStats } from "../telemetry/stats_types.js";
import { ADMITTED, Admission } from "./admission.js";
import { ArenaSet } from "./arena_set.js";
import { Batches } from "./batch.js";
import { Dictionaries } from "./dictionaries.js";
import { Evictions } from "./evictions.js";
import { ImageSessions } from "./image_sessions.js";
import { Loads } from "./load.js";
import { Moving } from "./moving.js";
import { Registry } from "./registry.js";
import { Spilled } from "./spilled.js";
import { selfCheckOf, statsOf } from "./statistics.js";
import { Stores } from "./store.js";

const { PageKind, Status } = abi;

export class Router {
  readonly pageSize: number;
  readonly memory: ArenaSet;
  readonly registry: Registry;
  readonly dictionaries: Dictionaries;
  readonly images: ImageSessions;
  readonly diagnostics: Channels;
  readonly evictions: Evictions;
  readonly admission: Admission;
  readonly stores: Stores;
  readonly loads: Loads;
  readonly moving: Moving;
  /** The devices behind the pool, if there are any. */
  readonly spilled: Spilled | undefined;
  /** What the pool takes and saves over time. */
  readonly rent: Rent;
  /** Distributions of what stores and loads took, while they are wanted. */
  latency: Latency | undefined;
  readonly #batches: Batches;
  #closed = false;

  /** `leastShare`, in wasm pages, lets tests have several arenas in less memory. */
  constructor(module: WebAssembly.Module, options: CheckedOptions, leastShare?: number) {
    this.pageSize = options.pageSize;
    this.memory = new ArenaSet(module, options, (arena) => this.#furnish(arena), leastShare);
    this.diagnostics = new Channels(options.name);
    this.registry = new Registry(this.memory);
    if (options.spill !== undefined) {
      const changed = (change: DeviceChange) => this.#tellDevice(change);
      this.spilled = new Spilled(this.memory, this.registry, options.spill, changed);
    }
    this.dictionaries = new Dictionaries(this.memory);
    if (options.recompress !== undefined) this.dictionaries.keepRoom();
    this.images = new ImageSessions(this.memory, this.registry, options.dedupe, this.spilled);
    this.evictions = new Evictions(this.memory, this.registry, this.diagnostics);
    this.rent = new Rent(() => this.memory.savedBytes);
    this.loads = new Loads(this.memory, this.registry, this.images, this.spilled);
    this.stores = new Stores(this.memory, this.registry, this.evictions, this.spilled);
    this.admission = new Admission(options, this.memory, this.registry, this.loads, this.spilled);
    this.moving = new Moving(this);
    this.#batches = new Batches(this);
  }

  #tellDevice({ device, state, retryMs, fault }: DeviceChange): void {
    const { pool, device: channel } = this.diagnostics;
    if (!channel.hasSubscribers) return;
    const message: DeviceMessage = { pool, device, state, retryMs, fault: fault?.kind };
    tell(channel, message);
  }

  /** Opens in a new arena what is open in the others. Throws when there is no room for that. */
  #furnish(arena: Arena): void {
    this.registry.enter(arena);
    this.spilled?.open(arena);
  }

  /** Whether the pool was closed. */
  get closed(): boolean {
    return this.#closed;
  }

  /**
   * Ends the pool: images that are being read fail, and with zeroize no byte of a page waits in memory for
   * the collector. Subscribers are told last, when nothing is left to do.
   */
  close(): void {
    this.#closed = true;
    this.registry.closed = true;
    const { pool, close } = this.diagnostics;
    const { pages, reservedBytes: bytes } = this.memory;
    this.images.fail(closedError());
    this.spilled?.close();
    if (this.memory.zeroize) for (const arena of this.memory.each()) arena.wipeAll();
    if (close.hasSubscribers) tell(close, { pool, client: undefined, pages, bytes } satisfies CloseMessage);
  }

  // ── areas ────────────────────────────────────────────────────────────────────────────────────────────

  /** Drops the pages of an area and closes it: its number is void. Answers how many pages there were. */
  invalidateArea(area: AreaHandle): number {
    this.admission.shadow?.forgetArea(area);
    this.images.beforeArea(area);
    this.evictions.forgetArea(area);
    return this.registry.closeArea(area);
  }

  /** Pages in an area. */
  currPages(area: AreaHandle): number {
    return this.memory.sum((arena) => arena.currPages(area));
  }

  // ── pages ────────────────────────────────────────────────────────────────────────────────────────────

  /** Stores a page of 1 to pageSize bytes, of a PageKind. Answers a Status. */
  store(address: Address, page: Uint8Array, kind: number = PageKind.PLAIN): number {
    const { admission, memory, rent } = this;
    if (admission.frozen && address.area !== NO_AREA) return this.#offer(address, page, kind);
    const watched = this.registry.ephemeral && this.evictions.watch();
    const clock = this.latency?.store.due() ? this.latency.store : undefined;
    const metered = rent.due();
    const began = metered || clock !== undefined ? readClock() : 0;
    const status = this.#offer(address, page, kind);
    if (status === Status.STORED) {
      clock?.record(readClock() - began);
      if (memory.peak.due()) memory.seePeak();
      this.spilled?.stored(1);
    }
    if (metered) {
      rent.measured(began);
      this.spilled?.look();
    }
    if (watched) this.evictions.tell("store");
    return status;
  }

  #offer(address: Address, page: Uint8Array, kind: number): number {
    const { admission } = this;
    const answer = admission.admit(address, page, kind);
    // In shadow mode no arena has a page.
    if (answer === Status.SHADOW) return answer;
    this.images.before(address);
    if (answer === ADMITTED) {
      const status = this.stores.store(address, page, kind);
      admission.settle(address, page, status);
      return status;
    }
    // No page comes in, and yet none is left under its key (law 5).
    this.stores.supersede(address);
    return answer;
  }

  /**
   * Fills the first bytes of the target with the page and answers its length; or answers a Status below 1.
   */
  load(address: Address, target: Uint8Array, exclusive: boolean): number {
    if (exclusive) this.images.before(address);
    const clock = this.latency?.load.due() ? this.latency.load : undefined;
    const metered = this.rent.due();
    const began = metered || clock !== undefined ? readClock() : 0;
    this.admission.shadow?.load(address, exclusive);
    const bytes = this.loads.load(address, target, exclusive);
    if (clock !== undefined && bytes > 0) clock.record(readClock() - began);
    if (metered) this.rent.measured(began);
    return bytes;
  }

  /** Stores many pages, all of one PageKind. Each page's Status goes into `statuses`. */
  storeMany(batch: Batch, kind: number): void {
    const { admission, rent } = this;
    if (admission.frozen && batch.area !== NO_AREA) {
      this.#storeOneByOne(batch, kind);
      return;
    }
    const watched = this.registry.ephemeral && this.evictions.watch();
    const began = rent.due() ? readClock() : undefined;
    if (admission.accepting) this.#batches.store(batch, kind);
    else this.#storeOneByOne(batch, kind);
    this.spilled?.stored(batch.pages.length);
    if (began !== undefined) {
      rent.measured(began);
      this.spilled?.look();
    }
    if (watched) this.evictions.tell("store");
  }

  #storeOneByOne({ area, offsets, pages, statuses }: Batch, kind: number): void {
    const address = new Address();
    for (const [i, page] of pages.entries())
      statuses[i] = this.#offer(address.at(area, offsets[i] as number), page, kind);
  }

  /** Loads many pages. The length of each page, or a Status below 1, goes into `statuses`. */
  loadMany(batch: Batch, exclusive: boolean): void {
    const began = this.rent.due() ? readClock() : undefined;
    const { shadow } = this.admission;
    if (shadow !== undefined) {
      const address = new Address();
      for (const offset of batch.offsets) shadow.load(address.at(batch.area, offset), exclusive);
    }
    this.#batches.load(batch, exclusive);
    if (began !== undefined) this.rent.measured(began);
  }

  /** Uses a page as a load does, without its bytes. True if there is one. Counts nothing. */
  touch(address: Address): boolean {
    return this.memory.each().some((arena) => arena.touch(address));
  }

  /** Drops one page. True if there was one. */
  invalidatePage(address: Address): boolean {
    this.admission.shadow?.forget(address);
    this.images.before(address);
    return this.memory.each().some((arena) => arena.invalidatePage(address));
  }

  /** Drops the pages of an inode of a file system. Answers how many there were. */
  invalidateInode(fs: AreaHandle, inode: Inode): number {
    this.admission.shadow?.forgetInode(fs, inode);
    return this.memory.sum((arena) => arena.invalidateInode(fs, inode));
  }

  // ── statistics ───────────────────────────────────────────────────────────────────────────────────────

  /**
   * Whether stores and loads are timed. `afresh`: what was measured is forgotten even if they are timed
   * already.
   */
  setHistograms(on: boolean, afresh: boolean): void {
    if (!on) this.latency = undefined;
    else if (afresh || this.latency === undefined) this.latency = new Latency();
  }

  /** Counters and gauges of the pool. */
  stats(): PoolStats {
    return statsOf(this);
  }

  /** 0 when everything adds up, else the number of the first finding: see selfCheckOf. */
  selfCheck(): number {
    return selfCheckOf(this.memory, this.spilled);
  }
}
