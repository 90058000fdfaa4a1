/**
 * stats_types.ts - what a pool, a client and an arena say about themselves.
 *
 * Counters only rise, gauges follow what is kept. These equations hold after every call; the engine's self
 * check recounts them:
 *   stores       == succStores + failedStores;   failedStores == refused.full + refused.poor + refused.closed
 *                  + refused.capped + refused.frozen + refused.off + refused.shadow
 *   storedPages  == succStores + restoredPages - removed.overwritten - removed.invalidated - removed.areas
 *                  - removed.taken - removed.evicted
 *   storedPages  == sameFilledPages + duplicatePages + bodies
 *   triedLoads   == loads + failedLoads + damagedLoads + smallLoads + spill.lostLoads
 *                   + spill.laterLoads
 *   removed.taken <= loads
 *   spill.packed == spill.spilled + spill.changed + spill.failed + spill.flying
 *   spill.bodies == spill.spilled + spill.moved - spill.promoted - spill.freed
 * In a single arena pages that moved from or to another are added and taken off. In the pool these cancel
 * out, but for those that came out of an image.
 */
import type { LatencyStats } from "./latency.js";

/** Statistics of a pool. */
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
   * Why: no room within maxBytes; incompressible and told to refuse such; area not initialised; no room
   * within the client's cap; the pool frozen; while the pool does not pay (autoOff); in shadow mode.
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
  /** Whether a store may keep its page: false in shadow mode, and while autoOff has turned the pool off. */
  accepting: boolean;
  /** Loads that were carried out; each page of a batch and each page handed back counts. */
  triedLoads: number;
  /** Of those, loads that delivered the page. */
  loads: number;
  /** Of those, loads of pages that are not here. */
  failedLoads: number;
  /** Of those, loads that found a damaged body and threw. */
  damagedLoads: number;
  /** Of those, loads into an array shorter than the page: they threw. A batch throws before it loads. */
  smallLoads: number;
  /** Pages removed on request: by invalidatePage and invalidateArea. */
  invalidates: number;
  /**
   * Pages removed: by a later store under their key, by invalidatePage, by invalidateArea, by an exclusive
   * load; ephemeral ones that were evicted because room was wanted.
   */
  removed: { overwritten: number; invalidated: number; areas: number; taken: number; evicted: number };
  /** Bytes of the bodies of the pages that were evicted. */
  evictedBytes: number;
  /** Of the pages kept, those that may be evicted when room is wanted. */
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
    /**
     * Of `used`: what is in use, that is all but the free room inside slabs. Compaction brings `used` towards
     * it.
     */
    live: number;
    /** Linear memory given back to the system so far; a counter. */
    returned: number;
    /** What the ephemeral pages take: their bodies and what is kept beside them. */
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
  /**
   * Bodies recompressed so far, the bytes that this saved, and bodies that stay as they are, since it gained
   * nothing.
   */
  recompressed: { bodies: number; bytes: number; inVain: number };
  /** Slabs squeezed to close their holes or emptied into others, and the bytes moved by it. */
  squeezed: { slabs: number; bytes: number };
  /**
   * The highest values since the pool was opened or pool.resetPeaks() was called: of reserved at any time, of
   * the others after any store (of storeMany: after each 64 KiB of pages). In a pool of several memories
   * those of all together. Live bytes are counted without what recompression takes while it works.
   */
  peaks: { storedPages: number; bytes: { live: number; reserved: number } };
  /** How long stores and loads took, in microseconds; undefined while pool.histograms is off. */
  latency: LatencyStats | undefined;
  /**
   * What the pool earned and took. `byteSeconds`: bytes of the pages kept less bytes used, summed over time;
   * below 0 for a pool that keeps next to nothing. `spentMs`: milliseconds in stores, loads and the work
   * beside them (compaction, giving back), estimated from one store or load of 64.
   */
  rent: { byteSeconds: number; spentMs: number };
  /** What a live pool would have done with what this one was offered; undefined but in shadow mode. */
  shadow: ShadowStats | undefined;
  /** Bodies on devices; undefined in a pool without devices. */
  spill: SpillStats | undefined;
  /** The linear memories of the pool, each. */
  arenas: ArenaStats[];
}

/** Bodies that have left a pool's memory for its devices. They count as bodies in PoolStats, too. */
export interface SpillStats {
  /** Bodies on devices at present, their bytes, and the bytes that they take there. */
  bodies: number;
  bytes: number;
  slotBytes: number;
  /** Bodies whose copy is on its way. */
  flying: number;
  /** Bodies that were copied out so far. */
  packed: number;
  /** Of those, bodies that left; that changed or were used meanwhile; whose write failed. */
  spilled: number;
  changed: number;
  failed: number;
  /** Bodies on devices that went along when their pages moved from one linear memory to another. */
  moved: number;
  /** Bodies that came back into memory, and those whose last page has gone or has moved. */
  promoted: number;
  freed: number;
  /** Loads of pages that a device could not answer: they threw, and the pages stay. */
  lostLoads: number;
  /** Loads that met a body on a device that answers later: they threw, or an async verb went on. */
  laterLoads: number;
  devices: SpillDeviceStats[];
}

/** What a device has and did. */
export interface SpillDeviceStats {
  name: string;
  /** "full": takes nothing until a segment is dropped, or for a second. "down": writes failed. */
  state: "serving" | "full" | "down";
  /** Milliseconds until it is tried again; 0 while it serves. */
  retryMs: number;
  /** Segments that it has and may have; bytes that it takes; bytes of live bodies, at the last look. */
  segments: number;
  capacity: number;
  diskBytes: number;
  liveBytes: number;
  /** Bytes written and read so far, those of cleaning included. */
  writtenBytes: number;
  readBytes: number;
  /** Calls that failed. */
  faults: number;
}

/**
 * What a live pool with the same options would be and have done by now: estimates, exact up to some 16,000
 * pages and bodies and from a sample of these beyond. Names as in PoolStats.
 */
export interface ShadowStats {
  /** Stores offered, and the bytes of their pages. */
  offeredPages: number;
  offeredBytes: number;
  storedPages: number;
  sameFilledPages: number;
  duplicatePages: number;
  bodies: number;
  /**
   * Stores refused: no room within maxBytes (also where ephemeral pages would have made room); incompressible
   * and told to refuse such.
   */
  refused: { full: number; poor: number };
  /** Loads that would have delivered the page. */
  loads: number;
  /**
   * Undefined without devices. Bodies that would be on them, their bytes, and the bytes that they would take
   * there; loads that would have been answered from there. They count as bodies and loads above, too.
   */
  spill: { bodies: number; bytes: number; slotBytes: number; loads: number } | undefined;
  bytes: { raw: number; encoded: number; compressed: number; used: number };
  /** encoded / compressed, 1 without bodies; raw / used. */
  codecRatio: number;
  effectiveRatio: number;
  /** As rent.byteSeconds. */
  byteSeconds: number;
  /**
   * Milliseconds in which stores would have copied, hashed and encoded their pages: most of what a store
   * takes.
   */
  storeMs: number;
  /** What is followed for this, and which part of all pages and of all bodies that is. */
  sample: { pages: number; bodies: number; pageRate: number; bodyRate: number };
}

/** What a client says about itself, under the names of the kernel. Counters only rise. */
export interface ClientStats {
  name: string;
  /**
   * Its share of the room for ephemeral pages against other clients' weights; 0 for a client whose pages
   * persist.
   */
  weight: number;
  /** Pages that were kept, and pages that were not. */
  succStores: number;
  failedStores: number;
  /**
   * Why not: no room in the pool, or none within the client's maxBytes; incompressible; the area not open;
   * the pool frozen; while the pool does not pay (autoOff); in shadow mode.
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
  /** Loads into an array shorter than the page, which threw. */
  smallLoads: number;
  /** Loads that a device did not answer and that threw. */
  lostLoads: number;
  /** Loads that met a body on a device that answers later: they threw, or an async verb went on. */
  laterLoads: number;
  /** Pages removed on request. */
  invalidates: number;
  /** Pages kept at present. */
  storedPages: number;
  /** Pages evicted because room was wanted, and the bytes of their bodies. */
  evictedPages: number;
  evictedBytes: number;
  bytes: {
    /**
     * Its part of the pool: the bytes of its bodies; of a body shared with other clients (dedupe: "pool"),
     * its share.
     */
    charged: number;
    /**
     * What counts against `max`: its bodies; 56 bytes for each page (96 in a cleancache) and 64 for each
     * area, file system and inode, in each of the pool's arenas: entries, records and their part of tables. A
     * body shared among clients counts in full for every page, so no client goes over its bound because
     * another one lets go.
     */
    counted: number;
    /** The bound, Infinity if none was set. */
    max: number;
    /** What its bodies take on devices, and on their way there, each with its seal and up to the next unit. */
    device: number;
    /** The bound of that (maxDeviceBytes), Infinity if none was set. */
    maxDevice: number;
  };
  /**
   * The highest values after any store that this client paid for, since it was opened or client.resetPeaks()
   * was called.
   */
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
