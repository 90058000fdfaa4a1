/**
 * away.ts - the page of a body that is on a device: what a load tells of it, and what becomes of its bytes
 * once the host has read them.
 *
 * The first load of such a page leaves the body where it is and makes it warm. A second one, before the hand
 * of spill.ts has come by, brings it back into memory. So a loop over many pages brings none of them back.
 *
 * Owns:   the answer in the rows of the window; the bytes that were read, in scratch.
 * Keeps:  bytes from a device are never believed: they decode, and the page has the hash by which it was
 *         stored, or the load fails for that key alone (law 19). Between the two calls anything may happen.
 * Cost:   a decoding and a hash; a copy for a body that comes back.
 */
import { pageHash } from "../ground/hash";
import {
  AWAY_KEY_AT,
  AWAY_LOCATION_AT,
  AWAY_RAW_AT,
  AWAY_SHAPE_AT,
  AWAY_STORED_AT,
  Cramped,
  FLAG_DEDUPE,
  READ_CRAMPED_AT,
  READ_KEY_AT,
  READ_LOCATION_AT,
  STAT_DAMAGED,
  STAT_LOADS,
  STAT_MISSES,
  STAT_PROMOTED,
  STAT_SMALL,
  STAT_TAKEN,
  Status,
} from "../ground/layout";
import { statAdd } from "../ground/stats";
import { scratchPtr } from "../ground/window";
import { stockBlockBytes } from "../memory/blocks";
import { slotSetOwner } from "../memory/slab";
import { tableReserve } from "../memory/table";
import { areaScope } from "../owners/areas";
import {
  bodyAway,
  bodyIndexed,
  bodyKey,
  bodyPlace,
  bodyRaw,
  bodyReturn,
  bodyShape,
  bodyStored,
  bodyTouch,
  bodyWarm,
} from "../owners/bodies";
import { entryBody } from "../owners/directory";
import { Leave } from "../owners/eviction/orders";
import { expandFrom, leaveAway } from "./body";
import { makeDue } from "./eviction";
import { chargeBody, entryAt, relieveAway, removePage } from "./ledger";
import { freeBytes, isFull } from "./limits";
import { placeFor } from "./placement";
import { wipeScratch } from "./scratch";
import { flag } from "./settings";

/** So much of a block must stay free when a body comes back: stores come first. */
const SPARE_SHIFT: u32 = 1;

/** Puts at `at` what the host needs to read the body of a page. False when it is not on a device. */
export function tellAway(area: usize, offset: u32, at: usize): bool {
  const entry = entryAt(area, offset);
  if (!entry || !bodyAway(entryBody(entry))) return false;
  const body = entryBody(entry);
  store<u32>(at, bodyPlace(body), AWAY_LOCATION_AT);
  store<u32>(at, bodyStored(body), AWAY_STORED_AT);
  store<u32>(at, bodyRaw(body), AWAY_RAW_AT);
  store<u64>(at, bodyKey(body), AWAY_KEY_AT);
  store<u32>(at, bodyShape(body), AWAY_SHAPE_AT);
  return true;
}

/** Whether the `bytes` bytes that were read for what stands at `at` are those of this body. */
export function isRead(body: usize, bytes: u32, at: usize): bool {
  return (
    bodyAway(body) &&
    <u32>bodyPlace(body) == load<u32>(at, READ_LOCATION_AT) &&
    bodyKey(body) == load<u64>(at, READ_KEY_AT) &&
    bodyStored(body) == bytes
  );
}

/**
 * loadPage for a body whose `bytes` bytes the host has read into scratch; `read` is what it read them for.
 * AWAY when they are not those of the page under this key now: the host asks again.
 */
export function loadAway(
  area: usize,
  offset: u32,
  page: usize,
  room: u32,
  exclusive: bool,
  bytes: u32,
  read: usize,
): i32 {
  const entry = entryAt(area, offset);
  if (!entry) return fail(Status.MISS, STAT_MISSES);
  const body = entryBody(entry);
  if (!isRead(body, bytes, read)) return fail(Status.AWAY, 0);
  store<u32>(read, 0, READ_CRAMPED_AT);
  const raw = bodyRaw(body);
  if (raw > room) return fail(Status.SMALL, STAT_SMALL);
  if (!expandFrom(body, scratchPtr(), page) || pageHash(page, raw, areaScope(area)) != bodyKey(body))
    return fail(Status.DAMAGED, STAT_DAMAGED);
  if (exclusive) {
    removePage(entry, Leave.TAKEN);
    statAdd(STAT_TAKEN, 1);
  } else if (!bodyWarm(body)) {
    bodyTouch(body);
  } else {
    store<u32>(read, comeBack(area, body), READ_CRAMPED_AT);
  }
  statAdd(STAT_LOADS, 1);
  wipeScratch();
  return <i32>raw;
}

function fail(status: Status, stat: u32): Status {
  if (stat) statAdd(stat, 1);
  wipeScratch();
  return status;
}

/**
 * Takes a body back into memory; its bytes are in scratch. Its slot on the device is dead then. Answers what
 * was in the way: nothing, or that there is no room for it beside what stores may need, or that its client has
 * as much as it may.
 */
function comeBack(area: usize, body: usize): Cramped {
  const stored = bodyStored(body);
  if (isFull() || freeBytes() < (stockBlockBytes() >> SPARE_SHIFT) + stored) return Cramped.FULL;
  if (!makeDue(area, stored)) return Cramped.CAPPED;
  const indexed = bodyIndexed(body) || (flag(FLAG_DEDUPE) && tableReserve());
  const place = placeFor(stored);
  if (!place) return Cramped.FULL;
  memory.copy(place, scratchPtr(), stored);
  slotSetOwner(place, body);
  leaveAway(<u32>bodyPlace(body), stored);
  bodyReturn(body, place, indexed);
  relieveAway(area, stored);
  chargeBody(area, stored);
  statAdd(STAT_PROMOTED, 1);
  return Cramped.NOT;
}
