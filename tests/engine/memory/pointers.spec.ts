/**
 * pointers.spec.ts - frames hung at their numbers, found again, and given back from the end.
 */

import { FRAME_BYTES } from "../../../assembly/ground/records";
import { frameBytes, frameTake } from "../../../assembly/memory/frames";
import {
  pointerAt,
  pointerHang,
  pointerTop,
  pointerTops,
  pointerUnhang,
} from "../../../assembly/memory/pointers";
import { BUFFER_PTR, freshEngine, isAll } from "../support";

const TOPS: usize = BUFFER_PTR;

describe("pointers", () => {
  beforeEach(() => {
    freshEngine(0, 128);
    memory.fill(TOPS, 0, 16);
  });

  it("lead to frames of zeros by number, over the end of a frame of pointers, and go from the end", () => {
    const COUNT: u32 = 1100;
    const before = frameBytes();
    for (let i: u32 = 0; i < COUNT; i++) {
      assert(pointerHang(TOPS, i));
      const frame = <usize>load<u32>(pointerAt(TOPS, i));
      assert(isAll(frame, FRAME_BYTES, 0));
      store<u32>(frame, i + 1);
    }
    // Two frames of pointers lead to them.
    expect(frameBytes() - before).toBe((COUNT + 2) * FRAME_BYTES);
    expect(load<u32>(pointerTop(TOPS, 1023))).toBe(load<u32>(TOPS));
    expect(load<u32>(pointerTop(TOPS, 1024))).toBe(load<u32>(TOPS, 4));
    for (let i: u32 = 0; i < COUNT; i++) assert(load<u32>(load<u32>(pointerAt(TOPS, i))) == i + 1);
    for (let i = COUNT; i-- > 0; ) pointerUnhang(TOPS, i);
    expect(frameBytes()).toBe(before);
    expect(isAll(TOPS, 16, 0)).toBeTruthy();
  });

  it("need a word for every 1,024 frames", () => {
    expect(pointerTops(0)).toBe(1);
    expect(pointerTops(1023)).toBe(1);
    expect(pointerTops(1024)).toBe(2);
  });

  it("hang nothing when there is no frame", () => {
    freshEngine(0, 8);
    while (frameTake()) {}
    expect(pointerHang(TOPS, 0)).toBeFalsy();
  });
});
