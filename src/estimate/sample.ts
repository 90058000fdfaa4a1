/**
 * sample.ts - a part of the pages that a pool would keep, followed in order to know about all of them.
 *
 * There are two samples, because no single one knows both pages and bodies. By key: every page is followed
 * whose key's hash lies below a bound; that tells how many pages there are, their bytes, and how many are
 * same-filled. By content: of every body whose page's hash lies below another bound the pages are followed;
 * that tells how many bodies there are and their bytes, however often each is shared. Both bounds begin at 1,
 * which means everything. When a sample has become too large its bound is lowered, and what lies above it is
 * dropped (SHARDS: C. Waldspurger et al., FAST 2015, with fixed size). Until then the numbers are exact.
 * guess.ts makes the estimate of them.
 *
 * A body of very many pages would fill the sample. So of each body only some sixteen pages are followed:
 * those whose keys end in so many zero bits, one bit more for each doubling.
 *
 * Keeps:  at most PAGES_MAX + LINKS_MAX pages and CONTENTS_MAX bodies; `npm run bench -- shadow` prints their
 *         memory.
 * Cost:   a look at one byte for a page that is not followed.
 */
import { slotBytes } from "../engine/blocks.js";
import type { AreaHandle } from "../engine/keys.js";
import { Holes } from "./footprint.js";
import { HASH_COUNT } from "./hashes.js";

/**
 * A bound is lowered beyond so many bodies, or pages by key: 16,384 bodies mostly give their mean to within 1
 * %.
 */
const CONTENTS_MAX = 2 ** 14;
const PAGES_MAX = 2 ** 14;
/** The same for pages that are followed because of their bodies. */
const LINKS_MAX = 2 ** 15;
/** What is left of a bound that is lowered. */
const LOWERED = 7 / 8;
/** Pages that are followed for one body. */
const SHARERS_MAX = 16;

/** Counts of keys by their last bits: some five times as many as pages that are followed. */
const ENDINGS = 2 ** 18;

/** A body that is followed. */
export interface Content {
  readonly hash: number;
  readonly raw: number;
  /** Bytes of the body; 0 for that of same-filled pages. */
  readonly stored: number;
  readonly filled: boolean;
  /** Its pages whose keys end in `level` zero bits: a linked list of `sharers` pages. */
  first: Page | undefined;
  sharers: number;
  level: number;
}

/** A page that is followed. */
export interface Page {
  readonly key: number;
  /** Hash of its body. */
  readonly hash: number;
  readonly area: AreaHandle;
  readonly bytes: number;
  readonly filled: boolean;
  /** Hash of its inode, or undefined. Pages of an inode are ephemeral, and linked to one another. */
  readonly inode: number | undefined;
  before: Page | undefined;
  behind: Page | undefined;
  /** Whether it belongs to the sample by key. */
  byKey: boolean;
  /**
   * Its body, if this page is followed for the sample by content; and the next page that is followed for it.
   */
  content: Content | undefined;
  next: Page | undefined;
}

/** A page that comes and may be followed. */
export interface Arrival {
  area: AreaHandle;
  key: number;
  hash: number;
  inode: number | undefined;
  bytes: number;
  filled: boolean;
  content: Content | undefined;
}

export class Sample {
  /** The holes that all bodies have left. */
  readonly holes: Holes;
  readonly #gone: (content: Content) => void;
  readonly #kept = { pages: 0, ephemeralPages: 0, bodies: 0, fills: 0 };
  #keyBound = HASH_COUNT;
  #contentBound = HASH_COUNT;
  readonly #pages = new Map<number, Page>();
  /**
   * How many followed keys end in these bits. A look-up in the large Map takes a microsecond, and most would
   * be in vain.
   */
  readonly #endings = new Uint8Array(ENDINGS);
  readonly #contents = new Map<number, Content>();
  /** First page of each inode. */
  readonly #inodes = new Map<number, Page>();
  /** Of the sample by key: pages, their bytes, ephemeral ones. */
  #byKey = { pages: 0, bytes: 0, ephemeral: 0 };
  /**
   * Of the sample by content: bodies that keep bytes, the bytes of their slots, same-filled ones, pages
   * followed for them.
   */
  #byContent = { bodies: 0, slots: 0, fills: 0, links: 0 };

  /** `gone` is called with each body that is followed no more. */
  constructor(pageSize: number, gone: (content: Content) => void = () => undefined) {
    this.holes = new Holes(pageSize);
    this.#gone = gone;
  }

  /** The part of all pages that is followed: 0 to 1. */
  get keyRate(): number {
    return this.#keyBound / HASH_COUNT;
  }

  /** The part of all bodies that is followed: 0 to 1. */
  get contentRate(): number {
    return this.#contentBound / HASH_COUNT;
  }

  /** How many pages are followed. */
  get pages(): number {
    return this.#pages.size;
  }

  /** How many bodies are followed. */
  get contents(): number {
    return this.#contents.size;
  }

  // ── coming and going ─────────────────────────────────────────────────────────────────────────────────

  /** Whether the page with this key is to be followed by key. */
  wantsKey(key: number): boolean {
    return key < this.#keyBound;
  }

  /** Whether the body of pages with this hash is to be followed. */
  wantsContent(hash: number): boolean {
    return hash < this.#contentBound;
  }

  /** The body of pages with this hash, if it is followed. */
  contentOf(hash: number): Content | undefined {
    return this.#contents.get(hash);
  }

  /** Whether a page has this key; undefined when the sample by key does not follow it. */
  has(key: number): boolean | undefined {
    return this.wantsKey(key) ? this.#pages.has(key) : undefined;
  }

  /** Follows a body. Its first page is still to come. */
  addContent(hash: number, raw: number, stored: number, filled: boolean): Content {
    const content: Content = { hash, raw, stored, filled, first: undefined, sharers: 0, level: 0 };
    this.#contents.set(hash, content);
    this.#countContent(content, 1);
    if (!filled) this.holes.compact(1 / this.contentRate, this.#byContent.slots / this.contentRate);
    return content;
  }

  /** Follows a new page: by its key, or for its body, or both; or not at all. */
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

  /** The body of the page with this key, if the page is followed for it. */
  bodyOf(key: number): Content | undefined {
    return this.#pageOf(key)?.content;
  }

  /** Forgets the page with this key. */
  forget(key: number): void {
    const page = this.#pageOf(key);
    if (page !== undefined) this.#leave(page);
  }

  #pageOf(key: number): Page | undefined {
    return this.#endings[key & (ENDINGS - 1)] === 0 ? undefined : this.#pages.get(key);
  }

  #countEnding(key: number, by: number): void {
    const at = key & (ENDINGS - 1);
    this.#endings[at] = (this.#endings[at] as number) + by;
  }

  /** Forgets the pages of an inode, by its hash. */
  forgetInode(inode: number): void {
    for (let page = this.#inodes.get(inode); page !== undefined; page = this.#inodes.get(inode))
      this.#leave(page);
  }

  /** Forgets the pages of an area. Bound: all pages that are followed. */
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

  /** A body goes with its last page; a body of many pages with the last that is followed. */
  #destroy(content: Content): void {
    this.#contents.delete(content.hash);
    this.#gone(content);
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
      this.#gone(content);
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
   * Pages, ephemeral pages, bodies and same-filled records for which tables and frames are kept: the most
   * there ever were, but at most twice as many as there are, because then tables shrink and records are
   * brought together.
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

  /** An estimate for all pages without a walk: each number comes from one sample alone. */
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

  // ── walks ────────────────────────────────────────────────────────────────────────────────────────────

  /** The pages of the sample by key. */
  *pagesByKey(): Generator<Page> {
    for (const page of this.#pages.values()) if (page.byKey) yield page;
  }

  /** The bodies of the sample by content. */
  bodies(): Iterable<Content> {
    return this.#contents.values();
  }

  /** Of each inode that has followed pages, the first of these. */
  inodes(): Iterable<Page> {
    return this.#inodes.values();
  }
}

/** The pages that are followed for a body, as they are now. */
function sharersOf(content: Content): Page[] {
  const pages: Page[] = [];
  for (let page = content.first; page !== undefined; page = page.next) pages.push(page);
  return pages;
}

function keptFor(kept: number, now: number): number {
  return Math.max(now, Math.min(kept, 2 * now));
}
