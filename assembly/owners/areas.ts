/**
 * areas.ts - areas of clients: their records, their numbers, and where their offsets lie.
 *
 * Owns:   area records (kind AREA_RECORDS), ranges (RANGE_RECORDS), and AREA_NUMBERS, the frames that lead
 *         from a number to a record.
 * Keeps:  an open area counts its entries, and each of them lies in one of its ranges; a number leads to the
 *         area that has it; the list of an owner leads to all its areas.
 * Cost:   a store touches one line; one far from the first pages of its area looks at RANGES_MAX ranges at
 *         most.
 *
 * The engine names an area by the address of its record; 0 is no area. The host uses a number, which is the
 * same in every arena of a pool.
 *
 * Closing an area must cost what its own pages cost, but nothing leads from an area to its entries. So an
 * area remembers where its offsets lie, in ranges that only grow until its last page is removed. A range
 * takes in offsets that lie near it. The first range stands in the record; the others are for pages that lie
 * far apart.
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
} from "../memory/frames";
import { listCheck } from "../memory/lists";
import { pointerAt, pointerTop } from "../memory/pointers";
import {
  AREA_ACCOUNT_AT,
  AREA_BYTES,
  AREA_INODE_AT,
  AREA_INODES_AT,
  AREA_LOWEST_AT,
  AREA_NUMBER_AT,
  AREA_NUMBER_MAX,
  AREA_NUMBERS,
  AREA_OPEN_AT,
  AREA_PAGES_AT,
  AREA_PARENT_AT,
  AREA_RECORDS,
  AREA_SCOPE_AT,
  FRAME_BYTES,
  RANGE_BYTES,
  RANGE_HIGH_AT,
  RANGE_LOW_AT,
  RANGE_NEXT_AT,
  RANGE_RECORDS,
} from "../ground/records";

/**
 * A range takes in an offset that lies no further away: so it holds a page for every sixty-fourth offset at
 * least.
 */
const RANGE_NEAR: u32 = 64;
/**
 * Most ranges that an area has beside the first. When an offset would need one more, the first range
 * stretches over it.
 */
const RANGES_MAX: u32 = 64;

/** Opens an area. 0 when there is no memory for its record. */
export function areaOpen(scope: u32): usize {
  if (!recordReserve(AREA_RECORDS, AREA_BYTES, 1)) return 0;
  const area = recordTake(AREA_RECORDS, AREA_BYTES);
  memory.fill(area, 0, AREA_BYTES);
  store<u32>(area, scope, AREA_SCOPE_AT);
  store<u32>(area, 1, AREA_OPEN_AT);
  return area;
}

/** Gives the area a number of 1 to AREA_NUMBER_MAX - 1 that is free. False when there is no memory for it. */
export function areaSetNumber(area: usize, number: u32): bool {
  assert(number - 1 < AREA_NUMBER_MAX - 1 && !areaNumbered(number));
  if (!load<u32>(AREA_NUMBERS) && !frameHang(AREA_NUMBERS)) return false;
  const numbers = numbersOf(number);
  if (!load<u32>(numbers) && !frameHang(numbers)) return false;
  store<u32>(pointerAt(load<u32>(AREA_NUMBERS), number), area);
  store<u32>(area, number, AREA_NUMBER_AT);
  return true;
}

/** The area of this number, or 0. */
export function areaNumbered(number: u32): usize {
  if (number >= AREA_NUMBER_MAX || !load<u32>(AREA_NUMBERS)) return 0;
  if (!load<u32>(numbersOf(number))) return 0;
  return <usize>load<u32>(pointerAt(load<u32>(AREA_NUMBERS), number));
}

/** Where the pointer to the frame that holds this number stands. */
function numbersOf(number: u32): usize {
  return pointerTop(load<u32>(AREA_NUMBERS), number);
}

/** Closes an area that has no page left. */
export function areaClose(area: usize): void {
  assert(areaPages(area) == 0);
  const number = areaNumber(area);
  if (number) forgetNumber(number);
  store<u32>(area, 0, AREA_OPEN_AT);
  recordGive(AREA_RECORDS, area);
}

/**
 * Gives back the frame of the number when no other number in it is used; the frame that leads to such frames
 * stays. Bound: 256 steps of four numbers.
 */
function forgetNumber(number: u32): void {
  const slot = numbersOf(number);
  store<u32>(pointerAt(load<u32>(AREA_NUMBERS), number), 0);
  const numbers = <usize>load<u32>(slot);
  let at = numbers;
  while (at < numbers + FRAME_BYTES && !v128.any_true(v128.load(at))) at += 16;
  if (at == numbers + FRAME_BYTES) frameUnhang(slot);
}

export function areaIsOpen(area: usize): bool {
  return area != 0 && load<u32>(area, AREA_OPEN_AT) != 0;
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

/** Where the list of a file system's inodes begins. */
export function areaInodes(fs: usize): usize {
  return fs + AREA_INODES_AT;
}

// ── offsets ────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Counts a page that was entered. What was reserved is used up by now, so a range may be taken. Nearly always
 * the first range takes the offset in. Bound: RANGES_MAX ranges.
 */
export function areaAdd(area: usize, offset: u32): void {
  const pages = areaPages(area);
  store<u32>(area, pages + 1, AREA_PAGES_AT);
  const first = firstRange(area);
  if (!pages) {
    rangeSet(first, offset, offset);
    return;
  }
  let ranges: u32 = 0;
  for (let range = first; range; range = areaRange(area, range)) {
    if (isNear(range, offset)) {
      stretch(range, offset);
      return;
    }
    ranges += 1;
  }
  if (ranges > RANGES_MAX || !recordReserve(RANGE_RECORDS, RANGE_BYTES, 1)) {
    stretch(first, offset);
    return;
  }
  const range = recordTake(RANGE_RECORDS, RANGE_BYTES);
  rangeSet(range, offset, offset);
  store<u32>(range, secondRange(area), RANGE_NEXT_AT);
  store<u32>(area, range + 1, AREA_OPEN_AT);
}

/** Counts a page that was removed. With the last page the ranges go. */
export function areaDrop(area: usize): void {
  const pages = areaPages(area);
  assert(pages != 0);
  store<u32>(area, pages - 1, AREA_PAGES_AT);
  if (pages == 1 && load<u32>(area, AREA_OPEN_AT) != 1) forgetRanges(area);
}

function firstRange(area: usize): usize {
  return area + AREA_LOWEST_AT;
}

function secondRange(area: usize): usize {
  return <usize>(load<u32>(area, AREA_OPEN_AT) - 1);
}

function rangeSet(range: usize, low: u32, high: u32): void {
  store<u32>(range, low, RANGE_LOW_AT);
  store<u32>(range, high, RANGE_HIGH_AT);
}

function isNear(range: usize, offset: u32): bool {
  return (
    <i64>offset >= <i64>rangeLow(range) - <i64>RANGE_NEAR &&
    <i64>offset <= <i64>rangeHigh(range) + <i64>RANGE_NEAR
  );
}

function stretch(range: usize, offset: u32): void {
  rangeSet(range, min(rangeLow(range), offset), max(rangeHigh(range), offset));
}

function forgetRanges(area: usize): void {
  let range = secondRange(area);
  store<u32>(area, 1, AREA_OPEN_AT);
  while (range) {
    const next = <usize>load<u32>(range, RANGE_NEXT_AT);
    recordGive(RANGE_RECORDS, range);
    range = next;
  }
}

/**
 * The range behind `after`, the first for 0, or 0. The ranges of an area with pages hold all its offsets;
 * some ranges may meet. Valid while the area has a page.
 */
export function areaRange(area: usize, after: usize): usize {
  if (!after) return firstRange(area);
  return after == firstRange(area) ? secondRange(area) : <usize>load<u32>(after, RANGE_NEXT_AT);
}

export function rangeLow(range: usize): u32 {
  return load<u32>(range, RANGE_LOW_AT);
}

export function rangeHigh(range: usize): u32 {
  return load<u32>(range, RANGE_HIGH_AT);
}

/** How many offsets the ranges of an area that has pages hold. */
export function areaSpan(area: usize): u64 {
  let span: u64 = 0;
  for (let range = areaRange(area, 0); range; range = areaRange(area, range))
    span += <u64>(rangeHigh(range) - rangeLow(range)) + 1;
  return span;
}

/** The first of the ranges that holds an offset, or 0. */
export function areaRangeOf(area: usize, offset: u32): usize {
  let range = areaRange(area, 0);
  while (range && (offset < rangeLow(range) || offset > rangeHigh(range))) range = areaRange(area, range);
  return range;
}

export function areaCount(): u32 {
  return recordLive(AREA_RECORDS);
}

/**
 * True when live and free records account for all, numbers and lists lead to the areas, and ranges are of
 * areas.
 */
export function areasCheck(): bool {
  if (!recordsCheck(AREA_RECORDS, AREA_BYTES) || !recordsCheck(RANGE_RECORDS, RANGE_BYTES)) return false;
  let ranges: u32 = 0;
  for (let area = areaWalk(0); area; area = areaWalk(area)) {
    if (areaNumber(area) && areaNumbered(areaNumber(area)) != area) return false;
    if (!listCheck(area)) return false;
    let range = secondRange(area);
    for (let i: u32 = 0; range && i <= RANGES_MAX; i += 1) {
      ranges += 1;
      range = areaRange(area, range);
    }
  }
  return ranges == recordLive(RANGE_RECORDS);
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
