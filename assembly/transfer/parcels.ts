/**
 * parcels.ts - pages on their way from one arena of a pool to another.
 *
 * Owns:   the window while one of its functions runs. layout.ts draws a parcel.
 * Keeps:  a page that is packed stays here until it is dropped, and is dropped only when the other arena has
 *         it. So at no moment between two calls is a page in no arena.
 * Cost:   three crossings for as many pages as the window holds, some forty of 4 KiB: parcels_pack here,
 *         parcels_unpack there, parcels_drop here. No decoding and no encoding.
 *
 * The arenas of a pool share one secret, so a hash means the same in all of them.
 */
import { roundUp } from "../ground/bytes";
import { PARCEL_BYTES, PARCELS_ROOM, STAT_MOVED_OUT } from "../ground/layout";
import { statAdd } from "../ground/stats";
import { areaInode, areaNumber, areaNumbered, areaParent } from "../owners/areas";
import { bodyPlace } from "../owners/bodies";
import {
  directoryBuckets,
  directoryFind,
  entryArea,
  entryNode,
  entryOffset,
  walkBucket,
  walkEntry,
  walkFrom,
  walkNext,
} from "../owners/directory";
import { ACCESSED, Leave, nodeAccessed, nodeLane } from "../owners/eviction/orders";
import { bytesOf } from "../engine/body";
import {
  INCOMING_AREA_AT,
  INCOMING_CHOICE_AT,
  INCOMING_INODE_AT,
  INCOMING_OFFSET_AT,
  incomingBytes,
  incomingTell,
  OF_INODE,
} from "../engine/incoming";
import { inodeArea, removePage } from "../engine/ledger";
import { settledBody } from "../engine/nursery_policy";
import { adopt } from "./adopt";
import { windowPtr } from "../ground/window";

/**
 * The first bucket from `from` on that has an entry, else the first at all, or the number of buckets when
 * there is none. The table becomes smaller as its pages leave: then its last bucket merges into one that may
 * have been passed.
 */
export function parcelsBucket(from: u32): u32 {
  const buckets = directoryBuckets();
  let at = walkFrom(from, buckets);
  if (!at) at = walkFrom(0, buckets);
  return at ? walkBucket(at) : buckets;
}

/**
 * Packs the pages of bucket `from` and those behind it until the window is full. Answers the bytes packed.
 */
export function parcelsPack(from: u32): u32 {
  const buckets = directoryBuckets();
  let end: u32 = 0;
  for (let at = walkFrom(from, buckets); at; at = walkNext(at, buckets)) {
    const bytes = pack(walkEntry(at), end);
    if (!bytes) return end;
    end += bytes;
  }
  return end;
}

/** Writes one parcel at `at` of the window. 0 when the window has no room for it. */
function pack(entry: usize, at: u32): u32 {
  const body = settledBody(entry);
  // A body on a device stays there: its parcel is the record alone.
  const stored = bytesOf(body);
  const bytes = parcelBytes(stored);
  if (at + bytes > PARCELS_ROOM) return 0;
  const parcel = windowPtr() + at;
  const area = entryArea(entry);
  const fs = areaParent(area);
  store<u64>(parcel, fs ? areaInode(area) : 0, INCOMING_INODE_AT);
  incomingTell(parcel, body);
  store<u32>(parcel, areaNumber(fs ? fs : area), INCOMING_AREA_AT);
  store<u32>(parcel, entryOffset(entry), INCOMING_OFFSET_AT);
  store<u16>(parcel, choiceOf(entryNode(entry)) | (fs ? OF_INODE : 0), INCOMING_CHOICE_AT);
  if (stored) memory.copy(parcel + PARCEL_BYTES, bodyPlace(body), stored);
  return bytes;
}

/** Where a page stands in its client's order; 0 for a page that persists. */
function choiceOf(node: usize): u32 {
  if (!node) return 0;
  return nodeAccessed(node) ? nodeLane(node) | ACCESSED : nodeLane(node);
}

function parcelBytes(stored: u32): u32 {
  return PARCEL_BYTES + roundUp(stored, 8);
}

/**
 * Takes over the pages in the first `bytes` bytes of the window, in order. Answers the bytes of those taken.
 */
export function parcelsUnpack(bytes: u32): u32 {
  let at: u32 = 0;
  while (at < bytes) {
    const parcel = windowPtr() + at;
    if (!adopt(parcel, parcel + PARCEL_BYTES)) break;
    at += parcelBytes(incomingBytes(parcel));
  }
  return at;
}

/** Forgets the pages in the first `bytes` bytes that were packed here: another arena has them now. */
export function parcelsDrop(bytes: u32): void {
  let at: u32 = 0;
  while (at < bytes) {
    const parcel = windowPtr() + at;
    let area = areaNumbered(load<u32>(parcel, INCOMING_AREA_AT));
    if (load<u16>(parcel, INCOMING_CHOICE_AT) & OF_INODE)
      area = inodeArea(area, load<u64>(parcel, INCOMING_INODE_AT));
    releasePage(area, load<u32>(parcel, INCOMING_OFFSET_AT));
    at += parcelBytes(incomingBytes(parcel));
  }
}

/** Forgets a page that another arena has taken over. */
export function releasePage(area: usize, offset: u32): void {
  removePage(directoryFind(area, offset), Leave.FORGOTTEN);
  statAdd(STAT_MOVED_OUT, 1);
}
