/**
 * heap.ts - which client's ephemeral pages go next: the one furthest above its due.
 *
 * Owns:   ORDER_TOP; of an order's record its weight, and its links and rank in the heap.
 * Keeps:  no order is further above its due than its parent in the heap; the child of greater rank is the
 *         left one.
 * Cost:   when an order's bytes change, the orders next to it in the heap, rarely some more: a logarithm of
 *         their number.
 *
 * The order furthest above its due is wanted at each eviction, and it changes with each page. A leftist heap
 * (C. A. Crane, 1972) consists of links in the records alone, so it needs no memory that could be missing,
 * and no step visits more orders than some logarithms of their number. The rank of an order is 1 more than
 * the lesser rank of its children; 0 if there is no child.
 */

import {
  ORDER_LEFT_AT,
  ORDER_PARENT_AT,
  ORDER_RANK_AT,
  ORDER_RIGHT_AT,
  ORDER_TOP,
  ORDER_WEIGHT_AT,
} from "../../ground/records";
import { orderBytes, orderPages } from "./lanes";

/** The order that is furthest above its due, bytes for weight, or 0 when no order has a page. */
export function orderPressed(): usize {
  const top = <usize>load<u32>(ORDER_TOP);
  return top && orderPages(top) ? top : 0;
}

/** Changes the weight of an order. */
export function orderSetWeight(order: usize, weight: u32): void {
  store<u32>(order, weight, ORDER_WEIGHT_AT);
  heapMove(order);
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

/**
 * A way through the heap that passes each order once: the order behind `after`, the first for 0; 0 at the
 * end. For audits.
 */
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

export function heapAdd(order: usize): void {
  store<u32>(order, 0, ORDER_LEFT_AT);
  store<u32>(order, 0, ORDER_RIGHT_AT);
  store<u32>(order, 1, ORDER_RANK_AT);
  setTop(merge(<usize>load<u32>(ORDER_TOP), order));
}

export function heapRemove(order: usize): void {
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

export function heapMove(order: usize): void {
  heapRemove(order);
  heapAdd(order);
}

/** The order has more bytes than before. */
export function heapRose(order: usize): void {
  const parent = heapParent(order);
  if (parent && isAbove(order, parent)) heapMove(order);
}

/** The order has fewer bytes than before. */
export function heapFell(order: usize): void {
  const left = heapLeft(order);
  const right = heapRight(order);
  if ((left && isAbove(left, order)) || (right && isAbove(right, order))) heapMove(order);
}

/**
 * An order in the heap: its parent leads to it and is no less above its due, its rank is that of its right
 * child and 1.
 */
export function heapCheck(order: usize): bool {
  const parent = heapParent(order);
  if (!parent && <usize>load<u32>(ORDER_TOP) != order) return false;
  if (parent && ((heapLeft(parent) != order && heapRight(parent) != order) || isAbove(order, parent)))
    return false;
  return rankOf(heapLeft(order)) >= rankOf(heapRight(order)) && rankOf(order) == rankOf(heapRight(order)) + 1;
}
