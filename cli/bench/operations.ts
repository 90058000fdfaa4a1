/**
 * operations.ts - what `spillway bench` measures: an operation for each row.
 *
 * The pages are real, distinct, not same-filled and compressible, so that each row measures what its name
 * says. Rows about other pages make their own.
 */
import { type Frontswap, openSwap } from "../library.js";
import type { PageSet } from "../pages/page_set.js";
import { randomBytes } from "../pages/random.js";
import { UserError } from "../text/failure.js";
import { counted } from "../text/figures.js";
import { openParts } from "./parts.js";

export interface Operation {
  /** The name of the row. */
  name: string;
  /** Pages that one call works on. */
  pagesPerCall: number;
  call: () => unknown;
}

/** Most pages: 1 MiB of 4 KiB pages, larger than a first-level cache and smaller than a second-level one. */
const PAGE_COUNT = 256;
/** Stores use these keys in turn, so that the pool does not grow and its tables are used everywhere. */
const KEY_COUNT = 4096;
/** Pages of a batch. */
const BATCH = 16;
const NOISE_SEED = 1;

/** Pages that are full, distinct, not same-filled and compressible. Throws UserError when a set has none. */
export function distinctPages(set: PageSet): Buffer[] {
  const maxBytes = 2 ** 20 + 4 * PAGE_COUNT * set.pageSize;
  const { pool, swap } = openSwap({ maxBytes, pageSize: set.pageSize, incompressible: "refuse" });
  const pages: Buffer[] = [];
  for (let i = 0; i < set.count && pages.length < PAGE_COUNT; i++) {
    const page = set.page(i);
    if (page.length === set.pageSize && swap.store(0, i, page) && pool.stats().bodies > pages.length)
      pages.push(page);
  }
  pool.close();
  if (pages.length === 0) throw new UserError(`${set.name}: no full page that compresses`);
  return pages;
}

/** Rows about parts of the engine. */
export function partOperations(pages: readonly Buffer[], pageSize: number): Operation[] {
  const parts = openParts(pages, pageSize);
  const filled = openParts([Buffer.alloc(pageSize, 7)], pageSize);
  const random = openParts([randomBytes(pageSize, NOISE_SEED)], pageSize);
  const next = cycle(parts.count);
  return [
    single("hash", () => parts.hash(next())),
    single("same-filled test, ordinary page", () => parts.fillDetect(next())),
    single("same-filled test, same-filled page", () => filled.fillDetect(0)),
    single("noise test, ordinary page", () => parts.isNoise(next())),
    single("noise test, random page", () => random.isNoise(0)),
    single("encode", () => parts.encode(next())),
    single("encode, incompressible page", () => random.encode(0)),
    single("decode", () => parts.decode(next())),
    single("slab allocate and free", () => parts.slot(next())),
  ];
}

/** Rows about whole operations of a pool, as a user calls them. */
export function poolOperations(pages: readonly Buffer[], pageSize: number): Operation[] {
  const key = cycle(KEY_COUNT);
  const next = cycle(pages.length);
  const pageOf = () => pages[next()] as Buffer;
  const filled = Buffer.alloc(pageSize, 7);
  const random = randomBytes(pageSize, NOISE_SEED);
  const target = Buffer.alloc(pageSize);
  const batch = pages.slice(0, BATCH).map(() => Buffer.alloc(pageSize));
  const offsets = batch.map((_, i) => i);
  const fresh = open(pageSize);
  const twice = open(pageSize);
  const same = open(pageSize);
  const poor = open(pageSize);
  const kept = open(pageSize);
  for (const [i, page] of pages.entries()) {
    twice.store(0, KEY_COUNT + i, page);
    kept.store(0, i, page);
  }
  let stamp = 0;
  const stamped = (page: Buffer, swap: Frontswap) => {
    page.writeDoubleLE(++stamp, page.length >> 1);
    return swap.store(0, key(), page);
  };
  // These are copies, because `stamped` changes eight bytes of a page to make it a new one.
  const copies = pages.map((page) => Buffer.from(page));
  return [
    single("store, fresh page", () => stamped(copies[next()] as Buffer, fresh)),
    single("store, duplicate page", () => twice.store(0, key(), pageOf())),
    single("store, same-filled page", () => same.store(0, key(), filled)),
    single("store, incompressible page", () => stamped(random, poor)),
    single("load", () => kept.load(0, next(), target)),
    {
      name: `load, ${counted(batch.length, "page")} a call`,
      pagesPerCall: batch.length,
      call: () => kept.loadMany(0, offsets, batch),
    },
  ];
}

function single(name: string, call: () => unknown): Operation {
  return { name, pagesPerCall: 1, call };
}

/** 0, 1, ... count - 1, 0, 1, ... */
function cycle(count: number): () => number {
  let i = -1;
  return () => {
    i = i + 1 === count ? 0 : i + 1;
    return i;
  };
}

/** A client of a new pool with room for all keys. After a first round of keys each store replaces a page. */
function open(pageSize: number): Frontswap {
  return openSwap({ maxBytes: 4 * KEY_COUNT * pageSize, pageSize }).swap;
}
