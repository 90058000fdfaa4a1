/**
 * timing.ts - times of single operations and what they come to.
 *
 * One sample per operation, none thrown away, nothing subtracted: the timer's own cost is measured and told instead.
 */

/** Microseconds of one kind of operation. */
export interface Timing {
  /** Operations timed. */
  count: number;
  mean: number;
  p50: number;
  p99: number;
  p999: number;
  max: number;
}

/** Times of at most `capacity` operations, in milliseconds as performance.now() gives them. */
export class Samples {
  readonly #millis: Float64Array;
  #count = 0;

  constructor(capacity: number) {
    this.#millis = new Float64Array(capacity);
  }

  /** The caller never adds more than `capacity` of them. */
  add(millis: number): void {
    this.#millis[this.#count++] = millis;
  }

  /** What the samples come to; null when there are none. */
  timing(): Timing | null {
    if (this.#count === 0) return null;
    const sorted = this.#millis.slice(0, this.#count).sort();
    const micros = (share: number) => 1000 * (sorted[nearestRank(share, sorted.length)] as number);
    return {
      count: this.#count,
      mean: (1000 * sorted.reduce((sum, one) => sum + one, 0)) / this.#count,
      p50: micros(0.5),
      p99: micros(0.99),
      p999: micros(0.999),
      max: micros(1),
    };
  }
}

/** The index of the smallest sample that at least `share` of all samples do not exceed. */
function nearestRank(share: number, count: number): number {
  return Math.max(0, Math.ceil(share * count) - 1);
}

/** What two readings of the timer with nothing between them say has passed, in nanoseconds: the median of many. */
export function timerCost(): number {
  const samples = new Samples(10_000);
  for (let i = 0; i < 10_000; i++) {
    const before = performance.now();
    samples.add(performance.now() - before);
  }
  return 1000 * (samples.timing()?.p50 ?? 0);
}
