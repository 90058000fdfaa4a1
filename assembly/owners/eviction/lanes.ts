/**
 * lanes.ts - the ephemeral pages of a client in two queues, first in first out.
 *
 * Owns:   a node for each ephemeral page (kind NODE_RECORDS); of an order's record the two lanes, and the
 *         hand.
 * Keeps:  a node is in exactly one of its order's two lanes; a lane's bytes and pages are the sums over its
 *         nodes.
 * Cost:   a page in or out touches its two neighbours and its lane.
 *
 * Which page moves, and which goes, is decided in orders.ts.
 */

import { mix64 } from "../../ground/hash";
import {
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
  ORDER_HAND_AT,
  ORDER_LANES_AT,
  ORDER_SHARE_AT,
  SECRET_PTR,
} from "../../ground/records";
import { recordGive, recordLive, recordMove, recordReserve, recordTake } from "../../memory/frames";

/** The two lanes: new pages, and pages that were used. */
export const PROBATION: u32 = 1;
export const MAIN: u32 = 2;

/** PROBATION may have a 32nd of all bytes more than its share before pages are moved to MAIN. */
const SLACK_SHIFT: u32 = 5;

/** A lane, in the order's record at ORDER_LANES_AT + 24 * (lane - 1). */
const HEAD_AT: usize = 0;
const TAIL_AT: usize = 4;
const LANE_BYTES_AT: usize = 8;
const LANE_PAGES_AT: usize = 16;
const LANE_SPAN: u32 = 24;

// ── nodes ─────────────────────────────────────────────────────────────────────────────────────────────

/** True when the next nodeTake cannot fail. */
export function nodeReserve(): bool {
  return recordReserve(NODE_RECORDS, NODE_BYTES, 1);
}

/** A node, in no lane yet. nodeReserve has answered true. */
export function nodeTake(area: usize, offset: u32, body: usize, charge: u32): usize {
  const node = recordTake(NODE_RECORDS, NODE_BYTES);
  store<u32>(node, body, NODE_BODY_AT);
  store<u32>(node, area, NODE_AREA_AT);
  store<u32>(node, offset, NODE_OFFSET_AT);
  store<u32>(node, charge, NODE_CHARGE_AT);
  nodeMark(node, false);
  nodeSetDuelist(node, false);
  return node;
}

/** Forgets a node that is in no lane any more. */
export function nodeGive(node: usize): void {
  store<u32>(node, 0, NODE_BODY_AT);
  recordGive(NODE_RECORDS, node);
}

/** Nodes of all orders. */
export function nodeCount(): u32 {
  return recordLive(NODE_RECORDS);
}

export function nodeBody(node: usize): usize {
  return <usize>load<u32>(node, NODE_BODY_AT);
}

export function nodeSetBody(node: usize, body: usize): void {
  store<u32>(node, body, NODE_BODY_AT);
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

/** Whether the page was used since it was last looked at. */
export function nodeAccessed(node: usize): bool {
  return load<u8>(node, NODE_MARK_AT) != 0;
}

export function nodeMark(node: usize, accessed: bool): void {
  store<u8>(node, accessed ? 1 : 0, NODE_MARK_AT);
}

/** Whether the key of the page may stand in a duel. */
export function nodeDuelist(node: usize): bool {
  return load<u8>(node, NODE_DUELIST_AT) != 0;
}

export function nodeSetDuelist(node: usize, duelist: bool): void {
  store<u8>(node, duelist ? 1 : 0, NODE_DUELIST_AT);
}

/** Names a page in duels and ghosts: 64 bits at which no caller can aim. The low half is never 0. */
export function keyHash(area: usize, offset: u32): u64 {
  const hash = mix64(((<u64>area) << 32) ^ <u64>offset ^ load<u64>(SECRET_PTR));
  return <u32>hash ? hash : hash | 1;
}

/** The name of a node's key in duels: the low half of its hash. */
export function nameOf(node: usize): u32 {
  return <u32>keyHash(nodeArea(node), nodeOffset(node));
}

// ── lanes ─────────────────────────────────────────────────────────────────────────────────────────────

function laneOf(order: usize, lane: u32): usize {
  return order + ORDER_LANES_AT + (lane - 1) * LANE_SPAN;
}

export function headOf(order: usize, lane: u32): usize {
  return <usize>load<u32>(laneOf(order, lane), HEAD_AT);
}

/** The node behind `node` in its lane; the first one of a lane for 0; 0 at the end. */
export function laneNext(order: usize, lane: u32, node: usize): usize {
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

/** Puts a node at the tail of a lane. */
export function append(order: usize, node: usize, lane: u32): void {
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

/** Takes a node out of its lane. The hand passes on to the next one if it stood there. */
export function detach(order: usize, node: usize): void {
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

/** Moves a node to the tail of a lane, as not used yet. */
export function again(order: usize, node: usize, lane: u32): void {
  detach(order, node);
  append(order, node, lane);
  nodeMark(node, false);
}

/**
 * The node counts `charge` bytes from now on. Answers the change, which is negative modulo 2^64 if it counts
 * less.
 */
export function laneRecharge(order: usize, node: usize, charge: u32): u64 {
  const lane = laneOf(order, nodeLane(node));
  const change = <u64>charge - nodeCharge(node);
  store<u64>(lane, load<u64>(lane, LANE_BYTES_AT) + change, LANE_BYTES_AT);
  store<u32>(node, charge, NODE_CHARGE_AT);
  return change;
}

/**
 * Moves the record of a node, if it is loose. Answers its address, or 0; its entry is the caller's to tell.
 */
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

/** Bytes that PROBATION should have. */
export function shareBytes(order: usize): u64 {
  return (orderBytes(order) * load<u32>(order, ORDER_SHARE_AT)) >> 16;
}

/**
 * Whether PROBATION has clearly more than its share: then its pages move to MAIN, and none has to go for
 * that.
 */
export function isWide(order: usize): bool {
  return laneBytes(order, PROBATION) > shareBytes(order) + (orderBytes(order) >> SLACK_SHIFT);
}

// ── checks ────────────────────────────────────────────────────────────────────────────────────────────

/** True when the links, the sums and the hand of both lanes are right. */
export function lanesCheck(order: usize): bool {
  if (!laneCheck(order, PROBATION) || !laneCheck(order, MAIN)) return false;
  const hand = <usize>load<u32>(order, ORDER_HAND_AT);
  return !hand || (nodeBody(hand) != 0 && nodeLane(hand) == PROBATION);
}

function laneCheck(order: usize, lane: u32): bool {
  const bound = lanePages(order, lane);
  let pages: u32 = 0;
  let bytes: u64 = 0;
  let older: usize = 0;
  for (let node = laneNext(order, lane, 0); node && pages <= bound; node = laneNext(order, lane, node)) {
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
