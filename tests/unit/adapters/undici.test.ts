/**
 * Shows that SpillwayCacheStore is what undici's documentation asks of a cache store, as its own
 * MemoryCacheStore is: the checks of undici's tests of stores, a random run beside that store, and what a
 * store over a pool adds: bounds, refusals, damage, the end.
 *
 * How: real pools, undici's own store as the model, time by node:test.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, test } from "node:test";
import { type SpillCacheOptions, type SpillCacheStats, Spillway, SpillwayError } from "spillway";
import { cacheStores } from "undici";
import { Random, runSeed } from "#kit/random.js";
import { RESPONSES_MAX } from "#lib/adapters/undici/response_shelf.js";
import {
  type CachedResponse,
  type CacheKey,
  type CacheValue,
  SpillwayCacheStore,
  type SpillwayCacheStoreOptions,
} from "#lib/adapters/undici.js";

const seed = runSeed();
const TYPE = "ERR_SPILLWAY_ARG_TYPE";

const FACES = ["map", "cache"] as const;

function open(
  options: SpillwayCacheStoreOptions = {},
  mapOptions: Omit<SpillCacheOptions, "dispose"> = {},
  { face = "map" as (typeof FACES)[number], maxBytes = "8MiB" } = {},
) {
  const pool = Spillway.openSync({ maxBytes, autoShrink: false });
  const cache = pool[face](mapOptions);
  return { pool, cache, store: new SpillwayCacheStore(cache, options) };
}

function keyOf(path = "/", headers: CacheKey["headers"] = {}, method = "GET"): CacheKey {
  return { origin: "http://localhost", path, method, headers };
}

function valueWith(more: Partial<CacheValue> = {}): CacheValue {
  const now = Date.now();
  return {
    statusCode: 200,
    statusMessage: "OK",
    headers: { foo: "bar", many: ["a", "b"] },
    cacheControlDirectives: { "max-age": 10, private: ["x"] },
    cachedAt: now,
    staleAt: now + 10_000,
    deleteAt: now + 20_000,
    ...more,
  };
}

type Store = Pick<SpillwayCacheStore, "get" | "createWriteStream" | "delete">;

/** Writes a response as undici does. Whether it was stored is known when this returns. */
function write(store: Store, key: CacheKey, value: CacheValue, body: readonly string[] = ["asd", "123"]) {
  const stream = store.createWriteStream(key, value);
  assert.ok(stream !== undefined);
  for (const chunk of body) stream.write(Buffer.from(chunk));
  stream.end();
  return stream;
}

function bodyOf(found: CachedResponse | undefined): string | undefined {
  return found === undefined ? undefined : Buffer.concat(found.body).toString();
}

/** A response without its body, and without fields that are undefined. */
function valueIn({ body: _body, ...value }: CachedResponse): CacheValue {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}

function check(found: CachedResponse | undefined, value: CacheValue, body: string): void {
  assert.equal(bodyOf(found), body);
  const { body: _body, ...rest } = found as CachedResponse;
  assert.deepEqual(rest, value);
}

for (const face of FACES)
  describe(`what undici's tests check of a store, over a ${face}`, () => {
    test("a response comes back, and that of another path is another", () => {
      const { store } = open({}, {}, { face });
      const value = valueWith();
      const other = valueWith({ headers: { foo: "baz" }, etag: '"abc"' });
      assert.equal(store.get(keyOf()), undefined);
      write(store, keyOf(), value);
      check(store.get(structuredClone(keyOf())), value, "asd123");
      assert.equal(store.get(keyOf("/asd")), undefined);
      write(store, keyOf("/asd"), other, ["x", "", "y"]);
      check(store.get(keyOf("/asd")), other, "xy");
      check(store.get(keyOf()), value, "asd123");
      assert.equal(store.get(keyOf("/", {}, "HEAD")), undefined);
      assert.equal(store.get({ ...keyOf(), origin: "http://localhost2" }), undefined);
    });

    test("a body of maxEntrySize is stored, one of a byte more is not", async () => {
      const { store } = open({ maxEntrySize: 6 }, {}, { face });
      await once(write(store, keyOf(), valueWith()), "finish");
      assert.equal(bodyOf(store.get(keyOf())), "asd123");
      const stream = write(store, keyOf("/2"), valueWith(), ["asd", "1234"]);
      await once(stream, "close");
      assert.equal(stream.writableFinished, false);
      assert.equal(stream.errored, null);
      assert.equal(store.get(keyOf("/2")), undefined);
    });

    test("a stale response comes back until deleteAt, and a newer one takes its place", (t) => {
      t.mock.timers.enable({ apis: ["Date"] });
      const { store, cache } = open({}, {}, { face });
      const value = valueWith({ staleAt: Date.now() + 1000, deleteAt: Date.now() + 5000 });
      write(store, keyOf(), value);
      t.mock.timers.tick(1500);
      check(store.get(keyOf()), value, "asd123");
      const newer = valueWith({ headers: { foo: "baz" }, deleteAt: Date.now() + 5000 });
      write(store, keyOf(), newer, ["foo", "123"]);
      check(store.get(keyOf()), newer, "foo123");
      assert.equal(cache.size, 1);
      t.mock.timers.tick(4999);
      assert.equal(bodyOf(store.get(keyOf())), "foo123");
      t.mock.timers.tick(1);
      assert.equal(store.get(keyOf()), undefined);
      assert.deepEqual([cache.size, store.size], [0, 0]);
      assert.equal(store.createWriteStream(keyOf(), newer), undefined);
    });

    test("the headers of a request decide which response comes", () => {
      const { store, cache } = open({}, {}, { face });
      const variants = ["a", "b", "c"].map((name) => ({
        key: keyOf("/", { "some-header": name, other: "x" }),
        value: valueWith({ vary: { "some-header": name }, headers: { name } }),
        name,
      }));
      for (const { key, value, name } of variants) {
        assert.equal(store.get(key), undefined);
        write(store, key, value, [name]);
      }
      for (const { key, value, name } of variants) check(store.get(key), value, name);
      assert.equal(store.get(keyOf("/", { "some-header": "d" })), undefined);
      assert.equal(store.get(keyOf()), undefined);
      write(store, keyOf("/", {}, "HEAD"), valueWith(), []);
      assert.deepEqual(store.get(keyOf("/", {}, "HEAD"))?.body, []);
      assert.equal(cache.size, 5);
      const { key } = variants[1] as { key: CacheKey };
      write(store, key, valueWith({ vary: { "some-header": "b" } }), ["newer"]);
      assert.deepEqual([bodyOf(store.get(key)), cache.size], ["newer", 5]);
      store.delete(keyOf());
      assert.deepEqual([store.get(key), cache.size, store.size], [undefined, 0, 0]);
    });

    test("a header that was absent is not one that is there; lists count in order", () => {
      const { store } = open({}, {}, { face });
      const vary = { accept: null, "accept-language": ["de", "en"] };
      write(store, keyOf("/", { "accept-language": ["de", "en"] }), valueWith({ vary }));
      const found = (headers: CacheKey["headers"]) => store.get(keyOf("/", headers)) !== undefined;
      assert.ok(found({ "accept-language": ["de", "en"] }));
      assert.ok(!found({ "accept-language": ["en", "de"] }));
      assert.ok(!found({ "accept-language": ["de"] }));
      assert.ok(!found({ "accept-language": "de" }));
      assert.ok(!found({ "accept-language": ["de", "en"], accept: "x" }));
      const inherited = JSON.parse('{"constructor":null,"__proto__":null}');
      write(store, keyOf("/p", {}), valueWith({ vary: inherited }));
      assert.deepEqual(store.get(keyOf("/p"))?.vary, inherited);
    });

    test("size counts what is stored; wrong arguments and options are told", () => {
      const { store } = open({}, {}, { face });
      write(store, keyOf(), valueWith(), ["x".repeat(1000)]);
      assert.ok(store.size >= 1000 && store.size < 1400, String(store.size));
      assert.equal(store.isFull(), false);
      const wrong = (call: () => unknown, message: RegExp, code = TYPE) =>
        assert.throws(call, { code, message });
      const { pool, cache } = open({}, {}, { face });
      const make = (given: unknown, options?: unknown) =>
        new SpillwayCacheStore(given as typeof cache, options as SpillwayCacheStoreOptions);
      wrong(() => make(undefined), /^cache must be a SpillCache or a SpillMap, got undefined/);
      wrong(() => make(new Map()), /^cache must be .* got Map/);
      wrong(() => make(pool), /^cache must be .* got Spillway/);
      wrong(() => make(cache, { maxCount: 1 }), /option "maxCount" must be one of maxEntrySize, /);
      wrong(() => make(cache, { maxEntrySize: -1 }), /^maxEntrySize .* got -1/, "ERR_SPILLWAY_ARG_RANGE");
      wrong(
        () => make(cache, { maxEntrySize: "2MiB", maxPendingSize: "1MiB" }),
        /^maxPendingSize must be at least maxEntrySize, which is 2097152, got 1048576/,
        "ERR_SPILLWAY_ARG_RANGE",
      );
      const get = (key: unknown) => store.get(key as CacheKey);
      wrong(() => get(undefined), /^key must be an object, got undefined/);
      wrong(() => get(null), /^key must be an object, got null/);
      wrong(() => get({ ...keyOf(), origin: 1 }), /^key.origin must be a string, got 1/);
      wrong(() => get({ ...keyOf(), path: undefined }), /^key.path must be a string/);
      wrong(() => get({ ...keyOf(), method: {} }), /^key.method must be a string/);
      wrong(() => get({ ...keyOf(), headers: null }), /^key.headers must be an object, got null/);
      wrong(() => store.delete("x" as unknown as CacheKey), /^key must be an object, got "x"/);
      const put = (more: object) => store.createWriteStream(keyOf(), { ...valueWith(), ...more });
      wrong(
        () => store.createWriteStream(keyOf(), null as unknown as CacheValue),
        /^value must be an object/,
      );
      for (const name of ["statusCode", "cachedAt", "staleAt", "deleteAt"])
        wrong(() => put({ [name]: "5" }), new RegExp(`^value.${name} must be a number, got "5"`));
      wrong(() => put({ statusMessage: undefined }), /^value.statusMessage must be a string/);
      wrong(() => put({ etag: 5 }), /^value.etag must be a string, got 5/);
      wrong(() => put({ vary: "accept" }), /^value.vary must be an object, got "accept"/);
      wrong(() => put({ headers: { a: 5n } }), /^value could not be read/);
      const hostile = {
        get headers() {
          throw new Error("no");
        },
      };
      wrong(
        () =>
          get({
            ...keyOf(),
            __proto__: null,
            get path() {
              throw new Error("no");
            },
          }),
        /^key could not/,
      );
      wrong(() => store.createWriteStream(keyOf(), Object.assign(hostile, {}) as never), /^value could not/);
      assert.equal(bodyOf(store.get(keyOf())), "x".repeat(1000));
    });
  });

for (const face of FACES)
  test(`a random run over a ${face} is as that of undici's MemoryCacheStore, seed ${seed}`, (t) => {
    t.mock.timers.enable({ apis: ["Date"], now: 1000 });
    const random = new Random(seed);
    const { store, cache } = open({}, {}, { face });
    const model = new cacheStores.MemoryCacheStore({ maxCount: 1e6 }) as unknown as Store;
    const word = () => random.pick(["a", "b", ["a", "b"], undefined] as const) as string | undefined;
    const headersOf = () => {
      const headers: Record<string, string> = {};
      for (const name of ["x", "y"]) {
        const value = word();
        if (value !== undefined) headers[name] = value;
      }
      return headers;
    };
    let found = 0;
    for (let step = 0; step < 4000; step++) {
      const headers = headersOf();
      const key = keyOf(random.pick(["/1", "/2"]), headers, random.pick(["GET", "HEAD"]));
      const action = random.below(100);
      if (action < 3) for (const one of [store, model]) one.delete(key);
      else if (action < 40) {
        const names = ["x", "y"].filter(() => random.below(2) === 0);
        const vary = Object.fromEntries(names.map((name) => [name, headers[name] ?? null]));
        const deleteAt = Date.now() + 1 + random.below(300);
        const value = valueWith({ headers: { step: `${step}` }, deleteAt, ...(names.length && { vary }) });
        const body = Array.from({ length: random.below(4) }, () => "b".repeat(random.below(3000)));
        for (const one of [store, model]) write(one, key, value, body);
      } else {
        const [ours, theirs] = [store.get(key), model.get(key)];
        if (theirs === undefined) assert.equal(ours, undefined, `step ${step}`);
        else check(ours, valueIn(theirs), bodyOf(theirs) as string);
        if (theirs !== undefined) found += 1;
      }
      if (random.below(4) === 0) t.mock.timers.tick(random.below(60));
    }
    assert.ok(found > 500, String(found));
    for (const path of ["/1", "/2"]) store.delete(keyOf(path));
    assert.equal(cache.size, 0);
  });

describe("what a store over a pool adds", () => {
  test("a body appears when its stream has ended; one that was aborted leaves the older", async () => {
    const { store, cache } = open();
    const older = valueWith();
    write(store, keyOf(), older, ["older"]);
    const value = valueWith({ etag: '"2"' });
    for (const error of [undefined, new Error("reset")]) {
      const stream = store.createWriteStream(keyOf(), value);
      stream?.on("error", (thrown) => assert.equal(thrown, error));
      stream?.write("half of ");
      check(store.get(keyOf()), older, "older");
      stream?.destroy(error);
      await once(stream as NonNullable<typeof stream>, "close").catch(() => undefined);
      check(store.get(keyOf()), older, "older");
    }
    const first = store.createWriteStream(keyOf(), value);
    const second = store.createWriteStream(keyOf(), value);
    for (const chunk of ["a", "b"]) {
      first?.write(`first ${chunk}`);
      second?.write(Buffer.from(`second ${chunk}`));
    }
    second?.end();
    assert.equal(bodyOf(store.get(keyOf())), "second asecond b");
    first?.end("!");
    assert.equal(bodyOf(store.get(keyOf())), "first afirst b!");
    assert.equal(cache.size, 1);
  });

  test("what it was given is read when the stream is made, and what it gives is a copy", () => {
    const { store } = open({}, { hotBytes: "1MiB" });
    const headers: Record<string, string> = { x: "1" };
    const key = keyOf("/", headers);
    const value = valueWith({ vary: { x: "1" } });
    const stream = store.createWriteStream(key, value);
    const chunk = Buffer.from("body");
    stream?.write(chunk);
    chunk.fill(0);
    Object.assign(headers, { x: "2" });
    Object.assign(value, { statusCode: 500, vary: { x: "2" } });
    stream?.end();
    for (let i = 0; i < 3; i++) {
      const found = store.get(keyOf("/", { x: "1" }));
      assert.deepEqual([found?.statusCode, bodyOf(found)], [200, "body"]);
      found?.body[0]?.fill(0);
      Object.assign(found?.headers ?? {}, { foo: "changed" });
    }
  });

  test("numbers that JSON does not know, characters of all kinds, and no headers", () => {
    const { store } = open();
    const value = valueWith({
      statusMessage: "d'accord \u00e9 \u{1f600} \ud800",
      headers: { "x-\u00ff": "\u2028" },
      staleAt: Number.NEGATIVE_INFINITY,
      deleteAt: Number.POSITIVE_INFINITY,
    });
    for (const path of ["/\u00e9", "/\ud800", ""]) {
      write(store, keyOf(path, { a: "1" }), { ...value, vary: { a: "1" } });
      write(store, keyOf(path, { a: "2" }), { ...value, vary: { a: "2" } });
      check(store.get(keyOf(path, { a: "2" })), { ...value, vary: { a: "2" } }, "asd123");
    }
    const bare = { ...valueWith(), headers: undefined, cacheControlDirectives: undefined };
    write(store, keyOf("/bare"), bare as unknown as CacheValue);
    const found = store.get(keyOf("/bare"));
    assert.deepEqual([found?.headers, found?.cacheControlDirectives, found?.vary], [{}, {}, undefined]);
    assert.ok(!("etag" in (found ?? {})));
  });

  test("over a cache that evicts, what is found is whole and the latest", () => {
    const random = new Random(seed);
    const { store, cache } = open({}, {}, { face: "cache", maxBytes: "1MiB" });
    const latest = new Map<string, Buffer>();
    let found = 0;
    for (let step = 0; step < 3000; step++) {
      const [path, a] = [`/${random.below(60)}`, `${random.below(3)}`];
      const key = keyOf(path, { a });
      if (random.below(2) === 0) {
        const body = random.fill(Buffer.alloc(1 + random.below(12_000)));
        const stream = store.createWriteStream(key, valueWith({ vary: { a }, etag: `"${step}"` }));
        stream?.end(body);
        // What has no room closes its stream at once.
        if (!stream?.destroyed) latest.set(path + a, body);
      } else {
        const one = store.get(key);
        if (one === undefined) continue;
        assert.ok(latest.get(path + a)?.equals(Buffer.concat(one.body)), `step ${step}`);
        assert.deepEqual(one.vary, { a });
        found += 1;
      }
      if (random.below(50) === 0) {
        store.delete(keyOf(path));
        for (const variant of "012") assert.equal(store.get(keyOf(path, { a: variant })), undefined);
      }
    }
    assert.ok(found > 100, String(found));
    assert.ok((cache.stats() as SpillCacheStats).evicted > 100);
    store.createWriteStream(keyOf("/large"), valueWith())?.end(random.fill(Buffer.alloc(600_000)));
    assert.equal(store.isFull(), true);
  });

  test("of one URL the latest responses are kept", () => {
    const { store, cache } = open();
    const count = RESPONSES_MAX + 10;
    const variant = (i: number) => keyOf("/", { cookie: `${i}` });
    for (let i = 0; i < count; i++)
      write(store, variant(i), valueWith({ vary: { cookie: `${i}` } }), [`${i}`]);
    for (let i = 0; i < count; i++)
      assert.equal(bodyOf(store.get(variant(i))), i < 10 ? undefined : `${i}`, `${i}`);
    assert.equal(cache.size, RESPONSES_MAX + 1);
    store.delete(keyOf());
    assert.equal(cache.size, 0);
  });

  test("bodies under way are bounded, one by one and together", () => {
    const { store } = open({ maxEntrySize: "64KiB", maxPendingSize: "100KiB" });
    const begin = (path: string) => store.createWriteStream(keyOf(path), valueWith());
    const [one, two, three] = [begin("/1"), begin("/2"), begin("/3")];
    one?.write(Buffer.alloc(60_000, 1));
    two?.write(Buffer.alloc(30_000, 2));
    three?.write(Buffer.alloc(30_000, 3));
    assert.deepEqual([one?.destroyed, two?.destroyed, three?.destroyed], [false, false, true]);
    one?.end();
    const four = begin("/4");
    for (let i = 0; i < 60_000; i++) four?.write(Buffer.of(i));
    four?.end();
    two?.end();
    assert.equal(store.get(keyOf("/1"))?.body[0]?.length, 60_000);
    assert.equal(store.get(keyOf("/2"))?.body[0]?.length, 30_000);
    assert.equal(store.get(keyOf("/3")), undefined);
    assert.deepEqual(store.get(keyOf("/4"))?.body, [
      Buffer.from(Array.from({ length: 60_000 }, (_, i) => i)),
    ]);
    // All has been given back.
    const five = begin("/5");
    five?.end(Buffer.alloc(65_536));
    assert.equal(store.get(keyOf("/5"))?.body[0]?.length, 65_536);
  });

  test("a refusal at any of its steps leaves what was there", () => {
    for (const others of [0, 1, 2])
      for (let refused = 0; refused < 4; refused++) {
        const { store, cache, between } = openBetween();
        const keys = Array.from({ length: others + 1 }, (_, i) => keyOf("/", { a: `${i}` }));
        const put = (i: number, body: string) =>
          write(store, keys[i] as CacheKey, valueWith({ vary: { a: `${i}` } }), [body]);
        for (let i = 0; i < others; i++) put(i, `older ${i}`);
        const before = [...cache.keys()].sort();
        between.refuse = refused;
        const stream = put(others, "newer");
        between.refuse = Number.NaN;
        const isStored = stream.writableFinished || store.get(keys[others] as CacheKey) !== undefined;
        assert.equal(isStored, refused >= (others === 0 ? 1 : others === 1 ? 3 : 2));
        assert.equal(store.isFull(), !isStored);
        if (!isStored) assert.deepEqual([...cache.keys()].sort(), before);
        for (let i = 0; i < others; i++) assert.equal(bodyOf(store.get(keys[i] as CacheKey)), `older ${i}`);
        assert.equal(bodyOf(store.get(keys[others] as CacheKey)), isStored ? "newer" : undefined);
      }
  });

  test("what is damaged or not the store's is a miss, for that response alone", () => {
    const { store, cache, between } = openBetween();
    for (const [path, a] of [
      ["/", "1"],
      ["/", "2"],
      ["/2", "1"],
    ] as const)
      write(store, keyOf(path, { a }), valueWith({ vary: { a } }), [path, a]);
    const [slot] = [...cache.keys()].filter((key) => key.startsWith("#1"));
    between.damaged = slot;
    assert.equal(store.get(keyOf("/", { a: "2" })), undefined);
    between.damaged = undefined;
    assert.equal(store.get(keyOf("/", { a: "2" })), undefined);
    assert.equal(bodyOf(store.get(keyOf("/", { a: "1" }))), "/1");
    write(store, keyOf("/", { a: "2" }), valueWith({ vary: { a: "2" } }), ["again"]);
    assert.equal(bodyOf(store.get(keyOf("/", { a: "2" }))), "again");
    assert.equal(bodyOf(store.get(keyOf("/2", { a: "1" }))), "/21");
    const strange = [
      new Uint8Array(0),
      Uint8Array.of(1),
      Uint8Array.of(2),
      Uint8Array.of(1, 0, 0, 0, 255, 255, 255, 255),
      Buffer.from("\u0002[[0]]"),
      Buffer.from("\u0002{}"),
      "text",
      5,
      null,
    ];
    for (const key of cache.keys())
      for (const one of strange) {
        cache.set(key, one);
        for (const a of ["1", "2"]) for (const path of ["/", "/2"]) store.get(keyOf(path, { a }));
      }
    for (const path of ["/", "/2"]) {
      write(store, keyOf(path, {}), valueWith(), [path]);
      assert.equal(bodyOf(store.get(keyOf(path))), path);
    }
    between.error = new SpillwayError("ERR_SPILLWAY_ENGINE_FAULT", "a fault");
    assert.throws(() => store.get(keyOf()), { code: "ERR_SPILLWAY_ENGINE_FAULT" });
    assert.equal(write(store, keyOf(), valueWith()).destroyed, true);
  });

  test("a store that is closed, or whose pool is, holds nothing and fails nobody", async () => {
    for (const how of ["store", "cache", "pool"] as const) {
      const { [how]: one, ...all } = { ...open() };
      const { store } = { store: one, ...all } as { store: SpillwayCacheStore };
      write(store, keyOf(), valueWith());
      const stream = store.createWriteStream(keyOf("/2"), valueWith());
      stream?.write("half");
      (one as { close(): void }).close();
      stream?.end();
      await once(stream as NonNullable<typeof stream>, "close");
      assert.equal(stream?.errored, null);
      assert.equal(store.get(keyOf()), undefined);
      store.delete(keyOf());
      assert.equal(store.size, 0);
      store.close();
      store.close();
      assert.equal(store.createWriteStream(keyOf(), valueWith()), undefined);
      assert.throws(() => store.get(5 as unknown as CacheKey), { code: TYPE });
    }
  });
});

/** A store over a real map, some of whose answers can be others. */
function openBetween() {
  const { pool, cache } = open();
  const between = {
    /** The next `trySet` but so many refuses. */
    refuse: Number.NaN,
    damaged: undefined as string | undefined,
    error: undefined as Error | undefined,
  };
  const read = (key: string) => {
    if (between.error !== undefined) throw between.error;
    if (key === between.damaged) throw new SpillwayError("ERR_SPILLWAY_DAMAGED", "damaged", { key });
    return cache.get(key);
  };
  const store = new SpillwayCacheStore({
    get: read,
    peek: read,
    trySet: (key, value) => between.refuse-- !== 0 && cache.trySet(key, value),
    has: (key) => cache.has(key),
    delete: (key) => cache.delete(key),
    get size() {
      return cache.size;
    },
    stats: () => cache.stats(),
    close: () => cache.close(),
  });
  return { pool, cache, store, between };
}
