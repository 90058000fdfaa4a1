/**
 * Shows that a pool with a device behaves as the model says, while bodies leave and come back, segments are
 * cleaned, and the device is full, fails, lies or loses segments at times. A page comes back as it was, or
 * its load throws the error that the device's state of the moment demands: nothing is wrong, and nothing is a
 * miss. kit/models/pool.ts says what a run does, kit/models/pool_device.ts what the device does.
 *
 * SPILLWAY_SEED and SPILLWAY_STEPS work as in model.test.ts. `npm run bench -- soak-model --device` makes
 * longer runs.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ClientsRun } from "#kit/models/clients.js";
import { ModelRun } from "#kit/models/pool.js";
import { runSeed } from "#kit/random.js";

const STEPS = Number(process.env.SPILLWAY_STEPS ?? 2500);
const seed = runSeed();

/** What a single run may miss by chance. */
const RARE = ["handBack", "lostLoad", "damagedLoad"];
const seen = new Map<string, number>();

describe(`the model with a device, seed ${seed}`, () => {
  let runs = 0;
  for (const [build, device, pageSize, dedupe, several] of [
    ["verify", "sealed", 4096, "client", true],
    ["verify", "plain", 4096, "client", false],
    ["verify", "sealed", 4096, "pool", true],
    ["verify", "plain", 4096, false, true],
    ["verify", "sealed", 65536, "client", true],
    ["doors", "plain", 4096, "client", true],
    ["collide", "plain", 4096, "client", true],
  ] as const) {
    const arenas = several ? "several arenas" : "one arena";
    const own = (seed + runs++) >>> 0;
    test(`${build}, ${device}, pages of ${pageSize}, dedupe ${dedupe}, ${arenas}`, (t) => {
      const run = new ModelRun({ build, pageSize, dedupe, several, seed: own, device });
      const steps = STEPS / (pageSize === 4096 ? 1 : 10) / (build === "collide" ? 10 : 1);
      let step = 0;
      try {
        for (; step < steps; step++) {
          run.step();
          if (step % 500 === 0) run.everything();
        }
        run.everything();
      } catch (error) {
        throw new Error(`step ${step}; repeat with SPILLWAY_SEED=${seed}`, { cause: error });
      }
      const { spill } = run.arenas.stats();
      t.diagnostic([...run.counts].map(([what, n]) => `${what} ${n}`).join(", "));
      t.diagnostic(JSON.stringify({ ...spill, devices: undefined }));
      // A long run is only meaningful if it has reached everything.
      if (steps < 2000) return;
      for (const what of ["kept", "refused", "hit", "miss"]) assert.ok(run.count(what) > 0, what);
      for (const what of RARE) seen.set(what, (seen.get(what) ?? 0) + run.count(what));
      assert.ok((spill?.spilled ?? 0) > 200 && (spill?.freed ?? 0) > 50, JSON.stringify(spill));
      run.arenas.close();
    });
  }

  test("all of these together have reached what is rare", () => {
    for (const [what, times] of seen) assert.ok(times > 0, what);
  });

  let spilledOfMany = 0;
  let evictedOfMany = 0;
  for (const [device, dedupe, several] of [
    ["sealed", "client", true],
    ["plain", "pool", false],
    ["plain", false, true],
  ] as const) {
    const own = (seed + runs++) >>> 0;
    test(`many clients, ${device}, dedupe ${dedupe}, ${several ? "several arenas" : "one arena"}`, async (t) => {
      const run = new ClientsRun({ dedupe, several, seed: own, device });
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
      const { spill, removed } = run.arenas.stats();
      t.diagnostic([...run.counts].map(([what, n]) => `${what} ${n}`).join(", "));
      t.diagnostic(JSON.stringify({ ...spill, devices: undefined }));
      if (STEPS < 2000) return;
      spilledOfMany += spill?.spilled ?? 0;
      evictedOfMany += removed.evicted;
      run.arenas.close();
    });
  }

  test("the runs of many clients together have spilled and evicted", () => {
    if (STEPS < 2000) return;
    assert.ok(spilledOfMany > 100 && evictedOfMany > 0, `${spilledOfMany} spilled, ${evictedOfMany} evicted`);
  });
});
