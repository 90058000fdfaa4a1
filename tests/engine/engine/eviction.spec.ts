/**
 * eviction.spec.ts - which ephemeral pages go for a page that comes, and which stay.
 *
 * How: clients with ephemeral and with persistent pages fill small arenas. The self check runs on the way.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { pageLength, touchPage } from "../../../assembly/engine/engine";
import {
  evictBytes,
  evictOf,
  makeDue,
  makePlace,
  mayEvict,
  reserve,
} from "../../../assembly/engine/eviction";
import { boundClient, openArea, openClient } from "../../../assembly/engine/life";
import { isFull } from "../../../assembly/engine/limits";
import { setFlags } from "../../../assembly/engine/settings";
import {
  FLAG_EVICT,
  STAT_EVICTED,
  STAT_EVICTED_BYTES,
  STAT_LOADS,
  STAT_REFUSED_FULL,
  STAT_STORES,
  Status,
} from "../../../assembly/ground/layout";
import { AREA_CHARGE, EPHEMERAL_CHARGE, PAGE_CHARGE } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { areaNumbered, areaOpen } from "../../../assembly/owners/areas";
import { clientEvictedPages, clientPages } from "../../../assembly/owners/clients";
import { ALL, loadsTail, storeNumber, storeTail } from "../drive";
import { freshEngine, seed } from "../support";

/** Pages of a client under pressure are used now and then. */
const USED: u32 = 600;

/**
 * Which of 64 such pages are left, a bit each. `how` 1 loads the even ones, 2 touches them, 0 does nothing.
 */
function leftAfter(how: u32): u64 {
  freshEngine(ALL | FLAG_EVICT);
  assert(openArea(1, openClient(1, 100), 1));
  const area = areaNumbered(1);
  for (let i: u32 = 0; i < USED + 600; i++) {
    storeTail(area, i, 4000);
    if (i < USED + 64 || i % 8) continue;
    for (let page: u32 = USED; how && page < USED + 64; page += 2) {
      if (how == 1) loadsTail(area, page, 4000);
      else touchPage(area, page);
    }
  }
  let left: u64 = 0;
  for (let i: u32 = 0; i < 64; i++) if (pageLength(area, USED + i)) left |= (<u64>1) << i;
  return left;
}

describe("eviction", () => {
  beforeEach(() => {
    freshEngine(ALL | FLAG_EVICT);
    seed(5);
  });

  it("takes ephemeral pages for a place, and never a persistent one", () => {
    const cache = openClient(1, 100);
    assert(openArea(1, cache, 1));
    const kept = areaOpen(2);
    for (let i: u32 = 0; i < 100; i++) assert(storeTail(kept, i, 4000) == Status.STORED);
    for (let i: u32 = 0; i < 1000; i++) {
      assert(storeTail(areaNumbered(1), i, 4000) == Status.STORED);
      if (i % 50 == 0) assert(selfCheck() == 0);
    }
    expect(statGet(STAT_EVICTED)).toBeGreaterThan(500);
    expect(statGet(STAT_EVICTED_BYTES)).toBe(4000 * statGet(STAT_EVICTED));
    for (let i: u32 = 0; i < 100; i++) assert(loadsTail(kept, i, 4000));
    // A persistent page takes their places, until none is left.
    let more: u32 = 100;
    while (storeTail(kept, more, 4000) == Status.STORED) more++;
    expect(clientPages(cache)).toBe(0);
    expect(mayEvict()).toBeFalsy();
    expect(isFull()).toBeTruthy();
    expect(selfCheck()).toBe(0);
  });

  it("spares pages that were touched as if they had been loaded", () => {
    const untouched = leftAfter(0);
    const touched = leftAfter(2);
    expect(touched).toBe(leftAfter(1));
    expect(popcnt(touched)).toBeGreaterThan(popcnt(untouched));
    const loads = statGet(STAT_LOADS);
    expect(touchPage(areaNumbered(1), USED + 599)).toBeTruthy();
    expect(touchPage(areaNumbered(1), USED + 601)).toBeFalsy();
    expect(statGet(STAT_LOADS)).toBe(loads);
    expect(selfCheck()).toBe(0);
  });

  it("takes nothing while the pool may not evict", () => {
    setFlags(ALL);
    const cache = openClient(1, 100);
    assert(openArea(1, cache, 1));
    let pages: u32 = 0;
    while (storeTail(areaNumbered(1), pages, 4000) == Status.STORED) pages++;
    expect(mayEvict()).toBeFalsy();
    expect(statGet(STAT_EVICTED)).toBe(0);
    expect(makePlace(4000, 0, false)).toBe(0);
    setFlags(ALL | FLAG_EVICT);
    expect(mayEvict()).toBeTruthy();
    expect(storeTail(areaNumbered(1), pages, 4000)).toBe(Status.STORED);
    expect(statGet(STAT_EVICTED)).toBeGreaterThan(0);
    expect(selfCheck()).toBe(0);
  });

  it("makes a client lose its own pages before it is refused, and refuses one with none", () => {
    const cache = openClient(1, 100);
    const other = openClient(2, 100);
    const store = openClient(3, 0);
    assert(openArea(1, cache, 1) && openArea(2, other, 2) && openArea(3, store, 3));
    const page = 1000 + EPHEMERAL_CHARGE;
    boundClient(cache, 100, AREA_CHARGE + 10 * page);
    boundClient(store, 0, AREA_CHARGE + 10 * (1000 + PAGE_CHARGE));
    for (let i: u32 = 0; i < 30; i++) {
      expect(storeTail(areaNumbered(1), i, 1000)).toBe(Status.STORED);
      expect(storeTail(areaNumbered(2), i, 1000)).toBe(Status.STORED);
      expect(storeTail(areaNumbered(3), i, 1000)).toBe(i < 10 ? Status.STORED : Status.CAPPED);
      assert(selfCheck() == 0);
    }
    expect(clientPages(cache)).toBe(10);
    expect(clientPages(other)).toBe(30);
    expect(clientPages(store)).toBe(10);
    expect(clientEvictedPages(cache)).toBe(20);
    // What a cap has no room for at all takes nothing.
    expect(makeDue(areaNumbered(1), 20_000)).toBeFalsy();
    expect(clientPages(cache)).toBe(10);
    // A client without a cap, and an area without a client, are never bounded.
    expect(makeDue(areaNumbered(2), <u32>-1)).toBeTruthy();
    expect(makeDue(areaOpen(9), <u32>-1)).toBeTruthy();
    // A cap of 32 ones is a cap like any other.
    boundClient(cache, 100, u32.MAX_VALUE);
    expect(makeDue(areaNumbered(1), <u32>-1)).toBeFalsy();
  });

  it("lets go of so many bytes as the host asks for, of all clients or of one", () => {
    const cache = openClient(1, 100);
    const other = openClient(2, 100);
    assert(openArea(1, cache, 1) && openArea(2, other, 2));
    for (let i: u32 = 0; i < 20; i++) {
      storeTail(areaNumbered(1), i, 2000);
      storeTail(areaNumbered(2), i, 2000);
    }
    expect(evictBytes(0)).toBe(0);
    expect(evictBytes(5000)).toBeGreaterThan(4999);
    expect(statGet(STAT_EVICTED)).toBe(3);
    const pages = clientPages(other);
    expect(evictOf(cache, 1)).toBe(2000 + EPHEMERAL_CHARGE);
    expect(evictOf(cache, <u32>-1)).toBeGreaterThan(2000);
    expect(clientPages(cache)).toBe(0);
    expect(clientPages(other)).toBe(pages);
    expect(evictOf(cache, 1)).toBe(0);
    expect(evictOf(openClient(3, 0), 1)).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("makes room for records too", () => {
    freshEngine(ALL | FLAG_EVICT, 8);
    const cache = openClient(1, 100);
    assert(openArea(1, cache, 1));
    while (reserve(false) && !statGet(STAT_EVICTED)) storeNumber(areaNumbered(1), <u32>statGet(STAT_STORES));
    expect(statGet(STAT_EVICTED)).toBeGreaterThan(0);
    expect(statGet(STAT_REFUSED_FULL)).toBe(0);
    expect(selfCheck()).toBe(0);
  });
});
