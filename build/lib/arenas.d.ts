/**
 * arenas.ts - the arenas of a pool, as one.
 *
 * A page lives in exactly one arena, with everything that belongs to it; any page may live in any arena. New pages go to
 * one of them, the current one, until it is full; a look-up asks the arenas in turn, first the one that answered last.
 * No structure here grows with the pages.
 *
 * Why more than one: linear memory never shrinks and ends at 4 GiB. Memory is given back by moving pages out of an arena
 * and letting go of all of it, and a pool that has filled up can do that only if the pages find room elsewhere. So the
 * first arena may take half of the pool, the next half of the rest, and so on: a pool that stays below half of its
 * limit has one arena and pays nothing for the others, and one that is full has four or five.
 *
 * Keeps: the memories of all arenas together stay within the limit: only one arena may grow at a time (#grant).
 */
import { type AreaHandle, Arena, type ClientCounters, type Inode, type Wide } from "./arena.js";
import { Diagnostics, type EvictMessage } from "./diagnostics.js";
import type { CheckedOptions } from "./options.js";
import { Peak } from "./peaks.js";
import { type PoolStats } from "./stats.js";
import { Workshop } from "./workshop.js";
/** What a client may be, checked. */
export interface ClientSettings {
    name: string;
    /** 0: the pages persist. */
    weight: number;
    maxBytes: number;
}
/** Outcomes of stores that come to no engine, beside those of Status: the pool does not pay at present; it keeps nothing. */
export declare const REFUSED_OFF = -101;
export declare const REFUSED_SHADOW = -102;
export declare class Arenas {
    #private;
    readonly pageSize: number;
    /** Bound of all linear memory, in bytes. */
    readonly maxBytes: number;
    /** Pages of one crossing. */
    readonly batch: number;
    readonly diagnostics: Diagnostics;
    /** While true stores are refused. Everything else goes on, moving and giving back as well. */
    frozen: boolean;
    /** `leastShare` in wasm pages: tests have several arenas in less memory. */
    constructor(module: WebAssembly.Module, options: CheckedOptions, leastShare?: number);
    /** The pool ends. Asked for zeroize, no byte of a page waits in memory for the collector. */
    close(): void;
    /** The arenas, in no order that means anything. */
    get list(): readonly Arena[];
    /** Whether stores compress. */
    get compress(): boolean;
    set compress(compress: boolean);
    /** Bound of linear memory in bytes: at most maxBytes. A lower one stops growth at once and takes nothing away. */
    get limitBytes(): number;
    set limitBytes(bytes: number);
    /**
     * Opens a client's account in every arena; `weight` 0 stands for pages that persist. False when there is no memory. `peak` is
     * the client's to keep; it is told here when what it knows may be wrong.
     */
    openClient(client: number, { name, weight, maxBytes: capBytes }: ClientSettings, peak: Peak): boolean;
    /** Changes the bytes that a client's bodies may have. Takes nothing away. */
    setCap(client: number, capBytes: number): void;
    /** Forgets a client whose areas are closed. */
    closeClient(client: number): void;
    clientCounters(client: number, split?: boolean): ClientCounters;
    /** Pages of a client, and the bytes that count against its cap. */
    clientHolds(client: number): {
        pages: number;
        bytes: number;
    };
    /** Lets ephemeral pages go until at most `bytes` are in use, or none is left. */
    evictTo(bytes: number, reason?: EvictMessage["reason"]): void;
    /** Opens an area in every arena; NO_AREA when there is no memory for its record. */
    openArea(client: number, type: number, scope: number): AreaHandle;
    /** Drops the pages of an area and closes it; the number is void. Answers how many there were. */
    invalidateArea(area: AreaHandle): number;
    currPages(area: AreaHandle): number;
    /** Stores a page of 1 to pageSize bytes. True when it is kept. */
    store(area: AreaHandle, offset: number, page: Uint8Array): boolean;
    /**
     * As store, a page of any PageKind, and answers the Status, or REFUSED_OFF or REFUSED_SHADOW. With an inode: a page of that file system, which is
     * ephemeral.
     */
    storeStatus(area: AreaHandle, offset: number, page: Uint8Array, kind: number, inode?: Inode): number;
    /** Fills the first bytes of the target with the page and answers its length; or a Status below 1. */
    load(area: AreaHandle, offset: number, target: Uint8Array, exclusive: boolean, inode?: Inode): number;
    /** Stores many pages, all of one PageKind. `statuses[i]` becomes what storeStatus would have answered for page i. */
    storeMany(area: AreaHandle, offsets: ArrayLike<number>, pages: readonly Uint8Array[], kind: number, statuses: number[]): void;
    /** Loads many pages. `statuses[i]` becomes the length of page i or a Status below 1. */
    loadMany(area: AreaHandle, offsets: ArrayLike<number>, targets: readonly Uint8Array[], exclusive: boolean, statuses: number[]): void;
    /** Length of a page, or 0 if it is not here. */
    pageLength(area: AreaHandle, offset: number): number;
    invalidatePage(area: AreaHandle, offset: number, inode?: Inode): boolean;
    /** Drops the pages of an inode of a file system. Answers how many there were. */
    invalidateInode(fs: AreaHandle, inode: Inode): number;
    /**
     * Takes up to `count` pages of an area out of the pool, in no order: each is handed to `take` and gone. A damaged page
     * stays, and so may those of its bucket of the directory. Answers how many there were.
     */
    takePages(area: AreaHandle, count: number, take: (offset: number, page: Uint8Array) => void): number;
    /** Pages kept in all arenas. */
    get pages(): number;
    /** Linear memory of all arenas and workshops, in bytes. */
    get reservedBytes(): number;
    /** Bytes in use in all arenas: what is occupied, less what is free inside slabs. */
    get liveBytes(): number;
    /** Linear memory of all arenas and workshops, in wasm pages. */
    get wasmPages(): number;
    /** Whether an arena could grow by so many wasm pages if it were the current one. */
    mayGrow(arena: Arena, wasmPages: number): boolean;
    /**
     * A new arena that can grow to `wasmPages`, to move another one's pages into. May go beyond a lowered limit, for the sake of
     * what is given back then, but not beyond maxBytes. None while an image is read.
     */
    tryAddTarget(wasmPages: number): Arena | undefined;
    /** A workshop, if the limit and the host have room for it: to train from so many pages, or, for 0, to encode only. */
    tryWorkshop(sample: number): Workshop | undefined;
    /** Lets go of a workshop. */
    closeWorkshop(workshop: Workshop): void;
    /** Whether dictionaries may be made: they keep pieces of pages. */
    get mayRecompress(): boolean;
    /** The scopes of open areas, and the pages that their clients have. */
    scopes(): Map<number, number>;
    /** A version that no dictionary has, or undefined. */
    freeVersion(): number | undefined;
    /** Forgets dictionaries by which no body is read. */
    forgetDictionaries(): void;
    /** Gives an arena a dictionary. One that is full may grow for it. False when there is no room for that either. */
    giveDictionary(arena: Arena, version: number, scope: number, dictionary: Uint8Array): boolean;
    /** Begins to empty `source`: first into `target`, which also takes new pages now, then into the others. */
    drain(source: Arena, target: Arena): void;
    /** Pages of `source` stay where they are, and it takes new ones again. */
    undrain(source: Arena): void;
    /** Moves one window of pages out of a draining arena; not while an image is read, whose walk would miss them. */
    move(source: Arena): "moved" | "empty" | "stuck";
    /** Lets go of a draining arena that is empty. Answers the bytes of its memory, and a reference that dies with it. */
    remove(source: Arena): {
        bytes: number;
        gone: WeakRef<ArrayBuffer>;
    };
    /**
     * Bytes of linear memory that could be given up without losing a page that persists: what is not in use, and the bodies that
     * no page which persists has. Where clients share bodies (scope 0) this counts too few rather than too many.
     */
    get freeableBytes(): number;
    resetPeaks(): void;
    resetClientPeaks(client: number): void;
    /** Whether stores and loads are timed. Turned on anew, or told to start afresh, it begins with no sample. */
    get histograms(): boolean;
    setHistograms(on: boolean, afresh: boolean): void;
    /** Counts work beside the host's, in milliseconds. */
    worked(ms: number): void;
    /** An image of the persistent pages as they are now. `maxHeldBytes` bounds what is held while it is read. */
    snapshot(maxHeldBytes: number): ReadableStream<Uint8Array>;
    /** The check of a frame of an image, behind a frame with the check `before`. */
    imageCheck(content: Uint8Array, kind: number, before: Wide): Wide;
    /**
     * Takes over pages of an image made under `seed`, prepared by preparePages. "full": there is no room for all of them;
     * "damaged": they contradict each other or what is here.
     */
    restore(pages: Uint8Array, seed: Wide): "restored" | "full" | "damaged";
    stats(): PoolStats;
    /** 0 when everything adds up in every arena, else the number of the first finding (assembly/audit.ts). */
    selfCheck(): number;
}
