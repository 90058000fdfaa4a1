/**
 * gather.ts - brings scattered records together, so that frames and blocks become free.
 *
 * When most of very many pages go, each page that stays keeps a frame of 4 KiB for its record, and a block of
 * sixteen frames for that frame. Records are named by their addresses, so a record that moves has to be told
 * of. A walk over the directory knows all that name it: the entry of the page, and through the body its tag,
 * its place in the duplicate index and its slot in the nursery.
 *
 * Owns:   GATHER_CONTROL.
 * Keeps:  all that named a record that moved name its new address before a function returns. Records of
 *         areas, clients and orders stay where they are: the host or other records name these.
 * Cost:   a step looks at eight buckets of each table. Records move into frames that are filled one after the
 *         other. So a pass over all buckets moves each record once, and the work ends with a pass that moves
 *         none.
 *
 * A step voids addresses: no caller may hold that of a body, node or entry over it.
 */
import { STAT_MOVED_RECORDS } from "../ground/layout";
import {
  Codec,
  DIRECTORY_TABLE,
  DUPLICATE_TABLE,
  GATHER_CONTROL,
  Home,
  INODE_TABLE,
} from "../ground/records";
import { statAdd } from "../ground/stats";
import { frameFreeBytes, looseBytes, looseRest } from "../memory/frames";
import { nurseryMoved } from "../memory/nursery";
import { slotSetOwner } from "../memory/slab";
import { tableBuckets, tableGather } from "../memory/table";
import { areaAccount, areaScope } from "../owners/areas";
import {
  bodyAway,
  bodyCodec,
  bodyFind,
  bodyHome,
  bodyIndexed,
  bodyIsLoose,
  bodyKey,
  bodyMove,
  bodyPlace,
  bodyRaw,
  bodyRefs,
  bodyStored,
  bodyUnindex,
  bodyYoung,
} from "../owners/bodies";
import { clientOrder } from "../owners/clients";
import {
  directoryBuckets,
  entryArea,
  entryBody,
  entryFor,
  entryNode,
  entrySetBody,
  walkEntry,
  walkFrom,
  walkNext,
} from "../owners/directory";
import { nodeMove, nodeSetBody } from "../owners/eviction/orders";
import { bytesOf, findAway, unshare } from "./body";
import { INCOMING_MARKS_AT, incomingBlank, incomingBody, incomingTell, MAY_SHARE } from "./incoming";
import { relieve, relieveAway } from "./ledger";
import { acceptAgain } from "./limits";
import { reserveRecords } from "./placement";
import { wipeScratch } from "./scratch";
import { scratchPtr } from "../ground/window";

const BUCKET: usize = GATHER_CONTROL + 0;
const MOVED: usize = GATHER_CONTROL + 4;

/** Buckets of each table that a step looks at: some forty pages. */
const STEP_BUCKETS: u32 = 8;

/** A step over eight buckets of each table, if there is something to gain. False when there is nothing. */
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

/** Moves the loose records of this bucket of each table. Answers how many. */
function gatherBucket(bucket: u32): u32 {
  let moved: u32 = 0;
  for (let table = DIRECTORY_TABLE; table; table = nextTable(table)) moved += tableGather(table, bucket);
  for (let at = walkFrom(bucket, bucket + 1); at; at = walkNext(at, bucket + 1)) {
    const entry = walkEntry(at);
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
 * Gives the body of an entry another record. If no other entry names the body, its record moves. Otherwise
 * the entry gets another body with the same bytes: the first entry a copy, the others share that copy. With
 * the last of them the old body is freed. False when nothing has moved.
 */
function gatherBody(entry: usize): bool {
  if (!reserveRecords(false)) return false;
  const body = entryBody(entry);
  const area = entryArea(entry);
  // The list of the bodies that are flying names them by their records.
  if (bodyHome(body) == Home.FLYING) return false;
  const stored = bytesOf(body);
  const away: u32 = bodyAway(body) ? bodyStored(body) : 0;
  const shared = bodyRefs(body) > 1;
  // A body that has left the index may be the last one that an earlier entry left behind: it joins the copy
  // then.
  const mayJoin = !bodyIndexed(body) && !bodyYoung(body) && hasTwin(body);
  if (!shared && !mayJoin) return relocate(entry, body);
  bodyUnindex(body);
  // A body may move while a place is sought for its copy.
  if (stored) memory.copy(scratchPtr(), bodyPlace(body), stored);
  const incoming = incomingBlank();
  incomingTell(incoming, body);
  store<u16>(incoming, load<u16>(incoming, INCOMING_MARKS_AT) | MAY_SHARE, INCOMING_MARKS_AT);
  const to = incomingBody(area, incoming, scratchPtr());
  wipeScratch();
  if (!to) return false;
  name(entry, to);
  if (unshare(body) || !areaScope(area)) return true;
  relieve(area, stored);
  if (away) relieveAway(area, away);
  return true;
}

/** Whether a body with the same bytes can be found by its key. */
function hasTwin(body: usize): bool {
  const key = bodyKey(body);
  const raw = bodyRaw(body);
  if (bodyAway(body)) return findAway(key, raw, <u32>bodyPlace(body)) != 0;
  return bodyFind(key, raw, bodyCodec(body) == Codec.FILL, 0) != 0;
}

/** Moves the record of a body that only this entry names. */
function relocate(entry: usize, body: usize): bool {
  const to = bodyMove(body);
  if (!to) return false;
  const place = bodyPlace(to);
  if (bodyYoung(to)) nurseryMoved(place, to);
  else if (place && !bodyAway(to)) slotSetOwner(place, to);
  name(entry, to);
  return true;
}

/** Lets an entry, or its node, name this body. */
function name(entry: usize, body: usize): void {
  const node = entryNode(entry);
  if (node) nodeSetBody(node, body);
  else entrySetBody(entry, body);
}
