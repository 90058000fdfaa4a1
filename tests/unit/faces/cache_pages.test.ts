/**
 * Shows that a value of a cache is found by the keys of its pages alone, that no two of one hash have one
 * number, and that a value which loses a page while it is being stored is not taken for whole.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { ByHash, CacheClient, slotOfArea } from "#lib/faces/cache_pages.js";
import { KeyIndex } from "#lib/faces/key_index.js";

function openRoom(options = {}) {
  const pool = Spillway.openSync({ maxBytes: "1MiB", autoShrink: false });
  const cache = pool.cleancache({ name: "room", evictedKeys: true, exclusiveGets: false, ...options });
  const client = new CacheClient(cache);
  return { pool, client, room: client.begin() };
}

describe("numbers of values", () => {
  test("are the first that no other value of this hash has, stored or on its way", () => {
    const { pool, room } = openRoom();
    const index = new KeyIndex([1, 2], { hot: false, ttl: false, near: true });
    const numbers = new ByHash(room, index);
    const taken: number[] = [];
    const hash = index.hash("key");
    for (let i = 0; i < 3; i++) {
      numbers.take(hash);
      taken.push(numbers.high);
      assert.equal(numbers.where, hash);
    }
    assert.deepEqual(taken, [1, 2, 3]);
    const slot = index.insert("key");
    index.setValue(slot, true, hash, 2, 0, 9000);
    for (const high of taken) assert.equal(numbers.came(numbers.area(high, hash)), true);
    assert.equal(slotOfArea(index, numbers.area(2, hash)), slot);
    assert.equal(slotOfArea(index, numbers.area(1, hash)), -1);
    for (const expected of [1, 3]) {
      numbers.take(hash);
      assert.equal(numbers.high, expected);
    }
    // Numbers fit a JavaScript number and are no shared page's area.
    assert.ok(Number.isSafeInteger(numbers.area(0xffff, 2 ** 32 - 1)) && numbers.area(1, 0) > 0);
    pool.close();
  });
});

describe("pages", () => {
  test("that were evicted are told once, those of another room never", () => {
    const { pool, client, room } = openRoom({ maxBytes: "64KiB" });
    const other = client.begin();
    const random = new Random(7);
    const page = () => random.fill(new Uint8Array(4096));
    other.store(0, 1000, page(), undefined);
    for (let i = 0; i < 40; i++) room.store(5, i, page(), undefined);
    const { pages, lost } = room.takeEvicted();
    assert.equal(lost, false);
    assert.ok(pages.length > 0);
    for (let i = 0; i < pages.length; i += 2) {
      assert.equal(pages[i], 5);
      assert.equal(room.has(5, pages[i + 1] as number), false);
    }
    assert.deepEqual(room.takeEvicted(), { pages: [], lost: false });
    room.end();
    assert.equal(client.stats().storedPages, other.has(0, 1000) ? 1 : 0);
    pool.close();
  });

  test("of a value that is torn refuse the rest of it", () => {
    const { pool, room } = openRoom();
    const page = new Uint8Array(100).fill(3);
    const area = 2 ** 32 + 7;
    assert.equal(room.coming(area), true);
    assert.equal(room.coming(area), false);
    assert.equal(room.store(area, 0, page, undefined), true);
    room.tear(area + 1);
    assert.equal(room.isTorn(area), false);
    room.tear(area);
    assert.equal(room.store(area, 1, page, undefined), false);
    assert.equal(room.came(area), false);
    assert.equal(room.coming(area), true);
    room.tearAll();
    assert.equal(room.came(area), false);
    pool.close();
  });
});
