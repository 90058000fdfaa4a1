/**
 * generated_pages.ts - seeded pages of every kind that a program keeps. Real pages: live_memory.ts.
 */
import type { Random } from "./random.js";

/**
 * Lengths at which something changes: fast paths, the last literals, length bytes, table sizes, page sizes.
 */
export const EDGE_LENGTHS: readonly number[] = [
  1, 2, 4, 5, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 31, 32, 33, 63, 64, 65, 255, 269, 270, 271, 525,
  4095, 4096, 4097, 8191, 8192, 8193, 16384, 32768, 65534, 65535, 65536,
];

/** Sizes that pages of a pool may have. */
export const PAGE_SIZES: readonly number[] = [4096, 8192, 16384, 32768, 65536];

/** A length from 1 to `most`, short ones more often, edges most often. */
export function anyLength(random: Random, most = 65536): number {
  if (random.below(4) === 0) {
    const edge = random.pick(EDGE_LENGTHS);
    if (edge <= most) return edge;
  }
  return 1 + random.below(1 + random.below(most));
}

// ── kinds ──────────────────────────────────────────────────────────────────────────────────────────────

type Filler = (random: Random, page: Uint8Array) => void;

const WORDS = (
  "page swap pool the of a store load client offset and with " +
  "memory slab body entry device which host is kept cold"
).split(" ");

function fillText(random: Random, page: Uint8Array): void {
  let text = "";
  while (text.length < page.length) {
    text += random.pick(WORDS);
    text += random.pick([" ", " ", " ", " ", ", ", ".\n"]);
  }
  page.set(Buffer.from(text.slice(0, page.length), "latin1"));
}

function fillJson(random: Random, page: Uint8Array): void {
  let text = "[";
  while (text.length < page.length) {
    text += JSON.stringify({
      id: random.below(100_000),
      name: `${random.pick(WORDS)}-${random.pick(WORDS)}`,
      size: random.below(4096),
      tags: [random.pick(WORDS), random.pick(WORDS)],
      open: random.below(2) === 1,
      parent: null,
    });
    text += ",\n";
  }
  page.set(Buffer.from(text.slice(0, page.length), "latin1"));
}

/**
 * Words of eight bytes as in a heap: small integers, addresses of one region, zeros, now and then something
 * else.
 */
function fillWords(random: Random, page: Uint8Array): void {
  const view = new DataView(page.buffer, page.byteOffset, page.length);
  const region = random.next() & 0x7fff;
  let at = 0;
  for (; at + 8 <= page.length; at += 8) {
    const kind = random.below(8);
    let low = 0;
    let high = 0;
    if (kind < 3) low = random.below(64) << 1;
    else if (kind < 6) {
      low = ((random.next() & 0x3ffff) << 3) | 1;
      high = region;
    } else if (kind === 6) {
      low = random.next();
      high = random.next();
    }
    view.setUint32(at, low, true);
    view.setUint32(at + 4, high, true);
  }
  for (; at < page.length; at++) page[at] = random.below(4);
}

/** A series of doubles that drifts, as measurements do: high bytes alike, low bytes noise. */
function fillFloats(random: Random, page: Uint8Array): void {
  const series = new Float64Array((page.length + 7) >> 3);
  const step = random.pick([0.25, 1 / 3, 0.001]);
  let value = random.below(1000);
  for (let i = 0; i < series.length; i++) {
    value += (random.below(21) - 10) * step;
    series[i] = value;
  }
  page.set(new Uint8Array(series.buffer, 0, page.length));
}

/**
 * One period repeated, most often shorter than the sixteen bytes that a copy moves; here and there a byte
 * differs.
 */
function fillPeriod(random: Random, page: Uint8Array): void {
  const period = 1 + random.below(random.pick([4, 20, 20, 40, 400]));
  for (let at = 0; at < page.length; at++)
    page[at] = at < period ? random.next() >>> 24 : (page[at - period] as number);
  for (let flaws = random.below(4); flaws > 0; flaws--)
    page[random.below(page.length)] = random.next() >>> 24;
}

/**
 * Literals and copies of what came before, with the distances and lengths that a block spells differently.
 */
function fillCopies(random: Random, page: Uint8Array): void {
  let at = 0;
  while (at < page.length) {
    let literals = random.below(random.pick([2, 20, 20, 600]));
    while (literals-- > 0 && at < page.length) page[at++] = random.next() >>> 24;
    if (at === 0) continue;
    const distance = 1 + random.below(Math.min(at, random.pick([4, 16, 20, 70, 65535])));
    let copy = 4 + random.below(random.pick([4, 16, 20, 300, 1000]));
    for (; copy-- > 0 && at < page.length; at++) page[at] = page[at - distance] as number;
  }
}

function fillSparse(random: Random, page: Uint8Array): void {
  for (let bytes = 1 + (page.length >> 6); bytes > 0; bytes--)
    page[random.below(page.length)] = random.next() >>> 24;
}

export type PageKind =
  | "zeros"
  | "filled"
  | "random"
  | "text"
  | "json"
  | "words"
  | "floats"
  | "period"
  | "copies"
  | "sparse"
  | "mixture"
  | "trailing";

const FILLERS: Record<PageKind, Filler> = {
  zeros: () => {},
  // Eight bytes again and again: no body at all.
  filled: (random, page) => {
    for (let at = 0; at < page.length; at++)
      page[at] = at < 8 ? random.next() >>> 24 : (page[at - 8] as number);
  },
  random: (random, page) => {
    random.fill(page);
  },
  text: fillText,
  json: fillJson,
  words: fillWords,
  floats: fillFloats,
  period: fillPeriod,
  copies: fillCopies,
  sparse: fillSparse,
  // Parts of other kinds, cut anywhere.
  mixture: (random, page) => {
    for (let at = 0; at < page.length; ) {
      const part = page.subarray(at, at + 1 + random.below(page.length - at));
      FILLERS[random.pick(PARTS)](random, part);
      at += part.length;
    }
  },
  // Another kind, then zeros to the end.
  trailing: (random, page) => {
    const part = page.subarray(0, random.below(page.length));
    if (part.length > 0) FILLERS[random.pick(PARTS)](random, part);
  },
};

/** The kinds that makePage knows. */
export const PAGE_KINDS = Object.keys(FILLERS) as readonly PageKind[];

const PARTS = PAGE_KINDS.filter((kind) => kind !== "mixture" && kind !== "trailing");

/** A page of `bytes` bytes of this kind. The same state of `random` gives the same page. */
export function makePage(random: Random, kind: PageKind, bytes: number): Uint8Array {
  const page = new Uint8Array(bytes);
  FILLERS[kind](random, page);
  return page;
}

/** One page of each kind. */
export function pagesOfAllKinds(random: Random, bytes: number): Uint8Array[] {
  return PAGE_KINDS.map((kind) => makePage(random, kind, bytes));
}

/** True when every byte equals the one eight before it: a page that an arena keeps without a body. */
export function isSameFilled(page: Uint8Array): boolean {
  return Buffer.compare(page.subarray(8), page.subarray(0, Math.max(0, page.length - 8))) === 0;
}

/** The page without its trailing zeros, as a body keeps it. */
export function trimmed(page: Uint8Array): Uint8Array {
  let bytes = page.length;
  while (bytes > 0 && page[bytes - 1] === 0) bytes -= 1;
  return page.subarray(0, bytes);
}

/** The bytes as an expression, for the message of a failure that no seed repeats. */
export function spell(bytes: Uint8Array): string {
  return `Buffer.from("${Buffer.from(bytes).toString("base64")}", "base64")`;
}
