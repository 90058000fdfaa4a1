/**
 * nursery.spec.ts - pages that wait: in order of age, never more than the capacity, encoded when they leave,
 * gone without a trace when they die young. How: the queue by itself, then the engine over it, the self check
 * after each step.
 */
import { PageKind } from "../../../assembly/ground/layout";
import { NURSERY_CONTROL } from "../../../assembly/ground/records";
import { stockHandedCount, stockInit } from "../../../assembly/memory/blocks";
import {
  nurseryArea,
  nurseryBlocks,
  nurseryBody,
  nurseryCheck,
  nurseryCount,
  nurseryFreeBytes,
  nurseryGive,
  nurseryInit,
  nurseryIsFull,
  nurseryOffset,
  nurseryOldest,
  nurserySetBody,
  nurserySetCapacity,
  nurseryTake,
  nurseryTrim,
  nurseryYounger,
} from "../../../assembly/memory/nursery";
import { freshMemory, isAll } from "../support";

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
      nurserySetBody(slot, 1000 + i, 2000 + i, 3000 + i, PageKind.PLAIN);
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
      expect(nurseryArea(slot)).toBe(2000 + i);
      expect(nurseryOffset(slot)).toBe(3000 + i);
      expect(isAll(slot, 4096, <u8>i)).toBeTruthy();
      slot = nurseryYounger(slot);
    }
    expect(slot).toBe(0);
  });

  it("uses slots again, and gives its blocks back only when nothing waits", () => {
    for (let round: u32 = 0; round < 5; round++) {
      for (let i: u32 = 0; i < 15; i++) nurserySetBody(nurseryTake(), 9, 9, 9, PageKind.PLAIN);
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
    while (nurseryTake()) nurserySetBody(nurseryOldest(), 5, 5, 5, PageKind.PLAIN);
    expect(nurseryBlocks()).toBe(0);
    expect(nurseryCount()).toBe(0);
  });

  it("notices a wrong link, a wrong count and a slot without an owner", () => {
    const first = nurseryTake();
    const second = nurseryTake();
    nurserySetBody(first, 4, 4, 4, PageKind.PLAIN);
    expect(nurseryCheck()).toBeFalsy();
    nurserySetBody(second, 8, 8, 8, PageKind.PLAIN);
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
      nurserySetBody(slot, 4, 4, 4, PageKind.PLAIN);
      nurseryGive(slot);
      nurseryGive(slot);
    }).toThrow();
  });
});
