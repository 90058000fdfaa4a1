/**
 * limits.spec.ts - a full arena: what it refuses, what counts as free and as live, and when it accepts again.
 *
 * How: an arena is filled to its limit, then emptied or widened step by step.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { invalidateArea, invalidatePage, loadPage, storePage } from "../../../assembly/engine/engine";
import { refreshGauges } from "../../../assembly/engine/gauges";
import { isFull, liveBytes, setLimits } from "../../../assembly/engine/limits";
import { settleSome } from "../../../assembly/engine/nursery_policy";
import {
  STAT_LIVE_BYTES,
  STAT_METADATA_BYTES,
  STAT_REFUSED_FULL,
  STAT_RESERVED_BYTES,
  STAT_SLAB_BYTES,
  STAT_USED_BYTES,
  STAT_YOUNG_PAGES,
  Status,
  WINDOW_PTR,
  WINDOW_TABLE_AT,
} from "../../../assembly/ground/layout";
import { CONTROL_FULL } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import {
  stockBlockBytes,
  stockFixedBytes,
  stockFreeBytes,
  stockHandedCount,
} from "../../../assembly/memory/blocks";
import { nurserySetCapacity } from "../../../assembly/memory/nursery";
import { slabFreeSum } from "../../../assembly/memory/slab";
import { areaIsOpen, areaOpen, areaPages } from "../../../assembly/owners/areas";
import { bodyRefs } from "../../../assembly/owners/bodies";
import { ALL, bodyOf, fillUp, keep, loadsTail, storeTail } from "../drive";
import { fillHeapLike, fillRandom, freshEngine, PAGE, seed } from "../support";

describe("limits", () => {
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
    refreshGauges();
    expect(statGet(STAT_USED_BYTES)).toBeLessThan(32 * 65536 + 1);
    expect(statGet(STAT_USED_BYTES)).toBe(stockFixedBytes() + stockHandedCount() * stockBlockBytes());
    // Blocks are slabs or cut into frames, sixteen of each.
    expect(statGet(STAT_USED_BYTES)).toBeGreaterThan(
      statGet(STAT_SLAB_BYTES) + statGet(STAT_METADATA_BYTES) + stockFixedBytes() - 1,
    );
    expect(statGet(STAT_RESERVED_BYTES)).toBe((<u64>memory.size()) << 16);
  });

  it("was full until so much is free as it was told, and not a page before", () => {
    const area = areaOpen(1);
    const kept = fillUp(area);
    const room = 16 * 4100;
    setLimits(32, 3 * room);
    expect(isFull()).toBeTruthy();
    refreshGauges();
    const live = statGet(STAT_LIVE_BYTES);
    let freed: u32 = 0;
    while (isFull()) {
      expect(storeTail(area, 500_000, 100)).toBe(Status.FULL);
      invalidatePage(area, freed++);
      assert(freed < kept);
    }
    // What was free in tails from the start counts as well, so a few less than forty-eight.
    refreshGauges();
    expect(live - statGet(STAT_LIVE_BYTES)).toBeGreaterThan(3 * room - (32 * 65536 - <u32>live) - 4200);
    expect(freed).toBeGreaterThan(20);
    expect(freed).toBeLessThan(49);
    expect(storeTail(area, 500_000, 100)).toBe(Status.STORED);
    expect(selfCheck()).toBe(0);
  });

  it("stays full for as long as the host likes, for pages that need a place", () => {
    const area = areaOpen(1);
    const kept = fillUp(area);
    setLimits(32, <u32>-1);
    for (let i: u32 = 0; i < kept; i++) {
      invalidatePage(area, i);
      assert(isFull());
    }
    expect(storeTail(area, 1, 100)).toBe(Status.FULL);
    memory.fill(PAGE, 4, 4096);
    expect(keep(area, 2)).toBe(Status.STORED);
    setLimits(32, 0);
    expect(isFull()).toBeFalsy();
    expect(storeTail(area, 1, 100)).toBe(Status.STORED);
  });

  it("counts free slots of the nursery as free, to the byte", () => {
    const area = areaOpen(1);
    nurserySetCapacity(15);
    const kept = fillUp(area);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(15);
    setLimits(32, stockFreeBytes() + slabFreeSum() + 8 * (4096 + 64));
    // The youngest wait still.
    for (let i: u32 = 1; i < 8; i++) {
      invalidatePage(area, kept - i);
      expect(isFull()).toBeTruthy();
    }
    invalidatePage(area, kept - 8);
    expect(isFull()).toBeFalsy();
    expect(statGet(STAT_YOUNG_PAGES)).toBe(7);
    expect(selfCheck()).toBe(0);
  });

  it("accepts again when its limit is raised by as much as must be free", () => {
    freshEngine(ALL, 24);
    const area = areaOpen(1);
    const kept = fillUp(area, 4000);
    // More than the ends of its slabs come to.
    const accept = 4 * stockBlockBytes();
    setLimits(24, accept);
    expect(isFull()).toBeTruthy();
    setLimits(29, accept);
    expect(isFull()).toBeFalsy();
    expect(storeTail(area, kept, 4000)).toBe(Status.STORED);
    // A limit below what is in use stops growth and takes nothing.
    setLimits(4, 0);
    for (let i: u32 = 0; i <= kept; i++) assert(loadsTail(area, i, 4000));
    let more: u32 = kept + 1;
    while (storeTail(area, more, 4000) == Status.STORED) more++;
    expect(more).toBeLessThan(kept + 20);
    expect(selfCheck()).toBe(0);
  });

  it("says what is live: all but what is free in slabs and in the nursery", () => {
    const area = areaOpen(1);
    const empty = liveBytes();
    refreshGauges();
    expect(empty).toBe(stockFixedBytes() + stockBlockBytes());
    expect(statGet(STAT_LIVE_BYTES)).toBe(empty);
    storeTail(area, 1, 1000);
    const zones: u32 = 16;
    expect(liveBytes()).toBe(empty + 64 + 4 + 1000 + zones);
    storeTail(area, 2, 1000);
    invalidatePage(area, 1);
    expect(liveBytes()).toBe(empty + 64 + 4 + 1000 + zones);
    nurserySetCapacity(3);
    storeTail(area, 3, 1000);
    // A waiting page takes a page and its slack; its block also a header and the bytes behind the slots.
    const block: u32 = stockBlockBytes() - 15 * (4096 + 64);
    expect(liveBytes()).toBe(empty + 64 + 4 + 1000 + zones + block + 4096 + 64);
    settleSome(1);
    expect(liveBytes()).toBe(empty + 64 + 2 * (4 + 1000 + zones));
    invalidateArea(area);
    expect(liveBytes()).toBe(empty);
  });
});
