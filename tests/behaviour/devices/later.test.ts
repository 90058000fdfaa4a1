/**
 * Shows that a pool works over a device that answers later: bodies leave beside the host's work, verbs that
 * cannot wait say so and change nothing, those that can deliver every page, and all counters add up.
 *
 * How: small pools over a device in memory that answers by promises, when its script says so.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway, type SpillwayError } from "spillway";
import { frontswapOver, openSpilling } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { memoryDevice } from "#lib/adapters/device_test.js";
import type { Frontswap } from "#lib/clients/frontswap.js";
import type { Router } from "#lib/core/router.js";
import type { AreaHandle } from "#lib/engine/keys.js";

const PAGE = 4096;

/** A page of its own for each number, of some 2,000 to 3,500 bytes once it is compressed. */
function pageOf(number: number): Uint8Array {
  const random = new Random(number + 1);
  const page = new Uint8Array(PAGE).fill(number);
  random.fill(page.subarray(0, 2000 + (number % 16) * 100));
  return page;
}

function isPage(bytes: Uint8Array, number: number): boolean {
  return Buffer.compare(bytes, pageOf(number)) === 0;
}

/** All that must hold after any call. */
function addsUp(router: Router): void {
  assert.equal(router.selfCheck(), 0);
  assert.equal(router.spilled?.arrivals.size, 0);
  const { spill, triedLoads, loads, failedLoads, damagedLoads, smallLoads } = router.stats();
  assert.ok(spill);
  assert.equal(spill.packed, spill.spilled + spill.changed + spill.failed + spill.flying);
  assert.equal(spill.bodies, spill.spilled + spill.moved - spill.promoted - spill.freed);
  const ended = loads + failedLoads + damagedLoads + smallLoads;
  assert.equal(triedLoads, ended + spill.lostLoads + spill.laterLoads);
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Stores pages, each as soon as there is room. */
async function fill(router: Router, swap: Frontswap, count: number): Promise<void> {
  for (let i = 0; i < count; i++)
    while (!swap.store(0, i, pageOf(i)))
      assert.equal(await router.spilled?.makeRoomLater(undefined), true, `no room for page ${i}`);
  // What is still on its way arrives.
  await turn();
}

function open(options: Parameters<typeof memoryDevice>[0] = {}, maxBytes = "2MiB", leastShare?: number) {
  const device = memoryDevice({ sync: false, ...options });
  const router = openSpilling("verify", [device], { maxBytes }, leastShare);
  const swap = frontswapOver(router, 1, 1);
  swap.init(0);
  return { device, router, swap };
}

/** Offsets of pages whose bodies are on a device. */
function awayOf(router: Router, count: number): number[] {
  const [area] = [...router.registry.areas.keys()] as [AreaHandle];
  const isAway = (offset: number) => router.memory.each().some((arena) => arena.spill.find(area, offset));
  return Array.from({ length: count }, (_, i) => i).filter(isAway);
}

function codeOf(verb: () => unknown): SpillwayError {
  try {
    verb();
  } catch (error) {
    return error as SpillwayError;
  }
  throw new Error("nothing was thrown");
}

async function allBack(swap: Frontswap, count: number): Promise<void> {
  const back = new Uint8Array(PAGE);
  for (let i = 0; i < count; i++) {
    assert.equal(await swap.loadAsync(0, i, back), true, `page ${i}`);
    assert.ok(isPage(back, i), `page ${i}`);
  }
}

describe("a device that answers later", () => {
  for (const encrypt of [false, true])
    test(`takes five times the memory and gives every page, ${encrypt ? "sealed" : "as it is"}`, async () => {
      const { router, swap } = open({ encrypt });
      await fill(router, swap, 4000);
      addsUp(router);
      await allBack(swap, 4000);
      const { spill, bytes } = router.stats();
      assert.ok((spill?.bodies ?? 0) > 2500 && bytes.reserved <= 2 * 2 ** 20);
      assert.ok((spill?.laterLoads ?? 0) > 2000);
      addsUp(router);
      router.close();
    });

  test("never makes a store wait or fail, as long as it keeps up", async () => {
    const { router, swap } = open({}, "4MiB");
    for (let i = 0; i < 4000; i++) {
      assert.equal(swap.store(0, i, pageOf(i)), true, `page ${i}`);
      if (i % 16 === 15) await turn();
    }
    assert.equal(router.stats().refused.full, 0);
    await allBack(swap, 4000);
    addsUp(router);
    router.close();
  });

  test("makes a load that cannot wait say so, and leaves the page and the array", async () => {
    const { router, swap } = open();
    await fill(router, swap, 1500);
    const away = awayOf(router, 1500);
    const back = new Uint8Array(PAGE).fill(7);
    for (const i of away) {
      const { code, type, offsets } = codeOf(() => swap.load(0, i, back));
      assert.deepEqual([code, type, offsets], ["ERR_SPILLWAY_WOULD_BLOCK", 0, [i]]);
    }
    assert.ok(away.length > 700 && back.every((byte) => byte === 7));
    assert.equal(swap.stats().laterLoads, away.length);
    assert.equal(swap.currPages(0), 1500);
    // A page that is given back must be had at once.
    const given = swap.shrink(0);
    for (const { offset, page } of given) assert.ok(isPage(page, offset) && !away.includes(offset));
    assert.equal(swap.currPages(0), 1500 - given.length);
    addsUp(router);
    router.close();
  });

  test("delivers the rest of a batch, and all of one that waits", async () => {
    const { router, swap } = open();
    await fill(router, swap, 1000);
    const away = awayOf(router, 1000);
    const offsets = [...Array.from({ length: 1000 }, (_, i) => i), 5000, 3, 3];
    const pages = offsets.map(() => new Uint8Array(PAGE));
    const error = codeOf(() => swap.loadMany(0, offsets, pages));
    assert.equal(error.code, "ERR_SPILLWAY_WOULD_BLOCK");
    const missed = new Set(away);
    const later = offsets.filter((offset) => missed.has(offset));
    assert.deepEqual(error.offsets, later);
    for (const [i, offset] of offsets.entries()) {
      assert.equal(error.loaded?.[i], offset < 1000 && !missed.has(offset));
      if (error.loaded?.[i]) assert.ok(isPage(pages[i] as Uint8Array, offset));
    }
    const loaded = await swap.loadManyAsync(0, offsets, pages);
    assert.deepEqual(
      loaded,
      offsets.map((offset) => offset < 1000),
    );
    for (const [i, offset] of offsets.entries())
      if (loaded[i]) assert.ok(isPage(pages[i] as Uint8Array, offset), `page ${offset}`);
    const { laterLoads } = router.stats().spill ?? { laterLoads: 0 };
    assert.ok(laterLoads >= 2 * later.length && laterLoads < 3 * later.length);
    addsUp(router);
    router.close();
  });

  test("gives a page up by an exclusive load that waits, once", async () => {
    const { router, swap } = open();
    await fill(router, swap, 1000);
    swap.exclusiveGets = true;
    const [one = 0] = awayOf(router, 1000);
    const backs = [new Uint8Array(PAGE), new Uint8Array(PAGE)] as const;
    const both = await Promise.all(backs.map((back) => swap.loadAsync(0, one, back)));
    assert.deepEqual(both, [true, false]);
    assert.ok(isPage(backs[0], one));
    // The signal ends no batch that has taken a page already.
    const stop = new AbortController();
    const offsets = awayOf(router, 1000);
    const here = [...Array(1000).keys()].find((offset) => offset !== one && !offsets.includes(offset)) ?? -1;
    const pages = offsets.map(() => new Uint8Array(PAGE));
    const batch = swap.loadManyAsync(0, [here, ...offsets], [new Uint8Array(PAGE), ...pages], {
      signal: stop.signal,
    });
    stop.abort();
    assert.ok((await batch).every(Boolean));
    for (const [i, offset] of offsets.entries()) assert.ok(isPage(pages[i] as Uint8Array, offset));
    assert.equal(swap.currPages(0), 1000 - offsets.length - 2);
    addsUp(router);
    router.close();
  });

  test("is waited for no longer than the caller's signal wants", async () => {
    let isLate = false;
    const { device, router, swap } = open({
      script: ({ verb }) => (isLate && verb === "read" ? "late" : undefined),
    });
    await fill(router, swap, 1000);
    const [one = 0, two = 0] = awayOf(router, 1000);
    isLate = true;
    const back = new Uint8Array(PAGE);
    const stop = new AbortController();
    const aborted = swap.loadAsync(0, one, back, { signal: stop.signal });
    const other = swap.loadAsync(0, one, new Uint8Array(PAGE));
    const many = swap.loadManyAsync(0, [one, two], [back, new Uint8Array(PAGE)], { signal: stop.signal });
    await turn();
    stop.abort(new Error("enough"));
    await assert.rejects(aborted, /enough/);
    await assert.rejects(many, /enough/);
    device.release();
    assert.equal(await other, true);
    await turn();
    assert.ok(back.every((byte) => byte === 0));
    assert.equal(device.calls.filter(({ verb, at }) => verb === "read" && at >= 0).length, 2);
    await assert.rejects(swap.loadAsync(0, one, back, { signal: stop.signal }), /enough/);
    await assert.rejects(swap.loadAsync(0, one, back, { wait: 1 } as never), {
      code: "ERR_SPILLWAY_ARG_TYPE",
    });
    addsUp(router);
    router.close();
  });

  test("that fails a read fails that page, which stays", async () => {
    let act: "wrong" | "lost" | { error: Error } | undefined;
    const { router, swap } = open({ script: ({ verb }) => (verb === "read" ? act : undefined) });
    await fill(router, swap, 1000);
    const [one = 0, two = 0] = awayOf(router, 1000);
    const back = new Uint8Array(PAGE);
    for (const [said, code] of [
      [{ error: new Error("EIO") }, "ERR_SPILLWAY_DEVICE"],
      ["wrong", "ERR_SPILLWAY_DAMAGED"],
    ] as const) {
      act = said;
      await assert.rejects(swap.loadAsync(0, one, back), { code, offsets: [one] });
      act = undefined;
      assert.equal(await swap.loadAsync(0, two, back), true);
      assert.ok(isPage(back, two));
    }
    const loaded = await swap.loadManyAsync(0, [one, two], [back, new Uint8Array(PAGE)]);
    assert.deepEqual(loaded, [true, true]);
    const { lostLoads, laterLoads } = swap.stats();
    assert.deepEqual([lostLoads, router.stats().damagedLoads], [1, 1]);
    assert.equal(laterLoads, router.stats().spill?.laterLoads);
    act = "lost";
    await assert.rejects(swap.loadAsync(0, one, back), { code: "ERR_SPILLWAY_DEVICE" });
    // It is known to be gone: nothing has to be waited for.
    assert.equal(codeOf(() => swap.load(0, one, back)).code, "ERR_SPILLWAY_DEVICE");
    assert.equal(swap.invalidatePage(0, one), true);
    addsUp(router);
    router.close();
  });

  test("that is full or fails leaves a pool that refuses, and loses nothing", async () => {
    let act: "full" | { error: Error } | undefined;
    const { router, swap } = open({ script: ({ verb }) => (verb === "write" ? act : undefined) });
    await fill(router, swap, 900);
    for (const said of ["full", { error: new Error("EIO") }] as const) {
      act = said;
      let offset = 900;
      while (swap.store(0, offset, pageOf(offset))) offset += 1;
      assert.equal(await router.spilled?.makeRoomLater(undefined), false);
      assert.equal(swap.store(0, offset, pageOf(offset)), false);
      for (let i = 900; i < offset; i++) swap.invalidatePage(0, i);
    }
    act = undefined;
    await allBack(swap, 900);
    addsUp(router);
    router.close();
  });

  test("may be closed while it reads and writes", async () => {
    let isLate = false;
    const { device, router, swap } = open({
      script: ({ verb }) => (isLate && verb !== "drop" ? "late" : undefined),
    });
    await fill(router, swap, 1000);
    const [one = 0] = awayOf(router, 1000);
    isLate = true;
    const load = swap.loadAsync(0, one, new Uint8Array(PAGE));
    const room = router.spilled?.makeRoomLater(undefined);
    await turn();
    router.close();
    device.release();
    await assert.rejects(load);
    assert.equal(await room, false);
    assert.equal(await router.spilled?.makeRoomLater(undefined), false);
  });

  test("stands behind one that answers at once", async () => {
    const near = memoryDevice({ name: "near", maxBytes: "1MiB" });
    const far = memoryDevice({ name: "far", sync: false });
    const router = openSpilling("verify", [near, far], { maxBytes: "2MiB" });
    const swap = frontswapOver(router, 1, 1);
    swap.init(0);
    await fill(router, swap, 3000);
    const { devices = [] } = router.stats().spill ?? {};
    assert.ok(
      devices.every(({ liveBytes }) => liveBytes > 2 ** 19),
      JSON.stringify(devices),
    );
    const back = new Uint8Array(PAGE);
    let prompt = 0;
    for (const i of awayOf(router, 3000)) {
      try {
        assert.equal(swap.load(0, i, back), true);
        assert.ok(isPage(back, i));
        prompt += 1;
      } catch (error) {
        assert.equal((error as SpillwayError).code, "ERR_SPILLWAY_WOULD_BLOCK");
      }
    }
    assert.ok(prompt > 100);
    const offsets = Array.from({ length: 3000 }, (_, i) => i);
    const pages = offsets.map(() => new Uint8Array(PAGE));
    assert.ok((await swap.loadManyAsync(0, offsets, pages)).every(Boolean));
    for (const i of offsets) assert.ok(isPage(pages[i] as Uint8Array, i), `page ${i}`);
    addsUp(router);
    router.close();
  });

  test("is cleaned, and gives pages to compaction, shrinking and arenas that come and go", async () => {
    const { router, swap } = open({ maxBytes: "16MiB" }, "8MiB", 16);
    await fill(router, swap, 4000);
    assert.ok(router.memory.count > 1);
    for (let i = 0; i < 4000; i++) if (i % 4 > 0) swap.invalidatePage(0, i);
    while ((await router.spilled?.log.clean(100)) !== 0);
    const [figures] = router.stats().spill?.devices ?? [];
    assert.ok(figures && figures.diskBytes <= 1.3 * figures.liveBytes + 4 * 2 ** 18, JSON.stringify(figures));
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < 4000; i += 4) {
      assert.equal(await swap.loadAsync(0, i, back), true);
      assert.ok(isPage(back, i));
    }
    addsUp(router);
    router.close();
  });
});

describe("an image of a pool over a device that answers later", () => {
  async function filled(): Promise<{ pool: Spillway; swap: ReturnType<Spillway["frontswap"]> }> {
    const pool = Spillway.openSync({ maxBytes: "2MiB", spill: memoryDevice({ sync: false }) });
    const swap = pool.frontswap({ name: "one" });
    swap.init(0);
    for (let i = 0; i < 2000; i++)
      while (!swap.store(0, i, pageOf(i))) assert.equal(await pool.makeRoom(), true);
    return { pool, swap };
  }

  test("has all pages, and lets go of what was read", async () => {
    const { pool } = await filled();
    const image = await new Response(pool.snapshot()).bytes();
    assert.equal(pool.selfCheck(), 0);
    pool.close();
    const other = await Spillway.restore(image, { maxBytes: "32MiB" });
    const swap = other.frontswap({ name: "one" });
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < 2000; i++) {
      assert.equal(swap.load(0, i, back), true);
      assert.ok(isPage(back, i), `page ${i}`);
    }
    other.close();
  });

  test("ends with an error when such a page changes before its turn", async () => {
    const { pool, swap } = await filled();
    const reader = pool.snapshot().getReader();
    await reader.read();
    swap.invalidateArea(0);
    await assert.rejects(
      async () => {
        for (;;) if ((await reader.read()).done) return;
      },
      { code: "ERR_SPILLWAY_SNAPSHOT_OVERRUN" },
    );
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("may be cancelled or closed while it waits", async () => {
    for (const end of ["cancel", "close"] as const) {
      const device = memoryDevice({
        sync: false,
        script: ({ verb }) => (isLate && verb === "read" ? "late" : undefined),
      });
      let isLate = false;
      const pool = Spillway.openSync({ maxBytes: "2MiB", spill: device });
      const swap = pool.frontswap();
      swap.init(0);
      for (let i = 0; i < 1500; i++) while (!swap.store(0, i, pageOf(i))) await pool.makeRoom();
      isLate = true;
      const reader = pool.snapshot().getReader();
      const reading = (async () => {
        for (;;) if ((await reader.read()).done) return;
      })();
      reading.catch(() => {});
      const readsBefore = () => device.calls.filter(({ verb }) => verb === "read").length;
      while (readsBefore() === 0) await turn();
      if (end === "cancel") await reader.cancel();
      else pool.close();
      device.release();
      if (end === "cancel") await reading;
      else await assert.rejects(reading, { code: "ERR_SPILLWAY_CLOSED" });
      pool.close();
    }
  });
});
