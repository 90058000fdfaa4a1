/**
 * print.ts - a MeasureReport for people: four small tables and one sentence.
 */
import type { Cell } from "cli-table3";
import type { ContestantReport, MeasureReport } from "./report.js";
import { oneDecimal, plainTable, size, times, twoDecimals, whole } from "./table.js";
import type { Timing } from "./timing.js";

function share(part: number, all: number): string {
  return all === 0 ? "-" : `${oneDecimal.format((100 * part) / all)} %`;
}

/** The whole report as text that ends with a newline. `colour`: whether the verdict may be painted. */
export function printReport(report: MeasureReport, colour: boolean): string {
  const lines = [
    ...sourceLines(report),
    "",
    pagesTable(report),
    "",
    bytesTable(report),
    "",
    contestantsTable(report.contestants),
    "",
    ...notes(report),
    "",
    paint(verdict(report), report.mismatches === 0 ? BOLD : BOLD_RED, colour),
  ];
  return `${lines.join("\n").replace(/ +$/gm, "")}\n`;
}

function sourceLines({ source, pages, spillway, node, platform, cpu }: MeasureReport): string[] {
  const all = source.available === pages.pages ? "all" : `of ${whole.format(source.available)}`;
  const unreadable = source.unreadable > 0 ? `, ${whole.format(source.unreadable)} unreadable` : "";
  return [
    `spillway ${spillway}, node ${node}, ${platform}, ${cpu}`,
    `pages from ${source.description}:`,
    `  ${whole.format(pages.pages)} pages of ${whole.format(source.pageSize)} bytes (${all}${unreadable})`,
  ];
}

function pagesTable({ pages, source }: MeasureReport): string {
  const { sameFilled, duplicates, bodies, incompressible, refused } = pages;
  const counts = [sameFilled, duplicates, bodies, incompressible, refused.full + refused.poor];
  return plainTable(
    ["", "same-filled", "duplicates", "bodies", "incompressible", "refused"],
    [
      [`${source.name}:`, ...counts.map((count) => whole.format(count))],
      ["", ...counts.map((count) => share(count, pages.pages))],
    ],
  );
}

function bytesTable({ bytes, ratio }: MeasureReport): string {
  const sizes = [bytes.raw, bytes.compressed, bytes.used, bytes.reserved].map(size);
  const perPage = `${oneDecimal.format(bytes.metadataPerPage)} B`;
  return plainTable(
    ["", "raw", "compressed", "used", "reserved", "metadata/page", "codec", "effective"],
    [["in the pool:", ...sizes, perPage, times(ratio.codec), times(ratio.effective)]],
  );
}

function contestantsTable(contestants: readonly ContestantReport[]): string {
  const heads = ["microseconds", "", "mean", "p50", "p99", "p99.9", "vs lz4-napi", "memory", "ratio"];
  return plainTable(heads, contestants.flatMap(contestantRows));
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
function verdict({ pages, bytes, ratio, mismatches, contestants }: MeasureReport): string {
  const counted = `${whole.format(pages.pages)} pages, ${whole.format(mismatches)} mismatches`;
  if (mismatches === 0) {
    return `${counted}: ${size(bytes.raw)} live in ${size(bytes.used)} (${times(ratio.effective)})`;
  }
  const liar = contestants.find(({ firstMismatch }) => firstMismatch !== null);
  return `${counted}; the first: ${liar?.name}, page ${liar?.firstMismatch?.page}: ${liar?.firstMismatch?.trouble}`;
}

const BOLD = 1;
const BOLD_RED = "1;31";

/** Wraps a line in a "select graphic rendition" sequence (ECMA-48). */
function paint(line: string, rendition: number | string, colour: boolean): string {
  return colour ? `\x1b[${rendition}m${line}\x1b[0m` : line;
}
