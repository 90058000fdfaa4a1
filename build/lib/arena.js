/**
 * arena.ts - one engine: one wasm instance over one linear memory.
 *
 * The only file that knows the border. It copies pages into and out of the window, calls the exports (names in
 * snake_case), renews its views when memory has grown, and turns a trap into an error. It checks no argument:
 * its callers have.
 *
 * Cost of a store or load beside the engine's own: one copy of the page and one call.
 */
import { instantiateSync } from "@assemblyscript/loader";
import * as abi from "./abi.js";
import { engineBytes } from "./engine_bytes.js";
import { SpillwayError, SpillwayRangeError } from "./errors.js";
export const NO_AREA = 0;
/** Numbers of areas are below this (AREA_NUMBER_MAX of the engine). */
export const AREA_HANDLE_MAX = 2 ** 20;
const { Status } = abi;
const ROW_WORDS = abi.ROW_BYTES / 4;
const ROW_OFFSET = abi.ROW_OFFSET_AT / 4;
const ROW_ROOM = abi.ROW_BYTES_AT / 4;
const ROW_STATUS = abi.ROW_STATUS_AT / 4;
/** Dictionaries for which an arena may grow beyond its share. */
const DICTIONARIES_MOST = 16;
/** Wasm pages that a dictionary takes at most: a block of sixteen pages and its header, wherever it begins. */
export function dictionaryWasmPages(pageSize) {
    return Math.ceil((17 * pageSize) / abi.WASM_PAGE_BYTES);
}
let inlined;
/** The module of a source; the package's own is compiled once, when it is first asked for. */
export function compileSync(source) {
    if (source instanceof WebAssembly.Module)
        return source;
    try {
        if (source !== undefined)
            return new WebAssembly.Module(source);
        inlined ??= new WebAssembly.Module(engineBytes());
        return inlined;
    }
    catch (cause) {
        throw blocked(cause);
    }
}
/** As compileSync, off the calling thread; browsers allow no other way for larger modules. */
export async function compile(source) {
    if (source instanceof WebAssembly.Module)
        return source;
    try {
        if (source !== undefined)
            return await WebAssembly.compile(source);
        inlined ??= await WebAssembly.compile(engineBytes());
        return inlined;
    }
    catch (cause) {
        throw blocked(cause);
    }
}
function blocked(cause) {
    return new SpillwayError("ERR_SPILLWAY_WASM_BLOCKED", "the engine could not be compiled. Under a Content-Security-Policy add 'wasm-unsafe-eval' to script-src: " +
        (cause instanceof Error ? cause.message : String(cause)), { cause });
}
export class Arena {
    pageSize;
    /** Wasm pages beyond which it can never be allowed to grow. */
    shareWasmPages;
    /** Pages that fit the window: the most that storeMany and loadMany take at once. */
    batch;
    /** True while its pages move out: it takes no new ones. */
    draining = false;
    #engine;
    #zeroize;
    #fault;
    /** Pages and the slack behind them. */
    #window;
    /** The first page of the window. Its length is 0 once memory has grown: time to renew the views. */
    #page;
    #rows;
    /** Counters and gauges that the engine keeps up to date, two words each, the lower first. */
    #stats;
    /** No bucket of the directory below this has an entry, while the arena is draining. */
    #bucket = 0;
    /**
     * An arena that may in time grow to `shareWasmPages`. Throws ERR_SPILLWAY_OUT_OF_MEMORY when the host has no memory for
     * its first block.
     */
    constructor(module, settings, shareWasmPages) {
        this.pageSize = settings.pageSize;
        this.shareWasmPages = shareWasmPages;
        this.batch = abi.WINDOW_BYTES / settings.pageSize;
        this.#zeroize = (settings.flags & abi.FLAG_ZEROIZE) !== 0;
        this.#engine = start(module);
        const [low, high] = settings.seed;
        // Beyond its share it may grow for dictionaries, when that is asked for.
        const most = shareWasmPages + DICTIONARIES_MOST * dictionaryWasmPages(settings.pageSize);
        const limit = Math.min(most, abi.MEMORY_WASM_PAGES_MAX);
        if (!this.#engine.init(settings.pageSize, limit, settings.flags, low, high)) {
            throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", `the host gave no memory for the first block of an arena of ${shareWasmPages * abi.WASM_PAGE_BYTES} bytes`);
        }
        this.#engine.set_nursery(settings.nurseryPages);
        this.#window = this.#page = new Uint8Array();
        this.#rows = new Int32Array();
        this.#stats = new Uint32Array();
        this.#renew();
    }
    /** The engine itself, for tests and microbenchmarks. */
    get engine() {
        return this.#engine;
    }
    /** Linear memory that it has taken from the system, in wasm pages. */
    get wasmPages() {
        return this.#engine.memory.buffer.byteLength / abi.WASM_PAGE_BYTES;
    }
    setFlags(flags) {
        this.#ready();
        this.#call(() => this.#engine.set_flags(flags));
    }
    /** Bounds growth to `limitWasmPages`; `acceptBytes` must be free before it accepts again once it was full. */
    setLimits(limitWasmPages, acceptBytes) {
        this.#ready();
        this.#call(() => this.#engine.set_limits(limitWasmPages, acceptBytes));
    }
    /** Whether it refuses bodies, having found no room for one. */
    get full() {
        this.#ready();
        return this.#call(() => this.#engine.is_full()) === 1;
    }
    /** Bytes in use: what is occupied, less what is free inside slabs. */
    get liveBytes() {
        this.#ready();
        return this.#call(() => this.#engine.live_bytes()) >>> 0;
    }
    /** Pages kept here. */
    get pages() {
        return this.#statLow(abi.STAT_STORED_PAGES);
    }
    /** Pages evicted here so far, modulo 2^32. */
    get evictedLow() {
        return this.#statLow(abi.STAT_EVICTED);
    }
    /** The lower half of a statistic that the engine keeps up to date. Also of an arena that has trapped. */
    #statLow(stat) {
        if (this.#stats.length === 0)
            this.#renew();
        return this.#stats[stat / 4];
    }
    /** Opens a client's account; `weight` 0 stands for pages that persist. False when there is no memory for it. */
    openClient(client, weight) {
        this.#ready();
        return this.#call(() => this.#engine.open_client(client, weight)) === 1;
    }
    /** Sets a client's weight, and the bytes that its bodies may have here. */
    setClient(client, weight, capBytes) {
        this.#ready();
        const cap = Math.max(0, Math.min(capBytes, 2 ** 32 - 1));
        this.#call(() => this.#engine.set_client(client, weight, cap));
    }
    /** Forgets a client whose areas are closed. */
    closeClient(client) {
        this.#ready();
        this.#call(() => this.#engine.close_client(client));
    }
    /** Adds what a client has here to a sum: pages, and the bytes charged. */
    addClient(client, sum) {
        this.#ready();
        this.#call(() => this.#engine.client_stats(client, 0));
        this.#ready();
        sum.pages += this.#rows[0] >>> 0;
        sum.bytes += this.#rows[1] >>> 0;
    }
    /** `split` asks for its part of bodies that clients share, which takes a walk over all pages. */
    clientCounters(client, split) {
        this.#ready();
        this.#call(() => this.#engine.client_stats(client, split ? 1 : 0));
        this.#ready();
        const view = new DataView(this.#rows.buffer, this.#rows.byteOffset);
        return {
            pages: view.getUint32(0, true),
            charged: view.getUint32(4, true),
            part: view.getFloat64(24, true),
            evictedPages: Number(view.getBigUint64(8, true)),
            evictedBytes: Number(view.getBigUint64(16, true)),
            peakPages: view.getUint32(32, true),
            peakCharged: view.getUint32(36, true),
        };
    }
    /** What a client has here is the most that it had. */
    resetClientPeaks(client) {
        this.#ready();
        this.#call(() => this.#engine.reset_client_peaks(client));
    }
    /** What is here now is the most that there was. */
    resetPeaks() {
        this.#ready();
        this.#call(() => this.#engine.reset_peaks());
    }
    /** Lets ephemeral pages go until `bytes` more are free, or none is left. Answers how many bytes that made. */
    evict(bytes) {
        this.#ready();
        return this.#call(() => this.#engine.evict(Math.min(bytes, 2 ** 32 - 1))) >>> 0;
    }
    /** Lets a client's ephemeral pages go until it is charged `bytes` less, or has none left. */
    evictOf(client, bytes) {
        this.#ready();
        this.#call(() => this.#engine.evict_of(client, bytes));
    }
    /** Opens an area under a number that is free. False when there is no memory for its record. */
    openArea(area, client, type, scope) {
        this.#ready();
        return this.#call(() => this.#engine.open_area(area, client, type, scope)) === 1;
    }
    /** Stores a page of 1 to pageSize bytes, a PageKind; with an inode, one of that file system. Answers a Status. */
    store(area, offset, page, kind, inode) {
        this.#ready();
        this.#page.set(page);
        let status;
        try {
            status =
                inode === undefined
                    ? this.#engine.store_page(area, offset, page.length, kind)
                    : this.#engine.put_page(area, inode.low, inode.high, offset, page.length, kind);
        }
        catch (cause) {
            throw this.#poison(cause);
        }
        if (this.#zeroize)
            this.#wipe(page.length);
        return status;
    }
    /** Fills the first bytes of the target with the page and answers its length; or a Status below 1. */
    load(area, offset, target, exclusive, inode) {
        this.#ready();
        let bytes;
        const alone = exclusive ? 1 : 0;
        try {
            bytes =
                inode === undefined
                    ? this.#engine.load_page(area, offset, target.length, alone)
                    : this.#engine.get_page(area, inode.low, inode.high, offset, target.length, alone);
        }
        catch (cause) {
            throw this.#poison(cause);
        }
        if (bytes === this.pageSize)
            target.set(this.#page);
        else if (bytes > 0)
            target.set(this.#page.subarray(0, bytes));
        if (this.#zeroize)
            this.#wipe(this.pageSize);
        return bytes;
    }
    /**
     * Stores pages `from` to `to` - 1, at most `batch`, all of one PageKind. `statuses[i]` becomes the Status of page i. Ends behind a page that
     * found no room; answers the index of the first page that was not offered.
     */
    storeBatch(area, offsets, pages, from, to, kind, statuses) {
        this.#ready();
        for (let i = 0; i < to - from; i++) {
            const page = pages[from + i];
            this.#window.set(page, i * this.pageSize);
            this.#row(i, offsets[from + i], page.length);
        }
        const done = this.#call(() => this.#engine.store_many(area, 0, to - from, kind));
        this.#ready();
        for (let i = 0; i < done; i++)
            statuses[from + i] = this.#status(i);
        if (this.#zeroize)
            this.#wipe(abi.WINDOW_BYTES);
        return from + done;
    }
    /** Loads `count` pages, at most `batch`. `statuses[from + i]` is the length of the page or a Status below 1. */
    loadBatch(area, offsets, targets, from, count, exclusive, statuses) {
        this.#ready();
        for (let i = 0; i < count; i++)
            this.#row(i, offsets[from + i], targets[from + i].length);
        this.#call(() => this.#engine.load_many(area, count, exclusive ? 1 : 0));
        for (let i = 0; i < count; i++) {
            const bytes = this.#status(i);
            statuses[from + i] = bytes;
            const at = i * this.pageSize;
            if (bytes > 0)
                targets[from + i].set(this.#window.subarray(at, at + bytes));
        }
        if (this.#zeroize)
            this.#wipe(abi.WINDOW_BYTES);
    }
    /** Length of a page, or 0 if it is not here. */
    pageLength(area, offset) {
        this.#ready();
        return this.#call(() => this.#engine.page_length(area, offset));
    }
    invalidatePage(area, offset, inode) {
        this.#ready();
        return (this.#call(() => inode === undefined
            ? this.#engine.invalidate_page(area, offset)
            : this.#engine.invalidate_inode_page(area, inode.low, inode.high, offset)) === 1);
    }
    /** Drops the pages of an inode of a file system. Answers how many there were. */
    invalidateInode(fs, { low, high }) {
        this.#ready();
        return this.#call(() => this.#engine.invalidate_inode(fs, low, high)) >>> 0;
    }
    /** Removes the page of a key that is about to be stored in another arena. */
    supersede(area, offset, inode) {
        this.#ready();
        try {
            if (inode === undefined)
                this.#engine.supersede_page(area, offset);
            else
                this.#engine.supersede_inode_page(area, inode.low, inode.high, offset);
        }
        catch (cause) {
            throw this.#poison(cause);
        }
    }
    /** Drops the pages of an area and closes it; the number is void. Answers how many there were. */
    invalidateArea(area) {
        this.#ready();
        return this.#call(() => this.#engine.invalidate_area(area)) >>> 0;
    }
    currPages(area) {
        this.#ready();
        return this.#call(() => this.#engine.curr_pages(area)) >>> 0;
    }
    /**
     * A page of an area in bucket `from` of the directory or behind it: its offset, and the bucket from which to look on.
     * Undefined when there is none.
     */
    findPage(area, from) {
        this.#ready();
        const next = this.#call(() => this.#engine.find_page(area, from));
        return next === 0 ? undefined : { offset: this.#rows[ROW_OFFSET] >>> 0, next };
    }
    /** Bytes occupied: fixed regions, records, tables, slabs. */
    get usedBytes() {
        this.#ready();
        return this.#call(() => this.#engine.used_bytes()) >>> 0;
    }
    /** Bytes of the pages kept, less those occupied: below 0 in an arena that keeps next to nothing. */
    get savedBytes() {
        const used = this.usedBytes;
        const raw = new Uint32Array(this.#engine.memory.buffer, abi.STATS_PTR + abi.STAT_RAW_BYTES, 2);
        return raw[1] * 2 ** 32 + raw[0] - used;
    }
    /**
     * Takes a page into the window and tells its hash, two words, as a store to an area of this scope would take it, and whether it
     * is same-filled. Keeps nothing else of it.
     */
    hashPage(page, scope) {
        this.#ready();
        this.#page.set(page);
        const filled = this.#call(() => this.#engine.hash_page(scope, page.length)) === 1;
        return { high: this.#rows[1], low: this.#rows[0], filled };
    }
    /** Bytes of the body that a store would keep for the page in the window, of a PageKind; negative when it is poor. */
    measurePage(bytes, kind) {
        return this.#call(() => this.#engine.measure_page(bytes, kind));
    }
    /** Asked for zeroize, overwrites the first `bytes` bytes of the window. */
    wipeWindow(bytes = abi.WINDOW_BYTES) {
        if (this.#zeroize)
            this.#wipe(bytes);
    }
    /** Bytes kept for a page alone, 0 when it needs none of its own; -1 when it is not here. */
    keptBytes(area, offset, inode) {
        this.#ready();
        return this.#call(() => inode === undefined
            ? this.#engine.kept_bytes(area, offset)
            : this.#engine.kept_inode_bytes(area, inode.low, inode.high, offset));
    }
    /** Up to `steps` steps of compaction, a block of bytes each. Answers how many there was a use for. */
    compact(steps) {
        this.#ready();
        return this.#call(() => this.#engine.compact(steps));
    }
    /**
     * Where the host has `Memory.prototype.discard` (WebAssembly's memory control proposal): gives the system what lies
     * unused at the end of this memory, which keeps its size.
     */
    discard() {
        this.#ready();
        const memory = this.#engine.memory;
        if (typeof memory.discard !== "function")
            return;
        const unused = this.#call(() => this.#engine.trim()) >>> 0;
        const from = Math.ceil(unused / abi.WASM_PAGE_BYTES) * abi.WASM_PAGE_BYTES;
        const bytes = memory.buffer.byteLength - from;
        if (bytes > 0)
            memory.discard(from, bytes);
    }
    /** Encodes up to `count` pages that wait in the nursery. Answers how many. */
    settle(count) {
        this.#ready();
        return this.#call(() => this.#engine.settle(count));
    }
    /** Packs some pages into the window, for another arena. Answers the bytes, 0 when there are no pages left. */
    pack() {
        this.#ready();
        if (!this.draining)
            throw new Error("only a draining arena is packed");
        this.#bucket = this.#call(() => this.#engine.parcels_bucket(this.#bucket));
        return this.#call(() => this.#engine.parcels_pack(this.#bucket));
    }
    /** Takes over what `source` has packed. Answers how many of the bytes there was room for; `source` must drop those. */
    unpack(source, bytes) {
        this.#ready();
        this.#window.set(source.#window.subarray(0, bytes));
        const taken = this.#call(() => this.#engine.parcels_unpack(bytes));
        this.#ready();
        if (this.#zeroize)
            this.#wipe(abi.WINDOW_BYTES);
        return taken;
    }
    /** Forgets the pages in the first `bytes` bytes of the window: another arena has them now. */
    drop(bytes) {
        this.#call(() => this.#engine.parcels_drop(bytes));
        if (this.#zeroize)
            this.#wipe(abi.WINDOW_BYTES);
    }
    /** The dictionaries that it has. */
    dictionaries() {
        this.#ready();
        const rows = [];
        for (let version = 0;;) {
            version = this.#call(() => this.#engine.dictionary_next(version));
            if (version === 0)
                return rows;
            const [scope = 0, bodies = 0] = this.#rows.subarray(0, 2);
            rows.push({ version, scope: scope >>> 0, bodies: bodies >>> 0 });
        }
    }
    /** A copy of a dictionary, or undefined. */
    dictionary(version) {
        this.#ready();
        const bytes = this.#call(() => this.#engine.dictionary_copy(version));
        return bytes === 0 ? undefined : this.#window.slice(0, bytes);
    }
    /** Takes in a dictionary. False when there is no memory for it, or its version is taken. */
    addDictionary(version, scope, dictionary) {
        this.#ready();
        this.#window.set(dictionary);
        return this.#call(() => this.#engine.dictionary_add(version, scope, dictionary.length)) === 1;
    }
    /** False when there is none, or bodies are read by it. */
    forgetDictionary(version) {
        this.#ready();
        return this.#call(() => this.#engine.dictionary_forget(version)) === 1;
    }
    /** Marks bodies as idle, those of some frames of records from `frame` on. Answers where to go on, or 0 after the last. */
    markIdle(frame, frames) {
        this.#ready();
        return this.#call(() => this.#engine.rested_mark(frame, frames)) >>> 0;
    }
    /**
     * Looks for a page of a scope that could be denser, from bucket `from` of the directory on, for a moment; the first `skip` of
     * that bucket are passed over. `next` is the bucket
     * from which to look on, undefined at the end. `page`, to be read before the next call, is one that was found: to be answered
     * by keepDense or left alone.
     */
    findRested(from, idle, scope, skip = 0) {
        this.#ready();
        const next = this.#call(() => this.#engine.rested_next(from, skip, idle ? 1 : 0, scope));
        this.#ready();
        const bytes = this.#rows[ROW_ROOM];
        return {
            next: next === 0 ? undefined : next - 1,
            page: bytes === 0 ? undefined : this.#window.subarray(0, bytes),
            limit: this.#status(0),
        };
    }
    /** Keeps the page that was found last as this dense block, or for good as it is if there is none. Answers the bytes saved. */
    keepDense(block) {
        this.#ready();
        if (block !== undefined)
            this.#window.set(block);
        return this.#call(() => this.#engine.rested_keep(block?.length ?? 0));
    }
    /** Begins, or gives up, moving its pages out. */
    drain(draining) {
        this.draining = draining;
        this.#bucket = 0;
    }
    /** Buckets of the directory: a walk for an image is over those that there are when it begins. */
    imageBuckets() {
        this.#ready();
        return this.#call(() => this.#engine.image_buckets());
    }
    /**
     * Packs persistent pages into the window, for an image: those of bucket `from` of `buckets` and behind, but for the first
     * `skip` of them; only those of one area, if one is given. Answers the bytes and where to go on.
     */
    imagePack(from, skip, buckets, area = NO_AREA) {
        this.#ready();
        const bytes = this.#call(() => this.#engine.image_pack(from, skip, buckets, area));
        this.#ready();
        return { bytes, from: this.#rows[ROW_OFFSET], skip: this.#rows[ROW_ROOM] };
    }
    /** Packs one page, if it is here, persists, and stands in bucket `from` of `buckets` or behind. Answers the bytes or 0. */
    imagePage(area, offset, from = 0, buckets = 1) {
        this.#ready();
        return this.#call(() => this.#engine.image_page(area, offset, from, buckets));
    }
    /**
     * Takes over pages of an image that was made under `seed`. Answers the bytes of those it took, and STORED when that is all or
     * why it did not take the next one: FULL; MISS, it has the body of a page that is not here; DAMAGED.
     */
    imageUnpack(pages, [low, high]) {
        this.#ready();
        this.#window.set(pages);
        const bytes = this.#call(() => this.#engine.image_unpack(pages.length, low, high));
        this.#ready();
        const status = this.#status(0);
        this.wipeWindow();
        return { bytes, status };
    }
    /** The check of a frame of an image whose first `bytes` bytes stand in the window, behind a frame with the check `before`. */
    imageCheck(bytes, kind, [low, high]) {
        this.#ready();
        this.#call(() => this.#engine.image_check(bytes, kind, low, high));
        return [this.#rows[0] >>> 0, this.#rows[1] >>> 0];
    }
    /** Pages and the slack behind them, for who packs an image. Good until the next call. */
    get window() {
        this.#ready();
        return this.#window;
    }
    /** Counters and gauges as the engine keeps them: the word at byte offset STAT_X is at index STAT_X / 8. */
    counters() {
        this.#ready();
        this.#call(() => this.#engine.stats_refresh());
        const words = new BigUint64Array(this.#engine.memory.buffer, abi.STATS_PTR, abi.STATS_BYTES / 8);
        return Float64Array.from(words, Number);
    }
    /** Reachable only through the engine: tells when the host has collected the memory of an arena that was dropped. */
    watch() {
        return new WeakRef(this.#engine.memory.buffer);
    }
    /** 0 when everything adds up, else the number of the first finding (assembly/audit.ts). */
    selfCheck() {
        this.#ready();
        return this.#call(() => this.#engine.self_check());
    }
    /** Throws if the arena has trapped; renews the views if memory has grown. */
    #ready() {
        if (this.#fault !== undefined)
            throw this.#fault;
        if (this.#page.length === 0)
            this.#renew();
    }
    #renew() {
        const { buffer } = this.#engine.memory;
        this.#window = new Uint8Array(buffer, abi.WINDOW_PTR, abi.PARCELS_ROOM);
        this.#page = this.#window.subarray(0, this.pageSize);
        const rows = abi.WINDOW_PTR + abi.WINDOW_ROWS_AT;
        this.#rows = new Int32Array(buffer, rows, abi.ROW_COUNT_MAX * ROW_WORDS);
        this.#stats = new Uint32Array(buffer, abi.STATS_PTR, abi.STATS_BYTES / 4);
    }
    /** Overwrites all of its memory, also that of an arena that has trapped. It can do nothing afterwards. */
    wipeAll() {
        new Uint8Array(this.#engine.memory.buffer).fill(0);
    }
    /** Overwrites the first `bytes` bytes of the window and the slack behind them. */
    #wipe(bytes) {
        this.#ready();
        this.#window.fill(0, 0, bytes + abi.SLACK_BYTES);
    }
    #row(i, offset, bytes) {
        this.#rows[i * ROW_WORDS + ROW_OFFSET] = offset;
        this.#rows[i * ROW_WORDS + ROW_ROOM] = bytes;
    }
    #status(i) {
        return this.#rows[i * ROW_WORDS + ROW_STATUS];
    }
    #call(operation) {
        try {
            return operation();
        }
        catch (cause) {
            throw this.#poison(cause);
        }
    }
    /** A trap leaves the structures in an unknown state: nothing is served from here any more. */
    #poison(cause) {
        if (!(cause instanceof WebAssembly.RuntimeError))
            return cause;
        this.#fault = new SpillwayError("ERR_SPILLWAY_ENGINE_FAULT", `the engine failed${faultPlace(this.#engine.memory.buffer)}: ${cause.message}`, { cause });
        return this.#fault;
    }
}
/** Instantiates a module after comparing its layout with the one this facade was built for. */
export function start(module) {
    let instance;
    try {
        // Not the loader's wrapped exports: they pass their arguments through an array on every call.
        instance = instantiateSync(module).instance;
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw mismatch(cause);
        throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", `the host gave no linear memory: ${cause.message}`, {
            cause,
        });
    }
    const { exports } = instance;
    for (const [name, wanted] of Object.entries(abi.LAYOUT)) {
        const found = exports[name];
        if (!(found instanceof WebAssembly.Global) || found.value !== wanted)
            throw mismatch(name);
    }
    return exports;
}
function mismatch(cause) {
    const what = typeof cause === "string" ? cause : "its imports or exports";
    return new SpillwayError("ERR_SPILLWAY_LAYOUT_MISMATCH", `the wasm module does not belong to this version of spillway: ${what} differs`, { cause });
}
/** " at assembly/slab.ts:120:5" if an assertion left its place in the fault block, else "". */
function faultPlace(buffer) {
    const view = new DataView(buffer);
    const line = view.getUint32(abi.FAULT_PTR, true);
    if (line === 0)
        return "";
    const column = view.getUint32(abi.FAULT_PTR + 4, true);
    const file = new Uint8Array(buffer, view.getUint32(abi.FAULT_PTR + 8, true), view.getUint32(abi.FAULT_PTR + 12, true));
    return ` at ${new TextDecoder("utf-16le").decode(file)}:${line}:${column}`;
}
/** Throws what a load's status below 1 stands for, if it stands for trouble. */
export function throwTrouble(status, type, offset, room) {
    if (status === Status.DAMAGED) {
        throw new SpillwayError("ERR_SPILLWAY_DAMAGED", `the page at type ${type}, offset ${offset} is damaged; nothing of it was delivered`, { type, offsets: [offset] });
    }
    if (status === Status.SMALL) {
        throw new SpillwayRangeError(`target must have room for the page at type ${type}, offset ${offset}, got ${room} bytes`, room);
    }
}
