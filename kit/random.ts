/**
 * random.ts - seeded randomness for tests and benches: the same seed gives the same run.
 */

/** The seed of this run: SPILLWAY_SEED, or one from the clock. Tests print it. */
export function runSeed(): number {
  const given = process.env.SPILLWAY_SEED;
  return given === undefined ? Date.now() >>> 0 : Number(given) >>> 0;
}

/** mulberry32 (T. Ettinger): 32 bits of state, good enough to choose operations. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** An integer from 0 to 2^32 - 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** An integer from 0 to `bound` - 1. */
  below(bound: number): number {
    return Math.floor((this.next() / 2 ** 32) * bound);
  }

  /** One of the values. */
  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** Puts the values of a list into another order (Fisher and Yates, 1938); answers the list. */
  shuffle<T extends unknown[] | Uint32Array>(list: T): T {
    for (let last = list.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [list[last], list[other]] = [list[other], list[last]];
    }
    return list;
  }

  /** Fills with random bytes. */
  fill<T extends Uint8Array>(bytes: T): T {
    for (let i = 0; i < bytes.length; i++) bytes[i] = this.next() >>> 24;
    return bytes;
  }
}
