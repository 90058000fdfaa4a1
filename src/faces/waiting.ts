/**
 * waiting.ts - verbs that can wait, made of verbs that cannot: each is tried, what it lacks is read, and it
 * is tried again.
 */
import { SpillwayError } from "../base/errors.js";

/** What lies on a device may move about there while it is read: it is read so often. */
const TURNS = 8;

/** What a verb answered; or that it would have to wait. */
export type Attempt<T> = { value: T } | { blocked: SpillwayError };

/** Tries a verb. Throws what it throws, unless it only has to wait. */
function attempt<T>(verb: () => T): Attempt<T> {
  try {
    return { value: verb() };
  } catch (error) {
    if (!wouldBlock(error)) throw error;
    return { blocked: error as SpillwayError };
  }
}

/** Whether a verb threw this because it cannot wait. */
export function wouldBlock(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "ERR_SPILLWAY_WOULD_BLOCK";
}

/**
 * Tries a verb until it need not wait. `read` reads what it lacks and then tries again, at once.
 *
 * @throws what the verb throws; ERR_SPILLWAY_DEVICE if what was read is never what is wanted
 */
export async function untilThere<T>(
  verb: () => T,
  read: (again: () => Attempt<T>) => Promise<Attempt<T>>,
): Promise<T> {
  let last = attempt(verb);
  for (let turn = 0; "blocked" in last && turn < TURNS; turn++) last = await read(() => attempt(verb));
  if ("value" in last) return last.value;
  const { message, type, offsets, key } = last.blocked;
  const where = { ...(type !== undefined && { type }), ...(offsets && { offsets }), ...(key && { key }) };
  throw new SpillwayError("ERR_SPILLWAY_DEVICE", `${message}; it was never read in time`, where);
}
