/**
 * batch.ts - many pages at a time, with one crossing into the engine for as many as fit its window: sixteen
 * of 4 KiB. Each page takes the steps of store.ts or load.ts.
 */

import * as abi from "../abi.js";
import { Address, type Batch } from "../engine/address.js";
import type { Admission } from "./admission.js";
import type { ArenaSet } from "./arena_set.js";
import type { ImageSessions } from "./image_sessions.js";
import type { Loads } from "./load.js";
import type { Registry } from "./registry.js";
import type { Stores } from "./store.js";

const { Status } = abi;

/** What a batch needs of the router. */
interface Parts {
  memory: ArenaSet;
  registry: Registry;
  images: ImageSessions;
  admission: Admission;
  stores: Stores;
  loads: Loads;
}

export class Batches {
  readonly #parts: Parts;
  readonly #address = new Address();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Stores many pages, all of one PageKind, to a pool that accepts. Each page's Status goes into `statuses`.
   */
  store(batch: Batch, kind: number): void {
    const { memory, images, stores } = this.#parts;
    for (let from = 0; from < batch.pages.length; ) {
      const to = Math.min(from + memory.current.batch, batch.pages.length);
      for (let i = from; i < to; i++) {
        const address = this.#addressOf(batch, i);
        images.before(address);
        if (memory.count > 1) stores.supersede(address, memory.current);
      }
      from = this.#storeSome(batch, from, to, kind);
    }
  }

  /**
   * Stores pages `from` to `to` - 1, or as many of them as find room. Answers the page from which to go on.
   */
  #storeSome(batch: Batch, from: number, to: number, kind: number): number {
    const { memory, registry, admission, stores } = this.#parts;
    const { pages, statuses } = batch;
    if (registry.capped && memory.count > 1) stores.allow(this.#addressOf(batch, from), memory.current);
    const next = memory.current.storeBatch(batch, from, to, kind);
    // A crossing ends behind a page that found no room, so pages reach every arena in the order in which they
    // came.
    const last = next - 1;
    if (statuses[last] === Status.CAPPED)
      statuses[last] = stores.storeCapped(this.#addressOf(batch, last), pages[last] as Uint8Array, kind);
    if (statuses[last] === Status.FULL)
      statuses[last] = stores.storeAgain(this.#addressOf(batch, last), pages[last] as Uint8Array, kind);
    let due = false;
    for (let i = from; i < next; i++) {
      const status = statuses[i] as number;
      if (status === Status.STORED && memory.peak.due()) due = true;
      admission.settle(this.#addressOf(batch, i), pages[i] as Uint8Array, status);
    }
    if (due) memory.seePeak();
    return next;
  }

  /** Loads many pages. The length of each page, or a Status below 1, goes into `statuses`. */
  load(batch: Batch, exclusive: boolean): void {
    const { memory, registry, images, loads } = this.#parts;
    const { area, offsets, pages, statuses } = batch;
    let wanted = Array.from(pages.keys());
    const away: number[] = [];
    if (exclusive) for (const i of wanted) images.before(this.#addressOf(batch, i));
    for (const [i, arena] of memory.each().entries()) {
      if (i > 0) loads.missed += wanted.length;
      const some = {
        area,
        offsets: wanted.map((page) => offsets[page] as number),
        pages: wanted.map((page) => pages[page] as Uint8Array),
        statuses: [] as number[],
      };
      for (let from = 0; from < wanted.length; from += arena.batch)
        arena.loadBatch(some, from, Math.min(from + arena.batch, wanted.length), exclusive);
      if (some.statuses.includes(Status.AWAY)) {
        away.push(...wanted.filter((_, at) => some.statuses[at] === Status.AWAY));
        registry.during(() => loads.spilled?.loadMany(arena, this.#address, some, exclusive));
      }
      if (i === 0) loads.tried += wanted.length;
      for (const [at, page] of wanted.entries()) statuses[page] = some.statuses[at] as number;
      wanted = wanted.filter((page) => statuses[page] === Status.MISS);
      if (wanted.length === 0) return;
    }
    // A device may have called the pool, and the page lies in an arena that had been asked before.
    for (const page of away)
      if (statuses[page] === Status.MISS)
        statuses[page] = loads.again(this.#addressOf(batch, page), pages[page] as Uint8Array, exclusive);
  }

  #addressOf({ area, offsets }: Batch, i: number): Address {
    return this.#address.at(area, offsets[i] as number);
  }
}
