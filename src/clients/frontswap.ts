/**
 * frontswap.ts - a client whose pages persist: an accepted page stays until it is invalidated or overwritten.
 *
 * The verbs and their meaning are those of Linux frontswap (Documentation/vm/frontswap.rst, 2012 to 2023). A
 * page lives under (type, offset). A store may be refused for any reason at any time. An accepted page comes
 * back byte for byte. A store under a taken key either replaces the old page or removes it, so stale bytes
 * are never seen.
 *
 * The library reads or writes arrays that are passed in before the call returns, and never keeps them.
 */

import * as abi from "../abi.js";
import { type AbortSignalLike, throwIfAborted } from "../base/abort.js";
import { rangeError, typeError } from "../base/errors.js";
import { lengthOf } from "../base/foreign.js";
import { checkKind, type Pages, type StoreOptions } from "../base/options/client.js";
import { checkSwitch } from "../base/options/parse.js";
import { checkWaitOptions, type WaitOptions } from "../base/options/wait.js";
import type { Router } from "../core/router.js";
import { Address, type Batch } from "../engine/address.js";
import { throwTrouble, throwTroubleOfMany } from "../engine/fault.js";
import { type AreaHandle, NO_AREA } from "../engine/keys.js";
import { checkKey, checkPage, checkPages, checkTarget, checkTargets, checkType } from "./arguments.js";
import { Client, stateOf } from "./client.js";
import type { ClientState } from "./state.js";

const { PageKind, Status } = abi;

/** A page that moves about on its device while it is read is read so often. */
const TURNS = 8;
/** Pages of a batch whose bodies are read together from devices that answer later. */
const TOGETHER = 64;

/** A page that a client has handed back. */
export interface ReturnedPage {
  type: number;
  offset: number;
  /** As long as it was when it was stored. */
  page: Uint8Array;
}

export class Frontswap extends Client {
  readonly #state: ClientState;
  /** Open areas by the numbers that the caller gives them. */
  readonly #areas: Map<number, AreaHandle>;
  /** Filled for each page. */
  readonly #address = new Address();
  /** The area asked for last: hosts tend to stay in one. */
  #lastType = -1;
  #lastArea = NO_AREA;
  #writethrough = false;
  #exclusiveGets = false;

  /**
   * Made by `pool.frontswap()`. `areas` of a client that comes out of an image are opened by the restoring.
   * @internal
   */
  constructor(
    routerOf: () => Router,
    client: number,
    scope: number,
    name: string,
    maxBytes: number = Number.POSITIVE_INFINITY,
    areas: Map<number, AreaHandle> = new Map(),
    maxDeviceBytes: number = Number.POSITIVE_INFINITY,
  ) {
    const settings = { name, weight: 0, maxBytes, maxDeviceBytes };
    super("Frontswap", "pool.frontswap()", routerOf, client, scope, settings);
    this.#state = stateOf(this);
    this.#areas = areas;
  }

  /**
   * When true, `store` and `storeMany` keep the page and yet answer false, so that the host also writes it to
   * its own slow store (the kernel's writethrough mode). May be set at any time; default false. Such a page
   * counts as stored (succStores), as the kernel counts it. The mode would allow the pool to drop these
   * pages. It does not: they persist like all others.
   */
  get writethrough(): boolean {
    return this.#writethrough;
  }

  set writethrough(on: boolean) {
    this.#writethrough = checkSwitch("writethrough", on);
  }

  /**
   * When true, a successful `load` or `loadMany` also removes the page: the caller then holds the only copy
   * (the kernel's exclusive gets). May be set at any time; default false.
   */
  get exclusiveGets(): boolean {
    return this.#exclusiveGets;
  }

  set exclusiveGets(on: boolean) {
    this.#exclusiveGets = checkSwitch("exclusiveGets", on);
  }

  /**
   * Opens area `type` (0 to 65,535). Stores to an area that is not open are refused. Opening an open area
   * changes nothing. Throws ERR_SPILLWAY_OUT_OF_MEMORY when there is no room for its record, or when this
   * client has half of the areas that others leave: a pool may have one for each KiB of maxBytes, and a
   * client always four.
   */
  init(type: number): void {
    const { router } = this.#state;
    checkType(type);
    if (this.#areas.has(type)) return;
    const noRoom = () =>
      `of the ${router.registry.clientsMax} areas that the pool may have ` +
      `this client has ${this.#areas.size}, and may have half of what others leave: ` +
      `no room for the record of area ${type}`;
    this.#areas.set(type, this.#state.openArea(type, noRoom));
    this.#lastType = -1;
  }

  /**
   * Offers a page of 1 to `pageSize` bytes under (type, offset). True: it is kept, exactly, with its length.
   * False: it is not, and no older page is left under this key. (In writethrough mode always false.)
   *
   * `options.kind` says which elements fill the page from its first byte on, little-endian. Their bytes are
   * then rearranged before they are compressed. Loads of numbers take no longer than without, or two to three
   * times as long where the page would have been kept raw; loads of pixels take twice as long. `npm run
   * bench -- kinds` measures on generated pages of 4 KiB how much smaller bodies become:
   *
   *   "f64"   numbers of one magnitude (heat on a grid 16 %), times (41 %), whole numbers (47 %). A
   *   trajectory gains
   *           3 %, noise nothing. Decimal fractions lose 22 %: give no kind for those
   *   "f32"   sound (20 %), coordinates of a mesh (19 %). Embeddings gain nothing "i32"   ascending ids (66
   *   %), counts (42 %), indices (52 %), positions in a text (72 %) "rgba"  pixels of four bytes: images with
   *   grain (25 %), rendered (42 %), a screenshot (48 %). Diagrams of few
   *           colours may lose
   *
   * It is a hint: a wrong kind costs compression and never a byte of the page. A page that comes out too
   * large is tried again without it. Any length will do; up to fifteen bytes at the end stay in place. Equal
   * pages share a body whatever kind each was given: the kind of the first decides.
   */
  store(type: number, offset: number, page: ArrayBufferView, options?: StoreOptions): boolean {
    const kind = options === undefined ? PageKind.PLAIN : checkKind(options);
    const { router } = this.#state;
    checkKey(type, offset);
    const bytes = checkPage(page, router.pageSize);
    const kept = this.#state.store(router, this.#at(type, offset), bytes, kind);
    return kept && !this.#writethrough;
  }

  /**
   * Writes the page into the start of `page` and answers true; or answers false when it is not here. Bytes of
   * `page` beyond the stored length are left alone. Throws RangeError when `page` is shorter than what is
   * stored (see `pageLength`), ERR_SPILLWAY_DAMAGED when the body is damaged, ERR_SPILLWAY_DEVICE when its
   * device does not answer, ERR_SPILLWAY_WOULD_BLOCK when its device answers later. In each case nothing is
   * written or removed.
   */
  load(type: number, offset: number, page: ArrayBufferView): boolean {
    return this.#load(type, offset, page) > 0;
  }

  /** As `load`, and answers the length of the page in bytes; 0 when it is not here. */
  loadBytes(type: number, offset: number, page: ArrayBufferView): number {
    return this.#load(type, offset, page);
  }

  #load(type: number, offset: number, page: ArrayBufferView): number {
    const { router } = this.#state;
    checkKey(type, offset);
    const target = checkTarget(page);
    const bytes = router.load(this.#at(type, offset), target, this.#exclusiveGets);
    this.#state.countLoad(bytes);
    if (bytes < 0) throwTrouble(bytes, type, offset, lengthOf(target));
    return bytes;
  }

  /**
   * As `load`, and waits for a device that answers later. The array is written when the promise is kept, and
   * not before. What the page is then decides: it may have been stored anew meanwhile. The `signal` ends the
   * waiting.
   */
  async loadAsync(
    type: number,
    offset: number,
    page: ArrayBufferView,
    options: WaitOptions = {},
  ): Promise<boolean> {
    return (await this.loadBytesAsync(type, offset, page, options)) > 0;
  }

  /** As `loadAsync`, and answers the length of the page in bytes; 0 when it is not here. */
  async loadBytesAsync(
    type: number,
    offset: number,
    page: ArrayBufferView,
    options: WaitOptions = {},
  ): Promise<number> {
    const signal = checkWaitOptions("load options", options);
    checkKey(type, offset);
    const target = checkTarget(page);
    throwIfAborted(signal);
    const exclusive = this.#exclusiveGets;
    const load = () => {
      const bytes = this.#state.router.load(this.#at(type, offset), target, exclusive);
      this.#state.countLoad(bytes);
      return bytes;
    };
    let bytes = load();
    for (let turn = 0; bytes === Status.LATER && turn < TURNS; turn++)
      bytes = await this.whenRead(type, [offset], signal, load);
    if (bytes < 0) throwTrouble(lostIfLater(bytes), type, offset, lengthOf(target));
    return bytes;
  }

  /**
   * Has pages read whose devices answer later, and calls `verb` at once then: loads of these pages deliver
   * them, if nothing has changed meanwhile. @internal
   */
  async whenRead<T>(
    type: number,
    offsets: readonly number[],
    signal: AbortSignalLike | undefined,
    verb: () => T,
  ): Promise<T> {
    const { spilled } = this.#state.router;
    if (spilled === undefined) return verb();
    return spilled.whenRead(this.#area(type), offsets, signal, verb);
  }

  /** As `makeRoom` of the pool. @internal */
  async makeRoom(signal: AbortSignalLike | undefined): Promise<boolean> {
    return this.#state.router.spilled?.makeRoomLater(signal) ?? false;
  }

  /**
   * Stores many pages with one crossing into the engine for each sixteen (of 4 KiB). `pages` is one array for
   * each page, or one array with `pageSize` bytes for each. The options apply to all pages. Answers, for each
   * page, what `store` would have. All arguments are checked before the first page is stored.
   */
  storeMany(type: number, offsets: ArrayLike<number>, pages: Pages, options?: StoreOptions): boolean[] {
    const kind = checkKind(options);
    checkType(type);
    const batch = checkPages(offsets, pages, this.#state.router.pageSize);
    // The caller's code may have closed the client meanwhile: so the router is asked for again.
    const { router } = this.#state;
    batch.area = this.#area(type);
    router.storeMany(batch, kind);
    const results = batch.statuses.map((status) => this.#state.count(status));
    for (const status of batch.statuses) this.#state.tell(status);
    return this.#writethrough ? results.fill(false) : results;
  }

  /**
   * Loads many pages into `pages`, which is as for storeMany. Answers, for each page, what `load` would have.
   * Throws RangeError when an array is shorter than its page; then nothing was loaded or removed. Where pages
   * fail all others are delivered first. Then ERR_SPILLWAY_DAMAGED, or ERR_SPILLWAY_DEVICE if no page is
   * damaged and a device did not answer, or ERR_SPILLWAY_WOULD_BLOCK if all that is missing is on devices
   * that answer later, names the offsets that failed. Its `loaded` says of each page whether it was
   * delivered.
   */
  loadMany(type: number, offsets: ArrayLike<number>, pages: Pages): boolean[] {
    checkType(type);
    const batch = checkTargets(offsets, pages, this.#state.router.pageSize);
    const { router } = this.#state;
    batch.area = this.#area(type);
    this.#checkRoom(router, type, batch);
    router.loadMany(batch, this.#exclusiveGets);
    for (const status of batch.statuses) this.#state.countLoad(status);
    return deliveredOf(type, batch);
  }

  /**
   * As `loadMany`, and waits for devices that answer later: they are asked for 64 pages at a time. The
   * `signal` ends the waiting, but with exclusiveGets only until the first page was delivered: from then on
   * the caller has pages that are nowhere else.
   */
  async loadManyAsync(
    type: number,
    offsets: ArrayLike<number>,
    pages: Pages,
    options: WaitOptions = {},
  ): Promise<boolean[]> {
    const signal = checkWaitOptions("load options", options);
    checkType(type);
    const batch = checkTargets(offsets, pages, this.#state.router.pageSize);
    throwIfAborted(signal);
    const { router } = this.#state;
    batch.area = this.#area(type);
    this.#checkRoom(router, type, batch);
    const exclusive = this.#exclusiveGets;
    this.#loadSome(type, batch, [...batch.offsets.keys()], exclusive);
    for (let turn = 0; turn <= TURNS; turn++) {
      const later = [...batch.offsets.keys()].filter((i) => batch.statuses[i] === Status.LATER);
      for (let from = 0; from < later.length; from += TOGETHER) {
        const some = later.slice(from, from + TOGETHER);
        if (turn === TURNS) for (const i of some) batch.statuses[i] = Status.LOST;
        else await this.#loadLater(type, batch, some, exclusive, signal);
      }
    }
    return deliveredOf(type, batch);
  }

  async #loadLater(
    type: number,
    batch: Batch,
    some: readonly number[],
    exclusive: boolean,
    signal: AbortSignalLike | undefined,
  ): Promise<void> {
    const isTaken = exclusive && batch.statuses.some((status) => status > 0);
    const offsets = some.map((i) => batch.offsets[i] as number);
    const load = () => this.#loadSome(type, batch, some, exclusive);
    await this.whenRead(type, offsets, isTaken ? undefined : signal, load);
  }

  /** Loads some pages of a batch. */
  #loadSome(type: number, batch: Batch, some: readonly number[], exclusive: boolean): void {
    const part: Batch = {
      area: this.#area(type),
      offsets: some.map((i) => batch.offsets[i] as number),
      pages: some.map((i) => batch.pages[i] as Uint8Array),
      statuses: some.map(() => 0),
    };
    this.#state.router.loadMany(part, exclusive);
    for (const [at, i] of some.entries()) {
      const status = part.statuses[at] as number;
      this.#state.countLoad(status);
      batch.statuses[i] = status;
    }
  }

  /** Throws when one of the arrays is shorter than the page that is to be loaded into it. */
  #checkRoom(router: Router, type: number, { offsets, pages }: Batch): void {
    for (const [i, target] of pages.entries()) {
      const room = lengthOf(target);
      if (room >= router.pageSize) continue;
      const offset = offsets[i] as number;
      const length = router.loads.pageLength(this.#at(type, offset));
      if (length > room) throwTrouble(Status.SMALL, type, offset, room);
    }
  }

  /** Length in bytes of the page under (type, offset), or 0 when it is not here. */
  pageLength(type: number, offset: number): number {
    const { router } = this.#state;
    checkKey(type, offset);
    return router.loads.pageLength(this.#at(type, offset));
  }

  /** Drops one page. True if there was one. */
  invalidatePage(type: number, offset: number): boolean {
    const { router } = this.#state;
    checkKey(type, offset);
    return this.#state.invalidate(router, this.#at(type, offset));
  }

  /** Drops every page of an area and closes it until `init(type)`. Answers how many pages there were. */
  invalidateArea(type: number): number {
    const { router } = this.#state;
    checkType(type);
    const area = this.#areas.get(type);
    if (area === undefined) return 0;
    this.#areas.delete(type);
    this.#lastType = -1;
    return this.#state.removed(router.invalidateArea(area));
  }

  /** Pages in an area; 0 if it is not open. */
  currPages(type: number): number {
    const { router } = this.#state;
    checkType(type);
    const area = this.#areas.get(type);
    return area === undefined ? 0 : router.currPages(area);
  }

  /**
   * Hands pages back until at most `targetPages` are left in this client's areas (the kernel's
   * frontswap_shrink, a partial swapoff). Answers those pages: the caller then holds the only copies. They
   * take room as arrays, so a client with many pages is better shrunk bit by bit. Pages found damaged stay in
   * the pool, and so do those on devices that answer later.
   */
  shrink(targetPages: number): ReturnedPage[] {
    const { router } = this.#state;
    if (typeof targetPages !== "number")
      throw typeError("targetPages", "a whole number of pages", targetPages);
    if (!Number.isSafeInteger(targetPages) || targetPages < 0)
      throw rangeError("targetPages", "a whole number of pages", targetPages);
    let excess = -targetPages;
    for (const area of this.#areas.values()) excess += router.currPages(area);
    const pages: ReturnedPage[] = [];
    for (const [type, area] of this.#areas) {
      if (pages.length >= excess) break;
      const take = (offset: number, page: Uint8Array) => pages.push({ type, offset, page });
      router.loads.takePages(area, excess - pages.length, take);
    }
    return pages;
  }

  /**
   * Drops all pages of this client and forgets it. Later calls throw ERR_SPILLWAY_CLOSED; closing twice is
   * fine.
   */
  override close(): void {
    this.#state.close((router) => {
      for (const area of this.#areas.values()) router.invalidateArea(area);
    });
    this.#areas.clear();
  }

  /** The address of a page, good until the next one is asked for. */
  #at(type: number, offset: number): Address {
    return this.#address.at(this.#area(type), offset);
  }

  #area(type: number): AreaHandle {
    if (type !== this.#lastType) {
      this.#lastArea = this.#areas.get(type) ?? NO_AREA;
      this.#lastType = type;
    }
    return this.#lastArea;
  }
}

/** A verb that waits has tried often enough: its device does not give the page. */
function lostIfLater(status: number): number {
  return status === Status.LATER ? Status.LOST : status;
}

/** Which pages of a batch were delivered. Throws if one of them came to trouble. */
function deliveredOf(type: number, { offsets, statuses }: Batch): boolean[] {
  const loaded = statuses.map((status) => status > 0);
  const failed = (status: number) => offsets.filter((_, i) => statuses[i] === status);
  throwTroubleOfMany(type, failed(Status.DAMAGED), failed(Status.LOST), failed(Status.LATER), loaded);
  return loaded;
}
