/**
 * spill.ts - which bodies leave memory for a device, and how they go there and move about on it.
 *
 * A hand goes round the buckets of the directory. It passes over a body that was used since it came by last,
 * and takes the others: one bit a body is as good as a list of all by their last use. The bytes of those that
 * are taken are packed into the window, and the host writes them to a device. Only then are they let go of.
 *
 * A client that is at its cap lets bodies of its own leave. So each client has a hand of its own beside the one
 * for all.
 *
 * Owns:   SPILL_CONTROL; in the window, lists of bodies.
 * Keeps:  a body leaves only if it is still the one that was packed and was not used meanwhile (law 8), and
 *         not before the host has its bytes on a device. Its slot in memory is freed then and its client is
 *         charged for it no more. It is charged for the slot on the device from the packing on, so it never
 *         has more there than it may. Ephemeral pages stay: they are evicted.
 * Cost:   a copy and two look-ups for each body that leaves. A call looks at LOOKS_MAX entries at most.
 */
import {
  ENCODER_TABLE_BYTES,
  PARCELS_ROOM,
  SLOT_FRONT_BYTES,
  SPILL_AREA_AT,
  SPILL_AT_AT,
  SPILL_KEY_AT,
  SPILL_OFFSET_AT,
  SPILL_PACK_MAX,
  SPILL_HANDLE_AT,
  SPILL_ROW_BYTES,
  SPILL_ROWS_MAX,
  SPILL_SHAPE_AT,
  SPILL_STORED_AT,
  STAT_FLYING_BODIES,
  STAT_PACK_ABORTED,
  STAT_PACK_CHANGED,
  STAT_PACKED,
  STAT_SPILLED,
} from "../ground/layout";
import { Codec, Home, SPILL_CONTROL } from "../ground/records";
import { statAdd, statSubtract } from "../ground/stats";
import { tablePtr, windowPtr } from "../ground/window";
import { areaAccount, areaScope } from "../owners/areas";
import {
  bodyAway,
  bodyCodec,
  bodyFly,
  bodyHome,
  bodyKey,
  bodyLand,
  bodyLeave,
  bodyPlace,
  bodyRefs,
  bodySetPlace,
  bodySetWarm,
  bodyShape,
  bodyStored,
  bodyUnindex,
  bodyWalk,
  bodyWarm,
  bodyYoung,
} from "../owners/bodies";
import { clientCharged, clientHand, clientMaySend } from "../owners/clients";
import {
  directoryBuckets,
  directoryFind,
  entryArea,
  entryBody,
  entryNode,
  entryOffset,
  walkEntry,
  walkFrom,
  walkNext,
} from "../owners/directory";
import {
  segmentAdd,
  segmentIsMarked,
  segmentLive,
  segmentMark,
  segmentOf,
  segmentReserve,
  segmentsRefill,
  segmentTake,
  slotFits,
  slotOverhead,
  slotSize,
  slotUnits,
  unitOf,
  unitsOfSegment,
} from "../owners/segments";
import { arriveAway, freeSlotOf } from "./body";
import { makeBlock } from "./eviction";
import { chargeAway, relieve, relieveAway, stopFlying } from "./ledger";
import { acceptAgain, isFull } from "./limits";

const BUCKET: usize = SPILL_CONTROL + 0;
const PASSED: usize = SPILL_CONTROL + 4;

/** Rounds over all pages of a call: the first one makes every body cold. */
const ROUNDS: u32 = 2;
/** Entries that a call looks at: some milliseconds when none of them may leave. */
const LOOKS_MAX: u32 = 1 << 16;
/**
 * Bodies that a call passes over because they are warm or shared. Then, as in the second round, it takes
 * every one that may leave, or a store would wait for a round over millions of pages.
 */
const PATIENCE: u32 = 1 << 10;

// ── leaving ─────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Packs cold bodies into the window, at most `room` bytes, and lists them: of a client, or with 0 of all. Puts
 * the bytes at `bytesAt` and answers how many bodies there are; 0 when it found none to take. Each flies until
 * spillCommit or spillAbort, or until one of its pages goes.
 */
export function spillPack(room: u32, bytesAt: usize, client: usize = 0): u32 {
  const most = min(room, PARCELS_ROOM);
  const buckets = directoryBuckets();
  const hand = client ? clientHand(client) : BUCKET;
  let bucket = load<u32>(hand);
  let skip: u32 = client ? 0 : load<u32>(PASSED);
  // A client with nothing in memory, or without room on devices, would have the hand look in vain.
  if (client && (!clientCharged(client) || !clientMaySend(client, slotSize(1)))) return 0;
  if (bucket >= buckets) bucket = 0;
  let end: u32 = 0;
  let count: u32 = 0;
  let looks: u32 = 0;
  let passed: u32 = 0;
  let isDone = false;
  for (let left = buckets * ROUNDS; left && looks < LOOKS_MAX && !isDone; left -= 1) {
    let index: u32 = 0;
    for (let at = walkFrom(bucket, bucket + 1); at; at = walkNext(at, bucket + 1)) {
      index += 1;
      if (index <= skip) continue;
      looks += 1;
      const entry = walkEntry(at);
      const account = areaAccount(entryArea(entry));
      if (client && account != client) continue;
      const body = entryBody(entry);
      const spared = isSpared(body);
      if (!mayLeave(entry, body)) continue;
      if (spared && passed < PATIENCE && left > buckets) {
        passed += 1;
        continue;
      }
      const size = slotSize(bodyStored(body));
      if (account && !clientMaySend(account, size)) continue;
      isDone = end + size > most || count == SPILL_PACK_MAX;
      if (isDone) {
        index -= 1;
        break;
      }
      packBody(entry, body, end, tablePtr() + count * SPILL_ROW_BYTES);
      end += size;
      count += 1;
    }
    skip = isDone ? index : 0;
    if (!isDone) bucket = bucket + 1 < buckets ? bucket + 1 : 0;
  }
  store<u32>(hand, bucket);
  if (!client) store<u32>(PASSED, skip);
  store<u32>(bytesAt, end);
  statAdd(STAT_PACKED, count);
  statAdd(STAT_FLYING_BODIES, count);
  return count;
}

/**
 * Whether the hand passes over the body: it is warm, and will be cold from now on; or it has several sharers,
 * so that its bytes serve several pages. What makes a flying body warm is for spillCommit to see.
 */
function isSpared(body: usize): bool {
  if (!bodyWarm(body)) return bodyRefs(body) != 1;
  if (bodyHome(body) != Home.FLYING) bodySetWarm(body, false);
  return true;
}

/** Whether the body of an entry has bytes in a slab that may be elsewhere. */
function mayLeave(entry: usize, body: usize): bool {
  if (bodyHome(body) != Home.MEMORY || bodyCodec(body) == Codec.FILL || bodyYoung(body)) return false;
  if (entryNode(entry)) return false;
  // A body that clients share is charged to each of its pages, and all of them would have to be told.
  return bodyRefs(body) == 1 || areaScope(entryArea(entry)) != 0;
}

/** Copies a body into its slot at byte `end` of the window, writes its row, and lets it fly. */
function packBody(entry: usize, body: usize, end: u32, row: usize): void {
  const stored = bodyStored(body);
  const slot = windowPtr() + end;
  const front = slotOverhead() ? SLOT_FRONT_BYTES : 0;
  // Whatever stood in the window must not reach the device: it may be of other pages.
  memory.fill(slot, 0, front);
  memory.copy(slot + front, bodyPlace(body), stored);
  memory.fill(slot + front + stored, 0, slotSize(stored) - front - stored);
  writeRow(row, body, end + front, entryArea(entry), entryOffset(entry));
  bodyFly(body);
  chargeAway(entryArea(entry), stored);
}

function writeRow(row: usize, body: usize, at: u32, area: usize, offset: u32): void {
  store<u32>(row, body, SPILL_HANDLE_AT);
  store<u64>(row, bodyKey(body), SPILL_KEY_AT);
  store<u32>(row, bodyShape(body), SPILL_SHAPE_AT);
  store<u32>(row, bodyStored(body), SPILL_STORED_AT);
  store<u32>(row, at, SPILL_AT_AT);
  store<u32>(row, area, SPILL_AREA_AT);
  store<u32>(row, offset, SPILL_OFFSET_AT);
}

/** Whether the record of a row is that of the same body still, in this home. A record in use is never 0. */
function isSame(row: usize, home: Home): bool {
  const body = <usize>load<u32>(row, SPILL_HANDLE_AT);
  return (
    bodyKey(body) == load<u64>(row, SPILL_KEY_AT) &&
    bodyRefs(body) != 0 &&
    bodyHome(body) == home &&
    bodyShape(body) == load<u32>(row, SPILL_SHAPE_AT) &&
    bodyStored(body) == load<u32>(row, SPILL_STORED_AT)
  );
}

/**
 * The bodies of the first `count` rows in the window lie on a device now, as they were packed, from location
 * `base` on. Those that are what they were, and were not used, leave. Answers how many. The bytes of the
 * others on the device are of no body.
 */
export function spillCommit(count: u32, base: u32): u32 {
  let left: u32 = 0;
  for (let i: u32 = 0; i < count; i += 1) if (commit(windowPtr() + i * SPILL_ROW_BYTES, base)) left += 1;
  statSubtract(STAT_FLYING_BODIES, count);
  statAdd(STAT_SPILLED, left);
  statAdd(STAT_PACK_CHANGED, count - left);
  if (!left) return 0;
  // Before a store takes what is free now: the next frame may be wanted when nothing is.
  if (!segmentsRefill() && makeBlock()) segmentsRefill();
  if (isFull()) acceptAgain(0);
  return left;
}

function commit(row: usize, base: u32): bool {
  if (!isSame(row, Home.FLYING)) return false;
  const entry = entryOf(row);
  if (!entry) return false;
  const body = entryBody(entry);
  const area = entryArea(entry);
  const stored = bodyStored(body);
  bodyLand(body);
  const location = base + unitOf(load<u32>(row, SPILL_AT_AT));
  const fits = slotFits(location, slotUnits(stored)) && segmentReserve(segmentOf(location));
  if (bodyWarm(body) || !mayLeave(entry, body) || !fits) {
    relieveAway(area, stored);
    return false;
  }
  relieve(area, stored);
  freeSlotOf(body);
  // An equal page that comes makes a body of its own: a store cannot wait for a device. Bodies that several
  // pages share must find each other again when the pages move.
  if (bodyRefs(body) == 1) bodyUnindex(body);
  bodyLeave(body, location);
  arriveAway(location, stored);
  return true;
}

/**
 * The entry of the page with which the body of a row was found; 0 if it has another body now. Then that body
 * flies no more on behalf of this row: it has landed when the page went, and may fly again by another list.
 */
function entryOf(row: usize): usize {
  const entry = directoryFind(<usize>load<u32>(row, SPILL_AREA_AT), load<u32>(row, SPILL_OFFSET_AT));
  return entry && entryBody(entry) == <usize>load<u32>(row, SPILL_HANDLE_AT) ? entry : 0;
}

/** The bodies of the first `count` rows in the window were not written: they stay as they are. */
export function spillAbort(count: u32): void {
  for (let i: u32 = 0; i < count; i += 1) {
    const row = windowPtr() + i * SPILL_ROW_BYTES;
    const entry = isSame(row, Home.FLYING) ? entryOf(row) : 0;
    if (entry) stopFlying(entryArea(entry), entryBody(entry));
  }
  statSubtract(STAT_FLYING_BODIES, count);
  statAdd(STAT_PACK_ABORTED, count);
}

// ── on the device ───────────────────────────────────────────────────────────────────────────────────────

/**
 * Lists bodies that lie in `count` segments, whose numbers stand at `segments`, from the start of the window
 * on: those behind the first `skip`, whose slots have at most `room` bytes together. Answers how many. One
 * walk over all records, which ends when all live bodies of these segments are found. In rows of this list
 * stand locations.
 */
export function spillCollect(segments: usize, count: u32, room: u32, skip: u32 = 0): u32 {
  let units: u32 = 0;
  for (let i: u32 = 0; i < count; i += 1) units += segmentMark(load<u32>(segments + (i << 2)), true);
  let listed: u32 = 0;
  let bytes: u32 = 0;
  let left = skip;
  for (let body = units ? bodyWalk(0) : 0; body && units; body = bodyWalk(body)) {
    if (!bodyAway(body) || !segmentIsMarked(segmentOf(<u32>bodyPlace(body)))) continue;
    units -= slotUnits(bodyStored(body));
    if (left) {
      left -= 1;
      continue;
    }
    const size = slotSize(bodyStored(body));
    if (listed == SPILL_ROWS_MAX || bytes + size > room) break;
    writeRow(windowPtr() + listed * SPILL_ROW_BYTES, body, <u32>bodyPlace(body), 0, 0);
    listed += 1;
    bytes += size;
  }
  for (let i: u32 = 0; i < count; i += 1) segmentMark(load<u32>(segments + (i << 2)), false);
  return listed;
}

/**
 * The bodies of the first `count` rows of such a list lie side by side from location `base` on, too. Those
 * that are where they were are there from now on. Puts the location behind the last one at `baseAt` and
 * answers how many have moved.
 */
export function spillRelocate(count: u32, base: u32, baseAt: usize): u32 {
  let location = base;
  let moved: u32 = 0;
  for (let i: u32 = 0; i < count; i += 1) {
    const row = windowPtr() + i * SPILL_ROW_BYTES;
    const units = slotUnits(load<u32>(row, SPILL_STORED_AT));
    if (relocate(row, location, units)) moved += 1;
    location += units;
  }
  store<u32>(baseAt, location);
  return moved;
}

function relocate(row: usize, location: u32, units: u32): bool {
  const body = <usize>load<u32>(row, SPILL_HANDLE_AT);
  const old = load<u32>(row, SPILL_AT_AT);
  if (!isSame(row, Home.DEVICE) || <u32>bodyPlace(body) != old) return false;
  if (!slotFits(location, units) || !segmentReserve(segmentOf(location))) return false;
  segmentAdd(segmentOf(location), units);
  segmentTake(segmentOf(old), units);
  bodySetPlace(body, location);
  return true;
}

// ── checks ──────────────────────────────────────────────────────────────────────────────────────────────

/**
 * True when the slots of the bodies in a segment come to its live units, and none reaches into another. Two
 * records may name one slot: gather.ts parts the sharers of a body for a while.
 */
export function spillSlotsCheck(segment: u32): bool {
  const starts = tablePtr();
  const covers = starts + ENCODER_TABLE_BYTES / 2;
  assert(unitsOfSegment() <= (ENCODER_TABLE_BYTES / 2) * 8);
  memory.fill(starts, 0, ENCODER_TABLE_BYTES);
  let units: u32 = 0;
  for (let body = bodyWalk(0); body; body = bodyWalk(body)) {
    const location = <u32>bodyPlace(body);
    if (!bodyAway(body) || segmentOf(location) != segment) continue;
    const own = slotUnits(bodyStored(body));
    units += own;
    const first = location - segment * unitsOfSegment();
    if (hasBit(starts, first)) continue;
    setBit(starts, first);
    for (let unit = first; unit < first + own; unit += 1) {
      if (hasBit(covers, unit)) return false;
      setBit(covers, unit);
    }
  }
  return units == segmentLive(segment);
}

function hasBit(bits: usize, index: u32): bool {
  return (load<u8>(bits + (index >> 3)) & ((<u32>1) << (index & 7))) != 0;
}

function setBit(bits: usize, index: u32): void {
  const at = bits + (index >> 3);
  store<u8>(at, load<u8>(at) | <u8>((<u32>1) << (index & 7)));
}
