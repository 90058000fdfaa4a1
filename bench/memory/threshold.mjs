/**
 * threshold.mjs - a full pool under churn: accepting again at once, against accepting again at nine tenths.
 *
 * Twice as many keys as there is room for are overwritten at random, in a pool of one arena and in one of
 * several. Pools with either `acceptThreshold` take turns. Medians of the rounds.
 */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { livePages } from "#kit/live_memory.js";
import { Random } from "#kit/random.js";
import { percent } from "#kit/report.js";
import { median } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { bench, count } from "../options.mjs";

const SOURCES = 8000;
const STORES = 60_000;
const POOLS = [
  { maxBytes: "24MiB", keys: 25_000, rounds: 9 },
  { maxBytes: "192MiB", keys: 250_000, rounds: 3 },
];

export const command = bench()
  .option("--rounds <count>", "rounds for each pool (9 for the small one, 3 for the large one)", count)
  .action(async (options) => {
    const sources = livePages(SOURCES);
    for (const { maxBytes, keys, rounds } of POOLS)
      await compare(sources, maxBytes, keys, options.rounds ?? rounds);
  });

async function compare(sources, maxBytes, keys, rounds) {
  const thresholds = [1, 0.9];
  const results = thresholds.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, acceptThreshold] of thresholds.entries()) {
      results[i].push(overwrite(sources, { maxBytes, acceptThreshold }, keys, round + 1));
      await pause(0);
    }
  }
  for (const [i, acceptThreshold] of thresholds.entries()) {
    const of = (what) => median(results[i].map((result) => result[what]));
    const kept = results[i].reduce((sum, result) => sum + result.kept, 0) / (rounds * STORES);
    console.log(
      `threshold ${acceptThreshold}, ${maxBytes} in ${of("arenas")} arenas: a store to a full pool takes ` +
        `${of("us").toFixed(2)} us, ${percent(kept)} are kept, ` +
        `${(of("us") / kept).toFixed(2)} us for each that is kept; ` +
        `bodies / maxBytes ${of("bodies").toFixed(3)}`,
    );
  }
}

/**
 * One pool: microseconds of a store once it is full, how many were kept, and what the pool holds at the end.
 */
function overwrite(sources, options, keys, seed) {
  const { pool, swap } = openSwap(options);
  const random = new Random(seed);
  const page = new Uint8Array(4096);
  const words = new DataView(page.buffer);
  const store = (n) => {
    page.set(sources[random.below(sources.length)]);
    words.setUint32(2000, n, true);
    const key = random.below(keys);
    const start = performance.now();
    const kept = swap.store(0, key, page);
    return { kept, ms: performance.now() - start };
  };
  const warm = Math.round(1.6 * keys);
  for (let n = 0; n < warm; n++) store(n);
  let ms = 0;
  let kept = 0;
  for (let n = 0; n < STORES; n++) {
    const one = store(warm + n);
    ms += one.ms;
    if (one.kept) kept += 1;
  }
  const { bytes, arenas } = pool.stats();
  pool.close();
  return { us: (1000 * ms) / STORES, kept, bodies: bytes.compressed / bytes.max, arenas: arenas.length };
}
