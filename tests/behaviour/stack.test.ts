/**
 * Shows that an application survives its own recursion: every public verb is called at the end of the call
 * stack, and the pool works as before. The package tests do the same in other hosts. Also: after the host
 * ends a call half way, by a time limit of node:vm, the next call notices it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { Spillway } from "spillway";
import { dives } from "#kit/attacks/stack.js";
import { Random, runSeed } from "#kit/random.js";

test("every verb from the end of the stack: right bytes, and no pool that fails", (t) => {
  const seed = runSeed();
  const random = new Random(seed);
  const { answers, full, faults } = dives(
    (options) => Spillway.openSync(options),
    300,
    (n) => random.below(n),
  );
  t.diagnostic(`seed ${seed}: ${answers} answers, ${full} without room`);
  assert.ok(answers > 300 && full > 300, `seed ${seed}: ${answers} answers, ${full} without room`);
  assert.equal(faults, 0, `seed ${seed}`);
});

test("a call that is ended half way by a time limit poisons its pool, which says so", () => {
  let ended = 0;
  for (let round = 0; round < 40; round++) {
    const pool = Spillway.openSync({ maxBytes: "16MiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    const page = new Random(round).fill(new Uint8Array(4096));
    const context = vm.createContext({ swap, page });
    assert.throws(
      () =>
        vm.runInContext(
          "for (let i = 0; ; i++) { page[i & 4095] = i; swap.store(0, i & 1023, page); }",
          context,
          { timeout: 3 },
        ),
      { code: "ERR_SCRIPT_EXECUTION_TIMEOUT" },
    );
    try {
      assert.equal(pool.selfCheck(), 0);
      assert.equal(swap.store(0, 0, page), true);
    } catch (error) {
      assert.equal((error as { code?: string }).code, "ERR_SPILLWAY_ENGINE_FAULT");
      assert.match(String(error), /ended a call half way/);
      ended += 1;
      assert.throws(() => swap.load(0, 0, page), { code: "ERR_SPILLWAY_ENGINE_FAULT" });
    }
    pool.close();
  }
  // Most of these calls end within the engine: 29 to 35 of 40.
  assert.ok(ended > 0, "no call was ended half way");
});
