/**
 * bytes.ts - small things done to ranges of bytes.
 *
 * Owns:   nothing. Touches only the ranges its parameters name.
 * Cost:   16 bytes a step.
 */
import { LINE_BYTES } from "./layout";

/** `value` rounded up to a multiple of `unit`, a power of two. */
export function roundUp(value: u32, unit: u32): u32 {
  return (value + unit - 1) & ~(unit - 1);
}

/**
 * Writes zeros from `at + bytes` to the end of that line: code that reads whole lines may read past a short
 * page.
 */
export function padLine(at: usize, bytes: u32): void {
  const spare = roundUp(bytes, LINE_BYTES) - bytes;
  if (spare) memory.fill(at + bytes, 0, spare);
}

/** Length of the range without its trailing zeros. 0 when every byte is zero. */
export function trimmedBytes(at: usize, bytes: u32): u32 {
  let left = bytes;
  while (left >= 16 && !v128.any_true(v128.load(at + left - 16))) left -= 16;
  while (left > 0 && !load<u8>(at + left - 1)) left -= 1;
  return left;
}

export function bytesEqual(one: usize, other: usize, bytes: u32): bool {
  let at: u32 = 0;
  while (at + 16 <= bytes) {
    if (v128.any_true(v128.xor(v128.load(one + at), v128.load(other + at)))) return false;
    at += 16;
  }
  while (at < bytes) {
    if (load<u8>(one + at) != load<u8>(other + at)) return false;
    at += 1;
  }
  return true;
}
