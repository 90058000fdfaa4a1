/**
 * clients.spec.ts - accounts: opened, found by number, charged within their caps, closed.
 */
import {
  clientCap,
  clientCharge,
  clientCharged,
  clientClose,
  clientCountAreas,
  clientCountPages,
  clientEvicted,
  clientEvictedBytes,
  clientEvictedPages,
  clientNumber,
  clientNumbered,
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
  clientWalk,
} from "../../assembly/clients";
import { frameTake } from "../../assembly/frames";
import { CLIENT_RECORDS, PAGE_CHARGE } from "../../assembly/records";
import { freshEngine } from "./support";

describe("clients", () => {
  beforeEach(() => {
    freshEngine(0);
  });

  it("are found by number, walked, and used again", () => {
    for (let i: u32 = 1; i <= 300; i++) assert(clientOpen(i) != 0);
    expect(clientNumber(clientNumbered(7))).toBe(7);
    expect(clientNumbered(0)).toBe(0);
    expect(clientNumbered(301)).toBe(0);
    const seventh = clientNumbered(7);
    clientClose(seventh);
    expect(clientNumbered(7)).toBe(0);
    let count = 0;
    for (let client = clientWalk(0); client; client = clientWalk(client)) count++;
    expect(count).toBe(299);
    expect(clientOpen(500)).toBe(seventh);
    expect(clientsCheck()).toBeTruthy();
  });

  it("have no bound until one is set, and none of what another one had", () => {
    const client = clientOpen(1);
    expect(clientCap(client)).toBe(<u32>-1);
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
    clientSetOrder(client, 444);
    expect(clientOrder(client)).toBe(444);
    expect(clientOrder(0)).toBe(0);
    clientClose(client);
    const other = clientOpen(2);
    expect(other).toBe(client);
    expect(clientEvictedPages(other)).toBe(0);
    expect(clientOrder(other)).toBe(0);
    expect(clientCap(other)).toBe(<u32>-1);
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
      clientCountAreas(client, 1);
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
    expect(clientsCheck()).toBeFalsy();
  });
});
