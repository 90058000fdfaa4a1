/**
 * Shows that the hot set keeps to its bound, lets go of what was not used, tells of each value that goes, and
 * follows slots that get new numbers.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Random, runSeed } from "#kit/random.js";
import { HotSet } from "#lib/faces/hot_set.js";

const seed = runSeed();
console.log(`hot set: seed ${seed}`);

test("random adds, gets and removes keep the bound and the places", () => {
  const random = new Random(seed);
  const model = new Map<number, { place: number; value: object; bytes: number }>();
  const hot = new HotSet(10_000, (slot) => assert.equal(model.delete(slot), true));
  for (let i = 0; i < 50_000; i++) {
    const slot = random.below(400);
    const known = model.get(slot);
    if (known === undefined) {
      const bytes = random.below(random.below(10) === 0 ? 20_000 : 300);
      const value = {};
      const place = hot.add(slot, value, bytes);
      assert.equal(place < 0, bytes > 10_000);
      if (place >= 0) model.set(slot, { place, value, bytes });
    } else if (random.below(4) === 0) {
      hot.remove(known.place);
      model.delete(slot);
    } else assert.equal(random.below(2) ? hot.get(known.place) : hot.peek(known.place), known.value);
    assert.ok(hot.bytes <= 10_000);
    assert.equal(hot.size, model.size);
    if (i % 1000 !== 0) continue;
    const bytes = [...model.values()].reduce((sum, one) => sum + Math.max(32, one.bytes), 0);
    assert.equal(hot.bytes, bytes);
    // Every slot is one more from now on, and then again what it was.
    hot.renumber(Uint32Array.from({ length: 400 }, (_, n) => (n + 1) % 400));
    hot.renumber(Uint32Array.from({ length: 400 }, (_, n) => (n + 399) % 400));
  }
  hot.clear();
  assert.deepEqual([hot.size, hot.bytes], [0, 0]);
});

test("what is used stays while others pass", () => {
  const gone = new Set<number>();
  const hot = new HotSet(1000, (slot) => gone.add(slot));
  const place = hot.add(0, "used", 100);
  for (let slot = 1; slot < 500; slot++) {
    assert.equal(hot.get(place), "used");
    hot.add(slot, slot, 100);
  }
  assert.ok(!gone.has(0));
  assert.equal(gone.size, 490);
});
