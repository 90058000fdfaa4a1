/**
 * workshop.ts - an instance of the engine's module that keeps no pages: it trains dictionaries, or makes dense blocks by one.
 *
 * Pages come and blocks go through its window, as in an arena. Its memory counts towards the pool's; it is let go of as a whole.
 */
import * as abi from "./abi.js";
import type { EngineExports } from "./arena.js";
import { start } from "./module.js";

/** Bytes of a sample: of the full one, and what must do where there is less memory. */
export const SAMPLE_SIZES: readonly number[] = [2 ** 21, 2 ** 20, 2 ** 19];

export class Workshop {
  readonly #engine: EngineExports;
  readonly #window: Uint8Array;

  /** `sample`: bytes of pages to train from, 0 for a workshop that only encodes. Throws when the host has no memory for it. */
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

  /** The page goes into the sample. False when that is full. */
  addSample(page: Uint8Array): boolean {
    this.#window.set(page);
    return this.#engine.workshop_sample(page.length) === 1;
  }

  /** From the sample, which has a page at least. */
  beginTraining(version: number): void {
    this.#engine.workshop_train(version);
  }

  /** Goes on training for a fraction of a millisecond. The dictionary when it is done. */
  train(): Uint8Array | undefined {
    const bytes = this.#engine.workshop_step();
    return bytes === 0 ? undefined : this.#window.slice(0, bytes);
  }

  /** Works by this dictionary from now on. False when it is none. */
  use(dictionary: Uint8Array): boolean {
    this.#window.set(dictionary);
    return this.#engine.workshop_use(dictionary.length) === 1;
  }

  /** Begins to make a dense block of a page. */
  begin(page: Uint8Array): void {
    this.#window.set(page);
    this.#engine.workshop_begin(page.length);
  }

  /**
   * Goes on with it for a fraction of a millisecond: the block, to be read before the next call, empty if it is longer than
   * `limit`. Undefined when it is not done.
   */
  encode(limit: number): Uint8Array | undefined {
    const bytes = this.#engine.workshop_encode(limit);
    return bytes < 0 ? undefined : this.#window.subarray(0, bytes);
  }
}
