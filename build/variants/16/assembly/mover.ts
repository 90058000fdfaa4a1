/**
 * mover.ts - moves bodies inside the arena, and tells their records.
 *
 * Owns:   no region. Bodies stay what they are; only where they lie changes, so entries notice nothing.
 * Keeps:  a moved body's record, tag and slab agree again before a function returns.
 * Called: room.ts, when a place is wanted; index.ts, when there is time.
 * Cost:   a squeeze or an evacuation moves at most one block of bytes, 65,664 for pages of 4 KiB.
 */
import { bodySetPlace, bodyStored } from "./bodies";
import { FLAG_ZEROIZE, STAT_SQUEEZED_BYTES, STAT_SQUEEZES } from "./layout";
import { CONTROL_FLAGS, TAG_BYTES } from "./records";
import {
  holeBytes,
  slabClose,
  slabEmptiest,
  slabFree,
  slabHide,
  slabHoles,
  slabIsEmpty,
  slabLive,
  slabShow,
  slabSparsest,
  slabSqueezed,
  slabTail,
  slabTailSum,
  slabTop,
  slotBytes,
  slotFirst,
  slotMove,
  slotOwner,
  slotSetOwner,
  slotTake,
} from "./slab";
import { statAdd } from "./stats";
import { stockBlockBytes, stockGive } from "./stock";

/** Holes worth a squeeze when there is time: a 64th of a slab, one bin of slab.ts. */
const IDLE_SHIFT: u32 = 6;

/** Overwrites what a body has left, if the pool asked for that. */
export function wipe(at: usize, bytes: u32): void {
  if (load<u32>(CONTROL_FLAGS) & FLAG_ZEROIZE) memory.fill(at, 0, bytes);
}

/** Moves the bodies of a slab together. Answers the bytes moved. */
export function squeeze(slab: usize): u32 {
  const top = slabTop(slab);
  let from = slotFirst(slab);
  let to = from;
  let moved: u32 = 0;
  while (from < top) {
    const body = slotOwner(from);
    if (!body) {
      from += holeBytes(from);
      continue;
    }
    const bytes = bodyStored(body);
    if (to != from) {
      bodySetPlace(body, slotMove(from, to, bytes));
      moved += bytes;
    }
    from += slotBytes(bytes);
    to += slotBytes(bytes);
  }
  assert(from == top);
  wipe(to, <u32>(top - to));
  slabSqueezed(slab, to);
  statAdd(STAT_SQUEEZES, 1);
  statAdd(STAT_SQUEEZED_BYTES, moved);
  return moved;
}

/**
 * Moves the bodies of a slab into the tails of others, until it is empty and its block goes back to the stock, or until
 * one fits nowhere. Answers the bytes moved.
 */
export function evacuate(slab: usize): u32 {
  const top = slabTop(slab);
  let from = slotFirst(slab);
  let moved: u32 = 0;
  let left: u32 = 0;
  slabHide(slab);
  while (from < top) {
    const body = slotOwner(from);
    if (!body) {
      from += holeBytes(from);
      continue;
    }
    const bytes = bodyStored(body);
    const place = slotTake(bytes);
    if (!place) break;
    memory.copy(place, from + TAG_BYTES, bytes);
    slotSetOwner(place, body);
    bodySetPlace(body, place);
    from += slotBytes(bytes);
    moved += bytes;
    left += slotBytes(bytes);
  }
  wipe(slotFirst(slab), <u32>(from - slotFirst(slab)));
  slabShow(slab, from, left);
  if (slabIsEmpty(slab)) {
    slabClose(slab);
    stockGive(slab);
  }
  statAdd(STAT_SQUEEZES, 1);
  statAdd(STAT_SQUEEZED_BYTES, moved);
  return moved;
}

/**
 * One step towards fewer slabs: empties the one with most room into the tails of others, if these have room for all of it;
 * else squeezes the one with most holes, if they are worth it. False when neither can be done.
 */
export function compactStep(): bool {
  const sparsest = slabSparsest();
  const emptiest = slabEmptiest();
  if (!emptiest) return false;
  const slab = sparsest && slabFree(sparsest) > slabFree(emptiest) ? sparsest : emptiest;
  if (slabTailSum() - slabTail(slab) >= slabLive(slab) && evacuate(slab)) return true;
  if (!sparsest || slabHoles(sparsest) < stockBlockBytes() >> IDLE_SHIFT) return false;
  squeeze(sparsest);
  return true;
}
