/**
 * drive.ts - what the specs of the engine's decisions share: pages of known bytes stored, found again and
 * compared.
 */
import { selfCheck } from "../../assembly/audit/audit";
import { loadPage, storePage } from "../../assembly/engine/engine";
import { isFull } from "../../assembly/engine/limits";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_VERIFY,
  Status,
  WASM_PAGE_BYTES,
} from "../../assembly/ground/layout";
import { bodyPlace } from "../../assembly/owners/bodies";
import { directoryFind, entryBody } from "../../assembly/owners/directory";
import { BUFFER_PTR, below, fillHeapLike, fillKind, fillRandom, PAGE, seed } from "./support";
export const ALL: u32 = FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY;
export const COPY: usize = BUFFER_PTR;
/** What a test of many steps expects: a word for each key, the seed of the page there, or 0. */
export const MODEL: usize = BUFFER_PTR + 0x20000;
/** The engine's whole memory before something that must not change it. */
export const BEFORE: usize = BUFFER_PTR + 0x100000;

export function bodyOf(area: usize, offset: u32): usize {
  return entryBody(directoryFind(area, offset));
}

/** Stores what stands in the window. */
export function keep(area: usize, offset: u32, bytes: u32 = 4096): Status {
  const status = storePage(area, offset, PAGE, bytes);
  assert(selfCheck() == 0);
  return status;
}

/** Loads over a dirty window and compares with COPY. */
export function comesBack(area: usize, offset: u32, bytes: u32 = 4096): bool {
  memory.fill(PAGE, 0xee, 4096);
  return loadPage(area, offset, PAGE, 4096, false) == bytes && memory.compare(PAGE, COPY, bytes) == 0;
}

export function placeOf(area: usize, offset: u32): usize {
  return bodyPlace(bodyOf(area, offset));
}

/** Length of the page that `content` stands for: mostly full. */
export function lengthOf(content: u32): u32 {
  return content % 8 ? 4096 : 1 + ((content * 2654435761) >> 20);
}

/** Puts the page that `content` stands for at `at`: its length, and bytes of some kind. */
export function writeSeeded(at: usize, content: u32): u32 {
  seed(content * 31 + 1000);
  fillKind(at, lengthOf(content), below(8) ? 2 + below(4) : below(2));
  return lengthOf(content);
}

export function storeSeeded(area: usize, offset: u32, content: u32): Status {
  const bytes = writeSeeded(PAGE, content);
  return storePage(area, offset, PAGE, bytes);
}

/** Loads over a dirty window: the page that `content` stands for, all of it, or a miss for 0. */
export function loadsSeeded(area: usize, offset: u32, content: u32): bool {
  memory.fill(PAGE, 0xee, 4096);
  const answer = loadPage(area, offset, PAGE, 4096, false);
  if (!content) return answer == Status.MISS;
  return answer == writeSeeded(COPY, content) && memory.compare(PAGE, COPY, answer) == 0;
}

/** Random bytes that belong to `offset`, then zeros: a raw body of `bytes` bytes. */
export function writeTail(at: usize, offset: u32, bytes: u32): void {
  memory.fill(at, 0, 4096);
  seed(offset * 77 + 5);
  fillRandom(at, bytes - 1);
  store<u8>(at + bytes - 1, 1);
}

export function storeTail(area: usize, offset: u32, bytes: u32): Status {
  writeTail(PAGE, offset, bytes);
  return storePage(area, offset, PAGE, 4096);
}

export function loadsTail(area: usize, offset: u32, bytes: u32): bool {
  memory.fill(PAGE, 0xee, 4096);
  if (loadPage(area, offset, PAGE, 4096, false) != 4096) return false;
  writeTail(COPY, offset, bytes);
  return memory.compare(PAGE, COPY, 4096) == 0;
}

/** A same-filled page of its own for each number. */
export function storeNumber(area: usize, number: u32): Status {
  for (let i: u32 = 0; i < 4096; i += 8) {
    store<u32>(PAGE + i, number + 1);
    store<u32>(PAGE + i + 4, ~number);
  }
  return storePage(area, number, PAGE, 4096);
}

/** Fills the arena with raw pages of `bytes` bytes; answers how many it kept. */
export function fillUp(area: usize, bytes: u32 = 4096): u32 {
  let kept: u32 = 0;
  while (storeTail(area, kept, bytes) == Status.STORED) kept++;
  assert(isFull());
  return kept;
}

/** How often eight bytes that no page here has by chance stand in the engine's memory, at any address. */
export function hits(canary: u64): u32 {
  let count: u32 = 0;
  for (let at: usize = 0x1000; at < <usize>(32 * WASM_PAGE_BYTES); at++) if (load<u64>(at) == canary) count++;
  return count;
}

/** Puts a page with the canary in it into the window: same-filled, a block, raw, short. */
export function writeCanary(kind: u32, canary: u64): u32 {
  fillRandom(PAGE, 4096);
  if (kind == 0) for (let at: u32 = 0; at < 4096; at += 8) store<u64>(PAGE + at, canary);
  else if (kind == 1) fillHeapLike(PAGE, 4096);
  // At the end, where a block keeps literals.
  store<u64>(PAGE + 4088, canary);
  store<u64>(PAGE + 400, canary);
  return kind == 3 ? 500 : 4096;
}
