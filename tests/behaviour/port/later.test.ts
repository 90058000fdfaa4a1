/**
 * Shows that a pool which is served over a port waits for a device that answers later: every verb of a client
 * delivers what lies there, in the order of its calls, and a client that ends meanwhile harms nobody.
 *
 * How: pools of 2 MiB with several times as much in them, over a device in memory that answers by promises,
 * late where the test says so.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Spillway, SpillwayError } from "spillway";
import { link, linkTo } from "#kit/ports.js";
import { Random } from "#kit/random.js";
import { memoryDevice } from "#lib/adapters/device_test.js";

const PAGE = 4096;
const noise = (seed: number, bytes = PAGE) => new Random(seed + 1).fill(new Uint8Array(bytes));
const same = (one: unknown, other: Uint8Array) =>
  one instanceof Uint8Array && Buffer.compare(one, other) === 0;
const turn = () => new Promise((resolve) => setImmediate(resolve));

function deviceOf() {
  const trouble: { act: "late" | { error: Error } | undefined } = { act: undefined };
  const script = ({ verb }: { verb: string }) => (verb === "read" ? trouble.act : undefined);
  return { trouble, device: memoryDevice({ sync: false, script, deadlineMs: 60_000 }) };
}

/** Does it until it is done: a full pool makes room. */
async function until(pool: Spillway, work: () => Promise<boolean>): Promise<void> {
  while (!(await work())) assert.equal(await pool.makeRoom(), true);
}

test("pages, values and bytes come from a device that answers later", async () => {
  const { device } = deviceOf();
  const { pool, remote } = await link({ maxBytes: "2MiB", spill: device });
  const swap = await remote.frontswap();
  await swap.init(0);
  const map = await remote.map<Uint8Array>();
  for (let i = 0; i < 800; i++) {
    await until(pool, () => swap.store(0, i, noise(i)));
    await until(pool, () => map.trySet(`k${i}`, noise(i, 1000 + i)));
  }
  assert.ok((pool.stats().spill?.bodies ?? 0) > 600);
  const back = new Uint8Array(PAGE);
  for (let i = 0; i < 800; i += 3) {
    assert.equal(await swap.load(0, i, back), true);
    assert.ok(same(back, noise(i)), `page ${i}`);
    assert.ok(same(await map.get(`k${i}`), noise(i, 1000 + i)), `k${i}`);
  }
  const offsets = Array.from({ length: 805 }, (_, i) => i);
  const pages = offsets.map(() => new Uint8Array(PAGE));
  const loaded = await swap.loadMany(0, offsets, pages);
  for (const i of offsets) {
    assert.equal(loaded[i], i < 800, `page ${i}`);
    if (i < 800) assert.ok(same(pages[i], noise(i)), `page ${i}`);
  }
  // Calls that are under way together are answered in their order.
  const many = await Promise.all(offsets.map((i) => map.get(`k${i}`)));
  for (const i of offsets) assert.ok(i < 800 ? same(many[i], noise(i, 1000 + i)) : many[i] === undefined);
  const part = new Uint8Array(500);
  for (let i = 700; i < 800; i++) {
    assert.equal(await map.readAt(`k${i}`, 100, part), 500);
    assert.ok(same(part, noise(i, 1000 + i).subarray(100, 600)), `k${i}`);
  }
  let next = 0;
  for await (const [key, value] of map.entries()) {
    assert.equal(key, `k${next}`);
    assert.ok(same(value, noise(next, 1000 + next)), key);
    next += 1;
  }
  let values = 0;
  for await (const value of map.values()) assert.ok(same(value, noise(values, 1000 + values++)));
  assert.deepEqual([next, values], [800, 800]);
  assert.equal(pool.selfCheck(), 0);
  await remote.close();
  pool.close();
});

test("a batch that takes pages takes each once; those that fail are named and stay", async () => {
  const { device, trouble } = deviceOf();
  const { pool, remote } = await link({ maxBytes: "2MiB", spill: device });
  const swap = await remote.frontswap();
  await swap.init(0);
  for (let i = 0; i < 1000; i++) await until(pool, () => swap.store(0, i, noise(i)));
  const offsets = Array.from({ length: 1000 }, (_, i) => i);
  const pages = offsets.map(() => new Uint8Array(PAGE));
  swap.exclusiveGets = true;
  trouble.act = { error: new Error("EIO") };
  let failed: readonly number[] = [];
  await assert.rejects(swap.loadMany(0, offsets, pages), (error) => {
    const { code, offsets: named = [], loaded = [] } = error as SpillwayError;
    failed = named;
    assert.deepEqual(
      named.toSorted((a, b) => a - b),
      offsets.filter((i) => !loaded[i]),
    );
    return code === "ERR_SPILLWAY_DEVICE";
  });
  trouble.act = undefined;
  assert.ok(failed.length > 300 && failed.length < 1000);
  for (const i of offsets) if (!failed.includes(i)) assert.ok(same(pages[i], noise(i)), `page ${i}`);
  const rest = failed.map(() => new Uint8Array(PAGE));
  assert.ok((await swap.loadMany(0, failed, rest)).every(Boolean));
  for (const [at, i] of failed.entries()) assert.ok(same(rest[at], noise(i)), `page ${i}`);
  assert.equal(pool.selfCheck(), 0);
  await remote.close();
  pool.close();
});

test("a buffer", async () => {
  const { device } = deviceOf();
  const { pool, remote } = await link({ maxBytes: "2MiB", spill: device });
  const buffer = await remote.buffer("4MiB", { residentBytes: "256KiB", frame: 4096 });
  const twin = noise(1, 2 ** 22);
  for (let at = 0; at < twin.length; at += 50_000)
    for (;;) {
      try {
        await buffer.write(at, twin.subarray(at, at + 50_000));
        break;
      } catch (error) {
        assert.equal((error as SpillwayError).code, "ERR_SPILLWAY_FULL");
        assert.equal(await pool.makeRoom(), true);
      }
    }
  for (let at = 5; at < twin.length - 30_000; at += 90_001) {
    await buffer.discard(at, 100);
    twin.fill(0, at, at + 100);
    const back = new Uint8Array(20_000);
    await buffer.read(at, back);
    assert.ok(same(back, twin.subarray(at, at + 20_000)), `from ${at}`);
  }
  await remote.close();
  pool.close();
});

test("a client that ends while it waits takes nothing with it", async () => {
  const { device, trouble } = deviceOf();
  const { pool, remote, served } = await link({ maxBytes: "2MiB", spill: device });
  const other = await linkTo(pool);
  const [mine, theirs] = [await remote.map<Uint8Array>(), await other.remote.map<Uint8Array>()];
  for (let i = 0; i < 800; i++)
    for (const map of [mine, theirs]) await until(pool, () => map.trySet(`k${i}`, noise(i, 3000)));
  trouble.act = "late";
  const ended = mine.getMany(Array.from({ length: 800 }, (_, i) => `k${i}`));
  const waits = theirs.getMany(Array.from({ length: 800 }, (_, i) => `k${i}`));
  ended.catch(() => {});
  for (let i = 0; i < 50; i++) await turn();
  served.close();
  await assert.rejects(ended, { code: "ERR_SPILLWAY_PORT_CLOSED" });
  trouble.act = undefined;
  device.release();
  for (const [i, value] of (await waits).entries()) assert.ok(same(value, noise(i, 3000)), `k${i}`);
  assert.equal(pool.selfCheck(), 0);
  await other.remote.close();
  pool.close();
});
