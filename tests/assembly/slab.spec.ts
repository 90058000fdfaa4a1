/**
 * slab.spec.ts - places: never two bodies on the same bytes, the fullest slab first, holes counted to the byte.
 *
 * How: random bodies that each fill their place with a byte of their own, checked when they leave; the slab's own check
 * after each step. Squeezing, which needs body records, is in engine.spec.ts.
 */
import {
  slabCheck,
  slabClose,
  slabCount,
  slabFree,
  slabHoles,
  slabIsEmpty,
  slabOpen,
  slabSparsest,
  slabWalk,
  slotBytes,
  slotGive,
  slotSetOwner,
  slotTake,
} from "../../assembly/slab";
import { stockBlockBytes, stockBlockOf, stockTake } from "../../assembly/stock";
import { BUFFER_PTR, below, freshEngine, isAll, seed } from "./support";

const PLACES: usize = BUFFER_PTR;
const SIZES: usize = BUFFER_PTR + 0x10000;

function take(bytes: u32): usize {
  let place = slotTake(bytes);
  if (!place) {
    slabOpen(stockTake());
    place = slotTake(bytes);
  }
  slotSetOwner(place, 0x8000);
  return place;
}

describe("slab", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(10);
  });

  it("gives places that do not overlap, and counts holes to the byte", () => {
    let count: u32 = 0;
    for (let step = 0; step < 5000; step++) {
      if (count == 0 || (below(5) < 3 && count < 600)) {
        const bytes = 1 + below(below(4) ? 1500 : 4096);
        const place = take(bytes);
        memory.fill(place, <u8>count, bytes);
        store<u32>(PLACES + count * 4, place);
        store<u32>(SIZES + count * 4, bytes);
        count++;
      } else {
        // The last one goes, and the one before a random one takes over its number by being filled anew.
        const i = below(count);
        const place = <usize>load<u32>(PLACES + i * 4);
        const bytes = load<u32>(SIZES + i * 4);
        assert(isAll(place, bytes, <u8>i));
        const slab = stockBlockOf(place);
        slotGive(slab, place, bytes);
        count--;
        store<u32>(PLACES + i * 4, load<u32>(PLACES + count * 4));
        store<u32>(SIZES + i * 4, load<u32>(SIZES + count * 4));
        if (i != count) memory.fill(<usize>load<u32>(PLACES + i * 4), <u8>i, load<u32>(SIZES + i * 4));
        if (slabIsEmpty(slab)) assert(slabHoles(slab) == 0);
      }
      for (let slab = slabWalk(0); slab; slab = slabWalk(slab)) assert(slabCheck(slab));
    }
    expect(slabCount()).toBeGreaterThan(2);
  });

  it("takes the fullest slab that has room", () => {
    const first = take(3000);
    // Sixteen more of 4,096 do not all fit beside it: a second slab opens.
    for (let i = 0; i < 16; i++) take(4000);
    expect(slabCount()).toBe(2);
    const tail = slabFree(stockBlockOf(first));
    const small = take(100);
    expect(stockBlockOf(small)).toBe(stockBlockOf(first));
    expect(slabFree(stockBlockOf(first))).toBe(tail - slotBytes(100));
  });

  it("holds sixteen raw pages to the byte, but for the red zones", () => {
    const zones = slotBytes(4096) - 4100;
    const places = stockBlockBytes() / (4100 + zones);
    slabOpen(stockTake());
    for (let i: u32 = 0; i < places; i++) expect(slotTake(4096)).toBeGreaterThan(0);
    expect(slotTake(4096)).toBe(0);
  });

  it("lowers the top when the last body goes, and counts a hole when another does", () => {
    const one = take(1000);
    const two = take(500);
    const three = take(200);
    const slab = stockBlockOf(one);
    const free = slabFree(slab);
    slotGive(slab, two, 500);
    expect(slabHoles(slab)).toBe(slotBytes(500));
    expect(slabSparsest()).toBe(slab);
    slotGive(slab, three, 200);
    expect(slabHoles(slab)).toBe(slotBytes(500));
    expect(slabFree(slab)).toBe(free + slotBytes(500) + slotBytes(200));
    slotGive(slab, one, 1000);
    expect(slabHoles(slab)).toBe(0);
    expect(slabIsEmpty(slab)).toBeTruthy();
    expect(slabSparsest()).toBe(0);
    slabClose(slab);
    expect(slabCount()).toBe(0);
    expect(slabWalk(0)).toBe(0);
  });

  it("notices a body that wrote past its end", () => {
    expect(() => {
      const place = take(100);
      store<u8>(place + 100, 1);
      slotGive(stockBlockOf(place), place, 100);
    }).toThrow();
  });
});
