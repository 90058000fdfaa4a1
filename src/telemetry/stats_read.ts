/**
 * stats_read.ts - counters and gauges of engines, and how they become the statistics of a pool.
 */
import * as abi from "../abi.js";
import type { LatencyStats } from "./latency.js";
import type { ArenaStats, PoolStats, ShadowStats, SpillStats } from "./stats_types.js";

/** Counters are below this, gauges from here on. */
const GAUGES_FROM = abi.STAT_STORED_PAGES;

/** Counters and gauges of one engine, or the sums over several, by STAT_ of abi.ts. */
export class Counters {
  readonly #values = new Float64Array(abi.STATS_BYTES / 8);

  get(stat: number): number {
    return this.#values[stat / 8] as number;
  }

  set(stat: number, value: number): void {
    this.#values[stat / 8] = value;
  }

  add(stat: number, by: number): void {
    this.set(stat, this.get(stat) + by);
  }

  /** Adds all of an engine's. */
  addAll(engine: Counters): void {
    for (let stat = 0; stat < abi.STATS_BYTES; stat += 8) this.add(stat, engine.get(stat));
  }

  /**
   * Adds the counters of an engine that is gone: it has no gauges any more. Its bodies that were on their way
   * to a device have moved, so nothing is committed of them.
   */
  addGone(engine: Counters): void {
    for (let stat = 0; stat < GAUGES_FROM; stat += 8) this.add(stat, engine.get(stat));
    this.add(abi.STAT_PACK_CHANGED, engine.get(abi.STAT_FLYING_BODIES));
  }
}

/** What the statistics of a pool need beside the counters of its engines. */
export interface StatsFacts {
  pageSize: number;
  maxBytes: number;
  limitBytes: number;
  returnedBytes: number;
  frozen: boolean;
  peaks: PoolStats["peaks"];
  latency: LatencyStats | undefined;
  arenas: ArenaStats[];
  /**
   * Stores refused before they came to an engine: frozen, while autoOff has turned the pool off, in shadow
   * mode.
   */
  refusedFrozen: number;
  refusedOff: number;
  refusedShadow: number;
  triedLoads: number;
  accepting: boolean;
  rent: PoolStats["rent"];
  shadow: ShadowStats | undefined;
  /** Loads that a device did not answer; undefined in a pool without devices. */
  /** Undefined without devices. */
  spill: Pick<SpillStats, "lostLoads" | "laterLoads" | "devices"> | undefined;
}

/** Which number of the engine each field is. */
const FIELDS = {
  stores: abi.STAT_STORES,
  succStores: abi.STAT_SUCC_STORES,
  loads: abi.STAT_LOADS,
  failedLoads: abi.STAT_MISSES,
  damagedLoads: abi.STAT_DAMAGED,
  smallLoads: abi.STAT_SMALL,
  evictedBytes: abi.STAT_EVICTED_BYTES,
  ephemeralPages: abi.STAT_EPHEMERAL_PAGES,
  storedPages: abi.STAT_STORED_PAGES,
  sameFilledPages: abi.STAT_FILL_PAGES,
  duplicatePages: abi.STAT_DUPLICATE_PAGES,
  bodies: abi.STAT_BODIES,
  incompressiblePages: abi.STAT_POOR_BODIES,
  youngPages: abi.STAT_YOUNG_PAGES,
  densePages: abi.STAT_DENSE_BODIES,
  hashCollisions: abi.STAT_COLLISIONS,
  areas: abi.STAT_AREAS,
};

const REFUSED = {
  full: abi.STAT_REFUSED_FULL,
  poor: abi.STAT_REFUSED_POOR,
  closed: abi.STAT_REFUSED_CLOSED,
  capped: abi.STAT_REFUSED_CAPPED,
};

const REMOVED = {
  overwritten: abi.STAT_OVERWRITTEN,
  invalidated: abi.STAT_INVALIDATED,
  areas: abi.STAT_AREA_INVALIDATED,
  taken: abi.STAT_TAKEN,
  evicted: abi.STAT_EVICTED,
};

const BYTES = {
  raw: abi.STAT_RAW_BYTES,
  encoded: abi.STAT_ENCODED_BYTES,
  compressed: abi.STAT_COMPRESSED_BYTES,
  used: abi.STAT_USED_BYTES,
  reserved: abi.STAT_RESERVED_BYTES,
  metadata: abi.STAT_METADATA_BYTES,
  slabs: abi.STAT_SLAB_BYTES,
  dictionaries: abi.STAT_DICTIONARY_BYTES,
  live: abi.STAT_LIVE_BYTES,
  ephemeral: abi.STAT_EPHEMERAL_BYTES,
};

const RECOMPRESSED = {
  bodies: abi.STAT_RECOMPRESSED,
  bytes: abi.STAT_RECOMPRESSED_BYTES,
  inVain: abi.STAT_TRIED_BODIES,
};

const SPILL = {
  bodies: abi.STAT_AWAY_BODIES,
  bytes: abi.STAT_AWAY_BYTES,
  slotBytes: abi.STAT_AWAY_SLOT_BYTES,
  flying: abi.STAT_FLYING_BODIES,
  packed: abi.STAT_PACKED,
  spilled: abi.STAT_SPILLED,
  changed: abi.STAT_PACK_CHANGED,
  failed: abi.STAT_PACK_ABORTED,
  moved: abi.STAT_AWAY_MOVED_IN,
  promoted: abi.STAT_PROMOTED,
  freed: abi.STAT_AWAY_FREED,
};

const SQUEEZED = { slabs: abi.STAT_SQUEEZES, bytes: abi.STAT_SQUEEZED_BYTES };

const ARENA = {
  pages: abi.STAT_STORED_PAGES,
  reserved: abi.STAT_RESERVED_BYTES,
  used: abi.STAT_USED_BYTES,
  live: abi.STAT_LIVE_BYTES,
};

function read<T extends Record<string, number>>(table: T, counters: Counters): { [Name in keyof T]: number } {
  const pairs = Object.entries(table).map(([name, stat]) => [name, counters.get(stat)]);
  return Object.fromEntries(pairs) as { [Name in keyof T]: number };
}

/** The statistics of an arena. */
export function readArenaStats(counters: Counters, draining: boolean): ArenaStats {
  return { ...read(ARENA, counters), draining };
}

function spillStats(counters: Counters, spill: StatsFacts["spill"]): SpillStats | undefined {
  return spill && { ...read(SPILL, counters), ...spill };
}

/** The statistics of a pool, from the sums over its arenas. */
export function readStats(counters: Counters, facts: StatsFacts): PoolStats {
  const { pageSize, triedLoads, accepting, frozen, peaks, latency, rent, shadow, arenas } = facts;
  const fields = read(FIELDS, counters);
  const refused = {
    ...read(REFUSED, counters),
    frozen: facts.refusedFrozen,
    off: facts.refusedOff,
    shadow: facts.refusedShadow,
  };
  const removed = read(REMOVED, counters);
  return {
    pageSize,
    ...fields,
    stores: fields.stores + refused.off + refused.shadow,
    restoredPages: counters.get(abi.STAT_MOVED_IN) - counters.get(abi.STAT_MOVED_OUT),
    failedStores: Object.values(refused).reduce((sum, count) => sum + count, 0),
    refused,
    triedLoads,
    accepting,
    invalidates: removed.invalidated + removed.areas,
    removed,
    frozen,
    bytes: {
      ...read(BYTES, counters),
      returned: facts.returnedBytes,
      limit: facts.limitBytes,
      max: facts.maxBytes,
    },
    recompressed: read(RECOMPRESSED, counters),
    squeezed: read(SQUEEZED, counters),
    peaks,
    latency,
    rent,
    shadow,
    spill: spillStats(counters, facts.spill),
    arenas,
  };
}
