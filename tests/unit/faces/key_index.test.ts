/**
 * Shows that the index of a map finds what a Map finds, in the order of insertion, through growth, removal
 * and closing up; that places and ends are kept through all of it; that keys of any characters and length
 * come back.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Random, runSeed } from "#kit/random.js";
import { EncodedKey, KeyArena } from "#lib/faces/key_arena.js";
import { hashKey } from "#lib/faces/key_hash.js";
import { KeyIndex } from "#lib/faces/key_index.js";

const seed = runSeed();
console.log(`key index: seed ${seed}`);
const SECRET = [0x03020100, 0x07060504] as const;

/** HalfSipHash-1-3 with bigints, written from its paper's description of SipHash and nothing of ours. */
function reference(bytes: number[], top: number): number {
  const mask = 0xffffffffn;
  const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & mask;
  const [k0, k1] = SECRET.map(BigInt) as [bigint, bigint];
  const v = [k0, k1, 0x6c796765n ^ k0, 0x74656462n ^ k1] as [bigint, bigint, bigint, bigint];
  const round = () => {
    v[0] = (v[0] + v[1]) & mask;
    v[1] = rotate(v[1], 5n) ^ v[0];
    v[0] = rotate(v[0], 16n);
    v[2] = (v[2] + v[3]) & mask;
    v[3] = rotate(v[3], 8n) ^ v[2];
    v[0] = (v[0] + v[3]) & mask;
    v[3] = rotate(v[3], 7n) ^ v[0];
    v[2] = (v[2] + v[1]) & mask;
    v[1] = rotate(v[1], 13n) ^ v[2];
    v[2] = rotate(v[2], 16n);
  };
  const padded = [...bytes, ...new Array(3 - (bytes.length % 4)).fill(0), top];
  for (let at = 0; at < padded.length; at += 4) {
    const word = padded.slice(at, at + 4).reduce((sum, byte, i) => sum | (BigInt(byte) << BigInt(8 * i)), 0n);
    v[3] ^= word;
    round();
    v[0] ^= word;
  }
  v[2] ^= 0xffn;
  for (let i = 0; i < 3; i++) round();
  return Number(v[1] ^ v[3]);
}

describe("the hash of a key", () => {
  test("is HalfSipHash-1-3, with length and mark in the last byte", () => {
    const random = new Random(seed);
    for (let length = 0; length < 70; length++) {
      const bytes = random.fill(new Uint8Array(length));
      for (const mark of [0, 1])
        assert.equal(
          hashKey(bytes, 0, length, mark, SECRET),
          reference([...bytes], (length ^ (mark << 7)) & 255),
        );
      const shifted = new Uint8Array(length + 9);
      shifted.set(bytes, 5);
      assert.equal(hashKey(shifted, 5, length, 0, SECRET), hashKey(bytes, 0, length, 0, SECRET));
    }
  });
});

describe("the arena of keys", () => {
  test("gives keys of any characters and length back, also when others are closed up", () => {
    const random = new Random(seed);
    const special = [
      "",
      "\0",
      "\xff",
      "Ā",
      "\ud800",
      "a\udfff",
      "😀",
      "x".repeat(63),
      "x".repeat(64),
      "x".repeat(8191),
    ];
    const large = ["y".repeat(70_000), "Ж".repeat(100_000), "z".repeat(3_000_000)];
    const keys = [...special, ...large];
    for (let i = 0; i < 3000; i++)
      keys.splice(random.below(keys.length), 0, `key ${i}`.repeat(1 + random.below(30)));
    keys.push("the end, in a chunk that is not whole");
    const arena = new KeyArena();
    const encoded = new EncodedKey();
    const append = (key: string) => {
      encoded.read(key);
      return arena.append(encoded);
    };
    const addresses = keys.map(append);
    assert.deepEqual(
      addresses,
      [...addresses].sort((a, b) => a - b),
      "addresses ascend",
    );
    for (const [i, address] of addresses.entries()) {
      const key = keys[i] as string;
      encoded.read(key);
      assert.equal(arena.key(address), key);
      assert.equal(arena.equals(address, encoded), true);
      assert.equal(arena.hash(address, SECRET), encoded.hash(SECRET));
      encoded.read(`${key}?`);
      assert.equal(arena.equals(address, encoded), false);
    }
    // Ever fewer of them, and new ones in between: long ones go first, last, or stay to the end.
    let left = keys.map((key, i) => ({ key, address: addresses[i] as number }));
    for (const part of [1, 0.99, 0.7, 0.3, 0.5, 0.1, 0, 1]) {
      const keep = left.filter(
        ({ key }) => random.below(1000) < 1000 * part || (part > 0 && key.length > 1e6),
      );
      const slide = arena.slide();
      left = keep.map(({ key, address }) => {
        const moved = slide.move(address);
        assert.ok(moved <= address);
        return { key, address: moved };
      });
      slide.end();
      for (const { key, address } of left) assert.equal(arena.key(address), key);
      const need = left.reduce(
        (sum, { key }) => sum + 12 + (/^[\0-\xff]*$/.test(key) ? 1 : 2) * key.length,
        0,
      );
      assert.ok(arena.reservedBytes <= 1.2 * need + 65_536, `${arena.reservedBytes} for ${need}`);
      for (const key of ["w".repeat(random.below(80_000)), ...special, "new"])
        left.push({ key, address: append(key) });
      for (const { key, address } of left) assert.equal(arena.key(address), key);
    }
  });
});

describe("the index", () => {
  test("finds what a Map finds, and keeps its order, through 100,000 random operations", () => {
    const random = new Random(seed);
    for (const extras of [
      { hot: false, ttl: false },
      { hot: true, ttl: false },
      { hot: true, ttl: true },
    ]) {
      const index = new KeyIndex(SECRET, extras);
      const model = new Map<string, number>();
      const due = new Map<string, number>();
      for (let i = 0; i < 33_000; i++) {
        // Grows, shrinks, and grows again.
        const range = i < 12_000 || i > 24_000 ? 20_000 : 300;
        const key = `k${random.below(range)}`;
        const slot = index.find(key);
        assert.equal(slot >= 0, model.has(key));
        if (slot >= 0 && random.below(3) > 0) {
          index.remove(slot);
          model.delete(key);
          due.delete(key);
        } else {
          const at = slot < 0 ? index.insert(key) : slot;
          if (slot < 0) assert.equal(at, index.end - 1);
          index.setValue(
            at,
            i % 2 === 0,
            0xffffff00 + (i % 256),
            i % 0x10000,
            i % 256,
            0xfffffff0 + (i % 16),
          );
          if (extras.hot) index.setHot(at, i);
          if (extras.ttl) index.setDue(at, 2 ** 40 + i);
          model.set(key, i);
          due.delete(key);
          due.set(key, i);
        }
        if (index.wantsClosingUp) {
          const before = [...model.keys()].map((one) => index.find(one));
          const moved = index.closeUp() as Uint32Array;
          assert.deepEqual(
            [...model.keys()].map((one) => index.find(one)),
            before.map((one) => moved[one]),
          );
          assert.equal(index.end, index.size);
        }
      }
      assert.equal(index.size, model.size);
      let slot = -1;
      for (const [key, i] of model) {
        slot = index.next(slot + 1);
        assert.equal(index.key(slot), key);
        assert.deepEqual(
          [index.own(slot), index.where(slot), index.high(slot), index.tag(slot), index.bytes(slot)],
          [i % 2 === 0, 0xffffff00 + (i % 256), i % 0x10000, i % 256, 0xfffffff0 + (i % 16)],
        );
        assert.equal(index.hot(slot), extras.hot ? i : 0);
        const place = [index.hash(key), index.where(slot), index.high(slot)] as const;
        if (index.own(slot)) assert.notEqual(index.findAt(...place), slot);
        else assert.equal(index.findAt(...place), slot);
        index.setPlace(slot, 5, 6);
        assert.deepEqual([index.where(slot), index.high(slot), index.tag(slot)], [5, 6, i % 256]);
      }
      assert.equal(index.next(slot + 1), -1);
      for (const [key, i] of extras.ttl ? due : []) {
        const first = index.firstDue;
        assert.equal(index.key(first), key);
        assert.equal(index.due(first), 2 ** 40 + i);
        index.remove(first);
      }
      assert.equal(index.firstDue, -1);
    }
  });

  test("takes at most 60 bytes a key beside the key's own, with all options, dead ones included", () => {
    const bound = 60;
    for (const extras of [
      { hot: false, ttl: false },
      { hot: true, ttl: true },
    ])
      for (const dies of [2 ** 32, 5]) {
        const index = new KeyIndex(SECRET, extras);
        let worst = 0;
        for (let i = 0; i < 300_000; i++) {
          index.insert(`key ${i}`);
          // A fifth of all slots: just too few to be closed up.
          if (i % dies === dies - 1) index.remove(index.find(`key ${i - 1}`));
          assert.equal(index.wantsClosingUp, false);
          if (i > 20_000 && i % 500 === 0)
            worst = Math.max(worst, index.reservedBytes / index.size - `key ${i}`.length);
        }
        assert.ok(worst <= bound, `${worst} with ${JSON.stringify(extras)}, one of ${dies} dead`);
        console.log(
          `index: ${worst.toFixed(1)} bytes a key at worst, ${JSON.stringify(extras)}, 1/${dies} dead`,
        );
      }
  });
});
