/**
 * evictions.ts - which ephemeral pages went, told to whoever watches the process and to clients that ask for
 * their own keys; and letting them go on request.
 *
 * The engine counts evictions and calls nobody. So when somebody listens, and only then, the counter is
 * compared before and after a call, and each client's is asked for when it has risen. Keys the engine keeps,
 * of clients that ask, and evicts no more when it has no room for another: so they are taken when that is so
 * (gather), and when somebody wants to know.
 *
 * Owns:   how many evictions have been told of; keys that wait for their clients.
 * Keeps:  of a client either all keys that went since it asked last, or their number. They are bounded, for
 *         each client and for all.
 * Called: arenas.ts around stores and ends, keeper.ts to shrink, cleancache.ts for its own keys.
 */

import type { Accounts } from "./accounts.js";
import type { AreaHandle, Arena, EvictedPage } from "./arena.js";
import { type Diagnostics, type EvictedKey, type EvictMessage, tell } from "./diagnostics.js";
import { WAITING_MAX, Waiting } from "./evicted.js";
import type { Memory } from "./memory.js";

/**
 * Of the keys that others leave a client may have half, so that whoever loses pages next has some; and these
 * in any case.
 */
const KEYS_ALWAYS = 64;
/** The most keys that a message names. */
const NAMED_MAX = 4096;

/**
 * A client that asks: its keys, and by which number it calls the file system of an area that was `made` under
 * one.
 */
interface Asking {
  readonly waiting: Waiting;
  readonly fsOf: (area: AreaHandle, made: number) => number | undefined;
}

export class Evictions {
  readonly diagnostics: Diagnostics;
  readonly #memory: Memory;
  readonly #accounts: Accounts;
  /** Evictions when somebody was last told (Client.toldPages). */
  #told = 0;
  readonly #asking = new Map<number, Asking>();
  /** Keys that wait, of all clients. */
  #waiting = 0;
  /** Keys of the call that somebody is to be told of, while one is under way. */
  #watched: Map<number, EvictedKey[]> | undefined;

  constructor(memory: Memory, accounts: Accounts, diagnostics: Diagnostics) {
    this.#memory = memory;
    this.#accounts = accounts;
    this.diagnostics = diagnostics;
  }

  // ── told to whoever listens ──────────────────────────────────────────────────────────────────────────

  /** Whether somebody wants to be told of evictions. What went while nobody did is not told later. */
  watch(): boolean {
    if (!this.diagnostics.evict.hasSubscribers) return false;
    if (this.#told !== this.#memory.evictedLow) this.#each(() => undefined);
    if (this.#asking.size > 0) {
      this.gatherAll();
      this.#watched = new Map();
    }
    return true;
  }

  /** Tells what went since `watch`, a message for each client that lost some. */
  tell(reason: EvictMessage["reason"]): void {
    if (this.#watched !== undefined) this.gatherAll();
    const keys = this.#watched;
    this.#watched = undefined;
    if (this.#told === this.#memory.evictedLow) return;
    const { pool, evict } = this.diagnostics;
    this.#each((number, client, pages, bytes) => {
      const message: EvictMessage = { pool, client, pages, bytes, reason };
      // The client may be closed by whoever was told of another one.
      if (keys !== undefined && this.#accounts.clients.get(number)?.asks)
        message.keys = keys.get(number) ?? [];
      tell(evict, message);
    });
  }

  #each(tell: (number: number, name: string, pages: number, bytes: number) => void): void {
    this.#told = this.#memory.evictedLow;
    this.#accounts.eachEvicted(tell);
  }

  // ── keys ─────────────────────────────────────────────────────────────────────────────────────────────

  /** From now on keys are kept for this client, whose account asks for them. */
  ask(client: number, fsOf: Asking["fsOf"]): void {
    this.#asking.set(client, { waiting: new Waiting(), fsOf });
  }

  /** Forgets a client, whose areas are closed. */
  forgetClient(client: number): void {
    this.#waiting -= this.#asking.get(client)?.waiting.count ?? 0;
    this.#asking.delete(client);
  }

  /** Forgets the keys of an area that is about to be closed: another one may have its number then. */
  forgetArea(area: AreaHandle): void {
    if (this.#asking.size === 0) return;
    this.gatherAll();
    const waiting = this.#asking.get(this.#accounts.areas.get(area)?.client ?? 0)?.waiting;
    if (waiting === undefined) return;
    this.#waiting -= waiting.count;
    waiting.forget(area);
    this.#waiting += waiting.count;
  }

  /**
   * Takes over the keys that wait in an arena. True when there were as many as may be: what it refused or did
   * not finish is then to be tried again.
   */
  gather(arena: Arena): boolean {
    return this.#asking.size > 0 && arena.takeKeys((page) => this.#add(page));
  }

  gatherAll(): void {
    for (const arena of this.#memory.list) this.gather(arena);
  }

  #add(page: EvictedPage): void {
    const client = this.#accounts.areas.get(page.area)?.client ?? 0;
    const asking = this.#asking.get(client);
    if (asking === undefined) return;
    this.#noteWatched(client, asking, page);
    const { waiting } = asking;
    const before = waiting.count;
    const left = this.#accounts.clientsMax - (this.#waiting - before);
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

  /** A key as its client knows it; undefined when it does not know the file system any more. */
  #keyOf({ fsOf }: Asking, { area, index, inode: { low, high } }: EvictedPage): EvictedKey | undefined {
    const known = this.#accounts.areas.get(area);
    const fs = known === undefined ? undefined : fsOf(area, known.type);
    if (fs === undefined) return undefined;
    const wide = high >= 2 ** 21;
    return { fs, inode: wide ? (BigInt(high) << 32n) | BigInt(low) : high * 2 ** 32 + low, index };
  }

  /**
   * Takes out up to `max` keys of a client, the oldest first, but for pages that are here again, as `isHere`
   * knows; or, if there were too many to be kept, only how many.
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

  // ── letting pages go ─────────────────────────────────────────────────────────────────────────────────

  /** Lets ephemeral pages go until at most `bytes` are in use, or none is left. */
  evictTo(bytes: number, reason: EvictMessage["reason"] = "shrink"): void {
    const memory = this.#memory;
    if (!this.#accounts.ephemeral) return;
    const live = memory.liveBytes;
    if (live <= bytes) return;
    const watched = this.watch();
    // Each arena gives its part; where one has too few such pages, the others make up for it.
    for (const arena of memory.list) this.#evict(arena, Math.ceil(((live - bytes) * arena.liveBytes) / live));
    for (const arena of memory.list)
      if (memory.liveBytes > bytes) this.#evict(arena, memory.liveBytes - bytes);
    if (watched) this.tell(reason);
  }

  /** In one call, or a call for each so many keys. */
  #evict(arena: Arena, bytes: number): void {
    let left = bytes;
    do left -= arena.evict(left);
    while (this.gather(arena) && left > 0);
  }

  /** Lets a client's pages go in one arena until it counts `bytes` less there. */
  evictOf(arena: Arena, client: number, bytes: number): void {
    let left = bytes;
    do left -= arena.evictOf(client, left);
    while (this.gather(arena) && left > 0);
  }
}
