/**
 * orders.spec.ts - an order opens and closes, and which page it gives up. That all parts together do what
 * they should is shown against a plain twin (tests/model/order.test.ts).
 */

import { NODE_MARK_AT, NODE_YOUNGER_AT, ORDER_SHARE_AT } from "../../../../assembly/ground/records";
import { orderWalk } from "../../../../assembly/owners/eviction/heap";
import { laneNext, MAIN, nodeOffset, PROBATION } from "../../../../assembly/owners/eviction/lanes";
import {
  Leave,
  orderChoose,
  orderClient,
  orderClose,
  orderRemove,
  orderTouch,
} from "../../../../assembly/owners/eviction/orders";
import { freshEngine, seed } from "../../support";
import { AREA, evict, open, put, right } from "./support";

let order: usize = 0;

describe("order", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(5);
    order = open(4, 100);
  });

  it("opens, is walked, closes", () => {
    const other = open(8, 1);
    expect(orderClient(order)).toBe(4);
    const first = orderWalk(0);
    const second = orderWalk(first);
    expect(first + second).toBe(order + other);
    expect(orderWalk(second)).toBe(0);
    orderClose(order);
    expect(orderWalk(0)).toBe(other);
    expect(orderWalk(other)).toBe(0);
    expect(right()).toBeTruthy();
  });

  it("does not close over pages", () => {
    expect(() => {
      put(order, 1);
      orderClose(order);
    }).toThrow();
  });

  it("looks at a bounded number of pages for a victim, though all are marked", () => {
    for (let i: u32 = 0; i < 500; i++) put(order, i);
    for (let node = laneNext(order, MAIN, 0); node; node = laneNext(order, MAIN, node))
      orderTouch(order, node);
    expect(evict(order, true)).toBe(64);
    for (let node = laneNext(order, PROBATION, 0); node; node = laneNext(order, PROBATION, node))
      orderTouch(order, node);
    evict(order);
    expect(right()).toBeTruthy();
  });

  it("forgets a page that is invalidated", () => {
    for (let i: u32 = 0; i < 100; i++) put(order, i);
    const node = laneNext(order, MAIN, 0);
    const offset = nodeOffset(node);
    orderRemove(order, node, Leave.FORGOTTEN);
    expect(orderChoose(order, AREA, offset)).toBe(PROBATION);
  });

  it("notices damage", () => {
    for (let i: u32 = 0; i < 50; i++) put(order, i);
    const node = laneNext(order, MAIN, 0);
    const next = load<u32>(node, NODE_YOUNGER_AT);
    store<u32>(node, 0, NODE_YOUNGER_AT);
    expect(right()).toBeFalsy();
    store<u32>(node, next, NODE_YOUNGER_AT);
    store<u8>(node, 1, NODE_MARK_AT);
    expect(right()).toBeTruthy();
    store<u32>(order, 1, ORDER_SHARE_AT);
    expect(right()).toBeFalsy();
  });
});
