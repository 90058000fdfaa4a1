/**
 * soak.mjs - `npm run soak:model [-- --model MODEL] [-- --seeds N] [-- --steps N] [-- --seed N]`: a model test for long, on the
 * verify build. MODEL is `memory` (default: tests/support/model.ts) or `clients` (tests/support/clients_model.ts).
 *
 * By default 10^6 operations for each of 20 seeds, the self check of every arena after each of them. The runs take turns at
 * pools with one arena and with several, deduplication on and off. A failure prints the one line that repeats it.
 */
import { parseArgs } from "node:util";
import cliProgress from "cli-progress";
import { main, make } from "../scripts/make.mjs";

/** Allocated untouched, so that the collector runs and lets go of arenas that are gone. */
const NUDGE_BYTES = 64 * 2 ** 20;

const KINDS = [
  { pageSize: 4096, dedupe: "client", several: true },
  { pageSize: 4096, dedupe: "pool", several: true },
  { pageSize: 4096, dedupe: false, several: true },
  { pageSize: 4096, dedupe: "client", several: false },
];

await main(async () => {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "20" },
      steps: { type: "string", default: "1000000" },
      seed: { type: "string", default: "1" },
      model: { type: "string", default: "memory" },
    },
  });
  const [seeds, steps, first] = [values.seeds, values.steps, values.seed].map(Number);
  if (![seeds, steps, first].every((value) => Number.isSafeInteger(value) && value > 0)) {
    throw new Error("--seeds, --steps and --seed take whole numbers above 0");
  }
  if (!["memory", "clients"].includes(values.model)) throw new Error("--model takes memory or clients");
  await make("engine", "library", "tests");
  const { ModelRun } = await import("../build/tests/support/model.js");
  const { ClientsRun } = await import("../build/tests/support/clients_model.js");
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage} % | seed {seed} | {eta_formatted} left",
    noTTYOutput: false,
  });
  bar.start(seeds * steps, 0, { seed: first });
  for (let seed = first; seed < first + seeds; seed++) {
    const kind = KINDS[seed % KINDS.length];
    const options = { build: "verify", seed, ...kind };
    const run = values.model === "clients" ? new ClientsRun(options) : new ModelRun(options);
    let step = 0;
    try {
      for (; step < steps; step++) {
        run.step();
        if (step % 10_000 === 0) {
          run.everything();
          for (let i = 0; i < 4; i++) new ArrayBuffer(NUDGE_BYTES);
          await new Promise(setImmediate);
        }
        if (step % 1000 === 0) bar.update((seed - first) * steps + step, { seed });
      }
      run.everything();
    } catch (error) {
      bar.stop();
      console.error(
        `step ${step}; repeat with: npm run soak:model -- --model ${values.model} --seeds 1 --seed ${seed} --steps ${step + 1}`,
      );
      throw error;
    }
    const counts = [...run.counts].map(([what, n]) => `${what} ${n}`).join(", ");
    console.log(
      `\nseed ${seed}, dedupe ${kind.dedupe}, ${kind.several ? "several arenas" : "one arena"}: ${steps} operations, 0 failures (${counts})`,
    );
  }
  bar.stop();
});
