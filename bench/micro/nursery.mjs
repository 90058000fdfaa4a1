/**
 * nursery.mjs - what a nursery gains on pages that die young, and costs on pages that stay.
 *
 * Two traces over real pages (of this process's memory), each stamped so that it is one of its own.
 * Short-lived: nine of ten pages are invalidated or overwritten within the next 1,000 stores. Long-lived:
 * none is. Pools with and without a nursery take turns on the same trace; each round is a fresh pool. Only
 * `store` is timed, by the ten, without the invalidations in between. Medians of the rounds and of their
 * ratios; the first rounds warm up.
 */
import { performance } from "node:perf_hooks";
import { livePages } from "#kit/live_memory.js";
import { Random } from "#kit/random.js";
import { verdict } from "#kit/report.js";
import { median } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { bench, count } from "../options.mjs";

const WARM_UP = 3;
const STORES = 20_000;
const BATCH = 10;
/** A store with a nursery may take so much of one without. */
const BOUNDS = { short: 0.25, long: 1.05 };

export const command = bench()
  .option("--size <size>", "the nursery", "4MiB")
  .option("--rounds <count>", "rounds that count", count, 15)
  .action(({ size, rounds }) => {
    console.log(`stores of 4,096 bytes, ${rounds} rounds of ${STORES}; nursery ${size}`);
    const sources = livePages(8000);
    for (const kind of ["short", "long"]) compare(sources, kind, size, rounds);
  });

function compare(sources, kind, size, rounds) {
  const times = { without: [], beside: [], ratios: [] };
  let waiting = 0;
  for (let i = 0; i < rounds + WARM_UP; i++) {
    const one = trace(kind, i + 1);
    const order = i % 2 ? [false, size] : [size, false];
    const results = new Map(order.map((nursery) => [nursery, play(sources, one, nursery, i + 1)]));
    if (i < WARM_UP) continue;
    const [without, beside] = [results.get(false), results.get(size)];
    times.without.push(without.us);
    times.beside.push(beside.us);
    times.ratios.push(beside.us / without.us);
    waiting = beside.stats.youngPages;
  }
  const ratio = median(times.ratios);
  const [least, most] = [Math.min(...times.ratios), Math.max(...times.ratios)];
  console.log(
    `${kind}-lived: without ${median(times.without).toFixed(2)} us, ` +
      `with ${median(times.beside).toFixed(2)} us, x ${ratio.toFixed(3)} ` +
      `(rounds ${least.toFixed(3)} to ${most.toFixed(3)}), ` +
      `${waiting} pages waiting at the end; bound ${BOUNDS[kind]}: ${verdict(ratio <= BOUNDS[kind])}`,
  );
}

/** Per store: the key that it writes, and the keys that are invalidated after it. */
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

/** One pool: microseconds of a store, and its statistics at the end. */
function play(sources, { offsets, dying }, nursery, seed) {
  const { pool, swap } = openSwap({ maxBytes: "512MiB", nursery });
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
