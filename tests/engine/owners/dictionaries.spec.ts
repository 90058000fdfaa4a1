/**
 * dictionaries.spec.ts - a dictionary is taken in only if it is one and its version is free, stays as it
 * came, and goes only when no body names it.
 */
import { Finding, selfCheck } from "../../../assembly/audit/audit";
import { dictionarySeal } from "../../../assembly/codec/dense/dictionary";
import { DICTIONARY_CONTENT_AT } from "../../../assembly/codec/dense/format";
import { FLAG_COMPRESS, FLAG_DEDUPE, FLAG_VERIFY } from "../../../assembly/ground/layout";
import { stockHandedCount } from "../../../assembly/memory/blocks";
import {
  denseBodies,
  dictionariesCheck,
  dictionaryAdd,
  dictionaryBlocks,
  dictionaryBodies,
  dictionaryCopy,
  dictionaryCount,
  dictionaryForget,
  dictionaryNext,
  dictionaryOf,
  dictionaryRoom,
  dictionaryScope,
} from "../../../assembly/owners/dictionaries";
import { DICTIONARY, train } from "../codec/dense/support";
import { BUFFER_PTR, freshEngine, seed } from "../support";

const BACK: usize = BUFFER_PTR + 0x800000;
let bytes: u32 = 0;

describe("dictionaries", () => {
  beforeEach(() => {
    freshEngine(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY, 64);
    seed(51);
    bytes = train(3);
  });

  it("are found by version, as they came, until they are forgotten", () => {
    const blocks = stockHandedCount();
    expect(dictionaryOf(3)).toBe(0);
    expect(dictionaryNext(0)).toBe(0);
    expect(dictionaryAdd(3, 7, DICTIONARY, bytes)).toBeTruthy();
    expect(dictionaryOf(3)).not.toBe(0);
    expect(dictionaryScope(3)).toBe(7);
    expect(dictionaryNext(0)).toBe(3);
    expect(dictionaryNext(3)).toBe(0);
    expect(dictionaryBlocks()).toBe(1);
    expect(dictionaryCopy(3, BACK)).toBe(bytes);
    expect(memory.compare(BACK, DICTIONARY, bytes)).toBe(0);
    expect(dictionaryCopy(4, BACK)).toBe(0);
    expect(selfCheck()).toBe(0);
    expect(dictionaryForget(3)).toBeTruthy();
    expect(dictionaryForget(3)).toBeFalsy();
    expect(dictionaryOf(3)).toBe(0);
    expect(dictionaryBlocks()).toBe(0);
    // The block went back; the frame of rows stays, of a block that frames are cut from.
    expect(stockHandedCount() <= blocks + 1).toBeTruthy();
    expect(selfCheck()).toBe(0);
  });

  it("stay while a body names them", () => {
    assert(dictionaryAdd(3, 7, DICTIONARY, bytes));
    dictionaryCount(3, 1);
    expect(dictionaryBodies(3)).toBe(1);
    expect(denseBodies()).toBe(1);
    expect(dictionaryForget(3)).toBeFalsy();
    expect(selfCheck()).toBe(Finding.DICTIONARIES);
    dictionaryCount(3, -1);
    expect(dictionaryForget(3)).toBeTruthy();
    expect(() => {
      dictionaryCount(3, 1);
    }).toThrow();
  });

  it("are refused when they are none, too long, of another version, or there already", () => {
    expect(dictionaryAdd(0, 7, DICTIONARY, bytes)).toBeFalsy();
    expect(dictionaryAdd(128, 7, DICTIONARY, bytes)).toBeFalsy();
    expect(dictionaryAdd(4, 7, DICTIONARY, bytes)).toBeFalsy();
    expect(dictionaryAdd(3, 7, DICTIONARY, bytes - 1)).toBeFalsy();
    expect(dictionaryAdd(3, 7, DICTIONARY, dictionaryRoom() + 1)).toBeFalsy();
    const at = DICTIONARY + DICTIONARY_CONTENT_AT + 5;
    store<u8>(at, load<u8>(at) ^ 1);
    expect(dictionaryAdd(3, 7, DICTIONARY, bytes)).toBeFalsy();
    store<u8>(at, load<u8>(at) ^ 1);
    expect(dictionaryAdd(3, 7, DICTIONARY, bytes)).toBeTruthy();
    expect(dictionaryAdd(3, 7, DICTIONARY, bytes)).toBeFalsy();
    dictionarySeal(DICTIONARY, 127);
    expect(dictionaryAdd(127, 7, DICTIONARY, bytes)).toBeTruthy();
    expect(dictionaryNext(3)).toBe(127);
    expect(dictionaryNext(127)).toBe(0);
    expect(dictionaryBlocks()).toBe(2);
  });

  it("need memory", () => {
    freshEngine(FLAG_COMPRESS, 4);
    let version: u32 = 1;
    while (version < 10) {
      dictionarySeal(DICTIONARY, version);
      if (!dictionaryAdd(version, 1, DICTIONARY, bytes)) break;
      version += 1;
    }
    expect(version < 4).toBeTruthy();
    expect(selfCheck()).toBe(0);
  });

  it("that changed are noticed", () => {
    assert(dictionaryAdd(3, 7, DICTIONARY, bytes));
    const at = dictionaryOf(3) + DICTIONARY_CONTENT_AT;
    store<u8>(at, load<u8>(at) ^ 4);
    expect(dictionariesCheck()).toBeFalsy();
    expect(selfCheck()).toBe(Finding.DICTIONARIES);
  });
});
