/**
 * recompress.mjs - a pool that is filled, rests and is recompressed, beside zstd -1 page by page and beside
 * the kernel's zram.
 *
 * Each FILE is a raw image of pages and a set of its own; without one the sets are those of `spillway bench
 * codec`, up to 64 MiB each. Same-filled pages are left out.
 *
 *   density   bytes of the pages over those of bodies and dictionaries together; of zstd, over the blocks, or
 *             the pages where these are smaller
 *   load      p50 of single loads in random order, LZ4 bodies before and dense ones after, in the same
 *             process
 *   speed     MB of pages recompressed a second, trainings included
 *   zram      16 MiB of the set in a pool, everything counted (`bytes.used`), and in /dev/zram0 with lz4
 *             (mm_stat: what it was given over what it takes). Left out without root and an unused zram0; the
 *             device is reset before and after
 *   short     JSON values shorter than a page, stored as they are and padded with zeros to a page, at each
 *             page size: bytes of the values over those of the bodies, and with dictionaries counted in;
 *             beside zstd -1 of each value. Left out with FILES
 *
 * Every page is compared after recompression. Each figure with its bound is followed by "met" or "MISSED".
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { Random } from "#kit/random.js";
import { verdict } from "#kit/report.js";
import { ascending, quantile } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { cpuNow } from "#kit/timing.js";
import { bench, count } from "../options.mjs";
import { pageSets } from "./page_sets.mjs";
import { zstdTwin } from "./zstd.mjs";

const PAGE_BYTES = 4096;
const MIB = 2 ** 20;
const ZRAM_PAGES = (16 * MIB) / PAGE_BYTES;
/** Of loads; the first warms up. */
const ROUNDS = 4;
/** Bytes of the short values; a body of a short one may take so much of a padded one. */
const SHORT_LENGTHS = [40, 150, 600, 1300, 3000];
const SHORT_PART = 1.02;
/** Padded tiny values are gigabytes of zeros: sets beyond this are not padded. */
const PADDED_BYTES_MAX = 2 ** 29;
const BOUNDS = { zstd: 1, load: 3, speed: 20, zramHot: 1.2, zramRested: 1.6 };

export const command = bench()
  .argument("[files...]", "raw images of pages of 4 KiB")
  .option("--set-mib <count>", "size of a set that is read from a process", count, 64)
  .option("--short-bytes <count>", "bytes of all short values of one length", count, 6e6)
  .action(async (files, { setMib, shortBytes }) => {
    const zstd = zstdTwin();
    if (files.length === 0) await shortValues(zstd, shortBytes);
    for (const { name, pages } of await pageSets(files, setMib)) {
      console.log(`${name}: ${pages.length} pages, ${((pages.length * PAGE_BYTES) / MIB).toFixed(0)} MiB`);
      await density(pages, zstd);
      await besideZram(pages);
    }
  });

// ── whole pages ──────────────────────────────────────────────────────────────────────────────────────────

function filled(pages) {
  const { pool, swap } = openSwap({ maxBytes: "256MiB" });
  for (const [i, page] of pages.entries())
    if (!swap.store(0, i, page)) throw new Error(`page ${i} was refused`);
  return { pool, swap };
}

/** Microseconds of single loads, after a round of warming up; compares every page. */
function loads(swap, pages) {
  const order = new Random(1).shuffle([...pages.keys()]);
  const page = Buffer.alloc(PAGE_BYTES);
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const i of order) {
      const start = performance.now();
      const found = swap.load(0, i, page);
      const time = performance.now() - start;
      if (round > 0) times.push(time * 1e3);
      if (!found || page.compare(pages[i]) !== 0) throw new Error(`page ${i} is not what was stored`);
    }
  }
  const sorted = ascending(times);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

async function density(pages, zstd) {
  const raw = pages.length * PAGE_BYTES;
  const { pool, swap } = filled(pages);
  const hot = pool.stats().bytes;
  const hotLoads = loads(swap, pages);
  const cpu = cpuNow();
  const start = performance.now();
  await pool.recompress();
  const seconds = (performance.now() - start) / 1e3;
  const cpuSeconds = (cpuNow() - cpu) / 1e3;
  const { bytes, densePages, bodies } = pool.stats();
  const denseLoads = loads(swap, pages);
  const kept = bytes.compressed + bytes.dictionaries;
  console.log(
    `  LZ4 ${(hot.encoded / hot.compressed).toFixed(2)}, ` +
      `recompressed ${(bytes.encoded / kept).toFixed(2)}: ${densePages} of ${bodies} bodies are dense, ` +
      `${(bytes.dictionaries / 1024).toFixed(0)} KiB of dictionaries`,
  );
  if (zstd !== undefined) {
    const [zstdBytes] = zstd(Buffer.concat(pages), 1);
    console.log(
      `  zstd -1 ${(raw / zstdBytes).toFixed(2)}: ${bounded(zstdBytes / kept, BOUNDS.zstd, "at least")}`,
    );
  }
  const us = ({ p50, p99 }) => `p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)} us`;
  const slower = bounded(denseLoads.p50 / hotLoads.p50, BOUNDS.load, "at most");
  console.log(`  loads hot ${us(hotLoads)}; dense ${us(denseLoads)}: p50 ${slower}`);
  const speed = raw / 1e6 / seconds;
  console.log(
    `  ${speed.toFixed(1)} MB/s (${(raw / 1e6 / cpuSeconds).toFixed(1)} of processor time); ` +
      `at least ${BOUNDS.speed}: ${verdict(speed >= BOUNDS.speed)}`,
  );
  pool.close();
}

/** "x 1.23; at least 1.00: met". */
function bounded(ratio, bound, side) {
  const met = side === "at least" ? ratio >= bound : ratio <= bound;
  return `x ${ratio.toFixed(2)}; ${side} ${bound.toFixed(2)}: ${verdict(met)}`;
}

async function besideZram(pages) {
  const some = pages.slice(0, ZRAM_PAGES);
  const { pool } = filled(some);
  const raw = some.length * PAGE_BYTES;
  const hot = raw / pool.stats().bytes.used;
  await pool.recompress();
  await pool.compact();
  const rested = raw / pool.stats().bytes.used;
  pool.close();
  const zram = zramRatio(Buffer.concat(some));
  console.log(
    `  everything counted, of ${(raw / MIB).toFixed(0)} MiB: ` +
      `hot ${hot.toFixed(2)}, rested ${rested.toFixed(2)}`,
  );
  if (zram === undefined) return console.log("  no zram to ask");
  console.log(
    `  zram ${zram.toFixed(2)}: hot ${bounded(hot / zram, BOUNDS.zramHot, "at least")}, ` +
      `rested ${bounded(rested / zram, BOUNDS.zramRested, "at least")}`,
  );
}

/** What zram was given over what it takes, for these bytes; undefined where it cannot be asked. */
function zramRatio(bytes) {
  const folder = "/sys/block/zram0";
  try {
    if (!existsSync(folder) || readFileSync(`${folder}/disksize`, "utf8").trim() !== "0") return undefined;
    writeFileSync(`${folder}/comp_algorithm`, "lz4");
    writeFileSync(`${folder}/disksize`, String(2 * bytes.length));
  } catch {
    return undefined;
  }
  try {
    const device = openSync("/dev/zram0", "r+");
    writeSync(device, bytes);
    fsyncSync(device);
    closeSync(device);
    const [given, , taken] = readFileSync(`${folder}/mm_stat`, "utf8").trim().split(/\s+/).map(Number);
    return given / taken;
  } finally {
    writeFileSync(`${folder}/reset`, "1");
  }
}

// ── values shorter than a page ───────────────────────────────────────────────────────────────────────────

async function shortValues(zstd, allBytes) {
  for (const bytes of SHORT_LENGTHS) {
    const values = jsonValues(bytes, allBytes);
    const rival = zstd && (values.length * bytes) / zstd(Buffer.concat(values), 1, bytes)[0];
    console.log(
      `${values.length} values of ${bytes} bytes${rival ? `, zstd -1 of each ${rival.toFixed(2)}` : ""}`,
    );
    for (const pageSize of [4096, 16_384, 65_536]) {
      const short = await shortRatios(values, pageSize, false);
      const padded =
        values.length * pageSize <= PADDED_BYTES_MAX ? await shortRatios(values, pageSize, true) : undefined;
      const tell = (ratios) => ratios.map((ratio) => ratio.toFixed(2)).join(", with dictionaries ");
      const met = padded && `: ${verdict(padded[0] <= SHORT_PART * short[0])}`;
      console.log(
        `  pages of ${pageSize / 1024} KiB: short ${tell(short)}; ` +
          `padded ${padded ? tell(padded) : "not tried"}${met ?? ""}`,
      );
    }
  }
}

/** JSON values of `bytes` bytes each, `allBytes` together. */
function jsonValues(bytes, allBytes) {
  const random = new Random(1);
  const words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"];
  const word = () => random.pick(words);
  return Array.from({ length: Math.ceil(allBytes / bytes) }, () => {
    let json = "";
    while (json.length < bytes)
      json += JSON.stringify({
        id: random.below(1e9),
        name: `${word()} ${word()}`,
        tags: [word(), word()],
      });
    return Buffer.from(json.slice(0, bytes));
  });
}

/** Bytes of the values over those of bodies, and over bodies and dictionaries, after recompression. */
async function shortRatios(values, pageSize, padded) {
  const { pool, swap } = openSwap({ maxBytes: "512MiB", pageSize });
  const page = Buffer.alloc(pageSize);
  for (const [i, value] of values.entries()) {
    value.copy(page);
    if (!swap.store(0, i, padded ? page : value)) throw new Error(`value ${i} was refused`);
  }
  await pool.recompress();
  for (const [i, value] of values.entries())
    if (!swap.load(0, i, page) || value.compare(page, 0, value.length) !== 0)
      throw new Error(`value ${i} is not what was stored`);
  const { compressed, dictionaries } = pool.stats().bytes;
  pool.close();
  const raw = values.length * values[0].length;
  return [raw / compressed, raw / (compressed + dictionaries)];
}
