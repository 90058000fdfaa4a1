/**
 * Shows that a SpillMap or SpillCache is a store for Keyv 5 and for Keyv 6: all checks of @keyv/test-suite
 * under the version that it is for; under version 6 what its list for stores asks, written anew. Also that
 * namespaces do not meet, whatever is in their names; that every value ends at its own moment, and a full map
 * has its room again; that a refused set leaves the older value; and that mistakes are told.
 *
 * How: both versions of Keyv, real pools, and a clock of the test's own.
 */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock, test } from "node:test";
import { expect } from "expect";
import Keyv5 from "keyv";
import Keyv6, { detectKeyvStorage } from "keyv6";
import { type SpillMap, Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { spillwayStore, type ValueMap } from "#lib/adapters/keyv.js";

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

/** A KiB of text that does not compress much, another for each number. */
function noise(i: number): string {
  return Buffer.from(new Random(i + 1).fill(new Uint8Array(768))).toString("base64");
}

let pool: Spillway;
let map: SpillMap;

beforeEach(() => {
  pool = Spillway.openSync({ maxBytes: "4MiB" });
  map = pool.map();
});

afterEach(() => {
  mock.timers.reset();
  pool.close();
});

// ── Keyv 5 ───────────────────────────────────────────────────────────────────────────────────────────

/** What the suite asks of a runner of tests. */
const runner = {
  beforeEach,
  afterEach,
  it: (name: string, run: (context: { expect: typeof expect }) => unknown) =>
    it(name, async () => {
      await run({ expect });
      // Those that `expect.assertions` announced and that were not made.
      const missing = expect.extractExpectedAssertionsErrors();
      assert.deepEqual(missing, []);
    }),
};

type Suite = (test: typeof runner, Keyv: unknown, store: () => unknown) => void;
// Its declarations name a runner that is not installed. So its name is no literal here.
const SUITE = "@keyv/test-suite";
const { default: api, keyvIteratorTests } = (await import(SUITE)) as Record<
  "default" | "keyvIteratorTests",
  Suite
>;

describe("Keyv 5", () => {
  for (const kind of ["map", "cache"] as const)
    describe(`its test suite, over a ${kind}`, () => {
      let cache: ValueMap;
      beforeEach(() => {
        cache = pool.cache();
      });
      const store = () => spillwayStore(kind === "map" ? map : cache, { keyv: 5 });
      api(runner, Keyv5, store);
      keyvIteratorTests(runner, Keyv5, store);
    });

  test("many values are set, found and deleted, and end each at its time", async () => {
    const keyv = new Keyv5({ store: spillwayStore(map, { keyv: 5 }) });
    mock.timers.enable({ apis: ["Date"] });
    const entries = [
      { key: "a", value: 1, ttl: 100 },
      { key: "b", value: 2, ttl: 200 },
      { key: "c", value: 3 },
    ];
    assert.deepEqual(await keyv.setMany(entries), [true, true, true]);
    assert.deepEqual(await keyv.hasMany(["a", "b", "c", "d"]), [true, true, true, false]);
    mock.timers.tick(150);
    assert.deepEqual(await keyv.getMany(["a", "b", "c"]), [undefined, 2, 3]);
    assert.deepEqual(await keyv.hasMany(["a", "b", "c"]), [false, true, true]);
    assert.equal(await keyv.deleteMany(["b", "c"]), true);
    assert.equal(await keyv.deleteMany(["b", "c"]), false);
    assert.equal(map.size, 0);
  });

  test("a store that one Keyv has in place of another goes on", async () => {
    const store = spillwayStore(map, { keyv: 5 });
    const first = new Keyv5({ store, namespace: "first" });
    await first.set("a", 1);
    const second = new Keyv5({ store, namespace: "second" });
    assert.equal(await second.get("a"), undefined);
    assert.equal(await first.get("a"), 1);
  });

  test("Keyv 6 takes a store for version 5 for what it is", async () => {
    const keyv = new Keyv6({ store: spillwayStore(map, { keyv: 5 }), namespace: "a" });
    assert.equal(await keyv.set("x", { deep: [1] }, 1000), true);
    assert.deepEqual(await keyv.get("x"), { deep: [1] });
  });
});

// ── Keyv 6 ───────────────────────────────────────────────────────────────────────────────────────────

describe("Keyv 6", () => {
  test("takes the store as it is", () => {
    const store = spillwayStore(map);
    const keyv = new Keyv6({ store });
    assert.equal(keyv.store, store);
    // A generator counts as no asynchronous function there.
    const { iterator: _, ...methods } = detectKeyvStorage(store).methods;
    const { iterator, ...told } = store.capabilities.methods;
    assert.deepEqual(methods, told);
    assert.equal(iterator.exists, true);
  });

  describe("one key", () => {
    test("a value comes back, a miss is undefined", async () => {
      const store = spillwayStore(map);
      assert.equal(await store.set("key", "a value"), true);
      assert.equal(await store.get("key"), "a value");
      assert.equal(await store.get("other"), undefined);
    });

    test("delete tells whether there was something", async () => {
      const store = spillwayStore(map);
      await store.set("key", "value");
      assert.equal(await store.delete("key"), true);
      assert.equal(await store.get("key"), undefined);
      assert.equal(await store.delete("key"), false);
      assert.equal(await store.delete("never"), false);
    });

    test("has", async () => {
      const store = spillwayStore(map);
      assert.equal(await store.has("key"), false);
      await store.set("key", "");
      assert.equal(await store.has("key"), true);
      await store.delete("key");
      assert.equal(await store.has("key"), false);
    });

    test("clear takes all out, twice", async () => {
      const store = spillwayStore(map);
      await store.set("a", "1");
      await store.set("b", "2");
      await store.clear();
      assert.deepEqual(await store.getMany(["a", "b"]), [undefined, undefined]);
      assert.equal(await store.clear(), undefined);
      assert.equal(map.size, 0);
    });
  });

  describe("many keys", () => {
    test("are set and found, misses too", async () => {
      const store = spillwayStore(map);
      const entries = ["a", "b", "c"].map((key) => ({ key, value: `value of ${key}` }));
      assert.deepEqual(await store.setMany(entries), [true, true, true]);
      const found = await store.getMany(["c", "x", "a"]);
      assert.deepEqual(found, ["value of c", undefined, "value of a"]);
      assert.deepEqual(await store.hasMany(["a", "b", "x"]), [true, true, false]);
    });

    test("are deleted, each told of", async () => {
      const store = spillwayStore(map);
      await store.set("a", "1");
      await store.set("b", "2");
      assert.deepEqual(await store.deleteMany(["a", "x", "b"]), [true, false, true]);
      assert.deepEqual(await store.deleteMany(["a", "b"]), [false, false]);
      assert.equal(map.size, 0);
    });

    test("none at all", async () => {
      const store = spillwayStore(map);
      assert.deepEqual(await store.setMany([]), []);
      assert.deepEqual(await store.getMany([]), []);
      assert.deepEqual(await store.hasMany([]), []);
      assert.deepEqual(await store.deleteMany([]), []);
    });
  });

  describe("iterator", () => {
    const collect = async (entries: AsyncIterable<[string, unknown]>) => {
      const found: [string, unknown][] = [];
      for await (const entry of entries) found.push(entry);
      return found;
    };

    test("is asynchronous, and empty over nothing", async () => {
      const store = spillwayStore(map);
      assert.equal(typeof store.iterator()[Symbol.asyncIterator], "function");
      assert.deepEqual(await collect(store.iterator()), []);
    });

    test("gives all pairs of its namespace, without the namespace", async () => {
      const store = spillwayStore(map);
      await store.set("outside", "0");
      store.namespace = "inside";
      await store.set("a", "1");
      await store.set("b:c", "2");
      assert.deepEqual(await collect(store.iterator()), [
        ["a", "1"],
        ["b:c", "2"],
      ]);
      store.namespace = undefined;
      assert.deepEqual(await collect(store.iterator()), [["outside", "0"]]);
    });

    test("leaves out and drops what has ended", async () => {
      mock.timers.enable({ apis: ["Date"], now: 1.8e12 });
      const keyv = new Keyv6({ store: spillwayStore(map), namespace: "n" });
      await keyv.set("short", 1, 10);
      await keyv.set("long", 2, 1000);
      mock.timers.tick(500);
      assert.deepEqual(await collect(keyv.iterator() as AsyncIterable<[string, unknown]>), [["long", 2]]);
      assert.equal(map.size, 1);
    });
  });

  describe("ends of values", () => {
    beforeEach(() => mock.timers.enable({ apis: ["Date"], now: 1.8e12 }));

    test("a value is there up to its moment", async () => {
      const store = spillwayStore(map);
      await store.set("key", "value", Date.now() + 500);
      mock.timers.tick(499);
      assert.equal(await store.get("key"), "value");
      assert.equal(await store.has("key"), true);
      mock.timers.tick(1);
      assert.equal(await store.has("key"), false);
      assert.equal(await store.get("key"), undefined);
      assert.equal(await store.delete("key"), false);
    });

    test("one that has ended already is accepted and gone, with the older one", async () => {
      const store = spillwayStore(map);
      await store.set("key", "older");
      assert.equal(await store.set("key", "value", Date.now() - 1), true);
      assert.equal(await store.get("key"), undefined);
      assert.equal(map.size, 0);
    });

    test("each of many has its own, also when it is not a string", async () => {
      const store = spillwayStore(map);
      const list = [1, { two: 2 }];
      await store.setMany([
        { key: "a", value: list, expires: Date.now() + 10 },
        { key: "b", value: list, expires: undefined },
        { key: "c", value: "text", expires: Date.now() + 10.5 },
      ]);
      assert.deepEqual(await store.getMany(["a", "b", "c"]), [list, list, "text"]);
      mock.timers.tick(10);
      assert.deepEqual(await store.getMany(["a", "b", "c"]), [undefined, list, "text"]);
      mock.timers.tick(1e13);
      assert.deepEqual(await store.getMany(["a", "b", "c"]), [undefined, list, undefined]);
    });

    test("by Keyv's time to live, of the instance and of one set", async () => {
      const keyv = new Keyv6({ store: spillwayStore(map), ttl: 100 });
      await keyv.set("a", 1);
      await keyv.set("b", 2, 200);
      mock.timers.tick(150);
      assert.deepEqual(await keyv.get(["a", "b"]), [undefined, 2]);
    });

    test("nobody asks for them, and a full map has their room all the same", async () => {
      const store = spillwayStore(pool.map({ maxBytes: "256KiB" }));
      let full = 0;
      while (await store.set(`old ${full}`, noise(full), Date.now() + 10)) full += 1;
      assert.ok(full > 50);
      assert.equal(await store.set("new", noise(0)), false);
      mock.timers.tick(20);
      // A refused set looks at 64 values: so many refused ones come round to all that have ended.
      const round = Math.ceil((2 * full) / 64);
      let set = 0;
      for (let refused = 0; refused <= round; )
        if (await store.set(`new ${set}`, noise(set))) set += 1;
        else refused += 1;
      assert.ok(set >= full - 4, `${set} of ${full}`);
      for (let i = 0; i < set; i++) assert.equal(await store.get(`new ${i}`), noise(i));
      // Values without an end make no room for others.
      assert.equal(await store.set("one more", noise(1)), false);
    });

    test("values of others and damaged ones are passed by while room is looked for", async () => {
      const small = pool.map({ maxBytes: "256KiB" });
      small.set("of the caller", 5);
      const store = spillwayStore(small);
      let full = 0;
      while (await store.set(`old ${full}`, noise(full), Date.now() + 10)) full += 1;
      mock.timers.tick(20);
      assert.equal(await store.set("new", noise(0)), true);
      assert.equal(small.get("of the caller"), 5);
    });
  });

  describe("namespaces", () => {
    test("can be set and asked", () => {
      const store = spillwayStore(map);
      assert.equal(store.namespace, undefined);
      store.namespace = "a";
      assert.equal(store.namespace, "a");
      store.namespace = undefined;
      assert.equal(store.namespace, undefined);
    });

    test("do not meet, whatever is in them", async () => {
      const names = [undefined, "a", "a:b", "a%3Ab", "a%", ":"];
      const all = names.map((namespace) => {
        const store = spillwayStore(map);
        return namespace === undefined ? new Keyv6({ store }) : new Keyv6({ store, namespace });
      });
      for (const [i, keyv] of all.entries())
        for (const key of ["c", "b:c", ":c"]) assert.equal(await keyv.set(key, `${i} ${key}`), true);
      assert.equal(map.size, 3 * names.length);
      for (const [i, keyv] of all.entries())
        for (const key of ["c", "b:c", ":c"]) assert.equal(await keyv.get(key), `${i} ${key}`);
      await all[1]?.clear();
      assert.equal(map.size, 3 * (names.length - 1));
      for (const [i, keyv] of all.entries())
        assert.equal(await keyv.get("b:c"), i === 1 ? undefined : `${i} b:c`);
      await all[2]?.delete("c");
      assert.equal(await all[3]?.get("c"), "3 c");
    });
  });

  describe("values", () => {
    const VALUES = [
      ...[false, null, 0, "", "text", '"', "''", "-", "000000000", { fizz: "buzz" }, [1, [2]]],
      ...[Buffer.from("bar"), { buff: Buffer.from("buzz") }, 9223372036854775807n],
    ];
    for (const serialization of [undefined, false] as const)
      test(`come back ${serialization === false ? "without" : "with"} Keyv's serialisation`, async () => {
        const store = spillwayStore(map);
        const keyv = new Keyv6(serialization === false ? { store, serialization } : { store });
        keyv.on("error", (error) => assert.fail(String(error)));
        for (const value of VALUES) {
          assert.equal(await keyv.set("'", value), true);
          assert.deepEqual(await keyv.get("'"), value);
        }
        await keyv.set("'", undefined);
        assert.equal(await keyv.get("'"), undefined);
      });
  });

  test("disconnect leaves the map to its owner, twice", async () => {
    const keyv = new Keyv6({ store: spillwayStore(map) });
    await keyv.set("a", 1, 1000);
    await keyv.disconnect();
    await keyv.disconnect();
    assert.equal(await keyv.get("a"), 1);
    assert.equal(map.size, 1);
  });
});

// ── both ─────────────────────────────────────────────────────────────────────────────────────────────

describe("a refused set", () => {
  for (const keyv of [5, 6] as const)
    test(`answers false and leaves the older value, Keyv ${keyv}`, async () => {
      const store = keyv === 5 ? spillwayStore(map, { keyv }) : spillwayStore(map);
      const user = (keyv === 5 ? new Keyv5({ store }) : new Keyv6({ store })) as Keyv6;
      assert.equal(await user.set("a", "older"), true);
      pool.freeze();
      assert.equal(await user.set("a", "newer"), false);
      const newer = ["a", "b"].map((key) => ({ key, value: "newer" }));
      assert.deepEqual(await user.setMany(newer), [false, false]);
      assert.equal(await user.get("a"), "older");
      pool.thaw();
      assert.equal(await user.set("a", "newer"), true);
      assert.equal(await user.get("a"), "newer");
    });
});

describe("mistakes", () => {
  test("no map, and other options", () => {
    for (const wrong of [undefined, null, {}, new Map(), "map"])
      assert.throws(() => spillwayStore(wrong as ValueMap), code("ERR_SPILLWAY_ARG_TYPE"));
    for (const wrong of [null, 5, { key: 5 }])
      assert.throws(() => spillwayStore(map, wrong as object), code("ERR_SPILLWAY_ARG_TYPE"));
    assert.throws(() => spillwayStore(map, { keyv: 4 } as object), code("ERR_SPILLWAY_ARG_RANGE"));
  });

  test("keys, namespaces and moments of the wrong type", async () => {
    const store = spillwayStore(map);
    const wrong = code("ERR_SPILLWAY_ARG_TYPE");
    await assert.rejects(store.get(5 as never), wrong);
    await assert.rejects(store.set("a", "value", "soon" as never), wrong);
    await assert.rejects(store.set("a", "value", Number.NaN), code("ERR_SPILLWAY_ARG_RANGE"));
    store.namespace = 5 as never;
    await assert.rejects(store.get("a"), wrong);
    assert.equal(map.size, 0);
  });

  test("Keyv 5 over a store for version 6 is told, and nothing is set", async () => {
    const keyv = new Keyv5({ store: spillwayStore(map) });
    const told: unknown[] = [];
    keyv.on("error", (error) => told.push(error));
    assert.equal(await keyv.set("a", 1, 5000), false);
    assert.match(String(told), /keyv: 5/);
    assert.equal(map.size, 0);
  });

  test("a value that is not the store's is told of, and can be set", async () => {
    const store = spillwayStore(map);
    await store.set("a", "1", Date.now() + 60_000);
    map.set(":b", { of: "the caller" });
    await assert.rejects(store.get("b"), code("ERR_SPILLWAY_ARG_TYPE"));
    assert.equal(await store.set("b", "2"), true);
    assert.equal(await store.get("b"), "2");
  });

  test("a damaged value is told of, and can be deleted", async () => {
    const damage = Object.assign(new Error("damaged"), { code: "ERR_SPILLWAY_DAMAGED" });
    const left: string[] = [];
    const damaged: ValueMap = {
      get: () => assert.fail(damage),
      peek: () => assert.fail(damage),
      has: () => true,
      set: () => undefined,
      trySet: () => true,
      entryBytes: () => undefined,
      delete: (key) => left.push(key) > 0,
      clear: () => undefined,
      keys: () => new Map<string, unknown>().keys(),
    };
    const store = spillwayStore(damaged);
    await assert.rejects(store.get("a"), damage);
    await assert.rejects(store.has("a"), damage);
    assert.equal(await store.delete("a"), true);
    assert.deepEqual(left, [":a"]);
  });
});
