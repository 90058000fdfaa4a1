/**
 * evictions.ts - which ephemeral pages went, told to whoever watches the process; and letting them go on request.
 *
 * The engine counts evictions and calls nobody. So when somebody listens, and only then, the counter is compared before and
 * after a call, and each client's is asked for when it has risen.
 *
 * Owns:   how many evictions have been told of.
 * Called: arenas.ts around stores, keeper.ts to shrink.
 */

import type { Accounts } from "./accounts.js";
import { type Diagnostics, type EvictMessage, tell } from "./diagnostics.js";
import type { Memory } from "./memory.js";

export class Evictions {
  readonly diagnostics: Diagnostics;
  readonly #memory: Memory;
  readonly #accounts: Accounts;
  /** Evictions when somebody was last told (Client.toldPages). */
  #told = 0;

  constructor(memory: Memory, accounts: Accounts, diagnostics: Diagnostics) {
    this.#memory = memory;
    this.#accounts = accounts;
    this.diagnostics = diagnostics;
  }

  /** Whether somebody wants to be told of evictions. What went while nobody did is not told later. */
  watch(): boolean {
    if (!this.diagnostics.evict.hasSubscribers) return false;
    if (this.#told !== this.#memory.evictedLow) this.#each(() => undefined);
    return true;
  }

  /** Tells what went since `watch`, a message for each client that lost some. */
  tell(reason: EvictMessage["reason"]): void {
    if (this.#told === this.#memory.evictedLow) return;
    const { pool, evict } = this.diagnostics;
    this.#each((client, pages, bytes) =>
      tell(evict, { pool, client, pages, bytes, reason } satisfies EvictMessage),
    );
  }

  #each(tell: (name: string, pages: number, bytes: number) => void): void {
    this.#told = this.#memory.evictedLow;
    this.#accounts.eachEvicted(tell);
  }

  /** Lets ephemeral pages go until at most `bytes` are in use, or none is left. */
  evictTo(bytes: number, reason: EvictMessage["reason"] = "shrink"): void {
    const memory = this.#memory;
    if (!this.#accounts.ephemeral) return;
    const live = memory.liveBytes;
    if (live <= bytes) return;
    const watched = this.watch();
    // Each arena gives its part; where one has too few such pages, the others make up for it.
    for (const arena of memory.list) arena.evict(Math.ceil(((live - bytes) * arena.liveBytes) / live));
    for (const arena of memory.list) if (memory.liveBytes > bytes) arena.evict(memory.liveBytes - bytes);
    if (watched) this.tell(reason);
  }
}
