/**
 * zipf.ts - draws numbers by Zipf's law: the n-th most frequent one with a weight of 1 / n ** skew.
 *
 * Which number is the n-th is shuffled by the seed, so that neighbours are as unlike as any two.
 */
import { Random } from "./random.js";

export class Zipf {
  readonly #random: Random;
  /** Sums of the weights up to each rank. */
  readonly #sums: Float64Array;
  readonly #numbers: Uint32Array;

  constructor(count: number, skew: number, seed: number) {
    this.#random = new Random(seed);
    this.#sums = new Float64Array(count);
    let sum = 0;
    for (let rank = 0; rank < count; rank++) {
      sum += 1 / (rank + 1) ** skew;
      this.#sums[rank] = sum;
    }
    this.#numbers = this.#random.shuffle(Uint32Array.from({ length: count }, (_, i) => i));
  }

  /** A number from 0 to `count` - 1. */
  next(): number {
    const sums = this.#sums;
    const wanted = (this.#random.next() / 2 ** 32) * (sums[sums.length - 1] as number);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    return this.#numbers[low] as number;
  }
}
