/**
 * keys.mjs - very many keys in one map: bytes of index a key, and what verbs cost as keys grow.
 *
 * Keys are "key " and a number, values numbers. At each size: the mean of 20,000 gets, misses, and deletes
 * each followed by a set, of keys at random; the longest single set on the way there, which grew the index.
 * At the end one key in three is deleted, and an iteration must meet the others in the order of insertion
 * with their values. A Map ends at 2^24 keys.
 */
import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { verdict } from "#kit/report.js";
import { bench, count } from "../options.mjs";

const SAMPLE = 20_000;
const BOUND = 60;

export const command = bench()
  .option("--keys <count>", "keys", count, 20_000_000)
  .option("--all-options", "with hot values and a time to live")
  .option("--seed <number>", "the seed of the keys that are asked for", count, 1)
  .action(run);

function run({ keys, allOptions, seed }) {
  const random = new Random(seed);
  const pool = Spillway.openSync({ maxBytes: "4GiB", autoShrink: false });
  const options = allOptions ? { hotBytes: "1MiB", ttl: 1e9 } : {};
  const map = pool.map(options);
  console.log(`${keys} keys, options ${JSON.stringify(options)}`);
  const sizes = [10_000, 100_000, 1_000_000, 5_000_000, 10_000_000, 20_000_000];
  let worst = 0;
  for (let from = 0; from < keys; ) {
    const to = Math.min(keys, sizes.find((size) => size > from) ?? keys);
    const { each, longest } = setRange(map, from, to, (bytes) => (worst = Math.max(worst, bytes)));
    show(map, random, to, each, longest);
    from = to;
  }
  console.log(
    `at worst ${worst.toFixed(1)} bytes of index a key beside the key's own, from 20,000 keys on ` +
      `(bound ${BOUND}: ${verdict(worst <= BOUND)})`,
  );
  walk(map, keys);
  pool.close();
}

/** Sets keys and looks at the size of the index now and then. Answers us of a set, ms of the longest. */
function setRange(map, from, to, tellBytes) {
  let longest = 0;
  let looking = 0;
  const start = performance.now();
  for (let i = from; i < to; i++) {
    const before = performance.now();
    map.set(`key ${i}`, i);
    const after = performance.now();
    longest = Math.max(longest, after - before);
    if (i < 20_000 || i % 50_000 !== 0) continue;
    tellBytes(bytesAKey(map, `key ${i}`.length));
    looking += performance.now() - after;
  }
  return { each: (1000 * (performance.now() - start - looking)) / (to - from), longest };
}

function bytesAKey(map, own) {
  const { indexBytes, values } = map.stats();
  return indexBytes / values - own;
}

function show(map, random, keys, set, longest) {
  const us = (call) => {
    const names = Array.from({ length: SAMPLE }, () => random.below(keys));
    const start = performance.now();
    for (const name of names) call(name);
    return ((1000 * (performance.now() - start)) / SAMPLE).toFixed(2);
  };
  const get = us((i) => assert.equal(map.get(`key ${i}`), i));
  const miss = us((i) => assert.equal(map.get(`none ${i}`), undefined));
  const has = us((i) => assert.equal(map.has(`key ${i}`), true));
  // Back in at the end of the order: each is asked for once.
  const again = us(() => {
    map.set("again", 1);
    map.delete("again");
  });
  const { indexBytes, values } = map.stats();
  const rss = process.memoryUsage.rss() / 2 ** 20;
  console.log(
    `${String(keys).padStart(9)} keys: set ${set.toFixed(2)} us (longest ${longest.toFixed(0)} ms), get ${get}, ` +
      `miss ${miss}, has ${has}, set and delete ${again} us; ${(indexBytes / values).toFixed(1)} bytes of ` +
      `index a key, RSS ${rss.toFixed(0)} MiB`,
  );
}

/** Deletes one key in three and looks at all others in order. */
function walk(map, keys) {
  const start = performance.now();
  for (let i = 1; i < keys; i += 3) assert.equal(map.delete(`key ${i}`), true);
  const deleted = performance.now();
  let at = 0;
  for (const key of map.keys()) {
    assert.equal(key, `key ${at}`);
    at += at % 3 === 0 ? 2 : 1;
  }
  const walked = performance.now();
  assert.ok(at >= keys && at <= keys + 1);
  let sum = 0;
  for (const value of map.values()) sum += value;
  const expected = Array.from({ length: 3 }, (_, rest) => sumOf(rest, keys));
  assert.equal(sum, expected[0] + expected[2]);
  const left = map.size;
  const us = (ms, count) => `${((1000 * ms) / count).toFixed(2)} us`;
  console.log(
    `one in three deleted, ${us(deleted - start, keys / 3)} each; ${left} keys met in order, ` +
      `${us(walked - deleted, left)} each; values the same, ${us(performance.now() - walked, left)} each`,
  );
}

/** The sum of the numbers below `keys` that leave `rest` when divided by three. */
function sumOf(rest, keys) {
  const count = Math.ceil((keys - rest) / 3);
  return count * rest + (3 * count * (count - 1)) / 2;
}
