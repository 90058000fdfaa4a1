import type { AreaHandle, Arena, Wide } from "./arena.js";
import { type ImageArea, type ImageClient, type Preamble } from "./image.js";
/** What an image says of its pool beside the pages. */
export interface SnapshotFacts extends Preamble {
    seed: Wide;
    clients: readonly ImageClient[];
    areas: readonly ImageArea[];
}
export declare class Snapshot {
    #private;
    readonly stream: ReadableStream<Uint8Array>;
    constructor(facts: SnapshotFacts, arenas: readonly Arena[], maxHeldBytes: number);
    /** Whether it needs to be told of changes. */
    get live(): boolean;
    /** Before a page is stored, replaced or removed. */
    changing(area: AreaHandle, offset: number): void;
    /** Before an area is dropped. Its pages need not be remembered: what is stored under its number later is told one by one. */
    changingArea(area: AreaHandle): void;
    /** Ends the stream with an error, now. */
    fail(error: Error): void;
}
