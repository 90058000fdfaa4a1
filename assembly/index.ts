/**
 * index.ts - the border: what the host may call.
 *
 * Owns:   the names. One line of work each, and the window that each operation uses.
 * Keeps:  parameters are u32, answers are i32; pages and rows lie in the window, numbers in STATS.
 * Called: src/arena.ts, which has checked every parameter.
 * Cost:   one crossing, below 60 ns.
 */
import { areaAccount, areaNumbered, areaPages } from "./areas";
import { keyAt, selfCheck } from "./audit";
import { bodyRaw } from "./bodies";
import { markEntered } from "./check";
import {
  clientCharged,
  clientCounted,
  clientEvictedBytes,
  clientEvictedPages,
  clientOrder,
  clientPages,
  clientPeakCounted,
  clientPeakPages,
  clientResetPeaks,
  clientTellLost,
} from "./clients";
import { stackRoom } from "./depth";
import {
  dictionaryAdd,
  dictionaryBodies,
  dictionaryCopy,
  dictionaryForget,
  dictionaryNext,
  dictionaryScope,
} from "./dictionaries";
import { directoryBuckets } from "./directory";
import {
  engineAskKeys,
  engineCloseClient,
  engineInit,
  engineIsFull,
  engineOpenClient,
  engineResetPeaks,
  engineSetClient,
  engineSetFlags,
  engineSetLimits,
  engineSetNursery,
  findPage,
  invalidateArea,
  invalidateInode,
  invalidatePage,
  liveBytes,
  loadPage,
  occupiedBytes,
  openArea,
  pageLength,
  partOf,
  putPage,
  statsRefresh,
  storePage,
  supersedePage,
} from "./engine";
import { evictedTake } from "./evicted";
import { gatherStep } from "./gather";
import { imageCheck, imagePack, imagePage, imageUnpack } from "./image";
import {
  ROW_BYTES,
  ROW_BYTES_AT,
  ROW_OFFSET_AT,
  ROW_STATUS_AT,
  Status,
  WINDOW_PTR,
  WINDOW_ROWS_AT,
} from "./layout";
import { compactStep } from "./mover";
import { inodeArea } from "./pages";
import { parcelsBucket, parcelsDrop, parcelsPack, parcelsUnpack } from "./parcels";
import { keptBytes, probeBytes, probeHash } from "./probe";
import { CONTROL_PAGE_BYTES } from "./records";
import { restedBody, restedKeep, restedLimit, restedMark, restedNext } from "./rested";
import { evictBytes, evictOf } from "./room";
import { stockTrim } from "./stock";
import { settleSome } from "./waiting";
import {
  workshopBegin,
  workshopEncode,
  workshopOpen,
  workshopSample,
  workshopStep,
  workshopTrain,
  workshopUse,
  workshopWasmPages,
} from "./workshop";

/** Buckets of the directory that one call looks at for a page that rests: some ten microseconds. */
const LOOKED_BUCKETS: u32 = 256;

const ROWS_PTR: usize = WINDOW_PTR + WINDOW_ROWS_AT;

/**
 * How deep the call stack is tried before a page moves, in levels of 560 bytes. In Node 20 a store takes 2 KiB of stack, a load half
 * of that, the facade included; with four levels before a load Bun still found its end within one.
 */
const ROOM_FOR_A_PAGE: u32 = 8;

/** Before a page moves. Throws, in the host's way, when there is no room on the stack; then no mark says that it was begun. */
function enter(): void {
  stackRoom(ROOM_FOR_A_PAGE);
  markEntered(1);
}

function leave(): void {
  markEntered(0);
}

/** The same for other calls: throws when the call stack ends within `levels` frames of 560 bytes. */
export function room(levels: u32): void {
  stackRoom(levels);
}

/** Prepares a fresh instance. 1, or 0 when the limit is too small. Once per instance. */
export function init(page_bytes: u32, limit_wasm_pages: u32, flags: u32, seed_low: u32, seed_high: u32): u32 {
  return <u32>engineInit(page_bytes, limit_wasm_pages, flags, ((<u64>seed_high) << 32) | <u64>seed_low);
}

/** Changes settings for stores and loads to come; pages that are here stay readable (law 13). */
export function set_flags(flags: u32): void {
  engineSetFlags(flags);
}

/** Bounds growth (at most what init was given), and says how much must be free before a full arena accepts again. */
export function set_limits(limit_wasm_pages: u32, accept_bytes: u32): void {
  engineSetLimits(limit_wasm_pages, accept_bytes);
}

/** Pages that may wait in the nursery at a time from now on; 0 for none. Those that wait already are not touched. */
export function set_nursery(pages: u32): void {
  engineSetNursery(pages);
}

/** Encodes up to `count` of the pages that wait in the nursery. Answers how many have left it. */
export function settle(count: u32): u32 {
  return settleSome(count);
}

/** 1 while bodies are refused because there was no room for one. */
export function is_full(): u32 {
  return <u32>engineIsFull();
}

/** Bytes in use: what is occupied, less what is free inside slabs. */
export function live_bytes(): u32 {
  return liveBytes();
}

/**
 * Opens an account for the client with a number above 0 that has none here, and answers by what it is called here: every
 * `client` below is that. `weight` 0 stands for persistent pages, any other for ephemeral ones and their share. 0 when
 * there is no memory.
 */
export function open_client(number: u32, weight: u32): usize {
  return engineOpenClient(number, weight);
}

/** Sets a client's weight, and the bytes that it may count here, 64 bits. */
export function set_client(client: usize, weight: u32, cap_low: u32, cap_high: u32): void {
  engineSetClient(client, weight, wide(cap_low, cap_high));
}

/** Forgets a client whose areas are closed. */
export function close_client(client: usize): void {
  engineCloseClient(client);
}

/**
 * What a client has here, in the first rows, seven f64: pages, bytes that count against its cap, the most that these were, pages evicted, their
 * bytes; and its part of the bodies, which takes a look at its pages and is looked for only if `split` is not 0.
 */
export function client_stats(client: usize, split: u32): void {
  store<f64>(ROWS_PTR, <f64>clientPages(client));
  store<f64>(ROWS_PTR, <f64>clientCounted(client), 8);
  store<f64>(ROWS_PTR, <f64>clientPeakPages(client), 16);
  store<f64>(ROWS_PTR, <f64>clientPeakCounted(client), 24);
  store<f64>(ROWS_PTR, <f64>clientEvictedPages(client), 32);
  store<f64>(ROWS_PTR, <f64>clientEvictedBytes(client), 40);
  store<f64>(ROWS_PTR, split ? partOf(client) : <f64>clientCharged(client), 48);
}

/** What a client has here is the most that it had. */
export function reset_client_peaks(client: usize): void {
  clientResetPeaks(client);
}

/** The number of a client that has lost ephemeral pages here since this last answered it; 0 when there is none. */
export function client_lost(): u32 {
  return clientTellLost();
}

/**
 * From now on the keys of pages that a client, which has not asked yet, loses are kept. 1, or 0 when there is
 * no memory for that.
 */
export function ask_keys(client: usize): u32 {
  return <u32>engineAskKeys(client);
}

/**
 * Puts the keys of evicted pages at the start of the window, EVICTED_KEY_BYTES each, the oldest first, and
 * forgets them. Answers how many. With EVICTED_KEYS_MAX of them nothing more was evicted: what was refused or
 * not done for that is to be tried again.
 */
export function take_keys(): u32 {
  return evictedTake(WINDOW_PTR);
}

/**
 * Lets ephemeral pages go until `bytes` more are free, or EVICTED_KEYS_MAX keys wait. Answers how many bytes
 * that made.
 */
export function evict(bytes: u32): u32 {
  return evictBytes(bytes);
}

/**
 * Lets a client's ephemeral pages go until it counts `bytes` less, has none left, or EVICTED_KEYS_MAX keys
 * wait. Answers how much less it counts.
 */
export function evict_of(client: usize, bytes: u32): u32 {
  return evictOf(client, bytes);
}

/**
 * Opens an area of a client, or of none, under a number of 1 to 2^20 - 1 that is free here. 0 when there is no memory. `scope` 0
 * shares bodies with all other areas of scope 0. Every `area` below is such a number; one that is not open is an area
 * without pages.
 */
export function open_area(area: u32, client: usize, scope: u32): u32 {
  return <u32>openArea(area, client, scope);
}

/** Stores the `bytes` bytes at the start of the window, elements of a PageKind. A Status. */
export function store_page(area: u32, offset: u32, bytes: u32, kind: u32): i32 {
  enter();
  const status = storePage(areaNumbered(area), offset, WINDOW_PTR, bytes, kind);
  leave();
  return status;
}

/** Loads into the window: the length of the page, or a Status below 1. */
export function load_page(area: u32, offset: u32, room: u32, exclusive: u32): i32 {
  const record = areaNumbered(area);
  const changes = exclusive != 0 || (record != 0 && clientOrder(areaAccount(record)) != 0);
  // A load that only reads may end anywhere: it changes no more than a counter or the bit that says "used".
  if (changes) enter();
  const status = loadPage(record, offset, WINDOW_PTR, room, exclusive != 0);
  if (changes) leave();
  return status;
}

/** Stores the window's first page for an inode of a file system, whose number has 64 bits. A Status. */
export function put_page(fs: u32, inode_low: u32, inode_high: u32, index: u32, bytes: u32, kind: u32): i32 {
  enter();
  const status = putPage(areaNumbered(fs), wide(inode_low, inode_high), index, WINDOW_PTR, bytes, kind);
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
  const status = loadPage(area, index, WINDOW_PTR, room, exclusive != 0);
  leave();
  return status;
}

/** 1 if there was such a page. */
export function invalidate_inode_page(fs: u32, inode_low: u32, inode_high: u32, index: u32): u32 {
  return <u32>invalidatePage(inodeArea(areaNumbered(fs), wide(inode_low, inode_high)), index);
}

/** Removes the page of a key that is about to be stored in another arena of the pool. 1 if there was one. */
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
 * Stores pages `from` to `count` - 1 of the window, all of one PageKind, as their rows say; the status of each goes into its row. Ends behind
 * a page that found no room, so that the host can put it elsewhere before it goes on. Answers how many rows are done.
 */
export function store_many(area: u32, from: u32, count: u32, kind: u32): u32 {
  const record = areaNumbered(area);
  const pageBytes = load<u32>(CONTROL_PAGE_BYTES);
  for (let i = from; i < count; i += 1) {
    const row = ROWS_PTR + i * ROW_BYTES;
    const page = WINDOW_PTR + i * pageBytes;
    const status = storePage(record, load<u32>(row, ROW_OFFSET_AT), page, load<u32>(row, ROW_BYTES_AT), kind);
    store<i32>(row, status, ROW_STATUS_AT);
    if (status == Status.FULL) return i + 1;
  }
  return count;
}

/** Loads `count` pages as the rows say, each into its own part of the window. */
export function load_many(area: u32, count: u32, exclusive: u32): void {
  const record = areaNumbered(area);
  const pageBytes = load<u32>(CONTROL_PAGE_BYTES);
  // In rising order: a decoder may overrun a page by its slack, into a part that is still to be written.
  for (let i: u32 = 0; i < count; i += 1) {
    const row = ROWS_PTR + i * ROW_BYTES;
    const page = WINDOW_PTR + i * pageBytes;
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

/** Removes the page of a key that is about to be stored in another arena of the pool. 1 if there was one. */
export function supersede_page(area: u32, offset: u32): u32 {
  return <u32>supersedePage(areaNumbered(area), offset);
}

/** Drops the area's pages, closes it, and answers how many there were. The number is free. */
export function invalidate_area(area: u32): u32 {
  return invalidateArea(areaNumbered(area));
}

/** Pages of an area. */
export function curr_pages(area: u32): u32 {
  const record = areaNumbered(area);
  return record ? areaPages(record) : 0;
}

/**
 * Looks for a page of an area from bucket `from` of the directory on. Answers the bucket behind the one where it is, its
 * offset being in the first row; or 0 when there is none.
 */
export function find_page(area: u32, from: u32): u32 {
  const record = areaNumbered(area);
  return record ? findPage(record, from, ROWS_PTR + ROW_OFFSET_AT) : 0;
}

/**
 * Puts the hash of the window's first page, as a store for an area of this scope would take it, into the first row: u64. 1 when
 * the page is same-filled.
 */
export function hash_page(scope: u32, bytes: u32): u32 {
  return <u32>probeHash(WINDOW_PTR, bytes, scope, ROWS_PTR);
}

/** Bytes of the body that a store would keep for the window's first page, of a PageKind and not same-filled; negative when it is poor. */
export function measure_page(bytes: u32, kind: u32): i32 {
  return probeBytes(WINDOW_PTR, bytes, kind);
}

/** Bytes kept for a page alone, 0 when it needs none of its own; -1 when it is not here. */
export function kept_bytes(area: u32, offset: u32): i32 {
  return keptBytes(areaNumbered(area), offset);
}

export function kept_inode_bytes(fs: u32, inode_low: u32, inode_high: u32, index: u32): i32 {
  return keptBytes(inodeArea(areaNumbered(fs), wide(inode_low, inode_high)), index);
}

/** Bytes occupied: fixed regions, records, tables, slabs. */
export function used_bytes(): u32 {
  return occupiedBytes();
}

/**
 * Up to `steps` steps of compaction, each moving at most a block of bytes, or the records of eight buckets; for `records` only
 * the latter. Answers how many there was a use for.
 */
export function compact(steps: u32, records: u32): u32 {
  let done: u32 = 0;
  while (done < steps && (gatherStep() || (!records && compactStep()))) done += 1;
  return done;
}

/** Where memory begins that nothing uses: from there to its end a host may discard it. */
export function trim(): usize {
  return stockTrim();
}

/** First bucket of the directory from `from` on that is not empty, or the first at all. */
export function parcels_bucket(from: u32): u32 {
  return parcelsBucket(from);
}

/** Packs pages of bucket `from` and behind into the window. Answers the bytes packed, 0 when there are no more. */
export function parcels_pack(from: u32): u32 {
  return parcelsPack(from);
}

/** Takes over what another arena has packed. Answers how many of the `bytes` bytes it had room for. */
export function parcels_unpack(bytes: u32): u32 {
  return parcelsUnpack(bytes);
}

/** Forgets the first `bytes` bytes of what was packed: another arena has taken it over. */
export function parcels_drop(bytes: u32): void {
  parcelsDrop(bytes);
}

/** What is here now is the most that there was. */
export function reset_peaks(): void {
  engineResetPeaks();
}

/** Buckets of the directory: a walk of image_pack is over those that there are when it begins. */
export function image_buckets(): u32 {
  return directoryBuckets();
}

/**
 * Packs pages that persist into the window, for an image: those of bucket `from` of `buckets` and behind, but for the first
 * `skip` of them, and only those of one area if `area` is not 0. Answers the bytes; the first row's offset and bytes are where to
 * go on, from and skip. A bucket of which some is skipped must be gone through before anything changes.
 */
export function image_pack(from: u32, skip: u32, buckets: u32, area: u32): u32 {
  const only = area ? areaNumbered(area) : 0;
  if (area && !only) return 0;
  return imagePack(from, skip, buckets, only, ROWS_PTR + ROW_OFFSET_AT, ROWS_PTR + ROW_BYTES_AT);
}

/** Packs one page, unless it is not here or stands below bucket `from` of `buckets`. Answers the bytes or 0. */
export function image_page(area: u32, offset: u32, from: u32, buckets: u32): u32 {
  return imagePage(areaNumbered(area), offset, from, buckets);
}

/**
 * Takes over pages of an image made under this seed. Answers the bytes of those it has taken; the first row's status is STORED
 * when that is all, else why not the next one: FULL; MISS, its body is that of a page that is not here; DAMAGED.
 */
export function image_unpack(bytes: u32, seed_low: u32, seed_high: u32): u32 {
  return imageUnpack(bytes, wide(seed_low, seed_high), ROWS_PTR + ROW_STATUS_AT);
}

/** The check of a frame of an image, which stands in the window: eight bytes in the first row. */
export function image_check(bytes: u32, kind: u32, seed_low: u32, seed_high: u32): void {
  store<u64>(ROWS_PTR, imageCheck(bytes, kind, wide(seed_low, seed_high)));
}

/** Takes in the dictionary of `bytes` bytes in the window, under its version, for pages of `scope`. 1, or 0 if it cannot. */
export function dictionary_add(version: u32, scope: u32, bytes: u32): u32 {
  return <u32>dictionaryAdd(version, scope, WINDOW_PTR, bytes);
}

/** Puts a dictionary into the window and answers its bytes; 0 when there is none of that version. */
export function dictionary_copy(version: u32): u32 {
  return dictionaryCopy(version, WINDOW_PTR);
}

/** The first version behind `after` that has a dictionary here, or 0; in the first row its scope and the bodies that name it. */
export function dictionary_next(after: u32): u32 {
  const version = dictionaryNext(after);
  if (!version) return 0;
  store<u32>(ROWS_PTR, dictionaryScope(version), ROW_OFFSET_AT);
  store<u32>(ROWS_PTR, dictionaryBodies(version), ROW_BYTES_AT);
  return version;
}

/** Forgets a dictionary. 0 when there is none, or a body names it. */
export function dictionary_forget(version: u32): u32 {
  return <u32>dictionaryForget(version);
}

/** Marks bodies as idle: those of `count` buckets of the directory from bucket `from` on. Answers where to go on, or 0. */
export function rested_mark(from: u32, count: u32): u32 {
  return restedMark(from, count);
}

/**
 * Looks for a page of `scope` that could be denser, from bucket `from` of the directory on, behind the first `skip` there; if `idle` is not 0, one that was
 * not used since the last marking. Answers the bucket to go on with, plus one, or 0 at the end. If the bytes in the first row
 * are not 0, such a page is in the window: its bytes, and as status the most that a block may have in place of its body.
 */
export function rested_next(from: u32, skip: u32, idle: u32, scope: u32): u32 {
  const next = restedNext(from, skip, LOOKED_BUCKETS, idle != 0, scope);
  const body = restedBody();
  store<u32>(ROWS_PTR, body ? bodyRaw(body) : 0, ROW_BYTES_AT);
  store<u32>(ROWS_PTR, body ? restedLimit(body) : 0, ROW_STATUS_AT);
  return next;
}

/** Keeps the page that rested_next has handed out as the dense block of `bytes` bytes in the window. Answers the bytes saved. */
export function rested_keep(bytes: u32): u32 {
  return restedKeep(bytes);
}

/** Wasm pages that a workshop takes. */
export function workshop_wasm_pages(page_bytes: u32, sample: u32): u32 {
  return workshopWasmPages(page_bytes, sample);
}

/** Makes a fresh instance a workshop instead of an arena, to train from `sample` bytes. 1, or 0 when there is no memory. */
export function workshop_open(page_bytes: u32, sample: u32): u32 {
  return <u32>workshopOpen(page_bytes, sample);
}

/** The page of `bytes` bytes in the window goes into the sample. 1, or 0 when there is no room for it. */
export function workshop_sample(bytes: u32): u32 {
  return <u32>workshopSample(bytes);
}

/** Begins to train dictionary `version` from the sample. */
export function workshop_train(version: u32): void {
  workshopTrain(version);
}

/** A step of the training. The bytes of the dictionary, which is in the window then, or 0. */
export function workshop_step(): u32 {
  return workshopStep();
}

/** Works by the dictionary in the window. 1, or 0 when that is none. */
export function workshop_use(bytes: u32): u32 {
  return <u32>workshopUse(bytes);
}

/** Begins to make a dense block of the page of `bytes` bytes in the window. */
export function workshop_begin(bytes: u32): void {
  workshopBegin(bytes);
}

/** Goes on: the length of the block, which is in the window then, 0 if it is above `limit`, or a negative number: not done. */
export function workshop_encode(limit: u32): i32 {
  return workshopEncode(limit);
}

/** Brings the computed gauges in STATS up to date. */
export function stats_refresh(): void {
  statsRefresh();
}

/** Walks everything. 0, or the number of the first Finding (audit.ts). */
export function self_check(): u32 {
  return selfCheck();
}

/**
 * The key of entry `index` of a bucket of the directory: offset and number of the area in the first row; of a page of an inode
 * the number is that of its file system, and the inode stands in the second row, u64. 0 when there is no such entry, else 1, of
 * a page of an inode 2.
 */
export function key_at(bucket: u32, index: u32): u32 {
  return keyAt(bucket, index, ROWS_PTR + ROW_OFFSET_AT, ROWS_PTR + ROW_BYTES_AT, ROWS_PTR + ROW_BYTES);
}
