/**
 * Shows that what was read from a device is given for exactly the body it was read for, to all who asked, and
 * is let go of when the last of them has ended. How: a log that answers what the test says.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Arrivals } from "#lib/core/arrivals.js";
import type { AwayBody } from "#lib/devices/arena_port.js";
import { DeviceFault } from "#lib/devices/faults.js";
import type { SpillLog } from "#lib/devices/log.js";
import type { ReadResult } from "#lib/devices/reading.js";

const body = (location: number, more: Partial<AwayBody> = {}): AwayBody => ({
  location,
  stored: 100,
  keyLow: location,
  keyHigh: 7,
  shape: 3,
  ...more,
});

/** Answers a byte for the place of each body, or a fault. */
function arrivalsOf(answer: (body: AwayBody) => ReadResult = ({ location }) => Uint8Array.of(location)) {
  const readMany = async (bodies: readonly AwayBody[]) => bodies.map(answer);
  return new Arrivals({ readMany } as unknown as SpillLog);
}

test("what was read is held until all who asked have let go", async () => {
  const arrivals = arrivalsOf();
  const [one, two] = await Promise.all([arrivals.read([body(1), body(2)]), arrivals.read([body(2)])]);
  assert.deepEqual([arrivals.find(body(1)), arrivals.find(body(2))], [Uint8Array.of(1), Uint8Array.of(2)]);
  assert.equal(arrivals.find(body(3)), undefined);
  one();
  assert.deepEqual([arrivals.size, arrivals.find(body(1))], [1, undefined]);
  assert.deepEqual(arrivals.find(body(2)), Uint8Array.of(2));
  two();
  assert.equal(arrivals.size, 0);
});

test("another body at the same place is another one", async () => {
  const arrivals = arrivalsOf();
  const letGo = await arrivals.read([body(1)]);
  for (const other of [{ keyLow: 9 }, { keyHigh: 9 }, { shape: 9 }, { stored: 9 }])
    assert.equal(arrivals.find(body(1, other)), undefined);
  const newer = await arrivals.read([body(1, { shape: 9 })]);
  assert.equal(arrivals.find(body(1)), undefined);
  letGo();
  assert.deepEqual(arrivals.find(body(1, { shape: 9 })), Uint8Array.of(1));
  newer();
  assert.equal(arrivals.size, 0);
});

test("a fault is held as what was read, but not that the body lies elsewhere by now", async () => {
  const arrivals = arrivalsOf(({ location }) => new DeviceFault(location === 1 ? "stale" : "late", "so"));
  const letGo = await arrivals.read([body(1), body(2)]);
  assert.equal(arrivals.find(body(1)), undefined);
  assert.equal((arrivals.find(body(2)) as DeviceFault).kind, "late");
  letGo();
  assert.equal(arrivals.size, 0);
});
