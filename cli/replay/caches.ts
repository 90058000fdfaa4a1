/**
 * caches.ts - the caches that a trace is replayed through: the engine, and lru-cache.
 *
 * Both have the same capacity, and a page counts the same in both: its body, and what the engine charges for
 * its records. The memory that lru-cache needs beside a body is not compared. Both copy a page in and out, so
 * a caller cannot change what they keep.
 *
 * The engine takes part as a cleancache with a cap, over a shared file system. A get from a shared file
 * system leaves the page in place. A get from a private one removes it, because its host then has the page. A
 * trace does not say when that host would drop the page again, and any guess would be measured along with the
 * eviction order.
 */
import { LRUCache } from "lru-cache";
import { openSeeded } from "../library.js";
import { UserError } from "../text/failure.js";
import type { BlockPages } from "./blocks.js";

/** Bytes that an ephemeral page counts against the cap of its client, beside its body. */
export const PAGE_RECORD_BYTES = 96;
/** Bytes that a file system counts, and an inode. */
const AREA_RECORD_BYTES = 64;

export interface CacheCounts {
  /** Pages that were removed to make room. */
  evictedPages: number;
  /** Bytes of their bodies. */
  evictedBytes: number;
  /** Pages that the cache holds. */
  heldPages: number;
  /** Bytes of their bodies and records. */
  heldBytes: number;
}

export interface BlockCache {
  /** True: the page was copied into `target`, and the cache keeps it. False: the cache does not have it. */
  get(block: number, target: Uint8Array): boolean;
  /** Keeps a copy of a block's page. The cache must not have the block yet. */
  put(block: number, page: Uint8Array): void;
  counts(): CacheCounts;
  close(): void;
}

const SHARED_FS = "5f1c6f0e-1f5c-4a51-9d4c-6e6f3f3e7a10";
const INODE = 0;
/** Most bytes that a pool takes for a page beside its body: entry, records, part of tables and ghosts. */
const BESIDE_BYTES = 160;
const POOL_BYTES_MIN = 64 * 2 ** 20;
const POOL_BYTES_MAX = 64 * 2 ** 30;

/**
 * The engine's cache for pages that count `capacityBytes` bytes, of a trace with `blocks` blocks. `seed`: of
 * its hashes, 0 to 2^32 - 1.
 */
export function engineCache(
  capacityBytes: number,
  blocks: number,
  pages: BlockPages,
  seed: number,
): BlockCache {
  // The cap is the limit. The pool has four times what it can need, and half of that in its first memory.
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
      // A page larger than the cache is refused; lru-cache refuses it, too.
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

/** A cache of lru-cache with the same capacity. */
export function lruCache(capacityBytes: number, blocks: number, pages: BlockPages): BlockCache {
  let evictedPages = 0;
  let evictedBytes = 0;
  const cache = new LRUCache<number, Uint8Array>({
    // With a number of pages, lru-cache allocates its tables in advance. There are no more pages than blocks.
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
