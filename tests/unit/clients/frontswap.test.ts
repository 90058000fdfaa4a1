/**
 * Shows the verbs of the facade beyond the laws: argument checks, batches, writethrough, clients apart from
 * each other, closing. How: a real pool, small pages of known content.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import vm from "node:vm";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";

const PAGE = 4096;
const page = (word: string) => new Uint8Array(Buffer.alloc(PAGE, `${word}, `));

function open(options = {}) {
  const pool = Spillway.openSync({ maxBytes: "2MiB", ...options });
  const swap = pool.frontswap();
  swap.init(0);
  return { pool, swap };
}

describe("frontswap", () => {
  test("a wrong argument is an error that loses nothing", () => {
    const { pool, swap } = open();
    swap.store(0, 1, page("kept"));
    const good = new Uint8Array(PAGE);
    const calls: [() => unknown, string, RegExp][] = [
      [() => swap.store(65_536, 1, good), "ERR_SPILLWAY_ARG_RANGE", /^type must be .*got 65536/],
      [() => swap.store(-1, 1, good), "ERR_SPILLWAY_ARG_RANGE", /^type/],
      [() => swap.store(0.5, 1, good), "ERR_SPILLWAY_ARG_RANGE", /^type/],
      [() => swap.store("0" as never, 1, good), "ERR_SPILLWAY_ARG_TYPE", /^type must be .*got "0"/],
      [() => swap.store(0, 2 ** 32, good), "ERR_SPILLWAY_ARG_RANGE", /^offset must be .*got 4294967296/],
      [() => swap.store(0, Number.NaN, good), "ERR_SPILLWAY_ARG_RANGE", /^offset .*got NaN/],
      [() => swap.store(0, 1n as never, good), "ERR_SPILLWAY_ARG_TYPE", /^offset .*got 1n/],
      [() => swap.store(0, 1, new Uint8Array(PAGE + 1)), "ERR_SPILLWAY_ARG_RANGE", /^page length .*got 4097/],
      [() => swap.store(0, 1, new Uint8Array(0)), "ERR_SPILLWAY_ARG_RANGE", /^page length .*got 0/],
      [
        () => swap.store(0, 1, new ArrayBuffer(8) as never),
        "ERR_SPILLWAY_ARG_TYPE",
        /^page must be .*got ArrayBuffer/,
      ],
      [
        () => swap.store(0, 1, "text" as never),
        "ERR_SPILLWAY_ARG_TYPE",
        /^page must be an array of bytes .*, got "text"/,
      ],
      [() => swap.load(0, 1, undefined as never), "ERR_SPILLWAY_ARG_TYPE", /^page must be .*got undefined/],
      [
        () => swap.load(0, 1, new Uint8Array(PAGE - 1)),
        "ERR_SPILLWAY_ARG_RANGE",
        /^target must have room .*got 4095/,
      ],
      [() => swap.storeMany(0, [1, 2], [good]), "ERR_SPILLWAY_ARG_RANGE", /^pages must be 2 arrays.*got 1/],
      [
        () => swap.storeMany(0, [1, 2], good),
        "ERR_SPILLWAY_ARG_RANGE",
        /^pages must be 4096 bytes for each of 2/,
      ],
      [() => swap.storeMany(0, [1, -2], [good, good]), "ERR_SPILLWAY_ARG_RANGE", /^offset/],
      [() => swap.storeMany(0, [1], [new Uint8Array(0)]), "ERR_SPILLWAY_ARG_RANGE", /^page length/],
      [() => swap.storeMany(0, 5 as never, []), "ERR_SPILLWAY_ARG_TYPE", /^offsets/],
      [() => swap.loadMany(0, [1], ["x"] as never), "ERR_SPILLWAY_ARG_TYPE", /^pages\[0\] must be/],
      [() => swap.invalidatePage(0, 1.5), "ERR_SPILLWAY_ARG_RANGE", /^offset/],
      [() => swap.invalidateArea(70_000), "ERR_SPILLWAY_ARG_RANGE", /^type/],
      [() => swap.init(null as never), "ERR_SPILLWAY_ARG_TYPE", /^type must be .*got null/],
    ];
    const before = pool.stats();
    for (const [call, code, message] of calls) assert.throws(call, { code, message });
    // All but the account of time, which goes on, and the load into an array that is too short: it counts.
    const { rent, triedLoads, smallLoads } = before;
    assert.deepEqual({ ...pool.stats(), rent, triedLoads, smallLoads }, before);
    assert.equal(pool.stats().smallLoads, 1);
    assert.equal(swap.load(0, 1, good), true);
    assert.deepEqual(good, page("kept"));
  });

  test("any Uint8Array will do: a Buffer, a slice, shared memory, one of another realm", () => {
    const { swap } = open();
    const slice = new Uint8Array(3 * PAGE).subarray(PAGE + 1, 2 * PAGE + 1);
    slice.set(page("slice"));
    const shared = new Uint8Array(new SharedArrayBuffer(PAGE));
    shared.set(page("shared"));
    const foreign = vm.runInNewContext("new Uint8Array(4096).fill(7)") as Uint8Array;
    const list = [Buffer.from(page("buffer")), slice, shared, foreign];
    for (const [offset, one] of list.entries()) {
      assert.equal(swap.store(0, offset, one), true);
      const target = vm.runInNewContext("new Uint8Array(4096)") as Uint8Array;
      assert.equal(swap.load(0, offset, target), true);
      assert.deepEqual(Buffer.from(target), Buffer.from(one));
    }
  });

  for (const pageSize of [4096, 8192, 65536]) {
    test(`batches do what single calls do, pages of ${pageSize}`, () => {
      const { pool, swap } = open({ pageSize, maxBytes: "16MiB" });
      const count = 45;
      const offsets = Uint32Array.from({ length: count }, (_, i) => i * 3);
      const all = new Uint8Array(count * pageSize);
      for (let i = 0; i < count; i++)
        all.fill(Buffer.from(`batch ${i} `)[6] as number, i * pageSize, i * pageSize + i * 90);
      assert.deepEqual(swap.storeMany(0, offsets, all), new Array(count).fill(true));
      const back = new Uint8Array(all.length).fill(0xee);
      assert.deepEqual(swap.loadMany(0, offsets, back), new Array(count).fill(true));
      assert.equal(Buffer.compare(all, back), 0);
      // Some that are there and some that are not, in one array each, of differing lengths.
      swap.store(0, 1000, all.subarray(5, 105));
      const mixed = [0, 1, 1000, 132].map(() => new Uint8Array(pageSize));
      assert.deepEqual(swap.loadMany(0, [0, 1, 1000, 132], mixed), [true, false, true, true]);
      assert.deepEqual(mixed[1], new Uint8Array(pageSize));
      assert.deepEqual(mixed[2]?.subarray(0, 100), all.subarray(5, 105));
      assert.deepEqual(swap.storeMany(0, [], []), []);
      assert.equal(pool.stats().loads, count + 3);
    });
  }

  test("loadMany does nothing when one target is too small", () => {
    const { swap } = open();
    swap.storeMany(0, [1, 2], [page("one"), page("two")]);
    const targets = [new Uint8Array(10), new Uint8Array(PAGE)];
    assert.throws(() => swap.loadMany(0, [1, 2], targets), { code: "ERR_SPILLWAY_ARG_RANGE" });
    assert.deepEqual(targets[1], new Uint8Array(PAGE));
    assert.equal(swap.stats().loads, 0);
  });

  test("writethrough keeps the page and answers false", () => {
    const { pool, swap } = open();
    assert.equal(swap.writethrough, false);
    swap.writethrough = true;
    assert.equal(swap.store(0, 1, page("through")), false);
    assert.deepEqual(swap.storeMany(0, [2], [page("many")]), [false]);
    assert.equal(pool.stats().succStores, 2);
    const target = new Uint8Array(PAGE);
    assert.equal(swap.load(0, 1, target), true);
    assert.deepEqual(target, page("through"));
  });

  test("writethrough: counters say what was done, a refusal stays a refusal, and the switch may be thrown at any time", () => {
    const { pool, swap } = open({ incompressible: "refuse" });
    const target = new Uint8Array(PAGE);
    const noise = new Random(4).fill(new Uint8Array(PAGE));
    swap.writethrough = true;
    for (let i = 0; i < 4; i++) assert.equal(swap.store(0, i, page(`through ${i}`)), false);
    assert.deepEqual(swap.storeMany(0, [4, 5], [page("many"), noise]), [false, false]);
    assert.deepEqual(swap.stats().refused, {
      full: 0,
      capped: 0,
      poor: 1,
      closed: 0,
      frozen: 0,
      off: 0,
      shadow: 0,
    });
    assert.equal(swap.stats().succStores, 5);
    assert.equal(swap.stats().failedStores, 1);
    assert.equal(swap.currPages(0), 5);
    // Law 1: what a refused store was to replace is gone here, and the caller has written the new page to its
    // own store.
    assert.equal(swap.store(0, 0, noise), false);
    assert.equal(swap.load(0, 0, target), false);
    assert.equal(swap.stats().refused.poor, 2);
    // Law 3: what was stored through is replaced like any page.
    swap.store(0, 1, page("newer"));
    assert.equal(swap.load(0, 1, target), true);
    assert.deepEqual(target, page("newer"));
    pool.freeze();
    assert.equal(swap.store(0, 1, page("frozen")), false);
    assert.equal(swap.load(0, 1, target), false);
    assert.equal(swap.stats().refused.frozen, 1);
    pool.thaw();
    swap.writethrough = false;
    assert.equal(swap.store(0, 1, page("not through")), true);
    assert.equal(swap.load(0, 2, target), true, "what was stored through stays");
    assert.deepEqual(target, page("through 2"));
  });

  test("law 9: exclusive gets remove what is loaded, one or many, and nothing that is not delivered", () => {
    const { pool, swap } = open();
    swap.writethrough = true;
    for (let i = 0; i < 5; i++) swap.store(0, i, page(`number ${i}`));
    swap.exclusiveGets = true;
    const targets = [0, 1, 9, 2].map((i) => new Uint8Array(i === 2 ? 10 : PAGE));
    targets[3] = new Uint8Array(10);
    assert.throws(() => swap.loadMany(0, [0, 1, 9, 2], targets), { code: "ERR_SPILLWAY_ARG_RANGE" });
    assert.equal(swap.currPages(0), 5, "an array that is too small: nothing is taken");
    targets[3] = new Uint8Array(PAGE);
    assert.deepEqual(swap.loadMany(0, [0, 1, 9], targets.slice(0, 3)), [true, true, false]);
    assert.deepEqual(targets[1], page("number 1"));
    const target = new Uint8Array(PAGE);
    assert.deepEqual(
      [0, 1, 2, 3].map((i) => swap.load(0, i, target)),
      [false, false, true, true],
    );
    swap.exclusiveGets = false;
    assert.equal(swap.load(0, 4, target), true);
    assert.equal(swap.load(0, 4, target), true);
    const { loads, failedLoads, invalidates, storedPages } = swap.stats();
    // Taken is not invalidated: the kernel counts it apart as well.
    assert.deepEqual([loads, failedLoads, invalidates, storedPages], [6, 3, 0, 1]);
    assert.equal(pool.stats().removed.taken, 4);
  });

  test("init of an open area changes nothing; areas and clients are apart", () => {
    const { pool, swap } = open();
    const other = pool.frontswap();
    const target = new Uint8Array(PAGE);
    swap.store(0, 1, page("mine"));
    swap.init(0);
    assert.equal(swap.currPages(0), 1);
    assert.equal(other.store(0, 1, page("theirs")), false, "the other client has not opened area 0");
    other.init(0);
    assert.equal(other.load(0, 1, target), false);
    other.store(0, 1, page("theirs"));
    other.init(65_535);
    assert.equal(other.store(65_535, 2 ** 32 - 1, page("corner")), true);
    assert.equal(swap.invalidateArea(0), 1);
    assert.equal(other.load(0, 1, target), true);
    assert.deepEqual(target, page("theirs"));
    assert.equal(other.load(65_535, 2 ** 32 - 1, target), true);
    assert.equal(swap.invalidateArea(9), 0);
  });

  test("dedupe: shared within a client by default, across clients on request, never when off", () => {
    for (const [dedupe, bodies] of [
      ["client", 2],
      ["pool", 1],
      [false, 6],
    ] as const) {
      const { pool, swap } = open({ dedupe });
      const other = pool.frontswap();
      other.init(0);
      for (let i = 0; i < 3; i++)
        for (const one of [swap, other]) assert.equal(one.store(0, i, page("equal")), true);
      assert.equal(pool.stats().bodies, bodies);
      assert.equal(pool.stats().duplicatePages, 6 - bodies);
      swap.invalidateArea(0);
      const target = new Uint8Array(PAGE);
      assert.equal(other.load(0, 2, target), true);
      assert.deepEqual(target, page("equal"));
    }
  });

  test("one page under 100,000 keys costs four bodies", () => {
    const { pool, swap } = open({ maxBytes: "16MiB" });
    for (let i = 0; i < 100_000; i++) assert.equal(swap.store(0, i, page("one")), true);
    // A body's record counts 32,767 sharers at most.
    assert.equal(pool.stats().bodies, Math.ceil(100_000 / 32_767));
    assert.equal(pool.stats().duplicatePages, 99_996);
    assert.equal(pool.selfCheck(), 0);
    for (let i = 0; i < 100_000; i++) assert.equal(swap.invalidatePage(0, i), true);
    const { bodies, storedPages, bytes } = pool.stats();
    assert.deepEqual([bodies, storedPages, bytes.raw, bytes.compressed], [0, 0, 0, 0]);
    assert.equal(pool.selfCheck(), 0);
  });

  test("an area for whose record there is no room is a typed error, and the pool goes on", () => {
    const { pool, swap } = open({ maxBytes: "1MiB" });
    // Pages of eight bytes keep no body: they fill the pool with entries and records to the last frame.
    const tiny = new Uint8Array(8);
    const words = new DataView(tiny.buffer);
    let stored = 0;
    do {
      words.setUint32(0, ++stored, true);
    } while (swap.store(0, stored, tiny));
    const opened = () => {
      for (let type = 1; type < 1000; type++) swap.init(type);
    };
    assert.throws(opened, {
      name: "SpillwayError",
      code: "ERR_SPILLWAY_OUT_OF_MEMORY",
      message: /record of area \d+$/,
    });
    assert.equal(swap.load(0, 1, tiny), true);
    assert.equal(words.getUint32(0, true), 1);
    swap.invalidateArea(0);
    swap.init(999);
    assert.equal(swap.store(999, 0, tiny), true);
    assert.equal(pool.stats().storedPages, 1);
  });

  test("a pool of 8 MiB offered 64 MiB of random pages", (t) => {
    const { pool, swap } = open({ maxBytes: "8MiB" });
    const random = Buffer.alloc(PAGE);
    const offer = () => {
      const kept: Buffer[] = [];
      for (let i = 0; i < 16_384; i++) {
        crypto.getRandomValues(random);
        if (swap.store(0, i, random)) kept[i] = Buffer.from(random);
      }
      return kept;
    };
    const kept = offer();
    const first = kept.filter(Boolean).length;
    t.diagnostic(`${first} pages fit: ${((100 * first * PAGE) / 2 ** 23).toFixed(1)} % of maxBytes`);
    assert.ok(first * PAGE > 0.95 * 2 ** 23);
    const target = Buffer.alloc(PAGE);
    for (let i = 0; i < 16_384; i++) {
      assert.equal(swap.load(0, i, target), kept[i] !== undefined);
      if (kept[i]) assert.equal(Buffer.compare(target, kept[i] as Buffer), 0);
    }
    assert.equal(swap.invalidateArea(0), first);
    swap.init(0);
    // Whether the tables need one block more depends on the pool's secret and on the order of the pages:
    // sixteen pages.
    const again = offer().filter(Boolean).length;
    assert.ok(Math.abs(again - first) <= 16, `${first} pages fit, then ${again}`);
    assert.ok(pool.stats().bytes.reserved <= 8 * 2 ** 20);
  });

  test("a closed pool answers nothing; closing twice is fine; disposal closes", async () => {
    const { pool, swap } = open();
    swap.store(0, 1, page("x"));
    pool.close();
    pool.close();
    const closed = { name: "SpillwayTypeError", code: "ERR_SPILLWAY_CLOSED" };
    for (const call of [
      () => swap.store(0, 1, page("x")),
      () => swap.load(0, 1, page("x")),
      () => swap.init(1),
      () => swap.currPages(0),
      () => swap.invalidateArea(0),
      () => swap.invalidatePage(0, 1),
      () => swap.storeMany(0, [], []),
      () => swap.loadMany(0, [], []),
      () => swap.pageLength(0, 1),
      () => pool.stats(),
      () => pool.selfCheck(),
      () => pool.frontswap(),
      () => pool.codec,
    ]) {
      assert.throws(call, closed);
    }
    const one = await Spillway.open({ maxBytes: "1MiB" });
    one[Symbol.dispose]();
    assert.throws(() => one.stats(), closed);
    const two = await Spillway.open({ maxBytes: "1MiB" });
    await two[Symbol.asyncDispose]();
    assert.throws(() => two.stats(), closed);
  });
});
