/**
 * traces.ts - access traces made from a seed, for what keeps the pages that are asked for again: a list of
 * block numbers for each way in which programs use their data.
 */
import { Random } from "./random.js";
import { Zipf } from "./zipf.js";

export interface TraceSize {
  blocks: number;
  accesses: number;
}

const SKEW = 0.9;

type Make = (size: TraceSize, seed: number) => Uint32Array;

/** The traces by what happens in them. */
export const TRACES: Readonly<Record<string, Make>> = {
  "by frequency": frequent,
  "a loop": loop,
  "with scans": scans,
  "moving on": moving,
  "two tables": tables,
};

/** Some blocks are asked for more often than others, and stay so. */
function frequent({ blocks, accesses }: TraceSize, seed: number): Uint32Array {
  const zipf = new Zipf(blocks, SKEW, seed);
  return Uint32Array.from({ length: accesses }, () => zipf.next());
}

/** All blocks in order, again and again. */
function loop({ blocks, accesses }: TraceSize): Uint32Array {
  return Uint32Array.from({ length: accesses }, (_, i) => i % blocks);
}

/** Half of the blocks by frequency; now and then a tenth of the others is read in order. */
function scans({ blocks, accesses }: TraceSize, seed: number): Uint32Array {
  const hot = blocks >> 1;
  const cold = blocks - hot;
  const zipf = new Zipf(hot, SKEW, seed);
  const run = Math.ceil(cold / 10);
  let next = 0;
  // A run, and four times as many accesses between two.
  return Uint32Array.from({ length: accesses }, (_, i) =>
    i % (5 * run) < run ? hot + (next++ % cold) : zipf.next(),
  );
}

/** By frequency among a quarter of the blocks, and this quarter moves on. */
function moving({ blocks, accesses }: TraceSize, seed: number): Uint32Array {
  const part = Math.ceil(blocks / 4);
  const zipf = new Zipf(part, SKEW, seed);
  return Uint32Array.from({ length: accesses }, (_, i) => {
    const first = Math.floor((i / accesses) * (blocks - part));
    return first + ((zipf.next() + part - (first % part)) % part);
  });
}

/** A small table and a large one are walked side by side, as in a join, beside an index by frequency. */
function tables({ blocks, accesses }: TraceSize, seed: number): Uint32Array {
  const [small, large] = [Math.ceil(blocks / 10), Math.ceil(blocks / 2)];
  const random = new Random(seed);
  const index = blocks - small - large;
  const zipf = new Zipf(index, SKEW, random.next());
  const at = [0, 0];
  return Uint32Array.from({ length: accesses }, () => {
    const kind = random.below(3);
    if (kind === 2) return small + large + zipf.next();
    const place = at[kind] as number;
    at[kind] = place + 1;
    return kind === 0 ? place % small : small + (place % large);
  });
}
