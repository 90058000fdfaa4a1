/**
 * spill_map.ts - a Map of string keys to values that lie compressed in a pool.
 *
 * `pool.map()` makes it. A value is serialised, small ones share pages, and all pages are those of a client
 * of the map's own. In a map they persist: what was set stays until it is overwritten or deleted, its time is
 * up, or the map ends. A cache (spill_cache.ts) is a map whose pages may be evicted, and its values with
 * them. The values used most may be kept as they are as well. How all that is done: map_state.ts.
 */
import { throwIfAborted } from "../base/abort.js";
import { typeError } from "../base/errors.js";
import { FIGURES, figures, Handle } from "../base/handle.js";
import {
  type CheckedMapOptions,
  checkMapStreamOptions,
  type SpillMapSource,
  type SpillMapStreamOptions,
} from "../base/options/map.js";
import { checkWaitOptions, type WaitOptions } from "../base/options/wait.js";
import type { ClientStats } from "../telemetry/stats_types.js";
import { readAt, readAtLater, readerOf, writerOf } from "./map_parts.js";
import { type MapParts, MapState } from "./map_state.js";
import { writableOf, writeAll } from "./value_streams.js";

/** What a map has and did. Bytes outside of linear memory are those of JavaScript arrays. */
export interface SpillMapStats {
  name: string;
  /** Keys that are here; values whose time is up may be counted until they are swept. */
  values: number;
  /** Serialised bytes of all values. */
  rawBytes: number;
  /** Bytes of the keys themselves, each with its length; in `indexBytes` too. Outside of linear memory. */
  keyBytes: number;
  /** Everything that leads from keys to values, keys included, used or not. Outside of linear memory. */
  indexBytes: number;
  /** Pages of small values that are not full or were refused, still in memory. Outside of linear memory. */
  openBytes: number;
  /** Values that are also kept as they are, and their serialised bytes, each counted as 32 at least. */
  hotValues: number;
  hotBytes: number;
  /** Pages that small values share, and what is dead in them and not reclaimed. */
  sharedPages: number;
  deadBytes: number;
  /** Pages of values that have their own. */
  ownPages: number;
  /** Sets that were accepted, and those that were refused. */
  sets: number;
  refusedSets: number;
  /** Gets that found a hot value, one in pages, or none. */
  hotHits: number;
  coldHits: number;
  misses: number;
  /** Values whose time was up. */
  expired: number;
  /** Shared pages that were rewritten because of what was dead in them. */
  repackedPages: number;
  /** The map's pages in the pool. */
  client: ClientStats;
}

/** Values that are waited for together. */
const TOGETHER = 64;

/** What the library keeps for a map. @internal */
export let mapStateOf: <V>(map: SpillMap<V>) => MapState;

export class SpillMap<V = unknown> extends Handle {
  /** For messages. */
  readonly name: string;
  readonly #state: MapState;

  static {
    mapStateOf = (map) => map.#state;
  }

  /** Made by `pool.map()`; a cache names itself. @internal */
  constructor(parts: MapParts, options: CheckedMapOptions, kind = "SpillMap", maker = "pool.map()") {
    super(kind, typeof parts?.isFrozen === "function", maker);
    this.#state = new MapState(parts, options);
    this.name = this.#state.name;
  }

  // ── one key ──────────────────────────────────────────────────────────────────────────────────────────

  /**
   * The value of a key, or undefined. Throws errors that name the key: ERR_SPILLWAY_DAMAGED when its bytes
   * are not what was stored, ERR_SPILLWAY_DEVICE when its device does not answer, ERR_SPILLWAY_WOULD_BLOCK
   * when that answers later.
   */
  get(key: string): V | undefined {
    return this.#state.get(key, true) as V | undefined;
  }

  /** As `get`, and leaves the hot values as they are. */
  peek(key: string): V | undefined {
    return this.#state.get(key, false) as V | undefined;
  }

  /** As `get`, and waits for a device that answers later. The `signal` ends the waiting. */
  async getAsync(key: string, options: WaitOptions = {}): Promise<V | undefined> {
    const signal = checkWaitOptions("get options", options);
    throwIfAborted(signal);
    return this.#state.getLater(key, true, signal) as Promise<V | undefined>;
  }

  /** Whether a key has a value. */
  has(key: string): boolean {
    const space = this.#state.begin();
    return this.#state.find(space, key) >= 0;
  }

  /** Serialised bytes of the value of a key; undefined when there is none. */
  entryBytes(key: string): number | undefined {
    const space = this.#state.begin();
    const slot = this.#state.find(space, key);
    return slot < 0 ? undefined : space.index.bytes(slot);
  }

  /**
   * Sets the value of a key; a new key is the last in order. All or nothing: throws ERR_SPILLWAY_FULL when
   * the pool has no room or refuses stores, SpillwayTypeError for a value that cannot be kept, or what the
   * codec threw; the older value is still there then.
   */
  set(key: string, value: V): this {
    if (this.trySet(key, value)) return this;
    throw this.#state.full(key);
  }

  /**
   * As `set`, and answers whether the value was set. Throws for a wrong key or value, and what the codec
   * throws.
   */
  trySet(key: string, value: V): boolean {
    return this.#state.trySet(key, value);
  }

  /** Takes a key and its value out. True if it was here. */
  delete(key: string): boolean {
    return this.#state.delete(key);
  }

  // ── values in parts ──────────────────────────────────────────────────────────────────────────────────

  /**
   * A stream that writes the value of a key, an Uint8Array from then on. The value is set when the stream is
   * closed, as by `set`: until then an older one stays. A stream that is aborted or fails leaves nothing. It
   * fails with ERR_SPILLWAY_FULL when the pool refuses a page, with ERR_SPILLWAY_GONE when the map was
   * cleared meanwhile, with RangeError beyond 2^32 - 1 bytes.
   */
  writable(key: string, options: SpillMapStreamOptions = {}): WritableStream<ArrayBufferView | ArrayBuffer> {
    return writableOf(writerOf(this.#state, key), checkMapStreamOptions(options));
  }

  /** Sets the value of a key to the bytes that a source yields. Rejects as a stream of `writable` fails. */
  async setStream(key: string, source: SpillMapSource, options: SpillMapStreamOptions = {}): Promise<void> {
    const { pageSize } = this.#state.parts;
    await writeAll(writerOf(this.#state, key), source, pageSize, checkMapStreamOptions(options));
  }

  /**
   * The value of a key, which must be bytes, as a stream of Uint8Arrays; undefined when there is none. It
   * fails with ERR_SPILLWAY_GONE when the value is overwritten or deleted before it was read to its end.
   */
  readable(key: string, options: SpillMapStreamOptions = {}): ReadableStream<Uint8Array> | undefined {
    return readerOf(this.#state, key, checkMapStreamOptions(options));
  }

  /**
   * Fills the start of `target` with the bytes of a value, which must be bytes, from `offset` on. Answers how
   * many there were, 0 beyond its end; undefined when there is no value.
   */
  readAt(key: string, offset: number, target: ArrayBufferView): number | undefined {
    return readAt(this.#state, key, offset, target);
  }

  /** As `readAt`, and waits for a device that answers later. The `signal` ends the waiting. */
  async readAtAsync(
    key: string,
    offset: number,
    target: ArrayBufferView,
    options: WaitOptions = {},
  ): Promise<number | undefined> {
    const signal = checkWaitOptions("read options", options);
    throwIfAborted(signal);
    return readAtLater(this.#state, key, offset, target, signal);
  }

  // ── many keys ────────────────────────────────────────────────────────────────────────────────────────

  /** For each key what `get` answers. */
  getMany(keys: Iterable<string>): (V | undefined)[] {
    this.#state.begin();
    return Array.from(keys, (key) => this.get(key));
  }

  /** As `getMany`, and waits for devices that answer later, with 64 values at a time. */
  async getManyAsync(keys: Iterable<string>, options: WaitOptions = {}): Promise<(V | undefined)[]> {
    const signal = checkWaitOptions("get options", options);
    throwIfAborted(signal);
    this.#state.begin();
    const wanted = Array.from(keys);
    const values: (V | undefined)[] = [];
    for (let from = 0; from < wanted.length; from += TOGETHER) {
      const some = wanted.slice(from, from + TOGETHER);
      const got = await Promise.all(some.map((key) => this.#state.getLater(key, true, signal)));
      values.push(...(got as (V | undefined)[]));
    }
    return values;
  }

  /** Sets one entry after the other. When one throws, those before it are set, and no other. */
  setMany(entries: Iterable<readonly [string, V]>): this {
    this.#state.begin();
    for (const [key, value] of entries) this.set(key, value);
    return this;
  }

  /** Takes all keys and values out. */
  clear(): void {
    this.#state.clear();
  }

  /** How many keys have a value. First sweeps all values whose time is up. */
  get size(): number {
    return this.#state.size;
  }

  // ── iteration ────────────────────────────────────────────────────────────────────────────────────────
  // In the order in which keys were inserted, as a Map's: a key that is deleted before its turn does not
  // come, one that is added does. None of these changes which values are hot.

  keys(): IterableIterator<string> {
    this.#state.begin();
    return this.#state.walk((space, slot) => space.index.key(slot));
  }

  values(): IterableIterator<V> {
    this.#state.begin();
    return this.#state.walk((space, slot) => this.#state.value(space, slot, undefined, false) as V);
  }

  entries(): IterableIterator<[string, V]> {
    this.#state.begin();
    return this.#state.walk((space, slot) => {
      const key = space.index.key(slot);
      return [key, this.#state.value(space, slot, key, false) as V];
    });
  }

  [Symbol.iterator](): IterableIterator<[string, V]> {
    return this.entries();
  }

  /** As `entries`, and waits for devices that answer later: `for await (const [key, value] of map)`. */
  async *entriesAsync(options: WaitOptions = {}): AsyncGenerator<[string, V], undefined, undefined> {
    const signal = checkWaitOptions("entries options", options);
    this.#state.begin();
    yield* this.#state.walkLater(signal) as AsyncGenerator<[string, V], undefined, undefined>;
    return undefined;
  }

  [Symbol.asyncIterator](): AsyncGenerator<[string, V], undefined, undefined> {
    return this.entriesAsync();
  }

  forEach(call: (value: V, key: string, map: SpillMap<V>) => void, self?: unknown): void {
    if (typeof call !== "function") throw typeError("callback", "a function", call);
    for (const [key, value] of this.entries()) Reflect.apply(call, self, [value, key, this]);
  }

  // ── the map itself ───────────────────────────────────────────────────────────────────────────────────

  /** What the map has and did. */
  stats(): SpillMapStats {
    const { index, packer, own, rawBytes, reservedBytes } = this.#state.settled();
    const { name, parts, counters, hotValues, hotBytes } = this.#state;
    const { evicted: _, ...counted } = counters;
    return {
      name,
      values: index.size,
      rawBytes,
      keyBytes: index.keyBytes,
      indexBytes: reservedBytes,
      openBytes: packer.openBytes,
      hotValues,
      hotBytes,
      sharedPages: packer.pageCount,
      deadBytes: packer.deadBytes,
      ownPages: own.pages,
      ...counted,
      repackedPages: packer.repackedPages,
      client: parts.client.stats(),
    };
  }

  /** Drops everything. Later calls throw ERR_SPILLWAY_CLOSED; closing twice is fine. */
  override close(): void {
    this.#state.close();
  }

  /** @internal */
  [FIGURES](): string {
    const { storedPages, bytes } = this.#state.parts.client.stats();
    return figures(this.name, storedPages, bytes.counted, bytes.max);
  }
}
