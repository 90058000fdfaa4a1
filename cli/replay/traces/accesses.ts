/**
 * accesses.ts - the accesses of a trace while it is read. Blocks are numbered by first access.
 */

/** Most accesses of one trace: they take 400 MB. */
const ACCESSES_MAX = 100_000_000;
/** Most distinct blocks of one trace: V8's limit for the keys of a Map, which the reader and the LRU need. */
const BLOCKS_MAX = 2 ** 24;

/** What is wrong with a line or record of a trace. The message does not say which one: the reader adds it. */
export class TraceError extends Error {}

export class Accesses {
  readonly #ids = new Map<number | string, number>();
  #accesses = new Uint32Array(1 << 16);
  #count = 0;

  /** Adds an access to a block. Throws TraceTooLong when there are too many. */
  add(block: number | string): void {
    let id = this.#ids.get(block);
    if (id === undefined) {
      id = this.#ids.size;
      if (id === BLOCKS_MAX) throw tooMany("distinct blocks", BLOCKS_MAX);
      this.#ids.set(block, id);
    }
    if (this.#count === this.#accesses.length) this.#grow();
    this.#accesses[this.#count++] = id;
  }

  /**
   * Adds an access to each of `blocks` blocks from `first` on. Throws TraceError, or TraceTooLong as above.
   */
  addRun(first: number, blocks: number): void {
    if (blocks === 0) throw new TraceError("a count of 0");
    if (!Number.isSafeInteger(first + blocks)) throw new TraceError("a number beyond 2^53 - 1");
    // Checked before the loop: the file decides how long it is.
    if (blocks > ACCESSES_MAX - this.#count) throw tooMany("accesses", ACCESSES_MAX);
    for (let i = 0; i < blocks; i++) this.add(first + i);
  }

  /** For each access the number of its block: 0 to blocks - 1. */
  get accesses(): Uint32Array {
    return this.#accesses.subarray(0, this.#count);
  }

  /** Distinct blocks. */
  get blocks(): number {
    return this.#ids.size;
  }

  #grow(): void {
    if (this.#count === ACCESSES_MAX) throw tooMany("accesses", ACCESSES_MAX);
    const grown = new Uint32Array(Math.min(2 * this.#count, ACCESSES_MAX));
    grown.set(this.#accesses);
    this.#accesses = grown;
  }
}

/** The trace has no error but is too long. */
export class TraceTooLong extends Error {}

function tooMany(what: string, most: number): TraceTooLong {
  return new TraceTooLong(`more than ${most.toLocaleString("en-US")} ${what}; replay a part of it`);
}
