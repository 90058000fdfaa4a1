/**
 * noise.spec.ts - what is noise and what is not: random bytes; and pages that chance made in part, or that
 * repeat.
 *
 * How: many pages of each sort, drawn anew; other bytes on both sides of one page.
 */
import { isNoise, NOISE_TABLE_BYTES } from "../../../../assembly/codec/lz4/noise";
import { BUFFER_PTR, below, fillKind, fillRandom, isAll, seed } from "../../support";

const SOURCE: usize = BUFFER_PTR;
const TABLE: usize = BUFFER_PTR + 0x40000;
const ROUNDS: i32 = 500;

/**
 * Of so many pages of one sort, how many are noise. `sort` 0: random; 1: with a constant field; 2: with a
 * stretch of it again at the end.
 */
function noiseOf(sort: u32, bytes: u32, detail: u32): i32 {
  let noise = 0;
  for (let i = 0; i < ROUNDS; i++) {
    fillRandom(SOURCE, bytes);
    if (sort == 1) {
      const period = detail;
      for (let at: u32 = period; at + 8 < bytes; at += period) store<u64>(SOURCE + at, 0x1122334455667788);
    }
    if (sort == 2) memory.copy(SOURCE + bytes - detail, SOURCE + below(bytes - 2 * detail), detail);
    if (isNoise(SOURCE, bytes, TABLE)) noise++;
  }
  return noise;
}

describe("noise", () => {
  beforeEach(() => {
    seed(7);
  });

  it("is what chance made, of any size that matters", () => {
    for (let bytes: u32 = 1024; bytes <= 65536; bytes <<= 1) {
      expect(noiseOf(0, bytes, 0)).toBeGreaterThan((ROUNDS * 98) / 100);
    }
  });

  it("is no page of another kind, and none of less than 1 KiB", () => {
    for (let kind: u32 = 0; kind < 6; kind++) {
      // 3: random.
      if (kind == 3) continue;
      fillKind(SOURCE, 4096, kind);
      expect(isNoise(SOURCE, 4096, TABLE)).toBeFalsy();
    }
    fillRandom(SOURCE, 1024);
    expect(isNoise(SOURCE, 1023, TABLE)).toBeFalsy();
  });

  it("has no field of eight bytes that is the same in records of up to 64 bytes", () => {
    for (let period: u32 = 16; period <= 64; period += 4)
      expect(noiseOf(1, 4096, period)).toBeLessThan(ROUNDS / 20);
  });

  it("does not come again, but for few copies of what is 1 KiB long", () => {
    expect(noiseOf(2, 4096, 1024)).toBeLessThan(ROUNDS / 20);
    expect(noiseOf(2, 4096, 1536)).toBeLessThan(ROUNDS / 50);
    expect(noiseOf(2, 4096, 2000)).toBeLessThan(ROUNDS / 100);
  });

  it("is noise by its own bytes: what stands around it, and in the table, does not matter", () => {
    for (let i = 0; i < ROUNDS; i++) {
      const bytes: u32 = 1024 + below(4000);
      fillRandom(SOURCE, bytes);
      // So many doubled bytes that one more or less decides.
      for (let at: u32 = 20; at < bytes; at += 26) store<u8>(SOURCE + at, load<u8>(SOURCE + at - 1));
      memory.fill(SOURCE + bytes, 0, 64);
      const first = isNoise(SOURCE, bytes, TABLE);
      fillRandom(SOURCE + bytes, 64);
      fillRandom(SOURCE - 64, 64);
      fillRandom(TABLE, NOISE_TABLE_BYTES);
      memory.fill(TABLE + NOISE_TABLE_BYTES, 0x99, 64);
      expect(isNoise(SOURCE, bytes, TABLE)).toBe(first);
      expect(isAll(TABLE + NOISE_TABLE_BYTES, 64, 0x99)).toBeTruthy();
    }
  });
});
