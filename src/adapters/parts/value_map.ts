/**
 * value_map.ts - what entries use of a SpillMap or SpillCache.
 */
import { typeError } from "../../base/errors.js";

/** Of a SpillMap or SpillCache, with values of any type. */
export interface ValueMap {
  get(key: string): unknown;
  /** Waits for a device that answers later. */
  getAsync?(key: string): Promise<unknown>;
  peek(key: string): unknown;
  has(key: string): boolean;
  // biome-ignore lint/suspicious/noExplicitAny: a map of any values will do.
  set(key: string, value: any): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: a map of any values will do.
  trySet(key: string, value: any): boolean;
  delete(key: string): boolean;
  clear(): void;
  keys(): IterableIterator<string>;
  entryBytes(key: string): number | undefined;
}

const VERBS = ["get", "peek", "has", "set", "trySet", "delete", "clear", "keys", "entryBytes"] as const;

/** @throws ERR_SPILLWAY_ARG_TYPE for anything but a SpillMap or SpillCache */
export function checkMap(what: string, map: ValueMap): ValueMap {
  const isObject = typeof map === "object" && map !== null;
  if (isObject && VERBS.every((verb) => typeof map[verb] === "function")) return map;
  throw typeError(what, "a SpillMap or SpillCache", map);
}

/** The value of a key: a promise of it if a device has it that answers later. */
export function getOrWait(map: ValueMap, key: string, use = true): unknown {
  try {
    return use ? map.get(key) : map.peek(key);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === "ERR_SPILLWAY_WOULD_BLOCK" && map.getAsync !== undefined) return map.getAsync(key);
    throw error;
  }
}

/** Takes out the values of all keys that begin so. */
export function clearBelow(map: ValueMap, prefix: string): void {
  for (const key of map.keys()) if (key.startsWith(prefix)) map.delete(key);
}
