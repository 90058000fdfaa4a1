/**
 * Shows that a pool with a device keeps more than its memory holds: every page comes back whatever is done
 * with it meanwhile, what cannot be read fails for its key alone, and all counters add up. How: small pools
 * over a device in memory, with a script where it fails.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway, type SpillwayError } from "spillway";
import { addressOf, frontswapOver, openSpilling, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import * as abi from "#lib/abi.js";
import { type DeviceCall, memoryDevice } from "#lib/adapters/device_test.js";
import { Timers } from "#lib/base/timers.js";
import type { Router } from "#lib/core/router.js";
import type { AreaHandle } from "#lib/engine/keys.js";
import { Recompressor } from "#lib/housekeeping/recompress.js";
import { Run } from "#lib/housekeeping/run.js";
import { Peak } from "#lib/telemetry/peaks.js";

const PAGE = 4096;

/** A page of its own for each number, of some 700 to 2,900 bytes once it is compressed. */
function pageOf(number: number, page = new Uint8Array(PAGE)): Uint8Array {
  const random = new Random(number + 1);
  page.fill(number);
  random.fill(page.subarray(0, 700 + (number % 23) * 100));
  return page;
}

/** A page of text, like others in its words. */
function textOf(number: number): Uint8Array {
  const random = new Random(number + 1);
  let text = "";
  while (text.length < PAGE)
    text += `{"id":${random.below(1e6)},"name":"name ${random.below(500)}","on":true},`;
  return new Uint8Array(Buffer.from(text.slice(0, PAGE)));
}

/** A page of numbers that rise. */
function numbersOf(number: number): Uint8Array {
  const random = new Random(number + 1);
  let last = number;
  const numbers = Float64Array.from({ length: PAGE / 8 }, () => (last += random.below(1000) / 1000));
  return new Uint8Array(numbers.buffer);
}

function same(router: Router, area: AreaHandle, offset: number, number: number): void {
  const back = new Uint8Array(PAGE);
  assert.equal(router.load(addressOf(area, offset), back, false), PAGE);
  assert.ok(Buffer.from(back.buffer).equals(pageOf(number)), `page ${offset}`);
}

/** An area of a client that the registry knows. */
function areaOfClient(router: Router): AreaHandle {
  const settings = { name: "one", weight: 0, maxBytes: Number.POSITIVE_INFINITY };
  assert.equal(router.registry.open(1, settings, new Peak(1, new Set())), true);
  return router.registry.openArea(1, 0, 1);
}

/** All that must hold after any call. */
function addsUp(router: Router): void {
  assert.equal(router.selfCheck(), 0);
  const { spill, triedLoads, loads, failedLoads, damagedLoads, smallLoads } = router.stats();
  assert.ok(spill);
  assert.equal(spill.packed, spill.spilled + spill.changed + spill.failed + spill.flying);
  assert.equal(spill.bodies, spill.spilled + spill.moved - spill.promoted - spill.freed);
  assert.equal(triedLoads, loads + failedLoads + damagedLoads + smallLoads + spill.lostLoads);
}

describe("a pool with a device", () => {
  for (const encrypt of [false, true]) {
    test(`keeps ten times its memory and returns every page, ${encrypt ? "sealed" : "as it is"}`, () => {
      const device = memoryDevice({ encrypt, maxBytes: "64MiB" });
      const router = openSpilling("verify", [device], { maxBytes: "2MiB" });
      const area = router.registry.openArea(1, 0, 1);
      for (let i = 0; i < 8000; i++) assert.equal(put(router, area, i, pageOf(i)), true);
      addsUp(router);
      for (let i = 0; i < 8000; i += 3) same(router, area, i, i);
      const { spill, bytes, refused } = router.stats();
      assert.equal(refused.full, 0);
      assert.ok(bytes.reserved <= 2 * 2 ** 20);
      assert.ok((spill?.bodies ?? 0) > 6000 && (spill?.bytes ?? 0) > 5 * bytes.max, JSON.stringify(spill));
      addsUp(router);
      assert.equal(router.invalidateArea(area), 8000);
      addsUp(router);
      assert.equal(router.stats().spill?.bodies, 0);
      router.close();
    });
  }

  test("takes pages of 64 KiB that do not compress, and pages that wait", () => {
    const router = openSpilling("verify", [memoryDevice()], {
      maxBytes: "8MiB",
      pageSize: 65_536,
      nursery: "256KiB",
    });
    const area = router.registry.openArea(1, 0, 1);
    const pageAt = (i: number) => new Random(i + 1).fill(new Uint8Array(65_536 - (i % 3) * 20_000));
    for (let i = 0; i < 400; i++) assert.equal(put(router, area, i, pageAt(i)), true);
    assert.ok((router.stats().spill?.bodies ?? 0) > 250);
    const back = new Uint8Array(65_536);
    for (let i = 0; i < 400; i++) {
      const page = pageAt(i);
      assert.equal(router.load(addressOf(area, i), back, false), page.length);
      assert.ok(Buffer.from(back.buffer, 0, page.length).equals(page), `page ${i}`);
    }
    addsUp(router);
    router.close();
  });

  test("takes dense and typed bodies as they are, and their dictionary stays", async () => {
    const router = openSpilling("verify", [memoryDevice()], { maxBytes: "16MiB", recompress: true });
    const area = areaOfClient(router);
    const texts = Array.from({ length: 1500 }, (_, i) => textOf(i));
    for (const [i, page] of texts.entries()) assert.equal(put(router, area, i, page), true);
    const timers = new Timers();
    const recompressor = new Recompressor();
    await recompressor.run(new Run(router, timers, {}, false), false);
    const { densePages } = router.stats();
    assert.ok(densePages > 1000, `${densePages} dense`);
    const numbers = Array.from({ length: 300 }, (_, i) => numbersOf(i));
    for (const [i, page] of numbers.entries())
      router.store(addressOf(area, 10_000 + i), page, abi.PageKind.EIGHT);
    while (router.spilled?.makeRoom() !== undefined);
    assert.equal(router.stats().densePages, densePages);
    assert.equal(router.stats().spill?.bodies, router.stats().bodies);
    const back = new Uint8Array(PAGE);
    const both = [
      ...texts.map((page, i) => [i, page] as const),
      ...numbers.map((page, i) => [10_000 + i, page] as const),
    ];
    // The first time from the device, the third time from memory.
    for (let turn = 0; turn < 3; turn++) {
      for (const [offset, page] of both) {
        assert.equal(router.load(addressOf(area, offset), back, false), PAGE);
        assert.ok(Buffer.from(back.buffer).equals(page), `page ${offset}`);
      }
    }
    addsUp(router);
    assert.equal(router.stats().spill?.bodies, 0);
    assert.equal(router.stats().densePages, densePages);
    recompressor.close();
    timers.close();
    router.close();
  });

  test("goes through any order of steps, with several arenas, and refuses when the device is full", () => {
    for (const seed of [1, 2, 3]) {
      const random = new Random(seed);
      const device = memoryDevice({ maxBytes: "6MiB" });
      const router = openSpilling("verify", [device], { maxBytes: "4MiB" }, 16);
      const area = router.registry.openArea(1, 0, 1);
      const kept = new Map<number, number>();
      let refused = 0;
      for (let step = 0; step < 24_000; step++) {
        const offset = random.below(2) ? random.below(300) : random.below(12_000);
        const what = random.below(20);
        if (what < 12) {
          const number = random.below(1_000_000);
          if (put(router, area, offset, pageOf(number))) kept.set(offset, number);
          else {
            kept.delete(offset);
            refused += 1;
          }
        } else if (what < 14) {
          assert.equal(router.invalidatePage(addressOf(area, offset)), kept.delete(offset));
        } else if (kept.has(offset)) {
          same(router, area, offset, kept.get(offset) as number);
        } else {
          assert.equal(router.load(addressOf(area, offset), new Uint8Array(PAGE), false), abi.Status.MISS);
        }
        if (step % 6000 === 0) addsUp(router);
      }
      addsUp(router);
      assert.ok(router.memory.count > 1 && refused > 0, `${router.memory.count} arenas, ${refused} refused`);
      for (const [offset, number] of kept) same(router, area, offset, number);
      router.close();
    }
  });

  test("with several arenas and a device with room no store is refused, also when records need a block", () => {
    const pageSize = 16_384;
    const device = memoryDevice({ encrypt: false });
    const options = { maxBytes: "12MiB", pageSize, codec: "none", dedupe: false } as const;
    const router = openSpilling("engine", [device], options, 64);
    const area = router.registry.openArea(1, 0, 1);
    const page = new Random(1).fill(new Uint8Array(2048));
    const words = new Uint32Array(page.buffer);
    // Records of some 7,000 pages fill a block, in each arena.
    for (let i = 0; i < 26_000; i++) {
      words[7] = i;
      assert.ok(put(router, area, i, page), `page ${i} was refused`);
    }
    assert.ok(router.memory.count > 1);
    for (let i = 0; i < 26_000; i += 97) {
      const back = new Uint8Array(pageSize);
      assert.equal(router.load(addressOf(area, i), back, false), 2048);
      words[7] = i;
      assert.ok(Buffer.from(back.subarray(0, 2048)).equals(page), `page ${i}`);
    }
    addsUp(router);
    router.close();
  });

  test("loads many pages in one call, and gives pages back", () => {
    const router = openSpilling("verify", [memoryDevice()], { maxBytes: "2MiB" });
    const area = router.registry.openArea(1, 0, 1);
    for (let i = 0; i < 4000; i++) put(router, area, i, pageOf(i));
    const offsets = Array.from({ length: 300 }, (_, i) => (i * 17) % 4100);
    const pages = offsets.map(() => new Uint8Array(PAGE));
    const statuses: number[] = [];
    router.loadMany({ area, offsets, pages, statuses }, false);
    for (const [i, offset] of offsets.entries()) {
      assert.equal(statuses[i], offset < 4000 ? PAGE : abi.Status.MISS);
      if (offset < 4000) assert.deepEqual(pages[i], pageOf(offset));
    }
    addsUp(router);
    const taken = new Map<number, Uint8Array>();
    const count = router.loads.takePages(area, 5000, (offset, page) => taken.set(offset, page));
    assert.equal(count, 4000);
    for (const [offset, page] of taken) assert.deepEqual(page, pageOf(offset));
    addsUp(router);
    router.close();
  });

  test("takes pages with bodies on the device along when an arena is emptied", () => {
    const router = openSpilling("verify", [memoryDevice()], { maxBytes: "8MiB" }, 16);
    const area = router.registry.openArea(1, 0, 1);
    for (let i = 0; i < 9000; i++) assert.equal(put(router, area, i % 6000, pageOf(i % 4000)), true);
    for (let i = 0; i < 6000; i += 2) router.invalidatePage(addressOf(area, i));
    const { memory, moving } = router;
    const source = memory.each().find((arena) => arena !== memory.current);
    assert.ok(source);
    const away = router.stats().spill?.bodies ?? 0;
    assert.ok(away > 500);
    moving.drain(source, memory.current);
    // Both arenas count a segment in between: never too little.
    for (let moved = moving.move(source); moved !== "empty"; moved = moving.move(source)) {
      assert.equal(moved, "moved");
      assert.deepEqual(router.spilled?.log.check(), []);
      for (let i = 1; i < 6000; i += 331)
        if (i % 2) same(router, area, i, (i + (i < 3000 ? 6000 : 0)) % 4000);
    }
    moving.remove(source);
    assert.ok((router.stats().spill?.moved ?? 0) > 0);
    for (let i = 1; i < 6000; i += 2) same(router, area, i, (i + (i < 3000 ? 6000 : 0)) % 4000);
    addsUp(router);
    router.close();
  });

  test("moves pages rightly when room for them comes from a segment that falls empty meanwhile", () => {
    const router = openSpilling("verify", [memoryDevice({ maxBytes: "3MiB" })], { maxBytes: "8MiB" }, 16);
    const area = router.registry.openArea(1, 0, 1);
    const kept = new Set<number>();
    for (let i = 0; i < 9000; i++) if (put(router, area, i, pageOf(i))) kept.add(i);
    const { memory, moving, spilled } = router;
    const { log } = spilled as NonNullable<typeof spilled>;
    const source = memory.each().find((arena) => arena !== memory.current);
    assert.ok(source && kept.size < 9000);
    const segmentOf = (i: number) => {
      const body = source.spill.find(area, i);
      return body && Math.floor(body.location / (log.segmentBytes >>> log.unitBits));
    };
    moving.drain(source, memory.current);
    let room = 0;
    for (let turn = 0; turn < 8; turn++) {
      // A segment of the source alone is dead now, and the log does not know it yet.
      const segment = [...kept].map(segmentOf).find((one) => one !== undefined);
      for (const i of kept) {
        if (segmentOf(i) !== segment || segment === undefined) continue;
        assert.equal(router.invalidatePage(addressOf(area, i)), true);
        kept.delete(i);
      }
      const before = router.stats().spill?.spilled ?? 0;
      const moved = moving.move(source);
      if ((router.stats().spill?.spilled ?? 0) > before) room += 1;
      assert.equal(router.selfCheck(), 0);
      if (moved !== "moved") break;
    }
    assert.ok(room > 0, "room was made while pages moved");
    for (const i of kept) same(router, area, i, i);
    router.close();
  });

  test("writes pages on the device into an image, as they were when it was begun", async () => {
    const router = openSpilling("verify", [memoryDevice()], { maxBytes: "2MiB" });
    const area = areaOfClient(router);
    for (let i = 0; i < 3000; i++) assert.equal(put(router, area, i, pageOf(i % 2500)), true);
    assert.ok((router.stats().spill?.bodies ?? 0) > 1500);
    const reader = router.images.snapshot(64 * 2 ** 20).getReader();
    const chunks: Uint8Array[] = [];
    for (let at = 0; ; at++) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value.slice());
      // Pages change before and after their turn.
      for (let i = 0; i < 5; i++) put(router, area, (at * 37 + i * 211) % 3000, pageOf(100_000 + at * 5 + i));
    }
    addsUp(router);
    router.close();
    const pool = await Spillway.restore(Buffer.concat(chunks), { maxBytes: "32MiB" });
    const swap = pool.frontswap({ name: "one" });
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < 3000; i++) {
      assert.equal(swap.load(0, i, back), true);
      assert.ok(Buffer.from(back.buffer).equals(pageOf(i % 2500)), `page ${i} of the image`);
    }
    assert.equal(pool.stats().storedPages, 3000);
  });

  test("fails a load whose bytes the device does not give, for that key alone, and the page stays", () => {
    let broken = false;
    const device = memoryDevice({
      script: ({ verb }) => (broken && verb === "read" ? { error: new Error("EIO") } : undefined),
    });
    const router = openSpilling("verify", [device], { maxBytes: "2MiB" });
    const area = router.registry.openArea(1, 0, 1);
    const swap = frontswapOver(router, 2, 2);
    swap.init(0);
    for (let i = 0; i < 3000; i++) {
      put(router, area, i, pageOf(i));
      swap.store(0, i, pageOf(i));
    }
    broken = true;
    let failed = 0;
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < 3000; i++) {
      const status = router.load(addressOf(area, i), back, false);
      if (status === abi.Status.LOST) failed += 1;
      else assert.equal(status, PAGE);
    }
    assert.ok(failed > 500);
    assert.equal(router.stats().spill?.lostLoads, failed);
    let threw = 0;
    for (let i = 0; i < 100; i++) {
      try {
        swap.load(0, i, back);
      } catch (error) {
        assert.equal((error as { code: string }).code, "ERR_SPILLWAY_DEVICE");
        threw += 1;
      }
    }
    assert.ok(threw > 50);
    addsUp(router);
    broken = false;
    for (let i = 0; i < 3000; i += 7) same(router, area, i, i);
    for (const bytes of device.segments.values()) bytes.fill(0x5a);
    let damaged = 0;
    for (let i = 0; i < 3000; i++) {
      const status = router.load(addressOf(area, i), back, false);
      if (status === PAGE) assert.deepEqual(back, pageOf(i));
      else {
        assert.equal(status, abi.Status.DAMAGED);
        damaged += 1;
      }
    }
    assert.ok(damaged > 500);
    assert.ok(router.stats().damagedLoads >= damaged);
    addsUp(router);
    router.close();
  });

  test("tells clients, maps and buffers of pages that the device does not give; none is a miss", () => {
    let broken = false;
    const script = ({ verb }: DeviceCall) =>
      broken && verb === "read" ? { error: new Error("EIO") } : undefined;
    const pool = Spillway.openSync({ maxBytes: "2MiB", spill: memoryDevice({ script }) });
    const swap = pool.frontswap();
    swap.init(0);
    const map = pool.map<string>();
    const words = (i: number) => Buffer.from(pageOf(i).subarray(0, 900)).toString("base64");
    for (let i = 0; i < 1500; i++) assert.equal(swap.store(0, i, pageOf(i)), true);
    for (let i = 0; i < 1500; i++) map.set(`k${i}`, words(i));
    broken = true;
    const offsets = Array.from({ length: 1500 }, (_, i) => i);
    const targets = offsets.map(() => new Uint8Array(PAGE));
    let failed: readonly number[] = [];
    assert.throws(
      () => swap.loadMany(0, offsets, targets),
      (error: SpillwayError) => {
        assert.equal(error.code, "ERR_SPILLWAY_DEVICE");
        failed = error.offsets ?? [];
        for (const i of offsets) {
          assert.equal(error.loaded?.[i], !failed.includes(i));
          if (error.loaded?.[i]) assert.deepEqual(targets[i], pageOf(i));
        }
        return true;
      },
    );
    assert.ok(failed.length > 100, `${failed.length} failed`);
    assert.equal(swap.stats().lostLoads, failed.length);
    assert.equal(swap.stats().failedLoads, 0);
    let lost = 0;
    for (let i = 0; i < 1500; i++) {
      try {
        assert.equal(map.get(`k${i}`), words(i));
      } catch (error) {
        const { code, key } = error as SpillwayError;
        assert.deepEqual([code, key], ["ERR_SPILLWAY_DEVICE", `k${i}`]);
        lost += 1;
      }
    }
    assert.ok(lost > 50, `${lost} lost`);
    // Shared pages that cannot be read now are repacked another time.
    for (let i = 0; i < 1500; i++) map.delete(`k${i}`);
    for (let i = 0; i < 1500; i++) map.trySet(`k${i}`, words(i).slice(0, 300 + (i % 7) * 100));
    broken = false;
    for (const i of offsets) {
      assert.equal(swap.load(0, i, targets[i] as Uint8Array), true);
      assert.deepEqual(targets[i], pageOf(i));
    }
    for (const [key, value] of map) assert.equal(value, words(Number(key.slice(1))).slice(0, value.length));
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("goes on in memory when no write succeeds: it refuses, and loses nothing", () => {
    const device = memoryDevice({
      script: ({ verb }) => (verb === "write" ? { error: new Error("EIO") } : undefined),
    });
    const router = openSpilling("verify", [device], { maxBytes: "2MiB" });
    const area = router.registry.openArea(1, 0, 1);
    const kept = new Set<number>();
    for (let i = 0; i < 3000; i++) if (put(router, area, i, pageOf(i))) kept.add(i);
    assert.ok(kept.size > 500 && kept.size < 3000);
    for (const i of kept) same(router, area, i, i);
    assert.equal(router.stats().spill?.spilled, 0);
    addsUp(router);
    router.close();
  });

  test("keeps used pages in memory, and brings back what is used again", () => {
    const router = openSpilling("doors", [memoryDevice({ maxBytes: "64MiB" })], { maxBytes: "4MiB" });
    const area = router.registry.openArea(1, 0, 1);
    for (let i = 0; i < 8000; i++) put(router, area, i, pageOf(i));
    const random = new Random(7);
    for (let step = 0; step < 20_000; step++) {
      const hot = random.below(10) < 9;
      const offset = hot ? random.below(600) : random.below(8000);
      same(router, area, offset, offset);
    }
    const before = router.stats().spill?.promoted ?? 0;
    let away = 0;
    for (let i = 0; i < 600; i++) if (router.memory.current.spill.find(area, i) !== undefined) away += 1;
    assert.ok(before > 300, `${before} came back`);
    assert.ok(away < 120, `${away} of the 600 pages that are used are on the device`);
    addsUp(router);
    router.close();
  });
});
