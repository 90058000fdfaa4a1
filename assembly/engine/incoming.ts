/**
 * incoming.ts - a page whose body was made elsewhere, as a record, and the body made of it here.
 *
 * Owns:   the record in the slack of scratch. Each parcel in the window begins with such a record (layout.ts
 *         draws it).
 * Keeps:  a body that comes shares the body of an equal page, if it may; otherwise it takes a place and is
 *         charged.
 * Cost:   a copy of the bytes, or one comparison; no decoding and no encoding.
 */
import { PARCEL_BYTES, SLACK_BYTES, STAT_AWAY_MOVED_IN } from "../ground/layout";
import { Codec } from "../ground/records";
import { statAdd } from "../ground/stats";
import { areaScope } from "../owners/areas";
import {
  bodyAway,
  bodyCodec,
  bodyPlace,
  bodyRaw,
  bodySetDense,
  bodySetWarm,
  bodyShared,
  bodyStored,
  bodyVersion,
  bodyWarm,
} from "../owners/bodies";
import { dictionaryCount } from "../owners/dictionaries";
import { segmentOf, segmentReserve, segmentsAreOpen } from "../owners/segments";
import { awayTwinOf, bytesOf, fillBody, keepAway, keepBytes, twinOf } from "./body";
import { chargeAway, chargeMade } from "./ledger";
import { settledKey } from "./nursery_policy";
import { placeFor } from "./placement";
import { slackPtr } from "./scratch";

export const INCOMING_KEY_AT: usize = 0;
/** Number of the area, or of the file system of an inode. */
export const INCOMING_AREA_AT: usize = 8;
export const INCOMING_OFFSET_AT: usize = 12;
export const INCOMING_RAW_AT: usize = 16;
export const INCOMING_STORED_AT: usize = 20;
export const INCOMING_CODEC_AT: usize = 24;
export const INCOMING_VERSION_AT: usize = 26;
/** Marks, as bits: MAY_SHARE with equal ones; IS_AWAY, on a device; IS_WARM, used of late. */
export const INCOMING_MARKS_AT: usize = 28;
export const MAY_SHARE: u32 = 1;
export const IS_AWAY: u32 = 2;
export const IS_WARM: u32 = 4;
/** The place of an ephemeral page in its client's order, 0 for a persistent one. OF_INODE is a bit of it. */
export const INCOMING_CHOICE_AT: usize = 30;
export const INCOMING_INODE_AT: usize = 32;
/** Of a body on a device, which no page of an inode has. */
export const INCOMING_LOCATION_AT: usize = 32;
export const OF_INODE: u32 = 0x8000;

if (INCOMING_INODE_AT + 8 != PARCEL_BYTES) ERROR("a parcel begins with the record of its page");
if (PARCEL_BYTES > SLACK_BYTES) ERROR("the record must fit the slack of scratch");

/** A record of zeros, for one page at a time, as long as nothing is decoded into scratch. */
export function incomingBlank(): usize {
  memory.fill(slackPtr(), 0, PARCEL_BYTES);
  return slackPtr();
}

/** Writes what the record says of a body. The key of a page that waits is the hash that it will have. */
export function incomingTell(incoming: usize, body: usize): void {
  const away = bodyAway(body);
  let marks: u32 = bodyShared(body) ? MAY_SHARE : 0;
  if (bodyWarm(body)) marks |= IS_WARM;
  if (away) marks |= IS_AWAY;
  store<u64>(incoming, settledKey(body), INCOMING_KEY_AT);
  store<u32>(incoming, bodyRaw(body), INCOMING_RAW_AT);
  store<u32>(incoming, away ? bodyStored(body) : bytesOf(body), INCOMING_STORED_AT);
  store<u16>(incoming, bodyCodec(body), INCOMING_CODEC_AT);
  store<u16>(incoming, bodyVersion(body), INCOMING_VERSION_AT);
  store<u16>(incoming, marks, INCOMING_MARKS_AT);
  if (away) store<u32>(incoming, bodyPlace(body), INCOMING_LOCATION_AT);
}

/** Bytes that must come with the record: none for a same-filled page, nor for a body on a device. */
export function incomingBytes(incoming: usize): u32 {
  return load<u16>(incoming, INCOMING_MARKS_AT) & IS_AWAY ? 0 : load<u32>(incoming, INCOMING_STORED_AT);
}

/**
 * The body that the record tells of, with one sharer more, for a page of `area`; its bytes are at `at`. 0
 * when there is no place for it. reserveRecords has answered true.
 */
export function incomingBody(area: usize, incoming: usize, at: usize): usize {
  const key = load<u64>(incoming, INCOMING_KEY_AT);
  const raw = load<u32>(incoming, INCOMING_RAW_AT);
  const codec = <Codec>load<u16>(incoming, INCOMING_CODEC_AT);
  if (codec == Codec.FILL) return fillBody(key, raw);
  const stored = load<u32>(incoming, INCOMING_STORED_AT);
  const marks = <u32>load<u16>(incoming, INCOMING_MARKS_AT);
  const indexed = (marks & MAY_SHARE) != 0;
  const away = (marks & IS_AWAY) != 0;
  const location = load<u32>(incoming, INCOMING_LOCATION_AT);
  let body: usize = 0;
  if (indexed)
    body = away ? awayTwinOf(key, raw, location) : twinOf(key, codec, raw, stored, at, areaScope(area));
  if (body) return body;
  if (away) {
    if (!segmentsAreOpen() || !segmentReserve(segmentOf(location))) return 0;
    body = keepAway(key, codec, raw, stored, location, indexed);
    chargeAway(area, stored);
    statAdd(STAT_AWAY_MOVED_IN, 1);
  } else {
    const place = placeFor(stored);
    if (!place) return 0;
    body = keepBytes(key, codec, raw, stored, at, place, indexed);
    chargeMade(area, stored);
  }
  const version = <u32>load<u16>(incoming, INCOMING_VERSION_AT);
  if (version) {
    bodySetDense(body, version, stored);
    dictionaryCount(version, 1);
  }
  bodySetWarm(body, (marks & IS_WARM) != 0);
  return body;
}
