/**
 * Shows that a damaged block is an error or some bytes, and never more: no trap, no read past the block, no
 * write outside the target and its slack, and no former contents of the target in the output.
 *
 * How: the blocks come from pages of this process's own memory, encoded as an arena would keep them. Every
 * single bit is flipped, and the block is cut at every length. The block is at the very end of memory, so
 * that reading one byte too many traps. Everything else is filled with a canary (kit/doors/codec.ts). Each
 * block is decoded over 0xFF and over 0x00, and both results must be equal. The reference decodes one flip in
 * 31, too (kit/reference/lz4.ts). The release build runs all of it, the verify build a part. There is no
 * seed: every bit and every cut is tried, and the pages differ from run to run. A failure prints its block.
 * Other kinds of damage, with a seed, are in roundtrip.test.ts.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CodecDoors } from "#kit/doors/codec.js";
import { spell, trimmed } from "#kit/generated_pages.js";
import { describeLive, livePages } from "#kit/live_memory.js";
import { DecodeError, referenceDecode } from "#kit/reference/lz4.js";

const PAGE_BYTES = 4096;
/** Bounds the 8 x this x BLOCKS flips, so that they take seconds. */
const BLOCK_BYTES_MAX = 1200;
const BLOCKS = 400;
const BLOCKS_VERIFIED = 60;
/** One flip in this many is also decoded by the reference. Odd, so that every bit of a byte is among them. */
const REFERENCE_STEP = 31;

interface Kept {
  /** The page without its trailing zeros. */
  page: Uint8Array;
  block: Uint8Array;
}

/** Results of damaged blocks: rejections by DecodeError, and what the others decoded to. */
class Tally {
  readonly errors = new Map<number, number>();
  /** Blocks that decoded to fewer or more bytes, to other bytes of the same length, or to the page. */
  shorter = 0;
  longer = 0;
  other = 0;
  same = 0;

  count(doors: CodecDoors, length: number, page: Uint8Array): void {
    if (length < 0) this.errors.set(length, (this.errors.get(length) ?? 0) + 1);
    else if (length < page.length) this.shorter += 1;
    else if (length > page.length) this.longer += 1;
    else if (doors.targetHolds(page)) this.same += 1;
    else this.other += 1;
  }

  toString(): string {
    const errors = Object.entries(DecodeError).map(([name, code]) => `${name} ${this.errors.get(code) ?? 0}`);
    return `${errors.join(", ")}; not rejected: shorter ${this.shorter}, longer ${this.longer}, other ${this.other}, same ${this.same}`;
  }
}

function keep(doors: CodecDoors, pages: readonly Uint8Array[], count: number): Kept[] {
  const kept: Kept[] = [];
  for (const full of pages) {
    const page = trimmed(full);
    // The engine's limit: a block must save an eighth.
    const block = doors.encode(page, page.length - (page.length >> 3));
    if (block && block.length <= BLOCK_BYTES_MAX) kept.push({ page, block });
    if (kept.length === count) break;
  }
  return kept;
}

/** Flips each bit of the block in turn. */
function flipAll(doors: CodecDoors, { page, block }: Kept, tally: Tally): void {
  const source = doors.placeSource(block);
  for (let bit = 0; bit < 8 * block.length; bit++) {
    const at = source + (bit >> 3);
    doors.memory[at] = (doors.memory[at] as number) ^ (1 << (bit & 7));
    try {
      const bytes = doors.decodePlaced(block.length, PAGE_BYTES);
      tally.count(doors, bytes, page);
      if (bit % REFERENCE_STEP === 0) assertAsReference(doors, doors.memory.subarray(source), bytes);
    } catch (cause) {
      throw new Error(`bit ${bit} flipped of ${spell(block)}`, { cause });
    }
    doors.memory[at] = block[bit >> 3] as number;
  }
  assertSource(doors, block);
  doors.assertUntouched();
}

/** Cuts the block at each length. The rest must be rejected, or decode to the beginning of the page. */
function cutAll(doors: CodecDoors, { page, block }: Kept, tally: Tally): void {
  for (let length = 0; length < block.length; length++) {
    doors.placeSource(block.subarray(0, length));
    try {
      const bytes = doors.decodePlaced(length, PAGE_BYTES);
      tally.count(doors, bytes, page);
      if (bytes >= 0) assert.ok(bytes <= page.length && doors.targetHolds(page, bytes), "other bytes");
    } catch (cause) {
      throw new Error(`${length} bytes left of ${spell(block)}`, { cause });
    }
    assertSource(doors, block.subarray(0, length));
  }
  doors.assertUntouched();
}

/** Checks that the engine returned `bytes` for this block, as the document says, and filled the target. */
function assertAsReference(doors: CodecDoors, block: Uint8Array, bytes: number): void {
  const reference = referenceDecode(block, PAGE_BYTES);
  if (typeof reference === "number") assert.equal(bytes, reference);
  else
    assert.ok(bytes === reference.length && doors.targetHolds(reference), "other bytes than the reference");
}

/** Checks that the decoder did not write to its source. */
function assertSource(doors: CodecDoors, block: Uint8Array): void {
  const source = doors.memory.subarray(doors.memory.length - block.length);
  assert.equal(Buffer.compare(source, block), 0, `the source ${spell(block)} was written`);
}

describe("damaged blocks", () => {
  for (const build of ["doors", "verify"] as const) {
    const count = build === "doors" ? BLOCKS : BLOCKS_VERIFIED;
    const doors = new CodecDoors(build);
    const pages = livePages(6000);
    const kept = keep(doors, pages, count);
    const bytes = kept.reduce((sum, { block }) => sum + block.length, 0);

    test(`${build}: there are blocks of live pages`, (t) => {
      // Where memory cannot be read the pages come from files, which compress less well.
      assert.ok(kept.length >= count / 2);
      for (const { page, block } of kept)
        assert.equal(Buffer.compare(doors.decode(block, PAGE_BYTES) as Uint8Array, page), 0);
      t.diagnostic(`${kept.length} blocks of ${bytes} bytes; ${describeLive(pages)}`);
    });

    test(`${build}: every flipped bit`, (t) => {
      const tally = new Tally();
      for (const one of kept) flipAll(doors, one, tally);
      // The run is only meaningful if it broke every rule, and if the decoder missed some damage: an arena
      // compares hashes because of that.
      for (const code of Object.values(DecodeError)) assert.ok(tally.errors.get(code), `no error ${code}`);
      assert.ok(tally.other > 0 && tally.shorter > 0);
      t.diagnostic(`${8 * bytes} bits: ${tally}`);
    });

    test(`${build}: every cut`, (t) => {
      const tally = new Tally();
      for (const one of kept) cutAll(doors, one, tally);
      assert.equal(tally.longer + tally.other + tally.same, 0);
      t.diagnostic(`${bytes} cuts: ${tally}`);
    });
  }
});
