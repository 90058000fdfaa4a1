/**
 * report.ts - the result of `spillway measure` as one plain object, which `--json` prints.
 */
import type { PoolStats } from "../library.js";
import type { PageSet } from "../pages/page_set.js";
import { type Machine, thisMachine } from "../text/machine.js";
import type { Mismatch } from "./check.js";
import { type Entrant, MAP_LZ4, SPILLWAY } from "./contestants.js";
import type { Lane } from "./race.js";
import type { Timing } from "./timing.js";

/** Times are microseconds. Ratios are bytes of pages / bytes of memory: above 1 is a gain. */
export interface MeasureReport extends Machine {
  source: {
    name: string;
    /** In words that end a sentence "pages from ...". */
    description: string;
    pageSize: number;
    /** Pages of the source, of which the measured ones were chosen. */
    available: number;
    /** Chosen pages that could not be read, and are not measured. */
    unreadable: number;
  };
  /** Seed of the order of loads. */
  seed: number;
  /** Nanoseconds that the timer adds to every time below. They are not subtracted. */
  timerNanos: number;
  /** Pages by outcome: pages == sameFilled + duplicates + bodies + refused.full + refused.poor. */
  pages: {
    pages: number;
    /** Pages that repeat eight bytes. They have no body. */
    sameFilled: number;
    /** Pages that share the body of an equal page. */
    duplicates: number;
    /** Pages with a body of their own. */
    bodies: number;
    /** Of the bodies, those longer than seven eighths of their page. */
    incompressible: number;
    refused: { full: number; poor: number };
  };
  /** The pool after all stores, as in `pool.stats().bytes`. */
  bytes: PoolStats["bytes"] & {
    metadataPerPage: number;
    /** Of `used`, the bytes before the first store. */
    fixed: number;
  };
  /** codec: encoded / compressed; effective: raw / used. Null where nothing was kept. */
  ratio: { codec: number | null; effective: number | null };
  /**
   * Bytes of this process's resident set: before the first store, with the pages in memory, and at the end.
   */
  rss: { before: number; after: number };
  contestants: ContestantReport[];
  /** Of all contestants together. Anything but 0 is an error. */
  mismatches: number;
}

export interface ContestantReport {
  name: string;
  /** Why it did not run; all other figures are then null or 0. */
  absent: string | null;
  store: Timing | null;
  load: Timing | null;
  /** Everything that a pool occupies; of a Map only the bytes of its blocks. */
  memoryBytes: number;
  /** Of these, the bytes taken before the first page; 0 of a Map. */
  fixedBytes: number;
  /** Bytes of the pages it keeps / memoryBytes. */
  ratio: number | null;
  /** Mean times / those of Map + lz4-napi; null without it. */
  versusLz4: { store: number; load: number } | null;
  refused: number;
  mismatches: number;
  firstMismatch: Mismatch | null;
}

/** Figures of the run that belong to no lane. */
export interface Circumstances {
  seed: number;
  timerNanos: number;
  rss: { before: number; after: number };
}

/** Makes the report. The lanes' contestants must still hold their pages. */
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
    ...thisMachine(),
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
