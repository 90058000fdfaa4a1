/**
 * source.ts - whatever an image may come from, as chunks of bytes.
 *
 * Everything here is handed over by a caller, and may be of another realm (a frame, a vm context, jsdom) or a polyfill. So nothing is
 * asked for its class: bytes are known by what the language keeps in them, where nobody can pretend, all else by its methods.
 */
import { typeError } from "./errors.js";
import { asBytes } from "./foreign.js";

/** Chunks of a source, one after the other. */
export interface Chunks {
  /** The next chunk as its source tells it: `{ done, value }`, unchecked. */
  next(): unknown;
  /** Tells the source that no more is wanted, and why. */
  end(reason: unknown): unknown;
}

// ── sources ────────────────────────────────────────────────────────────────────────────────────────────

/** What a source may have. */
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

/** Of a Response. Its body is a stream, null when it is empty; that of older libraries is an async iterable. */
function chunksOfBody(response: Source): Chunks {
  if (response.bodyUsed === true)
    throw typeError("source", "a Response whose body was not read before", response);
  return response.body === null ? chunksOfBytes(new Uint8Array()) : chunksOf(response.body);
}
