/**
 * audit.ts - walks every structure and recounts everything.
 *
 * Owns:   nothing; leaves everything as it was.
 * Keeps:  an answer of 0 means that each owner's promise holds, that what one owner says of another is true, and
 *         that every equation of the statistics comes out.
 * Called: index.ts; by tests after each step.
 * Cost:   proportional to what is stored.
 */
import {
  areaAccount,
  areaInode,
  areaNumber,
  areaPagesSum,
  areaParent,
  areaRangeOf,
  areaScope,
  areasAccounted,
  areasCheck,
} from "./areas";
import {
  bodiesCheck,
  bodyCodec,
  bodyIndexed,
  bodyPlace,
  bodyRaw,
  bodyRefs,
  bodyStored,
  bodyVersion,
  bodyWalk,
  bodyYoung,
} from "./bodies";
import { VERIFY } from "./check";
import { clientAreasSum, clientOrder, clientsAsking, clientsCheck } from "./clients";
import { dictionariesCheck, dictionaryBlocks, dictionaryBodies, dictionaryNext } from "./dictionaries";
import {
  directoryCheck,
  directoryCount,
  directoryFind,
  directoryFirst,
  directoryNext,
  directoryWalk,
  entryArea,
  entryBody,
  entryNode,
  entryOffset,
} from "./directory";
import { evictedAsking, evictedCheck } from "./evicted";
import { frameBytes, frameSpareCount, framesCheck, recordLive, recordsCheck } from "./frames";
import { mix64 } from "./hash";
import { inodesCheck } from "./inodes";
import {
  LINE_BYTES,
  STAT_AREA_INVALIDATED,
  STAT_BODIES,
  STAT_COMPRESSED_BYTES,
  STAT_DUPLICATE_PAGES,
  STAT_ENCODED_BYTES,
  STAT_EVICTED,
  STAT_FILL_PAGES,
  STAT_INVALIDATED,
  STAT_MOVED_IN,
  STAT_MOVED_OUT,
  STAT_OVERWRITTEN,
  STAT_PEAK_PAGES,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
  STAT_REFUSED_CAPPED,
  STAT_REFUSED_CLOSED,
  STAT_REFUSED_FULL,
  STAT_REFUSED_POOR,
  STAT_STORED_PAGES,
  STAT_STORES,
  STAT_SUCC_STORES,
  STAT_TAKEN,
  STAT_YOUNG_PAGES,
} from "./layout";
import {
  nurseryArea,
  nurseryBlocks,
  nurseryBody,
  nurseryCheck,
  nurseryCount,
  nurseryOffset,
  nurseryOldest,
  nurseryYounger,
} from "./nursery";
import {
  MAIN,
  nodeArea,
  nodeBody,
  nodeOffset,
  orderBytes,
  orderBytesSum,
  orderCheck,
  orderCount,
  orderNext,
  orderPages,
  orderPagesSum,
  orderRight,
  orderWalk,
  PROBATION,
} from "./order";
import {
  BODY_BYTES,
  BODY_STATE_AT,
  CLIENT_CHARGED_AT,
  CLIENT_PAGES_AT,
  Codec,
  DIRECTORY_TABLE,
  DUPLICATE_TABLE,
  FRAME_BYTES,
  INODE_TABLE,
  LINE_RECORDS,
  TAG_BYTES,
} from "./records";
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
} from "./slab";
import { statGet } from "./stats";
import { stockBlockBytes, stockCheck, stockHandedCount, stockHolds } from "./stock";
import { tableOverflow } from "./table";

/** What is wrong, in the order in which it is looked for. */
export const enum Finding {
  NONE,
  STOCK,
  DIRECTORY,
  BODIES,
  LINES,
  AREAS,
  BLOCKS,
  SLAB_BINS,
  SLOT_OWNER,
  RED_ZONE,
  SLAB_SUMS,
  BODY_WITHOUT_SLOT,
  SHARERS,
  COUNTERS,
  GAUGES,
  NURSERY,
  ORDER,
  ACCOUNTS,
  INODES,
  DICTIONARIES,
  EVICTED,
}

export function selfCheck(): Finding {
  if (!stockCheck()) return Finding.STOCK;
  if (!directoryCheck()) return Finding.DIRECTORY;
  if (!bodiesCheck()) return Finding.BODIES;
  if (!checkLines()) return Finding.LINES;
  if (!areasCheck() || areaPagesSum() != directoryCount()) return Finding.AREAS;
  if (!checkNursery()) return Finding.NURSERY;
  const frameBlocks = (frameBytes() / FRAME_BYTES + frameSpareCount()) / (stockBlockBytes() / FRAME_BYTES);
  if (
    !framesCheck() ||
    frameBlocks + slabCount() + nurseryBlocks() + dictionaryBlocks() != stockHandedCount()
  )
    return Finding.BLOCKS;
  const slabs = checkSlabs();
  if (slabs != Finding.NONE) return slabs;
  if (!inodesCheck()) return Finding.INODES;
  if (!checkDense()) return Finding.DICTIONARIES;
  if (!checkOrder()) return Finding.ORDER;
  if (!clientsCheck(false) || clientAreasSum() != areasAccounted()) return Finding.ACCOUNTS;
  if (!evictedCheck() || clientsAsking() != evictedAsking()) return Finding.EVICTED;
  const entries = checkEntries();
  if (entries != Finding.NONE) return entries;
  if (!checkCounters()) return Finding.COUNTERS;
  if (!checkGauges()) return Finding.GAUGES;
  return Finding.NONE;
}

/** Every overflow line that was taken hangs on a bucket. */
function checkLines(): bool {
  if (!recordsCheck(LINE_RECORDS, LINE_BYTES)) return false;
  return (
    recordLive(LINE_RECORDS) ==
    tableOverflow(DIRECTORY_TABLE) + tableOverflow(DUPLICATE_TABLE) + tableOverflow(INODE_TABLE)
  );
}

/** Every page that waits is the place of the young body that it names. */
function checkNursery(): bool {
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

/**
 * Every dense body has its dictionary, and each dictionary counts the bodies that name it. In one pass: a version adds a number of
 * 64 bits for each body, and takes as many off as its dictionary counts; only equal counts come to 0.
 */
function checkDense(): bool {
  if (!dictionariesCheck()) return false;
  let sum: u64 = 0;
  for (let body = bodyWalk(0); body; body = bodyWalk(body)) {
    const version = bodyVersion(body);
    if ((bodyCodec(body) == Codec.DENSE) != (version != 0)) return false;
    if (version) sum += mix64(version);
  }
  for (let version = dictionaryNext(0); version; version = dictionaryNext(version))
    sum -= mix64(version) * dictionaryBodies(version);
  return !sum;
}

/** Every order is right, each of its nodes that of the entry with its key and of its client; and the sums of all agree. */
function checkOrder(): bool {
  if (!orderCheck()) return false;
  let orders: u32 = 0;
  let pages: u32 = 0;
  let bytes: u64 = 0;
  for (let order = orderWalk(0); order && orders <= orderCount(); order = orderWalk(order)) {
    if (!orderRight(order)) return false;
    orders += 1;
    pages += orderPages(order);
    bytes += orderBytes(order);
    for (let lane = PROBATION; lane <= MAIN; lane += 1) {
      for (let node = orderNext(order, lane, 0); node; node = orderNext(order, lane, node)) {
        const entry = directoryFind(nodeArea(node), nodeOffset(node));
        if (!entry || entryNode(entry) != node || !bodyRefs(nodeBody(node))) return false;
        if (clientOrder(areaAccount(nodeArea(node))) != order) return false;
      }
    }
  }
  return orders == orderCount() && pages == orderPagesSum() && bytes == orderBytesSum();
}

function checkSlabs(): Finding {
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
        if (!bodyRefs(body) || bodyYoung(body) || bodyPlace(body) != slot + TAG_BYTES)
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
  return slots + nurseryCount() == statGet(STAT_BODIES) ? Finding.NONE : Finding.BODY_WITHOUT_SLOT;
}

/**
 * Takes each entry off its body's sharers and off its client's account; all must come to 0. Then puts everything back. In 64 bits:
 * charges may outweigh memory.
 */
function checkEntries(): Finding {
  let finding = addEntries(-1);
  // A walk passes over bodies without sharers, so any it finds has one too many.
  if (bodyWalk(0)) finding = Finding.SHARERS;
  if (finding == Finding.NONE && !clientsCheck(true)) finding = Finding.ACCOUNTS;
  addEntries(1);
  return finding;
}

/**
 * Adds `change` to the sharers of each entry's body and to its client's pages, and the bytes of those to what it is charged. As
 * many have a node as there are nodes; and, in the verify build, each lies in a range of its area.
 */
function addEntries(change: i32): Finding {
  let finding = Finding.NONE;
  let nodes: u32 = 0;
  for (let entry = directoryWalk(0); entry; entry = directoryWalk(entry)) {
    if (entryNode(entry)) nodes += 1;
    if (VERIFY && !areaRangeOf(entryArea(entry), entryOffset(entry))) finding = Finding.AREAS;
    addEntry(entryArea(entry), entryBody(entry), change);
  }
  return nodes == orderPagesSum() ? finding : Finding.ORDER;
}

function addEntry(area: usize, body: usize, change: i32): void {
  // A body that several clients may share is charged to each sharer, another once: with its first sharer, or last.
  const before = bodyRefs(body);
  const state = load<u32>(body, BODY_STATE_AT) + change;
  store<u32>(body, state, BODY_STATE_AT);
  const account = areaAccount(area);
  if (!account) return;
  store<u32>(account, load<u32>(account, CLIENT_PAGES_AT) + change, CLIENT_PAGES_AT);
  const counts = bodyCodec(body) != Codec.FILL && (!areaScope(area) || !before || !bodyRefs(body));
  if (!counts) return;
  const bytes = <i64>bodyStored(body) * change;
  store<u64>(account, load<u64>(account, CLIENT_CHARGED_AT) + bytes, CLIENT_CHARGED_AT);
}

function checkCounters(): bool {
  const refused =
    statGet(STAT_REFUSED_FULL) +
    statGet(STAT_REFUSED_POOR) +
    statGet(STAT_REFUSED_CLOSED) +
    statGet(STAT_REFUSED_CAPPED);
  if (statGet(STAT_STORES) != statGet(STAT_SUCC_STORES) + refused) return false;
  if (statGet(STAT_STORED_PAGES) > statGet(STAT_PEAK_PAGES)) return false;
  const removed =
    statGet(STAT_OVERWRITTEN) +
    statGet(STAT_INVALIDATED) +
    statGet(STAT_AREA_INVALIDATED) +
    statGet(STAT_TAKEN) +
    statGet(STAT_MOVED_OUT) +
    statGet(STAT_EVICTED);
  return statGet(STAT_STORED_PAGES) == statGet(STAT_SUCC_STORES) + statGet(STAT_MOVED_IN) - removed;
}

function checkGauges(): bool {
  let pages: u64 = 0;
  let fills: u64 = 0;
  let bodies: u64 = 0;
  let poor: u64 = 0;
  let raw: u64 = 0;
  let encoded: u64 = 0;
  let compressed: u64 = 0;
  for (let body = bodyWalk(0); body; body = bodyWalk(body)) {
    const refs = <u64>bodyRefs(body);
    const bytes = <u64>bodyRaw(body);
    pages += refs;
    raw += refs * bytes;
    if (bodyCodec(body) == Codec.FILL) {
      fills += refs;
      continue;
    }
    bodies += 1;
    encoded += bytes;
    compressed += bodyStored(body);
    if (!bodyYoung(body) && bodyStored(body) > bodyRaw(body) - (bodyRaw(body) >> 3)) poor += 1;
  }
  return (
    pages == statGet(STAT_STORED_PAGES) &&
    pages == directoryCount() &&
    fills == statGet(STAT_FILL_PAGES) &&
    bodies == statGet(STAT_BODIES) &&
    pages - fills - bodies == statGet(STAT_DUPLICATE_PAGES) &&
    poor == statGet(STAT_POOR_BODIES) &&
    raw == statGet(STAT_RAW_BYTES) &&
    encoded == statGet(STAT_ENCODED_BYTES) &&
    compressed == statGet(STAT_COMPRESSED_BYTES)
  );
}

/**
 * The key of entry `index` of a bucket, so that the host can look for it in other arenas of the pool. Its offset goes to
 * `offsetAt`, the number of its area or file system to `areaAt`, its inode to `inodeAt`. 0: none; 1: a page; 2: one of an inode.
 */
export function keyAt(bucket: u32, index: u32, offsetAt: usize, areaAt: usize, inodeAt: usize): u32 {
  let entry = directoryFirst(bucket);
  for (let i: u32 = 0; entry && i < index; i += 1) entry = directoryNext(entry);
  if (!entry) return 0;
  const area = entryArea(entry);
  const fs = areaParent(area);
  store<u32>(offsetAt, entryOffset(entry));
  store<u32>(areaAt, areaNumber(fs ? fs : area));
  if (fs) store<u64>(inodeAt, areaInode(area));
  return fs ? 2 : 1;
}
