/**
 * Shows law 17 under random operations. Images of the pool of kit/models/pool.ts are begun at any moment, and
 * read chunk by chunk while clients store and memory moves. Restored into a pool with another secret, each
 * holds exactly what the Map held when it was begun, pages on a device among them. Reading does not change
 * the pool.
 *
 * The test prints its seed; SPILLWAY_SEED=n repeats a run, SPILLWAY_STEPS=n sets its length.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ModelRun } from "#kit/models/pool.js";
import { openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { restoreInto } from "#kit/restore.js";

const STEPS = Number(process.env.SPILLWAY_STEPS ?? 1500);
const WASM_PAGE = 65_536;

const seed = runSeed();

describe(`images of the model, seed ${seed}`, () => {
  let runs = 0;
  for (const build of ["verify", "doors", "collide"] as const) {
    for (const [pageSize, dedupe, several, device] of [
      [4096, "client", true, "none"],
      [4096, "pool", false, "none"],
      [65536, false, true, "none"],
      [4096, "client", true, "sealed"],
      [4096, "pool", true, "plain"],
    ] as const) {
      const own = (seed + runs++) >>> 0;
      test(`${build}, pages of ${pageSize}, dedupe ${dedupe}, device ${device}`, async (t) => {
        const run = new ModelRun({ build, pageSize, dedupe, several, seed: own, device, troubled: false });
        // Reading must not use the run's own random numbers.
        const random = new Random(own ^ 0x5a5a);
        const steps = STEPS / (pageSize === 4096 ? 1 : 5) / (build === "collide" ? 3 : 1);
        let images = 0;
        let step = 0;
        try {
          for (; step < 150; step++) run.step();
          while (step < steps || images === 0) {
            const then = run.parties.map(
              ({ model }) => new Map([...model].map(([type, area]) => [type, new Map(area)])),
            );
            const reader = run.arenas.images.snapshot(run.arenas.memory.maxBytes).getReader();
            const chunks: Uint8Array[] = [];
            for (;;) {
              for (let more = random.below(random.pick([2, 2, 40])); more > 0; more--, step++) run.step();
              const { done, value } = await reader.read();
              if (done) break;
              chunks.push(value);
            }
            images += 1;
            const share = several ? Math.max(16, (64 * pageSize) / WASM_PAGE) : undefined;
            const again = openArenas(
              build,
              { maxBytes: 2 * run.arenas.memory.maxBytes, pageSize, dedupe },
              share,
            );
            const swapOf = await restoreInto(Buffer.concat(chunks), again);
            assert.equal(again.selfCheck(), 0, "the self check of what was restored");
            const target = new Uint8Array(pageSize);
            for (const [i, model] of then.entries()) {
              const swap = swapOf(`client ${i + 1}`);
              for (const [type, area] of model) {
                assert.equal(swap.currPages(type), area.size, "law 17: pages of an area");
                for (const [offset, page] of area) {
                  assert.ok(swap.load(type, offset, target), "law 17: a page");
                  assert.equal(Buffer.compare(target.subarray(0, page.length), page), 0, "law 17: its bytes");
                }
              }
            }
            const { storedPages, restoredPages, stores } = again.stats();
            assert.deepEqual([storedPages, stores], [restoredPages, 0], "law 18");
            for (let more = random.below(60); more > 0; more--, step++) run.step();
          }
          run.everything();
        } catch (error) {
          throw new Error(`step ${step}; repeat with SPILLWAY_SEED=${seed}`, { cause: error });
        }
        t.diagnostic(`${images} images in ${step} steps`);
      });
    }
  }
});
