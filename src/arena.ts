/**
 * arena.ts - one engine: one wasm instance over one linear memory.
 *
 * The only file that knows the border. It copies pages into and out of the window, calls the exports (names in
 * snake_case), renews its views when memory has grown, and turns a trap into an error. It checks no argument:
 * its callers have.
 *
 * Cost of a store or load beside the engine's own: one copy of the page and one call.
 */
import { instantiateSync } from "@assemblyscript/loader";
import * as abi from "./abi.js";
import { engineBytes } from "./engine_bytes.js";
import { SpillwayError, SpillwayRangeError } from "./errors.js";
import type { CheckedOptions, WasmSource } from "./options.js";
import { type PoolStats, readStats } from "./stats.js";

/** What the module exports besides the numbers of abi.ts. A test compares the names with the module's. */
export interface EngineExports {
  memory: WebAssembly.Memory;
  init(pageBytes: number, limitWasmPages: number, flags: number, seedLow: number, seedHigh: number): number;
  set_flags(flags: number): void;
  open_area(client: number, type: number, scope: number): number;
  store_page(area: number, offset: number, bytes: number): number;
  load_page(area: number, offset: number, room: number, exclusive: number): number;
  store_many(area: number, count: number): void;
  load_many(area: number, count: number, exclusive: number): void;
  page_length(area: number, offset: number): number;
  invalidate_page(area: number, offset: number): number;
  invalidate_area(area: number): number;
  curr_pages(area: number): number;
  stats_refresh(): void;
  self_check(): number;
}

/** Handle of an open area. 0 is no area: stores to it are refused, loads miss. */
export type AreaHandle = number & { readonly brand: "AreaHandle" };
export const NO_AREA = 0 as AreaHandle;

const { Status } = abi;
const ROW_WORDS = abi.ROW_BYTES / 4;
const ROW_OFFSET = abi.ROW_OFFSET_AT / 4;
const ROW_ROOM = abi.ROW_BYTES_AT / 4;
const ROW_STATUS = abi.ROW_STATUS_AT / 4;

let inlined: WebAssembly.Module | undefined;

/** The module of a source; the package's own is compiled once, when it is first asked for. */
export function compileSync(source: WasmSource | undefined): WebAssembly.Module {
  if (source instanceof WebAssembly.Module) return source;
  try {
    if (source !== undefined) return new WebAssembly.Module(source);
    inlined ??= new WebAssembly.Module(engineBytes());
    return inlined;
  } catch (cause) {
    throw blocked(cause);
  }
}

/** As compileSync, off the calling thread; browsers allow no other way for larger modules. */
export async function compile(source: WasmSource | undefined): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  try {
    if (source !== undefined) return await WebAssembly.compile(source);
    inlined ??= await WebAssembly.compile(engineBytes());
    return inlined;
  } catch (cause) {
    throw blocked(cause);
  }
}

function blocked(cause: unknown): SpillwayError {
  return new SpillwayError(
    "ERR_SPILLWAY_WASM_BLOCKED",
    "the engine could not be compiled. Under a Content-Security-Policy add 'wasm-unsafe-eval' to script-src: " +
      (cause instanceof Error ? cause.message : String(cause)),
    { cause },
  );
}

export class Arena {
  readonly pageSize: number;
  readonly maxBytes: number;
  /** Pages that fit the window: the most that storeMany and loadMany take at once. */
  readonly batch: number;
  readonly #engine: EngineExports;
  #flags: number;
  #fault: SpillwayError | undefined;
  #window: Uint8Array;
  /** The first page of the window. Its length is 0 once memory has grown: time to renew the views. */
  #page: Uint8Array;
  #rows: Int32Array;

  constructor(module: WebAssembly.Module, options: CheckedOptions) {
    this.pageSize = options.pageSize;
    this.maxBytes = options.maxWasmPages * abi.WASM_PAGE_BYTES;
    this.batch = abi.WINDOW_BYTES / options.pageSize;
    this.#engine = start(module);
    this.#flags =
      (options.dedupe === false ? 0 : abi.FLAG_DEDUPE) |
      (options.verify ? abi.FLAG_VERIFY : 0) |
      (options.refusePoor ? abi.FLAG_REFUSE_POOR : 0) |
      (options.compress ? abi.FLAG_COMPRESS : 0);
    const [low = 0, high = 0] = globalThis.crypto.getRandomValues(new Uint32Array(2));
    if (!this.#engine.init(options.pageSize, options.maxWasmPages, this.#flags, low, high)) {
      throw new SpillwayError(
        "ERR_SPILLWAY_OUT_OF_MEMORY",
        `the host gave no memory for the first block of a pool of ${this.maxBytes} bytes`,
      );
    }
    this.#window = this.#page = new Uint8Array();
    this.#rows = new Int32Array();
    this.#renew();
  }

  /** The engine itself, for tests and microbenchmarks. */
  get engine(): EngineExports {
    return this.#engine;
  }

  /** Whether stores compress. */
  get compress(): boolean {
    return (this.#flags & abi.FLAG_COMPRESS) !== 0;
  }

  set compress(compress: boolean) {
    this.#ready();
    this.#flags = compress ? this.#flags | abi.FLAG_COMPRESS : this.#flags & ~abi.FLAG_COMPRESS;
    this.#call(() => this.#engine.set_flags(this.#flags));
  }

  /** Opens an area; NO_AREA when there is no memory for its record. */
  openArea(client: number, type: number, scope: number): AreaHandle {
    this.#ready();
    return this.#call(() => this.#engine.open_area(client, type, scope)) as AreaHandle;
  }

  /** Stores a page of 1 to pageSize bytes. */
  store(area: AreaHandle, offset: number, page: Uint8Array): boolean {
    this.#ready();
    this.#page.set(page);
    try {
      return this.#engine.store_page(area, offset, page.length) === Status.STORED;
    } catch (cause) {
      throw this.#poison(cause);
    }
  }

  /** Fills the first bytes of the target with the page and answers its length; or a Status below 1. */
  load(area: AreaHandle, offset: number, target: Uint8Array, exclusive: boolean): number {
    this.#ready();
    let bytes: number;
    try {
      bytes = this.#engine.load_page(area, offset, target.length, exclusive ? 1 : 0);
    } catch (cause) {
      throw this.#poison(cause);
    }
    if (bytes === this.pageSize) target.set(this.#page);
    else if (bytes > 0) target.set(this.#page.subarray(0, bytes));
    return bytes;
  }

  /** Stores `count` pages, at most `batch`. `results[from + i]` tells whether the page was kept. */
  storeBatch(
    area: AreaHandle,
    offsets: ArrayLike<number>,
    pages: readonly Uint8Array[],
    from: number,
    count: number,
    results: boolean[],
  ): void {
    this.#ready();
    for (let i = 0; i < count; i++) {
      const page = pages[from + i] as Uint8Array;
      this.#window.set(page, i * this.pageSize);
      this.#row(i, offsets[from + i] as number, page.length);
    }
    this.#call(() => this.#engine.store_many(area, count));
    this.#ready();
    for (let i = 0; i < count; i++) results[from + i] = this.#status(i) === Status.STORED;
  }

  /** Loads `count` pages, at most `batch`. `statuses[from + i]` is the length of the page or a Status below 1. */
  loadBatch(
    area: AreaHandle,
    offsets: ArrayLike<number>,
    targets: readonly Uint8Array[],
    from: number,
    count: number,
    exclusive: boolean,
    statuses: number[],
  ): void {
    this.#ready();
    for (let i = 0; i < count; i++)
      this.#row(i, offsets[from + i] as number, (targets[from + i] as Uint8Array).length);
    this.#call(() => this.#engine.load_many(area, count, exclusive ? 1 : 0));
    for (let i = 0; i < count; i++) {
      const bytes = this.#status(i);
      statuses[from + i] = bytes;
      const at = i * this.pageSize;
      if (bytes > 0) (targets[from + i] as Uint8Array).set(this.#window.subarray(at, at + bytes));
    }
  }

  /** Length of a page, or 0 if it is not here. */
  pageLength(area: AreaHandle, offset: number): number {
    this.#ready();
    return this.#call(() => this.#engine.page_length(area, offset));
  }

  invalidatePage(area: AreaHandle, offset: number): boolean {
    this.#ready();
    return this.#call(() => this.#engine.invalidate_page(area, offset)) === 1;
  }

  /** Drops the pages of an area and closes it; the handle is void. Answers how many there were. */
  invalidateArea(area: AreaHandle): number {
    this.#ready();
    return this.#call(() => this.#engine.invalidate_area(area)) >>> 0;
  }

  currPages(area: AreaHandle): number {
    this.#ready();
    return this.#call(() => this.#engine.curr_pages(area)) >>> 0;
  }

  stats(): PoolStats {
    this.#ready();
    this.#call(() => this.#engine.stats_refresh());
    const words = new BigUint64Array(this.#engine.memory.buffer, abi.STATS_PTR, abi.STATS_BYTES / 8);
    return readStats((stat) => Number(words[stat / 8]), this.pageSize, this.maxBytes);
  }

  /** 0 when everything adds up, else the number of the first finding (assembly/audit.ts). */
  selfCheck(): number {
    this.#ready();
    return this.#call(() => this.#engine.self_check());
  }

  /** Throws if the arena has trapped; renews the views if memory has grown. */
  #ready(): void {
    if (this.#fault !== undefined) throw this.#fault;
    if (this.#page.length === 0) this.#renew();
  }

  #renew(): void {
    const { buffer } = this.#engine.memory;
    this.#window = new Uint8Array(buffer, abi.WINDOW_PTR, abi.WINDOW_BYTES);
    this.#page = this.#window.subarray(0, this.pageSize);
    const rows = abi.WINDOW_PTR + abi.WINDOW_ROWS_AT;
    this.#rows = new Int32Array(buffer, rows, abi.ROW_COUNT_MAX * ROW_WORDS);
  }

  #row(i: number, offset: number, bytes: number): void {
    this.#rows[i * ROW_WORDS + ROW_OFFSET] = offset;
    this.#rows[i * ROW_WORDS + ROW_ROOM] = bytes;
  }

  #status(i: number): number {
    return this.#rows[i * ROW_WORDS + ROW_STATUS] as number;
  }

  #call<T>(operation: () => T): T {
    try {
      return operation();
    } catch (cause) {
      throw this.#poison(cause);
    }
  }

  /** A trap leaves the structures in an unknown state: nothing is served from here any more. */
  #poison(cause: unknown): unknown {
    if (!(cause instanceof WebAssembly.RuntimeError)) return cause;
    this.#fault = new SpillwayError(
      "ERR_SPILLWAY_ENGINE_FAULT",
      `the engine failed${faultPlace(this.#engine.memory.buffer)}: ${cause.message}`,
      { cause },
    );
    return this.#fault;
  }
}

/** Instantiates a module after comparing its layout with the one this facade was built for. */
function start(module: WebAssembly.Module): EngineExports {
  let instance: WebAssembly.Instance;
  try {
    // Not the loader's wrapped exports: they pass their arguments through an array on every call.
    instance = instantiateSync(module).instance;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw mismatch(cause);
    throw new SpillwayError(
      "ERR_SPILLWAY_OUT_OF_MEMORY",
      `the host gave no linear memory: ${cause.message}`,
      {
        cause,
      },
    );
  }
  const { exports } = instance;
  for (const [name, wanted] of Object.entries(abi.LAYOUT)) {
    const found = exports[name];
    if (!(found instanceof WebAssembly.Global) || found.value !== wanted) throw mismatch(name);
  }
  return exports as unknown as EngineExports;
}

function mismatch(cause: unknown): SpillwayError {
  const what = typeof cause === "string" ? cause : "its imports or exports";
  return new SpillwayError(
    "ERR_SPILLWAY_LAYOUT_MISMATCH",
    `the wasm module does not belong to this version of spillway: ${what} differs`,
    { cause },
  );
}

/** " at assembly/slab.ts:120:5" if an assertion left its place in the fault block, else "". */
function faultPlace(buffer: ArrayBuffer): string {
  const view = new DataView(buffer);
  const line = view.getUint32(abi.FAULT_PTR, true);
  if (line === 0) return "";
  const column = view.getUint32(abi.FAULT_PTR + 4, true);
  const file = new Uint8Array(
    buffer,
    view.getUint32(abi.FAULT_PTR + 8, true),
    view.getUint32(abi.FAULT_PTR + 12, true),
  );
  return ` at ${new TextDecoder("utf-16le").decode(file)}:${line}:${column}`;
}

/** Throws what a load's status below 1 stands for, if it stands for trouble. */
export function throwTrouble(status: number, type: number, offset: number, room: number): void {
  if (status === Status.DAMAGED) {
    throw new SpillwayError(
      "ERR_SPILLWAY_DAMAGED",
      `the page at type ${type}, offset ${offset} is damaged; nothing of it was delivered`,
      { type, offsets: [offset] },
    );
  }
  if (status === Status.SMALL) {
    throw new SpillwayRangeError(
      `target must have room for the page at type ${type}, offset ${offset}, got ${room} bytes`,
      room,
    );
  }
}
