/**
 * train.spec.ts - a dictionary has what pages share and not what a page has for itself; the same sample gives
 * the same bytes, whatever was in the regions before.
 */

import { dictionaryContentBytes, dictionaryValid } from "../../../../assembly/codec/dense/dictionary";
import { DICTIONARY_BYTES_MAX, DICTIONARY_CONTENT_AT } from "../../../../assembly/codec/dense/format";
import { TRAINING_BYTES } from "../../../../assembly/codec/dense/train";
import { fillRandom, seed } from "../../support";
import {
  BACK,
  DICTIONARY,
  guard,
  isGuarded,
  PAGE,
  SAMPLE,
  SAMPLE_PAGES,
  TRAINING,
  train,
  trainSample,
} from "./support";

describe("denseTrain", () => {
  it("gives the same for the same sample", () => {
    seed(26);
    guard();
    const bytes = train(1);
    expect(dictionaryValid(DICTIONARY, bytes)).toBeTruthy();
    memory.copy(BACK, DICTIONARY, bytes);
    memory.fill(DICTIONARY, 0xa5, DICTIONARY_BYTES_MAX);
    memory.fill(TRAINING, 0xa5, TRAINING_BYTES);
    seed(26);
    expect(train(1)).toBe(bytes);
    expect(memory.compare(BACK, DICTIONARY, bytes)).toBe(0);
    expect(isGuarded()).toBeTruthy();
  });

  it("keeps what pages share", () => {
    // Noise, and 128 bytes of other noise in each.
    seed(27);
    fillRandom(SAMPLE, SAMPLE_PAGES * PAGE);
    fillRandom(BACK, 128);
    for (let i: u32 = 0; i < SAMPLE_PAGES; i++) memory.copy(SAMPLE + i * PAGE + 64 * i, BACK, 128);
    trainSample(1, PAGE);
    expect(dictionaryContentBytes(DICTIONARY)).toBe(128);
    expect(memory.compare(DICTIONARY + DICTIONARY_CONTENT_AT, BACK, 128)).toBe(0);
  });

  it("keeps what pages share that are shorter than what it takes at a time", () => {
    // 48 pages of 64 bytes: a serial number, then the same 40 bytes, then noise.
    seed(29);
    fillRandom(SAMPLE, SAMPLE_PAGES * 64);
    fillRandom(BACK, 40);
    for (let i: u32 = 0; i < SAMPLE_PAGES; i++) memory.copy(SAMPLE + i * 64 + 8, BACK, 40);
    const bytes = trainSample(1, 64);
    expect(dictionaryValid(DICTIONARY, bytes)).toBeTruthy();
    expect(bytes > DICTIONARY_CONTENT_AT).toBeTruthy();
    let found = false;
    for (let at = DICTIONARY_CONTENT_AT; at + 40 <= bytes; at++)
      found = found || memory.compare(DICTIONARY + at, BACK, 40) == 0;
    expect(found).toBeTruthy();
  });

  it("keeps nothing where they share nothing", () => {
    seed(28);
    fillRandom(SAMPLE, SAMPLE_PAGES * PAGE);
    const bytes = trainSample(1, PAGE);
    expect(bytes).toBe(DICTIONARY_CONTENT_AT);
    expect(dictionaryValid(DICTIONARY, bytes)).toBeTruthy();
  });
});
