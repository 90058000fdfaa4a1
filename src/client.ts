/**
 * client.ts - what every client of a pool has: a name, an account, counters of its own, an end.
 *
 * A client is an object that one must hold: there is no way to it by name or number. What it can learn is about itself.
 */
import * as abi from "./abi.js";
import type { Arenas } from "./arenas.js";
import { SpillwayError, SpillwayTypeError } from "./errors.js";
import type { ClientStats } from "./stats.js";

const { Status } = abi;

/** Options of a client, checked. */
export interface ClientSettings {
  name: string;
  /** 0: the pages persist. */
  weight: number;
  maxBytes: number;
}

export class Account {
  readonly name: string;
  readonly number: number;
  /** What keeps its bodies apart from those of other clients; 0: shared with all of scope 0. */
  readonly scope: number;
  readonly #pool: () => Arenas;
  readonly #settings: ClientSettings;
  #closed = false;
  readonly #counters = {
    stored: 0,
    full: 0,
    capped: 0,
    poor: 0,
    closed: 0,
    loaded: 0,
    missed: 0,
    removed: 0,
  };

  /** `pool` answers the arenas or throws when the pool is closed. */
  constructor(pool: () => Arenas, number: number, scope: number, settings: ClientSettings) {
    this.#pool = pool;
    this.number = number;
    this.scope = scope;
    this.name = settings.name;
    this.#settings = settings;
    if (!pool().openClient(number, settings.weight, settings.maxBytes, settings.name)) {
      throw new SpillwayError(
        "ERR_SPILLWAY_OUT_OF_MEMORY",
        `the pool has no room for the account of ${settings.name}`,
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

  /** Changes the bytes that its bodies may have. */
  bound(maxBytes: number): void {
    this.#settings.maxBytes = maxBytes;
    this.arenas.setCap(this.number, maxBytes);
  }

  /** Counts a store. True when the page is kept. */
  stored(status: number): boolean {
    const counters = this.#counters;
    if (status === Status.STORED) counters.stored += 1;
    else if (status === Status.FULL) counters.full += 1;
    else if (status === Status.POOR) counters.poor += 1;
    else if (status === Status.CAPPED) counters.capped += 1;
    else counters.closed += 1;
    return status === Status.STORED;
  }

  /** Counts a load that answered the length of the page, or a Status. */
  loaded(bytes: number): void {
    if (bytes > 0) this.#counters.loaded += 1;
    else if (bytes === Status.MISS) this.#counters.missed += 1;
  }

  /** Counts pages removed on request. */
  removed(pages: number): void {
    this.#counters.removed += pages;
  }

  stats(): ClientStats {
    const { pages, charged, part, evictedPages, evictedBytes } = this.arenas.clientCounters(
      this.number,
      this.scope === 0,
    );
    const { stored, full, capped, poor, closed, loaded, missed, removed } = this.#counters;
    return {
      name: this.name,
      weight: this.#settings.weight,
      succStores: stored,
      failedStores: full + capped + poor + closed,
      refused: { full, capped, poor, closed },
      loads: loaded,
      failedLoads: missed,
      invalidates: removed,
      storedPages: pages,
      evictedPages,
      evictedBytes,
      bytes: { charged: part, counted: charged, max: this.#settings.maxBytes },
    };
  }

  /** Forgets the account, whose areas are closed by `closeAreas`. Closing twice is fine, and so is a pool closed before. */
  close(closeAreas: (arenas: Arenas) => void): void {
    if (this.#closed) return;
    let arenas: Arenas | undefined;
    try {
      arenas = this.#pool();
    } catch {
      // The pool is closed, and with it everything is gone.
    }
    if (arenas !== undefined) {
      closeAreas(arenas);
      arenas.closeClient(this.number);
    }
    this.#closed = true;
  }
}
