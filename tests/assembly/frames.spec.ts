/**
 * frames.spec.ts - records: reserved before they are taken, never two at one place, all accounted for.
 */
import {
  frameBytes,
  frameSpareCount,
  frameTake,
  recordGive,
  recordLive,
  recordReserve,
  recordsCheck,
  recordTake,
} from "../../assembly/frames";
import {
  AREA_RECORDS,
  BODY_BYTES,
  BODY_RECORDS,
  FRAME_BYTES,
  FRAME_HEADER_BYTES,
  FREE_LINK_AT,
} from "../../assembly/records";
import { stockInit } from "../../assembly/stock";
import { BUFFER_PTR, below, freshMemory, isAll, seed } from "./support";

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
      const at = (<u32>record - 0x20000) % FRAME_BYTES;
      assert(at >= FRAME_HEADER_BYTES && at + BODY_BYTES <= FRAME_BYTES);
    }
    expect(frameBytes()).toBe(3 * FRAME_BYTES);
  });

  it("give records that come fresh as zeros and return in any order", () => {
    let count: u32 = 0;
    for (let step = 0; step < 6000; step++) {
      if (count == 0 || (below(5) < 3 && count < 1500)) {
        assert(recordReserve(BODY_RECORDS, BODY_BYTES, 1));
        const record = recordTake(BODY_RECORDS, BODY_BYTES);
        // Nobody else's: it carries no mark.
        assert(load<u32>(record) == 0);
        store<u32>(record, 0xabcdef);
        store<u32>(TAKEN + count * 4, record);
        count++;
      } else {
        const i = below(count);
        const record = <usize>load<u32>(TAKEN + i * 4);
        assert(load<u32>(record) == 0xabcdef);
        store<u32>(record, 0);
        recordGive(BODY_RECORDS, record);
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
      for (let i: u32 = 0; i < many; i++)
        expect(isAll(recordTake(BODY_RECORDS, BODY_BYTES) + 8, 12, 0)).toBeTruthy();
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

  it("notice a free list that goes astray", () => {
    recordReserve(BODY_RECORDS, BODY_BYTES, 3);
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
    store<u32>(BODY_RECORDS + 20, 3);
    expect(recordsCheck(BODY_RECORDS, BODY_BYTES)).toBeFalsy();
  });
});
