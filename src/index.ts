/**
 * index.ts - the public names of `spillway`.
 */

export type { AbortSignalLike } from "./base/abort.js";
export {
  SpillwayError,
  type SpillwayErrorCode,
  SpillwayRangeError,
  SpillwayTypeError,
} from "./base/errors.js";
export type { PagedBufferOptions } from "./base/options/buffer.js";
export type { CleancacheOptions, FrontswapOptions, Pages, StoreOptions } from "./base/options/client.js";
export type { SpillDevice } from "./base/options/device.js";
export type { FileDeviceOptions } from "./base/options/file.js";
export type { ImageSource, RestoreOptions, SnapshotOptions } from "./base/options/image.js";
export type {
  SpillCacheOptions,
  SpillCacheReason,
  SpillMapCodec,
  SpillMapOptions,
  SpillMapReason,
  SpillMapSource,
  SpillMapStreamOptions,
} from "./base/options/map.js";
export type {
  OpenOptions,
  Pressure,
  PressureOptions,
  SpillwayOptions,
  WasmSource,
} from "./base/options/pool.js";
export type { WaitOptions } from "./base/options/wait.js";
export type { RecompressOptions, WorkOptions } from "./base/options/work.js";
export type { Cleancache, EvictedKeys } from "./clients/cleancache.js";
export type { Frontswap, ReturnedPage } from "./clients/frontswap.js";
export type { PagedBuffer, PagedBufferStats } from "./faces/paged_buffer.js";
export type { PagedBufferPin, ViewType } from "./faces/pin.js";
export type { SpillCache, SpillCacheStats } from "./faces/spill_cache.js";
export type { SpillMap, SpillMapStats } from "./faces/spill_map.js";
export { Spillway } from "./pool.js";
export type {
  CloseMessage,
  DeviceMessage,
  DisposeMessage,
  EvictedKey,
  EvictMessage,
  PressureMessage,
  RefuseMessage,
} from "./telemetry/channels.js";
export type { LatencyStats, LatencySummary } from "./telemetry/latency.js";
export type {
  ArenaStats,
  ClientStats,
  PoolStats,
  ShadowStats,
  SpillDeviceStats,
  SpillStats,
} from "./telemetry/stats_types.js";
