/**
 * numbers.ts - a list of whole numbers below 2^32 that grows by doubling. What was never set is 0.
 */
const FIRST_LENGTH = 32;

export class Numbers {
  #values = new Uint32Array(FIRST_LENGTH);

  get byteLength(): number {
    return this.#values.byteLength;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** Sees to it that `set` of this number needs no memory. */
  reserve(index: number): void {
    if (index < this.#values.length) return;
    const grown = new Uint32Array(Math.max(2 * this.#values.length, index + 1));
    grown.set(this.#values);
    this.#values = grown;
  }

  set(index: number, value: number): void {
    this.reserve(index);
    this.#values[index] = value;
  }
}
