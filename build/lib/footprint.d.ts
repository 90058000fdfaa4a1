/** Records and tables in bytes for each page and each body, as an arena of many pages has them. */
export declare const ENTRY_BYTES_NEEDED = 18;
export declare const BODY_BYTES_NEEDED = 29;
/** What is kept. Counts may be estimates, with fractions. */
export interface Kept {
    /** Pages, of those the ephemeral ones, and the inodes that have these. */
    pages: number;
    ephemeralPages: number;
    inodes: number;
    /** Bodies that can be found by their hash, same-filled ones among them, and all bodies. */
    indexed: number;
    bodies: number;
    /** Bytes of the slots of bodies (slotBytes), all, on average, and how far from that they are: their standard deviation. */
    slots: number;
    slotMean: number;
    slotDeviation: number;
    /** Bytes between them that were freed and not yet brought together (Holes). */
    holes: number;
}
/** Bytes that a body of this length takes in a slab. */
export declare function slotBytes(bytes: number): number;
export declare function blockBytes(pageSize: number): number;
/**
 * Holes that freed bodies leave, and what compaction leaves of them: a step for each body that is stored, while there are too
 * many. What a step gains is the holes in a block.
 */
export declare class Holes {
    #private;
    bytes: number;
    constructor(pageSize: number);
    /** Bodies with `slots` bytes of slots go. */
    add(slots: number): void;
    /** So many bodies come; all slots are then `slots` bytes. */
    compact(bodies: number, slots: number): void;
}
/** Bytes used beyond the fixed regions. */
export declare function footprint(pageSize: number, kept: Kept): number;
