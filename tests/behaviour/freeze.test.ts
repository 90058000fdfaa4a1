/**
 * Shows tmem's protocol: freeze, ask what could be freed, take some of it, thaw. A frozen pool keeps nothing
 * new, and forgets a page that was to be replaced, in any arena (laws 1, 5, 6), in batches and in file
 * systems, too. It still serves, moves pages and gives memory back. What freeableBytes promises, eviction and
 * shrink then free, and no persistent page is lost (law 7).
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { frontswapOver, openArenas } from "#kit/pools.js";
import { Random } from "#kit/random.js";

const PAGE = 4096;
const MiB = 2 ** 20;
const random = new Random(5);
/** Its last byte is not 0, so its body is complete. */
const noise = () => random.fill(new Uint8Array(PAGE)).fill(1, PAGE - 1);

function near(what: string, got: number, wanted: number, part: number): void {
  assert.ok(Math.abs(got - wanted) <= part * wanted, `${what}: ${got}, expected about ${wanted}`);
}

describe("freeze", () => {
  test("laws 1, 5, 6: a refused store takes the older page from whichever arena has it", () => {
    const arenas = openArenas("verify", { maxBytes: "4MiB", dedupe: false }, 16);
    const swap = frontswapOver(arenas, 1, 1);
    swap.init(0);
    let count = 0;
    while (swap.store(0, count, noise())) count += 1;
    assert.ok(
      arenas.memory.each().filter(({ pages }) => pages > 50).length >= 3,
      "pages lie in three arenas",
    );
    const before = arenas.stats();
    arenas.admission.frozen = true;
    for (let offset = 0; offset < count; offset += 3) assert.equal(swap.store(0, offset, noise()), false);
    const many = Array.from({ length: count }, (_, i) => i).filter((offset) => offset % 3 === 1);
    assert.ok(swap.storeMany(0, many, many.map(noise)).every((kept) => !kept));
    const page = new Uint8Array(PAGE);
    for (let offset = 0; offset < count; offset++) assert.equal(swap.load(0, offset, page), offset % 3 === 2);
    const { refused, removed, storedPages } = arenas.stats();
    const offered = Math.ceil(count / 3) + many.length;
    assert.equal(refused.frozen - before.refused.frozen, offered);
    assert.equal(swap.stats().refused.frozen, offered);
    assert.equal(removed.overwritten - before.removed.overwritten, offered);
    assert.equal(storedPages, count - offered);
    assert.equal(arenas.selfCheck(), 0);
    arenas.admission.frozen = false;
    assert.equal(swap.store(0, 0, noise()), true);
  });

  test("what has an area that is not open is refused for that, frozen or not", () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    const swap = pool.frontswap();
    pool.freeze();
    pool.freeze();
    assert.equal(pool.stats().frozen, true);
    assert.equal(swap.store(0, 1, noise()), false);
    assert.deepEqual(swap.storeMany(0, [1, 2], [noise(), noise()]), [false, false]);
    swap.init(0);
    assert.equal(swap.store(0, 1, noise()), false);
    const { refused, failedStores, stores } = swap.stats() as never as Record<string, never>;
    assert.deepEqual(refused, { full: 0, capped: 0, poor: 0, closed: 3, frozen: 1, off: 0, shadow: 0 });
    assert.deepEqual([failedStores, stores], [4, undefined]);
    assert.deepEqual([pool.stats().stores, pool.stats().failedStores], [4, 4]);
    pool.thaw();
    pool.thaw();
    assert.equal(pool.stats().frozen, false);
    assert.equal(swap.store(0, 1, noise()), true);
    pool.close();
    for (const call of [() => pool.freeze(), () => pool.thaw(), () => pool.freeableBytes()])
      assert.throws(call, { code: "ERR_SPILLWAY_CLOSED" });
  });

  test("ephemeral pages are served, invalidated and replaced by nothing", () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const cache = pool.cleancache();
    const fs = cache.initFs();
    const pages = Array.from({ length: 40 }, noise);
    for (const [i, page] of pages.entries()) cache.putPage(fs, i % 4, i, page);
    pool.freeze();
    assert.equal(cache.putPage(fs, 0, 0, noise()), false);
    assert.equal(cache.putPage(fs, 99, 0, noise()), false, "an inode that has no page");
    const back = new Uint8Array(PAGE);
    assert.equal(cache.getPage(fs, 0, 0, back), false);
    assert.equal(cache.getPage(fs, 1, 1, back), true);
    assert.deepEqual(back, pages[1]);
    assert.equal(cache.invalidatePage(fs, 2, 2), true);
    assert.equal(cache.invalidateInode(fs, 3), 10);
    // Clients and areas can be opened and closed.
    const late = pool.frontswap();
    late.init(0);
    assert.equal(late.store(0, 0, noise()), false);
    late.close();
    assert.equal(cache.stats().refused.frozen, 2);
    assert.equal(cache.stats().storedPages, 27);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("frozen, memory is compacted and given back all the same", async () => {
    const pool = Spillway.openSync({ maxBytes: "32MiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    const pages = Array.from({ length: 4000 }, noise);
    for (const [i, page] of pages.entries()) swap.store(0, i, page);
    pool.freeze();
    for (let i = 0; i < 4000; i++) if (i % 8) swap.invalidatePage(0, i);
    const { used, reserved } = pool.stats().bytes;
    await pool.compact();
    near("used", pool.stats().bytes.used, used / 8, 0.4);
    await pool.shrink();
    assert.ok(pool.stats().bytes.reserved < reserved / 4);
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < 4000; i += 8) {
      assert.equal(swap.load(0, i, back), true);
      assert.deepEqual(back, pages[i]);
    }
    assert.equal(swap.store(0, 1, noise()), false, "still frozen, in the arena that is new as well");
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });
});

describe("freeableBytes", () => {
  test("law 7: is about what eviction makes free, and what shrink gives back", async () => {
    const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false });
    const swap = pool.frontswap();
    const cache = pool.cleancache();
    const fs = cache.initFs();
    swap.init(0);
    assert.ok(pool.freeableBytes() < pool.stats().bytes.reserved);
    const kept = Array.from({ length: 2000 }, noise);
    for (const [i, page] of kept.entries()) swap.store(0, i, page);
    for (let i = 0; i < 6000; i++) assert.equal(cache.putPage(fs, i % 7, i, noise()), true);
    pool.freeze();
    // Only ephemeral bodies and unused memory count. The persistent bodies are exactly known here.
    const { bytes } = pool.stats();
    const freeable = pool.freeableBytes();
    assert.equal(freeable, bytes.reserved - bytes.live + 6000 * PAGE);
    // Persistent pages stay the same when bytes change from "freeable" to "not in use".
    for (let i = 0; i < 1000; i++) swap.invalidatePage(0, 2000 - 1 - i);
    near("a thousand bodies more", pool.freeableBytes(), freeable + 1000 * PAGE, 0.01);

    const wanted = pool.freeableBytes();
    const target = Math.max(0, pool.stats().bytes.reserved - wanted);
    const freed = await pool.shrink(target);
    near("given back", freed, wanted, 0.08);
    assert.equal(cache.stats().storedPages, 0);
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < 1000; i++) {
      assert.equal(swap.load(0, i, back), true);
      assert.deepEqual(back, kept[i]);
    }
    assert.ok(pool.freeableBytes() < 2 * MiB, "there is little left to give");
    pool.thaw();
    assert.equal(swap.store(0, 1, noise()), true);
    pool.close();
  });

  test("an eviction turns ephemeral bodies into free room, and the sum stays", async () => {
    const pool = Spillway.openSync({ maxBytes: "32MiB", autoShrink: false });
    const cache = pool.cleancache();
    const fs = cache.initFs();
    for (let i = 0; i < 4000; i++) cache.putPage(fs, 0, i, noise());
    const before = pool.freeableBytes();
    // The target is half of the live bytes, so half of the pages are evicted first. No time is left to move
    // any.
    const { live, reserved } = pool.stats().bytes;
    const work = pool.shrink(live / 2, { budgetMs: 0.001 });
    await work;
    const { evictedPages } = cache.stats();
    assert.ok(evictedPages > 1500 && evictedPages < 2600, `${evictedPages} went`);
    near("after eviction", pool.freeableBytes(), before - (reserved - pool.stats().bytes.reserved), 0.01);
    pool.close();
  });

  for (const dedupe of ["client", "pool"] as const) {
    test(`bodies that several pages share count once, or not at all (dedupe "${dedupe}")`, () => {
      const pool = Spillway.openSync({ maxBytes: "16MiB", dedupe, autoShrink: false });
      const swap = pool.frontswap();
      const cache = pool.cleancache();
      const fs = cache.initFs();
      swap.init(0);
      const spare = () => pool.stats().bytes.reserved - pool.stats().bytes.live;
      const one = noise();
      for (let i = 0; i < 500; i++) cache.putPage(fs, 1, i, one);
      assert.equal(pool.freeableBytes() - spare(), PAGE);
      // The same page in a persistent area: with "pool" both are one body, which must not be lost.
      swap.store(0, 0, one);
      assert.equal(pool.freeableBytes() - spare(), dedupe === "pool" ? 0 : PAGE);
      const before = pool.freeableBytes();
      cache.invalidateFs(fs);
      assert.ok(pool.freeableBytes() >= before, "no more was promised than is free now");
      pool.close();
    });
  }
});
