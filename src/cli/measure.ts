/**
 * measure.ts - `spillway measure`: what would Spillway save me?
 *
 * Takes pages from files, from a live process, or from a child of its own; stores and loads every one of them, in
 * Spillway and in what people use instead; compares every byte; and says what it took. Exit code 1 on any mismatch.
 */
import { Command } from "commander";
import { checkMaxBytes, pageSize, wholeNumber } from "./arguments.js";
import { childPages } from "./child.js";
import { entrants } from "./contestants.js";
import { EXIT_CHANGED, UserError } from "./failure.js";
import { filePages } from "./files.js";
import { memoryPages, processName } from "./memory.js";
import { print } from "./output.js";
import type { PageSet } from "./pages.js";
import { printReport } from "./print.js";
import { type Progress, progressOnTerminal } from "./progress.js";
import { race } from "./race.js";
import { shuffled } from "./random.js";
import { type MeasureReport, makeReport } from "./report.js";
import { outputWidth } from "./table.js";
import { timerCost } from "./timing.js";

/** Flags as commander gives them. */
interface MeasureFlags {
  pid?: number;
  pageSize: number;
  maxPages?: number;
  maxBytes?: string;
  seed: number;
  json: boolean;
  rivals: boolean;
}

const MIB = 2 ** 20;
/** Bytes of pages measured unless told otherwise: more than any cache of a processor, and done within a minute. */
const DEFAULT_BYTES = 256 * MIB;
/** All pages lie in one buffer, and each contestant keeps them once more. */
const SET_BYTES_MAX = 2048 * MIB;
/** The bound of the pool unless told otherwise never asks for more than this. */
const POOL_BYTES_MAX = 3072 * MIB;

export function measureCommand(): Command {
  return new Command("measure")
    .description("store pages, load them back, compare every byte, and tell what was saved and what it took")
    .argument(
      "[files...]",
      'take pages from these files ("-" is standard input; of a pipe the first pages are taken); without them, from a child Node process at work',
    )
    .option("--pid <n>", "take pages from the memory of process n (Linux)", wholeNumber(1, 2 ** 31 - 1))
    .option("--page-size <bytes>", "4096, 8192, 16384, 32768 or 65536", pageSize, 4096)
    .option(
      "--max-pages <n>",
      "measure at most n pages (default: 256 MiB of them)",
      wholeNumber(1, 2 ** 31 - 1),
    )
    .option("--max-bytes <size>", 'bound of the pool, such as "64MiB" (default: room for all pages)')
    .option("--seed <n>", "of the order of loads", wholeNumber(0, 2 ** 32 - 1), 1)
    .option("--json", "print one JSON document instead of tables", false)
    .option("--no-rivals", "measure Spillway alone")
    .action(measure);
}

async function measure(files: string[], flags: MeasureFlags): Promise<void> {
  const maxPages = flags.maxPages ?? DEFAULT_BYTES / flags.pageSize;
  if (maxPages * flags.pageSize > SET_BYTES_MAX) {
    throw new UserError(`--max-pages: ${maxPages} pages of ${flags.pageSize} bytes are more than 2 GiB`);
  }
  if (flags.maxBytes !== undefined) checkMaxBytes(flags.maxBytes, flags.pageSize);
  const progress = progressOnTerminal();
  try {
    const pages = await choosePages(files, flags, maxPages, progress);
    const report = await measurePages(pages, flags, progress);
    progress.end();
    print(
      flags.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report, inColour(), outputWidth()),
    );
    if (report.mismatches > 0) process.exitCode = EXIT_CHANGED;
  } finally {
    progress.end();
  }
}

/** True on a terminal that shows colours, unless NO_COLOR or the like asks for none. */
function inColour(): boolean {
  return process.stdout.isTTY === true && process.stdout.hasColors();
}

async function choosePages(
  files: string[],
  { pid, pageSize }: MeasureFlags,
  maxPages: number,
  progress: Progress,
): Promise<PageSet> {
  if (files.length > 0) {
    if (pid !== undefined) throw new UserError("give either files or --pid, not both");
    return await filePages(files, pageSize, maxPages);
  }
  if (pid === undefined) {
    progress.stage("starting a child process", 1);
    return await childPages(pageSize, maxPages);
  }
  if (process.platform !== "linux") throw new UserError("--pid works on Linux only; give files instead");
  return memoryPages(pid, `the memory of process ${pid} (${processName(pid)})`, pageSize, maxPages);
}

async function measurePages(pages: PageSet, flags: MeasureFlags, progress: Progress): Promise<MeasureReport> {
  const maxBytes = flags.maxBytes ?? roomFor(pages);
  const field = entrants({ maxBytes, pageSize: flags.pageSize, verify: true }, flags.rivals);
  const timerNanos = timerCost();
  const before = process.memoryUsage.rss();
  const lanes = await race(field, pages, shuffled(pages.count, flags.seed), progress);
  const rss = { before, after: process.memoryUsage.rss() };
  const report = makeReport(pages, field, lanes, { seed: flags.seed, timerNanos, rss });
  for (const { contestant } of lanes) contestant.close();
  return report;
}

/** A bound that no pages reach: a quarter more than all of them raw, and a pool's first slabs and tables. */
function roomFor(pages: PageSet): number {
  return Math.min(POOL_BYTES_MAX, Math.ceil(pages.bytes.length * 1.25) + 32 * MIB);
}
