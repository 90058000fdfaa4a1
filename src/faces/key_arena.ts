/**
 * key_arena.ts - the bytes of keys, one after the other in chunks. No JavaScript object belongs to a key.
 *
 * A key whose characters are all below 256 takes a byte for each, any other one two (UTF-16, so that lone
 * surrogates stay what they are). Before its bytes comes its length, doubled, plus 1 for two bytes a
 * character: seven bits in a byte, the lowest first. Keys begin at multiples of four and never cross chunks.
 * A key that is longer than a chunk has several to itself.
 *
 * Owns:   the chunks. The first one grows by doubling up to its full size; later ones are whole at once. So
 *         growth never copies more than 8 KiB. Dead keys are closed up in place.
 * Keeps:  addresses ascend in the order of `append`. They count units of four bytes: 2^32 of them, 16 GiB.
 */
import { SpillwayError } from "../base/errors.js";
import { type HashSeed, hashKey } from "./key_hash.js";

const UNIT_BITS = 2;
/** 16 KiB: so much of the last chunk may be unused. */
const CHUNK_BITS = 14;
const CHUNK_BYTES = 2 ** CHUNK_BITS;
/** Bits of an address that count units inside of a chunk. */
const PLACE_BITS = CHUNK_BITS - UNIT_BITS;
const PLACE_MASK = 2 ** PLACE_BITS - 1;
const CHUNKS_MAX = 2 ** (32 - PLACE_BITS);
const FIRST_BYTES = 1024;
/** A string has at most 2^30 characters in any host: five times seven bits. */
const LENGTH_BYTES_MAX = 5;
/** Characters that String.fromCharCode takes in one call. */
const CHARACTERS = 4096;

const NOTHING = new Uint8Array(0);
/** The end of a chunk that has no room for another key. */
const ALONE = Number.POSITIVE_INFINITY;

/** Bytes of the array below: at least, and from where on it is not kept. */
const LEAST_BYTES = 256;
const LARGE_BYTES = 65_536;

/** A key as bytes, in an array that is used again for the next one. */
export class EncodedKey {
  bytes = new Uint8Array(LEAST_BYTES);
  length = 0;
  /** 1: two bytes a character. */
  wide = 0;

  read(key: string): void {
    // An array that a long key made large is let go of by the next short one.
    if (this.bytes.length < key.length * 2) this.bytes = new Uint8Array(key.length * 2);
    else if (this.bytes.length > LARGE_BYTES && key.length < LEAST_BYTES)
      this.bytes = new Uint8Array(LEAST_BYTES);
    const { bytes } = this;
    const count = key.length;
    for (let i = 0; i < count; i++) {
      const character = key.charCodeAt(i);
      if (character > 0xff) {
        this.#readWide(key);
        return;
      }
      bytes[i] = character;
    }
    this.length = count;
    this.wide = 0;
  }

  #readWide(key: string): void {
    const { bytes } = this;
    for (let i = 0; i < key.length; i++) {
      const character = key.charCodeAt(i);
      bytes[2 * i] = character;
      bytes[2 * i + 1] = character >>> 8;
    }
    this.length = 2 * key.length;
    this.wide = 1;
  }

  hash(seed: HashSeed): number {
    return hashKey(this.bytes, 0, this.length, this.wide, seed);
  }
}

export class KeyArena {
  #chunks: Uint8Array[] = [new Uint8Array(FIRST_BYTES)];
  /** The chunk that keys are appended to, and where. */
  #last = 0;
  #end = 0;
  /** Bytes of chunks. */
  reservedBytes = FIRST_BYTES;

  /** Appends a key and answers its address. Throws ERR_SPILLWAY_OUT_OF_MEMORY beyond 16 GiB. */
  append({ bytes, length, wide }: EncodedKey): number {
    const begin = this.#room(LENGTH_BYTES_MAX + length);
    const chunk = this.#chunks[this.#last] as Uint8Array;
    let at = begin;
    for (let head = length * 2 + wide; ; head = Math.floor(head / 128)) {
      chunk[at++] = head < 128 ? head : (head % 128) + 128;
      if (head < 128) break;
    }
    if (length < 64) for (let i = 0; i < length; i++) chunk[at + i] = bytes[i] as number;
    else chunk.set(bytes.subarray(0, length), at);
    return this.#took(begin, at + length);
  }

  /**
   * Moves keys down over dead ones, in place: no memory is needed. Each key that lives is moved once, in the
   * order of addresses; then `end` lets go of what is free.
   */
  slide(): Slide {
    return new Slide(this.#chunks, (chunks, last, end) => {
      this.#chunks = chunks;
      this.#last = last;
      this.#end = end;
      this.reservedBytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    });
  }

  equals(address: number, { bytes, length, wide }: EncodedKey): boolean {
    const chunk = this.#chunks[address >>> PLACE_BITS] as Uint8Array;
    let at = (address & PLACE_MASK) << UNIT_BITS;
    let head = length * 2 + wide;
    for (; head >= 128; head = Math.floor(head / 128)) if (chunk[at++] !== (head % 128) + 128) return false;
    if (chunk[at++] !== head) return false;
    for (let i = 0; i < length; i++) if (chunk[at + i] !== bytes[i]) return false;
    return true;
  }

  /** Hash of a key that is here. */
  hash(address: number, seed: HashSeed): number {
    const { at, length, wide } = this.#head(address);
    return hashKey(this.#chunks[address >>> PLACE_BITS] as Uint8Array, at, length, wide, seed);
  }

  key(address: number): string {
    const chunk = this.#chunks[address >>> PLACE_BITS] as Uint8Array;
    const { at, length, wide } = this.#head(address);
    const bytes = chunk.subarray(at, at + length);
    return textOf(wide === 0 ? bytes : new Uint16Array(bytes.slice().buffer));
  }

  /** Bytes that a key takes here, its length included, to the next multiple of four. */
  takes(address: number): number {
    const { begin, at, length } = this.#head(address);
    return unitsOf(at + length - begin) << UNIT_BITS;
  }

  /** A key with its length before it, as it is kept. */
  keyBytes(address: number): Uint8Array {
    const { begin, at, length } = this.#head(address);
    return (this.#chunks[address >>> PLACE_BITS] as Uint8Array).subarray(begin, at + length);
  }

  #head(address: number): Head {
    return headAt(this.#chunks[address >>> PLACE_BITS] as Uint8Array, (address & PLACE_MASK) << UNIT_BITS);
  }

  /** Where in the last chunk so many bytes have room. */
  #room(bytes: number): number {
    const chunk = this.#chunks[this.#last] as Uint8Array;
    if (this.#end + bytes <= chunk.length) return this.#end;
    if (this.#last === 0 && this.#end + bytes <= CHUNK_BYTES) {
      const grown = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(2 * chunk.length, this.#end + bytes)));
      grown.set(chunk);
      this.reservedBytes += grown.length - chunk.length;
      this.#chunks[0] = grown;
      return this.#end;
    }
    const count = Math.max(1, Math.ceil(bytes / CHUNK_BYTES));
    const first = this.#chunks.length;
    if (first + count > CHUNKS_MAX)
      throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", "the keys of a map take at most 16 GiB");
    const added = new Uint8Array(count === 1 ? CHUNK_BYTES : bytes);
    this.#chunks.push(added);
    for (let i = 1; i < count; i++) this.#chunks.push(NOTHING);
    this.reservedBytes += added.length;
    this.#last = first;
    this.#end = 0;
    return 0;
  }

  #took(begin: number, end: number): number {
    // A key of several chunks is alone in them: the next one begins a chunk.
    const alone = end > CHUNK_BYTES;
    this.#end = alone ? ALONE : unitsOf(end) << UNIT_BITS;
    return addressOf(this.#last, begin);
  }
}

/**
 * Keys on their way down. They fill the arrays they come from, in the same order: each one goes to where it
 * is or to a place before, because all before it did. A chunk that one long key has to itself moves as it is.
 */
class Slide {
  readonly #from: Uint8Array[];
  readonly #done: (chunks: Uint8Array[], last: number, end: number) => void;
  readonly #to: Uint8Array[] = [];
  /** Chunks that keys share, and how many of them are in use. */
  readonly #shared: Uint8Array[];
  #used = 0;
  /** The chunk that is filled, and where. */
  #last = -1;
  #end = ALONE;

  constructor(from: Uint8Array[], done: (chunks: Uint8Array[], last: number, end: number) => void) {
    this.#from = from;
    this.#done = done;
    this.#shared = from.filter(({ length }) => length > 0 && length <= CHUNK_BYTES);
  }

  /** Moves a key and answers its new address. */
  move(address: number): number {
    const chunk = this.#from[address >>> PLACE_BITS] as Uint8Array;
    if (chunk.length > CHUNK_BYTES) return this.#moveChunk(chunk);
    const { begin, at, length } = headAt(chunk, (address & PLACE_MASK) << UNIT_BITS);
    const bytes = at + length - begin;
    if (this.#end + bytes > (this.#to[this.#last]?.length ?? 0)) {
      this.#last = this.#to.length;
      this.#end = 0;
      this.#to.push(this.#shared[this.#used++] as Uint8Array);
    }
    const target = this.#to[this.#last] as Uint8Array;
    const to = this.#end;
    if (target === chunk) chunk.copyWithin(to, begin, begin + bytes);
    else target.set(chunk.subarray(begin, begin + bytes), to);
    this.#end = unitsOf(to + bytes) << UNIT_BITS;
    return addressOf(this.#last, to);
  }

  #moveChunk(chunk: Uint8Array): number {
    const first = this.#to.length;
    this.#to.push(chunk);
    for (let i = Math.ceil(chunk.length / CHUNK_BYTES); i > 1; i--) this.#to.push(NOTHING);
    this.#last = first;
    this.#end = ALONE;
    return addressOf(first, 0);
  }

  end(): void {
    if (this.#to.length > 0) this.#done(this.#to, this.#last, this.#end);
    else this.#done([NOTHING], 0, 0);
  }
}

interface Head {
  begin: number;
  at: number;
  length: number;
  wide: number;
}

/** The length of the key that begins at a place, and where its characters begin. */
function headAt(chunk: Uint8Array, begin: number): Head {
  let at = begin;
  let head = 0;
  for (let unit = 1; ; unit *= 128) {
    const byte = chunk[at++] as number;
    head += (byte % 128) * unit;
    if (byte < 128) break;
  }
  return { begin, at, length: Math.floor(head / 2), wide: head % 2 };
}

function addressOf(chunk: number, begin: number): number {
  return chunk * 2 ** PLACE_BITS + (begin >>> UNIT_BITS);
}

function unitsOf(bytes: number): number {
  return Math.ceil(bytes / 2 ** UNIT_BITS);
}

/** The string of these character codes. */
export function textOf(codes: Uint8Array | Uint16Array): string {
  if (codes.length <= CHARACTERS) return fromCharCode(codes);
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += CHARACTERS)
    parts.push(fromCharCode(codes.subarray(at, at + CHARACTERS)));
  return parts.join("");
}

const fromCharCode = (codes: Uint8Array | Uint16Array): string =>
  String.fromCharCode.apply(null, codes as unknown as number[]);
