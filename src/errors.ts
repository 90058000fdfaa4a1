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
  | "ERR_SPILLWAY_ARG_TYPE"
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
  /** There is no room for the pool's first memory or for the record of a client or an area, or a pool of this size has as many as it may. */
  | "ERR_SPILLWAY_OUT_OF_MEMORY"
  /** The call stack is nearly full: the call was not begun, and nothing has changed. */
  | "ERR_SPILLWAY_STACK"
  /**
   * While an image was read, more pages changed than its `maxHeldBytes` allows to hold back, or than all images that are read may
   * hold together; or four newer ones are read and nobody asked for this one. The pool is unaffected.
   */
  | "ERR_SPILLWAY_SNAPSHOT_OVERRUN"
  /** The host lacks what is needed: WebAssembly or its SIMD, a source of random numbers, timers. The message names it. */
  | "ERR_SPILLWAY_UNSUPPORTED"
  /** The host forbids WebAssembly: to compile a module, or to start one (a Content-Security-Policy). */
  | "ERR_SPILLWAY_WASM_BLOCKED";

/** Damage or a fault that the caller did not cause. */
export class SpillwayError extends Error {
  override readonly name = "SpillwayError";
  readonly code: SpillwayErrorCode;
  /** ERR_SPILLWAY_DAMAGED: the area of the damaged pages. */
  readonly type: number | undefined;
  /** ERR_SPILLWAY_DAMAGED: their offsets. */
  readonly offsets: readonly number[] | undefined;
  /** ERR_SPILLWAY_DAMAGED from loadMany: for each page, whether it was delivered (and removed, if the load was exclusive). */
  readonly loaded: readonly boolean[] | undefined;
  constructor(
    code: SpillwayErrorCode,
    message: string,
    options?: ErrorOptions & { type?: number; offsets?: readonly number[]; loaded?: readonly boolean[] },
  ) {
    super(message, options);
    this.code = code;
    this.type = options?.type;
    this.offsets = options?.offsets;
    this.loaded = options?.loaded;
  }
}

/** The caller's mistake: a value of the wrong type. */
export class SpillwayTypeError extends TypeError {
  override readonly name = "SpillwayTypeError";
  readonly code: SpillwayErrorCode;
  /** What was given. */
  readonly value: unknown;
  constructor(code: SpillwayErrorCode, message: string, value?: unknown, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.value = value;
  }
}

/** The caller's mistake: a value outside its range. */
export class SpillwayRangeError extends RangeError {
  override readonly name = "SpillwayRangeError";
  readonly code = "ERR_SPILLWAY_ARG_RANGE";
  /** What was given. */
  readonly value: unknown;
  constructor(message: string, value: unknown) {
    super(message);
    this.value = value;
  }
}

/** A value as it may stand in a message: short, on one line. The value is foreign: asking it may throw. */
export function show(value: unknown): string {
  if (typeof value === "string")
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 37)}...` : value);
  if (typeof value === "bigint") return `${String(value).slice(0, 40)}n`;
  if (typeof value === "object" && value !== null) return nameOf(value);
  return typeof value === "function" ? "function" : String(value).slice(0, 40);
}

/** The name of an object's class, where it tells one. */
function nameOf(value: object): string {
  try {
    const name: unknown = value.constructor?.name;
    return typeof name === "string" && name !== "" ? name.slice(0, 40) : "object";
  } catch {
    return "object";
  }
}

export function typeError(what: string, wanted: string, value: unknown): SpillwayTypeError {
  return new SpillwayTypeError(
    "ERR_SPILLWAY_ARG_TYPE",
    `${what} must be ${wanted}, got ${show(value)}`,
    value,
  );
}

export function rangeError(what: string, wanted: string, value: unknown): SpillwayRangeError {
  return new SpillwayRangeError(`${what} must be ${wanted}, got ${show(value)}`, value);
}

/** What a verb throws that needs something which the host has not. */
export function missingError(name: string, purpose: string): SpillwayError {
  return new SpillwayError(
    "ERR_SPILLWAY_UNSUPPORTED",
    `this host has no ${name}, which is needed ${purpose}`,
  );
}

/** What every verb of a closed pool throws. */
export function closedError(): SpillwayTypeError {
  return new SpillwayTypeError("ERR_SPILLWAY_CLOSED", "the pool is closed");
}
