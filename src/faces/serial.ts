/**
 * serial.ts - values as bytes, and back.
 *
 * The tag of a value says what its bytes are; it stands in the index, not in the bytes.
 *
 *   bytes      Uint8Array, Buffer, ArrayBuffer, other typed arrays and DataView: as they are
 *   string     latin1 if all characters are below 256, else UTF-8, or UTF-16 if a surrogate is alone
 *   primitive  undefined, null and booleans take no bytes; numbers eight, bigints their digits
 *   anything   node:v8's serialize where the host has it: all that the structured clone algorithm takes.
 *              Elsewhere JSON, and only of values that JSON brings back as they were.
 *
 * A codec takes the place of all but Uint8Array, Buffer and ArrayBuffer. It is the caller's: what it throws
 * passes through.
 */
import { SpillwayError, SpillwayTypeError, show, typeError } from "../base/errors.js";
import { asBytes, copyBytes, isBytes } from "../base/foreign.js";
import type { CheckedMapCodec } from "../base/options/map.js";
import { CloneReader, type SliceMethods, UNREAD } from "./clone_reader.js";
import { isJson } from "./json.js";
import { textOf } from "./key_arena.js";

/** What the bytes of a value are. Typed arrays follow from TYPED on, in the order of TYPED_ARRAYS. */
export const Tag = {
  BYTES: 0,
  BUFFER: 1,
  ARRAY_BUFFER: 2,
  LATIN1: 3,
  UTF8: 4,
  UTF16: 5,
  UNDEFINED: 6,
  NULL: 7,
  TRUE: 8,
  FALSE: 9,
  NUMBER: 10,
  BIGINT: 11,
  CLONE: 12,
  JSON: 13,
  CODEC: 14,
  VIEW: 15,
  TYPED: 16,
} as const;

/** Whether a value of this tag is bytes as they are. */
export function isBytesTag(tag: number): boolean {
  return tag <= Tag.ARRAY_BUFFER || tag >= Tag.VIEW;
}

const TYPED_ARRAYS = [
  "Int8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
  "Float16Array",
];

/** As much of Node's Buffer and of node:v8 as is used here. */
interface BufferClass {
  readonly prototype: object & Partial<SliceMethods>;
  from(buffer: ArrayBuffer, at?: number, length?: number): Uint8Array;
  from(text: string, encoding: "latin1" | "utf8"): Uint8Array<ArrayBuffer>;
}
interface Clones {
  serialize(value: unknown): Uint8Array;
  deserialize(bytes: Uint8Array): unknown;
}

/** What a host has for values. */
export interface ValueHost {
  Buffer: BufferClass | undefined;
  clones: Clones | undefined;
}

/** Asks the host. Nothing is imported: bundles for browsers hold no name of a module of Node. */
export function valueHost(): ValueHost {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (name: string) => unknown };
  };
  const module = <T>(name: string): T | undefined =>
    typeof process?.getBuiltinModule === "function" ? (process.getBuiltinModule(name) as T) : undefined;
  return {
    Buffer: module<{ Buffer: BufferClass }>("node:buffer")?.Buffer,
    clones: module<Clones>("node:v8"),
  };
}

/**
 * A value as it is kept. The bytes may be the caller's own: they are copied before other foreign code runs.
 */
export interface Serialised {
  tag: number;
  bytes: Uint8Array;
}

const NO_BYTES = new Uint8Array(0);
const LATIN1_ONLY = /^[\0-\xff]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const tagOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)
  ?.get as () => string | undefined;

/** Node's tag of an array or a view within a clone: a backslash. */
const HOST_OBJECT = 0x5c;

export class Serial {
  readonly #codec: CheckedMapCodec | undefined;
  readonly #host: ValueHost;
  readonly #encoder = typeof TextEncoder === "function" ? new TextEncoder() : undefined;
  readonly #decoder =
    typeof TextDecoder === "function" ? new TextDecoder("utf-8", { ignoreBOM: true }) : undefined;
  readonly #number = new Float64Array(1);
  /** Made when it is first needed. Undefined: the host lacks what it reads strings with. */
  #reader: CloneReader | undefined;

  constructor(codec: CheckedMapCodec | undefined, host: ValueHost) {
    this.#codec = codec;
    this.#host = host;
  }

  /**
   * A value as bytes. Runs the caller's code where a value has getters or there is a codec. Throws
   * SpillwayTypeError for what cannot be kept.
   */
  encode(value: unknown): Serialised {
    if (typeof value === "object" && value !== null) {
      const bytes = this.#bytes(value);
      if (bytes !== undefined) return bytes;
    }
    if (this.#codec !== undefined) return { tag: Tag.CODEC, bytes: this.#codecBytes(value) };
    if (typeof value === "string") return this.#string(value);
    if (typeof value === "object" && value !== null) return this.#object(value);
    return this.#primitive(value);
  }

  /**
   * The value of these bytes. `owned`: the bytes are alone in a buffer that nobody else uses, and become the
   * value if it is bytes. Else they are copied where the value would hold them.
   */
  decode(tag: number, bytes: Uint8Array, owned: boolean): unknown {
    switch (tag) {
      case Tag.BYTES:
        return own(bytes, owned);
      case Tag.LATIN1:
        return textOf(bytes);
      case Tag.CLONE:
        return this.#clone(bytes, owned);
      case Tag.BUFFER: {
        const copy = own(bytes, owned);
        return this.#host.Buffer?.from(copy.buffer, 0, copy.length) ?? copy;
      }
      case Tag.ARRAY_BUFFER:
        return own(bytes, owned).buffer;
      case Tag.UTF8:
        return this.#decoder?.decode(bytes);
      case Tag.UTF16:
        return textOf(new Uint16Array(bytes.slice().buffer));
      case Tag.JSON:
        return JSON.parse(this.decode(bytes[0] as number, bytes.subarray(1), false) as string);
      case Tag.CODEC:
        return this.#codec?.decode(own(bytes, owned));
      default:
        return tag >= Tag.VIEW ? typedArray(tag, own(bytes, owned).buffer) : this.#plain(tag, bytes);
    }
  }

  // ── bytes ────────────────────────────────────────────────────────────────────────────────────────────

  /** Bytes and views of them, as far as this map takes them as they are. */
  #bytes(value: object): Serialised | undefined {
    if (!isBytes(value)) {
      const bytes = isArrayBuffer(value) ? asBytes(value) : undefined;
      return bytes === undefined ? undefined : { tag: Tag.ARRAY_BUFFER, bytes };
    }
    const name = tagOf.call(value);
    if (name === "Uint8Array") {
      const buffer = this.#host.Buffer;
      const isBuffer = buffer !== undefined && Object.getPrototypeOf(value) === buffer.prototype;
      return { tag: isBuffer ? Tag.BUFFER : Tag.BYTES, bytes: asBytes(value) as Uint8Array };
    }
    if (this.#codec !== undefined) return undefined;
    const tag = name === undefined ? Tag.VIEW : Tag.TYPED + TYPED_ARRAYS.indexOf(name);
    return { tag, bytes: asBytes(value) as Uint8Array };
  }

  #codecBytes(value: unknown): Uint8Array {
    const bytes: unknown = this.#codec?.encode(value);
    if (!isBytes(bytes)) throw typeError("what codec.encode answers", "an array of bytes", bytes);
    return asBytes(bytes) as Uint8Array;
  }

  // ── strings ──────────────────────────────────────────────────────────────────────────────────────────

  #string(text: string): Serialised {
    if (LATIN1_ONLY.test(text)) return { tag: Tag.LATIN1, bytes: this.#latin1(text) };
    if (this.#encoder === undefined || this.#decoder === undefined || LONE_SURROGATE.test(text))
      return { tag: Tag.UTF16, bytes: utf16(text) };
    return { tag: Tag.UTF8, bytes: this.#encoder.encode(text) };
  }

  #latin1(text: string): Uint8Array {
    // Node's own loop is three times as fast, from some length on.
    if (text.length > 64 && this.#host.Buffer !== undefined) return this.#host.Buffer.from(text, "latin1");
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }

  // ── all else ─────────────────────────────────────────────────────────────────────────────────────────

  #primitive(value: unknown): Serialised {
    switch (typeof value) {
      case "undefined":
        return { tag: Tag.UNDEFINED, bytes: NO_BYTES };
      case "boolean":
        return { tag: value ? Tag.TRUE : Tag.FALSE, bytes: NO_BYTES };
      case "number":
        return { tag: Tag.NUMBER, bytes: new Uint8Array(Float64Array.of(value).buffer) };
      case "bigint":
        return { tag: Tag.BIGINT, bytes: this.#latin1(value.toString(16)) };
      case "object":
        return { tag: Tag.NULL, bytes: NO_BYTES };
      default:
        throw typeError("value", "a value that can be cloned", value);
    }
  }

  #plain(tag: number, bytes: Uint8Array): unknown {
    if (tag === Tag.NULL) return null;
    if (tag === Tag.TRUE || tag === Tag.FALSE) return tag === Tag.TRUE;
    if (tag === Tag.NUMBER) {
      new Uint8Array(this.#number.buffer).set(bytes);
      return this.#number[0];
    }
    if (tag !== Tag.BIGINT) return undefined;
    const digits = textOf(bytes);
    return digits.startsWith("-") ? -BigInt(`0x${digits.slice(1)}`) : BigInt(`0x${digits}`);
  }

  #object(value: object): Serialised {
    const { clones } = this.#host;
    try {
      if (clones !== undefined) return { tag: Tag.CLONE, bytes: clones.serialize(value) };
      if (!isJson(value)) throw typeError("value", "bytes, a string or what JSON can hold", value);
      const { tag, bytes } = this.#string(JSON.stringify(value));
      const tagged = new Uint8Array(1 + bytes.length);
      tagged[0] = tag;
      tagged.set(bytes, 1);
      return { tag: Tag.JSON, bytes: tagged };
    } catch (cause) {
      if (cause instanceof SpillwayTypeError) throw cause;
      const message = `value cannot be kept: ${show(cause)}`;
      throw new SpillwayTypeError("ERR_SPILLWAY_ARG_TYPE", message, value, { cause });
    }
  }

  #readerOrNone(): CloneReader | undefined {
    const { latin1Slice, ucs2Slice } = this.#host.Buffer?.prototype ?? {};
    if (latin1Slice !== undefined && ucs2Slice !== undefined)
      this.#reader ??= new CloneReader({ latin1Slice, ucs2Slice });
    return this.#reader;
  }

  #clone(bytes: Uint8Array, owned: boolean): unknown {
    const { clones } = this.#host;
    if (clones === undefined)
      throw new SpillwayError("ERR_SPILLWAY_UNSUPPORTED", "this host has no node:v8 to read a clone with");
    const value = this.#readerOrNone()?.read(bytes) ?? UNREAD;
    if (value !== UNREAD) return value;
    // Arrays in what comes back are views of the bytes that are given. Without any, no copy is needed.
    const views = !owned && bytes.indexOf(HOST_OBJECT) >= 0;
    return clones.deserialize(views ? own(bytes, false) : bytes);
  }
}

/** Bytes that are alone in their buffer: the same, or a copy. */
function own(bytes: Uint8Array, owned: boolean): Uint8Array<ArrayBuffer> {
  return (owned ? bytes : copyBytes(bytes)) as Uint8Array<ArrayBuffer>;
}

function typedArray(tag: number, buffer: ArrayBuffer): unknown {
  const name = tag === Tag.VIEW ? "DataView" : (TYPED_ARRAYS[tag - Tag.TYPED] as string);
  const View = (globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>)[name];
  return View === undefined ? undefined : new View(buffer);
}

function utf16(text: string): Uint8Array {
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
  return new Uint8Array(codes.buffer);
}

const nameOf = Object.prototype.toString;
const byteLength = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength")?.get as () => number;

/**
 * Of any realm; neither shared nor a look-alike. Its name is asked first: to find out by what is thrown takes
 * 12 us. One that hides its name is cloned like any object.
 */
function isArrayBuffer(value: object): boolean {
  try {
    if (nameOf.call(value) !== "[object ArrayBuffer]") return false;
    byteLength.call(value);
    return true;
  } catch {
    return false;
  }
}
