/**
 * Shows that a SpillCache has whole values or none. The pool evicts their pages; with the first of them go
 * key, record, hot value and every other page of the value, at once, and `dispose` and a channel are told.
 * And what `take`, `getOrSet`, `weight` and a refused set do.
 *
 * Operations: SPILLWAY_CACHE_OPERATIONS, 40,000 by default, over all options together. A seed: SPILLWAY_SEED.
 */
import assert from "node:assert/strict";
import diagnostics from "node:diagnostics_channel";
import { describe, test } from "node:test";
import {
  type DisposeMessage,
  type Frontswap,
  type SpillCache,
  type SpillCacheOptions,
  type SpillCacheReason,
  Spillway,
  type SpillwayOptions,
} from "spillway";
import { openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { checkOpenOptions } from "#lib/base/options/pool.js";
import { Spillway as UnbundledSpillway } from "#lib/pool.js";

const seed = runSeed();
const OPERATIONS = Number(process.env.SPILLWAY_CACHE_OPERATIONS ?? 40_000);
console.log(`cache: seed ${seed}, ${OPERATIONS} operations`);

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

function openPool(options: Partial<SpillwayOptions> = {}): Spillway {
  return Spillway.openSync({ maxBytes: "1MiB", autoShrink: false, ...options });
}

/** What a cache should have, as its `dispose` tells. */
class Mirror {
  readonly values = new Map<string, Uint8Array>();
  readonly reasons = new Map<SpillCacheReason, number>();
  /** The key that is being set, and how often a value of it has left meanwhile. */
  #setting: string | undefined;
  #left = 0;

  readonly dispose = (key: string, reason: SpillCacheReason): void => {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    if (key === this.#setting) this.#left += 1;
    else assert.ok(this.values.delete(key), `${key} left and was not here: ${reason}`);
  };

  /** An older value may leave, and the new one as soon as it is here. */
  set(cache: SpillCache<Uint8Array>, key: string, value: Uint8Array): void {
    this.#setting = key;
    this.#left = 0;
    const older = this.values.get(key);
    const expected = [older, cache.trySet(key, value) ? value : undefined].filter((one) => one !== undefined);
    this.#setting = undefined;
    assert.ok(this.#left <= expected.length, `${key} left ${this.#left} times`);
    this.values.delete(key);
    const here = expected[this.#left];
    if (here !== undefined) this.values.set(key, here);
  }

  count(reason: SpillCacheReason): number {
    return this.reasons.get(reason) ?? 0;
  }

  /** Every value is whole, and there is no other. */
  check(cache: SpillCache<Uint8Array>): void {
    // The time of a key may be up as soon as it was answered.
    const keys = [...cache.keys()].filter((key) => this.values.has(key));
    assert.equal(keys.length, new Set(keys).size);
    assert.equal(cache.size, this.values.size);
    // A value whose time is up leaves when it is looked at.
    for (const key of [...this.values.keys()]) assert.deepEqual(cache.peek(key), this.values.get(key), key);
    const { values, rawBytes } = cache.stats();
    let bytes = 0;
    for (const value of this.values.values()) bytes += value.length;
    assert.deepEqual([values, rawBytes], [this.values.size, bytes]);
  }
}

/** Bytes of which about half can be compressed away. */
function bytesOf(random: Random, length: number): Uint8Array {
  const bytes = random.fill(new Uint8Array(length));
  for (let i = 0; i + 8 <= length; i += 16) bytes.fill(i, i, i + 8);
  return bytes;
}

interface Setup {
  name: string;
  /** A pool of several arenas, over the build that asserts everything. */
  several?: boolean;
  pool?: Partial<SpillwayOptions>;
  cache?: SpillCacheOptions<Uint8Array>;
  most?: number;
}

const SETUPS: Setup[] = [
  { name: "plain" },
  { name: "a bound of its own", cache: { maxBytes: "256KiB" } },
  { name: "hot values", cache: { hotBytes: "100KiB" } },
  { name: "copies, time to live", cache: { hotBytes: "100KiB", copy: true, ttl: 30 } },
  { name: "pages of 16 KiB, equal pages apart", pool: { pageSize: 16_384, dedupe: false } },
  {
    name: "pages of 64 KiB, shared by clients",
    pool: { pageSize: 65_536, maxBytes: "4MiB", dedupe: "pool" },
  },
  { name: "numbers", cache: { kind: "f64" } },
  { name: "not compressed", pool: { codec: "none" }, most: 60_000 },
  { name: "verified, a nursery", pool: { verify: true, nursery: "128KiB" } },
  { name: "large values alone", most: 600_000 },
  { name: "several arenas", several: true, pool: { maxBytes: "4MiB" }, most: 200_000 },
  {
    name: "several arenas, hot values",
    several: true,
    pool: { maxBytes: "4MiB" },
    cache: { hotBytes: "1MiB" },
  },
];

function length(random: Random, most: number): number {
  const kind = random.below(10);
  if (kind < 6) return random.below(900);
  if (kind < 9) return random.below(9000);
  return random.below(most);
}

/** Another client that wants room, and gives it back. */
class Neighbour {
  readonly #swap: Frontswap;
  readonly #random: Random;
  #count = 0;

  constructor(pool: Spillway, random: Random) {
    this.#swap = pool.frontswap();
    this.#swap.init(0);
    this.#random = random;
  }

  step(pageSize: number): void {
    if (this.#random.below(40) === 0) {
      this.#swap.invalidateArea(0);
      this.#swap.init(0);
      this.#count = 0;
    }
    if (this.#count < 200) this.#swap.store(0, this.#count++, bytesOf(this.#random, pageSize));
  }

  /** Takes all room that there is. */
  fill(pageSize: number): void {
    while (this.#swap.store(0, this.#count, bytesOf(this.#random, pageSize))) this.#count += 1;
  }
}

function openSeveral(options: Partial<SpillwayOptions>): Spillway {
  const all = { maxBytes: "4MiB", autoShrink: false, ...options };
  return Reflect.construct(UnbundledSpillway, [
    openArenas("verify", all, 16),
    checkOpenOptions(all),
  ]) as never;
}

function run(
  { name, several, pool: poolOptions, cache: options, most = 40_000 }: Setup,
  operations: number,
): void {
  const random = new Random(seed ^ name.length);
  const pool = several ? openSeveral(poolOptions ?? {}) : openPool(poolOptions);
  const mirror = new Mirror();
  const cache = pool.cache<Uint8Array>({ ...options, dispose: mirror.dispose });
  const neighbour = new Neighbour(pool, random);
  for (let i = 0; i < operations; i++) {
    const key = `key ${random.below(random.pick([20, 400]))}`;
    const known = mirror.values.get(key);
    switch (random.below(12)) {
      case 0:
      case 1:
        // What the neighbour's store evicts is told before that store returns.
        neighbour.step(pool.pageSize);
        break;
      case 2: {
        const deleted = mirror.count("delete");
        assert.equal(cache.delete(key), mirror.count("delete") > deleted);
        assert.ok(!mirror.values.has(key));
        break;
      }
      case 3: {
        const value = cache.take(key);
        if (value !== undefined) assert.deepEqual(value, known);
        assert.ok(!mirror.values.has(key));
        break;
      }
      case 4:
      case 5:
      case 6: {
        const value = bytesOf(random, length(random, most));
        mirror.set(cache, key, value);
        break;
      }
      default: {
        const value = cache.get(key);
        // A time that is up is told by this get.
        assert.deepEqual(value, mirror.values.get(key));
      }
    }
    if (i % 97 === 0) mirror.check(cache);
  }
  mirror.check(cache);
  mirror.set(cache, "last", bytesOf(random, 20_000));
  neighbour.fill(pool.pageSize);
  mirror.check(cache);
  const { evicted, expired } = cache.stats();
  assert.ok(evicted > 0 || (options?.ttl !== undefined && expired > 0), "nothing was evicted");
  assert.equal(evicted, mirror.count("evict"));
  assert.equal(expired, mirror.count("expire"));
  assert.equal(pool.selfCheck(), 0);
  if (several) assert.ok(pool.stats().arenas.length > 1);
  cache.clear();
  assert.deepEqual([cache.size, mirror.values.size, cache.stats().client.storedPages], [0, 0, 0]);
  assert.equal(pool.selfCheck(), 0);
  pool.close();
}

describe("a cache beside its mirror", () => {
  for (const setup of SETUPS) test(setup.name, () => run(setup, Math.ceil(OPERATIONS / SETUPS.length)));
});

describe("whole values", () => {
  test("one evicted page takes the value with it, and its key, hot value and pages, at once", () => {
    const pool = openPool({ maxBytes: "1MiB" });
    const random = new Random(seed);
    const mirror = new Mirror();
    const cache = pool.cache<Uint8Array>({ hotBytes: "1MiB", dispose: mirror.dispose });
    for (let i = 0; i < 6; i++) {
      const value = random.fill(new Uint8Array(60_000));
      mirror.set(cache, `tile ${i}`, value);
    }
    assert.equal(mirror.count("evict"), 0);
    const before = pool.stats();
    const swap = pool.frontswap();
    swap.init(0);
    let stored = 0;
    // No call of the cache in between: the values leave within the stores of the other client.
    while (mirror.count("evict") === 0 && stored < 300)
      swap.store(0, stored++, random.fill(new Uint8Array(4096)));
    assert.ok(mirror.count("evict") > 0 && mirror.count("evict") < 6);
    const left = 6 - mirror.count("evict");
    const { client, indexBytes, hotValues, ownPages } = cache.stats();
    assert.deepEqual([client.storedPages, ownPages, hotValues], [15 * left, 15 * left, left]);
    assert.ok(indexBytes < 16_384);
    assert.equal(pool.stats().storedPages, before.storedPages - 15 * (6 - left) + swap.currPages(0));
    mirror.check(cache);
    // With all room taken by pages that persist, nothing is left and nothing can be set.
    while (swap.store(0, stored, random.fill(new Uint8Array(4096)))) stored += 1;
    assert.deepEqual([cache.size, mirror.values.size, mirror.count("evict")], [0, 0, 6]);
    assert.equal(cache.trySet("tile", random.fill(new Uint8Array(60_000))), false);
    assert.throws(() => cache.set("tile", random.fill(new Uint8Array(60_000))), code("ERR_SPILLWAY_FULL"));
    assert.equal(pool.stats().storedPages, swap.currPages(0));
    pool.close();
  });

  test("a value that is larger than all room is refused, with none of its pages left", () => {
    const pool = openPool();
    const random = new Random(seed);
    const cache = pool.cache({ maxBytes: "128KiB" });
    cache.set("key", "older");
    assert.throws(() => cache.set("key", random.fill(new Uint8Array(300_000))), code("ERR_SPILLWAY_FULL"));
    assert.equal(cache.stats().ownPages, 0);
    assert.equal(cache.get("key"), "older");
    cache.set("key", random.fill(new Uint8Array(50_000)));
    assert.equal(cache.get("key") instanceof Uint8Array, true);
    assert.equal(cache.stats().refusedSets, 1);
    pool.close();
  });

  test("a refused set leaves the older value, in a frozen pool and when a codec throws", () => {
    const pool = openPool();
    const wrong = new Error("wrong");
    const codec = {
      encode: (value: string) => {
        if (value === "wrong") throw wrong;
        return Buffer.from(value);
      },
      decode: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
    };
    const cache = pool.cache<string>({ codec });
    cache.set("key", "older");
    assert.throws(() => cache.set("key", "wrong"), wrong);
    pool.freeze();
    assert.throws(() => cache.set("key", "newer"), code("ERR_SPILLWAY_FULL"));
    assert.equal(cache.get("key"), "older");
    pool.thaw();
    assert.equal(cache.set("key", "newer").get("key"), "newer");
    pool.close();
  });

  test("more evictions than keys can wait for leave no value with a part missing", async () => {
    const pool = openPool({ maxBytes: "16MiB" });
    const random = new Random(seed);
    const mirror = new Mirror();
    const cache = pool.cache<Uint8Array>({ dispose: mirror.dispose });
    for (let i = 0; i < 9000; i++) {
      const value = bytesOf(random, 20 + random.below(i % 9 === 0 ? 20_000 : 3000));
      mirror.set(cache, `${i}`, value);
    }
    const pages = cache.stats().client.storedPages;
    await pool.shrink("2MiB");
    const gone = pages - cache.stats().client.storedPages;
    assert.ok(gone > 1000, `${gone} pages`);
    mirror.check(cache);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("values that are used stay; a hot value that is used keeps its pages", () => {
    for (const hotBytes of [0, "64KiB"] as const) {
      const pool = openPool({ maxBytes: "1MiB" });
      const random = new Random(seed);
      const cache = pool.cache<Uint8Array>({ hotBytes, maxBytes: "512KiB" });
      const wanted = ["a", "b", "c"];
      for (const key of wanted) cache.set(key, random.fill(new Uint8Array(9000)));
      let missed = 0;
      for (let i = 0; i < 600; i++) {
        cache.set(`once ${i}`, random.fill(new Uint8Array(3000 + random.below(9000))));
        for (const key of wanted) if (cache.get(key) === undefined) missed += 1;
      }
      assert.equal(missed, 0, `hotBytes ${hotBytes}`);
      assert.ok(cache.stats().evicted > 400);
      pool.close();
    }
  });
});

describe("the verbs of a cache", () => {
  test("take removes what it answers, and tells", () => {
    const pool = openPool();
    const left: [string, string][] = [];
    const cache = pool.cache({ hotBytes: "1MiB", dispose: (key, reason) => left.push([key, reason]) });
    const value = { one: 1 };
    cache.set("key", value).set("large", new Uint8Array(100_000));
    assert.equal(cache.take("key"), value);
    assert.deepEqual(cache.take("large"), new Uint8Array(100_000));
    assert.equal(cache.take("key"), undefined);
    assert.deepEqual(left, [
      ["key", "take"],
      ["large", "take"],
    ]);
    const { hotHits, coldHits, misses, hotValues, client } = cache.stats();
    assert.deepEqual([hotHits + coldHits, misses, hotValues, client.storedPages], [2, 1, 0, 0]);
    pool.close();
    assert.throws(() => cache.take("key"), code("ERR_SPILLWAY_CLOSED"));
  });

  test("getOrSet asks once for all that wait, and again after an error", async () => {
    const pool = openPool();
    const cache = pool.cache<number | undefined>();
    let asked = 0;
    const slow = async (key: string) => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return key.length;
    };
    const all = await Promise.all(Array.from({ length: 9 }, () => cache.getOrSet("four", slow)));
    assert.deepEqual([all, asked, cache.get("four")], [Array(9).fill(4), 1, 4]);
    assert.equal(await cache.getOrSet("four", slow), 4);
    assert.equal(asked, 1);
    const wrong = new Error("wrong");
    const fails = () => {
      asked += 1;
      throw wrong;
    };
    await assert.rejects(cache.getOrSet("five", fails), wrong);
    const late = async () => fails();
    const both = await Promise.allSettled([cache.getOrSet("five", late), cache.getOrSet("five", late)]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    assert.equal(asked, 3);
    assert.equal(await cache.getOrSet("five", () => 7), 7);
    assert.equal(cache.get("five"), 7);
    // undefined is a value like others.
    assert.equal(await cache.getOrSet("none", () => undefined), undefined);
    assert.equal(await cache.getOrSet("none", fails), undefined);
    await assert.rejects(cache.getOrSet(1 as never, slow), code("ERR_SPILLWAY_ARG_TYPE"));
    await assert.rejects(cache.getOrSet("x", 1 as never), code("ERR_SPILLWAY_ARG_TYPE"));
    await assert.rejects(cache.getOrSet("x", (() => () => 0) as never), code("ERR_SPILLWAY_ARG_TYPE"));
    pool.close();
    await assert.rejects(cache.getOrSet("x", slow), code("ERR_SPILLWAY_CLOSED"));
  });

  test("what is set, deleted or cleared while it is made is not overwritten by it", async () => {
    const pool = openPool();
    const cache = pool.cache<string>();
    const acts: [(key: string) => unknown, string | undefined][] = [
      [(key) => cache.set(key, "newer"), "newer"],
      [(key) => cache.trySet(key, "newer"), "newer"],
      [(key) => cache.setMany([[key, "newer"]]), "newer"],
      [(key) => cache.delete(key), undefined],
      [(key) => cache.take(key), undefined],
      [() => cache.clear(), undefined],
    ];
    for (const [act, expected] of acts) {
      cache.clear();
      let done: (value: string) => void = () => {};
      const waiting = cache.getOrSet("key", () => new Promise<string>((resolve) => (done = resolve)));
      act("key");
      // A caller that comes later gets what is there, or has it made anew.
      const later = cache.getOrSet("key", () => "made later");
      done("made");
      assert.deepEqual([await waiting, await later], ["made", expected ?? "made later"]);
      assert.equal(cache.get("key"), expected ?? "made later");
    }
    const closed = cache.getOrSet("last", async () => "made");
    cache.close();
    assert.equal(await closed, "made");
    pool.close();
  });

  test("getOrSet answers what there is no room for", async () => {
    const pool = openPool();
    const cache = pool.cache<Uint8Array>({ maxBytes: "64KiB" });
    const value = new Random(seed).fill(new Uint8Array(200_000));
    assert.equal(await cache.getOrSet("key", () => value), value);
    assert.equal(cache.has("key"), false);
    pool.close();
  });

  test("room goes by weight", () => {
    const pool = openPool({ maxBytes: "2MiB" });
    const random = new Random(seed);
    const heavy = pool.cache<Uint8Array>({ weight: 300 });
    const light = pool.cache<Uint8Array>({ weight: 100 });
    for (let i = 0; i < 3000; i++)
      for (const cache of [heavy, light]) cache.set(`${i}`, random.fill(new Uint8Array(4000)));
    const ratio = heavy.stats().rawBytes / light.stats().rawBytes;
    assert.ok(ratio > 2 && ratio < 4, `x ${ratio}`);
    for (const weight of [0, 1.5, 65_537])
      assert.throws(() => pool.cache({ weight }), code("ERR_SPILLWAY_ARG_RANGE"));
    assert.throws(() => pool.cache({ weight: "1" as never }), code("ERR_SPILLWAY_ARG_TYPE"));
    assert.throws(() => pool.cache({ wait: 1 } as never), code("ERR_SPILLWAY_ARG_TYPE"));
    pool.close();
  });

  test("is a map in name and figures, and made by a pool alone", () => {
    const pool = openPool();
    const cache = pool.cache({ name: "tiles" });
    assert.equal(Object.prototype.toString.call(cache), "[object SpillCache]");
    assert.equal(cache.name, "tiles");
    assert.match(pool.cache().name, /^cache-\d+$/);
    assert.throws(() => Reflect.construct(cache.constructor, []), code("ERR_SPILLWAY_ARG_TYPE"));
    pool.close();
  });
});

describe("those who are told", () => {
  test("subscribers hear of values that leave, without keys", () => {
    const pool = openPool({ name: "p" });
    const random = new Random(seed);
    const messages: DisposeMessage[] = [];
    const listen = (message: unknown) => messages.push(message as DisposeMessage);
    diagnostics.subscribe("spillway:dispose", listen);
    const cache = pool.cache({ name: "c" });
    const map = pool.map<string>({ name: "m" });
    cache.set("key", "older").set("key", "newer");
    cache.take("key");
    map.set("a", "1").set("b", "22").clear();
    const value = random.fill(new Uint8Array(30_000));
    for (let i = 0; i < 40; i++)
      cache.set(
        `${i}`,
        value.map((byte) => byte ^ i),
      );
    diagnostics.unsubscribe("spillway:dispose", listen);
    const evicted = messages.filter(({ reason }) => reason === "evict");
    assert.deepEqual(messages.slice(0, 3), [
      { pool: "p", client: "c", values: 1, bytes: 5, reason: "set" },
      { pool: "p", client: "c", values: 1, bytes: 5, reason: "take" },
      { pool: "p", client: "m", values: 2, bytes: 3, reason: "clear" },
    ]);
    const sum = evicted.reduce((values, message) => values + message.values, 0);
    assert.equal(sum, cache.stats().evicted);
    assert.ok(sum > 0);
    pool.close();
  });

  test("dispose may call the cache and other clients, whoever's store it is", () => {
    const pool = openPool();
    const random = new Random(seed);
    let depth = 0;
    let calls = 0;
    const cache: SpillCache<Uint8Array> = pool.cache({
      dispose: (key) => {
        calls += 1;
        if (depth > 2) return;
        depth += 1;
        cache.set(`again ${key}`.slice(0, 40), random.fill(new Uint8Array(5000)));
        swap.store(0, random.below(50), random.fill(new Uint8Array(4096)));
        cache.delete(`${random.below(400)}`);
        depth -= 1;
      },
    });
    const swap = pool.frontswap();
    swap.init(0);
    for (let i = 0; i < 400; i++) {
      cache.set(`${i}`, random.fill(new Uint8Array(random.below(20_000))));
      swap.store(0, random.below(100), random.fill(new Uint8Array(4096)));
    }
    assert.ok(calls > 100);
    for (const [key, value] of cache) assert.ok(value.length >= 0, key);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("what dispose throws harms no store of another client", async () => {
    const pool = openPool();
    const random = new Random(seed);
    const wrong = new Error("dispose");
    const cache = pool.cache({
      dispose: (_key, reason) => {
        if (reason === "evict") throw wrong;
      },
    });
    const swap = pool.frontswap();
    swap.init(0);
    for (let i = 0; i < 10; i++) cache.set(`${i}`, random.fill(new Uint8Array(40_000)));
    const caught: unknown[] = [];
    const others = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException");
    process.on("uncaughtException", (error) => caught.push(error));
    for (let i = 0; i < 150; i++) assert.equal(swap.store(0, i, random.fill(new Uint8Array(4096))), true);
    await new Promise((resolve) => setTimeout(resolve, 1));
    process.removeAllListeners("uncaughtException");
    for (const listener of others) process.on("uncaughtException", listener);
    assert.ok(caught.length > 0);
    for (const error of caught) assert.equal(error, wrong);
    for (const key of cache.keys()) assert.equal((cache.get(key) as Uint8Array).length, 40_000);
    pool.close();
  });
});
