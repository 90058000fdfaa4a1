/**
 * meters.ts - time of frames, and of this page's own code in them.
 */

/** Frames that a chart shows. */
export const FRAMES = 240;
/** Frames with painting that are kept for who asks: ten minutes. */
const PAINTED = 36_000;

export class Meter {
  /** Milliseconds between frames, and of own work in each, the newest last. */
  readonly between: number[] = [];
  readonly work: number[] = [];
  /** Of all frames in which this page painted. */
  readonly painted: { between: number; work: number }[] = [];
  #last: number | undefined;
  #now = 0;

  /** Counts what `body` takes as work of the frame that comes next. */
  measure<T>(body: () => T): T {
    const start = performance.now();
    try {
      return body();
    } finally {
      this.#now += performance.now() - start;
    }
  }

  /** A frame has come at this time. `isPainting`: strokes are being drawn. */
  frame(time: number, isPainting: boolean): void {
    if (this.#last !== undefined) {
      const between = time - this.#last;
      this.between.push(between);
      this.work.push(this.#now);
      if (isPainting && this.painted.push({ between, work: this.#now }) > PAINTED) this.painted.shift();
      if (this.between.length > FRAMES) {
        this.between.shift();
        this.work.shift();
      }
    }
    this.#last = time;
    this.#now = 0;
  }
}
