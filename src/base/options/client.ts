/**
 * client.ts - options of clients and of their stores: their types, their defaults, their checks.
 */
import { PageKind } from "../../abi.js";
import { typeError } from "../errors.js";
import { readOptions } from "../foreign.js";
import { bytesOr, flagOr, nameOr, numberOr, type Reader, readTable } from "./parse.js";

/** Options of pool.frontswap. */
export interface FrontswapOptions {
  /**
   * A name of 1 to 255 characters, for messages. A pool that was restored answers a client of the image that
   * has this name and was not claimed yet, with its areas and pages. Default: "frontswap-" and a number, a
   * new client.
   */
  name?: string;
  /**
   * Bound of the bytes that this client takes: a number, or a string such as "16MiB". `stats().bytes.counted`
   * says what counts: bodies, and 56 bytes for each page, same-filled or not. With 0 nothing is stored.
   * Default: none but the pool's; for a client out of an image, the one that it had.
   */
  maxBytes?: number | string;
  /**
   * Bound of the bytes that this client's bodies take on the pool's devices, each with its seal and up to the
   * next unit: a number, or a string such as "1GiB". Beyond it bodies of this client stay in memory. With 0
   * none leaves. Default: none but the devices' own. An image does not keep it.
   */
  maxDeviceBytes?: number | string;
}

/** Options of pool.cleancache. */
export interface CleancacheOptions {
  /** A name of 1 to 255 characters, for messages. Default: "cleancache-" and a number. */
  name?: string;
  /**
   * How much of the room for ephemeral pages this client is due against others with such pages: an integer
   * from 1 to 65,536, default 100. A client may have more while no other wants it, and is the first to lose
   * it.
   */
  weight?: number;
  /**
   * Bound of the bytes that this client takes: a number, or a string such as "16MiB". `stats().bytes.counted`
   * says what counts: bodies, and 96 bytes for each page, same-filled or not. Default: none but the pool's.
   */
  maxBytes?: number | string;
  /** Whether a get takes the page out (default true); `cache.exclusiveGets` changes it later. */
  exclusiveGets?: boolean;
  /**
   * Whether keys of its pages that are evicted are kept until `cache.takeEvicted()` asks for them, and named
   * in messages of `spillway:evict` (default false). Takes 4 KiB in each arena of the pool.
   */
  evictedKeys?: boolean;
}

/** Pages that a caller gives at once: an array of bytes for each, or one with `pageSize` bytes for each. */
export type Pages = ArrayBufferView | readonly ArrayBufferView[];

/** How a page is stored. */
export interface StoreOptions {
  /**
   * What the page holds, from its first byte on, little-endian: numbers of one type, or pixels of four bytes,
   * red, green, blue, alpha. They are turned before they are compressed, so that bytes which are alike lie
   * together. A hint: a wrong one costs compression, never the page. Default: none.
   */
  kind?: "f64" | "f32" | "i32" | "rgba" | undefined;
}

/** Options of a client with defaults filled in. */
export interface ClientOptions {
  name: string;
  weight: number;
  maxBytes: number;
  /** Whether it asks for the keys of its pages that are evicted. */
  evictedKeys?: boolean;
}

const WEIGHT_MAX = 65_536;

const FRONTSWAP = {
  name: nameOr(undefined),
  maxBytes: bytesOr(undefined),
  maxDeviceBytes: bytesOr(undefined),
} satisfies Record<keyof FrontswapOptions, Reader<unknown>>;

/** How much room a client is due against others. */
export function weightOr(fallback: number): Reader<number> {
  const wanted = `an integer from 1 to ${WEIGHT_MAX}`;
  return numberOr(
    fallback,
    wanted,
    (weight) => Number.isInteger(weight) && weight >= 1 && weight <= WEIGHT_MAX,
  );
}

const CLEANCACHE = {
  name: nameOr(undefined),
  weight: weightOr(100),
  maxBytes: bytesOr(Number.POSITIVE_INFINITY),
  exclusiveGets: flagOr(true),
  evictedKeys: flagOr(false),
} satisfies Record<keyof CleancacheOptions, Reader<unknown>>;

/** What was given; what was not is undefined. */
export function checkFrontswapOptions(value: unknown): {
  name: string | undefined;
  maxBytes: number | undefined;
  maxDeviceBytes: number | undefined;
} {
  return readTable("frontswap options", value, FRONTSWAP).values;
}

/** The same with the defaults of all but the name. */
export function checkCleancacheOptions(value: unknown): {
  name: string | undefined;
  weight: number;
  maxBytes: number;
  exclusiveGets: boolean;
  evictedKeys: boolean;
} {
  return readTable("cleancache options", value, CLEANCACHE).values;
}

const KINDS: Readonly<Record<string, number>> = {
  f64: PageKind.EIGHT,
  f32: PageKind.FOUR,
  i32: PageKind.FOUR,
  rgba: PageKind.RGBA,
};

/** The PageKind of the options of a store. */
export function checkKind(value: unknown): number {
  if (value === undefined) return PageKind.PLAIN;
  const { kind } = readOptions("store options", value, ["kind"]);
  if (kind === undefined) return PageKind.PLAIN;
  const known = typeof kind === "string" && Object.hasOwn(KINDS, kind);
  if (!known) throw typeError("kind", '"f64", "f32", "i32" or "rgba"', kind);
  return KINDS[kind] as number;
}
