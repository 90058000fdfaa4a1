/**
 * support.ts - what the specs of eviction share: an order, pages that come and go by its own choice, and its
 * checks.
 */

import { ORDER_WEIGHT_AT } from "../../../../assembly/ground/records";
import {
  Leave,
  nodeOffset,
  nodeReserve,
  orderBytes,
  orderBytesSum,
  orderCheck,
  orderChoose,
  orderCount,
  orderInsert,
  orderOpen,
  orderRemove,
  orderReserve,
  orderRight,
  orderVictim,
  orderWalk,
} from "../../../../assembly/owners/eviction/orders";

export const AREA: usize = 0x5550;
export const BODY: usize = 0x8880;

export function open(client: usize, weight: u32): usize {
  assert(orderReserve());
  return orderOpen(client, weight);
}

/** A page comes, as it does in a store. Answers its node. */
export function put(order: usize, offset: u32, charge: u32 = 1000): usize {
  assert(nodeReserve());
  return orderInsert(order, AREA, offset, BODY, charge, orderChoose(order, AREA, offset));
}

/** Lets the next victim go and answers its offset. */
export function evict(order: usize, fromMain: bool = false): u32 {
  const node = orderVictim(order, fromMain);
  const offset = nodeOffset(node);
  orderRemove(order, node, Leave.EVICTED);
  return offset;
}

/** Whether records account for all, and every order is right and found in the heap. */
export function right(): bool {
  let orders: u32 = 0;
  let bytes: u64 = 0;
  for (let one = orderWalk(0); one; one = orderWalk(one)) {
    if (!orderRight(one)) return false;
    orders++;
    bytes += orderBytes(one);
  }
  return orderCheck() && orders == orderCount() && bytes == orderBytesSum();
}

/** Bytes for weight. */
export function due(order: usize): f64 {
  return <f64>orderBytes(order) / <f64>load<u32>(order, ORDER_WEIGHT_AT);
}
