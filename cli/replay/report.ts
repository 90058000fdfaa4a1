/**
 * report.ts - the result of `spillway replay` as one plain object, which `--json` prints.
 */
import { type Machine, thisMachine } from "../text/machine.js";
import type { BlockPages } from "./blocks.js";
import type { CacheCounts } from "./caches.js";
import type { TraceFormat } from "./traces/trace.js";

/** Times are microseconds, ratios are parts of 1, points are hundredths of a hit ratio. */
export interface ReplayReport extends Machine {
  pages: {
    kind: "generated" | "real";
    /** In words that end a sentence "a block is ...". */
    description: string;
    /** Bytes of one page before compression. */
    bytes: number;
  };
  /** Seed of the pools' hashes. With generated pages it decides all figures except times. */
  seed: number;
  traces: TraceReport[];
  summary: ReplaySummary;
}

export interface TraceReport {
  name: string;
  /** The path as the user gave it. */
  path: string;
  format: TraceFormat;
  /** The csv column that names the block, or two of them joined by "+"; null for other formats. */
  column: string | null;
  accesses: number;
  /** Distinct blocks: the trace's footprint. */
  blocks: number;
  /** One row for each size, the smallest first. */
  rows: ReplayRow[];
}

export interface ReplayRow {
  /** The size in percent of the footprint. */
  percent: number;
  /** Most bytes that the bodies and records of either cache may count. */
  capacityBytes: number;
  spillway: CacheFigures;
  lru: CacheFigures;
  /** 100 * (spillway.hitRatio - lru.hitRatio). */
  pointsAboveLru: number;
}

/** accesses == hits + misses. No cache refuses generated pages: misses == evictedPages + heldPages. */
export interface CacheFigures extends CacheCounts {
  hits: number;
  misses: number;
  /** hits / accesses. The first access to a block is a miss in any cache. */
  hitRatio: number;
  microsecondsPerAccess: number;
  /** Hits that delivered other bytes than those stored. */
  mismatches: number;
}

/** Over the rows of all traces. */
export interface ReplaySummary {
  rows: number;
  meanPointsAboveLru: number;
  /** The row with the fewest points above LRU. */
  worst: { trace: string; percent: number; pointsAboveLru: number };
  /** Rows in which Spillway evicted more bytes than LRU. `percentMore`: how many percent more. */
  moreEvicted: { trace: string; percent: number; percentMore: number }[];
  /** Of both caches together. Anything but 0 is an error. */
  mismatches: number;
}

export function makeRow(
  percent: number,
  capacityBytes: number,
  spillway: CacheFigures,
  lru: CacheFigures,
): ReplayRow {
  const pointsAboveLru = 100 * (spillway.hitRatio - lru.hitRatio);
  return { percent, capacityBytes, spillway, lru, pointsAboveLru };
}

/** Makes the report of at least one trace with at least one row. */
export function makeReplayReport(pages: BlockPages, seed: number, traces: TraceReport[]): ReplayReport {
  return {
    ...thisMachine(),
    pages: { kind: pages.kind, description: pages.description, bytes: pages.pageBytes },
    seed,
    traces,
    summary: summaryOf(traces),
  };
}

function summaryOf(traces: readonly TraceReport[]): ReplaySummary {
  const rows = traces.flatMap(({ name, rows }) => rows.map((row) => ({ trace: name, ...row })));
  const sum = rows.reduce((all, { pointsAboveLru }) => all + pointsAboveLru, 0);
  const { trace, percent, pointsAboveLru } = rows.reduce((worst, row) =>
    row.pointsAboveLru < worst.pointsAboveLru ? row : worst,
  );
  return {
    rows: rows.length,
    meanPointsAboveLru: sum / rows.length,
    worst: { trace, percent, pointsAboveLru },
    moreEvicted: rows
      .filter(({ spillway, lru }) => spillway.evictedBytes > lru.evictedBytes)
      .map(({ trace, percent, spillway, lru }) => ({
        trace,
        percent,
        percentMore: 100 * (spillway.evictedBytes / lru.evictedBytes - 1),
      })),
    mismatches: rows.reduce((all, { spillway, lru }) => all + spillway.mismatches + lru.mismatches, 0),
  };
}
