/**
 * Shows that the kind of a page is only a hint. With every verb that takes one, over several arenas, through
 * the nursery and between arenas, the page comes back and equal pages share a body. A fitting kind saves
 * bytes. A value that is not a kind is an error before anything happens.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway, type StoreOptions } from "spillway";
import { addressOf, type Doors, frontswapOver, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { PageKind, Status } from "#lib/abi.js";

const PAGE = 4096;
const KINDS = ["f64", "f32", "i32", "rgba"] as const;
const seed = runSeed();

/** Numbers close to their neighbours, as bytes. */
function numbers(random: Random, bytes = PAGE): Uint8Array {
  let value = random.below(2 ** 30);
  const series = Int32Array.from({ length: Math.ceil(bytes / 4) }, () => (value += random.below(300)));
  return new Uint8Array(series.buffer, 0, bytes);
}

describe(`kinds, seed ${seed}`, () => {
  test("whatever is said of a page, it comes back, by every verb", () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const swap = pool.frontswap();
    const cache = pool.cleancache();
    const fs = cache.initFs();
    swap.init(0);
    for (const kind of [undefined, ...KINDS]) {
      for (const bytes of [1, 7, 15, 16, 17, 33, 1001, 4093, PAGE]) {
        const page = numbers(random, bytes);
        const back = new Uint8Array(bytes);
        assert.equal(swap.store(0, 1, page, { kind }), true);
        assert.equal(swap.load(0, 1, back), true);
        assert.deepEqual(back, page);
        assert.equal(cache.putPage(fs, 5, 6, page, { kind }), true);
        assert.equal(cache.getPage(fs, 5, 6, back.fill(0)), true);
        assert.deepEqual(back, page);
        const pages = Array.from({ length: 20 }, () => numbers(random, bytes));
        const offsets = pages.map((_, i) => 10 + i);
        assert.ok(swap.storeMany(0, offsets, pages, { kind }).every((kept) => kept));
        const targets = pages.map(() => new Uint8Array(bytes));
        assert.ok(swap.loadMany(0, offsets, targets).every((found) => found));
        assert.deepEqual(targets, pages);
        assert.equal(pool.selfCheck(), 0);
      }
    }
    pool.close();
  });

  test("it pays where it fits: a third less for ascending numbers, by every verb", () => {
    const kept = (options: StoreOptions | undefined, how: "one" | "many" | "cache") => {
      const random = new Random(seed);
      const pool = Spillway.openSync({ maxBytes: "4MiB" });
      const swap = pool.frontswap();
      const cache = pool.cleancache();
      const fs = cache.initFs();
      swap.init(0);
      const pages = Array.from({ length: 50 }, () => numbers(random));
      if (how === "many") swap.storeMany(0, [...pages.keys()], pages, options);
      for (const [i, page] of pages.entries()) {
        if (how === "one") swap.store(0, i, page, options);
        if (how === "cache") cache.putPage(fs, 1, i, page, options);
      }
      const { compressed } = pool.stats().bytes;
      assert.equal(pool.stats().storedPages, 50);
      pool.close();
      return compressed;
    };
    for (const how of ["one", "many", "cache"] as const) {
      assert.ok(kept({ kind: "i32" }, how) < (2 / 3) * kept(undefined, how), how);
      assert.equal(kept({}, how), kept(undefined, how));
    }
  });

  test("a shadow that is told the kind says what a live pool keeps that is told it", () => {
    const kept = (mode: "live" | "shadow", options: StoreOptions | undefined) => {
      const random = new Random(seed);
      const pool = Spillway.openSync({ maxBytes: "4MiB", mode });
      const swap = pool.frontswap();
      swap.init(0);
      for (let i = 0; i < 100; i++) swap.store(0, i, numbers(random), options);
      const { bytes, shadow } = pool.stats();
      pool.close();
      return Math.round(shadow?.bytes.compressed ?? bytes.compressed);
    };
    for (const options of [undefined, { kind: "i32" }] as const)
      assert.equal(kept("shadow", options), kept("live", options));
    assert.ok(kept("shadow", { kind: "i32" }) < kept("shadow", undefined));
  });

  test("equal pages share one body, of whatever kinds they are said to be", () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const swap = pool.frontswap();
    swap.init(0);
    const page = numbers(new Random(seed));
    const kinds = [undefined, ...KINDS];
    for (const [i, kind] of kinds.entries()) swap.store(0, i, page, { kind });
    assert.equal(pool.stats().bodies, 1);
    assert.equal(pool.stats().duplicatePages, kinds.length - 1);
    pool.close();
  });

  test("typed pages wait like others, and move into other arenas and stay as small", () => {
    const random = new Random(seed);
    const arenas = openArenas("verify", { maxBytes: "8MiB", nursery: "256KiB", dedupe: false }, 32);
    const swap = frontswapOver(arenas, 1, 1);
    swap.init(0);
    const pages = Array.from({ length: 600 }, (_, i) =>
      numbers(random, i % 5 ? PAGE : 1 + random.below(PAGE)),
    );
    for (const [i, page] of pages.entries()) swap.store(0, i, page, { kind: KINDS[i % 4] });
    assert.ok(arenas.stats().youngPages > 0);
    for (const arena of arenas.memory.each()) arena.settle(1000);
    const before = arenas.stats().bytes.compressed;
    const source = arenas.memory.each()[0];
    const target = arenas.moving.tryAddTarget(64);
    assert.ok(source && target);
    arenas.moving.drain(source, target);
    while (arenas.moving.move(source) === "moved");
    arenas.moving.remove(source);
    assert.equal(arenas.stats().bytes.compressed, before);
    assert.equal(arenas.selfCheck(), 0);
    for (const [i, page] of pages.entries()) {
      const back = new Uint8Array(page.length);
      assert.equal(swap.load(0, i, back), true);
      assert.deepEqual(back, page);
    }
  });

  test("a page that one arena has no room for is typed in the next one too", () => {
    const random = new Random(seed);
    const arenas = openArenas("doors", { maxBytes: "4MiB", dedupe: false }, 16);
    const area = arenas.registry.openArea(0, 0, 1);
    let kept = 0;
    const one = () => arenas.store(addressOf(area, kept), numbers(random), PageKind.FOUR);
    const many = () => {
      const statuses = [0];
      arenas.storeMany({ area, offsets: [kept], pages: [numbers(random)], statuses }, PageKind.FOUR);
      return statuses[0];
    };
    while ((kept % 2 ? one() : many()) === Status.STORED) kept += 1;
    assert.ok(arenas.memory.count > 2);
    let typed = 0;
    for (const { engine } of arenas.memory.each()) {
      for (let i = 0; i < kept; i++) {
        // 4: Codec.TYPED of assembly/ground/records.ts.
        if (engine.page_length(area, i) > 0 && (engine as Doors).door_codec(area, i) === 4) typed += 1;
      }
    }
    assert.equal(typed, kept);
  });

  test("what is no kind is an error that names it, and nothing has happened", () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    const swap = pool.frontswap();
    const cache = pool.cleancache();
    const fs = cache.initFs();
    swap.init(0);
    const page = numbers(new Random(seed));
    swap.store(0, 1, page);
    const wrong: [unknown, RegExp][] = [
      [{ kind: "f16" }, /kind must be "f64", "f32", "i32" or "rgba", got "f16"/],
      [{ kind: "toString" }, /kind .* got "toString"/],
      [{ kind: 2 }, /kind .* got 2/],
      [{ kind: null }, /kind .* got null/],
      [{ knid: "f64" }, /option "knid"/],
      ["f64", /store options must be an object, got "f64"/],
      [null, /store options must be an object, got null/],
    ];
    for (const [options, message] of wrong) {
      const expected = { name: "SpillwayTypeError", code: "ERR_SPILLWAY_ARG_TYPE", message };
      const given = options as StoreOptions;
      assert.throws(() => swap.store(0, 1, page, given), expected);
      assert.throws(() => swap.storeMany(0, [1], [page], given), expected);
      assert.throws(() => cache.putPage(fs, 1, 1, page, given), expected);
    }
    assert.equal(pool.stats().stores, 1);
    assert.equal(swap.load(0, 1, new Uint8Array(PAGE)), true, "the page that was there is there");
    pool.close();
  });
});
