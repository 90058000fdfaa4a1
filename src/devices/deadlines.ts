/**
 * deadlines.ts - owns the deadlines of a device's calls: all of one length, with one timer for all of them.
 *
 * Keeps: calls end in the order in which they began, so the first one waited for is the next one due.
 */
import { now, type Timers } from "../base/timers.js";
import { DeviceFault } from "./faults.js";

interface Call {
  due: number;
  end(): void;
}

export class Deadlines {
  readonly #timers: Timers;
  readonly #ms: number;
  readonly #calls = new Set<Call>();
  #waiting = false;

  constructor(timers: Timers, ms: number) {
    this.#timers = timers;
    this.#ms = ms;
  }

  /** What a promise comes to, or a fault of kind "late" once the time is up or the timers are closed. */
  within<T>(promise: PromiseLike<T>, what: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const late = () => reject(new DeviceFault("late", `${what} took longer than ${this.#ms} ms`));
      const call = { due: now() + this.#ms, end: late };
      this.#calls.add(call);
      const over = () => this.#calls.delete(call);
      promise.then(
        (value) => {
          over();
          resolve(value);
        },
        (error) => {
          over();
          reject(error);
        },
      );
      void this.#watch();
    });
  }

  /** Ends calls as they fall due. There is one of these loops while there are calls. */
  async #watch(): Promise<void> {
    if (this.#waiting) return;
    this.#waiting = true;
    for (const [call] of this.#first()) {
      const ms = this.#timers.closed ? 0 : call.due - now();
      if (ms > 0) await this.#timers.pause(Math.ceil(ms), false);
      else if (this.#calls.delete(call)) call.end();
    }
    this.#waiting = false;
  }

  /** The call that is due next, again and again until there is none. */
  *#first(): Generator<[Call]> {
    for (let [call] = this.#calls; call !== undefined; [call] = this.#calls) yield [call];
  }
}
