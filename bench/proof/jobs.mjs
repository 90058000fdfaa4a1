/**
 * jobs.mjs - the four jobs of `proof target`, each over any store (stores.mjs).
 *
 * A job calls `probe.base()` once its own data stand, and `probe.full()` when the store holds most. It
 * answers the milliseconds of its operations by name, how many bytes were compared, and a digest that is the
 * same for all stores. Making and comparing values is not timed, but rendering a tile that is not in the
 * cache is: it is what a miss costs. Tiles are rendered once, before (prepared.mjs), and a miss is charged
 * the time which that took, so all contestants pay the same for the same tile.
 */
import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";
import { Random } from "#kit/random.js";
import { Zipf } from "#kit/zipf.js";
import { drive as driveSort } from "../../examples/sort/index.mjs";
import { mergeRuns, sortedRuns } from "../../examples/sort/rows.mjs";
import { Canvas, prime, stroke } from "../../examples/undo/canvas.mjs";
import { sessionKey, sessionOf } from "../values/sessions_values.mjs";
import { Prepared } from "./prepared.mjs";

const MIB = 2 ** 20;
const SEED = 1;
/** Sets of one transaction while a store is filled. */
const BATCH = 1000;
/** Bytes of a part of the rows that the sort reads at once. */
const PART = 65536;

export const JOBS = {
  undo: {
    says: "an editor's undo history",
    run: undo,
    sizes: {
      full: { width: 4096, height: 2160, strokes: 300, limit: 160 * MIB, says: "4096 x 2160, 300 strokes" },
      medium: { width: 2048, height: 1080, strokes: 100, limit: 96 * MIB, says: "2048 x 1080, 100 strokes" },
      quick: { width: 640, height: 360, strokes: 30, limit: 128 * MIB, says: "640 x 360, 30 strokes" },
    },
    spillway: () => ({
      face: "map",
      map: { kind: "rgba" },
      pool: { maxBytes: "1GiB", pageSize: 65536 },
      filePool: { maxBytes: "16MiB", pageSize: 65536 },
      says: 'SpillMap { kind: "rgba" }, pageSize 65536',
      fileSays: 'SpillMap { kind: "rgba" }, maxBytes 16MiB, pageSize 65536, fileDevice { encrypt: false }',
    }),
  },
  tiles: {
    says: "a tile cache",
    run: tiles,
    sizes: {
      full: {
        count: 20_000,
        steps: 40_000,
        budget: 64 * MIB,
        limit: 160 * MIB,
        says: "20,000 tiles of 5 to 60 KB, 40,000 requests, Zipf 0.9; a budget of 64 MiB where values may go",
      },
      medium: {
        count: 5000,
        steps: 10_000,
        budget: 16 * MIB,
        limit: 128 * MIB,
        says: "5,000 tiles of 5 to 60 KB, 10,000 requests, Zipf 0.9; a budget of 16 MiB where values may go",
      },
      quick: {
        count: 200,
        steps: 1000,
        budget: 2 * MIB,
        limit: 128 * MIB,
        says: "200 tiles, 1,000 requests",
      },
    },
    spillway: ({ budget }) => ({
      face: "cache",
      map: {},
      pool: { maxBytes: budget, pageSize: 16384 },
      filePool: { maxBytes: budget / 2, pageSize: 16384 },
      says: "SpillCache, maxBytes as the budget, pageSize 16384",
      fileSays: "SpillMap, half the budget, pageSize 16384, fileDevice { encrypt: false }: nothing goes",
    }),
  },
  sessions: {
    says: "a server's session store",
    text: true,
    run: sessions,
    sizes: {
      full: {
        count: 500_000,
        steps: 200_000,
        limit: 384 * MIB,
        says: "500,000 JSON values, 200,000 operations, Zipf 0.9, 10 % writes",
      },
      medium: {
        count: 100_000,
        steps: 40_000,
        limit: 160 * MIB,
        says: "100,000 JSON values, 40,000 operations, Zipf 0.9, 10 % writes",
      },
      quick: { count: 2000, steps: 4000, limit: 128 * MIB, says: "2,000 JSON values, 4,000 operations" },
    },
    spillway: ({ count }) => ({
      face: "map",
      map: { hotBytes: Math.ceil(64 * count) },
      pool: { maxBytes: "2GiB", pageSize: 8192 },
      // 200 bytes a value, which is a seventh of it, and never less than a pool can be.
      filePool: { maxBytes: Math.max(2 * MIB, 200 * count), pageSize: 8192 },
      says: "SpillMap, hotBytes 64 a value, pageSize 8192",
      fileSays:
        "SpillMap, hotBytes 64 a value, maxBytes 200 a value, pageSize 8192, fileDevice { encrypt: false }",
    }),
  },
  sort: {
    says: "an out-of-core sort",
    run: sort,
    sizes: {
      full: {
        bytes: 512 * MIB,
        limit: 160 * MIB,
        says: "512 MiB of rows of 256 bytes, in runs of 16 MiB",
      },
      medium: {
        bytes: 256 * MIB,
        limit: 128 * MIB,
        says: "256 MiB of rows of 256 bytes, in runs of 16 MiB",
      },
      quick: { bytes: 20 * MIB, limit: 160 * MIB, says: "20 MiB of rows, in runs of 16 MiB" },
    },
    spillway: () => ({
      face: "buffer",
      pool: { maxBytes: "512MiB", pageSize: 65536 },
      filePool: { maxBytes: "32MiB", pageSize: 65536 },
      says: "PagedBuffer, 4 MiB resident, frames and pages of 65536",
      fileSays: "PagedBuffer, 4 MiB resident, maxBytes 32MiB, frames and pages of 65536, fileDevice unsealed",
    }),
  },
};

/**
 * What a store has to know of a job of a size: `name`, `folder`, and the fields of the size. `prepared`: the
 * file of what was made before.
 */
export function jobOf(name, size, folder, prepared) {
  const { sizes, spillway, text = false } = JOBS[name];
  const chosen = sizes[size];
  const count = chosen.count ?? 100_000;
  return { name, size, folder, prepared, text, ...chosen, count, spillway: spillway(chosen) };
}

/** Notes how long a call took, and answers what it answers. */
function timed(times, call) {
  const start = performance.now();
  const answer = call();
  times.push(performance.now() - start);
  return answer;
}

const digestOf = (bytes) => createHash("sha1").update(bytes).digest("base64");

function same(right, what) {
  if (!right) throw new Error(`other bytes than were set: ${what}`);
}

// ── an undo history ──────────────────────────────────────────────────────────────────────────────────────

function undo(store, { width, height, strokes }, probe) {
  const canvas = new Canvas(width, height);
  const random = new Random(SEED);
  prime(canvas, random, false);
  const first = digestOf(canvas.pixels);
  probe.base();
  const times = { push: [], undo: [], redo: [] };
  const steps = [];
  let bytes = 2 * canvas.pixels.length;
  for (let step = 0; step < strokes; step++) {
    const before = new Map();
    stroke(canvas, random, (tile) => before.has(tile) || before.set(tile, canvas.read(tile)));
    const was = [...before].map(([tile, pixels]) => [tile, digestOf(pixels)]);
    timed(times.push, () => {
      for (const [tile, pixels] of before) store.set(`${step}/${tile}`, pixels);
    });
    steps.push(was.map(([tile, old]) => ({ tile, old, now: digestOf(canvas.read(tile)) })));
  }
  probe.full();
  const last = digestOf(canvas.pixels);
  const swap = (step) => {
    for (const { tile } of steps[step]) {
      const pixels = store.get(`${step}/${tile}`);
      store.set(`${step}/${tile}`, canvas.read(tile));
      canvas.write(tile, pixels);
    }
  };
  const compare = (step, which) => {
    for (const one of steps[step]) {
      const pixels = canvas.read(one.tile);
      bytes += pixels.length;
      same(digestOf(pixels) === one[which], `step ${step}, tile ${one.tile}`);
    }
  };
  for (let step = strokes - 1; step >= 0; step--) {
    timed(times.undo, () => swap(step));
    compare(step, "old");
  }
  same(digestOf(canvas.pixels) === first, "the first pixels");
  for (let step = 0; step < strokes; step++) {
    timed(times.redo, () => swap(step));
    compare(step, "now");
  }
  same(digestOf(canvas.pixels) === last, "the last pixels");
  return { times, bytes, digest: first + last };
}

// ── a tile cache ─────────────────────────────────────────────────────────────────────────────────────────

function tiles(store, { count, steps, prepared }, probe) {
  const origin = new Prepared(prepared);
  const zipf = new Zipf(count, 0.9, SEED);
  /** Digests of tiles as they were rendered first. */
  const rendered = new Map();
  const times = { request: [] };
  const hits = [];
  const served = createHash("sha1");
  let bytes = 0;
  probe.base();
  for (let i = 0; i < steps; i++) {
    const number = zipf.next();
    const start = performance.now();
    let tile = store.get(`${number}`);
    let ms = performance.now() - start;
    const hit = tile !== undefined;
    if (!hit) {
      tile = origin.read(number);
      const before = performance.now();
      store.set(`${number}`, tile);
      ms += origin.ms(number) + performance.now() - before;
    }
    times.request.push(ms);
    if (hit) hits.push(ms);
    const digest = digestOf(tile);
    if (hit || rendered.has(number)) same(rendered.get(number) === digest, `tile ${number}`);
    rendered.set(number, digest);
    served.update(digest);
    bytes += tile.length;
    if (i === steps - 1) probe.full();
  }
  return { times, bytes, digest: served.digest("hex"), hitRatio: hits.length / steps, more: { hit: hits } };
}

// ── sessions ─────────────────────────────────────────────────────────────────────────────────────────────

function sessions(store, { count, steps, prepared }, probe) {
  const first = new Prepared(prepared);
  const textOf = (number) =>
    versions[number] === 0
      ? first.read(number).latin1Slice()
      : JSON.stringify(sessionOf(number, versions[number], SEED));
  const versions = new Uint32Array(count);
  const zipf = new Zipf(count, 0.9, SEED);
  const random = new Random(SEED);
  const times = { fill: [], set: [], get: [] };
  const seen = createHash("sha1");
  let bytes = 0;
  probe.base();
  for (let from = 0; from < count; from += BATCH) {
    const values = [];
    for (let i = from; i < Math.min(count, from + BATCH); i++)
      values.push([sessionKey(i), JSON.parse(textOf(i))]);
    timed(times.fill, () =>
      store.batch(() => {
        for (const [key, value] of values) store.set(key, JSON.stringify(value));
      }),
    );
  }
  for (let i = 0; i < steps; i++) {
    const number = zipf.next();
    const key = sessionKey(number);
    if (random.below(10) === 0) {
      const value = sessionOf(number, ++versions[number], SEED);
      timed(times.set, () => store.set(key, JSON.stringify(value)));
      continue;
    }
    const found = timed(times.get, () => JSON.parse(store.get(key)));
    const text = JSON.stringify(found);
    same(text === textOf(number), `session ${number}`);
    bytes += text.length;
    seen.update(text);
  }
  probe.full();
  return { times, bytes, digest: seen.digest("hex") };
}

// ── a sort ───────────────────────────────────────────────────────────────────────────────────────────────

function sort(store, { bytes }, probe) {
  const times = { write: [], read: [] };
  const write = store.buffer
    ? (at, run) => store.buffer.write(at, run)
    : (at, run) => writeParts(store, at, run);
  const read = store.buffer
    ? (from, target) => store.buffer.read(from, target)
    : (from, target) => target.set(store.get(`${from}`).subarray(0, target.length));
  /** Time of making rows and of checking them, which is not the sort's. */
  const aside = { source: [], sink: [] };
  let ms;
  const program = {
    sortRows(source, _bytes, sink) {
      const start = performance.now();
      const lengths = [];
      let at = 0;
      for (const run of sortedRuns(paced(source, aside.source))) {
        timed(times.write, () => write(at, run));
        lengths.push(run.length);
        at += run.length;
      }
      const take = (from, target) => timed(times.read, () => read(from, target));
      mergeRuns(lengths, take, (rows) => timed(aside.sink, () => sink(rows)));
      const other = [...aside.source, ...aside.sink].reduce((sum, one) => sum + one, 0);
      ms = performance.now() - start - other;
    },
  };
  probe.base();
  const meter = { figures: {}, held: () => probe.full(), verified() {} };
  const digest = driveSort(program, { bytes }, meter);
  return { times, bytes, digest, ms };
}

/** The same items; how long each took to come is noted. */
function* paced(items, times) {
  const iterator = items[Symbol.iterator]();
  for (;;) {
    const { done, value } = timed(times, () => iterator.next());
    if (done) return;
    yield value;
  }
}

function writeParts(store, at, run) {
  store.batch(() => {
    for (let from = 0; from < run.length; from += PART)
      store.set(`${at + from}`, run.slice(from, from + PART));
  });
}
