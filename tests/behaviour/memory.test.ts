/**
 * Shows that memory grows and is given back: what compact() and shrink() resolve with and leave behind; that
 * the host runs meanwhile and every law holds; that maxBytes is never exceeded; that the system really gets
 * the memory; and that a forgotten pool is collected.
 *
 * How: real pools of a few dozen MiB of random pages, so that bytes can be counted. Child processes are used
 * for RSS, for the collector, and for the end of a process. `npm run bench -- churn` has pools past 4 GiB and
 * figures over time. The test prints its seed; SPILLWAY_SEED=n repeats a run.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Frontswap, Spillway, type SpillwayOptions } from "spillway";
import { canaryRun } from "#kit/attacks/canary.js";
import { freshLibrary } from "#kit/fresh.js";
import { engineOf, frontswapOver, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";

const MiB = 2 ** 20;
const PAGE = 4096;
const seed = runSeed();
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The random page of a number. */
function numbered(number: number): Uint8Array {
  return new Random(number * 2654435761 + seed).fill(new Uint8Array(PAGE));
}

interface Held {
  pool: Spillway;
  swap: Frontswap;
  /** Numbers of the stored pages. A page's number is also its offset. */
  kept: Set<number>;
}

function open(options: SpillwayOptions, library = Spillway): Held {
  const pool = library.openSync({ autoShrink: false, ...options });
  const swap = pool.frontswap();
  swap.init(0);
  return { pool, swap, kept: new Set() };
}

function fill(held: Held, pages: number): void {
  const { swap, kept } = held;
  for (let i = 0; i < pages; i++) if (swap.store(0, i, numbered(i))) kept.add(i);
}

/** Invalidates all but every tenth page. */
function loseNineTenths({ swap, kept }: Held): void {
  for (const i of [...kept]) if (i % 10 && swap.invalidatePage(0, i)) kept.delete(i);
}

/** Checks that every stored page is there, byte by byte, and no other, and that the counters add up. */
function assertWhole({ pool, swap, kept }: Held): void {
  const back = new Uint8Array(PAGE);
  for (const i of kept) {
    assert.equal(swap.load(0, i, back), true, `law 2: page ${i}`);
    assert.equal(Buffer.compare(back, numbered(i)), 0, `law 2: the bytes of page ${i}`);
  }
  const stats = pool.stats();
  assert.equal(stats.storedPages, kept.size);
  assert.equal(swap.currPages(0), kept.size);
  assert.equal(
    stats.storedPages,
    stats.succStores -
      stats.removed.overwritten -
      stats.removed.invalidated -
      stats.removed.areas -
      stats.removed.taken,
    "law 18",
  );
  assert.equal(pool.selfCheck(), 0);
  assertBounds(pool);
}

function assertBounds(pool: Spillway): void {
  const { bytes, arenas } = pool.stats();
  const sum = (of: "reserved" | "used" | "live") => arenas.reduce((total, arena) => total + arena[of], 0);
  assert.ok(bytes.reserved <= bytes.max, `law 14: ${bytes.reserved} of ${bytes.max} bytes`);
  for (const what of ["reserved", "used", "live"] as const) assert.equal(sum(what), bytes[what], what);
  assert.ok(bytes.live <= bytes.used && bytes.used <= bytes.reserved);
}

describe(`memory, seed ${seed}`, () => {
  describe("compact", () => {
    test("resolves with the bytes that are no longer used, and moves what is left together", async () => {
      const held = open({ maxBytes: "32MiB" });
      fill(held, 4000);
      loseNineTenths(held);
      const before = held.pool.stats().bytes;
      const freed = await held.pool.compact();
      const after = held.pool.stats().bytes;
      assert.equal(freed, before.used - after.used);
      assert.ok(
        after.compressed >= 0.95 * after.slabs,
        `${after.compressed} of ${after.slabs} bytes of slabs`,
      );
      assert.ok(after.used - after.live < 128 * 1024, "little is free in slabs");
      assertWhole(held);
      assert.ok((await held.pool.compact()) >= 0);
      assertWhole(held);
    });

    test("of a pool that is empty or dense has nothing to do", async () => {
      const held = open({ maxBytes: "16MiB" });
      assert.equal(await held.pool.compact(), 0);
      fill(held, 1000);
      const { used } = held.pool.stats().bytes;
      assert.equal(await held.pool.compact(), 0);
      assert.equal(held.pool.stats().bytes.used, used);
    });

    test("ends when its time is spent, and goes on with the next call", async () => {
      const held = open({ maxBytes: "64MiB" });
      fill(held, 15_000);
      // Holes everywhere and pages in no order, as after random eviction.
      const random = new Random(seed);
      for (const i of [...held.kept]) {
        if (random.below(2) && held.swap.invalidatePage(0, i)) held.kept.delete(i);
      }
      const spare = () => held.pool.stats().bytes.used - held.pool.stats().bytes.live;
      let left = spare();
      let calls = 0;
      while (left > 256 * 1024 && calls < 1000) {
        assert.ok((await held.pool.compact({ budgetMs: 0.01 })) >= 0);
        assert.ok(spare() <= left, "no step back");
        left = spare();
        calls += 1;
      }
      assert.ok(left <= 256 * 1024, `${left} bytes left after ${calls} calls`);
      assertWhole(held);
    });
  });

  describe("shrink", () => {
    test("gives back what a pool that lost nine tenths does not need", async () => {
      const held = open({ maxBytes: "64MiB" });
      fill(held, 8000);
      loseNineTenths(held);
      const before = held.pool.stats().bytes;
      const freed = await held.pool.shrink();
      const after = held.pool.stats().bytes;
      assert.equal(freed, before.reserved - after.reserved);
      assert.ok(
        after.reserved < 1.15 * after.live + MiB,
        `${after.reserved} reserved for ${after.live} live`,
      );
      assert.ok(after.returned >= freed);
      assert.ok(held.pool.stats().arenas.every(({ draining }) => !draining));
      assertWhole(held);
      // The pool can grow again.
      fill(held, 8000);
      assert.equal(held.kept.size, 8000);
      assertWhole(held);
    });

    test("of a pool that is full to maxBytes stays within maxBytes at every moment", async () => {
      const held = open({ maxBytes: "48MiB" });
      fill(held, 13_000);
      const { refused, bytes } = held.pool.stats();
      assert.ok(refused.full > 0 && bytes.reserved === bytes.max, `${bytes.reserved} of ${bytes.max}`);
      loseNineTenths(held);
      let done = false;
      let turns = 0;
      const shrunk = held.pool.shrink().finally(() => {
        done = true;
      });
      const back = new Uint8Array(PAGE);
      const some = [...held.kept];
      while (!done) {
        assertBounds(held.pool);
        const i = some[turns++ % some.length] as number;
        assert.equal(held.swap.load(0, i, back), true);
        assert.equal(Buffer.compare(back, numbered(i)), 0);
        await turn();
      }
      assert.ok(turns > 3, "the host ran meanwhile");
      const after = held.pool.stats().bytes;
      assert.equal(await shrunk, bytes.reserved - after.reserved);
      assert.ok((await shrunk) > 0.8 * (bytes.reserved - after.live), `${await shrunk} bytes given back`);
      assertWhole(held);
    });

    test("goes no lower than it is told, and does nothing for a target that is met", async () => {
      const held = open({ maxBytes: "32MiB" });
      fill(held, 6000);
      loseNineTenths(held);
      const { reserved } = held.pool.stats().bytes;
      assert.equal(await held.pool.shrink("1GiB"), 0);
      assert.equal(await held.pool.shrink(reserved), 0);
      assert.equal(held.pool.stats().bytes.returned, 0);
      const freed = await held.pool.shrink("16 MiB");
      assert.ok(freed >= reserved - 16 * MiB);
      assert.ok(held.pool.stats().bytes.reserved <= 16 * MiB);
      assertWhole(held);
    });

    test("of an empty pool, and of one that needs all it has, is nothing", async () => {
      const empty = open({ maxBytes: "64MiB" });
      assert.equal(await empty.pool.shrink(), 0);
      assertWhole(empty);
      const full = open({ maxBytes: "32MiB" });
      fill(full, 4000);
      const { reserved } = full.pool.stats().bytes;
      const freed = await full.pool.shrink();
      assert.equal(full.pool.stats().bytes.reserved, reserved - freed);
      assertWhole(full);
    });

    test("of a pool that held much and holds nothing leaves next to nothing", async () => {
      const held = open({ maxBytes: "64MiB" });
      fill(held, 12_000);
      held.swap.invalidateArea(0);
      held.kept.clear();
      held.swap.init(0);
      await held.pool.shrink();
      const { reserved } = held.pool.stats().bytes;
      assert.ok(reserved <= 1.5 * MiB, `${reserved} bytes`);
      assertWhole(held);
    });

    for (const pageSize of [4096, 16384, 65536])
      test(`gives back as much with dense pages of ${pageSize}, whose dictionaries move along`, async () => {
        const random = new Random(seed);
        const pageOf = () => {
          const words = Array.from({ length: pageSize / 8 }, () => `${random.below(1000)}, "layer"`);
          return Buffer.from(words.join(" ")).subarray(0, pageSize);
        };
        const { pool, swap } = open({ maxBytes: 128 * MiB, pageSize });
        const pages = Array.from({ length: (48 * MiB) / pageSize }, pageOf);
        for (const [i, page] of pages.entries()) assert.equal(swap.store(0, i, page), true);
        assert.ok((await pool.recompress({ minIdle: 0 })) > MiB);
        for (let i = 0; i < pages.length; i++) if (i % 8) swap.invalidatePage(0, i);
        const { reserved } = pool.stats().bytes;
        assert.ok((await pool.shrink(0)) > reserved / 2);
        assert.ok(pool.stats().bytes.reserved < reserved / 2, "less is reserved");
        assert.equal(pool.stats().arenas.length, 1);
        const back = new Uint8Array(pageSize);
        for (let i = 0; i < pages.length; i += 8) {
          assert.equal(swap.load(0, i, back), true);
          assert.ok(Buffer.compare(back, pages[i] as Uint8Array) === 0, `page ${i}`);
        }
        assert.equal(pool.selfCheck(), 0);
        pool.close();
      });

    test("ends when its time is spent: never less than nothing, and call by call it arrives", async () => {
      const held = open({ maxBytes: "64MiB" });
      fill(held, 12_000);
      loseNineTenths(held);
      const first = held.pool.stats().bytes;
      let calls = 0;
      let most = 0;
      let given = 0;
      for (; calls < 400; calls++) {
        const { reserved } = held.pool.stats().bytes;
        const freed = await held.pool.shrink(0, { budgetMs: 0.05 });
        assert.ok(freed >= 0, `${freed} bytes given back by call ${calls}`);
        assert.equal(freed, Math.max(0, reserved - held.pool.stats().bytes.reserved));
        given += freed;
        most = Math.max(most, held.pool.stats().arenas.length);
        assertBounds(held.pool);
        if (held.pool.stats().bytes.reserved < first.reserved / 3) break;
      }
      assert.ok(given > 0);
      assert.ok(calls < 400, `still ${held.pool.stats().bytes.reserved} bytes after ${calls} calls`);
      assert.ok(most <= 6, `${most} arenas`);
      assertWhole(held);
    });
  });

  test("stores, loads and invalidations while pages move keep every law", async () => {
    const random = new Random(seed);
    const held = open({ maxBytes: "32MiB" });
    const { pool, swap } = held;
    const model = new Map<number, number>();
    const back = new Uint8Array(PAGE);
    let number = 0;
    const step = () => {
      const offset = random.below(6000);
      const dice = random.below(10);
      if (dice < 4) {
        number += 1;
        if (swap.store(0, offset, numbered(number))) model.set(offset, number);
        else model.delete(offset);
      } else if (dice < 8) {
        const wanted = model.get(offset);
        assert.equal(swap.load(0, offset, back), wanted !== undefined, "laws 1, 2 and 4");
        if (wanted !== undefined) assert.equal(Buffer.compare(back, numbered(wanted)), 0, "laws 2 and 3");
      } else assert.equal(swap.invalidatePage(0, offset), model.delete(offset), "law 4");
    };
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 6000; i++) {
        number += 1;
        if (swap.store(0, i, numbered(number))) model.set(i, number);
        else model.delete(i);
      }
      for (const i of [...model.keys()])
        if (random.below(5)) assert.equal(swap.invalidatePage(0, i), model.delete(i));
      let working = true;
      const work = Promise.all([pool.compact(), pool.shrink()]).finally(() => {
        working = false;
      });
      let turns = 0;
      while (working) {
        for (let i = 0; i < 20; i++) step();
        if (turns++ % 8 === 0) assert.equal(pool.selfCheck(), 0);
        assertBounds(pool);
        assert.equal(pool.stats().storedPages, model.size, "law 18");
        await turn();
      }
      await work;
    }
    assert.ok(pool.stats().bytes.returned > 0);
    for (const [offset, wanted] of model) {
      assert.equal(swap.load(0, offset, back), true);
      assert.equal(Buffer.compare(back, numbered(wanted)), 0);
    }
    assert.equal(pool.selfCheck(), 0);
  });

  describe("verbs that wait", () => {
    test("an aborted signal is thrown before anything is done", async () => {
      const held = open({ maxBytes: "32MiB" });
      fill(held, 4000);
      loseNineTenths(held);
      const before = held.pool.stats();
      const reason = new Error("not now");
      const signal = AbortSignal.abort(reason);
      await assert.rejects(held.pool.compact({ signal }), reason);
      await assert.rejects(held.pool.shrink(0, { signal }), reason);
      // Compares everything but the times, which go on.
      assert.deepEqual({ ...held.pool.stats(), rent: before.rent }, before);
    });

    test("an abort on the way leaves a whole pool, and others' work alone", async () => {
      const held = open({ maxBytes: "64MiB" });
      fill(held, 12_000);
      loseNineTenths(held);
      const controller = new AbortController();
      const reason = new Error("enough");
      const first = held.pool.shrink(0, { signal: controller.signal });
      const second = held.pool.shrink();
      while (!held.pool.stats().arenas.some(({ draining }) => draining)) await turn();
      controller.abort(reason);
      await assert.rejects(first, reason);
      assertBounds(held.pool);
      assert.ok((await second) > 0);
      assert.ok(held.pool.stats().arenas.every(({ draining }) => !draining));
      const { reserved, live } = held.pool.stats().bytes;
      assert.ok(reserved < 1.3 * live + 2 * MiB, `${reserved} reserved for ${live} live`);
      assertWhole(held);
    });

    test("one works at a time, in the order in which they came", async () => {
      const held = open({ maxBytes: "64MiB" });
      fill(held, 8000);
      loseNineTenths(held);
      const order: string[] = [];
      const note = (what: string) => () => order.push(what);
      const verbs = [
        held.pool.shrink("32MiB").then(note("shrink")),
        held.pool.compact().then(note("compact")),
        held.pool.shrink().then(note("shrink to the least")),
      ];
      let done = false;
      const all = Promise.all(verbs).finally(() => {
        done = true;
      });
      while (!done) {
        assert.ok(held.pool.stats().arenas.filter(({ draining }) => draining).length <= 1);
        await turn();
      }
      await all;
      assert.deepEqual(order, ["shrink", "compact", "shrink to the least"]);
      assertWhole(held);
    });

    test("a verb that fails does not hold up the next", async () => {
      const held = open({ maxBytes: "32MiB" });
      fill(held, 4000);
      loseNineTenths(held);
      const failing = held.pool.shrink(0, { signal: AbortSignal.abort(new Error("no")) });
      const next = held.pool.shrink();
      await assert.rejects(failing, /no/);
      assert.ok((await next) > 0);
      assertWhole(held);
    });

    test("a pool may be closed on the way", async () => {
      for (const verb of ["shrink", "compact"] as const) {
        const held = open({ maxBytes: "64MiB" });
        fill(held, 12_000);
        loseNineTenths(held);
        const { reserved, used } = held.pool.stats().bytes;
        const work = verb === "shrink" ? held.pool.shrink() : held.pool.compact();
        const waiting = held.pool.shrink();
        await turn();
        held.pool.close();
        const freed = await work;
        assert.ok(freed >= 0 && freed <= Math.max(reserved, used));
        assert.equal(await waiting, 0);
        await assert.rejects(held.pool[verb](), { code: "ERR_SPILLWAY_CLOSED" });
        assert.throws(() => held.swap.load(0, 0, new Uint8Array(PAGE)), { code: "ERR_SPILLWAY_CLOSED" });
      }
    });

    test("wrong arguments have a code and lose nothing", async () => {
      const held = open({ maxBytes: "4MiB" });
      fill(held, 100);
      const calls: [() => unknown, string, RegExp][] = [
        [() => held.pool.shrink("half" as never), "ERR_SPILLWAY_ARG_RANGE", /^targetBytes .*got "half"/],
        [() => held.pool.shrink(-1), "ERR_SPILLWAY_ARG_RANGE", /^targetBytes .*got -1/],
        [() => held.pool.shrink(0.5), "ERR_SPILLWAY_ARG_RANGE", /^targetBytes .*got 0.5/],
        [() => held.pool.shrink(Number.NaN), "ERR_SPILLWAY_ARG_RANGE", /^targetBytes .*got NaN/],
        [() => held.pool.shrink(null as never), "ERR_SPILLWAY_ARG_TYPE", /^targetBytes .*got null/],
        [() => held.pool.shrink(1n as never), "ERR_SPILLWAY_ARG_TYPE", /^targetBytes .*got 1n/],
        [() => held.pool.shrink(0, null as never), "ERR_SPILLWAY_ARG_TYPE", /^shrink options .*got null/],
        [() => held.pool.shrink(0, { budget: 1 } as never), "ERR_SPILLWAY_ARG_TYPE", /option "budget"/],
        [() => held.pool.compact({ budgetMs: 0 }), "ERR_SPILLWAY_ARG_RANGE", /^budgetMs .*got 0/],
        [() => held.pool.compact({ budgetMs: Number.NaN }), "ERR_SPILLWAY_ARG_RANGE", /^budgetMs/],
        [() => held.pool.compact({ budgetMs: "1" as never }), "ERR_SPILLWAY_ARG_TYPE", /^budgetMs .*got "1"/],
        [() => held.pool.compact({ signal: {} as never }), "ERR_SPILLWAY_ARG_TYPE", /^signal .*got Object/],
        [() => held.pool.compact(5 as never), "ERR_SPILLWAY_ARG_TYPE", /^compact options .*got 5/],
      ];
      for (const [call, code, message] of calls) await assert.rejects(async () => call(), { code, message });
      const swaps: [unknown, string][] = [
        [-1, "ERR_SPILLWAY_ARG_RANGE"],
        [0.5, "ERR_SPILLWAY_ARG_RANGE"],
        [Number.NaN, "ERR_SPILLWAY_ARG_RANGE"],
        ["7", "ERR_SPILLWAY_ARG_TYPE"],
        [undefined, "ERR_SPILLWAY_ARG_TYPE"],
      ];
      for (const [target, code] of swaps) {
        assert.throws(() => held.swap.shrink(target as never), { code, message: /^targetPages/ });
      }
      assertWhole(held);
    });
  });

  test("swap.shrink hands pages back, as they were stored, until so many are left", () => {
    const { pool, swap } = open({ maxBytes: "16MiB" });
    const other = pool.frontswap();
    other.init(0);
    swap.init(65_535);
    const stored = new Map<string, Uint8Array>();
    for (let i = 0; i < 500; i++) {
      for (const type of [0, 65_535]) {
        const page = numbered(i + type).subarray(0, 1 + ((i * 37) % PAGE));
        assert.equal(swap.store(type, i * 1_000_003, page), true);
        stored.set(`${type} ${i * 1_000_003}`, page);
      }
      assert.equal(other.store(0, i, numbered(-i)), true);
    }
    assert.deepEqual(swap.shrink(1000), []);
    assert.deepEqual(swap.shrink(5000), []);
    const taken = swap.shrink(300);
    assert.equal(taken.length, 700);
    for (const { type, offset, page } of taken) {
      const wanted = stored.get(`${type} ${offset}`);
      assert.ok(wanted && Buffer.compare(page, wanted) === 0);
      assert.equal(page.buffer.byteLength, page.length, "an array of its own");
      assert.ok(stored.delete(`${type} ${offset}`), "each page once");
      assert.equal(swap.pageLength(type, offset), 0);
    }
    assert.equal(swap.currPages(0) + swap.currPages(65_535), 300);
    assert.equal(pool.stats().removed.taken, 700);
    assert.equal(swap.shrink(0).length, 300);
    assert.equal(other.currPages(0), 500, "another client's pages are its own");
    assert.equal(pool.selfCheck(), 0);
    pool.close();
    assert.throws(() => swap.shrink(0), { code: "ERR_SPILLWAY_CLOSED" });
  });

  test("a pool that was full accepts again when as little is live as acceptThreshold says", () => {
    for (const threshold of [0.5, 0.9]) {
      const held = open({ maxBytes: "48MiB", acceptThreshold: threshold });
      fill(held, 13_000);
      const { bytes } = held.pool.stats();
      // Memory outside of slabs stays in use. The threshold is a part of the rest.
      const fixed = bytes.used - bytes.slabs;
      const accept = fixed + threshold * (bytes.max - fixed);
      assert.equal(held.swap.store(0, 50_000, numbered(50_000)), false);
      let live = bytes.live;
      for (const i of [...held.kept]) {
        held.swap.invalidatePage(0, i);
        held.kept.delete(i);
        if (i % 50) continue;
        live = held.pool.stats().bytes.live;
        if (held.swap.store(0, 50_000, numbered(50_000))) break;
        assert.ok(live > accept, `refused at ${live} of ${accept} bytes`);
      }
      assert.ok(live > accept - 50 * 1.1 * PAGE && live <= accept, `accepted at ${live} of ${accept}`);
      held.kept.add(50_000);
      assertWhole(held);
    }
  });

  test("a pool with many records and no pages left accepts again, whatever acceptThreshold says", () => {
    const { pool, swap } = open({ maxBytes: "16MiB", acceptThreshold: 0.2 });
    swap.init(1);
    const tiny = new Uint32Array(3);
    for (let i = 0; i < 150_000; i++) {
      tiny.set([i, 0, ~i]);
      assert.equal(swap.store(1, i, new Uint8Array(tiny.buffer)), true);
    }
    for (let i = 0; i < 3000; i++) swap.store(0, i, numbered(i));
    assert.ok(pool.stats().refused.full > 0);
    const { metadata, max } = pool.stats().bytes;
    assert.ok(metadata > 0.4 * max, "records alone are more than that part");
    swap.invalidateArea(0);
    swap.invalidateArea(1);
    swap.init(0);
    assert.equal(swap.store(0, 0, numbered(0)), true);
    assert.equal(pool.selfCheck(), 0);
  });

  test("unasked, when little was in use for three looks in a row, and only then", async (t) => {
    // The library takes its timers when it is loaded, so this copy of it has the mocked ones.
    t.mock.timers.enable({ apis: ["setInterval"] });
    const { Spillway } = await freshLibrary();
    const held = open({ maxBytes: "64MiB", autoShrink: true }, Spillway);
    const still = open({ maxBytes: "64MiB", autoShrink: false }, Spillway);
    for (const one of [held, still]) {
      fill(one, 8000);
      loseNineTenths(one);
    }
    const { reserved } = held.pool.stats().bytes;
    const looks = (n: number) => {
      for (let i = 0; i < n; i++) t.mock.timers.tick(10_000);
    };
    looks(2);
    // The pool was busy in between, so the count starts again.
    fill(held, 8000);
    looks(1);
    loseNineTenths(held);
    looks(2);
    await turn();
    assert.equal(held.pool.stats().bytes.reserved, reserved);
    looks(1);
    for (let i = 0; i < 500 && held.pool.stats().bytes.returned === 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const { bytes } = held.pool.stats();
    assert.ok(bytes.returned > 0 && bytes.reserved < reserved / 2, `${bytes.reserved} of ${reserved}`);
    assert.equal(still.pool.stats().bytes.returned, 0, "nor where it is off");
    assertWhole(held);
    assertWhole(still);
  });

  describe("in a process of its own", () => {
    const library = fileURLToPath(new URL("../../spillway.js", import.meta.url));
    /** Runs a module that can use `Spillway`. Returns what it printed and how long it took. */
    function child(script: string, flags: string[] = []): { printed: string; ms: number } {
      const began = performance.now();
      const { stdout, stderr, status, signal } = spawnSync(
        process.execPath,
        [
          ...flags,
          "--input-type=module",
          "-e",
          `import { Spillway } from ${JSON.stringify(library)};\n${script}`,
        ],
        { encoding: "utf8", timeout: 60_000 },
      );
      assert.equal(status, 0, `ended with ${status ?? signal}: ${stderr}`);
      return { printed: stdout.trim(), ms: performance.now() - began };
    }
    const FILL = `
      const page = new Uint8Array(4096);
      const words = new Uint32Array(page.buffer);
      function write(i) {
        let x = i + 1;
        for (let at = 0; at < 1024; at++) words[at] = x = (Math.imul(x, 1664525) + 1013904223) ^ (x >>> 13);
      }
      const pool = Spillway.openSync({ maxBytes: "192MiB", ...OPTIONS });
      const swap = pool.frontswap();
      swap.init(0);
      for (let i = 0; i < 40_000; i++) {
        write(i);
        swap.store(0, i, page);
      }
      for (let i = 0; i < 40_000; i++) if (i % 10) swap.invalidatePage(0, i);`;

    test("RSS falls by what shrink gave back", () => {
      const { printed } = child(`
        const OPTIONS = {};
        ${FILL}
        const before = process.memoryUsage.rss();
        const freed = await pool.shrink();
        const fallen = before - process.memoryUsage.rss();
        for (let i = 0; i < 40_000; i += 10) {
          write(i);
          const wanted = page.slice();
          if (!swap.load(0, i, page) || Buffer.compare(page, wanted)) throw new Error("page " + i);
        }
        console.log(JSON.stringify({ freed, fallen }));`);
      const { freed, fallen } = JSON.parse(printed) as { freed: number; fallen: number };
      assert.ok(freed > 100 * MiB, `${freed} bytes`);
      assert.ok(fallen > 0.8 * freed, `${freed} bytes given back, ${fallen} of RSS`);
    });

    test("a pool that is forgotten is collected, whatever looks after it", () => {
      const { printed } = child(
        `
        // In its own function: while a module awaits, its variables hold their values.
        async function open(options) {
          const pool = Spillway.openSync({ maxBytes: "64MiB", ...options });
          const swap = pool.frontswap();
          swap.init(0);
          const page = new Uint8Array(4096);
          for (let i = 0; i < 1000; i++) swap.store(0, i, page.map((_, at) => at * i));
          await pool.compact();
          return new WeakRef(pool);
        }
        const pools = [
          await open({ autoShrink: true }),
          await open({ autoShrink: true, nursery: "1MiB" }),
          await open({ pressure: { source: () => "none", intervalMs: 10 } }),
        ];
        const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        let alive = pools;
        for (let i = 0; i < 50 && alive.length > 0; i++) {
          await sleep(20);
          gc();
          alive = pools.filter((one) => one.deref() !== undefined);
        }
        console.log(alive.length);`,
        ["--expose-gc"],
      );
      assert.equal(printed, "0");
    });

    test("its timers keep no process alive", () => {
      const { ms } = child(`
        const pool = Spillway.openSync({ maxBytes: "64MiB", nursery: "1MiB", pressure: true });
        pool.frontswap().init(0);
        globalThis.kept = pool;`);
      assert.ok(ms < 8000, `${ms} ms`);
    });

    test("a process that waits for a verb gets its answer", () => {
      const { printed } = child(`
        const OPTIONS = { autoShrink: false };
        ${FILL}
        console.log(await pool.shrink() > 0, await pool.compact() >= 0);`);
      assert.equal(printed, "true true");
    });
  });

  describe("zeroize", () => {
    const RUNS = 24;
    test("leaves nothing of a page in linear memory, however it went", () => {
      for (let run = 0; run < RUNS; run++) {
        const { before, after } = canaryRun(new Random(seed + run), true);
        assert.ok(before > 0, "there it was");
        assert.equal(after, 0, `run ${run}; repeat with SPILLWAY_SEED=${seed}`);
      }
    });

    test("a pool that is closed leaves nothing either, if asked", () => {
      for (const zeroize of [true, false]) {
        const arenas = openArenas("doors", { maxBytes: "2MiB", zeroize });
        const swap = frontswapOver(arenas, 1, 1);
        swap.init(0);
        const random = new Random(seed);
        for (let i = 0; i < 100; i++) swap.store(0, i, random.fill(new Uint8Array(4096)));
        const memory = engineOf(arenas).memory;
        arenas.close();
        assert.equal(
          new Uint8Array(memory.buffer).every((byte) => byte === 0),
          zeroize,
        );
      }
    });

    test("not asked for, bytes stay, and this search finds them", () => {
      let found = 0;
      for (let run = 0; run < RUNS / 4; run++) found += canaryRun(new Random(seed + run), false).after;
      assert.ok(found > 0);
    });
  });
});
