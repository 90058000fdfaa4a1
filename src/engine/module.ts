/**
 * module.ts - the engine's module: compiled, compared with this facade, and started. Says why where a host
 * forbids it.
 *
 * Hosts word their refusals differently, so their messages are not read. Instead the smallest possible module
 * is tried: it tells whether the host takes any. WebKit compiles under every policy and refuses to start; the
 * others refuse to compile.
 */
import { instantiateSync } from "@assemblyscript/loader";
import * as abi from "../abi.js";
import { SpillwayError, SpillwayTypeError, show } from "../base/errors.js";
import { isModule, needHost } from "../base/host.js";
import type { WasmSource } from "../base/options/pool.js";
import { engineBytes } from "./engine_bytes.js";
import type { EngineExports } from "./exports.js";

/** An empty module: the magic number and version 1. */
const SMALLEST = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
/** A module with one function that is `v128.const 0; drop`: valid only where there is SIMD. */
const SIMD = [
  ...SMALLEST,
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 2, 1, 0],
  ...[10, 23, 1, 21, 0, 0xfd, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x1a, 0x0b],
];

let inlined: WebAssembly.Module | undefined;

/**
 * The module of a source, or the package's own, which is compiled once.
 *
 * @throws ERR_SPILLWAY_UNSUPPORTED, ERR_SPILLWAY_WASM_BLOCKED, or ERR_SPILLWAY_ARG_TYPE for a source that is
 * no module
 */
export function compileSync(source: WasmSource | undefined): WebAssembly.Module {
  needHost("the engine", ["WebAssembly"]);
  if (isModule(source)) return source as WebAssembly.Module;
  try {
    if (source !== undefined) return new WebAssembly.Module(source as BufferSource);
    inlined ??= new WebAssembly.Module(engineBytes());
    return inlined;
  } catch (cause) {
    throw uncompiled(source, cause);
  }
}

/**
 * The same off the calling thread, the only way that browsers allow for larger modules. Rejects with the same
 * errors.
 */
export async function compile(source: WasmSource | undefined): Promise<WebAssembly.Module> {
  needHost("the engine", ["WebAssembly"]);
  if (isModule(source)) return source as WebAssembly.Module;
  try {
    if (source !== undefined) return await WebAssembly.compile(source as BufferSource);
    inlined ??= await WebAssembly.compile(engineBytes());
    return inlined;
  } catch (cause) {
    throw uncompiled(source, cause);
  }
}

/** Modules that were compared and have the layout of this facade. */
const known = new WeakSet<WebAssembly.Module>();

/**
 * The exports of a new instance of the module, after its layout was compared with the one that this facade
 * was built for.
 *
 * @throws ERR_SPILLWAY_LAYOUT_MISMATCH, ERR_SPILLWAY_WASM_BLOCKED; ERR_SPILLWAY_OUT_OF_MEMORY without linear
 * memory
 */
export function start(module: WebAssembly.Module): EngineExports {
  if (!known.has(module)) {
    compare(module);
    known.add(module);
  }
  return instantiate(module).exports as unknown as EngineExports;
}

/** A module that differs never runs, and takes no memory. */
function compare(module: WebAssembly.Module): void {
  const [imported] = WebAssembly.Module.imports(module);
  if (imported !== undefined) throw mismatch(`it imports ${imported.module}.${imported.name}`);
  const [section] = WebAssembly.Module.customSections(module, abi.LAYOUT_SECTION);
  if (section === undefined) throw mismatch(`it has no section ${abi.LAYOUT_SECTION}`);
  const hash = String.fromCharCode(...new Uint8Array(section).subarray(0, 64));
  if (hash !== abi.LAYOUT_HASH) throw mismatch(`its layout is ${hash}, not ${abi.LAYOUT_HASH}`);
}

function instantiate(module: WebAssembly.Module): WebAssembly.Instance {
  try {
    // Not the loader's wrapped exports: they pass their arguments through an array on every call.
    return instantiateSync(module).instance;
  } catch (cause) {
    if (!starts()) throw blocked(cause);
    throw new SpillwayError(
      "ERR_SPILLWAY_OUT_OF_MEMORY",
      `the host gave no linear memory: ${messageOf(cause)}`,
      { cause },
    );
  }
}

/** Whether the host lets any module be compiled. */
function compiles(): boolean {
  try {
    return new WebAssembly.Module(new Uint8Array(SMALLEST)) !== undefined;
  } catch {
    return false;
  }
}

/** Whether the host lets any module be started. */
function starts(): boolean {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(SMALLEST))) !== undefined;
  } catch {
    return false;
  }
}

function uncompiled(source: WasmSource | undefined, cause: unknown): Error {
  if (!compiles()) return blocked(cause);
  if (source === undefined || !WebAssembly.validate(new Uint8Array(SIMD))) {
    return new SpillwayError(
      "ERR_SPILLWAY_UNSUPPORTED",
      `this host cannot compile the engine, which needs SIMD and bulk memory: ${messageOf(cause)}`,
      { cause },
    );
  }
  return new SpillwayTypeError(
    "ERR_SPILLWAY_ARG_TYPE",
    `wasm must be a WebAssembly.Module or the bytes of one, got ${show(source)}: ${messageOf(cause)}`,
    source,
  );
}

function blocked(cause: unknown): SpillwayError {
  return new SpillwayError(
    "ERR_SPILLWAY_WASM_BLOCKED",
    "the host forbids WebAssembly. Under a Content-Security-Policy add 'wasm-unsafe-eval' to script-src: " +
      messageOf(cause),
    { cause },
  );
}

function mismatch(what: string): SpillwayError {
  return new SpillwayError(
    "ERR_SPILLWAY_LAYOUT_MISMATCH",
    `the wasm module does not belong to this version of spillway: ${what}`,
  );
}

/** The message of an error of the host, which may be an Error of another realm. */
function messageOf(cause: unknown): string {
  const message = (cause as { message?: unknown } | null | undefined)?.message;
  return typeof message === "string" ? message : String(cause);
}
