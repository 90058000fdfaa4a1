/**
 * Shows that values of all kinds come back as they were, from bytes that are shared or owned, with node:v8
 * and without; that nothing that comes back shares memory with what was read; that what cannot be kept is
 * told.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { isJson } from "#lib/faces/json.js";
import { Serial, valueHost } from "#lib/faces/serial.js";

const host = valueHost();
const bare = { Buffer: undefined, clones: undefined };

/** There and back. The bytes lie in the middle of others, as on a page, or alone. */
function back(serial: Serial, value: unknown, owned = false): unknown {
  const { tag, bytes } = serial.encode(value);
  if (owned) return serial.decode(tag, Uint8Array.from(bytes), true);
  const page = new Uint8Array(bytes.length + 11).fill(0x5c);
  page.set(bytes, 5);
  const one = serial.decode(tag, page.subarray(5, 5 + bytes.length), false);
  page.fill(0xaa);
  return one;
}

const BYTES = [
  new Uint8Array([1, 2, 3]),
  new Uint8Array(0),
  new Uint8Array([9, 1, 2, 9]).subarray(1, 3),
  Uint8Array.from([4, 5, 6]).buffer,
  new ArrayBuffer(0),
  new Int8Array([-1, 1]),
  new Uint8ClampedArray([1, 255]),
  new Int16Array([-5, 5]),
  new Uint16Array([1, 65_535]),
  new Int32Array([-(2 ** 31), 7]),
  new Uint32Array([2 ** 32 - 1]),
  new Float32Array([1.5, Number.NaN]),
  new Float64Array([0.1, Infinity, -0]),
  new BigInt64Array([-1n]),
  new BigUint64Array([2n ** 64n - 1n]),
  new DataView(Uint8Array.from([1, 2, 3, 4]).buffer, 1, 2),
];
const PRIMITIVES = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  1.5,
  Number.NaN,
  -Infinity,
  0n,
  -1n,
  2n ** 100n,
  -(2n ** 70n),
];
const STRINGS = [
  "",
  "a",
  "x".repeat(100_000),
  "\0\x80\x9f\xff",
  "é".repeat(100),
  "ключ",
  "\ufeff starts with a mark",
  "😀",
  "\ud83d",
  "lone \udc00 \ud800 x",
  "ж\ud800".repeat(5000),
];
const CLONES = [
  { a: 1, b: [1, 2, { c: null }] },
  [],
  Object.assign([undefined, 2], { 5: 3 }),
  new Map<unknown, unknown>([
    [1, new Set(["a"])],
    ["k", { deep: new Map() }],
  ]),
  new Set([1, "2"]),
  new Date(12_345),
  /a[\\]b/giu,
  new Error("told"),
  new RangeError("range"),
  Object(1n),
  Object("boxed"),
  Object(false),
  { bytes: Uint8Array.from([1, 2, 3]), f64: Float64Array.from([1.5, 2]), text: "\\" },
  { buffer: Buffer.from("node") },
  { array: new ArrayBuffer(8) },
  { undefined: undefined, nan: Number.NaN, zero: -0, big: 5n, date: new Date(0) },
];

describe("values as bytes", () => {
  for (const [name, there] of [
    ["with node:v8", host],
    ["without", bare],
  ] as const)
    test(`bytes, strings and primitives come back, ${name}`, () => {
      const serial = new Serial(undefined, there);
      for (const value of [...BYTES, ...PRIMITIVES, ...STRINGS])
        for (const owned of [false, true]) {
          const one = back(serial, value, owned);
          assert.deepEqual(one, value);
          assert.equal(Object.is(one, value), typeof value !== "object" || value === null);
        }
    });

  test("a Buffer comes back as one where there are Buffers, alone in its memory", () => {
    for (const owned of [false, true]) {
      const one = back(new Serial(undefined, host), Buffer.from("node"), owned) as Buffer;
      assert.ok(Buffer.isBuffer(one));
      assert.equal(one.toString(), "node");
      assert.equal(one.buffer.byteLength, 4);
    }
    const plain = back(new Serial(undefined, bare), Buffer.from("node"));
    assert.equal(Object.getPrototypeOf(plain), Uint8Array.prototype);
  });

  test("what the structured clone algorithm takes comes back, and is nobody else's", () => {
    const serial = new Serial(undefined, host);
    for (const value of CLONES)
      for (const owned of [false, true]) assert.deepEqual(back(serial, value, owned), value);
    const circle: Record<string, unknown> = { name: "circle" };
    circle.self = circle;
    const one = back(serial, circle) as typeof circle;
    assert.equal(one.self, one);
  });

  test("bytes of another realm and of shared memory come back as bytes", () => {
    const serial = new Serial(undefined, host);
    const foreign = runInNewContext("({ array: Uint8Array.of(1, 2), buffer: Uint8Array.of(3).buffer })");
    assert.deepEqual(back(serial, foreign.array), Uint8Array.of(1, 2));
    assert.deepEqual(back(serial, foreign.buffer), Uint8Array.of(3).buffer);
    const shared = new Uint8Array(new SharedArrayBuffer(3)).fill(6);
    const one = back(serial, shared) as Uint8Array;
    assert.deepEqual([one, one.buffer instanceof ArrayBuffer], [Uint8Array.of(6, 6, 6), true]);
  });

  test("what cannot be kept is told with the value", () => {
    const serial = new Serial(undefined, host);
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const value of [
      () => 1,
      Symbol("s"),
      { deep: [() => 1] },
      new Proxy({}, {}),
      revoked.proxy,
      new WeakMap(),
      Promise.resolve(),
      new SharedArrayBuffer(4),
    ])
      assert.throws(
        () => serial.encode(value),
        (error: Error & { code?: string; value?: unknown }) =>
          error instanceof TypeError && error.code === "ERR_SPILLWAY_ARG_TYPE" && error.value === value,
      );
  });
});

describe("a host without node:v8", () => {
  const good = [
    {},
    [],
    { a: 1, b: "ключ", c: [true, null, -1.5e300], "": { d: {} } },
    "x",
    [[[]]],
    { lone: "\ud800" },
    JSON.parse('{"plain": {"nested": [1, 2, 3]}}'),
    runInNewContext("({ of: ['another', 'realm'] })"),
  ];
  const circle: unknown[] = [];
  circle.push(circle, circle);
  const bad = [
    { a: undefined },
    new Array(2),
    { nan: Number.NaN },
    [-0],
    { deep: { date: new Date(0) } },
    new Map(),
    [new Set()],
    { [Symbol("s")]: 1 },
    { toJSON: () => 1 },
    { big: 1n },
    new (class Point {
      x = 1;
    })(),
    Object.create(null),
    JSON.parse('{"__proto__": 1}'),
    /x/,
    new Error("e"),
    circle,
    { call: () => 1 },
    { bytes: Uint8Array.of(1) },
  ];

  test("keeps what JSON brings back, and nothing else", () => {
    const serial = new Serial(undefined, bare);
    for (const value of good) {
      assert.equal(isJson(value), true);
      assert.deepEqual(JSON.stringify(back(serial, value)), JSON.stringify(value));
    }
    for (const value of bad) {
      assert.equal(isJson(value), false);
      assert.throws(() => serial.encode(value), { code: "ERR_SPILLWAY_ARG_TYPE" });
    }
  });
});

describe("a codec", () => {
  test("has everything but bytes, and its own bytes to read", () => {
    const seen: unknown[] = [];
    const codec = {
      encode: (value: unknown) => {
        seen.push(value);
        return Buffer.from(String(value));
      },
      decode: (bytes: Uint8Array) => bytes,
    };
    const serial = new Serial(codec, host);
    for (const value of [Uint8Array.of(1), Buffer.from("b"), new ArrayBuffer(2)])
      assert.deepEqual(back(serial, value), value);
    assert.deepEqual(seen, []);
    const values = ["text", 5, undefined, null, Float32Array.of(1), { a: 1 }];
    for (const value of values)
      for (const owned of [false, true])
        assert.deepEqual(back(serial, value, owned), Uint8Array.from(Buffer.from(String(value))));
    assert.deepEqual(
      seen,
      values.flatMap((value) => [value, value]),
    );
  });
});
