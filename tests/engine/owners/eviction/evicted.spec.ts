/**
 * evicted.spec.ts - keys of pages that went: told to clients that ask and of no others, each once, in order;
 * nothing goes while the log is full; what is taken is wiped; the log comes with the first who asks and goes
 * with the last.
 */

import { Finding, selfCheck } from "../../../../assembly/audit/audit";
import { invalidateArea, putPage } from "../../../../assembly/engine/engine";
import { evictBytes, evictOf } from "../../../../assembly/engine/eviction";
import { askKeys, boundClient, closeClient, openArea, openClient } from "../../../../assembly/engine/life";
import { setFlags } from "../../../../assembly/engine/settings";
import {
  EVICTED_FS_AT,
  EVICTED_INDEX_AT,
  EVICTED_INODE_AT,
  EVICTED_KEY_BYTES,
  EVICTED_KEYS_MAX,
  FLAG_EVICT,
  STAT_EVICTED,
  Status,
} from "../../../../assembly/ground/layout";
import { EVICTED_CONTROL, FRAME_BYTES } from "../../../../assembly/ground/records";
import { statGet } from "../../../../assembly/ground/stats";
import { frameBytes, frameTake } from "../../../../assembly/memory/frames";
import { areaNumbered, areaPages } from "../../../../assembly/owners/areas";
import { clientEvictedPages, clientTellLost } from "../../../../assembly/owners/clients";
import {
  evictedAdd,
  evictedAsking,
  evictedCheck,
  evictedClose,
  evictedFull,
  evictedOpen,
  evictedTake,
} from "../../../../assembly/owners/eviction/evicted";
import { ALL, keep } from "../../drive";
import { BUFFER_PTR, fillRandom, freshEngine, isAll, PAGE, seed } from "../../support";

const KEYS: usize = BUFFER_PTR;

function fsAt(i: u32): u32 {
  return load<u32>(KEYS + i * EVICTED_KEY_BYTES, EVICTED_FS_AT);
}

function inodeAt(i: u32): u64 {
  return load<u64>(KEYS + i * EVICTED_KEY_BYTES, EVICTED_INODE_AT);
}

function indexAt(i: u32): u32 {
  return load<u32>(KEYS + i * EVICTED_KEY_BYTES, EVICTED_INDEX_AT);
}

/** A same-filled page, which needs no place. */
function putFill(fs: u32, inode: u64, index: u32): Status {
  memory.fill(PAGE, <u8>index, 4096);
  return putPage(areaNumbered(fs), inode, index, PAGE, 4096);
}

/** A client with ephemeral pages, and a file system of this number. */
function cacheOf(number: u32, asks: bool): usize {
  const client = openClient(number, 100);
  assert(client != 0 && openArea(number, client, number) && (!asks || askKeys(client)));
  return client;
}

describe("evicted keys", () => {
  beforeEach(() => {
    freshEngine(ALL | FLAG_EVICT);
    seed(3);
  });

  it("are told in order, each once, and what was taken is wiped", () => {
    assert(evictedOpen());
    expect(evictedTake(KEYS)).toBe(0);
    for (let i: u32 = 0; i < 3; i++) evictedAdd(7 + i, <u64>-1 - i, 100 + i);
    expect(evictedCheck()).toBeTruthy();
    expect(evictedTake(KEYS)).toBe(3);
    for (let i: u32 = 0; i < 3; i++) {
      expect(fsAt(i)).toBe(7 + i);
      expect(inodeAt(i)).toBe(<u64>-1 - i);
      expect(indexAt(i)).toBe(100 + i);
    }
    expect(isAll(load<u32>(EVICTED_CONTROL), FRAME_BYTES, 0)).toBeTruthy();
    expect(evictedTake(KEYS)).toBe(0);
  });

  it("take a frame while somebody asks, and none otherwise", () => {
    const before = frameBytes();
    assert(evictedOpen() && evictedOpen());
    expect(frameBytes()).toBe(before + FRAME_BYTES);
    evictedClose();
    expect(evictedAsking()).toBe(1);
    evictedAdd(1, 2, 3);
    evictedClose();
    expect(frameBytes()).toBe(before);
    expect(evictedTake(KEYS)).toBe(0);
    expect(evictedCheck()).toBeTruthy();
    assert(evictedOpen());
    expect(evictedTake(KEYS)).toBe(0);
  });

  it("are refused when there is no memory for the log", () => {
    freshEngine(ALL, 6);
    const client = openClient(1, 100);
    while (frameTake()) {}
    expect(askKeys(client)).toBeFalsy();
    expect(evictedAsking()).toBe(0);
    closeClient(client);
  });

  it("are those of the client that asks: inodes of 64 bits, and only what was evicted", () => {
    const asks = cacheOf(5, true);
    const other = cacheOf(6, false);
    for (let i: u32 = 0; i < 20; i++) assert(putFill(5, <u64>-1 - i, i) == Status.STORED);
    for (let i: u32 = 0; i < 20; i++) assert(putFill(6, i, i) == Status.STORED);
    // Overwritten is not evicted.
    assert(putFill(5, <u64>-1, 0) == Status.STORED);
    evictOf(other, 10_000);
    expect(clientEvictedPages(other)).toBe(20);
    expect(evictedTake(KEYS)).toBe(0);
    evictOf(asks, 10_000);
    expect(evictedTake(KEYS)).toBe(20);
    let seen: u32 = 0;
    for (let i: u32 = 0; i < 20; i++) {
      expect(fsAt(i)).toBe(5);
      expect(inodeAt(i)).toBe(<u64>-1 - indexAt(i));
      seen |= 1 << indexAt(i);
    }
    expect(seen).toBe((1 << 20) - 1);
    expect(selfCheck()).toBe(0);
    invalidateArea(areaNumbered(5));
    expect(evictedTake(KEYS)).toBe(0);
    while (clientTellLost()) {}
    closeClient(asks);
    expect(evictedAsking()).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("are never lost: with a full log nothing goes, by whatever way, until they were taken", () => {
    const client = cacheOf(1, true);
    for (let i: u32 = 0; i < 3 * EVICTED_KEYS_MAX; i++) assert(putFill(1, i, i) == Status.STORED);
    evictOf(client, <u32>-1);
    expect(statGet(STAT_EVICTED)).toBe(EVICTED_KEYS_MAX);
    expect(evictedFull()).toBeTruthy();
    expect(evictOf(client, <u32>-1)).toBe(0);
    expect(evictBytes(<u32>-1)).toBe(0);
    // Above its cap, which its own pages would make room for.
    boundClient(client, 100, 1000);
    expect(putFill(1, 7, 9999)).toBe(Status.CAPPED);
    expect(statGet(STAT_EVICTED)).toBe(EVICTED_KEYS_MAX);
    expect(selfCheck()).toBe(0);
    expect(evictedTake(KEYS)).toBe(EVICTED_KEYS_MAX);
    evictBytes(<u32>-1);
    expect(evictedTake(KEYS)).toBe(EVICTED_KEYS_MAX);
    boundClient(client, 100, <u64>-1);
    expect(putFill(1, 7, 9999)).toBe(Status.STORED);
    expect(selfCheck()).toBe(0);
  });

  it("make a store that wants room refuse, and the same store succeed when they were taken", () => {
    const client = cacheOf(1, true);
    assert(openArea(2, 0, 2));
    for (let i: u32 = 0; ; i++) {
      fillRandom(PAGE, 4096);
      if (putPage(areaNumbered(1), 1, i, PAGE, 4096) != Status.STORED || evictedFull()) break;
      assert(i < 10_000);
    }
    expect(evictedFull()).toBeTruthy();
    let status = Status.STORED;
    let offset: u32 = 0;
    while (status == Status.STORED) {
      fillRandom(PAGE, 4096);
      status = keep(areaNumbered(2), offset++);
      assert(offset < 10_000);
    }
    expect(status).toBe(Status.FULL);
    expect(statGet(STAT_EVICTED)).toBe(EVICTED_KEYS_MAX);
    expect(evictedTake(KEYS)).toBe(EVICTED_KEYS_MAX);
    expect(keep(areaNumbered(2), offset)).toBe(Status.STORED);
    expect(clientEvictedPages(client)).toBeGreaterThan(EVICTED_KEYS_MAX);
    expect(areaPages(areaNumbered(2))).toBe(offset);
    expect(selfCheck()).toBe(0);
  });

  it("are not added to a full log", () => {
    expect(() => {
      assert(evictedOpen());
      for (let i: u32 = 0; i <= EVICTED_KEYS_MAX; i++) evictedAdd(1, i, i);
    }).toThrow();
  });

  it("are checked: damage is noticed", () => {
    cacheOf(1, true);
    expect(selfCheck()).toBe(0);
    const log = <usize>load<u32>(EVICTED_CONTROL);
    store<u8>(log + FRAME_BYTES - 1, 1);
    expect(selfCheck()).toBe(Finding.EVICTED);
    store<u8>(log + FRAME_BYTES - 1, 0);
    expect(selfCheck()).toBe(0);
    evictedOpen();
    expect(selfCheck()).toBe(Finding.EVICTED);
    evictedClose();
    store<u32>(EVICTED_CONTROL + 4, EVICTED_KEYS_MAX + 1);
    expect(evictedCheck()).toBeFalsy();
    store<u32>(EVICTED_CONTROL + 4, 0);
    setFlags(ALL);
    expect(selfCheck()).toBe(0);
  });
});
