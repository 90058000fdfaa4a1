/**
 * parse.ts - parses a page into literals and those matches that are worth their bits.
 *
 * Owns:   nothing. Touches only the ranges its parameters name.
 * Keeps:  the same page and dictionary give the same sequences whatever was parsed before.
 * Cost:   `npm run bench -- dense`. For each position it looks at, at most DEPTH places in the page and as
 *         many in the dictionary.
 *
 * The worth of a match is known, not guessed, because the dictionary fixes the codes: it saves what its bytes
 * would cost as literals, less its token and its offset. The best match is taken unless the next position has
 * a better one. docs/TUNING.md says what else was tried.
 */
import {
  CODE_BITS_MAX,
  DENSE_MATCH_MIN,
  DENSE_REPEAT_MIN,
  DICTIONARY_CONTENT_AT,
  DICTIONARY_LITERALS_AT,
  DICTIONARY_OFFSETS_AT,
  DICTIONARY_TOKENS_AT,
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
  MATCH_CLASS_EXACT,
  OFFSET_SYMBOLS,
  offsetBits,
  offsetSymbol,
  placeSymbol,
  REPEAT_FIRST,
  TOKEN_LITERALS_UNIT,
  TOKEN_MATCH_MASK,
  TOKEN_REPEAT,
  TOKEN_SYMBOLS,
} from "./format";
import { dictionaryContentBytes } from "./dictionary";
import { nextPrefix, packedLength, reversed } from "./prefix";

// ── what is prepared once for a dictionary ─────────────────────────────────────────────────────────────
/**
 *   ├ codes     │ price 8 │ bits 8 │ code 16 │ for each literal, token and offset; price: all its bits
 *   ├ heads     u16 for each hash: the last place of the content with it
 *   └ links     u16 for each place: the one before with its hash
 */
export const CODE_LITERALS_AT: u32 = 0;
export const CODE_TOKENS_AT: u32 = CODE_LITERALS_AT + 4 * LITERAL_SYMBOLS;
export const CODE_OFFSETS_AT: u32 = CODE_TOKENS_AT + 4 * TOKEN_SYMBOLS;
export const CODE_BITS_SHIFT: u32 = 16;
export const CODE_PRICE_SHIFT: u32 = 24;
const INDEX_HEADS_AT: u32 = 2688;
const INDEX_HEADS_LOG2: u32 = 15;
const INDEX_LINKS_AT: u32 = INDEX_HEADS_AT + (2 << INDEX_HEADS_LOG2);
if (CODE_OFFSETS_AT + 4 * OFFSET_SYMBOLS > INDEX_HEADS_AT) ERROR("codes reach into the index");

// ── what is used anew for each page ────────────────────────────────────────────────────────────────────
/**
 *   ├ state     how far the parse has come
 *   │ ├ 0  page │ 4 bytes of it │ 8 dictionary │ 12 index │ 16 at: the next place
 *   │ ├ 20 anchor: behind the last match
 *   │ └ 24 offset to be repeated │ 28 end of the sequences so far
 *   ├ heads     u16 for each hash: the last place of the page with it
 *   ├ links     u16 for each place
 *   ├ prices    u32 for each place: bits of all literals before it
 *   └ sequences, eight bytes each:   │ literals u16 │ match u16, 0: none │ offset or place u16 │ kind u8 │
 */
export const STATE_PAGE_AT: usize = 0;
export const STATE_PAGE_BYTES_AT: usize = 4;
export const STATE_DICTIONARY_AT: usize = 8;
export const STATE_INDEX_AT: usize = 12;
const STATE_AT_AT: usize = 16;
const STATE_ANCHOR_AT: usize = 20;
const STATE_REPEAT_AT: usize = 24;
const STATE_PUT_AT: usize = 28;
const PAGE_HEADS_AT: u32 = 32;
const PAGE_HEADS_LOG2: u32 = 12;
const PAGE_LINKS_AT: u32 = PAGE_HEADS_AT + (2 << PAGE_HEADS_LOG2);
export const SEQUENCE_BYTES: u32 = 8;
export const SEQUENCE_LITERALS_AT: u32 = 0;
export const SEQUENCE_MATCH_AT: u32 = 2;
export const SEQUENCE_OFFSET_AT: u32 = 4;
export const SEQUENCE_KIND_AT: u32 = 6;
export const KIND_OFFSET: u32 = 0;
export const KIND_REPEAT: u32 = 1;
export const KIND_PLACE: u32 = 2;

/** No place; none with four bytes behind it is that high. */
const NOWHERE: u32 = 0xffff;
/** A place is found by the four bytes at it; two or three are a match at the repeated offset only. */
const HASHED_BYTES: u32 = 4;
const HASH_PRIME: u32 = 2654435761;
/**
 * Places looked at in the page, and in the dictionary. Twice as many make blocks 0.5 % smaller, half as many
 * make them 1 % larger.
 */
const DEPTH: u32 = 8;
/** A match of so many bytes is taken without looking further. */
const MATCH_GOOD: u32 = 64;
/**
 * A step ends after so many searches. No search of a page that was tried
 * (bench/micro/uninterrupted_steps.mjs) takes more than 0.4 us: eight places in the page and as many in the
 * dictionary, each of which matches a little further than the one before.
 */
const STEP_SEARCHES: u32 = 512;
/** Lengths are written in sixteen bits. */
const LENGTH_MAX: u32 = 0xffff;

/** Bytes prepared for a dictionary with `contentBytes` of content. */
export function denseIndexBytes(contentBytes: u32): u32 {
  return INDEX_LINKS_AT + (contentBytes << 1);
}

/** Bytes used for pages of `pageBytes`. */
export function denseParseBytes(pageBytes: u32): u32 {
  return sequencesAt(pageBytes) + ((pageBytes >> 1) + 2) * SEQUENCE_BYTES;
}

function pricesAt(pageBytes: u32): u32 {
  return PAGE_LINKS_AT + ((pageBytes + 1) << 1);
}

/** Where the sequences of the last page parsed begin. */
export function sequencesAt(pageBytes: u32): u32 {
  return pricesAt(pageBytes + 1) + ((pageBytes + 1) << 2);
}

function layCodes(packed: usize, symbols: u32, codes: usize): void {
  let prefix: u32 = 0;
  let bits: u32 = 1;
  while (bits <= CODE_BITS_MAX) {
    let symbol: u32 = 0;
    while (symbol < symbols) {
      if (packedLength(packed, symbol) == bits) {
        const entry =
          (prefix >> (CODE_BITS_MAX - bits)) | (bits << CODE_BITS_SHIFT) | (bits << CODE_PRICE_SHIFT);
        store<u32>(codes + (symbol << 2), entry);
        prefix = nextPrefix(prefix, bits);
      }
      symbol += 1;
    }
    bits += 1;
  }
}

function addPrice(at: usize, bits: u32): void {
  store<u32>(at, load<u32>(at) + (bits << CODE_PRICE_SHIFT));
}

/** Codes and prices by the lengths in a dictionary. */
export function denseCodes(dictionary: usize, index: usize): void {
  layCodes(dictionary + DICTIONARY_LITERALS_AT, LITERAL_SYMBOLS, index + CODE_LITERALS_AT);
  layCodes(dictionary + DICTIONARY_TOKENS_AT, TOKEN_SYMBOLS, index + CODE_TOKENS_AT);
  layCodes(dictionary + DICTIONARY_OFFSETS_AT, OFFSET_SYMBOLS, index + CODE_OFFSETS_AT);
  let i: u32 = 0;
  while (i < LITERAL_SYMBOLS) {
    // Literals are read from the lowest bit upward, so their codes are kept turned round.
    const at = index + CODE_LITERALS_AT + (i << 2);
    const entry = load<u32>(at);
    const bits = (entry >> CODE_BITS_SHIFT) & 255;
    store<u32>(at, (entry & ~0xffff) | reversed(entry & 0xffff, bits));
    i += 1;
  }
  i = 0;
  while (i < TOKEN_SYMBOLS) {
    const at = index + CODE_TOKENS_AT + (i << 2);
    addPrice(at, <u32>load<u8>(MATCH_CLASS_BITS + (i & TOKEN_MATCH_MASK)));
    if (i / TOKEN_LITERALS_UNIT == LITERALS_PAIR_CLASS) addPrice(at, LITERALS_PAIR_BITS);
    if (i / TOKEN_LITERALS_UNIT == LITERALS_LONG_CLASS) addPrice(at, LITERALS_LONG_BITS);
    i += 1;
  }
  i = 0;
  while (i < OFFSET_SYMBOLS) {
    addPrice(index + CODE_OFFSETS_AT + (i << 2), offsetBits(i));
    i += 1;
  }
}

/** Places of the content by their hash. */
export function denseIndex(dictionary: usize, index: usize): void {
  const content = dictionary + DICTIONARY_CONTENT_AT;
  const bytes = dictionaryContentBytes(dictionary);
  memory.fill(index + INDEX_HEADS_AT, 0xff, 2 << INDEX_HEADS_LOG2);
  let place: u32 = 0;
  while (place + HASHED_BYTES <= bytes) {
    const head = index + INDEX_HEADS_AT + hashAt(content + place, INDEX_HEADS_LOG2);
    store<u16>(index + INDEX_LINKS_AT + (place << 1), load<u16>(head));
    store<u16>(head, place);
    place += 1;
  }
}

/** Twice the hash: an offset into heads. */
function hashAt(at: usize, log2: u32): u32 {
  return ((load<u32>(at) * HASH_PRIME) >> (32 - log2)) << 1;
}

/** How many bytes the two ranges have in common, up to `most`. */
function common(one: usize, other: usize, most: u32): u32 {
  let bytes: u32 = 0;
  while (bytes + 8 <= most) {
    const difference = load<u64>(one + bytes) ^ load<u64>(other + bytes);
    if (difference) return bytes + <u32>(ctz<u64>(difference) >> 3);
    bytes += 8;
  }
  while (bytes < most && load<u8>(one + bytes) == load<u8>(other + bytes)) bytes += 1;
  return bytes;
}

/** The class of a count of literals, times its unit. */
export function literalsClass(literals: u32): u32 {
  if (literals < LITERALS_PAIR_CLASS) return literals * TOKEN_LITERALS_UNIT;
  return (literals < LITERALS_LONG_BASE ? LITERALS_PAIR_CLASS : LITERALS_LONG_CLASS) * TOKEN_LITERALS_UNIT;
}

/** The class of a length beyond the minimum. */
export function matchClass(length: u32): u32 {
  if (length < MATCH_CLASS_EXACT) return length;
  let step: u32 = MATCH_CLASS_EXACT;
  while (step < TOKEN_MATCH_MASK && length >= <u32>load<u8>(MATCH_CLASS_BASES + step + 1)) step += 1;
  return step;
}

// A match that was found: │ bits saved 20 │ length 16 │ kind 2 │ offset or place 16 │. A larger number is a
// better match.
const FOUND_KIND_SHIFT: u64 = 16;
const FOUND_LENGTH_SHIFT: u64 = 18;
const FOUND_SAVED_SHIFT: u64 = 34;

/**
 * The match as a number, 0 if it saves nothing. `literals` come before it, `plain` is the cost of its bytes
 * as literals.
 */
function worth(index: usize, literals: u32, plain: u32, length: u32, kind: u32, offset: u32): u64 {
  let token = literalsClass(literals);
  let price: u32 = 0;
  if (kind == KIND_REPEAT) {
    token += TOKEN_REPEAT + matchClass(length - DENSE_REPEAT_MIN);
  } else {
    token += matchClass(length - DENSE_MATCH_MIN);
    const symbol = kind == KIND_PLACE ? placeSymbol(offset) : offsetSymbol(offset);
    price += load<u32>(index + CODE_OFFSETS_AT + (symbol << 2)) >> CODE_PRICE_SHIFT;
  }
  price += load<u32>(index + CODE_TOKENS_AT + (token << 2)) >> CODE_PRICE_SHIFT;
  if (literals >= LITERALS_LONG_BASE + LITERALS_LONG_ALL) price += LENGTH_ESCAPE_BITS;
  if (plain <= price) return 0;
  return (
    ((<u64>(plain - price)) << FOUND_SAVED_SHIFT) |
    ((<u64>length) << FOUND_LENGTH_SHIFT) |
    ((<u64>kind) << FOUND_KIND_SHIFT) |
    <u64>offset
  );
}

/** The bytes that `length` literals at place `at` would cost, in bits. */
function plainBits(prices: usize, at: u32, length: u32): u32 {
  const from = prices + (at << 2);
  return load<u32>(from + (length << 2)) - load<u32>(from);
}

function foundLength(found: u64): u32 {
  return <u32>(found >> FOUND_LENGTH_SHIFT) & 0xffff;
}

/** The best match at place `at` of the page, or 0. */
function find(
  page: usize,
  pageBytes: u32,
  at: u32,
  anchor: u32,
  repeat: u32,
  dictionary: usize,
  index: usize,
  work: usize,
): u64 {
  const most = min<u32>(pageBytes - at, LENGTH_MAX);
  if (most < HASHED_BYTES) return 0;
  const here = page + at;
  const literals = at - anchor;
  const prices = work + pricesAt(pageBytes);
  let best: u64 = 0;

  if (repeat <= at) {
    const length = common(here, here - repeat, most);
    if (length >= DENSE_REPEAT_MIN)
      best = worth(index, literals, plainBits(prices, at, length), length, KIND_REPEAT, repeat);
    if (length >= MATCH_GOOD) return best;
  }

  let longest: u32 = HASHED_BYTES - 1;
  let place = <u32>load<u16>(work + PAGE_HEADS_AT + hashAt(here, PAGE_HEADS_LOG2));
  let looks: u32 = DEPTH;
  while (looks && place != NOWHERE) {
    if (longest < most && load<u8>(page + place + longest) == load<u8>(here + longest)) {
      const length = common(here, page + place, most);
      if (length > longest) {
        longest = length;
        const found = worth(index, literals, plainBits(prices, at, length), length, KIND_OFFSET, at - place);
        if (found > best) best = found;
        if (length >= MATCH_GOOD) return best;
      }
    }
    place = <u32>load<u16>(work + PAGE_LINKS_AT + (place << 1));
    looks -= 1;
  }

  const content = dictionary + DICTIONARY_CONTENT_AT;
  const contentBytes = dictionaryContentBytes(dictionary);
  longest = HASHED_BYTES - 1;
  place = <u32>load<u16>(index + INDEX_HEADS_AT + hashAt(here, INDEX_HEADS_LOG2));
  looks = DEPTH;
  while (looks && place != NOWHERE) {
    const room = min<u32>(most, contentBytes - place);
    if (longest < room && load<u8>(content + place + longest) == load<u8>(here + longest)) {
      const length = common(here, content + place, room);
      if (length > longest) {
        longest = length;
        const found = worth(index, literals, plainBits(prices, at, length), length, KIND_PLACE, place);
        if (found > best) best = found;
        if (length >= MATCH_GOOD) return best;
      }
    }
    place = <u32>load<u16>(index + INDEX_LINKS_AT + (place << 1));
    looks -= 1;
  }
  return best;
}

function enter(page: usize, pageBytes: u32, at: u32, work: usize): void {
  if (at + HASHED_BYTES > pageBytes) return;
  const head = work + PAGE_HEADS_AT + hashAt(page + at, PAGE_HEADS_LOG2);
  store<u16>(work + PAGE_LINKS_AT + (at << 1), load<u16>(head));
  store<u16>(head, at);
}

/**
 * Begins to parse the `pageBytes` bytes (1..65,536) at `page`. `index` was prepared by denseCodes and
 * denseIndex, `work` is denseParseBytes. The parse uses all of it until its last step.
 */
export function denseParseBegin(
  page: usize,
  pageBytes: u32,
  dictionary: usize,
  index: usize,
  work: usize,
): void {
  store<u32>(work, page, STATE_PAGE_AT);
  store<u32>(work, pageBytes, STATE_PAGE_BYTES_AT);
  store<u32>(work, dictionary, STATE_DICTIONARY_AT);
  store<u32>(work, index, STATE_INDEX_AT);
  store<u64>(work, 0, STATE_AT_AT);
  store<u32>(work, REPEAT_FIRST, STATE_REPEAT_AT);
  store<u32>(work, work + sequencesAt(pageBytes), STATE_PUT_AT);
  memory.fill(work + PAGE_HEADS_AT, 0xff, 2 << PAGE_HEADS_LOG2);
  const prices = work + pricesAt(pageBytes);
  let bits: u32 = 0;
  let at: u32 = 0;
  while (at < pageBytes) {
    store<u32>(prices + (at << 2), bits);
    bits += load<u32>(index + CODE_LITERALS_AT + ((<u32>load<u8>(page + at)) << 2)) >> CODE_PRICE_SHIFT;
    at += 1;
  }
  store<u32>(prices + (at << 2), bits);
}

/**
 * A step of the parse at `work`: STEP_SEARCHES searches. True when the parse is done: then denseSequences
 * answers how many sequences there are, and they stand at work + sequencesAt.
 */
export function denseParseStep(work: usize): bool {
  const page = <usize>load<u32>(work, STATE_PAGE_AT);
  const pageBytes = load<u32>(work, STATE_PAGE_BYTES_AT);
  const dictionary = <usize>load<u32>(work, STATE_DICTIONARY_AT);
  const index = <usize>load<u32>(work, STATE_INDEX_AT);
  let at = load<u32>(work, STATE_AT_AT);
  let anchor = load<u32>(work, STATE_ANCHOR_AT);
  let repeat = load<u32>(work, STATE_REPEAT_AT);
  let put = <usize>load<u32>(work, STATE_PUT_AT);
  let searches: u32 = 0;
  // Bound: each turn searches once or twice; what a match covers is entered without a search.
  while (at < pageBytes && searches < STEP_SEARCHES) {
    let found = find(page, pageBytes, at, anchor, repeat, dictionary, index, work);
    enter(page, pageBytes, at, work);
    searches += 1;
    if (!found) {
      at += 1;
      continue;
    }
    if (foundLength(found) < MATCH_GOOD && at + 1 < pageBytes) {
      const next = find(page, pageBytes, at + 1, anchor, repeat, dictionary, index, work);
      searches += 1;
      if (next >> FOUND_SAVED_SHIFT > found >> FOUND_SAVED_SHIFT) {
        at += 1;
        enter(page, pageBytes, at, work);
        found = next;
      }
    }
    const length = foundLength(found);
    const kind = <u32>(found >> FOUND_KIND_SHIFT) & 3;
    const offset = <u32>found & 0xffff;
    store<u16>(put, at - anchor, SEQUENCE_LITERALS_AT);
    store<u16>(put, length, SEQUENCE_MATCH_AT);
    store<u16>(put, offset, SEQUENCE_OFFSET_AT);
    store<u8>(put, kind, SEQUENCE_KIND_AT);
    put += SEQUENCE_BYTES;
    if (kind == KIND_OFFSET) repeat = offset;
    const end = at + length;
    at += 1;
    while (at < end) {
      enter(page, pageBytes, at, work);
      at += 1;
    }
    anchor = end;
  }
  const done = at == pageBytes;
  if (done && anchor < pageBytes && pageBytes - anchor <= LENGTH_MAX) {
    store<u16>(put, pageBytes - anchor, SEQUENCE_LITERALS_AT);
    store<u16>(put, 0, SEQUENCE_MATCH_AT);
    put += SEQUENCE_BYTES;
  }
  store<u32>(work, at, STATE_AT_AT);
  store<u32>(work, anchor, STATE_ANCHOR_AT);
  store<u32>(work, repeat, STATE_REPEAT_AT);
  store<u32>(work, put, STATE_PUT_AT);
  return done;
}

/**
 * Sequences of the page that was parsed last. 0 only if the page has nothing but literals, and more than a
 * token can count.
 */
export function denseSequences(work: usize): u32 {
  const sequences = work + sequencesAt(load<u32>(work, STATE_PAGE_BYTES_AT));
  return <u32>(<usize>load<u32>(work, STATE_PUT_AT) - sequences) / SEQUENCE_BYTES;
}

/** All steps of a parse, one after the other. Answers how many sequences there are. */
export function denseParse(page: usize, pageBytes: u32, dictionary: usize, index: usize, work: usize): u32 {
  denseParseBegin(page, pageBytes, dictionary, index, work);
  while (!denseParseStep(work)) {}
  return denseSequences(work);
}
