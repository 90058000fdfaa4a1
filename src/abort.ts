/**
 * abort.ts - signals that end work early: AbortSignals of any realm, and those of polyfills.
 *
 * A signal lives as long as its application likes, work does not. So nothing stays with a signal: a listener for each wait, and
 * gone with it. One promise for all waits of a restore would be simpler; each race against it would hang a reaction on it, with
 * the step that it raced, until the signal goes.
 */
import { typeError } from "./errors.js";
import { readForeign } from "./foreign.js";

/** As much of an AbortSignal as is used here. One of another realm or of a polyfill will do. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  /** What work that it ends is rejected with; an AbortError where it has none. */
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** A signal, or undefined if none was given. */
export function checkSignal(value: unknown): AbortSignalLike | undefined {
  if (value === undefined) return undefined;
  const signal = value as AbortSignalLike;
  const whole = () =>
    typeof value === "object" &&
    value !== null &&
    typeof signal.aborted === "boolean" &&
    typeof signal.addEventListener === "function" &&
    typeof signal.removeEventListener === "function";
  if (!readForeign("signal", whole)) throw typeError("signal", "an AbortSignal", value);
  return signal;
}

export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw reasonOf(signal);
}

function reasonOf({ reason }: AbortSignalLike): unknown {
  if (reason !== undefined) return reason;
  const message = "the signal was aborted";
  if (typeof DOMException === "function") return new DOMException(message, "AbortError");
  return new AbortError(message);
}

/** As a host without DOMException would have it. */
class AbortError extends Error {
  override readonly name = "AbortError";
}

/** Settles as `step` does, or rejects with the signal's reason as soon as that is aborted. What `step` comes to then is dropped. */
export async function orAborted<T>(step: PromiseLike<T>, signal: AbortSignalLike | undefined): Promise<T> {
  if (signal === undefined) return step;
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(reasonOf(signal));
  });
  const settled = Promise.race([aborted, step]);
  // Nobody waits for this where the signal throws, or was aborted before.
  settled.catch(() => undefined);
  try {
    throwIfAborted(signal);
    signal.addEventListener("abort", abort);
    return await settled;
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
