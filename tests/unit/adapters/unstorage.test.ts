/**
 * Shows that a SpillMap is a driver for unstorage: what its tests of drivers ask, written anew, of a storage
 * over a whole map, over a part of one, and mounted beside another. Also that two bases in one map do not
 * meet; that bytes stay bytes; that a refused item leaves the older one; and that mistakes are told.
 *
 * How: unstorage itself over real pools.
 */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { type SpillMap, Spillway } from "spillway";
import { spillwayDriver } from "#lib/adapters/unstorage.js";

/** The verbs of a storage. */
interface Storage {
  hasItem(key: string): Promise<boolean>;
  getItem(key: string): Promise<unknown>;
  getItems(items: unknown[]): Promise<unknown[]>;
  getItemRaw(key: string): Promise<Uint8Array>;
  setItem(key: string, value: unknown): Promise<void>;
  setItems(items: unknown[]): Promise<void>;
  setItemRaw(key: string, value: unknown): Promise<void>;
  removeItem(key: string): Promise<void>;
  getMeta(key: string): Promise<object>;
  setMeta(key: string, value: object): Promise<void>;
  getKeys(base?: string, options?: { maxDepth: number }): Promise<string[]>;
  clear(base?: string): Promise<void>;
  watch(call: (event: string, key: string) => void): Promise<() => Promise<void>>;
  dispose(): Promise<void>;
  mount(base: string, driver: unknown): Storage;
}

interface Unstorage {
  createStorage(options?: { driver: unknown }): Storage;
  restoreSnapshot(storage: Storage, items: object): Promise<void>;
}
// Its declarations name packages that are not installed. So its name is no literal here; tests/package
// compiles the driver's types against them.
const NAME = "unstorage";
const { createStorage, restoreSnapshot } = (await import(NAME)) as Unstorage;

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
const sorted = async (keys: Promise<string[]>) => (await keys).sort();

let pool: Spillway;
let map: SpillMap;

beforeEach(() => {
  pool = Spillway.openSync({ maxBytes: "4MiB" });
  map = pool.map();
});

afterEach(() => pool.close());

const KINDS: Readonly<Record<string, () => Storage>> = {
  "a whole map": () => createStorage({ driver: spillwayDriver({ map }) }),
  "a cache": () => createStorage({ driver: spillwayDriver({ map: pool.cache() }) }),
  "a part of a map": () => {
    map.set("another:s1:a", "not the storage's");
    return createStorage({ driver: spillwayDriver({ map, base: "/app//cache/" }) });
  },
};

for (const [name, open] of Object.entries(KINDS))
  describe(`a storage over ${name}`, () => {
    test("takes a snapshot", async () => {
      const storage = open();
      await restoreSnapshot(storage, { initial: "works" });
      assert.equal(await storage.getItem("initial"), "works");
    });

    test("is empty at first", async () => {
      const storage = open();
      assert.equal(await storage.hasItem("s1:a"), false);
      assert.equal(await storage.getItem("s2:a"), null);
      assert.deepEqual(await storage.getKeys(), []);
    });

    test("has what was set, under a key without its query", async () => {
      const storage = open();
      for (const key of ["s1:a", "s2:a", "s3:a?q=1"]) await storage.setItem(key, "data");
      assert.equal(await storage.hasItem("s1:a"), true);
      assert.equal(await storage.getItem("s1:a"), "data");
      assert.equal(await storage.getItem("s3:a?q=2"), "data");
    });

    test("tells its keys, below a base and to a depth", async () => {
      const storage = open();
      for (const key of ["s1:a", "s2:a", "s3:a?q=1", "s1:b:c:d", "top"]) await storage.setItem(key, "data");
      assert.deepEqual(await sorted(storage.getKeys()), ["s1:a", "s1:b:c:d", "s2:a", "s3:a", "top"]);
      assert.deepEqual(await sorted(storage.getKeys("s1")), ["s1:a", "s1:b:c:d"]);
      assert.deepEqual(await storage.getKeys(undefined, { maxDepth: 0 }), ["top"]);
      assert.deepEqual(await sorted(storage.getKeys(undefined, { maxDepth: 1 })), [
        "s1:a",
        "s2:a",
        "s3:a",
        "top",
      ]);
      assert.deepEqual(await sorted(storage.getKeys("s1", { maxDepth: 3 })), ["s1:a", "s1:b:c:d"]);
    });

    test("serialises objects, primitives and what has toJSON, and refuses others", async () => {
      const storage = open();
      const items = [
        [{ json: "works" }, { json: "works" }],
        [true, true],
        [0, 0],
        [false, false],
        [{ toJSON: () => "SERIALISED" }, "SERIALISED"],
        [{ toJSON: () => ({ deep: "works" }) }, { deep: "works" }],
      ];
      for (const [value, wanted] of items) {
        await storage.setItem("/data/test.json", value);
        assert.deepEqual(await storage.getItem("/data/test.json"), wanted);
      }
      class Own {}
      await assert.rejects(storage.setItem("/data/bad.json", new Own()), /Cannot stringify value/);
    });

    test("keeps bytes as bytes", async () => {
      const storage = open();
      const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * i) >> 3);
      await storage.setItemRaw("/data/raw.bin", bytes);
      const found = await storage.getItemRaw("/data/raw.bin");
      assert.deepEqual(found, bytes);
      assert.deepEqual(
        await storage.getMeta("/data/raw.bin"),
        Object.assign(Object.create(null), { size: 100_000 }),
      );
    });

    test("sets and finds many items", async () => {
      const storage = open();
      const items = [1, 2, 3].map((i) => ({ key: `t:${i}`, value: `data ${i}` }));
      await storage.setItems(items);
      await storage.setItem("v:a?q=1", "other");
      const found = await storage.getItems([{ key: "t:2" }, "v:a?q=1", "t:4"]);
      assert.deepEqual(found, [
        { key: "t:2", value: "data 2" },
        { key: "v:a", value: "other" },
        { key: "t:4", value: null },
      ]);
    });

    test("removes items, and forgets what it knows of them", async () => {
      const storage = open();
      await storage.setItem("s1:a", "data");
      await storage.setMeta("s1:a", { owner: "me" });
      assert.deepEqual({ ...(await storage.getMeta("s1:a")) }, { size: 4, owner: "me" });
      await storage.removeItem("s1:a");
      assert.equal(await storage.hasItem("s1:a"), false);
      assert.equal(await storage.getItem("s1:a"), null);
      await storage.removeItem("s1:a");
    });

    test("clears all that is its own, also when it is empty", async () => {
      const storage = open();
      const others = map.size;
      await storage.clear();
      for (const key of ["s1:a", "s1:b:c", "s10:a"]) await storage.setItem(key, "data");
      await storage.clear();
      assert.deepEqual(await storage.getKeys(), []);
      await storage.clear();
      // Of a driver without a base that is the whole map.
      assert.equal(map.size, name === "a whole map" ? 0 : others);
    });

    test("tells of changes that go through it", async () => {
      const storage = open();
      const told: string[] = [];
      const unwatch = await storage.watch((event, key) => told.push(`${event} ${key}`));
      await storage.setItem("s1:a", "data");
      await storage.removeItem("s1:a");
      await unwatch();
      await storage.setItem("s1:a", "data");
      assert.deepEqual(told, ["update s1:a", "remove s1:a"]);
    });

    test("when disposed of leaves the map to its owner", async () => {
      const storage = open();
      await storage.setItem("a", "data");
      await storage.dispose();
      assert.equal(await storage.getItem("a"), "data");
    });
  });

test("two bases in one map do not meet, nor does a mount its parent", async () => {
  const storage = createStorage({ driver: spillwayDriver({ map, base: "a" }) });
  storage.mount("inner", spillwayDriver({ map, base: "ab" }));
  for (const key of ["x", "inner:x", "inner:y"]) await storage.setItem(key, key);
  assert.deepEqual([...map.keys()], ["a:x", "ab:x", "ab:y"]);
  assert.deepEqual(await sorted(storage.getKeys()), ["inner:x", "inner:y", "x"]);
  await storage.clear("inner");
  assert.deepEqual(await storage.getKeys(), ["x"]);
});

test("a driver clears below a base", () => {
  for (const base of ["", "app"]) {
    const driver = spillwayDriver({ map, base });
    for (const key of ["s1:a", "s1:b:c", "s10:a"]) driver.setItem(key, "data");
    driver.clear("s1:");
    assert.deepEqual(driver.getKeys(), ["s10:a"]);
    driver.clear();
    assert.equal(map.size, 0);
  }
});

test("a refused item is told of, and the older one is still there", async () => {
  const storage = createStorage({ driver: spillwayDriver({ map }) });
  await storage.setItem("a", "older");
  pool.freeze();
  for (const set of [storage.setItem("a", "newer"), storage.setItemRaw("a", new Uint8Array(5))])
    await assert.rejects(set, code("ERR_SPILLWAY_FULL"));
  assert.equal(await storage.getItem("a"), "older");
});

test("mistakes are told", () => {
  for (const wrong of [undefined, null, {}, { map: new Map() }, { map, base: 5 }, { map, max: 5 }])
    assert.throws(() => spillwayDriver(wrong as never), code("ERR_SPILLWAY_ARG_TYPE"));
});
