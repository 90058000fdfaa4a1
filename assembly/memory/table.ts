/**
 * table.ts - hash tables that grow and shrink by one bucket at a time. A bucket is a line of 64 bytes.
 *
 * Owns:   segments of lines, their pointers, and overflow lines (records of kind LINE_RECORDS). The records
 *         in the lines are their owners': entries of the directory, handles of the duplicate index, places of
 *         inodes.
 * Keeps:  each record in a line of its bucket; overflow lines are never empty.
 * Cost:   a look-up reads two pointers, which stay in cache, and one line. An insertion splits at most one
 *         bucket, a removal merges at most one: no operation ever rehashes the table, however many records it
 *         holds.
 *
 * Linear hashing (W. Litwin, VLDB 1980). With 2^k < buckets <= 2^(k+1), the bucket of a record is the low k+1
 * bits of its hash if there is such a bucket yet, else the low k bits. When bucket n is added, part of bucket
 * n - 2^k moves to it. Without memory for more segments the table stays as it is and its buckets overflow:
 * slower, never wrong. When bucket n is taken away, all of it moves to bucket n - 2^k. A segment goes with
 * its last bucket.
 *
 * Chains of single records were tried first: 5.3 bytes a record against 7.6, and three records to visit
 * before a hash is known to be new. With a million pages each visit is a miss of cache and TLB, and a store
 * took 12 us instead of 9 (docs/architecture/tables.md).
 */

import { frameGather, recordGive, recordMove, recordReserve, recordTake } from "./frames";
import { LINE_BYTES } from "../ground/layout";
import { FRAME_BYTES, LINE_LINK_AT, LINE_RECORDS, LINES_RESERVED, SECRET_PTR } from "../ground/records";
import { pointerAt, pointerHang, pointerTops, pointerUnhang } from "./pointers";

/**
 *   roots:   top pointers u32 │ how many u32 │ buckets u32 │ records u32 │ mean records a bucket u32
 *   top pointer -> frame of 1,024 pointers -> segment: frame of 64 lines
 */
const TOPS_AT: usize = 0;
const TOP_COUNT_AT: usize = 4;
const BUCKETS_AT: usize = 8;
const RECORDS_AT: usize = 12;
const LOAD_AT: usize = 16;

/** A table gives up a bucket when the buckets have less than this part of the mean. */
const SHRINK_PART: u32 = 2;
/** Overflow lines that merging two buckets may borrow, beside those that a store has reserved. */
const LINES_BORROWED: u32 = 2;

const SEGMENT_SHIFT: u32 = 6;
const SEGMENT_MASK: u32 = (1 << SEGMENT_SHIFT) - 1;
if (LINE_BYTES << SEGMENT_SHIFT != FRAME_BYTES) ERROR("a segment must be a frame");

/** Top pointers that a table in `bytes` bytes of memory could ever need. */
export function tableTopCount(bytes: u32): u32 {
  return pointerTops(bytes / FRAME_BYTES);
}

/** `tops` words at `ground` become the top pointers. False when there are no frames for the first segment. */
export function tableInit(table: usize, ground: usize, tops: u32, meanRecords: u32): bool {
  memory.fill(ground, 0, tops << 2);
  store<u32>(table, ground, TOPS_AT);
  store<u32>(table, tops, TOP_COUNT_AT);
  store<u32>(table, meanRecords, LOAD_AT);
  if (!segmentAdd(table, 0)) return false;
  store<u32>(table, 1 << SEGMENT_SHIFT, BUCKETS_AT);
  return true;
}

/** True when the overflow lines that one store could ask for are at hand. */
export function tableReserve(): bool {
  return recordReserve(LINE_RECORDS, LINE_BYTES, LINES_RESERVED);
}

export function tableBuckets(table: usize): u32 {
  return load<u32>(table, BUCKETS_AT);
}

export function tableRecords(table: usize): u32 {
  return load<u32>(table, RECORDS_AT);
}

function tableCount(table: usize, change: i32): void {
  store<u32>(table, load<u32>(table, RECORDS_AT) + change, RECORDS_AT);
}

/** 32 bits of hash of a key that is not a hash itself, drawn with the secret of the pool. */
export function tableSpread(key: u64): u32 {
  // Sixteen neighbouring keys get sixteen neighbouring lines: a host that passes through its offsets in order
  // meets one TLB miss in sixteen look-ups.
  let h = (key >> 4) ^ load<u64>(SECRET_PTR);
  h *= 0x9fb21c651e98df25;
  h ^= h >> 32;
  h *= 0x9fb21c651e98df25;
  return <u32>(h >> 32) ^ (<u32>key & 15);
}

/** Number of the bucket for a hash. */
export function bucketFor(table: usize, hash: u32): u32 {
  return bucketAmong(load<u32>(table, BUCKETS_AT), hash);
}

/** Number of the bucket for a hash when the table had, or has, so many of them. */
export function bucketAmong(buckets: u32, hash: u32): u32 {
  const mask = maskFor(buckets);
  const bucket = hash & mask;
  return bucket < buckets ? bucket : bucket & (mask >> 1);
}

/**
 * For walks that outlast changes. Take what was in bucket `bucket` of a table of `buckets`. When the table
 * has grown since, it is in this bucket and in those that follow at this distance. When the table has shrunk,
 * it is in bucket bucketAmong(now, bucket), and this distance leads to no other.
 */
export function bucketStride(buckets: u32, bucket: u32): u32 {
  const half = (maskFor(buckets) >> 1) + 1;
  return bucket >= half || bucket + half < buckets ? half << 1 : half;
}

/** First line of a bucket. */
export function lineOf(table: usize, bucket: u32): usize {
  const segment = <usize>load<u32>(pointerAt(topsOf(table), bucket >> SEGMENT_SHIFT));
  return segment + (bucket & SEGMENT_MASK) * LINE_BYTES;
}

/** Overflow lines of all buckets. */
export function tableOverflow(table: usize): u32 {
  let lines: u32 = 0;
  for (let bucket: u32 = 0; bucket < tableBuckets(table); bucket += 1) {
    for (let line = lineNext(lineOf(table, bucket)); line; line = lineNext(line)) lines += 1;
  }
  return lines;
}

/** Next line of the same bucket, or 0. */
export function lineNext(line: usize): usize {
  return <usize>load<u32>(line, LINE_LINK_AT);
}

/** Links an overflow line of zeros behind the last line of a bucket. tableReserve has answered true. */
export function lineAdd(last: usize): usize {
  const line = recordTake(LINE_RECORDS, LINE_BYTES);
  memory.fill(line, 0, LINE_BYTES);
  store<u32>(last, line, LINE_LINK_AT);
  return line;
}

/** Takes the empty overflow line behind `before` away. */
export function lineDrop(before: usize, line: usize): void {
  store<u32>(before, lineNext(line), LINE_LINK_AT);
  recordGive(LINE_RECORDS, line);
}

// ── records in and out ─────────────────────────────────────────────────────────────────────────────────
// The table counts its records and adds or takes away a bucket for them; only the owner knows the hashes of
// its records, so the owner puts those of one bucket where they belong now:
//
//   const overflow = lineDetach(first);
//   for (let line = first; line; line = line == first ? overflow : lineGive(line)) spreadLine(line);
//
// where spreadLine clears each record of a line and puts it into its bucket.
//
// A line is empty before the next one is read, so this borrows at most two lines beside those that it gives
// back.

/**
 * Counts one record more, which the owner then enters. Answers the first line of a bucket to be spread before
 * that, or 0.
 */
export function tableAdd(table: usize): usize {
  tableCount(table, 1);
  const added = tableGrow(table);
  return added ? lineOf(table, splitFrom(added)) : 0;
}

/**
 * Counts one record less, which the owner has taken out. Answers the first line of a bucket that was taken
 * away, or 0. The owner then spreads it and calls tableShrunk.
 */
export function tableDrop(table: usize): usize {
  tableCount(table, -1);
  return tableShrink(table);
}

/** Cuts the overflow lines off a bucket and answers the first, or 0. */
export function lineDetach(line: usize): usize {
  const overflow = lineNext(line);
  store<u32>(line, 0, LINE_LINK_AT);
  return overflow;
}

/** Gives back a line that was cut off and is empty now. Answers the one behind it, or 0. */
export function lineGive(line: usize): usize {
  const next = lineNext(line);
  recordGive(LINE_RECORDS, line);
  return next;
}

/**
 * Adds a bucket when the table is fuller than its mean and memory allows, and answers its number; else 0.
 * Records that belong there now stand in bucket splitFrom(number). Bucket 0 is never added, so 0 is free to
 * mean none.
 */
function tableGrow(table: usize): u32 {
  const added = load<u32>(table, BUCKETS_AT);
  if (load<u32>(table, RECORDS_AT) <= added * load<u32>(table, LOAD_AT)) return 0;
  if (!(added & SEGMENT_MASK) && !segmentAdd(table, added >> SEGMENT_SHIFT)) return 0;
  store<u32>(table, added + 1, BUCKETS_AT);
  return added;
}

/**
 * Takes the last bucket away when the table has less than half of its mean and lines are at hand for what
 * that might borrow. Answers the first line of the bucket, else 0. Half, so that a table whose records come
 * and go by a third stays as it is.
 */
function tableShrink(table: usize): usize {
  const last = load<u32>(table, BUCKETS_AT) - 1;
  if (load<u32>(table, RECORDS_AT) * SHRINK_PART >= last * load<u32>(table, LOAD_AT)) return 0;
  if (last < 1 << SEGMENT_SHIFT || !recordReserve(LINE_RECORDS, LINE_BYTES, LINES_RESERVED + LINES_BORROWED))
    return 0;
  store<u32>(table, last, BUCKETS_AT);
  return lineOf(table, last);
}

/** The bucket that was taken away is empty: its segment goes if it was the first one there. */
export function tableShrunk(table: usize): void {
  const last = load<u32>(table, BUCKETS_AT);
  if (!(last & SEGMENT_MASK)) pointerUnhang(topsOf(table), last >> SEGMENT_SHIFT);
}

/** First line of the bucket with which the one that was taken away merges. */
export function tableMerged(table: usize): usize {
  return lineOf(table, splitFrom(tableBuckets(table)));
}

// ── packed lines ───────────────────────────────────────────────────────────────────────────────────────
// Two of the tables keep records of one size side by side, without a gap, from the first line of a bucket on.
// `bytes` is a multiple of 4. The first word of a record is not 0.

/** The place behind the last record of the bucket with this first line. tableReserve has answered true. */
export function packedPlace(first: usize, bytes: u32): usize {
  let line = first;
  while (lineNext(line)) line = lineNext(line);
  let place = line;
  while (load<u32>(place)) {
    place += bytes;
    if (place + bytes > line + LINE_LINK_AT) return lineAdd(line);
  }
  return place;
}

/** Takes a record out of the bucket with this first line: the last one there moves to its place. */
export function packedRemove(first: usize, record: usize, bytes: u32): void {
  let line = first;
  let before: usize = 0;
  while (lineNext(line)) {
    before = line;
    line = lineNext(line);
  }
  let last = line;
  while (last + 2 * bytes <= line + LINE_LINK_AT && load<u32>(last + bytes)) last += bytes;
  for (let at: u32 = 0; at < bytes; at += 4) store<u32>(record + at, load<u32>(last + at));
  store<u32>(last, 0);
  if (last == line && before) lineDrop(before, line);
}

// ── where buckets are ──────────────────────────────────────────────────────────────────────────────────

/**
 * Moves the overflow lines of a bucket that are loose, and its segment if that is loose and the bucket is the
 * first there. Answers how many were moved. Remembered addresses of lines are void then.
 */
export function tableGather(table: usize, bucket: u32): u32 {
  if (bucket >= tableBuckets(table)) return 0;
  let moved: u32 = 0;
  if (!(bucket & SEGMENT_MASK) && frameGather(pointerAt(topsOf(table), bucket >> SEGMENT_SHIFT))) moved += 1;
  let before = lineOf(table, bucket);
  for (let line = lineNext(before); line; line = lineNext(before)) {
    const to = recordMove(LINE_RECORDS, line);
    if (to) {
      store<u32>(before, to, LINE_LINK_AT);
      moved += 1;
    }
    before = lineNext(before);
  }
  return moved;
}

/** The bucket from which bucket `added` was split, or with which it merges. */
function splitFrom(added: u32): u32 {
  return added & (maskFor(added + 1) >> 1);
}

/** All ones up to the highest bit that a bucket number below `buckets` can have. */
function maskFor(buckets: u32): u32 {
  return <u32>-1 >> clz<u32>(buckets - 1);
}

/** The frame for segment number `segment`. False when there is no room for its pointer, or no memory. */
function segmentAdd(table: usize, segment: u32): bool {
  return pointerTops(segment) <= load<u32>(table, TOP_COUNT_AT) && pointerHang(topsOf(table), segment);
}

/** Where the top pointers of a table stand. */
function topsOf(table: usize): usize {
  return <usize>load<u32>(table, TOPS_AT);
}
