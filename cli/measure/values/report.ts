/**
 * report.ts - the result of `spillway measure --values` as one plain object, which `--json` prints.
 */
import { quantile } from "../../text/figures.js";
import { type Machine, thisMachine } from "../../text/machine.js";
import type { Timing } from "../timing.js";
import { type Entrant, MAP_LZ4 } from "./entrants.js";
import type { Memory, Mismatch } from "./keeper.js";
import type { Kept } from "./keepers.js";
import type { Course } from "./race.js";
import type { Source } from "./source.js";

/** Times are microseconds. Ratios are serialised bytes / bytes of memory: above 1 is a gain. */
export interface ValuesReport extends Machine {
  source: {
    name: string;
    /** In words that end a sentence "values from ...". */
    description: string;
    format: string;
    keys: string;
    /** Values of the input: available == values.count + replaced + tooLarge + those the sample left out. */
    available: number;
    /** Values that a later one with the same key replaced. */
    replaced: number;
    /** Values left out because they are larger than a quarter of the limit. */
    tooLarge: number;
    /** "all", or "random": the limit left some out. */
    sample: "all" | "random";
    limitBytes: number;
  };
  seed: number;
  /** Nanoseconds that the timer adds to every time below: the largest of the processes. */
  timerNanos: number;
  values: {
    count: number;
    /** Bytes in the input; null for a table, where they are not known. */
    inputBytes: number | null;
    inputUnit: string | null;
    /** Serialised bytes of all values that were set, and of single ones. */
    rawBytes: number;
    min: number;
    median: number;
    p90: number;
    max: number;
  };
  /** Bytes of each SpillMap without hot values. */
  maps: MapReport[];
  contestants: ContestantReport[];
  /**
   * Memory of a process that read the values as the others did, and kept none; null below 1 MiB of values.
   */
  control: Memory | null;
  /** Of all contestants together. Anything but 0 is an error. */
  mismatches: number;
}

export interface MapReport {
  pageSize: number;
  sharedPages: number;
  ownPages: number;
  /** What it takes before the first value. */
  fixedBytes: number;
  /** With all values just set, and after recompress(). */
  set: KeptReport;
  rested: KeptReport;
}

export interface KeptReport {
  /** What the pool uses: bodies, records, tables. */
  pagesBytes: number;
  /** Index without keys, the keys, and pages still open. */
  indexBytes: number;
  keyBytes: number;
  openBytes: number;
  totalBytes: number;
  /** rawBytes / totalBytes. */
  ratio: number;
}

export interface ContestantReport {
  name: string;
  pageSize: number | null;
  /** Why it did not run; all other figures are then null or 0. */
  absent: string | null;
  /** Bound of its hot values; 0 without. */
  hotBytes: number;
  set: Timing | null;
  get: Timing | null;
  /** Gets after recompress(); null of what cannot rest. */
  rested: Timing | null;
  /** Mean times / those of Map + lz4-napi in the same pass; null without it. */
  versusLz4: { set: number; get: number; rested: number | null } | null;
  /** Of a process that did nothing but set the values: then, and after recompress(). Null as `control`. */
  memory: { full: Memory; rested: Memory } | null;
  /** Bytes that it knows it takes: everything of a SpillMap, blocks alone of Map + lz4-napi. */
  keptBytes: number | null;
  /** Of its timed gets those that found a hot value, 0 to 1; null without hot values. */
  hotShare: number | null;
  refused: number;
  mismatches: number;
  firstMismatch: Mismatch | null;
}

/** Figures of the run that belong to no contestant. */
export interface Run {
  source: Source;
  entrants: readonly Entrant[];
  courses: readonly Course[];
  control: Memory | null;
  limitBytes: number;
  seed: number;
}

export function makeReport({ source, entrants, courses, control, limitBytes, seed }: Run): ValuesReport {
  const { name, description, format, keys, sample } = source;
  const { available, replaced, tooLarge, isPart } = sample;
  const contestants = withVersus(
    entrants.map((entrant) => contestantOf(entrant, courses)),
    courses,
  );
  return {
    ...thisMachine(),
    source: {
      name,
      description,
      format,
      keys,
      available,
      replaced,
      tooLarge,
      sample: isPart ? "random" : "all",
      limitBytes,
    },
    seed,
    timerNanos: Math.max(...courses.map(({ ending }) => ending.timerNanos)),
    values: valuesOf(source, courses),
    maps: courses.filter(({ entrant }) => entrant.pageSize !== null && !entrant.isHot).map(mapOf),
    contestants,
    control,
    mismatches: contestants.reduce((sum, one) => sum + one.mismatches, 0),
  };
}

function valuesOf({ sample, inputUnit }: Source, courses: readonly Course[]): ValuesReport["values"] {
  const { sizes, figures } = courses[0]?.ending ?? {};
  const sorted = Float64Array.from(sizes ?? []).sort();
  const input = sample.chosen().reduce((sum, { inputBytes }) => sum + inputBytes, 0);
  const at = (share: number) => (sorted.length === 0 ? 0 : quantile(sorted, share));
  return {
    count: sample.chosen().length,
    inputBytes: inputUnit === null ? null : input,
    inputUnit,
    rawBytes: figures?.rawBytes ?? 0,
    min: at(0),
    median: at(0.5),
    p90: at(0.9),
    max: at(1),
  };
}

function mapOf({ entrant, empty, full, rested, ending }: Course): MapReport {
  const { rawBytes = 0, sharedPages = 0, ownPages = 0 } = ending.figures ?? {};
  return {
    pageSize: entrant.pageSize as number,
    sharedPages,
    ownPages,
    fixedBytes: empty?.total ?? 0,
    set: keptOf(full as Kept, rawBytes),
    rested: keptOf(rested as Kept, rawBytes),
  };
}

function keptOf({ total, parts }: Kept, rawBytes: number): KeptReport {
  return {
    pagesBytes: parts?.pages ?? 0,
    indexBytes: parts?.index ?? 0,
    keyBytes: parts?.keys ?? 0,
    openBytes: parts?.open ?? 0,
    totalBytes: total,
    ratio: rawBytes / total,
  };
}

function contestantOf(entrant: Entrant, courses: readonly Course[]): ContestantReport {
  const { name, pageSize, absent, spec } = entrant;
  const course = courses.find((one) => one.entrant === entrant);
  const isMap = spec.kind === "spillmap";
  return {
    name,
    pageSize,
    absent,
    hotBytes: isMap ? spec.hotBytes : 0,
    set: course?.ending.set ?? null,
    get: course?.ending.get ?? null,
    rested: isMap && !entrant.isHot ? (course?.ending.rested ?? null) : null,
    versusLz4: null,
    memory: course?.memory ?? null,
    keptBytes: course?.full?.total ?? null,
    hotShare: course?.ending.hotShare ?? null,
    refused: course?.ending.refused ?? 0,
    mismatches: course?.ending.mismatches ?? 0,
    firstMismatch: course?.ending.firstMismatch ?? null,
  };
}

function withVersus(contestants: ContestantReport[], courses: readonly Course[]): ContestantReport[] {
  const lz4 = courses.find(({ entrant }) => entrant.name === MAP_LZ4)?.ending;
  if (!lz4?.set || !lz4.get || !lz4.rested) return contestants;
  const { set, get, rested } = lz4;
  return contestants.map((one) => {
    if (!one.set || !one.get) return one;
    const ofRested = one.rested === null ? null : one.rested.mean / rested.mean;
    const versusLz4 = { set: one.set.mean / set.mean, get: one.get.mean / get.mean, rested: ofRested };
    return { ...one, versusLz4 };
  });
}
