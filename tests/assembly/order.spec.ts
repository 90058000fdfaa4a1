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
  orderCount,
  orderInsert,
  orderNext,
  orderOpen,
  orderPages,
  orderPagesSum,
  orderPressed,
  orderRecharge,
  orderRemove,
  orderReserve,
  orderRight,
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
  ORDER_WEIGHT_AT,
  SECRET_PTR,
} from "../../assembly/records";
import { BUFFER_PTR, below, freshEngine, seed } from "./support";

const AREA: usize = 0x5550;
const BODY: usize = 0x8880;
const ORDERS: usize = BUFFER_PTR;
let order: usize = 0;

function open(client: usize, weight: u32): usize {
  assert(orderReserve());
  return orderOpen(client, weight);
}

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

/** Whether records account for all, and every order is right and found in the heap. */
function right(): bool {
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
function due(one: usize): f64 {
  return <f64>orderBytes(one) / <f64>load<u32>(one, ORDER_WEIGHT_AT);
}

function score(question: u32): i32 {
  return load<i32>(order + (question << 2), ORDER_SCORES_AT);
}

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
    expect(right()).toBeTruthy();
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
    expect(right()).toBeTruthy();
  });

  it("looks at a bounded number of pages for a victim, though all are marked", () => {
    for (let i: u32 = 0; i < 500; i++) put(i);
    for (let node = orderNext(order, MAIN, 0); node; node = orderNext(order, MAIN, node))
      orderTouch(order, node);
    expect(evict(true)).toBe(64);
    for (let node = orderNext(order, PROBATION, 0); node; node = orderNext(order, PROBATION, node))
      orderTouch(order, node);
    evict();
    expect(right()).toBeTruthy();
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
    expect(right()).toBeTruthy();
  });

  it("presses the order that has most for its weight, and only one with pages", () => {
    const heavy = open(8, 300);
    expect(orderPressed()).toBe(0);
    for (let i: u32 = 0; i < 10; i++) put(i);
    expect(orderPressed()).toBe(order);
    const light = order;
    order = heavy;
    for (let i: u32 = 0; i < 29; i++) put(i);
    expect(orderPressed()).toBe(light);
    put(29);
    put(30);
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
      if (draw < 45) put(step, 100 + below(5000));
      else if (draw < 60 && orderPages(order))
        orderRecharge(order, orderVictim(order, false), 100 + below(3000));
      else if (draw < 64) orderSetWeight(order, 1 + below(1000));
      else if (draw < 67) {
        while (orderPages(order)) orderRemove(order, orderVictim(order, false), Leave.FORGOTTEN);
        orderClose(order);
        store<u32>(ORDERS + i * 4, open(i + 1, 1 + below(1000)));
      } else if (orderPressed()) {
        order = orderPressed();
        evict();
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

  it("counts more bytes than 32 bits tell", () => {
    const other = open(8, 100);
    for (let i: u32 = 0; i < 65_600; i++) put(i, 65_608);
    expect(orderBytes(order)).toBe(<u64>65_600 * 65_608);
    expect(orderBytesSum()).toBe(<u64>65_600 * 65_608);
    const heavy = order;
    order = other;
    for (let i: u32 = 0; i < 1000; i++) put(100_000 + i, 60_000);
    expect(orderPressed()).toBe(heavy);
    expect(right()).toBeTruthy();
  });

  it("notices an order that is not in its place", () => {
    const other = open(8, 100);
    put(1);
    expect(right()).toBeTruthy();
    store<u32>(order, 1_000_000, ORDER_WEIGHT_AT);
    order = other;
    put(2);
    store<u32>(other, 1_000_000_000, ORDER_WEIGHT_AT);
    expect(right()).toBeFalsy();
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
    order = open(4, 1);
    assert(nodeReserve());
    while (frameTake()) {}
    orderInsert(order, AREA, 1, BODY, 10, PROBATION);
    expect(load<u32>(GHOST_LINES)).toBe(0);
    expect(evict()).toBe(1);
    expect(orderChoose(order, AREA, 1)).toBe(PROBATION);
    expect(open(8, 1) != 0).toBeTruthy();
    while (orderReserve()) orderOpen(8, 1);
    expect(right()).toBeTruthy();
  });

  it("notices damage", () => {
    for (let i: u32 = 0; i < 50; i++) put(i);
    const node = orderNext(order, MAIN, 0);
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
