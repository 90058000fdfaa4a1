/**
 * Shows that a damaged block is an error or some bytes, and never more: no trap, no byte read behind the block, none
 * written outside the target and its slack, none of the target's former contents taken for output.
 *
 * How: blocks of pages from this process's own memory, as an arena would keep them, with every single bit flipped and
 * cut off at every length. The block lies at the very end of memory, so that one byte read too far traps; all else is
 * canary (support/doors.ts). Each is decoded twice, over 0xFF and over 0x00: both must come to the same; and one flip in
 * 31 by the reference too (support/reference.ts). On the release build all of it, on the verify build a part. There is no
 * seed: every bit and every cut is tried, and the pages differ from run to run; a failure spells its block out. Damage of
 * other kinds, seeded, is in roundtrip.test.ts.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CodecDoors } from "../support/doors.js";
import { describeLive, livePages, spell, trimmed } from "../support/pages.js";
import { DecodeError, referenceDecode } from "../support/reference.js";
const PAGE_BYTES = 4096;
/** Keeps the 8 x this x BLOCKS flips within seconds. */
const BLOCK_BYTES_MAX = 1200;
const BLOCKS = 400;
const BLOCKS_VERIFIED = 60;
/** One bit in so many is also decoded by the reference. Odd, so that each bit of a byte has its turn. */
const REFERENCE_STEP = 31;
/** What came of the damage, by DecodeError; and of what was not rejected. */
class Tally {
    errors = new Map();
    /** Output of another length; of the same length and other bytes; the page. */
    shorter = 0;
    longer = 0;
    other = 0;
    same = 0;
    count(doors, length, page) {
        if (length < 0)
            this.errors.set(length, (this.errors.get(length) ?? 0) + 1);
        else if (length < page.length)
            this.shorter += 1;
        else if (length > page.length)
            this.longer += 1;
        else if (doors.targetHolds(page))
            this.same += 1;
        else
            this.other += 1;
    }
    toString() {
        const errors = Object.entries(DecodeError).map(([name, code]) => `${name} ${this.errors.get(code) ?? 0}`);
        return `${errors.join(", ")}; not rejected: shorter ${this.shorter}, longer ${this.longer}, other ${this.other}, same ${this.same}`;
    }
}
function keep(doors, pages, count) {
    const kept = [];
    for (const full of pages) {
        const page = trimmed(full);
        // The limit of engine.ts: a block has to save an eighth.
        const block = doors.encode(page, page.length - (page.length >> 3));
        if (block && block.length <= BLOCK_BYTES_MAX)
            kept.push({ page, block });
        if (kept.length === count)
            break;
    }
    return kept;
}
/** Flips each bit of the block in turn. */
function flipAll(doors, { page, block }, tally) {
    const source = doors.placeSource(block);
    for (let bit = 0; bit < 8 * block.length; bit++) {
        const at = source + (bit >> 3);
        doors.memory[at] = doors.memory[at] ^ (1 << (bit & 7));
        try {
            const bytes = doors.decodePlaced(block.length, PAGE_BYTES);
            tally.count(doors, bytes, page);
            if (bit % REFERENCE_STEP === 0)
                assertAsReference(doors, doors.memory.subarray(source), bytes);
        }
        catch (cause) {
            throw new Error(`bit ${bit} flipped of ${spell(block)}`, { cause });
        }
        doors.memory[at] = block[bit >> 3];
    }
    assertSource(doors, block);
    doors.assertUntouched();
}
/** Cuts the block at each length. What is left must be rejected or give the beginning of the page. */
function cutAll(doors, { page, block }, tally) {
    for (let length = 0; length < block.length; length++) {
        doors.placeSource(block.subarray(0, length));
        try {
            const bytes = doors.decodePlaced(length, PAGE_BYTES);
            tally.count(doors, bytes, page);
            if (bytes >= 0)
                assert.ok(bytes <= page.length && doors.targetHolds(page, bytes), "other bytes");
        }
        catch (cause) {
            throw new Error(`${length} bytes left of ${spell(block)}`, { cause });
        }
        assertSource(doors, block.subarray(0, length));
    }
    doors.assertUntouched();
}
/** The engine answered `bytes` for this block, as the document says, and the target holds the output. */
function assertAsReference(doors, block, bytes) {
    const reference = referenceDecode(block, PAGE_BYTES);
    if (typeof reference === "number")
        assert.equal(bytes, reference);
    else
        assert.ok(bytes === reference.length && doors.targetHolds(reference), "other bytes than the reference");
}
/** The decoder did not write to its source. */
function assertSource(doors, block) {
    const source = doors.memory.subarray(doors.memory.length - block.length);
    assert.equal(Buffer.compare(source, block), 0, `the source ${spell(block)} was written`);
}
describe("damaged blocks", () => {
    for (const build of ["doors", "verify"]) {
        const count = build === "doors" ? BLOCKS : BLOCKS_VERIFIED;
        const doors = new CodecDoors(build);
        const pages = livePages(6000);
        const kept = keep(doors, pages, count);
        const bytes = kept.reduce((sum, { block }) => sum + block.length, 0);
        test(`${build}: there are blocks of live pages`, (t) => {
            // Pages cut from files, where memory cannot be read, compress less often that well.
            assert.ok(kept.length >= count / 2);
            for (const { page, block } of kept)
                assert.equal(Buffer.compare(doors.decode(block, PAGE_BYTES), page), 0);
            t.diagnostic(`${kept.length} blocks of ${bytes} bytes; ${describeLive(pages)}`);
        });
        test(`${build}: every flipped bit`, (t) => {
            const tally = new Tally();
            for (const one of kept)
                flipAll(doors, one, tally);
            // The run means something only if every rule was broken, and if some damage went unnoticed: for that an arena
            // compares hashes.
            for (const code of Object.values(DecodeError))
                assert.ok(tally.errors.get(code), `no error ${code}`);
            assert.ok(tally.other > 0 && tally.shorter > 0);
            t.diagnostic(`${8 * bytes} bits: ${tally}`);
        });
        test(`${build}: every cut`, (t) => {
            const tally = new Tally();
            for (const one of kept)
                cutAll(doors, one, tally);
            assert.equal(tally.longer + tally.other + tally.same, 0);
            t.diagnostic(`${bytes} cuts: ${tally}`);
        });
    }
});
