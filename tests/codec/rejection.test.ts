/**
 * Shows that giving up early misjudges next to nothing: of a live process's pages for which LZ4 itself (lz4-napi) finds a block that
 * saves an eighth, ours finds one too, all but one in a thousand; and pages with as much noise as they can have, behind what
 * compresses, are not given up at the end of it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CodecDoors } from "../support/doors.js";
import { describeLive, livePages } from "../support/pages.js";
import { Random, runSeed } from "../support/random.js";
import { judge, PAGE_BYTES, withNoise } from "../support/rejection.js";

const seed = runSeed();

test(`early rejection, seed ${seed}`, (t) => {
  const doors = new CodecDoors("doors");
  const live = livePages(4000);
  const { kept, missed } = judge(doors, live);
  t.diagnostic(`${missed} of ${kept} missed; ${describeLive(live)}`);
  assert.ok(kept > 3000 && missed <= kept / 1000, `${missed} of ${kept}`);
  const random = new Random(seed);
  const whole = live.filter((page) => page.length === PAGE_BYTES);
  const noisy = whole.map((page) => withNoise(random, page, PAGE_BYTES / 2, false));
  const behind = judge(doors, noisy);
  assert.ok(behind.kept > 1000 && behind.missed <= behind.kept / 100, `${behind.missed} of ${behind.kept}`);
});
