/**
 * ledger.spec.ts - a page enters all that knows it, and leaves it: sharers, accounts, inodes.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { invalidateArea, invalidatePage, loadPage, putPage } from "../../../assembly/engine/engine";
import { entryAt, hold, inodeArea, letGo, removePage } from "../../../assembly/engine/ledger";
import { openArea, openClient } from "../../../assembly/engine/life";
import { STAT_DUPLICATE_PAGES, STAT_INVALIDATED, Status } from "../../../assembly/ground/layout";
import { statAdd, statGet } from "../../../assembly/ground/stats";
import { areaNumbered, areaOpen, areaPages } from "../../../assembly/owners/areas";
import { bodyRefs } from "../../../assembly/owners/bodies";
import { clientCharged, clientPages } from "../../../assembly/owners/clients";
import { Leave } from "../../../assembly/owners/eviction/orders";
import { inodeCount } from "../../../assembly/owners/inodes";
import { ALL, bodyOf, COPY, comesBack, keep, storeTail, writeTail } from "../drive";
import { fillHeapLike, fillRandom, freshEngine, PAGE, seed } from "../support";

describe("ledger", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(12);
  });

  it("takes one sharer, not the body", () => {
    const area = areaOpen(1);
    fillHeapLike(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    keep(area, 1);
    keep(area, 2);
    expect(loadPage(area, 1, PAGE, 4096, true)).toBe(4096);
    expect(loadPage(area, 1, PAGE, 4096, true)).toBe(Status.MISS);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(0);
    expect(comesBack(area, 2)).toBeTruthy();
    expect(areaPages(area)).toBe(1);
    expect(selfCheck()).toBe(0);
  });

  it("charges a body once where clients have their own, and each page where they share", () => {
    for (let scope: u32 = 0; scope < 2; scope++) {
      freshEngine(ALL);
      const client = openClient(1, 0);
      assert(openArea(1, client, scope));
      const area = areaNumbered(1);
      for (let i: u32 = 0; i < 3; i++) {
        writeTail(PAGE, 7, 1000);
        expect(keep(area, i)).toBe(Status.STORED);
      }
      expect(bodyRefs(bodyOf(area, 0))).toBe(3);
      expect(clientCharged(client)).toBe(scope ? 1000 : 3000);
      invalidatePage(area, 0);
      expect(clientCharged(client)).toBe(scope ? 1000 : 2000);
      invalidatePage(area, 1);
      invalidatePage(area, 2);
      expect(clientCharged(client)).toBe(0);
      // A same-filled page keeps no bytes.
      memory.fill(PAGE, 4, 4096);
      expect(keep(area, 1)).toBe(Status.STORED);
      expect(clientCharged(client)).toBe(0);
      expect(clientPages(client)).toBe(1);
      expect(selfCheck()).toBe(0);
    }
  });

  it("forgets an inode with its last page, but not while it is held", () => {
    const fs = areaOpen(1);
    fillRandom(PAGE, 4096);
    expect(putPage(fs, 77, 3, PAGE, 4096)).toBe(Status.STORED);
    const area = inodeArea(fs, 77);
    expect(entryAt(area, 3)).toBeGreaterThan(0);
    hold(area);
    removePage(entryAt(area, 3), Leave.FORGOTTEN);
    statAdd(STAT_INVALIDATED, 1);
    expect(inodeArea(fs, 77)).toBe(area);
    letGo(area);
    expect(inodeArea(fs, 77)).toBe(0);
    expect(selfCheck()).toBe(0);
    expect(putPage(fs, 78, 3, PAGE, 4096)).toBe(Status.STORED);
    expect(invalidatePage(inodeArea(fs, 78), 3)).toBeTruthy();
    expect(inodeCount()).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("has no page in an area that is closed, and none in no area", () => {
    const area = areaOpen(1);
    storeTail(area, 1, 100);
    expect(entryAt(area, 1)).toBeGreaterThan(0);
    expect(entryAt(area, 2)).toBe(0);
    expect(entryAt(0, 1)).toBe(0);
    invalidateArea(area);
    expect(entryAt(area, 1)).toBe(0);
    expect(inodeArea(area, 1)).toBe(0);
  });
});
