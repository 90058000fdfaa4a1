/**
 * index.ts - the border: what the host may call.
 *
 * Owns:   the names of the exports, and which part of the window each of them uses.
 * Keeps:  parameters are u32, answers are i32. Pages and rows lie in the window, counters in STATS. The host
 *         has checked every parameter.
 * Cost:   one crossing, below 60 ns.
 */
import { markEntered } from "./ground/check";
import { stackRoom } from "./ground/depth";
import {
  FIGURE_AWAY_AT,
  FIGURE_COUNTED_AT,
  FIGURE_EVICTED_AT,
  FIGURE_EVICTED_BYTES_AT,
  FIGURE_PAGES_AT,
  FIGURE_PART_AT,
  FIGURE_PEAK_COUNTED_AT,
  FIGURE_PEAK_PAGES_AT,
  ROW_BYTES,
  ROW_BYTES_AT,
  ROW_OFFSET_AT,
  ROW_STATUS_AT,
  Status,
} from "./ground/layout";
import { stockTrim } from "./memory/blocks";
import { nurserySetCapacity } from "./memory/nursery";
import { areaAccount, areaNumbered, areaPages } from "./owners/areas";
import { bodyRaw } from "./owners/bodies";
import {
  clientAway,
  clientCharged,
  clientCounted,
  clientEvictedBytes,
  clientEvictedPages,
  clientOrder,
  clientPages,
  clientPeakCounted,
  clientPeakPages,
  clientResetPeaks,
  clientSetAwayCap,
  clientTellLost,
} from "./owners/clients";
import {
  dictionaryAdd,
  dictionaryBodies,
  dictionaryCopy,
  dictionaryForget,
  dictionaryNext,
  dictionaryScope,
} from "./owners/dictionaries";
import { directoryBuckets } from "./owners/directory";
import { evictedTake } from "./owners/eviction/evicted";
import { segmentEmptied, segmentLiveBytes, segmentsAreOpen, segmentsOpen } from "./owners/segments";
import { findPage, partOf } from "./engine/area_pages";
import { loadAway, tellAway } from "./engine/away";
import { compactStep } from "./engine/compaction";
import { densifyBody, densifyKeep, densifyLimit, densifyMark, densifyNext } from "./engine/densify";
import {
  invalidateArea,
  invalidateInode,
  invalidatePage,
  loadPage,
  pageLength,
  putPage,
  storePage,
  supersedePage,
  touchPage,
} from "./engine/engine";
import { keptBytes, estimateBytes, estimateHash } from "./engine/estimate";
import { evictBytes, evictOf } from "./engine/eviction";
import { gatherStep } from "./engine/gather";
import { refreshGauges, resetPeaks } from "./engine/gauges";
import { inodeArea } from "./engine/ledger";
import { askKeys, boundClient, closeClient, arenaInit, openArea, openClient } from "./engine/life";
import { isFull, liveBytes, occupiedBytes, setLimits } from "./engine/limits";
import { settleSome } from "./engine/nursery_policy";
import { pageBytes, setFlags } from "./engine/settings";
import { spillAbort, spillCollect, spillCommit, spillPack, spillRelocate } from "./engine/spill";
import { imageAway, imageCheck, imagePack, imagePage, imageUnpack } from "./transfer/image_pages";
import { parcelsBucket, parcelsDrop, parcelsPack, parcelsUnpack } from "./transfer/parcels";
import {
  workshopBegin,
  workshopEncode,
  workshopOpen,
  workshopSample,
  workshopStep,
  workshopTrain,
  workshopUse,
  workshopWasmPages,
} from "./workshop/workshop";
import { keyAt, selfCheck } from "./audit/audit";
import { rowsPtr, windowPtr } from "./ground/window";

/** Buckets of the directory that one call looks at for a page that rests: some ten microseconds. */
const LOOKED_BUCKETS: u32 = 256;

/**
 * Before a page moves, a call tries the stack this deep, in levels of 560 bytes. In Node 20 a store takes 2
 * KiB of stack and a load half of that, the facade included. With four levels before a load, Bun still met
 * the end of its stack within one.
 */
const ROOM_FOR_A_PAGE: u32 = 8;

/** Opens a call that moves a page. Throws like the host when the stack has no room: nothing is begun then. */
function enter(): void {
  stackRoom(ROOM_FOR_A_PAGE);
  markEntered(1);
}

function leave(): void {
  markEntered(0);
}

/** Tries the stack before other calls. Throws like the host when it ends within `levels` of 560 bytes. */
export function room(levels: u32): void {
  stackRoom(levels);
}

/** Prepares a fresh instance. 1, or 0 when the limit is too small. Once per instance. */
export function init(page_bytes: u32, limit_wasm_pages: u32, flags: u32, seed_low: u32, seed_high: u32): u32 {
  return <u32>arenaInit(page_bytes, limit_wasm_pages, flags, ((<u64>seed_high) << 32) | <u64>seed_low);
}

/** Changes settings for stores and loads to come. Pages that are here stay readable (law 13). */
export function set_flags(flags: u32): void {
  setFlags(flags);
}

/** Bounds growth, at most as init did, and the free bytes with which a full arena accepts again. */
export function set_limits(limit_wasm_pages: u32, accept_bytes: u32): void {
  setLimits(limit_wasm_pages, accept_bytes);
}

/**
 * Sets how many pages may wait in the nursery at a time; 0 for none. Pages that wait already are not touched.
 */
export function set_nursery(pages: u32): void {
  nurserySetCapacity(pages);
}

/** Encodes up to `count` pages of the nursery, the oldest first. Answers how many have left it. */
export function settle(count: u32): u32 {
  return settleSome(count);
}

/** 1 while bodies are refused because there was no room for one. */
export function is_full(): u32 {
  return <u32>isFull();
}

/** Bytes in use: what is occupied, without what is free in slabs and nursery. */
export function live_bytes(): u32 {
  return liveBytes();
}

/**
 * Opens an account for a client with a number above 0 that has none here. Answers the name of the account:
 * every `client` below is such a name. 0 when there is no memory. `weight` 0 stands for persistent pages, any
 * other for ephemeral ones and their share.
 */
export function open_client(number: u32, weight: u32): usize {
  return openClient(number, weight);
}

/** Sets the weight of a client and the bytes that it may count here, a number of 64 bits. */
export function set_client(client: usize, weight: u32, cap_low: u32, cap_high: u32): void {
  boundClient(client, weight, wide(cap_low, cap_high));
}

/** Sets the bytes that the slots of a client's bodies here may have on devices, a number of 64 bits. */
export function cap_away(client: usize, cap_low: u32, cap_high: u32): void {
  clientSetAwayCap(client, wide(cap_low, cap_high));
}

/** Forgets a client whose areas are closed. */
export function close_client(client: usize): void {
  closeClient(client);
}

/**
 * Puts what a client has here into the first rows, eight f64: pages, bytes that count against its cap, the
 * peaks of both, pages evicted, their bytes, its part of the bodies, and bytes on devices. With `split` 0 that
 * part is what it is charged; otherwise all its pages are looked at.
 */
export function client_stats(client: usize, split: u32): void {
  store<f64>(rowsPtr(), <f64>clientPages(client), FIGURE_PAGES_AT);
  store<f64>(rowsPtr(), <f64>clientCounted(client), FIGURE_COUNTED_AT);
  store<f64>(rowsPtr(), <f64>clientPeakPages(client), FIGURE_PEAK_PAGES_AT);
  store<f64>(rowsPtr(), <f64>clientPeakCounted(client), FIGURE_PEAK_COUNTED_AT);
  store<f64>(rowsPtr(), <f64>clientEvictedPages(client), FIGURE_EVICTED_AT);
  store<f64>(rowsPtr(), <f64>clientEvictedBytes(client), FIGURE_EVICTED_BYTES_AT);
  store<f64>(rowsPtr(), split ? partOf(client) : <f64>clientCharged(client), FIGURE_PART_AT);
  store<f64>(rowsPtr(), <f64>clientAway(client), FIGURE_AWAY_AT);
}

/** The peaks of a client begin anew with what it has here. */
export function reset_client_peaks(client: usize): void {
  clientResetPeaks(client);
}

/** The number of a client that has lost pages since this last answered that number; 0 when there is none. */
export function client_lost(): u32 {
  return clientTellLost();
}

/**
 * Keeps the keys of a client's evicted pages from now on; once a client. 0 when there is no memory, else 1.
 */
export function ask_keys(client: usize): u32 {
  return <u32>askKeys(client);
}

/**
 * Puts the keys of evicted pages at the start of the window, EVICTED_KEY_BYTES each, the oldest first, and
 * forgets them. Answers how many. With EVICTED_KEYS_MAX of them the engine has stopped evicting: the host
 * tries again what was refused.
 */
export function take_keys(): u32 {
  return evictedTake(windowPtr());
}

/**
 * Evicts ephemeral pages until `bytes` more are free, or EVICTED_KEYS_MAX keys wait. Answers the bytes won.
 */
export function evict(bytes: u32): u32 {
  return evictBytes(bytes);
}

/**
 * Evicts a client's pages until it counts `bytes` bytes less, has none left, or EVICTED_KEYS_MAX keys wait.
 * Answers how many bytes less it counts.
 */
export function evict_of(client: usize, bytes: u32): u32 {
  return evictOf(client, bytes);
}

/**
 * Opens an area of a client, or of none, under a number of 1 to 2^20 - 1 that is free here. 1, or 0 when
 * there is no memory. Pages share bodies within a `scope`: clients that share with each other have scope 0.
 * Every `area` below is such a number. One that is not open is an area without pages.
 */
export function open_area(area: u32, client: usize, scope: u32): u32 {
  return <u32>openArea(area, client, scope);
}

/** Stores the `bytes` bytes at the start of the window. `kind` is a PageKind. Answers a Status. */
export function store_page(area: u32, offset: u32, bytes: u32, kind: u32): i32 {
  enter();
  const status = storePage(areaNumbered(area), offset, windowPtr(), bytes, kind);
  leave();
  return status;
}

/** Loads into the window: the length of the page, or a Status below 1. */
export function load_page(area: u32, offset: u32, room: u32, exclusive: u32): i32 {
  const record = areaNumbered(area);
  const changes = exclusive != 0 || (record != 0 && clientOrder(areaAccount(record)) != 0);
  // A load that only reads may end half way: it changes no more than a counter or the bit that says "used".
  if (changes) enter();
  const status = loadPage(record, offset, windowPtr(), room, exclusive != 0);
  if (changes) leave();
  if (status == Status.AWAY) tellAway(record, offset, rowsPtr());
  return status;
}

/**
 * Loads a page whose body the host has read: its `bytes` bytes stand in scratch, and the first row says for
 * what they were read. Answers as load_page; AWAY when the body has changed or moved meanwhile, as load_page
 * tells it. The first row tells whether there was no room to take the body back into memory.
 */
export function load_away(area: u32, offset: u32, room: u32, exclusive: u32, bytes: u32): i32 {
  enter();
  const record = areaNumbered(area);
  const status = loadAway(record, offset, windowPtr(), room, exclusive != 0, bytes, rowsPtr());
  leave();
  // A body that is in memory again is loaded as ever.
  if (status != Status.AWAY || tellAway(record, offset, rowsPtr())) return status;
  return load_page(area, offset, room, exclusive);
}

/** Stores the window's first page for an inode of a file system, a number of 64 bits. Answers a Status. */
export function put_page(fs: u32, inode_low: u32, inode_high: u32, index: u32, bytes: u32, kind: u32): i32 {
  enter();
  const status = putPage(areaNumbered(fs), wide(inode_low, inode_high), index, windowPtr(), bytes, kind);
  leave();
  return status;
}

/** Loads a page of an inode into the window: its length, or a Status below 1. */
export function get_page(
  fs: u32,
  inode_low: u32,
  inode_high: u32,
  index: u32,
  room: u32,
  exclusive: u32,
): i32 {
  enter();
  const area = inodeArea(areaNumbered(fs), wide(inode_low, inode_high));
  const status = loadPage(area, index, windowPtr(), room, exclusive != 0);
  leave();
  return status;
}

/** Uses a page as a load does, without its bytes. 1 if there is such a page. Counts nothing. */
export function touch_page(area: u32, offset: u32): u32 {
  return <u32>touchPage(areaNumbered(area), offset);
}

/** touch_page, for a page of an inode. */
export function touch_inode_page(fs: u32, inode_low: u32, inode_high: u32, index: u32): u32 {
  return <u32>touchPage(inodeArea(areaNumbered(fs), wide(inode_low, inode_high)), index);
}

/** 1 if there was such a page. */
export function invalidate_inode_page(fs: u32, inode_low: u32, inode_high: u32, index: u32): u32 {
  return <u32>invalidatePage(inodeArea(areaNumbered(fs), wide(inode_low, inode_high)), index);
}

/** Removes a page whose key is about to be stored in another arena of the pool. 1 if there was one. */
export function supersede_inode_page(fs: u32, inode_low: u32, inode_high: u32, index: u32): u32 {
  return <u32>supersedePage(inodeArea(areaNumbered(fs), wide(inode_low, inode_high)), index);
}

/** Drops the pages of an inode and answers how many there were. */
export function invalidate_inode(fs: u32, inode_low: u32, inode_high: u32): u32 {
  return invalidateInode(areaNumbered(fs), wide(inode_low, inode_high));
}

function wide(low: u32, high: u32): u64 {
  return ((<u64>high) << 32) | <u64>low;
}

/**
 * Stores pages `from` to `count` - 1 of the window, all of one PageKind, as their rows say. Puts the status
 * of each into its row. Ends behind a page that found no room, so that the host can put that page elsewhere
 * before it goes on; with a device also behind one whose client has none, so that the host can make some.
 * Answers how many rows are done.
 */
export function store_many(area: u32, from: u32, count: u32, kind: u32): u32 {
  const record = areaNumbered(area);
  const stride = pageBytes();
  for (let i = from; i < count; i += 1) {
    const row = rowsPtr() + i * ROW_BYTES;
    const page = windowPtr() + i * stride;
    const status = storePage(record, load<u32>(row, ROW_OFFSET_AT), page, load<u32>(row, ROW_BYTES_AT), kind);
    store<i32>(row, status, ROW_STATUS_AT);
    if (status == Status.FULL || (status == Status.CAPPED && segmentsAreOpen())) return i + 1;
  }
  return count;
}

/** Loads `count` pages as their rows say, each into its own part of the window. */
export function load_many(area: u32, count: u32, exclusive: u32): void {
  const record = areaNumbered(area);
  const stride = pageBytes();
  // In rising order: a decoder may overrun the end of a page, into the part of a page that comes later.
  for (let i: u32 = 0; i < count; i += 1) {
    const row = rowsPtr() + i * ROW_BYTES;
    const page = windowPtr() + i * stride;
    store<i32>(
      row,
      loadPage(record, load<u32>(row, ROW_OFFSET_AT), page, load<u32>(row, ROW_BYTES_AT), exclusive != 0),
      ROW_STATUS_AT,
    );
  }
}

/** Length of a page, or 0 if it is not here. Counts nothing. */
export function page_length(area: u32, offset: u32): u32 {
  return pageLength(areaNumbered(area), offset);
}

/** 1 if there was such a page. */
export function invalidate_page(area: u32, offset: u32): u32 {
  return <u32>invalidatePage(areaNumbered(area), offset);
}

/** Removes a page whose key is about to be stored in another arena of the pool. 1 if there was one. */
export function supersede_page(area: u32, offset: u32): u32 {
  return <u32>supersedePage(areaNumbered(area), offset);
}

/** Drops the pages of an area and closes it. Answers how many there were. The number is free again. */
export function invalidate_area(area: u32): u32 {
  return invalidateArea(areaNumbered(area));
}

/** Pages of an area. */
export function curr_pages(area: u32): u32 {
  const record = areaNumbered(area);
  return record ? areaPages(record) : 0;
}

/**
 * Looks for a page of an area from bucket `from` of the directory on. Puts its offset into the first row and
 * answers the bucket behind the page's own; or 0 when there is none.
 */
export function find_page(area: u32, from: u32): u32 {
  const record = areaNumbered(area);
  return record ? findPage(record, from, rowsPtr() + ROW_OFFSET_AT) : 0;
}

/**
 * Puts the hash of the window's first page into the first row, u64, as a store for an area of this scope
 * would take it. 1 when the page is same-filled.
 */
export function hash_page(scope: u32, bytes: u32): u32 {
  return <u32>estimateHash(windowPtr(), bytes, scope, rowsPtr());
}

/** Bytes of the body that a store would keep for the window's first page; negative when it is poor. */
export function measure_page(bytes: u32, kind: u32): i32 {
  return estimateBytes(windowPtr(), bytes, kind);
}

/** Bytes kept for this page alone: 0 when it needs none of its own, -1 when it is not here. */
export function kept_bytes(area: u32, offset: u32): i32 {
  return keptBytes(areaNumbered(area), offset);
}

/** kept_bytes, for a page of an inode. */
export function kept_inode_bytes(fs: u32, inode_low: u32, inode_high: u32, index: u32): i32 {
  return keptBytes(inodeArea(areaNumbered(fs), wide(inode_low, inode_high)), index);
}

/** Bytes of fixed regions, records, tables, slabs and nursery. */
export function used_bytes(): u32 {
  return occupiedBytes();
}

/**
 * Takes up to `steps` steps of compaction. A step moves the records of eight buckets, or, unless `records` is
 * set, a block of bytes at most. Answers how many steps were of use.
 */
export function compact(steps: u32, records: u32): u32 {
  let done: u32 = 0;
  while (done < steps && (gatherStep() || (!records && compactStep()))) done += 1;
  return done;
}

/** The address from which on nothing uses the memory: the host may discard it from there to its end. */
export function trim(): usize {
  return stockTrim();
}

/** The first bucket of the directory from `from` on that is not empty, or the first at all. */
export function parcels_bucket(from: u32): u32 {
  return parcelsBucket(from);
}

/** Packs the pages of bucket `from` and behind into the window. Answers the bytes, 0 when there are none. */
export function parcels_pack(from: u32): u32 {
  return parcelsPack(from);
}

/** Takes over pages that another arena has packed. Answers the bytes of those for which there was room. */
export function parcels_unpack(bytes: u32): u32 {
  return parcelsUnpack(bytes);
}

/** Forgets the pages in the first `bytes` bytes that were packed: another arena has them now. */
export function parcels_drop(bytes: u32): void {
  parcelsDrop(bytes);
}

/** The peaks begin anew with what is here. */
export function reset_peaks(): void {
  resetPeaks();
}

/** How many buckets the directory has. image_pack walks over those that there are when it begins. */
export function image_buckets(): u32 {
  return directoryBuckets();
}

/**
 * Packs persistent pages into the window, for an image: those of bucket `from` of `buckets` and behind,
 * without the first `skip` of them; only those of one area if `area` is not 0. Answers the bytes. The first
 * row tells where to go on: `from` as its offset, `skip` as its bytes. As long as `skip` is not 0, nothing
 * may change before the next call.
 */
export function image_pack(from: u32, skip: u32, buckets: u32, area: u32): u32 {
  const only = area ? areaNumbered(area) : 0;
  if (area && !only) return 0;
  return imagePack(from, skip, buckets, only, rowsPtr() + ROW_OFFSET_AT, rowsPtr() + ROW_BYTES_AT);
}

/**
 * Packs one page. Answers the bytes, 0 if the page is not here or stands below bucket `from` of `buckets`.
 */
export function image_page(area: u32, offset: u32, from: u32, buckets: u32): u32 {
  return imagePage(areaNumbered(area), offset, from, buckets);
}

/**
 * Packs one page whose body the host has read, as for load_away; with `bytes` 0 the body is lost. Answers the
 * bytes, 0 if the page is not here or the body is another.
 */
export function image_away(area: u32, offset: u32, bytes: u32): u32 {
  return imageAway(areaNumbered(area), offset, bytes, rowsPtr());
}

/** Tells in the rows where the body of a page is, as load_page does. 1, or 0 when it is not on a device. */
export function away_page(area: u32, offset: u32): u32 {
  return <u32>tellAway(areaNumbered(area), offset, rowsPtr());
}

/**
 * Takes over pages of an image made under this seed. Answers the bytes of those it has taken. The first row's
 * status is STORED when these are all. Otherwise it says why the next one was not taken: FULL; MISS, its body
 * is that of a page that is not here; DAMAGED.
 */
export function image_unpack(bytes: u32, seed_low: u32, seed_high: u32): u32 {
  return imageUnpack(bytes, wide(seed_low, seed_high), rowsPtr() + ROW_STATUS_AT);
}

/** Puts the check of a frame of an image, which is in the window, into the first row: eight bytes. */
export function image_check(bytes: u32, kind: u32, seed_low: u32, seed_high: u32): void {
  store<u64>(rowsPtr(), imageCheck(bytes, kind, wide(seed_low, seed_high)));
}

/** Takes in the dictionary in the window under this version, for pages of `scope`. 1, or 0 if it cannot. */
export function dictionary_add(version: u32, scope: u32, bytes: u32): u32 {
  return <u32>dictionaryAdd(version, scope, windowPtr(), bytes);
}

/** Puts a dictionary into the window and answers its bytes; 0 when there is none of that version. */
export function dictionary_copy(version: u32): u32 {
  return dictionaryCopy(version, windowPtr());
}

/** The first version behind `after` with a dictionary here, or 0. The first row gets its scope and bodies. */
export function dictionary_next(after: u32): u32 {
  const version = dictionaryNext(after);
  if (!version) return 0;
  store<u32>(rowsPtr(), dictionaryScope(version), ROW_OFFSET_AT);
  store<u32>(rowsPtr(), dictionaryBodies(version), ROW_BYTES_AT);
  return version;
}

/** Forgets a dictionary. 1, or 0 when there is none or a body names it. */
export function dictionary_forget(version: u32): u32 {
  return <u32>dictionaryForget(version);
}

/** Marks the bodies of `count` buckets as idle, from bucket `from` on. Answers where to go on, or 0. */
export function rested_mark(from: u32, count: u32): u32 {
  return densifyMark(from, count);
}

/**
 * Looks for a page of `scope` that could be denser, from bucket `from` of the directory on, behind the first
 * `skip` there. With `idle` not 0 only pages count that were not used since the last marking. Answers the
 * bucket to go on with plus one, or 0 at the end. If the bytes in the first row are not 0, such a page is in
 * the window: these are its bytes, and the status is the most that a block may have in place of its body.
 */
export function rested_next(from: u32, skip: u32, idle: u32, scope: u32): u32 {
  const next = densifyNext(from, skip, LOOKED_BUCKETS, idle != 0, scope);
  const body = densifyBody();
  store<u32>(rowsPtr(), body ? bodyRaw(body) : 0, ROW_BYTES_AT);
  store<u32>(rowsPtr(), body ? densifyLimit(body) : 0, ROW_STATUS_AT);
  return next;
}

/**
 * Keeps the page of rested_next as the dense block of `bytes` bytes in the window. Answers the bytes saved.
 */
export function rested_keep(bytes: u32): u32 {
  return densifyKeep(bytes);
}

/**
 * Lets bodies leave for devices whose units have 2^unit_bits bytes and whose slots have `overhead` bytes
 * beside a body; once. 1, or 0 when there is no memory for it.
 */
export function spill_open(unit_bits: u32, overhead: u32): u32 {
  return <u32>segmentsOpen(unit_bits, overhead, pageBytes());
}

/**
 * Packs bodies that were not used of late into the window, at most `room` bytes of slots, and lists them in
 * the encoder's table: those of a client, or with 0 of all. Answers how many; the first row's offset tells the
 * bytes.
 */
export function spill_pack(room: u32, client: usize): u32 {
  return spillPack(room, rowsPtr() + ROW_OFFSET_AT, client);
}

/**
 * The bodies of `count` rows in the window lie on a device as they were packed, from location `base` on.
 * Answers how many have left memory.
 */
export function spill_commit(count: u32, base: u32): u32 {
  return spillCommit(count, base);
}

/** The bodies of `count` rows in the window were not written. */
export function spill_abort(count: u32): void {
  spillAbort(count);
}

/** Bytes of the slots in a segment that are of bodies here. */
export function spill_live(segment: u32): u32 {
  return segmentLiveBytes(segment);
}

/** Puts up to `most` segments that have had bodies and have none into the window. Answers how many. */
export function spill_emptied(most: u32): u32 {
  let count: u32 = 0;
  while (count < most) {
    const segment = segmentEmptied();
    if (!segment) break;
    store<u32>(windowPtr() + (count << 2), segment);
    count += 1;
  }
  return count;
}

/**
 * Lists the bodies that lie in the `count` segments whose numbers fill the rows, at the start of the window:
 * those behind the first `skip`, of at most `room` bytes of slots. Answers how many.
 */
export function spill_collect(count: u32, room: u32, skip: u32): u32 {
  return spillCollect(rowsPtr(), count, room, skip);
}

/**
 * The bodies of `count` rows of such a list, in the window, lie side by side from location `base` on. Answers
 * how many were moved; the first row's offset tells the location behind the last.
 */
export function spill_relocate(count: u32, base: u32): u32 {
  return spillRelocate(count, base, rowsPtr() + ROW_OFFSET_AT);
}

/** Wasm pages that a workshop needs. */
export function workshop_wasm_pages(page_bytes: u32, sample: u32): u32 {
  return workshopWasmPages(page_bytes, sample);
}

/** Makes a fresh instance a workshop that trains from `sample` bytes. 1, or 0 when there is no memory. */
export function workshop_open(page_bytes: u32, sample: u32): u32 {
  return <u32>workshopOpen(page_bytes, sample);
}

/** Adds the page of `bytes` bytes in the window to the sample. 1, or 0 when there is no room for it. */
export function workshop_sample(bytes: u32): u32 {
  return <u32>workshopSample(bytes);
}

/** Begins to train dictionary `version` from the sample. */
export function workshop_train(version: u32): void {
  workshopTrain(version);
}

/**
 * Takes a step of the training. Answers the bytes of the dictionary once it is in the window; until then 0.
 */
export function workshop_step(): u32 {
  return workshopStep();
}

/** Encodes by the dictionary in the window from now on. 1, or 0 when it is none. */
export function workshop_use(bytes: u32): u32 {
  return <u32>workshopUse(bytes);
}

/** Begins to make a dense block of the page of `bytes` bytes in the window. */
export function workshop_begin(bytes: u32): void {
  workshopBegin(bytes);
}

/** Takes a step. Negative while it goes on; then the length of the block, or 0 if that is above `limit`. */
export function workshop_encode(limit: u32): i32 {
  return workshopEncode(limit);
}

/** Brings the gauges in STATS that are computed up to date. */
export function stats_refresh(): void {
  refreshGauges();
}

/** Walks over everything. 0, or the number of the first Finding (audit.ts). */
export function self_check(): u32 {
  return selfCheck();
}

/**
 * Puts the key of entry `index` of a bucket into the first row: offset, and number of the area as its bytes.
 * For a page of an inode that number is its file system's, and the inode goes into the second row, u64. 0
 * when there is no such entry, 2 for a page of an inode, 1 for any other.
 */
export function key_at(bucket: u32, index: u32): u32 {
  return keyAt(bucket, index, rowsPtr() + ROW_OFFSET_AT, rowsPtr() + ROW_BYTES_AT, rowsPtr() + ROW_BYTES);
}
