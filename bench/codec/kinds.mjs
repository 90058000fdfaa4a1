/**
 * kinds.mjs - what a kind saves on pages of such elements, and costs; by the engine.
 *
 * Two pools take turns on the same pages (kinds_sets.mjs): one is told their kind, the other is not. The
 * table shows bytes kept of raw bytes, and how the processor time of all stores and all loads changes:
 * medians of the rounds' ratios. Every page is compared. A kind is judged by the sets that it is for, all
 * together: it must save a tenth. The other sets show what it is not for.
 */
import { percent, table, verdict } from "#kit/report.js";
import { median } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { cpuMs } from "#kit/timing.js";
import { bench, count } from "../options.mjs";
import { imageSets, PAGE_BYTES, pagesOf, SETS } from "./kinds_sets.mjs";

const WARM_UP = 2;
/** A kind must save this part. */
const LEAST_GAIN = 0.1;
const HEADS = ["", "for it", "kept without", "kept with", "saves", "store", "load"];

export const command = bench()
  .argument("[images...]", "PNG files, each a set of kind rgba")
  .option("--rounds <count>", "rounds that count", count, 7)
  .action((images, { rounds }) => {
    const results = [...SETS, ...imageSets(images)].map((set) => measure(set, rounds));
    console.log(table(HEADS, results.map(rowOf)));
    judge(results);
  });

/** Bytes kept with the kind and without, and the medians of the rounds' ratios. */
function measure(set, rounds) {
  const pages = pagesOf(set);
  const ratios = { store: [], load: [] };
  let plain;
  let typed;
  for (let i = 0; i < rounds + WARM_UP; i++) {
    for (const told of i % 2 ? [true, false] : [false, true]) {
      if (told) typed = storeAndLoad(pages, { kind: set.kind });
      else plain = storeAndLoad(pages, undefined);
    }
    if (i < WARM_UP) continue;
    ratios.store.push(typed.store / plain.store);
    ratios.load.push(typed.load / plain.load);
  }
  return {
    set,
    raw: pages.length * PAGE_BYTES,
    plain: plain.compressed,
    typed: typed.compressed,
    store: median(ratios.store),
    load: median(ratios.load),
  };
}

/** Milliseconds of processor time, and bytes kept. */
function storeAndLoad(pages, options) {
  const { pool, swap } = openSwap({ maxBytes: "64MiB" });
  const store = cpuMs(() => {
    for (const [i, page] of pages.entries()) swap.store(0, i, page, options);
  });
  const target = new Uint8Array(PAGE_BYTES);
  const load = cpuMs(() => {
    for (let i = 0; i < pages.length; i++) swap.load(0, i, target);
  });
  for (const [i, page] of pages.entries()) {
    if (!swap.load(0, i, target) || Buffer.compare(target, page) !== 0) throw new Error(`page ${i} changed`);
  }
  const { compressed } = pool.stats().bytes;
  pool.close();
  return { store, load, compressed };
}

function rowOf({ set, raw, plain, typed, store, load }) {
  return [
    `${set.kind}: ${set.name}`,
    set.own ? "yes" : "no",
    percent(plain / raw),
    percent(typed / raw),
    percent(1 - typed / plain),
    `x ${store.toFixed(2)}`,
    `x ${load.toFixed(2)}`,
  ];
}

/** Whether each kind saves enough on what it is for. */
function judge(results) {
  for (const kind of new Set(results.map(({ set }) => set.kind))) {
    const own = results.filter(({ set }) => set.kind === kind && set.own);
    const sum = (which) => own.reduce((total, result) => total + result[which], 0);
    const saved = 1 - sum("typed") / sum("plain");
    const met = saved >= LEAST_GAIN;
    console.log(
      `${kind}: saves ${percent(saved)} on what it is for; at least ${percent(LEAST_GAIN)}: ${verdict(met)}`,
    );
    if (!met) process.exitCode = 1;
  }
}
