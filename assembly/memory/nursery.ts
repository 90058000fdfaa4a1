/**
 * nursery.ts - a queue of new pages that are not encoded yet.
 *
 * Owns:   the blocks cut into its slots; NURSERY_CONTROL.
 * Keeps:  queued + free == slots of its blocks; never more queued than the capacity; the queue is in order of
 *         age.
 * Cost:   two neighbours and a root word for each page that comes or goes; a block is taken when no slot is
 *         free.
 *
 *   block:   │ header 64: next block u32 │ page, slack │ page, slack │ ... fifteen of them
 *   slack:   the node, older u32 │ younger u32 │ body u32: address of its record, 0 for a free slot │
 *            area u32 │ offset u32: key of the page │ kind u32 of its elements, for the encoder
 *   A free slot is linked by `older`. An encoder may read the node as slack behind the page; that does not
 *   change the block.
 */
import { PageKind, SLACK_BYTES } from "../ground/layout";
import { NURSERY_CONTROL, SLAB_HEADER_BYTES, SLAB_PAGE_COUNT, TAG_BYTES } from "../ground/records";
import { stockGive, stockTake } from "./blocks";

const CAPACITY: usize = NURSERY_CONTROL + 0;
const PAGE_BYTES: usize = NURSERY_CONTROL + 4;
const OLDEST: usize = NURSERY_CONTROL + 8;
const YOUNGEST: usize = NURSERY_CONTROL + 12;
const QUEUED: usize = NURSERY_CONTROL + 16;
const FREE_HEAD: usize = NURSERY_CONTROL + 20;
const BLOCKS_HEAD: usize = NURSERY_CONTROL + 24;
const BLOCK_COUNT: usize = NURSERY_CONTROL + 28;

const OLDER_AT: usize = 0;
const YOUNGER_AT: usize = 4;
const BODY_AT: usize = 8;
const AREA_AT: usize = 12;
const OFFSET_AT: usize = 16;
const KIND_AT: usize = 20;

/**
 * One page less than a slab holds leaves room for the nodes: 15 * 64 bytes against a page of 4 KiB and its
 * tag.
 */
const SLOTS_A_BLOCK: u32 = SLAB_PAGE_COUNT - 1;
if (SLOTS_A_BLOCK * SLACK_BYTES > 4096 + SLAB_PAGE_COUNT * TAG_BYTES) ERROR("slots reach past their block");

export function nurseryInit(pageBytes: u32): void {
  store<u32>(PAGE_BYTES, pageBytes);
}

/** Pages that may wait at a time from now on; 0: none. Pages that wait already stay. */
export function nurserySetCapacity(pages: u32): void {
  store<u32>(CAPACITY, pages);
}

export function nurseryIsOn(): bool {
  return load<u32>(CAPACITY) != 0;
}

/** True when the oldest page must leave before another one comes. */
export function nurseryIsFull(): bool {
  return load<u32>(QUEUED) >= load<u32>(CAPACITY);
}

/** Pages that wait. */
export function nurseryCount(): u32 {
  return load<u32>(QUEUED);
}

export function nurseryBlocks(): u32 {
  return load<u32>(BLOCK_COUNT);
}

/** Bytes of its slots that are free. */
export function nurseryFreeBytes(): u32 {
  return (nurseryBlocks() * SLOTS_A_BLOCK - nurseryCount()) * slotBytes();
}

function slotBytes(): u32 {
  return load<u32>(PAGE_BYTES) + SLACK_BYTES;
}

/** Where the node of a slot stands. */
function nodeOf(slot: usize): usize {
  return slot + load<u32>(PAGE_BYTES);
}

/** The slot that waits longest, or 0. */
export function nurseryOldest(): usize {
  return <usize>load<u32>(OLDEST);
}

export function nurseryYounger(slot: usize): usize {
  return <usize>load<u32>(nodeOf(slot), YOUNGER_AT);
}

export function nurseryBody(slot: usize): usize {
  return <usize>load<u32>(nodeOf(slot), BODY_AT);
}

/** A slot for a page and its slack, at the young end of the queue, or 0 when there is no block for it. */
export function nurseryTake(): usize {
  if (!load<u32>(FREE_HEAD) && !blockAdd()) return 0;
  const slot = <usize>load<u32>(FREE_HEAD);
  const node = nodeOf(slot);
  store<u32>(FREE_HEAD, load<u32>(node, OLDER_AT));
  const older = <usize>load<u32>(YOUNGEST);
  store<u32>(node, older, OLDER_AT);
  store<u32>(node, 0, YOUNGER_AT);
  if (older) store<u32>(nodeOf(older), slot, YOUNGER_AT);
  else store<u32>(OLDEST, slot);
  store<u32>(YOUNGEST, slot);
  store<u32>(QUEUED, load<u32>(QUEUED) + 1);
  return slot;
}

/** Notes in the slot the body, the key and the kind of its page. */
export function nurserySetBody(slot: usize, body: usize, area: usize, offset: u32, kind: PageKind): void {
  store<u32>(nodeOf(slot), body, BODY_AT);
  store<u32>(nodeOf(slot), area, AREA_AT);
  store<u32>(nodeOf(slot), offset, OFFSET_AT);
  store<u32>(nodeOf(slot), kind, KIND_AT);
}

/** The record of the slot's body has moved. */
export function nurseryMoved(slot: usize, body: usize): void {
  store<u32>(nodeOf(slot), body, BODY_AT);
}

export function nurseryArea(slot: usize): usize {
  return <usize>load<u32>(nodeOf(slot), AREA_AT);
}

export function nurseryOffset(slot: usize): u32 {
  return load<u32>(nodeOf(slot), OFFSET_AT);
}

export function nurseryKind(slot: usize): PageKind {
  return <PageKind>load<u32>(nodeOf(slot), KIND_AT);
}

/** Gives up a slot, wherever it stands in the queue. */
export function nurseryGive(slot: usize): void {
  const node = nodeOf(slot);
  assert(load<u32>(node, BODY_AT) != 0);
  const older = <usize>load<u32>(node, OLDER_AT);
  const younger = <usize>load<u32>(node, YOUNGER_AT);
  if (older) store<u32>(nodeOf(older), younger, YOUNGER_AT);
  else store<u32>(OLDEST, younger);
  if (younger) store<u32>(nodeOf(younger), older, OLDER_AT);
  else store<u32>(YOUNGEST, older);
  store<u32>(QUEUED, load<u32>(QUEUED) - 1);
  pushFree(slot);
}

/** Gives the blocks back when no page waits. */
export function nurseryTrim(): void {
  if (nurseryCount()) return;
  let block = <usize>load<u32>(BLOCKS_HEAD);
  while (block) {
    const next = <usize>load<u32>(block);
    stockGive(block);
    block = next;
  }
  store<u32>(BLOCKS_HEAD, 0);
  store<u32>(BLOCK_COUNT, 0);
  store<u32>(FREE_HEAD, 0);
}

/** True when the queue leads from the oldest to the youngest, and queued and free slots account for all. */
export function nurseryCheck(): bool {
  const slots = nurseryBlocks() * SLOTS_A_BLOCK;
  let queued: u32 = 0;
  let older: usize = 0;
  for (let slot = nurseryOldest(); slot && queued <= slots; slot = nurseryYounger(slot)) {
    if (<usize>load<u32>(nodeOf(slot), OLDER_AT) != older || !nurseryBody(slot)) return false;
    older = slot;
    queued += 1;
  }
  let free: u32 = 0;
  for (let slot = <usize>load<u32>(FREE_HEAD); slot && free <= slots; free += 1) {
    if (nurseryBody(slot)) return false;
    slot = <usize>load<u32>(nodeOf(slot), OLDER_AT);
  }
  return older == <usize>load<u32>(YOUNGEST) && queued == nurseryCount() && queued + free == slots;
}

function pushFree(slot: usize): void {
  const node = nodeOf(slot);
  store<u32>(node, load<u32>(FREE_HEAD), OLDER_AT);
  store<u32>(node, 0, BODY_AT);
  store<u32>(FREE_HEAD, slot);
}

function blockAdd(): bool {
  const block = stockTake();
  if (!block) return false;
  store<u32>(block, load<u32>(BLOCKS_HEAD));
  store<u32>(BLOCKS_HEAD, block);
  store<u32>(BLOCK_COUNT, load<u32>(BLOCK_COUNT) + 1);
  let slot = block + SLAB_HEADER_BYTES + SLOTS_A_BLOCK * slotBytes();
  for (let i: u32 = 0; i < SLOTS_A_BLOCK; i += 1) {
    slot -= slotBytes();
    pushFree(slot);
  }
  return true;
}
