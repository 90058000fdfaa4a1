/**
 * spill_hits.mjs - hits in memory of a pool with a file behind it, and how many bodies leave for the file,
 * beside exact LRU with memory for as many pages.
 *
 * `spillway replay --spill` replays each trace with memory for some parts of its blocks: the traces that are
 * given, in any format that it reads, else those of kit/traces.ts. A block that is asked for the first time
 * is stored, so memory for a part of them spills the others once in any order: what is beyond that, an order
 * could have avoided. Exits with 1 when a bound is missed, or a page came back changed.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { percent, table, verdict } from "#kit/report.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { TRACES } from "#kit/traces.js";
import { bench, countOrNone } from "../options.mjs";

const COMMAND = fileURLToPath(new URL("../../build/cli/spillway.js", import.meta.url));
const SIZES = {
  full: { blocks: 12_000, accesses: 200_000 },
  quick: { blocks: 1000, accesses: 8000 },
};
/** Points above LRU in the mean of all rows, and parts of its spills, of all rows together. */
const BOUNDS = { points: 4, spills: 0.5 };
const OUTPUT_MAX = 2 ** 28;

export const command = bench()
  .argument("[traces...]", "files of accesses; without any, traces are made")
  .option("--sizes <list>", "memory, in percent of the blocks of a trace", "25,50,75")
  .option("--dir <folder>", "where the file is made", tmpdir())
  .option("--seed <number>", "the seed of traces and hashes", countOrNone, 1)
  .option("--quick", "short traces")
  .action(run);

function run(traces, { sizes, dir, seed, quick = false }) {
  const paths = traces.length > 0 ? traces : makeTraces(SIZES[quick ? "quick" : "full"], seed);
  const { traces: found, summary } = replay(paths, ["--sizes", sizes, "--dir", dir, "--seed", `${seed}`]);
  const rows = found.flatMap(({ name, blocks, rows }) => rows.map((row) => rowOf(name, blocks, row)));
  const heads = [
    ...["trace", "memory", "hits", "LRU", "points", "spills", "LRU", "of them", "avoidable", "LRU"],
  ];
  console.log(
    table(
      heads,
      rows.map(({ cells }) => cells),
    ),
  );
  report(rows, summary);
}

/** Writes traces as text, one block a line. Answers their paths. */
function makeTraces(size, seed) {
  const folder = scratchFolder();
  return Object.entries(TRACES).map(([name, make]) => {
    const path = join(folder, name);
    writeFileSync(path, `${make(size, seed).join("\n")}\n`);
    return path;
  });
}

function replay(paths, options) {
  const args = [COMMAND, "replay", "--spill", "--json", ...options, "--", ...paths];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: OUTPUT_MAX,
  });
  // 1: a page came back changed, which the report counts.
  if (status !== 0 && status !== 1) throw new Error(`replay ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

function rowOf(name, blocks, row) {
  const { memoryPages, spillway, lru, pointsAboveLru } = row;
  const needed = Math.max(0, blocks - memoryPages);
  const avoidable = [spillway, lru].map(({ spills }) => spills - needed);
  const cells = [
    ...[name, percent(memoryPages / blocks), percent(spillway.hitRatio, 2), percent(lru.hitRatio, 2)],
    ...[pointsAboveLru.toFixed(2), spillway.spills, lru.spills],
    row.spillsOfLru === null ? "-" : row.spillsOfLru.toFixed(2),
    ...avoidable,
  ];
  return { cells, avoidable };
}

function report(
  rows,
  { meanPointsAboveLru: points, spillsOfLru: spills, meanSpillsOfLru, worst, mismatches },
) {
  const [ours, theirs] = [0, 1].map((i) => rows.reduce((sum, { avoidable }) => sum + avoidable[i], 0));
  const met = { points: points >= BOUNDS.points, spills: spills <= BOUNDS.spills };
  console.log(
    `points above LRU, mean of ${rows.length} rows: ${points.toFixed(2)} ` +
      `(bound ${BOUNDS.points}: ${verdict(met.points)}); worst ${worst.pointsAboveLru.toFixed(2)}, ` +
      `${worst.trace} at ${worst.percent} %`,
  );
  console.log(
    `spills of LRU's: ${spills.toFixed(3)} (bound ${BOUNDS.spills}: ${verdict(met.spills)}); mean of rows ` +
      `${meanSpillsOfLru.toFixed(3)}; of those that can be avoided ${(ours / theirs).toFixed(3)}`,
  );
  console.log(`loads with other bytes: ${mismatches}`);
  if (!met.points || !met.spills || mismatches > 0) process.exitCode = 1;
}
