/**
 * Shows that no argument breaks the border: random calls with getters, proxies, subclasses, buffers that
 * change their length or are detached, arrays of other realms, and callbacks that call back into the pool.
 * After each call the pool's counters add up, and only the canary client has its bytes. `npm run bench --
 * fuzz-border` makes 10^5 calls.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ForeignCalls } from "#kit/attacks/foreign.js";
import { Random, runSeed } from "#kit/random.js";

const seed = runSeed();
const steps = Number(process.env.SPILLWAY_STEPS ?? 4000);

describe(`foreign arguments, seed ${seed}, ${steps} calls`, () => {
  test("every error has a code, the pool adds up, and no byte of the canary comes out", (t) => {
    const calls = new ForeignCalls(new Random(seed));
    for (let step = 0; step < steps; step++) calls.step();
    // Some calls succeeded and some failed.
    const sum = (ending: RegExp) =>
      [...calls.outcomes].reduce((n, [outcome, count]) => n + (ending.test(outcome) ? count : 0), 0);
    const [good, bad] = [sum(/(boolean|object)$/), sum(/ERR_/)];
    t.diagnostic(`${good} answers, ${bad} errors`);
    assert.ok(good > steps / 10 && bad > steps / 10, `${good} answers, ${bad} errors`);
    calls.finish();
  });
});
