/**
 * Shows that no failing call of a device that answers later makes an async verb deliver other bytes, lose a
 * page, or reject with anything but a typed error for what it wanted.
 *
 * How: a job that uses every async verb (loads of one and many, of values, of parts and of buffers, room that
 * is made, cleaning, an image) runs over a device whose n-th call fails, for n = 1, 2, 3 ... until a run
 * meets no fault. After each run the trouble is over, and every page must come back. SPILLWAY_FAULT_STEP=1
 * takes every call; without it one in sixteen.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type SpillMap, Spillway, type SpillwayError } from "spillway";
import { Random } from "#kit/random.js";
import { type DeviceAct, memoryDevice } from "#lib/adapters/device_test.js";

const STEP = Number(process.env.SPILLWAY_FAULT_STEP ?? 16);
const PAGE = 4096;
const PAGES = 260;
const VALUES = 60;
const BUFFER = 2 ** 20;

const noise = (seed: number, bytes: number) => new Random(seed + 1).fill(new Uint8Array(bytes));
const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

const READS: readonly string[] = ["ERR_SPILLWAY_DEVICE", "ERR_SPILLWAY_DAMAGED"];

/** Does something that the device may fail. Undefined: it has, with one of these codes. */
async function tolerant<T>(codes: readonly string[], work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as SpillwayError;
    assert.ok(code !== undefined && codes.includes(code), `${code}: ${String(error)}`);
    return undefined;
  }
}

/** What the pool must hold. */
interface Scene {
  pool: Spillway;
  swap: ReturnType<Spillway["frontswap"]>;
  map: SpillMap;
  buffer: ReturnType<Spillway["buffer"]>;
  pages: Map<number, number>;
  values: Map<string, number>;
  bytes: Uint8Array;
}

async function store({ pool, swap, pages }: Scene, offset: number, number: number): Promise<void> {
  pages.delete(offset);
  while (!swap.store(0, offset, noise(number, PAGE))) if (!(await pool.makeRoom())) return;
  pages.set(offset, number);
}

async function set({ pool, map, values }: Scene, key: string, number: number): Promise<void> {
  while (!map.trySet(key, noise(number, 3000))) if (!(await pool.makeRoom())) return;
  values.set(key, number);
}

async function write({ buffer, bytes }: Scene, at: number, source: Uint8Array): Promise<void> {
  const written = await tolerant([...READS, "ERR_SPILLWAY_FULL"], async () => {
    try {
      await buffer.writeAsync(at, source);
      return source.length;
    } catch (error) {
      bytes.set(source.subarray(0, (error as SpillwayError).done ?? 0), at);
      throw error;
    }
  });
  if (written !== undefined) bytes.set(source, at);
}

async function checkPages({ swap, pages }: Scene, codes: readonly string[]): Promise<void> {
  const back = new Uint8Array(PAGE);
  for (const [offset, number] of pages) {
    const found = await tolerant(codes, () => swap.loadAsync(0, offset, back));
    if (found !== undefined) assert.ok(found && same(back, noise(number, PAGE)), `page ${offset}`);
  }
}

async function checkValues({ map, values }: Scene, codes: readonly string[]): Promise<void> {
  for (const [key, number] of values) {
    const value = await tolerant(codes, async () => [await map.getAsync(key)]);
    if (value !== undefined) assert.ok(same(value[0] as Uint8Array, noise(number, 3000)), key);
  }
}

async function checkBuffer({ buffer, bytes }: Scene, codes: readonly string[]): Promise<void> {
  for (let at = 0; at < BUFFER; at += 65_536) {
    const back = new Uint8Array(65_536);
    const done = await tolerant(codes, async () => {
      await buffer.readAsync(at, back);
      return true;
    });
    if (done) assert.ok(same(back, bytes.subarray(at, at + 65_536)), `bytes from ${at}`);
  }
}

/** Loads many pages: what is delivered is right, what is not is named. */
async function loadMany({ swap, pages }: Scene): Promise<void> {
  const offsets = [...pages.keys()];
  const targets = offsets.map(() => new Uint8Array(PAGE));
  let loaded: readonly boolean[] = [];
  try {
    loaded = await swap.loadManyAsync(0, offsets, targets);
  } catch (error) {
    const { code, offsets: failed = [], loaded: told = [] } = error as SpillwayError;
    assert.ok(READS.includes(code), String(error));
    loaded = told;
    assert.deepEqual(
      failed.toSorted((a, b) => a - b),
      offsets.filter((_, i) => !loaded[i]).toSorted((a, b) => a - b),
    );
  }
  for (const [i, offset] of offsets.entries())
    if (loaded[i]) assert.ok(same(targets[i] as Uint8Array, noise(pages.get(offset) as number, PAGE)));
}

async function job(scene: Scene): Promise<void> {
  for (let i = 0; i < PAGES; i++) await store(scene, i, i);
  for (let i = 0; i < VALUES; i++) await set(scene, `k${i}`, i);
  for (let at = 0; at < BUFFER; at += 100_000)
    await write(scene, at, noise(at, Math.min(100_000, BUFFER - at)));
  await checkPages(scene, READS);
  await loadMany(scene);
  for (let i = 0; i < PAGES; i += 3) await store(scene, i, i + 1000);
  for (let i = 1; i < PAGES; i += 3) if (scene.pages.delete(i)) assert.ok(scene.swap.invalidatePage(0, i));
  await checkValues(scene, READS);
  await checkBuffer(scene, READS);
  await write(scene, 5000, noise(7, 30_000));
  await tolerant([...READS, "ERR_SPILLWAY_SNAPSHOT_OVERRUN"], () =>
    new Response(scene.pool.snapshot()).bytes(),
  );
}

async function run(act: DeviceAct, verb: string, isHit: (call: number) => boolean): Promise<number> {
  let isOn = true;
  let calls = 0;
  let hits = 0;
  const device = memoryDevice({
    sync: false,
    maxBytes: "16MiB",
    deadlineMs: act === "never" ? 5 : 60_000,
    script: (call) => {
      if (!isOn || call.verb !== verb) return undefined;
      calls += 1;
      if (!isHit(calls)) return undefined;
      hits += 1;
      return act;
    },
  });
  const pool = Spillway.openSync({ maxBytes: "1MiB", spill: device });
  const swap = pool.frontswap();
  swap.init(0);
  const buffer = pool.buffer(BUFFER, { residentBytes: 2 ** 17, frame: 4096 });
  const bytes = new Uint8Array(BUFFER);
  const scene = { pool, swap, map: pool.map(), buffer, pages: new Map(), values: new Map(), bytes };
  await job(scene);
  isOn = false;
  // A value that was written wrongly is damaged for good; nothing else is.
  const left = act === "wrong" && verb === "write" ? ["ERR_SPILLWAY_DAMAGED"] : [];
  await checkPages(scene, left);
  await checkValues(scene, left);
  await checkBuffer(scene, left);
  assert.equal(pool.selfCheck(), 0);
  const { spill, triedLoads, loads, failedLoads, damagedLoads, smallLoads } = pool.stats();
  assert.ok(spill);
  const ended = loads + failedLoads + damagedLoads + smallLoads + spill.lostLoads + spill.laterLoads;
  assert.equal(triedLoads, ended);
  assert.equal(spill.packed, spill.spilled + spill.changed + spill.failed + spill.flying);
  pool.close();
  return hits;
}

const FAULTS: readonly (readonly [verb: string, act: DeviceAct])[] = [
  ["write", { error: new Error("EIO") }],
  ["write", "full"],
  ["write", "wrong"],
  ["write", "never"],
  ["read", { error: new Error("EIO") }],
  ["read", "wrong"],
  ["read", "never"],
];

for (const [verb, act] of FAULTS)
  test(`a ${verb} that fails: ${typeof act === "string" ? act : "an error"}, at each call in turn`, async (t) => {
    let runs = 0;
    const first = 1 + (FAULTS.findIndex(([one, other]) => one === verb && other === act) % STEP);
    for (let n = first; ; n += verb === "read" ? 8 * STEP : Math.ceil(STEP / 8)) {
      runs += 1;
      if ((await run(act, verb, (call) => call === n)) === 0) break;
    }
    t.diagnostic(`${runs} runs`);
    assert.ok(runs > 1);
  });

test("a device that fails every third call", async () => {
  for (const [verb, act] of FAULTS) assert.ok((await run(act, verb, (call) => call % 3 === 0)) > 0);
});
