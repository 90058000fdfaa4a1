/**
 * waiting.ts - pages that wait in the nursery, and how they leave it.
 *
 * A page that dies young is worth neither a hash nor an encoding. So a new page may wait as it is, and gets both when it
 * leaves the queue: because a younger one needs its slot, or because there is time. Meanwhile it is a RAW body that nobody
 * shares, whose key is a sum of its bytes.
 *
 * Owns:   no region: the slots are nursery.ts's.
 * Called: engine.ts, parcels.ts.
 * Cost:   a page that dies young costs a copy and a sum; one that settles, these and what a store costs.
 */
import { areaAccount, areaScope } from "./areas";
import { bodyCreate, bodyDestroy, bodyKey, bodyRaw, bodySettle, bodySetYoung, bodyUnshare } from "./bodies";
import { clientCharge, clientOrder, clientRelieve } from "./clients";
import { directoryFind, entrySetBody } from "./directory";
import { pageHash, pageSum } from "./hash";
import { FLAG_COMPRESS, FLAG_DEDUPE, FLAG_REFUSE_POOR, FLAG_VERIFY, PageKind } from "./layout";
import { wipe } from "./mover";
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
} from "./nursery";
import {
  countBody,
  duplicateOf,
  flag,
  madeBytes,
  madeCodec,
  makeBody,
  SCRATCH_PTR,
  uncountBody,
  wipeScratch,
} from "./pages";
import { Codec } from "./records";
import { placeFor } from "./room";
import { slotSetOwner } from "./slab";
import { tableReserve } from "./table";

/** Whether new pages of the area wait: not when poor ones must be refused, for that is known only when they have been encoded. */
export function nurseryTakes(area: usize): bool {
  if (!nurseryIsOn() || !flag(FLAG_COMPRESS) || flag(FLAG_REFUSE_POOR)) return false;
  // Nor ephemeral ones, whose place in their order depends on what they weigh, nor those of several clients' bodies: what a
  // body weighs is known when it is encoded, and then it must be known whom to relieve.
  const account = areaAccount(area);
  return !account || (areaScope(area) != 0 && !clientOrder(account));
}

/** A young body for the page, or 0. The oldest one leaves for it if it must. */
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

/** Moves the page that waits longest into a slab. False when there is no place for it: it waits on. */
function settleOldest(): bool {
  const slot = nurseryOldest();
  return slot != 0 && settle(slot);
}

/**
 * Takes a page out of the nursery: it shares the body of an equal one, or is encoded if that saves an eighth, or kept as it
 * is. False when there is no place for it.
 */
export function settle(slot: usize): bool {
  if (!tableReserve()) return false;
  const body = nurseryBody(slot);
  const bytes = bodyRaw(body);
  const hash = youngHash(slot);
  const account = areaAccount(nurseryArea(slot));
  const twin = flag(FLAG_DEDUPE) ? duplicateOf(hash, slot, bytes) : 0;
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
    memory.copy(place, codec == Codec.RAW ? slot : SCRATCH_PTR, stored);
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

/** Hash of a page that waits; of one that is damaged a number that is not its hash, for damaged it must stay. */
export function youngHash(slot: usize): u64 {
  const body = nurseryBody(slot);
  const bytes = bodyRaw(body);
  const hash = pageHash(slot, bytes, areaScope(nurseryArea(slot)));
  // A sum of 0 stands for none: the page came while loads were not verified.
  const sum = bodyKey(body);
  return sum == 0 || sum == pageSum(slot, bytes) ? hash : ~hash;
}

/** Encodes up to `count` of the pages that wait, the oldest first. Answers how many have left the nursery. */
export function settleSome(count: u32): u32 {
  let settled: u32 = 0;
  while (settled < count && settleOldest()) settled += 1;
  nurseryTrim();
  return settled;
}
