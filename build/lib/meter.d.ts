/**
 * meter.ts - the clock, read now and then: what operations take, and what is saved over time.
 *
 * Cost: an operation that is not measured pays one subtraction; one of 64 is measured, which takes two readings of the clock
 * (`npm run bench:shadow`).
 */
/** Every so many events one is measured, on average. The distance varies, so that no rhythm of the host's meets it. */
export declare const MEASURED_OF = 64;
/** Whole numbers for distances between samples: nobody gains by foreseeing them (xorshift32, G. Marsaglia, 2003). */
export declare class Jitter {
    #private;
    /** A whole number around `mean`: from half of it to one and a half. */
    around(mean: number): number;
}
/** Tells which of many events are to be measured, and for how many each of those stands. */
export declare class Sampler {
    #private;
    /** Counts an event. True for one that is to be measured. */
    due(): boolean;
    /** Events for which the one just measured stands: those since the last that was. */
    weight(): number;
}
/** Sum of something over time, in its unit times seconds, from values seen now and then. */
export declare class OverTime {
    #private;
    sum: number;
    constructor(value: number);
    /** The value is `value` now, at `at` milliseconds; in between it is taken to have gone there steadily. */
    see(value: number, at: number): void;
}
/** What a pool earns and takes: see PoolStats.rent. */
export declare class Rent {
    #private;
    /** `savedBytes` answers the bytes saved at present. */
    constructor(savedBytes: () => number);
    /** Counts an operation. True when it is to be measured: read the clock and call `measured` when it is done. */
    due(): boolean;
    /** The operation that began at `began` ends now; those before it that were not measured took as long. */
    measured(began: number): void;
    /** Counts work beside the host's, in milliseconds. */
    worked(ms: number): void;
    stats(): {
        byteSeconds: number;
        spentMs: number;
    };
}
