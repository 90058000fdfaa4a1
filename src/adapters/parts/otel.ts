/**
 * otel.ts - metrics as observables of an OpenTelemetry meter.
 *
 * All are observed by one callback: so the figures of one collection are of one moment, and `stats()` is
 * asked once for all of them.
 */
import { typeError } from "../../base/errors.js";
import { allSeries, type Labels, readSeries } from "./metric_series.js";
import type { Metric, Unit } from "./metric_table.js";

/** What a callback is handed. */
export interface ObservableResult {
  // biome-ignore lint/suspicious/noExplicitAny: the meter's own kind of instrument.
  observe(instrument: any, value: number, attributes?: Record<string, string>): void;
}

/** Of a `Meter` of @opentelemetry/api what is used here. */
export interface ObservableMeter {
  createObservableGauge(name: string, options?: { description?: string; unit?: string }): object;
  createObservableCounter(name: string, options?: { description?: string; unit?: string }): object;
  // biome-ignore lint/suspicious/noExplicitAny: the meter's own kind of instrument.
  addBatchObservableCallback(callback: (result: ObservableResult) => void, instruments: any[]): void;
  // biome-ignore lint/suspicious/noExplicitAny: the meter's own kind of instrument.
  removeBatchObservableCallback(callback: (result: ObservableResult) => void, instruments: any[]): void;
}

const VERBS = [
  "createObservableGauge",
  "createObservableCounter",
  "addBatchObservableCallback",
  "removeBatchObservableCallback",
] as const;

/** As UCUM writes them. */
const UNITS: Readonly<Record<Unit, string>> = { bytes: "By", seconds: "s", byte_seconds: "By.s", "": "" };
/** What is counted, by the last word of a metric's name. The unit 1 would be taken for a ratio. */
const COUNTED = /(page|bod|store|load|value|set|get|frame|slab|area|arena|hit|collision)(?:s|ies)$/;

function unitOf({ name, unit }: Metric<never>): string {
  const thing = unit === "" ? COUNTED.exec(name)?.[1] : undefined;
  return thing === undefined ? UNITS[unit] : `{${thing === "bod" ? "body" : thing}}`;
}

/** Registers all metrics. Answers a function that takes them off again. */
export function observe(meter: ObservableMeter, sources: unknown): () => void {
  if (typeof meter !== "object" || meter === null || VERBS.some((verb) => typeof meter[verb] !== "function"))
    throw typeError("meter", "a Meter of OpenTelemetry", meter);
  // Mistakes in the sources come out here, not in the first collection.
  readSeries(sources);
  const instruments = new Map<Metric<never>, object>();
  for (const { subject, metric } of allSeries()) {
    const name = `spillway.${subject}.${metric.name}`;
    const options = { description: metric.help, unit: unitOf(metric) };
    const isCounter = metric.kind === "counter";
    const made = isCounter
      ? meter.createObservableCounter(name, options)
      : meter.createObservableGauge(name, options);
    instruments.set(metric, made);
  }
  const callback = (result: ObservableResult) => {
    // Infinity, a bound that is none, is no value of a metric there.
    for (const { metric, samples } of readSeries(sources))
      for (const { labels, value } of samples)
        if (Number.isFinite(value)) result.observe(instruments.get(metric), value, attributes(labels));
  };
  const all = [...instruments.values()];
  meter.addBatchObservableCallback(callback, all);
  return () => meter.removeBatchObservableCallback(callback, all);
}

const attributes = (labels: Labels) =>
  Object.fromEntries(Object.entries(labels).map(([name, value]) => [`spillway.${name}`, value]));
