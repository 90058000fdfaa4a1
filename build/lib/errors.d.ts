/**
 * errors.ts - what Spillway throws.
 *
 * Outcomes (full, incompressible, not here) are never errors: they are `false`. Errors are the caller's mistakes
 * (SpillwayTypeError, SpillwayRangeError) and damage or faults of our own (SpillwayError). Each has a `code` that
 * stays the same across versions; messages may change.
 */
/** Codes of all errors thrown by Spillway. */
export type SpillwayErrorCode = 
/** An argument or option has the wrong type, or an option has an unknown name. */
"ERR_SPILLWAY_ARG_TYPE"
/** An argument or option is outside its range. */
 | "ERR_SPILLWAY_ARG_RANGE"
/** The pool was closed. */
 | "ERR_SPILLWAY_CLOSED"
/** The body of one page is not what was stored; the page was not delivered, others are unaffected. */
 | "ERR_SPILLWAY_DAMAGED"
/** The client may not do this: a shared file system was not opened for it by whoever holds the pool. */
 | "ERR_SPILLWAY_FORBIDDEN"
/** An assertion of the engine failed or it trapped; its pool serves nothing any more. */
 | "ERR_SPILLWAY_ENGINE_FAULT"
/** An image is cut off, or its bytes are not those that were written, or do not keep to their format; nothing was restored. */
 | "ERR_SPILLWAY_IMAGE_DAMAGED"
/** What was to be restored is no image of a pool. */
 | "ERR_SPILLWAY_IMAGE_FOREIGN"
/** An image of a version that this one of the package does not read. */
 | "ERR_SPILLWAY_IMAGE_VERSION"
/** The wasm module does not belong to this version of the package. */
 | "ERR_SPILLWAY_LAYOUT_MISMATCH"
/** The host has no room for the pool's first memory or for the record of an area. */
 | "ERR_SPILLWAY_OUT_OF_MEMORY"
/** While an image was read, more pages changed than its `maxHeldBytes` allows to hold back; the pool is unaffected. */
 | "ERR_SPILLWAY_SNAPSHOT_OVERRUN"
/** The host forbids to compile WebAssembly, or cannot compile this module. */
 | "ERR_SPILLWAY_WASM_BLOCKED";
/** Damage or a fault that the caller did not cause. */
export declare class SpillwayError extends Error {
    readonly name = "SpillwayError";
    readonly code: SpillwayErrorCode;
    /** ERR_SPILLWAY_DAMAGED: the area of the damaged pages. */
    readonly type: number | undefined;
    /** ERR_SPILLWAY_DAMAGED: their offsets. */
    readonly offsets: readonly number[] | undefined;
    constructor(code: SpillwayErrorCode, message: string, options?: ErrorOptions & {
        type?: number;
        offsets?: readonly number[];
    });
}
/** The caller's mistake: a value of the wrong type. */
export declare class SpillwayTypeError extends TypeError {
    readonly name = "SpillwayTypeError";
    readonly code: SpillwayErrorCode;
    /** What was given. */
    readonly value: unknown;
    constructor(code: SpillwayErrorCode, message: string, value?: unknown);
}
/** The caller's mistake: a value outside its range. */
export declare class SpillwayRangeError extends RangeError {
    readonly name = "SpillwayRangeError";
    readonly code = "ERR_SPILLWAY_ARG_RANGE";
    /** What was given. */
    readonly value: unknown;
    constructor(message: string, value: unknown);
}
/** A value as it may stand in a message: short, on one line. */
export declare function show(value: unknown): string;
export declare function typeError(what: string, wanted: string, value: unknown): SpillwayTypeError;
export declare function rangeError(what: string, wanted: string, value: unknown): SpillwayRangeError;
/** What every verb of a closed pool throws. */
export declare function closedError(): SpillwayTypeError;
