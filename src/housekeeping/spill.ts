/**
 * spill.ts - cold bodies leave for devices before a store has to wait for it, and segments there are cleaned.
 */
import type { Run } from "./run.js";

/** Milliseconds that a step of cleaning may take. */
const CLEAN_MS = 2;

/** Lets bodies leave until enough is free, the host having run first. */
export async function leave(run: Run): Promise<void> {
  const { spilled } = run.router;
  await run.rest();
  while (run.open && spilled?.isLow && spilled.makeRoom() !== undefined) if (!(await run.next())) return;
}

/** Lets bodies leave until enough is free, then cleans until there is nothing to clean. */
export async function spill(run: Run): Promise<void> {
  const { spilled } = run.router;
  if (spilled === undefined) return;
  if (spilled.outflow !== undefined) {
    // Beside the queue of verbs: devices that answer later may take long.
    if (spilled.outflow.isLow) spilled.outflow.begin();
    spilled.cleanLater(CLEAN_MS).catch(() => undefined);
  }
  while (run.open && spilled.isLow && spilled.makeRoom() !== undefined) if (!(await run.next())) return;
  while (run.open && spilled.log.sync && (spilled.log.clean(CLEAN_MS) as number) > 0)
    if (!(await run.next())) return;
}
