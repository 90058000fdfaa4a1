/**
 * restore.ts - reads an image and makes of it clients and pages of a pool that nobody has seen yet.
 *
 * A frame at a time: its check, then its contents, then the next is asked for. Nothing is done by what an image says that its
 * check does not cover, and nothing is made by a length or number before it has been compared with its bound. The first thing that
 * is wrong ends the work; the caller then lets go of the pool.
 *
 * Cost: one frame, and what the source hands over at a time.
 */
import { type AbortSignalLike, orAborted, throwIfAborted } from "./abort.js";
import type { AreaHandle, Wide } from "./arena.js";
import { NO_AREA } from "./arena.js";
import type { Arenas } from "./arenas.js";
import { rangeError, typeError } from "./errors.js";
import { asBytes } from "./foreign.js";
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
import { type Chunks, chunksOf } from "./source.js";
import { now, Timers } from "./timers.js";

/** Milliseconds between two turns of the host, when the source is faster than that. */
const SLICE_MS = 10;

/** Cuts what a source yields into the pieces that are asked for. Holds one of its chunks. */
export class Feed {
  readonly #chunks: Chunks;
  readonly #signal: AbortSignalLike | undefined;
  readonly #timers = new Timers();
  /** When the host last ran. */
  #began = now();
  /** What is left of the last chunk, where the source has it. */
  #chunk = new Uint8Array();

  constructor(source: unknown, signal: AbortSignalLike | undefined) {
    this.#chunks = chunksOf(source);
    this.#signal = signal;
  }

  /** The next `bytes` bytes, or fewer when the source ends. A copy: the caller's to change, and nobody else's. */
  async take(bytes: number): Promise<Uint8Array<ArrayBuffer>> {
    throwIfAborted(this.#signal);
    const piece = new Uint8Array(bytes);
    let length = 0;
    while (length < bytes) {
      // Looked at after each wait, in which a chunk may have lost its bytes: the buffer is the source's.
      if (this.#chunk.length === 0) {
        if (await this.#fill()) continue;
        break;
      }
      const part = this.#chunk.subarray(0, bytes - length);
      piece.set(part, length);
      this.#chunk = this.#chunk.subarray(part.length);
      length += part.length;
    }
    return piece.subarray(0, length);
  }

  /** Tells the source that no more will be asked for, and why. What it says to that is nobody's to hear, nor when. */
  cancel(reason: unknown): void {
    const end = async () => this.#chunks.end(reason);
    end().catch(() => undefined);
  }

  /** Lets the host run, if it has not for a while: a source that has all of it at hand never does. */
  async breathe(): Promise<void> {
    if (now() - this.#began < SLICE_MS) return;
    await this.#timers.pause(0, false);
    throwIfAborted(this.#signal);
    this.#began = now();
  }

  /** The next chunk, which may be empty. False when there is none. */
  async #fill(): Promise<boolean> {
    await this.breathe();
    const next = async () => this.#chunks.next();
    const step = await orAborted(next(), this.#signal);
    if (typeof step !== "object" || step === null)
      throw typeError("what the source answered", "an object with done and value", step);
    const { done, value } = step as { done?: unknown; value?: unknown };
    if (done) return false;
    const chunk = asBytes(value);
    if (chunk === undefined) throw typeError("a chunk of the source", "a Uint8Array", value);
    this.#chunk = chunk;
    return true;
  }
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
  while (!image.ended) {
    const header = await feed.take(FRAME_HEADER_BYTES);
    if (header.length < FRAME_HEADER_BYTES) throw damaged("it is cut off");
    const { kind, bytes, check: wanted } = readHeader(header);
    // Made ready for the arena in place.
    const content = await feed.take(bytes);
    if (content.length < bytes) throw damaged("it is cut off");
    check = arenas.images.check(content, kind, check);
    if (check[0] !== wanted[0] || check[1] !== wanted[1]) throw damaged("the check of a frame");
    // A frame may hold four thousand clients or areas: the host has its turn between two of them as well.
    for (const _step of image.read(kind, content)) await feed.breathe();
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
