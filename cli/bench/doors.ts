/**
 * doors.ts - an engine whose parts can be called one by one, for microbenchmarks.
 *
 * The module is the released one with more exports (assembly/doors.ts). Only the command carries it.
 */
import bytes from "../../build/wasm/doors.wasm";
import { FailedError } from "../text/failure.js";

/** The exports that the command uses. Addresses and lengths are bytes. */
export interface DoorExports {
  memory: WebAssembly.Memory;
  init(pageBytes: number, limitWasmPages: number, flags: number, seedLow: number, seedHigh: number): number;
  door_grow(wasmPages: number): number;
  door_hash(at: number, bytes: number, scope: number, high: number): number;
  door_fill_detect(at: number, bytes: number): number;
  door_is_noise(at: number, bytes: number, table: number): number;
  door_encode(source: number, bytes: number, target: number, limit: number, table: number): number;
  door_decode(source: number, bytes: number, target: number, room: number): number;
  door_encode_all(
    pages: number,
    count: number,
    bytes: number,
    target: number,
    limit: number,
    table: number,
    lengths: number,
  ): number;
  door_decode_all(blocks: number, count: number, bytes: number, target: number, lengths: number): number;
  door_hash_all(pages: number, count: number, bytes: number): number;
  door_copy_all(pages: number, count: number, bytes: number, target: number): void;
  door_slot_take(bytes: number): number;
  door_slot_give(place: number, bytes: number): void;
}

export const WASM_PAGE_BYTES = 65_536;
/** Limit of the engine's own memory, 1 GiB. */
export const LIMIT_WASM_PAGES = 16_384;

/** A new engine, and its numbers by name (assembly/ground/layout.ts). */
export function openDoors(pageSize: number): { engine: DoorExports; constant: (name: string) => number } {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const engine = exports as unknown as DoorExports;
  if (!engine.init(pageSize, LIMIT_WASM_PAGES, 0, 1, 2)) throw new FailedError("the engine has no memory");
  return { engine, constant: (name) => (exports[name] as WebAssembly.Global).value as number };
}
