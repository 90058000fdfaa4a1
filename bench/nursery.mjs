/**
 * nursery.mjs - `npm run bench:nursery [-- SIZE]`: what a nursery gains on pages that die young, and costs on pages that stay.
 *
 * Two traces over real pages (of this process's memory), each stamped so that it is one of its own. Short-lived: nine of ten
 * pages are invalidated or overwritten within the next 1,000 stores. Long-lived: none is. Pools with and without a nursery
 * (4 MiB, or SIZE) take turns on the same trace; each round is a fresh pool; what is timed is `store` alone, by the thousand,
 * with the invalidations in between left out. Medians of the rounds and of their ratios; the first rounds warm up.
 */
import { performance } from "node:perf_hooks";
import { main, make } from "../scripts/make.mjs";

const ROUNDS = 15;
const WARM_UP = 3;
const STORES = 20_000;
const BATCH = 10;
const BOUNDS = { short: 0.25, long: 1.05 };

await main(async () => {
  await make("engine", "library", "tests");
  const { Spillway } = await import("spillway");
  const { livePages } = await import("../build/tests/support/pages.js");
  const { Random } = await import("../build/tests/support/random.js");
  const size = process.argv[2] ?? "4MiB";
  const sources = livePages(8000);

  /** Per store: the key it goes to, and the keys that are invalidated after it. */
  function trace(kind, seed) {
    const random = new Random(seed);
    const offsets = [];
    const dying = Array.from({ length: STORES }, () => []);
    const overwritten = Array.from({ length: STORES }, () => []);
    for (let n = 0; n < STORES; n++) {
      offsets.push(overwritten[n][0] ?? n);
      // A second key that was to be overwritten by the same store is invalidated instead.
      dying[n].push(...overwritten[n].slice(1));
      if (kind === "long" || random.below(10) === 0) continue;
      const end = n + 1 + random.below(1000);
      if (end < STORES) (random.below(2) ? dying : overwritten)[end].push(offsets[n]);
    }
    return { offsets, dying };
  }

  function round({ offsets, dying }, nursery, seed) {
    const pool = Spillway.openSync({ maxBytes: "512MiB", nursery, autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    const pages = Array.from({ length: BATCH }, () => new Uint8Array(4096));
    let ms = 0;
    for (let from = 0; from < STORES; from += BATCH) {
      for (const [i, page] of pages.entries()) {
        page.set(sources[(from + i) % sources.length]);
        new DataView(page.buffer).setUint32(2000, from + i + seed * 2 ** 20, true);
      }
      const start = performance.now();
      for (let i = 0; i < BATCH; i++) swap.store(0, offsets[from + i], pages[i]);
      ms += performance.now() - start;
      for (let i = 0; i < BATCH; i++) for (const one of dying[from + i]) swap.invalidatePage(0, one);
    }
    const stats = pool.stats();
    if (stats.failedStores > 0 || pool.selfCheck() !== 0) throw new Error("a store was refused");
    pool.close();
    return { us: (1000 * ms) / STORES, stats };
  }

  const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  console.log(`stores of 4,096 bytes, ${ROUNDS} rounds of ${STORES}; nursery ${size}`);
  for (const kind of ["short", "long"]) {
    const without = [];
    const beside = [];
    const ratios = [];
    let waiting = 0;
    for (let i = 0; i < ROUNDS + WARM_UP; i++) {
      const one = trace(kind, i + 1);
      const order = i % 2 ? [false, size] : [size, false];
      const results = new Map(order.map((nursery) => [nursery, round(one, nursery, i + 1)]));
      if (i < WARM_UP) continue;
      without.push(results.get(false).us);
      beside.push(results.get(size).us);
      ratios.push(results.get(size).us / results.get(false).us);
      waiting = results.get(size).stats.youngPages;
    }
    const ratio = median(ratios);
    console.log(
      `${kind}-lived: without ${median(without).toFixed(2)} us, with ${median(beside).toFixed(2)} us, ` +
        `x ${ratio.toFixed(3)} (rounds ${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)}), ` +
        `${waiting} pages waiting at the end; bound ${BOUNDS[kind]}: ${ratio <= BOUNDS[kind] ? "met" : "MISSED"}`,
    );
  }
});
