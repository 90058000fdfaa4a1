/**
 * steps.ts - runs work that may have to wait, once for devices that answer at once and for those that do not.
 *
 * Work is a generator that yields what a device answered. A promise is waited for; anything else is handed
 * back at once. So work without a promise is done when `drive` returns, and no other code runs in between.
 */

/** Work in steps. Each yield answers what it was given, or what that promise resolved with. */
export type Steps<T> = Generator<unknown, T, unknown>;

/** Whether it is a promise, of this realm or another. Reads a foreign value once. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
  );
}

/** Runs work to its end: a promise of its answer if it had to wait. */
export function drive<T>(work: Steps<T>): T | Promise<T> {
  let step = work.next();
  while (!step.done) {
    if (isPromise(step.value)) return wait(work, step.value);
    step = work.next(step.value);
  }
  return step.value;
}

async function wait<T>(work: Steps<T>, first: PromiseLike<unknown>): Promise<T> {
  let step = await next(work, first);
  while (!step.done) step = await next(work, step.value);
  return step.value;
}

async function next<T>(work: Steps<T>, answer: unknown): Promise<IteratorResult<unknown, T>> {
  let value: unknown;
  try {
    value = await answer;
  } catch (error) {
    return work.throw(error);
  }
  return work.next(value);
}
