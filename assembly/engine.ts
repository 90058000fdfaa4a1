/**
 * engine.ts - every decision about a page.
 *
 * Owns:   CONTROL's settings, and the order in which things happen. No region of its own.
 * Keeps:  the laws of the contract; each way out of an operation counts one outcome.
 * Called: index.ts, one call per operation. Calls: everything below; the only file that brings the owners together
 *         (audit.ts looks at all of them too, and changes nothing).
 * Cost:   a store is one hash and one encode; a load one decode and one hash.
 *
 * To follow one page read storePage, then loadPage.
 */

import {
  areaAccount,
  areaAdd,
  areaClose,
  areaCount,
  areaDrop,
  areaHighest,
  areaIsOpen,
  areaLowest,
  areaOpen,
  areaPages,
  areaParent,
  areaScope,
  areaSetAccount,
  areaSetNumber,
} from "./areas";
import {
  bodiesInit,
  bodyCodec,
  bodyCreate,
  bodyDestroy,
  bodyFind,
  bodyKey,
  bodyPlace,
  bodyRaw,
  bodyRefs,
  bodyReserve,
  bodySettle,
  bodySetYoung,
  bodyShare,
  bodyStored,
  bodyUnshare,
  bodyYoung,
} from "./bodies";
import { bytesEqual, trimmedBytes } from "./bytes";
import { SPEC } from "./check";
import {
  clientCap,
  clientCharge,
  clientCharged,
  clientClose,
  clientCountAreas,
  clientCountPages,
  clientEvicted,
  clientNumbered,
  clientOpen,
  clientOrder,
  clientPages,
  clientRelieve,
  clientResetPeaks,
  clientRoom,
  clientSetCap,
  clientSetOrder,
} from "./clients";
import { decode } from "./codec/decode";
import { encode } from "./codec/encode";
import { fillDetect, fillExpand, fillPattern } from "./codec/fill";
import {
  directoryBuckets,
  directoryCount,
  directoryEntry,
  directoryFind,
  directoryInit,
  directoryInsert,
  directoryLine,
  directoryLineNext,
  directoryRemove,
  entryArea,
  entryBody,
  entryFor,
  entryNode,
  entryOffset,
  entrySetBody,
} from "./directory";
import { frameBytes } from "./frames";
import { hashInit, pageHash, pageSum } from "./hash";
import { inodeClose, inodeFind, inodeOpen, inodesInit } from "./inodes";
import {
  CONTROL_PTR,
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_EVICT,
  FLAG_REFUSE_POOR,
  FLAG_VERIFY,
  LINE_BYTES,
  MEMORY_WASM_PAGES_MAX,
  PAGE_BYTES_MAX,
  PAGE_BYTES_MIN,
  SLACK_BYTES,
  STAT_AREA_INVALIDATED,
  STAT_AREAS,
  STAT_BODIES,
  STAT_COLLISIONS,
  STAT_COMPRESSED_BYTES,
  STAT_DAMAGED,
  STAT_DUPLICATE_PAGES,
  STAT_ENCODED_BYTES,
  STAT_EPHEMERAL_BYTES,
  STAT_EPHEMERAL_PAGES,
  STAT_EVICTED,
  STAT_EVICTED_BYTES,
  STAT_FILL_PAGES,
  STAT_INVALIDATED,
  STAT_LIVE_BYTES,
  STAT_LOADS,
  STAT_METADATA_BYTES,
  STAT_MISSES,
  STAT_MOVED_IN,
  STAT_MOVED_OUT,
  STAT_OVERWRITTEN,
  STAT_PEAK_LIVE_BYTES,
  STAT_PEAK_PAGES,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
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
  STAT_YOUNG_PAGES,
  Status,
  WASM_PAGE_BYTES,
  WINDOW_PTR,
  WINDOW_SCRATCH_AT,
  WINDOW_TABLE_AT,
} from "./layout";
import { compactStep, wipe } from "./mover";
import {
  nurseryArea,
  nurseryBody,
  nurseryFreeBytes,
  nurseryGive,
  nurseryInit,
  nurseryIsFull,
  nurseryIsOn,
  nurseryOffset,
  nurseryOldest,
  nurserySetBody,
  nurserySetCapacity,
  nurseryTake,
  nurseryTrim,
} from "./nursery";
import {
  ACCESSED,
  FROM_MAIN,
  Leave,
  nodeArea,
  nodeLane,
  nodeOffset,
  nodeReserve,
  orderBytesSum,
  orderChoose,
  orderClose,
  orderInsert,
  orderOpen,
  orderPages,
  orderPagesSum,
  orderPressed,
  orderRemove,
  orderSetWeight,
  orderTouch,
  orderVictim,
} from "./order";
import {
  CONTROL_ACCEPT,
  CONTROL_FLAGS,
  CONTROL_FULL,
  CONTROL_HELD,
  CONTROL_PAGE_BYTES,
  CONTROL_SINK,
  Codec,
} from "./records";
import {
  slabClose,
  slabCount,
  slabFreeSum,
  slabInit,
  slabIsEmpty,
  slabOpen,
  slotBytes,
  slotGive,
  slotSetOwner,
  slotTake,
} from "./slab";
import { statAdd, statGet, statRaise, statSet, statSubtract } from "./stats";
import {
  blockBytesFor,
  stockBlockBytes,
  stockBlockOf,
  stockFixedBytes,
  stockFreeBytes,
  stockGive,
  stockHandedCount,
  stockInit,
  stockReach,
  stockSetLimit,
  stockTake,
} from "./stock";
import { tableReserve, tableTopCount } from "./table";

const SCRATCH_PTR: usize = WINDOW_PTR + WINDOW_SCRATCH_AT;
const TABLE_PTR: usize = WINDOW_PTR + WINDOW_TABLE_AT;

/** A page that saves less than 1 / 2^3 of itself is not worth decoding: RocksDB's and LevelDB's line as well. */
const WORTHWHILE_SHIFT: u32 = 3;
/**
 * A store compacts one step when more than a 24th of all slabs, and two blocks, is free in them. Under random overwriting
 * that moves some eight bytes for each one stored (ARCHITECTURE.md, "Slabs").
 */
const SPARE_PART: u32 = 24;
const SPARE_BLOCKS: u32 = 2;
/** Part of all slabs that is kept free while ephemeral pages go for each page that comes. */
const EVICT_PART: u32 = 32;
/** Blocks' worth of free bytes in slabs that make it likely that compaction frees a whole one. */
const BLOCK_SPARE: u32 = 3;
/** What an ephemeral page is charged beside its body: entry, records and its part of tables. */
const PAGE_OVERHEAD: u32 = 72;
/** Steps of compaction that a store may ask for when nothing else gives it a place: four blocks of bytes. */
const PLACE_STEPS: u32 = 4;

// ── life ───────────────────────────────────────────────────────────────────────────────────────────────

/** Prepares the arena. False when the limit has no room for the fixed regions and a first block. */
export function engineInit(pageBytes: u32, limitWasmPages: u32, flags: u32, seed: u64): bool {
  assert(load<u32>(CONTROL_PAGE_BYTES) == 0);
  assert(SPEC || __heap_base <= CONTROL_PTR);
  assert(pageBytes >= PAGE_BYTES_MIN && pageBytes <= PAGE_BYTES_MAX && popcnt<u32>(pageBytes) == 1);
  assert(limitWasmPages <= MEMORY_WASM_PAGES_MAX);

  const tops = tableTopCount(limitWasmPages * WASM_PAGE_BYTES);
  const directoryGround = SCRATCH_PTR + pageBytes + SLACK_BYTES;
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
  if (freeBytes() >= max(acceptBytes, slotBytes(load<u32>(CONTROL_PAGE_BYTES)))) store<u32>(CONTROL_FULL, 0);
}

export function engineIsFull(): bool {
  return load<u32>(CONTROL_FULL) != 0;
}

/** Bytes in which bodies could be put if all of them lay together. */
function freeBytes(): u32 {
  return stockFreeBytes() + slabFreeSum() + nurseryFreeBytes();
}

function flag(bit: u32): bool {
  return (load<u32>(CONTROL_FLAGS) & bit) != 0;
}

// ── clients and their areas ────────────────────────────────────────────────────────────────────────────

/**
 * The account of a client, opened if need be; 0 when there is no memory for it. `weight` 0 stands for a client whose pages
 * persist; what another one has here is ephemeral.
 */
export function engineOpenClient(number: u32, weight: u32): usize {
  let client = clientNumbered(number);
  if (!client) client = clientOpen(number);
  if (!client) return 0;
  if (weight && !clientOrder(client)) {
    const order = orderOpen(client, weight);
    if (!order) return 0;
    clientSetOrder(client, order);
  }
  return client;
}

/** Changes what bounds a client: its weight against others with ephemeral pages, and the bytes that its bodies may have. */
export function engineSetClient(number: u32, weight: u32, cap: u32): void {
  const client = clientNumbered(number);
  if (!client) return;
  if (clientOrder(client)) orderSetWeight(clientOrder(client), weight);
  clientSetCap(client, cap);
}

/** Forgets a client that has no area left. */
export function engineCloseClient(number: u32): void {
  const client = clientNumbered(number);
  if (!client) return;
  assert(clientPages(client) == 0);
  if (clientOrder(client)) orderClose(clientOrder(client));
  clientClose(client);
}

/** Opens an area of a client under a number that is free. False when there is no memory. */
export function openArea(number: u32, clientNumber: u32, type: u32, scope: u32): bool {
  const client = clientNumber ? engineOpenClient(clientNumber, 0) : 0;
  if (clientNumber && !client) return false;
  const area = areaOpen(clientNumber, type, scope);
  if (!area) return false;
  if (!areaSetNumber(area, number)) {
    areaClose(area);
    return false;
  }
  areaSetAccount(area, client);
  if (client) clientCountAreas(client, 1);
  return true;
}

function closeArea(area: usize): void {
  const account = areaAccount(area);
  if (account) clientCountAreas(account, -1);
  areaClose(area);
}

// ── store ──────────────────────────────────────────────────────────────────────────────────────────────

/** Keeps the page of `bytes` bytes at `page`, or says why not. Either way no older copy is left (laws 1, 3, 5). */
export function storePage(area: usize, offset: u32, page: usize, bytes: u32): Status {
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
  // What the rest needs is had beforehand, so that nothing has to be undone (law 14).
  if (!reserve(order != 0)) return refuse(Status.FULL, STAT_REFUSED_FULL);
  if (order && !choice) choice = orderChoose(order, area, offset);

  if (fillDetect(page, bytes)) {
    return admit(area, offset, bytes, fillBody(fillPattern(page, bytes), bytes), choice);
  }

  if (nurseryTakes(area) && !load<u32>(CONTROL_FULL) && makeDue(area, bytes)) {
    const young = keepYoung(area, offset, page, bytes);
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

  const trimmed = trimmedBytes(page, bytes);
  const encoded = flag(FLAG_COMPRESS) ? encodePage(page, trimmed) : 0;
  const poor = !encoded && isPoor(trimmed, bytes);
  if (poor && flag(FLAG_COMPRESS) && flag(FLAG_REFUSE_POOR)) return refuse(Status.POOR, STAT_REFUSED_POOR);
  const stored = encoded ? encoded : trimmed;
  if (!makeDue(area, stored)) return refuse(Status.CAPPED, STAT_REFUSED_CAPPED);
  const place = makePlace(stored, order, (choice & FROM_MAIN) != 0);
  if (!place) {
    store<u32>(CONTROL_FULL, 1);
    return refuse(Status.FULL, STAT_REFUSED_FULL);
  }
  const body = encoded
    ? keepBytes(hash, Codec.LZ4, bytes, stored, SCRATCH_PTR, place, flag(FLAG_DEDUPE))
    : keepBytes(hash, Codec.RAW, bytes, stored, page, place, flag(FLAG_DEDUPE));
  if (areaScope(area)) charge(area, stored);
  return admit(area, offset, bytes, body, choice);
}

/** A page that is stored again was in use; it keeps its queue. */
function useAgain(order: usize, node: usize): u32 {
  orderTouch(order, node);
  return nodeLane(node) | ACCESSED;
}

/** True when the records that a store might need are at hand. Ephemeral pages go for them if they must. */
function reserve(ephemeral: bool): bool {
  if (reserveRecords(ephemeral)) return true;
  return makeBlock() && reserveRecords(ephemeral);
}

function reserveRecords(ephemeral: bool): bool {
  return tableReserve() && bodyReserve() && (!ephemeral || nodeReserve());
}

/** A body of the `stored` bytes at `at`, kept at `place`. bodyReserve has answered true. */
function keepBytes(
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  at: usize,
  place: usize,
  indexed: bool,
): usize {
  memory.copy(place, at, stored);
  const body = bodyCreate(key, codec, raw, stored, place, indexed);
  slotSetOwner(place, body);
  countBody(raw, stored, true);
  return body;
}

function refuse(status: Status, stat: u32): Status {
  statAdd(stat, 1);
  wipeScratch();
  return status;
}

/** A body on its way, or a page that was compared, leaves nothing behind. */
function wipeScratch(): void {
  wipe(SCRATCH_PTR, load<u32>(CONTROL_PAGE_BYTES) + SLACK_BYTES);
}

function admit(area: usize, offset: u32, bytes: u32, body: usize, choice: u32): Status {
  enter(area, offset, bytes, body, choice);
  statAdd(STAT_SUCC_STORES, 1);
  wipeScratch();
  return Status.STORED;
}

/**
 * Enters the page under its key; `choice` says where in its client's order, if it is ephemeral. Its share of the body is
 * already counted.
 */
function enter(area: usize, offset: u32, bytes: u32, body: usize, choice: u32): void {
  const account = areaAccount(area);
  const order = clientOrder(account);
  const stored = bodyCodec(body) == Codec.FILL ? 0 : bodyStored(body);
  const holder = order
    ? entryFor(orderInsert(order, area, offset, body, PAGE_OVERHEAD + stored, choice))
    : body;
  directoryInsert(area, offset, holder);
  areaAdd(area, offset);
  if (account) clientCountPages(account, 1);
  if (!areaScope(area)) charge(area, stored);
  statAdd(STAT_STORED_PAGES, 1);
  statAdd(STAT_RAW_BYTES, bytes);
  statRaise(STAT_PEAK_PAGES, statGet(STAT_STORED_PAGES));
  statRaise(STAT_PEAK_LIVE_BYTES, liveBytes());
}

function isPoor(stored: u32, raw: u32): bool {
  return stored > raw - (raw >> WORTHWHILE_SHIFT);
}

// ── the nursery ────────────────────────────────────────────────────────────────────────────────────────
// A page that dies young is worth neither a hash nor an encoding. So a new page may wait as it is, and gets both when it
// leaves the queue: because a younger one needs its slot, or because there is time. Meanwhile it is a RAW body that nobody
// shares, whose key is a sum of its bytes.

/** Whether new pages of the area wait: not when poor ones must be refused, for that is known only when they have been encoded. */
function nurseryTakes(area: usize): bool {
  if (!nurseryIsOn() || !flag(FLAG_COMPRESS) || flag(FLAG_REFUSE_POOR)) return false;
  // Nor ephemeral ones, whose place in their order depends on what they weigh, nor those of several clients' bodies: what a
  // body weighs is known when it is encoded, and then it must be known whom to relieve.
  const account = areaAccount(area);
  return !account || (areaScope(area) != 0 && !clientOrder(account));
}

/** A young body for the page, or 0. The oldest one leaves for it if it must. */
function keepYoung(area: usize, offset: u32, page: usize, bytes: u32): usize {
  if (nurseryIsFull() && !settleOldest()) return 0;
  const slot = nurseryTake();
  if (!slot) return 0;
  memory.copy(slot, page, bytes);
  const sum = flag(FLAG_VERIFY) ? pageSum(slot, bytes) : 0;
  const body = bodyCreate(sum, Codec.RAW, bytes, bytes, slot, false);
  bodySetYoung(body);
  nurserySetBody(slot, body, area, offset);
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
    const trimmed = trimmedBytes(slot, bytes);
    const encoded = flag(FLAG_COMPRESS) ? encodePage(slot, trimmed) : 0;
    const stored = encoded ? encoded : trimmed;
    const place = placeFor(stored);
    if (!place) return false;
    memory.copy(place, encoded ? SCRATCH_PTR : slot, stored);
    slotSetOwner(place, body);
    uncountBody(bytes, bytes, false);
    bodySettle(body, hash, encoded ? Codec.LZ4 : Codec.RAW, stored, place, flag(FLAG_DEDUPE));
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

/** Pages that may wait at a time from now on. */
export function engineSetNursery(pages: u32): void {
  nurserySetCapacity(pages);
}

/** Encodes up to `count` of the pages that wait, the oldest first. Answers how many have left the nursery. */
export function settleSome(count: u32): u32 {
  let settled: u32 = 0;
  while (settled < count && settleOldest()) settled += 1;
  nurseryTrim();
  return settled;
}

/** Counts a body that keeps bytes. One that is `settled` is known to be poor or not. */
function countBody(raw: u32, stored: u32, settled: bool): void {
  statAdd(STAT_BODIES, 1);
  statAdd(STAT_ENCODED_BYTES, raw);
  statAdd(STAT_COMPRESSED_BYTES, stored);
  if (!settled) statAdd(STAT_YOUNG_PAGES, 1);
  else if (isPoor(stored, raw)) statAdd(STAT_POOR_BODIES, 1);
}

function uncountBody(raw: u32, stored: u32, settled: bool): void {
  statSubtract(STAT_BODIES, 1);
  statSubtract(STAT_ENCODED_BYTES, raw);
  statSubtract(STAT_COMPRESSED_BYTES, stored);
  if (!settled) statSubtract(STAT_YOUNG_PAGES, 1);
  else if (isPoor(stored, raw)) statSubtract(STAT_POOR_BODIES, 1);
}

// ── room ───────────────────────────────────────────────────────────────────────────────────────────────

/** Whether anything can go to make room. */
function mayEvict(): bool {
  return flag(FLAG_EVICT) && orderPagesSum() != 0;
}

/**
 * A place for `bytes` bytes, or 0; ephemeral pages go for it if they must, first those of the client that is furthest above
 * its due. `fromMain` tells which page of `order` goes first, if one of that order is to go. Bound: the ephemeral pages.
 */
function makePlace(bytes: u32, order: usize, fromMain: bool): usize {
  let first = fromMain;
  // A part of all slabs is kept free, so that bringing holes together moves few bytes for each gained; and page by page, for
  // of many that went at once a queue would lose more than its share.
  const wanted = slotBytes(bytes) + slabCount() * (stockBlockBytes() / EVICT_PART);
  let place: usize = 0;
  while (true) {
    while (freeBytes() < wanted && mayEvict()) {
      const pressed = orderPressed();
      evict(pressed, first && pressed == order);
      first = false;
    }
    place = placeFor(bytes);
    if (place || !mayEvict()) return place;
    evict(orderPressed(), false);
  }
}

/** Makes sure that the stock has a block, for records. Bound: the ephemeral pages and as many steps of compaction. */
function makeBlock(): bool {
  while (stockFreeBytes() < stockBlockBytes()) {
    if (slabFreeSum() > BLOCK_SPARE * stockBlockBytes() && compactStep()) continue;
    if (!mayEvict()) return false;
    evict(orderPressed(), false);
  }
  return true;
}

/** Lets one page of an order go. */
function evict(order: usize, fromMain: bool): void {
  const node = orderVictim(order, fromMain);
  const account = areaAccount(nodeArea(node));
  const entry = directoryFind(nodeArea(node), nodeOffset(node));
  const body = entryBody(entry);
  const bytes = bodyCodec(body) == Codec.FILL ? 0 : bodyStored(body);
  removePage(entry, Leave.EVICTED);
  clientEvicted(account, bytes);
  statAdd(STAT_EVICTED, 1);
  statAdd(STAT_EVICTED_BYTES, bytes);
}

/** Lets ephemeral pages go until `bytes` more are free, or none is left. Answers how many bytes became free. */
export function evictBytes(bytes: u32): u32 {
  const before = freeBytes();
  while (freeBytes() - before < bytes && orderPagesSum()) evict(orderPressed(), false);
  return freeBytes() - before;
}

/** Lets a client's ephemeral pages go until it is charged `bytes` less, or has none left. */
export function evictOf(number: u32, bytes: u32): void {
  const client = clientNumbered(number);
  const order = clientOrder(client);
  if (!order) return;
  const charged = clientCharged(client);
  while (orderPages(order) && charged - clientCharged(client) < bytes) evict(order, false);
}

/**
 * A client's part of the bodies that its pages have: of each, the bytes over the sharers, for every page of its own. Only where
 * bodies are shared across clients is that another number than what it is charged. Bound: all entries of the arena.
 */
export function partOf(number: u32): f64 {
  const client = clientNumbered(number);
  let part: f64 = 0;
  for (let bucket: u32 = 0; client && bucket < directoryBuckets(); bucket += 1) {
    for (let line = directoryLine(bucket); line; line = directoryLineNext(line)) {
      let i: u32 = 0;
      let entry = directoryEntry(line, 0);
      while (entry) {
        const body = entryBody(entry);
        const counts = areaAccount(entryArea(entry)) == client && bodyCodec(body) != Codec.FILL;
        if (counts) part += <f64>bodyStored(body) / <f64>bodyRefs(body);
        i += 1;
        entry = directoryEntry(line, i);
      }
    }
  }
  return part;
}

/**
 * Makes sure that the area's client may be charged `bytes` more. One with ephemeral pages loses its own for that, another is
 * refused.
 */
function makeDue(area: usize, bytes: u32): bool {
  const account = areaAccount(area);
  if (!account) return true;
  const order = clientOrder(account);
  while (clientRoom(account) < bytes) {
    if (!order || !orderPages(order) || clientCap(account) < bytes) return false;
    evict(order, false);
  }
  return true;
}

function charge(area: usize, bytes: u32): void {
  const account = areaAccount(area);
  if (account) clientCharge(account, bytes);
}

function relieve(area: usize, bytes: u32): void {
  const account = areaAccount(area);
  if (account) clientRelieve(account, bytes);
}

// ── what is kept ───────────────────────────────────────────────────────────────────────────────────────

/** Encodes into scratch. 0 when that would save less than an eighth (law 15: such a page is kept as it is). */
function encodePage(page: usize, bytes: u32): u32 {
  return encode(page, bytes, SCRATCH_PTR, bytes - (bytes >> WORTHWHILE_SHIFT), TABLE_PTR);
}

/** The body of a same-filled page: shared by all pages that repeat these eight bytes over this length. bodyReserve said yes. */
function fillBody(pattern: u64, bytes: u32): usize {
  statAdd(STAT_FILL_PAGES, 1);
  const body = bodyFind(pattern, bytes, true, 0);
  if (!body) return bodyCreate(pattern, Codec.FILL, bytes, 1, 0, true);
  bodyShare(body);
  return body;
}

/** A body with the same bytes, with one more sharer, or 0. The bytes decide: a hash only proposes. */
function duplicateOf(hash: u64, page: usize, bytes: u32): usize {
  let body = bodyFind(hash, bytes, false, 0);
  while (body) {
    if (expand(body, SCRATCH_PTR) && bytesEqual(SCRATCH_PTR, page, bytes)) {
      bodyShare(body);
      statAdd(STAT_DUPLICATE_PAGES, 1);
      return body;
    }
    statAdd(STAT_COLLISIONS, 1);
    body = bodyFind(hash, bytes, false, body);
  }
  return 0;
}

/**
 * A place for `bytes` bytes, or 0. In this order: the tail of a slab; a new slab; what a few steps of compaction bring
 * together.
 */
function placeFor(bytes: u32): usize {
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
function tidy(): void {
  const spare = slabCount() * (stockBlockBytes() / SPARE_PART) + SPARE_BLOCKS * stockBlockBytes();
  if (slabFreeSum() > spare) compactStep();
}

function placeInNewSlab(bytes: u32): usize {
  const block = stockTake();
  if (!block) return 0;
  slabOpen(block);
  return slotTake(bytes);
}

// ── file systems ───────────────────────────────────────────────────────────────────────────────────────
// A file system is an area without pages of its own; each of its inodes that has pages is an area too, found in the engine.

/** storePage, for a page of an inode. */
export function putPage(fs: usize, inode: u64, index: u32, page: usize, bytes: u32): Status {
  if (!areaIsOpen(fs)) return storePage(0, index, page, bytes);
  const area = inodeFor(fs, inode);
  if (!area) {
    statAdd(STAT_STORES, 1);
    return refuse(Status.FULL, STAT_REFUSED_FULL);
  }
  hold(area);
  const status = storePage(area, index, page, bytes);
  letGo(area);
  return status;
}

/** The area of an inode, opened if need be; 0 when there is no memory for it. */
function inodeFor(fs: usize, inode: u64): usize {
  let area = inodeFind(fs, inode);
  if (area) return area;
  if (!reserve(true)) return 0;
  area = inodeOpen(fs, inode);
  if (!area && makeBlock()) area = inodeOpen(fs, inode);
  if (area) areaSetAccount(area, areaAccount(fs));
  return area;
}

/** From here to letGo the area stays, whatever goes from it. */
function hold(area: usize): void {
  store<u32>(CONTROL_HELD, area);
}

function letGo(area: usize): void {
  store<u32>(CONTROL_HELD, 0);
  closeInode(area);
}

/** The area of an inode that has pages, or 0. */
export function inodeArea(fs: usize, inode: u64): usize {
  return areaIsOpen(fs) ? inodeFind(fs, inode) : 0;
}

/** Drops every page of an inode. Answers how many there were. */
export function invalidateInode(fs: usize, inode: u64): u32 {
  const area = inodeArea(fs, inode);
  if (!area) return 0;
  hold(area);
  const pages = removeAll(area);
  letGo(area);
  return pages;
}

/** Drops the pages of all inodes of a file system. Bound: all entries of the arena. */
function removeFs(fs: usize): u32 {
  let pages: u32 = 0;
  let bucket: u32 = 0;
  while (bucket < directoryBuckets()) {
    const entry = entryOfArea(bucket, fs, true);
    if (entry) {
      removePage(entry, Leave.FORGOTTEN);
      pages += 1;
    } else {
      bucket += 1;
    }
  }
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

/** Writes the page that a body stands for. False when the body does not decode to the right length or less. */
function expand(body: usize, page: usize): bool {
  const bytes = bodyRaw(body);
  const codec = bodyCodec(body);
  if (codec == Codec.FILL) {
    fillExpand(page, bytes, bodyKey(body));
    return true;
  }
  let produced: i32;
  if (codec == Codec.LZ4) {
    fetch(bodyPlace(body), bodyStored(body));
    produced = decode(bodyPlace(body), bodyStored(body), page, bytes);
    if (produced < 0) return false;
  } else {
    produced = <i32>bodyStored(body);
    memory.copy(page, bodyPlace(body), produced);
  }
  // The zeros with which the page ended were not kept.
  memory.fill(page + produced, 0, bytes - produced);
  return true;
}

/**
 * Reads a byte of each line of a body. A decoder asks for a line only when it has understood the one before; asked for at
 * once, lines that are not in cache arrive together. Takes 5 % off the loads of `spillway measure`, nothing off hot ones.
 */
function fetch(at: usize, bytes: u32): void {
  const end = at + bytes;
  let sum: u32 = 0;
  for (let line = at; line < end; line += LINE_BYTES) sum |= load<u8>(line);
  // Written somewhere, so that the optimiser has to read.
  store<u32>(CONTROL_SINK, sum);
}

/**
 * The first page of an area from bucket `from` on: puts its offset at `offsetAt` and answers the number of its bucket plus
 * one, or 0 when there is none.
 */
export function findPage(area: usize, from: u32, offsetAt: usize): u32 {
  for (let bucket = from; bucket < directoryBuckets(); bucket += 1) {
    const entry = entryOfArea(bucket, area, false);
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
  if (clientOrder(areaAccount(area))) {
    const more = removeFs(area);
    statAdd(STAT_AREA_INVALIDATED, more);
    pages += more;
  }
  closeArea(area);
  return pages;
}

/** Drops the area's own pages. */
function removeAll(area: usize): u32 {
  const pages = areaPages(area);
  if (!pages) return 0;
  // Two ways to find them: ask for each offset of the area's span, or look at every entry of the arena.
  const span = <u64>areaHighest(area) - <u64>areaLowest(area) + 1;
  if (span <= <u64>directoryCount()) removeSpan(area);
  else removeByWalk(area);
  statAdd(STAT_AREA_INVALIDATED, pages);
  return pages;
}

/** Bound: the span of the area's offsets. */
function removeSpan(area: usize): void {
  let offset = areaLowest(area);
  while (areaPages(area)) {
    const entry = directoryFind(area, offset);
    if (entry) removePage(entry, Leave.FORGOTTEN);
    offset += 1;
  }
}

/** Bound: all entries of the arena, and a bucket again for each page removed from it. */
function removeByWalk(area: usize): void {
  let bucket: u32 = 0;
  while (areaPages(area)) {
    const entry = entryOfArea(bucket, area, false);
    // A removal moves other entries of its bucket, so the bucket is looked at anew.
    if (entry) removePage(entry, Leave.FORGOTTEN);
    else bucket += 1;
  }
  assert(bucket < directoryBuckets());
}

/** The first entry of a bucket that belongs to the area, or, if asked for those, to one of its inodes. */
function entryOfArea(bucket: u32, area: usize, inodes: bool): usize {
  for (let line = directoryLine(bucket); line; line = directoryLineNext(line)) {
    let i: u32 = 0;
    let entry = directoryEntry(line, 0);
    while (entry) {
      const owner = entryArea(entry);
      if (owner == area || (inodes && areaParent(owner) == area)) return entry;
      i += 1;
      entry = directoryEntry(line, i);
    }
  }
  return 0;
}

/** Takes a page out of everything that knows it. The caller counts why. */
function removePage(entry: usize, how: Leave): void {
  const body = entryBody(entry);
  const area = entryArea(entry);
  const account = areaAccount(area);
  const filled = bodyCodec(body) == Codec.FILL;
  const stored = filled ? 0 : bodyStored(body);
  const node = entryNode(entry);
  if (node) orderRemove(clientOrder(account), node, how);
  if (account) clientCountPages(account, -1);
  areaDrop(area);
  directoryRemove(entry);
  statSubtract(STAT_STORED_PAGES, 1);
  statSubtract(STAT_RAW_BYTES, bodyRaw(body));
  // Bodies that several clients may share are charged to each sharer, others once.
  const left = unshare(body);
  if (!areaScope(area) || !left) relieve(area, stored);
  if (areaParent(area)) closeInode(area);
}

/** An inode without pages is forgotten, unless the operation under way works on it. */
function closeInode(area: usize): void {
  if (!areaPages(area) && <usize>load<u32>(CONTROL_HELD) != area) inodeClose(area);
}

/** Takes a sharer off a body, and frees it after the last. Answers how many are left. */
function unshare(body: usize): u32 {
  const filled = bodyCodec(body) == Codec.FILL;
  if (filled) statSubtract(STAT_FILL_PAGES, 1);
  const left = bodyUnshare(body);
  if (left) {
    if (!filled) statSubtract(STAT_DUPLICATE_PAGES, 1);
    return left;
  }
  if (!filled) freeBody(body);
  bodyDestroy(body);
  return 0;
}

function freeBody(body: usize): void {
  const place = bodyPlace(body);
  const stored = bodyStored(body);
  uncountBody(bodyRaw(body), stored, !bodyYoung(body));
  wipe(place, stored);
  if (bodyYoung(body)) {
    nurseryGive(place);
  } else {
    const slab = stockBlockOf(place);
    slotGive(slab, place, stored);
    if (slabIsEmpty(slab)) {
      slabClose(slab);
      stockGive(slab);
    }
  }
  if (load<u32>(CONTROL_FULL) && freeBytes() >= load<u32>(CONTROL_ACCEPT)) store<u32>(CONTROL_FULL, 0);
}

// ── from arena to arena ────────────────────────────────────────────────────────────────────────────────

/**
 * Takes over a page whose body another arena of the pool has made: `key` is its hash there and here, `at` its `stored`
 * bytes. False when there is no room; nothing has happened then. The key is not in the directory.
 */
export function adoptPage(
  area: usize,
  offset: u32,
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  at: usize,
  indexed: bool,
  choice: u32 = 0,
): bool {
  if (!reserveRecords(choice != 0)) return false;
  let body: usize = 0;
  if (codec == Codec.FILL) {
    body = fillBody(key, raw);
  } else {
    if (indexed) body = twinOf(key, codec, raw, stored, at);
    if (!body) {
      const place = placeFor(stored);
      if (!place) return false;
      body = keepBytes(key, codec, raw, stored, at, place, indexed);
      if (areaScope(area)) charge(area, stored);
    }
  }
  enter(area, offset, raw, body, choice);
  statAdd(STAT_MOVED_IN, 1);
  return true;
}

/** A body with the same key and the same bytes kept, with one more sharer, or 0. */
function twinOf(key: u64, codec: Codec, raw: u32, stored: u32, at: usize): usize {
  let body = bodyFind(key, raw, false, 0);
  while (body) {
    const alike = bodyCodec(body) == codec && bodyStored(body) == stored;
    if (alike && bytesEqual(bodyPlace(body), at, stored)) {
      bodyShare(body);
      statAdd(STAT_DUPLICATE_PAGES, 1);
      return body;
    }
    body = bodyFind(key, raw, false, body);
  }
  return 0;
}

/** adoptPage, for a page of an inode. */
export function adoptInodePage(
  fs: usize,
  inode: u64,
  index: u32,
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  at: usize,
  indexed: bool,
  choice: u32,
): bool {
  const area = inodeFor(fs, inode);
  if (!area) return false;
  hold(area);
  const adopted = adoptPage(area, index, key, codec, raw, stored, at, indexed, choice);
  letGo(area);
  return adopted;
}

/** Forgets a page that another arena has taken over. */
export function releasePage(area: usize, offset: u32): void {
  removePage(directoryFind(area, offset), Leave.FORGOTTEN);
  statAdd(STAT_MOVED_OUT, 1);
}

/** Removes the page of a key about to be stored in another arena of the pool. True if there was one. */
export function supersedePage(area: usize, offset: u32): bool {
  const entry = areaIsOpen(area) ? directoryFind(area, offset) : 0;
  if (!entry) return false;
  removePage(entry, Leave.FORGOTTEN);
  statAdd(STAT_OVERWRITTEN, 1);
  // Stores to come go elsewhere, so this one pays for the hole it leaves.
  tidy();
  return true;
}

/** Bytes of everything that is in use: what is occupied, less what is free inside slabs and nursery. */
export function liveBytes(): u32 {
  return occupiedBytes() - slabFreeSum() - nurseryFreeBytes();
}

function occupiedBytes(): u32 {
  return stockFixedBytes() + stockHandedCount() * stockBlockBytes();
}

// ── statistics ─────────────────────────────────────────────────────────────────────────────────────────

/** Peaks begin anew with what is kept now. */
export function engineResetPeaks(): void {
  statSet(STAT_PEAK_PAGES, statGet(STAT_STORED_PAGES));
  statSet(STAT_PEAK_LIVE_BYTES, liveBytes());
}

/** The same for a client. */
export function engineResetClientPeaks(number: u32): void {
  const client = clientNumbered(number);
  if (client) clientResetPeaks(client);
}

/** Brings the gauges up to date that are computed, not kept. */
export function statsRefresh(): void {
  statSet(STAT_USED_BYTES, occupiedBytes());
  statSet(STAT_RESERVED_BYTES, <u64>memory.size() * WASM_PAGE_BYTES);
  statSet(STAT_METADATA_BYTES, frameBytes());
  statSet(STAT_SLAB_BYTES, <u64>slabCount() * stockBlockBytes());
  statSet(STAT_LIVE_BYTES, liveBytes());
  statSet(STAT_AREAS, areaCount());
  statSet(STAT_EPHEMERAL_PAGES, orderPagesSum());
  statSet(STAT_EPHEMERAL_BYTES, orderBytesSum());
}
