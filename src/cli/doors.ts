/**
 * doors.ts - the engine's parts, one by one, for microbenchmarks.
 *
 * The module is the released one with doors to what lies behind its border (assembly/doors.ts); it travels inside the
 * command only.
 */
import bytes from "../../build/wasm/doors.wasm";
import { ChangedError, FailedError } from "./failure.js";

interface DoorExports {
  memory: WebAssembly.Memory;
  init(pageBytes: number, limitWasmPages: number, flags: number, seedLow: number, seedHigh: number): number;
  door_grow(wasmPages: number): number;
  door_hash(at: number, bytes: number, scope: number, high: number): number;
  door_fill_detect(at: number, bytes: number): number;
  door_is_noise(at: number, bytes: number, table: number): number;
  door_encode(source: number, bytes: number, target: number, limit: number, table: number): number;
  door_decode(source: number, bytes: number, target: number, room: number): number;
  door_encode_all(
    pages: number,
    count: number,
    bytes: number,
    target: number,
    limit: number,
    table: number,
    lengths: number,
  ): number;
  door_decode_all(blocks: number, count: number, bytes: number, target: number, lengths: number): number;
  door_hash_all(pages: number, count: number, bytes: number): number;
  door_copy_all(pages: number, count: number, bytes: number, target: number): void;
  door_slot_take(bytes: number): number;
  door_slot_give(place: number, bytes: number): void;
}

/** The parts of an engine over pages that already lie in its memory, so that no copy is measured. */
export interface Parts {
  /** Number of pages. */
  count: number;
  hash(i: number): number;
  fillDetect(i: number): number;
  isNoise(i: number): number;
  /** Into a scratch buffer. Answers the length of the block, 0 for a page that is not worth it. */
  encode(i: number): number;
  /** The block of page `i`, made beforehand; of the pages that have one. */
  decode(i: number): number;
  /** Takes a place of the length of page `i`'s block and gives up the one taken `count` calls ago. */
  slot(i: number): void;
}

const WASM_PAGE_BYTES = 65_536;

/** Passes over many pages, each one crossing; what they took in nanoseconds. */
export interface Passes {
  count: number;
  /** All blocks, side by side. Without a limit: what saves nothing is encoded to its end as well. */
  encode(): number;
  /** All blocks, each into the same place. */
  decode(): number;
  hash(): number;
  /** memory.copy of all pages, each to the same place. */
  copy(): number;
  /** Throws when a block does not give its page back. Not for timing. */
  verify(): void;
  /** Bytes of the blocks, each counted as a page at most. */
  bytes(): number;
}

/** Puts pages that lie side by side into an engine's memory. */
export function openPasses(pages: Buffer, pageSize: number): Passes {
  const engine = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as DoorExports;
  const count = pages.length / pageSize;
  const slack = 4096;
  // LZ4's bound of a block, and room for what copies overrun.
  const limit = pageSize + Math.ceil(pageSize / 255) + 16;
  const tableBytes = (engine as unknown as Record<string, WebAssembly.Global>).ENCODER_TABLE_BYTES
    ?.value as number;
  if (!engine.init(pageSize, 16_384, 0, 1, 2)) throw new FailedError("the engine has no memory");
  const room = pages.length + count * limit + 4 * count + pageSize + tableBytes + 5 * slack;
  const ground = engine.door_grow(Math.ceil(room / WASM_PAGE_BYTES) + 1);
  const from = ground + slack;
  const table = from + pages.length + slack;
  const target = table + tableBytes + slack;
  const lengths = target + pageSize + slack;
  const blocks = lengths + 4 * count + slack;
  const memory = Buffer.from(engine.memory.buffer);
  pages.copy(memory, from);
  const lengthOf = (i: number) => memory.readUInt32LE(lengths + 4 * i);
  const timed = (pass: () => void) => {
    const before = performance.now();
    pass();
    return 1e6 * (performance.now() - before);
  };
  return {
    count,
    encode: () => timed(() => engine.door_encode_all(from, count, pageSize, blocks, limit, table, lengths)),
    decode: () => timed(() => engine.door_decode_all(blocks, count, pageSize, target, lengths)),
    hash: () => timed(() => engine.door_hash_all(from, count, pageSize)),
    copy: () => timed(() => engine.door_copy_all(from, count, pageSize, target)),
    verify() {
      let block = blocks;
      for (let i = 0; i < count; i++) {
        const length = engine.door_decode(block, lengthOf(i), target, pageSize);
        const page = pages.subarray(i * pageSize, (i + 1) * pageSize);
        if (length !== pageSize || page.compare(memory, target, target + pageSize) !== 0)
          throw new ChangedError(`page ${i} does not come back from its block`);
        block += lengthOf(i);
      }
    },
    bytes() {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += Math.min(lengthOf(i), pageSize);
      return sum;
    },
  };
}

/** Puts the pages into an engine's memory. All have `pageSize` bytes. */
export function openParts(pages: readonly Uint8Array[], pageSize: number): Parts {
  const engine = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as DoorExports;
  const constant = (name: string) =>
    (engine as unknown as Record<string, WebAssembly.Global>)[name]?.value as number;
  const slack = constant("SLACK_BYTES");
  const stride = pageSize + slack;
  const spareWasmPages =
    Math.ceil((stride * (2 * pages.length + 2) + constant("ENCODER_TABLE_BYTES")) / WASM_PAGE_BYTES) + 1;
  if (!engine.init(pageSize, 16_384, 0, 1, 2)) throw new FailedError("the engine has no memory");
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
