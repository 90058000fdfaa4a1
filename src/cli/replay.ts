/**
 * replay.ts - `spillway replay`: how many accesses of a trace would the pool have served?
 *
 * Sends traces through the engine and through LRU at the same capacities, and tells hit ratios, bytes evicted and time. Exit
 * code 1 on any page that came back changed.
 */
import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { EXIT_FAILED, reason, systemCode, UserError } from "./failure.js";
import { type Progress, progressOnTerminal } from "./progress.js";
import { type BlockPages, generatedPages, realPages } from "./replay_pages.js";
import { printReplay } from "./replay_print.js";
import { makeReplayReport, type ReplayReport, type TraceReport } from "./replay_report.js";
import { replay, warmUp } from "./replay_run.js";
import { readTrace } from "./replay_trace.js";

interface ReplayFlags {
  sizes: number[];
  pages: "generated" | "real";
  chart?: string;
  json: boolean;
}

const HELP = `
A trace is a text of block numbers, one a line, or of lines "start count ignored request" as in the .lis files of ARC;
lines that begin with * or # are left out; gzip is read as it is. A block is what a page is stored for: on a miss it is
put, on a hit it stays. Both caches may hold bodies of as many bytes as that part of all blocks of the trace takes.

--json prints one object: { spillway, node, platform, cpu, pages: { kind, description, bytes }, traces: [TRACE], summary }
  TRACE    { name, path, format, accesses, blocks, rows: [ROW] }
  ROW      { percent, capacityBytes, spillway: CACHE, lru: CACHE, pointsAboveLru }
  CACHE    { hits, misses, hitRatio, evictedPages, evictedBytes, heldPages, heldBytes, microsecondsPerAccess, mismatches }
  summary  { rows, meanPointsAboveLru, worst: { trace, percent, pointsAboveLru },
             moreEvicted: [{ trace, percent, percentMore }], mismatches }
Bytes are those of bodies; hitRatio is a part of 1, points are hundredths of it.`;

export function replayCommand(): Command {
  return new Command("replay")
    .description("send access traces through the engine and through LRU, and compare what they hit and evict")
    .argument("<traces...>", "files of block numbers, plain or as in ARC's .lis files, or either in gzip")
    .option("--sizes <list>", "capacities in percent of the blocks of a trace", sizes, [5, 10, 25])
    .addOption(
      new Option("--pages <kind>", "what stands in a block: 64 random bytes, or pages of a live process")
        .choices(["generated", "real"])
        .default("generated"),
    )
    .option("--chart <file.svg>", "draw hit ratio against size, a panel for each trace")
    .option("--json", "print one JSON document instead of tables", false)
    .addHelpText("after", HELP)
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
  // Minutes of work must not end at a folder that is not there.
  if (flags.chart !== undefined) checkFolder(flags.chart);
  const progress = progressOnTerminal();
  try {
    const report = await replayAll(paths, flags, progress);
    progress.end();
    if (flags.chart !== undefined) {
      // Drawing takes a library longer than all the rest of the command: it is loaded when it is asked for.
      const { drawReplay } = await import("./replay_chart.js");
      writeChart(flags.chart, drawReplay(report));
    }
    process.stdout.write(flags.json ? `${JSON.stringify(report, null, 2)}\n` : printReplay(report));
    if (report.summary.mismatches > 0) process.exitCode = EXIT_FAILED;
  } finally {
    progress.end();
  }
}

async function replayAll(paths: string[], flags: ReplayFlags, progress: Progress): Promise<ReplayReport> {
  const pages = await pagesOf(flags.pages, progress);
  const traces: TraceReport[] = [];
  for (const path of paths) {
    progress.stage(`reading ${path}`, statSync(path, { throwIfNoEntry: false })?.size ?? 1);
    const trace = await readTrace(path, (bytes) => progress.step(bytes));
    if (traces.length === 0) await warmUp(trace, pages, progress);
    const { name, format, blocks } = trace;
    const rows = [];
    for (const percent of flags.sizes)
      rows.push(await replay(trace, percent, pages, `${name} at ${percent} %`, progress));
    traces.push({ name, path, format, accesses: trace.accesses.length, blocks, rows });
  }
  return makeReplayReport(pages, traces);
}

async function pagesOf(kind: ReplayFlags["pages"], progress: Progress): Promise<BlockPages> {
  if (kind === "generated") return generatedPages();
  progress.stage("starting a child process", 1);
  return await realPages();
}

function checkFolder(path: string): void {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    throw new UserError(
      `cannot write ${path}: ${systemCode(error) === "ENOENT" ? "no such folder" : reason(error)}`,
    );
  }
}

function writeChart(path: string, svg: string): void {
  try {
    writeFileSync(path, svg);
  } catch (error) {
    throw new UserError(`cannot write ${path}: ${reason(error)}`);
  }
}
