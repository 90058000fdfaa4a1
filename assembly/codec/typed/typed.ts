/**
 * typed.ts - the body of a page whose elements are known: its kind, then one LZ4 block of the page, turned.
 *
 * Owns:   nothing. Beside what encode.ts and decode.ts say it writes [work, work + bytes + SLACK_BYTES).
 * Keeps:  typedDecode undoes typedEncode for every kind: a kind that does not fit the page only costs bytes.
 * Cost:   that of LZ4 and a pass over the page, there and back: `npm run bench -- kinds`.
 *
 * docs/FORMAT.md, section 8.
 */
import { roundUp } from "../../ground/bytes";
import { PageKind } from "../../ground/layout";
import { decode } from "../lz4/decode";
import { encode } from "../lz4/encode";
import { STEP_BYTES, transform, transformBack } from "./transform";

/** "The first byte is the kind, a number of the table." */
const KIND_BYTES: u32 = 1;
/** typedDecode answers this for a kind that does not exist. It is none of the errors of decode. */
export const KIND_UNKNOWN: i32 = -6;

/**
 * Encodes the page of `bytes` bytes, zeros from `trimmed` on, into at most `limit` bytes at `target`. Answers
 * the length of the body, or 0 if it would not fit. `work` has room for a page and its slack; `kind` is not
 * PLAIN.
 */
export function typedEncode(
  kind: PageKind,
  page: usize,
  bytes: u32,
  trimmed: u32,
  work: usize,
  target: usize,
  limit: u32,
  table: usize,
): u32 {
  // Up to a whole sixteen: if the page were cut earlier, a small number at the end would not be turned, for
  // its zeros are missing.
  const turned = min(bytes, roundUp(trimmed, STEP_BYTES));
  transform(kind, page, turned, work);
  const length = encode(work, turned, target + KIND_BYTES, limit - KIND_BYTES, table);
  if (!length) return 0;
  store<u8>(target, kind);
  return KIND_BYTES + length;
}

/**
 * Decodes the body of `bytes` bytes into at most `room` bytes at `page`. Answers how many it produced, or a
 * number below 0. `work` as for typedEncode.
 */
export function typedDecode(source: usize, bytes: u32, work: usize, page: usize, room: u32): i32 {
  const kind = <PageKind>load<u8>(source);
  if (kind < PageKind.FOUR || kind > PageKind.RGBA) return KIND_UNKNOWN;
  const produced = decode(source + KIND_BYTES, bytes - KIND_BYTES, work, room);
  if (produced > 0) transformBack(kind, work, produced, page);
  return produced;
}
