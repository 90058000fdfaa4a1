/**
 * isolation.mjs - whether a client can tell from the time of its stores that another client has a page.
 *
 * With `dedupe: "client"` it must not. With "pool" it can, which is the control: a difference there shows
 * that this bench would see one.
 *
 * Two clients of one pool. The other one has a random half of a thousand real pages. The one that measures
 * stores each of the thousand, in random order, and invalidates it again. Then the other one has exactly the
 * other half, and all are stored once more. So each page is measured as often present as absent, and nothing
 * else differs: pages are copied into one and the same array before the clock starts, under one and the same
 * key, and the other client has stored copies of its own. A draw for each pair of passes says which half
 * comes first.
 *
 * A sample is one store, by performance.now() around it. One in some thousands meets an interruption by the
 * system, a hundred times longer than a store. So samples beyond ten medians are left out of the means, by
 * the same bound for both, and counted. The confidence interval is that of the mean over the pairs of passes
 * (normal, 95 %).
 */
import { performance } from "node:perf_hooks";
import { livePages } from "#kit/live_memory.js";
import { Random } from "#kit/random.js";
import { percent, verdict } from "#kit/report.js";
import { ascending, mean, quantile } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { bench, count } from "../options.mjs";

const PAGES = 1000;
const WARM_UP_PAIRS = 10;
const OUTLIER = 10;
/** Part of the mean by which the two may differ. */
const BOUND = 0.01;

export const command = bench()
  .option("--samples <count>", "stores for each way of deduplication", count, 1_000_000)
  .action(({ samples }) => {
    const pages = livePages(PAGES);
    for (const [i, page] of pages.entries())
      new DataView(page.buffer, page.byteOffset).setUint32(2000, i, true);
    const random = new Random(6);
    const pairs = Math.ceil(samples / (2 * PAGES));
    const client = report("client", measure("client", pages, pairs, random));
    const within = Math.abs(client.middle) + client.around < BOUND;
    console.log(`  bound: the interval within 1 %: ${verdict(within)}`);
    const control = report("pool", measure("pool", pages, pairs, random));
    const shown = Math.abs(control.middle) - control.around > BOUND;
    console.log(
      `  control: a difference beyond 1 %: ${shown ? "shown" : "NOT SHOWN: this run proves nothing"}`,
    );
  });

/** Times of stores in microseconds, by pair of passes: [pair][0 absent, 1 present]. */
function measure(dedupe, pages, pairs, random) {
  const { pool, swap: mine } = openSwap({ maxBytes: "64MiB", dedupe });
  const other = pool.frontswap();
  other.init(0);
  const copies = pages.map((page) => Uint8Array.from(page));
  const page = new Uint8Array(4096);
  const numbers = Array.from(pages.keys());
  const passes = [];
  for (let pair = -WARM_UP_PAIRS; pair < pairs; pair++) {
    const half = new Set(random.shuffle([...numbers]).slice(0, PAGES / 2));
    const times = [[], []];
    for (const first of [true, false]) {
      for (const i of numbers) {
        if (half.has(i) === first) other.store(0, i, copies[i]);
        else other.invalidatePage(0, i);
      }
      for (const i of random.shuffle([...numbers])) {
        page.set(pages[i]);
        const began = performance.now();
        mine.store(0, 0, page);
        const us = 1000 * (performance.now() - began);
        mine.invalidatePage(0, 0);
        times[half.has(i) === first ? 1 : 0].push(us);
      }
    }
    if (times.some((list) => list.length !== PAGES)) throw new Error("the passes are not balanced");
    if (pair >= 0) passes.push(times);
  }
  const { failedStores } = pool.stats();
  if (failedStores > 0 || pool.selfCheck() !== 0) throw new Error("a store was refused");
  pool.close();
  return passes;
}

/** Prints both arms and how they differ. Answers the difference as a part of the mean, and its interval. */
function report(dedupe, passes) {
  const all = [0, 1].map((arm) => ascending(passes.flatMap((times) => times[arm])));
  const cut = OUTLIER * mean(all.map((list) => quantile(list, 0.5)));
  const within = (list) => mean(list.filter((us) => us <= cut));
  console.log(`dedupe "${dedupe}": ${all[0].length + all[1].length} stores`);
  for (const [arm, name] of ["absent ", "present"].entries()) {
    const list = all[arm];
    const out = list.filter((us) => us > cut).length;
    console.log(
      `  ${name} mean ${within(list).toFixed(3)} us, p50 ${quantile(list, 0.5).toFixed(3)}, ` +
        `p99 ${quantile(list, 0.99).toFixed(3)}; ` +
        `${out} beyond ${cut.toFixed(0)} us left out (mean with them ${mean(list).toFixed(3)})`,
    );
  }
  const base = within(all[0]);
  const differences = passes.map(([absent, present]) => (within(present) - within(absent)) / base);
  const middle = mean(differences);
  const variance = mean(differences.map((one) => (one - middle) ** 2));
  const around = 1.96 * Math.sqrt(variance / (differences.length - 1));
  const [low, high] = [middle - around, middle + around].map((part) => percent(part, 3));
  console.log(`  difference ${percent(middle, 3)}, 95 %: ${low} to ${high}`);
  return { middle, around };
}
