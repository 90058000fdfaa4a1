/**
 * life.ts - how an arena, its clients, areas and inodes begin and end.
 *
 * Owns:   no region; brings owners together.
 * Keeps:  a client that has an order has ephemeral pages, any other has persistent ones. What was opened half
 *         way is closed again.
 * Cost:   a record or two; nothing depends on how many there are.
 */
import { SPEC } from "../ground/check";
import { hashInit } from "../ground/hash";
import {
  CONTROL_PTR,
  LINE_BYTES,
  MEMORY_WASM_PAGES_MAX,
  PAGE_BYTES_MAX,
  PAGE_BYTES_MIN,
  WASM_PAGE_BYTES,
  WINDOW_PTR,
} from "../ground/layout";
import { blockBytesFor, stockInit, stockReach } from "../memory/blocks";
import { listAdd, listRemove } from "../memory/lists";
import { nurseryInit } from "../memory/nursery";
import { slabInit } from "../memory/slab";
import { tableTopCount } from "../memory/table";
import { areaAccount, areaClose, areaOpen, areaSetAccount, areaSetNumber } from "../owners/areas";
import { bodiesInit } from "../owners/bodies";
import {
  clientAreaList,
  clientAsks,
  clientClose,
  clientCountAreas,
  clientOpen,
  clientOrder,
  clientPages,
  clientSetAsks,
  clientSetCap,
  clientSetOrder,
} from "../owners/clients";
import { directoryInit } from "../owners/directory";
import { evictedClose, evictedOpen } from "../owners/eviction/evicted";
import { orderClose, orderOpen, orderReserve, orderSetWeight } from "../owners/eviction/orders";
import { inodeFind, inodeOpen, inodesInit } from "../owners/inodes";
import { makeBlock, reserve } from "./eviction";
import { windowBytes } from "./scratch";
import { pageBytes, settingsInit } from "./settings";

// ── the arena ───────────────────────────────────────────────────────────────────────────────────────────

/** Prepares the arena. False when the limit has no room for the fixed regions and a first block. */
export function arenaInit(bytes: u32, limitWasmPages: u32, flags: u32, seed: u64): bool {
  assert(pageBytes() == 0);
  assert(SPEC || __heap_base <= CONTROL_PTR);
  assert(bytes >= PAGE_BYTES_MIN && bytes <= PAGE_BYTES_MAX && popcnt<u32>(bytes) == 1);
  assert(limitWasmPages <= MEMORY_WASM_PAGES_MAX);

  const tops = tableTopCount(limitWasmPages * WASM_PAGE_BYTES);
  const directoryGround = (<usize>WINDOW_PTR + windowBytes(bytes) + 3) & ~3;
  const duplicateGround = directoryGround + (tops << 2);
  const inodeGround = duplicateGround + (tops << 2);
  const first = (inodeGround + (tops << 2) + LINE_BYTES - 1) & ~(<usize>LINE_BYTES - 1);

  stockInit(first, bytes, limitWasmPages);
  if (!stockReach(first + blockBytesFor(bytes))) return false;
  hashInit(seed);
  slabInit(bytes, blockBytesFor(bytes));
  nurseryInit(bytes);
  if (!directoryInit(directoryGround, tops)) return false;
  if (!bodiesInit(duplicateGround, tops)) return false;
  if (!inodesInit(inodeGround, tops)) return false;
  settingsInit(bytes, flags);
  return true;
}

// ── clients ─────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Opens an account for a client that has none here; 0 when there is no memory for it. A `weight` of 0 stands
 * for persistent pages, any other for ephemeral ones.
 */
export function openClient(number: u32, weight: u32): usize {
  if (weight && !orderReserve()) return 0;
  const client = clientOpen(number);
  if (client && weight) clientSetOrder(client, orderOpen(client, weight));
  return client;
}

/** Sets what bounds a client: its weight against other clients, and the bytes that it may count. */
export function boundClient(client: usize, weight: u32, cap: u64): void {
  if (clientOrder(client)) orderSetWeight(clientOrder(client), weight);
  clientSetCap(client, cap);
}

/** Keeps the keys of evicted pages of this client for the host. False when there is no memory for them. */
export function askKeys(client: usize): bool {
  assert(!clientAsks(client));
  if (!evictedOpen()) return false;
  clientSetAsks(client);
  return true;
}

/** Forgets a client that has no area left. */
export function closeClient(client: usize): void {
  assert(clientPages(client) == 0);
  if (clientOrder(client)) orderClose(clientOrder(client));
  if (clientAsks(client)) evictedClose();
  clientClose(client);
}

// ── areas ───────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Opens an area of a client, or of none, under a number that is free. False when there is no memory for it.
 */
export function openArea(number: u32, client: usize, scope: u32): bool {
  const area = areaOpen(scope);
  if (!area) return false;
  if (!areaSetNumber(area, number)) {
    areaClose(area);
    return false;
  }
  areaSetAccount(area, client);
  if (client) {
    listAdd(clientAreaList(client), area);
    clientCountAreas(client, 1);
  }
  return true;
}

/** Closes an area that has neither pages nor inodes. */
export function closeArea(area: usize): void {
  const account = areaAccount(area);
  if (account) {
    listRemove(clientAreaList(account), area);
    clientCountAreas(account, -1);
  }
  areaClose(area);
}

/**
 * The area of an inode, opened if there is none yet; 0 when there is no memory for it. The ledger closes it.
 */
export function inodeFor(fs: usize, inode: u64): usize {
  let area = inodeFind(fs, inode);
  if (area) return area;
  if (!reserve(true)) return 0;
  area = inodeOpen(fs, inode);
  if (!area && makeBlock()) area = inodeOpen(fs, inode);
  const account = areaAccount(fs);
  if (area) areaSetAccount(area, account);
  if (area && account) clientCountAreas(account, 1);
  return area;
}
