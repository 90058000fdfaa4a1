/**
 * rejection.ts - what giving up early costs: pages that LZ4 itself (lz4-napi) makes an eighth smaller, and
 * that our encoder gives up.
 *
 * A test holds the bound, and a bench prints the figures.
 */
import { compressSync } from "lz4-napi";
import type { CodecDoors } from "../doors/codec.js";
import type { Random } from "../random.js";

export const PAGE_BYTES = 4096;
/** The longest block that saves an eighth. */
const LIMIT = PAGE_BYTES - PAGE_BYTES / 8;

export interface Judgement {
  /** Pages that LZ4 makes an eighth smaller, and those of them that ours gives up. */
  kept: number;
  missed: number;
  /** Bytes of all pages, each at most as long as it is, with either encoder. */
  theirs: number;
  ours: number;
}

/** Judges whole pages; others are left out. */
export function judge(doors: CodecDoors, pages: readonly Uint8Array[]): Judgement {
  const sum = { kept: 0, missed: 0, theirs: 0, ours: 0 };
  for (const page of pages) {
    if (page.length !== PAGE_BYTES) continue;
    // lz4-napi puts the length of the page in front.
    const bytes = compressSync(Buffer.from(page)).length - 4;
    const kept = bytes <= LIMIT;
    const block = doors.isNoise(page) ? undefined : doors.encode(page, LIMIT);
    sum.kept += kept ? 1 : 0;
    sum.missed += kept && block === undefined ? 1 : 0;
    sum.theirs += kept ? bytes : PAGE_BYTES;
    sum.ours += block?.length ?? PAGE_BYTES;
  }
  return sum;
}

/** The page with `bytes` random bytes over its first part or its last. */
export function withNoise(random: Random, page: Uint8Array, bytes: number, inFront: boolean): Uint8Array {
  const copy = Uint8Array.from(page);
  random.fill(inFront ? copy.subarray(0, bytes) : copy.subarray(copy.length - bytes));
  return copy;
}
