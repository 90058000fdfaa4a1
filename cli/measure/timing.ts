/**
 * timing.ts - times of single operations, and their mean and percentiles.
 *
 * Every operation gives one sample, no sample is dropped, and nothing is subtracted: the timer's own cost is
 * measured and printed instead.
 */
import { quantile } from "../text/figures.js";

/** Times of one kind of operation, in microseconds. */
export interface Timing {
  /** Number of operations. */
  count: number;
  mean: number;
  p50: number;
  p99: number;
  p999: number;
  max: number;
}

/** Collects the times of at most `capacity` operations. */
export class Samples {
  readonly #millis: Float64Array;
  #count = 0;

  constructor(capacity: number) {
    this.#millis = new Float64Array(capacity);
  }

  /** Adds a time in milliseconds, as performance.now() gives it. No more than `capacity` may be added. */
  add(millis: number): void {
    this.#millis[this.#count++] = millis;
  }

  /** The figures of all samples; null when there are none. */
  timing(): Timing | null {
    if (this.#count === 0) return null;
    const sorted = this.#millis.slice(0, this.#count).sort();
    const micros = (share: number) => 1000 * quantile(sorted, share);
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

const TIMER_PAIRS = 10_000;

/** Nanoseconds between two readings of the timer with nothing between them: the median of 10,000 pairs. */
export function timerCost(): number {
  const samples = new Samples(TIMER_PAIRS);
  for (let i = 0; i < TIMER_PAIRS; i++) {
    const before = performance.now();
    samples.add(performance.now() - before);
  }
  return 1000 * (samples.timing()?.p50 ?? 0);
}
