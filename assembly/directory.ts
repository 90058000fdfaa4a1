/**
 * directory.ts - which page has which body.
 *
 * Owns:   entries (records of kind ENTRY_RECORDS) and the chain table over them.
 * Keeps:  one entry per (area, offset); live entries == records of the table.
 * Called: engine.ts.
 * Cost:   see table.ts.
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
  DIRECTORY_TABLE,
  ENTRY_AREA_AT,
  ENTRY_BODY_AT,
  ENTRY_BYTES,
  ENTRY_OFFSET_AT,
  ENTRY_RECORDS,
  FRAME_HEADER_BYTES,
} from "./records";
import { tableCheck, tableFind, tableInit, tableInsert, tableRecords, tableRemove } from "./table";

export function directoryInit(ground: usize, segments: u32): bool {
  return tableInit(DIRECTORY_TABLE, ground, segments);
}

/** The entry of a page, or 0. */
export function directoryFind(area: usize, offset: u32): usize {
  return tableFind(DIRECTORY_TABLE, ((<u64>area) << 32) | <u64>offset);
}

/** True when the next directoryInsert cannot fail. */
export function directoryReserve(): bool {
  return recordReserve(ENTRY_RECORDS);
}

/** Enters a page that is not in the directory. directoryReserve has answered true. */
export function directoryInsert(area: usize, offset: u32, body: usize): usize {
  const entry = recordTake(ENTRY_RECORDS, ENTRY_BYTES);
  store<u32>(entry, offset, ENTRY_OFFSET_AT);
  store<u32>(entry, area, ENTRY_AREA_AT);
  store<u32>(entry, body, ENTRY_BODY_AT);
  tableInsert(DIRECTORY_TABLE, entry);
  return entry;
}

export function directoryRemove(entry: usize): void {
  tableRemove(DIRECTORY_TABLE, entry);
  store<u32>(entry, 0, ENTRY_AREA_AT);
  recordGive(ENTRY_RECORDS, entry);
}

export function directoryCount(): u32 {
  return recordLive(ENTRY_RECORDS);
}

export function entryOffset(entry: usize): u32 {
  return load<u32>(entry, ENTRY_OFFSET_AT);
}

export function entryArea(entry: usize): usize {
  return <usize>load<u32>(entry, ENTRY_AREA_AT);
}

export function entryBody(entry: usize): usize {
  return <usize>load<u32>(entry, ENTRY_BODY_AT);
}

export function directoryFrames(): usize {
  return recordFrames(ENTRY_RECORDS);
}

export function directoryOlder(frame: usize): usize {
  return frameOlder(frame);
}

/** The first live entry of the frame behind `after` (0: from the frame's start), or 0. */
export function directoryIn(frame: usize, after: usize): usize {
  const end = recordsEnd(ENTRY_RECORDS, frame);
  let entry = after ? after + ENTRY_BYTES : frame + FRAME_HEADER_BYTES;
  while (entry < end) {
    if (entryArea(entry)) return entry;
    entry += ENTRY_BYTES;
  }
  return 0;
}

/** True when records, table and free list agree, and no page is entered twice. */
export function directoryCheck(): bool {
  if (!recordsCheck(ENTRY_RECORDS, ENTRY_BYTES)) return false;
  if (!tableCheck(DIRECTORY_TABLE)) return false;
  let count: u32 = 0;
  for (let frame = directoryFrames(); frame; frame = frameOlder(frame)) {
    let entry = directoryIn(frame, 0);
    while (entry) {
      count += 1;
      if (directoryFind(entryArea(entry), entryOffset(entry)) != entry) return false;
      entry = directoryIn(frame, entry);
    }
  }
  return count == directoryCount() && count == tableRecords(DIRECTORY_TABLE);
}
