/**
 * border.mjs - `npm run fuzz:border [-- --calls N] [-- --rounds N] [-- --seed N]`: what a caller hands over is foreign, for long.
 *
 * By default 10^5 calls with arguments of every kind (tests/support/foreign.ts), the self check after each; and 10^5 batches
 * whose offsets and pages another thread changes meanwhile (tests/support/racing.ts). A failure ends it with its seed.
 */
import { parseArgs } from "node:util";
import { main, make } from "../scripts/make.mjs";

await main(async () => {
  const { values } = parseArgs({
    options: {
      calls: { type: "string", default: "100000" },
      rounds: { type: "string", default: "100000" },
      seed: { type: "string", default: String(Date.now() >>> 0) },
    },
  });
  const [calls, rounds, seed] = [values.calls, values.rounds, values.seed].map(Number);
  if (![calls, rounds, seed].every((value) => Number.isSafeInteger(value) && value >= 0)) {
    throw new Error("--calls, --rounds and --seed take whole numbers");
  }
  await make("engine", "library", "tests");
  const { ForeignCalls } = await import("../build/tests/support/foreign.js");
  const { Random } = await import("../build/tests/support/random.js");
  const { race } = await import("../build/tests/support/racing.js");
  console.log(`seed ${seed}`);
  const fuzz = new ForeignCalls(new Random(seed));
  for (let call = 0; call < calls; call++) fuzz.step();
  fuzz.finish();
  const sum = (ending) =>
    [...fuzz.outcomes].reduce((n, [outcome, count]) => n + (ending.test(outcome) ? count : 0), 0);
  console.log(
    `${calls} calls: ${sum(/(boolean|object)$/)} answers, ${sum(/ERR_/)} errors, all with codes; 0 foreign bytes`,
  );
  const { stored, mistakes, raced, arenas } = await race(rounds, seed);
  console.log(
    `${rounds} batches: ${stored} pages kept in ${arenas} arenas, ${mistakes} batches refused, ${raced} changed under way; ` +
      "0 foreign bytes, 0 stale pages",
  );
});
