/**
 * Shows that every page comes back, and that the decoder reads blocks as docs/FORMAT.md says.
 *
 * How: fast-check, which shrinks failures, makes pages of every length from 1 to 65,536, and blocks put
 * together sequence by sequence. Then 100,000 short pages of all kinds follow. The engine decodes each, and
 * so does a decoder that follows the document byte by byte (kit/reference/lz4.ts). Then blocks are damaged:
 * both must reject one for the same reason, or give the same bytes. The test prints its seed; SPILLWAY_SEED=n
 * repeats a run.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { CodecDoors } from "#kit/doors/codec.js";
import { anyLength, makePage, PAGE_KINDS, spell } from "#kit/generated_pages.js";
import { Random, runSeed } from "#kit/random.js";
import { DecodeError, putSequence, referenceDecode } from "#kit/reference/lz4.js";

const QUICK_PAGES = 100_000;
const DAMAGED_BLOCKS = 40_000;
const seed = runSeed();
const doors = new CodecDoors("doors");

/** Encodes a page and decodes it by both. */
function comesBack(page: Uint8Array): void {
  const block = doors.encode(page) ?? assert.fail("no block");
  for (const output of [doors.decode(block, page.length), referenceDecode(block, page.length)]) {
    if (typeof output === "number" || Buffer.compare(output, page) !== 0)
      assert.fail(`${spell(page)} does not come back, seed ${seed}`);
  }
}

/** Decodes by both. Returns a DecodeError or the length of the output. */
function agree(block: Uint8Array, room: number): number {
  const ours = doors.decode(block, room);
  const reference = referenceDecode(block, room);
  const equal =
    typeof ours === "number" || typeof reference === "number"
      ? ours === reference
      : Buffer.compare(ours, reference) === 0;
  if (!equal)
    assert.fail(`${spell(block)} in a room of ${room}: ${ours}, reference ${reference}; seed ${seed}`);
  return typeof ours === "number" ? ours : ours.length;
}

/** Lengths around those whose encoding takes one more byte. */
const LENGTHS = [0, 1, 2, 13, 14, 15, 16, 17, 18, 19, 20, 269, 270, 271, 273, 274, 275, 524, 525, 526];

/** A block of these sequences. Offsets stay within the output, and matches have four bytes or more. */
function buildBlock(
  random: Random,
  plan: readonly { literals: number; offset: number; match: number }[],
  last: number,
): { block: Uint8Array; bytes: number } {
  const block: number[] = [];
  let bytes = 0;
  for (const { literals, offset, match } of plan) {
    // The first match needs bytes to copy.
    const count = bytes === 0 ? literals + 1 : literals;
    bytes += count;
    putSequence(block, random.fill(new Uint8Array(count)), 1 + (offset % Math.min(bytes, 65535)), 4 + match);
    bytes += 4 + match;
  }
  putSequence(block, random.fill(new Uint8Array(last)), 0, 0);
  return { block: Uint8Array.from(block), bytes: bytes + last };
}

function anyBlock(random: Random): { block: Uint8Array; bytes: number } {
  const length = () => (random.below(8) === 0 ? random.pick(LENGTHS) : random.below(random.pick([2, 8, 30])));
  const plan = Array.from({ length: random.below(20) }, () => ({
    literals: length(),
    offset: random.below(random.pick([4, 20, 65535])),
    match: length(),
  }));
  return buildBlock(random, plan, length());
}

function damaged(random: Random, block: Uint8Array): Uint8Array {
  const bytes = [...block];
  for (let wounds = 1 + random.below(3); wounds > 0; wounds--) {
    const at = random.below(bytes.length + 1);
    switch (random.below(7)) {
      case 0:
        bytes[Math.min(at, bytes.length - 1)] = random.pick([0, 255, 0x0f, 0xf0, random.below(256)]);
        break;
      case 1:
        bytes.length = at;
        break;
      case 2:
        bytes.splice(at, 1 + random.below(4));
        break;
      case 3:
        bytes.splice(at, 0, random.pick([0, 255, random.below(256)]));
        break;
      case 4:
        bytes.splice(at, 0, ...bytes.slice(0, random.below(40)));
        break;
      case 5:
        for (let run = 0; run < 300; run++) bytes.splice(at, 0, 255);
        break;
      default:
        if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << random.below(8));
    }
    if (bytes.length === 0) break;
  }
  return Uint8Array.from(bytes);
}

describe(`round trips, seed ${seed}`, () => {
  test("pages of every kind and length", () => {
    const pages = fc
      .record({
        kind: fc.constantFrom(...PAGE_KINDS),
        bytes: fc.oneof(fc.integer({ min: 1, max: 65536 }), fc.integer({ min: 1, max: 600 })),
        seed: fc.nat(),
      })
      .map(({ kind, bytes, seed }) => makePage(new Random(seed), kind, bytes));
    fc.assert(fc.property(pages, comesBack), { seed, numRuns: 2000 });
    doors.assertUntouched();
  });

  test("any bytes, few of them different", () => {
    const pages = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.uint8Array({ minLength: 1, maxLength: 3000, max: 1 }),
    );
    fc.assert(fc.property(pages, comesBack), { seed, numRuns: 5000 });
    doors.assertUntouched();
  });

  test(`${QUICK_PAGES} pages of all kinds`, (t) => {
    const random = new Random(seed);
    let bytes = 0;
    for (let i = 0; i < QUICK_PAGES; i++) {
      const length = i % 100 === 0 ? anyLength(random) : anyLength(random, 700);
      comesBack(makePage(random, PAGE_KINDS[i % PAGE_KINDS.length] ?? "zeros", length));
      bytes += length;
    }
    doors.assertUntouched();
    t.diagnostic(`${bytes} bytes`);
  });

  test("every length from 1 to 1,200, and every 97th up to 65,536", () => {
    const random = new Random(seed);
    for (let bytes = 1; bytes <= 65536; bytes += bytes < 1200 ? 1 : 97)
      comesBack(makePage(random, random.pick(["copies", "words", "mixture"]), bytes));
    doors.assertUntouched();
  });
});

describe(`blocks, seed ${seed}`, () => {
  test("any block that is put together rightly decodes as the document says", () => {
    const length = fc.oneof(fc.nat(20), fc.constantFrom(...LENGTHS));
    const plans = fc.record({
      plan: fc.array(
        fc.record({ literals: length, offset: fc.oneof(fc.nat(20), fc.nat(65535)), match: length }),
        { maxLength: 60 },
      ),
      last: length,
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(plans, ({ plan, last, seed }) => {
        const { block, bytes } = buildBlock(new Random(seed), plan, last);
        assert.equal(agree(block, bytes), bytes);
        assert.equal(agree(block, bytes + 100), bytes);
        if (bytes > 0) assert.equal(agree(block, bytes - 1), DecodeError.OUTPUT_FULL);
      }),
      { seed, numRuns: 5000 },
    );
    doors.assertUntouched();
  });

  test("every offset up to 70, with every match length up to 70", () => {
    const random = new Random(seed);
    for (let offset = 1; offset <= 70; offset++) {
      for (let match = 4; match <= 70; match++) {
        const block: number[] = [];
        putSequence(block, random.fill(new Uint8Array(70)), offset, match);
        const last = random.below(20);
        putSequence(block, random.fill(new Uint8Array(last)), 0, 0);
        assert.equal(agree(Uint8Array.from(block), 70 + match + last), 70 + match + last);
      }
    }
    doors.assertUntouched();
  });

  test("the largest offsets and the longest lengths", () => {
    const random = new Random(seed);
    for (const [literals, offset, match] of [
      [65531, 65531, 4],
      [65530, 65530, 5],
      [1, 1, 65534],
      [17, 16, 65518],
      [65531, 1, 4],
    ] as const) {
      const block: number[] = [];
      putSequence(block, random.fill(new Uint8Array(literals)), offset, match);
      putSequence(block, random.fill(new Uint8Array(1)), 0, 0);
      assert.equal(agree(Uint8Array.from(block), 65536), 65536);
      assert.equal(agree(Uint8Array.from(block), 65535), DecodeError.OUTPUT_FULL);
    }
    doors.assertUntouched();
  });

  test(`${DAMAGED_BLOCKS} damaged blocks are rejected for the same reason or decode to the same bytes`, (t) => {
    const random = new Random(seed);
    const counts = new Map<string, number>();
    for (let i = 0; i < DAMAGED_BLOCKS; i++) {
      let { block, bytes } = anyBlock(random);
      if (i % 2 === 0) {
        const page = makePage(random, random.pick(PAGE_KINDS), anyLength(random, 600));
        block = doors.encode(page) ?? assert.fail(spell(page));
        bytes = page.length;
      }
      const room = random.pick([bytes, bytes, bytes, bytes + 1000, random.below(bytes + 1)]);
      const came = agree(damaged(random, block), room);
      const [name = came === bytes ? "as long" : "another length"] =
        Object.entries(DecodeError).find(([, code]) => code === came) ?? [];
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const name of Object.keys(DecodeError)) assert.ok(counts.get(name), name);
    assert.ok(counts.get("as long") && counts.get("another length"));
    doors.assertUntouched();
    t.diagnostic([...counts].map(([name, count]) => `${name} ${count}`).join(", "));
  });

  test("10,000 runs of bytes that were never a block", () => {
    const random = new Random(seed);
    for (let i = 0; i < 10_000; i++) agree(random.fill(new Uint8Array(random.below(60))), random.below(300));
    doors.assertUntouched();
  });
});
