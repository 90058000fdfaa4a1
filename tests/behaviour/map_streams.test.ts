/**
 * Shows that values of a map that come and go in parts are whole or not there: written in chunks of any size
 * they are what was written; one that is aborted, refused at any of its pages or ended by a clear leaves the
 * older value and no page; one that is overwritten, deleted or expires while it is read fails, and what was
 * given is of the value that the stream began with. How: streams beside plain arrays, random ones at the same
 * time, a client that refuses or calls back in the middle.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { Random, runSeed } from "#kit/random.js";
import { checkMapOptions, type SpillMapOptions } from "#lib/base/options/map.js";
import { type MapClient, type PageRoom, SwapClient } from "#lib/faces/map_pages.js";
import { valueHost } from "#lib/faces/serial.js";
import { SpillMap } from "#lib/faces/spill_map.js";

const seed = runSeed();
console.log(`map streams: seed ${seed}`);
const PAGE = 4096;

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

interface Hooks {
  /** Called before a store with its number; true: it is refused. */
  refuses: (store: number) => boolean;
  /** Called after a store. */
  after: () => void;
  clock: () => number;
}

/** A map whose client may refuse, with a clock of the test's own. */
function openMap(options: SpillMapOptions = {}) {
  const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false });
  const swap = new SwapClient(pool.frontswap({ name: "map" }));
  const hooks: Hooks = { refuses: () => false, after: () => {}, clock: () => 0 };
  let stores = 0;
  const begin = () => {
    const room = swap.begin();
    const store: PageRoom["store"] = (...page) => {
      if (hooks.refuses(stores++)) return false;
      const kept = room.store(...page);
      hooks.after();
      return kept;
    };
    // All other steps are the room's own.
    const get = (_: unknown, name: keyof PageRoom) => (name === "store" ? store : room[name].bind(room));
    return new Proxy(room, { get } as ProxyHandler<PageRoom>);
  };
  const client: MapClient = {
    name: swap.name,
    begin,
    stats: () => swap.stats(),
    close: () => swap.close(),
  };
  const isFrozen = () => {
    pool.selfCheck();
    return false;
  };
  const clock = () => hooks.clock();
  const seeds = [seed, 7] as const;
  const parts = { client, pageSize: PAGE, seed: seeds, host: valueHost(), clock, isFrozen, poolName: "pool" };
  const map = Reflect.construct(SpillMap, [parts, checkMapOptions(options)]) as SpillMap;
  return { pool, map, hooks };
}

async function* inChunks(bytes: Uint8Array, random: Random): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const part = bytes.subarray(at, at + random.below(random.pick([2, 100, PAGE, 3 * PAGE])));
    yield part.slice();
    at += part.length;
  }
}

async function write(map: SpillMap, key: string, bytes: Uint8Array, random: Random): Promise<void> {
  const writer = map.writable(key).getWriter();
  for await (const chunk of inChunks(bytes, random)) await writer.write(chunk);
  await writer.close();
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) parts.push(step.value);
  return Buffer.concat(parts);
}

/** With a buffer of the reader's own. */
async function readByob(stream: ReadableStream<Uint8Array>, random: Random): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const reader = stream.getReader({ mode: "byob" });
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(1 + random.below(3 * PAGE)));
    if (value !== undefined) parts.push(value.slice());
    if (done) return Buffer.concat(parts);
  }
}

describe("a value in parts", () => {
  test("is what was written, in chunks of any size, and read in parts of any size", async () => {
    const random = new Random(seed);
    const { pool, map } = openMap({ hotBytes: 10_000 });
    const half = PAGE / 2 - 6;
    const sizes = [0, 1, 1000, half, half + 1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE, 40 * PAGE + 77];
    for (const size of sizes)
      for (const way of ["writable", "setStream"] as const) {
        const bytes = random.fill(new Uint8Array(size));
        const key = random.pick(["one", "two", "three"]);
        if (way === "writable") await write(map, key, bytes, random);
        else await map.setStream(key, inChunks(bytes, random));
        assert.equal(map.entryBytes(key), size);
        assert.equal(Buffer.compare(map.get(key) as Uint8Array, bytes), 0);
        assert.equal(Buffer.compare(await readAll(map.readable(key) as ReadableStream), bytes), 0);
        assert.equal(Buffer.compare(await readByob(map.readable(key) as ReadableStream, random), bytes), 0);
        for (let i = 0; i < 20; i++) {
          const offset = random.below(size + 10);
          const target = new Uint8Array(random.below(2 * PAGE) + 4).fill(1);
          const expected = target.slice();
          expected.set(bytes.subarray(offset, offset + target.length));
          assert.equal(map.readAt(key, offset, target), Math.max(0, Math.min(target.length, size - offset)));
          assert.deepEqual(target, expected);
        }
      }
    assert.equal(pool.selfCheck(), 0);
    map.clear();
    assert.equal(pool.stats().storedPages, 0);
    pool.close();
  });

  test("has its key at the end, and an older value until then", async () => {
    const left: string[] = [];
    const { pool, map } = openMap({ dispose: (key, reason) => left.push(`${reason} ${key}`) });
    map.set("old", "text");
    const [old, fresh] = [map.writable("old").getWriter(), map.writable("new").getWriter()];
    const bytes = new Random(seed).fill(new Uint8Array(5 * PAGE));
    await Promise.all([old.write(bytes), fresh.write(bytes)]);
    assert.equal(map.get("old"), "text");
    assert.deepEqual([map.has("new"), map.size, left.length], [false, 1, 0]);
    map.set("between", 1);
    await Promise.all([fresh.close(), old.close()]);
    assert.deepEqual([...map.keys()], ["old", "between", "new"]);
    assert.deepEqual(left, ["set old"]);
    assert.deepEqual(map.get("old"), bytes);
    const { sets, ownPages } = map.stats();
    assert.deepEqual([sets, ownPages], [4, 10]);
    pool.close();
  });

  test("comes from streams, iterables, Blobs, Responses and bytes", async () => {
    const { pool, map } = openMap();
    const bytes = new Random(seed).fill(new Uint8Array(3 * PAGE + 1));
    const sources = [
      new Blob([bytes]).stream(),
      new Blob([bytes]),
      new Response(bytes),
      bytes,
      bytes.buffer,
      new DataView(bytes.buffer),
      inChunks(bytes, new Random(seed)),
    ];
    for (const source of sources) {
      await map.setStream("key", source as Blob);
      assert.deepEqual(map.get("key"), bytes);
    }
    await new Blob([bytes]).stream().pipeTo(map.writable("piped") as WritableStream<Uint8Array>);
    assert.deepEqual(map.get("piped"), bytes);
    await map.readable("piped")?.pipeTo(map.writable("copy"));
    assert.deepEqual(map.get("copy"), bytes);
    pool.close();
  });

  test("of 64 MiB takes a page to write and 64 KiB to read", async () => {
    const pool = Spillway.openSync({ maxBytes: "32MiB", autoShrink: false });
    const map = pool.map<Uint8Array>();
    const block = new Uint8Array(2 ** 20).fill(7);
    async function* blocks() {
      for (let i = 0; i < 64; i++) yield block.fill(i, 5, 500);
    }
    const before = process.memoryUsage().arrayBuffers;
    await map.setStream("large", blocks());
    let bytes = 0;
    let most = 0;
    for await (const part of map.readable("large") as ReadableStream<Uint8Array>) {
      const of = Math.floor(bytes / 2 ** 20);
      if (bytes % 2 ** 20 === 0) assert.deepEqual([part[0], part[5], part[499]], [7, of, of]);
      bytes += part.length;
      most = Math.max(most, part.length);
    }
    assert.deepEqual([bytes, most], [2 ** 26, 65_536]);
    const grown = process.memoryUsage().arrayBuffers - before - pool.stats().bytes.reserved;
    assert.ok(grown < 2 ** 26, `${grown} bytes of arrays`);
    pool.close();
  });
});

describe("a stream that fails", () => {
  const bytes = new Random(seed).fill(new Uint8Array(6 * PAGE + 5));

  /** What a failure must leave as it was. */
  const unchanged = ({ pool, map }: ReturnType<typeof openMap>, pages: number) => {
    assert.equal(map.get("key"), "older");
    assert.equal(map.size, 1);
    assert.equal(pool.stats().storedPages, pages);
    assert.equal(map.stats().ownPages, 0);
    assert.equal(pool.selfCheck(), 0);
  };

  test("because a page was refused leaves the older value, at each page", async () => {
    for (let at = 0; at < 7; at++) {
      const opened = openMap();
      const { pool, map, hooks } = opened;
      map.set("key", "older");
      const pages = pool.stats().storedPages;
      let first = -1;
      hooks.refuses = (store) => {
        if (first < 0) first = store;
        return store - first === at;
      };
      await assert.rejects(map.setStream("key", bytes), (error: { key?: string }) => {
        assert.ok(code("ERR_SPILLWAY_FULL")(error));
        return error.key === "key";
      });
      unchanged(opened, pages);
      first = -1;
      const writer = map.writable("key").getWriter();
      const closed = assert.rejects(writer.closed, code("ERR_SPILLWAY_FULL"));
      const all = async () => {
        await writer.write(bytes);
        await writer.close();
      };
      await assert.rejects(all(), code("ERR_SPILLWAY_FULL"));
      await closed;
      unchanged(opened, pages);
      assert.equal(map.stats().refusedSets, 2);
      pool.close();
    }
  });

  test("because the open page was refused, for a small value", async () => {
    const { pool, map, hooks } = openMap();
    for (let i = 0; i < 4; i++) map.set(`key ${i}`, `${i}`.repeat(1000));
    hooks.refuses = () => true;
    await assert.rejects(map.setStream("key 1", new Uint8Array(1500)), code("ERR_SPILLWAY_FULL"));
    for (let i = 0; i < 4; i++) assert.equal(map.get(`key ${i}`), `${i}`.repeat(1000));
    pool.close();
  });

  test("because it was aborted, or its source failed, leaves the older value", async () => {
    const opened = openMap();
    const { pool, map } = opened;
    map.set("key", "older");
    const reason = new Error("enough");
    const long = bytes.subarray(0, 5 * PAGE + 9);

    const writer = map.writable("key").getWriter();
    await writer.write(long);
    assert.equal(pool.stats().storedPages, 5);
    await writer.abort(reason);
    unchanged(opened, 0);

    const aborter = new AbortController();
    const other = map.writable("key", { signal: aborter.signal }).getWriter();
    await other.write(long);
    aborter.abort(reason);
    unchanged(opened, 0);
    await assert.rejects(other.closed, reason);
    assert.throws(() => map.writable("key", { signal: aborter.signal }), reason);

    async function* failing() {
      yield long;
      throw reason;
    }
    await assert.rejects(map.setStream("key", failing()), reason);
    unchanged(opened, 0);

    const late = new AbortController();
    let ended = false;
    const waiting: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: async () => (pool.stats().storedPages < 5 ? { value: long } : new Promise<never>(() => {})),
        return: async () => {
          ended = true;
          return { done: true, value: undefined };
        },
      }),
    };
    const set = map.setStream("key", waiting, { signal: late.signal });
    setTimeout(() => late.abort(reason), 20);
    await assert.rejects(set, reason);
    assert.equal(ended, true);
    unchanged(opened, 0);
    await assert.rejects(map.setStream("key", long, { signal: late.signal }), reason);
    pool.close();
  });

  test("because of what it was given", async () => {
    const opened = openMap();
    const { pool, map } = opened;
    map.set("key", "older");
    for (const chunk of ["text", 5, null, {}]) {
      const writer = map.writable("key").getWriter();
      await writer.write(bytes);
      await assert.rejects(writer.write(chunk as never), code("ERR_SPILLWAY_ARG_TYPE"));
      await assert.rejects(writer.closed, code("ERR_SPILLWAY_ARG_TYPE"));
      unchanged(opened, 0);
    }
    await assert.rejects(map.setStream("key", "text" as never), code("ERR_SPILLWAY_ARG_TYPE"));
    await assert.rejects(map.setStream(5 as never, bytes), code("ERR_SPILLWAY_ARG_TYPE"));
    await assert.rejects(map.setStream("key", bytes, { no: 1 } as never), code("ERR_SPILLWAY_ARG_TYPE"));
    assert.throws(() => map.writable(5 as never), code("ERR_SPILLWAY_ARG_TYPE"));
    assert.throws(() => map.readable("key"), code("ERR_SPILLWAY_ARG_TYPE"));
    assert.throws(() => map.readAt("key", 0, new Uint8Array(1)), code("ERR_SPILLWAY_ARG_TYPE"));
    map.set("bytes", bytes);
    for (const offset of [-1, 0.5, Number.NaN, 2 ** 53])
      assert.throws(() => map.readAt("bytes", offset, new Uint8Array(1)), code("ERR_SPILLWAY_ARG_RANGE"));
    assert.throws(() => map.readAt("bytes", "0" as never, new Uint8Array(1)), code("ERR_SPILLWAY_ARG_TYPE"));
    assert.throws(() => map.readAt("bytes", 0, "no" as never), code("ERR_SPILLWAY_ARG_TYPE"));
    assert.deepEqual(
      [map.readable("none"), map.readAt("none", 0, new Uint8Array(1))],
      [undefined, undefined],
    );
    map.delete("bytes");
    // Not touched, so not in memory.
    const huge = new ArrayBuffer(2 ** 32);
    const writer = map.writable("key").getWriter();
    writer.closed.catch(() => undefined);
    await assert.rejects(writer.write(huge), code("ERR_SPILLWAY_ARG_RANGE"));
    unchanged(opened, 0);
    pool.close();
  });

  test("because a store ran code that detached a chunk, cleared the map, closed it or aborted", async () => {
    const actions: [string, (map: SpillMap, chunk: Uint8Array, aborter: AbortController) => void, string][] =
      [
        [
          "detach",
          (_map, chunk) => structuredClone(0, { transfer: [chunk.buffer] }),
          "ERR_SPILLWAY_ARG_TYPE",
        ],
        ["clear", (map) => map.clear(), "ERR_SPILLWAY_GONE"],
        ["close", (map) => map.close(), "ERR_SPILLWAY_CLOSED"],
        ["abort", (_map, _chunk, aborter) => aborter.abort(), "AbortError"],
      ];
    for (const [name, act, expected] of actions)
      for (const at of [0, 3, 6]) {
        const { pool, map, hooks } = openMap();
        const chunk = bytes.slice();
        const aborter = new AbortController();
        let stores = 0;
        hooks.after = () => {
          if (stores++ === at) act(map, chunk, aborter);
        };
        const writer = map.writable("key", { signal: aborter.signal }).getWriter();
        writer.closed.catch(() => undefined);
        const all = async () => {
          await writer.write(chunk);
          await writer.close();
        };
        const wanted = name === "detach" && at === 6 ? undefined : expected;
        const failed = await all().then(
          () => undefined,
          (error) => error,
        );
        if (wanted === undefined) assert.equal(failed, undefined);
        else assert.ok(failed?.code === wanted || failed?.name === wanted, `${name} ${at}: ${failed}`);
        if (wanted !== undefined) assert.equal(pool.stats().storedPages, 0, `${name} ${at}`);
        pool.close();
      }
  });
});

describe("a value that is read", () => {
  const first = new Random(seed).fill(new Uint8Array(70 * PAGE));

  test("and changes meanwhile fails, and what was given is of the value at the beginning", async () => {
    let time = 0;
    const changes: [string, (map: SpillMap) => unknown, string][] = [
      ["set", (map) => map.set("key", first.slice().fill(1)), "ERR_SPILLWAY_GONE"],
      ["set small", (map) => map.set("key", 1), "ERR_SPILLWAY_GONE"],
      ["delete", (map) => map.delete("key"), "ERR_SPILLWAY_GONE"],
      ["delete and set", (map) => map.delete("key") && map.set("key", first), "ERR_SPILLWAY_GONE"],
      ["clear", (map) => map.clear(), "ERR_SPILLWAY_GONE"],
      ["clear and set", (map) => map.clear() ?? map.set("key", first), "ERR_SPILLWAY_GONE"],
      ["expire", () => (time += 1000), "ERR_SPILLWAY_GONE"],
      ["close", (map) => map.close(), "ERR_SPILLWAY_CLOSED"],
      ["stream", (map) => map.setStream("key", first), "ERR_SPILLWAY_GONE"],
    ];
    for (const [name, change, expected] of changes) {
      const { pool, map, hooks } = openMap({ ttl: 1000 });
      hooks.clock = () => time;
      map.set("key", first);
      const stream = map.readable("key") as ReadableStream<Uint8Array>;
      const reader = stream.getReader();
      const { value } = await reader.read();
      assert.deepEqual(value, first.subarray(0, 65_536));
      await change(map);
      await assert.rejects(reader.read(), code(expected), name);
      pool.close();
    }
  });

  test("and stays is whole, whatever happens to others, and ends by cancel or signal", async () => {
    const { pool, map } = openMap();
    map.set("key", first);
    const reader = (map.readable("key") as ReadableStream<Uint8Array>).getReader();
    const parts: Uint8Array[] = [];
    for (let i = 0; ; i++) {
      map.set(`other ${i % 3}`, first.subarray(i));
      map.set(`small ${i}`, "x".repeat(900));
      map.delete(`small ${i - 2}`);
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
    }
    assert.equal(Buffer.compare(Buffer.concat(parts), first), 0);

    const cancelled = (map.readable("key") as ReadableStream<Uint8Array>).getReader();
    await cancelled.read();
    await cancelled.cancel();
    const aborter = new AbortController();
    const aborted = map.readable("key", { signal: aborter.signal })?.getReader();
    await aborted?.read();
    const reason = new Error("enough");
    aborter.abort(reason);
    await assert.rejects(aborted?.read() as Promise<unknown>, reason);
    assert.throws(() => map.readable("key", { signal: aborter.signal }), reason);
    pool.close();
  });

  test("by many at random, while many write: each one is whole, of one version", async () => {
    const random = new Random(seed);
    const { pool, map } = openMap();
    const versions = new Map<string, Uint8Array[]>();
    let whole = 0;
    let gone = 0;
    const pause = () => new Promise((resolve) => setImmediate(resolve));
    const act = async () => {
      for (let i = 0; i < 60; i++) {
        const key = `key ${random.below(6)}`;
        const known = versions.get(key) ?? [];
        versions.set(key, known);
        if (random.below(3) === 0) {
          const bytes = random.fill(new Uint8Array(random.below(40 * PAGE)));
          known.push(bytes);
          const half = async function* () {
            yield* inChunks(bytes, random);
            if (random.below(4) === 0) throw new Error("half");
          };
          await map.setStream(key, half()).catch((error) => assert.equal(error.message, "half"));
        } else if (random.below(8) === 0) map.delete(key);
        else {
          const stream = map.readable(key);
          await pause();
          if (stream === undefined) continue;
          try {
            const read = await readAll(stream);
            assert.ok(known.some((one) => Buffer.compare(one, read) === 0));
            whole += 1;
          } catch (error) {
            if (!code("ERR_SPILLWAY_GONE")(error)) throw error;
            gone += 1;
          }
        }
      }
    };
    await Promise.all(Array.from({ length: 12 }, act));
    assert.ok(whole + gone > 0);
    for (const [key, value] of map)
      assert.ok(versions.get(key)?.some((one) => Buffer.compare(one, value as Uint8Array) === 0));
    const pages = [...map.values()]
      .map((one) => (one as Uint8Array).length)
      .filter((size) => size > PAGE / 2 - 6);
    assert.equal(
      map.stats().ownPages,
      pages.reduce((sum, size) => sum + Math.ceil(size / PAGE), 0),
    );
    assert.equal(pool.selfCheck(), 0);
    map.clear();
    assert.equal(pool.stats().storedPages, 0);
    pool.close();
  });
});

describe("a value of a cache in parts", () => {
  test("is whole or gone, while others have it evicted", async () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "2MiB", autoShrink: false });
    const cache = pool.cache<Uint8Array>();
    const versions = new Map<string, Uint8Array[]>();
    let [whole, gone, refused] = [0, 0, 0];
    const act = async () => {
      for (let i = 0; i < 40; i++) {
        // Twice as many bytes as the pool has room for.
        const key = `key ${random.below(36)}`;
        const known = versions.get(key) ?? [];
        versions.set(key, known);
        if (random.below(2) === 0) {
          const bytes = random.fill(new Uint8Array(random.below(60 * PAGE)));
          known.push(bytes);
          await cache.setStream(key, inChunks(bytes, random)).catch((error) => {
            assert.ok(code("ERR_SPILLWAY_FULL")(error), error);
            refused += 1;
          });
        } else {
          const stream = cache.readable(key);
          await new Promise((resolve) => setImmediate(resolve));
          if (stream === undefined) continue;
          try {
            const read = await readAll(stream);
            assert.ok(known.some((one) => Buffer.compare(one, read) === 0));
            whole += 1;
          } catch (error) {
            if (!code("ERR_SPILLWAY_GONE")(error)) throw error;
            gone += 1;
          }
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, act));
    for (const [key, value] of cache)
      assert.ok(versions.get(key)?.some((one) => Buffer.compare(one, value) === 0));
    assert.ok(cache.stats().evicted > 0);
    console.log(`cache: ${whole} read, ${gone} gone meanwhile, ${refused} refused`);
    assert.equal(pool.selfCheck(), 0);
    cache.clear();
    assert.equal(pool.stats().storedPages, 0);
    pool.close();
  });

  test("larger than all room is refused, and leaves nothing", async () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB", autoShrink: false });
    const cache = pool.cache<Uint8Array>();
    const noise = new Random(seed).fill(new Uint8Array(2 ** 21));
    await assert.rejects(cache.setStream("large", noise), code("ERR_SPILLWAY_FULL"));
    assert.deepEqual([cache.has("large"), pool.stats().storedPages], [false, 0]);
    const small = noise.subarray(0, 20 * PAGE);
    await cache.setStream("large", small);
    assert.deepEqual(cache.get("large"), small);
    pool.close();
  });

  test("that is read and evicted meanwhile fails", async () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB", autoShrink: false });
    const cache = pool.cache<Uint8Array>();
    const noise = new Random(seed).fill(new Uint8Array(2 ** 18));
    cache.set("read", noise);
    const reader = cache.readable("read")?.getReader();
    await reader?.read();
    for (let i = 0; cache.has("read"); i++) {
      assert.ok(i < 100);
      noise[i * 500] = i;
      cache.set(`other ${i}`, noise);
    }
    await assert.rejects(reader?.read() as Promise<unknown>, code("ERR_SPILLWAY_GONE"));
    // The same key, and perhaps the same number.
    cache.set("read", noise);
    const again = cache.readable("read")?.getReader();
    await again?.read();
    for (let i = 0; i < 3; i++) cache.set("read", noise.slice().fill(i));
    await assert.rejects(again?.read() as Promise<unknown>, code("ERR_SPILLWAY_GONE"));
    pool.close();
  });
});

test("a host without streams is told so, and sets from bytes all the same", async () => {
  const { pool, map } = openMap();
  const kept = [globalThis.WritableStream, globalThis.ReadableStream] as const;
  Object.assign(globalThis, { WritableStream: undefined, ReadableStream: undefined });
  try {
    assert.throws(() => map.writable("key"), code("ERR_SPILLWAY_UNSUPPORTED"));
    await map.setStream("key", new Uint8Array(3 * PAGE).fill(3));
    assert.throws(() => map.readable("key"), code("ERR_SPILLWAY_UNSUPPORTED"));
    assert.equal(map.readAt("key", 5, new Uint8Array(9)), 9);
  } finally {
    [globalThis.WritableStream, globalThis.ReadableStream] = kept;
  }
  pool.close();
});
