/**
 * blocks.ts - memory in blocks of one size: the stock of which everything that grows is made.
 *
 * Owns:   linear memory from the first block to the end, until a block is handed out; STOCK_CONTROL,
 *         CONTROL_REFUSE_GROWTH.
 * Keeps:  memory never grows beyond the limit; handed + free + never used == blocks up to the end of memory.
 * Cost:   two words. Growing is one memory.grow per eighth of the size, refused by the limit or by the host.
 */
import { VERIFY } from "../ground/check";
import { PAGE_BYTES_MIN, WASM_PAGE_BYTES } from "../ground/layout";
import {
  CONTROL_REFUSE_GROWTH,
  SLAB_HEADER_BYTES,
  SLAB_PAGE_COUNT,
  STOCK_CONTROL,
  TAG_BYTES,
} from "../ground/records";

/** First address of the first block. */
const FIRST: usize = STOCK_CONTROL + 0;
const BLOCK_BYTES: usize = STOCK_CONTROL + 4;
/** End of the blocks handed out so far: memory above it is untouched. */
const FRONTIER: usize = STOCK_CONTROL + 8;
/**
 * Blocks that came back: the first word links to the next, the second is the block's own address, made odd.
 */
const FREE_HEAD: usize = STOCK_CONTROL + 12;
const FREE_COUNT: usize = STOCK_CONTROL + 16;
const MARK_AT: usize = 4;
const LIMIT_WASM_PAGES: usize = STOCK_CONTROL + 20;
/**
 * 2^48 over the bytes of a block, rounded up, u64: a division would take a third of the time in which a
 * record is given back.
 */
const RECIPROCAL: usize = STOCK_CONTROL + 24;
const RECIPROCAL_SHIFT: u64 = 48;

/** Memory grows by at least an eighth: a pool of 256 MiB has grown some fifty times, not four thousand. */
const GROWTH_SHIFT: u32 = 3;
/** ... and by at most 16 MiB, so that a large pool does not reserve much more than it uses. */
const GROWTH_WASM_PAGES_MAX: u32 = 256;

/** Bytes of a block for a page size: a slab of sixteen raw pages. */
export function blockBytesFor(pageBytes: u32): u32 {
  return SLAB_HEADER_BYTES + SLAB_PAGE_COUNT * (pageBytes + TAG_BYTES);
}

if ((SLAB_HEADER_BYTES + SLAB_PAGE_COUNT * (PAGE_BYTES_MIN + TAG_BYTES)) % 16 != 0)
  ERROR("blocks must keep records aligned");

/** Blocks begin at `first`, a multiple of 16. */
export function stockInit(first: usize, pageBytes: u32, limitWasmPages: u32): void {
  store<u32>(FIRST, first);
  store<u32>(BLOCK_BYTES, blockBytesFor(pageBytes));
  const block = <u64>blockBytesFor(pageBytes);
  store<u64>(RECIPROCAL, (((<u64>1) << RECIPROCAL_SHIFT) + block - 1) / block);
  store<u32>(FRONTIER, first);
  store<u32>(LIMIT_WASM_PAGES, limitWasmPages);
}

/**
 * The limit from now on, in wasm pages; at most what stockInit was given. Blocks above a lowered limit keep
 * their owners, and blocks that come back are handed out again: memory never shrinks.
 */
export function stockSetLimit(limitWasmPages: u32): void {
  store<u32>(LIMIT_WASM_PAGES, limitWasmPages);
}

/** Grows memory so that it reaches `end`. False when the limit or the host refuses. */
export function stockReach(end: usize): bool {
  const have = <u32>memory.size();
  // In 64 bits: the last block may end within a wasm page of 4 GiB.
  const want = <u32>((<u64>end + WASM_PAGE_BYTES - 1) / WASM_PAGE_BYTES);
  if (want <= have) return true;
  const limit = load<u32>(LIMIT_WASM_PAGES);
  if (want > limit) return false;
  const generous = min(limit, max(want, have + min(have >> GROWTH_SHIFT, GROWTH_WASM_PAGES_MAX)));
  if (growthRefused()) return false;
  if (memory.grow(generous - have) != -1) return true;
  return generous > want && memory.grow(want - have) != -1;
}

/** In the verify build the specs can play a host that refuses every other growth (door_refuse_growth). */
function growthRefused(): bool {
  if (!VERIFY || !load<u32>(CONTROL_REFUSE_GROWTH)) return false;
  const draw = load<u32>(CONTROL_REFUSE_GROWTH) * 1664525 + 1013904223;
  store<u32>(CONTROL_REFUSE_GROWTH, draw | 1);
  return draw >> 31 != 0;
}

/** A block, or 0 when there is none within the limit. Its bytes are whatever they were. */
export function stockTake(): usize {
  const free = <usize>load<u32>(FREE_HEAD);
  if (free) {
    store<u32>(FREE_HEAD, load<u32>(free));
    store<u32>(FREE_COUNT, load<u32>(FREE_COUNT) - 1);
    store<u32>(free, 0, MARK_AT);
    return free;
  }
  const block = <usize>load<u32>(FRONTIER);
  const bytes = load<u32>(BLOCK_BYTES);
  if (<u64>block + bytes > <u64>load<u32>(LIMIT_WASM_PAGES) * WASM_PAGE_BYTES) return 0;
  if (!stockReach(block + bytes)) return 0;
  store<u32>(FRONTIER, block + bytes);
  store<u32>(block, 0, MARK_AT);
  return block;
}

export function stockGive(block: usize): void {
  store<u32>(block, load<u32>(FREE_HEAD));
  store<u32>(block, <u32>block | 1, MARK_AT);
  store<u32>(FREE_HEAD, block);
  store<u32>(FREE_COUNT, load<u32>(FREE_COUNT) + 1);
}

/**
 * Makes free blocks at the end of those handed out untouched memory again. Answers where that begins. No
 * block in use begins with its own mark: the word there is an address in all of them, thus even, or 0.
 */
export function stockTrim(): usize {
  const bytes = load<u32>(BLOCK_BYTES);
  let frontier = <usize>load<u32>(FRONTIER);
  while (
    frontier > <usize>load<u32>(FIRST) &&
    load<u32>(frontier - bytes, MARK_AT) == (<u32>(frontier - bytes) | 1)
  ) {
    frontier -= bytes;
  }
  store<u32>(FRONTIER, frontier);
  let last: usize = FREE_HEAD;
  let free = <usize>load<u32>(FREE_HEAD);
  while (free) {
    if (free < frontier) {
      store<u32>(last, free);
      last = free;
    } else {
      store<u32>(FREE_COUNT, load<u32>(FREE_COUNT) - 1);
    }
    free = <usize>load<u32>(free);
  }
  store<u32>(last, 0);
  return frontier;
}

export function stockBlockBytes(): u32 {
  return load<u32>(BLOCK_BYTES);
}

/**
 * The block that holds an address, that of a word. The rounding up is below 2 at any size of block and any
 * address, so the last byte but one of a block still leads to it; a spec tries every block.
 */
export function stockBlockOf(at: usize): usize {
  const first = <usize>load<u32>(FIRST);
  const block = <u32>((<u64>(at - first) * load<u64>(RECIPROCAL)) >> RECIPROCAL_SHIFT);
  return first + block * load<u32>(BLOCK_BYTES);
}

/**
 * Whether a range lies in blocks handed out or given back. The audit asks this of addresses that it cannot
 * trust.
 */
export function stockHolds(at: usize, bytes: u32): bool {
  return at >= <usize>load<u32>(FIRST) && <u64>at + bytes <= <u64>load<u32>(FRONTIER);
}

/** Bytes of the blocks that can be handed out: those that came back, and those that the limit allows. */
export function stockFreeBytes(): u32 {
  const end = <u64>load<u32>(LIMIT_WASM_PAGES) * WASM_PAGE_BYTES;
  const frontier = <u64>load<u32>(FRONTIER);
  const bytes = load<u32>(BLOCK_BYTES);
  const fresh = end > frontier ? <u32>((end - frontier) / bytes) : 0;
  return (fresh + load<u32>(FREE_COUNT)) * bytes;
}

/** Bytes of memory below the first block: control words, window, segment tables. */
export function stockFixedBytes(): u32 {
  return load<u32>(FIRST);
}

/** Blocks handed out at present. */
export function stockHandedCount(): u32 {
  return (load<u32>(FRONTIER) - load<u32>(FIRST)) / load<u32>(BLOCK_BYTES) - load<u32>(FREE_COUNT);
}

/** Recounts the free blocks. True when the count agrees and every one lies where a block may begin. */
export function stockCheck(): bool {
  const bound = load<u32>(FREE_COUNT);
  let free = <usize>load<u32>(FREE_HEAD);
  let count: u32 = 0;
  while (free && count <= bound) {
    if (free >= <usize>load<u32>(FRONTIER) || stockBlockOf(free) != free) return false;
    if (load<u32>(free, MARK_AT) != (<u32>free | 1)) return false;
    free = <usize>load<u32>(free);
    count += 1;
  }
  const bounded = <u64>load<u32>(FRONTIER) <= <u64>memory.size() * WASM_PAGE_BYTES;
  return bounded && count == bound && !free;
}
