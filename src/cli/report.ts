/**
 * report.ts - the result of `spillway measure` as one plain object: what `--json` prints and print.ts shows.
 */
import { arch, cpus, platform } from "node:os";
import type { Mismatch } from "./check.js";
import { type Entrant, MAP_LZ4, SPILLWAY } from "./contestants.js";
import { type PoolStats, packageVersion } from "./library.js";
import type { PageSet } from "./pages.js";
import type { Lane } from "./race.js";
import type { Timing } from "./timing.js";

/** Bytes are bytes, times are microseconds, ratios are raw / kept: above 1 is a gain. */
export interface MeasureReport {
  spillway: string;
  node: string;
  /** Such as "linux x64". */
  platform: string;
  cpu: string;
  source: {
    name: string;
    /** Ends a sentence "pages from ...". */
    description: string;
    pageSize: number;
    /** Pages there were to choose from, and those chosen that could not be read. */
    available: number;
    unreadable: number;
  };
  /** Of the order of loads. */
  seed: number;
  /** What the timer adds to every time below, in nanoseconds. Not subtracted. */
  timerNanos: number;
  /** What became of the pages: pages == sameFilled + duplicates + bodies + refused.full + refused.poor. */
  pages: {
    pages: number;
    /** Repeat eight bytes; keep no body. */
    sameFilled: number;
    /** Share the body of an equal page. */
    duplicates: number;
    /** Have a body of their own. */
    bodies: number;
    /** Of the bodies, those that keep more than seven eighths of their page. */
    incompressible: number;
    refused: { full: number; poor: number };
  };
  /** The pool after all stores, as in `pool.stats().bytes`. */
  bytes: PoolStats["bytes"] & {
    metadataPerPage: number;
    /** Of `used`, what the pool took before the first store. */
    fixed: number;
  };
  /** codec: encoded / compressed; effective: raw / used. null where nothing was kept. */
  ratio: { codec: number | null; effective: number | null };
  /** The resident set of this process: with the pages in memory before the first store, and at the end. */
  rss: { before: number; after: number };
  contestants: ContestantReport[];
  /** Of all contestants together; 0 is the only good number. */
  mismatches: number;
}

export interface ContestantReport {
  name: string;
  /** Why it did not run; the rest is then null or 0. */
  absent: string | null;
  store: Timing | null;
  load: Timing | null;
  /** Everything the pool occupies; of a Map only the bytes in it. */
  memoryBytes: number;
  /** Of these, what it took before the first page: 0 of a Map. */
  fixedBytes: number;
  /** raw bytes it kept / memoryBytes. */
  ratio: number | null;
  /** Mean times as parts of those of Map + lz4-napi; null without it. */
  versusLz4: { store: number; load: number } | null;
  refused: number;
  mismatches: number;
  firstMismatch: Mismatch | null;
}

/** What of the process was measured beside the lanes. */
export interface Circumstances {
  seed: number;
  timerNanos: number;
  rss: { before: number; after: number };
}

/** Reads the figures of the lanes, whose contestants still hold their pages. */
export function makeReport(
  set: PageSet,
  entrants: readonly Entrant[],
  lanes: readonly Lane[],
  circumstances: Circumstances,
): MeasureReport {
  const pool = lanes.find((lane) => lane.name === SPILLWAY)?.contestant;
  const stats = pool?.stats?.();
  if (pool === undefined || stats === undefined) throw new Error("no pool took part");
  const contestants = entrants.map((entrant) => reportEntrant(entrant, lanes, set));
  return {
    spillway: packageVersion(),
    node: process.version,
    platform: `${platform()} ${arch()}`,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    source: {
      name: set.name,
      description: set.source,
      pageSize: set.pageSize,
      available: set.available,
      unreadable: set.unreadable,
    },
    ...circumstances,
    pages: {
      pages: set.count,
      sameFilled: stats.sameFilledPages,
      duplicates: stats.duplicatePages,
      bodies: stats.bodies,
      incompressible: stats.incompressiblePages,
      refused: { full: stats.refused.full, poor: stats.refused.poor },
    },
    bytes: {
      ...stats.bytes,
      metadataPerPage: quotient(stats.bytes.metadata, stats.storedPages) ?? 0,
      fixed: pool.fixedBytes ?? 0,
    },
    ratio: {
      codec: quotient(stats.bytes.encoded, stats.bytes.compressed),
      effective: stats.storedPages > 0 ? quotient(stats.bytes.raw, stats.bytes.used) : null,
    },
    contestants: addVersus(contestants),
    mismatches: contestants.reduce((sum, one) => sum + one.mismatches, 0),
  };
}

function quotient(above: number, below: number): number | null {
  return below > 0 ? above / below : null;
}

function reportEntrant(entrant: Entrant, lanes: readonly Lane[], set: PageSet): ContestantReport {
  const lane = lanes.find(({ name }) => name === entrant.name);
  const memoryBytes = lane?.contestant.bytes() ?? 0;
  return {
    name: entrant.name,
    absent: "absent" in entrant ? entrant.absent : null,
    store: lane?.stores.timing() ?? null,
    load: lane?.loads.timing() ?? null,
    memoryBytes,
    fixedBytes: lane?.contestant.fixedBytes ?? 0,
    ratio: lane === undefined ? null : quotient(keptBytes(lane, set), memoryBytes),
    versusLz4: null,
    refused: lane?.refused ?? 0,
    mismatches: lane?.mismatches.length ?? 0,
    firstMismatch: lane?.mismatches[0] ?? null,
  };
}

function keptBytes(lane: Lane, set: PageSet): number {
  return lane.kept.reduce((sum, kept, page) => (kept === 1 ? sum + set.page(page).length : sum), 0);
}

function addVersus(contestants: ContestantReport[]): ContestantReport[] {
  const lz4 = contestants.find(({ name }) => name === MAP_LZ4);
  return contestants.map((one) => {
    if (!one.store || !one.load || !lz4?.store || !lz4.load) return one;
    const versusLz4 = { store: one.store.mean / lz4.store.mean, load: one.load.mean / lz4.load.mean };
    return { ...one, versusLz4 };
  });
}
