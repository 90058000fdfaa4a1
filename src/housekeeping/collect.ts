/**
 * collect.ts - makes the host's collector run, so that memory the pool has let go of is the system's again.
 *
 * V8 ignores linear memory when it decides whether to collect. So a few untouched buffers are allocated, of
 * which it is told.
 */
import { now, type Timers } from "../base/timers.js";
import type { Run } from "./run.js";

/**
 * Untouched, such a buffer takes address space and no memory. Two of them are beyond the external memory that
 * V8 lets pass without a full collection (64 MiB).
 */
const NUDGE_BYTES = 64 * 2 ** 20;
const NUDGES = 4;
/** How long the collector is waited for, and between two nudges. */
const COLLECT_MS = 3000;
const COLLECT_PAUSE_MS = 10;
/** The collector hands large buffers back from a thread of its own, a little later. */
const COLLECT_SETTLE_MS = 100;

/**
 * Nudges the collector until everything in `gone` is collected, three seconds have passed, or the pool is
 * closed.
 */
export async function collect({ gone, background, signal }: Run, timers: Timers): Promise<void> {
  if (gone.length === 0) return;
  const until = now() + COLLECT_MS;
  while (!timers.closed && now() < until && gone.some((one) => one.deref() !== undefined)) {
    // What a WeakRef has shown is kept until the present job ends.
    await timers.pause(COLLECT_PAUSE_MS, background, signal);
    nudge();
    await timers.pause(COLLECT_PAUSE_MS, background, signal);
  }
  await timers.pause(COLLECT_SETTLE_MS, background, signal);
}

/** Gives the collector a reason to run. */
export function nudge(): void {
  try {
    for (let i = 0; i < NUDGES; i++) new ArrayBuffer(NUDGE_BYTES);
  } catch {
    // A host that is out of address space has just collected.
  }
}
