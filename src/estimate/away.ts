/**
 * away.ts - which of the bodies that shadow mode follows a live pool would have on its devices.
 *
 * A small copy of what a pool does (C. Waldspurger et al., "Cache modeling and optimization using miniature
 * simulations", ATC 2017): the bodies that are followed stand in the order of their last use, and when memory
 * is short those that were used least recently leave. A pool has one bit and a hand instead, which does as well.
 * The second load of a body that is away brings it back.
 *
 * Owns:   which followed bodies are away; their sums, which the part that is followed makes into estimates.
 * Keeps:  what is away fits the devices. Bodies of ephemeral pages stay.
 * Cost:   two look-ups for each store and load of a page that is followed.
 */
import { slotBytes } from "../engine/blocks.js";
import type { Content } from "./sample.js";

/** What shadow mode must know of the devices. */
export interface Behind {
  /** Bytes of bodies that they hold together at most; bytes of a segment, in which bodies leave. */
  readonly room: number;
  readonly segmentBytes: number;
  /** Bytes of the slot of a body there. */
  slotBytes(stored: number): number;
}

/** Sums over the followed bodies that are away. */
interface Sums {
  bodies: number;
  /** Bytes of the bodies; of their slots on the devices; of those that they would have in memory. */
  bytes: number;
  slots: number;
  memory: number;
}

export class Away {
  readonly sums: Sums = { bodies: 0, bytes: 0, slots: 0, memory: 0 };
  readonly #behind: Behind;
  /** Bodies in memory, the one that was used least recently first. */
  readonly #here = new Set<Content>();
  /** Bodies that are away, and whether each was loaded once since it left. */
  readonly #away = new Map<Content, boolean>();

  constructor(behind: Behind) {
    this.#behind = behind;
  }

  /** A body came into memory or was used there. */
  use(content: Content): void {
    this.#here.delete(content);
    this.#here.add(content);
  }

  /**
   * A page of the body is loaded. True if its bytes would have come from a device. `hasRoom` says whether a body
   * can come back into memory.
   */
  load(content: Content, hasRoom: () => boolean): boolean {
    const isWarm = this.#away.get(content);
    if (isWarm === undefined) {
      if (this.#here.has(content)) this.use(content);
      return false;
    }
    if (isWarm && hasRoom()) {
      this.#count(content, -1);
      this.#away.delete(content);
      this.#here.add(content);
    } else {
      this.#away.set(content, true);
    }
    return true;
  }

  /** A body is followed no more. */
  forget(content: Content): void {
    this.#here.delete(content);
    if (!this.#away.has(content)) return;
    this.#count(content, -1);
    this.#away.delete(content);
  }

  /**
   * Lets whole segments leave until memory has `bytes` bytes more, `rate` being the part of all bodies that is
   * followed. False when there are too few bodies, or the devices have no room. Bound: the bodies that leave.
   */
  leave(bytes: number, rate: number): boolean {
    const { sums } = this;
    const { room, segmentBytes } = this.#behind;
    const wanted = sums.memory + bytes * rate;
    const end = sums.slots + Math.ceil(bytes / segmentBytes) * segmentBytes * rate;
    for (const content of this.#here) {
      const slots = sums.slots + this.#behind.slotBytes(content.stored);
      if (slots > room * rate || (slots > end && sums.memory >= wanted)) break;
      this.#here.delete(content);
      this.#away.set(content, false);
      this.#count(content, 1);
    }
    return sums.memory >= wanted;
  }

  #count({ stored }: Content, by: number): void {
    const { sums } = this;
    sums.bodies += by;
    sums.bytes += by * stored;
    sums.slots += by * this.#behind.slotBytes(stored);
    sums.memory += by * slotBytes(stored);
  }
}
