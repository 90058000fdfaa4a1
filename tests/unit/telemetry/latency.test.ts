/**
 * Shows that quantiles of a histogram are those of the samples to two significant digits, at every magnitude,
 * that mean, count and max are exact, that one call in sixteen is timed whatever the period of the calls, and
 * that a pool times what succeeds, only while it is told to.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { Random, runSeed } from "#kit/random.js";
import { LatencyHistogram, SAMPLE_EVERY } from "#lib/telemetry/latency.js";

const seed = runSeed();
const QUANTILES = { p50: 0.5, p90: 0.9, p99: 0.99, p999: 0.999 } as const;
const UNIT = (random: Random) => (random.next() >>> 0) / 2 ** 32;

/** Samples in nanoseconds. */
const SHAPES: Record<string, (random: Random) => number> = {
  "all magnitudes": (random) => Math.floor(2 ** (UNIT(random) * 31.9)),
  "small numbers": (random) => random.below(300),
  "two humps": (random) => (random.below(10) ? 2000 + random.below(800) : 9000 + random.below(90_000)),
  "one value": () => 6543,
};

describe(`histogram, seed ${seed}`, () => {
  for (const [shape, draw] of Object.entries(SHAPES)) {
    for (const count of [1, 7, 1000, 60_000]) {
      test(`quantiles of ${count} samples, ${shape}`, () => {
        const random = new Random(seed);
        const histogram = new LatencyHistogram();
        const samples = Array.from({ length: count }, () => draw(random));
        for (const ns of samples) histogram.record(ns / 1e6);
        samples.sort((a, b) => a - b);
        const summary = histogram.summary();
        assert.equal(summary.count, count);
        assert.equal(Math.round(summary.max * 1000), samples.at(-1));
        const mean = samples.reduce((sum, one) => sum + one, 0) / count;
        assert.ok(Math.abs(summary.mean * 1000 - mean) <= 1e-9 * mean);
        for (const [name, part] of Object.entries(QUANTILES)) {
          const exact = samples[Math.ceil(part * count) - 1] as number;
          const got = summary[name as keyof typeof QUANTILES] * 1000;
          assert.ok(Math.abs(got - exact) <= 0.008 * exact + 1e-6, `${name}: ${got} instead of ${exact}`);
        }
      });
    }
  }

  test("empty, and beyond its range", () => {
    const histogram = new LatencyHistogram();
    const none = { count: 0, mean: 0, p50: 0, p90: 0, p99: 0, p999: 0, max: 0 };
    assert.deepEqual(histogram.summary(), none);
    // A clock that was set back, and a call that took a minute.
    histogram.record(-1);
    assert.deepEqual(histogram.summary(), { ...none, count: 1 });
    histogram.record(60_000);
    const { max, p99, mean } = histogram.summary();
    assert.deepEqual([max, mean], [60e6, 30e6]);
    assert.ok(p99 > 4.2e6 && p99 < 4.3e6, "the last bucket");
  });

  test("one call in sixteen is timed, and no period of the calls escapes or takes all", () => {
    for (let period = 2; period <= 64; period++) {
      const histogram = new LatencyHistogram();
      const hits = new Array(period).fill(0) as number[];
      let sum = 0;
      for (let i = 0; i < 64_000; i++) {
        if (!histogram.due()) continue;
        hits[i % period] = (hits[i % period] as number) + 1;
        sum += 1;
      }
      assert.ok(Math.abs(sum - 64_000 / SAMPLE_EVERY) < 200, `${sum} of 64,000`);
      const due = sum / period;
      for (const one of hits) assert.ok(Math.abs(one - due) < 6 * Math.sqrt(due), `${one} of about ${due}`);
    }
  });

  test("a pool times what kept or delivered its page, while told to", () => {
    const pool = Spillway.openSync({ maxBytes: "16MiB" });
    const swap = pool.frontswap();
    const cache = pool.cleancache();
    const fs = cache.initFs();
    swap.init(0);
    const random = new Random(seed);
    const page = random.fill(new Uint8Array(4096));
    const some = (from: number) => {
      for (let i = from; i < from + 1600; i++) {
        page[0] = i;
        swap.store(0, i, page);
        cache.putPage(fs, 0, i, page);
        swap.load(0, i, page);
        cache.getPage(fs, 0, i, page);
      }
    };
    const counts = () => {
      const { latency } = pool.stats();
      return latency && [latency.store.count, latency.load.count];
    };
    assert.equal(pool.histograms, false);
    some(0);
    assert.equal(counts(), undefined);
    pool.histograms = true;
    assert.equal(pool.histograms, true);
    assert.deepEqual(counts(), [0, 0]);
    some(0);
    const [stores, loads] = counts() as number[];
    for (const one of [stores, loads])
      assert.ok(one !== undefined && one > 150 && one < 250, `${one} of 3200`);
    const { store, load } = pool.stats().latency as NonNullable<ReturnType<typeof pool.stats>["latency"]>;
    for (const { mean, p50, p99, p999, max } of [store, load]) {
      assert.ok(p50 > 0 && p50 <= p99 && p99 <= p999 && p999 <= max && mean > 0 && mean <= max);
      assert.ok(p50 < 10_000, "microseconds");
    }
    // On again changes nothing; misses and refusals are not timed.
    pool.histograms = true;
    for (let i = 0; i < 1600; i++) {
      swap.load(1, i, page);
      swap.store(1, i, page);
    }
    assert.deepEqual(counts(), [stores, loads]);
    pool.resetHistograms();
    assert.deepEqual(counts(), [0, 0]);
    some(5000);
    assert.ok((counts()?.[0] ?? 0) > 100);
    pool.histograms = false;
    assert.equal(counts(), undefined);
    pool.resetHistograms();
    assert.equal(pool.histograms, false);
    assert.throws(() => Object.assign(pool, { histograms: "yes" }), { code: "ERR_SPILLWAY_ARG_TYPE" });
    pool.close();
    assert.throws(() => pool.histograms, { code: "ERR_SPILLWAY_CLOSED" });
  });
});
