/**
 * compaction.ts - moves the bytes of bodies together, so that slabs become free.
 *
 * Owns:   no region.
 * Keeps:  the record, the tag and the slab of a body that moved agree before a function returns. Bodies only
 *         lie elsewhere then, so their entries stay as they are.
 * Cost:   a step moves at most one block of bytes, 65,664 for pages of 4 KiB.
 */
import { STAT_SQUEEZED_BYTES, STAT_SQUEEZES } from "../ground/layout";
import { TAG_BYTES } from "../ground/records";
import { statAdd } from "../ground/stats";
import { stockBlockBytes, stockGive } from "../memory/blocks";
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
} from "../memory/slab";
import { bodySetPlace, bodyStored } from "../owners/bodies";
import { wipe } from "./settings";

/** Holes that are worth a squeeze: a 64th of a slab, one bin of slab.ts. */
const IDLE_SHIFT: u32 = 6;

/** Moves the bodies of a slab together, and their holes to its tail. Answers the bytes moved. */
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
 * Moves the bodies of a slab into the tails of other slabs, until one fits nowhere, or the slab is empty and
 * its block goes back to the stock. Answers the bytes moved.
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
 * One step towards fewer slabs. It empties the slab with the most free bytes into the tails of others, if
 * they have room for all of it. Otherwise it squeezes the slab with the most holes, if they are worth that.
 * False when it can do neither.
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
