/**
 * scratch.ts - memory of the operation under way, behind the pages of the window.
 *
 * Owns:   scratch, where bodies are encoded and bodies to compare are decoded: a page and its slack. Behind
 *         it the work, where dense blocks are decoded and typed pages turned.
 * Keeps:  both hold nothing between two operations; where the pool asked for zeros, they are zeros.
 * Cost:   without that setting, nothing.
 */
import { SLACK_BYTES, WINDOW_SCRATCH_AT } from "../ground/layout";
import { denseDecodeScratchBytes } from "../codec/dense/decode";
import { pageBytes, wipe } from "./settings";
import { scratchPtr } from "../ground/window";

/** The slack behind a page in scratch: free again once the page is decoded. */
export function slackPtr(): usize {
  return scratchPtr() + pageBytes();
}

export function workPtr(): usize {
  return slackPtr() + SLACK_BYTES;
}

/**
 * Bytes of a window for pages of `bytes` bytes. The work of a dense block is longer than that of a typed
 * page.
 */
export function windowBytes(bytes: u32): u32 {
  return WINDOW_SCRATCH_AT + bytes + SLACK_BYTES + denseDecodeScratchBytes(bytes);
}

/** Every operation that used the scratch wipes it. */
export function wipeScratch(): void {
  wipe(scratchPtr(), pageBytes() + SLACK_BYTES);
}

/** Every function that used the work wipes it. */
export function wipeWork(): void {
  wipe(workPtr(), denseDecodeScratchBytes(pageBytes()));
}
