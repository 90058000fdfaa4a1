/**
 * check.ts - checks that a load delivered exactly what was stored.
 *
 * Before each load its target is filled with a byte that differs from the first byte of the page. So a load
 * that writes nothing is noticed, and so is one that writes beyond the page.
 */

import type { PageSet } from "../pages/page_set.js";
import { oneLine } from "../text/failure.js";

/** A page that a load delivered wrongly. */
export interface Mismatch {
  /** Its number in the page set. */
  page: number;
  /** What is wrong, in a few words. */
  trouble: string;
}

/** Provides the targets of loads and checks them afterwards. One load at a time. */
export class LoadCheck {
  readonly #pages: PageSet;
  readonly #target: Buffer;
  #filler = 0;

  constructor(pages: PageSet) {
    this.#pages = pages;
    this.#target = Buffer.allocUnsafeSlow(pages.pageSize);
  }

  /** The buffer for a load of page `key`: one full page long. */
  targetFor(key: number): Buffer {
    this.#filler = ~(this.#pages.page(key)[0] as number) & 0xff;
    return this.#target.fill(this.#filler);
  }

  /**
   * What is wrong with the load of page `key` into its target; undefined when it is right. `kept`: whether
   * the store was accepted. `outcome`: what the load returned or threw.
   */
  trouble(key: number, kept: boolean, outcome: boolean | Error): string | undefined {
    if (outcome instanceof Error) return oneLine(`the load threw: ${outcome.message}`);
    if (!kept) return outcome ? "a refused page was delivered" : undefined;
    if (!outcome) return "the page is gone";
    const page = this.#pages.page(key);
    if (!this.#target.subarray(0, page.length).equals(page)) return "other bytes";
    const rest = this.#target.subarray(page.length);
    return rest.every((byte) => byte === this.#filler) ? undefined : "bytes written beyond the page's length";
  }
}
