/**
 * Shows that the same page gives the same block, whatever was encoded before and whichever build encodes it.
 *
 * How: each page of a mixed stock is encoded by a fresh encoder, then thousands of times in random order by one that is
 * never reset, among attempts that give up for want of room. Then with anything at all in the encoder's table. Both builds
 * go the same way. The seed is printed; SPILLWAY_SEED=n
 * repeats a run except for the live pages, which a failure spells out.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CodecDoors } from "../support/doors.js";
import { anyLength, describeLive, EDGE_LENGTHS, livePages, makePage, PAGE_KINDS, pagesOfAllKinds, spell, } from "../support/pages.js";
import { Random, runSeed } from "../support/random.js";
const ENCODES = 8000;
const seed = runSeed();
const live = livePages(100);
function fresh(doors, page) {
    doors.reset();
    return { page, block: doors.encode(page) ?? assert.fail(`no block for ${spell(page)}`) };
}
function stock(doors, random) {
    const pages = [
        ...EDGE_LENGTHS.flatMap((bytes) => [bytes, bytes]).map((bytes) => makePage(random, random.pick(PAGE_KINDS), bytes)),
        ...pagesOfAllKinds(random, 4096),
        ...Array.from({ length: 100 }, () => makePage(random, random.pick(PAGE_KINDS), anyLength(random))),
        ...live,
    ];
    return pages.map((page) => fresh(doors, page));
}
/** Encodes and compares. `limit` may be too small: then there must be no block, or this one. */
function check(doors, { page, block }, limit) {
    const again = doors.encode(page, limit);
    const right = again ? Buffer.compare(again, block) === 0 : limit !== undefined && limit <= block.length;
    if (!right)
        assert.fail(`another block, limit ${limit}, for ${spell(page)}; seed ${seed}`);
}
describe(`determinism, seed ${seed}`, () => {
    for (const build of ["doors", "verify"]) {
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
        const builds = [new CodecDoors("doors"), new CodecDoors("verify")];
        const random = new Random(seed + 1);
        const pages = [
            ...live,
            ...Array.from({ length: 3000 }, () => makePage(random, random.pick(PAGE_KINDS), anyLength(random, 20_000))),
        ];
        for (const page of pages) {
            const limit = page.length - (page.length >> 3);
            const [one, other] = [builds[0].encode(page, limit), builds[1].encode(page, limit)];
            if ((one === undefined) !== (other === undefined))
                assert.fail(spell(page));
            if (one && other && Buffer.compare(one, other) !== 0)
                assert.fail(spell(page));
            if (one)
                check(builds[1], { page, block: one });
        }
        for (const doors of builds)
            doors.assertUntouched();
    });
});
