/**
 * remote_frontswap.ts - a frontswap of a pool on the other side of a port.
 */

import { checkSignal } from "../../base/abort.js";
import { rangeError, SpillwayError, typeError } from "../../base/errors.js";
import {
  bytesOf,
  isBytes,
  LIST_LENGTH_MAX,
  lengthOf,
  listElements,
  listLength,
  partsOf,
  readOptions,
  writableBytesOf,
} from "../../base/foreign.js";
import type { Pages } from "../../base/options/client.js";
import type { ClientStats } from "../../telemetry/stats_types.js";
import type { CallOptions, RemoteFrontswap, RemoteStoreOptions } from "../parts/port_types.js";
import type { Caller } from "./caller.js";
import { Face, signalOf } from "./remote_face.js";
import { asBoolean, asNumber, asValue, into, intoEach, nothing } from "./results.js";
import { MANY_PAGES } from "./wire.js";

const STORE_OPTIONS = ["kind", "signal"];

type ToBytes = (what: string, value: unknown) => Uint8Array;

export class FrontswapFace extends Face implements RemoteFrontswap {
  readonly #pageSize: number;
  #writethrough = false;
  #exclusiveGets = false;

  constructor(caller: Caller, number: number, name: string, pageSize: number) {
    super(caller, number, name);
    this.#pageSize = pageSize;
  }

  get writethrough(): boolean {
    return this.#writethrough;
  }

  set writethrough(on: boolean) {
    this.#setModes(on, this.#exclusiveGets);
  }

  get exclusiveGets(): boolean {
    return this.#exclusiveGets;
  }

  set exclusiveGets(on: boolean) {
    this.#setModes(this.#writethrough, on);
  }

  /** In its turn among the calls, as the property of a frontswap is set between two calls. */
  #setModes(writethrough: boolean, exclusiveGets: boolean): void {
    for (const [name, on] of Object.entries({ writethrough, exclusiveGets }))
      if (typeof on !== "boolean") throw typeError(name, "true or false", on);
    this.#writethrough = writethrough;
    this.#exclusiveGets = exclusiveGets;
    // A connection that has ended says so to the next call.
    this.verb("modes", [writethrough, exclusiveGets], nothing).catch(() => undefined);
  }

  async init(type: number): Promise<void> {
    await this.verb("init", [type], nothing);
  }

  async store(
    type: number,
    offset: number,
    page: ArrayBufferView,
    options?: RemoteStoreOptions,
  ): Promise<boolean> {
    const { kind, signal } = storeOptions(options);
    const bytes = this.#checkPage(bytesOf("page", page));
    return this.ask({ verb: "store", args: [type, offset, kind], bytes, signal, decode: asBoolean });
  }

  async load(type: number, offset: number, page: ArrayBufferView, options?: CallOptions): Promise<boolean> {
    return (await this.loadBytes(type, offset, page, options)) > 0;
  }

  async loadBytes(
    type: number,
    offset: number,
    page: ArrayBufferView,
    options?: CallOptions,
  ): Promise<number> {
    const signal = signalOf(options);
    const target = writableBytesOf("page", page);
    const room = Math.min(lengthOf(target), this.#pageSize);
    const isOnly = this.#exclusiveGets;
    const args = [type, offset, room];
    const bytes = await this.ask({ verb: "load", args, cost: room, signal, isOnly, decode: into(target) });
    return bytes ?? 0;
  }

  async storeMany(
    type: number,
    offsets: ArrayLike<number>,
    pages: Pages,
    options?: RemoteStoreOptions,
  ): Promise<boolean[]> {
    const { kind, signal } = storeOptions(options);
    const { numbers, arrays } = this.#lists(offsets, pages, bytesOf);
    for (const page of arrays) this.#checkPage(page);
    const parts = partsFrom(numbers, arrays).map(([some, bytes]) => {
      const args = [type, some, bytes.map(lengthOf), kind];
      return this.ask({ verb: "storeMany", args, bytes, signal, decode: asValue<boolean[]>() });
    });
    return (await all(parts)).flat();
  }

  async loadMany(
    type: number,
    offsets: ArrayLike<number>,
    pages: Pages,
    options?: CallOptions,
  ): Promise<boolean[]> {
    const signal = signalOf(options);
    const { numbers, arrays } = this.#lists(offsets, pages, writableBytesOf);
    const isOnly = this.#exclusiveGets;
    const parts = partsFrom(numbers, arrays).map(([some, targets]) => {
      const rooms = targets.map((target) => Math.min(lengthOf(target), this.#pageSize));
      const cost = rooms.reduce((sum, room) => sum + room, 0);
      const args = [type, some, rooms];
      return this.ask({ verb: "loadMany", args, cost, signal, isOnly, decode: intoEach(targets) });
    });
    return this.#together(await all(parts));
  }

  /** The answers of the parts as one, or the error of all that are damaged. */
  #together(parts: readonly { loaded: boolean[]; error: Error | undefined }[]): boolean[] {
    const loaded = parts.flatMap((part) => part.loaded);
    const errors = parts.flatMap(({ error }) => (error === undefined ? [] : [error as SpillwayError]));
    const [first] = errors;
    if (first === undefined) return loaded;
    const offsets = errors.flatMap((error) => error.offsets ?? []);
    const type = first.type === undefined ? {} : { type: first.type };
    throw new SpillwayError(first.code, first.message, { ...type, offsets, loaded });
  }

  async pageLength(type: number, offset: number): Promise<number> {
    return this.verb("pageLength", [type, offset], asNumber);
  }

  async invalidatePage(type: number, offset: number): Promise<boolean> {
    return this.verb("invalidatePage", [type, offset], asBoolean);
  }

  async invalidateArea(type: number): Promise<number> {
    return this.verb("invalidateArea", [type], asNumber);
  }

  async currPages(type: number): Promise<number> {
    return this.verb("currPages", [type], asNumber);
  }

  async stats(): Promise<ClientStats> {
    return this.figures();
  }

  #checkPage(bytes: Uint8Array): Uint8Array {
    const length = lengthOf(bytes);
    if (length === 0 || length > this.#pageSize)
      throw rangeError("page length", `from 1 to ${this.#pageSize} bytes`, length);
    return bytes;
  }

  /** Offsets and arrays in lists of ours, each read once. */
  #lists(offsets: ArrayLike<number>, pages: Pages, toBytes: ToBytes) {
    const count = listLength("offsets", offsets);
    if (count === undefined) throw typeError("offsets", "an array of integers", offsets);
    if (!Number.isInteger(count) || count < 0 || count > LIST_LENGTH_MAX)
      throw rangeError("offsets length", `from 0 to ${LIST_LENGTH_MAX}`, count);
    const numbers = listElements("offsets", offsets, count);
    if (!isBytes(pages)) {
      const length = listLength("pages", pages);
      if (length !== count) throw rangeError("pages", `${count} arrays, one per offset`, length);
      const list = listElements("pages", pages, count);
      return { numbers, arrays: list.map((page, i) => toBytes(`pages[${i}]`, page)) };
    }
    const whole = toBytes("pages", pages);
    if (lengthOf(whole) !== count * this.#pageSize)
      throw rangeError("pages", `${this.#pageSize} bytes for each of ${count} offsets`, lengthOf(whole));
    return { numbers, arrays: partsOf(whole, count, this.#pageSize) };
  }
}

function storeOptions(options: RemoteStoreOptions | undefined) {
  if (options === undefined) return { kind: undefined, signal: undefined };
  const { kind, signal } = readOptions("store options", options, STORE_OPTIONS);
  return { kind, signal: checkSignal(signal) };
}

/** What one call may have, one part after the other. */
function partsFrom(numbers: readonly unknown[], arrays: readonly Uint8Array[]) {
  const parts: [unknown[], Uint8Array[]][] = [];
  for (let at = 0; at < numbers.length; at += MANY_PAGES)
    parts.push([numbers.slice(at, at + MANY_PAGES), arrays.slice(at, at + MANY_PAGES)]);
  return parts;
}

/** Waits for all of them, and rejects with the first failure. None is left unhandled. */
export async function all<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const outcomes = await Promise.allSettled(promises);
  return outcomes.map((outcome) => {
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  });
}
