/**
 * doors.ts - the engine's parts, one by one, for microbenchmarks.
 *
 * The module is the released one with doors to what lies behind its border (assembly/doors.ts); it travels inside the
 * command only.
 */
import bytes from "../../build/wasm/doors.wasm";

interface DoorExports {
  memory: WebAssembly.Memory;
  init(pageBytes: number, limitWasmPages: number, flags: number, seedLow: number, seedHigh: number): number;
  door_grow(wasmPages: number): number;
  door_hash(at: number, bytes: number, scope: number, high: number): number;
  door_fill_detect(at: number, bytes: number): number;
  door_encode(source: number, bytes: number, target: number, limit: number, table: number): number;
  door_decode(source: number, bytes: number, target: number, room: number): number;
  door_slot_take(bytes: number): number;
  door_slot_give(place: number, bytes: number): void;
}

/** The parts of an engine over pages that already lie in its memory, so that no copy is measured. */
export interface Parts {
  /** Number of pages. */
  count: number;
  hash(i: number): number;
  fillDetect(i: number): number;
  /** Into a scratch buffer. Answers the length of the block, 0 for a page that is not worth it. */
  encode(i: number): number;
  /** The block of page `i`, made beforehand; of the pages that have one. */
  decode(i: number): number;
  /** Takes a place of the length of page `i`'s block and gives up the one taken `count` calls ago. */
  slot(i: number): void;
}

const WASM_PAGE_BYTES = 65_536;

/** Puts the pages into an engine's memory. All have `pageSize` bytes. */
export function openParts(pages: readonly Uint8Array[], pageSize: number): Parts {
  const engine = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as DoorExports;
  const constant = (name: string) =>
    (engine as unknown as Record<string, WebAssembly.Global>)[name]?.value as number;
  const slack = constant("SLACK_BYTES");
  const stride = pageSize + slack;
  const spareWasmPages =
    Math.ceil((stride * (2 * pages.length + 2) + constant("ENCODER_TABLE_BYTES")) / WASM_PAGE_BYTES) + 1;
  if (!engine.init(pageSize, 16_384, 0, 1, 2)) throw new Error("the engine has no memory");
  // Buffers of our own behind all that the engine could ever take for slabs here: it is told of a smaller memory.
  const ground = engine.door_grow(16_384 + spareWasmPages) + 16_384 * WASM_PAGE_BYTES;
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
