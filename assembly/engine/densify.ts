/**
 * densify.ts - finds pages that are not in use, hands them out whole, and takes them back denser.
 *
 * Owns:   in the window: which page was handed out last.
 * Keeps:  a body changes only when the dense block decodes to its page, by the hash that every load checks. A
 *         body for which nothing is gained is marked, and not handed out again.
 * Cost:   two decodings and two hashes a page, some ten microseconds. The encoder takes a hundred.
 *
 * The host hands the page to the encoder of a workshop, which takes as many steps as it needs, and then the
 * block to densifyKeep. The block stays where the body was, at the start of its slot, and the rest of the
 * slot becomes a hole. So there is always a place for it, even in a full arena.
 */
import { pageHash } from "../ground/hash";
import { STAT_RECOMPRESSED, STAT_RECOMPRESSED_BYTES, STAT_TRIED_BODIES } from "../ground/layout";
import { Codec, EPHEMERAL_CHARGE, Home } from "../ground/records";
import { statAdd } from "../ground/stats";
import { DENSE_VERSION_AT } from "../codec/dense/format";
import { stockBlockOf } from "../memory/blocks";
import { slotShrink } from "../memory/slab";
import { areaAccount, areaScope } from "../owners/areas";
import {
  bodyCodec,
  bodyHome,
  bodyIdle,
  bodyKey,
  bodyPlace,
  bodyRaw,
  bodyRefs,
  bodySetDense,
  bodySetIdle,
  bodySetTried,
  bodyStored,
  bodyTried,
  bodyYoung,
} from "../owners/bodies";
import { clientOrder } from "../owners/clients";
import { dictionaryCount, dictionaryOf } from "../owners/dictionaries";
import {
  directoryBuckets,
  directoryFind,
  entryArea,
  entryBody,
  entryNode,
  entryOffset,
  walkBucket,
  walkEntry,
  walkFrom,
  walkNext,
} from "../owners/directory";
import { orderRecharge } from "../owners/eviction/orders";
import { countBody, denseExpand, expand, uncountBody } from "./body";
import { relieve } from "./ledger";
import { acceptAgain } from "./limits";
import { tidy } from "./placement";
import { wipeScratch } from "./scratch";
import { wipe } from "./settings";
import {
  STATE_AREA_AT,
  STATE_BODY_AT,
  STATE_KEY_AT,
  STATE_OFFSET_AT,
  scratchPtr,
  statePtr,
  windowPtr,
} from "../ground/window";

/**
 * Smaller bodies are left alone. On JSON values of 24 bytes dense blocks saved nine bytes each, on values of
 * 40 bytes 22. Record and entry take some 47.
 */
const BYTES_MIN: u32 = 32;
/** A dense body must save an eighth of the body that it replaces, or the slower loads are not worth it. */
const GAIN_SHIFT: u32 = 3;

/** Most bytes that a dense block may have in place of a body. */
export function densifyLimit(body: usize): u32 {
  return bodyStored(body) - (bodyStored(body) >> GAIN_SHIFT);
}

/**
 * Marks the bodies of up to `count` buckets of the directory as idle, from bucket `from` on. Answers the
 * bucket to go on with, or 0 after the last. A removal between two calls may move a page to a bucket that was
 * passed: then the page counts as used.
 */
export function densifyMark(from: u32, count: u32): u32 {
  const buckets = directoryBuckets();
  const end = min(from + count, buckets);
  for (let at = walkFrom(from, end); at; at = walkNext(at, end)) bodySetIdle(entryBody(walkEntry(at)));
  return end < buckets ? end : 0;
}

/**
 * Looks for a page of `scope` that could be denser, from bucket `from` of the directory on, behind the first
 * `skip` in that bucket. With `idle` only a page counts that was not used since the last marking. Puts it
 * whole into the window and answers its bucket plus one, or 0 when there is none. After `most` buckets the
 * answer is the bucket to go on with plus one, and no page is handed out. Damaged bodies stay as they are.
 */
export function densifyNext(from: u32, skip: u32, most: u32, idle: bool, scope: u32): u32 {
  store<u32>(statePtr(), 0, STATE_BODY_AT);
  const buckets = directoryBuckets();
  if (from >= buckets) return 0;
  const end = buckets - from > most ? from + most : buckets;
  let left = skip;
  for (let at = walkFrom(from, end); at; at = walkNext(at, end)) {
    const entry = walkEntry(at);
    if (walkBucket(at) != from) left = 0;
    const wanted = areaScope(entryArea(entry)) == scope && mayBeDenser(entry, idle);
    if (wanted && left) left -= 1;
    else if (wanted && handOut(entry)) return walkBucket(at) + 1;
  }
  return end < buckets ? end + 1 : 0;
}

function mayBeDenser(entry: usize, idle: bool): bool {
  const body = entryBody(entry);
  const codec = bodyCodec(body);
  if (codec == Codec.FILL || codec == Codec.DENSE || bodyYoung(body) || bodyTried(body)) return false;
  // A device has the body, or is about to have it: then it must not change.
  if (bodyHome(body) != Home.MEMORY) return false;
  if (bodyStored(body) < BYTES_MIN || (idle && !bodyIdle(body))) return false;
  // Other bodies are charged to several pages, and the saving would have to be told to each of them.
  return bodyRefs(body) == 1 || (areaScope(entryArea(entry)) != 0 && !entryNode(entry));
}

/**
 * Puts the page of the entry into the window. False when its body is damaged, which then is not tried again.
 */
function handOut(entry: usize): bool {
  const body = entryBody(entry);
  const area = entryArea(entry);
  if (!expand(body, windowPtr()) || pageHash(windowPtr(), bodyRaw(body), areaScope(area)) != bodyKey(body)) {
    giveUp(body);
    return false;
  }
  store<u32>(statePtr(), area, STATE_AREA_AT);
  store<u32>(statePtr(), entryOffset(entry), STATE_OFFSET_AT);
  store<u32>(statePtr(), body, STATE_BODY_AT);
  store<u64>(statePtr(), bodyKey(body), STATE_KEY_AT);
  return true;
}

/** The body of the page that was handed out last, or 0. */
export function densifyBody(): usize {
  return <usize>load<u32>(statePtr(), STATE_BODY_AT);
}

/** Marks a body for which nothing is gained. */
function giveUp(body: usize): void {
  bodySetTried(body);
  statAdd(STAT_TRIED_BODIES, 1);
}

/**
 * Keeps the page that was handed out last as the dense block of `bytes` bytes in the window; `bytes` 0 says
 * that no block saves enough. Anything may have happened since: a page that was removed, replaced or moved
 * stays as it is (law 8). Answers the bytes saved. With 0 the page stays as it was; if it is the same page,
 * it is not tried again.
 */
export function densifyKeep(bytes: u32): u32 {
  const body = densifyBody();
  store<u32>(statePtr(), 0, STATE_BODY_AT);
  const area = <usize>load<u32>(statePtr(), STATE_AREA_AT);
  const entry = body ? directoryFind(area, load<u32>(statePtr(), STATE_OFFSET_AT)) : 0;
  if (
    !entry ||
    entryBody(entry) != body ||
    bodyKey(body) != load<u64>(statePtr(), STATE_KEY_AT) ||
    !mayBeDenser(entry, false)
  )
    return 0;
  const raw = bodyRaw(body);
  const before = bodyStored(body);
  const version = <u32>load<u8>(windowPtr(), DENSE_VERSION_AT);
  const good =
    bytes != 0 &&
    bytes <= densifyLimit(body) &&
    dictionaryOf(version) != 0 &&
    denseExpand(version, windowPtr(), bytes, scratchPtr(), raw) &&
    pageHash(scratchPtr(), raw, areaScope(area)) == bodyKey(body);
  wipeScratch();
  if (!good) {
    giveUp(body);
    return 0;
  }
  uncountBody(raw, before, true);
  memory.copy(bodyPlace(body), windowPtr(), bytes);
  wipe(bodyPlace(body) + bytes, before - bytes);
  slotShrink(stockBlockOf(bodyPlace(body)), bodyPlace(body), before, bytes);
  bodySetDense(body, version, bytes);
  dictionaryCount(version, 1);
  countBody(raw, bytes, true);
  relieve(area, before - bytes);
  const node = entryNode(entry);
  if (node) orderRecharge(clientOrder(areaAccount(area)), node, EPHEMERAL_CHARGE + bytes);
  statAdd(STAT_RECOMPRESSED, 1);
  statAdd(STAT_RECOMPRESSED_BYTES, before - bytes);
  acceptAgain(0);
  tidy();
  return before - bytes;
}
