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
import { freshEngine } from "./support";

describe("areas", () => {
  beforeEach(() => {
    freshEngine(0);
  });

  it("count pages and bound their offsets", () => {
    const area = areaOpen(3, 65_535, 77);
    expect(areaScope(area)).toBe(77);
    expect(areaPages(area)).toBe(0);
    areaAdd(area, 100);
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
});
