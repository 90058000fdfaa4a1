/**
 * replay.ts - `spillway replay`: how many accesses of a trace would a pool have served?
 *
 * It replays traces through the engine and through an LRU cache of the same capacity, and prints hit ratios,
 * bytes evicted and times. With --spill nothing is lost: pages leave memory for a file, and what is compared
 * is how many accesses memory served, and how many pages left it (spill/).
 */
import { tmpdir } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { findInputs } from "../pages/inputs.js";
import { wholeNumber } from "../text/arguments.js";
import { EXIT_CHANGED, UserError } from "../text/failure.js";
import { checkWritable, print, printJson, writeAsked } from "../text/output.js";
import { type Progress, progressOnTerminal } from "../text/progress.js";
import { outputWidth, wrapped } from "../text/width.js";
import { type BlockPages, generatedPages, realPages } from "./blocks.js";
import { reportText } from "./print.js";
import { makeReplayReport, type ReplayReport, type TraceReport } from "./report.js";
import { replay, warmUp } from "./run.js";
import { spillText } from "./spill/print.js";
import { makeSpillReport, type SpillReplayReport, type SpillTraceReport } from "./spill/report.js";
import { replaySpilling } from "./spill/run.js";
import { KEY_COLUMNS } from "./traces/csv.js";
import { readTrace } from "./traces/trace.js";

interface ReplayFlags {
  sizes?: number[];
  pages: "generated" | "real";
  spill?: boolean;
  dir: string;
  seed: number;
  chart?: string;
  json?: boolean;
}

const DEFAULT_SIZES = [5, 10, 25];
const DEFAULT_SPILL_SIZES = [25, 50, 75];

const HELP = `
A trace is a list of accesses: which block was asked for, one access after the other. Its format is
recognised by its contents, whatever the file is called:
  plain          a text with one block number per line
  arc            lines "start count ignored request", as in the .lis files of ARC
  csv            a first line of names, one of which names the block's column
                 (${KEY_COLUMNS.slice(0, 6).join(", ")}, ...). If that column is an offset and
                 another one names a disk or volume, both together are the block. Sizes are ignored.
  oracleGeneral  the binary records of libCacheSim
Lines that begin with * or # are skipped. Gzip is unpacked, and so is zstd from Node 22.15 on.

A miss stores the block's page, and a hit leaves it in the cache. A size of 10 percent is a tenth of what all
blocks of the trace would count in a cache: for each block its body and 96 bytes of records.

--json prints one object:
  { spillway, node, platform, cpu, pages: { kind, description, bytes }, seed, traces: [TRACE], summary }
  TRACE    { name, path, format, column, accesses, blocks, rows: [ROW] }
  ROW      { percent, capacityBytes, spillway: CACHE, lru: CACHE, pointsAboveLru }
  CACHE    { hits, misses, hitRatio, evictedPages, evictedBytes, heldPages, heldBytes,
             microsecondsPerAccess, mismatches }
  summary  { rows, meanPointsAboveLru, worst: { trace, percent, pointsAboveLru },
             moreEvicted: [{ trace, percent, percentMore }], mismatches }
With --spill each block is a page of a pool with a file behind it: its first access stores the page, each
later one loads it. LRU has memory for as many pages as the pool had at most. --json then prints:
  { spillway, node, platform, cpu, dir, seed, traces: [TRACE], summary }
  TRACE    { name, path, format, column, accesses, blocks, rows: [ROW] }
  ROW      { percent, pageBytes, maxBytes, memoryPages, microsecondsPerAccess, mismatches, spillway: LANE,
             lru: LANE, pointsAboveLru, spillsOfLru }
  LANE     { hits, spills, hitRatio }
  summary  { rows, meanPointsAboveLru, spillsOfLru, meanSpillsOfLru, worst: { trace, percent,
             pointsAboveLru }, mismatches }

evictedBytes counts bodies; capacityBytes and heldBytes count bodies and records. hitRatio is 0 to 1, and a
point is a hundredth of it. column is null where the format has no columns.`;

export function replayCommand(): Command {
  return new Command("replay")
    .description(
      "replay access traces through the engine and an equal LRU cache, and compare hits and evictions",
    )
    .argument("<traces...>", 'files of accesses, in one of the formats below; "-" is standard input')
    .addOption(
      new Option("--sizes <list>", "sizes of the caches, each in percent of all blocks of the trace")
        .argParser(sizes)
        .default(undefined, `${DEFAULT_SIZES.join()}, with --spill ${DEFAULT_SPILL_SIZES.join()}`),
    )
    .addOption(
      new Option(
        "--spill",
        "let pages leave memory for a file, and compare accesses that memory served",
      ).conflicts(["chart"]),
    )
    .option("--dir <folder>", "with --spill: where the file is made", tmpdir())
    .addOption(
      new Option("--pages <kind>", "what each block holds: 64 random bytes, or a page of a live process")
        .choices(["generated", "real"])
        .default("generated"),
    )
    .option(
      "--seed <n>",
      "seed of the engine's hashes, 0 to 4294967295; with generated pages it decides all figures but times",
      wholeNumber(0, 2 ** 32 - 1),
      1,
    )
    .option("--chart <file.svg>", "also write a chart of hit ratio against size, a panel for each trace")
    .option("--json", "print one JSON document instead of tables")
    .addHelpText("after", () => wrapped(HELP, outputWidth()))
    .action(replayTraces);
}

/** A parser for lists such as "5,10,25": at least one number, each above 0 and at most 100. Sorted. */
function sizes(text: string): number[] {
  const list = text.split(",").map((one) => (/^\d+(\.\d+)?$/.test(one) ? Number(one) : Number.NaN));
  if (!list.every((percent) => percent > 0 && percent <= 100))
    throw new InvalidArgumentError("It must be numbers above 0 and at most 100, such as 5,10,25.");
  return [...new Set(list)].sort((a, b) => a - b);
}

async function replayTraces(paths: string[], flags: ReplayFlags): Promise<void> {
  if (flags.chart !== undefined) checkWritable(flags.chart);
  const progress = progressOnTerminal();
  try {
    if (flags.spill) return await replaySpillingAll(paths, flags, progress);
    const report = await replayAll(paths, flags, progress);
    progress.end();
    if (flags.json) printJson(report);
    else print(reportText(report, outputWidth()));
    if (report.summary.mismatches > 0) process.exitCode = EXIT_CHANGED;
    if (flags.chart === undefined) return;
    // The library that draws is longer than the rest of the command, so it is loaded only now.
    const { chartText } = await import("./chart.js");
    writeAsked(flags.chart, chartText(report));
  } finally {
    progress.end();
  }
}

async function replayAll(paths: string[], flags: ReplayFlags, progress: Progress): Promise<ReplayReport> {
  // All paths are checked first: a wrong one must not end the command after minutes of work.
  const inputs = findInputs(paths);
  const { seed } = flags;
  const pages = await pagesOf(flags.pages, progress);
  const traces: TraceReport[] = [];
  for (const input of inputs) {
    const { path } = input;
    progress.stage(`reading ${input.name}`, input.bytes ?? 1);
    const trace = await readTrace(input, (bytes) => progress.step(bytes));
    if (traces.length === 0) await warmUp(trace, pages, seed, progress);
    const { name, format, column, blocks } = trace;
    const rows = [];
    for (const percent of flags.sizes ?? DEFAULT_SIZES)
      rows.push(await replay(trace, percent, pages, seed, `${name} at ${percent} %`, progress));
    traces.push({ name, path, format, column, accesses: trace.accesses.length, blocks, rows });
  }
  return makeReplayReport(pages, seed, traces);
}

async function replaySpillingAll(paths: string[], flags: ReplayFlags, progress: Progress): Promise<void> {
  const { dir, seed } = flags;
  if (flags.pages !== "generated") throw new UserError("--spill has pages of its own: leave out --pages");
  const traces: SpillTraceReport[] = [];
  for (const input of findInputs(paths)) {
    progress.stage(`reading ${input.name}`, input.bytes ?? 1);
    const trace = await readTrace(input, (bytes) => progress.step(bytes));
    const rows = (flags.sizes ?? DEFAULT_SPILL_SIZES).map((percent) =>
      replaySpilling(trace, percent, { dir, seed }, progress),
    );
    const { name, format, column, blocks, accesses } = trace;
    traces.push({ name, path: input.path, format, column, accesses: accesses.length, blocks, rows });
  }
  const report: SpillReplayReport = makeSpillReport(dir, seed, traces);
  progress.end();
  if (flags.json) printJson(report);
  else print(spillText(report, outputWidth()));
  if (report.summary.mismatches > 0) process.exitCode = EXIT_CHANGED;
}

async function pagesOf(kind: ReplayFlags["pages"], progress: Progress): Promise<BlockPages> {
  if (kind === "generated") return generatedPages();
  progress.stage("starting a child process", 1);
  return await realPages();
}
