/**
 * encode.spec.ts - blocks that a plain reader of the format gives back; every limit; the same block whatever
 * came before.
 *
 * How: generated pages, read back by reference.ts, which copies byte by byte and knows nothing of the
 *      engine's decoder;
 * bytes that nobody may touch stand on both sides of the target and of the table.
 */
import { encode } from "../../../../assembly/codec/lz4/encode";
import { ENCODER_TABLE_BYTES, SLACK_BYTES } from "../../../../assembly/ground/layout";
import { referenceDecode } from "../../reference";
import { BUFFER_PTR, below, fillKind, fillPeriod, fillRandom, isAll, seed } from "../../support";

const SOURCE: usize = BUFFER_PTR;
const TARGET: usize = BUFFER_PTR + 0x40000;
const BACK: usize = BUFFER_PTR + 0x80000;
const TABLE: usize = BUFFER_PTR + 0xc0000;
const SECOND: usize = BUFFER_PTR + 0x100000;

function encodeAll(bytes: u32): u32 {
  return encode(SOURCE, bytes, TARGET, bytes + bytes / 255 + 16, TABLE);
}

/**
 * True when the block at TARGET is one, decodes to the bytes at SOURCE, and keeps the two rules of a writer.
 */
function isReadBack(stored: u32, bytes: u32): bool {
  if (stored == 0 || referenceDecode(TARGET, stored, BACK, bytes) != bytes) return false;
  return memory.compare(SOURCE, BACK, bytes) == 0 && endsInLiterals(stored, bytes);
}

/**
 * "The last five bytes are always literals" and "the last match starts at least twelve bytes before the end".
 */
function endsInLiterals(stored: u32, bytes: u32): bool {
  let from = TARGET;
  let to: u32 = 0;
  let matchStart: u32 = 0;
  let matched = false;
  while (true) {
    const token = <u32>load<u8>(from++);
    let literals = token >> 4;
    if (literals == 15) {
      while (load<u8>(from) == 255) literals += <u32>load<u8>(from++);
      literals += <u32>load<u8>(from++);
    }
    from += literals;
    to += literals;
    if (from == TARGET + stored) return !matched || (literals >= 5 && matchStart + 12 <= bytes);
    from += 2;
    matchStart = to;
    matched = true;
    to += (token & 15) + 4;
    if ((token & 15) == 15) {
      while (load<u8>(from) == 255) to += <u32>load<u8>(from++);
      to += <u32>load<u8>(from++);
    }
  }
}

describe("encode", () => {
  beforeEach(() => {
    memory.fill(TABLE, 0, ENCODER_TABLE_BYTES);
    seed(4);
  });

  it("is read back: every kind of page, every length to 200, and the page sizes", () => {
    for (let kind: u32 = 0; kind < 6; kind++) {
      for (
        let bytes: u32 = 1;
        bytes <= 65536;
        bytes = bytes < 200 ? bytes + 1 : bytes < 4096 ? 4096 : bytes << 1
      ) {
        fillKind(SOURCE, bytes, kind);
        fillRandom(SOURCE + bytes, 64);
        const stored = encodeAll(bytes);
        expect(isReadBack(stored, bytes)).toBeTruthy();
      }
    }
  });

  it("is read back: every period to 40, every length to 200, and the page sizes", () => {
    for (let period: u32 = 1; period <= 40; period++) {
      for (
        let bytes: u32 = 1;
        bytes <= 65536;
        bytes = bytes < 200 ? bytes + 1 : bytes < 4096 ? 4096 : bytes << 4
      ) {
        fillPeriod(SOURCE, bytes, period);
        fillRandom(SOURCE + bytes, 64);
        const stored = encodeAll(bytes);
        assert(isReadBack(stored, bytes));
        // One sequence, its length bytes, and the last literals.
        if (bytes >= 4096) assert(stored <= period + bytes / 255 + 12);
      }
    }
  });

  it("fits a limit of its length and no smaller one, and writes nowhere else", () => {
    for (let round: u32 = 0; round < 9; round++) {
      const bytes: u32 = 300 + below(300);
      if (round < 6) fillKind(SOURCE, bytes, round);
      else fillPeriod(SOURCE, bytes, 1 + below(40));
      const stored = encodeAll(bytes);
      memory.copy(SECOND, TARGET, stored);
      for (let limit: u32 = 0; limit <= bytes + 16; limit++) {
        memory.fill(TARGET - 64, 0xcc, bytes + 512);
        const answer = encode(SOURCE, bytes, TARGET, limit, TABLE);
        assert(answer == (limit < stored ? 0 : stored));
        assert(memory.compare(TARGET, SECOND, answer) == 0);
        assert(isAll(TARGET - 64, 64, 0xcc));
        assert(isAll(TARGET + limit + SLACK_BYTES, 256, 0xcc));
      }
    }
  });

  it("fits its limit where one match takes hundreds of length bytes", () => {
    for (let bytes: u32 = 4096; bytes <= 65536; bytes <<= 4) {
      fillPeriod(SOURCE, bytes, 3);
      const stored = encodeAll(bytes);
      for (let limit: u32 = 0; limit <= stored + 8; limit++) {
        memory.fill(TARGET - 64, 0xcc, 1024);
        assert(encode(SOURCE, bytes, TARGET, limit, TABLE) == (limit < stored ? 0 : stored));
        assert(isAll(TARGET - 64, 64, 0xcc));
        assert(isAll(TARGET + limit + SLACK_BYTES, 256, 0xcc));
      }
    }
  });

  it("leaves what stands around its table, and in its source, alone", () => {
    memory.fill(TABLE - 64, 0x99, 64);
    memory.fill(TABLE + ENCODER_TABLE_BYTES, 0x99, 64);
    for (let i = 0; i < 100; i++) {
      const bytes = i & 1 ? 65536 : 1 + below(9000);
      fillKind(SOURCE, bytes, 2 + below(4));
      memory.copy(SECOND, SOURCE, bytes);
      encodeAll(bytes);
      assert(memory.compare(SOURCE, SECOND, bytes) == 0);
    }
    expect(isAll(TABLE - 64, 64, 0x99)).toBeTruthy();
    expect(isAll(TABLE + ENCODER_TABLE_BYTES, 64, 0x99)).toBeTruthy();
  });

  it("does not see what stands behind the page, nor before it", () => {
    for (let bytes: u32 = 1; bytes < 300; bytes++) {
      // Matches that would run on past the end, if it were not the end.
      fillPeriod(SOURCE, bytes + 64, 1 + (bytes % 9));
      const stored = encodeAll(bytes);
      memory.copy(SECOND, TARGET, stored);
      fillRandom(SOURCE + bytes, 64);
      if (bytes & 1) fillRandom(SOURCE - 64, 64);
      else memory.copy(SOURCE - 8, SOURCE, 8);
      assert(encodeAll(bytes) == stored);
      assert(memory.compare(SECOND, TARGET, stored) == 0);
    }
  });

  it("gives the same block whatever came before, and whatever stands in the table", () => {
    fillKind(SECOND, 4096, 2);
    memory.copy(SOURCE, SECOND, 4096);
    const first = encodeAll(4096);
    memory.copy(BACK, TARGET, first);
    for (let i = 0; i < 200; i++) {
      // The largest now and then: it leaves positions up to the last there is.
      const bytes = i % 20 ? 1 + below(9000) : 65536;
      fillKind(SOURCE, bytes, below(6));
      encodeAll(bytes);
      if (i % 3 == 0) fillRandom(TABLE, ENCODER_TABLE_BYTES);
      memory.copy(SOURCE, SECOND, 4096);
      expect(encodeAll(4096)).toBe(first);
      expect(memory.compare(TARGET, BACK, first)).toBe(0);
    }
  });

  it("gives up on random bytes", () => {
    fillKind(SOURCE, 4096, 3);
    expect(encode(SOURCE, 4096, TARGET, 3584, TABLE)).toBe(0);
  });
});
