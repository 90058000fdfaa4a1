/**
 * Shows that the dense codec gives every page back, that its decoder follows docs/FORMAT.md, and that damage
 * is an error or other bytes, and never more.
 *
 * How: a dictionary is trained from pages of this process. Pages of every kind and length, and live pages,
 * are encoded, then decoded by the engine and by a decoder that follows the document bit by bit
 * (kit/reference/dense.ts). Then blocks of live pages are damaged: every bit flipped, cut at every length,
 * several bytes changed at once. Both decoders must reject a block, or give the same page. A block is at the
 * end of memory, so that reading one byte too many traps. The regions are surrounded by canaries
 * (kit/doors/dense.ts). The test prints its seed. SPILLWAY_SEED=n repeats a run except for the live pages.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DenseDoors } from "#kit/doors/dense.js";
import {
  anyLength,
  EDGE_LENGTHS,
  makePage,
  PAGE_KINDS,
  PAGE_SIZES,
  pagesOfAllKinds,
  spell,
} from "#kit/generated_pages.js";
import { describeLive, livePages } from "#kit/live_memory.js";
import { Random, runSeed } from "#kit/random.js";
import { DenseError, ReferenceDictionary, referenceDenseDecode } from "#kit/reference/dense.js";

const PAGE_BYTES = 4096;
const SAMPLE_PAGES = 256;
const SHORT_PAGES = 20_000;
const FLIPPED_BLOCKS = 60;
const DAMAGED_BLOCKS = 20_000;
/** One flip in this many is also decoded by the reference. Odd, so that every bit of a byte is among them. */
const REFERENCE_STEP = 61;
/** Bounds the flips, so that they take seconds. */
const BLOCK_BYTES_MAX = 900;

const seed = runSeed();
const live = livePages(4 * SAMPLE_PAGES);
const sample = live.filter((_, i) => i % 4 === 0);
const doors = new DenseDoors("doors", 0xff);
const bytes = doors.train(sample, 7);
const dictionary = new ReferenceDictionary(bytes);

function comesBack(page: Uint8Array): number {
  const block = doors.encode(page);
  if (!block) return 0;
  for (const output of [
    doors.decode(block, page.length),
    referenceDenseDecode(block, dictionary, page.length),
  ]) {
    if (typeof output === "number" || Buffer.compare(output, page) !== 0)
      assert.fail(`${spell(page)} does not come back (${output}), seed ${seed}`);
  }
  return block.length;
}

/** Decodes a block, which may be damaged, by both. Both must reject it, or give the same page. */
function agree(block: Uint8Array, pageBytes: number): number {
  const ours = doors.decode(block, pageBytes);
  const reference = referenceDenseDecode(block, dictionary, pageBytes);
  const same =
    typeof ours === "number" || typeof reference === "number"
      ? typeof ours === typeof reference
      : Buffer.compare(ours, reference) === 0;
  if (!same) assert.fail(`${spell(block)}: ${ours}, reference ${reference}; seed ${seed}`);
  return typeof ours === "number" ? ours : pageBytes;
}

describe(`dense codec, seed ${seed}`, () => {
  test("live pages come back, and are smaller", (t) => {
    let raw = 0;
    let stored = 0;
    for (const page of live) {
      raw += page.length;
      stored += comesBack(page) || page.length;
    }
    doors.assertUntouched();
    assert.ok(stored + bytes.length < raw);
    t.diagnostic(`${raw} bytes in ${stored} and a dictionary of ${bytes.length}; ${describeLive(live)}`);
  });

  test("pages of every kind and length come back", () => {
    const random = new Random(seed);
    let encoded = 0;
    for (const size of [...PAGE_SIZES, ...EDGE_LENGTHS])
      for (const page of pagesOfAllKinds(random, size)) encoded += comesBack(page) > 0 ? 1 : 0;
    for (let i = 0; i < 60; i++)
      encoded += comesBack(makePage(random, random.pick(PAGE_KINDS), anyLength(random))) > 0 ? 1 : 0;
    for (let i = 0; i < SHORT_PAGES; i++)
      encoded += comesBack(makePage(random, random.pick(PAGE_KINDS), 1 + random.below(300))) > 0 ? 1 : 0;
    doors.assertUntouched();
    assert.ok(encoded > SHORT_PAGES / 4);
  });

  test("parts of the dictionary come back, from wherever they are", () => {
    const random = new Random(seed);
    for (let i = 0; i < 500; i++) {
      const page = random.fill(new Uint8Array(PAGE_BYTES));
      let at = 0;
      while (at < PAGE_BYTES) {
        const length = Math.min(PAGE_BYTES - at, 4 + random.below(300));
        const from = random.below(3) === 0 ? dictionary.content.length - length : random.below(60_000);
        if (random.below(4) > 0)
          page.set(dictionary.content.subarray(Math.max(0, from)).subarray(0, length), at);
        at += length;
      }
      comesBack(page);
    }
    doors.assertUntouched();
  });

  test("a block fits the limit of its own length, and no smaller one", () => {
    for (const page of live.slice(0, 200)) {
      const block = doors.encode(page);
      if (!block) continue;
      assert.deepEqual(doors.encode(page, block.length), block);
      assert.equal(doors.encode(page, block.length - 1), undefined);
    }
    doors.assertUntouched();
  });

  test("the same sample gives the same dictionary, the same page the same block, in every build", () => {
    const random = new Random(seed);
    for (const [build, dirt] of [
      ["doors", 0x00],
      ["verify", 0xa5],
    ] as const) {
      const other = new DenseDoors(build, dirt);
      other.train(live.slice(0, 40), 1);
      assert.deepEqual(other.train(sample, 7), bytes);
      for (let i = 0; i < 400; i++) {
        const page = random.pick(live);
        assert.deepEqual(other.encode(page), doors.encode(page));
      }
      other.assertUntouched();
    }
  });

  test("small samples, and short pages, make dictionaries too", () => {
    const random = new Random(seed);
    const other = new DenseDoors("doors", 0xff);
    for (const pages of [
      live.slice(0, 1),
      live.slice(0, 3),
      [random.fill(new Uint8Array(PAGE_BYTES))],
      [new Uint8Array(PAGE_BYTES)],
      [new Uint8Array(3)],
      pagesOfAllKinds(random, 65536),
    ]) {
      for (const contentBytes of [0, 128, 65536]) {
        const trained = other.train(pages, 255, contentBytes);
        const reference = other.use(trained);
        for (const page of [...pages, live[0] as Uint8Array]) {
          const block = other.encode(page);
          if (!block) continue;
          assert.deepEqual(Buffer.from(other.decode(block, page.length) as Uint8Array), Buffer.from(page));
          assert.deepEqual(referenceDenseDecode(block, reference, page.length), Uint8Array.from(page));
        }
      }
    }
    other.assertUntouched();
  });

  test("every flipped bit, every cut", (t) => {
    const tally = new Map<number, number>();
    const count = (answer: number) => tally.set(answer, (tally.get(answer) ?? 0) + 1);
    let blocks = 0;
    let cuts = 0;
    let whole = 0;
    for (const page of live) {
      const block = doors.encode(page);
      if (!block || block.length > BLOCK_BYTES_MAX) continue;
      for (let bit = 0; bit < 8 * block.length; bit++) {
        block[bit >> 3] = (block[bit >> 3] as number) ^ (1 << (bit & 7));
        if (bit % REFERENCE_STEP === 0) count(agree(block, PAGE_BYTES));
        else {
          const answer = doors.decode(block, PAGE_BYTES);
          count(typeof answer === "number" ? answer : PAGE_BYTES);
        }
        block[bit >> 3] = (block[bit >> 3] as number) ^ (1 << (bit & 7));
      }
      for (let length = 0; length < block.length; length++) {
        const answer = doors.decode(block.subarray(0, length), PAGE_BYTES);
        cuts += 1;
        if (typeof answer === "number") continue;
        // Streams of a damaged block may end correctly by chance. Then the output must be the document's.
        whole += 1;
        assert.equal(agree(block.subarray(0, length), PAGE_BYTES), PAGE_BYTES);
      }
      if (++blocks === FLIPPED_BLOCKS) break;
    }
    doors.assertUntouched();
    for (const [name, code] of Object.entries(DenseError)) assert.ok(tally.get(code), `no error ${name}`);
    assert.ok(blocks > FLIPPED_BLOCKS / 2);
    assert.ok(whole <= cuts / 1000, `${whole} of ${cuts} cut blocks come out even`);
    t.diagnostic(`${blocks} blocks: ${[...tally].map(([code, times]) => `${code}: ${times}`).join(", ")}`);
  });

  test("damage of other kinds", (t) => {
    const random = new Random(seed);
    let rejected = 0;
    for (let i = 0; i < DAMAGED_BLOCKS; i++) {
      const page = random.below(2)
        ? random.pick(live)
        : makePage(random, random.pick(PAGE_KINDS), anyLength(random, 600));
      const block = doors.encode(page) ?? random.fill(new Uint8Array(Math.min(page.length, 40)));
      for (let wounds = 1 + random.below(3); wounds > 0; wounds--) {
        const at =
          random.below(3) === 0 ? random.below(Math.min(8, block.length)) : random.below(block.length);
        block[at] = random.next();
      }
      if (agree(block, page.length) < 0) rejected += 1;
    }
    doors.assertUntouched();
    assert.ok(rejected > DAMAGED_BLOCKS / 10);
    t.diagnostic(`${rejected} of ${DAMAGED_BLOCKS} rejected`);
  });

  test("the wrong dictionary: another version is an error, another content gives other bytes at most", () => {
    const other = new DenseDoors("doors", 0xff);
    const pages = live.filter((_, i) => i % 4 === 2);
    const blocks = live.slice(0, 300).flatMap((page) => {
      const block = doors.encode(page);
      return block ? [{ page, block }] : [];
    });
    other.train(pages, 8);
    for (const { page, block } of blocks)
      assert.equal(other.decode(block, page.length), DenseError.OTHER_DICTIONARY);
    other.train(pages, 7);
    let differ = 0;
    for (const { page, block } of blocks) {
      const answer = other.decode(block, page.length);
      if (typeof answer === "number" || Buffer.compare(answer, page) !== 0) differ += 1;
    }
    other.assertUntouched();
    assert.ok(differ > blocks.length / 2);
  });

  test("a dictionary that was changed, or cut, is none", () => {
    const random = new Random(seed);
    const other = new DenseDoors("doors", 0xff);
    assert.ok(other.valid(bytes));
    for (let i = 0; i < 2000; i++) {
      const copy = bytes.slice();
      const at = i < 400 ? i : random.below(copy.length);
      copy[at] = (copy[at] as number) ^ (1 << random.below(8));
      assert.ok(!other.valid(copy), `byte ${at}`);
    }
    for (const length of [0, 1, 351, 352, bytes.length - 1]) assert.ok(!other.valid(bytes.slice(0, length)));
    other.assertUntouched();
  });
});
