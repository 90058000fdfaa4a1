/**
 * run.ts - replays one trace through a pool with a file behind it, and exact LRU beside it.
 *
 * The pool's limit is on all of its memory, tables and records included. So the limit is first looked for:
 * the one with which so many pages are in memory once all have been stored. LRU then has memory for as many
 * pages as the pool ever had in memory during the replay.
 */
import type { Progress } from "../../text/progress.js";
import type { Trace } from "../traces/trace.js";
import { lruCounts, PoolLane } from "./lanes.js";
import { makeSpillRow, type SpillRow } from "./report.js";

const PAGE_BYTES_MIN = 4096;
const PAGE_BYTES_MAX = 65_536;
/** Bytes of all pages of a trace, about: pages are as long as fits. */
const FOOTPRINT_BYTES = 2 ** 28;
const POOL_BYTES_MIN = 2 ** 20;
const POOL_PAGES_MIN = 64;
const SEARCH_STEPS = 4;
/** Accesses between two signs of progress. */
const STEP_ACCESSES = 4096;

/** Where and how a trace is replayed. */
export interface SpillPlace {
  dir: string;
  seed: number;
}

/**
 * Bytes of a page for a trace: long ones for few blocks, because what leaves at a time is 256 KiB, or sixteen
 * pages of more than 16 KiB.
 */
export function pageBytesFor(blocks: number): number {
  let bytes = PAGE_BYTES_MAX;
  while (bytes > PAGE_BYTES_MIN && blocks * bytes > FOOTPRINT_BYTES) bytes /= 2;
  return bytes;
}

/** Replays a trace with memory for `percent` percent of its blocks, about. */
export function replaySpilling(
  trace: Trace,
  percent: number,
  place: SpillPlace,
  progress: Progress,
): SpillRow {
  const { accesses, blocks, name } = trace;
  const pageBytes = pageBytesFor(blocks);
  progress.stage(`${name} at ${percent} %`, accesses.length);
  const maxBytes = limitFor(blocks, Math.round((blocks * percent) / 100), pageBytes, place);
  const lane = new PoolLane(maxBytes, pageBytes, blocks, place.dir, place.seed);
  try {
    const start = performance.now();
    for (const [i, block] of accesses.entries()) {
      lane.access(block);
      if (i % STEP_ACCESSES === 0) progress.step(STEP_ACCESSES);
    }
    const microseconds = (1000 * (performance.now() - start)) / accesses.length;
    const memoryPages = lane.peak;
    const lru = lruCounts(accesses, memoryPages);
    return makeSpillRow({
      ...{ percent, pageBytes, maxBytes, memoryPages, microsecondsPerAccess: microseconds },
      ...{ accesses: accesses.length, blocks, spillway: lane.counts(), lru, mismatches: lane.mismatches },
    });
  } finally {
    lane.close();
  }
}

/** The limit with which `wanted` pages are in memory at most when all blocks are stored once. */
function limitFor(blocks: number, wanted: number, pageBytes: number, { dir, seed }: SpillPlace): number {
  const least = Math.max(POOL_BYTES_MIN, POOL_PAGES_MIN * pageBytes);
  let maxBytes = Math.max(least, wanted * pageBytes + POOL_BYTES_MIN);
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const lane = new PoolLane(maxBytes, pageBytes, blocks, dir, seed);
    for (let block = 0; block < blocks; block++) lane.access(block);
    const { peak } = lane;
    lane.close();
    maxBytes = Math.max(least, maxBytes + (wanted - peak) * pageBytes);
    if (Math.abs(wanted - peak) <= wanted / 100 || maxBytes === least) break;
  }
  return maxBytes;
}
