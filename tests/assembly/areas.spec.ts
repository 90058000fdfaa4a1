/**
 * areas.spec.ts - areas: opened, counted, bounded, closed, their records used again.
 */
import {
  areaAdd,
  areaClose,
  areaCount,
  areaDrop,
  areaHighest,
  areaIsOpen,
  areaLowest,
  areaOpen,
  areaPages,
  areaPagesSum,
  areaScope,
  areasCheck,
} from "../../assembly/areas";
import { frameTake } from "../../assembly/frames";
import { AREA_CLIENT_AT, AREA_PAGES_AT, AREA_RECORDS, AREA_TYPE_AT } from "../../assembly/records";
import { freshEngine } from "./support";

describe("areas", () => {
  beforeEach(() => {
    freshEngine(0);
  });

  it("count pages and bound their offsets", () => {
    const area = areaOpen(3, 65_535, 77);
    expect(areaScope(area)).toBe(77);
    expect(load<u32>(area, AREA_CLIENT_AT)).toBe(3);
    expect(load<u32>(area, AREA_TYPE_AT)).toBe(65_535);
    // Bounds of nothing: the first page is both.
    expect(areaLowest(area)).toBe(<u32>-1);
    expect(areaHighest(area)).toBe(0);
    expect(areaPages(area)).toBe(0);
    areaAdd(area, 100);
    expect(areaLowest(area)).toBe(100);
    expect(areaHighest(area)).toBe(100);
    areaAdd(area, 7);
    areaAdd(area, <u32>-1);
    expect(areaPages(area)).toBe(3);
    expect(areaLowest(area)).toBe(7);
    expect(areaHighest(area)).toBe(<u32>-1);
    areaDrop(area);
    expect(areaPages(area)).toBe(2);
    expect(areaPagesSum()).toBe(2);
  });

  it("open and close by the thousand; a closed one is none, and so is 0", () => {
    expect(areaIsOpen(0)).toBeFalsy();
    const first = areaOpen(1, 0, 0);
    for (let i: u32 = 1; i < 5000; i++) assert(areaOpen(1, i, 0) != 0);
    expect(areaCount()).toBe(5000);
    expect(areasCheck()).toBeTruthy();
    areaClose(first);
    expect(areaIsOpen(first)).toBeFalsy();
    expect(areaCount()).toBe(4999);
    areaAdd(areaOpen(2, 1, 0), 5);
    expect(areaCount()).toBe(5000);
    expect(areaPagesSum()).toBe(1);
    expect(areasCheck()).toBeTruthy();
  });

  it("do not close over pages", () => {
    expect(() => {
      const area = areaOpen(1, 1, 1);
      areaAdd(area, 1);
      areaClose(area);
    }).toThrow();
  });

  it("begin anew in a record that another one used", () => {
    const first = areaOpen(1, 2, 3);
    areaAdd(first, 50);
    areaDrop(first);
    areaClose(first);
    const second = areaOpen(4, 5, 6);
    expect(second).toBe(first);
    expect(areaIsOpen(second)).toBeTruthy();
    expect(areaPages(second)).toBe(0);
    expect(areaScope(second)).toBe(6);
    expect(load<u32>(second, AREA_TYPE_AT)).toBe(5);
    // Below what the one before had: its bounds are forgotten.
    areaAdd(second, 40);
    expect(areaLowest(second)).toBe(40);
    expect(areaHighest(second)).toBe(40);
  });

  it("do not drop a page that they have not", () => {
    expect(() => {
      areaDrop(areaOpen(1, 1, 1));
    }).toThrow();
  });

  it("are none when there is no memory for a record", () => {
    freshEngine(0, 6);
    while (frameTake()) {}
    expect(areaOpen(1, 0, 0)).toBe(0);
    expect(areaCount()).toBe(0);
    expect(areasCheck()).toBeTruthy();
  });

  it("notice a record that is neither open nor free, and sum only the open ones", () => {
    const area = areaOpen(1, 0, 0);
    const other = areaOpen(1, 1, 0);
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
});
