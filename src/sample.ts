/**
 * sample.ts - a part of the pages that a pool would keep, followed in order to know about all of them.
 *
 * Two samples, as no single one knows both. By key: every page whose key's hash lies below a bound is followed; that tells
 * how many pages there are, their bytes, and how many are same-filled. By content: of every body whose page's hash lies below
 * another bound the pages are followed; that tells how many bodies there are and what they take, however often
 * each is shared. Both bounds begin at 1, everything; when a sample has become too large its bound goes down and what lies
 * above it is let go of (SHARDS: C. Waldspurger et al., FAST 2015, with fixed size). Until then the numbers are exact.
 *
 * A body of very many pages would fill the sample. So of each only some sixteen pages are followed: those whose keys end in
 * so many zero bits, one more for each doubling.
 *
 * Keeps: at most PAGES_MAX + LINKS_MAX pages and CONTENTS_MAX bodies; `npm run bench:shadow` prints what they take.
 * Cost:  a look at a byte for a page that is not followed.
 */
import type { AreaHandle, Inode } from "./arena.js";
import { Holes, slotBytes } from "./footprint.js";

/** Bodies, and pages by key, beyond which a bound goes down: 16,384 bodies give their mean to within 1 %, most often. */
const CONTENTS_MAX = 2 ** 14;
const PAGES_MAX = 2 ** 14;
/** Pages followed because of their bodies. */
const LINKS_MAX = 2 ** 15;
/** What is left of a bound that goes down. */
const LOWERED = 7 / 8;
/** Pages that are followed of one body. */
const SHARERS_MAX = 16;

/** A body that so many pages of the sample by key have is known to have many. */
const OFTEN = 8;

/** Some five times as many as pages that are followed. */
const ENDINGS = 2 ** 18;

/** Hashes are whole numbers below 2^53, which a Map takes as keys. */
const HASHES = 2 ** 53;

/** A body. */
export interface Content {
  readonly hash: number;
  readonly raw: number;
  /** Bytes of the body; 0 for a same-filled page, which has none. */
  readonly stored: number;
  readonly filled: boolean;
  /** Pages that share it, so many, linked: those of its pages whose keys end in `level` zero bits. */
  first: Page | undefined;
  sharers: number;
  level: number;
}

/** A page. */
interface Page {
  readonly key: number;
  /** Hash of its body. */
  readonly hash: number;
  readonly area: AreaHandle;
  readonly bytes: number;
  readonly filled: boolean;
  /** Hash of its inode, or undefined. Pages of an inode are ephemeral, and linked. */
  readonly inode: number | undefined;
  before: Page | undefined;
  behind: Page | undefined;
  /** Whether it belongs to the sample by key. */
  byKey: boolean;
  /** Its body, if that belongs to the sample by content and this page is one of those followed for it; and the next of these. */
  content: Content | undefined;
  next: Page | undefined;
}

/** A page that comes, to be followed. */
export interface Arrival {
  area: AreaHandle;
  key: number;
  hash: number;
  inode: number | undefined;
  bytes: number;
  filled: boolean;
  content: Content | undefined;
}

/** What all pages come to. */
export interface Estimate {
  pages: number;
  sameFilledPages: number;
  ephemeralPages: number;
  inodes: number;
  /** Bodies that keep bytes. */
  bodies: number;
  /** Records of same-filled pages. */
  fills: number;
  raw: number;
  encoded: number;
  compressed: number;
  slots: number;
  slotMean: number;
  slotDeviation: number;
}

/** A hash of 53 bits from two of 32. */
export function hashOf(high: number, low: number): number {
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

export class Sample {
  /** Room that bodies left, of all of them. */
  readonly holes: Holes;
  readonly #kept = { pages: 0, ephemeralPages: 0, bodies: 0, fills: 0 };
  readonly #seed: readonly [number, number];
  #keyBound = HASHES;
  #contentBound = HASHES;
  readonly #pages = new Map<number, Page>();
  /** How many followed keys end in these bits. A look-up in the Map takes a microsecond when it is large, and most would be in vain. */
  readonly #endings = new Uint8Array(ENDINGS);
  readonly #contents = new Map<number, Content>();
  /** First page of each inode. */
  readonly #inodes = new Map<number, Page>();
  /** Of the sample by key: pages, their bytes, ephemeral ones. */
  #byKey = { pages: 0, bytes: 0, ephemeral: 0 };
  /** Of the sample by content: bodies that keep bytes, the bytes of their slots, same-filled ones, pages followed for them. */
  #byContent = { bodies: 0, slots: 0, fills: 0, links: 0 };

  /** `seed`, two words that nobody knows, keeps hosts from choosing what is followed. */
  constructor(pageSize: number, seed: readonly [number, number]) {
    this.holes = new Holes(pageSize);
    this.#seed = seed;
  }

  /** Part of all pages, and of all bodies, that is followed. */
  get keyRate(): number {
    return this.#keyBound / HASHES;
  }

  get contentRate(): number {
    return this.#contentBound / HASHES;
  }

  /** Pages and bodies that are followed. */
  get pages(): number {
    return this.#pages.size;
  }

  get contents(): number {
    return this.#contents.size;
  }

  // ── keys ─────────────────────────────────────────────────────────────────────────────────────────────

  inodeHash(area: AreaHandle, { low, high }: Inode): number {
    return this.#hash(area, low, high, 0);
  }

  keyHash(area: AreaHandle, offset: number, inode?: Inode): number {
    return inode === undefined
      ? this.#hash(area, 0, 0, offset)
      : this.#hash(~area, inode.low, inode.high, offset);
  }

  #hash(a: number, b: number, c: number, d: number): number {
    const [high, low] = this.#seed;
    return hashOf(mixA(mixA(mixA(mixA(high ^ a) ^ b) ^ c) ^ d), mixB(mixB(mixB(mixB(low ^ a) ^ b) ^ c) ^ d));
  }

  // ── coming and going ─────────────────────────────────────────────────────────────────────────────────

  /** Whether a page with this key, or a body with this hash, is to be followed. */
  wantsKey(key: number): boolean {
    return key < this.#keyBound;
  }

  wantsContent(hash: number): boolean {
    return hash < this.#contentBound;
  }

  contentOf(hash: number): Content | undefined {
    return this.#contents.get(hash);
  }

  /** Whether a page with this key is there, as the sample by key knows: undefined when that does not follow it. */
  has(key: number): boolean | undefined {
    return this.wantsKey(key) ? this.#pages.has(key) : undefined;
  }

  /** A body that is not followed yet. Its first page is still to come. */
  addContent(hash: number, raw: number, stored: number, filled: boolean): Content {
    const content: Content = { hash, raw, stored, filled, first: undefined, sharers: 0, level: 0 };
    this.#contents.set(hash, content);
    this.#countContent(content, 1);
    if (!filled) this.holes.compact(1 / this.contentRate, this.#byContent.slots / this.contentRate);
    return content;
  }

  /** Follows a page whose key is not followed, for the sample by key, or for its body's sake, or both. */
  add({ area, key, hash, inode, bytes, filled, content }: Arrival): void {
    const byKey = this.wantsKey(key);
    const linked = content !== undefined && key % 2 ** content.level === 0;
    if (!byKey && !linked) return;
    const page: Page = {
      key,
      hash,
      area,
      bytes,
      filled,
      inode,
      before: undefined,
      behind: undefined,
      byKey,
      content: undefined,
      next: undefined,
    };
    this.#pages.set(key, page);
    this.#countEnding(key, 1);
    this.#enterInode(page);
    if (byKey) this.#countKey(page, 1);
    if (linked) this.#link(page, content);
    this.kept();
    if (this.#byKey.pages > PAGES_MAX) this.#lowerKeys();
    if (this.#contents.size > CONTENTS_MAX || this.#byContent.links > LINKS_MAX) this.#lowerContents();
  }

  /** Forgets the page with this key. */
  forget(key: number): void {
    if (this.#endings[key & (ENDINGS - 1)] === 0) return;
    const page = this.#pages.get(key);
    if (page !== undefined) this.#leave(page);
  }

  #countEnding(key: number, by: number): void {
    const at = key & (ENDINGS - 1);
    this.#endings[at] = (this.#endings[at] as number) + by;
  }

  forgetInode(inode: number): void {
    for (let page = this.#inodes.get(inode); page !== undefined; page = this.#inodes.get(inode))
      this.#leave(page);
  }

  /** Bound: the pages that are followed. */
  forgetArea(area: AreaHandle): void {
    for (const page of this.#pages.values()) if (page.area === area) this.#leave(page);
  }

  #leave(page: Page): void {
    if (page.byKey) this.#countKey(page, -1);
    const { content } = page;
    if (content !== undefined) {
      this.#unlink(page, content);
      if (content.sharers === 0) this.#destroy(content);
    }
    this.#remove(page);
  }

  /** A body goes, with its last page: as far as this sample knows, for a body of many pages. */
  #destroy(content: Content): void {
    this.#contents.delete(content.hash);
    this.#countContent(content, -1);
    if (!content.filled) this.holes.add(slotBytes(content.stored) / this.contentRate);
    if (this.#byContent.bodies === 0) this.holes.bytes = 0;
  }

  #remove(page: Page): void {
    this.#pages.delete(page.key);
    this.#countEnding(page.key, -1);
    const { inode, before, behind } = page;
    if (inode === undefined) return;
    if (before !== undefined) before.behind = behind;
    else if (behind !== undefined) this.#inodes.set(inode, behind);
    else this.#inodes.delete(inode);
    if (behind !== undefined) behind.before = before;
  }

  #enterInode(page: Page): void {
    if (page.inode === undefined) return;
    const first = this.#inodes.get(page.inode);
    page.behind = first;
    if (first !== undefined) first.before = page;
    this.#inodes.set(page.inode, page);
  }

  // ── sharers of a body ────────────────────────────────────────────────────────────────────────────────

  #link(page: Page, content: Content): void {
    page.content = content;
    page.next = content.first;
    content.first = page;
    content.sharers += 1;
    this.#byContent.links += 1;
    while (content.sharers > SHARERS_MAX) {
      content.level += 1;
      for (const one of sharersOf(content)) {
        if (one.key % 2 ** content.level === 0) continue;
        this.#unlink(one, content);
        if (!one.byKey) this.#remove(one);
      }
    }
  }

  /** Bound: the pages that are followed for the body. */
  #unlink(page: Page, content: Content): void {
    let before: Page | undefined;
    for (let one = content.first; one !== page; one = one?.next) before = one;
    if (before === undefined) content.first = page.next;
    else before.next = page.next;
    page.content = page.next = undefined;
    content.sharers -= 1;
    this.#byContent.links -= 1;
  }

  // ── bounds ───────────────────────────────────────────────────────────────────────────────────────────

  #lowerKeys(): void {
    this.#keyBound *= LOWERED;
    for (const page of this.#pages.values()) {
      if (!page.byKey || page.key < this.#keyBound) continue;
      this.#countKey(page, -1);
      page.byKey = false;
      if (page.content === undefined) this.#remove(page);
    }
  }

  #lowerContents(): void {
    this.#contentBound *= LOWERED;
    for (const content of this.#contents.values()) {
      if (content.hash < this.#contentBound) continue;
      for (const page of sharersOf(content)) {
        this.#unlink(page, content);
        if (!page.byKey) this.#remove(page);
      }
      this.#contents.delete(content.hash);
      this.#countContent(content, -1);
    }
  }

  // ── sums ─────────────────────────────────────────────────────────────────────────────────────────────

  #countKey(page: Page, by: number): void {
    const sums = this.#byKey;
    sums.pages += by;
    sums.bytes += by * page.bytes;
    if (page.inode !== undefined) sums.ephemeral += by;
  }

  #countContent(content: Content, by: number): void {
    const sums = this.#byContent;
    if (content.filled) {
      sums.fills += by;
    } else {
      sums.bodies += by;
      sums.slots += by * slotBytes(content.stored);
    }
  }

  /**
   * Pages, ephemeral pages, bodies and same-filled records for which tables and frames are kept: the most that there were, but no
   * more than twice as many as there are, for then tables become smaller and records are brought together.
   */
  kept() {
    const now = this.quick();
    const kept = this.#kept;
    kept.pages = keptFor(kept.pages, now.pages);
    kept.ephemeralPages = keptFor(kept.ephemeralPages, now.ephemeralPages);
    kept.bodies = keptFor(kept.bodies, now.bodies);
    kept.fills = keptFor(kept.fills, now.fills);
    return kept;
  }

  /** What all pages come to, without a walk: each number from one sample alone. */
  quick() {
    const { keyRate, contentRate } = this;
    return {
      pages: this.#byKey.pages / keyRate,
      raw: this.#byKey.bytes / keyRate,
      ephemeralPages: this.#byKey.ephemeral / keyRate,
      bodies: this.#byContent.bodies / contentRate,
      slots: this.#byContent.slots / contentRate,
      fills: this.#byContent.fills / contentRate,
    };
  }

  /**
   * What all pages come to. Bound: the pages and bodies that are followed.
   *
   * Bodies that very many pages have would make the sample by content say anything about pages. They are known from the other
   * one, where they are found again and again; all others are estimated together.
   */
  estimate(): Estimate {
    const { keyRate, contentRate } = this;
    const { pages, raw, ephemeralPages } = this.quick();
    const often = this.#foundOften();
    const rare = { pages: 0, bytes: 0, filled: 0 };
    let filled = 0;
    for (const page of this.#pages.values()) {
      if (!page.byKey) continue;
      if (page.filled) filled += 1;
      if (often.has(page.hash)) continue;
      if (page.filled) {
        rare.filled += 1;
      } else {
        rare.pages += 1;
        rare.bytes += page.bytes;
      }
    }
    const bodies = new Guess();
    const encoded = new Guess();
    const fills = new Guess();
    let stored = 0;
    let slots = 0;
    let slotSquares = 0;
    for (const content of this.#contents.values()) {
      if (often.has(content.hash)) continue;
      if (content.filled) {
        fills.add(1, content);
        continue;
      }
      const slot = slotBytes(content.stored);
      bodies.add(1, content);
      encoded.add(content.raw, content);
      stored += content.stored;
      slots += slot;
      slotSquares += slot * slot;
    }
    const count = bodies.sum;
    const mean = (sum: number) => (count === 0 ? 0 : sum / count);
    const oftenKept = [...often.values()].filter((page) => !page.filled);
    const oftenFilled = often.size - oftenKept.length;
    const oftenBytes = oftenKept.reduce((sum, { bytes }) => sum + bytes, 0);

    const allEncoded = encoded.of(rare.bytes / keyRate, contentRate) + oftenBytes;
    const allBodies = bodies.of(rare.pages / keyRate, contentRate) + oftenKept.length;
    const ratio = encoded.sum === 0 ? 1 : stored / encoded.sum;
    return {
      pages,
      sameFilledPages: filled / keyRate,
      ephemeralPages,
      inodes: this.#estimateInodes(ephemeralPages),
      bodies: allBodies,
      fills: fills.of(rare.filled / keyRate, contentRate) + oftenFilled,
      raw,
      encoded: allEncoded,
      compressed: allEncoded * ratio,
      slots: allEncoded * ratio + allBodies * mean(slots - stored),
      slotMean: mean(slots),
      slotDeviation: Math.sqrt(Math.max(0, mean(slotSquares) - mean(slots) ** 2)),
    };
  }

  /**
   * Inodes that have pages: those of which the sample by key has some, and those of which it has none, told from how many it has
   * one and two pages of (A. Chao, 1984). No more than there are pages.
   */
  #estimateInodes(ephemeralPages: number): number {
    const having: [number, number, number, number] = [0, 0, 0, 0];
    for (const first of this.#inodes.values()) {
      let followed = 0;
      for (let page: Page | undefined = first; page !== undefined && followed < 3; page = page.behind)
        if (page.byKey) followed += 1;
      having[followed as 0 | 1 | 2 | 3] += 1;
    }
    const [, one, two, more] = having;
    const unseen = this.keyRate === 1 ? 0 : (one * (one - 1)) / (2 * (two + 1));
    return Math.min(one + two + more + unseen, ephemeralPages);
  }

  /** Bodies of several pages of the sample by key, by hash: with that sample's first page of each. */
  #foundOften(): Map<number, Page> {
    const found = new Map<number, number>();
    const often = new Map<number, Page>();
    // While all bodies are followed there is nothing to guess.
    if (this.contentRate === 1) return often;
    for (const page of this.#pages.values()) {
      if (!page.byKey) continue;
      const times = (found.get(page.hash) ?? 0) + 1;
      found.set(page.hash, times);
      if (times === OFTEN) often.set(page.hash, page);
    }
    return often;
  }
}

/**
 * A sum over all bodies, from those that are followed. The sample by content also says how many pages, or bytes of pages, these
 * bodies have, which the sample by key says independently. Where the first has by chance too many of these, its sum is too
 * large: linear regression takes that out (W. Cochran, Sampling Techniques, 1977, chapter 7). The more the numbers of pages
 * differ from body to body, the smaller is the correction.
 */
class Guess {
  /** Over the bodies that are followed. */
  sum = 0;
  #pages = 0;
  #products = 0;
  #squares = 0;
  /** What is uncertain about the pages of each, of which only a part is followed. */
  #noise = 0;

  /** A body of this value; a page of it weighs as much. */
  add(value: number, { sharers, level }: Content): void {
    const part = 2 ** level;
    const pages = value * sharers * part;
    this.sum += value;
    this.#pages += pages;
    this.#products += value * pages;
    this.#squares += pages * pages;
    this.#noise += value * pages * (part - 1);
  }

  /** The sum over all, whose pages are `pages`, in the unit of the value. */
  of(pages: number, rate: number): number {
    const loose = 1 - rate;
    const spread = loose * this.#squares + this.#noise;
    const slope = loose > 0 && spread > 0 ? (loose * this.#products) / spread : 0;
    return Math.max(0, this.sum / rate + slope * (pages - this.#pages / rate));
  }
}

/** The pages that are followed for a body, as they are now. */
function sharersOf(content: Content): Page[] {
  const pages: Page[] = [];
  for (let page = content.first; page !== undefined; page = page.next) pages.push(page);
  return pages;
}

/** Bijections of 32 bits in which every input bit moves every output bit: MurmurHash3's (A. Appleby), and lowbias32 (C. Wellons). */
function mixA(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function mixB(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return h ^ (h >>> 16);
}

function keptFor(kept: number, now: number): number {
  return Math.max(now, Math.min(kept, 2 * now));
}
