/**
 * nursery.spec.ts - pages that wait: in order of age, never more than the capacity, encoded when they leave, gone without a
 * trace when they die young. How: the queue by itself, then the engine over it, the self check after each step.
 */
import { areaOpen } from "../../assembly/areas";
import { Finding, selfCheck } from "../../assembly/audit";
import { bodyCodec, bodyPlace, bodyRefs, bodyYoung } from "../../assembly/bodies";
import { directoryFind, entryBody } from "../../assembly/directory";
import {
  engineSetFlags,
  engineSetNursery,
  invalidateArea,
  invalidatePage,
  loadPage,
  settleSome,
  storePage,
} from "../../assembly/engine";
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
} from "../../assembly/layout";
import {
  nurseryBlocks,
  nurseryBody,
  nurseryCheck,
  nurseryCount,
  nurseryFreeBytes,
  nurseryGive,
  nurseryInit,
  nurseryIsFull,
  nurseryIsOn,
  nurseryOldest,
  nurserySetBody,
  nurserySetCapacity,
  nurseryTake,
  nurseryTrim,
  nurseryYounger,
} from "../../assembly/nursery";
import { Codec, NURSERY_CONTROL } from "../../assembly/records";
import { statGet } from "../../assembly/stats";
import { stockHandedCount, stockInit } from "../../assembly/stock";
import { BUFFER_PTR, fillHeapLike, fillRandom, freshEngine, freshMemory, isAll, PAGE, seed } from "./support";

const ALL: u32 = FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY;
const COPY: usize = BUFFER_PTR;

function bodyOf(area: usize, offset: u32): usize {
  return entryBody(directoryFind(area, offset));
}

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

describe("the queue", () => {
  beforeEach(() => {
    freshMemory(4 << 20);
    stockInit(0x40000, 4096, 64);
    nurseryInit(4096);
    nurserySetCapacity(40);
  });

  it("is in order of age, whoever leaves in between", () => {
    const slots = new StaticArray<usize>(40);
    for (let i: u32 = 0; i < 40; i++) {
      expect(nurseryIsFull()).toBeFalsy();
      const slot = nurseryTake();
      nurserySetBody(slot, 1000 + i);
      slots[i] = slot;
      memory.fill(slot, <u8>i, 4096);
    }
    expect(nurseryIsFull()).toBeTruthy();
    expect(nurseryBlocks()).toBe(3);
    expect(nurseryFreeBytes()).toBe(5 * (4096 + 64));
    expect(nurseryCheck()).toBeTruthy();
    // From the old end, the young end, the middle.
    nurseryGive(slots[0]);
    nurseryGive(slots[39]);
    for (let i: u32 = 10; i < 20; i++) nurseryGive(slots[i]);
    expect(nurseryCheck()).toBeTruthy();
    expect(nurseryCount()).toBe(28);
    let slot = nurseryOldest();
    for (let i: u32 = 1; i < 39; i++) {
      if (i >= 10 && i < 20) continue;
      expect(slot).toBe(slots[i]);
      expect(nurseryBody(slot)).toBe(1000 + i);
      expect(isAll(slot, 4096, <u8>i)).toBeTruthy();
      slot = nurseryYounger(slot);
    }
    expect(slot).toBe(0);
  });

  it("uses slots again, and gives its blocks back only when nothing waits", () => {
    for (let round: u32 = 0; round < 5; round++) {
      for (let i: u32 = 0; i < 15; i++) nurserySetBody(nurseryTake(), 9);
      expect(nurseryBlocks()).toBe(1);
      nurseryTrim();
      expect(nurseryBlocks()).toBe(1);
      while (nurseryOldest()) nurseryGive(nurseryOldest());
    }
    expect(stockHandedCount()).toBe(1);
    nurseryTrim();
    expect(nurseryBlocks()).toBe(0);
    expect(stockHandedCount()).toBe(0);
    expect(nurseryCheck()).toBeTruthy();
    expect(nurseryTake()).not.toBe(0);
  });

  it("has no slot when there is no block", () => {
    stockInit(0x40000, 4096, 5);
    while (nurseryTake()) nurserySetBody(nurseryOldest(), 5);
    expect(nurseryBlocks()).toBe(0);
    expect(nurseryCount()).toBe(0);
  });

  it("notices a wrong link, a wrong count and a slot without an owner", () => {
    const first = nurseryTake();
    const second = nurseryTake();
    nurserySetBody(first, 4);
    expect(nurseryCheck()).toBeFalsy();
    nurserySetBody(second, 8);
    expect(nurseryCheck()).toBeTruthy();
    for (let word: u32 = 8; word < 32; word += 4) {
      const right = load<u32>(NURSERY_CONTROL + word);
      store<u32>(NURSERY_CONTROL + word, word < 16 ? 0 : word == 20 || word == 24 ? <u32>first : right + 1);
      if (word != 24) expect(nurseryCheck()).toBeFalsy();
      store<u32>(NURSERY_CONTROL + word, right);
    }
    store<u32>(second + 4096, 0);
    expect(nurseryCheck()).toBeFalsy();
  });

  it("does not take back what is free", () => {
    expect(() => {
      const slot = nurseryTake();
      nurserySetBody(slot, 4);
      nurseryGive(slot);
      nurseryGive(slot);
    }).toThrow();
  });
});

describe("a page that waits", () => {
  beforeEach(() => {
    freshEngine(ALL, 64);
    engineSetNursery(20);
  });

  it("is kept as it came, without asking the encoder, and loads like any other", () => {
    const area = areaOpen(1, 0, 1);
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
    const area = areaOpen(1, 0, 1);
    for (let i: u32 = 0; i < 50; i++) storeOwn(area, i);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(20);
    for (let i: u32 = 0; i < 30; i++) {
      expect(bodyYoung(bodyOf(area, i))).toBeFalsy();
      expect(bodyCodec(bodyOf(area, i))).toBe(i & 1 ? Codec.RAW : Codec.LZ4);
    }
    expect(statGet(STAT_POOR_BODIES)).toBe(15);
    for (let i: u32 = 0; i < 50; i++) assert(loadsOwn(area, i));
  });

  it("is never encoded when it dies first", () => {
    const area = areaOpen(1, 0, 1);
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

  it("can be shared, young and later", () => {
    const area = areaOpen(1, 0, 1);
    storeOwn(area, 2);
    writeOwn(PAGE, 2);
    expect(storePage(area, 900, PAGE, 4096)).toBe(Status.STORED);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(1);
    expect(bodyOf(area, 900)).toBe(bodyOf(area, 2));
    expect(settleSome(5)).toBe(1);
    expect(bodyRefs(bodyOf(area, 2))).toBe(2);
    writeOwn(PAGE, 2);
    expect(storePage(area, 901, PAGE, 4096)).toBe(Status.STORED);
    expect(statGet(STAT_BODIES)).toBe(1);
    expect(selfCheck()).toBe(Finding.NONE);
    assert(loadsOwn(area, 2));
  });

  it("leaves when there is time, the oldest first, and the blocks go back", () => {
    const area = areaOpen(1, 0, 1);
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
    engineSetNursery(20);
    const area = areaOpen(1, 0, 1);
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
    const area = areaOpen(1, 0, 1);
    engineSetFlags(ALL | FLAG_REFUSE_POOR);
    expect(storeOwn(area, 1)).toBe(Status.POOR);
    expect(storeOwn(area, 2)).toBe(Status.STORED);
    engineSetFlags(FLAG_VERIFY);
    expect(storeOwn(area, 4)).toBe(Status.STORED);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(0);
  });

  it("leaves no byte in its slot when the pool asked for that", () => {
    engineSetFlags(ALL | FLAG_ZEROIZE);
    const area = areaOpen(1, 0, 1);
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
