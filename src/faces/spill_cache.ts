/**
 * spill_cache.ts - a SpillMap whose values may go when room is wanted: of what can be had again.
 *
 * `pool.cache()` makes it. Its pages are those of a cleancache: the pool evicts them in its order, which
 * knows what was used. When one page of a value goes, the whole value goes, with its key, at once.
 *
 * Owns:   which values are being made by `getOrSet`.
 */
import { typeError } from "../base/errors.js";
import type { CheckedMapOptions } from "../base/options/map.js";
import type { MapParts } from "./map_state.js";
import { mapStateOf, SpillMap, type SpillMapStats } from "./spill_map.js";

/** What a cache has and did: as of a map. */
export interface SpillCacheStats extends SpillMapStats {
  /** Values that went because room was wanted. */
  evicted: number;
}

/** A value that is being made. */
interface Making<V> {
  value: Promise<V>;
  /** The key was set, deleted or taken meanwhile: what is made is older than that. */
  overtaken: boolean;
}

export class SpillCache<V = unknown> extends SpillMap<V> {
  readonly #making = new Map<string, Making<V>>();

  /** Made by `pool.cache()`. @internal */
  constructor(parts: MapParts, options: CheckedMapOptions) {
    super(parts, options, "SpillCache", "pool.cache()");
  }

  /** The value of a key, which is then gone; undefined when there is none. */
  take(key: string): V | undefined {
    this.#overtake(key);
    return mapStateOf(this).take(key) as V | undefined;
  }

  /**
   * The value of a key, or what `make(key)` makes of it, which is then set. Calls that wait for one key share
   * one `make`: it is called once. A value for which there is no room is answered all the same. One that was
   * set, deleted, taken or cleared meanwhile stays as it is. Rejects with what `make` threw, or with
   * SpillwayTypeError for a value that cannot be kept; the next call asks again.
   */
  async getOrSet(key: string, make: (key: string) => V | PromiseLike<V>): Promise<V> {
    if (typeof make !== "function") throw typeError("make", "a function", make);
    if (this.has(key)) return this.get(key) as V;
    const known = this.#making.get(key);
    if (known !== undefined) return known.value;
    const making: Making<V> = { value: undefined as never, overtaken: false };
    making.value = this.#make(key, make, making);
    // It may have ended already: a `make` that throws at once.
    if (!making.overtaken) this.#making.set(key, making);
    return making.value;
  }

  override trySet(key: string, value: V): boolean {
    this.#overtake(key);
    return super.trySet(key, value);
  }

  override delete(key: string): boolean {
    this.#overtake(key);
    return super.delete(key);
  }

  override clear(): void {
    for (const key of [...this.#making.keys()]) this.#overtake(key);
    super.clear();
  }

  override close(): void {
    for (const key of [...this.#making.keys()]) this.#overtake(key);
    super.close();
  }

  override stats(): SpillCacheStats {
    return { ...super.stats(), evicted: mapStateOf(this).counters.evicted };
  }

  async #make(key: string, make: (key: string) => V | PromiseLike<V>, making: Making<V>): Promise<V> {
    try {
      const value = await make(key);
      if (!making.overtaken) this.trySet(key, value);
      return value;
    } finally {
      making.overtaken = true;
      if (this.#making.get(key) === making) this.#making.delete(key);
    }
  }

  /** A value that is being made for this key will not be set: the next caller has another one made. */
  #overtake(key: string): void {
    const making = this.#making.get(key);
    if (making === undefined) return;
    making.overtaken = true;
    this.#making.delete(key);
  }
}
