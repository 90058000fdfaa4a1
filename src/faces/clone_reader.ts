/**
 * clone_reader.ts - reads what node:v8 serialized, as far as it is plain data: a second reader beside V8's.
 *
 * V8's reader is one for all values and hosts. Records have the same keys again and again: this one knows
 * them by their bytes, and reads a record in about half the time. It reads version 15 of V8's wire format
 *
 *   value     _ undefined   0 null   T true   F false   I n   U n   N double   D double (Date)
 *             " n bytes     c n bytes (UTF-16)   o entry... { n   A n value... $ 0 n
 *   entry     key value, where a key is a string or a number
 *   n         seven bits in a byte, the lowest first; after I the sign is bit 0. 0 bytes pad before a tag
 *
 * Anything else is left to V8: other tags, holes, references to objects that came before, deep nesting, and
 * bytes that do not keep to this.
 *
 * Owns:   keys that it has met, by a hash of their bytes: a later one takes the place of an earlier one.
 */

/** As much of Node's Buffer.prototype as is used here, on any Uint8Array. */
export interface SliceMethods {
  latin1Slice(from: number, to: number): string;
  ucs2Slice(from: number, to: number): string;
}

/** What `read` answers for a value that V8 must read. */
export const UNREAD = Symbol("unread");

const HEADER = 0xff;
const VERSION = 15;
const KEYS = 512;
/** Bytes of a key that is remembered. */
const KEY_BYTES_MAX = 64;
/** Levels of nesting; V8 looks at its stack instead. */
const DEPTH_MAX = 100;

const code = (character: string): number => character.charCodeAt(0);
const PADDING = 0;
const UNDEFINED = code("_");
const NULL = code("0");
const TRUE = code("T");
const FALSE = code("F");
const INT = code("I");
const UINT = code("U");
const DOUBLE = code("N");
const DATE = code("D");
const ONE_BYTE = code('"');
const TWO_BYTE = code("c");
const OBJECT = code("o");
const OBJECT_END = code("{");
const ARRAY = code("A");
const ARRAY_END = code("$");

export class CloneReader {
  readonly #latin1: (bytes: Uint8Array, from: number, to: number) => string;
  readonly #ucs2: (bytes: Uint8Array, from: number, to: number) => string;
  readonly #keys: (string | undefined)[] = new Array(KEYS).fill(undefined);
  readonly #double = new Float64Array(1);
  readonly #doubleBytes = new Uint8Array(this.#double.buffer);
  #bytes: Uint8Array = this.#doubleBytes;
  #at = 0;
  #depth = 0;

  constructor({ latin1Slice, ucs2Slice }: SliceMethods) {
    this.#latin1 = (bytes, from, to) => latin1Slice.call(bytes, from, to);
    this.#ucs2 = (bytes, from, to) => ucs2Slice.call(bytes, from, to);
  }

  /** The value of these bytes, or UNREAD. What it answers holds no part of them. */
  read(bytes: Uint8Array): unknown {
    if (bytes[0] !== HEADER || bytes[1] !== VERSION) return UNREAD;
    this.#bytes = bytes;
    this.#at = 2;
    this.#depth = 0;
    const value = this.#value();
    return this.#at === bytes.length ? value : UNREAD;
  }

  // Each step answers UNREAD when it cannot go on. Those that call it look for that, so nothing is thrown.

  #value(): unknown {
    const bytes = this.#bytes;
    let tag = bytes[this.#at++];
    while (tag === PADDING) tag = bytes[this.#at++];
    switch (tag) {
      case ONE_BYTE:
        return this.#oneByte(this.#count());
      case INT: {
        const n = this.#count();
        return (n >>> 1) ^ -(n & 1);
      }
      case DOUBLE:
        return this.#number();
      case OBJECT:
        return this.#object();
      case ARRAY:
        return this.#array();
      case TRUE:
        return true;
      case FALSE:
        return false;
      case NULL:
        return null;
      case TWO_BYTE:
        return this.#twoByte(this.#count());
      case UNDEFINED:
        return undefined;
      case UINT:
        return this.#count();
      case DATE:
        return new Date(this.#number());
      default:
        return UNREAD;
    }
  }

  /** A number below 2^32; one that is longer, or cut off, ends beyond all bytes. */
  #count(): number {
    const bytes = this.#bytes;
    let n = bytes[this.#at++] as number;
    if (n < 128) return n;
    n -= 128;
    for (let unit = 128; unit <= 2 ** 28; unit *= 128) {
      const byte = bytes[this.#at++] as number;
      n += (byte & 127) * unit;
      if (byte < 128) return n < 2 ** 32 ? n : this.#stop();
    }
    return this.#stop();
  }

  /** Goes beyond the end, where nothing is read any more. */
  #stop(): number {
    this.#at = this.#bytes.length + 1;
    return 0;
  }

  #number(): number {
    const bytes = this.#bytes;
    const target = this.#doubleBytes;
    const at = this.#at;
    for (let i = 0; i < 8; i++) target[i] = bytes[at + i] as number;
    this.#at = at + 8;
    return this.#double[0] as number;
  }

  #oneByte(length: number): string | typeof UNREAD {
    const at = this.#at;
    this.#at = at + length;
    return this.#at <= this.#bytes.length ? this.#latin1(this.#bytes, at, this.#at) : UNREAD;
  }

  #twoByte(bytes: number): string | typeof UNREAD {
    const at = this.#at;
    this.#at = at + bytes;
    const whole = this.#at <= this.#bytes.length && bytes % 2 === 0;
    return whole ? this.#ucs2(this.#bytes, at, this.#at) : UNREAD;
  }

  #object(): unknown {
    if (++this.#depth > DEPTH_MAX) return UNREAD;
    const bytes = this.#bytes;
    const object: Record<string | number, unknown> = {};
    let count = 0;
    for (; bytes[this.#at] !== OBJECT_END; count++) {
      const key = this.#key();
      if (key === UNREAD) return UNREAD;
      const value = this.#value();
      if (value === UNREAD) return UNREAD;
      object[key] = value;
    }
    this.#at += 1;
    this.#depth -= 1;
    return this.#count() === count ? object : UNREAD;
  }

  #array(): unknown {
    if (++this.#depth > DEPTH_MAX) return UNREAD;
    const length = this.#count();
    const list: unknown[] = [];
    for (let i = 0; i < length; i++) {
      const value = this.#value();
      if (value === UNREAD) return UNREAD;
      list.push(value);
    }
    this.#depth -= 1;
    const ends = this.#bytes[this.#at++] === ARRAY_END && this.#count() === 0 && this.#count() === length;
    return ends ? list : UNREAD;
  }

  // ── keys ─────────────────────────────────────────────────────────────────────────────────────────────

  #key(): string | number | typeof UNREAD {
    const bytes = this.#bytes;
    if (bytes[this.#at] !== ONE_BYTE) return this.#rareKey();
    this.#at += 1;
    const length = this.#count();
    const at = this.#at;
    if (length === 0 || length > KEY_BYTES_MAX) return checkedKey(this.#oneByte(length));
    const last = at + length - 1;
    this.#at = last + 1;
    const middle = bytes[at + (length >>> 1)] as number;
    const hash = ((bytes[at] as number) * 31 + (bytes[last] as number)) * 31 + middle * 7 + length;
    const slot = hash % KEYS;
    const known = this.#keys[slot];
    if (known !== undefined && known.length === length) {
      let same = 0;
      while (same < length && known.charCodeAt(same) === bytes[at + same]) same += 1;
      if (same === length && !(known in Object.prototype)) return known;
    }
    if (last >= bytes.length) return UNREAD;
    const key = checkedKey(this.#latin1(bytes, at, last + 1));
    if (key !== UNREAD) this.#keys[slot] = internal(key);
    return key;
  }

  #rareKey(): string | number | typeof UNREAD {
    const key = this.#value();
    if (typeof key === "number" && Number.isInteger(key) && key >= 0) return key;
    return typeof key === "string" ? checkedKey(key) : UNREAD;
  }
}

/** A key that an assignment would take for something else is left to V8. */
function checkedKey(key: string | typeof UNREAD): string | typeof UNREAD {
  return typeof key === "string" && !(key in Object.prototype) ? key : UNREAD;
}

/** The string as it is in the table of names of properties, so that it need not be looked up there again. */
function internal(key: string): string {
  return Object.keys({ [key]: 0 })[0] as string;
}
