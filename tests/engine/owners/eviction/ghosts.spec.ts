/**
 * ghosts.spec.ts - keys that went lately: remembered for as long as they should be, and no longer.
 */

import { GHOST_FRAMES, GHOST_LINES } from "../../../../assembly/ground/records";
import { frameTake } from "../../../../assembly/memory/frames";
import {
  GHOST_EVICTED,
  GHOST_OF_MAIN,
  ghostAdd,
  ghostTake,
} from "../../../../assembly/owners/eviction/ghosts";
import {
  laneNext,
  MAIN,
  nodeOffset,
  nodeReserve,
  orderPages,
  PROBATION,
} from "../../../../assembly/owners/eviction/lanes";
import {
  ACCESSED,
  FROM_MAIN,
  Leave,
  orderChoose,
  orderClose,
  orderInsert,
  orderOpen,
  orderPagesSum,
  orderRemove,
  orderReserve,
} from "../../../../assembly/owners/eviction/orders";
import { freshEngine, seed } from "../../support";
import { AREA, BODY, evict, open, put, right } from "./support";

let order: usize = 0;

describe("ghosts", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(5);
    order = open(4, 100);
  });

  it("remembers who went, for as many evictions as it has pages", () => {
    for (let i: u32 = 0; i < 100; i++) put(order, i);
    const gone = evict(order);
    // On trust, as long as nothing is known: it takes the place of the next victim.
    expect(orderChoose(order, AREA, gone) & (MAIN | FROM_MAIN)).toBe(MAIN | FROM_MAIN);
    expect(orderChoose(order, AREA, gone)).toBe(PROBATION);
    const early = evict(order);
    for (let i: u32 = 0; i < 120; i++) {
      put(order, 1000 + i);
      evict(order);
    }
    expect(orderChoose(order, AREA, early)).toBe(PROBATION);
  });

  it("gives a page that was taken its queue again, as one in use", () => {
    for (let i: u32 = 0; i < 100; i++) put(order, i);
    const main = laneNext(order, MAIN, 0);
    const probation = laneNext(order, PROBATION, 0);
    const one = nodeOffset(main);
    const other = nodeOffset(probation);
    orderRemove(order, main, Leave.TAKEN);
    orderRemove(order, probation, Leave.TAKEN);
    expect(orderChoose(order, AREA, one)).toBe(MAIN | ACCESSED);
    expect(orderChoose(order, AREA, other)).toBe(PROBATION | ACCESSED);
  });

  it("goes without ghosts when there is no memory for them", () => {
    freshEngine(0, 8);
    order = open(4, 1);
    assert(nodeReserve());
    while (frameTake()) {}
    orderInsert(order, AREA, 1, BODY, 10, PROBATION);
    expect(load<u32>(GHOST_LINES)).toBe(0);
    expect(evict(order)).toBe(1);
    expect(orderChoose(order, AREA, 1)).toBe(PROBATION);
    expect(open(8, 1) != 0).toBeTruthy();
    while (orderReserve()) orderOpen(8, 1);
    expect(right()).toBeTruthy();
  });

  it("has as many ghosts as pages, a frame of 512 at a time, and lets them go with the pages", () => {
    for (let i: u32 = 0; i < 2000; i++) {
      put(order, i);
      assert(load<u32>(GHOST_LINES) * 8 >= orderPagesSum());
    }
    expect(load<u32>(GHOST_LINES)).toBe(4 * 64);
    while (orderPages(order)) evict(order);
    // One frame stays as long as there is an order.
    expect(load<u32>(GHOST_LINES)).toBe(64);
    orderClose(order);
    expect(load<u32>(GHOST_LINES)).toBe(0);
    expect(load<u32>(GHOST_FRAMES)).toBe(0);
  });

  it("finds a key once, by its kind; a line of eight remembers the youngest", () => {
    put(order, 1);
    for (let kind = GHOST_EVICTED; kind <= GHOST_OF_MAIN; kind++) {
      ghostAdd(order, 0x500000007, kind);
      expect(ghostTake(order, 0x600000007)).toBe(0);
      expect(ghostTake(order, 0x500000007)).toBe(kind);
      expect(ghostTake(order, 0x500000007)).toBe(0);
    }
    // Nine of one line: the first is pushed out.
    for (let name: u64 = 1; name <= 9; name++) ghostAdd(order, 0x500000000 + name, GHOST_EVICTED);
    expect(ghostTake(order, 0x500000001)).toBe(0);
    for (let name: u64 = 2; name <= 9; name++) assert(ghostTake(order, 0x500000000 + name) == GHOST_EVICTED);
  });
});
