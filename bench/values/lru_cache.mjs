/**
 * lru_cache.mjs - an lru-cache alone, a SpillCache alone, and two ways to put an lru-cache in front of a
 * SpillCache, on vector tiles and on sessions, each with the same memory.
 *
 * Each side is a process of its own (lru_cache_side.mjs). It runs with a bound of bytes, its growth in RSS is
 * looked at, and it runs again with another bound, until the growth is the wanted one within 3 percent. What
 * is asked for comes by Zipf's law. A value that is not there is read from a file and set; a tenth of what is
 * asked of sessions is a new version that is set. The first half is not counted. One hit of 37 is compared
 * with what was set.
 *
 * The host has little room for young objects, and garbage is collected every so often, between the
 * operations: what fell out of a cache would otherwise count as its memory until the host comes to it.
 * Times are those of `get` and `set`.
 */
import { fork } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Random } from "#kit/random.js";
import { percent, table } from "#kit/report.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { makeTile } from "#kit/tiles.js";
import { bench, count } from "../options.mjs";

const MIB = 2 ** 20;
/** Runs of a side at most. */
const TRIES = 5;
const NEAR = 0.03;
const SETS = {
  "vector tiles": { kind: "tiles", count: 20_000, MiB: 128, make: (seed, i) => makeTile(seed, "vector", i) },
  sessions: { kind: "sessions", count: 200_000, MiB: 32, make: makeSession },
};

export const command = bench()
  .option("--operations <count>", "operations of each run", count, 100_000)
  .option("--part <percent>", "what lru-cache has in front of a SpillCache, and hotBytes", count, 10)
  .option("--seed <number>", "the seed of values and operations", count, 1)
  .option("--set <name>", `one of ${Object.keys(SETS).join(", ")}; else all`)
  .option("--sides <names>", "of lru,spill,hot,victims,chosen; else all")
  .action(run);

async function run({ operations, part, seed, set, sides }) {
  const scratch = scratchFolder();
  for (const [name, { kind, count, MiB, make }] of Object.entries(SETS)) {
    if (set !== undefined && set !== name) continue;
    const file = join(scratch, "values");
    const lengths = writeValues(file, count, (i) => make(seed, i));
    const raw = lengths.reduce((sum, one) => sum + one, 0);
    console.log(
      `${name}: ${count}, ${(raw / MIB).toFixed(0)} MiB; ${MiB} MiB for each side; ${operations} operations, ` +
        `Zipf 0.9, seed ${seed}`,
    );
    const rows = [];
    const wanted = sidesOf(part).filter(([side]) => sides === undefined || sides.split(",").includes(side));
    for (const [side, label] of wanted)
      rows.push(
        await within(MiB * MIB, { kind, file, lengths, side, part: part / 100, operations, seed }, label),
      );
    console.log(table(["", "hits", "MiB grown", "values held", "hit p50 us", "hit p99 us", "us each"], rows));
  }
}

function sidesOf(part) {
  return [
    ["lru", "lru-cache"],
    ["spill", "SpillCache"],
    ["hot", `SpillCache, hotBytes ${part} %`],
    ["victims", `lru-cache ${part} %, what falls out is parked`],
    ["chosen", `lru-cache ${part} %, what was asked for twice is parked`],
  ];
}

/** Runs a side until its growth is the wanted one. Answers its row: of the run that came nearest. */
async function within(wanted, job, label) {
  const runs = [];
  const off = ({ grown }) => Math.abs(grown / wanted - 1);
  for (let bytes = 0.85 * wanted; runs.length < TRIES; bytes = nextBound(wanted, runs)) {
    runs.push({ bytes, ...(await inProcess({ ...job, bytes })) });
    if (off(runs.at(-1)) < NEAR) break;
  }
  const found = runs.sort((one, other) => off(one) - off(other))[0];
  const { hits, grown, held, p50, p99, each } = found;
  const figures = [(grown / MIB).toFixed(0), held, p50.toFixed(1), p99.toFixed(0), each.toFixed(0)];
  return [label, percent(hits), ...figures];
}

/** The growth is taken as a line through the last two runs, or through the only one and nothing. */
function nextBound(wanted, runs) {
  const [last, before = { bytes: 0, grown: 0 }] = [...runs].reverse();
  const slope = (last.grown - before.grown) / (last.bytes - before.bytes);
  const bound = last.bytes + (wanted - last.grown) / (slope > 0.3 ? slope : 1);
  return Math.min(2 * wanted, Math.max(0.1 * wanted, bound));
}

function inProcess(job) {
  const side = fork(new URL("./lru_cache_side.mjs", import.meta.url), {
    execArgv: ["--expose-gc", "--max-semi-space-size=1"],
    serialization: "advanced",
  });
  return new Promise((resolve, reject) => {
    side.once("message", resolve);
    side.once("error", reject);
    side.once("exit", (code) => reject(new Error(`a side ended with ${code}`)));
    side.send(job);
  });
}

/** Writes values one behind the other. Answers their lengths. */
function writeValues(path, count, make) {
  const file = openSync(path, "w");
  const lengths = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const bytes = make(i);
    lengths[i] = bytes.length;
    writeSync(file, bytes);
  }
  closeSync(file);
  return lengths;
}

const WORDS = Array.from({ length: 3000 }, (_, i) => {
  const random = new Random(i);
  return Array.from({ length: 3 + random.below(8) }, () => random.pick([..."etaoinshrdlucmfw"])).join("");
});

/** A session of 0.5 to 4 KB as JSON: words as frequent as in a text, numbers, times. */
function makeSession(seed, number) {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ number);
  const word = () => WORDS[Math.floor(WORDS.length ** (random.next() / 2 ** 32)) - 1];
  const texts = (count) => Array.from({ length: count }, word).join(" ");
  const time = () => 1_700_000_000_000 + random.below(1e10);
  const messages = Array.from({ length: 2 + random.below(20) }, () => ({
    at: time(),
    from: random.below(1e6),
    text: texts(8 + random.below(15)),
  }));
  const user = { number: random.below(1e6), name: texts(2), mail: `${word()}@example.org` };
  return Buffer.from(JSON.stringify({ id: `${number}`, version: 0, user, created: time(), messages }));
}
