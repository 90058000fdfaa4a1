/**
 * value_streams.ts - values of bytes that come and go in parts.
 *
 * A value that is written takes pages of its own as it comes, under a number that no value has. Its key is
 * entered at the end, so an older value stays until then, and a value that is given up leaves nothing.
 *
 * A value that is read is known by its slot until it leaves (cursors.ts). Then the stream fails: what it gave
 * is of the value that it began with.
 *
 * Cost:   writing holds a page, reading PART_BYTES.
 */
import { type AbortSignalLike, onAbort, throwIfAborted } from "../base/abort.js";
import { missingError, rangeError, type SpillwayError, typeError } from "../base/errors.js";
import { arrayBufferOf, arrayOffset, asBytes, copyInto, lengthOf, viewOf } from "../base/foreign.js";
import { Feed } from "../image/restore.js";
import { FrameStream } from "../image/stream.js";
import { type Run, VALUE_BYTES_MAX } from "./own_pages.js";
import type { Place, ValueSpace } from "./value_space.js";

/** Bytes that are read at a time, or a page if that is more. */
const PART_BYTES = 65_536;

/** What writing needs of a map. */
export interface WriterDoor {
  /** The keys and values that the map has now. Throws when the map or its pool is closed. */
  space(): ValueSpace;
  /** Sets a value whose bytes are all here. Throws when it is refused. */
  set(bytes: Uint8Array): void;
  readonly key: string;
  /** Gives the key the value at a place. */
  enter(space: ValueSpace, place: Place): void;
  /** Counts a refusal and answers what to throw. */
  refused(): SpillwayError;
  /** What to throw when all values that there were have been dropped. */
  gone(): SpillwayError;
}

/** A value that comes in parts. The first failure gives it up: nothing is left of it. */
export class ValueWriter {
  readonly #door: WriterDoor;
  readonly #space: ValueSpace;
  readonly #page: Uint8Array;
  /** Bytes that wait in the page, and of the whole value so far. */
  #filled = 0;
  #bytes = 0;
  #run: Run | undefined;
  /** Why the value was given up. */
  #given: { reason: unknown } | undefined;

  constructor(door: WriterDoor, pageSize: number) {
    this.#door = door;
    this.#space = door.space();
    this.#page = new Uint8Array(pageSize);
  }

  /** Takes the next part: bytes, or a buffer of them. A store may run foreign code that changes it. */
  write(chunk: unknown): void {
    try {
      const bytes = asBytes(chunk);
      if (bytes === undefined)
        throw typeError("a chunk", "a Uint8Array, another view or an ArrayBuffer", chunk);
      const length = lengthOf(bytes);
      if (this.#bytes + length > VALUE_BYTES_MAX)
        throw rangeError("a value", `at most ${VALUE_BYTES_MAX} bytes long`, this.#bytes + length);
      this.#check();
      for (let at = 0; at < length; ) {
        if (lengthOf(bytes) !== length) throw typeError("a chunk", "left alone until it is written", chunk);
        const part = Math.min(length - at, this.#page.length - this.#filled);
        copyInto(this.#page, viewOf(arrayBufferOf(bytes), arrayOffset(bytes) + at, part), this.#filled);
        this.#filled += part;
        this.#bytes += part;
        at += part;
        if (this.#filled === this.#page.length) this.#push();
      }
    } catch (error) {
      this.abandon(error);
      throw error;
    }
  }

  /** The value is whole: sets it. */
  end(): void {
    const space = this.#space;
    try {
      this.#check();
      if (this.#run === undefined && space.packer.takes(this.#bytes)) {
        this.#door.set(this.#page.subarray(0, this.#filled));
        return;
      }
      if (this.#filled > 0) this.#push();
    } catch (error) {
      this.abandon(error);
      throw error;
    }
    const run = this.#run as Run;
    if (!space.own.keep(run)) throw this.#door.refused();
    this.#door.enter(space, { own: true, where: run.where, high: run.high, bytes: this.#bytes });
  }

  /** Drops what there is of the value. Later calls throw the reason. */
  abandon(reason: unknown): void {
    this.#given ??= { reason };
    if (this.#run !== undefined) this.#space.own.abandon(this.#run);
  }

  #push(): void {
    this.#run ??= this.#space.begin(this.#door.key);
    const kept = this.#space.push(this.#run, this.#page.subarray(0, this.#filled));
    this.#check();
    if (!kept) throw this.#door.refused();
    this.#filled = 0;
  }

  /** Whether the value was given up, or all values were dropped and what was stored of this one with them. */
  #check(): void {
    if (this.#given !== undefined) throw this.#given.reason;
    if (this.#door.space() !== this.#space) throw this.#door.gone();
  }
}

/** A stream that writes a value. */
export function writableOf(
  writer: ValueWriter,
  signal: AbortSignalLike | undefined,
): WritableStream<ArrayBufferView | ArrayBuffer> {
  if (typeof WritableStream !== "function") throw missingError("WritableStream", "to write a value");
  throwIfAborted(signal);
  let controller: WritableStreamDefaultController | undefined;
  const stream = new WritableStream<ArrayBufferView | ArrayBuffer>({
    start(given) {
      controller = given;
    },
    write(chunk) {
      try {
        writer.write(chunk);
      } catch (error) {
        stop();
        throw error;
      }
    },
    close() {
      try {
        writer.end();
      } finally {
        stop();
      }
    },
    abort(reason) {
      stop();
      writer.abandon(reason);
    },
  });
  const stop = onAbort(signal, (reason) => {
    writer.abandon(reason);
    controller?.error(reason);
  });
  return stream;
}

/** Writes what a source yields. Rejects with what the source or the signal says, or the writer throws. */
export async function writeAll(
  writer: ValueWriter,
  source: unknown,
  pageSize: number,
  signal: AbortSignalLike | undefined,
): Promise<void> {
  const feed = new Feed(source, signal);
  try {
    for (;;) {
      const piece = await feed.take(pageSize);
      writer.write(piece);
      if (piece.length < pageSize) break;
    }
    throwIfAborted(signal);
    writer.end();
  } catch (error) {
    writer.abandon(error);
    feed.cancel(error);
    throw error;
  }
}

/**
 * Reads a part of a value into all of `target`; a promise if that takes time. Throws when it is no longer the
 * value that it was.
 */
export type ReadPart = (at: number, target: Uint8Array) => void | Promise<void>;

/** A stream of the bytes of a value. */
export function readableOf(
  bytes: number,
  pageSize: number,
  read: ReadPart,
  signal: AbortSignalLike | undefined,
): ReadableStream<Uint8Array> {
  throwIfAborted(signal);
  const part = new Uint8Array(Math.min(bytes, Math.max(pageSize, PART_BYTES)));
  let at = 0;
  /** Whether the next part was read already. */
  let isRead = false;
  const source = {
    within: false,
    next() {
      if (at === bytes) return undefined;
      const target = part.subarray(0, Math.min(part.length, bytes - at));
      const reading = isRead ? undefined : read(at, target);
      if (reading !== undefined)
        return reading.then(() => {
          isRead = true;
        });
      isRead = false;
      at += target.length;
      return target;
    },
    asked() {},
    end: () => stop(),
  };
  const frames = new FrameStream(source, "to read a value");
  const stop = onAbort(signal, (reason) => frames.fail(reason));
  return frames.stream;
}
