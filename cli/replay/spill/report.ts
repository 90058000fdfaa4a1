/**
 * report.ts - the result of `spillway replay --spill` as one plain object, which `--json` prints.
 */
import { type Machine, thisMachine } from "../../text/machine.js";
import type { TraceFormat } from "../traces/trace.js";
import type { LaneCounts } from "./lanes.js";

/** Ratios are parts of 1, points are hundredths of a hit ratio. */
export interface SpillReplayReport extends Machine {
  dir: string;
  seed: number;
  traces: SpillTraceReport[];
  summary: {
    rows: number;
    meanPointsAboveLru: number;
    /** Spills of all rows / those of LRU. */
    spillsOfLru: number;
    /** The mean of the rows' own ratios. */
    meanSpillsOfLru: number;
    worst: { trace: string; percent: number; pointsAboveLru: number };
    /** Loads that delivered other bytes than were stored. Anything but 0 is an error. */
    mismatches: number;
  };
}

export interface SpillTraceReport {
  name: string;
  /** The path as the user gave it. */
  path: string;
  format: TraceFormat;
  /** The csv column that names the block, or two of them joined by "+"; null for other formats. */
  column: string | null;
  accesses: number;
  blocks: number;
  rows: SpillRow[];
}

export interface SpillFigures extends LaneCounts {
  /** hits / accesses. */
  hitRatio: number;
}

interface Measured {
  /** Memory as it was asked for, in percent of the blocks. */
  percent: number;
  pageBytes: number;
  /** Limit of the pool. */
  maxBytes: number;
  /** The most pages that the pool had in memory, and LRU's capacity. */
  memoryPages: number;
  accesses: number;
  blocks: number;
  microsecondsPerAccess: number;
  mismatches: number;
  spillway: LaneCounts;
  lru: LaneCounts;
}

export interface SpillRow extends Omit<Measured, "spillway" | "lru" | "accesses" | "blocks"> {
  spillway: SpillFigures;
  lru: SpillFigures;
  /** 100 * (spillway.hitRatio - lru.hitRatio). */
  pointsAboveLru: number;
  /** spillway.spills / lru.spills; null where LRU spills nothing. */
  spillsOfLru: number | null;
}

export function makeSpillRow({ accesses, blocks: _blocks, spillway, lru, ...rest }: Measured): SpillRow {
  const figures = (counts: LaneCounts) => ({ ...counts, hitRatio: counts.hits / accesses });
  return {
    ...rest,
    spillway: figures(spillway),
    lru: figures(lru),
    pointsAboveLru: (100 * (spillway.hits - lru.hits)) / accesses,
    spillsOfLru: lru.spills > 0 ? spillway.spills / lru.spills : null,
  };
}

/** Makes the report of at least one trace with at least one row. */
export function makeSpillReport(dir: string, seed: number, traces: SpillTraceReport[]): SpillReplayReport {
  const rows = traces.flatMap(({ name, rows }) => rows.map((row) => ({ trace: name, ...row })));
  const sum = (of: (row: SpillRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const { trace, percent, pointsAboveLru } = rows.reduce((worst, row) =>
    row.pointsAboveLru < worst.pointsAboveLru ? row : worst,
  );
  const ratios = rows.flatMap(({ spillsOfLru }) => spillsOfLru ?? []);
  const summary = {
    rows: rows.length,
    meanPointsAboveLru: sum((row) => row.pointsAboveLru) / rows.length,
    spillsOfLru: sum(({ spillway }) => spillway.spills) / sum(({ lru }) => lru.spills),
    meanSpillsOfLru: ratios.reduce((all, one) => all + one, 0) / ratios.length,
    worst: { trace, percent, pointsAboveLru },
    mismatches: sum(({ mismatches }) => mismatches),
  };
  return { ...thisMachine(), dir, seed, traces, summary };
}
