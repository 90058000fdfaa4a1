/**
 * index.ts - the public names of `spillway`.
 */

export type { AbortSignalLike } from "./abort.js";
export type { Cleancache, EvictedKeys } from "./cleancache.js";
export type {
  CloseMessage,
  EvictedKey,
  EvictMessage,
  PressureMessage,
  RefuseMessage,
} from "./diagnostics.js";
export {
  SpillwayError,
  type SpillwayErrorCode,
  SpillwayRangeError,
  SpillwayTypeError,
} from "./errors.js";
export type { Frontswap, ReturnedPage } from "./frontswap.js";
export type { LatencyStats, LatencySummary } from "./histogram.js";
export type {
  CleancacheOptions,
  FrontswapOptions,
  ImageSource,
  OpenOptions,
  Pages,
  Pressure,
  PressureOptions,
  RecompressOptions,
  RestoreOptions,
  SnapshotOptions,
  SpillwayOptions,
  StoreOptions,
  WasmSource,
  WorkOptions,
} from "./options.js";
export { Spillway } from "./pool.js";
export type { ArenaStats, ClientStats, PoolStats, ShadowStats } from "./stats.js";
