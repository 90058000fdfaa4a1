/**
 * shadow.ts - what a live pool would have kept of the pages that are offered, and at what price. Keeps no
 * byte of any page.
 *
 * Every page is copied into the window of an arena that stays empty, and hashed. A page that belongs to a
 * sample is also encoded, once for each body. The sample tells how many pages and bodies there are and their
 * bytes, footprint.ts what a live pool takes for those, and the clock, read now and then, how long a live
 * pool would have hashed and encoded.
 *
 * With devices away.ts tells which bodies would have left memory for them.
 *
 * Not taken into account: caps of clients, the nursery, recompression, arenas of a pool beyond the first, and
 * which ephemeral pages would have been evicted for want of room. See docs/architecture/does-it-pay.md.
 */

import { lengthOf } from "../base/foreign.js";
import type { CheckedOptions } from "../base/options/pool.js";
import type { Address } from "../engine/address.js";
import type { Arena } from "../engine/arena.js";
import { blockBytes } from "../engine/blocks.js";
import type { AreaHandle, Inode } from "../engine/keys.js";
import { OverTime, readClock, Sampler } from "../telemetry/rent.js";
import type { ShadowStats } from "../telemetry/stats_types.js";
import { Away, type Behind } from "./away.js";
import { BODY_BYTES_NEEDED, ENTRY_BYTES_NEEDED, footprint } from "./footprint.js";
import { estimate } from "./guess.js";
import { Hashes, hashOf } from "./hashes.js";
import { Sample } from "./sample.js";

export class Shadow {
  /** Stores offered so far, all of them refused. */
  offeredPages = 0;
  readonly #arena: () => Arena;
  readonly #options: CheckedOptions;
  readonly #maxBytes: number;
  /** Bytes of an arena below its first block. */
  readonly #fixedBytes: number;
  readonly #blockBytes: number;
  readonly #hashes: Hashes;
  readonly #sample: Sample;
  /** Bodies on devices, in a pool that has any. */
  readonly #away: Away | undefined;
  readonly #sampler = new Sampler();
  readonly #saved = new OverTime(0);
  #offeredBytes = 0;
  /** Estimated counters: pages refused, loads that would have been served, milliseconds. */
  #full = 0;
  #poor = 0;
  #loads = 0;
  #awayLoads = 0;
  #hashMs = 0;
  #encodeMs = 0;

  /**
   * `arena` answers one that keeps nothing: it lends its window and its codec. `seed`: two words that nobody
   * else knows. `behind`: the devices, if there are any.
   */
  constructor(
    arena: () => Arena,
    options: CheckedOptions,
    maxBytes: number,
    seed: readonly [number, number],
    behind?: Behind,
  ) {
    this.#arena = arena;
    this.#options = options;
    this.#maxBytes = maxBytes;
    this.#blockBytes = blockBytes(options.pageSize);
    this.#fixedBytes = arena().usedBytes - this.#blockBytes;
    this.#hashes = new Hashes(seed);
    this.#away = behind && new Away(behind);
    this.#sample = new Sample(options.pageSize, (content) => this.#away?.forget(content));
  }

  /**
   * Looks at a page that is offered, for a client of this scope. It replaces the page under its address,
   * whether or not a live pool would have kept it.
   */
  offer(address: Address, scope: number, page: Uint8Array, kind: number): void {
    const sample = this.#sample;
    this.offeredPages += 1;
    const bytes = lengthOf(page);
    this.#offeredBytes += bytes;
    const key = this.#hashes.key(address);
    sample.forget(key);
    const timed = this.#sampler.due();
    const began = timed ? readClock() : 0;
    const { high, low, filled } = this.#arena().hashPage(page, scope);
    if (timed) this.#hashMs += (readClock() - began) * this.#sampler.weight();
    const hash = this.#options.dedupe === false && !filled ? key : hashOf(high, low);
    if (sample.wantsContent(hash) || sample.wantsKey(key))
      this.#follow({ key, hash, filled, bytes, kind }, address);
    this.#arena().wipeWindow(bytes);
  }

  /** Takes a page into the sample, if a live pool would have kept it. */
  #follow(
    one: { key: number; hash: number; filled: boolean; bytes: number; kind: number },
    { area, inode }: Address,
  ): void {
    const sample = this.#sample;
    const { hash, filled, bytes } = one;
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
      if (content !== undefined && inode === undefined) this.#away?.use(content);
    } else if (content === undefined && byContent) {
      content = sample.addContent(hash, bytes, 0, true);
    }
    const group = inode === undefined ? undefined : this.#hashes.inode(area, inode);
    sample.add({ area, key: one.key, hash, inode: group, bytes, filled, content });
  }

  /**
   * Bytes of the body of the page in the window, negative when it is poor. Its time stands for `weight`
   * encodings.
   */
  #measure(bytes: number, kind: number, weight: number): number {
    const began = readClock();
    const stored = this.#arena().measurePage(bytes, kind);
    this.#encodeMs += (readClock() - began) * weight;
    return stored;
  }

  /**
   * Whether a live pool would have had no block left for a body. Holes do not count: it would first compact.
   * With devices it would have let bodies leave, as they do here now.
   */
  #isFull(): boolean {
    const over = this.#roughlyUsed() + this.#blockBytes - this.#maxBytes;
    return over > 0 && !this.#away?.leave(over, this.#sample.contentRate);
  }

  /** Bytes that the slots of bodies on devices would take in memory. */
  get #spared(): number {
    return (this.#away?.sums.memory ?? 0) / this.#sample.contentRate;
  }

  /** footprint() without holes, to within a block or two, and quick enough for every page. */
  #roughlyUsed(): number {
    const slots = this.#sample.quick().slots - this.#spared;
    const kept = this.#sample.kept();
    const records = ENTRY_BYTES_NEEDED * kept.pages + BODY_BYTES_NEEDED * (kept.bodies + kept.fills);
    return this.#fixedBytes + records + slots;
  }

  /** Looks at a load: `exclusive` ones take the page with them. */
  load(address: Address, exclusive: boolean): void {
    const key = this.#hashes.key(address);
    if (this.#sample.has(key)) this.#loads += 1 / this.#sample.keyRate;
    if (this.#away !== undefined) this.#loadAway(key, this.#away);
    if (exclusive) this.#sample.forget(key);
  }

  /** A page that is followed for its body stands for those that are not. */
  #loadAway(key: number, away: Away): void {
    const content = this.#sample.bodyOf(key);
    if (content !== undefined && away.load(content, () => !this.#isFull()))
      this.#awayLoads += 2 ** content.level / this.#sample.contentRate;
  }

  /** Looks at the invalidation of a page. */
  forget(address: Address): void {
    this.#sample.forget(this.#hashes.key(address));
  }

  /** Looks at the invalidation of an inode. */
  forgetInode(area: AreaHandle, inode: Inode): void {
    this.#sample.forgetInode(this.#hashes.inode(area, inode));
  }

  /** Looks at the invalidation of an area. */
  forgetArea(area: AreaHandle): void {
    this.#sample.forgetArea(area);
  }

  /** Takes in what would be saved now, at `at` milliseconds. */
  see(at: number): void {
    const { pages, raw } = this.#sample.quick();
    this.#saved.see(pages > 0 ? raw - this.#roughlyUsed() - this.#sample.holes.bytes : 0, at);
  }

  /** What a live pool would have kept, refused, served and spent. */
  stats(): ShadowStats {
    this.see(readClock());
    const all = estimate(this.#sample);
    const { pages, sameFilledPages, bodies, raw, encoded, compressed } = all;
    const { holes, keyRate, contentRate } = this.#sample;
    const kept = this.#sample.kept();
    const mostBodies = most(kept.bodies, bodies, contentRate);
    const mostFills = most(kept.fills, all.fills, contentRate);
    const spill = this.#spillStats();
    const blocks = footprint(this.#options.pageSize, {
      pages: most(kept.pages, pages, keyRate),
      ephemeralPages: most(kept.ephemeralPages, all.ephemeralPages, keyRate),
      inodes: all.inodes,
      bodies: mostBodies + mostFills,
      indexed: (this.#options.dedupe === false ? 0 : mostBodies - (spill?.bodies ?? 0)) + mostFills,
      slots: Math.max(0, all.slots - this.#spared),
      slotMean: all.slotMean,
      slotDeviation: all.slotDeviation,
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
      spill,
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

  /** What would be on devices. */
  #spillStats(): ShadowStats["spill"] {
    if (this.#away === undefined) return undefined;
    const { bodies, bytes, slots } = this.#away.sums;
    const rate = this.#sample.contentRate;
    return { bodies: bodies / rate, bytes: bytes / rate, slotBytes: slots / rate, loads: this.#awayLoads };
  }
}

/** A peak above the present by less than this part may be chance, where a sample tells both. */
const CHANCE = 0.03;

/** The most there was of what is `present` now. */
function most(peak: number, present: number, rate: number): number {
  return peak > (rate < 1 ? 1 + CHANCE : 1) * present ? peak : present;
}
