/**
 * evictions.ts - which ephemeral pages were evicted: told to whoever watches the process, and to clients that
 * ask for their own keys. And evictions on request.
 *
 * The engine counts evictions and calls nobody. While a subscriber listens, and only then, the counter is
 * compared before and after a call, and those of clients are read when it has risen. The engine keeps keys
 * for clients that ask, and stops evicting when it has no room for another key. So keys are taken over
 * whenever that happens (gather), and when somebody wants to know them.
 *
 * Owns:   how many evictions have been told; keys that wait for their clients.
 * Keeps:  of each client either all keys evicted since it last asked, or only their number. Keys are bounded,
 *         for each client and for all.
 */

import type { Arena } from "../engine/arena.js";
import type { AreaHandle, EvictedPage } from "../engine/keys.js";
import { type Channels, type EvictedKey, type EvictMessage, tell } from "../telemetry/channels.js";
import type { ArenaSet } from "./arena_set.js";
import { WAITING_MAX, Waiting } from "./evicted_keys.js";
import type { Registry } from "./registry.js";

/**
 * A client may have half of the keys that others leave, so that the next one has some; but always this many.
 */
const KEYS_ALWAYS = 64;
/** The most keys that a message names. */
const NAMED_MAX = 4096;

/** A client that asks for its keys. */
interface Asking {
  readonly waiting: Waiting;
  /**
   * By which number the client calls the file system of an area that was `made` under one; undefined if by
   * none.
   */
  readonly fsOf: (area: AreaHandle, made: number) => number | undefined;
}

export class Evictions {
  readonly diagnostics: Channels;
  readonly #memory: ArenaSet;
  readonly #registry: Registry;
  /** Evictions when subscribers were last told, modulo 2^32. */
  #told = 0;
  readonly #asking = new Map<number, Asking>();
  /** Keys that wait, of all clients together. */
  #waiting = 0;
  /** Calls of clients that want to know at once, and the count of evictions when they were called last. */
  readonly #listeners = new Map<number, () => void>();
  #heard = 0;
  /** Whether subscribers are told of the call under way. */
  #publishes = false;
  /** While a watched call is under way: the keys that subscribers are to be told, by client. */
  #watched: Map<number, EvictedKey[]> | undefined;

  constructor(memory: ArenaSet, registry: Registry, diagnostics: Channels) {
    this.#memory = memory;
    this.#registry = registry;
    this.diagnostics = diagnostics;
  }

  // ── told to subscribers ──────────────────────────────────────────────────────────────────────────────

  /**
   * Begins to watch. False when nobody subscribes or listens. What was evicted while nobody did is not told
   * later.
   */
  watch(): boolean {
    this.#publishes = this.diagnostics.evict.hasSubscribers;
    if (!this.#publishes) return this.#listeners.size > 0;
    if (this.#told !== this.#memory.evictedLow) this.#each(() => undefined);
    if (this.#asking.size > 0) {
      this.gatherAll();
      this.#watched = new Map();
    }
    return true;
  }

  /** Tells what was evicted since `watch`: a message for each client that lost pages. Then listeners know. */
  tell(reason: EvictMessage["reason"]): void {
    if (this.#publishes) this.#publish(reason);
    this.announce();
  }

  /** Calls the listeners if anything was evicted since they were called last. */
  announce(): void {
    if (this.#listeners.size === 0 || this.#heard === this.#memory.evictedLow) return;
    this.#heard = this.#memory.evictedLow;
    for (const call of [...this.#listeners.values()]) call();
  }

  #publish(reason: EvictMessage["reason"]): void {
    if (this.#watched !== undefined) this.gatherAll();
    const keys = this.#watched;
    this.#watched = undefined;
    if (this.#told === this.#memory.evictedLow) return;
    const { pool, evict } = this.diagnostics;
    this.#each((number, client, pages, bytes) => {
      const message: EvictMessage = { pool, client, pages, bytes, reason };
      // A subscriber that was told of another client may have closed this one.
      const asks = this.#registry.clients.get(number)?.asks && !this.#listeners.has(number);
      if (keys !== undefined && asks) message.keys = keys.get(number) ?? [];
      tell(evict, message);
    });
  }

  #each(tell: (number: number, name: string, pages: number, bytes: number) => void): void {
    this.#told = this.#memory.evictedLow;
    this.#registry.eachEvicted(tell);
  }

  // ── keys ─────────────────────────────────────────────────────────────────────────────────────────────

  /** From now on keys are kept for this client, which was opened with `evictedKeys`. */
  ask(client: number, fsOf: Asking["fsOf"]): void {
    this.#asking.set(client, { waiting: new Waiting(), fsOf });
  }

  /**
   * From now on this is called after each store and each shrink that evicted pages, those of others too. What
   * the pool did is complete then.
   */
  listen(client: number, call: () => void): void {
    this.#heard = this.#memory.evictedLow;
    this.#listeners.set(client, call);
  }

  /** Forgets a client, whose areas are closed. */
  forgetClient(client: number): void {
    this.#listeners.delete(client);
    this.#waiting -= this.#asking.get(client)?.waiting.count ?? 0;
    this.#asking.delete(client);
  }

  /** Forgets the keys of an area that is about to be closed: another one may have its number then. */
  forgetArea(area: AreaHandle): void {
    if (this.#asking.size === 0) return;
    this.gatherAll();
    const waiting = this.#asking.get(this.#registry.areas.get(area)?.client ?? 0)?.waiting;
    if (waiting === undefined) return;
    this.#waiting -= waiting.count;
    waiting.forget(area);
    this.#waiting += waiting.count;
  }

  /**
   * Takes over the keys that wait in an arena. True when as many waited as may: the arena then evicted no
   * more, and a store that it refused, or an eviction that it did not finish, is to be tried again.
   */
  gather(arena: Arena): boolean {
    return this.#asking.size > 0 && arena.clients.takeKeys((page) => this.#add(page));
  }

  /** Takes over the keys that wait in all arenas. */
  gatherAll(): void {
    for (const arena of this.#memory.each()) this.gather(arena);
  }

  #add(page: EvictedPage): void {
    const client = this.#registry.areas.get(page.area)?.client ?? 0;
    const asking = this.#asking.get(client);
    if (asking === undefined) return;
    this.#noteWatched(client, asking, page);
    const { waiting } = asking;
    const before = waiting.count;
    const left = this.#registry.clientsMax - (this.#waiting - before);
    waiting.add(page, Math.min(WAITING_MAX, Math.max(KEYS_ALWAYS, Math.floor(left / 2))));
    this.#waiting += waiting.count - before;
  }

  #noteWatched(client: number, asking: Asking, page: EvictedPage): void {
    if (this.#watched === undefined) return;
    const keys = this.#watched.get(client) ?? [];
    this.#watched.set(client, keys);
    const key = this.#keyOf(asking, page);
    if (key !== undefined && keys.length < NAMED_MAX) keys.push(key);
  }

  /** A key as its client knows it; undefined when the client has closed that file system. */
  #keyOf({ fsOf }: Asking, { area, index, inode: { low, high } }: EvictedPage): EvictedKey | undefined {
    const known = this.#registry.areas.get(area);
    const fs = known === undefined ? undefined : fsOf(area, known.type);
    if (fs === undefined) return undefined;
    const wide = high >= 2 ** 21;
    return { fs, inode: wide ? (BigInt(high) << 32n) | BigInt(low) : high * 2 ** 32 + low, index };
  }

  /**
   * Takes out up to `max` keys of a client, the oldest first, and leaves out pages that are here again, as
   * `isHere` says. When there were too many keys to keep, `lost` is their number.
   */
  take(
    client: number,
    max: number,
    isHere: (page: EvictedPage) => boolean,
  ): { keys: EvictedKey[]; lost: number } {
    this.gatherAll();
    const keys: EvictedKey[] = [];
    const asking = this.#asking.get(client);
    if (asking === undefined) return { keys, lost: 0 };
    const { waiting } = asking;
    const before = waiting.count;
    while (keys.length < max) {
      const page = waiting.take();
      if (page === undefined) break;
      const key = isHere(page) ? undefined : this.#keyOf(asking, page);
      if (key !== undefined) keys.push(key);
    }
    this.#waiting += waiting.count - before;
    return { keys, lost: waiting.takeLost() };
  }

  // ── evicting on request ──────────────────────────────────────────────────────────────────────────────

  /** Evicts ephemeral pages until at most `bytes` are live, or none is left. */
  evictTo(bytes: number, reason: EvictMessage["reason"] = "shrink"): void {
    const memory = this.#memory;
    if (!this.#registry.ephemeral) return;
    const live = memory.liveBytes;
    if (live <= bytes) return;
    const watched = this.watch();
    // Each arena evicts its part. Where one has too few ephemeral pages, the others evict more.
    for (const arena of memory.each())
      this.#evict(arena, Math.ceil(((live - bytes) * arena.liveBytes) / live));
    for (const arena of memory.each())
      if (memory.liveBytes > bytes) this.#evict(arena, memory.liveBytes - bytes);
    if (watched) this.tell(reason);
  }

  /** Evicts in one arena until `bytes` are free: in one call, or a call for each 256 keys. */
  #evict(arena: Arena, bytes: number): void {
    let left = bytes;
    do left -= arena.evict(left);
    while (this.gather(arena) && left > 0);
  }

  /** Evicts a client's pages in one arena until the client counts `bytes` less there. */
  evictOf(arena: Arena, client: number, bytes: number): void {
    let left = bytes;
    do left -= arena.clients.evict(client, left);
    while (this.gather(arena) && left > 0);
  }
}
