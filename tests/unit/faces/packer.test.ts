/**
 * Shows that values on shared and on own pages come back through refusals at random, that pages of dead
 * values are let go of, that pages in memory are few, and that one call moves one page at most.
 *
 * How: a client in memory that refuses and throws when a seeded script says so, under an index of the real
 * kind.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SpillwayError } from "spillway";
import { Random, runSeed } from "#kit/random.js";
import { KeyIndex } from "#lib/faces/key_index.js";
import { MapPages, type PageRoom } from "#lib/faces/map_pages.js";
import { InTurn, OwnPages } from "#lib/faces/own_pages.js";
import { Packer } from "#lib/faces/packer.js";

const seed = runSeed();
console.log(`packer: seed ${seed}`);
const PAGE = 4096;

/** Pages in a Map, with room for so many pages. */
class Fake {
  readonly pages = new Map<string, Uint8Array>();
  room = Infinity;
  /** Part of stores that are refused, and of calls that throw for want of stack. */
  refuses = 0;
  throws = 0;
  loads = 0;
  stores = 0;
  readonly #random = new Random(seed);

  get client(): PageRoom {
    const stack = () => {
      if (this.#random.below(1000) < this.throws * 1000)
        throw new SpillwayError("ERR_SPILLWAY_STACK", "no stack");
    };
    return {
      store: (type, offset, page) => {
        stack();
        this.stores += 1;
        this.pages.delete(`${type} ${offset}`);
        if (this.pages.size >= this.room || this.#random.below(1000) < this.refuses * 1000) return false;
        this.pages.set(`${type} ${offset}`, (page as Uint8Array).slice());
        return true;
      },
      load: (type, offset, target) => {
        stack();
        this.loads += 1;
        const page = this.pages.get(`${type} ${offset}`);
        if (page !== undefined) (target as Uint8Array).set(page);
        return page?.length ?? 0;
      },
      drop: (type, offset) => {
        stack();
        this.pages.delete(`${type} ${offset}`);
      },
      has: (type, offset) => this.pages.has(`${type} ${offset}`),
      touch: () => {},
      whenRead: async (_area, _offsets, _signal, verb) => verb(),
      end: () => {},
    };
  }
}

function quietly<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    assert.equal((error as SpillwayError).code, "ERR_SPILLWAY_STACK");
    return undefined;
  }
}

describe("shared pages", () => {
  for (const aligned of [false, true])
    for (const trouble of [
      { refuses: 0, throws: 0, room: Infinity },
      { refuses: 0.5, throws: 0, room: Infinity },
      { refuses: 0.1, throws: 0.1, room: Infinity },
      { refuses: 0, throws: 0, room: 3 },
    ])
      test(`keep every value, ${JSON.stringify(trouble)}${aligned ? ", aligned" : ""}`, () => {
        const random = new Random(seed);
        const fake = Object.assign(new Fake(), trouble);
        const index = new KeyIndex([1, 2], { hot: false, ttl: false });
        const packer = new Packer(new MapPages(fake.client, PAGE, undefined), index, aligned, Infinity);
        const model = new Map<string, Uint8Array>();
        const drop = (key: string) => {
          const slot = index.find(key);
          const place = [index.where(slot), index.high(slot), index.bytes(slot)] as const;
          index.remove(slot);
          packer.drop(...place);
          model.delete(key);
        };
        let refused = 0;
        for (let i = 0; i < 20_000; i++) {
          const key = `key ${random.below(60)}`;
          const bytes = random.fill(new Uint8Array(random.below(random.pick([30, 600, 1500]))));
          if (random.below(3) > 0) {
            if (quietly(() => packer.put(index.hash(key), bytes)) === true) {
              const { page, at } = packer;
              assert.equal(aligned && at % 8, aligned && 0);
              if (model.has(key)) drop(key);
              index.setValue(index.insert(key), false, page, at, 0, bytes.length);
              model.set(key, bytes);
            } else refused += 1;
          } else if (model.has(key)) drop(key);
          const { loads, stores } = fake;
          packer.maintain();
          assert.ok(fake.loads - loads <= 1, "a page is read at most");
          assert.ok(fake.stores - stores <= 4, "and stored, beside those that wait");
          assert.ok(packer.openBytes <= 4 * PAGE);
          if (index.wantsClosingUp) index.closeUp();
          const one = [...model.keys()][random.below(model.size)];
          if (one === undefined) continue;
          const slot = index.find(one);
          const read = quietly(() =>
            packer.read(index.where(slot), index.high(slot), index.bytes(slot)).slice(),
          );
          if (read !== undefined) assert.deepEqual(read, model.get(one));
        }
        assert.equal(refused > 0, trouble.refuses > 0 || trouble.room < Infinity);
        Object.assign(fake, { refuses: 0, throws: 0, room: Infinity });
        for (const [key, bytes] of model) {
          const slot = index.find(key);
          assert.deepEqual(packer.read(index.where(slot), index.high(slot), index.bytes(slot)), bytes);
        }
        assert.ok(packer.repackedPages > 0);
        for (const key of model.keys()) drop(key);
        assert.equal(packer.deadBytes, 0);
        assert.ok(packer.pageCount <= 4);
        if (trouble.throws === 0) assert.equal(fake.pages.size, 0);
      });

  test("tell of an entry that is not there", () => {
    const index = new KeyIndex([1, 2], { hot: false, ttl: false });
    const packer = new Packer(new MapPages(new Fake().client, PAGE, undefined), index, false, Infinity);
    packer.put(1, new Uint8Array(10));
    assert.throws(() => packer.read(packer.page, packer.at, 11), { code: "ERR_SPILLWAY_DAMAGED" });
    assert.throws(() => packer.read(99, 0, 1), { code: "ERR_SPILLWAY_DAMAGED" });
  });
});

describe("own pages", () => {
  test("are all there or none, in an area that has room for all of their offsets", () => {
    const fake = new Fake();
    const own = new OwnPages(new MapPages(fake.client, PAGE, undefined), new InTurn(1, 2 ** 32 - 7));
    const random = new Random(seed);
    const value = random.fill(new Uint8Array(4 * PAGE + 3));
    const places: [number, number][] = [];
    for (let i = 0; i < 3; i++) {
      assert.equal(
        own.store(0, value, () => false),
        true,
      );
      places.push([own.high, own.where]);
    }
    assert.deepEqual(places, [
      [1, 2 ** 32 - 7],
      [2, 0],
      [2, 5],
    ]);
    for (const [area, offset] of places) {
      const target = new Uint8Array(value.length);
      own.load(area, offset, value.length, target);
      assert.deepEqual(target, value);
    }
    fake.room = 18;
    assert.equal(
      own.store(0, value, () => false),
      false,
    );
    assert.deepEqual([fake.pages.size, own.pages], [15, 15]);
    let asked = 0;
    const makeRoom = () => {
      asked += 1;
      fake.room += 1;
      return true;
    };
    assert.equal(own.store(0, value, makeRoom), true);
    assert.equal(asked, 2);
    for (const [area, offset] of [...places, [own.high, own.where] as const])
      own.drop(area, offset, value.length);
    assert.deepEqual([fake.pages.size, own.pages], [0, 0]);
    const last = new OwnPages(new MapPages(fake.client, PAGE, undefined), new InTurn(0xffff, 2 ** 32 - 1));
    assert.throws(() => last.store(0, value, () => false), { code: "ERR_SPILLWAY_OUT_OF_MEMORY" });
  });
});
