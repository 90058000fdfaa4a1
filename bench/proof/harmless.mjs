/**
 * harmless.mjs - `proof harmless`: data from which nothing can be gained. What it costs to have Spillway in
 * the path, and what shadow mode and autoOff save of it.
 *
 * The application reads pages of 4 KiB from a file, checks each by SHA-256 and keeps the newest in an
 * lru-cache; what falls out is handed to a frontswap. Of tiny values a map takes the place of a Map. Variants
 * take turns in one process, less than a millisecond each: what slows the machine for a second slows all of
 * them. Garbage is collected between turns: a collection of the whole heap takes as long as a hundred turns,
 * and would be charged to the variant whose turn it is. Costs are those beside the same round without.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { LRUCache } from "lru-cache";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { percent, table } from "#kit/report.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { median } from "#kit/statistics.js";
import { figure, judge, machineLine, ratio, results } from "./harness.mjs";

setFlagsFromString("--expose-gc");
/** Collects all garbage. */
const collect = runInNewContext("gc");

const PAGE = 4096;
/** Pages that the lru-cache holds. */
const KEPT = 256;
const SIZES = { full: { pages: 65_536 }, medium: { pages: 16_384 }, quick: { pages: 1024 } };
const VARIANTS = {
  live: {},
  autoOff: { autoOff: true },
  shadow: { mode: "shadow" },
};
/** Pages or values of a turn, and turns after which garbage is collected. */
const TURN = 64;
const COLLECT_AFTER = 32;
const AIMS = { gainless: 0.05, fits: 0.01 };

/**
 * Each: bytes of the file, and which page is asked for in a step. `times`: as many times the rounds, where
 * the bound is narrow.
 */
const CASES = {
  incompressible: { says: "incompressible data, each page once", fill: noise, number: (i) => i },
  once: { says: "text, each page once", fill: texts, number: (i) => i },
  fits: { says: "a working set that fits", fill: texts, number: (i) => i % (KEPT / 2), times: 4 },
};

export async function harmless({ size, rounds, progress }) {
  const { pages } = SIZES[size];
  const folder = scratchFolder();
  const rows = [];
  for (const [name, one] of Object.entries(CASES)) {
    progress(name);
    rows.push(...race(name, one.says, (one.times ?? 1) * rounds, reading(folder, pages, one)));
  }
  rows.push(...race("tiny", "values of 20 bytes in a map", rounds, tinyValues(pages)));
  const cost = (id) => rows.find((row) => row.id === `harmless/${id}`).figures.ratio.median - 1;
  const verdicts = [
    judge(
      "harmless/incompressible",
      "incompressible, autoOff: cost",
      cost("incompressible/autoOff"),
      AIMS.gainless,
    ),
    judge("harmless/once", "used once: cost", cost("once/live"), AIMS.gainless),
    judge("harmless/fits", "the working set fits: cost", cost("fits/live"), AIMS.fits),
  ];
  const ratios = rows.flatMap((row) => row.ratio ?? []);
  for (const row of rows) delete row.ratio;
  return results("harmless", size, { rounds, rows, ratios, verdicts });
}

/**
 * Seconds of each variant and of the plain one. `open(options)` answers how many steps a round has, and a
 * call that does those from one on to another.
 */
function race(name, says, rounds, open) {
  const names = ["without", ...Object.keys(VARIANTS)];
  const seconds = Object.fromEntries(names.map((one) => [one, []]));
  for (let round = -1; round < rounds; round++) {
    const took = roundOf(
      names.map((which) => open(VARIANTS[which])),
      round,
    );
    // The first round warms up.
    if (round >= 0) for (const [i, which] of names.entries()) seconds[which].push(took[i]);
  }
  return names.map((which) => {
    const beside = ratio(`harmless/${name}/${which}>without/seconds`, seconds[which], seconds.without);
    const figures = {
      seconds: figure(seconds[which]),
      ratio: figure(seconds[which].map((one, round) => one / seconds.without[round])),
    };
    const row = { id: `harmless/${name}/${which}`, case: says, variant: which, figures };
    return which === "without" ? row : { ...row, ratio: beside };
  });
}

/** Lets the sides take turns, in another order each time, until all are done. Answers seconds of each. */
function roundOf(sides, round) {
  const random = new Random(round + 2);
  const took = sides.map(() => 0);
  const order = sides.map((_, i) => i);
  const { steps } = sides[0];
  for (let from = 0; from < steps; from += TURN) {
    if ((from / TURN) % COLLECT_AFTER === 0) collect();
    for (const which of random.shuffle(order)) {
      const start = performance.now();
      sides[which].work(from, Math.min(steps, from + TURN));
      took[which] += (performance.now() - start) / 1000;
    }
  }
  for (const { close } of sides) close();
  return took;
}

function reading(folder, pages, { fill, number }) {
  const path = join(folder, fill.name);
  const bytes = fill(pages * PAGE);
  writeFileSync(path, bytes);
  const digests = Array.from({ length: pages }, (_, i) => digestOf(bytes.subarray(i * PAGE, (i + 1) * PAGE)));
  return (options) => {
    const pool = options && Spillway.openSync({ maxBytes: "128MiB", ...options });
    const swap = pool?.frontswap();
    swap?.init(0);
    const file = openSync(path, "r");
    const dispose = swap && ((page, key, why) => why === "evict" && swap.store(0, key, page));
    const cache = new LRUCache({ max: KEPT, ...(dispose && { dispose }) });
    const work = (from, to) => {
      for (let i = from; i < to; i++) {
        const wanted = number(i);
        let page = cache.get(wanted);
        if (page === undefined) {
          page = Buffer.allocUnsafeSlow(PAGE);
          if (!swap?.load(0, wanted, page)) readSync(file, page, 0, PAGE, wanted * PAGE);
          cache.set(wanted, page);
        }
        if (digestOf(page) !== digests[wanted]) throw new Error(`other bytes in page ${wanted}`);
      }
    };
    return {
      steps: pages,
      work,
      close() {
        closeSync(file);
        pool?.close();
      },
    };
  };
}

function tinyValues(count) {
  return (options) => {
    const pool = options && Spillway.openSync({ maxBytes: "128MiB", ...options });
    const map = pool?.map();
    /** What the map has no room for: in shadow mode, or once autoOff has turned the pool off. */
    const plain = new Map();
    const set = (i) => {
      const value = `a value of ${i}`.padEnd(20);
      if (!map?.trySet(`key ${i}`, value)) plain.set(`key ${i}`, value);
    };
    const get = (i) => {
      const value = map?.get(`key ${i}`) ?? plain.get(`key ${i}`);
      if (value !== `a value of ${i}`.padEnd(20)) throw new Error(`another value of key ${i}`);
    };
    const work = (from, to) => {
      for (let i = from; i < to; i++) {
        if (i < count) set(i);
        else get(i - count);
      }
    };
    return { steps: 2 * count, work, close: () => pool?.close() };
  };
}

const digestOf = (bytes) => createHash("sha256").update(bytes).digest("base64");

function noise(length) {
  return new Random(1).fill(Buffer.alloc(length));
}

function texts(length) {
  const random = new Random(2);
  const lines = [];
  for (let bytes = 0; bytes < length; bytes += lines.at(-1).length)
    lines.push(
      `{"id":${random.below(1e9)},"state":"${random.pick(["open", "paid", "sent"])}","n":${random.below(99)}}\n`,
    );
  return Buffer.from(lines.join("")).subarray(0, length);
}

export function tellHarmless({ machine, rounds, rows }) {
  console.log(`${machineLine(machine)}; rounds: ${rounds}`);
  const cells = rows.map(({ case: says, variant, figures: { seconds, ratio: beside } }) => [
    says,
    variant,
    median(seconds.values).toFixed(4),
    percent(beside.median - 1),
    `${percent(beside.low - 1)} to ${percent(beside.high - 1)}`,
  ]);
  console.log(table(["", "variant", "seconds", "cost", "spread"], cells));
}
