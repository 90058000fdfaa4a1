import type { Arenas } from "./arenas.js";
import type { Worker } from "./slices.js";
export declare class Recompressor {
    #private;
    /**
     * Recodes every page that could be denser, of those not used since the last marking if `idle`. Answers the bytes saved.
     * Memory that was let go of is added to `gone`.
     */
    run(arenasOf: () => Arenas | undefined, worker: Worker, idle: boolean, gone: WeakRef<ArrayBuffer>[]): Promise<number>;
    /** Gives up a training that is not done, and its memory. */
    giveUp(arenas: Arenas | undefined, gone: WeakRef<ArrayBuffer>[]): void;
}
