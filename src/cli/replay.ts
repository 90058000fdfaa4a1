/**
 * replay.ts - `spillway replay`: how many accesses of a trace would the pool have served?
 *
 * Sends traces through the engine and through LRU at the same capacities, and tells hit ratios, bytes evicted and time.
 */
import { Command, InvalidArgumentError, Option } from "commander";
import { wholeNumber } from "./arguments.js";
import { EXIT_CHANGED } from "./failure.js";
import { findInputs } from "./inputs.js";
import { checkWritable, print, writeAsked } from "./output.js";
import { type Progress, progressOnTerminal } from "./progress.js";
import { type BlockPages, generatedPages, realPages } from "./replay_pages.js";
import { printReplay } from "./replay_print.js";
import { makeReplayReport, type ReplayReport, type TraceReport } from "./replay_report.js";
import { replay, warmUp } from "./replay_run.js";
import { readTrace } from "./replay_trace.js";
import { outputWidth, wrapped } from "./table.js";
import { KEY_COLUMNS } from "./trace_csv.js";

interface ReplayFlags {
  sizes: number[];
  pages: "generated" | "real";
  seed: number;
  chart?: string;
  json: boolean;
}

const HELP = `
A trace tells which block was asked for, access by access. Read are, known by what is in them, whatever they are called:
  plain          a text of block numbers, one a line
  arc            lines "start count ignored request" as in the .lis files of ARC
  csv            a first line of names, one of which is of the block (${KEY_COLUMNS.slice(0, 6).join(", ")}, ...); where it is an
                 offset and another column names a disk or volume, both together are the block; sizes are not looked at
  oracleGeneral  the binary records of libCacheSim
Lines that begin with * or # are left out. Gzip is read as it is, and zstd by a Node that has it (22.15 or later). "-" is
standard input. A block is what a page is stored for: on a miss it is put, on a hit it stays. Both caches may hold what that
part of all blocks of the trace counts: of each its body and 96 bytes of records.

--json prints one object: { spillway, node, platform, cpu, pages: { kind, description, bytes }, seed, traces: [TRACE],
                            summary }
  TRACE    { name, path, format, column, accesses, blocks, rows: [ROW] }
  ROW      { percent, capacityBytes, spillway: CACHE, lru: CACHE, pointsAboveLru }
  CACHE    { hits, misses, hitRatio, evictedPages, evictedBytes, heldPages, heldBytes, microsecondsPerAccess, mismatches }
  summary  { rows, meanPointsAboveLru, worst: { trace, percent, pointsAboveLru },
             moreEvicted: [{ trace, percent, percentMore }], mismatches }
evictedBytes are those of bodies; capacityBytes and heldBytes count records too. hitRatio is a part of 1, points are hundredths of it. column is null where there is none.`;

export function replayCommand(): Command {
  return new Command("replay")
    .description("send access traces through the engine and through LRU, and compare what they hit and evict")
    .argument("<traces...>", 'files of accesses, or "-" for standard input; what is read is told below')
    .option("--sizes <list>", "capacities in percent of the blocks of a trace", sizes, [5, 10, 25])
    .addOption(
      new Option("--pages <kind>", "what stands in a block: 64 random bytes, or pages of a live process")
        .choices(["generated", "real"])
        .default("generated"),
    )
    .option(
      "--seed <n>",
      "of the engine's hashes: with generated pages the same seed gives the same figures but for times",
      wholeNumber(0, 2 ** 32 - 1),
      1,
    )
    .option("--chart <file.svg>", "draw hit ratio against size, a panel for each trace")
    .option("--json", "print one JSON document instead of tables", false)
    .addHelpText("after", () => wrapped(HELP, outputWidth()))
    .action(replayTraces);
}

/** "5,10,25": at least one, each above 0 and at most 100. The smallest first. */
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
    const report = await replayAll(paths, flags, progress);
    progress.end();
    print(flags.json ? `${JSON.stringify(report, null, 2)}\n` : printReplay(report, outputWidth()));
    if (report.summary.mismatches > 0) process.exitCode = EXIT_CHANGED;
    if (flags.chart === undefined) return;
    // Drawing takes a library longer than all the rest of the command: it is loaded when it is asked for.
    const { drawReplay } = await import("./replay_chart.js");
    writeAsked(flags.chart, drawReplay(report));
  } finally {
    progress.end();
  }
}

async function replayAll(paths: string[], flags: ReplayFlags, progress: Progress): Promise<ReplayReport> {
  // Minutes of work must not end at the last name.
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
    for (const percent of flags.sizes)
      rows.push(await replay(trace, percent, pages, seed, `${name} at ${percent} %`, progress));
    traces.push({ name, path, format, column, accesses: trace.accesses.length, blocks, rows });
  }
  return makeReplayReport(pages, seed, traces);
}

async function pagesOf(kind: ReplayFlags["pages"], progress: Progress): Promise<BlockPages> {
  if (kind === "generated") return generatedPages();
  progress.stage("starting a child process", 1);
  return await realPages();
}
