/**
 * arena.ts - arenas over the modules that tests use, with the doors that the released one does not have.
 */
import { readFileSync } from "node:fs";
import type { EngineExports } from "#lib/arena.js";
import { Arenas } from "#lib/arenas.js";
import { Frontswap } from "#lib/frontswap.js";
import { checkOpenOptions, type SpillwayOptions } from "#lib/options.js";
import { Workshop } from "#lib/workshop.js";
import type { Random } from "./random.js";

/** Exports of assembly/doors.ts beside those of the border. */
export interface Doors extends EngineExports {
  door_place(area: number, offset: number): number;
  door_stored(area: number, offset: number): number;
  door_codec(area: number, offset: number): number;
  door_refuse_growth(seed: number): void;
}

/**
 * Builds with doors: "doors" as released but for them, "verify" with costly assertions and red zones, "collide" like
 * verify and with a hash of four bits.
 */
export type Build = "doors" | "verify" | "collide";

/** Bytes of a compiled module; "engine" is the released one. */
export function moduleBytes(build: "engine" | Build): Buffer<ArrayBuffer> {
  // From build/tests/support/ to build/wasm/.
  return readFileSync(new URL(`../../wasm/${build}.wasm`, import.meta.url)) as Buffer<ArrayBuffer>;
}

/** The arenas of a pool over a module with doors. A small `leastShare`, in wasm pages, makes several of a small pool. */
export function openArenas(build: Build, options: SpillwayOptions, leastShare?: number): Arenas {
  return new Arenas(new WebAssembly.Module(moduleBytes(build)), checkOpenOptions(options), leastShare);
}

/** A workshop over such a module. */
export function openWorkshop(build: "engine" | Build, pageSize: number, sample: number): Workshop {
  return new Workshop(new WebAssembly.Module(moduleBytes(build)), pageSize, sample);
}

/**
 * The secret of a pool's hash comes from the host, and with it the order of pages in the tables, which decides what moves
 * first: here it comes from the seed, so that the same seed gives the same run.
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

/** The engine of the first arena: of all of them, in a pool of less than 32 MiB. */
export function engineOf(arenas: Arenas): Doors {
  return arenas.memory.list[0]?.engine as Doors;
}

/** A client over arenas of the test's own: its constructor is not in the published types. */
export function frontswapOver(arenas: Arenas, client: number, scope: number): Frontswap {
  type Make = new (arenasOf: () => Arenas, client: number, scope: number, name: string) => Frontswap;
  return new (Frontswap as unknown as Make)(() => arenas, client, scope, `client ${client}`);
}

/** Flips bits of a byte in the first arena's memory. */
export function damage(arenas: Arenas, address: number, bits: number): void {
  const byte = new Uint8Array(engineOf(arenas).memory.buffer, address, 1);
  byte[0] = (byte[0] as number) ^ bits;
}
