/**
 * directory.ts - which page has which body.
 *
 * Owns:   entries, in the lines of DIRECTORY_TABLE.
 * Keeps:  one entry per (area, offset); the entries of a bucket stand packed: only its last line has free
 *         places.
 * Cost:   1.3 lines a look-up. An entry has no address that lasts: each insertion or removal may move others.
 */
import { LINE_BYTES } from "../ground/layout";
import {
  DIRECTORY_LOAD,
  DIRECTORY_TABLE,
  ENTRIES_A_LINE,
  ENTRY_AREA_AT,
  ENTRY_BODY_AT,
  ENTRY_BYTES,
  ENTRY_EPHEMERAL,
  ENTRY_OFFSET_AT,
  NODE_BODY_AT,
} from "../ground/records";
import {
  bucketAmong,
  bucketFor,
  bucketStride,
  lineDetach,
  lineGive,
  lineNext,
  lineOf,
  packedPlace,
  packedRemove,
  tableAdd,
  tableBuckets,
  tableDrop,
  tableInit,
  tableRecords,
  tableShrunk,
  tableSpread,
} from "../memory/table";

/** Bytes of a line that hold entries. */
const LINE_ENTRY_BYTES: u32 = ENTRIES_A_LINE * ENTRY_BYTES;

export function directoryInit(ground: usize, tops: u32): bool {
  return tableInit(DIRECTORY_TABLE, ground, tops, DIRECTORY_LOAD);
}

function hashOf(area: usize, offset: u32): u32 {
  return tableSpread(((<u64>area) << 32) | <u64>offset);
}

/** First line of the bucket for a hash. */
function bucketLine(hash: u32): usize {
  return lineOf(DIRECTORY_TABLE, bucketFor(DIRECTORY_TABLE, hash));
}

/** The entry of a page, or 0. */
export function directoryFind(area: usize, offset: u32): usize {
  let line = bucketLine(hashOf(area, offset));
  while (line) {
    const end = line + LINE_ENTRY_BYTES;
    for (let entry = line; entry < end; entry += ENTRY_BYTES) {
      if (load<u32>(entry, ENTRY_OFFSET_AT) == offset && entryArea(entry) == area) return entry;
    }
    line = lineNext(line);
  }
  return 0;
}

/**
 * Enters a page that is not in the directory: its body, or, when it is ephemeral, its node (entryFor).
 * tableReserve has answered true.
 */
export function directoryInsert(area: usize, offset: u32, body: usize): void {
  const split = tableAdd(DIRECTORY_TABLE);
  if (split) spread(split);
  append(bucketLine(hashOf(area, offset)), area, offset, body);
}

/** Lets an entry name another body. */
export function entrySetBody(entry: usize, body: usize): void {
  store<u32>(entry, body, ENTRY_BODY_AT);
}

/** Takes an entry out; the last one of its bucket moves to its place. */
export function directoryRemove(entry: usize): void {
  packedRemove(bucketLine(hashOf(entryArea(entry), entryOffset(entry))), entry, ENTRY_BYTES);
  const merged = tableDrop(DIRECTORY_TABLE);
  if (!merged) return;
  spread(merged);
  tableShrunk(DIRECTORY_TABLE);
}

/** Behind the last entry of the bucket with this first line. */
function append(first: usize, area: usize, offset: u32, body: usize): void {
  const entry = packedPlace(first, ENTRY_BYTES);
  store<u32>(entry, area, ENTRY_AREA_AT);
  store<u32>(entry, offset, ENTRY_OFFSET_AT);
  store<u32>(entry, body, ENTRY_BODY_AT);
}

/** Puts the entries of the bucket with this first line where they belong now. */
function spread(first: usize): void {
  const overflow = lineDetach(first);
  for (let line = first; line; line = line == first ? overflow : lineGive(line)) spreadLine(line);
}

function spreadLine(line: usize): void {
  for (let entry = line; entry < line + LINE_ENTRY_BYTES && entryArea(entry); entry += ENTRY_BYTES) {
    const area = entryArea(entry);
    store<u32>(entry, 0, ENTRY_AREA_AT);
    append(bucketLine(hashOf(area, entryOffset(entry))), area, entryOffset(entry), entryWord(entry));
  }
}

export function directoryCount(): u32 {
  return tableRecords(DIRECTORY_TABLE);
}

export function entryOffset(entry: usize): u32 {
  return load<u32>(entry, ENTRY_OFFSET_AT);
}

export function entryArea(entry: usize): usize {
  return <usize>load<u32>(entry, ENTRY_AREA_AT);
}

function entryWord(entry: usize): usize {
  return <usize>load<u32>(entry, ENTRY_BODY_AT);
}

/** The node of an ephemeral page, 0 for one that persists. */
export function entryNode(entry: usize): usize {
  const word = entryWord(entry);
  return word & ENTRY_EPHEMERAL ? word - ENTRY_EPHEMERAL : 0;
}

/** The word that directoryInsert takes for an ephemeral page. */
export function entryFor(node: usize): usize {
  return node + ENTRY_EPHEMERAL;
}

export function entryBody(entry: usize): usize {
  const node = entryNode(entry);
  return node ? <usize>load<u32>(node, NODE_BODY_AT) : entryWord(entry);
}

export function directoryBuckets(): u32 {
  return tableBuckets(DIRECTORY_TABLE);
}

/** The bucket in which a key was, or would have been, when the directory had `buckets` buckets. */
export function directoryBucketAmong(buckets: u32, area: usize, offset: u32): u32 {
  return bucketAmong(buckets, hashOf(area, offset));
}

/** The bucket that has what bucket `bucket` had, or the first of several if the directory has grown since. */
export function directoryNow(bucket: u32): u32 {
  return bucketAmong(directoryBuckets(), bucket);
}

/** Buckets that were one when there were `buckets` of them lie at this distance. */
export function directoryStride(buckets: u32, bucket: u32): u32 {
  return bucketStride(buckets, bucket);
}

// ── the walk ───────────────────────────────────────────────────────────────────────────────────────────
// One way through the directory serves all: the entries of buckets `from` to `end` - 1, or to the last bucket
// if that comes before, bucket by bucket.
//
//   for (let at = walkFrom(from, end); at; at = walkNext(at, end)) ... walkEntry(at), walkBucket(at)
//
// A cursor is all the state that a walk has: the number of a bucket in the high half, the address of an entry
// in the low half; 0 ends the walk. The loop may change what an entry names. A page that is entered or
// removed moves other entries, so after that the walk must begin anew, at the cursor's bucket.

/** The first entry of the buckets from `from` on and below `end`, or 0. */
export function walkFrom(from: u32, end: u32): u64 {
  return walkNext(cursorOf(from, 0), end);
}

/**
 * The entry behind this one below bucket `end`, or 0. Lines lie on lines, and an overflow line is never
 * empty.
 */
export function walkNext(cursor: u64, end: u32): u64 {
  const entry = walkEntry(cursor);
  let bucket = walkBucket(cursor);
  if (entry) {
    const line = entry & ~(<usize>LINE_BYTES - 1);
    let next = entry + ENTRY_BYTES;
    if (next == line + LINE_ENTRY_BYTES) next = lineNext(line);
    if (next && entryArea(next)) return cursorOf(bucket, next);
    bucket += 1;
  }
  for (const stop = min(end, directoryBuckets()); bucket < stop; bucket += 1) {
    const line = lineOf(DIRECTORY_TABLE, bucket);
    if (entryArea(line)) return cursorOf(bucket, line);
  }
  return 0;
}

export function walkEntry(cursor: u64): usize {
  return <usize>(<u32>cursor);
}

export function walkBucket(cursor: u64): u32 {
  return <u32>(cursor >> 32);
}

function cursorOf(bucket: u32, entry: usize): u64 {
  return ((<u64>bucket) << 32) | <u64>entry;
}

/** True when every entry is found under its key, buckets are packed and the count agrees. */
export function directoryCheck(): bool {
  let count: u32 = 0;
  for (let bucket: u32 = 0; bucket < directoryBuckets(); bucket += 1) {
    let entries: u32 = 0;
    for (let at = walkFrom(bucket, bucket + 1); at; at = walkNext(at, bucket + 1)) {
      const entry = walkEntry(at);
      if (directoryFind(entryArea(entry), entryOffset(entry)) != entry) return false;
      entries += 1;
    }
    let places: u32 = 0;
    let lines: u32 = 0;
    for (let line = lineOf(DIRECTORY_TABLE, bucket); line; line = lineNext(line)) {
      lines += 1;
      for (let entry = line; entry < line + LINE_ENTRY_BYTES; entry += ENTRY_BYTES) {
        if (entryArea(entry)) places += 1;
      }
    }
    if (places != entries || lines > max(1, (entries + ENTRIES_A_LINE - 1) / ENTRIES_A_LINE)) return false;
    count += entries;
  }
  return count == directoryCount();
}
