/**
 * codec.ts - `spillway bench codec`: our codec and hash beside C libraries, over the same pages in one run.
 *
 * It prints the median of each figure over all rounds (rounds.ts), with the quartiles. Where the system
 * allows it, all contestants run on one processor (pin.ts).
 */
import { basename, join } from "node:path";
import { Command } from "commander";
import { filePages } from "../../pages/files.js";
import { type LiveSet, liveSets } from "../../pages/live.js";
import { withFolder } from "../../pages/processes.js";
import { pageSizeOption, wholeNumber } from "../../text/arguments.js";
import { checkWritable, print, printJson, writeAsked } from "../../text/output.js";
import { outputWidth, wrapped } from "../../text/width.js";
import { wholePages } from "../source.js";
import { Native } from "./native.js";
import { pinToOneProcessor } from "./pin.js";
import { reportText } from "./print.js";
import { measureSet, type SetReport } from "./rounds.js";

interface CodecOptions {
  pages?: string[];
  pageSize: number;
  rounds: number;
  setMib: number;
  save?: string;
  json?: boolean;
}

/** MiB of pages of a set. */
const DEFAULT_SET_MIB = 16;
const DEFAULT_ROUNDS = 15;

const JSON_SHAPE = `
--json prints one object:
  { node, pageSize, rounds, processor, missing, skipped: [{ name, absent }], sets: [SET] }
  SET  { name, source, pages, rows: [ROW], hash: { hash, copy, versusCopy } }
  ROW  { name, version, encode, decode, ratio, encodeVersusLz4, decodeVersusLz4 }
Times are microseconds per page. encodeVersusLz4 and decodeVersusLz4 are liblz4's time / that of the row, in
the same round; versusCopy is the copy's time / the hash's. Each of these is { median, low, high }, where low
and high are the quartiles. ratio is bytes of pages / bytes of blocks. The row "twin" is our encoder compiled
from C, with liblz4 as its decoder; the table calls it "spillway in C". processor is the number
of the processor that all contestants ran on, or null where they could not be bound to one.`;

/** The subcommand of bench. */
export function codecCommand(): Command {
  return new Command("codec")
    .description(
      "compare our codec and hash with liblz4, LZO, snappy and zstd in C, over the same pages in turns",
    )
    .option(
      "--pages <files...>",
      "files of pages, a set for each file (default: the memory of Node, Redis and Chromium at work)",
    )
    .addOption(pageSizeOption())
    .option("--rounds <count>", "rounds that are measured, 1 to 1000", wholeNumber(1, 1000), DEFAULT_ROUNDS)
    .option("--set-mib <count>", "most MiB of each set, 1 to 1024", wholeNumber(1, 1024), DEFAULT_SET_MIB)
    .option("--save <folder>", "also write the page sets to this folder, for a later run with --pages")
    .option("--json", "print one JSON document instead of tables")
    .addHelpText("after", () => wrapped(JSON_SHAPE, outputWidth()))
    .action((_: unknown, command: Command) => codecBench(command.optsWithGlobals<CodecOptions>()));
}

async function codecBench(options: CodecOptions): Promise<void> {
  const { pageSize, rounds } = options;
  const count = (options.setMib * 2 ** 20) / pageSize;
  if (options.save !== undefined) checkWritable(join(options.save, "pages"));
  const found = options.pages && (await setsOf(options.pages, pageSize, count));
  // Twice as many as wanted, because same-filled pages are left out.
  const sets = found ?? (await liveSets(pageSize, 2 * count));
  const skipped = sets.filter((set) => "absent" in set);
  const processor = pinToOneProcessor() ?? null;
  await withFolder(async (folder) => {
    const native = new Native(folder);
    const reports: SetReport[] = [];
    for (const set of sets) {
      if ("absent" in set) continue;
      const pages = Buffer.concat(wholePages(set.pages, count));
      if (options.save !== undefined)
        writeAsked(join(options.save, `${basename(set.pages.name)}.${pageSize}`), pages);
      reports.push(await measureSet(set.pages, pages, rounds, native, folder));
    }
    const report = {
      node: process.version,
      pageSize,
      rounds,
      processor,
      missing: native.missing ?? null,
      skipped,
      sets: reports,
    };
    if (options.json) printJson(report);
    else print(reportText(report, outputWidth()));
  });
}

async function setsOf(files: readonly string[], pageSize: number, count: number): Promise<LiveSet[]> {
  const sets: LiveSet[] = [];
  for (const file of files) sets.push({ pages: await filePages([file], pageSize, count) });
  return sets;
}
