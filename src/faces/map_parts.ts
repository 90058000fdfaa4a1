/**
 * map_parts.ts - values of a map that are written and read in parts: what of it concerns the map. The streams
 * themselves are those of value_streams.ts.
 */
import type { AbortSignalLike } from "../base/abort.js";
import { rangeError, typeError } from "../base/errors.js";
import { arrayBufferOf, arrayOffset, lengthOf, viewOf, writableBytesOf } from "../base/foreign.js";
import { type Cursor, LEFT } from "./cursors.js";
import { checkKey, type MapState, shown } from "./map_state.js";
import { isBytesTag } from "./serial.js";
import type { Place, ValueSpace } from "./value_space.js";
import { readableOf, ValueWriter } from "./value_streams.js";
import { wouldBlock } from "./waiting.js";

/** Writes the value of a key. */
export function writerOf(map: MapState, key: string): ValueWriter {
  checkKey(key);
  const door = {
    key,
    space: () => map.begin(),
    set: (bytes: Uint8Array) => {
      if (!map.putBytes(key, bytes)) throw door.refused();
    },
    enter: (space: ValueSpace, place: Place) => map.enterBytes(space, key, place),
    refused: () => {
      map.counters.refusedSets += 1;
      return map.full(key);
    },
    gone: () => map.gone(key),
  };
  return new ValueWriter(door, map.parts.pageSize);
}

/** The value of a key as a stream of bytes; undefined when there is none. */
export function readerOf(
  map: MapState,
  key: string,
  signal: AbortSignalLike | undefined,
): ReadableStream<Uint8Array> | undefined {
  const space = map.begin();
  const slot = findBytes(map, space, key);
  if (slot < 0) return undefined;
  const { own, bytes } = space.placeOf(slot);
  const { pageSize } = map.parts;
  const copy = own ? undefined : copyIfThere(map, space, slot, key);
  map.counters.coldHits += 1;
  if (copy !== undefined)
    return readableOf(bytes, pageSize, (at, to) => to.set(copy.subarray(at, at + to.length)), signal);
  const reading = map.readings.begin(slot);
  return readableOf(bytes, pageSize, (at, target) => readPart(map, reading, key, at, target, signal), signal);
}

/** A copy of a value; undefined if it is on a device that answers later. */
function copyIfThere(map: MapState, space: ValueSpace, slot: number, key: string): Uint8Array | undefined {
  try {
    return map.named(key, () => space.read(slot).slice());
  } catch (error) {
    if (wouldBlock(error)) return undefined;
    throw error;
  }
}

/** As readAt, when the bytes can be had. */
export async function readAtLater(
  map: MapState,
  key: string,
  offset: number,
  target: unknown,
  signal: AbortSignalLike | undefined,
): Promise<number | undefined> {
  const length = lengthOf(writableBytesOf("target", target));
  return map.whenRead(map.pagesOf(key, offset, length), signal, () => readAt(map, key, offset, target));
}

/** Fills the start of `target` with bytes of a value from `offset` on. Answers how many there were. */
export function readAt(map: MapState, key: string, offset: number, target: unknown): number | undefined {
  const bytes = writableBytesOf("target", target);
  const length = lengthOf(bytes);
  if (typeof offset !== "number") throw typeError("offset", "a whole number", offset);
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw rangeError("offset", "a whole number from 0", offset);
  const space = map.begin();
  const slot = findBytes(map, space, key);
  if (slot < 0) return undefined;
  const count = Math.max(0, Math.min(length, space.index.bytes(slot) - offset));
  const part = viewOf(arrayBufferOf(bytes), arrayOffset(bytes), count);
  map.named(key, () => space.readPart(slot, offset, part));
  map.counters.coldHits += 1;
  return count;
}

function readPart(
  map: MapState,
  reading: Cursor,
  key: string,
  at: number,
  target: Uint8Array,
  signal: AbortSignalLike | undefined,
): void | Promise<void> {
  const read = () => readNow(map, reading, key, at, target);
  try {
    read();
  } catch (error) {
    if (!wouldBlock(error)) throw error;
    const pages = (space: ValueSpace) =>
      reading.slot === LEFT ? undefined : space.pagesOf(reading.slot, at, at + target.length);
    return map.whenRead(pages, signal, read);
  }
}

function readNow(map: MapState, reading: Cursor, key: string, at: number, target: Uint8Array): void {
  let space = map.begin();
  if (reading.slot !== LEFT && map.isExpired(space, reading.slot)) {
    map.expire(space, reading.slot);
    space = map.open();
  }
  if (reading.slot === LEFT) throw map.gone(key);
  map.named(key, () => space.readPart(reading.slot, at, target));
}

/** The slot of a key whose value is bytes, or -1, which is counted as a miss. */
function findBytes(map: MapState, space: ValueSpace, key: string): number {
  const slot = map.find(space, key);
  if (slot < 0) map.counters.misses += 1;
  else if (!isBytesTag(space.index.tag(slot)))
    throw typeError(`the value of ${shown(key)}`, "bytes to be read in parts", undefined);
  return slot;
}
