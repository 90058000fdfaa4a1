/**
 * audit.ts - walks every structure and recounts everything.
 *
 * Owns:   nothing; leaves everything as it was.
 * Keeps:  an answer of 0 means that each owner's promise holds, that what one owner says of another is true,
 *         and that every equation of the statistics comes out.
 * Cost:   proportional to what is stored. Tests call it after each step.
 *
 * What each owner promises about itself, its own check tells (directoryCheck, bodiesCheck and others). What
 * holds between owners is checked in slabs.ts, clients.ts and gauges.ts.
 */

import { LINE_BYTES } from "../ground/layout";
import { DIRECTORY_TABLE, DUPLICATE_TABLE, FRAME_BYTES, INODE_TABLE, LINE_RECORDS } from "../ground/records";
import { stockBlockBytes, stockCheck, stockHandedCount } from "../memory/blocks";
import { frameBytes, framesCheck, frameSpareCount, recordLive, recordsCheck } from "../memory/frames";
import { nurseryBlocks } from "../memory/nursery";
import { slabCount } from "../memory/slab";
import { tableOverflow } from "../memory/table";
import { areaInode, areaNumber, areaPagesSum, areaParent, areasAccounted, areasCheck } from "../owners/areas";
import { bodiesCheck } from "../owners/bodies";
import { clientAreasSum, clientsAsking, clientsCheck } from "../owners/clients";
import { dictionaryBlocks } from "../owners/dictionaries";
import {
  directoryCheck,
  directoryCount,
  entryArea,
  entryOffset,
  walkEntry,
  walkFrom,
  walkNext,
} from "../owners/directory";
import { evictedAsking, evictedCheck } from "../owners/eviction/evicted";
import { inodesCheck } from "../owners/inodes";
import { checkEntries, checkOrder } from "./clients";
import { Finding } from "./findings";
import { checkCounters, checkDense, checkGauges } from "./gauges";
import { checkAway } from "./segments";
import { checkNursery, checkSlabs } from "./slabs";

export { Finding } from "./findings";

/** Walks everything. NONE, or the first finding. */
export function selfCheck(): Finding {
  if (!stockCheck()) return Finding.STOCK;
  if (!directoryCheck()) return Finding.DIRECTORY;
  if (!bodiesCheck()) return Finding.BODIES;
  if (!checkLines()) return Finding.LINES;
  if (!areasCheck() || areaPagesSum() != directoryCount()) return Finding.AREAS;
  if (!checkNursery()) return Finding.NURSERY;
  if (!checkBlocks()) return Finding.BLOCKS;
  const slabs = checkSlabs();
  if (slabs != Finding.NONE) return slabs;
  if (!inodesCheck()) return Finding.INODES;
  if (!checkDense()) return Finding.DICTIONARIES;
  if (!checkAway()) return Finding.AWAY;
  if (!checkOrder()) return Finding.ORDER;
  if (!clientsCheck(false) || clientAreasSum() != areasAccounted()) return Finding.ACCOUNTS;
  if (!evictedCheck() || clientsAsking() != evictedAsking()) return Finding.EVICTED;
  const entries = checkEntries();
  if (entries != Finding.NONE) return entries;
  if (!checkCounters()) return Finding.COUNTERS;
  if (!checkGauges()) return Finding.GAUGES;
  return Finding.NONE;
}

/**
 * True when every block that was handed out is cut into frames, a slab, in the nursery, or holds a
 * dictionary.
 */
function checkBlocks(): bool {
  if (!framesCheck()) return false;
  const frames = frameBytes() / FRAME_BYTES + frameSpareCount();
  const blocks =
    frames / (stockBlockBytes() / FRAME_BYTES) + slabCount() + nurseryBlocks() + dictionaryBlocks();
  return blocks == stockHandedCount();
}

/** True when every overflow line that was taken hangs on a bucket. */
function checkLines(): bool {
  if (!recordsCheck(LINE_RECORDS, LINE_BYTES)) return false;
  return (
    recordLive(LINE_RECORDS) ==
    tableOverflow(DIRECTORY_TABLE) + tableOverflow(DUPLICATE_TABLE) + tableOverflow(INODE_TABLE)
  );
}

/**
 * The key of entry `index` of a bucket, so that the host can look for it in other arenas of the pool. Its
 * offset goes to `offsetAt`, the number of its area or file system to `areaAt`, its inode to `inodeAt`. 0:
 * none; 1: a page; 2: one of an inode.
 */
export function keyAt(bucket: u32, index: u32, offsetAt: usize, areaAt: usize, inodeAt: usize): u32 {
  let at = walkFrom(bucket, bucket + 1);
  for (let i: u32 = 0; at && i < index; i += 1) at = walkNext(at, bucket + 1);
  if (!at) return 0;
  const entry = walkEntry(at);
  const area = entryArea(entry);
  const fs = areaParent(area);
  store<u32>(offsetAt, entryOffset(entry));
  store<u32>(areaAt, areaNumber(fs ? fs : area));
  if (fs) store<u64>(inodeAt, areaInode(area));
  return fs ? 2 : 1;
}
