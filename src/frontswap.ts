/**
 * frontswap.ts - a client whose pages persist: what was accepted stays until it is invalidated or overwritten.
 *
 * The verbs and their meaning are those of Linux frontswap (Documentation/vm/frontswap.rst, 2012 to 2023): a page
 * lives under (type, offset); a store may be refused for any reason at any time; an accepted page comes back byte
 * for byte; a store under a key that is taken either replaces the old page or removes it, so that stale bytes are
 * never seen.
 *
 * Ownership: arrays that are passed in are read or written before the call returns and never kept.
 */

import * as abi from "./abi.js";
import { type AreaHandle, NO_AREA, throwTrouble } from "./arena.js";
import type { Arenas } from "./arenas.js";
import {
  type Batch,
  checkKey,
  checkPage,
  checkPages,
  checkTarget,
  checkTargets,
  checkType,
} from "./arguments.js";
import { Account } from "./client.js";
import { rangeError, SpillwayError, typeError } from "./errors.js";
import { lengthOf } from "./foreign.js";
import { FIGURES, Handle } from "./handle.js";
import { checkKind, checkSwitch, type Pages, type StoreOptions } from "./options.js";
import type { ClientStats } from "./stats.js";

const { PageKind, Status } = abi;

/** A page that a client has handed back. */
export interface ReturnedPage {
  type: number;
  offset: number;
  /** As long as it was when it was stored. */
  page: Uint8Array;
}

export class Frontswap extends Handle {
  /** For messages, and by which a client is claimed in a pool that was restored. */
  readonly name: string;
  readonly #account: Account;
  readonly #areas: Map<number, AreaHandle>;
  /** The area asked for last: hosts tend to stay in one. */
  #lastType = -1;
  #lastArea = NO_AREA;
  #writethrough = false;
  #exclusiveGets = false;

  /**
   * Made by `pool.frontswap()`. `arenasOf` answers the pool's arenas or throws when the pool is closed; `scope` 0
   * shares equal pages with all clients of scope 0; `areas` of a client that comes out of an image are opened by who restores it.
   * @internal
   */
  constructor(
    arenasOf: () => Arenas,
    client: number,
    scope: number,
    name: string,
    maxBytes: number = Number.POSITIVE_INFINITY,
    areas: Map<number, AreaHandle> = new Map(),
  ) {
    super("Frontswap", typeof arenasOf === "function", "pool.frontswap()");
    this.#areas = areas;
    this.#account = new Account(arenasOf, client, scope, { name, weight: 0, maxBytes });
    this.name = name;
  }

  /**
   * When true, `store` and `storeMany` keep the page and yet answer false, so that the host writes it to its own slow store as
   * well (the kernel's writethrough mode). May be set at any time; default false. The counters say what was done, not what was
   * answered: such a page counts as stored (succStores), as the kernel counts it. The mode would allow the pool to drop such
   * pages; it does not: they persist as all others.
   */
  get writethrough(): boolean {
    return this.#writethrough;
  }

  set writethrough(on: boolean) {
    this.#writethrough = checkSwitch("writethrough", on);
  }

  /**
   * When true, a load that succeeds also removes the page: the caller then holds the only copy (the kernel's
   * exclusive gets). So for `loadMany`. May be set at any time; default false.
   */
  get exclusiveGets(): boolean {
    return this.#exclusiveGets;
  }

  set exclusiveGets(on: boolean) {
    this.#exclusiveGets = checkSwitch("exclusiveGets", on);
  }

  /**
   * Opens area `type` (0..65,535). Stores to an area that was never opened, or was invalidated since, are refused.
   * Opening an open area changes nothing. Throws ERR_SPILLWAY_OUT_OF_MEMORY when there is no room for its record, or when this
   * client has half of the areas that others leave: a pool may have one for each KiB of maxBytes, a client always four.
   */
  init(type: number): void {
    const { arenas } = this.#account;
    checkType(type);
    if (this.#areas.has(type)) return;
    const area = arenas.accounts.openArea(this.#account.number, type, this.#account.scope);
    if (area === NO_AREA) {
      throw new SpillwayError(
        "ERR_SPILLWAY_OUT_OF_MEMORY",
        `of the ${arenas.accounts.clientsMax} areas that the pool may have this client has ${this.#areas.size}, and may have half of what others leave: no room for the record of area ${type}`,
      );
    }
    this.#areas.set(type, area);
    this.#lastType = -1;
  }

  /**
   * Offers a page of 1 to `pageSize` bytes under (type, offset). True: it is kept, exactly, with its length. False:
   * it is not, and no older page is left under this key. (In writethrough mode always false.)
   *
   * `options.kind` says what stands in the page from its first byte on, little-endian. Its elements are then turned before they
   * are compressed. Loads of numbers take no longer than without, but two to three times as long where the page would have
   * been kept raw; those of pixels twice as long. `npm run bench:kinds` measures it on generated pages of 4 KiB, here as bodies that become smaller by:
   *
   *   "f64"   numbers that keep their size (heat on a grid 16 %), times (41 %), whole numbers (47 %). A trajectory gains 3 %,
   *           noise nothing; decimal fractions lose 22 %: say nothing of those
   *   "f32"   sound (20 %), coordinates of a mesh (19 %). Embeddings gain nothing
   *   "i32"   ascending ids (66 %), counts (42 %), indices (52 %), positions in a text (72 %)
   *   "rgba"  pixels of four bytes: images (with grain 25 %, rendered 42 %, a screenshot 48 %). Diagrams of few colours may lose
   *
   * It is a hint: a wrong one costs compression and never a byte of the page. A page that comes out too large is tried as if
   * nothing had been said. Any length will do; up to fifteen bytes at the end stay as they are. Equal pages share a body
   * whatever was said of each: the first of them decides how it is kept.
   */
  store(type: number, offset: number, page: ArrayBufferView, options?: StoreOptions): boolean {
    const kind = options === undefined ? PageKind.PLAIN : checkKind(options);
    const { arenas } = this.#account;
    checkKey(type, offset);
    const bytes = checkPage(page, arenas.pageSize);
    const kept = this.#account.stored(arenas.storeStatus(this.#area(type), offset, bytes, kind));
    return kept && !this.#writethrough;
  }

  /**
   * Writes the page into the start of `page` and answers true; or false when it is not here. Bytes of `page` beyond
   * the stored length are left alone. Throws RangeError when `page` is shorter than what is stored (see
   * `pageLength`), ERR_SPILLWAY_DAMAGED when the body is damaged; in both cases nothing is written or removed.
   */
  load(type: number, offset: number, page: ArrayBufferView): boolean {
    return this.#load(type, offset, page) > 0;
  }

  /** As `load`, and answers the length of the page in bytes; 0 when it is not here. */
  loadBytes(type: number, offset: number, page: ArrayBufferView): number {
    return this.#load(type, offset, page);
  }

  #load(type: number, offset: number, page: ArrayBufferView): number {
    const { arenas } = this.#account;
    checkKey(type, offset);
    const target = checkTarget(page);
    const bytes = arenas.load(this.#area(type), offset, target, this.#exclusiveGets);
    this.#account.loaded(bytes);
    if (bytes < 0) throwTrouble(bytes, type, offset, lengthOf(target));
    return bytes;
  }

  /**
   * Stores many pages with one crossing per sixteen (of 4 KiB). `pages` is one array per page, or one array with
   * `pageSize` bytes for each. The options are those of all these pages. Answers, for each, what `store` would have. All
   * arguments are checked before the first page is stored.
   */
  storeMany(type: number, offsets: ArrayLike<number>, pages: Pages, options?: StoreOptions): boolean[] {
    const kind = checkKind(options);
    checkType(type);
    const { pageSize } = this.#account.arenas;
    const batch = checkPages(offsets, pages, pageSize);
    const { arenas } = this.#account;
    const statuses: number[] = new Array(batch.pages.length).fill(0);
    arenas.storeMany(this.#area(type), batch.offsets, batch.pages, kind, statuses);
    const results = statuses.map((status) => this.#account.count(status));
    for (const status of statuses) this.#account.tell(status);
    return this.#writethrough ? results.fill(false) : results;
  }

  /**
   * Loads many pages; `pages` as for storeMany, to be written. Answers, for each, what `load` would have. Throws RangeError when
   * an array is shorter than its page; then nothing was loaded or removed. Where pages are damaged, all others are delivered
   * first: ERR_SPILLWAY_DAMAGED names the offsets that failed, and its `loaded` says of each page whether it was delivered.
   */
  loadMany(type: number, offsets: ArrayLike<number>, pages: Pages): boolean[] {
    checkType(type);
    const { pageSize } = this.#account.arenas;
    const batch = checkTargets(offsets, pages, pageSize);
    const { arenas } = this.#account;
    const area = this.#area(type);
    this.#checkRoom(arenas, area, type, batch);
    const statuses: number[] = new Array(batch.pages.length).fill(0);
    arenas.loadMany(area, batch.offsets, batch.pages, this.#exclusiveGets, statuses);
    for (const status of statuses) this.#account.loaded(status);
    const loaded = statuses.map((status) => status > 0);
    const damaged = batch.offsets.filter((_, i) => statuses[i] === Status.DAMAGED);
    if (damaged.length === 0) return loaded;
    const message = `damaged pages at type ${type}, offsets ${damaged.join(", ")}`;
    throw new SpillwayError("ERR_SPILLWAY_DAMAGED", message, { type, offsets: damaged, loaded });
  }

  /** Throws when one of the arrays is shorter than the page that is to be loaded into it. */
  #checkRoom(arenas: Arenas, area: AreaHandle, type: number, { offsets, pages }: Batch): void {
    for (const [i, target] of pages.entries()) {
      const room = lengthOf(target);
      if (room >= arenas.pageSize) continue;
      const offset = offsets[i] as number;
      if (arenas.pageLength(area, offset) > room) throwTrouble(Status.SMALL, type, offset, room);
    }
  }

  /** Length in bytes of the page under (type, offset), or 0 when it is not here. */
  pageLength(type: number, offset: number): number {
    const { arenas } = this.#account;
    checkKey(type, offset);
    return arenas.pageLength(this.#area(type), offset);
  }

  /** Drops one page. True if there was one. */
  invalidatePage(type: number, offset: number): boolean {
    const { arenas } = this.#account;
    checkKey(type, offset);
    const removed = arenas.invalidatePage(this.#area(type), offset);
    if (removed) this.#account.removed(1);
    return removed;
  }

  /** Drops every page of an area and closes it until `init(type)`. Answers how many pages there were. */
  invalidateArea(type: number): number {
    const { arenas } = this.#account;
    checkType(type);
    const area = this.#areas.get(type);
    if (area === undefined) return 0;
    this.#areas.delete(type);
    this.#lastType = -1;
    const pages = arenas.invalidateArea(area);
    this.#account.removed(pages);
    return pages;
  }

  /** Pages in an area; 0 if it is not open. */
  currPages(type: number): number {
    const { arenas } = this.#account;
    checkType(type);
    const area = this.#areas.get(type);
    return area === undefined ? 0 : arenas.currPages(area);
  }

  /**
   * Hands pages back until at most `targetPages` are left in this client's areas (the kernel's frontswap_shrink, a partial
   * swapoff). Answers those pages: the caller then holds the only copies. They take room as arrays, so a client with many
   * pages is better shrunk bit by bit. Pages found damaged stay where they are.
   */
  shrink(targetPages: number): ReturnedPage[] {
    const { arenas } = this.#account;
    if (typeof targetPages !== "number")
      throw typeError("targetPages", "a whole number of pages", targetPages);
    if (!Number.isSafeInteger(targetPages) || targetPages < 0)
      throw rangeError("targetPages", "a whole number of pages", targetPages);
    let excess = -targetPages;
    for (const area of this.#areas.values()) excess += arenas.currPages(area);
    const pages: ReturnedPage[] = [];
    for (const [type, area] of this.#areas) {
      if (pages.length >= excess) break;
      arenas.takePages(area, excess - pages.length, (offset, page) => pages.push({ type, offset, page }));
    }
    return pages;
  }

  /**
   * Changes the bound of the bytes that it takes.
   * @internal
   */
  bound(maxBytes: number): void {
    this.#account.bound(maxBytes);
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
      for (const area of this.#areas.values()) arenas.invalidateArea(area);
    });
    this.#areas.clear();
  }

  /** @internal */
  [FIGURES](): string {
    return this.#account.describe();
  }

  #area(type: number): AreaHandle {
    if (type !== this.#lastType) {
      this.#lastArea = this.#areas.get(type) ?? NO_AREA;
      this.#lastType = type;
    }
    return this.#lastArea;
  }
}
