/**
 * soak_canary.mjs - searches all linear memory for bytes that `zeroize` should have wiped.
 *
 * Each run has a seed of its own (kit/attacks/canary.ts). Pages with a canary in them are stored,
 * overwritten, taken, moved and dropped under `zeroize`. Then neither the canary nor half of it may be
 * anywhere. Some runs are repeated without `zeroize`, where the search must find it: a search that can find
 * nothing proves nothing. A failure prints the command that repeats it.
 */
import cliProgress from "cli-progress";
import { canaryRun } from "#kit/attacks/canary.js";
import { Random } from "#kit/random.js";
import { bench, count } from "../options.mjs";

/** One run in so many is repeated without zeroize. */
const CONTROL = 20;

export const command = bench()
  .option("--runs <count>", "runs, each with the next seed", count, 1000)
  .option("--seed <number>", "seed of the first run", count, 1)
  .action(soak);

function soak({ runs, seed: first }) {
  const bar = new cliProgress.SingleBar({ format: "{bar} {percentage} % | {eta_formatted} left" });
  bar.start(runs, 0);
  let before = 0;
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const seed = first + run;
    const { hits, problem } = wiped(seed);
    if (problem !== undefined) {
      bar.stop();
      throw new Error(`${problem}\nrepeat: npm run bench -- soak-canary --runs 1 --seed ${seed}`);
    }
    before += hits;
    if (run % CONTROL === 0) found += canaryRun(new Random(seed), false).after;
    bar.update(run + 1);
  }
  bar.stop();
  if (found === 0) throw new Error("nothing was found without zeroize either");
  console.log(
    `${runs} runs from seed ${first}: 0 hits with zeroize, ${before} while the pages were kept; ` +
      `${found} in ${Math.ceil(runs / CONTROL)} runs without it`,
  );
}

/** One run with zeroize: hits while the pages were kept, and what is wrong, if anything. */
function wiped(seed) {
  try {
    const { before, after } = canaryRun(new Random(seed), true);
    if (before === 0) return { problem: "the canary was not there to begin with" };
    return { hits: before, problem: after > 0 ? `${after} hits` : undefined };
  } catch (error) {
    return { problem: error.stack };
  }
}
