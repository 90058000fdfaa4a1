/**
 * room.ts - where a body goes, and what goes for it.
 *
 * Owns:   no region. The order in which room is looked for: the tail of a slab, a new slab, some steps of compaction,
 *         ephemeral pages.
 * Keeps:  a persistent page never goes; before a client with ephemeral pages is refused it loses its own.
 * Called: engine.ts, waiting.ts, parcels.ts.
 * Cost:   nothing to look for as long as slabs have tails; each function says what bounds it.
 */
import { areaAccount, areaInode, areaNumber, areaParent, areaSetAccount } from "./areas";
import { bodyCodec, bodyReserve, bodyStored } from "./bodies";
import {
  clientAsks,
  clientCap,
  clientCountAreas,
  clientCounted,
  clientEvicted,
  clientOrder,
  clientPageCharge,
  clientRoom,
} from "./clients";
import { directoryFind, entryBody } from "./directory";
import { evictedAdd, evictedFull } from "./evicted";
import { frameBytes } from "./frames";
import { inodeFind, inodeOpen } from "./inodes";
import { FLAG_EVICT, STAT_EVICTED, STAT_EVICTED_BYTES } from "./layout";
import { compactStep } from "./mover";
import {
  Leave,
  nodeArea,
  nodeOffset,
  nodeReserve,
  orderPages,
  orderPagesSum,
  orderPressed,
  orderVictim,
} from "./order";
import { flag, freeBytes, removePage } from "./pages";
import { Codec } from "./records";
import { slabCount, slabFreeSum, slabLiveSum, slabOpen, slotBytes, slotTake } from "./slab";
import { statAdd } from "./stats";
import { stockBlockBytes, stockFreeBytes, stockTake } from "./stock";
import { tableReserve } from "./table";

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
/** Steps of compaction that a store may ask for when nothing else gives it a place: four blocks of bytes. */
const PLACE_STEPS: u32 = 4;
// ── records ─────────────────────────────────────────────────────────────────────────────────────────────

/** True when the records that a store might need are at hand. Ephemeral pages go for them if they must. */
export function reserve(ephemeral: bool): bool {
  if (reserveRecords(ephemeral)) return true;
  return makeBlock() && reserveRecords(ephemeral);
}

export function reserveRecords(ephemeral: bool): bool {
  return tableReserve() && bodyReserve() && (!ephemeral || nodeReserve());
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

/** The area of an inode, opened if need be; 0 when there is no memory for it. */
export function inodeFor(fs: usize, inode: u64): usize {
  let area = inodeFind(fs, inode);
  if (area) return area;
  if (!reserve(true)) return 0;
  area = inodeOpen(fs, inode);
  if (!area && makeBlock()) area = inodeOpen(fs, inode);
  const account = areaAccount(fs);
  if (area) areaSetAccount(area, account);
  if (area && account) clientCountAreas(account, 1);
  return area;
}

// ── places ──────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A place for `bytes` bytes, or 0; ephemeral pages go for it if they must, first those of the client that is furthest above
 * its due. `fromMain` tells which page of `order` goes first, if one of that order is to go. Bound: the ephemeral pages.
 */
export function makePlace(bytes: u32, order: usize, fromMain: bool): usize {
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

/**
 * A place for `bytes` bytes, or 0. In this order: the tail of a slab; a new slab; what a few steps of compaction bring
 * together.
 */
export function placeFor(bytes: u32): usize {
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
export function tidy(): void {
  const spare = slabCount() * (stockBlockBytes() / SPARE_PART) + SPARE_BLOCKS * stockBlockBytes();
  if (slabFreeSum() > spare) compactStep();
}

function placeInNewSlab(bytes: u32): usize {
  const block = stockTake();
  if (!block) return 0;
  slabOpen(block);
  return slotTake(bytes);
}

// ── ephemeral pages ─────────────────────────────────────────────────────────────────────────────────────

/**
 * Whether anything can go to make room. Not while keys wait for the host, which then takes them and asks
 * again.
 */
export function mayEvict(): bool {
  return flag(FLAG_EVICT) && orderPagesSum() != 0 && !evictedFull();
}

/** Lets one page of an order go. The log of keys is not full. */
function evict(order: usize, fromMain: bool): void {
  const node = orderVictim(order, fromMain);
  const area = nodeArea(node);
  const account = areaAccount(area);
  const entry = directoryFind(area, nodeOffset(node));
  if (clientAsks(account)) tellKey(area, nodeOffset(node));
  const body = entryBody(entry);
  const bytes = bodyCodec(body) == Codec.FILL ? 0 : bodyStored(body);
  removePage(entry, Leave.EVICTED);
  clientEvicted(account, bytes);
  statAdd(STAT_EVICTED, 1);
  statAdd(STAT_EVICTED_BYTES, bytes);
}

function tellKey(area: usize, index: u32): void {
  const fs = areaParent(area);
  evictedAdd(areaNumber(fs ? fs : area), fs ? areaInode(area) : 0, index);
}

/**
 * Lets ephemeral pages go until their bodies, or the records of pages that have none, make `bytes` bytes,
 * none is left, or the log of keys is full. Answers the more of the two, bodies or records.
 */
export function evictBytes(bytes: u32): u32 {
  const bodies = slabLiveSum();
  const records = frameBytes();
  let made: u32 = 0;
  while (made < bytes && orderPagesSum() && !evictedFull()) {
    evict(orderPressed(), false);
    made = max(bodies - slabLiveSum(), records - min(frameBytes(), records));
  }
  return made;
}

/**
 * Lets a client's ephemeral pages go until it counts `bytes` less, has none left, or the log of keys is full.
 * Answers how much less.
 */
export function evictOf(client: usize, bytes: u32): u32 {
  const order = clientOrder(client);
  if (!order) return 0;
  const counted = clientCounted(client);
  while (orderPages(order) && clientCounted(client) + bytes > counted && !evictedFull()) evict(order, false);
  return <u32>min<u64>(counted - clientCounted(client), u32.MAX_VALUE);
}

/**
 * Makes sure that the area's client may have one more page, with `bytes` bytes of body. One with ephemeral pages loses its own
 * for that, another is refused.
 */
export function makeDue(area: usize, bytes: u32): bool {
  const account = areaAccount(area);
  if (!account || clientCap(account) == u32.MAX_VALUE) return true;
  const order = clientOrder(account);
  const needed = <u64>bytes + clientPageCharge(account);
  while (clientRoom(account) < needed) {
    if (!order || !orderPages(order) || clientCap(account) < needed || evictedFull()) return false;
    evict(order, false);
  }
  return true;
}
