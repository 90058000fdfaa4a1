/**
 * due_times.ts - ends of values as words of 32 bits: steps from a base on.
 *
 * A step is a millisecond until ends lie further apart than 49 days. Then words are made anew with a later
 * base, and with steps of twice the time where that is not enough; an end is never earlier than it was.
 */
const WORDS = 2 ** 32;

export class DueTimes {
  #base = 0;
  #step = 1;

  /** Milliseconds that a word stands for. */
  timeOf(word: number): number {
    return this.#base + word * this.#step;
  }

  /** The word of a time that fits: of this one, or of the next that there is a word for. */
  wordOf(time: number): number {
    return Math.ceil((time - this.#base) / this.#step);
  }

  fits(time: number): boolean {
    return this.wordOf(time) < WORDS;
  }

  /** From now on times from `first` to `last` fit. Answers how words are made of older ones. */
  widen(first: number, last: number): (word: number) => number {
    const [base, step] = [this.#base, this.#step];
    this.#base = first;
    while (!this.fits(last)) this.#step *= 2;
    return (word) => this.wordOf(base + word * step);
  }
}
