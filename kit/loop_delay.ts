/**
 * loop_delay.ts - how long the event loop of the main thread keeps a timer waiting, without what other
 * processes take.
 *
 * A timer of a millisecond looks at the clock each time. Of what it came late, only the time that the thread
 * has run meanwhile is the program's doing: Linux counts it for each thread (/proc/PID/task/TID/schedstat).
 * For the rest the thread had no processor, or ran for another thread of this process that had none.
 * Elsewhere nothing is taken off.
 */
import { readFileSync } from "node:fs";
import { ascending, quantile } from "./statistics.js";

const SCHEDSTAT = `/proc/self/task/${process.pid}/schedstat`;
const TIMER_MS = 1;

/** Milliseconds that the main thread has run. */
function ranMs(): number {
  try {
    return Number(readFileSync(SCHEDSTAT, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

export interface LoopDelay {
  /** Milliseconds that 99 of 100 timers came late at most, and the latest one. */
  p99: number;
  most: number;
  /** The same by the clock: with what other processes took. */
  p99ByClock: number;
  /** How long the work took. */
  ms: number;
}

/** The delay of the event loop while something is done. */
export async function loopDelay(work: () => Promise<unknown>): Promise<LoopDelay> {
  const own: number[] = [];
  const byClock: number[] = [];
  let [at, ran] = [performance.now(), ranMs()];
  const began = at;
  const look = () => {
    const [now, ranNow] = [performance.now(), ranMs()];
    const late = Math.max(0, now - at - TIMER_MS);
    byClock.push(late);
    own.push(Math.min(late, ranNow - ran));
    [at, ran] = [now, ranNow];
    timer = setTimeout(look, TIMER_MS);
  };
  let timer = setTimeout(look, TIMER_MS);
  await work();
  clearTimeout(timer);
  look();
  clearTimeout(timer);
  const sorted = ascending(own);
  return {
    p99: quantile(sorted, 0.99),
    most: quantile(sorted, 1),
    p99ByClock: quantile(ascending(byClock), 0.99),
    ms: performance.now() - began,
  };
}
