/**
 * Shows that blocks are LZ4: others decode what the engine encodes, and the other way round.
 *
 * How: generated pages of every kind and size and pages of this process's own memory go through lz4js
 * (JavaScript) and lz4-napi (lz4_flex, Rust) in both directions, and come back byte for byte. So does every
 * length at which something changes. Where the command `lz4` (C, the original) is installed, blocks go
 * through it, too, in frames: many of ours in one frame, and its own at several levels, whose parsers differ.
 * The test prints its seed. SPILLWAY_SEED=n repeats a run except for the live pages, which a failure prints.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { compressSync, uncompressSync } from "lz4-napi";
import { CodecDoors, encodeBound } from "#kit/doors/codec.js";
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

/** The functions of lz4js 0.2.0, which has no types. */
interface Lz4js {
  decompressBlock(source: Uint8Array, target: Uint8Array, from: number, length: number, to: number): number;
  /** Returns 0 when nothing matched. The table must be zero. */
  compressBlock(
    source: Uint8Array,
    target: Uint8Array,
    from: number,
    length: number,
    table: Uint32Array,
  ): number;
}

const lz4js = createRequire(import.meta.url)("lz4js") as Lz4js;
const table = new Uint32Array(65536);
const seed = runSeed();
const doors = new CodecDoors("doors");

function same(one: Uint8Array | number, page: Uint8Array, what: string): void {
  if (typeof one === "number" || Buffer.compare(one, page) !== 0)
    assert.fail(`${what}, page ${spell(page)}, seed ${seed}`);
}

function ours(page: Uint8Array): Uint8Array {
  return doors.encode(page) ?? assert.fail(`no block for ${spell(page)}`);
}

/** lz4-napi puts the length of the output in front of a block. */
function withPrefix(bytes: number, block: Uint8Array): Buffer {
  const prefixed = Buffer.alloc(4 + block.length);
  prefixed.writeUInt32LE(bytes);
  prefixed.set(block, 4);
  return prefixed;
}

function byLz4js(page: Uint8Array): Uint8Array | undefined {
  const block = new Uint8Array(encodeBound(page.length));
  const length = lz4js.compressBlock(page, block, 0, page.length, table.fill(0));
  return length === 0 ? undefined : block.subarray(0, length);
}

/** Bytes of all blocks of each encoder. */
class Totals {
  pages = 0;
  ours = 0;
  lz4js = 0;
  lz4napi = 0;

  /** Sends one page through both encoders and both decoders. */
  exchange(page: Uint8Array): void {
    const block = ours(page);
    const target = new Uint8Array(page.length);
    const length = lz4js.decompressBlock(block, target, 0, block.length, 0);
    assert.equal(length, page.length);
    same(target, page, "ours, decoded by lz4js");
    same(uncompressSync(withPrefix(page.length, block)), page, "ours, decoded by lz4-napi");
    same(doors.decode(block, page.length), page, "ours, decoded by us");

    const theirs = compressSync(Buffer.from(page)).subarray(4);
    same(doors.decode(theirs, page.length), page, "lz4-napi's, decoded by us");
    const other = byLz4js(page);
    if (other) same(doors.decode(other, page.length), page, "lz4js's, decoded by us");

    this.pages += 1;
    this.ours += block.length;
    this.lz4napi += theirs.length;
    this.lz4js += other?.length ?? page.length;
  }

  exchangeAll(pages: readonly Uint8Array[]): void {
    for (const page of pages) this.exchange(page);
  }

  toString(): string {
    return `${this.pages} pages; blocks of ours ${this.ours}, lz4js ${this.lz4js}, lz4-napi ${this.lz4napi} bytes`;
  }
}

// ── the command ────────────────────────────────────────────────────────────────────────────────────────

/** Magic number, version 1 with independent blocks, blocks of up to 4 MiB, checksum of these two bytes. */
const FRAME_HEADER = Buffer.from("04224d18607073", "hex");
const RAW_BLOCK = 0x80000000;

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** One frame that holds all these blocks. */
function frameOf(blocks: readonly Uint8Array[]): Buffer {
  return Buffer.concat([FRAME_HEADER, ...blocks.flatMap((block) => [u32(block.length), block]), u32(0)]);
}

/** The blocks of a frame; undefined for a block that is not compressed. */
function blocksOf(frame: Buffer): (Buffer | undefined)[] {
  assert.equal(frame.readUInt32LE(0), 0x184d2204);
  const flags = frame.readUInt8(4);
  assert.equal(
    flags & 0b11110011,
    0b01100000,
    "version 1, independent blocks, no checksums of blocks, no dictionary",
  );
  let at = flags & 8 ? 15 : 7;
  const blocks: (Buffer | undefined)[] = [];
  for (;;) {
    const size = frame.readUInt32LE(at);
    if (size === 0) return blocks;
    const bytes = size % RAW_BLOCK;
    at += 4;
    blocks.push(size >= RAW_BLOCK ? undefined : frame.subarray(at, at + bytes));
    at += bytes;
  }
}

function lz4(args: string[], input: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync("lz4", args, { input, maxBuffer: 2 ** 28 });
  assert.equal(status, 0, `lz4 ${args.join(" ")}: ${stderr}`);
  return stdout;
}

const NO_LZ4 = spawnSync("lz4", ["--version"]).error ? "the command lz4 is not installed" : false;

describe(`exchange of blocks, seed ${seed}`, () => {
  for (const size of PAGE_SIZES) {
    test(`pages of ${size}: lz4js and lz4-napi`, (t) => {
      const random = new Random(seed + size);
      const totals = new Totals();
      for (let round = 0; round < 4; round++) totals.exchangeAll(pagesOfAllKinds(random, size));
      const live = livePages(size === 4096 ? 1200 : (3 << 20) / size, size);
      assert.ok(size > 4096 || live.length >= 1000);
      totals.exchangeAll(live);
      doors.assertUntouched();
      t.diagnostic(`${totals}; ${describeLive(live)}`);
    });
  }

  test("lengths at which something changes, of every kind, and any others: lz4js and lz4-napi", (t) => {
    const random = new Random(seed);
    const totals = new Totals();
    for (const bytes of EDGE_LENGTHS) totals.exchangeAll(pagesOfAllKinds(random, bytes));
    for (let i = 0; i < 1000; i++)
      totals.exchange(makePage(random, random.pick(PAGE_KINDS), anyLength(random, 20_000)));
    doors.assertUntouched();
    t.diagnostic(`${totals}`);
  });

  test("our blocks, decoded by the command lz4", { skip: NO_LZ4 }, (t) => {
    const random = new Random(seed);
    const pages = [
      ...PAGE_SIZES.flatMap((size) => pagesOfAllKinds(random, size)),
      ...EDGE_LENGTHS.flatMap((bytes) => pagesOfAllKinds(random, bytes)),
      ...livePages(1000),
    ];
    const output = lz4(["-d", "-c"], frameOf(pages.map(ours)));
    let at = 0;
    for (const page of pages) {
      same(output.subarray(at, at + page.length), page, "ours, decoded by lz4");
      at += page.length;
    }
    assert.equal(output.length, at);
    t.diagnostic(`${pages.length} blocks in one frame`);
  });

  test("blocks of the command lz4 at several levels, decoded by us", { skip: NO_LZ4 }, (t) => {
    const random = new Random(seed);
    let blocks = 0;
    /** Lets the command compress the pages in blocks of 64 KiB. */
    const exchange = (level: string, pages: readonly Uint8Array[]) => {
      const frame = lz4(["-z", "-c", level, "-B4", "-BI", "--no-frame-crc"], Buffer.concat(pages));
      const answer = blocksOf(frame);
      assert.equal(answer.length, pages.length);
      for (const [i, page] of pages.entries()) {
        const block = answer[i];
        if (!block) continue;
        same(doors.decode(block, page.length), page, `lz4 ${level}'s, decoded by us`);
        blocks += 1;
      }
    };
    for (const level of ["--fast=8", "-1", "-4", "-9", "-12"]) {
      exchange(level, [...pagesOfAllKinds(random, 65536), ...livePages(20, 65536)]);
      for (const page of [...pagesOfAllKinds(random, 4096), ...livePages(12)]) exchange(level, [page]);
      for (const bytes of EDGE_LENGTHS) exchange(level, [makePage(random, "copies", bytes)]);
    }
    assert.ok(blocks > 200);
    doors.assertUntouched();
    t.diagnostic(`${blocks} blocks`);
  });
});
