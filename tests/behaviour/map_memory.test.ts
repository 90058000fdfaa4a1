/**
 * Shows that a map is whole after the host had no memory for an array, at any place: a set throws and leaves
 * the older value, or it and its closing up go through without. How: the constructors of arrays fail at one
 * call after the other, for each of many operations, beside a Map.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Spillway } from "spillway";
import { Random, runSeed } from "#kit/random.js";

const seed = runSeed();
console.log(`map without memory: seed ${seed}`);

const CLASSES = ["Uint8Array", "Uint32Array"] as const;

/** Runs a call in which array number `at` of those made by a length cannot be had. True: it was asked for. */
function withoutMemory(at: number, call: () => void): boolean {
  let asked = 0;
  const real = CLASSES.map((name) => globalThis[name]);
  for (const [i, name] of CLASSES.entries()) {
    const construct = (of: () => void, given: unknown[]) => {
      if (typeof given[0] === "number" && asked++ === at)
        throw new RangeError("Array buffer allocation failed");
      return Reflect.construct(of, given) as object;
    };
    Object.assign(globalThis, {
      [name]: new Proxy(real[i] as object, { construct } as ProxyHandler<object>),
    });
  }
  try {
    call();
  } finally {
    for (const [i, name] of CLASSES.entries()) Object.assign(globalThis, { [name]: real[i] });
  }
  return asked > at;
}

for (const options of [{}, { hotBytes: 4000, ttl: 1e6 }, { kind: "f32" } as const])
  for (const kind of ["map", "cache"] as const)
    test(`a ${kind} with ${JSON.stringify(options)}: no memory at any one array`, () => {
      const random = new Random(seed);
      const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false });
      const map = kind === "map" ? pool.map<string>(options) : pool.cache<string>(options);
      const model = new Map<string, string>();
      const check = () => assert.deepEqual([...map], [...model]);
      let failures = 0;
      let closedUp = 0;
      for (let i = 0; i < 2000; i++) {
        // Grows to a thousand keys, shrinks, and grows again.
        const shrinks = i > 800 && i < 1500;
        const key = `${"key".repeat(random.below(3) === 0 ? 30 : 1)} ${random.below(1000)}`;
        const wanted = model.size;
        const deletes = model.has(key) && random.below(10) < (shrinks ? 9 : 2);
        const text = `${i} `.repeat(random.pick([1, 20, 200, 3000]));
        for (let at = 0; ; at++) {
          let threw = false;
          const before = map.stats().indexBytes;
          const asked = withoutMemory(at, () => {
            try {
              if (deletes) map.delete(key);
              else map.set(key, text);
            } catch (error) {
              assert.ok(error instanceof RangeError, String(error));
              threw = true;
            }
          });
          failures += asked ? 1 : 0;
          if (deletes) assert.equal(threw, false, "a deletion needs no memory");
          if (map.stats().indexBytes < before) closedUp += 1;
          if (!threw) break;
          assert.equal(map.get(key), model.get(key));
          assert.equal(map.size, wanted);
          if (random.below(20) === 0) check();
        }
        if (deletes) model.delete(key);
        else model.set(key, text);
        assert.equal(map.get(key), model.get(key));
        if (i % 100 === 0) {
          check();
          assert.equal(pool.selfCheck(), 0);
        }
      }
      check();
      assert.ok(failures > 200 && closedUp > 0, `${failures} failures, closed up ${closedUp} times`);
      pool.close();
    });

test("closing up is put off without memory, and made up for", () => {
  const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false });
  const map = pool.map<number>();
  for (let i = 0; i < 5000; i++) map.set(`key ${i}`, i);
  const full = map.stats().indexBytes;
  let asked = 0;
  for (let i = 0; i < 4000; i++) if (withoutMemory(0, () => void map.delete(`key ${i}`))) asked += 1;
  assert.ok(asked > 2 && asked < 2000, `memory was asked for ${asked} times`);
  assert.ok(map.stats().indexBytes >= full);
  map.delete("key 4000");
  for (let i = 0; map.stats().indexBytes >= full / 2; i++) {
    assert.ok(i < 400, `${map.stats().indexBytes} of ${full}`);
    map.delete(`key ${4001 + i}`);
  }
  for (const [key, value] of map) assert.equal(key, `key ${value}`);
  pool.close();
});
