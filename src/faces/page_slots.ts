/**
 * page_slots.ts - which values lie on a shared page: when the pool has evicted it, they are gone with it.
 *
 * Owns:   the first slot of each page. Those of one page are linked by words of their records.
 * Cost:   4 bytes a page and 8 a key. Each step is constant, but for `renumber`: in proportion to the pages.
 */
import type { KeyIndex } from "./key_index.js";
import { Numbers } from "./numbers.js";
import type { Residents } from "./packer.js";

export class PageSlots implements Residents {
  readonly #index: KeyIndex;
  /** By page: 1 + its first slot, or 0. */
  readonly #first = new Numbers();
  /** One more than the last page that was ever used. */
  #pages = 0;

  constructor(index: KeyIndex) {
    this.#index = index;
  }

  get byteLength(): number {
    return this.#first.byteLength;
  }

  /** The first slot of a page, or -1. */
  first(page: number): number {
    return this.#first.at(page) - 1;
  }

  add(slot: number, page: number): void {
    const index = this.#index;
    const next = this.#first.at(page);
    index.setNear(slot, true, next);
    index.setNear(slot, false, 0);
    if (next > 0) index.setNear(next - 1, false, slot + 1);
    this.#first.set(page, slot + 1);
    this.#pages = Math.max(this.#pages, page + 1);
  }

  remove(slot: number, page: number): void {
    const index = this.#index;
    const next = index.near(slot, true);
    const previous = index.near(slot, false);
    if (previous > 0) index.setNear(previous - 1, true, next);
    else this.#first.set(page, next);
    if (next > 0) index.setNear(next - 1, false, previous);
  }

  /** After slots got new numbers: those in records are right already. */
  renumber(moved: Uint32Array): void {
    for (let page = 0; page < this.#pages; page++) {
      const first = this.#first.at(page);
      if (first > 0) this.#first.set(page, (moved[first - 1] as number) + 1);
    }
  }

  // ── for the packer ───────────────────────────────────────────────────────────────────────────────────

  reserve(page: number): void {
    this.#first.reserve(page);
  }

  findAt(hash: number, page: number, at: number): number {
    return this.#index.findAt(hash, page, at);
  }

  setPlace(slot: number, page: number, at: number): void {
    const before = this.#index.where(slot);
    this.#index.setPlace(slot, page, at);
    if (before === page) return;
    this.remove(slot, before);
    this.add(slot, page);
  }
}
