/**
 * parcels.spec.ts - pages on their way: every kind packed, taken over, forgotten; nothing lost where there is no room.
 *
 * How: specs have one memory, so the other arena is the same engine begun anew: what was packed is kept aside while it is.
 */
import { areaOpen, areaPages, areaSetNumber } from "../../assembly/areas";
import { selfCheck } from "../../assembly/audit";
import { bodyCodec, bodyPlace, bodyRefs, bodyStored } from "../../assembly/bodies";
import { directoryBuckets, directoryCount, directoryFind, entryBody } from "../../assembly/directory";
import { engineSetNursery, invalidatePage, loadPage, storePage, supersedePage } from "../../assembly/engine";
import {
  FLAG_VERIFY,
  PARCEL_BYTES,
  PARCELS_ROOM,
  STAT_BODIES,
  STAT_DUPLICATE_PAGES,
  STAT_FILL_PAGES,
  STAT_INVALIDATED,
  STAT_MOVED_IN,
  STAT_MOVED_OUT,
  STAT_OVERWRITTEN,
  STAT_REFUSED_FULL,
  STAT_STORED_PAGES,
  STAT_YOUNG_PAGES,
  Status,
  WINDOW_PTR,
} from "../../assembly/layout";
import {
  adoptPage,
  parcelsBucket,
  parcelsDrop,
  parcelsPack,
  parcelsUnpack,
  releasePage,
} from "../../assembly/parcels";
import { Codec } from "../../assembly/records";
import { statGet } from "../../assembly/stats";
import { ALL, bodyOf, COPY, comesBack, keep, loadsTail, storeTail, writeTail } from "./drive";
import { BUFFER_PTR, fillHeapLike, fillKind, fillNumbers, freshEngine, PAGE, seed } from "./support";

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
    engineSetNursery(50);
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

describe("what another arena has made", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(16);
  });

  it("takes over each kind of body, and counts it as moved, not as stored", () => {
    const area = areaOpen(1);
    const other = areaOpen(1);
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
    const area = areaOpen(1);
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
    const area = areaOpen(1);
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
});
