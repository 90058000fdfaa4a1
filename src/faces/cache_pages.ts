/**
 * cache_pages.ts - pages of a cache, each of which the pool may evict at any time. A value is here as a whole
 * or not at all: when the pool has taken one of its pages, it is lost.
 *
 *   area 0, offset        a shared page                          (file system, inode 0, index)
 *   area, offset          a page of a value with its own ones    (file system, inode, index)
 *
 * Such a value's area is its number: the hash of its key below, and above it from 1 on the first that no
 * other value of that hash has. So an evicted page leads to its value without a table. And a value that comes
 * again has the keys of pages that the pool remembers to have evicted.
 *
 * Owns:   numbers of values that are being stored.
 */
import { SpillwayError } from "../base/errors.js";
import type { StoreOptions } from "../base/options/client.js";
import type { Cleancache } from "../clients/cleancache.js";
import type { ClientStats } from "../telemetry/stats_types.js";
import type { KeyIndex } from "./key_index.js";
import { type MapClient, type PageRoom, SHARED_AREA } from "./map_pages.js";
import type { Numbering } from "./own_pages.js";

const NUMBERS_MAX = 0xffff;

/** Pages that were evicted. */
export interface EvictedPages {
  /** Area and offset in turn. */
  pages: number[];
  /** There were more: any page may be gone. */
  lost: boolean;
}

/** A client whose pages may be evicted. */
export class CacheClient implements MapClient {
  readonly name: string;
  readonly #cache: Cleancache;

  constructor(cache: Cleancache) {
    this.name = cache.name;
    this.#cache = cache;
  }

  begin(): CacheRoom {
    return new CacheRoom(this.#cache);
  }

  stats(): ClientStats {
    return this.#cache.stats();
  }

  close(): void {
    this.#cache.close();
  }
}

export class CacheRoom implements PageRoom {
  readonly #cache: Cleancache;
  readonly #fs: number;
  /** By area, values that are being stored: whether one of their pages was evicted. */
  readonly #coming = new Map<number, boolean>();

  constructor(cache: Cleancache) {
    this.#cache = cache;
    this.#fs = cache.initFs();
  }

  /** The area of a value that is about to be stored, until `came`. False: it has one already. */
  coming(area: number): boolean {
    if (this.#coming.has(area)) return false;
    this.#coming.set(area, false);
    return true;
  }

  /** A value was stored, or refused. True if no page of it was evicted. */
  came(area: number): boolean {
    const torn = this.isTorn(area);
    this.#coming.delete(area);
    return !torn;
  }

  isTorn(area: number): boolean {
    return this.#coming.get(area) === true;
  }

  /** A page of an area was evicted: if its value is still being stored, it will not be whole. */
  tear(area: number): void {
    if (this.#coming.has(area)) this.#coming.set(area, true);
  }

  /** The same for every value that is being stored. */
  tearAll(): void {
    for (const area of this.#coming.keys()) this.#coming.set(area, true);
  }

  store(area: number, offset: number, page: Uint8Array, options: StoreOptions | undefined): boolean {
    return this.#cache.putPage(this.#fs, area, offset, page, options) && !this.isTorn(area);
  }

  load(area: number, offset: number, target: Uint8Array): number {
    return this.#cache.getBytes(this.#fs, area, offset, target);
  }

  drop(area: number, offset: number): void {
    this.#cache.invalidatePage(this.#fs, area, offset);
  }

  has(area: number, offset: number): boolean {
    return this.#cache.has(this.#fs, area, offset);
  }

  touch(area: number, offset: number): void {
    this.#cache.touch(this.#fs, area, offset);
  }

  /** Pages that may be evicted are on no device. */
  async whenRead<T>(_area: number, _offsets: readonly number[], _signal: unknown, verb: () => T): Promise<T> {
    return verb();
  }

  end(): void {
    this.#cache.invalidateFs(this.#fs);
  }

  /** What was evicted since this was asked last. */
  takeEvicted(): EvictedPages {
    const { keys, lost } = this.#cache.takeEvicted();
    const pages = keys
      .filter(({ fs }) => fs === this.#fs)
      .flatMap(({ inode, index }) => [Number(inode), index]);
    return { pages, lost: lost > 0 };
  }
}

/** Numbers by the hash of the key. */
export class ByHash implements Numbering {
  high = 0;
  where = 0;
  readonly #room: CacheRoom;
  readonly #index: KeyIndex;

  constructor(room: CacheRoom, index: KeyIndex) {
    this.#room = room;
    this.#index = index;
  }

  take(hash: number): void {
    this.where = hash;
    for (this.high = 1; this.high <= NUMBERS_MAX; this.high++)
      if (this.#index.findOwn(hash, hash, this.high) < 0 && this.#room.coming(this.area(this.high, hash)))
        return;
    throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", `${NUMBERS_MAX} keys have the same hash`);
  }

  isTorn(area: number): boolean {
    return this.#room.isTorn(area);
  }

  giveBack(): void {}

  came(area: number): boolean {
    return this.#room.came(area);
  }

  area(high: number, where: number): number {
    return high * 2 ** 32 + where;
  }

  offset(): number {
    return SHARED_AREA;
  }
}

/** The slot of the value to which an area belongs, or -1. */
export function slotOfArea(index: KeyIndex, area: number): number {
  const where = area % 2 ** 32;
  return index.findOwn(where, where, Math.floor(area / 2 ** 32));
}
