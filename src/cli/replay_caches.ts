/**
 * replay_caches.ts - the caches that a trace is replayed through: the engine, and lru-cache.
 *
 * Both may hold the same bytes, and a page counts the same in both: its body, and what the engine charges for its records. What
 * lru-cache needs beside a body is not compared here. Both copy what is put and copy it out again, so neither can be changed from
 * outside.
 *
 * The engine takes part as a cleancache with a cap. Its file system is a shared one, for a get from such leaves the page where
 * it is. A get from a private one takes it, since its host is a first tier that has it from then on; a trace does not tell
 * when that tier would let go of it again, and every way of guessing would be measured along with the order.
 */
import { LRUCache } from "lru-cache";
import { UserError } from "./failure.js";
import { openSeeded } from "./library.js";
import type { BlockPages } from "./replay_pages.js";

/** What an ephemeral page counts against the cap of its client beside its body, and what a file system and an inode do. */
export const PAGE_RECORD_BYTES = 96;
const AREA_RECORD_BYTES = 64;

/** Pages that went because room was wanted, and bytes of their bodies; pages still here, and what these count. */
export interface CacheCounts {
  evictedPages: number;
  evictedBytes: number;
  heldPages: number;
  heldBytes: number;
}

export interface BlockCache {
  /** True: the page now stands in `target`, and stays here. */
  get(block: number, target: Uint8Array): boolean;
  /** Keeps a copy of the page of a block that is not here. */
  put(block: number, page: Uint8Array): void;
  counts(): CacheCounts;
  close(): void;
}

const SHARED_FS = "5f1c6f0e-1f5c-4a51-9d4c-6e6f3f3e7a10";
const INODE = 0;
/** What a pool takes for a page beside its body, at most: entry, records and its part of tables and ghosts. */
const BESIDE_BYTES = 160;
const POOL_BYTES_MIN = 64 * 2 ** 20;
const POOL_BYTES_MAX = 64 * 2 ** 30;

/** A cache of the engine for pages that count `capacityBytes` bytes, of a trace with `blocks` blocks. `seed`: of its hashes. */
export function engineCache(
  capacityBytes: number,
  blocks: number,
  pages: BlockPages,
  seed: number,
): BlockCache {
  // The cap is what bounds it: the pool has four times as much as it can need, half of that in its first memory.
  const need = 4 * (capacityBytes + blocks * BESIDE_BYTES);
  const maxBytes = Math.min(POOL_BYTES_MAX, Math.max(POOL_BYTES_MIN, need));
  const pool = openSeeded({ maxBytes, dedupe: false, autoShrink: false }, seed);
  const areas = 2 * AREA_RECORD_BYTES;
  const cache = pool.cleancache({ name: "replay", maxBytes: capacityBytes + areas });
  pool.shareFs(SHARED_FS, [cache]);
  const fs = cache.initSharedFs(SHARED_FS);
  return {
    get: (block, target) => cache.getPage(fs, INODE, block, target),
    put(block, page) {
      // A page longer than the whole cache is refused, and so it is by the other.
      cache.putPage(fs, INODE, block, page);
    },
    counts() {
      const { evictedPages, evictedBytes, storedPages, bytes, refused } = cache.stats();
      const { arenas } = pool.stats();
      if (arenas.length > 1 || refused.full > 0)
        throw new UserError(
          `a cache of ${capacityBytes} bytes needs more than one memory of wasm; take smaller --sizes`,
        );
      const heldBytes = bytes.charged + PAGE_RECORD_BYTES * storedPages;
      if (storedPages > 0 && bytes.counted !== heldBytes + areas)
        throw new Error(`${storedPages} pages count ${bytes.counted} bytes, not ${heldBytes + areas}`);
      if (evictedPages > 0 && heldBytes <= capacityBytes - pages.pageBytes - PAGE_RECORD_BYTES)
        throw new Error(`the engine evicted at ${heldBytes} of ${capacityBytes} bytes`);
      return { evictedPages, evictedBytes, heldPages: storedPages, heldBytes };
    },
    close: () => pool.close(),
  };
}

/** The same of lru-cache. */
export function lruCache(capacityBytes: number, blocks: number, pages: BlockPages): BlockCache {
  let evictedPages = 0;
  let evictedBytes = 0;
  const cache = new LRUCache<number, Uint8Array>({
    // No more pages than there are: with this number lru-cache has its tables beforehand.
    max: blocks,
    maxSize: capacityBytes,
    sizeCalculation: (_, block) => pages.bodyBytes(block) + PAGE_RECORD_BYTES,
    dispose(_, block, why) {
      if (why !== "evict") return;
      evictedPages += 1;
      evictedBytes += pages.bodyBytes(block);
    },
  });
  return {
    get(block, target) {
      const page = cache.get(block);
      if (page === undefined) return false;
      target.set(page);
      return true;
    },
    put: (block, page) => void cache.set(block, page.slice()),
    counts: () => ({
      evictedPages,
      evictedBytes,
      heldPages: cache.size,
      heldBytes: cache.calculatedSize,
    }),
    close: () => cache.clear(),
  };
}
