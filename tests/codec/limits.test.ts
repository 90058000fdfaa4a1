/**
 * Shows that the codec stays within its limits, whatever they are.
 *
 * How: live pages and generated pages of every kind are encoded with every limit from 0 to more than any
 * block needs. The encoder returns 0 up to some limit, and above it always the same block. That limit is the
 * block's length or one more. It writes nothing past the limit and its slack. Blocks are decoded with every
 * room from 0 to the page's length: below that length the error must be exact. The test prints its seed.
 * SPILLWAY_SEED=n repeats a run except for the live pages, which a failure prints.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CodecDoors, encodeBound } from "#kit/doors/codec.js";
import {
  anyLength,
  EDGE_LENGTHS,
  makePage,
  PAGE_KINDS,
  pagesOfAllKinds,
  spell,
} from "#kit/generated_pages.js";
import { describeLive, livePages } from "#kit/live_memory.js";
import { Random, runSeed } from "#kit/random.js";
import { DecodeError, referenceDecode, type Sequence } from "#kit/reference/lz4.js";

const PAGE_BYTES = 4096;
const seed = runSeed();
const doors = new CodecDoors("doors");

/** Tries every limit. A block is always the same, and fits exactly the limits from its own length on. */
function everyLimit(page: Uint8Array): void {
  const most = encodeBound(page.length);
  const block = doors.encode(page, most) ?? assert.fail(`no block for ${spell(page)}`);
  assert.equal(Buffer.compare(doors.decode(block, page.length) as Uint8Array, page), 0, spell(page));
  let least = most;
  for (let limit = most; limit >= 0; limit--) {
    const limited = doors.encode(page, limit);
    if (limited) {
      if (least !== limit + 1 && limit !== most)
        assert.fail(`fits ${limit} and not ${limit + 1}: ${spell(page)}`);
      if (Buffer.compare(limited, block) !== 0) assert.fail(`another block within ${limit}: ${spell(page)}`);
      least = limit;
    }
  }
  assert.equal(least, block.length, spell(page));
}

describe(`limits, seed ${seed}`, () => {
  test("encoding a page with every limit", (t) => {
    const random = new Random(seed);
    const live = livePages(60);
    const pages = [...pagesOfAllKinds(random, PAGE_BYTES), ...pagesOfAllKinds(random, PAGE_BYTES), ...live];
    for (const page of pages) everyLimit(page);
    doors.assertUntouched();
    t.diagnostic(`${pages.length} pages; ${describeLive(live)}`);
  });

  test("encoding short pages with every limit", () => {
    const random = new Random(seed);
    for (const bytes of EDGE_LENGTHS) {
      if (bytes < 1000) for (const page of pagesOfAllKinds(random, bytes)) everyLimit(page);
    }
    for (let i = 0; i < 2000; i++)
      everyLimit(makePage(random, random.pick(PAGE_KINDS), anyLength(random, 200)));
    doors.assertUntouched();
  });

  test("encoding the largest pages with limits around their block and around an eighth less", () => {
    const random = new Random(seed);
    for (const page of pagesOfAllKinds(random, 65536)) {
      const block = doors.encode(page) ?? assert.fail(spell(page));
      for (const around of [0, block.length, page.length - (page.length >> 3), encodeBound(page.length)]) {
        for (
          let limit = Math.max(0, around - 20);
          limit <= Math.min(around + 20, encodeBound(page.length));
          limit++
        ) {
          const limited = doors.encode(page, limit);
          if (limit < block.length) assert.equal(limited, undefined);
          else if (limit > block.length) assert.ok(limited);
          if (limited) assert.equal(Buffer.compare(limited, block), 0);
        }
      }
    }
    doors.assertUntouched();
  });

  test("decoding with every room", (t) => {
    const random = new Random(seed);
    const pages = [...pagesOfAllKinds(random, PAGE_BYTES), ...livePages(30)];
    for (const page of pages) {
      const block = doors.encode(page) ?? assert.fail(spell(page));
      for (let room = 0; room < page.length; room++) {
        if (doors.decode(block, room) !== DecodeError.OUTPUT_FULL)
          assert.fail(`a room of ${room} for ${spell(page)}`);
      }
      for (const room of [page.length, page.length + 1, page.length + 100])
        assert.equal(Buffer.compare(doors.decode(block, room) as Uint8Array, page), 0);
    }
    doors.assertUntouched();
    t.diagnostic(`${pages.length} blocks`);
  });

  test("blocks end as the format asks", () => {
    const random = new Random(seed);
    for (let i = 0; i < 4000; i++) {
      const bytes = anyLength(random, 20_000);
      const page = makePage(random, random.pick(PAGE_KINDS), bytes);
      const block = doors.encode(page) ?? assert.fail(spell(page));
      const sequences: Sequence[] = [];
      const output = referenceDecode(block, bytes, sequences);
      assert.ok(typeof output !== "number" && Buffer.compare(output, page) === 0, spell(page));
      const last = sequences.pop() as Sequence;
      assert.equal(last.match, 0);
      if (sequences.length === 0) continue;
      // The last match starts twelve bytes before the end, and five literals at least follow it.
      const { at, literals } = sequences.at(-1) as Sequence;
      assert.ok(last.literals >= 5, spell(page));
      assert.ok(at + literals <= bytes - 12, spell(page));
      assert.ok(bytes >= 13, spell(page));
    }
  });
});
