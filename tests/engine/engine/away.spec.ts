/**
 * away.spec.ts - loads of pages whose bodies are on a device: what is told, what is believed, and when a body
 * comes back.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { isRead, loadAway, tellAway } from "../../../assembly/engine/away";
import { invalidatePage, loadPage } from "../../../assembly/engine/engine";
import { boundClient, openArea, openClient } from "../../../assembly/engine/life";
import {
  AWAY_KEY_AT,
  AWAY_LOCATION_AT,
  AWAY_RAW_AT,
  AWAY_SHAPE_AT,
  AWAY_STORED_AT,
  Cramped,
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  READ_CRAMPED_AT,
  READ_KEY_AT,
  READ_LOCATION_AT,
  STAT_DAMAGED,
  STAT_LOADS,
  STAT_MISSES,
  STAT_PROMOTED,
  STAT_SMALL,
  STAT_TAKEN,
  Status,
} from "../../../assembly/ground/layout";
import { statGet } from "../../../assembly/ground/stats";
import { rowsPtr, scratchPtr } from "../../../assembly/ground/window";
import { areaNumbered, areaOpen } from "../../../assembly/owners/areas";
import {
  bodyAway,
  bodyIndexed,
  bodyKey,
  bodyPlace,
  bodyShape,
  bodyStored,
} from "../../../assembly/owners/bodies";
import { clientAway, clientCharged } from "../../../assembly/owners/clients";
import { segmentLiveBytes, slotSize } from "../../../assembly/owners/segments";
import { byteAt, load_, openDevice, pack, read, spill, startOf } from "../device";
import { ALL, bodyOf, COPY, storeSeeded, storeTail, writeSeeded, writeTail } from "../drive";
import { freshEngine, isAll, PAGE, seed } from "../support";

const PAGES: u32 = 50;
let area: usize = 0;

function isAway(offset: u32): bool {
  return bodyAway(bodyOf(area, offset));
}

/** What the host would ask with after it has read the body into scratch. */
function ask(offset: u32, room: u32 = 4096, exclusive: bool = false): i32 {
  return loadAway(area, offset, PAGE, room, exclusive, bodyStored(bodyOf(area, offset)), rowsPtr());
}

describe("away", () => {
  beforeEach(() => {
    // Without the flag that verifies loads: those from a device are verified all the same.
    freshEngine(FLAG_COMPRESS | FLAG_DEDUPE);
    seed(31);
    openDevice();
    area = areaOpen(1);
    for (let i: u32 = 0; i < PAGES; i++) assert(storeSeeded(area, i, 8 * i + 9) == Status.STORED);
    spill(1);
  });

  it("tells a load where the body is, counts nothing, and touches nothing", () => {
    let away: u32 = 0;
    for (let i: u32 = 0; i < PAGES; i++) {
      memory.fill(PAGE, 0xee, 4096);
      const status = loadPage(area, i, PAGE, 4096, false);
      expect(status == Status.AWAY).toBe(isAway(i));
      if (status != Status.AWAY) continue;
      away++;
      assert(isAll(PAGE, 4096, 0xee));
      assert(tellAway(area, i, rowsPtr()));
      const body = bodyOf(area, i);
      expect(load<u32>(rowsPtr(), AWAY_LOCATION_AT)).toBe(<u32>bodyPlace(body));
      expect(load<u32>(rowsPtr(), AWAY_STORED_AT)).toBe(bodyStored(body));
      expect(load<u32>(rowsPtr(), AWAY_RAW_AT)).toBe(4096);
      expect(load<u64>(rowsPtr(), AWAY_KEY_AT)).toBe(bodyKey(body));
      expect(load<u32>(rowsPtr(), AWAY_SHAPE_AT)).toBe(bodyShape(body));
    }
    expect(away).toBeGreaterThan(20);
    expect(statGet(STAT_LOADS)).toBe(PAGES - away);
    expect(tellAway(area, PAGES, rowsPtr())).toBeFalsy();
  });

  it("delivers the page, and brings the body back at the second load", () => {
    for (let i: u32 = 0; i < PAGES; i++) {
      if (!isAway(i)) continue;
      const size = slotSize(bodyStored(bodyOf(area, i)));
      const live = segmentLiveBytes(1);
      for (let turn = 0; turn < 3; turn++) {
        expect(load_(area, i)).toBe(4096);
        writeSeeded(COPY, 8 * i + 9);
        assert(memory.compare(PAGE, COPY, 4096) == 0);
        expect(isAway(i)).toBe(turn == 0);
        // Its old slot is dead.
        expect(segmentLiveBytes(1)).toBe(turn == 0 ? live : live - size);
        expect(selfCheck()).toBe(0);
      }
      expect(bodyIndexed(bodyOf(area, i))).toBeTruthy();
    }
    expect(segmentLiveBytes(1)).toBe(0);
  });

  it("leaves a body where it is when the hand has come by between two loads", () => {
    let at: u32 = 0;
    while (!isAway(at)) at++;
    assert(load_(area, at) == 4096);
    pack();
    assert(load_(area, at) == 4096 && isAway(at));
    assert(load_(area, at) == 4096 && !isAway(at));
    expect(statGet(STAT_PROMOTED)).toBe(1);
  });

  it("believes no byte: a flipped bit is damage for that key alone, and the page stays", () => {
    let at: u32 = 0;
    while (!isAway(at)) at++;
    const stored = bodyStored(bodyOf(area, at));
    const bytes = byteAt(<u32>bodyPlace(bodyOf(area, at)));
    let damaged: u32 = 0;
    for (let byte: u32 = 0; byte < stored; byte += 1 + stored / 200) {
      const right = load<u8>(bytes + byte);
      store<u8>(bytes + byte, right ^ 0x10);
      if (load_(area, at) == Status.DAMAGED) damaged++;
      else assert(memory.compare(PAGE, COPY, 0) == 0);
      store<u8>(bytes + byte, right);
      assert(isAway(at));
    }
    expect(damaged).toBeGreaterThan(100);
    expect(statGet(STAT_DAMAGED)).toBe(damaged);
    expect(load_(area, at)).toBe(4096);
    expect(selfCheck()).toBe(0);
  });

  it("does not take the body of another page for it", () => {
    let one: u32 = 0;
    while (!isAway(one)) one++;
    let other = one + 1;
    while (!isAway(other) || bodyStored(bodyOf(area, other)) < 200) other++;
    assert(read(area, other));
    memory.copy(COPY, scratchPtr(), 4096);
    assert(read(area, one));
    memory.copy(scratchPtr(), COPY, 4096);
    expect(ask(one)).toBe(Status.DAMAGED);
  });

  it("asks again when the body is another or elsewhere, and misses when the page is gone", () => {
    let at: u32 = 0;
    while (!isAway(at)) at++;
    assert(read(area, at));
    expect(isRead(bodyOf(area, at), bodyStored(bodyOf(area, at)), rowsPtr())).toBeTruthy();
    for (let word: u32 = READ_LOCATION_AT; word <= READ_KEY_AT + 4; word += 4) {
      store<u32>(rowsPtr() + word, load<u32>(rowsPtr() + word) ^ 1);
      expect(ask(at)).toBe(Status.AWAY);
      store<u32>(rowsPtr() + word, load<u32>(rowsPtr() + word) ^ 1);
    }
    expect(loadAway(area, at, PAGE, 4096, false, bodyStored(bodyOf(area, at)) + 1, rowsPtr())).toBe(
      Status.AWAY,
    );
    expect(statGet(STAT_LOADS) + statGet(STAT_MISSES) + statGet(STAT_DAMAGED)).toBe(0);
    expect(ask(at, 4095)).toBe(Status.SMALL);
    expect(statGet(STAT_SMALL)).toBe(1);
    assert(storeTail(area, at, 700) == Status.STORED);
    expect(ask(at)).toBe(Status.AWAY);
    assert(invalidatePage(area, at));
    expect(loadAway(area, at, PAGE, 4096, false, 100, rowsPtr())).toBe(Status.MISS);
    expect(selfCheck()).toBe(0);
  });

  it("takes the page out at an exclusive load, once it is delivered", () => {
    for (let i: u32 = 0; i < PAGES; i++) {
      if (!isAway(i)) continue;
      assert(load_(area, i, true) == 4096);
      writeSeeded(COPY, 8 * i + 9);
      assert(memory.compare(PAGE, COPY, 4096) == 0);
      expect(load_(area, i)).toBe(Status.MISS);
    }
    expect(statGet(STAT_TAKEN)).toBeGreaterThan(20);
    expect(statGet(STAT_PROMOTED)).toBe(0);
    expect(segmentLiveBytes(1)).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("stays away while there is no room for it, or its client has as much as it may", () => {
    freshEngine(ALL, 24);
    openDevice();
    const client = openClient(1, 0);
    assert(openArea(1, client, 1));
    area = areaNumbered(1);
    for (let i: u32 = 0; i < 10; i++) assert(storeTail(area, i, 3000) == Status.STORED);
    expect(spill(1)).toBe(10);
    boundClient(client, 0, 10 * 200);
    for (let turn = 0; turn < 3; turn++) assert(load_(area, 1) == 4096);
    expect(load<u32>(rowsPtr(), READ_CRAMPED_AT)).toBe(Cramped.CAPPED);
    expect(clientAway(client)).toBe(10 * slotSize(3000));
    expect(isAway(1)).toBeTruthy();
    boundClient(client, 0, u64.MAX_VALUE);
    assert(load_(area, 1) == 4096);
    expect(isAway(1)).toBeFalsy();
    expect(load<u32>(rowsPtr(), READ_CRAMPED_AT)).toBe(Cramped.NOT);
    expect(clientCharged(client)).toBe(3000);
    expect(clientAway(client)).toBe(9 * slotSize(3000));
    let more: u32 = 100;
    while (storeTail(area, more, 3000) == Status.STORED) more++;
    for (let turn = 0; turn < 3; turn++) assert(load_(area, 2) == 4096);
    expect(load<u32>(rowsPtr(), READ_CRAMPED_AT)).toBe(Cramped.FULL);
    expect(isAway(2)).toBeTruthy();
    expect(spill(2)).toBeGreaterThan(50);
    assert(load_(area, 2) == 4096);
    writeTail(COPY, 2, 3000);
    expect(memory.compare(PAGE, COPY, 4096)).toBe(0);
    assert(load_(area, 2) == 4096);
    expect(isAway(2)).toBeFalsy();
    expect(startOf(2)).toBeGreaterThan(0);
    expect(selfCheck()).toBe(0);
  });
});
