/**
 * parse.ts - how options are read: each value once, by a table that says what it may be.
 *
 * A wrong option throws an error that names the option and the value. Nothing is clamped, and no unknown name
 * is passed over in silence. A table has a reader for each option, in the order in which they are read and
 * named in messages.
 */
import { rangeError, typeError } from "../errors.js";
import { readOptions } from "../foreign.js";

/** Checks the value of the option called `what`; undefined if it was not given. Answers the value to use. */
export type Reader<T> = (what: string, value: unknown) => T;

export type Table = Readonly<Record<string, Reader<unknown>>>;

/** What was read by a table. */
export interface Read<T extends Table> {
  /** The values to use, defaults filled in. */
  values: { [Name in keyof T]: ReturnType<T[Name]> };
  /** The values as they were given, for messages; those that were not given are missing. */
  given: Readonly<Record<string, unknown>>;
}

/**
 * Reads the options of a table.
 *
 * @param what names the options in messages
 * @param prefix goes before the name of each option in messages
 * @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE
 */
export function readTable<T extends Table>(what: string, value: unknown, table: T, prefix = ""): Read<T> {
  const given = readOptions(what, value, Object.keys(table));
  const values: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(table)) values[name] = reader(prefix + name, given[name]);
  return { values: values as Read<T>["values"], given };
}

const UNITS: Readonly<Record<string, number>> = { "": 1, B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** Bytes of a whole number or of a string such as "256MiB". */
export function parseBytes(what: string, value: unknown): number {
  const wanted = 'a whole number of bytes or a string such as "256MiB"';
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value) || value < 0) throw rangeError(what, wanted, value);
    return value;
  }
  if (typeof value !== "string") throw typeError(what, wanted, value);
  const match = /^(\d+(?:\.\d+)?) ?(B|KiB|MiB|GiB|)$/.exec(value);
  const bytes = match ? Number(match[1]) * (UNITS[match[2] ?? ""] ?? Number.NaN) : Number.NaN;
  if (!Number.isSafeInteger(bytes)) throw rangeError(what, wanted, value);
  return bytes;
}

/** Bytes, as parseBytes reads them. */
export function bytesOr<T>(fallback: T): Reader<number | T> {
  return (what, value) => (value === undefined ? fallback : parseBytes(what, value));
}

/**
 * One of these values. A value of another type than the fallback's is a mistake of type, another value one of
 * range.
 */
export function oneOf<const T>(values: readonly T[], fallback: T): Reader<T> {
  return (what, value) => {
    if (value === undefined) return fallback;
    if (values.includes(value as T)) return value as T;
    const list = values.map((one) => (typeof one === "string" ? `"${one}"` : String(one))).join(" or ");
    throw typeof value === typeof fallback ? rangeError(what, list, value) : typeError(what, list, value);
  };
}

/** True or false. */
export function flagOr(fallback: boolean): Reader<boolean> {
  return oneOf([true, false], fallback);
}

/** A number that is `good`; `wanted` says in words which ones are. */
export function numberOr<T>(
  fallback: T,
  wanted: string,
  good: (value: number) => boolean,
): Reader<number | T> {
  return (what, value) => {
    if (value === undefined) return fallback;
    if (typeof value !== "number") throw typeError(what, wanted, value);
    if (!good(value)) throw rangeError(what, wanted, value);
    return value;
  };
}

/** Milliseconds for which a page must not have been used: from 0 to below 2^31. */
export function idleOr(fallback: number): Reader<number> {
  return numberOr(fallback, "a number of milliseconds, 0 or more", (ms) => ms >= 0 && ms < 2 ** 31);
}

/** Characters of a name. */
export const NAME_LENGTH_MAX = 255;

/** A name of 1 to NAME_LENGTH_MAX characters. */
export function nameOr<T>(fallback: T): Reader<string | T> {
  return (what, value) => {
    if (value === undefined) return fallback;
    if (typeof value !== "string" || value === "") throw typeError(what, "a string that is not empty", value);
    if (value.length > NAME_LENGTH_MAX)
      throw rangeError(what, `at most ${NAME_LENGTH_MAX} characters`, value.length);
    return value;
  };
}

/** A switch that is set later; undefined turns it off. */
export function checkSwitch(what: string, value: unknown): boolean {
  return flagOr(false)(what, value);
}
