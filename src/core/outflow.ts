/**
 * outflow.ts - lets bodies leave for devices that answer later, beside the host's work.
 *
 * A store cannot wait for such a device. So bodies leave before the pool is full: when a store or the pool's
 * look finds little free. A store that comes when all is taken is refused, as in a pool without a device.
 *
 * Keeps: one segment at a time is on its way, whoever asks.
 * Cost:  a look at the bytes in use for each LOOK_STORES pages that were stored.
 */
import type { ArenaSet } from "./arena_set.js";

/** Stores between two looks. */
const LOOK_STORES = 16;
/** Bodies leave while less than this part of the limit is free ... */
const LOW_PART = 1 / 16;
/** ... or, for a device that answers later, less than so many segments ... */
const LOW_SEGMENTS = 2;
/** ... and these not more than this part of the limit. */
const LOW_PART_MAX = 1 / 4;

/** Whether so little is free that bodies should leave: a part of the limit, or `bytes` if these are more. */
export function isLow({ liveBytes, limitBytes }: ArenaSet, bytes = 0): boolean {
  const wanted = Math.max(LOW_PART * limitBytes, Math.min(bytes, LOW_PART_MAX * limitBytes));
  return limitBytes - liveBytes < wanted;
}

export class Outflow {
  readonly #memory: ArenaSet;
  readonly #lowBytes: number;
  /** Lets a segment leave. True if anything has left. */
  readonly #leave: () => Promise<boolean>;
  #step: Promise<boolean> | undefined;
  #flowing = false;
  #ended = false;
  #stores = 0;

  constructor(memory: ArenaSet, segmentBytes: number, leave: () => Promise<boolean>) {
    this.#memory = memory;
    this.#lowBytes = LOW_SEGMENTS * segmentBytes;
    this.#leave = leave;
  }

  /** Whether so little is free that bodies should leave. */
  get isLow(): boolean {
    return isLow(this.#memory, this.#lowBytes);
  }

  /** Pages were stored: looks whether bodies should leave, from time to time. */
  stored(pages: number): void {
    this.#stores += pages;
    if (this.#stores < LOOK_STORES) return;
    this.#stores = 0;
    if (!this.#flowing && this.isLow) this.begin();
  }

  /** Begins to let bodies leave, until enough is free or no device takes any. */
  begin(): void {
    if (this.#flowing || this.#ended) return;
    this.#flowing = true;
    void this.#flow();
  }

  /** Lets one segment leave, the one that is on its way if there is one. True if anything has left. */
  next(): Promise<boolean> {
    if (this.#ended) return Promise.resolve(false);
    this.#step ??= this.#once();
    return this.#step;
  }

  /** Nothing leaves any more. */
  end(): void {
    this.#ended = true;
  }

  async #flow(): Promise<void> {
    while ((await this.next()) && !this.#ended && this.isLow);
    this.#flowing = false;
  }

  async #once(): Promise<boolean> {
    try {
      return await this.#leave();
    } catch {
      // The engine has failed, or the pool was closed: the next call to the pool tells.
      return false;
    } finally {
      this.#step = undefined;
    }
  }
}
