/**
 * snapshot.ts - an image of a pool, as a stream, of the one moment at which it was asked for.
 *
 * A walk over the arenas packs their pages, a window at a time and only when the reader asks. Stores go on meanwhile. A page that
 * is about to change, and whose turn has not come, is first copied aside as it is kept, and is written from there; a page that
 * is new since then is passed over. What is held aside is bounded: beyond the bound the stream fails, and stores never notice.
 *
 * The walk is over buckets of the arenas' directories as they were at that moment. A bucket that is split later stands for
 * both parts, so none is missed and none comes twice. Pages must not move to another arena meanwhile: arenas.ts sees to that.
 *
 * Equal pages: the first one brings the body, later ones name the first. As long as that first page does not change its body
 * lives, and nothing else can have the body's address, unless the arena brings its records together; when either happens it is
 * forgotten, and the next one brings the body again.
 *
 * Cost: what an arena's window holds, what is held aside, and some 100 bytes for each of at most SHARED_MAX shared bodies.
 */
import * as abi from "./abi.js";
import type { AreaHandle, Arena, Wide } from "./arena.js";
import { missingError, SpillwayError } from "./errors.js";
import {
  FRAME_BYTES_MAX,
  FRAME_HEADER_BYTES,
  firstCheck,
  gather,
  type ImageArea,
  type ImageClient,
  Kind,
  keyOf,
  type Preamble,
  pageBytes,
  writeAreas,
  writeClients,
  writeEnd,
  writeHead,
  writeHeader,
  writePreamble,
} from "./image.js";

/** Shared bodies that are remembered at a time; one that was forgotten is written again. */
const SHARED_MAX = 2 ** 17;
/** What a key that has changed takes in a Set, about. */
const KEY_BYTES = 64;

/** One arena's part of the walk. */
interface Part {
  arena: Arena;
  /** Buckets of its directory when the walk began. */
  buckets: number;
  /** Below this all of them are written. */
  next: number;
  /** Records that it had moved when bodies were last named by their addresses. */
  moved: number;
}

/** What an image says of its pool beside the pages. */
export interface SnapshotFacts extends Preamble {
  seed: Wide;
  clients: readonly ImageClient[];
  areas: readonly ImageArea[];
}

type Controller = ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>;

export class Snapshot {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #maxHeldBytes: number;
  readonly #tick: () => number;
  readonly #numbers: ReadonlySet<number>;
  #parts: Part[];
  #frames: Generator<Uint8Array<ArrayBuffer>>;
  /** What has changed since the beginning, as keys, and as it was then, packed. */
  readonly #changed = new Set<number>();
  #aside: Uint8Array[] = [];
  /** Bytes held aside, and when it was read last: a number that grows with each reading of any. */
  #heldBytes = 0;
  #readAt: number;
  /** Body -> key of the page that brought it, and back. A body is an address and the number of its arena. */
  readonly #shared = new Map<number, number>();
  readonly #firsts = new Map<number, number>();
  #check: Wide;
  #pages = 0;
  /** True while a bucket is written of which the rest must follow before anything changes. */
  #within = false;
  #controller: Controller | undefined;
  /** Where frames are made, one at a time, and what of the last one a reader's own buffer had no room for. */
  readonly #made = new Uint8Array(FRAME_HEADER_BYTES + FRAME_BYTES_MAX);
  #left = new Uint8Array();

  /** `tick` answers a number that grows, for lastRead. */
  constructor(facts: SnapshotFacts, arenas: readonly Arena[], maxHeldBytes: number, tick: () => number) {
    this.#maxHeldBytes = maxHeldBytes;
    this.#tick = tick;
    this.#readAt = tick();
    this.#numbers = new Set(facts.areas.map(({ number }) => number));
    this.#parts = arenas.map((arena) => ({
      arena,
      buckets: arena.imageBuckets(),
      next: 0,
      moved: arena.movedRecords,
    }));
    this.#check = firstCheck(facts);
    // What is not pages is of this moment too.
    const { seed, clients, areas } = facts;
    const tables = [
      { kind: Kind.HEAD, content: writeHead({ seed, clients: clients.length, areas: areas.length }) },
      ...writeClients(clients).map((content) => ({ kind: Kind.CLIENTS, content })),
      ...writeAreas(areas).map((content) => ({ kind: Kind.AREAS, content })),
    ];
    this.#frames = this.#write(facts, tables);
    this.stream = streamOf({
      start: (controller) => {
        this.#controller = controller;
      },
      pull: (controller) => this.#pull(controller),
      cancel: () => this.#end(),
    });
  }

  /** Whether it needs to be told of changes. */
  get live(): boolean {
    return this.#parts.length > 0;
  }

  /** Bytes held for its reader, and the most that may be. */
  get held(): { bytes: number; max: number } {
    return { bytes: this.#heldBytes, max: this.#maxHeldBytes };
  }

  /** When it was read last, or begun, by its `tick`. */
  get readAt(): number {
    return this.#readAt;
  }

  /** Before a page is stored, replaced or removed. */
  changing(area: AreaHandle, offset: number): void {
    const key = keyOf(area, offset);
    this.#forget(key);
    if (this.#parts.length === 0 || this.#changed.has(key)) return;
    for (const { arena, buckets, next } of this.#parts) {
      const bytes = next < buckets ? arena.imagePage(area, offset, next, buckets) : 0;
      if (bytes > 0) this.#holdBack(arena, bytes);
    }
    this.#changed.add(key);
    this.#heldBytes += KEY_BYTES;
    this.#checkHeld();
  }

  /** Before an area is dropped. Its pages need not be remembered: what is stored under its number later is told one by one. */
  changingArea(area: AreaHandle): void {
    if (!this.#numbers.has(area)) return;
    for (const key of [...this.#firsts.keys()]) if (Math.floor(key / 2 ** 32) === area) this.#forget(key);
    for (const { arena, buckets, next } of this.#parts) {
      // An area without pages there costs no walk over those of others.
      if (arena.currPages(area) === 0) continue;
      for (let from = next, skip = 0; from < buckets; ) {
        const packed = arena.imagePack(from, skip, buckets, area);
        this.#holdBack(arena, packed.bytes);
        ({ from, skip } = packed);
        if (!this.#checkHeld()) return;
      }
    }
  }

  /** Ends the stream with an error, now. */
  fail(error: Error): void {
    this.#end();
    this.#controller?.error(error);
  }

  #pull(controller: Controller): void {
    this.#readAt = this.#tick();
    try {
      // A reader may bring its own buffer, again and again: memory that is touched for the first time costs more than packing.
      const request = "byobRequest" in controller ? controller.byobRequest : undefined;
      const bytes = request?.view ? this.#fill(request.view) : 0;
      if (bytes > 0) request?.respond(bytes);
      else if (this.#advance()) this.#enqueue(controller);
      else {
        this.#end();
        controller.close();
        request?.respond(0);
        return;
      }
      // Of a bucket that was begun all must go before anything changes.
      while (this.#within && this.#advance()) this.#enqueue(controller);
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  /** Makes sure that there is something left to hand over. False at the end. */
  #advance(): boolean {
    if (this.#left.length > 0) return true;
    const { done, value } = this.#frames.next();
    if (!done) this.#left = value;
    return !done;
  }

  /** Hands over what is left in a buffer of its own. */
  #enqueue(controller: Controller): void {
    controller.enqueue(this.#left.slice());
    this.#left = this.#left.subarray(this.#left.length);
  }

  /** Puts as much into a reader's buffer as it has room for. Answers the bytes, 0 at the end. */
  #fill(view: ArrayBufferView): number {
    const target = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    let filled = 0;
    while (filled < target.length && this.#advance()) {
      const part = this.#left.subarray(0, target.length - filled);
      target.set(part, filled);
      this.#left = this.#left.subarray(part.length);
      filled += part.length;
    }
    return filled;
  }

  /** Lets go of everything. */
  #end(): void {
    this.#parts = [];
    this.#frames = nothing();
    this.#left = new Uint8Array();
    this.#changed.clear();
    this.#aside = [];
    this.#heldBytes = 0;
    this.#shared.clear();
    this.#firsts.clear();
  }

  // ── what changes ─────────────────────────────────────────────────────────────────────────────────────

  /** Copies aside the pages that are packed in the window, but for those that have changed already. */
  #holdBack(arena: Arena, packed: number): void {
    const bytes = this.#sift(arena.window, packed, undefined);
    if (bytes > 0) this.#aside.push(arena.window.slice(0, bytes));
    this.#heldBytes += bytes;
    arena.wipeWindow();
  }

  /** False when too much is held: then the stream has failed. */
  #checkHeld(): boolean {
    if (this.#heldBytes <= this.#maxHeldBytes) return true;
    this.fail(
      new SpillwayError(
        "ERR_SPILLWAY_SNAPSHOT_OVERRUN",
        `more than ${this.#maxHeldBytes} bytes of pages changed before their turn; read the snapshot faster, or give it a larger maxHeldBytes`,
      ),
    );
    return false;
  }

  /** A page that brought a body for others has changed: they must not name it any more. */
  #forget(key: number): void {
    const body = this.#firsts.get(key);
    if (body === undefined) return;
    this.#firsts.delete(key);
    this.#shared.delete(body);
  }

  /** Records have moved, so addresses may be those of other bodies. */
  #forgetAll(part: Part): void {
    part.moved = part.arena.movedRecords;
    this.#shared.clear();
    this.#firsts.clear();
  }

  // ── what is written ──────────────────────────────────────────────────────────────────────────────────

  *#write(
    preamble: Preamble,
    tables: { kind: number; content: Uint8Array }[],
  ): Generator<Uint8Array<ArrayBuffer>> {
    yield writePreamble(preamble);
    for (const { kind, content } of tables) yield this.#frameOf(kind, content);
    for (const [index, part] of this.#parts.entries()) {
      for (let skip = 0; part.next < part.buckets; ) {
        yield* this.#writeAside();
        const packed = part.arena.imagePack(part.next, skip, part.buckets);
        if (part.arena.movedRecords !== part.moved) this.#forgetAll(part);
        const bytes = this.#sift(part.arena.window, packed.bytes, index);
        part.next = packed.from;
        skip = packed.skip;
        this.#within = skip > 0;
        if (bytes > 0) yield this.#frame(part.arena, Kind.PAGES, bytes);
      }
    }
    yield* this.#writeAside();
    yield this.#frameOf(Kind.END, writeEnd(this.#pages));
  }

  /** What is held aside, as much as there is by now. */
  *#writeAside(): Generator<Uint8Array<ArrayBuffer>> {
    if (this.#aside.length === 0 || this.#within) return;
    const contents = gather(this.#aside);
    this.#aside = [];
    for (const content of contents) {
      this.#heldBytes -= content.length;
      yield this.#frameOf(Kind.PAGES, content);
    }
  }

  /** A frame of bytes that stand in no window yet. */
  #frameOf(kind: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
    const { arena } = this.#parts[0] as Part;
    arena.window.set(content);
    return this.#frame(arena, kind, content.length);
  }

  /** A frame of the first `bytes` bytes of the window. */
  #frame(arena: Arena, kind: number, bytes: number): Uint8Array<ArrayBuffer> {
    this.#check = arena.imageCheck(bytes, kind, this.#check);
    writeHeader(this.#made, { kind, bytes, check: this.#check });
    this.#made.set(arena.window.subarray(0, bytes), FRAME_HEADER_BYTES);
    arena.wipeWindow();
    return this.#made.subarray(0, FRAME_HEADER_BYTES + bytes);
  }

  /**
   * Leaves of the pages in the first `packed` bytes of a window those that are of the beginning, side by side, and counts them. Of
   * part `index` of the walk bodies are written once; what is held aside (undefined) brings its own. Answers the bytes left.
   */
  #sift(window: Uint8Array, packed: number, index: number | undefined): number {
    const view = new DataView(window.buffer, window.byteOffset, packed);
    let to = 0;
    for (let at = 0; at < packed; ) {
      const area = view.getUint32(at + abi.IMAGE_AREA_AT, true);
      const key = keyOf(area, view.getUint32(at + abi.IMAGE_OFFSET_AT, true));
      const length = pageBytes(view.getUint32(at + abi.IMAGE_STORED_AT, true));
      if (this.#numbers.has(area) && !(this.#changed.size > 0 && this.#changed.has(key))) {
        const shared = view.getUint32(at + abi.IMAGE_SHARED_AT, true);
        let kept = length;
        if (shared !== 0) {
          view.setUint32(at + abi.IMAGE_SHARED_AT, 0, true);
          if (index !== undefined && this.#named(view, at, key, keyOf(index, shared))) kept = pageBytes(0);
        }
        if (to !== at) window.copyWithin(to, at, at + kept);
        to += kept;
        this.#pages += 1;
      }
      at += length;
    }
    return to;
  }

  /** Lets a page name the one that brought its body. False if none has: then this one does. */
  #named(view: DataView, at: number, key: number, body: number): boolean {
    const first = this.#shared.get(body);
    if (first !== undefined) {
      view.setUint32(at + abi.IMAGE_KEY_AT, Math.floor(first / 2 ** 32), true);
      view.setUint32(at + abi.IMAGE_KEY_AT + 4, first % 2 ** 32, true);
      view.setUint32(at + abi.IMAGE_STORED_AT, 0, true);
      view.setUint32(at + abi.IMAGE_CODEC_AT, abi.IMAGE_SAME, true);
      return true;
    }
    if (this.#shared.size === SHARED_MAX) this.#forget(this.#shared.values().next().value as number);
    this.#shared.set(body, key);
    this.#firsts.set(key, body);
    return false;
  }
}

/** As much as is needed of a stream's source, whichever kind of stream it is. */
interface StreamSource {
  start: (controller: Controller) => void;
  pull: (controller: Controller) => void;
  cancel: () => void;
}

/**
 * A stream of which nothing is made before it is asked for: one of bytes, whose readers may bring their own buffers; where the host
 * has none (WebKit) an ordinary one that holds nothing in advance.
 */
function streamOf(source: StreamSource): ReadableStream<Uint8Array> {
  if (typeof ReadableStream !== "function") throw missingError("ReadableStream", "to take a snapshot");
  try {
    return new ReadableStream({ ...source, type: "bytes" });
  } catch {
    return new ReadableStream<Uint8Array>(source, { highWaterMark: 0 });
  }
}

function* nothing(): Generator<Uint8Array<ArrayBuffer>> {}
