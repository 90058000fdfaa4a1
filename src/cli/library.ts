/**
 * library.ts - the one door from the command to the library.
 *
 * The command uses the package by its own name, as its users do: the bundle leaves `spillway` outside, and Node
 * resolves it to the library beside the bundle.
 */
import { readFileSync } from "node:fs";

export type { Frontswap, PoolStats, SpillwayOptions } from "spillway";
export { Spillway } from "spillway";

/** The version in package.json, which lies two folders above both this file and its bundle. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
