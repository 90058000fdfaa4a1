/**
 * index.ts - the public names of `spillway`.
 */
export {
  SpillwayError,
  type SpillwayErrorCode,
  SpillwayRangeError,
  SpillwayTypeError,
} from "./errors.js";
export type { Frontswap } from "./frontswap.js";
export type { FrontswapOptions, SpillwayOptions, WasmSource } from "./options.js";
export { Spillway } from "./pool.js";
export type { PoolStats } from "./stats.js";
