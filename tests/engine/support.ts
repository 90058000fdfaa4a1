/**
 * support.ts - what the specs share: a memory of the engine's own, as it is when a module is fresh, and
 * seeded bytes.
 */

import { arenaInit } from "../../assembly/engine/life";
import {
  CONTROL_PTR,
  PAGE_BYTES_MIN,
  WASM_PAGE_BYTES,
  WINDOW_PTR,
  WINDOW_SCRATCH_AT,
} from "../../assembly/ground/layout";

/** Engine memory in the specs ends here; as-pect's own begins at 192 MiB. */
export const ENGINE_END: usize = 64 << 20;
/** Buffers of the specs' own, which no limit below lets the engine reach. */
export const BUFFER_PTR: usize = 128 << 20;

/**
 * Makes the engine's memory what it is in a fresh module: zeros from its first word to the encoder's table.
 * What lies behind, up to `bytes`, is dirty, as blocks are when they come back: nobody may count on zeros
 * there.
 */
export function freshMemory(bytes: u32 = 4 << 20): void {
  assert(bytes <= <u32>ENGINE_END);
  memory.fill(CONTROL_PTR, 0, WINDOW_PTR + WINDOW_SCRATCH_AT - CONTROL_PTR);
  memory.fill(WINDOW_PTR + WINDOW_SCRATCH_AT, 0xa5, bytes - WINDOW_PTR - WINDOW_SCRATCH_AT);
}

/**
 * A fresh engine with pages of 4 KiB, or larger ones. `flags` as in layout.ts; the limit is in wasm pages.
 */
export function freshEngine(flags: u32, limit: u32 = 32, pageBytes: u32 = PAGE_BYTES_MIN): void {
  freshMemory(max<u32>(4 << 20, limit * WASM_PAGE_BYTES));
  assert(arenaInit(pageBytes, limit, flags, 0x0123456789abcdef));
}

/** xorshift32 (G. Marsaglia, 2003), its state in a word that the engine does not use. */
const STATE: usize = BUFFER_PTR - 64;

export function seed(value: u32): void {
  store<u32>(STATE, value);
}

export function random(): u32 {
  let x = load<u32>(STATE);
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  store<u32>(STATE, x);
  return x;
}

export function below(bound: u32): u32 {
  return <u32>((<u64>random() * bound) >> 32);
}

export function fillRandom(at: usize, bytes: u32): void {
  for (let i: u32 = 0; i < bytes; i++) store<u8>(at + i, random() >> 24);
}

/** Words of few values with zeros between, as heaps have them; compresses to about a third. */
export function fillHeapLike(at: usize, bytes: u32): void {
  for (let i: u32 = 0; i < bytes; i += 4) {
    store<u32>(at + i, below(4) ? below(9) << 20 : random());
  }
}

/** Numbers of eight bytes, near one another: their low two bytes are random, the others alike. */
export function fillNumbers(at: usize, bytes: u32): void {
  for (let i: u32 = 0; i < bytes; i++) store<u8>(at + i, i % 8 < 2 ? random() >> 24 : i % 8 == 7 ? 0x40 : 0);
}

/** Random bytes, repeated every `period` bytes. */
export function fillPeriod(at: usize, bytes: u32, period: u32): void {
  fillRandom(at, min(period, bytes));
  for (let i = period; i < bytes; i++) store<u8>(at + i, load<u8>(at + i - period));
}

/** A page of kind 0-5: zeros, one byte repeated, heap-like, random, text, random with a tail of zeros. */
export function fillKind(at: usize, bytes: u32, kind: u32): void {
  if (kind == 0) memory.fill(at, 0, bytes);
  else if (kind == 1) memory.fill(at, <u8>random(), bytes);
  else if (kind == 2) fillHeapLike(at, bytes);
  else if (kind == 3) fillRandom(at, bytes);
  else if (kind == 4) for (let i: u32 = 0; i < bytes; i++) store<u8>(at + i, 97 + (((i * i) >> 5) % 11));
  else {
    const full = below(bytes);
    fillRandom(at, full);
    memory.fill(at + full, 0, bytes - full);
  }
}

/** True when the range holds nothing but `byte`. */
export function isAll(at: usize, bytes: u32, byte: u8): bool {
  for (let i: u32 = 0; i < bytes; i++) if (load<u8>(at + i) != byte) return false;
  return true;
}

/** The window's page. */
export const PAGE: usize = WINDOW_PTR;
