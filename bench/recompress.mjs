/**
 * recompress.mjs - `npm run bench:recompress [-- FILES]`: a pool that is filled, rests and is recompressed, beside zstd -1 page by
 * page and beside the kernel's zram.
 *
 * Each FILE is a raw image of pages and a set of its own; without one the sets are those of `spillway bench codec`, up to 64 MiB
 * each: a Node process, a Redis server, Chromium's renderers. Same-filled pages are left out.
 *
 *   density   bytes of the pages over those of bodies and dictionaries together; of zstd, over the blocks, or the pages where
 *             these are smaller
 *   load      p50 of single loads in random order, LZ4 bodies before and dense ones after, in the same process
 *   speed     MB of pages recompressed a second, trainings included
 *   zram      16 MiB of the set in a pool, everything counted (`bytes.used`), and in /dev/zram0 with lz4 (mm_stat: what it was given
 *             over what it takes). Needs root and an unused zram0; else it is left out. The device is reset before and after
 *
 *   short     JSON values shorter than a page, stored as they are and padded with zeros to a page, at each page size: bytes of the
 *             values over those of the bodies, and with dictionaries counted in; beside zstd -1 of each value. Not with FILES
 *
 * Every page is compared after recompression. Each figure with its bound is followed by "met" or "MISSED".
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { main, make } from "../scripts/make.mjs";
import { PAGE_BYTES, pageSets, percentile, zstdTwin } from "./page_sets.mjs";

const SET_MIB = 64;
const ZRAM_PAGES = (16 * 2 ** 20) / PAGE_BYTES;
const ROUNDS = 4;
/** Short values: lengths, and how many bytes of each. A short one may take so much of a padded one. */
const SHORT_LENGTHS = [40, 150, 600, 1300, 3000];
const SHORT_BYTES = 6e6;
const SHORT_PART = 1.02;
const verdict = (met) => (met ? "met" : "MISSED");

await main(async () => {
  await make("engine", "library", "command", "tests");
  const { Spillway } = await import("spillway");
  const { Random } = await import("../build/tests/support/random.js");

  function filled(pages) {
    const pool = Spillway.openSync({ maxBytes: "256MiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    for (const [i, page] of pages.entries())
      if (!swap.store(0, i, page)) throw new Error(`page ${i} was refused`);
    return { pool, swap };
  }

  /** Microseconds of single loads, after a round of warming up; compares every page. */
  function loads(swap, pages) {
    const random = new Random(1);
    const order = [...pages.keys()];
    for (let i = order.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
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
    times.sort((a, b) => a - b);
    return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  }

  async function density(pages, zstd) {
    const raw = pages.length * PAGE_BYTES;
    const { pool, swap } = filled(pages);
    const hot = pool.stats().bytes;
    const hotLoads = loads(swap, pages);
    const cpu = process.cpuUsage();
    const start = performance.now();
    await pool.recompress();
    const seconds = (performance.now() - start) / 1e3;
    const { user, system } = process.cpuUsage(cpu);
    const { bytes, densePages, bodies } = pool.stats();
    const denseLoads = loads(swap, pages);
    const ratio = bytes.encoded / (bytes.compressed + bytes.dictionaries);
    console.log(
      `  LZ4 ${(hot.encoded / hot.compressed).toFixed(2)}, recompressed ${ratio.toFixed(2)}: ${densePages} of ${bodies} bodies are dense, ${(bytes.dictionaries / 1024).toFixed(0)} KiB of dictionaries`,
    );
    if (zstd !== undefined) {
      const [zstdBytes] = zstd(Buffer.concat(pages), 1);
      const rival = raw / zstdBytes;
      const part = raw / (bytes.compressed + bytes.dictionaries) / rival;
      console.log(`  zstd -1 ${rival.toFixed(2)}: x ${part.toFixed(2)}; bound 1.00: ${verdict(part >= 1)}`);
    }
    const slower = denseLoads.p50 / hotLoads.p50;
    const us = ({ p50, p99 }) => `p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)} us`;
    console.log(
      `  loads hot ${us(hotLoads)}; dense ${us(denseLoads)}: p50 x ${slower.toFixed(2)}; bound 3: ${verdict(slower <= 3)}`,
    );
    const speed = raw / 1e6 / seconds;
    console.log(
      `  ${speed.toFixed(1)} MB/s (${(raw / (user + system)).toFixed(1)} of processor time); bound 20: ${verdict(speed >= 20)}`,
    );
    pool.close();
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
    const counted = `everything counted, of ${(raw / 2 ** 20).toFixed(0)} MiB: hot ${hot.toFixed(2)}, rested ${rested.toFixed(2)}`;
    if (zram === undefined) {
      console.log(`  ${counted}; no zram to ask`);
      return;
    }
    console.log(
      `  ${counted}; zram ${zram.toFixed(2)}: x ${(hot / zram).toFixed(2)}, bound 1.2: ${verdict(hot / zram >= 1.2)}; x ${(rested / zram).toFixed(2)}, bound 1.6: ${verdict(rested / zram >= 1.6)}`,
    );
  }

  /** JSON values of `bytes` bytes each. */
  function jsonValues(bytes) {
    const random = new Random(1);
    const words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"];
    const word = () => random.pick(words);
    return Array.from({ length: Math.ceil(SHORT_BYTES / bytes) }, () => {
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
    const pool = Spillway.openSync({ maxBytes: "512MiB", pageSize, autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
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

  async function shortValues(zstd) {
    for (const bytes of SHORT_LENGTHS) {
      const values = jsonValues(bytes);
      const rival = zstd && (values.length * bytes) / zstd(Buffer.concat(values), 1, bytes)[0];
      console.log(
        `${values.length} values of ${bytes} bytes${rival ? `, zstd -1 of each ${rival.toFixed(2)}` : ""}`,
      );
      for (const pageSize of [4096, 16_384, 65_536]) {
        const short = await shortRatios(values, pageSize, false);
        // Padded tiny values are gigabytes of zeros.
        const pad =
          values.length * pageSize <= 2 ** 29 ? await shortRatios(values, pageSize, true) : undefined;
        const tell = (ratios) => ratios.map((ratio) => ratio.toFixed(2)).join(", with dictionaries ");
        const met = pad && `: ${verdict(pad[0] <= SHORT_PART * short[0])}`;
        console.log(
          `  pages of ${pageSize / 1024} KiB: short ${tell(short)}; padded ${pad ? tell(pad) : "not tried"}${met ?? ""}`,
        );
      }
    }
  }

  const zstd = zstdTwin();
  if (process.argv.length <= 2) await shortValues(zstd);
  for (const { name, pages } of pageSets(process.argv.slice(2), SET_MIB)) {
    console.log(`${name}: ${pages.length} pages, ${((pages.length * PAGE_BYTES) / 2 ** 20).toFixed(0)} MiB`);
    await density(pages, zstd);
    await besideZram(pages);
  }
});

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
