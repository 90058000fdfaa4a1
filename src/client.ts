/**
 * client.ts - what every client of a pool has: a name, an account, counters of its own, an end.
 *
 * A client is an object that one must hold: there is no way to it by name or number. What it can learn is about itself.
 */
import * as abi from "./abi.js";
import type { ClientSettings } from "./accounts.js";
import { type Arenas, REFUSED_OFF, REFUSED_SHADOW } from "./arenas.js";
import { type CloseMessage, type RefuseMessage, tell } from "./diagnostics.js";
import { SpillwayError, SpillwayTypeError } from "./errors.js";
import { figures } from "./handle.js";
import { Peak } from "./peaks.js";
import type { ClientStats } from "./stats.js";

const { Status } = abi;

/** Refusals that last until something is changed, which are told on spillway:refuse. The others are about the page. */
const LIMITS: Readonly<Record<number, RefuseMessage["reason"]>> = {
  [Status.FULL]: "full",
  [Status.CAPPED]: "capped",
  [Status.FROZEN]: "frozen",
  [Status.CLOSED]: "closed",
};

/** The most that one page counts beside its body: entry and records of a page and of its inode (assembly/records.ts). */
const RECORDS_BYTES = 160;

export class Account {
  readonly name: string;
  readonly number: number;
  /** What keeps its bodies apart from those of other clients; 0: shared with all of scope 0. */
  readonly scope: number;
  readonly #pool: () => Arenas;
  readonly #settings: ClientSettings;
  #closed = false;
  readonly #peak: Peak;
  /** Limits that were told of since a page was last accepted, by their Status. */
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
    removed: 0,
  };

  /** `pool` answers the arenas or throws when the pool is closed. */
  constructor(pool: () => Arenas, number: number, scope: number, settings: ClientSettings) {
    this.#pool = pool;
    this.number = number;
    this.scope = scope;
    this.name = settings.name;
    this.#settings = settings;
    this.#peak = new Peak(pool().pageSize + RECORDS_BYTES, pool().memory.quietPeaks);
    if (!pool().accounts.open(number, settings, this.#peak)) {
      throw new SpillwayError(
        "ERR_SPILLWAY_OUT_OF_MEMORY",
        `of at most ${pool().accounts.clientsMax} clients ${pool().accounts.clients.size} are open: the pool has no room for the account of ${settings.name}`,
      );
    }
  }

  /** The arenas; throws when the pool or the client is closed. */
  get arenas(): Arenas {
    if (this.#closed) throw new SpillwayTypeError("ERR_SPILLWAY_CLOSED", `the client ${this.name} is closed`);
    return this.#pool();
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Changes the bytes that it may count. */
  bound(maxBytes: number): void {
    this.#settings.maxBytes = maxBytes;
    this.arenas.accounts.setCap(this.number, maxBytes);
  }

  /** Counts a store and tells of a limit that was met. True when the page is kept. `payer` as for `count`. */
  stored(status: number, payer: Account = this): boolean {
    const kept = this.count(status, payer);
    if (!kept) this.tell(status);
    return kept;
  }

  /** Counts a store. True when the page is kept. `payer`: whose account it was charged to, if that is another's. */
  count(status: number, payer: Account = this): boolean {
    const counters = this.#counters;
    if (status === Status.STORED) {
      counters.stored += 1;
      if (this.#told.size > 0) this.#told.clear();
      if (payer.#peak.due()) payer.#seePeak();
      return true;
    }
    if (status === REFUSED_OFF) {
      // Nothing is announced, and it is to cost next to nothing.
      counters.off += 1;
      return false;
    }
    if (status === Status.FULL) counters.full += 1;
    else if (status === Status.POOR) counters.poor += 1;
    else if (status === Status.CAPPED) counters.capped += 1;
    else if (status === Status.FROZEN) counters.frozen += 1;
    else if (status === REFUSED_SHADOW) counters.shadow += 1;
    else counters.closed += 1;
    return false;
  }

  /** The arenas, unless the client or the pool has ended, which who was told of an eviction may have seen to. */
  #arenasIfOpen(): Arenas | undefined {
    if (this.#closed) return undefined;
    try {
      return this.#pool();
    } catch {
      return undefined;
    }
  }

  #seePeak(): void {
    const holds = this.#arenasIfOpen()?.accounts.holds(this.number);
    if (holds !== undefined) this.#peak.see(holds.pages, holds.bytes);
  }

  /** Tells of a refusal, if anybody wants to know. Subscribers may call back into the pool: nothing is left to do here. */
  tell(status: number): void {
    const reason = LIMITS[status];
    if (reason === undefined || this.#told.has(status)) return;
    const arenas = this.#arenasIfOpen();
    if (!arenas?.diagnostics.refuse.hasSubscribers) return;
    const { pool, refuse } = arenas.diagnostics;
    this.#told.add(status);
    const message = { pool, client: this.name, ...arenas.accounts.holds(this.number), reason };
    tell(refuse, message satisfies RefuseMessage);
  }

  /** Name and figures in one line. */
  describe(): string {
    const { pages, bytes } = this.arenas.accounts.holds(this.number);
    return figures(this.name, pages, bytes, this.#settings.maxBytes);
  }

  resetPeaks(): void {
    this.arenas.accounts.resetPeaks(this.number);
  }

  /** Counts a load that answered the length of the page, or a Status. */
  loaded(bytes: number): void {
    if (bytes > 0) this.#counters.loaded += 1;
    else if (bytes === Status.MISS) this.#counters.missed += 1;
    else if (bytes === Status.DAMAGED) this.#counters.damaged += 1;
  }

  /** Counts pages removed on request. */
  removed(pages: number): void {
    this.#counters.removed += pages;
  }

  stats(): ClientStats {
    const counters = this.arenas.accounts.counters(this.number, this.scope === 0);
    const { pages, counted, part, evictedPages, evictedBytes } = counters;
    this.#peak.raise(counters.peakPages, counters.peakCounted);
    this.#peak.raise(pages, counted);
    const { stored, full, capped, poor, closed, frozen, off, shadow, loaded, missed, damaged, removed } =
      this.#counters;
    return {
      name: this.name,
      weight: this.#settings.weight,
      succStores: stored,
      failedStores: full + capped + poor + closed + frozen + off + shadow,
      refused: { full, capped, poor, closed, frozen, off, shadow },
      loads: loaded,
      failedLoads: missed,
      damagedLoads: damaged,
      invalidates: removed,
      storedPages: pages,
      evictedPages,
      evictedBytes,
      bytes: { charged: part, counted, max: this.#settings.maxBytes },
      peaks: { storedPages: this.#peak.pages, bytes: { counted: this.#peak.bytes } },
    };
  }

  /**
   * Forgets the account, whose areas are closed by `closeAreas`. Closing twice is fine, and so is a pool that was closed before or
   * whose engine has failed. Told last, for who is told may close again.
   */
  close(closeAreas: (arenas: Arenas) => void): void {
    const arenas = this.#arenasIfOpen();
    this.#closed = true;
    if (arenas === undefined) return;
    const { pool, close } = arenas.diagnostics;
    const watched = close.hasSubscribers;
    let holds = { pages: 0, bytes: 0 };
    try {
      if (watched) holds = arenas.accounts.holds(this.number);
      closeAreas(arenas);
      arenas.accounts.close(this.number);
      arenas.dictionaries.forget();
    } catch (error) {
      // After a fault nothing of it is served any more, which whoever asks for a page is told.
      if ((error as SpillwayError).code !== "ERR_SPILLWAY_ENGINE_FAULT") throw error;
    }
    if (watched) tell(close, { pool, client: this.name, ...holds } satisfies CloseMessage);
  }
}
