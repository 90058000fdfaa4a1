/**
 * shadow.mjs - `npm run bench:shadow [-- PART...]`: what shadow mode predicts beside what a live pool reaches, what it costs, what
 * accounting costs, and what a pool with autoOff still costs on pages that do not pay.
 *
 * ratio    a live and a shadow pool are offered the same pages: of this process's memory, of many kinds, with duplicates, one
 *          content very often, overwrites and invalidations. Predicted ratios over those of the live pool, raw / used; bound 3 %.
 * cost     100,000 keys, overwritten again and again, in turns by the thousand: a shadow store in percent of a live one, also of a
 *          shadow that has seen a million other pages; and the time that rent and shadow say a live pool takes, over what it took.
 * memory   what the sample takes of V8's heap when it is full.
 * rent     what the accounting of an operation takes, in percent of a load, the cheaper operation.
 * off      random pages offered to a pool with autoOff and one without, in turns by the thousand, for some seconds after the
 *          first one: the time of the first in percent of the second; bound 5 %.
 */
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { main, make } from "../scripts/make.mjs";

const PARTS = ["ratio", "cost", "memory", "rent", "off"];
const RATIO_BOUND = 0.03;
const OFF_BOUND = 0.05;
const RENT_BOUND = 0.01;

await main(async () => {
  await make("engine", "library", "tests");
  const { Spillway } = await import("spillway");
  const { Arenas } = await import("../build/lib/arenas.js");
  const { engineBytes } = await import("../build/lib/engine_bytes.js");
  const { Rent } = await import("../build/lib/meter.js");
  const { checkOpenOptions } = await import("../build/lib/options.js");
  const { livePages, makePage } = await import("../build/tests/support/pages.js");
  const { Random } = await import("../build/tests/support/random.js");
  const parts = process.argv.length > 2 ? process.argv.slice(2) : PARTS;

  const verdict = (met) => (met ? "met" : "MISSED");
  const percent = (part) => `${(100 * part).toFixed(2)} %`;
  const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  const open = (options) => {
    const pool = Spillway.openSync({ maxBytes: "1GiB", autoShrink: false, ...options });
    const swap = pool.frontswap();
    swap.init(0);
    return { pool, swap };
  };

  const sources = new Map();
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
    {
      name: "no dedupe, half duplicates",
      kind: "live",
      count: 60_000,
      twice: 50,
      options: { dedupe: false },
    },
    { name: "poor ones refused", kind: "mixed", count: 60_000, options: { incompressible: "refuse" } },
    { name: "full at 32 MiB", kind: "live", count: 60_000, options: { maxBytes: "32MiB" } },
  ];

  /** The pages of a set, in the order in which they come; `use` gets key and page, or key alone when the page goes. */
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

  function ratio() {
    console.log("predicted / live\n");
    let worst = 0;
    for (const [i, set] of SETS.entries()) {
      const options = { pageSize: set.bytes ?? 4096, ...set.options };
      const one = open(options);
      const other = open({ ...options, mode: "shadow" });
      play(set, i + 1, (key, page) => {
        for (const { swap } of [one, other])
          if (page === undefined) swap.invalidatePage(0, key);
          else swap.store(0, key, page);
      });
      const { bytes, storedPages } = one.pool.stats();
      const { shadow } = other.pool.stats();
      const effective = shadow.effectiveRatio / (bytes.raw / bytes.used);
      const codec = shadow.codecRatio / (bytes.encoded / bytes.compressed);
      worst = Math.max(worst, Math.abs(effective - 1), Math.abs(codec - 1));
      console.log(
        `  ${set.name.padEnd(38)} ${String(storedPages).padStart(7)} pages  live ${(bytes.raw / bytes.used).toFixed(3)}` +
          `  predicted x ${effective.toFixed(4)}, codec alone x ${codec.toFixed(4)}  (of pages ` +
          `${percent(shadow.sample.pageRate)}, of bodies ${percent(shadow.sample.bodyRate)})`,
      );
      one.pool.close();
      other.pool.close();
    }
    console.log(
      `\n  furthest off: ${percent(worst)}; bound ${percent(RATIO_BOUND)}: ${verdict(worst <= RATIO_BOUND)}\n`,
    );
  }

  const BATCH = 1000;
  /** Offers batches to each of the pools in turn. Answers milliseconds of CPU for each of the pools, by batch; and of the clock, in all. */
  function interleave(swaps, batches, keys, page) {
    const pages = Array.from({ length: BATCH });
    const times = swaps.map(() => []);
    const clock = swaps.map(() => 0);
    for (let i = 0; i < batches; i++) {
      for (let j = 0; j < BATCH; j++) pages[j] = page(i * BATCH + j, pages[j]);
      const order = i % 2 ? [...swaps.keys()] : [...swaps.keys()].reverse();
      for (const which of order) {
        // Of this process's own time: one that is kept waiting in the middle of a quick batch has spent none.
        const began = performance.now();
        const before = process.cpuUsage();
        for (let j = 0; j < BATCH; j++) swaps[which].store(0, (i * BATCH + j) % keys, pages[j]);
        const { user, system } = process.cpuUsage(before);
        times[which].push((user + system) / 1000);
        clock[which] += performance.now() - began;
      }
    }
    return { times, clock };
  }

  function cost() {
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
    interleave(swaps, 150, 100_000, page);
    const spent = () => one.pool.stats().rent.spentMs;
    const said = () => small.pool.stats().shadow.storeMs;
    const before = { spent: spent(), said: said() };
    const { times, clock } = interleave(swaps, 200, 100_000, page);
    const [real, ...shadows] = times.map(median);
    console.log("cost, 4,096 bytes of a live process, 100,000 keys\n");
    console.log(`  live store    ${real.toFixed(2)} us (median of thousands)`);
    for (const [i, { pool }] of [small, large].entries()) {
      const { bodyRate } = pool.stats().shadow.sample;
      console.log(
        `  shadow store  ${shadows[i].toFixed(2)} us, ${percent(shadows[i] / real)} of it, with ${percent(bodyRate)} of bodies encoded`,
      );
    }
    console.log(
      `  rent says that the live pool spent x ${((spent() - before.spent) / clock[0]).toFixed(3)} of what it did`,
    );
    console.log(
      `  shadow says that a live pool would have x ${((said() - before.said) / clock[0]).toFixed(3)}\n`,
    );
    for (const { pool } of [one, small, large]) pool.close();
  }

  function memory() {
    setFlagsFromString("--expose-gc");
    const gc = runInNewContext("gc");
    const { pool, swap } = open({ mode: "shadow" });
    const random = new Random(4);
    const page = new Uint8Array(4096);
    random.fill(page);
    gc();
    const before = process.memoryUsage().heapUsed;
    // Each content twice: as many pages are followed as may be.
    for (let i = 0; i < 500_000; i++) {
      new DataView(page.buffer).setUint32(8, i >> 1);
      swap.store(0, i, page);
    }
    gc();
    const bytes = process.memoryUsage().heapUsed - before;
    const { sample } = pool.stats().shadow;
    console.log(
      `memory: ${(bytes / 2 ** 20).toFixed(1)} MiB of heap for ${sample.pages} pages and ${sample.bodies} bodies followed\n`,
    );
    pool.close();
  }

  function rent() {
    const arenas = new Arenas(new WebAssembly.Module(engineBytes()), checkOpenOptions({ maxBytes: "1GiB" }));
    const area = arenas.accounts.openArea(0, 0, 0);
    const random = new Random(5);
    const COUNT = 20_000;
    const EVENTS = 2_000_000;
    for (let i = 0; i < COUNT; i++) arenas.store(area, i, live(random, 4096, i));
    const target = new Uint8Array(4096);
    const loads = [];
    const accounts = [];
    const meter = new Rent(() => arenas.memory.list[0].savedBytes);
    for (let round = 0; round < 9; round++) {
      let began = performance.now();
      for (let i = 0; i < COUNT; i++) arenas.load(area, i, target, false);
      loads.push(((performance.now() - began) * 1e6) / COUNT);
      began = performance.now();
      for (let i = 0; i < EVENTS; i++) if (meter.due()) meter.measured(performance.now());
      accounts.push(((performance.now() - began) * 1e6) / EVENTS);
    }
    const part = median(accounts) / median(loads);
    console.log(
      `rent: ${median(accounts).toFixed(2)} ns an operation, ${percent(part)} of a load of ${median(loads).toFixed(0)} ns; ` +
        `bound ${percent(RENT_BOUND)}: ${verdict(part <= RENT_BOUND)}\n`,
    );
  }

  function off() {
    const random = new Random(6);
    const KEYS = 20_000;
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
      `  after the first second (${stores} stores): accepting ${median(full).toFixed(2)} us, autoOff ${median(rest).toFixed(3)} us: ` +
        `${percent(part)} of it, by the sum ${percent(all)}; bound ${percent(OFF_BOUND)}: ${verdict(part <= OFF_BOUND && all <= OFF_BOUND)}`,
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
    accepting.pool.close();
    giving.pool.close();
  }

  const runs = { ratio, cost, memory, rent, off };
  for (const part of parts) {
    if (!(part in runs)) throw new Error(`parts are ${PARTS.join(", ")}`);
    runs[part]();
  }
});
