/**
 * order.ts - in which order a client's ephemeral pages go when room is wanted.
 *
 * Owns:   one order for each client with such pages (kind ORDER_RECORDS), a node for each page (NODE_RECORDS), and the
 *         ghosts: hashes of keys that went lately, in frames of their own. ORDER_TOP, ORDER_CHARGED.
 * Keeps:  a node is in exactly one of its order's two queues; the queues' bytes and pages are the sums over their nodes. No
 *         order is further above its due than the one above it in the heap.
 * Called: engine.ts. Calls: frames.ts.
 * Cost:   a use of a page is one store; a page in or out touches its neighbours in the queue, a line of ghosts, and the
 *         orders next to its own in the heap, rarely some more: their number grows with the logarithm of that of all orders.
 *
 * Two queues, first in first out, by bytes. A new page goes to the tail of PROBATION. At the head of a queue a page that was
 * used since gets another round, any other goes, and its key is remembered as a ghost for as many evictions as the order
 * has pages. That much is S3-FIFO with one access bit (J. Yang et al., SOSP 2023). What differs is that three decisions
 * are not rules but questions, put to the pages themselves, again and again:
 *
 *   RETURN    a page comes back while its ghost is there: does it take the place of MAIN's next victim?
 *   PROMOTE   a page was used in PROBATION: does it take the place of MAIN's next victim?
 *   SHARE     a page leaves PROBATION unused: would it have been worth more than MAIN's next victim?
 *
 * Each question is a duel of two keys: which of them is asked for first? The answer moves a score (RETURN, PROMOTE) or the
 * share of PROBATION. A duel goes on whether or not its pages are still here, so what was decided does not colour the
 * answer. That is all that adapts: a loop larger than the cache keeps MAIN as it is, for the pages there are always asked
 * for first; a changing working set fills it anew; a zigzag, on which S3-FIFO falls to a few hits, is served like by LRU.
 * Figures: ARCHITECTURE.md, "Eviction".
 */

import { VERIFY } from "./check";
import {
  frameHang,
  frameUnhang,
  recordGive,
  recordLive,
  recordMove,
  recordReserve,
  recordsCheck,
  recordTake,
} from "./frames";
import { mix64 } from "./hash";
import { LINE_BYTES } from "./layout";
import {
  FRAME_BYTES,
  GHOST_FRAMES,
  GHOST_LINES,
  NODE_AREA_AT,
  NODE_BODY_AT,
  NODE_BYTES,
  NODE_CHARGE_AT,
  NODE_DUELIST_AT,
  NODE_LANE_AT,
  NODE_MARK_AT,
  NODE_OFFSET_AT,
  NODE_OLDER_AT,
  NODE_RECORDS,
  NODE_YOUNGER_AT,
  ORDER_BYTES,
  ORDER_CHARGED,
  ORDER_CLIENT_AT,
  ORDER_DUELS_AT,
  ORDER_EVICTIONS_AT,
  ORDER_HAND_AT,
  ORDER_LANES_AT,
  ORDER_LEFT_AT,
  ORDER_PARENT_AT,
  ORDER_RANK_AT,
  ORDER_RECORDS,
  ORDER_RIGHT_AT,
  ORDER_RINGS_AT,
  ORDER_SCORES_AT,
  ORDER_SHARE_AT,
  ORDER_SPENT_AT,
  ORDER_TICKS_AT,
  ORDER_TOP,
  ORDER_WEIGHT_AT,
  SECRET_PTR,
} from "./records";

/** Queues. What orderChoose answers is one of them, with ACCESSED and FROM_MAIN added where they hold. */
export const PROBATION: u32 = 1;
export const MAIN: u32 = 2;
/** The page counts as used already: it was here before, and came back. */
export const ACCESSED: u32 = 4;
/** Its place is to be MAIN's next victim's. */
export const FROM_MAIN: u32 = 8;
/** It is a challenger in a duel. */
const DUELIST: u32 = 16;

/** How a page leaves. What went because room was wanted, or was taken by an exclusive load, leaves a ghost. */
export const enum Leave {
  FORGOTTEN,
  EVICTED,
  /** The owner has it and may bring it back: it then gets a place in the queue in which it was. */
  TAKEN,
}

/** Questions, by the index of their ring. */
const RETURN: u32 = 0;
const PROMOTE: u32 = 1;
const SHARE: u32 = 2;

/**
 * Shares of PROBATION in 65,536ths of the order's bytes: a tenth to begin with, as in S3-FIFO; never less than a
 * twentieth, nor more than that for MAIN, so that each can still prove itself; a hundredth a step.
 */
const SHARE_FIRST: u32 = 6554;
const SHARE_MIN: u32 = 3277;
const SHARE_MAX: u32 = 62259;
const SHARE_STEP: u32 = 655;
/** A score this far from 0 is certain enough; further off it would take too long to change. */
const SCORE_MAX: i32 = 16;
/** While a score is 0 only this part of the pages may be replaced on trust: a 24th. */
const TRUST_PART: u32 = 24;
/** Duels of a question under way at a time, and the part of the order's pages that come in between two beginnings. */
const DUEL_COUNT: u32 = 32;
const DUEL_SHIFT: u32 = 3;
/** PROBATION may be above its share by a 32nd of all bytes before pages are moved to MAIN for it. */
const SLACK_SHIFT: u32 = 5;
/** Bound of a search for a victim: nodes that get another round. The next one goes, used or not. */
const SEARCH_MAX: u32 = 64;
/** How many pages the hand passes for one that goes. */
const HAND_PAGES: u32 = 4;

/** What a lane holds, behind ORDER_LANES_AT + 24 * (lane - 1). */
const HEAD_AT: usize = 0;
const TAIL_AT: usize = 4;
const LANE_BYTES_AT: usize = 8;
const LANE_PAGES_AT: usize = 16;
const LANE_SPAN: u32 = 24;

/** What a ring holds, behind ORDER_RINGS_AT + 8 * question; its keys: challengers, then champions. */
const RING_NEXT_AT: usize = 0;
const RING_DUE_AT: usize = 4;
const RING_SHIFT: u32 = 3;
const RING_BYTES: u32 = DUEL_COUNT * 8;
if (ORDER_DUELS_AT + 3 * RING_BYTES != ORDER_BYTES) ERROR("duels must fill the order");
if (ORDER_DUELS_AT % 16 != 0 || ORDER_BYTES % 16 != 0) ERROR("duels are read in lanes of 16 bytes");

// ── orders ─────────────────────────────────────────────────────────────────────────────────────────────

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

export function orderSetWeight(order: usize, weight: u32): void {
  store<u32>(order, weight, ORDER_WEIGHT_AT);
  heapMove(order);
}

function laneOf(order: usize, lane: u32): usize {
  return order + ORDER_LANES_AT + (lane - 1) * LANE_SPAN;
}

function headOf(order: usize, lane: u32): usize {
  return <usize>load<u32>(laneOf(order, lane), HEAD_AT);
}

/** The node behind `node` of its queue; 0 asks for the first of a queue. For audits. */
export function orderNext(order: usize, lane: u32, node: usize): usize {
  return node ? <usize>load<u32>(node, NODE_YOUNGER_AT) : headOf(order, lane);
}

export function laneBytes(order: usize, lane: u32): u64 {
  return load<u64>(laneOf(order, lane), LANE_BYTES_AT);
}

export function lanePages(order: usize, lane: u32): u32 {
  return load<u32>(laneOf(order, lane), LANE_PAGES_AT);
}

export function orderBytes(order: usize): u64 {
  return laneBytes(order, PROBATION) + laneBytes(order, MAIN);
}

export function orderPages(order: usize): u32 {
  return lanePages(order, PROBATION) + lanePages(order, MAIN);
}

/** Pages in all orders. */
export function orderPagesSum(): u32 {
  return recordLive(NODE_RECORDS);
}

/** Charged bytes in all orders. */
export function orderBytesSum(): u64 {
  return load<u64>(ORDER_CHARGED);
}

function countCharge(change: u64): void {
  store<u64>(ORDER_CHARGED, orderBytesSum() + change);
}

// ── the heap of orders ─────────────────────────────────────────────────────────────────────────────────
// Who is furthest above its due is asked at each eviction, and changes with each page. A leftist heap (C. A. Crane, 1972) is
// made of links in the records alone: it takes no memory that could be missing, and no step visits more orders than some
// logarithms of their number. Rank: 1 more than the lesser of its children's; the left child has the greater one.

/** The order that is furthest above its due, bytes for weight, or 0 when no order has a page. */
export function orderPressed(): usize {
  const top = <usize>load<u32>(ORDER_TOP);
  return top && orderPages(top) ? top : 0;
}

/** Bytes stay below 2^44, weights are at most 2^16. */
function isAbove(one: usize, other: usize): bool {
  return (
    orderBytes(one) * load<u32>(other, ORDER_WEIGHT_AT) > orderBytes(other) * load<u32>(one, ORDER_WEIGHT_AT)
  );
}

function heapParent(order: usize): usize {
  return <usize>load<u32>(order, ORDER_PARENT_AT);
}

function heapLeft(order: usize): usize {
  return <usize>load<u32>(order, ORDER_LEFT_AT);
}

function heapRight(order: usize): usize {
  return <usize>load<u32>(order, ORDER_RIGHT_AT);
}

function rankOf(order: usize): u32 {
  return order ? load<u32>(order, ORDER_RANK_AT) : 0;
}

/** The order behind this one on a way through the heap that passes each once, 0 asks for the first; or 0. For audits. */
export function orderWalk(after: usize): usize {
  if (!after) return <usize>load<u32>(ORDER_TOP);
  if (heapLeft(after)) return heapLeft(after);
  // The greater rank stands left, so one without a left child has no right one.
  let order = after;
  let parent = heapParent(order);
  while (parent && (heapRight(parent) == order || !heapRight(parent))) {
    order = parent;
    parent = heapParent(order);
  }
  return parent ? heapRight(parent) : 0;
}

/** Puts the child of greater rank on the left. Answers whether the order's own rank has changed. */
function balance(order: usize): bool {
  const left = heapLeft(order);
  const right = heapRight(order);
  if (rankOf(left) < rankOf(right)) {
    store<u32>(order, right, ORDER_LEFT_AT);
    store<u32>(order, left, ORDER_RIGHT_AT);
  }
  const rank = min(rankOf(left), rankOf(right)) + 1;
  if (rank == rankOf(order)) return false;
  store<u32>(order, rank, ORDER_RANK_AT);
  return true;
}

/** Makes one heap of two, either of which may be 0. Depth: the sum of their ranks, so below 60. */
function merge(one: usize, other: usize): usize {
  if (!one || !other) return one + other;
  const top = isAbove(other, one) ? other : one;
  const right = merge(heapRight(top), one + other - top);
  store<u32>(top, right, ORDER_RIGHT_AT);
  store<u32>(right, top, ORDER_PARENT_AT);
  balance(top);
  return top;
}

function heapAdd(order: usize): void {
  store<u32>(order, 0, ORDER_LEFT_AT);
  store<u32>(order, 0, ORDER_RIGHT_AT);
  store<u32>(order, 1, ORDER_RANK_AT);
  setTop(merge(<usize>load<u32>(ORDER_TOP), order));
}

function heapRemove(order: usize): void {
  const joined = merge(heapLeft(order), heapRight(order));
  let parent = heapParent(order);
  if (!parent) {
    setTop(joined);
    return;
  }
  if (joined) store<u32>(joined, parent, ORDER_PARENT_AT);
  if (heapLeft(parent) == order) store<u32>(parent, joined, ORDER_LEFT_AT);
  else store<u32>(parent, joined, ORDER_RIGHT_AT);
  // A rank that changes is one more than the changed one below it, so this ends after a logarithm of steps.
  while (parent && balance(parent)) parent = heapParent(parent);
}

function setTop(order: usize): void {
  store<u32>(ORDER_TOP, order);
  if (order) store<u32>(order, 0, ORDER_PARENT_AT);
}

function heapMove(order: usize): void {
  heapRemove(order);
  heapAdd(order);
}

/** The order has more bytes than before. */
function heapRose(order: usize): void {
  const parent = heapParent(order);
  if (parent && isAbove(order, parent)) heapMove(order);
}

/** The order has fewer bytes than before. */
function heapFell(order: usize): void {
  const left = heapLeft(order);
  const right = heapRight(order);
  if ((left && isAbove(left, order)) || (right && isAbove(right, order))) heapMove(order);
}

// ── nodes ──────────────────────────────────────────────────────────────────────────────────────────────

/** True when the next orderInsert cannot fail. */
export function nodeReserve(): bool {
  return recordReserve(NODE_RECORDS, NODE_BYTES, 1);
}

export function nodeBody(node: usize): usize {
  return <usize>load<u32>(node, NODE_BODY_AT);
}

export function nodeArea(node: usize): usize {
  return <usize>load<u32>(node, NODE_AREA_AT);
}

export function nodeOffset(node: usize): u32 {
  return load<u32>(node, NODE_OFFSET_AT);
}

export function nodeCharge(node: usize): u32 {
  return load<u32>(node, NODE_CHARGE_AT);
}

export function nodeLane(node: usize): u32 {
  return load<u8>(node, NODE_LANE_AT);
}

export function nodeAccessed(node: usize): bool {
  return load<u8>(node, NODE_MARK_AT) != 0;
}

/** What names a page in duels and ghosts: 64 bits that nobody outside can aim at. The low half is never 0. */
export function keyHash(area: usize, offset: u32): u64 {
  const hash = mix64(((<u64>area) << 32) ^ <u64>offset ^ load<u64>(SECRET_PTR));
  return <u32>hash ? hash : hash | 1;
}

function nameOf(node: usize): u32 {
  return <u32>keyHash(nodeArea(node), nodeOffset(node));
}

function append(order: usize, node: usize, lane: u32): void {
  const at = laneOf(order, lane);
  const tail = <usize>load<u32>(at, TAIL_AT);
  store<u32>(node, tail, NODE_OLDER_AT);
  store<u32>(node, 0, NODE_YOUNGER_AT);
  if (tail) store<u32>(tail, node, NODE_YOUNGER_AT);
  else store<u32>(at, node, HEAD_AT);
  store<u32>(at, node, TAIL_AT);
  store<u8>(node, lane, NODE_LANE_AT);
  store<u64>(at, load<u64>(at, LANE_BYTES_AT) + nodeCharge(node), LANE_BYTES_AT);
  store<u32>(at, load<u32>(at, LANE_PAGES_AT) + 1, LANE_PAGES_AT);
}

function detach(order: usize, node: usize): void {
  const at = laneOf(order, nodeLane(node));
  const older = <usize>load<u32>(node, NODE_OLDER_AT);
  const younger = <usize>load<u32>(node, NODE_YOUNGER_AT);
  if (<usize>load<u32>(order, ORDER_HAND_AT) == node) store<u32>(order, younger, ORDER_HAND_AT);
  if (older) store<u32>(older, younger, NODE_YOUNGER_AT);
  else store<u32>(at, younger, HEAD_AT);
  if (younger) store<u32>(younger, older, NODE_OLDER_AT);
  else store<u32>(at, older, TAIL_AT);
  store<u64>(at, load<u64>(at, LANE_BYTES_AT) - nodeCharge(node), LANE_BYTES_AT);
  store<u32>(at, load<u32>(at, LANE_PAGES_AT) - 1, LANE_PAGES_AT);
}

/** To the tail of a queue, as not used yet. */
function again(order: usize, node: usize, lane: u32): void {
  detach(order, node);
  append(order, node, lane);
  store<u8>(node, 0, NODE_MARK_AT);
}

// ── a page comes, is used, goes ────────────────────────────────────────────────────────────────────────

/** Where a page that is not here belongs. Asked before room is made for it. */
export function orderChoose(order: usize, area: usize, offset: u32): u32 {
  const hash = keyHash(area, offset);
  store<u32>(order, load<u32>(order, ORDER_TICKS_AT) + 1, ORDER_TICKS_AT);
  settleDuels(order, <u32>hash);
  const ghost = ghostTake(order, hash);
  if (!ghost) return PROBATION;
  if (ghost != GHOST_EVICTED) return (ghost == GHOST_OF_MAIN ? MAIN : PROBATION) | ACCESSED;
  if (!headOf(order, MAIN) || isWide(order)) return MAIN;
  const victim = mainVictim(order);
  let asked: u32 = 0;
  if (isDue(order, RETURN)) {
    store<u8>(victim, 1, NODE_DUELIST_AT);
    beginDuel(order, RETURN, <u32>hash, nameOf(victim));
    asked = DUELIST;
  }
  return asked | (mayReplace(order, RETURN) ? MAIN | FROM_MAIN : PROBATION);
}

/**
 * Enters a page into the queue that orderChoose has named. `charge` is what it counts in bytes. nodeReserve has answered true.
 */
export function orderInsert(
  order: usize,
  area: usize,
  offset: u32,
  body: usize,
  charge: u32,
  choice: u32,
): usize {
  const node = recordTake(NODE_RECORDS, NODE_BYTES);
  store<u32>(node, body, NODE_BODY_AT);
  store<u32>(node, area, NODE_AREA_AT);
  store<u32>(node, offset, NODE_OFFSET_AT);
  store<u32>(node, charge, NODE_CHARGE_AT);
  append(order, node, choice & (PROBATION | MAIN));
  store<u8>(node, choice & ACCESSED ? 1 : 0, NODE_MARK_AT);
  store<u8>(node, choice & DUELIST ? 1 : 0, NODE_DUELIST_AT);
  // While nothing has to go MAIN fills up with what PROBATION has no share for. Two at a time keep up with any change.
  for (let i = 0; i < 2 && isWide(order); i += 1) again(order, headOf(order, PROBATION), MAIN);
  countCharge(charge);
  heapRose(order);
  ghostsGrow();
  return node;
}

/** The page is used. */
export function orderTouch(order: usize, node: usize): void {
  store<u8>(node, 1, NODE_MARK_AT);
  if (load<u8>(node, NODE_DUELIST_AT)) {
    store<u8>(node, 0, NODE_DUELIST_AT);
    settleDuels(order, nameOf(node));
  }
}

/** The page counts `charge` bytes from now on. */
export function orderRecharge(order: usize, node: usize, charge: u32): void {
  const lane = laneOf(order, nodeLane(node));
  const change = <u64>charge - nodeCharge(node);
  store<u64>(lane, load<u64>(lane, LANE_BYTES_AT) + change, LANE_BYTES_AT);
  store<u32>(node, charge, NODE_CHARGE_AT);
  countCharge(change);
  heapMove(order);
}

/** The page to go next. `fromMain`: one of MAIN, if it has one. The order has a page. */
export function orderVictim(order: usize, fromMain: bool): usize {
  return heavierThan(order, nextVictim(order, fromMain));
}

/**
 * A page of PROBATION that is not used and counts more than twice as much, or this one: what does not compress goes first, for in
 * its place two or three others can stay. A hand goes round the queue for it, a few pages each time. Where all weigh the same it
 * finds nothing.
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

/** The page leaves. */
export function orderRemove(order: usize, node: usize, how: Leave): void {
  if (how == Leave.EVICTED) store<u32>(order, load<u32>(order, ORDER_EVICTIONS_AT) + 1, ORDER_EVICTIONS_AT);
  if (how != Leave.FORGOTTEN) {
    const taken = nodeLane(node) == MAIN ? GHOST_OF_MAIN : GHOST_OF_PROBATION;
    ghostAdd(order, keyHash(nodeArea(node), nodeOffset(node)), how == Leave.EVICTED ? GHOST_EVICTED : taken);
  }
  detach(order, node);
  countCharge(-(<u64>nodeCharge(node)));
  heapFell(order);
  store<u32>(node, 0, NODE_BODY_AT);
  recordGive(NODE_RECORDS, node);
  ghostsShrink();
}

/** Moves the record of a node, if it is loose. Answers its address, or 0; its entry is the caller's to tell. */
export function nodeMove(order: usize, node: usize): usize {
  const to = recordMove(NODE_RECORDS, node);
  if (!to) return 0;
  const at = laneOf(order, nodeLane(to));
  const older = <usize>load<u32>(to, NODE_OLDER_AT);
  const younger = <usize>load<u32>(to, NODE_YOUNGER_AT);
  if (<usize>load<u32>(order, ORDER_HAND_AT) == node) store<u32>(order, to, ORDER_HAND_AT);
  if (older) store<u32>(older, to, NODE_YOUNGER_AT);
  else store<u32>(at, to, HEAD_AT);
  if (younger) store<u32>(younger, to, NODE_OLDER_AT);
  else store<u32>(at, to, TAIL_AT);
  return to;
}

export function nodeSetBody(node: usize, body: usize): void {
  store<u32>(node, body, NODE_BODY_AT);
}

/** Bytes that PROBATION should have. */
function shareBytes(order: usize): u64 {
  return (orderBytes(order) * load<u32>(order, ORDER_SHARE_AT)) >> 16;
}

/** Whether PROBATION has clearly more than its share: MAIN then takes pages without anybody having to go. */
function isWide(order: usize): bool {
  return laneBytes(order, PROBATION) > shareBytes(order) + (orderBytes(order) >> SLACK_SHIFT);
}

// ── duels ──────────────────────────────────────────────────────────────────────────────────────────────

function ringOf(order: usize, question: u32): usize {
  return order + ORDER_RINGS_AT + (question << RING_SHIFT);
}

function isDue(order: usize, question: u32): bool {
  return <i32>(load<u32>(order, ORDER_TICKS_AT) - load<u32>(ringOf(order, question), RING_DUE_AT)) >= 0;
}

function challenge(order: usize, question: u32, challenger: usize, champion: usize): void {
  if (!isDue(order, question)) return;
  store<u8>(challenger, 1, NODE_DUELIST_AT);
  store<u8>(champion, 1, NODE_DUELIST_AT);
  beginDuel(order, question, nameOf(challenger), nameOf(champion));
}

/** Two keys, by their names: whichever is asked for first will have won. The oldest duel of the question is forgotten. */
function beginDuel(order: usize, question: u32, challenger: u32, champion: u32): void {
  const ring = ringOf(order, question);
  const next = load<u32>(ring, RING_NEXT_AT);
  const duel = duelsOf(order, question) + (next << 2);
  store<u32>(duel, challenger);
  store<u32>(duel + DUEL_COUNT * 4, champion);
  store<u32>(ring, (next + 1) % DUEL_COUNT, RING_NEXT_AT);
  store<u32>(ring, load<u32>(order, ORDER_TICKS_AT) + (orderPages(order) >> DUEL_SHIFT), RING_DUE_AT);
}

/** Challengers of a question; the champions stand behind them. */
function duelsOf(order: usize, question: u32): usize {
  return order + ORDER_DUELS_AT + question * RING_BYTES;
}

/** A key is asked for: it wins every duel it is in. Looks at four names at a time. Bound: 48 steps. */
function settleDuels(order: usize, name: u32): void {
  const names = i32x4.splat(name);
  for (let at: u32 = 0; at < 3 * RING_BYTES; at += 16) {
    const hits = i32x4.eq(v128.load(order + ORDER_DUELS_AT + at), names);
    if (v128.any_true(hits)) settleFour(order, at, i32x4.bitmask(hits));
  }
}

/** Settles those of four duels in which the key was found, `at` bytes into the duels. */
function settleFour(order: usize, at: u32, hits: u32): void {
  const question = at / RING_BYTES;
  const challenged = at % RING_BYTES < DUEL_COUNT * 4;
  let left = hits;
  while (left) {
    const name = order + ORDER_DUELS_AT + at + (ctz<u32>(left) << 2);
    store<u32>(name, 0);
    store<u32>(challenged ? name + DUEL_COUNT * 4 : name - DUEL_COUNT * 4, 0);
    if (question == SHARE) learnShare(order, challenged);
    else learnScore(order, question, challenged);
    left &= left - 1;
  }
}

function learnShare(order: usize, challengerWon: bool): void {
  const share = load<u32>(order, ORDER_SHARE_AT);
  const learnt = challengerWon ? min(share + SHARE_STEP, SHARE_MAX) : max(share - SHARE_STEP, SHARE_MIN);
  store<u32>(order, learnt, ORDER_SHARE_AT);
}

function learnScore(order: usize, question: u32, challengerWon: bool): void {
  const at = order + (question << 2);
  const score = load<i32>(at, ORDER_SCORES_AT);
  store<i32>(at, challengerWon ? min(score + 1, SCORE_MAX) : max(score - 1, -SCORE_MAX), ORDER_SCORES_AT);
  if (challengerWon) store<u32>(at, 0, ORDER_SPENT_AT);
}

/** Whether a page may take the place of MAIN's victim: as the duels say, or, while they say nothing, on trust. */
function mayReplace(order: usize, question: u32): bool {
  const at = order + (question << 2);
  const score = load<i32>(at, ORDER_SCORES_AT);
  if (score) return score > 0;
  const spent = load<u32>(at, ORDER_SPENT_AT);
  if (spent >= orderPages(order) / TRUST_PART) return false;
  store<u32>(at, spent + 1, ORDER_SPENT_AT);
  return true;
}

// ── ghosts ─────────────────────────────────────────────────────────────────────────────────────────────
// Lines of eight ghosts, found by hash; in a line the youngest stands first, and a ninth pushes the oldest out.
//
//   ghost, 8 bytes:   name u32 │ evictions of its order, low 30 bits │ kind 2
//
// There are at least as many as ephemeral pages: a frame of them is added with every 512 pages, and goes when there are four
// times as many as pages. Like a table
// (table.ts) they grow by splitting; ghosts that would have to move are forgotten instead.

const GHOST_EVICTED: u32 = 1;
const GHOST_OF_PROBATION: u32 = 2;
const GHOST_OF_MAIN: u32 = 3;
const GHOST_BYTES: u32 = 8;
const GHOSTS_A_LINE: u32 = LINE_BYTES / GHOST_BYTES;
const STAMP_AT: usize = 4;
const STAMP_SHIFT: u32 = 2;
const STAMP_MASK: u32 = ((<u32>-1) << STAMP_SHIFT) >> STAMP_SHIFT;
const LINES_A_FRAME: u32 = FRAME_BYTES / LINE_BYTES;
/** Part of the ghosts that pages must be, or the last frame of them goes. */
const GHOST_PART: u32 = 4;
const POINTER_SHIFT: u32 = 10;
const POINTER_MASK: u32 = (1 << POINTER_SHIFT) - 1;
if (4 << POINTER_SHIFT != FRAME_BYTES) ERROR("pointers must fill a frame");

/** The line for a hash, or 0 while there is none. */
function ghostLine(hash: u64): usize {
  const lines = load<u32>(GHOST_LINES);
  if (!lines) return 0;
  const mask = <u32>-1 >> clz<u32>(lines - 1);
  let line = <u32>(hash >> 32) & mask;
  if (line >= lines) line &= mask >> 1;
  return load<u32>(ghostPointer(line / LINES_A_FRAME)) + (line % LINES_A_FRAME) * LINE_BYTES;
}

/** Where the pointer to the frame of pointers for frame number `frame` of ghosts stands. */
function ghostTop(frame: u32): usize {
  return load<u32>(GHOST_FRAMES) + ((frame >> POINTER_SHIFT) << 2);
}

/** Where the pointer to that frame stands. */
function ghostPointer(frame: u32): usize {
  return load<u32>(ghostTop(frame)) + ((frame & POINTER_MASK) << 2);
}

/** Adds a frame of ghosts when there are more pages than ghosts, if there is memory for one. */
function ghostsGrow(): void {
  const lines = load<u32>(GHOST_LINES);
  if (recordLive(NODE_RECORDS) <= lines * GHOSTS_A_LINE) return;
  const frame = lines / LINES_A_FRAME;
  if (!load<u32>(GHOST_FRAMES) && !frameHang(GHOST_FRAMES)) return;
  if (!load<u32>(ghostTop(frame)) && !frameHang(ghostTop(frame))) return;
  if (!frameHang(ghostPointer(frame))) return;
  store<u32>(GHOST_LINES, lines + LINES_A_FRAME);
}

/** Takes the last frame of ghosts away when there are four times as many as pages: all but the first while there are orders. */
function ghostsShrink(): void {
  const lines = load<u32>(GHOST_LINES);
  if (!lines || recordLive(NODE_RECORDS) > (lines * GHOSTS_A_LINE) / GHOST_PART) return;
  const frame = lines / LINES_A_FRAME - 1;
  if (!frame && recordLive(ORDER_RECORDS)) return;
  frameUnhang(ghostPointer(frame));
  if (!(frame & POINTER_MASK)) frameUnhang(ghostTop(frame));
  if (!frame) frameUnhang(GHOST_FRAMES);
  store<u32>(GHOST_LINES, frame * LINES_A_FRAME);
}

function ghostAdd(order: usize, hash: u64, kind: u32): void {
  const line = ghostLine(hash);
  if (!line) return;
  memory.copy(line + GHOST_BYTES, line, LINE_BYTES - GHOST_BYTES);
  store<u32>(line, <u32>hash);
  store<u32>(line, (load<u32>(order, ORDER_EVICTIONS_AT) << STAMP_SHIFT) | kind, STAMP_AT);
}

/** What is remembered of a key: its kind, and then it is forgotten. 0 when it is too long ago. */
function ghostTake(order: usize, hash: u64): u32 {
  const line = ghostLine(hash);
  if (!line) return 0;
  for (let ghost = line; ghost < line + LINE_BYTES; ghost += GHOST_BYTES) {
    if (load<u32>(ghost) != <u32>hash) continue;
    const stamp = load<u32>(ghost, STAMP_AT);
    store<u32>(ghost, 0);
    const age = (load<u32>(order, ORDER_EVICTIONS_AT) - (stamp >> STAMP_SHIFT)) & STAMP_MASK;
    return age <= orderPages(order) ? stamp & 3 : 0;
  }
  return 0;
}

// ── checks ─────────────────────────────────────────────────────────────────────────────────────────────

/** True when records account for all. Whether each order is right, orderRight says, and whose pages they are, audit.ts. */
export function orderCheck(): bool {
  return recordsCheck(ORDER_RECORDS, ORDER_BYTES) && recordsCheck(NODE_RECORDS, NODE_BYTES);
}

/** True when an order's queues add up, and in the verify build when it stands in its place in the heap. */
export function orderRight(order: usize): bool {
  if (!laneCheck(order, PROBATION) || !laneCheck(order, MAIN) || (VERIFY && !heapCheck(order))) return false;
  const hand = <usize>load<u32>(order, ORDER_HAND_AT);
  if (hand && (!nodeBody(hand) || nodeLane(hand) != PROBATION)) return false;
  const share = load<u32>(order, ORDER_SHARE_AT);
  return share >= SHARE_MIN && share <= SHARE_MAX;
}

/** Orders that are open. */
export function orderCount(): u32 {
  return recordLive(ORDER_RECORDS);
}

/** An order in the heap: its parent leads to it and is no less above its due, its rank is that of its right child and 1. */
function heapCheck(order: usize): bool {
  const parent = heapParent(order);
  if (!parent && <usize>load<u32>(ORDER_TOP) != order) return false;
  if (parent && ((heapLeft(parent) != order && heapRight(parent) != order) || isAbove(order, parent)))
    return false;
  return rankOf(heapLeft(order)) >= rankOf(heapRight(order)) && rankOf(order) == rankOf(heapRight(order)) + 1;
}

function laneCheck(order: usize, lane: u32): bool {
  const bound = lanePages(order, lane);
  let pages: u32 = 0;
  let bytes: u64 = 0;
  let older: usize = 0;
  for (let node = orderNext(order, lane, 0); node && pages <= bound; node = orderNext(order, lane, node)) {
    if (!nodeBody(node) || nodeLane(node) != lane) return false;
    if (<usize>load<u32>(node, NODE_OLDER_AT) != older) return false;
    older = node;
    pages += 1;
    bytes += nodeCharge(node);
  }
  return (
    pages == bound &&
    bytes == laneBytes(order, lane) &&
    older == <usize>load<u32>(laneOf(order, lane), TAIL_AT)
  );
}
