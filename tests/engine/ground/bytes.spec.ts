/**
 * bytes.spec.ts - ranges of bytes: every tail up to three vectors, every position at which two ranges can
 * differ.
 */
import { bytesEqual, padLine, roundUp, trimmedBytes } from "../../../assembly/ground/bytes";
import { BUFFER_PTR, fillRandom, isAll, seed } from "../support";

const ONE: usize = BUFFER_PTR;
const OTHER: usize = BUFFER_PTR + 4096;

describe("roundUp", () => {
  it("goes to the next multiple and stays on one", () => {
    expect(roundUp(0, 64)).toBe(0);
    expect(roundUp(1, 64)).toBe(64);
    expect(roundUp(64, 64)).toBe(64);
    expect(roundUp(65, 64)).toBe(128);
    expect(roundUp(4097, 4096)).toBe(8192);
  });
});

describe("padLine", () => {
  it("zeros what is left of the line and nothing else", () => {
    for (let bytes: u32 = 0; bytes <= 130; bytes++) {
      memory.fill(ONE, 0xaa, 256);
      padLine(ONE, bytes);
      const end = roundUp(bytes, 64);
      expect(isAll(ONE, bytes, 0xaa)).toBeTruthy();
      expect(isAll(ONE + bytes, end - bytes, 0)).toBeTruthy();
      expect(isAll(ONE + end, 256 - end, 0xaa)).toBeTruthy();
    }
  });
});

describe("trimmedBytes", () => {
  it("finds the last byte that is not zero, wherever it is", () => {
    for (let bytes: u32 = 0; bytes <= 80; bytes++) {
      memory.fill(ONE, 0, 128);
      expect(trimmedBytes(ONE, bytes)).toBe(0);
      for (let last: u32 = 0; last < bytes; last++) {
        memory.fill(ONE, 0, 128);
        store<u8>(ONE + last, 1);
        // What stands behind the range does not count.
        store<u8>(ONE + bytes, 7);
        expect(trimmedBytes(ONE, bytes)).toBe(last + 1);
      }
    }
  });
});

describe("bytesEqual", () => {
  it("sees one bit at any position, and none behind the range", () => {
    seed(1);
    fillRandom(ONE, 80);
    for (let bytes: u32 = 0; bytes <= 70; bytes++) {
      memory.copy(OTHER, ONE, 80);
      store<u8>(OTHER + bytes, ~load<u8>(ONE + bytes));
      expect(bytesEqual(ONE, OTHER, bytes)).toBeTruthy();
      for (let at: u32 = 0; at < bytes; at++) {
        store<u8>(OTHER + at, load<u8>(ONE + at) ^ 0x10);
        expect(bytesEqual(ONE, OTHER, bytes)).toBeFalsy();
        store<u8>(OTHER + at, load<u8>(ONE + at));
      }
    }
  });
});
