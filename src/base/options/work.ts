/**
 * work.ts - options of work beside the host's own: compacting, shrinking, recompressing.
 */
import { type AbortSignalLike, checkSignal } from "../abort.js";
import { idleOr, numberOr, parseBytes, type Reader, readTable } from "./parse.js";

/** How much time work beside the host's own may take, and what ends it. */
export interface WorkOptions {
  /**
   * Milliseconds of work to spend at most, above 0; then the verb resolves with what it has achieved.
   * Default: no bound.
   */
  budgetMs?: number;
  /** Ends the work early: the verb rejects with the signal's reason. What was achieved until then stays. */
  signal?: AbortSignalLike;
}

/** Options of pool.recompress. */
export interface RecompressOptions extends WorkOptions {
  /** Milliseconds for which a page must not have been used, below 2^31; 0, the default, takes all pages. */
  minIdle?: number;
}

const WORK = {
  budgetMs: numberOr(undefined, "a number of milliseconds above 0", (ms) => ms > 0),
  signal: (_: string, value: unknown) => checkSignal(value),
} satisfies Record<keyof WorkOptions, Reader<unknown>>;

const RECOMPRESS = {
  ...WORK,
  minIdle: idleOr(0),
} satisfies Record<keyof RecompressOptions, Reader<unknown>>;

/** Options of a verb that works, called `what` in messages. */
export function checkWorkOptions(what: string, value: unknown): WorkOptions {
  return given(readTable(what, value, WORK).values);
}

/** Options of pool.recompress. */
export function checkRecompressOptions(value: unknown): RecompressOptions {
  const { minIdle, ...work } = readTable("recompress options", value, RECOMPRESS).values;
  return { ...given(work), minIdle };
}

/** Leaves out what was not given. */
function given({
  budgetMs,
  signal,
}: {
  budgetMs: number | undefined;
  signal: AbortSignalLike | undefined;
}): WorkOptions {
  return { ...(budgetMs !== undefined && { budgetMs }), ...(signal !== undefined && { signal }) };
}

/** Bytes to which a pool is to shrink. */
export function checkTarget(value: unknown): number {
  return parseBytes("targetBytes", value);
}
