/**
 * parse.spec.ts - sequences cover the page, and each match is one: its bytes stand where it says.
 */

import { dictionaryContentBytes } from "../../../../assembly/codec/dense/dictionary";
import { DICTIONARY_CONTENT_AT } from "../../../../assembly/codec/dense/format";
import {
  denseParse,
  KIND_OFFSET,
  KIND_PLACE,
  KIND_REPEAT,
  literalsClass,
  matchClass,
  SEQUENCE_BYTES,
  SEQUENCE_KIND_AT,
  SEQUENCE_LITERALS_AT,
  SEQUENCE_MATCH_AT,
  SEQUENCE_OFFSET_AT,
  sequencesAt,
} from "../../../../assembly/codec/dense/parse";
import { fillKind, fillRandom, seed } from "../../support";
import { DICTIONARY, guard, INDEX, isGuarded, PAGE, SOURCE, train, WORK } from "./support";

/** True if `count` sequences spell the page out. */
function spellsOut(count: u32, bytes: u32): bool {
  const content = DICTIONARY + DICTIONARY_CONTENT_AT;
  let at: u32 = 0;
  let repeat: u32 = 8;
  for (let i: u32 = 0; i < count; i++) {
    const sequence = WORK + sequencesAt(bytes) + i * SEQUENCE_BYTES;
    const match = <u32>load<u16>(sequence, SEQUENCE_MATCH_AT);
    const offset = <u32>load<u16>(sequence, SEQUENCE_OFFSET_AT);
    const kind = <u32>load<u8>(sequence, SEQUENCE_KIND_AT);
    at += <u32>load<u16>(sequence, SEQUENCE_LITERALS_AT);
    if (at + match > bytes) return false;
    if (!match) return i == count - 1 && at == bytes;
    if (kind == KIND_PLACE) {
      if (match < 4 || offset + match > dictionaryContentBytes(DICTIONARY)) return false;
      if (memory.compare(SOURCE + at, content + offset, match) != 0) return false;
    } else {
      if (match < <u32>(kind == KIND_REPEAT ? 2 : 4) || offset > at || offset == 0) return false;
      if (kind == KIND_REPEAT && offset != repeat) return false;
      if (kind == KIND_OFFSET) repeat = offset;
      for (let k: u32 = 0; k < match; k++)
        if (load<u8>(SOURCE + at + k) != load<u8>(SOURCE + at + k - offset)) return false;
    }
    at += match;
  }
  return at == bytes;
}

describe("denseParse", () => {
  it("spells out pages of every kind and length", () => {
    seed(22);
    guard();
    train(1);
    for (let kind: u32 = 0; kind < 6; kind++) {
      for (
        let bytes: u32 = 1;
        bytes <= PAGE;
        bytes = bytes < 100 ? bytes + 1 : bytes == PAGE ? PAGE + 1 : min(PAGE, bytes * 2)
      ) {
        fillKind(SOURCE, bytes, kind);
        expect(spellsOut(denseParse(SOURCE, bytes, DICTIONARY, INDEX, WORK), bytes)).toBeTruthy();
      }
    }
    expect(isGuarded()).toBeTruthy();
  });

  it("gives a page of nothing but literals up when they are too many to be told", () => {
    seed(23);
    train(1);
    fillRandom(SOURCE, 65536);
    for (let i: u32 = 0; i < 65536; i += 2) store<u16>(SOURCE + i, i >> 1);
    const count = denseParse(SOURCE, 65536, DICTIONARY, INDEX, WORK);
    expect(count == 0 || spellsOut(count, 65536)).toBeTruthy();
  });

  it("classes", () => {
    expect(literalsClass(0)).toBe(0);
    expect(literalsClass(5)).toBe(5 * 32);
    expect(literalsClass(6)).toBe(6 * 32);
    expect(literalsClass(9)).toBe(6 * 32);
    expect(literalsClass(10)).toBe(7 * 32);
    expect(matchClass(9)).toBe(9);
    expect(matchClass(13)).toBe(10);
    expect(matchClass(14)).toBe(11);
    expect(matchClass(105)).toBe(14);
    expect(matchClass(106)).toBe(15);
    expect(matchClass(65535)).toBe(15);
  });
});
