/**
 * decode.spec.ts - each way in which a block can be wrong, by hand; overlaps of every offset; round trips;
 * truncations and flips of real blocks and random bytes, never past the room and never with bytes of before.
 *
 * How: reference.ts, slow and plain, is asked the same question each time; answer, error and output must
 *      agree.
 */
import { decode } from "../../../../assembly/codec/lz4/decode";
import { encode } from "../../../../assembly/codec/lz4/encode";
import { DecodeError } from "../../../../assembly/codec/lz4/format";
import { ENCODER_TABLE_BYTES, SLACK_BYTES } from "../../../../assembly/ground/layout";
import { referenceDecode } from "../../reference";
import { BUFFER_PTR, below, fillKind, fillPeriod, fillRandom, isAll, random, seed } from "../../support";

const BLOCK: usize = BUFFER_PTR;
const TARGET: usize = BUFFER_PTR + 0x20000;
const SOURCE: usize = BUFFER_PTR + 0x40000;
const TABLE: usize = BUFFER_PTR + 0x60000;
const OTHER: usize = BUFFER_PTR + 0x80000;
const SLOW: usize = BUFFER_PTR + 0xa0000;

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

  it("answers the errors of the quick way too, where the block has sixteen bytes left", () => {
    for (let i: u32 = 0; i < 64; i++) store<u8>(BLOCK + i, 0);
    store<u8>(BLOCK, 0xe0);
    // Fourteen literals, an offset of zero.
    expect(decode(BLOCK, 64, TARGET, 13)).toBe(DecodeError.OUTPUT_FULL);
    expect(decode(BLOCK, 64, TARGET, 14)).toBe(DecodeError.OFFSET_ZERO);
    store<u8>(BLOCK + 15, 15);
    expect(decode(BLOCK, 64, TARGET, 100)).toBe(DecodeError.OFFSET_BEFORE_START);
    store<u8>(BLOCK + 15, 14);
    expect(decode(BLOCK, 64, TARGET, 17)).toBe(DecodeError.OUTPUT_FULL);
  });

  it("gives back what was encoded: kinds, periods, every length to 200, and the page sizes", () => {
    seed(5);
    memory.fill(TABLE, 0, ENCODER_TABLE_BYTES);
    for (let kind: u32 = 0; kind < 46; kind++) {
      for (
        let bytes: u32 = 1;
        bytes <= 65536;
        bytes = bytes < 200 ? bytes + 1 : bytes < 4096 ? 4096 : bytes << 4
      ) {
        if (kind < 6) fillKind(SOURCE, bytes, kind);
        else fillPeriod(SOURCE, bytes, kind - 5);
        const stored = encode(SOURCE, bytes, BLOCK, bytes + bytes / 255 + 16, TABLE);
        memory.fill(TARGET, 0xdd, bytes + 128);
        assert(decode(BLOCK, stored, TARGET, bytes) == bytes);
        assert(memory.compare(TARGET, SOURCE, bytes) == 0);
        assert(isAll(TARGET + bytes + SLACK_BYTES, 64, 0xdd));
        // A byte less of room is too little.
        assert(decode(BLOCK, stored, TARGET, bytes - 1) == DecodeError.OUTPUT_FULL);
      }
    }
  });

  it("agrees with the reference on real blocks, whatever is flipped, cut off, or short of room", () => {
    seed(5);
    for (let kind: u32 = 1; kind < 10; kind++) {
      memory.fill(TABLE, 0, ENCODER_TABLE_BYTES);
      if (kind < 6) fillKind(SOURCE, 400, kind);
      else fillPeriod(SOURCE, 400, kind * 4 - 20);
      const bytes = encode(SOURCE, 400, BLOCK, 500, TABLE);
      for (let bit: u32 = 0; bit < bytes * 8; bit++) {
        const at = BLOCK + (bit >> 3);
        store<u8>(at, load<u8>(at) ^ <u8>((<u32>1) << (bit & 7)));
        agree(bytes, 400);
        store<u8>(at, load<u8>(at) ^ <u8>((<u32>1) << (bit & 7)));
      }
      for (let cut: u32 = 0; cut < bytes; cut++) agree(cut, 400);
      for (let room: u32 = 0; room <= 400; room++) agree(bytes, room);
      expect(decode(BLOCK, bytes, TARGET, 400)).toBe(400);
      expect(memory.compare(TARGET, SOURCE, 400)).toBe(0);
    }
  });

  it("agrees with the reference on chains of sequences that no encoder would write", () => {
    seed(15);
    let decoded: u32 = 0;
    for (let i = 0; i < 20_000; i++) {
      const bytes = writeAnything();
      // Half with a byte replaced; now and then less room than there is output.
      if (below(2)) store<u8>(BLOCK + below(bytes), below(256));
      if (agree(bytes, below(4) ? 2000 : below(200)) > 0) decoded++;
    }
    expect(decoded).toBeGreaterThan(6000);
    expect(decoded).toBeLessThan(14_000);
  });
});

/**
 * Writes up to six sequences with lengths around fifteen and offsets that are mostly right. Answers the
 * block's length.
 */
function writeAnything(): u32 {
  let at = BLOCK;
  let out: u32 = 0;
  const last = below(6);
  for (let i: u32 = 0; i <= last; i++) {
    const literals = below(3) ? below(18) : 0;
    const match = below(3) ? below(18) : 0;
    store<u8>(at++, (min<u32>(literals, 15) << 4) | min<u32>(match, 15));
    if (literals >= 15) store<u8>(at++, literals - 15);
    fillRandom(at, literals);
    at += literals;
    out += literals;
    if (i == last) break;
    store<u16>(at, below(40) ? 1 + below(out < 20 ? out : below(2) ? 20 : out) : below(out + 3));
    at += 2;
    if (match >= 15) store<u8>(at++, match - 15);
    out += match + 4;
  }
  return <u32>(at - BLOCK);
}

/**
 * Decodes over two different grounds, and by the reference: same answer, same output, nothing behind the
 * slack; and again with other bytes behind the block, which must not count.
 */
function agree(bytes: u32, room: u32): i32 {
  memory.fill(TARGET - 64, 0xff, room + 256);
  memory.fill(OTHER - 64, 0x00, room + 256);
  const answer = decode(BLOCK, bytes, TARGET, room);
  const behind = load<u64>(BLOCK + bytes);
  store<u64>(BLOCK + bytes, ((<u64>random()) << 32) | random());
  assert(decode(BLOCK, bytes, OTHER, room) == answer, "the ground, or what stands behind the block, counts");
  store<u64>(BLOCK + bytes, behind);
  assert(referenceDecode(BLOCK, bytes, SLOW, room) == answer, "the reference answers otherwise");
  if (answer > 0) {
    assert(memory.compare(TARGET, SLOW, answer) == 0, "another output");
    assert(memory.compare(OTHER, SLOW, answer) == 0, "an output that depends on the ground");
  }
  assert(isAll(TARGET - 64, 64, 0xff) && isAll(OTHER - 64, 64, 0x00), "written before the target");
  assert(isAll(TARGET + room + SLACK_BYTES, 128, 0xff), "written behind the slack");
  assert(isAll(OTHER + room + SLACK_BYTES, 128, 0x00), "written behind the slack");
  return answer;
}
