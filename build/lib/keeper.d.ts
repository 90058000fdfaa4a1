/**
 * keeper.ts - the work that is done beside the host's: compaction, and giving memory back.
 *
 * All of it goes in steps of well below a millisecond, a slice of them at a time, and between slices the host runs. Stores
 * and loads go on all along. One verb works at a time; others wait for it.
 *
 * Giving back: the pages of one arena move into free room of the others, or, where these have too little, into a fresh arena
 * of the right size; then all of its memory is let go of. That is done as often as it gains something. Memory is the system's
 * again when the host's collector has run, which it sees no reason to do (linear memory is not on its books): so it is
 * given one (collect).
 *
 * Cost when there is nothing to do: one timer that looks at the statistics every ten seconds.
 */
import type { Arenas } from "./arenas.js";
import type { EvictMessage } from "./diagnostics.js";
import type { RecompressOptions, RecompressSettings, WorkOptions } from "./options.js";
/** The automatic policy looks this often, and acts on what three looks in a row have seen. */
export declare const LOOK_MS = 10000;
export declare class Keeper {
    #private;
    constructor(arenasOf: () => Arenas | undefined);
    /**
     * Brings the bodies of sparse slabs together, and where records and tables have outgrown the pages, moves these into a fresh
     * arena that fits beside theirs. Resolves with the bytes that are no longer used.
     */
    compact(options: WorkOptions, background?: boolean): Promise<number>;
    /**
     * Gives memory back until at most `targetBytes` are reserved, or until no move gains anything. Resolves with the bytes
     * by which the pool is smaller, when the host's collector has let go of them, or three seconds later.
     */
    shrink(targetBytes: number, options: WorkOptions, background?: boolean, reason?: EvictMessage["reason"]): Promise<number>;
    /** Compresses what waits in the nurseries. */
    settle(background?: boolean): Promise<void>;
    /**
     * Makes the bodies of pages dense that were not used for `minIdle` milliseconds. If nobody has looked for that long, it looks
     * now and waits. Resolves with the bytes that the bodies are smaller by.
     */
    recompress(options: RecompressOptions, background?: boolean): Promise<number>;
    /** Begins to look after the pool unasked. Ends by itself when the pool is closed or forgotten. */
    watch({ shrink, recompress }: {
        shrink: boolean;
        recompress: RecompressSettings | undefined;
    }): void;
}
