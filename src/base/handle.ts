/**
 * handle.ts - pools and clients as objects: they cannot be copied, sent to a thread or observed, and a
 * console prints them.
 */
import { SpillwayTypeError } from "./errors.js";
import type { HostDisposable } from "./types.js";

const TARGET = {};

/**
 * An object that structuredClone and postMessage refuse. Of a plain instance they silently copy the
 * properties and drop the class: `{ pageSize: 4096 }`. They refuse an object with internal slots, so this one
 * is constructed as a WeakRef, the smallest such object. Nothing of WeakRef.prototype is in its chain.
 */
class Unclonable {
  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: the class below adds its members to this object.
    return Reflect.construct(WeakRef, [TARGET], new.target) as Unclonable;
  }
}

/** The names under which consoles ask: Node and Bun, Deno. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const INSPECT_DENO = Symbol.for("Deno.customInspect");

/**
 * Each class answers its name and figures under this, in one line. May throw.
 * @internal
 */
export const FIGURES = Symbol("figures");

// Hosts without the symbol get the one that the helpers of compilers look for.
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

/** A pool or a client. Neither can be cloned or sent to another thread. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the class has the method of the interface.
export abstract class Handle extends Unclonable {
  readonly #kind: string;

  /**
   * @param kind name of the class
   * @param maker whether this package makes the object: false where a caller has used `new`
   * @param instead what the caller should use, for the message
   * @throws ERR_SPILLWAY_ARG_TYPE without a maker
   * @internal
   */
  constructor(kind: string, maker: boolean, instead: string) {
    super();
    this.#kind = kind;
    if (!maker)
      throw new SpillwayTypeError("ERR_SPILLWAY_ARG_TYPE", `a ${kind} is not made by new: use ${instead}`);
  }

  /** Ends the pool or client; its pages are gone. */
  abstract close(): void;

  /** @internal */
  [dispose](): void {
    this.close();
  }

  /** The class's name. Vue's reactive() wraps what calls itself Object, and so not this object. */
  get [Symbol.toStringTag](): string {
    // Consoles and test runners look at the prototype as well.
    return #kind in this ? this.#kind : "Handle";
  }

  /**
   * Vue and similar libraries leave an object with this mark alone. A proxy of theirs would have no private
   * members, and each call through it would fail.
   * @internal
   */
  get __v_skip(): true {
    return true;
  }

  /** @internal */
  abstract [FIGURES](): string;

  /** @internal */
  [INSPECT](): string {
    return #kind in this ? this.#line() : "Handle {}";
  }

  /** @internal */
  [INSPECT_DENO](): string {
    return #kind in this ? this.#line() : "Handle {}";
  }

  /** One line, whatever state the object is in. */
  #line(): string {
    try {
      return `${this.#kind} ${this[FIGURES]()}`;
    } catch (error) {
      return `${this.#kind} (${(error as Error).message})`;
    }
  }
}

// Symbol.dispose, which the user's types may not know.
export interface Handle extends HostDisposable {}

const UNITS = ["bytes", "KiB", "MiB", "GiB"];

function bytesAsText(bytes: number): string {
  const unit = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
  return `${Number((bytes / 1024 ** unit).toFixed(1))} ${UNITS[unit]}`;
}

/**
 * A line for a console: a name, the pages kept under it, their bytes, and the bound of these unless it is
 * Infinity.
 */
export function figures(name: string, pages: number, bytes: number, maxBytes: number): string {
  const bound = maxBytes === Number.POSITIVE_INFINITY ? "" : ` of ${bytesAsText(maxBytes)}`;
  return `${JSON.stringify(name)}: ${pages} ${pages === 1 ? "page" : "pages"} in ${bytesAsText(bytes)}${bound}`;
}
