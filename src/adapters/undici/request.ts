/**
 * request.ts - what a cache store is asked for: a request, read once, and whether a stored response answers
 * it.
 */
import { typeError } from "../../base/errors.js";
import { readForeign } from "../../base/foreign.js";

/** Values of headers by their names in lower case. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;
/** Headers of the request that a response depends on; null: the request had none of that name. */
export type Vary = Readonly<Record<string, string | readonly string[] | null>>;

/** A request as an object of ours. */
export interface StoredRequest {
  /** All responses of one URL lie under it. No two URLs have the same. */
  url: string;
  method: string;
  headers: Headers;
}

/** What of a stored response decides whether it answers a request. */
export interface Selector {
  method: string;
  vary: Vary | undefined;
  /** Milliseconds since 1970 from which on it is not to be had. */
  deleteAt: number;
}

/** Reads a cache key. Throws ERR_SPILLWAY_ARG_TYPE for what is none. */
export function readRequest(key: unknown): StoredRequest {
  const url = readUrl(key);
  const { method, headers } = readForeign("key", () => {
    const { method, headers } = key as { method: unknown; headers: unknown };
    return { method, headers };
  });
  if (typeof method !== "string") throw typeError("key.method", "a string", method);
  if (headers !== undefined && (typeof headers !== "object" || headers === null))
    throw typeError("key.headers", "an object", headers);
  return { url, method, headers: readForeign("key.headers", () => copyHeaders(headers)) };
}

/** Reads the URL of a cache key. */
export function readUrl(key: unknown): string {
  if (typeof key !== "object" || key === null) throw typeError("key", "an object", key);
  const { origin, path } = readForeign("key", () => {
    const { origin, path } = key as { origin: unknown; path: unknown };
    return { origin, path };
  });
  if (typeof origin !== "string") throw typeError("key.origin", "a string", origin);
  if (typeof path !== "string") throw typeError("key.path", "a string", path);
  return `${origin.length}:${origin}${path}`;
}

function copyHeaders(headers: object = {}): Headers {
  const copy: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) copy[name] = Array.isArray(value) ? [...value] : value;
  return copy;
}

/** Whether a stored response may be given for a request, as of `now`. */
export function answers({ method, vary, deleteAt }: Selector, request: StoredRequest, now: number): boolean {
  if (!(deleteAt > now) || method !== request.method) return false;
  return Object.entries(vary ?? {}).every(([name, value]) => isSame(value, request.headers[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, i) => value === other[i]);
  return (one ?? undefined) === (other ?? undefined);
}
