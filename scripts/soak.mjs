/**
 * soak.mjs - `npm run soak:model`: the model test for hours: a pool of several small arenas, a million operations a seed.
 *
 *   npm run soak:model                  20 seeds from the clock, a million operations each
 *   npm run soak:model -- 7 11          seeds 7 and 11
 *   SPILLWAY_STEPS=50000 npm run ...    so many operations a seed
 *
 * After each operation the self check of every arena, the bounds of memory and the equations of the counters; every
 * thousand operations all pages. Each seed is printed with what happened under it. A failure prints the line that repeats
 * it and ends the run with 1.
 */
import { SingleBar } from "cli-progress";
import { main, make } from "./make.mjs";

const STEPS = Number(process.env.SPILLWAY_STEPS ?? 1_000_000);
const SEEDS = 20;
/** Operations between two times at which all pages are loaded. */
const EVERYTHING_STEPS = 1000;

await main(async () => {
  await make("engine", "library", "tests");
  const { movingModel } = await import("../build/tests/support/model.js");
  const { Random } = await import("../build/tests/support/random.js");
  const first = Date.now() >>> 0;
  const given = process.argv.slice(2).map(Number);
  const seeds = given.length > 0 ? given : Array.from({ length: SEEDS }, (_, i) => (first + i) >>> 0);
  console.log(`${STEPS} operations for each of the seeds ${seeds.join(" ")}`);
  const bar = new SingleBar({
    format: "seed {seed} [{bar}] {percentage} % | {value} of {total} | {eta_formatted} left",
    clearOnComplete: true,
    hideCursor: true,
  });
  for (const seed of seeds) {
    const began = performance.now();
    const model = movingModel("verify", new Random(seed));
    let step = 0;
    if (process.stdout.isTTY) bar.start(STEPS, 0, { seed });
    try {
      for (; step < STEPS; step++) {
        model.step();
        if (step % EVERYTHING_STEPS !== 0) continue;
        model.everything();
        bar.update(step);
      }
      model.everything();
    } catch (error) {
      bar.stop();
      console.log(`seed ${seed}: operation ${step}: ${error.stack}`);
      throw new Error(`to repeat: SPILLWAY_STEPS=${step + 1} npm run soak:model -- ${seed}`);
    }
    bar.stop();
    const { arenas, bytes, squeezed } = model.arenas.stats();
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(
      `seed ${seed}: all laws held, ${seconds} s; ${bytes.max} bytes at most, ${arenas.length} arenas at the end, ` +
        `${bytes.returned} bytes given back, ${squeezed.slabs} slabs emptied or squeezed; ` +
        [...model.counts].map(([what, n]) => `${what} ${n}`).join(", "),
    );
  }
  console.log(`all laws held for ${seeds.length} seeds`);
});
