/**
 * tiles.mjs - the hit ratio of a SpillCache against an lru-cache with as many bytes, on map tiles.
 *
 * Requests come by Zipf's law. A tile that is not there is set; it is copied from memory, where all tiles
 * lie. A SpillCache may have the room in all: its pool's bound is the room less a 64th, and the index and
 * its open page must fit that. lru-cache may have the room in bytes of tiles; it hands out what it was given,
 * and its own objects are not counted. All take the same requests, one cache after the other. Each tile that
 * is found is compared, all bytes, with the one that was set. The first quarter of the requests fills the
 * caches and is not counted.
 */
import { performance } from "node:perf_hooks";
import { LRUCache } from "lru-cache";
import { compressSync } from "lz4-napi";
import { Spillway } from "spillway";
import { percent, table, verdict } from "#kit/report.js";
import { ascending, quantile } from "#kit/statistics.js";
import { makeTile, TILE_KINDS } from "#kit/tiles.js";
import { Zipf } from "#kit/zipf.js";
import { bench, count } from "../options.mjs";

const MIB = 2 ** 20;
const PAGE_SIZES = [4096, 8192, 16384, 32768, 65536];
/** Points of hit ratio above lru-cache; microseconds of a hit, copy included. */
const AIMS = { points: 2, hitUs: 15 };
/** What index and open page of a SpillCache may have of the room. */
const INDEX_PART = 1 / 64;

export const command = bench()
  .option("--tiles <count>", "tiles of 5 to 60 KB", count, 20_000)
  .option("--requests <count>", "requests of each cache", count, 200_000)
  .option("--room <MiB>", "bytes that a cache may have", count, 128)
  .option("--skew <hundredths>", "exponent of Zipf's law", count, 90)
  .option("--seed <number>", "the seed of tiles and requests", count, 1)
  .action(run);

function run(options) {
  const { tiles, requests, room, skew, seed } = options;
  console.log(`${tiles} tiles, ${requests} requests, Zipf ${skew / 100}, ${room} MiB, seed ${seed}`);
  for (const kind of TILE_KINDS) {
    const all = Array.from({ length: tiles }, (_, i) => makeTile(seed, kind, i));
    const bytes = all.reduce((sum, tile) => sum + tile.length, 0);
    console.log(
      `${kind}: ${(bytes / MIB).toFixed(0)} MiB of tiles, mean ${Math.round(bytes / tiles)} bytes; ` +
        `of the first 500 lz4-napi leaves ${compressed(all.slice(0, 500)).toFixed(2)}`,
    );
    const lru = replay(lruCache(room * MIB), all, options);
    const ours = PAGE_SIZES.map((pageSize) => replay(spillCache(room * MIB, pageSize), all, options));
    report(lru, ours, room * MIB);
  }
}

/** What lz4-napi makes of tiles, one by one, as a part of their bytes. */
function compressed(tiles) {
  const sum = (list) => list.reduce((bytes, one) => bytes + one.length, 0);
  return sum(tiles.map((tile) => compressSync(tile))) / sum(tiles);
}

/** Sends the requests to a cache. Answers its figures. */
function replay(cache, all, { requests, skew, seed }) {
  const zipf = new Zipf(all.length, skew / 100, seed);
  const hits = [];
  const sets = [];
  let found = 0;
  for (let i = 0; i < requests; i++) {
    const number = zipf.next();
    const key = `12/${number >> 8}/${number & 255}`;
    const counts = 4 * i >= requests;
    const start = performance.now();
    const tile = cache.get(key);
    const got = performance.now();
    if (tile === undefined) {
      const copy = all[number].slice();
      const from = performance.now();
      cache.set(key, copy);
      if (counts) sets.push(performance.now() - from);
      continue;
    }
    if (Buffer.compare(tile, all[number]) !== 0) throw new Error(`${cache.name}: other bytes for ${key}`);
    if (counts) hits.push(got - start);
    found += tile.length;
  }
  const us = (times, share) => (1000 * quantile(ascending(times), share)).toFixed(1);
  const result = {
    name: cache.name,
    ratio: hits.length / (hits.length + sets.length),
    held: cache.bytes(),
    tiles: cache.size(),
    hit: us(hits, 0.5),
    late: us(hits, 0.99),
    set: us(sets, 0.5),
    found,
  };
  cache.end();
  return result;
}

function lruCache(maxSize) {
  const cache = new LRUCache({ maxSize, sizeCalculation: (tile) => tile.length });
  return {
    name: "lru-cache",
    get: (key) => cache.get(key),
    set: (key, tile) => cache.set(key, tile),
    bytes: () => cache.calculatedSize,
    size: () => cache.size,
    end: () => cache.clear(),
  };
}

function spillCache(room, pageSize) {
  const pool = Spillway.openSync({ maxBytes: room * (1 - INDEX_PART), pageSize, autoShrink: false });
  const cache = pool.cache();
  return {
    name: `SpillCache, pages of ${pageSize}`,
    get: (key) => cache.get(key),
    set: (key, tile) => cache.set(key, tile),
    bytes() {
      const { indexBytes, openBytes } = cache.stats();
      return pool.stats().bytes.reserved + indexBytes + openBytes;
    },
    size: () => cache.size,
    end: () => pool.close(),
  };
}

function report(lru, ours, room) {
  const rows = [lru, ...ours].map(({ name, ratio, held, tiles, hit, late, set, found }) => [
    name,
    percent(ratio),
    (100 * (ratio - lru.ratio)).toFixed(1),
    (held / MIB).toFixed(1),
    tiles,
    hit,
    late,
    set,
    (found / MIB).toFixed(0),
  ]);
  const heads = ["", "hits", "points", "MiB", "tiles", "hit p50, us", "p99", "set p50", "verified, MiB"];
  console.log(table(heads, rows));
  const ahead = ours.filter(({ ratio }) => 100 * (ratio - lru.ratio) >= AIMS.points);
  console.log(`at least ${AIMS.points} points above lru-cache: ${verdict(ahead.length > 0)}`);
  const quickest = Math.min(...ahead.map(({ hit }) => Number(hit)));
  console.log(`p50 of a hit there, aim ${AIMS.hitUs} us: ${quickest}; ${verdict(quickest <= AIMS.hitUs)}`);
  console.log(`all within ${room / MIB} MiB: ${verdict(ours.every(({ held }) => held <= room))}`);
}
