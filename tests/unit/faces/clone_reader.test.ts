/**
 * Shows that the reader of clones answers what node:v8 does, or leaves the value to it: for random values of
 * all kinds, and for bytes that were changed or cut off. And that it does read plain records.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { deserialize, serialize } from "node:v8";
import { Random, runSeed } from "#kit/random.js";
import { CloneReader, type SliceMethods, UNREAD } from "#lib/faces/clone_reader.js";

const seed = runSeed();
console.log(`clone reader: seed ${seed}`);

const reader = () => new CloneReader(Buffer.prototype as unknown as SliceMethods);

const KEYS = [
  "id",
  "name",
  "a",
  "b",
  "",
  "0",
  "17",
  "4294967295",
  "-1",
  "ключ",
  "x".repeat(64),
  "y".repeat(65),
];
const FOREIGN = ["toString", "constructor", "hasOwnProperty", "valueOf"];

/** All of a value, in the order of its keys; -0, NaN and dates without a time too. */
const shown = (one: unknown) =>
  inspect(one, { depth: null, maxArrayLength: null, maxStringLength: null, breakLength: Infinity });

function value(random: Random, depth: number): unknown {
  const leaves = [
    () => random.below(2 ** 31) - 2 ** 30,
    () => random.below(256) - 128,
    () => random.next() / 3,
    () => random.pick([0, -0, Number.NaN, Infinity, -Infinity, 2 ** 31, 2 ** 32, -(2 ** 31), 2 ** 53]),
    () => random.pick([true, false, null, undefined]),
    () => random.pick(["", "a", "text", "é".repeat(random.below(200)), "z".repeat(random.below(300))]),
    () => random.pick(["ключ", "\ud800", "😀".repeat(random.below(100)), "\u0100"]),
    () => new Date(random.next()),
  ];
  const rare = [
    () => 12n ** BigInt(random.below(20)),
    () => new Map([[1, { a: 1 }]]),
    () => new Set(["x"]),
    () => /a/g,
    () => new Uint8Array(5),
    () => Buffer.from("bytes"),
    () => new Array(3).fill(1, 1),
    () => new Date(Number.NaN),
    () => Object.assign([1, 2], { more: 1 }),
    () => new Error("no"),
    () => Object(5),
    () => JSON.parse('{"__proto__": 1}'),
    () => ({ [random.pick(FOREIGN)]: 1 }),
    () => {
      const shared = { shared: true };
      return [shared, shared];
    },
  ];
  if (random.below(60) === 0) return random.pick(rare)();
  if (depth === 0 || random.below(3) === 0) return random.pick(leaves)();
  if (random.below(2) === 0) return Array.from({ length: random.below(6) }, () => value(random, depth - 1));
  const object: Record<string, unknown> = {};
  for (let i = random.below(8); i > 0; i--) {
    const key = random.below(4) === 0 ? `key ${random.below(5000)}` : random.pick(KEYS);
    object[key] = value(random, depth - 1);
  }
  return object;
}

describe("the reader of clones", () => {
  test("answers what V8 does, or leaves it to it", () => {
    const random = new Random(seed);
    const one = reader();
    let read = 0;
    for (let i = 0; i < 20_000; i++) {
      const bytes = serialize(value(random, 4));
      const answer = one.read(new Uint8Array(bytes));
      if (answer === UNREAD) continue;
      read += 1;
      assert.equal(shown(answer), shown(deserialize(bytes)));
    }
    assert.ok(read > 10_000, `${read} of 20,000 read`);
  });

  test("reads records whatever came before, and leaves what is rare", () => {
    const one = reader();
    const readable = [
      { id: 1, list: [1, 2.5, "x", { deep: [null, true, undefined] }], when: new Date(5), text: "ключ" },
      [],
      {},
      "text",
      5,
      null,
      Array.from({ length: 3000 }, (_, i) => ({ [`key ${i}`]: i, common: i })),
    ];
    for (const record of [...readable, ...readable])
      assert.deepStrictEqual(one.read(serialize(record)), record);
    const shared = {};
    const circle: { self?: unknown } = {};
    circle.self = circle;
    let deep: unknown = 1;
    for (let i = 0; i < 200; i++) deep = [deep];
    const left = [
      new Map(),
      new Set(),
      5n,
      /x/,
      new Array(3).fill(1, 1),
      new Uint8Array(3),
      { a: shared, b: shared },
      circle,
    ];
    for (const rare of [...left, deep, { toString: 1 }, JSON.parse('{"__proto__":{"a":1}}'), Object("x")])
      assert.equal(one.read(serialize(rare)), UNREAD);
  });

  test("of other bytes: ends, and answers what V8 does if both do", () => {
    const random = new Random(seed);
    const one = reader();
    let read = 0;
    for (let i = 0; i < 20_000; i++) {
      const bytes = new Uint8Array(serialize(value(random, 3)));
      for (let changes = random.below(3); changes >= 0; changes--)
        bytes[random.below(bytes.length)] = random.below(2)
          ? random.below(256)
          : random.pick([0x22, 0x6f, 0x7b, 0]);
      const cut = bytes.slice(0, random.below(4) === 0 ? random.below(bytes.length) : bytes.length);
      const answer = one.read(cut);
      if (answer === UNREAD) continue;
      let expected: unknown;
      try {
        expected = deserialize(cut);
      } catch {
        continue;
      }
      read += 1;
      assert.equal(shown(answer), shown(expected));
    }
    assert.ok(read > 1000, `${read} read`);
  });

  test("of a property that Object.prototype has meanwhile", () => {
    const bytes = serialize({ late: 1 });
    assert.equal(reader().read(new Uint8Array(0)), UNREAD);
    Object.defineProperty(Object.prototype, "late", { value: 5, configurable: true });
    try {
      assert.equal(reader().read(bytes), UNREAD);
    } finally {
      Reflect.deleteProperty(Object.prototype, "late");
    }
  });
});
