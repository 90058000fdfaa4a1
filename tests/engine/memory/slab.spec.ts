/**
 * slab.spec.ts - places: never two bodies on the same bytes, the fullest slab first, holes counted to the
 * byte.
 *
 * How: random bodies that each fill their place with a byte of their own, checked when they leave; after each
 *      step the
 * slab's own check, and a walk over its slots that adds up. When slabs are squeezed is for engine.spec.ts.
 */

import { SLAB_CONTROL } from "../../../assembly/ground/records";
import { stockBlockBytes, stockBlockOf, stockTake } from "../../../assembly/memory/blocks";
import {
  holeBytes,
  slabCheck,
  slabClose,
  slabCount,
  slabEmptiest,
  slabFree,
  slabFreeSum,
  slabHide,
  slabHoles,
  slabIsEmpty,
  slabLive,
  slabLiveSum,
  slabOpen,
  slabShow,
  slabSparsest,
  slabSqueezed,
  slabTail,
  slabTailSum,
  slabTop,
  slabWalk,
  slotBytes,
  slotFirst,
  slotGive,
  slotMove,
  slotOwner,
  slotSetOwner,
  slotTake,
} from "../../../assembly/memory/slab";
import { BUFFER_PTR, below, freshEngine, isAll, seed } from "../support";

const PLACES: usize = BUFFER_PTR;
const SIZES: usize = BUFFER_PTR + 0x10000;
/** What the tags of these specs hold instead of a record's address: this and the size of the slot. */
const OWNER: u32 = 0x8000;

function take(bytes: u32): usize {
  let place = slotTake(bytes);
  if (!place) {
    slabOpen(stockTake());
    place = slotTake(bytes);
  }
  slotSetOwner(place, OWNER + slotBytes(bytes));
  return place;
}

/**
 * True when slots and holes stand side by side from the header to the top, and add up to what the header
 * says.
 */
function isTiled(slab: usize): bool {
  const top = slabTop(slab);
  let slot = slotFirst(slab);
  let live: u32 = 0;
  let holes: u32 = 0;
  while (slot < top) {
    let bytes: u32 = 0;
    if (slotOwner(slot)) {
      // Slots here say their size in the owner's place: 0x8000 and upwards, a multiple of 4.
      bytes = <u32>slotOwner(slot) - OWNER;
      live += bytes;
    } else {
      bytes = holeBytes(slot);
      holes += bytes;
    }
    if (!bytes) return false;
    slot += bytes;
  }
  const tail = <u32>(slab + stockBlockBytes() - top);
  return slot == top && live == slabLive(slab) && holes == slabHoles(slab) && slabFree(slab) == tail + holes;
}

/** Bytes of slots that the model has in this slab. */
function modelLive(slab: usize, count: u32): u32 {
  let live: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    if (stockBlockOf(<usize>load<u32>(PLACES + i * 4)) == slab) live += slotBytes(load<u32>(SIZES + i * 4));
  }
  return live;
}

describe("slab", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(10);
  });

  it("gives places that do not overlap, and counts as a plain model does", () => {
    let count: u32 = 0;
    for (let step = 0; step < 5000; step++) {
      if (count == 0 || (below(5) < 3 && count < 600)) {
        const bytes = 1 + below(below(4) ? 1500 : 4096);
        const place = take(bytes);
        assert(place % 4 == 0);
        memory.fill(place, <u8>count, bytes);
        store<u32>(PLACES + count * 4, place);
        store<u32>(SIZES + count * 4, bytes);
        count++;
      } else {
        const i = below(count);
        const place = <usize>load<u32>(PLACES + i * 4);
        const bytes = load<u32>(SIZES + i * 4);
        assert(isAll(place, bytes, <u8>i));
        const slab = stockBlockOf(place);
        slotGive(slab, place, bytes);
        // The last body of the model takes the number that is free now, and the bytes that go with it.
        count--;
        store<u32>(PLACES + i * 4, load<u32>(PLACES + count * 4));
        store<u32>(SIZES + i * 4, load<u32>(SIZES + count * 4));
        if (i != count) memory.fill(<usize>load<u32>(PLACES + i * 4), <u8>i, load<u32>(SIZES + i * 4));
        if (slabIsEmpty(slab)) assert(slabHoles(slab) == 0);
      }
      let slabs: u32 = 0;
      for (let slab = slabWalk(0); slab; slab = slabWalk(slab)) {
        assert(slabCheck(slab) && isTiled(slab));
        if (step % 50 == 0) assert(slabLive(slab) == modelLive(slab, count));
        slabs++;
      }
      assert(slabs == slabCount());
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

  it("takes the fullest of many, and asks the one whose tail may just be enough", () => {
    // Four slabs with tails of about 8, 6, 4 and 2 KiB, opened in an order that is none.
    for (let i: u32 = 0; i < 4; i++) {
      const slab = stockTake();
      slabOpen(slab);
      store<u32>(PLACES + i * 4, <u32>slab);
      const tail: u32 = i == 0 ? 4000 : i == 1 ? 8000 : i == 2 ? 2000 : 6000;
      const rest = stockBlockBytes() - 64 - tail;
      // One after the other while all others are full or still unopened: each slab is filled by its own
      // bodies.
      const first = slotTake(rest / 2 - 20);
      const second = slotTake(rest - slotBytes(rest / 2 - 20) - 20);
      assert(stockBlockOf(first) == slab && stockBlockOf(second) == slab);
      slotSetOwner(first, OWNER);
      slotSetOwner(second, OWNER);
    }
    expect(stockBlockOf(slotTake(1800))).toBe(<usize>load<u32>(PLACES + 8));
    expect(stockBlockOf(slotTake(2500))).toBe(<usize>load<u32>(PLACES));
    expect(stockBlockOf(slotTake(4090))).toBe(<usize>load<u32>(PLACES + 12));
    // What the 2,500 left of about 4,000: to the byte, from the bin that is not sure to fit.
    const rest = slabFree(<usize>load<u32>(PLACES));
    const zone = slotBytes(4) - 8;
    expect(stockBlockOf(slotTake(rest - 4 - zone))).toBe(<usize>load<u32>(PLACES));
    expect(slabFree(<usize>load<u32>(PLACES))).toBe(0);
  });

  it("names the slab with most in holes, to within a page", () => {
    // Three full slabs of bodies of 2,000; one, two and then ten of them go.
    let slabs: u32 = 0;
    let count: u32 = 0;
    while (slabs < 4) {
      const before = slabCount();
      store<u32>(PLACES + count * 4, take(2000));
      count++;
      slabs = slabCount();
      if (slabs > before) store<u32>(SIZES + slabs * 4, count - 1);
    }
    for (let number: u32 = 1; number < 4; number++) {
      const first = load<u32>(SIZES + number * 4);
      const slab = stockBlockOf(<usize>load<u32>(PLACES + first * 4));
      const many: u32 = number == 1 ? 3 : number == 2 ? 12 : 6;
      for (let i: u32 = 0; i < many; i++) slotGive(slab, <usize>load<u32>(PLACES + (first + i) * 4), 2000);
      expect(slabHoles(slab)).toBe(many * slotBytes(2000));
      assert(isTiled(slab) && slabCheck(slab));
    }
    const second = stockBlockOf(<usize>load<u32>(PLACES + load<u32>(SIZES + 8) * 4));
    expect(slabSparsest()).toBe(second);
  });

  it("is in one piece after it was squeezed", () => {
    const first = take(700);
    const gone = take(900);
    const second = take(301);
    const third = take(4000);
    const slab = stockBlockOf(first);
    for (let i: u32 = 0; i < 301; i++) store<u8>(second + i, i);
    for (let i: u32 = 0; i < 4000; i++) store<u8>(third + i, 7 * i);
    slotGive(slab, gone, 900);
    const free = slabFree(slab);
    const movedSecond = slotMove(second - 4, gone - 4, 301);
    const movedThird = slotMove(third - 4, movedSecond - 4 + slotBytes(301), 4000);
    slabSqueezed(slab, movedThird - 4 + slotBytes(4000));
    expect(slabHoles(slab)).toBe(0);
    expect(slabFree(slab)).toBe(free);
    expect(slabSparsest()).toBe(0);
    assert(slabCheck(slab) && isTiled(slab));
    for (let i: u32 = 0; i < 301; i++) assert(load<u8>(movedSecond + i) == <u8>i);
    for (let i: u32 = 0; i < 4000; i++) assert(load<u8>(movedThird + i) == <u8>(7 * i));
    // Red zones moved along: nothing traps.
    slotGive(slab, movedSecond, 301);
    slotGive(slab, movedThird, 4000);
    slotGive(slab, first, 700);
    expect(slabIsEmpty(slab)).toBeTruthy();
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

  it("notices a place given up twice, and a slab closed over a body", () => {
    expect(() => {
      const place = take(100);
      take(100);
      slotGive(stockBlockOf(place), place, 100);
      slotGive(stockBlockOf(place), place, 100);
    }).toThrow();
    expect(() => {
      slabClose(stockBlockOf(take(100)));
    }).toThrow();
  });

  it("notices a header, a bin or a bitmap that is wrong", () => {
    const place = take(1000);
    take(1000);
    const slab = stockBlockOf(place);
    slotGive(slab, place, 1000);
    assert(slabCheck(slab));
    // top, live, tail bin, hole bin; then the two bitmaps.
    for (let at: usize = 16; at < 32; at += 4) {
      const right = load<u32>(slab + at);
      store<u32>(slab + at, at == 20 ? right + slotBytes(1000) : at == 28 ? <u32>-1 : right + 0x20000);
      expect(slabCheck(slab)).toBeFalsy();
      store<u32>(slab + at, right);
      assert(slabCheck(slab));
    }
    for (let at: u32 = 0; at < 16; at += 8) {
      const right = load<u64>(SLAB_CONTROL + at);
      store<u64>(SLAB_CONTROL + at, 0);
      expect(slabCheck(slab)).toBeFalsy();
      store<u64>(SLAB_CONTROL + at, right);
      assert(slabCheck(slab));
    }
  });

  it("sums live bytes, tails and free bytes over all slabs, whatever happens to one", () => {
    const room = stockBlockBytes() - 64;
    expect(slabLiveSum()).toBe(0);
    expect(slabFreeSum()).toBe(0);
    expect(slabTailSum()).toBe(0);
    const one = take(1000);
    expect(slabLiveSum()).toBe(slotBytes(1000));
    expect(slabFreeSum()).toBe(room - slotBytes(1000));
    expect(slabTailSum()).toBe(room - slotBytes(1000));
    const two = take(2000);
    const slab = stockBlockOf(one);
    slabOpen(stockTake());
    expect(slabFreeSum()).toBe(2 * room - slotBytes(1000) - slotBytes(2000));
    // A hole is free and no tail.
    slotGive(slab, one, 1000);
    expect(slabLiveSum()).toBe(slotBytes(2000));
    expect(slabFreeSum()).toBe(2 * room - slotBytes(2000));
    expect(slabTailSum()).toBe(2 * room - slotBytes(1000) - slotBytes(2000));
    slotGive(slab, two, 2000);
    expect(slabTailSum()).toBe(2 * room);
    slabClose(slab);
    expect(slabTailSum()).toBe(room);
    expect(slabFreeSum()).toBe(room);
    slabClose(slabWalk(0));
    expect(slabTailSum()).toBe(0);
    expect(slabEmptiest()).toBe(0);
  });

  it("knows the slab with the longest tail, page by page", () => {
    expect(slabEmptiest()).toBe(0);
    // The first slab is filled while the second is empty, so each place of the first lies behind the one
    // before.
    const first = stockTake();
    slabOpen(first);
    take(4096);
    const second = stockTake();
    slabOpen(second);
    for (let i: u32 = 1; i < 15; i++) {
      expect(slabEmptiest()).toBe(second);
      const place = take(4096);
      // The fullest with room: always the first.
      expect(stockBlockOf(place)).toBe(first);
    }
    // Now the second gets fuller than a third.
    while (slabTail(first) >= slotBytes(4096)) take(4096);
    const third = stockTake();
    slabOpen(third);
    slabHide(third);
    for (let i: u32 = 0; i < 3; i++) take(4096);
    slabShow(third, slotFirst(third), 0);
    expect(slabTail(second)).toBe(slabTail(third) - 3 * slotBytes(4096));
    expect(slabEmptiest()).toBe(third);
    expect(slabCheck(third)).toBeTruthy();
  });

  it("gives no place in a slab that is hidden, and counts no tail of it", () => {
    const one = take(1000);
    const two = take(500);
    take(300);
    const slab = stockBlockOf(one);
    slotGive(slab, two, 500);
    const live = slabLiveSum();
    const free = slabFreeSum();
    expect(slabSparsest()).toBe(slab);
    slabHide(slab);
    expect(slabSparsest()).toBe(0);
    expect(slabEmptiest()).toBe(0);
    expect(slabTailSum()).toBe(0);
    expect(slotTake(1)).toBe(0);
    expect(slabWalk(0)).toBe(0);
    // Live and free bytes are those of all slabs, shown or not.
    expect(slabLiveSum()).toBe(live);
    expect(slabFreeSum()).toBe(free);
    // Nothing has left it: as before.
    slabShow(slab, slotFirst(slab), 0);
    expect(slabSparsest()).toBe(slab);
    expect(slabEmptiest()).toBe(slab);
    expect(slabHoles(slab)).toBe(slotBytes(500));
    expect(slabTailSum()).toBe(slabTail(slab));
    expect(slabLiveSum()).toBe(live);
    expect(slabCheck(slab) && isTiled(slab)).toBeTruthy();
  });

  it("has one hole in front where bodies have left, and is empty when all have", () => {
    take(1000);
    const two = take(500);
    const three = take(300);
    const slab = stockBlockOf(two);
    slabHide(slab);
    slabShow(slab, two - 4, slotBytes(1000));
    expect(slabHoles(slab)).toBe(slotBytes(1000));
    expect(holeBytes(slotFirst(slab))).toBe(slotBytes(1000));
    expect(slabLiveSum()).toBe(slotBytes(500) + slotBytes(300));
    expect(slabSparsest()).toBe(slab);
    expect(slabCheck(slab) && isTiled(slab)).toBeTruthy();
    // Then the second, where a hole stands in front already: one hole again.
    slabHide(slab);
    slabShow(slab, three - 4, slotBytes(500));
    expect(holeBytes(slotFirst(slab))).toBe(slotBytes(1000) + slotBytes(500));
    expect(slabCheck(slab) && isTiled(slab)).toBeTruthy();
    slabHide(slab);
    slabShow(slab, slabTop(slab), slotBytes(300));
    expect(slabIsEmpty(slab)).toBeTruthy();
    expect(slabTail(slab)).toBe(stockBlockBytes() - 64);
    expect(slabHoles(slab)).toBe(0);
    expect(slabSparsest()).toBe(0);
    expect(slabLiveSum()).toBe(0);
    expect(slabCheck(slab)).toBeTruthy();
    slabClose(slab);
    expect(slabCount()).toBe(0);
  });

  it("notices a tail that is counted wrong", () => {
    const slab = stockBlockOf(take(1000));
    store<u32>(slab + 32, load<u32>(slab + 32) - 4);
    expect(slabCheck(slab)).toBeFalsy();
    store<u32>(slab + 32, load<u32>(slab + 32) + 4);
    expect(slabCheck(slab)).toBeTruthy();
  });
});
