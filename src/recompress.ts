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

/** Pages, and bytes of their blocks over bytes of the pages, summed. */
interface Tally {
  pages: number;
  parts: number;
}

export class Recompressor {
  readonly #records = new Map<number, History>();
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
    for (const [scope, pages] of arenasOf()?.scopes() ?? []) {
      const arenas = arenasOf();
      if (arenas === undefined || !arenas.mayRecompress) break;
      const dictionary = await this.#dictionary(arenas, arenasOf, scope, pages, idle, worker, gone);
      const record = this.#records.get(scope);
      if (dictionary === undefined || record === undefined) continue;
      const workshop = arenas.tryWorkshop(0);
      if (workshop === undefined) break;
      try {
        if (workshop.use(dictionary))
          saved += await this.#recode(arenasOf, workshop, record, scope, dictionary, idle, worker);
      } finally {
        gone.push(arenas.closeWorkshop(workshop));
      }
    }
    arenasOf()?.forgetDictionaries();
    return saved;
  }

  /** The dictionary of a scope: the one it has, or a new one, or undefined if there is nothing to make it of, or no room. */
  async #dictionary(
    arenas: Arenas,
    arenasOf: () => Arenas | undefined,
    scope: number,
    pages: number,
    idle: boolean,
    worker: Worker,
    gone: WeakRef<ArrayBuffer>[],
  ): Promise<Uint8Array | undefined> {
    const record = this.#records.get(scope);
    if (record !== undefined && !hasDrifted(record)) {
      for (const arena of arenas.list) {
        const dictionary = arena.dictionary(record.version);
        if (dictionary !== undefined) return dictionary;
      }
    }
    if (pages < SAMPLE_PAGES_MIN || pages <= (this.#tooFew.get(scope) ?? 0)) return undefined;
    for (const size of sampleSizes(arenas.pageSize)) {
      const workshop = arenas.tryWorkshop(size);
      if (workshop === undefined) continue;
      try {
        const sampled = await sample(arenasOf, workshop, scope, size, idle, worker);
        if (sampled < Math.min(SAMPLE_PAGES_MIN, size)) {
          this.#tooFew.set(scope, 2 * pages);
          return undefined;
        }
        const version = arenas.freeVersion();
        if (version === undefined) return undefined;
        const dictionary = await train(workshop, version, sampled, worker);
        if (dictionary !== undefined)
          this.#records.set(scope, { version, first: emptyTally(), late: emptyTally() });
        return dictionary;
      } finally {
        gone.push(arenas.closeWorkshop(workshop));
      }
    }
    return undefined;
  }

  async #recode(
    arenasOf: () => Arenas | undefined,
    workshop: Workshop,
    record: History,
    scope: number,
    dictionary: Uint8Array,
    idle: boolean,
    worker: Worker,
  ): Promise<number> {
    let saved = 0;
    for (const arena of arenasOf()?.list ?? []) {
      const here = () => arenasOf()?.list.includes(arena) === true && !arena.draining;
      if (!here()) continue;
      // Beforehand: a dictionary comes through the same window as pages go.
      const has = arena.dictionaries().some(({ version }) => version === record.version);
      if (!has && !arena.addDictionary(record.version, scope, dictionary)) continue;
      for (let from: number | undefined = 0; from !== undefined && here(); ) {
        const { next, page, limit } = arena.findRested(from, idle, scope);
        if (page !== undefined) {
          const block = workshop.encode(page, limit);
          count(record, (block?.length ?? limit) / page.length);
          saved += arena.keepDense(block);
        }
        from = next;
        if (!(await worker.next())) return saved;
      }
    }
    return saved;
  }
}

function emptyTally(): Tally {
  return { pages: 0, parts: 0 };
}

function count(record: History, part: number): void {
  if (record.first.pages === DRIFT_PAGES && record.late.pages === DRIFT_PAGES) record.late = emptyTally();
  const tally = record.first.pages < DRIFT_PAGES ? record.first : record.late;
  tally.pages += 1;
  tally.parts += part;
}

function hasDrifted({ first, late }: History): boolean {
  return late.pages === DRIFT_PAGES && late.parts > DRIFT * first.parts;
}

/** Copies up to `size` whole pages of a scope, from all over its arenas, to the workshop. Answers how many. */
async function sample(
  arenasOf: () => Arenas | undefined,
  workshop: Workshop,
  scope: number,
  size: number,
  idle: boolean,
  worker: Worker,
): Promise<number> {
  let taken = 0;
  const arenas = arenasOf()?.list ?? [];
  const all = arenas.reduce((sum, arena) => sum + pagesOf(arena), 0);
  for (const arena of arenas) {
    const share = Math.ceil((size * pagesOf(arena)) / Math.max(1, all));
    const step = Math.max(1, Math.floor(pagesOf(arena) / BUCKET_PAGES / share));
    for (let from: number | undefined = 0; from !== undefined && taken < size; ) {
      if (!arenasOf()?.list.includes(arena)) break;
      const { next, page } = arena.findRested(from, idle, scope);
      if (page?.length === arena.pageSize) workshop.addSample(taken++, page);
      // A page that was found is in bucket `next` and would be found again.
      from = page === undefined || next === undefined ? next : next + step;
      if (!(await worker.next())) return taken;
    }
  }
  return taken;
}

function pagesOf(arena: Arena): number {
  return arena.counters()[abi.STAT_STORED_PAGES / 8] as number;
}

/** Trains a dictionary from what the workshop has. Undefined when the budget is spent before it is done. */
async function train(
  workshop: Workshop,
  version: number,
  pages: number,
  worker: Worker,
): Promise<Uint8Array | undefined> {
  workshop.beginTraining(version, pages);
  for (;;) {
    const dictionary = workshop.train();
    if (dictionary !== undefined) return dictionary;
    if (!(await worker.next())) return undefined;
  }
}
