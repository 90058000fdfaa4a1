/**
 * gather.ts - brings records together that stand scattered, so that frames and blocks become free.
 *
 * When most of very many pages go, each page that stays keeps a frame of 4 KiB for its record, and a block of sixteen
 * frames for that. Records are named by address. But whoever walks over the directory knows the entry that names a body, and
 * from the body its tag, its place in the index and its slot in the nursery: that is all that has to be told.
 *
 * Owns:   GATHER_CONTROL. No region.
 * Keeps:  whoever knew a record that moved is told before a function returns. Records of areas, clients and orders stay: they
 *         are named by keys.
 * Called: engine.ts, a step with each store while there is something to gain; index.ts, when there is time. Never while the
 *         address of a body, node or entry is held.
 * Cost:   a step looks at eight buckets of each table. What was moved stands in frames that are filled one after the other,
 *         so a pass over all buckets moves each record once, and a pass that moves none ends it.
 */
import { areaAccount, areaScope } from "./areas";
import {
  bodyCodec,
  bodyFind,
  bodyIndexed,
  bodyIsLoose,
  bodyKey,
  bodyMove,
  bodyPlace,
  bodyRaw,
  bodyRefs,
  bodyStored,
  bodyUnindex,
  bodyVersion,
  bodyYoung,
} from "./bodies";
import { clientOrder } from "./clients";
import {
  directoryBuckets,
  directoryFirst,
  directoryNext,
  entryArea,
  entryBody,
  entryFor,
  entryNode,
  entrySetBody,
} from "./directory";
import { frameFreeBytes, looseBytes, looseRest } from "./frames";
import { STAT_MOVED_RECORDS } from "./layout";
import { nurseryMoved } from "./nursery";
import { nodeMove, nodeSetBody } from "./order";
import { acceptAgain, relieve, SCRATCH_PTR, unshare, wipeScratch } from "./pages";
import { adoptBody } from "./parcels";
import { Codec, DIRECTORY_TABLE, DUPLICATE_TABLE, GATHER_CONTROL, INODE_TABLE } from "./records";
import { reserveRecords } from "./room";
import { slotSetOwner } from "./slab";
import { statAdd } from "./stats";
import { tableBuckets, tableGather } from "./table";

const BUCKET: usize = GATHER_CONTROL + 0;
const MOVED: usize = GATHER_CONTROL + 4;

/** Buckets of each table that a step looks at: some forty pages. */
const STEP_BUCKETS: u32 = 8;

/** A step, if there is something to gain: eight buckets of each table. False when there is nothing. */
export function gatherStep(): bool {
  if (!looseBytes()) return false;
  const buckets = max(directoryBuckets(), max(tableBuckets(DUPLICATE_TABLE), tableBuckets(INODE_TABLE)));
  let bucket = load<u32>(BUCKET);
  const end = min(bucket + STEP_BUCKETS, buckets);
  let moved: u32 = 0;
  for (; bucket < end; bucket += 1) moved += gatherBucket(bucket);
  statAdd(STAT_MOVED_RECORDS, moved);
  moved += load<u32>(MOVED);
  if (bucket >= buckets) {
    looseRest(moved ? 0 : frameFreeBytes());
    bucket = 0;
    moved = 0;
  }
  store<u32>(BUCKET, bucket);
  store<u32>(MOVED, moved);
  acceptAgain(0);
  return true;
}

/** Moves what is loose of this bucket of each table. Answers how many records that was. */
function gatherBucket(bucket: u32): u32 {
  let moved: u32 = 0;
  for (let table = DIRECTORY_TABLE; table; table = nextTable(table)) moved += tableGather(table, bucket);
  if (bucket >= directoryBuckets()) return moved;
  for (let entry = directoryFirst(bucket); entry; entry = directoryNext(entry)) {
    const node = entryNode(entry);
    const to = node ? nodeMove(clientOrder(areaAccount(entryArea(entry))), node) : 0;
    if (to) {
      entrySetBody(entry, entryFor(to));
      moved += 1;
    }
    if (bodyIsLoose(entryBody(entry)) && gatherBody(entry)) moved += 1;
  }
  return moved;
}

function nextTable(table: u32): u32 {
  if (table == DIRECTORY_TABLE) return DUPLICATE_TABLE;
  return table == DUPLICATE_TABLE ? INODE_TABLE : 0;
}

/**
 * The body of the entry gets another record: its own moves, if no other entry names it. Else the entry gets another body with
 * the same bytes: the first of its entries a copy, the others that. When the last of them has gone over, this one is freed.
 */
function gatherBody(entry: usize): bool {
  if (!reserveRecords(false)) return false;
  const body = entryBody(entry);
  const area = entryArea(entry);
  const codec = bodyCodec(body);
  const stored = codec == Codec.FILL ? 0 : bodyStored(body);
  const key = bodyKey(body);
  const raw = bodyRaw(body);
  const shared = bodyRefs(body) > 1;
  // What is found by its key no more may be the last that is left to go over.
  const mayJoin = !bodyIndexed(body) && !bodyYoung(body) && bodyFind(key, raw, !stored, 0) != 0;
  if (!shared && !mayJoin) return relocate(entry, body);
  bodyUnindex(body);
  // A body may move while a place is sought for its copy.
  memory.copy(SCRATCH_PTR, bodyPlace(body), stored);
  const to = adoptBody(area, key, codec, raw, stored, SCRATCH_PTR, true, bodyVersion(body));
  wipeScratch();
  if (!to) return false;
  name(entry, to);
  if (!unshare(body) && areaScope(area)) relieve(area, stored);
  return true;
}

/** The body's record moves. */
function relocate(entry: usize, body: usize): bool {
  const to = bodyMove(body);
  if (!to) return false;
  const place = bodyPlace(to);
  if (bodyYoung(to)) nurseryMoved(place, to);
  else if (place) slotSetOwner(place, to);
  name(entry, to);
  return true;
}

function name(entry: usize, body: usize): void {
  const node = entryNode(entry);
  if (node) nodeSetBody(node, body);
  else entrySetBody(entry, body);
}
