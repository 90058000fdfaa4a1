/**
 * bench.ts - `spillway bench`: microbenchmarks of the engine's parts and of whole operations, by benchmark.js.
 *
 * Real pages: of files, or of this process's own memory. Absolute figures differ from machine to machine and from
 * minute to minute: compare rows of one run.
 */
import benchmark from "benchmark";
import { Command, InvalidArgumentError } from "commander";
import lodash from "lodash";
import platform from "platform";
import { pageSize } from "./arguments.js";
import { type Bench, distinctPages, partBenches, poolBenches } from "./benches.js";
import { codecCommand } from "./codec.js";
import { UserError } from "./failure.js";
import { filePages } from "./files.js";
import { memoryPages } from "./memory.js";
import { print } from "./output.js";
import type { PageSet } from "./pages.js";
import { counted, outputWidth, plainTable, whole, wrapped } from "./table.js";

/** One row of the result. `--json` prints an array of these under `rows`. */
interface Row {
  name: string;
  /** Operations a second: the mean over benchmark.js's samples. */
  hz: number;
  /** Relative margin of error of that mean in percent, at 95 %. */
  rme: number;
  samples: number;
  microsecondsPerPage: number;
  megabytesPerSecond: number;
}

interface BenchOptions {
  pageSize: number;
  filter?: RegExp;
  minTime: number;
  json?: boolean;
}

/** Samples per row, about: a row takes this many times the least time of a sample. */
const SAMPLES = 40;
/** Pages read to choose from. */
const CANDIDATES = 8192;

// Bundled, benchmark.js cannot find its own dependencies by require(): it is handed them.
const Benchmark = benchmark.runInContext({
  _: lodash,
  platform,
  process,
  performance,
}) as unknown as typeof benchmark;

/** The command, to be added to the program. */
export function benchCommand(): Command {
  return new Command("bench")
    .description("microbenchmarks of the engine's parts and of whole operations, by benchmark.js")
    .argument("[files...]", "take pages from these files (default: the memory of this process)")
    .option("--page-size <bytes>", "4096, 8192, 16384, 32768 or 65536", pageSize, 4096)
    .option("--filter <pattern>", "only rows whose name matches this regular expression", pattern)
    .option("--min-time <seconds>", "least time of a sample", seconds, 0.05)
    .option("--json", "print one JSON document instead of a table")
    .action((files: string[], options: BenchOptions) => bench(files, options))
    .addCommand(codecCommand());
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
  const set = await readSet(files, options.pageSize);
  const pages = distinctPages(set);
  const all = [...partBenches(pages, set.pageSize), ...poolBenches(pages, set.pageSize)];
  const chosen = all.filter(({ name }) => options.filter?.test(name) ?? true);
  if (chosen.length === 0) {
    throw new UserError(
      `no row matches ${options.filter}; there are: ${all.map(({ name }) => name).join("; ")}`,
    );
  }
  const rows = chosen.map((one) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${one.name}`);
    return rowOf(one, set.pageSize, options.minTime);
  });
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");

  if (options.json) {
    const about = { node: process.version, source: set.source, pageSize: set.pageSize, pages: pages.length };
    print(`${JSON.stringify({ ...about, rows }, null, 2)}\n`);
    return;
  }
  const about = `${counted(pages.length, "page")} of ${set.pageSize} bytes from ${set.source}; Node ${process.version}`;
  const width = outputWidth();
  print(`${wrapped(about, width)}\n${tableOf(rows, width)}\n`);
}

async function readSet(files: readonly string[], pageBytes: number): Promise<PageSet> {
  if (files.length > 0) return await filePages(files, pageBytes, CANDIDATES);
  if (process.platform === "linux")
    return memoryPages(process.pid, "the memory of this process", pageBytes, CANDIDATES);
  return await filePages([process.execPath], pageBytes, CANDIDATES);
}

/** Runs one microbenchmark. Throws what the operation throws. */
function rowOf({ name, pagesPerCall, operation }: Bench, pageBytes: number, minTime: number): Row {
  const run = new Benchmark(name, operation, {
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
  };
}

function tableOf(rows: readonly Row[], width: number): string {
  const heads = ["", "operations/s", "spread", "samples", "us/page", "MB/s"];
  const cells = rows.map((row) => [
    row.name,
    whole.format(row.hz),
    `±${row.rme.toFixed(1)} %`,
    row.samples,
    row.microsecondsPerPage.toFixed(3),
    whole.format(row.megabytesPerSecond),
  ]);
  return plainTable(heads, cells, width);
}
