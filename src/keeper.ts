/**
 * keeper.ts - the work that is done beside the host's: compaction, and giving memory back.
 *
 * All of it goes in steps of well below a millisecond, a slice of them at a time, and between slices the host runs. Stores
 * and loads go on all along. One verb works at a time; others wait for it. When the pool is closed all of them end at once, with
 * what they have achieved.
 *
 * Giving back: the pages of one arena move into free room of the others, or, where these have too little, into a fresh arena
 * of the right size; then all of its memory is let go of. That is done as often as it gains something. Memory is the system's
 * again when the host's collector has run, which it sees no reason to do (linear memory is not on its books): so it is
 * given one (collect).
 *
 * Cost when there is nothing to do: one timer that looks at the statistics every ten seconds.
 */

import * as abi from "./abi.js";
import { type AbortSignalLike, orAborted, throwIfAborted } from "./abort.js";
import type { Arena } from "./arena.js";
import type { Arenas } from "./arenas.js";
import type { EvictMessage } from "./diagnostics.js";
import { BODY_BYTES_NEEDED, ENTRY_BYTES_NEEDED } from "./footprint.js";
import type { RecompressOptions, RecompressSettings, WorkOptions } from "./options.js";
import { Recompressor } from "./recompress.js";
import { Worker } from "./slices.js";
import { now, type Timers } from "./timers.js";

/** Work between two looks at the clock: a step moves at most a block of bytes, some ten microseconds; a page is encoded in less. */
const COMPACT_STEPS = 4;
const SETTLE_PAGES = 16;

/** Buckets of the directory whose bodies are marked as idle between two looks at the clock: some ten thousand bodies. */
const MARK_BUCKETS = 1500;
/** Of ten seconds, what recompression unasked may take. */
const RECOMPRESS_BUDGET_MS = 500;

/** A fresh arena is planned this much larger than what is to move into it: its slabs and tables fill differently. */
const FRESH_ROOM = 1.08;
/** Below this a move is not worth it: wasm pages gained, and part of the arena gained. */
const GAIN_WASM_PAGES_MIN = 16;
const GAIN_PART_MIN = 1 / 16;

/** How far records and tables must be beyond what they would be in a fresh arena before a move is worth it. */
const OUTGROWN = 1.15;
const OUTGROWN_BYTES = 2 ** 17;

/** The automatic policy looks this often, and acts on what three looks in a row have seen. */
export const LOOK_MS = 10_000;
const LOOKS = 3;
/** It acts when less than this part of what is reserved is in use ... */
const IDLE_PART = 1 / 2;
/** ... and at least this much can be given back ... */
const IDLE_BYTES_MIN = 4 * 2 ** 20;
/** ... and then leaves this much more than is in use, for what may come. */
const IDLE_ROOM = 1.25;

export class Keeper {
  /** The pool's arenas, or undefined once it is closed. */
  readonly #arenasOf: () => Arenas | undefined;
  readonly #timers: Timers;
  /** Resolves when the verbs so far are done. */
  #queue: Promise<unknown> = Promise.resolve();
  /** What the last look saw: stores so far, and looks in a row at which little of what is reserved was in use. */
  #stores = 0;
  #sparse = 0;
  readonly #recompressor = new Recompressor();
  /** When all bodies were last marked as idle. */
  #marked: number | undefined;

  constructor(arenasOf: () => Arenas | undefined, timers: Timers) {
    this.#arenasOf = arenasOf;
    this.#timers = timers;
  }

  /** Lets go of what it has kept for the next run. To be called when the pool is closed and its timers are. */
  close(): void {
    this.#recompressor.giveUp(undefined, []);
  }

  #worker(options: WorkOptions, background: boolean): Worker {
    return new Worker(this.#timers, options, background, (ms) => this.#arenasOf()?.rent.worked(ms));
  }

  /** Runs one verb after the other, each whether or not the one before failed. One that is aborted before its turn has none. */
  #enqueue<T>(signal: AbortSignalLike | undefined, work: () => Promise<T>): Promise<T> {
    const before = this.#queue;
    const result = orAborted(before, signal).then(work);
    this.#queue = before.then(() => result).catch(() => undefined);
    return result;
  }

  /** Works, and gives the collector a reason to let go of what the work has let go of. */
  async #letGo<T>(
    work: (gone: WeakRef<ArrayBuffer>[]) => Promise<T>,
    background: boolean,
    signal: AbortSignalLike | undefined,
  ): Promise<T> {
    const gone: WeakRef<ArrayBuffer>[] = [];
    let result: T;
    try {
      result = await work(gone);
    } catch (reason) {
      // Whoever waits for this is told at once.
      if (gone.length > 0) nudge();
      throw reason;
    }
    await this.#collect(gone, background, signal);
    return result;
  }

  /**
   * Brings the bodies of sparse slabs together, and where records and tables have outgrown the pages, moves these into a fresh
   * arena that fits beside theirs. Resolves with the bytes that are no longer used.
   */
  compact(options: WorkOptions, background = false): Promise<number> {
    const { signal } = options;
    return this.#enqueue(signal, async () => {
      const worker = this.#worker(options, background);
      const before = usedBytes(this.#arenasOf());
      await this.#letGo((gone) => this.#compactAll(worker, gone), background, signal);
      return Math.max(0, before - usedBytes(this.#arenasOf()));
    });
  }

  async #compactAll(worker: Worker, gone: WeakRef<ArrayBuffer>[]): Promise<void> {
    for (const arena of this.#arenasOf()?.memory.list ?? []) {
      // The pool may be closed, or the arena given back, while this waits.
      while (this.#arenasOf()?.memory.list.includes(arena) && arena.compact(COMPACT_STEPS) > 0) {
        if (!(await worker.next())) return;
      }
      const arenas = this.#arenasOf();
      if (!arenas?.memory.list.includes(arena)) continue;
      const target = outgrown(arena) ? arenas.tryAddTarget(planned(arena)) : undefined;
      if (target === undefined) arena.discard();
      else if (!(await this.#carryOut(arenas, { source: arena, target }, worker, gone))) return;
    }
  }

  /**
   * Gives memory back until at most `targetBytes` are reserved, or until no move gains anything. Resolves with the bytes
   * by which the pool is smaller, when the host's collector has let go of them, or three seconds later.
   */
  shrink(
    targetBytes: number,
    options: WorkOptions,
    background = false,
    reason: EvictMessage["reason"] = "shrink",
  ): Promise<number> {
    const { signal } = options;
    return this.#enqueue(signal, async () => {
      const worker = this.#worker(options, background);
      const before = reservedBytes(this.#arenasOf());
      await this.#letGo((gone) => this.#shrinkTo(targetBytes, worker, gone, reason), background, signal);
      for (const arena of this.#arenasOf()?.memory.list ?? []) arena.discard();
      // What was begun within the budget may have taken memory and not yet given any back.
      return Math.max(0, before - reservedBytes(this.#arenasOf()));
    });
  }

  // A function of its own, so that nothing holds the last arena that was emptied while its memory is being collected.
  async #shrinkTo(
    targetBytes: number,
    worker: Worker,
    gone: WeakRef<ArrayBuffer>[],
    reason: EvictMessage["reason"],
  ): Promise<void> {
    if (!(await this.#gather(worker))) return;
    // What can be had again goes first.
    this.#recompressor.giveUp(this.#arenasOf(), gone);
    this.#arenasOf()?.dictionaries.forget();
    this.#arenasOf()?.evictions.evictTo(targetBytes / FRESH_ROOM, reason);
    for (;;) {
      const arenas = this.#arenasOf();
      if (arenas === undefined || reservedBytes(arenas) <= targetBytes) return;
      const move = planMove(arenas, targetBytes);
      if (move === undefined || !(await this.#carryOut(arenas, move, worker, gone))) return;
    }
  }

  /** Brings records together that stand scattered, in all arenas. False when the budget is spent. */
  async #gather(worker: Worker): Promise<boolean> {
    for (const arena of this.#arenasOf()?.memory.list ?? []) {
      while (this.#arenasOf()?.memory.list.includes(arena) && arena.compact(COMPACT_STEPS, true) > 0) {
        if (!(await worker.next())) return false;
      }
    }
    return true;
  }

  /** Empties one arena and lets go of it. False when that was not possible, or not within the budget. */
  async #carryOut(
    arenas: Arenas,
    { source, target }: Move,
    worker: Worker,
    gone: WeakRef<ArrayBuffer>[],
  ): Promise<boolean> {
    arenas.drain(source, target);
    let result: ReturnType<Arenas["move"]> = "moved";
    try {
      do {
        result = arenas.move(source);
      } while (result === "moved" && (await worker.next()) && this.#arenasOf() === arenas);
    } finally {
      if (result !== "empty" && this.#arenasOf() === arenas) arenas.undrain(source);
    }
    if (result !== "empty") return false;
    gone.push(arenas.remove(source).gone);
    return true;
  }

  /** Compresses what waits in the nurseries. */
  settle(background = false): Promise<void> {
    return this.#enqueue(undefined, async () => {
      const worker = this.#worker({}, background);
      for (const arena of this.#arenasOf()?.memory.list ?? []) {
        while (this.#arenasOf()?.memory.list.includes(arena) && arena.settle(SETTLE_PAGES) > 0)
          await worker.next();
      }
    });
  }

  /**
   * Makes the bodies of pages dense that were not used for `minIdle` milliseconds. If nobody has looked for that long, it looks
   * now and waits. Resolves with the bytes that the bodies are smaller by.
   */
  async recompress(options: RecompressOptions, background = false): Promise<number> {
    const { minIdle = 0, signal } = options;
    throwIfAborted(signal);
    if (minIdle > 0) {
      if (this.#marked === undefined) await orAborted(this.#mark(background), signal);
      await this.#pauseUntil((this.#marked ?? 0) + minIdle, background, signal);
    }
    return this.#enqueue(signal, async () => {
      const worker = this.#worker(options, background);
      const run = (gone: WeakRef<ArrayBuffer>[]) =>
        this.#recompressor.run(this.#arenasOf, worker, minIdle > 0, gone);
      const saved = await this.#letGo(run, background, signal);
      // What is idle next time is what was not used since now.
      if (minIdle > 0) await this.#markAll(background);
      return saved;
    });
  }

  #mark(background: boolean): Promise<void> {
    return this.#enqueue(undefined, () => this.#markAll(background));
  }

  async #markAll(background: boolean): Promise<void> {
    const worker = this.#worker({}, background);
    for (const arena of this.#arenasOf()?.memory.list ?? []) {
      let bucket = 0;
      do {
        if (!this.#arenasOf()?.memory.list.includes(arena)) break;
        bucket = arena.markIdle(bucket, MARK_BUCKETS);
        await worker.next();
      } while (bucket !== 0);
    }
    this.#marked = now();
  }

  /** Begins to look after the pool unasked. Ends with its timers, when the pool is forgotten, and after a fault, which its next user meets. */
  watch({ shrink, recompress }: { shrink: boolean; recompress: RecompressSettings | undefined }): void {
    this.#timers.every(this, LOOK_MS, (self) => self.#look(shrink, recompress));
  }

  /** Pages that have rested become denser, for a small part of the time. */
  #lookAtRested({ minIdle }: RecompressSettings): void {
    if (this.#marked === undefined) this.#mark(true).catch(() => undefined);
    else if (now() - this.#marked >= minIdle)
      this.recompress({ minIdle, budgetMs: RECOMPRESS_BUDGET_MS }, true).catch(() => undefined);
  }

  #look(shrink: boolean, recompress: RecompressSettings | undefined): boolean {
    const arenas = this.#arenasOf();
    if (arenas === undefined) return false;
    const { bytes, stores, youngPages } = arenas.stats();
    const idle = stores === this.#stores;
    this.#stores = stores;
    if (recompress !== undefined) this.#lookAtRested(recompress);
    // Failures are no one's to handle here; whoever uses the pool next meets them.
    if (youngPages > 0 && idle) this.settle(true).catch(() => undefined);
    if (shrink && arenas.memory.list.some((arena) => arena.compact(1, true) > 0))
      this.#enqueue(undefined, () => this.#gather(this.#worker({}, true))).catch(() => undefined);
    const wanted = IDLE_ROOM * bytes.live;
    const sparse = bytes.live < IDLE_PART * bytes.reserved && bytes.reserved - wanted >= IDLE_BYTES_MIN;
    this.#sparse = shrink && sparse ? this.#sparse + 1 : 0;
    if (this.#sparse < LOOKS) return true;
    this.#sparse = 0;
    this.shrink(wanted, {}, true).catch(() => undefined);
    return true;
  }

  /** Waits until the clock says `time`, or the pool is closed. Rejects with the signal's reason. */
  async #pauseUntil(time: number, background: boolean, signal: AbortSignalLike | undefined): Promise<void> {
    for (let left = time - now(); left > 0 && !this.#timers.closed; left = time - now())
      await this.#timers.pause(Math.ceil(left), background, signal);
  }

  /** Gives the collector a reason to run until everything in `gone` is collected, or three seconds have passed. */
  async #collect(
    gone: readonly WeakRef<ArrayBuffer>[],
    background: boolean,
    signal: AbortSignalLike | undefined,
  ): Promise<void> {
    if (gone.length === 0) return;
    const until = now() + COLLECT_MS;
    while (!this.#timers.closed && now() < until && gone.some((one) => one.deref() !== undefined)) {
      // What a WeakRef has shown is kept until the present job ends.
      await this.#timers.pause(COLLECT_PAUSE_MS, background, signal);
      nudge();
      await this.#timers.pause(COLLECT_PAUSE_MS, background, signal);
    }
    await this.#timers.pause(COLLECT_SETTLE_MS, background, signal);
  }
}

interface Move {
  source: Arena;
  /** Where new pages, and first of all those of the source, go. */
  target: Arena;
}

/**
 * The next arena to be emptied, and where to: the one that gives most back for what has to be moved. Into the others when
 * these have room for it, or when one of them may grow by what is wanting: so work that was cut short goes on where it
 * stopped. Else into a fresh one, when the limit has room for that one beside it.
 */
function planMove(arenas: Arenas, targetBytes: number): Move | undefined {
  const list = [...arenas.memory.list].sort((a, b) => usedPart(a) - usedPart(b));
  for (const source of list) {
    const live = source.liveBytes;
    const room = list
      .filter((other) => other !== source)
      .map((other) => ({ other, bytes: other.wasmPages * abi.WASM_PAGE_BYTES - other.liveBytes }))
      .sort((a, b) => b.bytes - a.bytes);
    const wanting = FRESH_ROOM * live - room.reduce((sum, { bytes }) => sum + bytes, 0);
    if (wanting < 0) return { source, target: (room[0] as { other: Arena }).other };
    if (reservedBytes(arenas) <= targetBytes) continue;
    const growth = Math.ceil(wanting / abi.WASM_PAGE_BYTES);
    const grown = room.find(({ other }) => arenas.memory.mayGrow(other, growth));
    if (grown !== undefined && gains(source, growth)) return { source, target: grown.other };
    const least = planned(source);
    if (!gains(source, least)) continue;
    const target = arenas.tryAddTarget(least);
    if (target !== undefined) return { source, target };
  }
  return undefined;
}

/** Whether it is worth it to take so many wasm pages in order to give back those of an arena. */
function gains(source: Arena, taken: number): boolean {
  const gain = source.wasmPages - taken;
  return gain >= GAIN_WASM_PAGES_MIN && gain >= GAIN_PART_MIN * source.wasmPages;
}

/** Wasm pages of a fresh arena for what is in use in this one. */
function planned(arena: Arena): number {
  return Math.ceil((FRESH_ROOM * arena.liveBytes) / abi.WASM_PAGE_BYTES) + GAIN_WASM_PAGES_MIN / 2;
}

/** Whether records and tables are a good deal larger than the pages that are left need. */
function outgrown(arena: Arena): boolean {
  const counters = arena.counters();
  const get = (stat: number) => counters[stat / 8] as number;
  const needed = ENTRY_BYTES_NEEDED * get(abi.STAT_STORED_PAGES) + BODY_BYTES_NEEDED * get(abi.STAT_BODIES);
  return get(abi.STAT_METADATA_BYTES) > OUTGROWN * needed + OUTGROWN_BYTES;
}

function usedPart(arena: Arena): number {
  return arena.liveBytes / arena.wasmPages;
}

function reservedBytes(arenas: Arenas | undefined): number {
  return arenas === undefined ? 0 : arenas.memory.reservedBytes;
}

function usedBytes(arenas: Arenas | undefined): number {
  return arenas === undefined ? 0 : arenas.stats().bytes.used;
}

// ── the collector ──────────────────────────────────────────────────────────────────────────────────────

/**
 * Untouched, so it takes address space and no memory; but the collector is told of it, and two such are beyond what V8
 * lets pass without a full collection (64 MiB of external memory).
 */
const NUDGE_BYTES = 64 * 2 ** 20;
const NUDGES = 4;
const COLLECT_MS = 3000;
const COLLECT_PAUSE_MS = 10;
/** The collector hands large buffers back from a thread of its own, a little later. */
const COLLECT_SETTLE_MS = 100;

/** Gives the collector a reason to run. */
function nudge(): void {
  try {
    for (let i = 0; i < NUDGES; i++) new ArrayBuffer(NUDGE_BYTES);
  } catch {
    // A host that is out of address space has just collected.
  }
}
