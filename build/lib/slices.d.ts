/**
 * slices.ts - work in slices of a millisecond, between which the host runs.
 */
import type { WorkOptions } from "./options.js";
/** Spends time in slices. */
export declare class Worker {
    #private;
    constructor({ budgetMs, signal }: WorkOptions, background: boolean, report: (ms: number) => void);
    /** To be awaited after each step: lets the host run when the slice is over. False when the budget is spent. */
    next(): Promise<boolean>;
}
