/**
 * compaction.spec.ts - bodies that move keep their bytes, records and tags; emptied slabs go back; steps of
 * compaction end.
 *
 * How: raw bodies of chosen lengths are stored through the engine, so that slabs look as a test wants them.
 * After each move come the self check and every page.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import { compactStep, evacuate, squeeze } from "../../../assembly/engine/compaction";
import { invalidatePage, loadPage, storePage } from "../../../assembly/engine/engine";
import { setFlags, wipe } from "../../../assembly/engine/settings";
import {
  FLAG_VERIFY,
  FLAG_ZEROIZE,
  STAT_SQUEEZED_BYTES,
  STAT_SQUEEZES,
  Status,
} from "../../../assembly/ground/layout";
import { statGet } from "../../../assembly/ground/stats";
import { stockBlockBytes, stockBlockOf, stockHandedCount } from "../../../assembly/memory/blocks";
import {
  slabCount,
  slabEmptiest,
  slabFree,
  slabFreeSum,
  slabHoles,
  slabLive,
  slabLiveSum,
  slabSparsest,
  slabTail,
  slabTailSum,
  slabWalk,
  slotBytes,
} from "../../../assembly/memory/slab";
import { areaOpen } from "../../../assembly/owners/areas";
import { bodyPlace } from "../../../assembly/owners/bodies";
import { directoryFind, entryBody } from "../../../assembly/owners/directory";
import { BUFFER_PTR, below, fillRandom, freshEngine, isAll, PAGE, seed } from "../support";

const COPY: usize = BUFFER_PTR;
let area: usize = 0;

function write(at: usize, offset: u32, bytes: u32): void {
  seed(offset * 77 + 5);
  fillRandom(at, bytes);
}

/** Stores `bytes` random bytes that belong to `offset`; they are kept raw. */
function put(offset: u32, bytes: u32): void {
  write(PAGE, offset, bytes);
  assert(storePage(area, offset, PAGE, bytes) == Status.STORED);
}

function isThere(offset: u32, bytes: u32): bool {
  memory.fill(PAGE, 0xee, 4096);
  if (loadPage(area, offset, PAGE, 4096, false) != bytes) return false;
  write(COPY, offset, bytes);
  return memory.compare(PAGE, COPY, bytes) == 0;
}

function slabOf(offset: u32): usize {
  return stockBlockOf(bodyPlace(entryBody(directoryFind(area, offset))));
}

/** Slot bytes in which 65,600 bytes of slab hold `count` bodies to the byte, or nearly. */
function bodyBytes(count: u32): u32 {
  return 65600 / count - (slotBytes(16) - 16);
}

/** Drops, of sixty pages in three slabs, four of the first two each and all but six of the third. */
function isGone(i: u32): bool {
  return i < 40 ? i % 20 >= 16 : i % 3 != 0;
}

describe("mover", () => {
  beforeEach(() => {
    freshEngine(FLAG_VERIFY, 64);
    area = areaOpen(1);
  });

  it("squeezes a slab: bodies side by side, in their order, and one tail", () => {
    const bytes = bodyBytes(20);
    for (let i: u32 = 0; i < 20; i++) put(i, bytes);
    expect(slabCount()).toBe(1);
    for (let i: u32 = 0; i < 20; i += 3) invalidatePage(area, i);
    const slab = slabSparsest();
    expect(slab).toBe(slabOf(1));
    const free = slabFree(slab);
    const holes = slabHoles(slab);
    expect(holes).toBe(7 * slotBytes(bytes));
    // The first is gone, so all others move.
    expect(squeeze(slab)).toBe(13 * bytes);
    expect(slabHoles(slab)).toBe(0);
    expect(slabTail(slab)).toBe(free);
    expect(slabSparsest()).toBe(0);
    expect(selfCheck()).toBe(0);
    expect(statGet(STAT_SQUEEZES)).toBe(1);
    expect(statGet(STAT_SQUEEZED_BYTES)).toBe(13 * bytes);
    let last: usize = 0;
    for (let i: u32 = 0; i < 20; i++) {
      if (i % 3 == 0) continue;
      assert(isThere(i, bytes));
      const place = bodyPlace(entryBody(directoryFind(area, i)));
      assert(place > last);
      last = place;
    }
    // Bodies that stand right are not moved.
    expect(squeeze(slab)).toBe(0);
  });

  it("empties a slab into the tails of others, and its block goes back", () => {
    const bytes = bodyBytes(20);
    for (let i: u32 = 0; i < 60; i++) put(i, bytes);
    expect(slabCount()).toBe(3);
    // The first two lose four each; the third keeps six, in no order.
    for (let i: u32 = 0; i < 60; i++) if (isGone(i)) invalidatePage(area, i);
    const victim = slabOf(42);
    expect(slabLive(victim)).toBe(6 * slotBytes(bytes));
    const handed = stockHandedCount();
    const sum = slabLiveSum();
    squeeze(slabOf(0));
    squeeze(slabOf(20));
    expect(slabTailSum() - slabTail(victim)).toBeGreaterThan(6 * slotBytes(bytes));
    expect(evacuate(victim)).toBe(6 * bytes);
    expect(slabCount()).toBe(2);
    expect(stockHandedCount()).toBe(handed - 1);
    expect(slabLiveSum()).toBe(sum);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < 60; i++) assert(isGone(i) || isThere(i, bytes));
  });

  it("stops where a body fits nowhere; the slab is as it should be, with a hole in front", () => {
    const bytes = bodyBytes(20);
    for (let i: u32 = 0; i < 40; i++) put(i, bytes);
    invalidatePage(area, 19);
    const victim = slabOf(20);
    expect(evacuate(victim)).toBe(bytes);
    expect(slabCount()).toBe(2);
    expect(slabHoles(victim)).toBe(slotBytes(bytes));
    expect(slabSparsest()).toBe(victim);
    expect(selfCheck()).toBe(0);
    expect(slabOf(20)).toBe(slabOf(0));
    // And where nothing fits at all, nothing has happened.
    expect(evacuate(slabOf(0))).toBe(0);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < 40; i++) assert(i == 19 || isThere(i, bytes));
  });

  it("compacts step by step to as few slabs as there must be, and then stops", () => {
    seed(1);
    const lengths = new StaticArray<u32>(900);
    for (let i: u32 = 0; i < 900; i++) lengths[i] = 200 + below(3000);
    for (let i: u32 = 0; i < 900; i++) put(i, lengths[i]);
    for (let i: u32 = 0; i < 900; i++) if (i % 4) invalidatePage(area, i);
    const before = slabCount();
    let steps: u32 = 0;
    while (compactStep()) {
      steps++;
      assert(selfCheck() == 0);
      assert(steps < 3 * before);
    }
    // What is live needs so many; one more may be partly filled.
    const least = (slabLiveSum() + stockBlockBytes() - 65) / (stockBlockBytes() - 64);
    expect(slabCount()).toBeLessThan(least + 2);
    expect(slabFreeSum()).toBeLessThan(stockBlockBytes() + slabCount() * 1000);
    for (let i: u32 = 0; i < 900; i += 4) assert(isThere(i, lengths[i]));
  });

  it("has nothing to do where there is nothing, or one slab, or only full ones", () => {
    expect(compactStep()).toBeFalsy();
    expect(slabEmptiest()).toBe(0);
    put(1, 500);
    expect(compactStep()).toBeFalsy();
    for (let i: u32 = 2; i < 80; i++) put(i, 4096);
    while (compactStep()) {}
    const moved = statGet(STAT_SQUEEZED_BYTES);
    expect(compactStep()).toBeFalsy();
    expect(statGet(STAT_SQUEEZED_BYTES)).toBe(moved);
  });

  it("counts tails and live bytes as the slabs themselves do", () => {
    seed(5);
    for (let step: u32 = 0; step < 2000; step++) {
      const state = below(1 << 30);
      const offset = below(300);
      if (below(3)) put(offset, 1 + (state % 4096));
      else invalidatePage(area, offset);
      seed(state);
      if (step % 7 == 0) compactStep();
      let tails: u32 = 0;
      let live: u32 = 0;
      let free: u32 = 0;
      let longest: u32 = 0;
      for (let slab = slabWalk(0); slab; slab = slabWalk(slab)) {
        tails += slabTail(slab);
        live += slabLive(slab);
        free += slabFree(slab);
        longest = max(longest, slabTail(slab));
      }
      assert(tails == slabTailSum() && live == slabLiveSum() && free == slabFreeSum());
      assert(slabCount() == 0 || slabTail(slabEmptiest()) + 4096 >= longest);
    }
    expect(selfCheck()).toBe(0);
  });

  it("wipes what bodies have left, if asked, and only then", () => {
    const bytes = bodyBytes(20);
    for (let i: u32 = 0; i < 40; i++) put(i, bytes);
    memory.fill(COPY, 7, 100);
    wipe(COPY, 100);
    expect(isAll(COPY, 100, 7)).toBeTruthy();
    setFlags(FLAG_VERIFY | FLAG_ZEROIZE);
    wipe(COPY, 99);
    expect(isAll(COPY, 99, 0)).toBeTruthy();
    expect(load<u8>(COPY + 99)).toBe(7);
    for (let i: u32 = 1; i < 4; i++) invalidatePage(area, i);
    const slab = slabOf(0);
    squeeze(slab);
    const tail = slabTail(slab);
    expect(isAll(slab + stockBlockBytes() - tail, tail, 0)).toBeTruthy();
    const victim = slabOf(20);
    evacuate(victim);
    const left = slabHoles(victim);
    expect(left).toBe(3 * slotBytes(bytes));
    // Behind the tag of the hole.
    expect(isAll(victim + 64 + 4, left - 4, 0)).toBeTruthy();
    for (let i: u32 = 20; i < 40; i++) assert(isThere(i, bytes));
    expect(selfCheck()).toBe(0);
  });
});
