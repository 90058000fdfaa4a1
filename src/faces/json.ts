/**
 * json.ts - whether JSON brings a value back as it was.
 *
 * Strings, finite numbers other than -0, booleans, null, and arrays without holes and plain objects of such
 * values. Everything else would come back changed, or not at all: undefined, NaN, dates, maps, instances of
 * classes, symbols as keys, circles.
 */

/** Levels of nesting: a circle is deeper than any. JSON.parse itself ends not far beyond. */
const DEPTH_MAX = 1000;

export function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || depth === DEPTH_MAX) return false;
  if ("toJSON" in value) return false;
  return Array.isArray(value) ? isList(value, depth) : isPlain(value, depth);
}

function isList(list: unknown[], depth: number): boolean {
  if (Object.keys(list).length !== list.length) return false;
  for (let i = 0; i < list.length; i++) if (!isJson(list[i], depth + 1)) return false;
  return true;
}

function isPlain(value: object, depth: number): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype as object) !== null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  if (Object.getOwnPropertySymbols(value).length > 0 || Object.hasOwn(value, "__proto__")) return false;
  // A null prototype would come back as Object.prototype.
  return prototype !== null && Object.values(value).every((one) => isJson(one, depth + 1));
}
