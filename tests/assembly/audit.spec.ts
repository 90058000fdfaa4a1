/**
 * audit.spec.ts - the self check finds what is wrong: each finding is provoked by one wrong word, and gone when the word is
 * right again. A check that could not fail would prove nothing.
 */

import { areaClose, areaOpen, areaSetNumber } from "../../assembly/areas";
import { Finding, selfCheck } from "../../assembly/audit";
import { bodyPlace, bodyStored } from "../../assembly/bodies";
import { directoryFind, entryBody } from "../../assembly/directory";
import { engineSetNursery, invalidatePage, storePage } from "../../assembly/engine";
import { recordGive, recordTake } from "../../assembly/frames";
import {
  CONTROL_PTR,
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  LINE_BYTES,
  STAT_AREA_INVALIDATED,
  STAT_BODIES,
  STAT_COMPRESSED_BYTES,
  STAT_DUPLICATE_PAGES,
  STAT_ENCODED_BYTES,
  STAT_FILL_PAGES,
  STAT_INVALIDATED,
  STAT_OVERWRITTEN,
  STAT_PEAK_PAGES,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
  STAT_REFUSED_CLOSED,
  STAT_REFUSED_FULL,
  STAT_REFUSED_POOR,
  STAT_STORED_PAGES,
  STAT_STORES,
  STAT_SUCC_STORES,
  STAT_TAKEN,
  STAT_YOUNG_PAGES,
  STATS_PTR,
} from "../../assembly/layout";
import { nurseryTrim } from "../../assembly/nursery";
import {
  AREA_NUMBER_AT,
  AREA_PAGES_AT,
  AREA_RECORDS,
  BODY_KEY_AT,
  BODY_PLACE_AT,
  BODY_RECORDS,
  BODY_STATE_AT,
  BODY_YOUNG,
  ENTRY_OFFSET_AT,
  FRAMES_CONTROL,
  LINE_RECORDS,
  NURSERY_CONTROL,
  SLAB_CONTROL,
  STOCK_CONTROL,
} from "../../assembly/records";
import {
  slabClose,
  slabOpen,
  slabSparsest,
  slabWalk,
  slotBytes,
  slotFirst,
  slotOwner,
} from "../../assembly/slab";
import { stockBlockOf, stockGive, stockTake } from "../../assembly/stock";
import { BUFFER_PTR, fillHeapLike, fillRandom, freshEngine, PAGE, seed } from "./support";

let area: usize = 0;

function bodyOf(offset: u32): usize {
  return entryBody(directoryFind(area, offset));
}

/** What the self check says while the word at `at` is off by `change`. */
function findingWith(at: usize, change: u32): Finding {
  const right = load<u32>(at);
  store<u32>(at, right + change);
  const finding = selfCheck();
  store<u32>(at, right);
  assert(selfCheck() == Finding.NONE);
  return finding;
}

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

describe("audit", () => {
  beforeAll(() => {
    freshEngine(FLAG_COMPRESS | FLAG_DEDUPE);
    seed(13);
    area = areaOpen(1);
    for (let i: u32 = 0; i < 200; i++) {
      fillHeapLike(PAGE, 4096);
      storePage(area, i, PAGE, 4096);
      storePage(area, 1000 + i, PAGE, 4096);
    }
    for (let i: u32 = 0; i < 200; i += 5) {
      invalidatePage(area, i);
      invalidatePage(area, 1000 + i);
    }
    // A page without a body, and one that is not worth its block.
    memory.fill(PAGE, 3, 4096);
    storePage(area, 5000, PAGE, 4096);
    fillRandom(PAGE, 4096);
    storePage(area, 5001, PAGE, 4096);
  });

  it("finds nothing wrong with what is right, and leaves it as it was", () => {
    memory.copy(BUFFER_PTR, CONTROL_PTR, 4 << 20);
    expect(selfCheck()).toBe(Finding.NONE);
    expect(memory.compare(BUFFER_PTR, CONTROL_PTR, 4 << 20)).toBe(0);
  });

  it("finds a miscounted stock", () => {
    expect(findingWith(STOCK_CONTROL + 16, 1)).toBe(Finding.STOCK);
  });

  it("finds an entry under the wrong key", () => {
    expect(findingWith(directoryFind(area, 7) + ENTRY_OFFSET_AT, 5000)).toBe(Finding.DIRECTORY);
  });

  it("finds a body under the wrong hash", () => {
    expect(findingWith(bodyOf(7) + BODY_KEY_AT, 1)).toBe(Finding.BODIES);
  });

  it("finds an overflow line that hangs on no bucket", () => {
    const line = recordTake(LINE_RECORDS, LINE_BYTES);
    expect(selfCheck()).toBe(Finding.LINES);
    recordGive(LINE_RECORDS, line);
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("finds an area that miscounts its pages", () => {
    expect(findingWith(area + AREA_PAGES_AT, 1)).toBe(Finding.AREAS);
  });

  it("finds a block that nobody has", () => {
    expect(findingWith(FRAMES_CONTROL + 8, 16)).toBe(Finding.BLOCKS);
  });

  it("finds a slab in the wrong bin", () => {
    expect(findingWith(stockBlockOf(bodyPlace(bodyOf(7))) + 24, 1)).toBe(Finding.SLAB_BINS);
  });

  it("finds a slab that no bin leads to", () => {
    const first = slabWalk(0);
    const head = SLAB_CONTROL + 40 + 4 * load<u32>(first + 24);
    expect(load<u32>(head)).toBe(<u32>first);
    expect(findingWith(head, <u32>-first)).toBe(Finding.SLAB_BINS);
  });

  it("finds a body that lies elsewhere than its record says", () => {
    expect(findingWith(bodyOf(7) + BODY_PLACE_AT, 4)).toBe(Finding.SLOT_OWNER);
  });

  it("finds a byte written behind a body", () => {
    const body = bodyOf(7);
    expect(findingWith(bodyPlace(body) + bodyStored(body), 1)).toBe(Finding.RED_ZONE);
  });

  it("finds a slab that miscounts its live bytes", () => {
    // Less live is more in holes by the same header; there are holes already, so the bin stays.
    const slab = stockBlockOf(bodyPlace(bodyOf(7)));
    expect(findingWith(slab + 20, <u32>-4)).toBe(Finding.SLAB_SUMS);
  });

  it("finds sums over all slabs that are none", () => {
    expect(findingWith(SLAB_CONTROL + 32, 8)).toBe(Finding.SLAB_SUMS);
    expect(findingWith(SLAB_CONTROL + 36, 8)).toBe(Finding.SLAB_SUMS);
    expect(findingWith(slabWalk(0) + 32, 8)).toBe(Finding.SLAB_BINS);
  });

  it("finds a page in the nursery that is nobody's", () => {
    engineSetNursery(3);
    fillHeapLike(PAGE, 4096);
    storePage(area, 6000, PAGE, 4096);
    const body = bodyOf(6000);
    expect(selfCheck()).toBe(Finding.NONE);
    expect(findingWith(bodyPlace(body) + 4096 + 8, 20)).toBe(Finding.NURSERY);
    expect(findingWith(body + BODY_PLACE_AT, 4)).toBe(Finding.NURSERY);
    expect(findingWith(body + BODY_STATE_AT, BODY_YOUNG)).toBe(Finding.NURSERY);
    expect(findingWith(STATS_PTR + STAT_YOUNG_PAGES, 1)).toBe(Finding.NURSERY);
    expect(findingWith(NURSERY_CONTROL + 28, 1)).toBe(Finding.NURSERY);
    invalidatePage(area, 6000);
    engineSetNursery(0);
    nurseryTrim();
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("finds an area that its number does not lead to", () => {
    const other = areaOpen(9);
    expect(areaSetNumber(other, 44)).toBeTruthy();
    expect(findingWith(other + AREA_NUMBER_AT, 1)).toBe(Finding.AREAS);
    areaClose(other);
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("finds a tag that leads out of memory", () => {
    expect(findingWith(bodyPlace(bodyOf(7)) - 4, 0x7fff_fff0)).toBe(Finding.SLOT_OWNER);
    const tag = load<u32>(bodyPlace(bodyOf(7)) - 4);
    expect(findingWith(bodyPlace(bodyOf(7)) - 4, 64 - tag)).toBe(Finding.SLOT_OWNER);
  });

  it("finds a body too many", () => {
    expect(findingWith(STATS_PTR + STAT_BODIES, 1)).toBe(Finding.BODY_WITHOUT_SLOT);
  });

  it("finds a sharer too many, or too few", () => {
    expect(findingWith(bodyOf(7) + BODY_STATE_AT, 1)).toBe(Finding.SHARERS);
    expect(findingWith(bodyOf(7) + BODY_STATE_AT, <u32>-1)).toBe(Finding.SHARERS);
  });

  it("finds a slot of a body that nobody keeps", () => {
    // The tag of a live slot names a record without sharers: one that is free.
    const free = bodyOf(1003);
    const place = bodyPlace(bodyOf(7));
    expect(findingWith(place - 4, <u32>(free - bodyOf(7)))).toBe(Finding.SLOT_OWNER);
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

  it("finds an area record that is neither live nor free", () => {
    expect(findingWith(AREA_RECORDS + 8, 1)).toBe(Finding.AREAS);
  });

  it("finds each counter that does not agree with the outcomes", () => {
    const counters: StaticArray<u32> = [
      STAT_STORES,
      STAT_SUCC_STORES,
      STAT_REFUSED_FULL,
      STAT_REFUSED_POOR,
      STAT_REFUSED_CLOSED,
      STAT_OVERWRITTEN,
      STAT_INVALIDATED,
      STAT_AREA_INVALIDATED,
      STAT_TAKEN,
      STAT_STORED_PAGES,
    ];
    for (let i = 0; i < counters.length; i++)
      expect(findingWith(STATS_PTR + counters[i], 1)).toBe(Finding.COUNTERS);
  });

  it("finds a peak that is below what is kept", () => {
    expect(findingWith(STATS_PTR + STAT_PEAK_PAGES, 0 - load<u32>(STATS_PTR + STAT_PEAK_PAGES))).toBe(
      Finding.COUNTERS,
    );
  });

  it("finds each gauge that drifted", () => {
    const gauges: StaticArray<u32> = [
      STAT_FILL_PAGES,
      STAT_DUPLICATE_PAGES,
      STAT_POOR_BODIES,
      STAT_RAW_BYTES,
      STAT_ENCODED_BYTES,
      STAT_COMPRESSED_BYTES,
    ];
    for (let i = 0; i < gauges.length; i++)
      expect(findingWith(STATS_PTR + gauges[i], 1)).toBe(Finding.GAUGES);
  });

  it("finds pages that the counters and the gauge both forgot", () => {
    store<u64>(STATS_PTR + STAT_STORED_PAGES, load<u64>(STATS_PTR + STAT_STORED_PAGES) + 1);
    store<u64>(STATS_PTR + STAT_SUCC_STORES, load<u64>(STATS_PTR + STAT_SUCC_STORES) + 1);
    store<u64>(STATS_PTR + STAT_STORES, load<u64>(STATS_PTR + STAT_STORES) + 1);
    expect(selfCheck()).toBe(Finding.GAUGES);
    store<u64>(STATS_PTR + STAT_STORED_PAGES, load<u64>(STATS_PTR + STAT_STORED_PAGES) - 1);
    store<u64>(STATS_PTR + STAT_SUCC_STORES, load<u64>(STATS_PTR + STAT_SUCC_STORES) - 1);
    store<u64>(STATS_PTR + STAT_STORES, load<u64>(STATS_PTR + STAT_STORES) - 1);
    expect(selfCheck()).toBe(Finding.NONE);
  });
});
