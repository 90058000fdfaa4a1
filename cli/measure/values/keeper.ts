/**
 * keeper.ts - a process that keeps the values of `spillway measure --values` in one way, and measures it.
 *
 * Each way has a process of its own, so that its memory and the collections of V8 are its own. It reads the
 * values from the spool and does what its parent asks, one request at a time. What is timed is the call
 * alone. After each get the value is compared with the spool. It ends when its parent ends.
 */
import { setImmediate } from "node:timers/promises";
import { shuffled } from "../../pages/random.js";
import { oneLine } from "../../text/failure.js";
import { Samples, type Timing, timerCost } from "../timing.js";
import { type Keeper, type KeeperSpec, type Kept, type MapFigures, makeKeeper } from "./keepers.js";
import { isSame, unpack } from "./packed.js";
import { type Record, Spool } from "./spool.js";

/** A parent's request. Numbers `from` to `to` - 1 are places in the order of the phase. */
export type Ask =
  | { verb: "open"; spec: KeeperSpec; folder: string; seed: number; isWarm: boolean }
  | { verb: "set" | "get"; from: number; to: number; isRested: boolean; isHot: boolean }
  | { verb: "rest" }
  | { verb: "kept" }
  | { verb: "memory" }
  | { verb: "end"; withSizes: boolean };

export type Done = Kept | Memory | Ending | null;
/** What was asked for, or why it failed. */
export type Answer = { done: Done } | { failed: string };

/** Memory of the process after a collection. */
export interface Memory {
  rssBytes: number;
  /** Objects of V8. */
  heapBytes: number;
  /** ArrayBuffers and other memory outside of V8's heap. */
  externalBytes: number;
}

export interface Mismatch {
  key: string;
  /** In a few words. */
  trouble: string;
}

export interface Ending {
  set: Timing | null;
  get: Timing | null;
  rested: Timing | null;
  timerNanos: number;
  refused: number;
  mismatches: number;
  firstMismatch: Mismatch | null;
  figures: MapFigures | null;
  /** Of the timed gets of hot values the share that found one, 0 to 1; null where there were none. */
  hotShare: number | null;
  /** Serialised bytes of each value that is kept. */
  sizes: number[] | null;
}

/** Sets and gets of the warm-up, as V8 compiles code again after some thousand calls; and its bytes. */
const WARM_UP_OPERATIONS = 6_000;
const WARM_UP_VALUES = 500;
const WARM_UP_BYTES = 2 ** 25;

class Work {
  readonly #spool: Spool;
  readonly #keeper: Keeper;
  readonly #orders: { get: Uint32Array; rested: Uint32Array };
  readonly #refused: Uint8Array;
  readonly #times: { set: Samples; get: Samples; rested: Samples };
  readonly #timerNanos = timerCost();
  readonly #hot = { gets: 0, hits: 0 };
  #refusals = 0;
  #mismatches = 0;
  #firstMismatch: Mismatch | null = null;

  constructor(spool: Spool, keeper: Keeper, seed: number) {
    const { count } = spool;
    this.#spool = spool;
    this.#keeper = keeper;
    this.#orders = { get: shuffled(count, seed), rested: shuffled(count, seed + 1) };
    this.#refused = new Uint8Array(count);
    this.#times = { set: new Samples(count), get: new Samples(count), rested: new Samples(count) };
  }

  set(from: number, to: number): void {
    const records = this.#spool.read(Array.from({ length: to - from }, (_, i) => from + i));
    const values = records.map(unpack);
    for (const [i, { key }] of records.entries()) {
      const before = performance.now();
      const accepted = this.#keeper.set(key, values[i]);
      const millis = performance.now() - before;
      if (accepted) this.#times.set.add(millis);
      else this.#refuse(from + i);
    }
  }

  #refuse(index: number): void {
    this.#refused[index] = 1;
    this.#refusals += 1;
  }

  /** Gets and checks. `isHot`: gets all once before, so that the values are hot. */
  get(from: number, to: number, isRested: boolean, isHot: boolean): void {
    const numbers = (isRested ? this.#orders.rested : this.#orders.get).subarray(from, to);
    const records = this.#spool.read(numbers);
    if (isHot) this.#check(numbers, records, this.#getAll(numbers, records));
    const hits = this.#hotHits();
    const found = this.#getAll(numbers, records, isRested ? "rested" : "get");
    if (isHot) {
      this.#hot.gets += found.length;
      this.#hot.hits += this.#hotHits() - hits;
    }
    this.#check(numbers, records, found);
  }

  #hotHits(): number {
    return this.#keeper.figures?.().hotHits ?? 0;
  }

  #getAll(numbers: Uint32Array, records: readonly Record[], times?: "get" | "rested"): unknown[] {
    return records.map(({ key }, i) => {
      const before = performance.now();
      const found = outcome(this.#keeper, key);
      const millis = performance.now() - before;
      if (times !== undefined && this.#refused[numbers[i] as number] === 0) this.#times[times].add(millis);
      return found;
    });
  }

  #check(numbers: Uint32Array, records: readonly Record[], found: readonly unknown[]): void {
    for (const [i, record] of records.entries()) {
      const trouble = troubleOf(found[i], record, this.#refused[numbers[i] as number] === 1);
      if (trouble === undefined) continue;
      this.#mismatches += 1;
      this.#firstMismatch ??= { key: record.key, trouble };
    }
  }

  async rest(): Promise<void> {
    await this.#keeper.rest?.();
  }

  kept(): Kept | null {
    return this.#keeper.kept();
  }

  async memory(): Promise<Memory> {
    // A second collection takes what finalizers of the first have let go of.
    for (let i = 0; i < 2; i++) {
      globalThis.gc?.();
      await setImmediate();
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rssBytes: rss, heapBytes: heapUsed, externalBytes: external };
  }

  end(withSizes: boolean): Ending {
    const { set, get, rested } = this.#times;
    return {
      set: set.timing(),
      get: get.timing(),
      rested: rested.timing(),
      timerNanos: this.#timerNanos,
      refused: this.#refusals,
      mismatches: this.#mismatches,
      firstMismatch: this.#firstMismatch,
      figures: this.#keeper.figures?.() ?? null,
      hotShare: this.#hot.gets === 0 ? null : this.#hot.hits / this.#hot.gets,
      sizes: withSizes ? this.#sizes() : null,
    };
  }

  #sizes(): number[] {
    const sizes: number[] = [];
    for (let index = 0; index < this.#spool.count; index++) {
      if (this.#refused[index] === 1) continue;
      const [record] = this.#spool.read([index]);
      sizes.push(this.#keeper.entryBytes?.(record?.key ?? "") ?? 0);
    }
    return sizes;
  }
}

/** A get that threw. */
class Thrown {
  readonly message: string;

  constructor(error: unknown) {
    this.message = oneLine(error instanceof Error ? error.message : String(error));
  }
}

function outcome(keeper: Keeper, key: string): unknown {
  try {
    return keeper.get(key);
  } catch (error) {
    return new Thrown(error);
  }
}

function troubleOf(found: unknown, record: Record, isRefused: boolean): string | undefined {
  if (found instanceof Thrown) return `the get threw: ${found.message}`;
  if (isRefused) return found === undefined ? undefined : "a refused value was delivered";
  if (found === undefined) return "the value is gone";
  return isSame(found, record) ? undefined : "another value";
}

/** With a keeper of its own. Checks nothing: an error here occurs again in the run that is checked. */
async function warmUp(spec: KeeperSpec, spool: Spool): Promise<void> {
  const { count } = spool;
  const numbers: number[] = [];
  let bytes = 0;
  while (numbers.length < Math.min(WARM_UP_VALUES, count) && bytes < WARM_UP_BYTES)
    bytes += spool.bytes(numbers.push(numbers.length) - 1);
  const records = spool.read(numbers);
  const rounds = Math.min(WARM_UP_OPERATIONS / records.length, Math.max(1, WARM_UP_BYTES / bytes));
  const keeper = makeKeeper(spec, records.length);
  for (let round = 0; round < rounds; round++) {
    for (const record of records) keeper.set(record.key, unpack(record));
    for (const record of records) isSame(outcome(keeper, record.key), record);
    await setImmediate();
  }
  keeper.close();
}

let work: Work | undefined;

async function answer(ask: Ask): Promise<Done> {
  if (ask.verb === "open") {
    const spool = new Spool(ask.folder);
    if (ask.isWarm) await warmUp(ask.spec, spool);
    work = new Work(spool, makeKeeper(ask.spec, spool.count), ask.seed);
    return null;
  }
  if (work === undefined) throw new Error("nothing is open");
  switch (ask.verb) {
    case "set":
      work.set(ask.from, ask.to);
      return null;
    case "get":
      work.get(ask.from, ask.to, ask.isRested, ask.isHot);
      return null;
    case "rest":
      await work.rest();
      return null;
    case "kept":
      return work.kept();
    case "memory":
      return await work.memory();
    case "end":
      return work.end(ask.withSizes);
  }
}

/** Sends an answer. If the parent has ended meanwhile, this process ends without an error. */
function tell(message: Answer): void {
  process.send?.(message, (error: Error | null) => error && process.exit());
}

process.on("disconnect", () => process.exit());
process.on("message", async (ask: Ask) => {
  try {
    tell({ done: await answer(ask) });
  } catch (error) {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
