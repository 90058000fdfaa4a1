/**
 * Shows how the arenas of a pool divide its memory and its pages: shares, areas in all of them, whom a store
 * and a look-up ask. How: small pools with small shares, the counters of each engine beside those of the
 * pool.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressOf, openArenas, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import * as abi from "#lib/abi.js";
import type { Router } from "#lib/core/router.js";

const MiB = 2 ** 20;
const PAGE = 4096;

/** The sum of a counter over the engines that there are. */
function inEngines(arenas: Router, stat: number): number {
  return arenas.memory.each().reduce((sum, arena) => sum + arena.counters().get(stat), 0);
}

/** Random pages of random lengths, each of its own. */
function pagesOf(random: Random): () => Uint8Array {
  const noise = random.fill(new Uint8Array(64 * 1024));
  let number = 0;
  return () => {
    const bytes = 200 + random.below(2600);
    const at = random.below(noise.length - bytes);
    const page = noise.slice(at, at + bytes);
    new DataView(page.buffer).setUint32(0, number++);
    return page;
  };
}

describe("the arenas of a pool", () => {
  test("take a half each of what is left, and the last all of it", () => {
    const arenas = openArenas("doors", { maxBytes: "16MiB" }, 32);
    const area = arenas.registry.openArea(1, 0, 1);
    const random = new Random(2);
    for (let i = 0; i < 4200; i++) {
      const before = arenas.memory.count;
      put(arenas, area, i, random.fill(new Uint8Array(PAGE)));
      // A new one only when there is no room in the others.
      if (arenas.memory.count > before) {
        const others = arenas.memory.each().slice(0, before);
        assert.ok(others.every((one) => one.wasmPages === one.shareWasmPages));
      }
      assert.ok(arenas.memory.reservedBytes <= arenas.memory.maxBytes);
    }
    assert.deepEqual(
      arenas.memory.each().map(({ shareWasmPages }) => shareWasmPages),
      [128, 64, 32, 32],
    );
    assert.equal(arenas.memory.reservedBytes, 16 * MiB);
    assert.equal(arenas.selfCheck(), 0);
  });

  test("all know all areas; a number that is used again leads to no old page", () => {
    const arenas = openArenas("verify", { maxBytes: "4MiB" }, 16);
    const random = new Random(4);
    const first = arenas.registry.openArea(1, 0, 1);
    for (let i = 0; i < 1100; i++) put(arenas, first, i, random.fill(new Uint8Array(PAGE)));
    assert.ok(arenas.memory.count > 1);
    // Opened now, it is in every arena; and a fresh arena learns of both.
    const second = arenas.registry.openArea(1, 1, 1);
    const fresh = arenas.moving.tryAddTarget(8);
    assert.equal(fresh, undefined, "the pool is full");
    const pages = arenas.currPages(first);
    assert.equal(arenas.invalidateArea(first), pages);
    for (const arena of arenas.memory.each()) assert.equal(arena.currPages(first), 0);
    const again = arenas.registry.openArea(2, 7, 2);
    assert.equal(again, first, "the number is used again");
    const target = new Uint8Array(PAGE);
    for (let i = 0; i < 1100; i++)
      assert.equal(arenas.load(addressOf(again, i), target, false), abi.Status.MISS);
    for (const area of [second, again]) {
      for (let i = 0; i < 400; i++) assert.equal(put(arenas, area, i, new Uint8Array(PAGE).fill(area)), true);
      assert.equal(arenas.currPages(area), 400);
    }
    assert.equal(arenas.stats().areas, 2);
    assert.equal(arenas.selfCheck(), 0);
  });

  test("are not all asked for every page that a full pool refuses", () => {
    const arenas = openArenas("doors", { maxBytes: "16MiB" }, 64);
    const area = arenas.registry.openArea(1, 0, 1);
    const random = new Random(3);
    const next = pagesOf(random);
    const keys = 20_000;
    for (let i = 0; i < 2 * keys; i++) put(arenas, area, random.below(keys), next());
    assert.ok(arenas.memory.count > 2);
    const asked = inEngines(arenas, abi.STAT_STORES);
    const { refused } = arenas.stats();
    for (let i = 0; i < keys; i++) put(arenas, area, random.below(keys), next());
    assert.ok(arenas.stats().refused.full - refused.full > keys / 4, "it was full");
    const each = (inEngines(arenas, abi.STAT_STORES) - asked) / keys;
    assert.ok(each < 1.3, `${each} arenas asked for a page`);
    const { compressed, max } = arenas.stats().bytes;
    assert.ok(compressed > 0.9 * max, `${compressed} of ${max} bytes are bodies`);
  });

  test("use a page that is touched wherever it lies, and count nothing", () => {
    const arenas = openArenas("verify", { maxBytes: "4MiB" }, 16);
    const area = arenas.registry.openArea(1, 0, 1);
    const random = new Random(9);
    let kept = 0;
    while (put(arenas, area, kept, random.fill(new Uint8Array(PAGE)))) kept += 1;
    assert.ok(arenas.memory.count > 1);
    const { loads, failedLoads } = arenas.stats();
    for (let i = 0; i < kept; i++) assert.equal(arenas.touch(addressOf(area, i)), true);
    assert.equal(arenas.touch(addressOf(area, kept)), false);
    assert.equal(arenas.touch(addressOf(area, 0, { low: 1, high: 0 })), false);
    assert.deepEqual([arenas.stats().loads, arenas.stats().failedLoads], [loads, failedLoads]);
    assert.equal(arenas.selfCheck(), 0);
  });

  test("are asked for a page in the order in which they have answered", () => {
    const arenas = openArenas("doors", { maxBytes: "8MiB" }, 32);
    const area = arenas.registry.openArea(1, 0, 1);
    const random = new Random(5);
    let kept = 0;
    for (let i = 0; i < 2100; i++) if (put(arenas, area, i, random.fill(new Uint8Array(PAGE)))) kept += 1;
    assert.ok(arenas.memory.count > 2);
    const target = new Uint8Array(PAGE);
    // Pages lie in order: a look-up that goes through them changes arena as often as there are arenas.
    const before = inEngines(arenas, abi.STAT_MISSES);
    for (let i = 0; i < kept; i++) assert.equal(arenas.load(addressOf(area, i), target, false), PAGE);
    assert.ok(inEngines(arenas, abi.STAT_MISSES) - before < arenas.memory.count ** 2);
    assert.equal(arenas.stats().failedLoads, 0, "what one missed and another had is no miss of the pool");
    assert.equal(arenas.load(addressOf(area, 5000), target, false), abi.Status.MISS);
    assert.equal(arenas.stats().failedLoads, 1);
    assert.equal(arenas.stats().loads, kept);
  });

  test("a fresh one for moving is made within maxBytes, whatever the limit is now", () => {
    const arenas = openArenas("doors", { maxBytes: "8MiB" }, 32);
    arenas.memory.limitBytes = MiB;
    assert.equal(arenas.memory.limitBytes, MiB);
    const area = arenas.registry.openArea(1, 0, 1);
    const random = new Random(6);
    let kept = 0;
    while (put(arenas, area, kept, random.fill(new Uint8Array(PAGE)))) kept += 1;
    assert.ok(arenas.memory.reservedBytes <= MiB);
    assert.equal(arenas.moving.tryAddTarget(128), undefined, "no room for so large a one");
    const source = arenas.memory.each()[0];
    const target = arenas.moving.tryAddTarget(64);
    assert.ok(source && target);
    arenas.moving.drain(source, target);
    while (arenas.moving.move(source) === "moved")
      assert.ok(arenas.memory.reservedBytes <= arenas.memory.maxBytes);
    arenas.moving.remove(source);
    assert.equal(arenas.currPages(area), kept);
    // Over the limit now, it takes nothing more than it has.
    const { reserved } = arenas.stats().bytes;
    while (put(arenas, area, kept, random.fill(new Uint8Array(PAGE)))) kept += 1;
    assert.ok(arenas.memory.reservedBytes <= Math.max(reserved, MiB));
    assert.equal(arenas.selfCheck(), 0);
  });
});
