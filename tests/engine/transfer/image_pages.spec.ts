/**
 * image_pages.spec.ts - pages into an image and out of one: every kind; every bucket once, however the
 * directory grows on the way; a bucket larger than the window; equal bodies by name; pages that are damaged,
 * contradict themselves or crowd an index.
 *
 * How: specs have one memory, so the other arena is the same engine begun anew with another seed. Windows are
 * kept aside.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import { loadPage, storePage } from "../../../assembly/engine/engine";
import { arenaInit } from "../../../assembly/engine/life";
import { setFlags } from "../../../assembly/engine/settings";
import { pageHash, pageHashUnder } from "../../../assembly/ground/hash";
import {
  FLAG_COMPRESS,
  FLAG_VERIFY,
  IMAGE_AREA_AT,
  IMAGE_CODEC_AT,
  IMAGE_KEY_AT,
  IMAGE_LZ4,
  IMAGE_OFFSET_AT,
  IMAGE_PAGE_BYTES,
  IMAGE_RAW,
  IMAGE_RAW_AT,
  IMAGE_SAME,
  IMAGE_SHARED_AT,
  IMAGE_STORED_AT,
  PARCELS_ROOM,
  STAT_BODIES,
  STAT_DUPLICATE_PAGES,
  STAT_FILL_PAGES,
  STAT_MOVED_IN,
  STAT_YOUNG_PAGES,
  Status,
  WINDOW_PTR,
} from "../../../assembly/ground/layout";
import { statGet } from "../../../assembly/ground/stats";
import { nurserySetCapacity } from "../../../assembly/memory/nursery";
import { areaNumbered, areaOpen, areaPages, areaSetNumber } from "../../../assembly/owners/areas";
import { bodyIndexed, bodyPlace, bodyRefs, TWINS_MAX } from "../../../assembly/owners/bodies";
import { directoryBuckets } from "../../../assembly/owners/directory";
import { imageCheck, imagePack, imagePage, imageUnpack } from "../../../assembly/transfer/image_pages";
import { ALL, bodyOf, COPY } from "../drive";
import { BUFFER_PTR, fillHeapLike, fillKind, freshEngine, freshMemory, PAGE, seed } from "../support";

/** Windows that were packed, each behind its length; then a word of zero. */
const PACKED: usize = BUFFER_PTR + 0x100000;
/** A mark for each offset that came by. */
const SEEN: usize = BUFFER_PTR + 0x40000;
/** Where imagePack says where to go on, and imageUnpack how it ended. */
const FROM: usize = BUFFER_PTR + 0x30000;
const SKIP: usize = FROM + 4;
const STATUS: usize = FROM + 8;
const NUMBER: u32 = 5;
const SCOPE: u32 = 3;
/** The seed of freshEngine, and another. */
const SEED: u64 = 0x0123456789abcdef;
const OTHER: u64 = 0xfedcba9876543210;

function open(number: u32 = NUMBER, scope: u32 = SCOPE): usize {
  const area = areaOpen(scope);
  assert(areaSetNumber(area, number));
  return area;
}

/** Another engine, with another secret. */
function begin(flags: u32 = ALL): usize {
  freshMemory(8 << 20);
  assert(arenaInit(4096, 128, flags, OTHER));
  return open();
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

function pageBytes(page: usize): u32 {
  return IMAGE_PAGE_BYTES + ((load<u32>(page, IMAGE_STORED_AT) + 7) & ~7);
}

/** Keeps the window aside. Puts the scope of the key into the last word of each page, as a host does. */
function aside(at: usize, bytes: u32): usize {
  store<u32>(at, bytes);
  memory.copy(at + 4, WINDOW_PTR, bytes);
  for (let page = at + 4; page < at + 4 + bytes; page += pageBytes(page)) {
    store<u32>(page, SCOPE, IMAGE_SHARED_AT);
    const seen = SEEN + load<u32>(page, IMAGE_OFFSET_AT);
    store<u8>(seen, load<u8>(seen) + 1);
  }
  store<u32>(at + 4 + bytes, 0);
  return at + 4 + bytes;
}

/** Packs everything. Answers the windows. */
function packAll(): u32 {
  memory.fill(SEEN, 0, 4096);
  const buckets = directoryBuckets();
  let at = PACKED;
  let windows: u32 = 0;
  store<u32>(FROM, 0);
  store<u32>(SKIP, 0);
  while (load<u32>(FROM) < buckets) {
    const bytes = imagePack(load<u32>(FROM), load<u32>(SKIP), buckets, 0, FROM, SKIP);
    assert(bytes <= PARCELS_ROOM);
    at = aside(at, bytes);
    windows++;
  }
  return windows;
}

function unpackAll(): void {
  let at = PACKED;
  while (load<u32>(at)) {
    memory.copy(WINDOW_PTR, at + 4, load<u32>(at));
    const taken = imageUnpack(load<u32>(at), SEED, STATUS);
    assert(taken == load<u32>(at) && load<i32>(STATUS) == Status.STORED);
    assert(selfCheck() == 0);
    at += 4 + load<u32>(at);
  }
}

/** One page in the window, to be unpacked: its numbers, and `stored` bytes that stand behind them already. */
function describe1(offset: u32, codec: u32, raw: u32, stored: u32, key: u64): u32 {
  store<u64>(WINDOW_PTR, key, IMAGE_KEY_AT);
  store<u32>(WINDOW_PTR, NUMBER, IMAGE_AREA_AT);
  store<u32>(WINDOW_PTR, offset, IMAGE_OFFSET_AT);
  store<u32>(WINDOW_PTR, raw, IMAGE_RAW_AT);
  store<u32>(WINDOW_PTR, stored, IMAGE_STORED_AT);
  store<u32>(WINDOW_PTR, codec, IMAGE_CODEC_AT);
  store<u32>(WINDOW_PTR, SCOPE, IMAGE_SHARED_AT);
  return pageBytes(WINDOW_PTR);
}

function unpack1(bytes: u32): i32 {
  const taken = imageUnpack(bytes, SEED, STATUS);
  assert(selfCheck() == 0);
  assert((load<i32>(STATUS) == Status.STORED) == (taken == bytes));
  return load<i32>(STATUS);
}

describe("an image", () => {
  beforeEach(() => {
    freshEngine(ALL, 128);
  });

  it("carries every kind of page into a pool with another secret, as stores would have kept it", () => {
    let area = open();
    for (let i: u32 = 0; i < 600; i++) put(area, i);
    const bodies = statGet(STAT_BODIES);
    const duplicates = statGet(STAT_DUPLICATE_PAGES);
    const fills = statGet(STAT_FILL_PAGES);
    expect(packAll()).toBeGreaterThan(10);
    expect(areaPages(area)).toBe(600, "packing takes nothing away");
    for (let i: u32 = 0; i < 600; i++) assert(isThere(area, i));

    area = begin();
    unpackAll();
    expect(statGet(STAT_MOVED_IN)).toBe(600);
    expect(statGet(STAT_BODIES)).toBe(bodies);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(duplicates);
    expect(statGet(STAT_FILL_PAGES)).toBe(fills);
    for (let i: u32 = 0; i < 600; i++) assert(isThere(area, i));
    // Found by their hashes here: a store of the same page shares.
    expect(storePage(area, 2000, PAGE, write(PAGE, 302))).toBe(Status.STORED);
    expect(statGet(STAT_BODIES)).toBe(bodies);
    expect(bodyRefs(bodyOf(area, 302))).toBe(2);
  });

  it("passes each page that was there once, though the directory doubles while it is packed", () => {
    const area = open();
    for (let i: u32 = 0; i < 700; i++) put(area, i);
    memory.fill(SEEN, 0, 65536);
    const buckets = directoryBuckets();
    let from: u32 = 0;
    let at = PACKED;
    let added: u32 = 0;
    let windows: u32 = 0;
    while (from < buckets) {
      const bytes = imagePack(from, 0, buckets, 0, FROM, SKIP);
      assert(load<u32>(SKIP) == 0);
      at = aside(at, bytes);
      from = load<u32>(FROM);
      windows++;
      // A page that is new is in an image or not: a host passes over it. It says where a key stood then.
      for (let i: u32 = 0; i < 100; i++, added++) {
        store<u64>(PAGE, added);
        store<u64>(PAGE, 1, 8);
        assert(storePage(area, 10_000 + added, PAGE, 16) == Status.STORED);
      }
    }
    expect(windows).toBeGreaterThan(10);
    expect(directoryBuckets()).toBeGreaterThan(2 * buckets - 64);
    for (let i: u32 = 0; i < 700; i++) expect(load<u8>(SEEN + i)).toBe(1);
    expect(imagePage(area, 3, 0, buckets)).toBeGreaterThan(0);
    expect(imagePage(area, 3, buckets, buckets)).toBe(0, "its turn is over");
    expect(imagePage(area, 9_999, 0, buckets)).toBe(0, "not here");
  });

  it("of one area alone, when asked for that", () => {
    const area = open();
    const other = open(9);
    for (let i: u32 = 0; i < 200; i++) put(i % 3 ? area : other, i);
    memory.fill(SEEN, 0, 4096);
    store<u32>(FROM, 0);
    while (load<u32>(FROM) < directoryBuckets()) {
      aside(PACKED, imagePack(load<u32>(FROM), 0, directoryBuckets(), other, FROM, SKIP));
    }
    for (let i: u32 = 0; i < 200; i++) expect(load<u8>(SEEN + i)).toBe(i % 3 ? 0 : 1);
  });

  it("takes a bucket that is larger than the window in parts", () => {
    freshMemory(16 << 20);
    assert(arenaInit(65536, 256, FLAG_COMPRESS | FLAG_VERIFY, SEED));
    const area = open();
    // Sixteen neighbours have sixteen neighbouring buckets, so these meet in fours and more.
    for (let i: u32 = 0; i < 64; i++) {
      seed(i + 1);
      fillHeapLike(PAGE, 65536);
      memory.fill(PAGE, <u8>i, 64);
      for (let at: u32 = 0; at < 65536; at += 8)
        store<u32>(PAGE + at, load<u32>(PAGE + at) ^ (at * i * 2654435761));
      assert(storePage(area, i << 9, PAGE, 65536) == Status.STORED);
    }
    const buckets = directoryBuckets();
    let pages: u32 = 0;
    let parts: u32 = 0;
    store<u32>(FROM, 0);
    store<u32>(SKIP, 0);
    while (load<u32>(FROM) < buckets) {
      const bytes = imagePack(load<u32>(FROM), load<u32>(SKIP), buckets, 0, FROM, SKIP);
      for (let at: u32 = 0; at < bytes; at += pageBytes(WINDOW_PTR + at)) pages++;
      if (load<u32>(SKIP)) parts++;
    }
    expect(pages).toBe(64);
    expect(parts).toBeGreaterThan(0);
  });

  it("has pages that waited as settled ones", () => {
    nurserySetCapacity(8);
    let area = open();
    for (let i: u32 = 0; i < 20; i++) put(area, 6 * i + 3);
    expect(statGet(STAT_YOUNG_PAGES)).toBeGreaterThan(0);
    packAll();
    expect(statGet(STAT_YOUNG_PAGES)).toBe(0);
    area = begin();
    unpackAll();
    for (let i: u32 = 0; i < 20; i++) assert(isThere(area, 6 * i + 3));
  });

  it("keeps a damaged page as one that is damaged, whether loads are verified or not", () => {
    let area = open();
    for (let i: u32 = 0; i < 12; i++) put(area, i);
    const place = bodyPlace(bodyOf(area, 2));
    store<u8>(place + 40, load<u8>(place + 40) ^ 4);
    packAll();
    for (let round = 0; round < 2; round++) {
      area = begin(round ? ALL : ALL - FLAG_VERIFY);
      unpackAll();
      expect(loadPage(area, 2, PAGE, 4096, false)).toBe(Status.DAMAGED);
      for (let i: u32 = 0; i < 12; i++) assert(i == 2 || isThere(area, i));
    }
    // An image of this pool has the same damage again.
    packAll();
    area = begin();
    unpackAll();
    expect(loadPage(area, 2, PAGE, 4096, false)).toBe(Status.DAMAGED);
  });

  it("names a page that came before for its body: shared, or copied where bodies are not shared", () => {
    for (let round = 0; round < 2; round++) {
      const area = begin(round ? ALL - 1 : ALL);
      const other = open(9, 4);
      put(area, 3);
      put(area, 6);
      expect(unpack1(describe1(100, IMAGE_SAME, 4096, 0, ((<u64>3) << 32) | NUMBER))).toBe(Status.STORED);
      expect(statGet(STAT_DUPLICATE_PAGES)).toBe(round ? 0 : 1);
      expect(bodyRefs(bodyOf(area, 3))).toBe(round ? 1 : 2);
      // To another scope it goes as a body of its own, found by the hash that it has there.
      describe1(100, IMAGE_SAME, 4096, 0, ((<u64>3) << 32) | NUMBER);
      store<u32>(WINDOW_PTR, 9, IMAGE_AREA_AT);
      expect(unpack1(IMAGE_PAGE_BYTES)).toBe(Status.STORED);
      expect(bodyRefs(bodyOf(other, 100))).toBe(1);
      expect(bodyIndexed(bodyOf(other, 100))).toBe(round == 0);
      for (let i = 0; i < 2; i++) {
        expect(loadPage(i ? area : other, 100, PAGE, 4096, false)).toBe(4096);
        write(COPY, 3);
        expect(memory.compare(PAGE, COPY, 4096)).toBe(0);
      }
      // One that is not here; one of another length; a key that is taken; an area that is not open.
      expect(unpack1(describe1(101, IMAGE_SAME, 4096, 0, ((<u64>77) << 32) | NUMBER))).toBe(Status.MISS);
      expect(unpack1(describe1(101, IMAGE_SAME, 4095, 0, ((<u64>3) << 32) | NUMBER))).toBe(Status.DAMAGED);
      expect(unpack1(describe1(6, IMAGE_SAME, 4096, 0, ((<u64>3) << 32) | NUMBER))).toBe(Status.DAMAGED);
      expect(unpack1(describe1(101, IMAGE_SAME, 4096, 0, ((<u64>3) << 32) | 1234))).toBe(Status.MISS);
      expect(areaNumbered(1234)).toBe(0);
    }
  });

  it("holds any block for no more than what it decodes to under the key that it says", () => {
    const area = begin();
    seed(4);
    for (let i: u32 = 0; i < 300; i++) {
      const codec = i & 1 ? IMAGE_RAW : IMAGE_LZ4;
      for (let at: u32 = 0; at < 200; at += 4) {
        store<u32>(WINDOW_PTR + IMAGE_PAGE_BYTES + at, (i * 40503 + at) * 2654435761);
      }
      expect(unpack1(describe1(i, codec, 4096, 200, i))).toBe(Status.STORED);
      expect(loadPage(area, i, PAGE, 4096, false)).toBe(Status.DAMAGED);
    }
    expect(statGet(STAT_BODIES)).toBe(300);
  });

  it("cannot crowd the index: of one page's many blocks a few are found by its hash", () => {
    begin();
    // A page of 'a's: one literal and a match, or more literals and a shorter match.
    memory.fill(PAGE, 0x61, 4096);
    const key = pageHashUnder(SEED, PAGE, 4096, SCOPE);
    let indexed: u32 = 0;
    for (let i: u32 = 0; i < 40; i++) {
      // i + 1 sequences of one literal and a match of four, then one literal and all the rest.
      let at = WINDOW_PTR + IMAGE_PAGE_BYTES;
      for (let n: u32 = 0; n <= i; n++, at += 4) store<u32>(at, 0x00016110);
      let rest: u32 = 4096 - 5 * (i + 1) - 1 - 5 - 4 - 15;
      store<u32>(at, 0x0001611f);
      at += 4;
      while (rest >= 255) {
        store<u8>(at++, 255);
        rest -= 255;
      }
      store<u8>(at++, rest);
      store<u8>(at++, 0x50);
      memory.fill(at, 0x61, 5);
      const stored = <u32>(at + 5 - WINDOW_PTR - IMAGE_PAGE_BYTES);
      expect(unpack1(describe1(i, IMAGE_LZ4, 4096, stored, key))).toBe(Status.STORED);
      const area = areaNumbered(NUMBER);
      expect(loadPage(area, i, PAGE, 4096, false)).toBe(4096);
      expect(load<u8>(PAGE + 4095)).toBe(0x61);
      if (bodyIndexed(bodyOf(area, i))) indexed++;
    }
    expect(indexed).toBe(TWINS_MAX);
    expect(statGet(STAT_BODIES)).toBe(40);
  });

  it("checks a frame under the check before it, and leaves the pool's secret as it was", () => {
    seed(1);
    fillHeapLike(PAGE, 4096);
    const own = pageHash(PAGE, 4096, 1);
    const check = imageCheck(4096, 4, 7);
    expect(imageCheck(4096, 4, 7)).toBe(check);
    expect(imageCheck(4096, 4, 8) == check).toBe(false);
    expect(imageCheck(4096, 3, 7) == check).toBe(false);
    expect(imageCheck(4032, 4, 7) == check).toBe(false);
    expect(pageHash(PAGE, 4096, 1)).toBe(own);
    setFlags(ALL);
  });
});
