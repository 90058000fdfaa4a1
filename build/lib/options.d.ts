/** WebAssembly.Module where the host's types know it: those of Node alone do not. */
type WasmModule = typeof globalThis extends {
    WebAssembly: {
        Module: new (bytes: ArrayBuffer) => infer Module;
    };
} ? Module : object;
/** Where the engine's module comes from, if not from the package itself: compiled, or its bytes. */
export type WasmSource = WasmModule | ArrayBuffer | ArrayBufferView<ArrayBuffer>;
export interface SpillwayOptions {
    /**
     * Upper bound of all linear memory of the pool, in bytes, true after every call: a whole number or a string such
     * as "256MiB" (KiB, MiB, GiB). At least 1 MiB and 64 pages, at most 64 GiB. Required: a cache without a bound is a
     * leak.
     */
    maxBytes: number | string;
    /** A name for diagnostics messages. Default: "spillway". */
    name?: string;
    /** Bytes of a page: 4096 (default), 8192, 16384, 32768 or 65536. */
    pageSize?: number;
    /** How bodies are compressed: "lz4" (default), or "none" to keep pages as they are. */
    codec?: "lz4" | "none";
    /**
     * Which equal pages share one body: those of one client ("client", default), those of all ("pool"), or none (false).
     * Across clients that do not trust each other "pool" is a side channel: a store is faster when the page is there.
     * Same-filled pages keep no body and always share their record.
     */
    dedupe?: "client" | "pool" | false;
    /**
     * Whether a load checks the page's hash (default true). Off, most damage goes unseen: no flip in a raw-kept body is
     * noticed, and two of three in an LZ4 block decode to other bytes without an error.
     */
    verify?: boolean;
    /** Pages that would save less than an eighth of themselves: "keep" them raw (default) or "refuse" them. */
    incompressible?: "keep" | "refuse";
    /**
     * Once a store found no room, pages that need room are refused until bodies take no more than this part of what maxBytes
     * leaves for them: a number above 0 and at most 1. Default 1: as soon as anything has been freed. Less spares a pool that stays at its limit
     * from encoding pages for which there is then no room (zswap's accept_threshold_percent).
     */
    acceptThreshold?: number;
    /**
     * How many bytes of new pages may wait as they are before they are compressed: a number, or a string such as "4MiB"; false
     * (default) for none. A page that is overwritten or invalidated while it waits is never compressed; one that stays costs a few
     * percent more than without. Waiting pages take their full size and share no body, until they are pushed on or the pool has
     * been idle for a while. The bound holds for each of the pool's memories. Not used with `incompressible: "refuse"` or `codec: "none"`.
     */
    nursery?: number | string | false;
    /** Overwrite with zeros what is freed or moved (default false): no bytes of a page outlive it in linear memory. */
    zeroize?: boolean;
    /**
     * Give memory back unasked (default true): when for half a minute less than half of what is reserved was in use, the
     * pool moves what is left into less memory, a little at a time.
     */
    autoShrink?: boolean;
    /**
     * Make room when the host is short of memory (default false): true, or how. Under pressure the pool lowers its own limit,
     * step by step, and gives memory back; when there is none it raises it again, up to maxBytes. Pages that are kept stay.
     */
    pressure?: boolean | PressureOptions;
    /**
     * "live" (default), or "shadow": every page is looked at and none is kept; `stats().shadow` tells what a live pool with these
     * options would have saved, and what that would have cost.
     */
    mode?: "live" | "shadow";
    /**
     * Stop accepting while it does not pay (default false): when pages as they come keep more than seven eighths of themselves,
     * stores are refused at once, but for a probe now and then; the pool accepts again when probes compress well. Pages that are
     * kept stay. Not in shadow mode.
     */
    autoOff?: boolean;
    /**
     * Recompress pages that rest, unasked (default false): true, or how. What was not used for `minIdle` milliseconds (default
     * 30,000) is made denser, a twentieth of the time at most, with dictionaries that the pool makes from each client's own pages.
     * Some 3.5 MiB of maxBytes are kept free for that, but at most a sixth. `pool.recompress` does it on request. Not with
     * `zeroize`: a dictionary keeps pieces of pages.
     */
    recompress?: boolean | {
        minIdle?: number;
    };
    /** The engine's module or its bytes, for hosts that want to compile it themselves. Default: bytes in the package. */
    wasm?: WasmSource;
}
/** Bytes of an image: what pool.snapshot() answers, anything that yields them in chunks, or all of them. */
export type ImageSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Uint8Array;
/** Options of Spillway.restore: those of Spillway.open, with what follows. */
export interface RestoreOptions extends SpillwayOptions {
    /** If given, must be that of the image. */
    pageSize?: number;
    /** Default: as in the pool of which the image is. */
    dedupe?: "client" | "pool" | false;
    /** Ends the work: the promise rejects with the signal's reason, and nothing is restored. */
    signal?: AbortSignal;
}
/** Options of pool.snapshot. */
export interface SnapshotOptions {
    /**
     * Bound of what is held, beside the pool, for the reader of the image: pages that change before their turn, as they were and as
     * they are kept, and 64 bytes for each page that changes. A number, or a string such as "16MiB". Beyond it the stream fails with
     * ERR_SPILLWAY_SNAPSHOT_OVERRUN. Default: an eighth of the pool's maxBytes.
     */
    maxHeldBytes?: number | string;
}
/** How short of memory a host is. "unknown" is what a source says that cannot tell; nothing is done then. */
export type Pressure = "unknown" | "none" | "some" | "critical";
export interface PressureOptions {
    /**
     * Tells the pressure: the application's own report, or any other. One that throws or answers something else is "unknown".
     * Default: what Node and Electron tell of available memory (process.availableMemory and constrainedMemory: "some" below a
     * tenth, "critical" below a twentieth; 256 and 128 MiB where there is no bound), and an event loop that is late by a
     * quarter of a second ("some").
     */
    source?: () => Pressure | Promise<Pressure>;
    /** Milliseconds between two readings, at least 10; two equal ones in a row count. Default 1000. */
    intervalMs?: number;
    /** The limit is not lowered below this: bytes, or a string such as "16MiB". Default: an eighth of maxBytes. */
    minBytes?: number | string;
}
/** PressureOptions with defaults filled in. */
export interface PressureSettings {
    source: (() => Pressure | Promise<Pressure>) | undefined;
    intervalMs: number;
    minBytes: number;
}
export interface FrontswapOptions {
    /**
     * A name of 1 to 255 characters, for messages. In a pool that was restored, a client of the image that has this name and was
     * not claimed yet is what is answered, with its areas and pages. Default: "frontswap-" and a number, a new client.
     */
    name?: string;
    /**
     * Bound of the bytes that this client's bodies take: a number, or a string such as "16MiB". Default: none but the pool's; for
     * a client out of an image, the one that it had.
     */
    maxBytes?: number | string;
}
export interface CleancacheOptions {
    /** A name for messages. Default: "cleancache-" and a number. */
    name?: string;
    /**
     * How much of the room for ephemeral pages this client is due against others with such pages: an integer from 1 to 65,536,
     * default 100. A client may have more while nobody else wants it, and is the first to lose it.
     */
    weight?: number;
    /** Bound of the bytes that this client's bodies take: a number, or a string such as "16MiB". Default: none but the pool's. */
    maxBytes?: number | string;
}
/** How a page is stored. */
export interface StoreOptions {
    /**
     * What stands in the page, from its first byte on, little-endian: numbers of one type, or pixels of four bytes, red, green,
     * blue, alpha. They are turned before they are compressed, so that bytes which are alike stand together. A hint: a wrong one
     * costs compression, never the page. Default: none.
     */
    kind?: "f64" | "f32" | "i32" | "rgba" | undefined;
}
/** Options with defaults filled in and values checked. */
export interface CheckedOptions {
    name: string;
    maxWasmPages: number;
    pageSize: number;
    compress: boolean;
    dedupe: "client" | "pool" | false;
    verify: boolean;
    refusePoor: boolean;
    acceptThreshold: number;
    nurseryBytes: number;
    zeroize: boolean;
    autoShrink: boolean;
    pressure: PressureSettings | undefined;
    shadow: boolean;
    autoOff: boolean;
    recompress: RecompressSettings | undefined;
    wasm: WasmSource | undefined;
}
/** Bytes of a number or of a string such as "256MiB". */
export declare function parseBytes(what: string, value: unknown): number;
export declare function checkOpenOptions(value: unknown): CheckedOptions;
/** Recompression unasked. */
export interface RecompressSettings {
    /** Milliseconds. */
    minIdle: number;
}
/** "lz4" or "none". */
export declare function checkCodec(value: unknown): "lz4" | "none";
/** A switch. */
export declare function checkSwitch(what: string, value: unknown): boolean;
/** The PageKind of the options of a store. */
export declare function checkKind(value: unknown): number;
/** Bytes to which a pool is to shrink. */
export declare function checkTarget(value: unknown): number;
/** How much time work beside the host's may take, and what ends it. */
export interface WorkOptions {
    /** Milliseconds of work to spend at most; then the verb resolves with what it has achieved. Default: no bound. */
    budgetMs?: number;
    /** Ends the work early: the verb rejects with the signal's reason. What was achieved until then stays. */
    signal?: AbortSignal;
}
/** WorkOptions of a recompression. */
export interface RecompressOptions extends WorkOptions {
    /** Milliseconds for which a page must not have been used; 0, the default, takes all pages. */
    minIdle?: number;
}
export declare function checkWorkOptions(what: string, value: unknown): WorkOptions;
export declare function checkRecompressOptions(value: unknown): RecompressOptions;
/** Options of a client with defaults filled in. */
export interface ClientOptions {
    name: string;
    weight: number;
    maxBytes: number;
}
export declare function checkFrontswapOptions(value: unknown, fallback: string): ClientOptions;
export declare function checkCleancacheOptions(value: unknown, fallback: string): ClientOptions;
/** Characters of a client's name. */
export declare const NAME_LENGTH_MAX = 255;
/** Bytes that a snapshot may hold; `fallback` if nothing is said. */
export declare function checkSnapshotOptions(value: unknown, fallback: number): number;
/** The options of Spillway.restore in two parts; what concerns the pool is checked when the image has told its page size. */
export declare function checkRestoreOptions(value: unknown): {
    open: Record<string, unknown>;
    signal: AbortSignal | undefined;
};
/** Options of a pool for an image with pages of `pageSize` bytes, whose pool shared bodies so. */
export declare function checkImageOptions(open: Record<string, unknown>, { pageSize, dedupe }: Pick<CheckedOptions, "pageSize" | "dedupe">): CheckedOptions;
export {};
