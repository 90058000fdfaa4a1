/**
 * meter.ts - the clock, read now and then: what operations take, and what is saved over time.
 *
 * Cost: an operation that is not measured pays one subtraction; one of 64 is measured, which takes two readings of the clock
 * (`npm run bench:shadow`).
 */
import { now } from "./timers.js";

/**
 * Milliseconds. Looked up each time, unlike the clock that waits go by: where a test has put a clock of its own in place it measures
 * what the test wants, and nothing waits for it.
 */
export function readClock(): number {
  const { performance } = globalThis as { performance?: { now(): number } };
  return performance === undefined ? now() : performance.now();
}

/** Every so many events one is measured, on average. The distance varies, so that no rhythm of the host's meets it. */
export const MEASURED_OF = 64;

/** Whole numbers for distances between samples: nobody gains by foreseeing them (xorshift32, G. Marsaglia, 2003). */
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

/** Tells which of many events are to be measured, and for how many each of those stands. */
export class Sampler {
  #left = 1;
  #distance = 1;
  readonly #jitter = new Jitter();

  /** Counts an event. True for one that is to be measured. */
  due(): boolean {
    this.#left -= 1;
    return this.#left <= 0;
  }

  /** Events for which the one just measured stands: those since the last that was. */
  weight(): number {
    const distance = this.#distance - this.#left;
    this.#left = this.#distance = this.#jitter.around(MEASURED_OF);
    return distance;
  }
}

/** Sum of something over time, in its unit times seconds, from values seen now and then. */
export class OverTime {
  sum = 0;
  #value: number;
  #at = readClock();

  constructor(value: number) {
    this.#value = value;
  }

  /** The value is `value` now, at `at` milliseconds; in between it is taken to have gone there steadily. */
  see(value: number, at: number): void {
    this.sum += (((this.#value + value) / 2) * (at - this.#at)) / 1000;
    this.#value = value;
    this.#at = at;
  }
}

/** What a pool earns and takes: see PoolStats.rent. */
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

  /** Counts an operation. True when it is to be measured: read the clock and call `measured` when it is done. */
  due(): boolean {
    return this.#sampler.due();
  }

  /** The operation that began at `began` ends now; those before it that were not measured took as long. */
  measured(began: number): void {
    const at = readClock();
    this.#spentMs += (at - began) * this.#sampler.weight();
    this.#saved.see(this.#savedBytes(), at);
  }

  /** Counts work beside the host's, in milliseconds. */
  worked(ms: number): void {
    this.#spentMs += ms;
  }

  stats(): { byteSeconds: number; spentMs: number } {
    this.#saved.see(this.#savedBytes(), readClock());
    return { byteSeconds: this.#saved.sum, spentMs: this.#spentMs };
  }
}
