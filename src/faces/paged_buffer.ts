/**
 * paged_buffer.ts - random-access bytes, more than memory has room for, over a bounded resident set.
 *
 * The buffer is cut into frames. Those in use are resident, in memory of the buffer's own; the others are
 * pages of a frontswap client, or nowhere while they were never written. Reads and writes bring in frames
 * that are away, and other frames go for them (frames.ts).
 *
 * A read never needs room: a frame that finds no slot is read through. A write that fits the resident set
 * has a slot for each of its frames before the first byte is written, so it is refused as a whole or not at
 * all. A longer one goes frame by frame, and its error tells how far it came.
 *
 * There is no read-ahead. In memory, loading neighbours together takes 0.9 to 1.1 of the time that single
 * loads take, because a load is nearly all decoding.
 */

import { type AbortSignalLike, throwIfAborted } from "../base/abort.js";
import { rangeError, SpillwayError, SpillwayTypeError, typeError } from "../base/errors.js";
import {
  arrayBufferOf,
  arrayOffset,
  bytesOf,
  copyInto,
  copyOf,
  fillWith,
  lengthOf,
  viewOf,
  writableBytesOf,
} from "../base/foreign.js";
import { FIGURES, Handle } from "../base/handle.js";
import type { CheckedBufferOptions } from "../base/options/buffer.js";
import { checkWaitOptions, type WaitOptions } from "../base/options/wait.js";
import type { Frontswap } from "../clients/frontswap.js";
import type { ClientStats } from "../telemetry/stats_types.js";
import { FrameStore } from "./frame_store.js";
import { Frames, NONE } from "./frames.js";
import { AWAY, NOWHERE, PageTable } from "./page_table.js";
import { PagedBufferPin, partOf } from "./pin.js";
import { ResidentMemory } from "./resident_memory.js";
import { untilThere, wouldBlock } from "./waiting.js";

/** Pages that are read together from devices that answer later. */
const AHEAD_PAGES = 64;
/** A verb that waits has room made so often before it comes any further. */
const ROOMS = 16;

/** What a buffer has and did. */
export interface PagedBufferStats {
  name: string;
  byteLength: number;
  /** Bytes of a frame. */
  frame: number;
  frames: {
    /** That are resident at most. */
    max: number;
    resident: number;
    /** Of these: changed since they were loaded or stored. */
    dirty: number;
    /** Of these: held by pins. */
    pinned: number;
    /** In the pool: those that are not resident, and copies of those that are clean. */
    stored: number;
  };
  /** Uses of a frame that was resident. */
  hits: number;
  /** Frames that were brought in from the pool; as zeros, or to be overwritten as a whole. */
  loads: number;
  fresh: number;
  /** Reads of a frame in the pool that had no slot and was not brought in; of one that was never written. */
  readsThrough: number;
  readsOfZeros: number;
  /** Frames that went for others: with a copy in the pool already, stored then, or with zeros alone. */
  evicted: { clean: number; stored: number; zero: number };
  /** Resident frames that `discard` dropped. loads + fresh = resident + all evicted + discarded. */
  discarded: number;
  /** Frames that the pool took, and those that it refused. */
  stores: number;
  refusedStores: number;
  bytes: {
    /** Memory of the frames that may be resident. It is taken from the system as it is first used. */
    resident: number;
    /** The page table: 16 KiB for each 4,096 frames among which something was written. */
    table: number;
  };
  /** The client that has its pages. */
  client: ClientStats;
}

/** What an open buffer consists of. */
interface Parts {
  memory: ResidentMemory;
  table: PageTable;
  swap: Frontswap;
  store: FrameStore;
  frames: Frames;
}

export class PagedBuffer extends Handle {
  /** For messages. */
  readonly name: string;
  readonly byteLength: number;
  /** Bytes of a frame. */
  readonly frame: number;
  #parts: Parts | undefined;
  readonly #checkPool: () => void;
  /** A frame that is read and not brought in. Made when there is one. */
  #passing: Uint8Array | undefined;
  readonly #counters = { readsThrough: 0, readsOfZeros: 0 };

  /** Made by `pool.buffer()`. `checkPool` throws when the pool is closed. @internal */
  constructor(
    options: CheckedBufferOptions,
    pageSize: number,
    checkPool: () => void,
    makeSwap: () => Frontswap,
  ) {
    super("PagedBuffer", typeof makeSwap === "function", "pool.buffer(byteLength, options)");
    const { byteLength, frame, slots, store: storeOptions } = options;
    this.byteLength = byteLength;
    this.frame = frame;
    this.#checkPool = checkPool;
    const memory = new ResidentMemory(slots, frame);
    const swap = makeSwap();
    this.name = swap.name;
    const table = new PageTable();
    const store = new FrameStore(swap, pageSize, frame, storeOptions);
    const frames = new Frames(options, memory, table, store, () => this.#open());
    this.#parts = { memory, table, swap, store, frames };
  }

  /**
   * Fills `target` with the bytes from `offset` on. Throws RangeError where it would reach beyond the end,
   * ERR_SPILLWAY_DAMAGED where a frame is damaged, ERR_SPILLWAY_WOULD_BLOCK where one is on a device that
   * answers later; the target may have been filled up to there.
   */
  read(offset: number, target: ArrayBufferView): void {
    const { memory } = this.#open();
    const bytes = writableBytesOf("target", target);
    const length = lengthOf(bytes);
    this.#checkRange(offset, length, "length of target");
    if (memory.owns(arrayBufferOf(bytes))) {
      // The bytes of a pin of this buffer: frames change as they are filled.
      const copy = new Uint8Array(length);
      this.#read(offset, copy, length, copy);
      copyInto(bytes, copy);
      return;
    }
    this.#read(offset, bytes, length, target);
  }

  #read(offset: number, bytes: Uint8Array, length: number, target: ArrayBufferView): void {
    for (let done = 0; done < length; ) {
      const frame = Math.floor((offset + done) / this.frame);
      const from = offset + done - frame * this.frame;
      const count = Math.min(this.frame - from, length - done);
      const piece = this.#pieceOf(frame, from, count);
      // A subscriber that was told of a refusal or an eviction may have changed the array.
      if (lengthOf(bytes) !== length) throw typeError("target", "an array that keeps its length", target);
      if (piece === undefined) fillWith(bytes, 0, done, done + count);
      else copyInto(bytes, piece, done);
      done += count;
    }
  }

  /** The bytes of a part of a frame, until the next call; undefined where the frame was never written. */
  #pieceOf(frame: number, from: number, count: number): Uint8Array | undefined {
    const { memory, table, frames, store } = this.#open();
    let slot = frames.find(frame);
    if (slot !== NONE) frames.touch(slot);
    else if (table.get(frame) === NOWHERE) {
      this.#counters.readsOfZeros += 1;
      return undefined;
    } else slot = frames.bringToRead(frame);
    if (slot !== NONE) return memory.part(slot, from, count);
    this.#passing ??= new Uint8Array(this.frame);
    store.load(frame, this.#passing);
    this.#counters.readsThrough += 1;
    return viewOf(arrayBufferOf(this.#passing), from, count);
  }

  /**
   * As `read`, and waits for devices that answer later. The target is filled bit by bit until the promise is
   * kept. The `signal` ends the waiting.
   */
  async readAsync(offset: number, target: ArrayBufferView, options: WaitOptions = {}): Promise<void> {
    const signal = checkWaitOptions("read options", options);
    const bytes = writableBytesOf("target", target);
    const length = lengthOf(bytes);
    this.#open();
    this.#checkRange(offset, length, "length of target");
    throwIfAborted(signal);
    let done = 0;
    // A frame at a time, for as long as they are there.
    const step = () => {
      const before = done;
      while (done < length) {
        const end = Math.min(length, this.#endOf(Math.floor((offset + done) / this.frame)) - offset);
        if (lengthOf(bytes) !== length) throw typeError("target", "an array that keeps its length", target);
        try {
          this.read(offset + done, viewOf(arrayBufferOf(bytes), arrayOffset(bytes) + done, end - done));
        } catch (error) {
          if (done > before && wouldBlock(error)) return;
          throw error;
        }
        done = end;
      }
    };
    const ahead = this.frame * Math.max(1, Math.floor(AHEAD_PAGES / this.#open().store.pages));
    const frames = () => this.#framesOf(offset + done, Math.min(offset + length, offset + done + ahead));
    while (done < length) await this.#patiently(step, frames, signal);
  }

  /**
   * Writes all bytes of `source` from `offset` on. Throws RangeError where they would reach beyond the end,
   * and ERR_SPILLWAY_FULL when frames have to go for those that are written and the pool refuses all that
   * could. A write whose frames fit the resident set beside those that are pinned has then changed nothing. A
   * longer one has written `error.done` bytes.
   */
  write(offset: number, source: ArrayBufferView): void {
    const { memory, frames } = this.#open();
    let bytes = bytesOf("source", source);
    const length = lengthOf(bytes);
    this.#checkRange(offset, length, "length of source");
    if (length === 0) return;
    if (memory.owns(arrayBufferOf(bytes))) bytes = copyOf(bytes, length);
    const first = Math.floor(offset / this.frame);
    const count = Math.floor((offset + length - 1) / this.frame) - first + 1;
    const slot = count === 1 ? frames.find(first) : NONE;
    if (slot !== NONE) {
      frames.touch(slot);
      frames.change(slot, offset - first * this.frame, bytes);
      return;
    }
    const end = offset + length;
    const step = frames.fits(first, count) ? count : 1;
    let at = offset;
    try {
      for (let frame = first; at < end; frame += step) {
        const until = Math.min(end, (frame + step) * this.frame);
        this.#write(at, until, bytes, offset, length);
        at = until;
      }
    } catch (error) {
      throw error instanceof SpillwayError ? withDone(error, at - offset, length) : error;
    }
  }

  /**
   * As `write`, and waits for devices that answer later: to read what is changed in part, and to make room.
   * The source is copied at once. The `signal` ends the waiting. When it fails, `error.done` tells how far it
   * came.
   */
  async writeAsync(offset: number, source: ArrayBufferView, options: WaitOptions = {}): Promise<void> {
    const signal = checkWaitOptions("write options", options);
    const given = bytesOf("source", source);
    const length = lengthOf(given);
    this.#open();
    this.#checkRange(offset, length, "length of source");
    throwIfAborted(signal);
    const bytes = copyOf(given, length);
    let done = 0;
    const step = () => {
      try {
        this.write(offset + done, bytes.subarray(done));
        done = length;
      } catch (error) {
        const written = (error as { done?: number } | null)?.done ?? 0;
        done += written;
        if (written === 0 || !(wouldBlock(error) || isFull(error)))
          throw error instanceof SpillwayError ? ((error.cause ?? error) as Error) : error;
      }
    };
    try {
      while (done < length)
        await this.#patiently(step, () => this.#edgesOf(offset + done, offset + length), signal);
    } catch (error) {
      throw error instanceof SpillwayError ? withDone(error, done, length) : error;
    }
  }

  /** Writes bytes `from` to `to` - 1: all or nothing. The first byte of the source is that of `offset`. */
  #write(from: number, to: number, source: Uint8Array, offset: number, length: number): void {
    const { frames } = this.#open();
    const list = this.#framesOf(from, to);
    const slots = frames.secure(list, (frame) => from <= frame * this.frame && to >= this.#endOf(frame));
    try {
      this.#open();
      // As in #read.
      if (lengthOf(source) !== length) throw typeError("source", "an array that keeps its length", source);
      for (const [i, frame] of list.entries()) {
        const start = Math.max(from, frame * this.frame);
        const count = Math.min(to, this.#endOf(frame)) - start;
        const piece = viewOf(arrayBufferOf(source), arrayOffset(source) + start - offset, count);
        frames.put(frame, slots[i] as number, start - frame * this.frame, piece);
      }
    } finally {
      frames.release(slots);
    }
  }

  /**
   * Holds `length` bytes from `offset` on in memory until the pin is closed: `bytes` is where they are, or a
   * copy when they lie in several frames, which is written back at the end. All frames of pins count as
   * dirty. Throws RangeError for a range that does not lie in the buffer or has more frames than may be
   * pinned, half of those that may be resident; ERR_SPILLWAY_FULL when as many are pinned, or as for `write`.
   */
  pin(offset: number, length: number): PagedBufferPin {
    const { memory, frames } = this.#open();
    checkWhole("length", length, 1);
    this.#checkRange(offset, length, "length");
    const first = Math.floor(offset / this.frame);
    const count = Math.floor((offset + length - 1) / this.frame) - first + 1;
    if (count > frames.pinnedMax) {
      const most = `in at most ${frames.pinnedMax} frames of ${this.frame} bytes, half of those resident`;
      throw rangeError("length", most, length);
    }
    const slots = frames.pin(this.#framesOf(offset, offset + length));
    try {
      const at = offset - first * this.frame;
      const copied = count > 1;
      const bytes = copied ? this.#gather(slots, at, length) : memory.part(slots[0] as number, at, length);
      return new PagedBufferPin(offset, bytes, copied, (last) =>
        this.#unpin(slots, at, length, copied, last),
      );
    } catch (error) {
      frames.unpin(slots);
      throw error;
    }
  }

  /** As `pin`, and waits for devices that answer later. The `signal` ends the waiting. */
  async pinAsync(offset: number, length: number, options: WaitOptions = {}): Promise<PagedBufferPin> {
    const signal = checkWaitOptions("pin options", options);
    throwIfAborted(signal);
    const frames = () => this.#framesOf(offset, offset + length);
    return this.#patiently(() => this.pin(offset, length), frames, signal);
  }

  /** A copy of a range that begins `at` bytes into the first of these slots. */
  #gather(slots: readonly number[], at: number, length: number): Uint8Array<ArrayBuffer> {
    const { memory } = this.#open();
    const copy = new Uint8Array(length);
    eachPart(slots, at, length, this.frame, (slot, from, count, done) =>
      copyInto(copy, memory.part(slot, from, count), done),
    );
    return copy;
  }

  #unpin(slots: readonly number[], at: number, length: number, copied: boolean, bytes: Uint8Array): void {
    if (this.#parts === undefined) return;
    const { memory, frames } = this.#parts;
    frames.unpin(slots);
    if (!copied) return;
    if (lengthOf(bytes) !== length)
      throw typeError("bytes of the pin", "an array that was not transferred, to be written back", bytes);
    eachPart(slots, at, length, this.frame, (slot, from, count, done) =>
      copyInto(memory.bytes(slot), partOf(bytes, done, count), from),
    );
  }

  /**
   * Makes `length` bytes from `offset` on read as zeros, and frees the frames that lie in the range as a
   * whole, here and in the pool. Frames that are pinned stay, filled with zeros. Takes time in proportion to
   * what was written. Throws ERR_SPILLWAY_FULL, and has changed nothing, when the range begins or ends inside
   * a frame that cannot be brought in.
   */
  discard(offset: number, length: number): void {
    const { table, frames } = this.#open();
    checkWhole("length", length, 0);
    this.#checkRange(offset, length, "length");
    if (length === 0) return;
    const end = offset + length;
    const edges = this.#edgesOf(offset, end).filter((frame) => table.get(frame) !== NOWHERE);
    const slots = frames.secure(edges, () => false);
    try {
      this.#open();
      for (const [i, frame] of edges.entries()) {
        const start = frame * this.frame;
        frames.wipe(slots[i] as number, Math.max(0, offset - start), Math.min(this.frame, end - start));
      }
      const from = Math.ceil(offset / this.frame);
      const to = end === this.byteLength ? Math.ceil(end / this.frame) : Math.floor(end / this.frame);
      table.each(from, to, (frame) => frames.erase(frame));
    } finally {
      frames.release(slots);
    }
  }

  /** As `discard`, and waits for devices that answer later. The `signal` ends the waiting. */
  async discardAsync(offset: number, length: number, options: WaitOptions = {}): Promise<void> {
    const signal = checkWaitOptions("discard options", options);
    throwIfAborted(signal);
    const frames = () => this.#edgesOf(offset, offset + length);
    return this.#patiently(() => this.discard(offset, length), frames, signal);
  }

  /**
   * Does something as soon as it can be done: these frames are read that devices have which answer later, and
   * room is made for frames that have to go.
   */
  async #patiently<T>(
    verb: () => T,
    frames: () => readonly number[],
    signal: AbortSignalLike | undefined,
  ): Promise<T> {
    for (let rooms = ROOMS; ; rooms--) {
      try {
        return await untilThere(verb, (again) => {
          const { table, store } = this.#open();
          const away = frames().filter((frame) => table.get(frame) === AWAY);
          return store.whenRead(away, signal, again);
        });
      } catch (error) {
        if (!isFull(error) || rooms === 0) throw error;
        if (!(await this.#open().swap.makeRoom(signal))) throw error;
      }
    }
  }

  /** The frames of which a range has a part only. */
  #edgesOf(offset: number, end: number): number[] {
    const first = Math.floor(offset / this.frame);
    const last = Math.floor((end - 1) / this.frame);
    return (first === last ? [first] : [first, last]).filter(
      (frame) => offset > frame * this.frame || end < this.#endOf(frame),
    );
  }

  /**
   * Stores dirty frames in the pool, so that they can go at no cost later. They stay resident. Frames that
   * are pinned are left out. Answers how many are dirty afterwards: 0 when the pool took all of them.
   */
  flush(): number {
    return this.#open().frames.flush();
  }

  /** What the buffer has and did. Looks at every frame that may be resident. */
  stats(): PagedBufferStats {
    const { table, swap, store, frames } = this.#open();
    const { evicted, ...counters } = frames.counters;
    return {
      name: this.name,
      byteLength: this.byteLength,
      frame: this.frame,
      frames: { max: frames.slots, ...frames.count(), pinned: frames.pinned, stored: store.count },
      ...counters,
      ...this.#counters,
      evicted: { ...evicted },
      stores: store.stores,
      refusedStores: store.refused,
      bytes: { resident: frames.slots * this.frame, table: table.bytes },
      client: swap.stats(),
    };
  }

  /**
   * Drops all bytes and forgets the buffer's client. Later calls throw ERR_SPILLWAY_CLOSED; closing twice is
   * fine. Copies of pins are not written back any more.
   */
  close(): void {
    const parts = this.#parts;
    if (parts === undefined) return;
    this.#parts = undefined;
    this.#passing = undefined;
    parts.swap.close();
  }

  /** @internal */
  [FIGURES](): string {
    const { frames } = this.#open();
    const { resident, dirty } = frames.count();
    return (
      `${JSON.stringify(this.name)}: ${this.byteLength} bytes in frames of ${this.frame}, ` +
      `${resident} of at most ${frames.slots} resident, ${dirty} dirty`
    );
  }

  /** The parts of a buffer that is open, and so is its pool. */
  #open(): Parts {
    if (this.#parts === undefined)
      throw new SpillwayTypeError("ERR_SPILLWAY_CLOSED", `the buffer ${this.name} is closed`);
    this.#checkPool();
    return this.#parts;
  }

  #checkRange(offset: number, length: number, what: string): void {
    checkWhole("offset", offset, 0);
    const { byteLength } = this;
    if (offset > byteLength) throw rangeError("offset", `at most ${byteLength}, the buffer's length`, offset);
    if (length > byteLength - offset)
      throw rangeError(what, `at most ${byteLength - offset} at offset ${offset}`, length);
  }

  /** The frames of bytes `from` to `to` - 1. */
  #framesOf(from: number, to: number): number[] {
    const first = Math.floor(from / this.frame);
    const count = Math.floor((to - 1) / this.frame) - first + 1;
    return Array.from({ length: count }, (_, i) => first + i);
  }

  /** Where a frame ends, in bytes of the buffer. */
  #endOf(frame: number): number {
    return Math.min((frame + 1) * this.frame, this.byteLength);
  }
}

function checkWhole(what: string, value: number, least: number): void {
  const wanted = `a whole number of bytes, ${least} or more`;
  if (typeof value !== "number") throw typeError(what, wanted, value);
  if (!Number.isSafeInteger(value) || value < least) throw rangeError(what, wanted, value);
}

function isFull(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "ERR_SPILLWAY_FULL";
}

/** The same error, with what was written before it. */
function withDone(error: SpillwayError, done: number, length: number): SpillwayError {
  const message = `${error.message}; ${done} of ${length} bytes were written`;
  return new SpillwayError(error.code, message, { cause: error, done });
}

/** Calls `visit` for each slot's part of a range that begins `at` bytes into the first. */
function eachPart(
  slots: readonly number[],
  at: number,
  length: number,
  frame: number,
  visit: (slot: number, from: number, count: number, done: number) => void,
): void {
  let done = 0;
  for (const slot of slots) {
    const from = done === 0 ? at : 0;
    const count = Math.min(frame - from, length - done);
    visit(slot, from, count, done);
    done += count;
  }
}
