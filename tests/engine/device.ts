/**
 * device.ts - a device in memory for the specs: segments side by side, written and read as the host would.
 */
import { selfCheck } from "../../assembly/audit/audit";
import { loadAway, tellAway } from "../../assembly/engine/away";
import { loadPage } from "../../assembly/engine/engine";
import { pageBytes } from "../../assembly/engine/settings";
import { spillAbort, spillCommit, spillPack } from "../../assembly/engine/spill";
import {
  AWAY_KEY_AT,
  AWAY_LOCATION_AT,
  AWAY_STORED_AT,
  READ_KEY_AT,
  SLOT_FRONT_BYTES,
  SPILL_ROW_BYTES,
  Status,
} from "../../assembly/ground/layout";
import { rowsPtr, scratchPtr, tablePtr, windowPtr } from "../../assembly/ground/window";
import { segmentsOpen, slotOverhead, slotSize, unitOf, unitsOfSegment } from "../../assembly/owners/segments";
import { BUFFER_PTR } from "./support";

/** Lists of bodies on their way, two of them. */
export const LIST: usize = BUFFER_PTR + 0x1000000;
export const LIST_2: usize = LIST + 0x20000;
const PACKED: usize = LIST + 0x40000;
/** The segments. */
export const DEVICE: usize = LIST + 0x100000;
const BYTES_AT: usize = LIST - 64;

let unitShift: u32 = 4;

export function openDevice(unitBits: u32 = 4, overhead: u32 = 0): void {
  unitShift = unitBits;
  assert(segmentsOpen(unitBits, overhead, pageBytes()));
}

/** Where the byte of a location is. */
export function byteAt(location: u32): usize {
  return DEVICE + ((<usize>location) << unitShift);
}

/** Bytes that the last pack made. */
export function packedBytes(): u32 {
  return load<u32>(BYTES_AT);
}

/** Packs, and puts list and bytes aside. Answers how many bodies. */
export function pack(room: u32 = 1 << 20, list: usize = LIST, client: usize = 0): u32 {
  const count = spillPack(room, BYTES_AT, client);
  memory.copy(list, tablePtr(), count * SPILL_ROW_BYTES);
  memory.copy(PACKED, windowPtr(), packedBytes());
  memory.fill(windowPtr(), 0xdd, 1 << 16);
  return count;
}

/** Writes what was packed last to a location. */
export function write(base: u32): void {
  memory.copy(byteAt(base), PACKED, packedBytes());
}

export function commit(count: u32, base: u32, list: usize = LIST): u32 {
  memory.copy(windowPtr(), list, count * SPILL_ROW_BYTES);
  const left = spillCommit(count, base);
  assert(selfCheck() == 0);
  return left;
}

export function abort(count: u32, list: usize = LIST): void {
  memory.copy(windowPtr(), list, count * SPILL_ROW_BYTES);
  spillAbort(count);
  assert(selfCheck() == 0);
}

/** Location of the first unit of a segment. */
export function startOf(segment: u32): u32 {
  return segment * unitsOfSegment();
}

/** Fills a segment with cold bodies. Answers how many have left. */
export function spill(segment: u32): u32 {
  const end = startOf(segment + 1);
  let at = startOf(segment);
  let left: u32 = 0;
  while (at + unitOf(slotSize(pageBytes())) <= end) {
    const count = pack((end - at) << unitShift);
    if (!count) break;
    write(at);
    left += commit(count, at);
    at += unitOf(packedBytes());
  }
  return left;
}

/** Reads the body of a page that is away into scratch. False when it is not. */
export function read(area: usize, offset: u32): bool {
  if (!tellAway(area, offset, rowsPtr())) return false;
  const stored = load<u32>(rowsPtr(), AWAY_STORED_AT);
  const front = slotOverhead() ? SLOT_FRONT_BYTES : 0;
  memory.copy(scratchPtr(), byteAt(load<u32>(rowsPtr(), AWAY_LOCATION_AT)) + front, stored);
  keepRead(stored);
  return true;
}

/** Turns what tellAway says in the rows into what loadAway wants there. */
export function keepRead(stored: u32): void {
  store<u64>(rowsPtr(), load<u64>(rowsPtr(), AWAY_KEY_AT), READ_KEY_AT);
  store<u32>(BYTES_AT, stored, 4);
}

/** Loads a page as the host does: from the device if it must. */
export function load_(area: usize, offset: u32, exclusive: bool = false): i32 {
  const page = windowPtr();
  memory.fill(page, 0xee, pageBytes());
  const status = loadPage(area, offset, page, pageBytes(), exclusive);
  if (status != Status.AWAY) return status;
  assert(read(area, offset));
  return loadAway(area, offset, page, pageBytes(), exclusive, load<u32>(BYTES_AT, 4), rowsPtr());
}
