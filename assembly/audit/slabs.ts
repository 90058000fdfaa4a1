/**
 * slabs.ts - audits where the bytes of bodies are: slots of slabs, and the nursery.
 *
 * Owns:   nothing; changes nothing.
 * Cost:   proportional to the bodies.
 */

import { VERIFY } from "../ground/check";
import { STAT_AWAY_BODIES, STAT_BODIES, STAT_YOUNG_PAGES } from "../ground/layout";
import { BODY_BYTES, Codec, TAG_BYTES } from "../ground/records";
import { statGet } from "../ground/stats";
import { stockHolds } from "../memory/blocks";
import {
  nurseryArea,
  nurseryBody,
  nurseryCheck,
  nurseryCount,
  nurseryOffset,
  nurseryOldest,
  nurseryYounger,
} from "../memory/nursery";
import {
  holeBytes,
  redZoneIntact,
  slabCheck,
  slabCount,
  slabHoles,
  slabLive,
  slabLiveSum,
  slabTail,
  slabTailSum,
  slabTop,
  slabWalk,
  slotBytes,
  slotFirst,
  slotOwner,
} from "../memory/slab";
import {
  bodyAway,
  bodyCodec,
  bodyIndexed,
  bodyPlace,
  bodyRaw,
  bodyRefs,
  bodyStored,
  bodyYoung,
} from "../owners/bodies";
import { directoryFind, entryBody } from "../owners/directory";
import { Finding } from "./findings";

/** True when every page that waits is the place of the young body that it names. */
export function checkNursery(): bool {
  if (!nurseryCheck() || nurseryCount() != statGet(STAT_YOUNG_PAGES)) return false;
  for (let slot = nurseryOldest(); slot; slot = nurseryYounger(slot)) {
    const body = nurseryBody(slot);
    if (!stockHolds(body, BODY_BYTES) || !bodyYoung(body) || bodyPlace(body) != slot) return false;
    if (bodyCodec(body) != Codec.RAW || bodyStored(body) != bodyRaw(body)) return false;
    if (bodyRefs(body) != 1 || bodyIndexed(body)) return false;
    const entry = directoryFind(nurseryArea(slot), nurseryOffset(slot));
    if (!entry || entryBody(entry) != body) return false;
  }
  return true;
}

/** Walks every slot of every slab: its owner, what stands behind it, and all sums. */
export function checkSlabs(): Finding {
  let slabs: u32 = 0;
  let slots: u64 = 0;
  let sum: u32 = 0;
  let tails: u32 = 0;
  for (let slab = slabWalk(0); slab; slab = slabWalk(slab)) {
    slabs += 1;
    if (slabs > slabCount() || !slabCheck(slab)) return Finding.SLAB_BINS;
    const top = slabTop(slab);
    let live: u32 = 0;
    let holes: u32 = 0;
    let slot = slotFirst(slab);
    while (slot < top) {
      const body = slotOwner(slot);
      let bytes: u32;
      if (body) {
        if (!stockHolds(body, BODY_BYTES)) return Finding.SLOT_OWNER;
        if (!bodyRefs(body) || bodyYoung(body) || bodyAway(body) || bodyPlace(body) != slot + TAG_BYTES)
          return Finding.SLOT_OWNER;
        if (VERIFY && !redZoneIntact(slot + TAG_BYTES + bodyStored(body))) return Finding.RED_ZONE;
        bytes = slotBytes(bodyStored(body));
        live += bytes;
        slots += 1;
      } else {
        bytes = holeBytes(slot);
        holes += bytes;
      }
      if (!bytes) return Finding.SLAB_SUMS;
      slot += bytes;
    }
    if (slot != top || live != slabLive(slab) || holes != slabHoles(slab) || !live) return Finding.SLAB_SUMS;
    sum += live;
    tails += slabTail(slab);
  }
  if (slabs != slabCount()) return Finding.SLAB_BINS;
  if (sum != slabLiveSum() || tails != slabTailSum()) return Finding.SLAB_SUMS;
  // Each slot's body points back at it, so as many slots as bodies means that no body is without one.
  const placed = slots + nurseryCount() + statGet(STAT_AWAY_BODIES);
  return placed == statGet(STAT_BODIES) ? Finding.NONE : Finding.BODY_WITHOUT_SLOT;
}
