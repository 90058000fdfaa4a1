/**
 * replay_print.ts - a ReplayReport for people: a table for each trace, and what it comes to.
 */
import type { Cell } from "cli-table3";
import type { ReplayReport, ReplayRow, ReplaySummary, TraceReport } from "./replay_report.js";
import { plainTable, size, twoDecimals, whole } from "./table.js";

/** The whole report as text that ends with a newline. */
export function printReplay({ spillway, node, platform, cpu, pages, traces, summary }: ReplayReport): string {
  const lines = [
    `spillway ${spillway}, node ${node}, ${platform}, ${cpu}`,
    `a block is ${pages.description}`,
    "size: bytes that bodies may take, of each cache; evicted: bytes of bodies that went for others; us: per access",
    ...traces.flatMap((trace) => ["", ...traceLines(trace)]),
    "",
    ...summaryLines(summary),
  ];
  return `${lines.join("\n").replace(/ +$/gm, "")}\n`;
}

function traceLines({ name, accesses, blocks, rows }: TraceReport): string[] {
  const heads = ["size", "", "hit ratio", "LRU", "points", "evicted", "LRU", "", "us", "LRU"];
  return [
    `${name}: ${whole.format(accesses)} accesses to ${whole.format(blocks)} blocks`,
    plainTable(heads, rows.map(rowCells)),
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
