/**
 * threads.ts - the border for several instances over one memory, each with a window.
 *
 * Owns:   nothing. Not part of the released module, whose one window has a constant address. The memory is
 *         imported.
 * Keeps:  no lock yet: instances over one memory take turns.
 */
import { windowBytes } from "./engine/scratch";
import { hashWindow } from "./ground/hash";
import { windowMove } from "./ground/window";

export * from "./index";

/** Bytes of a window for pages of this size. */
export function window_bytes(page_bytes: u32): u32 {
  return windowBytes(page_bytes);
}

/**
 * Gives this instance a window of its own at an address that nothing else uses, after one instance has called
 * init.
 */
export function window_move(to: usize): void {
  windowMove(to);
  hashWindow();
}
