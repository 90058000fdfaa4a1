/**
 * doors.ts - the whole border, and doors to the parts behind it for tests and microbenchmarks.
 *
 * Owns:   nothing. Not part of the released module.
 */
import { areaNumbered } from "./areas";
import { bodyPlace, bodyStored } from "./bodies";
import { decode } from "./codec/decode";
import { encode } from "./codec/encode";
import { fillDetect } from "./codec/fill";
import { directoryFind, entryBody } from "./directory";
import { pageHash } from "./hash";
import { CONTROL_REFUSE_GROWTH } from "./records";
import { slabOpen, slotGive, slotSetOwner, slotTake } from "./slab";
import { stockBlockOf, stockTake } from "./stock";

export * from "./index";

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

export function door_encode(
  source: usize,
  bytes: u32,
  target: usize,
  limit: u32,
  table: usize,
  state: usize,
): u32 {
  return encode(source, bytes, target, limit, table, state);
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

/** Grows memory by wasm pages for a test's own buffers; answers the first address, or 0. */
export function door_grow(wasm_pages: u32): usize {
  const before = memory.grow(wasm_pages);
  return before == -1 ? 0 : (<usize>before) << 16;
}

/** From now on about half of all growth is refused, as a host may; 0 ends it. Verify build only. */
export function door_refuse_growth(seed: u32): void {
  store<u32>(CONTROL_REFUSE_GROWTH, seed);
}
