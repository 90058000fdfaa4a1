/**
 * shadow.ts - what a live pool would have kept of what is offered, at what price. Keeps no byte of any page.
 *
 * Every page is copied into the window of an arena that stays empty, and hashed; a page that belongs to a sample is also
 * encoded, once for each body. The sample says how many pages and bodies there are and what they take; footprint.ts what a
 * live pool occupies for that; the clock, read now and then, how long a live pool would have hashed and encoded.
 *
 * Not looked at: caps of clients, the nursery, recompression, the arenas of a pool beyond the first, and which ephemeral pages
 * would have gone where there was no room. See ARCHITECTURE.md, "Does it pay?".
 */
import type { AreaHandle, Arena, Inode } from "./arena.js";
import { BODY_BYTES_NEEDED, blockBytes, ENTRY_BYTES_NEEDED, footprint } from "./footprint.js";
import { lengthOf } from "./foreign.js";
import { OverTime, readClock, Sampler } from "./meter.js";
import type { CheckedOptions } from "./options.js";
import { hashOf, Sample } from "./sample.js";
import type { ShadowStats } from "./stats.js";

export class Shadow {
  /** Stores offered so far, all of them refused. */
  offeredPages = 0;
  readonly #arena: () => Arena;
  readonly #options: CheckedOptions;
  readonly #maxBytes: number;
  /** Of an arena: what lies below its first block. */
  readonly #fixedBytes: number;
  readonly #blockBytes: number;
  readonly #sample: Sample;
  readonly #sampler = new Sampler();
  readonly #saved = new OverTime(0);
  #offeredBytes = 0;
  /** Estimates of counters: pages refused, loads that would have been served, milliseconds. */
  #full = 0;
  #poor = 0;
  #loads = 0;
  #hashMs = 0;
  #encodeMs = 0;

  /** An arena that keeps nothing lends its window and its codec; `seed` is two words that nobody else knows. */
  constructor(
    arena: () => Arena,
    options: CheckedOptions,
    maxBytes: number,
    seed: readonly [number, number],
  ) {
    this.#arena = arena;
    this.#options = options;
    this.#maxBytes = maxBytes;
    this.#blockBytes = blockBytes(options.pageSize);
    this.#fixedBytes = arena().usedBytes - this.#blockBytes;
    this.#sample = new Sample(options.pageSize, seed);
  }

  /** Looks at a page that is offered. It replaces the one under its key, whatever would have become of it. */
  offer(
    area: AreaHandle,
    scope: number,
    offset: number,
    page: Uint8Array,
    kind: number,
    inode?: Inode,
  ): void {
    const sample = this.#sample;
    this.offeredPages += 1;
    const bytes = lengthOf(page);
    this.#offeredBytes += bytes;
    const key = sample.keyHash(area, offset, inode);
    sample.forget(key);
    const timed = this.#sampler.due();
    const began = timed ? readClock() : 0;
    const { high, low, filled } = this.#arena().hashPage(page, scope);
    if (timed) this.#hashMs += (readClock() - began) * this.#sampler.weight();
    const hash = this.#options.dedupe === false && !filled ? key : hashOf(high, low);
    if (sample.wantsContent(hash) || sample.wantsKey(key))
      this.#follow({ area, key, hash, filled, bytes, kind }, inode);
    this.#arena().wipeWindow(bytes);
  }

  #follow(
    one: { area: AreaHandle; key: number; hash: number; filled: boolean; bytes: number; kind: number },
    inode: Inode | undefined,
  ): void {
    const sample = this.#sample;
    const { area, hash, filled, bytes } = one;
    const byContent = sample.wantsContent(hash);
    let content = byContent ? sample.contentOf(hash) : undefined;
    if (content === undefined && !filled) {
      const weight = byContent ? 1 / sample.contentRate : 0;
      if (this.#isFull()) {
        this.#full += weight;
        return;
      }
      const stored = byContent || this.#options.refusePoor ? this.#measure(bytes, one.kind, weight) : 0;
      if (stored < 0 && this.#options.refusePoor) {
        this.#poor += weight;
        return;
      }
      if (byContent) content = sample.addContent(hash, bytes, Math.abs(stored), false);
    } else if (content === undefined && byContent) {
      content = sample.addContent(hash, bytes, 0, true);
    }
    const group = inode === undefined ? undefined : sample.inodeHash(area, inode);
    sample.add({ area, key: one.key, hash, inode: group, bytes, filled, content });
  }

  /** Bytes of the body of the page in the window, negative when it is poor; its encoding stands for `weight` of them. */
  #measure(bytes: number, kind: number, weight: number): number {
    const began = readClock();
    const stored = this.#arena().measurePage(bytes, kind);
    this.#encodeMs += (readClock() - began) * weight;
    return stored;
  }

  /** Whether a live pool would have had no block left for a body. Holes are none: it would bring them together first. */
  #isFull(): boolean {
    return this.#roughlyUsed() + this.#blockBytes > this.#maxBytes;
  }

  /** footprint() without holes, to within a block or two: quick enough for every page. */
  #roughlyUsed(): number {
    const { slots } = this.#sample.quick();
    const kept = this.#sample.kept();
    const records = ENTRY_BYTES_NEEDED * kept.pages + BODY_BYTES_NEEDED * (kept.bodies + kept.fills);
    return this.#fixedBytes + records + slots;
  }

  /** Looks at a load: `exclusive` ones take the page with them. */
  load(area: AreaHandle, offset: number, exclusive: boolean, inode?: Inode): void {
    const key = this.#sample.keyHash(area, offset, inode);
    if (this.#sample.has(key)) this.#loads += 1 / this.#sample.keyRate;
    if (exclusive) this.#sample.forget(key);
  }

  /** Looks at an invalidation. */
  forget(area: AreaHandle, offset: number, inode?: Inode): void {
    this.#sample.forget(this.#sample.keyHash(area, offset, inode));
  }

  forgetInode(area: AreaHandle, inode: Inode): void {
    this.#sample.forgetInode(this.#sample.inodeHash(area, inode));
  }

  forgetArea(area: AreaHandle): void {
    this.#sample.forgetArea(area);
  }

  /** Sees what would be saved now, at `at` milliseconds. */
  see(at: number): void {
    const { pages, raw } = this.#sample.quick();
    this.#saved.see(pages > 0 ? raw - this.#roughlyUsed() - this.#sample.holes.bytes : 0, at);
  }

  stats(): ShadowStats {
    this.see(readClock());
    const estimate = this.#sample.estimate();
    const { pages, sameFilledPages, bodies, raw, encoded, compressed } = estimate;
    const { holes, keyRate, contentRate } = this.#sample;
    const kept = this.#sample.kept();
    const mostBodies = most(kept.bodies, bodies, contentRate);
    const mostFills = most(kept.fills, estimate.fills, contentRate);
    const blocks = footprint(this.#options.pageSize, {
      pages: most(kept.pages, pages, keyRate),
      ephemeralPages: most(kept.ephemeralPages, estimate.ephemeralPages, keyRate),
      inodes: estimate.inodes,
      bodies: mostBodies + mostFills,
      indexed: (this.#options.dedupe === false ? 0 : mostBodies) + mostFills,
      slots: estimate.slots,
      slotMean: estimate.slotMean,
      slotDeviation: estimate.slotDeviation,
      holes: holes.bytes,
    });
    const used = Math.min(this.#fixedBytes + blocks, this.#maxBytes);
    return {
      offeredPages: this.offeredPages,
      offeredBytes: this.#offeredBytes,
      storedPages: pages,
      sameFilledPages,
      duplicatePages: Math.max(0, pages - sameFilledPages - bodies),
      bodies,
      refused: { full: this.#full, poor: this.#poor },
      loads: this.#loads,
      bytes: { raw, encoded, compressed, used },
      codecRatio: compressed > 0 ? encoded / compressed : 1,
      effectiveRatio: raw / used,
      byteSeconds: this.#saved.sum,
      storeMs: this.#hashMs + this.#encodeMs,
      sample: {
        pages: this.#sample.pages,
        bodies: this.#sample.contents,
        pageRate: keyRate,
        bodyRate: contentRate,
      },
    };
  }
}

/** A peak within this part of the present may be chance, where a sample says both. */
const CHANCE = 0.03;

/** The most there was, for what is now `present`. */
function most(peak: number, present: number, rate: number): number {
  return peak > (rate < 1 ? 1 + CHANCE : 1) * present ? peak : present;
}
