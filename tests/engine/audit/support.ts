/**
 * support.ts - what the specs of the audit share: an arena with pages of every kind in it, and one wrong word
 * at a time.
 */

import { Finding, selfCheck } from "../../../assembly/audit/audit";
import { invalidatePage, storePage } from "../../../assembly/engine/engine";
import { FLAG_COMPRESS, FLAG_DEDUPE } from "../../../assembly/ground/layout";
import { areaOpen } from "../../../assembly/owners/areas";
import { directoryFind, entryBody } from "../../../assembly/owners/directory";
import { fillHeapLike, fillRandom, freshEngine, PAGE, seed } from "../support";

/**
 * Fills a fresh arena: shared bodies with holes between them, a page without a body, one that is not worth
 * its block.
 */
export function filledArea(): usize {
  freshEngine(FLAG_COMPRESS | FLAG_DEDUPE);
  seed(13);
  const area = areaOpen(1);
  for (let i: u32 = 0; i < 200; i++) {
    fillHeapLike(PAGE, 4096);
    storePage(area, i, PAGE, 4096);
    storePage(area, 1000 + i, PAGE, 4096);
  }
  for (let i: u32 = 0; i < 200; i += 5) {
    invalidatePage(area, i);
    invalidatePage(area, 1000 + i);
  }
  memory.fill(PAGE, 3, 4096);
  storePage(area, 5000, PAGE, 4096);
  fillRandom(PAGE, 4096);
  storePage(area, 5001, PAGE, 4096);
  return area;
}

export function bodyOf(area: usize, offset: u32): usize {
  return entryBody(directoryFind(area, offset));
}

/** What the self check says while the word at `at` is off by `change`. */
export function findingWith(at: usize, change: u32): Finding {
  const right = load<u32>(at);
  store<u32>(at, right + change);
  const finding = selfCheck();
  store<u32>(at, right);
  assert(selfCheck() == Finding.NONE);
  return finding;
}
