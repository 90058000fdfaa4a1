/**
 * pages.ts - both codecs of one instance over many pages that lie in its memory, for benches.
 *
 * Blocks are kept side by side, so that each page can be decoded alone and in any order.
 */
import { cpuMs } from "../timing.js";
import { constantOf, type DoorExports, denseRegions, openDoors, Regions } from "./regions.js";

export const PAGE_BYTES = 4096;
const SAMPLE_PAGES = 512;
const CONTENT_BYTES = 65_536;
/** A pool keeps a page raw when it would not save an eighth. */
const LIMIT = PAGE_BYTES - (PAGE_BYTES >> 3);
const SLACK = 64;

type Region =
  | keyof ReturnType<typeof denseRegions>
  | "table"
  | "target"
  | "sample"
  | "pages"
  | "blocks"
  | "lz4";

/** Pages of PAGE_BYTES, their LZ4 blocks and their dense blocks. */
export class PageCodecs {
  readonly exports: DoorExports;
  readonly count: number;
  /** Bytes of each page's dense block; 0 where it would not save an eighth. */
  readonly lengths: Int32Array;
  /** The same of LZ4. */
  readonly lz4Lengths: Int32Array;
  /** Bytes of the dictionary, once trained. */
  dictionaryBytes = 0;
  readonly #memory: Buffer;
  readonly #at: Record<Region, number>;
  readonly #places: Int32Array;
  readonly #lz4Places: Int32Array;

  constructor(pages: readonly Uint8Array[]) {
    this.exports = openDoors("doors");
    this.count = pages.length;
    const room = pages.length * PAGE_BYTES + SLACK;
    const sizes: Record<Region, number> = {
      ...denseRegions(this.exports, PAGE_BYTES, CONTENT_BYTES),
      table: constantOf(this.exports, "ENCODER_TABLE_BYTES"),
      target: PAGE_BYTES,
      sample: SAMPLE_PAGES * PAGE_BYTES,
      pages: room,
      blocks: room,
      lz4: room,
    };
    const regions = new Regions(this.exports, sizes, SLACK);
    this.#memory = regions.memory;
    this.#at = regions.at;
    for (const [i, page] of pages.entries()) this.#memory.set(page, this.pageAt(i));
    this.lengths = new Int32Array(pages.length);
    this.lz4Lengths = new Int32Array(pages.length);
    this.#places = new Int32Array(pages.length);
    this.#lz4Places = new Int32Array(pages.length);
  }

  /** The address of a page. */
  pageAt(i: number): number {
    return this.#at.pages + i * PAGE_BYTES;
  }

  /** An address with room for a page. */
  get target(): number {
    return this.#at.target;
  }

  /** Trains the dictionary from pages at even distances. Answers milliseconds of processor time. */
  train(): number {
    const { trainScratch, sample, dictionary, index, work, tables } = this.#at;
    const count = Math.min(SAMPLE_PAGES, this.count);
    this.exports.door_dense_open(trainScratch, sample, SAMPLE_PAGES * PAGE_BYTES);
    for (let k = 0; k < count; k++) {
      const page = this.pageAt(Math.floor((k * this.count) / count));
      this.exports.door_dense_add(trainScratch, page, PAGE_BYTES);
    }
    const ms = cpuMs(() => {
      this.dictionaryBytes = this.exports.door_dense_train(
        trainScratch,
        1,
        dictionary,
        CONTENT_BYTES,
        index,
        work,
      );
    });
    if (!this.exports.door_dictionary_valid(dictionary, this.dictionaryBytes))
      throw new Error("a bad dictionary");
    this.exports.door_dense_tables(dictionary, tables);
    return ms;
  }

  /** Makes all dense blocks. Answers milliseconds of processor time. */
  encode(): number {
    const { dictionary, index, work, blocks } = this.#at;
    return cpuMs(() => {
      let to = blocks;
      for (let i = 0; i < this.count; i++) {
        const page = this.pageAt(i);
        const bytes = this.exports.door_dense_encode(page, PAGE_BYTES, dictionary, index, work, to, LIMIT);
        this.#places[i] = to;
        this.lengths[i] = bytes;
        to += bytes;
      }
    });
  }

  /** Makes all LZ4 blocks. */
  encodeLz4(): void {
    let to = this.#at.lz4;
    for (let i = 0; i < this.count; i++) {
      const bytes = this.exports.door_encode(this.pageAt(i), PAGE_BYTES, to, LIMIT, this.#at.table);
      this.#lz4Places[i] = to;
      this.lz4Lengths[i] = bytes;
      to += bytes;
    }
  }

  /** Decodes a dense block to `target`. Answers PAGE_BYTES, or the DenseError. */
  decode(i: number): number {
    const { dictionary, tables, target, decodeScratch } = this.#at;
    const [place, bytes] = [this.#places[i] as number, this.lengths[i] as number];
    return this.exports.door_dense_decode(
      place,
      bytes,
      dictionary,
      tables,
      target,
      PAGE_BYTES,
      decodeScratch,
    );
  }

  /** Decodes an LZ4 block to `target`. Answers PAGE_BYTES, or the DecodeError. */
  decodeLz4(i: number): number {
    const [place, bytes] = [this.#lz4Places[i] as number, this.lz4Lengths[i] as number];
    return this.exports.door_decode(place, bytes, this.#at.target, PAGE_BYTES);
  }

  /** Throws when a dense block does not give its page back. */
  check(): void {
    const output = this.#memory.subarray(this.target, this.target + PAGE_BYTES);
    for (let i = 0; i < this.count; i++) {
      if (!this.lengths[i]) continue;
      output.fill(0xaa);
      const answer = this.decode(i);
      const page = this.#memory.subarray(this.pageAt(i), this.pageAt(i) + PAGE_BYTES);
      if (answer !== PAGE_BYTES || !output.equals(page))
        throw new Error(`page ${i} came back changed (${answer})`);
    }
  }
}
