/**
 * unclaimed.ts - clients out of an image that nobody has claimed yet, by name.
 *
 * Owns:   which clients wait, in the order in which they were opened.
 */
import type { Frontswap } from "./frontswap.js";

export class UnclaimedClients {
  readonly #all: Set<Frontswap>;
  readonly #named = new Map<string, Set<Frontswap>>();

  constructor(clients: readonly Frontswap[]) {
    this.#all = new Set(clients);
    for (const client of clients) {
      const named = this.#named.get(client.name);
      if (named === undefined) this.#named.set(client.name, new Set([client]));
      else named.add(client);
    }
  }

  /** Their names; a name comes as often as there are clients of it. */
  get names(): string[] {
    return Array.from(this.#all, ({ name }) => name);
  }

  /** Hands out the client of this name that was opened first; undefined when there is none. */
  claim(name: string): Frontswap | undefined {
    const named = this.#named.get(name);
    const claimed = named?.values().next().value;
    if (named === undefined || claimed === undefined) return undefined;
    named.delete(claimed);
    if (named.size === 0) this.#named.delete(name);
    this.#all.delete(claimed);
    return claimed;
  }
}
