/**
 * slices.ts - work in slices of a millisecond, between which the host runs.
 */
import { type AbortSignalLike, throwIfAborted } from "./abort.js";
import type { WorkOptions } from "./options.js";
import { now, type Timers } from "./timers.js";

/** Milliseconds of work between two turns of the host. */
const SLICE_MS = 1;

/** Spends time in slices. */
export class Worker {
  readonly #timers: Timers;
  readonly #deadline: number;
  readonly #signal: AbortSignalLike | undefined;
  /** Whether a process may end while this work waits for its next slice. */
  readonly #background: boolean;
  /** Is told what was worked, in milliseconds. */
  readonly #report: (ms: number) => void;
  #spent = 0;
  #began = now();
  /** Until when what was worked is reported. */
  #reported = this.#began;

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
   * To be awaited after each step: lets the host run when the slice is over. False when the budget is spent or the pool is closed;
   * rejects with the signal's reason.
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

  /** Lets the host run, whatever is left of the budget: for work that must be ended once it was begun. */
  async rest(): Promise<void> {
    await this.#timers.pause(0, this.#background, this.#signal);
  }
}
