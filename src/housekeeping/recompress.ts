/**
 * recompress.ts - resting pages become denser: dictionaries are trained and bodies recoded, a page at a time.
 *
 * Each scope, which is a client unless clients share bodies, has a dictionary made from its own pages. It is
 * used until pages come that it suits worse. Then the next one is trained, and the old one stays as long as
 * bodies need it. A page that was recoded, or tried in vain, is left alone from then on, so a run ends.
 *
 * Training and encoding need memory beside the arenas: a workshop each, opened for it and then let go of.
 */

import type { Arena } from "../engine/arena.js";
import { SAMPLE_SIZES, type Workshop } from "../engine/workshop.js";
import type { Run } from "./run.js";
import { Training } from "./training.js";

/** A scope with fewer pages than this gets no dictionary. */
const PAGES_MIN = 256;
/**
 * A scope in which there was too little to learn from is looked at again when it has twice the pages. Each
 * run lowers that bar to this part: after eleven runs it is looked at though it has no more pages, because
 * other ones may rest.
 */
const TOO_FEW_KEPT = 15 / 16;
/** A dictionary is renewed when recent pages come out so much larger than its first ones did ... */
const DRIFT = 1.1;
/** ... both measured over so many pages. */
const DRIFT_PAGES = 1024;

/** How well a dictionary suits the pages that were encoded with it. */
interface History {
  version: number;
  /** Its first pages, and the recent ones. */
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
  /** A run whose budget is spent leaves its training to the next run. */
  #training: Training | undefined;
  /** By scope, how many pages it must have before it is looked at again (TOO_FEW_KEPT). */
  readonly #tooFew = new Map<number, number>();

  /** Forgets a training that is not done. The pool is closed, so its memory is gone anyway. */
  close(): void {
    this.#training = undefined;
  }

  /**
   * Recodes every page that could be denser; if `idle`, of those not used since the last marking. Answers the
   * bytes saved.
   */
  async run(run: Run, idle: boolean): Promise<number> {
    const { registry, dictionaries } = run.router;
    let saved = 0;
    const scopes = registry.scopes();
    this.#forgetOthers(run, scopes);
    for (const [scope, pages] of scopes) {
      if (!run.open || !dictionaries.allowed) break;
      const dictionary = await this.#dictionary(run, scope, pages, idle);
      const history = this.#histories.get(scope);
      if (dictionary === undefined || history === undefined) continue;
      const workshop = run.open ? dictionaries.tryWorkshop(0) : undefined;
      if (workshop === undefined) break;
      try {
        if (workshop.use(dictionary))
          saved += await this.#recode(run, workshop, history, scope, dictionary, idle);
      } finally {
        letGo(run, workshop);
      }
    }
    if (run.open) dictionaries.forget();
    return saved;
  }

  /**
   * The dictionary of a scope, old or new. Undefined without pages to make it of, without room, or if it is
   * not done yet.
   */
  async #dictionary(run: Run, scope: number, pages: number, idle: boolean): Promise<Uint8Array | undefined> {
    const history = this.#histories.get(scope);
    if (history !== undefined && !hasDrifted(history)) {
      for (const arena of run.router.memory.each()) {
        // Once it was forgotten, another scope's dictionary may have its version.
        if (hasDictionary(arena, history.version, scope)) return arena.dense.dictionary(history.version);
      }
    }
    this.#training ??= this.#begin(run, scope, pages);
    const training = this.#training;
    if (training?.scope !== scope) return undefined;
    let dictionary: Uint8Array | null | undefined;
    do {
      dictionary = training.step(run.router.memory, idle);
    } while (dictionary === undefined && (await run.next()) && this.#training === training);
    if (dictionary === undefined || this.#training !== training) return undefined;
    this.giveUp(run);
    if (dictionary === null) {
      this.#tooFew.set(scope, 2 * pages);
      return undefined;
    }
    this.#histories.set(scope, { version: training.version, first: emptyTally(), late: emptyTally() });
    return dictionary;
  }

  /** Begins to make a dictionary. Undefined when there are too few pages or there is no room. */
  #begin({ router }: Run, scope: number, pages: number): Training | undefined {
    if (pages < PAGES_MIN) return undefined;
    const tooFew = this.#tooFew.get(scope) ?? 0;
    if (pages <= tooFew) {
      this.#tooFew.set(scope, TOO_FEW_KEPT * tooFew);
      return undefined;
    }
    const version = router.dictionaries.freeVersion();
    if (version === undefined) return undefined;
    for (const size of SAMPLE_SIZES) {
      const workshop = router.dictionaries.tryWorkshop(size);
      if (workshop !== undefined) return new Training(router.memory, workshop, version, scope, pages, size);
    }
    return undefined;
  }

  /** Forgets what is known of scopes that are gone, and the training of one. */
  #forgetOthers(run: Run, scopes: ReadonlyMap<number, number>): void {
    for (const known of [this.#histories, this.#tooFew])
      for (const scope of known.keys()) if (!scopes.has(scope)) known.delete(scope);
    if (this.#training !== undefined && !scopes.has(this.#training.scope)) this.giveUp(run);
  }

  /** Gives up a training, done or not, and lets go of its memory. */
  giveUp(run: Run): void {
    if (this.#training !== undefined) letGo(run, this.#training.workshop);
    this.#training = undefined;
  }

  /** Makes pages of a scope dense, in all arenas. Answers the bytes saved. */
  async #recode(
    run: Run,
    workshop: Workshop,
    history: History,
    scope: number,
    dictionary: Uint8Array,
    idle: boolean,
  ): Promise<number> {
    let saved = 0;
    for (const arena of run.router.memory.each()) {
      const here = () => run.has(arena) && !arena.draining;
      if (!here()) continue;
      // Beforehand: a dictionary comes through the same window as pages do.
      const has = hasDictionary(arena, history.version, scope);
      if (!has && !run.router.dictionaries.give(arena, history.version, scope, dictionary)) continue;
      for (let from: number | undefined = 0; from !== undefined && here(); ) {
        const { next, page, limit } = arena.dense.find(from, idle, scope);
        if (page !== undefined) {
          const raw = page.length;
          workshop.begin(page);
          let block = workshop.encode(limit);
          // A page that was begun is finished, or small budgets would begin it for ever.
          for (; block === undefined && here(); block = workshop.encode(limit))
            if (!(await run.next())) await run.rest();
          if (block === undefined || !here()) break;
          count(history, raw, block.length > 0 ? block.length : limit);
          saved += arena.dense.keep(block);
        }
        from = next;
        if (!(await run.next())) return saved;
      }
    }
    return saved;
  }
}

function hasDictionary(arena: Arena, version: number, scope: number): boolean {
  return arena.dense.dictionaries().some((row) => row.version === version && row.scope === scope);
}

function emptyTally(): Tally {
  return { pages: 0, raw: 0, dense: 0 };
}

/** Counts a page and its block, among the first ones or the recent ones. */
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

/** Lets go of a workshop. A closed pool needs not be told. */
function letGo(run: Run, workshop: Workshop): void {
  if (run.open) run.router.dictionaries.closeWorkshop(workshop);
  run.gone.push(workshop.watch());
}
