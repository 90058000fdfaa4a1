/**
 * cleancache.ts - a client whose pages may be evicted: copies of pages that can be had again from a file, a
 * database or the network.
 *
 * The verbs and their meaning are those of Linux cleancache (Documentation/vm/cleancache.rst, 2011 to 2022).
 * A page lives under (file system, inode, index). It may be gone at any time and is never gone in part. A get
 * from a private file system takes the page out, so that memory holds it once: put it again when you let go
 * of it. A get from a shared file system leaves it there.
 *
 * The library reads or writes arrays that are passed in before the call returns, and never keeps them.
 */
import * as abi from "../abi.js";
import { rangeError, SpillwayError, typeError } from "../base/errors.js";
import { LIST_LENGTH_MAX, lengthOf, listElements, listLength } from "../base/foreign.js";
import { type ClientOptions, checkKind, type StoreOptions } from "../base/options/client.js";
import { checkSwitch } from "../base/options/parse.js";
import { WAITING_MAX } from "../core/evicted_keys.js";
import type { Router } from "../core/router.js";
import { Address } from "../engine/address.js";
import { throwTrouble } from "../engine/fault.js";
import { type AreaHandle, type EvictedPage, type Inode, NO_AREA } from "../engine/keys.js";
import type { EvictedKey } from "../telemetry/channels.js";
import { checkOffset, checkPage, checkTarget, checkUuid, readInode } from "./arguments.js";
import { Client, stateOf } from "./client.js";
import type { ClientState } from "./state.js";

const { PageKind } = abi;

/** A file system: a client's own or, with members, a shared one. */
interface FileSystem {
  /** Clients that hold it open; the first pays for its pages. */
  readonly members: ClientState[] | undefined;
  /** Clients that may open it. */
  readonly allowed: WeakSet<Cleancache> | undefined;
  area: AreaHandle;
}

/**
 * A file system that clients share. The pool knows it by its UUID.
 * @internal
 */
export interface SharedFs extends FileSystem {
  readonly members: ClientState[];
  readonly allowed: WeakSet<Cleancache>;
}

/** What takeEvicted answers. */
export interface EvictedKeys {
  /**
   * Keys of pages that were evicted and are not here, in the order of their eviction; in a pool of several
   * arenas nearly in that order.
   */
  keys: EvictedKey[];
  /**
   * 0, or how many more pages were evicted whose keys could not be kept, because the client had not asked for
   * so long. Then any page may be gone: get those that you count on, or forget them.
   */
  lost: number;
}

export class Cleancache extends Client {
  readonly #state: ClientState;
  /** Filled for each page, with the inode that it holds. */
  readonly #inode: Inode = { low: 0, high: 0 };
  readonly #address = new Address(this.#inode);
  readonly #sharedFs: (uuid: string) => SharedFs | undefined;
  readonly #systems = new Map<number, FileSystem>();
  /** File systems begun so far: the number of the next. */
  #made = 0;
  #exclusiveGets: boolean;
  readonly #asks: boolean;

  /**
   * Made by `pool.cleancache()`. `sharedFs` answers what the pool knows of a shared file system.
   * @internal
   */
  constructor(
    routerOf: () => Router,
    client: number,
    scope: number,
    settings: ClientOptions,
    sharedFs: (uuid: string) => SharedFs | undefined,
    exclusiveGets = true,
  ) {
    super("Cleancache", "pool.cleancache()", routerOf, client, scope, settings);
    this.#state = stateOf(this);
    this.#sharedFs = sharedFs;
    this.#exclusiveGets = exclusiveGets;
    this.#asks = settings.evictedKeys === true;
    if (this.#asks) this.#state.router.evictions.ask(client, (area, made) => this.#fsOf(area, made));
  }

  /** Whether `value` is a cleancache of this module. */
  static is(value: unknown): value is Cleancache {
    return typeof value === "object" && value !== null && #exclusiveGets in value;
  }

  /**
   * Whether a get from a file system of this client's own takes the page out (default true), so that memory
   * holds it once. False: the page stays until it is evicted or invalidated. May be set at any time. A get
   * from a shared file system never takes the page out.
   */
  get exclusiveGets(): boolean {
    return this.#exclusiveGets;
  }

  set exclusiveGets(on: boolean) {
    this.#exclusiveGets = checkSwitch("exclusiveGets", on);
  }

  /**
   * Begins a file system of this client's own and answers the number by which this client calls it. Throws
   * ERR_SPILLWAY_OUT_OF_MEMORY when there is no room for its record, or when this client has half of the file
   * systems that others leave: a pool may have one for each KiB of maxBytes, areas counted in, and a client
   * always four.
   */
  initFs(): number {
    return this.#add({ members: undefined, allowed: undefined, area: this.#openArea() });
  }

  /**
   * Opens a file system that several clients share under a UUID, and answers its number. A UUID can be
   * guessed, so the holder of the pool must also have named this client in `pool.shareFs(uuid, clients)`;
   * otherwise this throws ERR_SPILLWAY_FORBIDDEN. Its pages are charged to the client that opened it first.
   * When that client closes it, they are dropped.
   */
  initSharedFs(uuid: string): number {
    void this.#state.router;
    const shared = this.#sharedFs(checkUuid(uuid));
    if (shared === undefined || !shared.allowed.has(this)) {
      throw new SpillwayError(
        "ERR_SPILLWAY_FORBIDDEN",
        `${this.name} may not open the shared file system ${uuid}: see pool.shareFs`,
      );
    }
    const { registry } = this.#state.router;
    if (!registry.takeHandle(this.#state.number))
      throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", this.#noRoom());
    if (shared.members.length === 0) {
      try {
        shared.area = this.#openArea();
      } catch (error) {
        registry.giveHandle(this.#state.number);
        throw error;
      }
    }
    shared.members.push(this.#state);
    return this.#add(shared);
  }

  #openArea(): AreaHandle {
    // Under the number that it will have: by it the file system is found when a page of it was evicted.
    return this.#state.openArea(this.#made, () => this.#noRoom());
  }

  #noRoom(): string {
    const has = this.#systems.size;
    return `the pool has no room for the record of a file system of ${this.name}, which has ${has}`;
  }

  #add(system: FileSystem): number {
    const fs = this.#made++;
    this.#systems.set(fs, system);
    return fs;
  }

  /**
   * Offers a page of 1 to `pageSize` bytes. True: it is here now, and may be gone at any time. False: it is
   * not, and neither is an older one. `inode` is an integer from 0 to 2^53 - 1, or a bigint below 2^64;
   * `index` is below 2^32. Options as for `store` of a frontswap.
   */
  putPage(
    fs: number,
    inode: number | bigint,
    index: number,
    page: ArrayBufferView,
    options?: StoreOptions,
  ): boolean {
    const kind = options === undefined ? PageKind.PLAIN : checkKind(options);
    const { router } = this.#state;
    readInode(inode, this.#inode);
    checkOffset(index, "index");
    const bytes = checkPage(page, router.pageSize);
    const { area, members } = this.#system(fs);
    const address = this.#address.at(area, index);
    return this.#state.store(router, address, bytes, kind, members?.[0]);
  }

  /**
   * Writes the page into the start of `page` and answers true, or false when it is not here (any more). From
   * a private file system the page is then gone (see exclusiveGets): the caller holds the only copy. Throws
   * RangeError when `page` is shorter than what was put, ERR_SPILLWAY_DAMAGED when the body is damaged; in
   * both cases nothing is written or removed.
   */
  getPage(fs: number, inode: number | bigint, index: number, page: ArrayBufferView): boolean {
    return this.#get(fs, inode, index, page) > 0;
  }

  /** As `getPage`, and answers the length of the page in bytes; 0 when it is not here. */
  getBytes(fs: number, inode: number | bigint, index: number, page: ArrayBufferView): number {
    return this.#get(fs, inode, index, page);
  }

  #get(fs: number, inode: number | bigint, index: number, page: ArrayBufferView): number {
    const { router } = this.#state;
    readInode(inode, this.#inode);
    checkOffset(index, "index");
    const target = checkTarget(page);
    const { area, members } = this.#system(fs);
    const exclusive = members === undefined && this.#exclusiveGets;
    const bytes = router.load(this.#address.at(area, index), target, exclusive);
    this.#state.countLoad(bytes);
    if (bytes < 0) throwTrouble(bytes, fs, index, lengthOf(target));
    return bytes;
  }

  /** A page is in use by a caller that has its bytes: evicted as late as after a get. @internal */
  touch(fs: number, inode: number, index: number): void {
    const { router } = this.#state;
    const { area } = this.#system(fs);
    readInode(inode, this.#inode);
    router.touch(this.#address.at(area, index));
  }

  /** Whether a page is here: counts as no get. @internal */
  has(fs: number, inode: number, index: number): boolean {
    const { router } = this.#state;
    const { area } = this.#system(fs);
    readInode(inode, this.#inode);
    return router.loads.keptBytes(this.#address.at(area, index)) >= 0;
  }

  /** Drops one page. True if it was here. */
  invalidatePage(fs: number, inode: number | bigint, index: number): boolean {
    const { router } = this.#state;
    const { area } = this.#system(fs);
    readInode(inode, this.#inode);
    checkOffset(index, "index");
    return this.#state.invalidate(router, this.#address.at(area, index));
  }

  /** Drops the pages of one inode. Answers how many were here. */
  invalidateInode(fs: number, inode: number | bigint): number {
    const { router } = this.#state;
    const { area } = this.#system(fs);
    readInode(inode, this.#inode);
    return this.#state.removed(router.invalidateInode(area, this.#inode));
  }

  /**
   * Drops the pages of a file system and gives up its number. Answers how many were here. Of a shared file
   * system only this client's membership ends, unless this client paid for the pages.
   */
  invalidateFs(fs: number): number {
    const { router } = this.#state;
    this.#system(fs);
    return this.#state.removed(this.#end(router, fs));
  }

  #end(router: Router, fs: number): number {
    const system = this.#systems.get(fs) as FileSystem;
    const { area, members } = system;
    this.#systems.delete(fs);
    if (members === undefined) return router.invalidateArea(area);
    router.registry.giveHandle(this.#state.number);
    const payer = members[0];
    members.splice(members.indexOf(this.#state), 1);
    if (payer !== this.#state || members[0] === this.#state) return 0;
    const pages = router.invalidateArea(area);
    const next = members[0];
    // The client that opened it next continues with an empty one and pays for it.
    system.area = next === undefined ? NO_AREA : router.registry.openArea(next.number, 0, next.scope);
    return pages;
  }

  /**
   * Answers and forgets the keys of this client's pages that were evicted since it last asked, at most `max`
   * of them (default all). When fewer than `max` come, no more wait. Needs the option `evictedKeys`. A page
   * that was overwritten, taken out or invalidated was not evicted. A page that was put again and is here is
   * left out; one that was evicted twice may come twice. Keys of a file system end with it. Those of a shared
   * file system come to the client that pays for its pages, and to no other.
   *
   * Keys wait within bounds: all clients of a pool may have one for each KiB of maxBytes; a client half of
   * what others leave, at most 65,536 and always 64. When more pages are evicted all keys are given up, and
   * `lost` says how many they were. So ask after each call that may evict pages: a put, and a shrink of the
   * pool.
   */
  takeEvicted(max: number = WAITING_MAX): EvictedKeys {
    const { router } = this.#state;
    if (!this.#asks) throw typeError("evictedKeys", "true for a client that asks for its keys", false);
    if (typeof max !== "number") throw typeError("max", "an integer from 1", max);
    if (!Number.isInteger(max) || max < 1) throw rangeError("max", "an integer from 1", max);
    const isHere = ({ area, index, inode }: EvictedPage) =>
      router.loads.keptBytes(new Address(inode).at(area, index)) >= 0;
    return router.evictions.take(this.#state.number, max, isHere);
  }

  /**
   * By which number this client calls the file system of an area that was `made` under one. A shared file
   * system may have been made by another client, or under another number.
   */
  #fsOf(area: AreaHandle, made: number): number | undefined {
    if (this.#systems.get(made)?.area === area) return made;
    for (const [fs, system] of this.#systems) if (system.area === area) return fs;
    return undefined;
  }

  /**
   * Drops all pages of this client and forgets it. Later calls throw ERR_SPILLWAY_CLOSED; closing twice is
   * fine.
   */
  override close(): void {
    this.#state.close((router) => {
      for (const fs of this.#systems.keys()) this.#end(router, fs);
      router.evictions.forgetClient(this.#state.number);
    });
    this.#systems.clear();
  }

  #system(fs: number): FileSystem {
    if (typeof fs !== "number") throw typeError("fs", "a number that initFs or initSharedFs answered", fs);
    const system = this.#systems.get(fs);
    if (system === undefined) throw rangeError("fs", "a number that initFs or initSharedFs answered", fs);
    return system;
  }
}

/**
 * Clients that may open a shared file system, checked, in a list of ours. Throws when `clients` is no array
 * of them. @internal
 */
export function checkClients(clients: unknown): readonly Cleancache[] {
  const wanted = "an array of cleancaches";
  const length = listLength("clients", clients);
  if (length === undefined) throw typeError("clients", wanted, clients);
  if (length > LIST_LENGTH_MAX) throw rangeError("clients length", `from 1 to ${LIST_LENGTH_MAX}`, length);
  if (!(length > 0)) throw typeError("clients", wanted, clients);
  const list = listElements("clients", clients, length);
  for (const client of list) if (!Cleancache.is(client)) throw typeError("clients", wanted, client);
  return list as Cleancache[];
}
