/**
 * Shows that giving up early misjudges next to nothing: of a live process's pages for which LZ4 itself (lz4-napi) finds a block that
 * saves an eighth, ours finds one too, all but one in a thousand; and pages with as much noise as they can have, behind what
 * compresses, are not given up at the end of it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { compressSync } from "lz4-napi";
import { CodecDoors } from "../support/doors.js";
import { describeLive, livePages } from "../support/pages.js";
import { Random, runSeed } from "../support/random.js";
const PAGE_BYTES = 4096;
const LIMIT = PAGE_BYTES - PAGE_BYTES / 8;
const seed = runSeed();
/** Pages that LZ4 keeps, and those of them that ours gives up. */
function judged(pages) {
    const doors = new CodecDoors("doors");
    let kept = 0;
    let missed = 0;
    for (const page of pages) {
        if (page.length !== PAGE_BYTES)
            continue;
        // lz4-napi puts the length of the page in front.
        if (compressSync(Buffer.from(page)).length - 4 > LIMIT)
            continue;
        kept += 1;
        if (doors.encode(page, LIMIT) === undefined)
            missed += 1;
    }
    return { kept, missed };
}
test(`early rejection, seed ${seed}`, (t) => {
    const live = livePages(4000);
    const { kept, missed } = judged(live);
    t.diagnostic(`${missed} of ${kept} missed; ${describeLive(live)}`);
    assert.ok(kept > 3000 && missed <= kept / 1000, `${missed} of ${kept}`);
    const random = new Random(seed);
    const noisy = live
        .filter((page) => page.length === PAGE_BYTES)
        .map((page) => {
        const copy = Uint8Array.from(page);
        random.fill(copy.subarray(PAGE_BYTES / 2));
        return copy;
    });
    const behind = judged(noisy);
    assert.ok(behind.kept > 1000 && behind.missed <= behind.kept / 100, `${behind.missed} of ${behind.kept}`);
});
