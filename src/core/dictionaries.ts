/**
 * dictionaries.ts - what recompression has in a pool: workshops, which are open for a while, and dictionaries
 * in arenas.
 *
 * A dictionary has a version that means the same in every arena. An arena counts the bodies that need a
 * dictionary and forgets one that no body needs. When pages move, their dictionaries move first.
 *
 * Keeps:  workshops fit the limit beside the arenas; a version names one dictionary at a time.
 */

import { VERSION_MAX } from "../abi.js";
import type { Arena } from "../engine/arena.js";
import { blockWasmPages } from "../engine/blocks.js";
import { SAMPLE_SIZES, Workshop } from "../engine/workshop.js";
import type { ArenaSet } from "./arena_set.js";

/** A pool that recompresses unasked keeps at most this part of its memory free for that. */
const WORKSHOP_PART = 1 / 6;
/** ... of which so many dictionaries are for arenas that are full. */
const DICTIONARIES_KEPT = 4;

export class Dictionaries {
  readonly #memory: ArenaSet;
  readonly #pageSize: number;

  constructor(memory: ArenaSet) {
    this.#memory = memory;
    this.#pageSize = memory.settings.pageSize;
  }

  /** Whether dictionaries may be made. Not with zeroize: they keep pieces of pages. */
  get allowed(): boolean {
    return this.#memory.compress && !this.#memory.zeroize;
  }

  // ── workshops ────────────────────────────────────────────────────────────────────────────────────────

  /** Keeps memory free for some dictionaries and the largest workshop that fits WORKSHOP_PART of the pool. */
  keepRoom(): void {
    const sizes = [...SAMPLE_SIZES, 0].map(
      (sample) => this.#workshopWasmPages(sample) + DICTIONARIES_KEPT * blockWasmPages(this.#pageSize),
    );
    const most = WORKSHOP_PART * this.#memory.maxWasmPages;
    this.#memory.keep(sizes.find((wasmPages) => wasmPages <= most) ?? 0);
  }

  #workshopWasmPages(sample: number): number {
    return this.#memory.current.dense.workshopWasmPages(this.#pageSize, sample);
  }

  /**
   * A workshop that trains from `sample` bytes or, for 0, only encodes. Undefined when the limit or the host
   * has no room for it.
   */
  tryWorkshop(sample: number): Workshop | undefined {
    if (!this.#memory.hasRoom(this.#workshopWasmPages(sample))) return undefined;
    try {
      const workshop = new Workshop(this.#memory.module, this.#pageSize, sample);
      this.#memory.lend(workshop.wasmPages);
      return workshop;
    } catch {
      return undefined;
    }
  }

  /** Lets go of a workshop. */
  closeWorkshop(workshop: Workshop): void {
    this.#memory.takeBack(workshop.wasmPages);
  }

  // ── dictionaries ─────────────────────────────────────────────────────────────────────────────────────

  /** A version that no dictionary of the pool has; undefined when all are taken. */
  freeVersion(): number | undefined {
    const rows = this.#memory.each().flatMap((arena) => arena.dense.dictionaries());
    const taken = new Set(rows.map(({ version }) => version));
    for (let version = 1; version <= VERSION_MAX; version++) if (!taken.has(version)) return version;
    return undefined;
  }

  /**
   * Gives an arena a dictionary, for which a full arena may grow. False when there is no room for that
   * either.
   */
  give(arena: Arena, version: number, scope: number, dictionary: Uint8Array): boolean {
    if (arena.dense.addDictionary(version, scope, dictionary)) return true;
    // The first dictionary also takes a frame for the rows of all, and that may take a block.
    if (!this.#memory.lift(arena, 2 * blockWasmPages(this.#pageSize))) return false;
    const added = arena.dense.addDictionary(version, scope, dictionary);
    this.#memory.grant();
    return added;
  }

  /** Gives `target` the dictionaries of `source` that it lacks. */
  share(source: Arena, target: Arena): void {
    const rows = source.dense.dictionaries();
    if (rows.length === 0) return;
    const has = new Set(target.dense.dictionaries().map(({ version }) => version));
    for (const { version, scope, bodies } of rows) {
      const dictionary = bodies > 0 && !has.has(version) ? source.dense.dictionary(version) : undefined;
      if (dictionary !== undefined) this.give(target, version, scope, dictionary);
    }
  }

  /** Forgets dictionaries that no body needs. */
  forget(): void {
    for (const arena of this.#memory.each()) {
      for (const { version, bodies } of arena.dense.dictionaries())
        if (bodies === 0) arena.dense.forgetDictionary(version);
    }
  }
}
