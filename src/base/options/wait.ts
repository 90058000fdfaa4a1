/**
 * wait.ts - options of verbs that may have to wait for a device.
 */
import { type AbortSignalLike, checkSignal } from "../abort.js";
import { readTable } from "./parse.js";

/** Options of verbs that end in Async, and of pool.makeRoom. */
export interface WaitOptions {
  /** Ends the waiting: the verb rejects with the signal's reason. What others wait for goes on. */
  signal?: AbortSignalLike;
}

/** The signal of a verb that waits; `what` names its options in messages. */
export function checkWaitOptions(what: string, value: unknown): AbortSignalLike | undefined {
  const signal = (_what: string, one: unknown) => checkSignal(one);
  return readTable(what, value, { signal }).values.signal;
}
