/**
 * ghosts.ts - keys of ephemeral pages that went lately.
 *
 * Owns:   the frames of ghosts; GHOST_FRAMES, GHOST_LINES.
 * Keeps:  there are at least as many ghosts as ephemeral pages, if there is memory for them, and at most four
 *         times as many.
 * Cost:   a page in or out touches one line of eight ghosts.
 *
 *   ghost, 8 bytes:   name u32: low half of the hash of a key │ evictions of its order, low 30 bits │ kind 2
 *
 * Ghosts stand in lines, found by hash. In a line the youngest stands first, and a ninth pushes the oldest
 * out. The lines grow by splitting, as those of a table do (table.ts), a frame at a time; ghosts that would
 * have to move are forgotten instead.
 */

import { LINE_BYTES } from "../../ground/layout";
import {
  FRAME_BYTES,
  GHOST_FRAMES,
  GHOST_LINES,
  ORDER_EVICTIONS_AT,
  ORDER_RECORDS,
} from "../../ground/records";
import { frameHang, frameUnhang, recordLive } from "../../memory/frames";
import { pointerAt, pointerHang, pointerUnhang } from "../../memory/pointers";
import { nodeCount, orderPages } from "./lanes";

export const GHOST_EVICTED: u32 = 1;
export const GHOST_OF_PROBATION: u32 = 2;
export const GHOST_OF_MAIN: u32 = 3;
export const GHOST_BYTES: u32 = 8;
const GHOSTS_A_LINE: u32 = LINE_BYTES / GHOST_BYTES;
const STAMP_AT: usize = 4;
const STAMP_SHIFT: u32 = 2;
const STAMP_MASK: u32 = ((<u32>-1) << STAMP_SHIFT) >> STAMP_SHIFT;
const LINES_A_FRAME: u32 = FRAME_BYTES / LINE_BYTES;
/** The last frame of ghosts goes when there are so many times as many ghosts as pages. */
const GHOST_PART: u32 = 4;

/** The line for a hash, or 0 while there is none. */
function ghostLine(hash: u64): usize {
  const lines = load<u32>(GHOST_LINES);
  if (!lines) return 0;
  const mask = <u32>-1 >> clz<u32>(lines - 1);
  let line = <u32>(hash >> 32) & mask;
  if (line >= lines) line &= mask >> 1;
  return (
    load<u32>(pointerAt(load<u32>(GHOST_FRAMES), line / LINES_A_FRAME)) + (line % LINES_A_FRAME) * LINE_BYTES
  );
}

/** Adds a frame of ghosts when there are more pages than ghosts, if there is memory for one. */
export function ghostsGrow(): void {
  const lines = load<u32>(GHOST_LINES);
  if (nodeCount() <= lines * GHOSTS_A_LINE) return;
  const frame = lines / LINES_A_FRAME;
  if (!load<u32>(GHOST_FRAMES) && !frameHang(GHOST_FRAMES)) return;
  if (!pointerHang(load<u32>(GHOST_FRAMES), frame)) return;
  store<u32>(GHOST_LINES, lines + LINES_A_FRAME);
}

/**
 * Takes the last frame of ghosts away when there are four times as many as pages: all but the first while
 * there are orders.
 */
export function ghostsShrink(): void {
  const lines = load<u32>(GHOST_LINES);
  if (!lines || nodeCount() > (lines * GHOSTS_A_LINE) / GHOST_PART) return;
  const frame = lines / LINES_A_FRAME - 1;
  if (!frame && recordLive(ORDER_RECORDS)) return;
  pointerUnhang(load<u32>(GHOST_FRAMES), frame);
  if (!frame) frameUnhang(GHOST_FRAMES);
  store<u32>(GHOST_LINES, frame * LINES_A_FRAME);
}

export function ghostAdd(order: usize, hash: u64, kind: u32): void {
  const line = ghostLine(hash);
  if (!line) return;
  memory.copy(line + GHOST_BYTES, line, LINE_BYTES - GHOST_BYTES);
  store<u32>(line, <u32>hash);
  store<u32>(line, (load<u32>(order, ORDER_EVICTIONS_AT) << STAMP_SHIFT) | kind, STAMP_AT);
}

/**
 * The kind of the ghost of a key, which is forgotten with that; 0 when there is none, or it went too long
 * ago.
 */
export function ghostTake(order: usize, hash: u64): u32 {
  const line = ghostLine(hash);
  if (!line) return 0;
  for (let ghost = line; ghost < line + LINE_BYTES; ghost += GHOST_BYTES) {
    if (load<u32>(ghost) != <u32>hash) continue;
    const stamp = load<u32>(ghost, STAMP_AT);
    store<u32>(ghost, 0);
    const age = (load<u32>(order, ORDER_EVICTIONS_AT) - (stamp >> STAMP_SHIFT)) & STAMP_MASK;
    return age <= orderPages(order) ? stamp & 3 : 0;
  }
  return 0;
}
