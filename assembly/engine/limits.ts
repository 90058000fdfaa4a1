/**
 * limits.ts - what the arena occupies and may occupy, and whether it is full.
 *
 * Owns:   CONTROL_FULL, CONTROL_ACCEPT.
 * Keeps:  the arena is full from the moment a body found no place until enough bytes are free again.
 *         Meanwhile no page is compressed in vain (law 16).
 * Cost:   sums that their owners keep; nothing is counted anew.
 */
import { CONTROL_ACCEPT, CONTROL_FULL } from "../ground/records";
import {
  stockBlockBytes,
  stockFixedBytes,
  stockFreeBytes,
  stockHandedCount,
  stockSetLimit,
} from "../memory/blocks";
import { looseBytes } from "../memory/frames";
import { nurseryFreeBytes } from "../memory/nursery";
import { slabFreeSum, slotBytes } from "../memory/slab";
import { pageBytes } from "./settings";

/**
 * Bounds the arena. `limitWasmPages` bounds its growth. An arena that was full accepts again once
 * `acceptBytes` bytes are free: 0 stands for any body that is freed; with more than can ever be free the
 * arena stays full.
 */
export function setLimits(limitWasmPages: u32, acceptBytes: u32): void {
  stockSetLimit(limitWasmPages);
  store<u32>(CONTROL_ACCEPT, acceptBytes);
  acceptAgain(slotBytes(pageBytes()));
}

export function isFull(): bool {
  return load<u32>(CONTROL_FULL) != 0;
}

/** A body found no place. */
export function setFull(): void {
  store<u32>(CONTROL_FULL, 1);
}

/** An arena that was full accepts again when enough is free, at least `least` bytes. */
export function acceptAgain(least: u32): void {
  if (freeBytes() + looseBytes() >= max(least, load<u32>(CONTROL_ACCEPT))) store<u32>(CONTROL_FULL, 0);
}

/** Bytes that bodies could take if all free bytes lay together. */
export function freeBytes(): u32 {
  return stockFreeBytes() + slabFreeSum() + nurseryFreeBytes();
}

/** Bytes of fixed regions, records, tables, slabs and nursery. */
export function occupiedBytes(): u32 {
  return stockFixedBytes() + stockHandedCount() * stockBlockBytes();
}

/** Bytes of all that is in use: what is occupied, without what is free in slabs and nursery. */
export function liveBytes(): u32 {
  return occupiedBytes() - slabFreeSum() - nurseryFreeBytes();
}
