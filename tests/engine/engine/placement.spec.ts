/**
 * placement.spec.ts - where bodies go: compaction on the path of a store, records that run out, holes of
 * superseded pages.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import {
  invalidateArea,
  invalidatePage,
  loadPage,
  storePage,
  supersedePage,
} from "../../../assembly/engine/engine";
import {
  STAT_LOADS,
  STAT_MISSES,
  STAT_OVERWRITTEN,
  STAT_REFUSED_FULL,
  STAT_SQUEEZED_BYTES,
  STAT_SQUEEZES,
  STAT_STORED_PAGES,
  Status,
} from "../../../assembly/ground/layout";
import { CONTROL_FULL } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { stockBlockBytes, stockBlockOf } from "../../../assembly/memory/blocks";
import { slabCount, slabFreeSum } from "../../../assembly/memory/slab";
import { areaOpen } from "../../../assembly/owners/areas";
import { ALL, loadsSeeded, loadsTail, MODEL, placeOf, storeNumber, storeSeeded, storeTail } from "../drive";
import { below, freshEngine, PAGE, random, seed } from "../support";

describe("placement", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(12);
  });

  it("squeezes slabs with holes, and every body it moved comes back", () => {
    const area = areaOpen(1);
    const PAGES: u32 = 1200;
    memory.fill(MODEL, 0, 4 * PAGES);
    let refused: u32 = 0;
    for (let step: u32 = 1; step <= 4000; step++) {
      const offset = below(PAGES);
      const state = random();
      const status = storeSeeded(area, offset, step);
      seed(state);
      assert(status == Status.STORED || status == Status.FULL);
      if (status == Status.FULL) refused++;
      store<u32>(MODEL + 4 * offset, status == Status.STORED ? step : 0);
      assert(selfCheck() == 0);
    }
    expect(statGet(STAT_SQUEEZES)).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(20);
    let kept: u32 = 0;
    for (let offset: u32 = 0; offset < PAGES; offset++) {
      const expected = load<u32>(MODEL + 4 * offset);
      assert(loadsSeeded(area, offset, expected));
      if (expected) kept++;
    }
    expect(statGet(STAT_STORED_PAGES)).toBe(kept);
    expect(statGet(STAT_LOADS)).toBe(kept);
    expect(statGet(STAT_MISSES)).toBe(PAGES - kept);
  });

  it("compacts a step when more than a 24th of the slabs and two blocks is free, and not before", () => {
    freshEngine(ALL, 64);
    const area = areaOpen(1);
    let kept: u32 = 0;
    while (slabCount() < 48) storeTail(area, kept++, 2000);
    // Four blocks: room for some 130 bodies. One in five goes.
    const bound: u32 = 4 * stockBlockBytes();
    let gone: u32 = 0;
    while (slabFreeSum() + 2020 <= bound) invalidatePage(area, 5 * gone++);
    expect(storeTail(area, kept++, 2000)).toBe(Status.STORED);
    expect(gone).toBeGreaterThan(60);
    expect(statGet(STAT_SQUEEZES)).toBe(0);
    while (slabFreeSum() <= bound) invalidatePage(area, 5 * gone++);
    expect(statGet(STAT_SQUEEZES)).toBe(0);
    expect(storeTail(area, kept, 2000)).toBe(Status.STORED);
    expect(statGet(STAT_SQUEEZES)).toBe(1);
    // Pages that need no place ask for no compaction.
    while (slabFreeSum() <= bound) invalidatePage(area, 5 * gone++);
    memory.fill(PAGE, 4, 4096);
    expect(storePage(area, kept + 1, PAGE, 4096)).toBe(Status.STORED);
    expect(statGet(STAT_SQUEEZES)).toBe(1);
    for (let i: u32 = 0; i <= kept; i++) assert(loadsTail(area, i, 2000) == (i % 5 != 0 || i >= 5 * gone));
    expect(selfCheck()).toBe(0);
  });

  it("squeezes even a few holes when there is no block left", () => {
    const area = areaOpen(1);
    let kept: u32 = 0;
    while (storeTail(area, kept, 2000) == Status.STORED) kept++;
    // Two neighbours of one slab go: more bytes than the next page needs.
    let first: u32 = 10;
    while (stockBlockOf(placeOf(area, first)) != stockBlockOf(placeOf(area, first + 3))) first++;
    invalidatePage(area, first + 1);
    invalidatePage(area, first + 2);
    expect(load<u32>(CONTROL_FULL)).toBe(0);
    expect(statGet(STAT_SQUEEZES)).toBe(0);
    const lines = statGet(STAT_SQUEEZED_BYTES);
    let moved: u32 = 0;
    const slab = stockBlockOf(placeOf(area, first));
    const hole = placeOf(area, first) + 2000;
    for (let i: u32 = 0; i < kept; i++) {
      if (i == first + 1 || i == first + 2) continue;
      if (stockBlockOf(placeOf(area, i)) == slab && placeOf(area, i) > hole) moved += 2000;
    }
    expect(storeTail(area, 5000, 3600)).toBe(Status.STORED);
    expect(statGet(STAT_SQUEEZES)).toBe(1);
    expect(statGet(STAT_SQUEEZED_BYTES) - lines).toBe(moved);
    expect(moved).toBeGreaterThan(2000);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < kept; i++)
      assert(loadsTail(area, i, 2000) == (i != first + 1 && i != first + 2));
    expect(loadsTail(area, 5000, 3600)).toBeTruthy();
    // And refuses what no squeeze would make room for.
    expect(storeTail(area, 5001, 4000)).toBe(Status.FULL);
    expect(statGet(STAT_SQUEEZES)).toBe(1);
  });

  it("refuses when records run out, loses nothing, and accepts again", () => {
    freshEngine(ALL, 8);
    const area = areaOpen(1);
    // Pages that repeat their number need a record and no place.
    let kept: u32 = 0;
    while (storeNumber(area, kept) == Status.STORED) kept++;
    expect(kept).toBeGreaterThan(2000);
    expect(selfCheck()).toBe(0);
    // No body was refused a place: the arena is not full in that sense.
    expect(load<u32>(CONTROL_FULL)).toBe(0);
    expect(statGet(STAT_REFUSED_FULL)).toBe(1);
    expect(storeNumber(area, kept)).toBe(Status.FULL);
    // Old copies go even now (law 5): the store that replaces one is served from what it left, or refused.
    const again = storeNumber(area, 0);
    assert(again == Status.STORED || again == Status.FULL);
    expect(statGet(STAT_OVERWRITTEN)).toBe(1);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 1; i < kept; i++) {
      assert(loadPage(area, i, PAGE, 4096, false) == 4096);
      assert(load<u32>(PAGE) == i + 1 && load<u32>(PAGE + 4092) == ~i);
    }
    invalidateArea(area);
    const next = areaOpen(1);
    for (let i: u32 = 0; i < kept; i++) assert(storeNumber(next, i) == Status.STORED);
    expect(selfCheck()).toBe(0);
  });

  it("pays for the holes it leaves when pages are superseded: what is free stays in bounds", () => {
    freshEngine(ALL, 128);
    const area = areaOpen(1);
    let kept: u32 = 0;
    while (slabCount() < 60) storeTail(area, kept++, 1500);
    for (let i: u32 = 0; i < kept; i += 2) supersedePage(area, i);
    // Half of it gone; without a step of compaction for each, half of sixty slabs would be holes.
    expect(slabCount()).toBeLessThan(38);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < kept; i++) assert(loadsTail(area, i, 1500) == ((i & 1) == 1));
  });
});
