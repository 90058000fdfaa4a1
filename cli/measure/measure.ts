/**
 * measure.ts - `spillway measure`: what would Spillway save me?
 *
 * It takes pages from files, from a live process, or from a child process of its own; with --values it takes
 * a user's own values (values/). It stores and loads each page in Spillway and in what people use instead,
 * compares every byte, and prints sizes and times. It ends with exit code 1 if any page or value came back
 * changed.
 */
import { Command, Option } from "commander";
import { childPages } from "../pages/child.js";
import { filePages } from "../pages/files.js";
import { memoryPages } from "../pages/memory.js";
import type { PageSet } from "../pages/page_set.js";
import { processName } from "../pages/proc.js";
import { shuffled } from "../pages/random.js";
import { byteSize, checkMaxBytes, pageSizeOption, pageSizes, wholeNumber } from "../text/arguments.js";
import { EXIT_CHANGED, UserError } from "../text/failure.js";
import { print, printJson } from "../text/output.js";
import { type Progress, progressOnTerminal } from "../text/progress.js";
import { outputWidth, wrapped } from "../text/width.js";
import { entrants } from "./contestants.js";
import { reportText } from "./print.js";
import { race } from "./race.js";
import { type MeasureReport, makeReport } from "./report.js";
import { timerCost } from "./timing.js";
import { FORMATS, type Format } from "./values/formats.js";
import { reportText as valuesText } from "./values/print.js";
import { measureValues } from "./values/values.js";

/** The flags, as commander delivers them. */
interface MeasureFlags {
  pid?: number;
  pageSize: number;
  maxPages?: number;
  maxBytes?: string;
  seed: number;
  json?: boolean;
  rivals: boolean;
  values?: string;
  format?: Format;
  key?: string;
  table?: string;
  limit?: number;
  hotBytes?: number;
  sizes?: number[];
}

/** Flags that say something about pages only, and those about values only. */
const OF_PAGES = ["pid", "maxPages"] as const;
const OF_VALUES = ["format", "key", "table", "limit", "hotBytes", "sizes"] as const;

const MIB = 2 ** 20;
/** Default for the bytes of all pages: more than a processor's caches, and measured within a minute. */
const DEFAULT_BYTES = 256 * MIB;
/** Most bytes of all pages: they are in one buffer, and each contestant keeps them once more. */
const SET_BYTES_MAX = 2048 * MIB;
/** Most bytes of the pool when --max-bytes is not given. */
const POOL_BYTES_MAX = 3072 * MIB;

/** Default and bounds of the bytes of values: each contestant has a process that keeps them all. */
const LIMIT_BYTES = 64 * MIB;
const LIMIT_BYTES_MIN = MIB;
const LIMIT_BYTES_MAX = 1024 * MIB;
const HOT_BYTES_MAX = 1024 * MIB;

const HELP = `
What is measured:
  spillway measure                  the memory of a child Node process at work, cut into pages
  spillway measure FILES            files, cut into pages
  spillway measure --pid 1234       the memory of a process of yours, cut into pages
  spillway measure --values FILE    your own values in a SpillMap, beside a Map, lru-cache and lz4-napi

A file of values is known by its contents, or by --format:
  ndjson  a JSON value a line. The key is the number of the value, or the field that --key names
  json    one array of values, or one object of values by their keys
  files   a folder: each file in it and below it is a value of bytes; its path is the key
  sqlite  a table of a database: each row is an object. With --key and one other column, the value is
          what that column holds. Needs Node 22.13 or later
A later value replaces an earlier one with the same key. Values beyond --limit are sampled at random, by
--seed: all of the input is read, and each key has the same chance. A value counts 256 bytes at least. One
larger than a quarter of the limit is left out.

Each contestant keeps all values in a process of its own. They take turns, and each value that comes back
is compared. All of them together need about ten times the memory of the values.

--json prints one object. Of pages:
  { spillway, node, platform, cpu, source, seed, timerNanos, pages, bytes, ratio, rss,
    contestants: [{ name, absent, store: TIMING, load: TIMING, memoryBytes, fixedBytes, ratio, versusLz4,
    refused, mismatches, firstMismatch }], mismatches }
Of values:
  { spillway, node, platform, cpu, source, seed, timerNanos, values, maps: [MAP],
    contestants: [CONTESTANT], control: MEMORY, mismatches }
  MAP         { pageSize, sharedPages, ownPages, fixedBytes, set: KEPT, rested: KEPT }
  KEPT        { pagesBytes, indexBytes, keyBytes, openBytes, totalBytes, ratio }
  CONTESTANT  { name, pageSize, absent, hotBytes, set: TIMING, get: TIMING, rested: TIMING, versusLz4,
                memory: { full: MEMORY, rested: MEMORY }, keptBytes, hotShare, refused, mismatches,
                firstMismatch }
  MEMORY      { rssBytes, heapBytes, externalBytes }
  TIMING      { count, mean, p50, p99, p999, max }, in microseconds
Whatever does not apply is null.`;

export function measureCommand(): Command {
  return new Command("measure")
    .description(
      "keep pages or values, take them back, compare every byte, and report what Spillway saves and how long " +
        "it takes",
    )
    .argument(
      "[files...]",
      'files to take pages from; "-" is standard input; of a pipe the first pages are taken ' +
        "(default: the memory of a child Node process at work)",
    )
    .option("--pid <n>", "take pages from the memory of process n (Linux only)", wholeNumber(1, 2 ** 31 - 1))
    .addOption(pageSizeOption())
    .option(
      "--max-pages <n>",
      "take at most n pages, 2 GiB of them at most (default: 256 MiB of them)",
      wholeNumber(1, 2 ** 31 - 1),
    )
    .option(
      "--max-bytes <size>",
      'limit of the pool: bytes, or a size such as "64MiB" (default: room for everything)',
    )
    .option(
      "--seed <n>",
      "seed of the order of loads, and of the sample of values, 0 to 4294967295",
      wholeNumber(0, 2 ** 32 - 1),
      1,
    )
    .option("--json", "print one JSON document instead of tables")
    .option("--no-rivals", "measure Spillway alone, without what people use instead")
    .optionsGroup("Options of values:")
    .option(
      "--values <file>",
      'measure the values in a file of JSON, a folder or an SQLite database; "-" is standard input',
    )
    .addOption(new Option("--format <format>", "what the file is, whatever it looks like").choices(FORMATS))
    .option("--key <field>", "the field or column that has the key of each")
    .option("--table <name>", "the table of a database (default: the only one)")
    .option(
      "--limit <size>",
      "take values of this size at most, chosen at random (default: 64MiB)",
      byteSize(LIMIT_BYTES_MIN, LIMIT_BYTES_MAX),
    )
    .option(
      "--hot-bytes <size>",
      "hotBytes of the SpillMap whose hot gets are timed (default: a tenth, 8MiB at least)",
      byteSize(1, HOT_BYTES_MAX),
    )
    .option("--sizes <list>", "page sizes to compare, such as 4096,8192,16384", pageSizes)
    .addHelpText("after", () => wrapped(HELP, outputWidth()))
    .action(measure);
}

async function measure(files: string[], flags: MeasureFlags, command: Command): Promise<void> {
  if (flags.values !== undefined) {
    if (files.length > 0) throw new UserError("give either files of pages or --values, not both");
    refuseFlags(flags, OF_PAGES, "is about pages, not about --values");
    if (flags.sizes !== undefined && command.getOptionValueSource("pageSize") === "cli")
      throw new UserError("give either --sizes or --page-size, not both");
    return await measureOwnValues(flags.values, flags);
  }
  refuseFlags(flags, OF_VALUES, "needs --values");
  await measurePagesOf(files, flags);
}

function refuseFlags(flags: MeasureFlags, names: readonly (keyof MeasureFlags)[], why: string): void {
  for (const name of names) {
    if (flags[name] === undefined) continue;
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UserError(`--${flag} ${why}`);
  }
}

async function measureOwnValues(values: string, flags: MeasureFlags): Promise<void> {
  const { limit = LIMIT_BYTES, pageSize, sizes = [pageSize], maxBytes, hotBytes } = flags;
  const progress = progressOnTerminal();
  try {
    const asked = { ...flags, values, limit, pageSizes: sizes, maxBytes, hotBytes };
    const report = await measureValues(asked, progress);
    progress.end();
    if (flags.json) printJson(report);
    else print(valuesText(report, inColour(), outputWidth()));
    if (report.mismatches > 0) process.exitCode = EXIT_CHANGED;
  } finally {
    progress.end();
  }
}

async function measurePagesOf(files: string[], flags: MeasureFlags): Promise<void> {
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
    if (flags.json) printJson(report);
    else print(reportText(report, inColour(), outputWidth()));
    if (report.mismatches > 0) process.exitCode = EXIT_CHANGED;
  } finally {
    progress.end();
  }
}

/** Whether standard output is a terminal with colours, and NO_COLOR and the like do not forbid them. */
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

/** A limit that the pages do not reach: all of them raw, a quarter more, and 32 MiB for slabs and tables. */
function roomFor(pages: PageSet): number {
  return Math.min(POOL_BYTES_MAX, Math.ceil(pages.bytes.length * 1.25) + 32 * MIB);
}
