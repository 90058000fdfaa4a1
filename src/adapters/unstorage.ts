/**
 * unstorage.ts - a SpillMap or SpillCache as a driver of unstorage.
 *
 * Unstorage calls a driver's functions without their object. So they are closures, not methods.
 */
import { typeError } from "../base/errors.js";
import { checkMap, clearBelow, getOrWait, type ValueMap } from "./parts/value_map.js";

export type { ValueMap } from "./parts/value_map.js";

export interface SpillwayDriverOptions {
  /** A map or cache that is the caller's. */
  map: ValueMap;
  /** The driver's keys begin with it in the map, as in "app:cache". Default: "", the whole map is its own. */
  base?: string;
}

/** What unstorage calls an item's value. */
type ItemValue = null | string | number | boolean | object;

/** A driver, with the members that unstorage asks for. */
export interface SpillwayDriver {
  readonly name: "spillway";
  readonly options: SpillwayDriverOptions;
  getInstance(): ValueMap;
  hasItem(key: string): boolean;
  /** A promise if the value is on a device that answers later. So for getItemRaw. */
  getItem(key: string): ItemValue | Promise<ItemValue>;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was set.
  getItemRaw(key: string): any;
  /** Throws ERR_SPILLWAY_FULL when the map refuses the value; the older one is still there then. */
  setItem(key: string, value: string): void;
  /** The same for a value of any kind that the map takes: bytes are kept as they are. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the map takes.
  setItemRaw(key: string, value: any): void;
  removeItem(key: string): void;
  /** `size`: serialised bytes. The value is not read. */
  getMeta(key: string): { size: number } | null;
  getKeys(base?: string): string[];
  clear(base?: string): void;
  /** Leaves the map open: it is the caller's. */
  dispose(): void;
}

/**
 * A driver over a map or cache: `createStorage({ driver: spillwayDriver({ map }) })`.
 *
 * @throws ERR_SPILLWAY_ARG_TYPE for options that are wrong or unknown
 */
export function spillwayDriver(options: SpillwayDriverOptions): SpillwayDriver {
  const { map, base } = checkOptions(options);
  const place = (key: string) => base + key;
  return {
    name: "spillway",
    options: { map, base },
    getInstance: () => map,
    hasItem: (key) => map.has(place(key)),
    getItem: (key) => orNull(getOrWait(map, place(key))) as ItemValue | Promise<ItemValue>,
    getItemRaw: (key) => orNull(getOrWait(map, place(key))),
    setItem(key, value) {
      map.set(place(key), value);
    },
    setItemRaw(key, value) {
      map.set(place(key), value);
    },
    removeItem(key) {
      map.delete(place(key));
    },
    getMeta(key) {
      const size = map.entryBytes(place(key));
      return size === undefined ? null : { size };
    },
    getKeys(below = "") {
      const prefix = place(below);
      const keys: string[] = [];
      for (const key of map.keys()) if (key.startsWith(prefix)) keys.push(key.slice(base.length));
      return keys;
    },
    clear(below = "") {
      const prefix = place(below);
      if (prefix === "") map.clear();
      else clearBelow(map, prefix);
    },
    dispose() {},
  };
}

/** What is missing is null here. */
function orNull(value: unknown): unknown {
  return value instanceof Promise ? value.then((later) => later ?? null) : (value ?? null);
}

function checkOptions(options: unknown): { map: ValueMap; base: string } {
  if (typeof options !== "object" || options === null) throw typeError("options", "an object", options);
  const { map, base = "", ...rest } = options as Record<string, unknown>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw typeError("options", "an object with `map` and `base`", unknown);
  if (typeof base !== "string") throw typeError("options.base", "a string", base);
  return { map: checkMap("options.map", map as ValueMap), base: normalised(base) };
}

/** As unstorage writes the base of a mount: parts and a `:` behind each. */
function normalised(base: string): string {
  const parts = base.split(/[/\\:]+/).filter((part) => part !== "");
  return parts.map((part) => `${part}:`).join("");
}
