/**
 * index.ts - the public names of `spillway`.
 */
export {
  SpillwayError,
  type SpillwayErrorCode,
  SpillwayRangeError,
  SpillwayTypeError,
} from "./errors.js";
export type { Frontswap, ReturnedPage } from "./frontswap.js";
export type {
  FrontswapOptions,
  Pressure,
  PressureOptions,
  SpillwayOptions,
  WasmSource,
  WorkOptions,
} from "./options.js";
export { Spillway } from "./pool.js";
export type { ArenaStats, PoolStats } from "./stats.js";
