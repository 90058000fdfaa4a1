/**
 * blocks.spec.ts - blocks up to a limit, given back and taken again, never two at one place; memory that
 * grows for them.
 *
 * How: the specs' memory reaches above every limit but those of the last group, which hands out what lies
 *      behind it.
 */
import { WASM_PAGE_BYTES } from "../../../assembly/ground/layout";
import { CONTROL_REFUSE_GROWTH } from "../../../assembly/ground/records";
import {
  blockBytesFor,
  stockBlockBytes,
  stockBlockOf,
  stockCheck,
  stockFixedBytes,
  stockFreeBytes,
  stockGive,
  stockHandedCount,
  stockInit,
  stockReach,
  stockSetLimit,
  stockTake,
  stockTrim,
} from "../../../assembly/memory/blocks";
import { BUFFER_PTR, below, freshMemory, seed } from "../support";

const FIRST: usize = 0x20000;
const LIMIT: u32 = 64;
/** maximumMemory of as-pect.asconfig.json. */
const HOST_WASM_PAGES: u32 = 4096;
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

  it("knows the block of any word, at any size of page, up to 4 GiB", () => {
    for (let pageBytes: u32 = 4096; pageBytes <= 65536; pageBytes <<= 1) {
      freshMemory(8 << 20);
      stockInit(FIRST, pageBytes, LIMIT);
      const bytes = blockBytesFor(pageBytes);
      for (let block: u64 = FIRST; block + bytes <= 0xffff_0000; block += bytes) {
        const at = <usize>block;
        assert(stockBlockOf(at) == at && stockBlockOf(at + 4) == at);
        assert(stockBlockOf(at + bytes - 4) == at && stockBlockOf(at + bytes - 2) == at);
      }
    }
  });

  it("ends at the limit and not a byte later", () => {
    const room: u32 = (LIMIT * WASM_PAGE_BYTES - <u32>FIRST) / stockBlockBytes();
    for (let i: u32 = 0; i < room; i++) expect(stockTake()).toBeGreaterThan(0);
    expect(stockTake()).toBe(0);
    expect(stockTake()).toBe(0);
    expect(stockHandedCount()).toBe(room);
  });

  it("uses a limit that its last block fills to the byte", () => {
    // Nine blocks that end with the limit, then one byte less.
    const end: usize = LIMIT * WASM_PAGE_BYTES;
    for (let less: u32 = 0; less < 2; less++) {
      freshMemory(8 << 20);
      stockInit(end - 9 * blockBytesFor(4096) + less, 4096, LIMIT);
      for (let i: u32 = less; i < 9; i++) assert(stockTake() != 0);
      expect(stockTake()).toBe(0);
    }
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

  it("trims free blocks off its end, and only those", () => {
    expect(stockTrim()).toBe(FIRST);
    for (let i: u32 = 0; i < 20; i++) store<u32>(TAKEN + i * 4, stockTake());
    const end = FIRST + 20 * stockBlockBytes();
    expect(stockTrim()).toBe(end);
    // In an order that is not theirs: 3, 17, 19, 16, 18. The last four are at the end.
    for (let i: u32 = 0; i < 5; i++) {
      const which = i == 0 ? 3 : i == 1 ? 17 : i == 2 ? 19 : i == 3 ? 16 : 18;
      const block = <usize>load<u32>(TAKEN + which * 4);
      memory.fill(block, 0xee, stockBlockBytes());
      stockGive(block);
    }
    expect(stockTrim()).toBe(end - 4 * stockBlockBytes());
    expect(stockCheck()).toBeTruthy();
    expect(stockHandedCount()).toBe(15);
    // First what is left of those that came back, then what was trimmed, whose marks are gone.
    expect(stockTake()).toBe(<usize>load<u32>(TAKEN + 12));
    expect(stockTake()).toBe(end - 4 * stockBlockBytes());
    expect(stockTrim()).toBe(end - 3 * stockBlockBytes());
    expect(stockHandedCount()).toBe(17);
  });

  it("knows how many bytes could still be handed out", () => {
    const room: u32 = (LIMIT * WASM_PAGE_BYTES - <u32>FIRST) / stockBlockBytes();
    expect(stockFreeBytes()).toBe(room * stockBlockBytes());
    for (let i: u32 = 0; i < 10; i++) store<u32>(TAKEN + i * 4, stockTake());
    expect(stockFreeBytes()).toBe((room - 10) * stockBlockBytes());
    for (let i: u32 = 0; i < 3; i++) stockGive(<usize>load<u32>(TAKEN + i * 4));
    expect(stockFreeBytes()).toBe((room - 7) * stockBlockBytes());
    while (stockTake()) {}
    expect(stockFreeBytes()).toBe(0);
    stockGive(<usize>load<u32>(TAKEN));
    expect(stockFreeBytes()).toBe(stockBlockBytes());
  });

  it("grows no further once its limit is lowered, and hands out what comes back", () => {
    for (let i: u32 = 0; i < 20; i++) store<u32>(TAKEN + i * 4, stockTake());
    // Half of what is handed out lies above this limit: all of it stays.
    stockSetLimit(<u32>((FIRST + 10 * stockBlockBytes()) / WASM_PAGE_BYTES));
    expect(stockTake()).toBe(0);
    expect(stockFreeBytes()).toBe(0);
    expect(stockHandedCount()).toBe(20);
    expect(stockCheck()).toBeTruthy();
    stockGive(<usize>load<u32>(TAKEN + 19 * 4));
    stockGive(<usize>load<u32>(TAKEN));
    expect(stockFreeBytes()).toBe(2 * stockBlockBytes());
    expect(stockTake()).toBe(FIRST);
    expect(stockTake()).toBe(FIRST + 19 * stockBlockBytes());
    expect(stockTake()).toBe(0);
    // A limit that ends within the next block is not enough for it; one that ends with it or behind it is.
    const end = FIRST + 21 * stockBlockBytes();
    stockSetLimit(<u32>(end / WASM_PAGE_BYTES));
    expect(stockFreeBytes()).toBe(0);
    expect(stockTake()).toBe(0);
    stockSetLimit(<u32>(end / WASM_PAGE_BYTES) + 1);
    expect(stockFreeBytes()).toBe(stockBlockBytes());
    expect(stockTake()).toBe(FIRST + 20 * stockBlockBytes());
    expect(stockTake()).toBe(0);
    expect(stockHandedCount()).toBe(21);
  });

  it("notices a free block that is none", () => {
    const block = stockTake();
    stockGive(block);
    expect(stockCheck()).toBeTruthy();
    store<u32>(block, <u32>block + 4);
    expect(stockCheck()).toBeFalsy();
  });
});

describe("memory", () => {
  beforeEach(() => {
    freshMemory(8 << 20);
  });

  it("grows ahead of its use, by 16 MiB at most, and up to the limit", () => {
    const have = <u32>memory.size();
    const limit = have + 300;
    // Blocks of a little more than 16 wasm pages, from the end of memory on.
    stockInit((<usize>have) << 16, 65536, limit);
    const room: u32 = (300 * WASM_PAGE_BYTES) / stockBlockBytes();
    for (let i: u32 = 0; i < room; i++) {
      const block = stockTake();
      expect(block).toBe(((<usize>have) << 16) + i * stockBlockBytes());
      const end = block + stockBlockBytes();
      expect(<u32>memory.size()).toBe(end <= (<usize>(have + 256)) << 16 ? have + 256 : limit);
      // It is there to its last byte.
      store<u8>(end - 1, 1);
    }
    expect(stockTake()).toBe(0);
    expect(<u32>memory.size()).toBe(limit);
    expect(stockCheck()).toBeTruthy();
  });

  it("plays a host that refuses growth, and hands out each block later that it refused", () => {
    const have = <u32>memory.size();
    stockInit((<usize>have) << 16, 65536, have + 100);
    // The first draw of this seed is a refusal.
    store<u32>(CONTROL_REFUSE_GROWTH, 1000);
    let refused: u32 = 0;
    let taken: u32 = 0;
    for (let i: u32 = 0; i < 60 && taken < 6; i++) {
      const size = <u32>memory.size();
      const block = stockTake();
      if (block) expect(block).toBe(((<usize>have) << 16) + taken * stockBlockBytes());
      // A refusal leaves memory and count as they were.
      else expect(<u32>memory.size()).toBe(size);
      if (block) taken++;
      else refused++;
      expect(stockHandedCount()).toBe(taken);
      expect(stockCheck()).toBeTruthy();
    }
    expect(taken).toBe(6);
    expect(refused).toBeGreaterThan(0);
    store<u32>(CONTROL_REFUSE_GROWTH, 0);
    expect(<u32>memory.size()).toBe(have + 100);
  });

  it("does not reach past its limit, and does not grow for nothing", () => {
    const have = <u32>memory.size();
    stockInit((<usize>have) << 16, 4096, have + 10);
    expect(stockReach(((<usize>have + 10) << 16) | 1)).toBeFalsy();
    expect(stockReach((<usize>have) << 16)).toBeTruthy();
    expect(<u32>memory.size()).toBe(have);
  });

  it("grows to the last block when the host has less than an eighth, and refuses when it has none", () => {
    const have = <u32>memory.size();
    stockInit((<usize>have) << 16, 4096, 65535);
    let taken: u32 = 0;
    while (stockTake()) taken++;
    // The most that this build's memory may have: maximumMemory in as-pect.asconfig.json.
    expect(<u32>memory.size()).toBe(HOST_WASM_PAGES);
    expect(taken).toBe(((HOST_WASM_PAGES - have) * WASM_PAGE_BYTES) / stockBlockBytes());
    expect(stockHandedCount()).toBe(taken);
    expect(stockCheck()).toBeTruthy();
    // A refusal changes nothing: what comes back is handed out again.
    stockGive((<usize>have) << 16);
    expect(stockTake()).toBe((<usize>have) << 16);
    expect(stockTake()).toBe(0);
  });

  it("ends below 4 GiB, also in the arithmetic", () => {
    stockInit(0x20000, 4096, 65535);
    expect(stockReach(<usize>0xffff0000)).toBeFalsy();
    expect(stockReach(<usize>0xffffffff)).toBeFalsy();
    expect(stockReach((<usize>memory.size()) << 16)).toBeTruthy();
    stockInit(<usize>0xfffe0000, 4096, 65535);
    expect(stockTake()).toBe(0);
  });
});
