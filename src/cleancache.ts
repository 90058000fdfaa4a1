/**
 * cleancache.ts - a client whose pages may go: copies of what can be had again, from a file, a database, the network.
 *
 * The verbs and their meaning are those of Linux cleancache (Documentation/vm/cleancache.rst, 2011 to 2022): a page lives
 * under (file system, inode, index); what was put may be gone at any time and is never gone in part. A get from a private
 * file system takes the page out, so that memory holds it once; put it again when you let go of it. A get from a shared
 * one leaves it.
 *
 * Ownership: arrays that are passed in are read or written before the call returns and never kept.
 */
import * as abi from "./abi.js";
import { type AreaHandle, type EvictedPage, NO_AREA, throwTrouble } from "./arena.js";
import type { Arenas } from "./arenas.js";
import { checkInode, checkOffset, checkPage, checkTarget, checkUuid } from "./arguments.js";
import { Account } from "./client.js";
import type { EvictedKey } from "./diagnostics.js";
import { rangeError, SpillwayError, typeError } from "./errors.js";
import { WAITING_MAX } from "./evicted.js";
import { LIST_LENGTH_MAX, lengthOf, listElements, listLength } from "./foreign.js";
import { FIGURES, Handle } from "./handle.js";
import { type ClientOptions, checkKind, checkSwitch, type StoreOptions } from "./options.js";
import type { ClientStats } from "./stats.js";

const { PageKind } = abi;

/**
 * A file system that several clients share, and who may. Known to the pool.
 * @internal
 */
export interface SharedFs {
  /** Clients that hold it open; the first pays for its pages. */
  readonly members: Account[];
  /** Clients that may open it. */
  readonly allowed: WeakSet<Cleancache>;
  area: AreaHandle;
}

/** What takeEvicted answers. */
export interface EvictedKeys {
  /**
   * Keys of pages that went and are not here, in the order in which they went; in a pool of several arenas
   * nearly.
   */
  keys: EvictedKey[];
  /**
   * 0, or how many more pages went whose keys could not be kept because nobody had asked for so long. Then
   * any page may be gone: get those that you count on, or forget them.
   */
  lost: number;
}

interface FileSystem {
  area: AreaHandle;
  shared: SharedFs | undefined;
}

export class Cleancache extends Handle {
  /** For messages. */
  readonly name: string;
  readonly #account: Account;
  readonly #sharedFs: (uuid: string) => SharedFs | undefined;
  readonly #systems = new Map<number, FileSystem>();
  #made = 0;
  #exclusiveGets: boolean;
  readonly #asks: boolean;

  /**
   * Made by `pool.cleancache()`. `sharedFs` answers what the pool knows of a shared file system.
   * @internal
   */
  constructor(
    arenasOf: () => Arenas,
    client: number,
    scope: number,
    settings: ClientOptions,
    sharedFs: (uuid: string) => SharedFs | undefined,
    exclusiveGets = true,
  ) {
    super("Cleancache", typeof arenasOf === "function", "pool.cleancache()");
    this.#account = new Account(arenasOf, client, scope, settings);
    this.#sharedFs = sharedFs;
    this.name = settings.name;
    this.#exclusiveGets = exclusiveGets;
    this.#asks = settings.evictedKeys === true;
    if (this.#asks) this.#account.arenas.evictions.ask(client, (area, made) => this.#fsOf(area, made));
  }

  /** Whether it is one, of this module. */
  static is(value: unknown): value is Cleancache {
    return typeof value === "object" && value !== null && #exclusiveGets in value;
  }

  /**
   * Whether a get from a file system of this client's own takes the page out (default true), so that memory holds it once.
   * False: the page stays until it is evicted or invalidated. May be set at any time. A get from a shared one never takes.
   */
  get exclusiveGets(): boolean {
    return this.#exclusiveGets;
  }

  set exclusiveGets(on: boolean) {
    this.#exclusiveGets = checkSwitch("exclusiveGets", on);
  }

  /**
   * Begins a file system of this client's own and answers its number, by which this client calls it. Throws
   * ERR_SPILLWAY_OUT_OF_MEMORY when there is no room for its record, or when this client has half of the file systems that others
   * leave: a pool may have one for each KiB of maxBytes, areas counted in, and a client always four.
   */
  initFs(): number {
    return this.#add({ area: this.#openArea(), shared: undefined });
  }

  /**
   * Opens a file system that several clients share under a UUID. A UUID can be guessed, so it is not enough: whoever holds
   * the pool must have named this client in `pool.shareFs(uuid, clients)`, else ERR_SPILLWAY_FORBIDDEN is thrown. Its pages
   * are charged to the client that opened it first; when that one closes it, they go.
   */
  initSharedFs(uuid: string): number {
    void this.#account.arenas;
    const shared = this.#sharedFs(checkUuid(uuid));
    if (shared === undefined || !shared.allowed.has(this)) {
      throw new SpillwayError(
        "ERR_SPILLWAY_FORBIDDEN",
        `${this.name} may not open the shared file system ${uuid}: see pool.shareFs`,
      );
    }
    const { accounts } = this.#account.arenas;
    if (!accounts.takeHandle(this.#account.number)) throw this.#noRoom();
    if (shared.members.length === 0) {
      try {
        shared.area = this.#openArea();
      } catch (error) {
        accounts.giveHandle(this.#account.number);
        throw error;
      }
    }
    shared.members.push(this.#account);
    return this.#add({ area: NO_AREA, shared });
  }

  #openArea(): AreaHandle {
    // Under the number that it will have, by which it is found when a page of it was evicted.
    const area = this.#account.arenas.accounts.openArea(
      this.#account.number,
      this.#made,
      this.#account.scope,
    );
    if (area !== NO_AREA) return area;
    throw this.#noRoom();
  }

  #noRoom(): SpillwayError {
    return new SpillwayError(
      "ERR_SPILLWAY_OUT_OF_MEMORY",
      `the pool has no room for the record of a file system of ${this.name}, which has ${this.#systems.size}`,
    );
  }

  #add(system: FileSystem): number {
    const fs = this.#made++;
    this.#systems.set(fs, system);
    return fs;
  }

  /**
   * Offers a page of 1 to `pageSize` bytes. True: it is here now, and may be gone at any time. False: it is not, and neither
   * is an older one. `inode` is an integer from 0 to 2^53 - 1, or a bigint below 2^64; `index` is below 2^32. Options as for
   * `store` of a frontswap.
   */
  putPage(
    fs: number,
    inode: number | bigint,
    index: number,
    page: ArrayBufferView,
    options?: StoreOptions,
  ): boolean {
    const kind = options === undefined ? PageKind.PLAIN : checkKind(options);
    const { arenas } = this.#account;
    const key = checkInode(inode);
    checkOffset(index, "index");
    const bytes = checkPage(page, arenas.pageSize);
    const { area, shared } = this.#system(fs);
    return this.#account.stored(arenas.storeStatus(area, index, bytes, kind, key), shared?.members[0]);
  }

  /**
   * Writes the page into the start of `page` and answers true, or false when it is not here (any more). From a private file
   * system the page is then gone (see exclusiveGets): the caller holds the only copy. Throws RangeError when `page` is shorter
   * than what was put, ERR_SPILLWAY_DAMAGED when the body is damaged; in both cases nothing is written or removed.
   */
  getPage(fs: number, inode: number | bigint, index: number, page: ArrayBufferView): boolean {
    return this.#get(fs, inode, index, page) > 0;
  }

  /** As `getPage`, and answers the length of the page in bytes; 0 when it is not here. */
  getBytes(fs: number, inode: number | bigint, index: number, page: ArrayBufferView): number {
    return this.#get(fs, inode, index, page);
  }

  #get(fs: number, inode: number | bigint, index: number, page: ArrayBufferView): number {
    const { arenas } = this.#account;
    const key = checkInode(inode);
    checkOffset(index, "index");
    const target = checkTarget(page);
    const { area, shared } = this.#system(fs);
    const bytes = arenas.load(area, index, target, shared === undefined && this.#exclusiveGets, key);
    this.#account.loaded(bytes);
    if (bytes < 0) throwTrouble(bytes, fs, index, lengthOf(target));
    return bytes;
  }

  /** Drops one page. True if it was here. */
  invalidatePage(fs: number, inode: number | bigint, index: number): boolean {
    const { arenas } = this.#account;
    const { area } = this.#system(fs);
    const key = checkInode(inode);
    checkOffset(index, "index");
    const removed = arenas.invalidatePage(area, index, key);
    if (removed) this.#account.removed(1);
    return removed;
  }

  /** Drops the pages of one inode. Answers how many were here. */
  invalidateInode(fs: number, inode: number | bigint): number {
    const { arenas } = this.#account;
    const { area } = this.#system(fs);
    const pages = arenas.invalidateInode(area, checkInode(inode));
    this.#account.removed(pages);
    return pages;
  }

  /**
   * Drops the pages of a file system and gives up its number. Answers how many were here. Of a shared one only this client's
   * part in it ends, unless it was the one that paid for the pages.
   */
  invalidateFs(fs: number): number {
    const { arenas } = this.#account;
    this.#system(fs);
    const pages = this.#end(arenas, fs);
    this.#account.removed(pages);
    return pages;
  }

  #end(arenas: Arenas, fs: number): number {
    const { area, shared } = this.#systems.get(fs) as FileSystem;
    this.#systems.delete(fs);
    if (shared === undefined) return arenas.invalidateArea(area);
    arenas.accounts.giveHandle(this.#account.number);
    const payer = shared.members[0];
    shared.members.splice(shared.members.indexOf(this.#account), 1);
    if (payer !== this.#account || shared.members[0] === this.#account) return 0;
    const pages = arenas.invalidateArea(shared.area);
    const next = shared.members[0];
    // Whoever opened it next goes on with an empty one, which it pays for.
    shared.area = next === undefined ? NO_AREA : arenas.accounts.openArea(next.number, 0, next.scope);
    return pages;
  }

  /**
   * Answers and forgets the keys of this client's pages that were evicted since it last asked, at most `max`
   * of them (default all): no more wait when fewer than `max` come. Needs the option `evictedKeys`. What was
   * overwritten, taken out or invalidated was not evicted; a page that was put again and is here is left out,
   * one that went twice may come twice, and keys of a file system go with it. Of a shared file system they go
   * to the client that pays for its pages, and to no other.
   *
   * Keys wait within bounds: all clients of a pool may have one for each KiB of maxBytes; a client half of what
   * others leave, 65,536 at most and 64 in any case. When more pages go all are given up, and `lost` says how
   * many they were. So ask after each call that may make pages go: a put, and a shrink of the pool.
   */
  takeEvicted(max: number = WAITING_MAX): EvictedKeys {
    const { arenas } = this.#account;
    if (!this.#asks) throw typeError("evictedKeys", "true for a client that asks for its keys", false);
    if (typeof max !== "number") throw typeError("max", "an integer from 1", max);
    if (!Number.isInteger(max) || max < 1) throw rangeError("max", "an integer from 1", max);
    const isHere = ({ area, index, inode }: EvictedPage) => arenas.has(area, index, inode);
    return arenas.evictions.take(this.#account.number, max, isHere);
  }

  /**
   * By which number this client calls the file system of an area; a shared one may be another's, or have had
   * another number.
   */
  #fsOf(area: AreaHandle, made: number): number | undefined {
    if (this.#areaOf(this.#systems.get(made)) === area) return made;
    for (const [fs, system] of this.#systems) if (this.#areaOf(system) === area) return fs;
    return undefined;
  }

  #areaOf(system: FileSystem | undefined): AreaHandle | undefined {
    return system?.shared === undefined ? system?.area : system.shared.area;
  }

  /** What this client has, did and may: nothing of others. */
  stats(): ClientStats {
    return this.#account.stats();
  }

  /** Lets `stats().peaks` begin anew with what is kept now. */
  resetPeaks(): void {
    this.#account.resetPeaks();
  }

  /** Drops all pages of this client and forgets it. Later calls throw ERR_SPILLWAY_CLOSED; closing twice is fine. */
  close(): void {
    this.#account.close((arenas) => {
      for (const fs of this.#systems.keys()) this.#end(arenas, fs);
      arenas.evictions.forgetClient(this.#account.number);
    });
    this.#systems.clear();
  }

  /** @internal */
  [FIGURES](): string {
    return this.#account.describe();
  }

  #system(fs: number): FileSystem {
    if (typeof fs !== "number") throw typeError("fs", "a number that initFs or initSharedFs answered", fs);
    const system = this.#systems.get(fs);
    if (system === undefined) throw rangeError("fs", "a number that initFs or initSharedFs answered", fs);
    return system.shared === undefined ? system : { area: system.shared.area, shared: system.shared };
  }
}

/** Clients that may open a shared file system, checked, in a list of ours. */
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
