/**
 * body.spec.ts - which form a body takes, which pages share one, and that nothing of a freed body is left
 * when the pool asked for zeros.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import { compactStep } from "../../../assembly/engine/compaction";
import {
  invalidateArea,
  invalidatePage,
  loadPage,
  pageLength,
  storePage,
} from "../../../assembly/engine/engine";
import { settleSome } from "../../../assembly/engine/nursery_policy";
import { setFlags } from "../../../assembly/engine/settings";
import {
  FLAG_COMPRESS,
  FLAG_REFUSE_POOR,
  FLAG_ZEROIZE,
  STAT_BODIES,
  STAT_COLLISIONS,
  STAT_COMPRESSED_BYTES,
  STAT_DUPLICATE_PAGES,
  STAT_FILL_PAGES,
  STAT_POOR_BODIES,
  Status,
  WASM_PAGE_BYTES,
  WINDOW_BYTES,
} from "../../../assembly/ground/layout";
import { Codec } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { nurserySetCapacity } from "../../../assembly/memory/nursery";
import { areaOpen } from "../../../assembly/owners/areas";
import { bodyCodec, bodyRefs, bodyStored } from "../../../assembly/owners/bodies";
import { ALL, bodyOf, COPY, comesBack, hits, keep, placeOf, storeTail, writeCanary } from "../drive";
import { fillHeapLike, fillRandom, freshEngine, PAGE, random, seed } from "../support";

describe("pages and bodies", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(12);
  });

  it("shares the body of equal pages, within a scope and not across", () => {
    const area = areaOpen(1);
    const other = areaOpen(2);
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

  it("does not share a body that is not the page any more", () => {
    const area = areaOpen(1);
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

  it("keeps a page raw when a block would not save an eighth", () => {
    const area = areaOpen(1);
    // A copy of the page's own beginning behind so many random bytes: about that many and a few are left.
    for (let fresh: u32 = 3400; fresh < 3700; fresh += 10) {
      fillRandom(PAGE, fresh);
      // No noise: a byte of each word is the same.
      for (let at: u32 = 7; at < fresh; at += 8) store<u8>(PAGE + at, 0x55);
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
    setFlags(FLAG_REFUSE_POOR);
    fillRandom(PAGE, 4096);
    expect(keep(area, 1)).toBe(Status.STORED);
    expect(bodyCodec(bodyOf(area, 1))).toBe(Codec.RAW);
    fillHeapLike(PAGE, 4096);
    expect(keep(area, 2)).toBe(Status.STORED);
    expect(bodyCodec(bodyOf(area, 2))).toBe(Codec.RAW);
    // A change of settings leaves old pages readable (law 13).
    setFlags(ALL);
    fillRandom(COPY, 4096);
    expect(comesBack(area, 3690)).toBeFalsy();
    expect(loadPage(area, 3400, PAGE, 4096, false)).toBe(4096);
    expect(loadPage(area, 2, PAGE, 4096, false)).toBe(4096);
  });

  it("does not find twins among pages that were stored without looking for any", () => {
    const area = areaOpen(1);
    setFlags(FLAG_COMPRESS);
    fillHeapLike(PAGE, 4096);
    memory.copy(COPY, PAGE, 4096);
    keep(area, 1);
    keep(area, 2);
    expect(statGet(STAT_BODIES)).toBe(2);
    setFlags(ALL);
    keep(area, 3);
    expect(statGet(STAT_BODIES)).toBe(3);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(0);
    keep(area, 4);
    expect(statGet(STAT_BODIES)).toBe(3);
    for (let i: u32 = 1; i < 5; i++) expect(comesBack(area, i)).toBeTruthy();
  });

  it("shares same-filled bodies by pattern and length, and by nothing else", () => {
    const area = areaOpen(1);
    const other = areaOpen(2);
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

  it("leaves no eight bytes of a page behind, whatever becomes of it; without being told it does", () => {
    for (let told: u32 = 0; told < 2; told++) {
      let left: u32 = 0;
      for (let kind: u32 = 0; kind < 4; kind++) {
        for (let way: u32 = 0; way < 6; way++) {
          freshEngine(ALL | (told ? FLAG_ZEROIZE : 0));
          memory.fill(<usize>0x30000, 0, 30 * WASM_PAGE_BYTES);
          seed(kind * 7 + way + 1);
          const canary = ((<u64>random()) << 32) | random() | 0x0101010101010101;
          const area = areaOpen(1);
          if (way == 5) nurserySetCapacity(4);
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
