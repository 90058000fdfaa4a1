/**
 * blocks.ts - sizes of the blocks in which an engine hands out its memory, for the host's reckoning.
 */
import { SLAB_HEADER_BYTES, SLAB_PAGE_COUNT, TAG_BYTES, WASM_PAGE_BYTES } from "../abi.js";

/** Bytes of a block: a header, and raw pages with their tags. */
export function blockBytes(pageSize: number): number {
  return SLAB_HEADER_BYTES + SLAB_PAGE_COUNT * (pageSize + TAG_BYTES);
}

/** Bytes that a body of this length takes in a slab: its tag goes before it, and words are whole. */
export function slotBytes(bytes: number): number {
  return Math.ceil((TAG_BYTES + bytes) / TAG_BYTES) * TAG_BYTES;
}

/** Wasm pages of a block, wherever it begins. A dictionary takes as many at most: a block of its own. */
export function blockWasmPages(pageSize: number): number {
  return Math.ceil(blockBytes(pageSize) / WASM_PAGE_BYTES);
}
