/**
 * arena_spill.ts - bodies of one arena on their way to devices, on them, and back.
 *
 * Bodies leave in windows: packed side by side, and listed. What writes them keeps the list, and tells the
 * arena when they are on a device (commit) or will never be (abort). A list is Uint32Array, LIST_WORDS words
 * a body: assembly/ground/layout.ts draws it.
 */
import * as abi from "../abi.js";
import { copyInto, lengthOf } from "../base/foreign.js";
import type { Address } from "./address.js";
import type { Border } from "./border.js";
import type { AreaHandle } from "./keys.js";
import { ROW_OFFSET } from "./window.js";

/** A body on a device, as a load finds it. */
export interface AwayBody {
  location: number;
  /** Bytes of the body, and of its page. */
  stored: number;
  raw: number;
  keyLow: number;
  keyHigh: number;
  /** What the bytes are: the same word as in lists. */
  shape: number;
}

/** Words of a list for each body. */
export const LIST_WORDS = abi.SPILL_ROW_BYTES / 4;
const LIST_KEY_WORD = abi.AWAY_KEY_AT / 4;

const NO_LIST = new Uint32Array(0);

export class ArenaSpill {
  readonly #border: Border;
  readonly #wipe: () => void;
  readonly #accountOf: (client: number) => number | undefined;
  #opened = false;
  /** What the last pack or collect has made: bytes in the window, and the list. */
  #packedBytes = 0;
  #list: Uint32Array = NO_LIST;
  /** Why the body that the last load of `load` wanted back in memory did not come: a Cramped. */
  cramped: number = abi.Cramped.NOT;

  /**
   * `wipe` overwrites the window, if the pool asked for zeroize. `accountOf` answers what the engine calls a
   * client; undefined if it has no account here.
   */
  constructor(border: Border, wipe: () => void, accountOf: (client: number) => number | undefined) {
    this.#border = border;
    this.#wipe = wipe;
    this.#accountOf = accountOf;
  }

  /** Whether bodies may leave. */
  get opened(): boolean {
    return this.#opened;
  }

  /**
   * Lets bodies leave for devices whose units have 2^unitBits bytes (16, 32 or 64) and whose slots have
   * `overhead` bytes beside a body (0 or 24). False when there is no memory for it.
   */
  open(unitBits: number, overhead: number): boolean {
    if (this.#opened) return true;
    this.#border.enter();
    this.#opened = this.#border.calls.spill_open(unitBits, overhead) === 1;
    return this.#opened;
  }

  // ── leaving ──────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Packs bodies that were not used of late, of a client or with 0 of all, as many as `room` bytes and a window
   * hold. Answers how many; 0 when none was found. They stay in memory, and fly, until commit or abort.
   */
  pack(room: number, unitBits: number, overhead: number, owner = 0): number {
    this.#list = NO_LIST;
    this.#packedBytes = 0;
    const account = owner === 0 ? 0 : this.#accountOf(owner);
    if (account === undefined || !this.open(unitBits, overhead)) return 0;
    const { calls, window } = this.#border;
    this.#border.enter();
    const count = calls.spill_pack(Math.min(room, abi.WINDOW_BYTES + abi.SLACK_BYTES), account);
    window.refresh();
    this.#packedBytes = window.word(ROW_OFFSET);
    this.#list = window.wordsAt(abi.WINDOW_TABLE_AT, count * LIST_WORDS).slice();
    return count;
  }

  /** The packed bytes, until the next call of the arena. */
  packed(): Uint8Array {
    this.#border.ready();
    return this.#border.window.part(0, this.#packedBytes);
  }

  /** The list of the last pack or collect. */
  list(): Uint32Array {
    return this.#list;
  }

  /**
   * The bodies of a list lie on a device now, as they were packed, from location `base` on. Those that
   * changed or were used meanwhile stay in memory. Answers how many have left.
   */
  commit(list: Uint32Array, base: number): number {
    const { calls } = this.#border;
    let left = 0;
    this.#inParts(list, (count) => {
      left += calls.spill_commit(count, base);
    });
    return left;
  }

  /** Nothing has happened to the bodies of a list. */
  abort(list: Uint32Array): void {
    this.#inParts(list, (count) => this.#border.calls.spill_abort(count));
  }

  // ── on devices ───────────────────────────────────────────────────────────────────────────────────────

  /** Bytes of the slots of this arena's bodies in a segment. */
  live(segment: number): number {
    this.#border.enter();
    return this.#border.calls.spill_live(segment) >>> 0;
  }

  /** Segments in which the arena has had bodies and has none: each is told once. */
  takeEmptied(): Uint32Array {
    const { calls, window } = this.#border;
    this.#border.enter();
    const count = calls.spill_emptied(abi.WINDOW_BYTES / 4);
    return window.wordsAt(0, count).slice();
  }

  /**
   * Lists bodies that lie in these segments, of at most `room` bytes of slots, behind the first `skip` of
   * them. Answers how many: SPILL_ROWS_MAX at most.
   */
  collect(segments: ArrayLike<number>, room: number, skip = 0): number {
    const { calls, window } = this.#border;
    const victims = Uint32Array.from(segments).subarray(0, abi.SPILL_VICTIMS_MAX);
    this.#border.enter();
    window.wordsAt(abi.WINDOW_ROWS_AT, victims.length).set(victims);
    const count = calls.spill_collect(victims.length, Math.min(room, 2 ** 32 - 1), skip);
    this.#list = window.wordsAt(0, count * LIST_WORDS).slice();
    return count;
  }

  /**
   * The bodies of a list of collect lie from location `base` on as well, slot behind slot. Those that are no
   * longer where they were stay out of it. Answers how many are there now.
   */
  relocate(list: Uint32Array, base: number): number {
    const { calls, window } = this.#border;
    let moved = 0;
    let next = base;
    this.#inParts(list, (count) => {
      moved += calls.spill_relocate(count, next);
      next = window.word(ROW_OFFSET);
    });
    return moved;
  }

  /** Hands a list to the engine, in parts that fit the window. */
  #inParts(list: Uint32Array, call: (count: number) => void): void {
    const most = abi.SPILL_ROWS_MAX * LIST_WORDS;
    for (let from = 0; from < list.length; from += most) {
      const part = list.subarray(from, from + most);
      this.#border.enter();
      this.#border.window.wordsAt(0, part.length).set(part);
      call(part.length / LIST_WORDS);
    }
    this.#wipe();
  }

  // ── back ─────────────────────────────────────────────────────────────────────────────────────────────

  /** Where the body is that the last load found on a device: to be read before the next call. */
  away(): AwayBody {
    const { window } = this.#border;
    return {
      location: window.word(abi.AWAY_LOCATION_AT / 4),
      stored: window.word(abi.AWAY_STORED_AT / 4),
      raw: window.word(abi.AWAY_RAW_AT / 4),
      keyLow: window.word(LIST_KEY_WORD),
      keyHigh: window.word(LIST_KEY_WORD + 1),
      shape: window.word(abi.AWAY_SHAPE_AT / 4),
    };
  }

  /** Where the body of a page is; undefined when it is not on a device. Counts nothing. */
  find(area: AreaHandle, offset: number): AwayBody | undefined {
    this.#border.enter();
    return this.#border.calls.away_page(area, offset) === 1 ? this.away() : undefined;
  }

  /**
   * Loads a page whose body was read: `bytes`, as they were packed. Answers its length, or a Status below 1:
   * AWAY when the body has changed or moved meanwhile, and `away` tells where it is.
   */
  load(
    { area, offset }: Address,
    target: Uint8Array,
    exclusive: boolean,
    read: AwayBody,
    bytes: Uint8Array,
  ): number {
    const { calls, window } = this.#border;
    this.#border.ready();
    this.#putRead(read, bytes);
    const status = calls.load_away(area, offset, lengthOf(target), exclusive ? 1 : 0, bytes.length);
    window.refresh();
    this.cramped = status > 0 ? window.word(abi.READ_CRAMPED_AT / 4) : abi.Cramped.NOT;
    if (status > 0) copyInto(target, window.part(0, status));
    this.#wipe();
    return status;
  }

  /**
   * Packs the page of a body that was read into the window, for an image; without bytes, one that is damaged.
   * Answers the bytes, 0 when the page or its body is another by now.
   */
  packImage(area: AreaHandle, offset: number, read: AwayBody, bytes: Uint8Array | undefined): number {
    this.#border.enter();
    this.#putRead(read, bytes);
    return this.#border.calls.image_away(area, offset, bytes?.length ?? 0);
  }

  #putRead({ location, keyLow, keyHigh, stored }: AwayBody, bytes: Uint8Array | undefined): void {
    const { window } = this.#border;
    if (bytes !== undefined && bytes.length !== stored) throw new Error("a body was not read as a whole");
    const row = window.wordsAt(abi.WINDOW_ROWS_AT, 3);
    row[abi.READ_LOCATION_AT / 4] = location;
    row[abi.READ_KEY_AT / 4] = keyLow;
    row[abi.READ_KEY_AT / 4 + 1] = keyHigh;
    if (bytes !== undefined) copyInto(window.part(abi.WINDOW_SCRATCH_AT, bytes.length), bytes);
  }
}
