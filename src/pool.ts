/**
 * pool.ts - a pool: what the host opens.
 *
 * Nothing of wasm is compiled or allocated before the first pool is opened.
 */
import { Arena, compile, compileSync } from "./arena.js";
import { closedError, Frontswap } from "./frontswap.js";
import {
  checkCodec,
  checkFrontswapOptions,
  checkOpenOptions,
  type FrontswapOptions,
  type SpillwayOptions,
} from "./options.js";
import type { PoolStats } from "./stats.js";

// Hosts without the symbols get the ones that compilers' helpers look for.
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

export class Spillway {
  /** Bytes of a page. */
  readonly pageSize: number;
  #arena: Arena | undefined;
  #clients = 0;
  readonly #sharesAcrossClients: boolean;

  private constructor(arena: Arena, sharesAcrossClients: boolean) {
    this.#arena = arena;
    this.pageSize = arena.pageSize;
    this.#sharesAcrossClients = sharesAcrossClients;
  }

  /**
   * Opens a pool. Throws TypeError or RangeError for a wrong option, ERR_SPILLWAY_WASM_BLOCKED where WebAssembly may
   * not be compiled, ERR_SPILLWAY_OUT_OF_MEMORY where the host has no memory for the first block.
   */
  static openSync(options: SpillwayOptions): Spillway {
    const checked = checkOpenOptions(options);
    return new Spillway(new Arena(compileSync(checked.wasm), checked), checked.dedupe === "pool");
  }

  /** As openSync, with the module compiled off the calling thread. Works everywhere. */
  static async open(options: SpillwayOptions): Promise<Spillway> {
    const checked = checkOpenOptions(options);
    return new Spillway(new Arena(await compile(checked.wasm), checked), checked.dedupe === "pool");
  }

  /** A new client with persistent pages. Its areas are its own: two clients never see each other's pages. */
  frontswap(options: FrontswapOptions = {}): Frontswap {
    this.#open();
    const client = ++this.#clients;
    const name = checkFrontswapOptions(options, `frontswap-${client}`);
    return new Frontswap(() => this.#open(), client, this.#sharesAcrossClients ? 0 : client, name);
  }

  /** The codec of stores to come; set it at any time: pages that are here stay readable, whatever they were stored with. */
  get codec(): "lz4" | "none" {
    return this.#open().compress ? "lz4" : "none";
  }

  set codec(codec: "lz4" | "none") {
    this.#open().compress = checkCodec(codec) === "lz4";
  }

  /** Counters and gauges, as a plain object of numbers. */
  stats(): PoolStats {
    return this.#open().stats();
  }

  /**
   * Walks every structure of the engine and recounts everything: 0 when all of it adds up, else the number of the first
   * finding (assembly/audit.ts). For tests and bug reports: takes time proportional to what is kept.
   */
  selfCheck(): number {
    return this.#open().selfCheck();
  }

  /** Lets go of all memory. Later calls, of the clients as well, throw ERR_SPILLWAY_CLOSED. Closing twice is fine. */
  close(): void {
    this.#arena = undefined;
  }

  [dispose](): void {
    this.close();
  }

  async [asyncDispose](): Promise<void> {
    this.close();
  }

  #open(): Arena {
    if (this.#arena === undefined) throw closedError();
    return this.#arena;
  }
}
