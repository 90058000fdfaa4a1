/**
 * pages.ts - a page and its body: into everything that knows them, and out of it.
 *
 * Owns:   scratch and work behind the window. Decides nothing: its callers do.
 * Keeps:  directory, order, areas, accounts, bodies, slabs and statistics agree whenever one of its functions returns.
 * Called: engine.ts and the files that make room, let pages wait, and take pages over. Calls: every owner.
 * Cost:   entering and removing touch a line of the directory, a record, a slab's header and some counters.
 */
import { areaAccount, areaAdd, areaDrop, areaIsOpen, areaPages, areaParent, areaScope } from "./areas";
import {
  bodyCodec,
  bodyCreate,
  bodyDestroy,
  bodyFind,
  bodyKey,
  bodyPlace,
  bodyRaw,
  bodyShare,
  bodyStored,
  bodyUnshare,
  bodyVersion,
  bodyYoung,
} from "./bodies";
import { bytesEqual, trimmedBytes } from "./bytes";
import { clientCharge, clientCountAreas, clientCountPages, clientOrder, clientRelieve } from "./clients";
import { decode } from "./codec/decode";
import { denseDecode, denseDecodeScratchBytes } from "./codec/dense_decode";
import { encode } from "./codec/encode";
import { fillExpand } from "./codec/fill";
import { isNoise } from "./codec/noise";
import { typedDecode, typedEncode } from "./codec/typed";
import { dictionaryCount, dictionaryOf, dictionaryTables } from "./dictionaries";
import {
  directoryFirst,
  directoryInsert,
  directoryNext,
  directoryRemove,
  entryArea,
  entryBody,
  entryFor,
  entryNode,
} from "./directory";
import { looseBytes } from "./frames";
import { inodeClose, inodeFind } from "./inodes";
import {
  FLAG_COMPRESS,
  LINE_BYTES,
  PageKind,
  SLACK_BYTES,
  STAT_BODIES,
  STAT_COLLISIONS,
  STAT_COMPRESSED_BYTES,
  STAT_DUPLICATE_PAGES,
  STAT_ENCODED_BYTES,
  STAT_FILL_PAGES,
  STAT_PEAK_PAGES,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
  STAT_STORED_PAGES,
  STAT_YOUNG_PAGES,
  WINDOW_PTR,
  WINDOW_SCRATCH_AT,
  WINDOW_TABLE_AT,
} from "./layout";
import { wipe } from "./mover";
import { nurseryFreeBytes, nurseryGive } from "./nursery";
import { Leave, orderInsert, orderRemove } from "./order";
import {
  CONTROL_ACCEPT,
  CONTROL_FLAGS,
  CONTROL_FULL,
  CONTROL_HELD,
  CONTROL_PAGE_BYTES,
  CONTROL_SINK,
  Codec,
  EPHEMERAL_CHARGE,
} from "./records";
import { slabClose, slabFreeSum, slabIsEmpty, slotGive, slotSetOwner } from "./slab";
import { statAdd, statGet, statRaise, statSubtract } from "./stats";
import { stockBlockOf, stockFreeBytes, stockGive } from "./stock";

export const SCRATCH_PTR: usize = WINDOW_PTR + WINDOW_SCRATCH_AT;

/** Behind the scratch: where dense blocks are decoded and typed pages turned. */
function workPtr(): usize {
  return SCRATCH_PTR + load<u32>(CONTROL_PAGE_BYTES) + SLACK_BYTES;
}

/** Bytes of that: a dense block needs more than the page and its slack that a typed one does. */
export function workBytes(pageBytes: u32): u32 {
  return denseDecodeScratchBytes(pageBytes);
}

const TABLE_PTR: usize = WINDOW_PTR + WINDOW_TABLE_AT;

/** A page that saves less than 1 / 2^3 of itself is not worth decoding: RocksDB's and LevelDB's line as well. */
const WORTHWHILE_SHIFT: u32 = 3;
/** An answer of makeBody has the length of the body in so many bits, and its codec above. */
const MADE_BYTES_BITS: u32 = 20;
export function flag(bit: u32): bool {
  return (load<u32>(CONTROL_FLAGS) & bit) != 0;
}

/** Bytes in which bodies could be put if all of them lay together. */
export function freeBytes(): u32 {
  return stockFreeBytes() + slabFreeSum() + nurseryFreeBytes();
}

// ── in and out ──────────────────────────────────────────────────────────────────────────────────────────

/**
 * Enters the page under its key; `choice` says where in its client's order, if it is ephemeral. Its share of the body is
 * already counted.
 */
export function enter(area: usize, offset: u32, bytes: u32, body: usize, choice: u32): void {
  const account = areaAccount(area);
  const order = clientOrder(account);
  const stored = bodyCodec(body) == Codec.FILL ? 0 : bodyStored(body);
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

/** Takes a page out of everything that knows it. The caller counts why. */
export function removePage(entry: usize, how: Leave): void {
  const body = entryBody(entry);
  const area = entryArea(entry);
  const account = areaAccount(area);
  const filled = bodyCodec(body) == Codec.FILL;
  const stored = filled ? 0 : bodyStored(body);
  const node = entryNode(entry);
  if (node) orderRemove(clientOrder(account), node, how);
  if (account) clientCountPages(account, -1);
  areaDrop(area);
  directoryRemove(entry);
  statSubtract(STAT_STORED_PAGES, 1);
  statSubtract(STAT_RAW_BYTES, bodyRaw(body));
  // Bodies that several clients may share are charged to each sharer, others once.
  const left = unshare(body);
  if (!areaScope(area) || !left) relieve(area, stored);
  if (areaParent(area)) closeInode(area);
}

/** From here to letGo the area stays, whatever goes from it. */
export function hold(area: usize): void {
  store<u32>(CONTROL_HELD, area);
}

export function letGo(area: usize): void {
  store<u32>(CONTROL_HELD, 0);
  closeInode(area);
}

/** An inode without pages is forgotten, unless the operation under way works on it. */
function closeInode(area: usize): void {
  if (areaPages(area) || <usize>load<u32>(CONTROL_HELD) == area) return;
  const account = areaAccount(area);
  inodeClose(area);
  if (account) clientCountAreas(account, -1);
}

/** The area of an inode that has pages, or 0. */
export function inodeArea(fs: usize, inode: u64): usize {
  return areaIsOpen(fs) ? inodeFind(fs, inode) : 0;
}

export function charge(area: usize, bytes: u32): void {
  const account = areaAccount(area);
  if (account) clientCharge(account, bytes);
}

export function relieve(area: usize, bytes: u32): void {
  const account = areaAccount(area);
  if (account) clientRelieve(account, bytes);
}

/** The first entry of a bucket that belongs to the area. */
export function entryOfArea(bucket: u32, area: usize): usize {
  for (let entry = directoryFirst(bucket); entry; entry = directoryNext(entry)) {
    if (entryArea(entry) == area) return entry;
  }
  return 0;
}

// ── bodies ──────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The body for a page of this kind: encoded into scratch if that saves an eighth (law 15), else the page itself without its
 * trailing zeros. A page that its kind does not help is encoded as it is: the host may be wrong, or the page an odd one.
 * madeCodec and madeBytes tell what the answer says.
 */
export function makeBody(page: usize, bytes: u32, kind: PageKind): u32 {
  const trimmed = trimmedBytes(page, bytes);
  if (flag(FLAG_COMPRESS)) {
    const limit = worthwhile(trimmed);
    if (kind) {
      const typed = typedEncode(kind, page, bytes, trimmed, workPtr(), SCRATCH_PTR, limit, TABLE_PTR);
      wipeWork();
      if (typed) return (Codec.TYPED << MADE_BYTES_BITS) | typed;
    }
    const encoded = encodeTo(page, trimmed, SCRATCH_PTR);
    if (encoded) return (Codec.LZ4 << MADE_BYTES_BITS) | encoded;
  }
  return (Codec.RAW << MADE_BYTES_BITS) | trimmed;
}

/**
 * Encodes to a place that has room for what is worthwhile and the encoder's slack. 0 when it would save less than an eighth, and
 * for noise, which is not tried.
 */
export function encodeTo(page: usize, trimmed: u32, target: usize): u32 {
  if (isNoise(page, trimmed, TABLE_PTR)) return 0;
  return encode(page, trimmed, target, worthwhile(trimmed), TABLE_PTR);
}

export function madeCodec(made: u32): Codec {
  return <Codec>(made >> MADE_BYTES_BITS);
}

export function madeBytes(made: u32): u32 {
  return made & ((1 << MADE_BYTES_BITS) - 1);
}

/** Most bytes that a body may have in place of so many. */
function worthwhile(bytes: u32): u32 {
  return bytes - (bytes >> WORTHWHILE_SHIFT);
}

export function isPoor(stored: u32, raw: u32): bool {
  return stored > worthwhile(raw);
}

/** The body of a same-filled page: shared by all pages that repeat these eight bytes over this length. bodyReserve said yes. */
export function fillBody(pattern: u64, bytes: u32): usize {
  statAdd(STAT_FILL_PAGES, 1);
  const body = bodyFind(pattern, bytes, true, 0);
  if (!body) return bodyCreate(pattern, Codec.FILL, bytes, 1, 0, true);
  bodyShare(body);
  return body;
}

/** A body with the same bytes, with one more sharer, or 0. The bytes decide: a hash only proposes. */
export function duplicateOf(hash: u64, page: usize, bytes: u32): usize {
  let body = bodyFind(hash, bytes, false, 0);
  while (body) {
    if (expand(body, SCRATCH_PTR) && bytesEqual(SCRATCH_PTR, page, bytes)) {
      bodyShare(body);
      statAdd(STAT_DUPLICATE_PAGES, 1);
      return body;
    }
    statAdd(STAT_COLLISIONS, 1);
    body = bodyFind(hash, bytes, false, body);
  }
  return 0;
}

/** A body with the same key and the same bytes kept, with one more sharer, or 0. */
export function twinOf(key: u64, codec: Codec, raw: u32, stored: u32, at: usize): usize {
  let body = bodyFind(key, raw, false, 0);
  while (body) {
    const alike = bodyCodec(body) == codec && bodyStored(body) == stored;
    if (alike && bytesEqual(bodyPlace(body), at, stored)) {
      bodyShare(body);
      statAdd(STAT_DUPLICATE_PAGES, 1);
      return body;
    }
    body = bodyFind(key, raw, false, body);
  }
  return 0;
}

/** A body of the `stored` bytes at `at`, kept at `place`. bodyReserve has answered true. */
export function keepBytes(
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  at: usize,
  place: usize,
  indexed: bool,
): usize {
  memory.copy(place, at, stored);
  const body = bodyCreate(key, codec, raw, stored, place, indexed);
  slotSetOwner(place, body);
  countBody(raw, stored, true);
  return body;
}

/** Takes a sharer off a body, and frees it after the last. Answers how many are left. */
export function unshare(body: usize): u32 {
  const filled = bodyCodec(body) == Codec.FILL;
  if (filled) statSubtract(STAT_FILL_PAGES, 1);
  const left = bodyUnshare(body);
  if (left) {
    if (!filled) statSubtract(STAT_DUPLICATE_PAGES, 1);
    return left;
  }
  if (!filled) freeBody(body);
  bodyDestroy(body);
  if (load<u32>(CONTROL_FULL)) acceptAgain(0);
  return 0;
}

function freeBody(body: usize): void {
  const place = bodyPlace(body);
  const stored = bodyStored(body);
  uncountBody(bodyRaw(body), stored, !bodyYoung(body));
  if (bodyVersion(body)) dictionaryCount(bodyVersion(body), -1);
  wipe(place, stored);
  if (bodyYoung(body)) {
    nurseryGive(place);
  } else {
    const slab = stockBlockOf(place);
    slotGive(slab, place, stored);
    if (slabIsEmpty(slab)) {
      slabClose(slab);
      stockGive(slab);
    }
  }
}

/** An arena that was full accepts again when enough is free, `least` bytes at least. */
export function acceptAgain(least: u32): void {
  if (freeBytes() + looseBytes() >= max(least, load<u32>(CONTROL_ACCEPT))) store<u32>(CONTROL_FULL, 0);
}

/** Decodes the dense block of `stored` bytes into exactly `bytes` bytes. False when it does not come to that. */
export function denseExpand(version: u32, block: usize, stored: u32, page: usize, bytes: u32): bool {
  const dictionary = dictionaryOf(version);
  const tables = dictionaryTables(dictionary);
  const produced = denseDecode(block, stored, dictionary, tables, page, bytes, workPtr());
  wipeWork();
  return produced == <i32>bytes;
}

/** Counts a body that keeps bytes. One that is `settled` is known to be poor or not. */
export function countBody(raw: u32, stored: u32, settled: bool): void {
  statAdd(STAT_BODIES, 1);
  statAdd(STAT_ENCODED_BYTES, raw);
  statAdd(STAT_COMPRESSED_BYTES, stored);
  if (!settled) statAdd(STAT_YOUNG_PAGES, 1);
  else if (isPoor(stored, raw)) statAdd(STAT_POOR_BODIES, 1);
}

export function uncountBody(raw: u32, stored: u32, settled: bool): void {
  statSubtract(STAT_BODIES, 1);
  statSubtract(STAT_ENCODED_BYTES, raw);
  statSubtract(STAT_COMPRESSED_BYTES, stored);
  if (!settled) statSubtract(STAT_YOUNG_PAGES, 1);
  else if (isPoor(stored, raw)) statSubtract(STAT_POOR_BODIES, 1);
}

/** A body on its way, or a page that was compared, leaves nothing behind. */
export function wipeScratch(): void {
  wipe(SCRATCH_PTR, load<u32>(CONTROL_PAGE_BYTES) + SLACK_BYTES);
}

/** Nor does a page that was turned: whoever used the work wipes it. */
function wipeWork(): void {
  wipe(workPtr(), workBytes(load<u32>(CONTROL_PAGE_BYTES)));
}

/** Writes the page that a body stands for. False when the body does not decode to the right length or less. */
export function expand(body: usize, page: usize): bool {
  const bytes = bodyRaw(body);
  const codec = bodyCodec(body);
  if (codec == Codec.FILL) {
    fillExpand(page, bytes, bodyKey(body));
    return true;
  }
  const place = bodyPlace(body);
  const stored = bodyStored(body);
  if (codec == Codec.DENSE) return denseExpand(bodyVersion(body), place, stored, page, bytes);
  let produced = <i32>stored;
  if (codec == Codec.RAW) {
    memory.copy(page, place, stored);
  } else {
    fetch(place, stored);
    if (codec == Codec.LZ4) {
      produced = decode(place, stored, page, bytes);
    } else {
      produced = typedDecode(place, stored, workPtr(), page, bytes);
      wipeWork();
    }
    if (produced < 0) return false;
  }
  // The zeros with which the page ended were not kept.
  if (<u32>produced < bytes) memory.fill(page + produced, 0, bytes - produced);
  return true;
}

/**
 * Reads a byte of each line of a body. A decoder asks for a line only when it has understood the one before; asked for at
 * once, lines that are not in cache arrive together. Takes 5 % off the loads of `spillway measure`, nothing off hot ones.
 */
function fetch(at: usize, bytes: u32): void {
  const end = at + bytes;
  let sum: u32 = 0;
  for (let line = at; line < end; line += LINE_BYTES) sum |= load<u8>(line);
  // Written somewhere, so that the optimiser has to read.
  store<u32>(CONTROL_SINK, sum);
}
