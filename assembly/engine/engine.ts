/**
 * engine.ts - every decision about a page: store, load, invalidate.
 *
 * Owns:   no region; the order in which things happen.
 * Keeps:  the laws of the contract. Each way out of an operation counts one outcome.
 * Cost:   a store is one hash and one encoding; a load one decoding and one hash.
 *
 * To follow one page read storePage, then loadPage. The rest of the way: body.ts makes bodies, eviction.ts
 * makes room and placement.ts finds a place, ledger.ts enters a page into all that knows it.
 */
import { pageHash } from "../ground/hash";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_REFUSE_POOR,
  FLAG_VERIFY,
  PageKind,
  STAT_DAMAGED,
  STAT_INVALIDATED,
  STAT_LOADS,
  STAT_MISSES,
  STAT_OVERWRITTEN,
  STAT_PEAK_LIVE_BYTES,
  STAT_REFUSED_CAPPED,
  STAT_REFUSED_CLOSED,
  STAT_REFUSED_FULL,
  STAT_REFUSED_POOR,
  STAT_SMALL,
  STAT_STORES,
  STAT_SUCC_STORES,
  STAT_TAKEN,
  Status,
} from "../ground/layout";
import { statAdd, statGet, statRaise } from "../ground/stats";
import { fillDetect, fillPattern } from "../codec/fill";
import { areaAccount, areaInodes, areaIsOpen, areaScope } from "../owners/areas";
import { bodyAway, bodyRaw, bodyStored, bodyTouch } from "../owners/bodies";
import { clientOrder } from "../owners/clients";
import { directoryFind, entryBody, entryNode } from "../owners/directory";
import { ACCESSED, FROM_MAIN, Leave, nodeLane, orderChoose, orderTouch } from "../owners/eviction/orders";
import { dropInode, dropPages } from "./area_pages";
import {
  duplicateOf,
  expand,
  fillBody,
  isWhole,
  keepBytes,
  madeAt,
  madeBytes,
  madeCodec,
  madePoor,
  makeBody,
  unshare,
} from "./body";
import { makeDue, makePlace, mayEvict, reserve } from "./eviction";
import { gatherStep } from "./gather";
import { chargeMade, enter, entryAt, hold, inodeArea, letGo, removePage } from "./ledger";
import { closeArea, inodeFor } from "./life";
import { isFull, liveBytes, setFull } from "./limits";
import { keepYoung, nurseryTakes } from "./nursery_policy";
import { tidy } from "./placement";
import { wipeScratch } from "./scratch";
import { flag, pageBytes } from "./settings";

/** One store of so many takes a step that brings records together. */
const GATHER_STORES: u32 = 8;
/** A store that finds no room takes so many of these steps: 64 buckets, some 400 pages. */
const FULL_STEPS: u32 = 8;

// ── store ──────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Keeps the `bytes` bytes at `page`, or says why not. Either way no older copy is left (laws 1, 3, 5). The
 * kind is a hint to the codec: the bytes alone decide what is a duplicate, same-filled or damaged.
 */
export function storePage(
  area: usize,
  offset: u32,
  page: usize,
  bytes: u32,
  kind: PageKind = PageKind.PLAIN,
): Status {
  // A length that the host sends by mistake makes no store: nothing is counted, and nothing changes.
  if (!isLength(bytes)) return Status.LENGTH;

  // 1. Admit. Whatever comes, the old page goes now. What the rest needs is at hand, so that nothing has to
  // be undone (law 14).
  statAdd(STAT_STORES, 1);
  if (!areaIsOpen(area)) return refuse(Status.CLOSED, STAT_REFUSED_CLOSED);
  // An ephemeral page has a place in its client's order. A client without one has persistent pages.
  const order = clientOrder(areaAccount(area));
  let choice = removeOld(area, offset, order);
  if (!(<u32>statGet(STAT_STORES) % GATHER_STORES)) gatherStep();
  if (!reserve(order != 0)) return refuse(Status.FULL, STAT_REFUSED_FULL);
  if (order && !choice) choice = orderChoose(order, area, offset);

  // 2. Look up. Same-filled pages need no bytes, a page that waits is not encoded yet, equal pages share a
  // body.
  if (fillDetect(page, bytes)) {
    if (!makeDue(area, 0)) return refuse(Status.CAPPED, STAT_REFUSED_CAPPED);
    return accept(area, offset, bytes, fillBody(fillPattern(page, bytes), bytes), choice);
  }
  if (nurseryTakes(area) && !isFull() && makeDue(area, bytes)) {
    const young = keepYoung(area, offset, page, bytes, kind);
    if (young) return accept(area, offset, bytes, young, 0);
  }
  const scope = areaScope(area);
  const hash = pageHash(page, bytes, scope);
  if (flag(FLAG_DEDUPE)) {
    const twin = duplicateOf(hash, page, bytes, scope);
    if (twin) {
      if (makeDue(area, scope ? 0 : bodyStored(twin))) return accept(area, offset, bytes, twin, choice);
      unshare(twin);
      return refuse(Status.CAPPED, STAT_REFUSED_CAPPED);
    }
  }

  // 3. Make a body. Limits are checked before the page is compressed, not after (law 16).
  if (isFull() && !mayEvict()) return refuse(Status.FULL, STAT_REFUSED_FULL);
  if (!makeDue(area, 1)) return refuse(Status.CAPPED, STAT_REFUSED_CAPPED);
  const made = makeBody(page, bytes, kind);
  const stored = madeBytes(made);
  if (madePoor(made, bytes) && flag(FLAG_COMPRESS) && flag(FLAG_REFUSE_POOR))
    return refuse(Status.POOR, STAT_REFUSED_POOR);
  if (!makeDue(area, stored)) return refuse(Status.CAPPED, STAT_REFUSED_CAPPED);
  const place = makePlace(stored, order, (choice & FROM_MAIN) != 0);
  if (!place) return refuseFull();
  const at = madeAt(made, page);
  const body = keepBytes(hash, madeCodec(made), bytes, stored, at, place, flag(FLAG_DEDUPE));

  // 4. Enter.
  chargeMade(area, stored);
  return accept(area, offset, bytes, body, choice);
}

/** Whether a page may have so many bytes. */
function isLength(bytes: u32): bool {
  return bytes - 1 < pageBytes();
}

/** Removes the page under this key. An ephemeral page was in use, so its queue is the answer; otherwise 0. */
function removeOld(area: usize, offset: u32, order: usize): u32 {
  const old = directoryFind(area, offset);
  if (!old) return 0;
  let choice: u32 = 0;
  if (order) {
    const node = entryNode(old);
    orderTouch(order, node);
    choice = nodeLane(node) | ACCESSED;
  }
  removePage(old, Leave.FORGOTTEN);
  statAdd(STAT_OVERWRITTEN, 1);
  return choice;
}

function refuse(status: Status, stat: u32): Status {
  statAdd(stat, 1);
  wipeScratch();
  return status;
}

/**
 * No place was found. The arena is full, unless records can be brought together: this store helps with that.
 */
function refuseFull(): Status {
  let step: u32 = 0;
  while (step < FULL_STEPS && gatherStep()) step += 1;
  if (!step) setFull();
  return refuse(Status.FULL, STAT_REFUSED_FULL);
}

function accept(area: usize, offset: u32, bytes: u32, body: usize, choice: u32): Status {
  enter(area, offset, bytes, body, choice);
  statAdd(STAT_SUCC_STORES, 1);
  statRaise(STAT_PEAK_LIVE_BYTES, liveBytes());
  wipeScratch();
  return Status.STORED;
}

// ── load ───────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Puts the page into `page`, which has room for a whole page and its slack. Answers its length, or a Status
 * below 1; AWAY, with nothing counted, if its body is on a device (away.ts). The caller can take `room`
 * bytes. `exclusive` removes the page, but only once it is delivered (law 9).
 */
export function loadPage(area: usize, offset: u32, page: usize, room: u32, exclusive: bool): i32 {
  const entry = entryAt(area, offset);
  if (!entry) return refuse(Status.MISS, STAT_MISSES);
  const body = entryBody(entry);
  const bytes = bodyRaw(body);
  if (bytes > room) return refuse(Status.SMALL, STAT_SMALL);
  if (bodyAway(body)) return Status.AWAY;
  if (!expand(body, page)) return refuse(Status.DAMAGED, STAT_DAMAGED);
  if (flag(FLAG_VERIFY) && !isWhole(body, page, areaScope(area))) return refuse(Status.DAMAGED, STAT_DAMAGED);

  use(area, entry);
  if (exclusive) {
    removePage(entry, Leave.TAKEN);
    statAdd(STAT_TAKEN, 1);
  }
  statAdd(STAT_LOADS, 1);
  return <i32>bytes;
}

/** The page is used: its body is not idle, and an ephemeral page moves back in its client's order. */
function use(area: usize, entry: usize): void {
  bodyTouch(entryBody(entry));
  const node = entryNode(entry);
  if (node) orderTouch(clientOrder(areaAccount(area)), node);
}

/** Uses a page as a load does, without its bytes. False when it is not here. Counts nothing. */
export function touchPage(area: usize, offset: u32): bool {
  const entry = entryAt(area, offset);
  if (!entry) return false;
  use(area, entry);
  return true;
}

/** Length of the page under this key, or 0 if there is none. */
export function pageLength(area: usize, offset: u32): u32 {
  const entry = entryAt(area, offset);
  return entry ? bodyRaw(entryBody(entry)) : 0;
}

// ── invalidate ─────────────────────────────────────────────────────────────────────────────────────────

/** Drops a page. False when there was none. */
export function invalidatePage(area: usize, offset: u32): bool {
  const entry = entryAt(area, offset);
  if (!entry) return false;
  removePage(entry, Leave.FORGOTTEN);
  statAdd(STAT_INVALIDATED, 1);
  return true;
}

/** Drops every page of the area and closes it (law 11). Answers how many there were. */
export function invalidateArea(area: usize): u32 {
  if (!areaIsOpen(area)) return 0;
  let pages = dropPages(area);
  const inodes = areaInodes(area);
  while (load<u32>(inodes)) pages += dropInode(<usize>load<u32>(inodes));
  closeArea(area);
  return pages;
}

/** Removes the page of a key about to be stored in another arena of the pool. False when there was none. */
export function supersedePage(area: usize, offset: u32): bool {
  const entry = entryAt(area, offset);
  if (!entry) return false;
  removePage(entry, Leave.FORGOTTEN);
  statAdd(STAT_OVERWRITTEN, 1);
  // Stores to come go elsewhere, so this one pays for the holes that it leaves.
  tidy();
  gatherStep();
  return true;
}

// ── file systems ───────────────────────────────────────────────────────────────────────────────────────
// A file system is an area without pages. Each of its inodes that has pages is an area too.

/** storePage, for a page of an inode. */
export function putPage(
  fs: usize,
  inode: u64,
  index: u32,
  page: usize,
  bytes: u32,
  kind: PageKind = PageKind.PLAIN,
): Status {
  if (!areaIsOpen(fs) || !isLength(bytes)) return storePage(0, index, page, bytes, kind);
  const area = inodeFor(fs, inode);
  if (!area) {
    statAdd(STAT_STORES, 1);
    return refuse(Status.FULL, STAT_REFUSED_FULL);
  }
  hold(area);
  const status = storePage(area, index, page, bytes, kind);
  letGo(area);
  return status;
}

/** Drops every page of an inode. Answers how many there were. */
export function invalidateInode(fs: usize, inode: u64): u32 {
  const area = inodeArea(fs, inode);
  return area ? dropInode(area) : 0;
}
