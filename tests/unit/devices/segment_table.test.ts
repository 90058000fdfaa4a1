/**
 * Shows that numbers of segments are given lowest first, each time with a sequence that was never given, and
 * none while anything is still known of it; against a plain model, over random takes and frees.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Random, runSeed } from "#kit/random.js";
import { ADRIFT, FREE, HELD, LOST, SegmentTable, WRITING } from "#lib/devices/segment_table.js";

test("random takes and frees agree with a model", (t) => {
  const seed = runSeed();
  t.diagnostic(`SPILLWAY_SEED=${seed}`);
  const random = new Random(seed);
  const table = new SegmentTable(300);
  const model = new Map<number, { state: number; sequence: number; device: number; bytes: number }>();
  const seen = new Set<number>();
  for (let step = 0; step < 20_000; step++) {
    const numbers = [...model.keys()];
    // It fills up, empties, fills up.
    if (random.below(100) < (Math.floor(step / 2500) % 2 ? 40 : 60)) {
      const device = random.below(255);
      const segment = table.take(device, random.below(2) === 1);
      let lowest = 1;
      while (model.has(lowest)) lowest += 1;
      assert.equal(segment, lowest > 300 ? 0 : lowest);
      if (segment === 0) continue;
      const sequence = table.sequenceOf(segment);
      assert.ok(!seen.has(sequence));
      seen.add(sequence);
      model.set(segment, { state: WRITING, sequence, device, bytes: 0 });
    } else if (numbers.length > 0) {
      const segment = random.pick(numbers);
      const one = model.get(segment) as { state: number; bytes: number };
      const choice = random.below(5);
      if (choice === 0 && one.state === WRITING) {
        one.bytes = random.below(2 ** 20);
        table.hold(segment, one.bytes);
        one.state = HELD;
      } else if (choice === 1 && one.state === HELD) {
        table.lose(segment);
        one.state = LOST;
      } else if (choice === 2 && one.state === WRITING) {
        table.part(segment);
        one.state = ADRIFT;
      } else {
        table.free(segment);
        model.delete(segment);
      }
    }
    for (const [segment, one] of model) {
      assert.equal(table.state(segment), one.state);
      assert.equal(table.sequenceOf(segment), one.sequence);
      assert.equal(table.device(segment), one.device);
      assert.equal(table.bytes(segment), one.bytes);
    }
    assert.equal(table.state(random.below(300) + 301), FREE);
  }
});
