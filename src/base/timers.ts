/**
 * timers.ts - the clock, and waiting, in every host. All waits of a pool end with the pool.
 *
 * The host's functions are taken when this file is loaded. Test runners (node:test, Vitest, Jest, sinon)
 * later replace timers by their own, which run when a test says so. A verb that waits for those never
 * settles, and the pool's timers would be among those that a test counts and runs. A host without timers at
 * that moment is asked again at each use: it can do all that does not wait.
 */
import { type AbortSignalLike, orAborted, throwIfAborted } from "./abort.js";
import { missingError } from "./errors.js";

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: undefined): void;
  close(): void;
}

/** Functions of a host that are used here; each may be missing. */
interface Host {
  setTimeout?: (callback: () => void, ms: number) => unknown;
  clearTimeout?: (timer: unknown) => void;
  setInterval?: (callback: () => void, ms: number) => unknown;
  clearInterval?: (timer: unknown) => void;
  setImmediate?: (callback: () => void) => unknown;
  clearImmediate?: (timer: unknown) => void;
  MessageChannel?: new () => { port1: Port; port2: Port };
  performance?: { now(): number };
}

const taken = take();

function take(): Host {
  const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } =
    globalThis as Host;
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate };
  // Node loads its channels when they are first named, which takes longer than the import of this library,
  // and needs none.
  const { MessageChannel } = (setImmediate === undefined ? globalThis : {}) as Host;
  return { ...timers, MessageChannel } as Host;
}

/** Take a function out before calling it: browsers want them called without an object. */
function host(): Host {
  return taken.setTimeout === undefined ? take() : taken;
}

/** Milliseconds of a clock that never runs backwards, or of the calendar where a host has no such clock. */
export const now: () => number = clock();

function clock(): () => number {
  const { performance } = globalThis as Host;
  return typeof performance?.now === "function" ? performance.now.bind(performance) : Date.now;
}

/** The timers and waits of one pool. */
export class Timers {
  readonly #ends = new Set<() => void>();
  #closed = false;

  /** Whether all waits are over, and each new one ends at once. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Ends all waits and timers at once; the host keeps none of them. */
  close(): void {
    this.#closed = true;
    for (const end of [...this.#ends]) end();
  }

  /**
   * Resolves after `ms` milliseconds, the host having run, or when this is closed. For 0 it resolves as soon
   * as the host has run, if the host has a way to tell. In the `background` the wait does not keep a process
   * alive.
   *
   * @throws the signal's reason; ERR_SPILLWAY_UNSUPPORTED where the host has no timers
   */
  async pause(ms: number, background: boolean, signal?: AbortSignalLike): Promise<void> {
    throwIfAborted(signal);
    if (this.#closed) return;
    let end = () => {};
    const over = new Promise<void>((resolve) => {
      const cancel = begin(() => end(), ms, background);
      end = () => {
        cancel();
        resolve();
      };
    });
    this.#ends.add(end);
    try {
      await orAborted(over, signal);
    } finally {
      this.#ends.delete(end);
      end();
    }
  }

  /**
   * Calls `tick` with `target` every `ms` milliseconds until `tick` answers false or throws, the target was
   * collected, or this is closed. Keeps neither the target nor the process alive; `tick` must not hold the
   * target itself. A host without timers never calls it.
   */
  every<T extends object>(target: T, ms: number, tick: (target: T) => boolean): void {
    const { setInterval, clearInterval } = host();
    if (setInterval === undefined || this.#closed) return;
    const held = new WeakRef(target);
    const timer = setInterval(() => {
      const one = held.deref();
      if (one === undefined || !goesOn(() => tick(one))) stop();
    }, ms);
    const stop = () => {
      clearInterval?.(timer);
      this.#ends.delete(stop);
    };
    this.#ends.add(stop);
    unref(timer);
  }
}

/**
 * The answer of `tick`; false when it throws. The error is dropped: the next use of the pool meets the same
 * one.
 */
function goesOn(tick: () => boolean): boolean {
  try {
    return tick();
  } catch {
    return false;
  }
}

/** Calls `done` once the wait is over. Answers a function that cancels the wait. */
function begin(done: () => void, ms: number, background: boolean): () => void {
  return ms === 0 ? turn(done, background) : timeout(done, ms, background);
}

function timeout(done: () => void, ms: number, background: boolean): () => void {
  const { setTimeout, clearTimeout } = host();
  if (setTimeout === undefined) throw missingError("setTimeout", "to wait");
  const timer = setTimeout(done, ms);
  if (background) unref(timer);
  return () => clearTimeout?.(timer);
}

/**
 * Calls `done` when the host has run. A timer takes a millisecond in Node and four in browsers, more than the
 * slice of work between two of them. A host with setImmediate has a process. In the background a timer must
 * do there: an immediate that keeps no process alive waits until something else wakes the loop.
 */
function turn(done: () => void, background: boolean): () => void {
  const { setImmediate, clearImmediate, MessageChannel } = host();
  if (setImmediate !== undefined && !background) {
    const immediate = setImmediate(done);
    return () => clearImmediate?.(immediate);
  }
  if (MessageChannel !== undefined && !(background && hasProcess())) {
    // A new one for each turn: an open channel keeps a process alive, and keeps a page from being cached.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(undefined);
    return () => port1.close();
  }
  return timeout(done, 0, background);
}

function hasProcess(): boolean {
  return host().setImmediate !== undefined || "Deno" in globalThis;
}

/**
 * Lets the process end while a timer is pending. Timers of Node are objects, of Deno numbers; browsers have
 * no process.
 */
function unref(timer: unknown): void {
  if (typeof timer === "object" && timer !== null) (timer as { unref?: () => void }).unref?.();
  else (globalThis as { Deno?: { unrefTimer(id: unknown): void } }).Deno?.unrefTimer(timer);
}
