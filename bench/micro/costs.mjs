/**
 * costs.mjs - what an operation costs where much is there, and whether that is what it should be.
 *
 * Rows: opening clients; stores that evict among many clients; restoring an image of many clients; ending
 * areas beside pages of others; hashes that collide; steps that nothing interrupts; recompression on a page's
 * own thread in Firefox. Each row measures the same work where little is there and where much is, in one run,
 * and is met or MISSED. The bench ends with 1 when one is missed.
 */

import { Argument } from "commander";
import { Spillway } from "spillway";
import { moduleBytes } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { verdict } from "#kit/report.js";
import { openSwap } from "#kit/swap.js";
import { cpuMs, cpuNow } from "#kit/timing.js";
import { bench } from "../options.mjs";
import { firefox, steps } from "./uninterrupted_steps.mjs";

const PAGE = 4096;
const ROWS = { opening, evicting, restoring, ending, colliding, steps, firefox };
const random = new Random(1);

export const command = bench()
  .addArgument(new Argument("[rows...]", "only these rows").choices(Object.keys(ROWS)))
  .action(async (rows) => {
    for (const [name, measure] of Object.entries(ROWS)) {
      if (rows.length > 0 && !rows.includes(name)) continue;
      for (const { what, found, wanted, met } of await measure()) {
        console.log(`${verdict(met).padEnd(6)}  ${what}\n          ${found}\n          wanted: ${wanted}`);
        if (!met) process.exitCode = 1;
      }
    }
  });

/** Milliseconds of processor time of the quickest of some runs. */
function least(runs, work) {
  let ms = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) ms = Math.min(ms, cpuMs(work));
  return ms;
}

const spell = (ms) =>
  ms < 1 ? `${(1000 * ms).toFixed(1)} us` : ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`;

// ── clients ────────────────────────────────────────────────────────────────────────────────────────────

function opening() {
  const open = (clients) =>
    least(3, () => {
      const pool = Spillway.openSync({ maxBytes: "64MiB" });
      for (let i = 0; i < clients; i++) pool.frontswap();
      pool.close();
    });
  open(1000);
  const [one, four, sixteen] = [1000, 4000, 16_000].map(open);
  return [
    {
      what: "opening 1,000 / 4,000 / 16,000 clients",
      found: `${spell(one)} / ${spell(four)} / ${spell(sixteen)}: x ${(sixteen / one).toFixed(1)}`,
      wanted: "16,000 in at most 20 times the time of 1,000",
      met: sixteen <= 20 * one,
    },
  ];
}

function evicting() {
  const evict = (clients) => {
    const pool = Spillway.openSync({ maxBytes: "96MiB", dedupe: false, codec: "none" });
    const caches = Array.from({ length: clients }, () => pool.cleancache());
    const systems = caches.map((cache) => cache.initFs());
    const page = new Uint8Array(PAGE);
    let key = 0;
    const put = (count) => {
      for (let i = 0; i < count; i++, key++) {
        page[key % PAGE] = key;
        page[(key >> 8) % PAGE] = key >> 16;
        caches[key % clients].putPage(systems[key % clients], 1, key, page);
      }
    };
    random.fill(page);
    while (pool.stats().removed.evicted === 0) put(1000);
    put(2 * clients);
    const before = pool.stats().removed.evicted;
    put(2000);
    if (pool.stats().removed.evicted - before < 1900) throw new Error("each store should evict a page");
    const ms = least(7, () => put(2000)) / 2000;
    pool.close();
    return ms;
  };
  evict(50);
  const few = evict(500);
  const many = evict(8000);
  return [
    {
      what: "a store that evicts, among 500 / 8,000 cleancache clients",
      found: `${spell(few)} / ${spell(many)}: x ${(many / few).toFixed(2)}`,
      wanted: "at most twice",
      met: many <= 2 * few,
    },
  ];
}

async function restoring() {
  const image = async (clients) => {
    const pool = Spillway.openSync({ maxBytes: "64MiB" });
    for (let i = 0; i < clients; i++) pool.frontswap({ name: `${i}` }).init(0);
    const bytes = new Uint8Array(await new Response(pool.snapshot()).arrayBuffer());
    pool.close();
    return bytes;
  };
  const restore = async (bytes) => {
    let block = 0;
    let last = cpuNow();
    const turn = () => {
      block = Math.max(block, cpuNow() - last);
      last = cpuNow();
    };
    const timer = setInterval(turn, 1);
    const began = cpuNow();
    const pool = await Spillway.restore(bytes, { maxBytes: "64MiB" });
    const ms = cpuNow() - began;
    clearInterval(timer);
    turn();
    pool.close();
    return { ms, block };
  };
  /** The quickest of five, and the shortest of their longest blocks: what exceeds these is the machine's. */
  const best = async (bytes) => {
    const runs = [];
    for (let i = 0; i < 5; i++) runs.push(await restore(bytes));
    return { ms: Math.min(...runs.map(({ ms }) => ms)), block: Math.min(...runs.map(({ block }) => block)) };
  };
  const few = await best(await image(1000));
  const bytes = await image(16_000);
  const many = await best(bytes);
  return [
    {
      what: `restoring an image of 1,000 / 16,000 clients (${Math.round(bytes.length / 1000)} KB)`,
      found: `${spell(few.ms)} / ${spell(many.ms)}, longest block ${spell(many.block)}`,
      wanted: "linear (at most 24 times); no block above 50 ms",
      met: many.ms <= 24 * few.ms && many.block <= 50,
    },
  ];
}

// ── pages of others ────────────────────────────────────────────────────────────────────────────────────

function ending() {
  const page = new Uint8Array(PAGE).fill(1);
  const ends = (pages) => {
    const { pool, swap } = openSwap({ maxBytes: "256MiB", autoShrink: true });
    const words = new Uint32Array(PAGE / 4);
    for (let i = 0; i < pages; i++) {
      words.fill(i & 0xffff);
      if (!swap.store(0, i, new Uint8Array(words.buffer))) throw new Error("a page was refused");
    }
    const cache = pool.cleancache();
    const found = {};
    const measure = (name, begin) => {
      let ms = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 9; i++) {
        const end = begin();
        ms = Math.min(ms, least(1, end));
      }
      found[name] = ms;
    };
    measure("invalidateFs of an empty file system", () => {
      const fs = cache.initFs();
      return () => cache.invalidateFs(fs);
    });
    measure("invalidateInode, of two pages far apart", () => {
      const fs = cache.initFs();
      cache.putPage(fs, 1, 0, page);
      cache.putPage(fs, 1, 2 ** 32 - 1, page);
      return () => cache.invalidateInode(fs, 1);
    });
    measure("invalidateArea, of fifty pages far apart", () => {
      swap.init(1);
      for (let i = 0; i < 50; i++) swap.store(1, 80_000_000 * i, page);
      return () => swap.invalidateArea(1);
    });
    measure("closing a client of 199 empty file systems", () => {
      const other = pool.cleancache();
      for (let i = 0; i < 199; i++) other.initFs();
      return () => other.close();
    });
    pool.close();
    return found;
  };
  ends(100);
  const alone = ends(1000);
  const beside = ends(1_000_000);
  return Object.entries(beside).map(([what, ms]) => ({
    what: `${what}, beside 1,000 / 1,000,000 pages`,
    found: `${spell(alone[what])} / ${spell(ms)}`,
    wanted: "the same: at most twice, and 20 us for caches that are cold",
    met: ms <= 2 * alone[what] + 0.02,
  }));
}

// ── hashes that collide ────────────────────────────────────────────────────────────────────────────────

/** Sixteen hashes for all pages, which no caller can bring about: a build that only tests use. */
function colliding() {
  const [weak, strong] = [moduleBytes("collide"), moduleBytes("verify")];
  const store = (wasm) => {
    const { pool, swap } = openSwap({ maxBytes: "64MiB", wasm, autoShrink: true });
    const page = new Uint8Array(PAGE);
    const words = new Uint32Array(page.buffer);
    let i = 0;
    const some = (count) => {
      for (let end = i + count; i < end; i++) {
        // A quarter of the words are random, the others few and small, as on a heap: the codec has its usual
        // work.
        for (let w = 0; w < words.length; w++) {
          words[w] = random.below(4) === 0 ? random.next() : random.below(9);
        }
        pages.push(page.slice());
      }
    };
    const pages = [];
    some(3000);
    let offset = 0;
    for (const one of pages) swap.store(0, offset++, one);
    const compared = pool.stats().hashCollisions;
    let most = 0;
    let before = compared;
    for (const one of pages.slice(0, 300)) {
      one[0] ^= 255;
      swap.store(0, offset++, one);
      const { hashCollisions } = pool.stats();
      most = Math.max(most, hashCollisions - before);
      before = hashCollisions;
    }
    let count = 0;
    const ms = least(9, () => {
      for (let p = 300; p < 1300; p++) {
        // A number of its own in each: no page comes twice.
        count += 1;
        pages[p][0] = count;
        pages[p][1] = count >> 8;
        swap.store(0, offset++, pages[p]);
      }
    });
    pool.close();
    return { ms: ms / 1000, most };
  };
  store(strong);
  const usual = store(strong);
  const collided = store(weak);
  return [
    {
      what: "a store whose hash others have / has none of",
      found:
        `${spell(collided.ms)} / ${spell(usual.ms)}: x ${(collided.ms / usual.ms).toFixed(2)}, ` +
        `${collided.most} bodies compared`,
      wanted: "at most 8 bodies, at most twice the time",
      met: collided.most <= 8 && collided.ms <= 2 * usual.ms,
    },
  ];
}
