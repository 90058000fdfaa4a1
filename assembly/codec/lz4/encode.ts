/**
 * encode.ts - bytes into one LZ4 block.
 *
 * Owns:   nothing. Reads [source - 1, source + bytes + SLACK_BYTES); writes [target, target + limit +
 *         SLACK_BYTES) and the table it is handed.
 * Keeps:  the same bytes give the same block whatever was encoded before: the table is cleared first, and the
 *         bytes around the source do not matter.
 * Cost:   3 to 9 us for 4 KiB of heap, a fifth of that for an incompressible page; docs/TUNING.md has what
 *         was tried.
 *
 * The table holds, for a hash of five bytes, the position at which they were last seen, in 16 bits. A cleared
 * entry says "position 0", a place like any other: the bytes there are compared, so no entry needs a mark
 * that it is valid.
 *
 * encode is long on purpose, as decode is.
 */
import { ENCODER_TABLE_BYTES } from "../../ground/layout";
import {
  LAST_LITERALS,
  MATCH_BYTES_MIN,
  MATCH_START_MARGIN,
  TOKEN_LENGTH_MAX,
  TOKEN_LITERALS_SHIFT,
} from "./format";

/**
 * Entries of the table: 2^13, all of its region. Half as many are 1.5 % quicker and lose 0.2 % of JSON's
 * ratio.
 */
const TABLE_LOG2: u32 = 13;
if (ENCODER_TABLE_BYTES != 2 << TABLE_LOG2) ERROR("the table is not its region");

/** For each 2^6 bytes without a match the search takes a byte more at a step. */
const SKIP_SHIFT: u32 = 6;
/** Spreads five bytes over the table. 889523592379 is the prime that LZ4 uses for five bytes. */
const HASH_PRIME: u64 = 889523592379;
/** Equal bits of two words at which four bytes agree. */
const MATCH_BITS_MIN: u64 = 8 * MATCH_BYTES_MIN;
/**
 * Two words whose difference is below this differ only in their first one or two bytes: the other six are a
 * match.
 */
const RESUME_BELOW: u64 = 1 << 16;
const WORD_BYTES: usize = 8;
/** Bytes that one copy moves. */
const COPY_BYTES: u32 = 16;

/** Offset in bytes of the entry that the first five bytes of a word have in a table of 2^log2 entries. */
export function slotOf(sequence: u64, log2: u32): u32 {
  return (<u32>(((sequence << 24) * HASH_PRIME) >> (64 - log2))) << 1;
}

/** Bytes that a length needs beside its four bits in the token. */
function lengthBytes(length: u32): u32 {
  return length < TOKEN_LENGTH_MAX ? 0 : (length - TOKEN_LENGTH_MAX) / 255 + 1;
}

/** Writes the part of a length that did not fit the token: bytes of 255, and a last one below 255. */
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

/**
 * Copies literals in steps of sixteen bytes, at least one; up to sixteen bytes behind them are overwritten.
 */
function putLiterals(to: usize, from: usize, bytes: u32): void {
  v128.store(to, v128.load(from));
  let done = COPY_BYTES;
  while (done < bytes) {
    v128.store(to + done, v128.load(from + done));
    done += COPY_BYTES;
  }
}

/**
 * First address from `one` at which the two ranges differ, or `end`. May look at up to 15 bytes behind the
 * end. Uses branches rather than `min`, here and elsewhere: the processor need not wait for what it predicts
 * right.
 */
function matchEnd(one: usize, other: usize, end: usize): usize {
  let at = one;
  let back = other;
  let difference = load<u64>(at) ^ load<u64>(back);
  if (!difference) {
    do {
      at += WORD_BYTES;
      if (at >= end) return end;
      back += WORD_BYTES;
      difference = load<u64>(at) ^ load<u64>(back);
    } while (!difference);
  }
  at += <usize>(ctz<u64>(difference) >> 3);
  return at > end ? end : at;
}

/** How many bytes directly before the two addresses agree, `most` at most. */
function agreeingBefore(one: usize, other: usize, most: usize): usize {
  let back: usize = 0;
  while (back < most && load<u8>(one - back - 1) == load<u8>(other - back - 1)) back += 1;
  return back;
}

/**
 * Encodes `bytes` bytes (1..65,536) at `source` into at most `limit` bytes at `target`. Answers the length of
 * the block, or 0 if it would not fit. `table` is ENCODER_TABLE_BYTES of any content. Reads a byte before the
 * source and up to SLACK_BYTES behind it, which do not matter, and may overwrite as many behind the limit.
 */
export function encode(source: usize, bytes: u32, target: usize, limit: u32, table: usize): u32 {
  const sourceEnd = source + bytes;
  const targetEnd = target + limit;
  let anchor = source;
  let to = target;

  if (bytes > MATCH_START_MARGIN) {
    memory.fill(table, 0, ENCODER_TABLE_BYTES);
    /** Last address at which a match may start, and first that none may cover. */
    const startEnd = sourceEnd - MATCH_START_MARGIN;
    const coverEnd = sourceEnd - LAST_LITERALS;
    // Position 0 is in the cleared table already.
    let at = source + 1;

    // Bound: each turn moves `at` on.
    while (at < startEnd) {
      // Search: two neighbours at a time, each with the place where its five bytes were last.
      let sequence: u64, slot: usize, match: usize, matchNext: usize, agree: u64, agreeNext: u64;
      while (true) {
        sequence = load<u64>(at);
        slot = table + slotOf(sequence, TABLE_LOG2);
        match = source + <usize>load<u16>(slot);
        store<u16>(slot, at - source);
        const sequenceNext = load<u64>(at, 1);
        slot = table + slotOf(sequenceNext, TABLE_LOG2);
        matchNext = source + <usize>load<u16>(slot);
        store<u16>(slot, at + 1 - source);
        // Bits that agree from the first on: comparable, and at least MATCH_BITS_MIN for a match.
        agree = ctz<u64>(load<u64>(match) ^ sequence);
        agreeNext = ctz<u64>(load<u64>(matchNext) ^ sequenceNext);
        if (max<u64>(agree, agreeNext) >= MATCH_BITS_MIN) break;
        at += 2 + (<usize>(at - anchor) >> SKIP_SHIFT);
        if (at >= startEnd) break;
      }
      if (at >= startEnd) break;
      // The longer of the two, as far as eight bytes tell. No branch: neither outcome is the rule.
      const next = agreeNext > agree;
      match = select<usize>(matchNext, match, next);
      at += <usize>next;

      // Bytes before both that agree as well belong to the match. This is rare, for most places were looked
      // at.
      let matched = at + MATCH_BYTES_MIN;
      let other = match + MATCH_BYTES_MIN;
      let offset = <u32>(at - match);
      if (load<u8>(at - 1) == load<u8>(match - 1)) {
        at -= agreeingBefore(at, match, min<usize>(at - anchor, match - source));
      }

      // Write token, length bytes, literals and offset, with room for a token and the last literals behind.
      // The token is written when the length of the match is known.
      const literals = <u32>(at - anchor);
      let token = to;
      let high: u32;
      if (literals < TOKEN_LENGTH_MAX) {
        if (literals + 4 + LAST_LITERALS > <u32>(targetEnd - to)) return 0;
        high = literals << TOKEN_LITERALS_SHIFT;
        to += 1;
        v128.store(to, v128.load(anchor));
      } else {
        if (literals + lengthBytes(literals) + 4 + LAST_LITERALS > <u32>(targetEnd - to)) return 0;
        high = TOKEN_LENGTH_MAX << TOKEN_LITERALS_SHIFT;
        to = putLength(to + 1, literals - TOKEN_LENGTH_MAX);
        putLiterals(to, anchor, literals);
      }
      to += literals;
      store<u16>(to, offset);
      to += 2;

      // Extend the match, then those that follow it without a search.
      while (true) {
        matched = matchEnd(matched, other, coverEnd);
        const extra = <u32>(matched - at) - MATCH_BYTES_MIN;
        if (extra >= TOKEN_LENGTH_MAX) {
          if (lengthBytes(extra) + 1 + LAST_LITERALS > <u32>(targetEnd - to)) return 0;
          store<u8>(token, high | TOKEN_LENGTH_MAX);
          to = putLength(to, extra - TOKEN_LENGTH_MAX);
        } else {
          store<u8>(token, high | extra);
        }
        at = matched;
        anchor = at;
        // Near the end only the search goes on: the code below reads a whole word.
        if (at > startEnd - WORD_BYTES) break;
        store<u16>(table + slotOf(load<u64>(at - 2), TABLE_LOG2), at - 2 - source);
        sequence = load<u64>(at);
        slot = table + slotOf(sequence, TABLE_LOG2);
        match = source + <usize>load<u16>(slot);
        store<u16>(slot, at - source);
        if (load<u32>(match) == <u32>sequence) {
          // A token without literals, and an offset.
          if (LAST_LITERALS + 4 > <u32>(targetEnd - to)) return 0;
          token = to;
          high = 0;
          offset = <u32>(at - match);
          store<u16>(to, offset, 1);
          to += 3;
          matched = at + MATCH_BYTES_MIN;
          other = match + MATCH_BYTES_MIN;
          continue;
        }
        // The same offset matches again behind a byte or two: records side by side, whose numbers and
        // pointers differ in their low bytes. None of this waits for the table.
        const differing = sequence ^ load<u64>(at - offset);
        if (differing >= RESUME_BELOW) break;
        const passed: u32 = differing > 0xff ? 2 : 1;
        if (passed + 4 + LAST_LITERALS > <u32>(targetEnd - to)) return 0;
        token = to;
        high = passed << TOKEN_LITERALS_SHIFT;
        store<u16>(to, <u16>sequence, 1);
        to += passed;
        store<u16>(to, offset, 1);
        to += 3;
        store<u16>(table + slotOf(load<u64>(at, 1), TABLE_LOG2), at + 1 - source);
        matched = at + WORD_BYTES;
        other = matched - offset;
        at += passed;
      }
      at += 1;
    }
  }

  // The last literals.
  const literals = <u32>(sourceEnd - anchor);
  if (literals + lengthBytes(literals) + 1 > <u32>(targetEnd - to)) return 0;
  if (literals >= TOKEN_LENGTH_MAX) {
    store<u8>(to, TOKEN_LENGTH_MAX << TOKEN_LITERALS_SHIFT);
    to = putLength(to + 1, literals - TOKEN_LENGTH_MAX);
  } else {
    store<u8>(to, literals << TOKEN_LITERALS_SHIFT);
    to += 1;
  }
  putLiterals(to, anchor, literals);
  return <u32>(to + literals - target);
}
