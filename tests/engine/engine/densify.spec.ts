/**
 * densify.spec.ts - a page that is not in use is handed out once, comes back from its dense block as it was,
 * and every account says so. A page that would not save an eighth, or whose block does not decode to it,
 * stays as it is for good.
 *
 * How: an arena with a dictionary that was trained from the same kinds of pages; the blocks are made beside
 * it.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import { denseEncode } from "../../../assembly/codec/dense/encode";
import {
  densifyBody,
  densifyKeep,
  densifyLimit,
  densifyMark,
  densifyNext,
} from "../../../assembly/engine/densify";
import { invalidatePage, loadPage, storePage } from "../../../assembly/engine/engine";
import { openClient } from "../../../assembly/engine/life";
import { windowBytes } from "../../../assembly/engine/scratch";
import { setFlags } from "../../../assembly/engine/settings";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_VERIFY,
  FLAG_ZEROIZE,
  PageKind,
  STAT_COMPRESSED_BYTES,
  STAT_RECOMPRESSED,
  STAT_RECOMPRESSED_BYTES,
  STAT_TRIED_BODIES,
  Status,
  WINDOW_PTR,
  WINDOW_SCRATCH_AT,
} from "../../../assembly/ground/layout";
import { Codec } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { slabFreeSum, slotBytes } from "../../../assembly/memory/slab";
import { areaAccount, areaOpen, areaSetAccount } from "../../../assembly/owners/areas";
import { bodyCodec, bodyPlace, bodyStored, bodyTried, bodyVersion } from "../../../assembly/owners/bodies";
import { clientCharged, clientCountAreas } from "../../../assembly/owners/clients";
import { dictionaryAdd, dictionaryBodies, dictionaryForget } from "../../../assembly/owners/dictionaries";
import { directoryFind, entryBody, entryNode } from "../../../assembly/owners/directory";
import { nodeCharge } from "../../../assembly/owners/eviction/orders";
import { DICTIONARY, INDEX, TARGET, train, WORK } from "../codec/dense/support";
import { BUFFER_PTR, fillHeapLike, fillRandom, freshEngine, isAll, PAGE, seed } from "../support";

const COPY: usize = BUFFER_PTR + 0x900000;
const SCOPE: u32 = 1;
const PAGES: u32 = 60;
let area: usize = 0;
let bytes: u32 = 0;

function write(at: usize, offset: u32): void {
  seed(offset * 13 + 7);
  fillHeapLike(at, 4096);
}

function comesBack(offset: u32): bool {
  memory.fill(PAGE, 0xee, 4096);
  if (loadPage(area, offset, PAGE, 4096, false) != 4096) return false;
  write(COPY, offset);
  return memory.compare(PAGE, COPY, 4096) == 0;
}

function bodyOf(offset: u32): usize {
  return entryBody(directoryFind(area, offset));
}

/** The dense block of the window's page, in the window. */
function encodeWindow(limit: u32): u32 {
  const stored = denseEncode(WINDOW_PTR, 4096, DICTIONARY, INDEX, WORK, TARGET, limit);
  memory.copy(WINDOW_PTR, TARGET, stored);
  return stored;
}

/** Recodes all there is. Answers the pages handed out. */
function recodeAll(idle: bool): u32 {
  let handed: u32 = 0;
  let from: u32 = 0;
  while (true) {
    const next = densifyNext(from, 0, 16, idle, SCOPE);
    if (densifyBody()) {
      handed += 1;
      densifyKeep(encodeWindow(densifyLimit(densifyBody())));
      assert(selfCheck() == 0);
    }
    if (!next) return handed;
    from = next - 1;
  }
}

describe("pages that rest", () => {
  beforeEach(() => {
    freshEngine(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY, 64);
    seed(53);
    bytes = train(5);
    assert(dictionaryAdd(5, SCOPE, DICTIONARY, bytes));
    const client = openClient(1, 0);
    area = areaOpen(SCOPE);
    areaSetAccount(area, client);
    clientCountAreas(client, 1);
    for (let i: u32 = 0; i < PAGES; i += 1) {
      write(PAGE, i);
      assert(storePage(area, i, PAGE, 4096) == Status.STORED);
    }
  });

  it("become denser, each once, and come back", () => {
    const before = statGet(STAT_COMPRESSED_BYTES);
    const charged = clientCharged(areaAccount(area));
    expect(recodeAll(false)).toBe(PAGES);
    expect(statGet(STAT_RECOMPRESSED) + statGet(STAT_TRIED_BODIES)).toBe(PAGES);
    expect(statGet(STAT_RECOMPRESSED) > PAGES / 2).toBeTruthy();
    expect(<u32>statGet(STAT_RECOMPRESSED)).toBe(dictionaryBodies(5));
    const saved = before - statGet(STAT_COMPRESSED_BYTES);
    expect(statGet(STAT_RECOMPRESSED_BYTES)).toBe(saved);
    expect(clientCharged(areaAccount(area))).toBe(charged - <u64>saved);
    expect(slabFreeSum() >= <u32>saved).toBeTruthy();
    for (let i: u32 = 0; i < PAGES; i += 1) expect(comesBack(i)).toBeTruthy();
    expect(recodeAll(false)).toBe(0);
    for (let i: u32 = 0; i < PAGES; i += 1) expect(invalidatePage(area, i)).toBeTruthy();
    expect(dictionaryBodies(5)).toBe(0);
    expect(dictionaryForget(5)).toBeTruthy();
    expect(selfCheck()).toBe(0);
  });

  it("become denser when they are typed, if that is less than their kind saves", () => {
    for (let i: u32 = 0; i < PAGES; i += 1) {
      write(PAGE, i);
      assert(storePage(area, i, PAGE, 4096, PageKind.FOUR) == Status.STORED);
      assert(bodyCodec(bodyOf(i)) == Codec.TYPED);
    }
    expect(recodeAll(false)).toBe(PAGES);
    let dense: u32 = 0;
    for (let i: u32 = 0; i < PAGES; i += 1) {
      if (bodyCodec(bodyOf(i)) == Codec.DENSE) dense += 1;
      else expect(bodyTried(bodyOf(i))).toBeTruthy();
      assert(comesBack(i));
    }
    expect(dense).toBeGreaterThan(0);
  });

  it("leave nothing in scratch, in work or behind the block when the pool asked for that", () => {
    setFlags(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY | FLAG_ZEROIZE);
    const behind: usize = WINDOW_PTR + WINDOW_SCRATCH_AT;
    const bytes = windowBytes(4096) - WINDOW_SCRATCH_AT;
    const place = bodyPlace(bodyOf(0));
    const before = bodyStored(bodyOf(0));
    recodeAll(false);
    expect(bodyCodec(bodyOf(0))).toBe(Codec.DENSE);
    expect(bodyPlace(bodyOf(0))).toBe(place);
    // The rest of the slot is a hole now. Nothing is in it but what the slab writes at its start.
    const hole = slotBytes(bodyStored(bodyOf(0)));
    expect(isAll(place + hole, before - hole, 0)).toBeTruthy();
    expect(isAll(behind, bytes, 0)).toBeTruthy();
    comesBack(0);
    expect(isAll(behind, bytes, 0)).toBeTruthy();
  });

  it("are those that were not used since they were marked", () => {
    expect(recodeAll(true)).toBe(0);
    let bucket = densifyMark(0, 10);
    while (bucket) bucket = densifyMark(bucket, 10);
    for (let i: u32 = 0; i < PAGES; i += 2) assert(comesBack(i));
    // Storing an equal page is a use of the body.
    write(PAGE, 1);
    assert(storePage(area, 1000, PAGE, 4096) == Status.STORED);
    expect(recodeAll(true)).toBe(PAGES / 2 - 1);
    expect(bodyVersion(bodyOf(0))).toBe(0);
    expect(bodyVersion(bodyOf(1))).toBe(0);
  });

  it("are handed out one after the other, if the first in a bucket are passed over", () => {
    let handed: u32 = 0;
    let from: u32 = 0;
    let skip: u32 = 0;
    while (true) {
      const next = densifyNext(from, skip, 1 << 20, false, SCOPE);
      if (!next) break;
      skip = next - 1 == from ? skip + 1 : 1;
      from = next - 1;
      handed += 1;
    }
    expect(handed).toBe(PAGES);
  });

  it("of another scope are left alone", () => {
    expect(densifyNext(0, 0, 1 << 20, false, SCOPE + 1)).toBe(0);
    expect(densifyBody()).toBe(0);
  });

  it("stay as they are when nothing is gained, and are not asked for again", () => {
    densifyNext(0, 0, 1 << 20, false, SCOPE);
    const body = densifyBody();
    const stored = bodyStored(body);
    expect(densifyKeep(0)).toBe(0);
    expect(bodyTried(body)).toBeTruthy();
    expect(bodyStored(body)).toBe(stored);
    expect(recodeAll(false)).toBe(PAGES - 1);
    for (let i: u32 = 0; i < PAGES; i += 1) expect(comesBack(i)).toBeTruthy();
  });

  it("do not become what is not their page", () => {
    densifyNext(0, 0, 1 << 20, false, SCOPE);
    const body = densifyBody();
    // A block of another page; a block by a dictionary that is not here; bytes.
    write(WINDOW_PTR, 999);
    expect(densifyKeep(encodeWindow(4096))).toBe(0);
    expect(bodyCodec(body)).toBe(Codec.LZ4);
    densifyNext(0, 0, 1 << 20, false, SCOPE);
    const second = encodeWindow(4096);
    store<u8>(WINDOW_PTR, 6);
    expect(densifyKeep(second)).toBe(0);
    densifyNext(0, 0, 1 << 20, false, SCOPE);
    fillRandom(WINDOW_PTR, 500);
    store<u8>(WINDOW_PTR, 5);
    expect(densifyKeep(500)).toBe(0);
    expect(statGet(STAT_TRIED_BODIES)).toBe(3);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < PAGES; i += 1) expect(comesBack(i)).toBeTruthy();
  });

  it("that have changed while the block was made are let be (law 8)", () => {
    for (let what: u32 = 0; what < 4; what += 1) {
      densifyNext(0, 0, 1 << 20, false, SCOPE);
      const body = densifyBody();
      let offset: u32 = 0;
      while (bodyOf(offset) != body) offset += 1;
      const stored = encodeWindow(densifyLimit(body));
      assert(stored > 0);
      memory.copy(COPY, WINDOW_PTR, stored);
      // The page was only loaded; it is gone; another one has its key; another key's page has its record.
      if (what == 0) assert(loadPage(area, offset, PAGE, 4096, false) == 4096);
      else assert(invalidatePage(area, offset));
      write(PAGE, 3000 + what);
      if (what > 1) assert(storePage(area, what == 2 ? offset : 3000, PAGE, 4096) == Status.STORED);
      const before = statGet(STAT_COMPRESSED_BYTES);
      memory.copy(WINDOW_PTR, COPY, stored);
      expect(densifyKeep(stored) > 0).toBe(what == 0);
      expect(statGet(STAT_COMPRESSED_BYTES) < before).toBe(what == 0);
      expect(densifyKeep(stored)).toBe(0);
      expect(statGet(STAT_TRIED_BODIES)).toBe(0);
      expect(selfCheck()).toBe(0);
    }
  });

  it("that are damaged are not handed out, and stay damaged", () => {
    const at = bodyPlace(bodyOf(7)) + 20;
    store<u8>(at, load<u8>(at) ^ 16);
    recodeAll(false);
    expect(bodyVersion(bodyOf(7))).toBe(0);
    expect(loadPage(area, 7, PAGE, 4096, false)).toBe(Status.DAMAGED);
    expect(comesBack(8)).toBeTruthy();
  });

  it("whose dense body is damaged in any byte are told so, and free what they have", () => {
    recodeAll(false);
    let offset: u32 = 0;
    while (!bodyVersion(bodyOf(offset))) offset += 1;
    const body = bodyOf(offset);
    for (let i: u32 = 0; i < bodyStored(body); i += 1) {
      const at = bodyPlace(body) + i;
      store<u8>(at, <u32>load<u8>(at) ^ (1 << (i & 7)));
      const answer = loadPage(area, offset, PAGE, 4096, false);
      if (answer == 4096) {
        write(COPY, offset);
        assert(memory.compare(PAGE, COPY, 4096) == 0);
      } else {
        assert(answer == Status.DAMAGED);
      }
      store<u8>(at, <u32>load<u8>(at) ^ (1 << (i & 7)));
    }
    // Also when the byte that names its dictionary is another.
    const named = dictionaryBodies(5);
    store<u8>(bodyPlace(body), 99);
    expect(invalidatePage(area, offset)).toBeTruthy();
    expect(dictionaryBodies(5)).toBe(named - 1);
    expect(selfCheck()).toBe(0);
  });

  it("share a dense body with equal ones that come", () => {
    recodeAll(false);
    let offset: u32 = 0;
    while (!bodyVersion(bodyOf(offset))) offset += 1;
    write(PAGE, offset);
    expect(storePage(area, 2000, PAGE, 4096)).toBe(Status.STORED);
    expect(bodyOf(2000)).toBe(bodyOf(offset));
  });

  it("of a client with ephemeral pages count less in its order", () => {
    const client = openClient(2, 100);
    const own = areaOpen(2);
    areaSetAccount(own, client);
    clientCountAreas(client, 1);
    write(PAGE, 5000);
    assert(storePage(own, 1, PAGE, 4096) == Status.STORED);
    const node = entryNode(directoryFind(own, 1));
    const before = nodeCharge(node);
    densifyNext(0, 0, 1 << 20, false, 2);
    assert(densifyBody() != 0);
    const saved = densifyKeep(encodeWindow(4096));
    assert(saved > 0);
    expect(nodeCharge(node)).toBe(before - saved);
    expect(selfCheck()).toBe(0);
  });
});
