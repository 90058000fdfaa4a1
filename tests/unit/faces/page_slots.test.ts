/**
 * Shows that the values of a shared page are found, however they come, move, go and get new slots.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Random, runSeed } from "#kit/random.js";
import { KeyIndex } from "#lib/faces/key_index.js";
import { PageSlots } from "#lib/faces/page_slots.js";

const seed = runSeed();

function slotsOf(slots: PageSlots, index: KeyIndex, page: number): number[] {
  const found: number[] = [];
  for (let slot = slots.first(page); slot >= 0; slot = index.near(slot, true) - 1) found.push(slot);
  return found;
}

describe(`values of a page, seed ${seed}`, () => {
  for (const columns of [
    { hot: false, ttl: false },
    { hot: true, ttl: true },
  ])
    test(`beside a Map of sets${columns.ttl ? ", with all columns" : ""}`, () => {
      const random = new Random(seed);
      const index = new KeyIndex([1, 2], { ...columns, near: true });
      const slots = new PageSlots(index);
      const pageOf = new Map<string, number>();
      for (let i = 0; i < 4000; i++) {
        const key = `${random.below(300)}`;
        const page = random.below(12);
        const known = pageOf.get(key);
        if (known === undefined) {
          const slot = index.insert(key);
          index.setValue(slot, false, page, i & 0xffff, 0, 1);
          if (columns.ttl) index.setDue(slot, i);
          slots.add(slot, page);
          pageOf.set(key, page);
        } else if (random.below(3) === 0) {
          const slot = index.find(key);
          slots.remove(slot, known);
          index.remove(slot);
          pageOf.delete(key);
        } else {
          // As the packer does when it moves a value, within a page or to another one.
          slots.setPlace(index.find(key), page, i & 0xffff);
          pageOf.set(key, page);
        }
        const moved = index.wantsClosingUp ? index.closeUp() : undefined;
        if (moved !== undefined) slots.renumber(moved);
        if (i % 50 > 0) continue;
        for (let one = 0; one < 13; one++) {
          const expected = [...pageOf].filter(([, its]) => its === one).map(([its]) => its);
          const found = slotsOf(slots, index, one).map((slot) => index.key(slot));
          assert.deepEqual(found.sort(), expected.sort());
        }
      }
      for (const [key, page] of pageOf) {
        const slot = index.find(key);
        assert.equal(slots.findAt(index.hash(key), page, index.high(slot)), slot);
      }
      assert.ok(slots.byteLength <= 4 * 32);
    });
});
