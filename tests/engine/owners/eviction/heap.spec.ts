/**
 * heap.spec.ts - the order furthest above its due is the one that a look at all of them finds.
 */

import { ORDER_WEIGHT_AT } from "../../../../assembly/ground/records";
import { orderPressed, orderSetWeight, orderWalk } from "../../../../assembly/owners/eviction/heap";
import { orderPages } from "../../../../assembly/owners/eviction/lanes";
import {
  Leave,
  orderClose,
  orderRecharge,
  orderRemove,
  orderVictim,
} from "../../../../assembly/owners/eviction/orders";
import { BUFFER_PTR, below, freshEngine, seed } from "../../support";
import { due, evict, open, put, right } from "./support";

const ORDERS: usize = BUFFER_PTR;
let order: usize = 0;

describe("heap", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(5);
    order = open(4, 100);
  });

  it("presses the order that has most for its weight, and only one with pages", () => {
    const heavy = open(8, 300);
    expect(orderPressed()).toBe(0);
    for (let i: u32 = 0; i < 10; i++) put(order, i);
    expect(orderPressed()).toBe(order);
    const light = order;
    order = heavy;
    for (let i: u32 = 0; i < 29; i++) put(order, i);
    expect(orderPressed()).toBe(light);
    put(order, 29);
    put(order, 30);
    expect(orderPressed()).toBe(heavy);
    orderSetWeight(heavy, 400);
    expect(orderPressed()).toBe(light);
    orderSetWeight(heavy, 200);
    expect(orderPressed()).toBe(heavy);
  });

  it("presses the one that a look at all of them finds, whatever comes and goes, and visits few", () => {
    freshEngine(0, 256);
    const COUNT: u32 = 700;
    for (let i: u32 = 0; i < COUNT; i++) store<u32>(ORDERS + i * 4, open(i + 1, 1 + below(1000)));
    for (let step: u32 = 0; step < 12_000; step++) {
      const i = below(COUNT);
      order = <usize>load<u32>(ORDERS + i * 4);
      const draw = below(100);
      if (draw < 45) put(order, step, 100 + below(5000));
      else if (draw < 60 && orderPages(order))
        orderRecharge(order, orderVictim(order, false), 100 + below(3000));
      else if (draw < 64) orderSetWeight(order, 1 + below(1000));
      else if (draw < 67) {
        while (orderPages(order)) orderRemove(order, orderVictim(order, false), Leave.FORGOTTEN);
        orderClose(order);
        store<u32>(ORDERS + i * 4, open(i + 1, 1 + below(1000)));
      } else if (orderPressed()) {
        order = orderPressed();
        evict(order);
      }
      const pressed = orderPressed();
      let most: f64 = 0;
      for (let j: u32 = 0; j < COUNT; j++) most = max(most, due(<usize>load<u32>(ORDERS + j * 4)));
      assert(pressed ? due(pressed) == most : most == 0);
      if (step % 500 == 0) assert(right());
    }
    expect(right()).toBeTruthy();
    let count: u32 = 0;
    for (let one = orderWalk(0); one; one = orderWalk(one)) count++;
    expect(count).toBe(COUNT);
  });

  it("notices an order that is not in its place", () => {
    const other = open(8, 100);
    put(order, 1);
    expect(right()).toBeTruthy();
    store<u32>(order, 1_000_000, ORDER_WEIGHT_AT);
    order = other;
    put(order, 2);
    store<u32>(other, 1_000_000_000, ORDER_WEIGHT_AT);
    expect(right()).toBeFalsy();
  });
});
