/**
 * timing.ts - how long work takes this process, and when JavaScript was collected meanwhile.
 *
 * Processor time leaves out what else the machine does.
 */
import { type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";

/** Milliseconds of processor time that this process has used. */
export function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time that the call took. */
export function cpuMs(call: () => void): number {
  const before = cpuNow();
  call();
  return cpuNow() - before;
}

/** Between two readings of performance.now(). */
export interface Span {
  start: number;
  end: number;
}

/** When JavaScript was collected, from the making of this object on. */
export class Collections {
  readonly #seen: PerformanceEntry[] = [];
  readonly #observer = new PerformanceObserver((list) => this.#seen.push(...list.getEntries()));

  constructor() {
    this.#observer.observe({ entryTypes: ["gc"] });
  }

  /** Ends the watch, once the host has told of the last collection. */
  async stop(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 10));
    this.#observer.disconnect();
  }

  /** Whether a collection ran during the span. */
  overlap({ start, end }: Span): boolean {
    return this.#seen.some((one) => one.startTime < end && one.startTime + one.duration > start);
  }
}
