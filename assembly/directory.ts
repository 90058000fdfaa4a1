/**
 * directory.ts - which page has which body.
 *
 * Owns:   entries, in the lines of DIRECTORY_TABLE.
 * Keeps:  one entry per (area, offset); the entries of a bucket stand packed: only its last line has free places.
 * Called: pages.ts, engine.ts.
 * Cost:   1.3 lines a look-up. An entry has no address that lasts: each insertion or removal may move others.
 */
import { LINE_BYTES } from "./layout";
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
} from "./records";
import {
  bucketAmong,
  bucketFor,
  bucketStride,
  lineAdd,
  lineDetach,
  lineDrop,
  lineGive,
  lineNext,
  lineOf,
  splitFrom,
  tableBuckets,
  tableCount,
  tableGrow,
  tableInit,
  tableRecords,
  tableShrink,
  tableShrunk,
  tableSpread,
} from "./table";

/** Bytes of a line that hold entries. */
const LINE_ENTRY_BYTES: u32 = ENTRIES_A_LINE * ENTRY_BYTES;

export function directoryInit(ground: usize, tops: u32): bool {
  return tableInit(DIRECTORY_TABLE, ground, tops, DIRECTORY_LOAD);
}

function hashOf(area: usize, offset: u32): u32 {
  return tableSpread(((<u64>area) << 32) | <u64>offset);
}

/** The entry of a page, or 0. */
export function directoryFind(area: usize, offset: u32): usize {
  let line = lineOf(DIRECTORY_TABLE, bucketFor(DIRECTORY_TABLE, hashOf(area, offset)));
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
 * Enters a page that is not in the directory: its body, or, when it is ephemeral, its node (entryFor). tableReserve has
 * answered true.
 */
export function directoryInsert(area: usize, offset: u32, body: usize): void {
  tableCount(DIRECTORY_TABLE, 1);
  const added = tableGrow(DIRECTORY_TABLE);
  if (added) spread(lineOf(DIRECTORY_TABLE, splitFrom(added)));
  append(lineOf(DIRECTORY_TABLE, bucketFor(DIRECTORY_TABLE, hashOf(area, offset))), area, offset, body);
}

/** Lets an entry name another body. */
export function entrySetBody(entry: usize, body: usize): void {
  store<u32>(entry, body, ENTRY_BODY_AT);
}

/** Takes an entry out; the last one of its bucket moves to its place. */
export function directoryRemove(entry: usize): void {
  let line = lineOf(
    DIRECTORY_TABLE,
    bucketFor(DIRECTORY_TABLE, hashOf(entryArea(entry), entryOffset(entry))),
  );
  let before: usize = 0;
  while (lineNext(line)) {
    before = line;
    line = lineNext(line);
  }
  let last = line + LINE_ENTRY_BYTES - ENTRY_BYTES;
  while (!entryArea(last)) last -= ENTRY_BYTES;
  if (last != entry) memory.copy(entry, last, ENTRY_BYTES);
  store<u32>(last, 0, ENTRY_AREA_AT);
  if (last == line && before) lineDrop(before, line);
  tableCount(DIRECTORY_TABLE, -1);
  const merged = tableShrink(DIRECTORY_TABLE);
  if (!merged) return;
  spread(merged);
  tableShrunk(DIRECTORY_TABLE);
}

function append(first: usize, area: usize, offset: u32, body: usize): void {
  let line = first;
  while (lineNext(line)) line = lineNext(line);
  let entry = line;
  while (entry < line + LINE_ENTRY_BYTES && entryArea(entry)) entry += ENTRY_BYTES;
  if (entry == line + LINE_ENTRY_BYTES) entry = lineAdd(line);
  store<u32>(entry, offset, ENTRY_OFFSET_AT);
  store<u32>(entry, area, ENTRY_AREA_AT);
  store<u32>(entry, body, ENTRY_BODY_AT);
}

/**
 * Puts the entries of the bucket with this first line where they belong now: some of them into a bucket that was added, or
 * all of them, the bucket being taken away, into another. Line by line: each is empty before the next is read, so at most
 * two lines are borrowed.
 */
function spread(first: usize): void {
  let line = first;
  let left = lineDetach(first);
  while (line) {
    for (let entry = line; entry < line + LINE_ENTRY_BYTES && entryArea(entry); entry += ENTRY_BYTES) {
      const area = entryArea(entry);
      const offset = entryOffset(entry);
      const word = entryWord(entry);
      store<u32>(entry, 0, ENTRY_AREA_AT);
      append(lineOf(DIRECTORY_TABLE, bucketFor(DIRECTORY_TABLE, hashOf(area, offset))), area, offset, word);
    }
    const next = left ? lineNext(left) : 0;
    if (line != first) lineGive(line);
    line = left;
    left = next;
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

/** What directoryInsert is given for an ephemeral page. */
export function entryFor(node: usize): usize {
  return node + ENTRY_EPHEMERAL;
}

export function entryBody(entry: usize): usize {
  const node = entryNode(entry);
  return node ? <usize>load<u32>(node, NODE_BODY_AT) : entryWord(entry);
}

/**
 * Every entry:
 *   for (let entry = directoryWalk(0); entry; entry = directoryWalk(entry))
 * or, bucket by bucket:
 *   for (let bucket = 0; bucket < directoryBuckets(); bucket++)
 *     for (let entry = directoryFirst(bucket); entry; entry = directoryNext(entry))
 */
export function directoryBuckets(): u32 {
  return tableBuckets(DIRECTORY_TABLE);
}

/** The bucket in which a key stood, or would have, when there were so many of them. */
export function directoryBucketAmong(buckets: u32, area: usize, offset: u32): u32 {
  return bucketAmong(buckets, hashOf(area, offset));
}

/** The bucket in which those of bucket `bucket` stand now, the first of several if there are more buckets than there were. */
export function directoryNow(bucket: u32): u32 {
  return bucketAmong(directoryBuckets(), bucket);
}

/** Buckets that were one when there were so many of them lie so far apart. */
export function directoryStride(buckets: u32, bucket: u32): u32 {
  return bucketStride(buckets, bucket);
}

/** The first entry of a bucket, or 0. */
export function directoryFirst(bucket: u32): usize {
  const line = lineOf(DIRECTORY_TABLE, bucket);
  return entryArea(line) ? line : 0;
}

/** The entry behind this one in its bucket, or 0. Lines lie on lines, and an overflow line is never empty. */
export function directoryNext(entry: usize): usize {
  const next = entry + ENTRY_BYTES;
  const line = entry & ~(<usize>LINE_BYTES - 1);
  if (next == line + LINE_ENTRY_BYTES) return lineNext(line);
  return entryArea(next) ? next : 0;
}

/** The entry behind this one in the directory, or the first for 0; 0 at the end. */
export function directoryWalk(after: usize): usize {
  let entry = after ? directoryNext(after) : 0;
  let bucket = after ? bucketFor(DIRECTORY_TABLE, hashOf(entryArea(after), entryOffset(after))) + 1 : 0;
  for (; !entry && bucket < directoryBuckets(); bucket += 1) entry = directoryFirst(bucket);
  return entry;
}

/** True when every entry is found under its key, buckets are packed and the count agrees. */
export function directoryCheck(): bool {
  let count: u32 = 0;
  for (let bucket: u32 = 0; bucket < directoryBuckets(); bucket += 1) {
    let entries: u32 = 0;
    for (let entry = directoryFirst(bucket); entry; entry = directoryNext(entry)) {
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
