/**
 * Shows that a file takes at most 1.3 of the live bodies in it, and four segments, after each of 10^5 steps
 * in which pages are overwritten, invalidated, loaded and spilled: all alike, most of them in a tenth, and in
 * order. Prints what was written for each byte spilled.
 *
 * How: a fake arena over a real file; SPILLWAY_CHURN_STEPS=n makes it longer.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CHOICES, churn } from "#kit/models/churn.js";
import { SpillModel } from "#kit/models/spill_model.js";
import { Random, runSeed } from "#kit/random.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { fileDevice } from "#lib/adapters/file.js";

const STEPS = Number(process.env.SPILLWAY_CHURN_STEPS ?? 100_000);
const seed = runSeed();
const folder = scratchFolder();

for (const [name, choose] of Object.entries(CHOICES))
  test(`${name}: the file takes at most 1.3 of what is live`, (t) => {
    t.diagnostic(`SPILLWAY_SEED=${seed}`);
    const model = new SpillModel([fileDevice({ dir: folder, maxBytes: "64MiB" })]);
    const options = { pages: 12_000, steps: STEPS / 3, memoryBytes: 2 ** 21, choose };
    const { mostRatio, writtenPerSpilled } = churn(model, new Random(seed), options);
    t.diagnostic(
      `at most ${mostRatio.toFixed(3)} of the live bodies; ${writtenPerSpilled.toFixed(2)} bytes written for each spilled`,
    );
    assert.ok(mostRatio <= 1.3);
    assert.deepEqual([...model.verify()], []);
    model.check();
    // What is left is given back when it goes.
    for (const page of [...model.pages.keys()]) if (page % 20) model.invalidate(page);
    for (let i = 0; i < 300; i++) model.log.clean(5);
    const { diskBytes = 0 } = model.log.stats().devices[0] ?? {};
    assert.ok(diskBytes <= 1.3 * model.awayBytes + 4 * model.log.segmentBytes + 65_536);
    assert.deepEqual([...model.verify()], []);
    model.log.close();
  });
