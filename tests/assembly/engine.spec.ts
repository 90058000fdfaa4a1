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
  engineSetFlags,
  invalidateArea,
  invalidatePage,
  loadPage,
  pageLength,
  statsRefresh,
  storePage,
} from "../../assembly/engine";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_REFUSE_POOR,
  FLAG_VERIFY,
  STAT_BODIES,
  STAT_COLLISIONS,
  STAT_COMPRESSED_BYTES,
  STAT_DAMAGED,
  STAT_DUPLICATE_PAGES,
  STAT_FILL_PAGES,
  STAT_OVERWRITTEN,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
  STAT_REFUSED_FULL,
  STAT_RESERVED_BYTES,
  STAT_SQUEEZES,
  STAT_STORED_PAGES,
  STAT_TAKEN,
  STAT_USED_BYTES,
  Status,
} from "../../assembly/layout";
import { CONTROL_FULL, Codec } from "../../assembly/records";
import { statGet } from "../../assembly/stats";
import {
  BUFFER_PTR,
  below,
  fillHeapLike,
  fillKind,
  fillRandom,
  freshEngine,
  isAll,
  PAGE,
  seed,
} from "./support";

const ALL: u32 = FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY;
const COPY: usize = BUFFER_PTR;

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
    // A page without a body needs no place.
    memory.fill(PAGE, 9, 4096);
    expect(keep(area, 1_000_000)).toBe(Status.STORED);
    for (let i: u32 = 0; i < kept; i++)
      assert(loadPage(area, i, PAGE, 4096, false) == 4096 && load<u32>(PAGE) == i);
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
    expect(statGet(STAT_RESERVED_BYTES)).toBeGreaterThan(0);
  });

  it("squeezes slabs with holes, and every body it moved comes back", () => {
    const area = areaOpen(1, 0, 1);
    const PAGES: u32 = 700;
    for (let step: u32 = 0; step < 4000; step++) {
      const offset = below(PAGES);
      seed(offset * 31 + 1000 + (step << 12));
      fillKind(PAGE, 4096, 2 + below(4));
      store<u32>(PAGE + 8, offset);
      const status = storePage(area, offset, PAGE, 4096);
      assert(status == Status.STORED || status == Status.FULL);
      if (step % 200 == 0) assert(selfCheck() == 0);
      seed(step + 1);
    }
    expect(selfCheck()).toBe(0);
    expect(statGet(STAT_SQUEEZES)).toBeGreaterThan(20);
    for (let offset: u32 = 0; offset < PAGES; offset++) {
      const answer = loadPage(area, offset, PAGE, 4096, false);
      assert(answer == Status.MISS || (answer == 4096 && load<u32>(PAGE + 8) == offset));
    }
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
    const at = bodyPlace(bodyOf(area, 1)) + 40;
    store<u8>(at, ~load<u8>(at));
    expect(loadPage(area, 1, PAGE, 4096, false)).toBe(4096);
    store<u8>(at, ~load<u8>(at));
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
    expect(selfCheck()).toBe(0);
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
