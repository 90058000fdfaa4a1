/**
 * isolation.mjs - `npm run bench:isolation [-- SAMPLES]`: whether a client can tell from the time of its stores that another
 * client has a page. With `dedupe: "client"` it must not; with "pool" it can, which is the control: a difference there shows
 * that this bench would see one.
 *
 * Two clients of one pool. The other one has a random half of a thousand real pages. The one that measures stores each of the
 * thousand, in random order, and invalidates it again; then the other one has exactly the other half, and all are stored once
 * more. So each page is measured as often present as absent, and nothing else differs: pages are copied into one and the same
 * array before the clock starts, under one and the same key, and the other client has stored copies of its own. Which half
 * comes first is drawn for each pair of passes.
 *
 * A sample is one store, by performance.now() around it. One in some thousands meets an interruption by the system, a hundred
 * times longer than a store: samples beyond ten medians are left out of the means, by the same bound for both, and counted.
 * The confidence interval is that of the mean over the pairs of passes (normal, 95 %).
 */
import { performance } from "node:perf_hooks";
import { main, make } from "../scripts/make.mjs";

const PAGES = 1000;
const WARM_UP_PAIRS = 10;
const OUTLIER = 10;
/** Part of the mean by which the two may differ. */
const BOUND = 0.01;

await main(async () => {
  await make("engine", "library", "tests");
  const { Spillway } = await import("spillway");
  const { livePages } = await import("../build/tests/support/pages.js");
  const { Random } = await import("../build/tests/support/random.js");
  const samples = Number(process.argv[2] ?? 1_000_000);
  const pairs = Math.ceil(samples / (2 * PAGES));
  const pages = livePages(PAGES);
  for (const [i, page] of pages.entries())
    new DataView(page.buffer, page.byteOffset).setUint32(2000, i, true);
  const random = new Random(6);

  function shuffle(list) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  }

  /** Times of stores in microseconds, by pass: [pair][0 absent, 1 present]. */
  function measure(dedupe) {
    const pool = Spillway.openSync({ maxBytes: "64MiB", dedupe, autoShrink: false });
    const [mine, other] = [pool.frontswap(), pool.frontswap()];
    for (const client of [mine, other]) client.init(0);
    const copies = pages.map((page) => Uint8Array.from(page));
    const page = new Uint8Array(4096);
    const numbers = Array.from(pages.keys());
    const passes = [];
    for (let pair = -WARM_UP_PAIRS; pair < pairs; pair++) {
      const half = new Set(shuffle([...numbers]).slice(0, PAGES / 2));
      const times = [new Float64Array(PAGES), new Float64Array(PAGES)];
      const counts = [0, 0];
      for (const first of [true, false]) {
        for (const i of numbers) {
          if (half.has(i) === first) other.store(0, i, copies[i]);
          else other.invalidatePage(0, i);
        }
        for (const i of shuffle([...numbers])) {
          page.set(pages[i]);
          const began = performance.now();
          mine.store(0, 0, page);
          const us = 1000 * (performance.now() - began);
          mine.invalidatePage(0, 0);
          const arm = half.has(i) === first ? 1 : 0;
          times[arm][counts[arm]++] = us;
        }
      }
      if (counts[0] !== PAGES || counts[1] !== PAGES) throw new Error("the passes are not balanced");
      if (pair >= 0) passes.push(times);
    }
    const { failedStores } = pool.stats();
    if (failedStores > 0 || pool.selfCheck() !== 0) throw new Error("a store was refused");
    pool.close();
    return passes;
  }

  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;

  function report(dedupe) {
    const passes = measure(dedupe);
    const all = [0, 1].map((arm) => {
      const sorted = new Float64Array(passes.length * PAGES);
      for (const [i, times] of passes.entries()) sorted.set(times[arm], i * PAGES);
      return sorted.sort();
    });
    const at = (arm, part) => all[arm][Math.floor(part * all[arm].length)];
    const cut = (OUTLIER * (at(0, 0.5) + at(1, 0.5))) / 2;
    const means = all.map((list) => mean(list.filter((us) => us <= cut)));
    console.log(`dedupe "${dedupe}": ${all[0].length + all[1].length} stores`);
    for (const [arm, name] of ["absent ", "present"].entries()) {
      const out = all[arm].filter((us) => us > cut).length;
      console.log(
        `  ${name} mean ${means[arm].toFixed(3)} us, p50 ${at(arm, 0.5).toFixed(3)}, p99 ${at(arm, 0.99).toFixed(3)}; ` +
          `${out} beyond ${cut.toFixed(0)} us left out (mean with them ${mean(all[arm]).toFixed(3)})`,
      );
    }
    const differences = passes.map(([absent, present]) => {
      const [a, p] = [absent, present].map((times) => mean(times.filter((us) => us <= cut)));
      return (p - a) / means[0];
    });
    const middle = mean(differences);
    const variance = mean(differences.map((one) => (one - middle) ** 2));
    const around = 1.96 * Math.sqrt(variance / (differences.length - 1));
    const percent = (part) => `${(100 * part).toFixed(3)} %`;
    console.log(
      `  difference ${percent(middle)}, 95 %: ${percent(middle - around)} to ${percent(middle + around)}`,
    );
    return { middle, around };
  }

  const client = report("client");
  const within = Math.abs(client.middle) + client.around < BOUND;
  console.log(`  bound: the interval within 1 %: ${within ? "met" : "MISSED"}`);
  const control = report("pool");
  const shown = Math.abs(control.middle) - control.around > BOUND;
  console.log(
    `  control: a difference beyond 1 %: ${shown ? "shown" : "NOT SHOWN: this run proves nothing"}`,
  );
});
