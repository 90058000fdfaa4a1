/**
 * served_faces.ts - what each verb of a client does at the server.
 *
 * The arguments are a client's: the pool's own checks look at them, as at those of any caller. Here are only
 * the checks of what the pool does not know: packed bytes, counts, forms of values. When a verb throws, what
 * it has packed is taken back by the session.
 */
import { rangeError, typeError } from "../../base/errors.js";
import type { Frontswap } from "../../clients/frontswap.js";
import type { PagedBuffer } from "../../faces/paged_buffer.js";
import type { SpillCache } from "../../faces/spill_cache.js";
import type { SpillMap } from "../../faces/spill_map.js";
import { CodedBytes } from "./coded_bytes.js";
import { recordOf } from "./error_records.js";
import { PackReader, type PackWriter } from "./packing.js";
import { BUFFER_BYTES, breach, Form, integer, list, MANY_PAGES, MESSAGE_BYTES, Result } from "./wire.js";

/** Walks through a map that may be open at once. */
const WALKS_MAX = 16;
/** Entries that one step of a walk answers at most. */
const STEP_ENTRIES = 256;

/** The packed bytes of a call, and where those of its result go. */
export interface Packs {
  readonly bytes: Uint8Array;
  readonly writer: PackWriter;
}

type Do = (args: readonly unknown[], packs: Packs) => unknown;

/** A face of a client: its verbs, what it counts, its end. */
export interface ServedFace {
  readonly verbs: ReadonlyMap<string, Do>;
  /** Bytes outside of the pool's memory that grow with use. Looked at now and then. */
  outsideBytes(): number;
  counted(): { pages: number; bytes: number };
  close(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: arguments are checked by the verbs of the pool.
type Any = any;

const verbsOf = (table: Record<string, Do>): ReadonlyMap<string, Do> => new Map(Object.entries(table));

/** A result of packed bytes. */
function packed(writer: PackWriter, bytes: Uint8Array, form: number): unknown {
  return [Result.BYTES, writer.add(bytes), form];
}

// ── frontswap ────────────────────────────────────────────────────────────────────────────────────────

export function servedFrontswap(swap: Frontswap, pageSize: number): ServedFace {
  const scratch = new Uint8Array(pageSize);
  const roomOf = (room: unknown) => scratch.subarray(0, integer("room", room, 0, pageSize));
  const verbs = verbsOf({
    init: ([type]) => swap.init(type as Any),
    store: ([type, offset, kind], { bytes }) => swap.store(type as Any, offset as Any, bytes, kindOf(kind)),
    load([type, offset, room], { writer }) {
      const bytes = swap.loadBytes(type as Any, offset as Any, roomOf(room));
      return bytes === 0 ? 0 : packed(writer, scratch.subarray(0, bytes), Form.BYTES);
    },
    storeMany([type, offsets, lengths, kind], { bytes }) {
      const reader = new PackReader(bytes);
      const pages = list("lengths", lengths, MANY_PAGES).map((length) => reader.next(length));
      return [Result.VALUE, swap.storeMany(type as Any, offsets as Any, pages, kindOf(kind))];
    },
    loadMany: ([type, offsets, rooms], { writer }) =>
      loadMany(swap, pageSize, [type, offsets, rooms], writer),
    pageLength: ([type, offset]) => swap.pageLength(type as Any, offset as Any),
    invalidatePage: ([type, offset]) => swap.invalidatePage(type as Any, offset as Any),
    invalidateArea: ([type]) => swap.invalidateArea(type as Any),
    currPages: ([type]) => swap.currPages(type as Any),
    modes([writethrough, exclusiveGets]) {
      swap.writethrough = writethrough as Any;
      swap.exclusiveGets = exclusiveGets as Any;
    },
    stats: () => [Result.VALUE, swap.stats()],
  });
  return { verbs, outsideBytes: () => 0, counted: () => countedOf(swap.stats()), close: () => swap.close() };
}

/** Answers the lengths of the pages, 0 where there was none, and packs them. */
function loadMany(swap: Frontswap, pageSize: number, args: readonly unknown[], writer: PackWriter): unknown {
  const [type, offsets, rooms] = args;
  const numbers = list("offsets", offsets, MANY_PAGES) as readonly number[];
  const sizes = list("rooms", rooms, MANY_PAGES).map((room) => integer("room", room, 0, pageSize));
  const targets = sizes.map((bytes) => new Uint8Array(bytes));
  const lengths = numbers.map((offset) => swap.pageLength(type as Any, offset));
  let loaded: readonly boolean[];
  let failure: unknown;
  try {
    loaded = swap.loadMany(type as Any, numbers, targets);
  } catch (error) {
    // Damage to some pages: all others were delivered, and the error says which.
    const delivered = (error as { loaded?: readonly boolean[] }).loaded;
    if (delivered === undefined) throw error;
    loaded = delivered;
    failure = recordOf(error);
  }
  const given = lengths.map((bytes, i) => {
    if (!loaded[i]) return 0;
    return writer.add((targets[i] as Uint8Array).subarray(0, bytes));
  });
  return [Result.PAGES, given, failure];
}

const countedOf = (stats: { storedPages: number; bytes: { counted: number } }) => ({
  pages: stats.storedPages,
  bytes: stats.bytes.counted,
});

const kindOf = (kind: unknown) => (kind === undefined ? undefined : { kind: kind as Any });

// ── map and cache ────────────────────────────────────────────────────────────────────────────────────

export function servedMap(map: SpillMap, cache: SpillCache | undefined): ServedFace {
  const walks = new Walks(map);
  const got = (value: unknown, { writer }: Packs) => valueResult(value, writer);
  const table: Record<string, Do> = {
    get: ([key], packs) => got(map.get(key as Any), packs),
    peek: ([key], packs) => got(map.peek(key as Any), packs),
    trySet: ([key, form, value], { bytes }) => map.trySet(key as Any, givenValue(form, value, bytes)),
    has: ([key]) => map.has(key as Any),
    delete: ([key]) => map.delete(key as Any),
    entryBytes: ([key]) => map.entryBytes(key as Any),
    size: () => map.size,
    clear: () => map.clear(),
    readAt([key, offset, room], { writer }) {
      const target = writer.room(integer("room", room, 0, BUFFER_BYTES));
      const bytes = map.readAt(key as Any, offset as Any, target);
      writer.cut(target.length - (bytes ?? 0));
      return bytes === undefined ? undefined : [Result.BYTES, bytes, Form.BYTES];
    },
    walk: ([what]) => walks.begin(what),
    next: ([walk], { writer }) => walks.next(walk, writer),
    leave: ([walk]) => walks.leave(walk),
    stats: () => [Result.VALUE, map.stats()],
  };
  table.find = ([key], { writer }) =>
    map.has(key as Any) ? [Result.LIST, valueResult(map.get(key as Any), writer)] : undefined;
  if (cache !== undefined) table.take = ([key], packs) => got(cache.take(key as Any), packs);
  return {
    verbs: verbsOf(table),
    outsideBytes: () => map.stats().indexBytes + map.stats().openBytes,
    counted: () => countedOf(map.stats().client),
    close: () => map.close(),
  };
}

/** A value that came. Bytes of it are its own: a map may keep it as it is. */
function givenValue(form: unknown, value: unknown, bytes: Uint8Array): unknown {
  if (form === Form.CLONED) return value;
  if (form === Form.BYTES) return bytes.slice();
  if (form === Form.ARRAY_BUFFER) return bytes.slice().buffer;
  if (form === Form.CODED) return new CodedBytes(bytes);
  throw breach("a value has no known form");
}

function valueResult(value: unknown, writer: PackWriter): unknown {
  if (value instanceof CodedBytes) return packed(writer, value.bytes, Form.CODED);
  if (value instanceof Uint8Array) return packed(writer, value, Form.BYTES);
  if (value instanceof ArrayBuffer) return packed(writer, new Uint8Array(value), Form.ARRAY_BUFFER);
  return typeof value === "object" && value !== null ? [Result.VALUE, value] : value;
}

/** One step of a walk: its result, or undefined at the end. */
type Step = (writer: PackWriter) => readonly [result: unknown] | undefined;

/** Walks through the keys, values or entries of a map, some steps at a time. */
class Walks {
  readonly #map: SpillMap;
  readonly #open = new Map<number, Step>();
  #last = 0;

  constructor(map: SpillMap) {
    this.#map = map;
  }

  begin(what: unknown): number {
    if (what !== "keys" && what !== "values" && what !== "entries")
      throw typeError("what is walked through", "keys, values or entries", what);
    if (this.#open.size === WALKS_MAX)
      throw rangeError("open iterations", `at most ${WALKS_MAX}`, WALKS_MAX + 1);
    this.#last += 1;
    this.#open.set(this.#last, stepsOf(this.#map, what));
    return this.#last;
  }

  /** The next keys, values or pairs, none at the end. A value that is damaged is an error, and the end. */
  next(walk: unknown, writer: PackWriter): unknown {
    const results: unknown[] = [Result.LIST];
    const step = this.#open.get(walk as number);
    const began = writer.bytes;
    while (step !== undefined && results.length <= STEP_ENTRIES && writer.bytes - began < MESSAGE_BYTES) {
      const result = step(writer);
      if (result === undefined) break;
      results.push(result[0]);
    }
    if (results.length === 1) this.leave(walk);
    return results;
  }

  leave(walk: unknown): void {
    this.#open.delete(walk as number);
  }
}

function stepsOf(map: SpillMap, what: "keys" | "values" | "entries"): Step {
  const entries = what === "entries" ? map.entries() : undefined;
  const others: Iterator<unknown> = what === "values" ? map.values() : map.keys();
  return (writer) => {
    try {
      if (entries === undefined) {
        const { done, value } = others.next();
        return done === true ? undefined : [valueResult(value, writer)];
      }
      const { done, value } = entries.next();
      return done === true ? undefined : [[Result.LIST, value[0], valueResult(value[1], writer)]];
    } catch (error) {
      return [[Result.ERROR, recordOf(error)]];
    }
  };
}

// ── buffer ───────────────────────────────────────────────────────────────────────────────────────────

export function servedBuffer(buffer: PagedBuffer): ServedFace {
  const verbs = verbsOf({
    read([offset, length], { writer }) {
      buffer.read(offset as Any, writer.room(integer("length", length, 0, BUFFER_BYTES)));
      return [Result.BYTES, length, Form.BYTES];
    },
    write: ([offset], { bytes }) => buffer.write(offset as Any, bytes),
    discard: ([offset, length]) => buffer.discard(offset as Any, length as Any),
    flush: () => buffer.flush(),
    stats: () => [Result.VALUE, buffer.stats()],
  });
  return {
    verbs,
    outsideBytes: () => buffer.stats().bytes.table,
    counted: () => countedOf(buffer.stats().client),
    close: () => buffer.close(),
  };
}
