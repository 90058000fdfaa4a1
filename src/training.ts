/**
 * training.ts - a dictionary in the making: first a sample of pages, then the training from it.
 *
 * Each step takes a fraction of a millisecond, and everything is kept between two: whoever's budget is spent goes on later.
 */
import * as abi from "./abi.js";
import type { Arena } from "./arena.js";
import type { Arenas } from "./arenas.js";
import { blockBytes } from "./footprint.js";
import type { Workshop } from "./workshop.js";

/** A sample of fewer pages says nothing of others. */
const PAGES_MIN = 16;
/**
 * A dictionary takes a block. Dense bodies are some half of what they replace, so with less than two blocks of bodies it would
 * not pay. What a block may take is seven eighths of its body.
 */
const BLOCKS_MIN = (2 * 7) / 8;

/** Up to where an arena fills the sample, in bytes. */
interface Share {
  arena: Arena;
  until: number;
}

export class Training {
  readonly scope: number;
  readonly version: number;
  readonly workshop: Workshop;
  /** Arenas that are still to be gone through; undefined when the sample is complete. */
  #shares: Share[] | undefined;
  /** Where to look on in the first of these: bucket of its directory, and pages there that are in the sample. */
  #from = 0;
  #skip = 0;
  /** The sample: its pages, their bytes, and what dense blocks of them may take at most. */
  #pages = 0;
  #bytes = 0;
  #most = 0;
  /** Whether there are more pages than are in it. */
  #full = false;
  /** Pages of the scope, and what their blocks must be allowed to take together, or it would not pay. */
  readonly #all: number;
  readonly #enough: number;

  /** From up to `size` bytes of a scope that has so many `pages`, taken from all arenas by how many pages these have. */
  constructor(
    arenas: Arenas,
    workshop: Workshop,
    version: number,
    scope: number,
    pages: number,
    size: number,
  ) {
    this.scope = scope;
    this.version = version;
    this.workshop = workshop;
    this.#all = pages;
    this.#enough = BLOCKS_MIN * blockBytes(arenas.pageSize);
    const { list } = arenas.memory;
    const all = list.reduce((sum, arena) => sum + pagesOf(arena), 0);
    let passed = 0;
    this.#shares = list.map((arena) => {
      passed += pagesOf(arena);
      return { arena, until: (size * passed) / Math.max(1, all) };
    });
  }

  /** A step further: the dictionary when it is done, null when there is too little to learn from, undefined to go on. */
  step(arenas: Arenas, idle: boolean): Uint8Array | null | undefined {
    if (this.#shares === undefined) return this.workshop.train();
    if (!this.#sample(arenas, this.#shares, idle)) return undefined;
    this.#shares = undefined;
    const most = this.#full ? (this.#most / this.#pages) * this.#all : this.#most;
    if (this.#pages < PAGES_MIN || most < this.#enough) return null;
    this.workshop.beginTraining(this.version);
    return undefined;
  }

  /**
   * Takes a page more. True when the sample is full, or the last arena was gone through. Buckets are in order of a hash, so the
   * first ones have pages of all keys.
   */
  #sample(arenas: Arenas, shares: Share[], idle: boolean): boolean {
    const [share] = shares;
    if (share === undefined) return true;
    const { arena, until } = share;
    let next: number | undefined;
    this.#full = this.#bytes >= until;
    if (!this.#full && arenas.memory.list.includes(arena)) {
      const found = arena.findRested(this.#from, idle, this.scope, this.#skip);
      next = found.next;
      if (found.page === undefined || next !== this.#from) this.#skip = 0;
      if (found.page !== undefined) {
        this.#full = !this.workshop.addSample(found.page);
        if (this.#full) return true;
        this.#skip += 1;
        this.#pages += 1;
        this.#bytes += found.page.length;
        this.#most += found.limit;
      }
    }
    if (next === undefined) {
      shares.shift();
      this.#skip = 0;
    }
    this.#from = next ?? 0;
    return shares.length === 0;
  }
}

function pagesOf(arena: Arena): number {
  return arena.counters()[abi.STAT_STORED_PAGES / 8] as number;
}
