/**
 * Shows that the page table keeps an entry for each frame up to 2^41, walks what is set and nothing else, and
 * takes memory only where something is set. How: against a Map under random sets.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Random, runSeed } from "#kit/random.js";
import { AWAY, CHUNK_ENTRIES, NOWHERE, PageTable } from "#lib/faces/page_table.js";

const seed = runSeed();
const CHUNK_BYTES = 4 * CHUNK_ENTRIES;

function visited(table: PageTable, from: number, to: number): number[] {
  const frames: number[] = [];
  table.each(from, to, (frame) => frames.push(frame));
  return frames.sort((a, b) => a - b);
}

describe(`page table, seed ${seed}`, () => {
  test("entries are those that were set, at any frame", () => {
    const random = new Random(seed);
    const table = new PageTable();
    const model = new Map<number, number>();
    const bases = [0, CHUNK_ENTRIES - 20, 2 ** 31 - 20, 2 ** 32 - 20, 2 ** 41 - 40];
    for (let step = 0; step < 20_000; step++) {
      const frame = random.pick(bases) + random.below(40);
      const entry = random.pick([NOWHERE, NOWHERE, AWAY, 1, 1 + random.below(2 ** 31)]);
      table.set(frame, entry);
      if (entry === NOWHERE) model.delete(frame);
      else model.set(frame, entry);
      const other = random.pick(bases) + random.below(40);
      assert.equal(table.get(other), model.get(other) ?? NOWHERE);
      if (step % 100 > 0) continue;
      const chunks = new Set([...model.keys()].map((one) => Math.floor(one / CHUNK_ENTRIES)));
      assert.equal(table.bytes, chunks.size * CHUNK_BYTES);
      const from = random.pick(bases) + random.below(40);
      const to = random.pick(bases) + random.below(40);
      const within = [...model.keys()].filter((one) => one >= from && one < to).sort((a, b) => a - b);
      assert.deepEqual(visited(table, from, to), within);
    }
  });

  test("a chunk is made by a set that sets something, and goes with its last entry", () => {
    const table = new PageTable();
    assert.equal(table.get(5), NOWHERE);
    table.set(5, NOWHERE);
    assert.equal(table.bytes, 0);
    table.set(5, 1);
    table.set(5, AWAY);
    table.set(CHUNK_ENTRIES, 2);
    assert.equal(table.bytes, 2 * CHUNK_BYTES);
    table.set(5, NOWHERE);
    assert.equal(table.bytes, CHUNK_BYTES);
    assert.equal(table.get(5), NOWHERE);
    assert.equal(table.get(CHUNK_ENTRIES), 2);
  });

  test("a walk over all that there could be ends at once, and its visitor may unset what it sees", () => {
    const table = new PageTable();
    const frames = [0, 7, CHUNK_ENTRIES, 2 ** 33, 2 ** 41 - 1];
    for (const frame of frames) table.set(frame, AWAY);
    const seen: number[] = [];
    table.each(0, 2 ** 41, (frame) => {
      table.set(frame, NOWHERE);
      seen.push(frame);
    });
    assert.deepEqual(
      seen.sort((a, b) => a - b),
      frames,
    );
    assert.equal(table.bytes, 0);
    assert.deepEqual(visited(table, 0, 2 ** 41), []);
  });

  test("a TiB of frames of 64 KiB, all of it touched, takes 64 MiB", () => {
    const table = new PageTable();
    for (let frame = 0; frame < 2 ** 24; frame += CHUNK_ENTRIES) table.set(frame, AWAY);
    assert.equal(table.bytes, 2 ** 26);
  });
});
