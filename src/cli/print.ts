/**
 * print.ts - a MeasureReport for people: four small tables and one sentence.
 */
import type { Cell } from "cli-table3";
import type { ContestantReport, MeasureReport } from "./report.js";
import { counted, oneDecimal, plainTable, size, times, twoDecimals, whole, wrapped } from "./table.js";
import type { Timing } from "./timing.js";

function share(part: number, all: number): string {
  return all === 0 ? "-" : `${oneDecimal.format((100 * part) / all)} %`;
}

/**
 * The whole report as text that ends with a newline. `colour`: whether the verdict may be painted; `width`: characters of a
 * line, as far as words and columns allow.
 */
export function printReport(report: MeasureReport, colour: boolean, width: number): string {
  const rendition = report.mismatches === 0 ? BOLD : BOLD_RED;
  const lines = [
    ...sourceLines(report).map((line) => wrapped(line, width)),
    "",
    pagesTable(report, width),
    "",
    bytesTable(report, width),
    "",
    contestantsTable(report, width),
    "",
    ...notes(report).map((line) => wrapped(line, width)),
    "",
    paint(wrapped(verdict(report), width), rendition, colour),
  ];
  return `${lines.join("\n").replace(/ +$/gm, "")}\n`;
}

function sourceLines({ source, pages, spillway, node, platform, cpu }: MeasureReport): string[] {
  const all = source.available === pages.pages ? "all" : `of ${whole.format(source.available)}`;
  const unreadable = source.unreadable > 0 ? `, ${whole.format(source.unreadable)} unreadable` : "";
  return [
    `spillway ${spillway}, node ${node}, ${platform}, ${cpu}`,
    `pages from ${source.description}:`,
    `  ${counted(pages.pages, "page")} of ${whole.format(source.pageSize)} bytes (${all}${unreadable})`,
  ];
}

function pagesTable({ pages, source }: MeasureReport, width: number): string {
  const { sameFilled, duplicates, bodies, incompressible, refused } = pages;
  const counts = [sameFilled, duplicates, bodies, incompressible, refused.full + refused.poor];
  return plainTable(
    ["", "same-filled", "duplicates", "bodies", "incompressible", "refused"],
    [
      [`${source.name}:`, ...counts.map((count) => whole.format(count))],
      ["", ...counts.map((count) => share(count, pages.pages))],
    ],
    width,
  );
}

function bytesTable({ bytes, ratio, source }: MeasureReport, width: number): string {
  const sizes = [bytes.raw, bytes.compressed, bytes.used, bytes.reserved].map(size);
  const perPage = `${oneDecimal.format(bytes.metadataPerPage)} B`;
  return plainTable(
    ["", "raw", "compressed", "used", "reserved", "metadata/page", "codec", "effective"],
    [["in the pool:", ...sizes, perPage, times(ratio.codec), times(told(ratio.effective, bytes, source))]],
    width,
  );
}

function contestantsTable({ contestants, bytes, source }: MeasureReport, width: number): string {
  const heads = ["microseconds", "", "mean", "p50", "p99", "p99.9", "vs lz4-napi", "memory", "ratio"];
  const shown = contestants.map((one) => {
    const pooled = { raw: bytes.raw, used: one.memoryBytes, fixed: one.fixedBytes };
    return { ...one, ratio: one.fixedBytes > 0 ? told(one.ratio, pooled, source) : one.ratio };
  });
  return plainTable(heads, shown.flatMap(contestantRows), width, { labels: 2 });
}

/**
 * Bytes of pages and of a pool with them. Whatever is in it a pool takes its fixed part, and the first body and the first
 * record a block each of sixteen pages: of so few pages that this outweighs what they save, a ratio would tell nothing.
 */
type Pooled = Pick<MeasureReport["bytes"], "raw" | "used" | "fixed">;

function isSmall({ raw, used, fixed }: Pooled, { pageSize }: MeasureReport["source"]): boolean {
  return used > raw && used - fixed - FIRST_BLOCKS_PAGES * pageSize <= raw;
}

const FIRST_BLOCKS_PAGES = 32;

/** A pool's ratio, unless it would tell of nothing but how few the pages are. */
function told(ratio: number | null, bytes: Pooled, source: MeasureReport["source"]): number | null {
  return isSmall(bytes, source) ? null : ratio;
}

function contestantRows(one: ContestantReport): Cell[][] {
  if (one.absent !== null) return [[one.name, { content: one.absent, colSpan: 8, hAlign: "left" }]];
  const memory = [size(one.memoryBytes), times(one.ratio)];
  return [
    [one.name, "store", ...timingCells(one.store), times(one.versusLz4?.store ?? null), ...memory],
    ["", "load", ...timingCells(one.load), times(one.versusLz4?.load ?? null), "", ""],
  ];
}

function timingCells(timing: Timing | null): string[] {
  if (timing === null) return ["-", "-", "-", "-"];
  return [timing.mean, timing.p50, timing.p99, timing.p999].map((micros) => twoDecimals.format(micros));
}

function notes({ rss, timerNanos, seed }: MeasureReport): string[] {
  return [
    `process RSS ${size(rss.before)} before, ${size(rss.after)} with all of them full; ` +
      `timer ${whole.format(timerNanos)} ns, included; seed ${seed}`,
    "memory: of a pool everything it occupies; of a Map only the bytes in it, not what V8 and malloc add",
  ];
}

/** The one sentence to remember. */
function verdict({ pages, bytes, ratio, source, mismatches, contestants }: MeasureReport): string {
  const all = `${counted(pages.pages, "page")}, ${counted(mismatches, "mismatch", "mismatches")}`;
  if (mismatches === 0) {
    const small = isSmall(bytes, source);
    const fixed = `${size(bytes.fixed)} of that is what any pool takes: too few pages for a ratio`;
    const pays = small ? `; ${fixed}` : ` (${times(ratio.effective)})`;
    return `${all}: ${size(bytes.raw)} live in ${size(bytes.used)}${pays}`;
  }
  const liar = contestants.find(({ firstMismatch }) => firstMismatch !== null);
  return `${all}; the first: ${liar?.name}, page ${liar?.firstMismatch?.page}: ${liar?.firstMismatch?.trouble}`;
}

const BOLD = 1;
const BOLD_RED = "1;31";

/** Wraps a line in a "select graphic rendition" sequence (ECMA-48). */
function paint(line: string, rendition: number | string, colour: boolean): string {
  return colour ? `\x1b[${rendition}m${line}\x1b[0m` : line;
}
