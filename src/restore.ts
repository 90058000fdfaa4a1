/**
 * restore.ts - reads an image and makes of it clients and pages of a pool that nobody has seen yet.
 *
 * A frame at a time: its check, then its contents, then the next is asked for. Nothing is done by what an image says that its
 * check does not cover, and nothing is made by a length or number before it has been compared with its bound. The first thing that
 * is wrong ends the work; the caller then lets go of the pool.
 *
 * Cost: one frame, and what the source hands over at a time.
 */
import type { AreaHandle, Wide } from "./arena.js";
import { NO_AREA } from "./arena.js";
import type { Arenas } from "./arenas.js";
import { rangeError, typeError } from "./errors.js";
import {
  damaged,
  FRAME_HEADER_BYTES,
  firstCheck,
  type ImageClient,
  type ImageHead,
  Kind,
  type Preamble,
  preparePages,
  readAreas,
  readClients,
  readEnd,
  readHead,
  readHeader,
} from "./image.js";
import type { ImageSource } from "./options.js";
import { pause } from "./timers.js";

/** Milliseconds of work between two turns of the host, when the source is faster than that. */
const SLICE_MS = 10;

type Chunks = { next(): Promise<IteratorResult<Uint8Array>>; end(reason: unknown): Promise<unknown> };

/** Cuts what a source yields into the pieces that are asked for. Holds one of its chunks. */
export class Feed {
  readonly #chunks: Chunks;
  readonly #signal: AbortSignal | undefined;
  #aborted: Promise<never> | undefined;
  #chunk = new Uint8Array();

  constructor(source: ImageSource, signal: AbortSignal | undefined) {
    signal?.throwIfAborted();
    this.#chunks = chunksOf(source);
    this.#signal = signal;
    if (signal !== undefined) {
      this.#aborted = new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
      // Nobody may be waiting when it comes.
      this.#aborted.catch(() => undefined);
    }
  }

  /** The next `bytes` bytes, or fewer when the source ends. Not the caller's to change. */
  async take(bytes: number): Promise<Uint8Array> {
    this.#signal?.throwIfAborted();
    if (this.#chunk.length === 0) await this.#fill();
    if (this.#chunk.length >= bytes || this.#chunk.length === 0) return this.#cut(bytes);
    const piece = new Uint8Array(bytes);
    let length = 0;
    while (length < bytes) {
      if (this.#chunk.length === 0 && !(await this.#fill())) break;
      const part = this.#cut(bytes - length);
      piece.set(part, length);
      length += part.length;
    }
    return piece.subarray(0, length);
  }

  /** Tells the source that no more will be asked for, and why. What it says to that is nobody's to hear. */
  async cancel(reason: unknown): Promise<void> {
    // A source that is stuck must not keep the error from being told.
    this.#chunks.end(reason).catch(() => undefined);
  }

  #cut(bytes: number): Uint8Array {
    const part = this.#chunk.subarray(0, bytes);
    this.#chunk = this.#chunk.subarray(part.length);
    return part;
  }

  /** The next chunk that has bytes. False when there is none. */
  async #fill(): Promise<boolean> {
    do {
      const next = this.#chunks.next();
      const { done, value } = await (this.#aborted === undefined
        ? next
        : Promise.race([next, this.#aborted]));
      if (done) return false;
      if (!(value instanceof Uint8Array)) throw typeError("a chunk of the source", "a Uint8Array", value);
      this.#chunk = value as Uint8Array<ArrayBuffer>;
    } while (this.#chunk.length === 0);
    return true;
  }
}

function chunksOf(source: ImageSource): Chunks {
  if (source instanceof Uint8Array) {
    let all: Uint8Array | undefined = source;
    return {
      async next() {
        const value = all;
        all = undefined;
        return value === undefined ? { done: true, value } : { done: false, value };
      },
      async end() {},
    };
  }
  if (typeof source === "object" && source !== null) {
    if ("getReader" in source) {
      const reader = source.getReader();
      return {
        next: () => reader.read() as Promise<IteratorResult<Uint8Array>>,
        end: (reason) => reader.cancel(reason),
      };
    }
    if (Symbol.asyncIterator in source) {
      const iterator = source[Symbol.asyncIterator]();
      return { next: () => iterator.next(), end: async () => iterator.return?.() };
    }
  }
  throw typeError("source", "a ReadableStream, an async iterable or a Uint8Array", source);
}

/** Opens a client with these areas, which are opened for it later. */
type OpenClient = (client: ImageClient, areas: Map<number, AreaHandle>) => { client: number; scope: number };

interface RestoredClient {
  client: number;
  scope: number;
  areas: Map<number, AreaHandle>;
}

/** Reads what follows a preamble into `arenas`, which are empty. Rejects when it is not whole, or does not fit. */
export async function restoreImage(
  feed: Feed,
  arenas: Arenas,
  preamble: Preamble,
  openClient: OpenClient,
): Promise<void> {
  const image = new Image(arenas, openClient);
  let check = firstCheck(preamble);
  let began = performance.now();
  while (!image.ended) {
    const header = await feed.take(FRAME_HEADER_BYTES);
    if (header.length < FRAME_HEADER_BYTES) throw damaged("it is cut off");
    const { kind, bytes, check: wanted } = readHeader(header);
    // A copy: it is made ready for the arena in place.
    const content = new Uint8Array(await feed.take(bytes));
    if (content.length < bytes) throw damaged("it is cut off");
    check = arenas.images.check(content, kind, check);
    if (check[0] !== wanted[0] || check[1] !== wanted[1]) throw damaged("the check of a frame");
    // A frame may hold four thousand clients or areas: the host has its turn between two of them as well.
    for (const _step of image.read(kind, content)) {
      if (performance.now() - began <= SLICE_MS) continue;
      await pause(0, false);
      began = performance.now();
    }
  }
  if ((await feed.take(1)).length > 0) throw damaged("something follows its end");
}

/** What has been read so far. */
class Image {
  ended = false;
  readonly #arenas: Arenas;
  readonly #openClient: OpenClient;
  #kind = 0;
  #head: ImageHead = { seed: [0, 0], clients: 0, areas: 0 };
  readonly #clients: RestoredClient[] = [];
  /** By the numbers that they have in the image: what they are here, and the scope of their pages' hashes there. */
  readonly #areas = new Map<number, { handle: number; scope: number }>();
  #pages = 0;

  constructor(arenas: Arenas, openClient: OpenClient) {
    this.#arenas = arenas;
    this.#openClient = openClient;
  }

  /** Reads a frame in steps of some microseconds, or of a frame of pages. */
  *read(kind: number, content: Uint8Array): Generator<void> {
    if (kind < this.#kind || (kind === Kind.HEAD) !== (this.#kind === 0))
      throw damaged("order of its frames");
    this.#kind = kind;
    if (kind === Kind.HEAD) this.#head = readHead(content);
    else if (kind === Kind.CLIENTS) yield* this.#readClients(content);
    else if (kind === Kind.AREAS) yield* this.#readAreas(content);
    else if (kind === Kind.PAGES) this.#readPages(content, this.#head.seed);
    else this.#end(content);
    yield;
  }

  *#readClients(content: Uint8Array): Generator<void> {
    for (const client of readClients(content)) {
      if (this.#clients.length === this.#head.clients) throw damaged("number of clients");
      const areas = new Map<number, AreaHandle>();
      this.#clients.push({ ...this.#openClient(client, areas), areas });
      yield;
    }
  }

  *#readAreas(content: Uint8Array): Generator<void> {
    for (const { number, client, type, scope } of readAreas(content, this.#clients.length)) {
      const owner = this.#clients[client] as RestoredClient;
      if (this.#areas.has(number) || owner.areas.has(type)) throw damaged("an area comes twice");
      if (this.#areas.size === this.#head.areas) throw damaged("number of areas");
      const handle = this.#arenas.accounts.openArea(owner.client, type, owner.scope);
      if (handle === NO_AREA) throw this.#tooSmall();
      owner.areas.set(type, handle);
      this.#areas.set(number, { handle, scope });
      yield;
    }
  }

  #readPages(content: Uint8Array, seed: Wide): void {
    this.#pages += preparePages(content, this.#arenas.pageSize, this.#areas);
    const result = this.#arenas.images.restore(content, seed);
    if (result === "full") throw this.#tooSmall();
    if (result === "damaged") throw damaged("a page comes twice, or has the body of none");
  }

  #end(content: Uint8Array): void {
    if (this.#clients.length !== this.#head.clients || this.#areas.size !== this.#head.areas)
      throw damaged("number of clients or areas");
    if (readEnd(content) !== this.#pages) throw damaged("number of pages");
    this.ended = true;
  }

  #tooSmall(): RangeError {
    return rangeError("maxBytes", "enough for the pages of the image", this.#arenas.memory.maxBytes);
  }
}
