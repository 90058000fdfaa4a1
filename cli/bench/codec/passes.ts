/**
 * passes.ts - our codec and hash over many pages in one call, so that no crossing of the border is measured.
 */
import { ChangedError } from "../../text/failure.js";
import { openDoors, WASM_PAGE_BYTES } from "../doors.js";

/** Passes over all pages. Each returns the nanoseconds that it took. */
export interface Passes {
  /** Number of pages. */
  count: number;
  /** Encodes all pages to blocks side by side. It has no limit: a page that saves nothing is encoded, too. */
  encode(): number;
  /** Decodes all blocks, each to the same place. */
  decode(): number;
  /** Hashes all pages. */
  hash(): number;
  /** Copies all pages by memory.copy, each to the same place. */
  copy(): number;
  /** Compares all decoded blocks with their pages. Throws ChangedError when one differs. Not for timing. */
  verify(): void;
  /** Bytes of the blocks, each counted as a page at most. */
  bytes(): number;
}

/** Copies pages that are side by side into the memory of a new engine. */
export function openPasses(pages: Buffer, pageSize: number): Passes {
  const { engine, constant } = openDoors(pageSize);
  const count = pages.length / pageSize;
  const slack = 4096;
  // LZ4's bound for a block. The slack is for copies that write beyond their target.
  const limit = pageSize + Math.ceil(pageSize / 255) + 16;
  const tableBytes = constant("ENCODER_TABLE_BYTES");
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
          throw new ChangedError(`page ${i} was changed by encoding and decoding it`);
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
