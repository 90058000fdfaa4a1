/**
 * metrics.ts - the statistics of pools and of what lives in them as metrics: Prometheus' text, and
 * OpenTelemetry's observables.
 */
import type { PagedBufferStats } from "../faces/paged_buffer.js";
import type { SpillMapStats } from "../faces/spill_map.js";
import type { ClientStats, PoolStats } from "../telemetry/stats_types.js";
import { readSeries } from "./parts/metric_series.js";
import { type ObservableMeter, observe } from "./parts/otel.js";
import { prometheus } from "./parts/prometheus.js";

export type { ObservableMeter, ObservableResult } from "./parts/otel.js";

/** A pool, client, map or buffer. */
export interface StatsSource<Stats> {
  stats(): Stats;
}

/** A pool, and those of its clients, maps and buffers that are to be told of. */
export interface MetricsSource {
  /** The value of the label `pool`, another for each pool. Default: "", no such label. */
  name?: string;
  pool?: StatsSource<PoolStats>;
  /** These lists are read each time: what is put into them later is told of too. */
  clients?: Iterable<StatsSource<ClientStats>>;
  /** Maps and caches. */
  maps?: Iterable<StatsSource<SpillMapStats>>;
  buffers?: Iterable<StatsSource<PagedBufferStats>>;
}

/**
 * The metrics as Prometheus' text exposition format 0.0.4: the body of an answer of the content type
 * `text/plain; version=0.0.4; charset=utf-8`. What was closed is left out.
 *
 * @throws ERR_SPILLWAY_ARG_TYPE for a source that is none; ERR_SPILLWAY_ARG_RANGE when two have one name
 */
export function prometheusText(sources: MetricsSource | Iterable<MetricsSource>): string {
  return prometheus(readSeries(sources));
}

/**
 * Registers the metrics as observables of a meter of OpenTelemetry. Answers a function that ends this.
 *
 * @throws as prometheusText, and for a meter that is none
 */
export function observeMetrics(
  meter: ObservableMeter,
  sources: MetricsSource | Iterable<MetricsSource>,
): () => void {
  return observe(meter, sources);
}
