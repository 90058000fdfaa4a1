/**
 * response.ts - a response as bytes, and the list of those that one URL has.
 *
 * A response says itself what it answers, so that a list that is older than what it names gives nothing
 * wrong:
 *
 *   0   u8      1: a response
 *   4   u32     bytes of the text
 *   8   4 f64   statusCode, cachedAt, staleAt, deleteAt
 *   40  text    JSON: method, statusMessage, headers, vary, etag, cacheControlDirectives
 *       body
 *
 * A list is a byte, 2, and JSON: slot, method, vary and deleteAt of each. Numbers are little-endian.
 */
import { typeError } from "../../base/errors.js";
import { readForeign } from "../../base/foreign.js";
import type { Headers, Selector, Vary } from "./request.js";

const RESPONSE = 1;
const LIST = 2;
const TEXT_AT = 40;

const NUMBERS = ["statusCode", "cachedAt", "staleAt", "deleteAt"] as const;
type Numbers = Record<(typeof NUMBERS)[number], number>;

/** A response without its body. */
export interface StoredResponse extends Numbers, Selector {
  statusMessage: string;
  headers: Headers;
  etag: string | undefined;
  cacheControlDirectives: Readonly<Record<string, unknown>>;
  /** Where in the bytes the body begins. */
  bodyAt: number;
}

/** A response of a list: the slot under which it lies. */
export interface Listed extends Selector {
  slot: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The bytes in front of a body.
 *
 * @param method of the request
 * @param value a cache value, which is foreign
 * @throws ERR_SPILLWAY_ARG_TYPE for what is none
 */
export function writeHead(method: string, value: unknown): { head: Uint8Array; deleteAt: number } {
  if (typeof value !== "object" || value === null) throw typeError("value", "an object", value);
  const given = readForeign("value", () => {
    const { statusMessage, headers, vary, etag, cacheControlDirectives } = value as Record<string, unknown>;
    return { statusMessage, headers, vary, etag, cacheControlDirectives };
  });
  const numbers = readNumbers(value);
  if (typeof given.statusMessage !== "string")
    throw typeError("value.statusMessage", "a string", given.statusMessage);
  if (given.etag !== undefined && typeof given.etag !== "string")
    throw typeError("value.etag", "a string", given.etag);
  for (const name of ["headers", "vary", "cacheControlDirectives"] as const)
    if (typeof (given[name] ?? {}) !== "object") throw typeError(`value.${name}`, "an object", given[name]);
  const parts = [method, ...Object.values(given)];
  const text = encoder.encode(readForeign("value", () => JSON.stringify(parts)));
  const head = new Uint8Array(TEXT_AT + text.length);
  const view = new DataView(head.buffer);
  view.setUint8(0, RESPONSE);
  view.setUint32(4, text.length, true);
  for (const [i, name] of NUMBERS.entries()) view.setFloat64(8 + 8 * i, numbers[name], true);
  head.set(text, TEXT_AT);
  return { head, deleteAt: numbers.deleteAt };
}

function readNumbers(value: object): Numbers {
  const numbers: Partial<Numbers> = {};
  for (const name of NUMBERS) {
    const number: unknown = readForeign("value", () => (value as Record<string, unknown>)[name]);
    if (typeof number !== "number") throw typeError(`value.${name}`, "a number", number);
    numbers[name] = number;
  }
  return numbers as Numbers;
}

/** The bytes of a list. */
export function writeList(listed: readonly Listed[]): Uint8Array {
  // JSON knows no Infinity.
  const rows = listed.map(({ slot, method, vary, deleteAt }) => [
    slot,
    method,
    vary ?? null,
    Math.min(deleteAt, Number.MAX_VALUE),
  ]);
  const text = encoder.encode(JSON.stringify(rows));
  const bytes = new Uint8Array(1 + text.length);
  bytes[0] = LIST;
  bytes.set(text, 1);
  return bytes;
}

/** What a value is. Undefined for one that this file has not written. */
export function read(
  bytes: Uint8Array,
): { response: StoredResponse; list?: never } | { list: Listed[]; response?: never } | undefined {
  try {
    if (bytes[0] === RESPONSE) return { response: readResponse(bytes) };
    if (bytes[0] !== LIST) return undefined;
    const rows = JSON.parse(decoder.decode(bytes.subarray(1))) as [number, string, Vary | null, number][];
    const list = rows.map(([slot, method, vary, deleteAt]) => ({
      slot,
      method,
      vary: vary ?? undefined,
      deleteAt,
    }));
    return { list };
  } catch {
    return undefined;
  }
}

function readResponse(bytes: Uint8Array): StoredResponse {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodyAt = TEXT_AT + view.getUint32(4, true);
  const number = (i: number) => view.getFloat64(8 + 8 * i, true);
  const [method, statusMessage, headers, vary, etag, directives] = JSON.parse(
    decoder.decode(bytes.subarray(TEXT_AT, bodyAt)),
  ) as [string, string, Headers | null, Vary | null, string | null, Record<string, unknown> | null];
  return {
    method,
    statusCode: number(0),
    statusMessage,
    headers: headers ?? {},
    vary: vary ?? undefined,
    etag: etag ?? undefined,
    cacheControlDirectives: directives ?? {},
    cachedAt: number(1),
    staleAt: number(2),
    deleteAt: number(3),
    bodyAt,
  };
}
