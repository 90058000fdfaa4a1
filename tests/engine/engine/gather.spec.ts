/**
 * gather.spec.ts - the records of pages that are left over from very many come together, and all that named
 * them still do.
 *
 * How: an arena is filled with short pages, of which one in fifty stays, at random. The self check runs after
 * every fifty steps.
 */

import { Finding, selfCheck } from "../../../assembly/audit/audit";
import { invalidatePage, loadPage, putPage, storePage } from "../../../assembly/engine/engine";
import { gatherStep } from "../../../assembly/engine/gather";
import { inodeArea } from "../../../assembly/engine/ledger";
import { openClient } from "../../../assembly/engine/life";
import { FLAG_COMPRESS, FLAG_DEDUPE, FLAG_VERIFY, STAT_MOVED_RECORDS } from "../../../assembly/ground/layout";
import { statGet } from "../../../assembly/ground/stats";
import { stockHandedCount } from "../../../assembly/memory/blocks";
import { frameBytes } from "../../../assembly/memory/frames";
import { nurserySetCapacity } from "../../../assembly/memory/nursery";
import { areaAccount, areaOpen, areaSetAccount } from "../../../assembly/owners/areas";
import { bodyRefs } from "../../../assembly/owners/bodies";
import { clientCountAreas } from "../../../assembly/owners/clients";
import {
  directoryCount,
  directoryFind,
  entryBody,
  entryNode,
  walkEntry,
  walkFrom,
  walkNext,
} from "../../../assembly/owners/directory";
import { below, freshEngine, PAGE, seed } from "../support";

const COUNT: u32 = 24_000;
const BYTES: u32 = 48;
const LOADED: usize = PAGE + 8192;

/** What page `i` has: one of `contents` contents. */
function fill(i: u32, contents: u32): void {
  for (let at: u32 = 0; at < BYTES; at += 4)
    store<u32>(PAGE + at, ((i % contents) + 1) * 2654435761 + at * at * 977);
}

/** Fills the arena, and lets one page in fifty stay. */
function scatter(area: usize, contents: u32): void {
  for (let i: u32 = 0; i < COUNT; i++) {
    fill(i, contents);
    storePage(area, i, PAGE, BYTES);
  }
  for (let i: u32 = 0; i < COUNT; i++) if (below(50)) invalidatePage(area, i);
}

/** Takes steps until there is nothing to gain. Answers how many. */
function gather(): u32 {
  let steps: u32 = 0;
  while (gatherStep()) {
    steps++;
    assert(steps < 10_000);
    if (steps % 50 == 0) assert(selfCheck() == Finding.NONE);
  }
  return steps;
}

function expectPages(area: usize, contents: u32): void {
  let pages: u32 = 0;
  for (let i: u32 = 0; i < COUNT; i++) {
    if (!directoryFind(area, i)) continue;
    pages++;
    fill(i, contents);
    assert(loadPage(area, i, LOADED, 4096, false) == BYTES);
    assert(memory.compare(PAGE, LOADED, BYTES) == 0);
  }
  expect(pages).toBe(directoryCount());
  expect(selfCheck()).toBe(Finding.NONE);
}

describe("gather", () => {
  beforeEach(() => {
    freshEngine(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY, 96);
    seed(31);
  });

  it("has nothing to do in an arena that is full of pages", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 5000; i++) {
      fill(i, COUNT);
      storePage(area, i, PAGE, BYTES);
    }
    expect(gatherStep()).toBeFalsy();
  });

  it("brings the records of scattered pages together, and blocks become free", () => {
    const area = areaOpen(1);
    scatter(area, COUNT);
    const frames = frameBytes();
    const blocks = stockHandedCount();
    expect(gather()).toBeGreaterThan(0);
    expect(frameBytes()).toBeLessThan(frames / 4);
    expect(stockHandedCount()).toBeLessThan(blocks - 5);
    expect(statGet(STAT_MOVED_RECORDS)).toBeGreaterThan(300);
    expectPages(area, COUNT);
    expect(gatherStep()).toBeFalsy();
  });

  it("lets those that shared a body share one afterwards", () => {
    const area = areaOpen(1);
    areaSetAccount(area, openClient(1, 0));
    clientCountAreas(areaAccount(area), 1);
    scatter(area, 6000);
    let bodies: u32 = 0;
    let shared: u32 = 0;
    const end = <u32>-1;
    for (let at = walkFrom(0, end); at; at = walkNext(at, end)) {
      const refs = bodyRefs(entryBody(walkEntry(at)));
      if (refs > 1) shared += 1;
    }
    expect(shared).toBeGreaterThan(20);
    gather();
    for (let at = walkFrom(0, end); at; at = walkNext(at, end)) {
      if (bodyRefs(entryBody(walkEntry(at))) > 1) bodies += 1;
    }
    expect(bodies).toBe(shared);
    expectPages(area, 6000);
  });

  it("moves same-filled bodies, pages that wait, and ephemeral pages in their order", () => {
    const area = areaOpen(1);
    const client = openClient(2, 100);
    const fs = areaOpen(2);
    areaSetAccount(fs, client);
    clientCountAreas(client, 1);
    for (let i: u32 = 0; i < COUNT; i++) {
      memory.fill(PAGE, <u8>i, BYTES);
      store<u32>(PAGE, i);
      for (let at: u32 = 8; at < BYTES; at += 8) store<u64>(PAGE + at, load<u64>(PAGE));
      if (i % 3) putPage(fs, i / 100, i % 100, PAGE, BYTES);
      else storePage(area, i, PAGE, BYTES);
    }
    nurserySetCapacity(200);
    for (let i: u32 = 0; i < COUNT; i++) {
      if (!below(50)) continue;
      if (i % 3) invalidatePage(inodeArea(fs, i / 100), i % 100);
      else invalidatePage(area, i);
    }
    for (let i: u32 = 0; i < 150; i++) {
      fill(i, COUNT);
      storePage(area, COUNT + i, PAGE, BYTES);
      if (i % 2) invalidatePage(area, COUNT + i);
    }
    gather();
    expect(selfCheck()).toBe(Finding.NONE);
    let nodes: u32 = 0;
    const end = <u32>-1;
    for (let at = walkFrom(0, end); at; at = walkNext(at, end)) if (entryNode(walkEntry(at))) nodes += 1;
    expect(nodes).toBeGreaterThan(100);
    expect(stockHandedCount()).toBeLessThan(12);
  });

  it("is done by stores, a bounded part with each", () => {
    const area = areaOpen(1);
    scatter(area, COUNT);
    const blocks = stockHandedCount();
    for (let i: u32 = 0; i < 500; i++) {
      const before = statGet(STAT_MOVED_RECORDS);
      fill(i, COUNT);
      storePage(area, i, PAGE, BYTES);
      assert(statGet(STAT_MOVED_RECORDS) - before < 200);
    }
    expect(stockHandedCount()).toBeLessThan(blocks - 5);
    expectPages(area, COUNT);
  });
});
