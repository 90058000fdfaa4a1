/**
 * encode.ts - bytes into one LZ4 block.
 *
 * Owns:   nothing. Reads [source, source + bytes), writes [target, target + limit + SLACK_BYTES), the table and
 *         the state it is handed.
 * Keeps:  the same bytes give the same block whatever was encoded before: entries that an earlier call left in
 *         the table are recognised and not followed.
 * Called: engine.ts.
 * Cost:   about 7 us for 4 KiB of heap; an incompressible page is given up after one pass with growing steps.
 *
 * The table holds, for a hash of five bytes, where they were last seen: position + base in 16 bits. Each call
 * takes a base above everything the calls before it wrote, so that `entry < base` means "not of this page". Only
 * when the 16 bits run out is the table cleared: once in fifteen pages of 4 KiB.
 *
 * Long on purpose, like decode.ts.
 */
import { ENCODER_TABLE_BYTES } from "../layout";
import {
  LAST_LITERALS,
  MATCH_BYTES_MIN,
  MATCH_START_MARGIN,
  TOKEN_LENGTH_MAX,
  TOKEN_LITERALS_SHIFT,
} from "./format";

/** Entries of the table: 2^12 for pages up to 8 KiB (8 KiB of table beside 4 of page in a 32 KiB cache), else 2^13. */
const TABLE_LOG2_SMALL: u32 = 12;
const TABLE_LOG2_LARGE: u32 = 13;
const SMALL_PAGE_BYTES: u32 = 8192;
if (ENCODER_TABLE_BYTES < 2 << TABLE_LOG2_LARGE) ERROR("the table is larger than its region");

/** After 2^6 misses in a row the search starts to skip, a byte more each 2^6: LZ4's own trade. */
const SKIP_SHIFT: u32 = 6;
/** Spreads five bytes over the table; 889523592379 is LZ4's prime for them. */
const HASH_PRIME: u64 = 889523592379;

/** State word: the next base. 0, as in fresh memory, stands for "clear the table first". */
const STATE_BASE_AT: usize = 0;
const BASE_FIRST: u32 = 1;

function hashAt(at: usize, shift: u64): u32 {
  return (<u32>(((load<u64>(at) << 24) * HASH_PRIME) >> shift)) << 1;
}

/** Takes a base for a page of `bytes` bytes; clears the table when positions would no longer fit 16 bits. */
function takeBase(state: usize, table: usize, bytes: u32): u32 {
  let base = load<u32>(state, STATE_BASE_AT);
  // The last position ever entered is `bytes` - MATCH_START_MARGIN.
  if (base == 0 || base + bytes - MATCH_START_MARGIN > 0xffff) {
    memory.fill(table, 0, ENCODER_TABLE_BYTES);
    base = BASE_FIRST;
  }
  store<u32>(state, base + bytes, STATE_BASE_AT);
  return base;
}

/** Bytes that a length needs beside its four bits in the token. */
function lengthBytes(length: u32): u32 {
  return length < TOKEN_LENGTH_MAX ? 0 : (length - TOKEN_LENGTH_MAX) / 255 + 1;
}

/** Writes what of a length did not fit the token: bytes of 255 and a last one below. */
function putLength(at: usize, rest: u32): usize {
  let to = at;
  let left = rest;
  while (left >= 255) {
    store<u8>(to, 255);
    to += 1;
    left -= 255;
  }
  store<u8>(to, left);
  return to + 1;
}

/** First address from `one` at which the two ranges differ, or `end`. */
function matchEnd(one: usize, other: usize, end: usize): usize {
  let at = one;
  let back = other;
  while (at + 8 <= end) {
    const difference = load<u64>(at) ^ load<u64>(back);
    if (difference) return at + <usize>(ctz<u64>(difference) >> 3);
    at += 8;
    back += 8;
  }
  while (at < end && load<u8>(at) == load<u8>(back)) {
    at += 1;
    back += 1;
  }
  return at;
}

/** Copies literals in steps of sixteen bytes; up to fifteen behind them are overwritten. */
function putLiterals(to: usize, from: usize, bytes: u32): void {
  v128.store(to, v128.load(from));
  let done: u32 = 16;
  while (done < bytes) {
    v128.store(to + done, v128.load(from + done));
    done += 16;
  }
}

/**
 * Encodes `bytes` bytes (1..65,536) at `source` into at most `limit` bytes at `target`. Answers the length of the
 * block, or 0 if it would not fit. `table` is ENCODER_TABLE_BYTES, `state` four bytes, both zero before their
 * first use and used for nothing else. Reads up to SLACK_BYTES behind the source (what stands there does not
 * matter) and may overwrite as many behind the limit.
 */
export function encode(
  source: usize,
  bytes: u32,
  target: usize,
  limit: u32,
  table: usize,
  state: usize,
): u32 {
  const sourceEnd = source + bytes;
  const targetEnd = target + limit;
  let anchor = source;
  let to = target;

  if (bytes > MATCH_START_MARGIN) {
    const base = takeBase(state, table, bytes);
    const shift: u64 = 64 - (bytes <= SMALL_PAGE_BYTES ? TABLE_LOG2_SMALL : TABLE_LOG2_LARGE);
    /** Last address at which a match may start, and first that none may cover. */
    const startEnd = sourceEnd - MATCH_START_MARGIN;
    const coverEnd = sourceEnd - LAST_LITERALS;
    let at = source;
    store<u16>(table + hashAt(at, shift), base);
    at += 1;

    while (at <= startEnd) {
      // Search: a place, of this page, with the same four bytes.
      let match: usize = 0;
      let searches: u32 = 1 << SKIP_SHIFT;
      do {
        const slot = table + hashAt(at, shift);
        const seen = <u32>load<u16>(slot);
        store<u16>(slot, <u32>(at - source) + base);
        if (seen >= base) {
          const candidate = source + (seen - base);
          if (load<u32>(candidate) == load<u32>(at)) {
            match = candidate;
            break;
          }
        }
        at += searches >> SKIP_SHIFT;
        searches += 1;
      } while (at <= startEnd);
      if (!match) break;

      // Bytes before both that agree as well belong to the match.
      while (at > anchor && match > source && load<u8>(at - 1) == load<u8>(match - 1)) {
        at -= 1;
        match -= 1;
      }

      let literals = <u32>(at - anchor);
      // One sequence, then as many as follow without a literal between.
      while (true) {
        const end = matchEnd(at + MATCH_BYTES_MIN, match + MATCH_BYTES_MIN, coverEnd);
        const extra = <u32>(end - at) - MATCH_BYTES_MIN;
        // Token, length bytes, literals, offset, length bytes; then at least a token and the last literals.
        const sequence = literals + lengthBytes(literals) + lengthBytes(extra) + 3;
        if (sequence + 1 + LAST_LITERALS > <u32>(targetEnd - to)) return 0;

        const token = to;
        to += 1;
        let high = literals;
        if (literals >= TOKEN_LENGTH_MAX) {
          high = TOKEN_LENGTH_MAX;
          to = putLength(to, literals - TOKEN_LENGTH_MAX);
        }
        if (literals) putLiterals(to, anchor, literals);
        to += literals;
        store<u16>(to, <u32>(at - match));
        to += 2;
        let low = extra;
        if (extra >= TOKEN_LENGTH_MAX) {
          low = TOKEN_LENGTH_MAX;
          to = putLength(to, extra - TOKEN_LENGTH_MAX);
        }
        store<u8>(token, (high << TOKEN_LITERALS_SHIFT) | low);

        at = end;
        anchor = at;
        if (at > startEnd) break;
        store<u16>(table + hashAt(at - 2, shift), <u32>(at - 2 - source) + base);
        const slot = table + hashAt(at, shift);
        const seen = <u32>load<u16>(slot);
        store<u16>(slot, <u32>(at - source) + base);
        if (seen < base) break;
        match = source + (seen - base);
        if (load<u32>(match) != load<u32>(at)) break;
        literals = 0;
      }
      at += 1;
    }
  }

  const literals = <u32>(sourceEnd - anchor);
  if (literals + lengthBytes(literals) + 1 > <u32>(targetEnd - to)) return 0;
  if (literals >= TOKEN_LENGTH_MAX) {
    store<u8>(to, TOKEN_LENGTH_MAX << TOKEN_LITERALS_SHIFT);
    to = putLength(to + 1, literals - TOKEN_LENGTH_MAX);
  } else {
    store<u8>(to, literals << TOKEN_LITERALS_SHIFT);
    to += 1;
  }
  memory.copy(to, anchor, literals);
  return <u32>(to + literals - target);
}
