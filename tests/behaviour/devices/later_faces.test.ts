/**
 * Shows that maps, buffers and adapters work over a device that answers later: their async verbs deliver
 * every byte, the others say that they would have to wait and change nothing.
 *
 * How: pools of 2 MiB with several times as much in them, over a device in memory that answers by promises,
 * late where the test says so.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type SpillMap, Spillway, type SpillwayError } from "spillway";
import { spillwayStore } from "spillway/keyv";
import { spillwayDriver } from "spillway/unstorage";
import { Random } from "#kit/random.js";
import { memoryDevice } from "#lib/adapters/device_test.js";

const noise = (seed: number, bytes: number) => new Random(seed + 1).fill(new Uint8Array(bytes));
const same = (one: unknown, other: Uint8Array) =>
  one instanceof Uint8Array && Buffer.compare(one, other) === 0;

function codeOf(verb: () => unknown): string | undefined {
  try {
    verb();
  } catch (error) {
    return (error as SpillwayError).code;
  }
  return undefined;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A pool whose device answers when it is released, while `late.reads` holds. */
function open() {
  const late = { reads: false };
  const script = ({ verb }: { verb: string }) => (late.reads && verb === "read" ? "late" : undefined);
  const device = memoryDevice({ sync: false, script, maxBytes: "64MiB", deadlineMs: 60_000 });
  return { pool: Spillway.openSync({ maxBytes: "2MiB", spill: device }), device, late };
}

async function put(pool: Spillway, map: SpillMap, key: string, value: unknown): Promise<void> {
  while (!map.trySet(key, value)) assert.equal(await pool.makeRoom(), true, key);
}

/** Values that share pages, that fill one, and that take many. */
const bytesAt = (i: number) => noise(i, [100, 1500, 3000, 9000, 40_000][i % 5] as number);
const COUNT = 400;

async function filled() {
  const opened = open();
  const map = opened.pool.map({ name: "m" });
  for (let i = 0; i < COUNT; i++) await put(opened.pool, map, `k${i}`, bytesAt(i));
  await turn();
  return { ...opened, map };
}

const blockedOf = (map: SpillMap) =>
  Array.from({ length: COUNT }, (_, i) => i).filter(
    (i) => codeOf(() => map.peek(`k${i}`)) === "ERR_SPILLWAY_WOULD_BLOCK",
  );

describe("a map over a device that answers later", () => {
  test("gives every value to verbs that wait, one by one, many, in parts and in order", async () => {
    const { pool, map } = await filled();
    const blocked = blockedOf(map);
    assert.ok(blocked.length > COUNT / 3, `${blocked.length} are away`);
    const key = `k${blocked[0]}`;
    assert.throws(() => map.get(key), { code: "ERR_SPILLWAY_WOULD_BLOCK", key });
    for (let i = 0; i < COUNT; i++) assert.ok(same(await map.getAsync(`k${i}`), bytesAt(i)), `k${i}`);
    assert.equal(await map.getAsync("none"), undefined);
    const keys = Array.from({ length: COUNT }, (_, i) => `k${i}`);
    const many = await map.getManyAsync([...keys, "none"]);
    for (let i = 0; i < COUNT; i++) assert.ok(same(many[i], bytesAt(i)), `k${i}`);
    assert.equal(many[COUNT], undefined);
    const big = blockedOf(map).find((i) => i % 5 === 4) as number;
    const part = new Uint8Array(10_000);
    assert.equal(
      codeOf(() => map.readAt(`k${big}`, 5000, part)),
      "ERR_SPILLWAY_WOULD_BLOCK",
    );
    assert.equal(await map.readAtAsync(`k${big}`, 5000, part), 10_000);
    assert.ok(same(part, bytesAt(big).subarray(5000, 15_000)));
    for (const i of blockedOf(map).slice(0, 40)) {
      const stream = map.readable(`k${i}`);
      assert.ok(same(await new Response(stream as ReadableStream).bytes(), bytesAt(i)), `k${i}`);
    }
    let next = 0;
    for await (const [name, value] of map) {
      assert.equal(name, `k${next}`);
      assert.ok(same(value, bytesAt(next)), name);
      next += 1;
    }
    assert.equal(next, COUNT);
    const { coldHits, misses } = map.stats();
    assert.deepEqual([coldHits, misses], [2 * COUNT + 41, 2]);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("gives what the value is when it comes, and ends when the caller wants", async () => {
    const { pool, map, device, late } = await filled();
    const [one, two, three, four] = blockedOf(map)
      .filter((i) => i % 5 > 1)
      .map((i) => `k${i}`) as string[];
    late.reads = true;
    const stop = new AbortController();
    const aborted = map.getAsync(one as string, { signal: stop.signal });
    const changed = map.getAsync(two as string);
    const deleted = map.getAsync(three as string);
    const stream = map.readable(four as string) as ReadableStream<Uint8Array>;
    const reading = new Response(stream).bytes();
    reading.catch(() => {});
    await turn();
    stop.abort(new Error("enough"));
    await assert.rejects(aborted, /enough/);
    late.reads = false;
    await put(pool, map, two as string, "another");
    map.delete(three as string);
    map.delete(four as string);
    device.release();
    assert.equal(await changed, "another");
    assert.equal(await deleted, undefined);
    await assert.rejects(reading, { code: "ERR_SPILLWAY_GONE" });
    late.reads = true;
    const cleared = blockedOf(map).map((i) => map.getAsync(`k${i}`));
    await turn();
    map.clear();
    late.reads = false;
    device.release();
    assert.ok((await Promise.all(cleared)).every((value) => value === undefined));
    map.set("k1", 1);
    assert.equal(map.get("k1"), 1);
    late.reads = true;
    pool.close();
    await assert.rejects(map.getAsync("k1"), { code: "ERR_SPILLWAY_CLOSED" });
  });

  test("moves what lives on sparse pages that are away", async () => {
    const { pool } = open();
    const map = pool.map();
    for (let i = 0; i < 8000; i++) await put(pool, map, `s${i}`, noise(i, 600));
    await turn();
    const { sharedPages } = map.stats();
    for (let i = 0; i < 8000; i++) if (i % 5 > 1) map.delete(`s${i}`);
    // A page is read and moved with each change of the map.
    for (let i = 0; i < 3000; i++) {
      await put(pool, map, "more", noise(i, 500));
      await turn();
    }
    const { repackedPages, sharedPages: left } = map.stats();
    assert.ok(repackedPages > 100 && left < sharedPages, `${repackedPages} moved, ${left} of ${sharedPages}`);
    for (let i = 0; i < 8000; i += 5) assert.ok(same(await map.getAsync(`s${i}`), noise(i, 600)), `s${i}`);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("serves stores of keyv and unstorage", async () => {
    const { pool } = open();
    const map = pool.map();
    const store = spillwayStore(pool.map());
    const driver = spillwayDriver({ map });
    const text = (i: number) => Buffer.from(noise(i, 2000)).toString("base64");
    for (let i = 0; i < 1200; i++) {
      await put(pool, map, `u${i}`, text(i));
      for (;;) {
        if (
          await store.set(`v${i}`, text(i)).then(
            () => true,
            () => false,
          )
        )
          break;
        assert.equal(await pool.makeRoom(), true);
      }
    }
    for (let i = 0; i < 1200; i += 7) {
      assert.equal(await store.get(`v${i}`), text(i));
      assert.equal(await store.has(`v${i}`), true);
      assert.equal(await driver.getItem(`u${i}`), text(i));
    }
    assert.deepEqual(await store.getMany(["v1", "none"]), [text(1), undefined]);
    assert.equal(await driver.getItem("none"), null);
    pool.close();
  });
});

describe("a buffer over a device that answers later", () => {
  const BYTES = 8 * 2 ** 20;

  for (const frame of [4096, 16_384])
    test(`frames of ${frame} bytes: every byte comes back`, async () => {
      const { pool } = open();
      const buffer = pool.buffer(BYTES, { residentBytes: 2 ** 19, frame });
      const twin = noise(1, BYTES);
      for (let at = 0; at < BYTES; at += 100_000)
        await buffer.writeAsync(at, twin.subarray(at, Math.min(BYTES, at + 100_000)));
      const back = new Uint8Array(BYTES);
      assert.equal(
        codeOf(() => buffer.read(0, back)),
        "ERR_SPILLWAY_WOULD_BLOCK",
      );
      await buffer.readAsync(0, back);
      assert.ok(same(back, twin));
      const random = new Random(7);
      for (let i = 0; i < 300; i++) {
        const at = random.below(BYTES - 50_000);
        const bytes = noise(i, 1 + random.below(i % 10 ? 3000 : 50_000));
        await buffer.writeAsync(at, bytes);
        twin.set(bytes, at);
        const from = random.below(BYTES - 50_000);
        const some = new Uint8Array(1 + random.below(50_000));
        await buffer.readAsync(from, some);
        assert.ok(same(some, twin.subarray(from, from + some.length)), `read ${i}`);
        if (i % 10 > 0) continue;
        const pin = await buffer.pinAsync(from, 9000);
        assert.ok(same(pin.bytes, twin.subarray(from, from + 9000)), `pin ${i}`);
        pin.bytes.fill(i);
        twin.fill(i, from, from + 9000);
        pin.close();
        await buffer.discardAsync(at, 20_000);
        twin.fill(0, at, at + 20_000);
      }
      await buffer.readAsync(0, back);
      assert.ok(same(back, twin));
      assert.equal(pool.selfCheck(), 0);
      pool.close();
    });

  test("tells how far a write came, and ends when the caller wants", async () => {
    const { pool, device, late } = open();
    const buffer = pool.buffer(BYTES, { residentBytes: 2 ** 19, frame: 4096 });
    const twin = noise(2, BYTES);
    await buffer.writeAsync(0, twin);
    late.reads = true;
    const stop = new AbortController();
    const bytes = new Uint8Array(10_000);
    const waiting = [
      buffer.readAsync(100, bytes, { signal: stop.signal }),
      buffer.writeAsync(100, bytes, { signal: stop.signal }),
      buffer.pinAsync(100, 200, { signal: stop.signal }),
      buffer.discardAsync(100, 200, { signal: stop.signal }),
    ];
    const closed = buffer.readAsync(100, new Uint8Array(10));
    await turn();
    stop.abort(new Error("enough"));
    for (const one of waiting) await assert.rejects(one, /enough/);
    await assert.rejects(buffer.readAsync(BYTES, bytes), { code: "ERR_SPILLWAY_ARG_RANGE" });
    pool.freeze();
    await assert.rejects(buffer.writeAsync(BYTES - 2 ** 20, noise(3, 2 ** 20)), (error) => {
      const { code, done = -1 } = error as SpillwayError;
      return code === "ERR_SPILLWAY_FULL" && done >= 0 && done < 2 ** 20;
    });
    pool.thaw();
    late.reads = false;
    buffer.close();
    device.release();
    await assert.rejects(closed, { code: "ERR_SPILLWAY_CLOSED" });
    pool.close();
  });
});
