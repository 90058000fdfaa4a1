/**
 * nursery_policy.ts - which pages wait in the nursery, and how they leave it.
 *
 * A page that is soon freed is worth neither a hash nor an encoding. So a new page may wait as it is. It gets
 * both when it leaves the queue, because a newer page needs its slot or because there is time. Until then it
 * has a RAW body that no other page shares, whose key is a sum of its bytes.
 *
 * Owns:   no region: memory/nursery.ts owns the slots.
 * Keeps:  the entry of a page that waits stays the same when the page settles, unless it then shares the body
 *         of another.
 * Cost:   a copy and a sum for a page that is freed in the nursery; for any other page both and a store.
 */
import { pageHash, pageSum } from "../ground/hash";
import { FLAG_COMPRESS, FLAG_DEDUPE, FLAG_REFUSE_POOR, FLAG_VERIFY, PageKind } from "../ground/layout";
import { Codec } from "../ground/records";
import {
  nurseryArea,
  nurseryBody,
  nurseryGive,
  nurseryIsFull,
  nurseryIsOn,
  nurseryKind,
  nurseryOffset,
  nurseryOldest,
  nurserySetBody,
  nurseryTake,
  nurseryTrim,
} from "../memory/nursery";
import { slotSetOwner } from "../memory/slab";
import { tableReserve } from "../memory/table";
import { areaAccount, areaScope } from "../owners/areas";
import {
  bodyCreate,
  bodyDestroy,
  bodyKey,
  bodyPlace,
  bodyRaw,
  bodySettle,
  bodySetYoung,
  bodyUnshare,
  bodyYoung,
} from "../owners/bodies";
import { clientCharge, clientOrder, clientRelieve } from "../owners/clients";
import { directoryFind, entryBody, entrySetBody } from "../owners/directory";
import { countBody, duplicateOf, madeAt, madeBytes, madeCodec, makeBody, uncountBody } from "./body";
import { placeFor } from "./placement";
import { wipeScratch } from "./scratch";
import { flag, wipe } from "./settings";

/** Whether new pages of the area wait. Not when poor pages are refused: only the encoder can tell them. */
export function nurseryTakes(area: usize): bool {
  if (!nurseryIsOn() || !flag(FLAG_COMPRESS) || flag(FLAG_REFUSE_POOR)) return false;
  // Ephemeral pages do not wait: their place in the order depends on the bytes of their bodies. Nor do pages
  // that several clients may share: the saving would have to be told to each of them.
  const account = areaAccount(area);
  return !account || (areaScope(area) != 0 && !clientOrder(account));
}

/** A young body for the page, or 0. The page that waits longest makes room for it if it must. */
export function keepYoung(area: usize, offset: u32, page: usize, bytes: u32, kind: PageKind): usize {
  if (nurseryIsFull() && !settleOldest()) return 0;
  const slot = nurseryTake();
  if (!slot) return 0;
  memory.copy(slot, page, bytes);
  const sum = flag(FLAG_VERIFY) ? pageSum(slot, bytes) : 0;
  const body = bodyCreate(sum, Codec.RAW, bytes, bytes, slot, false);
  bodySetYoung(body);
  nurserySetBody(slot, body, area, offset, kind);
  if (areaAccount(area)) clientCharge(areaAccount(area), bytes);
  countBody(bytes, bytes, false);
  return body;
}

/** Settles the page that waits longest. False when there is no place for it, and it waits on. */
function settleOldest(): bool {
  const slot = nurseryOldest();
  return slot != 0 && settle(slot);
}

/**
 * Takes a page out of the nursery: it shares the body of an equal page, or is encoded if that saves an
 * eighth, or is kept as it is. False when there is no place for it.
 */
export function settle(slot: usize): bool {
  if (!tableReserve()) return false;
  const body = nurseryBody(slot);
  const bytes = bodyRaw(body);
  const hash = youngHash(slot);
  const account = areaAccount(nurseryArea(slot));
  const twin = flag(FLAG_DEDUPE) ? duplicateOf(hash, slot, bytes, areaScope(nurseryArea(slot))) : 0;
  if (twin) {
    entrySetBody(directoryFind(nurseryArea(slot), nurseryOffset(slot)), twin);
    uncountBody(bytes, bytes, false);
    bodyUnshare(body);
    bodyDestroy(body);
    if (account) clientRelieve(account, bytes);
  } else {
    const made = makeBody(slot, bytes, nurseryKind(slot));
    const codec = madeCodec(made);
    const stored = madeBytes(made);
    const place = placeFor(stored);
    if (!place) return false;
    memory.copy(place, madeAt(made, slot), stored);
    slotSetOwner(place, body);
    uncountBody(bytes, bytes, false);
    bodySettle(body, hash, codec, stored, place, flag(FLAG_DEDUPE));
    countBody(bytes, stored, true);
    if (account) clientRelieve(account, bytes - stored);
  }
  wipe(slot, bytes);
  wipeScratch();
  nurseryGive(slot);
  return true;
}

/** The hash of a page that waits. A damaged page gets another number, so that every load finds the damage. */
function youngHash(slot: usize): u64 {
  const body = nurseryBody(slot);
  const bytes = bodyRaw(body);
  const hash = pageHash(slot, bytes, areaScope(nurseryArea(slot)));
  // A key of 0 stands for no sum: the page came while loads were not verified.
  const sum = bodyKey(body);
  return sum == 0 || sum == pageSum(slot, bytes) ? hash : ~hash;
}

/** The body of an entry, settled if there is a place for it. */
export function settledBody(entry: usize): usize {
  if (bodyYoung(entryBody(entry))) settle(bodyPlace(entryBody(entry)));
  return entryBody(entry);
}

/** The key of a body; of one that waits, the key that it will have once it has settled. */
export function settledKey(body: usize): u64 {
  return bodyYoung(body) ? youngHash(bodyPlace(body)) : bodyKey(body);
}

/** Settles up to `count` pages, the oldest first. Answers how many have left the nursery. */
export function settleSome(count: u32): u32 {
  let settled: u32 = 0;
  while (settled < count && settleOldest()) settled += 1;
  nurseryTrim();
  return settled;
}
