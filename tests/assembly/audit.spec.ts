/**
 * audit.spec.ts - the self check finds what is wrong: each finding is provoked by one wrong word, and gone when the word is
 * right again. A check that could not fail would prove nothing.
 */
import { areaOpen } from "../../assembly/areas";
import { Finding, selfCheck } from "../../assembly/audit";
import { bodyPlace, bodyStored } from "../../assembly/bodies";
import { directoryFind, entryBody } from "../../assembly/directory";
import { invalidatePage, storePage } from "../../assembly/engine";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  STAT_BODIES,
  STAT_RAW_BYTES,
  STAT_STORES,
  STATS_PTR,
} from "../../assembly/layout";
import {
  AREA_PAGES_AT,
  BODY_KEY_AT,
  BODY_PLACE_AT,
  BODY_STATE_AT,
  ENTRY_OFFSET_AT,
  FRAMES_CONTROL,
  STOCK_CONTROL,
} from "../../assembly/records";
import { stockBlockOf } from "../../assembly/stock";
import { fillHeapLike, freshEngine, PAGE, seed } from "./support";

let area: usize = 0;

function bodyOf(offset: u32): usize {
  return entryBody(directoryFind(area, offset));
}

/** What the self check says while the word at `at` is off by `change`. */
function findingWith(at: usize, change: u32): Finding {
  const right = load<u32>(at);
  store<u32>(at, right + change);
  const finding = selfCheck();
  store<u32>(at, right);
  assert(selfCheck() == Finding.NONE);
  return finding;
}

describe("audit", () => {
  beforeAll(() => {
    freshEngine(FLAG_COMPRESS | FLAG_DEDUPE);
    seed(13);
    area = areaOpen(1, 0, 1);
    for (let i: u32 = 0; i < 200; i++) {
      fillHeapLike(PAGE, 4096);
      storePage(area, i, PAGE, 4096);
      storePage(area, 1000 + i, PAGE, 4096);
    }
    for (let i: u32 = 0; i < 200; i += 5) {
      invalidatePage(area, i);
      invalidatePage(area, 1000 + i);
    }
  });

  it("finds nothing wrong with what is right", () => {
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("finds a miscounted stock", () => {
    expect(findingWith(STOCK_CONTROL + 16, 1)).toBe(Finding.STOCK);
  });

  it("finds an entry under the wrong key", () => {
    expect(findingWith(directoryFind(area, 7) + ENTRY_OFFSET_AT, 5000)).toBe(Finding.DIRECTORY);
  });

  it("finds a body under the wrong hash", () => {
    expect(findingWith(bodyOf(7) + BODY_KEY_AT, 1)).toBe(Finding.BODIES);
  });

  it("finds an area that miscounts its pages", () => {
    expect(findingWith(area + AREA_PAGES_AT, 1)).toBe(Finding.AREAS);
  });

  it("finds a block that nobody has", () => {
    expect(findingWith(FRAMES_CONTROL + 8, 16)).toBe(Finding.BLOCKS);
  });

  it("finds a slab in the wrong bin", () => {
    expect(findingWith(stockBlockOf(bodyPlace(bodyOf(7))) + 24, 1)).toBe(Finding.SLAB_BINS);
  });

  it("finds a body that lies elsewhere than its record says", () => {
    expect(findingWith(bodyOf(7) + BODY_PLACE_AT, 4)).toBe(Finding.SLOT_OWNER);
  });

  it("finds a byte written behind a body", () => {
    const body = bodyOf(7);
    expect(findingWith(bodyPlace(body) + bodyStored(body), 1)).toBe(Finding.RED_ZONE);
  });

  it("finds a slab that miscounts its live bytes", () => {
    // Live and top together, so that the holes still add up and the bins stay right.
    const slab = stockBlockOf(bodyPlace(bodyOf(7)));
    expect(findingWith(slab + 20, <u32>-4)).toBe(Finding.SLAB_SUMS);
  });

  it("finds a body too many", () => {
    expect(findingWith(STATS_PTR + STAT_BODIES, 1)).toBe(Finding.BODY_WITHOUT_SLOT);
  });

  it("finds a sharer too many, or too few", () => {
    expect(findingWith(bodyOf(7) + BODY_STATE_AT, 1)).toBe(Finding.SHARERS);
    expect(findingWith(bodyOf(7) + BODY_STATE_AT, <u32>-1)).toBe(Finding.SHARERS);
  });

  it("finds an outcome that was not counted", () => {
    expect(findingWith(STATS_PTR + STAT_STORES, 1)).toBe(Finding.COUNTERS);
  });

  it("finds a gauge that drifted", () => {
    expect(findingWith(STATS_PTR + STAT_RAW_BYTES, 1)).toBe(Finding.GAUGES);
  });
});
