/**
 * eviction.ts - which ephemeral pages go, for what, and how many.
 *
 * Owns:   no region. Which page of a client goes first is decided in owners/eviction.
 * Keeps:  a persistent page never goes (law 7). A client with ephemeral pages loses its own before it is
 *         refused.
 * Cost:   nothing while there is room; each function says what bounds it.
 */
import { FLAG_EVICT, STAT_EVICTED, STAT_EVICTED_BYTES } from "../ground/layout";
import { statAdd } from "../ground/stats";
import { stockBlockBytes, stockFreeBytes } from "../memory/blocks";
import { frameBytes } from "../memory/frames";
import { slabCount, slabFreeSum, slabLiveSum, slotBytes } from "../memory/slab";
import { areaAccount, areaInode, areaNumber, areaParent } from "../owners/areas";
import {
  clientAsks,
  clientCap,
  clientCounted,
  clientEvicted,
  clientOrder,
  clientPageCharge,
  clientRoom,
} from "../owners/clients";
import { directoryFind, entryBody } from "../owners/directory";
import { evictedAdd, evictedFull } from "../owners/eviction/evicted";
import {
  Leave,
  nodeArea,
  nodeOffset,
  orderPages,
  orderPagesSum,
  orderPressed,
  orderVictim,
} from "../owners/eviction/orders";
import { bytesOf } from "./body";
import { compactStep } from "./compaction";
import { removePage } from "./ledger";
import { freeBytes } from "./limits";
import { placeFor, reserveRecords } from "./placement";
import { flag } from "./settings";

/** Part of all slabs that is kept free while each page that comes costs ephemeral pages. */
const EVICT_PART: u32 = 32;
/** Blocks' worth of free bytes in slabs that make it likely that compaction frees a whole one. */
const BLOCK_SPARE: u32 = 3;

// ── for a page that comes ───────────────────────────────────────────────────────────────────────────────

/** True when the records that a store may need are at hand. Ephemeral pages go for them if they must. */
export function reserve(ephemeral: bool): bool {
  if (reserveRecords(ephemeral)) return true;
  return makeBlock() && reserveRecords(ephemeral);
}

/** Makes sure that the stock has a block for records. Bound: the ephemeral pages, and steps of compaction. */
export function makeBlock(): bool {
  while (stockFreeBytes() < stockBlockBytes()) {
    if (slabFreeSum() > BLOCK_SPARE * stockBlockBytes() && compactStep()) continue;
    if (!mayEvict()) return false;
    evict(orderPressed(), false);
  }
  return true;
}

/**
 * A place for `bytes` bytes, or 0. Ephemeral pages go for it if they must, first those of the client that is
 * furthest above its due. `fromMain` tells from which queue of `order` its first page goes, if one goes.
 * Bound: the ephemeral pages.
 */
export function makePlace(bytes: u32, order: usize, fromMain: bool): usize {
  let first = fromMain;
  // A part of all slabs is kept free: then bringing holes together moves few bytes for each byte gained.
  // Pages go one by one, for of many that go at once a queue would lose more than its share.
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
 * Makes sure that the area's client may have one more page, with `bytes` bytes of body. A client loses its
 * own ephemeral pages for that. False if it has none, or if its cap is too small. Bound: the pages of the
 * client.
 */
export function makeDue(area: usize, bytes: u32): bool {
  const account = areaAccount(area);
  if (!account || clientCap(account) == u64.MAX_VALUE) return true;
  const order = clientOrder(account);
  const needed = <u64>bytes + clientPageCharge(account);
  while (clientRoom(account) < needed) {
    if (!order || !orderPages(order) || clientCap(account) < needed || evictedFull()) return false;
    evict(order, false);
  }
  return true;
}

// ── because the host asks ───────────────────────────────────────────────────────────────────────────────

/**
 * Lets ephemeral pages go until `bytes` bytes are won, none is left, or the log of keys is full. What is won
 * are bodies, or, where pages have none, records: the answer is the larger of the two.
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
 * Lets a client's ephemeral pages go until it counts `bytes` bytes less, has none left, or the log of keys is
 * full. Answers how many bytes less it counts.
 */
export function evictOf(client: usize, bytes: u32): u32 {
  const order = clientOrder(client);
  if (!order) return 0;
  const counted = clientCounted(client);
  while (orderPages(order) && clientCounted(client) + bytes > counted && !evictedFull()) evict(order, false);
  return <u32>min<u64>(counted - clientCounted(client), u32.MAX_VALUE);
}

// ── one page ────────────────────────────────────────────────────────────────────────────────────────────

/** Whether a page can go. Not while the log of keys is full: the host takes the keys and asks again. */
export function mayEvict(): bool {
  return flag(FLAG_EVICT) && orderPagesSum() != 0 && !evictedFull();
}

/** Lets one page of an order go. The log of keys is not full. */
function evict(order: usize, fromMain: bool): void {
  const node = orderVictim(order, fromMain);
  const area = nodeArea(node);
  const account = areaAccount(area);
  const entry = directoryFind(area, nodeOffset(node));
  if (clientAsks(account)) logKey(area, nodeOffset(node));
  const bytes = bytesOf(entryBody(entry));
  removePage(entry, Leave.EVICTED);
  clientEvicted(account, bytes);
  statAdd(STAT_EVICTED, 1);
  statAdd(STAT_EVICTED_BYTES, bytes);
}

/** Writes the key of a page into the log. */
function logKey(area: usize, index: u32): void {
  const fs = areaParent(area);
  evictedAdd(areaNumber(fs ? fs : area), fs ? areaInode(area) : 0, index);
}
