/**
 * Shows that an asynchronous device that does not answer, or answers late, holds up nothing: a read ends with
 * a fault of kind "late", a write gives its bodies back, and what comes afterwards touches nothing. Bytes on
 * their way and reads under way are bounded. A device that loses a segment number's answer does not lose the
 * number to another segment.
 *
 * How: the device in memory with a script, real timers of some tens of milliseconds.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { randomPage, SpillModel } from "#kit/models/spill_model.js";
import { Random } from "#kit/random.js";
import { type DeviceAct, type DeviceCall, memoryDevice } from "#lib/adapters/device_test.js";
import { Timers } from "#lib/base/timers.js";
import { Deadlines } from "#lib/devices/deadlines.js";
import { DeviceFault } from "#lib/devices/faults.js";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function scripted(script: (call: DeviceCall) => DeviceAct | undefined, pages = 800, deadlineMs = 30) {
  const device = memoryDevice({ sync: false, deadlineMs, script });
  const model = new SpillModel([device]);
  const random = new Random(4);
  for (let page = 0; page < pages; page++) model.store(page, randomPage(random));
  return { device, model };
}

test("calls end in time or late, in their order, with one timer", async () => {
  const timers = new Timers();
  const deadlines = new Deadlines(timers, 25);
  const never = new Promise(() => {});
  const began = performance.now();
  const late = [1, 2, 3].map(() => deadlines.within(never, "the call"));
  assert.equal(await deadlines.within(Promise.resolve(5), "a call"), 5);
  await assert.rejects(deadlines.within(Promise.reject(new Error("mine")), "a call"), /mine/);
  for (const one of late)
    await assert.rejects(one, { kind: "late", message: /the call took longer than 25 ms/ });
  assert.ok(performance.now() - began >= 24);
  const last = deadlines.within(never, "the call");
  timers.close();
  await assert.rejects(last, { kind: "late" });
});

test("a read that does not answer is late; the page stays", async () => {
  let act: DeviceAct | undefined;
  const { model } = scripted(({ verb }) => (verb === "read" ? act : undefined));
  while (await model.log.spill(model.arena));
  act = "never";
  const loaded = await model.loadLater(3);
  assert.ok(loaded instanceof DeviceFault && loaded.kind === "late");
  act = undefined;
  assert.deepEqual(await model.loadLater(3), model.pages.get(3));
  await model.log.close();
});

test("a write that does not answer gives its bodies back; an answer afterwards changes nothing", async () => {
  let act: DeviceAct | undefined = "late";
  const { device, model } = scripted(({ verb }) => (verb === "write" ? act : undefined));
  assert.equal(await model.log.spill(model.arena), 0);
  assert.equal(model.arena.flying, 0);
  assert.equal(model.log.stats().devices[0]?.state, "down");
  assert.equal(model.log.stats().devices[0]?.faults.late, 1);
  model.check();
  act = undefined;
  await after(1300);
  // Back in service after a probe. The number of the late segment is not used: its answer may still come.
  const spilled = (await model.log.spill(model.arena)) as number;
  assert.ok(spilled > 0);
  assert.ok(!device.segments.has(1));
  device.release();
  await turn();
  await turn();
  assert.ok(!device.segments.has(1), "the late segment was dropped");
  for (const [page, bytes] of model.pages) assert.deepEqual(await model.loadLater(page), bytes);
  while (await model.log.spill(model.arena));
  assert.ok(device.segments.has(1), "its number is used again");
  for (const [page, bytes] of model.pages) assert.deepEqual(await model.loadLater(page), bytes);
  model.check();
  await model.log.close();
});

test("bytes that were handed over stay as they are until the write is answered, however late", async () => {
  const inner = memoryDevice({ maxBytes: "8MiB" });
  const held: { bytes: Uint8Array; copy: Uint8Array }[] = [];
  const device = {
    name: "slow",
    sync: false,
    deadlineMs: 20,
    open: (bytes: number) => inner.open(bytes),
    async write(segment: number, sequence: number, bytes: Uint8Array) {
      if (held.length > 2) return inner.write(segment, sequence, bytes);
      held.push({ bytes, copy: bytes.slice() });
      await new Promise(() => {});
    },
    read: async (...args: [number, number, number, Uint8Array]) => inner.read(...args),
    drop: async (...args: [number, number]) => inner.drop(...args),
    close: async () => inner.close(),
  };
  const model = new SpillModel([device]);
  const random = new Random(4);
  for (let page = 0; page < 2000; page++) model.store(page, randomPage(random));
  await Promise.all([1, 2, 3].map(() => model.log.spill(model.arena)));
  await after(1300);
  while (await model.log.spill(model.arena));
  assert.equal(model.arena.bytes.memory, 0);
  assert.equal(held.length, 3);
  for (const { bytes, copy } of held) assert.ok(Buffer.compare(bytes, copy) === 0);
  await model.log.close();
});

describe("what is under way is bounded", () => {
  test("writes by 4 MiB", async () => {
    const { device, model } = scripted(({ verb }) => (verb === "write" ? "late" : undefined), 8000, 5000);
    const spills: (number | Promise<number>)[] = [];
    for (let i = 0; i < 40; i++) spills.push(model.log.spill(model.arena));
    await turn();
    const writes = device.calls.filter((call) => call.verb === "write");
    assert.equal(writes.length, 16);
    assert.ok(writes.reduce((sum, call) => sum + call.bytes, 0) <= 4 * 2 ** 20);
    device.release();
    const spilled = await Promise.all(spills);
    assert.equal(spilled.filter((bodies) => bodies > 0).length, 16);
    model.check();
    await model.log.close();
  });

  test("reads by 64; the others wait for their turn", async () => {
    let act: DeviceAct | undefined;
    const { device, model } = scripted(({ verb }) => (verb === "read" ? act : undefined), 800, 5000);
    while (await model.log.spill(model.arena));
    act = "late";
    const loads = Array.from({ length: 200 }, (_, page) => model.loadLater(page));
    for (let done = 0; done < 200; ) {
      await turn();
      const reads = device.calls.filter((call) => call.verb === "read").length;
      assert.ok(reads - done <= 64, `${reads - done} reads at a time`);
      done = reads;
      device.release();
    }
    for (const [page, loaded] of (await Promise.all(loads)).entries())
      assert.deepEqual(loaded, model.pages.get(page));
    await model.log.close();
  });
});

test("a segment that is dropped and written again while it is read does not answer for the old one", async () => {
  let act: DeviceAct | undefined;
  const { device, model } = scripted(({ verb }) => (verb === "read" ? act : undefined), 100);
  while (await model.log.spill(model.arena));
  const old = model.arena.whereIs(7);
  act = "late";
  const read = model.log.read(old) as Promise<Uint8Array>;
  await turn();
  const random = new Random(99);
  for (let page = 0; page < 100; page++) model.store(page, randomPage(random));
  await model.log.clean(0);
  act = undefined;
  while (await model.log.spill(model.arena));
  const units = model.log.segmentBytes >>> model.log.unitBits;
  assert.equal(Math.floor(old.location / units), 1);
  assert.equal(Math.floor(model.arena.whereIs(7).location / units), 1, "the number is used again");
  device.release();
  await assert.rejects(read, (error) => error instanceof DeviceFault && error.kind === "stale");
  assert.deepEqual(await model.loadLater(7), model.pages.get(7));
  await model.log.close();
});

test("an asynchronous device that throws at once, or answers no promise, is as good as any", async () => {
  const inner = memoryDevice();
  let fails = false;
  const device = {
    name: "odd",
    sync: false,
    open: (bytes: number) => inner.open(bytes),
    write(...args: [number, number, Uint8Array]) {
      if (fails) throw new Error("at once");
      inner.write(...args);
    },
    read(...args: [number, number, number, Uint8Array]) {
      if (fails) throw undefined;
      inner.read(...args);
    },
    drop: async () => {
      throw new Error("no drop");
    },
    close: async () => {
      throw new Error("no close");
    },
  };
  const model = new SpillModel([device]);
  const random = new Random(4);
  for (let page = 0; page < 300; page++) model.store(page, randomPage(random));
  while (await model.log.spill(model.arena));
  fails = true;
  const loaded = await model.loadLater(1);
  assert.ok(loaded instanceof DeviceFault && loaded.kind === "device");
  fails = false;
  for (const page of [...model.pages.keys()].slice(0, 250)) model.invalidate(page);
  await model.log.clean(10);
  await turn();
  assert.equal(model.log.stats().devices[0]?.drop.failed, model.log.stats().devices[0]?.drop.calls);
  for (const [page, bytes] of model.pages) assert.deepEqual(await model.loadLater(page), bytes);
  await model.log.close();
});

test("a synchronous device that answers a promise has failed, and its promise is not left to reject alone", async () => {
  const inner = memoryDevice();
  let isAsync = true;
  const device = {
    name: "liar",
    sync: true,
    open: (bytes: number) => inner.open(bytes),
    write(...args: [number, number, Uint8Array]): unknown {
      return isAsync ? Promise.reject(new Error("later")) : inner.write(...args);
    },
    read: (...args: [number, number, number, Uint8Array]) => inner.read(...args),
    drop: (...args: [number, number]) => inner.drop(...args),
    close: () => inner.close(),
  };
  const model = new SpillModel([device]);
  const random = new Random(4);
  for (let page = 0; page < 300; page++) model.store(page, randomPage(random));
  assert.equal(model.log.spill(model.arena), 0);
  assert.match(String(model.changes[0]?.fault?.message), /must be no promise, as it is synchronous/);
  await turn();
  isAsync = false;
  await after(1300);
  assert.equal(model.spillAll(), 300);
  assert.deepEqual([...model.verify()], []);
});
