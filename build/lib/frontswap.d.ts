/**
 * frontswap.ts - a client whose pages persist: what was accepted stays until it is invalidated or overwritten.
 *
 * The verbs and their meaning are those of Linux frontswap (Documentation/vm/frontswap.rst, 2012 to 2023): a page
 * lives under (type, offset); a store may be refused for any reason at any time; an accepted page comes back byte
 * for byte; a store under a key that is taken either replaces the old page or removes it, so that stale bytes are
 * never seen.
 *
 * Ownership: arrays that are passed in are read or written before the call returns and never kept.
 */
import { type StoreOptions } from "./options.js";
import type { ClientStats } from "./stats.js";
declare const dispose: typeof Symbol.dispose;
/** Types are below this, as in the kernel's swap entries. */
export declare const TYPE_COUNT = 65536;
/** A page that a client has handed back. */
export interface ReturnedPage {
    type: number;
    offset: number;
    /** As long as it was when it was stored. */
    page: Uint8Array;
}
export declare class Frontswap {
    #private;
    /** For messages, and by which a client is claimed in a pool that was restored. */
    readonly name: string;
    /**
     * When true, `store` and `storeMany` keep the page and yet answer false, so that the host writes it to its own slow store as
     * well (the kernel's writethrough mode). May be set at any time; default false. The counters say what was done, not what was
     * answered: such a page counts as stored (succStores), as the kernel counts it. The mode would allow the pool to drop such
     * pages; it does not: they persist as all others.
     */
    writethrough: boolean;
    /**
     * When true, a load that succeeds also removes the page: the caller then holds the only copy (the kernel's
     * exclusive gets). So for `loadMany`. May be set at any time; default false.
     */
    exclusiveGets: boolean;
    /**
     * Opens area `type` (0..65,535). Stores to an area that was never opened, or was invalidated since, are refused.
     * Opening an open area changes nothing. Throws ERR_SPILLWAY_OUT_OF_MEMORY when there is no room for its record.
     */
    init(type: number): void;
    /**
     * Offers a page of 1 to `pageSize` bytes under (type, offset). True: it is kept, exactly, with its length. False:
     * it is not, and no older page is left under this key. (In writethrough mode always false.)
     *
     * `options.kind` says what stands in the page from its first byte on, little-endian. Its elements are then turned before they
     * are compressed. Loads of numbers take no longer than without, but two to three times as long where the page would have
     * been kept raw; those of pixels twice as long. `npm run bench:kinds` measures it on generated pages of 4 KiB, here as bodies that become smaller by:
     *
     *   "f64"   numbers that keep their size (heat on a grid 16 %), times (41 %), whole numbers (47 %). A trajectory gains 3 %,
     *           noise nothing; decimal fractions lose 22 %: say nothing of those
     *   "f32"   sound (20 %), coordinates of a mesh (19 %). Embeddings gain nothing
     *   "i32"   ascending ids (66 %), counts (42 %), indices (52 %), positions in a text (72 %)
     *   "rgba"  pixels of four bytes: images (with grain 25 %, rendered 42 %, a screenshot 48 %). Diagrams of few colours may lose
     *
     * It is a hint: a wrong one costs compression and never a byte of the page. A page that comes out too large is tried as if
     * nothing had been said. Any length will do; up to fifteen bytes at the end stay as they are. Equal pages share a body
     * whatever was said of each: the first of them decides how it is kept.
     */
    store(type: number, offset: number, page: Uint8Array, options?: StoreOptions): boolean;
    /**
     * Writes the page into the start of `page` and answers true; or false when it is not here. Bytes of `page` beyond
     * the stored length are left alone. Throws RangeError when `page` is shorter than what is stored (see
     * `pageLength`), ERR_SPILLWAY_DAMAGED when the body is damaged; in both cases nothing is written or removed.
     */
    load(type: number, offset: number, page: Uint8Array): boolean;
    /**
     * Stores many pages with one crossing per sixteen (of 4 KiB). `pages` is one array per page, or one array with
     * `pageSize` bytes for each. The options are those of all these pages. Answers, for each, what `store` would have.
     */
    storeMany(type: number, offsets: ArrayLike<number>, pages: Uint8Array | readonly Uint8Array[], options?: StoreOptions): boolean[];
    /**
     * Loads many pages; `pages` as for storeMany, to be written. Answers, for each, what `load` would have. Where `load`
     * would have thrown, the other pages are delivered first; the error then names the offsets that failed.
     */
    loadMany(type: number, offsets: ArrayLike<number>, pages: Uint8Array | readonly Uint8Array[]): boolean[];
    /** Length in bytes of the page under (type, offset), or 0 when it is not here. */
    pageLength(type: number, offset: number): number;
    /** Drops one page. True if there was one. */
    invalidatePage(type: number, offset: number): boolean;
    /** Drops every page of an area and closes it until `init(type)`. Answers how many pages there were. */
    invalidateArea(type: number): number;
    /** Pages in an area; 0 if it is not open. */
    currPages(type: number): number;
    /**
     * Hands pages back until at most `targetPages` are left in this client's areas (the kernel's frontswap_shrink, a partial
     * swapoff). Answers those pages: the caller then holds the only copies. They take room as arrays, so a client with many
     * pages is better shrunk bit by bit. Pages found damaged stay where they are.
     */
    shrink(targetPages: number): ReturnedPage[];
    /** What this client has, did and may: nothing of others. */
    stats(): ClientStats;
    /** Lets `stats().peaks` begin anew with what is kept now. */
    resetPeaks(): void;
    /** Drops all pages of this client and forgets it. Later calls throw ERR_SPILLWAY_CLOSED; closing twice is fine. */
    close(): void;
    [dispose](): void;
}
export declare function checkOffset(offset: number, what?: string): void;
export declare function checkBytes(what: string, value: Uint8Array): void;
export declare function checkPage(page: Uint8Array, pageSize: number): void;
export {};
