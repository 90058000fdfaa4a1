/**
 * rested.ts - pages that rest are found, handed out whole, and taken back denser.
 *
 * Owns:   RESTED_CONTROL: which page was handed out last.
 * Keeps:  a body changes only when the dense block decodes to its page: by hash, as every load would check it. A body for which
 *         nothing is gained is marked, and not handed out again.
 * Called: index.ts, in this order: rested_next here, the encoder of a workshop, for as many steps as it takes, rested_keep here.
 * Cost:   two decodes and two hashes a page, some ten microseconds, beside a hundred of the encoder.
 *
 * A dense block stays where the body was, at the start of its slot, and what the slot has too much becomes a hole: so there is
 * always a place for it, in a full arena too, and compaction does the rest.
 */
import { areaAccount, areaScope } from "./areas";
import {
  bodyCodec,
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
} from "./bodies";
import { clientOrder } from "./clients";
import { DENSE_VERSION_AT } from "./codec/dense_format";
import { dictionaryCount, dictionaryOf } from "./dictionaries";
import {
  directoryBuckets,
  directoryFind,
  directoryFirst,
  directoryNext,
  entryArea,
  entryBody,
  entryNode,
  entryOffset,
} from "./directory";
import { pageHash } from "./hash";
import { STAT_RECOMPRESSED, STAT_RECOMPRESSED_BYTES, STAT_TRIED_BODIES, WINDOW_PTR } from "./layout";
import { wipe } from "./mover";
import { orderRecharge } from "./order";
import {
  acceptAgain,
  countBody,
  denseExpand,
  expand,
  relieve,
  SCRATCH_PTR,
  uncountBody,
  wipeScratch,
} from "./pages";
import { Codec, EPHEMERAL_CHARGE, RESTED_CONTROL } from "./records";
import { tidy } from "./room";
import { slotShrink } from "./slab";
import { statAdd } from "./stats";
import { stockBlockOf } from "./stock";

const AREA: usize = RESTED_CONTROL + 0;
const OFFSET: usize = RESTED_CONTROL + 4;
const BODY: usize = RESTED_CONTROL + 8;
/** u64, not on a word of eight: the key of that body. */
const KEY: usize = RESTED_CONTROL + 12;

/**
 * Bodies below this are left alone. Of JSON values of 24 bytes dense blocks saved nine bytes each, of 40 bytes 22; record and
 * entry take some 47.
 */
const BYTES_MIN: u32 = 32;
/** A dense body must save an eighth of what it replaces, or the slower loads are not worth it. */
const GAIN_SHIFT: u32 = 3;

/** Most bytes that a dense block may have in place of a body. */
export function restedLimit(body: usize): u32 {
  return bodyStored(body) - (bodyStored(body) >> GAIN_SHIFT);
}

/**
 * Marks as idle the bodies of up to `count` buckets of the directory from bucket `from` on. Answers the bucket to go on with, or 0
 * after the last. What is removed between two calls may move a page to a bucket that is past: it counts as used then.
 */
export function restedMark(from: u32, count: u32): u32 {
  const buckets = directoryBuckets();
  const end = min(from + count, buckets);
  for (let bucket = from; bucket < end; bucket += 1) {
    for (let entry = directoryFirst(bucket); entry; entry = directoryNext(entry)) {
      bodySetIdle(entryBody(entry));
    }
  }
  return end < buckets ? end : 0;
}

/**
 * Looks for a page of `scope` that could be denser, from bucket `from` of the directory on, but for the first `skip` in that
 * bucket: one that was not used since the last marking, if `idle`. Puts it whole into the window, and answers the bucket where
 * it is, plus one; or 0 when there is none. Looks at no more than `most` buckets: then the answer is the bucket to go on with,
 * plus one, and no page is handed out. Bodies that are damaged stay as they are.
 */
export function restedNext(from: u32, skip: u32, most: u32, idle: bool, scope: u32): u32 {
  store<u32>(BODY, 0);
  const buckets = directoryBuckets();
  if (from >= buckets) return 0;
  const end = buckets - from > most ? from + most : buckets;
  let left = skip;
  for (let bucket = from; bucket < end; bucket += 1) {
    if (bucket != from) left = 0;
    for (let entry = directoryFirst(bucket); entry; entry = directoryNext(entry)) {
      const wanted = areaScope(entryArea(entry)) == scope && mayBeDenser(entry, idle);
      if (wanted && left) left -= 1;
      else if (wanted && handOut(entry)) return bucket + 1;
    }
  }
  return end < buckets ? end + 1 : 0;
}

function mayBeDenser(entry: usize, idle: bool): bool {
  const body = entryBody(entry);
  const codec = bodyCodec(body);
  if (codec == Codec.FILL || codec == Codec.DENSE || bodyYoung(body) || bodyTried(body)) return false;
  if (bodyStored(body) < BYTES_MIN || (idle && !bodyIdle(body))) return false;
  // What several pages are charged for would have to be told to each of them.
  return bodyRefs(body) == 1 || (areaScope(entryArea(entry)) != 0 && !entryNode(entry));
}

/** The page of the entry into the window. False, and never again, when its body is damaged. */
function handOut(entry: usize): bool {
  const body = entryBody(entry);
  const area = entryArea(entry);
  if (!expand(body, WINDOW_PTR) || pageHash(WINDOW_PTR, bodyRaw(body), areaScope(area)) != bodyKey(body)) {
    giveUp(body);
    return false;
  }
  store<u32>(AREA, area);
  store<u32>(OFFSET, entryOffset(entry));
  store<u32>(BODY, body);
  store<u64>(KEY, bodyKey(body));
  return true;
}

/** Body of the page that was handed out last, or 0. */
export function restedBody(): usize {
  return <usize>load<u32>(BODY);
}

function giveUp(body: usize): void {
  bodySetTried(body);
  statAdd(STAT_TRIED_BODIES, 1);
}

/**
 * The page that was handed out last is kept as the dense block of `bytes` bytes in the window from now on; 0 says that
 * there is no block that saves enough. Anything may have been done between: a page that has gone, was replaced or moved is let
 * be (law 8). Answers the bytes saved; 0 when it stays as it was, for good if it is the same.
 */
export function restedKeep(bytes: u32): u32 {
  const body = restedBody();
  store<u32>(BODY, 0);
  const area = <usize>load<u32>(AREA);
  const entry = body ? directoryFind(area, load<u32>(OFFSET)) : 0;
  if (!entry || entryBody(entry) != body || bodyKey(body) != load<u64>(KEY) || !mayBeDenser(entry, false))
    return 0;
  const raw = bodyRaw(body);
  const before = bodyStored(body);
  const version = <u32>load<u8>(WINDOW_PTR, DENSE_VERSION_AT);
  const good =
    bytes != 0 &&
    bytes <= restedLimit(body) &&
    dictionaryOf(version) != 0 &&
    denseExpand(version, WINDOW_PTR, bytes, SCRATCH_PTR, raw) &&
    pageHash(SCRATCH_PTR, raw, areaScope(area)) == bodyKey(body);
  wipeScratch();
  if (!good) {
    giveUp(body);
    return 0;
  }
  uncountBody(raw, before, true);
  memory.copy(bodyPlace(body), WINDOW_PTR, bytes);
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
