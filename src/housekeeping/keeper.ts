/**
 * keeper.ts - when the work beside the host's is done: compaction, recompression, giving memory back.
 *
 * All of it takes steps of well below a millisecond, a slice of them at a time, and between slices the host
 * runs. Stores and loads are served meanwhile. One verb works at a time; others wait for it. When the pool is
 * closed all of them end at once, with what they have achieved. What they do is in compaction.ts, giveback.ts
 * and recompress.ts.
 *
 * Owns:   the queue of verbs; what the automatic policy has seen; when bodies were last marked as idle.
 * Cost:   when there is nothing to do, one timer that looks at the statistics every ten seconds. With devices
 *         one store of 64 looks at what is free, and has bodies leave when that is little.
 */
import { type AbortSignalLike, orAborted, throwIfAborted } from "../base/abort.js";
import type { RecompressSettings } from "../base/options/pool.js";
import type { RecompressOptions, WorkOptions } from "../base/options/work.js";
import { now, type Timers } from "../base/timers.js";
import type { Router } from "../core/router.js";
import type { EvictMessage } from "../telemetry/channels.js";
import { collect, nudge } from "./collect.js";
import { compact, gatherRecords, markIdle, settle } from "./compaction.js";
import { giveBack } from "./giveback.js";
import { Recompressor } from "./recompress.js";
import { Run } from "./run.js";
import { leave, spill } from "./spill.js";

/** Milliseconds that unasked recompression may take of every ten seconds. */
const RECOMPRESS_BUDGET_MS = 500;

/** The automatic policy looks this often, and acts on what three looks in a row have seen. */
export const LOOK_MS = 10_000;
const LOOKS = 3;
/** It acts when less than this part of the reserved bytes is live ... */
const IDLE_PART = 1 / 2;
/** ... and at least so many bytes can be given back ... */
const IDLE_BYTES_MIN = 4 * 2 ** 20;
/** ... and then keeps so much more than is live, for pages that may come. */
const IDLE_ROOM = 1.25;

export class Keeper {
  /** Answers the pool's router, or undefined once the pool is closed. */
  readonly #routerOf: () => Router | undefined;
  readonly #timers: Timers;
  /** Resolves when the verbs so far are done. */
  #queue: Promise<unknown> = Promise.resolve();
  /**
   * What the last look saw: stores so far, and looks in a row at which few of the reserved bytes were live.
   */
  #stores = 0;
  #sparse = 0;
  readonly #recompressor = new Recompressor();
  /** When all bodies were last marked as idle. */
  #marked: number | undefined;
  /** Whether bodies are leaving because stores have found little free. */
  #leaves = false;

  constructor(routerOf: () => Router | undefined, timers: Timers) {
    this.#routerOf = routerOf;
    this.#timers = timers;
  }

  /** Lets go of what is kept for the next run. To be called when the pool is closed and its timers are. */
  close(): void {
    this.#recompressor.close();
  }

  // ── verbs ────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Brings the bodies of sparse slabs together, and moves pages out of arenas whose records and tables have
   * outgrown them. Resolves with the bytes that are no longer used.
   */
  compact(options: WorkOptions, background = false): Promise<number> {
    const usedBytes = (router: Router) => router.stats().bytes.used;
    return this.#enqueue(options, background, (run) => this.#reduce(run, usedBytes, () => compact(run)));
  }

  /**
   * Gives memory back until at most `targetBytes` are reserved, or until no move gains anything. Resolves
   * with the bytes by which the pool is smaller, when the host's collector has let go of them or three
   * seconds later.
   */
  shrink(
    targetBytes: number,
    options: WorkOptions,
    background = false,
    reason: EvictMessage["reason"] = "shrink",
  ): Promise<number> {
    const reservedBytes = ({ memory }: Router) => memory.reservedBytes;
    const work = async (run: Run) => {
      await this.#giveBack(run, targetBytes, reason);
      if (run.open) for (const arena of run.router.memory.each()) arena.discard();
    };
    return this.#enqueue(options, background, (run) => this.#reduce(run, reservedBytes, () => work(run)));
  }

  /** Compresses the pages that wait in nurseries. */
  async settle(background = false): Promise<void> {
    await this.#enqueue({}, background, (run) => settle(run));
  }

  /**
   * Makes the bodies of pages dense that were not used for `minIdle` milliseconds. If bodies were never
   * marked, marks them now and waits for so long. Resolves with the bytes by which bodies have become
   * smaller.
   */
  async recompress(options: RecompressOptions, background = false): Promise<number> {
    const { minIdle = 0, signal } = options;
    throwIfAborted(signal);
    if (minIdle > 0) {
      if (this.#marked === undefined) await orAborted(this.#mark(background), signal);
      await this.#pauseUntil((this.#marked ?? 0) + minIdle, background, signal);
    }
    return this.#enqueue(options, background, async (run) => {
      const saved = await this.#letGo(run, () => this.#recompressor.run(run, minIdle > 0));
      // Idle next time are the pages that are not used from now on.
      if (minIdle > 0) await this.#markAll(run.router, background);
      return saved;
    });
  }

  // ── the queue ────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Runs one verb after the other, whether or not the one before failed. A verb that is aborted before its
   * turn does nothing; neither does one of a closed pool, which answers 0.
   */
  #enqueue<T>(options: WorkOptions, background: boolean, work: (run: Run) => Promise<T>): Promise<T | 0> {
    const before = this.#queue;
    const result = orAborted(before, options.signal).then<T | 0>(() => {
      const router = this.#routerOf();
      return router === undefined ? 0 : work(new Run(router, this.#timers, options, background));
    });
    this.#queue = before.then(() => result).catch(() => undefined);
    return result;
  }

  /** Works, and makes the collector let go of the memory that the work has let go of. */
  async #letGo<T>(run: Run, work: () => Promise<T>): Promise<T> {
    let result: T;
    try {
      result = await work();
    } catch (reason) {
      // The caller is told at once: nothing waits for the collector.
      if (run.gone.length > 0) nudge();
      throw reason;
    }
    await collect(run, this.#timers);
    return result;
  }

  /** Works, and answers by how much that made a number of the pool smaller. */
  async #reduce(run: Run, bytesOf: (router: Router) => number, work: () => Promise<void>): Promise<number> {
    const before = bytesOf(run.router);
    await this.#letGo(run, work);
    // Work that was cut short may have taken memory and not yet given any back.
    return Math.max(0, before - (run.open ? bytesOf(run.router) : 0));
  }

  async #giveBack(run: Run, targetBytes: number, reason: EvictMessage["reason"]): Promise<void> {
    if (!(await gatherRecords(run))) return;
    // First what can be had again.
    this.#recompressor.giveUp(run);
    await giveBack(run, targetBytes, reason);
  }

  async #mark(background: boolean): Promise<void> {
    await this.#enqueue({}, background, ({ router }) => this.#markAll(router, background));
  }

  async #markAll(router: Router, background: boolean): Promise<void> {
    // A run of its own, without a budget.
    await markIdle(new Run(router, this.#timers, {}, background));
    this.#marked = now();
  }

  /** Waits until the clock says `time`, or the pool is closed. Rejects with the signal's reason. */
  async #pauseUntil(time: number, background: boolean, signal: AbortSignalLike | undefined): Promise<void> {
    for (let left = time - now(); left > 0 && !this.#timers.closed; left = time - now())
      await this.#timers.pause(Math.ceil(left), background, signal);
  }

  // ── the automatic policy ─────────────────────────────────────────────────────────────────────────────

  /**
   * Begins to look after the pool unasked. Ends with the pool's timers, when the pool is forgotten, and after
   * a fault, which the pool's next user meets.
   */
  watch({ shrink, recompress }: { shrink: boolean; recompress: RecompressSettings | undefined }): void {
    this.#timers.every(this, LOOK_MS, (self) => self.#look(shrink, recompress));
    const spilled = this.#routerOf()?.spilled;
    const held = new WeakRef(this);
    if (spilled === undefined) return;
    spilled.wake = () => {
      const keeper = held.deref();
      if (keeper !== undefined) keeper.#letLeave();
    };
  }

  /**
   * Stores have found little free: bodies leave as soon as the host has run. This does not wait for its turn
   * among the verbs, as little as a store does that makes room for itself.
   */
  #letLeave(): void {
    const router = this.#leaves ? undefined : this.#routerOf();
    if (router === undefined) return;
    this.#leaves = true;
    const over = () => {
      this.#leaves = false;
    };
    leave(new Run(router, this.#timers, {}, true)).then(over, over);
  }

  #look(shrink: boolean, recompress: RecompressSettings | undefined): boolean {
    const router = this.#routerOf();
    if (router === undefined) return false;
    const { bytes, stores, youngPages } = router.stats();
    const idle = stores === this.#stores;
    this.#stores = stores;
    if (recompress !== undefined) this.#lookAtResting(recompress);
    if (router.spilled !== undefined) this.#enqueue({}, true, spill).catch(() => undefined);
    // No caller can handle a failure here: the next call to the pool throws it.
    if (youngPages > 0 && idle) this.settle(true).catch(() => undefined);
    if (shrink && router.memory.each().some((arena) => arena.compact(1, true) > 0))
      this.#enqueue({}, true, gatherRecords).catch(() => undefined);
    const wanted = IDLE_ROOM * bytes.live;
    const sparse = bytes.live < IDLE_PART * bytes.reserved && bytes.reserved - wanted >= IDLE_BYTES_MIN;
    this.#sparse = shrink && sparse ? this.#sparse + 1 : 0;
    if (this.#sparse < LOOKS) return true;
    this.#sparse = 0;
    this.shrink(wanted, {}, true).catch(() => undefined);
    return true;
  }

  /** Pages that have rested become denser, for a small part of the time. */
  #lookAtResting({ minIdle }: RecompressSettings): void {
    if (this.#marked === undefined) this.#mark(true).catch(() => undefined);
    else if (now() - this.#marked >= minIdle)
      this.recompress({ minIdle, budgetMs: RECOMPRESS_BUDGET_MS }, true).catch(() => undefined);
  }
}
