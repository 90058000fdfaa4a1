/**
 * Shows that the statistics of pools, clients, maps and buffers are metrics: no figure of `stats()` is
 * forgotten; the text is what Prometheus reads (names, types, units, escapes, no series twice); OpenTelemetry
 * reads the same figures, and none once they were taken off. What was closed is left out; keys are nowhere;
 * mistakes are told.
 *
 * How: real pools, a parser of Prometheus' text, a check of every line against the format's grammar, and the
 * SDK of OpenTelemetry.
 */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, test } from "node:test";
import { MeterProvider, type MetricData, MetricReader } from "@opentelemetry/sdk-metrics";
import { type Frontswap, type PagedBuffer, type SpillCache, type SpillMap, Spillway } from "spillway";
import { memoryDevice } from "#lib/adapters/device_test.js";
import { type MetricsSource, observeMetrics, prometheusText } from "#lib/adapters/metrics.js";
import { BUFFER, CLIENT, MAP, type Metric, POOL } from "#lib/adapters/parts/metric_table.js";

interface Family {
  name: string;
  help: string;
  type: string;
  metrics: { value: string; labels?: Record<string, string> }[];
}
const parse = createRequire(import.meta.url)("parse-prometheus-text-format") as (text: string) => Family[];

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

let pool: Spillway;
let swap: Frontswap;
let map: SpillMap;
let cache: SpillCache;
let buffer: PagedBuffer;
let source: MetricsSource;

beforeEach(() => {
  pool = Spillway.openSync({ maxBytes: "4MiB", spill: memoryDevice() });
  pool.histograms = true;
  swap = pool.frontswap({ name: "swap", maxBytes: "1MiB" });
  map = pool.map({ name: "sessions", hotBytes: "64KiB" });
  cache = pool.cache({ name: "tiles" });
  buffer = pool.buffer("1MiB", { name: "scratch", residentBytes: 65_536 });
  source = { name: "main", pool, clients: [swap], maps: [map, cache], buffers: [buffer] };
  swap.init(0);
  const page = new Uint8Array(4096);
  for (let i = 0; i < 200; i++) swap.store(0, i, page.fill(i % 7, 0, i));
  for (let i = 0; i < 250; i++) swap.load(0, i, page);
  for (let i = 0; i < 50; i++) map.set(`secret key ${i}`, { user: i });
  for (let i = 0; i < 60; i++) map.get(`secret key ${i}`);
  cache.set("secret tile", new Uint8Array(10_000));
  buffer.write(5, new Uint8Array(300_000).fill(7));
});

afterEach(() => pool.close());

/** All series of a text: name and labels, with the value. */
function seriesOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const { name, metrics } of parse(text))
    for (const { value, labels = {} } of metrics) {
      const one = `${name}${JSON.stringify(labels)}`;
      assert.ok(!found.has(one), `${one} twice`);
      found.set(one, value === "+Inf" ? Number.POSITIVE_INFINITY : Number(value));
    }
  return found;
}

describe("the table", () => {
  /** Figures that others add up to, and those of each linear memory. */
  const SUMS = ["stores", "failedStores", "triedLoads", "invalidates", "spill.packed", "arenas"];
  const NO_FIGURES = ["name", "weight", "frame"];

  /** Paths of the numbers and booleans of an object. */
  function leaves(value: object, path = ""): string[] {
    return Object.entries(value).flatMap(([name, one]) =>
      typeof one === "object" && one !== null ? leaves(one, `${path}${name}.`) : [path + name],
    );
  }

  /** The same object; tells which of its paths are read. */
  function watched<T extends object>(value: T, read: Set<string>, path = ""): T {
    return new Proxy(value, {
      get(target, name) {
        const one = Reflect.get(target, name) as unknown;
        if (typeof name === "symbol") return one;
        read.add(path + name);
        return typeof one === "object" && one !== null ? watched(one, read, `${path}${name}.`) : one;
      },
      ownKeys: (target) => Reflect.ownKeys(target),
    });
  }

  function forgotten(stats: object, metrics: readonly Metric<never>[]): string[] {
    const read = new Set<string>();
    for (const metric of metrics) {
      const found = metric.read(watched(stats, read) as never);
      // The parts of a divided metric are read where they are written.
      if (typeof found === "object") for (const part of Object.keys(found)) void found[part];
    }
    return leaves(stats).filter((path) => {
      const [first = ""] = path.split(".");
      return !read.has(path) && !SUMS.includes(path) && first !== "arenas" && !NO_FIGURES.includes(path);
    });
  }

  test("forgets no figure of a pool, client, map, cache or buffer", async () => {
    const shadowed = Spillway.openSync({ maxBytes: "1MiB", mode: "shadow" });
    const { shadow } = shadowed.stats();
    shadowed.close();
    const ratios = ["codecRatio", "effectiveRatio", "byteSeconds", "storeMs"].map((name) => `shadow.${name}`);
    const small = ["sameFilledPages", "duplicatePages", "bodies", "bytes.encoded", "bytes.compressed"];
    const estimates = [...ratios, ...small.map((name) => `shadow.${name}`)];
    const left = forgotten({ ...pool.stats(), shadow }, POOL as readonly Metric<never>[]);
    assert.deepEqual(
      left.filter((path) => !estimates.includes(path) && !/^(shadow\.sample|spill\.devices)\./.test(path)),
      ["latency.store.mean", "latency.load.mean"],
    );
    const peaks = ["peaks.storedPages", "peaks.bytes.counted"];
    assert.deepEqual(forgotten(swap.stats(), CLIENT as readonly Metric<never>[]), peaks);
    for (const one of [map, cache]) {
      const { client: _, ...stats } = one.stats();
      assert.deepEqual(forgotten(stats, MAP as readonly Metric<never>[]), []);
    }
    const { client: _, ...stats } = buffer.stats();
    assert.deepEqual(forgotten(stats, BUFFER as readonly Metric<never>[]), ["frames.max"]);
  });

  test("has no name twice, names as both worlds want them, and a sentence for each", () => {
    for (const table of [POOL, CLIENT, MAP, BUFFER] as readonly (readonly Metric<never>[])[]) {
      const names = table.map(({ name, unit }) => `${name} ${unit}`);
      assert.equal(new Set(names).size, names.length);
      for (const { name, help } of table) {
        assert.match(name, /^[a-z]+(_[a-z]+)*$/);
        assert.match(help, /^[A-Z][^"\\\n]*\.$/);
      }
    }
  });
});

describe("Prometheus' text", () => {
  /** Lines of the format: a help, a type, or a sample. */
  const NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
  const NUMBER = "(?:[+-]?(?:\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?|Inf))";
  const LINE = new RegExp(
    `^(?:# HELP ${NAME} .+|# TYPE ${NAME} (?:counter|gauge)|${NAME}(?:\\{${LABEL}(?:,${LABEL})*\\})? ${NUMBER})$`,
  );

  test("is what the format allows, line by line, with help and type once before their samples", () => {
    const text = prometheusText(source);
    assert.ok(text.endsWith("\n"));
    const lines = text.slice(0, -1).split("\n");
    let name = "";
    const seen = new Set<string>();
    for (const [i, line] of lines.entries()) {
      assert.match(line, LINE);
      const [, help] = /^# HELP (\S+) /.exec(line) ?? [];
      const [, typed] = /^# TYPE (\S+) /.exec(line) ?? [];
      if (help !== undefined) {
        assert.ok(!seen.has(help), help);
        seen.add(help);
        name = help;
        assert.match(lines[i + 1] ?? "", new RegExp(`^# TYPE ${name} `));
        assert.match(lines[i + 2] ?? "", new RegExp(`^${name}[{ ]`));
      } else if (typed !== undefined) assert.equal(typed, name);
      else assert.match(line, new RegExp(`^${name}[{ ]`));
    }
    assert.ok(seen.size > 80, `${seen.size} metrics`);
  });

  test("names counters by _total and nothing else, and says units in the name", () => {
    for (const { name, type } of parse(prometheusText(source))) {
      assert.match(name, /^spillway_(pool|client|map|buffer)_/);
      assert.equal(type === "COUNTER", name.endsWith("_total"), name);
      assert.ok(!/_(ms|us|kb|mib|kib)(_|$)/.test(name), name);
    }
  });

  test("has the figures of stats()", () => {
    const series = seriesOf(prometheusText(source));
    const stats = pool.stats();
    const at = (name: string, labels: object) => series.get(`spillway_${name}${JSON.stringify(labels)}`);
    const main = { pool: "main" };
    assert.equal(at("pool_stored_pages", main), stats.storedPages);
    assert.equal(at("pool_reserved_bytes", main), stats.bytes.reserved);
    assert.equal(at("pool_frozen", main), 0);
    assert.equal(at("pool_accepting", main), 1);
    assert.equal(at("pool_loads_total", { ...main, outcome: "miss" }), stats.failedLoads);
    assert.ok((at("pool_store_latency_seconds", { ...main, quantile: "0.99" }) ?? 0) < 1);
    assert.equal(at("client_loads_total", { ...main, client: "swap", outcome: "hit" }), 200);
    assert.equal(at("client_loads_total", { ...main, client: "swap", outcome: "miss" }), 50);
    assert.equal(at("client_max_bytes", { ...main, client: "swap" }), 2 ** 20);
    assert.equal(at("client_max_bytes", { ...main, map: "sessions" }), Number.POSITIVE_INFINITY);
    assert.equal(at("client_stored_pages", { ...main, map: "tiles" }), cache.stats().client.storedPages);
    assert.equal(at("map_values", { ...main, map: "sessions" }), 50);
    assert.equal(at("map_gets_total", { ...main, map: "sessions", outcome: "miss" }), 10);
    assert.equal(at("map_evicted_values_total", { ...main, map: "tiles" }), 0);
    assert.equal(at("map_evicted_values_total", { ...main, map: "sessions" }), undefined);
    assert.equal(at("buffer_length_bytes", { ...main, buffer: "scratch" }), 2 ** 20);
  });

  test("parts of what is divided add up", () => {
    pool.freeze();
    for (let i = 0; i < 5; i++) swap.store(0, 900 + i, new Uint8Array(4096));
    pool.thaw();
    const { failedStores, triedLoads } = pool.stats();
    const sum = (name: string) =>
      parse(prometheusText({ pool }))
        .find((one) => one.name === name)
        ?.metrics.reduce((all, { value }) => all + Number(value), 0);
    assert.equal(failedStores, 5);
    assert.equal(sum("spillway_pool_refused_stores_total"), failedStores);
    assert.equal(sum("spillway_pool_loads_total"), triedLoads);
  });

  test("escapes names, whatever is in them, and never has a key", () => {
    const names = ['quote " end', "back \\ slash \\n", "line\nbreak", "ünï – 💾", "a,b}c{d=e"];
    const maps = names.map((name) => pool.map({ name }));
    for (const one of maps) one.set("secret key", "secret value");
    const text = prometheusText({ name: 'pool "1"\n', pool, maps: [...maps, map, cache] });
    for (const line of text.trimEnd().split("\n")) assert.match(line, LINE);
    const found = parse(text).find(({ name }) => name === "spillway_map_values");
    const told = found?.metrics.map(({ labels }) => labels?.map);
    assert.deepEqual(told, [...names, "sessions", "tiles"]);
    assert.ok(found?.metrics.every(({ labels }) => labels?.pool === 'pool "1"\n'));
    assert.ok(!text.includes("secret"));
  });

  test("of several pools, and of those without a name", () => {
    const other = Spillway.openSync({ maxBytes: "1MiB" });
    const text = prometheusText([source, { name: "other", pool: other }]);
    const found = parse(text).find(({ name }) => name === "spillway_pool_max_bytes");
    const told = found?.metrics.map(({ labels, value }) => [labels?.pool, Number(value)]);
    assert.deepEqual(told, [
      ["main", 4 * 2 ** 20],
      ["other", 2 ** 20],
    ]);
    assert.match(prometheusText({ pool: other }), /^spillway_pool_max_bytes 1048576$/m);
    other.close();
    assert.equal(prometheusText([{ name: "other", pool: other }]), "");
    assert.equal(prometheusText([]), "");
  });

  test("leaves out what was closed, and goes on with the rest", () => {
    map.close();
    const series = [...seriesOf(prometheusText(source)).keys()];
    assert.ok(!series.some((one) => one.includes("sessions")));
    assert.ok(series.some((one) => one.includes("tiles")));
  });
});

describe("OpenTelemetry", () => {
  class Reader extends MetricReader {
    protected override async onShutdown(): Promise<void> {}
    protected override async onForceFlush(): Promise<void> {}
  }

  async function collected(reader: Reader): Promise<MetricData[]> {
    const { resourceMetrics, errors } = await reader.collect();
    assert.deepEqual(errors, []);
    return resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics);
  }

  test("reads the figures that Prometheus reads, at each collection, and none once they are off", async () => {
    const reader = new Reader();
    const provider = new MeterProvider({ readers: [reader] });
    const maps = [map, cache];
    const off = observeMetrics(provider.getMeter("test"), { ...source, maps });
    for (const round of [1, 2]) {
      const metrics = await collected(reader);
      const wanted = new Map(
        [...seriesOf(prometheusText({ ...source, maps }))].filter(([name, value]) => {
          // Time goes on between the two readings.
          return Number.isFinite(value) && !/(saved|spent)_/.test(name);
        }),
      );
      const found = new Map<string, number>();
      for (const { descriptor, dataPoints } of metrics) {
        const { name, unit, type } = descriptor as typeof descriptor & { type: string };
        const unitName = { By: "_bytes", s: "_seconds", "By.s": "_byte_seconds" }[unit] ?? "";
        const ending = type === "OBSERVABLE_COUNTER" ? "_total" : "";
        for (const { value, attributes } of dataPoints) {
          const pairs = Object.entries(attributes).map(([key, one]) => [key.replace("spillway.", ""), one]);
          const series = name.replaceAll(".", "_") + unitName + ending;
          if (!/(saved|spent)_/.test(series))
            found.set(series + JSON.stringify(Object.fromEntries(pairs)), value as number);
        }
      }
      assert.deepEqual([...found].sort(), [...wanted].sort());
      assert.ok(found.size > 150, `${found.size} series`);
      if (round === 2) break;
      map.set("more", 1);
      maps.push(pool.map({ name: "later" }));
    }
    await provider.shutdown();
    off();
  });

  test("asks for the statistics once a collection, and not once they are off", async () => {
    const reader = new Reader();
    const provider = new MeterProvider({ readers: [reader] });
    let asked = 0;
    const counted = { stats: () => (++asked > 0 ? pool.stats() : assert.fail()) };
    const off = observeMetrics(provider.getMeter("test"), { pool: counted });
    // By the registration, which tells mistakes.
    assert.equal(asked, 1);
    await collected(reader);
    await collected(reader);
    assert.equal(asked, 3);
    off();
    await collected(reader);
    off();
    assert.equal(asked, 3);
    await provider.shutdown();
  });

  test("units are those of UCUM, and nothing that is counted is a ratio", async () => {
    const reader = new Reader();
    const provider = new MeterProvider({ readers: [reader] });
    observeMetrics(provider.getMeter("test"), source);
    const units = new Map(
      (await collected(reader)).map(({ descriptor }) => [descriptor.name, descriptor.unit]),
    );
    assert.equal(units.get("spillway.pool.stored_pages"), "{page}");
    assert.equal(units.get("spillway.pool.bodies"), "{body}");
    assert.equal(units.get("spillway.pool.used"), "By");
    assert.equal(units.get("spillway.pool.spent"), "s");
    assert.equal(units.get("spillway.pool.frozen"), "");
    assert.ok(![...units.values()].includes("1"));
    await provider.shutdown();
  });
});

test("mistakes are told", () => {
  const wrongSources = [undefined, null, 5, [5], { pool: {} }, { pool: null }, { name: 5, pool }];
  const wrongLists = [{ maps: map }, { maps: 5 }, { clients: [undefined] }, { pools: [pool] }];
  for (const wrong of [...wrongSources, ...wrongLists])
    assert.throws(() => prometheusText(wrong as never), code("ERR_SPILLWAY_ARG_TYPE"), String(wrong));
  for (const twice of [[{ pool }, { pool }], [source, source], { maps: [map, map] }])
    assert.throws(() => prometheusText(twice), code("ERR_SPILLWAY_ARG_RANGE"));
  const meter = new MeterProvider().getMeter("test");
  assert.throws(() => observeMetrics(meter, { pool: {} as Spillway }), code("ERR_SPILLWAY_ARG_TYPE"));
  for (const wrong of [undefined, null, {}, () => meter])
    assert.throws(() => observeMetrics(wrong as never, source), code("ERR_SPILLWAY_ARG_TYPE"));
});
