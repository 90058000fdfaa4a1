/**
 * peaks.ts - the highest values that two gauges had, which are sums over several arenas.
 *
 * Each arena keeps its own peaks, and where there is one arena nothing is done here. A peak of the sum is no sum of peaks, so
 * with several the sum is looked at after stores. Gauges rise by stores, a page and a bounded number of bytes at a time: after a
 * look it is known how many stores cannot make a new peak, and those only count down. Whatever else makes a gauge rise (an
 * area's record, pages that move) asks for a look at the next store.
 *
 * Such a doubt concerns the peaks of all clients, and comes with each area that is opened. So those that have looked since the
 * last doubt stand in a set: a doubt costs no more than the looks that were taken before it, however many clients there are.
 */

export class Peak {
  /** The highest numbers known, each for itself. */
  pages = 0;
  bytes = 0;
  readonly #stepBytes: number;
  readonly #quietOnes: Set<Peak>;
  /** Stores that cannot make a new peak. */
  #quiet = Number.POSITIVE_INFINITY;

  /** `stepBytes`: the most by which one store can raise the bytes. `quietOnes`: where it stands while it need not look. */
  constructor(stepBytes: number, quietOnes = new Set<Peak>()) {
    this.#stepBytes = stepBytes;
    this.#quietOnes = quietOnes;
  }

  /** To be asked after each page stored: whether the sums must be looked at. */
  due(): boolean {
    this.#quiet -= 1;
    return this.#quiet < 0;
  }

  /** Takes the sums in, as they stand after a store. */
  see(pages: number, bytes: number): void {
    this.raise(pages, bytes);
    this.#quiet = Math.min(this.pages - pages, Math.floor((this.bytes - bytes) / this.#stepBytes));
    this.#quietOnes.add(this);
  }

  /** Takes in what is known from elsewhere. */
  raise(pages: number, bytes: number): void {
    if (pages > this.pages) this.pages = pages;
    if (bytes > this.bytes) this.bytes = bytes;
  }

  /** The next store must look. */
  doubt(): void {
    this.#quiet = 0;
    this.#quietOnes.delete(this);
  }

  /** No store need look until there is a doubt. */
  rest(): void {
    this.#quiet = Number.POSITIVE_INFINITY;
    this.#quietOnes.delete(this);
  }

  /** Forgets what was: these are the peaks now. */
  reset(pages: number, bytes: number): void {
    this.pages = pages;
    this.bytes = bytes;
    // A peak that was far off may have been what kept stores quiet.
    if (this.#quiet < Number.POSITIVE_INFINITY) this.doubt();
  }
}
