/**
 * client.ts - what frontswaps and cleancaches are alike in.
 *
 * A client is an object that one must hold: no name or number leads to it. What its holder can learn is about
 * itself.
 */
import { FIGURES, Handle } from "../base/handle.js";
import type { ClientSettings } from "../core/registry.js";
import type { Router } from "../core/router.js";
import type { ClientStats } from "../telemetry/stats_types.js";
import { ClientState } from "./state.js";

/**
 * What the library keeps for a client. Only modules of the library have this function, so a client's holder
 * does not get at the pool through it. @internal
 */
export let stateOf: (client: Client) => ClientState;

/** A client of a pool: its name, its figures and its end. What it stores and loads is said by its kind. */
export abstract class Client extends Handle {
  /** For messages; a frontswap is also claimed by it in a pool that was restored. */
  readonly name: string;
  readonly #state: ClientState;

  static {
    stateOf = (client) => client.#state;
  }

  /**
   * `routerOf` answers the pool's router or throws when the pool is closed; `scope` 0 shares equal pages with
   * all clients of scope 0; `maker` is the call that opens such a client. @internal
   */
  constructor(
    kind: string,
    maker: string,
    routerOf: () => Router,
    number: number,
    scope: number,
    settings: ClientSettings,
  ) {
    super(kind, typeof routerOf === "function", maker);
    this.#state = new ClientState(routerOf, number, scope, settings);
    this.name = settings.name;
  }

  /** What this client has, did and may: nothing of others. */
  stats(): ClientStats {
    return this.#state.stats();
  }

  /** Lets `stats().peaks` begin anew with what is kept now. */
  resetPeaks(): void {
    const { router, number } = this.#state;
    router.registry.resetPeaks(number);
  }

  /** @internal */
  [FIGURES](): string {
    return this.#state.describe();
  }
}
