/**
 * peaks.ts - the highest values that two gauges had.
 *
 * Gauges rise by stores, a page and a bounded number of bytes at a time. So after a look at them it is known how many stores
 * cannot make a new peak, and those only count down; looking at every store costs where the gauges stand at their peak.
 * Whatever else makes a gauge rise (an area's record, pages that move) asks for a look at the next store.
 */
export class Peak {
  /** The highest numbers seen, each for itself. */
  pages = 0;
  bytes = 0;
  readonly #stepBytes: number;
  /** Stores that cannot make a new peak. */
  #quiet = 0;

  /** `stepBytes`: the most by which one store can raise the bytes. */
  constructor(stepBytes: number) {
    this.#stepBytes = stepBytes;
  }

  /** To be asked after each page stored: whether the gauges must be looked at. */
  due(): boolean {
    this.#quiet -= 1;
    return this.#quiet < 0;
  }

  /** Takes the gauges in, as they stand now. */
  see(pages: number, bytes: number): void {
    if (pages > this.pages) this.pages = pages;
    if (bytes > this.bytes) this.bytes = bytes;
    this.#quiet = Math.min(this.pages - pages, Math.floor((this.bytes - bytes) / this.#stepBytes));
  }

  /** The next store must look. */
  doubt(): void {
    this.#quiet = 0;
  }

  /** Forgets what was: the gauges as they stand now are the peaks. */
  reset(pages: number, bytes: number): void {
    this.pages = pages;
    this.bytes = bytes;
    this.doubt();
  }
}
