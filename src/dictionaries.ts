/**
 * dictionaries.ts - what recompression has in a pool: workshops, which are open for a while, and dictionaries in arenas.
 *
 * A dictionary has a version that means the same in every arena. An arena counts the bodies that name it, so it is forgotten
 * when none does; when pages move, their dictionaries go first.
 *
 * Keeps:  workshops fit the limit beside the arenas; a version stands for one dictionary at a time.
 * Called: recompress.ts and keeper.ts; arenas.ts when pages move; client.ts when a client ends.
 */

import { type Arena, dictionaryWasmPages } from "./arena.js";
import type { Memory } from "./memory.js";
import { SAMPLE_SIZES, Workshop } from "./workshop.js";

/** A pool that recompresses unasked keeps at most this part of its memory for that. */
const WORKSHOP_PART = 1 / 6;
/** ... with so many dictionaries for arenas that are full. */
const DICTIONARIES_KEPT = 4;
/** Versions of dictionaries are told in seven bits (records.ts of the engine). */
const DICTIONARY_VERSION_MAX = 127;

export class Dictionaries {
  readonly #memory: Memory;
  readonly #pageSize: number;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#pageSize = memory.settings.pageSize;
  }

  /** Whether dictionaries may be made: they keep pieces of pages. */
  get allowed(): boolean {
    return this.#memory.compress && !this.#memory.zeroize;
  }

  // ── workshops ────────────────────────────────────────────────────────────────────────────────────────

  /** Keeps memory free for the largest workshop, and some dictionaries, for which the pool can spare that part of it. */
  keepRoom(): void {
    const sizes = [...SAMPLE_SIZES, 0].map(
      (sample) => this.#workshopWasmPages(sample) + DICTIONARIES_KEPT * dictionaryWasmPages(this.#pageSize),
    );
    const most = WORKSHOP_PART * this.#memory.maxWasmPages;
    this.#memory.keep(sizes.find((wasmPages) => wasmPages <= most) ?? 0);
  }

  #workshopWasmPages(sample: number): number {
    return this.#memory.current.engine.workshop_wasm_pages(this.#pageSize, sample);
  }

  /** A workshop, if the limit and the host have room for it: to train from so many bytes, or, for 0, to encode only. */
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

  /** A version that no dictionary has, or undefined. */
  freeVersion(): number | undefined {
    const { list } = this.#memory;
    const taken = new Set(list.flatMap((arena) => arena.dictionaries().map(({ version }) => version)));
    for (let version = 1; version <= DICTIONARY_VERSION_MAX; version++)
      if (!taken.has(version)) return version;
    return undefined;
  }

  /** Gives an arena a dictionary. One that is full may grow for it. False when there is no room for that either. */
  give(arena: Arena, version: number, scope: number, dictionary: Uint8Array): boolean {
    if (arena.addDictionary(version, scope, dictionary)) return true;
    // The first one takes a frame for the rows of all, and that may take a block of its own.
    if (!this.#memory.lift(arena, 2 * dictionaryWasmPages(this.#pageSize))) return false;
    const added = arena.addDictionary(version, scope, dictionary);
    this.#memory.grant();
    return added;
  }

  /** Gives `target` the dictionaries of `source` that it has not. */
  share(source: Arena, target: Arena): void {
    const rows = source.dictionaries();
    if (rows.length === 0) return;
    const has = new Set(target.dictionaries().map(({ version }) => version));
    for (const { version, scope, bodies } of rows) {
      const dictionary = bodies > 0 && !has.has(version) ? source.dictionary(version) : undefined;
      if (dictionary !== undefined) this.give(target, version, scope, dictionary);
    }
  }

  /** Forgets dictionaries by which no body is read. */
  forget(): void {
    for (const arena of this.#memory.list) {
      for (const { version, bodies } of arena.dictionaries())
        if (bodies === 0) arena.forgetDictionary(version);
    }
  }
}
