/**
 * bench.ts - `spillway bench`: microbenchmarks of the engine's parts and of whole operations.
 *
 * The pages are real: from files, or from this process's memory. Figures differ between machines and from
 * minute to minute, so only the rows of one run can be compared.
 */
import benchmark from "benchmark";
import { Command, InvalidArgumentError } from "commander";
import lodash from "lodash";
import platform from "platform";
import { pageSizeOption } from "../text/arguments.js";
import { UserError } from "../text/failure.js";
import { counted, quantile, times, whole } from "../text/figures.js";
import { print, printJson } from "../text/output.js";
import { plainTable } from "../text/table.js";
import { outputWidth, wrapped } from "../text/width.js";
import { codecCommand } from "./codec/codec.js";
import { readEarlier, timesEarlier } from "./compare.js";
import { distinctPages, type Operation, partOperations, poolOperations } from "./operations.js";
import { readSet } from "./source.js";
import { spillCommand } from "./spill/spill.js";

/** A row of the result. `--json` prints an array of them as `rows`. */
interface Row {
  name: string;
  /** Operations per second: the mean of all samples. */
  hz: number;
  /** Relative margin of error of that mean, in percent, at a confidence of 95 %. */
  rme: number;
  samples: number;
  microsecondsPerPage: number;
  megabytesPerSecond: number;
  /** Microseconds a page: percentiles of means over CALLS_AT_ONCE calls. */
  p50: number;
  p99: number;
  /**
   * How many times as long as in the run of `--compare`; null for a row that is new. Not there without it.
   */
  timesEarlier?: number | null;
}

interface BenchOptions {
  pageSize: number;
  filter?: RegExp;
  minTime: number;
  json?: boolean;
  compare?: string;
}

/** Samples of a row, about. A row takes SAMPLES times --min-time. */
const SAMPLES = 40;
/** Calls that are timed together for percentiles: one call may take no longer than reading the clock. */
const CALLS_AT_ONCE = 16;
/** Such groups of calls for each row, at least and at most; between them the time of ten samples decides. */
const GROUPS = { least: 100, most: 2000 };
/** Pages of the source, from which the pages to measure are chosen. */
const CANDIDATES = 8192;

// In a bundle benchmark.js cannot find its dependencies by require(), so they are passed in.
const Benchmark = benchmark.runInContext({
  _: lodash,
  platform,
  process,
  performance,
}) as unknown as typeof benchmark;

/** The command, to be added to the program. */
export function benchCommand(): Command {
  return new Command("bench")
    .description("microbenchmarks of the engine's parts and of whole operations, run by benchmark.js")
    .argument("[files...]", "files to take pages from (default: the memory of this process)")
    .addOption(pageSizeOption())
    .option("--filter <pattern>", "measure only rows whose name matches this regular expression", pattern)
    .option(
      "--min-time <seconds>",
      "shortest time of a sample in seconds, above 0 and at most 10",
      seconds,
      0.05,
    )
    .option("--json", "print one JSON document instead of a table")
    .option("--compare <file>", "set each row beside that of an earlier run, kept with --json")
    .action((files: string[], options: BenchOptions) => bench(files, options))
    .addCommand(codecCommand())
    .addCommand(spillCommand());
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new InvalidArgumentError("It must be a regular expression.");
  }
}

function seconds(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 10) return value;
  throw new InvalidArgumentError("It must be a number above 0 and at most 10.");
}

async function bench(files: readonly string[], options: BenchOptions): Promise<void> {
  const earlier = options.compare === undefined ? undefined : readEarlier(options.compare, options.pageSize);
  const set = await readSet(files, options.pageSize, CANDIDATES);
  const pages = distinctPages(set);
  const all = [...partOperations(pages, set.pageSize), ...poolOperations(pages, set.pageSize)];
  const chosen = all.filter(({ name }) => options.filter?.test(name) ?? true);
  if (chosen.length === 0) {
    throw new UserError(
      `no row matches ${options.filter}; the rows are: ${all.map(({ name }) => name).join("; ")}`,
    );
  }
  const rows = chosen.map((one) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${one.name}`);
    const row = rowOf(one, set.pageSize, options.minTime);
    return earlier === undefined ? row : { ...row, timesEarlier: timesEarlier(earlier, row) };
  });
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");

  if (options.json) {
    printJson({
      node: process.version,
      source: set.source,
      pageSize: set.pageSize,
      pages: pages.length,
      rows,
    });
    return;
  }
  const count = counted(pages.length, "page");
  const about = `${count} of ${set.pageSize} bytes from ${set.source}; Node ${process.version}`;
  const width = outputWidth();
  print(`${wrapped(about, width)}\n${tableOf(rows, width)}\n${changeOf(rows)}`);
}

/** A line about all rows together, where they were compared. */
function changeOf(rows: readonly Row[]): string {
  const changes = rows.flatMap(({ timesEarlier: one }) => one ?? []).sort((a, b) => a - b);
  if (changes.length === 0) return "";
  const told = quantile(changes, 0.5).toFixed(2);
  return `the middle row takes ${told} x of the earlier run: a change of all rows is the machine's\n`;
}

/** Measures one operation. Throws what it throws. */
function rowOf({ name, pagesPerCall, call }: Operation, pageBytes: number, minTime: number): Row {
  const run = new Benchmark(name, call, {
    minTime,
    maxTime: SAMPLES * minTime,
    minSamples: SAMPLES / 2,
  });
  run.run({ async: false });
  const { error } = run as unknown as { error?: Error };
  if (error) throw error;
  return {
    name,
    hz: run.hz,
    rme: run.stats.rme,
    samples: run.stats.sample.length,
    microsecondsPerPage: 1e6 / run.hz / pagesPerCall,
    megabytesPerSecond: (run.hz * pageBytes * pagesPerCall) / 1e6,
    ...percentiles(call, pagesPerCall, minTime),
  };
}

/** Times groups of calls, now that benchmark.js has warmed them up. */
function percentiles(call: () => unknown, pagesPerCall: number, minTime: number) {
  const end = performance.now() + 10_000 * minTime;
  const micros: number[] = [];
  while (micros.length < GROUPS.most && (micros.length < GROUPS.least || performance.now() < end)) {
    const start = performance.now();
    for (let i = 0; i < CALLS_AT_ONCE; i++) call();
    micros.push((1000 * (performance.now() - start)) / (CALLS_AT_ONCE * pagesPerCall));
  }
  micros.sort((a, b) => a - b);
  return { p50: quantile(micros, 0.5), p99: quantile(micros, 0.99) };
}

function tableOf(rows: readonly Row[], width: number): string {
  const heads = ["", "operations/s", "spread", "samples", "us/page", "p50", "p99", "MB/s"];
  const compared = rows.some((row) => row.timesEarlier !== undefined);
  const cells = rows.map((row) => [
    row.name,
    whole.format(row.hz),
    `±${row.rme.toFixed(1)} %`,
    row.samples,
    row.microsecondsPerPage.toFixed(3),
    row.p50.toFixed(3),
    row.p99.toFixed(3),
    whole.format(row.megabytesPerSecond),
    ...(compared ? [times(row.timesEarlier ?? null)] : []),
  ]);
  return plainTable(compared ? [...heads, "vs earlier"] : heads, cells, width);
}
