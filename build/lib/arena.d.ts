import type { WasmSource } from "./options.js";
/** What the module exports besides the numbers of abi.ts. A test compares the names with the module's. */
export interface EngineExports {
    memory: WebAssembly.Memory;
    init(pageBytes: number, limitWasmPages: number, flags: number, seedLow: number, seedHigh: number): number;
    set_flags(flags: number): void;
    set_limits(limitWasmPages: number, acceptBytes: number): void;
    set_nursery(pages: number): void;
    settle(count: number): number;
    is_full(): number;
    live_bytes(): number;
    open_client(client: number, weight: number): number;
    set_client(client: number, weight: number, capBytes: number): void;
    close_client(client: number): void;
    client_stats(client: number, split: number): void;
    reset_client_peaks(client: number): void;
    evict(bytes: number): number;
    evict_of(client: number, bytes: number): void;
    open_area(area: number, client: number, type: number, scope: number): number;
    store_page(area: number, offset: number, bytes: number, kind: number): number;
    load_page(area: number, offset: number, room: number, exclusive: number): number;
    store_many(area: number, from: number, count: number, kind: number): number;
    load_many(area: number, count: number, exclusive: number): void;
    put_page(fs: number, inodeLow: number, inodeHigh: number, index: number, bytes: number, kind: number): number;
    get_page(fs: number, inodeLow: number, inodeHigh: number, index: number, room: number, exclusive: number): number;
    invalidate_inode_page(fs: number, inodeLow: number, inodeHigh: number, index: number): number;
    supersede_inode_page(fs: number, inodeLow: number, inodeHigh: number, index: number): number;
    invalidate_inode(fs: number, inodeLow: number, inodeHigh: number): number;
    page_length(area: number, offset: number): number;
    invalidate_page(area: number, offset: number): number;
    supersede_page(area: number, offset: number): number;
    invalidate_area(area: number): number;
    curr_pages(area: number): number;
    find_page(area: number, from: number): number;
    hash_page(scope: number, bytes: number): number;
    measure_page(bytes: number, kind: number): number;
    kept_bytes(area: number, offset: number): number;
    kept_inode_bytes(fs: number, inodeLow: number, inodeHigh: number, index: number): number;
    used_bytes(): number;
    compact(steps: number): number;
    trim(): number;
    parcels_bucket(from: number): number;
    parcels_pack(from: number): number;
    parcels_unpack(bytes: number): number;
    parcels_drop(bytes: number): void;
    reset_peaks(): void;
    image_buckets(): number;
    image_pack(from: number, skip: number, buckets: number, area: number): number;
    image_page(area: number, offset: number, from: number, buckets: number): number;
    image_unpack(bytes: number, seedLow: number, seedHigh: number): number;
    image_check(bytes: number, kind: number, seedLow: number, seedHigh: number): void;
    dictionary_add(version: number, scope: number, bytes: number): number;
    dictionary_copy(version: number): number;
    dictionary_next(after: number): number;
    dictionary_forget(version: number): number;
    rested_mark(frame: number, frames: number): number;
    rested_next(from: number, skip: number, idle: number, scope: number): number;
    rested_keep(bytes: number): number;
    workshop_wasm_pages(pageBytes: number, sample: number): number;
    workshop_open(pageBytes: number, sample: number): number;
    workshop_sample(index: number): void;
    workshop_train(version: number, pages: number): void;
    workshop_step(steps: number): number;
    workshop_use(bytes: number): number;
    workshop_encode(bytes: number, limit: number): number;
    stats_refresh(): void;
    self_check(): number;
}
/** Number of an area, the same in every arena of a pool. 0 is no area: stores to it are refused, loads miss. */
export type AreaHandle = number & {
    readonly brand: "AreaHandle";
};
export declare const NO_AREA: AreaHandle;
/** Numbers of areas are below this (AREA_NUMBER_MAX of the engine). */
export declare const AREA_HANDLE_MAX: number;
/** Number of an inode of a file system, in two halves of 32 bits. */
export interface Inode {
    low: number;
    high: number;
}
/** 64 bits in two halves, the low one first: a seed, or the check of a frame of an image. */
export type Wide = readonly [number, number];
/** What a client has in an arena. */
export interface ClientCounters {
    pages: number;
    /** Bytes of its bodies; where clients share bodies, those of every page of it. */
    charged: number;
    /** Its part of the bodies: of each, the bytes over the sharers. */
    part: number;
    evictedPages: number;
    evictedBytes: number;
    /** The most pages and charged bytes that it had here. */
    peakPages: number;
    peakCharged: number;
}
/** A dictionary that an arena has. */
export interface DictionaryRow {
    version: number;
    scope: number;
    /** Bodies that are read by it. */
    bodies: number;
}
/** What is the same for all arenas of a pool. */
export interface ArenaSettings {
    pageSize: number;
    /** Settings as bits: FLAG_ of abi.ts. */
    flags: number;
    /** Pages that may wait in the nursery, 0 for none. */
    nurseryPages: number;
    /** Two words from which the secret of the page hash is drawn. */
    seed: Wide;
}
/** Wasm pages that a dictionary takes at most: a block of sixteen pages and its header, wherever it begins. */
export declare function dictionaryWasmPages(pageSize: number): number;
/** The module of a source; the package's own is compiled once, when it is first asked for. */
export declare function compileSync(source: WasmSource | undefined): WebAssembly.Module;
/** As compileSync, off the calling thread; browsers allow no other way for larger modules. */
export declare function compile(source: WasmSource | undefined): Promise<WebAssembly.Module>;
export declare class Arena {
    #private;
    readonly pageSize: number;
    /** Wasm pages beyond which it can never be allowed to grow. */
    readonly shareWasmPages: number;
    /** Pages that fit the window: the most that storeMany and loadMany take at once. */
    readonly batch: number;
    /** True while its pages move out: it takes no new ones. */
    draining: boolean;
    /**
     * An arena that may in time grow to `shareWasmPages`. Throws ERR_SPILLWAY_OUT_OF_MEMORY when the host has no memory for
     * its first block.
     */
    constructor(module: WebAssembly.Module, settings: ArenaSettings, shareWasmPages: number);
    /** The engine itself, for tests and microbenchmarks. */
    get engine(): EngineExports;
    /** Linear memory that it has taken from the system, in wasm pages. */
    get wasmPages(): number;
    setFlags(flags: number): void;
    /** Bounds growth to `limitWasmPages`; `acceptBytes` must be free before it accepts again once it was full. */
    setLimits(limitWasmPages: number, acceptBytes: number): void;
    /** Whether it refuses bodies, having found no room for one. */
    get full(): boolean;
    /** Bytes in use: what is occupied, less what is free inside slabs. */
    get liveBytes(): number;
    /** Pages kept here. */
    get pages(): number;
    /** Pages evicted here so far, modulo 2^32. */
    get evictedLow(): number;
    /** Opens a client's account; `weight` 0 stands for pages that persist. False when there is no memory for it. */
    openClient(client: number, weight: number): boolean;
    /** Sets a client's weight, and the bytes that its bodies may have here. */
    setClient(client: number, weight: number, capBytes: number): void;
    /** Forgets a client whose areas are closed. */
    closeClient(client: number): void;
    /** Adds what a client has here to a sum: pages, and the bytes charged. */
    addClient(client: number, sum: {
        pages: number;
        bytes: number;
    }): void;
    /** `split` asks for its part of bodies that clients share, which takes a walk over all pages. */
    clientCounters(client: number, split: boolean): ClientCounters;
    /** What a client has here is the most that it had. */
    resetClientPeaks(client: number): void;
    /** What is here now is the most that there was. */
    resetPeaks(): void;
    /** Lets ephemeral pages go until `bytes` more are free, or none is left. Answers how many bytes that made. */
    evict(bytes: number): number;
    /** Lets a client's ephemeral pages go until it is charged `bytes` less, or has none left. */
    evictOf(client: number, bytes: number): void;
    /** Opens an area under a number that is free. False when there is no memory for its record. */
    openArea(area: AreaHandle, client: number, type: number, scope: number): boolean;
    /** Stores a page of 1 to pageSize bytes, a PageKind; with an inode, one of that file system. Answers a Status. */
    store(area: AreaHandle, offset: number, page: Uint8Array, kind: number, inode?: Inode): number;
    /** Fills the first bytes of the target with the page and answers its length; or a Status below 1. */
    load(area: AreaHandle, offset: number, target: Uint8Array, exclusive: boolean, inode?: Inode): number;
    /**
     * Stores pages `from` to `to` - 1, at most `batch`, all of one PageKind. `statuses[i]` becomes the Status of page i. Ends behind a page that
     * found no room; answers the index of the first page that was not offered.
     */
    storeBatch(area: AreaHandle, offsets: ArrayLike<number>, pages: readonly Uint8Array[], from: number, to: number, kind: number, statuses: number[]): number;
    /** Loads `count` pages, at most `batch`. `statuses[from + i]` is the length of the page or a Status below 1. */
    loadBatch(area: AreaHandle, offsets: ArrayLike<number>, targets: readonly Uint8Array[], from: number, count: number, exclusive: boolean, statuses: number[]): void;
    /** Length of a page, or 0 if it is not here. */
    pageLength(area: AreaHandle, offset: number): number;
    invalidatePage(area: AreaHandle, offset: number, inode?: Inode): boolean;
    /** Drops the pages of an inode of a file system. Answers how many there were. */
    invalidateInode(fs: AreaHandle, { low, high }: Inode): number;
    /** Removes the page of a key that is about to be stored in another arena. */
    supersede(area: AreaHandle, offset: number, inode?: Inode): void;
    /** Drops the pages of an area and closes it; the number is void. Answers how many there were. */
    invalidateArea(area: AreaHandle): number;
    currPages(area: AreaHandle): number;
    /**
     * A page of an area in bucket `from` of the directory or behind it: its offset, and the bucket from which to look on.
     * Undefined when there is none.
     */
    findPage(area: AreaHandle, from: number): {
        offset: number;
        next: number;
    } | undefined;
    /** Bytes occupied: fixed regions, records, tables, slabs. */
    get usedBytes(): number;
    /** Bytes of the pages kept, less those occupied: below 0 in an arena that keeps next to nothing. */
    get savedBytes(): number;
    /**
     * Takes a page into the window and tells its hash, two words, as a store to an area of this scope would take it, and whether it
     * is same-filled. Keeps nothing else of it.
     */
    hashPage(page: Uint8Array, scope: number): {
        high: number;
        low: number;
        filled: boolean;
    };
    /** Bytes of the body that a store would keep for the page in the window, of a PageKind; negative when it is poor. */
    measurePage(bytes: number, kind: number): number;
    /** Asked for zeroize, overwrites the first `bytes` bytes of the window. */
    wipeWindow(bytes?: number): void;
    /** Bytes kept for a page alone, 0 when it needs none of its own; -1 when it is not here. */
    keptBytes(area: AreaHandle, offset: number, inode?: Inode): number;
    /** Up to `steps` steps of compaction, a block of bytes each. Answers how many there was a use for. */
    compact(steps: number): number;
    /**
     * Where the host has `Memory.prototype.discard` (WebAssembly's memory control proposal): gives the system what lies
     * unused at the end of this memory, which keeps its size.
     */
    discard(): void;
    /** Encodes up to `count` pages that wait in the nursery. Answers how many. */
    settle(count: number): number;
    /** Packs some pages into the window, for another arena. Answers the bytes, 0 when there are no pages left. */
    pack(): number;
    /** Takes over what `source` has packed. Answers how many of the bytes there was room for; `source` must drop those. */
    unpack(source: Arena, bytes: number): number;
    /** Forgets the pages in the first `bytes` bytes of the window: another arena has them now. */
    drop(bytes: number): void;
    /** The dictionaries that it has. */
    dictionaries(): DictionaryRow[];
    /** A copy of a dictionary, or undefined. */
    dictionary(version: number): Uint8Array | undefined;
    /** Takes in a dictionary. False when there is no memory for it, or its version is taken. */
    addDictionary(version: number, scope: number, dictionary: Uint8Array): boolean;
    /** False when there is none, or bodies are read by it. */
    forgetDictionary(version: number): boolean;
    /** Marks bodies as idle, those of some frames of records from `frame` on. Answers where to go on, or 0 after the last. */
    markIdle(frame: number, frames: number): number;
    /**
     * Looks for a page of a scope that could be denser, from bucket `from` of the directory on, for a moment; the first `skip` of
     * that bucket are passed over. `next` is the bucket
     * from which to look on, undefined at the end. `page`, to be read before the next call, is one that was found: to be answered
     * by keepDense or left alone.
     */
    findRested(from: number, idle: boolean, scope: number, skip?: number): {
        next: number | undefined;
        page: Uint8Array | undefined;
        limit: number;
    };
    /** Keeps the page that was found last as this dense block, or for good as it is if there is none. Answers the bytes saved. */
    keepDense(block: Uint8Array | undefined): number;
    /** Begins, or gives up, moving its pages out. */
    drain(draining: boolean): void;
    /** Buckets of the directory: a walk for an image is over those that there are when it begins. */
    imageBuckets(): number;
    /**
     * Packs persistent pages into the window, for an image: those of bucket `from` of `buckets` and behind, but for the first
     * `skip` of them; only those of one area, if one is given. Answers the bytes and where to go on.
     */
    imagePack(from: number, skip: number, buckets: number, area?: AreaHandle): {
        bytes: number;
        from: number;
        skip: number;
    };
    /** Packs one page, if it is here, persists, and stands in bucket `from` of `buckets` or behind. Answers the bytes or 0. */
    imagePage(area: AreaHandle, offset: number, from?: number, buckets?: number): number;
    /**
     * Takes over pages of an image that was made under `seed`. Answers the bytes of those it took, and STORED when that is all or
     * why it did not take the next one: FULL; MISS, it has the body of a page that is not here; DAMAGED.
     */
    imageUnpack(pages: Uint8Array, [low, high]: Wide): {
        bytes: number;
        status: number;
    };
    /** The check of a frame of an image whose first `bytes` bytes stand in the window, behind a frame with the check `before`. */
    imageCheck(bytes: number, kind: number, [low, high]: Wide): Wide;
    /** Pages and the slack behind them, for who packs an image. Good until the next call. */
    get window(): Uint8Array;
    /** Counters and gauges as the engine keeps them: the word at byte offset STAT_X is at index STAT_X / 8. */
    counters(): Float64Array;
    /** Reachable only through the engine: tells when the host has collected the memory of an arena that was dropped. */
    watch(): WeakRef<ArrayBuffer>;
    /** 0 when everything adds up, else the number of the first finding (assembly/audit.ts). */
    selfCheck(): number;
    /** Overwrites all of its memory, also that of an arena that has trapped. It can do nothing afterwards. */
    wipeAll(): void;
}
/** Instantiates a module after comparing its layout with the one this facade was built for. */
export declare function start(module: WebAssembly.Module): EngineExports;
/** Throws what a load's status below 1 stands for, if it stands for trouble. */
export declare function throwTrouble(status: number, type: number, offset: number, room: number): void;
