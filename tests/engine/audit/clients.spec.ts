/**
 * clients.spec.ts - one wrong word in what says whose a page is is found: sharers, accounts, orders.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import { Finding } from "../../../assembly/audit/findings";
import { storePage } from "../../../assembly/engine/engine";
import { openArea, openClient } from "../../../assembly/engine/life";
import {
  BODY_STATE_AT,
  CLIENT_AREAS_AT,
  CLIENT_CHARGED_AT,
  CLIENT_ORDER_AT,
  CLIENT_PAGES_AT,
  CLIENT_PEAK_PAGES_AT,
  NODE_CHARGE_AT,
  NODE_OFFSET_AT,
} from "../../../assembly/ground/records";
import { areaNumbered } from "../../../assembly/owners/areas";
import { directoryFind, entryNode } from "../../../assembly/owners/directory";
import { fillRandom, PAGE } from "../support";
import { bodyOf, filledArea, findingWith } from "./support";

let area: usize = 0;

describe("audit of clients", () => {
  beforeAll(() => {
    area = filledArea();
  });

  it("finds a sharer too many, or too few", () => {
    expect(findingWith(bodyOf(area, 7) + BODY_STATE_AT, 1)).toBe(Finding.SHARERS);
    expect(findingWith(bodyOf(area, 7) + BODY_STATE_AT, <u32>-1)).toBe(Finding.SHARERS);
  });

  it("finds an account that miscounts its pages, its bytes or its peak", () => {
    const client = openClient(1, 0);
    openArea(1, client, 5);
    fillRandom(PAGE, 4096);
    storePage(areaNumbered(1), 0, PAGE, 4096);
    expect(selfCheck()).toBe(Finding.NONE);
    expect(findingWith(client + CLIENT_PAGES_AT, <u32>-1)).toBe(Finding.ACCOUNTS);
    expect(findingWith(client + CLIENT_CHARGED_AT, <u32>-16)).toBe(Finding.ACCOUNTS);
    expect(findingWith(client + CLIENT_PEAK_PAGES_AT, <u32>-1)).toBe(Finding.ACCOUNTS);
    expect(findingWith(client + CLIENT_AREAS_AT, <u32>-1)).toBe(Finding.ACCOUNTS);
  });

  it("finds a node that is not its entry's, or not in its client's order", () => {
    const client = openClient(2, 100);
    openArea(2, client, 6);
    for (let i: u32 = 0; i < 20; i++) {
      fillRandom(PAGE, 4096);
      storePage(areaNumbered(2), i, PAGE, 4096);
    }
    expect(selfCheck()).toBe(Finding.NONE);
    const node = entryNode(directoryFind(areaNumbered(2), 7));
    expect(findingWith(node + NODE_OFFSET_AT, 1)).toBe(Finding.ORDER);
    expect(findingWith(node + NODE_CHARGE_AT, 1)).toBe(Finding.ORDER);
    expect(findingWith(client + CLIENT_ORDER_AT, 16)).toBe(Finding.ORDER);
  });
});
