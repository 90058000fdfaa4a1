/**
 * histograms.mjs - what timing stores and loads costs while `pool.histograms` is on.
 *
 * One pool, real pages (of this process's memory), each stamped. A round stores 250 pages over older ones and
 * loads 250, with histograms off and with them on, in random order. A round's stores are timed, and its
 * loads, without the switching. The bench prints medians, and the median of the rounds' ratios with its 95 %
 * confidence interval, by the ranks of the ratios.
 */
import { performance } from "node:perf_hooks";
import { livePages } from "#kit/live_memory.js";
import { Random } from "#kit/random.js";
import { verdict } from "#kit/report.js";
import { ascending, median } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { bench, count } from "../options.mjs";

const BATCH = 250;
const KEYS = 5000;
const WARM_UP = 100;
const BOUND = 1.03;

export const command = bench()
  .option("--rounds <count>", "rounds that count", count, 2000)
  .action(({ rounds }) => {
    console.log(
      `${rounds} rounds of ${BATCH} stores and ${BATCH} loads of 4,096 bytes, on and off in random order`,
    );
    const { results, last } = measure(rounds);
    for (const verb of ["store", "load"]) {
      report(
        verb,
        results.map(({ off }) => off[verb]),
        results.map(({ on }) => on[verb]),
      );
    }
    console.log(
      `the last round's histogram: store p50 ${last.store.p50.toFixed(1)} us (${last.store.count} timed), ` +
        `load p50 ${last.load.p50.toFixed(1)} us (${last.load.count} timed)`,
    );
  });

/** Microseconds of a store and of a load, off and on, by round; and the last histogram. */
function measure(rounds) {
  const sources = livePages(KEYS);
  const random = new Random(3);
  const { pool, swap } = openSwap({ maxBytes: "128MiB" });
  for (const [i, page] of sources.entries()) swap.store(0, i, page);
  const run = runner(swap, sources);
  const results = [];
  let last;
  for (let round = -WARM_UP; round < rounds; round++) {
    const keys = Array.from({ length: BATCH }, () => random.below(KEYS));
    const result = {};
    for (const on of random.below(2) ? [true, false] : [false, true]) {
      pool.histograms = on;
      result[on ? "on" : "off"] = run(keys);
      if (on) last = pool.stats().latency;
    }
    if (round >= 0) results.push(result);
  }
  pool.close();
  return { results, last };
}

/**
 * A function that stores pages to keys, loads them again, and answers microseconds of a store and of a load.
 */
function runner(swap, sources) {
  const pages = Array.from({ length: BATCH }, () => new Uint8Array(4096));
  const back = new Uint8Array(4096);
  let stamp = 0;
  return (keys) => {
    for (const [i, page] of pages.entries()) {
      page.set(sources[keys[i] % sources.length]);
      new DataView(page.buffer).setUint32(2000, ++stamp, true);
    }
    const began = performance.now();
    for (let i = 0; i < BATCH; i++) swap.store(0, keys[i], pages[i]);
    const between = performance.now();
    for (let i = 0; i < BATCH; i++) swap.load(0, keys[BATCH - 1 - i], back);
    const ended = performance.now();
    return { store: (1000 * (between - began)) / BATCH, load: (1000 * (ended - between)) / BATCH };
  };
}

function report(verb, off, on) {
  const ratios = ascending(on.map((us, i) => us / off[i]));
  // Ranks of a binomial distribution: between them lies the true median, in 95 of 100 runs.
  const spread = Math.ceil(0.98 * Math.sqrt(ratios.length));
  const half = ratios.length >> 1;
  const low = ratios[Math.max(0, half - spread)];
  const high = ratios[Math.min(ratios.length - 1, half + spread)];
  const ratio = median(ratios);
  console.log(
    `${verb}: off ${median(off).toFixed(3)} us, on ${median(on).toFixed(3)} us, x ${ratio.toFixed(4)} ` +
      `(95 %: ${low.toFixed(4)} to ${high.toFixed(4)}); bound ${BOUND}: ${verdict(ratio <= BOUND)}`,
  );
}
