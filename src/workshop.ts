/**
 * workshop.ts - an instance of the engine's module that keeps no pages: it trains dictionaries, or makes dense blocks by one.
 *
 * Pages come and blocks go through its window, as in an arena. Its memory counts towards the pool's; it is let go of as a whole.
 */
import * as abi from "./abi.js";
import type { EngineExports } from "./arena.js";
import { start } from "./module.js";

/** Steps of a training between two looks at the clock, each of one page: half a millisecond at the most. */
const TRAIN_STEPS = 4;
/** Pages of a sample together have so many bytes: the full one, and what must do where there is less memory. */
const SAMPLE_BYTES = [2 ** 21, 2 ** 20, 2 ** 19];

/** Pages of samples, the largest first. */
export function sampleSizes(pageSize: number): number[] {
  return SAMPLE_BYTES.map((bytes) => bytes / pageSize);
}

export class Workshop {
  readonly #engine: EngineExports;
  readonly #window: Uint8Array;

  /** `sample`: pages to train from, 0 for a workshop that only encodes. Throws when the host has no memory for it. */
  constructor(module: WebAssembly.Module, pageSize: number, sample: number) {
    this.#engine = start(module) as unknown as EngineExports;
    if (!this.#engine.workshop_open(pageSize, sample)) throw new RangeError("no memory for a workshop");
    this.#window = new Uint8Array(this.#engine.memory.buffer, abi.WINDOW_PTR, abi.PARCELS_ROOM);
  }

  /** Wasm pages of its memory. */
  get wasmPages(): number {
    return this.#engine.memory.buffer.byteLength / abi.WASM_PAGE_BYTES;
  }

  /** Tells when the host has collected its memory. */
  watch(): WeakRef<ArrayBuffer> {
    return new WeakRef(this.#engine.memory.buffer);
  }

  /** The page becomes number `index` of the sample. */
  addSample(index: number, page: Uint8Array): void {
    this.#window.set(page);
    this.#engine.workshop_sample(index);
  }

  beginTraining(version: number, pages: number): void {
    this.#engine.workshop_train(version, pages);
  }

  /** Goes on training for a moment. The dictionary when it is done. */
  train(): Uint8Array | undefined {
    const bytes = this.#engine.workshop_step(TRAIN_STEPS);
    return bytes === 0 ? undefined : this.#window.slice(0, bytes);
  }

  /** Works by this dictionary from now on. False when it is none. */
  use(dictionary: Uint8Array): boolean {
    this.#window.set(dictionary);
    return this.#engine.workshop_use(dictionary.length) === 1;
  }

  /** The dense block of a page, or undefined if it is longer than `limit`. To be read before the next call. */
  encode(page: Uint8Array, limit: number): Uint8Array | undefined {
    this.#window.set(page);
    const bytes = this.#engine.workshop_encode(page.length, limit);
    return bytes === 0 ? undefined : this.#window.subarray(0, bytes);
  }
}
