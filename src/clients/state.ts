/**
 * state.ts - what the library keeps for a client, behind the object that its holder has: number, scope,
 * counters and peaks. And what the pages of all clients have in common: how a store and a load are made,
 * counted and told.
 *
 * Owns:   the client's own counters, its peak, and which limits its subscribers were told of.
 */
import * as abi from "../abi.js";
import { SpillwayError, SpillwayTypeError } from "../base/errors.js";
import { figures } from "../base/handle.js";
import type { ClientSettings } from "../core/registry.js";
import type { Router } from "../core/router.js";
import type { Address } from "../engine/address.js";
import { type AreaHandle, NO_AREA } from "../engine/keys.js";
import { type CloseMessage, type RefuseMessage, tell } from "../telemetry/channels.js";
import { Peak } from "../telemetry/peaks.js";
import type { ClientStats } from "../telemetry/stats_types.js";

const { Status } = abi;

/**
 * Refusals that last until something is changed: spillway:refuse tells them. All others concern the page
 * alone.
 */
const LIMITS: ReadonlyMap<number, RefuseMessage["reason"]> = new Map([
  [Status.FULL, "full"],
  [Status.CAPPED, "capped"],
  [Status.FROZEN, "frozen"],
  [Status.CLOSED, "closed"],
]);

export class ClientState {
  readonly name: string;
  readonly number: number;
  /** Keeps its bodies apart from those of other clients; 0: shared with all clients of scope 0. */
  readonly scope: number;
  readonly #routerOf: () => Router;
  readonly #settings: ClientSettings;
  #closed = false;
  readonly #peak: Peak;
  /** By their Status, limits that were told since a page was last accepted. */
  readonly #told = new Set<number>();
  readonly #counters = {
    stored: 0,
    full: 0,
    capped: 0,
    poor: 0,
    closed: 0,
    frozen: 0,
    off: 0,
    shadow: 0,
    loaded: 0,
    missed: 0,
    damaged: 0,
    small: 0,
    lost: 0,
    later: 0,
    removed: 0,
  };

  /**
   * `routerOf` answers the pool's router or throws when the pool is closed. Throws ERR_SPILLWAY_OUT_OF_MEMORY
   * when the pool has no room for one more client.
   */
  constructor(routerOf: () => Router, number: number, scope: number, settings: ClientSettings) {
    this.#routerOf = routerOf;
    this.number = number;
    this.scope = scope;
    this.name = settings.name;
    this.#settings = settings;
    const { pageSize, memory, registry } = routerOf();
    this.#peak = new Peak(pageSize + abi.PAGE_CHARGE_MAX, memory.quietPeaks);
    if (registry.open(number, settings, this.#peak)) return;
    throw new SpillwayError(
      "ERR_SPILLWAY_OUT_OF_MEMORY",
      `of at most ${registry.clientsMax} clients ${registry.clients.size} are open: ` +
        `the pool has no room for the account of ${settings.name}`,
    );
  }

  /** The pool's router. Throws when the pool or the client is closed. */
  get router(): Router {
    if (this.#closed) throw new SpillwayTypeError("ERR_SPILLWAY_CLOSED", `the client ${this.name} is closed`);
    return this.#routerOf();
  }

  /**
   * The same, or undefined: a subscriber that was told of an eviction may have closed the client or the pool.
   */
  #routerIfOpen(): Router | undefined {
    if (this.#closed) return undefined;
    try {
      return this.#routerOf();
    } catch {
      return undefined;
    }
  }

  /**
   * Opens an area that this client calls `type`. Throws ERR_SPILLWAY_OUT_OF_MEMORY, with this reason, without
   * room for it.
   */
  openArea(type: number, reason: () => string): AreaHandle {
    const area = this.router.registry.openArea(this.number, type, this.scope);
    if (area === NO_AREA) throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", reason());
    return area;
  }

  /** Changes the bytes that the client may count. */
  bound(maxBytes: number): void {
    this.#settings.maxBytes = maxBytes;
    this.router.registry.setCap(this.number, maxBytes);
  }

  /** Changes the bytes that its bodies may have on devices. */
  boundOnDevices(maxBytes: number): void {
    this.#settings.maxDeviceBytes = maxBytes;
    this.router.registry.setAwayCap(this.number, maxBytes);
  }

  // ── pages ────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Stores a page, counts that and tells of a limit that was met. True when the page is kept. `payer` as for
   * `count`.
   */
  store(
    router: Router,
    address: Address,
    page: Uint8Array,
    kind: number,
    payer: ClientState = this,
  ): boolean {
    const status = router.store(address, page, kind);
    const kept = this.count(status, payer);
    if (!kept) this.tell(status);
    return kept;
  }

  /**
   * Counts a store. True when the page is kept. `payer`: the client that it is charged to, where that is
   * another.
   */
  count(status: number, payer: ClientState = this): boolean {
    const counters = this.#counters;
    if (status === Status.STORED) {
      counters.stored += 1;
      if (this.#told.size > 0) this.#told.clear();
      if (payer.#peak.due()) payer.#seePeak();
      return true;
    }
    // First, because a store to a pool that is off is to cost next to nothing.
    if (status === Status.OFF) counters.off += 1;
    else if (status === Status.FULL) counters.full += 1;
    else if (status === Status.POOR) counters.poor += 1;
    else if (status === Status.CAPPED) counters.capped += 1;
    else if (status === Status.FROZEN) counters.frozen += 1;
    else if (status === Status.SHADOW) counters.shadow += 1;
    else counters.closed += 1;
    return false;
  }

  #seePeak(): void {
    const holds = this.#routerIfOpen()?.registry.holds(this.number);
    if (holds !== undefined) this.#peak.see(holds.pages, holds.bytes);
  }

  /** Tells subscribers of a refusal. Last: subscribers may call back into the pool. */
  tell(status: number): void {
    const reason = LIMITS.get(status);
    if (reason === undefined || this.#told.has(status)) return;
    const router = this.#routerIfOpen();
    if (!router?.diagnostics.refuse.hasSubscribers) return;
    const { pool, refuse } = router.diagnostics;
    this.#told.add(status);
    const message = { pool, client: this.name, ...router.registry.holds(this.number), reason };
    tell(refuse, message satisfies RefuseMessage);
  }

  /** Counts a load that answered the length of the page or a Status. */
  countLoad(bytes: number): void {
    if (bytes > 0) this.#counters.loaded += 1;
    else if (bytes === Status.MISS) this.#counters.missed += 1;
    else if (bytes === Status.DAMAGED) this.#counters.damaged += 1;
    else if (bytes === Status.SMALL) this.#counters.small += 1;
    else if (bytes === Status.LOST) this.#counters.lost += 1;
    else if (bytes === Status.LATER) this.#counters.later += 1;
  }

  /** Drops a page and counts that. True if there was one. */
  invalidate(router: Router, address: Address): boolean {
    const removed = router.invalidatePage(address);
    if (removed) this.#counters.removed += 1;
    return removed;
  }

  /** Counts pages that were removed on request, and answers how many. */
  removed(pages: number): number {
    this.#counters.removed += pages;
    return pages;
  }

  // ── statistics ───────────────────────────────────────────────────────────────────────────────────────

  /** What the client has, did and may. */
  stats(): ClientStats {
    const counters = this.router.registry.counters(this.number, this.scope === 0);
    const { pages, counted, part, away, evictedPages, evictedBytes } = counters;
    const { maxBytes: max, maxDeviceBytes: maxDevice = Number.POSITIVE_INFINITY } = this.#settings;
    this.#peak.raise(counters.peakPages, counters.peakCounted);
    this.#peak.raise(pages, counted);
    const {
      stored,
      full,
      capped,
      poor,
      closed,
      frozen,
      off,
      shadow,
      loaded,
      missed,
      damaged,
      small,
      lost,
      later,
      removed,
    } = this.#counters;
    return {
      name: this.name,
      weight: this.#settings.weight,
      succStores: stored,
      failedStores: full + capped + poor + closed + frozen + off + shadow,
      refused: { full, capped, poor, closed, frozen, off, shadow },
      loads: loaded,
      failedLoads: missed,
      damagedLoads: damaged,
      smallLoads: small,
      lostLoads: lost,
      laterLoads: later,
      invalidates: removed,
      storedPages: pages,
      evictedPages,
      evictedBytes,
      bytes: { charged: part, counted, max, device: away, maxDevice },
      peaks: { storedPages: this.#peak.pages, bytes: { counted: this.#peak.bytes } },
    };
  }

  /** Name and figures in one line. */
  describe(): string {
    const { pages, bytes } = this.router.registry.holds(this.number);
    return figures(this.name, pages, bytes, this.#settings.maxBytes);
  }

  // ── the end ──────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Forgets the client, whose areas `closeAreas` closes. Does nothing when the client or the pool is closed,
   * and does not fail when the engine has. Subscribers are told last, because they may close again.
   */
  close(closeAreas: (router: Router) => void): void {
    const router = this.#routerIfOpen();
    this.#closed = true;
    if (router === undefined) return;
    const { pool, close } = router.diagnostics;
    const watched = close.hasSubscribers;
    let holds = { pages: 0, bytes: 0 };
    try {
      if (watched) holds = router.registry.holds(this.number);
      closeAreas(router);
      router.registry.close(this.number);
      router.dictionaries.forget();
    } catch (error) {
      // After a fault the pool serves nothing more: every later call for a page throws the fault.
      if ((error as SpillwayError).code !== "ERR_SPILLWAY_ENGINE_FAULT") throw error;
    }
    if (watched) tell(close, { pool, client: this.name, ...holds } satisfies CloseMessage);
  }
}
