/**
 * breaker.ts - owns whether a device is written to: in service, full, or out of service until a probe.
 *
 *   serving ──full──► full      written to again after a drop, or a second later
 *   serving ──else──► down      nothing is written; after 1 s, 2 s, 4 s .. 60 s one probe
 *   down ──probe well──► serving
 *
 * Reads are tried in every state. The wait goes back to a second once a segment was written, not once a probe
 * was: a device that fails between probes is asked less and less.
 */

import type { Clock } from "./clock.js";

export type DeviceState = "serving" | "full" | "down";

const FULL_MS = 1000;
const FIRST_MS = 1000;
const LONGEST_MS = 60_000;
/** The wait is longer by up to this part of itself, so that many processes do not probe at one moment. */
const JITTER = 0.25;

export class Breaker {
  readonly #clock: Clock;
  /** Told of each change of state. */
  readonly #changed: (state: DeviceState) => void;
  #state: DeviceState = "serving";
  #until = 0;
  #wait = 0;

  constructor(clock: Clock, changed: (state: DeviceState) => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get state(): DeviceState {
    return this.#state;
  }

  /** Milliseconds until it is tried again; 0 in service. */
  get retryMs(): number {
    return this.#state === "serving" ? 0 : Math.max(0, this.#until - this.#clock.now());
  }

  /** What may be written now: a segment, a probe, or nothing. */
  get allows(): "segment" | "probe" | "nothing" {
    if (this.retryMs > 0) return "nothing";
    return this.#state === "down" ? "probe" : "segment";
  }

  /** A segment was written. */
  wrote(): void {
    this.#wait = 0;
    this.#become("serving");
  }

  /** A probe was written and read back. */
  probed(): void {
    this.#become("serving");
  }

  /** The device said that it is full. */
  full(): void {
    this.#until = this.#clock.now() + FULL_MS;
    this.#become("full");
  }

  /** A segment was dropped: a full device may have room now. */
  dropped(): void {
    if (this.#state === "full") this.#become("serving");
  }

  /** Anything else went wrong. What was under way when that was known already tells nothing new. */
  failed(): void {
    if (this.#state === "down" && this.retryMs > 0) return;
    this.#wait = Math.min(LONGEST_MS, Math.max(FIRST_MS, 2 * this.#wait));
    const wait = Math.min(LONGEST_MS, this.#wait * (1 + JITTER * this.#clock.draw()));
    this.#until = this.#clock.now() + wait;
    this.#become("down");
  }

  #become(state: DeviceState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#changed(state);
  }
}
