/**
 * arena.ts - arenas over the modules that tests use, with the doors that the released one does not have.
 */
import { readFileSync } from "node:fs";
import { Arena, type EngineExports } from "#lib/arena.js";
import { Frontswap } from "#lib/frontswap.js";
import { checkOpenOptions, type SpillwayOptions } from "#lib/options.js";

/** Exports of assembly/doors.ts beside those of the border. */
export interface Doors extends EngineExports {
  door_place(area: number, offset: number): number;
  door_stored(area: number, offset: number): number;
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

/** An arena with doors. */
export function openArena(build: Build, options: SpillwayOptions): Arena & { engine: Doors } {
  return new Arena(new WebAssembly.Module(moduleBytes(build)), checkOpenOptions(options)) as Arena & {
    engine: Doors;
  };
}

/** A client over an arena of the test's own: its constructor is not in the published types. */
export function frontswapOver(arena: Arena, client: number, scope: number): Frontswap {
  type Make = new (arenaOf: () => Arena, client: number, scope: number, name: string) => Frontswap;
  return new (Frontswap as unknown as Make)(() => arena, client, scope, `client ${client}`);
}

/** Flips bits of a byte in the arena's memory. */
export function damage(arena: Arena, address: number, bits: number): void {
  const byte = new Uint8Array(arena.engine.memory.buffer, address, 1);
  byte[0] = (byte[0] as number) ^ bits;
}
