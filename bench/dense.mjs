/**
 * dense.mjs - `npm run bench:dense [-- FILES]`: the dense codec over pages of 4 KiB, beside LZ4 of the same module in the
 * same run, and beside zstd -1 page by page where a C compiler and libzstd are there.
 *
 * Each FILE is a raw image of pages and a set of its own; without one, the set is this process's own memory. Same-filled
 * pages are left out. For each set a dictionary is trained from a sample of it; ratios count dictionary and raw pages in.
 * Every page is decoded and compared. Decoding is timed call by call in random order, after a round of warming up; LZ4 and
 * dense take turns, a slice of pages each.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import Table from "cli-table3";
import { make } from "../scripts/make.mjs";

await make("engine", "library", "tests");
const { livePages } = await import("../build/tests/support/pages.js");
const { Random } = await import("../build/tests/support/random.js");

const PAGE_BYTES = 4096;
const SAMPLE_PAGES = 512;
const CONTENT_BYTES = 65_536;
const LIMIT = PAGE_BYTES - (PAGE_BYTES >> 3);
const SLICE = 256;
const DECODE_ROUNDS = 3;

const module = new WebAssembly.Module(readFileSync(new URL("../build/wasm/doors.wasm", import.meta.url)));

/** The codec of one instance, with its regions, and room for `count` pages. */
class Codec {
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
    for (let k = 0; k < count; k++) {
      const from = this.pages + Math.floor((k * this.count) / count) * PAGE_BYTES;
      this.memory.copyWithin(this.sample + k * PAGE_BYTES, from, from + PAGE_BYTES);
    }
    const start = process.hrtime.bigint();
    this.dictionaryBytes = this.x.door_dense_train(
      this.sample,
      count,
      PAGE_BYTES,
      1,
      this.dictionary,
      CONTENT_BYTES,
      this.index,
      this.work,
      this.trainScratch,
    );
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (!this.x.door_dictionary_valid(this.dictionary, this.dictionaryBytes))
      throw new Error("a bad dictionary");
    this.x.door_dense_tables(this.dictionary, this.tables);
    return seconds;
  }

  /** Seconds; blocks side by side. */
  encode() {
    const start = process.hrtime.bigint();
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
    return Number(process.hrtime.bigint() - start) / 1e9;
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

function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Nanoseconds of single calls, the least of the rounds for each page, less what the timer takes. */
function timeDecodes(codec, seed) {
  const random = new Random(seed);
  const order = [...codec.lengths.keys()].filter((i) => codec.lengths[i] && codec.lz4Lengths[i]);
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  const some = order.slice(0, 8192);
  for (let i = 0; i < 2; i++) for (const page of some) codec.decode(page) + codec.decodeLz4(page);
  let timer = Infinity;
  for (let i = 0; i < 10_000; i++) {
    const start = process.hrtime();
    const [, ns] = process.hrtime(start);
    timer = Math.min(timer, ns);
  }
  const times = { dense: [], lz4: [] };
  const one = (list, call) => {
    const start = process.hrtime();
    call();
    const [, ns] = process.hrtime(start);
    list.push(ns - timer);
  };
  for (let round = 0; round < DECODE_ROUNDS; round++) {
    for (let at = 0; at < some.length; at += SLICE) {
      const slice = some.slice(at, at + SLICE);
      for (const i of slice) one(times.dense, () => codec.decode(i));
      for (const i of slice) one(times.lz4, () => codec.decodeLz4(i));
    }
  }
  for (const list of Object.values(times)) list.sort((a, b) => a - b);
  return times;
}

/** Compiles zstd.c; answers a function from pages to what it prints, or undefined. */
function zstdTwin() {
  const folder = mkdtempSync(join(tmpdir(), "spillway-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, "zstd");
  const built = spawnSync("cc", [
    "-O3",
    "-o",
    program,
    fileURLToPath(new URL("zstd.c", import.meta.url)),
    "-lzstd",
  ]);
  if (built.status !== 0) return undefined;
  return (bytes, level) => {
    const { stdout } = spawnSync(program, [String(PAGE_BYTES), String(level)], {
      input: bytes,
      maxBuffer: 2 ** 20,
    });
    return String(stdout).trim().split(" ").map(Number);
  };
}

function isFilled(page) {
  return page.subarray(8).equals(page.subarray(0, PAGE_BYTES - 8));
}

function pagesOf(path) {
  const pages = [];
  if (path === undefined) pages.push(...livePages(16_384));
  else {
    const image = readFileSync(path);
    for (let at = 0; at + PAGE_BYTES <= image.length; at += PAGE_BYTES)
      pages.push(image.subarray(at, at + PAGE_BYTES));
  }
  return pages.filter((page) => page.length === PAGE_BYTES && !isFilled(Buffer.from(page)));
}

const zstd = zstdTwin();
if (!zstd)
  console.log("no zstd to compare with: it takes a C compiler and libzstd (Debian: gcc, libzstd-dev)");
const table = new Table({
  head: [
    "pages",
    "MiB",
    "LZ4 ratio",
    "zstd -1",
    "dense",
    "dense / zstd",
    "dictionary",
    "train s",
    "encode MB/s",
    "decode us p50 p99",
    "LZ4 p50 p99",
    "zstd mean",
  ],
  style: { head: [], border: [] },
});
const paths = process.argv.slice(2);
for (const path of paths.length > 0 ? paths : [undefined]) {
  const pages = pagesOf(path);
  const codec = new Codec(pages);
  const raw = pages.length * PAGE_BYTES;
  const trainSeconds = codec.train();
  codec.encodeLz4();
  // The first pass warms up; the second is what counts.
  codec.encode();
  const encodeSeconds = codec.encode();
  codec.check();
  const kept = (lengths) => lengths.reduce((sum, bytes) => sum + (bytes || PAGE_BYTES), 0);
  const dense = raw / (kept(codec.lengths) + codec.dictionaryBytes);
  const times = timeDecodes(codec, 1);
  const us = (list) =>
    `${(percentile(list, 0.5) / 1e3).toFixed(2)} ${(percentile(list, 0.99) / 1e3).toFixed(2)}`;
  const [zstdBytes, , zstdDecode] = zstd?.(Buffer.concat(pages), 1) ?? [];
  table.push([
    path === undefined ? "this process" : basename(path),
    (raw / 2 ** 20).toFixed(1),
    (raw / kept(codec.lz4Lengths)).toFixed(2),
    zstdBytes ? (raw / zstdBytes).toFixed(2) : "-",
    dense.toFixed(2),
    zstdBytes ? ((dense * zstdBytes) / raw).toFixed(2) : "-",
    codec.dictionaryBytes,
    trainSeconds.toFixed(2),
    (raw / 1e6 / (encodeSeconds + trainSeconds)).toFixed(1),
    us(times.dense),
    us(times.lz4),
    zstdDecode ? (zstdDecode / 1e3).toFixed(2) : "-",
  ]);
}
console.log(table.toString());
