/**
 * segments.ts - what this arena has in each segment of the pool's devices.
 *
 * Owns:   frames of rows, one row for each segment, and frames of pointers to them; SEGMENTS_CONTROL.
 * Keeps:  a row counts the units of the slots of the arena's bodies in its segment. A segment that falls to
 *         none is told once, unless it has bodies again by then. A frame that a row needs is at hand while
 *         the arena is full: the spare frames are taken when there is room, which there is when bodies have
 *         left.
 * Cost:   eight bytes a segment, 32 KiB a GiB; two loads for a row.
 *
 *   SEGMENTS_CONTROL, u32 each:   bits of a unit; 0: no device │ bytes of a slot beside its body │ units of a
 *   segment │ first of the emptied segments plus one │ spare frames, linked by their first word │ how many │
 *   four frames of pointers
 */
import { frameTake } from "../memory/frames";
import {
  SEGMENT_BYTES,
  SEGMENT_PAGE_BYTES,
  SEGMENT_PAGES,
  SLOT_OVERHEAD_MAX,
  UNIT_BITS_MAX,
  UNIT_BITS_MIN,
} from "../ground/layout";
import {
  FRAME_BYTES,
  SEGMENT_LIVE_AT,
  SEGMENT_NEXT_AT,
  SEGMENT_ROW_SHIFT,
  SEGMENTS_CONTROL,
  SPILL_CONTROL,
} from "../ground/records";

const UNIT_BITS: usize = SEGMENTS_CONTROL + 0;
const OVERHEAD: usize = SEGMENTS_CONTROL + 4;
const UNITS: usize = SEGMENTS_CONTROL + 8;
const EMPTIED: usize = SEGMENTS_CONTROL + 12;
const SPARE: usize = SEGMENTS_CONTROL + 16;
const SPARE_COUNT: usize = SEGMENTS_CONTROL + 20;
const TOPS: usize = SEGMENTS_CONTROL + 24;

/** Frames at hand: one of rows, one of pointers. */
const SPARES: u32 = 2;
const ROWS_A_FRAME_BITS: u32 = 9;
const FRAMES_A_TOP_BITS: u32 = 10;
const TOPS_COUNT: u32 = 4;
/** Set in a row's second word while a walk looks for the bodies of its segment. */
const VICTIM: u32 = 1 << 31;
/** In place of a next segment: the last one of the list. */
const LAST: u32 = VICTIM - 1;

if (FRAME_BYTES >> SEGMENT_ROW_SHIFT != 1 << ROWS_A_FRAME_BITS) ERROR("rows must fill a frame");
if (FRAME_BYTES >> 2 != 1 << FRAMES_A_TOP_BITS) ERROR("pointers must fill a frame");
if (TOPS + 4 * TOPS_COUNT > SPILL_CONTROL) ERROR("segments.ts has too few words");
// With units of 2^n bytes there are at most 2^32 / units of a segment segments.
if (
  <u64>(TOPS_COUNT << (FRAMES_A_TOP_BITS + ROWS_A_FRAME_BITS)) * (SEGMENT_BYTES >> UNIT_BITS_MAX) <
  <u64>u32.MAX_VALUE
)
  ERROR("every segment must have a row");

/**
 * From now on bodies may leave for devices whose units have 2^unitBits bytes and whose slots have `overhead`
 * bytes beside a body, in a pool with pages of `pageBytes`. False when there is no memory for it. Once only.
 */
export function segmentsOpen(unitBits: u32, overhead: u32, pageBytes: u32): bool {
  assert(unitBits >= UNIT_BITS_MIN && unitBits <= UNIT_BITS_MAX && overhead <= SLOT_OVERHEAD_MAX);
  assert(!segmentsAreOpen());
  if (!segmentsRefill()) return false;
  const bytes = pageBytes > SEGMENT_PAGE_BYTES ? pageBytes * SEGMENT_PAGES - 64 : SEGMENT_BYTES;
  store<u32>(UNIT_BITS, unitBits);
  store<u32>(OVERHEAD, overhead);
  store<u32>(UNITS, bytes >> unitBits);
  store<u32>(EMPTIED, LAST);
  return true;
}

export function segmentsAreOpen(): bool {
  return load<u32>(UNIT_BITS) != 0;
}

/** Bytes that the slot of a body has in front of it and behind it, together. */
export function slotOverhead(): u32 {
  return load<u32>(OVERHEAD);
}

/** Units of the slot of a body of `stored` bytes. */
export function slotUnits(stored: u32): u32 {
  const bits = load<u32>(UNIT_BITS);
  return (stored + load<u32>(OVERHEAD) + (1 << bits) - 1) >> bits;
}

/** Bytes of that slot. */
export function slotSize(stored: u32): u32 {
  return slotUnits(stored) << load<u32>(UNIT_BITS);
}

/** The unit in which a byte lies. */
export function unitOf(byte: u32): u32 {
  return byte >> load<u32>(UNIT_BITS);
}

export function unitsOfSegment(): u32 {
  return load<u32>(UNITS);
}

/** The segment of a location. */
export function segmentOf(location: u32): u32 {
  return location / load<u32>(UNITS);
}

/** Whether the slot at a location, with `units` units, ends within its segment. */
export function slotFits(location: u32, units: u32): bool {
  return (location % load<u32>(UNITS)) + units <= load<u32>(UNITS);
}

// ── rows ────────────────────────────────────────────────────────────────────────────────────────────────

/** Tries to have the spare frames at hand. False when there is no room for one. */
export function segmentsRefill(): bool {
  while (load<u32>(SPARE_COUNT) < SPARES) {
    const frame = frameTake();
    if (!frame) return false;
    store<u32>(frame, load<u32>(SPARE));
    store<u32>(SPARE, frame);
    store<u32>(SPARE_COUNT, load<u32>(SPARE_COUNT) + 1);
  }
  return true;
}

/** Hangs a frame of zeros at `slot`. False when there is none. */
function hang(slot: usize): bool {
  segmentsRefill();
  const frame = <usize>load<u32>(SPARE);
  if (!frame) return false;
  store<u32>(SPARE, load<u32>(frame));
  store<u32>(SPARE_COUNT, load<u32>(SPARE_COUNT) - 1);
  memory.fill(frame, 0, FRAME_BYTES);
  store<u32>(slot, frame);
  return true;
}

function topOf(segment: u32): usize {
  return TOPS + ((segment >> (FRAMES_A_TOP_BITS + ROWS_A_FRAME_BITS)) << 2);
}

function pointerOf(top: usize, segment: u32): usize {
  return <usize>load<u32>(top) + (((segment >> ROWS_A_FRAME_BITS) & ((1 << FRAMES_A_TOP_BITS) - 1)) << 2);
}

/** The row of a segment, or 0 when there is none. */
function rowOf(segment: u32): usize {
  const top = topOf(segment);
  if (!load<u32>(top)) return 0;
  const frame = <usize>load<u32>(pointerOf(top, segment));
  return frame ? frame + ((segment & ((1 << ROWS_A_FRAME_BITS) - 1)) << SEGMENT_ROW_SHIFT) : 0;
}

/** True when the segment has a row. Takes frames for it if it must. */
export function segmentReserve(segment: u32): bool {
  const top = topOf(segment);
  if (!load<u32>(top) && !hang(top)) return false;
  const pointer = pointerOf(top, segment);
  return load<u32>(pointer) != 0 || hang(pointer);
}

/** Adds the slot of a body to a segment that has a row. */
export function segmentAdd(segment: u32, units: u32): void {
  const row = rowOf(segment);
  store<u32>(row, load<u32>(row, SEGMENT_LIVE_AT) + units, SEGMENT_LIVE_AT);
}

/** Takes it off again. A segment without any is told once. */
export function segmentTake(segment: u32, units: u32): void {
  const row = rowOf(segment);
  const live = load<u32>(row, SEGMENT_LIVE_AT);
  assert(live >= units);
  store<u32>(row, live - units, SEGMENT_LIVE_AT);
  if (live != units || load<u32>(row, SEGMENT_NEXT_AT) & ~VICTIM) return;
  store<u32>(row, load<u32>(row, SEGMENT_NEXT_AT) | load<u32>(EMPTIED), SEGMENT_NEXT_AT);
  store<u32>(EMPTIED, segment);
}

/** Units of the arena's slots in a segment. */
export function segmentLive(segment: u32): u32 {
  const row = rowOf(segment);
  return row ? load<u32>(row, SEGMENT_LIVE_AT) : 0;
}

/** Bytes of them. */
export function segmentLiveBytes(segment: u32): u32 {
  return segmentsAreOpen() ? segmentLive(segment) << load<u32>(UNIT_BITS) : 0;
}

/** The next segment that has had bodies and has none, or 0. */
export function segmentEmptied(): u32 {
  while (load<u32>(EMPTIED) != LAST && segmentsAreOpen()) {
    const segment = load<u32>(EMPTIED);
    const row = rowOf(segment);
    store<u32>(EMPTIED, load<u32>(row, SEGMENT_NEXT_AT) & ~VICTIM);
    store<u32>(row, load<u32>(row, SEGMENT_NEXT_AT) & VICTIM, SEGMENT_NEXT_AT);
    if (!load<u32>(row, SEGMENT_LIVE_AT)) return segment;
  }
  return 0;
}

/** Marks a segment as one whose bodies are looked for, or as one no more. Answers its units. */
export function segmentMark(segment: u32, wanted: bool): u32 {
  const row = rowOf(segment);
  if (!row) return 0;
  const next = load<u32>(row, SEGMENT_NEXT_AT);
  store<u32>(row, wanted ? next | VICTIM : next & ~VICTIM, SEGMENT_NEXT_AT);
  return load<u32>(row, SEGMENT_LIVE_AT);
}

export function segmentIsMarked(segment: u32): bool {
  return (load<u32>(rowOf(segment), SEGMENT_NEXT_AT) & VICTIM) != 0;
}

// ── checks ──────────────────────────────────────────────────────────────────────────────────────────────

/** The segment behind `after` with a live unit, or 0. */
export function segmentNext(after: u32): u32 {
  const end = TOPS_COUNT << (FRAMES_A_TOP_BITS + ROWS_A_FRAME_BITS);
  let segment = after + 1;
  while (segment < end) {
    const top = topOf(segment);
    if (!load<u32>(top)) {
      segment =
        ((segment >> (FRAMES_A_TOP_BITS + ROWS_A_FRAME_BITS)) + 1) << (FRAMES_A_TOP_BITS + ROWS_A_FRAME_BITS);
    } else if (!load<u32>(pointerOf(top, segment))) {
      segment = ((segment >> ROWS_A_FRAME_BITS) + 1) << ROWS_A_FRAME_BITS;
    } else {
      if (segmentLive(segment)) return segment;
      segment += 1;
    }
  }
  return 0;
}

/**
 * True when the list of emptied segments ends, holds each once, and all without units are in it or were told.
 */
export function segmentsCheck(): bool {
  if (!segmentsAreOpen()) return !load<u32>(SPARE_COUNT) && !load<u32>(TOPS);
  let spares: u32 = 0;
  for (let frame = <usize>load<u32>(SPARE); frame; frame = <usize>load<u32>(frame)) {
    spares += 1;
    if (spares > SPARES) return false;
  }
  if (spares != load<u32>(SPARE_COUNT)) return false;
  let steps: u32 = TOPS_COUNT << (FRAMES_A_TOP_BITS + ROWS_A_FRAME_BITS);
  for (let segment = load<u32>(EMPTIED); segment != LAST; ) {
    const row = rowOf(segment);
    const next = row ? load<u32>(row, SEGMENT_NEXT_AT) : 0;
    steps -= 1;
    if (!next || next & VICTIM || !steps) return false;
    segment = next;
  }
  return true;
}
