/**
 * payoff.ts - whether a pool pays, and when it stops and begins again to accept (option autoOff).
 *
 * Some of the pages that are stored are judged: by the bytes that are kept for each alone. Same-filled pages and duplicates
 * keep none, so they pay. A window of judged pages that together keep more than seven eighths of themselves turns the pool
 * off: it then accepts a page only now and then, as a probe, ever more rarely. A probe that pays begins a trial: a few more
 * pages in quick succession, and if these pay well the pool is on again.
 *
 * The lines are apart, so that a stream near one of them does not turn the pool off and on: off above seven eighths, where
 * the engine calls a page incompressible, on at three fourths (Google's far memory stores nothing above 73 %).
 */
import { Jitter } from "./meter.js";
/** While the pool accepts, one of so many stores is judged, and so many make a window: some 512 stores. */
const JUDGED_OF = 16;
const WINDOW = 32;
const OFF_ABOVE = 7 / 8;
const ON_BELOW = 3 / 4;
/** While it does not, the first probe comes after so many stores; each that does not pay doubles that, up to the last. */
const PROBE_FIRST = 16;
const PROBE_LAST = 1024;
/** Pages of a trial, and how far apart they are. */
const TRIAL = 8;
const TRIAL_OF = 4;
export class Payoff {
    /** Whether stores are accepted. */
    accepting = true;
    #jitter = new Jitter();
    /** Stores until the next is judged, that one included. */
    #left = JUDGED_OF;
    /** Mean distance of probes. */
    #distance = PROBE_FIRST;
    /** Pages judged of the present window or trial, their bytes, and the bytes kept for them. */
    #judged = 0;
    #raw = 0;
    #kept = 0;
    /** Whether the store that is offered is to be refused. Counts it, if so. */
    refuses() {
        if (this.accepting || this.#left <= 1)
            return false;
        this.#left -= 1;
        return true;
    }
    /** Counts a store that was made. True when it is to be judged, or skipped. */
    due() {
        this.#left -= 1;
        return this.#left <= 0;
    }
    /** The store that was to be judged found no room, which says nothing about its page: another one is, later. */
    skip() {
        if (!this.accepting)
            this.#distance = Math.min(2 * this.#distance, PROBE_LAST);
        this.#next(this.accepting ? JUDGED_OF : this.#distance);
    }
    /** A page of `raw` bytes keeps `kept` bytes for itself. */
    judge(raw, kept) {
        this.#judged += 1;
        this.#raw += raw;
        this.#kept += kept;
        if (this.accepting)
            this.#judgeWindow();
        else
            this.#judgeProbe();
    }
    #judgeWindow() {
        if (this.#judged === WINDOW) {
            this.accepting = this.#kept <= OFF_ABOVE * this.#raw;
            this.#forget();
        }
        this.#distance = PROBE_FIRST;
        this.#next(this.accepting ? JUDGED_OF : PROBE_FIRST);
    }
    #judgeProbe() {
        const pays = this.#kept <= ON_BELOW * this.#raw;
        if (this.#judged < TRIAL && (pays || this.#judged > 1)) {
            this.#next(TRIAL_OF);
            return;
        }
        this.accepting = this.#judged === TRIAL && pays;
        this.#forget();
        this.#distance = Math.min(2 * this.#distance, PROBE_LAST);
        this.#next(this.accepting ? JUDGED_OF : this.#distance);
    }
    #next(distance) {
        this.#left = this.#jitter.around(distance);
    }
    #forget() {
        this.#judged = this.#raw = this.#kept = 0;
    }
}
