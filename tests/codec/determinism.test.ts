/**
 * Shows that the same page gives the same block, whatever was encoded before and whichever build encodes it.
 *
 * How: each page of a mixed stock is encoded by a fresh encoder, then thousands of times in random order by one that is
 * never reset, among attempts that give up for want of room; the table is cleared many times on the way. Then the very
 * lengths at which it is just cleared, or just not. Both builds go the same way. The seed is printed; SPILLWAY_SEED=n
 * repeats a run except for the live pages, which a failure spells out.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CodecDoors } from "../support/doors.js";
import {
  anyLength,
  describeLive,
  EDGE_LENGTHS,
  livePages,
  makePage,
  PAGE_KINDS,
  pagesOfAllKinds,
  spell,
} from "../support/pages.js";
import { Random, runSeed } from "../support/random.js";

const ENCODES = 8000;
const seed = runSeed();
const live = livePages(100);

interface Sample {
  page: Uint8Array;
  /** By an encoder that has done nothing before. */
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

/** Encodes and compares. `limit` may be too small: then there must be no block, or this one. */
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
      let clears = 0;
      for (let i = 0; i < ENCODES; i++) {
        const sample = random.pick(samples);
        const before = doors.encoderState;
        check(doors, sample, random.below(6) === 0 ? random.below(sample.page.length) : undefined);
        if (doors.encoderState < before) clears += 1;
      }
      assert.ok(clears > 100 && clears < ENCODES / 2);
      doors.assertUntouched();
      t.diagnostic(`${ENCODES} encodes of ${samples.length} pages, ${clears} clears; ${describeLive(live)}`);
    });

    test(`${build}: nor does where the table is cleared`, (t) => {
      const doors = new CodecDoors(build);
      const random = new Random(seed);
      let cleared = 0;
      let kept = 0;
      for (const bytes of EDGE_LENGTHS) {
        if (bytes < 13) continue;
        const sample = fresh(doors, makePage(random, "copies", bytes));
        // Positions are kept in 16 bits, added to all the lengths before: clears when 65,535 would be passed.
        for (let around = -3; around <= 3; around++) {
          const before = 65535 - (bytes - 12) - 1 + around;
          if (before < 1 || before > 65536) continue;
          doors.reset();
          doors.encode(makePage(random, "copies", before));
          check(doors, sample);
          if (doors.encoderState === 1 + bytes) cleared += 1;
          else kept += 1;
          check(doors, sample);
        }
      }
      assert.ok(cleared > 0 && kept > 0);
      doors.assertUntouched();
      t.diagnostic(`${cleared} times cleared, ${kept} times just not`);
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
