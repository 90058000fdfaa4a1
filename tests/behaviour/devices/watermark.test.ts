/**
 * Shows that bodies leave beside the host's work, so that stores which come with pauses between them never have
 * to make room themselves. How: bursts of stores into a pool over a device in memory; whether a segment was
 * written is asked before and after each burst, with no turn of the host's loop in between.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { memoryDevice } from "#lib/adapters/device_test.js";

const PAGE = 4096;
const BURST = 20;
/** At the latest so many stores apart one looks at what is free. */
const LOOKS = 100;

test("stores in bursts find room that was made between them", async () => {
  let writes = 0;
  const written = () => writes;
  const script = ({ verb }: { verb: string }) => {
    if (verb === "write") writes += 1;
    return undefined;
  };
  const pool = Spillway.openSync({ maxBytes: "8MiB", spill: memoryDevice({ script }) });
  const swap = pool.frontswap();
  swap.init(0);
  const random = new Random(3);
  const noise = Array.from({ length: 6000 }, () => random.fill(new Uint8Array(PAGE)));
  // Up to the first look that finds little free.
  let stored = 0;
  const isLow = () => {
    const { live, limit } = pool.stats().bytes;
    return limit - live < limit / 16;
  };
  while (!isLow()) swap.store(0, stored, noise[stored++] as Uint8Array);
  assert.equal(writes, 0, "nothing has left while enough was free");
  for (let more = 0; more < LOOKS; more++) swap.store(0, stored, noise[stored++] as Uint8Array);
  let bursts = 0;
  while (stored + BURST + LOOKS < noise.length) {
    const until = performance.now() + 30_000;
    while (isLow() && performance.now() < until) await pause(1);
    assert.ok(!isLow(), "room was made within half a minute");
    const before = written();
    for (let i = 0; i < BURST; i++, stored++)
      assert.equal(swap.store(0, stored, noise[stored] as Uint8Array), true);
    assert.equal(written(), before, `burst ${bursts}: no store has made room`);
    bursts += 1;
    // A burst that no store has looked at ends the run: the next one then does.
    for (let i = 0; i < LOOKS && isLow(); i++) swap.store(0, stored, noise[stored++] as Uint8Array);
  }
  assert.ok(bursts > 20 && writes > 20, `${bursts} bursts, ${writes} writes`);
  for (let i = 0; i < stored; i += 17) {
    const back = new Uint8Array(PAGE);
    assert.equal(swap.load(0, i, back), true);
    assert.deepEqual(back, noise[i]);
  }
  pool.close();
});
