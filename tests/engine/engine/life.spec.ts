/**
 * life.spec.ts - what begins and ends: the arena within its limit, clients, areas, inodes.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { hold, letGo } from "../../../assembly/engine/ledger";
import {
  arenaInit,
  askKeys,
  boundClient,
  closeArea,
  closeClient,
  inodeFor,
  openArea,
  openClient,
} from "../../../assembly/engine/life";
import { WASM_PAGE_BYTES } from "../../../assembly/ground/layout";
import {
  AREA_CHARGE,
  CLIENT_RECORDS,
  CONTROL_PAGE_BYTES,
  ORDER_RECORDS,
  ORDER_WEIGHT_AT,
} from "../../../assembly/ground/records";
import { blockBytesFor, stockFixedBytes } from "../../../assembly/memory/blocks";
import { frameTake, recordLive } from "../../../assembly/memory/frames";
import { areaAccount, areaCount, areaNumbered } from "../../../assembly/owners/areas";
import { clientCap, clientCounted, clientOrder } from "../../../assembly/owners/clients";
import { evictedAsking } from "../../../assembly/owners/eviction/evicted";
import { ALL } from "../drive";
import { freshEngine, freshMemory, seed } from "../support";

describe("life", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(12);
  });

  it("begins within its limit or not at all, and once", () => {
    for (let limit: u32 = 0; limit < 24; limit++) {
      freshMemory();
      const begun = arenaInit(65536, limit, ALL, 1);
      // Control words, window, scratch and work, and a first block of sixteen raw pages, which is cut into
      // frames.
      assert(begun == stockFixedBytes() + blockBytesFor(65536) <= limit * WASM_PAGE_BYTES);
      assert(load<u32>(CONTROL_PAGE_BYTES) == (begun ? 65536 : 0));
    }
    freshMemory();
    expect(arenaInit(65536, 20, ALL, 1)).toBeFalsy();
    freshMemory();
    expect(arenaInit(65536, 22, ALL, 1)).toBeTruthy();
    expect(selfCheck()).toBe(0);
    expect(() => {
      arenaInit(65536, 20, ALL, 1);
    }).toThrow();
    expect(() => {
      freshMemory();
      arenaInit(4096 + 2048, 20, ALL, 1);
    }).toThrow();
    expect(() => {
      freshMemory();
      arenaInit(2048, 20, ALL, 1);
    }).toThrow();
    expect(() => {
      freshMemory();
      arenaInit(1 << 17, 100, ALL, 1);
    }).toThrow();
    expect(() => {
      freshMemory();
      arenaInit(4096, 65536, ALL, 1);
    }).toThrow();
  });

  it("opens and closes clients, areas and inodes, and counts each of them once", () => {
    const client = openClient(3, 100);
    expect(openArea(7, client, 1)).toBeTruthy();
    const fs = areaNumbered(7);
    const empty = clientCounted(client);
    const area = inodeFor(fs, 1 << 40);
    expect(inodeFor(fs, 1 << 40)).toBe(area);
    expect(areaAccount(area)).toBe(client);
    expect(clientCounted(client)).toBe(empty + AREA_CHARGE);
    expect(selfCheck()).toBe(0);
    hold(area);
    letGo(area);
    expect(clientCounted(client)).toBe(empty);
    closeArea(fs);
    expect(areaNumbered(7)).toBe(0);
    expect(clientCounted(client)).toBe(0);
    expect(selfCheck()).toBe(0);
    closeClient(client);
    expect(recordLive(CLIENT_RECORDS)).toBe(0);
    expect(recordLive(ORDER_RECORDS)).toBe(0);
  });

  it("bounds a client by weight and cap, and forgets who asked for keys", () => {
    const client = openClient(3, 100);
    boundClient(client, 50, 1000);
    expect(clientCap(client)).toBe(1000);
    expect(load<u32>(clientOrder(client), ORDER_WEIGHT_AT)).toBe(50);
    const persistent = openClient(4, 0);
    boundClient(persistent, 50, 2000);
    expect(clientOrder(persistent)).toBe(0);
    expect(askKeys(client)).toBeTruthy();
    expect(evictedAsking()).toBe(1);
    closeClient(client);
    expect(evictedAsking()).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("leaves nothing behind when there is no memory for an area", () => {
    freshEngine(ALL, 6);
    while (frameTake()) {}
    expect(openArea(1, 0, 0)).toBeFalsy();
    expect(areaNumbered(1)).toBe(0);
    expect(areaCount()).toBe(0);
  });
});
