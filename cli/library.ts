/**
 * library.ts - the only file of the command that imports the library.
 *
 * It imports the package by its name, as users do. The bundle does not include `spillway`: Node resolves the
 * name to the library beside the bundle.
 */
import { readFileSync } from "node:fs";
import { type Frontswap, Spillway, type SpillwayOptions } from "spillway";

export type { Frontswap, PoolStats, SpillDevice, SpillwayOptions } from "spillway";
export { Spillway } from "spillway";
export { type FileDeviceOptions, fileDevice } from "spillway/file";

/**
 * A function that the library's types leave out: it opens a pool whose page hash has a seed, not a secret.
 */
interface SeededDoor {
  openSeeded(options: SpillwayOptions, seed: readonly [number, number]): Spillway;
}

/** The upper half of the engine's seed of 64 bits. Any number will do: a seed of the command has 32 bits. */
const SEED_HIGH = 0x5eed;

/** Opens a pool that evicts the same pages whenever the same calls are made. `seed`: 0 to 2^32 - 1. */
export function openSeeded(options: SpillwayOptions, seed: number): Spillway {
  return (Spillway as unknown as SeededDoor).openSeeded(options, [seed, SEED_HIGH]);
}

/** Opens a pool with one client, whose area 0 takes pages. The caller closes the pool. */
export function openSwap(options: SpillwayOptions): { pool: Spillway; swap: Frontswap } {
  const pool = Spillway.openSync(options);
  const swap = pool.frontswap();
  swap.init(0);
  return { pool, swap };
}

/** The version in package.json, which is two folders above the bundle. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
