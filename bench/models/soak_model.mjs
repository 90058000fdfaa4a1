/**
 * soak_model.mjs - a model test for long, on the build with costly assertions.
 *
 * The model is `memory` (kit/models/pool.ts) or `clients` (kit/models/clients.ts). After each operation every
 * arena checks itself. The runs take turns at pools with one arena and with several, and with deduplication
 * on and off. `--device` gives each pool a device in memory, sealed for four seeds and then
 * not for four. A failure prints the command that repeats it.
 */
import cliProgress from "cli-progress";
import { Option } from "commander";
import { ClientsRun } from "#kit/models/clients.js";
import { ModelRun } from "#kit/models/pool.js";
import { bench, count } from "../options.mjs";

/** Bytes allocated and never touched, so that V8 collects and lets go of arenas that are gone. */
const NUDGE_BYTES = 64 * 2 ** 20;

const KINDS = [
  { pageSize: 4096, dedupe: "client", several: true },
  { pageSize: 4096, dedupe: "pool", several: true },
  { pageSize: 4096, dedupe: false, several: true },
  { pageSize: 4096, dedupe: "client", several: false },
];
const DEVICES = ["sealed", "plain"];
const MODELS = { memory: ModelRun, clients: ClientsRun };

export const command = bench()
  .addOption(new Option("--model <name>", "the model").choices(Object.keys(MODELS)).default("memory"))
  .option("--seeds <count>", "seeds, one after another", count, 20)
  .option("--steps <count>", "operations for each seed", count, 1_000_000)
  .option("--seed <number>", "the first seed", count, 1)
  .option("--device", "with a device behind the pool")
  .action(soak);

async function soak({ model, seeds, steps, seed: first, device = false }) {
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage} % | seed {seed} | {eta_formatted} left",
    noTTYOutput: false,
  });
  bar.start(seeds * steps, 0, { seed: first });
  for (let seed = first; seed < first + seeds; seed++) {
    const kind = KINDS[seed % KINDS.length];
    const behind = device ? DEVICES[Math.floor(seed / KINDS.length) % DEVICES.length] : "none";
    const run = new MODELS[model]({ build: "verify", seed, device: behind, ...kind });
    let step = 0;
    try {
      for (; step < steps; step++) {
        run.step();
        if (step % 10_000 === 0) await lookAtAll(run);
        if (step % 1000 === 0) bar.update((seed - first) * steps + step, { seed });
      }
      run.everything();
    } catch (error) {
      bar.stop();
      const options = `--model ${model} --seeds 1 --seed ${seed} --steps ${step + 1}${device ? " --device" : ""}`;
      console.error(`step ${step}; repeat: npm run bench -- soak-model ${options}`);
      throw error;
    }
    const counts = [...run.counts].map(([what, n]) => `${what} ${n}`).join(", ");
    const arenas = kind.several ? "several arenas" : "one arena";
    console.log(
      `\nseed ${seed}, dedupe ${kind.dedupe}, ${arenas}, device ${behind}: ${steps} operations, 0 failures (${counts})`,
    );
  }
  bar.stop();
}

/** Compares every page, lets V8 collect, and writes and restores an image where the model has one. */
async function lookAtAll(run) {
  run.everything();
  for (let i = 0; i < 4; i++) new ArrayBuffer(NUDGE_BYTES);
  await run.image?.();
}
