import { pause } from "./timers.js";
/** Milliseconds of work between two turns of the host. */
const SLICE_MS = 1;
/** Spends time in slices. */
export class Worker {
    #deadline;
    #signal;
    /** Whether a process may end while this work waits for its next slice. */
    #background;
    /** Is told what was worked, in milliseconds. */
    #report;
    #spent = 0;
    #began = performance.now();
    /** Until when what was worked is reported. */
    #reported = this.#began;
    constructor({ budgetMs = Number.POSITIVE_INFINITY, signal }, background, report) {
        this.#report = report;
        this.#deadline = budgetMs;
        this.#signal = signal;
        this.#background = background;
        signal?.throwIfAborted();
    }
    /** To be awaited after each step: lets the host run when the slice is over. False when the budget is spent. */
    async next() {
        const now = performance.now();
        const worked = now - this.#began;
        this.#report(now - this.#reported);
        this.#reported = now;
        if (this.#spent + worked >= this.#deadline)
            return false;
        if (worked < SLICE_MS)
            return true;
        this.#spent += worked;
        await pause(0, this.#background);
        this.#signal?.throwIfAborted();
        this.#began = this.#reported = performance.now();
        return true;
    }
}
