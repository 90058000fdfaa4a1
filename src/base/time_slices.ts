/**
 * time_slices.ts - work in slices of a millisecond, between which the host runs.
 */
import { type AbortSignalLike, throwIfAborted } from "./abort.js";
import type { WorkOptions } from "./options/work.js";
import { now, type Timers } from "./timers.js";

/** Milliseconds of work between two turns of the host. */
const SLICE_MS = 1;

/** Work of one verb, in slices. */
export class TimeSlices {
  readonly #timers: Timers;
  readonly #deadline: number;
  readonly #signal: AbortSignalLike | undefined;
  /** Whether a process may end while this work waits for its next slice. */
  readonly #background: boolean;
  /** Called with the milliseconds worked since the last call. */
  readonly #report: (ms: number) => void;
  #spent = 0;
  #began = now();
  /** The time up to which work was reported. */
  #reported = this.#began;

  /**
   * @param background whether a process may end while this waits for its next slice
   * @param report is called with the milliseconds of work
   * @throws the signal's reason, if it was aborted
   */
  constructor(
    timers: Timers,
    { budgetMs = Number.POSITIVE_INFINITY, signal }: WorkOptions,
    background: boolean,
    report: (ms: number) => void,
  ) {
    this.#timers = timers;
    this.#report = report;
    this.#deadline = budgetMs;
    this.#signal = signal;
    this.#background = background;
    throwIfAborted(signal);
  }

  /**
   * Await this after each step: it lets the host run when the slice is over. False when the budget is spent
   * or the pool is closed; rejects with the signal's reason.
   */
  async next(): Promise<boolean> {
    throwIfAborted(this.#signal);
    const at = now();
    const worked = at - this.#began;
    this.#report(at - this.#reported);
    this.#reported = at;
    if (this.#spent + worked >= this.#deadline || this.#timers.closed) return false;
    if (worked < SLICE_MS) return true;
    this.#spent += worked;
    await this.#timers.pause(0, this.#background);
    throwIfAborted(this.#signal);
    this.#began = this.#reported = now();
    return !this.#timers.closed;
  }

  /** Lets the host run without a look at the budget: for work that must be finished once it was begun. */
  async rest(): Promise<void> {
    await this.#timers.pause(0, this.#background, this.#signal);
  }
}
