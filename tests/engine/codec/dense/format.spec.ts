/**
 * format.spec.ts - every offset and every place has one symbol, and is told exactly by it and the bits behind
 * it.
 */
import {
  DICTIONARY_CONTENT_MAX,
  OFFSET_DICTIONARY,
  OFFSET_SYMBOLS,
  OFFSET_WORDS,
  offsetBase,
  offsetBits,
  offsetShift,
  offsetSymbol,
  placeSymbol,
} from "../../../../assembly/codec/dense/format";

function isTold(value: u32, symbol: u32): bool {
  const more = (value - offsetBase(symbol)) >> offsetShift(symbol);
  if (value < offsetBase(symbol) || more >= (<u32>1) << offsetBits(symbol)) return false;
  return offsetBase(symbol) + (more << offsetShift(symbol)) == value;
}

describe("offsets", () => {
  it("are told exactly, those of whole words by a symbol of words", () => {
    for (let offset: u32 = 1; offset < 65536; offset++) {
      const symbol = offsetSymbol(offset);
      const right =
        isTold(offset, symbol) && symbol < OFFSET_DICTIONARY && symbol >= OFFSET_WORDS == (offset % 8 == 0);
      if (!right) expect(offset).toBe(0);
    }
  });

  it("places are told exactly", () => {
    for (let place: u32 = 0; place < DICTIONARY_CONTENT_MAX; place++) {
      const symbol = placeSymbol(place);
      if (!isTold(place, symbol) || symbol < OFFSET_DICTIONARY || symbol >= OFFSET_SYMBOLS)
        expect(place).toBe(0);
    }
  });

  it("symbols with their bits stay within sixteen bits", () => {
    for (let symbol: u32 = 0; symbol < OFFSET_SYMBOLS; symbol++) {
      const most = offsetBase(symbol) + ((((<u32>1) << offsetBits(symbol)) - 1) << offsetShift(symbol));
      expect(most).toBeLessThan(65536);
    }
  });
});
