/**
 * results.ts - what the results of calls are for a client.
 */
import { copyInto, copyOf, viewOf } from "../../base/foreign.js";
import type { ClientCodec } from "./coded_bytes.js";
import { errorOf } from "./error_records.js";
import type { Decode, PackReader } from "./packing.js";
import { breach, Form, isBreach, list, Result } from "./wire.js";

/** Nothing but that the call was done. */
export const nothing: Decode<void> = () => undefined;

export const asBoolean: Decode<boolean> = (result) => result === true;

export const asNumber: Decode<number> = (result) => {
  if (typeof result !== "number") throw breach("a result is no number");
  return result;
};

export const asNumberOrNone: Decode<number | undefined> = (result, reader) =>
  result === undefined ? undefined : asNumber(result, reader);

/** A value as it is. */
export function asValue<T>(): Decode<T> {
  return (result) => (Array.isArray(result) && result[0] === Result.VALUE ? result[1] : result) as T;
}

/** Copies packed bytes to the start of a target; how many there were. */
export function into(target: Uint8Array): Decode<number | undefined> {
  return (result, reader) => {
    if (result === undefined || result === 0) return result;
    const [kind, count] = list("a result", result, 3);
    if (kind !== Result.BYTES) throw breach("a result has no bytes");
    const bytes = reader.next(count);
    copyInto(target, bytes);
    return bytes.length;
  };
}

/** Copies packed pages to the starts of targets. Answers what came, and what failed. */
export function intoEach(
  targets: readonly Uint8Array[],
): Decode<{ loaded: boolean[]; error: Error | undefined }> {
  return (result, reader) => {
    const [kind, lengths, failure] = list("a result", result, 3);
    if (kind !== Result.PAGES) throw breach("a result has no pages");
    const pages = list("lengths", lengths, targets.length).map((count) => reader.next(count));
    for (const [i, page] of pages.entries()) copyInto(targets[i] as Uint8Array, page);
    const loaded = pages.map((page) => page.length !== 0);
    return { loaded, error: failure === undefined ? undefined : errorOf(failure) };
  };
}

/** Passes over the bytes of a result that nobody waits for any more. */
export const passOver: Decode<void> = (result, reader) => {
  if (!Array.isArray(result)) return;
  const [kind, what] = result as unknown[];
  if (kind === Result.BYTES) reader.next(what);
  if (kind === Result.PAGES) for (const count of list("lengths", what, 2 ** 16)) reader.next(count);
  if (kind === Result.LIST) for (const one of result.slice(1)) passOver(one, reader);
};

/** A value of a map: bytes of its own, what a codec makes of bytes, or a value as it is. */
export function valueBy<T>(codec: ClientCodec | undefined): Decode<T | undefined> {
  return (result, reader) => readValue(result, reader, codec) as T | undefined;
}

function readValue(result: unknown, reader: PackReader, codec: ClientCodec | undefined): unknown {
  if (!Array.isArray(result)) return result;
  const [kind, what, form] = result as unknown[];
  if (kind === Result.VALUE) return what;
  if (kind === Result.ERROR) throw errorOf(what);
  if (kind !== Result.BYTES) throw breach("a result has no known kind");
  if (form === Form.BYTES) return reader.own(what);
  if (form === Form.ARRAY_BUFFER) return reader.own(what).buffer;
  if (form === Form.CODED && codec !== undefined) return codec.decode(ownCopy(reader.next(what)));
  throw breach("a value has no known form");
}

function ownCopy(bytes: Uint8Array): Uint8Array {
  return copyOf(viewOf(bytes.buffer, bytes.byteOffset, bytes.length), bytes.length);
}

/** A value in a list, or none. */
export function foundBy<T>(codec: ClientCodec | undefined): Decode<readonly [T] | undefined> {
  return (result, reader) => {
    if (result === undefined) return undefined;
    const [kind, value] = list("a result", result, 2);
    if (kind !== Result.LIST) throw breach("a result is no list");
    return [readValue(value, reader, codec) as T];
  };
}

/** What one step of a walk brought: keys, values, or pairs. A value that could not be read is an error. */
export function stepBy(codec: ClientCodec | undefined): Decode<readonly (readonly [one: unknown] | Error)[]> {
  return (result, reader) => {
    const [kind, ...results] = list("a result", result, 2 ** 16);
    if (kind !== Result.LIST) throw breach("a result is no list");
    return results.map((one) => {
      try {
        if (Array.isArray(one) && one[0] === Result.LIST) return [[one[1], readValue(one[2], reader, codec)]];
        return [readValue(one, reader, codec)];
      } catch (error) {
        if (isBreach(error)) throw error;
        return error as Error;
      }
    });
  };
}
