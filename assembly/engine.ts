/**
 * engine.ts - every decision about a page.
 *
 * Owns:   CONTROL's settings, and the order in which things happen. No region of its own.
 * Keeps:  the laws of the contract; each way out of an operation counts one outcome.
 * Called: index.ts, one call per operation. How things are done stands in pages.ts (a page into everything and out of it),
 *         room.ts (where a body goes, and what goes for it) and waiting.ts (the nursery).
 * Cost:   a store is one hash and one encode; a load one decode and one hash.
 *
 * To follow one page read storePage, then loadPage.
 */

import {
  areaAccount,
  areaClose,
  areaCount,
  areaInodes,
  areaIsOpen,
  areaOpen,
  areaPages,
  areaParent,
  areaRange,
  areaRangeOf,
  areaScope,
  areaSetAccount,
  areaSetNumber,
  areaSpan,
  rangeHigh,
  rangeLow,
} from "./areas";
import {
  bodiesInit,
  bodyCodec,
  bodyKey,
  bodyRaw,
  bodyRefs,
  bodyStored,
  bodyTouch,
  bodyYoung,
} from "./bodies";
import { SPEC } from "./check";
import {
  clientAreaList,
  clientAsks,
  clientClose,
  clientCountAreas,
  clientOpen,
  clientOrder,
  clientPages,
  clientSetAsks,
  clientSetCap,
  clientSetOrder,
} from "./clients";
import { fillDetect, fillPattern } from "./codec/fill";
import { denseBodies, dictionaryBlocks } from "./dictionaries";
import {
  directoryBuckets,
  directoryCount,
  directoryFind,
  directoryFirst,
  directoryInit,
  directoryNext,
  entryArea,
  entryBody,
  entryNode,
  entryOffset,
} from "./directory";
import { evictedClose, evictedOpen } from "./evicted";
import { frameBytes } from "./frames";
import { gatherStep } from "./gather";
import { hashInit, pageHash, pageSum } from "./hash";
import { inodesInit } from "./inodes";
import {
  CONTROL_PTR,
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_REFUSE_POOR,
  FLAG_VERIFY,
  LINE_BYTES,
  MEMORY_WASM_PAGES_MAX,
  PAGE_BYTES_MAX,
  PAGE_BYTES_MIN,
  PageKind,
  SLACK_BYTES,
  STAT_AREA_INVALIDATED,
  STAT_AREAS,
  STAT_DAMAGED,
  STAT_DENSE_BODIES,
  STAT_DICTIONARY_BYTES,
  STAT_EPHEMERAL_BYTES,
  STAT_EPHEMERAL_PAGES,
  STAT_INVALIDATED,
  STAT_LIVE_BYTES,
  STAT_LOADS,
  STAT_METADATA_BYTES,
  STAT_MISSES,
  STAT_OVERWRITTEN,
  STAT_PEAK_LIVE_BYTES,
  STAT_PEAK_PAGES,
  STAT_REFUSED_CAPPED,
  STAT_REFUSED_CLOSED,
  STAT_REFUSED_FULL,
  STAT_REFUSED_POOR,
  STAT_RESERVED_BYTES,
  STAT_SLAB_BYTES,
  STAT_SMALL,
  STAT_STORED_PAGES,
  STAT_STORES,
  STAT_SUCC_STORES,
  STAT_TAKEN,
  STAT_USED_BYTES,
  Status,
  WASM_PAGE_BYTES,
} from "./layout";
import { listAdd, listNext, listRemove } from "./lists";
import { nurseryFreeBytes, nurseryInit, nurserySetCapacity } from "./nursery";
import {
  ACCESSED,
  FROM_MAIN,
  Leave,
  nodeLane,
  orderBytesSum,
  orderChoose,
  orderClose,
  orderOpen,
  orderPagesSum,
  orderReserve,
  orderSetWeight,
  orderTouch,
} from "./order";
import {
  acceptAgain,
  charge,
  duplicateOf,
  enter,
  entryOfArea,
  expand,
  fillBody,
  flag,
  hold,
  inodeArea,
  isPoor,
  keepBytes,
  letGo,
  madeBytes,
  madeCodec,
  makeBody,
  removePage,
  SCRATCH_PTR,
  unshare,
  wipeScratch,
  workBytes,
} from "./pages";
import { CONTROL_ACCEPT, CONTROL_FLAGS, CONTROL_FULL, CONTROL_PAGE_BYTES, Codec } from "./records";
import { inodeFor, makeDue, makePlace, mayEvict, reserve, tidy } from "./room";
import { slabCount, slabFreeSum, slabInit, slotBytes } from "./slab";
import { statAdd, statGet, statRaise, statSet } from "./stats";
import {
  blockBytesFor,
  stockBlockBytes,
  stockFixedBytes,
  stockHandedCount,
  stockInit,
  stockReach,
  stockSetLimit,
} from "./stock";
import { tableTopCount } from "./table";
import { keepYoung, nurseryTakes } from "./waiting";

/** One store of so many takes a step of bringing records together. */
const GATHER_STORES: u32 = 8;
/** Steps that a store takes which finds no room: 64 buckets, some 400 pages. */
const FULL_STEPS: u32 = 8;

// ── life ───────────────────────────────────────────────────────────────────────────────────────────────

/** Prepares the arena. False when the limit has no room for the fixed regions and a first block. */
export function engineInit(pageBytes: u32, limitWasmPages: u32, flags: u32, seed: u64): bool {
  assert(load<u32>(CONTROL_PAGE_BYTES) == 0);
  assert(SPEC || __heap_base <= CONTROL_PTR);
  assert(pageBytes >= PAGE_BYTES_MIN && pageBytes <= PAGE_BYTES_MAX && popcnt<u32>(pageBytes) == 1);
  assert(limitWasmPages <= MEMORY_WASM_PAGES_MAX);

  const tops = tableTopCount(limitWasmPages * WASM_PAGE_BYTES);
  const directoryGround = (SCRATCH_PTR + pageBytes + SLACK_BYTES + workBytes(pageBytes) + 3) & ~3;
  const duplicateGround = directoryGround + (tops << 2);
  const inodeGround = duplicateGround + (tops << 2);
  const first = (inodeGround + (tops << 2) + LINE_BYTES - 1) & ~(<usize>LINE_BYTES - 1);

  stockInit(first, pageBytes, limitWasmPages);
  if (!stockReach(first + blockBytesFor(pageBytes))) return false;
  hashInit(seed);
  slabInit(pageBytes, blockBytesFor(pageBytes));
  nurseryInit(pageBytes);
  if (!directoryInit(directoryGround, tops)) return false;
  if (!bodiesInit(duplicateGround, tops)) return false;
  if (!inodesInit(inodeGround, tops)) return false;
  store<u32>(CONTROL_FLAGS, flags);
  store<u32>(CONTROL_PAGE_BYTES, pageBytes);
  return true;
}

/** Settings may change at any time: each body says itself how it is to be read. */
export function engineSetFlags(flags: u32): void {
  store<u32>(CONTROL_FLAGS, flags);
}

/**
 * Changes what bounds the arena. `limitWasmPages` bounds its growth; `acceptBytes` must be free before it accepts again
 * once it was full: 0 stands for any body that is freed, and what cannot be free for as long as the host likes.
 */
export function engineSetLimits(limitWasmPages: u32, acceptBytes: u32): void {
  stockSetLimit(limitWasmPages);
  store<u32>(CONTROL_ACCEPT, acceptBytes);
  acceptAgain(slotBytes(load<u32>(CONTROL_PAGE_BYTES)));
}

/** Pages that may wait at a time from now on. */
export function engineSetNursery(pages: u32): void {
  nurserySetCapacity(pages);
}

export function engineIsFull(): bool {
  return load<u32>(CONTROL_FULL) != 0;
}

// ── clients and their areas ────────────────────────────────────────────────────────────────────────────

/**
 * An account for a client that has none here; 0 when there is no memory for it. `weight` 0 stands for a client whose pages
 * persist; what another one has here is ephemeral.
 */
export function engineOpenClient(number: u32, weight: u32): usize {
  if (weight && !orderReserve()) return 0;
  const client = clientOpen(number);
  if (client && weight) clientSetOrder(client, orderOpen(client, weight));
  return client;
}

/** Changes what bounds a client: its weight against others with ephemeral pages, and the bytes that it may count. */
export function engineSetClient(client: usize, weight: u32, cap: u64): void {
  if (clientOrder(client)) orderSetWeight(clientOrder(client), weight);
  clientSetCap(client, cap);
}

/**
 * The keys of pages that a client loses are kept for the host from now on. False when there is no memory for
 * that.
 */
export function engineAskKeys(client: usize): bool {
  assert(!clientAsks(client));
  if (!evictedOpen()) return false;
  clientSetAsks(client);
  return true;
}

/** Forgets a client that has no area left. */
export function engineCloseClient(client: usize): void {
  assert(clientPages(client) == 0);
  if (clientOrder(client)) orderClose(clientOrder(client));
  if (clientAsks(client)) evictedClose();
  clientClose(client);
}

/** Opens an area of a client, or of none, under a number that is free. False when there is no memory. */
export function openArea(number: u32, client: usize, scope: u32): bool {
  const area = areaOpen(scope);
  if (!area) return false;
  if (!areaSetNumber(area, number)) {
    areaClose(area);
    return false;
  }
  areaSetAccount(area, client);
  if (client) {
    listAdd(clientAreaList(client), area);
    clientCountAreas(client, 1);
  }
  return true;
}

function closeArea(area: usize): void {
  const account = areaAccount(area);
  if (account) {
    listRemove(clientAreaList(account), area);
    clientCountAreas(account, -1);
  }
  areaClose(area);
}

// ── store ──────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Keeps the page of `bytes` bytes at `page`, or says why not. Either way no older copy is left (laws 1, 3, 5). The kind is a
 * hint to the codec: what is a duplicate, same-filled or damaged the bytes alone decide.
 */
export function storePage(
  area: usize,
  offset: u32,
  page: usize,
  bytes: u32,
  kind: PageKind = PageKind.PLAIN,
): Status {
  // What the host asks for by mistake is no store: it is not counted, and nothing changes.
  if (bytes - 1 >= load<u32>(CONTROL_PAGE_BYTES)) return Status.LENGTH;
  statAdd(STAT_STORES, 1);
  if (!areaIsOpen(area)) return refuse(Status.CLOSED, STAT_REFUSED_CLOSED);
  // Ephemeral pages stand in their client's order; those of a client without one persist.
  const order = clientOrder(areaAccount(area));
  let choice: u32 = 0;

  const old = directoryFind(area, offset);
  if (old) {
    if (order) choice = useAgain(order, entryNode(old));
    removePage(old, Leave.FORGOTTEN);
    statAdd(STAT_OVERWRITTEN, 1);
  }
  // Records that stand scattered are brought together bit by bit.
  if (!(<u32>statGet(STAT_STORES) % GATHER_STORES)) gatherStep();
  // What the rest needs is had beforehand, so that nothing has to be undone (law 14).
  if (!reserve(order != 0)) return refuse(Status.FULL, STAT_REFUSED_FULL);
  if (order && !choice) choice = orderChoose(order, area, offset);

  if (fillDetect(page, bytes)) {
    if (!makeDue(area, 0)) return refuse(Status.CAPPED, STAT_REFUSED_CAPPED);
    return admit(area, offset, bytes, fillBody(fillPattern(page, bytes), bytes), choice);
  }

  if (nurseryTakes(area) && !load<u32>(CONTROL_FULL) && makeDue(area, bytes)) {
    const young = keepYoung(area, offset, page, bytes, kind);
    if (young) return admit(area, offset, bytes, young, 0);
  }

  const hash = pageHash(page, bytes, areaScope(area));
  if (flag(FLAG_DEDUPE)) {
    const twin = duplicateOf(hash, page, bytes);
    if (twin) {
      if (makeDue(area, areaScope(area) ? 0 : bodyStored(twin)))
        return admit(area, offset, bytes, twin, choice);
      unshare(twin);
      return refuse(Status.CAPPED, STAT_REFUSED_CAPPED);
    }
  }
  // Before compressing, not after (law 16): without room the work would be thrown away.
  if (load<u32>(CONTROL_FULL) && !mayEvict()) return refuse(Status.FULL, STAT_REFUSED_FULL);
  if (!makeDue(area, 1)) return refuse(Status.CAPPED, STAT_REFUSED_CAPPED);

  const made = makeBody(page, bytes, kind);
  const codec = madeCodec(made);
  const stored = madeBytes(made);
  const poor = codec == Codec.RAW && isPoor(stored, bytes);
  if (poor && flag(FLAG_COMPRESS) && flag(FLAG_REFUSE_POOR)) return refuse(Status.POOR, STAT_REFUSED_POOR);
  if (!makeDue(area, stored)) return refuse(Status.CAPPED, STAT_REFUSED_CAPPED);
  const place = makePlace(stored, order, (choice & FROM_MAIN) != 0);
  if (!place) {
    // While records can be brought together the arena is not full: every store that finds no room does some of it.
    let step: u32 = 0;
    while (step < FULL_STEPS && gatherStep()) step += 1;
    if (!step) store<u32>(CONTROL_FULL, 1);
    return refuse(Status.FULL, STAT_REFUSED_FULL);
  }
  const at = codec == Codec.RAW ? page : SCRATCH_PTR;
  const body = keepBytes(hash, codec, bytes, stored, at, place, flag(FLAG_DEDUPE));
  if (areaScope(area)) charge(area, stored);
  return admit(area, offset, bytes, body, choice);
}

/** A page that is stored again was in use; it keeps its queue. */
function useAgain(order: usize, node: usize): u32 {
  orderTouch(order, node);
  return nodeLane(node) | ACCESSED;
}

function refuse(status: Status, stat: u32): Status {
  statAdd(stat, 1);
  wipeScratch();
  return status;
}

function admit(area: usize, offset: u32, bytes: u32, body: usize, choice: u32): Status {
  enter(area, offset, bytes, body, choice);
  statAdd(STAT_SUCC_STORES, 1);
  statRaise(STAT_PEAK_LIVE_BYTES, liveBytes());
  wipeScratch();
  return Status.STORED;
}

// ── file systems ───────────────────────────────────────────────────────────────────────────────────────
// A file system is an area without pages of its own; each of its inodes that has pages is an area too, found in the engine.

/** storePage, for a page of an inode. */
export function putPage(
  fs: usize,
  inode: u64,
  index: u32,
  page: usize,
  bytes: u32,
  kind: PageKind = PageKind.PLAIN,
): Status {
  if (!areaIsOpen(fs) || bytes - 1 >= load<u32>(CONTROL_PAGE_BYTES)) {
    return storePage(0, index, page, bytes, kind);
  }
  const area = inodeFor(fs, inode);
  if (!area) {
    statAdd(STAT_STORES, 1);
    return refuse(Status.FULL, STAT_REFUSED_FULL);
  }
  hold(area);
  const status = storePage(area, index, page, bytes, kind);
  letGo(area);
  return status;
}

/** Drops every page of an inode. Answers how many there were. */
export function invalidateInode(fs: usize, inode: u64): u32 {
  const area = inodeArea(fs, inode);
  return area ? removeInode(area) : 0;
}

/** The same, by the area of the inode, which goes. */
function removeInode(area: usize): u32 {
  hold(area);
  const pages = removeAll(area);
  letGo(area);
  return pages;
}

// ── load ───────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Puts the page into `page`, which has room for a page and its slack, and answers its length; or a Status below 1.
 * `room` is what the caller can take; `exclusive` removes the page once it is delivered (law 9).
 */
export function loadPage(area: usize, offset: u32, page: usize, room: u32, exclusive: bool): i32 {
  const entry = areaIsOpen(area) ? directoryFind(area, offset) : 0;
  if (!entry) return refuse(Status.MISS, STAT_MISSES);
  const body = entryBody(entry);
  const bytes = bodyRaw(body);
  if (bytes > room) return refuse(Status.SMALL, STAT_SMALL);
  if (!expand(body, page)) return refuse(Status.DAMAGED, STAT_DAMAGED);
  if (flag(FLAG_VERIFY) && bodyCodec(body) != Codec.FILL && !isWhole(body, area, page, bytes)) {
    return refuse(Status.DAMAGED, STAT_DAMAGED);
  }
  bodyTouch(body);
  const node = entryNode(entry);
  if (node) orderTouch(clientOrder(areaAccount(area)), node);
  if (exclusive) {
    removePage(entry, Leave.TAKEN);
    statAdd(STAT_TAKEN, 1);
  }
  statAdd(STAT_LOADS, 1);
  return <i32>bytes;
}

/** Whether the page is the one that was stored, by the body's key. */
function isWhole(body: usize, area: usize, page: usize, bytes: u32): bool {
  if (!bodyYoung(body)) return pageHash(page, bytes, areaScope(area)) == bodyKey(body);
  return bodyKey(body) == 0 || bodyKey(body) == pageSum(page, bytes);
}

/**
 * The first page of an area from bucket `from` on: puts its offset at `offsetAt` and answers the number of its bucket plus
 * one, or 0 when there is none.
 */
export function findPage(area: usize, from: u32, offsetAt: usize): u32 {
  for (let bucket = from; areaPages(area) && bucket < directoryBuckets(); bucket += 1) {
    const entry = entryOfArea(bucket, area);
    if (!entry) continue;
    store<u32>(offsetAt, entryOffset(entry));
    return bucket + 1;
  }
  return 0;
}

/** Length of the page under this key, or 0 if there is none. */
export function pageLength(area: usize, offset: u32): u32 {
  const entry = areaIsOpen(area) ? directoryFind(area, offset) : 0;
  return entry ? bodyRaw(entryBody(entry)) : 0;
}

// ── invalidate ─────────────────────────────────────────────────────────────────────────────────────────

export function invalidatePage(area: usize, offset: u32): bool {
  const entry = areaIsOpen(area) ? directoryFind(area, offset) : 0;
  if (!entry) return false;
  removePage(entry, Leave.FORGOTTEN);
  statAdd(STAT_INVALIDATED, 1);
  return true;
}

/** Drops every page of the area and closes it (law 11). Answers how many there were. */
export function invalidateArea(area: usize): u32 {
  if (!areaIsOpen(area)) return 0;
  let pages = removeAll(area);
  const inodes = areaInodes(area);
  while (load<u32>(inodes)) pages += removeInode(<usize>load<u32>(inodes));
  closeArea(area);
  return pages;
}

/** Drops the area's own pages. */
function removeAll(area: usize): u32 {
  const pages = areaPages(area);
  if (!pages) return 0;
  // Two ways to find them: ask for each offset of the area's ranges, or look at every entry of the arena.
  if (areaSpan(area) <= <u64>directoryCount()) visitRanges(area, true);
  else visitAll(area, true);
  assert(!areaPages(area));
  statAdd(STAT_AREA_INVALIDATED, pages);
  return pages;
}

/** Visits the area's entries by its ranges, to remove or to sum up their parts. Bound: the offsets of these. */
function visitRanges(area: usize, remove: bool): f64 {
  let part: f64 = 0;
  let range = areaRange(area, 0);
  while (range) {
    const high = <u64>rangeHigh(range);
    for (let offset = <u64>rangeLow(range); offset <= high && areaPages(area); offset += 1) {
      // Ranges that grew may have met: an offset is looked at once.
      const entry = areaRangeOf(area, <u32>offset) == range ? directoryFind(area, <u32>offset) : 0;
      if (entry) part += visit(entry, remove);
    }
    // With the last page the ranges go.
    range = areaPages(area) ? areaRange(area, range) : 0;
  }
  return part;
}

/**
 * The same by a walk. Bound: all entries of the arena, and a bucket again for each page removed from it. From the last bucket
 * down: the table becomes smaller on the way, its last bucket merging into a lower one.
 */
function visitAll(area: usize, remove: bool): f64 {
  let part: f64 = 0;
  let bucket = directoryBuckets();
  while (bucket && areaPages(area)) {
    let entry = directoryFirst(bucket - 1);
    while (entry && !(remove && entryArea(entry) == area)) {
      if (entryArea(entry) == area) part += visit(entry, false);
      entry = directoryNext(entry);
    }
    // A removal moves other entries of its bucket, so the bucket is looked at anew.
    if (entry) visit(entry, true);
    else bucket -= 1;
    bucket = min(bucket, directoryBuckets());
  }
  return part;
}

/** Removes a page, or answers its part of its body. */
function visit(entry: usize, remove: bool): f64 {
  const body = entryBody(entry);
  const part: f64 = bodyCodec(body) == Codec.FILL ? 0 : <f64>bodyStored(body) / <f64>bodyRefs(body);
  if (remove) removePage(entry, Leave.FORGOTTEN);
  return part;
}

// ── beside other arenas ─────────────────────────────────────────────────────────────────────────────────

/** Removes the page of a key about to be stored in another arena of the pool. True if there was one. */
export function supersedePage(area: usize, offset: u32): bool {
  const entry = areaIsOpen(area) ? directoryFind(area, offset) : 0;
  if (!entry) return false;
  removePage(entry, Leave.FORGOTTEN);
  statAdd(STAT_OVERWRITTEN, 1);
  // Stores to come go elsewhere, so this one pays for the holes it leaves.
  tidy();
  gatherStep();
  return true;
}

/** Bytes of everything that is in use: what is occupied, less what is free inside slabs and nursery. */
export function liveBytes(): u32 {
  return occupiedBytes() - slabFreeSum() - nurseryFreeBytes();
}

/** Bytes of fixed regions, records, tables and slabs. */
export function occupiedBytes(): u32 {
  return stockFixedBytes() + stockHandedCount() * stockBlockBytes();
}

// ── statistics ─────────────────────────────────────────────────────────────────────────────────────────

/**
 * A client's part of the bodies that its pages have: of each, the bytes over the sharers, for every page of its own. Only where
 * bodies are shared across clients is that another number than what it is charged. Bound: as removeAll, for each of its areas.
 */
export function partOf(client: usize): f64 {
  return areasPart(<usize>load<u32>(clientAreaList(client)));
}

/** The same, of a list of areas and the inodes of these. */
function areasPart(first: usize): f64 {
  let part: f64 = 0;
  for (let area = first; area; area = listNext(area)) {
    if (!areaParent(area)) part += areasPart(<usize>load<u32>(areaInodes(area)));
    if (areaPages(area))
      part += areaSpan(area) <= <u64>directoryCount() ? visitRanges(area, false) : visitAll(area, false);
  }
  return part;
}

/** Peaks begin anew with what is kept now. */
export function engineResetPeaks(): void {
  statSet(STAT_PEAK_PAGES, statGet(STAT_STORED_PAGES));
  statSet(STAT_PEAK_LIVE_BYTES, liveBytes());
}

/** Brings the gauges up to date that are computed, not kept. */
export function statsRefresh(): void {
  statSet(STAT_USED_BYTES, occupiedBytes());
  statSet(STAT_RESERVED_BYTES, <u64>memory.size() * WASM_PAGE_BYTES);
  statSet(STAT_METADATA_BYTES, frameBytes());
  statSet(STAT_SLAB_BYTES, <u64>slabCount() * stockBlockBytes());
  statSet(STAT_LIVE_BYTES, liveBytes());
  statSet(STAT_AREAS, areaCount());
  statSet(STAT_DENSE_BODIES, denseBodies());
  statSet(STAT_DICTIONARY_BYTES, <u64>dictionaryBlocks() * stockBlockBytes());
  statSet(STAT_EPHEMERAL_PAGES, orderPagesSum());
  statSet(STAT_EPHEMERAL_BYTES, orderBytesSum());
}
