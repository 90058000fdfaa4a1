/**
 * Shows which arena gives bodies, what a failed load counts, and what is refused at the opening. How: routers
 * with small shares over devices in memory.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressOf, openSpilling, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import * as abi from "#lib/abi.js";
import { memoryDevice } from "#lib/adapters/device_test.js";

const PAGE = 4096;
const random = new Random(11);
const noise = () => random.fill(new Uint8Array(PAGE));

describe("the devices behind a pool", () => {
  test("must seal for a pool that zeroizes, and are closed when they do not", () => {
    const device = memoryDevice({ sync: false, encrypt: false });
    assert.throws(() => openSpilling("doors", [device], { maxBytes: "2MiB", zeroize: true }), {
      code: "ERR_SPILLWAY_UNSUPPORTED",
    });
  });

  test("take bodies from each arena in proportion to what it has", () => {
    const router = openSpilling("verify", [memoryDevice()], { maxBytes: "8MiB" }, 16);
    const area = router.registry.openArea(1, 0, 1);
    for (let i = 0; i < 6000; i++) assert.equal(put(router, area, i, noise()), true);
    const arenas = router.memory.each();
    assert.ok(arenas.length > 2);
    const given = arenas.map((arena) => arena.counters().get(abi.STAT_SPILLED));
    const sizes = arenas.map((arena) => arena.wasmPages);
    const all = given.reduce((sum, one) => sum + one, 0);
    const total = sizes.reduce((sum, one) => sum + one, 0);
    for (const [i, one] of given.entries()) {
      const due = (all * (sizes[i] as number)) / total;
      assert.ok(one > due / 2 && one < 2 * due, `${given} of arenas of ${sizes} wasm pages`);
    }
    assert.equal(router.selfCheck(), 0);
    router.close();
  });

  test("are asked for many bodies at once, and fail for those alone that they do not give", () => {
    let fails = 0;
    const device = memoryDevice({
      encrypt: false,
      script: ({ verb, count }) => {
        if (verb !== "read" || count % 3 > 0) return undefined;
        fails += 1;
        return { error: new Error("EIO") };
      },
    });
    const router = openSpilling("verify", [device], { maxBytes: "1MiB" });
    const area = router.registry.openArea(1, 0, 1);
    for (let i = 0; i < 600; i++) put(router, area, i, noise());
    const offsets = Array.from({ length: 600 }, (_, i) => i);
    const pages = offsets.map(() => new Uint8Array(PAGE));
    const statuses: number[] = [];
    router.loadMany({ area, offsets, pages, statuses }, true);
    const lost = statuses.filter((status) => status === abi.Status.LOST).length;
    assert.ok(
      lost > 0 && lost <= fails && statuses.every((status) => status === PAGE || status === abi.Status.LOST),
    );
    assert.equal(router.stats().spill?.lostLoads, lost);
    assert.equal(router.currPages(area), lost);
    assert.equal(router.selfCheck(), 0);
    router.close();
  });

  test("count bodies on them as kept, and not as memory that can be given up", () => {
    const router = openSpilling("verify", [memoryDevice()], { maxBytes: "2MiB" });
    const area = router.registry.openArea(1, 0, 1);
    for (let i = 0; i < 2000; i++) put(router, area, i, noise());
    const { storedPages, bodies, bytes, spill } = router.stats();
    assert.equal(storedPages, 2000);
    assert.equal(bodies, 2000);
    assert.ok((spill?.bytes ?? 0) > bytes.max);
    assert.ok(router.registry.freeableBytes <= bytes.reserved);
    const address = addressOf(area, 0);
    assert.equal(router.loads.pageLength(address), PAGE);
    router.close();
    assert.equal(router.closed, true);
  });
});
