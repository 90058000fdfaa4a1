/**
 * slabs.spec.ts - one wrong word in a slab, in a tag, in a hole or in the nursery is found.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import { Finding } from "../../../assembly/audit/findings";
import { invalidatePage, storePage } from "../../../assembly/engine/engine";
import { STAT_BODIES, STAT_YOUNG_PAGES, STATS_PTR } from "../../../assembly/ground/layout";
import {
  BODY_PLACE_AT,
  BODY_RECORDS,
  BODY_STATE_AT,
  BODY_YOUNG,
  NURSERY_CONTROL,
  SLAB_CONTROL,
} from "../../../assembly/ground/records";
import { stockBlockOf, stockGive, stockTake } from "../../../assembly/memory/blocks";
import { nurserySetCapacity, nurseryTrim } from "../../../assembly/memory/nursery";
import {
  slabClose,
  slabOpen,
  slabSparsest,
  slabWalk,
  slotBytes,
  slotFirst,
  slotOwner,
} from "../../../assembly/memory/slab";
import { bodyPlace, bodyStored } from "../../../assembly/owners/bodies";
import { fillHeapLike, PAGE } from "../support";
import { bodyOf, filledArea, findingWith } from "./support";

let area: usize = 0;

/** A record of a body that is gone: the first of the free list of the first frame. */
function freeBody(): usize {
  return <usize>load<u32>(load<u32>(BODY_RECORDS) + 8);
}

/** A hole in some slab. */
function firstHole(): usize {
  const slab = slabSparsest();
  let slot = slotFirst(slab);
  while (slotOwner(slot)) slot += slotBytes(bodyStored(slotOwner(slot)));
  return slot;
}

describe("audit of slabs", () => {
  beforeAll(() => {
    area = filledArea();
  });

  it("finds a slab in the wrong bin", () => {
    expect(findingWith(stockBlockOf(bodyPlace(bodyOf(area, 7))) + 24, 1)).toBe(Finding.SLAB_BINS);
  });

  it("finds a slab that no bin leads to", () => {
    const first = slabWalk(0);
    const head = SLAB_CONTROL + 40 + 4 * load<u32>(first + 24);
    expect(load<u32>(head)).toBe(<u32>first);
    expect(findingWith(head, <u32>-first)).toBe(Finding.SLAB_BINS);
  });

  it("finds a body that lies elsewhere than its record says", () => {
    expect(findingWith(bodyOf(area, 7) + BODY_PLACE_AT, 4)).toBe(Finding.SLOT_OWNER);
  });

  it("finds a byte written behind a body", () => {
    const body = bodyOf(area, 7);
    expect(findingWith(bodyPlace(body) + bodyStored(body), 1)).toBe(Finding.RED_ZONE);
  });

  it("finds a slab that miscounts its live bytes", () => {
    // Less live is more in holes by the same header; there are holes already, so the bin stays.
    const slab = stockBlockOf(bodyPlace(bodyOf(area, 7)));
    expect(findingWith(slab + 20, <u32>-4)).toBe(Finding.SLAB_SUMS);
  });

  it("finds sums over all slabs that are none", () => {
    expect(findingWith(SLAB_CONTROL + 32, 8)).toBe(Finding.SLAB_SUMS);
    expect(findingWith(SLAB_CONTROL + 36, 8)).toBe(Finding.SLAB_SUMS);
    expect(findingWith(slabWalk(0) + 32, 8)).toBe(Finding.SLAB_BINS);
  });

  it("finds a page in the nursery that is nobody's", () => {
    nurserySetCapacity(3);
    fillHeapLike(PAGE, 4096);
    storePage(area, 6000, PAGE, 4096);
    const body = bodyOf(area, 6000);
    expect(selfCheck()).toBe(Finding.NONE);
    expect(findingWith(bodyPlace(body) + 4096 + 8, 20)).toBe(Finding.NURSERY);
    expect(findingWith(body + BODY_PLACE_AT, 4)).toBe(Finding.NURSERY);
    expect(findingWith(body + BODY_STATE_AT, BODY_YOUNG)).toBe(Finding.NURSERY);
    expect(findingWith(STATS_PTR + STAT_YOUNG_PAGES, 1)).toBe(Finding.NURSERY);
    expect(findingWith(NURSERY_CONTROL + 28, 1)).toBe(Finding.NURSERY);
    invalidatePage(area, 6000);
    nurserySetCapacity(0);
    nurseryTrim();
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("finds a tag that leads out of memory", () => {
    expect(findingWith(bodyPlace(bodyOf(area, 7)) - 4, 0x7fff_fff0)).toBe(Finding.SLOT_OWNER);
    const tag = load<u32>(bodyPlace(bodyOf(area, 7)) - 4);
    expect(findingWith(bodyPlace(bodyOf(area, 7)) - 4, 64 - tag)).toBe(Finding.SLOT_OWNER);
  });

  it("finds a body too many", () => {
    expect(findingWith(STATS_PTR + STAT_BODIES, 1)).toBe(Finding.BODY_WITHOUT_SLOT);
  });

  it("finds a slot of a body that nobody keeps", () => {
    // The tag of a live slot names a record without sharers: one that is free.
    const free = bodyOf(area, 1003);
    const place = bodyPlace(bodyOf(area, 7));
    expect(findingWith(place - 4, <u32>(free - bodyOf(area, 7)))).toBe(Finding.SLOT_OWNER);
    const before = load<u32>(place - 4);
    store<u32>(place - 4, <u32>freeBody());
    store<u32>(freeBody() + BODY_PLACE_AT, <u32>place);
    expect(selfCheck()).toBe(Finding.SLOT_OWNER);
    store<u32>(freeBody() + BODY_PLACE_AT, 0);
    store<u32>(place - 4, before);
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("finds a hole of the wrong size, or of none", () => {
    const hole = firstHole();
    const tag = load<u32>(hole);
    // Four bytes more end inside the next slot; a size of none would never end.
    expect(findingWith(hole, 1 - tag)).toBe(Finding.SLAB_SUMS);
    const reached = findingWith(hole, 8);
    expect(reached != Finding.NONE).toBeTruthy();
  });

  it("finds an empty slab that was not given back", () => {
    const block = stockTake();
    slabOpen(block);
    expect(selfCheck()).toBe(Finding.SLAB_SUMS);
    slabClose(block);
    expect(selfCheck()).toBe(Finding.BLOCKS);
    stockGive(block);
    expect(selfCheck()).toBe(Finding.NONE);
  });
});
