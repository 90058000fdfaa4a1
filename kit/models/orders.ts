/**
 * orders.ts - the plain twin of assembly/owners/eviction/orders.ts: the same rules over arrays and maps,
 * without a thought for speed.
 *
 * Tests compare the engine with it, operation by operation. It takes nothing from the engine but the hash of
 * a key.
 */

export const PROBATION = 1;
export const MAIN = 2;
export const ACCESSED = 4;
export const FROM_MAIN = 8;
const DUELIST = 16;

/** How a page leaves. */
export const Leave = { FORGOTTEN: 0, EVICTED: 1, TAKEN: 2 } as const;

const RETURN = 0;
const PROMOTE = 1;
const SHARE = 2;
const ONE = 65_536;
const SHARE_MIN = 3277;
const SHARE_MAX = 62_259;
const STEP = 655;
const SCORE_MAX = 16;
const DUELS = 32;
const SEARCH_MAX = 64;
const HAND_PAGES = 4;
const GHOSTS_A_LINE = 8;
const LINES_A_FRAME = 64;

export interface Page {
  key: number;
  charge: number;
  used: boolean;
  duelist: boolean;
  lane: number;
}

interface Duel {
  challenger: number;
  champion: number;
}

/** Two halves of a key's hash; the low one names it. */
export type Hash = (key: number) => readonly [low: number, high: number];

export class OrderTwin {
  readonly pages = new Map<number, Page>();
  readonly #hash: Hash;
  /** PROBATION and MAIN, oldest first. */
  readonly #lanes: Page[][] = [[], [], []];
  readonly #bytes = [0, 0, 0];
  #hand: Page | undefined;
  #share = 6554;
  #ticks = 0;
  #evictions = 0;
  readonly #scores = [0, 0];
  readonly #spent = [0, 0];
  readonly #duels: Duel[][] = [[], [], []].map(() =>
    Array.from({ length: DUELS }, () => ({ challenger: 0, champion: 0 })),
  );
  readonly #next = [0, 0, 0];
  readonly #due = [0, 0, 0];
  /** Lines of ghosts, youngest first. */
  readonly #ghosts: { name: number; evictions: number; kind: "evicted" | number }[][] = [];

  constructor(hash: Hash) {
    this.#hash = hash;
  }

  get bytes(): number {
    return this.#lane(PROBATION).bytes + this.#lane(MAIN).bytes;
  }

  #lane(lane: number): { pages: Page[]; bytes: number } {
    return { pages: this.#lanes[lane] as Page[], bytes: this.#bytes[lane] as number };
  }

  #name(page: Page): number {
    return this.#hash(page.key)[0];
  }

  #append(page: Page, lane: number): void {
    page.lane = lane;
    (this.#lanes[lane] as Page[]).push(page);
    this.#bytes[lane] = (this.#bytes[lane] as number) + page.charge;
  }

  #detach(page: Page): void {
    const pages = this.#lanes[page.lane] as Page[];
    if (this.#hand === page) this.#hand = pages[pages.indexOf(page) + 1];
    pages.splice(pages.indexOf(page), 1);
    this.#bytes[page.lane] = (this.#bytes[page.lane] as number) - page.charge;
  }

  #again(page: Page, lane: number): void {
    this.#detach(page);
    this.#append(page, lane);
    page.used = false;
  }

  #head(lane: number): Page | undefined {
    return this.#lanes[lane]?.[0];
  }

  #shareBytes(): number {
    return Math.floor((this.bytes * this.#share) / ONE);
  }

  #wide(): boolean {
    return this.#lane(PROBATION).bytes > this.#shareBytes() + Math.floor(this.bytes / 32);
  }

  choose(key: number): number {
    this.#ticks += 1;
    const [name] = this.#hash(key);
    this.#settle(name);
    const kind = this.#takeGhost(key);
    if (kind === undefined) return PROBATION;
    if (kind !== "evicted") return kind | ACCESSED;
    if (this.#head(MAIN) === undefined || this.#wide()) return MAIN;
    const victim = this.#mainVictim() as Page;
    let asked = 0;
    if (this.#isDue(RETURN)) {
      victim.duelist = true;
      this.#begin(RETURN, name, this.#name(victim));
      asked = DUELIST;
    }
    return asked | (this.#mayReplace(RETURN) ? MAIN | FROM_MAIN : PROBATION);
  }

  insert(key: number, charge: number, choice: number): void {
    const page: Page = {
      key,
      charge,
      used: (choice & ACCESSED) !== 0,
      duelist: (choice & DUELIST) !== 0,
      lane: 0,
    };
    this.#append(page, choice & 3);
    this.pages.set(key, page);
    for (let i = 0; i < 2 && this.#wide(); i++) this.#again(this.#head(PROBATION) as Page, MAIN);
    if (this.pages.size <= this.#ghosts.length * GHOSTS_A_LINE) return;
    for (let i = 0; i < LINES_A_FRAME; i++) this.#ghosts.push([]);
  }

  touch(key: number): void {
    const page = this.pages.get(key) as Page;
    page.used = true;
    if (page.duelist) this.#settle(this.#name(page));
    page.duelist = false;
  }

  victim(fromMain: boolean): number {
    const next = this.#victim(fromMain) as Page;
    const { pages } = this.#lane(PROBATION);
    let at = this.#hand === undefined ? 0 : pages.indexOf(this.#hand);
    let found = next;
    for (let i = 0; i < HAND_PAGES && at < pages.length && found === next; i++) {
      const page = pages[at++] as Page;
      if (!page.used && page.charge > 2 * next.charge) found = page;
    }
    this.#hand = pages[at];
    return found.key;
  }

  #victim(fromMain: boolean): Page | undefined {
    const hasMain = this.#head(MAIN) !== undefined;
    const narrow = this.#lane(PROBATION).bytes < this.#shareBytes();
    if (this.#head(PROBATION) === undefined || (hasMain && (fromMain || narrow))) return this.#mainVictim();
    for (let i = 0; i < SEARCH_MAX; i++) {
      const page = this.#head(PROBATION);
      if (page === undefined) return this.#mainVictim();
      if (!page.used) {
        if (hasMain && this.#isDue(SHARE)) this.#challenge(SHARE, page, this.#mainVictim() as Page);
        return page;
      }
      if (this.#wide() || this.#head(MAIN) === undefined) {
        this.#again(page, MAIN);
        continue;
      }
      const champion = this.#mainVictim() as Page;
      this.#challenge(PROMOTE, page, champion);
      const replaces = this.#mayReplace(PROMOTE);
      this.#again(page, replaces ? MAIN : PROBATION);
      if (replaces) return champion;
    }
    return this.#head(PROBATION);
  }

  #mainVictim(): Page | undefined {
    for (let i = 0; i < SEARCH_MAX && this.#head(MAIN)?.used; i++) {
      this.#again(this.#head(MAIN) as Page, MAIN);
    }
    return this.#head(MAIN);
  }

  remove(key: number, how: number): void {
    const page = this.pages.get(key) as Page;
    if (how === Leave.EVICTED) this.#evictions += 1;
    if (how !== Leave.FORGOTTEN) {
      const line = this.#line(key);
      line?.unshift({
        name: this.#name(page),
        evictions: this.#evictions,
        kind: how === Leave.EVICTED ? "evicted" : page.lane,
      });
      if (line !== undefined && line.length > GHOSTS_A_LINE) line.pop();
    }
    this.#detach(page);
    this.pages.delete(key);
  }

  // ── duels ──────────────────────────────────────────────────────────────────────────────────────────

  #isDue(question: number): boolean {
    return this.#ticks >= (this.#due[question] as number);
  }

  #challenge(question: number, challenger: Page, champion: Page): void {
    if (!this.#isDue(question)) return;
    challenger.duelist = champion.duelist = true;
    this.#begin(question, this.#name(challenger), this.#name(champion));
  }

  #begin(question: number, challenger: number, champion: number): void {
    const next = this.#next[question] as number;
    (this.#duels[question] as Duel[])[next] = { challenger, champion };
    this.#next[question] = (next + 1) % DUELS;
    this.#due[question] = this.#ticks + Math.floor(this.pages.size / 8);
  }

  #settle(name: number): void {
    for (const [question, duels] of this.#duels.entries()) {
      // The champions of a question are looked at behind its challengers.
      for (const side of ["challenger", "champion"] as const) {
        for (const duel of duels) {
          if (duel[side] !== name) continue;
          duel.challenger = duel.champion = 0;
          this.#learn(question, side === "challenger");
        }
      }
    }
  }

  #learn(question: number, won: boolean): void {
    if (question === SHARE) {
      this.#share = Math.max(SHARE_MIN, Math.min(SHARE_MAX, this.#share + (won ? STEP : -STEP)));
      return;
    }
    const score = (this.#scores[question] as number) + (won ? 1 : -1);
    this.#scores[question] = Math.max(-SCORE_MAX, Math.min(SCORE_MAX, score));
    if (won) this.#spent[question] = 0;
  }

  #mayReplace(question: number): boolean {
    const score = this.#scores[question] as number;
    if (score !== 0) return score > 0;
    const spent = this.#spent[question] as number;
    if (spent >= Math.floor(this.pages.size / 24)) return false;
    this.#spent[question] = spent + 1;
    return true;
  }

  // ── ghosts ─────────────────────────────────────────────────────────────────────────────────────────

  #line(key: number): { name: number; evictions: number; kind: "evicted" | number }[] | undefined {
    const lines = this.#ghosts.length;
    if (lines === 0) return undefined;
    let mask = 1;
    while (mask < lines) mask *= 2;
    const at = this.#hash(key)[1] % mask;
    return this.#ghosts[at < lines ? at : at % (mask / 2)];
  }

  #takeGhost(key: number): "evicted" | number | undefined {
    const line = this.#line(key);
    const [name] = this.#hash(key);
    const ghost = line?.find((one) => one.name === name);
    if (ghost === undefined) return undefined;
    ghost.name = 0;
    return this.#evictions - ghost.evictions <= this.pages.size ? ghost.kind : undefined;
  }
}
