/**
 * Shows that cleaning keeps what a device takes within its ratio of live bytes, moves bodies as they are, and
 * loses none: of several arenas, of segments that cannot be read, when the list of bodies is short, when
 * bodies change while a device is slow, when there is no room but the segment that is left for it.
 *
 * How: fake arenas over the device in memory; every page is loaded afterwards.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HandClock, randomPage, SpillModel, type SpillModelOptions } from "#kit/models/spill_model.js";
import { Random } from "#kit/random.js";
import { type MemoryDeviceOptions, memoryDevice } from "#lib/adapters/device_test.js";

const SEGMENT = 262_080;
const EXEMPT = 4 * SEGMENT;

function filled(options: MemoryDeviceOptions, pages: number, model: SpillModelOptions = {}) {
  const device = memoryDevice(options);
  const made = new SpillModel([device], model);
  const random = new Random(7);
  for (let page = 0; page < pages; page++)
    made.store(page, randomPage(random), made.arenas[page % made.arenas.length]);
  for (const arena of made.arenas) made.spillAll(arena);
  return { device, model: made, random };
}

const disk = (model: SpillModel) => model.log.stats().devices[0]?.diskBytes as number;
const live = (model: SpillModel) =>
  model.arenas.reduce((sum, arena) => {
    for (let segment = 1; segment < 2000; segment++) sum += arena.live(segment);
    return sum;
  }, 0);

for (const encrypt of [false, true])
  for (const diskRatio of [1.15, 1.3, 2])
    test(`a device of ratio ${diskRatio}, ${encrypt ? "sealed" : "not sealed"}, is brought below it`, () => {
      const { model, random } = filled({ encrypt, diskRatio }, 8000);
      for (const page of random.shuffle([...model.pages.keys()]).slice(0, 5000)) model.invalidate(page);
      assert.ok(disk(model) > diskRatio * live(model));
      const sealed = model.log.stats().sealed;
      while (model.log.clean(1000) as number);
      assert.ok(disk(model) <= (diskRatio - 0.05) * live(model) + EXEMPT, `${disk(model)} of ${live(model)}`);
      assert.equal(model.log.stats().sealed, sealed, "bodies are moved unopened");
      assert.deepEqual([...model.verify()], []);
      model.check();
    });

test("a device within its ratio is left alone", () => {
  const { device, model } = filled({}, 3000);
  const { length } = device.calls;
  model.log.clean(100);
  assert.equal(device.calls.length, length);
});

test("bodies of several arenas, and those that share a segment after a move, are all moved", () => {
  const { model, random } = filled({}, 6000, { arenas: 3 });
  const [one, two] = model.arenas as [never, never];
  for (let i = 0; i < 1500; i++) model.move(random.below(6000), random.below(2) ? one : two);
  for (let page = 0; page < 6000; page++) if (page % 3) model.invalidate(page);
  while (model.log.clean(1000) as number);
  assert.ok(disk(model) <= 1.25 * live(model) + EXEMPT);
  assert.deepEqual([...model.verify()], []);
  model.check();
});

test("a segment with more bodies than a list holds is moved as a whole", () => {
  const { model, random } = filled({}, 5000, { arena: { listBodies: 50 } });
  for (const page of random.shuffle([...model.pages.keys()]).slice(0, 3500)) model.invalidate(page);
  while (model.log.clean(1000) as number);
  assert.ok(disk(model) <= 1.25 * live(model) + EXEMPT);
  assert.deepEqual([...model.verify()], []);
  model.check();
});

test("a full device is cleaned into the segment that is left, and takes more afterwards", () => {
  const { device, model, random } = filled({ maxBytes: 12 * SEGMENT }, 4000);
  assert.equal(device.segments.size, 11);
  assert.ok(!model.log.spill(model.arena));
  const away = [...model.pages.keys()].filter((page) => model.arena.isAway(page));
  for (const page of random.shuffle(away).slice(0, Math.floor(away.length * 0.7))) model.invalidate(page);
  while (model.log.clean(1000) as number);
  assert.ok(device.segments.size <= 8);
  assert.ok((model.log.spill(model.arena) as number) > 0);
  assert.deepEqual([...model.verify()], []);
  model.check();
});

test("a segment that cannot be read is left alone for a minute; the others are cleaned", () => {
  const clock = new HandClock();
  let broken = 3;
  const script: MemoryDeviceOptions["script"] = ({ verb, segment }) =>
    verb === "read" && segment === broken ? { error: new Error("EIO") } : undefined;
  const { device, model, random } = filled({ script }, 8000, { clock });
  for (const page of random.shuffle([...model.pages.keys()]).slice(0, 6000)) model.invalidate(page);
  for (let i = 0; i < 40; i++) model.log.clean(1000);
  assert.ok(device.segments.has(3));
  assert.equal(model.log.stats().cleaned.unread, 1);
  assert.ok(disk(model) <= 1.25 * live(model) + EXEMPT + SEGMENT);
  clock.at += 61_000;
  broken = 0;
  for (const page of [...model.pages.keys()].slice(0, 1500)) model.invalidate(page);
  while (model.log.clean(1000) as number);
  assert.ok(disk(model) <= 1.25 * live(model) + EXEMPT);
  assert.deepEqual([...model.verify()], []);
  model.check();
});

test("a segment that cannot be written changes nothing; cleaning goes on when the device does", () => {
  const clock = new HandClock();
  let fails = false;
  const script: MemoryDeviceOptions["script"] = ({ verb }) =>
    verb === "write" && fails ? { error: new Error("EIO") } : undefined;
  const { model, random } = filled({ script }, 8000, { clock });
  for (const page of random.shuffle([...model.pages.keys()]).slice(0, 5000)) model.invalidate(page);
  fails = true;
  assert.equal(model.log.clean(1000), 0);
  assert.equal(model.log.stats().devices[0]?.state, "down");
  assert.deepEqual([...model.verify()], []);
  model.check();
  fails = false;
  clock.at += 2000;
  while (model.log.clean(1000) as number);
  assert.ok(disk(model) <= 1.25 * live(model) + EXEMPT);
  assert.deepEqual([...model.verify()], []);
  model.check();
});

describe("with a slow device", () => {
  test("what changes while bodies are moved is neither lost nor brought back", async () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = new Random(seed);
      const device = memoryDevice({ sync: false, script: () => (slow ? "late" : undefined) });
      let slow = false;
      const model = new SpillModel([device], { arenas: 2 });
      const [one, two] = model.arenas;
      assert.ok(one && two);
      for (let page = 0; page < 2500; page++)
        model.store(page, randomPage(random), random.pick(model.arenas));
      for (const arena of model.arenas) while (await model.log.spill(arena));
      for (const page of random.shuffle([...model.pages.keys()]).slice(0, 1800)) model.invalidate(page);
      slow = true;
      let over = false;
      const cleaned = Promise.resolve(model.log.clean(10_000)).finally(() => {
        over = true;
      });
      while (!over) {
        for (let i = 0; i < 20; i++) {
          const page = random.below(2600);
          const home = model.homes.get(page);
          const choice = random.below(4);
          if (choice === 0) model.store(page, randomPage(random));
          else if (choice === 1) model.invalidate(page);
          else if (choice === 2 && home) model.move(page, home === one ? two : one);
          else if (home) await Promise.resolve();
        }
        for (const arena of model.arenas) arena.check();
        device.release();
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.ok((await cleaned) > 0);
      slow = false;
      for (const [page, bytes] of model.pages)
        assert.ok(Buffer.compare((await model.loadLater(page)) as Uint8Array, bytes) === 0, `seed ${seed}`);
      model.check();
      await model.log.close();
    }
  });
});
