/**
 * restore.ts - reads an image and makes clients and pages of it, in a pool that nobody has seen yet.
 *
 * It takes a frame at a time: its check, then its contents; then it asks for the next. It acts on nothing in
 * an image that a check does not cover, and allocates nothing by a length or number before comparing that
 * with its bound. The first thing that is wrong ends the work; the caller then lets go of the pool.
 *
 * Cost:   one frame, and one chunk of the source.
 */
import { type AbortSignalLike, orAborted, throwIfAborted } from "../base/abort.js";
import { rangeError, typeError } from "../base/errors.js";
import { asBytes } from "../base/foreign.js";
import { now, Timers } from "../base/timers.js";
import { type AreaHandle, NO_AREA, type Wide } from "../engine/keys.js";
import {
  damaged,
  FRAME_HEAD_BYTES,
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
} from "./format.js";
import { type Chunks, chunksOf } from "./source.js";

/** Milliseconds of work between two turns of the host, if the source does not wait itself. */
const SLICE_MS = 10;

/** Cuts what a source yields into the pieces that are asked for. Holds one of its chunks. */
export class Feed {
  readonly #chunks: Chunks;
  readonly #signal: AbortSignalLike | undefined;
  readonly #timers = new Timers();
  /** When the host last ran. */
  #began = now();
  /** The rest of the last chunk, in the source's own buffer. */
  #chunk = new Uint8Array();

  constructor(source: unknown, signal: AbortSignalLike | undefined) {
    this.#chunks = chunksOf(source);
    this.#signal = signal;
  }

  /** The next `bytes` bytes, or fewer when the source ends. A copy, which the caller may change. */
  async take(bytes: number): Promise<Uint8Array<ArrayBuffer>> {
    throwIfAborted(this.#signal);
    const piece = new Uint8Array(bytes);
    let length = 0;
    while (length < bytes) {
      // Looked at after each wait, because a chunk may have lost its bytes meanwhile: the buffer is the
      // source's.
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

  /** Tells the source that no more will be asked for, and why. Its answer is ignored. */
  cancel(reason: unknown): void {
    const end = async () => this.#chunks.end(reason);
    end().catch(() => undefined);
  }

  /** Waits for something. Rejects with the reason of the signal. */
  until<T>(wait: Promise<T>): Promise<T> {
    return orAborted(wait, this.#signal);
  }

  /** Lets the host run, if it has not for a while: a source that has all bytes at hand never waits. */
  async breathe(): Promise<void> {
    if (now() - this.#began < SLICE_MS) return;
    await this.#timers.pause(0, false);
    throwIfAborted(this.#signal);
    this.#began = now();
  }

  /** Takes the next chunk, which may be empty. False when there is none. */
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

/** How far pages of an image were taken over, in bytes, and how that ended. */
export interface Restored {
  at: number;
  /**
   * "full": there is no room for the page at `at`. "away": its body is that of a page on a device that
   * answers later. "damaged": they contradict each other or the pages that are here.
   */
  result: "restored" | "full" | "away" | "damaged";
}

/** What is to be called when work has gone on after a wait; false or undefined if it was in vain. */
export type Waited = (() => void) | false | undefined;

/** Work that yields when the host may run, or a promise whose answer it wants. */
type Steps = Generator<Promise<Waited> | undefined, void, Waited>;

/** What restoring needs of a pool: it makes areas of those of the image, and pages of its frames. */
export interface Restorable {
  readonly pageSize: number;
  readonly memory: { readonly maxBytes: number };
  readonly registry: {
    /** NO_AREA when there is no room for the area. */
    openArea(client: number, type: number, scope: number): AreaHandle;
  };
  readonly images: {
    /** The check of a frame that follows one with the check `before`. */
    check(content: Uint8Array, kind: number, before: Wide): Wide;
    /** Takes over pages of an image made under `seed`, from a byte on. */
    restore(pages: Uint8Array, seed: Wide, from: number): Restored;
    /** Waits until it is of use to go on. Resolves with what is to be called then, or false if it is none. */
    restorable(pages: Uint8Array, restored: Restored): Promise<Waited>;
  };
}

/** Makes a client. Its areas come later: they are added to the map. */
type OpenClient = (client: ImageClient, areas: Map<number, AreaHandle>) => { client: number; scope: number };

interface RestoredClient {
  client: number;
  scope: number;
  areas: Map<number, AreaHandle>;
}

/** Reads what follows a preamble into a pool without pages. Rejects when it is not whole, or does not fit. */
export async function restoreImage(
  feed: Feed,
  pool: Restorable,
  preamble: Preamble,
  openClient: OpenClient,
): Promise<void> {
  const image = new Image(pool, openClient);
  let check = firstCheck(preamble);
  while (!image.ended) {
    const header = await feed.take(FRAME_HEAD_BYTES);
    if (header.length < FRAME_HEAD_BYTES) throw damaged("it is cut off");
    const { kind, bytes, check: wanted } = readHeader(header);
    // Later made ready for the arena in place.
    const content = await feed.take(bytes);
    if (content.length < bytes) throw damaged("it is cut off");
    check = pool.images.check(content, kind, check);
    if (check[0] !== wanted[0] || check[1] !== wanted[1]) throw damaged("the check of a frame");
    // A frame may hold four thousand clients or areas: the host has its turn between two of them as well.
    const steps = image.read(kind, content);
    for (let step = steps.next(); !step.done; ) {
      const answer = step.value && (await feed.until(step.value));
      await feed.breathe();
      step = steps.next(answer);
    }
  }
  if ((await feed.take(1)).length > 0) throw damaged("something follows its end");
}

/** What has been read of an image so far. */
class Image {
  ended = false;
  readonly #pool: Restorable;
  readonly #openClient: OpenClient;
  #kind = 0;
  #head: ImageHead = { seed: [0, 0], clients: 0, areas: 0 };
  readonly #clients: RestoredClient[] = [];
  /** By their numbers in the image: their handles here, and the scope of their pages' hashes there. */
  readonly #areas = new Map<number, { handle: number; scope: number }>();
  #pages = 0;

  constructor(pool: Restorable, openClient: OpenClient) {
    this.#pool = pool;
    this.#openClient = openClient;
  }

  /**
   * Reads a frame in steps of some microseconds, or of a frame of pages. A step that yields a promise wants
   * its answer.
   */
  *read(kind: number, content: Uint8Array): Steps {
    if (kind < this.#kind || (kind === Kind.HEAD) !== (this.#kind === 0))
      throw damaged("order of its frames");
    this.#kind = kind;
    if (kind === Kind.HEAD) this.#head = readHead(content);
    else if (kind === Kind.CLIENTS) yield* this.#readClients(content);
    else if (kind === Kind.AREAS) yield* this.#readAreas(content);
    else if (kind === Kind.PAGES) yield* this.#readPages(content, this.#head.seed);
    else this.#end(content);
    yield undefined;
  }

  *#readClients(content: Uint8Array): Steps {
    for (const client of readClients(content)) {
      if (this.#clients.length === this.#head.clients) throw damaged("number of clients");
      const areas = new Map<number, AreaHandle>();
      this.#clients.push({ ...this.#openClient(client, areas), areas });
      yield undefined;
    }
  }

  *#readAreas(content: Uint8Array): Steps {
    for (const { number, client, type, scope } of readAreas(content, this.#clients.length)) {
      const owner = this.#clients[client] as RestoredClient;
      if (this.#areas.has(number) || owner.areas.has(type)) throw damaged("an area comes twice");
      if (this.#areas.size === this.#head.areas) throw damaged("number of areas");
      const handle = this.#pool.registry.openArea(owner.client, type, owner.scope);
      if (handle === NO_AREA) throw this.#tooSmall();
      owner.areas.set(type, handle);
      this.#areas.set(number, { handle, scope });
      yield undefined;
    }
  }

  *#readPages(content: Uint8Array, seed: Wide): Steps {
    this.#pages += preparePages(content, this.#pool.pageSize, this.#areas);
    const { images } = this.#pool;
    let letGo: Waited = () => undefined;
    for (let at = 0; letGo; ) {
      const restored = images.restore(content, seed, at);
      letGo();
      if (restored.result === "restored") return;
      if (restored.result === "damaged") throw damaged("a page comes twice, or has the body of none");
      at = restored.at;
      letGo = yield images.restorable(content, restored);
    }
    throw this.#tooSmall();
  }

  #end(content: Uint8Array): void {
    if (this.#clients.length !== this.#head.clients || this.#areas.size !== this.#head.areas)
      throw damaged("number of clients or areas");
    if (readEnd(content) !== this.#pages) throw damaged("number of pages");
    this.ended = true;
  }

  #tooSmall(): RangeError {
    return rangeError("maxBytes", "enough for the pages of the image", this.#pool.memory.maxBytes);
  }
}
