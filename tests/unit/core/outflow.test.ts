/**
 * Shows when bodies begin to leave for devices that answer later, and that one segment at a time does. How: a
 * memory with gauges that the test sets.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArenaSet } from "#lib/core/arena_set.js";
import { Outflow } from "#lib/core/outflow.js";

const SEGMENT = 1000;
const turn = () => new Promise((resolve) => setImmediate(resolve));

function flowing(limitBytes: number, liveBytes: number, leaves = 100) {
  const memory = { limitBytes, liveBytes };
  const scene = { memory, calls: 0, under: 0, fails: false, flow: undefined as unknown as Outflow };
  scene.flow = new Outflow(memory as unknown as ArenaSet, SEGMENT, async () => {
    scene.calls += 1;
    scene.under += 1;
    assert.equal(scene.under, 1, "one at a time");
    await turn();
    scene.under -= 1;
    if (scene.fails) throw new Error("the engine has failed");
    memory.liveBytes -= leaves;
    return leaves > 0;
  });
  return scene;
}

test("a sixteenth of the limit is kept free, or two segments, but no more than a quarter", () => {
  for (const [limit, free] of [
    [160_000, 10_000],
    [20_000, 2000],
    [4000, 1000],
  ] as const) {
    assert.equal(flowing(limit, limit - free).flow.isLow, false);
    assert.equal(flowing(limit, limit - free + 1).flow.isLow, true);
  }
});

test("stores look from time to time; bodies leave until enough is free", async () => {
  const scene = flowing(160_000, 150_500);
  for (let i = 0; i < 15; i++) scene.flow.stored(1);
  assert.equal(scene.calls, 0);
  scene.flow.stored(1);
  assert.equal(scene.calls, 1);
  for (let i = 0; i < 40; i++) scene.flow.stored(16);
  for (let i = 0; i < 10; i++) await turn();
  assert.deepEqual([scene.calls, scene.memory.liveBytes], [5, 150_000]);
  scene.flow.stored(100);
  assert.equal(scene.calls, 5);
});

test("all who wait for room wait for the segment that is on its way", async () => {
  const scene = flowing(160_000, 1000);
  assert.deepEqual(await Promise.all([scene.flow.next(), scene.flow.next()]), [true, true]);
  assert.equal(scene.calls, 1);
  assert.equal(await scene.flow.next(), true);
  assert.equal(scene.calls, 2);
});

test("it ends when nothing leaves, when the engine fails, and with the pool", async () => {
  const full = flowing(160_000, 160_000, 0);
  full.flow.begin();
  for (let i = 0; i < 5; i++) await turn();
  assert.equal(full.calls, 1);
  const failed = flowing(160_000, 160_000);
  failed.fails = true;
  assert.equal(await failed.flow.next(), false);
  const ended = flowing(160_000, 160_000, 1);
  ended.flow.begin();
  ended.flow.end();
  for (let i = 0; i < 5; i++) await turn();
  assert.equal(ended.calls, 1);
  assert.equal(await ended.flow.next(), false);
  ended.flow.begin();
  ended.flow.stored(100);
  assert.equal(ended.calls, 1);
});
