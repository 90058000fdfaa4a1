/**
 * Shows where bodies go and what makes room for them: the limit, what counts as free, compaction on the store path, and that
 * an engine that was full accepts again.
 */
import { areaIsOpen, areaOpen, areaPages } from "../../assembly/areas";
import { selfCheck } from "../../assembly/audit";
import { bodyRefs } from "../../assembly/bodies";
import {
  engineIsFull,
  engineSetLimits,
  engineSetNursery,
  invalidateArea,
  invalidatePage,
  liveBytes,
  loadPage,
  statsRefresh,
  storePage,
  supersedePage,
} from "../../assembly/engine";
import {
  STAT_LIVE_BYTES,
  STAT_LOADS,
  STAT_METADATA_BYTES,
  STAT_MISSES,
  STAT_OVERWRITTEN,
  STAT_REFUSED_FULL,
  STAT_RESERVED_BYTES,
  STAT_SLAB_BYTES,
  STAT_SQUEEZED_BYTES,
  STAT_SQUEEZES,
  STAT_STORED_PAGES,
  STAT_USED_BYTES,
  STAT_YOUNG_PAGES,
  Status,
  WINDOW_PTR,
  WINDOW_TABLE_AT,
} from "../../assembly/layout";
import { CONTROL_FULL } from "../../assembly/records";
import { slabCount, slabFreeSum } from "../../assembly/slab";
import { statGet } from "../../assembly/stats";
import {
  stockBlockBytes,
  stockBlockOf,
  stockFixedBytes,
  stockFreeBytes,
  stockHandedCount,
} from "../../assembly/stock";
import { settleSome } from "../../assembly/waiting";
import {
  ALL,
  bodyOf,
  fillUp,
  keep,
  loadsSeeded,
  loadsTail,
  MODEL,
  placeOf,
  storeNumber,
  storeSeeded,
  storeTail,
} from "./drive";
import { below, fillHeapLike, fillRandom, freshEngine, PAGE, random, seed } from "./support";

describe("room", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(12);
  });

  it("refuses at the limit, keeps what it has, and accepts again as much as at first", () => {
    const area = areaOpen(1);
    let kept: u32 = 0;
    for (;;) {
      fillRandom(PAGE, 4096);
      store<u32>(PAGE, kept);
      if (keep(area, kept) != Status.STORED) break;
      kept++;
    }
    expect(load<u32>(CONTROL_FULL)).toBe(1);
    expect(statGet(STAT_REFUSED_FULL)).toBe(1);
    // From now on nothing is compressed that would find no place (law 16): the encoder is not even asked.
    // It clears its table first, so a mark in there would be gone.
    store<u32>(WINDOW_PTR + WINDOW_TABLE_AT, 0xabcdef01);
    fillHeapLike(PAGE, 4096);
    expect(keep(area, 999_999)).toBe(Status.FULL);
    expect(load<u32>(WINDOW_PTR + WINDOW_TABLE_AT)).toBe(0xabcdef01);
    // A page that is here already needs no place either.
    expect(loadPage(area, 3, PAGE, 4096, false)).toBe(4096);
    expect(keep(area, 2_000_000)).toBe(Status.STORED);
    expect(bodyRefs(bodyOf(area, 3))).toBe(2);
    expect(invalidatePage(area, 2_000_000)).toBeTruthy();
    expect(load<u32>(CONTROL_FULL)).toBe(1);
    // A page without a body needs no place.
    memory.fill(PAGE, 9, 4096);
    expect(keep(area, 1_000_000)).toBe(Status.STORED);
    for (let i: u32 = 0; i < kept; i++)
      assert(loadPage(area, i, PAGE, 4096, false) == 4096 && load<u32>(PAGE) == i);
    // One body gone makes room for one; so does the old copy of a page that is overwritten.
    expect(invalidatePage(area, 0)).toBeTruthy();
    expect(load<u32>(CONTROL_FULL)).toBe(0);
    for (let i: u32 = 0; i < 5; i++) {
      fillRandom(PAGE, 4096);
      store<u32>(PAGE, i);
      expect(keep(area, i)).toBe(Status.STORED);
    }
    expect(invalidateArea(area)).toBe(kept + 1);
    expect(areaIsOpen(area)).toBeFalsy();
    const again = areaOpen(1);
    for (let i: u32 = 0; i < kept; i++) {
      fillRandom(PAGE, 4096);
      assert(storePage(again, i, PAGE, 4096) == Status.STORED);
    }
    fillRandom(PAGE, 4096);
    expect(keep(again, kept)).toBe(Status.FULL);
    expect(areaPages(again)).toBe(kept);
    statsRefresh();
    expect(statGet(STAT_USED_BYTES)).toBeLessThan(32 * 65536 + 1);
    expect(statGet(STAT_USED_BYTES)).toBe(stockFixedBytes() + stockHandedCount() * stockBlockBytes());
    // Blocks are slabs or cut into frames, sixteen of each.
    expect(statGet(STAT_USED_BYTES)).toBeGreaterThan(
      statGet(STAT_SLAB_BYTES) + statGet(STAT_METADATA_BYTES) + stockFixedBytes() - 1,
    );
    expect(statGet(STAT_RESERVED_BYTES)).toBe((<u64>memory.size()) << 16);
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

  it("was full until so much is free as it was told, and not a page before", () => {
    const area = areaOpen(1);
    const kept = fillUp(area);
    const room = 16 * 4100;
    engineSetLimits(32, 3 * room);
    expect(engineIsFull()).toBeTruthy();
    statsRefresh();
    const live = statGet(STAT_LIVE_BYTES);
    let freed: u32 = 0;
    while (engineIsFull()) {
      expect(storeTail(area, 500_000, 100)).toBe(Status.FULL);
      invalidatePage(area, freed++);
      assert(freed < kept);
    }
    // What was free in tails from the start counts as well, so a few less than forty-eight.
    statsRefresh();
    expect(live - statGet(STAT_LIVE_BYTES)).toBeGreaterThan(3 * room - (32 * 65536 - <u32>live) - 4200);
    expect(freed).toBeGreaterThan(20);
    expect(freed).toBeLessThan(49);
    expect(storeTail(area, 500_000, 100)).toBe(Status.STORED);
    expect(selfCheck()).toBe(0);
  });

  it("stays full for as long as the host likes, for pages that need a place", () => {
    const area = areaOpen(1);
    const kept = fillUp(area);
    engineSetLimits(32, <u32>-1);
    for (let i: u32 = 0; i < kept; i++) {
      invalidatePage(area, i);
      assert(engineIsFull());
    }
    expect(storeTail(area, 1, 100)).toBe(Status.FULL);
    memory.fill(PAGE, 4, 4096);
    expect(keep(area, 2)).toBe(Status.STORED);
    engineSetLimits(32, 0);
    expect(engineIsFull()).toBeFalsy();
    expect(storeTail(area, 1, 100)).toBe(Status.STORED);
  });

  it("counts free slots of the nursery as free, to the byte", () => {
    const area = areaOpen(1);
    engineSetNursery(15);
    const kept = fillUp(area);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(15);
    engineSetLimits(32, stockFreeBytes() + slabFreeSum() + 8 * (4096 + 64));
    // The youngest wait still.
    for (let i: u32 = 1; i < 8; i++) {
      invalidatePage(area, kept - i);
      expect(engineIsFull()).toBeTruthy();
    }
    invalidatePage(area, kept - 8);
    expect(engineIsFull()).toBeFalsy();
    expect(statGet(STAT_YOUNG_PAGES)).toBe(7);
    expect(selfCheck()).toBe(0);
  });

  it("accepts again when its limit is raised by as much as must be free", () => {
    freshEngine(ALL, 24);
    const area = areaOpen(1);
    const kept = fillUp(area, 4000);
    // More than the ends of its slabs come to.
    const accept = 4 * stockBlockBytes();
    engineSetLimits(24, accept);
    expect(engineIsFull()).toBeTruthy();
    engineSetLimits(29, accept);
    expect(engineIsFull()).toBeFalsy();
    expect(storeTail(area, kept, 4000)).toBe(Status.STORED);
    // A limit below what is in use stops growth and takes nothing.
    engineSetLimits(4, 0);
    for (let i: u32 = 0; i <= kept; i++) assert(loadsTail(area, i, 4000));
    let more: u32 = kept + 1;
    while (storeTail(area, more, 4000) == Status.STORED) more++;
    expect(more).toBeLessThan(kept + 20);
    expect(selfCheck()).toBe(0);
  });

  it("says what is live: all but what is free in slabs and in the nursery", () => {
    const area = areaOpen(1);
    const empty = liveBytes();
    statsRefresh();
    expect(empty).toBe(stockFixedBytes() + stockBlockBytes());
    expect(statGet(STAT_LIVE_BYTES)).toBe(empty);
    storeTail(area, 1, 1000);
    const zones: u32 = 16;
    expect(liveBytes()).toBe(empty + 64 + 4 + 1000 + zones);
    storeTail(area, 2, 1000);
    invalidatePage(area, 1);
    expect(liveBytes()).toBe(empty + 64 + 4 + 1000 + zones);
    engineSetNursery(3);
    storeTail(area, 3, 1000);
    // A waiting page takes a page and its slack; of its block also the header and what is left behind the slots.
    const block: u32 = stockBlockBytes() - 15 * (4096 + 64);
    expect(liveBytes()).toBe(empty + 64 + 4 + 1000 + zones + block + 4096 + 64);
    settleSome(1);
    expect(liveBytes()).toBe(empty + 64 + 2 * (4 + 1000 + zones));
    invalidateArea(area);
    expect(liveBytes()).toBe(empty);
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
