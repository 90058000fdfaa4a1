/**
 * parts.ts - the engine's parts over pages that are already in its memory, so that no copy is measured.
 */
import { LIMIT_WASM_PAGES, openDoors, WASM_PAGE_BYTES } from "./doors.js";

/** Each function works on page `i`, 0 to count - 1. */
export interface Parts {
  /** Number of pages. */
  count: number;
  hash(i: number): number;
  fillDetect(i: number): number;
  isNoise(i: number): number;
  /** Encodes into a scratch buffer. Returns the length of the block, or 0 if it would not save an eighth. */
  encode(i: number): number;
  /** Decodes the page's block, which was made beforehand. The page must have one. */
  decode(i: number): number;
  /** Allocates a slot for the page's block, and frees the slot of the call before for the same page. */
  slot(i: number): void;
}

/** Copies pages of `pageSize` bytes into the memory of a new engine. */
export function openParts(pages: readonly Uint8Array[], pageSize: number): Parts {
  const { engine, constant } = openDoors(pageSize);
  const slack = constant("SLACK_BYTES");
  const stride = pageSize + slack;
  const spareWasmPages =
    Math.ceil((stride * (2 * pages.length + 2) + constant("ENCODER_TABLE_BYTES")) / WASM_PAGE_BYTES) + 1;
  // These buffers are above all that the engine may take for slabs: its limit is below them.
  const ground = engine.door_grow(LIMIT_WASM_PAGES + spareWasmPages) + LIMIT_WASM_PAGES * WASM_PAGE_BYTES;
  const sources = pages.map((_, i) => ground + i * stride);
  const blocks = pages.map((_, i) => ground + (pages.length + i) * stride);
  const scratch = ground + 2 * pages.length * stride;
  const table = scratch + stride;
  const memory = new Uint8Array(engine.memory.buffer);
  for (const [i, page] of pages.entries()) memory.set(page, sources[i]);
  const limit = pageSize - (pageSize >> 3);
  const encode = (i: number, target: number) =>
    engine.door_encode(sources[i] as number, pageSize, target, limit, table);
  const lengths = blocks.map((block, i) => encode(i, block));
  const places: number[] = [];
  return {
    count: pages.length,
    hash: (i) => engine.door_hash(sources[i] as number, pageSize, 0, 0),
    fillDetect: (i) => engine.door_fill_detect(sources[i] as number, pageSize),
    isNoise: (i) => engine.door_is_noise(sources[i] as number, pageSize, table),
    encode: (i) => encode(i, scratch),
    decode: (i) => engine.door_decode(blocks[i] as number, lengths[i] as number, scratch, pageSize),
    slot(i) {
      const bytes = (lengths[i] as number) || pageSize;
      const before = places[i];
      if (before !== undefined) engine.door_slot_give(before, bytes);
      places[i] = engine.door_slot_take(bytes);
    },
  };
}
