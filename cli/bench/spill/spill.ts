/**
 * spill.ts - `spillway bench spill`: what it costs to store into a pool with a file behind it and to load
 * from there, sealed and not, with fdatasync and without, beside memory alone and beside node:fs.
 *
 * Each round opens a new pool for each setup (lane.ts), and takes them in another order. Stores come first,
 * then each page is loaded once, at random: a second load would bring its body back into memory. Loads, reads
 * by fs and loads from memory alone take turns by slices, each in an order of its own, so that none finds in
 * a processor's cache what another has touched.
 */
import { tmpdir } from "node:os";
import { Command } from "commander";
import { randomBelow, shuffled } from "../../pages/random.js";
import { pageSizeOption, wholeNumber } from "../../text/arguments.js";
import { EXIT_CHANGED } from "../../text/failure.js";
import { thisMachine } from "../../text/machine.js";
import { print, printJson } from "../../text/output.js";
import { type Progress, progressOnTerminal } from "../../text/progress.js";
import { outputWidth, wrapped } from "../../text/width.js";
import { readSet, wholePages } from "../source.js";
import { Lane, SETUPS, type Setup, Times } from "./lane.js";
import { reportText } from "./print.js";
import { makeRow, type SpillReport } from "./report.js";

interface SpillOptions {
  pages?: string[];
  pageSize: number;
  setMib: number;
  rounds: number;
  dir: string;
  seed: number;
  json?: boolean;
}

const DEFAULT_SET_MIB = 64;
const DEFAULT_ROUNDS = 3;
const MIB = 2 ** 20;
/** A pool with a file has this part of what all pages have. */
const MEMORY_PART = 1 / 8;
const POOL_BYTES_MIN = 2 * MIB;
const POOL_PAGES_MIN = 64;
/** Loads between two turns. */
const SLICE = 60;

const JSON_SHAPE = `
--json prints one object:
  { spillway, node, platform, cpu, source, pages, pageSize, maxBytes, dir, rounds, seed, rows: [ROW],
    mismatches }
  ROW       { name, store: SPREAD, spilling: SPILLING, near: SPREAD, far: FAR, memoryBytes, fileBytes, bodies }
  SPILLING  { store: SPREAD, writeSync: SPREAD, part, mebibytesPerSecond }, or null without a file
  FAR       { load: SPREAD, readSync: SPREAD, times }, or null without a file
  SPREAD    { count, p50, p99, p999 }
Stores in which nothing leaves memory, and loads, are microseconds; stores that spill, and writes, are
milliseconds. near are the row's loads that needed no file, far those that did.`;

/** The subcommand of bench. */
export function spillCommand(): Command {
  return new Command("spill")
    .description("measure a pool with a file behind it, beside memory alone and beside node:fs")
    .option("--pages <files...>", "files to take pages from (default: the memory of this process)")
    .addOption(pageSizeOption())
    .option("--set-mib <count>", "most MiB of pages, 1 to 1024", wholeNumber(1, 1024), DEFAULT_SET_MIB)
    .option("--rounds <count>", "rounds that are measured, 1 to 1000", wholeNumber(1, 1000), DEFAULT_ROUNDS)
    .option("--dir <folder>", "where the files are made", tmpdir())
    .option("--seed <n>", "seed of the order of loads", wholeNumber(0, 2 ** 32 - 1), 1)
    .option("--json", "print one JSON document instead of tables")
    .addHelpText("after", () => wrapped(JSON_SHAPE, outputWidth()))
    .action((_: unknown, command: Command) => spillBench(command.optsWithGlobals<SpillOptions>()));
}

async function spillBench(options: SpillOptions): Promise<void> {
  const { pageSize, setMib, rounds, dir, seed } = options;
  const most = (setMib * MIB) / pageSize;
  const set = await readSet(options.pages ?? [], pageSize, 2 * most);
  const pages = wholePages(set, most);
  const wanted = Math.floor(pages.length * pageSize * MEMORY_PART);
  const maxBytes = Math.max(POOL_BYTES_MIN, POOL_PAGES_MIN * pageSize, wanted);
  const progress = progressOnTerminal();
  let times: Times[];
  try {
    times = measure(pages, pageSize, maxBytes, options, progress);
  } finally {
    progress.end();
  }
  const rows = SETUPS.map(({ name }, i) => makeRow(name, times[i] as Times, times[0] as Times));
  const mismatches = times.reduce((sum, one) => sum + one.mismatches, 0);
  const report: SpillReport = {
    ...thisMachine(),
    ...{ source: set.source, pages: pages.length, pageSize, maxBytes, dir, rounds, seed, rows, mismatches },
  };
  if (options.json) printJson(report);
  else print(reportText(report, outputWidth()));
  if (mismatches > 0) process.exitCode = EXIT_CHANGED;
}

/** Rounds over all setups, one more than asked for: the first warms up. Times of each setup. */
function measure(
  pages: readonly Buffer[],
  pageSize: number,
  maxBytes: number,
  { dir, rounds, seed }: SpillOptions,
  progress: Progress,
): Times[] {
  const below = randomBelow(seed);
  const room = 2 * pages.length * pageSize + POOL_BYTES_MIN;
  let all: Times[] = [];
  progress.stage("stores and loads", (rounds + 1) * SETUPS.length);
  for (let round = 0; round <= rounds; round++) {
    // What the first round has measured is forgotten.
    if (round <= 1) all = SETUPS.map(() => new Times());
    const open = (i: number, bytes: number) =>
      new Lane(SETUPS[i] as Setup, pages, pageSize, bytes, dir, all[i] as Times);
    const memory = open(0, room);
    memory.store();
    progress.step(1);
    for (const i of shuffled(SETUPS.length - 1, below(2 ** 32))) {
      const lane = open(i + 1, maxBytes);
      try {
        lane.store();
        loads(lane, memory, pages.length, below);
      } finally {
        lane.close();
      }
      progress.step(1);
    }
    memory.close();
  }
  return all;
}

/** Loads each page from a pool, beside reads by fs and loads from memory alone. */
function loads(lane: Lane, memory: Lane, count: number, below: (n: number) => number): void {
  const order = shuffled(count, below(2 ** 32));
  const other = shuffled(count, below(2 ** 32));
  for (let from = 0; from < count; from += SLICE) {
    const turns = [
      () => lane.load(order.subarray(from, from + SLICE)),
      () => lane.read(SLICE, below),
      () => memory.load(other.subarray(from, from + SLICE)),
    ];
    for (const i of shuffled(turns.length, below(2 ** 32))) turns[i]?.();
  }
}
