/**
 * dense.mjs - the dense codec over pages of 4 KiB, beside LZ4 of the same module in the same run, and beside
 * zstd -1 page by page where a C compiler and libzstd are there.
 *
 * Each FILE is a raw image of pages and a set of its own; without one, the set is this process's own memory.
 * Same-filled pages are left out. A dictionary is trained for each set from a sample of it; ratios count the
 * dictionary and raw pages in. Every page is decoded and compared. Training and encoding are counted
 * together, in processor time. Decoding is timed call by call in random order, after two rounds of warming
 * up; LZ4 and dense take turns, a slice of pages each.
 */
import { basename } from "node:path";
import { PAGE_BYTES, PageCodecs } from "#kit/doors/pages.js";
import { livePages } from "#kit/live_memory.js";
import { pagesOfFile, plainPages } from "#kit/page_files.js";
import { Random } from "#kit/random.js";
import { table } from "#kit/report.js";
import { ascending, quantile } from "#kit/statistics.js";
import { bench } from "../options.mjs";
import { zstdTwin } from "./zstd.mjs";

const LIVE_PAGES = 16_384;
const TIMED_PAGES = 8192;
const SLICE = 256;
const DECODE_ROUNDS = 3;
const HEADS = [
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
];

export const command = bench()
  .argument("[files...]", "raw images of pages of 4 KiB")
  .action((files) => {
    const zstd = zstdTwin();
    const sets = files.map((path) => [basename(path), plainPages(pagesOfFile(path))]);
    if (sets.length === 0) sets.push(["this process", plainPages(livePages(LIVE_PAGES))]);
    console.log(
      table(
        HEADS,
        sets.map(([name, pages]) => rowOf(name, pages, zstd)),
      ),
    );
  });

function rowOf(name, pages, zstd) {
  const codecs = new PageCodecs(pages);
  const raw = pages.length * PAGE_BYTES;
  const trainMs = codecs.train();
  codecs.encodeLz4();
  // The first pass warms up; the second is what counts.
  codecs.encode();
  const encodeMs = codecs.encode();
  codecs.check();
  const kept = (lengths) => lengths.reduce((sum, bytes) => sum + (bytes || PAGE_BYTES), 0);
  const dense = raw / (kept(codecs.lengths) + codecs.dictionaryBytes);
  const times = timeDecodes(codecs);
  const us = (list) => [0.5, 0.99].map((share) => (quantile(list, share) / 1e3).toFixed(2)).join(" ");
  const [zstdBytes, , zstdDecode] = zstd?.(Buffer.concat(pages), 1) ?? [];
  return [
    name,
    (raw / 2 ** 20).toFixed(1),
    (raw / kept(codecs.lz4Lengths)).toFixed(2),
    zstdBytes ? (raw / zstdBytes).toFixed(2) : "-",
    dense.toFixed(2),
    zstdBytes ? ((dense * zstdBytes) / raw).toFixed(2) : "-",
    codecs.dictionaryBytes,
    (trainMs / 1e3).toFixed(2),
    (raw / 1e3 / (encodeMs + trainMs)).toFixed(1),
    us(times.dense),
    us(times.lz4),
    zstdDecode ? (zstdDecode / 1e3).toFixed(2) : "-",
  ];
}

/** Nanoseconds of single calls, in ascending order, less what the timer takes. */
function timeDecodes(codecs) {
  const both = [...codecs.lengths.keys()].filter((i) => codecs.lengths[i] && codecs.lz4Lengths[i]);
  const some = new Random(1).shuffle(both).slice(0, TIMED_PAGES);
  for (let i = 0; i < 2; i++) for (const page of some) codecs.decode(page) + codecs.decodeLz4(page);
  const elapsed = (call) => {
    const start = process.hrtime();
    call();
    const [, ns] = process.hrtime(start);
    return ns;
  };
  let timer = Infinity;
  for (let i = 0; i < 10_000; i++)
    timer = Math.min(
      timer,
      elapsed(() => {}),
    );
  const times = { dense: [], lz4: [] };
  for (let round = 0; round < DECODE_ROUNDS; round++) {
    for (let at = 0; at < some.length; at += SLICE) {
      const slice = some.slice(at, at + SLICE);
      for (const i of slice) times.dense.push(elapsed(() => codecs.decode(i)) - timer);
      for (const i of slice) times.lz4.push(elapsed(() => codecs.decodeLz4(i)) - timer);
    }
  }
  return { dense: ascending(times.dense), lz4: ascending(times.lz4) };
}
