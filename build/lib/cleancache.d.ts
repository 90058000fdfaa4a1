import { type StoreOptions } from "./options.js";
import type { ClientStats } from "./stats.js";
declare const dispose: typeof Symbol.dispose;
export declare class Cleancache {
    #private;
    /** For messages. */
    readonly name: string;
    /**
     * Begins a file system of this client's own and answers its number, by which this client calls it. Throws
     * ERR_SPILLWAY_OUT_OF_MEMORY when there is no room for its record.
     */
    initFs(): number;
    /**
     * Opens a file system that several clients share under a UUID. A UUID can be guessed, so it is not enough: whoever holds
     * the pool must have named this client in `pool.shareFs(uuid, clients)`, else ERR_SPILLWAY_FORBIDDEN is thrown. Its pages
     * are charged to the client that opened it first; when that one closes it, they go.
     */
    initSharedFs(uuid: string): number;
    /**
     * Offers a page of 1 to `pageSize` bytes. True: it is here now, and may be gone at any time. False: it is not, and neither
     * is an older one. `inode` is an integer from 0 to 2^53 - 1, or a bigint below 2^64; `index` is below 2^32. Options as for
     * `store` of a frontswap.
     */
    putPage(fs: number, inode: number | bigint, index: number, page: Uint8Array, options?: StoreOptions): boolean;
    /**
     * Writes the page into the start of `page` and answers true, or false when it is not here (any more). From a private file
     * system the page is then gone: the caller holds the only copy. Throws RangeError when `page` is shorter than what was put,
     * ERR_SPILLWAY_DAMAGED when the body is damaged; in both cases nothing is written or removed.
     */
    getPage(fs: number, inode: number | bigint, index: number, page: Uint8Array): boolean;
    /** Drops one page. True if it was here. */
    invalidatePage(fs: number, inode: number | bigint, index: number): boolean;
    /** Drops the pages of one inode. Answers how many were here. */
    invalidateInode(fs: number, inode: number | bigint): number;
    /**
     * Drops the pages of a file system and gives up its number. Answers how many were here. Of a shared one only this client's
     * part in it ends, unless it was the one that paid for the pages.
     */
    invalidateFs(fs: number): number;
    /** What this client has, did and may: nothing of others. */
    stats(): ClientStats;
    /** Lets `stats().peaks` begin anew with what is kept now. */
    resetPeaks(): void;
    /** Drops all pages of this client and forgets it. Later calls throw ERR_SPILLWAY_CLOSED; closing twice is fine. */
    close(): void;
    [dispose](): void;
}
/** A UUID in its usual form, in lower case. */
export declare function checkUuid(uuid: string): string;
/** Clients that may open a shared file system, checked. */
export declare function checkClients(clients: unknown): readonly Cleancache[];
export {};
