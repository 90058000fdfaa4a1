export declare class Payoff {
    #private;
    /** Whether stores are accepted. */
    accepting: boolean;
    /** Whether the store that is offered is to be refused. Counts it, if so. */
    refuses(): boolean;
    /** Counts a store that was made. True when it is to be judged, or skipped. */
    due(): boolean;
    /** The store that was to be judged found no room, which says nothing about its page: another one is, later. */
    skip(): void;
    /** A page of `raw` bytes keeps `kept` bytes for itself. */
    judge(raw: number, kept: number): void;
}
