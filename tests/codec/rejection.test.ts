/**
 * Shows that giving up early misses almost nothing. LZ4 itself (lz4-napi) finds blocks that save an eighth
 * for some pages of a live process; our encoder finds one for all of these but one in a thousand. Pages that
 * begin compressible and end with as much noise as possible are not given up at their end.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, PAGE_BYTES, withNoise } from "#kit/attacks/rejection.js";
import { CodecDoors } from "#kit/doors/codec.js";
import { describeLive, livePages } from "#kit/live_memory.js";
import { Random, runSeed } from "#kit/random.js";

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
