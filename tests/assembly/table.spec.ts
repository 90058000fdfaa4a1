/**
 * table.spec.ts - bucket numbers of linear hashing against its definition, and lines that no two buckets share.
 */
import { DIRECTORY_TABLE, FRAME_BYTES } from "../../assembly/records";
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
  tableReserve,
  tableSpread,
} from "../../assembly/table";
import { freshEngine, isAll, random, seed } from "./support";

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
});
