/**
 * budget.ts - owns the tokens of a device's write budget: so many bytes a day, an hour's worth at once.
 */
import type { Clock } from "./clock.js";

const DAY_MS = 24 * 3600 * 1000;
const BURST_MS = 3600 * 1000;

export class WriteBudget {
  readonly #clock: Clock;
  readonly #perMs: number;
  readonly #most: number;
  #tokens: number;
  #at: number;

  /** @param least bytes of the largest write, which must fit into an hour's worth, however small that is */
  constructor(bytesPerDay: number, least: number, clock: Clock) {
    this.#clock = clock;
    this.#perMs = bytesPerDay / DAY_MS;
    this.#most = Math.max(this.#perMs * BURST_MS, least);
    this.#tokens = this.#most;
    this.#at = clock.now();
  }

  /** Whether that many bytes may be written now. */
  allows(bytes: number): boolean {
    const now = this.#clock.now();
    if (this.#perMs < Number.POSITIVE_INFINITY)
      this.#tokens = Math.min(this.#most, this.#tokens + (now - this.#at) * this.#perMs);
    this.#at = now;
    return this.#tokens >= bytes;
  }

  /** They were written, or it was tried. */
  spend(bytes: number): void {
    this.#tokens -= bytes;
  }
}
