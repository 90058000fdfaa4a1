/**
 * writer.ts - an image of a pool, as a stream, of the one moment at which it was asked for.
 *
 * A walk over the arenas packs their pages, a window at a time and only when the reader asks. Stores are
 * served meanwhile. A page that is about to change before its turn is first copied aside as it is kept, and
 * written from there. A page that was stored since the beginning is passed over. The copies are bounded:
 * beyond the bound the stream fails, and stores never notice.
 *
 * The walk is over buckets of the arenas' directories as they were at that moment. A bucket that is split
 * later stands for both parts, so no page is missed and none comes twice. Pages must not move to another
 * arena meanwhile: moving.ts sees to that.
 *
 * Cost:   what an arena's window holds, the pages copied aside, and the shared bodies.
 */
import * as abi from "../abi.js";
import { SpillwayError } from "../base/errors.js";
import type { Arena } from "../engine/arena.js";
import type { AreaHandle, Wide } from "../engine/keys.js";
import {
  FRAME_BYTES_MAX,
  FRAME_HEAD_BYTES,
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
} from "./format.js";
import { SharedBodies } from "./shared_bodies.js";
import { type FrameSource, FrameStream } from "./stream.js";

/** Pages that are read from a device at a time: a frame or so. */
const AWAY_AT_ONCE = 32;
/** Pages may move about on their device while they are read; seldom twice. */
const AWAY_TRIES = 4;
/** Bytes that a changed key takes in a Set, about. */
const KEY_BYTES = 64;

/** One arena's part of the walk. */
interface Part {
  arena: Arena;
  /** Buckets of its directory when the walk began. */
  buckets: number;
  /** All buckets below this are written. */
  next: number;
  /** Records that the arena had moved when bodies were last named by their addresses. */
  moved: number;
}

/** What an image tells about its pool beside the pages. */
export interface SnapshotFacts extends Preamble {
  seed: Wide;
  clients: readonly ImageClient[];
  areas: readonly ImageArea[];
}

/** How an image is read, and what it asks of the pool. */
export interface SnapshotMeans {
  /** Bytes of pages that may be held aside. */
  maxHeldBytes: number;
  /** Answers a number that grows, for readAt. */
  tick: () => number;
  /**
   * Packs a page whose body is on a device into the window of its arena. Answers the bytes, 0 if there is no
   * such page, -1 if its device answers later and it was not read yet.
   */
  packAway: (arena: Arena, area: AreaHandle, offset: number) => number;
  /**
   * Has pages read that only devices have which answer later. Resolves with what lets go of them. Undefined:
   * there are none. Their keys are those of keyOf.
   */
  readAway: (keys: readonly number[]) => Promise<() => void> | undefined;
}

export class Snapshot {
  readonly #frames: FrameStream;
  readonly #maxHeldBytes: number;
  readonly #packAway: SnapshotMeans["packAway"];
  readonly #readLater: SnapshotMeans["readAway"];
  /** Lets go of what was read from devices that answer later. */
  #letGo: (() => void) | undefined;
  /** Keys of pages that the walk has passed and that are still to be read from a device; their arenas. */
  readonly #away = new Map<number, Arena>();
  /** Numbers of the areas that the image has. */
  readonly #numbers: ReadonlySet<number>;
  #parts: Part[];
  #writing: Generator<Uint8Array<ArrayBuffer> | Promise<unknown>>;
  /** Keys that have changed since the beginning, and the pages as they were then, packed. */
  readonly #changed = new Set<number>();
  #aside: Uint8Array[] = [];
  #heldBytes = 0;
  /** When it was read last: a number that grows with each reading of any image. */
  #readAt: number;
  readonly #shared = new SharedBodies();
  #check: Wide;
  #pages = 0;
  /** True while a bucket is being written: its rest must follow before anything changes. */
  #within = false;
  /** Where frames are made, one at a time. */
  readonly #made = new Uint8Array(FRAME_HEAD_BYTES + FRAME_BYTES_MAX);

  constructor(
    facts: SnapshotFacts,
    arenas: readonly Arena[],
    { maxHeldBytes, tick, packAway, readAway }: SnapshotMeans,
  ) {
    this.#maxHeldBytes = maxHeldBytes;
    this.#packAway = packAway;
    this.#readLater = readAway;
    this.#readAt = tick();
    this.#numbers = new Set(facts.areas.map(({ number }) => number));
    this.#parts = arenas.map((arena) => ({
      arena,
      buckets: arena.images.buckets(),
      next: 0,
      moved: arena.movedRecords,
    }));
    this.#check = firstCheck(facts);
    // Clients and areas are of this moment too, so they are written down now.
    const { seed, clients, areas } = facts;
    const tables = [
      { kind: Kind.HEAD, content: writeHead({ seed, clients: clients.length, areas: areas.length }) },
      ...writeClients(clients).map((content) => ({ kind: Kind.CLIENTS, content })),
      ...writeAreas(areas).map((content) => ({ kind: Kind.AREAS, content })),
    ];
    this.#writing = this.#write(facts, tables);
    this.#frames = new FrameStream(this.#source(tick), "to take a snapshot");
  }

  #source(tick: () => number): FrameSource {
    const within = () => this.#within;
    return {
      next: () => this.#writing.next().value,
      get within() {
        return within();
      },
      asked: () => {
        this.#readAt = tick();
      },
      end: () => this.#end(),
    };
  }

  /** The image. */
  get stream(): ReadableStream<Uint8Array> {
    return this.#frames.stream;
  }

  /** Whether it needs to be told of changes. */
  get live(): boolean {
    return this.#parts.length > 0;
  }

  /** Bytes held for its reader, and the most that may be. */
  get held(): { bytes: number; max: number } {
    return { bytes: this.#heldBytes, max: this.#maxHeldBytes };
  }

  /** When it was last read, or begun, by its `tick`. */
  get readAt(): number {
    return this.#readAt;
  }

  /** To be called before a page is stored, replaced or removed. */
  changing(area: AreaHandle, offset: number): void {
    const key = keyOf(area, offset);
    this.#shared.forget(key);
    if (this.#parts.length === 0 || this.#changed.has(key)) return;
    this.#holdAway(key);
    for (const { arena, buckets, next } of this.#parts) {
      const bytes = next < buckets ? arena.images.page(area, offset, next, buckets) : 0;
      if (bytes > 0) this.#holdBack(arena, bytes);
    }
    this.#changed.add(key);
    this.#heldBytes += KEY_BYTES;
    this.#checkHeld();
  }

  /**
   * To be called before an area is dropped. Its keys need not be remembered: pages that are stored under its
   * number later are told one by one.
   */
  changingArea(area: AreaHandle): void {
    if (!this.#numbers.has(area)) return;
    this.#shared.forgetArea(area);
    for (const key of [...this.#away.keys()]) if (Math.floor(key / 2 ** 32) === area) this.#holdAway(key);
    for (const { arena, buckets, next } of this.#parts) {
      // An area without pages there costs no walk over those of others.
      if (arena.currPages(area) === 0) continue;
      for (let from = next, skip = 0; from < buckets; ) {
        const packed = arena.images.pack(from, skip, buckets, area);
        this.#holdBack(arena, packed.bytes);
        ({ from, skip } = packed);
        if (!this.#checkHeld()) return;
      }
    }
  }

  /** Ends the stream with an error, now. */
  fail(error: Error): void {
    this.#frames.fail(error);
  }

  /** Lets go of everything. */
  #end(): void {
    this.#parts = [];
    this.#writing = nothing();
    this.#changed.clear();
    this.#away.clear();
    this.#aside = [];
    this.#heldBytes = 0;
    this.#shared.clear();
    this.#release();
  }

  #release(): void {
    this.#letGo?.();
    this.#letGo = undefined;
  }

  // ── what changes ─────────────────────────────────────────────────────────────────────────────────────

  /** Copies aside the pages that are packed in the window, except those that have changed already. */
  #holdBack(arena: Arena, packed: number): void {
    const away: number[] = [];
    const bytes = this.#sift(arena, packed, undefined, away);
    if (bytes > 0) this.#aside.push(arena.window.slice(0, bytes));
    this.#heldBytes += bytes;
    arena.wipeWindow();
    // Of those on a device only the keys were kept: they are read now, before they change.
    for (const key of away) if (!this.#readAway(arena, key)) this.fail(changedAway());
  }

  /** Reads a page from its device before it changes, if it is to be read from there, and holds it aside. */
  #holdAway(key: number): void {
    if (!this.#tryHoldAway(key)) this.fail(changedAway());
  }

  /** The same. False: it is to be read first. */
  #tryHoldAway(key: number): boolean {
    const arena = this.#away.get(key);
    if (arena !== undefined && !this.#readAway(arena, key)) return false;
    this.#away.delete(key);
    return true;
  }

  #readAway(arena: Arena, key: number): boolean {
    const bytes = this.#packAway(arena, Math.floor(key / 2 ** 32) as AreaHandle, key % 2 ** 32);
    if (bytes > 0) this.#holdBack(arena, bytes);
    return bytes >= 0;
  }

  /** False when too much is held: then the stream has failed. */
  #checkHeld(): boolean {
    if (this.#heldBytes <= this.#maxHeldBytes) return true;
    this.fail(
      new SpillwayError(
        "ERR_SPILLWAY_SNAPSHOT_OVERRUN",
        `more than ${this.#maxHeldBytes} bytes of pages changed before their turn; ` +
          "read the snapshot faster, or give it a larger maxHeldBytes",
      ),
    );
    return false;
  }

  /** Forgets bodies that were named by their addresses in an arena that has moved records. */
  #forgetMoved(part: Part): void {
    if (part.arena.movedRecords === part.moved) return;
    part.moved = part.arena.movedRecords;
    this.#shared.clear();
  }

  // ── what is written ──────────────────────────────────────────────────────────────────────────────────

  *#write(
    preamble: Preamble,
    tables: { kind: number; content: Uint8Array }[],
  ): Generator<Uint8Array<ArrayBuffer> | Promise<unknown>> {
    yield writePreamble(preamble);
    for (const { kind, content } of tables) yield this.#frameOf(kind, content);
    for (const [index, part] of this.#parts.entries()) {
      for (let skip = 0; part.next < part.buckets; ) {
        yield* this.#writeAside();
        const packed = part.arena.images.pack(part.next, skip, part.buckets);
        this.#forgetMoved(part);
        const away: number[] = [];
        const bytes = this.#sift(part.arena, packed.bytes, index, away);
        for (const key of away) this.#away.set(key, part.arena);
        part.next = packed.from;
        skip = packed.skip;
        this.#within = skip > 0;
        if (bytes > 0) yield this.#frame(part.arena, Kind.PAGES, bytes);
        if (!this.#within) yield* this.#writeAway();
      }
    }
    yield* this.#writeAside();
    yield this.#frameOf(Kind.END, writeEnd(this.#pages));
  }

  /** The frames of all pages that are held aside by now. */
  *#writeAside(): Generator<Uint8Array<ArrayBuffer>> {
    if (this.#aside.length === 0 || this.#within) return;
    const contents = gather(this.#aside);
    this.#aside = [];
    for (const content of contents) {
      this.#heldBytes -= content.length;
      yield this.#frameOf(Kind.PAGES, content);
    }
  }

  /** Reads what the walk has passed from devices, some pages at a time, and writes it. */
  *#writeAway(): Generator<Uint8Array<ArrayBuffer> | Promise<unknown>> {
    for (let left = AWAY_TRIES; this.#away.size > 0; left--) {
      const keys = [...this.#away.keys()].slice(0, AWAY_AT_ONCE);
      const before = this.#away.size;
      const reading = this.#readLater(keys);
      if (reading !== undefined) yield this.#heldUntilRead(reading);
      // As long as they are not read, a change tells of them; once they are, they are held aside.
      for (const key of keys) this.#tryHoldAway(key);
      this.#release();
      if (this.#away.size < before) left = AWAY_TRIES;
      else if (left === 0) throw changedAway();
      yield* this.#writeAside();
    }
  }

  async #heldUntilRead(reading: Promise<() => void>): Promise<void> {
    const letGo = await reading;
    if (this.live) this.#letGo = letGo;
    else letGo();
  }

  /** A frame of bytes that are in no window yet. */
  #frameOf(kind: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
    const { arena } = this.#parts[0] as Part;
    arena.window.set(content);
    return this.#frame(arena, kind, content.length);
  }

  /** A frame of the first `bytes` bytes of the window. */
  #frame(arena: Arena, kind: number, bytes: number): Uint8Array<ArrayBuffer> {
    this.#check = arena.images.check(bytes, kind, this.#check);
    writeHeader(this.#made, { kind, bytes, check: this.#check });
    this.#made.set(arena.window.subarray(0, bytes), FRAME_HEAD_BYTES);
    arena.wipeWindow();
    return this.#made.subarray(0, FRAME_HEAD_BYTES + bytes);
  }

  /**
   * Of the pages in the first `packed` bytes of a window, keeps those that are of the beginning, side by
   * side, and counts them. Bodies of part `index` of the walk are written once; a page that is held aside
   * (undefined) brings its own. The keys of pages whose bodies are on a device go into `away`. Answers the
   * bytes that are left.
   */
  #sift(arena: Arena, packed: number, index: number | undefined, away: number[]): number {
    const { window } = arena;
    const view = new DataView(window.buffer, window.byteOffset, packed);
    let to = 0;
    for (let at = 0; at < packed; ) {
      const area = view.getUint32(at + abi.IMAGE_AREA_AT, true);
      const key = keyOf(area, view.getUint32(at + abi.IMAGE_OFFSET_AT, true));
      const length = pageBytes(view.getUint32(at + abi.IMAGE_STORED_AT, true));
      const isOld = this.#numbers.has(area) && !(this.#changed.size > 0 && this.#changed.has(key));
      if (isOld && view.getUint32(at + abi.IMAGE_CODEC_AT, true) === abi.IMAGE_AWAY) {
        away.push(key);
      } else if (isOld) {
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

  /** Lets a page name the page that brought its body. False if none has: then this one does. */
  #named(view: DataView, at: number, key: number, body: number): boolean {
    const first = this.#shared.find(body, key);
    if (first === undefined) return false;
    view.setUint32(at + abi.IMAGE_SAME_AREA_AT, Math.floor(first / 2 ** 32), true);
    view.setUint32(at + abi.IMAGE_SAME_OFFSET_AT, first % 2 ** 32, true);
    view.setUint32(at + abi.IMAGE_STORED_AT, 0, true);
    view.setUint32(at + abi.IMAGE_CODEC_AT, abi.IMAGE_SAME, true);
    return true;
  }
}

/** A page cannot be copied aside before it changes. */
function changedAway(): SpillwayError {
  return new SpillwayError(
    "ERR_SPILLWAY_SNAPSHOT_OVERRUN",
    "a page changed before its turn, and only a device has it that answers later; " +
      "read the snapshot while such pages rest",
  );
}

/** What is written once all is over. */
function* nothing(): Generator<never> {}
