/**
 * areas.spec.ts - areas: opened, counted, bounded, closed, their records used again.
 */

import {
  AREA_NUMBER_AT,
  AREA_NUMBER_MAX,
  AREA_PAGES_AT,
  AREA_RECORDS,
  RANGE_NEXT_AT,
  RANGE_RECORDS,
} from "../../../assembly/ground/records";
import { frameTake, recordLive } from "../../../assembly/memory/frames";
import {
  areaAdd,
  areaClose,
  areaCount,
  areaDrop,
  areaIsOpen,
  areaNumber,
  areaNumbered,
  areaOpen,
  areaPages,
  areaPagesSum,
  areaRange,
  areaRangeOf,
  areaScope,
  areaSetNumber,
  areaSpan,
  areasCheck,
  rangeHigh,
  rangeLow,
} from "../../../assembly/owners/areas";
import { freshEngine } from "../support";

describe("areas", () => {
  beforeEach(() => {
    freshEngine(0);
  });

  it("count pages, and know in which ranges these lie", () => {
    const area = areaOpen(77);
    expect(areaScope(area)).toBe(77);
    expect(areaPages(area)).toBe(0);
    areaAdd(area, 100);
    expect(areaSpan(area)).toBe(1);
    areaAdd(area, 37);
    areaAdd(area, 164);
    const first = areaRange(area, 0);
    expect(rangeLow(first)).toBe(37);
    expect(rangeHigh(first)).toBe(164);
    expect(areaRange(area, first)).toBe(0);
    // Further than 64 from it: ranges of their own, which take in what comes near them.
    areaAdd(area, <u32>-1);
    areaAdd(area, 229);
    areaAdd(area, <u32>-60);
    areaAdd(area, 0);
    expect(areaPages(area)).toBe(7);
    expect(areaSpan(area)).toBe(165 + 1 + 60);
    expect(areaRangeOf(area, 228) != 0).toBeFalsy();
    expect(areaRangeOf(area, 229) != 0).toBeTruthy();
    expect(areaRangeOf(area, <u32>-30) != 0).toBeTruthy();
    expect(areaRangeOf(area, <u32>-61) != 0).toBeFalsy();
    expect(recordLive(RANGE_RECORDS)).toBe(2);
    areaDrop(area);
    expect(areaPages(area)).toBe(6);
    expect(areaPagesSum()).toBe(6);
    expect(areaSpan(area)).toBe(165 + 1 + 60);
    for (let i = 0; i < 6; i++) areaDrop(area);
    // With the last page they go.
    expect(recordLive(RANGE_RECORDS)).toBe(0);
    areaAdd(area, 5000);
    expect(areaSpan(area)).toBe(1);
    expect(areasCheck()).toBeTruthy();
  });

  it("have ranges for sixty-four places beside the first; with more the first stretches over all", () => {
    const area = areaOpen(0);
    for (let i: u32 = 0; i <= 64; i++) areaAdd(area, i * 1_000_000);
    expect(areaSpan(area)).toBe(65);
    expect(recordLive(RANGE_RECORDS)).toBe(64);
    areaAdd(area, 70 * 1_000_000);
    expect(areaSpan(area)).toBe(70 * 1_000_000 + 1 + 64);
    expect(areaRangeOf(area, 69 * 1_000_000) != 0).toBeTruthy();
    expect(areasCheck()).toBeTruthy();
    // A range that belongs to no area is noticed.
    const lost = areaRange(area, areaRange(area, 0));
    const next = load<u32>(lost, RANGE_NEXT_AT);
    store<u32>(lost, 0, RANGE_NEXT_AT);
    expect(areasCheck()).toBeFalsy();
    store<u32>(lost, next, RANGE_NEXT_AT);
    expect(areasCheck()).toBeTruthy();
  });

  it("stretch the first range when there is no memory for another", () => {
    freshEngine(0, 6);
    const area = areaOpen(0);
    while (frameTake()) {}
    areaAdd(area, 7);
    areaAdd(area, <u32>-1);
    areaAdd(area, 3);
    expect(areaSpan(area)).toBe(<u64>0xffff_fffd);
    expect(areasCheck()).toBeTruthy();
  });

  it("open and close by the thousand; a closed one is none, and so is 0", () => {
    expect(areaIsOpen(0)).toBeFalsy();
    const first = areaOpen(0);
    for (let i: u32 = 1; i < 5000; i++) assert(areaOpen(0) != 0);
    expect(areaCount()).toBe(5000);
    expect(areasCheck()).toBeTruthy();
    areaClose(first);
    expect(areaIsOpen(first)).toBeFalsy();
    expect(areaCount()).toBe(4999);
    areaAdd(areaOpen(0), 5);
    expect(areaCount()).toBe(5000);
    expect(areaPagesSum()).toBe(1);
    expect(areasCheck()).toBeTruthy();
  });

  it("do not close over pages", () => {
    expect(() => {
      const area = areaOpen(1);
      areaAdd(area, 1);
      areaClose(area);
    }).toThrow();
  });

  it("begin anew in a record that another one used", () => {
    const first = areaOpen(3);
    areaAdd(first, 50);
    areaDrop(first);
    areaClose(first);
    const second = areaOpen(6);
    expect(second).toBe(first);
    expect(areaIsOpen(second)).toBeTruthy();
    expect(areaPages(second)).toBe(0);
    expect(areaScope(second)).toBe(6);
    // Below what the one before had: its bounds are forgotten.
    areaAdd(second, 40);
    expect(areaRangeOf(second, 40) != 0).toBeTruthy();
    expect(areaSpan(second)).toBe(1);
  });

  it("do not drop a page that they have not", () => {
    expect(() => {
      areaDrop(areaOpen(1));
    }).toThrow();
  });

  it("are none when there is no memory for a record", () => {
    freshEngine(0, 6);
    while (frameTake()) {}
    expect(areaOpen(0)).toBe(0);
    expect(areaCount()).toBe(0);
    expect(areasCheck()).toBeTruthy();
  });

  it("notice a record that is neither open nor free, and sum only the open ones", () => {
    const area = areaOpen(0);
    const other = areaOpen(0);
    areaAdd(area, 1);
    areaAdd(other, 1);
    areaDrop(other);
    areaClose(other);
    store<u32>(other, 9, AREA_PAGES_AT);
    expect(areaPagesSum()).toBe(1);
    expect(areasCheck()).toBeTruthy();
    store<u32>(AREA_RECORDS, 0);
    expect(areasCheck()).toBeFalsy();
  });

  it("are found by number, at the ends of its range and where frames meet", () => {
    expect(areaNumbered(1)).toBe(0);
    // 0 is none; 1,023 and 1,024 lie in two frames; the last fills the last frame.
    const numbers: StaticArray<u32> = [1, 2, 1023, 1024, 1025, 77_777, AREA_NUMBER_MAX - 1];
    for (let i = 0; i < numbers.length; i++) {
      const area = areaOpen(i);
      expect(areaNumber(area)).toBe(0);
      assert(areaSetNumber(area, numbers[i]));
      expect(areaNumber(area)).toBe(numbers[i]);
    }
    for (let i = 0; i < numbers.length; i++) {
      const area = areaNumbered(numbers[i]);
      expect(areaScope(area)).toBe(i);
      expect(areaNumber(area)).toBe(numbers[i]);
    }
    // Numbers beside them, in frames that are there and in frames that are not, and numbers that are none.
    const others: StaticArray<u32> = [
      0,
      3,
      1022,
      1026,
      77_778,
      500_000,
      AREA_NUMBER_MAX,
      AREA_NUMBER_MAX + 1,
      <u32>-1,
    ];
    for (let i = 0; i < others.length; i++) expect(areaNumbered(others[i])).toBe(0);
    expect(areasCheck()).toBeTruthy();
  });

  it("free their number when they close, for another area or the same record", () => {
    const first = areaOpen(1);
    const second = areaOpen(2);
    areaSetNumber(first, 7);
    areaSetNumber(second, 8);
    areaClose(first);
    expect(areaNumbered(7)).toBe(0);
    expect(areaNumbered(8)).toBe(second);
    // The record is used again, and knows nothing of the number it had.
    const third = areaOpen(3);
    expect(third).toBe(first);
    expect(areaNumber(third)).toBe(0);
    expect(areaNumbered(7)).toBe(0);
    assert(areaSetNumber(third, 9));
    expect(areaNumbered(9)).toBe(third);
    areaClose(third);
    areaClose(second);
    // One without a number closes too.
    areaClose(areaOpen(4));
    for (let i: u32 = 0; i < 12; i++) expect(areaNumbered(i)).toBe(0);
    expect(areasCheck()).toBeTruthy();
  });

  it("get no number when there is no memory for the frames, and are whole all the same", () => {
    freshEngine(0, 6);
    const area = areaOpen(0);
    while (frameTake()) {}
    expect(areaSetNumber(area, 5)).toBeFalsy();
    expect(areaNumber(area)).toBe(0);
    expect(areaNumbered(5)).toBe(0);
    expect(areasCheck()).toBeTruthy();
    // Memory for one of two frames: refused as well, and the one is not lost.
    freshEngine(0, 64);
    const other = areaOpen(0);
    assert(areaSetNumber(other, 5));
    while (frameTake()) {}
    const third = areaOpen(0);
    expect(areaSetNumber(third, 5000)).toBeFalsy();
    expect(areaNumbered(5000)).toBe(0);
    expect(areaSetNumber(third, 6)).toBeTruthy();
    expect(areaNumbered(6)).toBe(third);
    expect(areaNumbered(5)).toBe(other);
    expect(areasCheck()).toBeTruthy();
  });

  it("take no number that is taken, nor one that is none", () => {
    expect(() => {
      areaSetNumber(areaOpen(0), 3);
      areaSetNumber(areaOpen(0), 3);
    }).toThrow();
    expect(() => {
      areaSetNumber(areaOpen(0), 0);
    }).toThrow();
    expect(() => {
      areaSetNumber(areaOpen(0), AREA_NUMBER_MAX);
    }).toThrow();
  });

  it("notice a number that leads elsewhere", () => {
    const area = areaOpen(0);
    areaSetNumber(area, 3);
    areaSetNumber(areaOpen(0), 4);
    expect(areasCheck()).toBeTruthy();
    store<u32>(area, 4, AREA_NUMBER_AT);
    expect(areasCheck()).toBeFalsy();
    store<u32>(area, 5, AREA_NUMBER_AT);
    expect(areasCheck()).toBeFalsy();
    store<u32>(area, 3, AREA_NUMBER_AT);
    expect(areasCheck()).toBeTruthy();
  });
});
