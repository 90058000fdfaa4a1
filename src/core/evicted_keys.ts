/**
 * evicted_keys.ts - keys of evicted pages that wait until their client asks for them.
 *
 * Owns:   the keys of one client, packed: 16 bytes each.
 * Keeps:  all keys of pages evicted since the client last asked; or none of them, and how many they are.
 */

import * as abi from "../abi.js";
import type { AreaHandle, EvictedPage } from "../engine/keys.js";

/**
 * The most keys that wait for one client: 1 MiB. The first store that finds no room in an arena of 1 GiB
 * evicts a thirty-second of it, some 24,000 pages.
 */
export const WAITING_MAX = 65_536;
const KEY_WORDS = abi.EVICTED_KEY_BYTES / 4;
const KEYS_FIRST = 64;

export class Waiting {
  #words = new Uint32Array();
  /** Keys `from` to `to` - 1 of the words wait. */
  #from = 0;
  #to = 0;
  /** Keys that were given up: only their number is known. */
  #lost = 0;

  /** How many keys wait. */
  get count(): number {
    return this.#to - this.#from;
  }

  /**
   * Takes in a key. When `most` keys wait already, all are given up, this one too. A client that lost keys
   * must look for all of its pages, so from then on no key is kept until it has asked.
   */
  add({ area, index, inode }: EvictedPage, most: number): void {
    if (this.#lost > 0 || this.count >= most) {
      this.#lost += this.count + 1;
      this.#reset();
      return;
    }
    this.#makeRoom();
    this.#words.set([area, index, inode.low, inode.high], this.#to * KEY_WORDS);
    this.#to += 1;
  }

  #makeRoom(): void {
    if ((this.#to + 1) * KEY_WORDS <= this.#words.length) return;
    const kept = this.#words.subarray(this.#from * KEY_WORDS, this.#to * KEY_WORDS);
    const words = new Uint32Array(Math.max(KEYS_FIRST * KEY_WORDS, 2 * kept.length));
    words.set(kept);
    this.#words = words;
    this.#to -= this.#from;
    this.#from = 0;
  }

  #reset(): void {
    this.#words = new Uint32Array();
    this.#from = this.#to = 0;
  }

  /** Takes out the oldest key, if one waits. */
  take(): EvictedPage | undefined {
    if (this.count === 0) return undefined;
    const key = this.#keyAt(this.#from++);
    if (this.count === 0) this.#reset();
    return key;
  }

  /** Answers how many keys were given up, and begins anew. */
  takeLost(): number {
    const lost = this.#lost;
    this.#lost = 0;
    return lost;
  }

  /** Forgets the keys of an area whose number is about to be free. */
  forget(area: AreaHandle): void {
    let to = this.#from;
    for (let i = this.#from; i < this.#to; i++) {
      if (this.#words[i * KEY_WORDS] === area) continue;
      this.#words.copyWithin(to * KEY_WORDS, i * KEY_WORDS, (i + 1) * KEY_WORDS);
      to += 1;
    }
    this.#to = to;
    if (this.count === 0) this.#reset();
  }

  #keyAt(i: number): EvictedPage {
    const word = (at: number) => this.#words[i * KEY_WORDS + at] as number;
    return { area: word(0) as AreaHandle, index: word(1), inode: { low: word(2), high: word(3) } };
  }
}
