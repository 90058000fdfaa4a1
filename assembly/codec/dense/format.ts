/**
 * format.ts - constants of the dense block and of its dictionary, each with the sentence of docs/FORMAT.md it
 * stands for, and the arithmetic of its offsets.
 *
 * Owns:   nothing.
 */

// ── the dictionary ─────────────────────────────────────────────────────────────────────────────────────
/**
 *   dictionary: header, code lengths (two to a byte, the lower symbol in the low half), content
 *   ├ 0    checksum u32     FNV-1a over everything behind it
 *   ├ 4    version u8       0..255, the first byte of every block made with it
 *   ├ 8    content u32      bytes of content, 0..65,536
 *   ├ 16   lengths of the 256 literals, 256 tokens, 154 offsets; six halves unused
 *   └ 352  content
 */
export const DICTIONARY_CHECKSUM_AT: u32 = 0;
export const DICTIONARY_VERSION_AT: u32 = 4;
export const DICTIONARY_CONTENT_BYTES_AT: u32 = 8;
export const DICTIONARY_LITERALS_AT: u32 = 16;
export const DICTIONARY_TOKENS_AT: u32 = 144;
export const DICTIONARY_OFFSETS_AT: u32 = 272;
export const DICTIONARY_CONTENT_AT: u32 = 352;
/** "A dictionary has at most 65,536 bytes of content, and ends with it." */
export const DICTIONARY_CONTENT_MAX: u32 = 1 << 16;
export const DICTIONARY_BYTES_MAX: u32 = DICTIONARY_CONTENT_AT + DICTIONARY_CONTENT_MAX;

// ── the codes ──────────────────────────────────────────────────────────────────────────────────────────

export const LITERAL_SYMBOLS: u32 = 256;
export const TOKEN_SYMBOLS: u32 = 256;
export const OFFSET_SYMBOLS: u32 = 154;
/** "Every symbol has a code of one to eleven bits." */
export const CODE_BITS_MAX: u32 = 11;
export const CODE_ENTRIES: u32 = 1 << CODE_BITS_MAX;

// ── the block ──────────────────────────────────────────────────────────────────────────────────────────
/**
 *   block: version u8 │ count of literals u16 │ bytes of the first region u16 │ first region │ second region
 *   first region:    even literals upward →   ← offsets downward
 *   second region:   odd literals upward →    ← tokens downward
 */
export const DENSE_VERSION_AT: u32 = 0;
export const DENSE_LITERALS_AT: u32 = 1;
export const DENSE_SPLIT_AT: u32 = 3;
export const DENSE_HEADER_BYTES: u32 = 5;

// ── the token: 32 x class of the count of literals + 16 if the offset is repeated + class of the match ──

export const TOKEN_LITERALS_UNIT: u32 = 32;
export const TOKEN_REPEAT: u32 = 16;
export const TOKEN_MATCH_MASK: u32 = 15;
/** | 6 | 6 + the bits | 2 | */
export const LITERALS_PAIR_CLASS: u32 = 6;
export const LITERALS_PAIR_BITS: u32 = 2;
/** | 7 | 10 + the bits | 4 |, and where these are fifteen | 25 + the further bits | 4, then 16 | */
export const LITERALS_LONG_CLASS: u32 = 7;
export const LITERALS_LONG_BASE: u32 = 10;
export const LITERALS_LONG_BITS: u32 = 4;
export const LITERALS_LONG_ALL: u32 = 15;
export const LENGTH_ESCAPE_BITS: u32 = 16;
/** "A match has at least three bytes, one at the repeated offset at least two: these are the minimum." */
export const DENSE_MATCH_MIN: u32 = 3;
export const DENSE_REPEAT_MIN: u32 = 2;
/** The table of the classes of matches: least length beyond the minimum, and bits that add to it. */
export const MATCH_CLASS_BASES: usize = memory.data<u8>([
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 18, 26, 42, 106,
]);
export const MATCH_CLASS_BITS: usize = memory.data<u8>([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 3, 4, 6, 16]);
export const MATCH_CLASS_EXACT: u32 = 10;
/** "The repeated offset is 8 at the start of a block." */
export const REPEAT_FIRST: u32 = 8;

// ── the offset ─────────────────────────────────────────────────────────────────────────────────────────
// Symbols: offsets 1 to 15; larger ones in halves of octaves; multiples of eight from 8 to 120; larger
// multiples in quarters of octaves; kibibytes of the dictionary.

export const OFFSET_HALVES: u32 = 15;
export const OFFSET_WORDS: u32 = 39;
export const OFFSET_QUARTERS: u32 = 54;
export const OFFSET_DICTIONARY: u32 = 90;
/** | 90 to 153 | the dictionary, at place 1024 × (symbol − 90) + the bits | 10 | */
export const DICTIONARY_PLACE_BITS: u32 = 10;

/** The symbol of an offset into the page, 1..65,535. */
export function offsetSymbol(offset: u32): u32 {
  if (offset & 7) {
    if (offset < 16) return offset - 1;
    const octave = 31 - clz(offset);
    return OFFSET_HALVES + ((octave - 4) << 1) + ((offset >> (octave - 1)) & 1);
  }
  const words = offset >> 3;
  if (words < 16) return OFFSET_WORDS + words - 1;
  const octave = 31 - clz(words);
  return OFFSET_QUARTERS + ((octave - 4) << 2) + ((words >> (octave - 2)) & 3);
}

/** The symbol of a place in the dictionary. */
export function placeSymbol(place: u32): u32 {
  return OFFSET_DICTIONARY + (place >> DICTIONARY_PLACE_BITS);
}

/** Bits that follow the symbol. */
export function offsetBits(symbol: u32): u32 {
  if (symbol >= OFFSET_DICTIONARY) return DICTIONARY_PLACE_BITS;
  if (symbol >= OFFSET_QUARTERS) return ((symbol - OFFSET_QUARTERS) >> 2) + 2;
  if (symbol >= OFFSET_WORDS || symbol < OFFSET_HALVES) return 0;
  return ((symbol - OFFSET_HALVES) >> 1) + 3;
}

/**
 * How far the following bits are shifted left before they are added: 3 where offsets are multiples of eight.
 */
export function offsetShift(symbol: u32): u32 {
  return symbol >= OFFSET_QUARTERS && symbol < OFFSET_DICTIONARY ? 3 : 0;
}

/** The least offset, or place, of the symbol. */
export function offsetBase(symbol: u32): u32 {
  if (symbol >= OFFSET_DICTIONARY) return (symbol - OFFSET_DICTIONARY) << DICTIONARY_PLACE_BITS;
  if (symbol >= OFFSET_QUARTERS) {
    const step = symbol - OFFSET_QUARTERS;
    return (4 + (step & 3)) << ((step >> 2) + 2 + 3);
  }
  if (symbol >= OFFSET_WORDS) return (symbol - OFFSET_WORDS + 1) << 3;
  if (symbol < OFFSET_HALVES) return symbol + 1;
  const step = symbol - OFFSET_HALVES;
  return (2 + (step & 1)) << ((step >> 1) + 3);
}

if (OFFSET_DICTIONARY + (DICTIONARY_CONTENT_MAX >> DICTIONARY_PLACE_BITS) != OFFSET_SYMBOLS)
  ERROR("symbols of the dictionary do not end the offsets");
if (DICTIONARY_OFFSETS_AT + (OFFSET_SYMBOLS >> 1) > DICTIONARY_CONTENT_AT)
  ERROR("lengths reach into the content");

/** Why a dense block or a dictionary was rejected: the first rule that it breaks. */
export const enum DenseError {
  /** The block is shorter than its header, or a stream reads more bits than its region has. */
  TRUNCATED = -1,
  /** It was made with a dictionary of another version. */
  OTHER_DICTIONARY = -2,
  /** A sequence takes more literals than the block has, or the page ends before all are taken. */
  LITERALS = -3,
  /** A sequence would write past the end of the page. */
  OUTPUT_FULL = -4,
  /** The offset reaches before the first byte of the page, or the place past the end of the dictionary. */
  OFFSET_OUTSIDE = -5,
  /** The two streams of a region do not meet: some of its bytes belong to neither. */
  NOT_CONSUMED = -6,
}
