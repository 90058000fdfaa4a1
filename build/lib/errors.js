/**
 * errors.ts - what Spillway throws.
 *
 * Outcomes (full, incompressible, not here) are never errors: they are `false`. Errors are the caller's mistakes
 * (SpillwayTypeError, SpillwayRangeError) and damage or faults of our own (SpillwayError). Each has a `code` that
 * stays the same across versions; messages may change.
 */
/** Damage or a fault that the caller did not cause. */
export class SpillwayError extends Error {
    name = "SpillwayError";
    code;
    /** ERR_SPILLWAY_DAMAGED: the area of the damaged pages. */
    type;
    /** ERR_SPILLWAY_DAMAGED: their offsets. */
    offsets;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
        this.type = options?.type;
        this.offsets = options?.offsets;
    }
}
/** The caller's mistake: a value of the wrong type. */
export class SpillwayTypeError extends TypeError {
    name = "SpillwayTypeError";
    code;
    /** What was given. */
    value;
    constructor(code, message, value) {
        super(message);
        this.code = code;
        this.value = value;
    }
}
/** The caller's mistake: a value outside its range. */
export class SpillwayRangeError extends RangeError {
    name = "SpillwayRangeError";
    code = "ERR_SPILLWAY_ARG_RANGE";
    /** What was given. */
    value;
    constructor(message, value) {
        super(message);
        this.value = value;
    }
}
/** A value as it may stand in a message: short, on one line. */
export function show(value) {
    if (typeof value === "string")
        return JSON.stringify(value.length > 40 ? `${value.slice(0, 37)}...` : value);
    if (typeof value === "bigint")
        return `${value}n`;
    if (typeof value === "object" && value !== null)
        return value.constructor?.name ?? "object";
    return typeof value === "function" ? "function" : String(value);
}
export function typeError(what, wanted, value) {
    return new SpillwayTypeError("ERR_SPILLWAY_ARG_TYPE", `${what} must be ${wanted}, got ${show(value)}`, value);
}
export function rangeError(what, wanted, value) {
    return new SpillwayRangeError(`${what} must be ${wanted}, got ${show(value)}`, value);
}
/** What every verb of a closed pool throws. */
export function closedError() {
    return new SpillwayTypeError("ERR_SPILLWAY_CLOSED", "the pool is closed");
}
