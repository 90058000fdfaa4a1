/**
 * restore.ts - reads an image and makes of it clients and pages of a pool that nobody has seen yet.
 *
 * A frame at a time: its check, then its contents, then the next is asked for. Nothing is done by what an image says that its
 * check does not cover, and nothing is made by a length or number before it has been compared with its bound. The first thing that
 * is wrong ends the work; the caller then lets go of the pool.
 *
 * Cost: one frame, and what the source hands over at a time.
 */
import type { AreaHandle } from "./arena.js";
import type { Arenas } from "./arenas.js";
import { type ImageClient, type Preamble } from "./image.js";
import type { ImageSource } from "./options.js";
/** Cuts what a source yields into the pieces that are asked for. Holds one of its chunks. */
export declare class Feed {
    #private;
    constructor(source: ImageSource, signal: AbortSignal | undefined);
    /** The next `bytes` bytes, or fewer when the source ends. Not the caller's to change. */
    take(bytes: number): Promise<Uint8Array>;
    /** Tells the source that no more will be asked for, and why. What it says to that is nobody's to hear. */
    cancel(reason: unknown): Promise<void>;
}
/** Opens a client with these areas, which are opened for it later. */
type OpenClient = (client: ImageClient, areas: Map<number, AreaHandle>) => {
    client: number;
    scope: number;
};
/** Reads what follows a preamble into `arenas`, which are empty. Rejects when it is not whole, or does not fit. */
export declare function restoreImage(feed: Feed, arenas: Arenas, preamble: Preamble, openClient: OpenClient): Promise<void>;
export {};
