/**
 * Shows that memory which another thread changes while it is handed over harms nobody: offsets that move and pages that grow
 * between the checks and the copies. The bench `fuzz:border` does 10^5 rounds.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { race } from "../support/racing.js";
import { runSeed } from "../support/random.js";

test("offsets and pages in memory that a worker changes: no foreign byte, no stale page", async (t) => {
  const seed = runSeed();
  const rounds = 3000;
  const { stored, mistakes, raced, arenas } = await race(rounds, seed);
  t.diagnostic(
    `seed ${seed}: ${stored} pages stored, ${mistakes} batches refused, ${raced} of ${rounds} raced`,
  );
  assert.ok(stored > rounds && raced > 0 && arenas > 2, `seed ${seed}: ${stored} stored, ${raced} raced`);
});
