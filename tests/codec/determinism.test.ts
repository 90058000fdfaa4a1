/**
 * Shows that a page always gives the same block, whatever was encoded before and whichever build encodes it.
 *
 * How: a new encoder encodes each page of a mixed set. Then one that is never reset encodes the pages
 * thousands of times in random order, between attempts that give up for lack of room. Then the encoder's
 * table starts with arbitrary contents. Both builds run the same. The test prints its seed. SPILLWAY_SEED=n
 * repeats a run except for the live pages, which a failure prints.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CodecDoors } from "#kit/doors/codec.js";
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

const ENCODES = 8000;
const seed = runSeed();
const live = livePages(100);

interface Sample {
  page: Uint8Array;
  /** The block of a new encoder. */
  block: Uint8Array;
}

function fresh(doors: CodecDoors, page: Uint8Array): Sample {
  doors.reset();
  return { page, block: doors.encode(page) ?? assert.fail(`no block for ${spell(page)}`) };
}

function stock(doors: CodecDoors, random: Random): Sample[] {
  const pages = [
    ...EDGE_LENGTHS.flatMap((bytes) => [bytes, bytes]).map((bytes) =>
      makePage(random, random.pick(PAGE_KINDS), bytes),
    ),
    ...pagesOfAllKinds(random, 4096),
    ...Array.from({ length: 100 }, () => makePage(random, random.pick(PAGE_KINDS), anyLength(random))),
    ...live,
  ];
  return pages.map((page) => fresh(doors, page));
}

/** Encodes and compares. If `limit` is too small, there must be no block, or this one. */
function check(doors: CodecDoors, { page, block }: Sample, limit?: number): void {
  const again = doors.encode(page, limit);
  const right = again ? Buffer.compare(again, block) === 0 : limit !== undefined && limit <= block.length;
  if (!right) assert.fail(`another block, limit ${limit}, for ${spell(page)}; seed ${seed}`);
}

describe(`determinism, seed ${seed}`, () => {
  for (const build of ["doors", "verify"] as const) {
    test(`${build}: the history does not matter`, (t) => {
      const doors = new CodecDoors(build);
      const random = new Random(seed);
      const samples = stock(doors, random);
      doors.reset();
      for (let i = 0; i < ENCODES; i++) {
        const sample = random.pick(samples);
        check(doors, sample, random.below(6) === 0 ? random.below(sample.page.length) : undefined);
      }
      doors.assertUntouched();
      t.diagnostic(`${ENCODES} encodes of ${samples.length} pages; ${describeLive(live)}`);
    });

    test(`${build}: nor does what the table held`, () => {
      const doors = new CodecDoors(build);
      const random = new Random(seed);
      for (const sample of stock(doors, random)) {
        random.fill(doors.table);
        check(doors, sample);
        doors.table.fill(0xff);
        check(doors, sample);
      }
      doors.assertUntouched();
    });
  }

  test("both builds agree", () => {
    const builds = [new CodecDoors("doors"), new CodecDoors("verify")] as const;
    const random = new Random(seed + 1);
    const pages = [
      ...live,
      ...Array.from({ length: 3000 }, () =>
        makePage(random, random.pick(PAGE_KINDS), anyLength(random, 20_000)),
      ),
    ];
    for (const page of pages) {
      const limit = page.length - (page.length >> 3);
      const [one, other] = [builds[0].encode(page, limit), builds[1].encode(page, limit)];
      if ((one === undefined) !== (other === undefined)) assert.fail(spell(page));
      if (one && other && Buffer.compare(one, other) !== 0) assert.fail(spell(page));
      if (one) check(builds[1], { page, block: one });
    }
    for (const doors of builds) doors.assertUntouched();
  });
});
