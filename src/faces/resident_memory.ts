/**
 * resident_memory.ts - the memory of the frames that are resident, in slots of one frame each.
 *
 * It is linear memory without a module: filled with zeros at no cost, taken from the system slot by slot as
 * it is touched, outside of the address space that Electron gives ordinary buffers, and not to be detached: a
 * caller that transfers the buffer of a pinned view gets a TypeError and takes no frame with it.
 *
 * Owns:   the memories, of 1 GiB at most.
 */
import { WASM_PAGE_BYTES } from "../abi.js";
import { SpillwayError } from "../base/errors.js";
import { viewOf } from "../base/foreign.js";

const MEMORY_BYTES = 2 ** 30;

export class ResidentMemory {
  readonly #frameBytes: number;
  /** Slots of one memory. */
  readonly #share: number;
  readonly #memories: ArrayBuffer[] = [];
  /** A view of each slot that was used. */
  readonly #views: Uint8Array<ArrayBuffer>[] = [];

  /** Throws ERR_SPILLWAY_OUT_OF_MEMORY where the host has no room for so many slots. */
  constructor(slots: number, frameBytes: number) {
    this.#frameBytes = frameBytes;
    this.#share = MEMORY_BYTES / frameBytes;
    for (let left = slots * frameBytes; left > 0; left -= MEMORY_BYTES) {
      const pages = Math.ceil(Math.min(left, MEMORY_BYTES) / WASM_PAGE_BYTES);
      this.#memories.push(memoryOf(pages));
    }
  }

  /** The bytes of a slot. */
  bytes(slot: number): Uint8Array<ArrayBuffer> {
    let view = this.#views[slot];
    if (view === undefined) {
      view = viewOf(this.#memoryOf(slot), this.#addressOf(slot), this.#frameBytes);
      this.#views[slot] = view;
    }
    return view;
  }

  /** Bytes `from` to `from + length - 1` of a slot. */
  part(slot: number, from: number, length: number): Uint8Array<ArrayBuffer> {
    return viewOf(this.#memoryOf(slot), this.#addressOf(slot) + from, length);
  }

  /** Whether a slot has zeros alone. Ends at the first other word: 3 ns where it is the first. */
  isZero(slot: number): boolean {
    const words = new Int32Array(this.#memoryOf(slot), this.#addressOf(slot), this.#frameBytes / 4);
    for (let i = 0; i < words.length; i++) if (words[i] !== 0) return false;
    return true;
  }

  /** Whether a buffer is one of these. */
  owns(buffer: ArrayBufferLike): boolean {
    return this.#memories.includes(buffer as ArrayBuffer);
  }

  #memoryOf(slot: number): ArrayBuffer {
    return this.#memories[Math.floor(slot / this.#share)] as ArrayBuffer;
  }

  #addressOf(slot: number): number {
    return (slot % this.#share) * this.#frameBytes;
  }
}

function memoryOf(pages: number): ArrayBuffer {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer;
  } catch (cause) {
    throw new SpillwayError(
      "ERR_SPILLWAY_OUT_OF_MEMORY",
      `the host has no ${pages * WASM_PAGE_BYTES} bytes for the resident frames of a buffer`,
      { cause },
    );
  }
}
