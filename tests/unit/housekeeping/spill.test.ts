/**
 * Shows that bodies leave beside the host's work when little is free, and that segments are cleaned. How: the
 * step itself, over a full pool and a device in memory.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressOf, openSpilling, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { memoryDevice } from "#lib/adapters/device_test.js";
import { Timers } from "#lib/base/timers.js";
import { Run } from "#lib/housekeeping/run.js";
import { spill } from "#lib/housekeeping/spill.js";

const PAGE = 4096;

describe("spilling beside the host's work", () => {
  test("frees a sixteenth of a full pool, so that stores find room", async () => {
    const random = new Random(5);
    const router = openSpilling("verify", [memoryDevice()], { maxBytes: "4MiB" });
    const area = router.registry.openArea(1, 0, 1);
    for (let i = 0; i < 2000; i++)
      assert.equal(put(router, area, i, random.fill(new Uint8Array(PAGE))), true);
    // A store that has made room for itself leaves some for others.
    for (let i = 2000; !router.spilled?.isLow; i++)
      assert.equal(put(router, area, i, random.fill(new Uint8Array(PAGE))), true);
    const timers = new Timers();
    const run = new Run(router, timers, {}, false);
    await spill(run);
    assert.equal(router.spilled?.isLow, false);
    const { spill: before } = router.stats();
    for (let i = 0; i < 30; i++) put(router, area, 5000 + i, random.fill(new Uint8Array(PAGE)));
    assert.equal(router.stats().spill?.packed, before?.packed, "no store had to wait");
    for (let i = 0; i < 2100; i++) if (i % 4) router.invalidatePage(addressOf(area, i));
    await spill(run);
    const [device] = router.spilled?.log.stats().devices ?? [];
    assert.ok(device && device.diskBytes <= 1.5 * device.liveBytes + 4 * 2 ** 18, JSON.stringify(device));
    assert.equal(router.selfCheck(), 0);
    timers.close();
    router.close();
  });

  test("goes on by itself with a device that answers later", async () => {
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const random = new Random(6);
    const router = openSpilling("verify", [memoryDevice({ sync: false })], { maxBytes: "4MiB" });
    const area = router.registry.openArea(1, 0, 1);
    for (let i = 0; i < 2000; i++) {
      assert.equal(put(router, area, i, random.fill(new Uint8Array(PAGE))), true);
      if (i % 16 === 0) await turn();
    }
    for (let i = 0; i < 2000; i++) if (i % 4) router.invalidatePage(addressOf(area, i));
    const timers = new Timers();
    const run = new Run(router, timers, {}, false);
    const device = () => router.spilled?.log.stats().devices[0] ?? { diskBytes: 0, liveBytes: 0 };
    const before = device().diskBytes;
    await spill(run);
    await spill(run);
    for (let i = 0; i < 2000 && device().diskBytes > before / 2; i++) await turn();
    assert.ok(device().diskBytes <= before / 2, JSON.stringify(device()));
    assert.equal(router.spilled?.outflow?.isLow, false);
    assert.equal(router.selfCheck(), 0);
    timers.close();
    router.close();
  });

  test("does nothing once the pool is closed", async () => {
    const router = openSpilling("doors", [memoryDevice()], { maxBytes: "1MiB" });
    router.close();
    const timers = new Timers();
    await spill(new Run(router, timers, {}, false));
    timers.close();
  });
});
