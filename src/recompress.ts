/**
 * recompress.ts - pages that rest become denser: dictionaries are trained, bodies recoded, a page at a time.
 *
 * Each scope, that is each client unless bodies are shared across them, has a dictionary made from its own pages. It goes on
 * being used until pages have come that it suits worse; then the next one is trained, and the old one stays as long as bodies
 * are read by it. Every page that was recoded or tried in vain is left alone from then on, so that a run ends.
 *
 * Training and encoding need memory that an arena has not: a workshop each, opened for it and let go of.
 */
import * as abi from "./abi.js";
import type { Arena } from "./arena.js";
import type { Arenas } from "./arenas.js";
import type { Worker } from "./slices.js";
import { sampleSizes, type Workshop } from "./workshop.js";

/** Nothing is learned from fewer pages than this, and a dictionary, a block of memory, would not pay. */
const SAMPLE_PAGES_MIN = 256;
/** Mean entries of a bucket of the directory (DIRECTORY_LOAD of the engine). */
const BUCKET_PAGES = 6;
/** A dictionary is renewed when pages of late come out so much larger than its first ones did ... */
const DRIFT = 1.1;
/** ... both seen over so many pages. */
const DRIFT_PAGES = 1024;

/** How well a dictionary does. */
interface History {
  version: number;
  first: Tally;
  late: Tally;
}

/** A training under way; a run whose budget was spent leaves it to the next. */
interface Training {
  scope: number;
  version: number;
  workshop: Workshop;
}

/** Pages, and bytes of their blocks over bytes of the pages, summed. */
interface Tally {
  pages: number;
  parts: number;
}

export class Recompressor {
  readonly #histories = new Map<number, History>();
  #training: Training | undefined;
  /** Pages that a scope had when there were too few to learn from. */
  readonly #tooFew = new Map<number, number>();

  /**
   * Recodes every page that could be denser, of those not used since the last marking if `idle`. Answers the bytes saved.
   * Memory that was let go of is added to `gone`.
   */
  async run(
    arenasOf: () => Arenas | undefined,
    worker: Worker,
    idle: boolean,
    gone: WeakRef<ArrayBuffer>[],
  ): Promise<number> {
    let saved = 0;
    const scopes = arenasOf()?.accounts.scopes() ?? new Map<number, number>();
    this.#forgetOthers(arenasOf(), scopes, gone);
    for (const [scope, pages] of scopes) {
      if (!arenasOf()?.dictionaries.allowed) break;
      const dictionary = await this.#dictionary(arenasOf, scope, pages, idle, worker, gone);
      const history = this.#histories.get(scope);
      if (dictionary === undefined || history === undefined) continue;
      const workshop = arenasOf()?.dictionaries.tryWorkshop(0);
      if (workshop === undefined) break;
      try {
        if (workshop.use(dictionary))
          saved += await this.#recode(arenasOf, workshop, history, scope, dictionary, idle, worker);
      } finally {
        letGo(arenasOf(), workshop, gone);
      }
    }
    arenasOf()?.dictionaries.forget();
    // A pool that was closed meanwhile has no next run for a training.
    if (arenasOf() === undefined) this.giveUp(undefined, gone);
    return saved;
  }

  /** The dictionary of a scope: the one it has, or a new one, or undefined if there is nothing to make it of, or no room. */
  async #dictionary(
    arenasOf: () => Arenas | undefined,
    scope: number,
    pages: number,
    idle: boolean,
    worker: Worker,
    gone: WeakRef<ArrayBuffer>[],
  ): Promise<Uint8Array | undefined> {
    const history = this.#histories.get(scope);
    if (history !== undefined && !hasDrifted(history)) {
      for (const arena of arenasOf()?.memory.list ?? []) {
        // Once it was forgotten, its version may be that of another scope's.
        if (hasDictionary(arena, history.version, scope)) return arena.dictionary(history.version);
      }
    }
    if (this.#training === undefined)
      this.#training = await this.#begin(arenasOf, scope, pages, idle, worker, gone);
    const training = this.#training;
    if (training?.scope !== scope) return undefined;
    let dictionary: Uint8Array | undefined;
    do dictionary = training.workshop.train();
    while (dictionary === undefined && (await worker.next()));
    if (dictionary === undefined || this.#training !== training) return undefined;
    this.#histories.set(scope, { version: training.version, first: emptyTally(), late: emptyTally() });
    this.giveUp(arenasOf(), gone);
    return dictionary;
  }

  /** Takes a sample and begins to train from it. Undefined when there are too few pages, or there is no room. */
  async #begin(
    arenasOf: () => Arenas | undefined,
    scope: number,
    pages: number,
    idle: boolean,
    worker: Worker,
    gone: WeakRef<ArrayBuffer>[],
  ): Promise<Training | undefined> {
    if (pages < SAMPLE_PAGES_MIN || pages <= (this.#tooFew.get(scope) ?? 0)) return undefined;
    for (const size of sampleSizes(arenasOf()?.pageSize ?? 0)) {
      const version = arenasOf()?.dictionaries.freeVersion();
      const workshop = arenasOf()?.dictionaries.tryWorkshop(size);
      if (workshop === undefined) continue;
      let sampled = 0;
      try {
        sampled = await sample(arenasOf, workshop, scope, size, idle, worker);
      } catch (reason) {
        letGo(arenasOf(), workshop, gone);
        throw reason;
      }
      if (version !== undefined && sampled >= Math.min(SAMPLE_PAGES_MIN, size) / 2) {
        workshop.beginTraining(version, sampled);
        return { scope, version, workshop };
      }
      this.#tooFew.set(scope, 2 * pages);
      letGo(arenasOf(), workshop, gone);
      return undefined;
    }
    return undefined;
  }

  /** Forgets what is known of scopes that are gone, and the training of one. */
  #forgetOthers(
    arenas: Arenas | undefined,
    scopes: ReadonlyMap<number, number>,
    gone: WeakRef<ArrayBuffer>[],
  ): void {
    for (const known of [this.#histories, this.#tooFew])
      for (const scope of known.keys()) if (!scopes.has(scope)) known.delete(scope);
    if (this.#training !== undefined && !scopes.has(this.#training.scope)) this.giveUp(arenas, gone);
  }

  /** Gives up a training that is not done, and its memory. */
  giveUp(arenas: Arenas | undefined, gone: WeakRef<ArrayBuffer>[]): void {
    if (this.#training !== undefined) letGo(arenas, this.#training.workshop, gone);
    this.#training = undefined;
  }

  async #recode(
    arenasOf: () => Arenas | undefined,
    workshop: Workshop,
    history: History,
    scope: number,
    dictionary: Uint8Array,
    idle: boolean,
    worker: Worker,
  ): Promise<number> {
    let saved = 0;
    for (const arena of arenasOf()?.memory.list ?? []) {
      const here = () => arenasOf()?.memory.list.includes(arena) === true && !arena.draining;
      if (!here()) continue;
      // Beforehand: a dictionary comes through the same window as pages go.
      const has = hasDictionary(arena, history.version, scope);
      if (!has && !arenasOf()?.dictionaries.give(arena, history.version, scope, dictionary)) continue;
      for (let from: number | undefined = 0; from !== undefined && here(); ) {
        const { next, page, limit } = arena.findRested(from, idle, scope);
        if (page !== undefined) {
          const block = workshop.encode(page, limit);
          count(history, (block?.length ?? limit) / page.length);
          saved += arena.keepDense(block);
        }
        from = next;
        if (!(await worker.next())) return saved;
      }
    }
    return saved;
  }
}

function hasDictionary(arena: Arena, version: number, scope: number): boolean {
  return arena.dictionaries().some((row) => row.version === version && row.scope === scope);
}

function emptyTally(): Tally {
  return { pages: 0, parts: 0 };
}

function count(history: History, part: number): void {
  const { first, late } = history;
  if (first.pages === DRIFT_PAGES && late.pages === DRIFT_PAGES) history.late = emptyTally();
  const tally = first.pages < DRIFT_PAGES ? first : history.late;
  tally.pages += 1;
  tally.parts += part;
}

function hasDrifted({ first, late }: History): boolean {
  return late.pages === DRIFT_PAGES && late.parts > DRIFT * first.parts;
}

/**
 * Copies up to `size` whole pages of a scope, from all over its arenas, to the workshop. Answers how many. That takes a few
 * milliseconds, in slices, whatever the budget.
 */
async function sample(
  arenasOf: () => Arenas | undefined,
  workshop: Workshop,
  scope: number,
  size: number,
  idle: boolean,
  worker: Worker,
): Promise<number> {
  let taken = 0;
  const arenas = arenasOf()?.memory.list ?? [];
  const all = arenas.reduce((sum, arena) => sum + pagesOf(arena), 0);
  for (const arena of arenas) {
    const buckets = Math.max(1, pagesOf(arena) / BUCKET_PAGES);
    const share = (size * pagesOf(arena)) / Math.max(1, all);
    const step = Math.max(1, Math.floor(buckets / share));
    const most = Math.ceil((share * step) / buckets);
    let skip = 0;
    for (let from: number | undefined = 0; from !== undefined && taken < size; ) {
      if (!arenasOf()?.memory.list.includes(arena)) break;
      const { next, page } = arena.findRested(from, idle, scope, skip);
      if (page?.length === arena.pageSize) workshop.addSample(taken++, page);
      if (page === undefined || next !== from) skip = 0;
      if (page !== undefined) skip += 1;
      from = next;
      if (skip >= most && from !== undefined) {
        from += step;
        skip = 0;
      }
      await worker.next();
    }
  }
  return taken;
}

function pagesOf(arena: Arena): number {
  return arena.counters()[abi.STAT_STORED_PAGES / 8] as number;
}

function letGo(arenas: Arenas | undefined, workshop: Workshop, gone: WeakRef<ArrayBuffer>[]): void {
  arenas?.dictionaries.closeWorkshop(workshop);
  gone.push(workshop.watch());
}
