/**
 * workshop.ts - an instance of the engine that keeps no pages: it trains dictionaries, or makes dense blocks
 * by one.
 *
 * Pages come and blocks go through its window, as in an arena. Its memory counts towards the pool's, and is
 * let go of as a whole.
 */
import { copyInto, copyOf } from "../base/foreign.js";
import { Border } from "./border.js";

/** Bytes of a sample: of the full one, and of those that must do where there is less memory. */
export const SAMPLE_SIZES: readonly number[] = [2 ** 21, 2 ** 20, 2 ** 19];

export class Workshop {
  readonly #border: Border;

  /**
   * Each call throws ERR_SPILLWAY_ENGINE_FAULT once the instance has failed.
   *
   * @param sample bytes of pages to train from, one of SAMPLE_SIZES; 0 for a workshop that only encodes
   * @throws RangeError when the host has no memory for it, and what Border throws
   */
  constructor(module: WebAssembly.Module, pageSize: number, sample: number) {
    this.#border = new Border(module, pageSize);
    this.#border.enter();
    if (!this.#border.calls.workshop_open(pageSize, sample)) throw new RangeError("no memory for a workshop");
  }

  /** Linear memory that it takes, in wasm pages. */
  get wasmPages(): number {
    return this.#border.wasmPages;
  }

  /** Tells when the host has collected its memory. */
  watch(): WeakRef<ArrayBuffer> {
    return this.#border.watch();
  }

  /** Puts bytes into the window, and answers how many. */
  #put(bytes: Uint8Array): number {
    this.#border.enter();
    copyInto(this.#border.window.pages, bytes);
    return bytes.length;
  }

  /** Adds a page to the sample. False when that is full. */
  addSample(page: Uint8Array): boolean {
    return this.#border.calls.workshop_sample(this.#put(page)) === 1;
  }

  /** Begins to train a dictionary of this version from the sample, which has a page at least. */
  beginTraining(version: number): void {
    this.#border.enter();
    this.#border.calls.workshop_train(version);
  }

  /** Goes on training for a fraction of a millisecond. Answers the dictionary when it is done. */
  train(): Uint8Array | undefined {
    this.#border.enter();
    const bytes = this.#border.calls.workshop_step();
    return bytes === 0 ? undefined : copyOf(this.#border.window.pages, bytes);
  }

  /** Encodes by this dictionary from now on. False when the bytes are none. */
  use(dictionary: Uint8Array): boolean {
    return this.#border.calls.workshop_use(this.#put(dictionary)) === 1;
  }

  /** Begins to make a dense block of a page. */
  begin(page: Uint8Array): void {
    this.#border.calls.workshop_begin(this.#put(page));
  }

  /**
   * Goes on with the block for a fraction of a millisecond. Answers the block, to be read before the next
   * call, or an empty one if it is longer than `limit`; undefined while it is not done.
   */
  encode(limit: number): Uint8Array | undefined {
    this.#border.enter();
    const bytes = this.#border.calls.workshop_encode(limit);
    return bytes < 0 ? undefined : this.#border.window.part(0, bytes);
  }
}
