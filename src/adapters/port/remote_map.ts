/**
 * remote_map.ts - a map or cache of a pool on the other side of a port.
 *
 * Values that are neither bytes nor primitives are made bytes here, by the caller's codec or the host's, as
 * soon as they are handed over. A host without a serialiser (a browser) clones them: once when they are
 * handed over, so that they may be changed at once, and once when they are sent.
 */
import { checkSignal } from "../../base/abort.js";
import { rangeError, SpillwayError, SpillwayTypeError, show, typeError } from "../../base/errors.js";
import {
  arrayBufferOf,
  asBytes,
  bytesOf,
  isBytes,
  lengthOf,
  readOptions,
  writableBytesOf,
} from "../../base/foreign.js";
import type { SpillCacheStats } from "../../faces/spill_cache.js";
import type { SpillMapStats } from "../../faces/spill_map.js";
import type { CallOptions, RemoteCache, RemoteMap, RemoteSetOptions } from "../parts/port_types.js";
import type { Caller } from "./caller.js";
import type { ClientCodec } from "./coded_bytes.js";
import type { Decode } from "./packing.js";
import { checkKeyText, Face, signalOf } from "./remote_face.js";
import { all } from "./remote_frontswap.js";
import { asBoolean, asNumber, asNumberOrNone, foundBy, into, nothing, stepBy, valueBy } from "./results.js";
import { BUFFER_BYTES, Form, MESSAGE_BYTES, VALUE_COST, type Verb } from "./wire.js";

const SET_OPTIONS = ["signal", "transfer"];

/** A value as it goes over the port. */
interface Sent {
  form: number;
  value: unknown;
  bytes: Uint8Array | undefined;
  transfer: ArrayBufferLike | undefined;
  cost: number;
}

export interface MapFacts {
  caller: Caller;
  number: number;
  name: string;
  codec: ClientCodec | undefined;
  maxValueBytes: number;
}

export class MapFace<V> extends Face implements RemoteMap<V> {
  readonly #caller: Caller;
  readonly #codec: ClientCodec | undefined;
  readonly #maxValueBytes: number;

  constructor({ caller, number, name, codec, maxValueBytes }: MapFacts) {
    super(caller, number, name);
    this.#caller = caller;
    this.#codec = codec;
    this.#maxValueBytes = maxValueBytes;
  }

  async get(key: string, options?: CallOptions): Promise<V | undefined> {
    return this.#got("get", key, options);
  }

  async peek(key: string, options?: CallOptions): Promise<V | undefined> {
    return this.#got("peek", key, options);
  }

  protected taken(key: string, options: CallOptions | undefined): Promise<V | undefined> {
    return this.#got("take", key, options, true);
  }

  /** Tells undefined from no value. */
  protected find(key: string): Promise<readonly [V] | undefined> {
    return this.ask({ verb: "find", args: [key], cost: VALUE_COST, decode: foundBy<V>(this.#codec) });
  }

  #got(verb: Verb, key: string, options: CallOptions | undefined, isOnly = false): Promise<V | undefined> {
    const signal = signalOf(options);
    const args = [checkKeyText(key)];
    return this.ask({ verb, args, cost: VALUE_COST, signal, isOnly, decode: valueBy<V>(this.#codec) });
  }

  async getMany(keys: Iterable<string>, options?: CallOptions): Promise<(V | undefined)[]> {
    return all(Array.from(keys, (key) => this.get(key, options)));
  }

  async set(key: string, value: V, options?: RemoteSetOptions): Promise<void> {
    if (await this.trySet(key, value, options)) return;
    throw new SpillwayError("ERR_SPILLWAY_FULL", `${this.name} has no room for the value of ${show(key)}`, {
      key,
    });
  }

  async trySet(key: string, value: V, options?: RemoteSetOptions): Promise<boolean> {
    const { signal, transfer } =
      options === undefined ? {} : readOptions("set options", options, SET_OPTIONS);
    if (transfer !== undefined && typeof transfer !== "boolean")
      throw typeError("transfer", "true or false", transfer);
    checkKeyText(key);
    const sent = this.#sentOf(value, transfer === true);
    const args = [key, sent.form, sent.value];
    const { bytes, cost } = sent;
    return this.ask({
      verb: "trySet",
      args,
      bytes,
      transfer: sent.transfer,
      cost,
      signal: checkSignal(signal),
      decode: asBoolean,
    });
  }

  async setMany(entries: Iterable<readonly [string, V]>, options?: RemoteSetOptions): Promise<void> {
    await all(Array.from(entries, ([key, value]) => this.set(key, value, options)));
  }

  async has(key: string, options?: CallOptions): Promise<boolean> {
    return this.ask({ verb: "has", args: [checkKeyText(key)], signal: signalOf(options), decode: asBoolean });
  }

  async delete(key: string): Promise<boolean> {
    return this.verb("delete", [checkKeyText(key)], asBoolean);
  }

  async entryBytes(key: string): Promise<number | undefined> {
    return this.verb("entryBytes", [checkKeyText(key)], asNumberOrNone);
  }

  async readAt(
    key: string,
    offset: number,
    target: ArrayBufferView,
    options?: CallOptions,
  ): Promise<number | undefined> {
    const signal = signalOf(options);
    const bytes = writableBytesOf("target", target);
    const room = lengthOf(bytes);
    if (room > BUFFER_BYTES) throw rangeError("length of target", `at most ${BUFFER_BYTES} bytes`, room);
    const args = [checkKeyText(key), offset, room];
    return this.ask({ verb: "readAt", args, cost: room, signal, decode: into(bytes) });
  }

  async size(): Promise<number> {
    return this.verb("size", [], asNumber);
  }

  async clear(): Promise<void> {
    await this.verb("clear", [], nothing);
  }

  keys(): AsyncIterableIterator<string> {
    return this.#walk<string>("keys");
  }

  values(): AsyncIterableIterator<V> {
    return this.#walk<V>("values");
  }

  entries(): AsyncIterableIterator<[string, V]> {
    return this.#walk<[string, V]>("entries");
  }

  async *#walk<T>(what: string): AsyncIterableIterator<T> {
    const walk = await this.verb("walk", [what], asNumber);
    const decode = stepBy(this.#codec) as Decode<readonly (readonly [T] | Error)[]>;
    try {
      for (;;) {
        const step = await this.ask({ verb: "next", args: [walk], cost: MESSAGE_BYTES, decode });
        if (step.length === 0) return;
        for (const one of step) {
          if (one instanceof Error) throw one;
          yield (one as readonly [T])[0];
        }
      }
    } finally {
      this.verb("leave", [walk], nothing).catch(() => undefined);
    }
  }

  stats(): Promise<SpillMapStats> {
    return this.figures();
  }

  // ── values on their way ──────────────────────────────────────────────────────────────────────────────

  #sentOf(value: unknown, mayTransfer: boolean): Sent {
    const whole = mayTransfer && this.#caller.transfers ? wholeBuffer(value) : undefined;
    if (whole !== undefined) {
      const { bytes, buffer } = whole;
      this.#checkLength(lengthOf(bytes));
      return { form: Form.CLONED, value, bytes: undefined, transfer: buffer, cost: lengthOf(bytes) };
    }
    if (value instanceof Uint8Array) return this.#packed(Form.BYTES, bytesOf("value", value));
    if (value instanceof ArrayBuffer) return this.#packed(Form.ARRAY_BUFFER, asBytes(value) as Uint8Array);
    if (this.#codec !== undefined) return this.#packed(Form.CODED, this.#coded(value, this.#codec));
    return this.#cloned(value);
  }

  #packed(form: number, bytes: Uint8Array): Sent {
    this.#checkLength(lengthOf(bytes));
    return { form, value: undefined, bytes, transfer: undefined, cost: 0 };
  }

  #coded(value: unknown, codec: ClientCodec): Uint8Array {
    const bytes: unknown = codec.encode(value);
    if (!isBytes(bytes)) throw typeError("what codec.encode answers", "an array of bytes", bytes);
    return bytesOf("what codec.encode answers", bytes);
  }

  #cloned(value: unknown): Sent {
    const isObject = typeof value === "object" && value !== null;
    const cost = typeof value === "string" ? 2 * value.length : VALUE_COST;
    this.#checkLength(cost);
    const copy = isObject ? cloneOf(value) : value;
    return { form: Form.CLONED, value: copy, bytes: undefined, transfer: undefined, cost };
  }

  #checkLength(bytes: number): void {
    if (bytes > this.#maxValueBytes)
      throw rangeError("length of a value", `at most ${this.#maxValueBytes} bytes over this port`, bytes);
  }
}

/** The buffer of an Uint8Array that is all of it, or an ArrayBuffer: what can be transferred. */
function wholeBuffer(value: unknown): { bytes: Uint8Array; buffer: ArrayBufferLike } | undefined {
  if (!(value instanceof Uint8Array) && !(value instanceof ArrayBuffer)) return undefined;
  const bytes = asBytes(value) as Uint8Array;
  const buffer = arrayBufferOf(bytes);
  const isWhole = buffer instanceof ArrayBuffer && lengthOf(bytes) === buffer.byteLength;
  return isWhole ? { bytes, buffer } : undefined;
}

function cloneOf(value: object): unknown {
  try {
    return structuredClone(value);
  } catch (cause) {
    const message = `value cannot be kept: ${show(cause)}`;
    throw new SpillwayTypeError("ERR_SPILLWAY_ARG_TYPE", message, value, { cause });
  }
}

// ── caches ───────────────────────────────────────────────────────────────────────────────────────────

/** A value that is being made. */
interface Making<V> {
  value: Promise<V>;
  /** The key was set, deleted or taken meanwhile: what is made is older than that. */
  overtaken: boolean;
}

export class CacheFace<V> extends MapFace<V> implements RemoteCache<V> {
  readonly #making = new Map<string, Making<V>>();

  async take(key: string, options?: CallOptions): Promise<V | undefined> {
    this.#overtake(key);
    return this.taken(key, options);
  }

  async getOrSet(key: string, make: (key: string) => V | PromiseLike<V>): Promise<V> {
    if (typeof make !== "function") throw typeError("make", "a function", make);
    const known = this.#making.get(key);
    if (known !== undefined) return known.value;
    const making: Making<V> = { value: undefined as never, overtaken: false };
    this.#making.set(checkKeyText(key), making);
    making.value = this.#make(key, make, making);
    return making.value;
  }

  override async trySet(key: string, value: V, options?: RemoteSetOptions): Promise<boolean> {
    this.#overtake(key);
    return super.trySet(key, value, options);
  }

  override async delete(key: string): Promise<boolean> {
    this.#overtake(key);
    return super.delete(key);
  }

  override async clear(): Promise<void> {
    for (const key of [...this.#making.keys()]) this.#overtake(key);
    return super.clear();
  }

  override close(): Promise<void> {
    for (const key of [...this.#making.keys()]) this.#overtake(key);
    return super.close();
  }

  override stats(): Promise<SpillCacheStats> {
    return this.figures();
  }

  async #make(key: string, make: (key: string) => V | PromiseLike<V>, making: Making<V>): Promise<V> {
    try {
      const there = await this.find(key);
      if (there !== undefined) return there[0];
      const value = await make(key);
      if (!making.overtaken) await super.trySet(key, value);
      return value;
    } finally {
      if (this.#making.get(key) === making) this.#making.delete(key);
    }
  }

  /** A value that is being made for this key will not be set: the next caller has another one made. */
  #overtake(key: string): void {
    const making = this.#making.get(key);
    if (making === undefined) return;
    making.overtaken = true;
    this.#making.delete(key);
  }
}
