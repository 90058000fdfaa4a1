/**
 * Shows that what a caller hands over is foreign: arrays, lists and options whose getters lie, answer
 * differently each time, change other arguments or call back into the pool. Another client's bytes never come
 * out, nothing is kept that was not stored, mistakes have codes, and the pool adds up afterwards.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import vm from "node:vm";
import { Spillway, type SpillwayOptions } from "spillway";
import { addressOf, damage, engineOf, frontswapOver, openArenas, put } from "#kit/pools.js";
import * as abi from "#lib/abi.js";
import { copyInto, lengthOf } from "#lib/base/foreign.js";
import { TWO_ARENAS } from "#lib/core/statistics.js";

const PAGE = 4096;
const SECRET = "hunter2 is the secret of the victim. ";

const secretPage = () => Uint8Array.from({ length: PAGE }, (_, i) => SECRET.charCodeAt(i % SECRET.length));

function open(options: Partial<SpillwayOptions> = {}) {
  const pool = Spillway.openSync({ maxBytes: "8MiB", ...options });
  const [victim, thief] = [pool.frontswap({ name: "victim" }), pool.frontswap({ name: "thief" })];
  victim.init(0);
  thief.init(0);
  victim.store(0, 1, secretPage());
  // The victim's page is what stands in the window.
  victim.load(0, 1, new Uint8Array(PAGE));
  return { pool, victim, thief };
}

const ARG = /^ERR_SPILLWAY_ARG_(TYPE|RANGE)$/;
const mistake = (error: { code?: string }) => ARG.test(error.code ?? "");

/** A resizable buffer, which the types of ES2022 do not know. */
function resizable(bytes: number, most: number): ArrayBuffer & { resize(bytes: number): void } {
  const make = ArrayBuffer as unknown as new (bytes: number, options: object) => never;
  return new make(bytes, { maxByteLength: most });
}

function growable(bytes: number, most: number): SharedArrayBuffer & { grow(bytes: number): void } {
  const make = SharedArrayBuffer as unknown as new (bytes: number, options: object) => never;
  return new make(bytes, { maxByteLength: most });
}

describe("foreign arguments", () => {
  test("arrays that lie about themselves are taken at their bytes", () => {
    const { pool, thief } = open();
    class Lying extends Uint8Array {
      override get length() {
        return PAGE;
      }
      override get byteLength() {
        return PAGE;
      }
      override get byteOffset() {
        return 0;
      }
    }
    assert.equal(thief.store(0, 0, new Lying(8).fill(7)), true);
    assert.equal(thief.pageLength(0, 0), 8);
    const back = new Uint8Array(PAGE);
    assert.equal(thief.loadBytes(0, 0, back), 8);
    assert.deepEqual([...back.subarray(0, 9)], [7, 7, 7, 7, 7, 7, 7, 7, 0]);
    assert.deepEqual(thief.storeMany(0, [1, 2], [new Lying(8), new Lying(9)]), [true, true]);
    assert.equal(thief.pageLength(0, 2), 9);
    assert.throws(() => thief.load(0, 0, new Lying(4)), mistake);
    assert.throws(() => thief.store(0, 0, new Lying(0)), mistake);
    assert.equal(pool.selfCheck(), 0);
  });

  test("arrays with methods of their own are handed no memory", () => {
    const { pool, victim, thief } = open();
    const seen: ArrayBufferLike[] = [];
    class Spy extends Uint8Array {
      static get [Symbol.species]() {
        return class extends Uint8Array {
          constructor(...args: unknown[]) {
            super(...(args as [ArrayBuffer]));
            seen.push(this.buffer);
          }
        };
      }
      override set(view: Uint8Array) {
        seen.push(view.buffer);
      }
      override subarray(): never {
        throw new Error("asked for a part");
      }
    }
    thief.store(0, 0, new Uint8Array(PAGE).fill(1));
    const target = new Spy(PAGE);
    assert.equal(thief.load(0, 0, target), true);
    assert.deepEqual(thief.loadMany(0, [0], [target]), [true]);
    assert.deepEqual(thief.loadMany(0, [0], new Spy(PAGE)), [true]);
    assert.equal(thief.store(0, 1, new Spy(PAGE)), true);
    assert.deepEqual(thief.storeMany(0, [1], new Spy(PAGE)), [true]);
    assert.ok(seen.every((buffer) => buffer.byteLength <= PAGE));
    assert.equal(target[PAGE - 1], 1);
    assert.equal(victim.load(0, 1, new Uint8Array(PAGE)), true);
    assert.equal(pool.selfCheck(), 0);
  });

  test("patched prototypes are not asked", () => {
    const { thief } = open();
    const seen: number[] = [];
    const prototype = Uint8Array.prototype as unknown as Record<string, unknown>;
    const methods = ["set", "subarray", "slice", "fill"];
    for (const name of methods) {
      prototype[name] = function (this: Uint8Array) {
        seen.push(this.buffer.byteLength);
        return this;
      };
    }
    const target = new Uint8Array(PAGE);
    try {
      thief.store(0, 0, new Uint8Array([1, 2, 3]));
      thief.load(0, 0, target);
      thief.storeMany(0, [1], [new Uint8Array([1, 2, 3])]);
      thief.loadMany(0, [1], [target]);
    } finally {
      for (const name of methods) delete prototype[name];
    }
    assert.deepEqual(seen, []);
    assert.deepEqual([...target.subarray(0, 4)], [1, 2, 3, 0]);
  });

  test("look-alikes and proxies are mistakes", () => {
    const { pool, thief } = open();
    const impostors: unknown[] = [
      { [Symbol.toStringTag]: "Uint8Array", length: 8, buffer: new ArrayBuffer(8), byteOffset: 0 },
      new Proxy(new Uint8Array(8), {}),
      Object.create(Uint8Array.prototype),
      Object.setPrototypeOf([1, 2, 3], Uint8Array.prototype),
      new ArrayBuffer(8),
      [1, 2, 3],
      "bytes",
      null,
      undefined,
      12,
      Symbol("page"),
      () => 1,
      Proxy.revocable({}, {}).proxy,
      Object.defineProperty({}, "constructor", {
        get() {
          throw new Error("no name");
        },
      }),
      { constructor: { name: Symbol("x") } },
    ];
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    for (const one of [...impostors, proxy]) {
      const page = one as Uint8Array;
      assert.throws(() => thief.store(0, 0, page), mistake);
      assert.throws(() => thief.load(0, 0, page), mistake);
      assert.throws(() => thief.storeMany(0, [0], [page]), mistake);
      assert.throws(() => thief.storeMany(0, [0], page, {}), mistake);
      assert.throws(() => thief.loadMany(0, [0], page), mistake);
      assert.throws(() => thief.storeMany(0, one as number[], [new Uint8Array(1)]), mistake);
    }
    assert.equal(thief.stats().succStores, 0);
    assert.equal(pool.selfCheck(), 0);
  });

  test("arrays of another realm and views of other types are taken", () => {
    const { pool, thief } = open();
    const other = vm.runInNewContext(
      "[new Uint8Array(64).fill(5), new DataView(new ArrayBuffer(80), 8, 64), [0, 1, 2, 3], new Uint8Array(4096)]",
    );
    const floats = new Float64Array(8).fill(1.5);
    assert.equal(thief.store(0, 0, other[0]), true);
    assert.equal(thief.store(0, 1, other[1]), true);
    assert.equal(thief.store(0, 2, floats), true);
    assert.deepEqual(
      [0, 1, 2].map((i) => thief.pageLength(0, i)),
      [64, 64, 64],
    );
    const back = new Float64Array(9);
    assert.equal(thief.loadBytes(0, 2, back), 64);
    assert.deepEqual([...back], [...floats, 0]);
    assert.equal(thief.load(0, 0, other[3]), true);
    assert.equal(other[3][63], 5);
    const list = vm.runInNewContext("[new Uint8Array(3), new Uint8Array(4)]");
    assert.deepEqual(thief.storeMany(0, other[2].slice(0, 2), list), [true, true]);
    assert.equal(pool.selfCheck(), 0);
  });

  test("options are read before anything else, whatever their getters do", () => {
    for (const act of ["resize", "close", "client", "area", "throw"] as const) {
      const { pool, thief } = open();
      const buffer = resizable(PAGE, 65536);
      const page = new Uint8Array(buffer);
      const options = {
        get kind() {
          if (act === "resize") buffer.resize(0);
          if (act === "close") pool.close();
          if (act === "client") thief.close();
          if (act === "area") thief.invalidateArea(0);
          if (act === "throw") throw new Error("mine");
          return "f64" as const;
        },
      };
      for (const store of [
        () => [thief.store(0, 0, page, options)],
        () => thief.storeMany(0, [0], [page], options),
      ]) {
        const expected = {
          resize: { code: "ERR_SPILLWAY_ARG_RANGE", message: /page length .*got 0/ },
          close: { code: "ERR_SPILLWAY_CLOSED" },
          client: { code: "ERR_SPILLWAY_CLOSED" },
          throw: { code: "ERR_SPILLWAY_ARG_TYPE", cause: new Error("mine") },
        };
        if (act === "area") assert.deepEqual(store(), [false], "the area is closed by then");
        else assert.throws(store, expected[act]);
      }
      if (act !== "close") {
        assert.equal(pool.stats().succStores, 1);
        assert.equal(pool.selfCheck(), 0);
      }
    }
  });

  test("an array that grows or shrinks while others are read has the length that it has at the end", () => {
    const { pool, thief } = open();
    const buffer = resizable(PAGE, 65536);
    const tracking = new Uint8Array(buffer);
    for (const [bytes, ok] of [
      [100, true],
      [65536, false],
      [0, false],
    ] as const) {
      buffer.resize(PAGE);
      const pages = [tracking, new Uint8Array(8)];
      Object.defineProperty(pages, 1, {
        get() {
          buffer.resize(bytes);
          return new Uint8Array(8);
        },
      });
      if (ok) {
        assert.deepEqual(thief.storeMany(0, [0, 1], pages), [true, true]);
        assert.equal(thief.pageLength(0, 0), bytes);
      } else {
        assert.throws(() => thief.storeMany(0, [0, 1], pages), mistake);
      }
    }
    // A detached one has no bytes.
    const moved = new Uint8Array(PAGE);
    structuredClone(moved, { transfer: [moved.buffer] });
    assert.throws(() => thief.store(0, 0, moved), mistake);
    assert.throws(() => thief.load(0, 0, moved), mistake);
    const detachedView = new DataView(new ArrayBuffer(8));
    structuredClone(0, { transfer: [detachedView.buffer] });
    assert.throws(() => thief.store(0, 0, detachedView), mistake);
    const shared = new Uint8Array(growable(PAGE, 65536));
    assert.equal(thief.store(0, 5, shared), true);
    assert.equal(thief.load(0, 5, shared), true);
    assert.equal(pool.selfCheck(), 0);
  });

  test("lists are read once: what a second reading would say is not heard", () => {
    const { pool, thief } = open();
    const count = 40;
    const readings = new Map<string, number>();
    const once = (name: string) => {
      const n = (readings.get(name) ?? 0) + 1;
      readings.set(name, n);
      return n === 1;
    };
    const lying = (name: string, first: (i: number) => unknown, then: (i: number) => unknown) =>
      new Proxy([], {
        get(_, key) {
          if (key === "length") return once(`${name}.length`) ? count : 1;
          if (typeof key !== "string" || !/^\d+$/.test(key)) return undefined;
          const i = Number(key);
          return once(`${name}[${i}]`) ? first(i) : then(i);
        },
      });
    const offsets = lying(
      "offsets",
      (i) => i,
      () => -1,
    ) as unknown as number[];
    const pages = lying(
      "pages",
      (i) => new Uint8Array(PAGE).fill(i + 1),
      () => new Uint8Array(65536),
    );
    assert.deepEqual(
      thief.storeMany(0, offsets, pages as unknown as Uint8Array[]),
      new Array(count).fill(true),
    );
    assert.ok(
      [...readings.values()].every((n) => n === 1),
      JSON.stringify([...readings]),
    );
    assert.equal(thief.currPages(0), count);
    const back = new Uint8Array(PAGE);
    for (let i = 0; i < count; i++) {
      assert.equal(thief.loadBytes(0, i, back), PAGE);
      assert.ok(back.every((byte) => byte === i + 1));
    }
    assert.throws(() => thief.storeMany(0, { length: 2 ** 40 } as never, [] as never), mistake);
    assert.throws(() => thief.storeMany(0, { length: Number.NaN } as never, []), mistake);
    assert.throws(() => thief.storeMany(0, { length: -1 } as never, []), mistake);
    assert.throws(
      () =>
        thief.storeMany(
          0,
          {
            get length(): number {
              throw new Error("no");
            },
          },
          [],
        ),
      mistake,
    );
    assert.equal(pool.selfCheck(), 0);
  });

  test("a batch with one bad argument does nothing", () => {
    const { pool, thief } = open();
    const good = () => new Uint8Array(PAGE).fill(9);
    thief.store(0, 0, good());
    const batches: [unknown, unknown][] = [
      [
        [0, 1, -1],
        [good(), good(), good()],
      ],
      [
        [0, 1, 2],
        [good(), good(), new Uint8Array(PAGE + 1)],
      ],
      [
        [0, 1, 2],
        [good(), good(), new Uint8Array(0)],
      ],
      [
        [0, 1, 2],
        [good(), good(), null],
      ],
      [
        [0, 1, 2],
        [good(), good()],
      ],
      [
        [0, 1, "2"],
        [good(), good(), good()],
      ],
      [[0, 1, 2], new Uint8Array(3 * PAGE - 1)],
    ];
    for (const [offsets, pages] of batches) {
      assert.throws(() => thief.storeMany(0, offsets as number[], pages as Uint8Array[]), mistake);
      assert.equal(thief.stats().succStores, 1);
    }
    thief.exclusiveGets = true;
    thief.storeMany(0, [1, 2], [good(), good()]);
    const targets = [new Uint8Array(PAGE), new Uint8Array(PAGE), new Uint8Array(PAGE - 1)];
    assert.throws(() => thief.loadMany(0, [0, 1, 2], targets), { code: "ERR_SPILLWAY_ARG_RANGE" });
    assert.equal(thief.currPages(0), 3);
    assert.ok(targets.every((target) => target.every((byte) => byte === 0)));
    // An array that is short is good for a page that is shorter.
    thief.store(0, 3, new Uint8Array(7));
    assert.deepEqual(thief.loadMany(0, [3], [new Uint8Array(7)]), [true]);
    assert.equal(pool.selfCheck(), 0);
  });

  test("an exclusive batch with damaged pages says of each page whether it was delivered", () => {
    const arenas = openArenas("doors", { maxBytes: "1MiB" });
    const swap = frontswapOver(arenas, 1, 1);
    swap.init(0);
    for (let i = 0; i < 3; i++) swap.store(0, i, secretPage().fill(i, 0, 8));
    const [area] = [...arenas.registry.areas.keys()];
    damage(arenas, engineOf(arenas).door_place(area as number, 1) + 20, 0x55);
    swap.exclusiveGets = true;
    const targets = [0, 1, 2].map(() => new Uint8Array(PAGE));
    assert.throws(() => swap.loadMany(0, [0, 1, 2], targets), {
      code: "ERR_SPILLWAY_DAMAGED",
      type: 0,
      offsets: [1],
      loaded: [true, false, true],
    });
    assert.deepEqual(targets[2], secretPage().fill(2, 0, 8));
    assert.equal(swap.currPages(0), 1);
  });

  test("handles are looked up after all foreign code has run", () => {
    const { pool, victim, thief } = open();
    const cache = pool.cleancache({ name: "cache" });
    const fs = cache.initFs();
    const options = {
      get kind() {
        cache.invalidateFs(fs);
        victim.init(3);
        return undefined;
      },
    };
    assert.throws(() => cache.putPage(fs, 1, 3, new Uint8Array(PAGE), options), mistake);
    assert.equal(victim.currPages(3), 0);
    Object.defineProperty(thief, "exclusiveGets", {
      get() {
        thief.invalidateArea(0);
        victim.init(4);
        return true;
      },
    });
    thief.store(0, 0, new Uint8Array(4));
    assert.equal(thief.load(0, 0, new Uint8Array(4)), true);
    assert.equal(victim.currPages(4), 0);
    const clients = new Proxy([cache], {
      get(list, key) {
        if (key === "0") pool.close();
        return Reflect.get(list, key);
      },
    });
    assert.throws(() => pool.shareFs("123e4567-e89b-12d3-a456-426614174000", clients), {
      code: "ERR_SPILLWAY_CLOSED",
    });
    victim.close();
  });

  test("clients of shareFs are clients, not their look-alikes", () => {
    const { pool } = open();
    const cache = pool.cleancache();
    const uuid = "123e4567-e89b-12d3-a456-426614174000";
    const prototype = Object.getPrototypeOf(cache);
    for (const one of [Object.create(prototype), new Proxy(cache, {}), {}, null, 1])
      assert.throws(() => pool.shareFs(uuid, [one]), mistake);
    assert.throws(() => pool.shareFs(uuid, { length: 2 ** 40 } as never), mistake);
    pool.shareFs(uuid, [cache]);
    assert.equal(cache.initSharedFs(uuid), 0);
  });

  test("the engine refuses lengths that it cannot keep, whatever the facade says", () => {
    for (const pageSize of [4096, 65536]) {
      const arenas = openArenas("verify", { maxBytes: "8MiB", pageSize });
      const engine = engineOf(arenas);
      const area = arenas.registry.openArea(1, 0, 1);
      put(arenas, area, 0, new Uint8Array(64).fill(3));
      for (const bytes of [0, pageSize + 1, 2 ** 31, 2 ** 32 - 1]) {
        assert.equal(engine.store_page(area, 0, bytes, 0), abi.Status.LENGTH);
        assert.equal(engine.put_page(area, 1, 0, 0, bytes, 0), abi.Status.LENGTH);
        assert.equal(engine.put_page(0, 1, 0, 0, bytes, 0), abi.Status.LENGTH);
      }
      const target = new Uint8Array(64);
      assert.equal(arenas.load(addressOf(area, 0), target, false), 64, "the older page is still there");
      assert.equal(arenas.selfCheck(), 0);
      assert.equal(arenas.stats().succStores, 1);
    }
  });

  test("a key in two arenas is found by the self check", () => {
    const arenas = openArenas("verify", { maxBytes: "4MiB" }, 16);
    const area = arenas.registry.openArea(1, 0, 1);
    const noise = (i: number) =>
      Uint8Array.from({ length: PAGE }, (_, j) => (i * 7919 + j * 104729 * (j + i)) >>> 7);
    for (let i = 0; arenas.memory.count < 2; i++) put(arenas, area, i, noise(i));
    assert.equal(arenas.selfCheck(), 0);
    const [first, second] = arenas.memory.each();
    const other = arenas.memory.current === second ? first : second;
    // As a facade that forgets to remove the old page would do it.
    assert.ok(first && second && other);
    assert.equal(first.store(addressOf(area, 777_777), new Uint8Array(4), 0), 1);
    assert.equal(arenas.selfCheck(), 0);
    assert.equal(second.store(addressOf(area, 777_777), new Uint8Array(4), 0), 1);
    assert.equal(arenas.selfCheck(), TWO_ARENAS);
  });

  test("a get can keep the page, in a file system of one's own", () => {
    const { pool } = open();
    const keeping = pool.cleancache({ exclusiveGets: false });
    const fs = keeping.initFs();
    const back = new Uint8Array(PAGE);
    keeping.putPage(fs, 1, 2, new Uint8Array([1, 2, 3]));
    assert.equal(keeping.getBytes(fs, 1, 2, back), 3);
    assert.equal(keeping.getPage(fs, 1, 2, back), true);
    keeping.exclusiveGets = true;
    assert.equal(keeping.getBytes(fs, 1, 2, back), 3);
    assert.equal(keeping.getBytes(fs, 1, 2, back), 0);
    assert.throws(() => pool.cleancache({ exclusiveGets: 1 as never }), mistake);
    assert.throws(() => {
      keeping.exclusiveGets = "yes" as never;
    }, mistake);
  });

  test("intrinsics read internal slots", () => {
    const array = new Uint8Array(5);
    Object.defineProperty(array, "length", { value: 9 });
    assert.equal(lengthOf(array), 5);
    const target = new Uint8Array(9);
    copyInto(target, array.fill(3), 4);
    assert.deepEqual([...target], [0, 0, 0, 0, 3, 3, 3, 3, 3]);
  });
});
