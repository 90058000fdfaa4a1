/**
 * print.ts - the report of `spillway measure` as text: three tables and one sentence.
 */
import type { Cell } from "cli-table3";
import { counted, oneDecimal, size, times, twoDecimals, whole } from "../text/figures.js";
import { machineLine } from "../text/machine.js";
import { plainTable } from "../text/table.js";
import { wrapped } from "../text/width.js";
import { painted } from "./paint.js";
import type { ContestantReport, MeasureReport } from "./report.js";
import type { Timing } from "./timing.js";

function share(part: number, all: number): string {
  return all === 0 ? "-" : `${oneDecimal.format((100 * part) / all)} %`;
}

/**
 * The whole report, which ends with a newline. `colour`: whether the last sentence may have one; `width`:
 * most characters of a line, as far as words and columns allow.
 */
export function reportText(report: MeasureReport, colour: boolean, width: number): string {
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
    painted(wrapped(verdict(report), width), report.mismatches === 0, colour),
  ];
  return `${lines.join("\n")}\n`;
}

function sourceLines(report: MeasureReport): string[] {
  const { source, pages } = report;
  const all = source.available === pages.pages ? "all" : `of ${whole.format(source.available)}`;
  const unreadable = source.unreadable > 0 ? `, ${whole.format(source.unreadable)} unreadable` : "";
  return [
    machineLine(report),
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

/** Bytes of pages, and of a pool that keeps them. */
type Pooled = Pick<MeasureReport["bytes"], "raw" | "used" | "fixed">;

/** Blocks that a pool takes for its first body and its first record, of sixteen pages each. */
const FIRST_BLOCKS_PAGES = 32;

/**
 * Whether the pages are so few that a pool's fixed part and its first blocks outweigh what they save. A ratio
 * would then say nothing about the pages.
 */
function isSmall({ raw, used, fixed }: Pooled, { pageSize }: MeasureReport["source"]): boolean {
  return used > raw && used - fixed - FIRST_BLOCKS_PAGES * pageSize <= raw;
}

/** A pool's ratio, or null for too few pages. */
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

/** The last sentence: the result in short. */
function verdict({ pages, bytes, ratio, source, mismatches, contestants }: MeasureReport): string {
  const all = `${counted(pages.pages, "page")}, ${counted(mismatches, "mismatch", "mismatches")}`;
  if (mismatches === 0) {
    const small = isSmall(bytes, source);
    const fixed = `${size(bytes.fixed)} of that is what any pool takes: too few pages for a ratio`;
    const pays = small ? `; ${fixed}` : ` (${times(ratio.effective)})`;
    return `${all}: ${size(bytes.raw)} live in ${size(bytes.used)}${pays}`;
  }
  const wrong = contestants.find(({ firstMismatch }) => firstMismatch !== null);
  const { page, trouble } = wrong?.firstMismatch ?? {};
  return `${all}; the first: ${wrong?.name}, page ${page}: ${trouble}`;
}
