/**
 * undici.ts - a store for the cache interceptor of undici, over a SpillMap or a SpillCache.
 *
 * Keeps: a response is one value, so its body is there as a whole or not at all. It appears when its stream
 * has ended. A store never fails a request: what cannot be kept is given up in silence, and what is closed
 * holds nothing. For undici takes an error of a stream for a reason to delete what is stored under that
 * URL.
 */
import { missingError, rangeError, typeError } from "../base/errors.js";
import { bytesOr, readTable } from "../base/options/parse.js";
import type { SpillMap } from "../faces/spill_map.js";
import { BodyBuffer, type PendingBytes } from "./undici/body_buffer.js";
import { readRequest, readUrl, type StoredRequest } from "./undici/request.js";
import { writeHead } from "./undici/response.js";
import { ResponseShelf } from "./undici/response_shelf.js";

// biome-ignore-start lint/suspicious/noTsIgnore: an error is there only where the types of Node are not.
// The two are `any` then. Comments of this form are written into the declarations.
/** @ts-ignore */
export type NodeWritable = import("node:stream").Writable;
/** @ts-ignore */
export type NodeBuffer = import("node:buffer").Buffer;
// biome-ignore-end lint/suspicious/noTsIgnore: as above.

/** As much of a SpillMap or a SpillCache as a store uses. */
export type ResponseCache = Pick<
  SpillMap<unknown>,
  "get" | "peek" | "trySet" | "has" | "delete" | "size" | "close"
> & { stats(): { rawBytes: number } };

/** A request, as undici asks a store for it. */
export interface CacheKey {
  origin: string;
  method: string;
  path: string;
  /** By names in lower case. */
  headers?: Record<string, string | string[]>;
}

/** A response without its body. Times are milliseconds since 1970. */
export interface CacheValue {
  statusCode: number;
  statusMessage: string;
  headers: Record<string, string | string[]>;
  /** The headers of its request that it depends on; null for one that was not there. */
  vary?: Record<string, string | string[] | null>;
  etag?: string;
  cacheControlDirectives?: object;
  cachedAt: number;
  staleAt: number;
  /** From here on it is not to be had. */
  deleteAt: number;
}

/** A response from a store. Its headers, directives and body are the caller's to change. */
export interface CachedResponse extends CacheValue {
  cacheControlDirectives: object;
  /** The body in one piece, or no piece if it is empty. */
  body: NodeBuffer[];
}

export interface SpillwayCacheStoreOptions {
  /**
   * Bytes that a body may have: a number, or a string such as "1MiB". Larger ones are not stored. Default:
   * 5 MiB, as in undici's MemoryCacheStore.
   */
  maxEntrySize?: number | string;
  /**
   * Bytes that all bodies under way may take together, at least maxEntrySize. One that goes beyond is not
   * stored. Default: 32 MiB, or maxEntrySize if that is more.
   */
  maxPendingSize?: number | string;
}

const MAX_ENTRY = 5 * 2 ** 20;
const MAX_PENDING = 32 * 2 ** 20;

const OPTIONS = { maxEntrySize: bytesOr(MAX_ENTRY), maxPendingSize: bytesOr(undefined) };
const USED = ["get", "peek", "trySet", "has", "delete", "stats", "close"];

export class SpillwayCacheStore {
  readonly #node = nodeParts();
  readonly #cache: ResponseCache;
  readonly #shelf: ResponseShelf;
  readonly #maxEntrySize: number;
  readonly #pending: PendingBytes;
  readonly #underWay = new Set<NodeWritable>();
  #isClosed = false;

  /**
   * @param cache a SpillCache or SpillMap of the store's own
   * @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE; ERR_SPILLWAY_UNSUPPORTED where there is no
   *   node:stream
   */
  constructor(cache: ResponseCache, options: SpillwayCacheStoreOptions = {}) {
    const given = cache as unknown as Record<string, unknown> | null | undefined;
    if (typeof given !== "object" || given === null || USED.some((name) => typeof given[name] !== "function"))
      throw typeError("cache", "a SpillCache or a SpillMap", cache);
    const { maxEntrySize, maxPendingSize } = readTable("store options", options, OPTIONS).values;
    if (maxPendingSize !== undefined && maxPendingSize < maxEntrySize)
      throw rangeError("maxPendingSize", `at least maxEntrySize, which is ${maxEntrySize}`, maxPendingSize);
    this.#cache = cache;
    this.#shelf = new ResponseShelf(cache);
    this.#maxEntrySize = maxEntrySize;
    this.#pending = { bytes: 0, max: maxPendingSize ?? Math.max(MAX_PENDING, maxEntrySize) };
  }

  /**
   * The response that answers a request: of its URL and method, and with the headers that the response
   * depends on. Undefined if there is none, or its time is up.
   */
  get(key: CacheKey): CachedResponse | undefined {
    const request = readRequest(key);
    const found = this.#whileOpen(() => this.#shelf.find(request));
    if (found === undefined) return undefined;
    const { bytes } = found;
    const { method: _method, bodyAt, vary, etag, ...response } = found.response;
    // A copy: who is given a body may write into it, and a hot value is kept as it is.
    const body = bodyAt < bytes.length ? [this.#node.Buffer.from(bytes.subarray(bodyAt))] : [];
    const optional = { ...(vary === undefined ? {} : { vary }), ...(etag === undefined ? {} : { etag }) };
    return { ...response, ...optional, body } as CachedResponse;
  }

  /**
   * A stream for the body of a response. When it has ended the response is stored, in place of the one that
   * was given for this request until then. `finish` tells that it is stored; `close` without it that it is
   * not: the body was too large, the stream was destroyed, or the cache has no room. The older one is still
   * there then. Undefined: this response cannot be stored.
   */
  createWriteStream(key: CacheKey, value: CacheValue): NodeWritable | undefined {
    const request = readRequest(key);
    const { head, deleteAt } = writeHead(request.method, value);
    if (this.#isClosed || !(deleteAt > Date.now())) return undefined;
    const body = new BodyBuffer(head, this.#maxEntrySize, this.#pending);
    const stream: NodeWritable = new this.#node.Writable({
      write: (chunk: Uint8Array, _encoding: string, done: () => void) => {
        if (!body.append(chunk)) stream.destroy();
        done();
      },
      final: (done: () => void) => {
        if (this.#put(request, body.take())) done();
        else stream.destroy();
      },
      destroy: (error: Error | null, done: (error: Error | null) => void) => {
        body.drop();
        this.#underWay.delete(stream);
        done(error);
      },
    });
    this.#underWay.add(stream);
    return stream;
  }

  /** Takes out all responses of the key's URL, of any method. */
  delete(key: Pick<CacheKey, "origin" | "path">): void {
    const url = readUrl(key);
    this.#whileOpen(() => this.#shelf.remove(url));
  }

  /** Bytes of all responses, with their headers, before compression. */
  get size(): number {
    return this.#whileOpen(() => this.#cache.stats().rawBytes) ?? 0;
  }

  /**
   * Whether the last response that came found no free room: it was not stored, or others were evicted for it.
   */
  isFull(): boolean {
    return this.#shelf.isFull;
  }

  /** Closes the cache and gives up the streams under way. From then on nothing is stored or found. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const stream of this.#underWay) stream.destroy();
    this.#cache.close();
  }

  #put(request: StoredRequest, bytes: Uint8Array): boolean {
    try {
      return this.#whileOpen(() => this.#shelf.put(request, bytes)) ?? false;
    } catch {
      // What is wrong with the engine, the next `get` will tell.
      return false;
    }
  }

  /** Undefined when the store, its cache or its pool is closed. */
  #whileOpen<T>(call: () => T): T | undefined {
    if (this.#isClosed) return undefined;
    try {
      return call();
    } catch (error) {
      if ((error as { code?: unknown } | null)?.code === "ERR_SPILLWAY_CLOSED") return undefined;
      throw error;
    }
  }
}

/** As much of Node as is used. Nothing is imported, so that a bundle for any host can hold this file. */
interface NodeParts {
  Writable: new (options: object) => NodeWritable;
  Buffer: { from(bytes: Uint8Array): NodeBuffer };
}

function nodeParts(): NodeParts {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const module = (name: string) => process?.getBuiltinModule?.(name) as Partial<NodeParts> | undefined;
  const { Writable } = module("node:stream") ?? {};
  const { Buffer } = module("node:buffer") ?? {};
  if (Writable === undefined || Buffer === undefined)
    throw missingError("process.getBuiltinModule with node:stream", "for the bodies of responses");
  return { Writable, Buffer };
}
