/**
 * fake_arena.ts - an arena as the log of devices sees it, in JavaScript: bodies, a hand, live bytes.
 *
 * Pages are kept by number, as a client would. A page's body has one of two codecs: its bytes as they are, or
 * each inverted. The key is a hash of the page, so equal pages have equal keys, and a load that got other
 * bytes notices. A record that is freed is the next one to be taken. Bits and moments are those of the
 * engine: FLYING from pack until commit or abort, WARM from a load until the hand has passed.
 */
import assert from "node:assert/strict";
import { type ArenaSpill, type AwayBody, LIST_WORDS } from "#lib/devices/arena_port.js";

interface Body {
  keyLow: number;
  keyHigh: number;
  codec: number;
  stored: number;
  /** The bytes, or undefined while the body lies on a device. */
  bytes: Uint8Array | undefined;
  location: number;
  flying: boolean;
  warm: boolean;
}

export interface FakeArenaOptions {
  /** Units of a segment, as the log addresses them: of its `segmentBytes` and `unitBits`. */
  segmentBytes: number;
  /** Bytes that one pack may answer. Default: 64 KiB. */
  windowBytes?: number;
  /** Bodies that one list may hold. Default: 2,048. */
  listBodies?: number;
}

const NONCE = 8;

export class FakeArena implements ArenaSpill {
  /** Records; a free one is undefined. */
  readonly #records: (Body | undefined)[] = [undefined];
  readonly #free: number[] = [];
  /** The record of each page. */
  readonly #pages = new Map<number, number>();
  readonly #segmentBytes: number;
  readonly #windowBytes: number;
  readonly #listBodies: number;
  readonly #live = new Map<number, number>();
  #emptied: number[] = [];
  #hand = 0;
  #unitBits = 0;
  #overhead = 0;
  #packed = new Uint8Array(0);
  #list = new Uint32Array(0);
  /** Law 18: spilled = away + promoted + freed + moved in. */
  spilled = 0;
  promoted = 0;
  freedAway = 0;
  /** Bodies that another arena had spilled. */
  adopted = 0;

  constructor({ segmentBytes, windowBytes = 65_536, listBodies = 2048 }: FakeArenaOptions) {
    this.#segmentBytes = segmentBytes;
    this.#windowBytes = windowBytes;
    this.#listBodies = listBodies;
  }

  // ── pages ────────────────────────────────────────────────────────────────────────────────────────

  store(page: number, bytes: Uint8Array, codec = 0): void {
    this.invalidate(page);
    const [keyLow, keyHigh] = keyOf(bytes);
    const body = { keyLow, keyHigh, codec, stored: bytes.length, location: 0, flying: false, warm: false };
    this.#pages.set(page, this.#take({ ...body, bytes: encoded(bytes, codec) }));
  }

  invalidate(page: number): void {
    const record = this.#pages.get(page);
    if (record === undefined) return;
    this.#pages.delete(page);
    const body = this.#body(record);
    if (body.bytes === undefined) {
      this.#less(body);
      this.freedAway += 1;
    }
    this.#records[record] = undefined;
    this.#free.push(record);
  }

  /** What a load answers: the page, or where its body lies. Sets WARM. */
  load(page: number): Uint8Array | AwayBody {
    const body = this.#body(this.#pages.get(page) as number);
    body.warm = true;
    return body.bytes === undefined ? this.#away(body) : encoded(body.bytes, body.codec);
  }

  /** A page from the bytes of its body as a device had them; undefined if they are not those of the page. */
  decode(page: number, away: AwayBody, bytes: Uint8Array): Uint8Array | undefined {
    const body = this.#body(this.#pages.get(page) as number);
    assert.equal(body.location, away.location, "the body lies elsewhere by now");
    if (bytes.length !== body.stored) return undefined;
    const decoded = encoded(bytes, body.codec);
    const [low, high] = keyOf(decoded);
    return low === body.keyLow && high === body.keyHigh ? decoded : undefined;
  }

  /** Brings a body back into memory. */
  promote(page: number, bytes: Uint8Array): void {
    const body = this.#body(this.#pages.get(page) as number);
    this.#less(body);
    body.bytes = bytes.slice();
    this.promoted += 1;
  }

  /** Gives a body in memory the other codec, unless it is on its way. */
  recompress(page: number): void {
    const body = this.#body(this.#pages.get(page) as number);
    if (body.flying || body.bytes === undefined) return;
    body.bytes = encoded(body.bytes, 1);
    body.codec ^= 1;
  }

  /** Hands a page over to another arena: a body on a device by its location. */
  moveTo(other: FakeArena, page: number): void {
    const body = this.#body(this.#pages.get(page) as number);
    const twin = { ...body, flying: false };
    other.#pages.set(page, other.#take(twin));
    if (twin.bytes === undefined) {
      other.#more(twin);
      other.adopted += 1;
    }
    this.invalidate(page);
  }

  has(page: number): boolean {
    return this.#pages.has(page);
  }

  get pages(): IterableIterator<number> {
    return this.#pages.keys();
  }

  isAway(page: number): boolean {
    return this.#body(this.#pages.get(page) as number).bytes === undefined;
  }

  /** Where a page's body lies, without a load. */
  whereIs(page: number): AwayBody {
    return this.#away(this.#body(this.#pages.get(page) as number));
  }

  /** Bytes of bodies in memory, and of those on devices as they are, without seals and rounding. */
  get bytes(): { memory: number; away: number } {
    const sums = { memory: 0, away: 0 };
    for (const record of this.#pages.values()) {
      const body = this.#body(record);
      sums[body.bytes === undefined ? "away" : "memory"] += body.stored;
    }
    return sums;
  }

  /** Recounts. */
  check(): void {
    const live = new Map<number, number>();
    let away = 0;
    for (const record of this.#pages.values()) {
      const body = this.#body(record);
      if (body.bytes !== undefined) continue;
      away += 1;
      const segment = this.#segmentOf(body.location);
      live.set(segment, (live.get(segment) ?? 0) + this.#slot(body.stored));
    }
    for (const [segment, bytes] of this.#live)
      assert.equal(bytes, live.get(segment) ?? 0, `live of ${segment}`);
    assert.equal(this.spilled + this.adopted, away + this.promoted + this.freedAway);
  }

  /** Bodies that are on their way. */
  get flying(): number {
    return this.#records.filter((body) => body?.flying).length;
  }

  // ── as the log asks ──────────────────────────────────────────────────────────────────────────────

  /** Called before anything else, as the pool does with each arena. */
  open(unitBits: number, overhead: number): void {
    this.#unitBits = unitBits;
    this.#overhead = overhead;
  }

  pack(room: number, unitBits: number, overhead: number): number {
    assert.deepEqual([unitBits, overhead], [this.#unitBits, this.#overhead]);
    // What an earlier operation has left in the window.
    const window = new Uint8Array(this.#windowBytes).fill(0x5a);
    const words: number[] = [];
    let bytes = 0;
    for (let looks = 2 * this.#records.length; looks > 0; looks--) {
      this.#hand = (this.#hand + 1) % this.#records.length;
      const body = this.#records[this.#hand];
      if (body?.bytes === undefined || body.flying) continue;
      const slot = this.#slot(body.stored);
      if (body.warm) body.warm = false;
      else if (bytes + slot > Math.min(room, this.#windowBytes)) break;
      else {
        const at = bytes + (overhead === 0 ? 0 : NONCE);
        window.set(body.bytes, at);
        words.push(this.#hand, body.keyLow, body.keyHigh, shapeOf(body), body.stored, at, 0, 0);
        body.flying = true;
        bytes += slot;
      }
    }
    this.#packed = window.subarray(0, bytes);
    this.#list = Uint32Array.from(words);
    return words.length / LIST_WORDS;
  }

  packed(): Uint8Array {
    return this.#packed;
  }

  list(): Uint32Array {
    return this.#list;
  }

  commit(list: Uint32Array, base: number): number {
    let count = 0;
    for (const [body, words] of this.#bodies(list)) {
      const isSame = body?.flying === true && isShaped(body, words);
      if (body !== undefined) body.flying = false;
      if (!isSame || body.warm) continue;
      body.bytes = undefined;
      body.location = base + ((words[5] as number) >>> this.#unitBits);
      this.#more(body);
      count += 1;
    }
    this.spilled += count;
    return count;
  }

  abort(list: Uint32Array): void {
    for (const [body] of this.#bodies(list)) if (body !== undefined) body.flying = false;
  }

  live(segment: number): number {
    return this.#live.get(segment) ?? 0;
  }

  takeEmptied(): number[] {
    const emptied = this.#emptied;
    this.#emptied = [];
    return emptied;
  }

  collect(segments: ArrayLike<number>, room: number, skip: number): number {
    const wanted = new Set(Array.from(segments));
    const words: number[] = [];
    let bytes = 0;
    let passed = 0;
    for (const [record, body] of this.#records.entries()) {
      if (body === undefined || body.bytes !== undefined || !wanted.has(this.#segmentOf(body.location)))
        continue;
      passed += 1;
      if (passed <= skip) continue;
      bytes += this.#slot(body.stored);
      if (bytes > room || words.length === this.#listBodies * LIST_WORDS) break;
      words.push(record, body.keyLow, body.keyHigh, shapeOf(body), body.stored, body.location, 0, 0);
    }
    this.#list = Uint32Array.from(words);
    return words.length / LIST_WORDS;
  }

  relocate(list: Uint32Array, base: number): number {
    let at = 0;
    let count = 0;
    for (const [body, words] of this.#bodies(list)) {
      const location = base + (at >>> this.#unitBits);
      at += this.#slot(words[4] as number);
      if (body === undefined || body.bytes !== undefined || !isShaped(body, words)) continue;
      if (body.location !== words[5]) continue;
      this.#less(body);
      body.location = location;
      this.#more(body);
      count += 1;
    }
    return count;
  }

  // ── inside ───────────────────────────────────────────────────────────────────────────────────────

  *#bodies(list: Uint32Array): Generator<[Body | undefined, Uint32Array]> {
    for (let i = 0; i < list.length; i += LIST_WORDS)
      yield [this.#records[list[i] as number], list.subarray(i, i + LIST_WORDS)];
  }

  #take(body: Body): number {
    const record = this.#free.pop() ?? this.#records.length;
    this.#records[record] = body;
    return record;
  }

  #body(record: number): Body {
    return this.#records[record] as Body;
  }

  #away(body: Body): AwayBody {
    const { location, stored, keyLow, keyHigh } = body;
    return { location, stored, keyLow, keyHigh, shape: shapeOf(body) };
  }

  #slot(stored: number): number {
    const unit = 1 << this.#unitBits;
    return (stored + this.#overhead + unit - 1) & -unit;
  }

  #segmentOf(location: number): number {
    return Math.floor(location / (this.#segmentBytes >>> this.#unitBits));
  }

  #more(body: Body): void {
    const segment = this.#segmentOf(body.location);
    this.#live.set(segment, this.live(segment) + this.#slot(body.stored));
  }

  #less(body: Body): void {
    const segment = this.#segmentOf(body.location);
    const live = this.live(segment) - this.#slot(body.stored);
    assert.ok(live >= 0, "live bytes fall below zero");
    this.#live.set(segment, live);
    if (live === 0) this.#emptied.push(segment);
  }
}

const shapeOf = ({ codec, stored }: Body) => (codec << 24) | stored;

const isShaped = (body: Body, words: Uint32Array) =>
  body.keyLow === words[1] && body.keyHigh === words[2] && shapeOf(body) === words[3];

/** A body of a page by a codec, and back. */
function encoded(bytes: Uint8Array, codec: number): Uint8Array {
  if (codec === 0) return bytes.slice();
  const inverted = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) inverted[i] = ~(bytes[i] as number);
  return inverted;
}

/** Two hashes of 32 bits (FNV-1a by words, and the same from another start, multiplied differently). */
export function keyOf(bytes: Uint8Array): [number, number] {
  let low = 0x811c9dc5 ^ bytes.length;
  let high = 0x9747b28c;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const words = bytes.length & -4;
  for (let at = 0; at < bytes.length; at += at < words ? 4 : 1) {
    const word = at < words ? view.getUint32(at, true) : (bytes[at] as number);
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul((high << 5) ^ (high >>> 27) ^ word, 0x5bd1e995);
  }
  // A flipped top bit of a word stays a top bit under multiplication: fold it down.
  return [(low ^ (high >>> 15)) >>> 0, (high ^ (low >>> 13)) >>> 0];
}
