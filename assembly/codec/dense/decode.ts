/**
 * decode.ts - one dense block back into its page.
 *
 * Owns:   nothing. Touches only the ranges its parameters name.
 * Keeps:  whatever the block says, only the block, the dictionary and its tables are read, and only the
 *         target with its slack and the scratch are written. Damage gives an error or other bytes, never
 *         more.
 * Cost:   `npm run bench -- dense`. Literals are decoded first, in two streams that do not wait for each
 *         other; then each sequence takes two look-ups, which do not wait for each other either, and two
 *         copies of sixteen bytes.
 *
 * The block is copied to scratch, between zeros. Then eight bytes can be loaded from any place of a stream,
 * and the bounds of a stream are checked once for each load instead of once for each bit.
 */
import { SLACK_BYTES } from "../../ground/layout";
import { patternOf, strideOf } from "../copies";
import {
  CODE_BITS_MAX,
  CODE_ENTRIES,
  DENSE_HEADER_BYTES,
  DENSE_LITERALS_AT,
  DENSE_MATCH_MIN,
  DENSE_REPEAT_MIN,
  DENSE_SPLIT_AT,
  DENSE_VERSION_AT,
  DenseError,
  DICTIONARY_CONTENT_AT,
  DICTIONARY_CONTENT_BYTES_AT,
  DICTIONARY_LITERALS_AT,
  DICTIONARY_OFFSETS_AT,
  DICTIONARY_TOKENS_AT,
  DICTIONARY_VERSION_AT,
  LENGTH_ESCAPE_BITS,
  LITERAL_SYMBOLS,
  LITERALS_LONG_ALL,
  LITERALS_LONG_BASE,
  LITERALS_LONG_BITS,
  LITERALS_LONG_CLASS,
  LITERALS_PAIR_BITS,
  LITERALS_PAIR_CLASS,
  MATCH_CLASS_BASES,
  MATCH_CLASS_BITS,
  OFFSET_DICTIONARY,
  OFFSET_SYMBOLS,
  offsetBase,
  offsetBits,
  offsetShift,
  REPEAT_FIRST,
  TOKEN_LITERALS_UNIT,
  TOKEN_MATCH_MASK,
  TOKEN_REPEAT,
  TOKEN_SYMBOLS,
} from "./format";
import { nextPrefix, packedLength, reversed } from "./prefix";

// ── tables: what the next eleven bits of a stream begin with ───────────────────────────────────────────

/**
 *   literals, u16 each:  │ bits 8 │ literal 8 │                     index: first bit of the stream lowest
 *   tokens, u32 each:    │ bits 4 │ 2 │ class told 1 │ repeat 1 │ match bits 5 │ literal bits 3 │
 *                        │ literals 4 │ 4 │ match 8 │
 *   offsets, u32 each:   │ base 16 │ 5 │ dictionary 1 │ shift 2 │ extra bits 4 │ bits 4 │
 *                        index of these two: first bit of the stream highest
 */
export const TABLE_LITERALS_AT: u32 = 0;
export const TABLE_TOKENS_AT: u32 = CODE_ENTRIES * 2;
export const TABLE_OFFSETS_AT: u32 = TABLE_TOKENS_AT + CODE_ENTRIES * 4;
export const DENSE_TABLES_BYTES: u32 = TABLE_OFFSETS_AT + CODE_ENTRIES * 4;

const LITERAL_BITS_SHIFT: u32 = 8;
const ENTRY_MATCH_MASK: u32 = 255;
const ENTRY_LITERALS_SHIFT: u32 = 12;
const ENTRY_LITERAL_BITS_SHIFT: u32 = 16;
const ENTRY_MATCH_BITS_SHIFT: u32 = 19;
const ENTRY_REPEAT: u32 = 1 << 24;
/** More bits follow the token. */
const ENTRY_MORE: u32 = 1 << 25;
const ENTRY_BITS_SHIFT: u32 = 28;
const OFFSET_EXTRA_SHIFT: u32 = 4;
const OFFSET_SHIFT_SHIFT: u32 = 8;
const OFFSET_PLACE: u32 = 1 << 10;
const OFFSET_BASE_SHIFT: u32 = 16;

function tokenEntry(token: u32, bits: u32): u32 {
  const literals = token / TOKEN_LITERALS_UNIT;
  const matchClass = token & TOKEN_MATCH_MASK;
  const matchBits = <u32>load<u8>(MATCH_CLASS_BITS + matchClass);
  let literalBits: u32 = 0;
  let base = literals;
  if (literals == LITERALS_PAIR_CLASS) literalBits = LITERALS_PAIR_BITS;
  if (literals == LITERALS_LONG_CLASS) {
    literalBits = LITERALS_LONG_BITS;
    base = LITERALS_LONG_BASE;
  }
  let entry = (bits << ENTRY_BITS_SHIFT) | (base << ENTRY_LITERALS_SHIFT);
  entry |= (literalBits << ENTRY_LITERAL_BITS_SHIFT) | (matchBits << ENTRY_MATCH_BITS_SHIFT);
  if (literalBits | matchBits) entry |= ENTRY_MORE;
  if (token & TOKEN_REPEAT) entry |= ENTRY_REPEAT;
  return (
    entry |
    (<u32>load<u8>(MATCH_CLASS_BASES + matchClass) +
      (token & TOKEN_REPEAT ? DENSE_REPEAT_MIN : DENSE_MATCH_MIN))
  );
}

function offsetEntry(symbol: u32, bits: u32): u32 {
  let entry = bits | (offsetBits(symbol) << OFFSET_EXTRA_SHIFT);
  entry |= (offsetShift(symbol) << OFFSET_SHIFT_SHIFT) | (offsetBase(symbol) << OFFSET_BASE_SHIFT);
  return symbol >= OFFSET_DICTIONARY ? entry | OFFSET_PLACE : entry;
}

/** Lays out the tables of a valid dictionary, DENSE_TABLES_BYTES. */
export function denseTables(dictionary: usize, tables: usize): void {
  let literal: u32 = 0;
  let token: u32 = 0;
  let offset: u32 = 0;
  let bits: u32 = 1;
  while (bits <= CODE_BITS_MAX) {
    let symbol: u32 = 0;
    while (symbol < LITERAL_SYMBOLS) {
      if (packedLength(dictionary + DICTIONARY_LITERALS_AT, symbol) == bits) {
        let index = reversed(literal >> (CODE_BITS_MAX - bits), bits);
        while (index < CODE_ENTRIES) {
          store<u16>(tables + TABLE_LITERALS_AT + (index << 1), (bits << LITERAL_BITS_SHIFT) | symbol);
          index += 1 << bits;
        }
        literal = nextPrefix(literal, bits);
      }
      if (symbol < TOKEN_SYMBOLS && packedLength(dictionary + DICTIONARY_TOKENS_AT, symbol) == bits) {
        const end = nextPrefix(token, bits);
        const entry = tokenEntry(symbol, bits);
        while (token < end) {
          store<u32>(tables + TABLE_TOKENS_AT + (token << 2), entry);
          token += 1;
        }
      }
      if (symbol < OFFSET_SYMBOLS && packedLength(dictionary + DICTIONARY_OFFSETS_AT, symbol) == bits) {
        const end = nextPrefix(offset, bits);
        const entry = offsetEntry(symbol, bits);
        while (offset < end) {
          store<u32>(tables + TABLE_OFFSETS_AT + (offset << 2), entry);
          offset += 1;
        }
      }
      symbol += 1;
    }
    bits += 1;
  }
}

// ── the block ──────────────────────────────────────────────────────────────────────────────────────────

const COPY_BYTES: u32 = 16;
if (SLACK_BYTES < 2 * COPY_BYTES) ERROR("copies overrun the slack");
/** A load of eight bytes may begin at any bit of a stream, so it may reach that far beyond the region. */
const PAD_BYTES: u32 = 16;
/** 64 - CODE_BITS_MAX: what is left of eight bytes behind the bits that a table is asked for. */
const PEEK_SHIFT: u64 = 53;
const PEEK_MASK: u64 = 2047;
/** Literals of each stream that one load of at least 57 bits holds. */
const LITERALS_A_LOAD: u32 = 5;
if (LITERALS_A_LOAD * CODE_BITS_MAX > 57) ERROR("a load holds fewer literals");

/** Bytes of scratch for pages of `pageBytes`. */
export function denseDecodeScratchBytes(pageBytes: u32): u32 {
  return 2 * pageBytes + 3 * PAD_BYTES + SLACK_BYTES;
}

/** The stream that goes up from `start`, from bit `bits` on, lowest first. */
function upward(start: usize, bits: u32): u64 {
  return load<u64>(start + (bits >> 3)) >> (bits & 7);
}

/** The stream that goes down from `end`, from bit `bits` on, highest first. */
function downward(end: usize, bits: u32): u64 {
  return load<u64>(end - 8 - (bits >> 3)) << (bits & 7);
}

/**
 * Decodes the block of `bytes` bytes at `source` into exactly `pageBytes` bytes at `target`. Answers
 * `pageBytes`, or a DenseError. `tables` are those that denseTables made of `dictionary`, whose content has
 * COPY_BYTES readable bytes behind it; `scratch` is denseDecodeScratchBytes. Up to SLACK_BYTES behind the
 * page may be overwritten.
 *
 * The function is long on purpose, as that of LZ4 is.
 */
export function denseDecode(
  source: usize,
  bytes: u32,
  dictionary: usize,
  tables: usize,
  target: usize,
  pageBytes: u32,
  scratch: usize,
): i32 {
  if (bytes < DENSE_HEADER_BYTES) return DenseError.TRUNCATED;
  if (bytes > pageBytes) return DenseError.OUTPUT_FULL;
  if (<u32>load<u8>(source, DENSE_VERSION_AT) != load<u32>(dictionary, DICTIONARY_VERSION_AT))
    return DenseError.OTHER_DICTIONARY;
  let left = <u32>load<u16>(source, DENSE_LITERALS_AT);
  const split = <u32>load<u16>(source, DENSE_SPLIT_AT);
  if (left > pageBytes) return DenseError.LITERALS;
  if (split > bytes - DENSE_HEADER_BYTES) return DenseError.TRUNCATED;

  const block = scratch + PAD_BYTES;
  v128.store(scratch, i64x2.splat(0));
  memory.copy(block, source, bytes);
  v128.store(block + bytes, i64x2.splat(0));
  const first = block + DENSE_HEADER_BYTES;
  const second = first + split;
  const end = block + bytes;
  const firstBits = split << 3;
  const secondBits = (<u32>(end - second)) << 3;

  let literal = scratch + 2 * PAD_BYTES + pageBytes;
  let put = literal;
  let even: u32 = 0;
  let odd: u32 = 0;
  const literalTable = tables + TABLE_LITERALS_AT;
  // Bound: each turn takes ten literals; each load is behind a look at its region.
  while (left >= 2 * LITERALS_A_LOAD) {
    if (even > firstBits || odd > secondBits) return DenseError.TRUNCATED;
    let one = upward(first, even);
    let other = upward(second, odd);
    let round: u32 = 0;
    while (round < LITERALS_A_LOAD) {
      const a = <u32>load<u16>(literalTable + ((<usize>(one & PEEK_MASK)) << 1));
      const b = <u32>load<u16>(literalTable + ((<usize>(other & PEEK_MASK)) << 1));
      store<u8>(put, a, 0);
      store<u8>(put, b, 1);
      one >>= a >> LITERAL_BITS_SHIFT;
      other >>= b >> LITERAL_BITS_SHIFT;
      even += a >> LITERAL_BITS_SHIFT;
      odd += b >> LITERAL_BITS_SHIFT;
      put += 2;
      round += 1;
    }
    left -= 2 * LITERALS_A_LOAD;
  }
  if (even > firstBits || odd > secondBits) return DenseError.TRUNCATED;
  let one = upward(first, even);
  let other = upward(second, odd);
  while (left) {
    const a = <u32>load<u16>(literalTable + ((<usize>(one & PEEK_MASK)) << 1));
    store<u8>(put, a);
    one >>= a >> LITERAL_BITS_SHIFT;
    even += a >> LITERAL_BITS_SHIFT;
    put += 1;
    left -= 1;
    if (!left) break;
    const b = <u32>load<u16>(literalTable + ((<usize>(other & PEEK_MASK)) << 1));
    store<u8>(put, b);
    other >>= b >> LITERAL_BITS_SHIFT;
    odd += b >> LITERAL_BITS_SHIFT;
    put += 1;
    left -= 1;
  }
  const literalEnd = put;

  const tokenTable = tables + TABLE_TOKENS_AT;
  const offsetTable = tables + TABLE_OFFSETS_AT;
  const content = dictionary + DICTIONARY_CONTENT_AT;
  const contentBytes = load<u32>(dictionary, DICTIONARY_CONTENT_BYTES_AT);
  const targetEnd = target + pageBytes;
  let to = target;
  let tokens: u32 = 0;
  let offsets: u32 = 0;
  let repeat: u32 = REPEAT_FIRST;
  // Bound: each turn takes a bit of the tokens.
  while (to < targetEnd) {
    if (tokens > secondBits || offsets > firstBits) return DenseError.TRUNCATED;
    let bits = downward(end, tokens);
    const token = load<u32>(tokenTable + ((<usize>(bits >> PEEK_SHIFT)) << 2));
    let literals = (token >> ENTRY_LITERALS_SHIFT) & 15;
    let match = token & ENTRY_MATCH_MASK;
    tokens += token >> ENTRY_BITS_SHIFT;
    if (token & ENTRY_MORE) {
      bits <<= token >> ENTRY_BITS_SHIFT;
      const literalBits = (token >> ENTRY_LITERAL_BITS_SHIFT) & 7;
      const more = <u32>((bits >> 1) >> (63 - literalBits));
      bits <<= literalBits;
      tokens += literalBits;
      literals += more;
      if (literalBits == LITERALS_LONG_BITS && more == LITERALS_LONG_ALL) {
        literals += <u32>(bits >> (64 - LENGTH_ESCAPE_BITS));
        bits <<= LENGTH_ESCAPE_BITS;
        tokens += LENGTH_ESCAPE_BITS;
      }
      const matchBits = (token >> ENTRY_MATCH_BITS_SHIFT) & 31;
      match += <u32>((bits >> 1) >> (63 - matchBits));
      tokens += matchBits;
    }

    if (literals > <u32>(literalEnd - literal)) return DenseError.LITERALS;
    if (literals > <u32>(targetEnd - to)) return DenseError.OUTPUT_FULL;
    const literalsTo = to + literals;
    v128.store(to, v128.load(literal));
    let done: u32 = COPY_BYTES;
    while (done < literals) {
      v128.store(to + done, v128.load(literal + done));
      done += COPY_BYTES;
    }
    literal += literals;
    to = literalsTo;
    if (to == targetEnd) break;
    if (match > <u32>(targetEnd - to)) return DenseError.OUTPUT_FULL;

    // The next offset is looked up even where the last one is repeated: that saves a branch that the
    // processor cannot predict.
    const ahead = downward(second, offsets);
    const entry = load<u32>(offsetTable + ((<usize>(ahead >> PEEK_SHIFT)) << 2));
    const code = entry & 15;
    const extra = (entry >> OFFSET_EXTRA_SHIFT) & 15;
    const told =
      (entry >> OFFSET_BASE_SHIFT) +
      ((<u32>(((ahead << code) >> 1) >> (63 - extra))) << ((entry >> OFFSET_SHIFT_SHIFT) & 3));
    const repeats = token & ENTRY_REPEAT;
    offsets += select<u32>(0, code + extra, repeats);
    const matchTo = to + match;
    // The offset of the dictionary, the new or the repeated one: selected without a branch, for the same
    // reason.
    const place = select<u32>(0, entry & OFFSET_PLACE, repeats);
    const offset = select<u32>(repeat, told, repeats | place);
    const outside = select<bool>(told + match > contentBytes, offset > <u32>(to - target), place);
    if (outside) return DenseError.OFFSET_OUTSIDE;
    repeat = offset;
    let from = select<usize>(content + told, to - offset, place);
    const row = select<u32>(COPY_BYTES, min<u32>(offset, COPY_BYTES), place);
    const pattern = patternOf(from, row);
    v128.store(to, pattern);
    if (match > COPY_BYTES) {
      if (row == COPY_BYTES) {
        while (to + COPY_BYTES < matchTo) {
          from += COPY_BYTES;
          to += COPY_BYTES;
          v128.store(to, v128.load(from));
        }
      } else {
        const stride = strideOf(row);
        while (to + stride < matchTo) {
          to += stride;
          v128.store(to, pattern);
        }
      }
    }
    to = matchTo;
  }
  if (literal != literalEnd) return DenseError.LITERALS;
  if (((even + 7) >> 3) + ((offsets + 7) >> 3) != split) return DenseError.NOT_CONSUMED;
  if (((odd + 7) >> 3) + ((tokens + 7) >> 3) != <u32>(end - second)) return DenseError.NOT_CONSUMED;
  return <i32>pageBytes;
}
