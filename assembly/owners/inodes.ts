/**
 * inodes.ts - inodes of file systems: areas found by the area of their file system and a number of 64 bits.
 *
 * Owns:   the places in the lines of INODE_TABLE.
 * Keeps:  one area for each (file system, inode) with pages, in the list of its file system; the places of a
 *         bucket are packed.
 * Cost:   a line or two a look-up. The host keeps nothing for an inode, however many there are.
 */
import { areaClose, areaInode, areaInodes, areaOpen, areaParent, areaScope, areaSetInode } from "./areas";
import { mix64 } from "../ground/hash";
import { listAdd, listRemove } from "../memory/lists";
import {
  INODE_AREA_AT,
  INODE_CHECK_AT,
  INODE_LOAD,
  INODE_PLACE_BYTES,
  INODE_TABLE,
  INODES_A_LINE,
  SECRET_PTR,
} from "../ground/records";
import {
  bucketFor,
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
} from "../memory/table";

/** Bytes of a line that hold places. */
const LINE_PLACE_BYTES: u32 = INODES_A_LINE * INODE_PLACE_BYTES;

export function inodesInit(ground: usize, tops: u32): bool {
  return tableInit(INODE_TABLE, ground, tops, INODE_LOAD);
}

function hashOf(parent: usize, inode: u64): u64 {
  return mix64(mix64(inode ^ load<u64>(SECRET_PTR)) ^ <u64>parent);
}

function firstLine(hash: u64): usize {
  return lineOf(INODE_TABLE, bucketFor(INODE_TABLE, <u32>hash));
}

function placeArea(place: usize): usize {
  return <usize>load<u32>(place, INODE_AREA_AT);
}

/** The area of an inode, or 0. */
export function inodeFind(parent: usize, inode: u64): usize {
  const hash = hashOf(parent, inode);
  for (let line = firstLine(hash); line; line = lineNext(line)) {
    for (let place = line; place < line + LINE_PLACE_BYTES; place += INODE_PLACE_BYTES) {
      const area = placeArea(place);
      if (!area || load<u32>(place, INODE_CHECK_AT) != <u32>(hash >> 32)) continue;
      if (areaInode(area) == inode && areaParent(area) == parent) return area;
    }
  }
  return 0;
}

/** An area for an inode that has none. 0 when there is no memory for it. tableReserve has answered true. */
export function inodeOpen(parent: usize, inode: u64): usize {
  const area = areaOpen(areaScope(parent));
  if (!area) return 0;
  areaSetInode(area, parent, inode);
  listAdd(areaInodes(parent), area);
  const split = tableAdd(INODE_TABLE);
  if (split) spread(split);
  append(area);
  return area;
}

/** Forgets an inode that has no page. */
export function inodeClose(area: usize): void {
  const first = firstLine(hashOf(areaParent(area), areaInode(area)));
  packedRemove(first, placeOf(first, area), INODE_PLACE_BYTES);
  listRemove(areaInodes(areaParent(area)), area);
  areaClose(area);
  const merged = tableDrop(INODE_TABLE);
  if (!merged) return;
  spread(merged);
  tableShrunk(INODE_TABLE);
}

/** The place that names this area, in the bucket with this first line. */
function placeOf(first: usize, area: usize): usize {
  for (let line = first; line; line = lineNext(line)) {
    for (let place = line; place < line + LINE_PLACE_BYTES; place += INODE_PLACE_BYTES) {
      if (placeArea(place) == area) return place;
    }
  }
  assert(false);
  return 0;
}

export function inodeCount(): u32 {
  return tableRecords(INODE_TABLE);
}

/** Behind the last inode of its bucket. */
function append(area: usize): void {
  const hash = hashOf(areaParent(area), areaInode(area));
  const place = packedPlace(firstLine(hash), INODE_PLACE_BYTES);
  store<u32>(place, area, INODE_AREA_AT);
  store<u32>(place, <u32>(hash >> 32), INODE_CHECK_AT);
}

/** Puts the inodes of the bucket with this first line where they belong now. */
function spread(first: usize): void {
  const overflow = lineDetach(first);
  for (let line = first; line; line = line == first ? overflow : lineGive(line)) spreadLine(line);
}

function spreadLine(line: usize): void {
  for (let place = line; place < line + LINE_PLACE_BYTES && placeArea(place); place += INODE_PLACE_BYTES) {
    const area = placeArea(place);
    store<u64>(place, 0);
    append(area);
  }
}

/** True when every place leads to an inode that is found under its key, and the count agrees. */
export function inodesCheck(): bool {
  let count: u32 = 0;
  for (let bucket: u32 = 0; bucket < tableBuckets(INODE_TABLE); bucket += 1) {
    for (let line = lineOf(INODE_TABLE, bucket); line; line = lineNext(line)) {
      for (let place = line; place < line + LINE_PLACE_BYTES; place += INODE_PLACE_BYTES) {
        const area = placeArea(place);
        if (!area) continue;
        if (inodeFind(areaParent(area), areaInode(area)) != area) return false;
        count += 1;
      }
    }
  }
  return count == inodeCount();
}
