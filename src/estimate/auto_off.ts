/**
 * auto_off.ts - whether a pool pays: when it stops accepting pages and begins again (option autoOff).
 *
 * Some stored pages are judged by the bytes that are kept for each alone. Same-filled pages and duplicates
 * keep none, so they pay. When a window of judged pages together keeps more than seven eighths of their bytes
 * the pool is turned off. From then on it accepts a page only now and then, as a probe, and ever more rarely.
 * A probe that pays begins a trial: a few more pages in quick succession. If these pay well the pool is on
 * again.
 *
 * The two bounds are apart, so that pages near one of them do not turn the pool off and on: off above seven
 * eighths, where the engine calls a page incompressible; on at three fourths (Google's far memory stores
 * nothing above 73 %).
 */
import { Jitter } from "../telemetry/rent.js";

/** While the pool accepts, one of 16 stores is judged, and 32 of these make a window: some 512 stores. */
const JUDGED_OF = 16;
const WINDOW = 32;
const OFF_ABOVE = 7 / 8;
const ON_BELOW = 3 / 4;
/**
 * While it does not, the first probe comes after 16 stores. Each probe that does not pay doubles that, up to
 * 1,024.
 */
const PROBE_FIRST = 16;
const PROBE_LAST = 1024;
/** Pages of a trial, and how many stores they are apart. */
const TRIAL = 8;
const TRIAL_OF = 4;

export class AutoOff {
  /** Whether stores are accepted. */
  accepting = true;
  readonly #jitter = new Jitter();
  /** Stores until the next one is judged, that one included. */
  #left = JUDGED_OF;
  /** Mean distance of probes, in stores. */
  #distance = PROBE_FIRST;
  /** Of the present window or trial: pages judged, their bytes, and the bytes kept for them. */
  #judged = 0;
  #raw = 0;
  #kept = 0;

  /** Whether the next store is to be refused. Counts it, if so. */
  refuses(): boolean {
    if (this.accepting || this.#left <= 1) return false;
    this.#left -= 1;
    return true;
  }

  /** Counts a store that was accepted. True when `judge` or `skip` must follow. */
  due(): boolean {
    this.#left -= 1;
    return this.#left <= 0;
  }

  /** The store found no room, which says nothing about its page: another one is judged later. */
  skip(): void {
    if (!this.accepting) this.#distance = Math.min(2 * this.#distance, PROBE_LAST);
    this.#next(this.accepting ? JUDGED_OF : this.#distance);
  }

  /** A page of `raw` bytes keeps `kept` bytes for itself. */
  judge(raw: number, kept: number): void {
    this.#judged += 1;
    this.#raw += raw;
    this.#kept += kept;
    if (this.accepting) this.#judgeWindow();
    else this.#judgeProbe();
  }

  #judgeWindow(): void {
    if (this.#judged === WINDOW) {
      this.accepting = this.#kept <= OFF_ABOVE * this.#raw;
      this.#forget();
    }
    this.#distance = PROBE_FIRST;
    this.#next(this.accepting ? JUDGED_OF : PROBE_FIRST);
  }

  #judgeProbe(): void {
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

  #next(distance: number): void {
    this.#left = this.#jitter.around(distance);
  }

  #forget(): void {
    this.#judged = this.#raw = this.#kept = 0;
  }
}
