/**
 * Shows what a client of a port has: maps, caches and buffers as of the pool, in messages of many calls;
 * bounds of what is under way; signals; errors with their codes; bounds of what it may have. Also that a
 * client that ends, in whatever way, gives its pages back, and takes nothing of others with it.
 */
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Spillway } from "spillway";
import { connect, serve } from "spillway/port";
import { channelMain, link, linkTo } from "#kit/ports.js";
import { Random } from "#kit/random.js";

const PAGE = 4096;
const random = new Random(2);
const noise = (bytes = PAGE) => random.fill(new Uint8Array(bytes));
const coded = (code: string) => (error: unknown) => (error as { code?: unknown }).code === code;
const SERVER = new URL("../../../kit/models/port_server.js", import.meta.url);
const CLIENT = new URL("../../../kit/models/port_client.js", import.meta.url);

/** Polls until it is so; the machine may be slow. */
async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 4000 && !isSo(); i++) await sleep(5);
  assert.ok(isSo());
}

describe("faces over a port", () => {
  test("a map keeps values of every kind, read when they are handed over", async () => {
    const { remote, pool } = await link();
    const map = await remote.map<unknown>({ name: "values" });
    assert.equal(map.name, "port/values");
    const changing = { at: new Date(5), list: [1n, undefined, new Map([["a", 1]])] };
    const bytes = Uint8Array.of(1, 2, 3);
    const large = noise(300_000);
    const values: [string, unknown][] = [
      ["object", structuredClone(changing)],
      ["bytes", bytes.slice()],
      ["buffer", Uint8Array.of(4, 5).buffer],
      ["text", "каша 😀 \ud800"],
      ["large", large],
      ["doubles", Float64Array.of(0.5, -0)],
      ["undefined", undefined],
      ["null", null],
      ["", Number.NaN],
    ];
    const setting = [
      map.set("object", changing),
      map.set("bytes", bytes),
      ...values.slice(2).map(([key, value]) => map.set(key, value)),
    ];
    changing.list.length = 0;
    bytes.fill(0);
    await Promise.all(setting);
    for (const [key, value] of values) assert.deepEqual(await map.get(key), value, key);
    assert.deepEqual(await map.getMany(["text", "none"]), [values[3]?.[1], undefined]);
    assert.equal(await map.size(), values.length);
    assert.equal(await map.has("none"), false);
    assert.equal(await map.entryBytes("bytes"), 3);
    const target = new Uint8Array(10);
    assert.equal(await map.readAt("large", 299_995, target), 5);
    assert.deepEqual(target.subarray(0, 5), large.subarray(299_995));
    assert.equal((await map.stats()).values, values.length);
    await remote.close();
    pool.close();
  });

  test("a map is walked through in steps, also while it changes", async () => {
    const { remote, pool } = await link();
    const map = await remote.map<{ i: number }>();
    await map.setMany(Array.from({ length: 1000 }, (_, i) => [`${i}`, { i }] as const));
    const keys: string[] = [];
    for await (const [key, value] of map.entries()) {
      assert.deepEqual(value, { i: Number(key) });
      keys.push(key);
      if (key === "5") await map.delete("999");
    }
    assert.deepEqual(
      keys,
      Array.from({ length: 999 }, (_, i) => `${i}`),
    );
    // One that is left early is ended at the server: there may be sixteen.
    for (let i = 0; i < 20; i++) for await (const key of map.keys()) if (key === "3") break;
    const open = Array.from({ length: 17 }, () => map.values().next());
    const ends = await Promise.allSettled(open);
    assert.equal(ends.filter(({ status }) => status === "rejected").length, 1);
    await map.clear();
    assert.equal(await map.size(), 0);
    pool.close();
    await remote.close();
  });

  test("codec, dispose and transfer are the client's", async () => {
    const { remote } = await link();
    const left: string[] = [];
    const map = await remote.map<number | Uint8Array>({
      codec: {
        encode: (value) => Buffer.from(`<${value}>`),
        decode: (bytes) => Number(Buffer.from(bytes).toString().slice(1, -1)),
      },
      dispose: (key, reason) => left.push(`${key} ${reason}`),
    });
    await map.set("a", 12.5);
    assert.equal(await map.get("a"), 12.5);
    await Promise.all([map.set("a", 1), map.delete("a"), map.set("b", 2), map.clear()]);
    assert.deepEqual(left, ["a set", "a delete", "b clear"]);
    const [kept, given] = [noise(70_000), noise(70_000)];
    const wanted = given.slice();
    await Promise.all([map.set("kept", kept), map.set("given", given, { transfer: true })]);
    assert.deepEqual([kept.length, given.length], [70_000, 0]);
    assert.deepEqual(await map.getMany(["kept", "given"]), [kept, wanted]);
    await remote.close();
  });

  test("a cache makes a value once for all that wait, and tells what is evicted", async () => {
    const { remote, pool } = await link({ maxBytes: "1MiB" });
    const gone: string[] = [];
    const cache = await remote.cache<Uint8Array>({ dispose: (key, reason) => gone.push(`${key} ${reason}`) });
    let made = 0;
    const make = async () => {
      made += 1;
      return noise(20_000);
    };
    const [one, same] = await Promise.all([cache.getOrSet("0", make), cache.getOrSet("0", make)]);
    assert.deepEqual([one, made], [same, 1]);
    assert.deepEqual(await cache.getOrSet("0", make), one);
    await assert.rejects(
      cache.getOrSet("x", async () => Promise.reject(new Error("no"))),
      /no/,
    );
    const late = cache.getOrSet("late", () => sleep(20).then(() => Uint8Array.of(1)));
    await cache.set("late", Uint8Array.of(2));
    assert.deepEqual([await late, await cache.get("late")], [Uint8Array.of(1), Uint8Array.of(2)]);
    for (let i = 1; i < 100; i++) await cache.set(`${i}`, noise(20_000));
    assert.ok(gone.some((line) => line.endsWith(" evict")));
    assert.equal((await cache.stats()).evicted, gone.filter((line) => line.endsWith(" evict")).length);
    assert.equal((await cache.take("99"))?.length, 20_000);
    assert.equal(await cache.has("99"), false);
    pool.close();
    await remote.close();
  });

  test("a buffer is read and written in parts of a mebibyte", async () => {
    const { remote } = await link({ maxBytes: "8MiB" });
    const buffer = await remote.buffer("1GiB", { residentBytes: "256KiB" });
    assert.equal(buffer.byteLength, 2 ** 30);
    const bytes = noise(2 ** 20 + 5);
    await buffer.write(7, bytes);
    const back = new Uint8Array(bytes.length + 1);
    await buffer.read(6, back);
    assert.equal(back[0], 0);
    assert.deepEqual(back.subarray(1), bytes);
    await assert.rejects(buffer.read(2 ** 30, new Uint8Array(1)), coded("ERR_SPILLWAY_ARG_RANGE"));
    await buffer.discard(7, bytes.length);
    await buffer.flush();
    assert.ok((await buffer.stats()).discarded > 0);
    await buffer.close();
    await assert.rejects(buffer.flush(), coded("ERR_SPILLWAY_CLOSED"));
    await remote.close();
  });
});

describe("messages", () => {
  test("calls of one turn are one message, those of promises that resolve together too", async () => {
    const { remote, served, pool } = await link();
    const swap = await remote.frontswap();
    await swap.init(0);
    const page = noise();
    const before = served.stats().messages;
    await Promise.all(Array.from({ length: 64 }, (_, i) => swap.store(0, i, page)));
    assert.equal(served.stats().messages, before + 1);
    const chain = async (i: number) => {
      await swap.store(0, i, page);
      await swap.pageLength(0, i);
      return swap.invalidatePage(0, i);
    };
    await Promise.all(Array.from({ length: 64 }, (_, i) => chain(i)));
    assert.equal(served.stats().messages, before + 4);
    assert.ok(pool.selfCheck() === 0);
    await remote.close();
  });

  test("no more bytes are under way than the window has; the rest waits, and drained() tells", async () => {
    const { remote } = await link({}, { maxInFlightBytes: "64KiB" });
    const swap = await remote.frontswap();
    await swap.init(0);
    const page = noise();
    const stored = Array.from({ length: 2000 }, (_, i) => swap.store(0, i, page));
    let most = 0;
    const looking = stored.map(async (promise) => {
      await promise;
      const { inFlightBytes } = await remote.stats();
      most = Math.max(most, inFlightBytes);
    });
    await remote.drained();
    assert.ok((await Promise.all(stored)).every(Boolean));
    await Promise.all(looking);
    // One message alone may be larger than the window: it is full at 256 KiB.
    assert.ok(most > 0 && most <= 300 * 1024, `${most}`);
    await remote.close();
  });

  test("results that a client does not read are not made without bound", async () => {
    const pool = Spillway.openSync({ maxBytes: "8MiB" });
    const { port1, port2 } = new MessageChannel();
    const served = serve(pool, port1, { maxInFlightBytes: "64KiB" });
    let results = 0;
    let read = 0;
    port2.onmessage = ({ data }) => {
      if (data[1] !== "done") return;
      results += data[3].length;
      read += 64 * data[3].length + (data[4]?.length ?? 0);
    };
    const say = (...message: unknown[]) => port2.postMessage(["spillway", ...message]);
    say("hello", { version: 1, transfer: false, probe: Uint8Array.of(7) });
    const page = noise();
    say(
      "calls",
      0,
      [
        [0, 1, 0, 1, "frontswap", {}],
        [1, 5, 0, 0],
        [1, 6, PAGE, 0, 0],
      ],
      page,
    );
    say(
      "calls",
      3,
      Array.from({ length: 500 }, () => [1, 7, 0, 0, 0, PAGE]),
    );
    await until(() => results > 3 && served.stats().waiting > 0);
    const made = results;
    await sleep(50);
    assert.equal(results, made);
    assert.ok(made < 100, `${made}`);
    say("ack", read);
    await until(() => results > made);
    served.close();
    pool.close();
  });

  test("a signal takes a call back while it waits; one that is under way rejects", async () => {
    const { remote } = await link();
    const swap = await remote.frontswap();
    await swap.init(0);
    const [one, two] = [new AbortController(), new AbortController()];
    const page = noise();
    const waiting = swap.store(0, 1, page, { signal: one.signal });
    const other = swap.store(0, 2, page);
    one.abort(new Error("taken back"));
    await assert.rejects(waiting, /taken back/);
    assert.equal(await other, true);
    assert.equal(await swap.pageLength(0, 1), 0);
    const target = new Uint8Array(PAGE);
    const loading = swap.load(0, 2, target, { signal: two.signal });
    const next = swap.pageLength(0, 2);
    setImmediate(() => two.abort());
    const outcome = await loading.then(
      () => "loaded",
      (error: Error) => error.name,
    );
    assert.ok(["loaded", "AbortError"].includes(outcome), outcome);
    assert.equal(await next, PAGE);
    await assert.rejects(swap.load(0, 2, target, { signal: one.signal }), /taken back/);
    await assert.rejects(swap.load(0, 2, target, { signal: 5 as never }), coded("ERR_SPILLWAY_ARG_TYPE"));
    await remote.close();
  });
});

describe("errors over a port", () => {
  test("have their class, code and details; the other calls of their message are done", async () => {
    const { remote, pool } = await link({ maxBytes: "1MiB" });
    const swap = await remote.frontswap();
    const map = await remote.map();
    await swap.init(0);
    const page = noise();
    const outcomes = await Promise.allSettled([
      swap.store(0, 1, page),
      swap.store(0, -1, page),
      swap.store(0, 2, new Uint8Array(0)),
      swap.store(0, 3, page, { kind: "f16" as never }),
      swap.store((() => 0) as never, 3, page),
      swap.store("x" as never, 4, page, {}),
      map.set("f", () => undefined),
      map.set(5 as never, 1),
      swap.load(0, 1, new Uint8Array(5)),
      map.set("big", noise(2_000_000)),
      swap.store(0, 5, page),
    ]);
    const told = outcomes.map((one) =>
      one.status === "fulfilled" ? one.value : `${one.reason.name} ${one.reason.code}`,
    );
    assert.deepEqual(told, [
      true,
      "SpillwayRangeError ERR_SPILLWAY_ARG_RANGE",
      "SpillwayRangeError ERR_SPILLWAY_ARG_RANGE",
      "SpillwayTypeError ERR_SPILLWAY_ARG_TYPE",
      "SpillwayTypeError ERR_SPILLWAY_ARG_TYPE",
      "SpillwayTypeError ERR_SPILLWAY_ARG_TYPE",
      "SpillwayTypeError ERR_SPILLWAY_ARG_TYPE",
      "SpillwayTypeError ERR_SPILLWAY_ARG_TYPE",
      "SpillwayRangeError ERR_SPILLWAY_ARG_RANGE",
      "SpillwayError ERR_SPILLWAY_FULL",
      true,
    ]);
    assert.equal((await map.set("big", noise(2_000_000)).catch((error) => error)).key, "big");
    await assert.rejects(remote.map({ hotBits: 1 } as never), coded("ERR_SPILLWAY_ARG_TYPE"));
    await assert.rejects(remote.map(JSON.parse('{"__proto__": 1}')), coded("ERR_SPILLWAY_ARG_TYPE"));
    pool.close();
    await assert.rejects(swap.store(0, 1, page), coded("ERR_SPILLWAY_CLOSED"));
    await assert.rejects(swap.pageLength(0, 1), coded("ERR_SPILLWAY_CLOSED"));
    await remote.close();
    await assert.rejects(swap.pageLength(0, 1), coded("ERR_SPILLWAY_CLOSED"));
  });

  test("what is no pool, no port or no option is told at once", async () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    const { port1 } = new MessageChannel();
    for (const port of [undefined, null, {}, 5, { postMessage: 1 }, new EventTarget()]) {
      assert.throws(() => serve(pool, port as never), coded("ERR_SPILLWAY_ARG_TYPE"));
      await assert.rejects(connect(port as never), coded("ERR_SPILLWAY_ARG_TYPE"));
    }
    assert.throws(() => serve({} as never, port1), coded("ERR_SPILLWAY_ARG_TYPE"));
    for (const options of [
      { leaseMs: 5 },
      { maxFaces: 0 },
      { name: "x".repeat(101) },
      { maxInFlightBytes: 1 },
    ])
      assert.throws(() => serve(pool, port1, options), coded("ERR_SPILLWAY_ARG_RANGE"));
    assert.throws(() => serve(pool, port1, { lease: 5 } as never), coded("ERR_SPILLWAY_ARG_TYPE"));
    port1.close();
  });

  test("a hello that nobody answers ends with its signal", async () => {
    const { port1, port2 } = new MessageChannel();
    await assert.rejects(connect(port2, { signal: AbortSignal.timeout(20) }), { name: "TimeoutError" });
    port1.close();
  });
});

describe("what a client may have", () => {
  test("faces, bytes in the pool, bytes outside of it", async () => {
    const { remote, pool } = await link({}, { maxFaces: 2, maxBytes: "1MiB", maxOutsideBytes: "1MiB" });
    const range = coded("ERR_SPILLWAY_ARG_RANGE");
    await assert.rejects(remote.map({ hotBytes: "2MiB" }), range);
    await assert.rejects(remote.buffer("1GiB", { residentBytes: "2MiB" }), range);
    await assert.rejects(remote.frontswap({ maxBytes: "2MiB" }), range);
    const swap = await remote.frontswap({ maxBytes: "512KiB" });
    const map = await remote.map();
    assert.equal((await map.stats()).client.bytes.max, 512 * 1024);
    await assert.rejects(remote.map(), range);
    await swap.close();
    await assert.rejects(remote.map({ maxBytes: "513KiB" }), range);
    const other = await remote.map({ maxBytes: "100KiB" });
    const full = coded("ERR_SPILLWAY_FULL");
    const key = (i: number) => `${i}`.padStart(2000, "key ");
    const fill = async () => {
      for (let i = 0; i < 100_000; i += 256)
        await Promise.all(Array.from({ length: 256 }, (_, j) => other.set(key(i + j), 1)));
    };
    await assert.rejects(fill(), full);
    const { indexBytes, keyBytes } = await other.stats();
    assert.ok(keyBytes > 500_000 && indexBytes < 4_000_000, `${keyBytes} ${indexBytes}`);
    await other.clear();
    await other.set("a", 1);
    pool.close();
    await remote.close();
  });

  test("a value is as large as the port allows", async () => {
    const { remote, pool } = await link({}, { maxValueBytes: "100KiB" });
    const map = await remote.map();
    await map.set("a", new Uint8Array(100 * 1024));
    await assert.rejects(map.set("b", new Uint8Array(100 * 1024 + 1)), coded("ERR_SPILLWAY_ARG_RANGE"));
    pool.close();
    await remote.close();
  });
});

describe("a client that ends gives its pages back, and nobody else's", () => {
  test("by close, by the server's close, by the port, by silence", async () => {
    const pool = Spillway.openSync({ maxBytes: "16MiB" });
    const other = pool.frontswap();
    other.init(0);
    other.store(0, 1, noise());
    const staying = await linkTo(pool);
    const kept = await staying.remote.map();
    await kept.set("kept", noise(100_000));
    const { storedPages } = pool.stats();
    const ways = {
      bye: ({ remote }: Awaited<ReturnType<typeof linkTo>>) => remote.close(),
      close: ({ served }: Awaited<ReturnType<typeof linkTo>>) => served.close(),
      gone: ({ end }: Awaited<ReturnType<typeof linkTo>>) => end.close(),
    };
    for (const [reason, end] of Object.entries(ways)) {
      const linked = await linkTo(pool);
      const swap = await linked.remote.frontswap();
      await swap.init(0);
      await swap.storeMany(0, [1, 2, 3], [noise(), noise(), noise()]);
      const map = await linked.remote.map();
      await map.set("a", noise(100_000));
      assert.ok(pool.stats().storedPages > storedPages);
      const failing = reason === "close" ? swap.pageLength(0, 1) : undefined;
      end(linked);
      assert.equal(await linked.served.closed, reason);
      assert.equal(pool.stats().storedPages, storedPages, reason);
      const closed = reason === "bye" ? "ERR_SPILLWAY_CLOSED" : "ERR_SPILLWAY_PORT_CLOSED";
      if (failing !== undefined) await assert.rejects(failing, coded(closed));
      assert.equal((await linked.remote.closed) === undefined, reason === "bye");
      await assert.rejects(swap.pageLength(0, 1), coded(closed));
    }
    assert.equal(((await kept.get("kept")) as Uint8Array).length, 100_000);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
    await staying.remote.close();
  });

  test("a thread that is terminated, a process that is killed", async () => {
    const pool = Spillway.openSync({ maxBytes: "16MiB" });
    const worker = new Worker(CLIENT);
    const overWorker = serve(pool, worker);
    const child = fork(CLIENT, { serialization: "advanced" });
    const overChild = serve(pool, child);
    await until(() => pool.stats().storedPages === 200);
    await worker.terminate();
    assert.equal(await overWorker.closed, "gone");
    assert.equal(pool.stats().storedPages, 100);
    child.kill("SIGKILL");
    assert.equal(await overChild.closed, "gone");
    assert.equal(pool.stats().storedPages, 0);
    pool.close();
  });

  test("a server that is killed ends its clients", async () => {
    const child = fork(SERVER, { serialization: "advanced" });
    const remote = await connect(child);
    const swap = await remote.frontswap();
    const asked = Promise.allSettled([swap.init(0), swap.pageLength(0, 1)]);
    child.kill("SIGKILL");
    await asked;
    assert.equal(((await remote.closed) as { code?: string }).code, "ERR_SPILLWAY_PORT_CLOSED");
    await assert.rejects(swap.currPages(0), coded("ERR_SPILLWAY_PORT_CLOSED"));
  });

  test("a lease: a client that is silent is gone, one that is idle is not", async () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const idle = await linkTo(pool, { leaseMs: 4000 });
    const { port1, port2 } = new MessageChannel();
    const silent = serve(pool, port1, { leaseMs: 200 });
    port2.postMessage(["spillway", "hello", { version: 1, transfer: true, probe: Uint8Array.of(7) }]);
    assert.equal(await silent.closed, "lease");
    await sleep(7000);
    assert.equal((await idle.remote.stats()).faces, 0);
    idle.end.close();
    pool.close();
  });
});

describe("other kinds of ports", () => {
  test("Electron's MessagePortMain: data in events, started late, no array transferred", async () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const { port1, port2 } = channelMain();
    const served = serve(pool, port1);
    const remote = await connect(port2);
    const map = await remote.map();
    const bytes = noise(100_000);
    await map.set("a", bytes, { transfer: true });
    assert.equal(bytes.length, 100_000);
    assert.deepEqual(await map.get("a"), bytes);
    port2.close();
    assert.equal(await served.closed, "gone");
    assert.equal(pool.stats().storedPages, 0);
    pool.close();
  });

  test("a web port whose other end is Electron's: what the web side transfers would be lost, so it does not", async () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const { port1, port2 } = new MessageChannel();
    // As Electron: a message that transfers arrays arrives without its data.
    const renderer = new Proxy(port2, {
      get: (port, name) => {
        const member = Reflect.get(port, name) as unknown;
        if (name === "postMessage")
          return (message: unknown, transfer: unknown[] = []) =>
            port.postMessage(transfer.length > 0 ? null : message);
        return typeof member === "function" ? member.bind(port) : member;
      },
    });
    const main = {
      postMessage: (message: unknown) => port1.postMessage(message),
      on(type: string, listener: (event: unknown) => void) {
        port1.addEventListener(type, listener as never);
      },
      off(type: string, listener: (event: unknown) => void) {
        port1.removeEventListener(type, listener as never);
      },
      start: () => port1.start(),
      close: () => port1.close(),
    };
    serve(pool, main);
    const remote = await connect(renderer);
    const map = await remote.map();
    await map.set("a", noise(50_000), { transfer: true });
    assert.equal(((await map.get("a")) as Uint8Array).length, 50_000);
    await remote.close();
    pool.close();
  });

  test('a child process without serialization "advanced" is told so', async () => {
    const child = fork(SERVER);
    await assert.rejects(connect(child), (error: Error) => {
      assert.match(error.message, /serialization: "advanced"/);
      return coded("ERR_SPILLWAY_PORT_MESSAGE")(error);
    });
    child.kill("SIGKILL");
  });
});
