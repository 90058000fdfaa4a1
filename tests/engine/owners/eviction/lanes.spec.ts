/**
 * lanes.spec.ts - nodes in two queues: their order, their sums, and the share of probation.
 */

import { ORDER_HAND_AT, SECRET_PTR } from "../../../../assembly/ground/records";
import { orderPressed } from "../../../../assembly/owners/eviction/heap";
import {
  again,
  append,
  detach,
  keyHash,
  laneBytes,
  laneNext,
  lanePages,
  laneRecharge,
  lanesCheck,
  MAIN,
  nodeAccessed,
  nodeCharge,
  nodeGive,
  nodeLane,
  nodeMark,
  nodeOffset,
  nodeReserve,
  nodeTake,
  orderBytes,
  orderPages,
  PROBATION,
} from "../../../../assembly/owners/eviction/lanes";
import { orderBytesSum, orderPagesSum, orderTouch } from "../../../../assembly/owners/eviction/orders";
import { freshEngine, seed } from "../../support";
import { AREA, BODY, evict, open, put, right } from "./support";

let order: usize = 0;

describe("lanes", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(5);
    order = open(4, 100);
  });

  it("puts new pages on probation, a tenth of them by bytes; what has no share there goes to the main queue", () => {
    for (let i: u32 = 0; i < 200; i++) put(order, i, 500 + (i % 5) * 100);
    expect(orderPages(order)).toBe(200);
    expect(orderPagesSum()).toBe(200);
    expect(orderBytesSum()).toBe(orderBytes(order));
    expect(laneBytes(order, PROBATION) + laneBytes(order, MAIN)).toBe(orderBytes(order));
    expect(laneBytes(order, PROBATION)).toBeLessThan(orderBytes(order) / 7);
    expect(laneBytes(order, PROBATION)).toBeGreaterThan(orderBytes(order) / 12);
    // The oldest are in the main queue, in the order in which they came.
    let node = laneNext(order, MAIN, 0);
    for (let i: u32 = 0; i < lanePages(order, MAIN); i++) {
      assert(nodeOffset(node) == i && nodeLane(node) == MAIN);
      node = laneNext(order, MAIN, node);
    }
    expect(node).toBe(0);
    expect(right()).toBeTruthy();
  });

  it("a use is a mark; marked pages get another round", () => {
    for (let i: u32 = 0; i < 100; i++) put(order, i);
    const head = laneNext(order, MAIN, 0);
    orderTouch(order, head);
    expect(nodeAccessed(head)).toBeTruthy();
    expect(evict(order, true)).toBe(nodeOffset(head) + 1);
    expect(nodeAccessed(head)).toBeFalsy();
    expect(nodeCharge(head)).toBe(1000);
    // It stands at the tail now.
    let last = head;
    while (laneNext(order, MAIN, last)) last = laneNext(order, MAIN, last);
    expect(last).toBe(head);
    expect(right()).toBeTruthy();
  });

  it("counts more bytes than 32 bits tell", () => {
    const other = open(8, 100);
    for (let i: u32 = 0; i < 65_600; i++) put(order, i, 65_608);
    expect(orderBytes(order)).toBe(<u64>65_600 * 65_608);
    expect(orderBytesSum()).toBe(<u64>65_600 * 65_608);
    const heavy = order;
    order = other;
    for (let i: u32 = 0; i < 1000; i++) put(order, 100_000 + i, 60_000);
    expect(orderPressed()).toBe(heavy);
    expect(right()).toBeTruthy();
  });

  it("names keys by a hash that depends on the secret", () => {
    const hash = keyHash(AREA, 7);
    expect(keyHash(AREA, 7)).toBe(hash);
    expect(keyHash(AREA, 8)).not.toBe(hash);
    expect(keyHash(AREA + 4, 7)).not.toBe(hash);
    store<u64>(SECRET_PTR, load<u64>(SECRET_PTR) + 1);
    expect(keyHash(AREA, 7)).not.toBe(hash);
  });

  it("moves a node between lanes, keeps both sums, and passes the hand on", () => {
    for (let i: u32 = 0; i < 12; i++) {
      assert(nodeReserve());
      append(order, nodeTake(AREA, i, BODY, 100 + i), PROBATION);
    }
    expect(lanePages(order, PROBATION)).toBe(12);
    expect(laneBytes(order, PROBATION)).toBe(12 * 100 + 66);
    expect(lanesCheck(order)).toBeTruthy();
    const third = laneNext(order, PROBATION, laneNext(order, PROBATION, laneNext(order, PROBATION, 0)));
    const fourth = laneNext(order, PROBATION, third);
    nodeMark(third, true);
    store<u32>(order, third, ORDER_HAND_AT);
    again(order, third, MAIN);
    expect(<usize>load<u32>(order, ORDER_HAND_AT)).toBe(fourth);
    expect(nodeLane(third)).toBe(MAIN);
    expect(nodeAccessed(third)).toBeFalsy();
    expect(lanePages(order, MAIN)).toBe(1);
    expect(laneBytes(order, MAIN)).toBe(nodeCharge(third));
    expect(laneRecharge(order, third, 5)).toBe(<u64>5 - 102);
    expect(laneBytes(order, MAIN)).toBe(5);
    expect(orderBytes(order)).toBe(12 * 100 + 66 - 102 + 5);
    expect(lanesCheck(order)).toBeTruthy();
    detach(order, third);
    nodeGive(third);
    expect(lanePages(order, MAIN)).toBe(0);
    // A hand that stands in no lane is noticed.
    store<u32>(order, third, ORDER_HAND_AT);
    expect(lanesCheck(order)).toBeFalsy();
  });
});
