/**
 * replay_report.ts - the result of `spillway replay` as one plain object: what `--json` prints, replay_print.ts shows and
 * replay_chart.ts draws.
 */
import { arch, cpus, platform } from "node:os";
import { packageVersion } from "./library.js";
import type { CacheCounts } from "./replay_caches.js";
import type { BlockPages } from "./replay_pages.js";
import type { TraceFormat } from "./replay_trace.js";

/** Bytes are those of bodies, times are microseconds, ratios are parts of 1, points are hundredths of a hit ratio. */
export interface ReplayReport {
  spillway: string;
  node: string;
  /** Such as "linux x64". */
  platform: string;
  cpu: string;
  pages: {
    kind: "generated" | "real";
    /** Ends a sentence "a block is ...". */
    description: string;
    /** Of one page. */
    bytes: number;
  };
  /** Of the pools' hashes: with generated pages all figures but times are the same for the same seed. */
  seed: number;
  traces: TraceReport[];
  summary: ReplaySummary;
}

export interface TraceReport {
  name: string;
  /** As given. */
  path: string;
  format: TraceFormat;
  /** The column of a csv that names the block, or two of them joined by "+"; null of other formats. */
  column: string | null;
  accesses: number;
  /** Distinct blocks: the footprint. */
  blocks: number;
  /** One for each size, the smallest first. */
  rows: ReplayRow[];
}

export interface ReplayRow {
  /** Of the footprint. */
  percent: number;
  /** What the bodies may take, of either cache. */
  capacityBytes: number;
  spillway: CacheFigures;
  lru: CacheFigures;
  /** 100 * (spillway.hitRatio - lru.hitRatio). */
  pointsAboveLru: number;
}

/** accesses == hits + misses; with generated pages, which none of the caches refuses, misses == evictedPages + heldPages. */
export interface CacheFigures extends CacheCounts {
  hits: number;
  misses: number;
  /** hits / accesses: the first access of a block is a miss for everybody. */
  hitRatio: number;
  microsecondsPerAccess: number;
  /** Hits that delivered other bytes than were put. */
  mismatches: number;
}

/** Over the rows of all traces. */
export interface ReplaySummary {
  rows: number;
  meanPointsAboveLru: number;
  /** The row that is furthest below LRU, or the least above. */
  worst: { trace: string; percent: number; pointsAboveLru: number };
  /** Rows in which Spillway evicted more bytes than LRU, and by how many percent. */
  moreEvicted: { trace: string; percent: number; percentMore: number }[];
  /** Of both caches together; 0 is the only good number. */
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

/** At least one trace with at least one row. */
export function makeReplayReport(pages: BlockPages, seed: number, traces: TraceReport[]): ReplayReport {
  return {
    spillway: packageVersion(),
    node: process.version,
    platform: `${platform()} ${arch()}`,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
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
