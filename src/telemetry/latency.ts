/**
 * latency.ts - how long calls took: a distribution in fixed room, from a sample of the calls.
 *
 * Buckets are log-linear, as those of HdrHistogram: 64 for each power of two of nanoseconds. A bucket is at
 * most a 64th of its value wide, and its middle within 0.8 % of any value in it: two significant digits.
 * Below 128 ns a bucket is one nanosecond. Values from 2^32 ns (4.3 s) on share the last bucket. Count, mean
 * and max are kept apart and exact.
 *
 * One call in sixteen is timed, on average. The distance to the next is drawn evenly from 1 to 31, so that
 * the sample does not fall in step with a period of the host's. Two readings of the clock (some 50 ns each in
 * Node) then cost a call 6 ns.
 *
 * Cost: 7 KiB for each histogram; a call that is not timed counts down one number.
 */

/** Binary logarithm of the buckets for each power of two. */
const PRECISION_BITS = 6;
const SUB_BUCKETS = 2 ** PRECISION_BITS;
/** Values below this have a bucket of their own, each. */
const LINEAR_NS = 2 * SUB_BUCKETS;
const NS_MAX = 2 ** 32 - 1;
const BUCKETS = (32 - PRECISION_BITS + 1) * SUB_BUCKETS;

/** One call in this many is timed, on average. */
export const SAMPLE_EVERY = 16;
const NS_PER_MS = 1e6;
const NS_PER_US = 1e3;

/**
 * How long one verb took, in microseconds. Quantiles have two significant digits, and are 0 before the first
 * sample.
 */
export interface LatencySummary {
  /** Calls that were timed: about one in sixteen of those that kept or delivered their page. */
  count: number;
  mean: number;
  p50: number;
  p90: number;
  p99: number;
  p999: number;
  /** The longest of the calls that were timed. */
  max: number;
}

/** The bucket of a whole number of nanoseconds below 2^32. */
function bucketOf(ns: number): number {
  if (ns < LINEAR_NS) return ns;
  const shift = 31 - PRECISION_BITS - Math.clz32(ns);
  return shift * SUB_BUCKETS + (ns >>> shift);
}

/** The middle of a bucket. */
function middleOf(bucket: number): number {
  if (bucket < LINEAR_NS) return bucket;
  const shift = Math.floor(bucket / SUB_BUCKETS) - 1;
  return (bucket - shift * SUB_BUCKETS + 0.5) * 2 ** shift;
}

/** The distribution of one verb. */
export class LatencyHistogram {
  readonly #buckets = new Uint32Array(BUCKETS);
  #count = 0;
  #sum = 0;
  #max = 0;
  #wait = 1;
  #draw = 0x9e3779b9;

  /** Counts a call that is about to begin. True if it is to be timed. */
  due(): boolean {
    this.#wait -= 1;
    if (this.#wait > 0) return false;
    // The upper bits of a linear congruential generator (Numerical Recipes), scaled to 1..31.
    this.#draw = (Math.imul(this.#draw, 1664525) + 1013904223) >>> 0;
    this.#wait = 1 + Math.floor((this.#draw / 2 ** 32) * (2 * SAMPLE_EVERY - 1));
    return true;
  }

  /** Takes in how long a timed call took. */
  record(milliseconds: number): void {
    const ns = Math.max(0, Math.round(milliseconds * NS_PER_MS));
    const bucket = bucketOf(Math.min(ns, NS_MAX));
    this.#buckets[bucket] = (this.#buckets[bucket] as number) + 1;
    this.#count += 1;
    this.#sum += ns;
    this.#max = Math.max(this.#max, ns);
  }

  /** The figures of all times taken in. */
  summary(): LatencySummary {
    const mean = this.#count === 0 ? 0 : this.#sum / this.#count;
    return {
      count: this.#count,
      mean: mean / NS_PER_US,
      p50: this.#quantile(0.5) / NS_PER_US,
      p90: this.#quantile(0.9) / NS_PER_US,
      p99: this.#quantile(0.99) / NS_PER_US,
      p999: this.#quantile(0.999) / NS_PER_US,
      max: this.#max / NS_PER_US,
    };
  }

  /**
   * The smallest value that at least this part of the samples does not exceed, by the middle of its bucket.
   */
  #quantile(part: number): number {
    let left = Math.max(1, Math.ceil(part * this.#count));
    if (left > this.#count) return 0;
    let bucket = -1;
    while (left > 0) left -= this.#buckets[++bucket] as number;
    return Math.min(middleOf(bucket), this.#max);
  }
}

/** What `stats().latency` says. */
export interface LatencyStats {
  /** Single stores and puts that kept their page. */
  store: LatencySummary;
  /** Single loads and gets that delivered their page. */
  load: LatencySummary;
}

/** The two verbs of a pool that are timed. */
export class Latency {
  readonly store = new LatencyHistogram();
  readonly load = new LatencyHistogram();

  stats(): LatencyStats {
    return { store: this.store.summary(), load: this.load.summary() };
  }
}
