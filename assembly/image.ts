/**
 * image.ts - pages that persist, on their way into an image of the pool and out of one.
 *
 * Owns:   the window while one of its functions runs. What a page of an image is: layout.ts and docs/FORMAT.md.
 * Keeps:  nothing of an image is believed. A body is decoded and its page hashed under the image's seed; what enters the pool is
 *         what a store of that page would have made, under the pool's own secret. A page whose body was damaged before it was
 *         packed is damaged here too, and no other bytes.
 * Called: index.ts. The host has checked what it can read off a page: its lengths, codec, area.
 * Cost:   packing copies, but for dense bodies, which it decodes and encodes; unpacking decodes once and hashes twice.
 */
import { areaNumber, areaNumbered, areaScope } from "./areas";
import {
  bodyCodec,
  bodyKey,
  bodyPlace,
  bodyRaw,
  bodyRefs,
  bodyShared,
  bodyStored,
  bodyYoung,
} from "./bodies";
import { roundUp, trimmedBytes } from "./bytes";
import { decode } from "./codec/decode";
import { fillExpand, fillPattern } from "./codec/fill";
import {
  directoryBucketAmong,
  directoryBuckets,
  directoryFind,
  directoryFirst,
  directoryNext,
  directoryNow,
  directoryStride,
  entryArea,
  entryBody,
  entryNode,
  entryOffset,
} from "./directory";
import { pageHash, pageHashUnder } from "./hash";
import {
  FLAG_DEDUPE,
  IMAGE_AREA_AT,
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
  WINDOW_PTR,
} from "./layout";
import { encodeTo, expand, flag, SCRATCH_PTR, wipeScratch } from "./pages";
import { adoptPage } from "./parcels";
import { Codec } from "./records";
import { settle, youngHash } from "./waiting";

if (Codec.FILL != IMAGE_FILL || Codec.RAW != IMAGE_RAW || Codec.LZ4 != IMAGE_LZ4)
  ERROR("the codecs of an image are those of bodies");

/** A block that no decoder accepts, one literal announced and none there: the body of a page that is damaged. */
const DAMAGED_BLOCK: u8 = 0x10;

// ── packing ────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Packs the persistent pages of bucket `from` and those behind it, of a directory that had `buckets` when the walk began,
 * until the window is full. Whole buckets, so that between two calls anything may change; where one does not fit an empty
 * window, a part of it. Puts at `fromAt` and `skipAt` where to go on.
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
 * Packs a bucket from `at` on, but for its first `skip` pages, and answers the end. At `skipAt` 0 when that was all of it, else
 * how many pages come before the one for which there was no room, or 1 if that is the first: the caller begins anew then.
 */
function packBucket(bucket: u32, skip: u32, buckets: u32, only: usize, from: u32, skipAt: usize): u32 {
  const stride = directoryStride(buckets, bucket);
  // In a table that has become smaller the bucket stands in one with others, each of which has its own turn.
  const merged = directoryBuckets() < buckets;
  let at = from;
  let passed: u32 = 0;
  store<u32>(skipAt, 0);
  for (let part = directoryNow(bucket); part < directoryBuckets(); part += stride) {
    for (let entry = directoryFirst(part); entry; entry = directoryNext(entry)) {
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

/** Whether the entry stood in this bucket, or would have, when there were so many. */
function isOf(entry: usize, bucket: u32, buckets: u32): bool {
  return directoryBucketAmong(buckets, entryArea(entry), entryOffset(entry)) == bucket;
}

/** Packs one page, if it is here, persists and stands in bucket `from` of `buckets` or behind. Answers the bytes or 0. */
export function imagePage(area: usize, offset: u32, from: u32, buckets: u32): u32 {
  const entry = area ? directoryFind(area, offset) : 0;
  if (!entry || entryNode(entry)) return 0;
  return directoryBucketAmong(buckets, area, offset) < from ? 0 : pack(entry, 0);
}

/** Writes one page at `at` of the window. 0 when the window has no room for it. */
function pack(entry: usize, at: u32): u32 {
  // A page that waits in the nursery settles first; where it finds no place it goes as it is.
  if (bodyYoung(entryBody(entry))) settle(bodyPlace(entryBody(entry)));
  const body = entryBody(entry);
  const page = WINDOW_PTR + at;
  const room = PARCELS_ROOM - at;
  const codec = bodyCodec(body);
  const filled = codec == Codec.FILL;
  let stored: u32 = 0;
  if (codec == Codec.DENSE || codec == Codec.TYPED) {
    stored = packPlain(body, page, room);
    if (!stored) return 0;
  } else {
    if (!filled) stored = bodyStored(body);
    if (pageBytes(stored) > room) return 0;
    memory.copy(page + IMAGE_PAGE_BYTES, bodyPlace(body), stored);
    store<u32>(page, codec, IMAGE_CODEC_AT);
  }
  const bytes = pageBytes(stored);
  memory.fill(page + IMAGE_PAGE_BYTES + stored, 0, bytes - IMAGE_PAGE_BYTES - stored);
  store<u64>(page, bodyYoung(body) ? youngHash(bodyPlace(body)) : bodyKey(body), IMAGE_KEY_AT);
  store<u32>(page, areaNumber(entryArea(entry)), IMAGE_AREA_AT);
  store<u32>(page, entryOffset(entry), IMAGE_OFFSET_AT);
  store<u32>(page, bodyRaw(body), IMAGE_RAW_AT);
  store<u32>(page, stored, IMAGE_STORED_AT);
  store<u32>(page, !filled && bodyRefs(body) > 1 ? body : 0, IMAGE_SHARED_AT);
  return bytes;
}

/**
 * Writes, behind `page`, the body that the page would have without a dictionary and without a kind, for an image knows neither:
 * codec and body. Answers the bytes of the body, 0 when `room` may be too little. Where the body is damaged it stays so.
 */
function packPlain(body: usize, page: usize, room: u32): u32 {
  const raw = bodyRaw(body);
  const at = page + IMAGE_PAGE_BYTES;
  // Of a short page the encoder's slack is more than what it must save.
  if (pageBytes(max(raw, raw - (raw >> 3) + SLACK_BYTES)) > room) return 0;
  store<u32>(page, IMAGE_LZ4, IMAGE_CODEC_AT);
  if (!expand(body, SCRATCH_PTR)) {
    store<u8>(at, DAMAGED_BLOCK);
    return 1;
  }
  const trimmed = trimmedBytes(SCRATCH_PTR, raw);
  let stored = encodeTo(SCRATCH_PTR, trimmed, at);
  if (!stored) {
    stored = trimmed;
    memory.copy(at, SCRATCH_PTR, stored);
    store<u32>(page, IMAGE_RAW, IMAGE_CODEC_AT);
  }
  wipeScratch();
  return stored;
}

function pageBytes(stored: u32): u32 {
  return IMAGE_PAGE_BYTES + roundUp(stored, 8);
}

// ── unpacking ──────────────────────────────────────────────────────────────────────────────────────────

/** Takes over the pages in the first `bytes` bytes of the window, in order. Answers the bytes of those it took. */
export function imageUnpack(bytes: u32, seed: u64, statusAt: usize): u32 {
  let at: u32 = 0;
  let status = Status.STORED;
  while (at < bytes) {
    const page = WINDOW_PTR + at;
    status = unpack(page, seed);
    if (status != Status.STORED) break;
    at += pageBytes(load<u32>(page, IMAGE_STORED_AT));
  }
  wipeScratch();
  store<i32>(statusAt, status);
  return at;
}

function unpack(page: usize, seed: u64): Status {
  const area = areaNumbered(load<u32>(page, IMAGE_AREA_AT));
  const offset = load<u32>(page, IMAGE_OFFSET_AT);
  if (directoryFind(area, offset)) return Status.DAMAGED;
  const codec = load<u32>(page, IMAGE_CODEC_AT);
  const raw = load<u32>(page, IMAGE_RAW_AT);
  const stored = load<u32>(page, IMAGE_STORED_AT);
  const key = load<u64>(page, IMAGE_KEY_AT);
  const at = page + IMAGE_PAGE_BYTES;
  if (codec == IMAGE_SAME) return unpackSame(area, offset, raw, areaNumbered(<u32>key), <u32>(key >> 32));
  if (codec == IMAGE_FILL) {
    // Of a page shorter than the eight bytes, what it has not got does not count.
    fillExpand(SCRATCH_PTR, raw, key);
    return taken(adoptPage(area, offset, fillPattern(SCRATCH_PTR, raw), Codec.FILL, raw, 0, 0, true));
  }
  const whole =
    readBody(<Codec>codec, at, stored, raw) &&
    pageHashUnder(seed, SCRATCH_PTR, raw, load<u32>(page, IMAGE_SHARED_AT)) == key;
  if (!whole) return keepDamaged(area, offset, raw);
  const hash = pageHash(SCRATCH_PTR, raw, areaScope(area));
  return taken(adoptPage(area, offset, hash, <Codec>codec, raw, stored, at, flag(FLAG_DEDUPE)));
}

/** A page with the body of one that is here. */
function unpackSame(area: usize, offset: u32, raw: u32, ofArea: usize, ofOffset: u32): Status {
  const entry = ofArea ? directoryFind(ofArea, ofOffset) : 0;
  if (!entry) return Status.MISS;
  const body = entryBody(entry);
  if (bodyRaw(body) != raw) return Status.DAMAGED;
  const codec = bodyCodec(body);
  const stored = codec == Codec.FILL ? 0 : bodyStored(body);
  let key = bodyKey(body);
  let indexed = bodyShared(body);
  if (areaScope(ofArea) != areaScope(area) && codec != Codec.FILL) {
    if (!expand(body, SCRATCH_PTR) || pageHash(SCRATCH_PTR, raw, areaScope(ofArea)) != key)
      return keepDamaged(area, offset, raw);
    key = pageHash(SCRATCH_PTR, raw, areaScope(area));
    indexed = flag(FLAG_DEDUPE);
  }
  // A body may move while a place is sought for its copy.
  memory.copy(SCRATCH_PTR, bodyPlace(body), stored);
  return taken(adoptPage(area, offset, key, codec, raw, stored, SCRATCH_PTR, indexed));
}

function taken(adopted: bool): Status {
  return adopted ? Status.STORED : Status.FULL;
}

/** Decodes a body into scratch. False when it does not decode to the right length or less. */
function readBody(codec: Codec, at: usize, stored: u32, raw: u32): bool {
  let produced = <i32>stored;
  if (codec == Codec.LZ4) produced = decode(at, stored, SCRATCH_PTR, raw);
  else memory.copy(SCRATCH_PTR, at, stored);
  if (produced < 0) return false;
  memory.fill(SCRATCH_PTR + produced, 0, raw - produced);
  return true;
}

/** Keeps, in the place of a page that was damaged, one whose every load says so. */
function keepDamaged(area: usize, offset: u32, raw: u32): Status {
  store<u8>(SCRATCH_PTR, DAMAGED_BLOCK);
  return taken(adoptPage(area, offset, 0, Codec.LZ4, raw, 1, SCRATCH_PTR, false));
}

// ── frames ─────────────────────────────────────────────────────────────────────────────────────────────

/** The check of a frame that stands in the window: its hash, its kind for a scope, under the check of the frame before it. */
export function imageCheck(bytes: u32, kind: u32, seed: u64): u64 {
  return pageHashUnder(seed, WINDOW_PTR, bytes, kind);
}
