/**
 * bodies.ts - what is kept for a page, how many pages share it, and how an equal page finds it.
 *
 * Owns:   body records (kind BODY_RECORDS) and the duplicate index over them, hash -> body:
 *         DUPLICATE_TABLE.
 * Keeps:  refs == entries that name the body; a record is in the index exactly when its INDEXED flag says so,
 *         and then takes one more sharer; no more than TWINS_MAX bodies of one key and length are in the
 *         index; same-filled bodies have place 0, all others have not; a body is not both flying and on a
 *         device, and neither if it is same-filled or young.
 * Cost:   as table.ts. No operation walks the records but the check.
 */

import {
  recordGive,
  recordIsLoose,
  recordLive,
  recordMove,
  recordNext,
  recordReserve,
  recordsCheck,
  recordTake,
} from "../memory/frames";
import { mix64 } from "../ground/hash";
import {
  BODY_BYTES,
  BODY_CODEC_MASK,
  BODY_CODEC_SHIFT,
  BODY_FLYING,
  BODY_IDLE,
  BODY_INDEXED,
  BODY_KEY_AT,
  BODY_PLACE_AT,
  BODY_RAW_AT,
  BODY_RECORDS,
  BODY_REFS_MAX,
  BODY_SPILLED,
  BODY_STATE_AT,
  BODY_STORED_AT,
  BODY_TRIED,
  BODY_VERSION_SHIFT,
  BODY_WARM,
  BODY_YOUNG,
  Codec,
  DUPLICATE_LOAD,
  DUPLICATE_TABLE,
  HANDLES_A_LINE,
  Home,
  SECRET_PTR,
  TAGS_AT,
} from "../ground/records";
import {
  bucketFor,
  lineAdd,
  lineDetach,
  lineDrop,
  lineGive,
  lineNext,
  lineOf,
  tableAdd,
  tableBuckets,
  tableDrop,
  tableInit,
  tableMerged,
  tableRecords,
  tableShrunk,
} from "../memory/table";

/**
 * Most bodies of one key and length that can be found; more are kept but not indexed. Pages collide by chance
 * once in 2^64. But an attacker who tries for long finds collisions, for the hash is made to be quick; and
 * one page has any number of LZ4 blocks, which an image may hold. Each comparison is a decode, a fourth of a
 * store, so a store must not make many.
 */
export const TWINS_MAX: u32 = 3;
/**
 * Odd. Keeps apart, in the index, pages of one key and different lengths. The key of a same-filled page is
 * chosen by the host.
 */
const LENGTH_FACTOR: u64 = 0x9e3779b185ebca87;

export function bodiesInit(ground: usize, tops: u32): bool {
  return tableInit(DUPLICATE_TABLE, ground, tops, DUPLICATE_LOAD);
}

/** True when the next bodyCreate cannot fail. */
export function bodyReserve(): bool {
  return recordReserve(BODY_RECORDS, BODY_BYTES, 1);
}

/**
 * A body with one sharer. `key` is the page hash or the fill pattern; `raw` and `stored` lie in 1..65,536.
 * One that is to be `indexed` can be found again by its key, unless TWINS_MAX others can. bodyReserve and
 * tableReserve have answered true.
 */
export function bodyCreate(
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  place: usize,
  indexed: bool,
): usize {
  const body = recordTake(BODY_RECORDS, BODY_BYTES);
  store<u64>(body, key, BODY_KEY_AT);
  store<u32>(body, place, BODY_PLACE_AT);
  store<u32>(body, (codec << BODY_CODEC_SHIFT) | 1, BODY_STATE_AT);
  store<u16>(body, raw - 1, BODY_RAW_AT);
  store<u16>(body, stored - 1, BODY_STORED_AT);
  if (indexed) indexInsert(body);
  return body;
}

/**
 * Forgets a body without sharers. Its key is wiped, because it may be eight bytes of a page. The caller frees
 * its bytes.
 */
export function bodyDestroy(body: usize): void {
  const state = load<u32>(body, BODY_STATE_AT);
  assert(!(state & BODY_REFS_MAX));
  if (state & BODY_INDEXED) indexRemove(body);
  store<u32>(body, 0, BODY_STATE_AT);
  store<u64>(body, 0, BODY_KEY_AT);
  recordGive(BODY_RECORDS, body);
}

/**
 * Moves the record of a body, if it is loose, and tells the index. Answers its address, or 0. The caller
 * tells everything else that knows the body. tableReserve has answered true.
 */
export function bodyMove(body: usize): usize {
  const indexed = bodyIndexed(body);
  if (indexed) indexRemove(body);
  const to = recordMove(BODY_RECORDS, body);
  if (indexed) indexInsert(to ? to : body);
  return to;
}

/** Whether its record should be moved: see recordIsLoose. */
export function bodyIsLoose(body: usize): bool {
  return recordIsLoose(BODY_RECORDS, body);
}

/** The body can be found by its key no more. */
export function bodyUnindex(body: usize): void {
  if (!bodyIndexed(body)) return;
  indexRemove(body);
  store<u32>(body, load<u32>(body, BODY_STATE_AT) & ~BODY_INDEXED, BODY_STATE_AT);
}

export function bodyKey(body: usize): u64 {
  return load<u64>(body, BODY_KEY_AT);
}

export function bodyCodec(body: usize): Codec {
  return <Codec>((load<u32>(body, BODY_STATE_AT) >> BODY_CODEC_SHIFT) & BODY_CODEC_MASK);
}

/** Length of the page. */
export function bodyRaw(body: usize): u32 {
  return <u32>load<u16>(body, BODY_RAW_AT) + 1;
}

/** Length of the bytes kept. It means nothing for a same-filled page. */
export function bodyStored(body: usize): u32 {
  return <u32>load<u16>(body, BODY_STORED_AT) + 1;
}

export function bodyPlace(body: usize): usize {
  return <usize>load<u32>(body, BODY_PLACE_AT);
}

export function bodySetPlace(body: usize, place: usize): void {
  store<u32>(body, place, BODY_PLACE_AT);
}

/** Where its bytes are. */
export function bodyHome(body: usize): Home {
  const state = load<u32>(body, BODY_STATE_AT);
  if (state & BODY_SPILLED) return Home.DEVICE;
  return state & BODY_FLYING ? Home.FLYING : Home.MEMORY;
}

/** Whether its bytes are on a device only. */
export function bodyAway(body: usize): bool {
  return (load<u32>(body, BODY_STATE_AT) & BODY_SPILLED) != 0;
}

/** A copy of its bytes is on its way to a device from now on. What uses it from now on makes it warm. */
export function bodyFly(body: usize): void {
  const state = load<u32>(body, BODY_STATE_AT);
  assert(!(state & (BODY_SPILLED | BODY_FLYING | BODY_YOUNG)));
  store<u32>(body, (state & ~BODY_WARM) | BODY_FLYING, BODY_STATE_AT);
}

/** The copy has arrived, or will not. */
export function bodyLand(body: usize): void {
  store<u32>(body, load<u32>(body, BODY_STATE_AT) & ~BODY_FLYING, BODY_STATE_AT);
}

/** Its bytes are on a device from now on, at this location. */
export function bodyLeave(body: usize, location: u32): void {
  store<u32>(body, load<u32>(body, BODY_STATE_AT) | BODY_SPILLED, BODY_STATE_AT);
  store<u32>(body, location, BODY_PLACE_AT);
}

/**
 * Its bytes are at `place`, in a slab, again. It can be found by its key from now on if it is `indexed`:
 * tableReserve has answered true then.
 */
export function bodyReturn(body: usize, place: usize, indexed: bool): void {
  store<u32>(body, load<u32>(body, BODY_STATE_AT) & ~BODY_SPILLED, BODY_STATE_AT);
  store<u32>(body, place, BODY_PLACE_AT);
  if (indexed && !bodyIndexed(body) && bodyRefs(body) < BODY_REFS_MAX) indexInsert(body);
}

/** Whether it was used since the search for cold bodies last passed. */
export function bodyWarm(body: usize): bool {
  return (load<u32>(body, BODY_STATE_AT) & BODY_WARM) != 0;
}

export function bodySetWarm(body: usize, warm: bool): void {
  const state = load<u32>(body, BODY_STATE_AT);
  store<u32>(body, warm ? state | BODY_WARM : state & ~BODY_WARM, BODY_STATE_AT);
}

/** What its bytes are, as a device is told: see layout.ts. Whoever reads them needs the key and this. */
export function bodyShape(body: usize): u32 {
  return (bodyRaw(body) - 1) | (bodyCodec(body) << 16) | (bodyVersion(body) << 19);
}

/** Whether its bytes wait in the nursery, as they came. */
export function bodyYoung(body: usize): bool {
  return (load<u32>(body, BODY_STATE_AT) & BODY_YOUNG) != 0;
}

export function bodySetYoung(body: usize): void {
  store<u32>(body, load<u32>(body, BODY_STATE_AT) | BODY_YOUNG, BODY_STATE_AT);
}

/**
 * Settles a young body: `stored` bytes at `place`, in a slab, read by `codec`, with a key by which it can be
 * found if it is `indexed`. Its entry does not change. tableReserve has answered true.
 */
export function bodySettle(
  body: usize,
  key: u64,
  codec: Codec,
  stored: u32,
  place: usize,
  indexed: bool,
): void {
  const state = load<u32>(body, BODY_STATE_AT);
  assert((state & BODY_YOUNG) != 0 && !(state & BODY_INDEXED));
  const kept = state & ~((BODY_CODEC_MASK << BODY_CODEC_SHIFT) | BODY_YOUNG);
  store<u32>(body, kept | (codec << BODY_CODEC_SHIFT), BODY_STATE_AT);
  store<u64>(body, key, BODY_KEY_AT);
  store<u16>(body, stored - 1, BODY_STORED_AT);
  store<u32>(body, place, BODY_PLACE_AT);
  if (indexed) indexInsert(body);
}

/** Whether it has not been used since it was last marked. */
export function bodyIdle(body: usize): bool {
  return (load<u32>(body, BODY_STATE_AT) & BODY_IDLE) != 0;
}

export function bodySetIdle(body: usize): void {
  store<u32>(body, load<u32>(body, BODY_STATE_AT) | BODY_IDLE, BODY_STATE_AT);
}

/** The body is used: it is warm and not idle. Writes only if it was not so before. */
export function bodyTouch(body: usize): void {
  const state = load<u32>(body, BODY_STATE_AT);
  if ((state & (BODY_IDLE | BODY_WARM)) != BODY_WARM)
    store<u32>(body, (state & ~BODY_IDLE) | BODY_WARM, BODY_STATE_AT);
}

/** Whether recompression was tried and gained nothing. */
export function bodyTried(body: usize): bool {
  return (load<u32>(body, BODY_STATE_AT) & BODY_TRIED) != 0;
}

export function bodySetTried(body: usize): void {
  store<u32>(body, load<u32>(body, BODY_STATE_AT) | BODY_TRIED, BODY_STATE_AT);
}

/** Version of the dictionary that its bytes need; 0 for a body that is not dense. */
export function bodyVersion(body: usize): u32 {
  return load<u32>(body, BODY_STATE_AT) >> BODY_VERSION_SHIFT;
}

/** The bytes at its place are a dense block of `stored` bytes by this dictionary. */
export function bodySetDense(body: usize, version: u32, stored: u32): void {
  const kept = load<u32>(body, BODY_STATE_AT) & ~(BODY_CODEC_MASK << BODY_CODEC_SHIFT);
  const state = kept | (Codec.DENSE << BODY_CODEC_SHIFT) | (version << BODY_VERSION_SHIFT);
  store<u32>(body, state, BODY_STATE_AT);
  store<u16>(body, stored - 1, BODY_STORED_AT);
}

/** Whether the body can be found by its key. */
export function bodyIndexed(body: usize): bool {
  return (load<u32>(body, BODY_STATE_AT) & BODY_INDEXED) != 0;
}

/** Whether a copy of it may be shared: it can be found, or could until it had as many sharers as it takes. */
export function bodyShared(body: usize): bool {
  return bodyIndexed(body) || bodyRefs(body) > 1;
}

export function bodyRefs(body: usize): u32 {
  return load<u32>(body, BODY_STATE_AT) & BODY_REFS_MAX;
}

/**
 * Adds a sharer to a body that bodyFind has found, which is a use of it. With the last sharer that it takes
 * it leaves the index for good: else each store of a page of zeros would look at six hundred full bodies when
 * there are twenty million such pages.
 */
export function bodyShare(body: usize): void {
  assert(bodyRefs(body) < BODY_REFS_MAX);
  store<u32>(body, ((load<u32>(body, BODY_STATE_AT) & ~BODY_IDLE) | BODY_WARM) + 1, BODY_STATE_AT);
  if (bodyRefs(body) == BODY_REFS_MAX) indexRemove(body);
}

/** Takes a sharer away and answers how many are left. */
export function bodyUnshare(body: usize): u32 {
  assert(bodyRefs(body) != 0);
  store<u32>(body, load<u32>(body, BODY_STATE_AT) - 1, BODY_STATE_AT);
  return bodyRefs(body);
}

export function bodyCount(): u32 {
  return recordLive(BODY_RECORDS);
}

/** The first live body, or the one behind `after`, or 0. */
export function bodyWalk(after: usize): usize {
  let body = recordNext(BODY_RECORDS, BODY_BYTES, after);
  while (body && !bodyRefs(body)) body = recordNext(BODY_RECORDS, BODY_BYTES, body);
  return body;
}

// ── the duplicate index ────────────────────────────────────────────────────────────────────────────────

/**
 * Hash of a key in the index. The key is a page hash, or eight bytes of a page. It is mixed because such
 * bytes are anything but random, and the secret takes part because the host chooses them. Pages of one key
 * and different lengths have different buckets.
 */
function hashOf(key: u64, raw: u32): u64 {
  return mix64(key ^ load<u64>(SECRET_PTR)) + <u64>raw * LENGTH_FACTOR;
}

function bodyHash(body: usize): u64 {
  return hashOf(bodyKey(body), bodyRaw(body));
}

/** Tag of a hash: seven bits that do not choose its bucket, and a bit that says "taken". */
function tagOf(hash: u64): u32 {
  return <u32>(hash >> 56) | 0x80;
}

/** One bit for each of the line's twelve tags that equals `tag`; 0 finds free places. */
function matches(line: usize, tag: u32): u32 {
  return (
    <u32>i8x16.bitmask(i8x16.eq(v128.load(line, TAGS_AT), i8x16.splat(<i8>tag))) & ((1 << HANDLES_A_LINE) - 1)
  );
}

/**
 * An indexed body, which takes one more sharer: with this key, for pages of `raw` bytes, same-filled or not.
 * `after` 0 asks for the first of them, else for the one behind that one; 0 when there are no more. Bound:
 * TWINS_MAX of them.
 */
export function bodyFind(key: u64, raw: u32, filled: bool, after: usize): usize {
  const hash = hashOf(key, raw);
  let line = lineOf(DUPLICATE_TABLE, bucketFor(DUPLICATE_TABLE, <u32>hash));
  let passed = after == 0;
  while (line) {
    let candidates = matches(line, tagOf(hash));
    while (candidates) {
      const body = <usize>load<u32>(line + ((<usize>ctz<u32>(candidates)) << 2));
      const found = bodyKey(body) == key && bodyRaw(body) == raw && (bodyCodec(body) == Codec.FILL) == filled;
      if (passed && found) return body;
      if (body == after) passed = true;
      candidates &= candidates - 1;
    }
    line = lineNext(line);
  }
  return 0;
}

/**
 * Makes a body findable by its key, unless as many of that key and length can be found already as a store
 * compares.
 */
function indexInsert(body: usize): void {
  const filled = bodyCodec(body) == Codec.FILL;
  let twin: usize = 0;
  let twins: u32 = 0;
  do {
    twin = bodyFind(bodyKey(body), bodyRaw(body), filled, twin);
    if (twin) twins += 1;
  } while (twin);
  if (twins >= TWINS_MAX) return;
  store<u32>(body, load<u32>(body, BODY_STATE_AT) | BODY_INDEXED, BODY_STATE_AT);
  const split = tableAdd(DUPLICATE_TABLE);
  if (split) spread(split, 0);
  put(body);
}

/** Into its bucket. */
function put(body: usize): void {
  const hash = bodyHash(body);
  putInto(lineOf(DUPLICATE_TABLE, bucketFor(DUPLICATE_TABLE, <u32>hash)), body, tagOf(hash));
}

/** Into the first free place of the bucket with this first line. */
function putInto(first: usize, body: usize, tag: u32): void {
  let line = first;
  let free = matches(line, 0);
  while (!free) {
    line = lineNext(line) ? lineNext(line) : lineAdd(line);
    free = matches(line, 0);
  }
  const i = <usize>ctz<u32>(free);
  store<u32>(line + (i << 2), body);
  store<u8>(line + TAGS_AT + i, tag);
}

function indexRemove(body: usize): void {
  store<u32>(body, load<u32>(body, BODY_STATE_AT) & ~BODY_INDEXED, BODY_STATE_AT);
  const hash = bodyHash(body);
  let before: usize = 0;
  let line = lineOf(DUPLICATE_TABLE, bucketFor(DUPLICATE_TABLE, <u32>hash));
  let i = placeIn(line, body, tagOf(hash));
  while (i == HANDLES_A_LINE) {
    before = line;
    line = lineNext(line);
    assert(line != 0);
    i = placeIn(line, body, tagOf(hash));
  }
  store<u8>(line + TAGS_AT + i, 0);
  if (before && matches(line, 0) == (1 << HANDLES_A_LINE) - 1) lineDrop(before, line);
  const merged = tableDrop(DUPLICATE_TABLE);
  if (!merged) return;
  spread(merged, tableMerged(DUPLICATE_TABLE));
  tableShrunk(DUPLICATE_TABLE);
}

/** Place of a body in a line, or HANDLES_A_LINE. */
function placeIn(line: usize, body: usize, tag: u32): u32 {
  let candidates = matches(line, tag);
  while (candidates) {
    const i = ctz<u32>(candidates);
    if (<usize>load<u32>(line + ((<usize>i) << 2)) == body) return i;
    candidates &= candidates - 1;
  }
  return HANDLES_A_LINE;
}

/**
 * Puts the bodies of the bucket with this first line where they belong now: all of them into the bucket with
 * first line `to`, or, where that is 0, each by its key.
 */
function spread(first: usize, to: usize): void {
  const overflow = lineDetach(first);
  for (let line = first; line; line = line == first ? overflow : lineGive(line)) spreadLine(line, to);
}

function spreadLine(line: usize, to: usize): void {
  let taken = ~matches(line, 0) & ((1 << HANDLES_A_LINE) - 1);
  while (taken) {
    const i = <usize>ctz<u32>(taken);
    const body = <usize>load<u32>(line + (i << 2));
    const tag = <u32>load<u8>(line + TAGS_AT + i);
    store<u8>(line + TAGS_AT + i, 0);
    if (to) putInto(to, body, tag);
    else put(body);
    taken &= taken - 1;
  }
}

/**
 * Walks the index. How many of its places hold a body that is live, says so itself, and is in its right
 * bucket.
 */
function indexCount(): u32 {
  let count: u32 = 0;
  for (let bucket: u32 = 0; bucket < tableBuckets(DUPLICATE_TABLE); bucket += 1) {
    for (let line = lineOf(DUPLICATE_TABLE, bucket); line; line = lineNext(line)) {
      let taken = ~matches(line, 0) & ((1 << HANDLES_A_LINE) - 1);
      while (taken) {
        const body = <usize>load<u32>(line + ((<usize>ctz<u32>(taken)) << 2));
        const indexed = (load<u32>(body, BODY_STATE_AT) & BODY_INDEXED) != 0;
        const home = bucketFor(DUPLICATE_TABLE, <u32>bodyHash(body));
        if (bodyRefs(body) && indexed && home == bucket) count += 1;
        taken &= taken - 1;
      }
    }
  }
  return count;
}

/**
 * True when records, index and free list agree, places are 0 for same-filled bodies only, and only a body
 * with bytes in a slab is flying or has left.
 */
export function bodiesCheck(): bool {
  if (!recordsCheck(BODY_RECORDS, BODY_BYTES)) return false;
  let live: u32 = 0;
  let indexed: u32 = 0;
  for (let body = bodyWalk(0); body; body = bodyWalk(body)) {
    live += 1;
    if (bodyIndexed(body)) indexed += 1;
    if ((bodyCodec(body) == Codec.FILL) != (bodyPlace(body) == 0)) return false;
    const state = load<u32>(body, BODY_STATE_AT);
    const out = state & (BODY_SPILLED | BODY_FLYING);
    if (out && (out == (BODY_SPILLED | BODY_FLYING) || bodyYoung(body) || !bodyPlace(body))) return false;
  }
  return live == bodyCount() && indexed == tableRecords(DUPLICATE_TABLE) && indexed == indexCount();
}
