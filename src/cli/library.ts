/**
 * library.ts - the one door from the command to the library.
 *
 * The command uses the package by its own name, as its users do: the bundle leaves `spillway` outside, and Node
 * resolves it to the library beside the bundle.
 */
import { readFileSync } from "node:fs";
import { Spillway, type SpillwayOptions } from "spillway";

export type { Frontswap, PoolStats, SpillwayOptions } from "spillway";
export { Spillway } from "spillway";

/** What the library keeps out of its types: a pool whose page hash comes of a seed instead of a secret. */
interface SeededDoor {
  openSeeded(options: SpillwayOptions, seed: readonly [number, number]): Spillway;
}

/** Opens a pool that evicts the same pages whenever the same is done to it. `seed`: 0 to 2^32 - 1. */
export function openSeeded(options: SpillwayOptions, seed: number): Spillway {
  return (Spillway as unknown as SeededDoor).openSeeded(options, [seed, SEED_HIGH]);
}

/** Any number will do: a seed of the command has 32 bits, the engine takes 64. */
const SEED_HIGH = 0x5eed;

/** The version in package.json, which lies two folders above both this file and its bundle. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
