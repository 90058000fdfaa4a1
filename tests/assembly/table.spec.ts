/**
 * table.spec.ts - bucket numbers of linear hashing against its definition, and lines that no two buckets share.
 */

import { frameBytes, frameTake } from "../../assembly/frames";
import { DIRECTORY_LOAD, DIRECTORY_TABLE, FRAME_BYTES } from "../../assembly/records";
import {
  bucketFor,
  lineAdd,
  lineDrop,
  lineNext,
  lineOf,
  splitFrom,
  tableBuckets,
  tableCount,
  tableGrow,
  tableInit,
  tableRecords,
  tableReserve,
  tableSpread,
  tableTopCount,
} from "../../assembly/table";
import { BUFFER_PTR, freshEngine, isAll, random, seed } from "./support";

/** The low k+1 bits if there is such a bucket, else the low k; 2^k < buckets <= 2^(k+1). */
function plainBucket(hash: u32, buckets: u32): u32 {
  let k: u32 = 0;
  while ((<u32>1) << (k + 1) < buckets) k++;
  const long = hash & (((<u32>1) << (k + 1)) - 1);
  return long < buckets ? long : hash & (((<u32>1) << k) - 1);
}

describe("table", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(11);
  });

  it("finds buckets as the definition says, at every size", () => {
    let grown: u32 = 0;
    for (let records = 0; records < 3000; records++) {
      tableCount(DIRECTORY_TABLE, 1);
      const buckets = tableBuckets(DIRECTORY_TABLE);
      const added = tableGrow(DIRECTORY_TABLE);
      if (added) {
        grown++;
        assert(added == buckets && tableBuckets(DIRECTORY_TABLE) == buckets + 1);
        // What moves to the new bucket was in the one it is split from, and nowhere else.
        for (let i = 0; i < 20; i++) {
          const hash = (random() & 0xffff0000) | (added & 0xffff);
          if (bucketFor(DIRECTORY_TABLE, hash) == added)
            assert(plainBucket(hash, buckets) == splitFrom(added));
        }
      }
      const hash = random();
      assert(bucketFor(DIRECTORY_TABLE, hash) == plainBucket(hash, tableBuckets(DIRECTORY_TABLE)));
    }
    expect(grown).toBeGreaterThan(400);
  });

  it("gives each bucket a line of its own, of zeros, on a line's boundary of its frame", () => {
    for (let records = 0; records < 6000; records++) {
      tableCount(DIRECTORY_TABLE, 1);
      tableGrow(DIRECTORY_TABLE);
    }
    const buckets = tableBuckets(DIRECTORY_TABLE);
    expect(buckets).toBeGreaterThan(FRAME_BYTES / 64);
    for (let bucket: u32 = 0; bucket < buckets; bucket++) {
      const line = lineOf(DIRECTORY_TABLE, bucket);
      assert(line % 64 == 0 && isAll(line, 64, 0));
      store<u32>(line, bucket + 1);
    }
    for (let bucket: u32 = 0; bucket < buckets; bucket++)
      assert(load<u32>(lineOf(DIRECTORY_TABLE, bucket)) == bucket + 1);
  });

  it("links overflow lines and takes them away again", () => {
    expect(tableReserve()).toBeTruthy();
    const first = lineOf(DIRECTORY_TABLE, 3);
    const second = lineAdd(first);
    const third = lineAdd(second);
    expect(lineNext(first)).toBe(second);
    expect(lineNext(second)).toBe(third);
    expect(isAll(third, 64, 0)).toBeTruthy();
    lineDrop(first, second);
    expect(lineNext(first)).toBe(third);
    lineDrop(first, third);
    expect(lineNext(first)).toBe(0);
  });

  it("spreads neighbouring keys over neighbouring lines, sixteen at a time", () => {
    for (let group: u64 = 0; group < 200; group++) {
      let seen: u32 = 0;
      const high = tableSpread(group * 16) >> 4;
      for (let i: u64 = 0; i < 16; i++) {
        const hash = tableSpread(group * 16 + i);
        assert(hash >> 4 == high);
        seen |= (<u32>1) << (hash & 15);
      }
      expect(seen).toBe(0xffff);
    }
  });

  it("has top pointers for all the lines that memory could hold", () => {
    // A top pointer stands for a frame of 1,024 segments of 64 lines: 4 MiB of lines.
    for (let pages: u32 = 1; pages <= 65535; pages++) {
      const tops = tableTopCount(pages << 16);
      assert((<u64>tops) << 22 >= (<u64>pages) << 16 && tops <= (pages >> 6) + 1);
    }
    expect(tableTopCount(65535 << 16)).toBe(1024);
  });

  it("stays as it is when its top pointers are used up", () => {
    freshEngine(0, 128);
    const tops: usize = BUFFER_PTR;
    store<u32>(tops + 4, 0x1234567);
    // A mean of 0: each call adds a bucket.
    memory.fill(DIRECTORY_TABLE, 0, 20);
    assert(tableInit(DIRECTORY_TABLE, tops, 1, 0));
    tableCount(DIRECTORY_TABLE, 1);
    for (let bucket: u32 = 64; bucket < 65536; bucket++) assert(tableGrow(DIRECTORY_TABLE) == bucket);
    const frames = frameBytes();
    for (let i = 0; i < 3; i++) expect(tableGrow(DIRECTORY_TABLE)).toBe(0);
    expect(tableBuckets(DIRECTORY_TABLE)).toBe(65536);
    expect(frameBytes()).toBe(frames);
    expect(load<u32>(tops + 4)).toBe(0x1234567);
    expect(lineOf(DIRECTORY_TABLE, 65535) % 64).toBe(0);
  });

  it("stays as it is when there are no frames", () => {
    freshEngine(0, 12);
    while (frameTake()) {}
    let refused: u32 = 0;
    for (let records = 0; records < 1000; records++) {
      tableCount(DIRECTORY_TABLE, 1);
      if (!tableGrow(DIRECTORY_TABLE) && tableRecords(DIRECTORY_TABLE) > 64 * DIRECTORY_LOAD) refused++;
    }
    expect(tableBuckets(DIRECTORY_TABLE)).toBe(64);
    expect(refused).toBe(1000 - 64 * DIRECTORY_LOAD);
    expect(tableReserve()).toBeFalsy();
  });
});
