/**
 * keyv.ts - a SpillMap or SpillCache as the store of a Keyv, of version 6 or 5.
 *
 * The versions ask for different stores. Version 6 hands over the moment at which a value ends and keys
 * without their namespace, and wants a list of booleans. Version 5 hands over how long a value lasts and keys
 * that begin with their namespace, and wants one boolean.
 */
import { rangeError, typeError } from "../base/errors.js";
import { checkTime, Expiring } from "./parts/expiring.js";
import type { ValueMap } from "./parts/value_map.js";

export type { ValueMap } from "./parts/value_map.js";

/** A value of `setMany`. */
export interface KeyvStoreEntry {
  key: string;
  value: unknown;
  /** Keyv 6: the moment at which it ends, milliseconds since 1970. */
  expires?: number | undefined;
  /** Keyv 5: milliseconds that it lasts. */
  ttl?: number | undefined;
}

interface Store {
  /** Set by Keyv. */
  namespace: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: Keyv says of what type its values are.
  get<Value = any>(key: string): Promise<Value | undefined>;
  // biome-ignore lint/suspicious/noExplicitAny: Keyv says of what type its values are.
  getMany<Value = any>(keys: readonly string[]): Promise<(Value | undefined)[]>;
  has(key: string): Promise<boolean>;
  hasMany(keys: readonly string[]): Promise<boolean[]>;
  /** False when the map refuses the value; the older one is still there then. */
  set(key: string, value: unknown, time?: number): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  clear(): Promise<void>;
  /** Leaves the map open: it is the caller's. */
  disconnect(): Promise<void>;
}

/** A store for Keyv 6. */
export interface SpillwayStore extends Store {
  /** Tells Keyv 6 that `set` takes the moment at which a value ends. */
  readonly capabilities: {
    readonly expires: true;
    readonly compatible: true;
    readonly store: "keyvStorage";
    readonly methods: Readonly<Record<Method, { readonly exists: true; readonly methodType: "async" }>>;
  };
  setMany(entries: readonly KeyvStoreEntry[]): Promise<boolean[]>;
  deleteMany(keys: readonly string[]): Promise<boolean[]>;
  // biome-ignore lint/suspicious/noExplicitAny: Keyv says of what type its values are.
  iterator<Value = any>(): AsyncGenerator<[string, Value], void>;
}

/** A store for Keyv 5. */
export interface SpillwayStore5 extends Store {
  /** Keyv 5 lets only stores be iterated over that have one of its known dialects. */
  readonly opts: { dialect: string; url: string };
  /** Booleans, as version 6 has it. Keyv 5 reads them too, though its types say otherwise. */
  // biome-ignore lint/suspicious/noExplicitAny: the types say void, Keyv reads booleans.
  setMany(entries: readonly KeyvStoreEntry[]): Promise<any>;
  /** True when all of them were here. */
  deleteMany(keys: readonly string[]): Promise<boolean>;
  // biome-ignore lint/suspicious/noExplicitAny: Keyv says of what type its values are.
  iterator<Value = any>(namespace?: string): AsyncGenerator<[string, Value], void>;
}

const METHODS = [
  "get",
  "getMany",
  "has",
  "hasMany",
  "set",
  "setMany",
  "delete",
  "deleteMany",
  "clear",
  "disconnect",
  "iterator",
] as const;
type Method = (typeof METHODS)[number];

const ASYNC = { exists: true, methodType: "async" } as const;
const CAPABILITIES: SpillwayStore["capabilities"] = {
  expires: true,
  compatible: true,
  store: "keyvStorage",
  methods: Object.fromEntries(METHODS.map((name) => [name, ASYNC])) as Record<Method, typeof ASYNC>,
};

/** A moment before 1973 is none: Keyv 5 has handed over a duration. */
const MOMENT_MIN = 1e11;

/** The verbs that both versions want alike. A subclass says how keys and ends are meant. */
abstract class BaseStore implements Store {
  namespace: string | undefined = undefined;
  protected readonly values: Expiring;

  constructor(map: ValueMap) {
    this.values = new Expiring(map);
  }

  /** The key in the map. */
  protected abstract place(key: string): string;
  /** The moment at which a value ends, of what `set` is told. */
  protected abstract end(time: unknown): number;

  // biome-ignore lint/suspicious/noExplicitAny: as Store has it.
  async get<Value = any>(key: string): Promise<Value | undefined> {
    return this.values.getLater(this.place(key), true) as Promise<Value | undefined>;
  }

  // biome-ignore lint/suspicious/noExplicitAny: as Store has it.
  async getMany<Value = any>(keys: readonly string[]): Promise<(Value | undefined)[]> {
    const values = keys.map((key) => this.values.getLater(this.place(key), true));
    return Promise.all(values) as Promise<(Value | undefined)[]>;
  }

  async has(key: string): Promise<boolean> {
    return this.values.hasLater(this.place(key));
  }

  async hasMany(keys: readonly string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.values.hasLater(this.place(key))));
  }

  async set(key: string, value: unknown, time?: number): Promise<boolean> {
    return this.values.set(this.place(key), value, this.end(time));
  }

  async setMany(entries: readonly KeyvStoreEntry[]): Promise<boolean[]> {
    return entries.map(({ key, value, expires, ttl }) =>
      this.values.set(this.place(key), value, this.end(expires ?? ttl)),
    );
  }

  async delete(key: string): Promise<boolean> {
    return this.values.delete(this.place(key));
  }

  protected deleteEach(keys: readonly string[]): boolean[] {
    return keys.map((key) => this.values.delete(this.place(key)));
  }

  abstract clear(): Promise<void>;

  async disconnect(): Promise<void> {}
}

class Store6 extends BaseStore implements SpillwayStore {
  readonly capabilities = CAPABILITIES;

  /** No two pairs of namespace and key have one place: the first `:` ends the namespace. */
  protected place(key: string): string {
    return this.#prefix() + checkKey(key);
  }

  #prefix(): string {
    const namespace: unknown = this.namespace ?? "";
    if (typeof namespace !== "string") throw typeError("namespace", "a string", namespace);
    return `${namespace.replaceAll("%", "%25").replaceAll(":", "%3A")}:`;
  }

  protected end(time: unknown): number {
    const end = checkTime("expires", time);
    if (end >= MOMENT_MIN) return end;
    throw rangeError("expires", "a moment (for keyv 5 make the store with { keyv: 5 })", time);
  }

  async deleteMany(keys: readonly string[]): Promise<boolean[]> {
    return this.deleteEach(keys);
  }

  async clear(): Promise<void> {
    if (this.namespace) this.values.clearBelow(this.#prefix());
    else this.values.clear();
  }

  // biome-ignore lint/suspicious/noExplicitAny: as SpillwayStore has it.
  async *iterator<Value = any>(): AsyncGenerator<[string, Value], void> {
    const prefix = this.#prefix();
    for (const [key, value] of this.values.entriesBelow(prefix))
      yield [key.slice(prefix.length), value as Value];
  }
}

class Store5 extends BaseStore implements SpillwayStore5 {
  readonly opts = { dialect: "redis", url: "" };

  /** Keyv has put the namespace before it. */
  protected place(key: string): string {
    return checkKey(key);
  }

  protected end(time: unknown): number {
    return Date.now() + checkTime("ttl", time);
  }

  async deleteMany(keys: readonly string[]): Promise<boolean> {
    return this.deleteEach(keys).every(Boolean);
  }

  async clear(): Promise<void> {
    if (this.namespace) this.values.clearBelow(`${this.namespace}:`);
    else this.values.clear();
  }

  // biome-ignore lint/suspicious/noExplicitAny: as SpillwayStore5 has it.
  async *iterator<Value = any>(namespace?: string): AsyncGenerator<[string, Value], void> {
    const prefix = namespace ? `${namespace}:` : "";
    for (const entry of this.values.entriesBelow(prefix)) yield entry as [string, Value];
  }
}

function checkKey(key: unknown): string {
  if (typeof key !== "string") throw typeError("key", "a string", key);
  return key;
}

/**
 * A store over a map or cache that is the caller's, for one Keyv. Other stores may use the map too, the
 * caller may not set values in it. Values end as Keyv says, each at its time.
 *
 * @param options `keyv`: the version of Keyv, 6 or 5 (default 6)
 * @throws ERR_SPILLWAY_ARG_TYPE for anything but a map, ERR_SPILLWAY_ARG_RANGE for another version
 */
export function spillwayStore(map: ValueMap, options?: { keyv?: 6 }): SpillwayStore;
export function spillwayStore(map: ValueMap, options: { keyv: 5 }): SpillwayStore5;
export function spillwayStore(map: ValueMap, options: { keyv?: 5 | 6 } = {}): SpillwayStore | SpillwayStore5 {
  const { keyv = 6, ...rest } = checkOptions(options);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw typeError("options", "an object with `keyv`", unknown);
  if (keyv !== 5 && keyv !== 6) throw rangeError("options.keyv", "5 or 6", keyv);
  return keyv === 5 ? new Store5(map) : new Store6(map);
}

function checkOptions(options: unknown): Record<string, unknown> {
  if (typeof options === "object" && options !== null) return options as Record<string, unknown>;
  throw typeError("options", "an object", options);
}
