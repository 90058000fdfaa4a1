/**
 * errors.ts - what Spillway throws.
 *
 * Outcomes (full, incompressible, not here) are never errors: they are `false`. Errors are mistakes of the
 * caller (SpillwayTypeError, SpillwayRangeError), and damage or faults that are not (SpillwayError). Each has
 * a `code` that stays the same across versions; messages may change.
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
  /** A device of the pool cannot be opened, or failed to answer; the cause says how. */
  | "ERR_SPILLWAY_DEVICE"
  /** The client may not do this: the holder of the pool did not open the shared file system for it. */
  | "ERR_SPILLWAY_FORBIDDEN"
  /**
   * Nothing was lost. A buffer has no frame to spare: the pool refuses dirty ones, or too many are pinned. A
   * map kept the older value of a key, or none: the pool had no room for the new one, or refuses stores.
   */
  | "ERR_SPILLWAY_FULL"
  /**
   * A value that a stream reads was overwritten or deleted, or its time is up; or all values of the map were
   * cleared while a stream wrote one.
   */
  | "ERR_SPILLWAY_GONE"
  /** An assertion of the engine failed or it trapped; its pool serves nothing any more. */
  | "ERR_SPILLWAY_ENGINE_FAULT"
  /** An image is cut off, was changed, or does not keep to its format; nothing was restored. */
  | "ERR_SPILLWAY_IMAGE_DAMAGED"
  /** What was given to restore is no image of a pool. */
  | "ERR_SPILLWAY_IMAGE_FOREIGN"
  /** The image has a version that this version of the package does not read. */
  | "ERR_SPILLWAY_IMAGE_VERSION"
  /** The wasm module does not belong to this version of the package. */
  | "ERR_SPILLWAY_LAYOUT_MISMATCH"
  /**
   * There is no memory for the pool's first block or for the record of a client or an area, or the pool has
   * as many of them as one of its size may.
   */
  | "ERR_SPILLWAY_OUT_OF_MEMORY"
  /** The call stack is nearly full: the call was not begun, and nothing has changed. */
  | "ERR_SPILLWAY_STACK"
  /** The other side of a port is gone, its pages too; a call under way may have been done or not. */
  | "ERR_SPILLWAY_PORT_CLOSED"
  /** What came over a port is no message of its protocol; the connection has ended. */
  | "ERR_SPILLWAY_PORT_MESSAGE"
  /** The other side of a port has another version of the protocol. */
  | "ERR_SPILLWAY_PORT_VERSION"
  /**
   * While an image was read, more pages changed than its `maxHeldBytes` allows to hold back, or than all
   * images that are read may hold together; or four newer images are read and nothing asked for this one. The
   * pool is unaffected.
   */
  | "ERR_SPILLWAY_SNAPSHOT_OVERRUN"
  /**
   * The host lacks what is needed: WebAssembly or its SIMD, a source of random numbers, timers. The message
   * names it.
   */
  | "ERR_SPILLWAY_UNSUPPORTED"
  /** The host forbids WebAssembly: to compile a module, or to start one (a Content-Security-Policy). */
  | "ERR_SPILLWAY_WASM_BLOCKED"
  /**
   * What is wanted lies on a device that answers later, and the verb cannot wait: nothing has changed. The
   * verb of the same name that ends in Async waits for it.
   */
  | "ERR_SPILLWAY_WOULD_BLOCK";

/** Damage or a fault that the caller did not cause. */
export class SpillwayError extends Error {
  override readonly name = "SpillwayError";
  readonly code: SpillwayErrorCode;
  /** ERR_SPILLWAY_DAMAGED, _DEVICE and _WOULD_BLOCK: the client's number of the area of the pages. */
  readonly type: number | undefined;
  /** The same codes: their offsets. */
  readonly offsets: readonly number[] | undefined;
  /**
   * The same codes from loadMany: for each page whether it was delivered, and removed if the load was
   * exclusive.
   */
  readonly loaded: readonly boolean[] | undefined;
  /** From `write` of a buffer: how many bytes of the source, from its first on, were written. */
  readonly done: number | undefined;
  /** From a map: the key of the value. */
  readonly key: string | undefined;
  constructor(
    code: SpillwayErrorCode,
    message: string,
    options?: ErrorOptions & {
      type?: number;
      offsets?: readonly number[];
      loaded?: readonly boolean[];
      done?: number;
      key?: string;
    },
  ) {
    super(message, options);
    this.code = code;
    this.type = options?.type;
    this.offsets = options?.offsets;
    this.loaded = options?.loaded;
    this.done = options?.done;
    this.key = options?.key;
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

/**
 * A value for a message: short, on one line. Never throws, though the value is foreign and may throw when it
 * is asked.
 */
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

/** The error for a value of the wrong type: "`what` must be `wanted`, got ...". */
export function typeError(what: string, wanted: string, value: unknown): SpillwayTypeError {
  return new SpillwayTypeError(
    "ERR_SPILLWAY_ARG_TYPE",
    `${what} must be ${wanted}, got ${show(value)}`,
    value,
  );
}

/** The same for a value outside its range. */
export function rangeError(what: string, wanted: string, value: unknown): SpillwayRangeError {
  return new SpillwayRangeError(`${what} must be ${wanted}, got ${show(value)}`, value);
}

/** The error of a verb that needs something which the host does not have. */
export function missingError(name: string, purpose: string): SpillwayError {
  return new SpillwayError(
    "ERR_SPILLWAY_UNSUPPORTED",
    `this host has no ${name}, which is needed ${purpose}`,
  );
}

/** The error of every verb of a closed pool. */
export function closedError(): SpillwayTypeError {
  return new SpillwayTypeError("ERR_SPILLWAY_CLOSED", "the pool is closed");
}
