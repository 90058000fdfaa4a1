/**
 * Shows that memory which another thread changes during a call does no harm: offsets that change and pages
 * that grow between the checks and the copies. `npm run bench -- fuzz-border` makes 10^5 rounds.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { race } from "#kit/attacks/racing.js";
import { runSeed } from "#kit/random.js";

test("offsets and pages in memory that a worker changes: no foreign byte, no stale page", async (t) => {
  const seed = runSeed();
  const rounds = 3000;
  const { stored, mistakes, raced, arenas } = await race(rounds, seed);
  t.diagnostic(
    `seed ${seed}: ${stored} pages stored, ${mistakes} batches refused, ${raced} of ${rounds} raced`,
  );
  assert.ok(stored > rounds && raced > 0 && arenas > 2, `seed ${seed}: ${stored} stored, ${raced} raced`);
});
