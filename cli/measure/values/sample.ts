/**
 * sample.ts - the values that are measured: all of the input, or a random sample of what is too large.
 *
 * Each key has a rank, a hash of it and of the seed. While the values that are held take more than the limit,
 * those with the highest ranks are dropped, and later ones of such ranks are not taken. So every key has the
 * same chance wherever it stands, and the same input and seed give the same sample. The input is read once,
 * and no more than the limit is held.
 */
import type { Packed } from "./packed.js";

/** A value that was chosen. */
export interface Chosen {
  key: string;
  /** Bytes in the input: of its text, or of its file. */
  inputBytes: number;
  /** Makes the bytes that are kept for it; may read a file. */
  pack: () => Packed;
}

interface Held extends Chosen {
  rank: number;
  bytes: number;
}

/** A value counts this much at least, because of what JavaScript needs to hold it. */
export const VALUE_BYTES_MIN = 256;
/** A value may have this part of the limit: a sample of one or two values would say nothing. */
const LARGEST_PART = 1 / 4;
/** What stays below the highest rank when too much is held. Small steps keep the sample near the limit. */
const STEP = 7 / 8;

export class Sample {
  readonly #limitBytes: number;
  readonly #seed: number;
  readonly #held = new Map<string, Held>();
  #bytes = 0;
  /** Ranks from here on are not taken. */
  #rankEnd = 2 ** 32;
  /** Values of the input so far. */
  available = 0;
  /** Of these, those that a later value with the same key replaced while they were held. */
  replaced = 0;
  /** Of these, those larger than a quarter of the limit, which are left out. */
  tooLarge = 0;

  constructor(limitBytes: number, seed: number) {
    this.#limitBytes = limitBytes;
    this.#seed = seed;
  }

  /** Whether values were left out because of the limit, those that are too large aside. */
  get isPart(): boolean {
    return this.#rankEnd < 2 ** 32;
  }

  /**
   * Takes a value or leaves it out. `pack` makes its bytes: now, or, when their number is told by `size`,
   * once all are chosen. It is not called for a value that is left out.
   */
  offer(key: string, inputBytes: number, pack: () => Packed, size?: number): void {
    this.available += 1;
    const rank = rankOf(key, this.#seed);
    if (rank >= this.#rankEnd) return;
    let later = pack;
    let data = size;
    if (data === undefined) {
      const packed = pack();
      later = () => packed;
      data = packed.data.length;
    }
    const bytes = Math.max(VALUE_BYTES_MIN, data + 2 * key.length);
    this.#drop(key);
    if (bytes > this.#limitBytes * LARGEST_PART) {
      this.tooLarge += 1;
      return;
    }
    this.#held.set(key, { key, inputBytes, pack: later, rank, bytes });
    this.#bytes += bytes;
    while (this.#bytes > this.#limitBytes) this.#shorten();
  }

  /** All that were chosen, in the order of the input. */
  chosen(): Chosen[] {
    return [...this.#held.values()];
  }

  #drop(key: string): void {
    const older = this.#held.get(key);
    if (older === undefined) return;
    this.replaced += 1;
    this.#bytes -= older.bytes;
    this.#held.delete(key);
  }

  #shorten(): void {
    this.#rankEnd = Math.floor(this.#rankEnd * STEP);
    for (const { key, rank, bytes } of this.#held.values()) {
      if (rank < this.#rankEnd) continue;
      this.#bytes -= bytes;
      this.#held.delete(key);
    }
  }
}

/** FNV-1a over the characters, and the last steps of MurmurHash3, so that near keys get far ranks. */
function rankOf(key: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
