/**
 * lru_cache_side.mjs - one side of the bench lru-cache, in a process of its own: a cache within so many
 * bytes, the operations, and what they took. lru_cache.mjs starts it, sends it a job and is sent figures.
 */
import assert from "node:assert/strict";
import { openSync, readSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { LRUCache } from "lru-cache";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { ascending, median, quantile } from "#kit/statistics.js";
import { Zipf } from "#kit/zipf.js";

/** One hit of so many is compared. */
const CHECKED = 37;
const RSS_EVERY = 1000;
/** Values that are read and dropped first. */
const WARM = 5000;
const KINDS = {
  tiles: {
    pageSize: 16_384,
    writes: 0,
    collectEvery: 250,
    read: (bytes) => bytes,
    bytesOf: (tile) => tile.length,
  },
  sessions: {
    pageSize: 8192,
    writes: 10,
    collectEvery: 1000,
    read: (bytes) => JSON.parse(Buffer.from(bytes.buffer).toString()),
    /** Nearly those of its JSON: its texts, and what is around them. */
    bytesOf: ({ messages }) => messages.reduce((sum, { text }) => sum + 45 + text.length, 150),
  },
};

// ── sides ────────────────────────────────────────────────────────────────────────────────────────────────

function lruOf(bytes, { bytesOf }, dispose) {
  const options = dispose === undefined ? {} : { dispose };
  return new LRUCache({ maxSize: Math.ceil(bytes), sizeCalculation: bytesOf, ...options });
}

function spillOf(bytes, { pageSize }, options = {}) {
  const pool = Spillway.openSync({ maxBytes: Math.floor(bytes), pageSize, autoShrink: false });
  return pool.cache(options);
}

const SIDES = {
  lru: ({ bytes, kind }) => lruOf(bytes, kind),
  spill: ({ bytes, kind }) => spillOf(bytes, kind),
  hot: ({ bytes, part, kind }) => spillOf(bytes * (1 - part), kind, { hotBytes: Math.floor(bytes * part) }),
  victims,
  chosen,
};

/** What falls out of the lru-cache is parked, and leaves when it is read. */
function victims({ bytes, part, kind }) {
  const parked = spillOf(bytes * (1 - part), kind);
  const front = lruOf(bytes * part, kind, (value, key, reason) => {
    if (reason === "evict") parked.trySet(key, value);
  });
  return {
    get(key) {
      const value = front.get(key);
      if (value !== undefined) return value;
      const back = parked.take(key);
      if (back !== undefined) front.set(key, back);
      return back;
    },
    set(key, value) {
      parked.delete(key);
      front.set(key, value);
    },
    get size() {
      return front.size + parked.size;
    },
  };
}

/**
 * What falls out of the lru-cache is parked if its key was asked for twice lately, and stays parked when it
 * is read. What was asked for eight times is also copied back.
 */
function chosen({ bytes, part, kind, count }) {
  const parked = spillOf(bytes * (1 - part), kind);
  const asked = new Frequencies(4 * count);
  const front = lruOf(bytes * part, kind, (value, key, reason) => {
    if (reason === "evict" && asked.of(key) >= 2 && !parked.has(key)) parked.trySet(key, value);
  });
  return {
    get(key) {
      asked.add(key);
      const value = front.get(key);
      if (value !== undefined) return value;
      const back = parked.get(key);
      if (back !== undefined && asked.of(key) >= 8) front.set(key, back);
      return back;
    },
    set(key, value) {
      parked.delete(key);
      front.set(key, value);
    },
    get size() {
      return front.size + parked.size;
    },
  };
}

/** About how often keys were asked for lately: two counters a key, all halved after each period. */
class Frequencies {
  #counters = new Uint8Array(2 ** 18);
  #left = 0;
  #period;

  constructor(period) {
    this.#period = period;
  }

  add(key) {
    for (const place of this.#places(key)) if (this.#counters[place] < 255) this.#counters[place] += 1;
    this.#left += 1;
    if (this.#left < this.#period) return;
    this.#left = 0;
    for (let i = 0; i < this.#counters.length; i++) this.#counters[i] >>= 1;
  }

  of(key) {
    const [one, other] = this.#places(key);
    return Math.min(this.#counters[one], this.#counters[other]);
  }

  #places(key) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
    return [hash >>> 14, Math.imul(hash, 0x9e3779b1) >>> 14];
  }
}

// ── the run ──────────────────────────────────────────────────────────────────────────────────────────────

/** The values of a file, in their newest versions. */
class Values {
  #file;
  #places;
  #lengths;
  #versions;
  #read;

  constructor(path, lengths, { read }) {
    this.#file = openSync(path, "r");
    this.#lengths = lengths;
    this.#places = new Float64Array(lengths.length);
    for (let i = 1; i < lengths.length; i++) this.#places[i] = this.#places[i - 1] + lengths[i - 1];
    this.#versions = new Uint32Array(lengths.length);
    this.#read = read;
  }

  at(number) {
    const bytes = new Uint8Array(this.#lengths[number]);
    readSync(this.#file, bytes, 0, bytes.length, this.#places[number]);
    const value = this.#read(bytes);
    if (this.#versions[number] > 0) value.version = this.#versions[number];
    return value;
  }

  change(number) {
    this.#versions[number] += 1;
  }
}

function run({ kind: name, file, lengths, side, part, bytes, operations, seed }) {
  const kind = KINDS[name];
  const count = lengths.length;
  const values = new Values(file, lengths, kind);
  const zipf = new Zipf(count, 0.9, seed);
  const random = new Random(seed);
  // The heap's own room for young objects is there before anything is counted.
  for (let i = 0; i < WARM; i++) values.at(i);
  globalThis.gc();
  const before = process.memoryUsage.rss();
  const cache = SIDES[side]({ bytes, part, kind, count });
  const hits = [];
  const grown = [];
  let gets = 0;
  let ms = 0;
  for (let i = 0; i < operations; i++) {
    const number = zipf.next();
    const key = `${name}/${number}`;
    const counts = 2 * i >= operations;
    const writes = random.below(100) < kind.writes;
    let spent = 0;
    let value;
    if (writes) values.change(number);
    else {
      const start = performance.now();
      value = cache.get(key);
      spent = performance.now() - start;
      if (counts) gets += 1;
      if (counts && value !== undefined) hits.push(spent);
      if (value !== undefined && i % CHECKED === 0) assert.deepEqual(value, values.at(number));
    }
    if (value === undefined) {
      const made = values.at(number);
      const start = performance.now();
      cache.set(key, made);
      spent += performance.now() - start;
    }
    if (counts) ms += spent;
    if (i % kind.collectEvery === 0) globalThis.gc();
    if (counts && i % RSS_EVERY === 0) grown.push(process.memoryUsage.rss() - before);
  }
  const times = ascending(hits);
  return {
    hits: hits.length / gets,
    grown: median(grown),
    held: cache.size,
    p50: 1000 * quantile(times, 0.5),
    p99: 1000 * quantile(times, 0.99),
    each: (2000 * ms) / operations,
  };
}

process.on("message", (job) => process.send(run(job), () => process.disconnect()));
