/**
 * table.spec.ts - bucket numbers of linear hashing against its definition, lines that no two buckets share,
 * and records that come and go through splits and merges.
 *
 * How: the spec is an owner itself. Its records are packed, of 8 or of 12 bytes, and the first word of each
 *      is its own hash.
 */

import {
  DIRECTORY_LOAD,
  DIRECTORY_TABLE,
  FRAME_BYTES,
  LINE_LINK_AT,
  LINE_RECORDS,
} from "../../../assembly/ground/records";
import { frameBytes, frameTake, recordLive } from "../../../assembly/memory/frames";
import {
  bucketFor,
  lineAdd,
  lineDetach,
  lineDrop,
  lineGive,
  lineNext,
  lineOf,
  packedPlace,
  packedRemove,
  tableAdd,
  tableBuckets,
  tableDrop,
  tableInit,
  tableMerged,
  tableRecords,
  tableReserve,
  tableShrunk,
  tableSpread,
  tableTopCount,
} from "../../../assembly/memory/table";
import { BUFFER_PTR, below, freshEngine, isAll, random, seed } from "../support";

/** The low k+1 bits if there is such a bucket, else the low k; 2^k < buckets <= 2^(k+1). */
function plainBucket(hash: u32, buckets: u32): u32 {
  let k: u32 = 0;
  while ((<u32>1) << (k + 1) < buckets) k++;
  const long = hash & (((<u32>1) << (k + 1)) - 1);
  return long < buckets ? long : hash & (((<u32>1) << k) - 1);
}

/** First line of the bucket for a hash. */
function home(hash: u32): usize {
  return lineOf(DIRECTORY_TABLE, bucketFor(DIRECTORY_TABLE, hash));
}

function put(hash: u32, value: u32, bytes: u32): void {
  const place = packedPlace(home(hash), bytes);
  store<u32>(place, hash);
  store<u32>(place + bytes - 4, value);
}

function spread(first: usize, bytes: u32): void {
  let left = lineDetach(first);
  spreadLine(first, bytes);
  for (; left; left = lineGive(left)) spreadLine(left, bytes);
}

function spreadLine(line: usize, bytes: u32): void {
  for (let at = line; at + bytes <= line + LINE_LINK_AT && load<u32>(at); at += bytes) {
    const hash = load<u32>(at);
    store<u32>(at, 0);
    put(hash, load<u32>(at + bytes - 4), bytes);
  }
}

function add(hash: u32, value: u32, bytes: u32): void {
  assert(tableReserve());
  const split = tableAdd(DIRECTORY_TABLE);
  if (split) spread(split, bytes);
  put(hash, value, bytes);
}

function drop(hash: u32, bytes: u32): void {
  packedRemove(home(hash), find(hash, bytes), bytes);
  const merged = tableDrop(DIRECTORY_TABLE);
  if (!merged) return;
  // All of a bucket that is taken away goes to one other.
  const to = tableMerged(DIRECTORY_TABLE);
  for (let at = merged; at + bytes <= merged + LINE_LINK_AT && load<u32>(at); at += bytes)
    assert(home(load<u32>(at)) == to);
  spread(merged, bytes);
  tableShrunk(DIRECTORY_TABLE);
}

function find(hash: u32, bytes: u32): usize {
  for (let line = home(hash); line; line = lineNext(line)) {
    for (let at = line; at + bytes <= line + LINE_LINK_AT; at += bytes) if (load<u32>(at) == hash) return at;
  }
  return 0;
}

/** Records of all buckets. Each line but the last of a bucket is full, and no overflow line is empty. */
function countPacked(bytes: u32): u32 {
  let count: u32 = 0;
  for (let bucket: u32 = 0; bucket < tableBuckets(DIRECTORY_TABLE); bucket++) {
    const first = lineOf(DIRECTORY_TABLE, bucket);
    for (let line = first; line; line = lineNext(line)) {
      let records: u32 = 0;
      for (let at = line; at + bytes <= line + LINE_LINK_AT; at += bytes) {
        if (!load<u32>(at)) continue;
        assert(at == line + records * bytes);
        records++;
      }
      assert(lineNext(line) ? records == LINE_LINK_AT / bytes : records > 0 || line == first);
      count += records;
    }
  }
  return count;
}

/** Counts a record that is nowhere. Answers the number of the bucket that was added, or 0. */
function grow(): u32 {
  const buckets = tableBuckets(DIRECTORY_TABLE);
  tableAdd(DIRECTORY_TABLE);
  return tableBuckets(DIRECTORY_TABLE) == buckets ? 0 : buckets;
}

describe("table", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(11);
  });

  it("finds buckets as the definition says, at every size", () => {
    let grown: u32 = 0;
    for (let records = 0; records < 3000; records++) {
      const buckets = tableBuckets(DIRECTORY_TABLE);
      const split = tableAdd(DIRECTORY_TABLE);
      if (split) {
        grown++;
        const added = buckets;
        assert(tableBuckets(DIRECTORY_TABLE) == buckets + 1);
        // What moves to the new bucket was in the one it is split from, and nowhere else.
        for (let i = 0; i < 20; i++) {
          const hash = (random() & 0xffff0000) | (added & 0xffff);
          if (bucketFor(DIRECTORY_TABLE, hash) == added)
            assert(lineOf(DIRECTORY_TABLE, plainBucket(hash, buckets)) == split);
        }
      }
      const hash = random();
      assert(bucketFor(DIRECTORY_TABLE, hash) == plainBucket(hash, tableBuckets(DIRECTORY_TABLE)));
    }
    expect(grown).toBeGreaterThan(400);
  });

  it("gives each bucket a line of its own, of zeros, on a line's boundary of its frame", () => {
    for (let records = 0; records < 6000; records++) tableAdd(DIRECTORY_TABLE);
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

  it("finds packed records of either size through splits and merges, and gives all lines back", () => {
    for (let bytes: u32 = 8; bytes <= 12; bytes += 4) {
      freshEngine(0, 64);
      assert(tableReserve());
      const frames = frameBytes();
      // A bijection of 16 bits to 32, none of them 0: what is there is a bit of a map.
      const map: usize = BUFFER_PTR;
      memory.fill(map, 0, 1 << 16);
      let most: u32 = 0;
      for (let step: u32 = 0; step < 40_000; step++) {
        // Mostly in, then mostly out.
        const key = below(1 << 12);
        const hash = (key + 1) * 2654435761;
        const at = find(hash, bytes);
        assert((at != 0) == (load<u8>(map + key) != 0));
        if (at) assert(load<u32>(at + bytes - 4) == (bytes == 8 ? key : key * 3));
        if (at && (step > 20_000 || below(3) == 0)) {
          drop(hash, bytes);
          store<u8>(map + key, 0);
        } else if (!at && (step <= 20_000 || below(3) == 0)) {
          add(hash, bytes == 8 ? key : key * 3, bytes);
          store<u8>(map + key, 1);
        }
        most = max(most, tableBuckets(DIRECTORY_TABLE));
        if (step % 500 == 0) assert(countPacked(bytes) == tableRecords(DIRECTORY_TABLE));
      }
      expect(most).toBeGreaterThan(300);
      for (let key: u32 = 0; key < 1 << 12; key++)
        if (load<u8>(map + key)) drop((key + 1) * 2654435761, bytes);
      expect(tableRecords(DIRECTORY_TABLE)).toBe(0);
      expect(tableBuckets(DIRECTORY_TABLE)).toBe(64);
      expect(recordLive(LINE_RECORDS)).toBe(0);
      expect(frameBytes()).toBe(frames);
    }
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
    for (let bucket: u32 = 64; bucket < 65536; bucket++) assert(grow() == bucket);
    const frames = frameBytes();
    for (let i = 0; i < 3; i++) expect(grow()).toBe(0);
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
      if (!grow() && tableRecords(DIRECTORY_TABLE) > 64 * DIRECTORY_LOAD) refused++;
    }
    expect(tableBuckets(DIRECTORY_TABLE)).toBe(64);
    expect(refused).toBe(1000 - 64 * DIRECTORY_LOAD);
    expect(tableReserve()).toBeFalsy();
  });
});
