/**
 * codec.ts - `spillway bench codec`: the codec and the hash beside the C libraries, on the same pages in the same run.
 *
 * Each round gives every contestant one pass over all pages, in turn, beginning with another one each time; the loop over
 * the pages is on either side of the border where the codec is, so that no crossing is measured. What is compared is
 * the ratio of two times of one round; what is printed is the median of these and where the middle half of them lies.
 * Both sides run on one processor, where the system can be told so.
 * Every block is decoded and compared with its page.
 */
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Command } from "commander";
import { pageSize, wholeNumber } from "./arguments.js";
import { openPasses, type Passes } from "./doors.js";
import { UserError } from "./failure.js";
import { filePages } from "./files.js";
import { type LiveSet, liveSets } from "./live.js";
import { Native, type NativeChild, type Round } from "./native.js";
import { checkWritable, print, writeAsked } from "./output.js";
import type { PageSet } from "./pages.js";
import { pinToOneProcessor } from "./pin.js";
import { progressOnTerminal } from "./progress.js";
import { counted, outputWidth, plainTable, wrapped } from "./table.js";

interface CodecOptions {
  pages?: string[];
  pageSize: number;
  rounds: number;
  setMib: number;
  save?: string;
  json?: boolean;
}

/** The median and the quartiles of a figure over the rounds. */
interface Spread {
  median: number;
  low: number;
  high: number;
}

interface CodecRow {
  name: string;
  version: string;
  /** Microseconds a page. */
  encode: Spread;
  decode: Spread;
  /** Bytes of the pages over bytes of the blocks, a block counting as a page at most. */
  ratio: number;
  /** How many times as fast as liblz4 in the same round; null without liblz4. */
  encodeVersusLz4: Spread | null;
  decodeVersusLz4: Spread | null;
}

interface SetReport {
  name: string;
  source: string;
  pages: number;
  rows: CodecRow[];
  /** Microseconds a page, and the hash's speed as a share of the copy's. */
  hash: { hash: Spread; copy: Spread; versusCopy: Spread };
}

/** Bytes of pages taken of each set, about. */
const SET_MIB = 16;
const WARM_UP_ROUNDS = 4;
const OURS = "spillway";
const LZ4 = "lz4";
/** Our encoder's steps in C, which tell what V8's machine code costs. */
const TWIN = "twin";

const JSON_SHAPE = `
--json prints one object: { node, pageSize, rounds, processor, missing, skipped: [{ name, absent }], sets: [SET] }
  SET  { name, source, pages, rows: [ROW], hash: { hash, copy, versusCopy } }
  ROW  { name, version, encode, decode, ratio, encodeVersusLz4, decodeVersusLz4 }
encode, decode, hash, copy: microseconds a page; ...VersusLz4, versusCopy: how many times as fast in the same round;
each as { median, low, high }, low and high being the quartiles. ratio: bytes of pages over bytes of blocks.
twin, "${OURS} in C" in the table: the same encoder compiled from C, its blocks decoded by liblz4.
processor: the number of the one that both sides ran on, null where they could not be bound to one.`;

/** The subcommand of bench. */
export function codecCommand(): Command {
  return new Command("codec")
    .description(
      "the codec and the hash beside liblz4, LZO, snappy and zstd in C, on the same pages, taking turns",
    )
    .option("--pages <files...>", "page data, a set for each file (default: Node, Redis, Chromium at work)")
    .option("--page-size <bytes>", "4096, 8192, 16384, 32768 or 65536", pageSize, 4096)
    .option("--rounds <count>", "rounds that count", wholeNumber(1, 1000), 15)
    .option("--set-mib <count>", "MiB of each set, if there are so many", wholeNumber(1, 1024), SET_MIB)
    .option("--save <folder>", "write the page sets there, to be used again with --pages")
    .option("--json", "print one JSON document instead of tables")
    .addHelpText("after", () => wrapped(JSON_SHAPE, outputWidth()))
    .action((_: unknown, command: Command) => codecBench(command.optsWithGlobals<CodecOptions>()));
}

async function codecBench(options: CodecOptions): Promise<void> {
  const { pageSize, rounds } = options;
  const count = (options.setMib * 2 ** 20) / pageSize;
  if (options.save !== undefined) checkWritable(join(options.save, "pages"));
  const found = options.pages && (await setsOf(options.pages, pageSize, count));
  // Twice as many as wanted: same-filled pages are left out.
  const sets = found ?? (await liveSets(pageSize, 2 * count));
  const skipped = sets.filter((set) => "absent" in set);
  const processor = pinToOneProcessor() ?? null;
  const native = new Native();
  try {
    const reports: SetReport[] = [];
    for (const set of sets) {
      if ("absent" in set) continue;
      const pages = wholePages(set.pages, count);
      if (options.save !== undefined)
        writeAsked(join(options.save, `${basename(set.pages.name)}.${pageSize}`), pages);
      reports.push(await measure(set.pages, pages, pageSize, rounds, native));
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
    print(options.json ? `${JSON.stringify(report, null, 2)}\n` : printed(report, outputWidth()));
  } finally {
    native.close();
  }
}

async function setsOf(files: readonly string[], pageSize: number, count: number): Promise<LiveSet[]> {
  const sets: LiveSet[] = [];
  for (const file of files) sets.push({ pages: await filePages([file], pageSize, count) });
  return sets;
}

/** At most `most` pages, full and not same-filled, side by side, from every part of the set. */
function wholePages(set: PageSet, most: number): Buffer {
  const pages: Buffer[] = [];
  for (let i = 0; i < set.count; i++) {
    const page = set.page(i);
    if (page.length < set.pageSize) continue;
    if (page.compare(page, 0, page.length - 8, 8) !== 0) pages.push(page);
  }
  if (pages.length === 0) throw new UserError(`${set.name}: no full page that is not same-filled`);
  const count = Math.min(most, pages.length);
  return Buffer.concat(
    Array.from({ length: count }, (_, i) => pages[Math.floor((i * pages.length) / count)] as Buffer),
  );
}

async function measure(
  set: PageSet,
  pages: Buffer,
  pageSize: number,
  rounds: number,
  native: Native,
): Promise<SetReport> {
  const file = native.fileFor("pages");
  writeFileSync(file, pages);
  const passes = openPasses(pages, pageSize);
  const child = await native.start(file, pageSize);
  const progress = progressOnTerminal();
  try {
    progress.stage(set.name, WARM_UP_ROUNDS + rounds);
    const names = [OURS, ...(child?.codecs.keys() ?? [])];
    const lanes = new Map(names.map((name) => [name, [] as Round[]]));
    const hashes: { hash: number; copy: number }[] = [];
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (let i = 0; i < names.length; i++) {
        const name = names[(i + round + WARM_UP_ROUNDS) % names.length] as string;
        const result = await oneRound(name, passes, child);
        if (round >= 0) lanes.get(name)?.push(result);
      }
      // The first of the two finds the pages cold, so they take turns as well.
      const before = round % 2 === 0 ? passes.copy() : 0;
      const hash = passes.hash();
      const hashed = { hash, copy: before || passes.copy() };
      if (round >= 0) hashes.push(hashed);
      progress.step(1);
    }
    return {
      name: set.name,
      source: set.source,
      pages: passes.count,
      rows: names.map((name) => row(name, child?.codecs.get(name) ?? "", lanes, passes.count, pages.length)),
      hash: {
        hash: spread(hashes.map(({ hash }) => hash / passes.count / 1e3)),
        copy: spread(hashes.map(({ copy }) => copy / passes.count / 1e3)),
        versusCopy: spread(hashes.map(({ hash, copy }) => copy / hash)),
      },
    };
  } finally {
    progress.end();
    child?.close();
  }
}

async function oneRound(name: string, passes: Passes, child: NativeChild | undefined): Promise<Round> {
  if (name !== OURS) return await (child as NativeChild).round(name);
  const encodeNanos = passes.encode();
  const decodeNanos = passes.decode();
  passes.verify();
  return { encodeNanos, decodeNanos, bytes: passes.bytes() };
}

function row(
  name: string,
  version: string,
  lanes: ReadonlyMap<string, readonly Round[]>,
  count: number,
  bytes: number,
): CodecRow {
  const rounds = lanes.get(name) as readonly Round[];
  const yardstick = lanes.get(LZ4);
  const versus = (way: "encodeNanos" | "decodeNanos") =>
    yardstick ? spread(rounds.map((round, i) => (yardstick[i] as Round)[way] / round[way])) : null;
  return {
    name,
    version,
    encode: spread(rounds.map(({ encodeNanos }) => encodeNanos / count / 1e3)),
    decode: spread(rounds.map(({ decodeNanos }) => decodeNanos / count / 1e3)),
    ratio: bytes / (rounds[0] as Round).bytes,
    encodeVersusLz4: versus("encodeNanos"),
    decodeVersusLz4: versus("decodeNanos"),
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

// ── print ──────────────────────────────────────────────────────────────────────────────────────────────────

interface CodecReport {
  node: string;
  pageSize: number;
  rounds: number;
  processor: number | null;
  missing: string | null;
  skipped: readonly { name: string; absent: string }[];
  sets: readonly SetReport[];
}

function printed(report: CodecReport, width: number): string {
  const { node, pageSize, rounds, processor, missing, skipped, sets } = report;
  const where = processor === null ? "not bound to one processor" : `on processor ${processor}`;
  const lines = [
    wrapped(
      `node ${node}, ${where}; pages of ${pageSize} bytes, none same-filled; ` +
        `medians of ${counted(rounds, "round")}, quartiles in brackets`,
      width,
    ),
  ];
  for (const set of sets) {
    const what = `${set.name}: ${counted(set.pages, "page")} from ${set.source}`;
    lines.push("", wrapped(what, width), tableOf(set, width));
  }
  for (const { name, absent } of skipped) lines.push("", wrapped(`${name}: left out, ${absent}`, width));
  if (missing !== null) lines.push("", wrapped(missing, width));
  return `${lines.join("\n")}\n`;
}

function tableOf({ rows, hash }: SetReport, width: number): string {
  const heads = ["", "encode us", "decode us", "ratio", "encode vs lz4", "decode vs lz4"];
  const cells: string[][] = [];
  for (const { name, version, encode, decode, ratio, encodeVersusLz4, decodeVersusLz4 } of rows) {
    const label = name === TWIN ? `${OURS} in C` : `${name} ${version}`.trim();
    const versus = [encodeVersusLz4, decodeVersusLz4].map((one) => (one === null ? "-" : bracketed(one, 2)));
    cells.push([label, bracketed(encode, 2), bracketed(decode, 2), ratio.toFixed(3), ...versus]);
  }
  const share = `${bracketed(hash.versusCopy, 2)} of the copy's speed`;
  const hashed = `hash ${bracketed(hash.hash, 3)} us, memory.copy ${bracketed(hash.copy, 3)} us: ${share}`;
  return `${plainTable(heads, cells, width)}\n${wrapped(hashed, width)}`;
}

function bracketed({ median, low, high }: Spread, digits: number): string {
  return `${median.toFixed(digits)} [${low.toFixed(digits)} ${high.toFixed(digits)}]`;
}
