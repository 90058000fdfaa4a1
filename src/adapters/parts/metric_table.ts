/**
 * metric_table.ts - which metrics the statistics of pools, clients, maps and buffers make.
 *
 * A metric is named by words, which Prometheus joins by `_` and OpenTelemetry by `.`. Of a counter that is
 * divided (`by`) the parts add up to the whole. Labels name pools, clients, maps and buffers, and reasons;
 * never keys.
 */
import type { PagedBufferStats } from "../../faces/paged_buffer.js";
import type { SpillCacheStats } from "../../faces/spill_cache.js";
import type { SpillMapStats } from "../../faces/spill_map.js";
import type { LatencySummary } from "../../telemetry/latency.js";
import type { ClientStats, PoolStats } from "../../telemetry/stats_types.js";

export type Unit = "bytes" | "seconds" | "byte_seconds" | "";

/** What statistics tell of: the first word of its metrics, and the label that has its name. */
export type Subject = "pool" | "client" | "map" | "buffer";

/** One metric of a subject with statistics of type S. */
export interface Metric<S> {
  /** Without subject, unit and `total`. */
  name: string;
  kind: "counter" | "gauge";
  unit: Unit;
  help: string;
  /** The label that tells the parts of a divided metric from each other. */
  by?: string;
  /** The value, or the values of the parts by their label. What is not a number is left out. */
  read(stats: S): number | undefined | Readonly<Record<string, number | undefined>>;
}

type Read<S> = Metric<S>["read"];

const counter = <S>(name: string, help: string, read: Read<S>, by?: string): Metric<S> =>
  made("counter", name, "", help, read, by);
const gauge = <S>(name: string, help: string, read: Read<S>, by?: string): Metric<S> =>
  made("gauge", name, "", help, read, by);
const bytes = <S>(name: string, help: string, read: Read<S>): Metric<S> =>
  made("gauge", name, "bytes", help, read);
const countedBytes = <S>(name: string, help: string, read: Read<S>): Metric<S> =>
  made("counter", name, "bytes", help, read);

function made<S>(
  kind: Metric<S>["kind"],
  name: string,
  unit: Unit,
  help: string,
  read: Read<S>,
  by?: string,
): Metric<S> {
  return { kind, name, unit, help, read, ...(by === undefined ? {} : { by }) };
}

const flag = (value: boolean) => (value ? 1 : 0);
const SECOND_IN_US = 1e6;
const SECOND_IN_MS = 1e3;

/** Quantiles of calls that were timed, in seconds; of none when none was. */
function quantiles(summary: LatencySummary | undefined): Record<string, number> {
  if (summary === undefined || summary.count === 0) return {};
  const { p50, p90, p99, p999, max } = summary;
  const all = { 0.5: p50, 0.9: p90, 0.99: p99, 0.999: p999, 1: max };
  return Object.fromEntries(Object.entries(all).map(([part, us]) => [part, us / SECOND_IN_US]));
}

export const POOL: readonly Metric<PoolStats>[] = [
  gauge("stored_pages", "Pages kept.", (s) => s.storedPages),
  gauge("ephemeral_pages", "Pages kept that may go when room is wanted.", (s) => s.ephemeralPages),
  gauge(
    "same_filled_pages",
    "Pages kept that repeat eight bytes and have no body.",
    (s) => s.sameFilledPages,
  ),
  gauge("duplicate_pages", "Pages kept that share the body of an equal one.", (s) => s.duplicatePages),
  gauge("bodies", "Bodies that keep bytes.", (s) => s.bodies),
  gauge(
    "incompressible_bodies",
    "Bodies of more than seven eighths of their page.",
    (s) => s.incompressiblePages,
  ),
  gauge("young_bodies", "Bodies that wait uncompressed in the nursery.", (s) => s.youngPages),
  gauge("dense_bodies", "Bodies that were recompressed.", (s) => s.densePages),
  gauge("areas", "Open areas.", (s) => s.areas),
  gauge("arenas", "Linear memories of the pool.", (s) => s.arenas.length),
  gauge("frozen", "Whether the pool is frozen: 1 or 0.", (s) => flag(s.frozen)),
  gauge(
    "accepting",
    "Whether a store may keep its page: 0 in shadow mode and while autoOff has turned the pool off, else 1.",
    (s) => flag(s.accepting),
  ),
  counter("accepted_stores", "Stores that kept their page.", (s) => s.succStores),
  counter("refused_stores", "Stores refused, by reason.", (s) => s.refused, "reason"),
  counter("restored_pages", "Pages that came with the image of a restored pool.", (s) => s.restoredPages),
  counter(
    "loads",
    "Loads, by outcome: hit, miss, damaged, or an array that was too small.",
    (s) => ({ hit: s.loads, miss: s.failedLoads, damaged: s.damagedLoads, small: s.smallLoads }),
    "outcome",
  ),
  counter("removed_pages", "Pages that left the pool, by reason.", (s) => s.removed, "reason"),
  counter("hash_collisions", "Equal hashes over different bytes.", (s) => s.hashCollisions),
  bytes("raw", "Bytes of the pages kept.", (s) => s.bytes.raw),
  bytes("encoded", "Bytes of the pages behind the bodies, each body once.", (s) => s.bytes.encoded),
  bytes("compressed", "Bytes of the bodies.", (s) => s.bytes.compressed),
  bytes("used", "Bytes occupied: slabs, records, tables, window.", (s) => s.bytes.used),
  bytes("live", "Bytes used, less the free room inside slabs.", (s) => s.bytes.live),
  bytes("reserved", "Linear memory taken from the system.", (s) => s.bytes.reserved),
  bytes("limit", "The bound on growth at present.", (s) => s.bytes.limit),
  bytes("max", "The bound on reserved bytes.", (s) => s.bytes.max),
  bytes("ephemeral", "Bytes that ephemeral pages take.", (s) => s.bytes.ephemeral),
  bytes("metadata", "Of the bytes used: directory, records, index.", (s) => s.bytes.metadata),
  bytes("dictionaries", "Of the bytes used: dictionaries.", (s) => s.bytes.dictionaries),
  bytes("slabs", "Of the bytes used: slabs.", (s) => s.bytes.slabs),
  countedBytes("returned", "Linear memory given back to the system.", (s) => s.bytes.returned),
  countedBytes("evicted", "Bytes of the bodies of evicted pages.", (s) => s.evictedBytes),
  counter("recompressed_bodies", "Bodies recompressed.", (s) => s.recompressed.bodies),
  countedBytes("recompressed_saved", "Bytes that recompression saved.", (s) => s.recompressed.bytes),
  counter("squeezed_slabs", "Slabs squeezed or emptied into others.", (s) => s.squeezed.slabs),
  countedBytes("squeezed", "Bytes moved by squeezing slabs.", (s) => s.squeezed.bytes),
  gauge("away_bodies", "Bodies on devices.", (s) => s.spill?.bodies),
  bytes("away", "Bytes of the bodies on devices.", (s) => s.spill?.bytes),
  bytes("away_slots", "Bytes that these take there, each up to the next unit.", (s) => s.spill?.slotBytes),
  gauge("flying_bodies", "Bodies on their way to a device.", (s) => s.spill?.flying),
  counter(
    "packed_bodies",
    "Bodies copied out for a device, by what became of them.",
    ({ spill }) =>
      spill ? { spilled: spill.spilled, changed: spill.changed, failed: spill.failed } : undefined,
    "outcome",
  ),
  counter("moved_away_bodies", "Bodies on devices that moved with their pages.", (s) => s.spill?.moved),
  counter(
    "returned_bodies",
    "Bodies that left devices: brought back into memory, or no longer wanted.",
    ({ spill }) => (spill ? { promoted: spill.promoted, freed: spill.freed } : undefined),
    "reason",
  ),
  counter("lost_loads", "Loads that a device could not answer.", (s) => s.spill?.lostLoads),
  counter("later_loads", "Loads that met a device that answers later.", (s) => s.spill?.laterLoads),
  gauge("peak_stored_pages", "Most pages kept since the peaks were reset.", (s) => s.peaks.storedPages),
  bytes("peak_live", "Most live bytes since the peaks were reset.", (s) => s.peaks.bytes.live),
  bytes("peak_reserved", "Most reserved bytes since the peaks were reset.", (s) => s.peaks.bytes.reserved),
  counter(
    "recompressed_in_vain",
    "Bodies for which recompression gained nothing.",
    (s) => s.recompressed.inVain,
  ),
  made(
    "gauge",
    "saved",
    "byte_seconds",
    "Bytes kept less bytes used, summed over time; below 0 if more was used.",
    (s) => s.rent.byteSeconds,
  ),
  made(
    "counter",
    "spent",
    "seconds",
    "Time in stores, loads and the work beside them.",
    (s) => s.rent.spentMs / SECOND_IN_MS,
  ),
  made(
    "gauge",
    "store_latency",
    "seconds",
    "How long single stores took, by quantile; while histograms are on.",
    (s) => quantiles(s.latency?.store),
    "quantile",
  ),
  made(
    "gauge",
    "load_latency",
    "seconds",
    "How long single loads took, by quantile; while histograms are on.",
    (s) => quantiles(s.latency?.load),
    "quantile",
  ),
  bytes("page", "Bytes of a page.", (s) => s.pageSize),
  counter("shadow_offered_pages", "Shadow mode: stores offered.", (s) => s.shadow?.offeredPages),
  countedBytes("shadow_offered", "Shadow mode: bytes of the pages offered.", (s) => s.shadow?.offeredBytes),
  gauge(
    "shadow_stored_pages",
    "Shadow mode: pages that a live pool would keep.",
    (s) => s.shadow?.storedPages,
  ),
  counter(
    "shadow_refused_stores",
    "Shadow mode: stores that a live pool would refuse, by reason.",
    (s) => s.shadow?.refused ?? {},
    "reason",
  ),
  counter("shadow_loads", "Shadow mode: loads that would find their page.", (s) => s.shadow?.loads),
  bytes(
    "shadow_raw",
    "Shadow mode: bytes of the pages that a live pool would keep.",
    (s) => s.shadow?.bytes.raw,
  ),
  bytes("shadow_used", "Shadow mode: bytes that a live pool would use.", (s) => s.shadow?.bytes.used),
  gauge(
    "shadow_spilled_bodies",
    "Shadow mode: bodies that a live pool would have on devices.",
    (s) => s.shadow?.spill?.bodies,
  ),
  bytes("shadow_spilled", "Shadow mode: bytes of those bodies.", (s) => s.shadow?.spill?.bytes),
  bytes(
    "shadow_spilled_slot",
    "Shadow mode: bytes that those bodies would take on devices.",
    (s) => s.shadow?.spill?.slotBytes,
  ),
  counter(
    "shadow_spilled_loads",
    "Shadow mode: loads that a device would answer.",
    (s) => s.shadow?.spill?.loads,
  ),
];

export const CLIENT: readonly Metric<ClientStats>[] = [
  gauge("stored_pages", "Pages kept.", (s) => s.storedPages),
  counter("accepted_stores", "Stores that kept their page.", (s) => s.succStores),
  counter("refused_stores", "Stores refused, by reason.", (s) => s.refused, "reason"),
  counter(
    "loads",
    "Loads, by outcome: hit, miss, damaged, or an array that was too small.",
    (s) => ({ hit: s.loads, miss: s.failedLoads, damaged: s.damagedLoads, small: s.smallLoads }),
    "outcome",
  ),
  counter("lost_loads", "Loads that a device could not answer.", (s) => s.lostLoads),
  counter("later_loads", "Loads that met a device that answers later.", (s) => s.laterLoads),
  counter("invalidated_pages", "Pages removed on request.", (s) => s.invalidates),
  counter("evicted_pages", "Pages evicted because room was wanted.", (s) => s.evictedPages),
  countedBytes("evicted", "Bytes of the bodies of evicted pages.", (s) => s.evictedBytes),
  bytes("charged", "The client's part of the pool.", (s) => s.bytes.charged),
  bytes("counted", "What counts against the client's bound.", (s) => s.bytes.counted),
  bytes("max", "The client's bound.", (s) => s.bytes.max),
  bytes("device", "What the client's bodies take on devices.", (s) => s.bytes.device),
  bytes("device_max", "The client's bound on devices.", (s) => s.bytes.maxDevice),
];

export const MAP: readonly Metric<SpillMapStats>[] = [
  gauge("values", "Values kept.", (s) => s.values),
  gauge("hot_values", "Values that are also kept as they are.", (s) => s.hotValues),
  gauge("shared_pages", "Pages that small values share.", (s) => s.sharedPages),
  gauge("own_pages", "Pages of values that have their own.", (s) => s.ownPages),
  bytes("raw", "Serialised bytes of the values kept.", (s) => s.rawBytes),
  bytes("hot", "Serialised bytes of the hot values.", (s) => s.hotBytes),
  bytes("key", "Bytes of the keys.", (s) => s.keyBytes),
  bytes("index", "Bytes of the index, keys included.", (s) => s.indexBytes),
  bytes("open", "Bytes of pages of small values that are not stored yet.", (s) => s.openBytes),
  bytes("dead", "Dead bytes in shared pages.", (s) => s.deadBytes),
  counter("accepted_sets", "Sets that kept their value.", (s) => s.sets),
  counter("refused_sets", "Sets refused.", (s) => s.refusedSets),
  counter(
    "gets",
    "Gets, by outcome: a hot value, one read from pages, or none.",
    (s) => ({ hot: s.hotHits, cold: s.coldHits, miss: s.misses }),
    "outcome",
  ),
  counter("expired_values", "Values whose time was up.", (s) => s.expired),
  counter(
    "evicted_values",
    "Values of a cache that went because room was wanted.",
    (s) => (s as Partial<SpillCacheStats>).evicted,
  ),
  counter(
    "repacked_pages",
    "Shared pages rewritten because of what was dead in them.",
    (s) => s.repackedPages,
  ),
];

export const BUFFER: readonly Metric<PagedBufferStats>[] = [
  bytes("length", "Bytes of the buffer's address space.", (s) => s.byteLength),
  bytes("resident_max", "Bytes of the frames that may be resident.", (s) => s.bytes.resident),
  bytes("table", "Bytes of the page table.", (s) => s.bytes.table),
  gauge("resident_frames", "Frames that are resident.", (s) => s.frames.resident),
  gauge("dirty_frames", "Resident frames with changes that the pool does not have.", (s) => s.frames.dirty),
  gauge("pinned_frames", "Resident frames that pins hold.", (s) => s.frames.pinned),
  gauge("stored_frames", "Frames in the pool.", (s) => s.frames.stored),
  counter("hits", "Uses of a frame that was resident.", (s) => s.hits),
  counter("loaded_frames", "Frames brought in from the pool.", (s) => s.loads),
  counter("fresh_frames", "Frames brought in as zeros or to be overwritten.", (s) => s.fresh),
  counter(
    "evicted_frames",
    "Frames that went for others: with a copy in the pool, stored then, or of zeros.",
    (s) => s.evicted,
    "how",
  ),
  counter("reads_through", "Reads of a frame in the pool that was not brought in.", (s) => s.readsThrough),
  counter("reads_of_zeros", "Reads of a frame that was never written.", (s) => s.readsOfZeros),
  counter("discarded_frames", "Resident frames that were discarded.", (s) => s.discarded),
  counter("accepted_stores", "Frames that the pool took.", (s) => s.stores),
  counter("refused_stores", "Frames that the pool refused.", (s) => s.refusedStores),
];
