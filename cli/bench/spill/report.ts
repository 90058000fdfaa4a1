/**
 * report.ts - the result of `spillway bench spill` as one plain object, which `--json` prints.
 */
import { quantile } from "../../text/figures.js";
import type { Machine } from "../../text/machine.js";
import type { Times } from "./lane.js";

export interface SpillReport extends Machine {
  /** Where the pages are from, in words; how many, and bytes of each. */
  source: string;
  pages: number;
  pageSize: number;
  /** Bytes that a pool with a file may have in memory. */
  maxBytes: number;
  dir: string;
  rounds: number;
  seed: number;
  rows: SpillRow[];
  /** Loads that delivered other bytes than were stored. Anything but 0 is an error. */
  mismatches: number;
}

/** Percentiles. */
export interface Spread {
  count: number;
  p50: number;
  p99: number;
  p999: number;
}

export interface SpillRow {
  name: string;
  /** Microseconds of a store in which nothing left memory. */
  store: Spread;
  /** With a file: stores in which a segment left. Null without one, as is all that follows. */
  spilling: {
    /** Milliseconds of such a store, for each segment; and of fs.writeSync of as many bytes. */
    store: Spread;
    writeSync: Spread;
    /** Median of writeSync / median of the store: 1 is as quick. */
    part: number;
    /** Bytes of segments a second, in MiB. */
    mebibytesPerSecond: number;
  } | null;
  /** Microseconds of a load from memory. */
  near: Spread | null;
  /** Loads from the file. */
  far: {
    /** Microseconds of a load, and of fs.readSync of as many bytes. */
    load: Spread;
    readSync: Spread;
    /** The median load / the median readSync and the median load from memory alone. */
    times: number;
  } | null;
  /** After the stores: what the pool takes in memory; what its file has, and how many bodies are there. */
  memoryBytes: number;
  fileBytes: number;
  bodies: number;
}

const MIB = 2 ** 20;

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const [p50, p99, p999] = [0.5, 0.99, 0.999].map((share) => quantile(sorted, share)) as [
    number,
    number,
    number,
  ];
  return { count: sorted.length, p50, p99, p999 };
}

/** A row; `alone`: the times of memory alone. */
export function makeRow(name: string, times: Times, alone: Times): SpillRow {
  const [spilling, writeSync, far, readSync] = [times.spilling, times.write, times.far, times.read].map(
    spreadOf,
  );
  const memory = spreadOf(alone.near);
  const bytes = times.writtenBytes / times.write.length;
  return {
    name,
    store: spreadOf(times.store) as Spread,
    spilling:
      spilling && writeSync
        ? {
            store: spilling,
            writeSync,
            part: writeSync.p50 / spilling.p50,
            mebibytesPerSecond: bytes / MIB / (spilling.p50 / 1000),
          }
        : null,
    near: spreadOf(times.near),
    far:
      far && readSync && memory
        ? { load: far, readSync, times: far.p50 / (readSync.p50 + memory.p50) }
        : null,
    memoryBytes: times.memoryBytes,
    fileBytes: times.fileBytes,
    bodies: times.bodies,
  };
}
