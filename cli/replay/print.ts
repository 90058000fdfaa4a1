/**
 * print.ts - the report of `spillway replay` as text: a table for each trace, and a summary.
 */
import type { Cell } from "cli-table3";
import { counted, size, twoDecimals, whole } from "../text/figures.js";
import { machineLine } from "../text/machine.js";
import { plainTable } from "../text/table.js";
import { wrapped } from "../text/width.js";
import type { ReplayReport, ReplayRow, ReplaySummary, TraceReport } from "./report.js";

const LEGEND =
  "size: capacity of each cache, bodies and records; evicted: bytes of bodies that were evicted; " +
  "us: microseconds per access";

/**
 * The whole report, which ends with a newline. `width`: most characters of a line, as far as words and
 * columns allow.
 */
export function reportText(report: ReplayReport, width: number): string {
  const { pages, seed, traces, summary } = report;
  const lines = [
    wrapped(machineLine(report), width),
    wrapped(`a block is ${pages.description}; seed ${seed}`, width),
    wrapped(LEGEND, width),
    ...traces.flatMap((trace) => ["", ...traceLines(trace, width)]),
    "",
    ...summaryLines(summary).map((line) => wrapped(line, width)),
  ];
  return `${lines.join("\n")}\n`;
}

function traceLines({ name, accesses, blocks, column, rows }: TraceReport, width: number): string[] {
  const by = column === null ? "" : `, by column ${column}`;
  const heads = ["size", "", "hit ratio", "LRU", "points", "evicted", "LRU", "", "us", "LRU"];
  const narrowHeads = heads.with(3, "LRU hits").with(6, "LRU evicted").with(7, "more").with(9, "LRU us");
  return [
    wrapped(`${name}: ${counted(accesses, "access", "accesses")} to ${counted(blocks, "block")}${by}`, width),
    plainTable(heads, rows.map(rowCells), width, { narrowHeads }),
  ];
}

function rowCells({ percent, capacityBytes, spillway, lru, pointsAboveLru }: ReplayRow): Cell[] {
  const ratio = (one: number) => `${twoDecimals.format(100 * one)} %`;
  const more = lru.evictedBytes > 0 ? 100 * (spillway.evictedBytes / lru.evictedBytes - 1) : 0;
  return [
    `${percent} %`,
    size(capacityBytes),
    ratio(spillway.hitRatio),
    ratio(lru.hitRatio),
    signed(pointsAboveLru),
    size(spillway.evictedBytes),
    size(lru.evictedBytes),
    `${signed(more)} %`,
    twoDecimals.format(spillway.microsecondsPerAccess),
    twoDecimals.format(lru.microsecondsPerAccess),
  ];
}

function signed(value: number): string {
  const text = twoDecimals.format(value);
  return value > 0 ? `+${text}` : text;
}

function summaryLines({ rows, meanPointsAboveLru, worst, moreEvicted, mismatches }: ReplaySummary): string[] {
  const cells = rows === 1 ? "one row" : `${rows} rows`;
  const more = moreEvicted.map(
    ({ trace, percent, percentMore }) => `${trace} at ${percent} % (${signed(percentMore)} %)`,
  );
  return [
    `${cells}: ${signed(meanPointsAboveLru)} points against LRU in the mean, ` +
      `${signed(worst.pointsAboveLru)} in the worst (${worst.trace} at ${worst.percent} %)`,
    more.length === 0
      ? "more bytes evicted than by LRU: never"
      : `more bytes evicted than by LRU: ${more.join(", ")}`,
    `hits with other bytes than were put: ${whole.format(mismatches)}`,
  ];
}
