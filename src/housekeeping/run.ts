/**
 * run.ts - one run of work beside the host's: the pool it works on, its slices of time, and the memory it
 * lets go of.
 */
import type { AbortSignalLike } from "../base/abort.js";
import type { WorkOptions } from "../base/options/work.js";
import { TimeSlices } from "../base/time_slices.js";
import type { Timers } from "../base/timers.js";
import type { Router } from "../core/router.js";
import type { Arena } from "../engine/arena.js";

export class Run {
  /** The pool. It is open when a run begins, and whenever `next` has answered true. */
  readonly router: Router;
  /** Memories that the run has let go of, for the host's collector. */
  readonly gone: WeakRef<ArrayBuffer>[] = [];
  /** Whether a process may end while this run waits. */
  readonly background: boolean;
  readonly signal: AbortSignalLike | undefined;
  readonly #slices: TimeSlices;

  /** Throws the signal's reason when it is aborted already. */
  constructor(router: Router, timers: Timers, options: WorkOptions, background: boolean) {
    this.router = router;
    this.background = background;
    this.signal = options.signal;
    this.#slices = new TimeSlices(timers, options, background, (ms) => router.rent.worked(ms));
  }

  /** Whether the pool is open. It may be closed whenever the run waits. */
  get open(): boolean {
    return !this.router.closed;
  }

  /** Whether the pool is open and has this arena. It may be given back whenever the run waits. */
  has(arena: Arena): boolean {
    return this.open && this.router.memory.has(arena);
  }

  /**
   * To be awaited after each step: lets the host run when a slice is over. False when the budget is spent or
   * the pool is closed; rejects with the signal's reason.
   */
  next(): Promise<boolean> {
    return this.#slices.next();
  }

  /**
   * Lets the host run, whatever is left of the budget: for a step that must be finished once it has begun.
   */
  rest(): Promise<void> {
    return this.#slices.rest();
  }
}
