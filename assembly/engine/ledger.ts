/**
 * ledger.ts - enters a page into all that knows it, and takes it out.
 *
 * Owns:   which area the operation under way holds open: a word of its window.
 * Keeps:  directory, orders, areas, accounts, bodies and statistics agree whenever one of its functions
 *         returns. A body that loses a page is on its way to no device any more. It decides nothing.
 * Cost:   a line of the directory, one record for each owner, some counters.
 */
import { STATE_HELD_AT, statePtr } from "../ground/window";
import { STAT_PEAK_PAGES, STAT_RAW_BYTES, STAT_STORED_PAGES } from "../ground/layout";
import { EPHEMERAL_CHARGE, Home } from "../ground/records";
import { statAdd, statGet, statRaise, statSubtract } from "../ground/stats";
import {
  areaAccount,
  areaAdd,
  areaDrop,
  areaIsOpen,
  areaPages,
  areaParent,
  areaScope,
} from "../owners/areas";
import { bodyHome, bodyLand, bodyRaw, bodyStored } from "../owners/bodies";
import {
  clientCharge,
  clientChargeAway,
  clientCountAreas,
  clientCountPages,
  clientOrder,
  clientRelieve,
  clientRelieveAway,
} from "../owners/clients";
import {
  directoryFind,
  directoryInsert,
  directoryRemove,
  entryArea,
  entryBody,
  entryFor,
  entryNode,
} from "../owners/directory";
import { Leave, orderInsert, orderRemove } from "../owners/eviction/orders";
import { inodeClose, inodeFind } from "../owners/inodes";
import { slotSize } from "../owners/segments";
import { bytesOf, unshare } from "./body";

// ── pages ───────────────────────────────────────────────────────────────────────────────────────────────

/** The entry of a page, or 0. A closed area has no pages. */
export function entryAt(area: usize, offset: u32): usize {
  return areaIsOpen(area) ? directoryFind(area, offset) : 0;
}

/**
 * Enters a page of `bytes` bytes under its key. The body has one sharer for it already. `choice` is the place
 * of an ephemeral page in its client's order.
 */
export function enter(area: usize, offset: u32, bytes: u32, body: usize, choice: u32): void {
  const account = areaAccount(area);
  const order = clientOrder(account);
  const stored = bytesOf(body);
  const holder = order
    ? entryFor(orderInsert(order, area, offset, body, EPHEMERAL_CHARGE + stored, choice))
    : body;
  directoryInsert(area, offset, holder);
  areaAdd(area, offset);
  if (account) clientCountPages(account, 1);
  if (!areaScope(area)) charge(area, stored);
  statAdd(STAT_STORED_PAGES, 1);
  statAdd(STAT_RAW_BYTES, bytes);
  statRaise(STAT_PEAK_PAGES, statGet(STAT_STORED_PAGES));
}

/** Takes a page out. The caller counts why. */
export function removePage(entry: usize, how: Leave): void {
  const body = entryBody(entry);
  const area = entryArea(entry);
  const account = areaAccount(area);
  const stored = bytesOf(body);
  const node = entryNode(entry);
  if (node) orderRemove(clientOrder(account), node, how);
  if (account) clientCountPages(account, -1);
  areaDrop(area);
  directoryRemove(entry);
  statSubtract(STAT_STORED_PAGES, 1);
  statSubtract(STAT_RAW_BYTES, bodyRaw(body));
  const home = bodyHome(body);
  const kept = bodyStored(body);
  if (home == Home.FLYING) stopFlying(area, body);
  const left = unshare(body);
  if (!areaScope(area) || !left) {
    relieve(area, stored);
    if (home == Home.DEVICE) relieveAway(area, kept);
  }
  if (areaParent(area)) closeInode(area);
}

// ── what clients are charged ────────────────────────────────────────────────────────────────────────────
// A body that several clients may share, scope 0, is charged to each page that has it. Any other is charged
// once: when it is made.

/** Charges a body that was made for a page of the area. Where clients share, `enter` charges each page. */
export function chargeMade(area: usize, bytes: u32): void {
  if (areaScope(area)) charge(area, bytes);
}

/** Charges a body that is in memory again: of bodies that clients share only those with one page leave. */
export function chargeBody(area: usize, bytes: u32): void {
  charge(area, bytes);
}

function charge(area: usize, bytes: u32): void {
  const account = areaAccount(area);
  if (account) clientCharge(account, bytes);
}

export function relieve(area: usize, bytes: u32): void {
  const account = areaAccount(area);
  if (account) clientRelieve(account, bytes);
}

// On a device, and on the way there, a body is charged once. Where clients share bodies it has a single page
// then: body.ts sees to it that no other page joins.

/** Charges a body for its slot on a device. */
export function chargeAway(area: usize, stored: u32): void {
  const account = areaAccount(area);
  if (account) clientChargeAway(account, slotSize(stored));
}

export function relieveAway(area: usize, stored: u32): void {
  const account = areaAccount(area);
  if (account) clientRelieveAway(account, slotSize(stored));
}

/** A body stays in memory: its copy on the way to a device is of no use. */
export function stopFlying(area: usize, body: usize): void {
  bodyLand(body);
  relieveAway(area, bodyStored(body));
}

// ── inodes ──────────────────────────────────────────────────────────────────────────────────────────────
// An inode is forgotten with its last page, unless the operation under way works on it.

/** The area of an inode that has pages, or 0. */
export function inodeArea(fs: usize, inode: u64): usize {
  return areaIsOpen(fs) ? inodeFind(fs, inode) : 0;
}

/** From here to letGo the area stays, even without pages. */
export function hold(area: usize): void {
  store<u32>(statePtr(), area, STATE_HELD_AT);
}

export function letGo(area: usize): void {
  store<u32>(statePtr(), 0, STATE_HELD_AT);
  closeInode(area);
}

function closeInode(area: usize): void {
  if (areaPages(area) || <usize>load<u32>(statePtr(), STATE_HELD_AT) == area) return;
  const account = areaAccount(area);
  inodeClose(area);
  if (account) clientCountAreas(account, -1);
}
