/**
 * peaks.ts - the highest values that two gauges had, which are sums over several arenas.
 *
 * Each arena keeps its own peaks, and where there is one arena nothing is done here. A peak of the sum is no sum of peaks, so
 * with several the sum is looked at after stores. Gauges rise by stores, a page and a bounded number of bytes at a time: after a
 * look it is known how many stores cannot make a new peak, and those only count down. Whatever else makes a gauge rise (an
 * area's record, pages that move) asks for a look at the next store.
 */
export declare class Peak {
    #private;
    /** The highest numbers known, each for itself. */
    pages: number;
    bytes: number;
    /** `stepBytes`: the most by which one store can raise the bytes. */
    constructor(stepBytes: number);
    /** To be asked after each page stored: whether the sums must be looked at. */
    due(): boolean;
    /** Takes the sums in, as they stand after a store. */
    see(pages: number, bytes: number): void;
    /** Takes in what is known from elsewhere. */
    raise(pages: number, bytes: number): void;
    /** The next store must look. */
    doubt(): void;
    /** No store need look until there is a doubt. */
    rest(): void;
    /** Forgets what was: these are the peaks now. */
    reset(pages: number, bytes: number): void;
}
