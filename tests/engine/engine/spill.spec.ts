/**
 * spill.spec.ts - which bodies leave for a device, and that each comes back byte for byte, whatever happened
 * between the steps.
 *
 * How: a device in memory (device.ts) does what the host would. The self check recounts after each step.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { compactStep } from "../../../assembly/engine/compaction";
import { densifyMark } from "../../../assembly/engine/densify";
import { invalidateArea, invalidatePage, loadPage, storePage } from "../../../assembly/engine/engine";
import { openArea, openClient } from "../../../assembly/engine/life";
import { freeBytes, isFull } from "../../../assembly/engine/limits";
import { setFlags } from "../../../assembly/engine/settings";
import { spillCollect, spillRelocate } from "../../../assembly/engine/spill";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_EVICT,
  FLAG_ZEROIZE,
  SPILL_AT_AT,
  SPILL_HANDLE_AT,
  SPILL_KEY_AT,
  SPILL_ROW_BYTES,
  SPILL_SHAPE_AT,
  SPILL_STORED_AT,
  STAT_AWAY_BODIES,
  STAT_AWAY_FREED,
  STAT_BODIES,
  STAT_COMPRESSED_BYTES,
  STAT_PACK_ABORTED,
  STAT_PACK_CHANGED,
  STAT_PACKED,
  STAT_PROMOTED,
  STAT_SPILLED,
  Status,
  WINDOW_PTR,
} from "../../../assembly/ground/layout";
import { Home } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { nurserySetCapacity } from "../../../assembly/memory/nursery";
import { slabLiveSum } from "../../../assembly/memory/slab";
import { areaNumbered, areaOpen } from "../../../assembly/owners/areas";
import {
  bodyAway,
  bodyHome,
  bodyIndexed,
  bodyKey,
  bodyPlace,
  bodyRefs,
  bodyShape,
  bodyStored,
} from "../../../assembly/owners/bodies";
import { clientAway, clientCharged, clientSetAwayCap } from "../../../assembly/owners/clients";
import { segmentEmptied, segmentLiveBytes, slotSize } from "../../../assembly/owners/segments";
import {
  abort,
  byteAt,
  commit,
  LIST,
  LIST_2,
  load_,
  openDevice,
  pack,
  packedBytes,
  spill,
  startOf,
  write,
} from "../device";
import {
  ALL,
  bodyOf,
  COPY,
  hits,
  storeSeeded,
  storeTail,
  writeCanary,
  writeSeeded,
  writeTail,
} from "../drive";
import { BUFFER_PTR, below, freshEngine, isAll, PAGE, seed } from "../support";

const SEGMENTS: usize = BUFFER_PTR + 0x90000;

/** Loads a page of storeTail from wherever it is. */
function isTail(area: usize, offset: u32, bytes: u32): bool {
  if (load_(area, offset) != 4096) return false;
  writeTail(COPY, offset, bytes);
  return memory.compare(PAGE, COPY, 4096) == 0;
}

function isAway(area: usize, offset: u32): bool {
  return bodyAway(bodyOf(area, offset));
}

function segments(count: u32): usize {
  for (let i: u32 = 0; i < count; i++) store<u32>(SEGMENTS + (i << 2), i + 1);
  return SEGMENTS;
}

describe("spill", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(21);
    openDevice();
  });

  it("takes cold bodies out of memory, and they come back byte for byte", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 100; i++) assert(storeTail(area, i, 1000 + i) == Status.STORED);
    const live = slabLiveSum();
    const compressed = statGet(STAT_COMPRESSED_BYTES);
    expect(spill(1)).toBe(100);
    expect(statGet(STAT_AWAY_BODIES)).toBe(100);
    expect(statGet(STAT_BODIES)).toBe(100);
    expect(statGet(STAT_COMPRESSED_BYTES)).toBe(compressed);
    expect(live).toBeGreaterThan(100000);
    expect(slabLiveSum()).toBe(0);
    for (let i: u32 = 0; i < 100; i++) assert(isTail(area, i, 1000 + i));
    expect(statGet(STAT_PROMOTED)).toBe(0);
    expect(statGet(STAT_PACKED)).toBe(statGet(STAT_SPILLED));
  });

  it("lists bodies with what a seal needs, in slots with room for it and nothing else in them", () => {
    freshEngine(ALL);
    openDevice(5, 24);
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 20; i++) assert(storeTail(area, i, 333 + 7 * i) == Status.STORED);
    memory.fill(PAGE, 0xc7, 65536);
    const count = pack();
    expect(count).toBe(20);
    let at: u32 = 8;
    for (let i: u32 = 0; i < count; i++) {
      const row = LIST + i * SPILL_ROW_BYTES;
      const body = <usize>load<u32>(row, SPILL_HANDLE_AT);
      expect(load<u64>(row, SPILL_KEY_AT)).toBe(bodyKey(body));
      expect(load<u32>(row, SPILL_SHAPE_AT)).toBe(bodyShape(body));
      expect(load<u32>(row, SPILL_STORED_AT)).toBe(bodyStored(body));
      expect(load<u32>(row, SPILL_AT_AT)).toBe(at);
      at += slotSize(bodyStored(body));
    }
    expect(packedBytes()).toBe(at - 8);
    const base = startOf(1);
    write(base);
    for (let i: u32 = 0; i < count; i++) {
      const row = LIST + i * SPILL_ROW_BYTES;
      const body = <usize>load<u32>(row, SPILL_HANDLE_AT);
      const bytes = byteAt(base) + load<u32>(row, SPILL_AT_AT);
      const stored = bodyStored(body);
      assert(memory.compare(bytes, bodyPlace(body), stored) == 0);
      assert(isAll(bytes - 8, 8, 0) && isAll(bytes + stored, slotSize(stored) - stored - 8, 0));
    }
    expect(commit(count, base)).toBe(20);
    for (let i: u32 = 0; i < 20; i++) assert(isTail(area, i, 333 + 7 * i));
  });

  it("passes over bodies that were used since the hand came by, and takes them the next time", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 60; i++) assert(storeTail(area, i, 1000) == Status.STORED);
    for (let i: u32 = 0; i < 60; i += 3) assert(isTail(area, i, 1000));
    // A room of forty bodies: so many are there without the used ones.
    expect(pack(40 * 1008)).toBe(40);
    write(startOf(1));
    expect(commit(40, startOf(1))).toBe(40);
    for (let i: u32 = 0; i < 60; i++) assert(isAway(area, i) == (i % 3 != 0));
    expect(spill(2)).toBe(20);
  });

  it("finds every body cold after two rounds, when all were used", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 60; i++)
      assert(storeTail(area, i, 1000) == Status.STORED && isTail(area, i, 1000));
    expect(spill(1)).toBe(60);
    expect(pack()).toBe(0);
  });

  it("goes on where the room ended, and looks at no page twice before all others", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 200; i++) assert(storeTail(area, i, 500) == Status.STORED);
    let all: u32 = 0;
    while (all < 200) {
      const count = pack(3 * 512);
      expect(count).toBe(min<u32>(3, 200 - all));
      write(startOf(1) + all * 32);
      expect(commit(count, startOf(1) + all * 32)).toBe(count);
      all += count;
      // What is used now is not met again in this round.
      for (let i: u32 = 0; i < 200; i++) if (!isAway(area, i)) break;
    }
    for (let i: u32 = 0; i < 200; i++) assert(isTail(area, i, 500));
  });

  it("leaves same-filled, young and ephemeral pages, and bodies that clients share", () => {
    freshEngine(ALL | FLAG_EVICT);
    openDevice();
    assert(openArea(1, openClient(1, 100), 1));
    assert(openArea(2, openClient(2, 0), 0) && openArea(3, openClient(3, 0), 0));
    for (let i: u32 = 0; i < 20; i++) {
      assert(storeTail(areaNumbered(1), i, 900) == Status.STORED);
      assert(storeTail(areaNumbered(2), i, 800) == Status.STORED);
      assert(storeTail(areaNumbered(3), i, 800) == Status.STORED);
      memory.fill(PAGE, <u8>i, 4096);
      assert(storePage(areaNumbered(2), 100 + i, PAGE, 4096) == Status.STORED);
    }
    expect(pack()).toBe(0);
    assert(storeTail(areaNumbered(2), 500, 700) == Status.STORED);
    nurserySetCapacity(4);
    assert(openArea(4, openClient(4, 0), 4));
    assert(storeTail(areaNumbered(4), 1, 700) == Status.STORED);
    expect(spill(1)).toBe(1);
    expect(isAway(areaNumbered(2), 500)).toBeTruthy();
  });

  it("takes all sharers of a body along, after bodies with one", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 30; i++)
      for (let copy: u32 = 0; copy < 3; copy++) {
        writeTail(PAGE, i, 600);
        assert(storePage(area, i + 100 * copy, PAGE, 4096) == Status.STORED);
      }
    for (let i: u32 = 500; i < 520; i++) assert(storeTail(area, i, 600) == Status.STORED);
    expect(pack(20 * 608)).toBe(20);
    write(startOf(1));
    expect(commit(20, startOf(1))).toBe(20);
    for (let i: u32 = 500; i < 520; i++) assert(isAway(area, i));
    // The three pages of a body are visits of the hand, too.
    expect(spill(2)).toBe(30);
    expect(bodyRefs(bodyOf(area, 7))).toBe(3);
    expect(bodyIndexed(bodyOf(area, 7))).toBeTruthy();
    expect(bodyIndexed(bodyOf(area, 507))).toBeFalsy();
    for (let i: u32 = 0; i < 30; i++) {
      assert(load_(area, i + 100 * (i % 3)) == 4096);
      writeTail(COPY, i, 600);
      assert(memory.compare(PAGE, COPY, 4096) == 0);
    }
    for (let i: u32 = 0; i < 30; i++) assert(invalidatePage(area, i + 100) && invalidatePage(area, i + 200));
    expect(statGet(STAT_AWAY_FREED)).toBe(0);
    for (let i: u32 = 0; i < 30; i++) assert(invalidatePage(area, i));
    expect(statGet(STAT_AWAY_FREED)).toBe(30);
    expect(segmentEmptied()).toBe(2);
    expect(selfCheck()).toBe(0);
  });

  it("gives an equal page that comes later a body of its own", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 2; i++) {
      writeTail(PAGE, 5, 600);
      assert(storePage(area, i, PAGE, 4096) == Status.STORED);
    }
    assert(storeTail(area, 7, 600) == Status.STORED);
    expect(spill(1)).toBe(2);
    for (let i: u32 = 10; i < 12; i++) {
      writeTail(PAGE, 5, 600);
      assert(storePage(area, i, PAGE, 4096) == Status.STORED);
      assert(storeTail(area, 7 + i * 100, 600) == Status.STORED);
    }
    expect(bodyOf(area, 10)).toBe(bodyOf(area, 11));
    expect(isAway(area, 10)).toBeFalsy();
    expect(isAway(area, 0)).toBeTruthy();
    expect(selfCheck()).toBe(0);
  });

  it("charges a client for what is in memory only", () => {
    freshEngine(ALL);
    openDevice();
    const client = openClient(1, 0);
    const sharing = openClient(2, 0);
    assert(openArea(1, client, 1) && openArea(2, sharing, 0));
    for (let i: u32 = 0; i < 10; i++) {
      assert(storeTail(areaNumbered(1), i, 1000) == Status.STORED);
      writeTail(PAGE, i, 1000);
      assert(storePage(areaNumbered(1), 100 + i, PAGE, 4096) == Status.STORED);
      assert(storeTail(areaNumbered(2), i, 500) == Status.STORED);
    }
    expect(clientCharged(client)).toBe(10000);
    expect(clientCharged(sharing)).toBe(5000);
    expect(spill(1)).toBe(20);
    expect(clientCharged(client)).toBe(0);
    expect(clientCharged(sharing)).toBe(0);
    assert(isTail(areaNumbered(2), 3, 500) && isTail(areaNumbered(2), 3, 500));
    expect(clientCharged(sharing)).toBe(500);
    assert(invalidatePage(areaNumbered(2), 3) && invalidatePage(areaNumbered(2), 4));
    expect(clientCharged(sharing)).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("makes room in a full arena, again and again", () => {
    freshEngine(ALL, 24);
    openDevice();
    const area = areaOpen(1);
    let segment: u32 = 1;
    for (let i: u32 = 0; i < 3000; i++) {
      let status = storeTail(area, i, 3000);
      if (status == Status.FULL) {
        assert(spill(segment++) > 0);
        status = storeTail(area, i, 3000);
      }
      assert(status == Status.STORED);
    }
    expect(segment).toBeGreaterThan(20);
    expect(isFull()).toBeFalsy();
    for (let i: u32 = 0; i < 3000; i += 7) assert(isTail(area, i, 3000));
    expect(invalidateArea(area)).toBe(3000);
    let emptied: u32 = 0;
    while (segmentEmptied()) emptied++;
    expect(emptied).toBe(segment - 1);
    expect(selfCheck()).toBe(0);
  });

  it("has a row for every segment, wherever the next one lies, while the arena is full", () => {
    freshEngine(ALL, 32);
    openDevice();
    const area = areaOpen(1);
    let page: u32 = 0;
    // Each segment is the first of its frame of rows. What is packed is not looked at here.
    for (let i: u32 = 0; i < 12; i++) {
      while (storeTail(area, page, 1000) == Status.STORED) page++;
      let at: u32 = startOf(1 + 600 * i);
      for (let window: u32 = 0; window < 3; window++) {
        const count = pack();
        assert(count > 50);
        expect(commit(count, at)).toBe(count);
        at += packedBytes() >> 4;
      }
    }
    expect(statGet(STAT_PACK_CHANGED)).toBe(0);
  });

  it("keeps what flies in memory until the answer, and takes nothing that changed meanwhile", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 10; i++) assert(storeTail(area, i, 1000) == Status.STORED);
    const live = slabLiveSum();
    expect(pack()).toBe(10);
    write(startOf(1));
    // Its place and its slot are what they were.
    expect(slabLiveSum()).toBe(live);
    for (let i: u32 = 1; i < 10; i++) expect(bodyHome(bodyOf(area, i))).toBe(Home.FLYING);
    expect(selfCheck()).toBe(0);
    assert(isTail(area, 0, 1000));
    assert(storeTail(area, 1, 1001) == Status.STORED);
    assert(invalidatePage(area, 2));
    assert(loadPage(area, 3, PAGE, 4096, true) == 4096);
    writeTail(PAGE, 4, 1000);
    assert(storePage(area, 44, PAGE, 4096) == Status.STORED);
    densifyMark(0, 1000);
    while (compactStep()) {}
    expect(commit(10, startOf(1))).toBe(5);
    expect(statGet(STAT_PACK_CHANGED)).toBe(5);
    assert(isTail(area, 0, 1000) && isTail(area, 1, 1001));
    assert(load_(area, 44) == 4096);
    writeTail(COPY, 4, 1000);
    assert(memory.compare(PAGE, COPY, 4096) == 0);
    for (let i: u32 = 4; i < 10; i++) assert(isTail(area, i, 1000) && isAway(area, i) == i > 4);
    expect(segmentLiveBytes(1)).toBe(5 * 1008);
  });

  it("does not take another body that has the record, and flies in another list", () => {
    const area = areaOpen(1);
    assert(storeTail(area, 0, 1000) == Status.STORED);
    expect(pack(1 << 20, LIST)).toBe(1);
    write(startOf(1));
    const record = bodyOf(area, 0);
    // The same key, shape and record, but for the bytes.
    writeTail(PAGE, 9, 1000);
    assert(storePage(area, 0, PAGE, 4096) == Status.STORED);
    expect(bodyOf(area, 0)).toBe(record);
    expect(pack(1 << 20, LIST_2)).toBe(1);
    write(startOf(2));
    expect(commit(1, startOf(1), LIST)).toBe(0);
    expect(load_(area, 0)).toBe(4096);
    writeTail(COPY, 9, 1000);
    expect(memory.compare(PAGE, COPY, 4096)).toBe(0);
    expect(commit(1, startOf(2), LIST_2)).toBe(0);
  });

  it("charges clients for their slots from the packing on, and never beyond what they may have there", () => {
    freshEngine(ALL);
    openDevice(4, 24);
    const one = openClient(1, 0);
    const other = openClient(2, 0);
    assert(openArea(1, one, 1) && openArea(2, other, 2));
    for (let i: u32 = 0; i < 40; i++) {
      assert(storeTail(areaNumbered(1), i, 1000) == Status.STORED);
      assert(storeTail(areaNumbered(2), i, 1000) == Status.STORED);
    }
    clientSetAwayCap(one, 10 * slotSize(1000) + 999);
    clientSetAwayCap(other, 0);
    expect(pack()).toBe(10);
    expect(clientAway(one)).toBe(10 * slotSize(1000));
    expect(pack(1 << 20, LIST_2)).toBe(0);
    abort(10);
    expect(clientAway(one)).toBe(0);
    expect(spill(1)).toBe(10);
    expect(clientAway(one)).toBe(10 * slotSize(1000));
    expect(clientCharged(one)).toBe(30 * 1000);
    expect(spill(2)).toBe(0);
    // What lies there stays when the bound is lowered. A place that is given up can be taken again.
    clientSetAwayCap(one, 9 * slotSize(1000));
    for (let i: u32 = 0; i < 40; i++)
      if (isAway(areaNumbered(1), i) && clientAway(one) > 8 * slotSize(1000))
        invalidatePage(areaNumbered(1), i);
    expect(clientAway(one)).toBe(8 * slotSize(1000));
    expect(spill(2)).toBe(1);
    clientSetAwayCap(other, u64.MAX_VALUE);
    expect(spill(3)).toBe(40);
    expect(selfCheck()).toBe(0);
    expect(invalidateArea(areaNumbered(2))).toBe(40);
    expect(clientAway(other)).toBe(0);
    invalidateArea(areaNumbered(1));
    expect(clientAway(one)).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("takes bodies of one client alone, each with a hand of its own", () => {
    freshEngine(ALL);
    openDevice();
    const one = openClient(1, 0);
    const other = openClient(2, 0);
    assert(openArea(1, one, 1) && openArea(2, other, 2));
    for (let i: u32 = 0; i < 30; i++) {
      assert(storeTail(areaNumbered(1), i, 1000) == Status.STORED);
      assert(storeTail(areaNumbered(2), i, 1000) == Status.STORED);
    }
    let gone: u32 = 0;
    for (let turn: u32 = 0; turn < 3; turn++) {
      const count = pack(10 * 1008, LIST, one);
      write(startOf(1 + turn));
      gone += commit(count, startOf(1 + turn));
    }
    expect(gone).toBe(30);
    for (let i: u32 = 0; i < 30; i++) assert(isAway(areaNumbered(1), i) && !isAway(areaNumbered(2), i));
    expect(clientCharged(one)).toBe(0);
    expect(clientCharged(other)).toBe(30 * 1000);
    expect(pack(1 << 20, LIST, one)).toBe(0);
    expect(pack(1 << 20, LIST, other)).toBe(30);
    abort(30);
    for (let i: u32 = 0; i < 30; i++) assert(isTail(areaNumbered(1), i, 1000));
  });

  it("keeps a shared body in memory that has lost a page on its way, and it may fly again", () => {
    freshEngine(ALL);
    openDevice();
    const one = openClient(1, 0);
    assert(openArea(1, one, 1));
    const area = areaNumbered(1);
    for (let copy: u32 = 0; copy < 3; copy++) {
      writeTail(PAGE, 5, 1000);
      assert(storePage(area, 100 * copy, PAGE, 4096) == Status.STORED);
    }
    expect(pack()).toBe(1);
    write(startOf(1));
    for (let copy: u32 = 0; copy < 2; copy++) assert(invalidatePage(area, 100 * copy));
    expect(clientAway(one)).toBe(0);
    expect(pack(1 << 20, LIST_2)).toBe(1);
    write(startOf(2));
    expect(clientAway(one)).toBe(slotSize(1000));
    // Either list may name the page that is left, and one of the two copies is taken.
    expect(commit(1, startOf(1), LIST) + commit(1, startOf(2), LIST_2)).toBe(1);
    expect(clientAway(one)).toBe(slotSize(1000));
    assert(load_(area, 200) == 4096);
    writeTail(COPY, 5, 1000);
    expect(memory.compare(PAGE, COPY, 4096)).toBe(0);
  });

  it("gives an equal page of another client a body of its own while one is on its way", () => {
    freshEngine(ALL);
    openDevice();
    const one = openClient(1, 0);
    const other = openClient(2, 0);
    assert(openArea(1, one, 0) && openArea(2, other, 0));
    writeTail(PAGE, 5, 1000);
    assert(storePage(areaNumbered(1), 0, PAGE, 4096) == Status.STORED);
    expect(pack()).toBe(1);
    write(startOf(1));
    writeTail(PAGE, 5, 1000);
    assert(storePage(areaNumbered(2), 0, PAGE, 4096) == Status.STORED);
    expect(statGet(STAT_BODIES)).toBe(2);
    expect(commit(1, startOf(1))).toBe(1);
    expect(clientAway(one)).toBe(slotSize(1000));
    expect(clientAway(other)).toBe(0);
    expect(clientCharged(other)).toBe(1000);
    invalidateArea(areaNumbered(2));
    invalidateArea(areaNumbered(1));
    expect(clientAway(one)).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("does nothing to bodies whose write failed: they can leave the next time", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 10; i++) assert(storeTail(area, i, 1000) == Status.STORED);
    const live = slabLiveSum();
    expect(pack()).toBe(10);
    expect(pack(1 << 20, LIST_2)).toBe(0);
    abort(10);
    expect(statGet(STAT_PACK_ABORTED)).toBe(10);
    expect(slabLiveSum()).toBe(live);
    for (let i: u32 = 0; i < 10; i++) expect(bodyHome(bodyOf(area, i))).toBe(Home.MEMORY);
    expect(spill(2)).toBe(10);
  });

  it("lists what lies in segments, and moves it to another location", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 600; i++) assert(storeTail(area, i, 1200) == Status.STORED);
    expect(spill(1) + spill(2) + spill(3)).toBe(600);
    for (let i: u32 = 0; i < 600; i++) if (i % 4) invalidatePage(area, i);
    const live = segmentLiveBytes(1) + segmentLiveBytes(2);
    const count = spillCollect(segments(2), 2, 1 << 20);
    expect(count * 1200).toBe(live);
    memory.copy(LIST, WINDOW_PTR, count * SPILL_ROW_BYTES);
    // As the host copies them: side by side.
    let to = byteAt(startOf(9));
    for (let i: u32 = 0; i < count; i++) {
      memory.copy(to, byteAt(load<u32>(LIST + i * SPILL_ROW_BYTES, SPILL_AT_AT)), 1200);
      to += 1200;
    }
    // One goes, one comes back before that is told.
    const gone = 4 * below(40);
    let back = gone + 4;
    while (!isAway(area, back)) back += 4;
    assert(isTail(area, back, 1200) && isTail(area, back, 1200) && !isAway(area, back));
    invalidatePage(area, gone);
    memory.copy(WINDOW_PTR, LIST, count * SPILL_ROW_BYTES);
    const moved = spillRelocate(count, startOf(9), SEGMENTS);
    expect(load<u32>(SEGMENTS)).toBe(startOf(9) + count * 75);
    expect(segmentLiveBytes(1) + segmentLiveBytes(2)).toBe(0);
    expect(moved).toBeLessThan(count);
    expect(selfCheck()).toBe(0);
    const told = segmentEmptied();
    expect(told + segmentEmptied()).toBe(3);
    for (let i: u32 = 0; i < 600; i += 4) assert(i == gone || isTail(area, i, 1200));
  });

  it("lists at most what there is room for", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 100; i++) assert(storeTail(area, i, 1200) == Status.STORED);
    expect(spill(1)).toBe(100);
    expect(spillCollect(segments(1), 1, 10 * 1200 + 5)).toBe(10);
    expect(spillCollect(segments(1), 1, 1 << 20)).toBe(100);
    expect(spillCollect(segments(1), 1, 1 << 20, 30)).toBe(70);
    expect(spillCollect(segments(1), 1, 10 * 1200 + 5, 95)).toBe(5);
    expect(spillCollect(segments(0), 0, 1 << 20)).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("leaves no byte of a page in memory, if the pool asked for that", () => {
    freshEngine(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_ZEROIZE);
    openDevice();
    const area = areaOpen(1);
    const canary: u64 = 0x1122334455667788;
    for (let kind: u32 = 1; kind < 4; kind++) {
      const bytes = writeCanary(kind, canary);
      assert(storePage(area, kind, PAGE, bytes) == Status.STORED);
    }
    memory.fill(PAGE, 0, 65536);
    expect(hits(canary)).toBeGreaterThan(2);
    expect(spill(1)).toBe(3);
    memory.fill(PAGE, 0, 65536);
    expect(hits(canary)).toBe(0);
  });

  it("keeps every page through any order of steps", () => {
    freshEngine(ALL, 40);
    openDevice(5, 24);
    setFlags(ALL);
    const area = areaOpen(1);
    const KEYS: u32 = 400;
    const model = BUFFER_PTR + 0x10000;
    memory.fill(model, 0, KEYS << 2);
    let segment: u32 = 1;
    let content: u32 = 1;
    for (let step: u32 = 0; step < 10000; step++) {
      seed(step * 7919 + 1);
      const key = below(4) ? below(40) : below(KEYS);
      const what = below(100);
      const at = model + (key << 2);
      if (what < 45) {
        // Of few contents, so that pages are equal.
        content = 1 + below(900);
        if (storeSeeded(area, key, content) != Status.STORED) content = 0;
        store<u32>(at, content);
      } else if (what < 55) {
        assert(invalidatePage(area, key) == (load<u32>(at) != 0));
        store<u32>(at, 0);
      } else if (what < 90) {
        const wanted = load<u32>(at);
        const got = load_(area, key);
        if (!wanted) assert(got == Status.MISS);
        else assert(got == writeSeeded(COPY, wanted) && !memory.compare(PAGE, COPY, got));
      } else if (what < 94) {
        const count = pack(20000);
        write(startOf(segment));
        if (below(3)) commit(count, startOf(segment));
        else abort(count);
        let tries: u32 = 170;
        do {
          segment = segment < 170 ? segment + 1 : 1;
          tries -= 1;
        } while (segmentLiveBytes(segment) && tries);
        // Many segments with few bodies: the next one is emptied as pages go.
        for (let i: u32 = 0; i < KEYS && segmentLiveBytes(segment); i++)
          if (invalidatePage(area, i)) store<u32>(model + (i << 2), 0);
      } else if (what < 96) {
        compactStep();
      }
      if (step % 50 == 0) assert(selfCheck() == 0);
    }
    expect(statGet(STAT_PROMOTED)).toBeGreaterThan(20);
    expect(statGet(STAT_SPILLED)).toBeGreaterThan(200);
    expect(freeBytes()).toBeGreaterThan(0);
    expect(selfCheck()).toBe(0);
  });
});
