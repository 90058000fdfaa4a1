/**
 * window.ts - where the window of this instance begins, and what lies in it.
 *
 * Owns:   the window's base; of the window, the words of the operation under way.
 * Keeps:  all that an operation writes down for itself lies in the window. So several instances over one
 *         memory, each with a window, share only what their owners keep.
 * Cost:   none in the released module, where the base is a constant. In a module for threads it is the one
 *         global.
 *
 *   state of an operation, 64 bytes:
 *   ├ 0  held u32     area that the operation works on: it is not closed though its last page goes
 *   ├ 4  sink u32     what was read only to have it in the cache; nothing reads it
 *   ├ 8  handed u64   key of the body whose page was handed out to be made denser
 *   ├ 16 area u32     that page's area │ 20 offset u32 │ 24 body u32, or 0 when none is handed out
 *   └ 28 unused
 *   the secret of the page hash, 192 bytes: a copy of the pool's, or of the image's that is being read
 */

import {
  WINDOW_PTR,
  WINDOW_ROWS_AT,
  WINDOW_SCRATCH_AT,
  WINDOW_STATE_AT,
  WINDOW_STATE_BYTES,
  WINDOW_TABLE_AT,
} from "./layout";
import { SECRET_BYTES } from "./records";

/** True in a module whose instances have a window each. */
export const THREADS: bool = isDefined(SPILLWAY_THREADS);

let base: usize = WINDOW_PTR;

/**
 * Moves the window of this instance. As many bytes belong to it there as lie between WINDOW_PTR and the
 * directory.
 */
export function windowMove(to: usize): void {
  if (THREADS) base = to;
}

/** Pages go in and out here. */
export function windowPtr(): usize {
  return THREADS ? base : WINDOW_PTR;
}

/** One row for each page of a batch; short answers to the host. */
export function rowsPtr(): usize {
  return windowPtr() + WINDOW_ROWS_AT;
}

export function statePtr(): usize {
  return windowPtr() + WINDOW_STATE_AT;
}

export const STATE_HELD_AT: usize = 0;
export const STATE_SINK_AT: usize = 4;
export const STATE_KEY_AT: usize = 8;
export const STATE_AREA_AT: usize = 16;
export const STATE_OFFSET_AT: usize = 20;
export const STATE_BODY_AT: usize = 24;
const STATE_SECRET_AT: u32 = 64;
if (STATE_SECRET_AT + SECRET_BYTES > WINDOW_STATE_BYTES) ERROR("the secret reaches into the encoder's table");

/** The secret that pageHash uses. */
export function secretPtr(): usize {
  return windowPtr() + (WINDOW_STATE_AT + STATE_SECRET_AT);
}

/** The encoder's table. */
export function tablePtr(): usize {
  return windowPtr() + WINDOW_TABLE_AT;
}

/** One page and its slack: blocks are made here, pages are decoded here. */
export function scratchPtr(): usize {
  return windowPtr() + WINDOW_SCRATCH_AT;
}
