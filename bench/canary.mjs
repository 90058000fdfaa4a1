/**
 * canary.mjs - `npm run soak:canary [-- --runs N] [-- --seed N]`: searches of all linear memory for bytes that should be gone.
 *
 * By default 1,000 runs, each with a seed of its own (tests/support/canary.ts): pages with a canary in them are stored,
 * overwritten, taken, moved and dropped under `zeroize`; then neither the canary nor half of it may be anywhere. Now and then
 * the same without `zeroize`, where it must be found: a search that can find nothing proves nothing. A failure prints the
 * line that repeats it.
 */
import { parseArgs } from "node:util";
import cliProgress from "cli-progress";
import { main, make } from "../scripts/make.mjs";

/** One in so many runs is done without zeroize as well. */
const CONTROL = 20;

await main(async () => {
  const { values } = parseArgs({
    options: { runs: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
  });
  const [runs, first] = [values.runs, values.seed].map(Number);
  if (![runs, first].every((value) => Number.isSafeInteger(value) && value > 0)) {
    throw new Error("--runs and --seed take whole numbers above 0");
  }
  await make("engine", "library", "tests");
  const { canaryRun } = await import("../build/tests/support/canary.js");
  const { Random } = await import("../build/tests/support/random.js");
  const bar = new cliProgress.SingleBar({ format: "{bar} {percentage} % | {eta_formatted} left" });
  bar.start(runs, 0);
  let before = 0;
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const seed = first + run;
    let problem;
    try {
      const hits = canaryRun(new Random(seed), true);
      before += hits.before;
      if (hits.before === 0) problem = "the canary was not there to begin with";
      if (hits.after > 0) problem = `${hits.after} hits`;
    } catch (error) {
      problem = error.stack;
    }
    if (problem !== undefined) {
      bar.stop();
      throw new Error(`${problem}\nrepeat with: npm run soak:canary -- --runs 1 --seed ${seed}`);
    }
    if (run % CONTROL === 0) found += canaryRun(new Random(seed), false).after;
    bar.update(run + 1);
  }
  bar.stop();
  if (found === 0) throw new Error("nothing was found without zeroize either");
  console.log(
    `${runs} runs from seed ${first}: 0 hits with zeroize, ${before} while the pages were kept; ` +
      `${found} in ${Math.ceil(runs / CONTROL)} runs without it`,
  );
});
