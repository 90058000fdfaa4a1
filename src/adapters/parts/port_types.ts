/**
 * port_types.ts - the types of `spillway/port`: options of both sides, and the faces of a pool on the other
 * side of a port.
 */
import type { AbortSignalLike } from "../../base/abort.js";
import type { PagedBufferOptions } from "../../base/options/buffer.js";
import type { FrontswapOptions, Pages, StoreOptions } from "../../base/options/client.js";
import type { SpillCacheOptions, SpillMapOptions } from "../../base/options/map.js";
import type { SpillwayOptions } from "../../base/options/pool.js";
import type { HostAsyncDisposable } from "../../base/types.js";
import type { PagedBufferStats } from "../../faces/paged_buffer.js";
import type { SpillCacheStats } from "../../faces/spill_cache.js";
import type { SpillMapStats } from "../../faces/spill_map.js";
import type { Spillway } from "../../pool.js";
import type { ClientStats } from "../../telemetry/stats_types.js";

/**
 * One end of a channel: a MessagePort of the web or of Node, a Worker or a worker's own scope, Electron's
 * MessagePortMain or parentPort, a child process (or `process` in one) with `serialization: "advanced"`.
 */
export type PortLike =
  // biome-ignore lint/suspicious/noExplicitAny: hosts differ in what may be transferred.
  | { postMessage(message: any, transfer?: any): void }
  // biome-ignore lint/suspicious/noExplicitAny: as Node has it.
  | { send?: any; on(event: any, listener: any): unknown };

/** What one client of a port may have. */
export interface ServeOptions {
  /**
   * Stands before the names of the client's faces, as in "window-3/undo". Give each port one of its own: in a
   * restored pool pages are claimed by name. 1 to 100 characters, default "port".
   */
  name?: string;
  /**
   * Bytes that all faces of the client may count in the pool together: a number, or a string such as "64MiB".
   * A face that is opened with a `maxBytes` takes that much of it, one without all that is left. Default: no
   * bound but the pool's.
   */
  maxBytes?: number | string;
  /**
   * Bytes outside of the pool's memory that the client may have: what its faces ask for as `hotBytes` and
   * `residentBytes`, and the indexes of its maps. Default: "256MiB".
   */
  maxOutsideBytes?: number | string;
  /** Faces that may be open at once. Default: 256. */
  maxFaces?: number;
  /** Bytes of calls waiting at the server, and of results that the client has not read. Default: "4MiB". */
  maxInFlightBytes?: number | string;
  /** Bytes of one value. Default: "64MiB". */
  maxValueBytes?: number | string;
  /**
   * Milliseconds, at least 100, without a word from the client after which it counts as gone. For hosts whose
   * ports do not tell. Default: none.
   */
  leaseMs?: number;
}

/** Why a connection ended: `close` by the server, `bye` by the client, its port or its lease, or a breach. */
export type EndReason = "close" | "bye" | "gone" | "lease" | "breach";

/** A port that is being served. */
export interface Served extends HostAsyncDisposable {
  /** Resolves when the connection has ended and the client's pages are given back. */
  readonly closed: Promise<EndReason>;
  /** Calls done, messages that came, faces that are open. */
  stats(): ServedStats;
  /** Ends the connection: the client's pages are gone, its calls reject with ERR_SPILLWAY_PORT_CLOSED. */
  close(): void;
}

export interface ServedStats {
  calls: number;
  messages: number;
  faces: number;
  /** Calls that wait for their turn, and their bytes. */
  waiting: number;
  waitingBytes: number;
}

export interface ConnectOptions {
  /** Bytes of calls under way; the server may allow less. Others wait. Default: what the server allows. */
  maxInFlightBytes?: number | string;
  /** Ends the attempt to connect. */
  signal?: AbortSignalLike;
}

/** The class `Spillway`, as far as a worker uses it. */
export interface PoolClass {
  openSync(options: SpillwayOptions): Spillway;
}

/** Options of `serveWorker`. */
export interface ServeWorkerOptions extends ServeOptions {
  /**
   * Makes the options of the pool of those that came with `offload`: it adds what cannot be sent, such as a
   * device. Default: as they came.
   */
  // biome-ignore lint/suspicious/noExplicitAny: what came is whatever the other side has sent.
  open?: (options: any) => SpillwayOptions;
}

/** Options of a pool that can be sent to a worker. */
export type OffloadOptions = Omit<SpillwayOptions, "spill" | "pressure" | "wasm">;

/** A worker of the web or of Node. */
export type WorkerLike = PortLike & { terminate(): unknown };

export interface CallOptions {
  /**
   * Takes the call back while it waits on this side. One that is under way rejects and may be carried out all
   * the same; one that hands over the only copy of something is waited for.
   */
  signal?: AbortSignalLike;
}

export interface RemoteStoreOptions extends StoreOptions, CallOptions {}

export interface RemoteSetOptions extends CallOptions {
  /** The value, an array of bytes, may be transferred: it is empty afterwards where the port can do that. */
  transfer?: boolean;
}

export interface RemotePoolStats {
  /** Calls that were answered, messages that were sent. */
  calls: number;
  messages: number;
  /** Calls that wait on this side, calls that are under way, and the bytes that they count. */
  waiting: number;
  inFlight: number;
  inFlightBytes: number;
  /** Faces of this connection; their pages and the bytes that these count in the pool. */
  faces: number;
  pages: number;
  countedBytes: number;
}

/** A pool on the other side of a port. */
export interface RemotePool extends HostAsyncDisposable {
  readonly pageSize: number;
  /** Resolves when the connection has ended: undefined after `close`, else the error that says why. */
  readonly closed: Promise<Error | undefined>;
  frontswap(options?: FrontswapOptions): Promise<RemoteFrontswap>;
  map<V = unknown>(options?: SpillMapOptions<V>): Promise<RemoteMap<V>>;
  cache<V = unknown>(options?: SpillCacheOptions<V>): Promise<RemoteCache<V>>;
  buffer(byteLength: number | string, options: PagedBufferOptions): Promise<RemoteBuffer>;
  /** Resolves when no call waits on this side any more. */
  drained(): Promise<void>;
  stats(): Promise<RemotePoolStats>;
  /** Ends the connection: all pages of its faces are gone. Closing twice is fine. */
  close(): Promise<void>;
}

/** What every face has. */
export interface RemoteFace extends HostAsyncDisposable {
  readonly name: string;
  /** Drops everything. Later calls reject with ERR_SPILLWAY_CLOSED; closing twice is fine. */
  close(): Promise<void>;
}

/** A Frontswap whose verbs answer promises. */
export interface RemoteFrontswap extends RemoteFace {
  writethrough: boolean;
  exclusiveGets: boolean;
  init(type: number): Promise<void>;
  store(type: number, offset: number, page: ArrayBufferView, options?: RemoteStoreOptions): Promise<boolean>;
  /** Fills the start of `page` when the answer comes. */
  load(type: number, offset: number, page: ArrayBufferView, options?: CallOptions): Promise<boolean>;
  loadBytes(type: number, offset: number, page: ArrayBufferView, options?: CallOptions): Promise<number>;
  /** In parts of 256 pages. */
  storeMany(
    type: number,
    offsets: ArrayLike<number>,
    pages: Pages,
    options?: RemoteStoreOptions,
  ): Promise<boolean[]>;
  loadMany(type: number, offsets: ArrayLike<number>, pages: Pages, options?: CallOptions): Promise<boolean[]>;
  pageLength(type: number, offset: number): Promise<number>;
  invalidatePage(type: number, offset: number): Promise<boolean>;
  invalidateArea(type: number): Promise<number>;
  currPages(type: number): Promise<number>;
  stats(): Promise<ClientStats>;
}

/** A SpillMap whose verbs answer promises. */
export interface RemoteMap<V = unknown> extends RemoteFace {
  get(key: string, options?: CallOptions): Promise<V | undefined>;
  peek(key: string, options?: CallOptions): Promise<V | undefined>;
  getMany(keys: Iterable<string>, options?: CallOptions): Promise<(V | undefined)[]>;
  /** Rejects with ERR_SPILLWAY_FULL where `trySet` answers false. */
  set(key: string, value: V, options?: RemoteSetOptions): Promise<void>;
  trySet(key: string, value: V, options?: RemoteSetOptions): Promise<boolean>;
  /** All of them are tried; rejects with the first failure. */
  setMany(entries: Iterable<readonly [string, V]>, options?: RemoteSetOptions): Promise<void>;
  has(key: string, options?: CallOptions): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  entryBytes(key: string): Promise<number | undefined>;
  /** Fills the start of `target` with bytes of a value, 1 MiB at most; how many there were. */
  readAt(
    key: string,
    offset: number,
    target: ArrayBufferView,
    options?: CallOptions,
  ): Promise<number | undefined>;
  size(): Promise<number>;
  clear(): Promise<void>;
  keys(): AsyncIterableIterator<string>;
  values(): AsyncIterableIterator<V>;
  entries(): AsyncIterableIterator<[string, V]>;
  stats(): Promise<SpillMapStats>;
}

/** A SpillCache whose verbs answer promises. */
export interface RemoteCache<V = unknown> extends RemoteMap<V> {
  take(key: string, options?: CallOptions): Promise<V | undefined>;
  getOrSet(key: string, make: (key: string) => V | PromiseLike<V>): Promise<V>;
  stats(): Promise<SpillCacheStats>;
}

/** A PagedBuffer whose verbs answer promises. It has no pins. */
export interface RemoteBuffer extends RemoteFace {
  readonly byteLength: number;
  /** In parts of 1 MiB. */
  read(offset: number, target: ArrayBufferView, options?: CallOptions): Promise<void>;
  /** In parts of 1 MiB, each all or nothing. */
  write(offset: number, source: ArrayBufferView, options?: CallOptions): Promise<void>;
  discard(offset: number, length: number): Promise<void>;
  flush(): Promise<number>;
  stats(): Promise<PagedBufferStats>;
}
