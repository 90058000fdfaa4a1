/**
 * expiring.ts - values with a moment from which they are gone, each its own, in a map that knows of none.
 *
 * A string is kept behind its moment: nine digits of base 36, or `-` for none. Any other value is kept as
 * an array of both, with 0 for none: maps of hosts that cannot clone keep what JSON can hold, and Infinity
 * is not of that. A value whose time is up goes when it is met. Those that nobody asks for are looked for
 * when the map refuses a set. To look for them at every set would read a page each time and double its
 * cost.
 *
 * Cost: 1 or 9 bytes a string; no list of moments. A refused set reads up to SWEEP values.
 */
import { rangeError, typeError } from "../../base/errors.js";
import { checkMap, clearBelow, getOrWait, type ValueMap } from "./value_map.js";

/** Values that a refused set looks at before it gives up: less than a millisecond for those of 1 KB. */
const SWEEP = 64;
/** Digits of a moment in a string: they reach to the year 5188. */
const DIGITS = 9;
const RADIX = 36;
const NONE = "-";
const MOMENT = /^(?:-|[0-9a-z]{9})/;
const NEVER = Number.POSITIVE_INFINITY;

/** A value, and the moment from which it is gone: milliseconds since 1970, Infinity for never. */
interface Entry {
  value: unknown;
  expires: number;
}

function packed(value: unknown, expires: number): unknown {
  const moment = Math.ceil(expires);
  const never = moment >= RADIX ** DIGITS;
  if (typeof value !== "string") return [never ? 0 : moment, value];
  return never ? NONE + value : moment.toString(RADIX).padStart(DIGITS, "0") + value;
}

function unpacked(key: string, kept: unknown): Entry {
  if (typeof kept === "string" && MOMENT.test(kept)) {
    if (kept.startsWith(NONE)) return { value: kept.slice(NONE.length), expires: NEVER };
    return { value: kept.slice(DIGITS), expires: Number.parseInt(kept.slice(0, DIGITS), RADIX) };
  }
  if (Array.isArray(kept) && kept.length === 2 && typeof kept[0] === "number")
    return { value: kept[1], expires: kept[0] || NEVER };
  throw typeError(`the value of ${JSON.stringify(key)}`, "one that this store has set", kept);
}

export class Expiring {
  readonly #map: ValueMap;
  /** Where the last refused set has stopped looking. */
  #sweep: Iterator<string> | undefined;
  /** Whether a value with a moment was met: without any there is nothing to look for. */
  #hasMoments = false;

  /** @throws ERR_SPILLWAY_ARG_TYPE for anything but a SpillMap or SpillCache */
  constructor(map: ValueMap) {
    this.#map = checkMap("map", map);
  }

  /** The value of a key, or undefined. `use`: it is one of those used last. */
  get(key: string, use: boolean): unknown {
    return this.#entry(key, use)?.value;
  }

  /** The same, and waits for a device that answers later. */
  async getLater(key: string, use: boolean): Promise<unknown> {
    return (await this.#entryLater(key, use))?.value;
  }

  /** As `has`, and waits for a device that answers later. */
  async hasLater(key: string): Promise<boolean> {
    return (await this.#entryLater(key, false)) !== undefined;
  }

  async #entryLater(key: string, use: boolean): Promise<Entry | undefined> {
    const kept = getOrWait(this.#map, key, use);
    if (!(kept instanceof Promise)) return this.#live(key, kept);
    const later = await kept;
    // Not taken out if its time is up: another one may have been set meanwhile.
    const entry = later === undefined ? undefined : unpacked(key, later);
    return entry !== undefined && entry.expires > Date.now() ? entry : undefined;
  }

  has(key: string): boolean {
    return this.#entry(key, false) !== undefined;
  }

  /**
   * Sets a value; false when the map refuses it, and the older one is still there. With a moment that has
   * passed the key has no value afterwards.
   */
  set(key: string, value: unknown, expires: number): boolean {
    if (expires <= Date.now()) {
      this.#map.delete(key);
      return true;
    }
    if (expires < NEVER) this.#hasMoments = true;
    const kept = packed(value, expires);
    if (this.#map.trySet(key, kept)) return true;
    for (let i = 0; i < SWEEP && this.#hasMoments; i++)
      if (this.#nextIsOver() && this.#map.trySet(key, kept)) return true;
    return false;
  }

  /** Takes a value out, a damaged one too; whether it was here. */
  delete(key: string): boolean {
    return this.#isHere(key) && this.#map.delete(key);
  }

  #isHere(key: string): boolean {
    try {
      return this.has(key);
    } catch (error) {
      const { code } = error as { code?: unknown };
      // That its time may be up cannot be told now.
      if (code === "ERR_SPILLWAY_DAMAGED" || code === "ERR_SPILLWAY_WOULD_BLOCK") return true;
      throw error;
    }
  }

  clear(): void {
    this.#map.clear();
  }

  /** Takes out the values of all keys that begin so. */
  clearBelow(prefix: string): void {
    clearBelow(this.#map, prefix);
  }

  /** Keys that begin so, and their values. What is set meanwhile comes too. */
  *entriesBelow(prefix: string): Generator<[string, unknown]> {
    for (const key of this.#map.keys()) {
      if (!key.startsWith(prefix)) continue;
      const entry = this.#entry(key, false);
      if (entry !== undefined) yield [key, entry.value];
    }
  }

  #entry(key: string, use: boolean): Entry | undefined {
    return this.#live(key, use ? this.#map.get(key) : this.#map.peek(key));
  }

  /** What is kept under a key, unless its time is up: then it is taken out. */
  #live(key: string, kept: unknown): Entry | undefined {
    if (kept === undefined) return undefined;
    const entry = unpacked(key, kept);
    if (entry.expires < NEVER) this.#hasMoments = true;
    if (entry.expires > Date.now()) return entry;
    this.#map.delete(key);
    return undefined;
  }

  /** Looks at the value after the one looked at last, round and round; whether it had ended. */
  #nextIsOver(): boolean {
    this.#sweep ??= this.#map.keys();
    const next = this.#sweep.next();
    if (next.done !== true) return this.#isOver(next.value);
    this.#sweep = undefined;
    return false;
  }

  /** Whether a value had ended, and is gone now. */
  #isOver(key: string): boolean {
    try {
      return !this.has(key);
    } catch {
      // Damaged, or not ours: who asks for that key is told.
      return false;
    }
  }
}

/** Checks a moment or a duration: a number, or undefined for never. */
export function checkTime(what: string, time: unknown): number {
  if (time === undefined || time === null) return NEVER;
  if (typeof time !== "number") throw typeError(what, "a number of milliseconds", time);
  if (Number.isNaN(time)) throw rangeError(what, "a number of milliseconds", time);
  return time;
}
