/**
 * pointers.ts - frames found by their number, through two levels of pointers.
 *
 * Owns:   the frames of pointers. The words they hang at, and the frames they lead to, are their owner's.
 * Cost:   a look-up reads two words, which stay in cache: a frame of pointers leads to 4 MiB.
 *
 *   tops: a word for every 1,024 frames ──► frame of 1,024 pointers ──► frame
 *
 * Frames come and go in the order of their numbers, at the end.
 */

import { FRAME_BYTES } from "../ground/records";
import { frameHang, frameUnhang } from "./frames";

const POINTER_SHIFT: u32 = 10;
const POINTER_MASK: u32 = (1 << POINTER_SHIFT) - 1;
if (4 << POINTER_SHIFT != FRAME_BYTES) ERROR("pointers must fill a frame");

/** Words that `count` frames need at `tops`. */
export function pointerTops(count: u32): u32 {
  return (count >> POINTER_SHIFT) + 1;
}

/** Where the pointer to the frame of pointers for number `index` stands. */
export function pointerTop(tops: usize, index: u32): usize {
  return tops + ((index >> POINTER_SHIFT) << 2);
}

/** Where the pointer for number `index` stands, in the frame of pointers that there is. */
export function pointerAt(tops: usize, index: u32): usize {
  return <usize>load<u32>(pointerTop(tops, index)) + ((index & POINTER_MASK) << 2);
}

/**
 * Hangs a frame of zeros at number `index`, and one for its pointer when there is none. False when memory is
 * short.
 */
export function pointerHang(tops: usize, index: u32): bool {
  const top = pointerTop(tops, index);
  if (!load<u32>(top) && !frameHang(top)) return false;
  return frameHang(pointerAt(tops, index));
}

/**
 * Gives back the last frame, that at number `index`, and the frame of its pointer when it was the first
 * there.
 */
export function pointerUnhang(tops: usize, index: u32): void {
  frameUnhang(pointerAt(tops, index));
  if (!(index & POINTER_MASK)) frameUnhang(pointerTop(tops, index));
}
