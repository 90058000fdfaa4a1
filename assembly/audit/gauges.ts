/**
 * gauges.ts - audits the statistics: every equation between counters, and every gauge recounted from the
 * bodies.
 *
 * Owns:   nothing; changes nothing.
 * Cost:   proportional to the bodies.
 */

import { mix64 } from "../ground/hash";
import {
  STAT_AREA_INVALIDATED,
  STAT_AWAY_BODIES,
  STAT_AWAY_FREED,
  STAT_AWAY_MOVED_IN,
  STAT_BODIES,
  STAT_COMPRESSED_BYTES,
  STAT_DUPLICATE_PAGES,
  STAT_ENCODED_BYTES,
  STAT_EVICTED,
  STAT_FILL_PAGES,
  STAT_FLYING_BODIES,
  STAT_INVALIDATED,
  STAT_LOADS,
  STAT_MOVED_IN,
  STAT_MOVED_OUT,
  STAT_OVERWRITTEN,
  STAT_PACK_ABORTED,
  STAT_PACK_CHANGED,
  STAT_PACKED,
  STAT_PEAK_PAGES,
  STAT_POOR_BODIES,
  STAT_PROMOTED,
  STAT_RAW_BYTES,
  STAT_REFUSED_CAPPED,
  STAT_REFUSED_CLOSED,
  STAT_REFUSED_FULL,
  STAT_REFUSED_POOR,
  STAT_SPILLED,
  STAT_STORED_PAGES,
  STAT_STORES,
  STAT_SUCC_STORES,
  STAT_TAKEN,
} from "../ground/layout";
import { Codec } from "../ground/records";
import { statGet } from "../ground/stats";
import { bodyCodec, bodyRaw, bodyRefs, bodyStored, bodyVersion, bodyWalk, bodyYoung } from "../owners/bodies";
import { dictionariesCheck, dictionaryBodies, dictionaryNext } from "../owners/dictionaries";
import { directoryCount } from "../owners/directory";

/** True when every outcome of a store, and every way out of the pool, is counted once. */
export function checkCounters(): bool {
  const refused =
    statGet(STAT_REFUSED_FULL) +
    statGet(STAT_REFUSED_POOR) +
    statGet(STAT_REFUSED_CLOSED) +
    statGet(STAT_REFUSED_CAPPED);
  if (statGet(STAT_STORES) != statGet(STAT_SUCC_STORES) + refused) return false;
  if (statGet(STAT_STORED_PAGES) > statGet(STAT_PEAK_PAGES)) return false;
  // What a load took it also delivered. The host counts the loads it asked for, and holds the outcomes to
  // that.
  if (statGet(STAT_TAKEN) > statGet(STAT_LOADS)) return false;
  const removed =
    statGet(STAT_OVERWRITTEN) +
    statGet(STAT_INVALIDATED) +
    statGet(STAT_AREA_INVALIDATED) +
    statGet(STAT_TAKEN) +
    statGet(STAT_MOVED_OUT) +
    statGet(STAT_EVICTED);
  const packed =
    statGet(STAT_SPILLED) +
    statGet(STAT_PACK_CHANGED) +
    statGet(STAT_PACK_ABORTED) +
    statGet(STAT_FLYING_BODIES);
  if (statGet(STAT_PACKED) != packed) return false;
  const came = statGet(STAT_SPILLED) + statGet(STAT_AWAY_MOVED_IN);
  const went = statGet(STAT_PROMOTED) + statGet(STAT_AWAY_FREED);
  if (statGet(STAT_AWAY_BODIES) != came - went) return false;
  return statGet(STAT_STORED_PAGES) == statGet(STAT_SUCC_STORES) + statGet(STAT_MOVED_IN) - removed;
}

/** True when the gauges are what a walk over the bodies counts. */
export function checkGauges(): bool {
  let pages: u64 = 0;
  let fills: u64 = 0;
  let bodies: u64 = 0;
  let poor: u64 = 0;
  let raw: u64 = 0;
  let encoded: u64 = 0;
  let compressed: u64 = 0;
  for (let body = bodyWalk(0); body; body = bodyWalk(body)) {
    const refs = <u64>bodyRefs(body);
    const bytes = <u64>bodyRaw(body);
    pages += refs;
    raw += refs * bytes;
    if (bodyCodec(body) == Codec.FILL) {
      fills += refs;
      continue;
    }
    bodies += 1;
    encoded += bytes;
    compressed += bodyStored(body);
    if (!bodyYoung(body) && bodyStored(body) > bodyRaw(body) - (bodyRaw(body) >> 3)) poor += 1;
  }
  return (
    pages == statGet(STAT_STORED_PAGES) &&
    pages == directoryCount() &&
    fills == statGet(STAT_FILL_PAGES) &&
    bodies == statGet(STAT_BODIES) &&
    pages - fills - bodies == statGet(STAT_DUPLICATE_PAGES) &&
    poor == statGet(STAT_POOR_BODIES) &&
    raw == statGet(STAT_RAW_BYTES) &&
    encoded == statGet(STAT_ENCODED_BYTES) &&
    compressed == statGet(STAT_COMPRESSED_BYTES)
  );
}

/**
 * True when every dense body has its dictionary, and each dictionary counts the bodies that name it. In one
 * pass: a version adds a number of 64 bits for each body, and takes as many off as its dictionary counts;
 * only equal counts come to 0.
 */
export function checkDense(): bool {
  if (!dictionariesCheck()) return false;
  let sum: u64 = 0;
  for (let body = bodyWalk(0); body; body = bodyWalk(body)) {
    const version = bodyVersion(body);
    if ((bodyCodec(body) == Codec.DENSE) != (version != 0)) return false;
    if (version) sum += mix64(version);
  }
  for (let version = dictionaryNext(0); version; version = dictionaryNext(version))
    sum -= mix64(version) * dictionaryBodies(version);
  return !sum;
}
