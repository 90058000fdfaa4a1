/**
 * inodes.spec.ts - inodes: found by file system and number, by the ten thousand, in any order of coming and
 * going.
 */

import { AREA_INODE_AT, LINE_RECORDS } from "../../../assembly/ground/records";
import { frameTake, recordLive } from "../../../assembly/memory/frames";
import { tableReserve } from "../../../assembly/memory/table";
import {
  areaCount,
  areaInode,
  areaIsOpen,
  areaOpen,
  areaParent,
  areaScope,
} from "../../../assembly/owners/areas";
import { inodeClose, inodeCount, inodeFind, inodeOpen, inodesCheck } from "../../../assembly/owners/inodes";
import { below, freshEngine, seed } from "../support";

let fs: usize = 0;

function open(inode: u64): usize {
  assert(tableReserve());
  return inodeOpen(fs, inode);
}

describe("inodes", () => {
  beforeEach(() => {
    freshEngine(0, 128);
    fs = areaOpen(77);
    seed(3);
  });

  it("are areas of their file system's scope, found by all 64 bits of their number", () => {
    const one = open(1);
    const high = open((<u64>1) << 32);
    const last = open(<u64>-1);
    expect(inodeFind(fs, 1)).toBe(one);
    expect(inodeFind(fs, (<u64>1) << 32)).toBe(high);
    expect(inodeFind(fs, <u64>-1)).toBe(last);
    expect(inodeFind(fs, 0)).toBe(0);
    expect(inodeFind(fs + 48, 1)).toBe(0);
    expect(areaParent(high)).toBe(fs);
    expect(areaInode(high)).toBe((<u64>1) << 32);
    expect(areaScope(one)).toBe(77);
    expect(areaIsOpen(one)).toBeTruthy();
    inodeClose(high);
    expect(inodeFind(fs, (<u64>1) << 32)).toBe(0);
    expect(inodeCount()).toBe(2);
    expect(areaCount()).toBe(3);
    expect(inodesCheck()).toBeTruthy();
  });

  it("come and go at random, and leave no line behind", () => {
    const KEYS: u32 = 4000;
    for (let step = 0; step < 30_000; step++) {
      const key = <u64>below(KEYS) * 0x1_0000_0001;
      const area = inodeFind(fs, key);
      if (area) inodeClose(area);
      else assert(open(key) != 0);
      if (step % 1000 == 0) assert(inodesCheck());
    }
    expect(inodesCheck()).toBeTruthy();
    for (let key: u32 = 0; key < KEYS; key++) {
      const area = inodeFind(fs, <u64>key * 0x1_0000_0001);
      if (area) inodeClose(area);
    }
    expect(inodeCount()).toBe(0);
    expect(areaCount()).toBe(1);
    expect(recordLive(LINE_RECORDS)).toBe(0);
  });

  it("are none without memory; one that is not where its number leads is noticed", () => {
    const area = open(5);
    expect(inodesCheck()).toBeTruthy();
    store<u64>(area, 6, AREA_INODE_AT);
    expect(inodesCheck()).toBeFalsy();
    freshEngine(0, 7);
    fs = areaOpen(1);
    while (frameTake()) {}
    let count = 0;
    while (tableReserve() && inodeOpen(fs, count)) count++;
    expect(count).toBeLessThan(200);
    expect(inodesCheck()).toBeTruthy();
  });
});
