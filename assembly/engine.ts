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
  bodySetPlace,
  bodyShare,
  bodyStored,
  bodyUnshare,
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
} from "./directory";
import { frameBytes } from "./frames";
import { hashInit, pageHash } from "./hash";
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
  STAT_LOADS,
  STAT_METADATA_BYTES,
  STAT_MISSES,
  STAT_OVERWRITTEN,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
  STAT_REFUSED_CLOSED,
  STAT_REFUSED_FULL,
  STAT_REFUSED_POOR,
  STAT_RESERVED_BYTES,
  STAT_SLAB_BYTES,
  STAT_SMALL,
  STAT_SQUEEZED_BYTES,
  STAT_SQUEEZES,
  STAT_STORED_PAGES,
  STAT_STORES,
  STAT_SUCC_STORES,
  STAT_TAKEN,
  STAT_USED_BYTES,
  Status,
  WASM_PAGE_BYTES,
  WINDOW_PTR,
  WINDOW_SCRATCH_AT,
  WINDOW_TABLE_AT,
} from "./layout";
import { CONTROL_FLAGS, CONTROL_FULL, CONTROL_PAGE_BYTES, CONTROL_SINK, Codec } from "./records";
import {
  holeBytes,
  slabClose,
  slabCount,
  slabFree,
  slabHoles,
  slabInit,
  slabIsEmpty,
  slabOpen,
  slabSparsest,
  slabSqueezed,
  slabTop,
  slotBytes,
  slotFirst,
  slotGive,
  slotMove,
  slotOwner,
  slotSetOwner,
  slotTake,
} from "./slab";
import { statAdd, statSet, statSubtract } from "./stats";
import {
  blockBytesFor,
  stockBlockBytes,
  stockBlockOf,
  stockFixedBytes,
  stockGive,
  stockHandedCount,
  stockInit,
  stockReach,
  stockTake,
} from "./stock";
import { tableReserve, tableTopCount } from "./table";

const SCRATCH_PTR: usize = WINDOW_PTR + WINDOW_SCRATCH_AT;
const TABLE_PTR: usize = WINDOW_PTR + WINDOW_TABLE_AT;

/** A page that saves less than 1 / 2^3 of itself is not worth decoding: RocksDB's and LevelDB's line as well. */
const WORTHWHILE_SHIFT: u32 = 3;
/** Holes that make a slab worth squeezing before a new block is taken: at most seven bytes move for one gained. */
const SQUEEZE_SHIFT: u32 = 3;

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

  if (fillDetect(page, bytes)) return admit(area, offset, bytes, fillBody(page, bytes));

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

  const stored = encoded ? encoded : trimmed;
  const place = placeFor(stored);
  if (!place) {
    store<u32>(CONTROL_FULL, 1);
    return refuse(Status.FULL, STAT_REFUSED_FULL);
  }
  memory.copy(place, encoded ? SCRATCH_PTR : page, stored);
  const body = bodyCreate(hash, encoded ? Codec.LZ4 : Codec.RAW, bytes, stored, place, flag(FLAG_DEDUPE));
  slotSetOwner(place, body);
  statAdd(STAT_BODIES, 1);
  statAdd(STAT_ENCODED_BYTES, bytes);
  statAdd(STAT_COMPRESSED_BYTES, stored);
  if (poor) statAdd(STAT_POOR_BODIES, 1);
  return admit(area, offset, bytes, body);
}

function refuse(status: Status, stat: u32): Status {
  statAdd(stat, 1);
  return status;
}

/** Enters the page under its key. Its share of the body is already counted. */
function admit(area: usize, offset: u32, bytes: u32, body: usize): Status {
  directoryInsert(area, offset, body);
  areaAdd(area, offset);
  statAdd(STAT_STORED_PAGES, 1);
  statAdd(STAT_RAW_BYTES, bytes);
  statAdd(STAT_SUCC_STORES, 1);
  return Status.STORED;
}

function isPoor(stored: u32, raw: u32): bool {
  return stored > raw - (raw >> WORTHWHILE_SHIFT);
}

/** Encodes into scratch. 0 when that would save less than an eighth (law 15: such a page is kept as it is). */
function encodePage(page: usize, bytes: u32): u32 {
  return encode(page, bytes, SCRATCH_PTR, bytes - (bytes >> WORTHWHILE_SHIFT), TABLE_PTR);
}

/** The body of a same-filled page: shared by all pages that repeat these eight bytes over this length. */
function fillBody(page: usize, bytes: u32): usize {
  statAdd(STAT_FILL_PAGES, 1);
  const pattern = fillPattern(page, bytes);
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
 * A place for `bytes` bytes, or 0. In this order: the tail of a slab; the holes of a slab, if they are many; a new
 * slab; the holes of a slab, however few.
 */
function placeFor(bytes: u32): usize {
  let place = slotTake(bytes);
  if (place) return place;
  const sparsest = slabSparsest();
  const promising = sparsest != 0 && slabFree(sparsest) >= slotBytes(bytes);
  if (promising && slabHoles(sparsest) >= stockBlockBytes() >> SQUEEZE_SHIFT) {
    squeeze(sparsest);
    place = slotTake(bytes);
    if (place) return place;
  }
  const block = stockTake();
  if (block) {
    slabOpen(block);
    return slotTake(bytes);
  }
  if (!promising) return 0;
  squeeze(sparsest);
  return slotTake(bytes);
}

/** Moves the bodies of a slab together. Bound: one block of bytes, 65,664 for pages of 4 KiB. */
function squeeze(slab: usize): void {
  const top = slabTop(slab);
  let from = slotFirst(slab);
  let to = from;
  while (from < top) {
    const body = slotOwner(from);
    if (!body) {
      from += holeBytes(from);
      continue;
    }
    const bytes = bodyStored(body);
    if (to != from) {
      bodySetPlace(body, slotMove(from, to, bytes));
      statAdd(STAT_SQUEEZED_BYTES, bytes);
    }
    from += slotBytes(bytes);
    to += slotBytes(bytes);
  }
  assert(from == top);
  slabSqueezed(slab, to);
  statAdd(STAT_SQUEEZES, 1);
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
  if (
    flag(FLAG_VERIFY) &&
    bodyCodec(body) != Codec.FILL &&
    pageHash(page, bytes, areaScope(area)) != bodyKey(body)
  ) {
    return refuse(Status.DAMAGED, STAT_DAMAGED);
  }
  if (exclusive) {
    removePage(entry);
    statAdd(STAT_TAKEN, 1);
  }
  statAdd(STAT_LOADS, 1);
  return <i32>bytes;
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
  if (!filled) freeBytes(body);
  bodyDestroy(body);
}

function freeBytes(body: usize): void {
  const place = bodyPlace(body);
  const stored = bodyStored(body);
  const raw = bodyRaw(body);
  statSubtract(STAT_BODIES, 1);
  statSubtract(STAT_ENCODED_BYTES, raw);
  statSubtract(STAT_COMPRESSED_BYTES, stored);
  if (isPoor(stored, raw)) statSubtract(STAT_POOR_BODIES, 1);
  const slab = stockBlockOf(place);
  slotGive(slab, place, stored);
  if (slabIsEmpty(slab)) {
    slabClose(slab);
    stockGive(slab);
  }
  store<u32>(CONTROL_FULL, 0);
}

// ── statistics ─────────────────────────────────────────────────────────────────────────────────────────

/** Brings the gauges up to date that are computed, not kept. */
export function statsRefresh(): void {
  statSet(STAT_USED_BYTES, stockFixedBytes() + <u64>stockHandedCount() * stockBlockBytes());
  statSet(STAT_RESERVED_BYTES, <u64>memory.size() * WASM_PAGE_BYTES);
  statSet(STAT_METADATA_BYTES, frameBytes());
  statSet(STAT_SLAB_BYTES, <u64>slabCount() * stockBlockBytes());
  statSet(STAT_AREAS, areaCount());
}
