/**
 * Shows which bodies a shadow pool takes to be on devices: by the order of use, within the devices' room, back
 * at the second load; and that its figures are near those of a live pool with the same device. How: the small
 * copy by itself; then the same history on a live pool and on a shadow of it.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { withSecretOf } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { memoryDevice } from "#lib/adapters/device_test.js";
import { Away } from "#lib/estimate/away.js";
import type { Content } from "#lib/estimate/sample.js";

const PAGE = 4096;
const seed = runSeed();
console.log(`SPILLWAY_SEED=${seed}`);

const body = (hash: number): Content => ({
  hash,
  raw: PAGE,
  stored: 1000,
  filled: false,
  first: undefined,
  sharers: 1,
  level: 0,
});

describe("bodies that a shadow pool takes to be away", () => {
  test("are those used least recently, and the second load brings one back", () => {
    const away = new Away({ room: 10_000, segmentBytes: 1024, slotBytes: (stored) => stored + 24 });
    const bodies = [1, 2, 3, 4].map(body);
    const [one, two, three, four] = bodies as [Content, Content, Content, Content];
    for (const content of bodies) away.use(content);
    away.use(one);
    assert.equal(away.leave(1500, 1), true);
    assert.deepEqual([away.sums.bodies, away.sums.bytes, away.sums.slots], [2, 2000, 2048]);
    assert.deepEqual(
      [one, two, three, four].map((content) => away.load(content, () => true)),
      [false, true, true, false],
    );
    assert.equal(
      away.load(two, () => false),
      true,
      "no room: it stays away",
    );
    assert.equal(
      away.load(two, () => true),
      true,
    );
    assert.equal(
      away.load(two, () => true),
      false,
    );
    assert.equal(away.sums.bodies, 1);
    for (const content of bodies) away.forget(content);
    assert.deepEqual(away.sums, { bodies: 0, bytes: 0, slots: 0, memory: 0 });
  });

  test("are no more than the devices hold, of which a sample has its part", () => {
    for (const rate of [1, 0.5]) {
      const away = new Away({ room: 5 * 1024, segmentBytes: 1024, slotBytes: (stored) => stored + 24 });
      for (let i = 0; i < 10; i++) away.use(body(i));
      assert.equal(away.leave(100_000, rate), false);
      assert.equal(away.sums.bodies, Math.floor(5 * rate));
    }
  });
});

describe("a shadow of a pool with a device", () => {
  for (const [what, maxBytes, deviceBytes, keys, followed] of [
    ["all is followed", "4MiB", "64MiB", 6000, true],
    ["a part is followed", "16MiB", "256MiB", 40_000, false],
    ["the device is full", "4MiB", "6MiB", 8000, true],
  ] as const) {
    test(`is near the live one: ${what}`, () => {
      let reads = 0;
      const script = ({ verb }: { verb: string }) => {
        if (verb === "read") reads += 1;
        return undefined;
      };
      const pools = (["live", "shadow"] as const).map((mode) => {
        const spill = memoryDevice({ maxBytes: deviceBytes, ...(mode === "live" ? { script } : {}) });
        const pool = withSecretOf(new Random(seed), () =>
          Spillway.openSync({ maxBytes, autoShrink: false, spill, mode }),
        );
        const swap = pool.frontswap();
        swap.init(0);
        return { pool, swap };
      });
      const random = new Random(seed);
      const page = new Uint8Array(PAGE);
      const target = new Uint8Array(PAGE);
      for (let i = 0; i < keys; i++) {
        random.fill(page.subarray(0, 1500));
        for (const { swap } of pools) swap.store(0, i, page);
      }
      reads = 0;
      let loads = 0;
      for (let i = 0; i < 2 * keys; i++) {
        // Nine loads of ten are of a tenth of the pages.
        const key = random.below(10) ? random.below(keys / 10) : random.below(keys);
        for (const { swap } of pools) if (swap.load(0, key, target)) loads += 1;
      }
      const [live, shadow] = pools.map(({ pool }) => pool.stats());
      const { spill, sample, ...figures } = shadow?.shadow ?? assert.fail("no shadow");
      assert.ok(live?.spill && spill);
      assert.equal(sample.bodyRate === 1, followed);
      const near = (one: number, other: number, bound: number, name: string) => {
        console.log(`${what}: ${name} ${Math.round(one)} of ${Math.round(other)}`);
        assert.ok(Math.abs(one / other - 1) <= bound, `${name}: ${one}, of a live pool ${other}`);
      };
      near(spill.bodies, live.spill.bodies, 0.1, "bodies");
      near(spill.bytes, live.spill.bytes, 0.1, "bytes");
      near(spill.slotBytes, live.spill.slotBytes, 0.1, "slotBytes");
      near(figures.storedPages, live.storedPages, 0.1, "storedPages");
      near(figures.loads, loads, 0.1, "loads");
      // One read for each load of a body that is away; the order in a live pool is that of one bit.
      near(spill.loads, reads, 0.25, "loads from the device");
      assert.equal(shadow?.spill?.packed, 0, "a shadow writes nothing");
      assert.equal(shadow?.accepting, false);
      for (const { pool } of pools) pool.close();
    });
  }

  test("without a device tells nothing of one", () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB", mode: "shadow" });
    assert.equal(pool.stats().shadow?.spill, undefined);
    pool.close();
  });
});
