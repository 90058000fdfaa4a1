/**
 * table.ts - a hash table that grows one bucket at a time.
 *
 * Owns:   segments of buckets: frames of FRAME_BUCKET_COUNT chain heads, found through a segment table in the
 *         ground. Two tables use it: the directory (key -> entry) and the duplicate index (hash -> body).
 * Keeps:  every record is in the chain of its bucket; records == sum of the chains.
 * Called: directory.ts, bodies.ts.
 * Cost:   one head and, at BUCKET_LOAD records a bucket, two records a hit. An insertion splits at most one
 *         bucket: no operation ever rehashes the table, however many records it holds.
 *
 * Linear hashing (W. Litwin, VLDB 1980). With 2^k <= buckets < 2^(k+1), a record's bucket is the low k+1 bits of
 * its hash if there is such a bucket yet, else the low k. Adding bucket n moves part of the chain n - 2^k to it.
 * When there is no frame for a new segment the table stays as it is and the chains grow: slower, never wrong.
 *
 * The hash keeps sixteen neighbouring keys in one line of heads: the low four bits of the key are only
 * permuted. A host that stores offsets in order, as hosts do, then meets one cache miss in sixteen operations.
 */

import { frameTake } from "./frames";
import { BUCKET_LOAD, FRAME_BUCKET_COUNT, KEY_AT, LINK_AT, SECRET_PTR } from "./records";

/**   roots:   segment table u32 │ its capacity u32 │ buckets u32 │ records u32   */
const SEGMENTS_AT: usize = 0;
const CAPACITY_AT: usize = 4;
const BUCKETS_AT: usize = 8;
const RECORDS_AT: usize = 12;

const FRAME_BUCKET_SHIFT: u32 = ctz<u32>(FRAME_BUCKET_COUNT);
const MIX_1: u64 = 0x9fb21c651e98df25;
const NEIGHBOUR_BITS: u64 = 4;
const NEIGHBOUR_MASK: u64 = (1 << NEIGHBOUR_BITS) - 1;

if (1 << FRAME_BUCKET_SHIFT != FRAME_BUCKET_COUNT) ERROR("segments must be powers of two");

/** Words of the segment table for at most `records` records. */
export function tableSegmentCount(records: u32): u32 {
  return records / (BUCKET_LOAD * FRAME_BUCKET_COUNT) + 1;
}

/** `segments` words at `ground` become the segment table. False when there is no frame for the first segment. */
export function tableInit(table: usize, ground: usize, segments: u32): bool {
  const first = frameTake();
  if (!first) return false;
  memory.fill(ground, 0, segments << 2);
  memory.fill(first, 0, FRAME_BUCKET_COUNT << 2);
  store<u32>(ground, first);
  store<u32>(table, ground, SEGMENTS_AT);
  store<u32>(table, segments, CAPACITY_AT);
  store<u32>(table, FRAME_BUCKET_COUNT, BUCKETS_AT);
  return true;
}

export function tableRecords(table: usize): u32 {
  return load<u32>(table, RECORDS_AT);
}

/** 32 bits of hash, keyed by the secret of the pool. */
function spread(key: u64): u32 {
  let h = (key >> NEIGHBOUR_BITS) ^ load<u64>(SECRET_PTR);
  h *= MIX_1;
  h ^= h >> 32;
  h *= MIX_1;
  return <u32>(h >> 32) ^ <u32>(key & NEIGHBOUR_MASK);
}

/** Address of the head of a bucket. */
function headAt(table: usize, bucket: u32): usize {
  const segment = <usize>load<u32>(load<u32>(table, SEGMENTS_AT) + ((bucket >> FRAME_BUCKET_SHIFT) << 2));
  return segment + ((bucket & (FRAME_BUCKET_COUNT - 1)) << 2);
}

/** All ones below the highest bit that a bucket number below `buckets` can have. */
function maskFor(buckets: u32): u32 {
  return <u32>-1 >> clz<u32>(buckets - 1);
}

/** Address of the head of the bucket to which the key belongs. */
function headFor(table: usize, key: u64): usize {
  const buckets = load<u32>(table, BUCKETS_AT);
  const mask = maskFor(buckets);
  const hash = spread(key);
  const bucket = hash & mask;
  return headAt(table, bucket < buckets ? bucket : hash & (mask >> 1));
}

function chainFind(from: usize, key: u64): usize {
  let record = from;
  while (record && load<u64>(record, KEY_AT) != key) record = <usize>load<u32>(record, LINK_AT);
  return record;
}

/** First record with this key, or 0. */
export function tableFind(table: usize, key: u64): usize {
  return chainFind(<usize>load<u32>(headFor(table, key)), key);
}

/** Next record with the same key as `record`, or 0. */
export function tableFindNext(record: usize): usize {
  return chainFind(<usize>load<u32>(record, LINK_AT), load<u64>(record, KEY_AT));
}

/** Puts a record, whose key is written, into the table; in front of others with the same key. */
export function tableInsert(table: usize, record: usize): void {
  const records = load<u32>(table, RECORDS_AT) + 1;
  store<u32>(table, records, RECORDS_AT);
  if (records > load<u32>(table, BUCKETS_AT) * BUCKET_LOAD) addBucket(table);
  const head = headFor(table, load<u64>(record, KEY_AT));
  store<u32>(record, load<u32>(head), LINK_AT);
  store<u32>(head, record);
}

/** Takes a record out. It must be in. */
export function tableRemove(table: usize, record: usize): void {
  let link = headFor(table, load<u64>(record, KEY_AT));
  while (<usize>load<u32>(link) != record) {
    assert(load<u32>(link) != 0);
    link = <usize>load<u32>(link) + LINK_AT;
  }
  store<u32>(link, load<u32>(record, LINK_AT));
  store<u32>(table, load<u32>(table, RECORDS_AT) - 1, RECORDS_AT);
}

function addBucket(table: usize): void {
  const added = load<u32>(table, BUCKETS_AT);
  const segment = added >> FRAME_BUCKET_SHIFT;
  if (!(added & (FRAME_BUCKET_COUNT - 1))) {
    if (segment == load<u32>(table, CAPACITY_AT)) return;
    const frame = frameTake();
    if (!frame) return;
    store<u32>(load<u32>(table, SEGMENTS_AT) + (segment << 2), frame);
  }
  const mask = maskFor(added + 1);
  let kept: usize = 0;
  let moved: usize = 0;
  const head = headAt(table, added & (mask >> 1));
  let record = <usize>load<u32>(head);
  while (record) {
    const next = <usize>load<u32>(record, LINK_AT);
    if ((spread(load<u64>(record, KEY_AT)) & mask) == added) {
      store<u32>(record, moved, LINK_AT);
      moved = record;
    } else {
      store<u32>(record, kept, LINK_AT);
      kept = record;
    }
    record = next;
  }
  store<u32>(head, kept);
  store<u32>(headAt(table, added), moved);
  store<u32>(table, added + 1, BUCKETS_AT);
}

/** Walks every chain. True when each record is where tableFind would look for it and the count agrees. */
export function tableCheck(table: usize): bool {
  const buckets = load<u32>(table, BUCKETS_AT);
  const records = load<u32>(table, RECORDS_AT);
  let count: u32 = 0;
  for (let bucket: u32 = 0; bucket < buckets; bucket += 1) {
    const head = headAt(table, bucket);
    let record = <usize>load<u32>(head);
    while (record) {
      count += 1;
      if (count > records || headFor(table, load<u64>(record, KEY_AT)) != head) return false;
      record = <usize>load<u32>(record, LINK_AT);
    }
  }
  return count == records;
}
