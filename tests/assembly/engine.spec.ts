/**
 * engine.spec.ts - the journey of a page from inside: what each outcome leaves behind, squeezing, damage, a full arena.
 *
 * How: pages in the window, as the border puts them; after each step the self check, which recounts everything.
 */
import { areaIsOpen, areaOpen, areaPages } from "../../assembly/areas";
import { selfCheck } from "../../assembly/audit";
import { bodyCodec, bodyPlace, bodyRefs, bodyStored } from "../../assembly/bodies";
import { directoryFind, entryBody } from "../../assembly/directory";
import {
  adoptPage,
  engineInit,
  engineIsFull,
  engineSetFlags,
  engineSetLimits,
  engineSetNursery,
  findPage,
  invalidateArea,
  invalidatePage,
  liveBytes,
  loadPage,
  pageLength,
  releasePage,
  settleSome,
  statsRefresh,
  storePage,
  supersedePage,
} from "../../assembly/engine";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_REFUSE_POOR,
  FLAG_VERIFY,
  FLAG_ZEROIZE,
  STAT_BODIES,
  STAT_COLLISIONS,
  STAT_COMPRESSED_BYTES,
  STAT_DAMAGED,
  STAT_DUPLICATE_PAGES,
  STAT_FILL_PAGES,
  STAT_INVALIDATED,
  STAT_LIVE_BYTES,
  STAT_LOADS,
  STAT_METADATA_BYTES,
  STAT_MISSES,
  STAT_MOVED_IN,
  STAT_MOVED_OUT,
  STAT_OVERWRITTEN,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
  STAT_REFUSED_FULL,
  STAT_RESERVED_BYTES,
  STAT_SLAB_BYTES,
  STAT_SMALL,
  STAT_SQUEEZED_BYTES,
  STAT_SQUEEZES,
  STAT_STORED_PAGES,
  STAT_TAKEN,
  STAT_USED_BYTES,
  STAT_YOUNG_PAGES,
  Status,
  WASM_PAGE_BYTES,
  WINDOW_BYTES,
  WINDOW_PTR,
  WINDOW_TABLE_AT,
} from "../../assembly/layout";
import { compactStep } from "../../assembly/mover";
import { CONTROL_FULL, CONTROL_PAGE_BYTES, Codec } from "../../assembly/records";
import { slabCount, slabFreeSum } from "../../assembly/slab";
import { statGet } from "../../assembly/stats";
import {
  blockBytesFor,
  stockBlockBytes,
  stockBlockOf,
  stockFixedBytes,
  stockFreeBytes,
  stockHandedCount,
} from "../../assembly/stock";
import {
  BUFFER_PTR,
  below,
  fillHeapLike,
  fillKind,
  fillRandom,
  freshEngine,
  freshMemory,
  isAll,
  PAGE,
  random,
  seed,
} from "./support";

const ALL: u32 = FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY;
const COPY: usize = BUFFER_PTR;
/** What a test of many steps expects: a word for each key, the seed of the page there, or 0. */
const MODEL: usize = BUFFER_PTR + 0x20000;
/** The engine's whole memory before something that must not change it. */
const BEFORE: usize = BUFFER_PTR + 0x100000;

function bodyOf(area: usize, offset: u32): usize {
  return entryBody(directoryFind(area, offset));
}

/** Stores what stands in the window. */
function keep(area: usize, offset: u32, bytes: u32 = 4096): Status {
  const status = storePage(area, offset, PAGE, bytes);
  assert(selfCheck() == 0);
  return status;
}

/** Loads over a dirty window and compares with COPY. */
function comesBack(area: usize, offset: u32, bytes: u32 = 4096): bool {
  memory.fill(PAGE, 0xee, 4096);
  return loadPage(area, offset, PAGE, 4096, false) == bytes && memory.compare(PAGE, COPY, bytes) == 0;
}

function placeOf(area: usize, offset: u32): usize {
  return bodyPlace(bodyOf(area, offset));
}

/** Length of the page that `content` stands for: mostly full. */
function lengthOf(content: u32): u32 {
  return content % 8 ? 4096 : 1 + ((content * 2654435761) >> 20);
}

/** Puts the page that `content` stands for at `at`: its length, and bytes of some kind. */
function writeSeeded(at: usize, content: u32): u32 {
  seed(content * 31 + 1000);
  fillKind(at, lengthOf(content), below(8) ? 2 + below(4) : below(2));
  return lengthOf(content);
}

function storeSeeded(area: usize, offset: u32, content: u32): Status {
  const bytes = writeSeeded(PAGE, content);
  return storePage(area, offset, PAGE, bytes);
}

/** Loads over a dirty window: the page that `content` stands for, all of it, or a miss for 0. */
function loadsSeeded(area: usize, offset: u32, content: u32): bool {
  memory.fill(PAGE, 0xee, 4096);
  const answer = loadPage(area, offset, PAGE, 4096, false);
  if (!content) return answer == Status.MISS;
  return answer == writeSeeded(COPY, content) && memory.compare(PAGE, COPY, answer) == 0;
}

/** Random bytes that belong to `offset`, then zeros: a raw body of `bytes` bytes. */
function writeTail(at: usize, offset: u32, bytes: u32): void {
  memory.fill(at, 0, 4096);
  seed(offset * 77 + 5);
  fillRandom(at, bytes - 1);
  store<u8>(at + bytes - 1, 1);
}

function storeTail(area: usize, offset: u32, bytes: u32): Status {
  writeTail(PAGE, offset, bytes);
  return storePage(area, offset, PAGE, 4096);
}

function loadsTail(area: usize, offset: u32, bytes: u32): bool {
  memory.fill(PAGE, 0xee, 4096);
  if (loadPage(area, offset, PAGE, 4096, false) != 4096) return false;
  writeTail(COPY, offset, bytes);
  return memory.compare(PAGE, COPY, 4096) == 0;
}

/** A same-filled page of its own for each number. */
function storeNumber(area: usize, number: u32): Status {
  for (let i: u32 = 0; i < 4096; i += 8) {
    store<u32>(PAGE + i, number + 1);
    store<u32>(PAGE + i + 4, ~number);
  }
  return storePage(area, number, PAGE, 4096);
}

/** Fills the arena with raw pages of `bytes` bytes; answers how many it kept. */
function fillUp(area: usize, bytes: u32 = 4096): u32 {
  let kept: u32 = 0;
  while (storeTail(area, kept, bytes) == Status.STORED) kept++;
  assert(engineIsFull());
  return kept;
}

/** How often eight bytes that no page here has by chance stand in the engine's memory, at any address. */
function hits(canary: u64): u32 {
  let count: u32 = 0;
  for (let at: usize = 0x1000; at < <usize>(32 * WASM_PAGE_BYTES); at++) if (load<u64>(at) == canary) count++;
  return count;
}

/** Puts a page with the canary in it into the window: same-filled, a block, raw, short. */
function writeCanary(kind: u32, canary: u64): u32 {
  fillRandom(PAGE, 4096);
  if (kind == 0) for (let at: u32 = 0; at < 4096; at += 8) store<u64>(PAGE + at, canary);
  else if (kind == 1) fillHeapLike(PAGE, 4096);
  // At the end, where a block keeps literals.
  store<u64>(PAGE + 4088, canary);
  store<u64>(PAGE + 400, canary);
  return kind == 3 ? 500 : 4096;
}

describe("engine", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(12);
  });

  it("chooses the codec, and leaves trailing zeros off", () => {
    const area = areaOpen(1, 0, 1);
    memory.fill(PAGE, 0, 4096);
    expect(keep(area, 0)).toBe(Status.STORED);
    expect(bodyCodec(bodyOf(area, 0))).toBe(Codec.FILL);
    expect(bodyPlace(bodyOf(area, 0))).toBe(0);
    fillHeapLike(PAGE, 4096);
    keep(area, 1);
    expect(bodyCodec(bodyOf(area, 1))).toBe(Codec.LZ4);
    fillRandom(PAGE, 4096);
    keep(area, 2);
    expect(bodyCodec(bodyOf(area, 2))).toBe(Codec.RAW);
    expect(bodyStored(bodyOf(area, 2))).toBe(4096);
    expect(statGet(STAT_POOR_BODIES)).toBe(1);
    memory.fill(PAGE, 0, 4096);
    fillRandom(PAGE, 99);
    store<u8>(PAGE + 99, 1);
    keep(area, 3);
    expect(bodyCodec(bodyOf(area, 3))).toBe(Codec.RAW);
    expect(bodyStored(bodyOf(area, 3))).toBe(100);
    expect(statGet(STAT_POOR_BODIES)).toBe(1);
    expect(statGet(STAT_BODIES)).toBe(3);
    expect(statGet(STAT_FILL_PAGES)).toBe(1);
  });

  it("gives back every kind of page at every length near a boundary", () => {
    const area = areaOpen(1, 0, 1);
    let offset: u32 = 0;
    for (let kind: u32 = 0; kind < 6; kind++) {
      for (
        let bytes: u32 = 1;
        bytes <= 4096;
        bytes = bytes < 140 ? bytes + 1 : bytes < 4090 ? bytes + 493 : bytes + 1
      ) {
        fillRandom(PAGE, 4096);
        fillKind(PAGE, bytes, kind);
        memory.copy(COPY, PAGE, bytes);
        assert(storePage(area, offset, PAGE, bytes) == Status.STORED);
        assert(pageLength(area, offset) == bytes);
        assert(comesBack(area, offset, bytes));
        assert(isAll(PAGE + bytes, bytes == 4096 ? 0 : 1, 0) || load<u8>(PAGE + bytes) != 0);
        offset++;
      }
    }
    expect(selfCheck()).toBe(0);
    expect(statGet(STAT_STORED_PAGES)).toBe(offset);
  });

  it("shares the body of equal pages, within a scope and not across", () => {
    const area = areaOpen(1, 0, 1);
    const other = areaOpen(2, 0, 2);
    fillHeapLike(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    for (let i: u32 = 0; i < 5; i++) keep(area, i);
    keep(other, 0);
    expect(statGet(STAT_BODIES)).toBe(2);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(4);
    expect(bodyRefs(bodyOf(area, 3))).toBe(5);
    const bytes = statGet(STAT_COMPRESSED_BYTES);
    invalidatePage(area, 0);
    expect(comesBack(area, 4)).toBeTruthy();
    expect(statGet(STAT_COMPRESSED_BYTES)).toBe(bytes);
    expect(invalidateArea(area)).toBe(4);
    expect(statGet(STAT_BODIES)).toBe(1);
    expect(comesBack(other, 0)).toBeTruthy();
    // A page that begins alike and is shorter is another page.
    keep(other, 1, 4000);
    expect(statGet(STAT_BODIES)).toBe(2);
    expect(statGet(STAT_COLLISIONS)).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("removes the old page before anything can go wrong", () => {
    const area = areaOpen(1, 0, 1);
    engineSetFlags(ALL | FLAG_REFUSE_POOR);
    fillHeapLike(PAGE, 4096);
    keep(area, 1);
    fillRandom(PAGE, 4096);
    expect(keep(area, 1)).toBe(Status.POOR);
    expect(loadPage(area, 1, PAGE, 4096, false)).toBe(Status.MISS);
    expect(statGet(STAT_OVERWRITTEN)).toBe(1);
    expect(statGet(STAT_STORED_PAGES)).toBe(0);
    expect(statGet(STAT_RAW_BYTES)).toBe(0);
    expect(storePage(0, 1, PAGE, 4096)).toBe(Status.CLOSED);
  });

  it("refuses at the limit, keeps what it has, and accepts again as much as at first", () => {
    const area = areaOpen(1, 0, 1);
    let kept: u32 = 0;
    for (;;) {
      fillRandom(PAGE, 4096);
      store<u32>(PAGE, kept);
      if (keep(area, kept) != Status.STORED) break;
      kept++;
    }
    expect(load<u32>(CONTROL_FULL)).toBe(1);
    expect(statGet(STAT_REFUSED_FULL)).toBe(1);
    // From now on nothing is compressed that would find no place (law 16): the encoder is not even asked.
    // It clears its table first, so a mark in there would be gone.
    store<u32>(WINDOW_PTR + WINDOW_TABLE_AT, 0xabcdef01);
    fillHeapLike(PAGE, 4096);
    expect(keep(area, 999_999)).toBe(Status.FULL);
    expect(load<u32>(WINDOW_PTR + WINDOW_TABLE_AT)).toBe(0xabcdef01);
    // A page that is here already needs no place either.
    expect(loadPage(area, 3, PAGE, 4096, false)).toBe(4096);
    expect(keep(area, 2_000_000)).toBe(Status.STORED);
    expect(bodyRefs(bodyOf(area, 3))).toBe(2);
    expect(invalidatePage(area, 2_000_000)).toBeTruthy();
    expect(load<u32>(CONTROL_FULL)).toBe(1);
    // A page without a body needs no place.
    memory.fill(PAGE, 9, 4096);
    expect(keep(area, 1_000_000)).toBe(Status.STORED);
    for (let i: u32 = 0; i < kept; i++)
      assert(loadPage(area, i, PAGE, 4096, false) == 4096 && load<u32>(PAGE) == i);
    // One body gone makes room for one; so does the old copy of a page that is overwritten.
    expect(invalidatePage(area, 0)).toBeTruthy();
    expect(load<u32>(CONTROL_FULL)).toBe(0);
    for (let i: u32 = 0; i < 5; i++) {
      fillRandom(PAGE, 4096);
      store<u32>(PAGE, i);
      expect(keep(area, i)).toBe(Status.STORED);
    }
    expect(invalidateArea(area)).toBe(kept + 1);
    expect(areaIsOpen(area)).toBeFalsy();
    const again = areaOpen(1, 0, 1);
    for (let i: u32 = 0; i < kept; i++) {
      fillRandom(PAGE, 4096);
      assert(storePage(again, i, PAGE, 4096) == Status.STORED);
    }
    fillRandom(PAGE, 4096);
    expect(keep(again, kept)).toBe(Status.FULL);
    expect(areaPages(again)).toBe(kept);
    statsRefresh();
    expect(statGet(STAT_USED_BYTES)).toBeLessThan(32 * 65536 + 1);
    expect(statGet(STAT_USED_BYTES)).toBe(stockFixedBytes() + stockHandedCount() * stockBlockBytes());
    // Blocks are slabs or cut into frames, sixteen of each.
    expect(statGet(STAT_USED_BYTES)).toBeGreaterThan(
      statGet(STAT_SLAB_BYTES) + statGet(STAT_METADATA_BYTES) + stockFixedBytes() - 1,
    );
    expect(statGet(STAT_RESERVED_BYTES)).toBe((<u64>memory.size()) << 16);
  });

  it("squeezes slabs with holes, and every body it moved comes back", () => {
    const area = areaOpen(1, 0, 1);
    const PAGES: u32 = 1200;
    memory.fill(MODEL, 0, 4 * PAGES);
    let refused: u32 = 0;
    for (let step: u32 = 1; step <= 4000; step++) {
      const offset = below(PAGES);
      const state = random();
      const status = storeSeeded(area, offset, step);
      seed(state);
      assert(status == Status.STORED || status == Status.FULL);
      if (status == Status.FULL) refused++;
      store<u32>(MODEL + 4 * offset, status == Status.STORED ? step : 0);
      assert(selfCheck() == 0);
    }
    expect(statGet(STAT_SQUEEZES)).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(20);
    let kept: u32 = 0;
    for (let offset: u32 = 0; offset < PAGES; offset++) {
      const expected = load<u32>(MODEL + 4 * offset);
      assert(loadsSeeded(area, offset, expected));
      if (expected) kept++;
    }
    expect(statGet(STAT_STORED_PAGES)).toBe(kept);
    expect(statGet(STAT_LOADS)).toBe(kept);
    expect(statGet(STAT_MISSES)).toBe(PAGES - kept);
  });

  it("agrees with a plain model through every operation, in two areas", () => {
    const KEYS: u32 = 150;
    memory.fill(MODEL, 0, 8 * KEYS);
    const areas: StaticArray<usize> = [areaOpen(1, 0, 1), areaOpen(1, 1, 2)];
    for (let step: u32 = 1; step <= 6000; step++) {
      const number = below(2);
      const area = areas[number];
      const offset = below(KEYS);
      const word = MODEL + 4 * (number * KEYS + offset);
      const expected = load<u32>(word);
      const what = below(100);
      const state = random();
      if (what < 45) {
        // A seed of few: pages that are equal to others on the way.
        const content = 1 + (step % 300);
        const status = storeSeeded(area, offset, content);
        assert(status == Status.STORED || status == Status.FULL);
        store<u32>(word, status == Status.STORED ? content : 0);
      } else if (what < 75) {
        assert(loadsSeeded(area, offset, expected));
        assert((pageLength(area, offset) != 0) == (expected != 0));
      } else if (what < 85) {
        memory.fill(PAGE, 0xee, 4096);
        const answer = loadPage(area, offset, PAGE, 4096, true);
        assert(answer == (expected ? lengthOf(expected) : Status.MISS));
        store<u32>(word, 0);
      } else if (what < 99) {
        assert(invalidatePage(area, offset) == (expected != 0));
        store<u32>(word, 0);
      } else {
        let pages: u32 = 0;
        for (let i: u32 = 0; i < KEYS; i++) if (load<u32>(MODEL + 4 * (number * KEYS + i))) pages++;
        assert(areaPages(area) == pages);
        assert(invalidateArea(area) == pages);
        assert(storePage(area, 1, PAGE, 4096) == Status.CLOSED);
        memory.fill(MODEL + 4 * number * KEYS, 0, 4 * KEYS);
        areas[number] = areaOpen(1, number, number + 1);
      }
      seed(state);
      assert(selfCheck() == 0);
    }
    expect(statGet(STAT_DUPLICATE_PAGES)).toBeGreaterThan(0);
    expect(statGet(STAT_DAMAGED)).toBe(0);
    for (let number: u32 = 0; number < 2; number++) {
      for (let i: u32 = 0; i < KEYS; i++)
        assert(loadsSeeded(areas[number], i, load<u32>(MODEL + 4 * (number * KEYS + i))));
    }
  });

  it("compacts a step when more than a 24th of the slabs and two blocks is free, and not before", () => {
    freshEngine(ALL, 64);
    const area = areaOpen(1, 0, 1);
    let kept: u32 = 0;
    while (slabCount() < 48) storeTail(area, kept++, 2000);
    // Four blocks: room for some 130 bodies. One in five goes.
    const bound: u32 = 4 * stockBlockBytes();
    let gone: u32 = 0;
    while (slabFreeSum() + 2020 <= bound) invalidatePage(area, 5 * gone++);
    expect(storeTail(area, kept++, 2000)).toBe(Status.STORED);
    expect(gone).toBeGreaterThan(60);
    expect(statGet(STAT_SQUEEZES)).toBe(0);
    while (slabFreeSum() <= bound) invalidatePage(area, 5 * gone++);
    expect(statGet(STAT_SQUEEZES)).toBe(0);
    expect(storeTail(area, kept, 2000)).toBe(Status.STORED);
    expect(statGet(STAT_SQUEEZES)).toBe(1);
    // Pages that need no place ask for no compaction.
    while (slabFreeSum() <= bound) invalidatePage(area, 5 * gone++);
    memory.fill(PAGE, 4, 4096);
    expect(storePage(area, kept + 1, PAGE, 4096)).toBe(Status.STORED);
    expect(statGet(STAT_SQUEEZES)).toBe(1);
    for (let i: u32 = 0; i <= kept; i++) assert(loadsTail(area, i, 2000) == (i % 5 != 0 || i >= 5 * gone));
    expect(selfCheck()).toBe(0);
  });

  it("squeezes even a few holes when there is no block left", () => {
    const area = areaOpen(1, 0, 1);
    let kept: u32 = 0;
    while (storeTail(area, kept, 2000) == Status.STORED) kept++;
    // Two neighbours of one slab go: more bytes than the next page needs.
    let first: u32 = 10;
    while (stockBlockOf(placeOf(area, first)) != stockBlockOf(placeOf(area, first + 3))) first++;
    invalidatePage(area, first + 1);
    invalidatePage(area, first + 2);
    expect(load<u32>(CONTROL_FULL)).toBe(0);
    expect(statGet(STAT_SQUEEZES)).toBe(0);
    const lines = statGet(STAT_SQUEEZED_BYTES);
    let moved: u32 = 0;
    const slab = stockBlockOf(placeOf(area, first));
    const hole = placeOf(area, first) + 2000;
    for (let i: u32 = 0; i < kept; i++) {
      if (i == first + 1 || i == first + 2) continue;
      if (stockBlockOf(placeOf(area, i)) == slab && placeOf(area, i) > hole) moved += 2000;
    }
    expect(storeTail(area, 5000, 3600)).toBe(Status.STORED);
    expect(statGet(STAT_SQUEEZES)).toBe(1);
    expect(statGet(STAT_SQUEEZED_BYTES) - lines).toBe(moved);
    expect(moved).toBeGreaterThan(2000);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < kept; i++)
      assert(loadsTail(area, i, 2000) == (i != first + 1 && i != first + 2));
    expect(loadsTail(area, 5000, 3600)).toBeTruthy();
    // And refuses what no squeeze would make room for.
    expect(storeTail(area, 5001, 4000)).toBe(Status.FULL);
    expect(statGet(STAT_SQUEEZES)).toBe(1);
  });

  it("tells damage from content, for the damaged key alone", () => {
    const area = areaOpen(1, 0, 1);
    for (let i: u32 = 0; i < 2; i++) {
      if (i) fillRandom(PAGE, 4096);
      else fillHeapLike(PAGE, 4096);
      keep(area, i);
    }
    fillHeapLike(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    keep(area, 2);
    for (let i: u32 = 0; i < 2; i++) {
      const at = bodyPlace(bodyOf(area, i)) + 40;
      store<u8>(at, ~load<u8>(at));
      expect(loadPage(area, i, PAGE, 4096, true)).toBe(Status.DAMAGED);
      store<u8>(at, ~load<u8>(at));
      expect(loadPage(area, i, PAGE, 4096, false)).toBe(4096);
    }
    expect(statGet(STAT_DAMAGED)).toBe(2);
    expect(comesBack(area, 2)).toBeTruthy();
    // Without verifying, a raw body is taken at its word; a block still has to be one.
    engineSetFlags(FLAG_COMPRESS | FLAG_DEDUPE);
    const block = placeOf(area, 0);
    const stored = bodyStored(bodyOf(area, 0));
    memory.copy(COPY, block, stored);
    memory.fill(block, 0xff, stored);
    expect(loadPage(area, 0, PAGE, 4096, true)).toBe(Status.DAMAGED);
    memory.copy(block, COPY, stored);
    expect(loadPage(area, 0, PAGE, 4096, false)).toBe(4096);
    const at = bodyPlace(bodyOf(area, 1)) + 40;
    store<u8>(at, ~load<u8>(at));
    expect(loadPage(area, 1, PAGE, 4096, false)).toBe(4096);
    store<u8>(at, ~load<u8>(at));
    expect(selfCheck()).toBe(0);
  });

  it("never delivers other bytes, whichever bit of a body flips", () => {
    const area = areaOpen(1, 0, 1);
    let damaged: u64 = 0;
    for (let kind: u32 = 2; kind < 6; kind++) {
      fillKind(PAGE, 4096, kind);
      memory.copy(COPY, PAGE, 4096);
      keep(area, kind);
      const place = placeOf(area, kind);
      for (let bit: u32 = 0; bit < bodyStored(bodyOf(area, kind)) * 8; bit++) {
        const at = place + (bit >> 3);
        store<u8>(at, load<u8>(at) ^ <u8>((<u32>1) << (bit & 7)));
        const answer = loadPage(area, kind, PAGE, 4096, false);
        // The same page from another block: a match may point at other equal bytes.
        assert(answer == Status.DAMAGED || (answer == 4096 && memory.compare(PAGE, COPY, 4096) == 0));
        if (answer == Status.DAMAGED) damaged++;
        store<u8>(at, load<u8>(at) ^ <u8>((<u32>1) << (bit & 7)));
      }
      expect(comesBack(area, kind)).toBeTruthy();
    }
    expect(statGet(STAT_DAMAGED)).toBe(damaged);
    expect(damaged).toBeGreaterThan(30_000);
    expect(selfCheck()).toBe(0);
  });

  it("does not share a body that is not the page any more", () => {
    const area = areaOpen(1, 0, 1);
    for (let i: u32 = 0; i < 2; i++) {
      if (i) fillRandom(PAGE, 4096);
      else fillHeapLike(PAGE, 4096);
      memory.copy(COPY, PAGE, 4096);
      keep(area, 10 * i);
      // Raw: another byte. A block: none at all.
      const stored = bodyStored(bodyOf(area, 10 * i));
      memory.fill(placeOf(area, 10 * i), 0xff, i ? 1 : stored);
      memory.copy(PAGE, COPY, 4096);
      expect(keep(area, 10 * i + 1)).toBe(Status.STORED);
      // Two in the round before: the third page met the damaged body too.
      expect(statGet(STAT_COLLISIONS)).toBe(2 * i + 1);
      expect(statGet(STAT_DUPLICATE_PAGES)).toBe(i);
      expect(comesBack(area, 10 * i + 1)).toBeTruthy();
      expect(loadPage(area, 10 * i, PAGE, 4096, false)).toBe(Status.DAMAGED);
      // A third one goes past the damaged body to the good one.
      memory.copy(PAGE, COPY, 4096);
      keep(area, 10 * i + 2);
      expect(bodyOf(area, 10 * i + 2)).toBe(bodyOf(area, 10 * i + 1));
      // The damaged page can be dropped, and stored anew.
      memory.copy(PAGE, COPY, 4096);
      expect(keep(area, 10 * i)).toBe(Status.STORED);
      expect(comesBack(area, 10 * i)).toBeTruthy();
      invalidatePage(area, 10 * i);
    }
    expect(selfCheck()).toBe(0);
  });

  it("delivers nothing into too little room, and takes only what it delivered", () => {
    const area = areaOpen(1, 0, 1);
    fillHeapLike(PAGE, 4096);
    keep(area, 1, 1000);
    memory.fill(PAGE, 0x11, 4096);
    expect(loadPage(area, 1, PAGE, 999, true)).toBe(Status.SMALL);
    expect(isAll(PAGE, 4096, 0x11)).toBeTruthy();
    expect(loadPage(area, 1, PAGE, 1000, true)).toBe(1000);
    expect(loadPage(area, 1, PAGE, 1000, true)).toBe(Status.MISS);
    expect(statGet(STAT_TAKEN)).toBe(1);
    expect(statGet(STAT_SMALL)).toBe(1);
    expect(statGet(STAT_LOADS)).toBe(1);
    expect(statGet(STAT_MISSES)).toBe(1);
    expect(selfCheck()).toBe(0);
  });

  it("takes one sharer, not the body", () => {
    const area = areaOpen(1, 0, 1);
    fillHeapLike(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    keep(area, 1);
    keep(area, 2);
    expect(loadPage(area, 1, PAGE, 4096, true)).toBe(4096);
    expect(loadPage(area, 1, PAGE, 4096, true)).toBe(Status.MISS);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(0);
    expect(comesBack(area, 2)).toBeTruthy();
    expect(areaPages(area)).toBe(1);
    expect(selfCheck()).toBe(0);
  });

  it("misses change nothing", () => {
    const area = areaOpen(1, 0, 1);
    const other = areaOpen(1, 1, 1);
    fillHeapLike(PAGE, 4096);
    keep(area, 1);
    memory.copy(BEFORE, 0x20000, 0x1e0000);
    expect(loadPage(area, 2, PAGE, 4096, true)).toBe(Status.MISS);
    expect(loadPage(other, 1, PAGE, 4096, true)).toBe(Status.MISS);
    expect(loadPage(0, 1, PAGE, 4096, true)).toBe(Status.MISS);
    expect(invalidatePage(area, 2)).toBeFalsy();
    expect(invalidatePage(other, 1)).toBeFalsy();
    expect(invalidatePage(0, 1)).toBeFalsy();
    expect(pageLength(area, 2)).toBe(0);
    expect(pageLength(0, 1)).toBe(0);
    expect(memory.compare(BEFORE, 0x20000, 0x1e0000)).toBe(0);
    expect(statGet(STAT_MISSES)).toBe(3);
    expect(statGet(STAT_INVALIDATED)).toBe(0);
    expect(invalidatePage(area, 1)).toBeTruthy();
    expect(statGet(STAT_INVALIDATED)).toBe(1);
  });

  it("overwrites each kind of page with each", () => {
    const area = areaOpen(1, 0, 1);
    let stores: u64 = 0;
    for (let from: u32 = 0; from < 6; from++) {
      for (let to: u32 = 0; to < 6; to++) {
        fillKind(PAGE, 4096, from);
        keep(area, 5);
        fillKind(PAGE, 4096, to);
        memory.copy(COPY, PAGE, 4096);
        expect(keep(area, 5)).toBe(Status.STORED);
        expect(comesBack(area, 5)).toBeTruthy();
        stores += 2;
        expect(statGet(STAT_OVERWRITTEN)).toBe(stores - 1);
        expect(statGet(STAT_STORED_PAGES)).toBe(1);
        expect(statGet(STAT_RAW_BYTES)).toBe(4096);
      }
    }
  });

  it("keeps a page raw when a block would not save an eighth", () => {
    const area = areaOpen(1, 0, 1);
    // A copy of the page's own beginning behind so many random bytes: about that many and a few are left.
    for (let fresh: u32 = 3400; fresh < 3700; fresh += 10) {
      fillRandom(PAGE, fresh);
      memory.copy(PAGE + fresh, PAGE, 4096 - fresh);
      memory.copy(COPY, PAGE, 4096);
      keep(area, fresh);
      const body = bodyOf(area, fresh);
      expect(comesBack(area, fresh)).toBeTruthy();
      if (bodyCodec(body) == Codec.LZ4) assert(bodyStored(body) <= 3584);
      else assert(bodyStored(body) == 4096);
      if (fresh < 3500) assert(bodyCodec(body) == Codec.LZ4);
      if (fresh >= 3584) assert(bodyCodec(body) == Codec.RAW);
    }
    expect(statGet(STAT_POOR_BODIES)).toBeGreaterThan(8);
    expect(statGet(STAT_POOR_BODIES)).toBeLessThan(statGet(STAT_BODIES));
    // Told to refuse poor pages, but not to compress: nothing is poor by choice.
    engineSetFlags(FLAG_REFUSE_POOR);
    fillRandom(PAGE, 4096);
    expect(keep(area, 1)).toBe(Status.STORED);
    expect(bodyCodec(bodyOf(area, 1))).toBe(Codec.RAW);
    fillHeapLike(PAGE, 4096);
    expect(keep(area, 2)).toBe(Status.STORED);
    expect(bodyCodec(bodyOf(area, 2))).toBe(Codec.RAW);
    // A change of settings leaves old pages readable (law 13).
    engineSetFlags(ALL);
    fillRandom(COPY, 4096);
    expect(comesBack(area, 3690)).toBeFalsy();
    expect(loadPage(area, 3400, PAGE, 4096, false)).toBe(4096);
    expect(loadPage(area, 2, PAGE, 4096, false)).toBe(4096);
  });

  it("does not find twins among pages that were stored without looking for any", () => {
    const area = areaOpen(1, 0, 1);
    engineSetFlags(FLAG_COMPRESS);
    fillHeapLike(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    keep(area, 1);
    keep(area, 2);
    expect(statGet(STAT_BODIES)).toBe(2);
    engineSetFlags(ALL);
    keep(area, 3);
    expect(statGet(STAT_BODIES)).toBe(3);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(0);
    keep(area, 4);
    expect(statGet(STAT_BODIES)).toBe(3);
    for (let i: u32 = 1; i < 5; i++) expect(comesBack(area, i)).toBeTruthy();
  });

  it("shares same-filled bodies by pattern and length, and by nothing else", () => {
    const area = areaOpen(1, 0, 1);
    const other = areaOpen(2, 0, 2);
    memory.fill(PAGE, 7, 4096);
    memory.copy(COPY, PAGE, 4096);
    keep(area, 1);
    keep(area, 2);
    keep(other, 1);
    expect(bodyRefs(bodyOf(area, 1))).toBe(3);
    keep(area, 3, 4095);
    expect(bodyOf(area, 3) == bodyOf(area, 1)).toBeFalsy();
    expect(pageLength(area, 3)).toBe(4095);
    expect(comesBack(area, 3, 4095)).toBeTruthy();
    expect(comesBack(area, 1)).toBeTruthy();
    memory.fill(PAGE, 8, 4096);
    keep(area, 4);
    expect(bodyRefs(bodyOf(area, 4))).toBe(1);
    expect(statGet(STAT_FILL_PAGES)).toBe(5);
    expect(statGet(STAT_BODIES)).toBe(0);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(0);
  });

  it("refuses when records run out, loses nothing, and accepts again", () => {
    freshEngine(ALL, 8);
    const area = areaOpen(1, 0, 1);
    // Pages that repeat their number need a record and no place.
    let kept: u32 = 0;
    while (storeNumber(area, kept) == Status.STORED) kept++;
    expect(kept).toBeGreaterThan(2000);
    expect(selfCheck()).toBe(0);
    // No body was refused a place: the arena is not full in that sense.
    expect(load<u32>(CONTROL_FULL)).toBe(0);
    expect(statGet(STAT_REFUSED_FULL)).toBe(1);
    expect(storeNumber(area, kept)).toBe(Status.FULL);
    // Old copies go even now (law 5): the store that replaces one is served from what it left, or refused.
    const again = storeNumber(area, 0);
    assert(again == Status.STORED || again == Status.FULL);
    expect(statGet(STAT_OVERWRITTEN)).toBe(1);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 1; i < kept; i++) {
      assert(loadPage(area, i, PAGE, 4096, false) == 4096);
      assert(load<u32>(PAGE) == i + 1 && load<u32>(PAGE + 4092) == ~i);
    }
    invalidateArea(area);
    const next = areaOpen(1, 0, 1);
    for (let i: u32 = 0; i < kept; i++) assert(storeNumber(next, i) == Status.STORED);
    expect(selfCheck()).toBe(0);
  });

  it("works at every page size", () => {
    for (let pageBytes: u32 = 4096; pageBytes <= 65536; pageBytes <<= 1) {
      freshEngine(ALL, 64, pageBytes);
      const area = areaOpen(1, 0, 1);
      for (let kind: u32 = 0; kind < 6; kind++) {
        fillKind(PAGE, pageBytes, kind);
        memory.copy(COPY, PAGE, pageBytes);
        assert(storePage(area, kind, PAGE, pageBytes) == Status.STORED);
        memory.fill(PAGE, 0xee, pageBytes);
        assert(loadPage(area, kind, PAGE, pageBytes - 1, false) == Status.SMALL);
        assert(loadPage(area, kind, PAGE, pageBytes, false) == pageBytes);
        assert(memory.compare(PAGE, COPY, pageBytes) == 0);
      }
      expect(stockBlockBytes()).toBe(64 + 16 * (pageBytes + 4));
      expect(selfCheck()).toBe(0);
    }
  });

  it("begins within its limit or not at all, and once", () => {
    for (let limit: u32 = 0; limit < 20; limit++) {
      freshMemory();
      const begun = engineInit(65536, limit, ALL, 1);
      // Control words, window and scratch, and a first block of sixteen raw pages, which is cut into frames.
      assert(begun == stockFixedBytes() + blockBytesFor(65536) <= limit * WASM_PAGE_BYTES);
      assert(load<u32>(CONTROL_PAGE_BYTES) == (begun ? 65536 : 0));
    }
    freshMemory();
    expect(engineInit(65536, 18, ALL, 1)).toBeFalsy();
    freshMemory();
    expect(engineInit(65536, 20, ALL, 1)).toBeTruthy();
    expect(selfCheck()).toBe(0);
    expect(() => {
      engineInit(65536, 20, ALL, 1);
    }).toThrow();
    expect(() => {
      freshMemory();
      engineInit(4096 + 2048, 20, ALL, 1);
    }).toThrow();
    expect(() => {
      freshMemory();
      engineInit(2048, 20, ALL, 1);
    }).toThrow();
    expect(() => {
      freshMemory();
      engineInit(1 << 17, 100, ALL, 1);
    }).toThrow();
    expect(() => {
      freshMemory();
      engineInit(4096, 65536, ALL, 1);
    }).toThrow();
  });

  it("drops an area by its span or by walking, and leaves the others", () => {
    for (let wide: u32 = 0; wide < 2; wide++) {
      const area = areaOpen(1, 0, 1);
      const other = areaOpen(1, 1, 1);
      for (let i: u32 = 0; i < 300; i++) {
        fillHeapLike(PAGE, 4096);
        storePage(area, wide ? i * 14_316_557 : i + 50, PAGE, 4096);
        storePage(other, wide ? i * 14_316_557 : i + 50, PAGE, 4096);
      }
      expect(selfCheck()).toBe(0);
      expect(invalidateArea(area)).toBe(300);
      expect(selfCheck()).toBe(0);
      expect(areaPages(other)).toBe(300);
      expect(invalidateArea(other)).toBe(300);
      expect(statGet(STAT_STORED_PAGES)).toBe(0);
      expect(statGet(STAT_BODIES)).toBe(0);
      expect(selfCheck()).toBe(0);
    }
    expect(invalidateArea(0)).toBe(0);
  });
});

describe("engine, limits that move", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(15);
  });

  it("was full until so much is free as it was told, and not a page before", () => {
    const area = areaOpen(1, 0, 1);
    const kept = fillUp(area);
    const room = 16 * 4100;
    engineSetLimits(32, 3 * room);
    expect(engineIsFull()).toBeTruthy();
    statsRefresh();
    const live = statGet(STAT_LIVE_BYTES);
    let freed: u32 = 0;
    while (engineIsFull()) {
      expect(storeTail(area, 500_000, 100)).toBe(Status.FULL);
      invalidatePage(area, freed++);
      assert(freed < kept);
    }
    // What was free in tails from the start counts as well, so a few less than forty-eight.
    statsRefresh();
    expect(live - statGet(STAT_LIVE_BYTES)).toBeGreaterThan(3 * room - (32 * 65536 - <u32>live) - 4200);
    expect(freed).toBeGreaterThan(20);
    expect(freed).toBeLessThan(49);
    expect(storeTail(area, 500_000, 100)).toBe(Status.STORED);
    expect(selfCheck()).toBe(0);
  });

  it("stays full for as long as the host likes, for pages that need a place", () => {
    const area = areaOpen(1, 0, 1);
    const kept = fillUp(area);
    engineSetLimits(32, <u32>-1);
    for (let i: u32 = 0; i < kept; i++) {
      invalidatePage(area, i);
      assert(engineIsFull());
    }
    expect(storeTail(area, 1, 100)).toBe(Status.FULL);
    memory.fill(PAGE, 4, 4096);
    expect(keep(area, 2)).toBe(Status.STORED);
    engineSetLimits(32, 0);
    expect(engineIsFull()).toBeFalsy();
    expect(storeTail(area, 1, 100)).toBe(Status.STORED);
  });

  it("counts free slots of the nursery as free, to the byte", () => {
    const area = areaOpen(1, 0, 1);
    engineSetNursery(15);
    const kept = fillUp(area);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(15);
    engineSetLimits(32, stockFreeBytes() + slabFreeSum() + 8 * (4096 + 64));
    // The youngest wait still.
    for (let i: u32 = 1; i < 8; i++) {
      invalidatePage(area, kept - i);
      expect(engineIsFull()).toBeTruthy();
    }
    invalidatePage(area, kept - 8);
    expect(engineIsFull()).toBeFalsy();
    expect(statGet(STAT_YOUNG_PAGES)).toBe(7);
    expect(selfCheck()).toBe(0);
  });

  it("accepts again when its limit is raised by as much as must be free", () => {
    freshEngine(ALL, 24);
    const area = areaOpen(1, 0, 1);
    const kept = fillUp(area, 4000);
    // More than the ends of its slabs come to.
    const accept = 4 * stockBlockBytes();
    engineSetLimits(24, accept);
    expect(engineIsFull()).toBeTruthy();
    engineSetLimits(29, accept);
    expect(engineIsFull()).toBeFalsy();
    expect(storeTail(area, kept, 4000)).toBe(Status.STORED);
    // A limit below what is in use stops growth and takes nothing.
    engineSetLimits(4, 0);
    for (let i: u32 = 0; i <= kept; i++) assert(loadsTail(area, i, 4000));
    let more: u32 = kept + 1;
    while (storeTail(area, more, 4000) == Status.STORED) more++;
    expect(more).toBeLessThan(kept + 20);
    expect(selfCheck()).toBe(0);
  });

  it("says what is live: all but what is free in slabs and in the nursery", () => {
    const area = areaOpen(1, 0, 1);
    const empty = liveBytes();
    statsRefresh();
    expect(empty).toBe(stockFixedBytes() + stockBlockBytes());
    expect(statGet(STAT_LIVE_BYTES)).toBe(empty);
    storeTail(area, 1, 1000);
    const zones: u32 = 16;
    expect(liveBytes()).toBe(empty + 64 + 4 + 1000 + zones);
    storeTail(area, 2, 1000);
    invalidatePage(area, 1);
    expect(liveBytes()).toBe(empty + 64 + 4 + 1000 + zones);
    engineSetNursery(3);
    storeTail(area, 3, 1000);
    // A waiting page takes a page and its slack; of its block also the header and what is left behind the slots.
    const block: u32 = stockBlockBytes() - 15 * (4096 + 64);
    expect(liveBytes()).toBe(empty + 64 + 4 + 1000 + zones + block + 4096 + 64);
    settleSome(1);
    expect(liveBytes()).toBe(empty + 64 + 2 * (4 + 1000 + zones));
    invalidateArea(area);
    expect(liveBytes()).toBe(empty);
  });
});

describe("engine, beside other arenas", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(16);
  });

  it("takes over each kind of body, and counts it as moved, not as stored", () => {
    const area = areaOpen(1, 0, 1);
    const other = areaOpen(1, 1, 1);
    for (let kind: u32 = 0; kind < 6; kind++) {
      fillKind(PAGE, 4096, kind);
      memory.copy(COPY, PAGE, 4096);
      keep(area, kind);
      const body = bodyOf(area, kind);
      const filled = bodyCodec(body) == Codec.FILL;
      const stored = filled ? 0 : bodyStored(body);
      const at = COPY + 8192;
      memory.copy(at, bodyPlace(body), stored);
      const key = load<u64>(body);
      const codec = bodyCodec(body);
      releasePage(area, kind);
      assert(selfCheck() == 0);
      expect(adoptPage(other, kind, key, codec, 4096, stored, at, true)).toBeTruthy();
      assert(selfCheck() == 0);
      expect(comesBack(other, kind)).toBeTruthy();
      expect(bodyCodec(bodyOf(other, kind))).toBe(codec);
      // One more of the same shares the body.
      expect(adoptPage(other, 100 + kind, key, codec, 4096, stored, at, true)).toBeTruthy();
      expect(bodyOf(other, 100 + kind)).toBe(bodyOf(other, kind));
      expect(selfCheck()).toBe(0);
    }
    expect(statGet(STAT_MOVED_OUT)).toBe(6);
    expect(statGet(STAT_MOVED_IN)).toBe(12);
    expect(statGet(STAT_STORED_PAGES)).toBe(12);
    expect(statGet(STAT_OVERWRITTEN)).toBe(0);
    expect(statGet(STAT_INVALIDATED)).toBe(0);
    expect(areaPages(area)).toBe(0);
    expect(areaPages(other)).toBe(12);
  });

  it("shares with what differs in nothing: key, bytes, length, codec", () => {
    const area = areaOpen(1, 0, 1);
    fillHeapLike(PAGE, 4096);
    keep(area, 1);
    const body = bodyOf(area, 1);
    const key = load<u64>(body);
    const stored = bodyStored(body);
    const at = COPY + 8192;
    memory.copy(at, bodyPlace(body), stored);
    // Not indexed where it came from: nobody may find it here, and it looks for no one.
    adoptPage(area, 2, key, Codec.LZ4, 4096, stored, at, false);
    expect(bodyOf(area, 2) == body).toBeFalsy();
    adoptPage(area, 3, key, Codec.LZ4, 4095, stored, at, true);
    expect(bodyOf(area, 3) == body).toBeFalsy();
    adoptPage(area, 4, key, Codec.RAW, 4096, stored, at, true);
    expect(bodyOf(area, 4) == body).toBeFalsy();
    adoptPage(area, 5, key, Codec.LZ4, 4096, stored - 1, at, true);
    expect(bodyOf(area, 5) == body).toBeFalsy();
    store<u8>(at + stored - 1, ~load<u8>(at + stored - 1));
    adoptPage(area, 6, key, Codec.LZ4, 4096, stored, at, true);
    expect(bodyOf(area, 6) == body).toBeFalsy();
    store<u8>(at + stored - 1, ~load<u8>(at + stored - 1));
    expect(bodyRefs(body)).toBe(1);
    adoptPage(area, 7, key, Codec.LZ4, 4096, stored, at, true);
    expect(bodyOf(area, 7)).toBe(body);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(1);
    expect(selfCheck()).toBe(0);
  });

  it("takes nothing over when there is no room, for the body or for its records", () => {
    const area = areaOpen(1, 0, 1);
    let kept: u32 = 0;
    while (storeTail(area, kept, 4096) == Status.STORED) kept++;
    writeTail(COPY, 777_777, 4096);
    expect(adoptPage(area, 777_777, 5, Codec.RAW, 4096, 4096, COPY, true)).toBeFalsy();
    expect(selfCheck()).toBe(0);
    expect(areaPages(area)).toBe(kept);
    expect(statGet(STAT_MOVED_IN)).toBe(0);
    expect(statGet(STAT_REFUSED_FULL)).toBe(1);
    // A page that needs no place still fits, until its records do not.
    let number: u32 = 0;
    while (adoptPage(area, 1_000_000 + number, number, Codec.FILL, 4096, 0, COPY, true)) number++;
    expect(number).toBeGreaterThan(0);
    expect(areaPages(area)).toBe(kept + number);
    expect(statGet(STAT_FILL_PAGES)).toBe(number);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < kept; i++) assert(loadsTail(area, i, 4096));
  });

  it("forgets what is superseded, and says whether there was anything", () => {
    const area = areaOpen(1, 0, 1);
    const other = areaOpen(1, 1, 1);
    fillHeapLike(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    keep(area, 1);
    keep(other, 1);
    expect(supersedePage(0, 1)).toBeFalsy();
    expect(supersedePage(area, 2)).toBeFalsy();
    expect(supersedePage(area, 1)).toBeTruthy();
    expect(supersedePage(area, 1)).toBeFalsy();
    expect(statGet(STAT_OVERWRITTEN)).toBe(1);
    expect(comesBack(other, 1)).toBeTruthy();
    expect(loadPage(area, 1, PAGE, 4096, false)).toBe(Status.MISS);
    expect(selfCheck()).toBe(0);
  });

  it("pays for the holes it leaves when pages are superseded: what is free stays in bounds", () => {
    freshEngine(ALL, 128);
    const area = areaOpen(1, 0, 1);
    let kept: u32 = 0;
    while (slabCount() < 60) storeTail(area, kept++, 1500);
    for (let i: u32 = 0; i < kept; i += 2) supersedePage(area, i);
    // Half of it gone; without a step of compaction for each, half of sixty slabs would be holes.
    expect(slabCount()).toBeLessThan(38);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < kept; i++) assert(loadsTail(area, i, 1500) == ((i & 1) == 1));
  });

  it("finds each page of an area once, whatever else there is", () => {
    const area = areaOpen(1, 0, 1);
    const other = areaOpen(1, 1, 1);
    memory.fill(MODEL, 0, 4 * 3000);
    for (let i: u32 = 0; i < 3000; i++) {
      memory.fill(PAGE, <u8>i, 4096);
      storePage(i % 3 ? other : area, i, PAGE, 4096);
    }
    let found: u32 = 0;
    let bucket: u32 = 0;
    for (;;) {
      const next = findPage(area, bucket, COPY);
      if (!next) break;
      assert(next > bucket);
      const offset = load<u32>(COPY);
      assert(offset % 3 == 0 && load<u32>(MODEL + 4 * offset) == 0);
      store<u32>(MODEL + 4 * offset, 1);
      found++;
      assert(invalidatePage(area, offset));
      bucket = next - 1;
    }
    expect(found).toBe(1000);
    expect(areaPages(area)).toBe(0);
    expect(areaPages(other)).toBe(2000);
    expect(findPage(area, 0, COPY)).toBe(0);
    expect(findPage(other, 0, COPY)).toBeGreaterThan(0);
    // Behind the last bucket there is nothing, wherever one begins.
    expect(findPage(other, <u32>-1, COPY)).toBe(0);
  });
});

describe("engine, told to leave nothing", () => {
  it("leaves no eight bytes of a page behind, whatever becomes of it; without being told it does", () => {
    for (let told: u32 = 0; told < 2; told++) {
      let left: u32 = 0;
      for (let kind: u32 = 0; kind < 4; kind++) {
        for (let way: u32 = 0; way < 6; way++) {
          freshEngine(ALL | (told ? FLAG_ZEROIZE : 0));
          memory.fill(<usize>0x30000, 0, 30 * WASM_PAGE_BYTES);
          seed(kind * 7 + way + 1);
          const canary = ((<u64>random()) << 32) | random() | 0x0101010101010101;
          const area = areaOpen(1, 0, 1);
          if (way == 5) engineSetNursery(4);
          for (let i: u32 = 0; i < 40; i++) storeTail(area, i, 1500);
          const bytes = writeCanary(kind, canary);
          memory.copy(COPY, PAGE, 4096);
          assert(storePage(area, 1000, PAGE, bytes) == Status.STORED);
          if (way == 1) {
            // A twin: the page is decoded into scratch and compared.
            memory.copy(PAGE, COPY, 4096);
            assert(storePage(area, 1001, PAGE, bytes) == Status.STORED);
            assert(bodyRefs(bodyOf(area, 1000)) == 2);
            invalidatePage(area, 1001);
          }
          for (let i: u32 = 0; i < 40; i += 2) invalidatePage(area, i);
          // It moves before it goes.
          if (way == 2) while (compactStep()) {}
          memory.fill(PAGE, 0, WINDOW_BYTES + 64);
          // Here it is still, in one piece unless a block has cut it.
          assert(kind == 1 || hits(canary) > 0);
          if (way == 3) storeTail(area, 1000, 1500);
          else if (way == 4) assert(loadPage(area, 1000, PAGE, 4096, true) == bytes);
          else invalidatePage(area, 1000);
          if (way == 5) settleSome(4);
          memory.fill(PAGE, 0, WINDOW_BYTES + 64);
          assert(selfCheck() == 0);
          left += hits(canary);
        }
      }
      if (told) expect(left).toBe(0);
      else expect(left).toBeGreaterThan(8);
    }
  });
});
