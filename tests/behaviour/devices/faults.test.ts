/**
 * Shows that no failing call of the system makes a log over a file answer other bytes, lose a page, or throw
 * what it should not: ENOSPC, EDQUOT, EIO, EMFILE, short reads and writes, calls that do nothing, failed
 * syncs, at every call in turn, one of them and all from it on.
 *
 * SPILLWAY_FAULT_STEP=1 takes every call; without it one in eight, another one for each kind of fault.
 *
 * How: a job that uses every verb (spill, load, many loads, overwrite, invalidate, promote, clean, move,
 * close) runs over a real file whose n-th call fails, for n = 1, 2, 3 ... until a run meets no fault. After
 * each run the fault is over and every page must come back. Then the same with real troubles: a full tmpfs, a
 * process without descriptors to spare, a folder that is removed.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { type FsFault, faultyFs } from "#kit/faulty_fs.js";
import { HandClock, randomPage, SpillModel } from "#kit/models/spill_model.js";
import { Random } from "#kit/random.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { fileDevice } from "#lib/adapters/file.js";
import { FileSettings } from "#lib/base/options/file.js";
import { DeviceFault } from "#lib/devices/faults.js";
import { fileDeviceOver } from "#lib/devices/file_device.js";

const folder = scratchFolder();

const STEP = Number(process.env.SPILLWAY_FAULT_STEP ?? 8);

const FAULTS: Readonly<Record<string, FsFault>> = {
  ENOSPC: { code: "ENOSPC" },
  EDQUOT: { code: "EDQUOT" },
  EIO: { code: "EIO" },
  EMFILE: { code: "EMFILE" },
  "a short count": { count: (count) => Math.ceil(count / 3) },
  "a count of nothing": { count: () => 0 },
};

/** A page that cannot be had is a fault of the device, not one of the page. */
function tolerant(model: SpillModel, page: number): void {
  const loaded = model.load(page);
  if (loaded instanceof DeviceFault) assert.equal(loaded.kind, "device", loaded.message);
  else
    assert.ok(
      loaded instanceof Uint8Array && Buffer.compare(loaded, model.pages.get(page) as Uint8Array) === 0,
    );
}

/** Uses every verb. Pages come and go as their numbers say, the same in each run. */
function job(model: SpillModel, clock: HandClock): void {
  const random = new Random(11);
  const [one, two] = model.arenas as [never, never];
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < 200; i++)
      model.store(random.below(400), randomPage(random, 1500, 4000), round % 2 ? one : two);
    for (const arena of model.arenas) for (let i = 0; i < 4; i++) model.log.spill(arena);
    const pages = [...model.pages.keys()];
    for (let i = 0; i < 20; i++) tolerant(model, random.pick(pages));
    const away = pages.filter((page) => model.homes.get(page)?.isAway(page)).slice(0, 60);
    const bodies = away.map((page) => model.homes.get(page)?.whereIs(page) as never);
    for (const [i, result] of (model.log.readMany(bodies) as unknown[]).entries())
      if (result instanceof Uint8Array) {
        const page = away[i] as number;
        const decoded = model.homes.get(page)?.decode(page, bodies[i] as never, result);
        assert.ok(decoded && Buffer.compare(decoded, model.pages.get(page) as Uint8Array) === 0);
      } else assert.ok(result instanceof DeviceFault && result.kind === "device");
    for (let i = 0; i < 120; i++) model.invalidate(random.pick(pages));
    for (let i = 0; i < 20; i++) {
      const page = random.pick(pages);
      if (model.homes.has(page)) model.move(page, random.below(2) ? one : two);
    }
    for (const page of away.slice(0, 10)) if (model.homes.get(page)?.isAway(page)) promote(model, page);
    model.log.clean(20);
    clock.at += 700;
  }
}

function promote(model: SpillModel, page: number): void {
  try {
    model.promote(page);
  } catch (error) {
    assert.ok(error instanceof DeviceFault && error.kind === "device");
  }
}

/** One run of the job, in which calls for which `isHit` holds fail. Answers how many calls there were. */
function run(
  fault: FsFault,
  isHit: (call: number) => boolean,
  sync: boolean,
): { calls: number; hits: number } {
  let calls = 0;
  let hits = 0;
  let isOn = false;
  const fs = faultyFs(() => {
    if (!isOn) return undefined;
    calls += 1;
    if (!isHit(calls)) return undefined;
    hits += 1;
    return fault;
  });
  const clock = new HandClock();
  const device = fileDeviceOver(
    new FileSettings("options", { dir: folder, maxBytes: 2 ** 21, sync }, ""),
    fs,
  );
  const model = new SpillModel([device], { arenas: 2, clock });
  isOn = true;
  job(model, clock);
  model.check();
  isOn = false;
  const failed = model.verify();
  assert.deepEqual([...failed], [], "every page comes back once the trouble is over");
  clock.at += 120_000;
  model.log.clean(50);
  for (const arena of model.arenas) model.log.spill(arena);
  assert.equal(model.log.stats().devices[0]?.state, "serving", "it comes back by itself");
  assert.deepEqual([...model.verify()], []);
  model.check();
  model.log.close();
  return { calls, hits };
}

for (const sync of [false, true])
  for (const [name, fault] of Object.entries(FAULTS))
    test(`${name} at each call in turn${sync ? ", with fdatasync" : ""}`, (t) => {
      let runs = 0;
      for (let n = 1 + (Object.keys(FAULTS).indexOf(name) % STEP); ; n += STEP) {
        const { hits } = run(fault, (call) => call === n, sync);
        runs += 1;
        if (hits === 0) break;
      }
      t.diagnostic(`${runs} runs`);
      assert.ok(runs > 50 / STEP);
    });

for (const [name, fault] of Object.entries(FAULTS))
  test(`${name} from a call on, whatever is called`, () => {
    for (let n = 1; ; n += 5 * STEP) if (run(fault, (call) => call >= n, true).hits === 0) break;
  });

describe("real troubles", () => {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;

  /** Whether a small tmpfs can be mounted here. */
  function mounted(dir: string, size: string): boolean {
    mkdirSync(dir, { recursive: true });
    const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "spillway-test", dir]);
    return status === 0;
  }

  test("a file system without room: a refusal, and it goes on when there is room", {
    skip: !isRoot && "needs root",
  }, (t) => {
    const dir = join(folder, "small");
    if (!mounted(dir, "3m")) return t.skip("no tmpfs may be mounted here");
    const clock = new HandClock();
    try {
      // Another file takes a part of the room, and gives it back.
      writeFileSync(join(dir, "ballast"), new Uint8Array(2 ** 20));
      const model = new SpillModel([fileDevice({ dir, maxBytes: "16MiB" })], { clock });
      const random = new Random(3);
      for (let page = 0; page < 4000; page++) model.store(page, randomPage(random));
      model.spillAll();
      const [figures] = model.log.stats().devices;
      assert.equal(figures?.state, "full");
      assert.ok(figures.faults.full > 0 && figures.segments >= 6);
      assert.deepEqual([...model.verify()], []);
      rmSync(join(dir, "ballast"));
      clock.at += 1001;
      const before = model.awayBytes;
      assert.ok(model.spillAll() > 0);
      assert.ok(model.awayBytes > before + 2 ** 19);
      assert.deepEqual([...model.verify()], []);
      model.check();
      // A drop makes room at once.
      for (const page of [...model.pages.keys()])
        if (model.arena.isAway(page) && page < 1500) model.invalidate(page);
      model.log.clean(10);
      assert.ok(model.spillAll() > 0);
      assert.deepEqual([...model.verify()], []);
      model.log.close();
    } finally {
      execFileSync("umount", [dir]);
    }
  });

  test("a process without a descriptor to spare is told so when the device is opened", () => {
    const program = `
      import { openSync } from "node:fs";
      import { fileDevice } from ${JSON.stringify(new URL("../../../lib/adapters/file.js", import.meta.url).href)};
      const held = [];
      try { for (;;) held.push(openSync("/dev/null")); } catch {}
      try { fileDevice({ dir: ${JSON.stringify(folder)}, maxBytes: "4MiB" }).open(262080); }
      catch (error) { console.log(error.code, error.cause.code); }`;
    const script = `ulimit -n 64; exec "$0" --input-type=module -e "$1"`;
    const out = execFileSync("bash", ["-c", script, process.execPath, program], { encoding: "utf8" });
    assert.equal(out.trim(), "ERR_SPILLWAY_DEVICE EMFILE");
  });

  test("a folder that is removed while pages lie in it", {
    skip: process.platform !== "linux" && "Linux",
  }, () => {
    const dir = join(folder, "removed");
    mkdirSync(dir);
    const model = new SpillModel([fileDevice({ dir, maxBytes: "4MiB" })]);
    const random = new Random(3);
    for (let page = 0; page < 1500; page++) model.store(page, randomPage(random));
    model.log.spill(model.arena);
    rmSync(dir, { recursive: true });
    model.spillAll();
    assert.deepEqual([...model.verify()], []);
    model.check();
    model.log.close();
  });
});
