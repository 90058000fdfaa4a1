/**
 * Shows what the page hash promises: the same values everywhere (vectors); every input bit changes half of
 * the output; no two equal hashes among a million pages that differ in one word; another secret gives another
 * hash.
 *
 * How: the released hash, called directly over pages in the engine's memory. `npm run bench -- fuzz-codec`
 * takes ten million pages. The slow twin, lane by lane, is in tests/engine/ground/hash.spec.ts. The test
 * prints its seed; SPILLWAY_SEED=n repeats a run.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CodecDoors } from "#kit/doors/codec.js";
import { makePage } from "#kit/generated_pages.js";
import { Random, runSeed } from "#kit/random.js";

const PAGE_BYTES = 4096;
const NEAR_PAGES = 1_000_000;
const seed = runSeed();

/** The hash of an engine with its own secret. */
class Hasher {
  readonly #doors = new CodecDoors("doors");
  readonly #at: number;
  readonly view: DataView;

  constructor(low: number, high: number) {
    const init = this.#doors.exports.init as (...words: number[]) => number;
    assert.equal(init(PAGE_BYTES, 1024, 0, low, high), 1);
    this.#at = this.#doors.placeTarget(PAGE_BYTES + 8);
    this.view = new DataView(this.#doors.memory.buffer, this.#at, PAGE_BYTES + 8);
  }

  set(page: Uint8Array): void {
    this.#doors.memory.set(page, this.#at);
  }

  /** The hash of the first `bytes` bytes of the page that was set. A short page is padded in place. */
  hash(bytes = PAGE_BYTES, scope = 0): bigint {
    const high = this.#at + PAGE_BYTES;
    const low = this.#doors.exports.door_hash(this.#at, bytes, scope, high) >>> 0;
    return (BigInt(this.view.getUint32(PAGE_BYTES, true)) << 32n) | BigInt(low);
  }
}

function bits(value: bigint): number {
  let count = 0;
  for (let rest = value; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}

/** The secret's seed is 1, 2. Each vector is a scope, a page and its hash. */
const VECTORS: readonly (readonly [number, string, Uint8Array, string])[] = [
  [0, "one zero", new Uint8Array(1), "1054352915264642"],
  [0, "a word", Buffer.from("spillway"), "75e10328f847549d"],
  [7, "a word, another scope", Buffer.from("spillway"), "72a5487d80487ead"],
  [0, "zeros", new Uint8Array(4096), "e2a1cc90fea61fdf"],
  [0, "bytes that count up", Uint8Array.from({ length: 4096 }, (_, i) => i), "59a484838dc4802d"],
  [0, "a line and a byte", new Uint8Array(65).fill(0xa5), "77482ffed114e91f"],
  [0, "text", Buffer.from("a line of some document\n".repeat(170)), "e9540fc8d93a0193"],
];

describe(`page hash, seed ${seed}`, () => {
  test("vectors", () => {
    const hasher = new Hasher(1, 2);
    for (const [scope, what, page, wanted] of VECTORS) {
      hasher.set(page);
      assert.equal(hasher.hash(page.length, scope).toString(16).padStart(16, "0"), wanted, what);
    }
  });

  test("avalanche: each input bit moves half of the output, and each output bit moves half of the time", (t) => {
    const hasher = new Hasher(seed, 9);
    const random = new Random(seed);
    const moved = new Uint32Array(64);
    let flips = 0;
    for (const kind of ["zeros", "words", "text", "random"] as const) {
      const page = makePage(random, kind, PAGE_BYTES);
      hasher.set(page);
      const before = hasher.hash();
      for (let bit = random.below(13); bit < 8 * PAGE_BYTES; bit += 13) {
        const byte = hasher.view.getUint8(bit >> 3);
        hasher.view.setUint8(bit >> 3, byte ^ (1 << (bit & 7)));
        const difference = hasher.hash() ^ before;
        hasher.view.setUint8(bit >> 3, byte);
        const count = bits(difference);
        assert.ok(count >= 8 && count <= 56, `bit ${bit} of a page of ${kind} moves ${count} bits`);
        for (let out = 0; out < 64; out++)
          if ((difference >> BigInt(out)) & 1n) moved[out] = (moved[out] as number) + 1;
        flips += 1;
      }
    }
    // Ten thousand tosses of a coin stay within five standard deviations of half a percent each.
    for (const [out, count] of moved.entries())
      assert.ok(Math.abs(count / flips - 0.5) < 0.025, `output bit ${out} moves ${count} of ${flips} times`);
    t.diagnostic(`${flips} flips`);
  });

  test("no two alike among pages that differ in one word", () => {
    const hasher = new Hasher(seed, 9);
    hasher.set(makePage(new Random(seed), "words", PAGE_BYTES));
    // The words have a clear top bit, so none of them equals a number that is written below.
    for (let at = 0; at < PAGE_BYTES; at += 4) {
      hasher.view.setUint32(at, hasher.view.getUint32(at, true) & 0x7fffffff, true);
    }
    const hashes = new BigUint64Array(NEAR_PAGES);
    for (let i = 0; i < NEAR_PAGES; i++) {
      hasher.view.setUint32(4 * ((i >> 10) & 1023), ~i, true);
      hashes[i] = hasher.hash();
    }
    hashes.sort();
    for (let i = 1; i < NEAR_PAGES; i++) assert.notEqual(hashes[i], hashes[i - 1]);
  });

  test("another secret, scope or length, another hash", () => {
    const page = makePage(new Random(seed), "zeros", PAGE_BYTES);
    const [one, other] = [new Hasher(1, 2), new Hasher(2, 1)];
    one.set(page);
    other.set(page);
    const all = [
      one.hash(),
      other.hash(),
      one.hash(PAGE_BYTES, 1),
      one.hash(PAGE_BYTES - 1),
      one.hash(PAGE_BYTES - 64),
    ];
    assert.equal(new Set(all).size, all.length);
  });
});
