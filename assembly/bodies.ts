/**
 * bodies.ts - what is kept for a page, and who shares it.
 *
 * Owns:   body records (kind BODY_RECORDS) and the duplicate index over them: hash -> body.
 * Keeps:  refs == entries that name the body; a record is in the index exactly when its INDEXED flag says so;
 *         same-filled bodies have place 0, all others the address of their bytes in a slab.
 * Called: engine.ts.
 * Cost:   see table.ts.
 */

import {
  frameOlder,
  recordFrames,
  recordGive,
  recordLive,
  recordReserve,
  recordsCheck,
  recordsEnd,
  recordTake,
} from "./frames";
import {
  BODY_BYTES,
  BODY_CODEC_MASK,
  BODY_CODEC_SHIFT,
  BODY_GENERATION_SHIFT,
  BODY_INDEXED,
  BODY_PLACE_AT,
  BODY_RAW_AT,
  BODY_RECORDS,
  BODY_REFS_MAX,
  BODY_STATE_AT,
  BODY_STORED_AT,
  Codec,
  DUPLICATE_TABLE,
  FRAME_HEADER_BYTES,
  KEY_AT,
} from "./records";
import {
  tableCheck,
  tableFind,
  tableFindNext,
  tableInit,
  tableInsert,
  tableRecords,
  tableRemove,
} from "./table";

export function bodiesInit(ground: usize, segments: u32): bool {
  return tableInit(DUPLICATE_TABLE, ground, segments);
}

/** True when the next bodyCreate cannot fail. */
export function bodyReserve(): bool {
  return recordReserve(BODY_RECORDS);
}

/**
 * A body with one sharer. `key` is the page hash or the fill pattern; `raw` and `stored` lie in 1..65,536. An
 * indexed body can be found again by its key. bodyReserve has answered true.
 */
export function bodyCreate(
  key: u64,
  codec: Codec,
  raw: u32,
  stored: u32,
  place: usize,
  indexed: bool,
): usize {
  const body = recordTake(BODY_RECORDS, BODY_BYTES);
  const generation = (load<u32>(body, BODY_STATE_AT) >> BODY_GENERATION_SHIFT) + 1;
  store<u64>(body, key, KEY_AT);
  store<u32>(body, place, BODY_PLACE_AT);
  store<u32>(
    body,
    (generation << BODY_GENERATION_SHIFT) | (codec << BODY_CODEC_SHIFT) | (indexed ? BODY_INDEXED : 0) | 1,
    BODY_STATE_AT,
  );
  store<u16>(body, raw - 1, BODY_RAW_AT);
  store<u16>(body, stored - 1, BODY_STORED_AT);
  if (indexed) tableInsert(DUPLICATE_TABLE, body);
  return body;
}

/** Forgets a body that nobody shares any more. Its bytes are the caller's to free. The generation stays. */
export function bodyDestroy(body: usize): void {
  const state = load<u32>(body, BODY_STATE_AT);
  assert(!(state & BODY_REFS_MAX));
  if (state & BODY_INDEXED) tableRemove(DUPLICATE_TABLE, body);
  store<u32>(body, state & ((<u32>-1) << BODY_GENERATION_SHIFT), BODY_STATE_AT);
  recordGive(BODY_RECORDS, body);
}

/** First indexed body with this key, or 0. */
export function bodyFind(key: u64): usize {
  return tableFind(DUPLICATE_TABLE, key);
}

/** Next indexed body with the key of `body`, or 0. */
export function bodyFindNext(body: usize): usize {
  return tableFindNext(body);
}

export function bodyKey(body: usize): u64 {
  return load<u64>(body, KEY_AT);
}

export function bodyCodec(body: usize): Codec {
  return <Codec>((load<u32>(body, BODY_STATE_AT) >> BODY_CODEC_SHIFT) & BODY_CODEC_MASK);
}

/** Length of the page. */
export function bodyRaw(body: usize): u32 {
  return <u32>load<u16>(body, BODY_RAW_AT) + 1;
}

/** Length of the bytes kept. Of no meaning for a same-filled page. */
export function bodyStored(body: usize): u32 {
  return <u32>load<u16>(body, BODY_STORED_AT) + 1;
}

export function bodyPlace(body: usize): usize {
  return <usize>load<u32>(body, BODY_PLACE_AT);
}

export function bodySetPlace(body: usize, place: usize): void {
  store<u32>(body, place, BODY_PLACE_AT);
}

export function bodyRefs(body: usize): u32 {
  return load<u32>(body, BODY_STATE_AT) & BODY_REFS_MAX;
}

/** Adds a sharer. False when the body takes no more. */
export function bodyShare(body: usize): bool {
  if (bodyRefs(body) == BODY_REFS_MAX) return false;
  store<u32>(body, load<u32>(body, BODY_STATE_AT) + 1, BODY_STATE_AT);
  return true;
}

/** Takes a sharer away and answers how many are left. */
export function bodyUnshare(body: usize): u32 {
  assert(bodyRefs(body) != 0);
  store<u32>(body, load<u32>(body, BODY_STATE_AT) - 1, BODY_STATE_AT);
  return bodyRefs(body);
}

export function bodyCount(): u32 {
  return recordLive(BODY_RECORDS);
}

export function bodyFrames(): usize {
  return recordFrames(BODY_RECORDS);
}

export function bodyOlder(frame: usize): usize {
  return frameOlder(frame);
}

/** The first live body of the frame behind `after` (0: from the frame's start), or 0. */
export function bodyIn(frame: usize, after: usize): usize {
  const end = recordsEnd(BODY_RECORDS, frame);
  let body = after ? after + BODY_BYTES : frame + FRAME_HEADER_BYTES;
  while (body < end) {
    if (bodyRefs(body)) return body;
    body += BODY_BYTES;
  }
  return 0;
}

/** True when records, index and free list agree. */
export function bodiesCheck(): bool {
  if (!recordsCheck(BODY_RECORDS, BODY_BYTES)) return false;
  if (!tableCheck(DUPLICATE_TABLE)) return false;
  let live: u32 = 0;
  let indexed: u32 = 0;
  for (let frame = bodyFrames(); frame; frame = frameOlder(frame)) {
    let body = bodyIn(frame, 0);
    while (body) {
      live += 1;
      if (load<u32>(body, BODY_STATE_AT) & BODY_INDEXED) indexed += 1;
      if ((bodyCodec(body) == Codec.FILL) != (bodyPlace(body) == 0)) return false;
      body = bodyIn(frame, body);
    }
  }
  return live == bodyCount() && indexed == tableRecords(DUPLICATE_TABLE);
}
