/**
 * soak_map.mjs - a map beside a Map for long: tests/behaviour/map.test.ts with more operations, seed by seed.
 *
 * The operations are divided among all options of a map. A failure prints the command that repeats it.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { make } from "../../scripts/make.mjs";
import { bench, count } from "../options.mjs";

const TEST = fileURLToPath(new URL("../../build/tests/behaviour/map.test.js", import.meta.url));

export const command = bench()
  .option("--seeds <count>", "seeds, one after another", count, 3)
  .option("--operations <count>", "operations for each seed", count, 1_000_000)
  .option("--seed <number>", "the first seed", count, 1)
  .action(soak);

async function soak({ seeds, operations, seed: first }) {
  await make("tests");
  for (let seed = first; seed < first + seeds; seed++) {
    const env = { ...process.env, SPILLWAY_SEED: String(seed), SPILLWAY_MAP_OPERATIONS: String(operations) };
    const { status, stdout } = spawnSync(process.execPath, ["--test", TEST], { env, encoding: "utf8" });
    if (status === 0) console.log(`seed ${seed}: ${operations} operations, 0 failures`);
    else {
      const options = `--seeds 1 --seed ${seed} --operations ${operations}`;
      throw new Error(`${stdout}\nrepeat: npm run bench -- soak-map ${options}`);
    }
  }
}
