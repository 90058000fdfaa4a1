/**
 * gauges.ts - statistics that are computed when the host asks, not kept.
 *
 * Owns:   the gauges of STATS from STAT_USED_BYTES on; the peaks only while it resets them.
 * Cost:   sums that their owners keep; nothing is counted anew.
 */
import {
  STAT_AREAS,
  STAT_DENSE_BODIES,
  STAT_DICTIONARY_BYTES,
  STAT_EPHEMERAL_BYTES,
  STAT_EPHEMERAL_PAGES,
  STAT_LIVE_BYTES,
  STAT_METADATA_BYTES,
  STAT_PEAK_LIVE_BYTES,
  STAT_PEAK_PAGES,
  STAT_RESERVED_BYTES,
  STAT_SLAB_BYTES,
  STAT_STORED_PAGES,
  STAT_USED_BYTES,
  WASM_PAGE_BYTES,
} from "../ground/layout";
import { statGet, statSet } from "../ground/stats";
import { stockBlockBytes } from "../memory/blocks";
import { frameBytes } from "../memory/frames";
import { slabCount } from "../memory/slab";
import { areaCount } from "../owners/areas";
import { denseBodies, dictionaryBlocks } from "../owners/dictionaries";
import { orderBytesSum, orderPagesSum } from "../owners/eviction/orders";
import { liveBytes, occupiedBytes } from "./limits";

/** Brings the computed gauges up to date. */
export function refreshGauges(): void {
  statSet(STAT_USED_BYTES, occupiedBytes());
  statSet(STAT_RESERVED_BYTES, <u64>memory.size() * WASM_PAGE_BYTES);
  statSet(STAT_METADATA_BYTES, frameBytes());
  statSet(STAT_SLAB_BYTES, <u64>slabCount() * stockBlockBytes());
  statSet(STAT_LIVE_BYTES, liveBytes());
  statSet(STAT_AREAS, areaCount());
  statSet(STAT_DENSE_BODIES, denseBodies());
  statSet(STAT_DICTIONARY_BYTES, <u64>dictionaryBlocks() * stockBlockBytes());
  statSet(STAT_EPHEMERAL_PAGES, orderPagesSum());
  statSet(STAT_EPHEMERAL_BYTES, orderBytesSum());
}

/** The peaks begin anew with what is kept now. */
export function resetPeaks(): void {
  statSet(STAT_PEAK_PAGES, statGet(STAT_STORED_PAGES));
  statSet(STAT_PEAK_LIVE_BYTES, liveBytes());
}
