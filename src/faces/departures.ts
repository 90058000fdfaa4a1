/**
 * departures.ts - values that leave a map: `dispose` and subscribers are told, when the change that made them
 * leave is whole.
 *
 * Owns:   values that left while a change is under way.
 */
import type { CheckedMapOptions, SpillCacheReason } from "../base/options/map.js";
import { type Channel, type DisposeMessage, tell } from "../telemetry/channels.js";

export type Left = [key: string, reason: SpillCacheReason, bytes: number];

/** Who is told. */
export interface Listeners {
  dispose: CheckedMapOptions["dispose"];
  channel: Channel | undefined;
  poolName: string;
  mapName: string;
}

export class Departures {
  readonly #listeners: Listeners;
  /** Closes up what is dead after a change. It may make other values leave. */
  readonly #closeUp: () => void;
  #waiting: Left[] | undefined;

  constructor(listeners: Listeners, closeUp: () => void) {
    this.#listeners = listeners;
    this.#closeUp = closeUp;
  }

  /** Makes a change, and tells of what left meanwhile when that is whole, or has failed. */
  untilWhole<T>(change: (left: Left[]) => T): T {
    const outer = this.#waiting;
    const left: Left[] = [];
    this.#waiting = left;
    try {
      return change(left);
    } finally {
      this.#waiting = outer;
      this.tellWhenWhole(left);
    }
  }

  /** After a change: closes up, and tells of what left. Within another change that does it. */
  tellWhenWhole(left: Left[]): void {
    if (this.#waiting !== undefined) {
      for (const one of left) this.#waiting.push(one);
      return;
    }
    // What leaves for the room that closing up takes is told after it, too.
    this.#waiting = left;
    try {
      this.#closeUp();
    } finally {
      this.#waiting = undefined;
    }
    this.tell(left);
  }

  /** Tells of all that left, and then throws what the first of these calls threw. Subscribers come last. */
  tell(left: Iterable<Left>): void {
    const { dispose, channel, poolName: pool, mapName: client } = this.#listeners;
    if (dispose === undefined && !channel?.hasSubscribers) return;
    let thrown: { error: unknown } | undefined;
    const sums = new Map<SpillCacheReason, { values: number; bytes: number }>();
    for (const [key, reason, bytes] of left) {
      const sum = sums.get(reason) ?? { values: 0, bytes: 0 };
      sums.set(reason, { values: sum.values + 1, bytes: sum.bytes + bytes });
      try {
        dispose?.(key, reason);
      } catch (error) {
        thrown ??= { error };
      }
    }
    if (channel?.hasSubscribers)
      for (const [reason, sum] of sums)
        tell(channel, { pool, client, ...sum, reason } satisfies DisposeMessage);
    if (thrown !== undefined) throw thrown.error;
  }
}
