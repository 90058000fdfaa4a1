/**
 * doors.ts - the whole border, and doors to the parts behind it, for tests and microbenchmarks.
 *
 * Owns:   nothing. It is no part of the released module.
 */
import { pageHash } from "./ground/hash";
import { CONTROL_REFUSE_GROWTH } from "./ground/records";
import { DENSE_TABLES_BYTES, denseDecode, denseDecodeScratchBytes, denseTables } from "./codec/dense/decode";
import { dictionaryValid } from "./codec/dense/dictionary";
import { denseEncode } from "./codec/dense/encode";
import { denseCodes, denseIndex, denseIndexBytes, denseParseBytes } from "./codec/dense/parse";
import { denseTrain, denseTrainAdd, denseTrainOpen, TRAINING_BYTES } from "./codec/dense/train";
import { fillDetect } from "./codec/fill";
import { decode } from "./codec/lz4/decode";
import { encode } from "./codec/lz4/encode";
import { isNoise } from "./codec/lz4/noise";
import { transform, transformBack } from "./codec/typed/transform";
import { stockBlockOf, stockTake } from "./memory/blocks";
import { slabOpen, slotGive, slotSetOwner, slotTake } from "./memory/slab";
import { areaNumbered } from "./owners/areas";
import { bodyCodec, bodyPlace, bodyStored } from "./owners/bodies";
import { directoryFind, entryBody } from "./owners/directory";
import {
  keyHash,
  nodeOffset,
  nodeReserve,
  orderCheck,
  orderChoose,
  orderInsert,
  orderOpen,
  orderRemove,
  orderReserve,
  orderRight,
  orderTouch,
  orderVictim,
  orderWalk,
} from "./owners/eviction/orders";

export * from "./index";
export * from "./ground/layout";
// Sizes and bounds that the host reckons with. Offsets in records stay here: the host reads no record.
export {
  AREA_BYTES,
  AREA_NUMBER_MAX,
  BODY_BYTES,
  DIRECTORY_LOAD,
  DUPLICATE_LOAD,
  ENTRIES_A_LINE,
  FRAME_BYTES,
  FRAME_HEADER_BYTES,
  HANDLES_A_LINE,
  INODE_LOAD,
  INODES_A_LINE,
  NODE_BYTES,
  PAGE_CHARGE_MAX,
  SLAB_HEADER_BYTES,
  SLAB_PAGE_COUNT,
  TAG_BYTES,
  VERSION_MAX,
} from "./ground/records";
export { DICTIONARY_BYTES_MAX, DICTIONARY_CONTENT_AT, DICTIONARY_CONTENT_MAX } from "./codec/dense/format";
export { SPARE_BLOCKS, SPARE_PART } from "./engine/placement";
export { GHOST_BYTES } from "./owners/eviction/ghosts";

/** Where the body of a page lies, for a test that damages it; 0 for a same-filled page, or none. */
export function door_place(area: u32, offset: u32): usize {
  const entry = directoryFind(areaNumbered(area), offset);
  return entry ? bodyPlace(entryBody(entry)) : 0;
}

/** Bytes of the body of a page; 0 for a same-filled page, or none. */
export function door_stored(area: u32, offset: u32): u32 {
  const entry = directoryFind(areaNumbered(area), offset);
  return entry && bodyPlace(entryBody(entry)) ? bodyStored(entryBody(entry)) : 0;
}

/** The codec of a page that is there. */
export function door_codec(area: u32, offset: u32): u32 {
  return bodyCodec(entryBody(directoryFind(areaNumbered(area), offset)));
}

export function door_encode(source: usize, bytes: u32, target: usize, limit: u32, table: usize): u32 {
  return encode(source, bytes, target, limit, table);
}

export function door_is_noise(at: usize, bytes: u32, table: usize): u32 {
  return <u32>isNoise(at, bytes, table);
}

export function door_decode(source: usize, bytes: u32, target: usize, room: u32): i32 {
  return decode(source, bytes, target, room);
}

/** The low half of the hash. The high half goes to `high`, if that is not 0. */
export function door_hash(at: usize, bytes: u32, scope: u32, high: usize): u32 {
  const hash = pageHash(at, bytes, scope);
  if (high) store<u32>(high, <u32>(hash >> 32));
  return <u32>hash;
}

export function door_fill_detect(at: usize, bytes: u32): u32 {
  return <u32>fillDetect(at, bytes);
}

/** A place in a slab, opened if need be. Its tag names no owner, so only door_slot_give may follow. */
export function door_slot_take(bytes: u32): usize {
  let place = slotTake(bytes);
  if (!place) {
    const block = stockTake();
    if (!block) return 0;
    slabOpen(block);
    place = slotTake(bytes);
  }
  slotSetOwner(place, 0);
  return place;
}

export function door_slot_give(place: usize, bytes: u32): void {
  slotGive(stockBlockOf(place), place, bytes);
}

// ── one pass over many pages: crossings are not measured ──────────────────────────────────────────────

/**
 * Encodes `count` pages that lie side by side. Their blocks go side by side from `target` on, their lengths
 * (u32) from `lengths` on. The room must allow every block and SLACK_BYTES more. Answers the bytes of all of
 * them.
 */
export function door_encode_all(
  pages: usize,
  count: u32,
  bytes: u32,
  target: usize,
  limit: u32,
  table: usize,
  lengths: usize,
): u32 {
  let to = target;
  for (let i: u32 = 0; i < count; i += 1) {
    const length = encode(pages + i * bytes, bytes, to, limit, table);
    store<u32>(lengths + (i << 2), length);
    to += length;
  }
  return <u32>(to - target);
}

/** Decodes such blocks, all into the same `bytes` bytes at `target`. Answers how many were whole. */
export function door_decode_all(blocks: usize, count: u32, bytes: u32, target: usize, lengths: usize): u32 {
  let from = blocks;
  let whole: u32 = 0;
  for (let i: u32 = 0; i < count; i += 1) {
    const length = load<u32>(lengths + (i << 2));
    if (decode(from, length, target, bytes) == bytes) whole += 1;
    from += length;
  }
  return whole;
}

/** Hashes pages that lie side by side. Answers a sum of all hashes. */
export function door_hash_all(pages: usize, count: u32, bytes: u32): u32 {
  let sum: u64 = 0;
  for (let i: u32 = 0; i < count; i += 1) sum += pageHash(pages + i * bytes, bytes, 0);
  return <u32>sum;
}

/** Copies such pages, all to the same place. */
export function door_copy_all(pages: usize, count: u32, bytes: u32, target: usize): void {
  for (let i: u32 = 0; i < count; i += 1) memory.copy(target, pages + i * bytes, bytes);
}

/** Grows memory by wasm pages, for buffers of a test. Answers the first address, or 0. */
export function door_grow(wasm_pages: u32): usize {
  const before = memory.grow(wasm_pages);
  return before == -1 ? 0 : (<usize>before) << 16;
}

/** Refuses about half of all growth from now on, as a host may; 0 ends that. Verify build only. */
export function door_refuse_growth(seed: u32): void {
  store<u32>(CONTROL_REFUSE_GROWTH, seed);
}

// ── the dense codec: regions of memory are the caller's, of the sizes that door_dense_bytes tells ─────

/**
 * Bytes of a region: 0 prepared index, 1 work of a parse, 2 scratch of a decode, 3 training, 4 decode tables.
 */
export function door_dense_bytes(which: u32, page_bytes: u32, content_bytes: u32): u32 {
  if (which == 0) return denseIndexBytes(content_bytes);
  if (which == 1) return denseParseBytes(page_bytes);
  if (which == 2) return denseDecodeScratchBytes(page_bytes);
  return which == 3 ? TRAINING_BYTES : DENSE_TABLES_BYTES;
}

/** Begins a sample in the `room` bytes at `sample`. */
export function door_dense_open(training: usize, sample: usize, room: u32): void {
  denseTrainOpen(training, sample, room);
}

/** Copies a page to the sample. 1, or 0 when there is no room. */
export function door_dense_add(training: usize, page: usize, bytes: u32): u32 {
  return <u32>denseTrainAdd(training, page, bytes);
}

export function door_dense_train(
  training: usize,
  version: u32,
  dictionary: usize,
  content_bytes: u32,
  index: usize,
  work: usize,
): u32 {
  return denseTrain(training, version, dictionary, content_bytes, index, work);
}

export function door_dictionary_valid(dictionary: usize, bytes: u32): u32 {
  return <u32>dictionaryValid(dictionary, bytes);
}

/** What encoding needs of a dictionary. */
export function door_dense_index(dictionary: usize, index: usize): void {
  denseCodes(dictionary, index);
  denseIndex(dictionary, index);
}

/** What decoding needs of a dictionary. */
export function door_dense_tables(dictionary: usize, tables: usize): void {
  denseTables(dictionary, tables);
}

export function door_dense_encode(
  page: usize,
  page_bytes: u32,
  dictionary: usize,
  index: usize,
  work: usize,
  target: usize,
  limit: u32,
): u32 {
  return denseEncode(page, page_bytes, dictionary, index, work, target, limit);
}

export function door_dense_decode(
  source: usize,
  bytes: u32,
  dictionary: usize,
  tables: usize,
  target: usize,
  page_bytes: u32,
  scratch: usize,
): i32 {
  return denseDecode(source, bytes, dictionary, tables, target, page_bytes, scratch);
}

/** Turns a typed page, or turns it back. */
export function door_transform(kind: u32, source: usize, bytes: u32, target: usize, back: u32): void {
  if (back) transformBack(kind, source, bytes, target);
  else transform(kind, source, bytes, target);
}

// ── the order of eviction by itself: pages are keys here, without bodies ──────────────────────────────

export function door_order_open(): usize {
  return orderReserve() ? orderOpen(1, 1) : 0;
}

/** Half of the hash that names a key in duels and ghosts. */
export function door_order_hash(offset: u32, high: u32): u32 {
  return <u32>(high ? keyHash(1, offset) >> 32 : keyHash(1, offset));
}

export function door_order_choose(order: usize, offset: u32): u32 {
  return orderChoose(order, 1, offset);
}

/** The node of the page, or 0. */
export function door_order_insert(order: usize, offset: u32, charge: u32, choice: u32): usize {
  return nodeReserve() ? orderInsert(order, 1, offset, 8, charge, choice) : 0;
}

export function door_order_touch(order: usize, node: usize): void {
  orderTouch(order, node);
}

/** Offset of the page that goes next. */
export function door_order_victim(order: usize, from_main: u32): u32 {
  return nodeOffset(orderVictim(order, from_main != 0));
}

export function door_order_remove(order: usize, node: usize, how: u32): void {
  orderRemove(order, node, <i32>how);
}

export function door_order_check(): u32 {
  let right = orderCheck();
  for (let order = orderWalk(0); order && right; order = orderWalk(order)) right = orderRight(order);
  return <u32>right;
}
