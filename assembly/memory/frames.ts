/**
 * frames.ts - frames of 4 KiB, cut from blocks, and records of one size, cut from frames.
 *
 * Owns:   the blocks cut into frames, and the headers of frames that hold records; FRAMES_CONTROL and
 *         LOOSE_REST; for each kind of record the roots at its `kind` address.
 * Keeps:  live + free == what the units of a root have room for. A unit without a live item goes back: a
 *         block to the stock, a frame to its block. A record never moves by itself (gather.ts moves some).
 * Cost:   take and give touch the item, the header of its unit, and the roots; no search.
 *
 * Blocks and frames are both units, cut into items: a block into frames, a frame into records. A root lists
 * its units. Full units stand at the end of the list. The first of the others is filled until it is full,
 * then the next. A unit that has room again moves to the front if it lies below the first, else behind it. So
 * low memory fills up and high memory becomes free.
 */
import { LINE_BYTES } from "../ground/layout";
import {
  BODY_BYTES,
  BODY_RECORDS,
  FRAME_BYTES,
  FRAME_HEADER_BYTES,
  FRAMES_CONTROL,
  FREE_LINK_AT,
  LINE_RECORDS,
  LINES_RESERVED,
  LOOSE_REST,
  NODE_BYTES,
  NODE_RECORDS,
} from "../ground/records";
import { stockBlockBytes, stockBlockOf, stockGive, stockTake } from "./blocks";

/**
 *   roots:   first unit u32 │ last u32 │ live items u32 │ free u32 │ bytes of a record u32
 *   Those of frames stand at FRAMES_CONTROL and have no fifth word, those of a kind of records at `kind`.
 */
const FIRST_AT: usize = 0;
const LAST_AT: usize = 4;
const LIVE_AT: usize = 8;
const FREE_AT: usize = 12;
const BYTES_AT: usize = 16;

/**
 *   header of a unit, in the first 24 of its 64 bytes, or of the 128 that a block has beside its frames:
 *   next unit u32 │ previous u32 │ free item u32 │ next uncut item u32 │ end of the last whole item u32 │
 *   live items u32
 *   The second word is an address in every block, thus even: the stock knows its own blocks by that.
 */
const NEXT_AT: usize = 0;
const PREVIOUS_AT: usize = 4;
const HEAD_AT: usize = 8;
const FRESH_AT: usize = 12;
const END_AT: usize = 16;
const USED_AT: usize = 20;

if (NEXT_AT != FIRST_AT || PREVIOUS_AT != LAST_AT) ERROR("a root must look like a unit");

/** What a block has beside whole frames, whatever the size of the page: 64 + 16 * 4. */
const BLOCK_HEADER_BYTES: u32 = 128;

// ── units and their items ──────────────────────────────────────────────────────────────────────────────

/**
 * Puts a unit behind another one of its root, or in front for 0. The words of a root serve as those of a unit
 * before the first.
 */
function link(root: usize, after: usize, unit: usize): void {
  const at = after ? after : root;
  const next = <usize>load<u32>(at, NEXT_AT);
  store<u32>(unit, next, NEXT_AT);
  store<u32>(unit, after, PREVIOUS_AT);
  store<u32>(at, unit, NEXT_AT);
  store<u32>(next ? next : root, unit, PREVIOUS_AT);
}

function unlink(root: usize, unit: usize): void {
  const next = <usize>load<u32>(unit, NEXT_AT);
  const previous = <usize>load<u32>(unit, PREVIOUS_AT);
  store<u32>(previous ? previous : root, next, NEXT_AT);
  store<u32>(next ? next : root, previous, PREVIOUS_AT);
}

function isFull(unit: usize): bool {
  return !load<u32>(unit, HEAD_AT) && load<u32>(unit, FRESH_AT) == load<u32>(unit, END_AT);
}

/** Makes `room` bytes behind the header of an unused unit items of `bytes` bytes, the first to be taken. */
function unitOpen(root: usize, unit: usize, header: u32, room: u32, bytes: u32): void {
  const items = room / bytes;
  store<u32>(unit, 0, HEAD_AT);
  store<u32>(unit, unit + header, FRESH_AT);
  store<u32>(unit, unit + header + items * bytes, END_AT);
  store<u32>(unit, 0, USED_AT);
  store<u32>(root, load<u32>(root, FREE_AT) + items, FREE_AT);
  link(root, 0, unit);
}

/**
 * An item of `bytes` bytes of the first unit, which has one. The bytes of the item are whatever they were.
 */
function itemTake(root: usize, bytes: u32): usize {
  const unit = <usize>load<u32>(root, FIRST_AT);
  let item = <usize>load<u32>(unit, HEAD_AT);
  if (item) {
    store<u32>(unit, load<u32>(item, FREE_LINK_AT), HEAD_AT);
  } else {
    item = <usize>load<u32>(unit, FRESH_AT);
    assert(item < <usize>load<u32>(unit, END_AT));
    store<u32>(unit, item + bytes, FRESH_AT);
  }
  store<u32>(unit, load<u32>(unit, USED_AT) + 1, USED_AT);
  count(root, 1);
  if (isFull(unit)) {
    unlink(root, unit);
    link(root, <usize>load<u32>(root, LAST_AT), unit);
  }
  return item;
}

/** Takes an item of `unit` back. True when the unit has none left. */
function itemGive(root: usize, unit: usize, item: usize): bool {
  const first = <usize>load<u32>(root, FIRST_AT);
  if (isFull(unit) && unit != first) {
    unlink(root, unit);
    link(root, unit < first || isFull(first) ? 0 : first, unit);
  }
  store<u32>(item, load<u32>(unit, HEAD_AT), FREE_LINK_AT);
  store<u32>(unit, item, HEAD_AT);
  const used = load<u32>(unit, USED_AT) - 1;
  store<u32>(unit, used, USED_AT);
  count(root, -1);
  return !used;
}

function count(root: usize, taken: i32): void {
  store<u32>(root, load<u32>(root, LIVE_AT) + taken, LIVE_AT);
  store<u32>(root, load<u32>(root, FREE_AT) - taken, FREE_AT);
}

/** Takes a unit of `items` items, none of them live, off the list. */
function unitClose(root: usize, unit: usize, items: u32): void {
  unlink(root, unit);
  store<u32>(root, load<u32>(root, FREE_AT) - items, FREE_AT);
}

// ── frames ─────────────────────────────────────────────────────────────────────────────────────────────

function framesABlock(): u32 {
  return stockBlockBytes() / FRAME_BYTES;
}

/** A frame, or 0 when the stock is empty. Its bytes are whatever they were. */
export function frameTake(): usize {
  if (!load<u32>(FRAMES_CONTROL, FREE_AT)) {
    const block = stockTake();
    if (!block) return 0;
    unitOpen(FRAMES_CONTROL, block, BLOCK_HEADER_BYTES, stockBlockBytes() - BLOCK_HEADER_BYTES, FRAME_BYTES);
  }
  return itemTake(FRAMES_CONTROL, FRAME_BYTES);
}

/** Takes a frame back, and gives its block to the stock when that was the last one of it. */
export function frameGive(frame: usize): void {
  const block = stockBlockOf(frame);
  if (!itemGive(FRAMES_CONTROL, block, frame)) return;
  unitClose(FRAMES_CONTROL, block, framesABlock());
  stockGive(block);
}

/** Bytes of the frames handed out. */
export function frameBytes(): u32 {
  return load<u32>(FRAMES_CONTROL, LIVE_AT) * FRAME_BYTES;
}

/** Frames that are free in blocks that were cut. */
export function frameSpareCount(): u32 {
  return load<u32>(FRAMES_CONTROL, FREE_AT);
}

/** A frame for a table, of zeros, whose address then stands at `slot`. False when there is none. */
export function frameHang(slot: usize): bool {
  const frame = frameTake();
  if (!frame) return false;
  memory.fill(frame, 0, FRAME_BYTES);
  store<u32>(slot, frame);
  return true;
}

/** Takes the frame back whose address stands at `slot`. */
export function frameUnhang(slot: usize): void {
  frameGive(<usize>load<u32>(slot));
  store<u32>(slot, 0);
}

// ── records ────────────────────────────────────────────────────────────────────────────────────────────

/** True when the next `count` calls of recordTake for this kind cannot fail. Takes frames if it must. */
export function recordReserve(kind: usize, bytes: u32, count: u32): bool {
  while (load<u32>(kind, FREE_AT) < count) {
    const frame = frameTake();
    if (!frame) return false;
    store<u32>(kind, bytes, BYTES_AT);
    frameOpen(kind, frame, bytes);
  }
  return true;
}

function frameOpen(kind: usize, frame: usize, bytes: u32): void {
  unitOpen(kind, frame, FRAME_HEADER_BYTES, FRAME_BYTES - FRAME_HEADER_BYTES, bytes);
}

/** A record of `bytes` bytes, whatever they were; recordReserve has answered true. */
export function recordTake(kind: usize, bytes: u32): usize {
  return itemTake(kind, bytes);
}

/** The frame of a record. */
export function recordFrame(record: usize): usize {
  const at = record - stockBlockOf(record) - BLOCK_HEADER_BYTES;
  return record - (at & (FRAME_BYTES - 1));
}

/**
 * Takes the record back. Its owner has marked it as free; only its link is overwritten. A frame without live
 * records goes. If that would take away what an operation under way may have reserved, another frame is taken
 * in its place. The new frame lies in lower memory where there is room, so what is kept pins no block of its
 * own.
 */
export function recordGive(kind: usize, record: usize): void {
  const frame = recordFrame(record);
  if (!itemGive(kind, frame, record)) return;
  const bytes = load<u32>(kind, BYTES_AT);
  unitClose(kind, frame, (FRAME_BYTES - FRAME_HEADER_BYTES) / bytes);
  frameGive(frame);
  if (load<u32>(kind, FREE_AT) < (kind == LINE_RECORDS ? LINES_RESERVED : 1)) {
    frameOpen(kind, frameTake(), bytes);
  }
}

// ── bringing records together ──────────────────────────────────────────────────────────────────────────

/** Blocks' worth of frames that must be free before records are brought together. */
const LOOSE_BLOCKS: u32 = 2;

/** Bytes that are free in frames and between them, as far as what stands in their way can move. */
export function frameFreeBytes(): u32 {
  return (
    frameSpareCount() * FRAME_BYTES +
    load<u32>(BODY_RECORDS, FREE_AT) * BODY_BYTES +
    load<u32>(NODE_RECORDS, FREE_AT) * NODE_BYTES +
    load<u32>(LINE_RECORDS, FREE_AT) * LINE_BYTES
  );
}

/**
 * The same if it is worth while: more than half of all and two blocks, and not known to be of no use; else 0.
 */
export function looseBytes(): u32 {
  const free = frameFreeBytes();
  const rest = load<u32>(LOOSE_REST);
  if (free < rest) store<u32>(LOOSE_REST, free);
  return free > rest + LOOSE_BLOCKS * stockBlockBytes() &&
    free > (frameBytes() + frameSpareCount() * FRAME_BYTES) / 2
    ? free
    : 0;
}

/** The bytes that are free now could not be brought together; 0: that is not known. */
export function looseRest(bytes: u32): void {
  store<u32>(LOOSE_REST, bytes);
}

/**
 * Whether less than half of the block of a frame is handed out, and the block is not the one that is being
 * filled.
 */
export function frameIsLoose(frame: usize): bool {
  const block = stockBlockOf(frame);
  return (
    block != <usize>load<u32>(FRAMES_CONTROL, FIRST_AT) && load<u32>(block, USED_AT) * 2 < framesABlock()
  );
}

/** Whether a record should stand elsewhere: less than half of its frame, or of its block, is live. */
export function recordIsLoose(kind: usize, record: usize): bool {
  const frame = recordFrame(record);
  if (frame == <usize>load<u32>(kind, FIRST_AT)) return false;
  const live = load<u32>(frame, USED_AT) * load<u32>(kind, BYTES_AT);
  return live * 2 < FRAME_BYTES - FRAME_HEADER_BYTES || frameIsLoose(frame);
}

/**
 * Moves a record, if it is loose, to where it may stay. Answers its address there, or 0. The caller tells
 * whatever knew the record.
 */
export function recordMove(kind: usize, record: usize): usize {
  if (!recordIsLoose(kind, record) || !aim(kind)) return 0;
  const bytes = load<u32>(kind, BYTES_AT);
  const to = itemTake(kind, bytes);
  memory.copy(to, record, bytes);
  memory.fill(record, 0, bytes);
  recordGive(kind, record);
  return to;
}

/**
 * Makes sure that the next record of a kind is taken where it may stay. False when there is no such frame,
 * nor any other.
 */
function aim(kind: usize): bool {
  const first = <usize>load<u32>(kind, FIRST_AT);
  const room = first != 0 && !isFull(first);
  if (room && !frameIsLoose(first)) return true;
  const frame = frameTake();
  if (frame) frameOpen(kind, frame, load<u32>(kind, BYTES_AT));
  return room || frame != 0;
}

/** Moves a frame that hangs at `slot` and is loose. True when it was. */
export function frameGather(slot: usize): bool {
  const frame = <usize>load<u32>(slot);
  if (!frameIsLoose(frame)) return false;
  const to = frameTake();
  if (!to) return false;
  memory.copy(to, frame, FRAME_BYTES);
  store<u32>(slot, to);
  frameGive(frame);
  return true;
}

export function recordLive(kind: usize): u32 {
  return load<u32>(kind, LIVE_AT);
}

/**
 * The record behind `after`, live or free, the first for 0; 0 at the end. Taking and giving back changes the
 * order.
 */
export function recordNext(kind: usize, bytes: u32, after: usize): usize {
  let frame = after ? recordFrame(after) : <usize>load<u32>(kind, FIRST_AT);
  let record = after ? after + bytes : frame + FRAME_HEADER_BYTES;
  while (frame && record >= <usize>load<u32>(frame, FRESH_AT)) {
    frame = <usize>load<u32>(frame, NEXT_AT);
    record = frame + FRAME_HEADER_BYTES;
  }
  return frame ? record : 0;
}

// ── checks ─────────────────────────────────────────────────────────────────────────────────────────────

/** True when the list of units ends, full units are last, and what the units hold is what their root says. */
function unitsCheck(root: usize, header: u32, bytes: u32): bool {
  let live: u32 = 0;
  let free: u32 = 0;
  let full = false;
  let previous: usize = 0;
  for (let unit = <usize>load<u32>(root, FIRST_AT); unit; unit = <usize>load<u32>(unit, NEXT_AT)) {
    if (<usize>load<u32>(unit, PREVIOUS_AT) != previous || (full && !isFull(unit))) return false;
    full = isFull(unit);
    const used = load<u32>(unit, USED_AT);
    const items = (load<u32>(unit, END_AT) - <u32>unit - header) / bytes;
    let left = (load<u32>(unit, END_AT) - load<u32>(unit, FRESH_AT)) / bytes;
    let item = <usize>load<u32>(unit, HEAD_AT);
    while (item && left < items) {
      left += 1;
      item = <usize>load<u32>(item, FREE_LINK_AT);
    }
    if (item || used + left != items) return false;
    live += used;
    free += left;
    previous = unit;
  }
  if (previous != <usize>load<u32>(root, LAST_AT)) return false;
  return live == load<u32>(root, LIVE_AT) && free == load<u32>(root, FREE_AT);
}

/** True when the records of this kind that are live and free account for all that its frames hold. */
export function recordsCheck(kind: usize, bytes: u32): bool {
  return unitsCheck(kind, FRAME_HEADER_BYTES, bytes);
}

/** The same of frames and their blocks. */
export function framesCheck(): bool {
  return unitsCheck(FRAMES_CONTROL, BLOCK_HEADER_BYTES, FRAME_BYTES);
}
