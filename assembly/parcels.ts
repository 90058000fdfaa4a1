/**
 * parcels.ts - pages on their way from one arena of a pool to another.
 *
 * Owns:   the window while one of its functions runs. What a parcel is: layout.ts.
 * Keeps:  a page that is packed stays here until it is dropped, and is dropped only when the other arena has it: at no
 *         moment between two calls is a page in no arena.
 * Called: index.ts, in this order: parcels_pack here, parcels_unpack there, parcels_drop here.
 * Cost:   a crossing each for as many pages as the window holds, some forty of 4 KiB; no decoding and no encoding.
 *
 * The pools' arenas share one secret, so a hash means the same in all of them.
 */
import { areaInode, areaNumber, areaNumbered, areaParent, areaScope } from "./areas";
import {
  bodyCodec,
  bodyKey,
  bodyPlace,
  bodyRaw,
  bodySetDense,
  bodyShared,
  bodyStored,
  bodyVersion,
  bodyYoung,
} from "./bodies";
import { roundUp } from "./bytes";
import { dictionaryCount, dictionaryOf } from "./dictionaries";
import {
  directoryBuckets,
  directoryFind,
  directoryFirst,
  directoryNext,
  entryArea,
  entryBody,
  entryNode,
  entryOffset,
} from "./directory";
import { PARCEL_BYTES, PARCELS_ROOM, STAT_MOVED_IN, STAT_MOVED_OUT, WINDOW_PTR } from "./layout";
import { ACCESSED, Leave, nodeAccessed, nodeLane } from "./order";
import { charge, enter, fillBody, hold, inodeArea, keepBytes, letGo, removePage, twinOf } from "./pages";
import { Codec } from "./records";
import { inodeFor, placeFor, reserveRecords } from "./room";
import { statAdd } from "./stats";
import { settle, youngHash } from "./waiting";

const KEY_AT: usize = 0;
const AREA_AT: usize = 8;
const OFFSET_AT: usize = 12;
const RAW_AT: usize = 16;
const STORED_AT: usize = 20;
const CODEC_AT: usize = 24;
const VERSION_AT: usize = 26;
const INDEXED_AT: usize = 28;
const CHOICE_AT: usize = 30;
const INODE_AT: usize = 32;
/** In the word of the choice: the page belongs to an inode, and the area is its file system. */
const OF_INODE: u32 = 0x8000;

/**
 * First bucket from `from` on that has an entry, else the first at all, or the number of buckets when there is none: the table
 * becomes smaller as its pages leave, its last bucket merging into one that may have been passed.
 */
export function parcelsBucket(from: u32): u32 {
  const bucket = nextBucket(from);
  return bucket < directoryBuckets() ? bucket : nextBucket(0);
}

function nextBucket(from: u32): u32 {
  let bucket = from;
  while (bucket < directoryBuckets() && !directoryFirst(bucket)) bucket += 1;
  return bucket;
}

/** Packs the entries of bucket `from` and those behind it until the window is full. Answers the bytes packed. */
export function parcelsPack(from: u32): u32 {
  let at: u32 = 0;
  for (let bucket = from; bucket < directoryBuckets(); bucket += 1) {
    for (let entry = directoryFirst(bucket); entry; entry = directoryNext(entry)) {
      const bytes = pack(entry, at);
      if (!bytes) return at;
      at += bytes;
    }
  }
  return at;
}

/** Writes one parcel at `at` of the window. 0 when the window has no room for it. */
function pack(entry: usize, at: u32): u32 {
  // A page that waits in the nursery settles first; where it finds no place it goes as it is.
  if (bodyYoung(entryBody(entry))) settle(bodyPlace(entryBody(entry)));
  const body = entryBody(entry);
  const young = bodyYoung(body);
  const stored = bodyCodec(body) == Codec.FILL ? 0 : bodyStored(body);
  const bytes = parcelBytes(stored);
  if (at + bytes > PARCELS_ROOM) return 0;
  const parcel = WINDOW_PTR + at;
  store<u64>(parcel, young ? youngHash(bodyPlace(body)) : bodyKey(body), KEY_AT);
  const area = entryArea(entry);
  const fs = areaParent(area);
  store<u32>(parcel, areaNumber(fs ? fs : area), AREA_AT);
  store<u64>(parcel, fs ? areaInode(area) : 0, INODE_AT);
  store<u32>(parcel, entryOffset(entry), OFFSET_AT);
  store<u32>(parcel, bodyRaw(body), RAW_AT);
  store<u32>(parcel, stored, STORED_AT);
  store<u16>(parcel, bodyCodec(body), CODEC_AT);
  store<u16>(parcel, bodyVersion(body), VERSION_AT);
  store<u16>(parcel, bodyShared(body), INDEXED_AT);
  store<u16>(parcel, choiceOf(entryNode(entry)) | (fs ? OF_INODE : 0), CHOICE_AT);
  memory.copy(parcel + PARCEL_BYTES, bodyPlace(body), stored);
  return bytes;
}

/** Where a page stands in its client's order; 0 for one that persists. */
function choiceOf(node: usize): u32 {
  if (!node) return 0;
  return nodeAccessed(node) ? nodeLane(node) | ACCESSED : nodeLane(node);
}

function parcelBytes(stored: u32): u32 {
  return PARCEL_BYTES + roundUp(stored, 8);
}

/** Takes over the pages in the first `bytes` bytes of the window, in order. Answers the bytes of those it has room for. */
export function parcelsUnpack(bytes: u32): u32 {
  let at: u32 = 0;
  while (at < bytes) {
    const parcel = WINDOW_PTR + at;
    const stored = load<u32>(parcel, STORED_AT);
    if (!adopt(parcel)) break;
    at += parcelBytes(stored);
  }
  return at;
}

function adopt(parcel: usize): bool {
  const area = areaNumbered(load<u32>(parcel, AREA_AT));
  const offset = load<u32>(parcel, OFFSET_AT);
  const key = load<u64>(parcel, KEY_AT);
  const codec = <Codec>load<u16>(parcel, CODEC_AT);
  const version = <u32>load<u16>(parcel, VERSION_AT);
  const raw = load<u32>(parcel, RAW_AT);
  const stored = load<u32>(parcel, STORED_AT);
  const indexed = load<u16>(parcel, INDEXED_AT) != 0;
  const choice = <u32>load<u16>(parcel, CHOICE_AT);
  const at = parcel + PARCEL_BYTES;
  if (!(choice & OF_INODE))
    return adoptPage(area, offset, key, codec, raw, stored, at, indexed, choice, version);
  const inode = load<u64>(parcel, INODE_AT);
  return adoptInodePage(
    area,
    inode,
    offset,
    key,
    codec,
    raw,
    stored,
    at,
    indexed,
    choice - OF_INODE,
    version,
  );
}

/** Forgets the pages in the first `bytes` bytes of the window, which this arena has packed and another has taken over. */
export function parcelsDrop(bytes: u32): void {
  let at: u32 = 0;
  while (at < bytes) {
    const parcel = WINDOW_PTR + at;
    let area = areaNumbered(load<u32>(parcel, AREA_AT));
    if (load<u16>(parcel, CHOICE_AT) & OF_INODE) area = inodeArea(area, load<u64>(parcel, INODE_AT));
    releasePage(area, load<u32>(parcel, OFFSET_AT));
    at += parcelBytes(load<u32>(parcel, STORED_AT));
  }
}

/**
 * Takes over a page whose body another arena of the pool has made: `key` is its hash there and here, `at` its `stored`
 * bytes. False when there is no room; nothing has happened then. The key is not in the directory.
 */
export function adoptPage(
  area: usize,
  offset: u32,
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  at: usize,
  indexed: bool,
  choice: u32 = 0,
  version: u32 = 0,
): bool {
  // Its dictionary comes first.
  if (version && !dictionaryOf(version)) return false;
  if (!reserveRecords(choice != 0)) return false;
  const body = adoptBody(area, key, codec, raw, stored, at, indexed, version);
  if (!body) return false;
  enter(area, offset, raw, body, choice);
  statAdd(STAT_MOVED_IN, 1);
  return true;
}

/** A body for a page of `area`, that of an equal page if there is one; 0 when there is no room. reserveRecords has answered true. */
export function adoptBody(
  area: usize,
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  at: usize,
  indexed: bool,
  version: u32,
): usize {
  if (codec == Codec.FILL) return fillBody(key, raw);
  let body = indexed ? twinOf(key, codec, raw, stored, at) : 0;
  if (body) return body;
  const place = placeFor(stored);
  if (!place) return 0;
  body = keepBytes(key, codec, raw, stored, at, place, indexed);
  if (version) {
    bodySetDense(body, version, stored);
    dictionaryCount(version, 1);
  }
  if (areaScope(area)) charge(area, stored);
  return body;
}

/** adoptPage, for a page of an inode. */
export function adoptInodePage(
  fs: usize,
  inode: u64,
  index: u32,
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  at: usize,
  indexed: bool,
  choice: u32,
  version: u32,
): bool {
  const area = inodeFor(fs, inode);
  if (!area) return false;
  hold(area);
  const adopted = adoptPage(area, index, key, codec, raw, stored, at, indexed, choice, version);
  letGo(area);
  return adopted;
}

/** Forgets a page that another arena has taken over. */
export function releasePage(area: usize, offset: u32): void {
  removePage(directoryFind(area, offset), Leave.FORGOTTEN);
  statAdd(STAT_MOVED_OUT, 1);
}
