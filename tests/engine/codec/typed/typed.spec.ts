/**
 * typed.spec.ts - a typed body comes back for every kind at every length, writes and reads where it may, and
 * is what docs/FORMAT.md says: the kind, then a block of the turned page.
 */

import { decode } from "../../../../assembly/codec/lz4/decode";
import { transform } from "../../../../assembly/codec/typed/transform";
import { KIND_UNKNOWN, typedDecode, typedEncode } from "../../../../assembly/codec/typed/typed";
import { trimmedBytes } from "../../../../assembly/ground/bytes";
import { ENCODER_TABLE_BYTES, PageKind, SLACK_BYTES } from "../../../../assembly/ground/layout";
import { BUFFER_PTR, below, fillKind, fillRandom, isAll, seed } from "../../support";

const SOURCE: usize = BUFFER_PTR;
const WORK: usize = BUFFER_PTR + 0x20000;
const BODY: usize = BUFFER_PTR + 0x40000;
const BACK: usize = BUFFER_PTR + 0x60000;
const TURNED: usize = BUFFER_PTR + 0x80000;
const TABLE: usize = BUFFER_PTR + 0xa0000;

/** Numbers that differ in their low bytes, as many zeros at the end as `tail` says. */
function fillNumbers(bytes: u32, tail: u32): void {
  memory.fill(SOURCE, 0, bytes);
  for (let at: u32 = 0; at + tail < bytes; at++) {
    if (at % 8 < 2) store<u8>(SOURCE + at, below(256));
    else if (at % 4 == 3) store<u8>(SOURCE + at, 0x3f);
  }
}

function encodeAll(kind: PageKind, bytes: u32, limit: u32): u32 {
  memory.fill(WORK, 0x5a, bytes + 2 * SLACK_BYTES);
  memory.fill(BODY, 0x5a, limit + 2 * SLACK_BYTES);
  memory.fill(TABLE, 0xee, ENCODER_TABLE_BYTES);
  return typedEncode(kind, SOURCE, bytes, trimmedBytes(SOURCE, bytes), WORK, BODY, limit, TABLE);
}

/** Whether the body comes back, over any former content, with nothing written behind the page. */
function comesBack(stored: u32, bytes: u32): bool {
  memory.fill(WORK, 0x77, bytes + 2 * SLACK_BYTES);
  memory.fill(BACK, 0, bytes);
  memory.fill(BACK + bytes, 0x5a, SLACK_BYTES);
  const produced = typedDecode(BODY, stored, WORK, BACK, bytes);
  assert(produced >= <i32>trimmedBytes(SOURCE, bytes) && produced <= <i32>bytes);
  assert(isAll(WORK + bytes + SLACK_BYTES, SLACK_BYTES, 0x77) && isAll(BACK + bytes, SLACK_BYTES, 0x5a));
  return memory.compare(SOURCE, BACK, bytes) == 0;
}

describe("typed", () => {
  it("comes back for every kind at every length", () => {
    seed(41);
    for (let kind: i32 = PageKind.FOUR; kind <= PageKind.RGBA; kind++) {
      for (
        let bytes: u32 = 1;
        bytes <= 65536;
        bytes = bytes < 150 ? bytes + 1 : bytes == 150 ? 4095 : bytes == 4095 ? 4096 : bytes * 16
      ) {
        for (let content: u32 = 0; content < 4; content++) {
          if (content < 2) fillNumbers(bytes, content * below(bytes));
          else fillKind(SOURCE, bytes, 2 + below(4));
          store<u8>(SOURCE, 1);
          const limit = bytes + bytes / 255 + 20;
          const stored = encodeAll(kind, bytes, limit);
          assert(stored > 1 && stored <= limit && load<u8>(BODY) == <u8>kind);
          assert(isAll(BODY + limit + SLACK_BYTES, SLACK_BYTES, 0x5a));
          assert(isAll(WORK + bytes + SLACK_BYTES, SLACK_BYTES, 0x5a));
          assert(comesBack(stored, bytes));
        }
      }
    }
    expect(true).toBeTruthy();
  });

  it("is the kind, then a block of the turned page up to a whole sixteen behind its last byte", () => {
    seed(42);
    // The last number that is not zero ends at 2,000; its high bytes are zeros, and belong to it.
    fillNumbers(4096, 4096 - 1998);
    store<u16>(SOURCE + 1996, 0x0102);
    memory.fill(SOURCE + 1998, 0, 100);
    const stored = encodeAll(PageKind.FOUR, 4096, 4096);
    transform(PageKind.FOUR, SOURCE, 2000, TURNED);
    expect(decode(BODY + 1, stored - 1, BACK, 4096)).toBe(2000);
    expect(memory.compare(TURNED, BACK, 2000)).toBe(0);
    expect(comesBack(stored, 4096)).toBeTruthy();
  });

  it("keeps to its limit, and gives up where that is too little", () => {
    seed(43);
    fillNumbers(4096, 0);
    const stored = encodeAll(PageKind.EIGHT, 4096, 4096);
    expect(encodeAll(PageKind.EIGHT, 4096, stored)).toBe(stored);
    expect(encodeAll(PageKind.EIGHT, 4096, stored - 1)).toBe(0);
    expect(encodeAll(PageKind.EIGHT, 1, 1)).toBe(0);
    fillRandom(SOURCE, 4096);
    expect(encodeAll(PageKind.EIGHT, 4096, 3584)).toBe(0);
  });

  it("rejects what is no kind, and what is no block", () => {
    seed(44);
    fillNumbers(4096, 0);
    const stored = encodeAll(PageKind.EIGHT, 4096, 4096);
    for (let kind: i32 = 0; kind < 256; kind++) {
      store<u8>(BODY, kind);
      const known = kind >= PageKind.FOUR && kind <= PageKind.RGBA;
      assert((typedDecode(BODY, stored, WORK, BACK, 4096) == KIND_UNKNOWN) != known);
    }
    store<u8>(BODY, PageKind.EIGHT);
    expect(typedDecode(BODY, 1, WORK, BACK, 4096)).toBeLessThan(0);
    expect(typedDecode(BODY, stored, WORK, BACK, 4095)).toBeLessThan(0);
    expect(typedDecode(BODY, stored, WORK, BACK, 4096)).toBe(4096);
  });
});
