/**
 * nursery_policy.spec.ts - a page that waits in the nursery is a page like any other, settles as a store
 * would have kept it, and is never encoded when it is freed there.
 */

import { Finding, selfCheck } from "../../../assembly/audit/audit";
import { invalidateArea, invalidatePage, loadPage, storePage } from "../../../assembly/engine/engine";
import { settleSome } from "../../../assembly/engine/nursery_policy";
import { setFlags } from "../../../assembly/engine/settings";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_REFUSE_POOR,
  FLAG_VERIFY,
  FLAG_ZEROIZE,
  STAT_BODIES,
  STAT_COMPRESSED_BYTES,
  STAT_DUPLICATE_PAGES,
  STAT_POOR_BODIES,
  STAT_YOUNG_PAGES,
  Status,
  WINDOW_PTR,
  WINDOW_TABLE_AT,
} from "../../../assembly/ground/layout";
import { Codec } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { nurseryBlocks, nurseryIsOn, nurserySetCapacity } from "../../../assembly/memory/nursery";
import { areaOpen } from "../../../assembly/owners/areas";
import { bodyCodec, bodyPlace, bodyRefs, bodyYoung } from "../../../assembly/owners/bodies";
import { ALL, bodyOf, COPY } from "../drive";
import { fillHeapLike, fillNumbers, fillRandom, freshEngine, isAll, PAGE, seed } from "../support";

/** Stores a page that belongs to `offset`: heap-like, or random when `offset` is odd. */
function storeOwn(area: usize, offset: u32): Status {
  writeOwn(PAGE, offset);
  const status = storePage(area, offset, PAGE, 4096);
  assert(selfCheck() == Finding.NONE);
  return status;
}

function writeOwn(at: usize, offset: u32): void {
  seed(offset * 31 + 7);
  if (offset & 1) fillRandom(at, 4096);
  else fillHeapLike(at, 4096);
}

function loadsOwn(area: usize, offset: u32): bool {
  memory.fill(PAGE, 0xee, 4096);
  if (loadPage(area, offset, PAGE, 4096, false) != 4096) return false;
  writeOwn(COPY, offset);
  return memory.compare(PAGE, COPY, 4096) == 0;
}

describe("a page that waits", () => {
  beforeEach(() => {
    freshEngine(ALL, 64);
    nurserySetCapacity(20);
  });

  it("is kept as it came, without asking the encoder, and loads like any other", () => {
    const area = areaOpen(1);
    // The encoder clears its table first, so a mark in there would be gone.
    store<u32>(WINDOW_PTR + WINDOW_TABLE_AT, 0xabcdef01);
    for (let i: u32 = 0; i < 20; i++) expect(storeOwn(area, i)).toBe(Status.STORED);
    expect(load<u32>(WINDOW_PTR + WINDOW_TABLE_AT)).toBe(0xabcdef01);
    expect(nurseryIsOn()).toBeTruthy();
    expect(statGet(STAT_YOUNG_PAGES)).toBe(20);
    expect(statGet(STAT_BODIES)).toBe(20);
    expect(statGet(STAT_POOR_BODIES)).toBe(0);
    expect(statGet(STAT_COMPRESSED_BYTES)).toBe(20 * 4096);
    for (let i: u32 = 0; i < 20; i++) assert(loadsOwn(area, i));
    for (let i: u32 = 0; i < 20; i++) assert(bodyYoung(bodyOf(area, i)));
  });

  it("leaves when a younger one comes, encoded if it is worth it, and its entry notices nothing", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 50; i++) storeOwn(area, i);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(20);
    for (let i: u32 = 0; i < 30; i++) {
      expect(bodyYoung(bodyOf(area, i))).toBeFalsy();
      expect(bodyCodec(bodyOf(area, i))).toBe(i & 1 ? Codec.RAW : Codec.LZ4);
    }
    expect(statGet(STAT_POOR_BODIES)).toBe(15);
    for (let i: u32 = 0; i < 50; i++) assert(loadsOwn(area, i));
  });

  it("is encoded by the kind that it was said to be of", () => {
    const area = areaOpen(1);
    for (let kind: u32 = 0; kind < 4; kind++) {
      seed(kind + 5);
      fillNumbers(PAGE, 4096);
      storePage(area, kind, PAGE, 4096, kind);
    }
    expect(settleSome(100)).toBe(4);
    for (let kind: u32 = 0; kind < 4; kind++) {
      expect(bodyCodec(bodyOf(area, kind))).toBe(kind ? Codec.TYPED : Codec.LZ4);
      if (kind) expect(load<u8>(bodyPlace(bodyOf(area, kind)))).toBe(<u8>kind);
      seed(kind + 5);
      fillNumbers(COPY, 4096);
      expect(loadPage(area, kind, PAGE, 4096, false)).toBe(4096);
      expect(memory.compare(PAGE, COPY, 4096)).toBe(0);
    }
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("is never encoded when it dies first", () => {
    const area = areaOpen(1);
    // The encoder clears its table first, so a mark in there would be gone.
    store<u32>(WINDOW_PTR + WINDOW_TABLE_AT, 0xabcdef01);
    for (let i: u32 = 0; i < 200; i++) {
      storeOwn(area, i % 15);
      if (i % 3 == 0) invalidatePage(area, (i * 7) % 15);
    }
    expect(load<u32>(WINDOW_PTR + WINDOW_TABLE_AT)).toBe(0xabcdef01);
    expect(nurseryBlocks()).toBe(1);
    invalidateArea(area);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(0);
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("shares the body of an equal page when it settles, and not before", () => {
    const area = areaOpen(1);
    storeOwn(area, 2);
    for (let i: u32 = 0; i < 2; i++) {
      writeOwn(PAGE, 2);
      expect(storePage(area, 900 + i, PAGE, 4096)).toBe(Status.STORED);
    }
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(0);
    expect(statGet(STAT_BODIES)).toBe(3);
    expect(settleSome(2)).toBe(2);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(1);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(1);
    expect(bodyOf(area, 900)).toBe(bodyOf(area, 2));
    expect(bodyRefs(bodyOf(area, 2))).toBe(2);
    expect(selfCheck()).toBe(Finding.NONE);
    expect(settleSome(5)).toBe(1);
    expect(bodyRefs(bodyOf(area, 2))).toBe(3);
    expect(statGet(STAT_BODIES)).toBe(1);
    expect(selfCheck()).toBe(Finding.NONE);
    assert(loadsOwn(area, 2));
    for (let i: u32 = 0; i < 2; i++) {
      expect(loadPage(area, 900 + i, PAGE, 4096, false)).toBe(4096);
      expect(memory.compare(PAGE, COPY, 4096)).toBe(0);
    }
  });

  it("is checked by every load, and a damaged one stays damaged when it settles", () => {
    const area = areaOpen(1);
    for (let i: u32 = 1; i < 40; i++) storeOwn(area, i);
    for (let i: u32 = 25; i < 40; i++) {
      const place = bodyPlace(bodyOf(area, i));
      const at = place + ((i * 97) % 4096);
      store<u8>(at, load<u8>(at) ^ ((<u8>1) << (<u8>(i & 7))));
      expect(loadPage(area, i, PAGE, 4096, false)).toBe(Status.DAMAGED);
    }
    settleSome(100);
    expect(selfCheck()).toBe(Finding.NONE);
    for (let i: u32 = 1; i < 25; i++) assert(loadsOwn(area, i));
    for (let i: u32 = 25; i < 40; i++) expect(loadPage(area, i, PAGE, 4096, false)).toBe(Status.DAMAGED);
  });

  it("is not checked where loads are not, and good all the same when they are again", () => {
    setFlags(FLAG_COMPRESS | FLAG_DEDUPE);
    const area = areaOpen(1);
    storeOwn(area, 2);
    storeOwn(area, 3);
    setFlags(ALL);
    assert(loadsOwn(area, 2));
    settleSome(1);
    assert(loadsOwn(area, 2));
    assert(loadsOwn(area, 3));
  });

  it("leaves when there is time, the oldest first, and the blocks go back", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 18; i++) storeOwn(area, i);
    expect(settleSome(5)).toBe(5);
    expect(bodyYoung(bodyOf(area, 4))).toBeFalsy();
    expect(bodyYoung(bodyOf(area, 5))).toBeTruthy();
    expect(settleSome(100)).toBe(13);
    expect(settleSome(100)).toBe(0);
    expect(nurseryBlocks()).toBe(0);
    expect(selfCheck()).toBe(Finding.NONE);
    for (let i: u32 = 0; i < 18; i++) assert(loadsOwn(area, i));
  });

  it("waits on when there is no place for it, and pages to come are refused", () => {
    freshEngine(ALL, 14);
    nurserySetCapacity(20);
    const area = areaOpen(1);
    let kept: u32 = 0;
    for (let i: u32 = 1; i < 999; i += 2) {
      if (storeOwn(area, i) != Status.STORED) break;
      kept++;
    }
    expect(kept).toBeLessThan(499);
    expect(statGet(STAT_YOUNG_PAGES)).toBeGreaterThan(0);
    expect(storeOwn(area, 1001)).toBe(Status.FULL);
    for (let i: u32 = 0; i < kept; i++) assert(loadsOwn(area, 2 * i + 1));
    invalidatePage(area, 1);
    expect(storeOwn(area, 1003)).toBe(Status.STORED);
    assert(loadsOwn(area, 1003));
  });

  it("does not wait where poor pages are refused, nor where nothing is compressed", () => {
    const area = areaOpen(1);
    setFlags(ALL | FLAG_REFUSE_POOR);
    expect(storeOwn(area, 1)).toBe(Status.POOR);
    expect(storeOwn(area, 2)).toBe(Status.STORED);
    setFlags(FLAG_VERIFY);
    expect(storeOwn(area, 4)).toBe(Status.STORED);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(0);
  });

  it("leaves no byte in its slot when the pool asked for that", () => {
    setFlags(ALL | FLAG_ZEROIZE);
    const area = areaOpen(1);
    storeOwn(area, 1);
    storeOwn(area, 2);
    const first = bodyPlace(bodyOf(area, 1));
    const second = bodyPlace(bodyOf(area, 2));
    invalidatePage(area, 1);
    expect(isAll(first, 4096, 0)).toBeTruthy();
    settleSome(1);
    expect(isAll(second, 4096, 0)).toBeTruthy();
    assert(loadsOwn(area, 2));
  });
});
