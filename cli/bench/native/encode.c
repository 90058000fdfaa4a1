/**
 * encode.c - the steps of assembly/codec/lz4/encode.ts in C. It makes the same blocks, byte for byte.
 *
 * It shows how much of the distance to liblz4 comes from the steps, and how much from V8's machine code for
 * them. Only the harness uses it. It needs a little-endian machine. It reads up to 24 bytes past the end of
 * the source, and may write up to 32 bytes past the limit.
 */
#include <stdint.h>
#include <string.h>

enum { TABLE_LOG2 = 13, SKIP_SHIFT = 6, LENGTH_MAX = 15, LAST_LITERALS = 5, START_MARGIN = 12 };

static inline uint64_t word(const uint8_t *at) {
  uint64_t value;
  memcpy(&value, at, 8);
  return value;
}

static inline void put_half(uint8_t *at, uint16_t value) {
  memcpy(at, &value, 2);
}

/** Trailing zeros; 64 if no bit is set, as in wasm. */
static inline uint32_t zeros(uint64_t bits) {
  return bits ? (uint32_t)__builtin_ctzll(bits) : 64;
}

static inline uint32_t slot_of(uint64_t sequence) {
  return (uint32_t)(((sequence << 24) * 889523592379u) >> (64 - TABLE_LOG2));
}

static inline uint32_t length_bytes(uint32_t length) {
  return length < LENGTH_MAX ? 0 : (length - LENGTH_MAX) / 255 + 1;
}

static inline uint8_t *put_length(uint8_t *to, uint32_t left) {
  for (; left >= 255; left -= 255) *to++ = 255;
  *to++ = (uint8_t)left;
  return to;
}

static inline void put_literals(uint8_t *to, const uint8_t *from, uint32_t bytes) {
  uint32_t done = 0;
  do {
    memcpy(to + done, from + done, 16);
    done += 16;
  } while (done < bytes);
}

static inline const uint8_t *match_end(const uint8_t *at, const uint8_t *back, const uint8_t *end) {
  uint64_t difference = word(at) ^ word(back);
  while (!difference) {
    at += 8;
    if (at >= end) return end;
    back += 8;
    difference = word(at) ^ word(back);
  }
  at += zeros(difference) >> 3;
  return at > end ? end : at;
}

/** The length of the block, or 0 if it would exceed the limit. `table` has 2^TABLE_LOG2 entries. */
static uint32_t spillway_encode(const uint8_t *source, uint32_t bytes, uint8_t *target, uint32_t limit,
                                uint16_t *table) {
  const uint8_t *source_end = source + bytes, *anchor = source;
  uint8_t *target_end = target + limit, *to = target;
  if (bytes > START_MARGIN) {
    memset(table, 0, sizeof *table << TABLE_LOG2);
    const uint8_t *start_end = source_end - START_MARGIN, *cover_end = source_end - LAST_LITERALS;
    const uint8_t *at = source + 1;
    while (at < start_end) {
      uint64_t sequence, sequence_next;
      const uint8_t *match, *match_next;
      uint32_t slot, agree, agree_next;
      for (;;) {
        sequence = word(at);
        slot = slot_of(sequence);
        match = source + table[slot];
        table[slot] = (uint16_t)(at - source);
        sequence_next = word(at + 1);
        slot = slot_of(sequence_next);
        match_next = source + table[slot];
        table[slot] = (uint16_t)(at + 1 - source);
        agree = zeros(word(match) ^ sequence);
        agree_next = zeros(word(match_next) ^ sequence_next);
        if ((agree > agree_next ? agree : agree_next) >= 32) break;
        at += 2 + ((at - anchor) >> SKIP_SHIFT);
        if (at >= start_end) break;
      }
      if (at >= start_end) break;
      int next = agree_next > agree;
      match = next ? match_next : match;
      at += next;

      const uint8_t *matched = at + 4, *other = match + 4;
      ptrdiff_t offset = at - match;
      while (at > anchor && match > source && at[-1] == match[-1]) at--, match--;
      uint32_t literals = (uint32_t)(at - anchor), high;
      if (literals + length_bytes(literals) + LAST_LITERALS + 4 > (uint32_t)(target_end - to)) return 0;
      uint8_t *token = to++;
      if (literals < LENGTH_MAX) {
        high = literals << 4;
        memcpy(to, anchor, 16);
      } else {
        high = LENGTH_MAX << 4;
        to = put_length(to, literals - LENGTH_MAX);
        put_literals(to, anchor, literals);
      }
      to += literals;
      put_half(to, (uint16_t)offset);
      to += 2;

      for (;;) {
        matched = match_end(matched, other, cover_end);
        uint32_t extra = (uint32_t)(matched - at) - 4;
        if (extra >= LENGTH_MAX) {
          if (length_bytes(extra) + LAST_LITERALS + 1 > (uint32_t)(target_end - to)) return 0;
          *token = (uint8_t)(high | LENGTH_MAX);
          to = put_length(to, extra - LENGTH_MAX);
        } else {
          *token = (uint8_t)(high | extra);
        }
        anchor = at = matched;
        if (at > start_end - 8) break;
        table[slot_of(word(at - 2))] = (uint16_t)(at - 2 - source);
        sequence = word(at);
        slot = slot_of(sequence);
        match = source + table[slot];
        table[slot] = (uint16_t)(at - source);
        if ((uint32_t)word(match) == (uint32_t)sequence) {
          if (LAST_LITERALS + 4 > target_end - to) return 0;
          token = to;
          high = 0;
          offset = at - match;
          put_half(to + 1, (uint16_t)offset);
          to += 3;
          matched = at + 4;
          other = match + 4;
          continue;
        }
        uint64_t differing = sequence ^ word(at - offset);
        if (differing >= 1 << 16) break;
        uint32_t passed = differing > 0xff ? 2 : 1;
        if (passed + LAST_LITERALS + 4 > (uint32_t)(target_end - to)) return 0;
        token = to;
        high = passed << 4;
        put_half(to + 1, (uint16_t)sequence);
        to += passed;
        put_half(to + 1, (uint16_t)offset);
        to += 3;
        table[slot_of(word(at + 1))] = (uint16_t)(at + 1 - source);
        matched = at + 8;
        other = matched - offset;
        at += passed;
      }
      at += 1;
    }
  }
  uint32_t literals = (uint32_t)(source_end - anchor);
  if (literals + length_bytes(literals) + 1 > (uint32_t)(target_end - to)) return 0;
  uint8_t *token = to++;
  *token = (uint8_t)((literals < LENGTH_MAX ? literals : LENGTH_MAX) << 4);
  if (literals >= LENGTH_MAX) to = put_length(to, literals - LENGTH_MAX);
  put_literals(to, anchor, literals);
  return (uint32_t)(to + literals - target);
}
