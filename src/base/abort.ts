/**
 * abort.ts - signals that end work early: AbortSignals of any realm, and those of polyfills.
 *
 * A signal may outlive the work by far, so nothing of the work stays with it: each wait adds a listener and
 * removes it. One promise for all waits of a restore would be simpler. But each race against that promise
 * would leave a reaction on it, with the step that it raced, for as long as the signal lives.
 */
import { typeError } from "./errors.js";
import { readForeign } from "./foreign.js";

/** The parts of an AbortSignal that are used here. One of another realm or of a polyfill will do. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  /** Work that the signal ends rejects with this, or with an AbortError where the signal has none. */
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * A signal, or undefined if none was given.
 *
 * @throws ERR_SPILLWAY_ARG_TYPE for anything else
 */
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

/** Throws the signal's reason if it was aborted. */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw reasonOf(signal);
}

function reasonOf({ reason }: AbortSignalLike): unknown {
  if (reason !== undefined) return reason;
  const message = "the signal was aborted";
  if (typeof DOMException === "function") return new DOMException(message, "AbortError");
  return new AbortError(message);
}

/** In place of a DOMException where the host has none. */
class AbortError extends Error {
  override readonly name = "AbortError";
}

/**
 * Calls once with the signal's reason when it is aborted. Answers what ends that; nothing of the call stays
 * with the signal then.
 */
export function onAbort(signal: AbortSignalLike | undefined, call: (reason: unknown) => void): () => void {
  const stop = () => signal?.removeEventListener("abort", listener);
  const listener = () => {
    stop();
    if (signal !== undefined) call(reasonOf(signal));
  };
  signal?.addEventListener("abort", listener);
  return stop;
}

/**
 * Settles as `step` does, or rejects with the signal's reason as soon as it is aborted. The outcome of `step`
 * is dropped then.
 */
export async function orAborted<T>(step: PromiseLike<T>, signal: AbortSignalLike | undefined): Promise<T> {
  if (signal === undefined) return step;
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(reasonOf(signal));
  });
  const settled = Promise.race([aborted, step]);
  // If the signal throws, or was aborted before, nothing awaits this promise.
  settled.catch(() => undefined);
  try {
    throwIfAborted(signal);
    signal.addEventListener("abort", abort);
    return await settled;
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
