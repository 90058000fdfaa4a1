/**
 * areas.ts - areas of clients.
 *
 * Owns:   area records (kind AREA_RECORDS).
 * Keeps:  an area that is open counts its entries and bounds their offsets.
 * Called: engine.ts. The host holds the address of an area's record as an opaque handle; 0 is no area.
 * Cost:   a store touches one line.
 */

import {
  frameOlder,
  recordFrames,
  recordGive,
  recordLive,
  recordReserve,
  recordsCheck,
  recordsEnd,
  recordTake,
} from "./frames";
import {
  AREA_BYTES,
  AREA_CLIENT_AT,
  AREA_HIGHEST_AT,
  AREA_LOWEST_AT,
  AREA_OPEN_AT,
  AREA_PAGES_AT,
  AREA_RECORDS,
  AREA_SCOPE_AT,
  AREA_TYPE_AT,
  FRAME_HEADER_BYTES,
} from "./records";

/** Opens an area. 0 when there is no memory for its record. */
export function areaOpen(client: u32, type: u32, scope: u32): usize {
  if (!recordReserve(AREA_RECORDS, AREA_BYTES, 1)) return 0;
  const area = recordTake(AREA_RECORDS, AREA_BYTES);
  store<u32>(area, client, AREA_CLIENT_AT);
  store<u32>(area, type, AREA_TYPE_AT);
  store<u32>(area, 0, AREA_PAGES_AT);
  store<u32>(area, scope, AREA_SCOPE_AT);
  store<u32>(area, <u32>-1, AREA_LOWEST_AT);
  store<u32>(area, 0, AREA_HIGHEST_AT);
  store<u32>(area, 1, AREA_OPEN_AT);
  return area;
}

/** Closes an area that has no page left. */
export function areaClose(area: usize): void {
  assert(areaPages(area) == 0);
  store<u32>(area, 0, AREA_OPEN_AT);
  recordGive(AREA_RECORDS, area);
}

export function areaIsOpen(area: usize): bool {
  return area != 0 && load<u32>(area, AREA_OPEN_AT) == 1;
}

export function areaPages(area: usize): u32 {
  return load<u32>(area, AREA_PAGES_AT);
}

export function areaScope(area: usize): u32 {
  return load<u32>(area, AREA_SCOPE_AT);
}

export function areaLowest(area: usize): u32 {
  return load<u32>(area, AREA_LOWEST_AT);
}

export function areaHighest(area: usize): u32 {
  return load<u32>(area, AREA_HIGHEST_AT);
}

export function areaAdd(area: usize, offset: u32): void {
  store<u32>(area, areaPages(area) + 1, AREA_PAGES_AT);
  if (offset < areaLowest(area)) store<u32>(area, offset, AREA_LOWEST_AT);
  if (offset > areaHighest(area)) store<u32>(area, offset, AREA_HIGHEST_AT);
}

export function areaDrop(area: usize): void {
  assert(areaPages(area) != 0);
  store<u32>(area, areaPages(area) - 1, AREA_PAGES_AT);
}

export function areaCount(): u32 {
  return recordLive(AREA_RECORDS);
}

/** True when live and free records account for all. */
export function areasCheck(): bool {
  return recordsCheck(AREA_RECORDS, AREA_BYTES);
}

/** Sum of the page counts of all open areas. */
export function areaPagesSum(): u32 {
  let sum: u32 = 0;
  for (let frame = recordFrames(AREA_RECORDS); frame; frame = frameOlder(frame)) {
    const end = recordsEnd(AREA_RECORDS, frame, AREA_BYTES);
    for (let area = frame + FRAME_HEADER_BYTES; area < end; area += AREA_BYTES) {
      if (areaIsOpen(area)) sum += areaPages(area);
    }
  }
  return sum;
}
