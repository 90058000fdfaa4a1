/**
 * map_state.ts - what the library keeps for a map or a cache, behind the object that its holder has; and the
 * steps of their verbs.
 *
 * Foreign code runs where a value is serialised or read back by a codec, in `dispose`, and in subscribers of
 * the process, which a store may call. Each may call the map: so nothing is remembered across such a call
 * that it could have changed, and departures are told last.
 *
 * Owns:   the space of keys and values, replaced as a whole when the map is cleared; which values are hot;
 *         iterations and readings under way; counters.
 */
import { type AbortSignalLike, throwIfAborted } from "../base/abort.js";
import { SpillwayError, SpillwayTypeError, typeError } from "../base/errors.js";
import { copyBytes, lengthOf } from "../base/foreign.js";
import type { CheckedMapOptions } from "../base/options/map.js";
import type { Channel } from "../telemetry/channels.js";
import { Cursors } from "./cursors.js";
import { Departures, type Left } from "./departures.js";
import { HotSet } from "./hot_set.js";
import type { HashSeed } from "./key_hash.js";
import type { MapClient, PagesAt } from "./map_pages.js";
import { VALUE_BYTES_MAX } from "./own_pages.js";
import { Serial, type Serialised, Tag, type ValueHost } from "./serial.js";
import { type Place, type SpaceSettings, ValueSpace } from "./value_space.js";
import { untilThere } from "./waiting.js";

/** What a pool gives a map. */
export interface MapParts {
  client: MapClient;
  pageSize: number;
  seed: HashSeed;
  host: ValueHost;
  /** Milliseconds that only go forward. */
  clock: () => number;
  /** Whether the pool refuses stores. Throws when the pool is closed. */
  isFrozen: () => boolean;
  /** Who hears of values that leave, and by which name the pool is known to them. */
  channel?: Channel;
  poolName: string;
  /** Of a cache: a count that changes whenever the pool evicts pages. */
  evictions?: () => number;
}

/** Values whose time is up that a verb sweeps at most. */
const SWEEP = 4;
/** A subscriber that clears the map at each store is not waited for longer. */
const TRIES = 4;

/** What is wrong with a value that cannot be read, by the code of the error. */
const TROUBLE: ReadonlyMap<string, string> = new Map([
  ["ERR_SPILLWAY_DAMAGED", "is damaged"],
  ["ERR_SPILLWAY_DEVICE", "could not be read from its device"],
  ["ERR_SPILLWAY_WOULD_BLOCK", "is on a device that answers later"],
]);

/** A value of which nobody has an object that could be kept as it is. */
const COLD = Symbol("cold");

/** A hot value of which copies are given. */
class Kept {
  readonly tag: number;
  readonly bytes: Uint8Array;

  constructor({ tag, bytes }: Serialised) {
    this.tag = tag;
    this.bytes = copyBytes(bytes) as Uint8Array;
  }
}

export class MapState {
  readonly name: string;
  readonly parts: MapParts;
  readonly departures: Departures;
  /** Values that are read in parts. */
  readonly readings = new Cursors();
  readonly counters = {
    sets: 0,
    refusedSets: 0,
    hotHits: 0,
    coldHits: 0,
    misses: 0,
    expired: 0,
    evicted: 0,
  };
  readonly #options: CheckedMapOptions;
  readonly #settings: SpaceSettings;
  readonly #serial: Serial;
  readonly #cursors = new Cursors();
  readonly #hot: HotSet | undefined;
  /** Undefined: the map is closed. */
  #space: ValueSpace | undefined;
  /** Changes of any kind: what was read before a call of foreign code may be old after it. */
  #changes = 0;
  #latestDue = 0;
  /** The count of evictions up to which values were taken out. */
  #evictionsSeen = 0;

  constructor(parts: MapParts, options: CheckedMapOptions) {
    const { client, pageSize, seed, channel, poolName } = parts;
    const { maxBytes, store, hotBytes, ttl, dispose } = options;
    this.name = client.name;
    this.parts = parts;
    this.#options = options;
    this.#serial = new Serial(options.codec, parts.host);
    this.#settings = { client, pageSize, maxBytes, store, seed, hot: hotBytes > 0, ttl: ttl > 0 };
    this.#space = new ValueSpace(this.#settings);
    if (hotBytes > 0) this.#hot = new HotSet(hotBytes, (slot) => this.#space?.index.setHot(slot, 0));
    const listeners = { dispose, channel, poolName, mapName: this.name };
    this.departures = new Departures(listeners, () => this.#maintain());
  }

  get hotValues(): number {
    return this.#hot?.size ?? 0;
  }

  get hotBytes(): number {
    return this.#hot?.bytes ?? 0;
  }

  /** The keys and values that the map has now. Throws when the map or its pool is closed. */
  open(): ValueSpace {
    if (this.#space === undefined)
      throw new SpillwayTypeError("ERR_SPILLWAY_CLOSED", `the map ${this.name} is closed`);
    this.parts.isFrozen();
    return this.#space;
  }

  /**
   * What each verb begins with. Takes out values that were evicted and a few whose time is up, which
   * `dispose` is told.
   */
  begin(): ValueSpace {
    const space = this.settled();
    return this.#settings.ttl && this.#sweep(space) ? this.settled() : space;
  }

  /** The same, without what was evicted. */
  settled(): ValueSpace {
    let space = this.open();
    while (this.#settle(space)) space = this.open();
    return space;
  }

  /** Takes out values of which the pool has evicted a page. True if there were any. */
  #settle(space: ValueSpace): boolean {
    const count = this.parts.evictions?.() ?? 0;
    if (count === this.#evictionsSeen) return false;
    const left: Left[] = [];
    try {
      space.eachEvicted((slot) => {
        left.push([space.index.key(slot), "evict", space.index.bytes(slot)]);
        this.#remove(space, slot);
      });
      this.#evictionsSeen = count;
    } finally {
      this.counters.evicted += left.length;
      if (left.length > 0) this.departures.tellWhenWhole(left);
    }
    return left.length > 0;
  }

  /** The slot of a key whose time is not up, or -1. */
  find(space: ValueSpace, key: string): number {
    checkKey(key);
    const slot = space.index.find(key);
    if (slot < 0 || !this.isExpired(space, slot)) return slot;
    this.expire(space, slot);
    return -1;
  }

  /** The value of a key, or undefined. `keep`: it becomes hot, and it is counted. */
  get(key: string, keep: boolean): unknown {
    const space = this.begin();
    const slot = this.find(space, key);
    if (slot >= 0) return this.value(space, slot, key, keep);
    if (keep) this.counters.misses += 1;
    return undefined;
  }

  /** The value of a slot, whose key is read if it is needed. `keep`: it becomes hot, and it is counted. */
  value(space: ValueSpace, slot: number, key: string | undefined, keep: boolean): unknown {
    const place = space.index.hot(slot) - 1;
    if (place >= 0 && this.#hot !== undefined) {
      if (keep) this.counters.hotHits += 1;
      // Once for each round of the hand. A second and a third use do not make its pages any younger.
      if (keep && !this.#hot.isUsed(place)) space.touch(slot);
      const value = keep ? this.#hot.get(place) : this.#hot.peek(place);
      return value instanceof Kept ? this.#serial.decode(value.tag, value.bytes, false) : value;
    }
    const tag = space.index.tag(slot);
    const owned = space.isOwned(slot);
    const bytes = this.named(key ?? (() => space.index.key(slot)), () => space.read(slot));
    if (!keep) return this.#serial.decode(tag, bytes, owned);
    this.counters.coldHits += 1;
    if (this.#hot === undefined) return this.#serial.decode(tag, bytes, owned);
    const kept = this.#options.copy ? new Kept({ tag, bytes }) : undefined;
    const changes = this.#changes;
    const value = this.#serial.decode(tag, bytes, owned);
    // A codec may have called the map: then this may be an older value, and its slot another's.
    if (changes === this.#changes) this.#heat(space, slot, value, kept);
    return value;
  }

  /** Reads a value; damage, and a device that does not answer or answers later, are told with the key. */
  named<T>(key: string | (() => string), read: () => T): T {
    try {
      return read();
    } catch (cause) {
      const { code, type, offsets = [] } = cause as SpillwayError;
      const trouble = TROUBLE.get(code);
      if (trouble === undefined) throw cause;
      const named = typeof key === "string" ? key : key();
      const message = `the value of ${shown(named)} ${trouble}`;
      const where = type === undefined ? {} : { type, offsets };
      throw new SpillwayError(code, message, { cause, key: named, ...where });
    }
  }

  /**
   * Does what reads a value, as soon as its pages are there. `pages` says which they are; undefined: the
   * value is gone.
   */
  whenRead<T>(
    pages: (space: ValueSpace) => PagesAt | undefined,
    signal: AbortSignalLike | undefined,
    verb: () => T,
  ): Promise<T> {
    return untilThere(verb, async (again) => {
      const space = this.begin();
      const wanted = pages(space);
      return wanted === undefined ? again() : space.whenRead(wanted, signal, again);
    });
  }

  /** The value of a key, or undefined, when it can be had. `keep` as for `get`. */
  async getLater(key: string, keep: boolean, signal: AbortSignalLike | undefined): Promise<unknown> {
    return this.whenRead(this.pagesOf(key), signal, () => this.get(key, keep));
  }

  /** Answers where the value of a key is, from byte `at` on `length` bytes of it. */
  pagesOf(key: string, at = 0, length = VALUE_BYTES_MAX): (space: ValueSpace) => PagesAt | undefined {
    return (space) => {
      const slot = this.find(space, key);
      if (slot < 0) return undefined;
      const bytes = space.index.bytes(slot);
      return space.pagesOf(slot, Math.min(at, bytes), Math.min(at + length, bytes));
    };
  }

  /** Keeps a value as it is, in place of an older one of this slot. */
  #heat(space: ValueSpace, slot: number, value: unknown, kept: Kept | undefined): void {
    const hot = this.#hot;
    if (hot === undefined) return;
    this.#cool(space, slot);
    const changeable = (typeof value === "object" && value !== null) || typeof value === "function";
    const one = kept !== undefined && changeable ? kept : value;
    space.index.setHot(slot, hot.add(slot, one, space.index.bytes(slot)) + 1);
  }

  #cool(space: ValueSpace, slot: number): void {
    const place = space.index.hot(slot) - 1;
    if (place < 0) return;
    this.#hot?.remove(place);
    space.index.setHot(slot, 0);
  }

  /** Sets the value of a key. False: refused, and nothing has changed. */
  trySet(key: string, value: unknown): boolean {
    this.begin();
    checkKey(key);
    const serialised = this.#serial.encode(value);
    if (lengthOf(serialised.bytes) > VALUE_BYTES_MAX)
      throw typeError("value", `of at most ${VALUE_BYTES_MAX} bytes when it is serialised`, value);
    if (this.#put(key, serialised, value)) return true;
    this.counters.refusedSets += 1;
    return false;
  }

  #put(key: string, serialised: Serialised, value: unknown): boolean {
    return this.departures.untilWhole((left) => this.#place(key, serialised, value, left));
  }

  #place(key: string, serialised: Serialised, value: unknown, left: Left[]): boolean {
    // Copied before a subscriber can change the caller's bytes.
    const kept = this.#hot !== undefined && this.#options.copy ? new Kept(serialised) : undefined;
    for (let tries = TRIES; tries > 0; tries--) {
      const space = this.open();
      if (this.parts.isFrozen()) return false;
      const place = space.place(key, serialised.bytes);
      // A subscriber has cleared or closed the map: what was placed is gone with it.
      if (space !== this.#space) continue;
      if (place === undefined) return false;
      this.#settle(space);
      const slot = this.#enter(space, key, serialised.tag, place, left);
      if (value === COLD) this.#cool(space, slot);
      else this.#heat(space, slot, value, kept);
      return true;
    }
    return false;
  }

  /** Sets the value of a key to bytes that nobody has as an object: it is not hot. */
  putBytes(key: string, bytes: Uint8Array): boolean {
    return this.#put(key, { tag: Tag.BYTES, bytes }, COLD);
  }

  /** Gives a key the bytes that came in parts. */
  enterBytes(space: ValueSpace, key: string, place: Place): void {
    this.departures.untilWhole((left) => this.#cool(space, this.#enter(space, key, Tag.BYTES, place, left)));
  }

  /** Gives a key the value that was placed. Answers its slot, which may still have an older hot value. */
  #enter(space: ValueSpace, key: string, tag: number, place: Place, left: Left[]): number {
    const older = space.index.find(key);
    const expired = older >= 0 && this.isExpired(space, older);
    if (older >= 0) left.push([key, expired ? "expire" : "set", space.index.bytes(older)]);
    if (expired) this.#remove(space, older);
    else if (older >= 0) this.readings.leave(older);
    const slot = space.enter(key, tag, place);
    this.#changes += 1;
    this.counters.sets += 1;
    if (expired) this.counters.expired += 1;
    if (this.#settings.ttl) space.index.setDue(slot, this.#nextDue());
    return slot;
  }

  /** Takes a key and its value out. True if it was here. */
  delete(key: string): boolean {
    const space = this.begin();
    const slot = this.find(space, key);
    if (slot < 0) return false;
    const left: Left = [key, "delete", space.index.bytes(slot)];
    this.#remove(space, slot);
    this.departures.tellWhenWhole([left]);
    return true;
  }

  #remove(space: ValueSpace, slot: number): void {
    this.#changes += 1;
    this.#cool(space, slot);
    this.readings.leave(slot);
    space.remove(slot);
  }

  /** Closes up what is dead, a bounded part of it. No slot is known after that. */
  #maintain(): void {
    const space = this.#space;
    if (space === undefined) return;
    const moved = space.index.wantsClosingUp ? space.closeUp() : undefined;
    if (moved !== undefined) {
      this.#changes += 1;
      this.#cursors.renumber(moved, space.index.end);
      this.readings.renumber(moved, space.index.end);
      this.#hot?.renumber(moved);
    }
    space.packer.maintain();
  }

  // ── time to live ─────────────────────────────────────────────────────────────────────────────────────

  /** Whether the time of a value is up. */
  isExpired(space: ValueSpace, slot: number): boolean {
    return this.#settings.ttl && space.index.due(slot) <= this.parts.clock();
  }

  #nextDue(): number {
    this.#latestDue = Math.max(this.#latestDue, Math.ceil(this.parts.clock() + this.#options.ttl));
    return this.#latestDue;
  }

  /** Takes out a value whose time is up. */
  expire(space: ValueSpace, slot: number): void {
    const left: Left = [space.index.key(slot), "expire", space.index.bytes(slot)];
    this.#remove(space, slot);
    this.counters.expired += 1;
    this.departures.tellWhenWhole([left]);
  }

  /** Takes out a few values whose time is up, the oldest first. True if there were any. */
  #sweep(space: ValueSpace): boolean {
    const left: Left[] = [];
    while (left.length < SWEEP) {
      const slot = space.index.firstDue;
      if (slot < 0 || !this.isExpired(space, slot)) break;
      left.push([space.index.key(slot), "expire", space.index.bytes(slot)]);
      this.#remove(space, slot);
    }
    if (left.length === 0) return false;
    this.counters.expired += left.length;
    this.departures.tellWhenWhole(left);
    return true;
  }

  // ── many values ──────────────────────────────────────────────────────────────────────────────────────

  /** How many keys have a value. First sweeps all values whose time is up. */
  get size(): number {
    let space = this.begin();
    while (this.#settings.ttl && this.#sweep(space)) space = this.open();
    return space.index.size;
  }

  /** Takes all keys and values out. */
  clear(): void {
    const space = this.begin();
    this.#changes += 1;
    this.#hot?.clear();
    this.#space = new ValueSpace(this.#settings);
    this.#cursors.rewind();
    this.readings.leave();
    space.end();
    this.departures.tell(allKeys(space, "clear"));
  }

  /** Drops everything. Does nothing the second time. */
  close(): void {
    const space = this.#space;
    if (space === undefined) return;
    this.#space = undefined;
    this.#changes += 1;
    this.#hot?.clear();
    this.parts.client.close();
    this.departures.tell(allKeys(space, "close"));
  }

  /** What `pick` says of each slot, in the order of insertion, through whatever changes meanwhile. */
  *walk<T>(pick: (space: ValueSpace, slot: number) => T): Generator<T, undefined, undefined> {
    const cursor = this.#cursors.begin();
    try {
      for (;;) {
        const space = this.begin();
        const slot = space.index.next(cursor.slot);
        if (slot < 0) return undefined;
        cursor.slot = slot + 1;
        if (!this.isExpired(space, slot)) yield pick(space, slot);
        else this.expire(space, slot);
      }
    } finally {
      this.#cursors.end(cursor);
    }
  }

  /** Keys and values as `walk`, each as soon as it can be had. */
  async *walkLater(signal: AbortSignalLike | undefined): AsyncGenerator<[string, unknown], undefined> {
    const cursor = this.#cursors.begin();
    try {
      for (;;) {
        throwIfAborted(signal);
        const space = this.begin();
        const slot = space.index.next(cursor.slot);
        if (slot < 0) return undefined;
        cursor.slot = slot + 1;
        const key = space.index.key(slot);
        const found = await this.whenRead(this.pagesOf(key), signal, () => this.#present(key));
        if (found !== undefined) yield [key, found.value];
      }
    } finally {
      this.#cursors.end(cursor);
    }
  }

  /** The value of a key, if there is one. */
  #present(key: string): { value: unknown } | undefined {
    const space = this.begin();
    const slot = this.find(space, key);
    return slot < 0 ? undefined : { value: this.value(space, slot, key, false) };
  }

  // ── of a cache ───────────────────────────────────────────────────────────────────────────────────────

  /** The pool has evicted pages in a verb of whatever client: takes out their values. */
  hear(): void {
    try {
      if (this.#space !== undefined) this.#settle(this.#space);
    } catch (error) {
      // The verb under way is another client's. What the pool throws, the next verb here meets again.
      if (!(error instanceof SpillwayError)) queueMicrotask(() => rethrow(error));
    }
  }

  /** The value of a key, which is then gone. */
  take(key: string): unknown {
    for (let tries = TRIES; ; tries--) {
      const space = this.begin();
      const slot = this.find(space, key);
      if (slot < 0) {
        this.counters.misses += 1;
        return undefined;
      }
      const left: Left = [key, "take", space.index.bytes(slot)];
      const changes = this.#changes;
      const value = this.value(space, slot, key, false);
      // A codec may have called the map: then this may be an older value.
      if (changes !== this.#changes && tries > 0) continue;
      if (changes === this.#changes) {
        if (space.index.hot(slot) > 0) this.counters.hotHits += 1;
        else this.counters.coldHits += 1;
        this.#remove(space, slot);
        this.departures.tellWhenWhole([left]);
      }
      return value;
    }
  }

  // ── errors ───────────────────────────────────────────────────────────────────────────────────────────

  /** A set was refused. */
  full(key: string): SpillwayError {
    const message = `${this.name} has no room for the value of ${shown(key)}`;
    return new SpillwayError("ERR_SPILLWAY_FULL", message, { key });
  }

  /** A value that is read or written in parts is no longer here. */
  gone(key: string): SpillwayError {
    const message = `the value of ${shown(key)} is no longer what the stream began with`;
    return new SpillwayError("ERR_SPILLWAY_GONE", message, { key });
  }
}

function* allKeys({ index }: ValueSpace, reason: "clear" | "close"): Generator<Left> {
  for (let slot = index.next(0); slot >= 0; slot = index.next(slot + 1))
    yield [index.key(slot), reason, index.bytes(slot)];
}

function rethrow(error: unknown): never {
  throw error;
}

export function checkKey(key: unknown): asserts key is string {
  if (typeof key !== "string") throw typeError("key", "a string", key);
}

/** A key as it may stand in a message. */
export function shown(key: string): string {
  return JSON.stringify(key.length > 40 ? `${key.slice(0, 37)}...` : key);
}
