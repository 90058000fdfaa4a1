/**
 * encode.spec.ts - blocks that a plain reader of the format gives back; every limit; the same block whatever came before.
 *
 * The reader here copies byte by byte and knows nothing of the engine's decoder.
 */
import { encode } from "../../../assembly/codec/encode";
import { ENCODER_TABLE_BYTES, SLACK_BYTES } from "../../../assembly/layout";
import { BUFFER_PTR, below, fillKind, fillRandom, isAll, seed } from "../support";

const SOURCE: usize = BUFFER_PTR;
const TARGET: usize = BUFFER_PTR + 0x40000;
const BACK: usize = BUFFER_PTR + 0x80000;
const TABLE: usize = BUFFER_PTR + 0xc0000;
const STATE: usize = TABLE + ENCODER_TABLE_BYTES;
const SECOND: usize = BUFFER_PTR + 0x100000;

/** Reads a block as docs/FORMAT.md says. Answers the length of the output; traps on a bad block. */
function read(block: usize, bytes: u32, out: usize): u32 {
  let from = block;
  let to = out;
  const end = block + bytes;
  while (true) {
    const token = <u32>load<u8>(from++);
    let literals = token >> 4;
    if (literals == 15) {
      let more: u32 = 255;
      while (more == 255) {
        more = load<u8>(from++);
        literals += more;
      }
    }
    for (let i: u32 = 0; i < literals; i++) store<u8>(to++, load<u8>(from++));
    if (from == end) return <u32>(to - out);
    assert(from < end);
    const offset = <u32>load<u16>(from);
    from += 2;
    let length = (token & 15) + 4;
    if (length == 19) {
      let more: u32 = 255;
      while (more == 255) {
        more = load<u8>(from++);
        length += more;
      }
    }
    assert(offset > 0 && offset <= <u32>(to - out));
    for (let i: u32 = 0; i < length; i++) {
      store<u8>(to, load<u8>(to - offset));
      to++;
    }
  }
}

function encodeAll(bytes: u32): u32 {
  return encode(SOURCE, bytes, TARGET, bytes + bytes / 255 + 16, TABLE, STATE);
}

describe("encode", () => {
  beforeEach(() => {
    memory.fill(TABLE, 0, ENCODER_TABLE_BYTES + 4);
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
        expect(stored).toBeGreaterThan(0);
        expect(read(TARGET, stored, BACK)).toBe(bytes);
        expect(memory.compare(SOURCE, BACK, bytes)).toBe(0);
      }
    }
  });

  it("keeps to any limit, and gives the same block at each that it fits", () => {
    for (let kind: u32 = 2; kind < 6; kind++) {
      const bytes: u32 = 300 + below(300);
      fillKind(SOURCE, bytes, kind);
      const stored = encodeAll(bytes);
      memory.copy(SECOND, TARGET, stored);
      for (let limit: u32 = 0; limit <= stored + 40; limit++) {
        memory.fill(TARGET, 0xcc, bytes + 512);
        const answer = encode(SOURCE, bytes, TARGET, limit, TABLE, STATE);
        expect(isAll(TARGET + limit + SLACK_BYTES, 256, 0xcc)).toBeTruthy();
        expect(answer).toBe(limit >= stored ? stored : 0);
        if (answer) expect(memory.compare(TARGET, SECOND, stored)).toBe(0);
      }
    }
  });

  it("gives the same block whatever came before, across clearings of the table", () => {
    fillKind(SECOND, 4096, 2);
    memory.copy(SOURCE, SECOND, 4096);
    const first = encodeAll(4096);
    memory.copy(BACK, TARGET, first);
    for (let i = 0; i < 200; i++) {
      const bytes = 1 + below(9000);
      fillKind(SOURCE, bytes, below(6));
      encodeAll(bytes);
      memory.copy(SOURCE, SECOND, 4096);
      expect(encodeAll(4096)).toBe(first);
      expect(memory.compare(TARGET, BACK, first)).toBe(0);
    }
  });

  it("gives up on random bytes", () => {
    fillKind(SOURCE, 4096, 3);
    expect(encode(SOURCE, 4096, TARGET, 3584, TABLE, STATE)).toBe(0);
  });
});
