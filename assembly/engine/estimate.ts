/**
 * estimate.ts - what a page would take if it were stored, or what it takes now.
 *
 * Owns:   nothing; encodes into scratch. It changes nothing that is kept, and counts nothing.
 * Keeps:  the answers are those of a store: same fill test, same hash, same encoder, same limit. Shadow mode
 *         and pools that stop accepting pages that do not pay rely on that.
 * Cost:   a hash, or an encoding.
 */
import { pageHash } from "../ground/hash";
import { PageKind } from "../ground/layout";
import { Codec } from "../ground/records";
import { fillDetect } from "../codec/fill";
import { nurseryKind } from "../memory/nursery";
import { bodyCodec, bodyPlace, bodyRaw, bodyRefs, bodyStored, bodyYoung } from "../owners/bodies";
import { directoryFind, entryBody } from "../owners/directory";
import { madeBytes, madePoor, makeBody } from "./body";
import { wipeScratch } from "./scratch";

/**
 * Puts the hash of the page at `hashAt`, u64, and answers whether the page is same-filled. Same-filled pages
 * share one body across scopes, so their hash is that of scope 0.
 */
export function estimateHash(page: usize, bytes: u32, scope: u32, hashAt: usize): bool {
  const filled = fillDetect(page, bytes);
  store<u64>(hashAt, pageHash(page, bytes, filled ? 0 : scope));
  return filled;
}

/** Bytes of the body that a store would keep for a page that is not same-filled; negative when it is poor. */
export function estimateBytes(page: usize, bytes: u32, kind: PageKind): i32 {
  const made = makeBody(page, bytes, kind);
  wipeScratch();
  const stored = <i32>madeBytes(made);
  return madePoor(made, bytes) ? -stored : stored;
}

/**
 * Bytes kept for this page alone: 0 when it is same-filled or shares its body, -1 when it is not here. A page
 * that waits in the nursery counts what its body will take.
 */
export function keptBytes(area: usize, offset: u32): i32 {
  const entry = area ? directoryFind(area, offset) : 0;
  if (!entry) return -1;
  const body = entryBody(entry);
  if (bodyCodec(body) == Codec.FILL || bodyRefs(body) > 1) return 0;
  if (!bodyYoung(body)) return <i32>bodyStored(body);
  const bytes = estimateBytes(bodyPlace(body), bodyRaw(body), nurseryKind(bodyPlace(body)));
  return bytes < 0 ? -bytes : bytes;
}
