/**
 * timers.ts - the clock, and waiting, in every host. What a pool waits for ends with the pool.
 *
 * What is used of a host is taken when this file is loaded. Test runners (node:test, Vitest, Jest, sinon) put timers of their own in
 * place later, which run when a test says so; a verb that waits for those never settles, and a pool's timers would be among the ones
 * that a test counts and runs. A host that has no timers then is asked again at each use: it can do all that does not wait.
 */
import { type AbortSignalLike, orAborted, throwIfAborted } from "./abort.js";
import { missingError } from "./errors.js";

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: undefined): void;
  close(): void;
}

/** What is used of a host; each may be missing. */
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
  // Node loads its channels when they are first named, which takes longer than the import of this library, and needs none.
  const { MessageChannel } = (setImmediate === undefined ? globalThis : {}) as Host;
  return { ...timers, MessageChannel } as Host;
}

/** To be taken apart before a call: in browsers these are called without an object. */
function host(): Host {
  return taken.setTimeout === undefined ? take() : taken;
}

/** Milliseconds of a clock that only goes forward; of the calendar's where a host has no other. */
export const now: () => number = clock();

function clock(): () => number {
  const { performance } = globalThis as Host;
  return typeof performance?.now === "function" ? performance.now.bind(performance) : Date.now;
}

/** The timers and waits of one pool. */
export class Timers {
  readonly #ends = new Set<() => void>();
  #closed = false;

  /** Whether all waits are over, and each that comes is over at once. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Ends all waits and timers, now: nothing of them is left with the host. */
  close(): void {
    this.#closed = true;
    for (const end of [...this.#ends]) end();
  }

  /**
   * Resolves after `ms` milliseconds, the host having run, or when this is closed; rejects with the signal's reason, and with
   * ERR_SPILLWAY_UNSUPPORTED where the host has no timers. A process may end before that when it is in the `background`. For 0 as
   * soon as the host has run, where it has a way to tell.
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
   * Calls `tick` with `target` every `ms` milliseconds until it answers false, throws, nobody else holds the target, or this is
   * closed. Keeps neither the target nor the process alive; `tick` must not hold the target itself. Without timers it is never called.
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

/** What `tick` answers; false when it throws, which is nobody's to hear: who uses the pool next meets the same. */
function goesOn(tick: () => boolean): boolean {
  try {
    return tick();
  } catch {
    return false;
  }
}

/** Calls `done` once the wait is over. Answers how to give it up. */
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
 * Calls `done` when the host has run. A timer takes a millisecond in Node and four in browsers, more than the slice of work between
 * two of them. A host with setImmediate has a process: in the background a timer must do, since an immediate that
 * keeps no process alive waits until something else wakes the loop.
 */
function turn(done: () => void, background: boolean): () => void {
  const { setImmediate, clearImmediate, MessageChannel } = host();
  if (setImmediate !== undefined && !background) {
    const immediate = setImmediate(done);
    return () => clearImmediate?.(immediate);
  }
  if (MessageChannel !== undefined && !(background && hasProcess())) {
    // One for each turn: an open channel keeps a process alive, and a page from being cached.
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

/** Lets the process end while a timer is pending: Node's are objects, Deno's are numbers, browsers have no process. */
function unref(timer: unknown): void {
  if (typeof timer === "object" && timer !== null) (timer as { unref?: () => void }).unref?.();
  else (globalThis as { Deno?: { unrefTimer(id: unknown): void } }).Deno?.unrefTimer(timer);
}
