/**
 * directory.spec.ts - keys of every shape found again and forgotten, over many segments; with it table.ts.
 *
 * How: keys in order, in strides of powers of two (which a careless hash would throw into one bucket) and at
 *      random; after
 * each phase the directory's own check, and the longest bucket.
 */

import { LINE_BYTES } from "../../../assembly/ground/layout";
import {
  DIRECTORY_TABLE,
  ENTRIES_A_LINE,
  ENTRY_AREA_AT,
  ENTRY_BYTES,
  ENTRY_OFFSET_AT,
  LINE_LINK_AT,
  LINE_RECORDS,
} from "../../../assembly/ground/records";
import { frameBytes, frameTake, recordLive, recordReserve } from "../../../assembly/memory/frames";
import { lineNext, lineOf, tableReserve } from "../../../assembly/memory/table";
import {
  directoryBuckets,
  directoryCheck,
  directoryCount,
  directoryFind,
  directoryInsert,
  directoryRemove,
  entryArea,
  entryBody,
  entryFor,
  entryNode,
  entryOffset,
  walkBucket,
  walkEntry,
  walkFrom,
  walkNext,
} from "../../../assembly/owners/directory";
import { BUFFER_PTR, below, freshEngine, seed } from "../support";

const AREA: usize = 0x5550;
const EMPTY_LINE: usize = BUFFER_PTR;

function insert(area: usize, offset: u32, body: usize): void {
  assert(tableReserve());
  directoryInsert(area, offset, body);
}

function keyOf(i: u32, shape: u32): u32 {
  if (shape == 0) return i;
  if (shape == 1) return i * 16;
  if (shape == 2) return i * 4096;
  if (shape == 3) return i << 16;
  if (shape == 4) return (i << 20) | (i >> 12);
  // A bijection of 32 bits: no key comes twice.
  return (i ^ 0x5bd1e995) * 2654435761;
}

function longestBucket(): u32 {
  let longest: u32 = 0;
  for (let bucket: u32 = 0; bucket < directoryBuckets(); bucket++) {
    let lines: u32 = 0;
    for (let line = lineOf(DIRECTORY_TABLE, bucket); line; line = lineNext(line)) lines++;
    if (lines > longest) longest = lines;
  }
  return longest;
}

/**
 * Counts entries line by line, by the words of the records alone: all lines of a bucket but the last are
 * full.
 */
function countPacked(): u32 {
  let count: u32 = 0;
  for (let bucket: u32 = 0; bucket < directoryBuckets(); bucket++) {
    let line = lineOf(DIRECTORY_TABLE, bucket);
    let last = false;
    while (line) {
      let i: u32 = 0;
      while (i < ENTRIES_A_LINE && load<u32>(line + i * ENTRY_BYTES, ENTRY_AREA_AT)) i++;
      count += i;
      for (let j = i; j < ENTRIES_A_LINE; j++) assert(!load<u32>(line + j * ENTRY_BYTES, ENTRY_AREA_AT));
      assert(!last);
      last = i < ENTRIES_A_LINE;
      assert(i > 0 || line == lineOf(DIRECTORY_TABLE, bucket));
      line = <usize>load<u32>(line, LINE_LINK_AT);
    }
  }
  return count;
}

/** Lines that the table has borrowed for its overflow. */
function overflowLines(): u32 {
  let lines: u32 = 0;
  for (let bucket: u32 = 0; bucket < directoryBuckets(); bucket++)
    for (let line = lineNext(lineOf(DIRECTORY_TABLE, bucket)); line; line = lineNext(line)) lines++;
  return lines;
}

describe("directory", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(8);
  });

  it("finds keys of every shape, and only those", () => {
    const COUNT: u32 = 6000;
    for (let shape: u32 = 0; shape < 6; shape++) {
      freshEngine(0, 64);
      assert(tableReserve());
      const frames = frameBytes();
      for (let i: u32 = 0; i < COUNT; i++) insert(AREA, keyOf(i, shape), 4 * i + 4);
      expect(directoryCount()).toBe(COUNT);
      expect(directoryCheck()).toBeTruthy();
      expect(longestBucket()).toBeLessThan(7);
      for (let i: u32 = 0; i < COUNT; i++) {
        const entry = directoryFind(AREA, keyOf(i, shape));
        assert(entry != 0 && entryBody(entry) == 4 * i + 4);
        assert(directoryFind(AREA + 40, keyOf(i, shape)) == 0);
      }
      for (let i: u32 = 0; i < COUNT; i += 2) directoryRemove(directoryFind(AREA, keyOf(i, shape)));
      expect(directoryCheck()).toBeTruthy();
      for (let i: u32 = 0; i < COUNT; i++)
        assert((directoryFind(AREA, keyOf(i, shape)) != 0) == ((i & 1) == 1));
      // Each that is left is met once by a walk.
      let met: u32 = 0;
      const end = directoryBuckets();
      for (let at = walkFrom(0, end); at; at = walkNext(at, end)) met++;
      expect(met).toBe(COUNT / 2);
      for (let i: u32 = 1; i < COUNT; i += 2) {
        directoryRemove(directoryFind(AREA, keyOf(i, shape)));
        assert(i % 501 != 0 || directoryCheck());
      }
      expect(directoryCount()).toBe(0);
      expect(directoryCheck()).toBeTruthy();
      // The table is as small as it was, and so is what it stands in.
      expect(directoryBuckets()).toBe(64);
      expect(recordLive(LINE_RECORDS)).toBe(0);
      expect(frameBytes()).toBe(frames);
    }
  });

  it("keeps the keys of areas apart, and the corners of the range", () => {
    for (let i: u32 = 0; i < 100; i++) insert(AREA + i * 32, 7, 4 * i + 4);
    insert(AREA, 0, 1000);
    insert(AREA, <u32>-1, 1004);
    for (let i: u32 = 0; i < 100; i++) expect(entryBody(directoryFind(AREA + i * 32, 7))).toBe(4 * i + 4);
    expect(entryBody(directoryFind(AREA, 0))).toBe(1000);
    expect(entryBody(directoryFind(AREA, <u32>-1))).toBe(1004);
    expect(directoryFind(AREA + 32, 0)).toBe(0);
  });

  it("comes through random insertions and removals whole", () => {
    const KEYS: u32 = 3000;
    for (let step = 0; step < 30_000; step++) {
      const key = below(KEYS);
      const entry = directoryFind(AREA, key);
      if (entry) {
        assert(entryBody(entry) == 4 * key + 4);
        directoryRemove(entry);
      } else insert(AREA, key, 4 * key + 4);
      if (step % 1000 == 0) {
        assert(directoryCheck());
        assert(countPacked() == directoryCount());
        // Nobody else borrows lines here: each one is in a bucket.
        assert(recordLive(LINE_RECORDS) == overflowLines());
      }
    }
    expect(directoryCheck()).toBeTruthy();
    for (let key: u32 = 0; key < KEYS; key++) {
      const entry = directoryFind(AREA, key);
      if (entry) directoryRemove(entry);
    }
    expect(directoryCount()).toBe(0);
    expect(recordLive(LINE_RECORDS)).toBe(0);
  });

  it("overflows when there is no memory to grow, slower and never wrong", () => {
    const MANY: u32 = 6000;
    // There are lines to overflow to; no frame is left for more buckets.
    assert(recordReserve(LINE_RECORDS, LINE_BYTES, 2000));
    while (frameTake()) {}
    const buckets = directoryBuckets();
    let kept: u32 = 0;
    while (tableReserve()) {
      directoryInsert(AREA, kept * 5, 4 * kept + 4);
      kept++;
    }
    expect(kept).toBeGreaterThan(MANY);
    expect(directoryBuckets() - buckets).toBeLessThan(64);
    expect(directoryCheck()).toBeTruthy();
    expect(countPacked()).toBe(kept);
    for (let i: u32 = 0; i < kept; i++) assert(entryBody(directoryFind(AREA, i * 5)) == 4 * i + 4);
    for (let i: u32 = 0; i < kept; i++) directoryRemove(directoryFind(AREA, i * 5));
    expect(directoryCount()).toBe(0);
    expect(recordLive(LINE_RECORDS)).toBe(0);
    expect(tableReserve()).toBeTruthy();
  });

  it("leads to the body of an ephemeral page by way of its node, and keeps the node when entries move", () => {
    const node: usize = BUFFER_PTR + 128;
    store<u32>(node, 4444);
    for (let i: u32 = 0; i < 5000; i++) insert(AREA, i, i % 3 ? 4 * i + 4 : entryFor(node));
    for (let i: u32 = 0; i < 5000; i++) {
      const entry = directoryFind(AREA, i);
      assert(entryNode(entry) == (i % 3 ? 0 : node));
      assert(entryBody(entry) == (i % 3 ? 4 * i + 4 : 4444));
    }
    expect(directoryCheck()).toBeTruthy();
  });

  it("grows one bucket at a time", () => {
    let before = directoryBuckets();
    for (let i: u32 = 0; i < 20_000; i++) {
      insert(AREA, i * 7, 4);
      const now = directoryBuckets();
      assert(now - before <= 1);
      before = now;
    }
    expect(before * 6).toBeGreaterThan(20_000 - 6);
    expect(directoryCheck()).toBeTruthy();
  });

  it("walks over the buckets it is asked for, each entry once and with its bucket", () => {
    const COUNT: u32 = 2000;
    for (let i: u32 = 0; i < COUNT; i++) insert(AREA, i * 7, 4 * i + 4);
    const buckets = directoryBuckets();
    // Walks of every length, one behind the other, and the last one past the end of the directory.
    let met: u32 = 0;
    let sum: u32 = 0;
    let from: u32 = 0;
    for (let width: u32 = 1; from < buckets; width++) {
      let last = from;
      for (let at = walkFrom(from, from + width); at; at = walkNext(at, from + width)) {
        const entry = walkEntry(at);
        assert(entryArea(entry) == AREA && directoryFind(AREA, entryOffset(entry)) == entry);
        assert(walkBucket(at) >= last && walkBucket(at) < min(from + width, buckets));
        last = walkBucket(at);
        // The bucket that the cursor names has the entry.
        let line = lineOf(DIRECTORY_TABLE, last);
        while (line && (entry < line || entry >= line + LINE_BYTES)) line = lineNext(line);
        assert(line != 0);
        sum += <u32>entryBody(entry);
        met++;
      }
      from += width;
    }
    expect(from).toBeGreaterThan(buckets);
    expect(met).toBe(COUNT);
    expect(sum).toBe(2 * COUNT * (COUNT + 1));
    expect(walkFrom(buckets, <u32>-1)).toBe(0);
    expect(walkFrom(5, 5)).toBe(0);
  });

  it("notices an entry in the wrong bucket", () => {
    for (let i: u32 = 0; i < 50; i++) insert(AREA, i, 4);
    const entry = directoryFind(AREA, 20);
    store<u32>(entry, 20_000, ENTRY_OFFSET_AT);
    expect(directoryCheck()).toBeFalsy();
    store<u32>(entry, 20, ENTRY_OFFSET_AT);
    expect(directoryCheck()).toBeTruthy();
  });

  it("notices an entry lost, a gap, and an empty line behind a bucket", () => {
    for (let i: u32 = 0; i < 2000; i++) insert(AREA, i, i + 1);
    let bucket: u32 = 0;
    while (!lineNext(lineOf(DIRECTORY_TABLE, bucket))) bucket++;
    const first = lineOf(DIRECTORY_TABLE, bucket);
    const second = lineNext(first);
    const area = first + ENTRY_AREA_AT + (ENTRIES_A_LINE - 1) * ENTRY_BYTES;
    // The last entry of a line that is not the last.
    store<u32>(area, 0);
    expect(directoryCheck()).toBeFalsy();
    store<u32>(area, <u32>AREA);
    expect(directoryCheck()).toBeTruthy();
    // The overflow line cut off: its entries are counted and not there.
    store<u32>(first, 0, LINE_LINK_AT);
    expect(directoryCheck()).toBeFalsy();
    store<u32>(first, <u32>second, LINE_LINK_AT);
    expect(directoryCheck()).toBeTruthy();
    // An entry that nobody counted, behind a free place.
    let last = second;
    while (lineNext(last) || load<u32>(last, ENTRY_AREA_AT + 3 * ENTRY_BYTES)) {
      if (lineNext(last)) last = lineNext(last);
      else last = lineOf(DIRECTORY_TABLE, ++bucket);
    }
    store<u32>(last, <u32>AREA, ENTRY_AREA_AT + (ENTRIES_A_LINE - 1) * ENTRY_BYTES);
    expect(directoryCheck()).toBeFalsy();
    store<u32>(last, 0, ENTRY_AREA_AT + (ENTRIES_A_LINE - 1) * ENTRY_BYTES);
    expect(directoryCheck()).toBeTruthy();
    // A line without entries behind the others.
    memory.fill(EMPTY_LINE, 0, 64);
    store<u32>(last, <u32>EMPTY_LINE, LINE_LINK_AT);
    expect(directoryCheck()).toBeFalsy();
    store<u32>(last, 0, LINE_LINK_AT);
    expect(directoryCheck()).toBeTruthy();
  });
});
