/**
 * noise.ts - whether a page is noise, which the encoder cannot make smaller.
 *
 * Owns:   nothing. Reads [source, source + bytes); writes the first NOISE_TABLE_BYTES of the table it is
 *         handed.
 * Keeps:  a yes depends on the page's bytes alone, so the same page always gets the same body.
 * Cost:   0.1 us for a page that is not noise; for noise, two thirds of what the encoder takes to find
 *         nothing in it (rows of `spillway bench`). The page should be in cache, for samples are taken all
 *         over it.
 *
 * Two questions are asked. Do bytes equal their near neighbours more often than by chance? In random,
 * encrypted and compressed data they do not; in heaps, text, code and numbers they do far more often. Do five
 * bytes come again? Then even random bytes are worth encoding.
 */

import { slotOf } from "./encode";

/** Below this a page is left to the encoder, which is quick with it. */
const BYTES_MIN: u32 = 1024;
const SAMPLES: u32 = 16;
const SAMPLE_BYTES: u32 = 16;
const DISTANCE_MAX: u32 = 256;
/**
 * Of 256 random bytes eight, give or take three, equal one of the eight neighbours that they are compared
 * with; in other data 40 and more do.
 */
const ALIKE_MAX: u32 = 19;

/** So many bytes at the start are searched one by one, for fields that are the same in all records. */
const DENSE_BYTES: u32 = 128;
/**
 * In the rest, places with this byte are searched: every 256th of noise, and the same places in every copy of
 * it.
 */
const MARK: u8 = 0x5a;
const TABLE_LOG2: u32 = 10;
export const NOISE_TABLE_BYTES: u32 = 2 << TABLE_LOG2;

/**
 * Whether the page of `bytes` bytes (up to 65,536) is noise: LZ4 almost certainly does not save an eighth of
 * it.
 */
export function isNoise(source: usize, bytes: u32, table: usize): bool {
  return bytes >= BYTES_MIN && hasNoLikes(source, bytes) && !comesAgain(source, bytes, table);
}

/** The bytes of a sample that equal those `distance` before them. */
function alike(here: v128, at: usize, distance: usize): v128 {
  return i8x16.eq(here, v128.load(at - distance));
}

/** Of 256 bytes from everywhere hardly one equals that 1, 2, 4, 8, 16, 32, 64 or 256 before it. */
function hasNoLikes(source: usize, bytes: u32): bool {
  const stride = (bytes - DISTANCE_MAX - SAMPLE_BYTES) / (SAMPLES - 1);
  let at = source + DISTANCE_MAX;
  let likes: u32 = 0;
  for (let i: u32 = 0; i < SAMPLES; i += 1) {
    const here = v128.load(at);
    const bytesNear = v128.or(alike(here, at, 1), alike(here, at, 2));
    const wordsNear = v128.or(alike(here, at, 4), alike(here, at, 8));
    const recordsNear = v128.or(alike(here, at, 16), alike(here, at, 32));
    const recordsFar = v128.or(alike(here, at, 64), alike(here, at, DISTANCE_MAX));
    const any = v128.or(v128.or(bytesNear, wordsNear), v128.or(recordsNear, recordsFar));
    likes += <u32>popcnt<i32>(i8x16.bitmask(any));
    at += stride;
  }
  return likes <= ALIKE_MAX;
}

/** Whether five bytes come again, among those at the start and those at the marks. */
function comesAgain(source: usize, bytes: u32, table: usize): bool {
  for (let at: u32 = 0; at < NOISE_TABLE_BYTES; at += 16) v128.store(table + at, i8x16.splat(0));
  // Position 0 is in the cleared table.
  for (let at: u32 = 1; at < DENSE_BYTES; at += 1) {
    if (isKnown(source, at, table)) return true;
  }
  const mark = i8x16.splat(MARK);
  for (let at = DENSE_BYTES; at + SAMPLE_BYTES + 8 <= bytes; at += SAMPLE_BYTES) {
    const here = v128.load(source + at);
    let marks = <u32>i8x16.bitmask(i8x16.eq(here, mark));
    while (marks) {
      if (isKnown(source, at + ctz<u32>(marks), table)) return true;
      marks &= marks - 1;
    }
  }
  return false;
}

/** Whether the five bytes at this position are those of an earlier one. The first of an entry keeps it. */
function isKnown(source: usize, at: u32, table: usize): bool {
  const sequence = load<u64>(source + at);
  // Five bytes, as in the encoder: what it would not find need not be found here.
  const slot = table + slotOf(sequence, TABLE_LOG2);
  const place = <u32>load<u16>(slot);
  if (!((load<u64>(source + place) ^ sequence) << 24)) return true;
  if (!place) store<u16>(slot, at);
  return false;
}
