/**
 * encode.ts - a page into one dense block.
 *
 * Owns:   nothing. Touches only the ranges its parameters name.
 * Keeps:  the same page and dictionary give the same block whatever was encoded before.
 * Cost:   `npm run bench -- dense`; nearly all of it is parse.ts.
 *
 * A page is parsed in steps, for a page that was made to be slow takes a hundred times as long as others. Its
 * block is written in one step. The bits of each of the four streams are added up before any is written, so
 * each stream is written directly where it belongs.
 */
import {
  DENSE_HEADER_BYTES,
  DENSE_LITERALS_AT,
  DENSE_MATCH_MIN,
  DENSE_REPEAT_MIN,
  DENSE_SPLIT_AT,
  DENSE_VERSION_AT,
  DICTIONARY_VERSION_AT,
  LENGTH_ESCAPE_BITS,
  LITERALS_LONG_ALL,
  LITERALS_LONG_BASE,
  LITERALS_LONG_BITS,
  LITERALS_PAIR_BITS,
  LITERALS_PAIR_CLASS,
  MATCH_CLASS_BASES,
  MATCH_CLASS_BITS,
  offsetBase,
  offsetBits,
  offsetShift,
  offsetSymbol,
  placeSymbol,
  TOKEN_REPEAT,
} from "./format";
import {
  CODE_BITS_SHIFT,
  CODE_LITERALS_AT,
  CODE_OFFSETS_AT,
  CODE_PRICE_SHIFT,
  CODE_TOKENS_AT,
  denseParseBegin,
  denseParseStep,
  denseSequences,
  KIND_PLACE,
  KIND_REPEAT,
  literalsClass,
  matchClass,
  SEQUENCE_BYTES,
  SEQUENCE_KIND_AT,
  SEQUENCE_LITERALS_AT,
  SEQUENCE_MATCH_AT,
  SEQUENCE_OFFSET_AT,
  STATE_DICTIONARY_AT,
  STATE_INDEX_AT,
  STATE_PAGE_AT,
  STATE_PAGE_BYTES_AT,
  sequencesAt,
} from "./parse";

/** The token of a sequence. For the last one, which has no match, the class of its literals alone. */
export function sequenceToken(sequence: usize): u32 {
  const match = <u32>load<u16>(sequence, SEQUENCE_MATCH_AT);
  const token = literalsClass(<u32>load<u16>(sequence, SEQUENCE_LITERALS_AT));
  if (!match) return token;
  if (load<u8>(sequence, SEQUENCE_KIND_AT) == KIND_REPEAT)
    return token + TOKEN_REPEAT + matchClass(match - DENSE_REPEAT_MIN);
  return token + matchClass(match - DENSE_MATCH_MIN);
}

/** The symbol of the offset of a sequence; OFFSET_NONE where no offset is written. */
export const OFFSET_NONE: u32 = 255;
export function sequenceOffset(sequence: usize): u32 {
  const kind = <u32>load<u8>(sequence, SEQUENCE_KIND_AT);
  if (!load<u16>(sequence, SEQUENCE_MATCH_AT) || kind == KIND_REPEAT) return OFFSET_NONE;
  const offset = <u32>load<u16>(sequence, SEQUENCE_OFFSET_AT);
  return kind == KIND_PLACE ? placeSymbol(offset) : offsetSymbol(offset);
}

// A stream under way: │ bits not yet written 56 │ how many of them: 0..7 │
// Each stream has a local of its own, which the functions below take and answer. They write bytes at the
// address in a cursor, and move the cursor.

const PENDING_SHIFT: u64 = 8;

/** Adds `count` bits (at most 16) to a stream that goes up: the first bit is the lowest. */
function putUpward(stream: u64, cursor: usize, value: u32, count: u32): u64 {
  let pending = <u32>stream & 255;
  let bits = (stream >> PENDING_SHIFT) | ((<u64>value) << pending);
  pending += count;
  let to = load<usize>(cursor);
  while (pending >= 8) {
    store<u8>(to, bits);
    to += 1;
    bits >>= 8;
    pending -= 8;
  }
  store<usize>(cursor, to);
  return (bits << PENDING_SHIFT) | <u64>pending;
}

/** Adds `count` bits (at most 16) to a stream that goes down: the first bit is the highest. */
function putDownward(stream: u64, cursor: usize, value: u32, count: u32): u64 {
  let pending = <u32>stream & 255;
  const bits = ((stream >> PENDING_SHIFT) << count) | <u64>value;
  pending += count;
  let to = load<usize>(cursor);
  while (pending >= 8) {
    to -= 1;
    pending -= 8;
    store<u8>(to, bits >> pending);
  }
  store<usize>(cursor, to);
  return ((bits & ((1 << pending) - 1)) << PENDING_SHIFT) | <u64>pending;
}

/** The answer of a step that was not the last. */
export const ENCODE_MORE: i32 = -1;

/**
 * A step of encoding the page that denseParseBegin has begun in `work`. The last step writes the block at
 * `target`: at most `limit` bytes, and no more than the page has. Answers the length of the block, 0 if it
 * would not fit, or ENCODE_MORE.
 */
export function denseEncodeStep(work: usize, target: usize, limit: u32): i32 {
  const page = <usize>load<u32>(work, STATE_PAGE_AT);
  const pageBytes = load<u32>(work, STATE_PAGE_BYTES_AT);
  const dictionary = <usize>load<u32>(work, STATE_DICTIONARY_AT);
  const index = <usize>load<u32>(work, STATE_INDEX_AT);
  if (!denseParseStep(work)) return ENCODE_MORE;
  const count = denseSequences(work);
  if (!count) return 0;
  const sequences = work + sequencesAt(pageBytes);
  const sequencesEnd = sequences + count * SEQUENCE_BYTES;

  // How long the streams are.
  let literals: u32 = 0;
  let evenBits: u32 = 0;
  let oddBits: u32 = 0;
  let tokenBits: u32 = 0;
  let offsetsBits: u32 = 0;
  let from = page;
  let sequence = sequences;
  while (sequence < sequencesEnd) {
    const run = <u32>load<u16>(sequence, SEQUENCE_LITERALS_AT);
    let i: u32 = 0;
    while (i < run) {
      const bits =
        (load<u32>(index + CODE_LITERALS_AT + ((<u32>load<u8>(from + i)) << 2)) >> CODE_BITS_SHIFT) & 255;
      if (literals & 1) oddBits += bits;
      else evenBits += bits;
      literals += 1;
      i += 1;
    }
    tokenBits += load<u32>(index + CODE_TOKENS_AT + (sequenceToken(sequence) << 2)) >> CODE_PRICE_SHIFT;
    if (run >= LITERALS_LONG_BASE + LITERALS_LONG_ALL) tokenBits += LENGTH_ESCAPE_BITS;
    const symbol = sequenceOffset(sequence);
    if (symbol != OFFSET_NONE)
      offsetsBits += load<u32>(index + CODE_OFFSETS_AT + (symbol << 2)) >> CODE_PRICE_SHIFT;
    from += run + <u32>load<u16>(sequence, SEQUENCE_MATCH_AT);
    sequence += SEQUENCE_BYTES;
  }
  const split = ((evenBits + 7) >> 3) + ((offsetsBits + 7) >> 3);
  const bytes = DENSE_HEADER_BYTES + split + ((oddBits + 7) >> 3) + ((tokenBits + 7) >> 3);
  if (bytes > min(limit, pageBytes) || literals > 0xffff || split > 0xffff) return 0;

  store<u8>(target, load<u8>(dictionary, DICTIONARY_VERSION_AT), DENSE_VERSION_AT);
  store<u16>(target, literals, DENSE_LITERALS_AT);
  store<u16>(target, split, DENSE_SPLIT_AT);
  writeStreams(
    page,
    index,
    sequences,
    sequencesEnd,
    target + DENSE_HEADER_BYTES,
    split,
    target + bytes,
    work,
  );
  return <i32>bytes;
}

/**
 * All steps of encoding the `pageBytes` bytes (1..65,536) at `page`. Answers the length of the block, or 0 if
 * it would not fit. `index` was prepared for `dictionary` by denseCodes and denseIndex; `work` is
 * denseParseBytes.
 */
export function denseEncode(
  page: usize,
  pageBytes: u32,
  dictionary: usize,
  index: usize,
  work: usize,
  target: usize,
  limit: u32,
): u32 {
  denseParseBegin(page, pageBytes, dictionary, index, work);
  let bytes = ENCODE_MORE;
  while (bytes == ENCODE_MORE) bytes = denseEncodeStep(work, target, limit);
  return <u32>bytes;
}

/** Cursors of the four streams, at the start of `cursors`. */
const EVEN_AT: usize = 0;
const ODD_AT: usize = 8;
const OFFSETS_AT: usize = 16;
const TOKENS_AT: usize = 24;

/** Writes the four streams of a block whose regions begin at `first` and first + split and end at `end`. */
function writeStreams(
  page: usize,
  index: usize,
  sequences: usize,
  sequencesEnd: usize,
  first: usize,
  split: u32,
  end: usize,
  cursors: usize,
): void {
  store<usize>(cursors, first, EVEN_AT);
  store<usize>(cursors, first + split, ODD_AT);
  store<usize>(cursors, first + split, OFFSETS_AT);
  store<usize>(cursors, end, TOKENS_AT);
  let even: u64 = 0;
  let odd: u64 = 0;
  let offsets: u64 = 0;
  let tokens: u64 = 0;
  let literals: u32 = 0;
  let from = page;
  let sequence = sequences;
  while (sequence < sequencesEnd) {
    const run = <u32>load<u16>(sequence, SEQUENCE_LITERALS_AT);
    const match = <u32>load<u16>(sequence, SEQUENCE_MATCH_AT);
    let i: u32 = 0;
    while (i < run) {
      const entry = load<u32>(index + CODE_LITERALS_AT + ((<u32>load<u8>(from + i)) << 2));
      const bits = (entry >> CODE_BITS_SHIFT) & 255;
      if (literals & 1) odd = putUpward(odd, cursors + ODD_AT, entry & 0xffff, bits);
      else even = putUpward(even, cursors + EVEN_AT, entry & 0xffff, bits);
      literals += 1;
      i += 1;
    }

    const token = sequenceToken(sequence);
    const entry = load<u32>(index + CODE_TOKENS_AT + (token << 2));
    const at = cursors + TOKENS_AT;
    tokens = putDownward(tokens, at, entry & 0xffff, (entry >> CODE_BITS_SHIFT) & 255);
    if (run >= LITERALS_LONG_BASE) {
      const more = min<u32>(run - LITERALS_LONG_BASE, LITERALS_LONG_ALL);
      tokens = putDownward(tokens, at, more, LITERALS_LONG_BITS);
      if (more == LITERALS_LONG_ALL)
        tokens = putDownward(tokens, at, run - LITERALS_LONG_BASE - LITERALS_LONG_ALL, LENGTH_ESCAPE_BITS);
    } else if (run >= LITERALS_PAIR_CLASS) {
      tokens = putDownward(tokens, at, run - LITERALS_PAIR_CLASS, LITERALS_PAIR_BITS);
    }
    if (match) {
      const step = token & 15;
      const least =
        (token & TOKEN_REPEAT ? DENSE_REPEAT_MIN : DENSE_MATCH_MIN) + <u32>load<u8>(MATCH_CLASS_BASES + step);
      tokens = putDownward(tokens, at, match - least, <u32>load<u8>(MATCH_CLASS_BITS + step));
      const symbol = sequenceOffset(sequence);
      if (symbol != OFFSET_NONE) {
        const code = load<u32>(index + CODE_OFFSETS_AT + (symbol << 2));
        const more =
          (<u32>load<u16>(sequence, SEQUENCE_OFFSET_AT) - offsetBase(symbol)) >> offsetShift(symbol);
        offsets = putDownward(offsets, cursors + OFFSETS_AT, code & 0xffff, (code >> CODE_BITS_SHIFT) & 255);
        offsets = putDownward(offsets, cursors + OFFSETS_AT, more, offsetBits(symbol));
      }
    }
    from += run + match;
    sequence += SEQUENCE_BYTES;
  }
  // The last bits of each, filled up with zeros to a byte.
  if (<u32>even & 255) putUpward(even, cursors + EVEN_AT, 0, 8 - (<u32>even & 255));
  if (<u32>odd & 255) putUpward(odd, cursors + ODD_AT, 0, 8 - (<u32>odd & 255));
  if (<u32>offsets & 255) putDownward(offsets, cursors + OFFSETS_AT, 0, 8 - (<u32>offsets & 255));
  if (<u32>tokens & 255) putDownward(tokens, cursors + TOKENS_AT, 0, 8 - (<u32>tokens & 255));
}
