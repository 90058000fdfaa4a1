/**
 * area_pages.spec.ts - all pages of an area are found, dropped and added up, and those of other areas are
 * left alone.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { dropInode, findPage, partOf } from "../../../assembly/engine/area_pages";
import { invalidateArea, invalidatePage, putPage, storePage } from "../../../assembly/engine/engine";
import { inodeArea } from "../../../assembly/engine/ledger";
import { openArea, openClient } from "../../../assembly/engine/life";
import { STAT_BODIES, STAT_STORED_PAGES } from "../../../assembly/ground/layout";
import { statGet } from "../../../assembly/ground/stats";
import { areaNumbered, areaOpen, areaPages } from "../../../assembly/owners/areas";
import { bodyRefs } from "../../../assembly/owners/bodies";
import { ALL, bodyOf, COPY, MODEL, storeTail, writeTail } from "../drive";
import { fillHeapLike, freshEngine, PAGE, seed } from "../support";

describe("pages of an area", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(16);
  });

  it("drops an area by its span or by walking, and leaves the others", () => {
    for (let wide: u32 = 0; wide < 2; wide++) {
      const area = areaOpen(1);
      const other = areaOpen(1);
      for (let i: u32 = 0; i < 300; i++) {
        fillHeapLike(PAGE, 4096);
        storePage(area, wide ? i * 14_316_557 : i + 50, PAGE, 4096);
        storePage(other, wide ? i * 14_316_557 : i + 50, PAGE, 4096);
      }
      expect(selfCheck()).toBe(0);
      expect(invalidateArea(area)).toBe(300);
      expect(selfCheck()).toBe(0);
      expect(areaPages(other)).toBe(300);
      expect(invalidateArea(other)).toBe(300);
      expect(statGet(STAT_STORED_PAGES)).toBe(0);
      expect(statGet(STAT_BODIES)).toBe(0);
      expect(selfCheck()).toBe(0);
    }
    expect(invalidateArea(0)).toBe(0);
  });

  it("finds each page of an area once, whatever else there is", () => {
    const area = areaOpen(1);
    const other = areaOpen(1);
    memory.fill(MODEL, 0, 4 * 3000);
    for (let i: u32 = 0; i < 3000; i++) {
      memory.fill(PAGE, <u8>i, 4096);
      storePage(i % 3 ? other : area, i, PAGE, 4096);
    }
    let found: u32 = 0;
    let bucket: u32 = 0;
    for (;;) {
      const next = findPage(area, bucket, COPY);
      if (!next) break;
      assert(next > bucket);
      const offset = load<u32>(COPY);
      assert(offset % 3 == 0 && load<u32>(MODEL + 4 * offset) == 0);
      store<u32>(MODEL + 4 * offset, 1);
      found++;
      assert(invalidatePage(area, offset));
      bucket = next - 1;
    }
    expect(found).toBe(1000);
    expect(areaPages(area)).toBe(0);
    expect(areaPages(other)).toBe(2000);
    expect(findPage(area, 0, COPY)).toBe(0);
    expect(findPage(other, 0, COPY)).toBeGreaterThan(0);
    // Behind the last bucket there is nothing, wherever one begins.
    expect(findPage(other, <u32>-1, COPY)).toBe(0);
  });

  it("adds up a client's part of its bodies, inodes included, by both ways", () => {
    const client = openClient(1, 0);
    const other = openClient(2, 0);
    assert(openArea(1, client, 0) && openArea(2, other, 0));
    const area = areaNumbered(1);
    expect(partOf(client)).toBe(0);
    for (let far: u32 = 0; far < 2; far++) {
      storeTail(area, 1 + far * 100_000_000, 1000);
      storeTail(areaNumbered(2), 1, 1000);
    }
    storeTail(area, 5, 600);
    // One body of 1000 bytes is shared with the other client's page.
    expect(bodyRefs(bodyOf(area, 1))).toBe(2);
    expect(partOf(client)).toBe(500 + 1000 + 600);
    // A page of an inode shares the body of 600: both are this client's.
    writeTail(PAGE, 5, 600);
    putPage(area, 9, 1, PAGE, 4096);
    expect(partOf(client)).toBe(500 + 1000 + 300 + 300);
    expect(dropInode(inodeArea(area, 9))).toBe(1);
    expect(partOf(client)).toBe(500 + 1000 + 600);
    expect(partOf(other)).toBe(500);
    expect(selfCheck()).toBe(0);
  });
});
