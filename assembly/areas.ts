/**
 * areas.ts - areas of clients.
 *
 * Owns:   area records (kind AREA_RECORDS), and the frames that lead from a number to a record.
 * Keeps:  an area that is open counts its entries and bounds their offsets; a number leads to the area that bears it.
 * Called: engine.ts and mover.ts by the address of a record, 0 being no area; index.ts turns the host's number, which is
 *         the same in every arena of a pool, into that address.
 * Cost:   a store touches one line.
 */

import {
  frameHang,
  frameUnhang,
  recordGive,
  recordLive,
  recordNext,
  recordReserve,
  recordsCheck,
  recordTake,
} from "./frames";
import {
  AREA_ACCOUNT_AT,
  AREA_BYTES,
  AREA_CLIENT_AT,
  AREA_HIGHEST_AT,
  AREA_INODE_AT,
  AREA_LOWEST_AT,
  AREA_NUMBER_AT,
  AREA_NUMBER_MAX,
  AREA_NUMBERS,
  AREA_OPEN_AT,
  AREA_PAGES_AT,
  AREA_PARENT_AT,
  AREA_RECORDS,
  AREA_SCOPE_AT,
  AREA_TYPE_AT,
  FRAME_BYTES,
} from "./records";

const NUMBER_SHIFT: u32 = 10;
const NUMBER_MASK: u32 = (1 << NUMBER_SHIFT) - 1;
if (4 << NUMBER_SHIFT != FRAME_BYTES) ERROR("numbers must fill a frame");

/** Opens an area. 0 when there is no memory for its record. */
export function areaOpen(client: u32, type: u32, scope: u32): usize {
  if (!recordReserve(AREA_RECORDS, AREA_BYTES, 1)) return 0;
  const area = recordTake(AREA_RECORDS, AREA_BYTES);
  store<u32>(area, client, AREA_CLIENT_AT);
  store<u32>(area, type, AREA_TYPE_AT);
  store<u32>(area, 0, AREA_PAGES_AT);
  store<u32>(area, scope, AREA_SCOPE_AT);
  store<u32>(area, <u32>-1, AREA_LOWEST_AT);
  store<u32>(area, 0, AREA_HIGHEST_AT);
  store<u32>(area, 0, AREA_NUMBER_AT);
  store<u32>(area, 0, AREA_ACCOUNT_AT);
  store<u32>(area, 0, AREA_PARENT_AT);
  store<u32>(area, 1, AREA_OPEN_AT);
  return area;
}

/** Makes the area known under a number of 1 to AREA_NUMBER_MAX - 1 that is free. False when there is no memory for it. */
export function areaSetNumber(area: usize, number: u32): bool {
  assert(number - 1 < AREA_NUMBER_MAX - 1 && !areaNumbered(number));
  if (!load<u32>(AREA_NUMBERS) && !frameHang(AREA_NUMBERS)) return false;
  const slot = numberSlot(number);
  if (!load<u32>(slot) && !frameHang(slot)) return false;
  store<u32>(load<u32>(slot) + ((number & NUMBER_MASK) << 2), area);
  store<u32>(area, number, AREA_NUMBER_AT);
  return true;
}

/** The area of this number, or 0. */
export function areaNumbered(number: u32): usize {
  if (number >= AREA_NUMBER_MAX || !load<u32>(AREA_NUMBERS)) return 0;
  const numbers = <usize>load<u32>(numberSlot(number));
  return numbers ? <usize>load<u32>(numbers + ((number & NUMBER_MASK) << 2)) : 0;
}

/** Where the pointer to the frame that holds this number stands. */
function numberSlot(number: u32): usize {
  return load<u32>(AREA_NUMBERS) + ((number >> NUMBER_SHIFT) << 2);
}

/** Closes an area that has no page left. */
export function areaClose(area: usize): void {
  assert(areaPages(area) == 0);
  const number = areaNumber(area);
  if (number) forgetNumber(number);
  store<u32>(area, 0, AREA_OPEN_AT);
  recordGive(AREA_RECORDS, area);
}

/** A frame of numbers without an area goes; that which leads to such frames stays. Bound: 256 steps of four numbers. */
function forgetNumber(number: u32): void {
  const slot = numberSlot(number);
  const numbers = <usize>load<u32>(slot);
  store<u32>(numbers + ((number & NUMBER_MASK) << 2), 0);
  let at = numbers;
  while (at < numbers + FRAME_BYTES && !v128.any_true(v128.load(at))) at += 16;
  if (at == numbers + FRAME_BYTES) frameUnhang(slot);
}

export function areaIsOpen(area: usize): bool {
  return area != 0 && load<u32>(area, AREA_OPEN_AT) == 1;
}

export function areaPages(area: usize): u32 {
  return load<u32>(area, AREA_PAGES_AT);
}

export function areaScope(area: usize): u32 {
  return load<u32>(area, AREA_SCOPE_AT);
}

export function areaNumber(area: usize): u32 {
  return load<u32>(area, AREA_NUMBER_AT);
}

/** The record of its client, or 0. */
export function areaAccount(area: usize): usize {
  return <usize>load<u32>(area, AREA_ACCOUNT_AT);
}

export function areaSetAccount(area: usize, client: usize): void {
  store<u32>(area, client, AREA_ACCOUNT_AT);
}

/** Makes the area an inode of a file system. */
export function areaSetInode(area: usize, parent: usize, inode: u64): void {
  store<u32>(area, parent, AREA_PARENT_AT);
  store<u64>(area, inode, AREA_INODE_AT);
}

/** The area of the file system, if this one is an inode, else 0. */
export function areaParent(area: usize): usize {
  return <usize>load<u32>(area, AREA_PARENT_AT);
}

export function areaInode(area: usize): u64 {
  return load<u64>(area, AREA_INODE_AT);
}

export function areaLowest(area: usize): u32 {
  return load<u32>(area, AREA_LOWEST_AT);
}

export function areaHighest(area: usize): u32 {
  return load<u32>(area, AREA_HIGHEST_AT);
}

export function areaAdd(area: usize, offset: u32): void {
  store<u32>(area, areaPages(area) + 1, AREA_PAGES_AT);
  if (offset < areaLowest(area)) store<u32>(area, offset, AREA_LOWEST_AT);
  if (offset > areaHighest(area)) store<u32>(area, offset, AREA_HIGHEST_AT);
}

export function areaDrop(area: usize): void {
  assert(areaPages(area) != 0);
  store<u32>(area, areaPages(area) - 1, AREA_PAGES_AT);
}

export function areaCount(): u32 {
  return recordLive(AREA_RECORDS);
}

/** True when live and free records account for all, and numbers lead to the areas that bear them. */
export function areasCheck(): bool {
  if (!recordsCheck(AREA_RECORDS, AREA_BYTES)) return false;
  for (let area = areaWalk(0); area; area = areaWalk(area)) {
    if (areaNumber(area) && areaNumbered(areaNumber(area)) != area) return false;
  }
  return true;
}

/** The first area that is open, or the one behind `after`, or 0. */
function areaWalk(after: usize): usize {
  let area = recordNext(AREA_RECORDS, AREA_BYTES, after);
  while (area && !areaIsOpen(area)) area = recordNext(AREA_RECORDS, AREA_BYTES, area);
  return area;
}

/** Sum of the page counts of all open areas. */
export function areaPagesSum(): u32 {
  let sum: u32 = 0;
  for (let area = areaWalk(0); area; area = areaWalk(area)) sum += areaPages(area);
  return sum;
}

/** How many areas are clients'. */
export function areasAccounted(): u32 {
  let count: u32 = 0;
  for (let area = areaWalk(0); area; area = areaWalk(area)) if (areaAccount(area)) count += 1;
  return count;
}
