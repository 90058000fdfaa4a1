/**
 * Shows that a pool's account of its costs and savings is right. A pool with autoOff stops accepting pages
 * that do not pay, keeps the contract meanwhile, and accepts again later. How: known spans of time; random
 * pages, compressible pages, and both.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { makePage } from "#kit/generated_pages.js";
import { assertEquations } from "#kit/models/pool.js";
import { frontswapOver, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { AutoOff } from "#lib/estimate/auto_off.js";
import { Jitter, MEASURED_OF, OverTime, Rent, Sampler } from "#lib/telemetry/rent.js";

const seed = runSeed();
console.log(`SPILLWAY_SEED=${seed}`);

/** The documented number of stores of compressible pages after which a pool accepts again. */
const BACK_WITHIN = 1600;

/** Distinct pages, made from a random page or from a page of text. */
const sources = {
  noise: new Random(seed).fill(new Uint8Array(4096)),
  text: makePage(new Random(seed), "text", 4096),
};
const stamped = (source: Uint8Array, random: Random) => {
  const page = Uint8Array.from(source);
  random.fill(page.subarray(1000, 1016));
  return page;
};
const noise = (random: Random) => stamped(sources.noise, random);
const text = (random: Random) => stamped(sources.text, random);

function open(options = {}) {
  const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false, autoOff: true, ...options });
  const swap = pool.frontswap();
  swap.init(0);
  return { pool, swap };
}

/** Offers random pages until the pool is off. Returns how many. */
function turnOff({ pool, swap }: ReturnType<typeof open>, random: Random): number {
  for (let i = 1; i <= 2000; i++) {
    swap.store(0, i, noise(random));
    if (!pool.stats().accepting) return i;
  }
  throw new Error("still accepting");
}

describe("rent", () => {
  test("a sampler's weights sum to the events, and distances vary around the mean", () => {
    const sampler = new Sampler();
    let weights = 0;
    let measured = 0;
    let last = 0;
    for (let i = 1; i <= 100_000; i++) {
      if (!sampler.due()) continue;
      weights += sampler.weight();
      measured += 1;
      last = i;
    }
    assert.equal(weights, last);
    assert.ok(Math.abs(measured / (100_000 / MEASURED_OF) - 1) < 0.1, `${measured}`);
    const jitter = new Jitter();
    const distances = Array.from({ length: 1000 }, () => jitter.around(64));
    assert.ok(Math.min(...distances) === 32 && Math.max(...distances) === 96);
  });

  test("a sum over time is the area under the values", () => {
    const sum = new OverTime(0);
    const at = performance.now() + 1000;
    sum.see(10, at);
    const before = sum.sum;
    sum.see(10, at + 2000);
    sum.see(0, at + 4000);
    assert.ok(Math.abs(sum.sum - before - 30) < 1e-6, `${sum.sum - before}`);
  });

  test("byte-seconds are what is saved over the time for which it is", async () => {
    const { pool, swap } = open({ autoOff: false });
    const random = new Random(seed);
    const page = text(random);
    for (let i = 0; i < 1000; i++) {
      new DataView(page.buffer).setUint32(0, i);
      swap.store(0, i, page);
    }
    const before = pool.stats();
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 250));
    const after = pool.stats();
    const seconds = (performance.now() - began) / 1000;
    const saved = after.bytes.raw - after.bytes.used;
    const earned = after.rent.byteSeconds - before.rent.byteSeconds;
    assert.ok(saved > 1e6);
    assert.ok(Math.abs(earned / (saved * seconds) - 1) < 0.1, `${earned} for ${saved} over ${seconds} s`);
    // An empty pool saves nothing, so what it occupies counts against it.
    swap.invalidateArea(0);
    const empty = pool.stats().rent.byteSeconds;
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(pool.stats().rent.byteSeconds < empty);
    pool.close();
  });

  test("time spent is that of all operations, whichever are measured", (t) => {
    let now = 0;
    t.mock.method(performance, "now", () => now);
    const rent = new Rent(() => 0);
    for (let i = 0; i < 200_000; i++) {
      const measured = rent.due();
      const began = now;
      now += i % 2 ? 3 : 1;
      if (measured) rent.measured(began);
    }
    rent.worked(1000);
    const { spentMs } = rent.stats();
    assert.ok(Math.abs(spentMs / (now + 1000) - 1) < 0.05, `${spentMs} of ${now + 1000} ms`);
  });

  test("stores and loads are measured, one by one and many at once", (t) => {
    const { pool, swap } = open({ autoOff: false });
    const pages = Array.from({ length: 4 }, (_, i) => new Uint8Array(4096).fill(i));
    // This clock advances 1 ms whenever it is read, so every operation takes 1 ms, measured or not.
    let now = performance.now();
    t.mock.method(performance, "now", () => ++now);
    const target = new Uint8Array(4096);
    const verbs: [string, (i: number) => void][] = [
      ["store", (i) => swap.store(0, i, pages[i % 4] as Uint8Array)],
      ["load", (i) => swap.load(0, i, target)],
      ["storeMany", (i) => swap.storeMany(0, [i, i + 1, i + 2, i + 3], pages)],
      ["loadMany", (i) => swap.loadMany(0, [i, i + 1, i + 2, i + 3], pages)],
    ];
    for (const [what, verb] of verbs) {
      const before = pool.stats().rent.spentMs;
      for (let i = 0; i < 2000; i++) verb(i);
      const spent = pool.stats().rent.spentMs - before;
      assert.ok(Math.abs(spent - 2000) <= 200, `${what}: ${spent} ms for 2,000`);
    }
    pool.close();
  });

  test("compaction counts", async () => {
    const { pool, swap } = open({ autoOff: false });
    const random = new Random(seed);
    for (let i = 0; i < 8000; i++) swap.store(0, i, noise(random));
    for (let i = 0; i < 8000; i += 2) swap.invalidatePage(0, i);
    const before = pool.stats().rent.spentMs;
    await pool.compact();
    assert.ok(pool.stats().rent.spentMs > before);
    pool.close();
  });
});

describe("autoOff", () => {
  test("random pages turn the pool off, within 1,024 stores, and then cost a probe now and then", () => {
    const one = open();
    const random = new Random(seed);
    const stores = turnOff(one, random);
    assert.ok(stores > 200 && stores <= 1024, `off after ${stores} stores`);
    const before = one.pool.stats();
    for (let i = 0; i < 20_000; i++) one.swap.store(0, i, noise(random));
    const after = one.pool.stats();
    assertEquations(after);
    const accepted = after.succStores - before.succStores;
    assert.ok(accepted >= 15 && accepted <= 60, `${accepted} probes of 20,000`);
    assert.equal(after.refused.off, 20_000 - accepted);
    assert.equal(one.swap.stats().refused.off, 20_000 - accepted);
    assert.equal(after.accepting, false);
    one.pool.close();
  });

  test("compressible pages turn it on again, within the number of stores that is stated", () => {
    for (const many of [false, true]) {
      const one = open();
      const random = new Random(seed);
      turnOff(one, random);
      for (let i = 0; i < 20_000; i++) one.swap.store(0, i, noise(random));
      let stores = 0;
      while (!one.pool.stats().accepting) {
        if (many) {
          one.swap.storeMany(0, [stores, stores + 1], [text(random), text(random)]);
          stores += 2;
        } else {
          one.swap.store(0, stores++, text(random));
        }
        assert.ok(stores <= BACK_WITHIN, `${stores} stores`);
      }
      assert.equal(one.swap.store(0, 1, text(random)), true);
      one.pool.close();
    }
  });

  test("a stream of which half compresses does not turn it off; nor do duplicates and same-filled pages", () => {
    const random = new Random(seed);
    const same = noise(random);
    const streams: [string, (i: number) => Uint8Array][] = [
      // A random choice has a third of noise at most. With a half, 32 judged pages in a row would be mostly
      // noise once in three hundred times.
      ["a third", () => (random.below(3) ? text(random) : noise(random))],
      ["in turns", (i) => (i & 1 ? text(random) : noise(random))],
      ["in turns of sixteen", (i) => (i & 16 ? text(random) : noise(random))],
      ["one random page", () => same],
      ["same-filled", (i) => new Uint8Array(4096).fill(i)],
    ];
    for (const [what, page] of streams) {
      const { pool, swap } = open();
      for (let i = 0; i < 6000; i++) {
        swap.store(0, i, page(i));
        if (i % 50 === 0) assert.equal(pool.stats().accepting, true, `${what}: off after ${i}`);
      }
      assert.equal(pool.stats().refused.off, 0, what);
      pool.close();
    }
  });

  test("judges pages that wait in the nursery, and those that are refused for being poor", () => {
    for (const options of [{ nursery: "4MiB" }, { incompressible: "refuse" }, { codec: "none" }]) {
      const one = open(options);
      const random = new Random(seed);
      assert.ok(turnOff(one, random) <= 1024, JSON.stringify(options));
      one.pool.close();
    }
    const { pool, swap } = open({ nursery: "4MiB" });
    const random = new Random(seed);
    for (let i = 0; i < 3000; i++) swap.store(0, i, text(random));
    assert.equal(pool.stats().refused.off, 0);
    pool.close();
  });

  test("off, a store still removes the older copy, wherever it lies (laws 1, 3, 5, 6, 18)", () => {
    const arenas = openArenas("verify", { maxBytes: "2MiB", autoOff: true }, 16);
    const swap = frontswapOver(arenas, 1, 1);
    const random = new Random(seed);
    swap.init(0);
    const kept = new Map<number, Uint8Array>();
    const target = new Uint8Array(4096);
    let off = 0;
    for (let i = 0; i < 6000; i++) {
      // Long runs of each kind, so that the pool turns off and on.
      const page = i % 3000 < 700 ? text(random) : noise(random);
      const offset = random.below(700);
      const many = random.below(8) === 0;
      const [stored] = many ? swap.storeMany(0, [offset], [page]) : [swap.store(0, offset, page)];
      if (stored) kept.set(offset, page);
      else kept.delete(offset);
      if (!arenas.stats().accepting) off += 1;
      const other = random.below(700);
      const wanted = kept.get(other);
      assert.equal(swap.load(0, other, target), wanted !== undefined, "laws 1, 3");
      if (wanted) assert.equal(Buffer.compare(target, wanted), 0, "law 2");
      if (i % 100 === 0) {
        assert.equal(arenas.selfCheck(), 0);
        assertEquations(arenas.stats());
        assert.equal(swap.currPages(0), kept.size);
      }
    }
    assert.ok(arenas.memory.count > 1, "several arenas");
    assert.ok(off > 1000 && off < 5500, `off for ${off} of 6,000 stores`);
  });

  test("a cleancache too is refused, and its old page goes", () => {
    const { pool, swap } = open();
    const random = new Random(seed);
    const cache = pool.cleancache();
    const fs = cache.initFs();
    assert.equal(cache.putPage(fs, 1, 1, text(random)), true);
    turnOff({ pool, swap }, random);
    assert.equal(cache.putPage(fs, 1, 1, text(random)), false);
    assert.equal(cache.getPage(fs, 1, 1, new Uint8Array(4096)), false);
    assert.equal(cache.stats().refused.off, 1);
    pool.close();
  });

  test("a probe that finds no room is one probe, and not every store from then on", () => {
    const autoOff = new AutoOff();
    let made = 0;
    for (let i = 0; i < 20_000; i++) {
      if (autoOff.refuses()) continue;
      made += 1;
      if (!autoOff.due()) continue;
      if (autoOff.accepting) autoOff.judge(4096, 4096);
      else autoOff.skip();
    }
    assert.equal(autoOff.accepting, false);
    assert.ok(made < 1024 + 60, `${made} of 20,000 were made`);
  });

  test("the lines are apart: a stream between them leaves the pool as it is", () => {
    const on = new AutoOff();
    for (let i = 0; i < 20_000; i++) if (!on.refuses() && on.due()) on.judge(4096, 0.8 * 4096);
    assert.equal(on.accepting, true);
    const off = new AutoOff();
    for (let i = 0; i < 20_000; i++)
      if (!off.refuses() && off.due()) off.judge(4096, (off.accepting ? 1 : 0.8) * 4096);
    assert.equal(off.accepting, false);
  });
});
