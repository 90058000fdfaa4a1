/**
 * dense.mjs - `npm run bench:dense [-- FILES]`: the dense codec over pages of 4 KiB, beside LZ4 of the same module in the
 * same run, and beside zstd -1 page by page where a C compiler and libzstd are there.
 *
 * Each FILE is a raw image of pages and a set of its own; without one, the set is this process's own memory. Same-filled
 * pages are left out. For each set a dictionary is trained from a sample of it; ratios count dictionary and raw pages in.
 * Every page is decoded and compared. Training and encoding are counted together, in processor time. Decoding is timed
 * call by call in random order, after two rounds of warming up; LZ4 and dense take turns, a slice of pages each.
 */
import { basename } from "node:path";
import Table from "cli-table3";
import { make } from "../scripts/make.mjs";
import { pagesOfFile, percentile, plainPages, zstdTwin } from "./page_sets.mjs";

await make("engine", "library", "tests");
const { Codec, PAGE_BYTES } = await import("./dense_codec.mjs");
const { livePages } = await import("../build/tests/support/pages.js");
const { Random } = await import("../build/tests/support/random.js");

const SLICE = 256;
const DECODE_ROUNDS = 3;

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

const zstd = zstdTwin();
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
  const pages = path === undefined ? plainPages([...livePages(16_384)]) : pagesOfFile(path);
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
