/**
 * segments.spec.ts - what an arena has in each segment: counted, told when it is none, and at hand in a full
 * arena.
 */
import { UNIT_BITS_MAX } from "../../../assembly/ground/layout";
import { stockTake } from "../../../assembly/memory/blocks";
import { frameTake } from "../../../assembly/memory/frames";
import {
  segmentAdd,
  segmentEmptied,
  segmentIsMarked,
  segmentLive,
  segmentLiveBytes,
  segmentMark,
  segmentNext,
  segmentOf,
  segmentReserve,
  segmentsAreOpen,
  segmentsCheck,
  segmentsOpen,
  segmentTake,
  slotFits,
  slotOverhead,
  slotSize,
  slotUnits,
  unitOf,
  unitsOfSegment,
} from "../../../assembly/owners/segments";
import { BUFFER_PTR, below, freshEngine, seed } from "../support";

function put(segment: u32, units: u32): void {
  assert(segmentReserve(segment));
  segmentAdd(segment, units);
}

describe("segments", () => {
  beforeEach(() => {
    freshEngine(0);
  });

  it("are none until they are opened", () => {
    expect(segmentsAreOpen()).toBeFalsy();
    expect(segmentLiveBytes(1)).toBe(0);
    expect(segmentEmptied()).toBe(0);
    expect(segmentsCheck()).toBeTruthy();
  });

  it("are cut into units, and slots are whole units", () => {
    assert(segmentsOpen(5, 24, 4096));
    expect(unitsOfSegment()).toBe(8190);
    expect(slotOverhead()).toBe(24);
    expect(slotUnits(8)).toBe(1);
    expect(slotUnits(9)).toBe(2);
    expect(slotSize(4096)).toBe(4128);
    expect(unitOf(40)).toBe(1);
    expect(segmentOf(8190)).toBe(1);
    expect(segmentOf(3 * 8190 - 1)).toBe(2);
    expect(slotFits(2 * 8190 - 2, 2)).toBeTruthy();
    expect(slotFits(2 * 8190 - 1, 2)).toBeFalsy();
  });

  it("hold sixteen pages where pages are large", () => {
    freshEngine(0, 64, 65536);
    assert(segmentsOpen(UNIT_BITS_MAX, 24, 65536));
    expect(unitsOfSegment()).toBe(16383);
  });

  it("count units, and are told once when they have none", () => {
    assert(segmentsOpen(4, 0, 4096));
    put(1, 10);
    put(1, 5);
    put(900, 7);
    put(200000, 3);
    expect(segmentLive(1)).toBe(15);
    expect(segmentLiveBytes(1)).toBe(240);
    expect(segmentLive(2)).toBe(0);
    expect(segmentLive(199999)).toBe(0);
    expect(segmentNext(0)).toBe(1);
    expect(segmentNext(1)).toBe(900);
    expect(segmentNext(900)).toBe(200000);
    expect(segmentNext(200000)).toBe(0);
    segmentTake(1, 15);
    segmentTake(200000, 3);
    expect(segmentsCheck()).toBeTruthy();
    expect(segmentEmptied()).toBe(200000);
    expect(segmentEmptied()).toBe(1);
    expect(segmentEmptied()).toBe(0);
    put(1, 1);
    segmentTake(1, 1);
    expect(segmentEmptied()).toBe(1);
    expect(segmentsCheck()).toBeTruthy();
  });

  it("are not told when they have bodies again, and once when that happens twice", () => {
    assert(segmentsOpen(4, 0, 4096));
    for (let i: u32 = 1; i <= 3; i++) {
      put(i, 1);
      segmentTake(i, 1);
    }
    put(2, 1);
    put(3, 1);
    segmentTake(3, 1);
    expect(segmentsCheck()).toBeTruthy();
    expect(segmentEmptied()).toBe(3);
    expect(segmentEmptied()).toBe(1);
    expect(segmentEmptied()).toBe(0);
    segmentTake(2, 1);
    expect(segmentEmptied()).toBe(2);
  });

  it("are marked while their bodies are looked for, whatever becomes of them", () => {
    assert(segmentsOpen(4, 0, 4096));
    put(5, 4);
    put(6, 2);
    expect(segmentMark(5, true)).toBe(4);
    expect(segmentMark(77, true)).toBe(0);
    expect(segmentIsMarked(5)).toBeTruthy();
    expect(segmentIsMarked(6)).toBeFalsy();
    segmentTake(5, 4);
    segmentMark(5, false);
    expect(segmentIsMarked(5)).toBeFalsy();
    expect(segmentEmptied()).toBe(5);
    expect(segmentsCheck()).toBeTruthy();
  });

  it("get their frames in an arena that has none left", () => {
    assert(segmentsOpen(4, 0, 4096));
    while (stockTake()) {}
    while (frameTake()) {}
    expect(segmentReserve(1)).toBeTruthy();
    expect(segmentReserve(511)).toBeTruthy();
    // The spare frames are used up, and there is no other.
    expect(segmentReserve(512)).toBeFalsy();
    expect(segmentsCheck()).toBeTruthy();
  });

  it("agree with a model", () => {
    seed(71);
    assert(segmentsOpen(6, 24, 4096));
    const MODEL = BUFFER_PTR;
    memory.fill(MODEL, 0, 4 * 2000);
    for (let step = 0; step < 20000; step++) {
      const segment = 1 + below(1999);
      const at = MODEL + (segment << 2);
      const live = load<u32>(at);
      if (live && below(2)) {
        const units = below(2) ? live : 1 + below(live);
        segmentTake(segment, units);
        store<u32>(at, live - units);
      } else {
        const units = 1 + below(80);
        put(segment, units);
        store<u32>(at, live + units);
      }
      if (step % 100) continue;
      for (let told = segmentEmptied(); told; told = segmentEmptied())
        assert(load<u32>(MODEL + (told << 2)) == 0);
    }
    for (let i: u32 = 1; i < 2000; i++) assert(segmentLive(i) == load<u32>(MODEL + (i << 2)));
    expect(segmentsCheck()).toBeTruthy();
  });
});
