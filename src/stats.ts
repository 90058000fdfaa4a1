/**
 * stats.ts - what a pool says about itself.
 *
 * Counters only rise, gauges follow what is kept. The equations hold after every call and are recounted by the
 * engine's self check:
 *   stores       == succStores + failedStores;   failedStores == refused.full + refused.poor + refused.closed
 *                  + refused.capped + refused.frozen + refused.off + refused.shadow
 *   storedPages  == succStores + restoredPages - removed.overwritten - removed.invalidated - removed.areas
 *                  - removed.taken - removed.evicted
 * (In a single arena pages that moved from or to another are added and taken off; in the pool these cancel out, but for those
 * that came out of an image.)
 *   storedPages  == sameFilledPages + duplicatePages + bodies
 */
import * as abi from "./abi.js";
import type { LatencyStats } from "./histogram.js";

export interface PoolStats {
  /** Bytes of a page. */
  pageSize: number;
  /** Stores offered. */
  stores: number;
  /** Stores that kept the page. */
  succStores: number;
  /** Pages that came with the image from which the pool was restored. */
  restoredPages: number;
  /** Stores refused, for any reason. */
  failedStores: number;
  /**
   * Why: no room within maxBytes; incompressible and told to refuse such; area not initialised; no room within the client's cap;
   * the pool frozen; while the pool does not pay (autoOff); in shadow mode.
   */
  refused: {
    full: number;
    poor: number;
    closed: number;
    capped: number;
    frozen: number;
    off: number;
    shadow: number;
  };
  /** Whether stores are looked at with a view to keeping the page: false in shadow mode, and while autoOff has turned the pool off. */
  accepting: boolean;
  /** Loads that delivered the page. */
  loads: number;
  /** Loads of pages that are not here. */
  failedLoads: number;
  /** Loads that found a damaged body and threw. */
  damagedLoads: number;
  /** Pages removed on request: by invalidatePage and invalidateArea. */
  invalidates: number;
  /**
   * Pages removed: by a later store under their key, by invalidatePage, by invalidateArea, by an exclusive load; ephemeral ones
   * that went because room was wanted.
   */
  removed: { overwritten: number; invalidated: number; areas: number; taken: number; evicted: number };
  /** Bytes of the bodies of the pages that were evicted. */
  evictedBytes: number;
  /** Of the pages kept, those that may go when room is wanted. */
  ephemeralPages: number;
  /** Pages kept at present. */
  storedPages: number;
  /** Of those, pages that repeat eight bytes and keep no body. */
  sameFilledPages: number;
  /** Of those, pages that share the body of an equal one. */
  duplicatePages: number;
  /** Bodies that keep bytes. */
  bodies: number;
  /** Bodies that keep more than seven eighths of their page. */
  incompressiblePages: number;
  /** Bodies that wait in the nursery, not yet compressed. */
  youngPages: number;
  /** Bodies that were recompressed: dense, read by a dictionary. */
  densePages: number;
  /** Equal hashes over different bytes. */
  hashCollisions: number;
  /** Open areas. */
  areas: number;
  /** Whether stores are refused at present (pool.freeze). */
  frozen: boolean;
  bytes: {
    /** Of the pages kept. */
    raw: number;
    /** Of the pages behind the bodies, each body once: encoded / compressed is the ratio of the codec. */
    encoded: number;
    /** Of the bodies. */
    compressed: number;
    /** Everything occupied: slabs, records, tables, window. raw / used is the effective ratio. */
    used: number;
    /** Linear memory taken from the system; never above max. */
    reserved: number;
    /** Of `used`: what is in use, that is all but the free room inside slabs. Compaction brings `used` towards it. */
    live: number;
    /** Linear memory given back to the system so far; a counter. */
    returned: number;
    /** What the ephemeral pages are charged: their bodies and what is kept beside them. */
    ephemeral: number;
    /** Of `used`: directory, body records and duplicate index, what is kept for each page beside its body. */
    metadata: number;
    /** Of `used`: dictionaries. */
    dictionaries: number;
    /** Of `used`: slabs, that is bodies, their tags, and what is free between and behind them. */
    slabs: number;
    /** The bound on growth at present: max, or less while the host is short of memory. */
    limit: number;
    /** The bound on reserved. */
    max: number;
  };
  /** Bodies recompressed so far, the bytes that this saved, and bodies for which it gained nothing; these stay as they are. */
  recompressed: { bodies: number; bytes: number; inVain: number };
  /** Slabs squeezed to close their holes or emptied into others, and the bytes moved by it. */
  squeezed: { slabs: number; bytes: number };
  /**
   * The highest values since the pool was opened or pool.resetPeaks() was called: of reserved at any time, of the others after
   * any store (of storeMany: after each sixteen of 4 KiB). In a pool of several memories those of all together. Live bytes are
   * counted without what recompression takes while it works.
   */
  peaks: { storedPages: number; bytes: { live: number; reserved: number } };
  /** How long stores and loads took, in microseconds; undefined while pool.histograms is off. */
  latency: LatencyStats | undefined;
  /**
   * What the pool earned and took. `byteSeconds`: bytes of the pages kept less bytes used, summed over time; below 0 for a pool
   * that keeps next to nothing. `spentMs`: time spent in stores, loads and the work beside them (compaction, giving back), from
   * one store or load of 64, so an estimate.
   */
  rent: { byteSeconds: number; spentMs: number };
  /** What a live pool would have done with what this one was offered; undefined but in shadow mode. */
  shadow: ShadowStats | undefined;
  /** The linear memories of the pool, each. */
  arenas: ArenaStats[];
}

/**
 * What a live pool with the same options would be and have done by now: estimates, exact up to some 16,000 pages and bodies
 * and from a sample of these beyond. Names as in PoolStats.
 */
export interface ShadowStats {
  /** Stores offered, and the bytes of their pages. */
  offeredPages: number;
  offeredBytes: number;
  storedPages: number;
  sameFilledPages: number;
  duplicatePages: number;
  bodies: number;
  /** Stores refused: no room within maxBytes (ephemeral pages would have made room, these count too); incompressible and told to refuse such. */
  refused: { full: number; poor: number };
  /** Loads that would have delivered the page. */
  loads: number;
  bytes: { raw: number; encoded: number; compressed: number; used: number };
  /** encoded / compressed, 1 without bodies; raw / used. */
  codecRatio: number;
  effectiveRatio: number;
  /** As rent.byteSeconds. */
  byteSeconds: number;
  /** Milliseconds in which stores would have copied, hashed and encoded their pages: most of what a store takes. */
  storeMs: number;
  /** What is followed for this, and which part of all pages and of all bodies that is. */
  sample: { pages: number; bodies: number; pageRate: number; bodyRate: number };
}

/** What a client says about itself, under the names of the kernel. Counters only rise. */
export interface ClientStats {
  name: string;
  /** Its share of the room for ephemeral pages against other clients' weights; 0 for a client whose pages persist. */
  weight: number;
  /** Pages that were kept, and pages that were not. */
  succStores: number;
  failedStores: number;
  /**
   * Why not: no room in the pool, or none within the client's maxBytes; incompressible; the area not open; the pool frozen;
   * while the pool does not pay (autoOff); in shadow mode.
   */
  refused: {
    full: number;
    capped: number;
    poor: number;
    closed: number;
    frozen: number;
    off: number;
    shadow: number;
  };
  /** Loads that delivered the page, and loads of pages that are not here. */
  loads: number;
  failedLoads: number;
  /** Loads that found a damaged body and threw. */
  damagedLoads: number;
  /** Pages removed on request. */
  invalidates: number;
  /** Pages kept at present. */
  storedPages: number;
  /** Pages that went because room was wanted, and the bytes of their bodies. */
  evictedPages: number;
  evictedBytes: number;
  bytes: {
    /** Its part of the pool: the bytes of its bodies. Of a body shared with other clients (dedupe: "pool"), its share of them. */
    charged: number;
    /**
     * What counts against `max`: its bodies, those shared among clients in full for every page, so that whoever else lets go
     * of a body, this client stays within its bound; 56 bytes for each page (96 in a cleancache) and 64 for each area, file
     * system and inode, in each of the pool's arenas: entries, records and their part of tables.
     */
    counted: number;
    /** The bound, Infinity if none was set. */
    max: number;
  };
  /** The highest values after any store that this client paid for, since it was opened or client.resetPeaks() was called. */
  peaks: { storedPages: number; bytes: { counted: number } };
}

/** One linear memory of a pool. */
export interface ArenaStats {
  /** Pages kept in it. */
  pages: number;
  /** Bytes taken from the system; occupied; in use: as in PoolStats.bytes. */
  reserved: number;
  used: number;
  live: number;
  /** Whether its pages are moving out, so that it can be given back. */
  draining: boolean;
}

/** What statistics need beside the engine's counters. */
export interface StatsFacts {
  pageSize: number;
  maxBytes: number;
  limitBytes: number;
  returnedBytes: number;
  frozen: boolean;
  refusedFrozen: number;
  peaks: PoolStats["peaks"];
  latency: LatencyStats | undefined;
  arenas: ArenaStats[];
  /** Stores refused before they came to an engine. */
  refusedOff: number;
  refusedShadow: number;
  accepting: boolean;
  rent: PoolStats["rent"];
  shadow: ShadowStats | undefined;
}

/** What stands here and behind are gauges: an arena that is gone has none. */
const GAUGES_FROM = abi.STAT_STORED_PAGES / 8;

/** Adds the counters of an arena, not its gauges, to `sum`. */
export function sumCounters(sum: Float64Array, counters: Float64Array): void {
  for (let i = 0; i < GAUGES_FROM; i++) sum[i] = (sum[i] as number) + (counters[i] as number);
}

/** Reads the statistics. `get` answers the value at an offset of the engine's statistics, summed over the arenas. */
export function readStats(get: (stat: number) => number, facts: StatsFacts): PoolStats {
  const refused = {
    full: get(abi.STAT_REFUSED_FULL),
    poor: get(abi.STAT_REFUSED_POOR),
    closed: get(abi.STAT_REFUSED_CLOSED),
    capped: get(abi.STAT_REFUSED_CAPPED),
    frozen: facts.refusedFrozen,
    off: facts.refusedOff,
    shadow: facts.refusedShadow,
  };
  const outside = refused.off + refused.shadow;
  const removed = {
    overwritten: get(abi.STAT_OVERWRITTEN),
    invalidated: get(abi.STAT_INVALIDATED),
    areas: get(abi.STAT_AREA_INVALIDATED),
    taken: get(abi.STAT_TAKEN),
    evicted: get(abi.STAT_EVICTED),
  };
  const bodies = get(abi.STAT_BODIES);
  return {
    pageSize: facts.pageSize,
    stores: get(abi.STAT_STORES) + outside,
    succStores: get(abi.STAT_SUCC_STORES),
    restoredPages: get(abi.STAT_MOVED_IN) - get(abi.STAT_MOVED_OUT),
    failedStores: refused.full + refused.poor + refused.closed + refused.capped + refused.frozen + outside,
    refused,
    accepting: facts.accepting,
    loads: get(abi.STAT_LOADS),
    failedLoads: get(abi.STAT_MISSES),
    damagedLoads: get(abi.STAT_DAMAGED),
    invalidates: removed.invalidated + removed.areas,
    removed,
    evictedBytes: get(abi.STAT_EVICTED_BYTES),
    ephemeralPages: get(abi.STAT_EPHEMERAL_PAGES),
    storedPages: get(abi.STAT_STORED_PAGES),
    sameFilledPages: get(abi.STAT_FILL_PAGES),
    duplicatePages: get(abi.STAT_DUPLICATE_PAGES),
    bodies,
    incompressiblePages: get(abi.STAT_POOR_BODIES),
    youngPages: get(abi.STAT_YOUNG_PAGES),
    densePages: get(abi.STAT_DENSE_BODIES),
    hashCollisions: get(abi.STAT_COLLISIONS),
    areas: get(abi.STAT_AREAS),
    frozen: facts.frozen,
    bytes: {
      raw: get(abi.STAT_RAW_BYTES),
      encoded: get(abi.STAT_ENCODED_BYTES),
      compressed: get(abi.STAT_COMPRESSED_BYTES),
      used: get(abi.STAT_USED_BYTES),
      reserved: get(abi.STAT_RESERVED_BYTES),
      metadata: get(abi.STAT_METADATA_BYTES),
      slabs: get(abi.STAT_SLAB_BYTES),
      dictionaries: get(abi.STAT_DICTIONARY_BYTES),
      live: get(abi.STAT_LIVE_BYTES),
      ephemeral: get(abi.STAT_EPHEMERAL_BYTES),
      returned: facts.returnedBytes,
      limit: facts.limitBytes,
      max: facts.maxBytes,
    },
    recompressed: {
      bodies: get(abi.STAT_RECOMPRESSED),
      bytes: get(abi.STAT_RECOMPRESSED_BYTES),
      inVain: get(abi.STAT_TRIED_BODIES),
    },
    squeezed: { slabs: get(abi.STAT_SQUEEZES), bytes: get(abi.STAT_SQUEEZED_BYTES) },
    peaks: facts.peaks,
    latency: facts.latency,
    rent: facts.rent,
    shadow: facts.shadow,
    arenas: facts.arenas,
  };
}
