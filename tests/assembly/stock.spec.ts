/**
 * stock.spec.ts - blocks up to a limit, given back and taken again, never two at one place.
 */
import { WASM_PAGE_BYTES } from "../../assembly/layout";
import {
  blockBytesFor,
  stockBlockBytes,
  stockBlockOf,
  stockCheck,
  stockFixedBytes,
  stockGive,
  stockHandedCount,
  stockInit,
  stockTake,
} from "../../assembly/stock";
import { BUFFER_PTR, below, freshMemory, seed } from "./support";

const FIRST: usize = 0x20000;
/** The memory of the specs is larger than any limit here, so no call of this file grows it. */
const LIMIT: u32 = 64;
/** Addresses of the blocks taken. */
const TAKEN: usize = BUFFER_PTR;

describe("stock", () => {
  beforeEach(() => {
    freshMemory(8 << 20);
    stockInit(FIRST, 4096, LIMIT);
    seed(6);
  });

  it("cuts blocks of sixteen raw pages, one behind the other", () => {
    expect(blockBytesFor(4096)).toBe(64 + 16 * 4100);
    expect(blockBytesFor(65536)).toBe(64 + 16 * 65540);
    expect(stockBlockBytes()).toBe(blockBytesFor(4096));
    expect(stockFixedBytes()).toBe(<u32>FIRST);
    expect(stockTake()).toBe(FIRST);
    expect(stockTake()).toBe(FIRST + stockBlockBytes());
    expect(stockHandedCount()).toBe(2);
    expect(stockBlockOf(FIRST + stockBlockBytes() + 5)).toBe(FIRST + stockBlockBytes());
    expect(stockBlockOf(FIRST + stockBlockBytes() - 1)).toBe(FIRST);
  });

  it("ends at the limit and not a byte later", () => {
    const room = (LIMIT * WASM_PAGE_BYTES - <u32>FIRST) / stockBlockBytes();
    for (let i: u32 = 0; i < room; i++) expect(stockTake()).toBeGreaterThan(0);
    expect(stockTake()).toBe(0);
    expect(stockTake()).toBe(0);
    expect(stockHandedCount()).toBe(room);
  });

  it("takes back and hands out again, in any order", () => {
    let count: u32 = 0;
    for (let step = 0; step < 3000; step++) {
      if (count == 0 || (below(2) && count < 50)) {
        const block = stockTake();
        for (let i: u32 = 0; i < count; i++) assert(<usize>load<u32>(TAKEN + i * 4) != block);
        store<u32>(TAKEN + count * 4, block);
        count++;
      } else {
        const i = below(count);
        stockGive(<usize>load<u32>(TAKEN + i * 4));
        count--;
        store<u32>(TAKEN + i * 4, load<u32>(TAKEN + count * 4));
      }
      assert(stockHandedCount() == count);
      assert(stockCheck());
    }
    expect(stockCheck()).toBeTruthy();
  });

  it("notices a free block that is none", () => {
    const block = stockTake();
    stockGive(block);
    expect(stockCheck()).toBeTruthy();
    store<u32>(block, <u32>block + 4);
    expect(stockCheck()).toBeFalsy();
  });
});
