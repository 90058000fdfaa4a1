/**
 * contestants.ts - what is measured: Spillway, and what people use instead.
 *
 * The terms are equal: each gets the same page buffer, keeps bytes of its own, and delivers into the caller's
 * buffer. Where a library returns a new buffer, the copy into the caller's counts: its users pay for it, too.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type Frontswap, openSwap, type PoolStats, type Spillway, type SpillwayOptions } from "../library.js";
import { findLz4 } from "./lz4.js";

/** Keeps pages under whole-number keys. */
export interface Contestant {
  /** True: kept. False: refused, and nothing is kept under the key. */
  store(key: number, page: Buffer): boolean;
  /** True: the page is at the start of `target`. False: there is none. Throws when the page is damaged. */
  load(key: number, target: Buffer): boolean;
  /** Bytes of memory that it takes, as far as it can know. */
  bytes(): number;
  /** Of these, the bytes taken before the first page, if any. */
  readonly fixedBytes?: number;
  /** The figures of a pool. */
  stats?(): PoolStats;
  /** Frees everything. */
  close(): void;
}

/** A contestant's name and how to make a new one; or why it cannot take part. */
export type Entrant = { name: string; enter: () => Contestant } | { name: string; absent: string };

/** Names by which the report finds these two. */
export const SPILLWAY = "spillway";
export const MAP_LZ4 = "Map + lz4-napi";

/** All contestants. `options`: for the pools; its `pageSize` bounds the buffers of the rivals. */
export function entrants(options: SpillwayOptions & { pageSize: number }, rivals: boolean): Entrant[] {
  const ours: Entrant[] = [
    { name: SPILLWAY, enter: () => new Pool(options) },
    { name: "spillway, dedupe off", enter: () => new Pool({ ...options, dedupe: false }) },
  ];
  if (!rivals) return ours;
  return [...ours, mapOfCopies(), mapWithLz4(), mapWithZlib(options.pageSize)];
}

/** A pool with one area. Its memory is everything that the pool occupies: bodies, records and tables. */
class Pool implements Contestant {
  readonly #pool: Spillway;
  readonly #swap: Frontswap;
  readonly fixedBytes: number;

  constructor(options: SpillwayOptions) {
    const { pool, swap } = openSwap(options);
    this.#pool = pool;
    this.#swap = swap;
    this.fixedBytes = this.bytes();
  }

  store(key: number, page: Buffer): boolean {
    return this.#swap.store(0, key, page);
  }

  load(key: number, target: Buffer): boolean {
    return this.#swap.load(0, key, target);
  }

  bytes(): number {
    return this.#pool.stats().bytes.used;
  }

  stats(): PoolStats {
    return this.#pool.stats();
  }

  close(): void {
    this.#pool.close();
  }
}

type Transform = (bytes: Uint8Array) => Uint8Array;

/**
 * A Map from key to block. Its memory is the bytes of the blocks alone. What V8 and malloc add to each block
 * cannot be read from inside the process, so the rivals look smaller than they are.
 */
class BlockMap implements Contestant {
  readonly #blocks = new Map<number, Uint8Array>();
  readonly #pack: Transform;
  readonly #unpack: Transform;

  constructor(pack: Transform, unpack: Transform) {
    this.#pack = pack;
    this.#unpack = unpack;
  }

  store(key: number, page: Buffer): boolean {
    this.#blocks.set(key, this.#pack(page));
    return true;
  }

  load(key: number, target: Buffer): boolean {
    const block = this.#blocks.get(key);
    if (block === undefined) return false;
    target.set(this.#unpack(block));
    return true;
  }

  bytes(): number {
    let sum = 0;
    for (const block of this.#blocks.values()) sum += block.byteLength;
    return sum;
  }

  close(): void {
    this.#blocks.clear();
  }
}

const copy: Transform = (bytes) => new Uint8Array(bytes);

function mapOfCopies(): Entrant {
  return { name: "Map of copies", enter: () => new BlockMap(copy, (block) => block) };
}

function mapWithLz4(): Entrant {
  const found = findLz4();
  if ("absent" in found) return { name: MAP_LZ4, absent: found.absent };
  const { compressSync, uncompressSync } = found.lz4;
  const pack: Transform = (page) => compressSync(page as Buffer);
  return { name: MAP_LZ4, enter: () => new BlockMap(pack, uncompressSync) };
}

/** Bytes of zlib's output beyond the page: an incompressible page grows by a few bytes. */
const ZLIB_SLACK_BYTES = 64;

function mapWithZlib(pageSize: number): Entrant {
  // Without chunkSize each output is a slice of a 16 KiB buffer: slower, and it keeps the whole buffer.
  const options = { level: 1, chunkSize: pageSize + ZLIB_SLACK_BYTES };
  const pack: Transform = (page) => copy(deflateRawSync(page, options));
  const unpack: Transform = (block) => inflateRawSync(block, options);
  return { name: "Map + zlib", enter: () => new BlockMap(pack, unpack) };
}
