/**
 * store.ts - in which arena a page is stored.
 *
 * A new page goes to the current arena. When that one is full the others are asked, then a new arena is
 * opened, then ephemeral pages are evicted, then cold bodies leave for a device, if there is one. When all of
 * that fails the store is refused. From the first
 * eviction on each ephemeral page has a home arena by its key, so the arena that remembers an evicted page is
 * the one to which it returns.
 *
 * Keeps:  a page lives in at most one arena: its older copy is removed from all the others first.
 */

import * as abi from "../abi.js";
import type { Address } from "../engine/address.js";
import type { Arena } from "../engine/arena.js";
import type { ArenaSet } from "./arena_set.js";
import type { Evictions } from "./evictions.js";
import type { Registry } from "./registry.js";
import type { Spilled } from "./spilled.js";

const { Status } = abi;

/** A client at its cap that needs room in one arena loses so many pages in each of the others. */
const CAPPED_PAGES = 4;
/** Segments that leave memory for one store: the bytes that one frees may lie apart. */
const SPILLS_MAX = 4;

export class Stores {
  /**
   * Stores that an arena refused as FULL, or as CAPPED, and that were then tried again: in no count of the
   * pool's.
   */
  retried = 0;
  retriedCapped = 0;
  readonly #memory: ArenaSet;
  readonly #registry: Registry;
  readonly #evictions: Evictions;
  readonly #spilled: Spilled | undefined;

  constructor(memory: ArenaSet, registry: Registry, evictions: Evictions, spilled: Spilled | undefined) {
    this.#memory = memory;
    this.#registry = registry;
    this.#evictions = evictions;
    this.#spilled = spilled;
  }

  /** Stores a page of 1 to pageSize bytes, of a PageKind. Answers a Status. */
  store(address: Address, page: Uint8Array, kind: number): number {
    const memory = this.#memory;
    let arena = memory.current;
    if (memory.count > 1) {
      if (memory.evicting) arena = this.#homeOf(address);
      this.supersede(address, arena);
    }
    const status = this.#storeIn(arena, address, page, kind);
    return status === Status.FULL ? this.#storeElsewhere(address, page, kind) : status;
  }

  /**
   * Stores the page of a batch for which its client had no room in the current arena. Nothing has changed if
   * there is no way to make any.
   */
  storeCapped(address: Address, page: Uint8Array, kind: number): number {
    return this.#storeMakingDue(this.#memory.current, address, page, kind);
  }

  /**
   * Stores the page of a batch for which the current arena had no room: there, if it only waited for its keys
   * to be taken, or elsewhere.
   */
  storeAgain(address: Address, page: Uint8Array, kind: number): number {
    if (!this.#evictions.gather(this.#memory.current)) return this.#storeElsewhere(address, page, kind);
    this.retried += 1;
    return this.store(address, page, kind);
  }

  /** Removes the page of a key that is about to be stored in `target`, or refused, from all other arenas. */
  supersede(address: Address, target?: Arena): void {
    for (const arena of this.#memory.each()) if (arena !== target) arena.supersede(address);
  }

  /** Lets a client with a cap have what is left of it in this arena. */
  allow(address: Address, arena: Arena): void {
    this.#registry.allow(this.#clientOf(address), arena);
  }

  #clientOf({ area }: Address): number {
    return this.#registry.clientOf(area);
  }

  /** Where a page goes first while pages are evicted. */
  #homeOf({ area, offset, inode }: Address): Arena {
    return inode === undefined ? this.#memory.current : this.#memory.homeOf(area, offset, inode);
  }

  #storeIn(arena: Arena, address: Address, page: Uint8Array, kind: number): number {
    const isAlone = this.#memory.count === 1;
    if (this.#registry.capped && !isAlone) this.allow(address, arena);
    const status = this.#storeGathering(arena, address, page, kind);
    if (status !== Status.CAPPED) return status;
    if (address.inode === undefined) return this.#storeMakingDue(arena, address, page, kind);
    if (isAlone) return status;
    // The client has pages in other arenas: some of those are evicted.
    const client = this.#clientOf(address);
    for (const other of this.#memory.others(arena))
      this.#evictions.evictOf(other, client, CAPPED_PAGES * this.#memory.settings.pageSize);
    this.allow(address, arena);
    this.retriedCapped += 1;
    return this.#storeGathering(arena, address, page, kind);
  }

  /**
   * A client with pages that persist is at its cap. Lets cold bodies of its own leave for a device, a segment
   * at a time, until the arena keeps the page.
   */
  #storeMakingDue(arena: Arena, address: Address, page: Uint8Array, kind: number): number {
    const spilled = this.#spilled;
    if (spilled === undefined) return Status.CAPPED;
    const client = this.#clientOf(address);
    for (let spills = 0; spills < SPILLS_MAX; spills++) {
      if (!this.#registry.during(() => spilled.makeRoomOf(client))) return Status.CAPPED;
      // The device may have stored a page under this key.
      if (this.#memory.count > 1) {
        this.supersede(address, arena);
        this.allow(address, arena);
      }
      this.retriedCapped += 1;
      const status = this.#storeGathering(arena, address, page, kind);
      if (status !== Status.CAPPED) return status;
    }
    return Status.CAPPED;
  }

  /**
   * Stores in one arena, and again while that could evict no more only because keys waited: 256 pages each
   * time.
   */
  #storeGathering(arena: Arena, address: Address, page: Uint8Array, kind: number): number {
    let status = arena.store(address, page, kind);
    while ((status === Status.FULL || status === Status.CAPPED) && this.#evictions.gather(arena)) {
      if (status === Status.FULL) this.retried += 1;
      else this.retriedCapped += 1;
      status = arena.store(address, page, kind);
    }
    return status;
  }

  /**
   * An arena had no room. Asks the others and new ones, each of which becomes the current one, until one
   * keeps the page; then lets ephemeral pages be evicted, where that was not so yet, and asks all again.
   */
  #storeElsewhere(address: Address, page: Uint8Array, kind: number): number {
    const memory = this.#memory;
    const full = new Set<Arena>();
    if (!memory.full) full.add(memory.current);
    else if (!memory.acceptsAgain()) {
      this.#spilled?.makeRoom();
      return Status.FULL;
    }
    while (memory.advance(full)) {
      this.retried += 1;
      const status = this.#storeIn(memory.current, address, page, kind);
      if (status !== Status.FULL) return status;
      full.add(memory.current);
    }
    if (this.#registry.ephemeral && !memory.evicting) {
      memory.setEvicting(true);
      const first = this.#homeOf(address);
      for (const arena of [first, ...memory.others(first)]) {
        if (arena.draining) continue;
        this.retried += 1;
        const status = this.#storeIn(arena, address, page, kind);
        if (status !== Status.FULL) return status;
      }
    }
    const status = this.#storeSpilling(address, page, kind);
    if (status === Status.FULL) memory.becomeFull();
    return status;
  }

  /** Lets cold bodies leave for a device, a segment at a time, until an arena keeps the page. */
  #storeSpilling(address: Address, page: Uint8Array, kind: number): number {
    // All of one arena: a new block of records wants more than a segment's bytes free there.
    let last: Arena | undefined;
    for (let spills = 0; spills < SPILLS_MAX; spills++) {
      const arena = this.#registry.during(() => this.#spilled?.makeRoom(last));
      if (arena === undefined) return Status.FULL;
      last = arena;
      // Those to come need not do the same.
      this.#spilled?.wake();
      // Stores to come find room there at once.
      if (arena !== this.#memory.current) this.#memory.grant(arena);
      // The device may have stored a page under this key.
      if (this.#memory.count > 1) this.supersede(address, arena);
      this.retried += 1;
      const status = this.#storeIn(arena, address, page, kind);
      if (status !== Status.FULL) return status;
    }
    return Status.FULL;
  }
}
