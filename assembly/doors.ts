/**
 * doors.ts - the whole border, and doors to the parts behind it for tests and microbenchmarks.
 *
 * Owns:   nothing. Not part of the released module.
 */
import { areaNumbered } from "./areas";
import { bodyCodec, bodyPlace, bodyStored } from "./bodies";
import { decode } from "./codec/decode";
import { DENSE_TABLES_BYTES, denseDecode, denseDecodeScratchBytes, denseTables } from "./codec/dense_decode";
import { denseEncode } from "./codec/dense_encode";
import { denseCodes, denseIndex, denseIndexBytes, denseParseBytes } from "./codec/dense_parse";
import { denseTrain, denseTrainAdd, denseTrainOpen, TRAINING_BYTES } from "./codec/dense_train";
import { dictionaryValid } from "./codec/dictionary";
import { encode } from "./codec/encode";
import { fillDetect } from "./codec/fill";
import { isNoise } from "./codec/noise";
import { transform, transformBack } from "./codec/transform";
import { directoryFind, entryBody } from "./directory";
import { pageHash } from "./hash";
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
} from "./order";
import { CONTROL_REFUSE_GROWTH } from "./records";
import { slabOpen, slotGive, slotSetOwner, slotTake } from "./slab";
import { stockBlockOf, stockTake } from "./stock";

export * from "./index";
export * from "./layout";

/** Where the bytes of a page lie, to damage them; 0 for a same-filled page or none. */
export function door_place(area: u32, offset: u32): usize {
  const entry = directoryFind(areaNumbered(area), offset);
  return entry ? bodyPlace(entryBody(entry)) : 0;
}

/** How many bytes are kept for a page. */
export function door_stored(area: u32, offset: u32): u32 {
  const entry = directoryFind(areaNumbered(area), offset);
  return entry && bodyPlace(entryBody(entry)) ? bodyStored(entryBody(entry)) : 0;
}

/** The codec by which it is kept. The page is there. */
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

/** The low half of the hash; the high half goes to `high`, if that is not 0. */
export function door_hash(at: usize, bytes: u32, scope: u32, high: usize): u32 {
  const hash = pageHash(at, bytes, scope);
  if (high) store<u32>(high, <u32>(hash >> 32));
  return <u32>hash;
}

export function door_fill_detect(at: usize, bytes: u32): u32 {
  return <u32>fillDetect(at, bytes);
}

/** A place in a slab, opening one if need be; its tag says "no owner", so only door_slot_give may follow. */
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

// ── one pass over many pages, so that crossings are not measured ─────────────────────────────────────────

/**
 * Encodes `count` pages that lie side by side, their blocks side by side from `target` on, their lengths (u32) from
 * `lengths` on. The room must allow every block and SLACK_BYTES more. Answers the bytes of all blocks.
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

/** Hashes pages that lie side by side; answers something of all hashes. */
export function door_hash_all(pages: usize, count: u32, bytes: u32): u32 {
  let sum: u64 = 0;
  for (let i: u32 = 0; i < count; i += 1) sum += pageHash(pages + i * bytes, bytes, 0);
  return <u32>sum;
}

/** Copies such pages, all to the same place. */
export function door_copy_all(pages: usize, count: u32, bytes: u32, target: usize): void {
  for (let i: u32 = 0; i < count; i += 1) memory.copy(target, pages + i * bytes, bytes);
}

/** Grows memory by wasm pages for a test's own buffers; answers the first address, or 0. */
export function door_grow(wasm_pages: u32): usize {
  const before = memory.grow(wasm_pages);
  return before == -1 ? 0 : (<usize>before) << 16;
}

/** From now on about half of all growth is refused, as a host may; 0 ends it. Verify build only. */
export function door_refuse_growth(seed: u32): void {
  store<u32>(CONTROL_REFUSE_GROWTH, seed);
}

// ── the dense codec: regions of memory are the caller's, of the sizes that door_dense_bytes tells ──────

/** Bytes of a region: 0 prepared index, 1 work of a parse, 2 scratch of a decode, 3 of a training, 4 decode tables. */
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

/** A typed page turned, or turned back. */
export function door_transform(kind: u32, source: usize, bytes: u32, target: usize, back: u32): void {
  if (back) transformBack(kind, source, bytes, target);
  else transform(kind, source, bytes, target);
}

// ── the order of eviction by itself: pages are keys here, without bodies ───────────────────────────────

export function door_order_open(): usize {
  return orderReserve() ? orderOpen(1, 1) : 0;
}

/** Half of what names a key in duels and ghosts. */
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

/** Offset of the page to go next. */
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
