/**
 * copies.ts - copies of a match that overlaps itself: bytes that repeat with a period below sixteen.
 *
 * Owns:   two constant tables. Reads sixteen bytes where it is told to.
 * Cost:   two loads and a swizzle for sixteen bytes; no loop over bytes, whatever the period.
 */

/** Bytes that one copy moves. */
export const COPY_BYTES: u32 = 16;

/** Row n, for a period of n bytes: which of these bytes each of sixteen is. Row 16 leaves all in place. */
const SPREAD: usize = memory.data<u8>(
  [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0,
    1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 0, 1, 2, 3, 0, 1,
    2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 0, 1, 2, 3, 4, 5, 0, 1, 2,
    3, 4, 5, 0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0, 1, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3,
    4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4,
    5, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 0,
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 1, 2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 0, 1, 0, 1,
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
  ],
  16,
);
/** Row n: the largest multiple of n up to sixteen. */
const STRIDE: usize = memory.data<u8>([0, 16, 16, 15, 16, 15, 12, 14, 16, 9, 10, 11, 12, 13, 14, 15, 16]);

/** Sixteen bytes that repeat the first `period` bytes (1..16) at `from`. */
export function patternOf(from: usize, period: u32): v128 {
  return v128.swizzle(v128.load(from), v128.load(SPREAD + (period << 4)));
}

/** By how many bytes a copy of the pattern of this period (1..16) may advance and be in step with it. */
export function strideOf(period: u32): usize {
  return <usize>load<u8>(STRIDE + period);
}
