/**
 * Shows that ends of values come back as they were while they are less than 49 days apart, and never earlier
 * and in the same order when they are not.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Random, runSeed } from "#kit/random.js";
import { DueTimes } from "#lib/faces/due_times.js";
import { KeyIndex } from "#lib/faces/key_index.js";

const seed = runSeed();
console.log(`due times: seed ${seed}`);

test("a time that fits is exact; others have steps of a power of two", () => {
  const dues = new DueTimes();
  assert.equal(dues.timeOf(dues.wordOf(12_345)), 12_345);
  assert.deepEqual([dues.fits(2 ** 32 - 1), dues.fits(2 ** 32)], [true, false]);
  const words = dues.widen(2 ** 31, 2 ** 34 + 1);
  assert.ok(dues.fits(2 ** 34 + 1));
  assert.equal(dues.timeOf(words(2 ** 31)), 2 ** 31);
  const late = dues.timeOf(dues.wordOf(2 ** 34 + 1));
  assert.ok(late >= 2 ** 34 + 1 && late <= 2 ** 34 + 4, String(late));
});

test("an index keeps ends through jumps of years", () => {
  const random = new Random(seed);
  for (const jump of [1000, 2 ** 31, 2 ** 40]) {
    const index = new KeyIndex([1, 2], { hot: false, ttl: true });
    const expected: number[] = [];
    let due = 0;
    for (let i = 0; i < 2000; i++) {
      due += random.below(4) === 0 ? random.below(2 ** 20) * Math.ceil(jump / 2 ** 20) : random.below(1000);
      index.setDue(index.insert(`key ${i}`), due);
      expected.push(due);
      if (random.below(3) > 0 && expected.length > 50) {
        const first = index.firstDue;
        const wanted = expected.shift() as number;
        const spread = due - wanted;
        // Steps were doubled for the widest spread so far, and each making anew rounds up by one at most.
        assert.ok(index.due(first) >= wanted && index.due(first) - wanted <= (64 * spread) / 2 ** 31 + 64);
        if (jump === 1000) assert.equal(index.due(first), wanted);
        index.remove(first);
      }
    }
    const dues: number[] = [];
    for (let slot = index.firstDue; slot >= 0; slot = index.firstDue) {
      dues.push(index.due(slot));
      index.remove(slot);
    }
    assert.deepEqual(
      dues,
      [...dues].sort((a, b) => a - b),
    );
    assert.equal(dues.length, expected.length);
    for (const [i, one] of dues.entries()) assert.ok(one >= (expected[i] as number));
  }
});
