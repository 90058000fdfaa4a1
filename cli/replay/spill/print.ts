/**
 * print.ts - the report of `spillway replay --spill` as text: a table for each trace, and a summary.
 */
import { counted, size, twoDecimals, whole } from "../../text/figures.js";
import { machineLine } from "../../text/machine.js";
import { plainTable } from "../../text/table.js";
import { wrapped } from "../../text/width.js";
import type { SpillReplayReport, SpillRow, SpillTraceReport } from "./report.js";

const LEGEND =
  "memory: what a pool keeps in memory at most, in pages and in percent of the blocks, and what LRU does; " +
  "in memory: accesses that needed no read from the device; spills: bodies that left memory";

/** The whole report, which ends with a newline. `width`: most characters of a line, as far as possible. */
export function spillText(report: SpillReplayReport, width: number): string {
  const { dir, seed, traces, summary } = report;
  const { rows, meanPointsAboveLru, spillsOfLru, meanSpillsOfLru, worst, mismatches } = summary;
  const ends = [
    `${counted(rows, "row")}: ${signed(meanPointsAboveLru)} points against LRU in the mean, ` +
      `${signed(worst.pointsAboveLru)} in the worst (${worst.trace} at ${worst.percent} %)`,
    `${twoDecimals.format(spillsOfLru)} of LRU's spills, ${twoDecimals.format(meanSpillsOfLru)} in the mean of rows`,
    `loads with other bytes than were stored: ${whole.format(mismatches)}`,
  ];
  const lines = [
    ...[machineLine(report), `a file in ${dir}; seed ${seed}`, LEGEND].map((line) => wrapped(line, width)),
    ...traces.flatMap((trace) => ["", ...traceLines(trace, width)]),
    "",
    ...ends.map((line) => wrapped(line, width)),
  ];
  return `${lines.join("\n")}\n`;
}

function traceLines({ name, accesses, blocks, column, rows }: SpillTraceReport, width: number): string[] {
  const by = column === null ? "" : `, by column ${column}`;
  const pages = size(rows[0]?.pageBytes ?? 0);
  const about = `${counted(accesses, "access", "accesses")} to ${counted(blocks, "block")} of ${pages}${by}`;
  const heads = ["memory", "", "", "in memory", "LRU", "points", "spills", "LRU", "part", "us"];
  const narrowHeads = heads.with(4, "LRU in memory").with(7, "LRU spills").with(8, "part of LRU's");
  const cells = rows.map((row) => rowCells(row, blocks));
  return [wrapped(`${name}: ${about}`, width), plainTable(heads, cells, width, { narrowHeads })];
}

function rowCells(row: SpillRow, blocks: number): string[] {
  const { percent, memoryPages, spillway, lru, pointsAboveLru, spillsOfLru, microsecondsPerAccess } = row;
  const ratio = (one: number) => `${twoDecimals.format(100 * one)} %`;
  return [
    `${percent} %`,
    whole.format(memoryPages),
    ratio(memoryPages / blocks),
    ratio(spillway.hitRatio),
    ratio(lru.hitRatio),
    signed(pointsAboveLru),
    whole.format(spillway.spills),
    whole.format(lru.spills),
    spillsOfLru === null ? "-" : twoDecimals.format(spillsOfLru),
    twoDecimals.format(microsecondsPerAccess),
  ];
}

function signed(value: number): string {
  const text = twoDecimals.format(value);
  return value > 0 ? `+${text}` : text;
}
