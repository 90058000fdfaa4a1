/**
 * metric_series.ts - reads the statistics of all sources, and sorts what they say by metric.
 *
 * The pages of a map or buffer are told of as those of a client, with the label of the map or buffer.
 */
import { rangeError, typeError } from "../../base/errors.js";
import { BUFFER, CLIENT, MAP, type Metric, POOL, type Subject } from "./metric_table.js";

export type Labels = Readonly<Record<string, string>>;

/** One figure. Labels in the order in which they are written. */
export interface Sample {
  labels: Labels;
  value: number;
}

/** One metric and all its figures. */
export interface Series {
  subject: Subject;
  metric: Metric<never>;
  samples: Sample[];
}

/** What is asked for its statistics, and the value of the label `pool`. */
interface Source {
  subject: Subject;
  pool: string;
  source: unknown;
}

const TABLES: Readonly<Record<Subject, readonly Metric<never>[]>> = {
  pool: POOL,
  client: CLIENT,
  map: MAP,
  buffer: BUFFER,
};

/** Lists of a source, and what is in them. */
const LISTS = { clients: "client", maps: "map", buffers: "buffer" } as const;

/** All metrics, in the order of the tables, without figures. */
export function allSeries(): Series[] {
  return Object.entries(TABLES).flatMap(([subject, metrics]) =>
    metrics.map((metric) => ({ subject: subject as Subject, metric, samples: [] })),
  );
}

/** All metrics with the figures of the sources. What was closed is left out. */
export function readSeries(sources: unknown): Series[] {
  const series = allSeries();
  const byMetric = new Map(series.map((one) => [one.metric, one]));
  const told = new Set<string>();
  const take = (subject: Subject, stats: unknown, labels: Labels) => {
    for (const metric of TABLES[subject])
      byMetric.get(metric)?.samples.push(...samplesOf(metric, stats as never, labels));
  };
  for (const { subject, pool, source } of sourcesOf(sources)) {
    const stats = statsOf(source, subject);
    if (stats === undefined) continue;
    const labels = labelsOf(subject, pool, stats);
    const one = JSON.stringify([subject, labels]);
    if (told.has(one)) throw rangeError(`name of a ${subject}`, "no other's", labels[subject] ?? "");
    told.add(one);
    take(subject, stats, labels);
    if (subject === "map" || subject === "buffer") take("client", stats.client, labels);
  }
  return series;
}

function labelsOf(subject: Subject, pool: string, stats: Readonly<Record<string, unknown>>): Labels {
  const ofPool = pool === "" ? {} : { pool };
  return subject === "pool" ? ofPool : { ...ofPool, [subject]: String(stats.name) };
}

function samplesOf(metric: Metric<never>, stats: never, labels: Labels): Sample[] {
  const { by } = metric;
  const read = metric.read(stats);
  const parts = typeof read === "object" ? Object.entries(read) : [["", read] as const];
  return parts.flatMap(([part, value]) => {
    if (typeof value !== "number" || Number.isNaN(value)) return [];
    return [{ labels: by === undefined ? labels : { ...labels, [by]: part }, value }];
  });
}

function* sourcesOf(sources: unknown): Generator<Source> {
  for (const source of isIterable(sources) ? sources : [sources]) {
    if (typeof source !== "object" || source === null)
      throw typeError("source", "an object with `pool`, `clients`, `maps` or `buffers`", source);
    const { name = "", pool, clients, maps, buffers, ...rest } = source as Record<string, unknown>;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined)
      throw typeError("source", "an object with `name`, `pool`, `clients`, `maps`, `buffers`", unknown);
    if (typeof name !== "string") throw typeError("source.name", "a string", name);
    if (pool !== undefined) yield { subject: "pool", pool: name, source: pool };
    for (const [field, list = []] of Object.entries({ clients, maps, buffers })) {
      if (!isIterable(list)) throw typeError(`source.${field}`, "a list", list);
      for (const one of list) yield { subject: LISTS[field as keyof typeof LISTS], pool: name, source: one };
    }
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** The statistics of a source; undefined when it was closed. */
function statsOf(source: unknown, subject: Subject): Readonly<Record<string, unknown>> | undefined {
  const has = source as { stats?: () => unknown } | null | undefined;
  if (typeof has?.stats !== "function") throw typeError(subject, "an object with stats()", source);
  try {
    return has.stats() as Record<string, unknown>;
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === "ERR_SPILLWAY_CLOSED") return undefined;
    throw error;
  }
}
