/**
 * sample.ts - a part of the pages that a pool would keep, followed in order to know about all of them.
 *
 * Two samples, as no single one knows both. By key: every page whose key's hash lies below a bound is followed; that tells
 * how many pages there are, their bytes, and how many are same-filled. By content: of every body whose page's hash lies below
 * another bound the pages are followed; that tells how many bodies there are and what they take, however often
 * each is shared. Both bounds begin at 1, everything; when a sample has become too large its bound goes down and what lies
 * above it is let go of (SHARDS: C. Waldspurger et al., FAST 2015, with fixed size). Until then the numbers are exact.
 *
 * A body of very many pages would fill the sample. So of each only some sixteen pages are followed: those whose keys end in
 * so many zero bits, one more for each doubling.
 *
 * Keeps: at most PAGES_MAX + LINKS_MAX pages and CONTENTS_MAX bodies; `npm run bench:shadow` prints what they take.
 * Cost:  a look at a byte for a page that is not followed.
 */
import type { AreaHandle, Inode } from "./arena.js";
import { Holes } from "./footprint.js";
/** A body. */
export interface Content {
    readonly hash: number;
    readonly raw: number;
    /** Bytes of the body; 0 for a same-filled page, which has none. */
    readonly stored: number;
    readonly filled: boolean;
    /** Pages that share it, so many, linked: those of its pages whose keys end in `level` zero bits. */
    first: Page | undefined;
    sharers: number;
    level: number;
}
/** A page. */
interface Page {
    readonly key: number;
    /** Hash of its body. */
    readonly hash: number;
    readonly area: AreaHandle;
    readonly bytes: number;
    readonly filled: boolean;
    /** Hash of its inode, or undefined. Pages of an inode are ephemeral, and linked. */
    readonly inode: number | undefined;
    before: Page | undefined;
    behind: Page | undefined;
    /** Whether it belongs to the sample by key. */
    byKey: boolean;
    /** Its body, if that belongs to the sample by content and this page is one of those followed for it; and the next of these. */
    content: Content | undefined;
    next: Page | undefined;
}
/** A page that comes, to be followed. */
export interface Arrival {
    area: AreaHandle;
    key: number;
    hash: number;
    inode: number | undefined;
    bytes: number;
    filled: boolean;
    content: Content | undefined;
}
/** What all pages come to. */
export interface Estimate {
    pages: number;
    sameFilledPages: number;
    ephemeralPages: number;
    inodes: number;
    /** Bodies that keep bytes. */
    bodies: number;
    /** Records of same-filled pages. */
    fills: number;
    raw: number;
    encoded: number;
    compressed: number;
    slots: number;
    slotMean: number;
    slotDeviation: number;
}
/** A hash of 53 bits from two of 32. */
export declare function hashOf(high: number, low: number): number;
export declare class Sample {
    #private;
    /** Room that bodies left, of all of them. */
    readonly holes: Holes;
    /** Most pages, ephemeral pages, bodies and same-filled records at a time: tables do not become less. */
    readonly peak: {
        pages: number;
        ephemeralPages: number;
        bodies: number;
        fills: number;
    };
    /** `seed`, two words that nobody knows, keeps hosts from choosing what is followed. */
    constructor(pageSize: number, seed: readonly [number, number]);
    /** Part of all pages, and of all bodies, that is followed. */
    get keyRate(): number;
    get contentRate(): number;
    /** Pages and bodies that are followed. */
    get pages(): number;
    get contents(): number;
    inodeHash(area: AreaHandle, { low, high }: Inode): number;
    keyHash(area: AreaHandle, offset: number, inode?: Inode): number;
    /** Whether a page with this key, or a body with this hash, is to be followed. */
    wantsKey(key: number): boolean;
    wantsContent(hash: number): boolean;
    contentOf(hash: number): Content | undefined;
    /** Whether a page with this key is there, as the sample by key knows: undefined when that does not follow it. */
    has(key: number): boolean | undefined;
    /** A body that is not followed yet. Its first page is still to come. */
    addContent(hash: number, raw: number, stored: number, filled: boolean): Content;
    /** Follows a page whose key is not followed, for the sample by key, or for its body's sake, or both. */
    add({ area, key, hash, inode, bytes, filled, content }: Arrival): void;
    /** Forgets the page with this key. */
    forget(key: number): void;
    forgetInode(inode: number): void;
    /** Bound: the pages that are followed. */
    forgetArea(area: AreaHandle): void;
    /** What all pages come to, without a walk: each number from one sample alone. */
    quick(): {
        pages: number;
        raw: number;
        ephemeralPages: number;
        bodies: number;
        slots: number;
        fills: number;
    };
    /**
     * What all pages come to. Bound: the pages and bodies that are followed.
     *
     * Bodies that very many pages have would make the sample by content say anything about pages. They are known from the other
     * one, where they are found again and again; all others are estimated together.
     */
    estimate(): Estimate;
}
export {};
