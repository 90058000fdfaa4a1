/**
 * dense.ts - the dense codec of a compiled module by itself, in memory that notices every byte written where
 * none should be: canary lies between any two regions, and a source ends where memory ends, so that a read
 * past it traps.
 */
import assert from "node:assert/strict";
import { spell } from "../generated_pages.js";
import { ReferenceDictionary } from "../reference/dense.js";
import {
  constantOf,
  DICTIONARY_CONTENT_AT,
  type DoorExports,
  denseRegions,
  openDoors,
  Regions,
} from "./regions.js";

const GAP = 1024;
const PAGE_BYTES_MAX = 65536;
const CONTENT_BYTES_MAX = 65536;
const SAMPLE_BYTES = 2 ** 22;

type Region = keyof ReturnType<typeof denseRegions> | "target" | "sample";

/** A module with doors and the regions of the dense codec, for one dictionary at a time. */
export class DenseDoors {
  readonly exports: DoorExports;
  /** All of linear memory. */
  readonly memory: Buffer;
  /** Bytes behind a target that copies may overrun. */
  readonly slack: number;
  readonly #regions: Regions<Region>;
  readonly #at: Record<Region, number>;
  readonly #targetEnd: number;
  #once = Buffer.alloc(PAGE_BYTES_MAX);

  /** All regions hold `dirt` before their first use. */
  constructor(build: "doors" | "verify", dirt: number) {
    this.exports = openDoors(build);
    this.slack = constantOf(this.exports, "SLACK_BYTES");
    const sizes: Record<Region, number> = {
      ...denseRegions(this.exports, PAGE_BYTES_MAX, CONTENT_BYTES_MAX),
      target: 2 * PAGE_BYTES_MAX,
      sample: SAMPLE_BYTES,
    };
    this.#regions = new Regions(this.exports, sizes, GAP, 2 * PAGE_BYTES_MAX);
    this.memory = this.#regions.memory;
    this.#at = this.#regions.at;
    this.#regions.guard();
    for (const name of Object.keys(sizes) as Region[])
      this.memory.fill(dirt, this.#at[name], this.#regions.endOf(name));
    this.#targetEnd = this.#regions.endOf("target");
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
    assert.ok(bytes <= DICTIONARY_CONTENT_AT + contentBytes);
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
   * What the block decodes to, or the DenseError. Done twice, over different former contents of target and
   * scratch, which must come to the same.
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
    this.#regions.assertUntouched();
    const end = this.#regions.endOf("sample");
    this.#regions.assertCanary(end, end + GAP, "the end");
  }
}
