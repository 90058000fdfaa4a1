/**
 * slab.ts - places for the bytes of bodies.
 *
 * Owns:   the blocks handed to it as slabs; SLAB_CONTROL.
 * Keeps:  a slab is a row of slots without gaps up to its top: tag, bytes, padding; live + holes + tail ==
 *         room. Every slab is in the bin of its tail, and in the bin of its holes if it has any.
 * Cost:   allocate and free touch the slab's header, the neighbours in its bins and the slot's tag; no
 *         search.
 *
 * Slots are cut to measure, not to size classes. Each class would keep a partly filled slab of its own: about
 * half a slab for each of a hundred classes, 3 MB, is an eighth of what 64 MiB of pages compress to. Bodies
 * can move, since only their record knows their place. So a slab with holes is squeezed when the place is
 * wanted, and only holes that are not needed yet are lost. Figures: docs/architecture/slabs.md.
 *
 *   block:  │ header 64 │ tag body… │ tag hole… │ tag body… │ ...top        tail        end │
 *   tag:    address of the body record, or, bit 0 set, bytes of the hole << 1 | 1
 */

import { VERIFY } from "../ground/check";
import {
  NURSERY_CONTROL,
  SLAB_CONTROL,
  SLAB_HEADER_BYTES,
  SLAB_PAGE_COUNT,
  TAG_BYTES,
} from "../ground/records";

/**
 *   header, 64 bytes, of which 28 are unused:
 *   ├ 0  tail list: next │ 4  previous
 *   ├ 8  hole list: next │ 12 previous
 *   ├ 16 top     end of the last slot, from the block's start
 *   ├ 20 live    bytes of live slots
 *   ├ 24 tail bin │ 28 hole bin, or NO_BIN
 *   ├ 32 tail    bytes behind the last slot, as counted in TAIL_SUM
 */
const TAIL_LINKS_AT: usize = 0;
const HOLE_LINKS_AT: usize = 8;
const TOP_AT: usize = 16;
const LIVE_AT: usize = 20;
const TAIL_BIN_AT: usize = 24;
const HOLE_BIN_AT: usize = 28;
const TAIL_AT: usize = 32;
const NEXT_AT: usize = 0;
const PREVIOUS_AT: usize = 4;
const NO_BIN: u32 = <u32>-1;

/**
 * Bins of tails: a 32nd of a page wide up to a whole page and its tag, then a page wide, so that the emptiest
 * slab is known. Bins of holes: a 64th of a slab wide, which is a fourth of a page.
 */
const TAIL_FINE_COUNT: u32 = 33;
const TAIL_BIN_COUNT: u32 = TAIL_FINE_COUNT + SLAB_PAGE_COUNT;
const HOLE_BIN_COUNT: u32 = 64;
if (TAIL_BIN_COUNT > 64 || HOLE_BIN_COUNT > 64) ERROR("bins must have a bit each");

/**
 *   SLAB_CONTROL:  tail bitmap u64 │ hole bitmap u64 │ block bytes u32 │ tail shift u32 │ hole shift u32 │
 *                  slabs u32 │ live bytes of all slabs u32 │ tail bytes of all u32 │ tail heads │ hole heads
 */
const TAIL_BITMAP: usize = SLAB_CONTROL + 0;
const HOLE_BITMAP: usize = SLAB_CONTROL + 8;
const BLOCK_BYTES: usize = SLAB_CONTROL + 16;
const TAIL_SHIFT: usize = SLAB_CONTROL + 20;
const HOLE_SHIFT: usize = SLAB_CONTROL + 24;
const SLAB_COUNT: usize = SLAB_CONTROL + 28;
const LIVE_SUM: usize = SLAB_CONTROL + 32;
const TAIL_SUM: usize = SLAB_CONTROL + 36;
const TAIL_HEADS: usize = SLAB_CONTROL + 40;
const HOLE_HEADS: usize = TAIL_HEADS + 4 * TAIL_BIN_COUNT;

if (HOLE_HEADS + 4 * HOLE_BIN_COUNT > NURSERY_CONTROL) ERROR("bins reach into the nursery's words");

/** In the verify build a red zone follows every body: bytes that must not change. */
const RED_ZONE_BYTES: u32 = VERIFY ? 16 : 0;
const RED_ZONE: u64 = 0xfdfdfdfdfdfdfdfd;

export function slabInit(pageBytes: u32, blockBytes: u32): void {
  store<u32>(BLOCK_BYTES, blockBytes);
  store<u32>(TAIL_SHIFT, ctz<u32>(pageBytes) - 5);
  store<u32>(HOLE_SHIFT, ctz<u32>(pageBytes) - 2);
}

/** Bytes that a body of this length takes in a slab. */
export function slotBytes(bytes: u32): u32 {
  return (TAG_BYTES + bytes + RED_ZONE_BYTES + 3) & ~3;
}

// ── bins ───────────────────────────────────────────────────────────────────────────────────────────────

function tailBin(bytes: u32): u32 {
  const fine = bytes >> load<u32>(TAIL_SHIFT);
  if (fine < TAIL_FINE_COUNT) return fine;
  return min(TAIL_FINE_COUNT - 1 + (fine >> 5), TAIL_BIN_COUNT - 1);
}

function binInsert(slab: usize, bitmap: usize, heads: usize, linksAt: usize, bin: u32): void {
  const head = heads + (bin << 2);
  const next = <usize>load<u32>(head);
  store<u32>(slab + linksAt, next, NEXT_AT);
  store<u32>(slab + linksAt, 0, PREVIOUS_AT);
  if (next) store<u32>(next + linksAt, slab, PREVIOUS_AT);
  store<u32>(head, slab);
  store<u64>(bitmap, load<u64>(bitmap) | ((<u64>1) << bin));
}

function binRemove(slab: usize, bitmap: usize, heads: usize, linksAt: usize, bin: u32): void {
  const next = <usize>load<u32>(slab + linksAt, NEXT_AT);
  const previous = <usize>load<u32>(slab + linksAt, PREVIOUS_AT);
  if (next) store<u32>(next + linksAt, previous, PREVIOUS_AT);
  if (previous) {
    store<u32>(previous + linksAt, next, NEXT_AT);
    return;
  }
  store<u32>(heads + (bin << 2), next);
  if (!next) store<u64>(bitmap, load<u64>(bitmap) & ~((<u64>1) << bin));
}

/** Counts `bytes` as the tail of a slab. */
function countTail(slab: usize, bytes: u32): void {
  store<u32>(TAIL_SUM, load<u32>(TAIL_SUM) - load<u32>(slab, TAIL_AT) + bytes);
  store<u32>(slab, bytes, TAIL_AT);
}

/** Puts the slab into the bins of its tail and its holes as they are now. */
function rebin(slab: usize): void {
  countTail(slab, slabTail(slab));
  const tail = tailBin(slabTail(slab));
  const tailBefore = load<u32>(slab, TAIL_BIN_AT);
  if (tail != tailBefore) {
    if (tailBefore != NO_BIN) binRemove(slab, TAIL_BITMAP, TAIL_HEADS, TAIL_LINKS_AT, tailBefore);
    binInsert(slab, TAIL_BITMAP, TAIL_HEADS, TAIL_LINKS_AT, tail);
    store<u32>(slab, tail, TAIL_BIN_AT);
  }
  const holes = slabHoles(slab);
  const hole = holes ? min(holes >> load<u32>(HOLE_SHIFT), HOLE_BIN_COUNT - 1) : NO_BIN;
  const holeBefore = load<u32>(slab, HOLE_BIN_AT);
  if (hole != holeBefore) {
    if (holeBefore != NO_BIN) binRemove(slab, HOLE_BITMAP, HOLE_HEADS, HOLE_LINKS_AT, holeBefore);
    if (hole != NO_BIN) binInsert(slab, HOLE_BITMAP, HOLE_HEADS, HOLE_LINKS_AT, hole);
    store<u32>(slab, hole, HOLE_BIN_AT);
  }
}

// ── slabs ──────────────────────────────────────────────────────────────────────────────────────────────

/** Makes a slab of a block. */
export function slabOpen(block: usize): void {
  store<u32>(block, SLAB_HEADER_BYTES, TOP_AT);
  store<u32>(block, 0, LIVE_AT);
  store<u32>(block, NO_BIN, TAIL_BIN_AT);
  store<u32>(block, NO_BIN, HOLE_BIN_AT);
  store<u32>(block, 0, TAIL_AT);
  rebin(block);
  store<u32>(SLAB_COUNT, load<u32>(SLAB_COUNT) + 1);
}

/** Takes an empty slab out of the bins; the block is the caller's again. */
export function slabClose(slab: usize): void {
  assert(slabIsEmpty(slab));
  slabHide(slab);
  store<u32>(SLAB_COUNT, load<u32>(SLAB_COUNT) - 1);
}

export function slabCount(): u32 {
  return load<u32>(SLAB_COUNT);
}

export function slabIsEmpty(slab: usize): bool {
  return load<u32>(slab, LIVE_AT) == 0;
}

/** Bytes behind the last slot. */
export function slabTail(slab: usize): u32 {
  return load<u32>(BLOCK_BYTES) - load<u32>(slab, TOP_AT);
}

/** Bytes of the holes between live slots. */
export function slabHoles(slab: usize): u32 {
  return load<u32>(slab, TOP_AT) - SLAB_HEADER_BYTES - load<u32>(slab, LIVE_AT);
}

/** Bytes that a squeeze would leave in one piece. */
export function slabFree(slab: usize): u32 {
  return slabTail(slab) + slabHoles(slab);
}

/** Bytes of all live slots, tags and padding included. */
export function slabLiveSum(): u32 {
  return load<u32>(LIVE_SUM);
}

/** Bytes that are free in all slabs together, in holes and tails. */
export function slabFreeSum(): u32 {
  return slabCount() * (load<u32>(BLOCK_BYTES) - SLAB_HEADER_BYTES) - load<u32>(LIVE_SUM);
}

/** Bytes of all tails: the room for bodies that needs no moving. */
export function slabTailSum(): u32 {
  return load<u32>(TAIL_SUM);
}

/** The slab with the longest tail, to within a page, or 0 when there is no slab. */
export function slabEmptiest(): usize {
  const bitmap = load<u64>(TAIL_BITMAP);
  if (!bitmap) return 0;
  return <usize>load<u32>(TAIL_HEADS + ((63 - <usize>clz<u64>(bitmap)) << 2));
}

/** The slab with most bytes in holes, to within a fourth of a page, or 0. */
export function slabSparsest(): usize {
  const bitmap = load<u64>(HOLE_BITMAP);
  if (!bitmap) return 0;
  return <usize>load<u32>(HOLE_HEADS + ((63 - <usize>clz<u64>(bitmap)) << 2));
}

// ── slots ──────────────────────────────────────────────────────────────────────────────────────────────

/** Place for a body of `bytes` bytes in the fullest slab whose tail has room, or 0. It has no owner yet. */
export function slotTake(bytes: u32): usize {
  const need = slotBytes(bytes);
  const bitmap = load<u64>(TAIL_BITMAP);
  const exact = tailBin(need);
  // Slabs of the bin of `need` itself may be a little short: only the first is asked.
  let slab: usize = 0;
  if (bitmap & ((<u64>1) << exact)) {
    slab = <usize>load<u32>(TAIL_HEADS + (exact << 2));
    if (slabTail(slab) < need) slab = 0;
  }
  if (!slab) {
    const larger = (bitmap >> (exact + 1)) << (exact + 1);
    if (!larger) return 0;
    slab = <usize>load<u32>(TAIL_HEADS + ((<usize>ctz<u64>(larger)) << 2));
  }
  const top = load<u32>(slab, TOP_AT);
  const slot = slab + top;
  store<u32>(slab, top + need, TOP_AT);
  store<u32>(slab, load<u32>(slab, LIVE_AT) + need, LIVE_AT);
  store<u32>(LIVE_SUM, load<u32>(LIVE_SUM) + need);
  rebin(slab);
  if (VERIFY) redZoneWrite(slot + TAG_BYTES + bytes);
  return slot + TAG_BYTES;
}

/** Writes the tag: `owner` is the record of the body at this place. */
export function slotSetOwner(place: usize, owner: usize): void {
  store<u32>(place - TAG_BYTES, owner);
}

/** Gives up the place of a body of `bytes` bytes, in `slab`. */
export function slotGive(slab: usize, place: usize, bytes: u32): void {
  if (VERIFY) assert(redZoneIntact(place + bytes));
  const need = slotBytes(bytes);
  const slot = place - TAG_BYTES;
  const top = load<u32>(slab, TOP_AT);
  assert(!(load<u32>(slot) & 1));
  store<u32>(slab, load<u32>(slab, LIVE_AT) - need, LIVE_AT);
  store<u32>(LIVE_SUM, load<u32>(LIVE_SUM) - need);
  if (slabIsEmpty(slab)) {
    store<u32>(slab, SLAB_HEADER_BYTES, TOP_AT);
  } else if (<u32>(slot - slab) + need == top) {
    store<u32>(slab, top - need, TOP_AT);
  } else {
    store<u32>(slot, (need << 1) | 1);
  }
  rebin(slab);
}

/**
 * The body at this place, in `slab`, has `bytes` bytes from now on instead of `before`, and not more. The
 * rest becomes a hole.
 */
export function slotShrink(slab: usize, place: usize, before: u32, bytes: u32): void {
  if (VERIFY) assert(redZoneIntact(place + before));
  const had = slotBytes(before);
  const need = slotBytes(bytes);
  assert(need <= had);
  if (VERIFY) redZoneWrite(place + bytes);
  if (need == had) return;
  const end = place - TAG_BYTES + need;
  store<u32>(slab, load<u32>(slab, LIVE_AT) - (had - need), LIVE_AT);
  store<u32>(LIVE_SUM, load<u32>(LIVE_SUM) - (had - need));
  if (<u32>(end - slab) + (had - need) == load<u32>(slab, TOP_AT)) {
    store<u32>(slab, <u32>(end - slab), TOP_AT);
  } else {
    store<u32>(end, ((had - need) << 1) | 1);
  }
  rebin(slab);
}

/** First slot of a slab; walk on by the bytes of each up to slabTop. */
export function slotFirst(slab: usize): usize {
  return slab + SLAB_HEADER_BYTES;
}

export function slabTop(slab: usize): usize {
  return slab + load<u32>(slab, TOP_AT);
}

/** Record of the body in this slot, or 0 if it is a hole. */
export function slotOwner(slot: usize): usize {
  const tag = load<u32>(slot);
  return tag & 1 ? 0 : <usize>tag;
}

export function holeBytes(slot: usize): u32 {
  return load<u32>(slot) >> 1;
}

/** Moves a slot, tag and all, towards the start of its slab. Answers the new place of the body. */
export function slotMove(from: usize, to: usize, bytes: u32): usize {
  memory.copy(to, from, slotBytes(bytes));
  return to + TAG_BYTES;
}

/** All slots stand side by side up to `top` now. */
export function slabSqueezed(slab: usize, top: usize): void {
  store<u32>(slab, <u32>(top - slab), TOP_AT);
  assert(slabHoles(slab) == 0);
  rebin(slab);
}

/** Takes a slab out of the bins, so that no place is found in it while its bodies leave. */
export function slabHide(slab: usize): void {
  binRemove(slab, TAIL_BITMAP, TAIL_HEADS, TAIL_LINKS_AT, load<u32>(slab, TAIL_BIN_AT));
  const hole = load<u32>(slab, HOLE_BIN_AT);
  if (hole != NO_BIN) binRemove(slab, HOLE_BITMAP, HOLE_HEADS, HOLE_LINKS_AT, hole);
  store<u32>(slab, NO_BIN, TAIL_BIN_AT);
  store<u32>(slab, NO_BIN, HOLE_BIN_AT);
  countTail(slab, 0);
}

/** The bodies in front of slot `from`, `bytes` bytes of slots, have left a hidden slab: it is shown again. */
export function slabShow(slab: usize, from: usize, bytes: u32): void {
  const live = load<u32>(slab, LIVE_AT) - bytes;
  store<u32>(slab, live, LIVE_AT);
  store<u32>(LIVE_SUM, load<u32>(LIVE_SUM) - bytes);
  const gap = <u32>(from - slotFirst(slab));
  if (!live) store<u32>(slab, SLAB_HEADER_BYTES, TOP_AT);
  else if (gap) store<u32>(slotFirst(slab), (gap << 1) | 1);
  rebin(slab);
}

// ── checks ─────────────────────────────────────────────────────────────────────────────────────────────

function redZoneWrite(at: usize): void {
  store<u64>(at, RED_ZONE);
  store<u64>(at, RED_ZONE, 8);
}

export function redZoneIntact(at: usize): bool {
  return load<u64>(at) == RED_ZONE && load<u64>(at, 8) == RED_ZONE;
}

/** Live bytes that the header claims. */
export function slabLive(slab: usize): u32 {
  return load<u32>(slab, LIVE_AT);
}

/** Walks all slabs: slabWalk(0) is the first, 0 ends the walk. Every slab is in exactly one tail bin. */
export function slabWalk(after: usize): usize {
  let bin: u32 = 0;
  if (after) {
    const next = <usize>load<u32>(after + TAIL_LINKS_AT, NEXT_AT);
    if (next) return next;
    bin = load<u32>(after, TAIL_BIN_AT) + 1;
  }
  while (bin < TAIL_BIN_COUNT) {
    const head = <usize>load<u32>(TAIL_HEADS + (bin << 2));
    if (head) return head;
    bin += 1;
  }
  return 0;
}

/** True when the bins of the slab are the right ones and the bitmaps know them. */
export function slabCheck(slab: usize): bool {
  const tail = load<u32>(slab, TAIL_BIN_AT);
  const hole = load<u32>(slab, HOLE_BIN_AT);
  if (load<u32>(slab, TOP_AT) > load<u32>(BLOCK_BYTES)) return false;
  if (load<u32>(slab, TAIL_AT) != slabTail(slab) || tail != tailBin(slabTail(slab))) return false;
  if (!(load<u64>(TAIL_BITMAP) & ((<u64>1) << tail))) return false;
  if ((hole == NO_BIN) != (slabHoles(slab) == 0)) return false;
  return hole == NO_BIN || (load<u64>(HOLE_BITMAP) & ((<u64>1) << hole)) != 0;
}
