/**
 * shadow.mjs - what shadow mode predicts beside what a live pool reaches, what it costs, what accounting
 * costs, and what a pool with autoOff still costs on pages that do not pay. Parts:
 *
 *   ratio    a live and a shadow pool are offered the same pages: of this process's memory, of many kinds,
 *            with duplicates, one content very often, overwrites and invalidations. Predicted ratios over
 *            those of the live pool, raw / used
 *   cost     100,000 keys, overwritten again and again, in turns by the thousand: a shadow store in percent
 *            of a live one, also of a shadow that has seen a million other pages; and the time that rent and
 *            shadow say a live pool takes, over what it took
 *   memory   what the sample takes of V8's heap when it is full
 *   rent     what the accounting of an operation takes, in percent of a load, the cheaper operation
 *   off      random pages offered to a pool with autoOff and one without, in turns by the thousand, for some
 *            seconds after the first one: the time of the first in percent of the second
 */
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Argument } from "commander";
import { makePage } from "#kit/generated_pages.js";
import { livePages } from "#kit/live_memory.js";
import { addressOf, openArenas, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { percent, verdict } from "#kit/report.js";
import { median } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { cpuMs } from "#kit/timing.js";
import { Rent } from "#lib/telemetry/rent.js";
import { bench } from "../options.mjs";

const PARTS = { ratio, cost, memory, rent, off };
const RATIO_BOUND = 0.03;
const OFF_BOUND = 0.05;
const RENT_BOUND = 0.01;
/** Stores in a row to one of several pools. */
const BATCH = 1000;

export const command = bench()
  .addArgument(new Argument("[parts...]", "only these parts").choices(Object.keys(PARTS)))
  .action((parts) => {
    for (const [name, part] of Object.entries(PARTS)) if (parts.length === 0 || parts.includes(name)) part();
  });

const open = (options) => openSwap({ maxBytes: "1GiB", ...options });

// ── pages ────────────────────────────────────────────────────────────────────────────────────────────────

const sources = new Map();

/** A real page, stamped. */
function live(random, bytes, i) {
  if (!sources.has(bytes)) sources.set(bytes, livePages((6000 * 4096) / bytes, bytes));
  const page = random.pick(sources.get(bytes)).slice();
  new DataView(page.buffer).setUint32(2000, i);
  return page;
}

const KINDS = {
  live,
  text: (random, bytes) => makePage(random, "text", bytes),
  random: (random, bytes) => random.fill(new Uint8Array(bytes)),
  short: (random, bytes) =>
    makePage(random, random.pick(["text", "words", "random", "json"]), 1 + random.below(bytes)),
  mixed: (random, bytes, i) => {
    const dice = random.below(10);
    if (dice < 2) return new Uint8Array(bytes).fill(dice);
    if (dice < 3) return random.fill(new Uint8Array(bytes));
    return dice < 8 ? live(random, bytes, i) : makePage(random, "json", bytes);
  },
};

/**
 * Sets of the part `ratio`: kind and count of pages; percent of them that come `twice`, or are of four
 * `heavy` contents; how many are written `over` and `gone` again, as parts of the count.
 */
const SETS = [
  { name: "live pages, few", kind: "live", count: 5000 },
  { name: "live pages", kind: "live", count: 100_000 },
  { name: "live pages, overwritten, invalidated", kind: "live", count: 30_000, over: 2, gone: 0.3 },
  { name: "live pages, half duplicates", kind: "live", count: 100_000, twice: 50 },
  { name: "live pages, four contents 40 %", kind: "live", count: 60_000, heavy: 40 },
  { name: "mixed", kind: "mixed", count: 60_000 },
  { name: "mixed, all of it", kind: "mixed", count: 40_000, twice: 30, heavy: 10, over: 1, gone: 0.3 },
  { name: "text", kind: "text", count: 30_000 },
  { name: "random", kind: "random", count: 30_000 },
  { name: "short pages", kind: "short", count: 40_000, over: 1 },
  { name: "16 KiB, overwritten", kind: "mixed", count: 12_000, bytes: 16_384, over: 1 },
  { name: "64 KiB, overwritten", kind: "mixed", count: 6000, bytes: 65_536, over: 0.5 },
  { name: "no dedupe, half duplicates", kind: "live", count: 60_000, twice: 50, options: { dedupe: false } },
  { name: "poor ones refused", kind: "mixed", count: 60_000, options: { incompressible: "refuse" } },
  { name: "full at 32 MiB", kind: "live", count: 60_000, options: { maxBytes: "32MiB" } },
];

/** Hands the pages of a set to `use`, in order: key and page, or the key alone when the page goes. */
function play({ kind, count, bytes = 4096, twice = 0, heavy = 0, over = 0, gone = 0 }, seed, use) {
  const random = new Random(seed);
  const common = Array.from({ length: 4 }, (_, i) => live(random, bytes, 2 ** 31 + i));
  const recent = [];
  const next = (i) => {
    const dice = random.below(100);
    if (dice < heavy) return random.pick(common);
    if (dice < heavy + twice && recent.length > 0) return random.pick(recent);
    const page = KINDS[kind](random, bytes, i);
    if (twice > 0) recent[recent.length < 2000 ? recent.length : random.below(2000)] = page;
    return page;
  };
  for (let i = 0; i < count; i++) use(i, next(i));
  for (let i = 0; i < over * count; i++) use(random.below(count), next(count + i));
  for (let i = 0; i < gone * count; i++) use(random.below(count));
}

// ── parts ────────────────────────────────────────────────────────────────────────────────────────────────

function ratio() {
  console.log("predicted / live\n");
  const errors = SETS.flatMap((set, i) => predict(set, i + 1));
  const worst = Math.max(...errors);
  console.log(
    `\n  furthest off: ${percent(worst, 2)}; ` +
      `bound ${percent(RATIO_BOUND, 2)}: ${verdict(worst <= RATIO_BOUND)}\n`,
  );
}

/** By how much both ratios of a set are predicted wrong. */
function predict(set, seed) {
  const options = { pageSize: set.bytes ?? 4096, ...set.options };
  const one = open(options);
  const other = open({ ...options, mode: "shadow" });
  play(set, seed, (key, page) => {
    for (const { swap } of [one, other])
      if (page === undefined) swap.invalidatePage(0, key);
      else swap.store(0, key, page);
  });
  const { bytes, storedPages } = one.pool.stats();
  const { shadow } = other.pool.stats();
  const effective = shadow.effectiveRatio / (bytes.raw / bytes.used);
  const codec = shadow.codecRatio / (bytes.encoded / bytes.compressed);
  console.log(
    `  ${set.name.padEnd(38)} ${String(storedPages).padStart(7)} pages  ` +
      `live ${(bytes.raw / bytes.used).toFixed(3)}  predicted x ${effective.toFixed(4)}, ` +
      `codec alone x ${codec.toFixed(4)}  (of pages ` +
      `${percent(shadow.sample.pageRate, 2)}, of bodies ${percent(shadow.sample.bodyRate, 2)})`,
  );
  for (const { pool } of [one, other]) pool.close();
  return [Math.abs(effective - 1), Math.abs(codec - 1)];
}

/**
 * Offers batches to each of the pools in turn. Answers milliseconds of processor time for each of the pools,
 * by batch; and of the clock, in all.
 */
function interleave(swaps, batches, keys, page) {
  const pages = Array.from({ length: BATCH });
  const times = swaps.map(() => []);
  const clock = swaps.map(() => 0);
  for (let i = 0; i < batches; i++) {
    for (let j = 0; j < BATCH; j++) pages[j] = page(i * BATCH + j, pages[j]);
    const order = i % 2 ? [...swaps.keys()] : [...swaps.keys()].reverse();
    for (const which of order) {
      // Processor time: a process that has to wait in the middle of a quick batch has spent none.
      const began = performance.now();
      times[which].push(
        cpuMs(() => {
          for (let j = 0; j < BATCH; j++) swaps[which].store(0, (i * BATCH + j) % keys, pages[j]);
        }),
      );
      clock[which] += performance.now() - began;
    }
  }
  return { times, clock };
}

function cost() {
  const KEYS = 100_000;
  const random = new Random(3);
  const one = open({});
  const small = open({ mode: "shadow" });
  const large = open({ mode: "shadow", maxBytes: "16GiB" });
  const page = (i) => live(random, 4096, i);
  const stamped = page(0);
  for (let i = 0; i < 1_000_000; i++) {
    new DataView(stamped.buffer).setUint32(1000, i);
    large.swap.store(0, 1_000_000 + i, stamped);
  }
  const swaps = [one.swap, small.swap, large.swap];
  interleave(swaps, 150, KEYS, page);
  const spent = () => one.pool.stats().rent.spentMs;
  const said = () => small.pool.stats().shadow.storeMs;
  const before = { spent: spent(), said: said() };
  const { times, clock } = interleave(swaps, 200, KEYS, page);
  const [real, ...shadows] = times.map(median);
  console.log("cost, 4,096 bytes of a live process, 100,000 keys\n");
  // A batch is a thousand stores: milliseconds of one are microseconds of a store.
  console.log(`  live store    ${real.toFixed(2)} us (median of thousands)`);
  for (const [i, { pool }] of [small, large].entries()) {
    const { bodyRate } = pool.stats().shadow.sample;
    console.log(
      `  shadow store  ${shadows[i].toFixed(2)} us, ${percent(shadows[i] / real, 2)} of it, ` +
        `with ${percent(bodyRate, 2)} of bodies encoded`,
    );
  }
  const [rentSays, shadowSays] = [spent() - before.spent, said() - before.said].map((ms) => ms / clock[0]);
  console.log(`  rent says that the live pool spent x ${rentSays.toFixed(3)} of what it did`);
  console.log(`  shadow says that a live pool would have x ${shadowSays.toFixed(3)}\n`);
  for (const { pool } of [one, small, large]) pool.close();
}

function memory() {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc");
  const { pool, swap } = open({ mode: "shadow" });
  const page = new Random(4).fill(new Uint8Array(4096));
  gc();
  const before = process.memoryUsage().heapUsed;
  // Each content twice: then the sample follows as many pages as it may.
  for (let i = 0; i < 500_000; i++) {
    new DataView(page.buffer).setUint32(8, i >> 1);
    swap.store(0, i, page);
  }
  gc();
  const bytes = process.memoryUsage().heapUsed - before;
  const { sample } = pool.stats().shadow;
  console.log(
    `memory: ${(bytes / 2 ** 20).toFixed(1)} MiB of heap for ${sample.pages} pages and ` +
      `${sample.bodies} bodies followed\n`,
  );
  pool.close();
}

function rent() {
  const COUNT = 20_000;
  const EVENTS = 2_000_000;
  const arenas = openArenas("engine", { maxBytes: "1GiB" });
  const area = arenas.registry.openArea(0, 0, 0);
  const address = addressOf(area, 0);
  const random = new Random(5);
  for (let i = 0; i < COUNT; i++) put(arenas, area, i, live(random, 4096, i));
  const target = new Uint8Array(4096);
  const loads = [];
  const accounts = [];
  const meter = new Rent(() => arenas.memory.each()[0].savedBytes);
  for (let round = 0; round < 9; round++) {
    let began = performance.now();
    for (let i = 0; i < COUNT; i++) arenas.load(address.at(area, i), target, false);
    loads.push(((performance.now() - began) * 1e6) / COUNT);
    began = performance.now();
    for (let i = 0; i < EVENTS; i++) if (meter.due()) meter.measured(performance.now());
    accounts.push(((performance.now() - began) * 1e6) / EVENTS);
  }
  const part = median(accounts) / median(loads);
  console.log(
    `rent: ${median(accounts).toFixed(2)} ns an operation, ${percent(part, 2)} of a load of ` +
      `${median(loads).toFixed(0)} ns; bound ${percent(RENT_BOUND, 2)}: ${verdict(part <= RENT_BOUND)}\n`,
  );
}

function off() {
  const KEYS = 20_000;
  const random = new Random(6);
  const accepting = open({});
  const giving = open({ autoOff: true });
  const page = (i, old) => {
    const one = old ?? random.fill(new Uint8Array(4096));
    new DataView(one.buffer).setUint32(8, i);
    return one;
  };
  const swaps = [accepting.swap, giving.swap];
  const until = performance.now() + 1000;
  let stores = 0;
  while (performance.now() < until) {
    interleave(swaps, 10, KEYS, page);
    stores += 10 * BATCH;
  }
  const [full, rest] = interleave(swaps, 600, KEYS, page).times;
  const part = median(rest) / median(full);
  const all = rest.reduce((a, b) => a + b, 0) / full.reduce((a, b) => a + b, 0);
  console.log("autoOff, random pages, 20,000 keys overwritten\n");
  console.log(
    `  after the first second (${stores} stores): accepting ${median(full).toFixed(2)} us, ` +
      `autoOff ${median(rest).toFixed(3)} us: ${percent(part, 2)} of it, by the sum ${percent(all, 2)}; ` +
      `bound ${percent(OFF_BOUND, 2)}: ${verdict(part <= OFF_BOUND && all <= OFF_BOUND)}`,
  );
  let back = 0;
  while (!giving.pool.stats().accepting) giving.swap.store(0, back, live(random, 4096, back++));
  console.log(`  accepts again after ${back} stores of a live process's pages`);
  let mixed = 0;
  for (let i = 0; i < 100_000; i++) {
    giving.swap.store(0, i % KEYS, i % 2 ? live(random, 4096, i) : page(i));
    if (i % 256 === 0 && !giving.pool.stats().accepting) mixed += 1;
  }
  console.log(`  half of 100,000 pages random: seen off ${mixed} times of 390: ${verdict(mixed === 0)}\n`);
  for (const { pool } of [accepting, giving]) pool.close();
}
