/**
 * Shows that an operation costs as much in a full pool as in a small one. `npm run bench -- costs` measures
 * the same at full size.
 *
 * How: ratios within one run of the processor's time. Their bounds hold on a busy machine, but not for a walk
 * over all clients or pages. Where steps can be counted, the test counts them instead.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { addressOf, openArenas, put } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";

const PAGE = 4096;
const seed = runSeed();

/** Milliseconds that the processor has spent on this process. Other processes do not count. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The shortest of several runs, in milliseconds. */
function least(runs: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const began = spent();
    work();
    least = Math.min(least, spent() - began);
  }
  return least;
}

/** A pool of `count` persistent pages that repeat a number. Each is stored quickly: an entry and a record. */
function poolOfPages(
  count: number,
  options = {},
): { pool: Spillway; swap: ReturnType<Spillway["frontswap"]> } {
  const pool = Spillway.openSync({ maxBytes: "256MiB", ...options });
  const swap = pool.frontswap();
  swap.init(0);
  const page = new Uint32Array(PAGE / 4);
  for (let i = 0; i < count; i++) {
    page.fill(i % 50_000);
    assert.ok(swap.store(0, i, new Uint8Array(page.buffer)));
  }
  return { pool, swap };
}

describe(`costs, seed ${seed}`, () => {
  test("opening a client takes as long beside eight thousand as beside five hundred", (t) => {
    const open = (clients: number) =>
      least(3, () => {
        const pool = Spillway.openSync({ maxBytes: "64MiB" });
        for (let i = 0; i < clients; i++) (i % 2 === 0 ? pool.frontswap() : pool.cleancache()).stats();
        pool.close();
      });
    open(100);
    const few = open(500);
    const many = open(8000);
    t.diagnostic(`${few.toFixed(1)} ms for 500, ${many.toFixed(1)} ms for 8,000`);
    // Linear time would give 16, quadratic time 256.
    assert.ok(many < 60 * few, `x ${many / few}`);
  });

  test("the client that loses a page is found as quickly among four thousand as among a hundred", (t) => {
    const random = new Random(seed);
    const page = new Uint8Array(PAGE);
    const evict = (clients: number): number => {
      const pool = Spillway.openSync({ maxBytes: "24MiB", dedupe: false, codec: "none" });
      const caches = Array.from({ length: clients }, () => pool.cleancache());
      for (const cache of caches) cache.initFs();
      let key = 0;
      const some = (count: number) => {
        for (let i = 0; i < count; i++, key++) caches[key % clients]?.putPage(0, 1, key, random.fill(page));
      };
      while (pool.stats().removed.evicted === 0) some(500);
      some(500);
      const ms = least(5, () => some(500));
      assert.equal(pool.selfCheck(), 0);
      pool.close();
      return ms;
    };
    const few = evict(100);
    const many = evict(4000);
    t.diagnostic(`${(2 * few).toFixed(1)} us among 100, ${(2 * many).toFixed(1)} us among 4,000`);
    assert.ok(many < 4 * few, `x ${many / few}`);
  });

  test("what is told of evictions is asked of those that lost pages, not of all clients", () => {
    const arenas = openArenas("doors", { maxBytes: "4MiB" });
    const clients = 3000;
    for (let client = 1; client <= clients; client++) {
      const settings = { name: `${client}`, weight: 100, maxBytes: Number.POSITIVE_INFINITY };
      assert.ok(arenas.registry.open(client, settings, arenas.memory.peak));
    }
    const fs = arenas.registry.openArea(7, 0, 7);
    const random = new Random(seed);
    const page = random.fill(new Uint8Array(PAGE));
    for (let i = 0; i < 4; i++) arenas.store(addressOf(fs, i, { low: 1, high: 0 }), random.fill(page));
    const [arena] = arenas.memory.each();
    assert.ok(arena !== undefined);
    let asked = 0;
    const { counters } = arena.clients;
    arena.clients.counters = (client, split) => {
      asked += 1;
      return counters.call(arena.clients, client, split);
    };
    arena.clients.evict(7, 1);
    const told: string[] = [];
    arenas.registry.eachEvicted((_, name, pages) => told.push(`${name}: ${pages}`));
    assert.deepEqual(told, ["7: 1"]);
    assert.equal(asked, 1);
    arenas.registry.eachEvicted(() => assert.fail("nobody has lost any more"));
    arenas.close();
  });

  test("the end of a file system, an inode, an area, a client costs what is in it, not what others have", (t) => {
    const { pool, swap } = poolOfPages(300_000);
    const cache = pool.cleancache();
    const small = new Uint8Array(PAGE).fill(1);
    const once = (what: string, make: () => () => void) => {
      let ms = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 20; i++) {
        const work = make();
        const began = performance.now();
        work();
        ms = Math.min(ms, performance.now() - began);
      }
      t.diagnostic(`${what}: ${(1000 * ms).toFixed(0)} us`);
      // A walk over 300,000 entries takes at least a millisecond.
      assert.ok(ms < 0.4, `${what}: ${ms} ms`);
    };
    once("a file system without pages", () => {
      const fs = cache.initFs();
      return () => cache.invalidateFs(fs);
    });
    once("a file system of three inodes whose pages lie far apart", () => {
      const fs = cache.initFs();
      for (const inode of [0, 7, 2 ** 40])
        for (const index of [0, 1, 2 ** 31, 2 ** 32 - 1]) assert.ok(cache.putPage(fs, inode, index, small));
      return () => assert.equal(cache.invalidateFs(fs), 12);
    });
    const fs = cache.initFs();
    once("an inode whose two pages are the first and the last", () => {
      cache.putPage(fs, 1, 0, small);
      cache.putPage(fs, 1, 2 ** 32 - 1, small);
      return () => assert.equal(cache.invalidateInode(fs, 1), 2);
    });
    once("an area whose pages lie in sixty places", () => {
      swap.init(1);
      for (let i = 0; i < 60; i++) assert.ok(swap.store(1, i * 70_000_000, small));
      return () => assert.equal(swap.invalidateArea(1), 60);
    });
    once("a client with ten areas and a page in each", () => {
      const other = pool.frontswap();
      for (let type = 0; type < 10; type++) {
        other.init(type);
        other.store(type, 5 + type, small);
      }
      return () => other.close();
    });
    once("a cleancache with thirty file systems", () => {
      const other = pool.cleancache();
      for (let i = 0; i < 30; i++) other.putPage(other.initFs(), i, i, small);
      return () => other.close();
    });
    assert.equal(swap.currPages(0), 300_000);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("a client's own figures cost what it has, also where bodies are shared among clients", (t) => {
    const { pool } = poolOfPages(300_000, { dedupe: "pool" });
    const one = pool.frontswap();
    one.init(0);
    const random = new Random(seed);
    for (let i = 0; i < 5; i++) {
      const page = random.fill(new Uint8Array(PAGE));
      // The engine does not keep zeros at the end.
      page[PAGE - 1] = 1;
      one.store(0, i * 1_000_000_000, page);
    }
    const ms = least(20, () => assert.equal(one.stats().bytes.charged, 5 * PAGE));
    t.diagnostic(`${(1000 * ms).toFixed(0)} us`);
    assert.ok(ms < 0.4, `${ms} ms`);
    pool.close();
  });

  test("pages that come in any order count once each, however the ranges in which they lie have grown", () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "16MiB", dedupe: "pool" });
    const swap = pool.frontswap();
    const other = pool.frontswap();
    other.init(0);
    for (const spread of [1, 40, 90, 4_000_000]) {
      swap.init(0);
      const offsets = new Set(Array.from({ length: 1000 }, () => spread * random.below(1000)));
      for (const offset of offsets) {
        const page = random.fill(new Uint8Array(100));
        page[99] = 1;
        assert.ok(swap.store(0, offset, page));
        if (random.below(4) === 0) other.store(0, offset, page);
      }
      const charged = swap.stats().bytes.charged + other.stats().bytes.charged;
      assert.ok(Math.abs(charged - 100 * offsets.size) < 1e-6, `${charged} for ${offsets.size} pages`);
      assert.equal(swap.invalidateArea(0), offsets.size);
      other.invalidateArea(0);
      other.init(0);
      assert.equal(pool.stats().storedPages, 0);
      assert.equal(pool.selfCheck(), 0);
    }
    pool.close();
  });

  test("restoring thousands of clients is linear and leaves the host its turns", async (t) => {
    const image = async (clients: number): Promise<Uint8Array> => {
      const pool = Spillway.openSync({ maxBytes: "64MiB" });
      for (let i = 0; i < clients; i++) pool.frontswap({ name: `client ${i}` }).init(0);
      const bytes = new Uint8Array(await new Response(pool.snapshot()).arrayBuffer());
      pool.close();
      return bytes;
    };
    const restore = async (bytes: Uint8Array): Promise<{ ms: number; block: number; pool: Spillway }> => {
      const began = spent();
      let block = 0;
      let last = began;
      const turn = () => {
        block = Math.max(block, spent() - last);
        last = spent();
      };
      const timer = setInterval(turn, 1);
      const pool = await Spillway.restore(bytes, { maxBytes: "64MiB" });
      clearInterval(timer);
      turn();
      return { ms: spent() - began, block, pool };
    };
    const few = await image(1000);
    const many = await image(8000);
    (await restore(few)).pool.close();
    const one = await restore(few);
    one.pool.close();
    const other = await restore(many);
    t.diagnostic(
      `${one.ms.toFixed(0)} ms for 1,000, ${other.ms.toFixed(0)} ms for 8,000; longest block ${other.block.toFixed(0)} ms`,
    );
    assert.ok(other.ms < 40 * Math.max(2, one.ms), `x ${other.ms / one.ms}`);
    assert.ok(other.block < 100, `${other.block} ms`);
    // Clients are claimed by name from the last to the first: each must be found at once.
    const began = performance.now();
    for (let i = 7999; i >= 0; i--)
      assert.equal(other.pool.frontswap({ name: `client ${i}` }).currPages(0), 0);
    assert.ok(performance.now() - began < 2000);
    assert.deepEqual(other.pool.unclaimed, []);
    other.pool.close();
  });

  test("clients of one name are handed out in the order in which they were opened", async () => {
    const pool = Spillway.openSync({ maxBytes: "2MiB" });
    for (const [i, name] of ["a", "b", "a", "c", "a"].entries()) {
      const swap = pool.frontswap({ name });
      swap.init(0);
      swap.store(0, i, new Uint8Array(PAGE).fill(i + 1));
    }
    const image = new Uint8Array(await new Response(pool.snapshot()).arrayBuffer());
    const restored = await Spillway.restore(image, { maxBytes: "2MiB" });
    const holds = (offset: number) => restored.frontswap({ name: "a" }).pageLength(0, offset);
    assert.deepEqual(restored.unclaimed, ["a", "b", "a", "c", "a"]);
    assert.equal(holds(0), PAGE);
    assert.deepEqual(restored.unclaimed, ["b", "a", "c", "a"]);
    assert.equal(holds(2), PAGE);
    assert.equal(holds(4), PAGE);
    assert.equal(holds(4), 0);
    assert.deepEqual(restored.unclaimed, ["b", "c"]);
    pool.close();
    restored.close();
  });

  test("pages whose hashes collide: few bodies of one hash are looked at", () => {
    // This build's hash has four bits: sixteen hashes for thousands of pages.
    const arenas = openArenas("collide", { maxBytes: "24MiB" });
    const area = arenas.registry.openArea(1, 0, 1);
    const random = new Random(seed);
    const page = new Uint8Array(PAGE);
    let most = 0;
    let before = 0;
    for (let i = 0; i < 3000; i++) {
      assert.ok(put(arenas, area, i, random.fill(page)));
      const { hashCollisions } = arenas.stats();
      most = Math.max(most, hashCollisions - before);
      before = hashCollisions;
    }
    assert.ok(most > 0 && most <= 8, `${most} bodies compared by one store`);
    assert.equal(arenas.selfCheck(), 0);
    for (let i = 0; i < 3000; i++) assert.ok(arenas.invalidatePage(addressOf(area, i)));
    assert.equal(arenas.selfCheck(), 0);
    arenas.close();
  });

  test("same-filled pages of one pattern and every length: each is found at once", (t) => {
    const pool = Spillway.openSync({ maxBytes: "64MiB", pageSize: 65_536 });
    const swap = pool.frontswap();
    swap.init(0);
    const page = new Uint8Array(65_536);
    const store = (from: number) =>
      least(1, () => {
        for (let i = from; i < from + 1000; i++) swap.store(0, i, page.subarray(0, i + 8));
      });
    store(0);
    const first = Math.min(store(1000), store(2000));
    for (let from = 3000; from < 40_000; from += 1000) store(from);
    const last = Math.min(store(40_000), store(41_000), store(42_000));
    t.diagnostic(`${first.toFixed(2)} us at first, ${last.toFixed(2)} us among 40,000`);
    // The search for eight bytes that differ reads the whole page: a microsecond or two for 40,000 bytes.
    assert.ok(last < 10 * first, `x ${last / first}`);
    pool.close();
  });
});
