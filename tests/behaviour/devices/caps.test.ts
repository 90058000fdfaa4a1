/**
 * Shows what bounds a client in a pool with a device: it never has more there than it may, and at its cap of
 * memory it lets colder bodies of its own leave and goes on, while bodies of others stay. How: pools over a
 * device in memory, with one memory and with several; every page is compared.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Frontswap, Spillway } from "spillway";
import { frontswapOver, openSpilling } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { memoryDevice } from "#lib/adapters/device_test.js";
import type { Router } from "#lib/core/router.js";

const PAGE = 4096;
const MiB = 2 ** 20;
const seed = runSeed();
console.log(`SPILLWAY_SEED=${seed}`);

/** A page of its own for each number, of some 2 KB once it is compressed. */
function pageOf(number: number): Uint8Array {
  const page = new Uint8Array(PAGE);
  new Random(number + 1).fill(page.subarray(0, 2000));
  return page;
}

function same(swap: Frontswap, offset: number, number: number): void {
  const back = new Uint8Array(PAGE);
  assert.equal(swap.load(0, offset, back), true, `page ${offset}`);
  assert.ok(Buffer.from(back.buffer).equals(pageOf(number)), `page ${offset}`);
}

/** A client of a router that a test has made. */
function clientOf(router: Router, number: number, maxBytes: number, maxDeviceBytes: number): Frontswap {
  const swap = frontswapOver(router, number, number, maxBytes, maxDeviceBytes);
  swap.init(0);
  return swap;
}

/** Pools of one memory and of several. */
const SHARES: readonly [string, number | undefined][] = [
  ["one memory", undefined],
  ["several memories", 16],
];

describe("the bound of what a client has on devices", () => {
  for (const [memories, share] of SHARES) {
    test(`holds after every call, and bodies of others leave instead: ${memories}`, () => {
      const router = openSpilling("verify", [memoryDevice()], { maxBytes: "4MiB" }, share);
      const bounded = clientOf(router, 1, Number.POSITIVE_INFINITY, 700_000);
      const free = clientOf(router, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
      const random = new Random(seed);
      const kept = new Map<number, number>();
      for (let i = 0; i < 5000; i++) {
        const offset = random.below(1200);
        if (bounded.store(0, offset, pageOf(i))) kept.set(offset, i);
        else kept.delete(offset);
        assert.equal(free.store(0, i, pageOf(100_000 + i)), true);
        if (random.below(10) === 0) {
          const gone = random.below(1200);
          assert.equal(bounded.invalidatePage(0, gone), kept.delete(gone));
        }
        const { device, maxDevice } = bounded.stats().bytes;
        assert.equal(maxDevice, 700_000);
        assert.ok(device <= maxDevice, `${device} bytes on the device`);
        if (i % 1000 === 999) assert.equal(router.selfCheck(), 0);
      }
      assert.equal(router.memory.count > 1, share !== undefined);
      const { spill } = router.stats();
      const [one, other] = [bounded.stats().bytes.device, free.stats().bytes.device];
      assert.ok(one > 600_000, `${one} of 700,000 bytes are used`);
      assert.equal(one + other, spill?.slotBytes);
      for (const [offset, number] of kept) same(bounded, offset, number);
      for (let i = 0; i < 5000; i += 7) same(free, i, 100_000 + i);
      assert.ok(bounded.stats().bytes.device <= 700_000);
      bounded.close();
      assert.equal(router.stats().spill?.slotBytes, free.stats().bytes.device);
      free.close();
      assert.equal(router.stats().spill?.slotBytes, 0);
      assert.equal(router.selfCheck(), 0);
      router.close();
    });
  }

  test("of 0 keeps all bodies in memory; maps and buffers have it too, and caches do not", () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB", spill: memoryDevice() });
    const stays = pool.frontswap({ name: "stays", maxDeviceBytes: 0 });
    stays.init(0);
    for (let i = 0; i < 200; i++) assert.equal(stays.store(0, i, pageOf(i)), true);
    const map = pool.map({ maxBytes: "1MiB", maxDeviceBytes: "1MiB" });
    for (let i = 0; i < 3000; i++) map.trySet(`${i}`, pageOf(1000 + i).subarray(0, 1500));
    const buffer = pool.buffer("8MiB", { residentBytes: "64KiB", maxDeviceBytes: "512KiB", frame: PAGE });
    let written = 0;
    try {
      for (; written < 2048; written++) buffer.write(written * PAGE, pageOf(5000 + written));
    } catch (error) {
      assert.equal((error as { code: string }).code, "ERR_SPILLWAY_FULL");
    }
    assert.ok(written > 200, `${written} pages written`);
    const clients = pool.stats().spill?.slotBytes ?? 0;
    assert.ok(clients > MiB && clients <= 1.5 * MiB, `${clients} bytes on the device`);
    const { bytes } = stays.stats();
    assert.deepEqual([bytes.device, bytes.maxDevice], [0, 0]);
    for (let i = 0; i < 200; i++) same(stays, i, i);
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < written; i += 11) {
      buffer.read(i * PAGE, back);
      assert.ok(Buffer.from(back).equals(pageOf(5000 + i)), `frame ${i}`);
    }
    for (const wrong of [-1, "1 parsec", null, {}]) {
      assert.throws(
        () => pool.frontswap({ maxDeviceBytes: wrong as never }),
        /maxDeviceBytes must be a whole number of bytes/,
      );
    }
    assert.throws(() => pool.cache({ maxDeviceBytes: 1 } as never), /maxDeviceBytes/);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("is set anew when a client out of an image is claimed", async () => {
    const source = Spillway.openSync({ maxBytes: "8MiB" });
    const swap = source.frontswap({ name: "one" });
    swap.init(0);
    for (let i = 0; i < 1000; i++) assert.equal(swap.store(0, i, pageOf(i)), true);
    const image = await new Response(source.snapshot()).arrayBuffer();
    source.close();
    const pool = await Spillway.restore(image, { maxBytes: "4MiB", spill: memoryDevice() });
    const claimed = pool.frontswap({ name: "one", maxDeviceBytes: "256KiB" });
    for (let i = 1000; i < 3000; i++) claimed.store(0, i, pageOf(i));
    const { device, maxDevice } = claimed.stats().bytes;
    assert.ok(maxDevice === 262_144 && device <= maxDevice && device > 200_000, `${device} of ${maxDevice}`);
    pool.close();
  });
});

describe("a client at its cap of memory", () => {
  for (const [memories, share] of SHARES) {
    test(`lets bodies of its own leave and goes on: ${memories}`, () => {
      const router = openSpilling("verify", [memoryDevice()], { maxBytes: "8MiB" }, share);
      const other = clientOf(router, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
      for (let i = 0; i < 2500; i++) assert.equal(other.store(0, i, pageOf(100_000 + i)), true);
      const capped = clientOf(router, 1, MiB, Number.POSITIVE_INFINITY);
      for (let i = 0; i < 4000; i++) {
        assert.equal(capped.store(0, i, pageOf(i)), true, `page ${i}`);
        const { counted, max } = capped.stats().bytes;
        assert.ok(counted <= max, `${counted} bytes counted`);
      }
      assert.equal(router.memory.count > 1, share !== undefined);
      assert.equal(other.stats().bytes.device, 0, "bodies of others stay");
      const { bytes, refused } = capped.stats();
      assert.deepEqual([refused.capped, refused.full], [0, 0]);
      assert.ok(bytes.device > 3000 * 2000, `${bytes.device} bytes on the device`);
      for (let i = 0; i < 4000; i += 3) same(capped, i, i);
      for (let i = 0; i < 2500; i++) same(other, i, 100_000 + i);
      const { stores, succStores, failedStores } = router.stats();
      assert.deepEqual([stores, failedStores], [succStores, 0]);
      assert.equal(router.selfCheck(), 0);
      router.close();
    });
  }

  test("does so for the pages of a batch, in their order", () => {
    const pool = Spillway.openSync({ maxBytes: "8MiB", spill: memoryDevice() });
    const swap = pool.frontswap({ maxBytes: "1MiB" });
    swap.init(0);
    for (let turn = 0; turn < 50; turn++) {
      // Two pages of each batch have the same key: the later one stays.
      const offsets = Array.from({ length: 64 }, (_, i) => (i === 60 ? turn * 64 + 3 : turn * 64 + i));
      const pages = offsets.map((_, i) => pageOf(turn * 64 + i));
      assert.ok(swap.storeMany(0, offsets, pages).every(Boolean));
    }
    for (let i = 0; i < 50 * 64; i++) {
      if (i % 64 === 60) continue;
      same(swap, i, i % 64 === 3 ? i + 57 : i);
    }
    assert.equal(swap.stats().refused.capped, 0);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("brings back what it uses again, and its own colder bodies leave for that", () => {
    const pool = Spillway.openSync({ maxBytes: "16MiB", spill: memoryDevice() });
    const swap = pool.frontswap({ maxBytes: "1MiB" });
    const other = pool.frontswap();
    for (const one of [swap, other]) one.init(0);
    for (let i = 0; i < 900; i++) assert.equal(other.store(0, i, pageOf(100_000 + i)), true);
    for (let i = 0; i < 3000; i++) assert.equal(swap.store(0, i, pageOf(i)), true);
    const reads = () => pool.stats().spill?.devices[0]?.readBytes ?? 0;
    for (let turn = 0; turn < 6; turn++) for (let i = 0; i < 100; i++) same(swap, i, i);
    const before = reads();
    for (let i = 0; i < 100; i++) same(swap, i, i);
    assert.equal(reads(), before, "all hundred pages are in memory");
    assert.equal(other.stats().bytes.device, 0);
    assert.ok(swap.stats().bytes.counted <= MiB);
    pool.close();
  });

  test("is refused when it has all that it may have on devices too, or the device takes nothing", () => {
    let broken = false;
    const script = ({ verb }: { verb: string }) =>
      broken && verb === "write" ? { error: new Error("EIO") } : undefined;
    const pool = Spillway.openSync({ maxBytes: "8MiB", spill: memoryDevice({ script }) });
    const swap = pool.frontswap({ maxBytes: "1MiB", maxDeviceBytes: "1MiB" });
    const whole = pool.frontswap({ maxBytes: "1MiB" });
    for (const one of [swap, whole]) one.init(0);
    const kept = new Set<number>();
    for (let i = 0; i < 3000; i++) if (swap.store(0, i, pageOf(i))) kept.add(i);
    const { refused, bytes } = swap.stats();
    assert.equal(refused.capped, 3000 - kept.size);
    assert.ok(kept.size > 900 && kept.size < 1100, `${kept.size} pages kept`);
    assert.ok(bytes.counted <= bytes.max && bytes.device <= bytes.maxDevice);
    broken = true;
    let more = 0;
    while (whole.store(0, more, pageOf(more))) more += 1;
    assert.ok(more > 400 && more < 600, `${more} pages kept`);
    for (const i of kept) same(swap, i, i);
    for (let i = 0; i < more; i++) same(whole, i, i);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });
});
