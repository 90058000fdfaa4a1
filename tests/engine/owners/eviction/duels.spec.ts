/**
 * duels.spec.ts - what each question asks, and what its answers change.
 */

import {
  ORDER_RINGS_AT,
  ORDER_SCORES_AT,
  ORDER_SHARE_AT,
  ORDER_TICKS_AT,
} from "../../../../assembly/ground/records";
import {
  beginDuel,
  duelsCheck,
  duelsTick,
  isDue,
  mayReplace,
  PROMOTE,
  RETURN,
  SHARE,
  settleDuels,
} from "../../../../assembly/owners/eviction/duels";
import {
  laneNext,
  MAIN,
  nodeOffset,
  nodeReserve,
  orderPages,
  PROBATION,
} from "../../../../assembly/owners/eviction/lanes";
import { FROM_MAIN, orderChoose, orderInsert, orderTouch } from "../../../../assembly/owners/eviction/orders";
import { freshEngine, seed } from "../../support";
import { AREA, BODY, evict, open, put, right } from "./support";

let order: usize = 0;

function score(question: u32): i32 {
  return load<i32>(order + (question << 2), ORDER_SCORES_AT);
}

describe("duels", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(5);
    order = open(4, 100);
  });

  it("learns from a loop that the main queue is right to stay as it is", () => {
    // 150 keys in turn, room for 100.
    for (let round = 0; round < 8; round++) {
      let hits = 0;
      for (let key: u32 = 0; key < 150; key++) {
        let node: usize = 0;
        for (let lane = PROBATION; lane <= MAIN && !node; lane++) {
          node = laneNext(order, lane, 0);
          while (node && nodeOffset(node) != key) node = laneNext(order, lane, node);
        }
        if (node) {
          orderTouch(order, node);
          hits++;
          continue;
        }
        const choice = orderChoose(order, AREA, key);
        if (orderPages(order) == 100) evict(order, (choice & FROM_MAIN) != 0);
        assert(nodeReserve());
        orderInsert(order, AREA, key, BODY, 1000, choice);
      }
      if (round == 7) expect(hits).toBeGreaterThan(80);
    }
    expect(score(RETURN)).toBeLessThan(1);
    expect(load<u32>(order, ORDER_SHARE_AT)).toBeLessThan(6554 + 655);
    expect(right()).toBeTruthy();
  });

  it("begins a duel of a question no more often than an eighth of the pages come", () => {
    for (let i: u32 = 0; i < 80; i++) put(order, i);
    for (let question = RETURN; question <= SHARE; question++) {
      const ring = order + ORDER_RINGS_AT + (question << 3);
      store<u32>(ring + 4, load<u32>(order, ORDER_TICKS_AT));
      expect(isDue(order, question)).toBeTruthy();
      beginDuel(order, question, 11, 12);
      for (let tick = 0; tick < 10; tick++) {
        assert(!isDue(order, question));
        duelsTick(order);
      }
      expect(isDue(order, question)).toBeTruthy();
    }
  });

  it("moves a score by who is asked for first, once for each duel, up to a bound", () => {
    for (let i: u32 = 0; i < 100; i++) put(order, i);
    for (let duel: u32 = 1; duel <= 40; duel++) {
      beginDuel(order, PROMOTE, duel, 1000 + duel);
      settleDuels(order, duel);
      // The duel is over: neither of its keys wins it again.
      settleDuels(order, duel);
      settleDuels(order, 1000 + duel);
      assert(score(PROMOTE) == <i32>min(duel, 16));
    }
    for (let duel: u32 = 1; duel <= 40; duel++) {
      beginDuel(order, PROMOTE, duel, 1000 + duel);
      settleDuels(order, 1000 + duel);
    }
    expect(score(PROMOTE)).toBe(-16);
    expect(mayReplace(order, PROMOTE)).toBeFalsy();
    expect(score(RETURN)).toBe(0);
    expect(duelsCheck(order)).toBeTruthy();
  });

  it("moves the share of probation within its bounds", () => {
    for (let i: u32 = 0; i < 100; i++) {
      beginDuel(order, SHARE, 7, 8);
      settleDuels(order, 7);
      assert(duelsCheck(order));
    }
    expect(load<u32>(order, ORDER_SHARE_AT)).toBe(62259);
    for (let i: u32 = 0; i < 100; i++) {
      beginDuel(order, SHARE, 7, 8);
      settleDuels(order, 8);
      assert(duelsCheck(order));
    }
    expect(load<u32>(order, ORDER_SHARE_AT)).toBe(3277);
    store<u32>(order, 3276, ORDER_SHARE_AT);
    expect(duelsCheck(order)).toBeFalsy();
  });

  it("replaces a 24th of the pages on trust, and that much again when a challenger wins", () => {
    for (let i: u32 = 0; i < 100; i++) put(order, i);
    store<i32>(order + (PROMOTE << 2), 0, ORDER_SCORES_AT);
    for (let i = 0; i < 4; i++) assert(mayReplace(order, PROMOTE));
    expect(mayReplace(order, PROMOTE)).toBeFalsy();
    beginDuel(order, PROMOTE, 7, 8);
    settleDuels(order, 7);
    expect(mayReplace(order, PROMOTE)).toBeTruthy();
    beginDuel(order, PROMOTE, 7, 8);
    settleDuels(order, 8);
    expect(score(PROMOTE)).toBe(0);
    expect(mayReplace(order, PROMOTE)).toBeTruthy();
  });
});
