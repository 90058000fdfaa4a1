/**
 * scratch.spec.ts - nothing is left in scratch and work when the pool asked for zeros.
 */

import { denseDecodeScratchBytes } from "../../../assembly/codec/dense/decode";
import { loadPage, storePage } from "../../../assembly/engine/engine";
import { windowBytes, wipeScratch, wipeWork, workPtr } from "../../../assembly/engine/scratch";
import { setFlags } from "../../../assembly/engine/settings";
import {
  FLAG_ZEROIZE,
  PageKind,
  SLACK_BYTES,
  STAT_DUPLICATE_PAGES,
  Status,
  WINDOW_PTR,
  WINDOW_SCRATCH_AT,
} from "../../../assembly/ground/layout";
import { statGet } from "../../../assembly/ground/stats";
import { scratchPtr } from "../../../assembly/ground/window";
import { areaOpen } from "../../../assembly/owners/areas";
import { ALL } from "../drive";
import { fillNumbers, fillRandom, freshEngine, isAll, PAGE, seed } from "../support";

describe("scratch", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(12);
  });

  it("leaves no turned page behind when the pool asked for that", () => {
    setFlags(ALL | FLAG_ZEROIZE);
    const area = areaOpen(1);
    // Scratch and its slack, then the work and its slack.
    const behind: usize = WINDOW_PTR + WINDOW_SCRATCH_AT;
    const bytes: u32 = 2 * (4096 + SLACK_BYTES);
    // One that is kept as it came, one that is turned; each again, to be compared and shared.
    for (let i: u32 = 0; i < 4; i++) {
      seed(90 + (i & 1));
      if (i & 1) fillNumbers(PAGE, 4096);
      else fillRandom(PAGE, 4096);
      expect(storePage(area, i, PAGE, 4096, PageKind.EIGHT)).toBe(Status.STORED);
      expect(isAll(behind, bytes, 0)).toBeTruthy();
      expect(loadPage(area, i, PAGE, 4096, false)).toBe(4096);
      expect(isAll(behind, bytes, 0)).toBeTruthy();
    }
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(2);
  });

  it("has the work right behind it, at every size of a page", () => {
    for (let bytes: u32 = 4096; bytes <= 65536; bytes <<= 1) {
      freshEngine(ALL, 64, bytes);
      expect(workPtr()).toBe(scratchPtr() + bytes + SLACK_BYTES);
      expect(scratchPtr() + windowBytes(bytes) - WINDOW_SCRATCH_AT).toBe(
        workPtr() + denseDecodeScratchBytes(bytes),
      );
      memory.fill(scratchPtr(), 0xaa, windowBytes(bytes) - WINDOW_SCRATCH_AT);
      setFlags(ALL | FLAG_ZEROIZE);
      wipeScratch();
      expect(isAll(scratchPtr(), bytes + SLACK_BYTES, 0)).toBeTruthy();
      expect(load<u8>(workPtr())).toBe(0xaa);
      wipeWork();
      expect(isAll(scratchPtr(), windowBytes(bytes) - WINDOW_SCRATCH_AT, 0)).toBeTruthy();
    }
  });
});
