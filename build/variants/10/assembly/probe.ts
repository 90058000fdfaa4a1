/**
 * probe.ts - what a page would take, or takes, without keeping it or changing anything kept.
 *
 * Owns:   nothing. Scratch holds what was encoded until the next operation, or until it is wiped.
 * Keeps:  the answers are those of a store: the same fill test, hash, encoder and limit.
 * Called: index.ts, for shadow mode and for pools that stop accepting what does not pay.
 * Cost:   a hash, or an encode; nothing is counted.
 */
import { bodyCodec, bodyPlace, bodyRaw, bodyRefs, bodyStored, bodyYoung } from "./bodies";
import { fillDetect } from "./codec/fill";
import { directoryFind, entryBody } from "./directory";
import { pageHash } from "./hash";
import { PageKind } from "./layout";
import { nurseryKind } from "./nursery";
import { isPoor, madeBytes, madeCodec, makeBody, wipeScratch } from "./pages";
import { Codec } from "./records";

/**
 * Puts the page's hash at `hashAt`, u64, and answers whether the page is same-filled. Such pages share a record across
 * scopes, so their hash is that of scope 0.
 */
export function probeHash(page: usize, bytes: u32, scope: u32, hashAt: usize): bool {
  const filled = fillDetect(page, bytes);
  store<u64>(hashAt, pageHash(page, bytes, filled ? 0 : scope));
  return filled;
}

/** Bytes of the body that a store would keep for a page of this kind that is not same-filled; negative when it is poor. */
export function probeBytes(page: usize, bytes: u32, kind: PageKind): i32 {
  const made = makeBody(page, bytes, kind);
  wipeScratch();
  const stored = <i32>madeBytes(made);
  return madeCodec(made) == Codec.RAW && isPoor(stored, bytes) ? -stored : stored;
}

/**
 * Bytes that are kept for this page alone: 0 when it is same-filled or shares its body; of one that waits in the nursery,
 * what it will come to. -1 when it is not here.
 */
export function keptBytes(area: usize, offset: u32): i32 {
  const entry = area ? directoryFind(area, offset) : 0;
  if (!entry) return -1;
  const body = entryBody(entry);
  if (bodyCodec(body) == Codec.FILL || bodyRefs(body) > 1) return 0;
  if (!bodyYoung(body)) return <i32>bodyStored(body);
  const bytes = probeBytes(bodyPlace(body), bodyRaw(body), nurseryKind(bodyPlace(body)));
  return bytes < 0 ? -bytes : bytes;
}
