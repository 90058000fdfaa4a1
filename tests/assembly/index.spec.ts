/**
 * index.spec.ts - the border: batches do row by row what single calls do.
 */
import {
  curr_pages,
  invalidate_area,
  invalidate_page,
  load_many,
  load_page,
  open_area,
  page_length,
  self_check,
  set_flags,
  stats_refresh,
  store_many,
  store_page,
} from "../../assembly/index";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_VERIFY,
  ROW_BYTES,
  ROW_BYTES_AT,
  ROW_OFFSET_AT,
  ROW_STATUS_AT,
  STAT_AREAS,
  STAT_METADATA_BYTES,
  STAT_SLAB_BYTES,
  STAT_USED_BYTES,
  Status,
  WINDOW_PTR,
  WINDOW_ROWS_AT,
} from "../../assembly/layout";
import { statGet } from "../../assembly/stats";
import { BUFFER_PTR, fillKind, fillRandom, freshEngine, seed } from "./support";

const ROWS: usize = WINDOW_PTR + WINDOW_ROWS_AT;

function row(i: u32, offset: u32, bytes: u32): void {
  store<u32>(ROWS + i * ROW_BYTES, offset, ROW_OFFSET_AT);
  store<u32>(ROWS + i * ROW_BYTES, bytes, ROW_BYTES_AT);
  store<i32>(ROWS + i * ROW_BYTES, 99, ROW_STATUS_AT);
}

function statusOf(i: u32): i32 {
  return load<i32>(ROWS + i * ROW_BYTES, ROW_STATUS_AT);
}

describe("the border", () => {
  beforeEach(() => {
    freshEngine(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY);
    seed(14);
  });

  it("stores and loads sixteen pages a call, each with its own outcome", () => {
    const area = open_area(1, 0, 1);
    for (let i: u32 = 0; i < 16; i++) {
      fillKind(WINDOW_PTR + i * 4096, 4096, i % 6);
      row(i, i * 3, i == 5 ? 100 : 4096);
    }
    memory.copy(BUFFER_PTR, WINDOW_PTR, 65536);
    store_many(area, 16);
    for (let i: u32 = 0; i < 16; i++) expect(statusOf(i)).toBe(Status.STORED);
    expect(curr_pages(area)).toBe(16);
    expect(page_length(area, 15)).toBe(100);
    fillRandom(WINDOW_PTR, 65536);
    for (let i: u32 = 0; i < 16; i++) row(i, i == 7 ? 1 : i * 3, i == 9 ? 10 : 4096);
    load_many(area, 16, 0);
    for (let i: u32 = 0; i < 16; i++) {
      const bytes = i == 5 ? 100 : 4096;
      expect(statusOf(i)).toBe(i == 7 ? Status.MISS : i == 9 ? Status.SMALL : bytes);
      if (statusOf(i) > 0)
        expect(memory.compare(WINDOW_PTR + i * 4096, BUFFER_PTR + i * 4096, bytes)).toBe(0);
    }
    expect(self_check()).toBe(0);
  });

  it("does the same one by one", () => {
    const area = open_area(1, 0, 1);
    fillKind(WINDOW_PTR, 4096, 2);
    memory.copy(BUFFER_PTR, WINDOW_PTR, 4096);
    expect(store_page(area, 9, 4096)).toBe(Status.STORED);
    fillRandom(WINDOW_PTR, 4096);
    expect(load_page(area, 9, 4096, 1)).toBe(4096);
    expect(memory.compare(WINDOW_PTR, BUFFER_PTR, 4096)).toBe(0);
    expect(load_page(area, 9, 4096, 1)).toBe(Status.MISS);
    expect(invalidate_page(area, 9)).toBe(0);
    set_flags(0);
    expect(store_page(area, 9, 4096)).toBe(Status.STORED);
    expect(invalidate_page(area, 9)).toBe(1);
    expect(invalidate_area(area)).toBe(0);
    expect(store_page(area, 9, 4096)).toBe(Status.CLOSED);
    expect(store_page(0, 9, 4096)).toBe(Status.CLOSED);
  });

  it("brings the computed gauges up to date", () => {
    const area = open_area(1, 0, 1);
    fillRandom(WINDOW_PTR, 4096);
    store_page(area, 1, 4096);
    stats_refresh();
    expect(statGet(STAT_AREAS)).toBe(1);
    expect(statGet(STAT_SLAB_BYTES)).toBe(64 + 16 * 4100);
    expect(statGet(STAT_METADATA_BYTES) % 4096).toBe(0);
    expect(statGet(STAT_USED_BYTES)).toBeGreaterThan(statGet(STAT_SLAB_BYTES) + statGet(STAT_METADATA_BYTES));
  });
});
