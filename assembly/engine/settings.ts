/**
 * settings.ts - what the host has set: flags, and the size of a page.
 *
 * Owns:   CONTROL_FLAGS, CONTROL_PAGE_BYTES.
 * Keeps:  the size of a page never changes. Flags may change between any two calls: each body says itself how
 *         to read it (law 13).
 * Cost:   a load of one word.
 */
import { FLAG_ZEROIZE } from "../ground/layout";
import { CONTROL_FLAGS, CONTROL_PAGE_BYTES } from "../ground/records";

export function settingsInit(bytes: u32, flags: u32): void {
  assert(pageBytes() == 0);
  store<u32>(CONTROL_PAGE_BYTES, bytes);
  setFlags(flags);
}

/** Bytes of a whole page of this pool. */
export function pageBytes(): u32 {
  return load<u32>(CONTROL_PAGE_BYTES);
}

export function setFlags(flags: u32): void {
  store<u32>(CONTROL_FLAGS, flags);
}

export function flag(bit: u32): bool {
  return (load<u32>(CONTROL_FLAGS) & bit) != 0;
}

/** Overwrites bytes that nobody needs any more with zeros, if the pool asked for that. */
export function wipe(at: usize, bytes: u32): void {
  if (flag(FLAG_ZEROIZE)) memory.fill(at, 0, bytes);
}
