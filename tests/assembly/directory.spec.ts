/**
 * directory.spec.ts - keys of every shape found again and forgotten, over many segments; with it table.ts.
 *
 * How: keys in order, in strides of powers of two (which a careless hash would throw into one bucket) and at random; after
 * each phase the directory's own check, and the longest bucket.
 */
import {
  directoryBuckets,
  directoryCheck,
  directoryCount,
  directoryFind,
  directoryInsert,
  directoryLine,
  directoryLineNext,
  directoryRemove,
  entryBody,
} from "../../assembly/directory";
import { tableReserve } from "../../assembly/table";
import { below, freshEngine, seed } from "./support";

const AREA: usize = 0x5550;

function insert(area: usize, offset: u32, body: usize): void {
  assert(tableReserve());
  directoryInsert(area, offset, body);
}

function keyOf(i: u32, shape: u32): u32 {
  if (shape == 0) return i;
  if (shape == 1) return i * 16;
  if (shape == 2) return i * 4096;
  if (shape == 3) return (i << 20) | (i >> 12);
  return i * 2654435761;
}

function longestBucket(): u32 {
  let longest: u32 = 0;
  for (let bucket: u32 = 0; bucket < directoryBuckets(); bucket++) {
    let lines: u32 = 0;
    for (let line = directoryLine(bucket); line; line = directoryLineNext(line)) lines++;
    if (lines > longest) longest = lines;
  }
  return longest;
}

describe("directory", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(8);
  });

  it("finds keys of every shape, and only those", () => {
    const COUNT: u32 = 6000;
    for (let shape: u32 = 0; shape < 5; shape++) {
      freshEngine(0, 64);
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
      for (let i: u32 = 1; i < COUNT; i += 2) directoryRemove(directoryFind(AREA, keyOf(i, shape)));
      expect(directoryCount()).toBe(0);
      expect(directoryCheck()).toBeTruthy();
    }
  });

  it("keeps the keys of areas apart, and the corners of the range", () => {
    for (let i: u32 = 0; i < 100; i++) insert(AREA + i * 32, 7, i + 1);
    insert(AREA, 0, 1000);
    insert(AREA, <u32>-1, 1001);
    for (let i: u32 = 0; i < 100; i++) expect(entryBody(directoryFind(AREA + i * 32, 7))).toBe(i + 1);
    expect(entryBody(directoryFind(AREA, 0))).toBe(1000);
    expect(entryBody(directoryFind(AREA, <u32>-1))).toBe(1001);
    expect(directoryFind(AREA + 32, 0)).toBe(0);
  });

  it("comes through random insertions and removals whole", () => {
    const KEYS: u32 = 3000;
    for (let step = 0; step < 30_000; step++) {
      const key = below(KEYS);
      const entry = directoryFind(AREA, key);
      if (entry) {
        assert(entryBody(entry) == key + 1);
        directoryRemove(entry);
      } else insert(AREA, key, key + 1);
      if (step % 3000 == 0) expect(directoryCheck()).toBeTruthy();
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

  it("notices an entry in the wrong bucket", () => {
    for (let i: u32 = 0; i < 50; i++) insert(AREA, i, 4);
    const entry = directoryFind(AREA, 20);
    store<u32>(entry, 20_000);
    expect(directoryCheck()).toBeFalsy();
    store<u32>(entry, 20);
    expect(directoryCheck()).toBeTruthy();
  });
});
