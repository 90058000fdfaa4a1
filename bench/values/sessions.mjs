/**
 * sessions.mjs - sessions of a web server in a SpillMap with a hot set, beside a Map of objects, lru-cache
 * with zlib, and better-sqlite3 if it is installed.
 *
 * 300,000 sessions of 0.5 to 4 KB are set; then come 200,000 operations on them, Zipf 0.9, a tenth of which
 * change one. Sessions come and go as JSON, as in a server: the text of what is set is parsed, and a text is
 * made of what was got. Times are told with that and for the calls alone. Each keeper has a process of its
 * own, which pays for its own collections. They take turns of 2,500 operations, another one first each time.
 * Every session that is got is compared, and at the end all of them. RSS is that of the process after a
 * collection.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Random } from "#kit/random.js";
import { table, verdict } from "#kit/report.js";
import { median } from "#kit/statistics.js";
import { bench, count } from "../options.mjs";
import { sessionOf } from "./sessions_values.mjs";
import { Side, Turns } from "./sides.mjs";

const MIB = 2 ** 20;
const SLICE = 2500;
const SKEW = 0.9;
const WRITES = 0.1;
/**
 * Aims beside a Map of objects: wall time and RSS; and what is kept after a rest, of the serialised bytes.
 */
const AIMS = { time: 1.3, rss: 1 / 4, rested: 0.33 };
const SIDE = new URL("./sessions_side.mjs", import.meta.url);

export const command = bench()
  .option("--values <count>", "sessions", count, 300_000)
  .option("--operations <count>", "gets and sets", count, 200_000)
  .option("--hot <MiB>", "hotBytes of the SpillMap, in MiB", count, 32)
  .option("--page-size <bytes>", "bytes of a page of the SpillMap", count, 8192)
  .option("--seed <number>", "the seed of sessions and operations", count, 1)
  .action(run);

async function run({ values, operations, hot, pageSize, seed }) {
  const folder = mkdtempSync(join(tmpdir(), "spillway-bench-"));
  const options = { count: values, hotBytes: hot * MIB, pageSize, seed, folder };
  const sides = [
    new Keeper("Map of objects", "map"),
    new Keeper(`SpillMap, ${hot} MiB hot`, "spillmap"),
    new Keeper("lru-cache + zlib", "zlib"),
    ...(isInstalled("better-sqlite3") ? [new Keeper("better-sqlite3", "sqlite")] : []),
  ];
  try {
    tellValues(values, operations, seed);
    for (const side of sides) side.empty = await side.ask("open", { kind: side.kind, ...options });
    await work(sides, values, operations, seed);
    report(sides);
    await rest(sides[1]);
    await check(sides, values);
  } finally {
    for (const side of sides) side.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function isInstalled(name) {
  try {
    createRequire(pathToFileURL(join(process.cwd(), "package.json"))).resolve(name);
    return true;
  } catch {
    console.log(`${name} is not installed: npm i --no-save ${name}`);
    return false;
  }
}

/** A process with one keeper. */
class Keeper extends Side {
  /** Milliseconds of all slices: of the calls alone, and with JSON. */
  times = { fill: { calls: 0, all: 0 }, use: { calls: 0, all: 0 } };

  constructor(name, kind) {
    super(name, SIDE, { execArgv: ["--expose-gc", "--max-old-space-size=12288"] });
    this.kind = kind;
  }

  async slice(verb, request) {
    const { calls, all } = await this.ask(verb, request);
    this.times[verb].calls += calls;
    this.times[verb].all += all;
  }
}

function tellValues(values, operations, seed) {
  const sizes = Array.from({ length: 2000 }, (_, i) => JSON.stringify(sessionOf(i, 0, seed)).length);
  const range = `${Math.min(...sizes)} to ${Math.max(...sizes)} bytes of JSON, median ${median(sizes)}`;
  console.log(`${values} sessions (${range}); ${operations} operations, Zipf ${SKEW}; seed ${seed}`);
}

async function work(sides, values, operations, seed) {
  const turns = new Turns(sides);
  for (let from = 0; from < values; from += SLICE) {
    const to = Math.min(values, from + SLICE);
    await turns.each((side) => side.slice("fill", { from, to }));
  }
  await turns.each(async (side) => {
    side.filled = await side.ask("look");
  });
  const draw = operationsOf(values, seed);
  for (let done = 0; done < operations; done += SLICE) {
    const slice = Array.from({ length: Math.min(SLICE, operations - done) }, draw);
    await turns.each((side) => side.slice("use", { operations: slice }));
  }
  await turns.each(async (side) => {
    side.used = await side.ask("look");
  });
}

/** Draws a session by Zipf's law, as sessions_side.mjs takes it: -1 - n where session n is changed. */
function operationsOf(values, seed) {
  const random = new Random(seed);
  const sums = new Float64Array(values);
  for (let rank = 0, sum = 0; rank < values; rank++) sums[rank] = sum += 1 / (rank + 1) ** SKEW;
  const numbers = random.shuffle(Uint32Array.from(sums, (_, i) => i));
  return () => {
    const wanted = (random.next() / 2 ** 32) * sums[values - 1];
    let low = 0;
    for (let high = values - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return random.next() / 2 ** 32 < WRITES ? -1 - numbers[low] : numbers[low];
  };
}

const mib = (bytes) => `${(bytes / MIB).toFixed(0)} MiB`;
const beside = (one, other) => `x ${(one / other).toFixed(2)}`;

function report(sides) {
  const [map, spill] = sides;
  const rows = sides.map((side) => {
    const times = ["fill", "use"].flatMap((verb) =>
      ["calls", "all"].map((part) => {
        const ms = side.times[verb][part];
        return `${(ms / 1000).toFixed(2)} s, ${beside(ms, map.times[verb][part])}`;
      }),
    );
    const { filled, used } = side;
    return [side.name, ...times, mib(filled.rss), `${mib(used.rss)}, ${beside(used.rss, map.used.rss)}`];
  });
  const heads = ["", "sets", "with JSON", "operations", "with JSON", "RSS, set", "used"];
  console.log(table(heads, rows));
  const { bytes, rawBytes, hotShare } = spill.used;
  console.log(
    `SpillMap: ${mib(rawBytes)} serialised, ${mib(bytes)} kept (${(bytes / rawBytes).toFixed(3)}), ` +
      `${(100 * hotShare).toFixed(1)} % of gets hot`,
  );
  const ratio = (part) => spill.times.use[part] / map.times.use[part];
  tellAim("operations with JSON, beside a Map", ratio("all"), AIMS.time);
  tellAim("operations alone, beside a Map", ratio("calls"), AIMS.time);
  tellAim("RSS beside a Map", spill.used.rss / map.used.rss, AIMS.rss);
}

function tellAim(what, figure, aim) {
  console.log(`${what}: x ${figure.toFixed(3)} (aim ${aim}: ${verdict(figure <= aim)})`);
}

async function rest(spill) {
  await spill.ask("rest");
  const { rss, bytes, rawBytes } = await spill.ask("look");
  console.log(`after recompress(): RSS ${mib(rss)}`);
  tellAim("  kept of the serialised bytes", bytes / rawBytes, AIMS.rested);
}

async function check(sides, values) {
  for (let from = 0; from < values; from += SLICE)
    for (const side of sides) await side.ask("check", { from, to: Math.min(values, from + SLICE) });
  console.log("all sessions of all compared: none differs");
}
