/**
 * dense_codec.mjs - both codecs of one instance over pages in its memory, for dense.mjs and kinds.mjs.
 */
import { readFileSync } from "node:fs";

/** Seconds of processor time that the call took: what others do on the machine does not count. */
function cpuSeconds(call) {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export const PAGE_BYTES = 4096;
const SAMPLE_PAGES = 512;
const CONTENT_BYTES = 65_536;
const LIMIT = PAGE_BYTES - (PAGE_BYTES >> 3);

const module = new WebAssembly.Module(readFileSync(new URL("../build/wasm/doors.wasm", import.meta.url)));

/** The codec of one instance, with its regions, and room for `count` pages. */
export class Codec {
  constructor(pages) {
    this.count = pages.length;
    this.x = new WebAssembly.Instance(module).exports;
    const size = (which) => this.x.door_dense_bytes(which, PAGE_BYTES, CONTENT_BYTES) + 64;
    const sizes = {
      dictionary: 352 + CONTENT_BYTES + 64,
      index: size(0),
      work: size(1),
      decodeScratch: size(2),
      trainScratch: size(3),
      tables: 20_480,
      table: this.x.ENCODER_TABLE_BYTES.value,
      state: 64,
      target: PAGE_BYTES + 64,
      sample: SAMPLE_PAGES * PAGE_BYTES + 64,
      pages: pages.length * PAGE_BYTES + 64,
      blocks: pages.length * PAGE_BYTES + 64,
      lz4: pages.length * PAGE_BYTES + 64,
    };
    const total = Object.values(sizes).reduce((sum, bytes) => sum + bytes + 64, 0);
    let at = this.x.door_grow(Math.ceil(total / 65_536));
    if (!at) throw new Error("no memory");
    for (const [name, bytes] of Object.entries(sizes)) {
      this[name] = at;
      at = Math.ceil((at + bytes) / 64) * 64;
    }
    this.memory = Buffer.from(this.x.memory.buffer);
    for (const [i, page] of pages.entries()) this.memory.set(page, this.pages + i * PAGE_BYTES);
    this.lengths = new Int32Array(pages.length);
    this.lz4Lengths = new Int32Array(pages.length);
    this.places = new Int32Array(pages.length);
    this.lz4Places = new Int32Array(pages.length);
  }

  /** Seconds. */
  train() {
    const count = Math.min(SAMPLE_PAGES, this.count);
    this.x.door_dense_open(this.trainScratch, this.sample, SAMPLE_PAGES * PAGE_BYTES);
    for (let k = 0; k < count; k++) {
      const from = this.pages + Math.floor((k * this.count) / count) * PAGE_BYTES;
      this.x.door_dense_add(this.trainScratch, from, PAGE_BYTES);
    }
    const seconds = cpuSeconds(() => {
      this.dictionaryBytes = this.x.door_dense_train(
        this.trainScratch,
        1,
        this.dictionary,
        CONTENT_BYTES,
        this.index,
        this.work,
      );
    });
    if (!this.x.door_dictionary_valid(this.dictionary, this.dictionaryBytes))
      throw new Error("a bad dictionary");
    this.x.door_dense_tables(this.dictionary, this.tables);
    return seconds;
  }

  /** Seconds; blocks side by side. */
  encode() {
    return cpuSeconds(() => {
      let to = this.blocks;
      for (let i = 0; i < this.count; i++) {
        const bytes = this.x.door_dense_encode(
          this.pages + i * PAGE_BYTES,
          PAGE_BYTES,
          this.dictionary,
          this.index,
          this.work,
          to,
          LIMIT,
        );
        this.places[i] = to;
        this.lengths[i] = bytes;
        to += bytes;
      }
    });
  }

  encodeLz4() {
    let to = this.lz4;
    for (let i = 0; i < this.count; i++) {
      const bytes = this.x.door_encode(
        this.pages + i * PAGE_BYTES,
        PAGE_BYTES,
        to,
        LIMIT,
        this.table,
        this.state,
      );
      this.lz4Places[i] = to;
      this.lz4Lengths[i] = bytes;
      to += bytes;
    }
  }

  decode(i) {
    return this.x.door_dense_decode(
      this.places[i],
      this.lengths[i],
      this.dictionary,
      this.tables,
      this.target,
      PAGE_BYTES,
      this.decodeScratch,
    );
  }

  decodeLz4(i) {
    return this.x.door_decode(this.lz4Places[i], this.lz4Lengths[i], this.target, PAGE_BYTES);
  }

  check() {
    for (let i = 0; i < this.count; i++) {
      if (!this.lengths[i]) continue;
      const from = this.pages + i * PAGE_BYTES;
      const same = () =>
        this.memory.compare(this.memory, from, from + PAGE_BYTES, this.target, this.target + PAGE_BYTES) ===
        0;
      this.memory.fill(0xaa, this.target, this.target + PAGE_BYTES);
      const answer = this.decode(i);
      if (answer !== PAGE_BYTES || !same()) throw new Error(`page ${i} came back changed (${answer})`);
    }
  }
}
