/**
 * hashes.ts - hashes of 53 bits for what a sample follows: keys of pages, inodes, and pages themselves.
 *
 * Owns:   the seed, which keeps hosts from choosing what is followed.
 */
import type { Address } from "../engine/address.js";
import type { AreaHandle, Inode } from "../engine/keys.js";

/** Hashes are whole numbers below this, which a Map takes as keys. */
export const HASH_COUNT = 2 ** 53;

/** A hash of 53 bits from two of 32. */
export function hashOf(high: number, low: number): number {
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

export class Hashes {
  readonly #seed: readonly [number, number];

  /** `seed`: two words that nobody else knows. */
  constructor(seed: readonly [number, number]) {
    this.#seed = seed;
  }

  /** The hash of an inode of a file system. */
  inode(area: AreaHandle, { low, high }: Inode): number {
    return this.#hash(area, low, high, 0);
  }

  /** The hash of a page's key. */
  key({ area, offset, inode }: Address): number {
    return inode === undefined
      ? this.#hash(area, 0, 0, offset)
      : this.#hash(~area, inode.low, inode.high, offset);
  }

  #hash(a: number, b: number, c: number, d: number): number {
    const [high, low] = this.#seed;
    return hashOf(mixA(mixA(mixA(mixA(high ^ a) ^ b) ^ c) ^ d), mixB(mixB(mixB(mixB(low ^ a) ^ b) ^ c) ^ d));
  }
}

/**
 * A bijection of 32 bits in which every input bit moves every output bit: that of MurmurHash3 (A. Appleby).
 */
function mixA(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Another one: lowbias32 (C. Wellons). */
function mixB(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return h ^ (h >>> 16);
}
