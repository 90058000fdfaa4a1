/**
 * rent.ts - what operations cost in time, and what the pool saves over time, from readings of the clock now
 * and then.
 *
 * Cost: an operation that is not measured pays one subtraction. One of 64 is measured, which takes two
 * readings of the clock.
 */
import { now } from "../base/timers.js";

/**
 * Milliseconds of the host's clock. The clock is looked up each time, unlike the one for waits
 * (base/timers.ts): where a test has replaced it, this measures what the test wants, and nothing waits for
 * it.
 */
export function readClock(): number {
  const { performance } = globalThis as { performance?: { now(): number } };
  return performance === undefined ? now() : performance.now();
}

/**
 * One event in this many is measured, on average. The distance varies, so that it meets no rhythm of the
 * host's.
 */
export const MEASURED_OF = 64;

/**
 * Distances between samples. They need not be unpredictable: xorshift32 (G. Marsaglia, 2003) from a fixed
 * seed.
 */
export class Jitter {
  #state = 0x9e3779b9;

  /** A whole number around `mean`: from half of it to one and a half. */
  around(mean: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (mean >> 1) + ((x >>> 0) % (mean + 1));
  }
}

/** Picks the events to measure, and tells for how many events each of them counts. */
export class Sampler {
  #left = 1;
  #distance = 1;
  readonly #jitter = new Jitter();

  /** Counts an event. True if it is to be measured. */
  due(): boolean {
    this.#left -= 1;
    return this.#left <= 0;
  }

  /** The number of events since the last measured one: those that the one just measured counts for. */
  weight(): number {
    const distance = this.#distance - this.#left;
    this.#left = this.#distance = this.#jitter.around(MEASURED_OF);
    return distance;
  }
}

/** The integral of a value over time, in its unit times seconds, from values seen now and then. */
export class OverTime {
  sum = 0;
  #value: number;
  #at = readClock();

  constructor(value: number) {
    this.#value = value;
  }

  /** The value is `value` at `at` milliseconds. Since the last one it is taken to have changed steadily. */
  see(value: number, at: number): void {
    this.sum += (((this.#value + value) / 2) * (at - this.#at)) / 1000;
    this.#value = value;
    this.#at = at;
  }
}

/** What a pool saves and what it costs: PoolStats.rent. */
export class Rent {
  readonly #sampler = new Sampler();
  readonly #savedBytes: () => number;
  readonly #saved: OverTime;
  #spentMs = 0;

  /** `savedBytes` answers the bytes saved at present. */
  constructor(savedBytes: () => number) {
    this.#savedBytes = savedBytes;
    this.#saved = new OverTime(savedBytes());
  }

  /**
   * Counts an operation. True if it is to be measured: then read the clock, and call `measured` when it is
   * done.
   */
  due(): boolean {
    return this.#sampler.due();
  }

  /**
   * The operation that began at `began` ends now. Those since the last measured one are taken to have lasted
   * as long.
   */
  measured(began: number): void {
    const at = readClock();
    this.#spentMs += (at - began) * this.#sampler.weight();
    this.#saved.see(this.#savedBytes(), at);
  }

  /** Adds milliseconds of work beside the host's own. */
  worked(ms: number): void {
    this.#spentMs += ms;
  }

  stats(): { byteSeconds: number; spentMs: number } {
    this.#saved.see(this.#savedBytes(), readClock());
    return { byteSeconds: this.#saved.sum, spentMs: this.#spentMs };
  }
}
