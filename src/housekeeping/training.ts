/**
 * training.ts - a dictionary in the making: first a sample of pages, then the training from it.
 *
 * Each step takes a fraction of a millisecond. All state is kept between two steps, so training continues
 * over several runs when budgets are short.
 */
import type { ArenaSet } from "../core/arena_set.js";
import type { Arena } from "../engine/arena.js";
import { blockBytes } from "../engine/blocks.js";
import type { Workshop } from "../engine/workshop.js";

/** A sample of fewer pages says nothing about others. */
const PAGES_MIN = 16;
/**
 * A dictionary takes a block of memory. Dense bodies have some half of the bytes of those that they replace,
 * so with less than two blocks of bodies it would not pay. The limit of a dense body is seven eighths of the
 * old one.
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
  /** Arenas that are still to be sampled; undefined when the sample is complete. */
  #shares: Share[] | undefined;
  /**
   * Where to look next in the first of these: bucket of its directory, and pages there that are in the
   * sample.
   */
  #from = 0;
  #skip = 0;
  /** The sample: its pages, their bytes, and the most that dense bodies of them may take. */
  #pages = 0;
  #bytes = 0;
  #most = 0;
  /** Whether there are more pages than the sample has. */
  #full = false;
  /**
   * Pages of the scope, and the least that their dense bodies must be allowed to take together for this to
   * pay.
   */
  readonly #all: number;
  readonly #enough: number;

  /**
   * A dictionary of this version from up to `size` bytes of a scope that has so many `pages`. Each arena
   * gives a part of the sample in proportion to its pages.
   */
  constructor(
    memory: ArenaSet,
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
    this.#enough = BLOCKS_MIN * blockBytes(memory.settings.pageSize);
    const all = memory.pages;
    let passed = 0;
    this.#shares = memory.each().map((arena) => {
      passed += arena.pages;
      return { arena, until: (size * passed) / Math.max(1, all) };
    });
  }

  /**
   * One step: the dictionary when it is done, null when there is too little to learn from, undefined when
   * more steps follow.
   */
  step(memory: ArenaSet, idle: boolean): Uint8Array | null | undefined {
    if (this.#shares === undefined) return this.workshop.train();
    if (!this.#sample(memory, this.#shares, idle)) return undefined;
    this.#shares = undefined;
    const most = this.#full ? (this.#most / this.#pages) * this.#all : this.#most;
    if (this.#pages < PAGES_MIN || most < this.#enough) return null;
    this.workshop.beginTraining(this.version);
    return undefined;
  }

  /**
   * Takes one more page. True when the sample is full, or no arena is left. Buckets are in the order of a
   * hash, so the first ones have pages of all keys.
   */
  #sample(memory: ArenaSet, shares: Share[], idle: boolean): boolean {
    const [share] = shares;
    if (share === undefined) return true;
    const { arena, until } = share;
    let next: number | undefined;
    this.#full = this.#bytes >= until;
    if (!this.#full && memory.has(arena)) {
      const found = arena.dense.find(this.#from, idle, this.scope, this.#skip);
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
