/**
 * parcels.spec.ts - pages on their way to another arena: every kind is packed, taken over and forgotten, and
 * no page is lost where there is no room.
 *
 * How: specs have one memory, so the other arena is the same engine begun anew. What was packed is kept aside
 * meanwhile.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import { invalidatePage, loadPage, storePage, supersedePage } from "../../../assembly/engine/engine";
import {
  FLAG_VERIFY,
  PARCEL_BYTES,
  PARCELS_ROOM,
  STAT_BODIES,
  STAT_DUPLICATE_PAGES,
  STAT_FILL_PAGES,
  STAT_MOVED_IN,
  STAT_MOVED_OUT,
  STAT_OVERWRITTEN,
  STAT_STORED_PAGES,
  STAT_YOUNG_PAGES,
  Status,
  WINDOW_PTR,
} from "../../../assembly/ground/layout";
import { Codec } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { nurserySetCapacity } from "../../../assembly/memory/nursery";
import { areaOpen, areaPages, areaSetNumber } from "../../../assembly/owners/areas";
import { bodyCodec, bodyRefs } from "../../../assembly/owners/bodies";
import {
  directoryBuckets,
  directoryCount,
  directoryFind,
  entryBody,
} from "../../../assembly/owners/directory";
import { parcelsBucket, parcelsDrop, parcelsPack, parcelsUnpack } from "../../../assembly/transfer/parcels";
import { ALL, bodyOf, COPY, comesBack } from "../drive";
import { BUFFER_PTR, fillHeapLike, fillKind, fillNumbers, freshEngine, PAGE, seed } from "../support";

/** Windows that were packed, each behind its length; then a word of zero. */
const PACKED: usize = BUFFER_PTR + 0x100000;
const NUMBER: u32 = 5;

function open(): usize {
  const area = areaOpen(1);
  assert(areaSetNumber(area, NUMBER));
  return area;
}

/** Length and bytes of the page that belongs to `offset`; every fifth is like the one before it. */
function write(at: usize, offset: u32): u32 {
  const content = offset % 5 == 4 ? offset - 1 : offset;
  seed(content * 31 + 9);
  const bytes: u32 = content % 7 ? 4096 : 1 + ((content * 2654435761) >> 20);
  fillKind(at, bytes, content % 6);
  return bytes;
}

function put(area: usize, offset: u32): void {
  assert(storePage(area, offset, PAGE, write(PAGE, offset)) == Status.STORED);
}

function isThere(area: usize, offset: u32): bool {
  memory.fill(PAGE, 0xee, 4096);
  const answer = loadPage(area, offset, PAGE, 4096, false);
  return answer == write(COPY, offset) && memory.compare(PAGE, COPY, answer) == 0;
}

/** Takes over all that packAll kept. */
function unpackAll(): void {
  let at = PACKED;
  while (load<u32>(at)) {
    memory.copy(WINDOW_PTR, at + 4, load<u32>(at));
    expect(parcelsUnpack(load<u32>(at))).toBe(load<u32>(at));
    assert(selfCheck() == 0);
    at += 4 + load<u32>(at);
  }
}

/** Packs everything there is, dropping it on the way, and keeps it at PACKED. Answers the windows. */
function packAll(): u32 {
  let at = PACKED;
  let windows: u32 = 0;
  let bucket = parcelsBucket(0);
  let bytes = parcelsPack(bucket);
  while (bytes) {
    assert(bytes <= PARCELS_ROOM);
    store<u32>(at, bytes);
    memory.copy(at + 4, WINDOW_PTR, bytes);
    at += 4 + bytes;
    windows++;
    parcelsDrop(bytes);
    assert(selfCheck() == 0);
    bucket = parcelsBucket(bucket);
    bytes = parcelsPack(bucket);
  }
  store<u32>(at, 0);
  return windows;
}

describe("parcels", () => {
  beforeEach(() => {
    freshEngine(ALL, 128);
  });

  it("carry typed bodies as they are", () => {
    let area = open();
    for (let kind: u32 = 0; kind < 4; kind++) {
      seed(kind + 5);
      fillNumbers(PAGE, 4000 + kind);
      assert(storePage(area, kind, PAGE, 4000 + kind, kind) == Status.STORED);
    }
    packAll();
    freshEngine(ALL, 128);
    area = open();
    unpackAll();
    for (let kind: u32 = 0; kind < 4; kind++) {
      expect(bodyCodec(bodyOf(area, kind))).toBe(kind ? Codec.TYPED : Codec.LZ4);
      seed(kind + 5);
      fillNumbers(COPY, 4000 + kind);
      expect(comesBack(area, kind, 4000 + kind)).toBeTruthy();
    }
    expect(selfCheck()).toBe(0);
  });

  it("carry every kind of page, and sharers stay sharers", () => {
    let area = open();
    for (let i: u32 = 0; i < 600; i++) put(area, i);
    const bodies = statGet(STAT_BODIES);
    const duplicates = statGet(STAT_DUPLICATE_PAGES);
    const fills = statGet(STAT_FILL_PAGES);
    expect(duplicates).toBeGreaterThan(50);
    const windows = packAll();
    expect(windows).toBeGreaterThan(10);
    expect(directoryCount()).toBe(0);
    expect(areaPages(area)).toBe(0);
    expect(statGet(STAT_MOVED_OUT)).toBe(600);
    expect(parcelsBucket(0)).toBe(directoryBuckets());

    freshEngine(ALL, 128);
    area = open();
    unpackAll();
    expect(statGet(STAT_MOVED_IN)).toBe(600);
    expect(statGet(STAT_STORED_PAGES)).toBe(600);
    expect(statGet(STAT_BODIES)).toBe(bodies);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(duplicates);
    expect(statGet(STAT_FILL_PAGES)).toBe(fills);
    for (let i: u32 = 0; i < 600; i++) assert(isThere(area, i));
  });

  it("are taken over as far as there is room; the rest stays where it is", () => {
    let area = open();
    for (let i: u32 = 0; i < 40; i++) put(area, 6 * i + 3);
    const bytes = parcelsPack(0);
    memory.copy(PACKED, WINDOW_PTR, bytes);
    freshEngine(ALL, 8);
    area = open();
    // Random pages until there is no room.
    let filler: u32 = 0;
    while (storePage(area, 100_000 + filler, PAGE, write(PAGE, 6 * filler + 1005)) == Status.STORED) filler++;
    for (let i: u32 = 0; i < 3; i++) invalidatePage(area, 100_000 + i);
    memory.copy(WINDOW_PTR, PACKED, bytes);
    const taken = parcelsUnpack(bytes);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(bytes);
    expect(statGet(STAT_MOVED_IN)).toBe(areaPages(area) - (filler - 3));
    expect(selfCheck()).toBe(0);
    // Dropping as much as was taken leaves the rest: played in the same arena.
    expect(statGet(STAT_MOVED_IN)).toBeLessThan(17);
    memory.copy(WINDOW_PTR, PACKED, bytes);
    parcelsDrop(taken);
    expect(areaPages(area)).toBe(filler - 3);
    expect(selfCheck()).toBe(0);
  });

  it("fit the window whatever the size of the page", () => {
    for (let pageBytes: u32 = 4096; pageBytes <= 65536; pageBytes <<= 1) {
      freshEngine(FLAG_VERIFY, 200, pageBytes);
      const area = open();
      for (let i: u32 = 0; i < 5; i++) {
        seed(i + 3);
        fillKind(PAGE, pageBytes, 3);
        assert(storePage(area, i, PAGE, pageBytes) == Status.STORED);
      }
      let count: u32 = 0;
      let bytes = parcelsPack(0);
      while (bytes) {
        const each = PARCEL_BYTES + pageBytes;
        expect(bytes % each).toBe(0);
        count += bytes / each;
        parcelsDrop(bytes);
        bytes = parcelsPack(0);
      }
      expect(count).toBe(5);
    }
  });

  it("settle a page that waits before it travels", () => {
    const area = open();
    nurserySetCapacity(50);
    for (let i: u32 = 0; i < 20; i++) {
      seed(i + 1);
      fillHeapLike(PAGE, 4096);
      storePage(area, i, PAGE, 4096);
    }
    expect(statGet(STAT_YOUNG_PAGES)).toBe(20);
    const bytes = parcelsPack(0);
    expect(statGet(STAT_YOUNG_PAGES)).toBe(0);
    expect(bytes).toBeLessThan(20 * 4096);
    expect(load<u32>(WINDOW_PTR + 24)).toBe(Codec.LZ4);
    expect(selfCheck()).toBe(0);
  });

  it("find in the other arena a page that is like theirs", () => {
    const area = open();
    put(area, 8);
    const bytes = parcelsPack(0);
    // As if from another arena: the same page under another key.
    store<u32>(WINDOW_PTR + 12, 777);
    expect(parcelsUnpack(bytes)).toBe(bytes);
    const body = entryBody(directoryFind(area, 8));
    expect(entryBody(directoryFind(area, 777))).toBe(body);
    expect(bodyRefs(body)).toBe(2);
    expect(bodyCodec(body)).toBe(Codec.LZ4);
    expect(selfCheck()).toBe(0);
    // One whose bytes differ is no such page, whatever its hash says.
    store<u32>(WINDOW_PTR + 12, 778);
    store<u8>(WINDOW_PTR + PARCEL_BYTES + 3, load<u8>(WINDOW_PTR + PARCEL_BYTES + 3) ^ 1);
    expect(parcelsUnpack(bytes)).toBe(bytes);
    expect(bodyRefs(body)).toBe(2);
    expect(loadPage(area, 778, PAGE, 4096, false)).toBe(Status.DAMAGED);
    expect(selfCheck()).toBe(0);
  });

  it("make room for what comes to another arena under the same key", () => {
    const area = open();
    put(area, 8);
    put(area, 9);
    expect(supersedePage(area, 8)).toBeTruthy();
    expect(supersedePage(area, 8)).toBeFalsy();
    expect(supersedePage(0, 9)).toBeFalsy();
    expect(statGet(STAT_OVERWRITTEN)).toBe(1);
    expect(selfCheck()).toBe(0);
    assert(isThere(area, 9));
  });
});
