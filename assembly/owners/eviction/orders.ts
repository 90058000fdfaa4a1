/**
 * orders.ts - which of a client's ephemeral pages go when room is wanted.
 *
 * Owns:   one order for each client with such pages (kind ORDER_RECORDS); ORDER_CHARGED. Parts of the record
 *         and of the work have files of their own: lanes.ts (nodes in two queues), duels.ts (what an order
 *         learns), ghosts.ts (keys that went), heap.ts (whose pages go next).
 * Keeps:  ORDER_CHARGED is the sum of the bytes of all orders; an order's place in the heap fits its bytes.
 * Cost:   a use of a page is one store; a page in or out touches its neighbours in the lane, a line of
 *         ghosts, and the orders next to its own in the heap.
 *
 * Two queues, first in first out, by bytes. A new page goes to the tail of PROBATION. At the head of a queue
 * a page that was used since gets another round. Any other page goes, and its key is remembered as a ghost
 * for as many evictions as the order has pages. So far this is S3-FIFO with one access bit (J. Yang et al.,
 * SOSP 2023). What differs: three decisions are not rules but questions, and the answers come from the pages
 * themselves, again and again:
 *
 *   RETURN    a page comes back while its ghost is there: does it take the place of MAIN's next victim?
 *   PROMOTE   a page was used in PROBATION: does it take the place of MAIN's next victim?
 *   SHARE     a page leaves PROBATION unused: would it have been worth more than MAIN's next victim?
 *
 * Each question is a duel of two keys: which of them is asked for first? The answer moves a score (RETURN,
 * PROMOTE) or the share of PROBATION. That is all that adapts. A loop larger than the cache keeps MAIN as it
 * is, for the pages there are always asked for first; a changing working set fills MAIN anew; a zigzag, on
 * which S3-FIFO falls to a few hits, is served as by LRU. Figures: docs/measurements.md, "Eviction".
 */

import { VERIFY } from "../../ground/check";
import {
  NODE_BYTES,
  NODE_RECORDS,
  NODE_YOUNGER_AT,
  ORDER_BYTES,
  ORDER_CHARGED,
  ORDER_CLIENT_AT,
  ORDER_EVICTIONS_AT,
  ORDER_HAND_AT,
  ORDER_RECORDS,
  ORDER_SHARE_AT,
  ORDER_WEIGHT_AT,
} from "../../ground/records";
import { recordGive, recordLive, recordReserve, recordsCheck, recordTake } from "../../memory/frames";
import {
  beginDuel,
  challenge,
  duelsCheck,
  duelsTick,
  isDue,
  mayReplace,
  PROMOTE,
  RETURN,
  SHARE,
  SHARE_FIRST,
  settleDuels,
} from "./duels";
import {
  GHOST_EVICTED,
  GHOST_OF_MAIN,
  GHOST_OF_PROBATION,
  ghostAdd,
  ghostsGrow,
  ghostsShrink,
  ghostTake,
} from "./ghosts";
import { heapAdd, heapCheck, heapFell, heapMove, heapRemove, heapRose } from "./heap";
import {
  again,
  append,
  detach,
  headOf,
  isWide,
  keyHash,
  laneBytes,
  laneRecharge,
  lanesCheck,
  MAIN,
  nameOf,
  nodeAccessed,
  nodeArea,
  nodeCharge,
  nodeCount,
  nodeDuelist,
  nodeGive,
  nodeLane,
  nodeMark,
  nodeOffset,
  nodeSetDuelist,
  nodeTake,
  orderPages,
  PROBATION,
  shareBytes,
} from "./lanes";

// The rest of the engine knows this file alone.
export { orderPressed, orderSetWeight, orderWalk } from "./heap";
export {
  keyHash,
  laneNext,
  MAIN,
  nodeAccessed,
  nodeArea,
  nodeBody,
  nodeCharge,
  nodeLane,
  nodeMove,
  nodeOffset,
  nodeReserve,
  nodeSetBody,
  orderBytes,
  orderPages,
  PROBATION,
} from "./lanes";

/**
 * What orderChoose answers: a lane, with these added where they hold. The page was here before, so it counts
 * as used.
 */
export const ACCESSED: u32 = 4;
/** The page is to have the place of MAIN's next victim. */
export const FROM_MAIN: u32 = 8;
/** The page is the challenger of a duel. */
const DUELIST: u32 = 16;

/** How a page leaves. A page that is evicted, or that an exclusive load takes, leaves a ghost. */
export const enum Leave {
  FORGOTTEN,
  EVICTED,
  /** The owner has it and may bring it back: then it gets a place in the lane in which it was. */
  TAKEN,
}

/** Bound of a search for a victim: nodes that get another round. The next one goes, used or not. */
const SEARCH_MAX: u32 = 64;
/** How many pages the hand passes for one that goes. */
const HAND_PAGES: u32 = 4;

/** True when the next orderOpen cannot fail. */
export function orderReserve(): bool {
  return recordReserve(ORDER_RECORDS, ORDER_BYTES, 1);
}

/** An order for a client's pages. orderReserve has answered true. */
export function orderOpen(client: usize, weight: u32): usize {
  const order = recordTake(ORDER_RECORDS, ORDER_BYTES);
  memory.fill(order, 0, ORDER_BYTES);
  store<u32>(order, client, ORDER_CLIENT_AT);
  store<u32>(order, weight, ORDER_WEIGHT_AT);
  store<u32>(order, SHARE_FIRST, ORDER_SHARE_AT);
  heapAdd(order);
  return order;
}

/** Forgets an order that has no page. */
export function orderClose(order: usize): void {
  assert(orderPages(order) == 0);
  heapRemove(order);
  store<u32>(order, 0, ORDER_CLIENT_AT);
  recordGive(ORDER_RECORDS, order);
  ghostsShrink();
}

export function orderClient(order: usize): usize {
  return <usize>load<u32>(order, ORDER_CLIENT_AT);
}

/** Pages in all orders. */
export function orderPagesSum(): u32 {
  return nodeCount();
}

/** Charged bytes in all orders. */
export function orderBytesSum(): u64 {
  return load<u64>(ORDER_CHARGED);
}

function countCharge(change: u64): void {
  store<u64>(ORDER_CHARGED, orderBytesSum() + change);
}

// ── a page comes, is used, goes ───────────────────────────────────────────────────────────────────────

/** Where a page that is not here belongs. The engine asks before it makes room for the page. */
export function orderChoose(order: usize, area: usize, offset: u32): u32 {
  const hash = keyHash(area, offset);
  duelsTick(order);
  settleDuels(order, <u32>hash);
  const ghost = ghostTake(order, hash);
  if (!ghost) return PROBATION;
  if (ghost != GHOST_EVICTED) return (ghost == GHOST_OF_MAIN ? MAIN : PROBATION) | ACCESSED;
  if (!headOf(order, MAIN) || isWide(order)) return MAIN;
  const victim = mainVictim(order);
  let asked: u32 = 0;
  if (isDue(order, RETURN)) {
    nodeSetDuelist(victim, true);
    beginDuel(order, RETURN, <u32>hash, nameOf(victim));
    asked = DUELIST;
  }
  return asked | (mayReplace(order, RETURN) ? MAIN | FROM_MAIN : PROBATION);
}

/**
 * Enters a page into the lane that orderChoose has named. It counts `charge` bytes. nodeReserve has answered
 * true.
 */
export function orderInsert(
  order: usize,
  area: usize,
  offset: u32,
  body: usize,
  charge: u32,
  choice: u32,
): usize {
  const node = nodeTake(area, offset, body, charge);
  append(order, node, choice & (PROBATION | MAIN));
  nodeMark(node, (choice & ACCESSED) != 0);
  nodeSetDuelist(node, (choice & DUELIST) != 0);
  // While no page has to go, MAIN fills up with what PROBATION has no share for. Two at a time keep up with
  // any change.
  for (let i = 0; i < 2 && isWide(order); i += 1) again(order, headOf(order, PROBATION), MAIN);
  countCharge(charge);
  heapRose(order);
  ghostsGrow();
  return node;
}

/** The page is used. */
export function orderTouch(order: usize, node: usize): void {
  nodeMark(node, true);
  if (!nodeDuelist(node)) return;
  nodeSetDuelist(node, false);
  settleDuels(order, nameOf(node));
}

/** The page counts `charge` bytes from now on. */
export function orderRecharge(order: usize, node: usize, charge: u32): void {
  countCharge(laneRecharge(order, node, charge));
  heapMove(order);
}

/** The page to be evicted next. `fromMain`: a page of MAIN, if there is one. The order has a page. */
export function orderVictim(order: usize, fromMain: bool): usize {
  return heavierThan(order, nextVictim(order, fromMain));
}

/**
 * An unused page of PROBATION that counts more than twice as much as this one, or this one. What does not
 * compress goes first, for two or three others can stay in its place. A hand passes over the lane to find it,
 * a few pages for each page that goes. Where all pages weigh the same it finds none.
 */
function heavierThan(order: usize, node: usize): usize {
  const held = <usize>load<u32>(order, ORDER_HAND_AT);
  let hand = held ? held : headOf(order, PROBATION);
  let found: usize = node;
  for (let i: u32 = 0; i < HAND_PAGES && hand && found == node; i += 1) {
    if (!nodeAccessed(hand) && nodeCharge(hand) > 2 * nodeCharge(node)) found = hand;
    hand = <usize>load<u32>(hand, NODE_YOUNGER_AT);
  }
  store<u32>(order, hand, ORDER_HAND_AT);
  return found;
}

function nextVictim(order: usize, fromMain: bool): usize {
  const hasMain = headOf(order, MAIN) != 0;
  if (
    !headOf(order, PROBATION) ||
    (hasMain && (fromMain || laneBytes(order, PROBATION) < shareBytes(order)))
  ) {
    return mainVictim(order);
  }
  for (let i: u32 = 0; i < SEARCH_MAX; i += 1) {
    const node = headOf(order, PROBATION);
    if (!node) return mainVictim(order);
    if (!nodeAccessed(node)) {
      if (hasMain && isDue(order, SHARE)) challenge(order, SHARE, node, mainVictim(order));
      return node;
    }
    if (isWide(order) || !headOf(order, MAIN)) {
      again(order, node, MAIN);
      continue;
    }
    const champion = mainVictim(order);
    challenge(order, PROMOTE, node, champion);
    const replaces = mayReplace(order, PROMOTE);
    again(order, node, replaces ? MAIN : PROBATION);
    if (replaces) return champion;
  }
  return headOf(order, PROBATION);
}

/** MAIN's next victim: the oldest page not used since it was last looked at. */
function mainVictim(order: usize): usize {
  let node = headOf(order, MAIN);
  for (let i: u32 = 0; i < SEARCH_MAX && nodeAccessed(node); i += 1) {
    again(order, node, MAIN);
    node = headOf(order, MAIN);
  }
  return node;
}

/** Takes a page out of its order. */
export function orderRemove(order: usize, node: usize, how: Leave): void {
  if (how == Leave.EVICTED) store<u32>(order, load<u32>(order, ORDER_EVICTIONS_AT) + 1, ORDER_EVICTIONS_AT);
  if (how != Leave.FORGOTTEN) {
    const taken = nodeLane(node) == MAIN ? GHOST_OF_MAIN : GHOST_OF_PROBATION;
    ghostAdd(order, keyHash(nodeArea(node), nodeOffset(node)), how == Leave.EVICTED ? GHOST_EVICTED : taken);
  }
  detach(order, node);
  countCharge(-(<u64>nodeCharge(node)));
  heapFell(order);
  nodeGive(node);
  ghostsShrink();
}

// ── checks ────────────────────────────────────────────────────────────────────────────────────────────

/** True when records account for all. orderRight checks one order; whose pages they are, the audit checks. */
export function orderCheck(): bool {
  return recordsCheck(ORDER_RECORDS, ORDER_BYTES) && recordsCheck(NODE_RECORDS, NODE_BYTES);
}

/** True when an order's lanes add up, and in the verify build when it stands in its place in the heap. */
export function orderRight(order: usize): bool {
  return lanesCheck(order) && duelsCheck(order) && (!VERIFY || heapCheck(order));
}

/** Orders that are open. */
export function orderCount(): u32 {
  return recordLive(ORDER_RECORDS);
}
