/**
 * Shows that recompression makes what rests denser and changes nothing else: every page comes back,
 * dictionaries are made of one client's pages and counted, maxBytes holds, the host runs meanwhile, work that
 * was cut short goes on, and moving, shrinking and closing go on as before.
 *
 * How: real pools filled with pages of this process's memory. Figures in time and density are for `npm run
 * bench -- recompress`. The seed is printed; SPILLWAY_SEED=n repeats a run.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Frontswap, Spillway, type SpillwayOptions } from "spillway";
import { freshLibrary } from "#kit/fresh.js";
import { livePages } from "#kit/live_memory.js";
import { engineOf, frontswapOver, openArenas, openWorkshop } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import type { RestedPage } from "#lib/engine/arena_dense.js";
import { LOOK_MS } from "#lib/housekeeping/keeper.js";

const PAGE = 4096;
const seed = runSeed();
const PAGES = [...livePages(2000)];

function open(options: Partial<SpillwayOptions> = {}, library = Spillway) {
  const pool = library.openSync({ maxBytes: "64MiB", autoShrink: false, ...options });
  const swap = pool.frontswap();
  swap.init(0);
  return { pool, swap };
}

function fill(swap: Frontswap, pages = PAGES): void {
  for (const [i, page] of pages.entries()) assert.equal(swap.store(0, i, page), true);
}

function assertWhole(swap: Frontswap, pages = PAGES, from = 0): void {
  const back = new Uint8Array(PAGE);
  for (const [i, page] of pages.entries()) {
    if (i < from) continue;
    assert.equal(swap.load(0, i, back), true, `law 2: page ${i}`);
    assert.equal(Buffer.compare(back, page), 0, `law 2: the bytes of page ${i}`);
  }
}

describe(`recompression, seed ${seed}`, () => {
  test("makes bodies a good deal smaller, and every page comes back (law 13)", async () => {
    const { pool, swap } = open();
    fill(swap);
    const before = pool.stats();
    const saved = await pool.recompress();
    const after = pool.stats();
    assert.equal(saved, before.bytes.compressed - after.bytes.compressed);
    assert.equal(saved, after.recompressed.bytes);
    assert.ok(after.bytes.compressed < 0.85 * before.bytes.compressed, `${saved} bytes saved`);
    assert.ok(after.densePages > 0.8 * after.bodies);
    const { bodies, inVain } = after.recompressed;
    assert.ok(bodies + inVain > 0.95 * after.bodies && bodies + inVain <= after.bodies, "all but tiny ones");
    assert.ok(after.bytes.dictionaries > 0 && after.bytes.dictionaries < 100_000);
    assert.equal(after.bytes.reserved, after.arenas[0]?.reserved, "the workshop is gone");
    assertWhole(swap);
    assert.equal(pool.selfCheck(), 0);
    // What was recoded or tried is left alone.
    assert.equal(await pool.recompress(), 0);
    assert.deepEqual(pool.stats().recompressed, after.recompressed);
  });

  test("of pages that come later goes on with the same dictionary", async () => {
    const { pool, swap } = open();
    fill(swap, PAGES.slice(0, 1000));
    await pool.recompress();
    const { dictionaries } = pool.stats().bytes;
    fill(swap);
    assert.ok((await pool.recompress()) > 0);
    assert.equal(pool.stats().bytes.dictionaries, dictionaries);
    assertWhole(swap);
  });

  test("leaves what was used since it last looked", async () => {
    const { pool, swap } = open();
    fill(swap);
    const done = pool.recompress({ minIdle: 200 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    assertWhole(swap, PAGES, 1000);
    assert.ok((await done) > 0);
    const { bodies, inVain } = pool.stats().recompressed;
    assert.ok(bodies + inVain > 900 && bodies + inVain <= 1000, `${bodies} and ${inVain} of 1000`);
    // It looked again when it was done: now they have rested too.
    assert.ok((await pool.recompress({ minIdle: 1 })) > 0);
    assert.ok(pool.stats().recompressed.bodies > bodies);
  });

  test("spends its budget and goes on where it stopped", async () => {
    const { pool, swap } = open();
    fill(swap);
    let calls = 0;
    const left = () => {
      const { recompressed, bodies } = pool.stats();
      return 0.95 * bodies - recompressed.bodies - recompressed.inVain;
    };
    for (; left() > 0; calls++) {
      assert.ok(calls < 2000);
      await pool.recompress({ budgetMs: 50 });
      const { reserved, max } = pool.stats().bytes;
      assert.ok(reserved <= max);
    }
    assert.ok(calls > 3, `${calls} calls`);
    await pool.recompress();
    assert.equal(await pool.recompress(), 0, "nothing was left out");
    assertWhole(swap);
    assert.equal(pool.selfCheck(), 0);
  });

  test("lets the host run, which may store, load, invalidate and close", async () => {
    const { pool, swap } = open();
    fill(swap);
    const random = new Random(seed);
    const gone = new Set<number>();
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
      for (let i = 0; i < 20; i++) {
        const key = random.below(PAGES.length);
        if (random.below(2)) {
          swap.store(0, key, PAGES[key] as Uint8Array);
          gone.delete(key);
        } else {
          swap.invalidatePage(0, key);
          gone.add(key);
        }
      }
    }, 1);
    await pool.recompress();
    clearInterval(timer);
    assert.ok(turns > 3, `${turns} turns`);
    const back = new Uint8Array(PAGE);
    for (const [i, page] of PAGES.entries()) {
      assert.equal(swap.load(0, i, back), !gone.has(i));
      if (!gone.has(i)) assert.equal(Buffer.compare(back, page), 0);
    }
    assert.equal(pool.selfCheck(), 0);
    fill(swap);
    const closing = pool.recompress();
    await new Promise((resolve) => setTimeout(resolve, 5));
    pool.close();
    assert.equal(typeof (await closing), "number");
  });

  test("is ended by a signal, and refused for wrong options", async () => {
    const { pool, swap } = open();
    fill(swap);
    const abort = new AbortController();
    const done = pool.recompress({ signal: abort.signal });
    abort.abort(new Error("enough"));
    await assert.rejects(done, /enough/);
    const waiting = pool.recompress({ minIdle: 1e6, signal: AbortSignal.timeout(20) });
    await assert.rejects(waiting, { name: "TimeoutError" });
    assert.equal(pool.stats().bytes.reserved, pool.stats().arenas[0]?.reserved, "no workshop is left");
    for (const [options, error] of [
      [{ minIdle: -1 }, RangeError],
      [{ minIdle: "1" }, TypeError],
      [{ budgetMs: 0 }, RangeError],
      [{ idle: 1 }, TypeError],
    ] as const)
      await assert.rejects(pool.recompress(options as never), error);
    assert.throws(() => Spillway.openSync({ maxBytes: "1MiB", recompress: true, zeroize: true }), TypeError);
    assert.throws(() => Spillway.openSync({ maxBytes: "1MiB", recompress: { minIdle: -1 } }), RangeError);
  });

  test("keeps clients apart: each has a dictionary of its own pages, gone with it", async () => {
    const { pool, swap } = open();
    const other = pool.frontswap();
    other.init(0);
    fill(swap, PAGES.slice(0, 1000));
    fill(other, PAGES.slice(1000));
    await pool.recompress();
    const { dictionaries } = pool.stats().bytes;
    other.close();
    assert.equal(pool.stats().bytes.dictionaries, dictionaries / 2);
    assertWhole(swap, PAGES.slice(0, 1000));
    const shared = open({ dedupe: "pool" });
    const second = shared.pool.frontswap();
    second.init(0);
    fill(shared.swap, PAGES.slice(0, 1000));
    fill(second, PAGES.slice(1000));
    await shared.pool.recompress();
    assert.equal(shared.pool.stats().bytes.dictionaries, dictionaries / 2);
    assertWhole(second, PAGES.slice(1000));
  });

  test("a client whose dictionary was forgotten does not come by another one's under the same version", async () => {
    const { pool, swap } = open();
    const other = pool.frontswap();
    other.init(0);
    fill(swap, PAGES.slice(0, 1000));
    await pool.recompress();
    swap.invalidateArea(0);
    await pool.shrink();
    assert.equal(pool.stats().bytes.dictionaries, 0, "it is forgotten");
    fill(other, PAGES.slice(1000));
    await pool.recompress();
    const { dictionaries } = pool.stats().bytes;
    swap.init(0);
    fill(swap, PAGES.slice(0, 1000));
    await pool.recompress();
    assert.ok(pool.stats().bytes.dictionaries > dictionaries, "each has its own");
    assertWhole(swap, PAGES.slice(0, 1000));
    assertWhole(other, PAGES.slice(1000));
  });

  test("a training of a client that is closed, or is ended by a signal, leaves no memory taken", async () => {
    const { pool, swap } = open();
    const other = pool.frontswap();
    other.init(0);
    fill(swap, PAGES.slice(0, 1000));
    fill(other, PAGES.slice(1000));
    await pool.recompress({ budgetMs: 1 });
    const taken = () => pool.stats().bytes.reserved - (pool.stats().arenas[0]?.reserved ?? 0);
    assert.ok(taken() > 0, "a training waits to go on");
    swap.close();
    other.invalidatePage(0, 0);
    assert.ok((await pool.recompress()) > 0, "the other one is trained for");
    assert.equal(taken(), 0);
    const third = pool.frontswap();
    third.init(0);
    fill(third, PAGES.slice(0, 1000));
    const abort = new AbortController();
    const done = pool.recompress({ signal: abort.signal });
    // Sampling takes a few turns.
    await new Promise((resolve) => setTimeout(resolve, 1));
    abort.abort(new Error("enough"));
    await assert.rejects(done, /enough/);
    await pool.shrink();
    assert.equal(taken(), 0);
  });

  test("needs pages to learn from, and leaves a pool with zeroize or without a codec alone", async () => {
    const { pool, swap } = open();
    fill(swap, PAGES.slice(0, 100));
    assert.equal(await pool.recompress(), 0);
    assert.equal(pool.stats().bytes.dictionaries, 0);
    fill(swap);
    assert.ok((await pool.recompress()) > 0);
    for (const options of [{ zeroize: true }, { codec: "none" }] as const) {
      const one = open(options);
      fill(one.swap);
      assert.equal(await one.pool.recompress(), 0);
      assert.equal(one.pool.stats().densePages, 0);
    }
  });

  test("learns from pages that rest later, when too few did at first", async () => {
    const { pool, swap } = open();
    fill(swap, PAGES.slice(0, 1000));
    const first = pool.recompress({ minIdle: 200 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    assertWhole(swap, PAGES.slice(0, 1000), 10);
    assert.equal(await first, 0, "ten pages are too few");
    let calls = 0;
    for (; pool.stats().densePages === 0; calls++) {
      assert.ok(calls < 20);
      await pool.recompress({ minIdle: 1 });
    }
    assert.ok(calls > 5, `${calls} calls: it is not looked for again and again`);
    assertWhole(swap, PAGES.slice(0, 1000));
  });

  test("works in a full pool that was opened for it, within maxBytes", async () => {
    const { pool, swap } = open({ maxBytes: "16MiB", recompress: true });
    const random = new Random(seed);
    const noise = () => random.fill(new Uint8Array(PAGE));
    fill(swap);
    let offset = 10_000;
    while (swap.store(0, offset, noise())) offset += 1;
    const { reserved, max } = pool.stats().bytes;
    assert.ok(reserved > 0.8 * max, "it is full");
    assert.ok((await pool.recompress()) > 0);
    assert.ok(pool.stats().densePages > 1000);
    assert.ok(pool.stats().bytes.reserved <= max);
    assert.equal(swap.store(0, offset, noise()), true, "there is room again");
    assertWhole(swap);
    assert.equal(pool.selfCheck(), 0);
  });

  test("dense pages move between arenas, with their dictionary", async () => {
    const { pool, swap } = open({ maxBytes: "64MiB" });
    const random = new Random(seed);
    for (let i = 0; i < 9000; i++) swap.store(0, 50_000 + i, random.fill(new Uint8Array(PAGE)));
    fill(swap);
    await pool.recompress();
    const before = pool.stats();
    assert.ok(before.arenas.length > 1 && before.densePages > 1000);
    for (let i = 0; i < 9000; i++) swap.invalidatePage(0, 50_000 + i);
    assert.ok((await pool.shrink()) > 0);
    const after = pool.stats();
    assert.equal(after.arenas.length, 1);
    assert.equal(after.densePages, before.densePages);
    assert.ok(after.bytes.dictionaries > 0 && after.bytes.dictionaries <= before.bytes.dictionaries);
    assertWhole(swap);
    assert.equal(pool.selfCheck(), 0);
  });

  test("unasked, when pages have rested", async (t) => {
    // The library takes its timers when it is loaded, so this copy has the mocked one.
    t.mock.timers.enable({ apis: ["setInterval"] });
    const library = await freshLibrary();
    const { pool, swap } = open({ recompress: { minIdle: 20 } }, library.Spillway);
    t.mock.timers.tick(0);
    fill(swap);
    const wait = () => new Promise((resolve) => setTimeout(resolve, 30));
    for (let i = 0; i < 1000 && pool.stats().densePages < 1000; i++) {
      t.mock.timers.tick(LOOK_MS);
      await wait();
    }
    assert.ok(pool.stats().densePages >= 1000);
    assertWhole(swap);
  });

  test("a dictionary that is damaged costs dense pages and nothing else (law 19)", async () => {
    const arenas = openArenas("verify", { maxBytes: "16MiB" });
    const swap = frontswapOver(arenas, 1, 1);
    swap.init(0);
    fill(swap, PAGES.slice(0, 300));
    const [arena] = arenas.memory.each();
    assert.ok(arena !== undefined);
    const workshop = openWorkshop("verify", PAGE, 256 * PAGE);
    for (const page of PAGES.slice(0, 256)) assert.ok(workshop.addSample(page));
    workshop.beginTraining(1);
    let dictionary: Uint8Array | undefined;
    while (dictionary === undefined) dictionary = workshop.train();
    assert.ok(arena.dense.addDictionary(1, 1, dictionary));
    assert.ok(workshop.use(dictionary));
    for (let from: number | undefined = 0; from !== undefined; ) {
      const { next, page, limit }: RestedPage = arena.dense.find(from, false, 1);
      if (page !== undefined && (page[100] as number) % 2 === 0) {
        workshop.begin(page);
        let block: Uint8Array | undefined;
        while (block === undefined) block = workshop.encode(limit);
        arena.dense.keep(block);
      } else if (page !== undefined) arena.dense.keep(new Uint8Array());
      from = next;
    }
    const dense = arenas.stats().densePages;
    assert.ok(dense > 20);
    const memory = new Uint8Array(engineOf(arenas).memory.buffer);
    const at = Buffer.from(memory.buffer).indexOf(dictionary.subarray(0, 300));
    assert.ok(at > 0);
    // All strings of it are others now.
    for (let i = 400; i < dictionary.length; i++) memory[at + i] = (memory[at + i] as number) ^ 0x55;
    let damaged = 0;
    const back = new Uint8Array(PAGE);
    for (const [i, page] of PAGES.slice(0, 300).entries()) {
      try {
        assert.equal(swap.load(0, i, back), true);
        assert.equal(Buffer.compare(back, page), 0);
      } catch (error) {
        assert.equal((error as { code?: string }).code, "ERR_SPILLWAY_DAMAGED");
        damaged += 1;
      }
    }
    assert.ok(damaged > 0 && damaged <= dense, `${damaged} of ${dense}`);
    assert.equal(swap.store(0, 0, PAGES[1] as Uint8Array), true);
  });
});
