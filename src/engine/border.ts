/**
 * border.ts - calls into one instance of the engine, and what becomes of it when a call does not come back.
 *
 * Every export is wrapped once, when the instance is started: whatever leaves it by a throw poisons the
 * instance, and every later call throws the same error. A host can also end a call so that nothing here runs
 * (a time limit of node:vm). So each call leaves a mark while it is under way, and the next one looks at it.
 *
 * Arena and Workshop call the exports by `calls`, after `enter` or `ready`. They check no argument: their
 * callers have.
 *
 * Cost of a call beside the engine's own: 5 to 10 ns, and 25 to try the stack.
 */
import { WASM_PAGE_BYTES } from "../abi.js";
import type { SpillwayError } from "../base/errors.js";
import type { EngineExports } from "./exports.js";
import { faultError, stackError, wasEntered } from "./fault.js";
import { start } from "./module.js";
import { Window } from "./window.js";

/** An export as JavaScript calls it: parameters that it does not have are passed over. */
type Export = (a?: number, b?: number, c?: number, d?: number, e?: number, f?: number) => number;

/**
 * How deep `enter` tries the call stack, in levels of 560 bytes (assembly/ground/depth.ts). A page is stored
 * or loaded within 2 KiB. In other calls the host may compile what runs for the first time, which takes it
 * some 10 KiB.
 */
export const ROOM_FOR_PAGES = 8;
const ROOM_FOR_ANY = 60;

/**
 * Exports by which a page comes or goes. They try the stack themselves, and FAULT_ENTERED_AT tells whether
 * the page was on its way: what they throw before that has changed nothing.
 */
const PAGE_EXPORTS: readonly string[] = ["store_page", "load_page", "put_page", "get_page", "load_away"];

/** The engine does not run; it runs one of PAGE_EXPORTS; it runs another export. */
const OUTSIDE = 0;
const WITH_A_PAGE = 1;
const IN_A_CALL = 2;

export class Border {
  /** The instance's own exports, for tests and microbenchmarks: nothing guards them. */
  readonly exports: EngineExports;
  /** The exports, guarded. */
  readonly calls: EngineExports;
  readonly window: Window;
  #fault: SpillwayError | undefined;
  /** What the engine is at. A host that ends a call leaves it so. */
  #inside: typeof OUTSIDE | typeof WITH_A_PAGE | typeof IN_A_CALL = OUTSIDE;

  /**
   * An instance of the module that has not been told yet what it is to be.
   *
   * @param pageSize bytes of a page, PAGE_BYTES_MIN to PAGE_BYTES_MAX
   * @throws ERR_SPILLWAY_LAYOUT_MISMATCH, ERR_SPILLWAY_WASM_BLOCKED or ERR_SPILLWAY_OUT_OF_MEMORY (module.ts)
   */
  constructor(module: WebAssembly.Module, pageSize: number) {
    this.exports = start(module);
    this.calls = this.#guarded();
    this.window = new Window(this.exports.memory, pageSize);
  }

  /** Linear memory that it has taken from the system, in wasm pages. */
  get wasmPages(): number {
    return this.exports.memory.buffer.byteLength / WASM_PAGE_BYTES;
  }

  /** Tells when the host has collected the memory. The memory is reachable only through this. */
  watch(): WeakRef<ArrayBuffer> {
    return new WeakRef(this.exports.memory.buffer);
  }

  /**
   * Before one of PAGE_EXPORTS: throws if the instance is poisoned, and renews the views if memory has grown.
   *
   * @throws ERR_SPILLWAY_ENGINE_FAULT
   */
  ready(): void {
    if (this.#fault !== undefined) throw this.#fault;
    if (this.#inside !== OUTSIDE) this.#unfinished();
    this.window.refresh();
  }

  /**
   * The same before any other export. It also tries whether the call stack has room for the engine: a call
   * that the host ends half way would leave the structures half changed.
   *
   * @throws ERR_SPILLWAY_ENGINE_FAULT; ERR_SPILLWAY_STACK, and nothing has changed
   */
  enter(levels = ROOM_FOR_ANY): void {
    this.ready();
    try {
      this.exports.room(levels);
    } catch (cause) {
      throw stackError(cause);
    }
  }

  #guarded(): EngineExports {
    const calls: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(this.exports)) {
      if (typeof value !== "function") calls[name] = value;
      else if (PAGE_EXPORTS.includes(name)) calls[name] = this.#guardPage(value as Export);
      else calls[name] = this.#guard(value as Export);
    }
    // V8 looks names up slowly in an object that was filled by computed names, and quickly in a prototype: a
    // load of a same-filled page takes 247 ns instead of 254.
    return Object.create(calls) as EngineExports;
  }

  /**
   * Nothing but the call itself stands between the two marks: what throws there has left the engine half way.
   */
  #guard(call: Export): Export {
    return (a, b, c, d, e, f) => {
      this.#inside = IN_A_CALL;
      let answer: number;
      try {
        answer = call(a, b, c, d, e, f);
      } catch (cause) {
        throw this.#poison(cause);
      }
      this.#inside = OUTSIDE;
      return answer;
    };
  }

  /** What a page's way through the engine throws is harmless where that had not begun. */
  #guardPage(call: Export): Export {
    return (a, b, c, d, e, f) => {
      this.#inside = WITH_A_PAGE;
      let answer: number;
      try {
        answer = call(a, b, c, d, e, f);
      } catch (cause) {
        throw this.#entered ? this.#poison(cause) : stackError(cause);
      }
      this.#inside = OUTSIDE;
      return answer;
    };
  }

  /** The last call did not come back, or there was no room on the stack to look at why. */
  #unfinished(): void {
    if (this.#inside === IN_A_CALL || this.#entered)
      throw this.#poison(new Error("the host ended a call half way"));
    this.#inside = OUTSIDE;
  }

  get #entered(): boolean {
    return wasEntered(this.exports.memory.buffer);
  }

  #poison(cause: unknown): SpillwayError {
    this.#fault = faultError(this.exports.memory.buffer, cause);
    return this.#fault;
  }
}
