/**
 * dense_doors.ts - the dense codec of a compiled module by itself, in memory that notices every byte written where none
 * should be: between any two regions lie GAP bytes of canary, and the source ends where memory ends, so that reading past
 * it traps.
 */
import assert from "node:assert/strict";
import { moduleBytes } from "./arena.js";
import { ReferenceDictionary } from "./dense.js";
import type { DoorExports } from "./doors.js";
import { spell } from "./pages.js";

interface DenseExports extends DoorExports {
  door_dense_bytes(which: number, pageBytes: number, contentBytes: number): number;
  door_dense_open(training: number, sample: number, room: number): void;
  door_dense_add(training: number, page: number, bytes: number): number;
  door_dense_train(
    training: number,
    version: number,
    dictionary: number,
    contentBytes: number,
    index: number,
    work: number,
  ): number;
  door_dictionary_valid(dictionary: number, bytes: number): number;
  door_dense_index(dictionary: number, index: number): void;
  door_dense_tables(dictionary: number, tables: number): void;
  door_dense_encode(
    page: number,
    pageBytes: number,
    dictionary: number,
    index: number,
    work: number,
    target: number,
    limit: number,
  ): number;
  door_dense_decode(
    source: number,
    bytes: number,
    dictionary: number,
    tables: number,
    target: number,
    pageBytes: number,
    scratch: number,
  ): number;
}

const GAP = 1024;
const CANARY = 0xc5;
const PAGE_BYTES_MAX = 65536;
const CONTENT_BYTES_MAX = 65536;
const DICTIONARY_BYTES_MAX = 352 + CONTENT_BYTES_MAX;
/** Bytes behind a dictionary that a decoder may read. */
const DICTIONARY_SLACK = 16;
const SAMPLE_BYTES = 2 ** 22;

type Region =
  | "dictionary"
  | "index"
  | "tables"
  | "work"
  | "decodeScratch"
  | "trainScratch"
  | "target"
  | "sample";

/** A module with doors and the regions of the dense codec, for one dictionary at a time. */
export class DenseDoors {
  readonly exports: DenseExports;
  readonly memory: Buffer;
  readonly slack: number;
  readonly #at = {} as Record<Region, number>;
  readonly #gaps: number[] = [];
  readonly #base: number;
  readonly #before: Buffer;
  readonly #targetEnd: number;
  #once = Buffer.alloc(PAGE_BYTES_MAX);

  /** All regions hold `dirt` before their first use. */
  constructor(build: "doors" | "verify", dirt: number) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(build)));
    this.exports = exports as unknown as DenseExports;
    this.slack = (this.exports.SLACK_BYTES as WebAssembly.Global).value;
    const size = (which: number) => this.exports.door_dense_bytes(which, PAGE_BYTES_MAX, CONTENT_BYTES_MAX);
    const sizes: Record<Region, number> = {
      dictionary: DICTIONARY_BYTES_MAX + DICTIONARY_SLACK,
      index: size(0),
      tables: size(4),
      work: size(1),
      decodeScratch: size(2),
      trainScratch: size(3),
      target: 2 * PAGE_BYTES_MAX,
      sample: SAMPLE_BYTES,
    };
    const total = Object.values(sizes).reduce((sum, bytes) => sum + bytes + GAP + 64, 0);
    this.#base = this.exports.door_grow(Math.ceil((total + 2 * PAGE_BYTES_MAX) / 65536));
    assert.ok(this.#base > 0, "memory for the regions");
    this.memory = Buffer.from(this.exports.memory.buffer);
    this.#before = Buffer.from(this.memory.subarray(0, this.#base));
    let at = this.#base;
    for (const [name, bytes] of Object.entries(sizes)) {
      this.memory.fill(CANARY, at, at + GAP);
      this.#gaps.push(at);
      at += GAP;
      this.#at[name as Region] = at;
      this.memory.fill(dirt, at, at + bytes);
      at += bytes;
      // Whatever its size, a region ends right before canary; the next begins on a word.
      const next = Math.ceil(at / 16) * 16;
      this.memory.fill(CANARY, at, next);
      at = next;
    }
    this.memory.fill(CANARY, at, at + GAP);
    this.#gaps.push(at);
    this.#targetEnd = this.#at.target + 2 * PAGE_BYTES_MAX;
  }

  /** A dictionary from these pages; it is the one that is used from now on. */
  train(pages: readonly Uint8Array[], version: number, contentBytes = CONTENT_BYTES_MAX): Uint8Array {
    const { sample, dictionary, index, work, trainScratch } = this.#at;
    this.exports.door_dense_open(trainScratch, sample, SAMPLE_BYTES);
    for (const page of pages) {
      const source = this.memory.length - page.length;
      this.memory.set(page, source);
      assert.equal(this.exports.door_dense_add(trainScratch, source, page.length), 1, "room in the sample");
    }
    const bytes = this.exports.door_dense_train(trainScratch, version, dictionary, contentBytes, index, work);
    this.assertUntouched();
    assert.ok(bytes <= 352 + contentBytes);
    this.exports.door_dense_tables(dictionary, this.#at.tables);
    return Uint8Array.from(this.memory.subarray(dictionary, dictionary + bytes));
  }

  /** Whether the engine takes these bytes for a dictionary. */
  valid(bytes: Uint8Array): boolean {
    this.memory.set(bytes, this.#at.dictionary);
    return this.exports.door_dictionary_valid(this.#at.dictionary, bytes.length) === 1;
  }

  /** Uses this dictionary from now on. */
  use(bytes: Uint8Array): ReferenceDictionary {
    assert.ok(this.valid(bytes), "a dictionary");
    this.exports.door_dense_index(this.#at.dictionary, this.#at.index);
    this.exports.door_dense_tables(this.#at.dictionary, this.#at.tables);
    this.assertUntouched();
    return new ReferenceDictionary(bytes);
  }

  /** The block for this page, or undefined if it does not fit `limit`. */
  encode(page: Uint8Array, limit = page.length): Uint8Array | undefined {
    const source = this.memory.length - page.length;
    this.memory.set(page, source);
    const target = this.#targetEnd - limit;
    const bytes = this.exports.door_dense_encode(
      source,
      page.length,
      this.#at.dictionary,
      this.#at.index,
      this.#at.work,
      target,
      limit,
    );
    assert.ok(bytes <= limit, `a block of ${bytes} bytes within ${limit}`);
    if (this.memory.compare(page, 0, page.length, source) !== 0)
      assert.fail(`the source ${spell(page)} was written`);
    return bytes === 0 ? undefined : Uint8Array.from(this.memory.subarray(target, target + bytes));
  }

  /**
   * What the block decodes to, or the DenseError. Done twice, over different former contents of target and scratch,
   * which must come to the same.
   */
  decode(block: Uint8Array, pageBytes: number): Uint8Array | number {
    const source = this.memory.length - block.length;
    this.memory.set(block, source);
    const answer = this.#decodeOver(0xff, source, block.length, pageBytes);
    const target = this.#targetEnd - this.slack - pageBytes;
    this.memory.copy(this.#once, 0, target, target + pageBytes);
    assert.equal(this.#decodeOver(0x00, source, block.length, pageBytes), answer);
    if (answer < 0) return answer;
    assert.equal(answer, pageBytes);
    const output = this.memory.subarray(target, target + pageBytes);
    if (output.compare(this.#once, 0, pageBytes) !== 0)
      assert.fail(`the output of ${spell(block)} depends on what was in memory before`);
    return output;
  }

  #decodeOver(dirt: number, source: number, bytes: number, pageBytes: number): number {
    const target = this.#targetEnd - this.slack - pageBytes;
    const scratch = this.#at.decodeScratch;
    this.memory.fill(dirt, target, this.#targetEnd);
    this.memory.fill(dirt, scratch, scratch + this.exports.door_dense_bytes(2, pageBytes, 0));
    return this.exports.door_dense_decode(
      source,
      bytes,
      this.#at.dictionary,
      this.#at.tables,
      target,
      pageBytes,
      scratch,
    );
  }

  /** Fails if a byte is hurt in the module's own memory, or between regions. */
  assertUntouched(): void {
    const own = this.memory.subarray(0, this.#base);
    assert.equal(Buffer.compare(own, this.#before), 0, "the module's own memory was written");
    for (const gap of this.#gaps)
      assert.ok(
        this.memory.subarray(gap, gap + GAP).every((byte) => byte === CANARY),
        `a byte was written near ${gap - this.#base}`,
      );
  }
}
