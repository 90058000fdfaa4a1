/**
 * histogram.ts - how long calls took: a distribution in fixed room, from a sample of the calls.
 *
 * Buckets are log-linear, as those of HdrHistogram: 64 to each power of two of nanoseconds, so that a bucket is at most a
 * 64th of its value wide and its middle within 0.8 % of any value in it: two significant digits. Below 128 ns a bucket is
 * one nanosecond. Values from 2^32 ns (4.3 s) on share the last bucket; count, mean and max are kept beside and exact.
 *
 * Of the calls one in sixteen is timed, on average: the distance to the next is drawn evenly from 1 to 31, so that no period
 * in what the host does keeps meeting the sample. Two readings of the clock (some 50 ns each in Node) then cost a call 6 ns.
 *
 * Cost: 7 KiB for each histogram; a call that is not timed counts down one number.
 */
/** One in so many calls is timed, on average. */
export declare const SAMPLE_EVERY = 16;
/** How long one verb took, in microseconds. Quantiles are right to two significant digits, and 0 before the first sample. */
export interface LatencySummary {
    /** Calls that were timed: about one in sixteen of those that kept or delivered their page. */
    count: number;
    mean: number;
    p50: number;
    p90: number;
    p99: number;
    p999: number;
    /** The longest of the calls that were timed. */
    max: number;
}
export declare class Histogram {
    #private;
    /** To be asked before each call: whether this one is to be timed. */
    due(): boolean;
    /** Takes a time in. */
    record(milliseconds: number): void;
    summary(): LatencySummary;
}
/** What `stats().latency` says. */
export interface LatencyStats {
    /** Single stores and puts that kept their page. */
    store: LatencySummary;
    /** Single loads and gets that delivered their page. */
    load: LatencySummary;
}
/** The two verbs of a pool that are timed. */
export declare class Latency {
    readonly store: Histogram;
    readonly load: Histogram;
    stats(): LatencyStats;
}
