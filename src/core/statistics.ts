/**
 * statistics.ts - counters and gauges of all arenas as those of one pool, and the check that all of it adds
 * up.
 */

import * as abi from "../abi.js";
import type { Arena } from "../engine/arena.js";
import type { Latency } from "../telemetry/latency.js";
import type { Rent } from "../telemetry/rent.js";
import { Counters, readArenaStats, readStats } from "../telemetry/stats_read.js";
import type { ArenaStats, PoolStats } from "../telemetry/stats_types.js";
import type { Admission } from "./admission.js";
import type { ArenaSet } from "./arena_set.js";
import type { Loads } from "./load.js";
import type { Registry } from "./registry.js";
import type { Spilled } from "./spilled.js";
import type { Stores } from "./store.js";

/** Finding of selfCheck that no single arena can have: a key that has a page in two of them. */
export const TWO_ARENAS = 100;
/** Finding of selfCheck that the log of the devices has: its table of segments is not what the arenas say. */
export const SEGMENTS_WRONG = 101;

/** The parts of a pool that count something. */
interface CountingParts {
  readonly pageSize: number;
  readonly memory: ArenaSet;
  readonly registry: Registry;
  readonly admission: Admission;
  readonly stores: Stores;
  readonly loads: Loads;
  readonly rent: Rent;
  readonly latency: Latency | undefined;
  readonly spilled: Spilled | undefined;
}

/** The statistics of a pool, as they are now. */
export function statsOf(router: CountingParts): PoolStats {
  const { memory, admission, loads, rent } = router;
  memory.peak.raise(memory.pages, memory.liveBytes);
  const sum = new Counters();
  sum.addAll(memory.retired);
  const arenas: ArenaStats[] = [];
  for (const arena of memory.each()) {
    const counters = arena.counters();
    memory.takePeaks(counters);
    sum.addAll(counters);
    arenas.push(readArenaStats(counters, arena.draining));
  }
  correct(sum, router);
  return readStats(sum, {
    pageSize: router.pageSize,
    maxBytes: memory.maxBytes,
    limitBytes: memory.limitBytes,
    returnedBytes: memory.returnedBytes,
    frozen: admission.frozen,
    refusedFrozen: admission.refusedFrozen,
    peaks: {
      storedPages: memory.peak.pages,
      bytes: { live: memory.peak.bytes, reserved: memory.peakReservedBytes },
    },
    latency: router.latency?.stats(),
    arenas,
    refusedOff: admission.refusedOff,
    refusedShadow: admission.shadow?.offeredPages ?? 0,
    triedLoads: loads.tried,
    accepting: admission.accepting,
    rent: rent.stats(),
    shadow: admission.shadow?.stats(),
    spill: router.spilled?.stats(),
  });
}

/** Makes of the sums over the arenas what the pool has and did. */
function correct(
  sum: Counters,
  { memory, registry, admission, stores, loads, spilled }: CountingParts,
): void {
  const workshops = memory.lentWasmPages * abi.WASM_PAGE_BYTES;
  for (const stat of [abi.STAT_RESERVED_BYTES, abi.STAT_USED_BYTES, abi.STAT_LIVE_BYTES])
    sum.add(stat, workshops);
  // An area has a record in every arena.
  sum.set(abi.STAT_AREAS, registry.areas.size);
  // A store that was tried again, and a look-up that asked several arenas, count once.
  const { retried, retriedCapped } = stores;
  sum.add(abi.STAT_STORES, admission.refusedFrozen - retried - retriedCapped);
  sum.add(abi.STAT_REFUSED_FULL, -retried);
  sum.add(abi.STAT_REFUSED_CAPPED, -retriedCapped);
  sum.add(abi.STAT_MISSES, -loads.missed);
  sum.add(abi.STAT_DAMAGED, spilled?.damagedLoads ?? 0);
}

/**
 * 0 when everything adds up in every arena, else the number of the first finding (assembly/audit/audit.ts) or
 * TWO_ARENAS. Takes a walk over all structures and, for each page, a look-up in each other arena.
 */
export function selfCheckOf(memory: ArenaSet, spilled?: Spilled): number {
  for (const arena of memory.each()) {
    const finding = arena.selfCheck();
    if (finding !== 0) return finding;
  }
  if (spilled !== undefined && spilled.log.check().length > 0) return SEGMENTS_WRONG;
  const arenas = memory.each();
  return arenas.some((arena, i) => sharesKey(arena, arenas.slice(i + 1))) ? TWO_ARENAS : 0;
}

/** Whether one of these arenas has a page under a key of this one. */
function sharesKey(arena: Arena, others: readonly Arena[]): boolean {
  if (others.length === 0) return false;
  const buckets = arena.images.buckets();
  for (let bucket = 0; bucket < buckets; bucket++) {
    for (let i = 0; ; i++) {
      const address = arena.keyAt(bucket, i);
      if (address === undefined) break;
      if (others.some((other) => other.keptBytes(address) >= 0)) return true;
    }
  }
  return false;
}
