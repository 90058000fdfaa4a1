/**
 * decode.spec.ts - each way in which a block can be wrong, by hand; overlaps of every offset; truncations and flips of
 * real blocks, never past the room and never with bytes of before.
 */
import { decode } from "../../../assembly/codec/decode";
import { encode } from "../../../assembly/codec/encode";
import { DecodeError } from "../../../assembly/codec/format";
import { ENCODER_TABLE_BYTES, SLACK_BYTES } from "../../../assembly/layout";
import { BUFFER_PTR, fillKind, isAll, seed } from "../support";

const BLOCK: usize = BUFFER_PTR;
const TARGET: usize = BUFFER_PTR + 0x20000;
const SOURCE: usize = BUFFER_PTR + 0x40000;
const TABLE: usize = BUFFER_PTR + 0x60000;
const STATE: usize = TABLE + ENCODER_TABLE_BYTES;
const OTHER: usize = BUFFER_PTR + 0x80000;

/** Puts bytes at BLOCK and decodes them. */
function decodeBytes(bytes: StaticArray<u8>, room: u32): i32 {
  for (let i = 0; i < bytes.length; i++) store<u8>(BLOCK + i, bytes[i]);
  return decode(BLOCK, bytes.length, TARGET, room);
}

describe("decode", () => {
  it("names the rule that a block breaks", () => {
    expect(decodeBytes([], 100)).toBe(DecodeError.TRUNCATED);
    expect(decodeBytes([0xf0], 100)).toBe(DecodeError.TRUNCATED);
    expect(decodeBytes([0xf0, 255], 1000)).toBe(DecodeError.TRUNCATED);
    expect(decodeBytes([0x20, 65], 100)).toBe(DecodeError.LITERALS_PAST_END);
    expect(decodeBytes([0x20, 65, 66], 1)).toBe(DecodeError.OUTPUT_FULL);
    expect(decodeBytes([0x10, 65, 1], 100)).toBe(DecodeError.TRUNCATED);
    expect(decodeBytes([0x10, 65, 0, 0, 0], 100)).toBe(DecodeError.OFFSET_ZERO);
    expect(decodeBytes([0x10, 65, 2, 0, 0], 100)).toBe(DecodeError.OFFSET_BEFORE_START);
    expect(decodeBytes([0x00, 1, 0, 0], 100)).toBe(DecodeError.OFFSET_BEFORE_START);
    expect(decodeBytes([0x1f, 65, 1, 0], 100)).toBe(DecodeError.TRUNCATED);
    expect(decodeBytes([0x1f, 65, 1, 0, 255], 1000)).toBe(DecodeError.TRUNCATED);
    expect(decodeBytes([0x10, 65, 1, 0, 0x00], 4)).toBe(DecodeError.OUTPUT_FULL);
    // A block that ends after a match has no last literals.
    expect(decodeBytes([0x10, 65, 1, 0], 100)).toBe(DecodeError.TRUNCATED);
    expect(decodeBytes([0x10, 65, 1, 0, 0x00], 100)).toBe(5);
    expect(isAll(TARGET, 5, 65)).toBeTruthy();
  });

  it("repeats the last bytes, for every offset and length", () => {
    for (let offset: u32 = 1; offset <= 40; offset++) {
      for (let length: u32 = 4; length <= 80; length++) {
        let at = BLOCK;
        store<u8>(at++, 0xff);
        store<u8>(at++, 50 - 15);
        for (let i: u32 = 0; i < 50; i++) store<u8>(at++, i * 3 + 1);
        store<u16>(at, offset);
        at += 2;
        if (length >= 19) store<u8>(at++, length - 19);
        else store<u8>(BLOCK, 0xf0 | (length - 4));
        store<u8>(at++, 0x10);
        store<u8>(at++, 7);
        memory.fill(TARGET, 0xdd, 512);
        expect(decode(BLOCK, <u32>(at - BLOCK), TARGET, 51 + length)).toBe(51 + length);
        expect(memory.compare(TARGET + 50, TARGET + 50 - offset, length)).toBe(0);
        expect(load<u8>(TARGET + 50 + length)).toBe(7);
        expect(isAll(TARGET + 51 + length + SLACK_BYTES, 64, 0xdd)).toBeTruthy();
      }
    }
  });

  it("stays inside its room and shows nothing of before, whatever is flipped or cut off", () => {
    seed(5);
    for (let kind: u32 = 1; kind < 6; kind++) {
      memory.fill(TABLE, 0, ENCODER_TABLE_BYTES + 4);
      fillKind(SOURCE, 400, kind);
      const bytes = encode(SOURCE, 400, BLOCK, 500, TABLE, STATE);
      for (let bit: u32 = 0; bit < bytes * 8; bit++) {
        const at = BLOCK + (bit >> 3);
        store<u8>(at, load<u8>(at) ^ <u8>((<u32>1) << (bit & 7)));
        tryBoth(bytes, 400);
        store<u8>(at, load<u8>(at) ^ <u8>((<u32>1) << (bit & 7)));
      }
      for (let cut: u32 = 0; cut < bytes; cut++) tryBoth(cut, 400);
      expect(decode(BLOCK, bytes, TARGET, 400)).toBe(400);
      expect(memory.compare(TARGET, SOURCE, 400)).toBe(0);
    }
  });
});

/** Decodes over two different grounds: same answer, same output, nothing behind the slack. */
function tryBoth(bytes: u32, room: u32): void {
  memory.fill(TARGET, 0xff, room + 256);
  memory.fill(OTHER, 0x00, room + 256);
  const answer = decode(BLOCK, bytes, TARGET, room);
  assert(decode(BLOCK, bytes, OTHER, room) == answer);
  assert(answer <= <i32>room && answer >= DecodeError.OFFSET_BEFORE_START);
  if (answer > 0) assert(memory.compare(TARGET, OTHER, answer) == 0);
  assert(isAll(TARGET + room + SLACK_BYTES, 128, 0xff));
  assert(isAll(OTHER + room + SLACK_BYTES, 128, 0x00));
}
