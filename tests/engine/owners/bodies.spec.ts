/**
 * bodies.spec.ts - body records and the index over them: found by key, also where many have one key; shared
 * and released.
 */

import { Finding, selfCheck } from "../../../assembly/audit/audit";
import { invalidateArea, storePage } from "../../../assembly/engine/engine";
import { FLAG_DEDUPE, Status } from "../../../assembly/ground/layout";
import {
  BODY_FLYING,
  BODY_INDEXED,
  BODY_PLACE_AT,
  BODY_REFS_MAX,
  BODY_SPILLED,
  BODY_STATE_AT,
  BODY_YOUNG,
  Codec,
  Home,
  LINE_RECORDS,
} from "../../../assembly/ground/records";
import { recordLive } from "../../../assembly/memory/frames";
import { tableReserve } from "../../../assembly/memory/table";
import { areaOpen } from "../../../assembly/owners/areas";
import {
  bodiesCheck,
  bodyAway,
  bodyCodec,
  bodyCount,
  bodyCreate,
  bodyDestroy,
  bodyFind,
  bodyFly,
  bodyHome,
  bodyIndexed,
  bodyKey,
  bodyLand,
  bodyLeave,
  bodyPlace,
  bodyRaw,
  bodyRefs,
  bodyReserve,
  bodyReturn,
  bodySetPlace,
  bodySetWarm,
  bodyShare,
  bodyShared,
  bodyStored,
  bodyTouch,
  bodyUnindex,
  bodyUnshare,
  bodyVersion,
  bodyWarm,
  TWINS_MAX,
} from "../../../assembly/owners/bodies";
import { directoryFind, entryBody } from "../../../assembly/owners/directory";
import { BUFFER_PTR, below, freshEngine, PAGE, seed } from "../support";

const MADE: usize = BUFFER_PTR;

function create(key: u64, indexed: bool = true): usize {
  assert(tableReserve() && bodyReserve());
  return bodyCreate(key, Codec.LZ4, 4096, 1000, 0x100000, indexed);
}

function find(key: u64, after: usize = 0): usize {
  return bodyFind(key, 4096, false, after);
}

function release(body: usize): void {
  assert(bodyUnshare(body) == 0);
  bodyDestroy(body);
}

describe("bodies", () => {
  beforeEach(() => {
    freshEngine(0, 64);
    seed(9);
  });

  it("say what they were made with, at the ends of every range", () => {
    assert(tableReserve() && bodyReserve());
    const least = bodyCreate(0, Codec.RAW, 1, 1, 4, true);
    const most = bodyCreate(<u64>-1, Codec.LZ4, 65536, 65536, <usize>0xfffffffc, true);
    expect(bodyRaw(least)).toBe(1);
    expect(bodyStored(least)).toBe(1);
    expect(bodyCodec(least)).toBe(Codec.RAW);
    expect(bodyRaw(most)).toBe(65536);
    expect(bodyStored(most)).toBe(65536);
    expect(bodyPlace(most)).toBe(0xfffffffc);
    expect(bodyKey(most)).toBe(<u64>-1);
    expect(bodyCodec(most)).toBe(Codec.LZ4);
    expect(bodyRefs(most)).toBe(1);
    bodySetPlace(most, 8);
    expect(bodyPlace(most)).toBe(8);
    expect(bodiesCheck()).toBeTruthy();
  });

  it("come through random creation and release whole, over many segments", () => {
    let count: u32 = 0;
    for (let step = 0; step < 40_000; step++) {
      if (count == 0 || (below(5) < 3 && count < 9000)) {
        const key = <u64>step * 0x9e3779b97f4a7c15;
        const body = create(key, below(8) != 0);
        store<u32>(MADE + count * 4, body);
        count++;
      } else {
        const i = below(count);
        release(<usize>load<u32>(MADE + i * 4));
        count--;
        store<u32>(MADE + i * 4, load<u32>(MADE + count * 4));
      }
      if (step % 4000 == 0) expect(bodiesCheck()).toBeTruthy();
    }
    expect(bodyCount()).toBe(count);
    expect(bodiesCheck()).toBeTruthy();
    // Each that is indexed is found under its key; keys that nobody has are not, though buckets and tags
    // meet.
    for (let i: u32 = 0; i < count; i++) {
      const body = <usize>load<u32>(MADE + i * 4);
      const indexed = (load<u32>(body, BODY_STATE_AT) & BODY_INDEXED) != 0;
      assert(find(bodyKey(body)) == (indexed ? body : 0));
    }
    for (let i: u64 = 0; i < 20_000; i++) assert(find(i * 0x9e3779b97f4a7c15 + 1) == 0);
    for (let i: u32 = 0; i < count; i++) release(<usize>load<u32>(MADE + i * 4));
    expect(bodyCount()).toBe(0);
    expect(recordLive(LINE_RECORDS)).toBe(0);
  });

  it("count their sharers up to a bound, and touch nothing else", () => {
    const body = create(5);
    for (let i: u32 = 1; i < BODY_REFS_MAX; i++) bodyShare(body);
    expect(bodyRefs(body)).toBe(BODY_REFS_MAX);
    expect(bodyCodec(body)).toBe(Codec.LZ4);
    // Full, it is not found any more, and is not looked at; the next equal page gets a body of its own, and
    // that one is.
    expect(find(5)).toBe(0);
    expect(bodyIndexed(body)).toBeFalsy();
    expect(bodyShared(body)).toBeTruthy();
    const next = create(5);
    expect(find(5)).toBe(next);
    bodyUnshare(body);
    expect(find(5)).toBe(next);
    expect(find(5, next)).toBe(0);
    for (let i: u32 = 2; i < BODY_REFS_MAX; i++) assert(bodyUnshare(body) == BODY_REFS_MAX - i);
    expect(bodyShared(body)).toBeFalsy();
    release(body);
    expect(find(5)).toBe(next);
    expect(bodiesCheck()).toBeTruthy();
  });

  it("take as many sharers as a record counts; the next equal page begins a body of its own", () => {
    freshEngine(FLAG_DEDUPE, 128);
    const area = areaOpen(1);
    memory.fill(PAGE, 7, 64);
    for (let i: u32 = 0; i < BODY_REFS_MAX; i++) assert(storePage(area, i, PAGE, 64) == Status.STORED);
    expect(bodyCount()).toBe(1);
    expect(storePage(area, BODY_REFS_MAX, PAGE, 64)).toBe(Status.STORED);
    expect(bodyCount()).toBe(2);
    const first = entryBody(directoryFind(area, 0));
    const last = entryBody(directoryFind(area, BODY_REFS_MAX));
    expect(bodyRefs(first)).toBe(32_767);
    expect(bodyRefs(last)).toBe(1);
    expect(selfCheck()).toBe(Finding.NONE);
    // Nothing of the count has run over into the bits beside it.
    expect(bodyHome(first)).toBe(Home.MEMORY);
    expect(bodyCodec(first)).toBe(Codec.FILL);
    expect(bodyVersion(first)).toBe(0);
    expect(invalidateArea(area)).toBe(BODY_REFS_MAX + 1);
    expect(bodyCount()).toBe(0);
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("are in memory until they leave; while one flies it is there, and what uses it makes it warm", () => {
    const body = create(14);
    expect(bodyHome(body)).toBe(Home.MEMORY);
    expect(bodyWarm(body)).toBeFalsy();
    bodyTouch(body);
    expect(bodyWarm(body)).toBeTruthy();
    bodyFly(body);
    expect(bodyWarm(body)).toBeFalsy();
    expect(bodyHome(body)).toBe(Home.FLYING);
    bodySetWarm(body, true);
    bodyLand(body);
    expect(bodyHome(body)).toBe(Home.MEMORY);
    expect(bodyWarm(body)).toBeTruthy();
    const place = bodyPlace(body);
    bodyLeave(body, 77);
    expect(bodyHome(body)).toBe(Home.DEVICE);
    expect(bodyAway(body)).toBeTruthy();
    expect(bodyPlace(body)).toBe(77);
    // The other fields of the word are what they were.
    expect(bodyRefs(body)).toBe(1);
    expect(bodyCodec(body)).toBe(Codec.LZ4);
    expect(bodyIndexed(body)).toBeTruthy();
    expect(bodiesCheck()).toBeTruthy();
    bodyUnindex(body);
    bodyReturn(body, place, true);
    expect(bodyHome(body)).toBe(Home.MEMORY);
    expect(bodyPlace(body)).toBe(place);
    expect(bodyFind(bodyKey(body), bodyRaw(body), false, 0)).toBe(body);
    expect(bodiesCheck()).toBeTruthy();
  });

  it("are noticed when they are on a device and on their way there at once, or young or same-filled there", () => {
    const body = create(15);
    const state = load<u32>(body, BODY_STATE_AT);
    const wrong: u32[] = [BODY_SPILLED | BODY_FLYING, BODY_SPILLED | BODY_YOUNG, BODY_FLYING | BODY_YOUNG];
    for (let i = 0; i < wrong.length; i++) {
      store<u32>(body, state | wrong[i], BODY_STATE_AT);
      expect(bodiesCheck()).toBeFalsy();
    }
    store<u32>(body, state, BODY_STATE_AT);
    expect(bodiesCheck()).toBeTruthy();
  });

  it("are found, of one key and length, as many as are worth a look; others find their places when these go", () => {
    for (let i: u32 = 0; i < 50; i++) {
      store<u32>(MADE + i * 4, create(9));
      assert(bodyIndexed(<usize>load<u32>(MADE + i * 4)) == i < TWINS_MAX);
    }
    let count: u32 = 0;
    for (let body = find(9); body; body = find(9, body)) count++;
    expect(count).toBe(TWINS_MAX);
    expect(recordLive(LINE_RECORDS)).toBe(0);
    release(<usize>load<u32>(MADE));
    expect(bodyIndexed(create(9))).toBeTruthy();
    expect(bodyIndexed(create(9))).toBeFalsy();
    expect(bodiesCheck()).toBeTruthy();
  });

  it("of one key and many lengths stand in many buckets", () => {
    for (let raw: u32 = 1; raw <= 4096; raw++) {
      assert(tableReserve() && bodyReserve());
      bodyCreate(0, Codec.FILL, raw, 1, 0, true);
    }
    for (let raw: u32 = 1; raw <= 4096; raw++) {
      const body = bodyFind(0, raw, true, 0);
      assert(body != 0 && bodyRaw(body) == raw);
    }
    // As many overflow lines as chance makes of keys that differ: below one for each bucket.
    expect(recordLive(LINE_RECORDS)).toBeLessThan(4096 / 11);
    expect(bodiesCheck()).toBeTruthy();
    for (let raw: u32 = 1; raw <= 4096; raw++) release(bodyFind(0, raw, true, 0));
    expect(recordLive(LINE_RECORDS)).toBe(0);
    expect(bodyCount()).toBe(0);
  });

  it("are found for their length and kind only", () => {
    const body = create(6);
    expect(bodyFind(6, 4096, false, 0)).toBe(body);
    expect(bodyFind(6, 4095, false, 0)).toBe(0);
    expect(bodyFind(6, 4096, true, 0)).toBe(0);
    assert(tableReserve() && bodyReserve());
    const filled = bodyCreate(6, Codec.FILL, 4096, 1, 0, true);
    expect(bodyFind(6, 4096, true, 0)).toBe(filled);
    expect(bodyFind(6, 4096, false, 0)).toBe(body);
  });

  it("notice a record whose key has changed under the index", () => {
    const body = create(0x1234);
    for (let i = 0; i < 40; i++) create(<u64>i * 977);
    expect(bodiesCheck()).toBeTruthy();
    store<u64>(body, 0x77778);
    expect(bodiesCheck()).toBeFalsy();
  });

  it("are not found when they were made without the index, and leave it alone", () => {
    const hidden = create(7, false);
    expect(find(7)).toBe(0);
    const body = create(7);
    expect(find(7)).toBe(body);
    expect(find(7, body)).toBe(0);
    release(hidden);
    expect(find(7)).toBe(body);
    expect(bodiesCheck()).toBeTruthy();
  });

  it("share and unshare a few times, and go with the last", () => {
    const body = create(8);
    for (let sharers: u32 = 2; sharers < 6; sharers++) {
      bodyShare(body);
      expect(bodyRefs(body)).toBe(sharers);
    }
    for (let left: u32 = 4; left > 0; left--) expect(bodyUnshare(body)).toBe(left);
    expect(find(8)).toBe(body);
    release(body);
    expect(find(8)).toBe(0);
    expect(bodyRefs(body)).toBe(0);
    expect(bodyCount()).toBe(0);
  });

  it("are not destroyed while they are shared, nor unshared below nothing", () => {
    expect(() => {
      bodyDestroy(create(9));
    }).toThrow();
    expect(() => {
      const body = create(10);
      bodyUnshare(body);
      bodyUnshare(body);
    }).toThrow();
  });

  it("notice a flag that the index does not bear out, and a place where none should be", () => {
    const body = create(11);
    const hidden = create(12, false);
    assert(tableReserve() && bodyReserve());
    const filled = bodyCreate(13, Codec.FILL, 4096, 1, 0, true);
    expect(bodiesCheck()).toBeTruthy();
    store<u32>(body, load<u32>(body, BODY_STATE_AT) ^ BODY_INDEXED, BODY_STATE_AT);
    expect(bodiesCheck()).toBeFalsy();
    store<u32>(body, load<u32>(body, BODY_STATE_AT) ^ BODY_INDEXED, BODY_STATE_AT);
    store<u32>(hidden, load<u32>(hidden, BODY_STATE_AT) ^ BODY_INDEXED, BODY_STATE_AT);
    expect(bodiesCheck()).toBeFalsy();
    // Both at once: as many flags as before, on the wrong body.
    store<u32>(body, load<u32>(body, BODY_STATE_AT) ^ BODY_INDEXED, BODY_STATE_AT);
    expect(bodiesCheck()).toBeFalsy();
    store<u32>(body, load<u32>(body, BODY_STATE_AT) ^ BODY_INDEXED, BODY_STATE_AT);
    store<u32>(hidden, load<u32>(hidden, BODY_STATE_AT) ^ BODY_INDEXED, BODY_STATE_AT);
    expect(bodiesCheck()).toBeTruthy();
    store<u32>(filled, 4, BODY_PLACE_AT);
    expect(bodiesCheck()).toBeFalsy();
    store<u32>(filled, 0, BODY_PLACE_AT);
    store<u32>(body, 0, BODY_PLACE_AT);
    expect(bodiesCheck()).toBeFalsy();
    store<u32>(body, 0x100000, BODY_PLACE_AT);
    expect(bodiesCheck()).toBeTruthy();
  });
});
