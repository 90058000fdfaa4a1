/**
 * recompress.ts - pages that rest become denser: dictionaries are trained, bodies recoded, a page at a time.
 *
 * Each scope, that is each client unless bodies are shared across them, has a dictionary made from its own pages. It goes on
 * being used until pages have come that it suits worse; then the next one is trained, and the old one stays as long as bodies
 * are read by it. Every page that was recoded or tried in vain is left alone from then on, so that a run ends.
 *
 * Training and encoding need memory that an arena has not: a workshop each, opened for it and let go of.
 */
import type { Arena } from "./arena.js";
import type { Arenas } from "./arenas.js";
import type { Worker } from "./slices.js";
import { Training } from "./training.js";
import { SAMPLE_SIZES, type Workshop } from "./workshop.js";

/** A scope with fewer pages than this is not looked at. */
const PAGES_MIN = 256;
/**
 * What a scope had when there was too little to learn from is forgotten by this part with each run: after eleven it is looked at
 * again, though it has no more pages. More of them may rest by then, or other ones.
 */
const TOO_FEW_KEPT = 15 / 16;
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

/** Pages, their bytes, and the bytes of their blocks. */
interface Tally {
  pages: number;
  raw: number;
  dense: number;
}

export class Recompressor {
  readonly #histories = new Map<number, History>();
  /** A run whose budget was spent leaves its training to the next. */
  #training: Training | undefined;
  /** Twice the pages that a scope had when there was too little to learn from, less what was forgotten of that. */
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
    this.#training ??= this.#begin(arenasOf(), scope, pages);
    const training = this.#training;
    if (training?.scope !== scope) return undefined;
    let dictionary: Uint8Array | null | undefined;
    do {
      const arenas = arenasOf();
      if (arenas === undefined || this.#training !== training) return undefined;
      dictionary = training.step(arenas, idle);
    } while (dictionary === undefined && (await worker.next()));
    if (dictionary === undefined || this.#training !== training) return undefined;
    this.giveUp(arenasOf(), gone);
    if (dictionary === null) {
      this.#tooFew.set(scope, 2 * pages);
      return undefined;
    }
    this.#histories.set(scope, { version: training.version, first: emptyTally(), late: emptyTally() });
    return dictionary;
  }

  /** Begins to make a dictionary. Undefined when there are too few pages, or there is no room. */
  #begin(arenas: Arenas | undefined, scope: number, pages: number): Training | undefined {
    if (arenas === undefined || pages < PAGES_MIN) return undefined;
    const tooFew = this.#tooFew.get(scope) ?? 0;
    if (pages <= tooFew) {
      this.#tooFew.set(scope, TOO_FEW_KEPT * tooFew);
      return undefined;
    }
    const version = arenas.dictionaries.freeVersion();
    if (version === undefined) return undefined;
    for (const size of SAMPLE_SIZES) {
      const workshop = arenas.dictionaries.tryWorkshop(size);
      if (workshop !== undefined) return new Training(arenas, workshop, version, scope, pages, size);
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
          const raw = page.length;
          workshop.begin(page);
          let block = workshop.encode(limit);
          // A page that was begun is ended, or small budgets would begin it for ever.
          for (; block === undefined && here(); block = workshop.encode(limit))
            if (!(await worker.next())) await worker.rest();
          if (block === undefined || !here()) break;
          count(history, raw, block.length > 0 ? block.length : limit);
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
  return { pages: 0, raw: 0, dense: 0 };
}

function count(history: History, raw: number, dense: number): void {
  const { first, late } = history;
  if (first.pages === DRIFT_PAGES && late.pages === DRIFT_PAGES) history.late = emptyTally();
  const tally = first.pages < DRIFT_PAGES ? first : history.late;
  tally.pages += 1;
  tally.raw += raw;
  tally.dense += dense;
}

function hasDrifted({ first, late }: History): boolean {
  return late.pages === DRIFT_PAGES && late.dense / late.raw > (DRIFT * first.dense) / first.raw;
}

function letGo(arenas: Arenas | undefined, workshop: Workshop, gone: WeakRef<ArrayBuffer>[]): void {
  arenas?.dictionaries.closeWorkshop(workshop);
  gone.push(workshop.watch());
}
