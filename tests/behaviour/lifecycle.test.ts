/**
 * Shows how a pool ends, and what its callbacks may do. After an engine fault its background work ends
 * silently, the next call reports the fault, and closing works. Closing ends every running verb at once, with
 * what it has achieved, and it is finished before any callback runs. A callback may call the pool or the
 * client, close them, or throw.
 *
 * How: real traps in a module with red zones; keepers that look every few milliseconds; subscribers that do
 * each of these things, on channels of the process and on channels that let subscribers' errors through.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { describe, test } from "node:test";
import { type Cleancache, type Frontswap, Spillway, type SpillwayOptions } from "spillway";
import { type Doors, frontswapOver, moduleBytes, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { Timers } from "#lib/base/timers.js";
import { Arena } from "#lib/engine/arena.js";
import { PressureController } from "#lib/housekeeping/pressure.js";
import { Spillway as OpenSpillway } from "#lib/pool.js";
import { type Channel, Channels } from "#lib/telemetry/channels.js";

const PAGE = 4096;
const MiB = 2 ** 20;
const seed = runSeed();
const random = new Random(seed);
const NOISE = Array.from({ length: 200 }, () => random.fill(new Uint8Array(PAGE)));
const noise = (i: number) => NOISE[i % NOISE.length] as Uint8Array;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const FAULT = { code: "ERR_SPILLWAY_ENGINE_FAULT" };
const CLOSED = { code: "ERR_SPILLWAY_CLOSED" };

/** A pool whose engine the test can reach, and whose keeper looks every three milliseconds. */
function openBreakable(options: Partial<SpillwayOptions>) {
  const { setFlags } = Arena.prototype;
  const { every } = Timers.prototype;
  let engine: Doors | undefined;
  Arena.prototype.setFlags = function (flags) {
    engine = this.engine as Doors;
    return setFlags.call(this, flags);
  };
  Timers.prototype.every = function (target, _, tick) {
    return every.call(this, target, 3, tick as never);
  };
  try {
    const pool = OpenSpillway.openSync({ maxBytes: "4MiB", wasm: moduleBytes("verify"), ...options });
    pool.codec = "lz4";
    const swap = pool.frontswap();
    const cache = pool.cleancache();
    swap.init(0);
    // The first area of the pool belongs to the swap client.
    return { pool, swap, cache, engine: engine as Doors, area: 1 };
  } finally {
    Arena.prototype.setFlags = setFlags;
    Timers.prototype.every = every;
  }
}

/** Breaks a red zone, which the engine finds when this page is removed. The page is not in a nursery. */
function breakPage({ engine, area }: ReturnType<typeof openBreakable>, offset: number): void {
  new Uint8Array(engine.memory.buffer)[engine.door_place(area, offset) + engine.door_stored(area, offset)] =
    0;
}

describe("after an engine fault", () => {
  const kinds: Record<string, Partial<SpillwayOptions>> = {
    "that looks after memory": { autoShrink: true },
    "that settles a nursery": { nursery: "256KiB" },
    "that recompresses": { recompress: { minIdle: 1 } },
    "under pressure": { pressure: { intervalMs: 10 } },
    "under pressure, by a source": { pressure: { source: () => "critical", intervalMs: 10 } },
    "under pressure, by a slow source": {
      pressure: { source: () => sleep(5).then(() => "critical" as const), intervalMs: 10 },
    },
    "under pressure, by a source that fails": {
      pressure: { source: () => Promise.reject(new Error("no")), intervalMs: 10 },
    },
  };
  for (const [name, options] of Object.entries(kinds)) {
    test(`a pool ${name} does so no more, and throws at nobody but who calls it`, async () => {
      const broken = openBreakable({ autoShrink: false, ...options });
      const { pool, swap, cache } = broken;
      const fs = cache.initFs();
      cache.putPage(fs, 1, 1, noise(1));
      swap.store(0, 7, new Uint8Array(Buffer.alloc(PAGE, "some page, ")));
      // With a nursery, the page has been compressed by then.
      await sleep(30);
      breakPage(broken, 7);
      assert.throws(() => swap.invalidatePage(0, 7), FAULT);
      // An error that nobody catches ends this process or fails this test.
      await sleep(60);
      assert.throws(() => swap.load(0, 1, new Uint8Array(PAGE)), FAULT);
      assert.throws(() => pool.stats(), FAULT);
      for (const verb of [pool.shrink(), pool.compact(), pool.recompress()])
        await assert.rejects(verb, FAULT);
      for (const one of [swap, cache, pool, swap, cache, pool]) one.close();
      assert.throws(() => swap.load(0, 1, new Uint8Array(PAGE)), CLOSED);
      assert.throws(() => pool.stats(), CLOSED);
    });
  }

  test("background work that meets it itself ends, and the next call says so", async () => {
    const broken = openBreakable({ autoShrink: true });
    const { pool, swap } = broken;
    for (const [i, page] of NOISE.entries()) swap.store(0, i, page);
    swap.store(0, 500, new Uint8Array(Buffer.alloc(PAGE, "some page, ")));
    breakPage(broken, 500);
    const { counters } = Arena.prototype;
    let looks = 0;
    Arena.prototype.counters = function () {
      looks += 1;
      // The keeper's look meets the broken page first.
      if (this.engine === broken.engine) swap.invalidatePage(0, 500);
      return counters.call(this);
    };
    try {
      await sleep(60);
    } finally {
      Arena.prototype.counters = counters;
    }
    assert.equal(looks, 1);
    assert.throws(() => swap.load(0, 1, new Uint8Array(PAGE)), FAULT);
    swap.close();
    pool.close();
  });

  test("closing says what there is to say, with zeroize as well, and ends the images that are read", async () => {
    const messages: unknown[] = [];
    const listener = (message: unknown) => messages.push(message);
    subscribe("spillway:close", listener);
    try {
      const broken = openBreakable({ name: "broken", zeroize: true });
      const { pool, swap, engine } = broken;
      swap.store(0, 7, new Uint8Array(Buffer.alloc(PAGE, "some page, ")));
      breakPage(broken, 7);
      const reader = pool.snapshot().getReader();
      await reader.read();
      assert.throws(() => swap.invalidatePage(0, 7), FAULT);
      await assert.rejects(reader.read(), FAULT);
      const idle = pool.shrink();
      await assert.rejects(idle, FAULT);
      swap.close();
      pool.close();
      assert.ok(new Uint8Array(engine.memory.buffer).every((byte) => byte === 0));
      assert.deepEqual(
        messages.map((message) => (message as { client: string }).client),
        ["frontswap-1", undefined],
      );
    } finally {
      unsubscribe("spillway:close", listener);
    }
  });

  test("a process that caught it lives on, looks and all", () => {
    const lib = (file: string) => JSON.stringify(new URL(`../../lib/${file}.js`, import.meta.url).href);
    const script = `
      import { readFileSync } from "node:fs";
      import { Arena } from ${lib("engine/arena")};
      import { Spillway } from ${lib("pool")};
      import { Timers } from ${lib("base/timers")};
      const { every } = Timers.prototype;
      Timers.prototype.every = function (target, ms, tick) { return every.call(this, target, 5, tick); };
      let engine;
      const { setFlags } = Arena.prototype;
      Arena.prototype.setFlags = function (flags) { engine = this.engine; return setFlags.call(this, flags); };
      const wasm = readFileSync(${JSON.stringify(new URL("../../wasm/verify.wasm", import.meta.url).pathname)});
      const pool = Spillway.openSync({ maxBytes: "4MiB", wasm, nursery: "64KiB", recompress: { minIdle: 1 },
        pressure: { source: async () => "critical", intervalMs: 10 } });
      pool.codec = "lz4";
      const swap = pool.frontswap();
      swap.init(0);
      swap.store(0, 1, new Uint8Array(Buffer.alloc(4096, "some page, ")));
      await new Promise((resolve) => setTimeout(resolve, 50));
      new Uint8Array(engine.memory.buffer)[engine.door_place(1, 1) + engine.door_stored(1, 1)] = 0;
      let code;
      try { swap.invalidatePage(0, 1); } catch (error) { code = error.code; }
      await new Promise((resolve) => setTimeout(resolve, 100));
      swap.close();
      pool.close();
      console.log(code, "and well");`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      timeout: 30_000,
    });
    assert.equal(status, 0, stderr);
    assert.equal(stdout.trim(), "ERR_SPILLWAY_ENGINE_FAULT and well");
  });
});

describe("closing", () => {
  function open(options: Partial<SpillwayOptions> = {}) {
    const pool = Spillway.openSync({ maxBytes: "64MiB", dedupe: false, ...options });
    const swap = pool.frontswap();
    swap.init(0);
    for (let i = 0; i < 12_000; i++) swap.store(0, i, noise(i));
    for (let i = 0; i < 12_000; i++) if (i % 10) swap.invalidatePage(0, i);
    return { pool, swap };
  }

  test("ends every verb at once, with what it has achieved", async () => {
    for (const wait of [0, 1, 5, 100]) {
      const { pool } = open({ recompress: { minIdle: 8000 } });
      const verbs = [
        pool.recompress({ minIdle: 8000 }),
        pool.recompress({ minIdle: 2 ** 31 - 1, signal: new AbortController().signal }),
        pool.shrink(),
        pool.compact(),
        pool.recompress(),
        pool.shrink(MiB, { budgetMs: 1e9 }),
      ];
      await sleep(wait);
      const reader = pool.snapshot().getReader();
      pool.close();
      const began = performance.now();
      const results = await Promise.all(verbs);
      assert.ok(performance.now() - began < 1000, "within microtasks, and whatever else runs here");
      for (const result of results) assert.ok(Number.isInteger(result) && result >= 0, String(result));
      assert.deepEqual(results.slice(0, 2), [0, 0]);
      await assert.rejects(reader.read(), CLOSED);
      for (const late of [() => pool.shrink(), () => pool.compact(), () => pool.recompress({ minIdle: 5 })])
        await assert.rejects(late, CLOSED);
    }
  });

  test("ends the wait for the collector", async () => {
    const { pool } = open();
    const { deref } = WeakRef.prototype;
    const working = pool.shrink();
    while (pool.stats().bytes.returned === 0) await sleep(1);
    // The pool waits three seconds while anything holds the memory.
    WeakRef.prototype.deref = () => new ArrayBuffer();
    try {
      await sleep(50);
      const began = performance.now();
      pool.close();
      assert.ok((await working) > 0);
      assert.ok(performance.now() - began < 1000);
    } finally {
      WeakRef.prototype.deref = deref;
    }
  });

  test("lets the process end, whatever waited", () => {
    const library = new URL("../../spillway.js", import.meta.url).href;
    const began = performance.now();
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { Spillway } from ${JSON.stringify(library)};
         const pool = Spillway.openSync({ maxBytes: "16MiB", pressure: true, recompress: true, nursery: "1MiB" });
         const waiting = pool.recompress({ minIdle: 20_000 });
         setTimeout(() => pool.close(), 20);
         console.log(await waiting);`,
      ],
      { encoding: "utf8", timeout: 60_000 },
    );
    assert.equal(status, 0, stderr);
    assert.equal(stdout.trim(), "0");
    assert.ok(performance.now() - began < 8000);
  });

  test("a pool that was restored lets go of its memory, though clients are held", () => {
    const library = new URL("../../spillway.js", import.meta.url).href;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        "--expose-gc",
        "--input-type=module",
        "-e",
        `import { Spillway } from ${JSON.stringify(library)};
         const page = new Uint8Array(4096);
         const words = new Uint32Array(page.buffer);
         let x = 1;
         async function restored() {
           const first = Spillway.openSync({ maxBytes: "128MiB" });
           const swap = first.frontswap({ name: "a" });
           swap.init(0);
           for (let i = 0; i < 20_000; i++) {
             for (let at = 0; at < 1024; at++) words[at] = x = (Math.imul(x, 1664525) + 1013904223) ^ (x >>> 13);
             swap.store(0, i, page);
           }
           const again = await Spillway.restore(first.snapshot(), { maxBytes: "128MiB" });
           first.close();
           return again;
         }
         const again = await restored();
         globalThis.kept = again.frontswap({ name: "a" });
         const collect = async () => {
           for (let i = 0; i < 5; i++) {
             await new Promise((resolve) => setTimeout(resolve, 50));
             gc();
           }
           return process.memoryUsage.rss();
         };
         const before = await collect();
         again.close();
         console.log(before - (await collect()));`,
      ],
      { encoding: "utf8", timeout: 60_000 },
    );
    assert.equal(status, 0, stderr);
    assert.ok(Number(stdout) > 60 * MiB, `${stdout.trim()} bytes of RSS less`);
  });
});

describe(`who is told may do anything, seed ${seed}`, () => {
  /** A pool in which stores evict and are refused, and clients reach their caps. */
  function openBusy() {
    const pool = Spillway.openSync({ maxBytes: "1MiB", name: "busy", autoShrink: false });
    const swap = pool.frontswap({ name: "swap" });
    const capped = pool.frontswap({ name: "capped", maxBytes: 4 * PAGE });
    const cache = pool.cleancache({ name: "cache" });
    const other = pool.cleancache({ name: "other", weight: 1 });
    for (const one of [swap, capped]) one.init(0);
    return { pool, swap, capped, cache, other, fs: [cache.initFs(), other.initFs()] as const };
  }
  type Busy = ReturnType<typeof openBusy>;

  const DEEDS: Record<string, (busy: Busy) => unknown> = {
    "closes the pool": ({ pool }) => pool.close(),
    "closes the clients": (busy) =>
      [busy.swap, busy.capped, busy.cache, busy.other].map((one) => one.close()),
    "closes all, twice": ({ pool, swap, cache }) =>
      [swap, cache, pool, swap, cache, pool].map((one) => one.close()),
    stores: ({ swap, cache, fs }) => {
      for (let i = 0; i < 5; i++) swap.store(0, 5000 + i, noise(i));
      cache.putPage(fs[0], 3, 1, noise(3));
    },
    invalidates: ({ swap, cache, fs }) => {
      swap.invalidateArea(0);
      swap.init(0);
      cache.invalidateFs(fs[0]);
    },
    "shrinks and compacts": ({ pool }) =>
      Promise.allSettled([pool.shrink(), pool.compact(), pool.recompress()]),
    "freezes and thaws": ({ pool }) => {
      pool.freeze();
      pool.thaw();
    },
    "opens clients and reads": ({ pool }) => {
      pool.frontswap().init(3);
      pool.cleancache().initFs();
      return [pool.stats(), pool.snapshot(), pool.selfCheck()];
    },
  };

  /** Everything that has a channel, in the order of a pool's life. */
  const DAY: ((busy: Busy) => unknown)[] = [
    ({ capped }) => capped.store(0, 1, noise(1)),
    ({ capped }) => capped.storeMany(0, [2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7].map(noise)),
    ({ cache, fs }) => {
      for (let i = 0; i < 300; i++) cache.putPage(fs[0], 1, i, noise(i));
    },
    ({ other, fs }) => {
      for (let i = 0; i < 60; i++) other.putPage(fs[1], 1, i, noise(i));
    },
    ({ swap }) =>
      swap.storeMany(
        0,
        Array.from({ length: 150 }, (_, i) => i),
        Array.from({ length: 150 }, (_, i) => noise(i + 40)),
      ),
    ({ swap }) => {
      for (let i = 0; i < 300; i++) swap.store(0, 1000 + i, noise(i));
    },
    ({ pool, swap }) => {
      pool.freeze();
      swap.store(0, 1, noise(1));
      pool.thaw();
    },
    ({ pool }) => pool.shrink(),
    ({ capped }) => capped.close(),
    ({ cache }) => cache.close(),
    ({ pool }) => pool.close(),
  ];

  const CHANNELS = ["evict", "refuse", "close"];
  const EXPECTED = ["ERR_SPILLWAY_CLOSED", "ERR_SPILLWAY_ARG_RANGE", "ERR_SPILLWAY_OUT_OF_MEMORY"];
  const isExpected = (error: unknown) => EXPECTED.includes((error as { code: string }).code);

  for (const [name, deed] of Object.entries(DEEDS)) {
    test(`${name}, told of evictions, refusals and ends`, async () => {
      for (const channel of CHANNELS) {
        const busy = openBusy();
        let depth = 0;
        let told = 0;
        const others: unknown[] = [];
        const trouble: unknown[] = [];
        const listener = () => {
          told += 1;
          // The subscriber's own calls are published, too; it ignores them.
          if (depth > 0) return;
          depth += 1;
          try {
            others.push(deed(busy));
          } catch (error) {
            // Only these errors may occur: the pool is closed, an area is gone, there is no room for a
            // client.
            if (!isExpected(error)) trouble.push(error);
          }
          depth -= 1;
        };
        subscribe(`spillway:${channel}`, listener);
        try {
          for (const part of DAY) {
            try {
              await part(busy);
            } catch (error) {
              if (!isExpected(error)) trouble.push(error);
            }
            try {
              assert.equal(busy.pool.selfCheck(), 0, `${name} on ${channel}`);
            } catch (error) {
              assert.equal((error as { code?: string }).code, CLOSED.code, String((error as Error).stack));
            }
          }
          await Promise.all(others);
          assert.deepEqual(trouble, []);
          assert.ok(told > 0, `${channel} told`);
          for (const late of [busy.swap, busy.cache, busy.pool]) late.close();
          assert.throws(() => busy.pool.stats(), CLOSED);
        } finally {
          unsubscribe(`spillway:${channel}`, listener);
        }
      }
    });
  }

  test("a store or load whose subscriber closed everything still answers what was done", () => {
    for (const [channel, close] of [
      ["evict", (busy: Busy) => busy.pool.close()],
      ["evict", (busy: Busy) => busy.cache.close()],
      ["refuse", (busy: Busy) => busy.pool.close()],
      ["refuse", (busy: Busy) => busy.swap.close()],
    ] as const) {
      const busy = openBusy();
      let told = false;
      const listener = () => {
        if (told) return;
        told = true;
        close(busy);
      };
      subscribe(`spillway:${channel}`, listener);
      try {
        // The call that publishes does not throw; the next one may.
        for (let i = 0; !told; i++) {
          if (channel === "evict") assert.equal(busy.cache.putPage(busy.fs[0], 1, i, noise(i)), true);
          else {
            const kept = busy.swap.storeMany(0, [2 * i, 2 * i + 1], [noise(i), noise(i + 1)]);
            assert.equal(kept.length, 2);
          }
        }
        const closed = channel === "evict" ? busy.cache : busy.swap;
        assert.throws(() => closed.stats(), CLOSED);
      } finally {
        unsubscribe(`spillway:${channel}`, listener);
      }
      busy.pool.close();
    }
  });

  test("told of what a shrink let go of, it may close the pool: the verb ends", async () => {
    for (const deed of [(busy: Busy) => busy.pool.close(), (busy: Busy) => busy.cache.close()]) {
      const busy = openBusy();
      for (let i = 0; i < 100; i++) busy.cache.putPage(busy.fs[0], 1, i, noise(i));
      const reasons: string[] = [];
      const listener = (message: unknown) => {
        reasons.push((message as { reason: string }).reason);
        deed(busy);
      };
      subscribe("spillway:evict", listener);
      try {
        const freed = await busy.pool.shrink();
        assert.ok(Number.isInteger(freed) && freed >= 0);
        assert.deepEqual(reasons, ["shrink"]);
      } finally {
        unsubscribe("spillway:evict", listener);
      }
      assert.throws(() => busy.cache.stats(), CLOSED);
      busy.pool.close();
    }
  });

  test("closing again, from the news of it, is nothing", () => {
    const order: string[] = [];
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    const clients: (Frontswap | Cleancache)[] = [pool.frontswap(), pool.cleancache()];
    const listener = (message: unknown) => {
      order.push((message as { client?: string }).client ?? "pool");
      for (const one of [...clients, pool]) one.close();
      assert.throws(() => pool.stats(), CLOSED);
    };
    subscribe("spillway:close", listener);
    try {
      pool.close();
      assert.deepEqual(order, ["pool"]);
      const next = Spillway.openSync({ maxBytes: "1MiB" });
      clients.splice(0, 2, next.frontswap({ name: "a" }), next.cleancache({ name: "b" }));
      clients[0]?.close();
      assert.deepEqual(order, ["pool", "a", "b"]);
      next.close();
      assert.deepEqual(order, ["pool", "a", "b", "pool"]);
    } finally {
      unsubscribe("spillway:close", listener);
    }
  });

  test("channels that let their subscribers' errors through do no harm", () => {
    const thrown: string[] = [];
    const channel = (name: string): Channel => ({
      hasSubscribers: true,
      publish() {
        thrown.push(name);
        throw new Error("a subscriber's");
      },
    });
    const arenas = openArenas("verify", { maxBytes: "1MiB" });
    const diagnostics = new Channels("loud", { getBuiltinModule: () => ({ channel }) });
    for (const teller of [arenas, arenas.evictions]) Object.assign(teller, { diagnostics });
    const swap = frontswapOver(arenas, 1, 1);
    swap.init(0);
    for (let i = 0; i < 300; i++) swap.store(0, i, noise(i));
    const { storedPages, failedStores, succStores } = swap.stats();
    assert.deepEqual([storedPages, failedStores + succStores], [succStores, 300]);
    const settings = { source: undefined, intervalMs: 1000, minBytes: MiB / 2 };
    const shrinks: number[] = [];
    const keeper = { shrink: async (bytes: number) => shrinks.push(bytes) };
    const controller = new PressureController(keeper as never, () => arenas, settings);
    for (const reading of ["some", "some"] as const) controller.act(reading);
    assert.deepEqual(shrinks, [arenas.memory.limitBytes], "what follows the news is done");
    assert.equal(arenas.selfCheck(), 0);
    swap.close();
    assert.throws(() => swap.stats(), CLOSED);
    arenas.close();
    assert.deepEqual([...new Set(thrown)], ["spillway:refuse", "spillway:pressure", "spillway:close"]);
  });

  test("told of pressure, it may close the pool", async () => {
    const pool = Spillway.openSync({
      maxBytes: "16MiB",
      pressure: { source: () => "critical", intervalMs: 10, minBytes: "1MiB" },
    });
    let told = 0;
    const listener = () => {
      told += 1;
      pool.close();
    };
    subscribe("spillway:pressure", listener);
    try {
      for (let i = 0; i < 100 && told === 0; i++) await sleep(10);
      await sleep(40);
      assert.equal(told, 1);
      assert.throws(() => pool.stats(), CLOSED);
    } finally {
      unsubscribe("spillway:pressure", listener);
    }
  });

  test("a source of pressure that takes its time is asked once at a time", async () => {
    let asked = 0;
    const pool = Spillway.openSync({
      maxBytes: "1MiB",
      pressure: {
        source: () => {
          asked += 1;
          return new Promise(() => {});
        },
        intervalMs: 10,
      },
    });
    await sleep(80);
    assert.equal(asked, 1);
    pool.close();
  });
});
