/**
 * map.mjs - what a SpillMap makes of JSON values, beside a Map whose values lz4-napi compresses.
 *
 * Values of 0.2 to 6.5 KB from a seed (json_values.mjs). Both sides serialise by node:v8. Rounds of 5,000
 * values: each side sets them, the other first in every second round; then each gets 5,000 keys at random,
 * and again after `recompress()`. Values that come back are compared. Medians of the rounds and of their
 * ratios.
 *
 * Bytes of the map are all that it takes: what the pool uses (bodies, records, tables), the index with its
 * keys, and pages in memory. Those of the rival are its compressed values alone, without Map, keys and
 * Buffers.
 */
import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { deserialize, serialize } from "node:v8";
import { Option } from "commander";
import { compressSync, uncompressSync } from "lz4-napi";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { verdict } from "#kit/report.js";
import { median } from "#kit/statistics.js";
import { bench, count } from "../options.mjs";
import { VALUE_SETS } from "./json_values.mjs";

const ROUND = 5000;
const BOUNDS = { hot: 0.62, rested: 0.34, set: 1.1, get: 0.8 };

export const command = bench()
  .option("--values <count>", "values, in rounds of 5,000", count, 100_000)
  .option("--page-size <bytes>", "bytes of a page", count, 4096)
  .addOption(new Option("--set <name>", "the values").choices(Object.keys(VALUE_SETS)).default("records"))
  .option("--seed <number>", "the seed of the values", count, 1)
  .action(run);

async function run({ values, pageSize, seed, set }) {
  const rounds = Math.ceil(values / ROUND);
  console.log(`${rounds * ROUND} ${set}, pages of ${pageSize} bytes, seed ${seed}`);
  const pool = Spillway.openSync({ maxBytes: "1GiB", pageSize, autoShrink: false });
  const map = pool.map();
  const rival = new Map();
  const sides = {
    map: { set: (key, value) => map.set(key, value), get: (key) => map.get(key) },
    rival: {
      set: (key, value) => rival.set(key, compressSync(serialize(value))),
      get: (key) => deserialize(uncompressSync(rival.get(key))),
    },
  };
  const json = setAll(sides, rounds, (round) => VALUE_SETS[set](seed + round, ROUND));
  const stats = map.stats();
  const kept = () => pool.stats().bytes.used + map.stats().indexBytes + map.stats().openBytes;
  const other = [...rival.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const part = (bytes) => (bytes / json.bytes).toFixed(3);
  console.log(
    `JSON ${(json.bytes / 2 ** 20).toFixed(1)} MiB, median ${json.median} bytes; serialised ` +
      `${part(stats.rawBytes)}; lz4-napi ${part(other)}, its values alone`,
  );
  show("set", json.times, BOUNDS.set);
  const hot = kept();
  console.log(
    `kept hot: ${part(hot)} of the JSON (bound ${BOUNDS.hot}: ${verdict(hot <= BOUNDS.hot * json.bytes)})`,
  );
  console.log(
    `  pages ${part(pool.stats().bytes.used)}, index ${part(stats.indexBytes)} with keys ${part(stats.keyBytes)}; ` +
      `${stats.sharedPages} shared pages, ${stats.ownPages} own; ` +
      `${((stats.indexBytes - stats.keyBytes) / stats.values).toFixed(1)} bytes of index a key`,
  );
  show("get, hot pages", getAll(sides, rounds, seed), BOUNDS.get);
  await pool.recompress();
  const rested = kept();
  const met = verdict(rested <= BOUNDS.rested * json.bytes);
  console.log(`kept after recompress(): ${part(rested)} of the JSON (bound ${BOUNDS.rested}: ${met})`);
  show("get, rested pages", getAll(sides, rounds, seed), BOUNDS.get);
  pool.close();
}

function show(what, { ours, theirs }, bound) {
  const ratio = median(ours.map((ms, i) => ms / theirs[i]));
  const us = (list) => ((1000 * median(list)) / ROUND).toFixed(1);
  console.log(
    `${what}: ${us(ours)} us, Map and lz4-napi ${us(theirs)} us, x ${ratio.toFixed(2)} ` +
      `(bound ${bound}: ${verdict(ratio <= bound)})`,
  );
}

function timed(call) {
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** Calls both sides in turn, the second one first in odd rounds. */
function inTurn(round, { ours, theirs }, one, other) {
  const first = round % 2 === 0;
  if (first) ours.push(timed(one));
  theirs.push(timed(other));
  if (!first) ours.push(timed(one));
}

function setAll({ map, rival }, rounds, make) {
  const times = { ours: [], theirs: [] };
  const sizes = [];
  for (let round = 0; round < rounds; round++) {
    const values = make(round);
    for (const value of values) sizes.push(Buffer.byteLength(JSON.stringify(value)));
    const all = (side) => () => {
      for (let i = 0; i < ROUND; i++) side.set(`session:${round * ROUND + i}`, values[i]);
    };
    inTurn(round, times, all(map), all(rival));
  }
  return { times, bytes: sizes.reduce((sum, one) => sum + one, 0), median: median(sizes) };
}

function getAll({ map, rival }, rounds, seed) {
  const times = { ours: [], theirs: [] };
  const random = new Random(seed);
  for (let round = 0; round < rounds; round++) {
    const keys = Array.from({ length: ROUND }, () => `session:${random.below(rounds * ROUND)}`);
    const found = [];
    const all = (side) => () => {
      for (const key of keys) found[0] = side.get(key);
    };
    inTurn(round, times, all(map), all(rival));
    for (const key of keys.slice(0, 50)) assert.deepEqual(map.get(key), rival.get(key));
  }
  return times;
}
