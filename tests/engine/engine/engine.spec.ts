/**
 * engine.spec.ts - one page from inside: what each outcome of a store or load leaves behind, damage,
 * overwriting, other arenas.
 *
 * How: pages are put into the window, as the border puts them. After each step the self check recounts
 * everything.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import {
  invalidateArea,
  invalidatePage,
  loadPage,
  pageLength,
  storePage,
  supersedePage,
} from "../../../assembly/engine/engine";
import { setFlags } from "../../../assembly/engine/settings";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_REFUSE_POOR,
  PageKind,
  STAT_BODIES,
  STAT_DAMAGED,
  STAT_DUPLICATE_PAGES,
  STAT_FILL_PAGES,
  STAT_INVALIDATED,
  STAT_LOADS,
  STAT_MISSES,
  STAT_OVERWRITTEN,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
  STAT_SMALL,
  STAT_STORED_PAGES,
  STAT_TAKEN,
  Status,
} from "../../../assembly/ground/layout";
import { Codec } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { stockBlockBytes } from "../../../assembly/memory/blocks";
import { areaOpen, areaPages } from "../../../assembly/owners/areas";
import { bodyCodec, bodyPlace, bodyStored } from "../../../assembly/owners/bodies";
import {
  ALL,
  BEFORE,
  bodyOf,
  COPY,
  comesBack,
  keep,
  lengthOf,
  loadsSeeded,
  MODEL,
  placeOf,
  storeSeeded,
} from "../drive";
import {
  below,
  fillHeapLike,
  fillKind,
  fillNumbers,
  fillRandom,
  freshEngine,
  isAll,
  PAGE,
  random,
  seed,
} from "../support";

describe("engine", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(12);
  });

  it("chooses the codec, and leaves trailing zeros off", () => {
    const area = areaOpen(1);
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
    const area = areaOpen(1);
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

  it("removes the old page before anything can go wrong", () => {
    const area = areaOpen(1);
    setFlags(ALL | FLAG_REFUSE_POOR);
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

  it("agrees with a plain model through every operation, in two areas", () => {
    const KEYS: u32 = 150;
    memory.fill(MODEL, 0, 8 * KEYS);
    const areas: StaticArray<usize> = [areaOpen(1), areaOpen(2)];
    for (let step: u32 = 1; step <= 6000; step++) {
      const number = below(2);
      const area = areas[number];
      const offset = below(KEYS);
      const word = MODEL + 4 * (number * KEYS + offset);
      const expected = load<u32>(word);
      const what = below(100);
      const state = random();
      if (what < 45) {
        // One of few seeds, so that pages equal others on the way.
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
        areas[number] = areaOpen(number + 1);
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

  it("tells damage from content, for the damaged key alone", () => {
    const area = areaOpen(1);
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
    // Without verifying, a raw body is delivered as it is. A block still has to decode.
    setFlags(FLAG_COMPRESS | FLAG_DEDUPE);
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
    const area = areaOpen(1);
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

  it("delivers nothing into too little room, and takes only what it delivered", () => {
    const area = areaOpen(1);
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

  it("misses change nothing", () => {
    const area = areaOpen(1);
    const other = areaOpen(1);
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

  it("keeps a typed page turned, and the page as it came where its kind does not help", () => {
    const area = areaOpen(1);
    fillNumbers(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    keep(area, 0);
    const plain = bodyStored(bodyOf(area, 0));
    invalidatePage(area, 0);
    for (let kind: i32 = PageKind.FOUR; kind <= PageKind.RGBA; kind++) {
      memory.copy(PAGE, COPY, 4096);
      expect(storePage(area, kind, PAGE, 4096, kind)).toBe(Status.STORED);
      expect(bodyCodec(bodyOf(area, kind))).toBe(Codec.TYPED);
      expect(load<u8>(placeOf(area, kind))).toBe(<u8>kind);
      if (kind == PageKind.EIGHT) expect(bodyStored(bodyOf(area, kind))).toBeLessThan((plain * 3) / 4);
      expect(comesBack(area, kind)).toBeTruthy();
      expect(selfCheck()).toBe(0);
      invalidatePage(area, kind);
    }
    // Strings of sixteen bytes come again, in no order: turned, they are torn apart.
    fillRandom(PAGE, 256);
    for (let at: u32 = 256; at < 4096; at += 16) memory.copy(PAGE + at, PAGE + 16 * below(16), 16);
    memory.copy(COPY, PAGE, 4096);
    storePage(area, 7, PAGE, 4096, PageKind.EIGHT);
    expect(bodyCodec(bodyOf(area, 7))).toBe(Codec.LZ4);
    expect(comesBack(area, 7)).toBeTruthy();
    fillRandom(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    storePage(area, 8, PAGE, 4096, PageKind.EIGHT);
    expect(bodyCodec(bodyOf(area, 8))).toBe(Codec.RAW);
    expect(comesBack(area, 8)).toBeTruthy();
    memory.fill(PAGE, 9, 4096);
    storePage(area, 9, PAGE, 4096, PageKind.EIGHT);
    expect(bodyCodec(bodyOf(area, 9))).toBe(Codec.FILL);
    setFlags(FLAG_DEDUPE);
    fillNumbers(PAGE, 4096);
    storePage(area, 10, PAGE, 4096, PageKind.EIGHT);
    expect(bodyCodec(bodyOf(area, 10))).toBe(Codec.RAW);
    expect(selfCheck()).toBe(0);
  });

  it("shares a body between equal pages, whatever kind they were said to be", () => {
    const area = areaOpen(1);
    fillNumbers(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    for (let first: u32 = 0; first < 4; first++) {
      for (let kind: u32 = 0; kind < 4; kind++) {
        memory.copy(PAGE, COPY, 4096);
        storePage(area, (first + kind) % 4, PAGE, 4096, (first + kind) % 4);
      }
      expect(statGet(STAT_BODIES)).toBe(1);
      expect(statGet(STAT_DUPLICATE_PAGES)).toBe(3);
      for (let kind: u32 = 0; kind < 4; kind++) {
        expect(comesBack(area, kind)).toBeTruthy();
        expect(bodyOf(area, kind)).toBe(bodyOf(area, first));
      }
      expect(selfCheck()).toBe(0);
      for (let kind: u32 = 0; kind < 4; kind++) invalidatePage(area, kind);
    }
  });

  it("never delivers other bytes, whichever bit of a typed body flips", () => {
    const area = areaOpen(1);
    let damaged: u64 = 0;
    for (let kind: i32 = PageKind.FOUR; kind <= PageKind.RGBA; kind++) {
      fillNumbers(PAGE, 4096 - 3 * kind);
      memory.copy(COPY, PAGE, 4096);
      storePage(area, kind, PAGE, 4096 - 3 * kind, kind);
      const place = placeOf(area, kind);
      expect(bodyCodec(bodyOf(area, kind))).toBe(Codec.TYPED);
      for (let bit: u32 = 0; bit < bodyStored(bodyOf(area, kind)) * 8; bit++) {
        const at = place + (bit >> 3);
        store<u8>(at, load<u8>(at) ^ <u8>((<u32>1) << (bit & 7)));
        const answer = loadPage(area, kind, PAGE, 4096, false);
        assert(answer == Status.DAMAGED || memory.compare(PAGE, COPY, answer) == 0);
        if (answer == Status.DAMAGED) damaged++;
        store<u8>(at, load<u8>(at) ^ <u8>((<u32>1) << (bit & 7)));
      }
      expect(comesBack(area, kind, 4096 - 3 * kind)).toBeTruthy();
    }
    expect(statGet(STAT_DAMAGED)).toBe(damaged);
    expect(damaged).toBeGreaterThan(20_000);
    expect(selfCheck()).toBe(0);
  });

  it("overwrites each kind of page with each", () => {
    const area = areaOpen(1);
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

  it("works at every page size", () => {
    for (let pageBytes: u32 = 4096; pageBytes <= 65536; pageBytes <<= 1) {
      freshEngine(ALL, 64, pageBytes);
      const area = areaOpen(1);
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
});

describe("engine, beside other arenas", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(16);
  });

  it("forgets what is superseded, and says whether there was anything", () => {
    const area = areaOpen(1);
    const other = areaOpen(1);
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
});
