/**
 * Shows that a cleancache does what it says: pages of file systems and inodes, taken out by a get or left
 * there by a shared one, gone in whole or not at all, in favour of pages that persist, and between clients by
 * weight and cap.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Cleancache, Spillway } from "spillway";
import { Random } from "#kit/random.js";

const PAGE = 4096;
const random = new Random(5);

/** A page that compresses to about a third, the same for the same number. */
function pageOf(number: number): Uint8Array {
  const page = new Uint8Array(PAGE);
  const own = new Random(number);
  for (let i = 0; i < PAGE; i += 3) page[i] = own.next();
  return page;
}

function get(cache: Cleancache, fs: number, inode: number | bigint, index: number): Uint8Array | undefined {
  const page = new Uint8Array(PAGE);
  return cache.getPage(fs, inode, index, page) ? page : undefined;
}

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe("cleancache", () => {
  test("a get takes the page out of a private file system; put it again when you let go of it", () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    const cache = pool.cleancache();
    const fs = cache.initFs();
    assert.equal(cache.putPage(fs, 7, 0, pageOf(1)), true);
    assert.deepEqual(get(cache, fs, 7, 0), pageOf(1));
    assert.equal(get(cache, fs, 7, 0), undefined, "law 4: once missed, missed");
    cache.putPage(fs, 7, 0, pageOf(1));
    cache.putPage(fs, 7, 0, pageOf(2));
    assert.deepEqual(get(cache, fs, 7, 0), pageOf(2), "law 3: never the older one");
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("keys are file system, inode of 64 bits and index; what was never put is not there", () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const cache = pool.cleancache();
    const systems = [cache.initFs(), cache.initFs()];
    const inodes = [0, 1, 2 ** 32, 2 ** 53 - 1, 2n ** 64n - 1n, 2n ** 63n];
    const indices = [0, 1, 2 ** 32 - 1];
    let number = 0;
    for (const fs of systems)
      for (const inode of inodes)
        for (const index of indices) cache.putPage(fs, inode, index, pageOf(number++));
    assert.equal(cache.stats().storedPages, number);
    assert.equal(get(cache, 0, 2, 0), undefined);
    assert.equal(get(cache, 0, 0, 2), undefined);
    assert.deepEqual(get(cache, 0, 2n ** 32n, 0), pageOf(6), "a bigint and a number name the same inode");
    cache.putPage(0, 2 ** 32, 0, pageOf(6));
    number = 0;
    for (const fs of systems)
      for (const inode of inodes)
        for (const index of indices) assert.deepEqual(get(cache, fs, inode, index), pageOf(number++));
    assert.equal(pool.stats().storedPages, 0);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("a page, an inode, a file system are dropped, and nothing else", () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const cache = pool.cleancache();
    const fs = cache.initFs();
    const other = cache.initFs();
    for (const system of [fs, other])
      for (let inode = 0; inode < 5; inode++)
        for (let index = 0; index < 4; index++) cache.putPage(system, inode, index * 1000, pageOf(index));
    assert.equal(cache.invalidatePage(fs, 1, 1000), true);
    assert.equal(cache.invalidatePage(fs, 1, 1000), false);
    assert.equal(cache.invalidateInode(fs, 2), 4);
    assert.equal(cache.invalidateInode(fs, 2), 0);
    assert.equal(cache.invalidateInode(fs, 99), 0);
    assert.equal(cache.stats().storedPages, 40 - 5);
    assert.equal(cache.invalidateFs(fs), 15);
    assert.throws(() => get(cache, fs, 0, 0), code("ERR_SPILLWAY_ARG_RANGE"));
    assert.equal(cache.stats().storedPages, 20);
    assert.equal(cache.stats().invalidates, 20);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("a hundred thousand inodes with a page each: the host keeps nothing for them", () => {
    const pool = Spillway.openSync({ maxBytes: "64MiB" });
    const cache = pool.cleancache();
    const fs = cache.initFs();
    const page = new Uint8Array(PAGE);
    for (let inode = 0; inode < 100_000; inode++) {
      page.fill(inode & 0xff);
      assert.ok(cache.putPage(fs, inode, 3, page));
    }
    assert.equal(cache.stats().storedPages, 100_000);
    assert.equal(cache.invalidateInode(fs, 4711), 1);
    assert.equal(cache.invalidateFs(fs), 99_999);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("a full pool takes a new page and lets an older one go: every page is whole or not there", () => {
    for (const maxBytes of ["1MiB", "64MiB"]) {
      const pool = Spillway.openSync({ maxBytes });
      const cache = pool.cleancache();
      const fs = cache.initFs();
      const count = maxBytes === "1MiB" ? 3000 : 60_000;
      for (let i = 0; i < count; i++)
        assert.ok(cache.putPage(fs, i % 100, i, pageOf(i)), `${i} of ${maxBytes}`);
      const { storedPages, evictedPages, refused } = cache.stats();
      assert.equal(storedPages + evictedPages, count);
      assert.ok(evictedPages > count / 10 && storedPages > 0);
      assert.deepEqual(refused, { full: 0, capped: 0, poor: 0, closed: 0, frozen: 0, off: 0, shadow: 0 });
      const { bytes, arenas } = pool.stats();
      assert.ok(bytes.reserved <= bytes.max && bytes.live > 0.85 * bytes.max, JSON.stringify(bytes));
      if (maxBytes === "64MiB") assert.ok(arenas.length > 1);
      let found = 0;
      for (let i = 0; i < count; i++) {
        const page = get(cache, fs, i % 100, i);
        if (page === undefined) continue;
        assert.deepEqual(page, pageOf(i), "law 10");
        found += 1;
      }
      assert.equal(found, storedPages);
      assert.equal(pool.selfCheck(), 0);
      pool.close();
    }
  });

  test("of pages that nobody asks for, those that do not compress go first", () => {
    const pool = Spillway.openSync({ maxBytes: "8MiB" });
    const cache = pool.cleancache({ maxBytes: "1MiB" });
    const fs = cache.initFs();
    const count = 3000;
    // Random pages compress not at all, the others to less than a third of that.
    const noisy = (i: number) => i % 3 === 0;
    const quiet = (i: number) => new Uint8Array(Buffer.alloc(PAGE, `page ${i} of a text, and so on `));
    for (let i = 0; i < count; i++)
      cache.putPage(fs, i, 0, noisy(i) ? random.fill(new Uint8Array(PAGE)) : quiet(i));
    let [poor, rich] = [0, 0];
    for (let i = 0; i < count - 100; i++) {
      if (get(cache, fs, i, 0) === undefined) continue;
      if (noisy(i)) poor += 1;
      else rich += 1;
    }
    assert.ok(rich > 5 * poor, `${rich} that compress and ${poor} that do not are left of ${count}`);
    assert.equal(pool.selfCheck(), 0);
  });

  test("pages that persist push the others out, never the reverse", () => {
    const pool = Spillway.openSync({ maxBytes: "2MiB" });
    const cache = pool.cleancache();
    const swap = pool.frontswap();
    const fs = cache.initFs();
    swap.init(0);
    for (let i = 0; i < 3000; i++) cache.putPage(fs, 0, i, pageOf(i));
    let kept = 0;
    while (swap.store(0, kept, pageOf(100_000 + kept))) kept += 1;
    assert.equal(cache.stats().storedPages, 0, "all of them went");
    assert.ok(kept > 500);
    for (let i = 0; i < 300; i++)
      assert.equal(cache.putPage(fs, 0, i, pageOf(i)), false, "and none comes back");
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < kept; i++) {
      assert.ok(swap.load(0, i, back), "law 7");
      assert.deepEqual(back, pageOf(100_000 + i));
    }
    swap.invalidateArea(0);
    assert.equal(cache.putPage(fs, 0, 1, pageOf(1)), true);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("clients under equal pressure come to have what their weights say", (t) => {
    for (const weights of [
      [3, 1],
      [5, 3, 1],
    ]) {
      const pool = Spillway.openSync({ maxBytes: "4MiB" });
      const caches = weights.map((weight) => pool.cleancache({ weight: weight * 10 }));
      for (const cache of caches) cache.initFs();
      for (let i = 0; i < 12_000; i++) caches[i % caches.length]?.putPage(0, 1, i, pageOf(i));
      const charged = caches.map((cache) => cache.stats().bytes.charged);
      const all = charged.reduce((sum, bytes) => sum + bytes, 0);
      const due = weights.reduce((sum, weight) => sum + weight, 0);
      t.diagnostic(`${weights}: ${charged.map((bytes) => ((100 * bytes) / all).toFixed(1))} %`);
      for (const [i, weight] of weights.entries()) {
        assert.ok(Math.abs((charged[i] as number) / all - weight / due) < 0.05);
      }
      assert.equal(pool.selfCheck(), 0);
      pool.close();
    }
  });

  test("a client has what others do not want, and gives it back when they do", () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const greedy = pool.cleancache({ weight: 1 });
    const modest = pool.cleancache({ weight: 100 });
    greedy.initFs();
    modest.initFs();
    for (let i = 0; i < 4000; i++) greedy.putPage(0, 0, i, pageOf(i));
    const had = greedy.stats().storedPages;
    for (let i = 0; i < 200; i++) modest.putPage(0, 0, i, pageOf(i));
    assert.equal(modest.stats().evictedPages, 0, "a client below its due loses nothing");
    assert.ok(greedy.stats().storedPages < had);
    pool.close();
  });

  test("a cap is never exceeded: an ephemeral client loses its own pages for it, another is refused", () => {
    for (const [maxBytes, dedupe] of [
      ["2MiB", "client"],
      ["2MiB", "pool"],
      ["64MiB", "client"],
    ] as const) {
      const pool = Spillway.openSync({ maxBytes, dedupe });
      const cap = maxBytes === "2MiB" ? 200_000 : 20_000_000;
      const cache = pool.cleancache({ maxBytes: cap });
      const swap = pool.frontswap({ maxBytes: cap });
      const filler = pool.frontswap();
      const fs = cache.initFs();
      swap.init(0);
      filler.init(0);
      let refused = 0;
      for (let i = 0; i < (maxBytes === "2MiB" ? 600 : 16_000); i++) {
        assert.ok(cache.putPage(fs, 0, i, pageOf(i)));
        if (!swap.store(0, i, pageOf(i))) refused += 1;
        if (maxBytes !== "2MiB" && i % 6 === 0)
          filler.store(0, i, random.below(3) ? pageOf(i) : random.fill(new Uint8Array(PAGE)));
        if (i % 7 === 0) swap.invalidatePage(0, random.below(i + 1));
        if (i % 50 > 0) continue;
        assert.ok(cache.stats().bytes.counted <= cap);
        assert.ok(swap.stats().bytes.counted <= cap);
      }
      assert.ok(cache.stats().bytes.counted > 0.9 * cap, `${cache.stats().bytes.counted} of ${cap}`);
      assert.ok(cache.stats().evictedPages > 0);
      assert.equal(swap.stats().refused.capped, refused);
      assert.ok(refused > 0);
      assert.equal(pool.stats().refused.capped, refused);
      assert.equal(pool.selfCheck(), 0);
      pool.close();
    }
  });

  test("an exclusive client's pages come back to where they were: a loop larger than the pool still hits", () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    const cache = pool.cleancache();
    cache.initFs();
    let hits = 0;
    for (let round = 0; round < 12; round++) {
      hits = 0;
      for (let i = 0; i < 800; i++) {
        if (get(cache, 0, 0, i) !== undefined) hits += 1;
        cache.putPage(0, 0, i, pageOf(i));
      }
    }
    assert.ok(hits > 220, `${hits} hits of 800`);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("a shared file system: opened by those who may, read without taking, gone with whoever pays for it", () => {
    const UUID = "123e4567-e89b-12d3-a456-426614174000";
    const pool = Spillway.openSync({ maxBytes: "2MiB" });
    const [one, two, three] = [pool.cleancache(), pool.cleancache(), pool.cleancache()];
    assert.throws(() => one.initSharedFs(UUID), code("ERR_SPILLWAY_FORBIDDEN"));
    pool.shareFs(UUID, [one, two]);
    assert.throws(() => three.initSharedFs(UUID), code("ERR_SPILLWAY_FORBIDDEN"), "a UUID is not enough");
    one.initFs();
    const mine = one.initSharedFs(UUID.toUpperCase());
    const yours = two.initSharedFs(UUID);
    one.putPage(mine, 1, 2, pageOf(3));
    assert.deepEqual(get(two, yours, 1, 2), pageOf(3));
    assert.deepEqual(get(two, yours, 1, 2), pageOf(3), "still there");
    two.putPage(yours, 1, 2, pageOf(4));
    assert.deepEqual(get(one, mine, 1, 2), pageOf(4));
    assert.equal(one.stats().storedPages, 1);
    assert.equal(two.stats().storedPages, 0);
    assert.equal(two.invalidateFs(yours), 0);
    assert.deepEqual(get(one, mine, 1, 2), pageOf(4), "one part in it ended, not the other");
    const again = two.initSharedFs(UUID);
    one.close();
    assert.equal(get(two, again, 1, 2), undefined);
    two.putPage(again, 1, 2, pageOf(5));
    assert.deepEqual(get(two, again, 1, 2), pageOf(5));
    assert.equal(two.stats().storedPages, 1);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("a closed client has given back everything, and says so when used", () => {
    const pool = Spillway.openSync({ maxBytes: "2MiB" });
    const cache = pool.cleancache({ name: "files" });
    const swap = pool.frontswap({ name: "undo" });
    cache.initFs();
    swap.init(3);
    for (let i = 0; i < 100; i++) {
      cache.putPage(0, i, i, pageOf(i));
      swap.store(3, i, pageOf(i));
    }
    cache.close();
    swap.close();
    swap.close();
    assert.equal(pool.stats().storedPages, 0);
    assert.equal(pool.stats().areas, 0);
    assert.throws(() => cache.putPage(0, 0, 0, pageOf(0)), code("ERR_SPILLWAY_CLOSED"));
    assert.throws(() => swap.store(3, 0, pageOf(0)), code("ERR_SPILLWAY_CLOSED"));
    assert.throws(() => swap.stats(), code("ERR_SPILLWAY_CLOSED"));
    assert.equal(pool.selfCheck(), 0);
    const late = pool.cleancache();
    pool.close();
    late.close();
  });

  test("shrinking lets ephemeral pages go first", async () => {
    const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false });
    const cache = pool.cleancache();
    const swap = pool.frontswap();
    cache.initFs();
    swap.init(0);
    for (let i = 0; i < 9000; i++) {
      cache.putPage(0, 0, i, pageOf(i));
      if (i % 10 === 0) swap.store(0, i, pageOf(i));
    }
    await pool.shrink("6MiB");
    assert.ok(pool.stats().bytes.reserved <= 6.2 * 2 ** 20, `${pool.stats().bytes.reserved}`);
    assert.ok(cache.stats().storedPages > 0);
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < 9000; i += 10) assert.ok(swap.load(0, i, back));
    for (let i = 0; i < 9000; i++) {
      const page = get(cache, 0, 0, i);
      if (page !== undefined) assert.deepEqual(page, pageOf(i));
    }
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("mistakes are named", () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    const cache = pool.cleancache();
    const fs = cache.initFs();
    const page = pageOf(0);
    const wrong = code("ERR_SPILLWAY_ARG_RANGE");
    const type = code("ERR_SPILLWAY_ARG_TYPE");
    for (const inode of [-1, 0.5, 2 ** 53, -1n, 2n ** 64n])
      assert.throws(() => cache.putPage(fs, inode, 0, page), wrong);
    assert.throws(() => cache.putPage(fs, "1" as never, 0, page), type);
    for (const index of [-1, 2 ** 32, 1.5]) assert.throws(() => cache.getPage(fs, 0, index, page), wrong);
    assert.throws(() => cache.putPage(9, 0, 0, page), wrong);
    assert.throws(() => cache.putPage("0" as never, 0, 0, page), type);
    assert.throws(() => cache.putPage(fs, 0, 0, new Uint8Array(0)), wrong);
    assert.throws(() => cache.initSharedFs("no uuid"), wrong);
    assert.throws(() => pool.shareFs("123e4567-e89b-12d3-a456-426614174000", []), type);
    for (const weight of [0, 1.5, 65_537]) assert.throws(() => pool.cleancache({ weight }), wrong);
    assert.throws(() => pool.cleancache({ wieght: 1 } as never), type);
    assert.throws(() => pool.frontswap({ weight: 1 } as never), type);
    cache.putPage(fs, 0, 0, page);
    assert.throws(() => cache.getPage(fs, 0, 0, new Uint8Array(10)), wrong);
    assert.deepEqual(get(cache, fs, 0, 0), page, "and nothing was lost by it");
    pool.close();
  });
});
