/**
 * map.ts - options of a SpillMap: their types, their defaults, their checks.
 */
import { type AbortSignalLike, checkSignal } from "../abort.js";
import { typeError } from "../errors.js";
import { readForeign } from "../foreign.js";
import { checkKind, type StoreOptions, weightOr } from "./client.js";
import type { ImageSource } from "./image.js";
import { bytesOr, flagOr, nameOr, numberOr, type Reader, readTable } from "./parse.js";

/** Turns values into bytes and back, in place of the map's own way. */
export interface SpillMapCodec<V = unknown> {
  /** Answers bytes, which are copied before anything else runs. */
  encode(value: V): ArrayBufferView;
  /** Is given bytes that are its own to keep. */
  decode(bytes: Uint8Array): V;
}

/**
 * Why a value left a map: it was overwritten, deleted, its time was up, all were cleared, or the map was
 * closed.
 */
export type SpillMapReason = "set" | "delete" | "expire" | "clear" | "close";

/** The same of a cache: also, the pool wanted room, or `take` has taken it. */
export type SpillCacheReason = SpillMapReason | "evict" | "take";

export interface SpillMapOptions<V = unknown> {
  /** A name of 1 to 255 characters, for messages. Default: "map-" and a number. */
  name?: string;
  /**
   * Bound of the bytes that the map's pages take in the pool: a number, or a string such as "16MiB". They are
   * counted as for a frontswap. Beyond it a set is refused. Keys and the index are outside of the pool's
   * memory and of this bound: `stats()` tells how large they are. Default: none but the pool's.
   */
  maxBytes?: number | string;
  /** Bound of the bytes that the map's bodies take on the pool's devices: as of a frontswap. */
  maxDeviceBytes?: number | string;
  /**
   * Bound of the values that are also kept as they are, so that a `get` need not read them from bytes: a
   * number, or a string such as "16MiB", of their serialised bytes, each counted as 32 at least. The same
   * object comes back for as long as it is kept: changes to it are seen until it is let go of, and lost then,
   * unless it is set again. Default: 0.
   */
  hotBytes?: number | string;
  /**
   * Keep and give copies of hot values (default false): changes to an object are never seen without `set`.
   */
  copy?: boolean;
  /** Milliseconds for which a value is kept after it was set, above 0. Default: no bound. */
  ttl?: number;
  /** What the values hold, if they are bytes: as for the `store` of a frontswap. Default: none. */
  kind?: StoreOptions["kind"];
  /**
   * Takes the place of the map's own way to make bytes of values, but for Uint8Array, Buffer and ArrayBuffer.
   * What it throws comes out of the map's verbs, and nothing has changed.
   */
  codec?: SpillMapCodec<V>;
  /**
   * Is told of every value that leaves the map, once the change is whole: it may call the map. What it throws
   * comes out of the verb that made the change. When the pool is closed, it is told by the map's `close`.
   */
  dispose?: (key: string, reason: SpillMapReason) => void;
}

/** Options of pool.cache: those of a map, and how much room it is due. */
export interface SpillCacheOptions<V = unknown>
  extends Omit<SpillMapOptions<V>, "maxBytes" | "maxDeviceBytes" | "dispose"> {
  /**
   * Bound of the bytes that the cache's pages take in the pool: a number, or a string such as "16MiB". They
   * are counted as for a cleancache. Beyond it older values go. Keys and the index are outside of the pool's
   * memory and of this bound: `stats()` tells how large they are. Default: none but the pool's.
   */
  maxBytes?: number | string;
  /**
   * How much of the room for ephemeral pages this cache is due against others: an integer from 1 to 65,536,
   * default 100.
   */
  weight?: number;
  /**
   * Is told of every value that leaves the cache, once the change is whole: it may call the cache. A value
   * that the pool evicts for another client leaves within that client's store. What it throws comes out of
   * the verb that made the change; after an eviction for another client it is reported as an uncaught error.
   */
  dispose?: (key: string, reason: SpillCacheReason) => void;
}

/**
 * Bytes of a value that comes in parts: a stream or another iterable of chunks, a Blob, a Response, or bytes.
 * Of any realm. They are read until the promise settles, and not changed.
 */
export type SpillMapSource = ImageSource;

/** Options of writable, setStream and readable. */
export interface SpillMapStreamOptions {
  /** Ends the stream early; it fails with the signal's reason. */
  signal?: AbortSignalLike;
}

/** The signal of a stream. */
export function checkMapStreamOptions(value: unknown): AbortSignalLike | undefined {
  const signal = (_what: string, one: unknown) => checkSignal(one);
  return readTable("stream options", value, { signal }).values.signal;
}

/** A codec whose functions were read once. */
export interface CheckedMapCodec {
  encode(value: unknown): unknown;
  decode(bytes: Uint8Array): unknown;
}

/** SpillMapOptions with defaults filled in and values checked. */
export interface CheckedMapOptions {
  name: string | undefined;
  maxBytes: number;
  hotBytes: number;
  copy: boolean;
  /** 0: no bound. */
  ttl: number;
  store: StoreOptions | undefined;
  codec: CheckedMapCodec | undefined;
  dispose: ((key: string, reason: SpillCacheReason) => void) | undefined;
}

/** A hundred years: ends of values stay whole numbers of milliseconds. */
const TTL_MAX = 100 * 365.25 * 24 * 3600 * 1000;

type Dispose = CheckedMapOptions["dispose"];

const BOTH = {
  name: nameOr(undefined),
  maxBytes: bytesOr(Number.POSITIVE_INFINITY),
  hotBytes: bytesOr(0),
  copy: flagOr(false),
  ttl: numberOr(0, "a number of milliseconds above 0", (ms) => ms > 0 && ms <= TTL_MAX),
  kind: (_what, kind) => {
    checkKind({ kind });
    return kind as StoreOptions["kind"];
  },
  codec: (_what, value) => checkMapCodec(value),
  dispose: (what, value) => {
    if (value !== undefined && typeof value !== "function") throw typeError(what, "a function", value);
    return value as Dispose;
  },
} satisfies Record<keyof Omit<SpillMapOptions, "maxDeviceBytes">, Reader<unknown>>;

const MAP = { ...BOTH, maxDeviceBytes: bytesOr(Number.POSITIVE_INFINITY) } satisfies Record<
  keyof SpillMapOptions,
  Reader<unknown>
>;

export function checkMapOptions(value: unknown): CheckedMapOptions & { maxDeviceBytes: number } {
  const { kind, ...options } = readTable("map options", value, MAP).values;
  return { ...options, store: kind === undefined ? undefined : { kind } };
}

const CACHE = { ...BOTH, weight: weightOr(100) } satisfies Record<keyof SpillCacheOptions, Reader<unknown>>;

export function checkCacheOptions(value: unknown): CheckedMapOptions & { weight: number } {
  const { kind, ...options } = readTable("cache options", value, CACHE).values;
  return { ...options, store: kind === undefined ? undefined : { kind } };
}

/** Its functions are read once, and called on the codec that the caller gave. */
function checkMapCodec(value: unknown): CheckedMapCodec | undefined {
  if (value === undefined) return undefined;
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    throw typeError("codec", "an object with encode and decode", value);
  const codec = value as Record<string, unknown>;
  const [encode, decode] = readForeign("codec", () => [codec.encode, codec.decode]);
  if (typeof encode !== "function") throw typeError("codec.encode", "a function", encode);
  if (typeof decode !== "function") throw typeError("codec.decode", "a function", decode);
  return {
    encode: (one) => Reflect.apply(encode, codec, [one]),
    decode: (bytes) => Reflect.apply(decode, codec, [bytes]),
  };
}
