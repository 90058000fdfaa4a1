/**
 * order.ts - the plain twin of assembly/order.ts: the same rules over arrays and maps, without a thought for speed.
 *
 * The engine is held to it operation by operation. It asks the engine for nothing but the hash of a key.
 */
export const PROBATION = 1;
export const MAIN = 2;
export const ACCESSED = 4;
export const FROM_MAIN = 8;
const DUELIST = 16;
/** How a page leaves. */
export const Leave = { FORGOTTEN: 0, EVICTED: 1, TAKEN: 2 };
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
export class OrderTwin {
    pages = new Map();
    #hash;
    /** PROBATION and MAIN, oldest first. */
    #lanes = [[], [], []];
    #bytes = [0, 0, 0];
    #hand;
    #share = 6554;
    #ticks = 0;
    #evictions = 0;
    #scores = [0, 0];
    #spent = [0, 0];
    #duels = [[], [], []].map(() => Array.from({ length: DUELS }, () => ({ challenger: 0, champion: 0 })));
    #next = [0, 0, 0];
    #due = [0, 0, 0];
    /** Lines of ghosts, youngest first. */
    #ghosts = [];
    constructor(hash) {
        this.#hash = hash;
    }
    get bytes() {
        return this.#lane(PROBATION).bytes + this.#lane(MAIN).bytes;
    }
    #lane(lane) {
        return { pages: this.#lanes[lane], bytes: this.#bytes[lane] };
    }
    #name(page) {
        return this.#hash(page.key)[0];
    }
    #append(page, lane) {
        page.lane = lane;
        this.#lanes[lane].push(page);
        this.#bytes[lane] = this.#bytes[lane] + page.charge;
    }
    #detach(page) {
        const pages = this.#lanes[page.lane];
        if (this.#hand === page)
            this.#hand = pages[pages.indexOf(page) + 1];
        pages.splice(pages.indexOf(page), 1);
        this.#bytes[page.lane] = this.#bytes[page.lane] - page.charge;
    }
    #again(page, lane) {
        this.#detach(page);
        this.#append(page, lane);
        page.used = false;
    }
    #head(lane) {
        return this.#lanes[lane]?.[0];
    }
    #shareBytes() {
        return Math.floor((this.bytes * this.#share) / ONE);
    }
    #wide() {
        return this.#lane(PROBATION).bytes > this.#shareBytes() + Math.floor(this.bytes / 32);
    }
    choose(key) {
        this.#ticks += 1;
        const [name] = this.#hash(key);
        this.#settle(name);
        const kind = this.#takeGhost(key);
        if (kind === undefined)
            return PROBATION;
        if (kind !== "evicted")
            return kind | ACCESSED;
        if (this.#head(MAIN) === undefined || this.#wide())
            return MAIN;
        const victim = this.#mainVictim();
        let asked = 0;
        if (this.#isDue(RETURN)) {
            victim.duelist = true;
            this.#begin(RETURN, name, this.#name(victim));
            asked = DUELIST;
        }
        return asked | (this.#mayReplace(RETURN) ? MAIN | FROM_MAIN : PROBATION);
    }
    insert(key, charge, choice) {
        const page = {
            key,
            charge,
            used: (choice & ACCESSED) !== 0,
            duelist: (choice & DUELIST) !== 0,
            lane: 0,
        };
        this.#append(page, choice & 3);
        this.pages.set(key, page);
        for (let i = 0; i < 2 && this.#wide(); i++)
            this.#again(this.#head(PROBATION), MAIN);
        if (this.pages.size <= this.#ghosts.length * GHOSTS_A_LINE)
            return;
        for (let i = 0; i < LINES_A_FRAME; i++)
            this.#ghosts.push([]);
    }
    touch(key) {
        const page = this.pages.get(key);
        page.used = true;
        if (page.duelist)
            this.#settle(this.#name(page));
        page.duelist = false;
    }
    victim(fromMain) {
        const next = this.#victim(fromMain);
        const { pages } = this.#lane(PROBATION);
        let at = this.#hand === undefined ? 0 : pages.indexOf(this.#hand);
        let found = next;
        for (let i = 0; i < HAND_PAGES && at < pages.length && found === next; i++) {
            const page = pages[at++];
            if (!page.used && page.charge > 2 * next.charge)
                found = page;
        }
        this.#hand = pages[at];
        return found.key;
    }
    #victim(fromMain) {
        const hasMain = this.#head(MAIN) !== undefined;
        const narrow = this.#lane(PROBATION).bytes < this.#shareBytes();
        if (this.#head(PROBATION) === undefined || (hasMain && (fromMain || narrow)))
            return this.#mainVictim();
        for (let i = 0; i < SEARCH_MAX; i++) {
            const page = this.#head(PROBATION);
            if (page === undefined)
                return this.#mainVictim();
            if (!page.used) {
                if (hasMain && this.#isDue(SHARE))
                    this.#challenge(SHARE, page, this.#mainVictim());
                return page;
            }
            if (this.#wide() || this.#head(MAIN) === undefined) {
                this.#again(page, MAIN);
                continue;
            }
            const champion = this.#mainVictim();
            this.#challenge(PROMOTE, page, champion);
            const replaces = this.#mayReplace(PROMOTE);
            this.#again(page, replaces ? MAIN : PROBATION);
            if (replaces)
                return champion;
        }
        return this.#head(PROBATION);
    }
    #mainVictim() {
        for (let i = 0; i < SEARCH_MAX && this.#head(MAIN)?.used; i++) {
            this.#again(this.#head(MAIN), MAIN);
        }
        return this.#head(MAIN);
    }
    remove(key, how) {
        const page = this.pages.get(key);
        if (how === Leave.EVICTED)
            this.#evictions += 1;
        if (how !== Leave.FORGOTTEN) {
            const line = this.#line(key);
            line?.unshift({
                name: this.#name(page),
                evictions: this.#evictions,
                kind: how === Leave.EVICTED ? "evicted" : page.lane,
            });
            if (line !== undefined && line.length > GHOSTS_A_LINE)
                line.pop();
        }
        this.#detach(page);
        this.pages.delete(key);
    }
    // ── duels ──────────────────────────────────────────────────────────────────────────────────────────
    #isDue(question) {
        return this.#ticks >= this.#due[question];
    }
    #challenge(question, challenger, champion) {
        if (!this.#isDue(question))
            return;
        challenger.duelist = champion.duelist = true;
        this.#begin(question, this.#name(challenger), this.#name(champion));
    }
    #begin(question, challenger, champion) {
        const next = this.#next[question];
        this.#duels[question][next] = { challenger, champion };
        this.#next[question] = (next + 1) % DUELS;
        this.#due[question] = this.#ticks + Math.floor(this.pages.size / 8);
    }
    #settle(name) {
        for (const [question, duels] of this.#duels.entries()) {
            // The champions of a question are looked at behind its challengers.
            for (const side of ["challenger", "champion"]) {
                for (const duel of duels) {
                    if (duel[side] !== name)
                        continue;
                    duel.challenger = duel.champion = 0;
                    this.#learn(question, side === "challenger");
                }
            }
        }
    }
    #learn(question, won) {
        if (question === SHARE) {
            this.#share = Math.max(SHARE_MIN, Math.min(SHARE_MAX, this.#share + (won ? STEP : -STEP)));
            return;
        }
        const score = this.#scores[question] + (won ? 1 : -1);
        this.#scores[question] = Math.max(-SCORE_MAX, Math.min(SCORE_MAX, score));
        if (won)
            this.#spent[question] = 0;
    }
    #mayReplace(question) {
        const score = this.#scores[question];
        if (score !== 0)
            return score > 0;
        const spent = this.#spent[question];
        if (spent >= Math.floor(this.pages.size / 24))
            return false;
        this.#spent[question] = spent + 1;
        return true;
    }
    // ── ghosts ─────────────────────────────────────────────────────────────────────────────────────────
    #line(key) {
        const lines = this.#ghosts.length;
        if (lines === 0)
            return undefined;
        let mask = 1;
        while (mask < lines)
            mask *= 2;
        const at = this.#hash(key)[1] % mask;
        return this.#ghosts[at < lines ? at : at % (mask / 2)];
    }
    #takeGhost(key) {
        const line = this.#line(key);
        const [name] = this.#hash(key);
        const ghost = line?.find((one) => one.name === name);
        if (ghost === undefined)
            return undefined;
        ghost.name = 0;
        return this.#evictions - ghost.evictions <= this.pages.size ? ghost.kind : undefined;
    }
}
