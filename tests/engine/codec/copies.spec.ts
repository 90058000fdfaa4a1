/**
 * copies.spec.ts - for each period: sixteen bytes that repeat it, and the step that keeps them in step.
 */

import { patternOf, strideOf } from "../../../assembly/codec/copies";
import { BUFFER_PTR } from "../support";

describe("copies", () => {
  it("repeat the first bytes with each period up to sixteen", () => {
    for (let i: u32 = 0; i < 16; i++) store<u8>(BUFFER_PTR + i, i * 17 + 3);
    for (let period: u32 = 1; period <= 16; period++) {
      v128.store(BUFFER_PTR + 64, patternOf(BUFFER_PTR, period));
      for (let i: u32 = 0; i < 16; i++)
        assert(load<u8>(BUFFER_PTR + 64 + i) == load<u8>(BUFFER_PTR + (i % period)));
    }
  });

  it("advance by the largest multiple of the period that they hold", () => {
    for (let period: u32 = 1; period <= 16; period++) expect(<u32>strideOf(period)).toBe(16 - (16 % period));
  });
});
