/**
 * encode.spec.ts - blocks keep their limit and their header; the decoder gives the page back; the same block
 * whatever came before. tests/codec/dense.test.ts reads them by another decoder.
 */

import { OFFSET_NONE, sequenceOffset, sequenceToken } from "../../../../assembly/codec/dense/encode";
import { DENSE_LITERALS_AT, DENSE_SPLIT_AT } from "../../../../assembly/codec/dense/format";
import {
  KIND_OFFSET,
  KIND_PLACE,
  KIND_REPEAT,
  SEQUENCE_KIND_AT,
  SEQUENCE_LITERALS_AT,
  SEQUENCE_MATCH_AT,
  SEQUENCE_OFFSET_AT,
} from "../../../../assembly/codec/dense/parse";
import { fillKind, isAll, seed } from "../../support";
import {
  BACK,
  decodeBlock,
  encodePage,
  guard,
  isGuarded,
  PAGE,
  SAMPLE,
  SOURCE,
  TARGET,
  train,
} from "./support";

function putSequence(at: usize, literals: u32, match: u32, kind: u32, offset: u32): void {
  store<u16>(at, literals, SEQUENCE_LITERALS_AT);
  store<u16>(at, match, SEQUENCE_MATCH_AT);
  store<u16>(at, offset, SEQUENCE_OFFSET_AT);
  store<u8>(at, kind, SEQUENCE_KIND_AT);
}

describe("denseEncode", () => {
  beforeAll(() => {
    seed(24);
    train(9);
  });

  it("is given back, within its limit, and writes no byte behind it", () => {
    guard();
    for (let kind: u32 = 0; kind < 6; kind++) {
      for (
        let bytes: u32 = 1;
        bytes <= PAGE;
        bytes = bytes < 64 ? bytes + 1 : bytes == PAGE ? PAGE + 1 : min(PAGE, bytes * 2)
      ) {
        fillKind(SOURCE, bytes, kind);
        const stored = encodePage(bytes, bytes);
        if (!stored) continue;
        expect(decodeBlock(stored, bytes)).toBe(bytes);
        expect(memory.compare(SOURCE, BACK, bytes)).toBe(0);
        expect(<u32>load<u8>(TARGET)).toBe(9);
        expect(<u32>load<u16>(TARGET, DENSE_LITERALS_AT) <= bytes).toBeTruthy();
        expect(<u32>load<u16>(TARGET, DENSE_SPLIT_AT) + 5 <= stored).toBeTruthy();
        memory.fill(TARGET, 0x77, stored + 64);
        expect(encodePage(bytes, stored - 1)).toBe(0);
        expect(isAll(TARGET, stored + 64, 0x77)).toBeTruthy();
        expect(encodePage(bytes, stored)).toBe(stored);
        expect(isAll(TARGET + stored, 64, 0x77)).toBeTruthy();
      }
    }
    expect(isGuarded()).toBeTruthy();
  });

  it("makes a page of the sample smaller", () => {
    memory.copy(SOURCE, SAMPLE, PAGE);
    const stored = encodePage(PAGE, PAGE);
    expect(stored > 0 && stored < PAGE / 2).toBeTruthy();
  });
});

describe("sequences", () => {
  it("tokens and offset symbols are those of the format", () => {
    putSequence(BACK, 3, 8, KIND_OFFSET, 16);
    expect(sequenceToken(BACK)).toBe(3 * 32 + 5);
    expect(sequenceOffset(BACK)).toBe(40);
    putSequence(BACK, 12, 8, KIND_REPEAT, 16);
    expect(sequenceToken(BACK)).toBe(7 * 32 + 16 + 6);
    expect(sequenceOffset(BACK)).toBe(OFFSET_NONE);
    putSequence(BACK, 0, 200, KIND_PLACE, 5000);
    expect(sequenceToken(BACK)).toBe(15);
    expect(sequenceOffset(BACK)).toBe(90 + 4);
    putSequence(BACK, 6, 0, KIND_OFFSET, 0);
    expect(sequenceToken(BACK)).toBe(6 * 32);
    expect(sequenceOffset(BACK)).toBe(OFFSET_NONE);
  });
});
