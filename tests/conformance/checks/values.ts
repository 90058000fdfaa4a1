/**
 * values.ts - maps, caches, buffers and streams, and the entries over them.
 */
import {
  type Check,
  drained,
  equal,
  fails,
  ok,
  openPool,
  pause,
  sameBytes,
  sameJson,
  text,
} from "../tools.js";

/** A whole number of times the same bytes, in parts of any length. */
async function* parts(count: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i++) yield text(i, 1000 + 37 * i);
}

const whole = (count: number) =>
  Uint8Array.from(Array.from({ length: count }, (_, i) => [...text(i, 1000 + 37 * i)]).flat());

export const VALUES: readonly Check[] = [
  {
    name: "values: strings of one, two and four bytes a character, and lone surrogates",
    run(host) {
      const { pool, close } = openPool(host);
      const map = pool.map<string>();
      const strings = [
        "",
        "latin1 \xe9\xff",
        "\u043a\u0438\u0440",
        "\u{1f600}",
        "\ud800 alone \udc00",
        "\ufeffbom",
      ];
      for (const [i, string] of strings.entries()) map.set(string, string.repeat(1 + 500 * i));
      for (const [i, string] of strings.entries()) equal(map.get(string), string.repeat(1 + 500 * i), string);
      close();
    },
  },
  {
    name: "values: numbers, bigints, null, undefined, NaN and -0",
    run(host) {
      const { pool, close } = openPool(host);
      const map = pool.map<unknown>();
      const values = [
        0,
        -0,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        1e-300,
        null,
        undefined,
        true,
        false,
        2n ** 70n,
        -1n,
      ];
      for (const [i, value] of values.entries()) map.set(`${i}`, value);
      for (const [i, value] of values.entries()) {
        equal(map.get(`${i}`), value, `value ${i}`);
        ok(map.has(`${i}`), `has ${i}`);
      }
      close();
    },
  },
  {
    name: "values: typed arrays, DataViews and buffers come back as what they were",
    run(host) {
      const { pool, close } = openPool(host);
      const map = pool.map<object>();
      const { buffer } = Float64Array.of(1.5, Number.NaN, -0, 2 ** 60);
      const types: readonly (new (buffer: ArrayBuffer) => ArrayBufferView)[] = [
        Uint8Array,
        Uint8ClampedArray,
        Int16Array,
        Float32Array,
        Float64Array,
        BigInt64Array,
        DataView,
      ];
      for (const Type of types) {
        map.set("view", new Type(buffer));
        const found = map.get("view") as Uint8Array;
        equal(found.constructor, Type, Type.name);
        sameBytes(
          new Uint8Array(found.buffer, found.byteOffset, found.byteLength),
          new Uint8Array(buffer),
          Type.name,
        );
      }
      map.set("buffer", buffer);
      equal(map.get("buffer")?.constructor, ArrayBuffer, "ArrayBuffer");
      close();
    },
  },
  {
    name: "values: plain data of any depth",
    run(host) {
      const { pool, close } = openPool(host);
      const map = pool.map<unknown>();
      const deep = (depth: number): unknown =>
        depth === 0 ? ["x", 1.5, null, true] : { [`k\u00e9 ${depth}`]: [deep(depth - 1), depth, ""] };
      for (const depth of [0, 1, 10, 100]) {
        map.set(`${depth}`, deep(depth));
        sameJson(map.get(`${depth}`), deep(depth), `depth ${depth}`);
      }
      close();
    },
  },
  {
    name: "values: Dates, Maps, Sets and circles come back as structuredClone gives them",
    needs: "clones",
    run(host) {
      const { pool, close } = openPool(host);
      const map = pool.map<Record<string, unknown>>();
      const circle: Record<string, unknown> = { date: new Date(5), map: new Map([[1, new Set([2])]]) };
      circle.self = circle;
      map.set("circle", circle);
      const found = map.get("circle") as typeof circle;
      equal(found.self, found, "the circle");
      equal((found.date as Date).getTime(), 5, "the date");
      ok((found.map as Map<number, Set<number>>).get(1)?.has(2), "the set in the map");
      close();
    },
  },
  {
    name: "values: what cannot be kept is an error, and the older value stays",
    async run(host) {
      const { pool, close } = openPool(host);
      const map = pool.map<unknown>();
      map.set("a", 1);
      await fails("ERR_SPILLWAY_ARG_TYPE", () => map.set("a", () => 1));
      await fails("ERR_SPILLWAY_ARG_TYPE", () => map.set("a", Symbol("s")));
      equal(map.get("a"), 1, "the older value");
      close();
    },
  },
  {
    name: "values: order, deletion while iterating, and reasons told to dispose",
    run(host) {
      const { pool, close } = openPool(host);
      const told: string[] = [];
      const map = pool.map<number>({ dispose: (key, reason) => told.push(`${key} ${reason}`) });
      for (const key of ["b", "a", "c", "d"]) map.set(key, 1);
      map.set("a", 2);
      for (const key of map.keys()) if (key === "b") map.delete("c");
      sameJson([...map.keys()], ["b", "a", "d"], "keys");
      map.clear();
      sameJson(told, ["a set", "c delete", "b clear", "a clear", "d clear"], "told");
      close();
    },
  },
  {
    name: "values: a time to live ends, and hot values are kept as they are",
    async run(host) {
      const { pool, close } = openPool(host);
      const map = pool.map<object>({ ttl: 40, hotBytes: 1000 });
      const value = { hot: true };
      map.set("a", value);
      equal(map.get("a"), value, "the hot value");
      await pause(90);
      equal(map.get("a"), undefined, "after its time");
      equal(map.size, 0, "size");
      close();
    },
  },
  {
    name: "values: a full map refuses and keeps what it has",
    async run(host) {
      const { pool, close } = openPool(host, { maxBytes: "1MiB" });
      const map = pool.map<Uint8Array>();
      const noise = (n: number) => crypto.getRandomValues(new Uint8Array(20_000)).fill(n, 0, 9);
      let kept = 0;
      while (map.trySet(`${kept}`, noise(kept))) kept += 1;
      const error = await fails("ERR_SPILLWAY_FULL", () => map.set("0", noise(99)));
      equal((error as { key: string }).key, "0", "key");
      for (let n = 0; n < kept; n++) equal(map.get(`${n}`)?.[8], n, `value ${n}`);
      close();
    },
  },
  {
    name: "values: codecs of the caller's",
    run(host) {
      const { pool, close } = openPool(host);
      const codec = {
        encode: (value: { n: number }) => Uint8Array.of(value.n, 7),
        decode: (bytes: Uint8Array) => ({ n: bytes[0] as number }),
      };
      const map = pool.map<{ n: number }>({ codec });
      map.set("a", { n: 5 });
      equal(map.get("a")?.n, 5, "the value");
      equal(map.entryBytes("a"), 2, "entryBytes");
      close();
    },
  },
  {
    name: "values: a stream becomes a value and a value a stream, all or nothing",
    async run(host) {
      const { pool, close } = openPool(host, { maxBytes: "8MiB" });
      const map = pool.map<unknown>();
      await map.setStream("a", parts(40));
      sameBytes(map.get("a") as Uint8Array, whole(40), "setStream");
      const readable = map.readable("a");
      ok(readable, "readable");
      sameBytes(await drained(readable as ReadableStream<Uint8Array>), whole(40), "readable");
      const target = new Uint8Array(500);
      equal(map.readAt("a", 20_000, target), 500, "readAt");
      sameBytes(target, whole(40).subarray(20_000, 20_500), "readAt");
      const writer = (map.writable("b") as WritableStream<Uint8Array>).getWriter();
      for await (const part of parts(20)) await writer.write(part);
      equal(map.has("b"), false, "before the end");
      await writer.close();
      sameBytes(map.get("b") as Uint8Array, whole(20), "writable");
      const other = (map.writable("b") as WritableStream<Uint8Array>).getWriter();
      other.closed.catch(() => {});
      await other.write(text(1));
      await other.abort("enough");
      sameBytes(map.get("b") as Uint8Array, whole(20), "after an abort");
      close();
    },
  },
  {
    name: "values: a stream of a value that changes ends with ERR_SPILLWAY_GONE",
    async run(host) {
      const { pool, close } = openPool(host, { maxBytes: "8MiB" });
      const map = pool.map<unknown>();
      map.set("a", text(1, 300_000));
      const reader = (map.readable("a") as ReadableStream<Uint8Array>).getReader();
      reader.closed.catch(() => {});
      await reader.read();
      map.set("a", 1);
      await fails("ERR_SPILLWAY_GONE", async () => {
        for (let i = 0; i < 10; i++) await reader.read();
      });
      close();
    },
  },
  {
    name: "values: a cache makes a value once, lets whole ones go, and takes them out",
    async run(host) {
      const { pool, close } = openPool(host, { maxBytes: "1MiB" });
      const gone: string[] = [];
      const cache = pool.cache<Uint8Array>({ dispose: (key, reason) => gone.push(`${key} ${reason}`) });
      let made = 0;
      const make = async () => {
        made += 1;
        await pause(5);
        return text(9, 10_000);
      };
      const all = await Promise.all([1, 2, 3].map(() => cache.getOrSet("key", make)));
      ok(made === 1 && all.every((one) => one === all[0]), "getOrSet");
      sameBytes(cache.take("key"), text(9, 10_000), "take");
      sameJson(gone, ["key take"], "told");
      for (let n = 0; n < 100; n++)
        cache.set(`${n}`, crypto.getRandomValues(new Uint8Array(30_000)).fill(n, 0, 9));
      equal(cache.size + gone.length - 1, 100, "kept and evicted");
      ok(gone.length > 50, "evictions");
      for (const [key, value] of cache.entries())
        ok(value.length === 30_000 && value[8] === Number(key), key);
      close();
    },
  },
  {
    name: "values: a buffer of 1 TiB, with pins, zeros and discards",
    run(host) {
      const { pool, close } = openPool(host);
      const buffer = pool.buffer(2 ** 40, { residentBytes: 65_536, frame: 4096 });
      for (let n = 0; n < 60; n++) buffer.write(n * 2 ** 34 + 4000, text(n, 300));
      const back = new Uint8Array(300);
      for (let n = 0; n < 60; n++) {
        buffer.read(n * 2 ** 34 + 4000, back);
        sameBytes(back, text(n, 300), `write ${n}`);
      }
      const pin = buffer.pin(2 ** 20, 64);
      pin.view(Float64Array)[3] = 1.5;
      pin.close();
      buffer.read(2 ** 20, back);
      equal(new Float64Array(back.buffer, 0, 8)[3], 1.5, "a pin");
      buffer.discard(2 ** 20, 4096);
      buffer.read(2 ** 20, back);
      ok(
        back.every((byte) => byte === 0),
        "zeros after a discard",
      );
      close();
    },
  },
  {
    name: "values: a map under Keyv's contract and unstorage's",
    async run(host) {
      const { pool, close } = openPool(host);
      const store = host.keyv.spillwayStore(pool.map());
      equal(await store.set("a", "text"), true, "keyv: set");
      equal(await store.get("a"), "text", "keyv: get");
      equal(await store.delete("a"), true, "keyv: delete");
      const driver = host.unstorage.spillwayDriver({ map: pool.map(), base: "app" });
      await driver.setItem("a", "text");
      equal(await driver.getItem("a"), "text", "unstorage: getItem");
      sameJson(await driver.getKeys(""), ["a"], "unstorage: getKeys");
      close();
    },
  },
  {
    name: "values: statistics as Prometheus' text",
    run(host) {
      const { pool, swap, close } = openPool(host);
      swap.store(0, 1, text(1));
      const lines = host.metrics.prometheusText({ pool }).split("\n");
      ok(lines.includes("spillway_pool_pages 1") || lines.some((line) => / 1$/.test(line)), "a figure");
      ok(
        lines.every((line) => line === "" || /^(# (HELP|TYPE) |spillway_\w+(\{.*\})? )/.test(line)),
        "lines",
      );
      close();
    },
  },
];
