/**
 * frames.spec.ts - records: reserved before they are taken, never two at one place, all accounted for.
 */

import {
  AREA_RECORDS,
  BODY_BYTES,
  BODY_RECORDS,
  FRAME_BYTES,
  FRAME_HEADER_BYTES,
  FREE_LINK_AT,
} from "../../../assembly/ground/records";
import { stockHandedCount, stockInit } from "../../../assembly/memory/blocks";
import {
  frameBytes,
  frameFreeBytes,
  frameGive,
  frameSpareCount,
  framesCheck,
  frameTake,
  looseBytes,
  recordFrame,
  recordGive,
  recordIsLoose,
  recordLive,
  recordMove,
  recordReserve,
  recordsCheck,
  recordTake,
} from "../../../assembly/memory/frames";
import { BUFFER_PTR, below, freshMemory, seed } from "../support";

const TAKEN: usize = BUFFER_PTR;

describe("frames", () => {
  beforeEach(() => {
    freshMemory(8 << 20);
    stockInit(0x20000, 4096, 32);
    seed(7);
  });

  it("are cut from blocks, sixteen of each", () => {
    const first = frameTake();
    for (let i: u32 = 1; i < 16; i++) expect(frameTake()).toBe(first + i * FRAME_BYTES);
    expect(frameTake()).toBe(first + 64 + 16 * 4100);
    expect(frameBytes()).toBe(17 * FRAME_BYTES);
    expect(frameSpareCount()).toBe(15);
  });

  it("end with the last whole block, and lie on lines inside it", () => {
    const blocks: u32 = (32 * 65536 - 0x20000) / (64 + 16 * 4100);
    for (let i: u32 = 0; i < blocks * 16; i++) {
      const frame = frameTake();
      assert(frame != 0 && frame % 64 == 0 && frame + FRAME_BYTES <= 32 * 65536);
    }
    expect(frameSpareCount()).toBe(0);
    expect(frameTake()).toBe(0);
    expect(frameBytes()).toBe(blocks * 16 * FRAME_BYTES);
    expect(recordReserve(BODY_RECORDS, BODY_BYTES, 1)).toBeFalsy();
    expect(frameBytes()).toBe(blocks * 16 * FRAME_BYTES);
  });

  it("hold whole records only", () => {
    // The next record of a frame that is full begins in another frame.
    const room: u32 = (FRAME_BYTES - FRAME_HEADER_BYTES) / BODY_BYTES;
    for (let i: u32 = 0; i < 3 * room; i++) {
      assert(recordReserve(BODY_RECORDS, BODY_BYTES, 1));
      const record = recordTake(BODY_RECORDS, BODY_BYTES);
      const at = (<u32>record - 0x20000 - 128) % FRAME_BYTES;
      assert(at >= FRAME_HEADER_BYTES && at + BODY_BYTES <= FRAME_BYTES);
    }
    expect(frameBytes()).toBe(3 * FRAME_BYTES);
  });

  it("give records that nobody else has, and return in any order", () => {
    let count: u32 = 0;
    for (let step = 0; step < 6000; step++) {
      if (count == 0 || (below(5) < 3 && count < 1500)) {
        assert(recordReserve(BODY_RECORDS, BODY_BYTES, 1));
        const record = recordTake(BODY_RECORDS, BODY_BYTES);
        // Nobody else's: it carries no mark.
        assert(load<u32>(record) != 0xabcdef);
        store<u32>(record, 0xabcdef);
        store<u32>(TAKEN + count * 4, record);
        count++;
      } else {
        const i = below(count);
        const record = <usize>load<u32>(TAKEN + i * 4);
        assert(load<u32>(record) == 0xabcdef);
        store<u32>(record, 0);
        recordGive(BODY_RECORDS, record);
        assert(step % 100 != 0 || (recordsCheck(BODY_RECORDS, BODY_BYTES) && framesCheck()));
        count--;
        store<u32>(TAKEN + i * 4, load<u32>(TAKEN + count * 4));
      }
      assert(recordLive(BODY_RECORDS) == count);
    }
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES)).toBeTruthy();
    expect(recordLive(AREA_RECORDS)).toBe(0);
  });

  it("keep a promise for many at once, also across frames", () => {
    for (let round = 0; round < 100; round++) {
      const many: u32 = below(30) + 1;
      expect(recordReserve(BODY_RECORDS, BODY_BYTES, many)).toBeTruthy();
      const before = frameBytes();
      for (let i: u32 = 0; i < many; i++) expect(recordTake(BODY_RECORDS, BODY_BYTES)).toBeGreaterThan(0);
      expect(frameBytes()).toBe(before);
    }
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES)).toBeTruthy();
  });

  it("end when the stock does", () => {
    let taken = 0;
    while (recordReserve(BODY_RECORDS, BODY_BYTES, 1)) {
      recordTake(BODY_RECORDS, BODY_BYTES);
      taken++;
    }
    expect(taken).toBeGreaterThan(90_000);
    expect(recordLive(BODY_RECORDS)).toBe(taken);
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES)).toBeTruthy();
    // Nothing reserved, nothing taken.
    expect(() => {
      recordTake(BODY_RECORDS, BODY_BYTES);
    }).toThrow();
  });

  it("go back with their last record, and blocks with their last frame", () => {
    const COUNT: u32 = 20_000;
    for (let round = 0; round < 3; round++) {
      for (let i: u32 = 0; i < COUNT; i++) {
        assert(recordReserve(BODY_RECORDS, BODY_BYTES, 1));
        store<u32>(TAKEN + i * 4, recordTake(BODY_RECORDS, BODY_BYTES));
      }
      expect(stockHandedCount()).toBe(7);
      // In order, backwards, at random.
      for (let left = COUNT; left; left--) {
        const i = round == 0 ? COUNT - left : round == 1 ? left - 1 : below(left);
        recordGive(BODY_RECORDS, <usize>load<u32>(TAKEN + i * 4));
        if (round == 2) store<u32>(TAKEN + i * 4, load<u32>(TAKEN + (left - 1) * 4));
      }
      // One frame stays, for whoever has reserved a record.
      expect(frameBytes()).toBe(FRAME_BYTES);
      expect(stockHandedCount()).toBe(1);
      expect(recordReserve(BODY_RECORDS, BODY_BYTES, 1)).toBeTruthy();
      expect(recordsCheck(BODY_RECORDS, BODY_BYTES) && framesCheck()).toBeTruthy();
    }
  });

  it("are taken in low memory first, and what stays reserved lies there", () => {
    for (let i: u32 = 0; i < 64; i++) store<u32>(TAKEN + i * 4, frameTake());
    const low = <usize>load<u32>(TAKEN + 4);
    frameGive(<usize>load<u32>(TAKEN + 4 * 40));
    frameGive(low);
    expect(frameTake()).toBe(low);
    expect(frameTake()).toBe(<usize>load<u32>(TAKEN + 4 * 40));
    // A frame of records in the last block, with room in the first.
    frameGive(<usize>load<u32>(TAKEN + 4 * 63));
    assert(recordReserve(BODY_RECORDS, BODY_BYTES, 1));
    const record = recordTake(BODY_RECORDS, BODY_BYTES);
    expect(recordFrame(record)).toBe(<usize>load<u32>(TAKEN + 4 * 63));
    frameGive(low);
    recordGive(BODY_RECORDS, record);
    expect(recordFrame(recordTake(BODY_RECORDS, BODY_BYTES))).toBe(low);
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES) && framesCheck()).toBeTruthy();
  });

  it("let records that stand scattered move, until the frames in which they stand are more than half full", () => {
    const COUNT: u32 = 40_000;
    for (let i: u32 = 0; i < COUNT; i++) {
      assert(recordReserve(BODY_RECORDS, BODY_BYTES, 1));
      const record = recordTake(BODY_RECORDS, BODY_BYTES);
      store<u32>(record, i + 1, 8);
      store<u32>(TAKEN + i * 4, record);
    }
    expect(looseBytes()).toBe(0);
    for (let i: u32 = 0; i < COUNT; i++)
      if (i % 100) recordGive(BODY_RECORDS, <usize>load<u32>(TAKEN + i * 4));
    expect(frameBytes()).toBeGreaterThan(190 * FRAME_BYTES);
    expect(looseBytes()).toBe(frameFreeBytes());
    let moved = 0;
    for (let i: u32 = 0; i < COUNT; i += 100) {
      const record = <usize>load<u32>(TAKEN + i * 4);
      const to = recordMove(BODY_RECORDS, record);
      assert(load<u32>(to ? to : record, 8) == i + 1);
      if (to) moved++;
      if (to) store<u32>(TAKEN + i * 4, to);
    }
    expect(moved).toBeGreaterThan(390);
    expect(frameBytes()).toBeLessThan(5 * FRAME_BYTES);
    expect(stockHandedCount()).toBeLessThan(3);
    expect(looseBytes()).toBe(0);
    for (let i: u32 = 0; i < COUNT; i += 100)
      assert(!recordIsLoose(BODY_RECORDS, <usize>load<u32>(TAKEN + i * 4)) || stockHandedCount() < 3);
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES) && framesCheck()).toBeTruthy();
  });

  it("notice a free list that goes astray", () => {
    recordReserve(BODY_RECORDS, BODY_BYTES, 3);
    recordTake(BODY_RECORDS, BODY_BYTES);
    const one = recordTake(BODY_RECORDS, BODY_BYTES);
    const two = recordTake(BODY_RECORDS, BODY_BYTES);
    recordGive(BODY_RECORDS, one);
    recordGive(BODY_RECORDS, two);
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES)).toBeTruthy();
    store<u32>(one, two, FREE_LINK_AT);
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES)).toBeFalsy();
    store<u32>(one, 0, FREE_LINK_AT);
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES)).toBeTruthy();
    // The count of the free ones, which a reservation believes.
    store<u32>(BODY_RECORDS + 12, 3);
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES)).toBeFalsy();
  });
});
