/**
 * Shows that many clients of one pool do not disturb each other under random operations.
 * kit/models/clients.ts says what a run does. The runs use the verify build, with one arena and with several,
 * between which pages move. SPILLWAY_SEED and SPILLWAY_STEPS work as in model.test.ts. `npm run bench --
 * soak-model
 * --model clients` makes longer runs.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ClientsRun } from "#kit/models/clients.js";
import { runSeed } from "#kit/random.js";

const STEPS = Number(process.env.SPILLWAY_STEPS ?? 10_000);
const seed = runSeed();

describe(`many clients, seed ${seed}`, () => {
  for (const dedupe of ["client", "pool", false] as const) {
    for (const several of [false, true]) {
      test(`dedupe ${dedupe}, ${several ? "several arenas" : "one arena"}`, async (t) => {
        const run = new ClientsRun({ dedupe, several, seed });
        let step = 0;
        try {
          for (; step < STEPS; step++) {
            run.step();
            if (step % 500 === 0) run.everything();
            if (step % 2500 === 0) await run.image();
          }
          run.everything();
          await run.image();
        } catch (error) {
          throw new Error(`step ${step}; repeat with SPILLWAY_SEED=${seed}`, { cause: error });
        }
        t.diagnostic([...run.counts].map(([what, n]) => `${what} ${n}`).join(", "));
        if (STEPS < 2000) return;
        for (const what of ["kept", "refused", "put", "got", "missed", "inode", "frozen"])
          assert.ok(run.counts.get(what), what);
        assert.ok(run.arenas.stats().removed.evicted > 0);
      });
    }
  }
});
