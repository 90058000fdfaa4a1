/**
 * arena_images.ts - pages of one arena on their way into an image of the pool, or out of one.
 *
 * Pages are packed into the arena's window and taken from there; the bytes are those of docs/FORMAT.md, "The
 * image".
 */
import { copyInto } from "../base/foreign.js";
import type { Border } from "./border.js";
import { type AreaHandle, NO_AREA, type Wide } from "./keys.js";
import { ROW_OFFSET, ROW_ROOM } from "./window.js";

export class ArenaImages {
  readonly #border: Border;
  readonly #wipe: () => void;

  /** `wipe` overwrites the window, if the pool asked for zeroize. */
  constructor(border: Border, wipe: () => void) {
    this.#border = border;
    this.#wipe = wipe;
  }

  /** Buckets of the directory. A walk of `pack` is over those that there are when it begins. */
  buckets(): number {
    this.#border.enter();
    return this.#border.calls.image_buckets();
  }

  /**
   * Packs persistent pages into the window: those of bucket `from` of `buckets` and behind, but for the first
   * `skip` of them; only those of one area, if one is given. Answers the bytes packed, and the bucket and
   * count with which to go on.
   */
  pack(
    from: number,
    skip: number,
    buckets: number,
    area: AreaHandle = NO_AREA,
  ): { bytes: number; from: number; skip: number } {
    const { calls, window } = this.#border;
    this.#border.enter();
    const bytes = calls.image_pack(from, skip, buckets, area);
    window.refresh();
    return { bytes, from: window.word(ROW_OFFSET), skip: window.word(ROW_ROOM) };
  }

  /**
   * Packs one page, if it is here, persists, and stands in bucket `from` of `buckets` or behind. Answers the
   * bytes packed or 0.
   */
  page(area: AreaHandle, offset: number, from = 0, buckets = 1): number {
    this.#border.enter();
    return this.#border.calls.image_page(area, offset, from, buckets);
  }

  /**
   * Takes over pages of an image that was made under a seed. Answers the bytes of those it took, and as
   * status STORED when that is all, else why it did not take the next one: FULL; MISS, it has the body of a
   * page that is not here; DAMAGED.
   */
  unpack(pages: Uint8Array, [low, high]: Wide): { bytes: number; status: number } {
    const { calls, window } = this.#border;
    this.#border.enter();
    copyInto(window.pages, pages);
    const bytes = calls.image_unpack(pages.length, low, high);
    window.refresh();
    const status = window.status(0);
    this.#wipe();
    return { bytes, status };
  }

  /**
   * The check of a frame of an image, whose `bytes` bytes are in the window, behind a frame with the check
   * `before`.
   */
  check(bytes: number, kind: number, before: Wide): Wide {
    this.#border.enter();
    this.#border.calls.image_check(bytes, kind, before[0], before[1]);
    return [this.#border.window.word(0), this.#border.window.word(1)];
  }
}
