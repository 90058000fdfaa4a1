/**
 * workshop.spec.ts - in a memory of its own a dictionary is trained step by step from pages of any length,
 * and blocks made by it decode to their pages.
 */
import { DENSE_TABLES_BYTES, denseDecode, denseTables } from "../../../assembly/codec/dense/decode";
import { dictionaryValid } from "../../../assembly/codec/dense/dictionary";
import { TRAIN_PAGES_MAX } from "../../../assembly/codec/dense/train";
import { WASM_PAGE_BYTES, WINDOW_PTR } from "../../../assembly/ground/layout";
import {
  workshopBegin,
  workshopEncode,
  workshopOpen,
  workshopSample,
  workshopStep,
  workshopTrain,
  workshopUse,
  workshopWasmPages,
} from "../../../assembly/workshop/workshop";
import { BUFFER_PTR, ENGINE_END, fillKind, fillRandom, freshMemory, isAll, seed } from "../support";

const PAGE: u32 = 4096;
const SAMPLE: u32 = 64;
const KEPT: usize = BUFFER_PTR;
const AGAIN: usize = BUFFER_PTR + 0x20000;
const TABLES: usize = BUFFER_PTR + 0x40000;
const SCRATCH: usize = BUFFER_PTR + 0x50000;
const BACK: usize = BUFFER_PTR + 0x80000;
const CONTENT: usize = BUFFER_PTR + 0xa0000;

/** Where its memory ends. */
const END: usize = <usize>workshopWasmPages(PAGE, SAMPLE * PAGE) * WASM_PAGE_BYTES;

/** Pages of the sample are `bytes` long at most: every other one, the rest is shorter. */
function sample(bytes: u32): void {
  seed(52);
  for (let i: u32 = 0; i < SAMPLE; i += 1) {
    const length = i & 1 ? bytes : max<u32>((bytes * (i % 7)) / 7, 1);
    fillKind(WINDOW_PTR, length, i % 6);
    assert(workshopSample(length));
  }
}

function trained(version: u32, bytes: u32 = PAGE): u32 {
  freshMemory();
  memory.fill(END, 0x77, 4096);
  assert(workshopOpen(PAGE, SAMPLE * PAGE));
  sample(bytes);
  workshopTrain(version);
  let done: u32 = 0;
  while (!done) done = workshopStep();
  return done;
}

/** The block of the window's page, in the window. Counts its steps. */
let steps: u32 = 0;
function encode(bytes: u32, limit: u32): u32 {
  workshopBegin(bytes);
  steps = 0;
  let length: i32 = -1;
  while (length < 0) {
    length = workshopEncode(limit);
    steps += 1;
  }
  return length;
}

describe("a workshop", () => {
  it("trains the same dictionary from the same pages, of whatever length they are", () => {
    for (let length: u32 = PAGE; length; length /= 3) {
      const bytes = trained(9, length);
      expect(dictionaryValid(WINDOW_PTR, bytes)).toBeTruthy();
      memory.copy(KEPT, WINDOW_PTR, bytes);
      expect(trained(9, length)).toBe(bytes);
      expect(memory.compare(KEPT, WINDOW_PTR, bytes)).toBe(0);
    }
  });

  it("takes pages into the sample until it is full", () => {
    freshMemory();
    memory.fill(END, 0x77, 4096);
    assert(workshopOpen(PAGE, SAMPLE * PAGE));
    for (let i: u32 = 0; i < SAMPLE - 1; i += 1) expect(workshopSample(PAGE)).toBeTruthy();
    for (let i: u32 = 0; i < 3; i += 1) expect(workshopSample(PAGE / 4 - 7)).toBeTruthy();
    expect(workshopSample(PAGE / 4 + 1)).toBeFalsy();
    expect(workshopSample(PAGE / 4)).toBeTruthy();
    expect(workshopSample(1)).toBeFalsy();
    expect(isAll(END, 4096, 0x77)).toBeTruthy();
    assert(workshopOpen(PAGE, TRAIN_PAGES_MAX * 8));
    for (let i: u32 = 0; i < TRAIN_PAGES_MAX; i += 1) assert(workshopSample(1));
    expect(workshopSample(1)).toBeFalsy();
  });

  it("ends its steps by work: a page that is all searches takes several, an easy one a single one", () => {
    expect(workshopUse(trained(9))).toBeTruthy();
    seed(62);
    fillRandom(WINDOW_PTR, PAGE);
    encode(PAGE, PAGE);
    expect(steps).toBe(PAGE / 512);
    memory.fill(WINDOW_PTR, 7, PAGE);
    encode(PAGE, PAGE);
    expect(steps).toBe(1);
    // A training parses its sample twice.
    freshMemory();
    assert(workshopOpen(PAGE, SAMPLE * PAGE));
    for (let i: u32 = 0; i < SAMPLE; i += 1) {
      fillRandom(WINDOW_PTR, PAGE);
      assert(workshopSample(PAGE));
    }
    workshopTrain(9);
    steps = 0;
    while (!workshopStep()) steps += 1;
    expect(steps >= (2 * SAMPLE * PAGE) / 512).toBeTruthy();
  });

  it("stays within the memory that it says it takes", () => {
    assert(END < ENGINE_END);
    trained(9);
    expect(isAll(END, 4096, 0x77)).toBeTruthy();
    expect(workshopWasmPages(PAGE, 0) < workshopWasmPages(PAGE, 1)).toBeTruthy();
  });

  it("makes blocks that decode to the page, within the limit or not at all", () => {
    const bytes = trained(9);
    memory.copy(KEPT, WINDOW_PTR, bytes);
    denseTables(KEPT, TABLES);
    assert(DENSE_TABLES_BYTES <= <u32>(SCRATCH - TABLES));
    freshMemory();
    assert(workshopOpen(PAGE, 0));
    memory.copy(WINDOW_PTR, KEPT, bytes);
    expect(workshopUse(bytes)).toBeTruthy();
    for (let kind: u32 = 0; kind < 6; kind += 1) {
      for (let length: u32 = 200; length <= PAGE; length += 974) {
        seed(60 + kind);
        fillKind(CONTENT, length, kind);
        memory.copy(WINDOW_PTR, CONTENT, length);
        const stored = encode(length, length);
        if (!stored) continue;
        expect(denseDecode(WINDOW_PTR, stored, KEPT, TABLES, BACK, length, SCRATCH)).toBe(length);
        expect(memory.compare(BACK, CONTENT, length)).toBe(0);
        memory.copy(WINDOW_PTR, CONTENT, length);
        expect(encode(length, stored - 1)).toBe(0);
        memory.copy(WINDOW_PTR, CONTENT, length);
        expect(encode(length, stored)).toBe(stored);
      }
    }
    seed(61);
    fillRandom(WINDOW_PTR, PAGE);
    expect(encode(PAGE, PAGE - PAGE / 8)).toBe(0);
  });

  it("works by nothing that is no dictionary", () => {
    const bytes = trained(9);
    memory.copy(AGAIN, WINDOW_PTR, bytes);
    store<u8>(WINDOW_PTR + 40, load<u8>(WINDOW_PTR + 40) ^ 1);
    expect(workshopUse(bytes)).toBeFalsy();
    memory.copy(WINDOW_PTR, AGAIN, bytes);
    expect(workshopUse(bytes - 1)).toBeFalsy();
    expect(workshopUse(10)).toBeFalsy();
    expect(workshopUse(bytes)).toBeTruthy();
  });
});
