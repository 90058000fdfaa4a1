/**
 * source.ts - the sources that an image may come from, as chunks of bytes.
 *
 * A caller hands the source over. It may be of another realm (a frame, a vm context, jsdom) or a polyfill. So
 * nothing is asked for its class: bytes are recognised by an internal slot of the language, which cannot be
 * faked, and all else by its methods.
 */
import { typeError } from "../base/errors.js";
import { asBytes } from "../base/foreign.js";

/** Chunks of a source, one after the other. */
export interface Chunks {
  /** The next chunk as its source answers it: `{ done, value }`, unchecked, or a promise of that. */
  next(): unknown;
  /** Tells the source that no more is wanted, and why. */
  end(reason: unknown): unknown;
}

// ── sources ────────────────────────────────────────────────────────────────────────────────────────────

/** Methods and properties by which a source is recognised. */
interface Source {
  getReader?: () => { read(): unknown; cancel(reason: unknown): unknown };
  locked?: unknown;
  [Symbol.asyncIterator]?: () => { next(): unknown; return?: () => unknown };
  stream?: () => unknown;
  arrayBuffer?: () => unknown;
  body?: unknown;
  bodyUsed?: unknown;
}

const WANTED = "a ReadableStream, an async iterable, a Blob, a Response, an ArrayBuffer or a view of one";

/** The chunks of a source. Throws ERR_SPILLWAY_ARG_TYPE when it is none, or cannot be read (again). */
export function chunksOf(source: unknown): Chunks {
  const bytes = asBytes(source);
  if (bytes !== undefined) return chunksOfBytes(bytes);
  if (typeof source !== "object" || source === null) throw typeError("source", WANTED, source);
  const one = source as Source;
  if (typeof one.getReader === "function") return chunksOfStream(one);
  if (typeof one[Symbol.asyncIterator] === "function") return chunksOfIterable(one);
  if (typeof one.stream === "function") return chunksOf(one.stream());
  if (typeof one.arrayBuffer === "function" && "body" in one) return chunksOfBody(one);
  throw typeError("source", WANTED, source);
}

function chunksOfBytes(bytes: Uint8Array): Chunks {
  let left: Uint8Array[] = [bytes];
  return {
    next() {
      const [value] = left;
      left = [];
      return { done: value === undefined, value };
    },
    end() {},
  };
}

function chunksOfStream(stream: Source): Chunks {
  if (stream.locked === true) throw typeError("source", "a stream that nobody else reads", stream);
  const reader = (stream as Required<Source>).getReader();
  return { next: () => reader.read(), end: (reason) => reader.cancel(reason) };
}

function chunksOfIterable(iterable: Source): Chunks {
  const iterator = (iterable as Required<Source>)[Symbol.asyncIterator]();
  return { next: () => iterator.next(), end: () => iterator.return?.() };
}

/**
 * The chunks of a Response. Its body is a stream, or null when it is empty; in older libraries an async
 * iterable.
 */
function chunksOfBody(response: Source): Chunks {
  if (response.bodyUsed === true)
    throw typeError("source", "a Response whose body was not read before", response);
  return response.body === null ? chunksOfBytes(new Uint8Array()) : chunksOf(response.body);
}
