/**
 * dense.ts - a slow decoder of dense blocks, made from section 7 of docs/FORMAT.md alone.
 *
 * It reads one bit at a time and checks every step. Tests compare the engine's dense decoder with it.
 */

/** Why a block is rejected: the numbers of the table in docs/FORMAT.md. */
export const DenseError = {
  TRUNCATED: -1,
  OTHER_DICTIONARY: -2,
  LITERALS: -3,
  OUTPUT_FULL: -4,
  OFFSET_OUTSIDE: -5,
  NOT_CONSUMED: -6,
} as const;

export type DenseError = (typeof DenseError)[keyof typeof DenseError];

class Rejected {
  readonly error: DenseError;
  constructor(error: DenseError) {
    this.error = error;
  }
}

/** A code: from its bits, as text, to the symbol. */
type Code = Map<string, number>;

const CODE_BITS_MAX = 11;

/** Code lengths, two to a byte. */
function readLengths(bytes: Uint8Array, symbols: number): number[] {
  return Array.from({ length: symbols }, (_, i) => ((bytes[i >> 1] as number) >> (i % 2 === 0 ? 0 : 4)) & 15);
}

function canonicalCode(lengths: readonly number[]): Code {
  const code: Code = new Map();
  let next = 0;
  for (let length = 1; length <= CODE_BITS_MAX; length++) {
    next *= 2;
    for (const [symbol, own] of lengths.entries()) {
      if (own === length) code.set((next++).toString(2).padStart(length, "0"), symbol);
    }
  }
  if (next !== 2 ** CODE_BITS_MAX) throw new RangeError("a code that is not complete");
  return code;
}

/** What a dictionary says. */
export class ReferenceDictionary {
  readonly version: number;
  readonly content: Uint8Array;
  readonly literals: Code;
  readonly tokens: Code;
  readonly offsets: Code;

  /** Throws RangeError when it is not one. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let sum = 2166136261;
    for (const byte of bytes.subarray(4)) sum = Math.imul(sum ^ byte, 16777619) >>> 0;
    if (view.getUint32(0, true) !== sum) throw new RangeError("a checksum");
    this.version = view.getUint32(4, true);
    this.content = bytes.subarray(352);
    if (view.getUint32(8, true) !== this.content.length) throw new RangeError("a length of content");
    this.literals = canonicalCode(readLengths(bytes.subarray(16), 256));
    this.tokens = canonicalCode(readLengths(bytes.subarray(144), 256));
    this.offsets = canonicalCode(readLengths(bytes.subarray(272), 154));
  }
}

/** One stream of bits: up or down from an end of a region. */
class Bits {
  readonly region: Uint8Array;
  readonly down: boolean;
  #at = 0;

  constructor(region: Uint8Array, down: boolean) {
    this.region = region;
    this.down = down;
  }

  /** Whole bytes that were begun. */
  get bytes(): number {
    return Math.ceil(this.#at / 8);
  }

  bit(): number {
    const index = this.#at >> 3;
    const byte = this.region[this.down ? this.region.length - 1 - index : index];
    if (byte === undefined) throw new Rejected(DenseError.TRUNCATED);
    const place = this.#at % 8;
    this.#at += 1;
    return (byte >> (this.down ? 7 - place : place)) & 1;
  }

  number(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = value * 2 + this.bit();
    return value;
  }

  symbol(code: Code): number {
    let bits = "";
    for (;;) {
      bits += this.bit();
      const symbol = code.get(bits);
      if (symbol !== undefined) return symbol;
    }
  }
}

const MATCH_BASES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 18, 26, 42, 106];
const MATCH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 3, 4, 6, 16];

function readLiteralCount(literalClass: number, tokens: Bits): number {
  if (literalClass < 6) return literalClass;
  if (literalClass === 6) return 6 + tokens.number(2);
  const more = tokens.number(4);
  return more < 15 ? 10 + more : 25 + tokens.number(16);
}

/** An offset into the page, or a place in the dictionary. */
function readOffset(dictionary: ReferenceDictionary, offsets: Bits): { offset: number } | { place: number } {
  const symbol = offsets.symbol(dictionary.offsets);
  if (symbol < 15) return { offset: 1 + symbol };
  if (symbol < 39) {
    const s = symbol - 15;
    const bits = 3 + Math.floor(s / 2);
    return { offset: (2 + (s % 2)) * 2 ** bits + offsets.number(bits) };
  }
  if (symbol < 54) return { offset: 8 * (symbol - 38) };
  if (symbol < 90) {
    const s = symbol - 54;
    const bits = 2 + Math.floor(s / 4);
    return { offset: 8 * ((4 + (s % 4)) * 2 ** bits + offsets.number(bits)) };
  }
  return { place: 1024 * (symbol - 90) + offsets.number(10) };
}

/** The page of `pageBytes` bytes that the block decodes to, or a rule that it breaks. */
export function referenceDenseDecode(
  block: Uint8Array,
  dictionary: ReferenceDictionary,
  pageBytes: number,
): Uint8Array | DenseError {
  try {
    return decode(block, dictionary, pageBytes);
  } catch (error) {
    if (error instanceof Rejected) return error.error;
    throw error;
  }
}

function decode(block: Uint8Array, dictionary: ReferenceDictionary, pageBytes: number): Uint8Array {
  const require = (rule: boolean, error: DenseError) => {
    if (!rule) throw new Rejected(error);
  };
  require(block.length >= 5, DenseError.TRUNCATED);
  require(block.length <= pageBytes, DenseError.OUTPUT_FULL);
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  require(view.getUint8(0) === dictionary.version, DenseError.OTHER_DICTIONARY);
  const literalCount = view.getUint16(1, true);
  const split = view.getUint16(3, true);
  require(literalCount <= pageBytes, DenseError.LITERALS);
  require(5 + split <= block.length, DenseError.TRUNCATED);
  const first = block.subarray(5, 5 + split);
  const second = block.subarray(5 + split);
  const [even, odd] = [new Bits(first, false), new Bits(second, false)];
  const [offsets, tokens] = [new Bits(first, true), new Bits(second, true)];

  const page = new Uint8Array(pageBytes);
  let to = 0;
  let literals = 0;
  let repeat = 8;
  while (to < pageBytes) {
    const token = tokens.symbol(dictionary.tokens);
    const count = readLiteralCount(token >> 5, tokens);
    const matchClass = token & 15;
    const repeats = (token & 16) !== 0;
    const match =
      (repeats ? 2 : 3) +
      (MATCH_BASES[matchClass] as number) +
      tokens.number(MATCH_BITS[matchClass] as number);

    require(literals + count <= literalCount, DenseError.LITERALS);
    require(to + count <= pageBytes, DenseError.OUTPUT_FULL);
    for (let i = 0; i < count; i++, literals++)
      page[to++] = (literals % 2 === 0 ? even : odd).symbol(dictionary.literals);
    if (to === pageBytes) break;

    require(to + match <= pageBytes, DenseError.OUTPUT_FULL);
    const from = repeats ? { offset: repeat } : readOffset(dictionary, offsets);
    if ("place" in from) {
      require(from.place + match <= dictionary.content.length, DenseError.OFFSET_OUTSIDE);
      page.set(dictionary.content.subarray(from.place, from.place + match), to);
      to += match;
    } else {
      repeat = from.offset;
      require(repeat <= to, DenseError.OFFSET_OUTSIDE);
      for (let i = 0; i < match; i++, to++) page[to] = page[to - repeat] as number;
    }
  }
  require(literals === literalCount, DenseError.LITERALS);
  require(even.bytes + offsets.bytes === first.length, DenseError.NOT_CONSUMED);
  require(odd.bytes + tokens.bytes === second.length, DenseError.NOT_CONSUMED);
  return page;
}
