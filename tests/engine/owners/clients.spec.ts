/**
 * clients.spec.ts - accounts: opened, charged within their caps and beyond 32 bits, named once when they lost
 * pages, closed.
 */

import { CLIENT_PAGES_AT, CLIENT_RECORDS, PAGE_CHARGE } from "../../../assembly/ground/records";
import { frameTake, recordLive } from "../../../assembly/memory/frames";
import {
  clientAreaList,
  clientCap,
  clientCharge,
  clientCharged,
  clientClose,
  clientCountPages,
  clientEvicted,
  clientEvictedBytes,
  clientEvictedPages,
  clientNumber,
  clientOpen,
  clientOrder,
  clientPages,
  clientPeakCounted,
  clientPeakPages,
  clientRelieve,
  clientResetPeaks,
  clientRoom,
  clientSetCap,
  clientSetOrder,
  clientsCheck,
  clientTellLost,
} from "../../../assembly/owners/clients";
import { freshEngine } from "../support";

describe("clients", () => {
  beforeEach(() => {
    freshEngine(0);
  });

  it("are opened by the hundred, and their records used again", () => {
    let seventh: usize = 0;
    for (let i: u32 = 1; i <= 300; i++) {
      const client = clientOpen(i);
      assert(client != 0 && clientNumber(client) == i);
      if (i == 7) seventh = client;
    }
    clientClose(seventh);
    expect(recordLive(CLIENT_RECORDS)).toBe(299);
    expect(clientOpen(500)).toBe(seventh);
    expect(clientNumber(seventh)).toBe(500);
    expect(clientsCheck(true)).toBeTruthy();
  });

  it("are charged more than 32 bits tell, and summed up", () => {
    const client = clientOpen(1);
    const other = clientOpen(2);
    const cache = clientOpen(3);
    clientSetOrder(cache, 444);
    for (let i = 0; i < 70_000; i++) {
      clientCharge(client, 65_536);
      clientCountPages(client, 1);
    }
    clientCharge(other, 7);
    clientCharge(cache, 1000);
    expect(clientCharged(client)).toBe(<u64>70_000 * 65_536);
    const counted = <u64>70_000 * (65_536 + PAGE_CHARGE);
    expect(clientPeakCounted(client)).toBe(counted);
    expect(clientRoom(client)).toBe(<u64>-1 - counted);
    clientSetCap(client, (<u64>1) << 33);
    expect(clientRoom(client)).toBe(((<u64>1) << 33) - counted);
    expect(clientsCheck(false)).toBeTruthy();
    expect(clientsCheck(true)).toBeFalsy();
    for (let i = 0; i < 70_000; i++) clientRelieve(client, 65_536);
    expect(clientCharged(client)).toBe(0);
  });

  it("are named once each when they have lost pages, the last of them first", () => {
    const clients: StaticArray<usize> = [0, clientOpen(1), clientOpen(2), clientOpen(3)];
    expect(clientTellLost()).toBe(0);
    for (let round = 0; round < 2; round++) for (let i = 1; i <= 3; i++) clientEvicted(clients[i], 10);
    expect(clientTellLost()).toBe(3);
    clientEvicted(clients[3], 10);
    expect(clientTellLost()).toBe(3);
    expect(clientTellLost()).toBe(2);
    expect(clientTellLost()).toBe(1);
    expect(clientTellLost()).toBe(0);
    expect(clientEvictedPages(clients[3])).toBe(3);
    clientClose(clients[2]);
    expect(clientsCheck(false)).toBeTruthy();
  });

  it("are not closed before it was told that they lost pages", () => {
    expect(() => {
      const client = clientOpen(1);
      clientEvicted(client, 10);
      clientClose(client);
    }).toThrow();
  });

  it("have no bound until one is set, and none of what another one had", () => {
    const client = clientOpen(1);
    expect(clientCap(client)).toBe(<u64>-1);
    clientCharge(client, 5000);
    clientSetCap(client, 6000);
    expect(clientRoom(client)).toBe(1000);
    clientSetCap(client, 4000);
    expect(clientRoom(client)).toBe(0);
    clientRelieve(client, 5000);
    expect(clientCharged(client)).toBe(0);
    clientCountPages(client, 3);
    expect(clientPages(client)).toBe(3);
    clientCountPages(client, -3);
    clientEvicted(client, 100);
    clientEvicted(client, 20);
    expect(clientEvictedPages(client)).toBe(2);
    expect(clientEvictedBytes(client)).toBe(120);
    expect(clientTellLost()).toBe(1);
    clientSetOrder(client, 444);
    expect(clientOrder(client)).toBe(444);
    expect(clientOrder(0)).toBe(0);
    clientClose(client);
    const other = clientOpen(2);
    expect(other).toBe(client);
    expect(clientEvictedPages(other)).toBe(0);
    expect(clientOrder(other)).toBe(0);
    expect(clientCap(other)).toBe(<u64>-1);
  });

  it("know the most that they had, until that is reset", () => {
    const client = clientOpen(1);
    clientCharge(client, 5000);
    clientCountPages(client, 1);
    clientCountPages(client, 1);
    clientRelieve(client, 4000);
    clientCountPages(client, -1);
    clientCharge(client, 10);
    expect(clientPeakPages(client)).toBe(2);
    expect(clientPeakCounted(client)).toBe(5000 + 2 * PAGE_CHARGE);
    clientResetPeaks(client);
    expect(clientPeakPages(client)).toBe(1);
    expect(clientPeakCounted(client)).toBe(1010 + PAGE_CHARGE);
    clientCharge(client, 1);
    expect(clientPeakCounted(client)).toBe(1011 + PAGE_CHARGE);
    clientRelieve(client, 1011);
    clientCountPages(client, -1);
    clientClose(client);
    expect(clientPeakPages(clientOpen(2))).toBe(0);
  });

  it("are not closed with areas", () => {
    expect(() => {
      const client = clientOpen(1);
      store<u32>(clientAreaList(client), 48);
      clientClose(client);
    }).toThrow();
  });

  it("are not relieved of more than they are charged", () => {
    expect(() => {
      clientRelieve(clientOpen(1), 1);
    }).toThrow();
  });

  it("are none when there is no memory for a record; damage is noticed", () => {
    freshEngine(0, 6);
    while (frameTake()) {}
    expect(clientOpen(1)).toBe(0);
    freshEngine(0);
    clientClose(clientOpen(1));
    store<u32>(CLIENT_RECORDS, 0);
    expect(clientsCheck(false)).toBeFalsy();
    freshEngine(0);
    const client = clientOpen(1);
    store<u32>(client, 5, CLIENT_PAGES_AT);
    expect(clientsCheck(false)).toBeFalsy();
  });
});
