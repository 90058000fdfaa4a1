/**
 * Shows what pools and clients are as objects: they are not cloned, sent, observed or made by `new`, and a
 * console shows each in one line. How: a pool with a client of each kind, handed to everything that takes
 * objects.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { MessageChannel } from "node:worker_threads";
import { Spillway } from "spillway";

const SIZE = { maxBytes: "1MiB" };

describe("a pool and its clients as objects", () => {
  const pool = Spillway.openSync({ ...SIZE, name: "mine" });
  const swap = pool.frontswap({ name: "undo", maxBytes: "512KiB" });
  const cache = pool.cleancache();
  swap.init(0);
  swap.store(0, 1, new Uint8Array(4096).fill(3));
  const all = { Spillway: pool, Frontswap: swap, Cleancache: cache };

  for (const [name, one] of Object.entries(all)) {
    test(`a ${name} is not cloned or sent, alone or inside of something`, () => {
      const { port1 } = new MessageChannel();
      for (const value of [one, [one], { one }, new Map([["one", one]])]) {
        assert.throws(() => structuredClone(value), {
          name: "DataCloneError",
          message: new RegExp(`#<${name}>`),
        });
        assert.throws(() => port1.postMessage(value), { name: "DataCloneError" });
      }
      port1.close();
    });

    test(`a ${name} is not made by new`, () => {
      for (const args of [[], [SIZE], [{}, {}]])
        assert.throws(() => Reflect.construct(one.constructor, args), {
          code: "ERR_SPILLWAY_ARG_TYPE",
          message: new RegExp(`^a ${name} is not made by new: use .*(openSync|pool\\.)`),
        });
    });

    test(`a ${name} is known by its class's own name`, () => {
      assert.equal(one.constructor.name, name);
      assert.equal(String(one), `[object ${name}]`);
      assert.equal(`${Object.getPrototypeOf(one)}`, "[object Handle]");
      // Vue looks at either: what is so marked it hands back as it is.
      assert.equal((one as unknown as { __v_skip: boolean }).__v_skip, true);
    });
  }

  test("a console shows one line of figures, before and after the end", () => {
    assert.equal(inspect(pool), 'Spillway "mine": 1 page in 256 KiB of 1 MiB');
    assert.match(inspect(swap), /^Frontswap "undo": 1 page in \d+ bytes of 512 KiB$/);
    assert.equal(inspect(cache), 'Cleancache "cleancache-2": 0 pages in 0 bytes');
    assert.equal(inspect({ pool }), `{ pool: ${inspect(pool)} }`);
    for (const one of Object.values(all)) {
      const deno = (one as unknown as Record<symbol, () => string>)[Symbol.for("Deno.customInspect")];
      assert.equal(deno?.call(one), inspect(one));
      assert.equal(deno?.call(Object.getPrototypeOf(one)), "Handle {}");
    }
    const brief = Spillway.openSync(SIZE);
    const client = brief.cleancache({ name: "gone" });
    client.close();
    assert.equal(inspect(client), "Cleancache (the client gone is closed)");
    brief.close();
    assert.equal(inspect(brief), "Spillway (the pool is closed)");
  });

  test("own properties are what they were", () => {
    assert.deepEqual(Object.keys(pool), ["pageSize"]);
    assert.deepEqual(Object.keys(cache), ["name"]);
    assert.equal(JSON.stringify(pool), '{"pageSize":4096}');
  });
});
