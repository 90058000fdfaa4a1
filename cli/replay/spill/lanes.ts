/**
 * lanes.ts - what a trace is replayed through with `--spill`: a pool with a file behind it, and exact LRU.
 *
 * In both every block has a page: in memory, or on the device. A block that is asked for first is stored; all
 * later accesses load it. What memory has no room for leaves for the device: a spill. Both write a body each
 * time it leaves; neither keeps the copy of one that has come back.
 *
 * LRU has memory for so many pages and brings every page that it loads to the front, also one that was on the
 * device. It is counted, not carried out: what it would load and write follows from its order alone.
 */
import { LRUCache } from "lru-cache";
import { type Frontswap, openSeeded, type Spillway } from "../../library.js";
import { NotedFile } from "../../pages/noted_file.js";
import { randomBytes } from "../../pages/random.js";
import { systemCode, UserError } from "../../text/failure.js";

/** What a lane has done. */
export interface LaneCounts {
  /** Accesses that memory served. The first access to a block is none. */
  hits: number;
  /** Bodies that left memory. */
  spills: number;
}

/** More than any trace has. */
const SPILL_BYTES_MAX = 2 ** 36;
/** Accesses between two looks at how many bodies are in memory. */
const LOOK_ACCESSES = 32;
const NOISE_SEED = 1;

/** A pool with a file in `dir`, whose pages do not compress and are all different. */
export class PoolLane {
  readonly #pool: Spillway;
  readonly #swap: Frontswap;
  readonly #file: NotedFile;
  readonly #seen: Uint8Array;
  readonly #page: Buffer;
  readonly #target: Buffer;
  #accesses = 0;
  #loads = 0;
  #fromDevice = 0;
  #stored = 0;
  #peak = 0;
  mismatches = 0;

  constructor(maxBytes: number, pageSize: number, blocks: number, dir: string, seed: number) {
    // Pages differ, and none is compressed: with `dedupe` and a codec only time would be spent.
    this.#file = new NotedFile({ dir, maxBytes: SPILL_BYTES_MAX, encrypt: false });
    const options = { maxBytes, pageSize, spill: this.#file, autoShrink: false };
    try {
      this.#pool = openSeeded({ ...options, codec: "none", dedupe: false }, seed);
    } catch (error) {
      // The message names the folder.
      if (systemCode(error) === "ERR_SPILLWAY_DEVICE") throw new UserError((error as Error).message);
      throw error;
    }
    this.#swap = this.#pool.frontswap();
    this.#swap.init(0);
    this.#seen = new Uint8Array(blocks);
    this.#page = randomBytes(pageSize, NOISE_SEED);
    this.#target = Buffer.alloc(pageSize);
  }

  access(block: number): void {
    this.#page.writeUInt32LE(block, 0);
    this.#accesses += 1;
    if (this.#seen[block] === 0) {
      this.#seen[block] = 1;
      this.#stored += 1;
      if (!this.#swap.store(0, block, this.#page))
        throw new UserError("the pool refused a page: is the folder of the file full (--dir)?");
    } else {
      this.#target.writeUInt32LE(~block >>> 0, 0);
      this.#loads += 1;
      this.#file.readBytes = 0;
      if (!this.#swap.load(0, block, this.#target) || !this.#target.equals(this.#page)) this.mismatches += 1;
      if (this.#file.readBytes > 0) this.#fromDevice += 1;
    }
    if (this.#accesses % LOOK_ACCESSES === 0) this.#look();
  }

  #look(): void {
    const away = this.#pool.stats().spill?.bodies ?? 0;
    this.#peak = Math.max(this.#peak, this.#stored - away);
  }

  /** The most pages that were in memory at a time. */
  get peak(): number {
    this.#look();
    return this.#peak;
  }

  counts(): LaneCounts {
    return { hits: this.#loads - this.#fromDevice, spills: this.#pool.stats().spill?.spilled ?? 0 };
  }

  close(): void {
    this.#pool.close();
  }
}

/** Exact LRU over these accesses, with memory for `capacity` pages. */
export function lruCounts(accesses: Uint32Array, capacity: number): LaneCounts {
  let hits = 0;
  let spills = 0;
  const dispose = (_: true, _block: number, why: string) => {
    if (why === "evict") spills += 1;
  };
  const memory = new LRUCache<number, true>({ max: capacity, dispose });
  for (const block of accesses) {
    if (memory.get(block)) hits += 1;
    else memory.set(block, true);
  }
  return { hits, spills };
}
