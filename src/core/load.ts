/**
 * load.ts - in which arena a page is found.
 *
 * No map leads from keys to arenas. A look-up asks the arena that answered last, then all others.
 *
 * Owns:   which arena answered last.
 */

import * as abi from "../abi.js";
import { copyOf } from "../base/foreign.js";
import { Address } from "../engine/address.js";
import type { Arena } from "../engine/arena.js";
import type { AreaHandle } from "../engine/keys.js";
import type { ArenaSet } from "./arena_set.js";
import type { ImageSessions } from "./image_sessions.js";
import type { Registry } from "./registry.js";
import type { Spilled } from "./spilled.js";

const { Status } = abi;

/** A page that moves to another arena while its device is read is looked for so often. */
const TURNS = 4;

export class Loads {
  /** Misses of single arenas after which others were asked: in no count of the pool's. */
  missed = 0;
  /** Loads that came to an end, whatever the end was: the arenas count the outcomes. */
  tried = 0;
  readonly #memory: ArenaSet;
  readonly #registry: Registry;
  readonly #images: ImageSessions;
  readonly spilled: Spilled | undefined;
  /** The arena that answered the last look-up. */
  #recent: Arena;
  /** Loads that had to ask a device, which may have called the pool. */
  #awayLoads = 0;

  constructor(memory: ArenaSet, registry: Registry, images: ImageSessions, spilled: Spilled | undefined) {
    this.spilled = spilled;
    this.#memory = memory;
    this.#registry = registry;
    this.#images = images;
    this.#recent = memory.current;
  }

  /**
   * Fills the first bytes of the target with the page and answers its length; or answers a Status below 1.
   */
  load(address: Address, target: Uint8Array, exclusive: boolean): number {
    const bytes = this.#loadAny(address, target, exclusive);
    this.tried += 1;
    return bytes;
  }

  /** Asks the arena that answered last, then all others; again if the page may have moved meanwhile. */
  #loadAny(address: Address, target: Uint8Array, exclusive: boolean): number {
    for (let turn = 1; ; turn++) {
      const before = this.#awayLoads;
      const bytes = this.#loadOnce(address, target, exclusive);
      if (bytes !== Status.MISS || this.#awayLoads === before || turn === TURNS) return bytes;
      this.missed += 1;
    }
  }

  #loadOnce(address: Address, target: Uint8Array, exclusive: boolean): number {
    const recent = this.#recent;
    const bytes = this.from(recent, address, target, exclusive);
    if (bytes !== Status.MISS || this.#memory.count === 1) return bytes;
    return this.#loadElsewhere(recent, address, target, exclusive);
  }

  /** Asks a page's arenas once more: all had been asked, but its body was on a device, and it has moved. */
  again(address: Address, target: Uint8Array, exclusive: boolean): number {
    this.missed += 1;
    return this.#loadAny(address, target, exclusive);
  }

  /** Loads from one arena, or the device on which it has the body. */
  from(arena: Arena, address: Address, target: Uint8Array, exclusive: boolean): number {
    const bytes = arena.load(address, target, exclusive);
    const { spilled } = this;
    if (bytes !== Status.AWAY || spilled === undefined) return bytes;
    this.#awayLoads += 1;
    return this.#registry.during(() => spilled.load(arena, address, target, exclusive));
  }

  /** Asks all arenas but `asked`. */
  #loadElsewhere(asked: Arena, address: Address, target: Uint8Array, exclusive: boolean): number {
    for (const arena of this.#memory.each()) {
      if (arena === asked) continue;
      this.missed += 1;
      const bytes = this.from(arena, address, target, exclusive);
      if (bytes === Status.MISS) continue;
      this.#recent = arena;
      return bytes;
    }
    return Status.MISS;
  }

  /** `arena` is about to be emptied: `instead` is asked first from now on. */
  leave(arena: Arena, instead: Arena): void {
    if (this.#recent === arena) this.#recent = instead;
  }

  /** Bytes that are kept for a page alone, 0 when it needs none of its own; -1 when the page is not here. */
  keptBytes(address: Address): number {
    for (const arena of this.#memory.each()) {
      const bytes = arena.keptBytes(address);
      if (bytes >= 0) return bytes;
    }
    return -1;
  }

  /** Length of a page that persists, or 0 if it is not here. */
  pageLength(address: Address): number {
    for (const arena of this.#memory.each()) {
      const bytes = arena.pageLength(address);
      if (bytes > 0) return bytes;
    }
    return 0;
  }

  /**
   * Takes up to `count` pages of an area out of the pool, in no order: each is handed to `take`. A damaged
   * page stays, as does one whose device does not answer, and so may pages of its bucket of the directory.
   * Answers how many pages were taken.
   */
  takePages(area: AreaHandle, count: number, take: (offset: number, page: Uint8Array) => void): number {
    const page = new Uint8Array(this.#memory.settings.pageSize);
    const address = new Address();
    let taken = 0;
    for (const arena of this.#memory.each()) {
      // A directory shrinks as pages leave, and some entries move to where this has been: so it walks once
      // more.
      for (let before = -1; taken < count && taken !== before; ) {
        before = taken;
        for (let from = 0; taken < count; ) {
          const found = arena.findPage(area, from);
          if (found === undefined) break;
          this.#images.before(address.at(area, found.offset));
          const bytes = this.from(arena, address, page, true);
          this.tried += 1;
          if (bytes > 0) {
            take(found.offset, copyOf(page, bytes));
            taken += 1;
          }
          // The same bucket again, for the page has left it; behind it, when the page could not be taken.
          from = bytes > 0 ? found.next - 1 : found.next;
        }
      }
    }
    return taken;
  }
}
