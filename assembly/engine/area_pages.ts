/**
 * area_pages.ts - all pages of an area: finds one, drops them, adds up what they keep.
 *
 * Owns:   no region.
 * Keeps:  each page is visited once, though pages are removed and the table shrinks on the way.
 * Cost:   the smaller of two: a look-up for each offset in the area's ranges, or a walk over all entries.
 */
import { STAT_AREA_INVALIDATED } from "../ground/layout";
import { statAdd } from "../ground/stats";
import { listNext } from "../memory/lists";
import {
  areaInodes,
  areaPages,
  areaParent,
  areaRange,
  areaRangeOf,
  areaSpan,
  rangeHigh,
  rangeLow,
} from "../owners/areas";
import { bodyRefs } from "../owners/bodies";
import { clientAreaList } from "../owners/clients";
import {
  directoryBuckets,
  directoryCount,
  directoryFind,
  entryArea,
  entryBody,
  entryOffset,
  walkBucket,
  walkEntry,
  walkFrom,
  walkNext,
} from "../owners/directory";
import { Leave } from "../owners/eviction/orders";
import { bytesOf } from "./body";
import { hold, letGo, removePage } from "./ledger";

/**
 * Finds a page of an area in bucket `from` of the directory or behind it. Puts the offset of the page at
 * `offsetAt` and answers the number of its bucket plus one, or 0 when there is no such page.
 */
export function findPage(area: usize, from: u32, offsetAt: usize): u32 {
  const at = areaPages(area) ? findIn(area, from, directoryBuckets()) : 0;
  if (!at) return 0;
  store<u32>(offsetAt, entryOffset(walkEntry(at)));
  return walkBucket(at) + 1;
}

/** A walk's cursor at the first page of an area in the buckets from `from` on and below `end`, or 0. */
function findIn(area: usize, from: u32, end: u32): u64 {
  let at = walkFrom(from, end);
  while (at && entryArea(walkEntry(at)) != area) at = walkNext(at, end);
  return at;
}

// ── drop ────────────────────────────────────────────────────────────────────────────────────────────────

/** Drops the pages of an area, but not those of its inodes. Answers how many there were. */
export function dropPages(area: usize): u32 {
  const pages = areaPages(area);
  if (!pages) return 0;
  if (spansFew(area)) visitSpan(area, true);
  else dropByWalk(area);
  assert(!areaPages(area));
  statAdd(STAT_AREA_INVALIDATED, pages);
  return pages;
}

/** Drops the pages of an inode, and the inode with them. Answers how many pages there were. */
export function dropInode(area: usize): u32 {
  hold(area);
  const pages = dropPages(area);
  letGo(area);
  return pages;
}

/**
 * A removal moves other entries of its bucket, so the bucket is looked at anew after each. The walk begins
 * with the last bucket, for a table that shrinks merges its last bucket into a lower one.
 */
function dropByWalk(area: usize): void {
  let bucket = directoryBuckets();
  while (bucket && areaPages(area)) {
    const at = findIn(area, bucket - 1, bucket);
    if (at) removePage(walkEntry(at), Leave.FORGOTTEN);
    else bucket -= 1;
    bucket = min(bucket, directoryBuckets());
  }
}

// ── add up ──────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A client's part of the bodies of its pages, in bytes: each page counts the bytes of its body over the
 * sharers of that. Only where clients share bodies does this differ from what the client is charged. Bound:
 * as for dropPages, for each area.
 */
export function partOf(client: usize): f64 {
  return partOfAreas(<usize>load<u32>(clientAreaList(client)));
}

/** The same for a list of areas and their inodes. */
function partOfAreas(first: usize): f64 {
  let part: f64 = 0;
  for (let area = first; area; area = listNext(area)) {
    if (!areaParent(area)) part += partOfAreas(<usize>load<u32>(areaInodes(area)));
    if (areaPages(area)) part += spansFew(area) ? visitSpan(area, false) : partByWalk(area);
  }
  return part;
}

function partByWalk(area: usize): f64 {
  let part: f64 = 0;
  const end = directoryBuckets();
  for (let at = walkFrom(0, end); at; at = walkNext(at, end)) {
    if (entryArea(walkEntry(at)) == area) part += partOfEntry(walkEntry(at));
  }
  return part;
}

function partOfEntry(entry: usize): f64 {
  const body = entryBody(entry);
  return <f64>bytesOf(body) / <f64>bodyRefs(body);
}

// ── by the offsets of an area ───────────────────────────────────────────────────────────────────────────

/** Whether a look-up for each offset in the area's ranges takes fewer steps than a walk over all entries. */
function spansFew(area: usize): bool {
  return areaSpan(area) <= <u64>directoryCount();
}

/** Looks up each offset in the ranges of an area with pages: removes the pages, or adds up their parts. */
function visitSpan(area: usize, remove: bool): f64 {
  let part: f64 = 0;
  let range = areaRange(area, 0);
  while (range) {
    const high = <u64>rangeHigh(range);
    for (let offset = <u64>rangeLow(range); offset <= high && areaPages(area); offset += 1) {
      // Ranges that have grown may overlap: an offset belongs to the first of them.
      const entry = areaRangeOf(area, <u32>offset) == range ? directoryFind(area, <u32>offset) : 0;
      if (!entry) continue;
      if (remove) removePage(entry, Leave.FORGOTTEN);
      else part += partOfEntry(entry);
    }
    // The ranges are gone with the last page.
    range = areaPages(area) ? areaRange(area, range) : 0;
  }
  return part;
}
