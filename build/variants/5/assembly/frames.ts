/**
 * frames.ts - frames of 4 KiB, and records of one size in them.
 *
 * Owns:   the frames; FRAMES_CONTROL, and for each kind of record the roots at its `kind` address.
 * Keeps:  per kind, live + free + not yet carved == what its frames hold. A record never moves, and its frame is
 *         never given back while the arena lives: an arena that should shrink is moved into another one.
 * Called: the owners of records (bodies, areas) and of lines (table).
 * Cost:   take and give touch two words each.
 */
import { FRAME_BYTES, FRAME_HEADER_BYTES, FRAMES_CONTROL, FREE_LINK_AT } from "./records";
import { stockBlockBytes, stockTake } from "./stock";

/** The block being cut: next frame, and the end of its last whole frame. */
const CUT_NEXT: usize = FRAMES_CONTROL + 0;
const CUT_END: usize = FRAMES_CONTROL + 4;
/** Frames handed out. */
const FRAME_COUNT: usize = FRAMES_CONTROL + 8;

/**
 *   roots of a kind:   free list u32 │ next uncarved u32 │ end of that frame u32 │ newest frame u32 │ live u32 │
 *                      free u32
 *   frame header:      next frame of the kind u32
 */
const FREE_AT: usize = 0;
const FRESH_AT: usize = 4;
const FRESH_END_AT: usize = 8;
const FRAMES_AT: usize = 12;
const LIVE_AT: usize = 16;
const FREE_COUNT_AT: usize = 20;

/** A frame, or 0 when the stock is empty. Its bytes are whatever they were. */
export function frameTake(): usize {
  let frame = <usize>load<u32>(CUT_NEXT);
  if (frame == <usize>load<u32>(CUT_END)) {
    frame = stockTake();
    if (!frame) return 0;
    store<u32>(CUT_END, frame + (stockBlockBytes() / FRAME_BYTES) * FRAME_BYTES);
  }
  store<u32>(CUT_NEXT, frame + FRAME_BYTES);
  store<u32>(FRAME_COUNT, load<u32>(FRAME_COUNT) + 1);
  return frame;
}

/** Bytes of the frames handed out. */
export function frameBytes(): u32 {
  return load<u32>(FRAME_COUNT) * FRAME_BYTES;
}

/** Whole frames left in the block that is being cut. */
export function frameSpareCount(): u32 {
  return (load<u32>(CUT_END) - load<u32>(CUT_NEXT)) / FRAME_BYTES;
}

/** True when the next `count` calls of recordTake for this kind cannot fail. Takes a frame if it must. */
export function recordReserve(kind: usize, bytes: u32, count: u32): bool {
  const fresh = (load<u32>(kind, FRESH_END_AT) - load<u32>(kind, FRESH_AT)) / bytes;
  if (load<u32>(kind, FREE_COUNT_AT) + fresh >= count) return true;
  const frame = frameTake();
  if (!frame) return false;
  // What the frame before still had uncarved, less than `count`, is kept as free records.
  for (let i: u32 = 0; i < fresh; i += 1) pushFree(kind, carve(kind, bytes));
  store<u32>(frame, load<u32>(kind, FRAMES_AT));
  store<u32>(kind, frame, FRAMES_AT);
  store<u32>(kind, frame + FRAME_HEADER_BYTES, FRESH_AT);
  store<u32>(kind, recordsLimit(frame, bytes), FRESH_END_AT);
  return true;
}

/** A record of `bytes` bytes; recordReserve has answered true. Fresh ones come as zeros. */
export function recordTake(kind: usize, bytes: u32): usize {
  let record = <usize>load<u32>(kind, FREE_AT);
  if (record) {
    store<u32>(kind, load<u32>(record, FREE_LINK_AT), FREE_AT);
    store<u32>(kind, load<u32>(kind, FREE_COUNT_AT) - 1, FREE_COUNT_AT);
  } else {
    record = carve(kind, bytes);
  }
  store<u32>(kind, load<u32>(kind, LIVE_AT) + 1, LIVE_AT);
  return record;
}

/** Takes the record back. Its owner has marked it as free; only its link is overwritten. */
export function recordGive(kind: usize, record: usize): void {
  pushFree(kind, record);
  store<u32>(kind, load<u32>(kind, LIVE_AT) - 1, LIVE_AT);
}

function carve(kind: usize, bytes: u32): usize {
  const record = <usize>load<u32>(kind, FRESH_AT);
  assert(record < <usize>load<u32>(kind, FRESH_END_AT));
  memory.fill(record, 0, bytes);
  store<u32>(kind, record + bytes, FRESH_AT);
  return record;
}

function pushFree(kind: usize, record: usize): void {
  store<u32>(record, load<u32>(kind, FREE_AT), FREE_LINK_AT);
  store<u32>(kind, record, FREE_AT);
  store<u32>(kind, load<u32>(kind, FREE_COUNT_AT) + 1, FREE_COUNT_AT);
}

/** End of the last whole record of a frame. */
function recordsLimit(frame: usize, bytes: u32): usize {
  const room = FRAME_BYTES - FRAME_HEADER_BYTES;
  return frame + FRAME_HEADER_BYTES + room - (room % bytes);
}

export function recordLive(kind: usize): u32 {
  return load<u32>(kind, LIVE_AT);
}

/**
 * Every record ever carved, live or free:
 *   for (let frame = recordFrames(kind); frame; frame = frameOlder(frame))
 *     for (let record = frame + FRAME_HEADER_BYTES; record < recordsEnd(kind, frame, bytes); record += bytes)
 */
export function recordFrames(kind: usize): usize {
  return <usize>load<u32>(kind, FRAMES_AT);
}

export function frameOlder(frame: usize): usize {
  return <usize>load<u32>(frame);
}

export function recordsEnd(kind: usize, frame: usize, bytes: u32): usize {
  return frame == <usize>load<u32>(kind, FRAMES_AT)
    ? <usize>load<u32>(kind, FRESH_AT)
    : recordsLimit(frame, bytes);
}

/** Walks the free list. True when it ends and, with the live ones, accounts for every record carved. */
export function recordsCheck(kind: usize, bytes: u32): bool {
  let carved: u32 = 0;
  for (let frame = recordFrames(kind); frame; frame = frameOlder(frame)) {
    carved += (<u32>(recordsEnd(kind, frame, bytes) - frame) - FRAME_HEADER_BYTES) / bytes;
  }
  let free: u32 = 0;
  let record = <usize>load<u32>(kind, FREE_AT);
  while (record && free <= carved) {
    free += 1;
    record = <usize>load<u32>(record, FREE_LINK_AT);
  }
  return free == load<u32>(kind, FREE_COUNT_AT) && load<u32>(kind, LIVE_AT) + free == carved;
}
