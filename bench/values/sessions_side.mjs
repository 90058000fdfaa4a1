/**
 * sessions_side.mjs - a process that keeps sessions in one way, for sessions.mjs.
 *
 * Its parent asks, one thing at a time. Values are made before a slice is timed, and what was got is compared
 * after it, with the session made anew.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import { Spillway } from "spillway";
import { sessionKey, sessionOf } from "./sessions_values.mjs";
import { serve } from "./sides.mjs";

/** Each makes a store: set, get, kept (bytes, or undefined where it cannot know), rest. */
const STORES = {
  map() {
    const map = new Map();
    return { set: (key, value) => map.set(key, value), get: (key) => map.get(key) };
  },
  spillmap({ hotBytes, pageSize }) {
    const pool = Spillway.openSync({ maxBytes: "2GiB", pageSize });
    const map = pool.map({ hotBytes });
    return {
      set: (key, value) => map.set(key, value),
      get: (key) => map.get(key),
      kept() {
        const { indexBytes, openBytes, rawBytes, hotHits, coldHits } = map.stats();
        const bytes = pool.stats().bytes.used + indexBytes + openBytes;
        return { bytes, rawBytes, hotShare: hotHits / Math.max(1, hotHits + coldHits) };
      },
      async rest() {
        await pool.recompress();
        await pool.shrink();
      },
    };
  },
  zlib({ count }) {
    const cache = new LRUCache({ max: count });
    const options = { level: 1 };
    return {
      // A result of zlib is a part of a buffer of 16 KiB, which it would keep.
      set: (key, value) => cache.set(key, new Uint8Array(deflateRawSync(JSON.stringify(value), options))),
      get: (key) => JSON.parse(inflateRawSync(cache.get(key)).toString()),
    };
  },
  sqlite({ folder }) {
    const Database = createRequire(pathToFileURL(join(process.cwd(), "package.json")))("better-sqlite3");
    const base = new Database(join(folder, "sessions.db"));
    base.pragma("journal_mode = WAL");
    base.pragma("synchronous = OFF");
    base.exec("CREATE TABLE sessions (id TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID");
    const put = base.prepare("INSERT OR REPLACE INTO sessions VALUES (?, ?)");
    const find = base.prepare("SELECT value FROM sessions WHERE id = ?").pluck();
    return {
      set: (key, value) => put.run(key, JSON.stringify(value)),
      get: (key) => JSON.parse(find.get(key)),
    };
  },
};

let store;
let seed;
/** How often each session was changed. */
let versions;

const VERBS = {
  open(options) {
    ({ seed } = options);
    versions = new Uint32Array(options.count);
    store = STORES[options.kind](options);
  },

  /** Sets sessions `from` to `to` - 1, which come as JSON. */
  fill({ from, to }) {
    const steps = [];
    for (let index = from; index < to; index++)
      steps.push({ key: sessionKey(index), text: JSON.stringify(sessionOf(index, 0, seed)) });
    return timed(steps, []);
  },

  /** Gets sessions, or, those whose number is below 0 (-1 is session 0), changes them. */
  use({ operations }) {
    const seen = [];
    const steps = operations.map((one) => {
      if (one >= 0) {
        seen.push([one, versions[one]]);
        return { key: sessionKey(one), text: undefined };
      }
      const index = -1 - one;
      versions[index] += 1;
      return { key: sessionKey(index), text: JSON.stringify(sessionOf(index, versions[index], seed)) };
    });
    const found = [];
    const times = timed(steps, found);
    for (const [i, [index, version]] of seen.entries()) compare(found[i], index, version);
    return times;
  },

  /** Compares all sessions. */
  check({ from, to }) {
    for (let index = from; index < to; index++) compare(store.get(sessionKey(index)), index, versions[index]);
  },

  rest: () => store.rest?.(),

  look() {
    for (let i = 0; i < 2; i++) globalThis.gc();
    return { rss: process.memoryUsage.rss(), ...store.kept?.() };
  },
};

/**
 * Sets what has a text and gets the others, as a server does: sessions come and go as JSON. Answers the
 * milliseconds of the calls alone, and with JSON.
 */
function timed(steps, found) {
  let calls = 0;
  let bytes = 0;
  const start = performance.now();
  for (const { key, text } of steps) {
    const value = text === undefined ? undefined : JSON.parse(text);
    const before = performance.now();
    const got = text === undefined ? store.get(key) : store.set(key, value);
    calls += performance.now() - before;
    if (text !== undefined) continue;
    found.push(got);
    bytes += JSON.stringify(got).length;
  }
  return { calls, all: performance.now() - start, bytes };
}

function compare(found, index, version) {
  if (!isDeepStrictEqual(found, sessionOf(index, version, seed)))
    throw new Error(`session ${index}, version ${version}: another value`);
}

serve(VERBS);
