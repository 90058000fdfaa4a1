/**
 * pools.ts - arenas over the compiled modules that tests use: those with doors, which the released one lacks.
 */
import { readFileSync } from "node:fs";
import { Status } from "#lib/abi.js";
import { checkOpenOptions, type SpillwayOptions } from "#lib/base/options/pool.js";
import { Frontswap } from "#lib/clients/frontswap.js";
import { Router } from "#lib/core/router.js";
import { Address } from "#lib/engine/address.js";
import type { EngineExports } from "#lib/engine/exports.js";
import type { AreaHandle, Inode } from "#lib/engine/keys.js";
import { Workshop } from "#lib/engine/workshop.js";
import type { Random } from "./random.js";

/** Exports of assembly/doors.ts beside those of the border. */
export interface Doors extends EngineExports {
  door_place(area: number, offset: number): number;
  door_stored(area: number, offset: number): number;
  door_codec(area: number, offset: number): number;
  door_refuse_growth(seed: number): void;
}

/**
 * Builds with doors. "doors" is otherwise as released; "verify" has costly assertions and red zones;
 * "collide" is like verify, with a hash of four bits.
 */
export type Build = "doors" | "verify" | "collide" | "threads";

/** Bytes of a compiled module; "engine" is the released one. */
export function moduleBytes(build: "engine" | Build): Buffer<ArrayBuffer> {
  // From build/kit/ to build/wasm/.
  return readFileSync(new URL(`../wasm/${build}.wasm`, import.meta.url)) as Buffer<ArrayBuffer>;
}

/**
 * The router of a pool over a compiled module. A small `leastShare`, in wasm pages, gives a small pool
 * several arenas.
 */
export function openArenas(build: "engine" | Build, options: SpillwayOptions, leastShare?: number): Router {
  return new Router(new WebAssembly.Module(moduleBytes(build)), checkOpenOptions(options), leastShare);
}

/** The same, with devices behind the pool. */
export function openSpilling(
  build: "engine" | Build,
  devices: readonly unknown[],
  options: SpillwayOptions,
  leastShare?: number,
): Router {
  const checked = { ...checkOpenOptions(options), spill: devices };
  return new Router(new WebAssembly.Module(moduleBytes(build)), checked, leastShare);
}

/** The address of a page, to call a router with. */
export function addressOf(area: AreaHandle, offset: number, inode?: Inode): Address {
  return new Address(inode).at(area, offset);
}

/** Stores a page that persists. True when it is kept. */
export function put(arenas: Router, area: AreaHandle, offset: number, page: Uint8Array): boolean {
  return arenas.store(addressOf(area, offset), page) === Status.STORED;
}

/** A workshop over such a module. */
export function openWorkshop(build: "engine" | Build, pageSize: number, sample: number): Workshop {
  return new Workshop(new WebAssembly.Module(moduleBytes(build)), pageSize, sample);
}

/**
 * Runs `make` with random numbers of the seed in place of the host's, which the secret of a pool's hash is
 * drawn from. The secret decides the order of pages in the tables, and so what moves first: now the same seed
 * gives the same run.
 */
export function withSecretOf<T>(random: Random, make: () => T): T {
  const { crypto } = globalThis;
  const { getRandomValues } = crypto;
  crypto.getRandomValues = <A>(array: A): A => {
    if (array instanceof Uint32Array) for (let i = 0; i < array.length; i++) array[i] = random.next();
    return array;
  };
  try {
    return make();
  } finally {
    crypto.getRandomValues = getRandomValues;
  }
}

/** The engine of the first arena, which in a pool below 32 MiB is the only one. */
export function engineOf(arenas: Router): Doors {
  return arenas.memory.each()[0]?.engine as Doors;
}

/**
 * A client over arenas that a test has made, and its bounds in memory and on devices. The published types hide
 * its constructor.
 */
export function frontswapOver(
  arenas: Router,
  client: number,
  scope: number,
  maxBytes?: number,
  maxDeviceBytes?: number,
): Frontswap {
  type Make = new (arenasOf: () => Router, ...settings: unknown[]) => Frontswap;
  const settings = [client, scope, `client ${client}`, maxBytes, undefined, maxDeviceBytes];
  return new (Frontswap as unknown as Make)(() => arenas, ...settings);
}

/** Flips bits of a byte in the first arena's memory. */
export function damage(arenas: Router, address: number, bits: number): void {
  const byte = new Uint8Array(engineOf(arenas).memory.buffer, address, 1);
  byte[0] = (byte[0] as number) ^ bits;
}
