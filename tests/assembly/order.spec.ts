/**
 * order.spec.ts - queues, duels, ghosts: what each question asks and what its answers change. That all of it together does
 * what it should is shown against a plain twin (tests/model/order.test.ts).
 */
import { frameTake } from "../../assembly/frames";
import {
  ACCESSED,
  FROM_MAIN,
  keyHash,
  Leave,
  laneBytes,
  lanePages,
  MAIN,
  nodeAccessed,
  nodeCharge,
  nodeLane,
  nodeOffset,
  nodeReserve,
  orderBytes,
  orderBytesSum,
  orderCheck,
  orderChoose,
  orderClient,
  orderClose,
  orderInsert,
  orderNext,
  orderOpen,
  orderPages,
  orderPagesSum,
  orderPressed,
  orderRemove,
  orderSetWeight,
  orderTouch,
  orderVictim,
  orderWalk,
  PROBATION,
} from "../../assembly/order";
import {
  GHOST_LINES,
  NODE_MARK_AT,
  NODE_YOUNGER_AT,
  ORDER_SCORES_AT,
  ORDER_SHARE_AT,
  SECRET_PTR,
} from "../../assembly/records";
import { freshEngine } from "./support";

const AREA: usize = 0x5550;
const BODY: usize = 0x8880;
let order: usize = 0;

function put(offset: u32, charge: u32 = 1000): usize {
  assert(nodeReserve());
  return orderInsert(order, AREA, offset, BODY, charge, orderChoose(order, AREA, offset));
}

/** Lets the next victim go and answers its offset. */
function evict(fromMain: bool = false): u32 {
  const node = orderVictim(order, fromMain);
  const offset = nodeOffset(node);
  orderRemove(order, node, Leave.EVICTED);
  return offset;
}

function score(question: u32): i32 {
  return load<i32>(order + (question << 2), ORDER_SCORES_AT);
}

describe("order", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    order = orderOpen(4, 100);
  });

  it("opens, is walked, closes", () => {
    const other = orderOpen(8, 1);
    expect(orderClient(order)).toBe(4);
    const first = orderWalk(0);
    const second = orderWalk(first);
    expect(first + second).toBe(order + other);
    expect(orderWalk(second)).toBe(0);
    orderClose(order);
    expect(orderWalk(0)).toBe(other);
    expect(orderWalk(other)).toBe(0);
    expect(orderCheck()).toBeTruthy();
  });

  it("does not close over pages", () => {
    expect(() => {
      put(1);
      orderClose(order);
    }).toThrow();
  });

  it("puts new pages on probation, a tenth of them by bytes; what has no share there goes to the main queue", () => {
    for (let i: u32 = 0; i < 200; i++) put(i, 500 + (i % 5) * 100);
    expect(orderPages(order)).toBe(200);
    expect(orderPagesSum()).toBe(200);
    expect(orderBytesSum()).toBe(orderBytes(order));
    expect(laneBytes(order, PROBATION) + laneBytes(order, MAIN)).toBe(orderBytes(order));
    expect(laneBytes(order, PROBATION)).toBeLessThan(orderBytes(order) / 7);
    expect(laneBytes(order, PROBATION)).toBeGreaterThan(orderBytes(order) / 12);
    // The oldest are in the main queue, in the order in which they came.
    let node = orderNext(order, MAIN, 0);
    for (let i: u32 = 0; i < lanePages(order, MAIN); i++) {
      assert(nodeOffset(node) == i && nodeLane(node) == MAIN);
      node = orderNext(order, MAIN, node);
    }
    expect(node).toBe(0);
    expect(orderCheck()).toBeTruthy();
  });

  it("a use is a mark; marked pages get another round", () => {
    for (let i: u32 = 0; i < 100; i++) put(i);
    const head = orderNext(order, MAIN, 0);
    orderTouch(order, head);
    expect(nodeAccessed(head)).toBeTruthy();
    expect(evict(true)).toBe(nodeOffset(head) + 1);
    expect(nodeAccessed(head)).toBeFalsy();
    expect(nodeCharge(head)).toBe(1000);
    // It stands at the tail now.
    let last = head;
    while (orderNext(order, MAIN, last)) last = orderNext(order, MAIN, last);
    expect(last).toBe(head);
    expect(orderCheck()).toBeTruthy();
  });

  it("looks at a bounded number of pages for a victim, though all are marked", () => {
    for (let i: u32 = 0; i < 500; i++) put(i);
    for (let node = orderNext(order, MAIN, 0); node; node = orderNext(order, MAIN, node))
      orderTouch(order, node);
    expect(evict(true)).toBe(64);
    for (let node = orderNext(order, PROBATION, 0); node; node = orderNext(order, PROBATION, node))
      orderTouch(order, node);
    evict();
    expect(orderCheck()).toBeTruthy();
  });

  it("remembers who went, for as many evictions as it has pages", () => {
    for (let i: u32 = 0; i < 100; i++) put(i);
    const gone = evict();
    // On trust, as long as nothing is known: it takes the place of the next victim.
    expect(orderChoose(order, AREA, gone) & (MAIN | FROM_MAIN)).toBe(MAIN | FROM_MAIN);
    expect(orderChoose(order, AREA, gone)).toBe(PROBATION);
    const early = evict();
    for (let i: u32 = 0; i < 120; i++) {
      put(1000 + i);
      evict();
    }
    expect(orderChoose(order, AREA, early)).toBe(PROBATION);
  });

  it("gives a page that was taken its queue again, as one in use", () => {
    for (let i: u32 = 0; i < 100; i++) put(i);
    const main = orderNext(order, MAIN, 0);
    const probation = orderNext(order, PROBATION, 0);
    const one = nodeOffset(main);
    const other = nodeOffset(probation);
    orderRemove(order, main, Leave.TAKEN);
    orderRemove(order, probation, Leave.TAKEN);
    expect(orderChoose(order, AREA, one)).toBe(MAIN | ACCESSED);
    expect(orderChoose(order, AREA, other)).toBe(PROBATION | ACCESSED);
  });

  it("forgets a page that is invalidated", () => {
    for (let i: u32 = 0; i < 100; i++) put(i);
    const node = orderNext(order, MAIN, 0);
    const offset = nodeOffset(node);
    orderRemove(order, node, Leave.FORGOTTEN);
    expect(orderChoose(order, AREA, offset)).toBe(PROBATION);
  });

  it("learns from a loop that the main queue is right to stay as it is", () => {
    // 150 keys in turn, room for 100.
    for (let round = 0; round < 8; round++) {
      let hits = 0;
      for (let key: u32 = 0; key < 150; key++) {
        let node: usize = 0;
        for (let lane = PROBATION; lane <= MAIN && !node; lane++) {
          node = orderNext(order, lane, 0);
          while (node && nodeOffset(node) != key) node = orderNext(order, lane, node);
        }
        if (node) {
          orderTouch(order, node);
          hits++;
          continue;
        }
        const choice = orderChoose(order, AREA, key);
        if (orderPages(order) == 100) evict((choice & FROM_MAIN) != 0);
        assert(nodeReserve());
        orderInsert(order, AREA, key, BODY, 1000, choice);
      }
      if (round == 7) expect(hits).toBeGreaterThan(80);
    }
    expect(score(0)).toBeLessThan(1);
    expect(load<u32>(order, ORDER_SHARE_AT)).toBeLessThan(6554 + 655);
    expect(orderCheck()).toBeTruthy();
  });

  it("presses the order that has most for its weight, and only one with pages", () => {
    const heavy = orderOpen(8, 300);
    expect(orderPressed()).toBe(0);
    for (let i: u32 = 0; i < 10; i++) put(i);
    expect(orderPressed()).toBe(order);
    const light = order;
    order = heavy;
    for (let i: u32 = 0; i < 29; i++) put(i);
    // It looks anew after sixteen times.
    for (let i = 0; i < 16; i++) orderPressed();
    expect(orderPressed()).toBe(light);
    orderSetWeight(heavy, 200);
    for (let i = 0; i < 16; i++) orderPressed();
    expect(orderPressed()).toBe(heavy);
  });

  it("names keys by a hash that depends on the secret", () => {
    const hash = keyHash(AREA, 7);
    expect(keyHash(AREA, 7)).toBe(hash);
    expect(keyHash(AREA, 8)).not.toBe(hash);
    expect(keyHash(AREA + 4, 7)).not.toBe(hash);
    store<u64>(SECRET_PTR, load<u64>(SECRET_PTR) + 1);
    expect(keyHash(AREA, 7)).not.toBe(hash);
  });

  it("goes without ghosts when there is no memory for them", () => {
    freshEngine(0, 8);
    order = orderOpen(4, 1);
    assert(nodeReserve());
    while (frameTake()) {}
    orderInsert(order, AREA, 1, BODY, 10, PROBATION);
    expect(load<u32>(GHOST_LINES)).toBe(0);
    expect(evict()).toBe(1);
    expect(orderChoose(order, AREA, 1)).toBe(PROBATION);
    expect(orderOpen(8, 1) != 0).toBeTruthy();
    while (orderOpen(8, 1)) {}
    expect(orderCheck()).toBeTruthy();
  });

  it("notices damage", () => {
    for (let i: u32 = 0; i < 50; i++) put(i);
    const node = orderNext(order, MAIN, 0);
    const next = load<u32>(node, NODE_YOUNGER_AT);
    store<u32>(node, 0, NODE_YOUNGER_AT);
    expect(orderCheck()).toBeFalsy();
    store<u32>(node, next, NODE_YOUNGER_AT);
    store<u8>(node, 1, NODE_MARK_AT);
    expect(orderCheck()).toBeTruthy();
    store<u32>(order, 1, ORDER_SHARE_AT);
    expect(orderCheck()).toBeFalsy();
  });
});
