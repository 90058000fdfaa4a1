/**
 * transform.ts - turns typed pages so that a codec finds more in them, and back.
 *
 * Owns:   nothing. Reads [source, source + bytes), writes [target, target + bytes); the two do not overlap.
 * Keeps:  transformBack undoes transform, for every page of every length.
 * Cost:   `npm run bench -- kinds`; 1 to 3 us for 4 KiB.
 *
 * `npm run bench -- kinds` and docs/TUNING.md tell what it saves, on which pages, and what else was tried.
 */

import { PageKind } from "../../ground/layout";

/** Bytes turned in one step. Bytes beyond a multiple of it stay as they are, at the end of the page. */
export const STEP_BYTES: u32 = 16;

function spread4(lanes: v128): v128 {
  return v128.swizzle(lanes, i8x16(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
}

/** Element i's byte k goes to place i of plane k. Elements of four bytes. */
function split4(source: usize, bytes: u32, target: usize, differ: bool): void {
  const plane = bytes >> 2;
  let before = i64x2.splat(0);
  let at: u32 = 0;
  while (at < bytes) {
    const lanes = v128.load(source + at);
    let turned = lanes;
    if (differ) {
      // Each pixel less the one before it: the last of the step before, then the first three of this.
      const previous = v128.shuffle<u8>(
        before,
        lanes,
        12,
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        26,
        27,
      );
      turned = i8x16.sub(lanes, previous);
      before = lanes;
    }
    turned = spread4(turned);
    const to = target + (at >> 2);
    store<u32>(to, i32x4.extract_lane(turned, 0));
    store<u32>(to + plane, i32x4.extract_lane(turned, 1));
    store<u32>(to + 2 * plane, i32x4.extract_lane(turned, 2));
    store<u32>(to + 3 * plane, i32x4.extract_lane(turned, 3));
    at += STEP_BYTES;
  }
}

function join4(source: usize, bytes: u32, target: usize, differ: bool): void {
  const plane = bytes >> 2;
  let before = i64x2.splat(0);
  let at: u32 = 0;
  while (at < bytes) {
    const from = source + (at >> 2);
    let lanes = i32x4.splat(load<u32>(from));
    lanes = i32x4.replace_lane(lanes, 1, load<u32>(from + plane));
    lanes = i32x4.replace_lane(lanes, 2, load<u32>(from + 2 * plane));
    lanes = i32x4.replace_lane(lanes, 3, load<u32>(from + 3 * plane));
    lanes = spread4(lanes);
    if (differ) {
      // Sums of one, two, four pixels; then the last of the step before, four times.
      const zero = i64x2.splat(0);
      lanes = i8x16.add(
        lanes,
        v128.shuffle<u8>(zero, lanes, 0, 0, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27),
      );
      lanes = i8x16.add(
        lanes,
        v128.shuffle<u8>(zero, lanes, 0, 0, 0, 0, 0, 0, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23),
      );
      lanes = i8x16.add(lanes, i32x4.splat(i32x4.extract_lane(before, 3)));
      before = lanes;
    }
    v128.store(target + at, lanes);
    at += STEP_BYTES;
  }
}

/** As split4, for elements of eight bytes. */
function split8(source: usize, bytes: u32, target: usize): void {
  const plane = bytes >> 3;
  let at: u32 = 0;
  while (at < bytes) {
    const turned = v128.swizzle(
      v128.load(source + at),
      i8x16(0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15),
    );
    const to = target + (at >> 3);
    store<u16>(to, i16x8.extract_lane_u(turned, 0));
    store<u16>(to + plane, i16x8.extract_lane_u(turned, 1));
    store<u16>(to + 2 * plane, i16x8.extract_lane_u(turned, 2));
    store<u16>(to + 3 * plane, i16x8.extract_lane_u(turned, 3));
    store<u16>(to + 4 * plane, i16x8.extract_lane_u(turned, 4));
    store<u16>(to + 5 * plane, i16x8.extract_lane_u(turned, 5));
    store<u16>(to + 6 * plane, i16x8.extract_lane_u(turned, 6));
    store<u16>(to + 7 * plane, i16x8.extract_lane_u(turned, 7));
    at += STEP_BYTES;
  }
}

function join8(source: usize, bytes: u32, target: usize): void {
  const plane = bytes >> 3;
  let at: u32 = 0;
  while (at < bytes) {
    const from = source + (at >> 3);
    let lanes = i16x8.splat(load<u16>(from));
    lanes = i16x8.replace_lane(lanes, 1, load<u16>(from + plane));
    lanes = i16x8.replace_lane(lanes, 2, load<u16>(from + 2 * plane));
    lanes = i16x8.replace_lane(lanes, 3, load<u16>(from + 3 * plane));
    lanes = i16x8.replace_lane(lanes, 4, load<u16>(from + 4 * plane));
    lanes = i16x8.replace_lane(lanes, 5, load<u16>(from + 5 * plane));
    lanes = i16x8.replace_lane(lanes, 6, load<u16>(from + 6 * plane));
    lanes = i16x8.replace_lane(lanes, 7, load<u16>(from + 7 * plane));
    v128.store(target + at, v128.swizzle(lanes, i8x16(0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15)));
    at += STEP_BYTES;
  }
}

/** The page of `bytes` bytes at `source`, turned, to `target`. */
export function transform(kind: PageKind, source: usize, bytes: u32, target: usize): void {
  const turned = kind == PageKind.PLAIN ? 0 : bytes & ~(STEP_BYTES - 1);
  if (kind == PageKind.EIGHT) split8(source, turned, target);
  else split4(source, turned, target, kind == PageKind.RGBA);
  memory.copy(target + turned, source + turned, bytes - turned);
}

/** The page that transform made these bytes of. */
export function transformBack(kind: PageKind, source: usize, bytes: u32, target: usize): void {
  const turned = kind == PageKind.PLAIN ? 0 : bytes & ~(STEP_BYTES - 1);
  if (kind == PageKind.EIGHT) join8(source, turned, target);
  else join4(source, turned, target, kind == PageKind.RGBA);
  memory.copy(target + turned, source + turned, bytes - turned);
}
