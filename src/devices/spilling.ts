/**
 * spilling.ts - takes cold bodies out of an arena: windows into a segment, the segment to a device.
 *
 * Owns:  the buffers in which segments are put together.
 * Keeps: a body leaves memory only after its segment was written, and only if it is still the one that was
 *        packed (law 8): the arena compares. If anything goes wrong before that, every body that was packed
 *        is told that nothing has happened.
 *        packed = spilled + changed + failed + flying (law 18).
 *        With a seal no byte of a body enters a buffer but sealed, and what lies between slots is zero.
 */
import {
  type ArenaSpill,
  LIST_AT,
  LIST_KEY_HIGH,
  LIST_KEY_LOW,
  LIST_SHAPE,
  LIST_STORED,
  LIST_WORDS,
} from "./arena_port.js";
import { NONCE_BYTES, type Seal } from "./seal.js";
import type { Segments } from "./segments.js";
import type { Steps } from "./steps.js";

/** What became of bodies that were packed. */
export interface SpillCounts {
  packed: number;
  /** Left memory. */
  spilled: number;
  /** Were used, overwritten, moved or recompressed meanwhile, so they stayed. */
  changed: number;
  /** Stayed because their segment could not be written. */
  failed: number;
  /** Are on their way. */
  flying: number;
  /** Bytes of the bodies that left memory, and bytes that were written for all that were packed. */
  spilledBytes: number;
  writtenBytes: number;
}

/** Bodies of one window, and where in the segment they begin. */
interface Batch {
  list: Uint32Array;
  at: number;
}

/** A segment that is being put together. */
interface Load {
  batches: Batch[];
  bodies: number;
  bytes: number;
}

/** Buffers that are kept for the next segments of asynchronous devices. */
const BUFFERS_KEPT = 2;

export class Spilling {
  readonly counts: SpillCounts = {
    packed: 0,
    spilled: 0,
    changed: 0,
    failed: 0,
    flying: 0,
    spilledBytes: 0,
    writtenBytes: 0,
  };
  readonly #segments: Segments;
  readonly #seal: Seal | undefined;
  /** Bytes that one body may take, its seal included. */
  readonly #bodyBytes: number;
  readonly #spare: Uint8Array[] = [];

  constructor(segments: Segments, seal: Seal | undefined, pageSize: number) {
    this.#segments = segments;
    this.#seal = seal;
    this.#bodyBytes = segments.slotBytes(pageSize);
  }

  /**
   * Spills at most `room` bytes, and a segment, of a client or with 0 of all. Answers how many bodies have left
   * memory. A device that fails is no error; only what the arena throws comes out. `prompt`: only devices that
   * answer at once are asked.
   */
  *spill(arena: ArenaSpill, room: number, owner: number, prompt: boolean): Steps<number> {
    const segments = this.#segments;
    const device = yield* segments.ready(prompt);
    if (device === undefined) return 0;
    const segment = segments.take(device);
    if (segment === 0) return 0;
    const buffer = this.#spare.pop() ?? new Uint8Array(segments.segmentBytes);
    const load: Load = { batches: [], bodies: 0, bytes: 0 };
    try {
      this.#fill(arena, load, buffer, Math.min(room, segments.segmentBytes), owner);
    } finally {
      if (load.bodies === 0) segments.release(segment);
    }
    if (load.bodies === 0) {
      this.#reuse(buffer);
      return 0;
    }
    this.counts.packed += load.bodies;
    this.counts.flying += load.bodies;
    this.counts.writtenBytes += load.bytes;
    const fault = yield* segments.write(segment, buffer.subarray(0, load.bytes));
    this.counts.flying -= load.bodies;
    // A write that is late may still read the buffer.
    if (fault?.kind !== "late") this.#reuse(buffer);
    return fault === undefined ? this.#commit(arena, segment, load) : this.#abort(arena, load);
  }

  #reuse(buffer: Uint8Array): void {
    if (this.#spare.length < BUFFERS_KEPT) this.#spare.push(buffer);
  }

  /** Packs windows into a buffer for as long as another body is sure to fit. */
  #fill(arena: ArenaSpill, load: Load, buffer: Uint8Array, room: number, owner: number): void {
    const { unitBits, overhead } = this.#segments;
    try {
      while (room - load.bytes >= this.#bodyBytes) {
        const bodies = arena.pack(room - load.bytes, unitBits, overhead, owner);
        if (bodies === 0) return;
        const list = arena.list();
        load.batches.push({ list, at: load.bytes });
        load.bytes = this.#copy(arena.packed(), list, buffer, load.bytes);
        load.bodies += bodies;
      }
    } catch (error) {
      load.bodies = 0;
      for (const { list } of load.batches) arena.abort(list);
      throw error;
    }
  }

  /** Copies packed bodies to byte `at` of a buffer, sealed if there is a seal. Answers where they end. */
  #copy(packed: Uint8Array, list: Uint32Array, buffer: Uint8Array, at: number): number {
    const last = list.length - LIST_WORDS;
    const front = this.#seal === undefined ? 0 : NONCE_BYTES;
    const stored = list[last + LIST_STORED] as number;
    const end = at + (list[last + LIST_AT] as number) - front + this.#segments.slotBytes(stored);
    if (this.#seal === undefined) buffer.set(packed.subarray(0, Math.min(end - at, packed.length)), at);
    else this.#sealAll(this.#seal, packed, list, buffer.subarray(at, end));
    return end;
  }

  #sealAll(seal: Seal, packed: Uint8Array, list: Uint32Array, into: Uint8Array): void {
    into.fill(0);
    for (let i = 0; i < list.length; i += LIST_WORDS) {
      const at = list[i + LIST_AT] as number;
      const names = {
        keyLow: list[i + LIST_KEY_LOW] as number,
        keyHigh: list[i + LIST_KEY_HIGH] as number,
        shape: list[i + LIST_SHAPE] as number,
      };
      seal.seal(packed.subarray(at, at + (list[i + LIST_STORED] as number)), names, into, at - NONCE_BYTES);
    }
  }

  #commit(arena: ArenaSpill, segment: number, { batches, bodies }: Load): number {
    const segments = this.#segments;
    let spilled = 0;
    // An arena that was given back meanwhile has moved its bodies: what was packed is dead.
    if (segments.isHere(arena))
      for (const { list, at } of batches) spilled += arena.commit(list, segments.location(segment, at));
    this.counts.spilled += spilled;
    this.counts.changed += bodies - spilled;
    this.counts.spilledBytes += segments.look(segment);
    segments.dropIfEmpty(segment);
    return spilled;
  }

  #abort(arena: ArenaSpill, { batches, bodies }: Load): number {
    this.counts.failed += bodies;
    if (this.#segments.isHere(arena)) for (const { list } of batches) arena.abort(list);
    return 0;
  }
}
