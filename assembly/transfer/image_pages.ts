/**
 * image_pages.ts - persistent pages on their way into an image of the pool, and out of one.
 *
 * Owns:   the window while one of its functions runs. layout.ts and docs/FORMAT.md draw the page of an image.
 * Keeps:  nothing in an image is believed. A body is decoded and its page hashed under the image's seed. What
 *         enters the pool is what a store of that page would have made, under the pool's own secret. A page
 *         that was damaged when it was packed is damaged here too, and never delivers other bytes. The host
 *         has checked lengths, codec and area.
 * Cost:   packing copies; only dense and typed bodies are decoded and encoded. Unpacking decodes once and
 *         hashes twice.
 */
import { roundUp, trimmedBytes } from "../ground/bytes";
import { pageHash, pageHashUnder } from "../ground/hash";
import {
  FLAG_DEDUPE,
  IMAGE_AREA_AT,
  IMAGE_AWAY,
  IMAGE_CODEC_AT,
  IMAGE_FILL,
  IMAGE_KEY_AT,
  IMAGE_LZ4,
  IMAGE_OFFSET_AT,
  IMAGE_PAGE_BYTES,
  IMAGE_RAW,
  IMAGE_RAW_AT,
  IMAGE_SAME,
  IMAGE_SHARED_AT,
  IMAGE_STORED_AT,
  PARCELS_ROOM,
  SLACK_BYTES,
  Status,
} from "../ground/layout";
import { Codec } from "../ground/records";
import { fillExpand, fillPattern } from "../codec/fill";
import { decode } from "../codec/lz4/decode";
import { areaNumber, areaNumbered, areaScope } from "../owners/areas";
import { bodyAway, bodyCodec, bodyKey, bodyPlace, bodyRaw, bodyRefs, bodyStored } from "../owners/bodies";
import {
  directoryBucketAmong,
  directoryBuckets,
  directoryFind,
  directoryNow,
  directoryStride,
  entryArea,
  entryBody,
  entryNode,
  entryOffset,
  walkEntry,
  walkFrom,
  walkNext,
} from "../owners/directory";
import { isRead } from "../engine/away";
import { bytesOf, encodeTo, expand, expandFrom } from "../engine/body";
import {
  INCOMING_AREA_AT,
  INCOMING_CODEC_AT,
  INCOMING_KEY_AT,
  INCOMING_MARKS_AT,
  INCOMING_OFFSET_AT,
  INCOMING_RAW_AT,
  INCOMING_STORED_AT,
  incomingBlank,
  incomingTell,
  MAY_SHARE,
} from "../engine/incoming";
import { settledBody, settledKey } from "../engine/nursery_policy";
import { wipeScratch } from "../engine/scratch";
import { flag } from "../engine/settings";
import { adopt } from "./adopt";
import { scratchPtr, windowPtr } from "../ground/window";

if (Codec.FILL != IMAGE_FILL || Codec.RAW != IMAGE_RAW || Codec.LZ4 != IMAGE_LZ4)
  ERROR("the codecs of an image are those of bodies");

/** The body of a damaged page: a block that no decoder accepts, for it announces a literal and has none. */
const DAMAGED_BLOCK: u8 = 0x10;

// ── packing ────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Packs the persistent pages of bucket `from` and those behind it until the window is full. The directory had
 * `buckets` buckets when the walk began. Only whole buckets are packed, so that anything may change between
 * two calls; where a bucket does not fit an empty window, a part of it. Puts at `fromAt` and `skipAt` where
 * to go on.
 */
export function imagePack(
  from: u32,
  skip: u32,
  buckets: u32,
  only: usize,
  fromAt: usize,
  skipAt: usize,
): u32 {
  let at: u32 = 0;
  let skipped = skip;
  for (let bucket = from; bucket < buckets; bucket += 1) {
    const end = packBucket(bucket, skipped, buckets, only, at, skipAt);
    if (load<u32>(skipAt)) {
      store<u32>(fromAt, bucket);
      if (bucket == from) return end;
      store<u32>(skipAt, 0);
      return at;
    }
    at = end;
    skipped = 0;
  }
  store<u32>(fromAt, buckets);
  store<u32>(skipAt, 0);
  return at;
}

/**
 * Packs a bucket from byte `from` of the window on, without its first `skip` pages, and answers the end. Puts
 * 0 at `skipAt` when that was all of the bucket. Otherwise it puts there how many pages come before the one
 * for which there was no room, or 1 if that is the first: then the caller begins anew.
 */
function packBucket(bucket: u32, skip: u32, buckets: u32, only: usize, from: u32, skipAt: usize): u32 {
  const stride = directoryStride(buckets, bucket);
  // In a table that has shrunk, several of its former buckets are one, and each of them has its own turn.
  const merged = directoryBuckets() < buckets;
  let at = from;
  let passed: u32 = 0;
  store<u32>(skipAt, 0);
  for (let part = directoryNow(bucket); part < directoryBuckets(); part += stride) {
    for (let cursor = walkFrom(part, part + 1); cursor; cursor = walkNext(cursor, part + 1)) {
      const entry = walkEntry(cursor);
      if (!isWanted(entry, only) || (merged && !isOf(entry, bucket, buckets))) continue;
      if (passed >= skip) {
        const bytes = pack(entry, at);
        if (!bytes) {
          store<u32>(skipAt, max<u32>(passed, 1));
          return at;
        }
        at += bytes;
      }
      passed += 1;
    }
  }
  return at;
}

function isWanted(entry: usize, only: usize): bool {
  return !entryNode(entry) && (!only || entryArea(entry) == only);
}

/** Whether the entry belonged to this bucket when there were so many. */
function isOf(entry: usize, bucket: u32, buckets: u32): bool {
  return directoryBucketAmong(buckets, entryArea(entry), entryOffset(entry)) == bucket;
}

/** Packs one page. 0 if it is not here, is ephemeral, or stands below bucket `from` of `buckets`. */
export function imagePage(area: usize, offset: u32, from: u32, buckets: u32): u32 {
  const entry = area ? directoryFind(area, offset) : 0;
  if (!entry || entryNode(entry)) return 0;
  return directoryBucketAmong(buckets, area, offset) < from ? 0 : pack(entry, 0);
}

/** Writes one page at `at` of the window. 0 when the window has no room for it. */
function pack(entry: usize, at: u32): u32 {
  const body = settledBody(entry);
  const page = windowPtr() + at;
  const room = PARCELS_ROOM - at;
  const codec = bodyCodec(body);
  let stored = bytesOf(body);
  if (bodyAway(body)) {
    if (imageBytes(0) > room) return 0;
    store<u32>(page, IMAGE_AWAY, IMAGE_CODEC_AT);
  } else if (codec == Codec.DENSE || codec == Codec.TYPED) {
    stored = packPlain(body, page, room);
    if (!stored) return 0;
  } else {
    if (imageBytes(stored) > room) return 0;
    memory.copy(page + IMAGE_PAGE_BYTES, bodyPlace(body), stored);
    store<u32>(page, codec, IMAGE_CODEC_AT);
  }
  return packHead(entry, page, stored);
}

/** Writes what stands before the `stored` bytes of a page's body, and the zeros behind. Answers all bytes. */
function packHead(entry: usize, page: usize, stored: u32): u32 {
  const body = entryBody(entry);
  const bytes = imageBytes(stored);
  memory.fill(page + IMAGE_PAGE_BYTES + stored, 0, bytes - IMAGE_PAGE_BYTES - stored);
  store<u64>(page, settledKey(body), IMAGE_KEY_AT);
  store<u32>(page, areaNumber(entryArea(entry)), IMAGE_AREA_AT);
  store<u32>(page, entryOffset(entry), IMAGE_OFFSET_AT);
  store<u32>(page, bodyRaw(body), IMAGE_RAW_AT);
  store<u32>(page, stored, IMAGE_STORED_AT);
  const shared = bodyCodec(body) != Codec.FILL && bodyRefs(body) > 1;
  store<u32>(page, shared ? body : 0, IMAGE_SHARED_AT);
  return bytes;
}

/**
 * Packs one page whose body the host has read: `bytes` bytes in scratch, for what stands at `read` (away.ts).
 * With `bytes` 0 they cannot be read, and the page is damaged in the image. 0 if the page is not here, or
 * they are not those of its body.
 */
export function imageAway(area: usize, offset: u32, bytes: u32, read: usize): u32 {
  const entry = area ? directoryFind(area, offset) : 0;
  if (!entry) return 0;
  const body = entryBody(entry);
  const page = windowPtr();
  if (!isRead(body, bytes ? bytes : bodyStored(body), read)) return 0;
  let stored = bytes;
  if (!bytes) {
    stored = writeDamaged(page);
  } else if (bodyCodec(body) == Codec.DENSE || bodyCodec(body) == Codec.TYPED) {
    stored = readPlain(body, page);
  } else {
    memory.copy(page + IMAGE_PAGE_BYTES, scratchPtr(), stored);
    store<u32>(page, bodyCodec(body), IMAGE_CODEC_AT);
  }
  wipeScratch();
  return packHead(entry, page, stored);
}

/** packPlain, for a body in scratch. The page is decoded where its body in the image goes. */
function readPlain(body: usize, page: usize): u32 {
  const at = page + IMAGE_PAGE_BYTES;
  if (!expandFrom(body, scratchPtr(), at)) return writeDamaged(page);
  const trimmed = trimmedBytes(at, bodyRaw(body));
  const stored = encodeTo(at, trimmed, scratchPtr());
  store<u32>(page, stored ? IMAGE_LZ4 : IMAGE_RAW, IMAGE_CODEC_AT);
  if (!stored) return trimmed;
  memory.copy(at, scratchPtr(), stored);
  return stored;
}

/** A body that no decoder accepts. Answers its bytes. */
function writeDamaged(page: usize): u32 {
  store<u32>(page, IMAGE_LZ4, IMAGE_CODEC_AT);
  store<u8>(page + IMAGE_PAGE_BYTES, DAMAGED_BLOCK);
  return 1;
}

/**
 * Writes the codec into `page` and the body behind it, made without dictionary and kind: an image knows
 * neither. Answers the bytes of the body, 0 when `room` may be too little. A damaged body stays damaged.
 */
function packPlain(body: usize, page: usize, room: u32): u32 {
  const raw = bodyRaw(body);
  const at = page + IMAGE_PAGE_BYTES;
  // For a short page the encoder's slack is more than what the encoder must save.
  if (imageBytes(max(raw, raw - (raw >> 3) + SLACK_BYTES)) > room) return 0;
  if (!expand(body, scratchPtr())) return writeDamaged(page);
  store<u32>(page, IMAGE_LZ4, IMAGE_CODEC_AT);
  const trimmed = trimmedBytes(scratchPtr(), raw);
  let stored = encodeTo(scratchPtr(), trimmed, at);
  if (!stored) {
    stored = trimmed;
    memory.copy(at, scratchPtr(), stored);
    store<u32>(page, IMAGE_RAW, IMAGE_CODEC_AT);
  }
  wipeScratch();
  return stored;
}

function imageBytes(stored: u32): u32 {
  return IMAGE_PAGE_BYTES + roundUp(stored, 8);
}

// ── unpacking ──────────────────────────────────────────────────────────────────────────────────────────

/**
 * Takes over the pages in the first `bytes` bytes of the window, in order. Answers the bytes of those taken.
 */
export function imageUnpack(bytes: u32, seed: u64, statusAt: usize): u32 {
  let at: u32 = 0;
  let status = Status.STORED;
  while (at < bytes) {
    const page = windowPtr() + at;
    status = unpack(page, seed);
    if (status != Status.STORED) break;
    at += imageBytes(load<u32>(page, IMAGE_STORED_AT));
  }
  wipeScratch();
  store<i32>(statusAt, status);
  return at;
}

function unpack(page: usize, seed: u64): Status {
  const area = areaNumbered(load<u32>(page, IMAGE_AREA_AT));
  if (directoryFind(area, load<u32>(page, IMAGE_OFFSET_AT))) return Status.DAMAGED;
  const codec = load<u32>(page, IMAGE_CODEC_AT);
  const raw = load<u32>(page, IMAGE_RAW_AT);
  const stored = load<u32>(page, IMAGE_STORED_AT);
  const key = load<u64>(page, IMAGE_KEY_AT);
  const at = page + IMAGE_PAGE_BYTES;
  if (codec == IMAGE_SAME) return unpackSame(page, area, areaNumbered(<u32>key), <u32>(key >> 32));
  if (codec == IMAGE_FILL) {
    // Of a page shorter than the eight bytes only its own bytes count.
    fillExpand(scratchPtr(), raw, key);
    return take(page, Codec.FILL, fillPattern(scratchPtr(), raw), 0, 0, true);
  }
  const whole =
    readBody(<Codec>codec, at, stored, raw) &&
    pageHashUnder(seed, scratchPtr(), raw, load<u32>(page, IMAGE_SHARED_AT)) == key;
  if (!whole) return takeDamaged(page);
  const hash = pageHash(scratchPtr(), raw, areaScope(area));
  return take(page, <Codec>codec, hash, stored, at, flag(FLAG_DEDUPE));
}

/** A page with the body of one that is here, of another area or the same. */
function unpackSame(page: usize, area: usize, ofArea: usize, ofOffset: u32): Status {
  const entry = ofArea ? directoryFind(ofArea, ofOffset) : 0;
  if (!entry) return Status.MISS;
  const body = entryBody(entry);
  // The host reads it, as it does with pages in other arenas.
  if (bodyAway(body)) return Status.MISS;
  const raw = bodyRaw(body);
  if (raw != load<u32>(page, IMAGE_RAW_AT)) return Status.DAMAGED;
  let hash: u64 = 0;
  const otherKey = areaScope(ofArea) != areaScope(area) && bodyCodec(body) != Codec.FILL;
  if (otherKey) {
    if (!expand(body, scratchPtr()) || pageHash(scratchPtr(), raw, areaScope(ofArea)) != bodyKey(body))
      return takeDamaged(page);
    hash = pageHash(scratchPtr(), raw, areaScope(area));
  }
  // A body may move while a place is sought for its copy.
  memory.copy(scratchPtr(), bodyPlace(body), bytesOf(body));
  const incoming = incomingFor(page);
  incomingTell(incoming, body);
  if (otherKey) {
    store<u64>(incoming, hash, INCOMING_KEY_AT);
    store<u16>(incoming, flag(FLAG_DEDUPE) ? MAY_SHARE : 0, INCOMING_MARKS_AT);
  }
  return taken(adopt(incoming, scratchPtr()));
}

/** Takes the page over with these `stored` bytes at `at` as its body. */
function take(page: usize, codec: Codec, key: u64, stored: u32, at: usize, indexed: bool): Status {
  const incoming = incomingFor(page);
  store<u64>(incoming, key, INCOMING_KEY_AT);
  store<u32>(incoming, load<u32>(page, IMAGE_RAW_AT), INCOMING_RAW_AT);
  store<u32>(incoming, stored, INCOMING_STORED_AT);
  store<u16>(incoming, codec, INCOMING_CODEC_AT);
  store<u16>(incoming, indexed ? MAY_SHARE : 0, INCOMING_MARKS_AT);
  return taken(adopt(incoming, at));
}

/** Keeps, in the place of a page that was damaged, one of which every load says so. */
function takeDamaged(page: usize): Status {
  store<u8>(scratchPtr(), DAMAGED_BLOCK);
  return take(page, Codec.LZ4, 0, 1, scratchPtr(), false);
}

/** A record under the key of the page. */
function incomingFor(page: usize): usize {
  const incoming = incomingBlank();
  store<u32>(incoming, load<u32>(page, IMAGE_AREA_AT), INCOMING_AREA_AT);
  store<u32>(incoming, load<u32>(page, IMAGE_OFFSET_AT), INCOMING_OFFSET_AT);
  return incoming;
}

function taken(adopted: bool): Status {
  return adopted ? Status.STORED : Status.FULL;
}

/** Decodes a body into scratch. False when it does not decode to the right length or less. */
function readBody(codec: Codec, at: usize, stored: u32, raw: u32): bool {
  let produced = <i32>stored;
  if (codec == Codec.LZ4) produced = decode(at, stored, scratchPtr(), raw);
  else memory.copy(scratchPtr(), at, stored);
  if (produced < 0) return false;
  memory.fill(scratchPtr() + produced, 0, raw - produced);
  return true;
}

// ── the frames of an image ─────────────────────────────────────────────────────────────────────────────────

/** The check of a frame in the window: its hash, with its kind for a scope and the check before as seed. */
export function imageCheck(bytes: u32, kind: u32, seed: u64): u64 {
  return pageHashUnder(seed, windowPtr(), bytes, kind);
}
