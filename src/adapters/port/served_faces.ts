/**
 * served_faces.ts - what each verb of a client does at the server.
 *
 * The arguments are a client's: the pool's own checks look at them, as at those of any caller. Here are only
 * the checks of what the pool does not know: packed bytes, counts, forms of values. When a verb throws, what
 * it has packed is taken back by the session.
 */
import { rangeError, type SpillwayError, typeError } from "../../base/errors.js";
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

/**
 * What a verb answers; or a promise of what packs its result, if a device answers later. Other calls of the
 * client wait meanwhile.
 */
type Do = (args: readonly unknown[], packs: Packs) => unknown;

/** Packs the result of a call that has waited. */
export type Finish = (writer: PackWriter) => unknown;

/** Does what can be done at once, or else what waits for a device. */
function orLater(now: () => unknown, later: () => Promise<Finish>): unknown {
  try {
    return now();
  } catch (error) {
    if (!wouldBlock(error)) throw error;
    return later();
  }
}

function wouldBlock(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "ERR_SPILLWAY_WOULD_BLOCK";
}

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
      const now = () => {
        const bytes = swap.loadBytes(type as Any, offset as Any, roomOf(room));
        return bytes === 0 ? 0 : packed(writer, scratch.subarray(0, bytes), Form.BYTES);
      };
      return orLater(now, async () => {
        const target = new Uint8Array(roomOf(room).length);
        const bytes = await swap.loadBytesAsync(type as Any, offset as Any, target);
        return (later) => (bytes === 0 ? 0 : packed(later, target.subarray(0, bytes), Form.BYTES));
      });
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
  let failure: SpillwayError | undefined;
  try {
    loaded = swap.loadMany(type as Any, numbers, targets);
  } catch (error) {
    // Damage to some pages: all others were delivered, and the error says which.
    const delivered = (error as { loaded?: readonly boolean[] }).loaded;
    if (delivered === undefined) throw error;
    loaded = delivered;
    failure = error as SpillwayError;
  }
  for (const [i, isLoaded] of loaded.entries()) if (!isLoaded) lengths[i] = 0;
  if (failure?.code === "ERR_SPILLWAY_WOULD_BLOCK")
    return loadRest(swap, type, { numbers, targets, lengths, missed: new Set(failure.offsets) });
  return pagesResult(targets, lengths, failure, writer);
}

function pagesResult(
  targets: readonly Uint8Array[],
  lengths: readonly number[],
  failure: unknown,
  writer: PackWriter,
): unknown {
  const given = lengths.map((bytes, i) =>
    bytes === 0 ? 0 : writer.add((targets[i] as Uint8Array).subarray(0, bytes)),
  );
  return [Result.PAGES, given, failure && recordOf(failure)];
}

/** Loads pages of a batch that lie on devices which answer later. Those that fail are told as by loadMany. */
async function loadRest(
  swap: Frontswap,
  type: unknown,
  batch: {
    numbers: readonly number[];
    targets: readonly Uint8Array[];
    lengths: number[];
    missed: ReadonlySet<number>;
  },
): Promise<Finish> {
  const { numbers, targets, lengths, missed } = batch;
  const failed: { offset: number; error: unknown }[] = [];
  const loadOne = async (offset: number, i: number) => {
    if (lengths[i] !== 0 || !missed.has(offset)) return;
    try {
      lengths[i] = await swap.loadBytesAsync(type as Any, offset, targets[i] as Uint8Array);
    } catch (error) {
      failed.push({ offset, error });
    }
  };
  await Promise.all(numbers.map(loadOne));
  return (writer) => {
    const offsets = failed.map(({ offset }) => offset);
    const first = failed[0] && { ...recordOf(failed[0].error), offsets, loaded: lengths.map((n) => n > 0) };
    return pagesResult(targets, lengths, first, writer);
  };
}

const countedOf = (stats: { storedPages: number; bytes: { counted: number } }) => ({
  pages: stats.storedPages,
  bytes: stats.bytes.counted,
});

const kindOf = (kind: unknown) => (kind === undefined ? undefined : { kind: kind as Any });

// ── map and cache ────────────────────────────────────────────────────────────────────────────────────

export function servedMap(map: SpillMap, cache: SpillCache | undefined): ServedFace {
  const walks = new Walks(map);
  const getLater = (key: unknown) => async (): Promise<Finish> => {
    const value = await map.getAsync(key as Any);
    return (writer) => valueResult(value, writer);
  };
  const got = (value: unknown, { writer }: Packs) => valueResult(value, writer);
  const table: Record<string, Do> = {
    get: ([key], packs) => orLater(() => got(map.get(key as Any), packs), getLater(key)),
    peek: ([key], packs) => orLater(() => got(map.peek(key as Any), packs), getLater(key)),
    trySet: ([key, form, value], { bytes }) => map.trySet(key as Any, givenValue(form, value, bytes)),
    has: ([key]) => map.has(key as Any),
    delete: ([key]) => map.delete(key as Any),
    entryBytes: ([key]) => map.entryBytes(key as Any),
    size: () => map.size,
    clear: () => map.clear(),
    readAt([key, offset, room], { writer }) {
      const length = integer("room", room, 0, BUFFER_BYTES);
      const began = writer.bytes;
      const now = () => {
        const target = writer.room(length);
        const bytes = map.readAt(key as Any, offset as Any, target);
        writer.cut(target.length - (bytes ?? 0));
        return bytes === undefined ? undefined : [Result.BYTES, bytes, Form.BYTES];
      };
      return orLater(now, async () => {
        writer.cut(writer.bytes - began);
        const target = new Uint8Array(length);
        const bytes = await map.readAtAsync(key as Any, offset as Any, target);
        return (later) =>
          bytes === undefined ? undefined : packed(later, target.subarray(0, bytes), Form.BYTES);
      });
    },
    walk: ([what]) => walks.begin(what),
    next: ([walk], { writer }) => walks.next(walk, writer),
    leave: ([walk]) => walks.leave(walk),
    stats: () => [Result.VALUE, map.stats()],
  };
  table.find = ([key], { writer }) => {
    if (!map.has(key as Any)) return undefined;
    return orLater(
      () => [Result.LIST, valueResult(map.get(key as Any), writer)],
      async () => {
        const value = await map.getAsync(key as Any);
        return (later) => (map.has(key as Any) ? [Result.LIST, valueResult(value, later)] : undefined);
      },
    );
  };
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

/** A walk, step by step. */
interface Steps {
  /** The result of a step; undefined at the end. Throws if its value is on a device that answers later. */
  next(writer: PackWriter): readonly [result: unknown] | undefined;
  /** The same step, which could not be done. */
  later(): Promise<Finish>;
}

/** Walks through the keys, values or entries of a map, some steps at a time. */
class Walks {
  readonly #map: SpillMap;
  readonly #open = new Map<number, Steps>();
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
    const steps = this.#open.get(walk as number);
    const began = writer.bytes;
    while (steps !== undefined && results.length <= STEP_ENTRIES && writer.bytes - began < MESSAGE_BYTES) {
      let result: readonly [unknown] | undefined;
      try {
        result = steps.next(writer);
      } catch (error) {
        if (!wouldBlock(error)) throw error;
        // What is there goes out before what is waited for.
        if (results.length === 1) return steps.later();
        break;
      }
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

function stepsOf(map: SpillMap, what: "keys" | "values" | "entries"): Steps {
  const keys = map.keys();
  let key: string | undefined;
  let isOver = false;
  /** The key of the step under way, or the next one. */
  const keyOf = () => {
    if (key !== undefined || isOver) return key;
    const { done, value } = keys.next();
    isOver = done === true;
    key = isOver ? undefined : value;
    return key;
  };
  const failed = (error: unknown): readonly [unknown] => {
    key = undefined;
    isOver = true;
    return [[Result.ERROR, recordOf(error)]];
  };
  const resultOf = (name: string, value: unknown, writer: PackWriter): readonly [unknown] => {
    key = undefined;
    const result = valueResult(value, writer);
    return [what === "entries" ? [Result.LIST, name, result] : result];
  };
  return {
    next(writer) {
      try {
        const name = keyOf();
        if (name === undefined) return undefined;
        if (what !== "keys") return resultOf(name, map.peek(name), writer);
        key = undefined;
        return [name];
      } catch (error) {
        if (wouldBlock(error)) throw error;
        return failed(error);
      }
    },
    async later() {
      try {
        for (let name = keyOf(); name !== undefined; name = keyOf()) {
          const value = await map.getAsync(name);
          // A key that was deleted meanwhile does not come.
          if (map.has(name)) return (writer) => [Result.LIST, ...resultOf(name, value, writer)];
          key = undefined;
        }
        return () => [Result.LIST];
      } catch (error) {
        return () => [Result.LIST, ...failed(error)];
      }
    },
  };
}

// ── buffer ───────────────────────────────────────────────────────────────────────────────────────────

export function servedBuffer(buffer: PagedBuffer): ServedFace {
  const verbs = verbsOf({
    read([offset, length], { writer }) {
      const room = integer("length", length, 0, BUFFER_BYTES);
      const began = writer.bytes;
      const now = () => {
        buffer.read(offset as Any, writer.room(room));
        return [Result.BYTES, length, Form.BYTES];
      };
      return orLater(now, async () => {
        writer.cut(writer.bytes - began);
        const target = new Uint8Array(room);
        await buffer.readAsync(offset as Any, target);
        return (later) => packed(later, target, Form.BYTES);
      });
    },
    // What was written already is written once more: it is the same.
    write: ([offset], { bytes }) =>
      orLater(
        () => buffer.write(offset as Any, bytes),
        async () => {
          await buffer.writeAsync(offset as Any, bytes);
          return () => undefined;
        },
      ),
    discard: ([offset, length]) =>
      orLater(
        () => buffer.discard(offset as Any, length as Any),
        async () => {
          await buffer.discardAsync(offset as Any, length as Any);
          return () => undefined;
        },
      ),
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
