/**
 * Shows that a cleancache which asks is told the keys of all its pages that were evicted, and of no others:
 * after random operations what it has put, less what it was told of, is exactly what it finds; over one arena
 * and several, whose pages move and which go, at its bound, in one call or when it asks. When too many wait
 * it is told how many. It costs nothing while no client asks. On the verify build, with the self check;
 * SPILLWAY_SEED as elsewhere.
 */
import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { describe, test } from "node:test";
import { type Cleancache as Cache, type EvictedKey, type EvictMessage, Spillway } from "spillway";
import { frontswapOver, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { Cleancache } from "#lib/clients/cleancache.js";
import { Waiting } from "#lib/core/evicted_keys.js";
import type { Router } from "#lib/core/router.js";

const PAGE = 4096;
const seed = runSeed();
const STEPS = 3000;

interface Settings {
  name: string;
  weight: number;
  maxBytes: number;
  evictedKeys: boolean;
}

/** A client over arenas of the test's own, whose gets leave the page. */
function cacheOver(
  arenas: Router,
  client: number,
  maxBytes = Number.POSITIVE_INFINITY,
  evictedKeys = true,
): Cleancache {
  type Make = new (
    arenasOf: () => Router,
    client: number,
    scope: number,
    settings: Settings,
    sharedFs: () => undefined,
    exclusiveGets: boolean,
  ) => Cleancache;
  const settings = { name: `cache ${client}`, weight: 100, maxBytes, evictedKeys };
  return new (Cleancache as unknown as Make)(
    () => arenas,
    client,
    client,
    settings,
    () => undefined,
    false,
  );
}

const nameOf = ({ fs, inode, index }: EvictedKey) => `${fs} ${inode} ${index}`;

/** What one client has put, has not taken back and was not told of, beside what it is told. */
class Told {
  readonly model = new Map<string, { key: EvictedKey; page: Uint8Array }>();
  pages = 0;
  lost = 0;
  readonly cache: Cleancache;
  fs: number;

  constructor(cache: Cleancache) {
    this.cache = cache;
    this.fs = cache.initFs();
  }

  put(key: EvictedKey, page: Uint8Array): void {
    this.model.delete(nameOf(key));
    if (this.cache.putPage(key.fs, key.inode, key.index, page)) this.model.set(nameOf(key), { key, page });
  }

  /** `each`: it was asked after every call, so what it is told must be what it believed to be here. */
  take(each: boolean, max?: number): void {
    const { keys, lost } = this.cache.takeEvicted(max);
    for (const key of keys) {
      const was = this.model.delete(nameOf(key));
      assert.ok(was || !each, `told of ${nameOf(key)}, which was not here`);
    }
    this.pages += keys.length;
    this.lost += lost;
    if (lost > 0) this.rescan();
  }

  rescan(): void {
    const back = new Uint8Array(65_536);
    for (const [name, { key }] of this.model)
      if (!this.cache.getPage(key.fs, key.inode, key.index, back)) this.model.delete(name);
  }

  /** The model is what is here. */
  check(): void {
    const back = new Uint8Array(65_536);
    for (const [name, { key, page }] of this.model) {
      assert.equal(this.cache.getBytes(key.fs, key.inode, key.index, back), page.length, `${name} is here`);
      assert.deepEqual(back.subarray(0, page.length), page);
    }
    assert.equal(this.cache.stats().storedPages, this.model.size, "and nothing else is");
  }

  /** Law: what it was told and what was lost are all that went. */
  law(): void {
    assert.equal(this.pages + this.lost, this.cache.stats().evictedPages, "told + lost == evicted");
  }
}

function noise(random: Random, bytes = PAGE): Uint8Array {
  return random.fill(new Uint8Array(bytes));
}

/** The keys of the messages of `spillway:evict` while `work` runs. */
function watched(work: () => void): EvictMessage[] {
  const messages: EvictMessage[] = [];
  const listener = (message: unknown) => void messages.push(message as EvictMessage);
  subscribe("spillway:evict", listener);
  try {
    work();
  } finally {
    unsubscribe("spillway:evict", listener);
  }
  return messages;
}

describe(`evicted keys, seed ${seed}`, () => {
  for (const several of [false, true]) {
    for (const each of [true, false]) {
      const how = `${several ? "several arenas" : "one arena"}, asked ${each ? "after each call" : "now and then"}`;
      test(`what was put less what was told is what is found: ${how}`, () => run(several, each));
    }
  }

  function run(several: boolean, each: boolean): void {
    const random = new Random(seed + (several ? 1 : 0) + (each ? 2 : 0));
    const maxBytes = several ? 40 * 65_536 : 2 ** 20 + 2 ** 18;
    const arenas = openArenas("verify", { maxBytes }, several ? 16 : undefined);
    const told = [undefined, 150_000].map((cap, i) => new Told(cacheOver(arenas, i + 1, cap)));
    const swap = frontswapOver(arenas, 9, 9);
    swap.init(0);
    const inodes = [0, 7, 2 ** 53 - 1, 2n ** 53n, 2n ** 64n - 1n];
    // Full, so that there are as many arenas as may be.
    const [first] = told as [Told];
    for (let i = 0; i < 600; i++) {
      first.put({ fs: first.fs, inode: 7, index: 1000 + i }, noise(random));
      first.take(true);
    }
    let arenasMost = 0;
    let removed = 0;
    for (let step = 0; step < STEPS; step++) {
      const one = told[random.below(4) ? 0 : 1] as Told;
      const key = { fs: one.fs, inode: random.pick(inodes), index: random.below(400) };
      const what = random.below(100);
      if (what < 70) {
        const bytes = random.below(4) ? PAGE : 1 + random.below(PAGE);
        one.put(key, random.below(5) ? noise(random, bytes) : new Uint8Array(bytes).fill(step));
      } else if (what < 80) {
        const here = one.cache.getPage(key.fs, key.inode, key.index, new Uint8Array(PAGE));
        if (each) assert.equal(here, one.model.has(nameOf(key)));
      } else if (what < 85) {
        one.cache.invalidatePage(key.fs, key.inode, key.index);
        one.model.delete(nameOf(key));
      } else if (what < 86) {
        one.cache.invalidateInode(key.fs, key.inode);
        for (const [name, { key: other }] of one.model) if (other.inode === key.inode) one.model.delete(name);
      } else if (what < 87 && random.below(8) === 0) {
        one.cache.invalidateFs(one.fs);
        one.model.clear();
        one.fs = one.cache.initFs();
      } else if (what < 90) {
        const offsets = Array.from({ length: 8 }, () => random.below(200));
        swap.storeMany(
          0,
          offsets,
          offsets.map(() => noise(random)),
        );
      } else if (what < 93) {
        for (let i = 0; i < 10; i++) swap.invalidatePage(0, random.below(200));
      } else if (what < 95) {
        arenas.evictions.evictTo(arenas.memory.liveBytes - random.below(40_000));
      } else if (what < 97) {
        random.pick(arenas.memory.each()).compact(4);
      } else if (arenas.memory.count > 1) {
        arenasMost = Math.max(arenasMost, arenas.memory.count);
        const [source, target] = arenas.memory.each() as [never, never];
        arenas.moving.drain(source, target);
        let result = arenas.moving.move(source);
        while (result === "moved") result = arenas.moving.move(source);
        if (result === "empty") {
          arenas.moving.remove(source);
          removed += 1;
        } else arenas.moving.undrain(source);
      }
      assert.equal(arenas.selfCheck(), 0, `step ${step}`);
      if (each || random.below(40) === 0) for (const one of told) one.take(each, each ? undefined : 5000);
      if (each) for (const one of told) one.law();
      if (step % 300 === 299) {
        for (const one of told) {
          one.take(each);
          one.check();
          assert.equal(one.lost, 0);
        }
      }
    }
    for (const { pages } of told) assert.ok(pages > 20, `${pages} pages went`);
    if (several) assert.ok(arenasMost > 1 && removed > 0, `${arenasMost} arenas, ${removed} gone`);
  }

  test("many that go for one page are all told: by a put, a store, a batch, at the client's bound, by a shrink", () => {
    const random = new Random(seed);
    const arenas = openArenas("verify", { maxBytes: "4MiB", pageSize: 65_536 });
    const told = new Told(cacheOver(arenas, 1));
    const capped = new Told(cacheOver(arenas, 2, 200_000));
    const swap = frontswapOver(arenas, 3, 3);
    swap.init(0);
    let index = 0;
    const fill = (one: Told) => {
      const evicted = one.cache.stats().evictedPages;
      while (one.cache.stats().evictedPages < evicted + 3) {
        one.put({ fs: one.fs, inode: 1, index: index++ }, noise(random, 40));
        one.take(true);
      }
    };
    const page = noise(random, 65_536);
    const most = (one: Told, work: () => void) => {
      fill(one);
      const before = one.cache.stats().evictedPages;
      work();
      const went = one.cache.stats().evictedPages - before;
      one.take(true);
      one.law();
      one.check();
      assert.equal(arenas.selfCheck(), 0);
      return went;
    };
    const many = 300;
    assert.ok(
      most(capped, () => capped.put({ fs: capped.fs, inode: 2, index: 0 }, page)) > many,
      "its bound",
    );
    assert.equal(capped.model.has(`${capped.fs} 2 0`), true, "and the page is kept");
    assert.ok(
      most(told, () => told.put({ fs: told.fs, inode: 2, index: 1 }, noise(random, 65_536))) > many,
      "put",
    );
    assert.ok(most(told, () => assert.ok(swap.store(0, 0, page))) > many, "store");
    const batch = [1, 2, 3].map(() => noise(random, 65_536));
    assert.ok(
      most(told, () => assert.deepEqual(swap.storeMany(0, [1, 2, 3], batch), [true, true, true])) > many,
    );
    assert.ok(most(told, () => arenas.evictions.evictTo(arenas.memory.liveBytes - 100_000)) > many, "shrink");
    const [arena] = arenas.memory.each() as [never];
    assert.ok(most(told, () => arenas.evictions.evictOf(arena, 1, 100_000)) > many, "in one arena");
    const all = (kind: "failedStores") => swap.stats()[kind];
    assert.equal(all("failedStores"), 0, "a store that was tried again is one store");
    const { stores, succStores } = arenas.stats();
    assert.equal(stores, succStores, "for the pool as well");
  });

  test("a shrink lets hardly more go for keys than without", () => {
    const left = [true, false].map((asks) => {
      const arenas = openArenas("doors", { maxBytes: "8MiB" });
      const cache = cacheOver(arenas, 1, undefined, asks);
      const fs = cache.initFs();
      const random = new Random(5);
      for (let i = 0; i < 20_000; i++) cache.putPage(fs, i >> 6, i, new Uint8Array(PAGE).fill(i));
      for (let i = 0; i < 1000; i++) cache.putPage(fs, 7, 50_000 + i, noise(random, 1000));
      arenas.evictions.evictTo(arenas.memory.liveBytes - 700_000);
      return cache.stats().storedPages;
    });
    const [asking, silent] = left as [number, number];
    assert.ok(silent < 20_500 && asking > 0.9 * silent, `${asking} of ${silent} stayed`);
  });

  test("when too many wait all are given up, and their number is told", () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "4MiB", autoShrink: false });
    const cache = pool.cleancache({ evictedKeys: true, exclusiveGets: false });
    const fs = cache.initFs();
    const put = (i: number) => cache.putPage(fs, 1, i, noise(random));
    let i = 0;
    while (cache.stats().evictedPages < 2000) put(i++);
    const before = cache.stats().evictedPages;
    const first = cache.takeEvicted(100);
    assert.deepEqual([first.keys.length, first.lost], [100, 0]);
    const rest = cache.takeEvicted();
    assert.deepEqual([rest.keys.length, rest.lost], [before - 100, 0]);
    assert.equal(new Set([...first.keys, ...rest.keys].map(nameOf)).size, before, "each once");
    assert.deepEqual(cache.takeEvicted(), { keys: [], lost: 0 });
    while (cache.stats().evictedPages < before + 2100) put(i++);
    const { keys, lost } = cache.takeEvicted();
    assert.deepEqual([keys.length, lost], [0, cache.stats().evictedPages - before]);
    const now = cache.stats().evictedPages;
    while (cache.stats().evictedPages === now) put(i++);
    const again = cache.takeEvicted();
    assert.deepEqual([again.keys.length > 0, again.lost], [true, 0], "from then on keys wait again");
    pool.close();
  });

  test("what waits is bounded for all clients together, and each has some", () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "1MiB", autoShrink: false });
    const caches = Array.from({ length: 12 }, () => pool.cleancache({ evictedKeys: true }));
    for (const cache of caches) {
      const fs = cache.initFs();
      for (let i = 0; i < 700; i++) cache.putPage(fs, 1, i, noise(random));
    }
    const waited = caches.map((cache) => cache.takeEvicted());
    const sum = waited.reduce((keys, one) => keys + one.keys.length, 0);
    assert.ok(sum <= 1024 + 12 * 64, `${sum}`);
    for (const [i, cache] of caches.entries())
      assert.equal((waited[i]?.keys.length ?? 0) + (waited[i]?.lost ?? 0), cache.stats().evictedPages);
    pool.close();
  });

  test("keys of a file system and of a client go with it, though its area's number is used again", () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "1MiB", autoShrink: false });
    const [cache, other] = [pool.cleancache({ evictedKeys: true }), pool.cleancache({ evictedKeys: true })];
    const [kept, ended] = [cache.initFs(), cache.initFs()];
    for (let i = 0; i < 300; i++) for (const fs of [kept, ended]) cache.putPage(fs, i, i, noise(random));
    cache.invalidateFs(ended);
    const strange = other.initFs();
    for (let i = 0; i < 10; i++) other.putPage(strange, 5, i, noise(random));
    const { keys } = cache.takeEvicted();
    assert.ok(keys.length > 0 && keys.every(({ fs }) => fs === kept));
    assert.deepEqual(other.takeEvicted().keys, []);
    for (let i = 0; i < 300; i++) cache.putPage(kept, i, i, noise(random));
    cache.close();
    const third = pool.cleancache({ evictedKeys: true });
    third.initFs();
    third.initFs();
    assert.deepEqual(third.takeEvicted(), { keys: [], lost: 0 });
    assert.throws(() => cache.takeEvicted(), { code: "ERR_SPILLWAY_CLOSED" });
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("of a shared file system keys go to the client that pays, by the number by which it calls it", () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "1MiB", autoShrink: false });
    const uuid = "123e4567-e89b-12d3-a456-426614174000";
    const caches = [1, 2].map(() => pool.cleancache({ evictedKeys: true }));
    const [first, second] = caches as [Cache, Cache];
    pool.shareFs(uuid, caches);
    for (let i = 0; i < 3; i++) first.initFs();
    const [a, b] = [first.initSharedFs(uuid), second.initSharedFs(uuid)];
    const fill = (cache: Cache, fs: number) => {
      for (let i = 0; i < 400; i++) cache.putPage(fs, 1, i, noise(random));
    };
    // The second one puts, the first one pays.
    fill(second, b);
    assert.deepEqual(second.takeEvicted(), { keys: [], lost: 0 });
    const told = first.takeEvicted().keys;
    assert.ok(told.length > 0 && told.every(({ fs }) => fs === a));
    assert.equal(told.length, first.stats().evictedPages);
    first.close();
    fill(second, b);
    const next = second.takeEvicted().keys;
    assert.ok(next.length > 0 && next.every(({ fs }) => fs === b));
    pool.close();
  });

  test("messages name the keys of clients that ask, and of no others", () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "1MiB", autoShrink: false });
    const [asks, silent] = [pool.cleancache({ name: "asks", evictedKeys: true }), pool.cleancache()];
    const [a, b] = [asks.initFs(), silent.initFs()];
    for (let i = 0; i < 300; i++) asks.putPage(a, 1, i, noise(random));
    const early = asks.stats().evictedPages;
    const messages = watched(() => {
      for (let i = 0; i < 300; i++) {
        asks.putPage(a, 2n ** 60n, i, noise(random));
        silent.putPage(b, 1, i, noise(random));
      }
    });
    const [own, others] = [
      messages.filter(({ client }) => client === "asks"),
      messages.filter(({ client }) => client !== "asks"),
    ];
    assert.ok(own.length > 50 && others.length > 0);
    for (const { keys, pages } of own) assert.equal(keys?.length, pages);
    for (const message of others) assert.equal("keys" in message, false);
    // And the client itself is told them all the same, with those of before.
    const { keys, lost } = asks.takeEvicted();
    assert.equal(lost, 0);
    assert.deepEqual(
      keys.slice(early),
      own.flatMap((message) => message.keys ?? []),
    );
    pool.close();
  });

  test("while no client asks no key is kept or asked for, and no memory taken", () => {
    const random = new Random(seed);
    const arenas = openArenas("verify", { maxBytes: "1MiB" });
    for (const arena of arenas.memory.each()) arena.clients.takeKeys = () => assert.fail("nobody asks");
    const quiet = openArenas("verify", { maxBytes: "1MiB" });
    const cache = cacheOver(quiet, 1);
    const asking = quiet.stats().bytes.metadata;
    cache.close();
    assert.equal(asking - quiet.stats().bytes.metadata >= 4096, true, "4 KiB while one does");
    const swap = frontswapOver(arenas, 1, 1);
    swap.init(0);
    for (let i = 0; i < 400; i++) swap.store(0, i, noise(random));
    assert.equal(arenas.selfCheck(), 0);
  });

  test("options and arguments are checked", () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    for (const evictedKeys of [1, "yes", null])
      assert.throws(() => pool.cleancache({ evictedKeys } as never), { code: "ERR_SPILLWAY_ARG_TYPE" });
    const silent = pool.cleancache();
    assert.throws(() => silent.takeEvicted(), { code: "ERR_SPILLWAY_ARG_TYPE" });
    const cache = pool.cleancache({ evictedKeys: true });
    for (const max of [0, -1, 1.5, Number.NaN])
      assert.throws(() => cache.takeEvicted(max), { code: "ERR_SPILLWAY_ARG_RANGE" });
    for (const max of ["1", null, 5n])
      assert.throws(() => cache.takeEvicted(max as never), { code: "ERR_SPILLWAY_ARG_TYPE" });
    pool.close();
  });

  test("waiting keys: the oldest first, an area's forgotten, none once some were given up", () => {
    const waiting = new Waiting();
    const key = (area: number, index: number) =>
      ({ area, index, inode: { low: index, high: 2 ** 32 - 1 } }) as Parameters<Waiting["add"]>[0];
    for (let i = 0; i < 1000; i++) waiting.add(key(1 + (i % 3), i), 1000);
    for (let i = 0; i < 500; i++) assert.deepEqual(waiting.take(), key(1 + (i % 3), i));
    for (let i = 1000; i < 1400; i++) waiting.add(key(1 + (i % 3), i), 1000);
    waiting.forget(2 as never);
    const left = Array.from({ length: 900 }, (_, i) => 500 + i).filter((i) => i % 3 !== 1);
    assert.equal(waiting.count, left.length);
    for (const i of left.slice(0, 100)) assert.deepEqual(waiting.take(), key(1 + (i % 3), i));
    waiting.add(key(5, 5), waiting.count);
    waiting.add(key(5, 6), 1000);
    assert.deepEqual([waiting.count, waiting.take()], [0, undefined]);
    assert.equal(waiting.takeLost(), left.length - 100 + 2);
    waiting.add(key(5, 7), 1000);
    assert.deepEqual([waiting.take(), waiting.takeLost()], [key(5, 7), 0]);
  });
});
