/**
 * frames.ts - the frames of a buffer that are resident: which they are, which of them are dirty, and which
 * one goes when another needs its slot.
 *
 * A resident frame is clean or dirty. A clean one was loaded or stored, and its copy is in the pool: it goes
 * at no cost. The first write drops that copy, which makes room in the pool before the frame needs it. A
 * dirty frame is stored when it goes, or forgotten if it has zeros alone. A frame that the pool refuses
 * stays, dirty, and another is tried.
 *
 * A clock chooses: a hand goes round the slots, and passes a frame once for each time it was used in between.
 * One slot is left free where that can be had. So a frame that comes back to be written gives up its copy
 * first, and that makes room for the frame that has to go: a pool that is full of this buffer still serves
 * it.
 *
 * Storing may run the caller's code: subscribers of diagnostics channels, which may use or close the buffer.
 * So a frame is held while it is stored, and what was known of the table is asked for again.
 *
 * Owns:   the slots and what is known of them.
 * Keeps:  no frame is dirty and has a copy. loads + fresh = resident + evicted + discarded.
 */
import { SpillwayError } from "../base/errors.js";
import { copyInto, fillWith, lengthOf } from "../base/foreign.js";
import type { FrameStore } from "./frame_store.js";
import { AWAY, NOWHERE, type PageTable } from "./page_table.js";
import type { ResidentMemory } from "./resident_memory.js";

/** Used since the hand came by. */
const USED = 1;
/** Changed since it was loaded or stored. */
const DIRTY = 2;
/** The pool has a copy. */
const COPY = 4;

/** No slot. */
export const NONE = -1;
/** Of a slot that has no frame. */
const NO_FRAME = -1;

/**
 * A read asks the pool to take so many dirty frames, then does without a slot; a write asks for each of them.
 * A refused store of a page of 4 KiB takes some 10 us.
 */
export const TRIES = 4;

export class Frames {
  readonly slots: number;
  /** Slots that may be pinned: half of them, and one at least. */
  readonly pinnedMax: number;
  /** Slots that are pinned at present. */
  pinned = 0;
  readonly counters = {
    hits: 0,
    loads: 0,
    fresh: 0,
    evicted: { clean: 0, stored: 0, zero: 0 },
    discarded: 0,
  };
  readonly #frameBytes: number;
  /** Whether all frames of the buffer have a slot. */
  readonly #holdsAll: boolean;
  readonly #memory: ResidentMemory;
  readonly #table: PageTable;
  readonly #store: FrameStore;
  /** Throws when the buffer or its pool is closed. */
  readonly #check: () => void;
  readonly #frameOf: Float64Array;
  readonly #flags: Uint8Array;
  /** By slot: how many need the frame to stay. */
  readonly #holds: Uint32Array;
  /** By slot: how many pins there are. Each of them holds the frame too. */
  readonly #pins: Uint32Array;
  /** Slots below `#begun` without a frame. Those from there on were never used. */
  readonly #free: number[] = [];
  #begun = 0;
  #hand = 0;

  constructor(
    { slots, frame, byteLength }: { slots: number; frame: number; byteLength: number },
    memory: ResidentMemory,
    table: PageTable,
    store: FrameStore,
    check: () => void,
  ) {
    this.slots = slots;
    this.pinnedMax = Math.max(1, Math.floor(slots / 2));
    this.#frameBytes = frame;
    this.#holdsAll = slots * frame >= byteLength;
    this.#memory = memory;
    this.#table = table;
    this.#store = store;
    this.#check = check;
    this.#frameOf = new Float64Array(slots).fill(NO_FRAME);
    this.#flags = new Uint8Array(slots);
    this.#holds = new Uint32Array(slots);
    this.#pins = new Uint32Array(slots);
  }

  /** Frames that are resident, and those of them that are dirty. Looks at every slot. */
  count(): { resident: number; dirty: number } {
    let resident = 0;
    let dirty = 0;
    for (let slot = 0; slot < this.#begun; slot++) {
      if (this.#frameOf[slot] === NO_FRAME) continue;
      resident += 1;
      if (this.#has(slot, DIRTY)) dirty += 1;
    }
    return { resident, dirty };
  }

  // ── one frame ────────────────────────────────────────────────────────────────────────────────────────

  /** The slot of a frame, or NONE when it is not resident. */
  find(frame: number): number {
    const entry = this.#table.get(frame);
    return entry === NOWHERE || entry === AWAY ? NONE : entry - 1;
  }

  /** Notes that a resident frame was used. */
  touch(slot: number): void {
    this.#flags[slot] = (this.#flags[slot] as number) | USED;
    this.counters.hits += 1;
  }

  /** Brings in a frame to be read, if that is to be had for a few tries. Else answers NONE. */
  bringToRead(frame: number): number {
    const slot = this.#bring(frame, TRIES);
    if (slot !== NONE) this.#spare(slot);
    return slot;
  }

  /** Puts bytes into a resident frame, which is dirty then. */
  change(slot: number, at: number, bytes: Uint8Array): void {
    copyInto(this.#memory.bytes(slot), bytes, at);
    this.#soil(slot);
  }

  /** Makes bytes `from` to `to` - 1 of a resident frame zeros. */
  wipe(slot: number, from: number, to: number): void {
    fillWith(this.#memory.bytes(slot), 0, from, to);
    this.#soil(slot);
  }

  /** Makes a frame read as zeros. Its slot is free then, unless it is held. */
  erase(frame: number): void {
    const slot = this.find(frame);
    if (slot !== NONE && this.#holds[slot] !== 0) {
      this.wipe(slot, 0, this.#frameBytes);
      return;
    }
    const copied = slot === NONE ? this.#table.get(frame) === AWAY : this.#has(slot, COPY);
    this.#table.set(frame, NOWHERE);
    if (slot !== NONE) {
      this.#empty(slot);
      this.#free.push(slot);
      this.counters.discarded += 1;
    }
    if (copied) this.#store.drop(frame);
  }

  // ── several frames at once ───────────────────────────────────────────────────────────────────────────

  /** Whether so many frames from `first` on have room in the resident set together. */
  fits(first: number, count: number): boolean {
    if (count > this.slots) return false;
    let wanted = count;
    if (this.pinned > 0)
      for (let i = 0; i < count; i++) {
        const slot = this.find(first + i);
        if (slot !== NONE && this.#pins[slot] !== 0) wanted -= 1;
      }
    return wanted <= this.slots - this.pinned;
  }

  /**
   * Finds a slot for each of these frames, and holds them. A frame that `isWhole` names will be overwritten
   * as a whole: it is not loaded, and its slot is blank until `put`. Throws ERR_SPILLWAY_FULL, with all as it
   * was, when there is no slot for one of them. The slots are to be given to `release`.
   */
  secure(frames: readonly number[], isWhole: (frame: number) => boolean): number[] {
    const slots: number[] = [];
    try {
      for (const frame of frames) slots.push(this.#hold(frame, isWhole(frame)));
    } catch (error) {
      this.release(slots);
      throw error;
    }
    return slots;
  }

  #hold(frame: number, blank: boolean): number {
    let slot = this.find(frame);
    if (slot !== NONE) this.touch(slot);
    else slot = blank ? this.#take(Number.POSITIVE_INFINITY) : this.#bring(frame, Number.POSITIVE_INFINITY);
    if (slot === NONE) throw this.#full();
    this.#holds[slot] = (this.#holds[slot] as number) + 1;
    return slot;
  }

  /** Puts bytes into a frame that was secured. Where its slot is blank they begin at its first byte. */
  put(frame: number, slot: number, at: number, bytes: Uint8Array): void {
    // A subscriber may have brought the frame in since.
    const there = this.find(frame);
    if (there !== NONE) {
      this.change(there, at, bytes);
      return;
    }
    const target = this.#memory.bytes(slot);
    copyInto(target, bytes);
    if (lengthOf(bytes) < this.#frameBytes) fillWith(target, 0, lengthOf(bytes), this.#frameBytes);
    const away = this.#table.get(frame) === AWAY;
    this.#publish(frame, slot, DIRTY);
    this.counters.fresh += 1;
    if (away) this.#store.drop(frame);
  }

  /** Lets go of slots that were secured. */
  release(slots: readonly number[]): void {
    for (const slot of slots) {
      this.#holds[slot] = (this.#holds[slot] as number) - 1;
      if (this.#frameOf[slot] === NO_FRAME) this.#free.push(slot);
    }
    this.#spare();
  }

  // ── pins ─────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Brings in these frames and pins them: each stays, and counts as dirty, until `unpin`. Throws
   * ERR_SPILLWAY_FULL, with all as it was, when there is no slot for one or too many would be pinned.
   */
  pin(frames: readonly number[]): number[] {
    const slots = this.secure(frames, () => false);
    try {
      const more = slots.filter((slot) => this.#pins[slot] === 0).length;
      if (this.pinned + more > this.pinnedMax) throw this.#pinnedError(more);
      for (const slot of slots) this.#soil(slot);
      this.pinned += more;
    } catch (error) {
      this.release(slots);
      throw error;
    }
    for (const slot of slots) this.#pins[slot] = (this.#pins[slot] as number) + 1;
    return slots;
  }

  unpin(slots: readonly number[]): void {
    for (const slot of slots) {
      this.#pins[slot] = (this.#pins[slot] as number) - 1;
      this.#holds[slot] = (this.#holds[slot] as number) - 1;
      if (this.#pins[slot] === 0) this.pinned -= 1;
    }
  }

  #pinnedError(more: number): SpillwayError {
    const message = `${this.pinned} of at most ${this.pinnedMax} frames are pinned, ${more} more were wanted`;
    return new SpillwayError("ERR_SPILLWAY_FULL", message);
  }

  // ── the pool ─────────────────────────────────────────────────────────────────────────────────────────

  /** Stores every dirty frame that is not held. Answers how many are dirty afterwards. */
  flush(): number {
    let dirty = 0;
    for (let slot = 0; slot < this.#begun; slot++) {
      if (!this.#has(slot, DIRTY)) continue;
      if (this.#holds[slot] === 0) this.#save(slot);
      if (this.#has(slot, DIRTY)) dirty += 1;
    }
    return dirty;
  }

  /** The slot of a frame that was not resident and now is; NONE without room. */
  #bring(frame: number, tries: number): number {
    const slot = this.#take(tries);
    if (slot === NONE) return NONE;
    const there = this.find(frame);
    if (there !== NONE) {
      this.#free.push(slot);
      return there;
    }
    try {
      const away = this.#table.get(frame) === AWAY;
      const bytes = this.#memory.bytes(slot);
      if (away) this.#store.load(frame, bytes);
      else fillWith(bytes, 0, 0, this.#frameBytes);
      this.#publish(frame, slot, away ? COPY : 0);
      this.counters[away ? "loads" : "fresh"] += 1;
    } catch (error) {
      this.#free.push(slot);
      throw error;
    }
    return slot;
  }

  #publish(frame: number, slot: number, flags: number): void {
    this.#table.set(frame, slot + 1);
    this.#frameOf[slot] = frame;
    this.#flags[slot] = flags | USED;
  }

  /** A slot without a frame, or NONE when so many dirty frames were refused and no clean one can go. */
  #take(tries: number): number {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#begun < this.slots) return this.#begun++;
    return this.#evict(tries);
  }

  /** Sees to it that a slot is free, but for the price of a few tries. `kept` is not the one to go. */
  #spare(kept = NONE): void {
    if (this.#holdsAll || this.#free.length > 0 || this.#begun < this.slots) return;
    if (kept !== NONE) this.#holds[kept] = (this.#holds[kept] as number) + 1;
    try {
      const slot = this.#evict(TRIES);
      if (slot !== NONE) this.#free.push(slot);
    } finally {
      if (kept !== NONE) this.#holds[kept] = (this.#holds[kept] as number) - 1;
    }
  }

  /**
   * Two rounds of the hand at most: the first takes the marks of use, and a frame that is refused gets its
   * mark back. So each frame is tried once.
   */
  #evict(tries: number): number {
    let left = tries;
    for (let steps = 2 * this.slots; steps > 0; steps--) {
      const slot = this.#hand;
      this.#hand = slot + 1 === this.slots ? 0 : slot + 1;
      if (this.#frameOf[slot] === NO_FRAME || this.#holds[slot] !== 0) continue;
      if (this.#has(slot, USED)) {
        this.#flags[slot] = (this.#flags[slot] as number) & ~USED;
        continue;
      }
      if (!this.#has(slot, DIRTY)) this.#leave(slot, "clean");
      else if (left <= 0) continue;
      else if (this.#save(slot)) this.#leave(slot, this.#has(slot, COPY) ? "stored" : "zero");
      else {
        left -= 1;
        this.#flags[slot] = (this.#flags[slot] as number) | USED;
        continue;
      }
      return slot;
    }
    return NONE;
  }

  /** The frame of this slot goes, and is in the pool, or nowhere when it has zeros alone. */
  #leave(slot: number, how: "clean" | "stored" | "zero"): void {
    this.#table.set(this.#frameOf[slot] as number, this.#has(slot, COPY) ? AWAY : NOWHERE);
    this.#empty(slot);
    this.counters.evicted[how] += 1;
  }

  #empty(slot: number): void {
    this.#frameOf[slot] = NO_FRAME;
    this.#flags[slot] = 0;
  }

  /** Makes a dirty frame clean. False when the pool refused it, or it was changed meanwhile. */
  #save(slot: number): boolean {
    const frame = this.#frameOf[slot] as number;
    this.#flags[slot] = (this.#flags[slot] as number) & ~DIRTY;
    if (this.#memory.isZero(slot)) return true;
    let kept = false;
    this.#holds[slot] = (this.#holds[slot] as number) + 1;
    try {
      kept = this.#store.store(frame, this.#memory.bytes(slot));
    } finally {
      this.#holds[slot] = (this.#holds[slot] as number) - 1;
      if (!kept) this.#flags[slot] = (this.#flags[slot] as number) | DIRTY;
    }
    this.#check();
    if (!kept) return false;
    if (this.#has(slot, DIRTY)) {
      // A subscriber has written to it.
      this.#store.drop(frame);
      return false;
    }
    this.#flags[slot] = (this.#flags[slot] as number) | COPY;
    return true;
  }

  /** Marks a frame as changed. What the pool has of it is dropped. */
  #soil(slot: number): void {
    const copied = this.#has(slot, COPY);
    this.#flags[slot] = ((this.#flags[slot] as number) & ~COPY) | DIRTY | USED;
    if (copied) this.#store.drop(this.#frameOf[slot] as number);
  }

  #has(slot: number, flag: number): boolean {
    return ((this.#flags[slot] as number) & flag) !== 0;
  }

  #full(): SpillwayError {
    const { resident, dirty } = this.count();
    const frames = `${resident} frames are resident, ${dirty} of them dirty and ${this.pinned} pinned`;
    return new SpillwayError("ERR_SPILLWAY_FULL", `the pool takes none of the frames: ${frames}`);
  }
}
