/**
 * audit.ts - walks every structure and recounts everything.
 *
 * Owns:   nothing; leaves everything as it was.
 * Keeps:  an answer of 0 means that each owner's promise holds, that what one owner says of another is true, and
 *         that every equation of the statistics comes out.
 * Called: index.ts; by tests after each step.
 * Cost:   proportional to what is stored.
 */
import { areaAccount, areaPagesSum, areaScope, areasAccounted, areasCheck } from "./areas";
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
import {
  clientAreas,
  clientCharged,
  clientCounted,
  clientOrder,
  clientPages,
  clientPeakCounted,
  clientPeakPages,
  clientsCheck,
  clientWalk,
} from "./clients";
import {
  denseBodies,
  dictionariesCheck,
  dictionaryBlocks,
  dictionaryBodies,
  dictionaryNext,
  dictionaryOf,
} from "./dictionaries";
import {
  directoryCheck,
  directoryCount,
  directoryFind,
  directoryWalk,
  entryArea,
  entryBody,
  entryNode,
} from "./directory";
import { frameBytes, frameSpareCount, framesCheck, recordLive, recordsCheck } from "./frames";
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
  orderCheck,
  orderNext,
  orderPagesSum,
  orderWalk,
  PROBATION,
} from "./order";
import {
  BODY_BYTES,
  BODY_STATE_AT,
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
  if (!checkAccounts()) return Finding.ACCOUNTS;
  if (!checkSharers()) return Finding.SHARERS;
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

/** Every dense body has its dictionary, and each dictionary counts the bodies that name it. */
function checkDense(): bool {
  if (!dictionariesCheck()) return false;
  let dense: u32 = 0;
  for (let body = bodyWalk(0); body; body = bodyWalk(body)) {
    const version = bodyVersion(body);
    if ((bodyCodec(body) == Codec.DENSE) != (version != 0)) return false;
    if (version && !dictionaryOf(version)) return false;
    if (version) dense += 1;
  }
  for (let version = dictionaryNext(0); version; version = dictionaryNext(version)) {
    let named: u32 = 0;
    for (let body = bodyWalk(0); body; body = bodyWalk(body)) {
      if (bodyVersion(body) == version) named += 1;
    }
    if (named != dictionaryBodies(version)) return false;
  }
  return dense == denseBodies();
}

/** Every node is that of the entry with its key, in the order of its client; and there are no more such entries. */
function checkOrder(): bool {
  if (!orderCheck()) return false;
  for (let order = orderWalk(0); order; order = orderWalk(order)) {
    for (let lane = PROBATION; lane <= MAIN; lane += 1) {
      for (let node = orderNext(order, lane, 0); node; node = orderNext(order, lane, node)) {
        const entry = directoryFind(nodeArea(node), nodeOffset(node));
        if (!entry || entryNode(entry) != node || !bodyRefs(nodeBody(node))) return false;
        if (clientOrder(areaAccount(nodeArea(node))) != order) return false;
      }
    }
  }
  return ephemeralEntries() == orderPagesSum();
}

function ephemeralEntries(): u32 {
  let count: u32 = 0;
  for (let entry = directoryWalk(0); entry; entry = directoryWalk(entry)) {
    if (entryNode(entry)) count += 1;
  }
  return count;
}

/** Every client's pages and charge are those of its entries, its areas its own, and no peak is below. Bound: clients by entries. */
function checkAccounts(): bool {
  if (!clientsCheck()) return false;
  let areas: u32 = 0;
  for (let client = clientWalk(0); client; client = clientWalk(client)) {
    let pages: u32 = 0;
    // Bodies are charged to each page that has one, or, where no other client can have it, once: by parts, then.
    let charged: f64 = 0;
    for (let entry = directoryWalk(0); entry; entry = directoryWalk(entry)) {
      const area = entryArea(entry);
      if (areaAccount(area) != client) continue;
      pages += 1;
      const body = entryBody(entry);
      if (bodyCodec(body) == Codec.FILL) continue;
      charged += <f64>bodyStored(body) / (areaScope(area) ? <f64>bodyRefs(body) : 1);
    }
    if (pages != clientPages(client) || pages > clientPeakPages(client)) return false;
    if (abs(charged - <f64>clientCharged(client)) > 0.5) return false;
    areas += clientAreas(client);
    if (clientCounted(client) > <u64>clientPeakCounted(client)) return false;
  }
  return areas == areasAccounted();
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

/** Takes one sharer off a body for each entry that names it; all must come to 0. Then puts them back. */
function checkSharers(): bool {
  let right = true;
  addToSharers(-1);
  // A walk passes over bodies without sharers, so any it finds has one too many.
  if (bodyWalk(0)) right = false;
  addToSharers(1);
  return right;
}

/** Adds `change` to the sharers of each entry's body, once an entry. */
function addToSharers(change: i32): void {
  for (let entry = directoryWalk(0); entry; entry = directoryWalk(entry)) {
    addToState(entryBody(entry), change);
  }
}

function addToState(body: usize, sharers: i32): void {
  store<u32>(body, load<u32>(body, BODY_STATE_AT) + sharers, BODY_STATE_AT);
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
