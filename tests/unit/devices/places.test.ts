/**
 * Shows that segments side by side keep to their places: the lowest free one is taken, the end goes back, no
 * segment is found under another sequence or beyond its end; and that calls which move fewer bytes go on.
 *
 * How: against a table of places that is searched, by random takes and drops from a seed.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Random, runSeed } from "#kit/random.js";
import { moveAll, Places } from "#lib/devices/places.js";

const SEGMENT = 10_000;
const PLACE = 12_288;

test("the lowest free place is taken and the end given back, as in a table that is searched", (t) => {
  const seed = runSeed();
  t.diagnostic(`seed ${seed}`);
  const random = new Random(seed);
  const places = new Places(SEGMENT, 40 * PLACE);
  assert.equal(places.most, 40);
  const table: (number | undefined)[] = [];
  const sequences = new Map<number, number>();
  let sequence = 0;
  for (let step = 0; step < 5000; step++) {
    const segment = 1 + random.below(60);
    const place = table.indexOf(segment);
    if (place >= 0 && random.below(2) === 0) {
      assert.equal(places.drop(segment, 0), false, "another sequence");
      table[place] = undefined;
      const before = table.length;
      while (table.length > 0 && table.at(-1) === undefined) table.pop();
      assert.equal(places.drop(segment, sequences.get(segment) as number), table.length < before);
      assert.throws(() => places.find(segment, sequence, 0, 1), { kind: "lost" });
    } else if (place < 0) {
      const free = Array.from({ length: table.length + 1 }, (_, i) => table[i]).indexOf(undefined);
      if (free >= 40) {
        assert.throws(() => places.take(segment, 1, SEGMENT), { kind: "full" });
        continue;
      }
      sequence += 1;
      sequences.set(segment, sequence);
      table[free] = segment;
      assert.equal(places.take(segment, sequence, SEGMENT), free * PLACE);
    } else {
      const now = sequences.get(segment) as number;
      assert.equal(places.find(segment, now, 77, 100), place * PLACE + 77);
      assert.throws(() => places.find(segment, now, SEGMENT - 50, 51), /beyond the end/);
      assert.throws(() => places.find(segment, now + 1, 0, 1), { kind: "lost" });
    }
    assert.equal(places.bytes, table.length * PLACE);
    assert.equal(places.tail, table.at(-1) ?? 0);
  }
});

test("room for less than two segments is a mistake of the option", () => {
  const error = { code: "ERR_SPILLWAY_ARG_RANGE", message: /^spill\.maxBytes must be 24576 bytes or more/ };
  assert.throws(() => new Places(SEGMENT, 2 * PLACE - 1, "spill.maxBytes"), error);
});

test("short counts go on; none, too many and no number are errors", () => {
  const asked: [number, number][] = [];
  moveAll("read", 10, (done, left) => {
    asked.push([done, left]);
    return Math.min(4, left);
  });
  assert.deepEqual(asked, [
    [0, 10],
    [4, 6],
    [8, 2],
  ]);
  for (const count of [0, 11, -1, Number.NaN, undefined])
    assert.throws(() => moveAll("read", 10, () => count), /^Error: the read answered .* bytes of 10$/);
});
