/**
 * Shows that the demo's history does what it says, in Chromium, as a built copy that is opened from its file:
 * 200 strokes are painted; after as many undos the picture is as it was, pixel by pixel, and after as many
 * redos as it was painted; at rest the history takes less than an eighth of its raw bytes; frames go on
 * meanwhile.
 *
 * How: playwright-core drives Debian's Chromium. How many frames are late depends on what else the machine
 * does, so an idle page is looked at first.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { openChromium } from "#kit/chromium.js";
import { Demo, framesOf, lateShare } from "#kit/demo.js";
import { CHROMIUM, without } from "#kit/package.js";

const STROKES = 200;
const MIB = 2 ** 20;

describe("the demo's history", { skip: without(CHROMIUM) }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser.close());

  test(`${STROKES} strokes, all undone and redone: every pixel is as it was, in an eighth of the bytes`, async (t) => {
    const demo = await Demo.open(browser);
    const idle = lateShare(await demo.idleFrames(3000));
    await demo.remember("empty");
    await demo.paint(STROKES);
    const frames = await demo.frames();
    const rested = await demo.rest();
    assert.deepEqual([rested.steps, rested.position], [STROKES, STROKES]);
    await demo.remember("painted");
    assert.ok((await demo.differing("empty")) > MIB, "it was painted");

    await demo.press("undo-all");
    assert.equal((await demo.rest()).position, 0);
    assert.equal(await demo.differing("empty"), 0, "bytes that differ after undo");
    await demo.press("redo-all");
    assert.equal(await demo.differing("painted"), 0, "bytes that differ after redo");

    const { raw, held, duplicates } = rested;
    const { count, late, p50, p99, longest } = framesOf(frames);
    t.diagnostic(`${(raw / MIB).toFixed(0)} MiB in ${(held / MIB).toFixed(1)}: ${(raw / held).toFixed(1)} x`);
    t.diagnostic(
      `${count} frames, ${late} above 33 ms, of an idle page ${(100 * idle).toFixed(1)} %; ` +
        `work p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, longest ${longest.toFixed(1)} ms`,
    );
    assert.ok(raw > 500 * MIB, `${raw} bytes`);
    assert.ok(held * 8 < raw, `${held} of ${raw} bytes`);
    assert.ok(duplicates > 10_000, `${duplicates} duplicates`);
    assert.ok(late / count < 0.1 + 3 * idle, `${late} of ${count} frames late, idle ${idle}`);
    assert.ok(p50 < 33, `half of the frames work for ${p50} ms`);
    assert.deepEqual(demo.errors, []);
  });
});
