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
/** What stands here and behind are gauges: an arena that is gone has none. */
const GAUGES_FROM = abi.STAT_STORED_PAGES / 8;
/** Adds the counters of an arena, not its gauges, to `sum`. */
export function sumCounters(sum, counters) {
    for (let i = 0; i < GAUGES_FROM; i++)
        sum[i] = sum[i] + counters[i];
}
/** Reads the statistics. `get` answers the value at an offset of the engine's statistics, summed over the arenas. */
export function readStats(get, facts) {
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
