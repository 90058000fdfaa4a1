/**
 * clients.ts - audits to which client pages belong: orders of ephemeral pages, sharers of bodies, accounts.
 *
 * Owns:   nothing. checkEntries changes records and puts back what it changed.
 * Cost:   proportional to the pages.
 */

import { VERIFY } from "../ground/check";
import {
  BODY_STATE_AT,
  CLIENT_AWAY_AT,
  CLIENT_CHARGED_AT,
  CLIENT_PAGES_AT,
  Codec,
  Home,
} from "../ground/records";
import { areaAccount, areaRangeOf, areaScope } from "../owners/areas";
import { bodyCodec, bodyHome, bodyRefs, bodyStored, bodyWalk } from "../owners/bodies";
import { clientOrder, clientsCheck } from "../owners/clients";
import {
  directoryBuckets,
  directoryFind,
  entryArea,
  entryBody,
  entryNode,
  entryOffset,
  walkEntry,
  walkFrom,
  walkNext,
} from "../owners/directory";
import {
  laneNext,
  MAIN,
  nodeArea,
  nodeBody,
  nodeOffset,
  orderBytes,
  orderBytesSum,
  orderCheck,
  orderCount,
  orderPages,
  orderPagesSum,
  orderRight,
  orderWalk,
  PROBATION,
} from "../owners/eviction/orders";
import { slotSize } from "../owners/segments";
import { Finding } from "./findings";

/**
 * True when every order is right, each of its nodes is that of the entry with its key and of its client, and
 * the sums of all orders agree.
 */
export function checkOrder(): bool {
  if (!orderCheck()) return false;
  let orders: u32 = 0;
  let pages: u32 = 0;
  let bytes: u64 = 0;
  for (let order = orderWalk(0); order && orders <= orderCount(); order = orderWalk(order)) {
    if (!orderRight(order)) return false;
    orders += 1;
    pages += orderPages(order);
    bytes += orderBytes(order);
    for (let lane = PROBATION; lane <= MAIN; lane += 1) {
      for (let node = laneNext(order, lane, 0); node; node = laneNext(order, lane, node)) {
        const entry = directoryFind(nodeArea(node), nodeOffset(node));
        if (!entry || entryNode(entry) != node || !bodyRefs(nodeBody(node))) return false;
        if (clientOrder(areaAccount(nodeArea(node))) != order) return false;
      }
    }
  }
  return orders == orderCount() && pages == orderPagesSum() && bytes == orderBytesSum();
}

/**
 * Takes each entry off the sharers of its body and off the account of its client; all must come to 0. Then
 * puts everything back. In 64 bits: charges may exceed memory.
 */
export function checkEntries(): Finding {
  let finding = addEntries(-1);
  // A walk passes over bodies without sharers, so any body that it finds has one too many.
  if (bodyWalk(0)) finding = Finding.SHARERS;
  if (finding == Finding.NONE && !clientsCheck(true)) finding = Finding.ACCOUNTS;
  addEntries(1);
  return finding;
}

/**
 * Adds `change` to the sharers of each entry's body and to its client's pages, and the bytes of those to what
 * it is charged in memory and on devices. As many have a node as there are nodes; and, in the verify build, each lies in a range of
 * its area.
 */
function addEntries(change: i32): Finding {
  let finding = Finding.NONE;
  let nodes: u32 = 0;
  const end = directoryBuckets();
  for (let at = walkFrom(0, end); at; at = walkNext(at, end)) {
    const entry = walkEntry(at);
    if (entryNode(entry)) nodes += 1;
    if (VERIFY && !areaRangeOf(entryArea(entry), entryOffset(entry))) finding = Finding.AREAS;
    addEntry(entryArea(entry), entryBody(entry), change);
  }
  return nodes == orderPagesSum() ? finding : Finding.ORDER;
}

function addEntry(area: usize, body: usize, change: i32): void {
  // A body that several clients may share is charged to each sharer, another once: with its first sharer, or
  // last.
  const before = bodyRefs(body);
  const state = load<u32>(body, BODY_STATE_AT) + change;
  store<u32>(body, state, BODY_STATE_AT);
  const account = areaAccount(area);
  if (!account) return;
  store<u32>(account, load<u32>(account, CLIENT_PAGES_AT) + change, CLIENT_PAGES_AT);
  const counts = !areaScope(area) || !before || !bodyRefs(body);
  if (!counts || bodyCodec(body) == Codec.FILL) return;
  const home = bodyHome(body);
  if (home != Home.DEVICE) add(account + CLIENT_CHARGED_AT, <i64>bodyStored(body) * change);
  if (home != Home.MEMORY) add(account + CLIENT_AWAY_AT, <i64>slotSize(bodyStored(body)) * change);
}

function add(at: usize, bytes: i64): void {
  store<u64>(at, load<u64>(at) + bytes);
}
