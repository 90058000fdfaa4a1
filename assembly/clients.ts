/**
 * clients.ts - the accounts of clients: what each has here, and may have.
 *
 * Owns:   client records (kind CLIENT_RECORDS).
 * Keeps:  pages and charged bytes are the sums over the client's pages and bodies; what it counts, bodies and records,
 *         exceeds the cap only by records of areas and by what came from other arenas; peaks are no lower than either.
 * Called: engine.ts.
 * Cost:   a store or removal touches one line. A record is found by its number only when an area is opened: a walk.
 */

import { recordGive, recordNext, recordReserve, recordsCheck, recordTake } from "./frames";
import {
  AREA_CHARGE,
  CLIENT_AREAS_AT,
  CLIENT_BYTES,
  CLIENT_CAP_AT,
  CLIENT_CHARGED_AT,
  CLIENT_EVICTED_AT,
  CLIENT_EVICTED_BYTES_AT,
  CLIENT_NUMBER_AT,
  CLIENT_ORDER_AT,
  CLIENT_PAGES_AT,
  CLIENT_PEAK_COUNTED_AT,
  CLIENT_PEAK_PAGES_AT,
  CLIENT_RECORDS,
  EPHEMERAL_CHARGE,
  PAGE_CHARGE,
} from "./records";

/** An account under a number that has none here. 0 when there is no memory for it. */
export function clientOpen(number: u32): usize {
  if (!recordReserve(CLIENT_RECORDS, CLIENT_BYTES, 1)) return 0;
  const client = recordTake(CLIENT_RECORDS, CLIENT_BYTES);
  memory.fill(client, 0, CLIENT_BYTES);
  store<u32>(client, number, CLIENT_NUMBER_AT);
  store<u32>(client, <u32>-1, CLIENT_CAP_AT);
  return client;
}

/** Forgets an account that has neither areas nor pages. */
export function clientClose(client: usize): void {
  assert(clientPages(client) == 0 && clientCharged(client) == 0 && clientAreas(client) == 0);
  store<u32>(client, 0, CLIENT_NUMBER_AT);
  recordGive(CLIENT_RECORDS, client);
}

/** The account of a number, or 0. Bound: the clients. */
export function clientNumbered(number: u32): usize {
  if (!number) return 0;
  let client = clientWalk(0);
  while (client && clientNumber(client) != number) client = clientWalk(client);
  return client;
}

/** The first account, or the one behind `after`, or 0. */
export function clientWalk(after: usize): usize {
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

export function clientSetOrder(client: usize, order: usize): void {
  store<u32>(client, order, CLIENT_ORDER_AT);
}

export function clientPages(client: usize): u32 {
  return load<u32>(client, CLIENT_PAGES_AT);
}

export function clientCharged(client: usize): u32 {
  return load<u32>(client, CLIENT_CHARGED_AT);
}

export function clientCap(client: usize): u32 {
  return load<u32>(client, CLIENT_CAP_AT);
}

export function clientSetCap(client: usize, bytes: u32): void {
  store<u32>(client, bytes, CLIENT_CAP_AT);
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

/** How many bytes it may be charged beyond what it is. */
export function clientRoom(client: usize): u64 {
  const counted = clientCounted(client);
  const cap = <u64>clientCap(client);
  return cap > counted ? cap - counted : 0;
}

export function clientCountPages(client: usize, change: i32): void {
  const pages = clientPages(client) + change;
  store<u32>(client, pages, CLIENT_PAGES_AT);
  if (pages > clientPeakPages(client)) store<u32>(client, pages, CLIENT_PEAK_PAGES_AT);
  if (change > 0) raisePeak(client);
}

/** Takes what counts now into its peak. */
function raisePeak(client: usize): void {
  const counted = clientCounted(client);
  if (counted > clientPeakCounted(client))
    store<u32>(client, <u32>min<u64>(counted, u32.MAX_VALUE), CLIENT_PEAK_COUNTED_AT);
}

/** Its areas that are open, inodes of its file systems among them. */
export function clientAreas(client: usize): u32 {
  return load<u32>(client, CLIENT_AREAS_AT);
}

/** Counts areas, and inodes of file systems. */
export function clientCountAreas(client: usize, change: i32): void {
  store<u32>(client, clientAreas(client) + change, CLIENT_AREAS_AT);
  if (change > 0) raisePeak(client);
}

export function clientCharge(client: usize, bytes: u32): void {
  store<u32>(client, clientCharged(client) + bytes, CLIENT_CHARGED_AT);
  raisePeak(client);
}

export function clientRelieve(client: usize, bytes: u32): void {
  assert(clientCharged(client) >= bytes);
  store<u32>(client, clientCharged(client) - bytes, CLIENT_CHARGED_AT);
}

/** The most pages that it had, and the most bytes that it counted, since it was opened or its peaks were reset. */
export function clientPeakPages(client: usize): u32 {
  return load<u32>(client, CLIENT_PEAK_PAGES_AT);
}

export function clientPeakCounted(client: usize): u32 {
  return load<u32>(client, CLIENT_PEAK_COUNTED_AT);
}

export function clientResetPeaks(client: usize): void {
  store<u32>(client, clientPages(client), CLIENT_PEAK_PAGES_AT);
  store<u32>(client, 0, CLIENT_PEAK_COUNTED_AT);
  raisePeak(client);
}

/** Counts a page that went because room was wanted. */
export function clientEvicted(client: usize, bytes: u32): void {
  store<u64>(client, load<u64>(client, CLIENT_EVICTED_AT) + 1, CLIENT_EVICTED_AT);
  store<u64>(client, load<u64>(client, CLIENT_EVICTED_BYTES_AT) + bytes, CLIENT_EVICTED_BYTES_AT);
}

export function clientEvictedPages(client: usize): u64 {
  return load<u64>(client, CLIENT_EVICTED_AT);
}

export function clientEvictedBytes(client: usize): u64 {
  return load<u64>(client, CLIENT_EVICTED_BYTES_AT);
}

/** True when live and free records account for all. */
export function clientsCheck(): bool {
  return recordsCheck(CLIENT_RECORDS, CLIENT_BYTES);
}
