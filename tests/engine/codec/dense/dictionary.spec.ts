/**
 * dictionary.spec.ts - a sealed dictionary is valid; any bit of it changed, or its lengths, and it is none.
 */

import {
  dictionaryBytes,
  dictionaryContentBytes,
  dictionarySeal,
  dictionaryValid,
} from "../../../../assembly/codec/dense/dictionary";
import {
  DICTIONARY_CONTENT_AT,
  DICTIONARY_LITERALS_AT,
  DICTIONARY_VERSION_AT,
} from "../../../../assembly/codec/dense/format";
import { seed } from "../../support";
import { CONTENT, DICTIONARY, train } from "./support";

let bytes: u32 = 0;

describe("dictionary", () => {
  beforeAll(() => {
    seed(21);
    bytes = train(3);
  });

  it("is valid as it was trained, and says how long it is", () => {
    expect(dictionaryValid(DICTIONARY, bytes)).toBeTruthy();
    expect(dictionaryBytes(DICTIONARY)).toBe(bytes);
    expect(dictionaryContentBytes(DICTIONARY)).toBe(bytes - DICTIONARY_CONTENT_AT);
    expect(dictionaryContentBytes(DICTIONARY) <= CONTENT).toBeTruthy();
    expect(load<u32>(DICTIONARY, DICTIONARY_VERSION_AT)).toBe(3);
  });

  it("is none with any bit of header and lengths changed, or of another length", () => {
    for (let bit: u32 = 0; bit < 8 * (DICTIONARY_CONTENT_AT + 16); bit++) {
      const at = DICTIONARY + (bit >> 3);
      store<u8>(at, <u32>load<u8>(at) ^ (1 << (bit & 7)));
      expect(dictionaryValid(DICTIONARY, bytes)).toBeFalsy();
      store<u8>(at, <u32>load<u8>(at) ^ (1 << (bit & 7)));
    }
    expect(dictionaryValid(DICTIONARY, bytes - 1)).toBeFalsy();
    expect(dictionaryValid(DICTIONARY, bytes + 1)).toBeFalsy();
    expect(dictionaryValid(DICTIONARY, 0)).toBeFalsy();
    expect(dictionaryValid(DICTIONARY, bytes)).toBeTruthy();
  });

  it("is none if sealed with a version above 255, or codes that are not complete", () => {
    dictionarySeal(DICTIONARY, 256);
    expect(dictionaryValid(DICTIONARY, bytes)).toBeFalsy();
    dictionarySeal(DICTIONARY, 255);
    expect(dictionaryValid(DICTIONARY, bytes)).toBeTruthy();
    const lengths = <u32>load<u8>(DICTIONARY, DICTIONARY_LITERALS_AT);
    store<u8>(DICTIONARY, lengths & 0xf0, DICTIONARY_LITERALS_AT);
    dictionarySeal(DICTIONARY, 255);
    expect(dictionaryValid(DICTIONARY, bytes)).toBeFalsy();
    store<u8>(DICTIONARY, lengths, DICTIONARY_LITERALS_AT);
    dictionarySeal(DICTIONARY, 255);
    expect(dictionaryValid(DICTIONARY, bytes)).toBeTruthy();
  });
});
