/**
 * histograms.mjs - `npm run bench:histograms [-- ROUNDS]`: what timing stores and loads costs while it is on.
 *
 * One pool, real pages (of this process's memory), each stamped. A round stores 250 pages over older ones and loads 250, with
 * histograms off and with them on, in random order; what is timed is the round's stores and its loads, switching left out.
 * Printed: medians, and the median of the rounds' ratios with its 95 % confidence interval (by the ranks of the ratios).
 */
import { performance } from "node:perf_hooks";
import { main, make } from "../scripts/make.mjs";

const BATCH = 250;
const KEYS = 5000;
const WARM_UP = 100;
const BOUND = 1.03;

await main(async () => {
  await make("engine", "library", "tests");
  const { Spillway } = await import("spillway");
  const { livePages } = await import("../build/tests/support/pages.js");
  const { Random } = await import("../build/tests/support/random.js");
  const rounds = Number(process.argv[2] ?? 2000);
  const sources = livePages(KEYS);
  const random = new Random(3);

  const pool = Spillway.openSync({ maxBytes: "128MiB", autoShrink: false });
  const swap = pool.frontswap();
  swap.init(0);
  for (const [i, page] of sources.entries()) swap.store(0, i, page);
  const pages = Array.from({ length: BATCH }, () => new Uint8Array(4096));
  const back = new Uint8Array(4096);
  let stamp = 0;

  /** Microseconds that a store and a load took. */
  function run(keys) {
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
  }

  const times = { store: { off: [], on: [] }, load: { off: [], on: [] } };
  const ratios = { store: [], load: [] };
  let summary;
  for (let round = -WARM_UP; round < rounds; round++) {
    const keys = Array.from({ length: BATCH }, () => random.below(KEYS));
    const results = {};
    for (const on of random.below(2) ? [true, false] : [false, true]) {
      pool.histograms = on;
      results[on ? "on" : "off"] = run(keys);
      if (on) summary = pool.stats().latency;
    }
    if (round < 0) continue;
    for (const verb of ["store", "load"]) {
      for (const state of ["off", "on"]) times[verb][state].push(results[state][verb]);
      ratios[verb].push(results.on[verb] / results.off[verb]);
    }
  }

  const sorted = (list) => [...list].sort((a, b) => a - b);
  const median = (list) => sorted(list)[list.length >> 1];
  console.log(
    `${rounds} rounds of ${BATCH} stores and ${BATCH} loads of 4,096 bytes, on and off in random order`,
  );
  for (const verb of ["store", "load"]) {
    const { off, on } = times[verb];
    const list = sorted(ratios[verb]);
    // Ranks of a binomial distribution: what lies between them holds the true median in 95 of 100 runs.
    const spread = Math.ceil(0.98 * Math.sqrt(list.length));
    const low = list[Math.max(0, (list.length >> 1) - spread)];
    const high = list[Math.min(list.length - 1, (list.length >> 1) + spread)];
    const ratio = median(ratios[verb]);
    console.log(
      `${verb}: off ${median(off).toFixed(3)} us, on ${median(on).toFixed(3)} us, x ${ratio.toFixed(4)} ` +
        `(95 %: ${low.toFixed(4)} to ${high.toFixed(4)}); bound ${BOUND}: ${ratio <= BOUND ? "met" : "MISSED"}`,
    );
  }
  console.log(
    `the last round's histogram: store p50 ${summary.store.p50.toFixed(1)} us (${summary.store.count} timed), ` +
      `load p50 ${summary.load.p50.toFixed(1)} us (${summary.load.count} timed)`,
  );
  pool.close();
});
