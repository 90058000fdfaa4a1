/**
 * clock.ts - time and chance for what waits and backs off, so that a test can set both.
 */
import { now } from "../base/timers.js";

export interface Clock {
  /** Milliseconds; never goes back. */
  now(): number;
  /** A number from 0 to below 1. */
  draw(): number;
}

/** The host's own. */
export const HOST_CLOCK: Clock = {
  now: () => now(),
  draw() {
    const [word = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
    return word / 2 ** 32;
  },
};
