/**
 * index.spec.ts - the border: a batch does row by row what single calls do, and each export reaches the
 * engine.
 *
 * How: one call with rows whose outcomes differ. engine.spec.ts shows what single pages come to.
 */

import { mix64 } from "../../assembly/ground/hash";
import {
  EVICTED_FS_AT,
  EVICTED_INDEX_AT,
  EVICTED_INODE_AT,
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_EVICT,
  FLAG_REFUSE_POOR,
  FLAG_VERIFY,
  PageKind,
  ROW_BYTES,
  ROW_BYTES_AT,
  ROW_OFFSET_AT,
  ROW_STATUS_AT,
  STAT_AREAS,
  STAT_BODIES,
  STAT_DUPLICATE_PAGES,
  STAT_LIVE_BYTES,
  STAT_METADATA_BYTES,
  STAT_SLAB_BYTES,
  STAT_USED_BYTES,
  Status,
  WINDOW_BYTES,
  WINDOW_PTR,
  WINDOW_ROWS_AT,
} from "../../assembly/ground/layout";
import {
  AREA_CHARGE,
  CONTROL_FLAGS,
  CONTROL_PAGE_BYTES,
  EPHEMERAL_CHARGE,
  SECRET_PTR,
} from "../../assembly/ground/records";
import { statGet } from "../../assembly/ground/stats";
import {
  ask_keys,
  client_lost,
  client_stats,
  close_client,
  compact,
  curr_pages,
  evict_of,
  find_page,
  init,
  invalidate_area,
  invalidate_page,
  is_full,
  live_bytes,
  load_many,
  load_page,
  open_area,
  open_client,
  page_length,
  put_page,
  reset_client_peaks,
  self_check,
  set_client,
  set_flags,
  set_limits,
  set_nursery,
  settle,
  stats_refresh,
  store_many,
  store_page,
  take_keys,
  trim,
} from "../../assembly/index";
import { BUFFER_PTR, fillKind, fillRandom, freshEngine, freshMemory, seed } from "./support";

const ROWS: usize = WINDOW_PTR + WINDOW_ROWS_AT;

function row(i: u32, offset: u32, bytes: u32): void {
  store<u32>(ROWS + i * ROW_BYTES, offset, ROW_OFFSET_AT);
  store<u32>(ROWS + i * ROW_BYTES, bytes, ROW_BYTES_AT);
  store<i32>(ROWS + i * ROW_BYTES, 99, ROW_STATUS_AT);
}

function statusOf(i: u32): i32 {
  return load<i32>(ROWS + i * ROW_BYTES, ROW_STATUS_AT);
}

/** Opens the area whose number is its client's and one. */
function open(client: u32, scope: u32): u32 {
  const account = open_client(client, 0);
  assert(account != 0 && open_area(client + 1, account, scope) == 1);
  return client + 1;
}

describe("the border", () => {
  beforeEach(() => {
    freshEngine(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY);
    seed(14);
  });

  it("stores and loads sixteen pages a call, each with its own outcome", () => {
    const area = open(1, 1);
    for (let i: u32 = 0; i < 16; i++) {
      fillKind(WINDOW_PTR + i * 4096, 4096, i % 6);
      row(i, i * 3, i == 5 ? 100 : 4096);
    }
    memory.copy(BUFFER_PTR, WINDOW_PTR, 65536);
    store_many(area, 0, 16, PageKind.PLAIN);
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

  it("takes what it delivered, row by row", () => {
    const area = open(1, 1);
    for (let i: u32 = 0; i < 16; i++) {
      fillKind(WINDOW_PTR + i * 4096, 4096, 2 + (i % 4));
      row(i, i, 4096);
    }
    memory.copy(BUFFER_PTR, WINDOW_PTR, 65536);
    store_many(area, 0, 16, PageKind.PLAIN);
    fillRandom(WINDOW_PTR, 65536);
    // Every other row; one of them twice, one with too little room, and rows behind the count not at all.
    for (let i: u32 = 0; i < 16; i++) row(i, i == 1 ? 0 : i * 2, i == 3 ? 4095 : 4096);
    load_many(area, 6, 1);
    for (let i: u32 = 0; i < 6; i++) {
      expect(statusOf(i)).toBe(i == 1 ? Status.MISS : i == 3 ? Status.SMALL : 4096);
      if (statusOf(i) > 0)
        expect(memory.compare(WINDOW_PTR + i * 4096, BUFFER_PTR + i * 2 * 4096, 4096)).toBe(0);
    }
    for (let i: u32 = 6; i < 16; i++) expect(statusOf(i)).toBe(99);
    expect(curr_pages(area)).toBe(12);
    expect(page_length(area, 0)).toBe(0);
    expect(page_length(area, 6)).toBe(4096);
    expect(self_check()).toBe(0);
  });

  it("stores rows that are refused beside rows that are not, and the last of equal offsets stays", () => {
    const area = open(1, 1);
    set_flags(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY | FLAG_REFUSE_POOR);
    for (let i: u32 = 0; i < 8; i++) {
      if (i & 1) fillRandom(WINDOW_PTR + i * 4096, 4096);
      else fillKind(WINDOW_PTR + i * 4096, 4096, 2);
      row(i, i < 6 ? i : 4, 4096);
    }
    memory.copy(BUFFER_PTR, WINDOW_PTR, 65536);
    store_many(area, 0, 7, PageKind.PLAIN);
    for (let i: u32 = 0; i < 7; i++) expect(statusOf(i)).toBe(i & 1 ? Status.POOR : Status.STORED);
    expect(statusOf(7)).toBe(99);
    expect(curr_pages(area)).toBe(3);
    expect(load_page(area, 4, 4096, 0)).toBe(4096);
    expect(memory.compare(WINDOW_PTR, BUFFER_PTR + 6 * 4096, 4096)).toBe(0);
    store_many(0, 0, 2, PageKind.PLAIN);
    for (let i: u32 = 0; i < 2; i++) expect(statusOf(i)).toBe(Status.CLOSED);
    load_many(0, 2, 0);
    for (let i: u32 = 0; i < 2; i++) expect(statusOf(i)).toBe(Status.MISS);
    expect(self_check()).toBe(0);
  });

  it("lays larger pages one behind the other", () => {
    for (let pageBytes: u32 = 8192; pageBytes <= 65536; pageBytes <<= 1) {
      freshMemory(8 << 20);
      expect(init(pageBytes, 100, FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY, 1, 2)).toBe(1);
      const area = open(1, 1);
      const count = WINDOW_BYTES / pageBytes;
      for (let i: u32 = 0; i < count; i++) {
        fillKind(WINDOW_PTR + i * pageBytes, pageBytes, 2 + (i % 4));
        row(i, i, pageBytes);
      }
      memory.copy(BUFFER_PTR, WINDOW_PTR, WINDOW_BYTES);
      store_many(area, 0, count, PageKind.PLAIN);
      memory.fill(WINDOW_PTR, 0xee, WINDOW_BYTES);
      load_many(area, count, 0);
      for (let i: u32 = 0; i < count; i++) expect(statusOf(i)).toBe(pageBytes);
      expect(memory.compare(WINDOW_PTR, BUFFER_PTR, WINDOW_BYTES)).toBe(0);
      expect(self_check()).toBe(0);
    }
  });

  it("begins with the settings and both halves of the seed that it is given, or says no", () => {
    freshMemory();
    expect(init(4096, 2, 7, 1, 2)).toBe(0);
    let first: u64 = 0;
    for (let i: u32 = 0; i < 4; i++) {
      freshMemory();
      expect(init(4096, 32, FLAG_COMPRESS | FLAG_VERIFY, 5 + (i & 1), 6 + (i >> 1))).toBe(1);
      expect(load<u32>(CONTROL_FLAGS)).toBe(FLAG_COMPRESS | FLAG_VERIFY);
      expect(load<u32>(CONTROL_PAGE_BYTES)).toBe(4096);
      // The first word of the secret is the seed's own, one step on: hash.spec.ts.
      const state: u64 = (((<u64>(6 + (i >> 1))) << 32) | (5 + (i & 1))) + 0x9e3779b185ebca87;
      expect(load<u64>(SECRET_PTR)).toBe(mix64(state));
      assert(load<u64>(SECRET_PTR) != first);
      first = load<u64>(SECRET_PTR);
    }
  });

  it("keeps the bodies of scopes apart, and shares those of scope 0", () => {
    fillKind(WINDOW_PTR, 4096, 2);
    for (let i: u32 = 0; i < 3; i++)
      expect(store_page(open(i, i), 0, 4096, PageKind.PLAIN)).toBe(Status.STORED);
    expect(statGet(STAT_BODIES)).toBe(3);
    for (let i: u32 = 3; i < 6; i++)
      expect(store_page(open(i, 0), 0, 4096, PageKind.PLAIN)).toBe(Status.STORED);
    expect(statGet(STAT_BODIES)).toBe(3);
    expect(statGet(STAT_DUPLICATE_PAGES)).toBe(3);
  });

  it("does the same one by one", () => {
    const area = open(1, 1);
    fillKind(WINDOW_PTR, 4096, 2);
    memory.copy(BUFFER_PTR, WINDOW_PTR, 4096);
    expect(store_page(area, 9, 4096, PageKind.PLAIN)).toBe(Status.STORED);
    fillRandom(WINDOW_PTR, 4096);
    expect(load_page(area, 9, 4096, 1)).toBe(4096);
    expect(memory.compare(WINDOW_PTR, BUFFER_PTR, 4096)).toBe(0);
    expect(load_page(area, 9, 4096, 1)).toBe(Status.MISS);
    expect(invalidate_page(area, 9)).toBe(0);
    set_flags(0);
    expect(store_page(area, 9, 4096, PageKind.PLAIN)).toBe(Status.STORED);
    expect(invalidate_page(area, 9)).toBe(1);
    expect(invalidate_area(area)).toBe(0);
    expect(store_page(area, 9, 4096, PageKind.PLAIN)).toBe(Status.CLOSED);
    expect(store_page(0, 9, 4096, PageKind.PLAIN)).toBe(Status.CLOSED);
  });

  it("brings the computed gauges up to date", () => {
    const area = open(1, 1);
    fillRandom(WINDOW_PTR, 4096);
    store_page(area, 1, 4096, PageKind.PLAIN);
    stats_refresh();
    expect(statGet(STAT_AREAS)).toBe(1);
    expect(statGet(STAT_SLAB_BYTES)).toBe(64 + 16 * 4100);
    expect(statGet(STAT_METADATA_BYTES) % 4096).toBe(0);
    expect(statGet(STAT_USED_BYTES)).toBeGreaterThan(statGet(STAT_SLAB_BYTES) + statGet(STAT_METADATA_BYTES));
  });

  it("ends a batch behind a page that finds no room, and goes on where it is told", () => {
    freshMemory();
    expect(init(4096, 14, FLAG_VERIFY, 1, 2)).toBe(1);
    const area = open(1, 1);
    seed(77);
    fillRandom(WINDOW_PTR, 65536);
    for (let i: u32 = 0; i < 16; i++) row(i, i, 4096);
    while (store_many(area, 0, 16, PageKind.PLAIN) == 16) {
      for (let i: u32 = 0; i < 16; i++) row(i, load<u32>(ROWS + i * ROW_BYTES) + 16, 4096);
      fillRandom(WINDOW_PTR, 65536);
    }
    expect(is_full()).toBe(1);
    for (let i: u32 = 0; i < 16; i++) row(i, 1000 + i, 4096);
    memory.fill(WINDOW_PTR + 2 * 4096, 5, 4096);
    expect(store_many(area, 0, 16, PageKind.PLAIN)).toBe(1);
    expect(statusOf(0)).toBe(Status.FULL);
    expect(statusOf(1)).toBe(99);
    expect(store_many(area, 2, 16, PageKind.PLAIN)).toBe(4);
    expect(statusOf(2)).toBe(Status.STORED);
    expect(statusOf(3)).toBe(Status.FULL);
    expect(statusOf(4)).toBe(99);
    expect(self_check()).toBe(0);
    expect(invalidate_page(area, 3)).toBe(1);
    expect(is_full()).toBe(0);
    fillRandom(WINDOW_PTR, 4096);
    expect(store_page(area, 3, 4096, PageKind.PLAIN)).toBe(Status.STORED);
    fillRandom(WINDOW_PTR, 4096);
    expect(store_page(area, 5000, 4096, PageKind.PLAIN)).toBe(Status.FULL);
    // So much must be free from now on; half of it is, at the ends of slabs.
    set_limits(14, 16 * 4100);
    let freed: u32 = 0;
    while (is_full()) {
      expect(invalidate_page(area, freed)).toBe(1);
      freed++;
    }
    expect(freed).toBeGreaterThan(5);
    expect(freed).toBeLessThan(9);
    expect(is_full()).toBe(0);
    expect(self_check()).toBe(0);
  });

  it("tells what clients have, in numbers that no sum outgrows, and which lost pages", () => {
    set_flags(FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY | FLAG_EVICT);
    const cache = open_client(7, 100);
    const swap = open_client(8, 0);
    expect(ask_keys(cache)).toBe(1);
    expect(open_area(1, cache, 7)).toBe(1);
    expect(open_area(2, swap, 8)).toBe(1);
    set_client(cache, 100, 5, 2);
    fillKind(WINDOW_PTR, 4096, 3);
    expect(put_page(1, 4, 5, 6, 4096, PageKind.PLAIN)).toBe(Status.STORED);
    expect(store_page(2, 7, 4096, PageKind.PLAIN)).toBe(Status.STORED);
    client_stats(cache, 1);
    for (let i: u32 = 0; i < 7; i++) {
      // The page, and the records of a file system and of its inode.
      const counted: f64 = 4096 + EPHEMERAL_CHARGE + 2 * AREA_CHARGE;
      const wanted: f64 = i == 0 || i == 2 ? 1 : i == 4 || i == 5 ? 0 : i == 6 ? 4096 : counted;
      expect(load<f64>(ROWS + i * 8)).toBe(wanted);
    }
    expect(client_lost()).toBe(0);
    expect(take_keys()).toBe(0);
    expect(evict_of(cache, 1)).toBe(4096 + EPHEMERAL_CHARGE + AREA_CHARGE);
    expect(take_keys()).toBe(1);
    expect(load<u32>(WINDOW_PTR, EVICTED_FS_AT)).toBe(1);
    expect(load<u32>(WINDOW_PTR, EVICTED_INDEX_AT)).toBe(6);
    expect(load<u64>(WINDOW_PTR, EVICTED_INODE_AT)).toBe(((<u64>5) << 32) | 4);
    expect(client_lost()).toBe(7);
    expect(client_lost()).toBe(0);
    client_stats(cache, 0);
    expect(load<f64>(ROWS, 32)).toBe(1);
    expect(load<f64>(ROWS, 40)).toBe(4096);
    reset_client_peaks(cache);
    client_stats(cache, 0);
    expect(load<f64>(ROWS, 16)).toBe(0);
    expect(invalidate_area(1)).toBe(0);
    close_client(cache);
    expect(invalidate_area(2)).toBe(1);
    close_client(swap);
    expect(self_check()).toBe(0);
  });

  it("knows areas by number, each once", () => {
    expect(open_area(1, open_client(1, 0), 1)).toBe(1);
    expect(open_area(1024 * 1024 - 1, 0, 1)).toBe(1);
    fillKind(WINDOW_PTR, 4096, 2);
    expect(store_page(1024 * 1024 - 1, 7, 4096, PageKind.PLAIN)).toBe(Status.STORED);
    expect(curr_pages(1024 * 1024 - 1)).toBe(1);
    for (let i: u32 = 0; i < 3; i++) {
      const none: u32 = i == 0 ? 0 : i == 1 ? 2 : <u32>-1;
      expect(store_page(none, 7, 4096, PageKind.PLAIN)).toBe(Status.CLOSED);
      expect(load_page(none, 7, 4096, 0)).toBe(Status.MISS);
      expect(curr_pages(none)).toBe(0);
      expect(find_page(none, 0)).toBe(0);
      expect(invalidate_area(none)).toBe(0);
    }
    expect(invalidate_area(1024 * 1024 - 1)).toBe(1);
    expect(open_area(1024 * 1024 - 1, 0, 9)).toBe(1);
    expect(curr_pages(1024 * 1024 - 1)).toBe(0);
    expect(self_check()).toBe(0);
  });

  it("finds the pages of an area one after the other, from bucket to bucket", () => {
    const area = open(1, 1);
    const other = open(2, 2);
    memory.fill(WINDOW_PTR, 1, 4096);
    for (let i: u32 = 0; i < 500; i++) {
      store_page(area, i * 3, 4096, PageKind.PLAIN);
      store_page(other, i, 4096, PageKind.PLAIN);
    }
    let found: u32 = 0;
    let from: u32 = 0;
    for (;;) {
      const next = find_page(area, from);
      if (!next) break;
      const offset = load<u32>(ROWS);
      assert(offset % 3 == 0 && next > from);
      expect(invalidate_page(area, offset)).toBe(1);
      found++;
      from = next - 1;
    }
    expect(found).toBe(500);
    expect(curr_pages(area)).toBe(0);
    expect(curr_pages(other)).toBe(500);
  });

  it("says what is live, and trims, compacts and settles when asked", () => {
    const area = open(1, 1);
    set_nursery(4);
    seed(3);
    for (let i: u32 = 0; i < 100; i++) {
      fillKind(WINDOW_PTR, 4096, 3);
      expect(store_page(area, i, 4096, PageKind.PLAIN)).toBe(Status.STORED);
    }
    expect(settle(3)).toBe(3);
    expect(settle(3)).toBe(1);
    expect(settle(3)).toBe(0);
    const live = live_bytes();
    for (let i: u32 = 0; i < 100; i++) if (i % 5) invalidate_page(area, i);
    expect(live_bytes()).toBeLessThan(live - 79 * 4096);
    const end = trim();
    expect(compact(1, 0)).toBe(1);
    while (compact(1, 0)) {}
    expect(compact(5, 0)).toBe(0);
    expect(trim()).toBeLessThan(<u32>end + 1);
    expect(self_check()).toBe(0);
    stats_refresh();
    expect(statGet(STAT_SLAB_BYTES)).toBe(2 * (64 + 16 * 4100));
    expect(statGet(STAT_LIVE_BYTES)).toBe(live_bytes());
  });
});
