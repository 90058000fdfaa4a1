/**
 * module.ts - the engine's module: compiled, and started over a memory of its own. Says why where a host does not let it.
 *
 * Engines word their refusals each in their own way, so no word of theirs is read: the smallest module there is tells whether
 * any would do. WebKit compiles under every policy and refuses to start; the others refuse to compile.
 */
import { instantiateSync } from "@assemblyscript/loader";
import * as abi from "./abi.js";
import { engineBytes } from "./engine_bytes.js";
import { SpillwayError, SpillwayTypeError, show } from "./errors.js";
import { isModule, needHost } from "./host.js";
import type { WasmSource } from "./options.js";

/** A module of nothing: the magic number and version 1. */
const SMALLEST = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
/** A module with one function that is `v128.const 0; drop`: valid only where there is SIMD. */
const SIMD = [
  ...SMALLEST,
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 2, 1, 0],
  ...[10, 23, 1, 21, 0, 0xfd, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x1a, 0x0b],
];

let inlined: WebAssembly.Module | undefined;

/** The module of a source; the package's own is compiled once, when it is first asked for. */
export function compileSync(source: WasmSource | undefined): WebAssembly.Module {
  needs(source);
  if (isModule(source)) return source as WebAssembly.Module;
  try {
    if (source !== undefined) return new WebAssembly.Module(source as BufferSource);
    inlined ??= new WebAssembly.Module(engineBytes());
    return inlined;
  } catch (cause) {
    throw uncompiled(source, cause);
  }
}

/** As compileSync, off the calling thread; browsers allow no other way for larger modules. */
export async function compile(source: WasmSource | undefined): Promise<WebAssembly.Module> {
  needs(source);
  if (isModule(source)) return source as WebAssembly.Module;
  try {
    if (source !== undefined) return await WebAssembly.compile(source as BufferSource);
    inlined ??= await WebAssembly.compile(engineBytes());
    return inlined;
  } catch (cause) {
    throw uncompiled(source, cause);
  }
}

function needs(source: WasmSource | undefined): void {
  needHost("the engine", source === undefined ? ["WebAssembly", "atob"] : ["WebAssembly"]);
}

/** Modules that are what this facade was built for, as far as their imports and exports tell. */
const known = new WeakSet<WebAssembly.Module>();

/** An instance of the module, after its layout was compared with the one that this facade was built for. */
export function start(module: WebAssembly.Module): WebAssembly.Exports {
  if (!known.has(module)) {
    compare(module);
    known.add(module);
  }
  return instantiate(module).exports;
}

/** Nothing of another module is run, and no memory is asked for it. */
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

/** What an error of the host says. It need not be an Error of this realm. */
function messageOf(cause: unknown): string {
  const message = (cause as { message?: unknown } | null | undefined)?.message;
  return typeof message === "string" ? message : String(cause);
}
