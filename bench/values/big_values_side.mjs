/**
 * big_values_side.mjs - a process that keeps documents in one way, for big_values.mjs.
 *
 * Documents are made before the clock of an operation starts, and what was got is compared with the document
 * made anew after it has stopped. All sides do the same operations, which the seed decides.
 */
import { performance } from "node:perf_hooks";
import { Spillway } from "spillway";
import { fileDevice } from "spillway/file";
import { Documents } from "#kit/documents.js";
import { Random } from "#kit/random.js";
import { ascending, quantile } from "#kit/statistics.js";
import { Zipf } from "#kit/zipf.js";
import { CONTESTANTS } from "../proof/stores.mjs";
import { serve } from "./sides.mjs";

const SKEW = 0.9;
/** One operation in so many changes a document. */
const CHANGES = 10;

const STORES = {
  plain: (options) => spilling(options, false),
  sealed: (options) => spilling(options, true),
  lmdb: ({ folder }) => CONTESTANTS.lmdb.open({ folder }),
  sqlite: ({ folder }) => CONTESTANTS.sqlite.open({ folder }),
};

function spilling({ folder, memory, disk }, encrypt) {
  const spill = fileDevice({ dir: folder, maxBytes: disk, encrypt });
  const pool = Spillway.openSync({ maxBytes: memory, pageSize: 32_768, spill });
  const map = pool.map();
  return {
    set: (key, value) => map.set(key, value),
    get: (key) => map.get(key),
    told: () => ({ used: pool.stats().bytes.used, bodies: pool.stats().spill.bodies }),
    close: () => pool.close(),
  };
}

let store;
let documents;
let random;
let zipf;
/** How often each document was changed. */
let versions;
/** The order in which all are got at the end. */
let order;
/** Milliseconds of each call, by what it was. */
const times = { fill: [], get: [], set: [], check: [] };
let bytesSet = 0;
let bytesCompared = 0;

const VERBS = {
  open({ kind, count, seed, ...options }) {
    documents = new Documents(seed);
    versions = new Uint8Array(count);
    random = new Random(seed);
    zipf = new Zipf(count, SKEW, seed);
    order = random.shuffle(Uint32Array.from(versions.keys()));
    store = STORES[kind](options);
  },

  /** Sets documents `from` to `to` - 1 for the first time. */
  fill({ from, to }) {
    for (let number = from; number < to; number++) bytesSet += put(number, times.fill);
  },

  /** So many operations, by Zipf's law. */
  use({ count }) {
    for (let i = 0; i < count; i++) {
      const number = zipf.next();
      if (random.below(CHANGES) > 0) {
        find(number, times.get);
      } else {
        versions[number] += 1;
        put(number, times.set);
      }
    }
  },

  /** Gets and compares the documents that are `from` to `to` - 1 in the order of this. */
  check({ from, to }) {
    for (let i = from; i < to; i++) find(order[i], times.check);
  },

  /** Percentiles in microseconds, and bytes. */
  report() {
    const { rss } = process.memoryUsage;
    const us = Object.entries(times).map(([kind, list]) => {
      const sorted = ascending(list);
      const sum = list.reduce((all, one) => all + one, 0);
      return [kind, { count: sorted.length, sum, ...percentiles(sorted) }];
    });
    return { ...Object.fromEntries(us), bytesSet, bytesCompared, rss: rss(), told: store.told?.() };
  },

  close() {
    store.close();
    return process.resourceUsage().maxRSS * 1024;
  },
};

function percentiles(sorted) {
  if (sorted.length === 0) return {};
  const [p50, p99] = [0.5, 0.99].map((share) => 1000 * quantile(sorted, share));
  return { p50, p99 };
}

/** Sets a document and answers its bytes. */
function put(number, list) {
  const document = documents.of(number, versions[number]);
  const start = performance.now();
  store.set(`document ${number}`, document);
  list.push(performance.now() - start);
  return document.length;
}

function find(number, list) {
  const start = performance.now();
  const found = store.get(`document ${number}`);
  list.push(performance.now() - start);
  const wanted = documents.of(number, versions[number]);
  if (found === undefined || Buffer.compare(found, wanted) !== 0)
    throw new Error(`document ${number}, version ${versions[number]}: other bytes`);
  bytesCompared += wanted.length;
}

serve(VERBS);
