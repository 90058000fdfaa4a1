/**
 * benches.ts - what `spillway bench` measures, one function per row.
 *
 * Pages are real, distinct, not same-filled and compressible, so that each row measures what its name says; the rows
 * about other pages make their own.
 */
import { openParts } from "./doors.js";
import { UserError } from "./failure.js";
import { type Frontswap, Spillway } from "./library.js";
import type { PageSet } from "./pages.js";
import { counted } from "./table.js";

export interface Bench {
  name: string;
  /** How many pages one call works on. */
  pagesPerCall: number;
  operation: () => unknown;
}

/** Pages at hand: 1 MiB of 4 KiB pages, more than a first-level cache, less than a second-level one. */
const PAGE_COUNT = 256;
/** Keys that stores go round, so that a pool neither grows nor stays on one line. */
const KEY_COUNT = 4096;
const BATCH = 16;

/** Full pages, each once, none of them same-filled and none that does not compress. Throws UserError for none. */
export function distinctPages(set: PageSet): Buffer[] {
  const maxBytes = 2 ** 20 + 4 * PAGE_COUNT * set.pageSize;
  const pool = Spillway.openSync({ maxBytes, pageSize: set.pageSize, incompressible: "refuse" });
  const swap = pool.frontswap();
  swap.init(0);
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

/** Parts of the engine over pages that already lie in its memory. */
export function partBenches(pages: readonly Buffer[], pageSize: number): Bench[] {
  const parts = openParts(pages, pageSize);
  const filled = openParts([Buffer.alloc(pageSize, 7)], pageSize);
  const random = openParts([noise(pageSize)], pageSize);
  const next = round(parts.count);
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

/** Whole operations of the facade, with everything that a user pays. */
export function poolBenches(pages: readonly Buffer[], pageSize: number): Bench[] {
  const key = round(KEY_COUNT);
  const next = round(pages.length);
  const pageOf = () => pages[next()] as Buffer;
  const filled = Buffer.alloc(pageSize, 7);
  const random = noise(pageSize);
  const target = Buffer.alloc(pageSize);
  const batch = pages.slice(0, BATCH).map(() => Buffer.alloc(pageSize));
  const offsets = batch.map((_, i) => i);
  const [fresh, twice, same, poor, kept] = [
    open(pageSize),
    open(pageSize),
    open(pageSize),
    open(pageSize),
    open(pageSize),
  ];
  for (const [i, page] of pages.entries()) {
    twice.store(0, KEY_COUNT + i, page);
    kept.store(0, i, page);
  }
  let stamp = 0;
  const stamped = (page: Buffer, swap: Frontswap) => {
    page.writeDoubleLE(++stamp, page.length >> 1);
    return swap.store(0, key(), page);
  };
  // Copies: eight bytes that change make each of them a new page every time.
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
      operation: () => kept.loadMany(0, offsets, batch),
    },
  ];
}

function single(name: string, operation: () => unknown): Bench {
  return { name, pagesPerCall: 1, operation };
}

/** 0, 1, ... count - 1, 0, 1, ... */
function round(count: number): () => number {
  let i = -1;
  return () => {
    i = i + 1 === count ? 0 : i + 1;
    return i;
  };
}

function noise(length: number): Buffer {
  return crypto.getRandomValues(Buffer.alloc(length));
}

/** A client of a pool with room for all keys. Every key it goes round is taken, so each store replaces a page. */
function open(pageSize: number): Frontswap {
  const swap = Spillway.openSync({ maxBytes: 4 * KEY_COUNT * pageSize, pageSize }).frontswap();
  swap.init(0);
  return swap;
}
