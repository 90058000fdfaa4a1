/**
 * rested.spec.ts - pages that rest are handed out once, come back from dense blocks as they were, and every account says so; what
 * would not save an eighth, or would not decode to the page, is left as it is for good.
 *
 * How: an arena with a dictionary trained from the same kinds of pages, blocks made beside it.
 */
import { areaAccount, areaOpen, areaSetAccount } from "../../assembly/areas";
import { selfCheck } from "../../assembly/audit";
import { bodyCodec, bodyPlace, bodyStored, bodyTried, bodyVersion } from "../../assembly/bodies";
import { clientCharged, clientCountAreas } from "../../assembly/clients";
import { denseEncode } from "../../assembly/codec/dense_encode";
import { dictionaryAdd, dictionaryBodies, dictionaryForget } from "../../assembly/dictionaries";
import { directoryFind, entryBody, entryNode } from "../../assembly/directory";
import { engineOpenClient, engineSetFlags, invalidatePage, loadPage, storePage } from "../../assembly/engine";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_VERIFY,
  FLAG_ZEROIZE,
  PageKind,
  SLACK_BYTES,
  STAT_COMPRESSED_BYTES,
  STAT_RECOMPRESSED,
  STAT_RECOMPRESSED_BYTES,
  STAT_TRIED_BODIES,
  Status,
  WINDOW_PTR,
  WINDOW_SCRATCH_AT,
} from "../../assembly/layout";
import { nodeCharge } from "../../assembly/order";
import { workBytes } from "../../assembly/pages";
import { Codec } from "../../assembly/records";
import { restedBody, restedKeep, restedLimit, restedMark, restedNext } from "../../assembly/rested";
import { slabFreeSum, slotBytes } from "../../assembly/slab";
import { statGet } from "../../assembly/stats";
import { DICTIONARY, INDEX, TARGET, train, WORK } from "./codec/dense_support";
import { BUFFER_PTR, fillHeapLike, fillRandom, freshEngine, isAll, PAGE, seed } from "./support";

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
    const next = restedNext(from, 0, 16, idle, SCOPE);
    if (restedBody()) {
      handed += 1;
      restedKeep(encodeWindow(restedLimit(restedBody())));
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
    const client = engineOpenClient(1, 0);
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
    engineSetFlags(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY | FLAG_ZEROIZE);
    const behind: usize = WINDOW_PTR + WINDOW_SCRATCH_AT;
    const bytes = 4096 + SLACK_BYTES + workBytes(4096);
    const place = bodyPlace(bodyOf(0));
    const before = bodyStored(bodyOf(0));
    recodeAll(false);
    expect(bodyCodec(bodyOf(0))).toBe(Codec.DENSE);
    expect(bodyPlace(bodyOf(0))).toBe(place);
    // What it was longer is a hole now, and nothing in it but what the slab writes at its start.
    const hole = slotBytes(bodyStored(bodyOf(0)));
    expect(isAll(place + hole, before - hole, 0)).toBeTruthy();
    expect(isAll(behind, bytes, 0)).toBeTruthy();
    comesBack(0);
    expect(isAll(behind, bytes, 0)).toBeTruthy();
  });

  it("are those that were not used since they were marked", () => {
    expect(recodeAll(true)).toBe(0);
    let bucket = restedMark(0, 10);
    while (bucket) bucket = restedMark(bucket, 10);
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
      const next = restedNext(from, skip, 1 << 20, false, SCOPE);
      if (!next) break;
      skip = next - 1 == from ? skip + 1 : 1;
      from = next - 1;
      handed += 1;
    }
    expect(handed).toBe(PAGES);
  });

  it("of another scope are left alone", () => {
    expect(restedNext(0, 0, 1 << 20, false, SCOPE + 1)).toBe(0);
    expect(restedBody()).toBe(0);
  });

  it("stay as they are when nothing is gained, and are not asked for again", () => {
    restedNext(0, 0, 1 << 20, false, SCOPE);
    const body = restedBody();
    const stored = bodyStored(body);
    expect(restedKeep(0)).toBe(0);
    expect(bodyTried(body)).toBeTruthy();
    expect(bodyStored(body)).toBe(stored);
    expect(recodeAll(false)).toBe(PAGES - 1);
    for (let i: u32 = 0; i < PAGES; i += 1) expect(comesBack(i)).toBeTruthy();
  });

  it("do not become what is not their page", () => {
    restedNext(0, 0, 1 << 20, false, SCOPE);
    const body = restedBody();
    // A block of another page; a block by a dictionary that is not here; bytes.
    write(WINDOW_PTR, 999);
    expect(restedKeep(encodeWindow(4096))).toBe(0);
    expect(bodyCodec(body)).toBe(Codec.LZ4);
    restedNext(0, 0, 1 << 20, false, SCOPE);
    const second = encodeWindow(4096);
    store<u8>(WINDOW_PTR, 6);
    expect(restedKeep(second)).toBe(0);
    restedNext(0, 0, 1 << 20, false, SCOPE);
    fillRandom(WINDOW_PTR, 500);
    store<u8>(WINDOW_PTR, 5);
    expect(restedKeep(500)).toBe(0);
    expect(statGet(STAT_TRIED_BODIES)).toBe(3);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < PAGES; i += 1) expect(comesBack(i)).toBeTruthy();
  });

  it("that have changed while the block was made are let be (law 8)", () => {
    for (let what: u32 = 0; what < 4; what += 1) {
      restedNext(0, 0, 1 << 20, false, SCOPE);
      const body = restedBody();
      let offset: u32 = 0;
      while (bodyOf(offset) != body) offset += 1;
      const stored = encodeWindow(restedLimit(body));
      assert(stored > 0);
      memory.copy(COPY, WINDOW_PTR, stored);
      // Loaded it is the same page still; gone; another one under its key; its record is that of another key's page.
      if (what == 0) assert(loadPage(area, offset, PAGE, 4096, false) == 4096);
      else assert(invalidatePage(area, offset));
      write(PAGE, 3000 + what);
      if (what > 1) assert(storePage(area, what == 2 ? offset : 3000, PAGE, 4096) == Status.STORED);
      const before = statGet(STAT_COMPRESSED_BYTES);
      memory.copy(WINDOW_PTR, COPY, stored);
      expect(restedKeep(stored) > 0).toBe(what == 0);
      expect(statGet(STAT_COMPRESSED_BYTES) < before).toBe(what == 0);
      expect(restedKeep(stored)).toBe(0);
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
    const client = engineOpenClient(2, 100);
    const own = areaOpen(2);
    areaSetAccount(own, client);
    clientCountAreas(client, 1);
    write(PAGE, 5000);
    assert(storePage(own, 1, PAGE, 4096) == Status.STORED);
    const node = entryNode(directoryFind(own, 1));
    const before = nodeCharge(node);
    restedNext(0, 0, 1 << 20, false, 2);
    assert(restedBody() != 0);
    const saved = restedKeep(encodeWindow(4096));
    assert(saved > 0);
    expect(nodeCharge(node)).toBe(before - saved);
    expect(selfCheck()).toBe(0);
  });
});
