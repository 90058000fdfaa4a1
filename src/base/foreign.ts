/**
 * foreign.ts - reads what a caller hands over: arrays, lists, options.
 *
 * A caller's object is foreign. A getter, a subclass, a proxy or another thread may answer differently each
 * time it is asked, and may call back into the pool. So each value is read once, before anything changes:
 *
 *   bytes     by the getters of %TypedArray%, DataView and ArrayBuffer that were there when this module was
 *             imported. They read internal slots: no property of the caller's object is looked up, and arrays
 *             of other realms will do.
 *   lists     length first, then each element, into an array of our own.
 *   options   each known name, into an object of our own. What a getter throws becomes the cause of a typed
 *             error.
 *
 * A view that can still change its length (memory that another thread can grow) is replaced by one that
 * cannot.
 *
 * Cost: 15 ns for a page, and 30 more where a view must be made.
 */
import { SpillwayTypeError, show, typeError } from "./errors.js";

type Getter<T> = (self: unknown) => T;

const { bind, call } = Function.prototype;
/** A method as a function of its object, which later changes of Function.prototype do not affect. */
const uncurry = bind.bind(call) as (method: unknown) => (self: unknown, ...rest: unknown[]) => unknown;

function getter<T>(prototype: object, name: PropertyKey): Getter<T> {
  return uncurry(Object.getOwnPropertyDescriptor(prototype, name)?.get) as Getter<T>;
}

const Bytes = Uint8Array;
const { isView } = ArrayBuffer;
const TYPED_ARRAY = Object.getPrototypeOf(Bytes.prototype);
const tagOf = getter<string | undefined>(TYPED_ARRAY, Symbol.toStringTag);
/** The buffer of a Uint8Array, and where in it the array begins, whatever it says of itself. */
export const arrayBufferOf = getter<ArrayBuffer>(TYPED_ARRAY, "buffer");
export const arrayOffset = getter<number>(TYPED_ARRAY, "byteOffset");
const arrayBytes = getter<number>(TYPED_ARRAY, "byteLength");
const viewBufferOf = getter<ArrayBuffer>(DataView.prototype, "buffer");
const viewOffset = getter<number>(DataView.prototype, "byteOffset");
const viewBytes = getter<number>(DataView.prototype, "byteLength");
const bufferBytes = getter<number>(ArrayBuffer.prototype, "byteLength");
/** Not every host has shared buffers. */
const sharedBytes =
  typeof SharedArrayBuffer === "undefined"
    ? undefined
    : getter<number>(SharedArrayBuffer.prototype, "byteLength");
/** Only where the host has buffers that cannot be written. */
const isImmutable =
  "immutable" in ArrayBuffer.prototype ? getter<boolean>(ArrayBuffer.prototype, "immutable") : undefined;

/** Bytes of a Uint8Array, by its internal slot. */
export const lengthOf = getter<number>(TYPED_ARRAY, "length");

/** Copies all of `source` into `target` from index `at` on, by the internal slots of both. */
export const copyInto = uncurry(TYPED_ARRAY.set) as (
  target: Uint8Array,
  source: Uint8Array,
  at?: number,
) => void;

/** Uint8Array.prototype.fill. */
export const fillWith = uncurry(TYPED_ARRAY.fill) as (
  target: Uint8Array,
  value: number,
  from: number,
  to: number,
) => void;

/** A Uint8Array over `bytes` bytes of a buffer. Not `subarray`, which looks up the species of the array. */
export function viewOf(buffer: ArrayBufferLike, at: number, bytes: number): Uint8Array<ArrayBuffer> {
  return new Bytes(buffer as ArrayBuffer, at, bytes);
}

/** Whether it is an ArrayBuffer: only of such the calling thread alone can change the length. */
function isUnshared(buffer: unknown): boolean {
  try {
    bufferBytes(buffer);
    return true;
  } catch {
    return false;
  }
}

function isShared(buffer: unknown): boolean {
  try {
    return sharedBytes?.(buffer) !== undefined;
  } catch {
    return false;
  }
}

/** Whether it is an array or a view of bytes, of any realm. Proxies and look-alikes are not. */
export function isBytes(value: unknown): value is ArrayBufferView {
  return isView(value);
}

/**
 * The bytes of a typed array or DataView. It may be the caller's own array: read it by lengthOf and copyInto
 * only, and before any other foreign code runs.
 *
 * @param what names the argument in messages
 * @throws ERR_SPILLWAY_ARG_TYPE
 */
export function bytesOf(what: string, value: unknown): Uint8Array {
  if (tagOf(value) === "Uint8Array") {
    const array = value as Uint8Array;
    return isUnshared(arrayBufferOf(array)) ? array : ownView(array);
  }
  if (!isView(value)) throw typeError(what, "an array of bytes (Uint8Array or another view)", value);
  return readForeign(what, () => ownView(value));
}

/** The same for bytes that will be written: an immutable buffer is a mistake. */
export function writableBytesOf(what: string, value: unknown): Uint8Array {
  const bytes = bytesOf(what, value);
  if (isImmutable !== undefined) {
    const buffer = arrayBufferOf(bytes);
    if (isUnshared(buffer) && isImmutable(buffer))
      throw typeError(what, "an array that can be written", value);
  }
  return bytes;
}

function ownView(value: ArrayBufferView): Uint8Array<ArrayBuffer> {
  if (tagOf(value) === undefined) return viewOf(viewBufferOf(value), viewOffset(value), viewBytes(value));
  return viewOf(arrayBufferOf(value), arrayOffset(value), arrayBytes(value));
}

/**
 * A view of the bytes of a buffer, or of a view of one; empty if the buffer was detached. Undefined for
 * anything else.
 */
export function asBytes(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (!isView(value) && !isUnshared(value) && !isShared(value)) return undefined;
  try {
    return isView(value) ? ownView(value) : new Bytes(value as ArrayBuffer);
  } catch {
    // The buffer is detached.
    return new Bytes();
  }
}

/** A copy of the bytes that asBytes finds. */
export function copyBytes(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  const bytes = asBytes(value);
  if (bytes === undefined) return undefined;
  const copy = new Bytes(lengthOf(bytes));
  copyInto(copy, bytes);
  return copy;
}

/** A copy of the first `bytes` bytes of an array of ours. */
export function copyOf(array: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  const copy = new Bytes(bytes);
  copyInto(copy, viewOf(arrayBufferOf(array), arrayOffset(array), bytes));
  return copy;
}

/**
 * `count` views of one array, `bytes` bytes each, side by side. The array has as many bytes as all of them.
 */
export function partsOf(array: Uint8Array, count: number, bytes: number): Uint8Array[] {
  const buffer = arrayBufferOf(array);
  const at = arrayOffset(array);
  return Array.from({ length: count }, (_, i) => viewOf(buffer, at + i * bytes, bytes));
}

/** Runs code that reads a caller's object. What it throws becomes the cause of an ERR_SPILLWAY_ARG_TYPE. */
export function readForeign<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const message = `${what} could not be read: ${show(cause)}`;
    throw new SpillwayTypeError("ERR_SPILLWAY_ARG_TYPE", message, undefined, { cause });
  }
}

/** The most elements of a list, 2^24, so that a lying length does not fill the memory. */
export const LIST_LENGTH_MAX = 2 ** 24;

/** Length of a foreign list, read once; undefined where it has none. Reads no element. */
export function listLength(what: string, list: unknown): number | undefined {
  if (typeof list !== "object" || list === null) return undefined;
  const length: unknown = readForeign(what, () => (list as ArrayLike<unknown>).length);
  return typeof length === "number" ? length : undefined;
}

/** The first `length` elements of a foreign list, each read once. */
export function listElements(what: string, list: unknown, length: number): unknown[] {
  return readForeign(what, () => {
    const elements: unknown[] = [];
    for (let i = 0; i < length; i++) elements.push((list as ArrayLike<unknown>)[i]);
    return elements;
  });
}

/**
 * Options as an object of ours. Each known name is read once; those that were not given are missing.
 *
 * @throws ERR_SPILLWAY_ARG_TYPE for what is no object, has an unknown name, or throws
 */
export function readOptions(what: string, value: unknown, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw typeError(what, "an object", value);
  const names = readForeign(what, () => Object.keys(value));
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw typeError(`${what}: option "${unknown}"`, `one of ${known.join(", ")}`, unknown);
  const options: Record<string, unknown> = {};
  for (const name of known) {
    const option = readForeign(what, () => (value as Record<string, unknown>)[name]);
    if (option !== undefined) options[name] = option;
  }
  return options;
}
