/**
 * workshop.spec.ts - in a memory of its own a dictionary is trained step by step, the same as at once, and blocks made by it decode
 * to their pages.
 */
import { DENSE_TABLES_BYTES, denseDecode, denseTables } from "../../assembly/codec/dense_decode";
import { dictionaryValid } from "../../assembly/codec/dictionary";
import { WASM_PAGE_BYTES, WINDOW_PTR } from "../../assembly/layout";
import {
  workshopEncode,
  workshopOpen,
  workshopSample,
  workshopStep,
  workshopTrain,
  workshopUse,
  workshopWasmPages,
} from "../../assembly/workshop";
import { BUFFER_PTR, ENGINE_END, fillKind, fillRandom, freshMemory, isAll, seed } from "./support";

const PAGE: u32 = 4096;
const SAMPLE: u32 = 64;
const KEPT: usize = BUFFER_PTR;
const AGAIN: usize = BUFFER_PTR + 0x20000;
const TABLES: usize = BUFFER_PTR + 0x40000;
const SCRATCH: usize = BUFFER_PTR + 0x50000;
const BACK: usize = BUFFER_PTR + 0x80000;
const CONTENT: usize = BUFFER_PTR + 0xa0000;

/** Where its memory ends. */
const END: usize = <usize>workshopWasmPages(PAGE, SAMPLE) * WASM_PAGE_BYTES;

function trained(version: u32, steps: u32): u32 {
  freshMemory();
  memory.fill(END, 0x77, 4096);
  assert(workshopOpen(PAGE, SAMPLE));
  seed(52);
  for (let i: u32 = 0; i < SAMPLE; i += 1) {
    fillKind(WINDOW_PTR, PAGE, i % 6);
    workshopSample(i);
  }
  workshopTrain(version, SAMPLE);
  let bytes: u32 = 0;
  while (!bytes) bytes = workshopStep(steps);
  return bytes;
}

describe("a workshop", () => {
  it("trains the same dictionary however often it stops", () => {
    const bytes = trained(9, 1);
    expect(dictionaryValid(WINDOW_PTR, bytes)).toBeTruthy();
    memory.copy(KEPT, WINDOW_PTR, bytes);
    expect(trained(9, 1000)).toBe(bytes);
    expect(memory.compare(KEPT, WINDOW_PTR, bytes)).toBe(0);
  });

  it("stays within the memory that it says it takes", () => {
    assert(END < ENGINE_END);
    trained(9, 100);
    expect(isAll(END, 4096, 0x77)).toBeTruthy();
    expect(workshopWasmPages(PAGE, 0) < workshopWasmPages(PAGE, 1)).toBeTruthy();
  });

  it("makes blocks that decode to the page, within the limit or not at all", () => {
    const bytes = trained(9, 100);
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
        const stored = workshopEncode(length, length);
        if (!stored) continue;
        expect(denseDecode(WINDOW_PTR, stored, KEPT, TABLES, BACK, length, SCRATCH)).toBe(length);
        expect(memory.compare(BACK, CONTENT, length)).toBe(0);
        memory.copy(WINDOW_PTR, CONTENT, length);
        expect(workshopEncode(length, stored - 1)).toBe(0);
        memory.copy(WINDOW_PTR, CONTENT, length);
        expect(workshopEncode(length, stored)).toBe(stored);
      }
    }
    seed(61);
    fillRandom(WINDOW_PTR, PAGE);
    expect(workshopEncode(PAGE, PAGE - PAGE / 8)).toBe(0);
  });

  it("works by nothing that is no dictionary", () => {
    const bytes = trained(9, 100);
    memory.copy(AGAIN, WINDOW_PTR, bytes);
    store<u8>(WINDOW_PTR + 40, load<u8>(WINDOW_PTR + 40) ^ 1);
    expect(workshopUse(bytes)).toBeFalsy();
    memory.copy(WINDOW_PTR, AGAIN, bytes);
    expect(workshopUse(bytes - 1)).toBeFalsy();
    expect(workshopUse(10)).toBeFalsy();
    expect(workshopUse(bytes)).toBeTruthy();
  });
});
