/**
 * fill.spec.ts - same-filled pages: every short length and every position of one wrong byte, against the
 * plain rule.
 */
import { fillDetect, fillExpand, fillPattern } from "../../../assembly/codec/fill";
import { BUFFER_PTR, isAll, random, seed } from "../support";

const PAGE: usize = BUFFER_PTR;

describe("fill", () => {
  it("detects repetition of eight bytes, and one wrong byte anywhere", () => {
    seed(3);
    for (let bytes: u32 = 1; bytes <= 80; bytes++) {
      for (let i: u32 = 0; i < 96; i++) store<u8>(PAGE + i, 17 * (i & 7) + 3);
      store<u8>(PAGE + bytes, 0);
      expect(fillDetect(PAGE, bytes)).toBeTruthy();
      for (let wrong: u32 = 0; wrong < bytes; wrong++) {
        const right = load<u8>(PAGE + wrong);
        store<u8>(PAGE + wrong, right ^ 0x40);
        // A byte of the first eight that is not repeated can be anything.
        expect(fillDetect(PAGE, bytes)).toBe(wrong < 8 && wrong + 8 >= bytes);
        store<u8>(PAGE + wrong, right);
      }
    }
  });

  it("detects full pages", () => {
    for (let bytes: u32 = 4096; bytes <= 65536; bytes <<= 1) {
      memory.fill(PAGE, 0, bytes + 64);
      expect(fillDetect(PAGE, bytes)).toBeTruthy();
      store<u8>(PAGE + bytes - 1, 1);
      expect(fillDetect(PAGE, bytes)).toBeFalsy();
    }
  });

  it("sees one wrong byte at each place of a full page, and of one that ends within a word", () => {
    for (let bytes: u32 = 4087; bytes <= 4096; bytes += 3) {
      for (let i: u32 = 0; i < 4096; i++) store<u8>(PAGE + i, 17 * (i & 7) + 3);
      expect(fillDetect(PAGE, bytes)).toBeTruthy();
      for (let wrong: u32 = 0; wrong < bytes; wrong++) {
        store<u8>(PAGE + wrong, load<u8>(PAGE + wrong) ^ 1);
        assert(!fillDetect(PAGE, bytes));
        store<u8>(PAGE + wrong, load<u8>(PAGE + wrong) ^ 1);
      }
    }
  });

  it("expands what it detected, and at most fifteen bytes more", () => {
    for (let bytes: u32 = 1; bytes <= 200; bytes++) {
      const pattern: u64 = ((<u64>random()) << 32) | random();
      for (let i: u32 = 0; i < bytes; i++) store<u8>(PAGE + i, <u8>(pattern >> ((i & 7) * 8)));
      memory.copy(PAGE + 1024, PAGE, bytes);
      const found = fillPattern(PAGE, bytes);
      memory.fill(PAGE, 0xee, 512);
      fillExpand(PAGE, bytes, found);
      expect(memory.compare(PAGE, PAGE + 1024, bytes)).toBe(0);
      expect(isAll(PAGE + bytes + 15, 200, 0xee)).toBeTruthy();
    }
  });

  it("ignores bytes behind a short page", () => {
    store<u64>(PAGE, 0x1122334455667788);
    expect(fillPattern(PAGE, 3)).toBe(0x667788);
    expect(fillPattern(PAGE, 8)).toBe(0x1122334455667788);
  });
});
