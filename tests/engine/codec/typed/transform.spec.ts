/**
 * transform.spec.ts - every kind turns as docs/FORMAT.md says, told byte by byte, and comes back, at every
 * length; nothing is written behind the page.
 */
import { transform, transformBack } from "../../../../assembly/codec/typed/transform";
import { PageKind } from "../../../../assembly/ground/layout";
import { BUFFER_PTR, fillRandom, isAll, seed } from "../../support";

const SOURCE: usize = BUFFER_PTR;
const TURNED: usize = BUFFER_PTR + 0x20000;
const BACK: usize = BUFFER_PTR + 0x40000;

/** The byte at place `at` of the page of a kind, turned. */
function told(kind: u32, bytes: u32, at: u32): u32 {
  const whole = bytes & ~15;
  if (kind == PageKind.PLAIN || at >= whole) return <u32>load<u8>(SOURCE + at);
  const width: u32 = kind == PageKind.EIGHT ? 8 : 4;
  const count = whole / width;
  const from = (at % count) * width + at / count;
  const own = <u32>load<u8>(SOURCE + from);
  if (kind != PageKind.RGBA || from < 4) return own;
  return (own - <u32>load<u8>(SOURCE + from - 4)) & 255;
}

describe("transform", () => {
  it("turns as the format says and comes back", () => {
    seed(31);
    for (let kind: u32 = 0; kind < 4; kind++) {
      for (
        let bytes: u32 = 1;
        bytes <= 65536;
        bytes = bytes < 150 ? bytes + 1 : bytes == 150 ? 4096 : bytes * 16
      ) {
        fillRandom(SOURCE, bytes);
        memory.fill(TURNED, 0x5a, bytes + 64);
        memory.fill(BACK, 0x5a, bytes + 64);
        transform(kind, SOURCE, bytes, TURNED);
        let right = true;
        for (let at: u32 = 0; at < bytes; at++)
          right = right && told(kind, bytes, at) == <u32>load<u8>(TURNED + at);
        expect(right).toBeTruthy();
        transformBack(kind, TURNED, bytes, BACK);
        expect(memory.compare(SOURCE, BACK, bytes)).toBe(0);
        expect(isAll(TURNED + bytes, 64, 0x5a)).toBeTruthy();
        expect(isAll(BACK + bytes, 64, 0x5a)).toBeTruthy();
      }
    }
  });
});
