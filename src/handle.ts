/**
 * handle.ts - what a pool and its clients are as objects: bound to the place where they were opened, not to be copied or
 * observed, and readable in a console.
 */
import { SpillwayTypeError } from "./errors.js";
import type { HostDisposable } from "./types.js";

const TARGET = {};

/**
 * An object that structuredClone and postMessage refuse. Of a plain instance they copy its own properties and leave its class:
 * `{ pageSize: 4096 }`, without a word. They refuse what has slots of its own, so this one is made as a WeakRef is: of all such
 * objects the smallest, and nothing of WeakRef.prototype is in its chain.
 */
class Unclonable {
  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: private members of the class below then stand on this object.
    return Reflect.construct(WeakRef, [TARGET], new.target) as Unclonable;
  }
}

/** The names under which consoles ask: Node and Bun, Deno. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const INSPECT_DENO = Symbol.for("Deno.customInspect");

/**
 * What each class says of itself: name and figures in one line. May throw.
 * @internal
 */
export const FIGURES = Symbol("figures");

// Hosts without the symbol get the one that compilers' helpers look for.
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

/** A pool or a client. Neither can be cloned or sent to another thread. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the class has the method of the interface.
export abstract class Handle extends Unclonable {
  readonly #kind: string;

  /**
   * `maker` is what only this package has and gives; without it a caller has used `new`, and is told what to use in its stead.
   * @internal
   */
  constructor(kind: string, maker: boolean, instead: string) {
    super();
    this.#kind = kind;
    if (!maker)
      throw new SpillwayTypeError("ERR_SPILLWAY_ARG_TYPE", `a ${kind} is not made by new: use ${instead}`);
  }

  abstract close(): void;

  /** @internal */
  [dispose](): void {
    this.close();
  }

  /** The class's name. It also keeps Vue's reactive() from wrapping the object: it observes what calls itself Object. */
  get [Symbol.toStringTag](): string {
    // Consoles and test runners look at the prototype as well.
    return #kind in this ? this.#kind : "Handle";
  }

  /**
   * The mark by which Vue and its kin leave an object alone. A proxy has no private members: each call would fail.
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

// Its end, under a symbol that the user's types may not know.
export interface Handle extends HostDisposable {}

const UNITS = ["bytes", "KiB", "MiB", "GiB"];

function bytesAsText(bytes: number): string {
  const unit = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
  return `${Number((bytes / 1024 ** unit).toFixed(1))} ${UNITS[unit]}`;
}

/** What is kept under a name, for a person to read: pages, in bytes of at most so many. */
export function figures(name: string, pages: number, bytes: number, maxBytes: number): string {
  const bound = maxBytes === Number.POSITIVE_INFINITY ? "" : ` of ${bytesAsText(maxBytes)}`;
  return `${JSON.stringify(name)}: ${pages} ${pages === 1 ? "page" : "pages"} in ${bytesAsText(bytes)}${bound}`;
}
