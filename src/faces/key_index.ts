/**
 * key_index.ts - from keys to records, in the order in which keys were inserted. Typed arrays only.
 *
 *   table     open addressing, linear probing: [hash, slot + 1] for each key, 0 where there is none. A hash
 *             has its place by its part of 2^32: a larger table has the same order and is filled in one pass
 *   records   by slot, in chunks; slots ascend in the order of insertion
 *   keys      their bytes (key_arena.ts)
 *
 * A record, in words of 32 bits:
 *
 *   KEY    address of the key
 *   WHERE  \ 48 bits that say where the value is: the lower 32 here,
 *   STATE  /  the upper 16 in bits 0 to 15; tag of the value in 16 to 23; 24: live; 25: has pages of its own
 *   BYTES  of the value, serialised
 *   HOT    only with a hot set: 1 + its place there, or 0
 *   NEXT, PREVIOUS, DUE   only with a time to live: slots + 1 in the order of their ends, and the end
 *          (due_times.ts)
 *   NEAR, NEAR BEFORE                 only in a cache: slots + 1 whose values share a page (page_slots.ts)
 *
 * Keeps:  live <= 4/5 of the table. A removed slot stays dead until `closeUp`, which is wanted when a fifth
 *         of the slots, or of the bytes of keys, is dead.
 * Cost:   16 bytes a record (4 more with a hot set, 12 more with a time to live, 8 more in a cache) and 10 to
 *         12.5 bytes of table a key, and up to a quarter more records while dead ones wait. Growing the table
 *         copies it: one insertion among a fifth of its capacity. `closeUp` takes time in proportion to the
 *         slots, once for a fifth of them removed.
 */
import { SpillwayError } from "../base/errors.js";
import { DueTimes } from "./due_times.js";
import { EncodedKey, KeyArena } from "./key_arena.js";
import type { HashSeed } from "./key_hash.js";

const KEY = 0;
const WHERE = 1;
const STATE = 2;
const BYTES = 3;
const BASE_WORDS = 4;
const HOT_WORDS = 1;
const TTL_WORDS = 3;
const NEAR_WORDS = 2;

const TAG_SHIFT = 16;
const LIVE = 1 << 24;
const OWN = 1 << 25;

/** A thousand records: what is unused of the last chunk is little from some ten thousand keys on. */
const CHUNK_BITS = 10;
const CHUNK_SLOTS = 2 ** CHUNK_BITS;
const CHUNK_MASK = CHUNK_SLOTS - 1;
const FIRST_SLOTS = 32;
const FIRST_CAPACITY = 16;
/** Positions of a table: 16 GiB of them. */
const CAPACITY_MAX = 2 ** 30;
/**
 * Full to 4/5, a look for a key that is not here passes 13 places on average; to 7/8 it would be 32. Growing
 * by a quarter keeps what is free small, and costs a pass over memory in order.
 */
const FILL = 4 / 5;
const GROWTH = 5 / 4;
/** A table that is less full than this when slots are closed up gets smaller. */
const FILL_LEAST = 1 / 3;
/** Part of slots or key bytes that may be dead, and how many may be in any case. */
const DEAD_PART = 1 / 5;
const DEAD_LEAST = 64;

/** What records have beside their place and size. */
export interface IndexColumns {
  hot: boolean;
  ttl: boolean;
  near?: boolean;
}

export class KeyIndex {
  readonly #seed: HashSeed;
  #words: number;
  /** Word of HOT in a record, of NEXT, and of NEAR; 0 without. */
  readonly #hotAt: number;
  readonly #nextAt: number;
  readonly #nearAt: number;
  #table = new Uint32Array(2 * FIRST_CAPACITY);
  #capacity = FIRST_CAPACITY;
  #records: Uint32Array[];
  readonly #keys = new KeyArena();
  /** The key that was asked for last, as bytes, and its hash: one verb asks for a key several times. */
  readonly #encoded = new EncodedKey();
  #asked: string | undefined;
  #askedHash = 0;
  /** Slots that were handed out since the last closing up: live and dead ones. */
  #slots = 0;
  #live = 0;
  #keyBytes = 0;
  #deadKeyBytes = 0;
  /** There was no memory to close up: not before so many slots are dead. */
  #putOff = 0;
  readonly #dues = new DueTimes();
  /** Ends of the list by due time: slots + 1, or 0. */
  #first = 0;
  #last = 0;

  constructor(seed: HashSeed, { hot, ttl, near = false }: IndexColumns) {
    this.#seed = seed;
    this.#words = BASE_WORDS;
    const columns = (wanted: boolean, words: number) => {
      if (!wanted) return 0;
      this.#words += words;
      return this.#words - words;
    };
    this.#hotAt = columns(hot, HOT_WORDS);
    this.#nextAt = columns(ttl, TTL_WORDS);
    this.#nearAt = columns(near, NEAR_WORDS);
    this.#records = [new Uint32Array(FIRST_SLOTS * this.#words)];
  }

  /** Keys that are here. */
  get size(): number {
    return this.#live;
  }

  /** One more than the last slot. */
  get end(): number {
    return this.#slots;
  }

  /** Bytes of the keys themselves, each with its length, to a multiple of four. */
  get keyBytes(): number {
    return this.#keyBytes;
  }

  /** Bytes of everything, keys included, used or not. */
  get reservedBytes(): number {
    const records = this.#records.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    return this.#table.byteLength + records + this.#keys.reservedBytes;
  }

  // ── keys ─────────────────────────────────────────────────────────────────────────────────────────────

  /** The hash of a key, whether it is here or not. */
  hash(key: string): number {
    if (key === this.#asked) return this.#askedHash;
    this.#asked = undefined;
    this.#encoded.read(key);
    this.#askedHash = this.#encoded.hash(this.#seed);
    this.#asked = key;
    return this.#askedHash;
  }

  /** The slot of a key, or -1. */
  find(key: string): number {
    const hash = this.hash(key);
    const table = this.#table;
    for (let i = this.#home(hash); ; i = this.#after(i)) {
      const slot = (table[2 * i + 1] as number) - 1;
      if (slot < 0) return -1;
      if (table[2 * i] === hash && this.#keys.equals(this.#word(slot, KEY), this.#encoded)) return slot;
    }
  }

  /** The slot of whatever key has this hash and a value at this place of a shared page, or -1. */
  findAt(hash: number, where: number, high: number): number {
    const table = this.#table;
    for (let i = this.#home(hash); ; i = this.#after(i)) {
      const slot = (table[2 * i + 1] as number) - 1;
      if (slot < 0) return -1;
      if (table[2 * i] !== hash || this.#word(slot, WHERE) !== where) continue;
      if ((this.#word(slot, STATE) & (OWN | 0xffff)) === high) return slot;
    }
  }

  /** Nothing is needed for a page that is about to be used. */
  reserve(): void {}

  /** The same for a value with pages of its own. */
  findOwn(hash: number, where: number, high: number): number {
    return this.findAt(hash, where, high | OWN);
  }

  /**
   * Adds a key that is not here and answers its slot: the last one. Its value is nowhere yet. Changes nothing
   * when it throws for want of memory.
   */
  insert(key: string): number {
    const hash = this.hash(key);
    const slot = this.#slots;
    this.#roomForRecord(slot);
    this.#roomInTable();
    const address = this.#keys.append(this.#encoded);
    this.#keyBytes += this.#keys.takes(address);
    this.#enter(hash, slot);
    this.#slots += 1;
    this.#live += 1;
    this.#clear(slot);
    this.#setWord(slot, KEY, address);
    this.#setWord(slot, STATE, LIVE);
    return slot;
  }

  /** Takes a slot's key out. The slot is dead from now on. */
  remove(slot: number): void {
    const address = this.#word(slot, KEY);
    this.#leave(this.#keys.hash(address, this.#seed), slot);
    if (this.#nextAt > 0) this.#unlink(slot);
    const bytes = this.#keys.takes(address);
    this.#keyBytes -= bytes;
    this.#deadKeyBytes += bytes;
    this.#setWord(slot, STATE, 0);
    this.#live -= 1;
  }

  key(slot: number): string {
    return this.#keys.key(this.#word(slot, KEY));
  }

  /** The first live slot from `slot` on, or -1. */
  next(slot: number): number {
    for (let at = slot; at < this.#slots; at++) if ((this.#word(at, STATE) & LIVE) !== 0) return at;
    return -1;
  }

  // ── records ──────────────────────────────────────────────────────────────────────────────────────────

  /** The lower 32 bits of a value's place. */
  where(slot: number): number {
    return this.#word(slot, WHERE);
  }

  /** The upper 16 bits of a value's place. */
  high(slot: number): number {
    return this.#word(slot, STATE) & 0xffff;
  }

  /** Whether a value has pages of its own; else it shares one. */
  own(slot: number): boolean {
    return (this.#word(slot, STATE) & OWN) !== 0;
  }

  tag(slot: number): number {
    return (this.#word(slot, STATE) >>> TAG_SHIFT) & 0xff;
  }

  /** Bytes of a value, serialised. */
  bytes(slot: number): number {
    return this.#word(slot, BYTES);
  }

  setValue(slot: number, own: boolean, where: number, high: number, tag: number, bytes: number): void {
    this.#setWord(slot, WHERE, where);
    this.#setWord(slot, STATE, LIVE | (own ? OWN : 0) | (tag << TAG_SHIFT) | high);
    this.#setWord(slot, BYTES, bytes);
  }

  /** A value in a shared page has moved. */
  setPlace(slot: number, where: number, high: number): void {
    this.#setWord(slot, WHERE, where);
    this.#setWord(slot, STATE, (this.#word(slot, STATE) & ~0xffff) | high);
  }

  /** 1 + the place in the hot set, or 0. */
  hot(slot: number): number {
    return this.#hotAt === 0 ? 0 : this.#word(slot, this.#hotAt);
  }

  setHot(slot: number, hot: number): void {
    this.#setWord(slot, this.#hotAt, hot);
  }

  /** 1 + the slot before or after this one in the list of its page, or 0. */
  near(slot: number, after: boolean): number {
    return this.#word(slot, this.#nearAt + (after ? 0 : 1));
  }

  setNear(slot: number, after: boolean, link: number): void {
    this.#setWord(slot, this.#nearAt + (after ? 0 : 1), link);
  }

  // ── time to live ─────────────────────────────────────────────────────────────────────────────────────

  /** When a value ends, in milliseconds. */
  due(slot: number): number {
    return this.#dues.timeOf(this.#word(slot, this.#nextAt + 2));
  }

  /** Sets the end of a value, a whole number that is not below that of any other: it is the last to end. */
  setDue(slot: number, due: number): void {
    this.#unlink(slot);
    if (!this.#dues.fits(due)) this.#widenDues(due);
    this.#setWord(slot, this.#nextAt + 2, this.#dues.wordOf(due));
    this.#setWord(slot, this.#nextAt + 1, this.#last);
    if (this.#last === 0) this.#first = slot + 1;
    else this.#setWord(this.#last - 1, this.#nextAt, slot + 1);
    this.#last = slot + 1;
  }

  /** The slot that ends first, or -1. */
  get firstDue(): number {
    return this.#first - 1;
  }

  /** Makes words of all ends anew, so that one that is far from the others fits too. */
  #widenDues(due: number): void {
    const words = this.#dues.widen(this.#first === 0 ? due : this.due(this.#first - 1), due);
    for (let link = this.#first; link > 0; link = this.#word(link - 1, this.#nextAt))
      this.#setWord(link - 1, this.#nextAt + 2, words(this.#word(link - 1, this.#nextAt + 2)));
  }

  #unlink(slot: number): void {
    const next = this.#word(slot, this.#nextAt);
    const previous = this.#word(slot, this.#nextAt + 1);
    if (next === 0 && previous === 0 && this.#first !== slot + 1) return;
    if (previous === 0) this.#first = next;
    else this.#setWord(previous - 1, this.#nextAt, next);
    if (next === 0) this.#last = previous;
    else this.#setWord(next - 1, this.#nextAt + 1, previous);
    this.#setWord(slot, this.#nextAt, 0);
    this.#setWord(slot, this.#nextAt + 1, 0);
  }

  // ── closing up ───────────────────────────────────────────────────────────────────────────────────────

  get wantsClosingUp(): boolean {
    const dead = this.#slots - this.#live;
    if (dead < this.#putOff) return false;
    if (dead > DEAD_LEAST && dead > this.#slots * DEAD_PART) return true;
    const keys = this.#keyBytes + this.#deadKeyBytes;
    return this.#deadKeyBytes > DEAD_LEAST * 64 && this.#deadKeyBytes > keys * DEAD_PART;
  }

  /**
   * Gives slots new numbers without gaps. Answers, for each old slot, its new number; for a dead one that of
   * the next live one. Undefined: the host has no memory for that table, and nothing has changed. All else is
   * moved in place.
   */
  closeUp(): Uint32Array | undefined {
    const moved = numbersOrNone(this.#slots);
    const dead = this.#slots - this.#live;
    this.#putOff = moved === undefined ? dead + Math.max(DEAD_LEAST, this.#slots / 16) : 0;
    if (moved === undefined) return undefined;
    const keys = this.#keys;
    const slide = keys.slide();
    let to = 0;
    for (let from = 0; from < this.#slots; from++) {
      moved[from] = to;
      if ((this.#word(from, STATE) & LIVE) !== 0) to += 1;
    }
    for (let from = 0; from < this.#slots; from++) {
      if ((this.#word(from, STATE) & LIVE) === 0) continue;
      this.#setWord(from, KEY, slide.move(this.#word(from, KEY)));
      this.#moveRecord(from, moved[from] as number);
    }
    slide.end();
    this.#deadKeyBytes = 0;
    this.#slots = to;
    this.#records.length = Math.max(1, Math.ceil(to / CHUNK_SLOTS));
    this.#renumber(moved);
    return moved;
  }

  /** Slots in the table and in the list by due time get their new numbers. */
  #renumber(moved: Uint32Array): void {
    const table = this.#table;
    for (let i = 1; i < table.length; i += 2) {
      const slot = (table[i] as number) - 1;
      if (slot >= 0) table[i] = (moved[slot] as number) + 1;
    }
    if (this.#live < this.#capacity * FILL_LEAST) this.#shrinkTable();
    const renumbered = (link: number) => (link === 0 ? 0 : (moved[link - 1] as number) + 1);
    for (const from of [this.#nextAt, this.#nearAt].filter((at) => at > 0))
      for (let slot = 0; slot < this.#slots; slot++)
        for (let at = from; at < from + 2; at++) this.#setWord(slot, at, renumbered(this.#word(slot, at)));
    this.#first = renumbered(this.#first);
    this.#last = renumbered(this.#last);
  }

  #moveRecord(from: number, to: number): void {
    if (from === to) return;
    const words = this.#words;
    const source = this.#records[from >>> CHUNK_BITS] as Uint32Array;
    const target = this.#records[to >>> CHUNK_BITS] as Uint32Array;
    const at = (from & CHUNK_MASK) * words;
    const there = (to & CHUNK_MASK) * words;
    for (let i = 0; i < words; i++) target[there + i] = source[at + i] as number;
  }

  // ── words ────────────────────────────────────────────────────────────────────────────────────────────

  #word(slot: number, at: number): number {
    const chunk = this.#records[slot >>> CHUNK_BITS] as Uint32Array;
    return chunk[(slot & CHUNK_MASK) * this.#words + at] as number;
  }

  #setWord(slot: number, at: number, value: number): void {
    const chunk = this.#records[slot >>> CHUNK_BITS] as Uint32Array;
    chunk[(slot & CHUNK_MASK) * this.#words + at] = value;
  }

  #clear(slot: number): void {
    for (let at = 0; at < this.#words; at++) this.#setWord(slot, at, 0);
  }

  #roomForRecord(slot: number): void {
    const chunks = this.#records;
    const chunk = chunks[slot >>> CHUNK_BITS];
    const words = ((slot & CHUNK_MASK) + 1) * this.#words;
    if (chunk === undefined) chunks.push(new Uint32Array(CHUNK_SLOTS * this.#words));
    else if (chunk.length < words) {
      // Only the first chunk grows.
      const grown = new Uint32Array(Math.min(2 * chunk.length, CHUNK_SLOTS * this.#words));
      grown.set(chunk);
      chunks[0] = grown;
    }
  }

  // ── table ────────────────────────────────────────────────────────────────────────────────────────────

  /** The place of a hash: its part of 2^32, which no rounding brings up to the whole capacity. */
  #home(hash: number): number {
    return Math.floor((hash * this.#capacity) / 2 ** 32);
  }

  #after(i: number): number {
    return i + 1 < this.#capacity ? i + 1 : 0;
  }

  #roomInTable(): void {
    const capacity = this.#capacity;
    if (this.#live + 1 <= capacity * FILL) return;
    if (capacity === CAPACITY_MAX)
      throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", "a map has at most 858,993,459 keys");
    this.#rehash(Math.min(CAPACITY_MAX, Math.ceil(capacity * GROWTH)));
  }

  /** Stays as it is when the host has no memory even for a smaller one. */
  #shrinkTable(): void {
    try {
      this.#rehash(Math.max(FIRST_CAPACITY, Math.ceil((this.#live / FILL) * GROWTH)));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  #rehash(capacity: number): void {
    const old = this.#table;
    this.#table = new Uint32Array(2 * capacity);
    this.#capacity = capacity;
    for (let i = 0; i < old.length; i += 2) {
      const slot = (old[i + 1] as number) - 1;
      if (slot >= 0) this.#enter(old[i] as number, slot);
    }
  }

  #enter(hash: number, slot: number): void {
    const table = this.#table;
    let i = this.#home(hash);
    while (table[2 * i + 1] !== 0) i = this.#after(i);
    table[2 * i] = hash;
    table[2 * i + 1] = slot + 1;
  }

  /** Takes an entry out, and moves those after it so that no probe stops too early. */
  #leave(hash: number, slot: number): void {
    const table = this.#table;
    let hole = this.#home(hash);
    while (table[2 * hole + 1] !== slot + 1) hole = this.#after(hole);
    for (let i = this.#after(hole); table[2 * i + 1] !== 0; i = this.#after(i)) {
      // One whose home lies after the hole stays.
      if (this.#from(this.#home(table[2 * i] as number), i) < this.#from(hole, i)) continue;
      table[2 * hole] = table[2 * i] as number;
      table[2 * hole + 1] = table[2 * i + 1] as number;
      hole = i;
    }
    table[2 * hole] = 0;
    table[2 * hole + 1] = 0;
  }

  /** Places from one to another, around the end. */
  #from(place: number, to: number): number {
    return to >= place ? to - place : to - place + this.#capacity;
  }
}

/** So many numbers, or undefined when the host has no memory for them. */
function numbersOrNone(count: number): Uint32Array | undefined {
  try {
    return new Uint32Array(count);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
