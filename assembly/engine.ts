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
  areaAdd,
  areaClose,
  areaCount,
  areaDrop,
  areaHighest,
  areaIsOpen,
  areaLowest,
  areaPages,
  areaScope,
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
  entryOffset,
  entrySetBody,
} from "./directory";
import { frameBytes } from "./frames";
import { hashInit, pageHash, pageSum } from "./hash";
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
  SLACK_BYTES,
  STAT_AREA_INVALIDATED,
  STAT_AREAS,
  STAT_BODIES,
  STAT_COLLISIONS,
  STAT_COMPRESSED_BYTES,
  STAT_DAMAGED,
  STAT_DUPLICATE_PAGES,
  STAT_ENCODED_BYTES,
  STAT_FILL_PAGES,
  STAT_INVALIDATED,
  STAT_LIVE_BYTES,
  STAT_LOADS,
  STAT_METADATA_BYTES,
  STAT_MISSES,
  STAT_MOVED_IN,
  STAT_MOVED_OUT,
  STAT_OVERWRITTEN,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
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
  CONTROL_ACCEPT,
  CONTROL_FLAGS,
  CONTROL_FULL,
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
import { statAdd, statSet, statSubtract } from "./stats";
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
  const first = (duplicateGround + (tops << 2) + LINE_BYTES - 1) & ~(<usize>LINE_BYTES - 1);

  stockInit(first, pageBytes, limitWasmPages);
  if (!stockReach(first + blockBytesFor(pageBytes))) return false;
  hashInit(seed);
  slabInit(pageBytes, blockBytesFor(pageBytes));
  nurseryInit(pageBytes);
  if (!directoryInit(directoryGround, tops)) return false;
  if (!bodiesInit(duplicateGround, tops)) return false;
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

// ── store ──────────────────────────────────────────────────────────────────────────────────────────────

/** Keeps the page of `bytes` bytes at `page`, or says why not. Either way no older copy is left (laws 1, 3, 5). */
export function storePage(area: usize, offset: u32, page: usize, bytes: u32): Status {
  statAdd(STAT_STORES, 1);
  if (!areaIsOpen(area)) return refuse(Status.CLOSED, STAT_REFUSED_CLOSED);

  const old = directoryFind(area, offset);
  if (old) {
    removePage(old);
    statAdd(STAT_OVERWRITTEN, 1);
  }
  // What the rest needs is had beforehand, so that nothing has to be undone (law 14).
  if (!tableReserve() || !bodyReserve()) return refuse(Status.FULL, STAT_REFUSED_FULL);

  if (fillDetect(page, bytes)) return admit(area, offset, bytes, fillBody(fillPattern(page, bytes), bytes));

  if (nurseryTakes() && !load<u32>(CONTROL_FULL)) {
    const young = keepYoung(area, offset, page, bytes);
    if (young) return admit(area, offset, bytes, young);
  }

  const hash = pageHash(page, bytes, areaScope(area));
  if (flag(FLAG_DEDUPE)) {
    const twin = duplicateOf(hash, page, bytes);
    if (twin) return admit(area, offset, bytes, twin);
  }
  // Before compressing, not after (law 16): without room the work would be thrown away.
  if (load<u32>(CONTROL_FULL)) return refuse(Status.FULL, STAT_REFUSED_FULL);

  const trimmed = trimmedBytes(page, bytes);
  const encoded = flag(FLAG_COMPRESS) ? encodePage(page, trimmed) : 0;
  const poor = !encoded && isPoor(trimmed, bytes);
  if (poor && flag(FLAG_COMPRESS) && flag(FLAG_REFUSE_POOR)) return refuse(Status.POOR, STAT_REFUSED_POOR);
  const body = encoded
    ? keepBytes(hash, Codec.LZ4, bytes, encoded, SCRATCH_PTR, flag(FLAG_DEDUPE))
    : keepBytes(hash, Codec.RAW, bytes, trimmed, page, flag(FLAG_DEDUPE));
  if (!body) {
    store<u32>(CONTROL_FULL, 1);
    return refuse(Status.FULL, STAT_REFUSED_FULL);
  }
  return admit(area, offset, bytes, body);
}

/** A body of the `stored` bytes at `at`, or 0 when there is no place for them. bodyReserve has answered true. */
function keepBytes(key: u64, codec: Codec, raw: u32, stored: u32, at: usize, indexed: bool): usize {
  const place = placeFor(stored);
  if (!place) return 0;
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

function admit(area: usize, offset: u32, bytes: u32, body: usize): Status {
  enter(area, offset, bytes, body);
  statAdd(STAT_SUCC_STORES, 1);
  wipeScratch();
  return Status.STORED;
}

/** Enters the page under its key. Its share of the body is already counted. */
function enter(area: usize, offset: u32, bytes: u32, body: usize): void {
  directoryInsert(area, offset, body);
  areaAdd(area, offset);
  statAdd(STAT_STORED_PAGES, 1);
  statAdd(STAT_RAW_BYTES, bytes);
}

function isPoor(stored: u32, raw: u32): bool {
  return stored > raw - (raw >> WORTHWHILE_SHIFT);
}

// ── the nursery ────────────────────────────────────────────────────────────────────────────────────────
// A page that dies young is worth neither a hash nor an encoding. So a new page may wait as it is, and gets both when it
// leaves the queue: because a younger one needs its slot, or because there is time. Meanwhile it is a RAW body that nobody
// shares, whose key is a sum of its bytes.

/** Whether new pages wait: not when poor ones must be refused, for that is known only when they have been encoded. */
function nurseryTakes(): bool {
  return nurseryIsOn() && flag(FLAG_COMPRESS) && !flag(FLAG_REFUSE_POOR);
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
  const twin = flag(FLAG_DEDUPE) ? duplicateOf(hash, slot, bytes) : 0;
  if (twin) {
    entrySetBody(directoryFind(nurseryArea(slot), nurseryOffset(slot)), twin);
    uncountBody(bytes, bytes, false);
    bodyUnshare(body);
    bodyDestroy(body);
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
  if (slabFreeSum() > slabCount() * (stockBlockBytes() / SPARE_PART) + SPARE_BLOCKS * stockBlockBytes())
    compactStep();
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
  if (exclusive) {
    removePage(entry);
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
  removePage(entry);
  statAdd(STAT_INVALIDATED, 1);
  return true;
}

/** Drops every page of the area and closes it (law 11). Answers how many there were. */
export function invalidateArea(area: usize): u32 {
  if (!areaIsOpen(area)) return 0;
  const pages = areaPages(area);
  if (pages) {
    // Two ways to find them: ask for each offset of the area's span, or look at every entry of the arena.
    const span = <u64>areaHighest(area) - <u64>areaLowest(area) + 1;
    if (span <= <u64>directoryCount()) removeSpan(area);
    else removeByWalk(area);
  }
  areaClose(area);
  statAdd(STAT_AREA_INVALIDATED, pages);
  return pages;
}

/** Bound: the span of the area's offsets. */
function removeSpan(area: usize): void {
  let offset = areaLowest(area);
  while (areaPages(area)) {
    const entry = directoryFind(area, offset);
    if (entry) removePage(entry);
    offset += 1;
  }
}

/** Bound: all entries of the arena, and a bucket again for each page removed from it. */
function removeByWalk(area: usize): void {
  let bucket: u32 = 0;
  while (areaPages(area)) {
    const entry = entryOfArea(bucket, area);
    // A removal moves other entries of its bucket, so the bucket is looked at anew.
    if (entry) removePage(entry);
    else bucket += 1;
  }
  assert(bucket < directoryBuckets());
}

function entryOfArea(bucket: u32, area: usize): usize {
  for (let line = directoryLine(bucket); line; line = directoryLineNext(line)) {
    let i: u32 = 0;
    let entry = directoryEntry(line, 0);
    while (entry) {
      if (entryArea(entry) == area) return entry;
      i += 1;
      entry = directoryEntry(line, i);
    }
  }
  return 0;
}

/** Takes a page out of everything that knows it. The caller counts why. */
function removePage(entry: usize): void {
  const body = entryBody(entry);
  const bytes = bodyRaw(body);
  areaDrop(entryArea(entry));
  directoryRemove(entry);
  statSubtract(STAT_STORED_PAGES, 1);
  statSubtract(STAT_RAW_BYTES, bytes);

  const filled = bodyCodec(body) == Codec.FILL;
  if (filled) statSubtract(STAT_FILL_PAGES, 1);
  if (bodyUnshare(body)) {
    if (!filled) statSubtract(STAT_DUPLICATE_PAGES, 1);
    return;
  }
  if (!filled) freeBody(body);
  bodyDestroy(body);
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
): bool {
  if (!tableReserve() || !bodyReserve()) return false;
  let body: usize = 0;
  if (codec == Codec.FILL) {
    body = fillBody(key, raw);
  } else {
    if (indexed) body = twinOf(key, codec, raw, stored, at);
    if (!body) body = keepBytes(key, codec, raw, stored, at, indexed);
    if (!body) return false;
  }
  enter(area, offset, raw, body);
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

/** Forgets a page that another arena has taken over. */
export function releasePage(area: usize, offset: u32): void {
  removePage(directoryFind(area, offset));
  statAdd(STAT_MOVED_OUT, 1);
}

/** Removes the page of a key about to be stored in another arena of the pool. True if there was one. */
export function supersedePage(area: usize, offset: u32): bool {
  const entry = areaIsOpen(area) ? directoryFind(area, offset) : 0;
  if (!entry) return false;
  removePage(entry);
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

/** Brings the gauges up to date that are computed, not kept. */
export function statsRefresh(): void {
  statSet(STAT_USED_BYTES, occupiedBytes());
  statSet(STAT_RESERVED_BYTES, <u64>memory.size() * WASM_PAGE_BYTES);
  statSet(STAT_METADATA_BYTES, frameBytes());
  statSet(STAT_SLAB_BYTES, <u64>slabCount() * stockBlockBytes());
  statSet(STAT_LIVE_BYTES, liveBytes());
  statSet(STAT_AREAS, areaCount());
}
