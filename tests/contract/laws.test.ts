/**
 * Shows the laws of the contract, each by its number (ARCHITECTURE.md, "The contract").
 *
 * How: on the public facade where it shows the law; on an arena with doors where bytes must be damaged or
 * counted from inside; on the verify build where memory moves. Law 17 is shown in tests/behaviour/snapshot
 * and tests/model/snapshot. Laws 8 and 12 also speak of devices, which this version does not have: here
 * they are shown for work that runs beside the host's, and for clients, areas and arenas.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type PoolStats, Spillway } from "spillway";
import { addressOf, damage, engineOf, frontswapOver, openArenas, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import * as abi from "#lib/abi.js";
import { EphemeralRun } from "./ephemeral.js";
import { PersistentRun } from "./persistent.js";

const PAGE = 4096;
const random = new Random(1);
const noise = () => random.fill(new Uint8Array(PAGE));
const text = (word: string) => new Uint8Array(Buffer.alloc(PAGE, `${word} of the page, and `));
const AAA = text("AAA");
const BBB = text("BBB");

function open(options: Partial<Parameters<typeof Spillway.openSync>[0]> = {}) {
  const pool = Spillway.openSync({ maxBytes: "1MiB", ...options });
  const swap = pool.frontswap();
  swap.init(0);
  const load = (offset: number, type = 0) => {
    const page = new Uint8Array(PAGE);
    return swap.load(type, offset, page) ? page : undefined;
  };
  return { pool, swap, load };
}

/** Stores random pages from offset 1,000,000 on until one is refused for lack of room. */
function fillUp({ pool, swap }: ReturnType<typeof open>): number {
  let stored = 0;
  while (swap.store(0, 1_000_000 + stored, noise())) stored += 1;
  assert.ok(pool.stats().refused.full > 0);
  return stored;
}

function equations(stats: PoolStats): void {
  assert.equal(stats.stores, stats.succStores + stats.failedStores);
  const { full, poor, closed, frozen } = stats.refused;
  assert.equal(stats.failedStores, full + poor + closed + frozen);
  const { overwritten, invalidated, areas, taken } = stats.removed;
  assert.equal(stats.storedPages, stats.succStores - overwritten - invalidated - areas - taken);
  assert.equal(stats.invalidates, invalidated + areas);
  const { loads, failedLoads, damagedLoads, smallLoads } = stats;
  assert.equal(stats.triedLoads, loads + failedLoads + damagedLoads + smallLoads);
  assert.ok(taken <= loads);
  assert.equal(stats.storedPages, stats.sameFilledPages + stats.duplicatePages + stats.bodies);
  assert.ok(stats.incompressiblePages <= stats.bodies);
  assert.ok(stats.bytes.compressed <= stats.bytes.encoded && stats.bytes.encoded <= stats.bytes.raw);
  assert.ok(stats.bytes.compressed + stats.bytes.metadata <= stats.bytes.used);
  assert.ok(stats.bytes.used <= stats.bytes.reserved && stats.bytes.reserved <= stats.bytes.max);
}

describe("the contract", () => {
  test("law 1: a refused store changes nothing, except that the older copy under its key is gone", () => {
    const { pool, swap, load } = open({ incompressible: "refuse" });
    swap.store(0, 1, AAA);
    swap.store(0, 2, BBB);
    const before = pool.stats();
    assert.equal(swap.store(0, 1, noise()), false);
    assert.equal(load(1), undefined);
    assert.deepEqual(load(2), BBB);
    const after = pool.stats();
    assert.equal(after.refused.poor, before.refused.poor + 1);
    assert.equal(after.storedPages, before.storedPages - 1);
    assert.equal(swap.store(0, 3, noise()), false);
    assert.deepEqual(pool.stats().bytes, after.bytes);
  });

  test("law 2: a page comes back byte for byte, any number of times, at its own length", () => {
    const { swap, load } = open();
    const page = text("again");
    for (const bytes of [1, 7, 8, 9, 63, 64, 65, 1000, 4095]) {
      const short = noise().subarray(0, bytes);
      const copy = Uint8Array.from(short);
      assert.equal(swap.store(0, bytes, short), true);
      short.fill(0); // the engine has its own copy
      assert.equal(swap.pageLength(0, bytes), bytes);
      const target = new Uint8Array(PAGE).fill(0xaa);
      assert.equal(swap.load(0, bytes, target), true);
      assert.deepEqual(target.subarray(0, bytes), copy);
      assert.ok(
        target.subarray(bytes).every((byte) => byte === 0xaa),
        "bytes behind a short page are left alone",
      );
    }
    swap.store(0, 0, page);
    for (let i = 0; i < 5; i++) assert.deepEqual(load(0), page);
  });

  test("law 3: put-put-get: after AAA then BBB under one key, never AAA again", () => {
    const { swap, load } = open();
    for (let offset = 0; offset < 50; offset++) {
      swap.store(0, offset, AAA);
      swap.store(0, offset, BBB);
      assert.deepEqual(load(offset), BBB);
    }
  });

  test("law 4: get-get: once a load has missed, it misses until a new store", () => {
    const { swap, load } = open();
    assert.equal(load(9), undefined);
    swap.store(0, 8, AAA);
    assert.equal(load(9), undefined);
    swap.store(0, 9, BBB);
    swap.invalidatePage(0, 9);
    for (let i = 0; i < 3; i++) assert.equal(load(9), undefined);
    swap.store(0, 9, AAA);
    assert.deepEqual(load(9), AAA);
  });

  test("law 5: a failed overwrite leaves no old copy when the pool is full", () => {
    const all = open({ dedupe: false });
    all.swap.store(0, 5, AAA);
    all.swap.store(0, 6, AAA);
    const stored = fillUp(all);
    assert.ok(stored > 100);
    assert.equal(all.swap.store(0, 5, noise()), false);
    assert.equal(all.load(5), undefined);
    // After a body is freed, a page of its size fits, and all accepted pages are still there.
    all.swap.invalidatePage(0, 6);
    assert.equal(all.swap.store(0, 5, BBB), true);
    assert.deepEqual(all.load(5), BBB);
    for (let i = 0; i < stored; i++) assert.ok(all.load(1_000_000 + i));
  });

  test("law 5: ... when there is no memory for records", () => {
    // Same-filled pages need only records: their entries fill the pool until no line is left.
    const arena = openArenas("verify", { maxBytes: "1MiB" });
    const area = arena.registry.openArea(1, 0, 1);
    const page = new Uint8Array(8);
    const words = new DataView(page.buffer);
    let offset = 0;
    for (;;) {
      words.setUint32(0, offset, true);
      if (!put(arena, area, offset, page)) break;
      offset += 1;
    }
    assert.ok(offset > 10_000);
    assert.ok(arena.stats().refused.full > 0);
    words.setUint32(0, 0xffffffff, true);
    assert.equal(arena.selfCheck(), 0);
    const target = new Uint8Array(8);
    for (let i = 0; i < offset; i += 97) {
      assert.equal(arena.load(addressOf(area, i), target, false), 8);
      assert.equal(new DataView(target.buffer).getUint32(0, true), i);
    }
    equations(arena.stats());
  });

  test("law 5: ... when the pool is frozen", () => {
    const { pool, swap, load } = open();
    swap.store(0, 1, AAA);
    swap.store(0, 2, BBB);
    pool.freeze();
    assert.equal(swap.store(0, 1, BBB), false);
    assert.equal(load(1), undefined);
    assert.deepEqual(load(2), BBB);
    assert.deepEqual(swap.storeMany(0, [2, 3], [AAA, AAA]), [false, false]);
    assert.equal(load(2), undefined);
    assert.equal(pool.stats().refused.frozen, 3);
    equations(pool.stats());
    pool.thaw();
    for (const offset of [1, 2, 3]) assert.equal(load(offset), undefined);
    assert.equal(swap.store(0, 1, BBB), true);
    assert.deepEqual(load(1), BBB);
  });

  test("law 5: ... when the area is closed", () => {
    const { swap, load } = open();
    swap.store(0, 1, AAA);
    swap.invalidateArea(0);
    assert.equal(swap.store(0, 1, BBB), false);
    swap.init(0);
    assert.equal(load(1), undefined);
  });

  test("law 5: ... when the codec changes", () => {
    const { pool, swap, load } = open({ incompressible: "refuse" });
    swap.store(0, 1, AAA);
    pool.codec = "none";
    swap.store(0, 1, BBB);
    assert.deepEqual(load(1), BBB);
    pool.codec = "lz4";
    assert.equal(swap.store(0, 1, noise()), false);
    assert.equal(load(1), undefined);
  });

  test("law 6: the old copy is removed from where it lies, whatever kind of body it had", () => {
    const zeros = new Uint8Array(PAGE);
    const arena = openArenas("verify", { maxBytes: "1MiB" });
    const area = arena.registry.openArea(1, 0, 1);
    const kinds = [zeros, AAA, noise(), BBB];
    for (const before of kinds) {
      for (const after of kinds) {
        put(arena, area, 1, before);
        put(arena, area, 1, after);
        const stats = arena.stats();
        assert.equal(stats.storedPages, 1);
        assert.equal(stats.bodies + stats.sameFilledPages, 1);
        assert.equal(arena.selfCheck(), 0);
      }
    }
  });

  test("law 7: a page that persists is never dropped, whatever becomes of the memory around it", async () => {
    const run = new PersistentRun(new Random(7));
    const { pool, swap, other, cache } = run;
    run.store(0, 1000);
    run.storeOthers();
    assert.ok(run.put(1000) > 0);
    run.check("eviction at a client's cap");
    run.letGo(3);
    await pool.compact();
    assert.ok(pool.stats().squeezed.slabs > 0);
    run.check("compaction");
    await pool.recompress();
    assert.ok(pool.stats().recompressed.bodies > 0);
    run.check("recompression");
    assert.ok((await pool.shrink()) > 0);
    run.check("giving memory back");
    run.store(1000, 1500);
    run.letGo(2);
    await run.press("critical", 2);
    run.check("pressure");
    run.fill(2000);
    run.check("stores under pressure");
    await run.press("none", 16);
    run.put(1000);
    const { evicted } = pool.stats().removed;
    run.fill(3000);
    assert.ok(pool.stats().removed.evicted > evicted, "ephemeral pages made room");
    run.check("stores that the full pool refused");
    run.put(500);
    run.check("ephemeral pages offered to a full pool");
    pool.freeze();
    assert.deepEqual(swap.storeMany(0, [9000, 9001], [AAA, BBB]), [false, false]);
    run.check("a freeze");
    pool.thaw();
    swap.init(1);
    swap.store(1, 1, AAA);
    swap.invalidateArea(1);
    run.check("the end of another area");
    cache.close();
    other.close();
    run.check("the end of other clients");
    assert.equal(pool.stats().storedPages, run.pages.size);
    pool.close();
  });

  test("law 8: work that waits between its steps never puts back what was replaced meanwhile", async () => {
    const { pool, swap, load } = open({ maxBytes: "32MiB", autoShrink: false });
    const pages = new Map<number, Uint8Array>();
    let version = 0;
    let turned = 0;
    const store = (offset: number) => {
      const page = text(`version ${version++} of page ${offset}`);
      // Each byte has three random bits: prefix codes make that smaller, LZ4 hardly does.
      for (let i = 0; i < 2000; i++) page[i] = 97 + random.below(8);
      assert.equal(swap.store(0, offset, page), true);
      pages.set(offset, page);
    };
    for (let offset = 0; offset < 3000; offset++) store(offset);
    for (const work of [() => pool.recompress(), () => pool.compact(), () => pool.shrink()]) {
      // A third is invalidated, so that there is something to move.
      for (const offset of [...pages.keys()]) if (offset % 3 === 0) swap.invalidatePage(0, offset);
      for (const offset of [...pages.keys()]) if (offset % 3 === 0) pages.delete(offset);
      let done = false;
      const working = work().finally(() => {
        done = true;
      });
      let turns = 0;
      for (; !done; turns++) {
        for (let i = 0; i < 5; i++) store(random.below(3000));
        await new Promise(setImmediate);
      }
      await working;
      turned += turns;
      for (const [offset, page] of pages) assert.deepEqual(load(offset), page);
    }
    assert.ok(turned > 5, "others had their turns");
    assert.ok(pool.stats().recompressed.bodies > 100, "bodies were recoded");
    assert.ok(pool.stats().squeezed.slabs > 0, "bodies moved");
    assert.equal(pool.selfCheck(), 0);
  });

  test("law 9: an exclusive load removes the page", () => {
    const { pool, swap, load } = open();
    swap.store(0, 1, AAA);
    swap.exclusiveGets = true;
    assert.deepEqual(load(1), AAA);
    assert.equal(load(1), undefined);
    assert.equal(pool.stats().removed.taken, 1);
    // A load that cannot deliver leaves the only copy in place.
    swap.store(0, 2, BBB);
    assert.throws(() => swap.load(0, 2, new Uint8Array(10)), {
      code: "ERR_SPILLWAY_ARG_RANGE",
      name: "SpillwayRangeError",
    });
    assert.deepEqual(load(2), BBB);
    equations(pool.stats());
  });

  for (const several of [false, true]) {
    const where = several ? "several arenas" : "one arena";
    test(`law 10: an ephemeral page is never evicted between its look-up and its copy-out (${where})`, (t) => {
      const run = new EphemeralRun(several, new Random(10));
      for (let step = 0; step < 4000; step++) run.step();
      t.diagnostic(run.told());
      run.end();
    });
  }

  for (const shape of ["dense", "sparse"] as const) {
    test(`law 11: invalidateArea drops every page of the area, and no other (${shape} offsets)`, () => {
      const { pool, swap, load } = open();
      swap.init(1);
      const offsets = Array.from({ length: 60 }, (_, i) =>
        shape === "dense" ? i + 7 : Math.imul(i, 71_582_788) >>> 0,
      );
      for (const offset of offsets) {
        swap.store(0, offset, AAA);
        swap.store(1, offset, BBB);
      }
      assert.equal(swap.currPages(0), 60);
      assert.equal(swap.invalidateArea(0), 60);
      assert.equal(swap.currPages(0), 0);
      for (const offset of offsets) {
        assert.equal(load(offset), undefined);
        assert.deepEqual(load(offset, 1), BBB);
        assert.equal(swap.store(0, offset, AAA), false, "refused until init");
      }
      assert.equal(pool.stats().refused.closed, 60);
      swap.init(0);
      for (const offset of offsets) assert.equal(load(offset), undefined);
      assert.equal(swap.store(0, 7, AAA), true);
      equations(pool.stats());
    });
  }

  test("law 12: what is attached late serves from then on: clients, areas", () => {
    const { pool, swap, load } = open();
    for (let offset = 0; offset < 50; offset++) swap.store(0, offset, text(`early ${offset}`));
    swap.invalidateArea(0);
    swap.init(0);
    swap.store(0, 1, AAA);
    // This client is opened in a pool with pages, and its areas are opened after that.
    const late = pool.frontswap({ name: "late" });
    const page = new Uint8Array(PAGE);
    assert.equal(late.store(0, 1, BBB), false, "not before init");
    assert.deepEqual(late.storeMany(0, [1, 2], [BBB, BBB]), [false, false]);
    assert.equal(late.load(0, 1, page), false);
    assert.equal(late.stats().refused.closed, 3);
    late.init(0);
    assert.equal(late.load(0, 1, page), false, "nothing of what was refused");
    assert.equal(late.store(0, 1, BBB), true);
    assert.equal(late.load(0, 1, page), true);
    assert.deepEqual(page, BBB);
    assert.deepEqual(load(1), AAA);
    equations(pool.stats());
  });

  test("law 12: ... an arena learns of all clients and areas there are, and of none that has gone", () => {
    // With shares of 16 wasm pages the pool gets several arenas as it fills.
    const arenas = openArenas("verify", { maxBytes: "4MiB", dedupe: false }, 16);
    const swap = frontswapOver(arenas, 1, 1);
    const other = frontswapOver(arenas, 2, 2);
    for (const type of [0, 1, 2]) swap.init(type);
    other.init(0);
    for (const type of [0, 1, 2]) swap.store(type, 1, AAA);
    other.store(0, 1, BBB);
    swap.invalidateArea(1);
    other.close();
    assert.equal(arenas.memory.count, 1);
    let stored = 0;
    while (arenas.memory.count < 3) assert.equal(swap.store(2, 100 + stored++, noise()), true);
    const latest = arenas.memory.each().at(-1);
    const page = new Uint8Array(PAGE);
    // Every arena, from the first to the last, knows the live areas.
    assert.ok((latest?.pages ?? 0) > 0);
    for (const type of [0, 2]) {
      assert.equal(swap.load(type, 1, page), true);
      assert.deepEqual(page, AAA);
      assert.equal(swap.store(type, 1, BBB), true);
      assert.equal(swap.load(type, 1, page), true);
      assert.deepEqual(page, BBB);
    }
    assert.equal(swap.store(1, 1, AAA), false, "an area that had gone");
    swap.init(1);
    assert.equal(swap.load(1, 1, page), false);
    assert.equal(swap.store(1, 1, AAA), true);
    assert.equal(arenas.stats().areas, 3);
    assert.equal(arenas.selfCheck(), 0);
    equations(arenas.stats());
  });

  test("law 13: a change of codec leaves old pages readable", () => {
    const { pool, swap, load } = open();
    swap.store(0, 1, AAA);
    const packed = pool.stats().bytes.compressed;
    pool.codec = "none";
    assert.equal(pool.codec, "none");
    swap.store(0, 2, BBB);
    assert.equal(pool.stats().bytes.compressed - packed, PAGE);
    pool.codec = "lz4";
    swap.store(0, 3, text("CCC"));
    assert.deepEqual(load(1), AAA);
    assert.deepEqual(load(2), BBB);
    assert.deepEqual(load(3), text("CCC"));
  });

  test("law 14: a store has what it needs or refuses: memory never passes the limit, whatever is offered", () => {
    for (const maxBytes of [2 ** 20, 1_500_000, 3_000_001]) {
      const { pool, swap } = open({ maxBytes });
      for (let i = 0; i < 1200; i++) {
        swap.store(0, i, i % 3 ? noise() : text(`page ${i}`));
        if (i % 50 === 0) assert.ok(pool.stats().bytes.reserved <= maxBytes);
      }
      assert.ok(pool.stats().bytes.reserved <= maxBytes);
      assert.ok(pool.stats().refused.full > 0);
      equations(pool.stats());
    }
  });

  test("law 15: a body never takes more than the raw page", () => {
    for (const codec of ["lz4", "none"] as const) {
      const { pool, swap } = open({ codec });
      let raw = 0;
      for (let i = 0; i < 100; i++) {
        const page = noise().subarray(0, 1 + random.below(PAGE));
        swap.store(0, i, page);
        raw += page.length;
      }
      assert.ok(pool.stats().bytes.compressed <= raw);
    }
  });

  test("law 16: a full pool refuses before it compresses", () => {
    const arena = openArenas("doors", { maxBytes: "1MiB", dedupe: false });
    const area = arena.registry.openArea(1, 0, 1);
    let offset = 0;
    while (put(arena, area, offset, noise())) offset += 1;
    // The encoder first clears its table, so a mark in the table shows that it did not run in a full pool.
    const { buffer } = engineOf(arena).memory;
    const table = () => new Uint32Array(buffer, abi.WINDOW_PTR + abi.WINDOW_TABLE_AT, 1);
    table()[0] = 0xabcdef01;
    for (let i = 0; i < 20; i++) assert.equal(put(arena, area, offset + i, noise()), false);
    assert.equal(table()[0], 0xabcdef01);
    arena.invalidatePage(addressOf(area, 0));
    assert.equal(put(arena, area, 0, noise()), true);
    assert.notEqual(table()[0], 0xabcdef01);
  });

  test("law 18: every outcome has one counter and the equations hold", () => {
    const all = open({ incompressible: "refuse" });
    const { pool, swap, load } = all;
    const offer = [
      () => AAA,
      () => BBB,
      () => noise(),
      () => new Uint8Array(PAGE),
      () => text(`${random.next()}`),
    ];
    for (let i = 0; i < 2000; i++) {
      const offset = random.below(100);
      const before = pool.stats();
      const choice = random.below(10);
      if (choice < 6) {
        const kept = swap.store(choice === 5 ? 3 : 0, offset, random.pick(offer)());
        const after = pool.stats();
        assert.equal(after.stores, before.stores + 1);
        assert.equal(after.succStores - before.succStores, kept ? 1 : 0);
        assert.equal(after.failedStores - before.failedStores, kept ? 0 : 1);
      } else if (choice < 8) {
        const found = load(offset) !== undefined;
        const after = pool.stats();
        assert.equal(after.loads - before.loads, found ? 1 : 0);
        assert.equal(after.failedLoads - before.failedLoads, found ? 0 : 1);
      } else {
        const found = swap.invalidatePage(0, offset);
        assert.equal(pool.stats().invalidates - before.invalidates, found ? 1 : 0);
      }
      equations(pool.stats());
    }
  });

  test("law 18: ... each outcome of a load has its own, in one arena and in several", () => {
    for (const several of [false, true]) {
      const maxBytes = several ? "4MiB" : "1MiB";
      const arenas = openArenas("doors", { maxBytes, dedupe: false }, several ? 16 : undefined);
      const swap = frontswapOver(arenas, 1, 1);
      swap.init(0);
      let count = 0;
      while (swap.store(0, count, noise())) count += 1;
      const page = new Uint8Array(PAGE);
      const outcome = (names: readonly string[], act: () => void) => {
        const of = () => arenas.stats() as never as Record<string, number>;
        const before = of();
        act();
        const after = of();
        for (const name of ["triedLoads", "loads", "failedLoads", "damagedLoads", "smallLoads"]) {
          const times = name === "triedLoads" ? names.length : names.filter((one) => one === name).length;
          assert.equal((after[name] as number) - (before[name] as number), times, `${names}: ${name}`);
        }
        equations(arenas.stats());
      };
      for (const offset of [0, 1, count - 1]) outcome(["loads"], () => swap.load(0, offset, page));
      outcome(["failedLoads"], () => swap.load(0, count, page));
      outcome(["failedLoads"], () => swap.load(9, 0, page));
      const short = { code: "ERR_SPILLWAY_ARG_RANGE" };
      outcome(["smallLoads"], () => assert.throws(() => swap.load(0, 0, new Uint8Array(9)), short));
      outcome(["smallLoads"], () => assert.throws(() => swap.load(0, count - 1, new Uint8Array(9)), short));
      outcome([], () => assert.throws(() => swap.loadMany(0, [0], [new Uint8Array(9)]), short));
      const many = [count, 0, count - 1].map(() => new Uint8Array(PAGE));
      outcome(["failedLoads", "loads", "loads"], () => swap.loadMany(0, [count, 0, count - 1], many));
      const area = [...arenas.registry.areas.keys()][0] as number;
      damage(arenas, engineOf(arenas).door_place(area, 1), 1);
      outcome(["damagedLoads"], () => assert.throws(() => swap.load(0, 1, page)));
      outcome(["damagedLoads", "loads"], () => assert.throws(() => swap.loadMany(0, [1, 2], many.slice(1))));
      // A shrink walks the directory in the order of its random hash and may try the damaged page first.
      damage(arenas, engineOf(arenas).door_place(area, 1), 1);
      outcome(["loads", "loads"], () => assert.equal(swap.shrink(swap.currPages(0) - 2).length, 2));
      const { loads, failedLoads, damagedLoads, smallLoads } = swap.stats();
      assert.deepEqual([loads, failedLoads, damagedLoads, smallLoads], [6, 3, 2, 2]);
      assert.ok(!several || arenas.memory.count > 1);
    }
  });

  for (const build of ["doors", "verify"] as const) {
    test(`law 19: a damaged body is a typed error for its key alone (${build})`, () => {
      const arena = openArenas(build, { maxBytes: "1MiB" });
      const area = arena.registry.openArea(1, 0, 1);
      const pages = [text("damaged"), noise(), text("bystander")];
      for (const [offset, page] of pages.entries()) put(arena, area, offset, page);
      const target = new Uint8Array(PAGE);
      let tries = 0;
      let harmless = 0;
      for (const offset of [0, 1]) {
        const place = engineOf(arena).door_place(area, offset);
        const stored = engineOf(arena).door_stored(area, offset);
        for (let at = 0; at < stored; at += offset === 0 ? 1 : 41) {
          for (const bits of [1, 0x80, 0xff]) {
            damage(arena, place + at, bits);
            target.fill(0x55);
            tries += 1;
            // In a repetitive page a changed offset of a match may deliver the same bytes. No others may
            // pass.
            if (arena.load(addressOf(area, offset), target, false) === PAGE) {
              assert.deepEqual(target, pages[offset]);
              harmless += 1;
            } else {
              assert.equal(arena.load(addressOf(area, offset), target, true), abi.Status.DAMAGED);
              assert.ok(
                target.every((byte) => byte === 0x55),
                "nothing of a damaged page is delivered",
              );
            }
            damage(arena, place + at, bits);
          }
        }
        // When the damage is undone the page is still there: even the exclusive load did not remove it.
        assert.equal(arena.load(addressOf(area, offset), target, false), PAGE);
        assert.deepEqual(target, pages[offset]);
      }
      assert.ok(harmless < tries / 10, `${harmless} of ${tries}`);
      assert.equal(arena.load(addressOf(area, 2), target, false), PAGE);
      assert.deepEqual(target, pages[2]);
      // A page with the same bytes does not share the damaged body.
      damage(arena, engineOf(arena).door_place(area, 0), 1);
      assert.equal(put(arena, area, 7, pages[0] as Uint8Array), true);
      assert.equal(arena.load(addressOf(area, 7), target, false), PAGE);
      assert.deepEqual(target, pages[0]);
      assert.equal(arena.load(addressOf(area, 0), target, false), abi.Status.DAMAGED);
      assert.equal(arena.selfCheck(), 0);
    });
  }

  test("law 19: the facade throws ERR_SPILLWAY_DAMAGED with the key, and delivers the others", () => {
    const arena = openArenas("doors", { maxBytes: "1MiB" });
    const handles: number[] = [];
    const openArea = arena.registry.openArea.bind(arena.registry);
    arena.registry.openArea = (...args) => {
      const handle = openArea(...args);
      handles.push(handle);
      return handle;
    };
    const swap = frontswapOver(arena, 1, 1);
    swap.init(3);
    swap.storeMany(3, [1, 2, 3], [AAA, BBB, text("CCC")]);
    damage(arena, engineOf(arena).door_place(handles[0] as number, 2) + 9, 4);
    const page = new Uint8Array(PAGE);
    const key = { name: "SpillwayError", code: "ERR_SPILLWAY_DAMAGED", type: 3, offsets: [2] };
    assert.throws(() => swap.load(3, 2, page), key);
    assert.deepEqual(page, new Uint8Array(PAGE));
    const many = new Uint8Array(3 * PAGE);
    assert.throws(() => swap.loadMany(3, [1, 2, 3], many), key);
    assert.deepEqual(many.subarray(0, PAGE), AAA);
    assert.deepEqual(many.subarray(PAGE, 2 * PAGE), new Uint8Array(PAGE));
    assert.deepEqual(many.subarray(2 * PAGE), text("CCC"));
    // The host can overwrite or invalidate the page.
    assert.equal(swap.invalidatePage(3, 2), true);
    assert.equal(swap.load(3, 2, page), false);
    assert.equal(arena.stats().damagedLoads, 2);
  });
});
