/**
 * body.ts - makes the body of a page, and the page of a body.
 *
 * Owns:   nothing; works in scratch.
 * Keeps:  a body never takes more bytes than its page (law 15). Records of bodies, slabs and the statistics
 *         about them agree whenever one of its functions returns. It knows no page: who has a body is the
 *         ledger's matter.
 * Cost:   making is one encoding, a comparison one decoding. Sharing and freeing touch one record and one
 *         slab.
 */
import { bytesEqual, trimmedBytes } from "../ground/bytes";
import { pageHash, pageSum } from "../ground/hash";
import {
  FLAG_COMPRESS,
  LINE_BYTES,
  PageKind,
  STAT_AWAY_BODIES,
  STAT_AWAY_BYTES,
  STAT_AWAY_FREED,
  STAT_AWAY_SLOT_BYTES,
  STAT_BODIES,
  STAT_COLLISIONS,
  STAT_COMPRESSED_BYTES,
  STAT_DUPLICATE_PAGES,
  STAT_ENCODED_BYTES,
  STAT_FILL_PAGES,
  STAT_POOR_BODIES,
  STAT_YOUNG_PAGES,
} from "../ground/layout";
import { Codec, Home } from "../ground/records";
import { statAdd, statSubtract } from "../ground/stats";
import { denseDecode } from "../codec/dense/decode";
import { fillExpand } from "../codec/fill";
import { decode } from "../codec/lz4/decode";
import { encode } from "../codec/lz4/encode";
import { isNoise } from "../codec/lz4/noise";
import { typedDecode, typedEncode } from "../codec/typed/typed";
import { stockBlockOf, stockGive } from "../memory/blocks";
import { nurseryGive } from "../memory/nursery";
import { slabClose, slabIsEmpty, slotGive, slotSetOwner } from "../memory/slab";
import {
  bodyAway,
  bodyCodec,
  bodyCreate,
  bodyDestroy,
  bodyFind,
  bodyHome,
  bodyKey,
  bodyLeave,
  bodyPlace,
  bodyRaw,
  bodyShare,
  bodyStored,
  bodyUnshare,
  bodyVersion,
  bodyYoung,
} from "../owners/bodies";
import { dictionaryCount, dictionaryOf, dictionaryTables } from "../owners/dictionaries";
import { segmentAdd, segmentOf, segmentTake, slotSize, slotUnits } from "../owners/segments";
import { acceptAgain, isFull } from "./limits";
import { wipeWork, workPtr } from "./scratch";
import { flag, wipe } from "./settings";
import { STATE_SINK_AT, scratchPtr, statePtr, tablePtr } from "../ground/window";

/** A page that saves less than 1 / 2^3 is not worth decoding. RocksDB and LevelDB draw the same line. */
const WORTHWHILE_SHIFT: u32 = 3;
/** An answer of makeBody has the length of the body in its low bits, and the codec above. */
const MADE_BYTES_BITS: u32 = 20;

// ── the bytes of a body ─────────────────────────────────────────────────────────────────────────────────

/**
 * Makes the bytes of a body for a page of this kind. They are encoded into scratch if that saves an eighth;
 * otherwise they are the page itself without its trailing zeros. A page that its kind does not help is
 * encoded as it is, for the host may be wrong about the kind. madeCodec, madeBytes, madeAt and madePoor read
 * the answer.
 */
export function makeBody(page: usize, bytes: u32, kind: PageKind): u32 {
  const trimmed = trimmedBytes(page, bytes);
  if (flag(FLAG_COMPRESS)) {
    const limit = worthwhile(trimmed);
    if (kind) {
      const typed = typedEncode(kind, page, bytes, trimmed, workPtr(), scratchPtr(), limit, tablePtr());
      wipeWork();
      if (typed) return (Codec.TYPED << MADE_BYTES_BITS) | typed;
    }
    const encoded = encodeTo(page, trimmed, scratchPtr());
    if (encoded) return (Codec.LZ4 << MADE_BYTES_BITS) | encoded;
  }
  return (Codec.RAW << MADE_BYTES_BITS) | trimmed;
}

/**
 * Encodes to a place that has room for what is worthwhile and for the encoder's slack. 0 when that would save
 * less than an eighth. Noise is not tried.
 */
export function encodeTo(page: usize, trimmed: u32, target: usize): u32 {
  if (isNoise(page, trimmed, tablePtr())) return 0;
  return encode(page, trimmed, target, worthwhile(trimmed), tablePtr());
}

export function madeCodec(made: u32): Codec {
  return <Codec>(made >> MADE_BYTES_BITS);
}

export function madeBytes(made: u32): u32 {
  return made & ((1 << MADE_BYTES_BITS) - 1);
}

/** Where the bytes lie that makeBody has made of this page. */
export function madeAt(made: u32, page: usize): usize {
  return madeCodec(made) == Codec.RAW ? page : scratchPtr();
}

/** Whether a page of `raw` bytes saved less than an eighth of itself. */
export function madePoor(made: u32, raw: u32): bool {
  return madeCodec(made) == Codec.RAW && isPoor(madeBytes(made), raw);
}

/** Most bytes that a body may have in place of so many. */
function worthwhile(bytes: u32): u32 {
  return bytes - (bytes >> WORTHWHILE_SHIFT);
}

function isPoor(stored: u32, raw: u32): bool {
  return stored > worthwhile(raw);
}

// ── bodies that are here already ────────────────────────────────────────────────────────────────────────

/** The body of same-filled pages with these bytes and length, with one more sharer. bodyReserve said yes. */
export function fillBody(pattern: u64, bytes: u32): usize {
  statAdd(STAT_FILL_PAGES, 1);
  const body = bodyFind(pattern, bytes, true, 0);
  if (!body) return bodyCreate(pattern, Codec.FILL, bytes, 1, 0, true);
  bodyShare(body);
  return body;
}

/** A body of the same page, with one more sharer, or 0. The hash only proposes; the bytes decide. */
export function duplicateOf(hash: u64, page: usize, bytes: u32, scope: u32): usize {
  let body = bodyFind(hash, bytes, false, 0);
  while (body) {
    // A store cannot wait for a device: the page gets a body of its own.
    if (!bodyAway(body) && mayJoin(body, scope)) {
      if (expand(body, scratchPtr()) && bytesEqual(scratchPtr(), page, bytes)) return share(body);
      statAdd(STAT_COLLISIONS, 1);
    }
    body = bodyFind(hash, bytes, false, body);
  }
  return 0;
}

/**
 * Whether another page may share the body. Not while it is on its way to a device if clients share bodies: of
 * those only bodies with one page leave.
 */
function mayJoin(body: usize, scope: u32): bool {
  return scope != 0 || bodyHome(body) != Home.FLYING;
}

/**
 * A body with the same key that keeps the same bytes in memory, with one more sharer in this scope, or 0.
 */
export function twinOf(key: u64, codec: Codec, raw: u32, stored: u32, at: usize, scope: u32): usize {
  let body = bodyFind(key, raw, false, 0);
  while (body) {
    const same = bodyCodec(body) == codec && bodyStored(body) == stored;
    const alike = same && !bodyAway(body) && mayJoin(body, scope);
    if (alike && bytesEqual(bodyPlace(body), at, stored)) return share(body);
    body = bodyFind(key, raw, false, body);
  }
  return 0;
}

/** An indexed body with this key at this location on a device, or 0. */
export function findAway(key: u64, raw: u32, location: u32): usize {
  let body = bodyFind(key, raw, false, 0);
  while (body && !(bodyAway(body) && bodyPlace(body) == <usize>location))
    body = bodyFind(key, raw, false, body);
  return body;
}

/** The same, with one more sharer. */
export function awayTwinOf(key: u64, raw: u32, location: u32): usize {
  const body = findAway(key, raw, location);
  return body ? share(body) : 0;
}

function share(body: usize): usize {
  bodyShare(body);
  statAdd(STAT_DUPLICATE_PAGES, 1);
  return body;
}

// ── bodies that come and go ─────────────────────────────────────────────────────────────────────────────

/** A new body with one sharer: the `stored` bytes at `at`, copied to `place`. bodyReserve said yes. */
export function keepBytes(
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  at: usize,
  place: usize,
  indexed: bool,
): usize {
  memory.copy(place, at, stored);
  const body = bodyCreate(key, codec, raw, stored, place, indexed);
  slotSetOwner(place, body);
  countBody(raw, stored, true);
  return body;
}

/**
 * A new body with one sharer whose `stored` bytes lie on a device already. bodyReserve and segmentReserve
 * said yes.
 */
export function keepAway(key: u64, codec: Codec, raw: u32, stored: u32, location: u32, indexed: bool): usize {
  const body = bodyCreate(key, codec, raw, stored, 0, indexed);
  bodyLeave(body, location);
  countBody(raw, stored, true);
  arriveAway(location, stored);
  return body;
}

/** Takes a sharer off a body, and frees the body after the last. Answers how many sharers are left. */
export function unshare(body: usize): u32 {
  const filled = bodyCodec(body) == Codec.FILL;
  if (filled) statSubtract(STAT_FILL_PAGES, 1);
  const left = bodyUnshare(body);
  if (left) {
    if (!filled) statSubtract(STAT_DUPLICATE_PAGES, 1);
    return left;
  }
  if (!filled) freeBytesOf(body);
  bodyDestroy(body);
  if (isFull()) acceptAgain(0);
  return 0;
}

function freeBytesOf(body: usize): void {
  const place = bodyPlace(body);
  const stored = bodyStored(body);
  uncountBody(bodyRaw(body), stored, !bodyYoung(body));
  if (bodyVersion(body)) dictionaryCount(bodyVersion(body), -1);
  if (bodyAway(body)) {
    leaveAway(<u32>place, stored);
    statAdd(STAT_AWAY_FREED, 1);
  } else if (bodyYoung(body)) {
    wipe(place, stored);
    nurseryGive(place);
  } else {
    freeSlotOf(body);
  }
}

/** Frees the slot of a body in a slab. */
export function freeSlotOf(body: usize): void {
  const place = bodyPlace(body);
  wipe(place, bodyStored(body));
  const slab = stockBlockOf(place);
  slotGive(slab, place, bodyStored(body));
  if (slabIsEmpty(slab)) {
    slabClose(slab);
    stockGive(slab);
  }
}

/** Counts a body that is on a device from now on. segmentReserve said yes. */
export function arriveAway(location: u32, stored: u32): void {
  segmentAdd(segmentOf(location), slotUnits(stored));
  statAdd(STAT_AWAY_BODIES, 1);
  statAdd(STAT_AWAY_BYTES, stored);
  statAdd(STAT_AWAY_SLOT_BYTES, slotSize(stored));
}

/** Counts one that is there no more. Its slot is dead: no device is told now. */
export function leaveAway(location: u32, stored: u32): void {
  segmentTake(segmentOf(location), slotUnits(stored));
  statSubtract(STAT_AWAY_BODIES, 1);
  statSubtract(STAT_AWAY_BYTES, stored);
  statSubtract(STAT_AWAY_SLOT_BYTES, slotSize(stored));
}

/** Counts a body that keeps bytes. One that has not `settled` waits in the nursery and is not called poor. */
export function countBody(raw: u32, stored: u32, settled: bool): void {
  statAdd(STAT_BODIES, 1);
  statAdd(STAT_ENCODED_BYTES, raw);
  statAdd(STAT_COMPRESSED_BYTES, stored);
  if (!settled) statAdd(STAT_YOUNG_PAGES, 1);
  else if (isPoor(stored, raw)) statAdd(STAT_POOR_BODIES, 1);
}

export function uncountBody(raw: u32, stored: u32, settled: bool): void {
  statSubtract(STAT_BODIES, 1);
  statSubtract(STAT_ENCODED_BYTES, raw);
  statSubtract(STAT_COMPRESSED_BYTES, stored);
  if (!settled) statSubtract(STAT_YOUNG_PAGES, 1);
  else if (isPoor(stored, raw)) statSubtract(STAT_POOR_BODIES, 1);
}

/** Bytes kept in memory for a body: 0 for a same-filled page, and for one on a device. */
export function bytesOf(body: usize): u32 {
  return bodyCodec(body) == Codec.FILL || bodyAway(body) ? 0 : bodyStored(body);
}

// ── the page of a body ──────────────────────────────────────────────────────────────────────────────────

/**
 * Writes the page of a body in memory to `page`. False when the body does not decode to at most that length:
 * damage.
 */
export function expand(body: usize, page: usize): bool {
  return expandFrom(body, bodyPlace(body), page);
}

/** The same, of a body whose bytes are at `place`. */
export function expandFrom(body: usize, place: usize, page: usize): bool {
  const bytes = bodyRaw(body);
  const codec = bodyCodec(body);
  if (codec == Codec.FILL) {
    fillExpand(page, bytes, bodyKey(body));
    return true;
  }
  const stored = bodyStored(body);
  if (codec == Codec.DENSE) return denseExpand(bodyVersion(body), place, stored, page, bytes);
  let produced = <i32>stored;
  if (codec == Codec.RAW) {
    memory.copy(page, place, stored);
  } else {
    fetch(place, stored);
    if (codec == Codec.LZ4) {
      produced = decode(place, stored, page, bytes);
    } else {
      produced = typedDecode(place, stored, workPtr(), page, bytes);
      wipeWork();
    }
    if (produced < 0) return false;
  }
  // The zeros with which the page ended were not kept.
  if (<u32>produced < bytes) memory.fill(page + produced, 0, bytes - produced);
  return true;
}

/** Decodes a dense block of `stored` bytes into exactly `bytes` bytes. False when that fails. */
export function denseExpand(version: u32, block: usize, stored: u32, page: usize, bytes: u32): bool {
  const dictionary = dictionaryOf(version);
  const tables = dictionaryTables(dictionary);
  const produced = denseDecode(block, stored, dictionary, tables, page, bytes, workPtr());
  wipeWork();
  return produced == <i32>bytes;
}

/**
 * Reads a byte of each line of a body. A decoder asks for a line only when it has understood the one before
 * it. Lines that are not in cache arrive together if all are asked for at once. That takes 5 % off the loads
 * of `spillway measure`, and nothing off loads from cache.
 */
function fetch(at: usize, bytes: u32): void {
  const end = at + bytes;
  let sum: u32 = 0;
  for (let line = at; line < end; line += LINE_BYTES) sum |= load<u8>(line);
  // Written somewhere, so that the optimiser has to read.
  store<u32>(statePtr(), sum, STATE_SINK_AT);
}

/**
 * Whether `page`, expanded from this body, is the page that was stored in an area of this scope. The key of
 * the body tells.
 */
export function isWhole(body: usize, page: usize, scope: u32): bool {
  if (bodyCodec(body) == Codec.FILL) return true;
  const bytes = bodyRaw(body);
  if (!bodyYoung(body)) return pageHash(page, bytes, scope) == bodyKey(body);
  // A key of 0 stands for no sum: the page came while loads were not verified.
  return bodyKey(body) == 0 || bodyKey(body) == pageSum(page, bytes);
}
