/**
 * index.ts - the border: what the host may call.
 *
 * Owns:   the names. One line of work each, and the window that each operation uses.
 * Keeps:  parameters are u32, answers are i32; pages and rows lie in the window, numbers in STATS.
 * Called: src/arena.ts, which has checked every parameter.
 * Cost:   one crossing, below 60 ns.
 */
import { areaOpen, areaPages } from "./areas";
import { selfCheck } from "./audit";
import {
  engineInit,
  engineSetFlags,
  invalidateArea,
  invalidatePage,
  loadPage,
  pageLength,
  statsRefresh,
  storePage,
} from "./engine";
import { ROW_BYTES, ROW_BYTES_AT, ROW_OFFSET_AT, ROW_STATUS_AT, WINDOW_PTR, WINDOW_ROWS_AT } from "./layout";
import { CONTROL_PAGE_BYTES } from "./records";

export * from "./layout";

const ROWS_PTR: usize = WINDOW_PTR + WINDOW_ROWS_AT;

/** Prepares a fresh instance. 1, or 0 when the limit is too small. Once per instance. */
export function init(page_bytes: u32, limit_wasm_pages: u32, flags: u32, seed_low: u32, seed_high: u32): u32 {
  return <u32>engineInit(page_bytes, limit_wasm_pages, flags, ((<u64>seed_high) << 32) | <u64>seed_low);
}

/** Changes settings for stores and loads to come; pages that are here stay readable (law 13). */
export function set_flags(flags: u32): void {
  engineSetFlags(flags);
}

/** Opens an area and answers its handle, or 0 when there is no memory. `scope` 0 shares bodies with all others of 0. */
export function open_area(client: u32, type: u32, scope: u32): usize {
  return areaOpen(client, type, scope);
}

/** Stores the `bytes` bytes at the start of the window. A Status. */
export function store_page(area: usize, offset: u32, bytes: u32): i32 {
  return storePage(area, offset, WINDOW_PTR, bytes);
}

/** Loads into the window: the length of the page, or a Status below 1. */
export function load_page(area: usize, offset: u32, room: u32, exclusive: u32): i32 {
  return loadPage(area, offset, WINDOW_PTR, room, exclusive != 0);
}

/** Stores the first `count` pages of the window as their rows say; the status of each goes into its row. */
export function store_many(area: usize, count: u32): void {
  const pageBytes = load<u32>(CONTROL_PAGE_BYTES);
  for (let i: u32 = 0; i < count; i += 1) {
    const row = ROWS_PTR + i * ROW_BYTES;
    const page = WINDOW_PTR + i * pageBytes;
    store<i32>(
      row,
      storePage(area, load<u32>(row, ROW_OFFSET_AT), page, load<u32>(row, ROW_BYTES_AT)),
      ROW_STATUS_AT,
    );
  }
}

/** Loads `count` pages as the rows say, each into its own part of the window. */
export function load_many(area: usize, count: u32, exclusive: u32): void {
  const pageBytes = load<u32>(CONTROL_PAGE_BYTES);
  // In rising order: a decoder may overrun a page by its slack, into a part that is still to be written.
  for (let i: u32 = 0; i < count; i += 1) {
    const row = ROWS_PTR + i * ROW_BYTES;
    const page = WINDOW_PTR + i * pageBytes;
    store<i32>(
      row,
      loadPage(area, load<u32>(row, ROW_OFFSET_AT), page, load<u32>(row, ROW_BYTES_AT), exclusive != 0),
      ROW_STATUS_AT,
    );
  }
}

/** Length of a page, or 0 if it is not here. Counts nothing. */
export function page_length(area: usize, offset: u32): u32 {
  return pageLength(area, offset);
}

/** 1 if there was such a page. */
export function invalidate_page(area: usize, offset: u32): u32 {
  return <u32>invalidatePage(area, offset);
}

/** Drops the area's pages, closes it, and answers how many there were. The handle is void. */
export function invalidate_area(area: usize): u32 {
  return invalidateArea(area);
}

/** Pages of an open area. */
export function curr_pages(area: usize): u32 {
  return areaPages(area);
}

/** Brings the computed gauges in STATS up to date. */
export function stats_refresh(): void {
  statsRefresh();
}

/** Walks everything. 0, or the number of the first Finding (audit.ts). */
export function self_check(): u32 {
  return selfCheck();
}
