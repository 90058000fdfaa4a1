/**
 * Shows that a verb is tried until it need not wait, and given up after some tries. How: verbs that count.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SpillwayError } from "#lib/base/errors.js";
import { type Attempt, untilThere } from "#lib/faces/waiting.js";

const blocked = () => new SpillwayError("ERR_SPILLWAY_WOULD_BLOCK", "the page is away", { key: "k" });

function verb(blocks: number, error?: Error) {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls <= blocks) throw blocked();
    if (error !== undefined) throw error;
    return calls;
  };
}

const again = async <T>(retry: () => Attempt<T>) => retry();

test("what need not wait is done at once, the rest after it was read", async () => {
  let reads = 0;
  const read = async <T>(retry: () => Attempt<T>) => {
    reads += 1;
    return retry();
  };
  assert.equal(await untilThere(verb(0), read), 1);
  assert.equal(reads, 0);
  assert.equal(await untilThere(verb(3), read), 4);
  assert.equal(reads, 3);
  assert.equal(await untilThere(() => undefined, read), undefined);
});

test("other errors come out, of the verb and of the reading", async () => {
  await assert.rejects(untilThere(verb(2, new RangeError("no")), again), RangeError);
  const broken = () => Promise.reject(new TypeError("closed"));
  await assert.rejects(untilThere(verb(1), broken), TypeError);
});

test("what is never there in time is an error of its device, with the key", async () => {
  await assert.rejects(untilThere(verb(99), again), { code: "ERR_SPILLWAY_DEVICE", key: "k" });
});
