/**
 * decode.spec.ts - each rule that a block can break has its error; whatever a block says, nothing is written
 * outside the page with its slack and the scratch. tests/codec/dense.test.ts tries every bit of real blocks.
 */
import { DENSE_LITERALS_AT, DENSE_SPLIT_AT, DenseError } from "../../../../assembly/codec/dense/format";
import { SLACK_BYTES } from "../../../../assembly/ground/layout";
import { below, fillKind, fillRandom, isAll, seed } from "../../support";
import { BACK, decodeBlock, encodePage, guard, isGuarded, PAGE, SOURCE, TARGET, train } from "./support";

let stored: u32 = 0;

describe("denseDecode", () => {
  beforeEach(() => {
    seed(25);
    guard();
    train(2);
    fillKind(SOURCE, PAGE, 1);
    stored = encodePage(PAGE, PAGE);
    assert(stored > 5);
  });

  it("names what is wrong with a header", () => {
    expect(decodeBlock(4, PAGE)).toBe(DenseError.TRUNCATED);
    expect(decodeBlock(0, PAGE)).toBe(DenseError.TRUNCATED);
    expect(decodeBlock(stored, stored - 1)).toBe(DenseError.OUTPUT_FULL);
    const split = <u32>load<u16>(TARGET, DENSE_SPLIT_AT);
    store<u16>(TARGET, stored - 4, DENSE_SPLIT_AT);
    expect(decodeBlock(stored, PAGE)).toBe(DenseError.TRUNCATED);
    store<u16>(TARGET, split, DENSE_SPLIT_AT);
    store<u16>(TARGET, PAGE + 1, DENSE_LITERALS_AT);
    expect(decodeBlock(stored, PAGE)).toBe(DenseError.LITERALS);
    store<u8>(TARGET, 3);
    expect(decodeBlock(stored, PAGE)).toBe(DenseError.OTHER_DICTIONARY);
  });

  it("rejects a block with a byte too many or too few, and a page of another length", () => {
    expect(decodeBlock(stored, PAGE)).toBe(PAGE);
    expect(decodeBlock(stored - 1, PAGE)).toBeLessThan(0);
    store<u8>(TARGET + stored, 0);
    expect(decodeBlock(stored + 1, PAGE)).toBeLessThan(0);
    expect(decodeBlock(stored, PAGE - 1)).toBeLessThan(0);
  });

  it("writes nothing outside, whatever the bytes", () => {
    for (let round: u32 = 0; round < 20000; round++) {
      const bytes = 5 + below(400);
      fillRandom(TARGET, bytes);
      store<u8>(TARGET, 2);
      store<u16>(TARGET, below(bytes), DENSE_LITERALS_AT);
      store<u16>(TARGET, below(bytes - 4), DENSE_SPLIT_AT);
      const page = bytes + below(PAGE - bytes);
      memory.fill(BACK + page + SLACK_BYTES, 0x5a, 256);
      const answer = decodeBlock(bytes, page);
      expect(answer < 0 || answer == page).toBeTruthy();
      expect(isAll(BACK + page + SLACK_BYTES, 256, 0x5a)).toBeTruthy();
    }
    expect(isGuarded()).toBeTruthy();
  });
});
