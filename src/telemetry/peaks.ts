/**
 * peaks.ts - the highest values of two gauges, pages and bytes, which are sums over several arenas.
 *
 * Each arena keeps its own peaks, and with one arena nothing is done here. The peak of a sum is not the sum
 * of the peaks. So with several arenas the host looks at the sums after stores. A store raises a gauge by one
 * page and a bounded number of bytes. After a look it is known how many stores cannot make a new peak, and
 * these only count down. Whatever else raises a gauge (an area's record, pages that move) raises a doubt: the
 * next store must look.
 *
 * A doubt concerns the peaks of all clients, and comes with each area that is opened. So a set holds the
 * peaks that have looked since the last doubt: a doubt costs no more than the looks before it, however many
 * clients there are.
 */

/** The highest values of one pair of gauges. */
export class Peak {
  /** The highest number of pages known, and the highest number of bytes, maybe of another moment. */
  pages = 0;
  bytes = 0;
  readonly #stepBytes: number;
  readonly #quietOnes: Set<Peak>;
  /** Stores that cannot make a new peak. */
  #quiet = Number.POSITIVE_INFINITY;

  /**
   * @param stepBytes the most bytes by which one store can raise the gauge
   * @param quietOnes the set that holds this while it need not look
   */
  constructor(stepBytes: number, quietOnes = new Set<Peak>()) {
    this.#stepBytes = stepBytes;
    this.#quietOnes = quietOnes;
  }

  /** Counts a page that was stored. True if the sums must be looked at. */
  due(): boolean {
    this.#quiet -= 1;
    return this.#quiet < 0;
  }

  /** Takes in the sums after a store. */
  see(pages: number, bytes: number): void {
    this.raise(pages, bytes);
    this.#quiet = Math.min(this.pages - pages, Math.floor((this.bytes - bytes) / this.#stepBytes));
    this.#quietOnes.add(this);
  }

  /** Takes in values that are known from elsewhere. */
  raise(pages: number, bytes: number): void {
    if (pages > this.pages) this.pages = pages;
    if (bytes > this.bytes) this.bytes = bytes;
  }

  /** The next store must look. */
  doubt(): void {
    this.#quiet = 0;
    this.#quietOnes.delete(this);
  }

  /** No store has to look until there is a doubt. */
  rest(): void {
    this.#quiet = Number.POSITIVE_INFINITY;
    this.#quietOnes.delete(this);
  }

  /** Forgets the peaks: these are the peaks now. */
  reset(pages: number, bytes: number): void {
    this.pages = pages;
    this.bytes = bytes;
    // A peak that was far off may have been what kept stores quiet.
    if (this.#quiet < Number.POSITIVE_INFINITY) this.doubt();
  }
}
