/**
 * Shows that the log brings back what it took: bodies spill a segment at a time and come back whole, one by
 * one and many at a time, sealed or not, from synchronous and asynchronous devices; segments are dropped when
 * no arena has a body in them, and not before; figures add up. What is wrong with a device's answers is told
 * as a fault of its kind, for the bodies concerned alone.
 *
 * How: fake arenas (kit/models) over the device in memory, with a script of faults.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HandClock, randomPage, SpillModel } from "#kit/models/spill_model.js";
import { Random } from "#kit/random.js";
import { type DeviceAct, type DeviceCall, memoryDevice } from "#lib/adapters/device_test.js";
import type { AwayBody } from "#lib/devices/arena_port.js";
import { DeviceFault } from "#lib/devices/faults.js";
import { SpillLog } from "#lib/devices/log.js";

const SEGMENT = 262_080;

function filled(device: unknown, pages = 1000, options = {}): SpillModel {
  const model = new SpillModel([device], options);
  const random = new Random(7);
  for (let page = 0; page < pages; page++) model.store(page, randomPage(random));
  return model;
}

const kindOf = (loaded: unknown) => (loaded instanceof DeviceFault ? loaded.kind : loaded);

for (const encrypt of [false, true])
  describe(`bodies that are ${encrypt ? "sealed" : "as they are"}`, () => {
    test("leave memory a segment at a time and come back whole", () => {
      const device = memoryDevice({ encrypt });
      const model = filled(device);
      assert.equal(model.log.encrypted, encrypt);
      const first = model.log.spill(model.arena) as number;
      assert.equal(device.segments.size, 1);
      assert.ok(first > 120 && first < 1000);
      assert.equal(first + model.spillAll(), 1000);
      assert.equal(model.arena.bytes.memory, 0);
      for (const bytes of device.segments.values()) assert.ok(bytes.length <= SEGMENT);
      assert.deepEqual([...model.verify()], []);
      model.check();
      const { spilled, sealed, segments } = model.log.stats();
      assert.equal(spilled.spilled, 1000);
      assert.equal(sealed, encrypt ? 1000 : 0);
      assert.equal(segments.written, device.segments.size);
      // Few bytes are written beyond those of the bodies: seals, units, and the end of each segment.
      assert.ok(spilled.writtenBytes < 1.05 * model.awayBytes);
    });

    test("come back many at a time, neighbours in one read", () => {
      const device = memoryDevice({ encrypt });
      const model = filled(device);
      model.spillAll();
      const random = new Random(3);
      const asked = random.shuffle([...model.pages.keys()]).slice(0, 400);
      const before = model.log.stats().devices[0]?.read.calls ?? 0;
      const results = model.log.readMany(asked.map((page) => model.arena.whereIs(page))) as Uint8Array[];
      for (const [i, page] of asked.entries()) {
        const bytes = results[i] as Uint8Array;
        assert.deepEqual(model.arena.decode(page, model.arena.whereIs(page), bytes), model.pages.get(page));
      }
      const reads = (model.log.stats().devices[0]?.read.calls ?? 0) - before;
      assert.ok(reads < 100, `${reads} reads`);
    });

    test("of an asynchronous device come by promises, each read once however many ask", async () => {
      const device = memoryDevice({ encrypt, sync: false });
      const model = filled(device, 600);
      assert.equal(model.log.sync, false);
      let spilled = 0;
      for (let one = -1; one !== 0; spilled += one) one = await model.log.spill(model.arena);
      assert.equal(spilled, 600);
      const body = model.arena.whereIs(5);
      const before = device.calls.length;
      const both = await Promise.all([model.log.read(body), model.log.read(body)]);
      assert.equal(device.calls.length, before + 1);
      assert.deepEqual(both[0], both[1]);
      for (const page of model.pages.keys())
        assert.deepEqual(await model.loadLater(page), model.pages.get(page));
      const results = await model.log.readMany(
        [...model.pages.keys()].map((page) => model.arena.whereIs(page)),
      );
      assert.ok(results.every((one) => one instanceof Uint8Array));
      await model.log.close();
    });

    test("are told as damaged, or not to be had, when a device answers wrongly; the next load is well", () => {
      const acts: DeviceAct[] = [
        "wrong",
        "old",
        { short: 10 },
        { error: new Error("EIO") },
        { error: undefined },
      ];
      let act: DeviceAct | undefined;
      const device = memoryDevice({ encrypt, script: ({ verb }) => (verb === "read" ? act : undefined) });
      const model = filled(device, 300);
      model.spillAll();
      for (const one of acts) {
        // The next read must not find the bytes of the last one.
        model.load(12);
        act = one;
        const loaded = model.load(11);
        if (typeof one === "object" && "error" in one) assert.equal(kindOf(loaded), "device");
        else if (encrypt) assert.equal(kindOf(loaded), "damaged");
        // Without a seal the page's hash tells, which is the arena's.
        else assert.equal(loaded, "damaged");
        act = undefined;
        assert.deepEqual(model.load(11), model.pages.get(11));
      }
      const [figures] = model.log.stats().devices;
      assert.equal(figures?.faults.damaged, encrypt ? 3 : 0);
      assert.equal(figures?.faults.device, 2);
    });
  });

test("a body's bytes come into the array that the caller has, if there is no seal", () => {
  const model = filled(memoryDevice({ encrypt: false }), 300);
  model.spillAll();
  const body = model.arena.whereIs(4);
  const target = new Uint8Array(4096);
  const read = model.log.read(body, target) as Uint8Array;
  assert.equal(read.buffer, target.buffer);
  assert.equal(read.length, body.stored);
  const small = model.log.read(body, new Uint8Array(3)) as Uint8Array;
  assert.deepEqual(small, read);
});

describe("segments", () => {
  test("are dropped when the last body in them is gone, and their numbers used again", () => {
    const device = memoryDevice();
    const model = filled(device);
    model.spillAll();
    const segments = device.segments.size;
    // One body of each segment stays.
    const kept = new Map([...model.pages.keys()].map((page) => [segmentOf(model, page), page]));
    for (const page of [...model.pages.keys()])
      if (kept.get(segmentOf(model, page)) !== page) model.invalidate(page);
    model.log.clean(0);
    assert.equal(device.segments.size, segments);
    for (const page of [...model.pages.keys()]) model.invalidate(page);
    model.log.clean(0);
    assert.equal(device.segments.size, 0);
    assert.equal(model.log.stats().segments.dropped, segments);
    model.store(1, new Uint8Array(1000).fill(3));
    model.spillAll();
    assert.deepEqual([...device.segments.keys()], [1]);
    assert.deepEqual([...model.verify()], []);
    model.check();
  });

  test("stay while another arena has a body in them", () => {
    const device = memoryDevice();
    const model = filled(device, 100, { arenas: 2 });
    model.spillAll();
    assert.equal(device.segments.size, 1);
    const [, second] = model.arenas;
    assert.ok(second);
    model.move(7, second);
    for (const page of [...model.pages.keys()]) if (page !== 7) model.invalidate(page);
    model.log.clean(0);
    assert.equal(device.segments.size, 1);
    assert.deepEqual([...model.verify()], []);
    model.invalidate(7);
    model.log.clean(0);
    assert.equal(device.segments.size, 0);
    model.check();
  });

  test("of an arena that was given back are found and dropped", () => {
    const device = memoryDevice();
    const model = filled(device, 100, { arenas: 2 });
    model.spillAll();
    model.arenas.shift();
    model.homes.clear();
    model.pages.clear();
    model.log.clean(0);
    assert.equal(device.segments.size, 0);
  });

  test("are read until they are dropped, even when the arena that packed them is gone", async () => {
    const device = memoryDevice({
      sync: false,
      script: ({ verb }) => (verb === "write" ? "late" : undefined),
    });
    const model = filled(device, 100, { arenas: 2 });
    const flying = model.log.spill(model.arena);
    await Promise.resolve();
    model.arenas.shift();
    device.release();
    assert.equal(await flying, 0);
    assert.equal(model.log.stats().spilled.changed, 100);
    assert.equal(model.log.stats().segments.dropped, 1);
    await model.log.close();
  });

  test("that a device has lost are faults of their bodies, until these are forgotten", () => {
    let lost = 0;
    const device = memoryDevice({
      script: ({ verb, segment }) => (verb === "read" && segment === lost ? "lost" : undefined),
    });
    const model = filled(device);
    model.spillAll();
    lost = 2;
    const failed = model.verify();
    const gone = [...model.pages.keys()].filter((page) => model.log.stats() && segmentOf(model, page) === 2);
    assert.deepEqual([...failed.keys()].sort(), gone.sort());
    for (const fault of failed.values()) assert.equal(kindOf(fault), "lost");
    assert.equal(model.log.stats().segments.lost, 1);
    model.check();
    // The number is kept: a new segment must not answer for the old bodies.
    const random = new Random(1);
    for (let page = 2000; page < 2300; page++) model.store(page, randomPage(random));
    model.spillAll();
    for (const page of gone) assert.equal(kindOf(model.load(page)), "lost");
    for (const page of gone) model.invalidate(page);
    lost = 0;
    model.log.clean(0);
    assert.deepEqual([...model.verify()], []);
    model.check();
  });
});

const segmentOf = (model: SpillModel, page: number) => {
  const { location } = model.arena.whereIs(page);
  return Math.floor(location / (model.log.segmentBytes >>> model.log.unitBits));
};

describe("several devices", () => {
  test("the first one that takes a segment gets it", () => {
    const small = memoryDevice({ name: "small", maxBytes: 3 * SEGMENT });
    const large = memoryDevice({ name: "large" });
    const model = new SpillModel([small, large]);
    const random = new Random(2);
    for (let page = 0; page < 2000; page++) model.store(page, randomPage(random));
    model.spillAll();
    // One segment is left to cleaning.
    assert.equal(small.segments.size, 2);
    assert.ok(large.segments.size > 5);
    assert.deepEqual([...model.verify()], []);
    model.check();
  });

  test("are sealed for if one of them wants it", () => {
    const model = new SpillModel([memoryDevice({ encrypt: false }), memoryDevice()]);
    assert.equal(model.log.overhead, 24);
  });

  test("are closed again if one of them cannot be opened", () => {
    let closed = 0;
    const good = { ...device(), close: () => closed++ };
    const bad = {
      ...device(),
      open: () => {
        throw new Error("no disk");
      },
    };
    assert.throws(() => new SpillModel([good, bad]), /no disk/);
    assert.equal(closed, 1);
  });
});

/** A device that keeps nothing. */
function device() {
  return { name: "null", sync: true, open: () => 100, write() {}, read() {}, drop() {}, close() {} };
}

describe("what is no device", () => {
  const bad: [string, unknown, RegExp][] = [
    ["null", null, /spill must be a device, got null/],
    ["without a verb", { ...device(), read: 5 }, /device\.read must be a function, got 5/],
    ["without sync", { ...device(), sync: "yes" }, /device\.sync must be true or false/],
    ["a name that is none", { ...device(), name: "" }, /device\.name must be a string/],
    [
      "a ratio that cannot be kept",
      { ...device(), diskRatio: 1 },
      /diskRatio must be a number from 1\.15 to 4/,
    ],
    [
      "a budget of nothing",
      { ...device(), writeBudget: 0 },
      /writeBudget must be a number of bytes a day above 0/,
    ],
    ["a deadline of nothing", { ...device(), deadlineMs: 0 }, /deadlineMs must be a number of milliseconds/],
    ["no segments", { ...device(), open: () => 0 }, /open\(\) must be 1 segment or more, got 0/],
    ["no number of segments", { ...device(), open: () => "9" }, /open\(\) must be a number of segments/],
    ["more than can be addressed", { ...device(), open: () => 2 ** 30 }, /at most 1048\d+ segments/],
    [
      "a getter that throws",
      Object.defineProperty({}, "name", {
        get() {
          throw new Error("mine");
        },
      }),
      /spill could not be read/,
    ],
  ];
  for (const [what, value, message] of bad)
    test(`${what} is a typed error`, () => {
      assert.throws(() => new SpillModel([value]), { message, code: /^ERR_SPILLWAY_ARG_/ });
    });

  test("none at all", () => {
    const options = { devices: [], pageSize: 4096, arenas: () => [] };
    assert.throws(() => new SpillLog(options), { code: "ERR_SPILLWAY_ARG_TYPE" });
  });
});

test("units grow with the devices, and locations stay below 2^32", () => {
  for (const [gib, unitBits] of [
    [1, 4],
    [63, 4],
    [127, 5],
    [255, 6],
  ] as const) {
    const segments = Math.floor((gib * 2 ** 30) / SEGMENT);
    const model = new SpillModel([{ ...device(), open: () => segments }]);
    assert.equal(model.log.unitBits, unitBits, `${gib} GiB`);
    assert.ok((segments + 1) * (SEGMENT >>> unitBits) < 2 ** 32);
  }
});

test("segments of large pages hold sixteen", () => {
  const model = new SpillModel([memoryDevice()], { pageSize: 65_536 });
  assert.equal(model.log.segmentBytes, 16 * 65_536 - 64);
  const random = new Random(5);
  for (let page = 0; page < 30; page++) model.store(page, randomPage(random, 60_000, 65_536));
  model.spillAll();
  assert.deepEqual([...model.verify()], []);
});

describe("calls that come back", () => {
  test("a device that calls the log while it writes or reads finds it busy, and does no harm", () => {
    const inner = memoryDevice();
    let model: SpillModel | undefined;
    const answers: unknown[] = [];
    const nosy = {
      ...device(),
      open: (bytes: number) => inner.open(bytes),
      write(segment: number, sequence: number, bytes: Uint8Array) {
        answers.push(model?.log.spill(model.arena), model?.log.clean(1));
        inner.write(segment, sequence, bytes);
      },
      read(segment: number, sequence: number, at: number, target: Uint8Array) {
        inner.read(segment, sequence, at, target);
      },
    };
    model = new SpillModel([nosy]);
    const random = new Random(2);
    for (let page = 0; page < 500; page++) model.store(page, randomPage(random));
    assert.equal(model.spillAll(), 500);
    assert.ok(answers.length > 2 && answers.every((one) => one === 0));
    assert.deepEqual([...model.verify()], []);
    model.check();
  });

  test("an observer that throws does no harm", () => {
    const log = new SpillLog({
      devices: [memoryDevice({ script: () => ({ error: new Error("EIO") }) })],
      pageSize: 4096,
      arenas: () => [],
      changed: () => {
        throw new Error("mine");
      },
    });
    const { arena } = filled(memoryDevice(), 10);
    assert.equal(log.spill(arena), 0);
  });
});

describe("a closed log", () => {
  test("spills and cleans nothing, and opens nothing that it sealed", async () => {
    const model = filled(memoryDevice(), 100);
    model.spillAll();
    const body: AwayBody = model.arena.whereIs(3);
    model.log.close();
    model.log.close();
    assert.equal(model.log.spill(model.arena), 0);
    assert.equal(model.log.clean(5), 0);
    assert.throws(() => model.log.read(body));
  });

  test("ends what an asynchronous device has not answered", async () => {
    const device = memoryDevice({
      sync: false,
      script: (call: DeviceCall) => (call.verb === "write" ? "never" : undefined),
    });
    const model = filled(device, 100);
    const spilled = model.log.spill(model.arena);
    await Promise.resolve();
    await model.log.close();
    assert.equal(await spilled, 0);
    assert.equal(model.arena.flying, 0);
  });
});

test("the write budget bounds what is written, cleaning included; an hour's worth at once", () => {
  const clock = new HandClock();
  // A segment each half an hour; two at once.
  const model = filled(memoryDevice({ writeBudget: 48 * SEGMENT }), 3000, { clock });
  const segments = () => model.log.stats().segments.written;
  model.spillAll();
  assert.equal(segments(), 2);
  clock.at += 29 * 60 * 1000;
  model.spillAll();
  assert.equal(segments(), 2);
  clock.at += 2 * 60 * 1000;
  model.spillAll();
  assert.equal(segments(), 3);
  for (const page of [...model.pages.keys()])
    if (page % 2 && model.arena.isAway(page)) model.invalidate(page);
  model.log.clean(50);
  assert.equal(model.log.stats().cleaned.segments, 0);
  clock.at += 24 * 3600 * 1000;
  model.spillAll();
  assert.equal(segments(), 5);
  assert.deepEqual([...model.verify()], []);
});

describe("a device out of service", () => {
  test("is probed when its time is up, and stays out until a probe reads back what it wrote", () => {
    const clock = new HandClock();
    let trouble: "write" | "other bytes" | "no read" | undefined = "write";
    const device = memoryDevice({
      script: ({ verb }) => {
        if (trouble === "write" && verb === "write") return { error: new Error("EIO") };
        if (trouble === "other bytes" && verb === "read") return "wrong";
        return trouble === "no read" && verb === "read" ? { error: new Error("EIO") } : undefined;
      },
    });
    const model = filled(device, 600, { clock });
    const figures = () => model.log.stats().devices[0];
    assert.equal(model.log.spill(model.arena), 0);
    assert.equal(figures()?.state, "down");
    const calls = device.calls.length;
    model.log.spill(model.arena);
    model.log.clean(1);
    assert.equal(device.calls.length, calls, "nothing is asked of it until then");
    for (const [i, one] of (["write", "other bytes", "no read"] as const).entries()) {
      trouble = one;
      clock.at += 1000 * 2 ** i * 1.25;
      assert.equal(model.log.spill(model.arena), 0, one);
      assert.equal(figures()?.state, "down", one);
      assert.equal(figures()?.probes, i + 1);
      assert.deepEqual([...device.segments.keys()], [], "what was written is dropped");
    }
    trouble = undefined;
    clock.at += 10_000;
    // Cleaning probes as well, so a pool that spills nothing hears of it.
    model.log.clean(1);
    assert.equal(figures()?.state, "serving");
    assert.equal(model.spillAll(), 600);
    assert.deepEqual([...model.verify()], []);
    assert.deepEqual(
      model.changes.map(({ state }) => state),
      ["down", "serving"],
    );
    model.check();
  });

  test("is reached after five reads that fail in a row; reads are tried all the same", () => {
    let fails = true;
    const clock = new HandClock();
    const device = memoryDevice({
      script: ({ verb }) => (verb === "read" && fails ? { error: new Error("EIO") } : undefined),
    });
    const model = filled(device, 300, { clock });
    model.spillAll();
    for (let i = 1; i <= 7; i++) {
      assert.equal(kindOf(model.load(i)), "device");
      assert.equal(model.log.stats().devices[0]?.state, i < 5 ? "serving" : "down");
    }
    fails = false;
    assert.deepEqual(model.load(1), model.pages.get(1));
  });

  test("one segment after another fits a device that is full until a drop", () => {
    const clock = new HandClock();
    let isFull = true;
    const script = ({ verb }: DeviceCall) => (verb === "write" && isFull ? "full" : undefined);
    const model = filled(memoryDevice({ script }), 600, { clock });
    assert.equal(model.log.spill(model.arena), 0);
    assert.equal(model.log.stats().devices[0]?.state, "full");
    isFull = false;
    assert.equal(model.log.spill(model.arena), 0, "not yet");
    clock.at += 1000;
    assert.equal(model.spillAll(), 600);
    assert.equal(model.log.stats().devices[0]?.state, "serving");
    model.check();
  });
});
