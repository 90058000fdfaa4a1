/**
 * fuzz_border.mjs - what a caller hands over is foreign: many calls with hostile arguments.
 *
 * 10^5 calls with arguments of every kind (kit/attacks/foreign.ts), with the self check after each. Then 10^5
 * batches whose offsets and pages another thread changes meanwhile (kit/attacks/racing.ts). The first failure
 * ends the run; the seed repeats it.
 */
import { ForeignCalls } from "#kit/attacks/foreign.js";
import { race } from "#kit/attacks/racing.js";
import { Random } from "#kit/random.js";
import { bench, countOrNone } from "../options.mjs";

export const command = bench()
  .option("--calls <count>", "calls with hostile arguments", countOrNone, 100_000)
  .option("--rounds <count>", "batches that another thread changes", countOrNone, 100_000)
  .option("--seed <number>", "seed of the run", countOrNone, Date.now() >>> 0)
  .action(async ({ calls, rounds, seed }) => {
    console.log(`seed ${seed}`);
    callAll(calls, seed);
    const { stored, mistakes, raced, arenas } = await race(rounds, seed);
    console.log(
      `${rounds} batches: ${stored} pages kept in ${arenas} arenas, ${mistakes} batches refused, ` +
        `${raced} changed under way; 0 foreign bytes, 0 stale pages`,
    );
  });

function callAll(calls, seed) {
  const fuzz = new ForeignCalls(new Random(seed));
  for (let call = 0; call < calls; call++) fuzz.step();
  fuzz.finish();
  const sum = (ending) =>
    [...fuzz.outcomes].reduce((n, [outcome, times]) => n + (ending.test(outcome) ? times : 0), 0);
  const [answers, errors] = [sum(/(boolean|object)$/), sum(/ERR_/)];
  console.log(`${calls} calls: ${answers} answers, ${errors} errors, all with codes; 0 foreign bytes`);
}
