/**
 * clients.ts - the accounts of clients: what each has in this arena, and what it may have.
 *
 * Owns:   client records (kind CLIENT_RECORDS), CLIENTS_LOST.
 * Keeps:  pages, charged bytes and bytes on devices are the sums over the client's pages and bodies. What it
 *         counts, bodies and records, exceeds the cap only by records of areas and by what came from other
 *         arenas; what it has on devices only by the latter. Peaks are no lower than what there is.
 * Cost:   a store or removal touches one line or two. Nothing but checks takes longer where there are more
 *         clients.
 *
 * The host names an account by the address that clientOpen has answered.
 */

import { recordGive, recordNext, recordReserve, recordsCheck, recordTake } from "../memory/frames";
import {
  AREA_CHARGE,
  CLIENT_AREA_LIST_AT,
  CLIENT_AREAS_AT,
  CLIENT_ASKS_AT,
  CLIENT_AWAY_AT,
  CLIENT_AWAY_CAP_AT,
  CLIENT_BYTES,
  CLIENT_CAP_AT,
  CLIENT_CHARGED_AT,
  CLIENT_EVICTED_AT,
  CLIENT_EVICTED_BYTES_AT,
  CLIENT_HAND_AT,
  CLIENT_LOST_AT,
  CLIENT_NUMBER_AT,
  CLIENT_ORDER_AT,
  CLIENT_PAGES_AT,
  CLIENT_PEAK_COUNTED_AT,
  CLIENT_PEAK_PAGES_AT,
  CLIENT_RECORDS,
  CLIENTS_LOST,
  EPHEMERAL_CHARGE,
  PAGE_CHARGE,
} from "../ground/records";

/**
 * Ends the list of those that lost pages: no address, and not 0, by which a client says that it is not in the
 * list.
 */
const LAST: u32 = 1;

/** An account under a number above 0. 0 when there is no memory for it. */
export function clientOpen(number: u32): usize {
  if (!recordReserve(CLIENT_RECORDS, CLIENT_BYTES, 1)) return 0;
  const client = recordTake(CLIENT_RECORDS, CLIENT_BYTES);
  memory.fill(client, 0, CLIENT_BYTES);
  store<u32>(client, number, CLIENT_NUMBER_AT);
  store<u64>(client, <u64>-1, CLIENT_CAP_AT);
  store<u64>(client, <u64>-1, CLIENT_AWAY_CAP_AT);
  return client;
}

/** Forgets an account without areas and pages, whose evictions clientTellLost has told. */
export function clientClose(client: usize): void {
  assert(clientPages(client) == 0 && clientCharged(client) == 0 && clientAreas(client) == 0);
  assert(!load<u32>(client, CLIENT_AREA_LIST_AT) && !load<u32>(client, CLIENT_LOST_AT));
  assert(clientAway(client) == 0);
  store<u32>(client, 0, CLIENT_NUMBER_AT);
  recordGive(CLIENT_RECORDS, client);
}

/** The first account, or the one behind `after`, or 0. */
function clientWalk(after: usize): usize {
  let client = recordNext(CLIENT_RECORDS, CLIENT_BYTES, after);
  while (client && !clientNumber(client)) client = recordNext(CLIENT_RECORDS, CLIENT_BYTES, client);
  return client;
}

export function clientNumber(client: usize): u32 {
  return load<u32>(client, CLIENT_NUMBER_AT);
}

/** The order of its ephemeral pages, 0 when its pages persist. */
export function clientOrder(client: usize): usize {
  return client ? <usize>load<u32>(client, CLIENT_ORDER_AT) : 0;
}

/** Makes its pages ephemeral from now on. It has none yet. */
export function clientSetOrder(client: usize, order: usize): void {
  store<u32>(client, order, CLIENT_ORDER_AT);
}

/** Where the list of its areas begins. */
export function clientAreaList(client: usize): usize {
  return client + CLIENT_AREA_LIST_AT;
}

export function clientPages(client: usize): u32 {
  return load<u32>(client, CLIENT_PAGES_AT);
}

export function clientCharged(client: usize): u64 {
  return load<u64>(client, CLIENT_CHARGED_AT);
}

export function clientCap(client: usize): u64 {
  return load<u64>(client, CLIENT_CAP_AT);
}

export function clientSetCap(client: usize, bytes: u64): void {
  store<u64>(client, bytes, CLIENT_CAP_AT);
}

/** What one more page of it counts beside its body. */
export function clientPageCharge(client: usize): u32 {
  return clientOrder(client) ? EPHEMERAL_CHARGE : PAGE_CHARGE;
}

/** What counts against its cap: its bodies, and the records and entries of its pages and areas. */
export function clientCounted(client: usize): u64 {
  const pages = <u64>clientPages(client) * clientPageCharge(client);
  return pages + <u64>clientAreas(client) * AREA_CHARGE + clientCharged(client);
}

/** Bytes that it may be charged beyond what it is charged now. */
export function clientRoom(client: usize): u64 {
  const counted = clientCounted(client);
  const cap = clientCap(client);
  return cap > counted ? cap - counted : 0;
}

export function clientCountPages(client: usize, change: i32): void {
  const pages = clientPages(client) + change;
  store<u32>(client, pages, CLIENT_PAGES_AT);
  if (pages > clientPeakPages(client)) store<u32>(client, pages, CLIENT_PEAK_PAGES_AT);
  if (change > 0) raisePeak(client);
}

/** Raises its peak to what it counts now. */
function raisePeak(client: usize): void {
  const counted = clientCounted(client);
  if (counted > clientPeakCounted(client)) store<u64>(client, counted, CLIENT_PEAK_COUNTED_AT);
}

/** Its open areas, with inodes of its file systems. */
function clientAreas(client: usize): u32 {
  return load<u32>(client, CLIENT_AREAS_AT);
}

/** Counts areas, and inodes of file systems. */
export function clientCountAreas(client: usize, change: i32): void {
  store<u32>(client, clientAreas(client) + change, CLIENT_AREAS_AT);
  if (change > 0) raisePeak(client);
}

export function clientCharge(client: usize, bytes: u32): void {
  store<u64>(client, clientCharged(client) + bytes, CLIENT_CHARGED_AT);
  raisePeak(client);
}

export function clientRelieve(client: usize, bytes: u32): void {
  assert(clientCharged(client) >= bytes);
  store<u64>(client, clientCharged(client) - bytes, CLIENT_CHARGED_AT);
}

// ── on devices ─────────────────────────────────────────────────────────────────────────────────────────

/** Bytes of the slots of its bodies on devices, and of those on their way there. */
export function clientAway(client: usize): u64 {
  return load<u64>(client, CLIENT_AWAY_AT);
}

/** Bounds them. Takes nothing back that is there already. */
export function clientSetAwayCap(client: usize, bytes: u64): void {
  store<u64>(client, bytes, CLIENT_AWAY_CAP_AT);
}

/** Whether so many more bytes of it may go there. */
export function clientMaySend(client: usize, bytes: u32): bool {
  return clientAway(client) + bytes <= load<u64>(client, CLIENT_AWAY_CAP_AT);
}

export function clientChargeAway(client: usize, bytes: u32): void {
  store<u64>(client, clientAway(client) + bytes, CLIENT_AWAY_AT);
}

export function clientRelieveAway(client: usize, bytes: u32): void {
  assert(clientAway(client) >= bytes);
  store<u64>(client, clientAway(client) - bytes, CLIENT_AWAY_AT);
}

/** Where the word stands that tells how far the search for its own cold bodies has come. */
export function clientHand(client: usize): usize {
  return client + CLIENT_HAND_AT;
}

// ── peaks ──────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The most pages that it had, and the most bytes that it counted, since it was opened or its peaks were
 * reset.
 */
export function clientPeakPages(client: usize): u32 {
  return load<u32>(client, CLIENT_PEAK_PAGES_AT);
}

export function clientPeakCounted(client: usize): u64 {
  return load<u64>(client, CLIENT_PEAK_COUNTED_AT);
}

export function clientResetPeaks(client: usize): void {
  store<u32>(client, clientPages(client), CLIENT_PEAK_PAGES_AT);
  store<u64>(client, clientCounted(client), CLIENT_PEAK_COUNTED_AT);
}

// ── evictions ──────────────────────────────────────────────────────────────────────────────────────────

/** Counts a page that was evicted. */
export function clientEvicted(client: usize, bytes: u32): void {
  store<u64>(client, clientEvictedPages(client) + 1, CLIENT_EVICTED_AT);
  store<u64>(client, clientEvictedBytes(client) + bytes, CLIENT_EVICTED_BYTES_AT);
  if (load<u32>(client, CLIENT_LOST_AT)) return;
  const next = load<u32>(CLIENTS_LOST);
  store<u32>(client, next ? next : LAST, CLIENT_LOST_AT);
  store<u32>(CLIENTS_LOST, client);
}

export function clientEvictedPages(client: usize): u64 {
  return load<u64>(client, CLIENT_EVICTED_AT);
}

export function clientEvictedBytes(client: usize): u64 {
  return load<u64>(client, CLIENT_EVICTED_BYTES_AT);
}

/** Whether the host wants the keys of its evicted pages. */
export function clientAsks(client: usize): bool {
  return load<u32>(client, CLIENT_ASKS_AT) != 0;
}

export function clientSetAsks(client: usize): void {
  store<u32>(client, 1, CLIENT_ASKS_AT);
}

/** The number of a client that has lost pages since this last answered it, or 0 when there is none. */
export function clientTellLost(): u32 {
  const client = <usize>load<u32>(CLIENTS_LOST);
  if (!client) return 0;
  const next = load<u32>(client, CLIENT_LOST_AT);
  store<u32>(CLIENTS_LOST, next == LAST ? 0 : next);
  store<u32>(client, 0, CLIENT_LOST_AT);
  return clientNumber(client);
}

// ── checks ─────────────────────────────────────────────────────────────────────────────────────────────

/** Clients whose keys the host wants. */
export function clientsAsking(): u32 {
  let count: u32 = 0;
  for (let client = clientWalk(0); client; client = clientWalk(client)) if (clientAsks(client)) count += 1;
  return count;
}

/** Areas of all clients. */
export function clientAreasSum(): u32 {
  let sum: u32 = 0;
  for (let client = clientWalk(0); client; client = clientWalk(client)) sum += clientAreas(client);
  return sum;
}

/**
 * True when live and free records account for all, and peaks are no lower than what there is.
 * `settled`: and no client has a page or is charged for one, in memory or on a device, as it must be when
 * every entry was taken off.
 */
export function clientsCheck(settled: bool): bool {
  if (!recordsCheck(CLIENT_RECORDS, CLIENT_BYTES)) return false;
  for (let client = clientWalk(0); client; client = clientWalk(client)) {
    if (settled && (clientPages(client) || clientCharged(client) || clientAway(client))) return false;
    if (clientPages(client) > clientPeakPages(client)) return false;
    if (clientCounted(client) > clientPeakCounted(client)) return false;
  }
  return true;
}
