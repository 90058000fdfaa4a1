/**
 * adopt.spec.ts - pages whose bodies were made elsewhere: taken over whole, shared with equal ones, or not at
 * all.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import {
  INCOMING_AREA_AT,
  INCOMING_CHOICE_AT,
  INCOMING_CODEC_AT,
  INCOMING_INODE_AT,
  INCOMING_KEY_AT,
  INCOMING_MARKS_AT,
  INCOMING_OFFSET_AT,
  INCOMING_RAW_AT,
  INCOMING_STORED_AT,
  INCOMING_VERSION_AT,
  incomingBlank,
  OF_INODE,
} from "../../../assembly/engine/incoming";
import { inodeArea } from "../../../assembly/engine/ledger";
import { openArea, openClient } from "../../../assembly/engine/life";
import {
  STAT_DUPLICATE_PAGES,
  STAT_FILL_PAGES,
  STAT_INVALIDATED,
  STAT_MOVED_IN,
  STAT_MOVED_OUT,
  STAT_OVERWRITTEN,
  STAT_REFUSED_FULL,
  STAT_STORED_PAGES,
  Status,
} from "../../../assembly/ground/layout";
import { Codec } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { areaNumber, areaNumbered, areaOpen, areaPages, areaSetNumber } from "../../../assembly/owners/areas";
import { bodyCodec, bodyPlace, bodyRefs, bodyStored } from "../../../assembly/owners/bodies";
import { clientCharged, clientOrder, clientPages } from "../../../assembly/owners/clients";
import { directoryFind, entryNode } from "../../../assembly/owners/directory";
import { orderPages, PROBATION } from "../../../assembly/owners/eviction/orders";
import { inodeCount } from "../../../assembly/owners/inodes";
import { adopt } from "../../../assembly/transfer/adopt";
import { releasePage } from "../../../assembly/transfer/parcels";
import { ALL, bodyOf, COPY, comesBack, keep, loadsTail, storeTail, writeTail } from "../drive";
import { fillHeapLike, fillKind, freshEngine, PAGE, seed } from "../support";

function open(number: u32): usize {
  const area = areaOpen(1);
  assert(areaSetNumber(area, number));
  return area;
}

/** Takes over a page of this area that another arena of the pool has packed. */
function takeOver(
  area: usize,
  offset: u32,
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  at: usize,
  indexed: bool,
): bool {
  const incoming = incomingBlank();
  store<u64>(incoming, key, INCOMING_KEY_AT);
  store<u32>(incoming, areaNumber(area), INCOMING_AREA_AT);
  store<u32>(incoming, offset, INCOMING_OFFSET_AT);
  store<u32>(incoming, raw, INCOMING_RAW_AT);
  store<u32>(incoming, stored, INCOMING_STORED_AT);
  store<u16>(incoming, codec, INCOMING_CODEC_AT);
  store<u16>(incoming, indexed, INCOMING_MARKS_AT);
  return adopt(incoming, at);
}

describe("what another arena has made", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(16);
  });

  it("takes over each kind of body, and counts it as moved, not as stored", () => {
    const area = open(1);
    const other = open(2);
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
      expect(takeOver(other, kind, key, codec, 4096, stored, at, true)).toBeTruthy();
      assert(selfCheck() == 0);
      expect(comesBack(other, kind)).toBeTruthy();
      expect(bodyCodec(bodyOf(other, kind))).toBe(codec);
      // One more of the same shares the body.
      expect(takeOver(other, 100 + kind, key, codec, 4096, stored, at, true)).toBeTruthy();
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
    const area = open(1);
    fillHeapLike(PAGE, 4096);
    keep(area, 1);
    const body = bodyOf(area, 1);
    const key = load<u64>(body);
    const stored = bodyStored(body);
    const at = COPY + 8192;
    memory.copy(at, bodyPlace(body), stored);
    // A body that was not indexed where it came from shares with no page here.
    takeOver(area, 2, key, Codec.LZ4, 4096, stored, at, false);
    expect(bodyOf(area, 2) == body).toBeFalsy();
    takeOver(area, 3, key, Codec.LZ4, 4095, stored, at, true);
    expect(bodyOf(area, 3) == body).toBeFalsy();
    takeOver(area, 4, key, Codec.RAW, 4096, stored, at, true);
    expect(bodyOf(area, 4) == body).toBeFalsy();
    takeOver(area, 5, key, Codec.LZ4, 4096, stored - 1, at, true);
    expect(bodyOf(area, 5) == body).toBeFalsy();
    store<u8>(at + stored - 1, ~load<u8>(at + stored - 1));
    takeOver(area, 6, key, Codec.LZ4, 4096, stored, at, true);
    expect(bodyOf(area, 6) == body).toBeFalsy();
    store<u8>(at + stored - 1, ~load<u8>(at + stored - 1));
    expect(bodyRefs(body)).toBe(1);
    takeOver(area, 7, key, Codec.LZ4, 4096, stored, at, true);
    expect(bodyOf(area, 7)).toBe(body);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(1);
    expect(selfCheck()).toBe(0);
  });

  it("takes nothing over when there is no room, for the body or for its records", () => {
    const area = open(1);
    let kept: u32 = 0;
    while (storeTail(area, kept, 4096) == Status.STORED) kept++;
    writeTail(COPY, 777_777, 4096);
    expect(takeOver(area, 777_777, 5, Codec.RAW, 4096, 4096, COPY, true)).toBeFalsy();
    expect(selfCheck()).toBe(0);
    expect(areaPages(area)).toBe(kept);
    expect(statGet(STAT_MOVED_IN)).toBe(0);
    expect(statGet(STAT_REFUSED_FULL)).toBe(1);
    // A page that needs no place still fits, until its records do not.
    let number: u32 = 0;
    while (takeOver(area, 1_000_000 + number, number, Codec.FILL, 4096, 0, COPY, true)) number++;
    expect(number).toBeGreaterThan(0);
    expect(areaPages(area)).toBe(kept + number);
    expect(statGet(STAT_FILL_PAGES)).toBe(number);
    expect(selfCheck()).toBe(0);
    for (let i: u32 = 0; i < kept; i++) assert(loadsTail(area, i, 4096));
  });

  it("opens an inode for its page, and forgets it when there is no room", () => {
    const client = openClient(1, 100);
    assert(openArea(3, client, 3));
    fillHeapLike(COPY, 100);
    for (let round: u32 = 0; round < 2; round++) {
      const incoming = incomingBlank();
      store<u64>(incoming, 1234, INCOMING_KEY_AT);
      store<u32>(incoming, 3, INCOMING_AREA_AT);
      store<u32>(incoming, 7, INCOMING_OFFSET_AT);
      store<u32>(incoming, 4096, INCOMING_RAW_AT);
      store<u32>(incoming, 100, INCOMING_STORED_AT);
      store<u16>(incoming, Codec.RAW, INCOMING_CODEC_AT);
      store<u16>(incoming, PROBATION | OF_INODE, INCOMING_CHOICE_AT);
      store<u64>(incoming, 1 << 40, INCOMING_INODE_AT);
      // A body whose dictionary is not here is not taken.
      if (!round) store<u16>(incoming, 5, INCOMING_VERSION_AT);
      expect(adopt(incoming, COPY)).toBe(round == 1);
      expect(inodeCount()).toBe(round);
      expect(clientPages(client)).toBe(round);
      expect(selfCheck()).toBe(0);
    }
    const entry = directoryFind(inodeArea(areaNumbered(3), 1 << 40), 7);
    expect(entryNode(entry)).toBeGreaterThan(0);
    expect(orderPages(clientOrder(client))).toBe(1);
    expect(clientCharged(client)).toBe(100);
  });
});
