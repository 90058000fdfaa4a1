/**
 * run.ts - replays one trace through both caches at one size, and compares each hit with what was stored.
 *
 * The caches take turns by chunks, so that any disturbance of the machine affects both, and the other one
 * begins each chunk. The pages of a chunk are made before its clock starts and compared after it has stopped.
 * So only gets are timed, and puts after misses.
 */
import { setImmediate } from "node:timers/promises";
import type { Progress } from "../text/progress.js";
import type { BlockPages } from "./blocks.js";
import { type BlockCache, engineCache, lruCache, PAGE_RECORD_BYTES } from "./caches.js";
import { type CacheFigures, makeRow, type ReplayRow } from "./report.js";
import type { Trace } from "./traces/trace.js";

/** Bytes of the pages of a chunk. They and the delivered pages fit a processor's second-level cache. */
const CHUNK_BYTES = 65_536;
/** Accesses between two returns to the event loop. */
const BREATH_ACCESSES = 65_536;
/** Accesses of the warm-up: V8 compiles code again after some thousand calls. */
const WARM_UP_ACCESSES = 20_000;

interface Lane {
  readonly cache: BlockCache;
  hits: number;
  mismatches: number;
  millis: number;
}

/** The pages of a chunk, and the buffers that the caches deliver into. */
class Chunk {
  readonly accesses: number;
  readonly #pages: BlockPages;
  readonly #written: Buffer;
  readonly #got: Buffer;
  readonly #sources: Uint8Array[];
  readonly #targets: Uint8Array[];
  readonly #hits: Uint8Array;
  #blocks: Uint32Array = new Uint32Array(0);

  constructor(pages: BlockPages) {
    const { pageBytes } = pages;
    this.#pages = pages;
    this.accesses = CHUNK_BYTES / pageBytes;
    this.#written = Buffer.alloc(CHUNK_BYTES);
    this.#got = Buffer.alloc(CHUNK_BYTES);
    const cut = (all: Buffer) =>
      Array.from(
        { length: this.accesses },
        (_, i) => new Uint8Array(all.buffer, all.byteOffset + i * pageBytes, pageBytes),
      );
    this.#sources = cut(this.#written);
    this.#targets = cut(this.#got);
    this.#hits = new Uint8Array(this.accesses);
  }

  /** Makes the pages of these blocks, `accesses` of them at most. */
  write(blocks: Uint32Array): void {
    this.#blocks = blocks;
    for (let i = 0; i < blocks.length; i++)
      this.#pages.write(blocks[i] as number, this.#sources[i] as Uint8Array);
  }

  /** Sends the accesses of this chunk to one cache. */
  pass(lane: Lane): void {
    // No page is all zeros, so a hit that delivers nothing is noticed.
    this.#got.fill(0);
    const { cache } = lane;
    const blocks = this.#blocks;
    const before = performance.now();
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as number;
      const hit = cache.get(block, this.#targets[i] as Uint8Array);
      if (!hit) cache.put(block, this.#sources[i] as Uint8Array);
      this.#hits[i] = hit ? 1 : 0;
    }
    lane.millis += performance.now() - before;
    for (let i = 0; i < blocks.length; i++) {
      if (this.#hits[i] === 0) continue;
      lane.hits += 1;
      if (Buffer.compare(this.#targets[i] as Uint8Array, this.#sources[i] as Uint8Array) !== 0)
        lane.mismatches += 1;
    }
  }
}

/** Replays the beginning of a trace, and ignores the result. */
export async function warmUp(
  trace: Trace,
  pages: BlockPages,
  seed: number,
  progress: Progress,
): Promise<void> {
  const beginning = { ...trace, accesses: trace.accesses.subarray(0, WARM_UP_ACCESSES) };
  await replay(beginning, 10, pages, seed, "warming up", progress);
}

/** Replays a trace through both caches with a capacity of `percent` percent of its footprint. */
export async function replay(
  trace: Trace,
  percent: number,
  pages: BlockPages,
  seed: number,
  label: string,
  progress: Progress,
): Promise<ReplayRow> {
  const capacityBytes = capacityOf(trace, percent, pages);
  const lanes = [engineCache, lruCache].map(
    (open): Lane => ({
      cache: open(capacityBytes, trace.blocks, pages, seed),
      hits: 0,
      mismatches: 0,
      millis: 0,
    }),
  );
  try {
    const chunk = new Chunk(pages);
    const { length } = trace.accesses;
    progress.stage(label, length);
    for (let from = 0; from < length; from += chunk.accesses) {
      const blocks = trace.accesses.subarray(from, from + chunk.accesses);
      chunk.write(blocks);
      const first = (from / chunk.accesses) % 2;
      chunk.pass(lanes[first] as Lane);
      chunk.pass(lanes[1 - first] as Lane);
      progress.step(blocks.length);
      if (from % BREATH_ACCESSES === 0) await setImmediate();
    }
    const [spillway, lru] = lanes.map((lane) => figuresOf(lane, length));
    return makeRow(percent, capacityBytes, spillway as CacheFigures, lru as CacheFigures);
  } finally {
    for (const { cache } of lanes) cache.close();
  }
}

/** Bytes that `percent` percent of the footprint count, but at least those of one page. */
function capacityOf(trace: Trace, percent: number, pages: BlockPages): number {
  if (pages.kind === "generated") {
    const capacityPages = Math.max(1, Math.round((trace.blocks * percent) / 100));
    return capacityPages * (pages.bodyBytes(0) + PAGE_RECORD_BYTES);
  }
  let bytes = 0;
  for (let block = 0; block < trace.blocks; block++) bytes += pages.bodyBytes(block) + PAGE_RECORD_BYTES;
  return Math.max(pages.pageBytes + PAGE_RECORD_BYTES, Math.round((bytes * percent) / 100));
}

function figuresOf({ cache, hits, mismatches, millis }: Lane, accesses: number): CacheFigures {
  return {
    hits,
    misses: accesses - hits,
    hitRatio: hits / accesses,
    ...cache.counts(),
    microsecondsPerAccess: (1000 * millis) / accesses,
    mismatches,
  };
}
