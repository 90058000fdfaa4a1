/**
 * Shows that the order of eviction does what its plain twin does, operation by operation: the same queue for
 * every page that arrives, and the same victim every time.
 *
 * How: traces of every kind (skewed, looping, back and forth, shifting, removed and restored), pages of
 * different weight, and a capacity in bytes that changes. The build has costly assertions, and every
 * structure is recounted from time to time.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Leave, OrderTwin } from "#kit/models/orders.js";
import { engineOf, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";

interface OrderDoors {
  door_order_open(): number;
  door_order_hash(offset: number, high: number): number;
  door_order_choose(order: number, offset: number): number;
  door_order_insert(order: number, offset: number, charge: number, choice: number): number;
  door_order_touch(order: number, node: number): void;
  door_order_victim(order: number, fromMain: number): number;
  door_order_remove(order: number, node: number, how: number): void;
  door_order_check(): number;
}

const STEPS = Number(process.env.SPILLWAY_STEPS ?? 10_000);
const seed = runSeed();

/** The keys of a trace, in order. */
const TRACES: Readonly<Record<string, (random: Random) => (i: number) => number>> = {
  skewed: (random) => () => Math.floor(600 * (random.below(1e6) / 1e6) ** 3),
  looping: () => (i) => i % 230,
  "back and forth": () => (i) => (i % 600 < 300 ? i % 300 : 299 - (i % 300)),
  shifting: (random) => (i) => Math.floor(i / 40) + random.below(120),
  "all of them in turn": (random) => (i) => {
    const phase = Math.floor(i / 1500) % 4;
    if (phase === 0) return i % 230;
    if (phase === 1) return random.below(400);
    return phase === 2 ? Math.abs((i % 500) - 250) : random.below(30) ** 2;
  },
};

describe(`the order of eviction, seed ${seed}`, () => {
  for (const [name, trace] of Object.entries(TRACES)) {
    for (const taking of [false, true]) {
      test(`${name}${taking ? ", pages taken when found" : ""}`, (t) => {
        const random = new Random(seed);
        const keyAt = trace(random);
        const engine = engineOf(openArenas("verify", { maxBytes: "1MiB" })) as unknown as OrderDoors;
        const order = engine.door_order_open();
        const twin = new OrderTwin((key) => [
          engine.door_order_hash(key, 0) >>> 0,
          engine.door_order_hash(key, 1) >>> 0,
        ]);
        const nodes = new Map<number, number>();
        let capacity = 100_000;
        let hits = 0;
        const leave = (key: number, how: number) => {
          engine.door_order_remove(order, nodes.get(key) as number, how);
          twin.remove(key, how);
          nodes.delete(key);
        };
        const come = (key: number) => {
          const charge = key % 9 === 0 ? 4172 : 800 + (key % 7) * 100;
          const choice = engine.door_order_choose(order, key);
          assert.equal(choice, twin.choose(key), `queue of ${key}`);
          let fromMain = (choice & 8) !== 0;
          while (twin.bytes + charge > capacity && twin.pages.size > 0) {
            const victim = engine.door_order_victim(order, fromMain ? 1 : 0);
            assert.equal(victim, twin.victim(fromMain), "victim");
            leave(victim, Leave.EVICTED);
            fromMain = false;
          }
          nodes.set(key, engine.door_order_insert(order, key, charge, choice));
          twin.insert(key, charge, choice);
        };
        for (let i = 0; i < STEPS; i++) {
          const key = keyAt(i);
          if (random.below(500) === 0) capacity = 30_000 + random.below(120_000);
          if (nodes.has(key)) {
            hits += 1;
            engine.door_order_touch(order, nodes.get(key) as number);
            twin.touch(key);
            if (random.below(20) === 0) {
              leave(key, Leave.FORGOTTEN);
            } else if (taking) {
              leave(key, Leave.TAKEN);
              if (random.below(4) > 0) come(key);
            }
          } else {
            come(key);
          }
          if (i % 97 === 0) assert.equal(engine.door_order_check(), 1, `step ${i}; SPILLWAY_SEED=${seed}`);
        }
        t.diagnostic(`${hits} hits of ${STEPS}`);
        assert.equal(engine.door_order_check(), 1);
      });
    }
  }
});
