/**
 * contestants.ts - what is measured: Spillway, and what people use instead.
 *
 * Equal terms: each is given the same page buffer, keeps bytes of its own, and delivers into a buffer of the
 * caller's. Those whose library returns a fresh buffer pay for copying it out; that is what their users pay.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { reason, systemCode } from "./failure.js";
import { type Frontswap, type PoolStats, Spillway, type SpillwayOptions } from "./library.js";

/** Keeps pages under whole-number keys. */
export interface Contestant {
  /** True: kept. False: refused, and nothing is kept under the key. */
  store(key: number, page: Buffer): boolean;
  /** True: the page now stands at the start of `target`. False: not here. Throws when the page is damaged. */
  load(key: number, target: Buffer): boolean;
  /** Bytes of memory it takes for all it keeps: as much of that as it can know. */
  bytes(): number;
  /** Of these, what it took before the first page, where that is more than nothing. */
  readonly fixedBytes?: number;
  /** Figures of its own, where it has any. */
  stats?(): PoolStats;
  /** Lets go of everything. */
  close(): void;
}

/** A contestant's name and how to make a fresh one; or why it cannot take part. */
export type Entrant = { name: string; enter: () => Contestant } | { name: string; absent: string };

/** The names under which the report looks for them. */
export const SPILLWAY = "spillway";
export const MAP_LZ4 = "Map + lz4-napi";

/** Everybody who runs. `options`: of the pools; `pageSize` bounds what the rivals' buffers must hold. */
export function entrants(options: SpillwayOptions & { pageSize: number }, rivals: boolean): Entrant[] {
  const ours: Entrant[] = [
    { name: SPILLWAY, enter: () => new Pool(options) },
    { name: "spillway, dedupe off", enter: () => new Pool({ ...options, dedupe: false }) },
  ];
  if (!rivals) return ours;
  return [...ours, mapOfCopies(), mapWithLz4(), mapWithZlib(options.pageSize)];
}

/** A pool with one area. Its memory is everything the pool occupies, bodies and records. */
class Pool implements Contestant {
  readonly #pool: Spillway;
  readonly #swap: Frontswap;
  readonly fixedBytes: number;

  constructor(options: SpillwayOptions) {
    this.#pool = Spillway.openSync(options);
    this.#swap = this.#pool.frontswap();
    this.#swap.init(0);
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
 * A Map from key to block. Its memory is the bytes of the blocks alone: what V8 and malloc keep around each of them
 * is not to be had from inside, so the rivals look smaller than they are.
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
  try {
    const { compressSync, uncompressSync } = requireLz4();
    const pack: Transform = (page) => compressSync(page as Buffer);
    return { name: MAP_LZ4, enter: () => new BlockMap(pack, uncompressSync) };
  } catch (error) {
    const missing = systemCode(error) === "MODULE_NOT_FOUND";
    return { name: MAP_LZ4, absent: missing ? "not installed: npm i lz4-napi" : reason(error) };
  }
}

/** lz4-napi, installed beside this command or in the user's working folder. Throws when it is in neither. */
function requireLz4(): typeof import("lz4-napi") {
  try {
    return createRequire(import.meta.url)("lz4-napi");
  } catch {
    return createRequire(pathToFileURL(join(process.cwd(), "package.json")))("lz4-napi");
  }
}

/** Room for zlib's output beyond the page: an incompressible one grows by a few bytes. */
const ZLIB_SLACK_BYTES = 64;

function mapWithZlib(pageSize: number): Entrant {
  // Without chunkSize each output would be a slice of a 16 KiB buffer: slower, and kept whole by the slice.
  const options = { level: 1, chunkSize: pageSize + ZLIB_SLACK_BYTES };
  const pack: Transform = (page) => copy(deflateRawSync(page, options));
  const unpack: Transform = (block) => inflateRawSync(block, options);
  return { name: "Map + zlib", enter: () => new BlockMap(pack, unpack) };
}
