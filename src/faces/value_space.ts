/**
 * value_space.ts - keys and values of a map from one `clear` to the next: the index, and the bytes of values
 * on shared pages or on pages of their own.
 *
 * A value is placed first and entered into the index last, so a refused one has changed nothing. The older
 * one is dropped after that.
 */
import type { AbortSignalLike } from "../base/abort.js";
import { lengthOf } from "../base/foreign.js";
import type { StoreOptions } from "../base/options/client.js";
import { ByHash, CacheRoom, slotOfArea } from "./cache_pages.js";
import type { HashSeed } from "./key_hash.js";
import { KeyIndex } from "./key_index.js";
import { type MapClient, MapPages, type PagesAt, SHARED_AREA } from "./map_pages.js";
import { OwnPages, type Run } from "./own_pages.js";
import { Packer } from "./packer.js";
import { PageSlots } from "./page_slots.js";

/** Where a value was placed. */
export interface Place {
  own: boolean;
  where: number;
  high: number;
  bytes: number;
}

/** What a space is made of. */
export interface SpaceSettings {
  client: MapClient;
  pageSize: number;
  maxBytes: number;
  store: StoreOptions | undefined;
  seed: HashSeed;
  hot: boolean;
  ttl: boolean;
}

export class ValueSpace {
  readonly index: KeyIndex;
  readonly packer: Packer;
  readonly own: OwnPages;
  /** Serialised bytes of all values. */
  rawBytes = 0;
  readonly #pages: MapPages;
  /** Of a cache: its pages, and which values they share. */
  readonly #room: CacheRoom | undefined;
  readonly #slots: PageSlots | undefined;
  /** Values may be gone that nobody has been told of. */
  #doubted = false;
  readonly #makeRoom: () => boolean;
  readonly #page: Uint8Array;

  constructor({ client, pageSize, maxBytes, store, seed, hot, ttl }: SpaceSettings) {
    const room = client.begin();
    this.#room = room instanceof CacheRoom ? room : undefined;
    this.#pages = new MapPages(room, pageSize, store);
    this.index = new KeyIndex(seed, { hot, ttl, near: this.#room !== undefined });
    this.#slots = this.#room && new PageSlots(this.index);
    this.packer = new Packer(this.#pages, this.#slots ?? this.index, store !== undefined, maxBytes);
    this.own = new OwnPages(this.#pages, this.#room && new ByHash(this.#room, this.index));
    this.#makeRoom = () => this.packer.makeRoom();
    this.#page = new Uint8Array(pageSize);
  }

  /** Puts bytes somewhere, for a key that need not be here yet. Undefined: refused. */
  place(key: string, value: Uint8Array): Place | undefined {
    const bytes = lengthOf(value);
    const hash = this.index.hash(key);
    if (this.packer.takes(bytes)) {
      if (!this.packer.put(hash, value)) return undefined;
      return { own: false, where: this.packer.page, high: this.packer.at, bytes };
    }
    if (!this.own.store(hash, value, this.#makeRoom)) return undefined;
    return { own: true, where: this.own.where, high: this.own.high, bytes };
  }

  /**
   * Gives a key its new value. Answers its slot. If it throws, nothing has changed and the bytes are dropped.
   */
  enter(key: string, tag: number, place: Place): number {
    const { index } = this;
    const known = index.find(key);
    let slot = known;
    if (known < 0) {
      try {
        slot = index.insert(key);
      } catch (error) {
        this.drop(place);
        throw error;
      }
    }
    const older = known < 0 ? undefined : this.placeOf(slot);
    if (older !== undefined) this.#leave(slot, older);
    index.setValue(slot, place.own, place.where, place.high, tag, place.bytes);
    if (!place.own) this.#slots?.add(slot, place.where);
    this.rawBytes += place.bytes;
    if (older !== undefined) {
      this.rawBytes -= older.bytes;
      this.drop(older);
    }
    return slot;
  }

  /** Takes a key and its value out. */
  remove(slot: number): void {
    const place = this.placeOf(slot);
    this.#leave(slot, place);
    this.index.remove(slot);
    this.rawBytes -= place.bytes;
    this.drop(place);
  }

  #leave(slot: number, { own, where }: Place): void {
    if (!own) this.#slots?.remove(slot, where);
  }

  placeOf(slot: number): Place {
    const { index } = this;
    const bytes = index.bytes(slot);
    return { own: index.own(slot), where: index.where(slot), high: index.high(slot), bytes };
  }

  drop({ own, where, high, bytes }: Place): void {
    if (own) this.own.drop(high, where, bytes);
    else this.packer.drop(where, high, bytes);
  }

  /** Whether `read` answers an array that nobody else uses. */
  isOwned(slot: number): boolean {
    return this.index.own(slot) && this.index.bytes(slot) > this.#page.length;
  }

  /** The bytes of a value. Unless it is owned, a view that is good until the next call. */
  read(slot: number): Uint8Array {
    const { own, where, high, bytes } = this.placeOf(slot);
    if (!own) return this.packer.read(where, high, bytes);
    const target = bytes > this.#page.length ? new Uint8Array(bytes) : this.#page.subarray(0, bytes);
    this.own.load(high, where, bytes, target);
    return target;
  }

  /** Writes the bytes of a value from `at` on into all of `target`, an array of ours: there are as many. */
  readPart(slot: number, at: number, target: Uint8Array): void {
    const { own, where, high, bytes } = this.placeOf(slot);
    if (own) this.own.loadPart(high, where, bytes, at, target, this.#page);
    else target.set(this.packer.read(where, high, bytes).subarray(at, at + target.length));
  }

  /** The pages of bytes `at` to `to` - 1 of a value: by default of all of it. */
  pagesOf(slot: number, at = 0, to = this.index.bytes(slot)): PagesAt {
    const { own, where, high } = this.placeOf(slot);
    return own ? this.own.pagesOf(high, where, at, to) : { area: SHARED_AREA, offsets: [where] };
  }

  /** Has pages read whose devices answer later, and then calls `verb` at once. */
  whenRead<T>(pages: PagesAt, signal: AbortSignalLike | undefined, verb: () => T): Promise<T> {
    return this.#pages.whenRead(pages, signal, verb);
  }

  /** Begins a value that comes in parts, a page at a time. */
  begin(key: string): Run {
    return this.own.begin(this.index.hash(key));
  }

  /** Stores its next page. False: refused. */
  push(run: Run, page: Uint8Array): boolean {
    return this.own.push(run, page, this.#makeRoom);
  }

  /** Bytes of everything that leads from keys to values. */
  get reservedBytes(): number {
    return this.index.reservedBytes + this.packer.reservedBytes + (this.#slots?.byteLength ?? 0);
  }

  /** Gives slots new numbers, without gaps, and answers them. Undefined: no memory, nothing changed. */
  closeUp(): Uint32Array | undefined {
    const moved = this.index.closeUp();
    if (moved !== undefined) this.#slots?.renumber(moved);
    return moved;
  }

  // ── of a cache ───────────────────────────────────────────────────────────────────────────────────────

  /** A hot value is used: its pages are evicted as late as if they had been read. */
  touch(slot: number): void {
    if (this.#room === undefined) return;
    const { own, where, high, bytes } = this.placeOf(slot);
    if (own) this.own.touch(high, where, bytes);
    else this.packer.touch(where);
  }

  /** Calls for the slot of each value that was evicted since this was asked last. The call removes it. */
  eachEvicted(remove: (slot: number) => void): void {
    const room = this.#room;
    if (room === undefined) return;
    const doubted = this.#doubted;
    // If this is interrupted, by want of stack for example, what was taken is lost.
    this.#doubted = true;
    const { pages, lost } = room.takeEvicted();
    for (let i = 0; i < pages.length; i += 2)
      this.#evicted(pages[i] as number, pages[i + 1] as number, remove);
    if (lost || doubted) this.#findEvicted(room, remove);
    this.#doubted = false;
  }

  #evicted(area: number, offset: number, remove: (slot: number) => void): void {
    if (area !== SHARED_AREA) {
      const slot = slotOfArea(this.index, area);
      if (slot >= 0) remove(slot);
      else this.#room?.tear(area);
      return;
    }
    const slots = this.#slots as PageSlots;
    for (let slot = slots.first(offset); slot >= 0; slot = slots.first(offset)) remove(slot);
  }

  /** Too many were evicted for their keys to be kept: looks for every page. */
  #findEvicted(room: CacheRoom, remove: (slot: number) => void): void {
    room.tearAll();
    const { index } = this;
    for (let slot = index.next(0); slot >= 0; slot = index.next(slot + 1)) {
      const { own, where, high, bytes } = this.placeOf(slot);
      const whole = own ? this.own.isWhole(high, where, bytes) : this.packer.isHere(where);
      if (!whole) remove(slot);
    }
  }

  /** Drops everything, and whatever is still being stored. */
  end(): void {
    this.#pages.end();
  }
}
