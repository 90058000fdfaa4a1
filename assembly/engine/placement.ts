/**
 * placement.ts - finds a place for a body, and the records for it, without taking anything from another page.
 *
 * Owns:   the order in which a place is looked for: the tail of a slab, a new slab, some steps of compaction.
 * Keeps:  a store that needs a place also mends some of the holes that others left.
 * Cost:   one slab is looked at while slabs have tails; at most PLACE_STEPS steps of compaction otherwise.
 */
import { stockBlockBytes, stockTake } from "../memory/blocks";
import { slabCount, slabFreeSum, slabOpen, slotTake } from "../memory/slab";
import { tableReserve } from "../memory/table";
import { bodyReserve } from "../owners/bodies";
import { nodeReserve } from "../owners/eviction/orders";
import { compactStep } from "./compaction";

/**
 * A store compacts one step when more than a 24th of all slabs, and two blocks, is free in them. Under random
 * overwriting that moves some eight bytes for each one stored (docs/architecture/slabs.md).
 */
export const SPARE_PART: u32 = 24;
export const SPARE_BLOCKS: u32 = 2;
/** Steps of compaction that a store may ask for when nothing else gives it a place: four blocks of bytes. */
const PLACE_STEPS: u32 = 4;

/** True when the records that a store may need are at hand; for an `ephemeral` page also a node. */
export function reserveRecords(ephemeral: bool): bool {
  return tableReserve() && bodyReserve() && (!ephemeral || nodeReserve());
}

/** A place for `bytes` bytes, or 0. */
export function placeFor(bytes: u32): usize {
  tidy();
  let place = slotTake(bytes);
  if (!place) place = placeInNewSlab(bytes);
  for (let step: u32 = 0; !place && step < PLACE_STEPS && compactStep(); step += 1) {
    place = slotTake(bytes);
    if (!place) place = placeInNewSlab(bytes);
  }
  return place;
}

/** A step of compaction, if more is free in slabs than should be. */
export function tidy(): void {
  const spare = slabCount() * (stockBlockBytes() / SPARE_PART) + SPARE_BLOCKS * stockBlockBytes();
  if (slabFreeSum() > spare) compactStep();
}

function placeInNewSlab(bytes: u32): usize {
  const block = stockTake();
  if (!block) return 0;
  slabOpen(block);
  return slotTake(bytes);
}
